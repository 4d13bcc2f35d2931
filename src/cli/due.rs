//! Deadlines of records that are not written yet, in the words of the pages.

use chrono::Datelike;

use crate::locale::{Arg, Locale};
use crate::model::{Deadline, Term};

/// Returns a deadline in words.
pub(super) fn in_words(due: &Deadline, locale: &Locale) -> String {
    match due {
        Deadline::By(term) => in_term("by", *term, locale),
        Deadline::Before(term) => in_term("before", *term, locale),
        Deadline::After { days, event, .. } => {
            locale.format("deadline-after", &[("n", (*days).into()), ("event", event.into())])
        }
        Deadline::Event(event) => event.clone(),
    }
}

fn in_term(how: &str, term: Term, locale: &Locale) -> String {
    let first = term.first_day();
    let year = ("year", Arg::from(first.year().to_string()));
    match term {
        Term::Day(day) => locale
            .format(&format!("deadline-{how}-day"), &[("date", locale.short_date(day).into())]),
        Term::Hour(day, time) => {
            let (date, time) = (locale.short_date(day), time.format("%Hh%M").to_string());
            let args = [("date", date.into()), ("hour", time.into())];
            locale.format(&format!("deadline-{how}-hour"), &args)
        }
        Term::Month(_) => locale
            .format(&format!("deadline-{how}-month"), &[("month", locale.month(first).into())]),
        Term::Quarter(_) => {
            let quarter = ["I", "II", "III", "IV"][first.month0() as usize / 3];
            locale.format(&format!("deadline-{how}-quarter"), &[("quarter", quarter.into()), year])
        }
        Term::Year(_) => locale.format(&format!("deadline-{how}-year"), &[year]),
    }
}
