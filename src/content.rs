//! Content.
pub mod records;
pub mod yaml;
