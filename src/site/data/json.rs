//! A table as JSON: first what it is and how reliable it is, then one row per line.

use serde_json::{Value, json};

use super::schema::{Cell, Column};
use super::{File, Table, VERSION, v1};
use crate::site::context::PageContext;

/// Renders a table as JSON.
pub(super) fn file(ctx: &PageContext<'_>, table: Table) -> File {
    let mut text = String::from("{\n");
    for (name, value) in head(ctx, table) {
        text.push_str(&format!("\"{name}\": {value},\n"));
    }
    text.push_str("\"rows\": [");
    let mut rows = 0;
    let columns = v1::columns(table, ctx.index.uses);
    v1::each(ctx, table, &mut |cells| {
        text.push_str(if rows == 0 { "\n" } else { ",\n" });
        object(&columns, cells, &mut text);
        rows += 1;
    });
    text.push_str("\n]\n}\n");
    File { bytes: text.into_bytes(), rows }
}

/// Writes a row as an object on one line.
fn object(columns: &[Column], cells: &[Cell<'_>], text: &mut String) {
    for (n, (column, cell)) in columns.iter().zip(cells).enumerate() {
        text.push_str(if n == 0 { "{\"" } else { ",\"" });
        text.push_str(column.name);
        text.push_str("\":");
        let value = match cell {
            Cell::Nothing if column.kind.is_list() => "[]".to_owned(),
            Cell::Nothing => "null".to_owned(),
            Cell::Text(text) => json!(text).to_string(),
            Cell::Number(n) => n.to_string(),
            Cell::Decimal(figure) => figure.to_string(),
            Cell::Day(day) => json!(day).to_string(),
            Cell::List(values) => json!(values).to_string(),
        };
        text.push_str(&value);
    }
    text.push('}');
}

/// The metadata of a file, in the order in which it is written.
fn head(ctx: &PageContext<'_>, table: Table) -> Vec<(&'static str, Value)> {
    let (settings, directive) = (&ctx.model.settings, &ctx.model.directive);
    let licence = settings.licence.as_ref();
    vec![
        ("version", json!(VERSION)),
        ("table", json!(table.name())),
        ("as_of", json!(ctx.as_of())),
        ("language", json!(ctx.tag())),
        ("title", json!(settings.title)),
        ("publisher", json!(settings.publisher)),
        ("licence", json!(licence.map(|l| json!({"name": l.name, "url": l.url})))),
        ("notice", json!(settings.notice)),
        ("base_url", json!(settings.base_url)),
        (
            "directive",
            json!({"name": directive.name(), "number": directive.number,
                   "date": directive.date, "subject": directive.subject}),
        ),
    ]
}
