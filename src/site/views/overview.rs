//! The overview: a summary, the priorities, overdue tasks, upcoming deadlines, recent changes.

use chrono::NaiveDate;
use serde::Serialize;

use super::components::{Capped, Link, NoteRow, TaskRow};
use super::divided;
use super::figures::{Bar, GroupWord, KINDS, bar_label};
use super::frame;
use super::heading::Heading;
use super::series::Series;
use super::task::directive_name;
use crate::assess::standing::due_soon;
use crate::assess::{Fraction, Standing, Tally, ledger, parts};
use crate::model::{Kind, PriorityIx, Task, TaskIx};
use crate::site::context::PageContext;
use crate::site::index::Change;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::situation;
use crate::site::text::cut;

const MAX_OVERDUE: usize = 7;
const MAX_NEXT: usize = 5;
const MAX_CHANGES: usize = 5;
const MAX_NOTES: usize = 3;
/// Maximum length of an entry's text, in characters.
const MAX_CHANGE_TEXT: usize = 70;
/// Maximum number of priorities. The directive's page lists all of them.
const MAX_PRIORITIES: usize = 15;

#[derive(Serialize)]
struct View {
    /// The directive by type, number and date, and who issued it.
    name: String,
    title: String,
    answer: String,
    /// A sentence about products that are unfinished at the end of the term and have no calendar
    /// deadline, so that nothing else calls them late.
    unfinished: Option<String>,
    readouts: Vec<ReadOut>,
    bars: Vec<Bar>,
    /// Sentences about parts and periodic reports.
    lines: Vec<String>,
    series: Vec<Series>,
    scope: String,
    priorities: Capped<PriorityRow>,
    overdue: Capped<TaskRow>,
    /// Overdue parts and missing reports.
    pieces: Capped<TaskRow>,
    next: Capped<TaskRow>,
    /// Parts and reports that have a near day of their own.
    next_pieces: Capped<TaskRow>,
    /// A sentence for when `next` is empty.
    next_none: String,
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
    kinds: Vec<KindLine>,
    /// Sentences about tasks that have no bar.
    facts: String,
}

/// The tasks of one kind in a priority.
#[derive(Serialize)]
struct KindLine {
    bar: Bar,
    text: String,
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

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    let (title, here) = (ctx.model.settings.title.clone(), Some(ctx.text("nav-overview")));
    Heading { here, ..Heading::top(title) }.description(answer(ctx, &ctx.assessment.directive))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "overview.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let model = ctx.model;
    let tally = &ctx.assessment.directive;
    let priorities: Vec<PriorityIx> = (0..model.priorities.len()).map(PriorityIx).collect();
    let mut overdue: Vec<TaskIx> = (model.tasks().map(|(ix, _)| ix))
        .filter(|ix| ctx.assessment[*ix].standing == Standing::Overdue)
        .collect();
    overdue.sort_by_key(|ix| std::cmp::Reverse(ctx.assessment[*ix].days));
    View {
        name: name(ctx),
        title: model.directive.subject.clone(),
        answer: answer(ctx, tally),
        unfinished: unfinished(ctx),
        readouts: readouts(ctx, tally),
        bars: Bar::all(ctx, tally),
        lines: ctx.pieces(tally),
        series: Series::all(ctx, 96),
        scope: scope(ctx, tally),
        priorities: Capped::of(ctx, &priorities, MAX_PRIORITIES, Route::Directive, |ix| {
            PriorityRow::of(ctx, *ix)
        }),
        overdue: Capped::of(
            ctx,
            &overdue,
            MAX_OVERDUE,
            Route::Standing(Standing::Overdue, 1),
            |ix| TaskRow::of(ctx, *ix),
        ),
        pieces: divided::pieces(
            ctx,
            divided::overdue(ctx, model.tasks().map(|(ix, _)| ix)),
            MAX_OVERDUE,
        ),
        next: Capped::of(ctx, &next(ctx), MAX_NEXT, Route::Deadlines(1), |ix| {
            TaskRow::of(ctx, *ix)
        }),
        next_pieces: divided::pieces(ctx, next_pieces(ctx), MAX_NEXT),
        next_none: nothing_next(ctx),
        changes: ctx.index.changes.iter().take(MAX_CHANGES).map(|c| change(ctx, c)).collect(),
        notes: ctx
            .index
            .notes
            .iter()
            .take(MAX_NOTES)
            .map(|n| NoteRow::of(ctx, *n, false))
            .collect(),
        all_tasks: ctx.to(Route::Tasks(1)),
        all_notes: Link::new(
            ctx.to(Route::Notes(1)),
            ctx.count("all-notes", ctx.index.notes.len() as u64),
        ),
        deadlines: ctx.to(Route::Deadlines(1)),
        directive: ctx.to(Route::Directive),
        method: ctx.to(Route::Method),
        progress: ctx.to(Route::Progress),
        period: Link::new(ctx.to(Route::Period(ctx.as_of())), ctx.text("period-latest")),
        report: ctx.to(Route::Report),
    }
}

