//! A folder for every release and one link to the one that is shown: visitors see the old site or
//! the new one, whole, at any moment.
//!
//! `PATH` is a symbolic link, and beside it lies `.NAME.tiendo-releases/` with the releases, their
//! list and a lock. A new release is copied whole, flushed, and then the link is replaced in one
//! step. Releases share no bytes: whoever alters the one that is shown alters no other.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::history::{History, Release};
use super::lease::{self, Lease};
use super::published::{self, Published};
use super::send::{Manner, Plan, SendError, Sent, Site, Source, release};
use super::store::side_by_side;
use crate::output;
use crate::output::manifest::{self, Entry};

/// The link and the folder of releases behind it.
#[derive(Debug)]
pub struct Releases {
    link: PathBuf,
    home: PathBuf,
    /// The folder of releases as the link names it.
    name: String,
}

/// What is at such a place.
#[derive(Debug)]
pub struct Shown {
    /// The release that the link leads to: the name of its folder, the sum of its manifest, its
    /// files. Where somebody altered the manifest: the sum that was noted, or none, and no file.
    pub current: Option<(String, String, Vec<Entry>)>,
    /// The releases so far.
    pub history: History,
}

impl Shown {
    /// How a site differs from the one that is shown, in files.
    fn difference(&self, site: &Site) -> Sent {
        let current = self.current.as_ref();
        let old = current.map(|(_, _, entries)| entries.as_slice()).unwrap_or_default();
        let plan = Plan::between(old, None, site);
        Sent {
            new: plan.new.len(),
            changed: plan.changed.len(),
            removed: plan.removed.len(),
            same: plan.same,
            ..Sent::default()
        }
    }
}

