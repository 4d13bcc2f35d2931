//! Makes tasks of the rows of an office's own list that name no task of the records.
//!
//! A row that names a task, by its id, its number with a fitting title, or its title, is left to the
//! ordinary import; so a list that was taken over once adds nothing more. A merged row, or one with
//! nothing but a number and a title, is a group: a priority.

use std::collections::BTreeSet;

use super::reader::{FieldText, Reader};
use super::text::quoted;
use crate::draft::{Agency, ListRow, ListTask, list_task};
use crate::import::diagnostic::CellDiagnostic;
use crate::import::header::Field;
use crate::import::result::{NewAgency, NewPriority, NewRecords, NewTask};
use crate::letter::{Level, label};
use crate::model::Id;
use crate::reading::names::{Found, Names};
use crate::reading::normalized;
use crate::vietnamese::{first_free, fold, slug};

/// What a row of a list is.
enum ListKind {
    Group { number: String, title: String },
    Task { known: bool },
    Other,
}

/// Adds the records that the rows of a table need. `fallback` is the priority of rows in no group.
pub(super) fn read(reader: &Reader<'_>, fallback: Option<&str>, new: &mut NewRecords) {
    let rows: BTreeSet<u32> = reader
        .sheet
        .cells
        .range((reader.header.rows.1 + 1, 0)..)
        .map(|((row, _), _)| *row)
        .collect();
    let rows: Vec<u32> = rows.into_iter().filter(|row| !reader.is_left_out(*row)).collect();
    let numbers: Vec<String> = rows.iter().map(|row| reader.number_of(*row)).collect();
    let have_numbers = numbers.iter().any(|number| !number.is_empty());
    let mut group: Option<String> = None;
    for (at, row) in rows.iter().copied().enumerate() {
        let next = numbers.get(at + 1).map_or("", String::as_str);
        match reader.list_kind(row, &numbers[at], next, have_numbers) {
            ListKind::Other => {}
            ListKind::Group { number, title } => {
                group = Some(priority(reader, &number, &title, new));
            }
            ListKind::Task { known: true } => {}
            ListKind::Task { known: false } => {
                let own = reader.field(row, Field::Priority, &mut Vec::new());
                let of_row = own.map(|own| priority(reader, "", &own.text, new));
                let place = of_row
                    .or_else(|| group.clone())
                    .or_else(|| by_number(reader, &numbers[at]))
                    .or_else(|| fallback.map(str::to_owned));
                match place {
                    Some(priority) => task(reader, row, &numbers[at], priority, new),
                    None => {
                        let diagnostic =
                            CellDiagnostic::error("import-new-no-priority", reader.row_name(row));
                        new.diagnostics
                            .push(diagnostic.arg("read", quoted(&reader.first_text(row))));
                    }
                }
            }
        }
    }
}

