//! `tiendo update TASK`: adds an entry to a task's ledger and prints its new standing.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::ask::{Ask, Choices};
use super::change;
use super::evidence::Attached;
use super::given::{Given, GivenDay, Refusal, WordParser, percent};
use super::recorded;
use super::report::Report;
use super::{Common, Outcome, load, missing};
use crate::assess::assess_as_known;
use crate::diagnostic::Severity;
use crate::fix::apply;
use crate::fix::entry::{self, Entry};
use crate::locale::Locale;
use crate::model::{DocumentIx, Model, Named, State, Task, TaskIx};
use crate::pipeline::{self, Loaded};
use crate::reading::days::{ReadDay, written};
use crate::reading::names::Names;
use crate::reading::parts;
use crate::site::words::Words;
use crate::vietnamese::nfc;

#[derive(Args)]
pub(super) struct UpdateArguments {
    #[arg(value_name = "TASK")]
    task: Option<String>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    on: Option<GivenDay>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    recorded: Option<GivenDay>,
    #[arg(long, value_name = "ID")]
    part: Vec<String>,
    #[arg(long, value_name = "STATE", value_parser = WordParser::new(&State::ALL))]
    state: Option<String>,
    #[arg(long, value_name = "TEXT")]
    text: Option<String>,
    #[arg(long, value_name = "0-100")]
    percent: Option<String>,
    #[arg(long, value_name = "ID")]
    evidence: Vec<String>,
    #[arg(long, value_name = "FILE")]
    evidence_file: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    document: Option<String>,
    #[arg(long, value_name = "TASK")]
    superseded_by: Vec<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    ask: bool,
}

impl UpdateArguments {
    /// The task, if it was given.
    pub(super) fn task(&mut self) -> Option<&mut String> {
        self.task.as_mut()
    }
}

pub(super) fn run(
    arguments: &UpdateArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let before = load(common, report)?;
    let ask = Ask::new(report, arguments.ask);
    let given = Given { model: &before.model, report };
    // The document of a new file is described by --document, which otherwise names one that is there.
    let attached = arguments.evidence_file.as_deref().map(|file| {
        Attached::take(file, arguments.document.as_deref(), common, given)
            .map_err(|refusal| refusal.fail(report))
    });
    let attached = attached.transpose()?;
    let questions = Questions {
        arguments,
        common,
        before: &before,
        ask: &ask,
        given,
        attached: attached.as_ref(),
    };
    let (ix, entry) = questions.entry()?;
    let id = before.model[ix].id.to_string();
    let task = &before.model[ix];
    if is_there(&entry, task, &before) {
        report.failure(&locale.format("update-is-there", &[("task", (&id).into())]));
        return Err(Outcome::WrongUse);
    }
    let edit = |old: &str| entry::append(old, &entry);
    let (file, shown) = change::longer_record(ix, "updates", edit, &before, common, report)?;
    let mut files = attached.map_or_else(Vec::new, |attached| attached.files);
    files.push(file);
    let proposed = change::propose(&files, &before, common, report)?;
    for file in &files {
        change::show(file, report);
    }
    change::refuse_errors(&proposed, "update-refused", report)?;
    print_standing(&before, &proposed.loaded, &id, [&entry.recorded, &entry.date], report);
    if arguments.dry_run || !ask.confirms() {
        report.text(&locale.text("update-dry"));
        return Ok(Outcome::Fine);
    }
    change::write("update", vec![id], &files, common, report)?;
    report.text(&locale.format("update-done", &[("file", shown.into())]));
    Ok(Outcome::Fine)
}

/// Takes the entry from the options, and asks for what is missing.
struct Questions<'a> {
    arguments: &'a UpdateArguments,
    common: &'a Common,
    before: &'a Loaded,
    ask: &'a Ask<'a>,
    given: Given<'a>,
    /// A document that is added with the entry, as its evidence.
    attached: Option<&'a Attached>,
}

