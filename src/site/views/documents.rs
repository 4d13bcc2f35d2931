//! Documents that something public cites: as printed and corrected, side by side.

use serde::Serialize;

use super::pieces::{Link, Pager, page_of};
use crate::model::DocumentIx;
use crate::site::index::{Citation, DOCUMENTS_A_PAGE};
use crate::site::route::Route;
use crate::site::sheet::{Sheet, anchor_of};

/// Citations named for one document.
const CITED: usize = 12;

#[derive(Serialize)]
pub(super) struct View {
    documents: Vec<Document>,
    pager: Option<Pager>,
}

#[derive(Serialize)]
pub(super) struct Document {
    anchor: String,
    symbol: Option<String>,
    title: String,
    /// Kind, date and issuer in a line.
    about: String,
    source: Vec<Link>,
    comparison: Vec<Comparison>,
    note: Option<String>,
    cited: Vec<Link>,
    cited_more: Option<String>,
}

/// One part of a document as printed, beside what is right.
#[derive(Serialize)]
struct Comparison {
    label: String,
    printed: String,
    corrected: String,
}

pub(super) fn view(sheet: &Sheet<'_>, page: usize) -> View {
    let shown = page_of(&sheet.index.documents, page, DOCUMENTS_A_PAGE);
    View {
        documents: shown.iter().map(|document| Document::of(sheet, *document)).collect(),
        pager: Pager::of(sheet, page, sheet.index.documents_pages(), Route::Documents),
    }
}

impl Document {
    fn of(sheet: &Sheet<'_>, ix: DocumentIx) -> Self {
        let document = &sheet.model[ix];
        let date = document.date.map(|date| sheet.long(date));
        let about = [document.kind.clone(), date, document.issuer.clone()];
        let citations = &sheet.index.citations[ix.0];
        let rest = citations.len().saturating_sub(CITED);
        let mut source = Vec::new();
        if let Some(url) = &document.url {
            let text = sheet.text("document-source");
            source.push(Link { external: true, ..Link::new(url.clone(), text) });
        }
        if let Some(attachment) = document.attachment {
            let size = sheet.size(sheet.model[attachment].size);
            let text = sheet.say("document-file", &[("size", (&size).into())]);
            source.push(Link { href: sheet.to_attachment(attachment), ..Link::plain(text) });
        }
        Document {
            anchor: anchor_of(&document.id),
            symbol: document.symbol.clone(),
            title: document.title.clone(),
            about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            source,
            comparison: comparison(sheet, document),
            note: document.correction.as_ref().and_then(|c| c.note.clone()),
            cited: citations.iter().take(CITED).map(|c| cited(sheet, *c)).collect(),
            cited_more: (rest > 0).then(|| sheet.count("and-more", rest as u64)),
        }
    }
}

/// Only what the print says; what is right comes from the correction, else from the record.
fn comparison(sheet: &Sheet<'_>, document: &crate::model::Document) -> Vec<Comparison> {
    let Some(printed) = &document.printed else { return Vec::new() };
    let correction = document.correction.as_ref();
    let unknown = || sheet.text("document-unknown");
    let row = |label: &str, printed: &Option<String>, right: Option<String>| {
        printed.as_ref().map(|printed| Comparison {
            label: sheet.text(label),
            printed: printed.clone(),
            corrected: right.unwrap_or_else(unknown),
        })
    };
    let date = correction.and_then(|c| c.date).or(document.date).map(|date| sheet.short(date));
    let symbol = correction.and_then(|c| c.symbol.clone()).or_else(|| document.symbol.clone());
    let issuer = correction.and_then(|c| c.issuer.clone()).or_else(|| document.issuer.clone());
    let title = correction.and_then(|c| c.title.clone()).or_else(|| Some(document.title.clone()));
    [
        row("document-symbol", &printed.symbol, symbol),
        row("document-date", &printed.date, date),
        row("document-issuer", &printed.issuer, issuer),
        row("document-title", &printed.title, title),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn cited(sheet: &Sheet<'_>, citation: Citation) -> Link {
    match citation {
        Citation::Basis => Link::new(sheet.to(Route::Directive), sheet.text("cited-basis")),
        Citation::Former => Link::new(sheet.to(Route::FormerList), sheet.text("former-title")),
        Citation::Task(task) => Link::new(
            sheet.to_task(task),
            sheet.say("task-name", &[("number", (&sheet.model[task].number).into())]),
        ),
        Citation::Note(note) => Link::new(
            sheet.to_note(note),
            sheet.say("note-name", &[("title", (&sheet.model[note].title).into())]),
        ),
    }
}
