//! Holds a published site against its manifest: what is missing, altered, or nobody's.

use rayon::prelude::*;

use super::published::{Error, Listed, Published, State};
use crate::output::{self, manifest};

/// How a published site compares with its manifest. Paths are sorted.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    /// SHA-256 of `manifest.txt`: one value that stands for the whole site. Whoever can alter pages
    /// can alter the manifest too, so compare this with the value on the hand-over sheet.
    pub manifest_sha256: String,
    /// Files that the manifest lists.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Listed, but not there.
    pub missing: Vec<String>,
    /// There, but not as listed.
    pub altered: Vec<String>,
    /// There, but not listed.
    pub unknown: Vec<String>,
}

impl Verdict {
    /// Whether every file is there as listed, and nothing else.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.altered.is_empty() && self.unknown.is_empty()
    }
}

/// Reads every file of a site and compares it with the manifest. Files that git and operating
/// systems leave, and those named in `allowed` (such as a server's own `web.config`), are nobody's
/// fault.
///
/// # Errors
///
/// [`Error`], where a file cannot be read.
pub fn verify(site: &Published, listed: &Listed, allowed: &[String]) -> Result<Verdict, Error> {
    let mut found: Vec<(&str, State)> = (listed.entries.par_iter())
        .map(|entry| Ok((entry.path.as_str(), site.compare(entry)?)))
        .collect::<Result<_, Error>>()?;
    found.sort_unstable_by_key(|(path, _)| *path);
    let all = |wanted: State| -> Vec<String> {
        let some = found.iter().filter(|(_, state)| *state == wanted);
        some.map(|(path, _)| (*path).to_owned()).collect()
    };
    let known = |path: &str| {
        path == manifest::NAME
            || found.binary_search_by_key(&path, |(path, _)| path).is_ok()
            || output::is_kept_or_litter(path)
            || allowed.iter().any(|allowed| allowed == path)
    };
    let mut unknown: Vec<String> = site.paths()?.into_iter().filter(|path| !known(path)).collect();
    unknown.sort_unstable();
    Ok(Verdict {
        manifest_sha256: listed.sha256.clone(),
        files: listed.entries.len(),
        bytes: listed.entries.iter().map(|entry| entry.size).sum(),
        missing: all(State::Missing),
        altered: all(State::Altered),
        unknown,
    })
}
