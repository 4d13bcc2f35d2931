//! `tiendo` turns the records of a government directive into a public website that says how far the
//! directive has come.
//!
//! # The way of a task, from YAML to disk
//!
//! 1. [`content`] reads the folder: one YAML file a task, one Markdown file a progress note. A
//!    record is kept as it was written, every value still text. [`source`] keeps the texts and the
//!    place of every value in them.
//! 2. [`check`] links the records into a [`model`], in which a task knows its priority, its agencies
//!    and its documents, and runs the rules. Whatever is wrong becomes a [`diagnostic`].
//! 3. [`assess`] judges the model on a date: how each task stands, and how each priority, agency and
//!    place stands as a whole. No status is ever typed; it follows from dated entries.
//! 4. [`site`] turns model and assessment into a table of routes, each rendered to bytes on demand.
//! 5. [`output`] writes the files beside the old site and moves them into place in one step.
//! 6. [`publish`] packs the site into a zip or sends it to a server, unless [`gate`] finds that
//!    something published would change without a reason.
//!
//! [`pipeline`] joins these stages; read it next. [`cli`] is the command line above it, and `serve`
//! the preview that follows every save.
//!
//! # The other ways in and out
//!
//! [`draft`] makes the first records of a directive as it was sent, which [`letter`] reads.
//! [`import`] reads an office's own tracker, [`export`] writes one, both through [`spreadsheet`];
//! [`export`] also writes reports and letters, through [`word`].
//! [`reading`] understands what people type in cells, options and answers. [`fix`] mends and
//! continues records as text. [`schema`] describes the records to editors.
//!
//! # The ground
//!
//! [`markdown`] makes safe HTML, [`vietnamese`] folds, sorts and writes as Vietnamese readers
//! expect, [`locale`] holds every word that is shown, [`sum`] computes SHA-256, [`disk`] finds real paths. They know nothing of
//! tasks.
//!
//! An import never goes up a floor: `ARCHITECTURE.md` draws the floors, and a test keeps them.

pub mod assess;
pub mod check;
pub mod cli;
pub mod content;
pub mod diagnostic;
pub mod disk;
pub mod draft;
pub mod export;
pub mod fix;
pub mod gate;
pub mod import;
pub mod letter;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod publish;
pub mod reading;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod source;
pub mod spreadsheet;
pub mod sum;
pub mod vietnamese;
pub mod word;
