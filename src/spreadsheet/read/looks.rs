//! Reads what people see of a sheet: hidden rows and columns, words that are struck through, and
//! values that cannot be seen.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::rc::Rc;

use calamine::{FillPattern, Style};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::xml::{attribute, entity, is_set};
use crate::spreadsheet::{Cell, Struck, Value, position};

/// Maximum number of ranges of hidden columns; a sheet cannot have more columns.
const MAX_COLUMNS: usize = 16_384;

/// A piece of a text with a look of its own.
#[derive(Clone, Debug, Default)]
struct Run {
    /// Whether it is struck through; `None` if its cell decides that.
    struck: Option<bool>,
    text: String,
}

/// The shared texts that consist of several runs, by index.
pub(super) struct RichTexts(BTreeMap<usize, Rc<[Run]>>);

impl RichTexts {
    /// Reads the shared texts of a workbook.
    pub(super) fn read(parts: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut texts = BTreeMap::new();
        let part = parts.iter().find(|(name, _)| name.ends_with("sharedstrings.xml"));
        let Some(Ok(part)) = part.map(|(_, part)| std::str::from_utf8(part)) else {
            return RichTexts(texts);
        };
        let mut reader = Reader::from_str(part);
        let mut count = 0;
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) if element.local_name().as_ref() == "si" => {
                    let runs = runs(&mut reader, "si");
                    if !runs.is_empty() {
                        texts.insert(count, runs.into());
                    }
                    count += 1;
                }
                Ok(Event::Empty(element)) if element.local_name().as_ref() == "si" => count += 1,
                Ok(Event::Eof) | Err(_) => return RichTexts(texts),
                Ok(_) => {}
            }
        }
    }
}

/// Reads the runs of a text up to the end of its element; none if the text is plain.
fn runs(reader: &mut Reader<&[u8]>, closing: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let (mut in_run, mut in_text) = (false, false);
    let strike = |element: &BytesStart<'_>| {
        let off =
            attribute(element, "val").is_some_and(|val| matches!(val.as_str(), "0" | "false"));
        !off
    };
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element))
                if in_run && element.local_name().as_ref() == "strike" =>
            {
                if let Some(run) = runs.last_mut() {
                    run.struck = Some(strike(&element));
                }
            }
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "r" => {
                    in_run = true;
                    runs.push(Run::default());
                }
                "rPr" => {
                    if let Some(run) = runs.last_mut() {
                        run.struck.get_or_insert(false);
                    }
                }
                "t" => in_text = true,
                _ => {}
            },
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "r" => in_run = false,
                "t" => in_text = false,
                name if name == closing => return runs,
                _ => {}
            },
            Ok(Event::Text(text)) if in_run && in_text => {
                if let Some(run) = runs.last_mut() {
                    run.text.push_str(&text);
                }
            }
            Ok(Event::GeneralRef(reference)) if in_run && in_text => {
                if let (Some(run), Some(text)) = (runs.last_mut(), entity(&reference)) {
                    run.text.push_str(&text);
                }
            }
            Ok(Event::Eof) | Err(_) => return runs,
            Ok(_) => {}
        }
    }
}

/// What people see of a sheet.
#[derive(Default)]
pub(super) struct Looks {
    /// The rows with cells that are hidden.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// The hidden columns.
    pub(super) hidden_columns: Vec<RangeInclusive<u32>>,
    /// The cells whose text consists of several runs.
    rich: BTreeMap<(u32, u32), Rc<[Run]>>,
}

