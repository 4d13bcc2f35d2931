//! What was published and has changed or gone since, with the reasons that a public record owes its
//! readers.

use chrono::NaiveDate;

use super::id::{Id, device_part, is_device};
use super::link::Target;
use super::{AgencyIx, DocumentIx, NoteIx, PlaceIx, PriorityIx, TaskIx};

/// A record or address that was published and removed.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The published record or address.
    pub was: Former,
    /// Its title.
    pub title: String,
    /// The replacement, if there is one.
    pub to: Option<Successor>,
    /// The day since which it is gone.
    pub date: NaiveDate,
    /// The reason.
    pub reason: String,
    /// The document that decided it.
    pub document: Option<DocumentIx>,
}

/// Something that was published: a record with pages of its own, an address, or a data date.
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
    /// `as-of:2031-10-31`: a data date that was a typing error.
    AsOf(NaiveDate),
    /// `directive:kh-58-2023`, in a portal, and the paths in its site that lead on besides its first
    /// page: those of the directive that it has become, known when that has been rendered.
    Directive(Id, Vec<String>),
    /// `site`, in a portal: the single site that it replaces, by the paths of its pages. They are
    /// known when the directive that takes its place has been rendered.
    Site(Vec<String>),
}

/// The replacement of something that was removed.
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
    /// An address within the site.
    Address(String),
    /// An external address.
    Outside(String),
    /// A directive of the portal.
    Directive(Id),
}

impl Former {
    /// Reads a value of `was`. `None` if it is neither a record nor an address.
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
            Target::Unknown if text == "site" => Some(Former::Site(Vec::new())),
            Target::Unknown => match (text.strip_prefix("as-of:"), text.strip_prefix("directive:"))
            {
                (Some(day), _) => crate::vietnamese::parse_date(day).ok().map(Former::AsOf),
                (_, Some(name)) => id(name).map(|id| Former::Directive(id, Vec::new())),
                (None, None) => is_address(text).then(|| Former::Address(text.to_owned())),
            },
        }
    }

    /// The value of `was` that names it.
    pub fn name(&self) -> String {
        match self {
            Former::Task(id) => format!("task:{id}"),
            Former::Priority(id) => format!("priority:{id}"),
            Former::Note(id) => format!("note:{id}"),
            Former::Agency(id) => format!("agency:{id}"),
            Former::Place(id) => format!("place:{id}"),
            Former::Address(path) => path.clone(),
            Former::AsOf(day) => format!("as-of:{day}"),
            Former::Directive(id, _) => format!("directive:{id}"),
            Former::Site(_) => "site".to_owned(),
        }
    }
}

/// Maximum length of an address, in characters.
const MAX_ADDRESS: usize = 200;

/// Whether a text has the form of a path of the site: lower-case ASCII with forward slashes and an
/// ending, without parts that lead out of the site or are Windows devices.
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
