//! The integration tests, in one binary: see `tests/README.md`.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is its job"
)]

mod boundaries;
mod building;
mod commands;
mod data;
mod floors;
mod following;
mod fuzz;
mod golden;
mod help;
mod hostile;
mod init;
mod limits;
mod mending;
mod menu;
mod packaging;
mod payloads;
mod project;
mod properties;
mod rules;
mod schema;
mod site;
mod spoilt;
mod standings;
mod time;
mod untrusted;
