//! All tables in one workbook for spreadsheets (the only file that knows `rust_xlsxwriter`): an
//! explaining sheet first, then a sheet a table with its titles in the site's language, frozen and
//! ready to be filtered. Numbers are numbers and dates are dates; a text stays a text, whatever it
//! begins with.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::schema::{Cell, Kind, SEPARATOR};
use super::{File, Table, v1};
use crate::locale::Locale;
use crate::site::sheet::Sheet;

/// What a cell of a spreadsheet holds at most, in UTF-16 units.
const LONGEST: usize = 32_767;
/// What a sheet holds at most, without its header.
const ROWS: u32 = 1_048_575;

/// The workbook as a file.
pub(super) fn file(sheet: &Sheet<'_>) -> File {
    make(sheet).unwrap_or_else(|error| {
        unreachable!("sheets are named by us and kept within a spreadsheet's limits: {error}")
    })
}

fn make(sheet: &Sheet<'_>) -> Result<File, XlsxError> {
    let locale = Locale::new(sheet.tag());
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let settings = &sheet.model.settings;
    // Without a date of its own a workbook takes the clock's.
    let mut properties = DocProperties::new()
        .set_title(&settings.title)
        .set_creation_datetime(&excel_day(sheet.as_of()));
    if let Some(publisher) = &settings.publisher {
        properties = properties.set_author(publisher);
    }
    workbook.set_properties(&properties);
    explain(sheet, &locale, &looks, workbook.add_worksheet())?;
    let mut rows = 0;
    for table in Table::ALL {
        rows += fill(sheet, &locale, &looks, table, workbook.add_worksheet())?;
    }
    Ok(File { bytes: workbook.save_to_buffer()?, rows })
}

struct Looks {
    title: Format,
    header: Format,
    text: Format,
    day: Format,
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Looks {
            title: Format::new().set_bold().set_font_size(14),
            header: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00E1_EDF9))
                .set_border_bottom(FormatBorder::Thin),
            text: top.clone().set_text_wrap(),
            day: top.clone().set_num_format("yyyy-mm-dd"),
            number: top,
        }
    }
}

/// The name of a table's sheet, which also names its resource.
pub(super) fn sheet_name(locale: &Locale, table: Table) -> String {
    locale.text(&format!("data-{}", table.name()))
}

/// What the workbook is, how far it may be trusted, and every column of every sheet.
fn explain(
    sheet: &Sheet<'_>,
    locale: &Locale,
    looks: &Looks,
    page: &mut Worksheet,
) -> Result<(), XlsxError> {
    page.set_name(locale.text("data-workbook-about"))?;
    for (column, width) in [24, 34, 24, 90].into_iter().enumerate() {
        page.set_column_width(u16::try_from(column).unwrap_or(0), width)?;
    }
    let settings = &sheet.model.settings;
    page.write_string_with_format(0, 0, within(&settings.title), &looks.title)?;
    let as_of = sheet.say("as-of", &[("date", (&sheet.short(sheet.as_of())).into())]);
    let publisher = settings.publisher.as_ref();
    let publisher = publisher.map(|name| sheet.say("published-by", &[("name", name.into())]));
    let licence = match &settings.licence {
        Some(licence) => {
            format!("{}: {} ({})", locale.text("data-licence"), licence.name, licence.url)
        }
        None => format!("{}: {}", locale.text("data-licence"), locale.text("data-licence-none")),
    };
    let notes = [
        settings.notice.clone(),
        Some(sheet.model.directive.name()),
        Some(as_of),
        publisher,
        Some(licence),
        settings.base_url.clone(),
        Some(locale.text("data-workbook-how")),
    ];
    let mut row = 1;
    for note in notes.into_iter().flatten() {
        page.write_string(row, 0, within(&note))?;
        row += 1;
    }
    row += 1;
    for (n, key) in
        ["data-column-sheet", "data-column-title", "data-column-name", "data-column-about"]
            .into_iter()
            .enumerate()
    {
        let column = u16::try_from(n).unwrap_or(0);
        page.write_string_with_format(row, column, locale.text(key), &looks.header)?;
    }
    for table in Table::ALL {
        for column in v1::columns(table) {
            row += 1;
            page.write_string(row, 0, sheet_name(locale, table))?;
            page.write_string(row, 1, column.title(locale, table))?;
            page.write_string(row, 2, column.name)?;
            page.write_string(row, 3, column.about(locale, table))?;
        }
    }
    Ok(())
}

/// A table; gives the number of its rows.
fn fill(
    sheet: &Sheet<'_>,
    locale: &Locale,
    looks: &Looks,
    table: Table,
    page: &mut Worksheet,
) -> Result<usize, XlsxError> {
    page.set_name(sheet_name(locale, table))?;
    let columns = v1::columns(table);
    for (n, column) in (0..).zip(columns) {
        let title = column.title(locale, table);
        page.set_column_width(n, width(column.kind, &title))?;
        page.write_string_with_format(0, n, title, &looks.header)?;
    }
    page.set_freeze_panes(1, if table.key().len() == 1 { 2 } else { 3 })?;
    let mut row = 0;
    let mut fault = None;
    v1::each(sheet, table, &mut |record| {
        if row < ROWS && fault.is_none() {
            row += 1;
            fault = write(page, row, &record.cells(), looks).err();
        }
    });
    if let Some(fault) = fault {
        return Err(fault);
    }
    let last = u16::try_from(columns.len()).unwrap_or(1).saturating_sub(1);
    page.autofilter(0, 0, row, last)?;
    page.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    Ok(row as usize)
}

fn write(
    page: &mut Worksheet,
    row: u32,
    cells: &[Cell<'_>],
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        match cell {
            Cell::Nothing => {}
            Cell::Text(text) => {
                page.write_string_with_format(row, column, within(text), &looks.text)?;
            }
            Cell::List(values) => {
                let text = values.join(SEPARATOR);
                page.write_string_with_format(row, column, within(&text), &looks.text)?;
            }
            Cell::Number(n) => {
                page.write_number_with_format(row, column, *n, &looks.number)?;
            }
            Cell::Day(day) => {
                page.write_datetime_with_format(row, column, excel_day(*day), &looks.day)?;
            }
        }
    }
    Ok(())
}

fn width(kind: Kind, title: &str) -> f64 {
    let (least, most): (f64, f64) = match kind {
        Kind::Text => (28.0, 48.0),
        Kind::References(_) | Kind::Words(_) | Kind::Address => (20.0, 36.0),
        Kind::Id | Kind::Reference(_) | Kind::Word(_) => (12.0, 24.0),
        Kind::Day | Kind::Number => (11.0, 16.0),
    };
    let letters = u32::try_from(title.chars().count()).unwrap_or(u32::MAX);
    (f64::from(letters) + 3.0).clamp(least, most)
}

/// The text as far as a cell can hold it.
fn within(text: &str) -> String {
    if text.len() <= LONGEST || text.chars().map(char::len_utf16).sum::<usize>() <= LONGEST {
        return text.to_owned();
    }
    let mut units = 0;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units < LONGEST
    });
    kept.chain(['…']).collect()
}

fn excel_day(day: NaiveDate) -> ExcelDateTime {
    let number = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(2000);
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))
        .unwrap_or_else(|error| unreachable!("every day of 2000 to 2100 is one: {error}"))
}
