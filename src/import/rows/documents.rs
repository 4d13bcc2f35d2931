//! Finds the documents that a row names as evidence.

use super::reader::{FieldText, Reader};
use super::text::quoted;
use crate::import::diagnostic::CellDiagnostic;
use crate::model::DocumentIx;
use crate::reading::names::Found;

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
        // "Báo cáo số 123/BC-SKHĐT ngày 24/7/2021"
        match self.documents.named(name) {
            Found::Nothing => match self.documents.within(name) {
                Found::One(at) => Some(DocumentIx(at)),
                _ => None,
            },
            Found::One(at) => Some(DocumentIx(at)),
            Found::Many(_) => None,
        }
    }

    fn unknown_document(&self, name: &str, at: &str) -> CellDiagnostic {
        let near = self.documents.nearest(name);
        let code = if near.is_some() { "import-document-near" } else { "import-document" };
        CellDiagnostic::error(code, at)
            .arg("read", quoted(name))
            .arg("known", near.unwrap_or_default())
    }
}
