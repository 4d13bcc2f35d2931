//! Fixes, in memory, what has one right answer: `tiendo check --fix`.

use std::path::Path;

use super::{Loaded, load_instead};
use crate::content::LoadError;
use crate::fix::{self, Draft};

/// A content folder in which everything with one right answer is fixed. Nothing is written yet.
#[derive(Debug)]
pub struct Mended {
    /// The texts, fixed or unchanged.
    pub drafts: Vec<Draft>,
    /// The content after the fixes.
    pub loaded: Loaded,
    /// Whether the content had errors before.
    pub had_errors: bool,
}

/// Maximum number of times the folder is read while it is fixed, since each reading may uncover
/// more.
const MAX_ROUNDS: usize = 8;

/// Fixes, in memory, what has one right answer.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn mend(root: &Path) -> Result<Mended, LoadError> {
    let failed = |error| LoadError { path: root.display().to_string(), error };
    let mut drafts = fix::drafts(root).map_err(failed)?;
    let before = load_instead(root, &fix::unmended(&drafts))?;
    let had_errors = before.diagnostics.has_errors();
    let mut after = None;
    for _ in 0..MAX_ROUNDS {
        let now = after.as_ref().unwrap_or(&before);
        if !fix::mend(&mut drafts, &now.sources, &now.diagnostics, after.is_none()) {
            break;
        }
        after = Some(load_instead(root, &fix::mended(&drafts))?);
    }
    let mut after = match after {
        Some(after) => after,
        None if drafts.iter().any(Draft::is_changed) => load_instead(root, &fix::mended(&drafts))?,
        None => return Ok(Mended { drafts, loaded: before, had_errors }),
    };
    // Each failure leaves one more file unfixed, which may define the names that another file
    // needs.
    let seen = (&before.sources, &before.diagnostics);
    while !fix::verify(&mut drafts, seen, (&after.sources, &after.diagnostics)) {
        after = load_instead(root, &fix::mended(&drafts))?;
    }
    Ok(Mended { drafts, loaded: after, had_errors })
}
