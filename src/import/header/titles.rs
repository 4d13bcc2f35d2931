//! The words of the titles of columns.

use super::field::Field;
use crate::import::states::{self, StateReading};
use crate::model::State;
use crate::reading::{columns, normalized};

/// The titles of columns, folded, with the most reliable first in each list.
const WORDS: [(Field, &[&str]); 18] = [
    (Field::Target, &["chi tieu", "ten chi tieu", "target"]),
    (Field::Value, &["gia tri", "gia tri moi", "gia tri dat duoc", "value"]),
    (Field::Of, &["tren tong so", "tong so", "of a total of"]),
    (
        Field::Part,
        &[
            "phan ky",
            "phan",
            "phan viec",
            "moc",
            "dia ban",
            "ky",
            "ky bao cao",
            "part period",
            "part",
            "place",
            "period",
        ],
    ),
    (Field::Support, columns::SUPPORT),
    (Field::Product, columns::PRODUCT),
    (
        Field::Id,
        &[
            "ma",
            "ma nhiem vu",
            "ma so",
            "ma so nhiem vu",
            "ma nv",
            "ma viec",
            "ma hieu",
            "id",
            "so nhiem vu",
            "so hieu nhiem vu",
        ],
    ),
    (Field::Number, columns::NUMBER),
    (Field::Priority, columns::PRIORITY),
    (Field::Title, columns::TASK),
    (Field::Lead, columns::LEAD),
    (Field::Due, columns::DUE),
    (
        Field::Date,
        &[
            "ngay cap nhat",
            "cap nhat ngay",
            "ngay bao cao",
            "ngay thuc hien",
            "thoi diem cap nhat",
            "ngay cua gia tri",
            "date of the value",
            "ngay",
            "date",
        ],
    ),
    (Field::DoneOn, &["ngay hoan thanh", "hoan thanh ngay", "ngay xong", "ngay da hoan thanh"]),
    (
        Field::State,
        &[
            "trang thai",
            "trang thai do don vi bao cao",
            "tinh trang",
            "tinh trang thuc hien",
            "trang thai thuc hien",
            "tien do",
            "tien do thuc hien",
            "tinh hinh",
            "state",
            "status",
        ],
    ),
    (
        Field::Text,
        &[
            "ket qua",
            "ket qua thuc hien",
            "noi dung cap nhat",
            "viec da lam",
            "tinh hinh thuc hien",
            "ket qua dat duoc",
            "noi dung thuc hien",
            "dien giai",
            "noi dung ket qua",
            "ket qua cu the",
            "noi dung bao cao",
            "tinh hinh ket qua thuc hien",
            "what was done",
            "text",
        ],
    ),
    (
        Field::Percent,
        &[
            "ty le",
            "ty le hoan thanh",
            "phan tram",
            "muc do hoan thanh",
            "tu danh gia",
            "percent",
            "self assessment",
        ],
    ),
    (
        Field::Evidence,
        &[
            "minh chung",
            "van ban tai lieu minh chung",
            "van ban minh chung",
            "tai lieu minh chung",
            "van ban bao cao",
            "van ban ket qua",
            "ho so kem theo",
            "tai lieu kem theo",
            "van ban kem theo",
            "bao cao so",
            "so ky hieu van ban",
            "so van ban",
            "evidence",
        ],
    ),
];

/// Words in exported trackers that mark a column as read-only.
const READ_ONLY: [&str; 2] = ["chi xem", "read only"];

/// The beginnings of titles that have a meaning of their own which is not read, folded. The title
/// above them does not say what they hold.
const OTHERS: [&str; 10] = [
    "ghi chu",
    "note",
    "nguoi phu trach",
    "can bo phu trach",
    "lanh dao phu trach",
    "nguyen nhan",
    "ly do",
    "kien nghi",
    "de xuat",
    "giai phap",
];

/// What a title claims that its column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct Claim {
    /// The lower, the more reliable.
    pub(in crate::import) rank: usize,
    /// The field.
    pub(in crate::import) field: Field,
    /// Whether only the title above several columns makes the claim, because the own title is not
    /// understood.
    pub(in crate::import) guessed: bool,
}

