//! The files of the open data, made once: their sizes are told on a page and in two descriptions.

use std::sync::OnceLock;

use super::table::{Form, Table};

/// The files that were made so far.
#[derive(Debug, Default)]
pub(in crate::site) struct Files {
    pub(super) tables: [[OnceLock<File>; Form::ALL.len()]; Table::ALL.len()],
    pub(super) workbook: OnceLock<File>,
}

/// A file of the open data.
#[derive(Debug)]
pub(in crate::site) struct File {
    pub(in crate::site) bytes: Vec<u8>,
    /// How many rows it holds, without the header.
    pub(in crate::site) rows: usize,
}
