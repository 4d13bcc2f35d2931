//! The table of the directives of a portal.

use chrono::NaiveDate;

use super::{Row, row};
use crate::assess::Tally;
use crate::model::Kind as TaskKind;
use crate::site::context::PageContext;
use crate::site::data::full;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::pages::{DATA, HOME};

row! {
    /// A directive.
    Directive<'m> {
        id: &'m str = Kind::Id,
        number: &'m str = Kind::Text,
        kind: Option<&'m str> = Kind::Text,
        date: NaiveDate = Kind::Day,
        issuer: Option<&'m str> = Kind::Text,
        subject: &'m str = Kind::Text,
        period_from: Option<NaiveDate> = Kind::Day,
        period_to: Option<NaiveDate> = Kind::Day,
        settled: &'m str = Kind::Word(Vocabulary::Settled),
        word: &'m str = Kind::Word(Vocabulary::GroupWord),
        total: u32 = Kind::Number,
        deliverables: u32 = Kind::Number,
        ongoing: u32 = Kind::Number,
        duties: u32 = Kind::Number,
        completion_part: u32 = Kind::Number,
        completion_high: u32 = Kind::Number,
        completion_whole: u32 = Kind::Number,
        on_time_part: u32 = Kind::Number,
        on_time_whole: u32 = Kind::Number,
        reporting_part: u32 = Kind::Number,
        reporting_whole: u32 = Kind::Number,
        slips: u32 = Kind::Number,
        overdue: u32 = Kind::Number,
        judged_on: NaiveDate = Kind::Day,
        url: String = Kind::Address,
        data: String = Kind::Address,
    }
}

pub(super) const COLUMNS: &[Column] = Directive::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for card in ctx.portal.iter().flat_map(|portal| portal.cards()) {
        let tally: &Tally = &card.tally;
        show(&Directive {
            id: &card.id,
            number: &card.number,
            kind: card.kind.as_deref(),
            date: card.date,
            issuer: card.issuer.as_deref(),
            subject: &card.subject,
            period_from: card.from,
            period_to: card.to,
            settled: if card.settled { "settled" } else { "running" },
            word: tally.word.name(),
            total: tally.total(),
            deliverables: tally.kind(TaskKind::Deliverable),
            ongoing: tally.kind(TaskKind::Ongoing),
            duties: tally.kind(TaskKind::Duty),
            completion_part: tally.completion.part,
            completion_high: tally.completion_high,
            completion_whole: tally.completion.whole,
            on_time_part: tally.on_time.part,
            on_time_whole: tally.on_time.whole,
            reporting_part: tally.reporting.part,
            reporting_whole: tally.reporting.whole,
            slips: tally.slips,
            overdue: tally.overdue(),
            judged_on: card.as_of,
            url: full(ctx, &card.path(HOME)),
            data: full(ctx, &card.path(DATA)),
        });
    }
}
