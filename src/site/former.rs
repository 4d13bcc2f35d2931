//! Published addresses: which record a file was about, and which pages report that a record was
//! removed.

use super::address::{ADDRESSES, PathMatch, filled};
use super::pages::{ASSETS, EMBEDS, HOME, OF_AGENCY, OF_PRIORITY};
use super::portal::{below, path_below};
use crate::model::{Former, Id};

/// The record that a published file was about.
///
/// Returns `None` for files that may appear and disappear as the figures change: further pages of a
/// list, tasks by standing (whose first pages stay), assets.
pub fn about(path: &str) -> Option<Former> {
    let mut matches =
        ADDRESSES.iter().filter_map(|address| Some((address, address.match_path(path)?)));
    let lasting = match matches.find(|(_, matched)| !matches!(matched, PathMatch::Gap(OLD, _))) {
        Some((address, _)) if address.is_passing => false,
        Some((_, PathMatch::LaterPage)) => false,
        Some((_, PathMatch::Gap(gap, text))) => {
            if let Some(record) = record(gap, text) {
                return Some(record);
            }
            true
        }
        Some((_, PathMatch::Exact)) => true,
        None => !path.starts_with(ASSETS),
    };
    lasting.then(|| Former::Address(path.to_owned()))
}

/// The gap of a page that is written at any old address.
const OLD: &str = "old";

/// The record that the text of a gap identifies.
fn record(gap: &str, text: &str) -> Option<Former> {
    if gap == "scope" {
        return match text.strip_prefix(OF_PRIORITY) {
            Some(id) => record("priority", id),
            None => record("agency", text.strip_prefix(OF_AGENCY)?),
        };
    }
    let id = Id::parse(text).ok()?;
    match gap {
        "task" => Some(Former::Task(id)),
        "priority" => Some(Former::Priority(id)),
        "note" => Some(Former::Note(id)),
        "agency" => Some(Former::Agency(id)),
        "place" => Some(Former::Place(id)),
        _ => None,
    }
}

/// The paths at which the removal of a record is reported: its page, then its embed if it had one.
pub(super) fn pages(was: &Former) -> Vec<String> {
    let id = match was {
        Former::Task(id) | Former::Priority(id) | Former::Note(id) => id,
        Former::Agency(id) | Former::Place(id) => id,
        Former::Address(path) if path.ends_with(".html") => return vec![path.clone()],
        Former::Address(_) | Former::AsOf(_) => return Vec::new(),
        Former::Directive(id, pages) => {
            let home = HOME.to_owned();
            let pages = std::iter::once(&home).chain(pages.iter().filter(|page| *page != HOME));
            return pages.map(|page| path_below(id.as_str(), page)).collect();
        }
        Former::Site(pages) => return pages.clone(),
    };
    ADDRESSES
        .iter()
        .filter(|address| !address.is_passing && address.text.ends_with(".html"))
        .filter(|address| address.gaps().any(|gap| record(gap, id.as_str()).as_ref() == Some(was)))
        .map(|address| filled(address.text, &[id.as_str().into()]))
        .collect()
}

/// Whether the file at a path is an embed that is inserted into another website's page.
pub(super) fn is_fragment(path: &str) -> bool {
    below(path).map_or(path, |(_, path)| path).starts_with(EMBEDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_published_file_is_about_a_record_an_address_or_nothing_that_lasts() {
        for (path, name) in [
            ("nhiem-vu/1.3.html", Some("task:1.3")),
            ("nhung/muc/2.html", Some("priority:2")),
            ("tin/muc-2.xml", Some("priority:2")),
            ("lich/co-quan-so-a.ics", Some("agency:so-a")),
            ("ghi-chep/2021-07-24-x.html", Some("note:2021-07-24-x")),
            ("dia-ban/huyen-a.html", Some("place:huyen-a")),
            ("ky-bao-cao/2021-09-30.html", Some("ky-bao-cao/2021-09-30.html")),
            ("attachments/a.pdf", Some("attachments/a.pdf")),
            ("du-lieu/tasks.json", Some("du-lieu/tasks.json")),
            ("index.html", Some("index.html")),
            ("nhiem-vu.html", Some("nhiem-vu.html")),
            ("nhiem-vu-3.html", None),
            ("so-tien-do/1.3-2.html", None),
            ("tinh-trang/overdue.html", None),
            ("tinh-trang/overdue-2.html", None),
            ("assets/search/words-4.js", None),
            ("sitemap-2.xml", None),
        ] {
            assert_eq!(about(path).map(|was| was.name()).as_deref(), name, "{path}");
        }
    }

    #[test]
    fn the_pages_of_something_are_about_it() {
        for text in ["task:1", "priority:2", "note:a", "agency:b", "place:c", "ky-bao-cao/1.html"] {
            let was = Former::parse(text).unwrap();
            for page in pages(&was) {
                assert_eq!(about(&page), Some(was.clone()), "{page}");
            }
        }
    }
}
