//! Phrases standings, deadlines, dates and figures in the site's language, using the directive's
//! own words for its two levels.

pub mod changes;
mod parts;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::assess::{Assessed, Fraction, Standing, Word};
use crate::locale::{Arg, Locale};
use crate::model::{Deadline, Frequency, Kind, Model, Task, Term};
use crate::vietnamese::capitalised;

/// Messages whose only arguments are the names of the levels. Templates use them in `t`, like the
/// fixed words.
const WITH_LEVELS: &[&str] = &[
    "nav-tasks",
    "figures-table",
    "overview-priorities",
    "overview-overdue-none",
    "priority-tasks",
    "priority-caption",
    "priority-restricted",
    "task-restricted",
    "task-related",
    "note-tasks",
    "note-priorities",
    "agencies-intro",
    "agencies-joint",
    "agencies-not-applicable",
    "agency-leads",
    "agency-leads-none",
    "agency-support",
    "places-intro",
    "places-caption",
    "places-none",
    "column-tasks",
    "place-tasks",
    "place-tasks-none",
    "place-tasks-restricted",
    "place-named",
    "deadlines-intro",
    "tasks-title",
    "tasks-intro",
    "tasks-caption",
    "column-task",
    "column-of-priority",
    "documents-intro",
    "directive-priorities",
    "method-intro",
    "method-deliverables",
    "method-ongoing",
    "method-duty",
    "method-stopped",
    "method-completion-high",
    "method-joint",
    "method-words-intro",
    "method-restricted",
    "filter-none",
    "filter-priority",
    "browse-priorities",
    "matrix-title",
    "matrix-how",
    "report-priorities",
    "report-not-applicable",
    "lookup-intro",
    "search-kind-priority",
    "search-kind-task",
    "reports-intro",
    "sparks-title",
    "reports-none",
];

/// The words and phrases of a site.
pub struct Words {
    locale: &'static Locale,
    levels: Levels,
    table: BTreeMap<String, String>,
}

/// The directive's names for its two levels.
struct Levels {
    task: String,
    tasks: String,
    /// All these names as arguments for messages, in lower case and capitalised.
    values: [(&'static str, Arg<'static>); 8],
}

impl Words {
    /// The words of the language with this tag, with the directive's own names for its two levels.
    pub fn new(model: &Model, language: &str) -> Self {
        let locale = Locale::of(language);
        let directive = &model.directive;
        let label = |given: Option<&crate::model::Label>, one: &str, many: &str| match given {
            Some(label) => (label.one.clone(), label.many.clone()),
            None => (locale.text(one), locale.text(many)),
        };
        let (priority, priorities) =
            label(directive.priority_label.as_ref(), "level-priority", "level-priorities");
        let (task, tasks) = label(directive.task_label.as_ref(), "level-task", "level-tasks");
        let values = [
            ("Priority", capitalised(&priority)),
            ("Priorities", capitalised(&priorities)),
            ("Task", capitalised(&task)),
            ("Tasks", capitalised(&tasks)),
            ("priority", priority),
            ("priorities", priorities),
            ("task", task.clone()),
            ("tasks", tasks.clone()),
        ];
        let values = values.map(|(name, word)| (name, Arg::from(word)));
        let levels = Levels { task, tasks, values };
        let table = locale.fixed_words();
        let mut words = Words { locale, levels, table };
        for key in WITH_LEVELS {
            let text = words.say(key, &[]);
            words.table.insert(key.replace('-', "_"), text);
        }
        words
    }

    /// The messages without arguments, with `_` for `-` in their keys.
    pub fn table(&self) -> &BTreeMap<String, String> {
        &self.table
    }

