//! The search index, and how a search works.
//!
//! Pages can be opened from a folder without a server. Such pages may load scripts but not read
//! data, so the index is written as script files, and all results are found and ranked in the
//! browser by `templates/assets/search.js`.
//!
//! - Everything public is a subject with a number (`subjects.rs`), ordered by kind, notes newest
//!   first.
//! - The index (`inverted.rs`) maps each word, without its marks, to the numbers of the subjects
//!   that contain it, by field and by spelling with marks. It also maps pairs of neighbouring
//!   words, prefixes of words, and groups of synonyms, so that a query for "vacxin" reads one
//!   short list instead of three.
//! - The index is cut into parts of about 2 kB compressed (`parts.rs`). The keys alone decide
//!   where, so that a correction changes few parts and publishing sends only those. The directory
//!   lists the first key of each part.
//! - The rows hold what is shown of each result.
//!
//! Nothing is loaded before somebody searches. A query then loads the directory, the parts that its
//! words need, and the rows of its ten best results. Results are ranked by exact marks first, then
//! by field, rarity of the words, neighbouring words, and kind.
//!
//! Words are split and stripped of marks both in `vietnamese.rs` and in `search.js`. Tests compare
//! the two.

mod intents;
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
pub(super) use subjects::on_card;
use subjects::{KINDS, Subject};
use synonyms::Synonyms;

/// Rows per file.
const ROWS_PER_FILE: usize = 12;

/// All subjects, and the index of their words.
#[derive(Debug)]
pub(super) struct Search {
    subjects: Vec<Subject>,
    parts: Parts,
    synonyms: Synonyms,
}

/// What the script has to load before it can look anything up.
#[derive(Serialize)]
struct Directory<'s> {
    /// Number of subjects, and of rows per file.
    subjects: usize,
    rows: usize,
    /// For each kind: its name, the number of its first subject, and its weight in the ranking.
    kinds: Vec<(String, usize, u32)>,
    synonyms: &'s [Vec<String>],
    optional: &'s [String],
    /// The first key of each part.
    parts: &'s [String],
}

impl Search {
    /// Indexes everything that is public.
    pub(super) fn new(ctx: &PageContext<'_>) -> Self {
        let synonyms = synonyms::of(ctx);
        let subjects = subjects::all(ctx);
        let parts = inverted::parts(&synonyms.groups, &subjects, |subject| subject.texts(ctx));
        Search { subjects, parts, synonyms }
    }

    /// The files that a query may load.
    pub(super) fn routes(&self) -> impl Iterator<Item = Route> {
        let rows = self.subjects.len().div_ceil(ROWS_PER_FILE);
        std::iter::once(Route::SearchDirectory)
            .chain((1..=self.parts.bodies.len()).map(Route::SearchPart))
            .chain((1..=rows).map(Route::SearchRows))
    }

    /// Renders the directory as a script.
    pub(super) fn directory(&self, ctx: &PageContext<'_>) -> Vec<u8> {
        let first = |kind| self.subjects.partition_point(|subject| subject.kind() < kind);
        let kinds = KINDS.iter().enumerate();
        // A portal has directives where a directive has priorities.
        let name = |n: usize, key: &'static str| match ctx.portal {
            Some(_) if n == 0 => "search-kind-directive",
            _ => key,
        };
        script(
            "directory",
            &Directory {
                subjects: self.subjects.len(),
                rows: ROWS_PER_FILE,
                kinds: (kinds.map(|(n, (key, worth))| (ctx.text(name(n, key)), first(n), *worth)))
                    .collect(),
                synonyms: &self.synonyms.groups,
                optional: &self.synonyms.optional,
                parts: &self.parts.firsts,
            },
        )
    }

    /// Renders a part of the index as a script. Parts count from 1.
    pub(super) fn part(&self, part: usize) -> Vec<u8> {
        script("part", &(part, &self.parts.bodies[part - 1]))
    }

    /// Renders a file of rows as a script. Files count from 1.
    pub(super) fn rows(&self, ctx: &PageContext<'_>, file: usize) -> Vec<u8> {
        let shown = self.subjects.iter().skip((file - 1) * ROWS_PER_FILE).take(ROWS_PER_FILE);
        // Results are shown on the search page, so their links are relative to it.
        let ctx = &ctx.at(Route::Search);
        let rows: Vec<_> = shown.map(|subject| subject.row(ctx)).collect();
        script("rows", &(file, rows))
    }
}

/// A call of a function with this argument, which is always data and never code.
fn script<A: Serialize>(function: &str, argument: &A) -> Vec<u8> {
    let json = serde_json::to_string(argument)
        .unwrap_or_else(|_| unreachable!("strings, numbers and lists can always be written"));
    format!("tiendo.{function}({json});\n").into_bytes()
}
