//! `tiendo import FILE.xlsx`: prints the entries that a tracker would add to the ledgers, and writes
//! them with `--write`.

mod answer;
mod new;
mod print;
mod text;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;

use answer::Answer;

use new::NewAnswer;

use super::change;
use super::given::{Given, GivenDay};
use super::recorded;
use super::report::Report;
use super::trouble::{not_read, not_written};
use super::{Common, Format, Outcome, load, unreadable};
use crate::diagnostic::Severity;
use crate::fix::entry::{Entry, scalar};
use crate::fix::measured::Measured;
use crate::import::mapping::ReadMapping;
use crate::import::{
    self, CellDiagnostic, Import, ImportOptions, Mapping, NewEntry, NewRecords, NewValue,
};
use crate::model::{Figure, Model, Named, State, TaskIx};
use crate::output::replace::create;
use crate::pipeline::ledgers::{self, Continued, Record};
use crate::pipeline::{Loaded, Recording, growth};
use crate::reading::days::written;
use crate::source::{FileId, SourceFile, Sources};
use crate::spreadsheet::Book;
use crate::spreadsheet::read::{self, MAX_FILE, ReadError};

#[derive(Args)]
pub(super) struct ImportArguments {
    #[arg(value_name = "FILE.xlsx")]
    workbook: PathBuf,
    #[arg(long, value_name = "FILE.yaml")]
    mapping: Option<PathBuf>,
    #[arg(id = "import_on", long = "on", value_name = "DATE|today", value_parser = GivenDay::parse)]
    on: Option<GivenDay>,
    #[arg(id = "import_recorded", long = "recorded", value_name = "DATE|today", value_parser = GivenDay::parse)]
    recorded: Option<GivenDay>,
    #[arg(id = "import_new", long = "new")]
    new: bool,
    #[arg(id = "import_priority", long = "priority", value_name = "ID", requires = "import_new")]
    priority: Option<String>,
    #[arg(long, value_name = "FILE.yaml")]
    mapping_out: Option<PathBuf>,
    #[arg(long)]
    write: bool,
    #[arg(long)]
    skip_faulty: bool,
    #[arg(long)]
    comments: bool,
    #[arg(long)]
    include_hidden: bool,
    #[arg(long)]
    include_struck: bool,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
}

/// Maximum size of a mapping in bytes.
const MAX_MAPPING: u64 = 1024 * 1024;

