//! The answer of `tiendo draft` for programs.

use std::path::Path;

use serde::Serialize;

use crate::draft::{Draft, Header};
use crate::model::Deadline;
use crate::reading::deadlines::yaml;

/// What was drafted, with positions in the letter: lines of a text, or paragraphs of a document.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
    folder: String,
    written: bool,
    positions: &'static str,
    header: HeaderAnswer<'a>,
    priorities: Vec<PriorityAnswer<'a>>,
    tasks: Vec<TaskAnswer<'a>>,
    no_tasks: Vec<NothingAnswer<'a>>,
    misprints: Vec<MisprintAnswer<'a>>,
    dropped: Vec<NothingAnswer<'a>>,
    converted_fonts: &'a [String],
}

#[derive(Serialize)]
struct HeaderAnswer<'a> {
    number: Option<&'a str>,
    kind: Option<&'a str>,
    date: Option<String>,
    place: Option<&'a str>,
    subject: Option<&'a str>,
    issuer: Option<&'a str>,
    signer_title: Option<&'a str>,
    signer_name: Option<&'a str>,
    period: Option<[String; 2]>,
    recipients: &'a [String],
}

#[derive(Serialize)]
struct PriorityAnswer<'a> {
    id: &'a str,
    number: Option<&'a str>,
    title: &'a str,
    guessed: bool,
}

#[derive(Serialize)]
struct TaskAnswer<'a> {
    id: &'a str,
    at: usize,
    section: &'a str,
    quote: &'a str,
    title: &'a str,
    kind: &'a str,
    kind_because: &'a str,
    product: Option<&'a str>,
    lead: Vec<&'a str>,
    support: Vec<&'a str>,
    due: Option<String>,
    due_from: Option<&'a str>,
    other_dates: &'a [String],
    report_every: Option<&'a str>,
    documents: Vec<&'a str>,
    status_only: bool,
    doubts: Vec<&'static str>,
}

#[derive(Serialize)]
struct NothingAnswer<'a> {
    at: usize,
    text: &'a str,
    why: Option<&'static str>,
}

#[derive(Serialize)]
struct MisprintAnswer<'a> {
    symbol: &'a str,
    printed_date: Option<&'a str>,
    suspects: &'a [&'static str],
}

impl<'a> Answer<'a> {
    pub(super) fn new(draft: &'a Draft, folder: &Path, written: bool) -> Self {
        let nothing = |one: &'a crate::draft::Nothing| NothingAnswer {
            at: one.at,
            text: &one.text,
            why: one.why.map(crate::draft::Why::name),
        };
        Answer {
            folder: folder.display().to_string(),
            written,
            positions: if draft.is_text { "lines" } else { "paragraphs" },
            header: header(&draft.header),
            priorities: draft
                .priorities
                .iter()
                .map(|priority| PriorityAnswer {
                    id: &priority.id,
                    number: priority.number.as_deref(),
                    title: &priority.title,
                    guessed: priority.is_guess,
                })
                .collect(),
            tasks: draft.tasks.iter().map(|task| self::task(draft, task)).collect(),
            no_tasks: draft.nothing.iter().map(nothing).collect(),
            misprints: draft
                .documents
                .iter()
                .filter(|document| !document.suspects.is_empty())
                .map(|document| MisprintAnswer {
                    symbol: &document.symbol,
                    printed_date: document.printed_date.as_deref(),
                    suspects: &document.suspects,
                })
                .collect(),
            dropped: draft.dropped.iter().map(nothing).collect(),
            converted_fonts: &draft.fonts,
        }
    }
}

fn header(header: &Header) -> HeaderAnswer<'_> {
    HeaderAnswer {
        number: header.number.as_deref(),
        kind: header.kind.as_deref(),
        date: header.date.map(|date| date.to_string()),
        place: header.place.as_deref(),
        subject: header.subject.as_deref(),
        issuer: header.issuer.as_deref(),
        signer_title: header.signer_title.as_deref(),
        signer_name: header.signer_name.as_deref(),
        period: header.period.map(|(from, to)| [from.to_string(), to.to_string()]),
        recipients: &header.recipients,
    }
}

fn task<'a>(draft: &'a Draft, task: &'a crate::draft::Task) -> TaskAnswer<'a> {
    let agencies =
        |all: &[usize]| all.iter().map(|at| draft.agencies.agencies[*at].name.as_str()).collect();
    let due = task.due.as_ref().map(|due| match due {
        Deadline::After { days, event, .. } => format!("{{days: {days}, after: {event}}}"),
        Deadline::Event(event) => format!("{{event: {event}}}"),
        due => yaml(due).unwrap_or_default(),
    });
    TaskAnswer {
        id: &task.id,
        at: task.at,
        section: &task.section,
        quote: &task.quote,
        title: &task.title,
        kind: task.kind,
        kind_because: task.kind_reason,
        product: task.product.as_deref(),
        lead: agencies(&task.lead),
        support: agencies(&task.support),
        due,
        due_from: task.due_words.as_deref(),
        other_dates: &task.other_dates,
        report_every: task.report_every,
        documents: task.documents.iter().map(|at| draft.documents[*at].symbol.as_str()).collect(),
        status_only: task.restricted,
        doubts: task.doubts.iter().map(|doubt| doubt.name()).collect(),
    }
}
