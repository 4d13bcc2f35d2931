//! The files at a target by name and size, without reading them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use super::HIDDEN;
use super::error::PublishError;
use super::samples::{self, MAX_SAMPLE};
use super::store::{Store, in_parallel};
use crate::output;
use crate::output::manifest;

/// What the folders of a site hold.
#[derive(Debug, Default)]
pub(super) struct Listing {
    sizes: BTreeMap<String, u64>,
    /// Folders, with a slash at the end.
    folders: BTreeSet<String>,
}

impl Listing {
    /// Lists the folders of these paths, and no other: what somebody else keeps beside the site may
    /// be large.
    pub(super) fn read<'a>(
        store: &dyn Store,
        paths: impl Iterator<Item = &'a str>,
        jobs: usize,
    ) -> Result<Self, PublishError> {
        let listed: Vec<String> = folders(paths).into_iter().collect();
        let listing = Mutex::new(Listing::default());
        in_parallel(&listed, jobs, |folder| {
            let found = store.list(folder.trim_end_matches('/'))?;
            let mut listing = listing.lock().unwrap_or_else(PoisonError::into_inner);
            for (path, size) in found {
                if path.ends_with('/') {
                    listing.folders.insert(path);
                } else {
                    listing.sizes.insert(path, size);
                }
            }
            Ok::<(), PublishError>(())
        })?;
        Ok(listing.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// The size of a file; none if it does not exist.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        self.sizes.get(path).copied()
    }

    /// The files and folders that are none of these paths, sorted. What operating systems leave
    /// behind and the samples of a package do not count.
    pub(super) fn strange<'a>(
        &self,
        store: &dyn Store,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Result<Vec<String>, PublishError> {
        let own = folders(known.clone());
        let known: BTreeSet<&str> = known.chain([manifest::NAME]).collect();
        let hidden = format!("{HIDDEN}/");
        let foreign = self.folders.iter().filter(|at| !own.contains(*at) && **at != hidden);
        let mut strange: Vec<String> = foreign.cloned().collect();
        for path in self.sizes.keys() {
            if known.contains(path.as_str()) || output::is_kept_or_litter(path) {
                continue;
            }
            let is_sample = samples::is_name(path)
                && (store.read(path, MAX_SAMPLE)?)
                    .is_some_and(|bytes| samples::is_sample(path, &bytes));
            if !is_sample {
                strange.push(path.clone());
            }
        }
        strange.sort_unstable();
        Ok(strange)
    }
}

/// The folders on the way to these paths, each with a slash at the end but the first, which is the
/// empty text.
fn folders<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut folders = BTreeSet::from([String::new()]);
    for path in paths {
        folders.extend(path.match_indices('/').map(|(end, _)| path[..=end].to_owned()));
    }
    folders
}
