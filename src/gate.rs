//! Compares the records with the published site: a published fact may change only if the records
//! give the reason.
//!
//! What was published is read from the open data of the published site ([`DATA`]) and its
//! manifest. A task that is gone, was dated anew, is no longer done or lost evidence, and an
//! address that is gone, is a [`Finding`] unless the ledger, an extension's document, a task's
//! `corrections` or `moved.yaml` say why. There is no other way past the gate.

mod changed;
mod held;
mod published;

pub use changed::{Changed, changed};
pub use held::{Finding, Gone, What, findings};
pub use published::{DATA, Earlier, Published, Unreadable, read};
