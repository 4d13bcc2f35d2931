//! The page of questions: what journalists and citizens ask most, answered from the figures, each
//! with the page and the file that hold the answer.

use serde::Serialize;

use super::agencies;
use super::components::Link;
use super::corrections;
use super::frame;
use super::heading::Heading;
use super::redated::Redated;
use crate::assess::Standing;
use crate::locale::Arg;
use crate::model::{AgencyIx, Kind, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::Table;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::situation::{Situation, Subject};

/// Maximum number of records that are named under an answer.
const MAX_NAMED: usize = 5;

#[derive(Serialize)]
struct View {
    questions: Vec<Question>,
}

#[derive(Serialize)]
struct Question {
    id: &'static str,
    question: String,
    answer: String,
    /// The records that the answer is about, those that matter most first.
    named: Vec<Link>,
    page: Link,
    data: Link,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("questions-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "questions.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let history = &ctx.index.history;
    // The first reporting date has none before it.
    let changes = history.periods.last().filter(|_| history.previous.is_some());
    let situation = Situation::new(ctx.model, ctx.assessment, changes, None, ctx.words);
    let told = |subject: Subject| situation.part(subject).map(|part| part.sentence.clone());
    let tasks = |subject: Subject| -> Vec<Link> {
        let rows = situation.part(subject).into_iter().flat_map(|part| &part.rows);
        rows.filter_map(|row| row.task).take(MAX_NAMED).map(|ix| Link::task(ctx, ix)).collect()
    };
    let (late_agencies, agencies) = by_overdue(ctx);
    let questions = [
        Some(Question {
            answer: situation.answer.clone(),
            ..Question::about(ctx, "done", Route::Overview, Table::Tallies)
        }),
        told(Subject::Overdue).map(|answer| Question {
            answer,
            named: tasks(Subject::Overdue),
            ..Question::about(ctx, "overdue", Route::Standing(Standing::Overdue, 1), Table::Tasks)
        }),
        Some(Question {
            answer: late_agencies,
            named: agencies,
            ..Question::about(ctx, "agencies", Route::Agencies, Table::Tallies)
        }),
        Some(Question {
            answer: agencies::without(ctx),
            ..Question::about(ctx, "nobody", Route::Agencies, Table::Tasks)
        }),
        Some(Question {
            answer: Redated::of(ctx)
                .map_or_else(|| ctx.text("questions-moved-never"), Redated::sentence),
            ..Question::about(ctx, "moved", Route::Deadlines(1), Table::Updates)
        }),
        first_deadline(ctx),
        proven(ctx),
        told(Subject::Silent).map(|answer| Question {
            answer,
            ..Question::about(ctx, "silent", Route::Reports(1), Table::Tasks)
        }),
        told(Subject::Obstacles).map(|answer| Question {
            answer,
            named: tasks(Subject::Obstacles),
            ..Question::about(
                ctx,
                "obstacles",
                Route::Standing(Standing::Blocked, 1),
                Table::Updates,
            )
        }),
        told(Subject::Due).map(|answer| Question {
            answer,
            named: tasks(Subject::Due),
            ..Question::about(ctx, "due", Route::Deadlines(1), Table::Tasks)
        }),
        changes.zip(told(Subject::Changes)).map(|(period, answer)| Question {
            question: {
                let date = ctx.short(period.from);
                ctx.say("question-changes", &[("date", (&date).into())])
            },
            answer,
            ..Question::about(ctx, "changes", Route::Period(period.to), Table::Changes)
        }),
        Some(Question {
            answer: corrections::sentence(ctx),
            ..Question::about(ctx, "corrected", Route::Corrections(1), Table::Corrections)
        }),
        Some(Question {
            answer: (situation.restricted)
                .clone()
                .unwrap_or_else(|| ctx.text("questions-hidden-none")),
            ..Question::about(ctx, "hidden", Route::Tasks(1), Table::Tasks)
        }),
        Some(Question {
            answer: ctx.text("questions-source-answer"),
            ..Question::about(ctx, "source", Route::Method, Table::Updates)
        }),
    ];
    View { questions: questions.into_iter().flatten().collect() }
}

impl Question {
    /// A question without its answer.
    fn about(ctx: &PageContext<'_>, id: &'static str, page: Route, data: Table) -> Self {
        Question {
            id,
            question: match id {
                // It names a date.
                "changes" => String::new(),
                _ => ctx.text(&format!("question-{id}")),
            },
            answer: String::new(),
            named: Vec::new(),
            page: Link::new(ctx.to(page), title(ctx, page)),
            data: Link::data(ctx, data),
        }
    }
}

/// The title of a page that holds an answer.
fn title(ctx: &PageContext<'_>, page: Route) -> String {
    ctx.text(match page {
        Route::Standing(standing, _) => return ctx.standing_alone(standing),
        Route::Agencies => "agencies-title",
        Route::Deadlines(_) => "deadlines-title",
        Route::Documents(_) => "documents-title",
        Route::Reports(_) => "reports-title",
        Route::Period(_) => "period-latest",
        Route::Corrections(_) => "corrections-title",
        Route::Tasks(_) => "nav-tasks",
        Route::Method => "method-title",
        _ => "nav-overview",
    })
}

/// Which agencies have most overdue tasks, as a sentence and by name.
fn by_overdue(ctx: &PageContext<'_>) -> (String, Vec<Link>) {
    let overdue = |ix: &AgencyIx| ctx.assessment[*ix].tally.overdue();
    let mut late: Vec<AgencyIx> =
        ctx.index.agencies.iter().copied().filter(|ix| overdue(ix) > 0).collect();
    late.sort_by_key(|ix| std::cmp::Reverse(overdue(ix)));
    let most = late.first().map_or(0, overdue);
    let args = [("n", Arg::from(late.len())), ("most", most.into())];
    let named = |ix: &AgencyIx| Link {
        aside: Some(ctx.count("questions-overdue", overdue(ix))),
        ..Link::agency(ctx, *ix)
    };
    (ctx.say("questions-agencies-answer", &args), late.iter().take(MAX_NAMED).map(named).collect())
}

/// How many public deliverables kept their first deadline. `None` if none has one by day.
fn first_deadline(ctx: &PageContext<'_>) -> Option<Question> {
    let (mut done, mut done_after, mut open_after) = (0u32, 0u32, 0u32);
    let mut after: Vec<(u32, TaskIx)> = Vec::new();
    let mut any = false;
    for (ix, task) in ctx.model.tasks().filter(|(_, task)| !task.restricted) {
        let assessed = &ctx.assessment[ix];
        let Some(days) = assessed.days_after_first(task, ctx.as_of()) else { continue };
        any = true;
        let is_done = assessed.standing.is_done();
        done += u32::from(is_done);
        if days > 0 {
            *(if is_done { &mut done_after } else { &mut open_after }) += 1;
            after.push((days, ix));
        }
    }
    after.sort_by_key(|(days, ix)| (std::cmp::Reverse(*days), *ix));
    let args = [("done", done.into()), ("after", done_after.into()), ("open", open_after.into())];
    any.then(|| Question {
        answer: ctx.say("questions-first-answer", &args),
        named: (after.iter().take(MAX_NAMED))
            .map(|(days, ix)| Link {
                aside: Some(ctx.count("days-short", *days)),
                ..Link::task(ctx, *ix)
            })
            .collect(),
        ..Question::about(ctx, "first", Route::Deadlines(1), Table::Tasks)
    })
}

/// How many public deliverables that are said to be done cite a document that proves it. `None` if
/// none is said to be done.
fn proven(ctx: &PageContext<'_>) -> Option<Question> {
    let public =
        ctx.model.tasks().filter(|(_, task)| task.kind == Kind::Deliverable && !task.restricted);
    let said = public.map(|(ix, _)| &ctx.assessment[ix]).filter(|assessed| {
        !assessed.standing.is_stopped() && (assessed.standing.is_done() || assessed.is_said_done)
    });
    let (mut whole, mut proven) = (0u32, 0u32);
    for assessed in said {
        whole += 1;
        proven += u32::from(assessed.completion.is_some_and(|done| done.evidence.is_some()));
    }
    let args = [("part", proven.into()), ("whole", whole.into())];
    (whole > 0).then(|| Question {
        answer: ctx.say("questions-proven-answer", &args),
        ..Question::about(ctx, "proven", Route::Documents(1), Table::Updates)
    })
}
