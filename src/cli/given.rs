//! What was given with an option or as an answer: days, deadlines and names of records, judged
//! against the records. Both ways understand the same and refuse with the same words.

use std::ffi::OsStr;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::Outcome;
use super::report::Report;
use crate::content::yaml;
use crate::model::{AgencyIx, Deadline, DocumentIx, Model, PlaceIx, PriorityIx, TaskIx};
use crate::pipeline;
use crate::reading::days::{self, DayError, ReadDay, Years};
use crate::reading::deadlines::{self, DeadlineError};
use crate::reading::names::{self, Found, Names, Unclear};
use crate::reading::{normalized, times, words};
use crate::site::words::Words;

/// Hours by which Vietnam is ahead of UTC, all year round.
const VIETNAM_HOURS: i64 = 7;

/// Maximum number of records that are listed if a name means several.
const LISTED: usize = 12;

/// Today in Vietnam, wherever the computer stands: a server that runs in UTC would name yesterday
/// until seven in the morning.
pub(super) fn today() -> NaiveDate {
    // The one place that may read the clock.
    #[expect(clippy::disallowed_methods, reason = "--as-of today asks for the clock")]
    let now = chrono::Utc::now();
    (now + chrono::TimeDelta::hours(VIETNAM_HOURS)).date_naive()
}

/// A day as it was typed. A day without a year gets it when the records are known.
#[derive(Clone, Debug)]
pub(super) struct GivenDay {
    text: String,
    day: Option<ReadDay>,
}

/// A text that is not a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day")]
pub(super) struct BadDay {
    error: DayError,
    /// Whether the year of a day that is meant was typed.
    has_year: bool,
}

/// Why something that was given is refused, in lines for the user.
#[derive(Debug)]
pub(super) struct Refusal(Vec<String>);

/// Reads what was given, with the records that it may name.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) model: &'a Model,
    pub(super) report: &'a Report,
}

impl GivenDay {
    /// Reads a day, or `today`.
    pub(super) fn parse(text: &str) -> Result<Self, BadDay> {
        let given = |day| GivenDay { text: text.trim().to_owned(), day };
        if matches!(normalized(text).as_str(), "today" | "hom nay") {
            return Ok(given(Some(ReadDay::plain(today()))));
        }
        match days::day(text, Years::Written) {
            Ok(day) => Ok(given(Some(day))),
            Err(error @ (DayError::MonthFirst(_) | DayError::Range(_))) => {
                Err(BadDay { error, has_year: true })
            }
            Err(error) => {
                // Any year shows whether only the year is missing.
                let leap = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
                let any = Years::OfDirective { from: leap, to: None };
                match days::day(text, any) {
                    Ok(_) => Ok(given(None)),
                    Err(DayError::Shape) => Err(BadDay { error, has_year: true }),
                    Err(error) => Err(BadDay { error, has_year: false }),
                }
            }
        }
    }

    /// Returns the date, and says so if something else was typed: without its year, with a time, or in
    /// the time of another zone.
    pub(super) fn date(&self, model: &Model, report: &Report) -> NaiveDate {
        let read = self.read(model, report);
        self.tell(read, read.time.is_some(), &report.locale().short_date(read.date), model, report);
        read.date
    }

    /// Returns the date with its time, if one was typed, and says so if its year was not typed in full
    /// or it was typed in the time of another zone.
    pub(super) fn moment(&self, model: &Model, report: &Report) -> ReadDay {
        let read = self.read(model, report);
        let date = report.locale().short_date(read.date);
        let meant =
            read.time.map_or(date.clone(), |time| format!("{} {date}", time.format("%H:%M")));
        self.tell(read, false, &meant, model, report);
        read
    }

    fn read(&self, model: &Model, report: &Report) -> ReadDay {
        let read = self.day.or_else(|| days::day(&self.text, Given { model, report }.years()).ok());
        read.unwrap_or(ReadDay::plain(model.directive.date))
    }

    fn tell(&self, read: ReadDay, differs: bool, meant: &str, model: &Model, report: &Report) {
        let is_typed = self.text.contains(|c: char| c.is_ascii_digit());
        if is_typed && (differs || read.moved || !days::names_year(&self.text)) {
            Given { model, report }.understood(&self.text, meant);
        }
    }
}

