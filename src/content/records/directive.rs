//! `directive.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

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
    #[schemars(extend("x-form" = "words"))]
    pub place: Option<String>,
    /// What it is about.
    #[schemars(extend("x-form" = "words"))]
    pub subject: Option<String>,
    /// Official letter, resolution, plan: free text.
    #[schemars(extend("x-form" = "words"))]
    pub kind: Option<String>,
    /// Who issued it.
    #[schemars(extend("x-form" = "words"))]
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
    /// How often ongoing tasks report, where that differs from the site's.
    #[schemars(extend("x-form" = "frequency"))]
    pub report_every: Option<String>,
    /// Day of the month on which a monthly cycle begins, where that differs from the site's.
    #[schemars(extend("x-form" = "number", "minimum" = 1, "maximum" = 28))]
    pub cycle_day: Option<String>,
    /// What its levels are called.
    pub labels: Option<LabelsRecord>,
    /// Its first level, in its own order.
    pub priorities: Option<Vec<PriorityRecord>>,
}

/// `signer:` of the directive.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SignerRecord {
    /// Office held.
    #[schemars(extend("x-form" = "words"))]
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
    /// The level between them.
    pub section: Option<LabelRecord>,
}

/// What one thing and many of them are called.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LabelRecord {
    /// One.
    #[schemars(extend("x-required" = true, "x-form" = "words"))]
    pub one: Option<String>,
    /// Many.
    #[schemars(extend("x-form" = "words"))]
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
    #[schemars(extend("x-required" = true, "x-form" = "words"))]
    pub title: Option<String>,
    /// What it asks for, in plain words.
    #[schemars(extend("x-form" = "words"))]
    pub summary: Option<String>,
    /// `public` or `status_only`; its tasks inherit it.
    #[schemars(extend("x-form" = "visibility"))]
    pub visibility: Option<String>,
    /// Why it has no tasks.
    #[schemars(extend("x-form" = "words"))]
    pub no_tasks: Option<String>,
    /// The level between the priority and its tasks.
    pub sections: Option<Vec<SectionRecord>>,
}

/// One of `sections:` of a priority.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SectionRecord {
    /// Id, unique in the directive.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub id: Option<String>,
    /// Number as shown.
    #[schemars(extend("x-form" = "numeral"))]
    pub number: Option<String>,
    /// Title.
    #[schemars(extend("x-required" = true, "x-form" = "words"))]
    pub title: Option<String>,
}
