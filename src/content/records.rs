//! The records exactly as written: every scalar is text, and no reference is resolved.
//!
//! These structs define the format of `content/`. Scalars are read as text, never as YAML numbers
//! or dates, so `number: 1.10` stays "1.10". `check` interprets the texts, so it can report every
//! mistake of a record and not only the first. For the same reason every field is optional here:
//! `check` reports a missing one.
//!
//! The `schemars` attributes tell the schema for editors which fields are required (`x-required`)
//! and which form the others have (`x-form`).

mod directive;
mod either;
mod note;
mod parts;
mod registers;
mod site;
mod task;

pub use directive::{
    DirectiveRecord, LabelRecord, LabelsRecord, PeriodRecord, PriorityRecord, SectionRecord,
    SignerRecord,
};
pub use either::{DueParts, DueRecord, OneOrMany};
pub use note::NoteRecord;
pub use parts::{PartRecord, PartsRecord};
pub use registers::{
    AgencyRecord, CorrectionRecord, DocumentRecord, MovedRecord, PlaceRecord, PrintedRecord,
    PublicationRecord,
};
pub use site::{LicenceRecord, SiteRecord, TargetRecord};
pub use task::{
    AmendmentRecord, ExtensionRecord, GoalRecord, HandoverRecord, LevelRecord, ReportsRecord,
    TaskRecord, UpdateRecord, ValueRecord,
};
