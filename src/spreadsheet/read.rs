//! Reads untrusted workbooks (the only room that uses `calamine` and `quick_xml`).
//!
//! The zip file is unpacked within limits first: only the parts that are needed, and none of them
//! beyond its limit, whatever the headers claim. These parts are packed into a plain zip in memory,
//! and only that is passed to `calamine`. Formulas are never computed, and links to other files are
//! never followed.
//!
//! `calamine` reports neither what is hidden nor which words of a cell are struck through: `looks`
//! reads that from the same parts.

mod looks;
mod notes;
mod xml;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use calamine::{Data, DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{Days, NaiveDate, NaiveTime};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Area, Book, Cell, Merged, Sheet, Struck, Value};
use looks::{Looks, RichTexts};
use notes::Notes;

/// Maximum size of a file in bytes.
pub const MAX_FILE: u64 = 32 * 1024 * 1024;
/// Maximum size of all unpacked parts in bytes.
const MAX_UNPACKED: u64 = 160 * 1024 * 1024;
/// Maximum size of the styles in bytes. In memory they take a multiple of that.
const MAX_STYLES: usize = 4 * 1024 * 1024;
/// Maximum number of files in the zip.
const MAX_PARTS: usize = 2_000;
/// Maximum number of cells in all sheets.
const MAX_CELLS: usize = 1_000_000;
/// Number of bytes of a text for which its cell counts once more.
const CELL_BYTES: usize = 256;
/// Maximum number of merged areas of a sheet.
const MAX_MERGED: usize = 20_000;
/// Maximum number of merged areas of a sheet that span very many rows.
const MAX_TALL: usize = 100;

/// The error for a workbook that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file has more bytes than allowed, packed or unpacked.
    #[error("the file is too large")]
    TooLarge,
    /// The workbook has more cells than allowed.
    #[error("the workbook has too many cells")]
    TooManyCells,
    /// The file is an .xls of Excel 97 to 2003, whatever its name.
    #[error("the file is a workbook of Excel 97-2003")]
    OldExcel,
    /// The workbook is locked with a password.
    #[error("the workbook is locked with a password")]
    Password,
    /// The file is an .ods.
    #[error("the file is an OpenDocument spreadsheet")]
    OpenDocument,
    /// The file is an .xlsb.
    #[error("the file is a binary workbook")]
    Binary,
    /// The file is text: CSV, or the HTML that some programs save as .xls.
    #[error("the file is text")]
    PlainText,
    /// The file is not a workbook.
    #[error("the file is no workbook")]
    NoWorkbook,
    /// The workbook is damaged.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
}

/// Reads a workbook.
///
/// # Errors
///
/// Fails with a [`ReadError`] if the bytes are not a workbook, or one that is too large or damaged.
pub fn book(bytes: &[u8]) -> Result<Book, ReadError> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(ReadError::TooLarge);
    }
    let parts = parts(bytes)?;
    let rich = RichTexts::read(&parts);
    let mut seen: BTreeMap<String, (Looks, Notes)> = BTreeMap::new();
    for (name, path) in xml::sheet_paths(&parts) {
        let part = parts.get(&path).map_or(&[][..], Vec::as_slice);
        seen.insert(name, (Looks::read(part, &rich), notes::of_sheet(&parts, &path)));
    }
    drop(rich);
    let plain = packed(&parts)?;
    drop(parts);
    let mut workbook = Xlsx::new(Cursor::new(plain)).map_err(damaged)?;
    let epoch_1904 = workbook.has_1904_epoch();
    let metadata: Vec<_> = workbook.sheets_metadata().to_vec();
    let mut left = MAX_CELLS;
    let mut sheets = Vec::new();
    for sheet in metadata.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).map_err(damaged)?;
        let too_many = merged.len() > MAX_MERGED;
        let merged = merged.iter().map(|area| Area { first: area.start, last: area.end });
        let merged = Merged::new(merged.take(MAX_MERGED));
        if too_many || merged.tall() > MAX_TALL {
            return Err(ReadError::TooManyCells);
        }
        let mut cells = cells(&mut workbook, &sheet.name, epoch_1904, &mut left)?;
        let (looks, notes) = seen.remove(&sheet.name).unwrap_or_default();
        looks.strike(&mut cells);
        for (place, note) in notes {
            cells.entry(place).or_default().note = Some(note);
        }
        sheets.push(Sheet {
            name: sheet.name,
            hidden: sheet.visible != SheetVisible::Visible,
            hidden_rows: looks.hidden_rows,
            hidden_columns: looks.hidden_columns,
            cells,
            merged,
        });
    }
    Ok(Book { sheets })
}

