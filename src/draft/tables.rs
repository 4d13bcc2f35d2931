//! Reads tables of tasks: finds the header, resolves groups, and takes a row for a task.

use super::words::tokens;
use crate::letter::{Cell, Label, Table, label};
use crate::reading::columns;
use crate::vietnamese::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Group,
    Task,
    Lead,
    Support,
    Due,
    DueBefore,
    Product,
    Start,
}

/// The words of titles, folded: those of trackers, and what letters say besides. The longest that
/// begins a title wins.
const TITLES: [(Column, &[&str], &[&str]); 9] = [
    (Column::Number, &["tt", "stt"], columns::NUMBER),
    (Column::Group, &["nhom giai phap"], columns::PRIORITY),
    (
        Column::Task,
        &[
            "nhiem vu, giai phap",
            "nhiem vu/giai phap",
            "nhiem vu giai phap",
            "noi dung thuc hien",
            "noi dung, nhiem vu",
            "noi dung hoat dong",
            "hoat dong",
            "ten hoat dong",
            "dau viec",
            "viec can lam",
            "ten de an",
            "ten du an",
        ],
        columns::TASK,
    ),
    (
        Column::Lead,
        &[
            "co quan, don vi chu tri",
            "co quan, don vi thuc hien",
            "co quan chu tri thuc hien",
            "co quan dau moi",
            "don vi dau moi",
            "don vi chiu trach nhiem",
            "don vi/ca nhan chu tri",
            "trach nhiem",
            "giao don vi",
            "phan cong thuc hien",
        ],
        columns::LEAD,
    ),
    (Column::Support, &["co quan, don vi phoi hop"], columns::SUPPORT),
    (
        Column::Due,
        &[
            "thoi gian",
            "thoi gian ket thuc",
            "thoi diem hoan thanh",
            "tien do",
            "tien do thuc hien",
            "tien do hoan thanh",
            "ngay hoan thanh",
            "hoan thanh",
            "ket thuc",
        ],
        columns::DUE,
    ),
    (Column::DueBefore, &["hoan thanh truoc", "truoc ngay", "thoi han truoc"], &[]),
    (
        Column::Product,
        &[
            "ket qua",
            "ket qua can dat",
            "ket qua du kien",
            "ket qua thuc hien",
            "ket qua, san pham",
            "san pham, ket qua",
            "san pham/ket qua",
        ],
        columns::PRODUCT,
    ),
    (Column::Start, &["bat dau", "thoi gian bat dau", "ngay bat dau"], &[]),
];

/// A row that is a task, or a group of the rows below it.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// A group: its label. The tasks below it hold its title.
    Group(Option<Label>),
    /// A task.
    Task(Box<TableTask>),
}

/// A task of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct TableTask {
    pub(super) number: String,
    pub(super) group: Option<String>,
    pub(super) text: String,
    pub(super) lead: Vec<String>,
    pub(super) support: Vec<String>,
    pub(super) due: String,
    pub(super) due_before: bool,
    pub(super) product: String,
    pub(super) at: usize,
}

