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
        Value::Day(day, None) => short_date(*day),
        Value::Day(day, Some(time)) => format!("{} {}", short_date(*day), time.format("%H:%M")),
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

/// Writes a number as its cell shows it: with its decimals, which ids and numbers of tasks need, its
/// thousands, its sign and its unit (`#,##0 "triệu đồng"`).
fn shown(n: f64, format: &str) -> String {
    let section = format.split(';').next().unwrap_or_default();
    let (before, digits, after) = parts(section);
    let decimals = digits.split_once('.');
    let decimals = decimals.map(|(_, rest)| rest.chars().take_while(|c| *c == '0').count());
    let number = match decimals {
        Some(places) if places > 0 && n.fract() != 0.0 => format!("{n:.places$}"),
        _ => format!("{n}"),
    };
    let number = if digits.contains(',') { with_thousands(&number) } else { number };
    let sign = if section.contains('%') { "%" } else { "" };
    format!("{before}{number}{sign}{after}")
}

/// Splits a section of a number format: the letters before the digits, the digits, the letters after
/// them.
fn parts(section: &str) -> (String, String, String) {
    let (mut before, mut digits, mut after) = (String::new(), String::new(), String::new());
    let mut rest = section.chars();
    while let Some(c) = rest.next() {
        let is_within = !digits.is_empty() && after.is_empty();
        let letters = if digits.is_empty() { &mut before } else { &mut after };
        match c {
            '"' => letters.extend(rest.by_ref().take_while(|c| *c != '"')),
            '\\' => letters.extend(rest.next()),
            // A condition, a colour, or a currency: `[$₫-42A]`.
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                let currency = inside.strip_prefix('$').and_then(|rest| rest.split('-').next());
                letters.push_str(currency.unwrap_or_default());
            }
            '0' | '#' | '?' => digits.push(c),
            '.' | ',' if is_within => digits.push(c),
            '_' | '*' => drop(rest.next()),
            ' ' if !digits.is_empty() => letters.push(' '),
            _ => {}
        }
    }
    (before, digits, after.trim_end().to_owned())
}

/// Groups the digits of a number as in Vietnam: 1.250.000,5.
fn with_thousands(number: &str) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut grouped = String::new();
    let count = whole.trim_start_matches('-').len();
    for (at, c) in whole.chars().enumerate() {
        let left = whole.len() - at;
        if left % 3 == 0 && left < count && c != '-' {
            grouped.push('.');
        }
        grouped.push(c);
    }
    if !fraction.is_empty() {
        grouped.push(',');
        grouped.push_str(fraction);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        for (n, format, text) in [
            (9.1, "General", "9.1"),
            (9.1, "0.00", "9.10"),
            (12.0, "@", "12"),
            (80.0, "0%", "80%"),
            (1_250_000.0, "#,##0", "1.250.000"),
            (-1_250.5, "#,##0.0", "-1.250,5"),
            (250.0, "#,##0", "250"),
            (3.0, "0 \"km\"", "3 km"),
            (3.0, "\"NV-\"0", "NV-3"),
            (1_200.0, "#,##0\\ [$₫-42A]", "1.200 ₫"),
            (1_200.0, "_(* #,##0_);_(* (#,##0);_(* \"-\"_)", "1.200"),
            (5.0, "[Red]0", "5"),
        ] {
            assert_eq!(shown(n, format), text, "{format}");
        }
    }

    #[test]
    fn lines_are_kept_without_their_spaces() {
        assert_eq!(lines(" a  b \r\n\n\n\n c\n"), "a b\n\nc");
        assert_eq!(one_line(" a  b \r\n\n c"), "a b c");
    }
}
