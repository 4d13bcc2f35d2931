//! Which files of a site show words of which notes, told while the files are made: so that after
//! a change of a note's words only those files have to be made again.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::route::Route;
use crate::model::NoteIx;

/// How much of a note's text a file shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Extent {
    /// Only how its words begin.
    Beginning,
    /// All of it.
    Whole,
}

/// Who shows which note.
#[derive(Debug, Default)]
pub(super) struct Readers {
    /// By the note's number, so that threads seldom wait for each other; none where nobody will
    /// ask.
    shelves: Option<[Mutex<Vec<Reader>>; 16]>,
}

type Reader = (NoteIx, Route, Extent);

impl Readers {
    /// From now on who reads a note is remembered.
    pub(super) fn remember(&mut self) {
        self.shelves = Some(Default::default());
    }

    /// A file shows words of a note.
    pub(super) fn see(&self, note: NoteIx, file: Route, extent: Extent) {
        if let Some(shelves) = &self.shelves {
            let shelf = &shelves[note.0 % shelves.len()];
            shelf.lock().unwrap_or_else(PoisonError::into_inner).push((note, file, extent));
        }
    }

    /// The files that show each note, with how much of it at most.
    pub(super) fn by_note(&self) -> BTreeMap<NoteIx, Vec<(Route, Extent)>> {
        let mut all: Vec<Reader> = Vec::new();
        for shelf in self.shelves.iter().flatten() {
            all.extend(shelf.lock().unwrap_or_else(PoisonError::into_inner).iter());
        }
        all.sort_unstable();
        let mut by_note: BTreeMap<NoteIx, Vec<(Route, Extent)>> = BTreeMap::new();
        for (note, file, extent) in all {
            let files = by_note.entry(note).or_default();
            // Sorted, so the whole comes last.
            match files.last_mut() {
                Some((last, known)) if *last == file => *known = extent,
                _ => files.push((file, extent)),
            }
        }
        by_note
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_stands_once_with_the_most_that_it_shows() {
        let mut readers = Readers::default();
        readers.see(NoteIx(1), Route::Overview, Extent::Whole);
        assert!(readers.by_note().is_empty(), "nobody asked to remember");
        readers.remember();
        let note = Route::Note(NoteIx(1));
        for (n, file, extent) in [
            (1, note, Extent::Whole),
            (17, Route::Overview, Extent::Beginning),
            (1, Route::Overview, Extent::Beginning),
            (1, note, Extent::Beginning),
            (1, Route::Overview, Extent::Beginning),
        ] {
            readers.see(NoteIx(n), file, extent);
        }
        let expected = BTreeMap::from([
            (NoteIx(1), vec![(Route::Overview, Extent::Beginning), (note, Extent::Whole)]),
            (NoteIx(17), vec![(Route::Overview, Extent::Beginning)]),
        ]);
        assert_eq!(readers.by_note(), expected);
    }
}
