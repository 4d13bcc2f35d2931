//! The overview: the answer first, then the priorities, what is late, what comes, what changed.

use serde::Serialize;

use super::figures::{Bar, GroupWord};
use super::frame::cut;
use super::pieces::{Capped, Link, NoteRow, TaskRow};
use super::series::Series;
use crate::assess::{Standing, Tally};
use crate::model::{Kind, PriorityIx, TaskIx};
use crate::site::index::Change;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

const OVERDUE: usize = 10;
const NEXT: usize = 8;
const CHANGES: usize = 8;
const NOTES: usize = 5;
/// How much of an entry is told here, in characters.
const CHANGE_TEXT: usize = 120;
/// Priorities shown here; the rest stands in the directive's own list.
const PRIORITIES: usize = 40;

#[derive(Serialize)]
pub(super) struct View {
    title: String,
    answer: String,
    readouts: Vec<ReadOut>,
    bar: Option<Bar>,
    series: Option<Series>,
    scope: String,
    priorities: Capped<PriorityRow>,
    overdue: Capped<TaskRow>,
    next: Capped<TaskRow>,
    changes: Vec<ChangeRow>,
    notes: Vec<NoteRow>,
    all_tasks: String,
    all_notes: Link,
    deadlines: String,
    directive: String,
    method: String,
    progress: String,
    period: Link,
    report: String,
}

/// One of the large figures.
#[derive(Serialize)]
pub(super) struct ReadOut {
    class: &'static str,
    value: String,
    label: String,
    percent: Option<String>,
    aside: Option<String>,
}

/// A priority as a row.
#[derive(Serialize)]
pub(super) struct PriorityRow {
    href: String,
    number: String,
    title: String,
    word: GroupWord,
    bar: Option<Bar>,
    facts: String,
}

#[derive(Serialize)]
struct ChangeRow {
    date: String,
    date_iso: String,
    what: String,
    text: Option<String>,
    href: String,
    number: String,
    title: String,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let model = sheet.model;
    let tally = &sheet.assessment.directive;
    let priorities: Vec<PriorityIx> = (0..model.priorities.len()).map(PriorityIx).collect();
    let mut overdue: Vec<TaskIx> = (model.tasks().map(|(ix, _)| ix))
        .filter(|ix| sheet.assessment[*ix].standing == Standing::Overdue)
        .collect();
    overdue.sort_by_key(|ix| std::cmp::Reverse(sheet.assessment[*ix].days));
    View {
        title: model.directive.subject.clone(),
        answer: answer(sheet, tally),
        readouts: readouts(sheet, tally),
        bar: Bar::of(sheet, tally),
        series: Series::of(sheet, 96),
        scope: scope(sheet, tally),
        priorities: Capped::of(sheet, &priorities, PRIORITIES, Route::Directive, |ix| {
            PriorityRow::of(sheet, *ix)
        }),
        overdue: Capped::of(
            sheet,
            &overdue,
            OVERDUE,
            Route::Standing(Standing::Overdue, 1),
            |ix| TaskRow::of(sheet, *ix),
        ),
        next: Capped::of(sheet, &next(sheet), NEXT, Route::Deadlines(1), |ix| {
            TaskRow::of(sheet, *ix)
        }),
        changes: sheet.index.changes.iter().take(CHANGES).map(|c| change(sheet, c)).collect(),
        notes: sheet
            .index
            .notes
            .iter()
            .take(NOTES)
            .map(|n| NoteRow::of(sheet, *n, false))
            .collect(),
        all_tasks: sheet.to(Route::Tasks(1)),
        all_notes: Link::new(
            sheet.to(Route::Notes(1)),
            sheet.count("all-notes", sheet.index.notes.len() as u64),
        ),
        deadlines: sheet.to(Route::Deadlines(1)),
        directive: sheet.to(Route::Directive),
        method: sheet.to(Route::Method),
        progress: sheet.to(Route::Progress),
        period: Link::new(sheet.to(Route::Period(sheet.as_of())), sheet.text("period-latest")),
        report: sheet.to(Route::Report),
    }
}

