//! Finds the header of a table by its words. It stands below titles and has one or two rows.

mod field;
mod titles;

use super::cell::cell_text;
use super::states::{self, StateReading};
use crate::spreadsheet::{Sheet, Value};
pub use field::Field;
use titles::Claim;

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
    /// Whether the column is hidden and for that reason not read.
    pub hidden: bool,
    /// What its title says, whether or not another column is read for that.
    pub(super) claim: Option<Claim>,
}

/// Number of rows in which a header is searched.
const SEARCHED_ROWS: u32 = 60;
/// Maximum number of columns of a table.
const MAX_COLUMNS: u32 = 200;

/// Finds the header of the table of a sheet. With `with_lists`, a table of tasks without a column for
/// progress counts if it has one for who leads or for the deadline.
pub(super) fn find(
    sheet: &Sheet,
    with_hidden: bool,
    with_lists: bool,
    with_parts: bool,
) -> Option<Header> {
    let last = sheet.last_row()?.min(SEARCHED_ROWS);
    let mut best: Option<(usize, Header)> = None;
    for first in 0..=last {
        for rows in [(first, first), (first, first + 1)] {
            let Some((score, header)) = header(sheet, rows, (with_hidden, with_parts), with_lists)
            else {
                continue;
            };
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
pub(super) fn at(sheet: &Sheet, rows: (u32, u32), with_hidden: bool, with_parts: bool) -> Header {
    let mut header = Header { rows, columns: columns(sheet, rows, (with_hidden, with_parts)) };
    decide_by_content(sheet, &mut header);
    header
}

/// Reads the header in given rows, with the number of its known columns; `None` if it has no column
/// for the name of a task or none for progress.
fn header(
    sheet: &Sheet,
    rows: (u32, u32),
    (with_hidden, with_parts): (bool, bool),
    with_lists: bool,
) -> Option<(usize, Header)> {
    let columns = columns(sheet, rows, (with_hidden, with_parts));
    let has = |wanted: &dyn Fn(Field) -> bool| columns.iter().any(|column| wanted(column.field));
    let names_task = has(&|field| matches!(field, Field::Id | Field::Title));
    let names_progress = has(&Field::is_progress);
    let is_list = with_lists
        && has(&|field| field == Field::Title)
        && has(&|field| matches!(field, Field::Lead | Field::Due | Field::DueBefore));
    if !names_task || !(names_progress || is_list) {
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
        let known =
            |column: &&Column| titles::is_known(&text(sheet, rows.1, column.column), with_parts);
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

/// Reads the titles of the columns and decides, over all of them together, which is read for which
/// field: the one whose title claims it most reliably, and of equals the first. A hidden column is
/// read for no progress.
fn columns(
    sheet: &Sheet,
    rows: (u32, u32),
    (with_hidden, with_parts): (bool, bool),
) -> Vec<Column> {
    let last = sheet.last_column(rows.0..=rows.1).map_or(0, |last| last.min(MAX_COLUMNS));
    let wide = sheet.merged.in_row(rows.0).map(|area| area.last.1.min(MAX_COLUMNS));
    let last = wide.fold(last, u32::max);
    let mut columns: Vec<Column> = Vec::new();
    let mut claims: Vec<(Claim, usize)> = Vec::new();
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
        let of_column = titles::claims(&top, &bottom, with_parts);
        let claim = of_column.first().copied();
        let is_progress = of_column.iter().any(|claim| claim.field.is_progress());
        let hidden = !with_hidden && is_progress && sheet.hides_column(column);
        if !hidden {
            claims.extend(of_column.into_iter().map(|claim| (claim, columns.len())));
        }
        columns.push(Column { column, title, field: Field::Ignored, hidden, claim });
    }
    claims.sort_by_key(|(claim, at)| (claim.rank, *at));
    for (claim, at) in claims {
        let is_free = columns.iter().all(|column| column.field != claim.field);
        if is_free && columns[at].field == Field::Ignored {
            columns[at].field = claim.field;
            columns[at].claim = Some(claim);
        }
    }
    columns
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
    // "Khó khăn, vướng mắc" can be a column of ticks or one of sentences.
    for column in &mut header.columns {
        if matches!(column.field, Field::Tick(_)) && !is_ticked(sheet, header.rows, column.column) {
            column.field = Field::Ignored;
        }
    }
    let (mut state, mut text) = (place(Field::State, header), place(Field::Text, header));
    // Of two columns with titles of states, one may hold sentences, and the other way round.
    let rest = |field: Field, header: &Header| {
        let claims = |column: &Column| column.claim.is_some_and(|claim| claim.field == field);
        let is_rest = |column: &Column| column.field == Field::Ignored && !column.hidden;
        header.columns.iter().position(|column| is_rest(column) && claims(column))
    };
    if text.is_none()
        && let (Some(_), Some(at)) = (state, rest(Field::State, header))
    {
        let (known, long) = states(header.columns[at].column);
        if long > known {
            header.columns[at].field = Field::Text;
            text = Some(at);
        }
    } else if state.is_none()
        && let (Some(_), Some(at)) = (text, rest(Field::Text, header))
    {
        let (known, long) = states(header.columns[at].column);
        if known > long {
            header.columns[at].field = Field::State;
            state = Some(at);
        }
    }
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

/// Returns whether a column of a state has more ticks than other texts.
fn is_ticked(sheet: &Sheet, rows: (u32, u32), column: u32) -> bool {
    let below = sheet.cells.range((rows.1 + 1, 0)..);
    let (mut ticks, mut others) = (0, 0);
    for (_, cell) in below.filter(|((_, at), _)| *at == column).take(SAMPLED_ROWS) {
        match states::is_tick(cell) {
            true => ticks += 1,
            false if states::is_blank(cell) => {}
            false => others += 1,
        }
    }
    ticks >= others
}
