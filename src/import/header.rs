//! Finds the header of a table by its words, below titles and over one or two rows.

use super::values::{self, Said, squeezed};
use crate::model::State;
use crate::spreadsheet::{Sheet, Value};

/// What a column of a tracker holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A task's id or number.
    Id,
    /// A running number, which may be a task's number or not.
    Number,
    /// A priority; only shown.
    Priority,
    /// A task's title.
    Title,
    /// The agencies in charge; compared, never changed.
    Lead,
    /// The deadline; compared, never changed.
    Due,
    /// The day before which it is due.
    DueBefore,
    /// The day of the entry.
    Date,
    /// The day on which the task was completed.
    DoneOn,
    /// The state.
    State,
    /// A tick says that this is the state.
    Tick(State),
    /// What happened.
    Text,
    /// Self-assessment.
    Percent,
    /// Documents that prove it.
    Evidence,
    /// Not read.
    Ignored,
}

impl Field {
    /// The fields that a mapping may name.
    pub const NAMED: [(&'static str, Field); 14] = [
        ("id", Field::Id),
        ("number", Field::Number),
        ("priority", Field::Priority),
        ("title", Field::Title),
        ("lead", Field::Lead),
        ("due", Field::Due),
        ("due_before", Field::DueBefore),
        ("date", Field::Date),
        ("done_on", Field::DoneOn),
        ("state", Field::State),
        ("text", Field::Text),
        ("percent", Field::Percent),
        ("evidence", Field::Evidence),
        ("ignore", Field::Ignored),
    ];

    /// The word in mappings and in answers for programs.
    pub fn name(self) -> String {
        match self {
            Field::Tick(state) => format!("tick_{}", state.name()),
            field => Self::NAMED
                .iter()
                .find(|(_, known)| *known == field)
                .map_or("", |(name, _)| name)
                .to_owned(),
        }
    }

    /// Whether it says something that an entry may hold.
    pub(super) fn is_progress(self) -> bool {
        matches!(
            self,
            Field::Date
                | Field::DoneOn
                | Field::State
                | Field::Tick(_)
                | Field::Text
                | Field::Percent
                | Field::Evidence
        )
    }
}

/// A table on a sheet.
#[derive(Clone, Debug)]
pub struct Header {
    /// The first and the last row of its header, from 0.
    pub rows: (u32, u32),
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column of it.
#[derive(Clone, Debug)]
pub struct Column {
    /// Which one, from 0.
    pub column: u32,
    /// What stands above it.
    pub title: String,
    /// What it holds.
    pub field: Field,
}

/// Headers are looked for in so many rows.
const LOOKED_AT: u32 = 60;
/// A table has at most so many columns.
const COLUMNS: u32 = 200;

/// The words of headers, folded, the surest first in each list.
const WORDS: [(Field, &[&str]); 12] = [
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
    (Field::Number, &["stt", "tt", "so", "so tt", "so thu tu", "no"]),
    (Field::Priority, &["muc", "nhom", "nhom nhiem vu", "linh vuc", "priority"]),
    (
        Field::Title,
        &[
            "nhiem vu",
            "ten nhiem vu",
            "noi dung nhiem vu",
            "noi dung cong viec",
            "cong viec",
            "ten cong viec",
            "nhiem vu duoc giao",
            "nhiem vu cu the",
            "noi dung chi dao",
            "noi dung giao",
            "noi dung",
            "title",
            "task",
        ],
    ),
    (
        Field::Lead,
        &[
            "co quan chu tri",
            "don vi chu tri",
            "cq chu tri",
            "dv chu tri",
            "chu tri",
            "don vi thuc hien",
            "co quan thuc hien",
            "don vi duoc giao",
            "co quan don vi chu tri",
            "lead agency",
            "lead",
        ],
    ),
    (
        Field::Due,
        &[
            "thoi han",
            "han",
            "thoi han hoan thanh",
            "han hoan thanh",
            "thoi han thuc hien",
            "han xu ly",
            "thoi gian hoan thanh",
            "thoi gian thuc hien",
            "deadline",
            "due",
        ],
    ),
    (
        Field::Date,
        &[
            "ngay cap nhat",
            "cap nhat ngay",
            "ngay bao cao",
            "ngay thuc hien",
            "thoi diem cap nhat",
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
            "what was done",
            "text",
        ],
    ),
    (
        Field::Percent,
        &[
            "",
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
            "bao cao so",
            "so ky hieu van ban",
            "so van ban",
            "evidence",
        ],
    ),
];

/// Words that mark a column as there to be read, in the trackers that are exported.
const ONLY_TOLD: [&str; 2] = ["chi xem", "read only"];

/// The table of a sheet, if there is one.
pub(super) fn find(sheet: &Sheet) -> Option<Header> {
    let last = sheet.last_row()?.min(LOOKED_AT);
    let mut best: Option<(usize, Header)> = None;
    for first in 0..=last {
        for rows in [(first, first), (first, first + 1)] {
            let Some((score, header)) = header(sheet, rows) else { continue };
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, header));
            }
        }
    }
    let (_, mut header) = best?;
    by_content(sheet, &mut header);
    Some(header)
}

