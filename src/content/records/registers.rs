//! The lists of agencies, places and documents, and of what was published and has moved.

use schemars::JsonSchema;
use serde::Deserialize;

/// One of `agencies.yaml`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AgencyRecord {
    /// Id.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub id: Option<String>,
    /// Full name.
    #[schemars(extend("x-required" = true, "x-form" = "words"))]
    pub name: Option<String>,
    /// Abbreviation.
    #[schemars(extend("x-form" = "words"))]
    pub short: Option<String>,
    /// Other ways to write it.
    pub aliases: Option<Vec<String>>,
    /// Department, district, …: free text.
    #[schemars(extend("x-form" = "words"))]
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
    /// Ids of the agencies that it stands for, if it is a group.
    #[schemars(extend("x-form" = "id"))]
    pub members: Option<Vec<String>>,
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
    /// Ids of the places that it stands for, if it is a group.
    #[schemars(extend("x-form" = "id"))]
    pub members: Option<Vec<String>>,
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

/// One of `publications.yaml`, which the program writes: a publication of the site.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PublicationRecord {
    /// Its as-of date.
    #[schemars(extend("x-required" = true, "x-form" = "date"))]
    pub as_of: Option<String>,
    /// SHA-256 of the manifest that was published.
    #[schemars(extend("x-required" = true))]
    pub manifest: Option<String>,
    /// SHA-256 of the records that the site was made from.
    #[schemars(extend("x-required" = true))]
    pub records: Option<String>,
    /// What changed, in a line.
    pub changes: Option<String>,
    /// SHA-256 of all of this and of the sum before it.
    #[schemars(extend("x-required" = true))]
    pub sum: Option<String>,
}