impl Reader<'_> {
    /// Returns the number of a row as printed.
    fn number_of(&self, row: u32) -> String {
        let number = self.field(row, Field::Number, &mut Vec::new());
        let number = number.or_else(|| self.field(row, Field::Id, &mut Vec::new()));
        let text = number.map(|number| number.text).unwrap_or_default();
        text.trim_end_matches(['.', ')', ':']).trim().to_owned()
    }

    fn has(&self, row: u32, field: Field) -> bool {
        self.field(row, field, &mut Vec::new()).is_some_and(|text| text.text != "-")
    }

    fn list_kind(&self, row: u32, number: &str, next: &str, have_numbers: bool) -> ListKind {
        if self.is_numbering(row) || self.is_repeated_header(row) || self.is_sum(row) {
            return ListKind::Other;
        }
        let title = self.field(row, Field::Title, &mut Vec::new());
        let has_more = [Field::Lead, Field::Support, Field::Due, Field::DueBefore, Field::Product]
            .into_iter()
            .any(|field| self.has(row, field))
            || self.has_progress(row);
        let merged = self.is_heading(row);
        if merged || !has_more {
            let text =
                title.as_ref().map_or_else(|| self.first_text(row), |title| title.text.clone());
            let (number, text) = match label::typed(&text) {
                Some((label, end)) if number.is_empty() || number == text => {
                    (label.printed, text[end..].to_owned())
                }
                _ => (number.to_owned(), text),
            };
            let label = label::typed(&format!("{number}. X")).map(|(label, _)| label);
            let is_label = label.as_ref().is_some_and(|label| {
                matches!(label.level, Level::Roman | Level::Capital | Level::Part)
            });
            let opens = !number.is_empty() && next.starts_with(&format!("{number}."));
            let is_group = merged || is_label || opens || have_numbers && number.is_empty();
            // Signatures and notes have no number.
            let is_foot = label.is_none() && self.is_like_foot(row, have_numbers);
            if is_group && text.chars().any(char::is_alphabetic) && !is_foot {
                return ListKind::Group { number, title: text.trim().to_owned() };
            }
            if merged || title.is_none() {
                return ListKind::Other;
            }
        }
        let Some(title) = title else { return ListKind::Other };
        if self.is_like_foot(row, have_numbers) {
            return ListKind::Other;
        }
        let id = self.field(row, Field::Id, &mut Vec::new());
        let number = self.field(row, Field::Number, &mut Vec::new());
        let found = self.task(row, id.as_ref(), number.as_ref(), Some(&title));
        ListKind::Task { known: found.is_ok() }
    }
}

/// Returns the id of a priority with this title, which becomes a new one if there is none.
fn priority(reader: &Reader<'_>, number: &str, title: &str, new: &mut NewRecords) -> String {
    let wanted = normalized(title);
    let there = reader.model.priorities.iter().find(|one| {
        normalized(&one.title) == wanted
            || one.id.as_str() == title.trim()
            || one.number == title.trim()
    });
    if let Some(there) = there {
        return there.id.to_string();
    }
    if let Some(there) = new.priorities.iter().find(|one| normalized(&one.title) == wanted) {
        return there.id.clone();
    }
    let value = label::typed(&format!("{number}. X")).map(|(label, _)| label.value.max(1));
    let taken = |id: &str| {
        reader.model.priorities.iter().any(|one| one.id.as_str() == id)
            || new.priorities.iter().any(|one| one.id == id)
    };
    let wanted = value.map(|value| value.to_string()).filter(|id| !taken(id));
    let count = reader.model.priorities.len() + new.priorities.len() + 1;
    let free = (1..=count + 1).rev().map(|n| n.to_string()).find(|id| !taken(id));
    let id = wanted.or(free).unwrap_or_else(|| count.to_string());
    let number = (!number.is_empty() && number != id).then(|| number.to_owned());
    new.priorities.push(NewPriority { id: id.clone(), number, title: title.to_owned() });
    id
}

/// Returns the priority whose id begins a number: `2` of `2.3`.
fn by_number(reader: &Reader<'_>, number: &str) -> Option<String> {
    let (front, _) = number.rsplit_once('.')?;
    let there = reader
        .model
        .priorities
        .iter()
        .find(|one| one.id.as_str() == front || one.number == front)?;
    Some(there.id.to_string())
}

