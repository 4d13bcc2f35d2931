//! Writes workbooks (the only file that uses `rust_xlsxwriter`).
//!
//! A sheet can have a frozen header, filters, lists of choices and comments. A text stays a text,
//! whatever it begins with. The same input gives the same bytes.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::within;

/// Maximum number of rows of a sheet, without its header.
pub const MAX_ROWS: u32 = 1_048_575;

/// The error for a workbook that cannot be written, which is a bug in tiendo.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct WriteError(#[from] XlsxError);

/// The value of a cell.
#[derive(Clone, Copy, Debug)]
pub enum CellValue<'a> {
    /// A text, cut to the maximum length of a cell.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
}

/// The style of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellStyle {
    /// The default style.
    Plain,
    /// The title of a sheet.
    Title,
    /// The title of a column.
    Header,
    /// The title of a column to fill in.
    InputHeader,
    /// A cell of a data table.
    Body,
    /// A cell to fill in.
    Input,
    /// A read-only cell.
    ReadOnly,
    /// A read-only cell that is not public.
    Restricted,
}

/// A workbook that is being written.
pub struct Writer {
    workbook: Workbook,
    formats: Formats,
}

/// A sheet that is being written. Rows and columns are counted from 0.
pub struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
    formats: &'a Formats,
}

impl Writer {
    /// Creates an empty workbook with `made` as its date of creation.
    pub fn new(title: &str, author: Option<&str>, made: NaiveDate) -> Self {
        let mut workbook = Workbook::new();
        let mut properties =
            DocProperties::new().set_title(title).set_creation_datetime(&excel_day(made));
        if let Some(author) = author {
            properties = properties.set_author(author);
        }
        workbook.set_properties(&properties);
        Writer { workbook, formats: Formats::new() }
    }

    /// Adds a sheet.
    ///
    /// # Errors
    ///
    /// Fails if a sheet cannot have this name.
    pub fn sheet(&mut self, name: &str) -> Result<SheetWriter<'_>, WriteError> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name)?;
        Ok(SheetWriter { sheet, formats: &self.formats })
    }

    /// Returns the bytes of the file.
    ///
    /// # Errors
    ///
    /// Fails if the crate refuses the workbook, which is a bug in tiendo.
    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        Ok(made_on_unix(self.workbook.save_to_buffer()?))
    }
}

/// Gives the archive the same bytes on every system: the writer notes in the directory of the archive
/// on which system each file was made.
fn made_on_unix(mut archive: Vec<u8>) -> Vec<u8> {
    const END: &[u8] = b"PK\x05\x06";
    const ENTRY: &[u8] = b"PK\x01\x02";
    const UNIX: u8 = 3;
    let number = |archive: &[u8], at: usize, bytes: usize| -> usize {
        let digits = archive.get(at..at + bytes).unwrap_or_default();
        digits.iter().rev().fold(0, |number, digit| number << 8 | usize::from(*digit))
    };
    let Some(end) = memchr::memmem::rfind(&archive, END) else { return archive };
    let mut at = number(&archive, end + 16, 4);
    while archive.get(at..).is_some_and(|rest| rest.starts_with(ENTRY)) && at + 46 <= archive.len()
    {
        archive[at + 5] = UNIX;
        let lengths = [28, 30, 32].map(|field| number(&archive, at + field, 2));
        at += 46 + lengths.iter().sum::<usize>();
    }
    archive
}

impl SheetWriter<'_> {
    /// Writes a cell.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before it.
    pub fn put(
        &mut self,
        row: u32,
        column: u16,
        value: CellValue<'_>,
        style: CellStyle,
    ) -> Result<(), WriteError> {
        match (value, self.formats.of(style, Kind::of(value))) {
            (CellValue::Text(text), None) => self.sheet.write_string(row, column, within(text))?,
            (CellValue::Text(text), Some(format)) => {
                self.sheet.write_string_with_format(row, column, within(text), format)?
            }
            (CellValue::Number(n), None) => self.sheet.write_number(row, column, n)?,
            (CellValue::Number(n), Some(format)) => {
                self.sheet.write_number_with_format(row, column, n, format)?
            }
            (CellValue::Day(day), format) => self.sheet.write_datetime_with_format(
                row,
                column,
                excel_day(day),
                format.unwrap_or(&self.formats.day),
            )?,
        };
        Ok(())
    }

    /// Formats an empty cell for input, of a day or of text.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before it.
    pub fn blank(&mut self, row: u32, column: u16, day: bool) -> Result<(), WriteError> {
        let kind = if day { Kind::Day } else { Kind::Text };
        if let Some(format) = self.formats.of(CellStyle::Input, kind) {
            self.sheet.write_blank(row, column, format)?;
        }
        Ok(())
    }

    /// Sets the width of a column in letters.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before it.
    pub fn width(&mut self, column: u16, letters: f64) -> Result<(), WriteError> {
        self.sheet.set_column_width(column, letters)?;
        Ok(())
    }

    /// Freezes the first rows and columns.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before them.
    pub fn freeze(&mut self, rows: u32, columns: u16) -> Result<(), WriteError> {
        self.sheet.set_freeze_panes(rows, columns)?;
        Ok(())
    }

    /// Adds filters to a table.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before it.
    pub fn filter(&mut self, header: u32, last_row: u32, last: u16) -> Result<(), WriteError> {
        self.sheet.autofilter(header, 0, last_row, last)?;
        Ok(())
    }

    /// Sets up printing: landscape, one page wide, with the header on every page.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before the header.
    pub fn for_paper(&mut self, header: u32) -> Result<(), WriteError> {
        self.sheet.set_landscape().set_repeat_rows(header, header)?.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// Adds a comment to a cell.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before it.
    pub fn note(&mut self, row: u32, column: u16, text: &str) -> Result<(), WriteError> {
        let note = Note::new(text).add_author_prefix(false).set_width(320).set_height(120);
        self.sheet.insert_note(row, column, &note)?;
        Ok(())
    }

    /// Lets the cells of a column be chosen from the cells of another sheet. If something else is
    /// typed, the spreadsheet program asks for confirmation.
    ///
    /// # Errors
    ///
    /// Fails if the sheet ends before them or the texts are too long.
    pub fn choices(
        &mut self,
        rows: (u32, u32),
        column: u16,
        choices: &Choices<'_>,
    ) -> Result<(), WriteError> {
        let sheet = choices.sheet.replace('\'', "''");
        let letter = super::column_name(u32::from(choices.column));
        let (first, last) = (choices.first + 1, choices.first + choices.count.max(1));
        let list = format!("='{sheet}'!${letter}${first}:${letter}${last}");
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(list))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(choices.title)?
            .set_error_message(choices.message)?;
        self.sheet.add_data_validation(rows.0, column, rows.1, column, &validation)?;
        Ok(())
    }
}

