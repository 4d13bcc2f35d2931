//! Writes a workbook (the only file that knows `rust_xlsxwriter`): sheets with frozen headers,
//! filters, choices to pick from and notes. Numbers are numbers and days are days; a text stays a
//! text, whatever it begins with. The same input gives the same bytes.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::within;

/// What a sheet holds at most, without its header.
pub const ROWS: u32 = 1_048_575;

/// A workbook that cannot be written: a fault of ours.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct WriteError(#[from] XlsxError);

/// A value that is written.
#[derive(Clone, Copy, Debug)]
pub enum Written<'a> {
    /// A text; as far as a cell can hold it.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A day.
    Day(NaiveDate),
}

/// What a cell looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the program has it.
    Plain,
    /// The title of a sheet.
    Title,
    /// The title of a column.
    Header,
    /// The title of a column that is to be filled in.
    InputHeader,
    /// A cell of a table of data.
    Body,
    /// A cell that is to be filled in.
    Input,
    /// A cell that is there to be read.
    Told,
    /// A cell that is there to be read, and not by everybody.
    Marked,
}

/// A workbook on its way to its bytes.
pub struct Writer {
    workbook: Workbook,
    looks: Looks,
}

/// A sheet of it. Rows and columns are counted from 0.
pub struct Page<'a> {
    sheet: &'a mut Worksheet,
    looks: &'a Looks,
}

impl Writer {
    /// An empty workbook; `made` is the day that it bears as its date, since it knows no clock.
    pub fn new(title: &str, author: Option<&str>, made: NaiveDate) -> Self {
        let mut workbook = Workbook::new();
        let mut properties =
            DocProperties::new().set_title(title).set_creation_datetime(&excel_day(made));
        if let Some(author) = author {
            properties = properties.set_author(author);
        }
        workbook.set_properties(&properties);
        Writer { workbook, looks: Looks::new() }
    }

    /// One more sheet.
    ///
    /// # Errors
    ///
    /// When a sheet cannot have this name.
    pub fn page(&mut self, name: &str) -> Result<Page<'_>, WriteError> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name)?;
        Ok(Page { sheet, looks: &self.looks })
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// When the crate refuses, which is a fault of ours.
    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        Ok(self.workbook.save_to_buffer()?)
    }
}

impl Page<'_> {
    /// Writes a cell.
    ///
    /// # Errors
    ///
    /// When the sheet ends before it.
    pub fn put(
        &mut self,
        row: u32,
        column: u16,
        value: Written<'_>,
        look: Look,
    ) -> Result<(), WriteError> {
        match (value, self.looks.of(look, Kind::of(value))) {
            (Written::Text(text), None) => self.sheet.write_string(row, column, within(text))?,
            (Written::Text(text), Some(format)) => {
                self.sheet.write_string_with_format(row, column, within(text), format)?
            }
            (Written::Number(n), None) => self.sheet.write_number(row, column, n)?,
            (Written::Number(n), Some(format)) => {
                self.sheet.write_number_with_format(row, column, n, format)?
            }
            (Written::Day(day), format) => self.sheet.write_datetime_with_format(
                row,
                column,
                excel_day(day),
                format.unwrap_or(&self.looks.day),
            )?,
        };
        Ok(())
    }

    /// Gives an empty cell a look, so that what is typed into it has it.
    ///
    /// # Errors
    ///
    /// When the sheet ends before it.
    pub fn blank(&mut self, row: u32, column: u16, day: bool) -> Result<(), WriteError> {
        let kind = if day { Kind::Day } else { Kind::Text };
        if let Some(format) = self.looks.of(Look::Input, kind) {
            self.sheet.write_blank(row, column, format)?;
        }
        Ok(())
    }

    /// How wide a column is, in letters.
    ///
    /// # Errors
    ///
    /// When the sheet ends before it.
    pub fn width(&mut self, column: u16, letters: f64) -> Result<(), WriteError> {
        self.sheet.set_column_width(column, letters)?;
        Ok(())
    }

    /// Keeps these first rows and columns in sight.
    ///
    /// # Errors
    ///
    /// When the sheet ends before them.
    pub fn freeze(&mut self, rows: u32, columns: u16) -> Result<(), WriteError> {
        self.sheet.set_freeze_panes(rows, columns)?;
        Ok(())
    }

    /// Lets a table be filtered, from its header to its last row.
    ///
    /// # Errors
    ///
    /// When the sheet ends before it.
    pub fn filter(&mut self, header: u32, last_row: u32, last: u16) -> Result<(), WriteError> {
        self.sheet.autofilter(header, 0, last_row, last)?;
        Ok(())
    }

    /// Lays the sheet out for paper: across, as wide as a page, with this header on every page.
    ///
    /// # Errors
    ///
    /// When the sheet ends before the header.
    pub fn for_paper(&mut self, header: u32) -> Result<(), WriteError> {
        self.sheet.set_landscape().set_repeat_rows(header, header)?.set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// Pins a comment to a cell.
    ///
    /// # Errors
    ///
    /// When the sheet ends before it.
    pub fn note(&mut self, row: u32, column: u16, text: &str) -> Result<(), WriteError> {
        let note = Note::new(text).add_author_prefix(false).set_width(320).set_height(120);
        self.sheet.insert_note(row, column, &note)?;
        Ok(())
    }

    /// Lets the cells of a column be picked from the cells of another sheet. Something else may
    /// still be typed; the program asks back with these words then.
    ///
    /// # Errors
    ///
    /// When the sheet ends before them or the words are too long for the program.
    pub fn choices(
        &mut self,
        rows: (u32, u32),
        column: u16,
        from: &Choices<'_>,
    ) -> Result<(), WriteError> {
        let sheet = from.sheet.replace('\'', "''");
        let letter = super::column_name(u32::from(from.column));
        let (first, last) = (from.first + 1, from.first + from.count.max(1));
        let list = format!("='{sheet}'!${letter}${first}:${letter}${last}");
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(list))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title(from.title)?
            .set_error_message(from.message)?;
        self.sheet.add_data_validation(rows.0, column, rows.1, column, &validation)?;
        Ok(())
    }
}

