//! What `--new` adds: the records that the rows of a list become, shown as a table and written.

use serde::Serialize;

use super::text::{TEXT, TITLE, shown_text};
use crate::cli::due::in_words;
use crate::cli::report::Report;
use crate::import::{NewRecords, NewTask};
use crate::locale::{Arg, Locale};
use crate::pipeline::growth::Growth;

/// Maximum number of tasks that are printed.
const SHOWN: usize = 200;

/// Prints the records that would be created.
pub(super) fn print(new: &NewRecords, report: &Report) {
    let locale = report.locale();
    let counts = [
        ("priorities", new.priorities.len().into()),
        ("agencies", new.agencies.len().into()),
        ("tasks", new.tasks.len().into()),
    ];
    report.text(&locale.format("import-new-would", &counts));
    for one in &new.priorities {
        let number = one.number.as_deref().unwrap_or(&one.id);
        let args = [("id", number.into()), ("title", shown_text(&one.title, TITLE).into())];
        report.text(&format!("  {}", locale.format("import-new-priority", &args)));
    }
    for one in &new.agencies {
        let args = [("id", (&one.id).into()), ("title", shown_text(&one.name, TITLE).into())];
        report.text(&format!("  {}", locale.format("import-new-agency", &args)));
    }
    if !new.tasks.is_empty() {
        report.text("");
        table(new, report);
    }
}

/// Prints a row a task, in columns.
fn table(new: &NewRecords, report: &Report) {
    let locale = report.locale();
    let head: Vec<String> =
        locale.text("import-new-columns").split('|').map(|title| title.trim().to_owned()).collect();
    let rows = new.tasks.iter().take(SHOWN).map(|task| {
        let unsure = if task.unsure { " ?" } else { "" };
        vec![
            task.id.clone(),
            task.number.clone().unwrap_or_default(),
            format!("{}!{}", shown_text(&task.sheet, 20), task.row),
            shown_text(&task.title, 48),
            format!("{}{unsure}", locale.text(&format!("review-kind-{}", task.kind))),
            shown_text(&task.leads.join(", "), 28),
            task.due.as_ref().map(|due| shown_text(&in_words(due, locale), 40)).unwrap_or_default(),
        ]
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> = (0..7).map(|column| width(column).unwrap_or(0)).collect();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        report.text(format!("  {}", cells.collect::<Vec<_>>().join("  ")).trim_end());
    }
    for task in new.tasks.iter().take(SHOWN) {
        let Some((near, title)) = &task.near else { continue };
        let args = [
            ("id", Arg::from(&task.id)),
            ("row", format!("{}!{}", shown_text(&task.sheet, 20), task.row).into()),
            ("near", near.into()),
            ("title", shown_text(title, TITLE).into()),
        ];
        report.text(&format!("  {}", locale.format("import-new-near", &args)));
    }
    if new.tasks.len() > SHOWN {
        let args = [("count", (new.tasks.len() - SHOWN).into())];
        report.text(&locale.format("import-new-more", &args));
    }
}

/// Prints what keeps the records from being created. Returns whether anything does.
pub(super) fn refused(growth: &Growth, report: &Report) -> bool {
    for file in &growth.refused {
        let file = shown_text(file, TEXT);
        report.failure(&report.locale().format("import-new-refused", &[("file", file.into())]));
    }
    if let Some((file, lines)) = &growth.shared {
        let args = [("file", file.display().to_string().into())];
        report.failure(&report.locale().format("import-new-shared", &args));
        lines.lines().for_each(|line| report.text(&shown_text(line, TEXT)));
    }
    !growth.refused.is_empty() || growth.shared.is_some() || growth.new_errors.has_errors()
}

/// The new records for programs.
#[derive(Serialize)]
pub(super) struct NewAnswer<'a> {
    written: bool,
    priorities: Vec<RecordAnswer<'a>>,
    agencies: Vec<RecordAnswer<'a>>,
    tasks: Vec<TaskAnswer<'a>>,
}

#[derive(Serialize)]
struct RecordAnswer<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct TaskAnswer<'a> {
    id: &'a str,
    number: Option<&'a str>,
    priority: &'a str,
    title: &'a str,
    kind: &'a str,
    product: Option<&'a str>,
    lead: &'a [String],
    support: &'a [String],
    due: Option<String>,
    report_every: Option<&'a str>,
    sheet: &'a str,
    row: u32,
}

impl<'a> NewAnswer<'a> {
    pub(super) fn new(new: &'a NewRecords, written: bool, locale: &Locale) -> Self {
        let priorities = new.priorities.iter();
        let agencies = new.agencies.iter();
        NewAnswer {
            written,
            priorities: priorities
                .map(|one| RecordAnswer { id: &one.id, title: &one.title })
                .collect(),
            agencies: agencies.map(|one| RecordAnswer { id: &one.id, title: &one.name }).collect(),
            tasks: new.tasks.iter().map(|one| task(one, locale)).collect(),
        }
    }
}

fn task<'a>(task: &'a NewTask, locale: &Locale) -> TaskAnswer<'a> {
    TaskAnswer {
        id: &task.id,
        number: task.number.as_deref(),
        priority: &task.priority,
        title: &task.title,
        kind: task.kind,
        product: task.product.as_deref(),
        lead: &task.leads,
        support: &task.supports,
        due: task.due.as_ref().map(|due| in_words(due, locale)),
        report_every: task.report_every,
        sheet: &task.sheet,
        row: task.row,
    }
}
