//! Corrections of published facts of a task.

use serde::Serialize;

use super::components::Link;
use crate::model::{Amendment, TaskIx};
use crate::site::context::PageContext;
use crate::site::text::lines;

/// A published fact that was withdrawn or replaced.
#[derive(Serialize)]
pub(super) struct Correction {
    date: String,
    what: String,
    reason: Vec<String>,
    document: Option<Link>,
}

impl Correction {
    pub(super) fn of(ctx: &PageContext<'_>, correction: &Amendment) -> Self {
        Correction {
            date: ctx.short(correction.date),
            what: ctx.corrected(ctx.model, &correction.was),
            reason: lines(&correction.reason),
            document: correction.document.map(|document| Link::document(ctx, document)),
        }
    }
}

/// The corrections of a task, newest first.
pub(super) fn corrections(ctx: &PageContext<'_>, task: TaskIx) -> Vec<Correction> {
    let mut all: Vec<&Amendment> = ctx.model[task].corrections.iter().collect();
    all.sort_by_key(|correction| std::cmp::Reverse(correction.date));
    all.into_iter().map(|correction| Correction::of(ctx, correction)).collect()
}
