//! What a place to publish to can do, and what is said when it refuses.
//!
//! [`send`](super::send) and its neighbours speak to a [`Store`] only, so that they can be tried
//! against one that fails at any step. The real ones stand in [`remote`].

pub mod remote;

/// A place that holds files by path. Every call is whole: it has happened when it returns.
pub trait Store: Sync {
    /// The bytes of a file; none if it is not there. Of one that is longer than `limit`, the
    /// beginning, with one byte more than that at least.
    ///
    /// # Errors
    ///
    /// [`Trouble`], as everywhere here.
    fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, Trouble>;
    /// The size of a file; none if it is not there. Of a link, a folder or a device in its place, a
    /// size that no file has: it is seen to be there, and to be none of ours.
    ///
    /// # Errors
    ///
    /// [`Trouble`].
    fn size(&self, path: &str) -> Result<Option<u64>, Trouble>;
    /// Writes a file, over one that may be there.
    ///
    /// # Errors
    ///
    /// [`Trouble`].
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble>;
    /// Writes a file if none is there; says whether it did.
    ///
    /// # Errors
    ///
    /// [`Trouble`].
    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, Trouble>;
    /// Moves a file over another in one step.
    ///
    /// # Errors
    ///
    /// [`Trouble`].
    fn rename(&self, from: &str, to: &str) -> Result<(), Trouble>;
    /// Deletes a file, which need not be there.
    ///
    /// # Errors
    ///
    /// [`Trouble`].
    fn delete(&self, path: &str) -> Result<(), Trouble>;
    /// Deletes a folder if nothing is in it; a refusal is no trouble.
    fn delete_empty_folder(&self, path: &str);
    /// What lies in a folder, not below: files with their sizes, folders with a slash at the end.
    ///
    /// # Errors
    ///
    /// [`Trouble`].
    fn list(&self, folder: &str) -> Result<Vec<(String, u64)>, Trouble>;
    /// Creates a folder with those on the way to it, which may be there.
    ///
    /// # Errors
    ///
    /// [`Trouble`].
    fn make_folder(&self, path: &str) -> Result<(), Trouble>;
    /// Whether [`rename`](Self::rename) works: changed files are then sent aside first and moved
    /// into place together.
    fn renames(&self) -> bool;
    /// Whether [`create`](Self::create) is one step, so that of two at once only one succeeds.
    fn creates_alone(&self) -> bool;
    /// Whether folders must be made before files are written into them.
    fn has_folders(&self) -> bool;
}

/// Why a place refused. Holds no secret: what it was told to hide is taken out of every text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {detail}")]
pub struct Trouble {
    /// What kind of trouble, where it is known.
    pub kind: TroubleKind,
    /// The file or folder at which it happened, relative to the target.
    pub path: String,
    /// What the system or the server says.
    pub detail: String,
}

/// What an operator can do something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// The account may not do that, or there is none.
    Denied,
    /// The server or the folder is not there.
    Gone,
    /// There is no room left.
    Full,
    /// The server's SSH key is unknown or has changed.
    HostKey,
    /// The server's certificate cannot be trusted.
    Certificate,
    /// Nobody answers.
    Unreachable,
    /// Something that is no file or no folder stands where one of ours belongs.
    Blocked,
    /// This system cannot reach such a target.
    Unsupported,
    /// Anything else.
    Other,
}

/// A link, a folder or a device stands where a file or folder of ours belongs; it is neither
/// followed nor deleted.
pub(super) fn blocked(path: &str) -> Trouble {
    Trouble { kind: TroubleKind::Blocked, path: String::new(), detail: path.to_owned() }
}

/// Calls `work` for every item, at most `jobs` at a time; the first failure stops the rest.
///
/// # Errors
///
/// The first failure.
pub fn side_by_side<T: Sync, E: Send>(
    items: &[T],
    jobs: usize,
    work: impl Fn(&T) -> Result<(), E> + Sync,
) -> Result<(), E> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Mutex, PoisonError};
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
