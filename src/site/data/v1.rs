//! Version 1 of the open data: its rows, and how they are filled from the model as judged.
//!
//! A column keeps its name, its meaning and its type as long as the version stays 1; columns may
//! be added at the end. Of a restricted record only what its page shows is here: number, title,
//! lead, standing with its days, deadline in force, date of the last change, cycles.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::schema::{Cell, Column, Kind, Value, Vocabulary};
use super::{Table, address, full};
use crate::assess::standing::Causes;
use crate::assess::{Standing, Tally, ledger};
use crate::model::{
    AgencyIx, Deadline, DocumentIx, Kind as TaskKind, LeadSource, PlaceIx, PriorityIx, State,
    TaskIx,
};
use crate::site::context::{PageContext, anchor_of};
use crate::site::route::Route;

/// A row of a table.
pub(super) trait Row {
    /// Its cells, in the order of the columns.
    fn cells(&self) -> Vec<Cell<'_>>;
    /// The row as a JSON object on one line.
    fn json(&self) -> String;
}

/// A row's type and the table's columns from one list.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident<$m:lifetime> { $($field:ident: $type:ty = $kind:expr,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        struct $name<$m> { $($field: $type,)* }

        impl<$m> $name<$m> {
            const COLUMNS: &'static [Column] = &[$(Column {
                // A name that Rust keeps for itself is written with a mark before it.
                name: plain(stringify!($field)),
                kind: $kind,
                needed: <$type as Value>::NEEDED,
            },)*];
        }

        impl Row for $name<'_> {
            fn cells(&self) -> Vec<Cell<'_>> {
                vec![$(self.$field.cell(),)*]
            }
            fn json(&self) -> String {
                serde_json::to_string(self)
                    .unwrap_or_else(|_| unreachable!("texts, numbers and lists can be written"))
            }
        }
    };
}

const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

row! {
    /// How a task stands.
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
    }
}

row! {
    /// An entry of a ledger, or a decision on a deadline.
    Update<'m> {
        task: &'m str = Kind::Reference(Table::Tasks),
        r#type: &'m str = Kind::Word(Vocabulary::UpdateType),
        entry: u32 = Kind::Number,
        date: NaiveDate = Kind::Day,
        state: Option<&'m str> = Kind::Word(Vocabulary::State),
        text: Option<&'m str> = Kind::Text,
        percent: Option<u32> = Kind::Number,
        deadline: Option<String> = Kind::Text,
        last_good_day: Option<NaiveDate> = Kind::Day,
        evidence: Vec<&'m str> = Kind::References(Table::Documents),
        document: Option<&'m str> = Kind::Reference(Table::Documents),
        superseded_by: Option<&'m str> = Kind::Reference(Table::Tasks),
    }
}

row! {
    /// The first level of the directive.
    Priority<'m> {
        id: &'m str = Kind::Id,
        number: &'m str = Kind::Text,
        title: &'m str = Kind::Text,
        visibility: &'m str = Kind::Word(Vocabulary::Visibility),
        summary: Option<&'m str> = Kind::Text,
        no_tasks: Option<&'m str> = Kind::Text,
        url: String = Kind::Address,
    }
}

row! {
    /// Who is responsible.
    Agency<'m> {
        id: &'m str = Kind::Id,
        name: &'m str = Kind::Text,
        short: Option<&'m str> = Kind::Text,
        kind: Option<&'m str> = Kind::Text,
        valid_from: Option<NaiveDate> = Kind::Day,
        valid_until: Option<NaiveDate> = Kind::Day,
        successor: Option<&'m str> = Kind::Reference(Table::Agencies),
        url: Option<String> = Kind::Address,
    }
}

row! {
    /// A unit that tasks and notes name.
    Place<'m> {
        id: &'m str = Kind::Id,
        name: &'m str = Kind::Text,
        kind: Option<&'m str> = Kind::Text,
        url: String = Kind::Address,
    }
}

