//! Renders all files of a site in parallel and passes each one on, to a folder or a zip.

use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::Verdict;
use crate::assess::BeforeDirective;
use crate::content::files::MAX_ATTACHMENT_BYTES;
use crate::content::{open, portal};
use crate::gate::Unreadable;
use crate::output;
use crate::publish::package;
use crate::site::links::{BrokenLink, LinkCheck};
use crate::site::portal as portal_pages;
use crate::site::{RenderError, Site, TemplateError};

/// Reports the progress of a build. Called from several threads.
pub trait Progress: Sync {
    /// Another build holds the folder, and this one waits for it.
    fn waits(&self);
    /// This many files will be written.
    fn begins(&self, files: usize);
    /// One more file is written.
    fn advances(&self);
    /// All files are written and will now be moved into place.
    fn ends(&self);
}

/// Why no site was built. The old site is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The as-of date lies before the directive's date.
    #[error(transparent)]
    Date(#[from] BeforeDirective),
    /// A template cannot be read.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A page cannot be rendered.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// Some links lead to pages that do not exist.
    #[error("{} links lead nowhere, the first: {} in {}", .0.len(), .0[0].target, .0[0].page)]
    BrokenLinks(Vec<BrokenLink>),
    /// An attachment cannot be read.
    #[error("cannot read {path}: {error}")]
    Attachment {
        /// Its path.
        path: String,
        /// The error of the system.
        error: io::Error,
    },
    /// The site cannot be written.
    #[error(transparent)]
    Output(#[from] output::Error),
    /// The package cannot be written.
    #[error(transparent)]
    Package(#[from] package::Error),
    /// The published site cannot be compared with the records.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The manifest could not be signed.
    #[error("the manifest cannot be signed")]
    Unsigned,
    /// Published facts would change or vanish, and the records give no reason.
    #[error("{} published facts are told otherwise without a reason", .0.findings.len())]
    Held(Box<Verdict>),
}

/// Renders every file in parallel and passes it to `take`. `earlier` returns what the
/// site that is replaced has at a path. A broken link is an error.
pub(super) fn render<E>(
    site: &Site,
    content: &Path,
    progress: &dyn Progress,
    earlier: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    take: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
) -> Result<(), BuildError>
where
    BuildError: From<E>,
{
    let elsewhere = render_below(site, content, "", progress, earlier, take)?;
    if elsewhere.is_empty() { Ok(()) } else { Err(BuildError::BrokenLinks(elsewhere)) }
}

/// Renders like [`render`] a site that lies in the folder `below` of a portal. Returns the links to
/// the portal's other sites; a broken link within its own is an error.
pub(super) fn render_below<E>(
    site: &Site,
    content: &Path,
    below: &str,
    progress: &dyn Progress,
    earlier: impl Fn(&str) -> Option<Vec<u8>> + Sync,
    take: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
) -> Result<Vec<BrokenLink>, BuildError>
where
    BuildError: From<E>,
{
    let links = LinkCheck::new();
    let files = |site: &Site| site.routes().len() + site.copies().len();
    progress.begins(site.languages().map(|(_, site)| files(site)).sum());
    let put = |path: &str, bytes: &[u8]| -> Result<(), BuildError> {
        links.page(&[below, path].concat(), bytes);
        take(path, bytes)?;
        progress.advances();
        Ok(())
    };
    for (folder, site) in site.languages() {
        let inside = |path: &str| [folder, path].concat();
        (site.routes().par_iter()).try_for_each(|route| {
            let bytes = site.render_again(*route, |path| earlier(&inside(path)))?;
            put(&inside(&site.path(*route)), &bytes)
        })?;
        site.copies().par_iter().try_for_each(|(from, to)| -> Result<(), BuildError> {
            let (root, from) = portal::located(content, from);
            let read = open::whole(&root, &from, MAX_ATTACHMENT_BYTES).map_err(io::Error::from);
            let bytes = read.map_err(|error| BuildError::Attachment {
                path: from.display().to_string(),
                error,
            })?;
            put(&inside(to), &bytes)
        })?;
    }
    // Of a site at the top, the sites of the directives are others.
    let is_elsewhere = |link: &BrokenLink| match below {
        "" => portal_pages::is_below(&link.target),
        below => !link.target.starts_with(below),
    };
    let (elsewhere, broken): (Vec<_>, Vec<_>) = links.finish().into_iter().partition(is_elsewhere);
    if broken.is_empty() { Ok(elsewhere) } else { Err(BuildError::BrokenLinks(broken)) }
}

/// How many files of the site are pages for people.
pub(super) fn pages(site: &Site) -> usize {
    let pages = |site: &Site| {
        site.routes().iter().filter(|route| site.path(**route).ends_with(".html")).count()
    };
    site.languages().map(|(_, site)| pages(site)).sum()
}
