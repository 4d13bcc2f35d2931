//! The integration tests, in one binary: see `tests/README.md`.

mod boundaries;
mod building;
mod commands;
mod floors;
mod golden;
mod hostile;
mod project;
mod properties;
mod site;
mod spoilt;
mod standings;
