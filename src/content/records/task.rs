//! The records of a task.

use schemars::JsonSchema;
use serde::Deserialize;

use super::either::{DueRecord, OneOrMany};
use super::parts::PartsRecord;

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
    #[schemars(extend("x-required" = true, "x-form" = "words"))]
    pub title: Option<String>,
    /// `deliverable`, `ongoing` or `duty`.
    #[schemars(extend("x-required" = true, "x-form" = "kind"))]
    pub kind: Option<String>,
    /// What is owed.
    #[schemars(extend("x-form" = "words"))]
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
    /// Its parts: `places`, `leads`, or a list.
    pub parts: Option<PartsRecord>,
    /// Periodic reports with a day by which each is due.
    pub reports: Option<ReportsRecord>,
    /// Figures that it must reach.
    pub targets: Option<Vec<GoalRecord>>,
    /// Changes of the agencies in charge.
    pub handovers: Option<Vec<HandoverRecord>>,
    /// Id of its section within the priority.
    #[schemars(extend("x-form" = "id"))]
    pub section: Option<String>,
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
    /// Id of the part, or the period, that it is about.
    #[schemars(extend("x-form" = "part"))]
    pub part: Option<String>,
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
    /// Ids of the parts, or the periods, whose deadline it is.
    #[schemars(extend("x-form" = "part"))]
    pub part: Option<OneOrMany>,
    /// Why.
    pub reason: Option<String>,
    /// The day on which it was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
}

/// `reports:` of a task.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReportsRecord {
    /// `week`, `month`, `quarter`, `half` or `year`.
    #[schemars(extend("x-required" = true, "x-form" = "frequency"))]
    pub every: Option<String>,
    /// The last day that is in time: 1 to 31, or `mon` to `sun`.
    #[schemars(extend("x-form" = "report_day"))]
    pub by: Option<String>,
    /// The first day that is late.
    #[schemars(extend("x-form" = "report_day"))]
    pub before: Option<String>,
    /// Months, or weeks, between the end of the period and that day.
    #[schemars(extend("x-form" = "offset"))]
    pub offset: Option<String>,
    /// The first period.
    #[schemars(extend("x-form" = "period"))]
    pub from: Option<String>,
    /// The last period.
    #[schemars(extend("x-form" = "period"))]
    pub to: Option<String>,
}

/// One of `targets:` of a task.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GoalRecord {
    /// What is measured.
    #[schemars(extend("x-required" = true))]
    pub title: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// The least value that is enough.
    #[schemars(extend("x-form" = "figure"))]
    pub at_least: Option<String>,
    /// The greatest value that is allowed.
    #[schemars(extend("x-form" = "figure"))]
    pub at_most: Option<String>,
    /// The value must be greater.
    #[schemars(extend("x-form" = "figure"))]
    pub above: Option<String>,
    /// The value must be less.
    #[schemars(extend("x-form" = "figure"))]
    pub below: Option<String>,
    /// Steps of one running figure.
    pub levels: Option<Vec<LevelRecord>>,
    /// What was measured.
    pub values: Option<Vec<ValueRecord>>,
}

/// One of `levels:` of a target.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LevelRecord {
    /// The day by which it must be reached.
    pub due: Option<DueRecord>,
    /// The least value that is enough.
    #[schemars(extend("x-form" = "figure"))]
    pub at_least: Option<String>,
    /// The greatest value that is allowed.
    #[schemars(extend("x-form" = "figure"))]
    pub at_most: Option<String>,
    /// The value must be greater.
    #[schemars(extend("x-form" = "figure"))]
    pub above: Option<String>,
    /// The value must be less.
    #[schemars(extend("x-form" = "figure"))]
    pub below: Option<String>,
}

/// One of `values:` of a target.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ValueRecord {
    /// The day for which it was measured.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// The figure, or the part of `of`.
    #[schemars(extend("x-required" = true, "x-form" = "figure"))]
    pub value: Option<String>,
    /// The whole that `value` is a part of.
    #[schemars(extend("x-form" = "figure"))]
    pub of: Option<String>,
    /// Id of the document that says so.
    #[schemars(extend("x-form" = "id"))]
    pub source: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The day on which it was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
}

/// One of `handovers:` of a task.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct HandoverRecord {
    /// The first day of the new agencies in charge.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// Ids of all agencies in charge from then on.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub lead: Option<OneOrMany>,
    /// Id of the document that says so.
    #[schemars(extend("x-form" = "id"))]
    pub document: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The day on which it was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
}

/// One of `updates:` of a task.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct UpdateRecord {
    /// The day it happened.
    #[schemars(extend("x-required" = true, "x-form" = "moment"))]
    pub date: Option<String>,
    /// Ids of the parts, or the periods, that it is about, or `all`.
    #[schemars(extend("x-form" = "part"))]
    pub part: Option<OneOrMany>,
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
    /// Ids of the tasks that replaced it.
    #[schemars(extend("x-form" = "id"))]
    pub superseded_by: Option<OneOrMany>,
    /// The day on which it was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
}