/// Adds the task of a row.
fn task(reader: &Reader<'_>, row: u32, number: &str, priority: String, new: &mut NewRecords) {
    let mut told = Vec::new();
    let text = |field, told: &mut Vec<CellDiagnostic>| {
        reader.field(row, field, told).map(|found: FieldText<'_>| found.lines).unwrap_or_default()
    };
    let title =
        reader.field(row, Field::Title, &mut told).map(|title| title.text).unwrap_or_default();
    let (mut title, mut number) = (title, number.to_owned());
    if number.is_empty()
        && let Some((label, end)) =
            label::typed(&title).filter(|(label, _)| !label.level.is_bullet())
    {
        number = label.printed;
        title = title[end..].to_owned();
    }
    let before = text(Field::DueBefore, &mut told);
    let is_before = !before.is_empty();
    let row_of_list = ListRow {
        title: &title,
        lead: &text(Field::Lead, &mut told),
        support: &text(Field::Support, &mut told),
        due: &if is_before { before } else { text(Field::Due, &mut told) },
        due_before: is_before,
        product: &text(Field::Product, &mut told),
    };
    let period = reader.model.directive.period;
    let period = (Some(period.from))
        .zip(period.to)
        .map(|(from, to)| (from.unwrap_or(reader.model.directive.date), to));
    let ListTask { kind, product, leads, supports, due, report_every, restricted, unsure } =
        list_task(&row_of_list, reader.model.directive.date, period);
    if told.iter().any(|one| one.severity == crate::diagnostic::Severity::Error) {
        new.diagnostics.append(&mut told);
        return;
    }
    let leads: Vec<String> = leads.iter().map(|one| agency(reader, one, new)).collect();
    let mut supports: Vec<String> = supports.iter().map(|one| agency(reader, one, new)).collect();
    supports.retain(|one| !leads.contains(one));
    let id = task_id(reader, &number, &priority, new);
    let is_double = reader.model.own_tasks().any(|task| task.number == number)
        || new
            .tasks
            .iter()
            .any(|task| task.number.as_deref() == Some(&number) || task.id == number);
    // A list numbers its rows from 1 on. Beside the numbers of a letter (2.1, III.4) that says nothing.
    let runs = number.bytes().all(|byte| byte.is_ascii_digit());
    let tasks = &reader.model.tasks;
    let is_row = runs && !tasks.is_empty() && tasks.iter().all(|task| task.number.contains('.'));
    let number = (!number.is_empty() && number != id && !is_double && !is_row).then_some(number);
    let near = reader.similar_title(&title).map(|near| {
        let near = &reader.model[near];
        (near.id.to_string(), near.title.clone())
    });
    new.tasks.push(NewTask {
        sheet: reader.sheet.name.clone(),
        row: row + 1,
        id,
        number,
        priority,
        title,
        kind,
        product,
        leads,
        supports,
        due,
        report_every,
        restricted,
        unsure,
        near,
    });
}

/// Returns a free id: the number as printed if it begins with that of the priority, else the next.
fn task_id(reader: &Reader<'_>, number: &str, priority: &str, new: &NewRecords) -> String {
    let taken = |id: &str| {
        let folded = id.to_lowercase();
        reader.model.tasks.iter().any(|task| task.id.as_str() == folded)
            || new.tasks.iter().any(|task| task.id == folded)
    };
    let own = number.strip_prefix(priority).is_some_and(|rest| rest.starts_with('.'));
    if own && Id::parse(number).is_ok() && !taken(number) {
        return number.to_owned();
    }
    let mut n = 1;
    while taken(&format!("{priority}.{n}")) {
        n += 1;
    }
    format!("{priority}.{n}")
}

/// Returns the id of an agency, which becomes a new one if there is none.
fn agency(reader: &Reader<'_>, agency: &Agency, new: &mut NewRecords) -> String {
    let names: &Names = &reader.agencies;
    for form in [Some(&agency.name), agency.short.as_ref()].into_iter().flatten() {
        if let Found::One(at) = names.named(form) {
            return reader.model.agencies[at].id.to_string();
        }
    }
    let wanted = fold(&agency.name);
    if let Some(there) = new.agencies.iter().find(|one| fold(&one.name) == wanted) {
        return there.id.clone();
    }
    let base: String = slug(&agency.name).chars().take(50).collect();
    let base = base.trim_end_matches(['-', '.']).to_owned();
    let taken = |id: &str| {
        reader.model.agencies.iter().any(|one| one.id.as_str() == id)
            || new.agencies.iter().any(|one| one.id == id)
    };
    let id = first_free(base, taken);
    new.agencies.push(NewAgency {
        id: id.clone(),
        name: agency.name.clone(),
        short: agency.short.clone(),
    });
    id
}