fn damaged(error: impl Into<XlsxError>) -> ReadError {
    match error.into() {
        XlsxError::Password => ReadError::Password,
        error => ReadError::Damaged(error.to_string().chars().take(200).collect()),
    }
}

/// Identifies a file that is not a zip.
fn not_a_zip(bytes: &[u8]) -> ReadError {
    const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.starts_with(&COMPOUND) {
        let locked: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
        let is_locked = bytes.windows(locked.len()).any(|window| window == locked);
        return if is_locked { ReadError::Password } else { ReadError::OldExcel };
    }
    let start = &bytes[..bytes.len().min(4096)];
    let start = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default(),
    };
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if wide || start.len() > 8 && !start.contains('\0') {
        return ReadError::PlainText;
    }
    ReadError::NoWorkbook
}

/// Unpacks the needed parts of a workbook, by lower-case path.
fn parts(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, ReadError> {
    if !bytes.starts_with(b"PK") {
        return Err(not_a_zip(bytes));
    }
    let broken = |error: zip::result::ZipError| damaged(XlsxError::Zip(error));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MAX_PARTS {
        return Err(ReadError::TooLarge);
    }
    let mut parts = BTreeMap::new();
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(broken)?;
        let name = String::from_utf8_lossy(file.name_raw()).replace('\\', "/");
        let name = name.trim_start_matches('/').to_ascii_lowercase();
        if name == "xl/workbook.bin" {
            return Err(ReadError::Binary);
        }
        if name == "content.xml" || name == "mimetype" {
            return Err(ReadError::OpenDocument);
        }
        if file.encrypted() {
            return Err(ReadError::Password);
        }
        let wanted = name.ends_with(".rels")
            || name.ends_with(".xml")
                && !["theme", "externallinks", "drawings", "customxml", "pivot", "docprops"]
                    .iter()
                    .any(|folder| name.contains(folder));
        if !wanted {
            continue;
        }
        let mut content = Vec::new();
        let read = file.by_ref().take(left + 1).read_to_end(&mut content);
        let read = read.map_err(|error| damaged(XlsxError::Io(error)))? as u64;
        left = left.checked_sub(read).ok_or(ReadError::TooLarge)?;
        if name.ends_with("styles.xml") && content.len() > MAX_STYLES {
            return Err(ReadError::TooLarge);
        }
        if name.ends_with("sharedstrings.xml") {
            without_counts(&mut content);
        }
        parts.insert(name, content);
    }
    if !parts.keys().any(|name| name.ends_with("workbook.xml")) {
        let is_package = parts.contains_key("[content_types].xml");
        return Err(if is_package { ReadError::NoWorkbook } else { not_a_zip(&[0]) });
    }
    Ok(parts)
}

/// Removes the number of strings that a table claims to have: `calamine` would reserve memory for it.
fn without_counts(content: &mut [u8]) {
    let end = content.len().min(4096);
    for word in [&b"uniqueCount"[..], b"count"] {
        while let Some(at) = content[..end].windows(word.len()).position(|window| window == word) {
            content[at..at + word.len()].fill(b'z');
        }
    }
}

/// Packs parts into a zip without compression.
fn packed(parts: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ReadError> {
    let broken = |error: zip::result::ZipError| damaged(XlsxError::Zip(error));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name.as_str(), options).map_err(broken)?;
        writer.write_all(content).map_err(|error| damaged(XlsxError::Io(error)))?;
    }
    Ok(writer.finish().map_err(broken)?.into_inner())
}

