//! Tells whether a spreadsheet may have swapped day and month in a column.
//!
//! A spreadsheet that expects the month first makes 7 March of "3/7" and leaves "25/3" as text. What
//! it made cannot be told from a day that was meant; the rest of the column can tell.

use chrono::{Datelike, NaiveDate};

use crate::reading::days::{DayError, Years, day, tokens};
use crate::reading::times;
use crate::spreadsheet::{Cell, Value};

/// What the cells of a column tell about the order of day and month.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// The cell that shows that days of the spreadsheet itself may be swapped, and its text.
    pub(super) days: Option<(String, String)>,
    /// The cell that shows that typed days may have the month first, and its text.
    pub(super) typed: Option<(String, String)>,
}

/// Looks at the cells of a column, each with its name and text.
pub(super) fn order<'a>(
    cells: impl Iterator<Item = (String, &'a Cell, String)>,
    years: Years,
) -> Order {
    let (mut day_first, mut month_first, mut has_sound_day) = (None, None, false);
    for (at, cell, text) in cells {
        match &cell.value {
            Value::Day(day, _) => has_sound_day |= day.day() > 12,
            Value::Text(_) => match shows(&text, years) {
                Some(Shows::DayFirst) => drop(day_first.get_or_insert((at, text))),
                Some(Shows::MonthFirst) => drop(month_first.get_or_insert((at, text))),
                Some(Shows::Neither) | None => {}
            },
            _ => {}
        }
    }
    let days = month_first.clone().or(day_first).filter(|_| !has_sound_day);
    Order { days, typed: month_first }
}

impl Order {
    /// Returns the cell that makes the day of a cell doubtful, with its text, and the other day that
    /// may be meant.
    pub(super) fn doubt(
        &self,
        cell: &Cell,
        text: &str,
        day: NaiveDate,
        years: Years,
    ) -> Option<(&(String, String), NaiveDate)> {
        let other = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())?;
        let shown = match &cell.value {
            Value::Day(..) => self.days.as_ref()?,
            Value::Text(_) if shows(text, years) == Some(Shows::Neither) => self.typed.as_ref()?,
            _ => return None,
        };
        (other != day).then_some((shown, other))
    }
}

/// Which of its numbers a typed day shows to be the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shows {
    /// The first: it is above 12.
    DayFirst,
    /// The second: it is above 12.
    MonthFirst,
    /// Neither.
    Neither,
}

/// Returns what a typed day shows about the order of day and month; `None` if it is no such day.
fn shows(text: &str, years: Years) -> Option<Shows> {
    let time = times::time(text);
    let text = time.as_ref().map_or(text, |time| time.rest.as_str());
    let (words, numbers) = tokens(text);
    let is_short = numbers.first().is_some_and(|first| first.len() <= 2);
    if !words.is_empty() || !is_short {
        return None;
    }
    match day(text, years) {
        Ok(_) if numbers[0].parse().is_ok_and(|day: u32| day > 12) => Some(Shows::DayFirst),
        Ok(_) => Some(Shows::Neither),
        Err(DayError::MonthFirst(_)) => Some(Shows::MonthFirst),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubtful(cells: &[&str]) -> Vec<bool> {
        let years = Years::OfDirective { from: "2024-01-15".parse().unwrap(), to: None };
        let cell = |text: &&str| {
            let value = match text.parse() {
                Ok(day) => Value::Day(day, None),
                Err(_) => Value::Text((*text).to_owned()),
            };
            (Cell { value, ..Cell::default() }, (*text).to_owned())
        };
        let cells: Vec<(Cell, String)> = cells.iter().map(cell).collect();
        let named = cells.iter().map(|(cell, text)| (String::new(), cell, text.clone()));
        let order = order(named, years);
        let is_doubtful = |(cell, text): &(Cell, String)| {
            let day = match &cell.value {
                Value::Day(day, _) => *day,
                _ => "2024-05-04".parse().unwrap(),
            };
            order.doubt(cell, text, day, years).is_some()
        };
        cells.iter().map(is_doubtful).collect()
    }

    #[test]
    fn the_column_tells_whether_days_were_swapped() {
        for (cells, doubts) in [
            (&["2024-05-04", "25/3/2024", "2024-07-07"][..], &[true, false, false][..]),
            (&["2024-05-04", "25/3/2024", "2024-07-21"], &[false, false, false]),
            (&["2024-05-04", "4/5/2024", "2024-06-02"], &[false, false, false]),
            (&["2024-05-04", "3/25/2024", "5/4/2024"], &[true, false, true]),
            (&["25/3/2024 08:15", "4/5"], &[false, false]),
        ] {
            assert_eq!(doubtful(cells), doubts, "{cells:?}");
        }
    }
}
