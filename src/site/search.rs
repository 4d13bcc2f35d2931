//! What the search page looks up: an index of all words in script files, since a page that was
//! opened from a folder may load scripts but read no data.
//!
//! Three kinds of files. One says which parts there are, by the first key of each; it is loaded
//! when somebody begins to search. The parts of the index hold sets of numbers by word
//! (`inverted.rs`); of them a query loads those that its words need. The rows say how the subjects
//! with these numbers are shown (`subjects.rs`); of them only those of the results are loaded.
//! `templates/assets/search.js` reads them all.

mod inverted;
mod replaced;
mod subjects;
mod synonyms;

use memchr::memchr2;
use serde::Serialize;

use super::route::Route;
use super::sheet::Sheet;
use crate::model::NoteIx;
use inverted::Parts;
use replaced::Replaced;
use subjects::{KINDS, Subject};
use synonyms::Synonyms;

/// Rows in a file.
const ROWS: usize = 12;

/// All that can be found, and where its words stand.
#[derive(Debug)]
pub(super) struct Search {
    subjects: Vec<Subject>,
    parts: Parts,
    synonyms: Synonyms,
}

/// What the script must know before it can look anything up.
#[derive(Serialize)]
struct Directory<'s> {
    /// How many subjects there are, and rows in a file.
    subjects: usize,
    rows: usize,
    /// Name of the kind, number of its first subject, and how much it is preferred.
    kinds: Vec<(String, usize, u32)>,
    synonyms: &'s [Vec<String>],
    optional: &'s [String],
    /// The first key of each part.
    parts: &'s [String],
}

impl Search {
    /// Reads everything that is public.
    pub(super) fn new(sheet: &Sheet<'_>) -> Self {
        let synonyms = synonyms::of(sheet);
        let subjects = subjects::all(sheet);
        let parts = inverted::parts(&synonyms.groups, &subjects, |subject| subject.texts(sheet));
        Search { subjects, parts, synonyms }
    }

    /// The parts of the index as they were written; `read` gives the bytes of each, from 1 on. None
    /// where there are none, or others.
    pub(super) fn read(read: impl Fn(usize) -> Option<Vec<u8>>) -> Option<Vec<String>> {
        let parts: Option<Vec<String>> = (1..)
            .map_while(|part| read(part).map(|bytes| (part, bytes)))
            .map(|(part, bytes)| {
                // Words and digits need no escaping.
                let before = format!("tiendo.part([{part},\"");
                let body = bytes.strip_prefix(before.as_bytes())?.strip_suffix(b"\"]);\n")?;
                let is_plain = memchr2(b'"', b'\\', body).is_none();
                str::from_utf8(body).ok().filter(|_| is_plain).map(str::to_owned)
            })
            .collect();
        parts.filter(|parts| !parts.is_empty())
    }

    /// The index made of its old parts, where only the texts of these notes are new.
    pub(super) fn replaced(sheet: &Sheet<'_>, parts: &[String], notes: &[NoteIx]) -> Option<Self> {
        let synonyms = synonyms::of(sheet);
        let subjects = subjects::all(sheet);
        let is_new = |subject: &Subject| match subject {
            Subject::Note(ix) => notes.contains(ix),
            _ => false,
        };
        let new = subjects.iter().enumerate().filter(|(_, subject)| is_new(subject));
        let new: Option<Vec<Replaced>> = new
            .map(|(number, subject)| Some((u32::try_from(number).ok()?, subject.texts(sheet))))
            .collect();
        let parts = replaced::replace(parts, &synonyms.groups, &new?)?;
        Some(Search { subjects, parts, synonyms })
    }

    /// How many parts the index has.
    pub(super) fn parts_count(&self) -> usize {
        self.parts.bodies.len()
    }

    /// The parts that are not what they were; they count from 1.
    pub(super) fn changed_parts(&self, old: &[String]) -> impl Iterator<Item = usize> {
        let bodies = self.parts.bodies.iter().enumerate();
        bodies.filter(|(n, body)| old.get(*n) != Some(*body)).map(|(n, _)| n + 1)
    }

    /// The files that a query may load.
    pub(super) fn routes(&self) -> impl Iterator<Item = Route> {
        let rows = self.subjects.len().div_ceil(ROWS);
        std::iter::once(Route::SearchDirectory)
            .chain((1..=self.parts.bodies.len()).map(Route::SearchPart))
            .chain((1..=rows).map(Route::SearchRows))
    }

    /// The directory as a script.
    pub(super) fn directory(&self, sheet: &Sheet<'_>) -> Vec<u8> {
        let first = |kind| self.subjects.partition_point(|subject| subject.kind() < kind);
        let kinds = KINDS.iter().enumerate();
        script(
            "directory",
            &Directory {
                subjects: self.subjects.len(),
                rows: ROWS,
                kinds: kinds.map(|(n, (key, worth))| (sheet.text(key), first(n), *worth)).collect(),
                synonyms: &self.synonyms.groups,
                optional: &self.synonyms.optional,
                parts: &self.parts.firsts,
            },
        )
    }

    /// A part of the index as a script; parts count from 1.
    pub(super) fn part(&self, part: usize) -> Vec<u8> {
        let body = self.parts.bodies.get(part - 1).map_or("", String::as_str);
        script("part", &(part, body))
    }

    /// Rows as a script; files of rows count from 1.
    pub(super) fn rows(&self, sheet: &Sheet<'_>, file: usize) -> Vec<u8> {
        let shown = self.subjects.iter().skip((file - 1) * ROWS).take(ROWS);
        // Results stand on the search page, at the top of the site.
        let sheet = &sheet.at(Route::Search);
        let rows: Vec<_> = shown.map(|subject| subject.row(sheet)).collect();
        script("rows", &(file, rows))
    }
}

/// A call with this argument: data, never code.
fn script<A: Serialize>(function: &str, argument: &A) -> Vec<u8> {
    let json = serde_json::to_string(argument)
        .unwrap_or_else(|_| unreachable!("strings, numbers and lists can always be written"));
    format!("tiendo.{function}({json});\n").into_bytes()
}
