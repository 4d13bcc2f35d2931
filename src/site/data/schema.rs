//! Defines the columns of the tables: the one source of the files' headers, the schema and the page
//! that explains them.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::Table;
use crate::assess::changes::Event;
use crate::assess::{PartStanding, Reach, Standing, Word};
use crate::locale::Locale;
use crate::model::{Amended, Figure, Frequency, Kind as TaskKind, State, Uses};

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Column {
    pub(in crate::site) name: &'static str,
    pub(in crate::site) kind: Kind,
    /// Whether the column always has a value.
    pub(in crate::site) needed: bool,
    /// Whether a site whose public records use these keys has the column.
    pub(in crate::site) is_used: fn(&Uses) -> bool,
}

/// The last column of every CSV file, which has no other place for the as-of date.
pub(in crate::site) const AS_OF: Column =
    Column { name: "as_of", kind: Kind::Day, needed: true, is_used: |_| true };

/// The type of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) enum Kind {
    /// The id of the row's own record.
    Id,
    /// The id of a record in a table.
    Reference(Table),
    /// Several ids of records in a table.
    References(Table),
    /// Several ids that are unique within a record only.
    Names,
    /// Free text.
    Text,
    /// A word of a vocabulary.
    Word(Vocabulary),
    /// Several words of a vocabulary.
    Words(Vocabulary),
    /// A non-negative number.
    Number,
    /// A number that may have decimals and be negative.
    Decimal,
    /// A day.
    Day,
    /// A time of day, as hours and minutes.
    Time,
    /// An address, on this site or another.
    Address,
}

impl Kind {
    /// Whether a cell holds a list.
    pub(super) fn is_list(self) -> bool {
        matches!(self, Kind::References(_) | Kind::Words(_) | Kind::Names)
    }
}

/// What records use that only some directives need.
#[derive(Clone, Copy, Debug)]
pub(in crate::site) struct Extended {
    /// Whether any record, public or not, uses any of it.
    pub(in crate::site) any: bool,
    /// What public records use.
    pub(in crate::site) uses: Uses,
}

/// A closed list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) enum Vocabulary {
    Visibility,
    TaskKind,
    LeadSource,
    Standing,
    Cause,
    Frequency,
    State,
    UpdateType,
    GroupType,
    GroupWord,
    Settled,
    Change,
    Report,
    Corrected,
    PartType,
    PartStanding,
    Reach,
}

/// The change of a task that stands otherwise and about which nothing else can be said.
pub(super) const OTHERWISE: &str = "standing";

/// A value of a row, before it is written in the form of a file.
#[derive(Clone, Debug)]
pub(super) enum Cell<'a> {
    Nothing,
    Text(Cow<'a, str>),
    Number(u32),
    Decimal(Figure),
    Day(NaiveDate),
    List(Vec<&'a str>),
}

/// Separates the values of a list in forms whose cells hold only text.
pub(super) const SEPARATOR: &str = ";";

/// A type that a field of a row may have.
pub(super) trait Value {
    /// Whether there is always a value.
    const NEEDED: bool = true;
    /// Converts the value to a cell.
    fn cell(&self) -> Cell<'_>;
}

impl Value for &str {
    fn cell(&self) -> Cell<'_> {
        Cell::Text(Cow::Borrowed(self))
    }
}

impl Value for String {
    fn cell(&self) -> Cell<'_> {
        Cell::Text(Cow::Borrowed(self))
    }
}

impl Value for u32 {
    fn cell(&self) -> Cell<'_> {
        Cell::Number(*self)
    }
}

impl Value for Figure {
    fn cell(&self) -> Cell<'_> {
        Cell::Decimal(*self)
    }
}

impl Value for NaiveDate {
    fn cell(&self) -> Cell<'_> {
        Cell::Day(*self)
    }
}

impl Value for Vec<&str> {
    const NEEDED: bool = false;
    fn cell(&self) -> Cell<'_> {
        if self.is_empty() { Cell::Nothing } else { Cell::List(self.clone()) }
    }
}

impl<V: Value> Value for Option<V> {
    const NEEDED: bool = false;
    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Nothing, Value::cell)
    }
}

impl Column {
    /// The title of the column in a language.
    pub(in crate::site) fn title(&self, locale: &Locale, table: Table) -> String {
        locale.text(&self.key(locale, table))
    }

