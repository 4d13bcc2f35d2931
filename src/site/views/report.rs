//! The whole directive on paper: what a chairman is handed.

use serde::Serialize;

use super::changes::Changes;
use super::directive;
use super::figures::GroupWord;
use super::overview::{self, ReadOut};
use super::pieces::{Link, Tag, leads, ratio};
use super::series::Series;
use super::task::{Fact, directive_name};
use crate::assess::{Standing, Tally, ledger};
use crate::model::{PriorityIx, TaskIx};
use crate::site::route::Route;
use crate::site::sheet::Sheet;

/// Lines of each list: paper has an end.
const PRIORITIES: usize = 60;
const TASKS: usize = 80;
const CHANGES: usize = 80;

#[derive(Serialize)]
pub(super) struct View {
    issuer: Option<String>,
    title: String,
    subject: String,
    date: String,
    facts: Vec<Fact>,
    readouts: Vec<ReadOut>,
    answer: String,
    scope: String,
    series: Option<Series>,
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

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let model = sheet.model;
    let with = |wanted: &dyn Fn(Standing) -> bool| -> Vec<TaskIx> {
        let tasks = model.tasks().map(|(ix, _)| ix);
        tasks.filter(|ix| wanted(sheet.assessment[*ix].standing)).collect()
    };
    let mut overdue = with(&|standing| standing == Standing::Overdue);
    overdue.sort_by_key(|ix| std::cmp::Reverse(sheet.assessment[*ix].days));
    let mut silent = with(&|standing| {
        matches!(standing, Standing::NoReport | Standing::Stale | Standing::ReportMissing)
    });
    silent.sort_by_cached_key(|ix| {
        // Nobody's last.
        let nobody = sheet.assessment[*ix].leads.is_empty();
        (nobody, crate::vietnamese::sort_key(&leads(sheet, *ix)), *ix)
    });
    let (kind, number) = (directive_name(sheet), &model.directive.number);
    let name = [("directive", (&kind).into()), ("number", number.into())];
    let date = sheet.long(sheet.as_of());
    let rest = model.priorities.len().saturating_sub(PRIORITIES);
    View {
        issuer: model.settings.publisher.clone(),
        title: sheet.say("report-heading", &name),
        subject: model.directive.subject.clone(),
        date: sheet.say("report-date", &[("date", (&date).into())]),
        facts: directive::facts(sheet),
        readouts: overview::readouts(sheet, &sheet.assessment.directive),
        answer: overview::answer(sheet, &sheet.assessment.directive),
        scope: overview::scope(sheet, &sheet.assessment.directive),
        series: Series::of(sheet, 120),
        priorities: (0..model.priorities.len().min(PRIORITIES))
            .map(|n| PriorityLine::of(sheet, PriorityIx(n), &sheet.assessment[PriorityIx(n)]))
            .collect(),
        priorities_more: (rest > 0).then(|| sheet.count("report-more", rest as u64)),
        overdue: List::of(sheet, &overdue),
        silent: List::of(sheet, &silent),
        changes: Changes::of(sheet, CHANGES),
        method: method(sheet),
        method_page: Link::new(sheet.to(Route::Method), sheet.text("why-more")),
    }
}

impl PriorityLine {
    /// A priority with its figures on some date.
    pub(super) fn of(sheet: &Sheet<'_>, ix: PriorityIx, tally: &Tally) -> Self {
        PriorityLine {
            href: sheet.to_priority(ix),
            number: sheet.model[ix].number.clone(),
            title: sheet.model[ix].title.clone(),
            done: ratio(sheet, tally.completion),
            overdue: sheet.number(tally.overdue()),
            late: tally.overdue() > 0,
            reported: ratio(sheet, tally.reporting),
            silent: sheet.number(super::agencies::silent(tally)),
            word: GroupWord::alone(sheet, tally),
        }
    }
}

impl List {
    fn of(sheet: &Sheet<'_>, tasks: &[TaskIx]) -> Self {
        let rest = tasks.len().saturating_sub(TASKS);
        List {
            rows: tasks.iter().take(TASKS).map(|ix| TaskLine::of(sheet, *ix)).collect(),
            more: (rest > 0).then(|| sheet.count("report-more", rest as u64)),
        }
    }
}

impl TaskLine {
    fn of(sheet: &Sheet<'_>, ix: TaskIx) -> Self {
        let task = &sheet.model[ix];
        let causes = if task.restricted { Vec::new() } else { sheet.causes(&sheet.assessment[ix]) };
        TaskLine {
            href: sheet.to_task(ix),
            number: task.number.clone(),
            title: task.title.clone(),
            lead: leads(sheet, ix),
            due: ledger::in_force(task, sheet.as_of())
                .map(|due| sheet.deadline(due.deadline, sheet.as_of())),
            tag: Tag::of(sheet, ix),
            causes: causes.join("; "),
        }
    }
}

/// How the figures came about, in a paragraph.
fn method(sheet: &Sheet<'_>) -> Vec<String> {
    let thresholds = &sheet.model.settings.thresholds;
    let args = [
        ("stale", thresholds.stale_after_days.into()),
        ("serious", thresholds.seriously_late_days.into()),
    ];
    ["method-intro", "report-method", "method-rule-silent", "method-slip", "report-restricted"]
        .into_iter()
        .filter(|key| {
            *key != "report-restricted" || sheet.model.tasks.iter().any(|task| task.restricted)
        })
        .map(|key| sheet.say(key, &args))
        .collect()
}
