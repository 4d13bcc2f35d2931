//! A Markdown text that is read once and then shared, with the facts that were found in it.

use std::sync::Arc;

use super::document::OverLimit;
use super::facts::{Facts, facts, words_only};

/// The Markdown at the end of a file, and the links, headings and words in it.
#[derive(Debug)]
pub struct MarkdownText {
    /// The whole file, shared with whatever else keeps it.
    file: Arc<str>,
    /// The byte at which the Markdown begins. It reaches to the end of the file.
    start: usize,
    facts: Facts,
    over_limit: Option<OverLimit>,
}

impl MarkdownText {
    /// Reads the Markdown that begins at byte `start` of `file`.
    ///
    /// A text over a limit has no links and headings: it is shown as it was typed.
    pub fn new(file: Arc<str>, start: usize) -> Self {
        let (facts, over_limit) = match facts(&file[start..]) {
            Ok(facts) => (facts, None),
            Err(over_limit) => (words_only(&file[start..]), Some(over_limit)),
        };
        MarkdownText { file, start, facts, over_limit }
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

    /// Returns where the text exceeds what pages can show.
    pub fn over_limit(&self) -> Option<&OverLimit> {
        self.over_limit.as_ref()
    }
}
