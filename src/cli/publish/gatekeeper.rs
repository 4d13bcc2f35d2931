//! Compares the site with the published one before anything is sent, and stops what the records do
//! not explain.

use std::path::Path;

use crate::cli::report::Report;
use crate::cli::target::failure;
use crate::cli::{Format, Outcome, before_directive, build, gate, published};
use crate::gate::{Changed, Earlier};
use crate::pipeline::{self, BuildError, Loaded};
use crate::publish::destination::Snapshot;
use crate::publish::published::Published;
use crate::publish::site::Site;
use crate::vietnamese;

pub(super) struct Gatekeeper<'a> {
    site: crate::site::Site,
    /// The operator's own copy of what was published, and the SHA-256 of its manifest.
    copy: Option<(Earlier, String)>,
    report: &'a Report,
}

impl<'a> Gatekeeper<'a> {
    /// Fails if the site that was built is not what the records say now: only the records are
    /// compared.
    pub(super) fn new(
        mut loaded: Loaded,
        source: &Published,
        built: &Site,
        own_copy: Option<&Path>,
        report: &'a Report,
    ) -> Result<Self, Outcome> {
        let as_of = vietnamese::parse_date(&built.label).ok();
        let as_of = pipeline::as_of(&loaded.model, as_of);
        let assessment = pipeline::assess(&mut loaded.model, as_of).map_err(|error| {
            before_directive(&error, report);
            Outcome::WrongUse
        })?;
        let templates = build::templates(None, report)?;
        let failed = |error: BuildError| build::failure(&error, report);
        let site = crate::site::Site::new(loaded.model, assessment, &templates)
            .map_err(|error| failed(error.into()))?;
        let read = |path: &str| source.read(path, u64::MAX).ok().flatten();
        if !pipeline::is_current(&site, read).map_err(|error| failed(error.into()))? {
            report.failure(&report.locale().text("publish-not-current"));
            report.aside(&report.locale().text("publish-build-first"));
            return Err(Outcome::ContentErrors);
        }
        let copy = match own_copy {
            Some(path) => {
                let (site, listed) = published::open(path, report)?;
                let earlier = pipeline::earlier(&site);
                let earlier = earlier.map_err(|error| published::failure(&error, report))?;
                Some((earlier, listed.sha256))
            }
            None => None,
        };
        Ok(Gatekeeper { site, copy, report })
    }

    /// The site as the records make it.
    pub(super) fn site(&self) -> &crate::site::Site {
        &self.site
    }

    /// Stops a publication that the records in `content` do not explain. The first one at a target
    /// always passes.
    pub(super) fn check(
        &self,
        snapshot: &dyn Snapshot,
        content: &Path,
        format: Format,
    ) -> Result<Option<Changed>, Outcome> {
        let Some((sha256, entries)) = snapshot.published() else { return Ok(None) };
        let fetched;
        let earlier = match &self.copy {
            Some((copy, copied)) => {
                if copied != sha256 && snapshot.history().of(copied).is_none() {
                    self.report.failure(&self.report.locale().text("publish-other-package"));
                    return Err(Outcome::WrongUse);
                }
                copy
            }
            None => {
                fetched = Earlier::fetch(entries.to_vec(), |path| snapshot.file(path))
                    .map_err(|error| failure(&error, self.report))?;
                &fetched
            }
        };
        compare(earlier, &self.site, content, format, self.report).map(Some)
    }
}

/// Compares a site with what was published of it, and stops a publication that the records in
/// `content` do not explain.
pub(super) fn compare(
    earlier: &Earlier,
    site: &crate::site::Site,
    content: &Path,
    format: Format,
    report: &Report,
) -> Result<Changed, Outcome> {
    match pipeline::gate(earlier, site) {
        Ok(verdict) if verdict.findings.is_empty() => {
            let (ids, as_of) = (gate::ids(site.model()), site.assessment().as_of);
            gate::warn_of_late(&verdict.changed, &ids, as_of, report);
            Ok(verdict.changed)
        }
        Ok(verdict) => Err(gate::stopped(&verdict, content, format, report)),
        Err(error) => {
            let outcome = gate::unreadable(&error, report);
            report.aside(&report.locale().text("publish-since"));
            Err(outcome)
        }
    }
}
