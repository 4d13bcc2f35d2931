//! Fills the figures in that notes ask for, once, before anything reads the notes: pages, excerpts,
//! feeds and the search then all say the same.

use std::collections::BTreeSet;

use super::words::Words;
use crate::assess::{Assessment, Fraction};
use crate::markdown;
use crate::model::quantity::{Figure, Quantity};
use crate::model::{Model, NoteIx};

/// Fills the placeholders of all notes in. Gives the notes that hold figures of the assessment's
/// date, as opposed to figures that their authors typed.
pub(super) fn fill(model: &mut Model, assessment: &Assessment, words: &Words) -> BTreeSet<NoteIx> {
    let mut computed = BTreeSet::new();
    for n in 0..model.notes.len() {
        let asks = std::cell::Cell::new(false);
        let figure = |inside: &str| {
            let quantity = Quantity::read(inside, model).ok()?;
            asks.set(asks.get() || quantity.typed.is_none());
            Some(said(quantity.typed.unwrap_or_else(|| assessment.figure(&quantity)), words))
        };
        if let Some(body) = markdown::filled(&model.notes[n].body, &figure) {
            computed.extend(asks.get().then_some(NoteIx(n)));
            let note = &mut model.notes[n];
            (note.body, note.gist) = (body, None);
        }
    }
    computed
}

fn said(figure: Figure, words: &Words) -> String {
    match figure {
        Figure::Fraction(part, whole) => words.fraction(Fraction { part, whole }),
        Figure::Number(n) => words.number(n),
    }
}
