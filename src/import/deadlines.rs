//! Reads deadlines from cells.

use super::days::{Years, is_month_format, serial};
use crate::model::{Deadline, Term};
use crate::reading::deadlines::{self, DeadlineError};
use crate::spreadsheet::{Cell, Value};
use crate::vietnamese::Month;

/// What a cell says about a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DeadlineReading {
    /// No deadline: "thường xuyên".
    Nothing,
    /// This deadline.
    One(Deadline),
    /// Several terms, of which this is the last.
    LastOf(Deadline),
    /// Something with numbers that is not understood.
    Unread,
}

/// Reads the deadline of a cell.
///
/// With `before`, as under a header that says "trước", the task is due before the day and not on it.
pub(super) fn deadline(cell: &Cell, text: &str, before: bool, years: Years) -> DeadlineReading {
    let with = |term: Term| if before { Deadline::Before(term) } else { Deadline::By(term) };
    match &cell.value {
        Value::Day(first, _) if is_month_format(&cell.format) => {
            DeadlineReading::One(Deadline::By(Term::Month(Month::of(*first))))
        }
        Value::Day(day, None) => DeadlineReading::One(with(Term::Day(*day))),
        Value::Day(day, Some(time)) => DeadlineReading::One(with(Term::Hour(*day, *time))),
        Value::Number(n) => serial(*n)
            .map_or(DeadlineReading::Unread, |day| DeadlineReading::One(with(Term::Day(day)))),
        Value::Text(_) => match deadlines::deadline(text, before, years) {
            Ok(one) => DeadlineReading::One(one),
            Err(DeadlineError::LastOf(last)) => DeadlineReading::LastOf(last),
            Err(_) if text.contains(|c: char| c.is_ascii_digit()) => DeadlineReading::Unread,
            Err(_) => DeadlineReading::Nothing,
        },
        _ => DeadlineReading::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_numbers_that_is_no_deadline_is_unread() {
        let read = |text: &str| {
            let cell = Cell { value: Value::Text(text.to_owned()), ..Cell::default() };
            let from = "2021-07-22".parse().unwrap();
            deadline(&cell, text, false, Years::OfDirective { from, to: None })
        };
        assert_eq!(read("thường xuyên"), DeadlineReading::Nothing);
        assert_eq!(read("khi có hướng dẫn"), DeadlineReading::Nothing);
        assert_eq!(read("ngày 25 hằng tháng"), DeadlineReading::Unread);
        assert_eq!(read("30/2/2021"), DeadlineReading::Unread);
        assert!(matches!(read("T9-T10/2021"), DeadlineReading::LastOf(_)));
        assert!(matches!(read("T10/2021"), DeadlineReading::One(_)));
    }
}
