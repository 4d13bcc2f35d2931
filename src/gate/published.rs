//! What a published site says of itself: its open data, version 1, and its manifest.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::locale::Locale;
use crate::model::chain::Publication;
use crate::output::manifest::{self, Entry};
use crate::site::GATED;

/// The files of a published site that the gate reads, beside its manifest.
pub const DATA: [&str; 2] = GATED;

/// The list of publications in a published site.
pub const CHAIN: &str = crate::site::CHAIN;

/// The table of parts, if the published site has one.
pub const PARTS: &str = crate::site::PARTS;

/// The version of the open data that is understood.
const VERSION: u64 = 1;

/// A published site, as it was fetched.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// What its manifest lists.
    pub entries: Vec<Entry>,
    /// The bytes of each of [`DATA`], in that order; none where it is not there.
    pub data: [Option<Vec<u8>>; DATA.len()],
    /// The bytes of its table of parts ([`PARTS`]), if it has one.
    pub parts: Option<Vec<u8>>,
    /// The bytes of its list of publications ([`CHAIN`]), if it has one.
    pub chain: Option<Vec<u8>>,
}

impl Earlier {
    /// Fetches what the gate reads of a published site, whose manifest lists `entries`.
    ///
    /// # Errors
    ///
    /// Those of `read`.
    pub fn fetch<E>(
        entries: Vec<Entry>,
        mut read: impl FnMut(&str) -> Result<Option<Vec<u8>>, E>,
    ) -> Result<Self, E> {
        let has = |path: &str| entries.iter().any(|entry| entry.path == path);
        let (has_chain, has_parts) = (has(CHAIN), has(PARTS));
        let mut earlier = Earlier { entries, ..Earlier::default() };
        for (path, bytes) in DATA.into_iter().zip(&mut earlier.data) {
            *bytes = read(path)?;
        }
        if has_parts {
            earlier.parts = read(PARTS)?;
        }
        if has_chain {
            earlier.chain = read(CHAIN)?;
        }
        Ok(earlier)
    }
}