    /// The BCP 47 tag of the language.
    pub fn tag(&self) -> &'static str {
        self.locale.tag()
    }

    /// A message without arguments of its own.
    pub fn text(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// Formats a message.
    ///
    /// It may also name the two levels, as `$task`, `$tasks`, `$priority`, `$priorities`, or
    /// capitalised as `$Task` and so on. `$counted` is the word for `$n` tasks.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let Levels { task, tasks, values } = &self.levels;
        match args.iter().find(|(name, _)| *name == "n") {
            Some((_, Arg::Number(n))) => {
                let counted = ("counted", if *n == 1 { task } else { tasks }.into());
                let args: Vec<_> = std::iter::once(counted).chain(args.iter().cloned()).collect();
                self.locale.format_among(key, &args, values)
            }
            _ => self.locale.format_among(key, args, values),
        }
    }

    /// A message about a number, passed as `$n`.
    pub fn count(&self, key: &str, n: impl Into<u64>) -> String {
        self.say(key, &[("n", Arg::Number(n.into()))])
    }

    /// Formats a date as "22/7/2021".
    pub fn short(&self, date: NaiveDate) -> String {
        self.locale.short_date(date)
    }

    /// The day on which something was recorded, "(ghi ngày 12/8/2021)", if that was after it happened.
    pub fn recorded(&self, happened: NaiveDate, recorded: NaiveDate) -> Option<String> {
        let args = [("date", self.short(recorded).into())];
        (recorded != happened).then(|| self.say("recorded-on", &args))
    }

    /// The day on which something happened, and that on which it was recorded if that was later.
    pub fn days(&self, happened: NaiveDate, recorded: NaiveDate) -> String {
        let day = self.short(happened);
        self.recorded(happened, recorded)
            .map_or(day.clone(), |recorded| format!("{day} {recorded}"))
    }

    /// Formats a date as "ngày 22 tháng 7 năm 2021".
    pub fn long(&self, date: NaiveDate) -> String {
        self.locale.long_date(date)
    }

    /// Formats a month as "Tháng 7 năm 2021".
    pub fn month(&self, date: NaiveDate) -> String {
        capitalised(&self.locale.month(date))
    }

    /// Formats a number.
    pub fn number(&self, n: impl Into<u64>) -> String {
        self.locale.number(n.into())
    }

    /// Formats the size of a file as "120 kB" or "2 MB".
    pub fn size(&self, bytes: u64) -> String {
        match bytes.div_ceil(1000) {
            kilobytes if kilobytes < 1000 => self.count("size-kilobytes", kilobytes),
            kilobytes => self.count("size-megabytes", kilobytes.div_ceil(1000)),
        }
    }

    /// Formats the name of a priority as "Mục 3".
    pub fn priority_name(&self, number: &str) -> String {
        self.say("priority-name", &[("number", number.into())])
    }

    /// The word for the kind of a task.
    pub fn kind(&self, kind: Kind) -> String {
        self.text(match kind {
            Kind::Deliverable => "kind-deliverable",
            Kind::Ongoing => "kind-ongoing",
            Kind::Duty => "kind-duty",
        })
    }

    /// The public label of a task.
    pub fn standing(&self, assessed: &Assessed) -> String {
        let open = assessed.parts.counts.open;
        if assessed.standing == Standing::AwaitingEvidence && open > 0 {
            let said = assessed.parts.list.iter().filter(|p| p.standing.is_open());
            // Where every open part only lacks its evidence, the usual label says it.
            if said.clone().any(|part| part.completion.is_none()) {
                return self.count("standing-awaiting-parts", open);
            }
        }
        self.label(assessed.standing, assessed.days)
    }

    /// A label with its number of days, if it has one.
    pub fn label(&self, standing: Standing, days: Option<u32>) -> String {
        match days {
            Some(0) if standing == Standing::DoneLate => self.text("standing-done-late-same-day"),
            Some(days) => self.count(standing_key(standing), days),
            None => self.standing_alone(standing),
        }
    }

    /// The label without its number of days.
    pub fn standing_alone(&self, standing: Standing) -> String {
        let days_key = match standing {
            Standing::DoneLate | Standing::Overdue | Standing::Stale | Standing::DueSoon => {
                "-alone"
            }
            _ => "",
        };
        self.text(&format!("{}{days_key}", standing_key(standing)))
    }

    /// The rule that decided the standing of a task.
    pub fn rule(&self, model: &Model, assessed: &Assessed) -> String {
        let thresholds = &model.settings.thresholds;
        let args = [
            ("days", assessed.days.unwrap_or(0).into()),
            ("soon", thresholds.due_soon_days.into()),
            ("stale", thresholds.stale_after_days.into()),
        ];
        self.say(&format!("why-{}", assessed.standing.name().replace('_', "-")), &args)
    }

    /// Further facts that are shown beside the label, the last being the slip of the deadline.
    pub fn causes(&self, assessed: &Assessed) -> Vec<String> {
        let causes = &assessed.causes;
        let mut said = Vec::new();
        if causes.blocked && assessed.standing != Standing::Blocked {
            said.push(self.text("cause-blocked"));
        }
        if causes.awaiting_evidence {
            said.push(self.text("cause-awaiting-evidence"));
        }
        if causes.no_report {
            said.push(self.text("cause-no-report"));
        }
        if let Some(days) = causes.stale {
            said.push(self.count("cause-stale", days));
        }
        if assessed.slip_days > 0 {
            said.push(self.count("cause-slip", assessed.slip_days));
        }
        said.extend(self.beside_parts(assessed.standing, &assessed.parts));
        said
    }

    /// A deadline in the words of the promise.
    pub fn deadline(&self, deadline: &Deadline, as_of: NaiveDate) -> String {
        match deadline {
            Deadline::By(term) => self.term("by", *term),
            Deadline::Before(term) => self.term("before", *term),
            Deadline::After { days, event, happened } => {
                let args = [("n", Arg::from(*days)), ("event", Arg::from(event))];
                let promise = self.say("deadline-after", &args);
                match (happened.filter(|day| *day <= as_of), deadline.last_good_day(as_of)) {
                    (Some(happened), Some(last)) => self.say(
                        "deadline-after-happened",
                        &[
                            ("promise", (&promise).into()),
                            ("happened", (&self.short(happened)).into()),
                            ("last", (&self.short(last)).into()),
                        ],
                    ),
                    _ => self.say("deadline-after-open", &[("promise", (&promise).into())]),
                }
            }
            Deadline::Event(event) => self.say("deadline-event", &[("event", event.into())]),
        }
    }

    fn term(&self, how: &str, term: Term) -> String {
        let first = term.first_day();
        let year = first.year().to_string();
        let year = ("year", Arg::from(&year));
        match term {
            Term::Day(day) => {
                self.say(&format!("deadline-{how}-day"), &[("date", (&self.short(day)).into())])
            }
            Term::Hour(day, time) => {
                let hour = time.format("%Hh%M").to_string();
                let date = self.short(day);
                let args = [("date", (&date).into()), ("hour", (&hour).into())];
                self.say(&format!("deadline-{how}-hour"), &args)
            }
            Term::Month(_) => self.say(
                &format!("deadline-{how}-month"),
                &[("month", (&self.locale.month(first)).into())],
            ),
            Term::Quarter(_) => {
                let quarter = ["I", "II", "III", "IV"][first.month0() as usize / 3];
                self.say(&format!("deadline-{how}-quarter"), &[("quarter", quarter.into()), year])
            }
            Term::Year(_) => self.say(&format!("deadline-{how}-year"), &[year]),
        }
    }

    /// Formats a fraction as "3/12", or the phrase for a ratio that does not apply.
    pub fn fraction(&self, fraction: Fraction) -> String {
        match fraction.whole {
            0 => self.text("not-applicable"),
            whole => format!("{}/{}", self.number(fraction.part), self.number(whole)),
        }
    }

    /// Formats a fraction as a percentage if its denominator is at least 10. "100 %" and "0 %" are
    /// always exact.
    pub fn percent(&self, fraction: Fraction) -> Option<String> {
        tenths(fraction).map(|tenths| self.locale.percent(tenths))
    }

    /// The summary word for a group of tasks.
    pub fn group(&self, word: Word) -> String {
        let key = format!("group-{}", word.name().replace('_', "-"));
        match word {
            Word::HasOverdue(n) | Word::HasLateParts(n) | Word::HasObstacles(n) => {
                self.count(&key, n)
            }
            _ => self.text(&key),
        }
    }

    /// The word for a group without its number.
    pub fn group_alone(&self, word: Word) -> String {
        match word {
            Word::HasOverdue(_) | Word::HasLateParts(_) | Word::HasObstacles(_) => {
                self.text(&format!("group-{}-alone", word.name().replace('_', "-")))
            }
            _ => self.group(word),
        }
    }

    /// How often a task is reported on.
    pub fn frequency(&self, frequency: Frequency) -> String {
        self.text(match frequency {
            Frequency::Week => "every-week",
            Frequency::Month => "every-month",
            Frequency::Quarter => "every-quarter",
            Frequency::Half => "every-half",
            Frequency::Year => "every-year",
        })
    }

    /// The state that an entry of a task's ledger records.
    pub fn state(&self, task: &Task, entry: usize) -> String {
        let state = task.updates[entry].state;
        let name = state.map_or("report", crate::model::State::name);
        self.text(&format!("state-{}", name.replace('_', "-")))
    }
}