    /// The description of the column in a language.
    pub(in crate::site) fn about(&self, locale: &Locale, table: Table) -> String {
        locale.text(&format!("{}.about", self.key(locale, table)))
    }

    /// The message key of the column. Columns of several tables with the same name and meaning
    /// share one.
    fn key(&self, locale: &Locale, table: Table) -> String {
        let name = self.name.replace('_', "-");
        let own = format!("col-{}-{name}", table.name());
        if locale.has(&own) { own } else { format!("col-{name}") }
    }
}

/// The words of groups, without that of parts where no record has any.
fn group_words(extended: bool) -> Vec<&'static str> {
    let known = |word: &Word| extended || *word != Word::HasLateParts(0);
    Word::ALL.into_iter().filter(known).map(Word::name).collect()
}

impl Vocabulary {
    /// The words, each with the message key of its meaning.
    pub(in crate::site) fn words(self, extended: Extended) -> Vec<(&'static str, String)> {
        let keyed = |prefix: &str,
                     names: &[&'static str],
                     suffix: &dyn Fn(&str) -> &'static str| {
            let key = |name: &str| format!("{prefix}-{}{}", name.replace('_', "-"), suffix(name));
            names.iter().map(|name| (*name, key(name))).collect::<Vec<_>>()
        };
        let plain = |_: &str| "";
        match self {
            Vocabulary::Visibility => keyed("data-value", &["public", "status_only"], &plain),
            Vocabulary::TaskKind => {
                let kinds = [TaskKind::Deliverable, TaskKind::Ongoing, TaskKind::Duty];
                keyed("kind", &kinds.map(TaskKind::name), &plain)
            }
            Vocabulary::LeadSource => keyed("data-value", &["directive", "office"], &plain),
            Vocabulary::Standing => {
                keyed("standing", &Standing::ALL.map(Standing::name), &|name| {
                    if matches!(name, "done_late" | "overdue" | "stale" | "due_soon") {
                        "-alone"
                    } else {
                        ""
                    }
                })
            }
            Vocabulary::Cause => {
                let causes = ["blocked", "awaiting_evidence", "no_report", "stale"];
                keyed("cause", &causes, &|name| if name == "stale" { "-alone" } else { "" })
            }
            Vocabulary::Frequency => {
                let names = Frequency::ALL.map(|(name, _)| name);
                let known = if extended.any { &names[..] } else { &names[..3] };
                keyed("every", known, &plain)
            }
            Vocabulary::Change => {
                let mut words = keyed("event", &Event::NAMES, &plain);
                words.push((OTHERWISE, "data-value-standing".to_owned()));
                words
            }
            Vocabulary::Report => {
                let names = [Standing::Reported, Standing::ReportMissing].map(Standing::name);
                keyed("standing", &names, &plain)
            }
            Vocabulary::Corrected => {
                let known = |name: &&str| extended.any || *name != "part";
                let names: Vec<&str> = Amended::NAMES.iter().map(|(_, name)| *name).collect();
                let names: Vec<&'static str> = names.into_iter().filter(known).collect();
                keyed("data-corrected", &names, &plain)
            }
            Vocabulary::State => keyed("state", &State::ALL.map(|(name, _)| name), &plain),
            Vocabulary::UpdateType => keyed("data-value", &["entry", "extension"], &plain),
            Vocabulary::GroupType => {
                let names = ["all", "priority", "section", "agency", "place"];
                let known = |name: &&str| extended.uses.sections || *name != "section";
                let names: Vec<&str> = names.into_iter().filter(known).collect();
                keyed("data-value", &names, &plain)
            }
            Vocabulary::PartType => {
                keyed("data-part", &["milestone", "place", "agency", "period"], &plain)
            }
            Vocabulary::PartStanding => {
                keyed("data-part-standing", &PartStanding::ALL.map(PartStanding::name), &plain)
            }
            Vocabulary::Reach => keyed("data-reach", &Reach::ALL.map(Reach::name), &plain),
            Vocabulary::Settled => keyed("directive", &["running", "settled"], &plain),
            Vocabulary::GroupWord => keyed("group", &group_words(extended.any), &|name| {
                if matches!(name, "has_overdue" | "has_late_parts" | "has_obstacles") {
                    "-alone"
                } else {
                    ""
                }
            }),
        }
    }

    /// The words without their meanings.
    pub(super) fn names(self, extended: Extended) -> Vec<&'static str> {
        self.words(extended).into_iter().map(|(name, _)| name).collect()
    }
}
