//! Reads the content as it would be after a change of one file, before anything is written.

use std::path::{Path, PathBuf};

use super::{Loaded, load_instead};
use crate::content::{self, Instead, LoadError};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::Sources;

/// What a change of one text does to the whole.
#[derive(Debug)]
pub struct Proposed {
    /// The content as it would be.
    pub loaded: Loaded,
    /// Errors that there were not before.
    pub new_errors: Diagnostics,
}

/// Reads the content folder as it would be with this text at `path`, and says which errors that
/// would bring beside those of `before`.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn propose(
    root: &Path,
    path: PathBuf,
    text: &str,
    before: &Loaded,
) -> Result<Proposed, LoadError> {
    let loaded = load_instead(root, &Instead::from([(path, text.as_bytes().to_vec())]))?;
    let new_errors = new_errors(before, &loaded);
    Ok(Proposed { loaded, new_errors })
}

/// The errors that `loaded` has beside those of `before`.
pub(super) fn new_errors(before: &Loaded, loaded: &Loaded) -> Diagnostics {
    let key = |diagnostic: &Diagnostic, sources: &Sources| {
        (sources.get(diagnostic.place.file).path.clone(), diagnostic.code, diagnostic.args.clone())
    };
    let mut known: Vec<_> =
        before.diagnostics.iter().map(|fault| key(fault, &before.sources)).collect();
    let mut new_errors = Diagnostics::default();
    for fault in loaded.diagnostics.iter().filter(|fault| fault.severity == Severity::Error) {
        let key = key(fault, &loaded.sources);
        match known.iter().position(|old| *old == key) {
            Some(at) => drop(known.swap_remove(at)),
            None => new_errors.push(fault.clone()),
        }
    }
    new_errors
}

/// Where the file lies that complaints show as `shown`.
pub fn path_of(root: &Path, shown: &str) -> Option<PathBuf> {
    let (found, _) = content::files::find(root).ok()?;
    found.into_iter().find(|file| file.shown == shown).map(|file| file.path)
}
