//! Turns the value of a cell into readable text.

use crate::spreadsheet::{Cell, Value};
use crate::vietnamese::legacy::Encoding;
use crate::vietnamese::{Suspicion, SuspicionKind, nfc, short_date, suspicious};

/// The text of a cell.
#[derive(Default)]
pub(super) struct CellText {
    /// The text in one line: in Unicode, normal form C, without invisible characters.
    pub(super) text: String,
    /// The text in the lines of the cell.
    pub(super) lines: String,
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
    CellText { lines: text.clone(), text, ..CellText::default() }
}

/// Returns a text in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a text without spaces around its lines and without empty lines at its ends; of several
/// empty lines, one stays.
pub(super) fn lines(text: &str) -> String {
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}'], "\n");
    let mut lines: Vec<String> = text.split('\n').map(one_line).collect();
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Maximum number of characters of a cell that are read.
const MAX_CHARS: usize = 32_767;

/// Converts a text to Unicode without invisible characters.
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
        .map(|c| if c.is_control() && !matches!(c, '\n' | '\r' | '\u{b}' | '\u{85}') { ' ' } else { c })
        .collect();
    let (text, lines) = (one_line(&visible), lines(&visible));
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
    CellText { text, lines, converted, doubtful }
}

/// Writes a number with the decimals that its cell shows, which ids and numbers of tasks need.
fn shown(n: f64, format: &str) -> String {
    let decimals = format.split(';').next().and_then(|first| first.split_once('.'));
    let decimals = decimals.map(|(_, rest)| rest.chars().take_while(|c| *c == '0').count());
    let sign = if format.contains('%') { "%" } else { "" };
    match decimals {
        Some(places) if places > 0 && n.fract() != 0.0 => format!("{n:.places$}{sign}"),
        _ => format!("{n}{sign}"),
    }
}
