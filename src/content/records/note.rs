//! The front matter of a note.

use schemars::JsonSchema;
use serde::Deserialize;

/// The front matter of `notes/ID.md`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct NoteRecord {
    /// Its date.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub date: Option<String>,
    /// The day on which it was put into the records, if that was later.
    #[schemars(extend("x-form" = "date"))]
    pub recorded: Option<String>,
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
