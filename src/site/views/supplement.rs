//! What became known of a past reporting date after it was published: the figures as published
//! beside those that are known now, and the facts that make the difference.

use chrono::NaiveDate;
use serde::Serialize;

use crate::assess::{Assessment, Tally, assess_as_known};
use crate::model::{Task, TaskIx};
use crate::site::context::PageContext;

const MAX_FACTS: usize = 60;

#[derive(Serialize)]
pub(super) struct Supplement {
    sentence: String,
    caption: String,
    figures: Vec<Figure>,
    facts: Vec<Fact>,
    more: Option<String>,
}

/// A figure as published and as known now.
#[derive(Serialize)]
struct Figure {
    label: String,
    published: String,
    now: String,
    differs: bool,
}

/// A fact that was recorded after the date.
#[derive(Serialize)]
struct Fact {
    href: String,
    number: String,
    title: String,
    what: String,
    recorded: String,
    /// The standing as published and as known now, if it differs.
    course: Option<String>,
}

impl Supplement {
    /// `None` if nothing that matters on the date became known later. Restricted tasks count in the
    /// figures, but only their present status is public, so no fact about them is listed.
    pub(super) fn of(ctx: &PageContext<'_>, date: NaiveDate) -> Option<Self> {
        if !ctx.index.history.supplemented.contains(&date) {
            return None;
        }
        let then = &assess_as_known(ctx.model, date, date).ok()?.assessment;
        let now = assess_as_known(ctx.model, date, NaiveDate::MAX).ok()?;
        let mut facts: Vec<(NaiveDate, Fact)> = (ctx.model.tasks())
            .filter(|(_, task)| !task.restricted)
            .flat_map(|(ix, task)| facts(ctx, ix, task, then, &now.assessment))
            .collect();
        facts.sort_by_key(|(recorded, _)| *recorded);
        let rest = facts.len().saturating_sub(MAX_FACTS);
        let args = [("date", ctx.short(date).into()), ("newest", ctx.short(ctx.as_of()).into())];
        Some(Supplement {
            sentence: ctx.say("supplement-sentence", &args),
            caption: ctx.say("supplement-caption", &args),
            figures: figures(ctx, &then.directive, &now.assessment.directive),
            facts: facts.into_iter().take(MAX_FACTS).map(|(_, fact)| fact).collect(),
            more: (rest > 0).then(|| ctx.count("period-more", rest as u64)),
        })
    }
}

fn figures(ctx: &PageContext<'_>, published: &Tally, now: &Tally) -> Vec<Figure> {
    let figure = |key: &str, of: &dyn Fn(&Tally) -> String| {
        let (published, now) = (of(published), of(now));
        let differs = published != now;
        Figure { label: ctx.text(key), published, now, differs }
    };
    vec![
        figure("column-done", &|tally| ctx.fraction(tally.completion)),
        figure("column-on-time", &|tally| ctx.fraction(tally.on_time)),
        figure("column-overdue", &|tally| ctx.number(tally.overdue())),
        figure("column-reported", &|tally| ctx.fraction(tally.reporting)),
        figure("column-total", &|tally| ctx.number(tally.total())),
    ]
}

/// The facts about a public task that happened by the date and became known after it, each with the
/// day on which it became known.
fn facts(
    ctx: &PageContext<'_>,
    ix: TaskIx,
    task: &Task,
    then: &Assessment,
    now: &Assessment,
) -> Vec<(NaiveDate, Fact)> {
    let date = then.as_of;
    let late = |happened: NaiveDate, recorded: NaiveDate| happened <= date && recorded > date;
    let mut said: Vec<(NaiveDate, String)> = Vec::new();
    for (n, update) in task.updates.iter().enumerate() {
        if late(update.date, update.recorded) {
            let (state, day) = (ctx.entry(ctx.model, task, n), ctx.short(update.date));
            let args = [("state", state.into()), ("date", day.into())];
            said.push((update.recorded, ctx.say("supplement-entry", &args)));
        }
    }
    for extension in task.extensions.iter().filter(|e| late(e.decided, e.recorded)) {
        let due = ctx.deadline(&extension.due, date);
        let args = [("deadline", due.into()), ("date", ctx.short(extension.decided).into())];
        said.push((extension.recorded, ctx.say("supplement-extension", &args)));
    }
    for correction in task.corrections.iter().filter(|c| c.recorded > date) {
        said.push((correction.recorded, ctx.correction(ctx.model, correction)));
    }
    if let Some(since) = task.since.filter(|since| *since > date && task.exists(date, *since)) {
        said.push((since, ctx.text("supplement-task")));
    }
    let existed = task.exists(date, date);
    let labels = [&then[ix], &now[ix]].map(|assessed| ctx.standing(assessed));
    let [published, known] = &labels;
    let course = (existed && published != known)
        .then(|| ctx.say("event-course", &[("before", published.into()), ("after", known.into())]));
    let fact = |(recorded, what): (NaiveDate, String)| {
        let fact = Fact {
            href: ctx.to_task(ix),
            number: task.number.clone(),
            title: task.title.clone(),
            what,
            recorded: ctx.short(recorded),
            course: course.clone(),
        };
        (recorded, fact)
    };
    said.into_iter().map(fact).collect()
}
