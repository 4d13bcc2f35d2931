//! Reads percentages from cells.

use crate::spreadsheet::{Cell, Value};

/// The error for a cell that does not hold a number from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotAPercentage;

/// Reads a percentage from 0 to 100; `None` if the cell is empty.
///
/// # Errors
///
/// Fails with [`NotAPercentage`] if it holds something else.
pub(super) fn percent(cell: &Cell, text: &str) -> Result<Option<u8>, NotAPercentage> {
    let n = match &cell.value {
        Value::Nothing => return Ok(None),
        // A fraction of 1 can only be a percentage, whatever the format of its cell.
        Value::Number(n) if !cell.format.contains('%') && *n > 0.0 && *n < 1.0 => n * 100.0,
        Value::Number(n) => *n,
        Value::Text(_) => {
            let plain = text.trim().trim_end_matches('%').trim().replace(',', ".");
            match plain.as_str() {
                "" | "-" => return Ok(None),
                plain => plain.parse().map_err(|_| NotAPercentage)?,
            }
        }
        _ => return Err(NotAPercentage),
    };
    if !(0.0..=100.0).contains(&n) {
        return Err(NotAPercentage);
    }
    Ok(Some(n.round() as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Cell {
        Cell { value: Value::Text(text.to_owned()), ..Cell::default() }
    }

    #[test]
    fn a_percentage_is_read_with_or_without_its_sign() {
        let number = |n, format: &str| Cell {
            value: Value::Number(n),
            format: format.to_owned(),
            ..Cell::default()
        };
        assert_eq!(percent(&number(80.0, "0%"), ""), Ok(Some(80)));
        assert_eq!(percent(&number(0.8, "General"), ""), Ok(Some(80)));
        assert_eq!(percent(&number(80.0, ""), ""), Ok(Some(80)));
        assert_eq!(percent(&cell("80 %"), "80 %"), Ok(Some(80)));
        assert_eq!(percent(&cell("120%"), "120%"), Err(NotAPercentage));
        assert_eq!(percent(&cell("gần xong"), "gần xong"), Err(NotAPercentage));
    }
}
