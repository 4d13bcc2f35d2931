//! The records exactly as people write them: every scalar still text, nothing looked up.
//!
//! These structs are the format of `content/`. Reading takes the text of a scalar, never a YAML
//! number or date, so that `number: 1.10` stays "1.10"; what a text means is decided by `check`,
//! which can then report every fault of a record and not only the first. For the same reason
//! every field is optional here: a missing one is `check`'s complaint.
//!
//! The attributes for `schemars` say what a text should look like, for `schema` to tell editors:
//! which must be there (`x-required`), and which form the others have (`x-form`).

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// `site.yaml`: who publishes, and the thresholds of the rules.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SiteRecord {
    /// Name of the site.
    pub title: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Whom to tell about a mistake.
    pub contact: Option<String>,
    /// Address of the published site, `https://…/`.
    #[schemars(extend("x-form" = "url"))]
    pub base_url: Option<String>,
    /// Language of the pages: `vi` or `en`.
    #[schemars(extend("x-form" = "language"))]
    pub language: Option<String>,
    /// A sentence that every page shows.
    pub notice: Option<String>,
    /// The operator's logo, a path below `attachments/`.
    #[schemars(extend("x-form" = "attachment"))]
    pub logo: Option<String>,
    /// The date on which everything is judged.
    #[schemars(extend("x-form" = "date"))]
    pub as_of: Option<String>,
    /// When the next update is expected.
    #[schemars(extend("x-form" = "date"))]
    pub next_update: Option<String>,
    /// Reporting dates.
    #[schemars(extend("x-form" = "date"))]
    pub periods: Option<Vec<String>>,
    /// Phrases that mean the same to a search, with `=` between them.
    pub synonyms: Option<Vec<String>>,
    /// Days before a deadline from which a task counts as due soon.
    #[schemars(extend("x-form" = "number", "minimum" = 0, "maximum" = 365))]
    pub due_soon_days: Option<String>,
    /// Days without an entry after which a task counts as silent.
    #[schemars(extend("x-form" = "number", "minimum" = 1, "maximum" = 3650))]
    pub stale_after_days: Option<String>,
    /// How often ongoing tasks report: `week`, `month`, `quarter`.
    #[schemars(extend("x-form" = "frequency"))]
    pub report_every: Option<String>,
    /// Day of the month on which a monthly cycle begins, 1 to 28.
    #[schemars(extend("x-form" = "number", "minimum" = 1, "maximum" = 28))]
    pub cycle_day: Option<String>,
    /// Days after which an overdue task makes its group seriously late.
    #[schemars(extend("x-form" = "number", "minimum" = 0, "maximum" = 3650))]
    pub seriously_late_days: Option<String>,
    /// Whether `done` needs evidence to count.
    #[schemars(extend("x-form" = "flag"))]
    pub evidence_required: Option<String>,
    /// Under what licence the data may be used again.
    pub licence: Option<LicenceRecord>,
    /// Where the site is published, without any password.
    pub targets: Option<Vec<TargetRecord>>,
}

/// One of `targets:` of the site. Which fields it takes depends on its kind.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TargetRecord {
    /// Its name, as typed behind `tiendo publish`.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub name: Option<String>,
    /// `folder`, `sftp`, `webdav` or `s3`.
    #[schemars(extend("x-required" = true, "x-form" = "target_kind"))]
    pub kind: Option<String>,
    /// Of a folder: its path.
    pub path: Option<String>,
    /// Of a folder: whether every release has a folder of its own and `path` is a link to one.
    #[schemars(extend("x-form" = "flag"))]
    pub releases: Option<String>,
    /// Of SFTP: name or address of the server.
    pub host: Option<String>,
    /// Of SFTP: its port.
    #[schemars(extend("x-form" = "number", "minimum" = 1, "maximum" = 65535))]
    pub port: Option<String>,
    /// Of SFTP and WebDAV: the account.
    pub user: Option<String>,
    /// Of WebDAV and S3: the server's address.
    #[schemars(extend("x-form" = "url"))]
    pub endpoint: Option<String>,
    /// Of S3: the bucket.
    pub bucket: Option<String>,
    /// Of S3: the region.
    pub region: Option<String>,
    /// Of SFTP, WebDAV and S3: the folder on the server.
    pub root: Option<String>,
    /// How many earlier releases are kept.
    #[schemars(extend("x-form" = "number", "minimum" = 0, "maximum" = 50))]
    pub keep: Option<String>,
    /// Never to be written here; known only so that it can be refused by name.
    #[schemars(skip)]
    pub password: Option<String>,
    /// As `password`.
    #[schemars(skip)]
    pub passphrase: Option<String>,
    /// As `password`.
    #[schemars(skip)]
    pub token: Option<String>,
    /// As `password`.
    #[schemars(skip)]
    pub secret: Option<String>,
    /// As `password`.
    #[schemars(skip)]
    pub access_key_id: Option<String>,
    /// As `password`.
    #[schemars(skip)]
    pub secret_access_key: Option<String>,
    /// As `password`.
    #[schemars(skip)]
    pub session_token: Option<String>,
}

