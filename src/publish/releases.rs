//! A folder for every release, and one link to the release that is shown: at any moment visitors
//! see a whole site, the old one or the new one.
//!
//! `PATH` is a symbolic link. Beside it is `.NAME.tiendo-releases/` with the releases, their list
//! and a lock. A new release is copied, flushed, and then the link is replaced in one step. Releases
//! share no bytes: whoever alters the one that is shown alters no other.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::destination::{Destination, Snapshot};
use super::error::{FileList, PublishError};
use super::history::{History, Release};
use super::lease::{Claim, Lease};
use super::options::SendOptions;
use super::plan::Plan;
use super::published::{self, Published};
use super::send::{Sent, Session};
use super::site::{Site, Source};
use super::store::in_parallel;
use super::verify::verify;
use crate::output;
use crate::output::manifest::{self, Entry};
use crate::output::readable::{make_readable, make_tree_readable};

/// A link, and the folder with the releases that it can lead to.
#[derive(Debug)]
pub struct Releases {
    link: PathBuf,
    /// The folder of releases.
    home: PathBuf,
    /// The name of that folder, by which the link leads to it.
    name: String,
}

/// The release that is shown.
#[derive(Debug)]
struct Shown<'a> {
    releases: &'a Releases,
    /// None if there is no link yet, or if it leads nowhere.
    current: Option<Current>,
    history: History,
}

/// Where the link leads.
#[derive(Debug)]
struct Current {
    /// The name of the release's folder.
    folder: String,
    /// The SHA-256 of its manifest; if the manifest was altered, the listed one, or an empty text.
    sha256: String,
    /// What its manifest lists; empty if it was altered.
    entries: Vec<Entry>,
}

impl Releases {
    /// Opens a link, which need not exist.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if it is no link, or if this system has none.
    pub fn open(path: &Path) -> Result<Self, PublishError> {
        if !cfg!(unix) {
            return Err(PublishError::NoSwitch);
        }
        let path = std::path::absolute(path).map_err(PublishError::disk(path))?;
        let (Some(parent), Some(file_name)) = (path.parent(), path.file_name()) else {
            return Err(PublishError::NoLink { path });
        };
        if !parent.is_dir() {
            return Err(PublishError::disk(parent)(ErrorKind::NotFound.into()));
        }
        let name = format!(".{}.tiendo-releases", file_name.to_string_lossy());
        let link = parent.join(file_name);
        match fs::symlink_metadata(&link) {
            Ok(found) if found.is_symlink() => {}
            Ok(found) if found.is_dir() && is_empty(&link)? => {}
            Ok(_) => return Err(PublishError::NoLink { path: link }),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(PublishError::disk(&link)(error)),
        }
        Ok(Releases { home: parent.join(&name), link, name })
    }

