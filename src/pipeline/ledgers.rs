//! Adds entries to many ledgers at once: all of them or none.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::propose::{new_errors, path_of};
use super::{Loaded, load_instead};
use crate::content::{Instead, LoadError};
use crate::diagnostic::Diagnostics;
use crate::fix::entry::{self, Entry};
use crate::fix::{apply, says_the_same_and_more};
use crate::model::TaskIx;
use crate::output::interrupt;
use crate::output::replace::{ReplaceError, replace};

/// Records with new entries, and what those do to the content. Nothing is written yet.
#[derive(Debug)]
pub struct Continued {
    /// The records, in the order of their paths.
    pub records: Vec<Record>,
    /// Files that only their authors should continue, by the path that diagnostics show.
    pub refused: Vec<String>,
    /// The content as it would be. `None` if nothing would change.
    pub loaded: Option<Loaded>,
    /// Errors that were not there before.
    pub new_errors: Diagnostics,
}

/// A record before and after the change.
#[derive(Debug)]
pub struct Record {
    /// Path of the file.
    pub path: PathBuf,
    /// The path that diagnostics show.
    pub shown: String,
    /// The bytes of the file before.
    pub old: Vec<u8>,
    /// The text with the new entries.
    pub new: String,
}

/// Why not every record was written.
#[derive(Debug)]
pub struct WriteError {
    /// The cause.
    pub error: ReplaceError,
    /// Files that were written earlier and could not be restored.
    pub left: Vec<PathBuf>,
}

/// Appends the entries of each task to the text of its record, and reads the whole folder with
/// these texts in place.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn continue_ledgers(
    root: &Path,
    before: &Loaded,
    entries: &[(TaskIx, Entry)],
) -> Result<Continued, LoadError> {
    let mut by_task: BTreeMap<TaskIx, Vec<&Entry>> = BTreeMap::new();
    for (task, entry) in entries {
        by_task.entry(*task).or_default().push(entry);
    }
    let (mut records, mut refused) = (Vec::new(), Vec::new());
    for (task, entries) in by_task {
        let shown = before.sources.get(before.model[task].file).path.clone();
        let continued = path_of(root, &shown).and_then(|path| {
            let old = fs::read(&path).ok()?;
            let was = std::str::from_utf8(&old).ok()?;
            // The text that was read is the one to continue; a file that changed since then is
            // refused later.
            let text = entries.iter().try_fold(was.to_owned(), |text, entry| {
                let edit = entry::append(&text, entry)?;
                let longer = apply(&text, vec![edit]);
                says_the_same_and_more(&text, &longer, "updates").then_some(longer)
            })?;
            Some(Record { path, shown: shown.clone(), old, new: text })
        });
        match continued {
            Some(record) => records.push(record),
            None => refused.push(shown),
        }
    }
    if records.is_empty() {
        return Ok(Continued {
            records,
            refused,
            loaded: None,
            new_errors: Diagnostics::default(),
        });
    }
    let instead: Instead = records
        .iter()
        .map(|record| (record.path.clone(), record.new.clone().into_bytes()))
        .collect();
    let loaded = load_instead(root, &instead)?;
    let new_errors = new_errors(before, &loaded);
    records.sort_by(|a, b| a.shown.cmp(&b.shown));
    Ok(Continued { records, refused, loaded: Some(loaded), new_errors })
}

/// Replaces the files of these records. Each is replaced completely or not at all; if one cannot be
/// replaced, those before it are restored.
///
/// # Errors
///
/// [`WriteError`], which names the file and those that could not be restored.
pub fn write(records: &[Record]) -> Result<(), WriteError> {
    // All of them or none, also if the operator interrupts.
    let _hold = interrupt::hold();
    // Checked before the first file is touched, so that a save in the meantime stops everything.
    for Record { path, old, .. } in records {
        let now = fs::read(path).map_err(|error| ReplaceError::Disk { path: path.clone(), error });
        let stopped = match now {
            Ok(now) if now == *old => continue,
            Ok(_) => ReplaceError::Changed { path: path.clone() },
            Err(error) => error,
        };
        return Err(WriteError { error: stopped, left: Vec::new() });
    }
    for (at, record) in records.iter().enumerate() {
        if let Err(error) = replace(&record.path, &record.old, record.new.as_bytes()) {
            let put_back = |done: &&Record| replace(&done.path, done.new.as_bytes(), &done.old);
            let left = records[..at].iter().filter(|done| put_back(done).is_err());
            return Err(WriteError { error, left: left.map(|done| done.path.clone()).collect() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_one_file_cannot_be_replaced_none_is() {
        let folder = tempfile::tempdir().unwrap();
        let record = |name: &str, now: &str| {
            let path = folder.path().join(name);
            fs::write(&path, now).unwrap();
            let (shown, new) = (name.to_owned(), format!("{name} after"));
            Record { path, shown, old: format!("{name} before").into_bytes(), new }
        };
        let records = [record("a", "a before"), record("b", "b before"), record("c", "changed")];
        assert!(matches!(
            write(&records),
            Err(WriteError { error: ReplaceError::Changed { .. }, left }) if left.is_empty()
        ));
        assert_eq!(fs::read_to_string(&records[0].path).unwrap(), "a before");
        let mut protected = fs::metadata(&records[1].path).unwrap().permissions();
        protected.set_readonly(true);
        fs::set_permissions(&records[1].path, protected).unwrap();
        assert!(matches!(
            write(&records[..2]),
            Err(WriteError { error: ReplaceError::Protected { .. }, left }) if left.is_empty()
        ));
        assert_eq!(fs::read_to_string(&records[0].path).unwrap(), "a before");
        write(&records[..1]).unwrap();
        assert_eq!(fs::read_to_string(&records[0].path).unwrap(), "a after");
    }
}