impl From<NaiveDate> for GivenDay {
    fn from(day: NaiveDate) -> Self {
        GivenDay { text: day.to_string(), day: Some(ReadDay::plain(day)) }
    }
}

impl BadDay {
    /// The message in the user's language.
    pub(super) fn message(&self, value: &str, report: &Report) -> String {
        let locale = report.locale();
        let shown = |date: NaiveDate| {
            let shown = locale.short_date(date);
            let without_year = || shown.trim_end_matches(|c: char| c.is_ascii_digit());
            match self.has_year {
                true => shown,
                false => without_year().trim_end_matches(['/', ' ']).to_owned(),
            }
        };
        let (key, meant) = match self.error {
            DayError::MonthFirst(meant) => ("usage-date-month-first", shown(meant)),
            DayError::Range(last) => ("usage-date-range", shown(last)),
            DayError::NoSuchDay => ("usage-date-no-such-day", String::new()),
            DayError::NotOneDay => ("usage-date-not-one-day", String::new()),
            DayError::Shape => ("usage-bad-date", String::new()),
        };
        locale.format(key, &[("value", value.into()), ("meant", meant.into())])
    }
}

impl Refusal {
    /// A refusal with one line.
    pub(super) fn new(line: String) -> Self {
        Refusal(vec![line])
    }

    /// Adds a line.
    pub(super) fn and(mut self, line: String) -> Self {
        self.0.push(line);
        self
    }

    /// Prints it as the failure of the command.
    pub(super) fn fail(&self, report: &Report) -> Outcome {
        let mut lines = self.0.iter();
        report.failure(lines.next().map_or("", String::as_str));
        lines.for_each(|line| report.aside(line));
        Outcome::WrongUse
    }

    /// Prints it as the reason for which a question is asked again.
    pub(super) fn say(&self, report: &Report) {
        self.0.iter().for_each(|line| report.aside(&format!("  {line}")));
    }
}

