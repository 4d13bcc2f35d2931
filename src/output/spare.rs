//! The tree before the site: where whole folders are taken over, the next build moves them out of it
//! and does not link their files one by one.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::time::SystemTime;

use super::folders::Folders;
use super::manifest::{self, List};
use super::place::Place;
use super::{swap, tree};

/// The tree before the site.
#[derive(Debug, Default)]
pub(super) struct Spare {
    /// Those of its folders that the site took over.
    same: BTreeSet<String>,
    folders: Folders,
    /// When it was finished.
    finished: Option<SystemTime>,
}

impl Spare {
    /// Takes the spare tree into use, from which the site took over these folders.
    pub(super) fn take(place: &Place, same: BTreeSet<String>) -> Self {
        let folders = Folders::read(&place.folders_of_spare(), &place.spare);
        let finished = tree::finished(&place.spare);
        // Without its manifest, what an interrupted build leaves of it is never taken for a whole.
        let removed = fs::remove_file(place.spare.join(manifest::NAME));
        match removed.is_ok() && !folders.is_empty() {
            true => Spare { same, folders, finished },
            false => Spare::default(),
        }
    }

    /// Moves a folder into the new tree. False if the spare tree does not have it with the files that
    /// the site's manifest names, and no others.
    pub(super) fn give(
        &self,
        place: &Place,
        folder: &str,
        site: &List,
        below: Range<usize>,
    ) -> bool {
        let path = folder.trim_end_matches('/');
        let has_no_others = || {
            self.folders.are_same_below(&place.spare, folder)
                || tree::count(&place.spare.join(path)) == Some(below.len())
        };
        self.same.contains(folder)
            && tree::is_sound(&place.spare, site, below.clone(), self.finished)
            && has_no_others()
            && fs::rename(place.spare.join(path), place.staging.join(path)).is_ok()
    }

    /// Forgets what was in it: the folders that are wanted have been taken.
    pub(super) fn forget(&mut self) {
        *self = Spare::default();
    }

    /// Keeps the tree that the new site has replaced, wherever the exchange has put it. What cannot be
    /// kept is built without. With it goes what is known of the folders of both trees.
    pub(super) fn keep(place: &Place, own: &Folders, of_site: &Folders) {
        let _ = swap::remove(&place.spare);
        for old in [&place.staging, &place.aside] {
            if fs::rename(old, &place.spare).is_ok() {
                own.write(&place.folders_of_spare());
                of_site.write(&place.folders_of_site());
                return;
            }
        }
    }
}
