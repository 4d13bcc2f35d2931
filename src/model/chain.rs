//! The chain of publications: each names the sum of the manifest that was published, the sum of the
//! records that it was made from, and the sum of the publication before it.
//!
//! Whoever holds one later sum, from a hand-over sheet or a copy of the site, can tell whether the
//! list was changed since: a changed, removed, added or exchanged publication changes every sum
//! after it.

use serde::{Deserialize, Serialize};

use crate::sum::sha256;

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// Its number, from 1.
    pub number: u32,
    /// Its as-of date, ISO 8601.
    pub as_of: String,
    /// SHA-256 of the manifest that was published, in hexadecimal.
    pub manifest: String,
    /// SHA-256 of the records that the site was made from, in hexadecimal.
    pub records: String,
    /// What changed since the publication before, in a line.
    pub changes: String,
    /// SHA-256 of all of this and of the sum of the publication before, in hexadecimal.
    pub sum: String,
}

/// The first publication that does not follow from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongLink {
    /// Its place in the list, from 0.
    pub place: usize,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a publication in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Its number is not the next one.
    Number,
    /// Its sum is not that of its contents and the sum before: it was changed, or what stood before
    /// it was.
    Sum,
}

impl Publication {
    /// The sum of this publication after one with the sum `previous`, which is empty for the first.
    pub fn sum_after(&self, previous: &str) -> String {
        let Publication { number, as_of, manifest, records, changes, .. } = self;
        let text = format!("{previous}\n{number}\n{as_of}\n{manifest}\n{records}\n{changes}\n");
        sha256(text.as_bytes())
    }
}

/// The sum of the last publication, or an empty text.
pub fn last_sum(list: &[Publication]) -> &str {
    list.last().map_or("", |publication| &publication.sum)
}

/// Returns the first wrong link, if there is one.
pub fn first_wrong(list: &[Publication]) -> Option<WrongLink> {
    let mut previous = "";
    for (place, publication) in list.iter().enumerate() {
        let wrong = |wrong| Some(WrongLink { place, wrong });
        if usize::try_from(publication.number) != Ok(place + 1) {
            return wrong(Wrong::Number);
        }
        if publication.sum != publication.sum_after(previous) {
            return wrong(Wrong::Sum);
        }
        previous = &publication.sum;
    }
    None
}

/// Appends a publication to the list, with its number and its sum.
pub fn append(
    list: &mut Vec<Publication>,
    as_of: String,
    manifest: String,
    records: String,
    changes: &str,
) {
    let number = u32::try_from(list.len()).unwrap_or(u32::MAX - 1) + 1;
    let changes = changes.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut next = Publication { number, as_of, manifest, records, changes, sum: String::new() };
    next.sum = next.sum_after(last_sum(list));
    list.push(next);
}

/// A publication as `publications.yaml` holds it.
pub fn text(publication: &Publication) -> String {
    let Publication { as_of, manifest, records, changes, sum, .. } = publication;
    let changes = changes.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "- as_of: {as_of}\n  manifest: {manifest}\n  records: {records}\n  changes: \"{changes}\"\n  sum: {sum}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(changes: &[&str]) -> Vec<Publication> {
        let mut list = Vec::new();
        for (n, changes) in changes.iter().enumerate() {
            let (manifest, records) = (sha256(&[n as u8]), sha256(&[n as u8, 1]));
            append(&mut list, format!("2024-06-{:02}", n + 1), manifest, records, changes);
        }
        list
    }

    #[test]
    fn a_chain_breaks_at_its_first_wrong_link() {
        let whole = chain(&["a", "b", "c", "d"]);
        assert_eq!(first_wrong(&whole), None);
        type Change = fn(&mut Vec<Publication>);
        let changes: [(Change, usize, Wrong); 6] = [
            (|list| list[1].changes = "x".into(), 1, Wrong::Sum),
            (|list| list[0].as_of = "2023-01-01".into(), 0, Wrong::Sum),
            (|list| drop(list.remove(1)), 1, Wrong::Number),
            (|list| list.swap(1, 2), 1, Wrong::Number),
            (
                |list| {
                    list[1].changes = "x".into();
                    list[1].sum = list[1].sum_after(&list[0].sum);
                },
                2,
                Wrong::Sum,
            ),
            (|list| list[3].manifest = list[2].manifest.clone(), 3, Wrong::Sum),
        ];
        for (change, place, wrong) in changes {
            let mut list = whole.clone();
            change(&mut list);
            assert_eq!(first_wrong(&list), Some(WrongLink { place, wrong }), "{list:#?}");
        }
        assert_eq!(first_wrong(&whole[..2]), None, "a shortened list is whole by itself");
        assert_ne!(last_sum(&whole[..2]), last_sum(&whole));
    }
}
