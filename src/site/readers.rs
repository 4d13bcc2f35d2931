//! Which files of a site show words of which notes, told while the files are made: so that after
//! a change of a note's words only those files have to be made again.
//!
//! What is made once for several files, such as a piece of a template, may not be made of a note's
//! words: only the first of the files would be known to show them.

use std::cmp::Reverse;
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
    /// By the note's number, so that threads seldom wait for each other; none in a preview, where
    /// nobody will ask.
    shelves: Option<[Mutex<Vec<Reader>>; 16]>,
}

/// A note and a file that shows it.
pub(super) type Reader = (NoteIx, Route, Extent);

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

    /// The files that show each note, by note, with how much of it at most.
    pub(super) fn by_note(&self) -> Vec<Reader> {
        let mut all: Vec<Reader> = Vec::new();
        for shelf in self.shelves.iter().flatten() {
            all.extend(shelf.lock().unwrap_or_else(PoisonError::into_inner).iter());
        }
        // The whole before the beginning.
        all.sort_unstable_by_key(|(note, file, extent)| (*note, *file, Reverse(*extent)));
        all.dedup_by_key(|(note, file, _)| (*note, *file));
        all
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
        let expected = [
            (NoteIx(1), Route::Overview, Extent::Beginning),
            (NoteIx(1), note, Extent::Whole),
            (NoteIx(17), Route::Overview, Extent::Beginning),
        ];
        assert_eq!(readers.by_note(), expected);
    }
}
