//! What was published and has changed or gone since, with the reasons that a public record owes its
//! readers.

use chrono::NaiveDate;

use super::id::{Id, device_part, is_device};
use super::link::Target;
use super::{AgencyIx, DocumentIx, NoteIx, PlaceIx, PriorityIx, TaskIx};

/// Something that was published and is gone.
#[derive(Clone, Debug)]
pub struct Moved {
    /// What it was.
    pub was: Former,
    /// Its title.
    pub title: String,
    /// What takes its place; none: nothing does.
    pub to: Option<Successor>,
    /// Since when.
    pub date: NaiveDate,
    /// Why.
    pub reason: String,
    /// The document that says so.
    pub document: Option<DocumentIx>,
}

/// What was published: a record that has pages of its own, an address, or the date of the data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Former {
    /// `task:1.3`
    Task(Id),
    /// `priority:2`
    Priority(Id),
    /// `note:2021-07-24-x`
    Note(Id),
    /// `agency:so-a`
    Agency(Id),
    /// `place:huyen-a`
    Place(Id),
    /// `ky-bao-cao/2021-09-30.html`
    Address(String),
    /// `as-of:2031-10-31`: a date of the data that was typed wrongly.
    AsOf(NaiveDate),
}

/// What takes the place of something that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Successor {
    /// A task.
    Task(TaskIx),
    /// A priority.
    Priority(PriorityIx),
    /// A note.
    Note(NoteIx),
    /// An agency.
    Agency(AgencyIx),
    /// A place.
    Place(PlaceIx),
    /// A document.
    Document(DocumentIx),
    /// An address on the site.
    Address(String),
    /// An address elsewhere.
    Outside(String),
}

impl Former {
    /// Reads what `was` names; none where it is neither a record nor an address.
    pub fn parse(text: &str) -> Option<Self> {
        let id = |id: &str| Id::parse(id).ok();
        match Target::parse(text) {
            Target::Task(name) => id(name).map(Former::Task),
            Target::Priority(name) => id(name).map(Former::Priority),
            Target::Note(name) => id(name).map(Former::Note),
            Target::Agency(name) => id(name).map(Former::Agency),
            Target::Place(name) => id(name).map(Former::Place),
            Target::Attachment(path) => is_address(path).then(|| Former::Address(path.to_owned())),
            Target::Document(_) | Target::Outside(_) => None,
            Target::Unknown => match text.strip_prefix("as-of:") {
                Some(day) => crate::vietnamese::parse_date(day).ok().map(Former::AsOf),
                None => is_address(text).then(|| Former::Address(text.to_owned())),
            },
        }
    }

    /// As `was` writes it.
    pub fn name(&self) -> String {
        match self {
            Former::Task(id) => format!("task:{id}"),
            Former::Priority(id) => format!("priority:{id}"),
            Former::Note(id) => format!("note:{id}"),
            Former::Agency(id) => format!("agency:{id}"),
            Former::Place(id) => format!("place:{id}"),
            Former::Address(path) => path.clone(),
            Former::AsOf(day) => format!("as-of:{day}"),
        }
    }
}

/// Longest address, in characters.
const MAX_ADDRESS: usize = 200;

/// Whether a text is the path of a file such as sites of ours have: lower-case ASCII, forward
/// slashes, an ending, nothing that leads out or that Windows takes for a device.
pub fn is_address(path: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-._".contains(&b);
    let fine = |part: &str| {
        part.bytes().all(plain)
            && part.starts_with(|c: char| c.is_ascii_alphanumeric())
            && part.ends_with(|c: char| c.is_ascii_alphanumeric())
            && !is_device(device_part(part))
    };
    // An id alone, such as 1.3, has no ending.
    let ending = path.rsplit(['/', '.']).next().unwrap_or_default();
    let ends = ending.len() >= 2 && ending.starts_with(|c: char| c.is_ascii_lowercase());
    path.len() <= MAX_ADDRESS && path.contains('.') && ends && path.split('/').all(fine)
}

/// A published fact about a task that is no longer told, and why.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// The day on which it was put right.
    pub date: NaiveDate,
    /// The fact as it was published.
    pub was: Amended,
    /// Why.
    pub reason: String,
    /// The document that says so.
    pub document: Option<DocumentIx>,
}

/// A published fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amended {
    /// A deadline's last good day.
    Deadline(NaiveDate),
    /// An entry of that day.
    Entry(NaiveDate),
    /// Evidence, by the document's id, which may be gone.
    Evidence(Id),
    /// Done on that day.
    Done(NaiveDate),
}

impl Amended {
    /// The words of `of:`.
    pub const NAMES: [(&'static str, &'static str); 4] =
        [("deadline", "deadline"), ("entry", "entry"), ("evidence", "evidence"), ("done", "done")];

    /// The word in records and in the keys of the locales.
    pub fn name(&self) -> &'static str {
        match self {
            Amended::Deadline(_) => "deadline",
            Amended::Entry(_) => "entry",
            Amended::Evidence(_) => "evidence",
            Amended::Done(_) => "done",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_published_is_a_record_or_an_address() {
        let read = |text| Former::parse(text).map(|former| former.name());
        for text in [
            "task:1.3",
            "note:2021-07-24-x",
            "agency:so-a",
            "priority:2",
            "place:huyen-a",
            "ky-bao-cao/2021-09-30.html",
            "attachments/bao-cao-1.pdf",
            "as-of:2031-10-31",
        ] {
            assert_eq!(read(text).as_deref(), Some(text));
        }
        for text in [
            "",
            "task:",
            "task:1,3",
            "doc:bc-1",
            "https://a.vn/x.html",
            "../x.html",
            "/x.html",
            "a//x.html",
            "a\\x.html",
            "X.html",
            "con.html",
            ".htaccess",
            "nhiem-vu",
            "as-of:hôm nay",
            "a b.html",
            "1.3",
            "x.html?a",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
