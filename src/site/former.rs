//! Addresses that were published: which record a file was about, and which pages tell that a
//! record is gone.

use crate::model::{Former, Id};

/// Lists that go on over pages as they grow, and end earlier when they shrink.
const LISTS: [&str; 6] = ["nhiem-vu", "ghi-chep", "thoi-han", "van-ban", "tra-cuu", "so-tien-do"];

/// What a published file was about; none where files of that name come and go with the figures: a
/// further page of a list, the tasks that stand alike, what pages are drawn with.
pub fn about(path: &str) -> Option<Former> {
    let id = |text: &str| Id::parse(text).ok();
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let record = match (folder, ending) {
        ("nhiem-vu", "html") => id(stem).map(Former::Task),
        ("muc" | "nhung/muc", "html") => id(stem).map(Former::Priority),
        ("ghi-chep", "html") => id(stem).map(Former::Note),
        ("co-quan" | "nhung/co-quan", "html") => id(stem).map(Former::Agency),
        ("dia-ban", "html") => id(stem).map(Former::Place),
        ("tin" | "lich", "xml" | "ics") => match stem.strip_prefix("muc-") {
            Some(priority) => id(priority).map(Former::Priority),
            None => stem.strip_prefix("co-quan-").and_then(id).map(Former::Agency),
        },
        _ => None,
    };
    if record.is_some() {
        return record;
    }
    let further = |list: &str| {
        let rest = stem.strip_prefix(list).and_then(|rest| rest.strip_prefix('-'));
        rest.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let derived = folder == "assets"
        || folder.starts_with("assets/")
        || matches!(folder, "so-tien-do" | "tinh-trang")
        || (folder.is_empty() && LISTS.into_iter().any(further))
        || matches!(path, "robots.txt" | "da-chuyen.html")
        || (folder.is_empty() && stem.starts_with("sitemap") && ending == "xml");
    (!derived).then(|| Former::Address(path.to_owned()))
}

/// The pages that stand where something was: the first for people, another in place of a fragment.
pub(super) fn pages(was: &Former) -> Vec<String> {
    match was {
        Former::Task(id) => vec![format!("nhiem-vu/{id}.html")],
        Former::Priority(id) => vec![format!("muc/{id}.html"), format!("nhung/muc/{id}.html")],
        Former::Note(id) => vec![format!("ghi-chep/{id}.html")],
        Former::Agency(id) => {
            vec![format!("co-quan/{id}.html"), format!("nhung/co-quan/{id}.html")]
        }
        Former::Place(id) => vec![format!("dia-ban/{id}.html")],
        Former::Address(path) if path.ends_with(".html") => vec![path.clone()],
        Former::Address(_) | Former::AsOf(_) => Vec::new(),
    }
}

/// Whether a page is put into somebody else's.
pub(super) fn is_fragment(path: &str) -> bool {
    path.starts_with("nhung/")
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
