//! Compares a new site with the published one before anything is sent or packed.

use std::collections::BTreeSet;

use crate::gate::{self, Changed, Earlier, Finding, Gone, Unreadable};
use crate::model::Model;
use crate::publish::published::{self, Published};
use crate::site::{RenderError, Route, Site, former};

/// How a new site compares with the published one.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What stops the publication. Empty if nothing does.
    pub findings: Vec<Finding>,
    /// All changes to published facts, with or without a reason.
    pub changed: Changed,
}

/// Maximum size of a published data file in bytes.
const MAX_DATA_BYTES: u64 = 512 * 1024 * 1024;

/// Reads what the gate needs from a site in a folder or a zip.
///
/// # Errors
///
/// If the site cannot be read or has no manifest.
pub fn earlier(site: &Published) -> Result<Earlier, published::Error> {
    Earlier::fetch(site.manifest()?.entries, |path| site.read(path, MAX_DATA_BYTES))
}

/// Compares a new site with the published one. Call it before anything is sent or packed, and stop
/// if [`Verdict::findings`] is not empty. Of the published site it needs the manifest and
/// [`gate::DATA`].
///
/// # Errors
///
/// If the published data cannot be compared, which also stops the publication.
pub fn gate(earlier: &Earlier, site: &Site) -> Result<Verdict, Unreadable> {
    let before = gate::read(earlier)?;
    let gone = gone(&before, &site.paths(), site.model());
    let (model, assessment) = (site.model(), site.assessment());
    Ok(Verdict {
        findings: gate::findings(&before, model, assessment, &gone)?,
        changed: gate::changed(&before, model, assessment),
    })
}

/// The first fact that was published and that a site of a directive whose records have errors does
/// not tell any more, by its name in `moved.yaml`. `None` if the site only says more.
///
/// # Errors
///
/// If the data of either site cannot be read.
pub fn first_retold(
    earlier: &Earlier,
    built: &Earlier,
    model: &Model,
) -> Result<Option<String>, Unreadable> {
    let (before, now) = (gate::read(earlier)?, gate::read(built)?);
    let paths = now.paths.iter().cloned().collect();
    let gone = || gone(&before, &paths, model).first().map(|gone| gone.was.name());
    Ok(gate::first_retold(&before, &now).or_else(gone))
}

/// The pages that were published and that the new site does not have.
fn gone(before: &gate::Published, now: &BTreeSet<String>, model: &Model) -> Vec<Gone> {
    // The page about the newest figures goes with their date, unless that is a reporting date.
    let newest = Route::Period(before.as_of).path(model);
    (before.paths.iter())
        .filter(|path| !now.contains(*path) && **path != newest)
        .filter_map(|path| Some(Gone { path: path.clone(), was: former::about(path)? }))
        .collect()
}

/// Whether a site that was built, whose files `read` returns, agrees with the current records.
///
/// # Errors
///
/// If a data file cannot be rendered.
pub fn is_current(
    site: &Site,
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<bool, RenderError> {
    for route in site.routes() {
        let path = site.path(*route);
        let is_compared = gate::DATA.contains(&path.as_str()) || path == gate::PARTS;
        if is_compared && read(&path) != Some(site.render(*route)?) {
            return Ok(false);
        }
    }
    Ok(true)
}
