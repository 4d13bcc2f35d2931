//! What stops a publication: a published fact that changed or vanished without a reason.

use chrono::NaiveDate;

use crate::locale::{Arg, Locale};

/// A published fact that changed or vanished, for which the records give no reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub what: What,
    /// What it is about: `task:1.3`, `note:…`, an address.
    pub subject: String,
    /// The number of the task. Empty if the subject is not a task.
    pub number: String,
    /// The title of the task. Empty if the subject is not a task.
    pub title: String,
    /// The file of the content folder in which the reason may be written.
    pub file: String,
    /// The key in that file; none: the file is a list.
    pub key: Option<&'static str>,
    /// What to write there, as YAML whose gaps (`…`) the author fills.
    pub write: String,
}

impl Finding {
    /// Says what changed.
    pub fn message(&self, locale: &Locale) -> String {
        let day = |day: NaiveDate| Arg::from(locale.short_date(day));
        let maybe = |date: Option<NaiveDate>| date.map_or_else(|| Arg::from("none"), day);
        let text = |text: Option<&str>| Arg::from(text.unwrap_or("none").to_owned());
        let mut args = match &self.what {
            What::Vanished => vec![],
            What::Gone(paths) => vec![("paths", Arg::from(paths.join(", ")))],
            What::FirstDeadline { was, now } | What::InForce { was, now } => {
                vec![("was", day(*was)), ("now", maybe(*now))]
            }
            What::Decision { decided, was } => vec![("decided", day(*decided)), ("was", day(*was))],
            What::NoDocument { decided, .. } => vec![("decided", day(*decided))],
            What::Entry { date, now, .. } => vec![("date", day(*date)), ("now", maybe(*now))],
            What::Evidence { date, document } => {
                vec![("date", day(*date)), ("document", document.into())]
            }
            What::Lead { was, now } => {
                vec![("was", was.join(", ").into()), ("now", now.join(", ").into())]
            }
            What::Priority { was, now } | What::Title { was, now } => {
                vec![("was", was.into()), ("now", now.into())]
            }
            What::Product { was, now } => vec![("was", was.into()), ("now", text(now.as_deref()))],
            What::Percent { date, was, now } => vec![
                ("date", day(*date)),
                ("was", was.to_string().into()),
                ("now", text(now.map(|now| now.to_string()).as_deref())),
            ],
            What::Text { date, was, now } => {
                vec![("date", day(*date)), ("was", was.into()), ("now", text(now.as_deref()))]
            }
            What::Recorded { date, was, now } => {
                vec![("date", day(*date)), ("was", day(*was)), ("now", day(*now))]
            }
            What::Named { date, was, now } => {
                let said = |ids: &[String]| {
                    text(Some(ids.join(", ")).as_deref().filter(|s| !s.is_empty()))
                };
                vec![("date", day(*date)), ("was", said(was)), ("now", said(now))]
            }
            What::PartGone { name, .. } => vec![("part", name.into())],
            What::PartDeadline { name, was, now } => {
                vec![("part", name.into()), ("was", day(*was)), ("now", maybe(*now))]
            }
            What::PartReopened { name, done } => vec![("part", name.into()), ("done", day(*done))],
            What::Reopened { done } => vec![("done", day(*done))],
            What::Publications { number } => vec![("count", (*number).into())],
            What::Backwards { was, now } => vec![("was", day(*was)), ("now", day(*now))],
        };
        args.push(("subject", (&self.subject).into()));
        args.push(("number", (&self.number).into()));
        args.push(("title", (&self.title).into()));
        locale.format(&format!("gate-{}", self.what.name()), &args)
    }
}

