//! Compares a portal with the published one, directive by directive, before anything is sent.
//!
//! Only directives whose files differ are compared: the others say what they said.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;

use super::gatekeeper::compare;
use crate::cli::report::Report;
use crate::cli::{Format, Outcome, build, gate, published, unreadable};
use crate::content::portal::folder_of;
use crate::gate::{DATA, Earlier};
use crate::model::moved::{Moved, Successor};
use crate::model::{Former, Model};
use crate::output::manifest::{self, Entry};
use crate::pipeline::portal::PortalError;
use crate::pipeline::{self, portal};
use crate::publish::published::Published;
use crate::publish::site::Site;
use crate::site::former;
use crate::site::portal::{directive_of, path_below};

/// Reads a published file; none if nothing was published there.
pub(in crate::cli) type ReadPublished<'r> = dyn Fn(&str) -> Result<Option<Vec<u8>>, Outcome> + 'r;

/// What stands between a portal and its target.
pub(in crate::cli) struct PortalGate<'a> {
    /// The content folder of the portal.
    pub(in crate::cli) root: &'a Path,
    /// What its directives share.
    pub(in crate::cli) model: &'a Model,
    /// The date of the site that was built.
    pub(in crate::cli) as_of: NaiveDate,
    /// The site that was built, and its files.
    pub(in crate::cli) site: &'a Site,
    pub(in crate::cli) source: &'a Published,
    pub(in crate::cli) report: &'a Report,
}

impl PortalGate<'_> {
    /// Stops a publication that the records do not explain. The first one at a target always passes.
    pub(in crate::cli) fn check(
        &self,
        published: &[Entry],
        read: &ReadPublished<'_>,
        format: Format,
    ) -> Result<(), Outcome> {
        let (before, now) = (by_directive(published), by_directive(&self.site.entries));
        let here: BTreeSet<&str> =
            self.site.entries.iter().map(|entry| entry.path.as_str()).collect();
        let unreadable = |error| unreadable(&error, self.report);
        let records = portal::directives(self.root).map_err(unreadable)?;
        let mut stopped = None;
        let mut missing = BTreeSet::new();
        for (id, entries) in before.iter().filter(|(id, _)| !id.is_empty()) {
            match now.get(id) {
                Some(built) if sum(built) == sum(entries) => {}
                // A page that leads on from a directive that is gone.
                Some(_) if records.iter().all(|known| known != id) => {
                    stopped = self.gone(&path_below(id, ""), &here).err().or(stopped);
                }
                // A page that led on from a directive that has come back.
                Some(_) if entries.iter().all(|entry| entry.path != path_below(id, DATA[0])) => {}
                Some(built) => {
                    let held = self.directive(id, (entries, built), read, format);
                    stopped = held.err().or(stopped);
                }
                // It is among the records: the data date is earlier than the published one.
                None if records.iter().any(|known| known == id) => {
                    let args = [
                        ("id", (*id).into()),
                        ("date", self.report.locale().short_date(self.as_of).into()),
                    ];
                    self.report.failure(&self.report.locale().format("portal-not-yet", &args));
                    stopped = Some(Outcome::ContentErrors);
                }
                None => stopped = self.gone(&path_below(id, ""), &here).err().or(stopped),
            }
        }
        for entry in before.get("").into_iter().flatten() {
            let lasts = former::about(&entry.path).is_some();
            // A page, a calendar and a feed of one agency are told once.
            let was = former::about(&entry.path);
            if lasts && !here.contains(entry.path.as_str()) && missing.insert(was) {
                stopped = self.gone(&entry.path, &here).err().or(stopped);
            }
        }
        stopped.map_or(Ok(()), Err)
    }

    /// Compares a directive with what was published of it. Both lists of entries are its own.
    fn directive(
        &self,
        id: &str,
        (published, built): (&[&Entry], &[&Entry]),
        read: &ReadPublished<'_>,
        format: Format,
    ) -> Result<(), Outcome> {
        let report = self.report;
        let below = path_below(id, "");
        let whole = |path: &str| [&below, path].concat();
        let own = |entries: &[&Entry]| -> Vec<Entry> {
            let own = entries.iter().filter_map(|entry| {
                let path = entry.path.strip_prefix(&below)?.to_owned();
                Some(Entry { path, ..(*entry).clone() })
            });
            own.collect()
        };
        let earlier = || Earlier::fetch(own(published), |path| read(&whole(path)));
        let file = |path: &str| self.source.read(&whole(path), u64::MAX);
        let site = match portal::site_of(self.root, id, self.as_of) {
            Ok(Some(site)) => site,
            Ok(None) => return Ok(()),
            Err(PortalError::Content(_)) => {
                let built = Earlier::fetch(own(built), file);
                let built = built.map_err(|error| published::failure(&error, report))?;
                return self.kept(id, &earlier()?, &built);
            }
            Err(error) => return Err(build::portal_failure(error, false, format, report)),
        };
        let is_current = pipeline::is_current(&site, |path| file(path).ok().flatten());
        if !is_current.map_err(|error| build::failure(&error.into(), report))? {
            report.failure(&report.locale().text("publish-not-current"));
            report.aside(&report.locale().text("publish-build-first"));
            return Err(Outcome::ContentErrors);
        }
        compare(&earlier()?, &site, &folder_of(self.root, id), format, report).map(|_| ())
    }

    /// Compares the pages of a directive whose records have errors: they may say more than what was
    /// published, and nothing else, since the records can give no reason.
    fn kept(&self, id: &str, earlier: &Earlier, built: &Earlier) -> Result<(), Outcome> {
        let failed = |error| gate::unreadable(&error, self.report);
        let retold = pipeline::first_retold(earlier, built, self.model).map_err(failed)?;
        let Some(what) = retold else { return Ok(()) };
        let args = [("id", id.into()), ("what", what.into())];
        self.report.failure(&self.report.locale().format("portal-kept-retold", &args));
        Err(Outcome::ContentErrors)
    }

    /// Fails unless `moved.yaml` says that something published is gone. `here` has the paths of the site
    /// that was built.
    fn gone(&self, path: &str, here: &BTreeSet<&str>) -> Result<(), Outcome> {
        let is_told = |moved: &Moved| match (&moved.was, directive_of(path)) {
            (Former::Directive(id, _), Some(directive)) => id.as_str() == directive,
            (_, Some(_)) => false,
            (Former::Address(known), None) if known == path => true,
            // What the former site had here, the directive has below its own address.
            (Former::Site(_), None) => match &moved.to {
                Some(Successor::Directive(id)) => {
                    here.contains(path_below(id.as_str(), path).as_str())
                }
                _ => false,
            },
            (was, None) => former::about(path).as_ref() == Some(was),
        };
        if self.model.moved.iter().any(is_told) {
            return Ok(());
        }
        let was = match directive_of(path) {
            Some(directive) => format!("directive:{directive}"),
            None => former::about(path).map_or_else(|| path.to_owned(), |was| was.name()),
        };
        let file = self.root.join("moved.yaml").display().to_string();
        let args = [("path", path.into()), ("file", file.into()), ("was", was.into())];
        self.report.failure(&self.report.locale().format("portal-gone", &args));
        Err(Outcome::ContentErrors)
    }
}

/// The entries of a manifest by directive. Those of shared files are under the empty id.
fn by_directive(entries: &[Entry]) -> BTreeMap<&str, Vec<&Entry>> {
    let mut by: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        by.entry(directive_of(&entry.path).unwrap_or_default()).or_default().push(entry);
    }
    by
}

fn sum(entries: &[&Entry]) -> String {
    manifest::sha256(manifest::render(entries.iter().copied()).as_bytes())
}
