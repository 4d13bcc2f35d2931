//! Compares the records with the published site: a published fact may change only if the records
//! give the reason.
//!
//! What was published is read from the open data of the published site ([`DATA`]) and its manifest.
//! Each change without a reason is a [`Finding`] and stops the publication. There is no option to
//! skip the gate.
//!
//! | published, but no longer in the records | the reason |
//! |---|---|
//! | a task | `moved.yaml`: `was: task:ID` |
//! | a page, fragment, feed, calendar or attachment | `moved.yaml`: `was:` with a record or an address |
//! | the first deadline, or a decision on it | `corrections:` of the task, `of: deadline`, `was:` with the published last day |
//! | no extension, where there now is one | its own `document:`, else a correction of the deadline before it |
//! | the date or state of an entry | `corrections:`, `of: entry`, `was:` with its date |
//! | evidence of an entry | `corrections:`, `of: evidence`, `was:` with the document's id |
//! | the agencies in charge, the priority, the product | `corrections:`, `of: lead`, `of: priority`, `of: product`, `was:` with what was published |
//! | the self-assessment of an entry | `corrections:`, `of: percent`, `was:` with the number, `entry:` with the entry's date |
//! | a number in a title or in the text of an entry | `corrections:`, `of: text`, `was:` with the published text |
//! | the day on which an entry was recorded | `corrections:`, `of: entry`, `was:` with its date |
//! | done | an entry with another state and a text, else `corrections:`, `of: done`, `was:` with the day |
//! | a publication in the chain | `publications.yaml`, which has to hold it unchanged |
//! | a later as-of date | `moved.yaml`: `was: as-of:DATE` |
//!
//! A correction names the published fact, so it covers this change and no later one. A misspelt
//! word that is mended, an entry that is typed late and a new record take nothing back and pass; a
//! late one without `recorded` is named, because earlier pages change by it ([`Changed::late`]). Further pages of
//! a list, the lists by standing and a page's assets follow from the figures and are not addresses
//! to keep. Of a restricted task, only title, lead, priority, deadline in force and
//! whether it was done were published, so only these are compared.
//!
//! Published data that cannot be read, were altered, or belong to a later version or another
//! directive stop the publication too.

mod changed;
mod finding;
mod held;
mod kept;
mod published;
mod words;

pub use changed::{Changed, changed};
pub use finding::{Finding, What};
pub use held::{Gone, findings};
pub use kept::first_retold;
pub use published::{CHAIN, DATA, Earlier, PARTS, Published, Unreadable, read};
