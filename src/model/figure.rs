//! Exact decimal numbers of targets and their values.

use std::cmp::Ordering;
use std::fmt;

/// Number of decimals that are kept.
const DECIMALS: usize = 6;
/// One, in units of the last decimal.
const ONE: i128 = 1_000_000;
/// Number of digits before the decimals.
const DIGITS: usize = 15;

/// A decimal number with at most 15 digits before and 6 behind the decimal comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure(i128);

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureError {
    /// A point before exactly three digits may group thousands or begin decimals.
    Ambiguous,
    /// More digits than are kept.
    TooLong,
    /// Anything else.
    Form,
}

impl Figure {
    /// Reads a number: digits, then perhaps a comma or a point and decimals. A minus may stand
    /// before it.
    ///
    /// # Errors
    ///
    /// Returns why the text is no such number.
    pub fn parse(text: &str) -> Result<Self, FigureError> {
        let (sign, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let is_plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (whole, decimals) = match digits.find([',', '.']) {
            Some(at) => (&digits[..at], Some(&digits[at + 1..])),
            None => (digits, None),
        };
        if !is_plain(whole) || decimals.is_some_and(|decimals| !is_plain(decimals)) {
            let grouped = digits.contains('.')
                && digits.split('.').skip(1).all(|group| group.len() == 3 && is_plain(group));
            return Err(if grouped { FigureError::Ambiguous } else { FigureError::Form });
        }
        let decimals = decimals.unwrap_or("");
        if digits.contains('.') && decimals.len() == 3 {
            return Err(FigureError::Ambiguous);
        }
        if whole.len() > DIGITS || decimals.len() > DECIMALS {
            return Err(FigureError::TooLong);
        }
        let number = format!("{whole}{decimals:0<DECIMALS$}");
        let number: i128 = number.parse().map_err(|_| FigureError::Form)?;
        Ok(Figure(sign * number))
    }

    /// Returns true if the number is 0 or less.
    pub fn is_not_positive(self) -> bool {
        self.0 <= 0
    }

    /// Returns true if the number is less than 0.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Compares the number, or its share of a whole in per cent, with a limit, without rounding.
    pub fn cmp_share(self, of: Option<Figure>, limit: Figure) -> Ordering {
        match of {
            None => self.cmp(&limit),
            // A share lies between 0 and 100, so a limit beyond that decides by itself, and the
            // products stay small.
            Some(_) if limit.0 > 1_000 * ONE => Ordering::Less,
            Some(_) if limit.0 < -ONE => Ordering::Greater,
            Some(of) => (self.0 * 100 * ONE).cmp(&(limit.0 * of.0)),
        }
    }

    /// Returns the share of a whole in per cent, rounded down to two decimals for display.
    pub fn share(self, of: Figure) -> Figure {
        let hundredths = (self.0 * 10_000).checked_div(of.0).unwrap_or(0);
        Figure(hundredths * (ONE / 100))
    }

    /// Writes the number as YAML that is read as the same one: a point before three digits could
    /// group thousands.
    pub fn yaml(self) -> String {
        let text = self.to_string();
        match text.split_once('.') {
            Some((whole, decimals)) if decimals.len() == 3 => format!("\"{whole},{decimals}\""),
            _ => text,
        }
    }

    /// Returns the number as a floating-point number, for drawing.
    #[expect(clippy::cast_precision_loss, reason = "drawing needs no more than a few digits")]
    pub fn approximate(self) -> f64 {
        self.0 as f64 / ONE as f64
    }
}

/// Writes the number with a decimal point and without superfluous zeros.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, decimals) = (self.0.abs() / ONE, self.0.abs() % ONE);
        let decimals = format!("{decimals:06}");
        match decimals.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            decimals => write!(f, "{sign}{whole}.{decimals}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly() {
        for (text, written) in [
            ("0", "0"),
            ("118", "118"),
            ("4,5", "4.5"),
            ("3.63", "3.63"),
            ("1,234", "1.234"),
            ("0,000001", "0.000001"),
            ("-0,79", "-0.79"),
            ("999999999999999.999999", "999999999999999.999999"),
        ] {
            let figure = Figure::parse(text).unwrap();
            assert_eq!(figure.to_string(), written);
            assert_eq!(Figure::parse(figure.yaml().trim_matches('"')), Ok(figure));
        }
        for (text, error) in [
            ("1.234", FigureError::Ambiguous),
            ("0.125", FigureError::Ambiguous),
            ("1.234.567", FigureError::Ambiguous),
            ("1,234,567", FigureError::Form),
            ("1.234,5", FigureError::Form),
            ("", FigureError::Form),
            (",5", FigureError::Form),
            ("5,", FigureError::Form),
            ("1 000", FigureError::Form),
            ("95%", FigureError::Form),
            ("1e3", FigureError::Form),
            ("1000000000000000", FigureError::TooLong),
            ("1,0000000", FigureError::TooLong),
        ] {
            assert_eq!(Figure::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn shares_are_compared_without_rounding() {
        let figure = |text| Figure::parse(text).unwrap();
        let share = |value, of, limit| figure(value).cmp_share(Some(figure(of)), figure(limit));
        assert_eq!(share("2", "3", "66,666666"), Ordering::Greater);
        assert_eq!(share("2", "3", "66,666667"), Ordering::Less);
        assert_eq!(share("120", "120", "100"), Ordering::Equal);
        let most = "999999999999999,999999";
        assert_eq!(share(most, most, "100"), Ordering::Equal);
        assert_eq!(share("1", "2", most), Ordering::Less);
    }
}
