//! `tiendo diff`: what changed between two dates, for a leader's eyes, a report or a program.

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::given::GivenDay;
use super::paper::{Paper, Shape};
use super::report::Report;
use super::scope::{Scope, ScopeArguments};
use super::{Common, Outcome, before_directive, load_sound};
use crate::assess::changes::{Event, Label, Pair, PartMove, TaskChange};
use crate::assess::{Changes, Fraction, Tally, assess_as_known};
use crate::model::{AgencyIx, Id, Model, PriorityIx};
use crate::pipeline;
use crate::site::words::Words;

#[derive(Args)]
pub(super) struct DiffArguments {
    #[arg(long, value_name = "DATE", value_parser = GivenDay::parse)]
    from: GivenDay,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    to: Option<GivenDay>,
    #[arg(long, default_value = "known", value_name = "known|happened")]
    by: By,
    #[command(flatten)]
    scope: ScopeArguments,
    #[arg(
        id = "shape",
        long = "format",
        default_value = "text",
        value_name = "text|json|markdown"
    )]
    shape: Shape,
}

/// What counts as a change between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum By {
    /// What became known between them, whenever it happened.
    Known,
    /// What happened between them, as far as is known now.
    Happened,
}

pub(super) fn run(
    arguments: &DiffArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let loaded = load_sound(common, report)?;
    let model = &loaded.model;
    let scope = arguments.scope.find(model, report)?;
    let to = arguments.to.as_ref().map(|to| to.date(model, report));
    let (from, to) = (arguments.from.date(model, report), pipeline::as_of(model, to));
    if from > to {
        let locale = report.locale();
        let (from, to) = (locale.short_date(from), locale.short_date(to));
        let args = [("from", from.into()), ("to", to.into())];
        report.failure(&locale.format("diff-wrong-order", &args));
        return Err(Outcome::WrongUse);
    }
    // What happened is compared by what is known now, what became known by what each day knew.
    let known = match arguments.by {
        By::Known => from,
        By::Happened => to,
    };
    let judged = |as_of, known| {
        assess_as_known(model, as_of, known).map_err(|error| {
            before_directive(&error, report);
            Outcome::WrongUse
        })
    };
    let (before, after) = (judged(from, known)?, judged(to, to)?);
    let model = &*after.model;
    let mut changes = Changes::between(before.both(), after.both());
    changes.keep(model, &after.assessment, scope.agency, scope.priority);
    let words = Words::new(model, report.locale().tag());
    match Paper::new(arguments.shape) {
        None => report.json(&Answer::new(model, &changes, &scope)),
        Some(paper) => report.text(&fill(paper, model, &changes, &scope, &words)),
    }
    Ok(Outcome::Fine)
}

fn fill(
    mut paper: Paper,
    model: &Model,
    changes: &Changes,
    scope: &Scope,
    words: &Words,
) -> String {
    let (from, to) = (words.short(changes.from), words.short(changes.to));
    let directive = model.directive.name();
    let args = [("from", from.into()), ("to", to.into()), ("directive", (&directive).into())];
    paper.title(&words.say("diff-title", &args));
    paper.table(&figures(model, changes, scope, words));
    if changes.is_empty() {
        paper.line("");
        paper.line(&words.text("diff-nothing"));
    }
    for section in words.sections(model, changes, false) {
        paper.section(&section.title, section.rows.len());
        for row in &section.rows {
            let task = &model[row.task];
            paper.task(task, &row.detail, words);
        }
    }
    let entries: usize = changes.tasks.iter().map(|change| change.entries.len()).sum();
    if entries > 0 {
        paper.section(&words.text("diff-new-entries"), entries);
    }
    for change in &changes.tasks {
        let task = &model[change.task];
        for entry in change.entries.clone() {
            let update = &task.updates[entry];
            let day = words.days(update.date, update.recorded);
            let mut said = format!("{day}, {}", words.entry(model, task, entry));
            if let Some(text) = &update.text {
                said = format!("{said}: {text}");
            }
            paper.task(task, &said, words);
        }
    }
    if !changes.notes.is_empty() {
        paper.section(&words.text("diff-new-notes"), changes.notes.len());
    }
    for note in &changes.notes {
        let note = &model[*note];
        let about: Vec<&str> = note.tasks.iter().map(|task| model[*task].number.as_str()).collect();
        paper.item(&words.short(note.date), &note.title, &about.join(", "));
    }
    paper.finish()
}

