//! What a directive leaves when its own site is written: everything that shared pages show of it,
//! and nothing that its own pages do not.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::path_below;
use crate::assess::{Standing, Tally, is_settled, ledger, standing};
use crate::model::{AgencyIx, Kind, PlaceIx, TaskIx, Uses};
use crate::site::context::PageContext;
use crate::site::route::Route;
use crate::site::text::cut;
use crate::site::views::TaskRow;

/// Number of recent entries that a card keeps.
const MAX_CHANGES: usize = 10;
/// Maximum length of an entry's text, in characters.
const MAX_CHANGE_TEXT: usize = 70;

/// A directive of a portal, as its shared pages show it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Card {
    /// Its id: the name of its folder.
    pub id: String,
    /// Kind and number.
    pub name: String,
    /// Number and symbol.
    pub number: String,
    /// Official letter, resolution, plan.
    pub kind: Option<String>,
    /// Date of issue.
    pub date: NaiveDate,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about.
    pub subject: String,
    /// First day of the time that it is about.
    pub from: Option<NaiveDate>,
    /// Last day of that time.
    pub to: Option<NaiveDate>,
    /// The date on which it was judged.
    pub as_of: NaiveDate,
    /// Whether these are its last good pages, because its records have errors.
    pub kept: bool,
    /// Whether nothing in it is expected any more.
    pub settled: bool,
    /// The tally of all its tasks.
    pub tally: Tally,
    /// The keys that its public records use.
    pub uses: Uses,
    /// Whether any of its records uses what only some directives need.
    pub extended: bool,
    /// Its public agencies.
    pub agencies: Vec<Share>,
    /// Its public places.
    pub places: Vec<Share>,
    /// Its tasks, in the order of its pages.
    pub tasks: Vec<CardRow>,
    /// Its latest entries, newest first.
    pub changes: Vec<CardChange>,
}

/// What a directive says of an agency or a place.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Share {
    /// The id of the agency or place.
    pub id: String,
    /// The tally of its tasks in the directive.
    pub tally: Tally,
    /// Days overdue of the task that is overdue longest.
    pub longest: Option<u32>,
    /// Number of notes about it.
    pub notes: usize,
    /// Sentences about its parts and periodic reports.
    pub lines: Vec<String>,
}

/// A task as a row that is one link.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CardRow {
    /// The path of its page in the directive's site.
    pub path: String,
    /// Number as shown.
    pub number: String,
    /// Title.
    pub title: String,
    /// The class of the label.
    pub class: String,
    /// The label.
    pub label: String,
    /// What stands beside the label.
    pub causes: Vec<String>,
    /// The short names of the leads.
    pub lead: String,
    /// The deadline in words.
    pub due: Option<String>,
    /// The ids of the leads.
    pub leads: Vec<String>,
    /// The ids of the places that the task names publicly.
    pub places: Vec<String>,
    /// Days overdue.
    pub overdue: Option<u32>,
    /// The last good day, of a deliverable that is neither done nor stopped.
    pub last_good_day: Option<NaiveDate>,
    /// Whether that day is near.
    pub soon: bool,
}

/// An entry of a ledger.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CardChange {
    /// The day since which it is known.
    pub known: NaiveDate,
    /// The day in words.
    pub date: String,
    /// The day on which it happened.
    pub day: NaiveDate,
    /// What was reported.
    pub what: String,
    /// The beginning of its text.
    pub text: Option<String>,
    /// The path of the task's page in the directive's site.
    pub path: String,
    /// The task's number.
    pub number: String,
    /// The task's title.
    pub title: String,
}

impl Card {
    /// The path in the portal's site of a file of the directive.
    pub fn path(&self, path: &str) -> String {
        path_below(&self.id, path)
    }

    /// The card of the directive whose overview this is.
    pub(in crate::site) fn of(ctx: &PageContext<'_>, id: &str) -> Self {
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
            agencies: index.agencies.iter().map(|ix| agency(ctx, *ix)).collect(),
            places: index.places.iter().map(|ix| place(ctx, *ix)).collect(),
            tasks: model.tasks().map(|(ix, _)| row(ctx, ix)).collect(),
            changes: (index.changes.iter().take(MAX_CHANGES))
                .map(|change| entry(ctx, change.task, change.entry))
                .collect(),
        }
    }
}

fn agency(ctx: &PageContext<'_>, ix: AgencyIx) -> Share {
    let group = &ctx.assessment[ix];
    Share {
        id: ctx.model[ix].id.to_string(),
        tally: group.tally.clone(),
        longest: group.tasks.iter().filter_map(|task| overdue(ctx, *task)).max(),
        notes: ctx.index.notes_of_agency[ix.0].len(),
        lines: ctx.pieces(&group.tally),
    }
}

fn place(ctx: &PageContext<'_>, ix: PlaceIx) -> Share {
    let group = &ctx.assessment[ix];
    Share {
        id: ctx.model[ix].id.to_string(),
        tally: group.tally.clone(),
        longest: group.tasks.iter().filter_map(|task| overdue(ctx, *task)).max(),
        notes: ctx.index.notes_of_place[ix.0].len(),
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
        soon: standing::due_soon(ctx.model, task, assessed, ctx.as_of()).is_some(),
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
