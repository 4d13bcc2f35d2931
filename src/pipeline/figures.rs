//! Compares the figures that authors typed into notes with the computed ones, each on the date of
//! its note.
//!
//! `check` knows no dates and `assess` no files, so this belongs where both meet.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::assess::{Assessment, assess_as_known};
use crate::check::rules::figure_differs;
use crate::diagnostic::{Diagnostics, Place};
use crate::markdown;
use crate::model::Model;
use crate::model::quantity::{Figure, Quantity};

/// Diagnostics for typed figures that differ from the computed ones.
pub(super) fn check(model: &Model) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let mut known: BTreeMap<(NaiveDate, NaiveDate), Option<Assessment>> = BTreeMap::new();
    for note in &model.notes {
        for placeholder in markdown::placeholders(note.text.source()) {
            let Some(inside) = &placeholder.inside else { continue };
            let Ok(quantity) = Quantity::read(inside, model) else { continue };
            let Some(typed) = quantity.typed else { continue };
            let on_that_day = known.entry((note.date, note.recorded)).or_insert_with(|| {
                let judged = assess_as_known(model, note.date, note.recorded);
                judged.ok().map(|judged| judged.assessment)
            });
            // A note older than the directive gets a diagnostic of its own.
            let Some(assessment) = on_that_day else { continue };
            let computed = assessment.figure(&quantity);
            if computed == typed {
                continue;
            }
            let from = note.text.start();
            let range = placeholder.range.start + from..placeholder.range.end + from;
            diagnostics.push(
                figure_differs::diagnostic(Place::bytes(note.file, range))
                    .arg("typed", plain(typed))
                    .arg("computed", plain(computed))
                    .arg("date", note.date),
            );
        }
    }
    diagnostics
}

fn plain(figure: Figure) -> String {
    match figure {
        Figure::Fraction(part, whole) => format!("{part}/{whole}"),
        Figure::Number(n) => n.to_string(),
    }
}
