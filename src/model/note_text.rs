//! The Markdown of a note, with what was found in it.

use std::sync::Arc;

use crate::markdown::{self, Facts, TooDeep};

/// The Markdown body of a note and the links, headings and words in it.
///
/// It is made once, when the note's file is read, and then shared: with the linked note, the rules
/// that look at bodies, and the pages that show it.
#[derive(Debug)]
pub struct NoteText {
    /// The whole file, shared with the sources.
    file: Arc<str>,
    /// The byte at which the body begins. The body is the rest of the file.
    start: usize,
    facts: Facts,
    too_deep: Option<TooDeep>,
}

impl NoteText {
    /// Reads the Markdown that begins at byte `start` of `file`.
    ///
    /// A body that is nested too deep has no links and headings: it is shown as it was typed.
    pub fn new(file: Arc<str>, start: usize) -> Self {
        let body = &file[start..];
        let (facts, too_deep) = match markdown::facts(body) {
            Ok(facts) => (facts, None),
            Err(too_deep) => (markdown::words_only(body), Some(too_deep)),
        };
        NoteText { file, start, facts, too_deep }
    }

    /// The body, as it was typed.
    pub fn body(&self) -> &str {
        &self.file[self.start..]
    }

    /// The byte of the file at which the body begins.
    pub fn start(&self) -> usize {
        self.start
    }

    /// What the body holds.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Where the body is nested deeper than pages can show.
    pub fn too_deep(&self) -> Option<&TooDeep> {
        self.too_deep.as_ref()
    }
}
