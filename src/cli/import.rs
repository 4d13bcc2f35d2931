//! `tiendo import FILE.xlsx`: says what an office's tracker adds to the ledgers, and writes it when
//! told to.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::check::write_failure;
use super::report::Report;
use super::trouble::reason;
use super::{Common, Format, Outcome, load, parse_as_of, unreadable};
use crate::diagnostic::Severity;
use crate::fix::entry::Entry;
use crate::import::mapping::ReadMapping;
use crate::import::{self, CellDiagnostic, Import, ImportOptions, Mapping, NewEntry, Table};
use crate::locale::{Arg, Locale};
use crate::model::{Model, State, TaskIx};
use crate::pipeline::ledgers::{self, Continued};
use crate::pipeline::{self, Loaded};
use crate::site::words::Words;
use crate::source::{FileId, SourceFile, Sources};
use crate::spreadsheet::read::{self, MAX_FILE, ReadError};
use crate::spreadsheet::{Book, column_name};

#[derive(Args)]
pub(super) struct ImportArguments {
    #[arg(value_name = "FILE.xlsx")]
    workbook: PathBuf,
    #[arg(long, value_name = "FILE.yaml")]
    mapping: Option<PathBuf>,
    #[arg(id = "import_on", long = "on", value_name = "DATE|today", value_parser = parse_as_of)]
    on: Option<NaiveDate>,
    #[arg(long)]
    write: bool,
    #[arg(long)]
    skip_faulty: bool,
    #[arg(long)]
    comments: bool,
    #[arg(long, default_value = "text", value_name = "text|json")]
    format: Format,
}

/// A mapping is a small file.
const MAX_MAPPING: u64 = 1024 * 1024;
/// So many faults of one kind are shown.
const SHOWN_PER_CODE: usize = 20;
/// So many entries are shown.
const SHOWN: usize = 200;
/// So many letters of a title and a text.
const TITLE: usize = 70;
const TEXT: usize = 160;

pub(super) fn run(arguments: &ImportArguments, common: &Common, report: &Report) -> Outcome {
    import(arguments, common, report).unwrap_or_else(|outcome| outcome)
}

fn import(
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
    let options = ImportOptions { mapping, on: arguments.on, with_comments: arguments.comments };
    let mut import = import::read(&book, &before.model, &options);
    drop(book);
    import.diagnostics.splice(0..0, mapping_faults);
    let entries: Vec<(TaskIx, Entry)> =
        import.entries.iter().map(|entry| (entry.task, as_written(entry, &before.model))).collect();
    let continued = ledgers::continue_ledgers(&common.content, &before, &entries)
        .map_err(|error| unreadable(&error, report))?;
    let faulty = import.diagnostics.iter().any(|fault| fault.severity == Severity::Error);
    let broken = continued.new_errors.has_errors() || !continued.refused.is_empty();
    let stopped = import.tables.is_empty() || broken || faulty && !arguments.skip_faulty;
    let writes = arguments.write && !stopped;
    if arguments.format == Format::Text {
        tell(arguments, &import, &before, &continued, report);
    }
    if broken {
        if let Some(loaded) = &continued.loaded {
            report.complaints(&continued.new_errors, &loaded.sources);
        }
        for file in &continued.refused {
            report.failure(&locale.format("update-cannot", &[("value", file.into())]));
        }
    }
    if writes {
        ledgers::write(&continued.records).map_err(|error| {
            report.failure(&write_failure(&error.error, locale));
            let left: Vec<_> = error.left.iter().map(|path| path.display().to_string()).collect();
            let key = if left.is_empty() { "import-put-back" } else { "import-left" };
            report.failure(&locale.format(key, &[("files", left.join(", ").into())]));
            Outcome::Trouble
        })?;
    }
    match arguments.format {
        Format::Json => report.json(&Answer::new(arguments, &import, &before, report, writes)),
        Format::Text => {
            let key = match () {
                () if import.tables.is_empty() => "import-no-table",
                () if broken => "import-refused",
                () if import.entries.is_empty() && !faulty => "import-nothing",
                () if import.entries.is_empty() => "import-nothing-but-faults",
                () if writes => "import-done",
                () if arguments.write => "import-refused-faults",
                () if faulty => "import-dry-faults",
                () => "import-dry",
            };
            let args = [
                ("file", arguments.workbook.display().to_string().into()),
                ("entries", import.entries.len().into()),
                ("files", continued.records.len().into()),
            ];
            let said = locale.format(key, &args);
            match key {
                "import-no-table" | "import-refused" | "import-refused-faults" => {
                    report.failure(&said);
                }
                _ => report.text(&said),
            }
        }
    }
    Ok(match () {
        () if import.tables.is_empty() => Outcome::WrongUse,
        () if stopped => Outcome::ContentErrors,
        () => Outcome::Fine,
    })
}

