//! The tree before the site: where whole folders are taken over, the next build moves them out of it
//! and does not link their files one by one.

use std::fs;
use std::ops::Range;

use super::folders::Folders;
use super::manifest::{self, List};
use super::place::Place;
use super::{swap, tree};

/// The tree before the site, as its manifest describes it.
#[derive(Debug, Default)]
pub(super) struct Spare {
    list: List,
    folders: Folders,
}

impl Spare {
    /// Takes the spare tree into use.
    pub(super) fn take(place: &Place) -> Self {
        let is_folder = fs::symlink_metadata(&place.spare).is_ok_and(|found| found.is_dir());
        let list = is_folder.then(|| tree::listed(&place.spare).ok().flatten()).flatten();
        let folders = Folders::read(&place.folders_of_spare(), &place.spare);
        // Without its manifest, what an interrupted build leaves of it is never taken for a whole.
        let manifest = is_folder.then(|| fs::remove_file(place.spare.join(manifest::NAME)));
        let list = list.filter(|_| manifest.is_some_and(|removed| removed.is_ok()));
        Spare { list: list.unwrap_or_default(), folders }
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
        let own = self.list.text_of(self.list.below(folder));
        let path = folder.trim_end_matches('/');
        let has_no_others = || {
            self.folders.are_same_below(&place.spare, folder)
                || tree::count(&place.spare.join(path)) == Some(below.len())
        };
        own == site.text_of(below.clone())
            && tree::is_sound(&place.spare, site, below.clone())
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
