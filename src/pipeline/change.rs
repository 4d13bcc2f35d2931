//! Prepares changes of records as texts, before anything is written.

use std::io;
use std::path::{Path, PathBuf};

use super::Loaded;
use crate::content::files::MAX_RECORD_BYTES;
use crate::content::open;
use crate::diagnostic::Edit;
use crate::fix::{apply, says_the_same_and_more};
use crate::model::TaskIx;
use crate::output::journal::FileChange;
use crate::source::FileId;

/// Why a record cannot be changed.
#[derive(Debug)]
pub enum ChangeError {
    /// Its YAML has a style that only its author should continue, or it is not UTF-8.
    Style,
    /// It cannot be read.
    Unreadable(io::Error),
}

/// The path on the disk of a file that was read.
pub fn path_on_disk(root: &Path, loaded: &Loaded, file: FileId) -> PathBuf {
    let shown = Path::new(&loaded.sources.get(file).path);
    root.join(shown.strip_prefix(root).unwrap_or(shown))
}

/// Reads a file of the content folder.
///
/// # Errors
///
/// If it cannot be read, or is no regular file inside the folder.
pub fn read_record(root: &Path, path: &Path) -> Result<Vec<u8>, ChangeError> {
    open::whole(root, path, MAX_RECORD_BYTES)
        .map_err(|refusal| ChangeError::Unreadable(refusal.into()))
}

/// Returns a task's record with more items in one of its lists. `edit` makes the edit from its text.
///
/// # Errors
///
/// [`ChangeError`].
pub fn longer_record(
    root: &Path,
    loaded: &Loaded,
    task: TaskIx,
    list: &str,
    edit: impl Fn(&str) -> Option<Edit>,
) -> Result<FileChange, ChangeError> {
    let path = path_on_disk(root, loaded, loaded.model[task].file);
    let raw = read_record(root, &path)?;
    let longer = std::str::from_utf8(&raw).ok().and_then(|old| {
        let new = apply(old, vec![edit(old)?]);
        says_the_same_and_more(old, &new, list).then_some(new)
    });
    let new = longer.ok_or(ChangeError::Style)?;
    Ok(FileChange { path, old: Some(raw), new: Some(new.into_bytes()) })
}