/// Reads a table of tasks. `None` if it has no columns for a task and for a lead or a deadline.
pub(super) fn rows(table: &Table) -> Option<Vec<Row>> {
    let (columns, first) = header(table)?;
    let mut rows = Vec::new();
    let mut group: Option<String> = None;
    let place = |wanted: Column| columns.iter().position(|column| *column == Some(wanted));
    let task_at = place(Column::Task)?;
    for row in &table.rows[first..] {
        let cells = spread(row, columns.len());
        let text = |at: usize| cells.get(at).and_then(|cell| *cell).map(plain).unwrap_or_default();
        let of = |wanted: Column| place(wanted).map(text).unwrap_or_default();
        let filled: Vec<(usize, &Cell)> =
            distinct(row).filter(|(_, cell)| !cell.text().is_empty()).collect();
        let at = filled
            .first()
            .and_then(|(_, cell)| cell.lines.first())
            .map_or(table.at, |line| line.at);
        // Numbers under the titles: (1), (2), (3).
        let is_count = |(_, cell): &(usize, &Cell)| {
            cell.text().trim_matches(['(', ')', '[', ']']).parse::<u32>().is_ok()
        };
        if filled.is_empty() || filled.len() > 1 && filled.iter().all(is_count) {
            continue;
        }
        let number_at = place(Column::Number);
        let (numbers, others): (Vec<_>, Vec<_>) =
            filled.into_iter().partition(|(column, _)| Some(*column) == number_at);
        let is_sum = others.len() == 1 && fold(&others[0].1.text()).starts_with("tong");
        if is_sum {
            continue;
        }
        if let [(column, only)] = others.as_slice()
            && (*column <= task_at || only.span > 1)
        {
            let number = numbers.first().map(|(_, cell)| cell.text()).unwrap_or_default();
            let (label, title) = titled(&number, only);
            group = Some(title);
            rows.push(Row::Group(label));
            continue;
        }
        if others.is_empty() {
            // A title that stands in the column of numbers: “I. Nhóm …” over the whole row.
            if let Some((_, only)) =
                numbers.first().filter(|(_, cell)| cell.text().chars().count() > 6)
            {
                let (label, title) = titled("", only);
                group = Some(title);
                rows.push(Row::Group(label));
            }
            continue;
        }
        let task_cell = cells.get(task_at).and_then(|cell| *cell);
        let Some(task_cell) = task_cell.filter(|cell| !plain(cell).is_empty()) else { continue };
        if task_cell.continues {
            // The same task goes on: another agency or product of it.
            if let Some(Row::Task(last)) = rows.last_mut() {
                for (into, column) in
                    [(&mut last.lead, Column::Lead), (&mut last.support, Column::Support)]
                {
                    let is_new = place(column)
                        .and_then(|at| cells.get(at).and_then(|cell| *cell))
                        .is_some_and(|cell| !cell.continues);
                    if is_new {
                        into.extend(place(column).map(text).filter(|text| !text.is_empty()));
                    }
                }
            }
            continue;
        }
        let lines = |wanted: Column| -> Vec<String> {
            let cell = place(wanted).and_then(|at| cells.get(at).and_then(|cell| *cell));
            cell.map(|cell| {
                let text = plain(cell);
                if text.is_empty() { Vec::new() } else { vec![joined(cell)] }
            })
            .unwrap_or_default()
        };
        let (due, due_before) = match (of(Column::DueBefore), of(Column::Due)) {
            (before, due) if before.is_empty() => (due, false),
            (before, _) => (before, true),
        };
        let group =
            Some(of(Column::Group)).filter(|text| !text.is_empty()).or_else(|| group.clone());
        rows.push(Row::Task(Box::new(TableTask {
            number: of(Column::Number),
            group,
            text: plain(task_cell),
            lead: lines(Column::Lead),
            support: lines(Column::Support),
            due,
            due_before,
            product: of(Column::Product),
            at,
        })));
    }
    Some(rows)
}

/// Whether a table has words of columns; others only lay out text.
pub(super) fn is_of_tasks(table: &Table) -> bool {
    header(table).is_some()
}

/// Returns the text of a cell without the label of its first line.
fn plain(cell: &Cell) -> String {
    let mut lines: Vec<String> = Vec::new();
    let only = cell.lines.len() == 1;
    for line in &cell.lines {
        let text = match &line.label {
            Some(label) if line.text.is_empty() => label.printed.clone(),
            Some(label) if !only && label.level.is_bullet() => line.text.clone(),
            _ => line.text.clone(),
        };
        if !text.is_empty() {
            lines.push(text);
        }
    }
    lines.join(" ")
}

/// Returns a cell of names, its lines parted by semicolons.
fn joined(cell: &Cell) -> String {
    let lines = cell
        .lines
        .iter()
        .map(|line| line.text.trim_end_matches([';', ',', '.']))
        .filter(|line| !line.is_empty());
    let mut text = String::new();
    for line in lines {
        let goes_on = line.starts_with(char::is_lowercase) && !line.starts_with("các");
        if !text.is_empty() {
            text.push_str(if goes_on { " " } else { "; " });
        }
        text.push_str(line);
    }
    text
}

/// Returns the label and the title of a group.
fn titled(number: &str, cell: &Cell) -> (Option<Label>, String) {
    let own = cell
        .lines
        .first()
        .and_then(|line| line.label.clone())
        .filter(|label| !label.level.is_bullet());
    let label = label::typed(&format!("{}. x", number.trim_end_matches(['.', ')'])))
        .map(|(label, _)| label);
    (label.or(own), plain(cell).trim_end_matches([':', '.']).to_owned())
}

/// Returns the cells of a row, each with its first column.
fn distinct(row: &[Cell]) -> impl Iterator<Item = (usize, &Cell)> {
    let mut column = 0;
    row.iter().map(move |cell| {
        let at = column;
        column += cell.span.max(1);
        (at, cell)
    })
}

