//! Keeps the chain of publications: adds a publication to `publications.yaml` once it was made.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::assess::{Changes, assess_as_known};
use crate::content::Content;
use crate::gate::Changed;
use crate::model::Model;
use crate::model::chain::{self, Publication};
use crate::output::manifest::{self, Entry};
use crate::output::replace::{ReplaceError, replace};
use crate::site::words::Words;
use crate::site::words::changes::Section;
use crate::source::{FileId, Sources};

/// The name of the file in the content folder.
pub const NAME: &str = "publications.yaml";

/// SHA-256 of all records but the publications themselves.
///
/// It is the sum of a list like the manifest's: the sum, size and path of each file, by path.
pub(super) fn records_sum(content: &Content, sources: &Sources) -> String {
    let entry = |path: String, file: FileId| {
        let text = sources.get(file).text.as_bytes();
        Entry { sha256: manifest::sha256(text), size: text.len() as u64, path }
    };
    let top = content.top().into_iter().map(|(stem, file)| entry(format!("{stem}.yaml"), file));
    let tasks = content.tasks.par_iter().map(|t| entry(format!("tasks/{}.yaml", t.stem), t.file));
    let notes = content.notes.par_iter().map(|n| entry(format!("notes/{}.md", n.stem), n.file));
    let mut all: Vec<Entry> = tasks.chain(notes).collect();
    all.extend(top);
    manifest::sha256(manifest::render(&all).as_bytes())
}

/// The next publication in the chain. `None` if publications are not kept, or if the last one shows
/// the same records on the same date. `published` is how the site before differs, if that is known.
pub fn next(
    model: &Model,
    as_of: NaiveDate,
    manifest: &str,
    records: &str,
    published: Option<&Changed>,
) -> Option<Publication> {
    let mut list = model.publications.clone()?;
    let date = as_of.to_string();
    let same = |last: &Publication| last.as_of == date && last.records == records;
    if list.last().is_some_and(same) || list.iter().any(|p| p.manifest == manifest) {
        return None;
    }
    let changes = changes(model, list.last(), as_of, published);
    chain::append(&mut list, date, manifest.to_owned(), records.to_owned(), &changes);
    list.pop()
}

/// Adds a publication to the file.
///
/// # Errors
///
/// If the file cannot be read or replaced, or was changed meanwhile.
pub fn keep(root: &Path, publication: &Publication) -> Result<(), ReplaceError> {
    let path = root.join(NAME);
    let old = fs::read(&path).map_err(|error| ReplaceError::Disk { path: path.clone(), error })?;
    let mut new = old.clone();
    if new.last().is_some_and(|byte| *byte != b'\n') {
        new.push(b'\n');
    }
    new.extend_from_slice(chain::text(publication).as_bytes());
    replace(&path, &old, &new)
}

/// What changed since the publication before, in a line: what became known between the two dates.
fn changes(
    model: &Model,
    from: Option<&Publication>,
    to: NaiveDate,
    published: Option<&Changed>,
) -> String {
    let words = Words::new(model, model.settings.language.tag());
    let Some(from) = from else { return words.text("publication-first") };
    let on = |date| assess_as_known(model, date, date).ok();
    let from = from.as_of.parse().ok().and_then(on);
    let (Some(before), Some(after)) = (from, on(to)) else { return String::new() };
    let changes = Changes::between(before.both(), after.both());
    let sections = words.sections(&after.model, &changes, true);
    let count = |section: &Section| format!("{}: {}", section.title, section.rows.len());
    let mut parts: Vec<String> = sections.iter().map(count).collect();
    // A task without a day of its own is new to readers, but not to the engine.
    let added = published.map_or(0, |changed| changed.added.len());
    if added > 0 && !sections.iter().any(|section| section.name == "added") {
        parts.push(format!("{}: {added}", words.text("handover-added")));
    }
    match parts.is_empty() {
        true => words.text("publication-same"),
        false => parts.join("; "),
    }
}
