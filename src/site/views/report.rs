//! The report: the whole directive on a few printed pages.

use serde::Serialize;

use super::changes::Changes;
use super::components::{Link, Tag, leads, ratio};
use super::directive;
use super::figures::GroupWord;
use super::frame;
use super::heading::Heading;
use super::overview::{self, ReadOut};
use super::series::Series;
use super::task::{Fact, directive_name};
use crate::assess::{Standing, Tally, ledger};
use crate::model::{PriorityIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

const MAX_PRIORITIES: usize = 60;
const MAX_TASKS: usize = 80;
const MAX_CHANGES: usize = 80;

#[derive(Serialize)]
struct View {
    issuer: Option<String>,
    title: String,
    subject: String,
    date: String,
    facts: Vec<Fact>,
    readouts: Vec<ReadOut>,
    answer: String,
    scope: String,
    series: Vec<Series>,
    priorities: Vec<PriorityLine>,
    priorities_more: Option<String>,
    overdue: List,
    silent: List,
    changes: Option<Changes>,
    method: Vec<String>,
    method_page: Link,
}

/// A priority in the table.
#[derive(Serialize)]
pub(super) struct PriorityLine {
    href: String,
    number: String,
    title: String,
    done: String,
    overdue: String,
    late: bool,
    reported: String,
    silent: String,
    word: GroupWord,
}

#[derive(Serialize)]
struct List {
    rows: Vec<TaskLine>,
    more: Option<String>,
}

/// A task in a table.
#[derive(Serialize)]
struct TaskLine {
    href: String,
    number: String,
    title: String,
    lead: String,
    due: Option<String>,
    tag: Tag,
    causes: String,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("report-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "report.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let model = ctx.model;
    let with = |wanted: &dyn Fn(Standing) -> bool| -> Vec<TaskIx> {
        let tasks = model.tasks().map(|(ix, _)| ix);
        tasks.filter(|ix| wanted(ctx.assessment[*ix].standing)).collect()
    };
    let mut overdue = with(&|standing| standing == Standing::Overdue);
    overdue.sort_by_key(|ix| std::cmp::Reverse(ctx.assessment[*ix].days));
    let mut silent = with(&|standing| {
        matches!(standing, Standing::NoReport | Standing::Stale | Standing::ReportMissing)
    });
    silent.sort_by_cached_key(|ix| {
        // Tasks without a lead agency come last.
        let nobody = ctx.assessment[*ix].leads.is_empty();
        (nobody, crate::vietnamese::sort_key(&leads(ctx, *ix)), *ix)
    });
    let (kind, number) = (directive_name(ctx), &model.directive.number);
    let name = [("directive", (&kind).into()), ("number", number.into())];
    let date = ctx.long(ctx.as_of());
    let rest = model.priorities.len().saturating_sub(MAX_PRIORITIES);
    View {
        issuer: model.settings.publisher.clone(),
        title: ctx.say("report-heading", &name),
        subject: model.directive.subject.clone(),
        date: ctx.say("report-date", &[("date", (&date).into())]),
        facts: directive::facts(ctx),
        readouts: overview::readouts(ctx, &ctx.assessment.directive),
        answer: overview::answer(ctx, &ctx.assessment.directive),
        scope: overview::scope(ctx, &ctx.assessment.directive),
        series: Series::all(ctx, 120),
        priorities: (0..model.priorities.len().min(MAX_PRIORITIES))
            .map(|n| PriorityLine::of(ctx, PriorityIx(n), &ctx.assessment[PriorityIx(n)]))
            .collect(),
        priorities_more: (rest > 0).then(|| ctx.count("report-more", rest as u64)),
        overdue: List::of(ctx, &overdue),
        silent: List::of(ctx, &silent),
        changes: Changes::of(ctx, MAX_CHANGES),
        method: method(ctx),
        method_page: Link::new(ctx.to(Route::Method), ctx.text("why-more")),
    }
}

impl PriorityLine {
    /// A priority with its figures on some date.
    pub(super) fn of(ctx: &PageContext<'_>, ix: PriorityIx, tally: &Tally) -> Self {
        PriorityLine {
            href: ctx.to_priority(ix),
            number: ctx.model[ix].number.clone(),
            title: ctx.model[ix].title.clone(),
            done: ratio(ctx, tally.completion),
            overdue: ctx.number(tally.overdue()),
            late: tally.overdue() > 0,
            reported: ratio(ctx, tally.reporting),
            silent: ctx.number(super::agencies::silent(tally)),
            word: GroupWord::alone(ctx, tally),
        }
    }
}

impl List {
    fn of(ctx: &PageContext<'_>, tasks: &[TaskIx]) -> Self {
        let rest = tasks.len().saturating_sub(MAX_TASKS);
        List {
            rows: tasks.iter().take(MAX_TASKS).map(|ix| TaskLine::of(ctx, *ix)).collect(),
            more: (rest > 0).then(|| ctx.count("report-more", rest as u64)),
        }
    }
}

impl TaskLine {
    fn of(ctx: &PageContext<'_>, ix: TaskIx) -> Self {
        let task = &ctx.model[ix];
        let causes = if task.restricted { Vec::new() } else { ctx.causes(&ctx.assessment[ix]) };
        TaskLine {
            href: ctx.to_task(ix),
            number: task.number.clone(),
            title: task.title.clone(),
            lead: leads(ctx, ix),
            due: ledger::in_force(task, ctx.as_of())
                .map(|due| ctx.deadline(due.deadline, ctx.as_of())),
            tag: Tag::of(ctx, ix),
            causes: causes.join("; "),
        }
    }
}

/// Paragraphs that explain how the figures are computed.
fn method(ctx: &PageContext<'_>) -> Vec<String> {
    let thresholds = &ctx.model.settings.thresholds;
    let args = [
        ("stale", thresholds.stale_after_days.into()),
        ("serious", thresholds.seriously_late_days.into()),
    ];
    ["method-intro", "report-method", "method-rule-silent", "method-slip", "report-restricted"]
        .into_iter()
        .filter(|key| {
            *key != "report-restricted" || ctx.model.tasks().any(|(_, task)| task.restricted)
        })
        .map(|key| ctx.say(key, &args))
        .collect()
}