impl Looks {
    /// Reads the part of a sheet. Broken XML ends the reading: `calamine` reports it.
    pub(super) fn read(part: &[u8], rich: &RichTexts) -> Self {
        let mut looks = Looks::default();
        let Ok(text) = std::str::from_utf8(part) else { return looks };
        let mut reader = Reader::from_str(text);
        let mut at = Position::default();
        let (mut shared, mut in_value) = (false, false);
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) if element.local_name().as_ref() == "v" => {
                    in_value = shared;
                }
                Ok(Event::Start(element)) if element.local_name().as_ref() == "is" => {
                    let runs = runs(&mut reader, "is");
                    if !runs.is_empty() {
                        looks.rich.insert((at.row, at.column), runs.into());
                    }
                }
                Ok(Event::Start(element) | Event::Empty(element)) => {
                    match element.local_name().as_ref() {
                        "col" if looks.hidden_columns.len() < MAX_COLUMNS => {
                            looks.hidden_columns.extend(hidden_columns(&element));
                        }
                        "row" => at.start_row(&element),
                        "c" => {
                            at.start_cell(&element);
                            shared = attribute(&element, "t").as_deref() == Some("s");
                            if at.row_is_hidden {
                                looks.hidden_rows.insert(at.row);
                            }
                        }
                        _ => {}
                    }
                }
                Ok(Event::Text(index)) if in_value => {
                    let runs = index.trim().parse().ok().and_then(|index| rich.0.get(&index));
                    if let Some(runs) = runs {
                        looks.rich.insert((at.row, at.column), runs.clone());
                    }
                }
                Ok(Event::End(element)) if element.local_name().as_ref() == "v" => {
                    in_value = false;
                }
                Ok(Event::Eof) | Err(_) => return looks,
                Ok(_) => {}
            }
        }
    }

    /// Notes in the cells which of their words are struck through.
    pub(super) fn strike(&self, cells: &mut BTreeMap<(u32, u32), Cell>) {
        for (place, runs) in &self.rich {
            let Some(cell) = cells.get_mut(place) else { continue };
            let of_cell = cell.struck == Struck::Whole;
            let (mut kept, mut struck) = (String::new(), String::new());
            for run in runs.iter() {
                if run.struck.unwrap_or(of_cell) {
                    struck.push_str(&run.text);
                } else {
                    kept.push_str(&run.text);
                    struck.push(' ');
                }
            }
            cell.struck = match (kept.trim().is_empty(), struck.trim().is_empty()) {
                (_, true) => Struck::No,
                (true, false) => Struck::Whole,
                (false, false) => Struck::Words { kept, struck },
            };
        }
    }
}

/// The row and the cell that are being read. Their positions may be left out in the file.
#[derive(Default)]
struct Position {
    row: u32,
    column: u32,
    next_row: u32,
    next_column: u32,
    row_is_hidden: bool,
}

impl Position {
    fn start_row(&mut self, element: &BytesStart<'_>) {
        let number = attribute(element, "r").and_then(|r| r.parse::<u32>().ok());
        self.row = number.and_then(|r| r.checked_sub(1)).unwrap_or(self.next_row);
        self.next_row = self.row.saturating_add(1);
        self.next_column = 0;
        let height = attribute(element, "ht").and_then(|height| height.parse::<f64>().ok());
        self.row_is_hidden =
            is_set(element, "hidden") || height.is_some_and(|height| height <= 0.0);
    }

    fn start_cell(&mut self, element: &BytesStart<'_>) {
        let named = attribute(element, "r").as_deref().and_then(position);
        (self.row, self.column) = named.unwrap_or((self.row, self.next_column));
        self.next_column = self.column.saturating_add(1);
    }
}

/// Returns the columns of a `col` element if they are hidden.
fn hidden_columns(element: &BytesStart<'_>) -> Option<RangeInclusive<u32>> {
    let number = |name| attribute(element, name)?.trim().parse::<f64>().ok();
    let is_hidden = is_set(element, "hidden") || number("width").is_some_and(|width| width <= 0.0);
    let place = |name| attribute(element, name)?.trim().parse::<u32>().ok()?.checked_sub(1);
    is_hidden.then_some(place("min")?..=place("max")?)
}

/// Returns whether a style hides a value: letters in the colour of the background, or `;;;`.
pub(super) fn is_invisible(style: &Style, value: &Value) -> bool {
    let format = style.number_format.as_ref().map_or("", |format| format.format_code.trim());
    let empty_sections = format.matches(';').count();
    let only_sections = !format.is_empty() && format.chars().all(|c| c == ';');
    let hidden_sections = if matches!(value, Value::Text(_)) { 3 } else { 2 };
    if only_sections && empty_sections >= hidden_sections {
        return true;
    }
    let Some(letters) = style.font.as_ref().and_then(|font| font.color) else { return false };
    let fill = style.fill.as_ref().filter(|fill| fill.is_visible());
    let rgb = |color: calamine::Color| (color.red, color.green, color.blue);
    match fill {
        None => letters.is_white(),
        Some(fill) => {
            fill.pattern == FillPattern::Solid
                && fill.get_color().is_some_and(|ground| rgb(ground) == rgb(letters))
        }
    }
}
