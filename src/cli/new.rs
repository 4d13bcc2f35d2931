//! `tiendo new task|note`: creates a record, checked before it is written.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::ask::{Ask, Choices};
use super::change;
use super::given::{Given, GivenDay, Refusal, WordParser, new_id, number_is_taken};
use super::recorded;
use super::report::Report;
use super::{Common, Outcome, directive, load, missing};
use crate::fix::entry::{id, scalar};
use crate::locale::Locale;
use crate::model::id::MAX_LENGTH;
use crate::model::{AgencyIx, Frequency, Id, Kind, LeadSource, PriorityIx, TaskIx, VISIBILITY};
use crate::output::journal::FileChange;
use crate::pipeline::{self, Loaded};
use crate::reading::names::Names;
use crate::vietnamese::{nfc, slug};

#[derive(Args)]
pub(super) struct NewArguments {
    #[arg(value_name = "task|note")]
    what: What,
    #[arg(value_name = "ID")]
    id: Option<String>,
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    #[arg(long, value_name = "ID")]
    priority: Option<String>,
    #[arg(
        long,
        value_name = "deliverable|ongoing|duty",
        value_parser = WordParser::new(&Kind::ALL)
    )]
    kind: Option<String>,
    #[arg(long, value_name = "TEXT")]
    product: Option<String>,
    #[arg(id = "new_number", long = "number", value_name = "TEXT")]
    number: Option<String>,
    #[arg(long, value_name = "ID")]
    lead: Vec<String>,
    #[arg(
        long,
        value_name = "directive|office",
        value_parser = WordParser::new(&LeadSource::ALL)
    )]
    lead_source: Option<String>,
    #[arg(long, value_name = "ID")]
    support: Vec<String>,
    #[arg(id = "new_places", long = "place", value_name = "ID")]
    places: Vec<String>,
    #[arg(id = "new_documents", long = "document", value_name = "ID")]
    documents: Vec<String>,
    #[arg(long, value_name = "ID")]
    related: Vec<String>,
    #[arg(
        long,
        value_name = "week|month|quarter",
        value_parser = WordParser::new(&Frequency::ALL)
    )]
    report_every: Option<String>,
    #[arg(
        long,
        value_name = "public|status_only",
        value_parser = WordParser::new(&VISIBILITY)
    )]
    visibility: Option<String>,
    #[arg(id = "new_added", long = "added", value_name = "DATE|today", value_parser = GivenDay::parse)]
    added: Option<GivenDay>,
    #[arg(id = "new_added_by", long = "added-by", value_name = "ID", requires = "new_added")]
    added_by: Option<String>,
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with = "due")]
    before: Option<String>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    on: Option<GivenDay>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    recorded: Option<GivenDay>,
    #[arg(long = "task", value_name = "ID")]
    tasks: Vec<String>,
    #[arg(long, value_name = "ID")]
    author: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    ask: bool,
}

/// Kind of record to create.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// A task.
    Task,
    /// A progress note.
    Note,
}

pub(super) fn run(
    arguments: &NewArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let before = load(common, report)?;
    let ask = Ask::new(report, arguments.ask);
    let given = Given { model: &before.model, report };
    let questions = Questions { arguments, common, before: &before, ask: &ask, given };
    let (path, text) = match arguments.what {
        What::Task => questions.task()?,
        What::Note => questions.note()?,
    };
    let shown = path.display().to_string();
    let about = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let files = [FileChange { path, old: None, new: Some(text.clone().into_bytes()) }];
    let proposed = change::propose(&files, &before, common, report)?;
    report.diff(&shown, &[], "", &text);
    change::refuse_errors(&proposed, "update-refused", report)?;
    if arguments.dry_run || !ask.confirms() {
        report.text(&locale.text("update-dry"));
        return Ok(Outcome::Fine);
    }
    change::write("new", about.into_iter().collect(), &files, common, report)?;
    report.text(&locale.format("new-done", &[("file", shown.into())]));
    if arguments.what == What::Note {
        report.text(&locale.text("new-note-draft"));
    }
    Ok(Outcome::Fine)
}

/// Takes the record from the options, and asks for what is missing.
struct Questions<'a> {
    arguments: &'a NewArguments,
    common: &'a Common,
    before: &'a Loaded,
    ask: &'a Ask<'a>,
    given: Given<'a>,
}

