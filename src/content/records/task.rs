//! The records of a task.

use schemars::JsonSchema;
use serde::Deserialize;

use super::either::{DueRecord, OneOrMany};

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
    /// The day on which the task was added to the directive, if that was later than its date.
    #[schemars(extend("x-form" = "date"))]
    pub added: Option<String>,
    /// Id of the document that added it.
    #[schemars(extend("x-form" = "id"))]
    pub document: Option<String>,
    /// The day on which the task was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
    /// Title.
    #[schemars(extend("x-required" = true))]
    pub title: Option<String>,
    /// `deliverable`, `ongoing` or `duty`.
    #[schemars(extend("x-required" = true, "x-form" = "kind"))]
    pub kind: Option<String>,
    /// What is owed.
    pub product: Option<String>,
    /// The directive's own sentence that orders it.
    pub clause: Option<String>,
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

/// One of `corrections:` of a task: a published fact that was withdrawn, and why.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AmendmentRecord {
    /// The day on which it was put right.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// The day on which that was put into the records, if it was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
    /// What kind of fact: `deadline`, `entry`, `lead`, `text` and the others.
    #[schemars(extend("x-required" = true, "x-form" = "amended"))]
    pub of: Option<String>,
    /// The fact as it was published: a date, an id or several, a number or a text.
    #[schemars(extend("x-required" = true))]
    pub was: Option<OneOrMany>,
    /// The day of the entry that it belongs to: evidence, percent, text.
    #[schemars(extend("x-form" = "date"))]
    pub entry: Option<String>,
    /// The day of the decision whose deadline was wrong.
    #[schemars(extend("x-form" = "date"))]
    pub decided: Option<String>,
    /// The entry as it was published.
    pub as_published: Option<UpdateRecord>,
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
    /// The day on which it was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
}

/// One of `updates:` of a task.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
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
    /// The day on which it was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
}
