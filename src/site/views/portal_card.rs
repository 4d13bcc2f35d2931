//! What a directive leaves when its own site is written: everything that shared pages show of it,
//! and nothing that its own pages do not.

use super::components::TaskRow;
use crate::assess::{Group, Standing, is_settled, ledger};
use crate::model::{AgencyIx, Id, Kind, PlaceIx, TaskIx};
use crate::site::calendar;
use crate::site::context::PageContext;
use crate::site::feed;
use crate::site::portal::{Card, CardChange, CardRow, Found, Share};
use crate::site::route::{Route, Scope};
use crate::site::text::cut;

/// Number of recent entries that a card keeps.
const MAX_CHANGES: usize = 10;
/// Maximum length of an entry's text, in characters.
const MAX_CHANGE_TEXT: usize = 70;

/// The card of the directive whose overview this is.
pub(in crate::site) fn of(ctx: &PageContext<'_>, id: &str) -> Card {
    let (model, index) = (ctx.model, ctx.index);
    let directive = &model.directive;
    Card {
        id: id.to_owned(),
        name: directive.name(),
        number: directive.number.clone(),
        kind: directive.kind.clone(),
        date: directive.date,
        issuer: directive.issuer.clone(),
        subject: directive.subject.clone(),
        from: directive.period.from,
        to: directive.period.to,
        as_of: ctx.as_of(),
        kept: false,
        settled: is_settled(model, ctx.assessment),
        tally: ctx.assessment.directive.clone(),
        uses: index.uses,
        extended: model.is_extended(),
        agencies: (index.agencies.iter())
            .map(|ix| {
                let notes = index.notes_of_agency[ix.0].len();
                let share = share(ctx, &model[*ix].id, &ctx.assessment[*ix], notes);
                let newest = feed::newest_day(ctx, Scope::Agency(*ix));
                let last_day = calendar::last_day(ctx, Scope::Agency(*ix));
                Share { newest, last_day, ..share }
            })
            .collect(),
        places: (index.places.iter())
            .map(|ix| {
                let notes = index.notes_of_place[ix.0].len();
                share(ctx, &model[*ix].id, &ctx.assessment[*ix], notes)
            })
            .collect(),
        tasks: model.tasks().map(|(ix, _)| row(ctx, ix)).collect(),
        newest: feed::newest_day(ctx, Scope::All),
        last_day: calendar::last_day(ctx, Scope::All),
        changes: (index.changes.iter().take(MAX_CHANGES))
            .map(|change| entry(ctx, change.task, change.entry))
            .collect(),
        found: Found::default(),
    }
}

/// What the directive says of an agency or a place.
fn share(ctx: &PageContext<'_>, id: &Id, group: &Group, notes: usize) -> Share {
    Share {
        id: id.to_string(),
        tally: group.tally.clone(),
        longest: group.tasks.iter().filter_map(|task| overdue(ctx, *task)).max(),
        notes,
        newest: None,
        last_day: None,
        lines: ctx.pieces(&group.tally),
    }
}

fn overdue(ctx: &PageContext<'_>, task: TaskIx) -> Option<u32> {
    let assessed = &ctx.assessment[task];
    assessed.days.filter(|_| assessed.standing == Standing::Overdue)
}

fn row(ctx: &PageContext<'_>, ix: TaskIx) -> CardRow {
    let (task, assessed) = (&ctx.model[ix], &ctx.assessment[ix]);
    let TaskRow { href, number, title, tag, causes, lead, due, .. } = TaskRow::of(ctx, ix);
    let is_open = task.kind == Kind::Deliverable && assessed.is_active(task.kind);
    let in_force = ledger::in_force(task, ctx.as_of()).and_then(|due| due.last_good_day);
    let id = |agency: AgencyIx| ctx.model[agency].id.to_string();
    CardRow {
        path: href,
        number,
        title,
        class: tag.class.to_owned(),
        label: tag.label,
        causes,
        lead,
        due,
        leads: assessed.leads.iter().map(|lead| id(lead.agency)).collect(),
        places: (0..ctx.model.places.len())
            .map(PlaceIx)
            .filter(|place| ctx.assessment[*place].tasks.binary_search(&ix).is_ok())
            .map(|place| ctx.model[place].id.to_string())
            .collect(),
        overdue: overdue(ctx, ix),
        last_good_day: in_force.filter(|_| is_open),
    }
}

fn entry(ctx: &PageContext<'_>, ix: TaskIx, entry: usize) -> CardChange {
    let task = &ctx.model[ix];
    let update = &task.updates[entry];
    CardChange {
        known: update.recorded,
        date: ctx.days(update.date, update.recorded),
        day: update.date,
        what: ctx.entry(ctx.model, task, entry),
        text: update.text.as_deref().map(|text| cut(text, MAX_CHANGE_TEXT)),
        path: ctx.to(Route::Task(ix)),
        number: task.number.clone(),
        title: task.title.clone(),
    }
}
