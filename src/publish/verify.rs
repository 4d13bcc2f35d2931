//! Compares a published site with its manifest: which files are missing, altered or unknown.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::HIDDEN;
use super::published::{Error, Listed, Published, State};
use super::samples::{self, MAX_SAMPLE};
use super::signature;
use crate::output::{self, manifest};

/// The largest list that is read.
const MAX_LIST: u64 = 64 * 1024 * 1024;

/// How a published site compares with its manifest. Paths are sorted.
#[derive(Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The SHA-256 of `manifest.txt`, one value for the whole site. Whoever can alter pages can alter
    /// the manifest too, so it should be compared with the value on the hand-over sheet.
    pub manifest_sha256: String,
    /// The number of files that the manifest lists.
    pub files: usize,
    /// The size of all of them.
    pub bytes: u64,
    /// Files that are listed but do not exist.
    pub missing: Vec<String>,
    /// Files that differ from their entry.
    pub altered: Vec<String>,
    /// Files of which only the line ends differ from their entry.
    pub line_ends: Vec<String>,
    /// Files that are not listed.
    pub unknown: Vec<String>,
}

impl Verdict {
    /// Whether the site has exactly the listed files.
    pub fn is_whole(&self) -> bool {
        self.first().is_none()
    }

    /// The first file that is not as listed.
    pub fn first(&self) -> Option<&str> {
        let all = self.missing.iter().chain(&self.altered).chain(&self.line_ends);
        let all = all.chain(&self.unknown);
        all.map(String::as_str).next()
    }
}

/// Reads every file of a site and compares it with the manifest. Files that git and operating
/// systems leave behind, the samples of a package, and those in `allowed` (such as a server's own
/// settings), may exist too.
///
/// # Errors
///
/// [`Error`], if a file cannot be read.
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
            || path == signature::NAME
            || found.binary_search_by_key(&path, |(path, _)| path).is_ok()
            || output::is_kept_or_litter(path)
            || allowed.iter().any(|allowed| allowed == path)
    };
    let mut unknown = Vec::new();
    for path in site.paths()? {
        // Operating systems leave files. A link of such a name would lead visitors elsewhere.
        if !known(&path) || (output::is_kept_or_litter(&path) && !site.is_file(&path)) {
            unknown.push(path);
        }
    }
    unknown.sort_unstable();
    let own = own(site, &unknown)?;
    unknown.retain(|path| !own.contains(path));
    let mut strange = Vec::new();
    for path in unknown {
        let is_sample = samples::is_name(&path)
            && site.is_file(&path)
            && (site.read(&path, MAX_SAMPLE)?)
                .is_some_and(|bytes| samples::is_sample(&path, &bytes));
        if !is_sample {
            strange.push(path);
        }
    }
    let mut line_ends = all(State::LineEnds);
    if listed.has_other_line_ends {
        line_ends.push(manifest::NAME.to_owned());
    }
    Ok(Verdict {
        manifest_sha256: listed.sha256.clone(),
        files: listed.entries.len(),
        bytes: listed.entries.iter().map(|entry| entry.size).sum(),
        missing: all(State::Missing),
        altered: all(State::Altered),
        line_ends,
        unknown: strange,
    })
}

/// Finds the files that publishing itself keeps: its lock, its lists, and the bytes that lists of
/// earlier releases name. Those are named by their SHA-256, so no other file passes for one.
fn own(site: &Published, unknown: &[String]) -> Result<BTreeSet<String>, Error> {
    let mut own = BTreeSet::new();
    let mut kept = BTreeMap::new();
    let below = |folder: &str| {
        let folder = format!("{HIDDEN}/{folder}/");
        unknown.iter().filter_map(move |path| Some((path, path.strip_prefix(&folder)?.to_owned())))
    };
    for name in ["lock", "releases.txt"] {
        let path = format!("{HIDDEN}/{name}");
        let head = site.read(&path, MAX_LIST)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&head);
        if text.is_empty()
            || text.starts_with(&format!("# tiendo {} 1", name.trim_end_matches(".txt")))
        {
            own.insert(path);
        }
    }
    for (path, name) in below("releases") {
        let bytes = site.read(path, MAX_LIST)?.unwrap_or_default();
        let whole = name == format!("{}.txt", manifest::sha256(&bytes));
        if let Ok(entries) = manifest::parse(&String::from_utf8_lossy(&bytes))
            && whole
        {
            own.insert(path.clone());
            kept.extend(entries.into_iter().map(|entry| (entry.sha256, entry.size)));
        }
    }
    for (path, name) in below("objects") {
        if let Some(size) = kept.get(&name)
            && let Some(bytes) = site.read(path, *size)?
            && manifest::sha256(&bytes) == name
        {
            own.insert(path.clone());
        }
    }
    Ok(own)
}
