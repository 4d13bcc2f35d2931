//! Links `publications.yaml`: the chain of publications, which the program writes.

use super::context::Context;
use super::fields;
use super::rules::publication_chain;
use crate::content::Content;
use crate::diagnostic::Place;
use crate::model::chain::{self, Publication};

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
        let place = Place::value(file, format!("[{}].sum", wrong.place));
        cx.diagnostics.push(publication_chain::diagnostic(wrong.place + 1, place));
        publications.truncate(wrong.place);
    }
    Some(publications)
}
