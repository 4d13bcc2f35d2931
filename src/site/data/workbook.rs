//! A workbook of all tables for spreadsheets.
//!
//! The first sheet explains the others. Each table has a sheet with titles in the site's language,
//! a frozen header and filters.

use super::schema::{Cell, Kind, SEPARATOR};
use super::{File, Table, v1};
use crate::locale::Locale;
use crate::site::context::PageContext;
use crate::spreadsheet::write::{CellStyle, CellValue, MAX_ROWS, SheetWriter, WriteError, Writer};

/// Renders the workbook.
pub(super) fn file(ctx: &PageContext<'_>) -> File {
    make(ctx).unwrap_or_else(|error| {
        unreachable!("sheets are named by us and kept within a spreadsheet's limits: {error}")
    })
}

fn make(ctx: &PageContext<'_>) -> Result<File, WriteError> {
    let locale = Locale::of(ctx.tag());
    let settings = &ctx.model.settings;
    let mut writer = Writer::new(&settings.title, settings.publisher.as_deref(), ctx.as_of());
    explain(ctx, locale, writer.sheet(&locale.text("data-workbook-about"))?)?;
    let mut rows = 0;
    for table in Table::of(ctx.index.uses) {
        rows += fill(ctx, locale, table, writer.sheet(&sheet_name(locale, table))?)?;
    }
    Ok(File { bytes: writer.finish()?, rows })
}

/// The name of a table's sheet, which is also the name of its resource.
pub(super) fn sheet_name(locale: &Locale, table: Table) -> String {
    locale.text(&format!("data-{}", table.name()))
}

/// Writes the first sheet: what the workbook is, how reliable it is, and every column of every
/// sheet.
fn explain(
    ctx: &PageContext<'_>,
    locale: &Locale,
    mut page: SheetWriter<'_>,
) -> Result<(), WriteError> {
    for (column, width) in (0..).zip([24.0, 34.0, 24.0, 90.0]) {
        page.width(column, width)?;
    }
    let settings = &ctx.model.settings;
    page.put(0, 0, CellValue::Text(&settings.title), CellStyle::Title)?;
    let as_of = ctx.say("as-of", &[("date", (&ctx.short(ctx.as_of())).into())]);
    let publisher = settings.publisher.as_ref();
    let publisher = publisher.map(|name| ctx.say("published-by", &[("name", name.into())]));
    let licence = match &settings.licence {
        Some(licence) => {
            format!("{}: {} ({})", locale.text("data-licence"), licence.name, licence.url)
        }
        None => format!("{}: {}", locale.text("data-licence"), locale.text("data-licence-none")),
    };
    let notes = [
        settings.notice.clone(),
        Some(ctx.model.directive.name()),
        Some(as_of),
        publisher,
        Some(licence),
        settings.base_url.clone(),
        Some(locale.text("data-workbook-how")),
    ];
    let mut row = 1;
    for note in notes.into_iter().flatten() {
        page.put(row, 0, CellValue::Text(&note), CellStyle::Plain)?;
        row += 1;
    }
    row += 1;
    let keys = ["data-column-sheet", "data-column-title", "data-column-name", "data-column-about"];
    for (column, key) in (0..).zip(keys) {
        page.put(row, column, CellValue::Text(&locale.text(key)), CellStyle::Header)?;
    }
    for table in Table::of(ctx.index.uses) {
        for column in v1::columns(table, ctx.index.uses) {
            row += 1;
            let (title, about) = (column.title(locale, table), column.about(locale, table));
            for (n, text) in (0..).zip([&sheet_name(locale, table), &title, column.name, &about]) {
                page.put(row, n, CellValue::Text(text), CellStyle::Plain)?;
            }
        }
    }
    Ok(())
}

/// Writes a table and returns its number of rows.
fn fill(
    ctx: &PageContext<'_>,
    locale: &Locale,
    table: Table,
    mut page: SheetWriter<'_>,
) -> Result<usize, WriteError> {
    let columns = v1::columns(table, ctx.index.uses);
    for (n, column) in (0..).zip(&columns) {
        let title = column.title(locale, table);
        page.width(n, width(column.kind, &title))?;
        page.put(0, n, CellValue::Text(&title), CellStyle::Header)?;
    }
    page.freeze(1, if table.key().len() == 1 { 2 } else { 3 })?;
    let mut row = 0;
    let mut error = None;
    v1::each(ctx, table, &mut |cells| {
        if row < MAX_ROWS && error.is_none() {
            row += 1;
            error = write(&mut page, row, cells).err();
        }
    });
    if let Some(error) = error {
        return Err(error);
    }
    let last = u16::try_from(columns.len()).unwrap_or(1).saturating_sub(1);
    page.filter(0, row, last)?;
    page.for_paper(0)?;
    Ok(row as usize)
}

fn write(page: &mut SheetWriter<'_>, row: u32, cells: &[Cell<'_>]) -> Result<(), WriteError> {
    for (column, cell) in (0..).zip(cells) {
        match cell {
            Cell::Nothing => {}
            Cell::Text(text) => page.put(row, column, CellValue::Text(text), CellStyle::Body)?,
            Cell::List(values) => {
                page.put(row, column, CellValue::Text(&values.join(SEPARATOR)), CellStyle::Body)?;
            }
            Cell::Number(n) => {
                page.put(row, column, CellValue::Number((*n).into()), CellStyle::Body)?;
            }
            Cell::Decimal(figure) => {
                page.put(row, column, CellValue::Number(figure.approximate()), CellStyle::Body)?;
            }
            Cell::Day(day) => page.put(row, column, CellValue::Day(*day), CellStyle::Body)?,
        }
    }
    Ok(())
}

fn width(kind: Kind, title: &str) -> f64 {
    let (least, most): (f64, f64) = match kind {
        Kind::Text => (28.0, 48.0),
        Kind::References(_) | Kind::Words(_) | Kind::Names | Kind::Address => (20.0, 36.0),
        Kind::Id | Kind::Reference(_) | Kind::Word(_) => (12.0, 24.0),
        Kind::Day | Kind::Time | Kind::Number | Kind::Decimal => (11.0, 16.0),
    };
    let letters = u32::try_from(title.chars().count()).unwrap_or(u32::MAX);
    (f64::from(letters) + 3.0).clamp(least, most)
}