/// The whole and the groups whose figures changed.
fn figures(model: &Model, changes: &Changes, scope: &Scope, words: &Words) -> Vec<Vec<String>> {
    let head =
        ["diff-column-group", "diff-column-done", "diff-column-overdue", "diff-column-reported"];
    let mut rows = vec![head.map(|key| words.text(key)).to_vec()];
    let row = |name: String, pair: &Pair| {
        let course = |before: String, after: String| {
            if before == after { after } else { format!("{before} → {after}") }
        };
        let fraction =
            |of: fn(&Tally) -> Fraction| course(short(of(&pair.before)), short(of(&pair.after)));
        vec![
            name,
            fraction(|tally| tally.completion),
            course(pair.before.overdue().to_string(), pair.after.overdue().to_string()),
            fraction(|tally| tally.reporting),
        ]
    };
    let shown = |tally: &Tally| (tally.completion, tally.overdue(), tally.reporting);
    if scope.agency.is_none() && scope.priority.is_none() {
        rows.push(row(words.text("diff-directive"), &changes.directive));
    }
    for (n, (priority, pair)) in model.priorities.iter().zip(&changes.priorities).enumerate() {
        let wanted = match scope.priority {
            Some(PriorityIx(wanted)) => wanted == n,
            None => scope.agency.is_none() && shown(&pair.before) != shown(&pair.after),
        };
        if wanted {
            rows.push(row(format!("{}. {}", priority.number, priority.title), pair));
        }
    }
    if let Some(agency) = scope.agency {
        rows.push(row(model[agency].name.clone(), &changes.agencies[agency.0]));
    }
    rows
}

fn short(fraction: Fraction) -> String {
    match fraction.whole {
        0 => "–".to_owned(),
        whole => format!("{}/{whole}", fraction.part),
    }
}

/// What changed, for programs. Field names are stable within a `version`.
#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    from: NaiveDate,
    to: NaiveDate,
    directive: Course<'a>,
    priorities: Vec<Course<'a>>,
    agencies: Vec<Course<'a>>,
    tasks: Vec<TaskRow<'a>>,
    notes: Vec<&'a str>,
}

/// A group on both dates.
#[derive(Serialize)]
struct Course<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    before: Figures,
    after: Figures,
}

/// Fractions are `[part, whole]`.
#[derive(Serialize)]
struct Figures {
    completion: [u32; 2],
    on_time: [u32; 2],
    reporting: [u32; 2],
    overdue: u32,
    stopped: u32,
    word: &'static str,
}

#[derive(Serialize)]
struct TaskRow<'a> {
    id: &'a str,
    number: &'a str,
    title: &'a str,
    restricted: bool,
    before: LabelRow,
    after: LabelRow,
    events: Vec<EventRow<'a>>,
    entries: Vec<EntryRow<'a>>,
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct LabelRow {
    standing: &'static str,
    days: Option<u32>,
}

/// What happened; fields that do not belong to it are left out.
#[derive(Default, Serialize)]
struct EventRow<'a> {
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_good_day: Option<[Option<NaiveDate>; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    documents: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    superseded_by: Option<&'a str>,
    /// All tasks that replace it, if several do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    superseded_by_all: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leads: Option<[Vec<&'a str>; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    levels: Vec<LevelRow>,
}

/// A part that is done or was moved.
#[derive(Serialize)]
struct PartRow {
    part: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_good_day: Option<[Option<NaiveDate>; 2]>,
}

/// A level of a target, both counted from 1.
#[derive(Serialize)]
struct LevelRow {
    target: usize,
    level: usize,
    standing: &'static str,
    days: Option<u32>,
}

#[derive(Serialize)]
struct EntryRow<'a> {
    date: NaiveDate,
    /// The day on which it was recorded, if that was later.
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<NaiveDate>,
    state: Option<&'static str>,
    text: Option<&'a str>,
}

impl<'a> Answer<'a> {
    fn new(model: &'a Model, changes: &'a Changes, scope: &Scope) -> Self {
        let priorities = model.priorities.iter().map(|priority| &priority.id);
        let agencies = model.agencies.iter().map(|agency| &agency.id);
        // Of one priority the agencies say nothing, and the other way round.
        let all = scope.priority.is_none() && scope.agency.is_none();
        let groups = |ids: Vec<&'a Id>, pairs: &'a [Pair], wanted: Option<usize>| {
            let pairs = ids.into_iter().zip(pairs).enumerate();
            pairs
                .filter(|(n, _)| all || wanted == Some(*n))
                .map(|(_, (id, pair))| Course::new(Some(id.as_str()), pair))
                .collect()
        };
        Answer {
            version: 1,
            from: changes.from,
            to: changes.to,
            directive: Course::new(None, &changes.directive),
            priorities: groups(
                priorities.collect(),
                &changes.priorities,
                scope.priority.map(|p| p.0),
            ),
            agencies: groups(agencies.collect(), &changes.agencies, scope.agency.map(|a| a.0)),
            tasks: changes.tasks.iter().map(|change| TaskRow::new(model, change)).collect(),
            notes: changes.notes.iter().map(|note| model[*note].id.as_str()).collect(),
        }
    }
}

