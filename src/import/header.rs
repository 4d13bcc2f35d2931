//! Finds the header of a table by its words. It stands below titles and has one or two rows.

use super::cell::cell_text;
use super::states::{self, StateReading};
use super::words::normalized;
use crate::model::State;
use crate::spreadsheet::{Sheet, Value};

/// The content of a column of a tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A task's id or number.
    Id,
    /// A running number, which may be the number of the task.
    Number,
    /// A priority; not read.
    Priority,
    /// A task's title.
    Title,
    /// The agencies in charge; compared, never changed.
    Lead,
    /// The deadline; compared, never changed.
    Due,
    /// The day before which the task is due.
    DueBefore,
    /// The day of the entry.
    Date,
    /// The day on which the task was completed.
    DoneOn,
    /// The state.
    State,
    /// A tick that gives the task this state.
    Tick(State),
    /// What happened.
    Text,
    /// Self-assessment in percent.
    Percent,
    /// Documents that serve as evidence.
    Evidence,
    /// Not read.
    Ignored,
}

impl Field {
    /// The fields with the names that a mapping uses.
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

    /// Returns the name in mappings and in JSON output.
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

    /// Returns whether the field is part of an entry.
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

/// The header of a table.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its first and last row, from 0.
    pub rows: (u32, u32),
    /// The columns that have a title.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// The position, from 0.
    pub column: u32,
    /// The title in the header.
    pub title: String,
    /// The content.
    pub field: Field,
}

/// Number of rows in which a header is searched.
const SEARCHED_ROWS: u32 = 60;
/// Maximum number of columns of a table.
const MAX_COLUMNS: u32 = 200;

/// The titles of columns, folded, with the most reliable first in each list.
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

/// Words in exported trackers that mark a column as read-only.
const READ_ONLY: [&str; 2] = ["chi xem", "read only"];

/// Finds the header of the table of a sheet.
pub(super) fn find(sheet: &Sheet) -> Option<Header> {
    let last = sheet.last_row()?.min(SEARCHED_ROWS);
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
    decide_by_content(sheet, &mut header);
    Some(header)
}

/// Reads the header in given rows, whatever its words.
pub(super) fn at(sheet: &Sheet, rows: (u32, u32)) -> Header {
    let mut header = Header { rows, columns: columns(sheet, rows) };
    decide_by_content(sheet, &mut header);
    header
}

/// Reads the header in given rows, with the number of its known columns; `None` if it has no column
/// for the name of a task or none for progress.
fn header(sheet: &Sheet, rows: (u32, u32)) -> Option<(usize, Header)> {
    let columns = columns(sheet, rows);
    let has = |wanted: &dyn Fn(Field) -> bool| columns.iter().any(|column| wanted(column.field));
    let names_task = has(&|field| matches!(field, Field::Id | Field::Title));
    let names_progress = has(&Field::is_progress);
    if !names_task || !names_progress {
        return None;
    }
    // A second row belongs to the header only if its cells are titles and not part of the body.
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
    sheet.at(row, column).map(|cell| cell_text(cell).text).unwrap_or_default()
}

fn columns(sheet: &Sheet, rows: (u32, u32)) -> Vec<Column> {
    let last = sheet.last_column(rows.0..=rows.1).map_or(0, |last| last.min(MAX_COLUMNS));
    let wide = sheet.merged.in_row(rows.0).map(|area| area.last.1.min(MAX_COLUMNS));
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
        let is_read_only = READ_ONLY.iter().any(|words| normalized(&title).contains(words));
        let ticked = (rows.1 > rows.0 && top != bottom).then(|| tick(&bottom)).flatten();
        let named = match ticked {
            _ if is_read_only => None,
            // Under "Tiến độ", "Đã hoàn thành" is a column of ticks.
            Some(state) => Some((0, Field::Tick(state))),
            // "Số" below a title is the number of a document, not of the row.
            None if !top.is_empty() && normalized(&bottom) == "so" => field(&top),
            None => field(&bottom).or_else(|| field(&top)),
        };
        let (rank, field) = named.unwrap_or((usize::MAX, Field::Ignored));
        found.push((rank, Column { column, title, field }));
    }
    // Of several columns for one field, the first of the most reliable is used.
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

/// Returns the field of a title with a rank. The lower the rank, the more reliable.
fn field(title: &str) -> Option<(usize, Field)> {
    if title.trim() == "%" {
        return Some((0, Field::Percent));
    }
    let plain = normalized(title);
    if plain.is_empty() {
        return None;
    }
    let exact = WORDS.iter().find_map(|(field, words)| {
        let at = words.iter().position(|word| *word == plain)?;
        Some((at, *field))
    });
    let found = exact.or_else(|| {
        // "Cơ quan chủ trì thực hiện", "Kết quả thực hiện đến ngày 23/7": the longest match wins.
        let prefixes = WORDS.iter().flat_map(|(field, words)| {
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

/// Number of rows that decide the field of a column.
const SAMPLED_ROWS: usize = 200;

/// Decides by the cells below whether a column such as "Tiến độ" has states or texts.
fn decide_by_content(sheet: &Sheet, header: &mut Header) {
    let place = |field: Field, header: &Header| {
        header.columns.iter().position(|column| column.field == field)
    };
    let states = |column: u32| {
        let below = sheet.cells.range((header.rows.1 + 1, 0)..);
        let below = below.filter(|((_, at), _)| *at == column);
        let texts = below.map(|(_, cell)| cell_text(cell).text).take(SAMPLED_ROWS);
        let (mut known, mut long) = (0, 0);
        for text in texts {
            match states::read_state(&text) {
                StateReading::State(_) => known += 1,
                StateReading::Unknown if text.chars().count() > 40 => long += 1,
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
