//! Checks the chain of publications of a site, alone or against an older copy.

use serde::Deserialize;

use crate::model::chain::{self, Publication};
use crate::output::manifest::{self, Entry};

/// The site as one copy of it tells its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// SHA-256 of the copy's manifest.
    pub manifest: String,
    /// The as-of date of the copy.
    pub as_of: String,
    /// SHA-256 of the records that it was made from.
    pub records: String,
    /// The sum of the last publication before it.
    pub previous: String,
    /// The publications before it.
    pub publications: Vec<Publication>,
}

/// Why a copy does not tell its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChain {
    /// Its manifest lists no list of publications.
    NotKept,
    /// The list is not the file that the manifest names, or cannot be read.
    Altered,
}

/// Where a chain breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// A publication does not follow from the one before: its number.
    Link(u32),
    /// The copy does not follow from the last publication of its list: some were removed at the
    /// end. Holds the number of the first that is missing.
    Shortened(u32),
    /// A publication that the older copy holds is missing or different: its number.
    Forked(u32),
    /// The older copy itself is none of the publications. Holds the number that it should have.
    Unknown(u32),
}

impl Break {
    /// The name in answers for programs and in the keys of the locales.
    pub fn name(self) -> &'static str {
        match self {
            Break::Link(_) => "link",
            Break::Shortened(_) => "shortened",
            Break::Forked(_) => "forked",
            Break::Unknown(_) => "unknown",
        }
    }

    /// The number of the publication.
    pub fn number(self) -> u32 {
        match self {
            Break::Link(n) | Break::Shortened(n) | Break::Forked(n) | Break::Unknown(n) => n,
        }
    }
}

#[derive(Deserialize)]
struct Data {
    as_of: String,
    records: String,
    previous: String,
    publications: Vec<Publication>,
}

impl Copy {
    /// Reads what a copy says: its manifest, and the bytes of the list of publications at `path`.
    ///
    /// # Errors
    ///
    /// [`NoChain`].
    pub fn read(
        manifest: &[u8],
        entries: &[Entry],
        path: &str,
        list: Option<&[u8]>,
    ) -> Result<Self, NoChain> {
        let listed = entries.iter().find(|entry| entry.path == path).ok_or(NoChain::NotKept)?;
        let list = list.filter(|bytes| listed.describes(bytes)).ok_or(NoChain::Altered)?;
        let data: Data = serde_json::from_slice(list).map_err(|_| NoChain::Altered)?;
        let Data { as_of, records, previous, publications } = data;
        let manifest = manifest::sha256(manifest);
        Ok(Copy { manifest, as_of, records, previous, publications })
    }

    /// Whether this copy is the publication with these values, or shows the same.
    fn is(&self, manifest: &str, records: &str, as_of: &str) -> bool {
        self.manifest == manifest || (self.records == records && self.as_of == as_of)
    }
}

/// Walks a chain, first to last, and returns where it breaks first. `older` is a copy of the site
/// that was kept from earlier.
pub fn first_break(site: &Copy, older: Option<&Copy>) -> Option<Break> {
    let list = &site.publications;
    let number = |place: usize| u32::try_from(place + 1).unwrap_or(u32::MAX);
    let link =
        chain::first_wrong(list).map(|wrong| (wrong.place, Break::Link(number(wrong.place))));
    let forked = older.and_then(|older| {
        let place = older.publications.iter().zip(list).position(|(old, new)| old != new)?;
        Some((place, Break::Forked(number(place))))
    });
    let first = link.into_iter().chain(forked).min_by_key(|(place, _)| *place);
    if let Some((_, found)) = first {
        return Some(found);
    }
    if site.previous != chain::last_sum(list) {
        return Some(Break::Shortened(number(list.len())));
    }
    let older = older?;
    if older.publications.len() > list.len() {
        return Some(Break::Shortened(number(list.len())));
    }
    // The older copy is the publication after those that it lists, or the last of them sent again.
    let next = match list.get(older.publications.len()) {
        Some(next) => older.is(&next.manifest, &next.records, &next.as_of),
        None => older.is(&site.manifest, &site.records, &site.as_of),
    };
    let last = older.publications.last();
    let known = next || last.is_some_and(|p| older.is(&p.manifest, &p.records, &p.as_of));
    (!known).then(|| Break::Unknown(number(older.publications.len())))
}