/// The header in these rows, whatever its words, with the fields that can be told.
pub(super) fn at(sheet: &Sheet, rows: (u32, u32)) -> Header {
    let mut header = Header { rows, columns: columns(sheet, rows) };
    by_content(sheet, &mut header);
    header
}

fn header(sheet: &Sheet, rows: (u32, u32)) -> Option<(usize, Header)> {
    let columns = columns(sheet, rows);
    let has = |wanted: &dyn Fn(Field) -> bool| columns.iter().any(|column| wanted(column.field));
    let names_task = has(&|field| matches!(field, Field::Id | Field::Title));
    let names_progress = has(&Field::is_progress);
    if !names_task || !names_progress {
        return None;
    }
    // A second row that holds words of the body is no header: its cells are no names of columns.
    if rows.1 > rows.0 {
        let own = |column: &Column| {
            let below = sheet.cells.get(&(rows.1, column.column));
            below.is_some_and(|cell| matches!(&cell.value, Value::Text(_)))
        };
        let grouped = |column: &Column| {
            sheet
                .merged_at(rows.0, column.column)
                .is_some_and(|area| area.last.1 > area.first.1 || area.last.0 >= rows.1)
        };
        let second: Vec<&Column> = columns.iter().filter(|column| own(column)).collect();
        if second.is_empty() || !second.iter().any(|column| grouped(column)) {
            return None;
        }
        let known = |column: &&Column| {
            let text = text(sheet, rows.1, column.column);
            field(&text).is_some() || tick(&text).is_some()
        };
        if second.iter().filter(|column| !grouped(column)).any(|column| !known(column)) {
            return None;
        }
    }
    let score = columns.iter().filter(|column| column.field != Field::Ignored).count();
    Some((score, Header { rows, columns }))
}

fn text(sheet: &Sheet, row: u32, column: u32) -> String {
    sheet.at(row, column).map(|cell| super::clean(cell, true).text).unwrap_or_default()
}