/// Deliverables neither done nor stopped with a last good day on or after the date.
fn next(sheet: &Sheet<'_>) -> Vec<TaskIx> {
    let from = sheet.index.due.partition_point(|(day, _)| *day < sheet.as_of());
    let coming = sheet.index.due[from..].iter().map(|(_, ix)| *ix);
    coming.filter(|ix| sheet.assessment[*ix].is_active(sheet.model[*ix].kind)).collect()
}

/// The whole in a sentence.
pub(super) fn answer(sheet: &Sheet<'_>, tally: &Tally) -> String {
    let date = sheet.long(sheet.as_of());
    let args = [
        ("date", (&date).into()),
        ("done", tally.completion.part.into()),
        ("deliverables", tally.completion.whole.into()),
        ("overdue", tally.overdue().into()),
        ("reported", tally.reporting.part.into()),
        ("ongoing", tally.reporting.whole.into()),
    ];
    let key = match (tally.completion.whole > 0, tally.reporting.whole > 0) {
        (true, true) => "answer-both",
        (true, false) => "answer-deliverables",
        (false, true) => "answer-ongoing",
        (false, false) => "answer-neither",
    };
    sheet.say(key, &args)
}

pub(super) fn readouts(sheet: &Sheet<'_>, tally: &Tally) -> Vec<ReadOut> {
    let ratio = |class, fraction: crate::assess::Fraction, label: &str, aside| ReadOut {
        class,
        value: sheet.fraction(fraction),
        label: sheet.text(label),
        percent: sheet.percent(fraction),
        aside,
    };
    let interval = (tally.completion_high > tally.completion.part).then(|| {
        let args =
            [("high", tally.completion_high.into()), ("whole", tally.completion.whole.into())];
        sheet.say("readout-interval", &args)
    });
    vec![
        ratio("done", tally.completion, "readout-done", interval),
        ReadOut {
            class: if tally.overdue() > 0 { "overdue" } else { "none" },
            value: sheet.number(tally.overdue()),
            label: sheet.text("readout-overdue"),
            percent: None,
            aside: (tally.slips > 0).then(|| sheet.count("slips", tally.slips)),
        },
        ratio("reported", tally.reporting, "readout-reported", None),
    ]
}

/// How many tasks of each kind there are.
pub(super) fn scope(sheet: &Sheet<'_>, tally: &Tally) -> String {
    let args = [
        ("priority_count", sheet.model.priorities.len().into()),
        ("total", tally.total().into()),
        ("deliverables", tally.kind(Kind::Deliverable).into()),
        ("ongoing", tally.kind(Kind::Ongoing).into()),
        ("duties", tally.kind(Kind::Duty).into()),
        ("stopped", tally.stopped().into()),
    ];
    sheet.say("scope", &args)
}

impl PriorityRow {
    pub(super) fn of(sheet: &Sheet<'_>, ix: PriorityIx) -> Self {
        let tally = &sheet.assessment[ix];
        let mut facts = Vec::new();
        let said = |key: &str, fraction: crate::assess::Fraction| {
            let args = [("part", fraction.part.into()), ("whole", fraction.whole.into())];
            (fraction.whole > 0).then(|| sheet.say(key, &args))
        };
        facts.extend(said("row-done", tally.completion));
        facts.extend(said("row-reported", tally.reporting));
        let duties = tally.standing(Standing::Duty);
        facts.extend((duties > 0).then(|| sheet.count("row-duties", duties)));
        facts.extend((tally.stopped() > 0).then(|| sheet.count("row-stopped", tally.stopped())));
        PriorityRow {
            href: sheet.to_priority(ix),
            number: sheet.model[ix].number.clone(),
            title: sheet.model[ix].title.clone(),
            word: GroupWord::of(sheet, tally),
            bar: Bar::of(sheet, tally),
            facts: facts.join(" · "),
        }
    }
}

fn change(sheet: &Sheet<'_>, change: &Change) -> ChangeRow {
    let task = &sheet.model[change.task];
    ChangeRow {
        date: sheet.short(change.date),
        date_iso: change.date.to_string(),
        what: sheet.state(task, change.entry),
        text: task.updates[change.entry].text.as_deref().map(|text| cut(text, CHANGE_TEXT)),
        href: sheet.to_task(change.task),
        number: task.number.clone(),
        title: task.title.clone(),
    }
}
