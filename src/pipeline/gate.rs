//! Compares a new site with the published one before anything is sent or packed.

use crate::gate::{self, Changed, Earlier, Finding, Gone, Unreadable};
use crate::publish::published::{self, Published};
use crate::site::{RenderError, Route, Site, former};

/// How a new site stands against the published one.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// What stops the publication; empty: nothing does.
    pub findings: Vec<Finding>,
    /// What is told otherwise, with or without a reason.
    pub changed: Changed,
}

/// Most bytes of a published file of data.
const MAX_DATA_BYTES: u64 = 512 * 1024 * 1024;

/// What the gate needs of a site in a folder or a zip.
///
/// # Errors
///
/// When it cannot be read or holds no manifest.
pub fn earlier(site: &Published) -> Result<Earlier, published::Error> {
    let mut earlier = Earlier { entries: site.manifest()?.entries, ..Earlier::default() };
    for (path, bytes) in gate::DATA.into_iter().zip(&mut earlier.data) {
        *bytes = site.read(path, MAX_DATA_BYTES)?;
    }
    Ok(earlier)
}

/// Holds a new site against the published one: call it before anything is sent or packed, and stop
/// where [`Verdict::findings`] holds something. The published files that are needed are the
/// manifest and [`gate::DATA`].
///
/// # Errors
///
/// Where what was published cannot be compared; that stops the publication too.
pub fn gate(earlier: &Earlier, site: &Site) -> Result<Verdict, Unreadable> {
    let before = gate::read(earlier)?;
    let now = site.paths();
    // The page about the newest figures goes with their date, unless that is a reporting date.
    let newest = site.path(Route::Period(before.as_of));
    let gone: Vec<Gone> = (before.paths.iter())
        .filter(|path| !now.contains(*path) && **path != newest)
        .filter_map(|path| Some(Gone { path: path.clone(), was: former::about(path)? }))
        .collect();
    let (model, assessment) = (site.model(), site.assessment());
    Ok(Verdict {
        findings: gate::findings(&before, model, assessment, &gone)?,
        changed: gate::changed(&before, model, assessment),
    })
}

/// Whether a site that was built (`read` gives its files) tells what the records tell now.
///
/// # Errors
///
/// When a file of the data cannot be rendered.
pub fn is_current(
    site: &Site,
    read: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<bool, RenderError> {
    for route in site.routes() {
        let path = site.path(*route);
        if gate::DATA.contains(&path.as_str()) && read(&path) != Some(site.render(*route)?) {
            return Ok(false);
        }
    }
    Ok(true)
}