    /// Reads where the link leads, and the list of releases.
    fn shown(&self) -> Result<Shown<'_>, PublishError> {
        let mut history = match fs::read(self.home.join("releases.txt")) {
            Ok(bytes) => History::parse(&bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => History::default(),
            Err(error) => return Err(PublishError::disk(&self.home)(error)),
        };
        let Some(folder) = self.current_folder()? else {
            return Ok(Shown { releases: self, current: None, history });
        };
        let site = match Published::open(&self.home.join(&folder)) {
            Ok(site) => site,
            Err(published::Error::Disk { source, .. }) if source.kind() == ErrorKind::NotFound => {
                return Ok(Shown { releases: self, current: None, history });
            }
            Err(error) => return Err(error.into()),
        };
        let listed = history.releases().iter().find(|release| folder_of(release) == folder);
        let listed = listed.map(|release| release.sha256.clone()).unwrap_or_default();
        let current = match site.manifest() {
            Ok(found) => match number_of(&folder, &found.sha256) {
                Some(number) => {
                    // A run that was interrupted after the switch has not listed its release. Its
                    // number would be used again.
                    let release = Release::new(found.sha256.clone(), &found.entries, "");
                    history.add_shown(Release { number, ..release });
                    Current { folder, sha256: found.sha256, entries: found.entries }
                }
                None => Current { folder, sha256: listed, entries: Vec::new() },
            },
            Err(published::Error::NoManifest { .. } | published::Error::DamagedManifest { .. }) => {
                Current { folder, sha256: listed, entries: Vec::new() }
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Shown { releases: self, current: Some(current), history })
    }

    /// The name of the folder that the link leads to; none if there is no link.
    fn current_folder(&self) -> Result<Option<String>, PublishError> {
        let Ok(to) = fs::read_link(&self.link) else { return Ok(None) };
        let is_own = to.parent() == Some(Path::new(&self.name));
        match to.file_name().filter(|_| is_own) {
            Some(folder) => Ok(Some(folder.to_string_lossy().into_owned())),
            None => Err(PublishError::NoLink { path: self.link.clone() }),
        }
    }

    /// Reads a release as it was published.
    fn site(&self, release: &Release) -> Result<Site, PublishError> {
        let folder = self.home.join(self.folder(release)?);
        let path = folder.join(manifest::NAME);
        let manifest = fs::read(&path).map_err(PublishError::disk(&path))?;
        if manifest::sha256(&manifest) != release.sha256 {
            return Err(PublishError::Altered { path: path.display().to_string() });
        }
        let entries = Published::open(&folder)?.manifest()?.entries;
        Ok(Site { manifest, entries, label: release.label.clone() })
    }

    /// The name of a release's folder, which must exist.
    fn folder(&self, release: &Release) -> Result<String, PublishError> {
        let name = folder_of(release);
        if self.folders()?.contains(&name) {
            return Ok(name);
        }
        Err(PublishError::NotKept { files: FileList::of(&name) })
    }

    /// The names of all folders, sorted.
    fn folders(&self) -> Result<Vec<String>, PublishError> {
        let failed = PublishError::disk;
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.home).map_err(failed(&self.home))? {
            let entry = entry.map_err(failed(&self.home))?;
            if entry.file_type().map_err(failed(&entry.path()))?.is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    /// Copies a site into the folder `partial` and flushes it.
    fn copy(
        &self,
        site: &Site,
        source: &dyn Source,
        session: &Session<'_>,
    ) -> Result<PathBuf, PublishError> {
        let partial = self.home.join("partial");
        fs::create_dir(&partial).map_err(PublishError::disk(&partial))?;
        in_parallel(&site.entries, session.options.jobs, |entry| {
            write(&partial.join(&entry.path), &source.bytes(entry)?)?;
            (session.on_file)();
            Ok::<(), PublishError>(())
        })?;
        write(&partial.join(manifest::NAME), &site.manifest)?;
        make_readable(&self.home).map_err(PublishError::disk(&self.home))?;
        make_tree_readable(&partial).map_err(PublishError::disk(&partial))?;
        let flushed = output::flush(&partial);
        flushed.map_err(|error| PublishError::disk(&partial)(io::Error::other(error)))?;
        Ok(partial)
    }

    /// Makes the link lead to another release, in one step.
    #[cfg(unix)]
    fn switch(&self, folder: &str) -> Result<(), PublishError> {
        let next = self.home.join("next");
        remove(&next)?;
        std::os::unix::fs::symlink(Path::new(&self.name).join(folder), &next)
            .map_err(PublishError::disk(&next))?;
        if fs::symlink_metadata(&self.link).is_ok_and(|found| found.is_dir()) {
            // It was empty when it was opened; if it no longer is, this fails.
            fs::remove_dir(&self.link).map_err(PublishError::disk(&self.link))?;
        }
        fs::rename(&next, &self.link).map_err(PublishError::disk(&self.link))?;
        flush_folder(self.link.parent().unwrap_or(Path::new(".")))
    }

    #[cfg(not(unix))]
    fn switch(&self, _: &str) -> Result<(), PublishError> {
        Err(PublishError::NoSwitch)
    }

    /// Deletes folders that are neither shown nor listed: an interrupted run left them.
    fn clean(&self, shown: &Shown<'_>) -> Result<(), PublishError> {
        let current = shown.current.as_ref().map(|current| &current.folder);
        let listed: Vec<String> = shown.history.releases().iter().map(folder_of).collect();
        for name in self.folders()? {
            if Some(&name) != current && !listed.contains(&name) {
                let path = self.home.join(&name);
                fs::remove_dir_all(&path).map_err(PublishError::disk(&path))?;
            }
        }
        Ok(())
    }

    /// Writes the list of releases, and deletes those that are no longer kept.
    fn finish(&self, history: &mut History, sha256: &str, keep: usize) -> Result<(), PublishError> {
        history.forget(keep, sha256);
        let (list, staged) = (self.home.join("releases.txt"), self.home.join("releases.new"));
        // Somebody may have put a link there, which must not be written through.
        remove(&staged)?;
        let mut file = File::create_new(&staged).map_err(PublishError::disk(&staged))?;
        file.write_all(history.render().as_bytes()).map_err(PublishError::disk(&staged))?;
        file.sync_all().map_err(PublishError::disk(&staged))?;
        fs::rename(&staged, &list).map_err(PublishError::disk(&list))?;
        self.clean(&self.shown()?)
    }
}

impl Destination for Releases {
    fn lease(&self, _: &Claim, on_wait: &dyn Fn()) -> Result<Lease, PublishError> {
        Lease::of_folder(&self.home, on_wait)
    }

    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, PublishError> {
        Ok(Box::new(self.shown()?))
    }
}

impl Shown<'_> {
    /// The release that is shown; without a number if the history does not know it, and none if its
    /// manifest was altered beyond recognition.
    fn release(&self) -> Option<Release> {
        let current = self.current.as_ref().filter(|current| !current.sha256.is_empty())?;
        let known = self.history.of(&current.sha256).cloned();
        Some(known.unwrap_or_else(|| Release::new(current.sha256.clone(), &current.entries, "")))
    }

    /// The foreign files in the release that is shown, such as a server's own settings.
    fn foreign_files(&self) -> Result<Vec<String>, PublishError> {
        let Some(current) = &self.current else { return Ok(Vec::new()) };
        // Without a manifest, foreign files cannot be told from those of the site.
        if current.entries.is_empty() {
            return Ok(Vec::new());
        }
        let listed: BTreeSet<&str> =
            current.entries.iter().map(|entry| entry.path.as_str()).collect();
        let mut found = Published::open(&self.releases.home.join(&current.folder))?.paths()?;
        found.retain(|path| {
            let is_known = path == manifest::NAME || output::is_kept_or_litter(path);
            !is_known && !listed.contains(path.as_str())
        });
        found.sort_unstable();
        Ok(found)
    }
}

impl Snapshot for Shown<'_> {
    fn published(&self) -> Option<(&str, &[Entry])> {
        let current = self.current.as_ref()?;
        Some((current.sha256.as_str(), current.entries.as_slice()))
    }