/// Reads the cells of a sheet that are not empty.
fn cells(
    workbook: &mut Xlsx<Cursor<Vec<u8>>>,
    sheet: &str,
    epoch_1904: bool,
    left: &mut usize,
) -> Result<BTreeMap<(u32, u32), Cell>, ReadError> {
    let mut cells = BTreeMap::new();
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(damaged)?;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
        let style = reader.styles().get(style);
        let format = style.and_then(|style| style.number_format.as_ref());
        let format = format.map(|format| format.format_code.clone()).unwrap_or_default();
        let value = value(cell.get_value(), &format, epoch_1904);
        if value == Value::Nothing {
            continue;
        }
        // A shared text takes memory in every cell that has it.
        let size = if let Value::Text(text) = &value { 1 + text.len() / CELL_BYTES } else { 1 };
        *left = left.checked_sub(size).ok_or(ReadError::TooManyCells)?;
        let font = style.and_then(|style| style.font.as_ref()).and_then(|font| font.name.clone());
        let struck = match style.and_then(|style| style.font.as_ref()) {
            Some(font) if font.strikethrough => Struck::Whole,
            _ => Struck::No,
        };
        let invisible = style.is_some_and(|style| looks::is_invisible(style, &value));
        let position = cell.get_position();
        cells.insert(position, Cell { value, font, format, note: None, struck, invisible });
    }
    drop(reader);
    // A second pass finds formulas without a stored value; nothing is computed.
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(damaged)?;
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        if record.formula.is_some() && !cells.contains_key(&record.pos) {
            *left = left.checked_sub(1).ok_or(ReadError::TooManyCells)?;
            let value = match record.value {
                DataRef::String(_) | DataRef::SharedString(_) => continue,
                _ => Value::Uncomputed,
            };
            cells.insert(record.pos, Cell { value, ..Cell::default() });
        }
    }
    Ok(cells)
}

fn value(value: &DataRef<'_>, format: &str, epoch_1904: bool) -> Value {
    let text = |text: &str| match text.trim() {
        "" => Value::Nothing,
        _ => Value::Text(text.to_owned()),
    };
    match value {
        DataRef::Empty => Value::Nothing,
        DataRef::Int(n) => Value::Number(*n as f64),
        DataRef::Float(n) if n.is_finite() => Value::Number(*n),
        DataRef::Float(_) => Value::Error("#NUM!".to_owned()),
        DataRef::String(read) => text(read),
        DataRef::SharedString(read) => text(read),
        DataRef::Bool(is_true) => Value::Boolean(*is_true),
        DataRef::DateTime(when) if when.is_datetime() => match day(when.as_f64(), epoch_1904) {
            Some(day) => Value::Day(day, shown_time(when.as_f64(), format)),
            None => Value::Number(when.as_f64()),
        },
        DataRef::DateTime(when) => Value::Number(when.as_f64()),
        // A time can have a zone, which decides the day: that is left to who reads the text.
        DataRef::DateTimeIso(read) => match read.parse() {
            Ok(day) => Value::Day(day, None),
            Err(_) => text(read),
        },
        DataRef::DurationIso(read) => text(read),
        DataRef::Error(_) => Value::Error(Data::from(value.clone()).to_string()),
    }
    .percentage(format)
}

impl Value {
    /// Converts a number that is shown as a percentage: 0.8 becomes 80.
    fn percentage(self, format: &str) -> Value {
        match self {
            Value::Number(n) if format.contains('%') => Value::Number((n * 1e8).round() / 1e6),
            other => other,
        }
    }
}

/// Returns the time of day in the serial number of a spreadsheet, to the nearest minute, if the
/// format of the cell shows it. Midnight is none.
fn shown_time(serial: f64, format: &str) -> Option<NaiveTime> {
    let minute = (serial.fract() * 1_440.0).round();
    let is_shown = format.contains(['h', 'H']) && (1.0..1_440.0).contains(&minute);
    let seconds = is_shown.then_some(minute as u32 * 60)?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
}

/// Converts the serial number of a spreadsheet to a day. Spreadsheets count a 29 February 1900.
pub fn day(serial: f64, epoch_1904: bool) -> Option<NaiveDate> {
    let serial = if epoch_1904 { serial + 1462.0 } else { serial };
    if !(61.0..2_958_466.0).contains(&serial) {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial.floor() as u64))
}
