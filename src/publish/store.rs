//! Where files are published to, as the rest of this room sees it.
//!
//! Everything above speaks to a [`Store`] only, so that tests can use one that fails at any step.
//! [`folder`] is a folder of this machine; `remote` is SFTP, WebDAV and S3.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

pub mod folder;
#[cfg(feature = "remote")]
pub mod remote;

/// A place that holds files by path. When a call returns, its work is done.
pub trait Store: Send + Sync {
    /// Reads a file; none if it does not exist. Of a file longer than `limit`, returns the first
    /// bytes, at least one more than `limit`.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, StoreError>;
    /// Returns the size of a file; none if it does not exist. For a link, a folder or a device in
    /// its place, returns a size that no file has: it exists, and tiendo did not publish it.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn size(&self, path: &str) -> Result<Option<u64>, StoreError>;
    /// Writes a file, replacing one that exists.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError>;
    /// Writes a file unless it exists; returns whether it did.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, StoreError>;
    /// Moves a file over another in one step.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError>;
    /// Deletes a file, which need not exist.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn delete(&self, path: &str) -> Result<(), StoreError>;
    /// Deletes a folder if it is empty, and ignores every error.
    fn delete_empty_folder(&self, path: &str);
    /// Lists a folder, without what is below it: files with their sizes, folders with a slash at
    /// the end.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn list(&self, folder: &str) -> Result<Vec<(String, u64)>, StoreError>;
    /// Creates a folder and its parents, which may exist.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn make_folder(&self, path: &str) -> Result<(), StoreError>;
    /// Makes a file of the site and its folders readable for a web server, where the store has such
    /// rights.
    ///
    /// # Errors
    ///
    /// [`StoreError`].
    fn make_readable(&self, _path: &str) -> Result<(), StoreError> {
        Ok(())
    }
    /// Whether [`rename`](Self::rename) works. If so, changed files are uploaded to a hidden folder
    /// first, and moved into place together.
    fn renames(&self) -> bool;
    /// Whether [`create`](Self::create) is atomic: if two call it at once, only one succeeds.
    fn creates_atomically(&self) -> bool;
    /// Whether a folder must be created before files are written into it.
    fn needs_folders(&self) -> bool;
}

/// Why a store refused. Contains no passwords or keys.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {detail}")]
pub struct StoreError {
    /// What kind of error it is, as far as known.
    pub kind: StoreErrorKind,
    /// The file or folder, relative to the target. Empty for the target itself.
    pub path: String,
    /// The message of the system or the server.
    pub detail: String,
    /// The error of this machine's system, if it is one that can be told in the user's language.
    pub system: Option<io::ErrorKind>,
}

impl StoreError {
    /// An error with a message.
    pub fn new(kind: StoreErrorKind, path: &str, detail: impl Into<String>) -> Self {
        StoreError { kind, path: path.to_owned(), detail: detail.into(), system: None }
    }

    /// A link, a folder or a device stands where a file or folder of the site belongs; it is
    /// neither followed nor deleted.
    pub(super) fn blocked(path: &str) -> Self {
        StoreError::new(StoreErrorKind::Blocked, "", path)
    }
}

/// The kinds of errors that an operator can do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreErrorKind {
    /// The account may not do that, or does not exist.
    Denied,
    /// The server's folder does not exist.
    Gone,
    /// No space is left.
    Full,
    /// The server's SSH key is unknown or has changed.
    HostKey,
    /// The server's certificate cannot be trusted.
    Certificate,
    /// The server does not answer.
    Unreachable,
    /// Something that is no file or no folder stands where one of the site belongs.
    Blocked,
    /// This system cannot reach such a target.
    Unsupported,
    /// Anything else.
    Other,
}

/// Calls `work` for every item on at most `jobs` threads. The first failure stops the rest.
///
/// # Errors
///
/// The first failure.
pub fn in_parallel<T: Sync, E: Send>(
    items: &[T],
    jobs: usize,
    work: impl Fn(&T) -> Result<(), E> + Sync,
) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(None);
    std::thread::scope(|scope| {
        for _ in 0..jobs.clamp(1, items.len().max(1)) {
            scope.spawn(|| {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(error) = work(item) {
                        next.store(items.len(), Ordering::Relaxed);
                        let mut first = failed.lock().unwrap_or_else(PoisonError::into_inner);
                        first.get_or_insert(error);
                    }
                }
            });
        }
    });
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(error),
        None => Ok(()),
    }
}
