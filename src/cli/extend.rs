//! `tiendo extend TASK`: adds a later deadline to a task and prints its new standing.

use clap::Args;

use super::ask::{Ask, Choices};
use super::change;
use super::given::{Given, GivenDay};
use super::recorded;
use super::report::Report;
use super::update::print_standing;
use super::{Common, Outcome, load, missing};
use crate::fix::entry::{self, Extension};
use crate::model::TaskIx;
use crate::reading::names::Names;

#[derive(Args)]
pub(super) struct ExtendArguments {
    #[arg(value_name = "TASK")]
    task: Option<String>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    decided: Option<GivenDay>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    recorded: Option<GivenDay>,
    #[arg(id = "new_due", long = "due", value_name = "DEADLINE")]
    due: Option<String>,
    #[arg(id = "new_before", long = "before", value_name = "DEADLINE", conflicts_with = "new_due")]
    before: Option<String>,
    #[arg(id = "deciding", long = "document", value_name = "ID")]
    document: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    ask: bool,
}

impl ExtendArguments {
    /// The task, if it was given.
    pub(super) fn task(&mut self) -> Option<&mut String> {
        self.task.as_mut()
    }
}

pub(super) fn run(
    arguments: &ExtendArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let before = load(common, report)?;
    let ask = Ask::new(report, arguments.ask);
    let given = Given { model: &before.model, report };
    let (ix, extension) = extension(arguments, &ask, given)?;
    let id = before.model[ix].id.to_string();
    let edit = |old: &str| entry::extend(old, &extension);
    let (file, shown) = change::longer_record(ix, "extensions", edit, &before, common, report)?;
    let files = [file];
    let proposed = change::propose(&files, &before, common, report)?;
    change::show(&files[0], report);
    change::refuse_errors(&proposed, "update-refused", report)?;
    let from = [&extension.recorded, &extension.decided];
    print_standing(&before, &proposed.loaded, &id, from, report);
    if arguments.dry_run || !ask.confirms() {
        report.text(&locale.text("update-dry"));
        return Ok(Outcome::Fine);
    }
    change::write("extend", vec![id], &files, common, report)?;
    report.text(&locale.format("update-done", &[("file", shown.into())]));
    Ok(Outcome::Fine)
}

/// Takes the extension from the options, and asks for what is missing.
fn extension(
    arguments: &ExtendArguments,
    ask: &Ask<'_>,
    given: Given<'_>,
) -> Result<(TaskIx, Extension), Outcome> {
    let report = given.report;
    let fail = |refusal: super::given::Refusal| refusal.fail(report);
    let lacks = |argument: &str| missing(argument, "extend", report);
    // What was given is judged before any question is asked.
    let task = arguments.task.as_deref().map(|task| given.task(task));
    let task = task.transpose().map_err(fail)?;
    let due = match (&arguments.due, &arguments.before) {
        (_, Some(before)) => Some(given.due(before, true)),
        (due, None) => due.as_ref().map(|due| given.due(due, false)),
    };
    let due = due.transpose().map_err(fail)?;
    let document = arguments.document.as_deref().map(|document| given.document(document));
    let document = document.transpose().map_err(fail)?;
    let recording = recorded::recording(arguments.recorded.as_ref(), given.model, report);
    let decided = arguments.decided.as_ref().map(|day| day.date(given.model, report));
    decided.map(|day| recorded::judge(&recording, day, report)).transpose().map_err(fail)?;
    let tasks = Names::tasks(given.model);
    let choices = Choices { names: &tasks, what: "task" };
    let task = match task {
        Some(task) => task,
        None => TaskIx(ask.choose("ask-task", choices, true).ok_or_else(|| lacks("<TASK>"))?),
    };
    let due = match due {
        Some(due) => due,
        None => ask
            .must("ask-new-due", |answer| given.due(answer, false))
            .ok_or_else(|| lacks("--due"))?,
    };
    let decided = match decided {
        Some(decided) => decided,
        None => {
            let judge = |answer: &str| {
                let day = given.day(answer)?;
                recorded::judge(&recording, day, report).map(|()| day)
            };
            ask.must("ask-decided", judge).ok_or_else(|| lacks("--decided"))?
        }
    };
    let document = document.or_else(|| ask.maybe("ask-deciding", |answer| given.document(answer)));
    let extension = Extension {
        decided: decided.to_string(),
        recorded: recording.written(decided),
        due,
        document: document.map(|ix| given.model[ix].id.to_string()).unwrap_or_default(),
    };
    Ok((task, extension))
}
