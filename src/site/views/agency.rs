//! An agency: the tasks it leads and their standings, the tasks it supports, and its notes.

use serde::Serialize;

use super::components::{Capped, Link, NoteRow, TaskRow};
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
    supports: Capped<TaskRow>,
    notes: Capped<NoteRow>,
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
    let lifetime = [("agency-from", agency.valid_from), ("agency-until", agency.valid_until)];
    View {
        name: agency.name.clone(),
        short: agency.short.clone(),
        kind: agency.kind.clone(),
        lifetime: lifetime
            .into_iter()
            .filter_map(|(key, day)| Some(ctx.say(key, &[("date", (&ctx.short(day?)).into())])))
            .collect(),
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

fn answer(ctx: &PageContext<'_>, tally: &Tally) -> String {
    let args = [
        ("n", tally.total().into()),
        ("on_time", tally.standing(Standing::DoneOnTime).into()),
        ("late", tally.standing(Standing::DoneLate).into()),
        ("overdue", tally.overdue().into()),
        ("silent", super::agencies::silent(tally).into()),
    ];
    ctx.say("agency-answer", &args)
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
