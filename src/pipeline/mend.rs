//! Fixes, in memory, what has one right answer: `tiendo check --fix`.

use std::path::Path;

use super::{Loaded, load_instead};
use crate::content::LoadError;
use crate::fix::{self, Draft};

/// A content folder with everything mended that has one right answer; nothing is written yet.
#[derive(Debug)]
pub struct Mended {
    /// Its texts, mended or left alone.
    pub drafts: Vec<Draft>,
    /// The content as it will be.
    pub loaded: Loaded,
    /// Whether the content as it is has errors.
    pub had_errors: bool,
}

/// Most times that a content folder is read while it is mended; each reading may uncover more.
const MAX_ROUNDS: usize = 8;

/// Mends, in memory, what has one right answer.
///
/// # Errors
///
/// When the folder itself cannot be read.
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
    // Each failure leaves one more file alone, which may be what another one's names need.
    let seen = (&before.sources, &before.diagnostics);
    while !fix::verify(&mut drafts, seen, (&after.sources, &after.diagnostics)) {
        after = load_instead(root, &fix::mended(&drafts))?;
    }
    Ok(Mended { drafts, loaded: after, had_errors })
}
