//! Diagnostics about the cells of a workbook.

use crate::diagnostic::Severity;

/// A diagnostic about a cell or about the file of the mapping.
#[derive(Clone, Debug)]
pub struct CellDiagnostic {
    /// The key of its message: `import-…`.
    pub code: &'static str,
    /// An error leaves the row out.
    pub severity: Severity,
    /// The cell, such as `TH!B7`, or the file of the mapping.
    pub at: String,
    /// The arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

impl CellDiagnostic {
    pub(super) fn new(code: &'static str, severity: Severity, at: impl Into<String>) -> Self {
        CellDiagnostic { code, severity, at: at.into(), args: Vec::new() }
    }

    pub(super) fn error(code: &'static str, at: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, at)
    }

    pub(super) fn warning(code: &'static str, at: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, at)
    }

    /// Adds an argument of the message.
    pub(super) fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}