/// A fraction in tenths of a per cent, never rounded to 0 % or 100 %.
fn tenths(fraction: Fraction) -> Option<u32> {
    let (part, whole) = (u64::from(fraction.part), u64::from(fraction.whole));
    if whole < 10 {
        return None;
    }
    let rounded = (part * 1000 + whole / 2) / whole;
    let tenths = match part {
        0 => 0,
        _ if part == whole => 1000,
        _ => rounded.clamp(1, 999),
    };
    u32::try_from(tenths).ok()
}

fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::DoneOnTime => "standing-done-on-time",
        Standing::DoneLate => "standing-done-late",
        Standing::Done => "standing-done",
        Standing::InProgress => "standing-in-progress",
        Standing::DueSoon => "standing-due-soon",
        Standing::AwaitingEvidence => "standing-awaiting-evidence",
        Standing::Blocked => "standing-blocked",
        Standing::NotStarted => "standing-not-started",
        Standing::Overdue => "standing-overdue",
        Standing::Stale => "standing-stale",
        Standing::NoReport => "standing-no-report",
        Standing::Reported => "standing-reported",
        Standing::NotYetDue => "standing-not-yet-due",
        Standing::ReportMissing => "standing-report-missing",
        Standing::Duty => "standing-duty",
        Standing::Cancelled => "standing-cancelled",
        Standing::Superseded => "standing-superseded",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_needs_ten_and_is_never_rounded_to_an_end() {
        for (part, whole, expected) in [
            (0, 9, None),
            (9, 9, None),
            (0, 10, Some(0)),
            (10, 10, Some(1000)),
            (1, 3000, Some(1)),
            (2999, 3000, Some(999)),
            (5, 12, Some(417)),
        ] {
            assert_eq!(tenths(Fraction { part, whole }), expected, "{part}/{whole}");
        }
    }
}