    fn history(&self) -> &History {
        &self.history
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        let Some(current) = &self.current else { return Ok(None) };
        let Some(entry) = current.entries.iter().find(|entry| entry.path == path) else {
            return Ok(None);
        };
        match Published::open(&self.releases.home.join(&current.folder))?.bytes(entry) {
            Err(PublishError::Altered { .. }) => Ok(None),
            read => read.map(Some),
        }
    }

    fn plan(&self, site: &Site, options: SendOptions) -> Result<Plan, PublishError> {
        let mut plan = Plan::between(self.published(), site);
        let Some(current) = &self.current else { return Ok(plan) };
        let shown = Published::open(&self.releases.home.join(&current.folder))?;
        plan.compared = current.entries.len();
        for entry in &current.entries {
            if !shown.is_as_listed(entry, options.reads_all)? {
                plan.damaged.push(entry.path.clone());
            }
        }
        let damaged: BTreeSet<&str> = plan.damaged.iter().map(String::as_str).collect();
        let known: BTreeSet<&str> = plan.sent().map(|entry| entry.path.as_str()).collect();
        let again = site.entries.iter().filter(|entry| {
            damaged.contains(entry.path.as_str()) && !known.contains(entry.path.as_str())
        });
        let again: Vec<(Entry, Option<String>)> =
            again.map(|entry| (entry.clone(), None)).collect();
        plan.same -= again.len();
        plan.changed.extend(again);
        plan.strange = self.foreign_files()?;
        Ok(plan)
    }