/// `licence:` of the site.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LicenceRecord {
    /// Name.
    #[schemars(extend("x-required" = true))]
    pub name: Option<String>,
    /// Where its text can be read.
    #[schemars(extend("x-required" = true, "x-form" = "url"))]
    pub url: Option<String>,
}

/// `directive.yaml`: the letter and its priorities.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DirectiveRecord {
    /// Number and symbol.
    #[schemars(extend("x-required" = true))]
    pub number: Option<String>,
    /// Date of issue.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// Place of issue.
    pub place: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// Official letter, resolution, plan: free text.
    pub kind: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Who signed it.
    pub signer: Option<SignerRecord>,
    /// The time it is about.
    pub period: Option<PeriodRecord>,
    /// To whom it went.
    pub recipients: Option<Vec<String>>,
    /// Documents that it rests on.
    #[schemars(extend("x-form" = "id"))]
    pub basis: Option<Vec<String>>,
    /// What its two levels are called.
    pub labels: Option<LabelsRecord>,
    /// Its first level, in its own order.
    pub priorities: Option<Vec<PriorityRecord>>,
}

/// `signer:` of the directive.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SignerRecord {
    /// Office held.
    pub title: Option<String>,
    /// Name.
    pub name: Option<String>,
}

/// `period:` of the directive.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PeriodRecord {
    /// First day.
    #[schemars(extend("x-form" = "date"))]
    pub from: Option<String>,
    /// Last day.
    #[schemars(extend("x-form" = "date"))]
    pub to: Option<String>,
}

/// `labels:` of the directive.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LabelsRecord {
    /// The first level.
    pub priority: Option<LabelRecord>,
    /// The second level.
    pub task: Option<LabelRecord>,
}

/// What one thing and many of them are called.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LabelRecord {
    /// One.
    #[schemars(extend("x-required" = true))]
    pub one: Option<String>,
    /// Many.
    pub many: Option<String>,
}

/// One of `priorities:` of the directive.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PriorityRecord {
    /// Id.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub id: Option<String>,
    /// Number as shown.
    #[schemars(extend("x-form" = "numeral"))]
    pub number: Option<String>,
    /// Title.
    #[schemars(extend("x-required" = true))]
    pub title: Option<String>,
    /// What it asks for, in plain words.
    pub summary: Option<String>,
    /// `public` or `status_only`; its tasks inherit it.
    #[schemars(extend("x-form" = "visibility"))]
    pub visibility: Option<String>,
    /// Why it has no tasks.
    pub no_tasks: Option<String>,
}

/// One of `agencies.yaml`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AgencyRecord {
    /// Id.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub id: Option<String>,
    /// Full name.
    #[schemars(extend("x-required" = true))]
    pub name: Option<String>,
    /// Abbreviation.
    pub short: Option<String>,
    /// Other ways to write it.
    pub aliases: Option<Vec<String>>,
    /// Department, district, …: free text.
    pub kind: Option<String>,
    /// First day on which it existed.
    #[schemars(extend("x-form" = "date"))]
    pub valid_from: Option<String>,
    /// Last day on which it existed.
    #[schemars(extend("x-form" = "date"))]
    pub valid_until: Option<String>,
    /// Who took over.
    #[schemars(extend("x-form" = "id"))]
    pub successor: Option<String>,
}

/// One of `places.yaml`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PlaceRecord {
    /// Id.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub id: Option<String>,
    /// Name.
    #[schemars(extend("x-required" = true))]
    pub name: Option<String>,
    /// District, town, commune: free text.
    pub kind: Option<String>,
}

/// One of `documents.yaml`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DocumentRecord {
    /// Id.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub id: Option<String>,
    /// Number and symbol.
    pub symbol: Option<String>,
    /// What it is about.
    #[schemars(extend("x-required" = true))]
    pub title: Option<String>,
    /// Date.
    #[schemars(extend("x-form" = "date"))]
    pub date: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Resolution, report, …: free text.
    pub kind: Option<String>,
    /// Where it can be read.
    #[schemars(extend("x-form" = "url"))]
    pub url: Option<String>,
    /// A file below `attachments/`.
    #[schemars(extend("x-form" = "attachment"))]
    pub file: Option<String>,
    /// How the directive prints it, where that differs.
    pub printed: Option<PrintedRecord>,
    /// What is right, where the print is wrong.
    pub correction: Option<CorrectionRecord>,
}

