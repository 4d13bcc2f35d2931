//! Adds entries to many ledgers at once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::propose::{new_errors, path_of};
use super::{Loaded, load_instead};
use crate::content::{Instead, LoadError};
use crate::diagnostic::Diagnostics;
use crate::fix::entry::{self, Entry};
use crate::fix::measured::{self, Measured};
use crate::fix::{apply, says_the_same_and_more};
use crate::model::TaskIx;
use crate::output::journal::FileChange;

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

impl Record {
    /// The change of the file.
    pub fn change(&self) -> FileChange {
        FileChange {
            path: self.path.clone(),
            old: Some(self.old.clone()),
            new: Some(self.new.clone().into_bytes()),
        }
    }
}

/// Appends the entries and values of each task to the text of its record, and reads the whole folder with
/// these texts in place.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn continue_ledgers(
    root: &Path,
    before: &Loaded,
    entries: &[(TaskIx, Entry)],
    values: &[(TaskIx, Measured)],
) -> Result<Continued, LoadError> {
    let mut by_task: BTreeMap<TaskIx, (Vec<&Entry>, Vec<&Measured>)> = BTreeMap::new();
    for (task, entry) in entries {
        by_task.entry(*task).or_default().0.push(entry);
    }
    for (task, value) in values {
        by_task.entry(*task).or_default().1.push(value);
    }
    let (mut records, mut refused) = (Vec::new(), Vec::new());
    for (task, (entries, values)) in by_task {
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
            let text = values.iter().try_fold(text, |text, measured| {
                let edit = measured::append(&text, measured)?;
                let longer = apply(&text, vec![edit]);
                says_the_same_and_more(&text, &longer, &measured.path()).then_some(longer)
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
        .map(|record| (record.path.clone(), Some(record.new.clone().into_bytes())))
        .collect();
    let loaded = load_instead(root, &instead)?;
    let new_errors = new_errors(before, &loaded);
    records.sort_by(|a, b| a.shown.cmp(&b.shown));
    Ok(Continued { records, refused, loaded: Some(loaded), new_errors })
}