/// Why published data cannot be compared with the records. Nothing is published then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// A file of the data is not there.
    #[error("{0} is not there")]
    Missing(&'static str),
    /// A file does not have the sum that the manifest lists.
    #[error("{0} is not the file that the manifest lists")]
    Altered(&'static str),
    /// A later program wrote it.
    #[error("{path} has version {version} of the data; this program knows version 1")]
    Newer {
        /// The file.
        path: &'static str,
        /// Its version.
        version: u64,
    },
    /// It is no data of ours.
    #[error("{path} cannot be read: {reason}")]
    Broken {
        /// The file.
        path: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// The site is about something else.
    #[error("the published site is about {0}")]
    OtherDirective(String),
}

impl Unreadable {
    /// Says why the published site cannot be compared.
    pub fn message(&self, locale: &Locale) -> String {
        match self {
            Unreadable::Missing(path) => locale.format("gate-missing", &[("path", (*path).into())]),
            Unreadable::Altered(path) => locale.format("gate-altered", &[("path", (*path).into())]),
            Unreadable::Newer { path, version } => {
                let args = [("path", (*path).into()), ("version", version.to_string().into())];
                locale.format("gate-newer", &args)
            }
            Unreadable::Broken { path, .. } => {
                locale.format("gate-broken", &[("path", (*path).into())])
            }
            Unreadable::OtherDirective(name) => {
                locale.format("gate-other-directive", &[("name", name.into())])
            }
        }
    }
}

/// What was published.
#[derive(Clone, Debug)]
pub struct Published {
    /// The date on which it was judged.
    pub as_of: NaiveDate,
    /// The directive's number.
    pub number: String,
    /// The directive's date.
    pub date: NaiveDate,
    /// The directive's name.
    pub name: String,
    /// Its tasks, in their order.
    pub tasks: Vec<Task>,
    /// The publications before it.
    pub publications: Vec<Publication>,
    /// SHA-256 of the records that it was made from, if it says so.
    pub records: Option<String>,
    /// The paths of all its files.
    pub paths: Vec<String>,
}

/// A task as it was published.
#[derive(Clone, Debug, Deserialize)]
pub struct Task {
    /// Id.
    pub id: String,
    /// Number as shown.
    pub number: String,
    /// Title.
    pub title: String,
    /// Id of its priority.
    pub priority: String,
    /// `public` or `status_only`.
    pub visibility: String,
    /// What it had to deliver.
    pub product: Option<String>,
    /// Ids of the agencies that led it on the published date.
    #[serde(default)]
    pub leads: Vec<String>,
    /// The standing's word.
    pub standing: String,
    /// Of the deadline in force.
    pub last_good_day: Option<NaiveDate>,
    /// Of the first deadline.
    pub first_last_good_day: Option<NaiveDate>,
    /// When it was done.
    pub completed_on: Option<NaiveDate>,
    /// The day of the newest entry.
    pub last_change: Option<NaiveDate>,
    /// The entries of its ledger.
    #[serde(skip)]
    pub entries: Vec<Update>,
    /// The decisions on its deadline.
    #[serde(skip)]
    pub extensions: Vec<Update>,
    /// Its parts and the periods of its reports.
    #[serde(skip)]
    pub parts: Vec<Part>,
}

/// A part, or the report on a period, as it was published.
#[derive(Clone, Debug, Deserialize)]
pub struct Part {
    task: String,
    /// Its id.
    pub part: String,
    /// Its name.
    pub title: String,
    /// The standing's word.
    pub standing: String,
    /// Of the deadline in force.
    pub last_good_day: Option<NaiveDate>,
    /// When it was done.
    pub completed_on: Option<NaiveDate>,
}

impl Part {
    /// Whether it counted as done.
    pub fn is_done(&self) -> bool {
        matches!(self.standing.as_str(), "done_on_time" | "done_late" | "done")
    }
}

impl Task {
    /// Whether it counted as done.
    pub fn is_done(&self) -> bool {
        matches!(self.standing.as_str(), "done_on_time" | "done_late" | "done")
    }

    /// Whether it was not pursued any more.
    pub fn is_stopped(&self) -> bool {
        matches!(self.standing.as_str(), "cancelled" | "superseded")
    }

    /// Whether only its status was published.
    pub fn is_restricted(&self) -> bool {
        self.visibility != "public"
    }
}

/// An entry of a ledger, or a decision on a deadline, as it was published.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Update {
    task: String,
    r#type: String,
    /// The day it happened, or was decided.
    pub date: NaiveDate,
    /// The state's word.
    pub state: Option<String>,
    /// What happened.
    pub text: Option<String>,
    /// The self-assessment in per cent.
    pub percent: Option<u8>,
    /// The day since which it is known; none in data of earlier versions of the program.
    pub recorded: Option<NaiveDate>,
    /// Of the new deadline.
    pub last_good_day: Option<NaiveDate>,
    /// Ids of documents.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// The document that stopped the task or set the deadline.
    pub document: Option<String>,
    /// Id of the task that replaced it.
    pub superseded_by: Option<String>,
    /// Ids of the parts or periods that it is about; `all` for all that were open.
    #[serde(default, rename = "part")]
    pub parts: Vec<String>,
    /// Ids of all tasks that replaced it; none in data of earlier versions of the program.
    #[serde(default)]
    pub superseded_by_all: Vec<String>,
}

impl Update {
    /// Every document that it cited.
    pub fn cited(&self) -> impl Iterator<Item = &str> {
        self.evidence.iter().chain(&self.document).map(String::as_str)
    }
}

#[derive(Deserialize)]
struct File<R> {
    as_of: NaiveDate,
    directive: Directive,
    rows: Vec<R>,
}

#[derive(Deserialize)]
struct Chain {
    records: String,
    publications: Vec<Publication>,
}

#[derive(Deserialize)]
struct Directive {
    name: String,
    number: String,
    date: NaiveDate,
}

/// Reads what was published.
///
/// # Errors
///
/// [`Unreadable`].
pub fn read(earlier: &Earlier) -> Result<Published, Unreadable> {
    let tasks: File<Task> = file(earlier, 0)?;
    let updates: File<Update> = file(earlier, 1)?;
    let mut published = Published {
        as_of: tasks.as_of,
        number: tasks.directive.number,
        date: tasks.directive.date,
        name: tasks.directive.name,
        tasks: tasks.rows,
        publications: Vec::new(),
        records: None,
        paths: earlier.entries.iter().map(|entry| entry.path.clone()).collect(),
    };
    if let Some(bytes) = &earlier.chain {
        let chain: Chain = checked(earlier, CHAIN, bytes)?;
        published.publications = chain.publications;
        published.records = Some(chain.records);
    }
    let ids: BTreeMap<String, usize> =
        published.tasks.iter().enumerate().map(|(n, task)| (task.id.clone(), n)).collect();
    for update in updates.rows {
        let Some(task) = ids.get(&update.task).map(|n| &mut published.tasks[*n]) else { continue };
        // Later versions may add kinds, which this comparison can ignore.
        match update.r#type.as_str() {
            "entry" => task.entries.push(update),
            "extension" => task.extensions.push(update),
            _ => {}
        }
    }
    if let Some(bytes) = &earlier.parts {
        let parts: File<Part> = checked(earlier, PARTS, bytes)?;
        for part in parts.rows {
            if let Some(n) = ids.get(&part.task) {
                published.tasks[*n].parts.push(part);
            }
        }
    }
    Ok(published)
}

fn file<R: DeserializeOwned>(earlier: &Earlier, n: usize) -> Result<File<R>, Unreadable> {
    let path = DATA[n];
    checked(earlier, path, earlier.data[n].as_deref().ok_or(Unreadable::Missing(path))?)
}

/// Reads a file that the manifest has to list with these bytes.
fn checked<T: DeserializeOwned>(
    earlier: &Earlier,
    path: &'static str,
    bytes: &[u8],
) -> Result<T, Unreadable> {
    let listed = earlier.entries.iter().find(|entry| entry.path == path);
    let listed = listed.ok_or(Unreadable::Missing(path))?;
    if manifest::sha256(bytes) != listed.sha256 {
        return Err(Unreadable::Altered(path));
    }
    let broken = |reason: String| Unreadable::Broken { path, reason };
    let whole: Value = serde_json::from_slice(bytes).map_err(|e| broken(e.to_string()))?;
    match whole.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(version) => return Err(Unreadable::Newer { path, version }),
        None => return Err(broken("no version".to_owned())),
    }
    serde_json::from_value(whole).map_err(|e| broken(e.to_string()))
}