/// `printed:` of a document: words as they stand on paper, right or wrong.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PrintedRecord {
    /// Number and symbol.
    pub symbol: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Date, as text: it may not exist.
    pub date: Option<String>,
    /// Issuer.
    pub issuer: Option<String>,
}

/// `correction:` of a document.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CorrectionRecord {
    /// Number and symbol.
    pub symbol: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Date.
    #[schemars(extend("x-form" = "date"))]
    pub date: Option<String>,
    /// Issuer.
    pub issuer: Option<String>,
    /// How it is known.
    pub note: Option<String>,
}

/// One of `moved.yaml`: something that was published and is gone, and where readers go now.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MovedRecord {
    /// What was published: `task:1.3` and the like, or an address on the site.
    #[schemars(extend("x-required" = true))]
    pub was: Option<String>,
    /// Its title.
    #[schemars(extend("x-required" = true))]
    pub title: Option<String>,
    /// What takes its place.
    pub to: Option<String>,
    /// Since when.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// Why.
    #[schemars(extend("x-required" = true))]
    pub reason: Option<String>,
    /// Id of the document that says so.
    #[schemars(extend("x-form" = "id"))]
    pub document: Option<String>,
}

/// `tasks/ID.yaml`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TaskRecord {
    /// Id of its priority.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub priority: Option<String>,
    /// Number as shown.
    #[schemars(extend("x-form" = "numeral"))]
    pub number: Option<String>,
    /// Title.
    #[schemars(extend("x-required" = true))]
    pub title: Option<String>,
    /// `deliverable`, `ongoing` or `duty`.
    #[schemars(extend("x-required" = true, "x-form" = "kind"))]
    pub kind: Option<String>,
    /// What is owed.
    pub product: Option<String>,
    /// Ids of the agencies in charge.
    #[schemars(extend("x-form" = "id"))]
    pub lead: Option<OneOrMany>,
    /// Who named them: `directive` or `office`.
    #[schemars(extend("x-form" = "lead_source"))]
    pub lead_source: Option<String>,
    /// Ids of the agencies that help.
    #[schemars(extend("x-form" = "id"))]
    pub support: Option<Vec<String>>,
    /// Ids of the places it is about.
    #[schemars(extend("x-form" = "id"))]
    pub places: Option<Vec<String>>,
    /// The first deadline.
    pub due: Option<DueRecord>,
    /// Later deadlines.
    pub extensions: Option<Vec<ExtensionRecord>>,
    /// Ids of documents cited.
    #[schemars(extend("x-form" = "id"))]
    pub documents: Option<Vec<String>>,
    /// Ids of related tasks.
    #[schemars(extend("x-form" = "id"))]
    pub related: Option<Vec<String>>,
    /// `public` or `status_only`.
    #[schemars(extend("x-form" = "visibility"))]
    pub visibility: Option<String>,
    /// How often it reports, where that differs from the site's.
    #[schemars(extend("x-form" = "frequency"))]
    pub report_every: Option<String>,
    /// The ledger.
    pub updates: Option<Vec<UpdateRecord>>,
    /// What was published wrongly and has been put right.
    pub corrections: Option<Vec<AmendmentRecord>>,
}

/// One of `corrections:` of a task: a published fact that is no longer told, and why.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AmendmentRecord {
    /// The day on which it was put right.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// What kind of fact: `deadline`, `entry`, `evidence`, `done`.
    #[schemars(extend("x-required" = true, "x-form" = "amended"))]
    pub of: Option<String>,
    /// The fact as it was published: a date, or the id of a document.
    #[schemars(extend("x-required" = true))]
    pub was: Option<String>,
    /// Why.
    #[schemars(extend("x-required" = true))]
    pub reason: Option<String>,
    /// Id of the document that says so.
    #[schemars(extend("x-form" = "id"))]
    pub document: Option<String>,
}

/// One of `extensions:` of a task.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ExtensionRecord {
    /// The day of the decision.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub decided: Option<String>,
    /// The new deadline.
    #[schemars(extend("x-required" = true))]
    pub due: Option<DueRecord>,
    /// Id of the document that says so.
    #[schemars(extend("x-form" = "id"))]
    pub document: Option<String>,
}

