//! What an import would add and what is wrong with the workbook, printed for people.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::text::{TEXT, TITLE, field_words, sentence, shown_lines, shown_text};
use crate::assess::assess_as_known;
use crate::cli::report::Report;
use crate::diagnostic::Severity;
use crate::import::{self, CellDiagnostic, Import, Table};
use crate::locale::Locale;
use crate::model::{State, TaskIx};
use crate::pipeline::Recording;
use crate::pipeline::ledgers::Continued;
use crate::pipeline::{self, Loaded};
use crate::site::words::Words;
use crate::spreadsheet::column_name;

/// Maximum number of problems of one kind that are printed.
const SHOWN_PER_CODE: usize = 20;
/// Maximum number of entries that are printed.
const SHOWN: usize = 200;

/// Prints everything that the workbook says.
pub(super) fn print(
    workbook: &Path,
    import: &Import,
    recording: &Recording,
    before: &Loaded,
    continued: &Continued,
    report: &Report,
) {
    let locale = report.locale();
    report.text(&workbook.display().to_string());
    for table in &import.tables {
        print_table(table, report);
    }
    if !import.passed_over.is_empty() {
        let sheets = shown_text(&import.passed_over.join(", "), TEXT);
        report.text(&locale.format("import-passed-over", &[("sheets", sheets.into())]));
    }
    if !import.entries.is_empty() {
        print_entries(import, recording, before, continued, report);
    }
    if !import.values.is_empty() {
        print_values(import, before, report);
    }
    let errors = import
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .count();
    if !import.tables.is_empty() {
        let args = [
            ("new", (import.entries.len() + import.values.len()).into()),
            ("known", import.unchanged.into()),
            ("silent", import.silent.into()),
            ("faults", errors.into()),
        ];
        report.text("");
        report.text(&locale.format("import-summary", &args));
    }
    print_diagnostics(&import.diagnostics, report);
}

fn print_table(table: &Table, report: &Report) {
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
            import::Field::Ignored if column.hidden => {
                ignored.push(locale.format("import-hidden", &[("column", name.into())]));
            }
            import::Field::Ignored => ignored.push(name),
            field => {
                let field = field_words(&field.name(), locale);
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

fn state_key(state: Option<State>) -> String {
    format!("state-{}", state.map_or("report", State::name).replace('_', "-"))
}

fn print_entries(
    import: &Import,
    recording: &Recording,
    before: &Loaded,
    continued: &Continued,
    report: &Report,
) {
    let locale = report.locale();
    let model = &before.model;
    let tasks: BTreeSet<TaskIx> = import.entries.iter().map(|entry| entry.task).collect();
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
        let mut day = locale.short_date(entry.date);
        if let Some(time) = entry.time {
            day = format!("{} {day}", time.format("%H:%M"));
        }
        if let Some(recorded) = recording.of(entry.date) {
            let args = [("date", locale.short_date(recorded).into())];
            day = format!("{day} {}", locale.format("recorded-on", &args));
        }
        let mut said = vec![day];
        said.extend(entry.parts.written());
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
            said.push(format!("“{}”", shown_lines(&entry.text, "        ", TEXT)));
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

/// Prints the new values of targets.
fn print_values(import: &Import, before: &Loaded, report: &Report) {
    let locale = report.locale();
    let words = Words::new(&before.model, locale.tag());
    report.text("");
    report.text(&locale.format("import-values", &[("count", import.values.len().into())]));
    for value in import.values.iter().take(SHOWN) {
        let task = &before.model[value.task];
        let target = &task.targets[value.target];
        let whole = value.of.map(|of| format!("/{}", words.figure(of, None))).unwrap_or_default();
        report.text(&format!(
            "  {}  {}  ({}!{}): {}, {}{whole}",
            shown_text(&task.number, TITLE),
            shown_text(&target.title, TITLE),
            shown_text(&value.sheet, TITLE),
            value.row,
            locale.short_date(value.date),
            words.figure(value.value, None),
        ));
    }
}

/// How every task stands, in words.
struct Standings(BTreeMap<String, String>);

impl Standings {
    fn new(loaded: &Loaded, locale: &Locale) -> Self {
        let as_of = pipeline::as_of(&loaded.model, None);
        let Ok(judged) = assess_as_known(&loaded.model, as_of, as_of) else {
            return Standings(BTreeMap::new());
        };
        let (model, assessment) = judged.both();
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

/// Prints what is wrong with a workbook.
pub(super) fn print_diagnostics(diagnostics: &[CellDiagnostic], report: &Report) {
    let locale = report.locale();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.code != "import-converted")
    {
        let count = seen.entry(diagnostic.code).or_default();
        *count += 1;
        if *count > SHOWN_PER_CODE {
            continue;
        }
        let name = locale.text(&format!("severity-{}", diagnostic.severity.name()));
        let at = shown_text(&diagnostic.at, TITLE);
        report.aside(&format!("{name}: {at}: {}", sentence(diagnostic, "", locale)));
        report.aside(&format!("     {}", sentence(diagnostic, ".mend", locale)));
    }
    for (code, count) in seen.iter().filter(|(_, count)| **count > SHOWN_PER_CODE) {
        let args = [("count", (count - SHOWN_PER_CODE).into()), ("code", (*code).into())];
        report.aside(&locale.format("import-more-faults", &args));
    }
    let mut fonts: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.code == "import-converted")
    {
        let font = diagnostic.args.iter().find(|(name, _)| *name == "font");
        let font = font.map_or("", |(_, font)| font.as_str());
        fonts.entry(font).or_insert((0, &diagnostic.at)).0 += 1;
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
