//! Reads the content as it would be after a change of files, before anything is written.

use std::path::{Path, PathBuf};

use super::{Loaded, load_whole};
use crate::content::{self, Instead, LoadError};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// The effect of changing files.
#[derive(Debug)]
pub struct Proposed {
    /// The content after the change.
    pub loaded: Loaded,
    /// Errors that were not there before.
    pub new_errors: Diagnostics,
}

/// Reads the content folder with this text at `path`, and finds the errors that are not among those
/// of `before`.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn propose(
    root: &Path,
    path: PathBuf,
    text: &str,
    before: &Loaded,
) -> Result<Proposed, LoadError> {
    propose_all(root, &Instead::from([(path, Some(text.as_bytes().to_vec()))]), before)
}

/// Reads the content folder with these texts in place of its files, and finds the errors that are
/// not among those of `before`. At the top of a portal these are the errors of all directives.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn propose_all(root: &Path, instead: &Instead, before: &Loaded) -> Result<Proposed, LoadError> {
    let loaded = load_whole(root, instead)?;
    let new_errors = new_errors(before, &loaded);
    Ok(Proposed { loaded, new_errors })
}

/// The errors of `loaded` that are not among those of `before`.
pub(super) fn new_errors(before: &Loaded, loaded: &Loaded) -> Diagnostics {
    new_diagnostics(before, loaded, Severity::Error)
}

/// The diagnostics of this severity of `loaded` that are not among those of `before`.
pub fn new_diagnostics(before: &Loaded, loaded: &Loaded, severity: Severity) -> Diagnostics {
    let key = |diagnostic: &Diagnostic, sources: &Sources| {
        (sources.get(diagnostic.place.file).path.clone(), diagnostic.code, diagnostic.args.clone())
    };
    let of = |loaded: &Loaded| -> Vec<Diagnostic> {
        loaded.diagnostics.iter().filter(|one| one.severity == severity).cloned().collect()
    };
    let mut known: Vec<_> = of(before).iter().map(|one| key(one, &before.sources)).collect();
    let mut new = Diagnostics::default();
    for one in of(loaded) {
        let key = key(&one, &loaded.sources);
        match known.iter().position(|old| *old == key) {
            Some(at) => drop(known.swap_remove(at)),
            None => new.push(one),
        }
    }
    new
}

/// The path of the file that diagnostics show as `shown`.
pub fn path_of(root: &Path, shown: &str) -> Option<PathBuf> {
    let (found, _) = content::files::find(root).ok()?;
    found.into_iter().find(|file| file.shown == shown).map(|file| file.path)
}