impl Given<'_> {
    /// Reads a day.
    pub(super) fn day(&self, text: &str) -> Result<NaiveDate, Refusal> {
        Ok(self.given_day(text)?.date(self.model, self.report))
    }

    /// Reads a day with its time, if one was typed.
    pub(super) fn moment(&self, text: &str) -> Result<ReadDay, Refusal> {
        Ok(self.given_day(text)?.moment(self.model, self.report))
    }

    fn given_day(&self, text: &str) -> Result<GivenDay, Refusal> {
        GivenDay::parse(text).map_err(|error| Refusal::new(error.message(text, self.report)))
    }

    /// Reads a deadline and returns the value of `due` in a record.
    pub(super) fn due(&self, text: &str, before: bool) -> Result<String, Refusal> {
        let text = text.trim();
        if let Some(written) = as_in_record(text) {
            return Ok(if before { format!("{{before: {written}}}") } else { written });
        }
        let words = Words::new(self.model, self.report.locale().tag());
        let shown = |due: &Deadline| words.deadline(due, pipeline::as_of(self.model, None));
        let read = deadlines::deadline(text, before, self.years()).map_err(|error| {
            let value = ("value", text.into());
            let message = match error {
                DeadlineError::LastOf(last) => {
                    let args = [value, ("meant", shown(&last).into())];
                    self.report.locale().format("usage-due-range", &args)
                }
                DeadlineError::Term(DayError::Shape | DayError::NotOneDay) => {
                    self.report.locale().format("usage-bad-due", &[value])
                }
                DeadlineError::Term(error) => {
                    BadDay { error, has_year: true }.message(text, self.report)
                }
            };
            Refusal::new(message)
        })?;
        let yaml = deadlines::yaml(&read).unwrap_or_default();
        let has_zone = || times::time(text).is_some_and(|time| time.moved.is_some());
        if !days::names_year(text) || has_zone() {
            self.understood(text, &shown(&read));
        }
        Ok(yaml)
    }

    /// Finds a task.
    pub(super) fn task(&self, text: &str) -> Result<TaskIx, Refusal> {
        let names = Names::tasks(self.model);
        let found = names.named(text);
        self.one(text, &names, found, "task").map(TaskIx)
    }

    /// Finds the tasks of a list.
    pub(super) fn tasks(&self, text: &str) -> Result<Vec<TaskIx>, Refusal> {
        self.list(text, &Names::tasks(self.model), "task", TaskIx)
    }

    /// Finds a priority.
    pub(super) fn priority(&self, text: &str) -> Result<PriorityIx, Refusal> {
        let names = Names::priorities(self.model);
        let found = names.find(text);
        self.one(text, &names, found, "priority").map(PriorityIx)
    }

    /// Finds an agency.
    pub(super) fn agency(&self, text: &str) -> Result<AgencyIx, Refusal> {
        let names = Names::agencies(self.model);
        let found = names.find(text);
        self.one(text, &names, found, "agency").map(AgencyIx)
    }

    /// Finds the agencies of a list.
    pub(super) fn agencies(&self, text: &str) -> Result<Vec<AgencyIx>, Refusal> {
        self.list(text, &Names::agencies(self.model), "agency", AgencyIx)
    }

    /// Finds the places of a list.
    pub(super) fn places(&self, text: &str) -> Result<Vec<PlaceIx>, Refusal> {
        self.list(text, &Names::places(self.model), "place", PlaceIx)
    }

    /// Finds a document.
    pub(super) fn document(&self, text: &str) -> Result<DocumentIx, Refusal> {
        let names = Names::documents(self.model);
        let found = match names.find(text) {
            Found::Nothing => names.within(text),
            found => found,
        };
        self.one(text, &names, found, "document").map(DocumentIx)
    }

    /// Finds the documents of a list, between commas, semicolons or spaces.
    pub(super) fn documents(&self, text: &str) -> Result<Vec<DocumentIx>, Refusal> {
        let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let mut found = Vec::new();
        for part in parts {
            let ids = part.split_whitespace().map(|id| self.document(id).ok());
            let each = || ids.collect::<Option<Vec<_>>>();
            let of_part = match self.document(part) {
                Ok(one) => vec![one],
                Err(refusal) => each().ok_or(refusal)?,
            };
            found.extend(of_part);
        }
        found.dedup();
        Ok(found)
    }

    /// Whose year a day without one has.
    fn years(&self) -> Years {
        let date = pipeline::as_of(self.model, None);
        Years::Near { date, from: self.model.directive.date }
    }

    fn understood(&self, text: &str, meant: &str) {
        let args = [("value", text.into()), ("meant", meant.into())];
        self.report.aside(&self.report.locale().format("given-understood", &args));
    }

    fn list<T>(
        &self,
        text: &str,
        names: &Names,
        what: &str,
        handle: fn(usize) -> T,
    ) -> Result<Vec<T>, Refusal> {
        match names.list(text) {
            Ok(found) => Ok(found.into_iter().map(handle).collect()),
            Err(Unclear { text, many }) => Err(self.unclear(&text, names, &many, what)),
        }
    }

    fn one(&self, text: &str, names: &Names, found: Found, what: &str) -> Result<usize, Refusal> {
        match found {
            Found::One(at) => Ok(at),
            found => Err(self.unclear(text, names, &found.all(), what)),
        }
    }

    /// Says that a text names no record, with what may be meant, or several.
    pub(super) fn unclear(&self, text: &str, names: &Names, many: &[usize], what: &str) -> Refusal {
        let locale = self.report.locale();
        let args = [("id", text.into()), ("what", what.into())];
        let list = |found: &[usize], refusal: Refusal| {
            let shown = found.iter().take(LISTED).map(|at| format!("  {}", names.get(*at)));
            shown.fold(refusal, Refusal::and)
        };
        if many.len() > 1 {
            return list(many, Refusal::new(locale.format("trouble-many-meant", &args)));
        }
        let key = if what == "document" { "given-no-document" } else { "trouble-unknown-id" };
        let refusal = Refusal::new(locale.format(key, &args));
        if let Some(near) = names.nearest(text) {
            let args = [("suggestion", near.into())];
            return refusal.and(locale.format("did-you-mean", &args));
        }
        match names.search(text).as_slice() {
            // A list of documents would look like a proposal of another one.
            [] if what != "document" && names.iter().count() <= LISTED => {
                list(&(0..names.iter().count()).collect::<Vec<_>>(), refusal)
            }
            [] => refusal,
            [one] => {
                let near = names.get(*one).to_string();
                refusal.and(locale.format("did-you-mean", &[("suggestion", near.into())]))
            }
            found => list(found, refusal),
        }
    }
}