impl Releases {
    /// Looks at the place; nothing needs to be there yet.
    ///
    /// # Errors
    ///
    /// [`SendError`], where something else is there, or where this system has no such links.
    pub fn open(path: &Path) -> Result<Self, SendError> {
        if !cfg!(unix) {
            return Err(SendError::NoSwitch);
        }
        let path = std::path::absolute(path).map_err(disk(path))?;
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return Err(SendError::NoLink { path });
        };
        if !parent.is_dir() {
            return Err(disk(parent)(ErrorKind::NotFound.into()));
        }
        let name = format!(".{}.tiendo-releases", name.to_string_lossy());
        let link = parent.join(path.file_name().unwrap_or_default());
        match fs::symlink_metadata(&link) {
            Ok(found) if found.is_symlink() => {}
            Ok(found) if found.is_dir() && is_empty(&link)? => {}
            Ok(_) => return Err(SendError::NoLink { path: link }),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(disk(&link)(error)),
        }
        Ok(Releases { home: parent.join(&name), link, name })
    }

    /// What is shown, and what was.
    ///
    /// # Errors
    ///
    /// [`SendError`], where it cannot be read or is not ours.
    pub fn look(&self) -> Result<Shown, SendError> {
        let mut history = match fs::read(self.home.join("releases.txt")) {
            Ok(bytes) => History::parse(&bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => History::default(),
            Err(error) => return Err(disk(&self.home)(error)),
        };
        let leads = match fs::read_link(&self.link) {
            Ok(leads) => leads,
            // Nothing, or an empty folder.
            Err(_) => return Ok(Shown { current: None, history }),
        };
        let ours = leads.parent() == Some(Path::new(&self.name));
        let folder = leads.file_name().map(|name| name.to_string_lossy().into_owned());
        let Some(folder) = folder.filter(|_| ours) else {
            return Err(SendError::NoLink { path: self.link.clone() });
        };
        let place = match Published::open(&self.home.join(&folder)) {
            Ok(place) => place,
            Err(published::Error::Disk { source, .. }) if source.kind() == ErrorKind::NotFound => {
                return Ok(Shown { current: None, history });
            }
            Err(error) => return Err(error.into()),
        };
        let noted = history.releases().iter().find(|r| folder_of(r.number, &r.sha256) == folder);
        let noted = noted.map(|release| release.sha256.clone());
        let current = match place.manifest() {
            Ok(listed) if number_of(&folder, &listed.sha256).is_some() => {
                // A run that was cut between the switch and its note has shown what the list does
                // not know, under a number that would be given once more.
                let number = number_of(&folder, &listed.sha256).unwrap_or_default();
                let shown = release(&listed.sha256, &listed.entries, "");
                history.shown(Release { number, ..shown });
                (folder, listed.sha256, listed.entries)
            }
            // Somebody altered the manifest: nothing that it lists is believed.
            Ok(_) => (folder, noted.unwrap_or_default(), Vec::new()),
            Err(published::Error::NoManifest { .. } | published::Error::DamagedManifest { .. }) => {
                (folder, noted.unwrap_or_default(), Vec::new())
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Shown { current: Some(current), history })
    }

    /// Does some work while nobody else publishes here.
    ///
    /// # Errors
    ///
    /// What the work or the disk says.
    pub fn alone<T>(
        &self,
        on_wait: impl FnOnce(),
        work: impl FnOnce(&Lease<'_>) -> Result<T, SendError>,
    ) -> Result<T, SendError> {
        lease::hold_folder(&self.home, on_wait, work)
    }

    /// Copies a site into a folder of its own and shows it.
    ///
    /// # Errors
    ///
    /// [`SendError`]; the old site is shown then.
    pub fn publish(
        &self,
        shown: &Shown,
        site: &Site,
        source: &dyn Source,
        manner: Manner,
        on_file: &(dyn Fn() + Sync),
    ) -> Result<Sent, SendError> {
        let sha256 = manifest::sha256(&site.manifest);
        self.clean(shown)?;
        let left_behind = strangers(self, shown)?;
        let partial = self.home.join("partial");
        fs::create_dir(&partial).map_err(disk(&partial))?;
        side_by_side(&site.entries, manner.jobs, |entry| {
            put(&partial.join(&entry.path), &source.bytes(entry)?)?;
            on_file();
            Ok::<(), SendError>(())
        })?;
        put(&partial.join(manifest::NAME), &site.manifest)?;
        output::flush(&partial).map_err(|error| disk(&partial)(io::Error::other(error)))?;

        let mut history = shown.history.clone();
        let current = shown.current.as_ref().filter(|(_, sha256, _)| !sha256.is_empty());
        let current = current.map(|(_, sha256, entries)| {
            let known = history.of(sha256).cloned();
            known.unwrap_or_else(|| release(sha256, entries, ""))
        });
        let number = history.add(current, release(&sha256, &site.entries, &site.label));
        let folder = folder_of(number, &sha256);
        fs::rename(&partial, self.home.join(&folder)).map_err(disk(&partial))?;
        sync(&self.home)?;
        self.switch(&folder)?;
        self.settle(&mut history, &sha256, manner.keep)?;
        let bytes = site.entries.iter().map(|entry| entry.size).sum();
        Ok(Sent { release: number, bytes, left_behind, ..shown.difference(site) })
    }

    /// Shows an earlier release, if it is still what it was.
    ///
    /// # Errors
    ///
    /// [`SendError`]; what was shown is shown then.
    pub fn go_back(&self, shown: &Shown, to: &Release, keep: usize) -> Result<Sent, SendError> {
        let folder = self.folder(to)?;
        let site = self.site(to)?;
        let place = Published::open(&self.path_of(&folder))?;
        let listed = place.manifest()?;
        let verdict = super::verify::verify(&place, &listed, &[])?;
        let spoilt = verdict.missing.first().or(verdict.altered.first());
        if let Some(path) = spoilt.or(verdict.unknown.first()) {
            return Err(SendError::Altered { path: format!("{folder}/{path}") });
        }
        self.switch(&folder)?;
        let mut history = shown.history.clone();
        self.settle(&mut history, &to.sha256, keep.max(1))?;
        Ok(Sent { release: to.number, ..shown.difference(&site) })
    }

    /// A release as it was published.
    ///
    /// # Errors
    ///
    /// [`SendError`], where it is not there any more or not what it was.
    pub fn site(&self, release: &Release) -> Result<Site, SendError> {
        let folder = self.path_of(&self.folder(release)?);
        let path = folder.join(manifest::NAME);
        let manifest = fs::read(&path).map_err(disk(&path))?;
        if manifest::sha256(&manifest) != release.sha256 {
            return Err(SendError::Altered { path: path.display().to_string() });
        }
        let entries = Published::open(&folder)?.manifest()?.entries;
        Ok(Site { manifest, entries, label: release.label.clone() })
    }

    /// Where the folder of a release lies.
    pub fn path_of(&self, folder: &str) -> PathBuf {
        self.home.join(folder)
    }

    /// The folder of a release.
    fn folder(&self, release: &Release) -> Result<String, SendError> {
        let name = folder_of(release.number, &release.sha256);
        let lost = || SendError::NotKept { files: vec![name.clone()], more: 0 };
        self.folders()?.into_iter().find(|found| *found == name).ok_or_else(lost)
    }

    fn folders(&self) -> Result<Vec<String>, SendError> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.home).map_err(disk(&self.home))? {
            let entry = entry.map_err(disk(&self.home))?;
            if entry.file_type().map_err(disk(&entry.path()))?.is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    /// Leads the link to another release, in one step.
    #[cfg(unix)]
    fn switch(&self, folder: &str) -> Result<(), SendError> {
        let next = self.home.join("next");
        match fs::remove_file(&next) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(disk(&next)(error)),
            _ => {}
        }
        std::os::unix::fs::symlink(Path::new(&self.name).join(folder), &next)
            .map_err(disk(&next))?;
        if fs::symlink_metadata(&self.link).is_ok_and(|found| found.is_dir()) {
            // Empty, as was seen; else this refuses.
            fs::remove_dir(&self.link).map_err(disk(&self.link))?;
        }
        fs::rename(&next, &self.link).map_err(disk(&self.link))?;
        sync(self.link.parent().unwrap_or(Path::new(".")))
    }

    #[cfg(not(unix))]
    fn switch(&self, _: &str) -> Result<(), SendError> {
        Err(SendError::NoSwitch)
    }

    /// Deletes what an interrupted run left: folders that nobody has shown.
    fn clean(&self, shown: &Shown) -> Result<(), SendError> {
        let current = shown.current.as_ref().map(|(folder, ..)| folder.as_str());
        for name in self.folders()? {
            let noted = shown.history.releases().iter().map(|r| folder_of(r.number, &r.sha256));
            if Some(name.as_str()) != current && !noted.into_iter().any(|noted| noted == name) {
                let path = self.home.join(&name);
                fs::remove_dir_all(&path).map_err(disk(&path))?;
            }
        }
        Ok(())
    }

    /// Notes what is shown and deletes releases that are kept no longer.
    fn settle(&self, history: &mut History, sha256: &str, keep: usize) -> Result<(), SendError> {
        history.forget(keep, sha256);
        let (list, aside) = (self.home.join("releases.txt"), self.home.join("releases.new"));
        // Not through a link that somebody put there.
        match fs::remove_file(&aside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(disk(&aside)(error)),
            _ => {}
        }
        let mut file = File::create_new(&aside).map_err(disk(&aside))?;
        file.write_all(history.render().as_bytes()).map_err(disk(&aside))?;
        file.sync_all().map_err(disk(&aside))?;
        fs::rename(&aside, &list).map_err(disk(&list))?;
        let shown = self.look()?;
        self.clean(&shown)
    }
}

fn folder_of(number: u32, sha256: &str) -> String {
    format!("{number:04}-{}", &sha256[..12])
}

/// The number of a release whose manifest has this sum, as its folder's name says it.
fn number_of(folder: &str, sha256: &str) -> Option<u32> {
    let number = folder.split('-').next()?.parse().ok()?;
    (folder_of(number, sha256) == folder).then_some(number)
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), SendError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(disk(folder))?;
    }
    fs::write(path, bytes).map_err(disk(path))
}

/// Files in the release that is shown which nobody published, such as a server's own settings.
fn strangers(releases: &Releases, shown: &Shown) -> Result<Vec<String>, SendError> {
    let Some((folder, _, entries)) = &shown.current else { return Ok(Vec::new()) };
    let listed: BTreeSet<&str> = entries.iter().map(|entry| entry.path.as_str()).collect();
    // Without a list nobody can tell.
    if listed.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Published::open(&releases.path_of(folder))?.paths()?;
    found.retain(|path| {
        let known = path == manifest::NAME || output::is_kept_or_litter(path);
        !known && !listed.contains(path.as_str())
    });
    found.sort_unstable();
    Ok(found)
}

fn is_empty(folder: &Path) -> Result<bool, SendError> {
    Ok(fs::read_dir(folder).map_err(disk(folder))?.next().is_none())
}

fn sync(folder: &Path) -> Result<(), SendError> {
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(disk(folder))?;
    }
    Ok(())
}

fn disk(path: &Path) -> impl FnOnce(io::Error) -> SendError {
    move |source| SendError::Disk { path: path.to_owned(), source }
}
