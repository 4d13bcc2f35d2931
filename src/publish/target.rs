//! A target behind one door, whichever way it is published to: file by file, or by a link that
//! switches whole releases.

use std::path::{Path, PathBuf};

use super::HIDDEN;
use super::history::{History, Release};
use super::lease::{self, Claim, Lease};
use super::published::Published;
use super::releases::{Releases, Shown};
use super::send::{self, Look, Manner, Plan, SendError, Sent, Site, Source};
use super::store::remote::{Access, Remote};
use crate::model::target::{Target, TargetPlace};
use crate::output::manifest::Entry;

/// A target that was reached.
pub struct Reached {
    form: Form,
    keep: usize,
}

enum Form {
    /// File by file; the folder, if this system can lock it.
    Store(Box<Remote>, Option<PathBuf>),
    Releases(Releases),
}

/// What is at a target.
pub struct There<'a> {
    form: Found<'a>,
    keep: usize,
}

enum Found<'a> {
    Store(&'a Remote, Look),
    Releases(&'a Releases, Shown),
}

impl Reached {
    /// Reaches a target. The path of a folder is relative to `base`.
    ///
    /// # Errors
    ///
    /// [`SendError`], where it is not there.
    pub fn open(target: &Target, base: &Path, access: &Access) -> Result<Self, SendError> {
        let form = match &target.place {
            TargetPlace::Folder { path, releases: true } => {
                Form::Releases(Releases::open(&base.join(path))?)
            }
            TargetPlace::Folder { path, releases: false } => {
                let folder = base.join(path);
                let store = Remote::open(target, &folder, access)?;
                Form::Store(Box::new(store), Some(folder))
            }
            _ => Form::Store(Box::new(Remote::open(target, base, access)?), None),
        };
        Ok(Reached { form, keep: target.keep })
    }

    /// Does some work while nobody else publishes there; waits for that after `on_wait`.
    ///
    /// # Errors
    ///
    /// What the work or the target says.
    pub fn alone<T>(
        &self,
        claim: Claim<'_>,
        on_wait: impl FnOnce(),
        work: impl FnOnce(&Lease<'_>) -> Result<T, SendError>,
    ) -> Result<T, SendError> {
        match &self.form {
            Form::Releases(releases) => releases.alone(on_wait, work),
            Form::Store(_, Some(folder)) => lease::hold_folder(&folder.join(HIDDEN), on_wait, work),
            Form::Store(store, None) => lease::hold(store.as_ref(), claim, on_wait, work),
        }
    }

    /// Looks at what is there.
    ///
    /// # Errors
    ///
    /// [`SendError`], where it cannot be read or is not ours.
    pub fn look(&self) -> Result<There<'_>, SendError> {
        let form = match &self.form {
            Form::Store(store, _) => Found::Store(store, send::look(store.as_ref())?),
            Form::Releases(releases) => Found::Releases(releases, releases.look()?),
        };
        Ok(There { form, keep: self.keep })
    }
}

impl There<'_> {
    /// What the published manifest lists; none where nothing is published.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.form {
            Found::Store(_, look) => look.entries(),
            Found::Releases(_, shown) => {
                shown.current.as_ref().map(|(_, _, entries)| entries.as_slice())
            }
        }
    }

    /// The sum of the published manifest.
    pub fn sha256(&self) -> Option<&str> {
        match &self.form {
            Found::Store(_, look) => look.sha256(),
            Found::Releases(_, shown) => {
                shown.current.as_ref().map(|(_, sha256, _)| sha256.as_str())
            }
        }
    }

    /// The releases so far.
    pub fn history(&self) -> &History {
        match &self.form {
            Found::Store(_, look) => look.history(),
            Found::Releases(_, shown) => &shown.history,
        }
    }

    /// The bytes of a published file; none where the published manifest does not list it, or where
    /// it is not what that says.
    ///
    /// # Errors
    ///
    /// What the target says.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, SendError> {
        match &self.form {
            Found::Store(store, look) => look.file(*store, path),
            Found::Releases(releases, shown) => {
                let Some((folder, _, entries)) = &shown.current else { return Ok(None) };
                let Some(entry) = entries.iter().find(|entry| entry.path == path) else {
                    return Ok(None);
                };
                let site = Published::open(&releases.path_of(folder))?;
                match site.bytes(entry) {
                    Err(SendError::Altered { .. }) => Ok(None),
                    read => read.map(Some),
                }
            }
        }
    }

    /// What differs between the target and a site. Writes nothing.
    ///
    /// # Errors
    ///
    /// [`SendError`], among others where files that nobody lists stand in the way.
    pub fn plan(&self, site: &Site, manner: Manner) -> Result<Plan, SendError> {
        match &self.form {
            Found::Store(store, look) => send::plan(*store, look, site, manner),
            Found::Releases(..) => {
                Ok(Plan::between(self.entries().unwrap_or_default(), self.sha256(), site))
            }
        }
    }

    /// Whether every file of a site is sent, and not only what differs.
    pub fn sends_all(&self) -> bool {
        matches!(self.form, Found::Releases(..))
    }

    /// Sends a site; `on_file` is called for every file.
    ///
    /// # Errors
    ///
    /// [`SendError`]; the next run goes on from there.
    pub fn send(
        &self,
        plan: &Plan,
        site: &Site,
        source: &dyn Source,
        manner: Manner,
        lease: &Lease<'_>,
        on_file: &(dyn Fn() + Sync),
    ) -> Result<Sent, SendError> {
        let manner = Manner { keep: self.keep, ..manner };
        match &self.form {
            Found::Store(store, look) => {
                send::send(*store, look, plan, site, source, manner, lease, on_file)
            }
            Found::Releases(releases, shown) => {
                releases.publish(shown, site, source, manner, on_file)
            }
        }
    }

    /// How a rollback to a release would differ, and whether its files are still there.
    ///
    /// # Errors
    ///
    /// [`SendError`], where they are not.
    pub fn plan_back(&self, to: &Release, manner: Manner) -> Result<Plan, SendError> {
        match &self.form {
            Found::Store(store, look) => {
                let (site, _) = send::kept(*store, look, to)?;
                send::plan(*store, look, &site, manner)
            }
            Found::Releases(releases, _) => {
                let site = releases.site(to)?;
                Ok(Plan::between(self.entries().unwrap_or_default(), self.sha256(), &site))
            }
        }
    }

    /// Goes back to a release.
    ///
    /// # Errors
    ///
    /// [`SendError`].
    pub fn go_back(
        &self,
        to: &Release,
        manner: Manner,
        lease: &Lease<'_>,
        on_file: &(dyn Fn() + Sync),
    ) -> Result<Sent, SendError> {
        let manner = Manner { keep: self.keep, ..manner };
        match &self.form {
            Found::Store(store, look) => send::go_back(*store, look, to, manner, lease, on_file),
            Found::Releases(releases, shown) => releases.go_back(shown, to, manner.keep),
        }
    }
}