row! {
    /// A cited document, as printed and as it should be.
    Document<'m> {
        id: &'m str = Kind::Id,
        symbol: Option<&'m str> = Kind::Text,
        title: &'m str = Kind::Text,
        date: Option<NaiveDate> = Kind::Day,
        issuer: Option<&'m str> = Kind::Text,
        kind: Option<&'m str> = Kind::Text,
        source: Option<&'m str> = Kind::Address,
        file: Option<String> = Kind::Address,
        printed_symbol: Option<&'m str> = Kind::Text,
        printed_title: Option<&'m str> = Kind::Text,
        printed_date: Option<&'m str> = Kind::Text,
        printed_issuer: Option<&'m str> = Kind::Text,
        corrected_symbol: Option<&'m str> = Kind::Text,
        corrected_title: Option<&'m str> = Kind::Text,
        corrected_date: Option<NaiveDate> = Kind::Day,
        corrected_issuer: Option<&'m str> = Kind::Text,
        correction_note: Option<&'m str> = Kind::Text,
        url: String = Kind::Address,
    }
}

row! {
    /// A group, added up.
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
    }
}

/// The columns of a table, in their order.
pub(in crate::site) fn columns(table: Table) -> &'static [Column] {
    match table {
        Table::Tasks => Task::COLUMNS,
        Table::Updates => Update::COLUMNS,
        Table::Priorities => Priority::COLUMNS,
        Table::Agencies => Agency::COLUMNS,
        Table::Places => Place::COLUMNS,
        Table::Documents => Document::COLUMNS,
        Table::Tallies => Group::COLUMNS,
    }
}

/// Shows every row of a table, one at a time.
pub(super) fn each(ctx: &PageContext<'_>, table: Table, show: &mut dyn FnMut(&dyn Row)) {
    let model = ctx.model;
    match table {
        Table::Tasks => model.tasks().for_each(|(ix, _)| show(&Task::of(ctx, ix))),
        Table::Updates => {
            for (ix, _) in model.tasks().filter(|(_, task)| !task.restricted) {
                updates(ctx, ix, show);
            }
        }
        Table::Priorities => {
            (0..model.priorities.len()).for_each(|n| show(&Priority::of(ctx, PriorityIx(n))));
        }
        Table::Agencies => agencies(ctx).iter().for_each(|ix| show(&Agency::of(ctx, *ix))),
        Table::Places => ctx.index.places.iter().for_each(|ix| show(&Place::of(ctx, *ix))),
        Table::Documents => {
            ctx.index.documents.iter().for_each(|ix| show(&Document::of(ctx, *ix)));
        }
        Table::Tallies => groups(ctx, show),
    }
}

fn visibility(restricted: bool) -> &'static str {
    if restricted { "status_only" } else { "public" }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn agency_ids<'m>(ctx: &PageContext<'m>, agencies: impl Iterator<Item = AgencyIx>) -> Vec<&'m str> {
    agencies.map(|ix| ctx.model[ix].id.as_str()).collect()
}

fn document_ids<'m>(ctx: &PageContext<'m>, documents: &[DocumentIx]) -> Vec<&'m str> {
    documents.iter().map(|ix| ctx.model[*ix].id.as_str()).collect()
}