/// The rank of a claim that only the title above several columns makes.
const BY_GROUP: usize = 1_000;

/// Returns what the titles of a column claim, with the most reliable first: the own title, and the
/// one above it if the own is not understood, or could name the task: "Kết quả / Nội dung".
///
/// `with_parts` says whether any task has parts, periodic reports or targets that a column could
/// name.
pub(super) fn claims(top: &str, bottom: &str, with_parts: bool) -> Vec<Claim> {
    let of = |title: &str| {
        field(title, with_parts).map(|(rank, field)| Claim { rank, field, guessed: false })
    };
    let is_marked = |title: &str| READ_ONLY.iter().any(|words| normalized(title).contains(words));
    if is_marked(top) || is_marked(bottom) {
        return Vec::new();
    }
    // Under "Tiến độ", "Đã hoàn thành" is a column of ticks.
    if top != bottom
        && let Some(state) = tick(bottom)
    {
        return vec![Claim { rank: 0, field: Field::Tick(state), guessed: false }];
    }
    if bottom.is_empty() || top.is_empty() || top == bottom {
        return of(if bottom.is_empty() { top } else { bottom }).into_iter().collect();
    }
    let (above, own) = (normalized(top), normalized(bottom));
    let own_claim = of(bottom);
    let group = of(top).map(|claim| Claim {
        rank: BY_GROUP + claim.rank,
        guessed: own_claim.is_none(),
        ..claim
    });
    match own.as_str() {
        // "Số" below a title is the number of a document, not of the row; "Ngày" is its day.
        "so" => return of(top).into_iter().collect(),
        "ngay" if above.starts_with("van ban") => return Vec::new(),
        own if OTHERS.iter().any(|words| own.starts_with(words)) => {
            return of(bottom).into_iter().collect();
        }
        _ => {}
    }
    let names_task =
        |claim: &Claim| matches!(claim.field, Field::Title | Field::Id | Field::Number);
    let group = group.filter(|_| own_claim.as_ref().is_none_or(names_task));
    own_claim.into_iter().chain(group).collect()
}

/// Returns whether a text is a title that is understood.
pub(super) fn is_known(title: &str, with_parts: bool) -> bool {
    field(title, with_parts).is_some() || tick(title).is_some()
}

/// Returns the field of a title with a rank. The lower the rank, the more reliable.
fn field(title: &str, with_parts: bool) -> Option<(usize, Field)> {
    // "%", "% hoàn thành", "Tiến độ (%)"
    let ends = title.trim_matches(|c: char| c.is_whitespace() || "()".contains(c));
    if ends.starts_with('%') || ends.ends_with('%') {
        return Some((0, Field::Percent));
    }
    let plain = normalized(title);
    if plain.is_empty() {
        return None;
    }
    let words = || {
        WORDS
            .iter()
            .filter(|(field, _)| with_parts || !(*field == Field::Part || field.is_of_values()))
    };
    let exact = words().find_map(|(field, words)| {
        let at = words.iter().position(|word| *word == plain)?;
        Some((at, *field))
    });
    let found = exact.or_else(|| {
        // "Cơ quan chủ trì thực hiện", "Kết quả thực hiện đến ngày 23/7": the longest match wins.
        let prefixes = words().flat_map(|(field, words)| {
            words.iter().filter(|word| word.contains(' ')).map(move |word| (*field, *word))
        });
        let prefixes = prefixes
            .filter(|(_, word)| plain.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
        prefixes.max_by_key(|(_, word)| word.len()).map(|(field, word)| (100 - word.len(), field))
    })?;
    match found {
        (rank, Field::Due) if plain.contains("truoc") => Some((rank, Field::DueBefore)),
        found => Some(found),
    }
}

/// Returns the state that a column of ticks stands for.
fn tick(title: &str) -> Option<State> {
    match states::read_state(title) {
        StateReading::State(state) if title.chars().count() > 3 => Some(state),
        _ => None,
    }
}
