//! The table of updates: the entries of every ledger, and the decisions on deadlines.

use chrono::NaiveDate;

use super::{Row, agency_ids, clock, count, document_ids, row};
use crate::assess::ledger;
use crate::assess::standing::led_on;
use crate::model::{Deadline, Id, Named, State, Task, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};
use crate::site::data::table::Table;

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
        recorded: NaiveDate = Kind::Day,
        leads: Vec<&'m str> = Kind::References(Table::Agencies),
        time: Option<String> = Kind::Time => hours,
        part: Vec<&'m str> = Kind::Names => parts | reports,
        reason: Option<&'m str> = Kind::Text => reasons,
        superseded_by_all: Vec<&'m str> = Kind::References(Table::Tasks),
    }
}

pub(super) const COLUMNS: &[Column] = Update::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for (ix, _) in ctx.model.tasks().filter(|(_, task)| !task.restricted) {
        updates(ctx, ix, show);
    }
}

/// The place of an entry in its record, from 1. An entry that was withdrawn since stands behind all
/// others.
fn number(task: &Task, place: usize) -> u32 {
    let is_withdrawn = |place: usize| place > usize::MAX / 2;
    if !is_withdrawn(place) {
        return count(place + 1);
    }
    let places = task.updates.iter().map(|update| update.place);
    let last = places.filter(|place| !is_withdrawn(*place)).max().map_or(0, |last| last + 1);
    count(last + (usize::MAX - place) + 1)
}

/// The ledger and the decisions of a public task, each sorted by date.
fn updates(ctx: &PageContext<'_>, ix: TaskIx, show: &mut dyn FnMut(&dyn Row)) {
    let (model, as_of) = (ctx.model, ctx.as_of());
    let task = &model[ix];
    let deadline = |due: &Deadline| (ctx.deadline(due, as_of), due.last_good_day(as_of));
    let leads = |day| agency_ids(ctx, led_on(model, task, day).into_iter());
    for update in ledger::known(task, as_of) {
        let by: Vec<&str> =
            update.superseded_by.iter().map(|other| model[*other].id.as_str()).collect();
        show(&Update {
            task: task.id.as_str(),
            r#type: "entry",
            entry: number(task, update.place),
            date: update.date,
            state: update.state.map(State::name),
            text: update.text.as_deref(),
            percent: update.percent.map(u32::from),
            deadline: None,
            last_good_day: None,
            evidence: document_ids(ctx, &update.evidence),
            document: update.document.map(|document| model[document].id.as_str()),
            superseded_by: by.first().copied(),
            recorded: update.recorded,
            leads: leads(update.date),
            time: update.time.map(clock),
            part: match &update.parts {
                Named::Whole => Vec::new(),
                Named::All => vec!["all"],
                Named::These(ids) => ids.iter().map(Id::as_str).collect(),
            },
            reason: None,
            superseded_by_all: by,
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
            recorded: extension.recorded,
            leads: leads(extension.decided),
            time: extension.due.hour().map(|hour| clock(hour.time)),
            part: extension.parts.iter().map(Id::as_str).collect(),
            reason: extension.reason.as_deref(),
            superseded_by_all: Vec::new(),
        });
    }
}
