//! Who publishes, in which language, and the thresholds of the rules.

use chrono::NaiveDate;

use super::target::Target;
use super::{AttachmentIx, Id};

/// What a directive knows of the portal to which it belongs.
#[derive(Clone, Debug)]
pub struct Membership {
    /// The directive's own id: the name of its folder.
    pub id: Id,
    /// The title of the portal.
    pub title: String,
}

/// What follows a command that a message names, so that it works on this directive of a portal: empty
/// without one.
pub fn directive_option(id: Option<&str>) -> String {
    id.map_or_else(String::new, |id| format!(" --directive {id}"))
}

impl Settings {
    /// As [`directive_option`], of the directive to which the settings belong.
    pub fn directive_option(&self) -> String {
        directive_option(self.portal.as_ref().map(|of| of.id.as_str()))
    }
}

/// `site.yaml`, with its defaults filled in.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The portal to which the directive belongs, if it does.
    pub portal: Option<Membership>,
    /// Name of the site.
    pub title: String,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Whom to tell about a mistake.
    pub contact: Option<String>,
    /// Address of the published site; ends in a slash.
    pub base_url: Option<String>,
    /// Language of the pages.
    pub language: Language,
    /// The same pages in another language.
    pub twin: Option<Twin>,
    /// A sentence that every page shows.
    pub notice: Option<String>,
    /// The operator's logo.
    pub logo: Option<AttachmentIx>,
    /// The date on which everything is judged, if the file says one.
    pub as_of: Option<NaiveDate>,
    /// When the next update is expected.
    pub next_update: Option<NaiveDate>,
    /// Reporting dates, in order.
    pub periods: Vec<NaiveDate>,
    /// Phrases that search treats as equal, in addition to those of the language.
    pub synonyms: Vec<Vec<String>>,
    /// The thresholds.
    pub thresholds: Thresholds,
    /// Under what licence the data may be used again, if the file says one.
    pub licence: Option<Licence>,
    /// Where the site is published; nothing of it is shown.
    pub targets: Vec<Target>,
}

/// What others may do with the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// Its name.
    pub name: String,
    /// Where its text can be read: an http(s) address.
    pub url: String,
}

/// The thresholds of the rules in `assess`. The method page lists all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Days before a deadline from which a task counts as due soon.
    pub due_soon_days: u32,
    /// Days without an entry after which a task counts as silent.
    pub stale_after_days: u32,
    /// How often ongoing tasks report that do not say their own.
    pub report_every: Frequency,
    /// Day of the month on which a monthly cycle begins, 1 to 28.
    pub cycle_day: u32,
    /// Days overdue above which a task makes its group seriously late.
    pub seriously_late_days: u32,
    /// Whether `done` needs evidence to count.
    pub evidence_required: bool,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            due_soon_days: 7,
            stale_after_days: 90,
            report_every: Frequency::Month,
            cycle_day: 1,
            seriously_late_days: 30,
            evidence_required: true,
        }
    }
}

/// How often an ongoing task reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Weeks from Monday.
    Week,
    /// Months from the settings' `cycle_day`.
    Month,
    /// Calendar quarters.
    Quarter,
    /// Halves of calendar years.
    Half,
    /// Calendar years.
    Year,
}

impl Frequency {
    /// All frequencies, with the words that records use.
    pub const ALL: [(&'static str, Frequency); 5] = [
        ("week", Frequency::Week),
        ("month", Frequency::Month),
        ("quarter", Frequency::Quarter),
        ("half", Frequency::Half),
        ("year", Frequency::Year),
    ];

    /// The word in records and data.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, frequency)| *frequency == self).map_or("", |(name, _)| name)
    }
}

/// A site with the same pages in another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The language of that site.
    pub language: Language,
    /// Whether that site is the first, at the top; the second lies in a folder named after its
    /// language.
    pub is_first: bool,
}

/// A language that the site and the messages speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// All languages, with their BCP 47 tags.
    pub const ALL: [(&'static str, Language); 2] = [("vi", Language::Vi), ("en", Language::En)];

    /// The folder of a second site in this language.
    pub fn folder(self) -> &'static str {
        match self {
            Language::Vi => "vi/",
            Language::En => "en/",
        }
    }

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
        }
    }
}
