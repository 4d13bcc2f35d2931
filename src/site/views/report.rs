//! The report: the whole directive on a few printed pages.

use serde::Serialize;

use super::components::{Link, ratio};
use super::directive;
use super::figures::GroupWord;
use super::frame;
use super::heading::Heading;
use super::overview::{self, ReadOut};
use super::series::Series;
use super::task::{Fact, directive_name};
use crate::assess::Tally;
use crate::model::{PriorityIx, Section};
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::situation::{Part, Row, Situation, Subject};

const MAX_PRIORITIES: usize = 60;
/// Maximum number of rows of a part.
const MAX_ROWS: usize = 60;

#[derive(Serialize)]
struct View {
    issuer: Option<String>,
    title: String,
    subject: String,
    date: String,
    readouts: Vec<ReadOut>,
    answer: String,
    scope: String,
    parts: Vec<PartView>,
    restricted: Option<String>,
    priorities: Vec<PriorityLine>,
    priorities_more: Option<String>,
    series: Vec<Series>,
    facts: Vec<Fact>,
    method: Vec<String>,
    method_page: Link,
}

/// A part of the situation.
#[derive(Serialize)]
struct PartView {
    title: String,
    sentence: String,
    columns: Vec<String>,
    /// Number of columns before the one that names the row.
    named: usize,
    rows: Vec<RowView>,
    more: Option<String>,
}

#[derive(Serialize)]
struct RowView {
    href: Option<String>,
    cells: Vec<String>,
}

/// A priority in the table.
#[derive(Serialize)]
pub(super) struct PriorityLine {
    href: Option<String>,
    number: String,
    title: String,
    done: String,
    overdue: String,
    late: bool,
    reported: String,
    silent: String,
    word: GroupWord,
    /// Sentences about its parts and periodic reports.
    lines: Vec<String>,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("report-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "report.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let model = ctx.model;
    let history = &ctx.index.history;
    // The first reporting date has none before it.
    let changes = history.periods.last().filter(|_| history.previous.is_some());
    let situation = Situation::new(model, ctx.assessment, changes, None, ctx.words);
    let (kind, number) = (directive_name(ctx), &model.directive.number);
    let name = [("directive", (&kind).into()), ("number", number.into())];
    let date = ctx.long(ctx.as_of());
    let rest = model.priorities.len().saturating_sub(MAX_PRIORITIES);
    View {
        issuer: model.settings.publisher.clone(),
        title: ctx.say("report-heading", &name),
        subject: model.directive.subject.clone(),
        date: ctx.say("report-date", &[("date", (&date).into())]),
        readouts: overview::readouts(ctx, &ctx.assessment.directive),
        answer: situation.answer,
        scope: situation.scope,
        parts: situation.parts.into_iter().map(|part| PartView::of(ctx, part)).collect(),
        restricted: situation.restricted,
        priorities: (0..model.priorities.len().min(MAX_PRIORITIES))
            .map(|n| PriorityLine::of(ctx, PriorityIx(n), &ctx.assessment[PriorityIx(n)]))
            .collect(),
        priorities_more: (rest > 0).then(|| ctx.count("report-more", rest as u64)),
        series: Series::all(ctx, 120),
        facts: directive::facts(ctx),
        method: method(ctx),
        method_page: Link::new(ctx.to(Route::Method), ctx.text("why-more")),
    }
}

impl PriorityLine {
    /// A priority with its figures on some date.
    pub(super) fn of(ctx: &PageContext<'_>, ix: PriorityIx, tally: &Tally) -> Self {
        let priority = &ctx.model[ix];
        let href = Some(ctx.to_priority(ix));
        PriorityLine { href, ..PriorityLine::new(ctx, &priority.number, &priority.title, tally) }
    }

    /// A section of a priority.
    pub(super) fn of_section(ctx: &PageContext<'_>, section: &Section, tally: &Tally) -> Self {
        PriorityLine {
            lines: ctx.pieces(tally),
            ..PriorityLine::new(ctx, &section.number, &section.title, tally)
        }
    }

    fn new(ctx: &PageContext<'_>, number: &str, title: &str, tally: &Tally) -> Self {
        PriorityLine {
            href: None,
            number: number.to_owned(),
            title: title.to_owned(),
            lines: Vec::new(),
            done: ratio(ctx, tally.completion),
            overdue: ctx.number(tally.overdue()),
            late: tally.overdue() > 0,
            reported: ratio(ctx, tally.reporting),
            silent: ctx.number(super::agencies::silent(tally)),
            word: GroupWord::alone(ctx, tally),
        }
    }
}

impl PartView {
    fn of(ctx: &PageContext<'_>, part: Part) -> Self {
        let rest = part.rows.len().saturating_sub(MAX_ROWS);
        let sentences = std::iter::once(part.sentence).chain(part.remark);
        let row = |row: Row| RowView {
            href: match (row.task, row.agency) {
                (Some(task), _) => Some(ctx.to_task(task)),
                (None, Some(agency)) => ctx.to_agency(agency),
                (None, None) => None,
            },
            cells: row.cells,
        };
        PartView {
            title: part.title,
            sentence: sentences.collect::<Vec<_>>().join(" "),
            columns: part.columns,
            named: usize::from(part.subject != Subject::Silent),
            rows: part.rows.into_iter().take(MAX_ROWS).map(row).collect(),
            more: (rest > 0).then(|| ctx.count("report-more", rest as u64)),
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
    let keys = ["method-intro", "report-method", "method-rule-silent", "method-slip"];
    keys.into_iter().map(|key| ctx.say(key, &args)).collect()
}