/// A list that another column is picked from.
#[derive(Clone, Copy, Debug)]
pub struct Choices<'a> {
    /// The sheet that it stands on.
    pub sheet: &'a str,
    /// Its column.
    pub column: u16,
    /// Its first row.
    pub first: u32,
    /// How many there are.
    pub count: u32,
    /// Above the question when something else is typed: at most 32 characters.
    pub title: &'a str,
    /// The question: at most 255 characters.
    pub message: &'a str,
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Day,
}

impl Kind {
    fn of(value: Written<'_>) -> Self {
        match value {
            Written::Text(_) => Kind::Text,
            Written::Number(_) => Kind::Number,
            Written::Day(_) => Kind::Day,
        }
    }
}

struct Looks {
    title: Format,
    header: Format,
    input_header: Format,
    text: Format,
    number: Format,
    day: Format,
    input_day: Format,
    told: Format,
    told_day: Format,
    marked: Format,
    marked_day: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00E1_EDF9))
            .set_border_bottom(FormatBorder::Thin);
        let told = top.clone().set_text_wrap().set_font_color(Color::RGB(0x0055_5B61));
        Looks {
            title: Format::new().set_bold().set_font_size(14),
            input_header: header.clone().set_background_color(Color::RGB(0x00DF_F3E6)),
            header,
            text: top.clone().set_text_wrap(),
            day: top.clone().set_num_format("yyyy-mm-dd"),
            // Day first, as those write who fill it in.
            input_day: top.clone().set_num_format("dd/mm/yyyy"),
            number: top,
            told_day: told.clone().set_num_format("dd/mm/yyyy"),
            marked_day: told
                .clone()
                .set_num_format("dd/mm/yyyy")
                .set_background_color(Color::RGB(0x00FD_F1C7)),
            marked: told.clone().set_background_color(Color::RGB(0x00FD_F1C7)),
            told,
        }
    }

    fn of(&self, look: Look, kind: Kind) -> Option<&Format> {
        Some(match (look, kind) {
            (Look::Plain, _) => return None,
            (Look::Title, _) => &self.title,
            (Look::Header, _) => &self.header,
            (Look::InputHeader, _) => &self.input_header,
            (Look::Input, Kind::Day) => &self.input_day,
            (Look::Body, Kind::Day) => &self.day,
            (Look::Body | Look::Input, Kind::Number) => &self.number,
            (Look::Body | Look::Input, Kind::Text) => &self.text,
            (Look::Told, Kind::Day) => &self.told_day,
            (Look::Told, _) => &self.told,
            (Look::Marked, Kind::Day) => &self.marked_day,
            (Look::Marked, _) => &self.marked,
        })
    }
}

fn excel_day(day: NaiveDate) -> ExcelDateTime {
    let number = |n: u32| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(2000);
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))
        .unwrap_or_else(|error| unreachable!("every day of 2000 to 2100 is one: {error}"))
}
