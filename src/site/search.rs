//! What the search page looks up: an index of all words in script files, since a page that was
//! opened from a folder may load scripts but read no data.
//!
//! Three kinds of files. One says which parts there are, by the first key of each; it is loaded
//! when somebody begins to search. The parts of the index hold sets of numbers by word
//! (`inverted.rs`); of them a query loads those that its words need. The rows say how the subjects
//! with these numbers are shown (`subjects.rs`); of them only those of the results are loaded.
//! `templates/assets/search.js` reads them all.

mod inverted;
mod lexicon;
mod parts;
mod set;
mod shelf;
mod subjects;
mod synonyms;

use serde::Serialize;

use super::context::PageContext;
use super::route::Route;
use parts::Parts;
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
    pub(super) fn new(ctx: &PageContext<'_>) -> Self {
        let synonyms = synonyms::of(ctx);
        let subjects = subjects::all(ctx);
        let parts = inverted::parts(&synonyms.groups, &subjects, |subject| subject.texts(ctx));
        Search { subjects, parts, synonyms }
    }

    /// The files that a query may load.
    pub(super) fn routes(&self) -> impl Iterator<Item = Route> {
        let rows = self.subjects.len().div_ceil(ROWS);
        std::iter::once(Route::SearchDirectory)
            .chain((1..=self.parts.bodies.len()).map(Route::SearchPart))
            .chain((1..=rows).map(Route::SearchRows))
    }

    /// The directory as a script.
    pub(super) fn directory(&self, ctx: &PageContext<'_>) -> Vec<u8> {
        let first = |kind| self.subjects.partition_point(|subject| subject.kind() < kind);
        let kinds = KINDS.iter().enumerate();
        script(
            "directory",
            &Directory {
                subjects: self.subjects.len(),
                rows: ROWS,
                kinds: kinds.map(|(n, (key, worth))| (ctx.text(key), first(n), *worth)).collect(),
                synonyms: &self.synonyms.groups,
                optional: &self.synonyms.optional,
                parts: &self.parts.firsts,
            },
        )
    }

    /// A part of the index as a script; parts count from 1.
    pub(super) fn part(&self, part: usize) -> Vec<u8> {
        script("part", &(part, &self.parts.bodies[part - 1]))
    }

    /// Rows as a script; files of rows count from 1.
    pub(super) fn rows(&self, ctx: &PageContext<'_>, file: usize) -> Vec<u8> {
        let shown = self.subjects.iter().skip((file - 1) * ROWS).take(ROWS);
        // Results stand on the search page, at the top of the site.
        let ctx = &ctx.at(Route::Search);
        let rows: Vec<_> = shown.map(|subject| subject.row(ctx)).collect();
        script("rows", &(file, rows))
    }
}

/// A call with this argument: data, never code.
fn script<A: Serialize>(function: &str, argument: &A) -> Vec<u8> {
    let json = serde_json::to_string(argument)
        .unwrap_or_else(|_| unreachable!("strings, numbers and lists can always be written"));
    format!("tiendo.{function}({json});\n").into_bytes()
}
