//! The table of tallies: counts and ratios of every group.

use super::{Row, row};
use crate::assess::{PartStanding, Standing, Tally};
use crate::model::Kind as TaskKind;
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};

row! {
    /// The tally of a group.
    Group<'m> {
        group_type: &'m str = Kind::Word(Vocabulary::GroupType),
        group: &'m str = Kind::Text,
        name: &'m str = Kind::Text,
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
        done_on_time: u32 = Kind::Number,
        done_late: u32 = Kind::Number,
        done: u32 = Kind::Number,
        in_progress: u32 = Kind::Number,
        due_soon: u32 = Kind::Number,
        awaiting_evidence: u32 = Kind::Number,
        blocked: u32 = Kind::Number,
        not_started: u32 = Kind::Number,
        overdue: u32 = Kind::Number,
        stale: u32 = Kind::Number,
        no_report: u32 = Kind::Number,
        reported: u32 = Kind::Number,
        not_yet_due: u32 = Kind::Number,
        report_missing: u32 = Kind::Number,
        duty: u32 = Kind::Number,
        cancelled: u32 = Kind::Number,
        superseded: u32 = Kind::Number,
        parts: u32 = Kind::Number => parts,
        parts_done_on_time: u32 = Kind::Number => parts,
        parts_done_late: u32 = Kind::Number => parts,
        parts_done: u32 = Kind::Number => parts,
        parts_awaiting_evidence: u32 = Kind::Number => parts,
        parts_blocked: u32 = Kind::Number => parts,
        parts_open: u32 = Kind::Number => parts,
        parts_overdue: u32 = Kind::Number => parts,
        reports: u32 = Kind::Number => reports,
        reports_on_time: u32 = Kind::Number => reports,
        reports_late: u32 = Kind::Number => reports,
        reports_missing: u32 = Kind::Number => reports,
    }
}

pub(super) const COLUMNS: &[Column] = Group::COLUMNS;

/// Passes each row of the table to `show`: the whole directive, then the priorities and their
/// sections, and the agencies and places that have a page.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    let (model, assessment) = (ctx.model, ctx.assessment);
    show(&Group::of("all", "all", &model.directive.subject, &assessment.directive));
    for (priority, tally) in model.priorities.iter().zip(&assessment.priorities) {
        show(&Group::of("priority", priority.id.as_str(), &priority.title, tally));
    }
    if ctx.index.uses.sections {
        let tallies = assessment.sections.iter().flatten();
        let sections = model.priorities.iter().flat_map(|priority| &priority.sections);
        for (section, tally) in sections.zip(tallies) {
            show(&Group::of("section", section.id.as_str(), &section.title, tally));
        }
    }
    for ix in &ctx.index.agencies {
        let (agency, tally) = (&model[*ix], &assessment[*ix].tally);
        show(&Group::of("agency", agency.id.as_str(), &agency.name, tally));
    }
    for ix in &ctx.index.places {
        let (place, tally) = (&model[*ix], &assessment[*ix].tally);
        show(&Group::of("place", place.id.as_str(), &place.name, tally));
    }
}

impl<'m> Group<'m> {
    fn of(group_type: &'m str, group: &'m str, name: &'m str, tally: &Tally) -> Self {
        let n = |standing| tally.standing(standing);
        Group {
            group_type,
            group,
            name,
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
            done_on_time: n(Standing::DoneOnTime),
            done_late: n(Standing::DoneLate),
            done: n(Standing::Done),
            in_progress: n(Standing::InProgress),
            due_soon: n(Standing::DueSoon),
            awaiting_evidence: n(Standing::AwaitingEvidence),
            blocked: n(Standing::Blocked),
            not_started: n(Standing::NotStarted),
            overdue: n(Standing::Overdue),
            stale: n(Standing::Stale),
            no_report: n(Standing::NoReport),
            reported: n(Standing::Reported),
            not_yet_due: n(Standing::NotYetDue),
            report_missing: n(Standing::ReportMissing),
            duty: n(Standing::Duty),
            cancelled: n(Standing::Cancelled),
            superseded: n(Standing::Superseded),
            parts: tally.parts(),
            parts_done_on_time: tally.part(PartStanding::DoneOnTime),
            parts_done_late: tally.part(PartStanding::DoneLate),
            parts_done: tally.part(PartStanding::Done),
            parts_awaiting_evidence: tally.part(PartStanding::AwaitingEvidence),
            parts_blocked: tally.part(PartStanding::Blocked),
            parts_open: tally.part(PartStanding::Open),
            parts_overdue: tally.part(PartStanding::Overdue),
            reports: tally.reports.total(),
            reports_on_time: tally.reports.on_time,
            reports_late: tally.reports.late,
            reports_missing: tally.reports.missing,
        }
    }
}
