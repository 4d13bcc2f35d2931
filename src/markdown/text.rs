//! A Markdown text that is read once and then shared, with the facts that were found in it.

use std::sync::Arc;

use super::document::TooDeep;
use super::facts::{Facts, facts, words_only};

/// The Markdown at the end of a file, and the links, headings and words in it.
#[derive(Debug)]
pub struct MarkdownText {
    /// The whole file, shared with whatever else keeps it.
    file: Arc<str>,
    /// The byte at which the Markdown begins. It reaches to the end of the file.
    start: usize,
    facts: Facts,
    too_deep: Option<TooDeep>,
}

impl MarkdownText {
    /// Reads the Markdown that begins at byte `start` of `file`.
    ///
    /// A text that is nested too deep has no links and headings: it is shown as it was typed.
    pub fn new(file: Arc<str>, start: usize) -> Self {
        let (facts, too_deep) = match facts(&file[start..]) {
            Ok(facts) => (facts, None),
            Err(too_deep) => (words_only(&file[start..]), Some(too_deep)),
        };
        MarkdownText { file, start, facts, too_deep }
    }

    /// Returns the Markdown as it was typed.
    pub fn source(&self) -> &str {
        &self.file[self.start..]
    }

    /// Returns the byte of the file at which the Markdown begins.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Returns the links, headings, bare addresses and words of the text.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Returns where the text is nested deeper than pages can show.
    pub fn too_deep(&self) -> Option<&TooDeep> {
        self.too_deep.as_ref()
    }
}