/// Reads the workbook; says why where it cannot be read.
fn workbook(path: &Path, report: &Report) -> Result<Book, Outcome> {
    let locale = report.locale();
    let shown = path.display().to_string();
    let bytes = bytes(path, MAX_FILE + 1).map_err(|error| {
        let args = [("path", (&shown).into()), ("reason", reason(&error, locale).into())];
        report.failure(&locale.format("trouble-read", &args));
        Outcome::Trouble
    })?;
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
    let failed = |why: String| {
        let args = [("path", (&shown).into()), ("reason", why.into())];
        report.failure(&locale.format("trouble-read", &args));
    };
    let bytes = bytes(path, MAX_MAPPING).map_err(|error| {
        failed(reason(&error, locale));
        Outcome::Trouble
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        failed(error.to_string());
        Outcome::WrongUse
    })?;
    let mut sources = Sources::default();
    let id = FileId::nth(0);
    let ReadMapping { mapping, diagnostics, form, index } =
        import::mapping::read(&text, &shown, id);
    sources.add(SourceFile::new(shown, text, index));
    if form.has_errors() {
        report.complaints(&form, &sources);
        return Err(Outcome::WrongUse);
    }
    Ok((mapping, diagnostics))
}

/// The entry as it is written into a record.
fn as_written(entry: &NewEntry, model: &Model) -> Entry {
    Entry {
        date: entry.date.to_string(),
        state: entry.state.map_or("", State::name).to_owned(),
        text: entry.text.clone(),
        percent: entry.percent.map(|percent| percent.to_string()).unwrap_or_default(),
        evidence: entry.evidence.iter().map(|id| model[*id].id.to_string()).collect(),
        ..Entry::default()
    }
}

// ---------------------------------------------------------------- for people

fn tell(
    arguments: &ImportArguments,
    import: &Import,
    before: &Loaded,
    continued: &Continued,
    report: &Report,
) {
    let locale = report.locale();
    report.text(&arguments.workbook.display().to_string());
    for table in &import.tables {
        tell_table(table, report);
    }
    if !import.passed_over.is_empty() {
        let sheets = shown_text(&import.passed_over.join(", "), TEXT);
        report.text(&locale.format("import-passed-over", &[("sheets", sheets.into())]));
    }
    if !import.entries.is_empty() {
        tell_entries(import, before, continued, report);
    }
    let errors =
        import.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count();
    if !import.tables.is_empty() {
        let args = [
            ("new", import.entries.len().into()),
            ("known", import.unchanged.into()),
            ("silent", import.silent.into()),
            ("faults", errors.into()),
        ];
        report.text("");
        report.text(&locale.format("import-summary", &args));
    }
    tell_faults(&import.diagnostics, report);
}

fn tell_table(table: &Table, report: &Report) {
    let locale = report.locale();
    let (first, last) = table.header.rows;
    let rows = if first == last {
        format!("{}", first + 1)
    } else {
        format!("{}–{}", first + 1, last + 1)
    };
    let args = [
        ("sheet", shown_text(&table.sheet, TITLE).into()),
        ("header", rows.into()),
        ("rows", table.rows.into()),
    ];
    report.text(&locale.format("import-table", &args));
    let mut ignored = Vec::new();
    for column in &table.header.columns {
        let name = format!("{} “{}”", column_name(column.column), shown_text(&column.title, TITLE));
        match column.field {
            import::Field::Ignored => ignored.push(name),
            field => {
                let field = field_words(field, locale);
                report.text(&format!("  {name} → {field}"));
            }
        }
    }
    if !ignored.is_empty() {
        let columns = ignored.join(", ");
        report.text(&format!(
            "  {}",
            locale.format("import-ignored", &[("columns", columns.into())])
        ));
    }
    if let Some((day, at)) = &table.on {
        let args = [("day", locale.short_date(*day).into()), ("at", at.into())];
        let key = if at.is_empty() { "import-day-told" } else { "import-day-found" };
        report.text(&format!("  {}", locale.format(key, &args)));
    }
}