impl<'a> Course<'a> {
    fn new(id: Option<&'a str>, pair: &Pair) -> Self {
        Course { id, before: Figures::new(&pair.before), after: Figures::new(&pair.after) }
    }
}

impl Figures {
    fn new(tally: &Tally) -> Self {
        let pair = |fraction: Fraction| [fraction.part, fraction.whole];
        Figures {
            completion: pair(tally.completion),
            on_time: pair(tally.on_time),
            reporting: pair(tally.reporting),
            overdue: tally.overdue(),
            stopped: tally.stopped(),
            word: tally.word.name(),
        }
    }
}

impl<'a> TaskRow<'a> {
    fn new(model: &'a Model, change: &'a TaskChange) -> Self {
        let task = &model[change.task];
        let [before, after] = change.labels.map(LabelRow::new);
        TaskRow {
            id: task.id.as_str(),
            number: &task.number,
            title: &task.title,
            restricted: task.restricted,
            before,
            after,
            events: change.events.iter().map(|e| EventRow::new(model, change, e)).collect(),
            entries: (change.entries.iter().map(|entry| &task.updates[*entry]))
                .map(|update| EntryRow {
                    recorded: (update.recorded != update.date).then_some(update.recorded),
                    date: update.date,
                    state: update.state.map(crate::model::State::name),
                    text: update.text.as_deref(),
                })
                .collect(),
            notes: change.notes.iter().map(|note| model[*note].id.as_str()).collect(),
        }
    }
}

impl LabelRow {
    fn new(label: Label) -> Self {
        LabelRow { standing: label.standing.name(), days: label.days }
    }
}

impl<'a> EventRow<'a> {
    fn new(model: &'a Model, change: &TaskChange, event: &Event) -> Self {
        let mut row = EventRow { event: event.name(), ..EventRow::default() };
        let task = &model[change.task];
        match event {
            Event::Done(on) => row.on = Some(*on),
            Event::NoLongerOverdue(relief) => row.because = Some(relief.name()),
            Event::Redated(redated) => {
                let extensions = redated.extensions.iter().map(|n| &task.extensions[*n]);
                row.last_good_day = Some([redated.from, redated.to]);
                row.on = extensions.clone().next_back().map(|extension| extension.decided);
                let documents = extensions.filter_map(|extension| extension.document);
                row.documents = documents.map(|d| model[d].id.as_str()).collect();
            }
            Event::Cancelled(entry) | Event::Superseded(entry) => {
                let entry = &task.updates[*entry];
                row.on = Some(entry.date);
                row.documents = entry.document.iter().map(|d| model[*d].id.as_str()).collect();
                let by: Vec<&str> =
                    entry.superseded_by.iter().map(|task| model[*task].id.as_str()).collect();
                row.superseded_by = by.first().copied();
                row.superseded_by_all = if by.len() > 1 { by } else { Vec::new() };
            }
            Event::Led { from, to } => {
                let ids = |agencies: &[AgencyIx]| {
                    agencies.iter().map(|agency| model[*agency].id.as_str()).collect()
                };
                row.leads = Some([ids(from), ids(to)]);
            }
            Event::PartsDone(ids) => {
                let done = |id: &Id| PartRow { part: id.to_string(), last_good_day: None };
                row.parts = ids.iter().map(done).collect();
            }
            Event::PartsMoved(moves) => {
                let moved = |moved: &PartMove| PartRow {
                    part: moved.part.to_string(),
                    last_good_day: Some([moved.from, moved.to]),
                };
                row.parts = moves.iter().map(moved).collect();
            }
            Event::Levels(levels) => {
                row.levels = (levels.iter())
                    .map(|(target, level, standing)| LevelRow {
                        target: target + 1,
                        level: level + 1,
                        standing: standing.reach.name(),
                        days: standing.days,
                    })
                    .collect();
            }
            _ => {}
        }
        row
    }
}