fn name(ctx: &PageContext<'_>) -> String {
    let directive = &ctx.model.directive;
    let kind = directive_name(ctx);
    let date = ctx.short(directive.date);
    let args = [
        ("kind", (&kind).into()),
        ("number", (&directive.number).into()),
        ("date", (&date).into()),
    ];
    let name = ctx.say("directive-cited", &args);
    [Some(name), directive.issuer.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `None` before the last day of the directive's period, or if there is no such product.
fn unfinished(ctx: &PageContext<'_>) -> Option<String> {
    let end = ctx.model.directive.period.to.filter(|end| *end <= ctx.as_of())?;
    let is_open = |(ix, task): &(TaskIx, &Task)| {
        let due = ledger::in_force(task, ctx.as_of()).and_then(|due| due.last_good_day);
        task.kind == Kind::Deliverable && ctx.assessment[*ix].is_active(task.kind) && due.is_none()
    };
    let n = ctx.model.tasks().filter(is_open).count();
    let date = ctx.short(end);
    let args = [("n", n.into()), ("date", (&date).into())];
    (n > 0).then(|| ctx.say("overview-unfinished", &args))
}

/// The deliverables that are due soon, the nearest first.
fn next(ctx: &PageContext<'_>) -> Vec<TaskIx> {
    let (model, assessment) = (ctx.model, ctx.assessment);
    let soon = |ix: &TaskIx| due_soon(model, &model[*ix], &assessment[*ix], ctx.as_of()).is_some();
    open_from_now(ctx).map(|(_, ix)| ix).filter(soon).collect()
}

/// The parts and reports of public tasks that are due soon.
fn next_pieces(ctx: &PageContext<'_>) -> Vec<(TaskIx, usize)> {
    let is_near = |(_, ix, part): &(NaiveDate, TaskIx, Option<usize>)| {
        let part = part.map(|n| &ctx.assessment[*ix].parts.list[n]);
        part.is_some_and(|part| parts::is_due_soon(ctx.model, part, ctx.as_of()))
    };
    let near = ctx.index.dated.iter().filter(|of| is_near(of));
    near.filter_map(|(_, ix, part)| Some((*ix, (*part)?))).collect()
}

/// Deliverables, neither done nor stopped, whose last day is on or after the as-of date.
fn open_from_now(ctx: &PageContext<'_>) -> impl Iterator<Item = (NaiveDate, TaskIx)> {
    let from = ctx.index.due.partition_point(|(day, _)| *day < ctx.as_of());
    let coming = ctx.index.due[from..].iter().copied();
    coming.filter(|(_, ix)| ctx.assessment[*ix].is_active(ctx.model[*ix].kind))
}

/// A sentence for when nothing is due soon, with the nearest deadline.
fn nothing_next(ctx: &PageContext<'_>) -> String {
    let days = ctx.model.settings.thresholds.due_soon_days;
    match open_from_now(ctx).next() {
        Some((day, _)) => {
            let args = [("n", days.into()), ("day", ctx.short(day).into())];
            ctx.say("overview-next-later", &args)
        }
        None => ctx.say("overview-next-none", &[]),
    }
}

/// A sentence that summarises a tally.
pub(super) fn answer(ctx: &PageContext<'_>, tally: &Tally) -> String {
    situation::answer(ctx.words, ctx.as_of(), tally)
}

pub(super) fn readouts(ctx: &PageContext<'_>, tally: &Tally) -> Vec<ReadOut> {
    let ratio = |class, fraction: Fraction, label: &str, aside| ReadOut {
        class,
        value: ctx.fraction(fraction),
        label: ctx.text(label),
        percent: ctx.percent(fraction),
        aside,
    };
    let interval = (tally.completion_high > tally.completion.part).then(|| {
        let args =
            [("high", tally.completion_high.into()), ("whole", tally.completion.whole.into())];
        ctx.say("readout-interval", &args)
    });
    let early = tally.reported_early();
    let early = (early > 0).then(|| ctx.count("readout-early", early));
    vec![
        ratio("done", tally.completion, "readout-done", interval),
        ReadOut {
            class: if tally.overdue() > 0 { "overdue" } else { "none" },
            value: ctx.number(tally.overdue()),
            label: ctx.text("readout-overdue"),
            percent: None,
            aside: (tally.slips > 0).then(|| ctx.count("slips", tally.slips)),
        },
        ratio("reported", tally.reporting, "readout-reported", early),
    ]
}

/// A sentence with the number of tasks of each kind.
pub(super) fn scope(ctx: &PageContext<'_>, tally: &Tally) -> String {
    situation::scope(ctx.words, ctx.model.priorities.len(), tally)
}

impl PriorityRow {
    pub(super) fn of(ctx: &PageContext<'_>, ix: PriorityIx) -> Self {
        let tally = &ctx.assessment[ix];
        let line = |kind: Kind| {
            let (key, Fraction { part, whole }) = match kind {
                Kind::Deliverable => ("row-done", tally.completion),
                Kind::Ongoing | Kind::Duty => ("row-reported", tally.reporting),
            };
            let bar = Bar::of(ctx, tally, kind)?;
            let text = match whole {
                0 => ctx.count(bar_label(kind), tally.kind(kind)),
                _ => ctx.say(key, &[("part", part.into()), ("whole", whole.into())]),
            };
            Some(KindLine { bar, text })
        };
        let duties = tally.standing(Standing::Duty);
        let mut facts = Vec::new();
        facts.extend((duties > 0).then(|| ctx.count("row-duties", duties)));
        facts.extend((tally.stopped() > 0).then(|| ctx.count("row-stopped", tally.stopped())));
        PriorityRow {
            href: ctx.to_priority(ix),
            number: ctx.model[ix].number.clone(),
            title: ctx.model[ix].title.clone(),
            word: GroupWord::of(ctx, tally),
            kinds: KINDS.into_iter().filter_map(line).collect(),
            facts: facts.join(" · "),
        }
    }
}

fn change(ctx: &PageContext<'_>, change: &Change) -> ChangeRow {
    let task = &ctx.model[change.task];
    let update = &task.updates[change.entry];
    ChangeRow {
        date: ctx.days(update.date, update.recorded),
        date_iso: update.date.to_string(),
        what: ctx.entry(ctx.model, task, change.entry),
        text: task.updates[change.entry].text.as_deref().map(|text| cut(text, MAX_CHANGE_TEXT)),
        href: ctx.to_task(change.task),
        number: task.number.clone(),
        title: task.title.clone(),
    }
}