fn field_words(field: import::Field, locale: &Locale) -> String {
    match field {
        import::Field::Tick(state) => {
            let state = locale.text(&state_key(Some(state)));
            locale.format("import-field-tick", &[("state", state.into())])
        }
        field => locale.text(&format!("import-field-{}", field.name().replace('_', "-"))),
    }
}

fn state_key(state: Option<State>) -> String {
    format!("state-{}", state.map_or("report", State::name).replace('_', "-"))
}

fn tell_entries(import: &Import, before: &Loaded, continued: &Continued, report: &Report) {
    let locale = report.locale();
    let model = &before.model;
    let tasks: std::collections::BTreeSet<TaskIx> =
        import.entries.iter().map(|entry| entry.task).collect();
    let args = [("entries", import.entries.len().into()), ("tasks", tasks.len().into())];
    report.text("");
    report.text(&locale.format("import-would", &args));
    let was = Standings::new(before, locale);
    let is = Standings::new(continued.loaded.as_ref().unwrap_or(before), locale);
    for (n, entry) in import.entries.iter().enumerate().take(SHOWN) {
        let task = &model[entry.task];
        report.text(&format!(
            "  {}  {}  ({}!{})",
            shown_text(&task.number, TITLE),
            shown_text(&task.title, TITLE),
            shown_text(&entry.sheet, TITLE),
            entry.row
        ));
        let last = task.updates.iter().rev().find_map(|update| update.state);
        let mut said = vec![locale.short_date(entry.date)];
        match entry.state {
            Some(state) if last.is_some_and(|last| last != state) => said.push(format!(
                "{} → {}",
                locale.text(&state_key(last)),
                locale.text(&state_key(Some(state)))
            )),
            state => said.push(locale.text(&state_key(state))),
        }
        if let Some(percent) = entry.percent {
            said.push(format!("{percent} %"));
        }
        if !entry.text.is_empty() {
            said.push(format!("“{}”", shown_text(&entry.text, TEXT)));
        }
        if !entry.evidence.is_empty() {
            let ids: Vec<_> = entry.evidence.iter().map(|id| model[*id].id.as_str()).collect();
            let args = [("documents", ids.join(", ").into())];
            said.push(locale.format("explain-evidence", &args));
        }
        report.text(&format!("       {}", said.join(" · ")));
        for note in &entry.notes {
            let note = shown_text(&note.split_whitespace().collect::<Vec<_>>().join(" "), TEXT);
            report.text(&format!(
                "       {}",
                locale.format("import-note", &[("note", note.into())])
            ));
        }
        let last_of_task = import.entries.get(n + 1).is_none_or(|next| next.task != entry.task);
        if let (true, Some(was), Some(is)) =
            (last_of_task, was.of(task.id.as_str()), is.of(task.id.as_str()))
            && was != is
        {
            let args = [("was", was.into()), ("is", is.into())];
            report.text(&format!("       {}", locale.format("import-standing", &args)));
        }
    }
    if import.entries.len() > SHOWN {
        let args = [("count", (import.entries.len() - SHOWN).into())];
        report.text(&format!("  {}", locale.format("import-more", &args)));
    }
}

/// How every task stands, in words.
struct Standings(BTreeMap<String, String>);

impl Standings {
    fn new(loaded: &Loaded, locale: &Locale) -> Self {
        let model = &loaded.model;
        let Ok(assessment) = pipeline::assess(model, pipeline::as_of(model, None)) else {
            return Standings(BTreeMap::new());
        };
        let words = Words::new(model, locale.tag());
        let said = model.tasks().map(|(ix, task)| {
            let mut label = vec![words.standing(&assessment[ix])];
            label.extend(words.causes(&assessment[ix]));
            (task.id.to_string(), label.join(", "))
        });
        Standings(said.collect())
    }

    fn of(&self, task: &str) -> Option<&String> {
        self.0.get(task)
    }
}