impl Questions<'_> {
    /// Returns the path and the text of a task.
    fn task(&self) -> Result<(PathBuf, String), Outcome> {
        let Questions { arguments, ask, given, .. } = self;
        let lacks = |argument: &str| missing(argument, "new", given.report);
        let asks = arguments.id.is_none() || arguments.title.is_none();
        // What was given is judged before any question is asked.
        let known_id =
            self.judged(arguments.id.as_ref(), |text| self.free(text, "tasks", "yaml"))?;
        let priority = self.judged(arguments.priority.as_ref(), |text| given.priority(text))?;
        let mut leads = self.listed(&arguments.lead, |text| given.agencies(text))?;
        let support = self.listed(&arguments.support, |text| given.agencies(text))?;
        let places = self.listed(&arguments.places, |text| given.places(text))?;
        let documents = self.listed(&arguments.documents, |text| given.documents(text))?;
        let related = self.listed(&arguments.related, |text| given.tasks(text))?;
        let added_by = self.judged(arguments.added_by.as_ref(), |text| given.document(text))?;
        let due = match (&arguments.due, &arguments.before) {
            (_, Some(before)) => self.judged(Some(before), |text| given.due(text, true))?,
            (due, None) => self.judged(due.as_ref(), |text| given.due(text, false))?,
        };
        let (path, number) = match known_id {
            Some(known) => known,
            None => ask
                .must("ask-new-id", |text| self.free(text, "tasks", "yaml"))
                .ok_or_else(|| lacks("ID"))?,
        };
        let title = self.title(&path, "tasks").ok_or_else(|| lacks("--title"))?;
        let priorities = Names::priorities(given.model);
        let choices = Choices { names: &priorities, what: "priority" };
        let priority = match priority {
            Some(priority) => priority,
            None => PriorityIx(
                ask.choose("ask-priority", choices, true).ok_or_else(|| lacks("--priority"))?,
            ),
        };
        if leads.is_empty() && asks {
            let agencies = Names::agencies(given.model);
            let choices = Choices { names: &agencies, what: "agency" };
            let chosen = ask.choose_some("ask-lead", choices, *given);
            leads.extend(chosen.into_iter().map(AgencyIx));
        }
        let kind = arguments.kind.as_deref().unwrap_or("deliverable");
        let due = match due {
            None if asks && kind == "deliverable" => {
                ask.maybe("ask-due", |answer| given.due(answer, false))
            }
            due => due,
        };
        let ids: Vec<String> =
            leads.iter().map(|lead| id(given.model[*lead].id.as_str())).collect();
        let lead = match ids.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            many => Some(format!("[{}]", many.join(", "))),
        };
        let product = arguments.product.as_deref().map(|product| scalar(&nfc(product), false));
        let model = given.model;
        let number = arguments.number.clone().or(number);
        let added = arguments.added.as_ref().map(|day| day.date(model, given.report).to_string());
        let list = |ids: Vec<&Id>| {
            let ids: Vec<String> = ids.into_iter().map(|one| id(one.as_str())).collect();
            (!ids.is_empty()).then(|| format!("[{}]", ids.join(", ")))
        };
        let fields = [
            ("priority", Some(id(given.model[priority].id.as_str()))),
            ("number", number.map(|number| id(&nfc(&number)))),
            ("added", added),
            ("document", added_by.map(|document| id(model[document].id.as_str()))),
            ("title", Some(scalar(&nfc(&title), false))),
            ("kind", Some(scalar(kind, false))),
            ("product", product),
            ("lead", lead),
            ("lead_source", arguments.lead_source.clone()),
            ("support", list(support.iter().map(|one| &model[*one].id).collect())),
            ("places", list(places.iter().map(|one| &model[*one].id).collect())),
            ("due", due),
            ("documents", list(documents.iter().map(|one| &model[*one].id).collect())),
            ("related", list(related.iter().map(|one| &model[*one].id).collect())),
            ("visibility", arguments.visibility.clone()),
            ("report_every", arguments.report_every.clone()),
        ];
        Ok((path, lines(&fields)))
    }

    /// Returns the path and the text of a note.
    fn note(&self) -> Result<(PathBuf, String), Outcome> {
        let Questions { arguments, ask, given, .. } = self;
        let report = given.report;
        let lacks = |argument: &str| missing(argument, "new", report);
        let known = self.judged(arguments.id.as_ref(), |text| self.free(text, "notes", "md"))?;
        let author = self.judged(arguments.author.as_ref(), |text| given.agency(text))?;
        let priority = self.judged(arguments.priority.as_ref(), |text| given.priority(text))?;
        let mut tasks = self.listed(&arguments.tasks, |text| given.tasks(text))?;
        let recording = recorded::recording(arguments.recorded.as_ref(), given.model, report);
        let judge = |on| recorded::judge(&recording, on, report).map(|()| on);
        let on = arguments.on.as_ref().map(|on| judge(on.date(given.model, report)));
        let on = on.transpose().map_err(|refusal| refusal.fail(report))?;
        let somewhere = self.common.content.join("notes/moi.md");
        let at = known.as_ref().map_or(&somewhere, |(path, _)| path);
        let title = self.title(at, "notes").ok_or_else(|| lacks("--title"))?;
        let on = match on {
            Some(on) => on,
            None => {
                let judge = |answer: &str| given.day(answer).and_then(judge);
                ask.must("ask-on", judge).ok_or_else(|| lacks("--on"))?
            }
        };
        let path = match known {
            Some((path, _)) => path,
            None => {
                let name = note_id(on, &title);
                let free = self.free(&name, "notes", "md");
                free.map_err(|refusal| refusal.fail(report))?.0
            }
        };
        if tasks.is_empty() && priority.is_none() {
            let names = Names::tasks(given.model);
            let choices = Choices { names: &names, what: "task" };
            let chosen = ask.choose_some("ask-task", choices, *given);
            tasks.extend(chosen.into_iter().map(TaskIx));
        }
        let list = |ids: Vec<String>| (!ids.is_empty()).then(|| format!("[{}]", ids.join(", ")));
        let tasks = tasks.iter().map(|task| id(given.model[*task].id.as_str())).collect();
        let priorities = priority.iter().map(|p| id(given.model[*p].id.as_str())).collect();
        let fields = [
            ("date", Some(on.to_string())),
            ("recorded", recording.of(on).map(|day| day.to_string())),
            ("title", Some(scalar(&nfc(&title), false))),
            ("author", author.map(|author| id(given.model[author].id.as_str()))),
            ("tasks", list(tasks)),
            ("priorities", list(priorities)),
            ("draft", Some("true".to_owned())),
        ];
        let headings = headings(report.locale());
        Ok((path, format!("---\n{}---\n\n{headings}", lines(&fields))))
    }

    /// Judges an option.
    fn judged<T>(
        &self,
        text: Option<&String>,
        judge: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Outcome> {
        let judged = text.map(|text| judge(text)).transpose();
        judged.map_err(|refusal| refusal.fail(self.given.report))
    }

    /// Judges the lists of an option that may be given several times.
    fn listed<T: PartialEq>(
        &self,
        lists: &[String],
        judge: impl Fn(&str) -> Result<Vec<T>, Refusal>,
    ) -> Result<Vec<T>, Outcome> {
        let mut all = Vec::new();
        for list in lists {
            for one in judge(list).map_err(|refusal| refusal.fail(self.given.report))? {
                if !all.contains(&one) {
                    all.push(one);
                }
            }
        }
        Ok(all)
    }

    /// Returns the path of a record that is not there yet, and the number that pages show if it is
    /// another than the id.
    fn free(
        &self,
        text: &str,
        folder: &str,
        ending: &str,
    ) -> Result<(PathBuf, Option<String>), Refusal> {
        let Given { model, report } = self.given;
        let (name, number) = new_id(text, report)?;
        let path = self.common.content.join(folder).join(format!("{name}.{ending}"));
        let is_task = folder == "tasks";
        let is_there = if is_task {
            model.task_by_id(&name).is_some()
                || number.as_ref().is_some_and(|number| number_is_taken(number, model))
        } else {
            model.notes.iter().any(|note| note.id.as_str() == name)
        };
        if is_there || path.symlink_metadata().is_ok() {
            let key = if is_task { "new-task-is-there" } else { "new-note-is-there" };
            // For the command that continues the task.
            let id = if is_task { directive::task(self.common, &name) } else { name };
            let args = [("id", id.into()), ("value", text.into())];
            return Err(Refusal::new(report.locale().format(key, &args)));
        }
        Ok((path, number))
    }

    /// Returns the title, asking for it until it is a text that records may have.
    fn title(&self, path: &std::path::Path, folder: &str) -> Option<String> {
        let Given { model, report } = self.given;
        if let Some(title) = &self.arguments.title {
            return Some(title.clone());
        }
        self.ask.must("ask-title", |answer| {
            let title = scalar(&nfc(answer), false);
            let priority = model.priorities.first().map_or("", |first| first.id.as_str());
            let text = match folder {
                "tasks" => format!("priority: {}\ntitle: {title}\nkind: duty\n", id(priority)),
                _ => format!(
                    "---\ndate: {}\ntitle: {title}\ndraft: true\n---\n",
                    model.directive.date
                ),
            };
            let content = &self.common.content;
            match pipeline::propose(content, path.to_owned(), &text, self.before) {
                Ok(proposed) if proposed.new_errors.has_errors() => {
                    report.print_diagnostics(&proposed.new_errors, &proposed.loaded.sources);
                    Err(Refusal::new(report.locale().text("ask-again")))
                }
                _ => Ok(answer.to_owned()),
            }
        })
    }
}

/// Returns the id of a note: its date and its title.
fn note_id(on: NaiveDate, title: &str) -> String {
    let name = format!("{on}-{}", slug(title));
    let short: String = name.chars().take(MAX_LENGTH).collect();
    short.trim_end_matches(['-', '.']).to_owned()
}

fn lines(fields: &[(&str, Option<String>)]) -> String {
    let written = fields.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
    written.map(|(key, value)| format!("{key}: {value}\n")).collect()
}

fn headings(locale: &Locale) -> String {
    let keys =
        ["new-note-results", "new-note-obstacles", "new-note-proposals", "new-note-documents"];
    keys.map(|key| format!("## {}\n", locale.text(key))).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_gives_the_id_of_a_note() {
        let on = NaiveDate::from_ymd_opt(2025, 3, 31).unwrap();
        for title in ["Con", "Còn ba việc", "Việc còn lại", "Aux", "…", "COM1", &"dài ".repeat(40)]
        {
            assert!(Id::parse(&note_id(on, title)).is_ok(), "{title}: {}", note_id(on, title));
        }
        assert_eq!(note_id(on, "Còn ba việc"), "2025-03-31-con-ba-viec");
    }
}
