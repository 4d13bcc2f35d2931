//! The integration tests, in one binary: see `tests/README.md`.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that panics has failed, which is its job"
)]

mod bilingual;
mod boundaries;
mod building;
mod cards;
mod chain;
mod changes;
mod commands;
mod copies;
mod crash;
mod data;
#[cfg(unix)]
mod defaced;
mod drafting;
mod editing;
mod english;
mod floors;
mod following;
mod fuzz;
mod gate;
mod gatekeeper;
mod given;
mod golden;
mod guide;
mod help;
mod hostile;
mod icon;
mod init;
mod interruption;
mod known;
mod limits;
mod lists;
mod mending;
mod menu;
mod packaging;
mod payloads;
mod portal;
mod project;
mod properties;
mod publishing;
mod recorded;
mod records;
mod rules;
mod schema;
#[cfg(feature = "serve")]
mod serving;
mod site;
mod spoilt;
mod spreadsheets;
mod standings;
mod sums;
mod time;
mod trackers;
mod untrusted;
mod word;