fn tell_faults(faults: &[CellDiagnostic], report: &Report) {
    let locale = report.locale();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for fault in faults.iter().filter(|fault| fault.severity != Severity::Hint) {
        let count = seen.entry(fault.code).or_default();
        *count += 1;
        if *count > SHOWN_PER_CODE {
            continue;
        }
        let name = locale.text(&format!("severity-{}", fault.severity.name()));
        let at = shown_text(&fault.at, TITLE);
        report.aside(&format!("{name}: {at}: {}", sentence(fault, "", locale)));
        report.aside(&format!("     {}", sentence(fault, ".mend", locale)));
    }
    for (code, count) in seen.iter().filter(|(_, count)| **count > SHOWN_PER_CODE) {
        let args = [("count", (count - SHOWN_PER_CODE).into()), ("code", (*code).into())];
        report.aside(&locale.format("import-more-faults", &args));
    }
    let mut fonts: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for fault in faults.iter().filter(|fault| fault.code == "import-converted") {
        let font = fault.args.iter().find(|(name, _)| *name == "font");
        let font = font.map_or("", |(_, font)| font.as_str());
        fonts.entry(font).or_insert((0, &fault.at)).0 += 1;
    }
    for (font, (count, first)) in fonts {
        let args = [
            ("font", shown_text(font, TITLE).into()),
            ("count", count.into()),
            ("first", shown_text(first, TITLE).into()),
        ];
        report.aside(&locale.format("import-fonts", &args));
    }
}

fn sentence(fault: &CellDiagnostic, attribute: &str, locale: &Locale) -> String {
    let args: Vec<(&str, Arg<'_>)> =
        fault.args.iter().map(|(name, value)| (*name, shown_text(value, TEXT).into())).collect();
    locale.format(&format!("{}{attribute}", fault.code), &args)
}

/// A text from the workbook that cannot steer the terminal, not too long.
fn shown_text(text: &str, most: usize) -> String {
    let mut shown: String = text
        .chars()
        .map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c })
        .take(most)
        .collect();
    if text.chars().nth(most).is_some() {
        shown.push('…');
    }
    shown
}

// ---------------------------------------------------------------- for programs

/// The answer for programs. Field names are stable within a `version`.
#[derive(Serialize)]
struct Answer<'a> {
    version: u32,
    file: String,
    written: bool,
    new: usize,
    unchanged: usize,
    silent: usize,
    sheets: Vec<SheetAnswer<'a>>,
    passed_over: &'a [String],
    entries: Vec<EntryAnswer<'a>>,
    faults: Vec<FaultAnswer<'a>>,
}

#[derive(Serialize)]
struct SheetAnswer<'a> {
    name: &'a str,
    header: [u32; 2],
    rows: usize,
    columns: Vec<ColumnAnswer<'a>>,
}

#[derive(Serialize)]
struct ColumnAnswer<'a> {
    column: String,
    title: &'a str,
    field: String,
}

#[derive(Serialize)]
struct EntryAnswer<'a> {
    task: &'a str,
    file: &'a str,
    sheet: &'a str,
    row: u32,
    date: NaiveDate,
    state: Option<&'static str>,
    text: &'a str,
    percent: Option<u8>,
    evidence: Vec<&'a str>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct FaultAnswer<'a> {
    code: &'static str,
    severity: &'static str,
    cell: &'a str,
    message: String,
    help: String,
}

impl<'a> Answer<'a> {
    fn new(
        arguments: &ImportArguments,
        import: &'a Import,
        before: &'a Loaded,
        report: &Report,
        written: bool,
    ) -> Self {
        let model = &before.model;
        let sheets = import.tables.iter().map(|table| SheetAnswer {
            name: &table.sheet,
            header: [table.header.rows.0 + 1, table.header.rows.1 + 1],
            rows: table.rows,
            columns: (table.header.columns.iter())
                .map(|column| ColumnAnswer {
                    column: column_name(column.column),
                    title: &column.title,
                    field: column.field.name(),
                })
                .collect(),
        });
        let entries = import.entries.iter().map(|entry| EntryAnswer {
            task: model[entry.task].id.as_str(),
            file: &before.sources.get(model[entry.task].file).path,
            sheet: &entry.sheet,
            row: entry.row,
            date: entry.date,
            state: entry.state.map(State::name),
            text: &entry.text,
            percent: entry.percent,
            evidence: entry.evidence.iter().map(|id| model[*id].id.as_str()).collect(),
            notes: &entry.notes,
        });
        let faults = import.diagnostics.iter().map(|fault| FaultAnswer {
            code: fault.code,
            severity: fault.severity.name(),
            cell: &fault.at,
            message: sentence(fault, "", report.locale()),
            help: sentence(fault, ".mend", report.locale()),
        });
        Answer {
            version: 1,
            file: arguments.workbook.display().to_string(),
            written,
            new: import.entries.len(),
            unchanged: import.unchanged,
            silent: import.silent,
            sheets: sheets.collect(),
            passed_over: &import.passed_over,
            entries: entries.collect(),
            faults: faults.collect(),
        }
    }
}
