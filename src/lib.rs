//! Turns what an office writes down into a public website that says how far a directive has come.

pub mod output;
