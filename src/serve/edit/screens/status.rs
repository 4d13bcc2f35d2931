//! How things stand: the figures of the whole, of the priorities and of the agencies; and what each
//! agency is to be reminded of, as a letter for Word.

use serde::Serialize;

use super::super::form::Form;
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use super::frame::Frame;
use crate::assess::owed::owed;
use crate::assess::{Assessment, Tally};
use crate::export::letter;
use crate::model::{AgencyIx, Model, PriorityIx};

#[derive(Serialize)]
struct View {
    date: String,
    tables: Vec<Table>,
}

#[derive(Serialize)]
struct Table {
    title: String,
    head: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    cells: Vec<String>,
    /// The letter of reminder, and the tasks that it names.
    letter: String,
    tasks: String,
}

/// Shows how things stand. Agencies that owe something have a letter.
pub(super) fn show(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let locale = editor.locale;
    let frame = Frame::new(editor, locale.text("edit-menu-status"), "tinh-hinh", query);
    let view = match &records.judged {
        None => View { date: locale.text("edit-week-before"), tables: Vec::new() },
        Some((model, assessment)) => {
            let args = [("date", locale.long_date(assessment.as_of).into())];
            let date = locale.format("edit-handover-date", &args);
            View { date, tables: tables(editor, records, model, assessment) }
        }
    };
    Answer::page(200, editor.filled("edit/status.html", &frame, &view))
}

/// The titles of the columns of figures.
pub(super) fn head(editor: &Editor) -> [String; 4] {
    ["edit-status-word", "edit-status-done", "edit-status-overdue", "edit-status-reported"]
        .map(|key| editor.locale.text(key))
}

/// The figures of a group of tasks, in the order of [`head`].
pub(super) fn figures(records: &Records, tally: &Tally) -> Vec<String> {
    let words = &records.words;
    vec![
        words.group(tally.word),
        words.fraction(tally.completion),
        tally.overdue().to_string(),
        words.fraction(tally.reporting),
    ]
}

fn tables(
    editor: &Editor,
    records: &Records,
    model: &Model,
    assessment: &Assessment,
) -> Vec<Table> {
    let locale = editor.locale;
    let plain = |name: String, tally: &Tally| Row {
        name,
        cells: figures(records, tally),
        letter: String::new(),
        tasks: String::new(),
    };
    let head = head(editor).to_vec();
    let whole = plain(model.directive.name(), &assessment.directive);
    let priorities = model.priorities.iter().enumerate().map(|(n, priority)| {
        let name = format!("{}. {}", priority.number, priority.title);
        plain(name, &assessment[PriorityIx(n)])
    });
    let agencies = (0..model.agencies.len()).map(AgencyIx).filter_map(|ix| {
        let tally = &assessment[ix].tally;
        let owed = owed(model, assessment, ix).len();
        let leads = model.own_tasks().any(|task| task.leads.contains(&ix));
        leads.then(|| Row {
            letter: match owed {
                0 => String::new(),
                _ => format!("/don-doc/{}.docx", model[ix].id),
            },
            tasks: locale.format("edit-status-owed", &[("count", owed.into())]),
            ..plain(model[ix].name.clone(), tally)
        })
    });
    let mut groups = vec![whole];
    groups.extend(priorities);
    vec![
        Table { title: locale.text("edit-status-priorities"), head: head.clone(), rows: groups },
        Table { title: locale.text("edit-status-agencies"), head, rows: agencies.collect() },
    ]
}

/// The letter that reminds an agency, for Word.
pub(super) fn letter(editor: &Editor, records: &Records, name: &str) -> Option<Answer> {
    let id = name.strip_suffix(".docx")?;
    let (model, assessment) = records.judged.as_ref()?;
    let ix = model.agencies.iter().position(|agency| agency.id.as_str() == id).map(AgencyIx)?;
    if owed(model, assessment, ix).is_empty() {
        return Some(editor.message(404, &editor.locale.text("remind-nothing")));
    }
    let bytes = letter::letter(model, assessment, ix, &records.words).ok()?;
    Some(Answer {
        status: 200,
        kind: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        bytes,
        saved_as: Some(letter::file_name(id, assessment.as_of)),
        ..Answer::default()
    })
}