/// One of `updates:` of a task.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateRecord {
    /// The day it happened.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// The new state, where it changed.
    #[schemars(extend("x-form" = "state"))]
    pub state: Option<String>,
    /// What happened.
    pub text: Option<String>,
    /// Self-assessment, 0 to 100.
    #[schemars(extend("x-form" = "number", "minimum" = 0, "maximum" = 100))]
    pub percent: Option<String>,
    /// Ids of documents that prove it.
    #[schemars(extend("x-form" = "id"))]
    pub evidence: Option<Vec<String>>,
    /// Id of the document that stopped or replaced the task.
    #[schemars(extend("x-form" = "id"))]
    pub document: Option<String>,
    /// Id of the task that replaced it.
    #[schemars(extend("x-form" = "id"))]
    pub superseded_by: Option<String>,
}

/// The front matter of `notes/ID.md`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NoteRecord {
    /// Its date.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// Its title.
    #[schemars(extend("x-required" = true))]
    pub title: Option<String>,
    /// Id of the agency that wrote it.
    #[schemars(extend("x-form" = "id"))]
    pub author: Option<String>,
    /// Ids of the tasks it is about.
    #[schemars(extend("x-form" = "id"))]
    pub tasks: Option<Vec<String>>,
    /// Ids of the priorities it is about.
    #[schemars(extend("x-form" = "id"))]
    pub priorities: Option<Vec<String>>,
    /// Ids of the places it is about.
    #[schemars(extend("x-form" = "id"))]
    pub places: Option<Vec<String>>,
    /// Ids of documents that prove it.
    #[schemars(extend("x-form" = "id"))]
    pub evidence: Option<Vec<String>>,
    /// `true` keeps it off the site.
    #[schemars(extend("x-form" = "flag"))]
    pub draft: Option<String>,
}

/// What YAML takes for a number or a truth value is a text here, where serde has to be told.
macro_rules! scalars_as_text {
    () => {
        scalars_as_text! {
            visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128,
            visit_f64: f64
        }
    };
    ($($visit:ident: $type:ty),*) => {
        $(fn $visit<E: Error>(self, scalar: $type) -> Result<Self::Value, E> {
            self.visit_str(&scalar.to_string())
        })*
    };
}

/// One text, or a list of them.
#[derive(Debug, Default)]
pub struct OneOrMany {
    /// The texts.
    pub values: Vec<String>,
    /// Whether a list was written, which decides the path of each: `lead[0]` or `lead`.
    pub is_list: bool,
}

impl JsonSchema for OneOrMany {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
        })
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = OneOrMany;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a sequence")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany { values: vec![text.to_owned()], is_list: false })
            }
            scalars_as_text!();
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMany, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element()? {
                    values.push(value);
                }
                Ok(OneOrMany { values, is_list: true })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// A deadline: a date, or a mapping that says what kind it is.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum DueRecord {
    /// `due: 2021-07-25`
    #[schemars(extend("x-form" = "date"))]
    Date(String),
    /// `due: {before: 2021-07-25}` and the like.
    Parts(Box<DueParts>),
}

/// The mapping form of a deadline.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DueParts {
    /// On that day at the latest.
    pub by: Option<DueRecord>,
    /// Before that day, month, quarter or year.
    pub before: Option<DueRecord>,
    /// `2021-10`
    #[schemars(extend("x-form" = "month"))]
    pub month: Option<String>,
    /// `2021-Q3`
    #[schemars(extend("x-form" = "quarter"))]
    pub quarter: Option<String>,
    /// `2021`
    #[schemars(extend("x-form" = "year"))]
    pub year: Option<String>,
    /// So many days after `after`.
    #[schemars(extend("x-form" = "number", "minimum" = 0, "maximum" = 3650))]
    pub days: Option<String>,
    /// The event from which `days` are counted.
    pub after: Option<String>,
    /// The day on which that event happened.
    #[schemars(extend("x-form" = "date"))]
    pub happened: Option<String>,
    /// An event that is the deadline itself.
    pub event: Option<String>,
}

impl<'de> Deserialize<'de> for DueRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = DueRecord;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date or a mapping")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<DueRecord, E> {
                Ok(DueRecord::Date(text.to_owned()))
            }
            scalars_as_text!();
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DueRecord, A::Error> {
                DueParts::deserialize(MapAccessDeserializer::new(map))
                    .map(|parts| DueRecord::Parts(Box::new(parts)))
            }
        }
        deserializer.deserialize_any(Either)
    }
}