/// Returns the cell over every column.
fn spread(row: &[Cell], columns: usize) -> Vec<Option<&Cell>> {
    let mut cells = vec![None; columns];
    for (at, cell) in distinct(row) {
        for column in at..at + cell.span.max(1) {
            if let Some(into) = cells.get_mut(column) {
                *into = Some(cell);
            }
        }
    }
    cells
}

/// Finds the header over one or two rows. Returns the columns and the first row below.
fn header(table: &Table) -> Option<(Vec<Option<Column>>, usize)> {
    let width = table.rows.iter().map(|row| row.iter().map(|cell| cell.span.max(1)).sum()).max()?;
    for first in 0..table.rows.len().min(4) {
        let top = titles(&table.rows[first], width);
        let two = table.rows.get(first + 1).map(|row| titles(row, width));
        let one_row: Vec<Option<Column>> = top.iter().map(|title| column("", title)).collect();
        let spans = table.rows[first].iter().any(|cell| cell.span > 1)
            || table.rows.get(first + 1).is_some_and(|row| row.iter().any(|cell| cell.continues))
            || two.as_ref().is_some_and(|two| {
                two.iter().zip(&top).any(|(below, above)| !above.is_empty() && below == above)
            });
        if let Some(bottom) = two.filter(|_| spans) {
            let both: Vec<Option<Column>> =
                (0..width).map(|at| column(&top[at], &bottom[at])).collect();
            let both = unique(both);
            if is_header(&both) && count(&both) >= count(&unique(one_row.clone())) {
                return Some((both, first + 2));
            }
        }
        let one_row = unique(one_row);
        if is_header(&one_row) {
            return Some((one_row, first + 1));
        }
    }
    None
}

fn count(columns: &[Option<Column>]) -> usize {
    columns.iter().flatten().count()
}

/// Keeps the first column of each kind, except for those that a wide title repeats.
fn unique(columns: Vec<Option<Column>>) -> Vec<Option<Column>> {
    let mut seen: Vec<Column> = Vec::new();
    columns
        .into_iter()
        .map(|column| match column {
            Some(column) if seen.contains(&column) => None,
            Some(column) => {
                seen.push(column);
                Some(column)
            }
            None => None,
        })
        .collect()
}

fn is_header(columns: &[Option<Column>]) -> bool {
    let has = |wanted| columns.contains(&Some(wanted));
    has(Column::Task) && (has(Column::Lead) || has(Column::Due) || has(Column::DueBefore))
}

fn titles(row: &[Cell], width: usize) -> Vec<String> {
    let cells = spread(row, width);
    cells.into_iter().map(|cell| cell.map(Cell::text).unwrap_or_default()).collect()
}

/// Returns what a column holds by its title and the one above it.
fn column(top: &str, bottom: &str) -> Option<Column> {
    let own = named(bottom);
    if own.is_some() || bottom == top {
        return own;
    }
    // “Thời gian / Bắt đầu | Kết thúc”, “Cơ quan / Chủ trì | Phối hợp”
    if bottom.trim().is_empty() { named(top) } else { None }
}

fn named(title: &str) -> Option<Column> {
    let words: Vec<String> = tokens(title).into_iter().map(|token| fold(token.text)).collect();
    let title = words.join(" ").replace(" ,", ",").replace(" / ", "/");
    let title = title.split(" (").next().unwrap_or_default().trim();
    if title.is_empty() || title.chars().count() > 60 {
        return None;
    }
    let found = TITLES.iter().flat_map(|(column, own, shared)| {
        own.iter().chain(*shared).map(move |word| (*column, *word))
    });
    let found = found.filter(|(_, word)| {
        title.strip_prefix(word).is_some_and(|rest| {
            rest.is_empty() || word.len() > 3 && rest.starts_with([' ', ',', '/'])
        })
    });
    found.max_by_key(|(_, word)| word.len()).map(|(column, _)| column)
}

/// What a line below a task says about it: “Cơ quan chủ trì: Sở Nội vụ.”
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    Lead,
    Support,
    Due,
    Product,
}

/// Reads a line such as “Thời hạn: quý II/2025”: what it says, and the value.
pub(super) fn attribute(text: &str) -> Option<(Attribute, &str)> {
    let (key, value) = text.split_once(':')?;
    if key.chars().count() > 50 || value.trim().is_empty() {
        return None;
    }
    let what = match named(key)? {
        Column::Lead => Attribute::Lead,
        Column::Support => Attribute::Support,
        Column::Due | Column::DueBefore => Attribute::Due,
        Column::Product => Attribute::Product,
        _ => return None,
    };
    Some((what, value.trim()))
}
