//! Reads percentages from cells. Whether 1 is 1 % or all of it, only the whole column tells.

use crate::spreadsheet::{Cell, Value};

/// How the numbers without `%` in a column of percentages are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scale {
    /// In percent: some are above 1.
    Percent,
    /// As fractions: none is above 1, and some are between 0 and 1.
    Fraction,
    /// The column does not tell.
    #[default]
    Unclear,
}

/// Why a cell does not hold a percentage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum PercentError {
    /// It holds no number from 0 to 100.
    NotAPercentage,
    /// It holds a number that can be a fraction or a percentage.
    Unclear(f64),
}

/// A percentage that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReadPercent {
    /// The percentage. Only all of it is 100.
    pub(super) percent: u8,
    /// Whether the cell is more exact.
    pub(super) rounded: bool,
}

/// A number of a cell and whether its `%` is written.
enum Number {
    Marked(f64),
    Bare(f64),
}

/// Decides how the bare numbers of a column are meant.
pub(super) fn scale<'a>(cells: impl Iterator<Item = (&'a Cell, String)>) -> Scale {
    let (mut fractions, mut above) = (false, false);
    for (cell, text) in cells {
        if let Ok(Some(Number::Bare(n))) = number(cell, &text) {
            fractions |= n > 0.0 && n < 1.0;
            above |= n > 1.0;
        }
    }
    match (fractions, above) {
        (true, false) => Scale::Fraction,
        (false, true) => Scale::Percent,
        _ => Scale::Unclear,
    }
}

/// Reads a percentage from 0 to 100; `None` if the cell is empty.
///
/// # Errors
///
/// Fails with a [`PercentError`] if it holds something else, or if its column does not tell what it
/// means.
pub(super) fn percent(
    cell: &Cell,
    text: &str,
    scale: Scale,
) -> Result<Option<ReadPercent>, PercentError> {
    let n = match number(cell, text)? {
        None => return Ok(None),
        Some(Number::Marked(n)) => n,
        Some(Number::Bare(n)) => match scale {
            Scale::Percent => n,
            Scale::Fraction => n * 100.0,
            Scale::Unclear if n == 0.0 || n > 1.0 && n.fract() == 0.0 => n,
            Scale::Unclear => return Err(PercentError::Unclear(n)),
        },
    };
    // 0.07 * 100 is not 7.
    let n = (n * 1e6).round() / 1e6;
    if !(0.0..=100.0).contains(&n) {
        return Err(PercentError::NotAPercentage);
    }
    let percent = if n > 99.0 { n.floor() } else { n.round() };
    Ok(Some(ReadPercent { percent: percent as u8, rounded: percent != n }))
}

fn number(cell: &Cell, text: &str) -> Result<Option<Number>, PercentError> {
    match &cell.value {
        Value::Nothing => Ok(None),
        Value::Number(n) if cell.format.contains('%') => Ok(Some(Number::Marked(*n))),
        Value::Number(n) => Ok(Some(Number::Bare(*n))),
        Value::Text(_) => typed(text),
        _ => Err(PercentError::NotAPercentage),
    }
}

/// Reads `80`, `0,8`, `80 %` or `80/100`.
fn typed(text: &str) -> Result<Option<Number>, PercentError> {
    let plain = text.replace(',', ".");
    let plain: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
    let parse = |text: &str| {
        let is_number = text.chars().all(|c| c.is_ascii_digit() || c == '.');
        let n = if is_number { text.parse().ok() } else { None };
        n.ok_or(PercentError::NotAPercentage)
    };
    if matches!(plain.as_str(), "" | "-" | "–") {
        return Ok(None);
    }
    let marked = plain.strip_suffix('%').or_else(|| plain.strip_suffix("/100"));
    Ok(Some(match marked {
        Some(marked) => Number::Marked(parse(marked)?),
        None => Number::Bare(parse(&plain)?),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Cell {
        Cell { value: Value::Text(text.to_owned()), ..Cell::default() }
    }

    fn number(n: f64, format: &str) -> Cell {
        Cell { value: Value::Number(n), format: format.to_owned(), ..Cell::default() }
    }

    /// Reads the cells of a column.
    fn read(cells: &[Cell]) -> Vec<Result<Option<u8>, PercentError>> {
        let text = |cell: &Cell| match &cell.value {
            Value::Text(text) => text.clone(),
            _ => String::new(),
        };
        let scale = scale(cells.iter().map(|cell| (cell, text(cell))));
        let percent = |cell: &Cell| percent(cell, &text(cell), scale);
        cells.iter().map(|cell| Ok(percent(cell)?.map(|read| read.percent))).collect()
    }

    #[test]
    fn the_column_tells_whether_its_numbers_are_fractions() {
        let plain = |n: f64| number(n, "General");
        let unclear = |n: f64| Err(PercentError::Unclear(n));
        for (column, percents) in [
            (vec![plain(0.5), plain(0.8), plain(1.0), plain(0.0)], vec![50, 80, 100, 0]),
            (vec![cell("0,25"), plain(1.0)], vec![25, 100]),
            (vec![plain(50.0), plain(1.0), plain(0.0)], vec![50, 1, 0]),
            (vec![cell("50"), cell("100%"), cell("60/100")], vec![50, 100, 60]),
            (vec![number(80.0, "0%"), plain(0.07)], vec![80, 7]),
        ] {
            let expected: Vec<_> = percents.into_iter().map(|n| Ok(Some(n))).collect();
            assert_eq!(read(&column), expected, "{column:?}");
        }
        let only = [plain(1.0), plain(0.0), cell("1"), cell("100%")];
        assert_eq!(read(&only), [unclear(1.0), Ok(Some(0)), unclear(1.0), Ok(Some(100))]);
        let mixed = [plain(0.8), plain(75.0), plain(1.0), plain(1.5)];
        assert_eq!(read(&mixed), [unclear(0.8), Ok(Some(75)), unclear(1.0), unclear(1.5)]);
    }

    #[test]
    fn only_all_of_it_is_100() {
        let read = |n: f64| percent(&number(n, "0.0%"), "", Scale::Unclear).unwrap().unwrap();
        assert_eq!(read(99.7), ReadPercent { percent: 99, rounded: true });
        assert_eq!(read(33.4), ReadPercent { percent: 33, rounded: true });
        assert_eq!(read(7.000_000_01), ReadPercent { percent: 7, rounded: false });
        let not = |text: &str| percent(&cell(text), text, Scale::Percent);
        for text in ["120%", "gần xong", "-5", "1e2", "80-90%"] {
            assert_eq!(not(text), Err(PercentError::NotAPercentage), "{text}");
        }
    }
}