impl<'m> Task<'m> {
    fn of(ctx: &PageContext<'m>, ix: TaskIx) -> Self {
        let model = ctx.model;
        let (task, assessed) = (&model[ix], &ctx.assessment[ix]);
        let as_of = ctx.as_of();
        let due = ledger::in_force(task, as_of);
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

/// The ledger and the decisions of a public task, each in the order of its dates.
fn updates(ctx: &PageContext<'_>, ix: TaskIx, show: &mut dyn FnMut(&dyn Row)) {
    let (model, as_of) = (ctx.model, ctx.as_of());
    let task = &model[ix];
    let deadline = |due: &Deadline| (ctx.deadline(due, as_of), due.last_good_day(as_of));
    for update in ledger::known(task, as_of) {
        show(&Update {
            task: task.id.as_str(),
            r#type: "entry",
            entry: count(update.place + 1),
            date: update.date,
            state: update.state.map(State::name),
            text: update.text.as_deref(),
            percent: update.percent.map(u32::from),
            deadline: None,
            last_good_day: None,
            evidence: document_ids(ctx, &update.evidence),
            document: update.document.map(|document| model[document].id.as_str()),
            superseded_by: update.superseded_by.map(|other| model[other].id.as_str()),
        });
    }
    for extension in ledger::decided(task, as_of) {
        let (words, last_good_day) = deadline(&extension.due);
        show(&Update {
            task: task.id.as_str(),
            r#type: "extension",
            entry: count(extension.place + 1),
            date: extension.decided,
            state: None,
            text: None,
            percent: None,
            deadline: Some(words),
            last_good_day,
            evidence: Vec::new(),
            document: extension.document.map(|document| model[document].id.as_str()),
            superseded_by: None,
        });
    }
}

impl<'m> Priority<'m> {
    fn of(ctx: &PageContext<'m>, ix: PriorityIx) -> Self {
        let priority = &ctx.model[ix];
        let public = !priority.restricted;
        Priority {
            id: priority.id.as_str(),
            number: &priority.number,
            title: &priority.title,
            visibility: visibility(priority.restricted),
            summary: priority.summary.as_deref().filter(|_| public),
            no_tasks: priority.no_tasks.as_deref().filter(|_| public && priority.tasks.is_empty()),
            url: address(ctx, Route::Priority(ix)),
        }
    }
}

/// The agencies that have a page, and those that took over from them.
fn agencies(ctx: &PageContext<'_>) -> BTreeSet<AgencyIx> {
    let mut agencies: BTreeSet<AgencyIx> = ctx.index.agencies.iter().copied().collect();
    for first in &ctx.index.agencies {
        let mut next = ctx.model[*first].successor;
        while let Some(agency) = next.filter(|agency| agencies.insert(*agency)) {
            next = ctx.model[agency].successor;
        }
    }
    agencies
}

impl<'m> Agency<'m> {
    fn of(ctx: &PageContext<'m>, ix: AgencyIx) -> Self {
        let agency = &ctx.model[ix];
        Agency {
            id: agency.id.as_str(),
            name: &agency.name,
            short: agency.short.as_deref(),
            kind: agency.kind.as_deref(),
            valid_from: agency.valid_from,
            valid_until: agency.valid_until,
            successor: agency.successor.map(|next| ctx.model[next].id.as_str()),
            url: ctx.to_agency(ix).map(|_| address(ctx, Route::Agency(ix))),
        }
    }
}

impl<'m> Place<'m> {
    fn of(ctx: &PageContext<'m>, ix: PlaceIx) -> Self {
        let place = &ctx.model[ix];
        Place {
            id: place.id.as_str(),
            name: &place.name,
            kind: place.kind.as_deref(),
            url: address(ctx, Route::Place(ix)),
        }
    }
}

impl<'m> Document<'m> {
    fn of(ctx: &PageContext<'m>, ix: DocumentIx) -> Self {
        let document = &ctx.model[ix];
        let (printed, right) = (document.printed.as_ref(), document.correction.as_ref());
        let page = ctx.index.page_of(ix).unwrap_or(1);
        let url = address(ctx, Route::Documents(page));
        Document {
            id: document.id.as_str(),
            symbol: document.symbol.as_deref(),
            title: &document.title,
            date: document.date,
            issuer: document.issuer.as_deref(),
            kind: document.kind.as_deref(),
            source: document.url.as_deref(),
            file: document.attachment.map(|file| full(ctx, &ctx.model[file].site_path)),
            printed_symbol: printed.and_then(|p| p.symbol.as_deref()),
            printed_title: printed.and_then(|p| p.title.as_deref()),
            printed_date: printed.and_then(|p| p.date.as_deref()),
            printed_issuer: printed.and_then(|p| p.issuer.as_deref()),
            corrected_symbol: right.and_then(|c| c.symbol.as_deref()),
            corrected_title: right.and_then(|c| c.title.as_deref()),
            corrected_date: right.and_then(|c| c.date),
            corrected_issuer: right.and_then(|c| c.issuer.as_deref()),
            correction_note: right.and_then(|c| c.note.as_deref()),
            url: format!("{url}#{}", anchor_of(&document.id)),
        }
    }
}

/// The whole directive, then priorities, agencies and places: those that have a page.
fn groups(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    let (model, assessment) = (ctx.model, ctx.assessment);
    show(&Group::of("all", "all", &model.directive.subject, &assessment.directive));
    for (priority, tally) in model.priorities.iter().zip(&assessment.priorities) {
        show(&Group::of("priority", priority.id.as_str(), &priority.title, tally));
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
        }
    }
}
