//! Proposes a mapping: how the tables of a tracker were read, for a person to correct.

use super::header::Field;
use super::result::Table;
use crate::spreadsheet::column_name;

/// Writes how tables were read as a mapping, for a person to correct. `quoted` writes a text as a
/// YAML scalar. Only the tables whose header lies in the rows of the first are in it, since a
/// mapping names the rows of one header.
pub fn mapping(tables: &[Table], quoted: impl Fn(&str) -> String) -> Option<String> {
    let first = tables.first()?;
    let (from, to) = first.header.rows;
    let same = || tables.iter().filter(|table| table.header.rows == first.header.rows);
    let sheets: Vec<String> = same().map(|table| quoted(&table.sheet)).collect();
    let rows =
        if from == to { format!("{}", from + 1) } else { format!("{}, {}", from + 1, to + 1) };
    let mut text = format!("sheets: [{}]\nheader: [{rows}]\ncolumns:\n", sheets.join(", "));
    let mut known: Vec<String> = Vec::new();
    for column in same().flat_map(|table| &table.header.columns) {
        let is_double =
            first.header.columns.iter().filter(|other| other.title == column.title).count() > 1;
        let name = if is_double { column_name(column.column) } else { column.title.clone() };
        let field = match column.field {
            Field::Tick(_) => "state".to_owned(),
            field => field.name(),
        };
        if known.contains(&name) {
            continue;
        }
        text.push_str(&format!("  {}: {field}\n", quoted(&name)));
        known.push(name);
    }
    Some(text)
}
