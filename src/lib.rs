//! Turns task records and progress notes into a public website that says how far a directive has come.

pub mod markdown;
pub mod vietnamese;
