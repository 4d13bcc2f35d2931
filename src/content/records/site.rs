//! `site.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

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
    /// Never to be written here; known only so that it can be refused by name.
    #[schemars(skip)]
    pub passphrase: Option<String>,
    /// Never to be written here; known only so that it can be refused by name.
    #[schemars(skip)]
    pub token: Option<String>,
    /// Never to be written here; known only so that it can be refused by name.
    #[schemars(skip)]
    pub secret: Option<String>,
    /// Never to be written here; known only so that it can be refused by name.
    #[schemars(skip)]
    pub access_key_id: Option<String>,
    /// Never to be written here; known only so that it can be refused by name.
    #[schemars(skip)]
    pub secret_access_key: Option<String>,
    /// Never to be written here; known only so that it can be refused by name.
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
