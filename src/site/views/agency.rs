//! An agency: what it leads and how that stands, what it supports, what it wrote.

use serde::Serialize;

use super::figures::Figures;
use super::filter;
use super::pieces::{Capped, Link, NoteRow, TaskRow};
use crate::assess::{Standing, Tally};
use crate::model::{AgencyIx, TaskIx};
use crate::site::index::TASKS_A_PAGE;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

const NOTES: usize = 20;

#[derive(Serialize)]
pub(super) struct View {
    name: String,
    short: Option<String>,
    kind: Option<String>,
    lifetime: Vec<String>,
    successor: Option<Link>,
    /// What it leads and how that stands, in a sentence.
    answer: String,
    figures: Option<Figures>,
    leads: Capped<TaskRow>,
    supports: Capped<TaskRow>,
    notes: Capped<NoteRow>,
}

pub(super) fn view(sheet: &Sheet<'_>, ix: AgencyIx) -> View {
    let agency = &sheet.model[ix];
    let group = &sheet.assessment[ix];
    let lead =
        |task: &TaskIx| TaskRow { aside: formerly(sheet, ix, *task), ..TaskRow::of(sheet, *task) };
    let supported = &sheet.index.supported[ix.0];
    let lifetime = [("agency-from", agency.valid_from), ("agency-until", agency.valid_until)];
    View {
        name: agency.name.clone(),
        short: agency.short.clone(),
        kind: agency.kind.clone(),
        lifetime: lifetime
            .into_iter()
            .filter_map(|(key, day)| Some(sheet.say(key, &[("date", (&sheet.short(day?)).into())])))
            .collect(),
        successor: agency.successor.map(|next| Link::agency(sheet, next)),
        answer: answer(sheet, &group.tally),
        figures: (!group.tasks.is_empty()).then(|| Figures::of(sheet, &group.tally)),
        leads: Capped::at(
            sheet,
            &group.tasks,
            TASKS_A_PAGE,
            filter::of_agency(sheet, ix, false),
            lead,
        ),
        supports: Capped::at(
            sheet,
            supported,
            TASKS_A_PAGE,
            filter::of_agency(sheet, ix, true),
            |task| TaskRow::of(sheet, *task),
        ),
        notes: Capped::of(
            sheet,
            &sheet.index.notes_of_agency[ix.0],
            NOTES,
            Route::Notes(1),
            |note| NoteRow::of(sheet, *note, true),
        ),
    }
}

fn answer(sheet: &Sheet<'_>, tally: &Tally) -> String {
    let args = [
        ("n", tally.total().into()),
        ("on_time", tally.standing(Standing::DoneOnTime).into()),
        ("late", tally.standing(Standing::DoneLate).into()),
        ("overdue", tally.overdue().into()),
        ("silent", super::agencies::silent(tally).into()),
    ];
    sheet.say("agency-answer", &args)
}

/// "trước đó: …", for a task that the agency took over.
fn formerly(sheet: &Sheet<'_>, ix: AgencyIx, task: TaskIx) -> Option<String> {
    let lead = sheet.assessment[task].leads.iter().find(|lead| lead.agency == ix)?;
    if lead.formerly.is_empty() || sheet.model[task].restricted {
        return None;
    }
    let names: Vec<&str> = lead.formerly.iter().map(|a| sheet.model[*a].name.as_str()).collect();
    Some(sheet.say("formerly", &[("agencies", (&names.join(", ")).into())]))
}
