//! The integration tests, in one binary: see `tests/README.md`.

mod boundaries;
mod floors;
mod project;
mod properties;
mod spoilt;
mod standings;
