//! An agency: the tasks it leads and their standings, the tasks it supports, and its notes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::components::{Capped, Link, NoteRow, TaskRow};
use super::divided;
use super::figures::Figures;
use super::filter;
use super::frame;
use super::heading::Heading;
use crate::assess::{Standing, Tally};
use crate::model::{AgencyIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::index::TASKS_PER_PAGE;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

const MAX_NOTES: usize = 20;

#[derive(Serialize)]
struct View {
    name: String,
    short: Option<String>,
    kind: Option<String>,
    lifetime: Vec<String>,
    successor: Option<Link>,
    /// A sentence about the tasks it leads and their standings.
    answer: String,
    figures: Option<Figures>,
    leads: Capped<TaskRow>,
    /// Its parts, and sentences about them unless the figures hold these.
    pieces: Capped<TaskRow>,
    lines: Vec<String>,
    via: Vec<Via>,
    supports: Capped<TaskRow>,
    notes: Capped<NoteRow>,
}

/// The tasks that a group leads in the agency's name.
#[derive(Serialize)]
struct Via {
    id: String,
    title: String,
    tasks: Capped<TaskRow>,
}

pub(super) fn heading(ctx: &PageContext<'_>, ix: AgencyIx) -> Heading {
    let name = ctx.model[ix].name.clone();
    Heading::new(ctx, name).in_list(ctx, Route::Agencies, "nav-agencies")
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: AgencyIx) -> Rendered {
    frame::fill(engine, ctx, "agency.html", heading(ctx, ix), &view(ctx, ix))
}

fn view(ctx: &PageContext<'_>, ix: AgencyIx) -> View {
    let agency = &ctx.model[ix];
    let group = &ctx.assessment[ix];
    let lead =
        |task: &TaskIx| TaskRow { aside: formerly(ctx, ix, *task), ..TaskRow::of(ctx, *task) };
    let supported = &ctx.index.supported[ix.0];
    View {
        name: agency.name.clone(),
        short: agency.short.clone(),
        kind: agency.kind.clone(),
        lifetime: lifetime(ctx, ix),
        successor: agency.successor.map(|next| Link::agency(ctx, next)),
        answer: answer(ctx, &group.tally),
        figures: (!group.tasks.is_empty()).then(|| Figures::of(ctx, &group.tally)),
        leads: Capped::at(
            ctx,
            &group.tasks,
            TASKS_PER_PAGE,
            filter::of_agency(ctx, ix, false),
            lead,
        ),
        pieces: divided::pieces(ctx, group.parts.clone(), TASKS_PER_PAGE),
        lines: if group.tasks.is_empty() { ctx.pieces(&group.tally) } else { Vec::new() },
        via: via(ctx, ix),
        supports: Capped::at(
            ctx,
            supported,
            TASKS_PER_PAGE,
            filter::of_agency(ctx, ix, true),
            |task| TaskRow::of(ctx, *task),
        ),
        notes: Capped::of(
            ctx,
            &ctx.index.notes_of_agency[ix.0],
            MAX_NOTES,
            Route::Notes(1),
            |note| NoteRow::of(ctx, *note, true),
        ),
    }
}

/// Since when and until when the agency exists.
pub(super) fn lifetime(ctx: &PageContext<'_>, ix: AgencyIx) -> Vec<String> {
    let agency = &ctx.model[ix];
    let days = [("agency-from", agency.valid_from), ("agency-until", agency.valid_until)];
    let said = days
        .into_iter()
        .filter_map(|(key, day)| Some(ctx.say(key, &[("date", (&ctx.short(day?)).into())])));
    said.collect()
}

pub(super) fn answer(ctx: &PageContext<'_>, tally: &Tally) -> String {
    let args = [
        ("n", tally.total().into()),
        ("on_time", tally.standing(Standing::DoneOnTime).into()),
        ("late", tally.standing(Standing::DoneLate).into()),
        ("overdue", tally.overdue().into()),
        ("silent", super::agencies::silent(tally).into()),
    ];
    ctx.say("agency-answer", &args)
}

/// The tasks that groups lead in the name of the agency, by group. They are counted nowhere.
fn via(ctx: &PageContext<'_>, ix: AgencyIx) -> Vec<Via> {
    let mut groups: BTreeMap<AgencyIx, Vec<TaskIx>> = BTreeMap::new();
    for task in &ctx.assessment[ix].via {
        for lead in &ctx.assessment[*task].leads {
            if ctx.model[lead.agency].members.contains(&ix) {
                groups.entry(lead.agency).or_default().push(*task);
            }
        }
    }
    let row = |task: &TaskIx| {
        let mut parts = ctx.assessment[*task].parts.list.iter();
        let own = parts.find(|part| part.agency == Some(ix) && !ctx.model[*task].restricted);
        let standing = own.map(|part| ctx.part_label(part));
        let aside = standing.map(|said| ctx.say("via-part", &[("standing", (&said).into())]));
        TaskRow { aside, ..TaskRow::of(ctx, *task) }
    };
    let one = |(group, tasks): (AgencyIx, Vec<TaskIx>)| Via {
        id: format!("h-{}", ctx.model[group].id),
        title: ctx.say("via-title", &[("group", (&ctx.model[group].name).into())]),
        tasks: Capped::at(ctx, &tasks, TASKS_PER_PAGE, filter::of_agency(ctx, group, false), row),
    };
    groups.into_iter().map(one).collect()
}

/// Formats the former lead agency of a task that the agency took over, as "trước đó: …".
fn formerly(ctx: &PageContext<'_>, ix: AgencyIx, task: TaskIx) -> Option<String> {
    let lead = ctx.assessment[task].leads.iter().find(|lead| lead.agency == ix)?;
    if lead.formerly.is_empty() || ctx.model[task].restricted {
        return None;
    }
    let names: Vec<&str> = lead.formerly.iter().map(|a| ctx.model[*a].name.as_str()).collect();
    Some(ctx.say("formerly", &[("agencies", (&names.join(", ")).into())]))
}
