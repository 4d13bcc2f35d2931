//! The records exactly as people write them: every scalar still text, nothing looked up.
//!
//! These structs are the format of `content/`. Reading takes the text of a scalar, never a YAML
//! number or date, so that `number: 1.10` stays "1.10"; what a text means is decided by `check`,
//! which can then report every fault of a record and not only the first. For the same reason
//! every field is optional here: a missing one is `check`'s complaint.
//!
//! The attributes for `schemars` say what a text should look like, for `schema` to tell editors:
//! which must be there (`x-required`), and which form the others have (`x-form`).

mod directive;
mod either;
mod note;
mod registers;
mod site;
mod task;

pub use directive::{
    DirectiveRecord, LabelRecord, LabelsRecord, PeriodRecord, PriorityRecord, SignerRecord,
};
pub use either::{DueParts, DueRecord, OneOrMany};
pub use note::NoteRecord;
pub use registers::{
    AgencyRecord, CorrectionRecord, DocumentRecord, MovedRecord, PlaceRecord, PrintedRecord,
};
pub use site::{LicenceRecord, SiteRecord, TargetRecord};
pub use task::{AmendmentRecord, ExtensionRecord, TaskRecord, UpdateRecord};
