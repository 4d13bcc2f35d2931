//! Links the `corrections` of tasks: published facts that were wrong, and why.

use super::context::Context;
use super::divided::Nameable;
use super::fields::{self, join};
use super::moved::filled_in;
use super::{entries, references, rules};
use crate::content::records::{AmendmentRecord, UpdateRecord};
use crate::diagnostic::Place;
use crate::model::{Amended, Amendment, Id, Update};
use crate::source::FileId;

/// The keys that belong to some kinds of fact only, each with these kinds.
const DETAILS: [(&str, &[&str]); 4] = [
    ("part", &["deadline", "entry", "evidence", "done", "percent", "text"]),
    ("entry", &["evidence", "percent", "text"]),
    ("decided", &["deadline"]),
    ("as_published", &["entry"]),
];

pub(super) fn link(
    cx: &mut Context<'_>,
    records: Option<&[AmendmentRecord]>,
    file: FileId,
    nameable: &Nameable<'_>,
) -> Vec<Amendment> {
    let mut corrections = Vec::new();
    for (n, record) in records.unwrap_or_default().iter().enumerate() {
        let path = format!("corrections[{n}]");
        let field = |name: &str| join(&path, name);
        let date = fields::required_date(cx, &record.date, file, &path, "date");
        let recorded = fields::recorded(cx, &record.recorded, file, &field("recorded"), date);
        let of = fields::required(cx, &record.of, file, &path, "of");
        let of = fields::choice(cx, &of, &Amended::NAMES, file, &field("of"));
        let entry = fields::date(cx, &record.entry, file, &field("entry"));
        let decided = fields::date(cx, &record.decided, file, &field("decided"));
        // A part may be gone since: any id is accepted.
        let part = fields::trimmed(&record.part).and_then(|text| {
            let period = crate::model::ReportPeriod::parse(&text);
            let id = period.map_or_else(|| text.clone(), crate::model::ReportPeriod::id);
            let id = Id::parse(&id);
            if id.is_err() {
                let place = Place::value(file, field("part"));
                cx.diagnostics.push(rules::bad_id::diagnostic(&text, place));
            }
            id.ok()
        });
        let was = of.and_then(|of| was(cx, record, of, file, &path));
        let published =
            published(cx, record, was.as_ref(), file, nameable, &field("as_published"), n);
        let reason = filled_in(cx, &record.reason, file, &path, "reason");
        let document = references::document(cx, &record.document, file, &field("document"));
        if let Some(of) = of {
            let written = [
                record.part.is_some(),
                record.entry.is_some(),
                record.decided.is_some(),
                record.as_published.is_some(),
            ];
            for ((key, kinds), _) in DETAILS.iter().zip(written).filter(|(_, written)| *written) {
                if !kinds.contains(&of) {
                    let place = Place::key(file, field(key));
                    cx.diagnostics
                        .push(rules::correction_detail::diagnostic(key, of, kinds, place));
                }
            }
        }
        if let (Some(date), Some(recorded), Some(was), Some(reason)) = (date, recorded, was, reason)
        {
            corrections.push(Amendment {
                date,
                recorded,
                was,
                entry,
                decided,
                part,
                published,
                reason,
                document,
            });
        }
    }
    corrections
}

/// Reads `was`, whose form depends on the kind of fact.
fn was(
    cx: &mut Context<'_>,
    record: &AmendmentRecord,
    of: &str,
    file: FileId,
    path: &str,
) -> Option<Amended> {
    let field = join(path, "was");
    let values: Vec<String> = (record.was.iter().flat_map(|was| &was.values))
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    let Some(first) = values.first().cloned() else {
        fields::missing(cx, file, path, "was");
        return None;
    };
    let ids = |cx: &mut Context<'_>| -> Option<Vec<Id>> {
        let is_list = record.was.as_ref().is_some_and(|was| was.is_list);
        let mut ids = Vec::new();
        for (n, text) in values.iter().enumerate() {
            match Id::parse(text) {
                Ok(id) => ids.push(id),
                Err(_) => {
                    let at = if is_list { format!("{field}[{n}]") } else { field.clone() };
                    cx.diagnostics.push(rules::bad_id::diagnostic(text, Place::value(file, at)));
                    return None;
                }
            }
        }
        Some(ids)
    };
    if of == "lead" {
        return ids(cx).map(Amended::Lead);
    }
    let place = Place::value(file, &*field);
    if values.len() > 1 {
        cx.diagnostics.push(rules::correction_of_several::diagnostic(of, &values, place));
        return None;
    }
    match of {
        "evidence" => ids(cx)?.pop().map(Amended::Evidence),
        "part" => ids(cx)?.pop().map(Amended::Part),
        "priority" => ids(cx)?.pop().map(Amended::Priority),
        "product" => Some(Amended::Product(first)),
        "text" => Some(Amended::Text(first)),
        "percent" => {
            let percent = fields::number(cx, &Some(first), 0..=100, file, &field);
            percent.and_then(|n| u8::try_from(n).ok()).map(Amended::Percent)
        }
        _ => fields::read_date(cx, &first, place).map(|day| match of {
            "deadline" => Amended::Deadline(day),
            "entry" => Amended::Entry(day),
            _ => Amended::Done(day),
        }),
    }
}

/// Links the entry as it was published. Its day is that of `was`.
fn published(
    cx: &mut Context<'_>,
    record: &AmendmentRecord,
    was: Option<&Amended>,
    file: FileId,
    nameable: &Nameable<'_>,
    path: &str,
    n: usize,
) -> Option<Update> {
    let entry = record.as_published.as_ref()?;
    let Some(Amended::Entry(day)) = was else { return None };
    let dated = UpdateRecord { date: Some(day.to_string()), ..entry.clone() };
    // Behind all entries of the ledger, each at a place of its own.
    entries::update(cx, &dated, file, nameable, path, usize::MAX - n)
}
