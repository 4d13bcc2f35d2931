//! Caches the files of the open data, because a page and two descriptions give their sizes.

use std::sync::OnceLock;

use super::table::{Form, Table};

/// The files that have been rendered so far.
#[derive(Debug, Default)]
pub(in crate::site) struct Files {
    pub(super) tables: [[OnceLock<File>; Form::ALL.len()]; Table::ALL.len()],
    pub(super) workbook: OnceLock<File>,
}

/// A file of the open data.
#[derive(Debug)]
pub(in crate::site) struct File {
    pub(in crate::site) bytes: Vec<u8>,
    /// Number of rows, without the header.
    pub(in crate::site) rows: usize,
}
