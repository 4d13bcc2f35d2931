//! The table of tasks and their standings.

use super::{Row, agency_ids, clock, count, document_ids, row, visibility};
use crate::assess::ledger;
use crate::assess::standing::Causes;
use crate::model::{Kind as TaskKind, LeadSource, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::address;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::data::table::Table;
use crate::site::route::Route;
use chrono::NaiveDate;

row! {
    /// A task with its standing.
    Task<'m> {
        id: &'m str = Kind::Id,
        number: &'m str = Kind::Text,
        title: &'m str = Kind::Text,
        priority: &'m str = Kind::Reference(Table::Priorities),
        visibility: &'m str = Kind::Word(Vocabulary::Visibility),
        kind: Option<&'m str> = Kind::Word(Vocabulary::TaskKind),
        product: Option<&'m str> = Kind::Text,
        leads: Vec<&'m str> = Kind::References(Table::Agencies),
        lead_source: Option<&'m str> = Kind::Word(Vocabulary::LeadSource),
        support: Vec<&'m str> = Kind::References(Table::Agencies),
        places: Vec<&'m str> = Kind::References(Table::Places),
        standing: &'m str = Kind::Word(Vocabulary::Standing),
        standing_days: Option<u32> = Kind::Number,
        standing_label: String = Kind::Text,
        causes: Vec<&'m str> = Kind::Words(Vocabulary::Cause),
        slip_days: Option<u32> = Kind::Number,
        report_every: Option<&'m str> = Kind::Word(Vocabulary::Frequency),
        cycles_ended: Option<u32> = Kind::Number,
        cycles_reported: Option<u32> = Kind::Number,
        deadline: Option<String> = Kind::Text,
        last_good_day: Option<NaiveDate> = Kind::Day,
        first_last_good_day: Option<NaiveDate> = Kind::Day,
        extensions: Option<u32> = Kind::Number,
        completed_on: Option<NaiveDate> = Kind::Day,
        last_change: Option<NaiveDate> = Kind::Day,
        entries: Option<u32> = Kind::Number,
        documents: Vec<&'m str> = Kind::References(Table::Documents),
        related: Vec<&'m str> = Kind::References(Table::Tasks),
        url: String = Kind::Address,
        added: Option<NaiveDate> = Kind::Day,
        clause: Option<&'m str> = Kind::Text,
        days_after_first: Option<u32> = Kind::Number,
        section: Option<&'m str> = Kind::Reference(Table::Sections) => sections,
        due_time: Option<String> = Kind::Time => hours,
        completed_time: Option<String> = Kind::Time => hours,
        parts_total: Option<u32> = Kind::Number => parts | reports,
        parts_done: Option<u32> = Kind::Number => parts | reports,
        parts_late: Option<u32> = Kind::Number => parts | reports,
        parts_overdue: Option<u32> = Kind::Number => parts | reports,
        targets_total: Option<u32> = Kind::Number => targets,
        targets_reached: Option<u32> = Kind::Number => targets,
    }
}

pub(super) const COLUMNS: &[Column] = Task::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    ctx.model.tasks().for_each(|(ix, _)| show(&Task::of(ctx, ix)));
}

impl<'m> Task<'m> {
    fn of(ctx: &PageContext<'m>, ix: TaskIx) -> Self {
        let model = ctx.model;
        let (task, assessed) = (&model[ix], &ctx.assessment[ix]);
        let as_of = ctx.as_of();
        let due = ledger::in_force(task, as_of);
        let parts = task.is_divided().then_some(assessed.parts.counts);
        let levels = || assessed.levels.iter().flatten();
        let has_targets = !task.targets.is_empty();
        let row = Task {
            id: task.id.as_str(),
            number: &task.number,
            title: &task.title,
            priority: model[task.priority].id.as_str(),
            visibility: visibility(task.restricted),
            kind: None,
            product: None,
            leads: agency_ids(ctx, assessed.leads.iter().map(|lead| lead.agency)),
            lead_source: None,
            support: Vec::new(),
            places: Vec::new(),
            standing: assessed.standing.name(),
            standing_days: assessed.days,
            standing_label: ctx.standing(assessed),
            causes: Vec::new(),
            slip_days: None,
            report_every: None,
            cycles_ended: assessed.cycles.map(|cycles| cycles.ended),
            cycles_reported: assessed.cycles.map(|cycles| cycles.reported),
            deadline: due.map(|due| ctx.deadline(due.deadline, as_of)),
            last_good_day: due.and_then(|due| due.last_good_day),
            first_last_good_day: None,
            extensions: None,
            completed_on: None,
            last_change: assessed.last_entry,
            entries: None,
            documents: Vec::new(),
            related: Vec::new(),
            url: address(ctx, Route::Task(ix)),
            added: None,
            clause: None,
            days_after_first: None,
            section: task.section.map(|n| model[task.priority].sections[n].id.as_str()),
            due_time: due.and_then(|due| due.deadline.hour()).map(|hour| clock(hour.time)),
            completed_time: None,
            parts_total: parts.map(|parts| parts.total),
            parts_done: parts.map(|parts| parts.done),
            parts_late: None,
            parts_overdue: parts.map(|parts| parts.overdue),
            targets_total: None,
            targets_reached: None,
        };
        if task.restricted {
            return row;
        }
        let deliverable = task.kind == TaskKind::Deliverable;
        Task {
            kind: Some(task.kind.name()),
            product: task.product.as_deref(),
            lead_source: (!task.leads.is_empty()).then_some(match task.lead_source {
                LeadSource::Directive => "directive",
                LeadSource::Office => "office",
            }),
            support: agency_ids(ctx, task.support.iter().copied()),
            places: task.places.iter().map(|place| model[*place].id.as_str()).collect(),
            causes: causes(&assessed.causes),
            slip_days: deliverable.then_some(assessed.slip_days),
            report_every: (task.kind == TaskKind::Ongoing).then(|| task.report_every.name()),
            first_last_good_day: task.due.as_ref().and_then(|due| due.last_good_day(as_of)),
            extensions: deliverable.then(|| count(ledger::decided(task, as_of).len())),
            completed_on: assessed.completion.filter(|_| deliverable).map(|done| done.on),
            entries: Some(count(assessed.entries)),
            documents: document_ids(ctx, &task.documents),
            related: task.related.iter().map(|other| model[*other].id.as_str()).collect(),
            added: task.added.map(|added| added.date),
            clause: task.clause.as_deref(),
            days_after_first: assessed.days_after_first(task, as_of),
            completed_time: (assessed.completion.filter(|_| deliverable))
                .and_then(|done| done.time)
                .map(clock),
            parts_late: parts.map(|parts| parts.late),
            targets_total: has_targets.then(|| count(levels().count())),
            targets_reached: has_targets
                .then(|| count(levels().filter(|level| level.reach.is_reached()).count())),
            ..row
        }
    }
}

fn causes(causes: &Causes) -> Vec<&'static str> {
    let all = [
        ("blocked", causes.blocked),
        ("awaiting_evidence", causes.awaiting_evidence),
        ("no_report", causes.no_report),
        ("stale", causes.stale.is_some()),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect()
}