/// Returns a deadline that is written as records hold it: `{quarter: 2025-Q2}`.
fn as_in_record(text: &str) -> Option<String> {
    let is_mapping = text.starts_with('{') && text.ends_with('}') && !text.contains('\n');
    let values = is_mapping.then(|| yaml::values(&format!("due: {text}"))).flatten()?;
    values.iter().all(|(path, _)| path.starts_with("due")).then(|| text.to_owned())
}

/// Returns the id of a new record and, if a number as pages show it was typed, this number.
pub(super) fn new_id(text: &str, report: &Report) -> Result<(String, Option<String>), Refusal> {
    use crate::model::Id;
    let text = text.trim();
    if Id::parse(text).is_ok() {
        return Ok((text.to_owned(), None));
    }
    let locale = report.locale();
    if let Some(id) = names::id_of_number(text) {
        let args = [("value", text.into()), ("id", id.as_str().into())];
        report.aside(&locale.format("new-id-of-number", &args));
        return Ok((id.to_string(), Some(text.to_owned())));
    }
    let refusal = Refusal::new(locale.format("new-bad-id", &[("value", text.into())]));
    let meant = crate::vietnamese::slug(text);
    if Id::parse(&meant).is_err() || text.contains(['/', '\\', '(']) {
        return Err(refusal);
    }
    Err(refusal.and(locale.format("did-you-mean", &[("suggestion", meant.into())])))
}

/// Returns whether pages show this number for a task.
pub(super) fn number_is_taken(number: &str, model: &Model) -> bool {
    let wanted = names::plain(number);
    model.own_tasks().any(|task| names::plain(&task.number) == wanted)
}

/// Reads a fixed word of the format, also in the words of offices.
#[derive(Clone)]
pub(super) struct WordParser(Vec<&'static str>);

impl WordParser {
    pub(super) fn new<T>(known: &[(&'static str, T)]) -> Self {
        WordParser(known.iter().map(|(word, _)| *word).collect())
    }
}

impl TypedValueParser for WordParser {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        if let Some(word) = value.to_str().and_then(|text| words::fixed_word(text, &self.0)) {
            return Ok(word.to_owned());
        }
        PossibleValuesParser::new(self.0.clone()).parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(PossibleValue::new)))
    }
}

/// Reads a percentage, with or without its sign.
pub(super) fn percent(text: &str) -> String {
    text.trim().trim_end_matches('%').trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_import_reads_it() {
        let day = |text| {
            let given = GivenDay::parse(text);
            given.map(|given| given.day.map(|day| day.date)).map_err(|bad| bad.error)
        };
        for text in [
            "30.6.2025",
            "30/6/2025",
            "2025-06-30",
            "ngày 30 tháng 6 năm 2025",
            "8h15 thứ hai, 30/6/2025",
            "2025-06-29T20:00Z",
        ] {
            assert_eq!(day(text).unwrap().unwrap().to_string(), "2025-06-30", "{text}");
        }
        for text in ["30/6", "29/2", "thứ hai, 30/6"] {
            assert_eq!(day(text), Ok(None), "{text}");
        }
        assert_eq!(day("tháng 6/2025"), Err(DayError::NotOneDay));
        assert_eq!(day("30/2/2025"), Err(DayError::NoSuchDay));
        assert!(matches!(day("7/25/2025"), Err(DayError::MonthFirst(_))));
        assert_eq!(day("1-15/7/2025"), Err(DayError::Range("2025-07-15".parse().unwrap())));
        assert!(matches!(day("từ 1/7 đến 15/7"), Err(DayError::Range(_))));
        assert_eq!(day("5-7/2025"), Err(DayError::Shape));
        assert_eq!(day("mai"), Err(DayError::Shape));
        assert!(day("hôm nay").unwrap().is_some());
    }

    #[test]
    fn a_deadline_may_be_written_as_in_a_record() {
        let quarter = "{quarter: 2025-Q2}";
        assert_eq!(as_in_record(quarter).as_deref(), Some(quarter));
        for text in ["quý II", "{a: 1}\nlead: x", "{a: 1}, lead: {b: 2}", "{a", "{{}"] {
            assert_eq!(as_in_record(text), None, "{text}");
        }
    }
}