    fn sends_all(&self) -> bool {
        true
    }

    fn send(
        &self,
        plan: &Plan,
        site: &Site,
        source: &dyn Source,
        session: &Session<'_>,
    ) -> Result<Sent, PublishError> {
        let releases = self.releases;
        releases.clean(self)?;
        let left_behind = self.foreign_files()?;
        let partial = releases.copy(site, source, session)?;
        let mut history = self.history.clone();
        let mut release = Release { time: session.time.to_owned(), ..site.release() };
        release.number = history.add(self.release(), release.clone());
        let folder = folder_of(&release);
        fs::rename(&partial, releases.home.join(&folder)).map_err(PublishError::disk(&partial))?;
        flush_folder(&releases.home)?;
        releases.switch(&folder)?;
        releases.finish(&mut history, &release.sha256, session.options.keep)?;
        let (release, bytes) = (release.number, release.bytes);
        Ok(Sent { release, bytes, left_behind, ..Sent::counts(plan) })
    }

    fn plan_rollback(&self, to: &Release, _: SendOptions) -> Result<Plan, PublishError> {
        Ok(Plan::between(self.published(), &self.releases.site(to)?))
    }

    fn roll_back(&self, to: &Release, session: &Session<'_>) -> Result<Sent, PublishError> {
        let releases = self.releases;
        let folder = releases.folder(to)?;
        let site = releases.site(to)?;
        let published = Published::open(&releases.home.join(&folder))?;
        let verdict = verify(&published, &published.manifest()?, &[])?;
        if let Some(path) = verdict.first() {
            return Err(PublishError::Altered { path: format!("{folder}/{path}") });
        }
        releases.switch(&folder)?;
        // The release that was shown until now must stay within reach.
        let keep = session.options.keep.max(1);
        releases.finish(&mut self.history.clone(), &to.sha256, keep)?;
        Ok(Sent { release: to.number, ..Sent::counts(&Plan::between(self.published(), &site)) })
    }
}

/// The name of a release's folder.
fn folder_of(release: &Release) -> String {
    format!("{:04}-{}", release.number, &release.sha256[..12])
}

/// The number in the name of a folder, if the rest of the name fits the SHA-256.
fn number_of(folder: &str, sha256: &str) -> Option<u32> {
    let (number, sum) = folder.split_once('-')?;
    let number: u32 = number.parse().ok()?;
    (sum == &sha256[..12] && folder == format!("{number:04}-{sum}")).then_some(number)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(PublishError::disk(folder))?;
    }
    fs::write(path, bytes).map_err(PublishError::disk(path))
}

/// Deletes a file or link, which need not exist.
fn remove(path: &Path) -> Result<(), PublishError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(PublishError::disk(path)(error)),
        _ => Ok(()),
    }
}

fn is_empty(folder: &Path) -> Result<bool, PublishError> {
    Ok(fs::read_dir(folder).map_err(PublishError::disk(folder))?.next().is_none())
}

/// Makes a rename in a folder outlast a power cut.
fn flush_folder(folder: &Path) -> Result<(), PublishError> {
    if cfg!(unix) {
        let flushed = File::open(folder).and_then(|folder| folder.sync_all());
        flushed.map_err(PublishError::disk(folder))?;
    }
    Ok(())
}