/// The kind of fact that changed, with the values for its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A task is gone.
    Vanished,
    /// An address is gone, and what stood there.
    Gone(Vec<String>),
    /// The deadline that a task was given first.
    FirstDeadline {
        /// Its last good day as it was published.
        was: NaiveDate,
        /// As it is now, if it has one.
        now: Option<NaiveDate>,
    },
    /// The deadline of a decision, or the decision itself.
    Decision {
        /// The day of the decision.
        decided: NaiveDate,
        /// Its last good day as it was published.
        was: NaiveDate,
    },
    /// A new deadline that no document sets.
    NoDocument {
        /// The day of the decision.
        decided: NaiveDate,
        /// The deadline's last good day before.
        was: Option<NaiveDate>,
        /// Its place in the file, from 0.
        place: usize,
    },
    /// A restricted task's deadline in force on the published date.
    InForce {
        /// Its last good day as it was published.
        was: NaiveDate,
        /// As it is now, if it has one.
        now: Option<NaiveDate>,
    },
    /// An entry that is gone, or has another date or state.
    Entry {
        /// Its date.
        date: NaiveDate,
        /// Its state's word.
        state: Option<String>,
        /// The date of the entry that has its text now.
        now: Option<NaiveDate>,
    },
    /// Evidence that an entry no longer cites.
    Evidence {
        /// The entry's date.
        date: NaiveDate,
        /// The document's id.
        document: String,
    },
    /// The agencies in charge.
    Lead {
        /// Their ids as they were published.
        was: Vec<String>,
        /// As they are now.
        now: Vec<String>,
    },
    /// The priority that the task belongs to.
    Priority {
        /// Its id as it was published.
        was: String,
        /// As it is now.
        now: String,
    },
    /// What the task must deliver.
    Product {
        /// As it was published.
        was: String,
        /// As it is now.
        now: Option<String>,
    },
    /// The self-assessment of an entry.
    Percent {
        /// The entry's date.
        date: NaiveDate,
        /// As it was published.
        was: u8,
        /// As it is now.
        now: Option<u8>,
    },
    /// A number in the title.
    Title {
        /// The title as it was published.
        was: String,
        /// As it is now.
        now: String,
    },
    /// A number in the text of an entry.
    Text {
        /// The entry's date.
        date: NaiveDate,
        /// The text as it was published.
        was: String,
        /// As it is now.
        now: Option<String>,
    },
    /// The day on which an entry was recorded.
    Recorded {
        /// The entry's date.
        date: NaiveDate,
        /// As it was published.
        was: NaiveDate,
        /// As it is now.
        now: NaiveDate,
    },
    /// The parts that an entry, or a decision, is about.
    Named {
        /// The date of the entry or decision.
        date: NaiveDate,
        /// Their ids as they were published; empty: the task as a whole.
        was: Vec<String>,
        /// As they are now.
        now: Vec<String>,
    },
    /// A part is gone.
    PartGone {
        /// Its id.
        part: String,
        /// Its name as it was published.
        name: String,
    },
    /// The deadline of a part in force on the published date.
    PartDeadline {
        /// Its name as it was published.
        name: String,
        /// Its last good day as it was published.
        was: NaiveDate,
        /// As it is now, if it has one.
        now: Option<NaiveDate>,
    },
    /// A part that is no longer done, and no entry says why.
    PartReopened {
        /// Its name as it was published.
        name: String,
        /// The day on which it was done.
        done: NaiveDate,
    },
    /// No longer done, and no entry says why.
    Reopened {
        /// The day on which it was done.
        done: NaiveDate,
    },
    /// Publications that the chain of the records does not hold, or holds otherwise.
    Publications {
        /// The number of the first.
        number: u32,
    },
    /// The data are older than what was published.
    Backwards {
        /// The published date.
        was: NaiveDate,
        /// The date of the new site.
        now: NaiveDate,
    },
}

impl What {
    /// The word in answers for programs and in the keys of the locales.
    pub fn name(&self) -> &'static str {
        match self {
            What::Vanished => "vanished",
            What::Gone(_) => "gone",
            What::FirstDeadline { .. } => "first-deadline",
            What::Decision { .. } => "decision",
            What::NoDocument { .. } => "no-document",
            What::InForce { .. } => "in-force",
            What::Entry { .. } => "entry",
            What::Evidence { .. } => "evidence",
            What::Lead { .. } => "lead",
            What::Priority { .. } => "priority",
            What::Product { .. } => "product",
            What::Percent { .. } => "percent",
            What::Title { .. } => "title",
            What::Text { .. } => "text",
            What::Recorded { .. } => "recorded",
            What::Named { .. } => "named",
            What::PartGone { .. } => "part-gone",
            What::PartDeadline { .. } => "part-deadline",
            What::PartReopened { .. } => "part-reopened",
            What::Reopened { .. } => "reopened",
            What::Publications { .. } => "publications",
            What::Backwards { .. } => "backwards",
        }
    }
}
