//! The documents that something public cites, as printed and as corrected, side by side.

use serde::Serialize;

use super::components::{Link, Pager, page_of};
use super::frame;
use super::heading::Heading;
use crate::model::DocumentIx;
use crate::site::context::{PageContext, anchor_of};
use crate::site::index::{Citation, DOCUMENTS_PER_PAGE};
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::text::lines;

/// Maximum number of citations listed for a document.
const MAX_CITATIONS: usize = 12;

#[derive(Serialize)]
struct View {
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
    note: Vec<String>,
    cited: Vec<Link>,
    cited_more: Option<String>,
}

/// A detail of a document as printed, with the correct value.
#[derive(Serialize)]
struct Comparison {
    label: String,
    printed: String,
    corrected: String,
}

pub(super) fn heading(ctx: &PageContext<'_>, page: usize) -> Heading {
    Heading::list(ctx, "documents-title", page)
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, page: usize) -> Rendered {
    frame::fill(engine, ctx, "documents.html", heading(ctx, page), &view(ctx, page))
}

fn view(ctx: &PageContext<'_>, page: usize) -> View {
    let shown = page_of(&ctx.index.documents, page, DOCUMENTS_PER_PAGE);
    View {
        documents: shown.iter().map(|document| Document::of(ctx, *document)).collect(),
        pager: Pager::of(ctx, page, ctx.index.documents_pages(), Route::Documents),
    }
}

impl Document {
    fn of(ctx: &PageContext<'_>, ix: DocumentIx) -> Self {
        let document = &ctx.model[ix];
        let date = document.date.map(|date| ctx.long(date));
        let about = [document.kind.clone(), date, document.issuer.clone()];
        let citations = &ctx.index.citations[ix.0];
        let rest = citations.len().saturating_sub(MAX_CITATIONS);
        let mut source = Vec::new();
        if let Some(url) = &document.url {
            let text = ctx.text("document-source");
            source.push(Link { external: true, ..Link::new(url.clone(), text) });
        }
        if let Some(attachment) = document.attachment {
            let size = ctx.size(ctx.model[attachment].size);
            let text = ctx.say("document-file", &[("size", (&size).into())]);
            source.push(Link { href: ctx.to_attachment(attachment), ..Link::plain(text) });
        }
        Document {
            anchor: anchor_of(&document.id),
            symbol: document.symbol.clone(),
            title: document.title.clone(),
            about: about.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            source,
            comparison: comparison(ctx, document),
            note: document
                .correction
                .iter()
                .flat_map(|c| &c.note)
                .flat_map(|note| lines(note))
                .collect(),
            cited: citations.iter().take(MAX_CITATIONS).map(|c| cited(ctx, *c)).collect(),
            cited_more: (rest > 0).then(|| ctx.count("and-more", rest as u64)),
        }
    }
}

/// Compares the details that the print states. The correct value comes from the correction, else
/// from the record.
fn comparison(ctx: &PageContext<'_>, document: &crate::model::Document) -> Vec<Comparison> {
    let Some(printed) = &document.printed else { return Vec::new() };
    let correction = document.correction.as_ref();
    let unknown = || ctx.text("document-unknown");
    let row = |label: &str, printed: &Option<String>, right: Option<String>| {
        printed.as_ref().map(|printed| Comparison {
            label: ctx.text(label),
            printed: printed.clone(),
            corrected: right.unwrap_or_else(unknown),
        })
    };
    let date = correction.and_then(|c| c.date).or(document.date).map(|date| ctx.short(date));
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

fn cited(ctx: &PageContext<'_>, citation: Citation) -> Link {
    match citation {
        Citation::Basis => Link::new(ctx.to(Route::Directive), ctx.text("cited-basis")),
        Citation::Former => Link::new(ctx.to(Route::FormerList), ctx.text("former-title")),
        Citation::Task(task) => Link::new(
            ctx.to_task(task),
            ctx.say("task-name", &[("number", (&ctx.model[task].number).into())]),
        ),
        Citation::Note(note) => Link::new(
            ctx.to_note(note),
            ctx.say("note-name", &[("title", (&ctx.model[note].title).into())]),
        ),
    }
}
