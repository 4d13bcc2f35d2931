//! Links `publications.yaml`: the chain of publications, which the program writes.

use rayon::prelude::*;

use super::context::Context;
use super::fields::{self, join};
use super::rules::publication_chain;
use crate::content::Content;
use crate::diagnostic::Place;
use crate::output::chain::{self, Publication};
use crate::output::manifest::{self, Entry};
use crate::source::{FileId, Sources};

/// SHA-256 of all records but the publications themselves. Empty if there are no publications to
/// keep, since nobody asks for it then.
///
/// It is the sum of a list like the manifest's: the sum, size and path of each file, by path.
pub(super) fn records_sum(content: &Content, sources: &Sources) -> String {
    if content.publications.is_none() {
        return String::new();
    }
    let entry = |path: String, file: FileId| {
        let text = sources.get(file).text.as_bytes();
        Entry { sha256: manifest::sha256(text), size: text.len() as u64, path }
    };
    let top = content.top().into_iter().map(|(name, file)| entry(name.to_owned(), file));
    let tasks = content.tasks.par_iter().map(|t| entry(format!("tasks/{}.yaml", t.stem), t.file));
    let notes = content.notes.par_iter().map(|n| entry(format!("notes/{}.md", n.stem), n.file));
    let mut all: Vec<Entry> = tasks.chain(notes).collect();
    all.extend(top);
    manifest::sha256(manifest::render(&all).as_bytes())
}

/// Links the publications. Those from the first wrong link on are reported and left out.
pub(super) fn link(cx: &mut Context<'_>, content: &Content) -> Option<Vec<Publication>> {
    let list = content.publications.as_ref()?;
    let file = list.file;
    let mut publications: Vec<Publication> = Vec::new();
    for (n, record) in list.record.iter().enumerate() {
        let path = format!("[{n}]");
        let as_of = fields::required_date(cx, &record.as_of, file, &path, "as_of");
        let manifest = fields::required(cx, &record.manifest, file, &path, "manifest");
        let records = fields::required(cx, &record.records, file, &path, "records");
        let sum = fields::required(cx, &record.sum, file, &path, "sum");
        let (Some(as_of), Some(manifest), Some(records), Some(sum)) =
            (as_of, manifest, records, sum)
        else {
            break;
        };
        publications.push(Publication {
            number: u32::try_from(n + 1).unwrap_or(u32::MAX),
            as_of: as_of.to_string(),
            manifest,
            records,
            changes: fields::trimmed(&record.changes).unwrap_or_default(),
            sum,
        });
    }
    if let Some(wrong) = chain::first_wrong(&publications) {
        let place = Place::value(file, join(&format!("[{}]", wrong.place), "sum"));
        cx.diagnostics.push(publication_chain::diagnostic(wrong.place + 1, place));
        publications.truncate(wrong.place);
    }
    Some(publications)
}
