//! A table as JSON: first what it is and how reliable it is, then one row per line.

use serde_json::{Value, json};

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
    v1::each(ctx, table, &mut |row| {
        text.push_str(if rows == 0 { "\n" } else { ",\n" });
        text.push_str(&row.json());
        rows += 1;
    });
    text.push_str("\n]\n}\n");
    File { bytes: text.into_bytes(), rows }
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
