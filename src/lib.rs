//! `tiendo` turns what an office writes down into a public website that says how far a directive
//! has come.
//!
//! [`content`] reads what people wrote; [`check`] links it into a [`model`] and says what is
//! wrong; [`assess`] says how each task stands on a date; [`output`] puts the pages on disk in one
//! move. Below them lies the ground, words that know nothing of tasks: [`source`] keeps every
//! text that was read, [`stamp`] tells a file that was left alone, [`diagnostic`] says what a
//! complaint is, [`locale`] holds every word that is shown, [`markdown`] makes safe HTML,
//! [`vietnamese`] folds, sorts and writes as Vietnamese readers expect.
//!
//! An import never goes up: `ARCHITECTURE.md` draws the floors, and a test keeps them.

pub mod assess;
pub mod check;
pub mod cli;
pub mod content;
pub mod diagnostic;
pub mod export;
pub mod fix;
pub mod gate;
pub mod import;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod publish;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod source;
pub mod spreadsheet;
pub mod stamp;
pub mod vietnamese;
