//! Normalises the words of headers, cells and mappings for comparison.

pub(super) use crate::reading::normalized;