pub(super) fn run(
    arguments: &ImportArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let book = workbook(&arguments.workbook, report)?;
    let (mapping, mapping_faults) = match &arguments.mapping {
        Some(path) => mapping(path, report)?,
        None => Default::default(),
    };
    let mut before = load(common, report)?;
    let priority = match &arguments.priority {
        Some(text) => {
            let given = Given { model: &before.model, report };
            let priority = given.priority(text).map_err(|refusal| refusal.fail(report))?;
            Some(before.model[priority].id.to_string())
        }
        None => None,
    };
    let on = arguments.on.as_ref().map(|on| on.date(&before.model, report));
    let mut options = ImportOptions {
        with_lists: arguments.new,
        priority,
        passed_rows: BTreeSet::new(),
        mapping,
        on,
        with_comments: arguments.comments,
        with_hidden: arguments.include_hidden,
        with_struck: arguments.include_struck,
    };
    let mut created = None;
    if arguments.new {
        let (new, written) = new_records(&book, &before, &options, arguments, common, report)?;
        if written {
            before = load(common, report)?;
        } else {
            let rows = new.tasks.iter().map(|task| (task.sheet.clone(), task.row));
            options.passed_rows = rows.collect();
        }
        created = Some((new, written));
    }
    let mut import = import::read(&book, &before.model, &options);
    drop(book);
    if let Some(path) = &arguments.mapping_out {
        mapping_out(path, &import, report)?;
    }
    import.diagnostics.splice(0..0, mapping_faults);
    let recording = recorded::recording(arguments.recorded.as_ref(), &before.model, report);
    let written = |entry: &NewEntry| (entry.task, as_written(entry, &recording, &before.model));
    let entries: Vec<(TaskIx, Entry)> = import.entries.iter().map(written).collect();
    let measured = |value: &NewValue| Measured {
        target: before.model[value.task].targets[value.target].at,
        date: value.date.to_string(),
        recorded: recording.written(value.date),
        value: value.value.yaml(),
        of: value.of.map(Figure::yaml).unwrap_or_default(),
    };
    let values: Vec<(TaskIx, Measured)> =
        import.values.iter().map(|value| (value.task, measured(value))).collect();
    let continued = ledgers::continue_ledgers(&common.content, &before, &entries, &values)
        .map_err(|error| unreadable(&error, report))?;
    let is_error = |diagnostic: &&CellDiagnostic| diagnostic.severity == Severity::Error;
    let errors = || import.diagnostics.iter().filter(is_error);
    let findings = Findings {
        nowhere: import.tables.is_empty(),
        broken: continued.new_errors.has_errors() || !continued.refused.is_empty(),
        misread: errors().any(|diagnostic| diagnostic.at == options.mapping.file),
        faulty: errors().next().is_some(),
    };
    let stopped = findings.stop(arguments.skip_faulty);
    let writes = arguments.write && !stopped;
    if arguments.format == Format::Text {
        print::print(&arguments.workbook, &import, &recording, &before, &continued, report);
    }
    if findings.broken {
        if let Some(loaded) = &continued.loaded {
            report.print_diagnostics(&continued.new_errors, &loaded.sources);
        }
        for file in &continued.refused {
            report.failure(&locale.format("update-cannot", &[("value", file.into())]));
        }
    }
    if writes {
        let about = (entries.iter().map(|(ix, _)| ix))
            .chain(values.iter().map(|(ix, _)| ix))
            .map(|ix| before.model[*ix].id.to_string())
            .collect();
        let files: Vec<_> = continued.records.iter().map(Record::change).collect();
        change::write("import", about, &files, common, report)?;
    }
    match arguments.format {
        Format::Json => {
            report.json(&Answer::new(
                &arguments.workbook,
                &import,
                &recording,
                &before,
                locale,
                writes,
                created.as_ref().map(|(new, written)| NewAnswer::new(new, *written, locale)),
            ));
        }
        Format::Text => {
            let is_nothing = import.entries.is_empty() && import.values.is_empty();
            let key = findings.conclusion(is_nothing, arguments.write, writes);
            // Of a list without progress, the sentence about new tasks has said everything.
            let is_said = created.as_ref().is_some_and(|(new, _)| !new.tasks.is_empty());
            if !(is_said && key == "import-nothing") {
                conclude(key, arguments, &import, &continued, report);
            }
        }
    }
    Ok(match () {
        () if findings.nowhere => Outcome::WrongUse,
        () if stopped => Outcome::ContentErrors,
        () => Outcome::Fine,
    })
}

/// Shows the records that the rows of a list become, and writes them with `--write`. Returns them,
/// and whether they were written.
fn new_records(
    book: &Book,
    before: &Loaded,
    options: &ImportOptions,
    arguments: &ImportArguments,
    common: &Common,
    report: &Report,
) -> Result<(NewRecords, bool), Outcome> {
    let locale = report.locale();
    let new = import::read_new(book, &before.model, options);
    let growth =
        growth::grow(&common.content, before, &new).map_err(|error| unreadable(&error, report))?;
    let is_text = arguments.format == Format::Text;
    if is_text {
        new::print(&new, report);
    }
    print::print_diagnostics(&new.diagnostics, report);
    if new::refused(&growth, report) {
        report.print_diagnostics(&growth.new_errors, &growth.loaded.sources);
        report.failure(&locale.text("import-new-errors"));
        return Err(Outcome::ContentErrors);
    }
    let is_faulty = !new.diagnostics.is_empty() && !arguments.skip_faulty;
    let writes = arguments.write && !is_faulty && !new.tasks.is_empty();
    if writes {
        let about = new.tasks.iter().map(|task| task.id.clone()).collect();
        change::write("import", about, &growth.changes(), common, report)?;
    }
    if is_text {
        let args = [("tasks", new.tasks.len().into())];
        let key = match (new.tasks.is_empty(), is_faulty, writes) {
            (true, false, _) => "import-new-none",
            (_, _, true) => "import-new-done",
            (_, true, _) => "import-new-faults",
            _ => "import-new-dry",
        };
        report.text(&locale.format(key, &args));
        report.text("");
    }
    if is_faulty && arguments.write {
        return Err(Outcome::ContentErrors);
    }
    Ok((new, writes))
}

/// Writes how the tables were read as a mapping. An existing file is never replaced.
fn mapping_out(path: &Path, import: &Import, report: &Report) -> Result<(), Outcome> {
    let Some(text) = import::proposal::mapping(&import.tables, |text| scalar(text, true)) else {
        return Ok(());
    };
    create(path, text.as_bytes()).map_err(|error| not_written(&error, report))?;
    let args = [("file", path.display().to_string().into())];
    report.aside(&report.locale().format("import-mapping-written", &args));
    Ok(())
}