impl Questions<'_> {
    fn entry(&self) -> Result<(TaskIx, Entry), Outcome> {
        let Questions { arguments, ask, given, .. } = self;
        let report = given.report;
        let fail = |refusal: Refusal| refusal.fail(report);
        let lacks = |argument: &str| missing(argument, "update", report);
        // What was given is judged before any question is asked.
        let task = arguments.task.as_deref().map(|task| given.task(task));
        let task = task.transpose().map_err(fail)?;
        let mut evidence = Vec::new();
        for list in &arguments.evidence {
            evidence.extend(given.documents(list).map_err(fail)?);
        }
        let document = arguments.document.as_deref().filter(|_| self.attached.is_none());
        let document = document.map(|document| given.document(document));
        let document = document.transpose().map_err(fail)?;
        let mut by = Vec::new();
        for list in &arguments.superseded_by {
            by.extend(given.tasks(list).map_err(fail)?);
        }
        let recording = recorded::recording(arguments.recorded.as_ref(), given.model, report);
        let on = arguments.on.as_ref().map(|on| on.moment(given.model, report));
        let judge = |on: ReadDay| recorded::judge(&recording, on.date, report);
        on.map(judge).transpose().map_err(fail)?;
        let mut entry = Entry {
            state: arguments.state.clone().unwrap_or_default(),
            text: arguments.text.clone().unwrap_or_default(),
            percent: arguments.percent.as_deref().map(percent).unwrap_or_default(),
            evidence: self.ids(&evidence),
            ..Entry::default()
        };
        entry.evidence.extend(self.attached.map(|attached| attached.id.clone()));
        let says_nothing = entry.state.is_empty()
            && entry.text.is_empty()
            && entry.percent.is_empty()
            && entry.evidence.is_empty();
        let tasks = Names::tasks(given.model);
        let tasks = Choices { names: &tasks, what: "task" };
        let task = match task {
            Some(task) => task,
            None => TaskIx(ask.choose("ask-task", tasks, true).ok_or_else(|| lacks("<TASK>"))?),
        };
        entry.parts = part_ids(given.model, &given.model[task], &arguments.part);
        let on = match on {
            Some(on) => on,
            None => {
                let judge = |answer: &str| {
                    let on = given.moment(answer)?;
                    recorded::judge(&recording, on.date, report)?;
                    let date = written(on.date, on.time);
                    self.accept(task, &Entry { date, ..entry.clone() })?;
                    Ok(on)
                };
                ask.must("ask-on", judge).ok_or_else(|| lacks("--on"))?
            }
        };
        (entry.date, entry.recorded) = (written(on.date, on.time), recording.written(on.date));
        if says_nothing {
            self.ask_what(task, &mut entry);
            if entry.state.is_empty() && entry.text.is_empty() && entry.evidence.is_empty() {
                return Err(lacks("--state, --text"));
            }
        }
        self.stop(tasks, document, by, &mut entry);
        entry.text = nfc(entry.text.trim()).into_owned();
        Ok((task, entry))
    }

    /// Asks what happened.
    fn ask_what(&self, task: TaskIx, entry: &mut Entry) {
        let Questions { ask, given, before, .. } = self;
        let words = Words::new(&before.model, given.report.locale().tag());
        let title = |word: &str| words.text(&format!("state-{}", word.replace('_', "-")));
        let states = Names::states(title);
        let choices = Choices { names: &states, what: "" };
        let state = ask.choose("ask-state", choices, false);
        entry.state = state.map_or(String::new(), |at| states.get(at).id.clone());
        let text = ask.maybe("ask-text", |answer| {
            let text = nfc(answer).into_owned();
            self.accept(task, &Entry { text: text.clone(), ..entry.clone() })?;
            Ok(text)
        });
        entry.text = text.unwrap_or_default();
        let evidence = ask.maybe("ask-evidence", |answer| {
            let evidence = self.ids(&given.documents(answer)?);
            self.accept(task, &Entry { evidence: evidence.clone(), ..entry.clone() })?;
            Ok(evidence)
        });
        entry.evidence = evidence.unwrap_or_default();
    }

    /// Adds what stops the task, if the entry does, and asks for it if need be.
    fn stop(
        &self,
        tasks: Choices<'_>,
        document: Option<DocumentIx>,
        mut by: Vec<TaskIx>,
        entry: &mut Entry,
    ) {
        let Questions { ask, given, .. } = self;
        let state = State::ALL.iter().find(|(word, _)| *word == entry.state);
        let state = state.map(|(_, state)| *state);
        let document = document.or_else(|| {
            let asks = state.is_some_and(State::is_stop);
            asks.then(|| ask.must("ask-document", |answer| given.document(answer))).flatten()
        });
        if by.is_empty() && state == Some(State::Superseded) {
            by = ask
                .choose_some("ask-superseded-by", tasks, *given)
                .into_iter()
                .map(TaskIx)
                .collect();
        }
        let id = |ix: DocumentIx| given.model[ix].id.to_string();
        entry.document = document.map(id).unwrap_or_default();
        entry.superseded_by = by.iter().map(|by| given.model[*by].id.to_string()).collect();
    }

    /// Judges the answers so far by the check that stands before the file: a fault is told at the
    /// question that it belongs to. What stops a task is asked for last.
    fn accept(&self, task: TaskIx, entry: &Entry) -> Result<(), Refusal> {
        const ASKED_LATER: [&str; 3] =
            ["entry-says-nothing", "stop-without-document", "superseded-by-nothing"];
        let Questions { common, before, given: Given { report, .. }, .. } = self;
        let task = &before.model[task];
        let shown = &before.sources.get(task.file).path;
        let proposed = pipeline::path_of(&common.content, shown).and_then(|path| {
            let old = fs::read_to_string(&path).ok()?;
            let new = apply(&old, vec![entry::append(&old, entry)?]);
            let attached = self.attached.iter().flat_map(|attached| &attached.files);
            let instead = attached
                .map(|file| (file.path.clone(), file.new.clone()))
                .chain([(path, Some(new.into_bytes()))])
                .collect();
            pipeline::propose_all(&common.content, &instead, before).ok()
        });
        let Some(proposed) = proposed else { return Ok(()) };
        let mut errors = proposed.new_errors;
        errors.retain(|error| {
            error.severity == Severity::Error && !ASKED_LATER.contains(&error.code)
        });
        if errors.has_errors() {
            report.print_diagnostics(&errors, &proposed.loaded.sources);
            return Err(Refusal::new(report.locale().text("ask-again")));
        }
        Ok(())
    }

    fn ids(&self, documents: &[DocumentIx]) -> Vec<String> {
        documents.iter().map(|document| self.given.model[*document].id.to_string()).collect()
    }
}