fn columns(sheet: &Sheet, rows: (u32, u32)) -> Vec<Column> {
    let last = sheet.last_column(rows.0..=rows.1).map_or(0, |last| last.min(COLUMNS));
    let wide = sheet.merged.in_row(rows.0).map(|area| area.last.1.min(COLUMNS));
    let last = wide.fold(last, u32::max);
    let mut found: Vec<(usize, Column)> = Vec::new();
    for column in 0..=last {
        let top = text(sheet, rows.0, column);
        let bottom = if rows.1 > rows.0 { text(sheet, rows.1, column) } else { String::new() };
        let title = match (top.as_str(), bottom.as_str()) {
            (top, "") => top.to_owned(),
            ("", bottom) => bottom.to_owned(),
            (top, bottom) if top == bottom => top.to_owned(),
            (top, bottom) => format!("{top} / {bottom}"),
        };
        if title.is_empty() {
            continue;
        }
        let told = ONLY_TOLD.iter().any(|words| squeezed(&title).contains(words));
        let ticked = (rows.1 > rows.0 && top != bottom).then(|| tick(&bottom)).flatten();
        let named = match ticked {
            _ if told => None,
            // Under "Tiến độ", "Đã hoàn thành" is a box to be ticked.
            Some(state) => Some((0, Field::Tick(state))),
            // "Số" below a title is the number of a document, not of the row.
            None if !top.is_empty() && squeezed(&bottom) == "so" => field(&top),
            None => field(&bottom).or_else(|| field(&top)),
        };
        let (rank, field) = named.unwrap_or((usize::MAX, Field::Ignored));
        found.push((rank, Column { column, title, field }));
    }
    // Of two columns for one field, the surer one; of two that are as sure, the first.
    for at in 0..found.len() {
        let (rank, field) = (found[at].0, found[at].1.field);
        let is_better = |(n, (other, column)): (usize, &(usize, Column))| {
            column.field == field && (*other < rank || *other == rank && n < at)
        };
        if field != Field::Ignored && found.iter().enumerate().any(is_better) {
            found[at].1.field = Field::Ignored;
            found[at].0 = usize::MAX;
        }
    }
    found.into_iter().map(|(_, column)| column).collect()
}

/// The field of a title, and how sure that is: the smaller the surer.
fn field(title: &str) -> Option<(usize, Field)> {
    if title.trim() == "%" {
        return Some((0, Field::Percent));
    }
    let plain = squeezed(title);
    if plain.is_empty() {
        return None;
    }
    let exact = WORDS.iter().find_map(|(field, words)| {
        let at = words.iter().position(|word| *word == plain)?;
        Some((at, *field))
    });
    let found = exact.or_else(|| {
        // "Cơ quan chủ trì thực hiện", "Kết quả thực hiện đến ngày 23/7": the longest words win.
        let begun = WORDS.iter().flat_map(|(field, words)| {
            words.iter().filter(|word| word.contains(' ')).map(move |word| (*field, *word))
        });
        let begun = begun
            .filter(|(_, word)| plain.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
        begun.max_by_key(|(_, word)| word.len()).map(|(field, word)| (100 - word.len(), field))
    })?;
    match found {
        (rank, Field::Due) if plain.contains("truoc") => Some((rank, Field::DueBefore)),
        found => Some(found),
    }
}

fn tick(title: &str) -> Option<State> {
    match values::state(title) {
        Said::State(state) if title.chars().count() > 3 => Some(state),
        _ => None,
    }
}

/// So many rows tell what a column holds.
const TOLD_BY: usize = 200;

/// "Tiến độ" may be a state or a story: what stands below decides.
fn by_content(sheet: &Sheet, header: &mut Header) {
    let place = |field: Field, header: &Header| {
        header.columns.iter().position(|column| column.field == field)
    };
    let states = |column: u32| {
        let below = sheet.cells.range((header.rows.1 + 1, 0)..);
        let below = below.filter(|((_, at), _)| *at == column);
        let texts = below.map(|(_, cell)| super::clean(cell, true).text).take(TOLD_BY);
        let (mut known, mut long) = (0, 0);
        for text in texts {
            match values::state(&text) {
                Said::State(_) => known += 1,
                Said::Unknown if text.chars().count() > 40 => long += 1,
                _ => {}
            }
        }
        (known, long)
    };
    let (state, text) = (place(Field::State, header), place(Field::Text, header));
    let tick = header.columns.iter().any(|column| matches!(column.field, Field::Tick(_)));
    match (state, text) {
        (Some(at), None) => {
            let (known, long) = states(header.columns[at].column);
            if long > known {
                header.columns[at].field = Field::Text;
            }
        }
        (None, Some(at)) if !tick => {
            let (known, long) = states(header.columns[at].column);
            if known > long {
                header.columns[at].field = Field::State;
            }
        }
        (Some(at), Some(other)) => {
            let (known, long) = states(header.columns[at].column);
            let (other_known, other_long) = states(header.columns[other].column);
            if long > known && other_known > other_long {
                header.columns[at].field = Field::Text;
                header.columns[other].field = Field::State;
            }
        }
        _ => {}
    }
}
