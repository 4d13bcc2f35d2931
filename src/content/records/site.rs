//! `site.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

/// `site.yaml`: who publishes, and the thresholds of the rules.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SiteRecord {
    /// Name of the site.
    #[schemars(extend("x-form" = "words"))]
    pub title: Option<String>,
    /// Who publishes it.
    #[schemars(extend("x-form" = "words"))]
    pub publisher: Option<String>,
    /// Contact for reports of mistakes.
    #[schemars(extend("x-form" = "words"))]
    pub contact: Option<String>,
    /// Address of the published site, `https://…/`.
    #[schemars(extend("x-form" = "url"))]
    pub base_url: Option<String>,
    /// Language of the pages: `vi` or `en`.
    #[schemars(extend("x-form" = "language"))]
    pub language: Option<String>,
    /// A sentence that every page shows.
    #[schemars(extend("x-form" = "words"))]
    pub notice: Option<String>,
    /// The operator's logo, a path below `attachments/`.
    #[schemars(extend("x-form" = "attachment"))]
    pub logo: Option<String>,
    /// The as-of date.
    #[schemars(extend("x-form" = "date"))]
    pub as_of: Option<String>,
    /// When the next update is expected.
    #[schemars(extend("x-form" = "date"))]
    pub next_update: Option<String>,
    /// Reporting dates.
    #[schemars(extend("x-form" = "date"))]
    pub periods: Option<Vec<String>>,
    /// Phrases that the search treats as equal, with `=` between them.
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
    /// Licence under which the data may be reused.
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
    /// Path of a folder.
    pub path: Option<String>,
    /// Whether each release has its own folder and `path` is a link to one. For folders.
    #[schemars(extend("x-form" = "flag"))]
    pub releases: Option<String>,
    /// Name or address of an SFTP server.
    pub host: Option<String>,
    /// Port of an SFTP server.
    #[schemars(extend("x-form" = "number", "minimum" = 1, "maximum" = 65535))]
    pub port: Option<String>,
    /// Account on an SFTP or WebDAV server.
    pub user: Option<String>,
    /// Address of a WebDAV or S3 server.
    #[schemars(extend("x-form" = "url"))]
    pub endpoint: Option<String>,
    /// Bucket of an S3 server.
    pub bucket: Option<String>,
    /// Region of an S3 server.
    pub region: Option<String>,
    /// Folder on an SFTP, WebDAV or S3 server.
    pub root: Option<String>,
    /// Number of earlier releases to keep.
    #[schemars(extend("x-form" = "number", "minimum" = 0, "maximum" = 50))]
    pub keep: Option<String>,
    /// Not allowed here. Known only so that it can be rejected by name.
    #[schemars(skip)]
    pub password: Option<String>,
    /// Not allowed here. Known only so that it can be rejected by name.
    #[schemars(skip)]
    pub passphrase: Option<String>,
    /// Not allowed here. Known only so that it can be rejected by name.
    #[schemars(skip)]
    pub token: Option<String>,
    /// Not allowed here. Known only so that it can be rejected by name.
    #[schemars(skip)]
    pub secret: Option<String>,
    /// Not allowed here. Known only so that it can be rejected by name.
    #[schemars(skip)]
    pub access_key_id: Option<String>,
    /// Not allowed here. Known only so that it can be rejected by name.
    #[schemars(skip)]
    pub secret_access_key: Option<String>,
    /// Not allowed here. Known only so that it can be rejected by name.
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
