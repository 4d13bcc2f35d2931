//! `tiendo new task|note`: creates a record, checked before it is written.

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::ask::{Ask, Choice};
use super::report::Report;
use super::trouble::not_written;
use super::{Common, Outcome, load, missing, parse_as_of, unreadable};
use crate::fix::entry::{id, scalar};
use crate::locale::Locale;
use crate::model::Id;
use crate::model::id::MAX_LENGTH;
use crate::output::replace::{ReplaceError, create};
use crate::pipeline::{self, Loaded};
use crate::vietnamese::{nfc, parse_date, slug};

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
    #[arg(long, value_name = "deliverable|ongoing|duty")]
    kind: Option<String>,
    #[arg(long, value_name = "TEXT")]
    product: Option<String>,
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    lead: Vec<String>,
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
    #[arg(long, value_name = "DATE", conflicts_with = "due")]
    before: Option<String>,
    #[arg(long, value_name = "DATE|today", value_parser = parse_as_of)]
    on: Option<NaiveDate>,
    #[arg(long = "task", value_name = "ID", value_delimiter = ',')]
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
    let made = match arguments.what {
        What::Task => task(arguments, &before, &ask),
        What::Note => note(arguments, &before, &ask, locale),
    };
    let (relative, text) = made.map_err(|argument| missing(argument, "new", report))?;
    let stem = relative.split_once('/').map_or("", |(_, name)| name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    if Id::parse(stem).is_err() {
        report.failure(&locale.format("new-bad-id", &[("value", stem.into())]));
        let meant = slug(stem);
        if Id::parse(&meant).is_ok() {
            report.aside(&locale.format("did-you-mean", &[("suggestion", meant.into())]));
        }
        return Err(Outcome::WrongUse);
    }
    let path = common.content.join(&relative);
    if path.symlink_metadata().is_ok() {
        not_written(&ReplaceError::Exists { path }, report);
        return Err(Outcome::WrongUse);
    }
    let proposed = pipeline::propose(&common.content, path.clone(), &text, &before)
        .map_err(|error| unreadable(&error, report))?;
    let shown = path.display().to_string();
    report.diff(&shown, &[], "", &text);
    if proposed.new_errors.has_errors() {
        report.print_diagnostics(&proposed.new_errors, &proposed.loaded.sources);
        report.failure(&locale.text("update-refused"));
        return Err(Outcome::ContentErrors);
    }
    if arguments.dry_run || !ask.confirms() {
        report.text(&locale.text("update-dry"));
        return Ok(Outcome::Fine);
    }
    create(&path, text.as_bytes()).map_err(|error| not_written(&error, report))?;
    report.text(&locale.format("new-done", &[("file", shown.into())]));
    if arguments.what == What::Note {
        report.text(&locale.text("new-note-draft"));
    }
    Ok(Outcome::Fine)
}

/// Returns the path and text of a task, or the name of the missing argument.
fn task(
    arguments: &NewArguments,
    loaded: &Loaded,
    ask: &Ask<'_>,
) -> Result<(String, String), &'static str> {
    let asks = arguments.id.is_none() || arguments.title.is_none();
    let asked = |known: &Option<String>, key| known.clone().or_else(|| ask.line(key));
    let name = asked(&arguments.id, "ask-new-id").ok_or("ID")?;
    let title = asked(&arguments.title, "ask-title").ok_or("--title")?;
    let priority = match &arguments.priority {
        Some(priority) => priority.clone(),
        None => {
            ask.choose("ask-priority", &Choice::priorities(&loaded.model)).ok_or("--priority")?
        }
    };
    let mut leads = arguments.lead.clone();
    if leads.is_empty() && asks {
        leads.extend(ask.choose("ask-lead", &Choice::agencies(&loaded.model)));
    }
    let kind = arguments.kind.as_deref().unwrap_or("deliverable");
    let due = match (&arguments.due, &arguments.before) {
        (_, Some(before)) => Some(format!("{{before: {}}}", day(before))),
        (Some(due), None) => Some(day(due)),
        (None, None) if asks && kind == "deliverable" => ask.line("ask-due").map(|due| day(&due)),
        (None, None) => None,
    };
    let leads: Vec<String> = leads.iter().map(|lead| id(lead)).collect();
    let lead = match leads.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        many => Some(format!("[{}]", many.join(", "))),
    };
    let product = arguments.product.as_deref().map(|product| scalar(&nfc(product), false));
    let fields = [
        ("priority", Some(id(&priority))),
        ("title", Some(scalar(&nfc(&title), false))),
        ("kind", Some(scalar(kind, false))),
        ("product", product),
        ("lead", lead),
        ("due", due),
    ];
    Ok((format!("tasks/{name}.yaml"), lines(&fields)))
}

/// Returns the path and text of a note, or the name of the missing argument.
fn note(
    arguments: &NewArguments,
    loaded: &Loaded,
    ask: &Ask<'_>,
    locale: &Locale,
) -> Result<(String, String), &'static str> {
    let title = arguments.title.clone().or_else(|| ask.line("ask-title")).ok_or("--title")?;
    let on = match arguments.on {
        Some(on) => on,
        None => parse_as_of(&ask.line("ask-on").ok_or("--on")?).map_err(|_| "--on")?,
    };
    let mut tasks = arguments.tasks.clone();
    if tasks.is_empty() && arguments.priority.is_none() {
        tasks.extend(ask.choose("ask-task", &Choice::tasks(&loaded.model)));
    }
    let list = |ids: &[String]| {
        let ids: Vec<String> = ids.iter().map(|one| id(one)).collect();
        (!ids.is_empty()).then(|| format!("[{}]", ids.join(", ")))
    };
    let fields = [
        ("date", Some(on.to_string())),
        ("title", Some(scalar(&nfc(&title), false))),
        ("author", arguments.author.as_deref().map(id)),
        ("tasks", list(&tasks)),
        ("priorities", arguments.priority.as_ref().and_then(|one| list(std::slice::from_ref(one)))),
        ("draft", Some("true".to_owned())),
    ];
    let name = arguments.id.clone().unwrap_or_else(|| {
        let name = format!("{on}-{}", slug(&title));
        let short: String = name.chars().take(MAX_LENGTH).collect();
        short.trim_end_matches(['-', '.']).to_owned()
    });
    let text = format!("---\n{}---\n\n{}", lines(&fields), headings(locale));
    Ok((format!("notes/{name}.md"), text))
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

/// Returns a date in ISO form; anything else is kept, for the check to report.
fn day(text: &str) -> String {
    match parse_date(text.trim()) {
        Ok(date) => date.to_string(),
        Err(_) => scalar(text, false),
    }
}
