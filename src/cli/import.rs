//! `tiendo import FILE.xlsx`: prints the entries that a tracker would add to the ledgers, and writes
//! them with `--write`.

mod answer;
mod print;
mod text;

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use clap::Args;

use answer::Answer;

use super::change;
use super::given::GivenDay;
use super::recorded::Recording;
use super::report::Report;
use super::trouble::not_read;
use super::{Common, Format, Outcome, load, unreadable};
use crate::diagnostic::Severity;
use crate::fix::entry::Entry;
use crate::import::mapping::ReadMapping;
use crate::import::{self, CellDiagnostic, Import, ImportOptions, Mapping, NewEntry};
use crate::model::{Model, State, TaskIx};
use crate::pipeline::ledgers::{self, Continued, Record};
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
    let before = load(common, report)?;
    let on = arguments.on.as_ref().map(|on| on.date(&before.model, report));
    let options = ImportOptions {
        mapping,
        on,
        with_comments: arguments.comments,
        with_hidden: arguments.include_hidden,
        with_struck: arguments.include_struck,
    };
    let mut import = import::read(&book, &before.model, &options);
    drop(book);
    import.diagnostics.splice(0..0, mapping_faults);
    let recording = Recording::new(arguments.recorded.as_ref(), &before.model, report);
    let written = |entry: &NewEntry| (entry.task, as_written(entry, &recording, &before.model));
    let entries: Vec<(TaskIx, Entry)> = import.entries.iter().map(written).collect();
    let continued = ledgers::continue_ledgers(&common.content, &before, &entries)
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
        let about = entries.iter().map(|(ix, _)| before.model[*ix].id.to_string()).collect();
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
            ));
        }
        Format::Text => {
            let key = findings.conclusion(import.entries.is_empty(), arguments.write, writes);
            conclude(key, arguments, &import, &continued, report);
        }
    }
    Ok(match () {
        () if findings.nowhere => Outcome::WrongUse,
        () if stopped => Outcome::ContentErrors,
        () => Outcome::Fine,
    })
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
        ("entries", import.entries.len().into()),
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
        date: entry.date.to_string(),
        recorded: recording.written(entry.date),
        state: entry.state.map_or("", State::name).to_owned(),
        text: entry.text.clone(),
        percent: entry.percent.map(|percent| percent.to_string()).unwrap_or_default(),
        evidence: entry.evidence.iter().map(|id| model[*id].id.to_string()).collect(),
        ..Entry::default()
    }
}
