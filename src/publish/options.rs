//! What the operator decides about a run.

/// How to compare a target with a site, and how to send it.
#[derive(Clone, Copy, Debug)]
pub struct SendOptions {
    /// The number of files that are sent or read at a time.
    pub jobs: usize,
    /// Whether every published file is read, instead of trusting the manifest.
    pub reads_all: bool,
    /// Whether foreign files that are in the way may be overwritten.
    pub overwrites: bool,
    /// The number of earlier releases to keep.
    pub keep: usize,
}

/// What is needed to reach a target besides its record. Secrets come from the environment, never
/// from content.
#[derive(Clone, Default)]
pub struct Access {
    /// The account on a WebDAV server.
    pub user: Option<String>,
    /// The password of that account.
    pub password: Option<String>,
    /// A token instead of account and password.
    pub token: Option<String>,
    /// A file with the private SSH key, if ssh is not to choose one itself.
    pub ssh_key: Option<String>,
    /// Other texts that must never be shown.
    pub secrets: Vec<String>,
    /// The number of calls at a time.
    pub jobs: usize,
    /// Whether nothing may be written, not even a folder.
    pub is_read_only: bool,
}
