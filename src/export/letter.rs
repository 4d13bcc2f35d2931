//! Writes the letter that reminds an agency of what it owes, as a document for Word.

use chrono::NaiveDate;

use super::form::{Form, SMALL, heading, shortened, text};
use crate::assess::Assessment;
use crate::assess::ledger::in_force;
use crate::assess::owed::{Debt, owed};
use crate::model::{AgencyIx, Model, TaskIx};
use crate::site::words::Words;
use crate::word::write::{self, WriteError};
use crate::word::{Align, Block, Column, Document, Paragraph, Span, Table};

/// The name of the file of a letter if none is given.
pub fn file_name(agency: &str, as_of: NaiveDate) -> String {
    format!("don-doc-{agency}-{as_of}.docx")
}

/// Writes the letter to an agency.
///
/// # Errors
///
/// Fails if the document cannot be written, which is a bug in tiendo.
pub fn letter(
    model: &Model,
    assessment: &Assessment,
    agency: AgencyIx,
    words: &Words,
) -> Result<Vec<u8>, WriteError> {
    let form = Form { model, words };
    let owed = owed(model, assessment, agency);
    let name = shortened(&model[agency].name);
    let about = words.say("letter-about", &[("name", form.name().into())]);
    let count = ("n", owed.len().into());
    let intro = [
        ("directive", form.directive_and_subject().into()),
        ("date", words.long(assessment.as_of).into()),
        ("agency", (&name).into()),
        count.clone(),
    ];
    let mut blocks = vec![form.head("form-number-letter", Some(&about))];
    blocks.extend(form.notice());
    blocks.push(form.to(&name));
    let intro = text(vec![Span::plain(words.say("letter-intro", &intro))]);
    blocks.push(Block::Paragraph(intro.before(10)));
    let column = |key: &str, share, align| Column { title: words.text(key), share, align };
    let mut number = 0_usize;
    for debt in Debt::ALL {
        let of: Vec<TaskIx> =
            owed.iter().filter(|(known, _)| *known == debt).map(|(_, ix)| *ix).collect();
        if of.is_empty() {
            continue;
        }
        number += 1;
        let args = [
            ("number", number.into()),
            ("title", words.text(&format!("letter-{}", debt.name())).into()),
            ("n", of.len().into()),
        ];
        blocks.push(Block::Paragraph(heading(&words.say("letter-heading", &args))));
        let gap = Paragraph { with_next: true, ..Paragraph::new(Vec::new(), 4) };
        blocks.push(Block::Paragraph(gap));
        blocks.push(Block::Table(Table {
            columns: vec![
                column("situation-column-number", 9, Align::Center),
                column("situation-column-task", 39, Align::Left),
                column("letter-column-deadline", 26, Align::Left),
                column("situation-column-standing", 26, Align::Left),
                column("situation-column-last", 16, Align::Center),
            ],
            rows: of.iter().map(|ix| row(model, assessment, *ix, words)).collect(),
            size: SMALL,
        }));
    }
    let mut request = vec![("agency", (&name).into()), count, ("office", form.office().into())];
    let key = match form.issuer().filter(|issuer| *issuer != form.office()) {
        Some(issuer) => {
            request.push(("issuer", issuer.into()));
            "letter-request"
        }
        None => "letter-request-alone",
    };
    // The signature never stands alone on a page.
    let request = text(vec![Span::plain(words.say(key, &request))]).before(8);
    blocks.push(Block::Paragraph(Paragraph { with_next: true, ..request }));
    blocks.push(form.signature(true));
    write::document(&Document {
        title: about,
        author: model.settings.publisher.clone(),
        language: words.tag(),
        made: assessment.as_of,
        blocks,
    })
}

fn row(model: &Model, assessment: &Assessment, ix: TaskIx, words: &Words) -> Vec<String> {
    let (task, assessed) = (&model[ix], &assessment[ix]);
    let due = in_force(task, assessment.as_of);
    let mut standing = vec![words.standing(assessed)];
    standing.extend(words.causes(assessed).into_iter().filter(|_| !task.restricted));
    let last = assessed.last_entry.map(|day| words.short(day));
    vec![
        task.number.clone(),
        task.title.clone(),
        due.map_or_else(String::new, |due| words.deadline(due.deadline, assessment.as_of)),
        standing.join("; "),
        last.unwrap_or_else(|| words.text("situation-never")),
    ]
}