/// Prints how the import ended, under the key of its sentence.
fn conclude(
    key: &str,
    arguments: &ImportArguments,
    import: &Import,
    continued: &Continued,
    report: &Report,
) {
    let args = [
        ("file", arguments.workbook.display().to_string().into()),
        ("entries", (import.entries.len() + import.values.len()).into()),
        ("files", continued.records.len().into()),
    ];
    let said = report.locale().format(key, &args);
    match key {
        "import-no-table"
        | "import-refused"
        | "import-refused-faults"
        | "import-refused-mapping" => {
            report.failure(&said);
        }
        _ => report.text(&said),
    }
}

/// What keeps an import from being written.
struct Findings {
    /// There is no table.
    nowhere: bool,
    /// The records would have errors or cannot be continued.
    broken: bool,
    /// The mapping has errors. They are not faulty rows: without it, other columns are read.
    misread: bool,
    /// Anything has errors.
    faulty: bool,
}

impl Findings {
    fn stop(&self, skip_faulty: bool) -> bool {
        self.nowhere || self.broken || self.misread || self.faulty && !skip_faulty
    }

    /// The key of the last sentence.
    fn conclusion(&self, nothing_new: bool, to_write: bool, writes: bool) -> &'static str {
        match () {
            () if self.nowhere => "import-no-table",
            () if self.broken => "import-refused",
            () if nothing_new && !self.faulty => "import-nothing",
            () if nothing_new => "import-nothing-but-faults",
            () if writes => "import-done",
            () if to_write && self.misread => "import-refused-mapping",
            () if to_write => "import-refused-faults",
            () if self.faulty => "import-dry-faults",
            () => "import-dry",
        }
    }
}

/// Reads the workbook; says why where it cannot be read.
fn workbook(path: &Path, report: &Report) -> Result<Book, Outcome> {
    let locale = report.locale();
    let shown = path.display().to_string();
    let bytes = bytes(path, MAX_FILE + 1).map_err(|error| not_read(&shown, &error, report))?;
    read::book(&bytes).map_err(|error| {
        let key = match error {
            ReadError::TooLarge => "import-file-large",
            ReadError::TooManyCells => "import-file-cells",
            ReadError::OldExcel => "import-file-xls",
            ReadError::Password => "import-file-password",
            ReadError::OpenDocument => "import-file-ods",
            ReadError::Binary => "import-file-xlsb",
            ReadError::PlainText => "import-file-text",
            ReadError::NoWorkbook => "import-file-none",
            ReadError::Damaged(_) => "import-file-damaged",
        };
        report.failure(&locale.format(key, &[("file", (&shown).into())]));
        Outcome::WrongUse
    })
}

/// The bytes of a file, up to a limit; a folder or a device is none.
fn bytes(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn mapping(path: &Path, report: &Report) -> Result<(Mapping, Vec<CellDiagnostic>), Outcome> {
    let shown = path.display().to_string();
    let locale = report.locale();
    let bytes = bytes(path, MAX_MAPPING).map_err(|error| not_read(&shown, &error, report))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let reason = locale.text("system-not-text");
        let args = [("path", (&shown).into()), ("reason", reason.into())];
        report.failure(&locale.format("trouble-read", &args));
        Outcome::WrongUse
    })?;
    let mut sources = Sources::default();
    let id = FileId::nth(0);
    let ReadMapping { mapping, diagnostics, form, index } =
        import::mapping::read(&text, &shown, id);
    sources.add(SourceFile::new(shown, text, index));
    if form.has_errors() {
        report.print_diagnostics(&form, &sources);
        return Err(Outcome::WrongUse);
    }
    Ok((mapping, diagnostics))
}

/// The entry as it is written into a record.
fn as_written(entry: &NewEntry, recording: &Recording, model: &Model) -> Entry {
    Entry {
        date: written(entry.date, entry.time),
        parts: match &entry.parts {
            Named::Whole => Vec::new(),
            Named::All => vec!["all".to_owned()],
            Named::These(ids) => ids.iter().map(ToString::to_string).collect(),
        },
        recorded: recording.written(entry.date),
        state: entry.state.map_or("", State::name).to_owned(),
        text: entry.text.clone(),
        percent: entry.percent.map(|percent| percent.to_string()).unwrap_or_default(),
        evidence: entry.evidence.iter().map(|id| model[*id].id.to_string()).collect(),
        ..Entry::default()
    }
}
