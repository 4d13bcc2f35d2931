//! Turns the value of a cell into readable text.

use crate::spreadsheet::{Cell, Value};
use crate::vietnamese::legacy::Encoding;
use crate::vietnamese::{Suspicion, SuspicionKind, nfc, short_date, suspicious};

/// The text of a cell.
pub(super) struct CellText {
    /// The text in Unicode, normal form C, without invisible characters.
    pub(super) text: String,
    /// Whether it was converted from an encoding of before Unicode.
    pub(super) converted: bool,
    /// If the text looks misencoded but its font does not explain it: what it may mean, or an empty
    /// text if that is unknown.
    pub(super) doubtful: Option<String>,
}

/// Returns the text of a cell; a number or day as it is shown.
pub(super) fn cell_text(cell: &Cell) -> CellText {
    let text = match &cell.value {
        Value::Text(text) => return clean(text, cell.font.as_deref()),
        Value::Number(n) => shown(*n, &cell.format),
        Value::Day(day) => short_date(*day),
        Value::Boolean(is_true) => if *is_true { "x" } else { "" }.to_owned(),
        Value::Error(error) => error.clone(),
        Value::Nothing | Value::Uncomputed => String::new(),
    };
    CellText { text, converted: false, doubtful: None }
}

/// Maximum number of characters of a cell that are read.
const MAX_CHARS: usize = 32_767;

/// Converts a text to Unicode in one line without invisible characters.
fn clean(text: &str, font: Option<&str>) -> CellText {
    let mut text: String = text.chars().take(MAX_CHARS).collect();
    let mut converted = false;
    if let Some(encoding) = font.and_then(Encoding::of_font)
        && let Some(decoded) = encoding.decode(&text)
    {
        converted = decoded != nfc(&text);
        text = decoded;
    }
    let visible: String = nfc(&text)
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let doubtful = match suspicious(&text) {
        Some(Suspicion { kind: SuspicionKind::LegacyEncoding, .. }) => {
            let meant = [Encoding::Tcvn3, Encoding::Vni].into_iter().find_map(|encoding| {
                encoding.decode(&text).filter(|decoded| suspicious(decoded).is_none())
            });
            Some(meant.unwrap_or_default())
        }
        Some(_) => Some(String::new()),
        None => None,
    };
    CellText { text, converted, doubtful }
}

/// Writes a number with the decimals that its cell shows, which ids and numbers of tasks need.
fn shown(n: f64, format: &str) -> String {
    let decimals = format.split(';').next().and_then(|first| first.split_once('.'));
    let decimals = decimals.map(|(_, rest)| rest.chars().take_while(|c| *c == '0').count());
    match decimals {
        Some(places) if places > 0 && n.fract() != 0.0 => format!("{n:.places$}"),
        _ => format!("{n}"),
    }
}
