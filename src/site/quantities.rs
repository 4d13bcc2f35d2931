//! Fills in the figures that notes reference.
//!
//! This is done once, so that pages, excerpts, feeds and the search show the same text.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::words::Words;
use crate::assess::{Assessment, Fraction};
use crate::markdown::{self, MarkdownText};
use crate::model::quantity::{Figure, Quantity};
use crate::model::{Model, NoteIx};

/// A note with figures in place of its placeholders.
#[derive(Debug)]
pub(super) struct FilledNote {
    /// The text with the figures.
    pub(super) text: MarkdownText,
    /// Whether any figure was computed for the as-of date rather than typed.
    pub(super) is_computed: bool,
}

/// Fills in the notes that have placeholders.
pub(super) fn fill(
    model: &Model,
    assessment: &Assessment,
    words: &Words,
) -> BTreeMap<NoteIx, FilledNote> {
    let fill_one = |(ix, note): (NoteIx, &crate::model::Note)| {
        let is_computed = Cell::new(false);
        let figure = |inside: &str| {
            let quantity = Quantity::read(inside, model).ok()?;
            is_computed.set(is_computed.get() || quantity.typed.is_none());
            let figure = quantity.typed.unwrap_or_else(|| assessment.figure(&quantity));
            Some(in_words(figure, words))
        };
        let filled = markdown::filled(note.text.source(), &figure)?;
        let text = MarkdownText::new(filled.into(), 0);
        Some((ix, FilledNote { text, is_computed: is_computed.get() }))
    };
    model.notes().filter_map(fill_one).collect()
}

fn in_words(figure: Figure, words: &Words) -> String {
    match figure {
        Figure::Fraction(part, whole) => words.fraction(Fraction { part, whole }),
        Figure::Number(n) => words.number(n),
    }
}
