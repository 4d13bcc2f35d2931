//! The table of cited documents.

use super::{Row, row};
use crate::model::DocumentIx;
use crate::site::context::{PageContext, anchor_of};
use crate::site::data::schema::{Column, Kind, Value};
use crate::site::data::{address, full};
use crate::site::route::Route;
use chrono::NaiveDate;

row! {
    /// A cited document, as printed and as corrected.
    Document<'m> {
        id: &'m str = Kind::Id,
        symbol: Option<&'m str> = Kind::Text,
        title: &'m str = Kind::Text,
        date: Option<NaiveDate> = Kind::Day,
        issuer: Option<&'m str> = Kind::Text,
        kind: Option<&'m str> = Kind::Text,
        source: Option<&'m str> = Kind::Address,
        file: Option<String> = Kind::Address,
        printed_symbol: Option<&'m str> = Kind::Text,
        printed_title: Option<&'m str> = Kind::Text,
        printed_date: Option<&'m str> = Kind::Text,
        printed_issuer: Option<&'m str> = Kind::Text,
        corrected_symbol: Option<&'m str> = Kind::Text,
        corrected_title: Option<&'m str> = Kind::Text,
        corrected_date: Option<NaiveDate> = Kind::Day,
        corrected_issuer: Option<&'m str> = Kind::Text,
        correction_note: Option<&'m str> = Kind::Text,
        url: String = Kind::Address,
    }
}

pub(super) const COLUMNS: &[Column] = Document::COLUMNS;

/// Passes each row of the table to `show`.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    ctx.index.documents.iter().for_each(|ix| show(&Document::of(ctx, *ix)));
}

impl<'m> Document<'m> {
    fn of(ctx: &PageContext<'m>, ix: DocumentIx) -> Self {
        let document = &ctx.model[ix];
        let (printed, right) = (document.printed.as_ref(), document.correction.as_ref());
        let page = ctx.index.page_of(ix).unwrap_or(1);
        let url = address(ctx, Route::Documents(page));
        Document {
            id: document.id.as_str(),
            symbol: document.symbol.as_deref(),
            title: &document.title,
            date: document.date,
            issuer: document.issuer.as_deref(),
            kind: document.kind.as_deref(),
            source: document.url.as_deref(),
            file: document.attachment.map(|file| full(ctx, &ctx.model[file].site_path)),
            printed_symbol: printed.and_then(|p| p.symbol.as_deref()),
            printed_title: printed.and_then(|p| p.title.as_deref()),
            printed_date: printed.and_then(|p| p.date.as_deref()),
            printed_issuer: printed.and_then(|p| p.issuer.as_deref()),
            corrected_symbol: right.and_then(|c| c.symbol.as_deref()),
            corrected_title: right.and_then(|c| c.title.as_deref()),
            corrected_date: right.and_then(|c| c.date),
            corrected_issuer: right.and_then(|c| c.issuer.as_deref()),
            correction_note: right.and_then(|c| c.note.as_deref()),
            url: format!("{url}#{}", anchor_of(&document.id)),
        }
    }
}
