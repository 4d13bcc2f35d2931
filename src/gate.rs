//! Holds the records against what was published: a public record changes its past only with a
//! reason that the record itself gives.
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