/// A list of choices for a column.
#[derive(Clone, Copy, Debug)]
pub struct Choices<'a> {
    /// The sheet with the list.
    pub sheet: &'a str,
    /// The column of the list.
    pub column: u16,
    /// The first row of the list.
    pub first: u32,
    /// Number of choices.
    pub count: u32,
    /// The title of the confirmation: at most 32 characters.
    pub title: &'a str,
    /// The text of the confirmation: at most 255 characters.
    pub message: &'a str,
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Day,
}

impl Kind {
    fn of(value: CellValue<'_>) -> Self {
        match value {
            CellValue::Text(_) => Kind::Text,
            CellValue::Number(_) => Kind::Number,
            CellValue::Day(_) => Kind::Day,
        }
    }
}

struct Formats {
    title: Format,
    header: Format,
    input_header: Format,
    text: Format,
    number: Format,
    day: Format,
    input_day: Format,
    read_only: Format,
    read_only_day: Format,
    restricted: Format,
    restricted_day: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00E1_EDF9))
            .set_border_bottom(FormatBorder::Thin);
        let read_only = top.clone().set_text_wrap().set_font_color(Color::RGB(0x0055_5B61));
        Formats {
            title: Format::new().set_bold().set_font_size(14),
            input_header: header.clone().set_background_color(Color::RGB(0x00DF_F3E6)),
            header,
            text: top.clone().set_text_wrap(),
            day: top.clone().set_num_format("yyyy-mm-dd"),
            // Vietnamese readers write the day first.
            input_day: top.clone().set_num_format("dd/mm/yyyy"),
            number: top,
            read_only_day: read_only.clone().set_num_format("dd/mm/yyyy"),
            restricted_day: read_only
                .clone()
                .set_num_format("dd/mm/yyyy")
                .set_background_color(Color::RGB(0x00FD_F1C7)),
            restricted: read_only.clone().set_background_color(Color::RGB(0x00FD_F1C7)),
            read_only,
        }
    }

    fn of(&self, style: CellStyle, kind: Kind) -> Option<&Format> {
        Some(match (style, kind) {
            (CellStyle::Plain, _) => return None,
            (CellStyle::Title, _) => &self.title,
            (CellStyle::Header, _) => &self.header,
            (CellStyle::InputHeader, _) => &self.input_header,
            (CellStyle::Input, Kind::Day) => &self.input_day,
            (CellStyle::Body, Kind::Day) => &self.day,
            (CellStyle::Body | CellStyle::Input, Kind::Number) => &self.number,
            (CellStyle::Body | CellStyle::Input, Kind::Text) => &self.text,
            (CellStyle::ReadOnly, Kind::Day) => &self.read_only_day,
            (CellStyle::ReadOnly, _) => &self.read_only,
            (CellStyle::Restricted, Kind::Day) => &self.restricted_day,
            (CellStyle::Restricted, _) => &self.restricted,
        })
    }
}

fn excel_day(day: NaiveDate) -> ExcelDateTime {
    let number = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(2000);
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))
        .unwrap_or_else(|error| unreachable!("every day of 2000 to 2100 is one: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_archive_names_one_system() {
        let mut tracker = Workbook::new();
        tracker.add_worksheet().write_string(0, 0, "Mã").unwrap();
        let here = made_on_unix(tracker.save_to_buffer().unwrap());
        let entries = memchr::memmem::find_iter(&here, b"PK\x01\x02").collect::<Vec<_>>();
        assert!(entries.len() > 5);
        assert!(entries.iter().all(|at| here[at + 5] == 3));
        // As if it had been made on Windows.
        let mut there = here.clone();
        entries.iter().for_each(|at| there[at + 5] = 0);
        assert_eq!(made_on_unix(there), here);
        assert_eq!(made_on_unix(b"no archive".to_vec()), b"no archive");
    }
}
