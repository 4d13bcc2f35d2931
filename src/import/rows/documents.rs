//! Finds the documents that a row names as evidence.

use super::reader::{FieldText, Reader};
use super::text::quoted;
use crate::diagnostic::nearest;
use crate::import::diagnostic::CellDiagnostic;
use crate::model::DocumentIx;
use crate::vietnamese::fold;

impl Reader<'_> {
    /// Returns the documents that a cell names by id or symbol.
    pub(super) fn documents(
        &self,
        field: &FieldText<'_>,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Vec<DocumentIx> {
        let mut found = Vec::new();
        let names = field.lines.split([';', ',', '\n']).map(str::trim);
        for name in names.filter(|name| !matches!(*name, "" | "-" | "–")) {
            match self.document(name) {
                Some(document) if found.contains(&document) => {}
                Some(document) => found.push(document),
                None => diagnostics.push(self.unknown_document(name, &field.at)),
            }
        }
        found
    }

    fn document(&self, name: &str) -> Option<DocumentIx> {
        let documents = &self.model.documents;
        if let Some(at) = documents.iter().position(|document| document.id.as_str() == name) {
            return Some(DocumentIx(at));
        }
        // "Báo cáo số 123/BC-SKHĐT ngày 24/7/2021"
        let plain = |text: &str| fold(text).split_whitespace().collect::<String>();
        let name = plain(name);
        let mut named = documents.iter().enumerate().filter(|(_, document)| {
            document.symbol.as_ref().is_some_and(|symbol| {
                let symbol = plain(symbol);
                symbol.len() > 3 && has_whole(&name, &symbol)
            })
        });
        match (named.next(), named.next()) {
            (Some((at, _)), None) => Some(DocumentIx(at)),
            _ => None,
        }
    }

    fn unknown_document(&self, name: &str, at: &str) -> CellDiagnostic {
        let documents = &self.model.documents;
        let ids = documents.iter().map(|document| document.id.as_str());
        let symbols = documents.iter().filter_map(|document| document.symbol.as_deref());
        let near = nearest(name, ids.chain(symbols));
        let code = if near.is_some() { "import-document-near" } else { "import-document" };
        CellDiagnostic::error(code, at)
            .arg("read", quoted(name))
            .arg("known", near.unwrap_or_default())
    }
}

/// Returns whether a text has a symbol that is not part of a longer one.
fn has_whole(text: &str, symbol: &str) -> bool {
    text.match_indices(symbol).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + symbol.len()..].chars().next();
        !before.is_some_and(|c| c.is_ascii_digit()) && !matches!(after, Some('-' | '/'))
    })
}