/// Prints the task's standing before and after something was added.
///
/// `from` are the day on which it was recorded, if that was later, and the day on which it happened.
pub(super) fn print_standing(
    before: &Loaded,
    after: &Loaded,
    id: &str,
    from: [&String; 2],
    report: &Report,
) {
    let locale = report.locale();
    let was = standing(before, id, locale);
    let is = standing(after, id, locale);
    let (Some((_, was)), Some((as_of, is))) = (was, is) else { return };
    let args = [
        ("task", id.into()),
        ("date", locale.short_date(as_of).into()),
        ("was", was.into()),
        ("is", is.into()),
    ];
    report.text(&locale.format("update-standing", &args));
    // It counts from the day on which it was recorded.
    let from = from.into_iter().find(|day| !day.is_empty());
    if from.and_then(|day| day.parse::<NaiveDate>().ok()).is_some_and(|from| from > as_of) {
        report.text(&locale.format("update-later", &args));
    }
}

/// Returns the ids of the parts that are named, `--part a,b` or `--part "tháng 3/2023"`. What names
/// none is left as it was typed, to be reported with the entry.
fn part_ids(model: &Model, task: &Task, given: &[String]) -> Vec<String> {
    match parts::named(model, task, &given.join(";")) {
        Ok(Named::These(ids)) => return ids.iter().map(ToString::to_string).collect(),
        Ok(Named::All) => return vec!["all".to_owned()],
        _ => {}
    }
    let ids = given.iter().flat_map(|list| list.split([',', ' ']));
    ids.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// Returns true if the ledger already has this entry, as when a command is typed twice.
fn is_there(entry: &Entry, task: &Task, loaded: &Loaded) -> bool {
    task.updates.iter().any(|update| {
        let evidence = update.evidence.iter().map(|document| loaded.model[*document].id.as_str());
        let parts = update.parts.written().unwrap_or_default();
        update.date.to_string() == entry.date
            && parts == entry.parts.join(", ").to_lowercase()
            && update.state.map_or("", State::name) == entry.state
            && update.text.as_deref().unwrap_or_default() == entry.text.trim()
            && evidence.eq(entry.evidence.iter().map(String::as_str))
    })
}

/// Returns a task's standing and its date.
fn standing(loaded: &Loaded, id: &str, locale: &Locale) -> Option<(NaiveDate, String)> {
    let as_of = pipeline::as_of(&loaded.model, None);
    let judged = assess_as_known(&loaded.model, as_of, as_of).ok()?;
    let assessed = &judged.assessment[judged.model.task_by_id(id)?];
    let words = Words::new(&loaded.model, locale.tag());
    let mut label = vec![words.standing(assessed)];
    label.extend(words.causes(assessed));
    Some((as_of, label.join(", ")))
}
