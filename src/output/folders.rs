//! When the folders of a tree last changed: a folder that has not changed since it was looked through
//! holds the same names, and need not be looked through again.
//!
//! The list of a site is kept beside it from one build to the next. It is believed only if it is
//! whole and the manifest of the tree is the one that it was made with.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::manifest::{self, sha256};
use crate::disk::tells_changes;

/// The folders of a tree.
#[derive(Debug, Default)]
pub(super) struct Folders {
    /// Size and time of the manifest of the tree. Empty: not known.
    manifest: String,
    /// By path from the root, with slashes, the time of the last change. `None` if that tells nothing.
    times: BTreeMap<String, Option<SystemTime>>,
    /// Those that were taken over from the tree before, which end with a slash.
    pub(super) taken_over: BTreeSet<String>,
}

impl Folders {
    /// The folders in which the files of a manifest lie, as they are at `now` by the clock of the disk,
    /// and those that were taken over.
    pub(super) fn of(
        dir: &Path,
        manifest: &str,
        taken_over: BTreeSet<String>,
        now: Option<SystemTime>,
    ) -> Self {
        let mut names = BTreeSet::from([""]);
        let mut last = "";
        for line in manifest.lines().skip(1) {
            let path = line.splitn(3, "  ").nth(2).unwrap_or_default();
            let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
            if parent != last {
                let ancestors = parent.match_indices('/').map(|(end, _)| &parent[..end]);
                names.extend(ancestors.chain([parent]));
                last = parent;
            }
        }
        let times = names.into_iter().map(|name| (name.to_owned(), time(dir, name, now))).collect();
        Folders { manifest: stamp_of_manifest(dir), times, taken_over }
    }

    /// Reads the list that is kept of a tree. It is empty if there is none to be believed.
    pub(super) fn read(file: &Path, dir: &Path) -> Self {
        Self::parse(&fs::read_to_string(file).unwrap_or_default())
            .filter(|folders| folders.manifest == stamp_of_manifest(dir))
            .unwrap_or_default()
    }

    fn parse(text: &str) -> Option<Self> {
        let (sum, body) = text.split_once('\n')?;
        if sha256(body.as_bytes()) != sum {
            return None;
        }
        let mut lines = body.lines();
        let manifest = lines.next().filter(|stamp| !stamp.is_empty())?.to_owned();
        let (mut times, mut taken_over) = (BTreeMap::new(), BTreeSet::new());
        for line in lines {
            let (time, name) = line.split_once(' ')?;
            if name.ends_with('/') {
                taken_over.insert(name.to_owned());
                continue;
            }
            let since = |nanos: u64| SystemTime::UNIX_EPOCH + Duration::from_nanos(nanos);
            times.insert(name.to_owned(), time.parse().ok().map(since));
        }
        Some(Folders { manifest, times, taken_over })
    }

    /// Keeps the list of a tree. What cannot be kept is looked through next time.
    pub(super) fn write(&self, file: &Path) {
        let mut body = format!("{}\n", self.manifest);
        for (name, time) in &self.times {
            let nanos = time.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
            let nanos = nanos.and_then(|since| u64::try_from(since.as_nanos()).ok());
            // Writing to a String cannot fail.
            let _ = match nanos {
                Some(nanos) => writeln!(body, "{nanos} {name}"),
                None => writeln!(body, " {name}"),
            };
        }
        for name in &self.taken_over {
            let _ = writeln!(body, " {name}");
        }
        let _ = fs::write(file, format!("{}\n{body}", sha256(body.as_bytes())));
    }

    /// Notes which manifest they belong to.
    pub(super) fn belong_to(&mut self, dir: &Path) {
        self.manifest = stamp_of_manifest(dir);
    }

    /// Whether nothing is known of the tree.
    pub(super) fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// Whether a path is that of a folder of the tree.
    pub(super) fn has(&self, name: &str) -> bool {
        self.times.contains_key(name)
    }

    /// Notes folders that are looked through, each with its [`time`] before.
    pub(super) fn note(&mut self, folders: impl Iterator<Item = (String, Option<SystemTime>)>) {
        self.times.extend(folders);
    }

    /// Forgets a folder that is gone.
    pub(super) fn forget(&mut self, name: &str) {
        self.times.remove(name);
    }

    /// The folders that have changed since, or of which that cannot be told.
    pub(super) fn changed(&self, dir: &Path) -> Vec<String> {
        let changed = self.times.iter().filter(|(name, known)| !is_same(dir, name, **known));
        changed.map(|(name, _)| name.clone()).collect()
    }

    /// Whether a folder, which ends with a slash, and all folders in it are as they were.
    pub(super) fn are_same_below(&self, dir: &Path, folder: &str) -> bool {
        let own = folder.trim_end_matches('/');
        let is_known = self.times.get(own).is_some_and(|known| is_same(dir, own, *known));
        let from = self.times.range(folder.to_owned()..);
        let mut below = from.take_while(|(name, _)| name.starts_with(folder));
        is_known && below.all(|(name, known)| is_same(dir, name, *known))
    }
}

fn is_same(dir: &Path, name: &str, known: Option<SystemTime>) -> bool {
    known.is_some_and(|known| modified(dir, name) == Some(known))
}

/// When a folder last changed, if a change at `now` or later will have another time.
pub(super) fn time(dir: &Path, name: &str, now: Option<SystemTime>) -> Option<SystemTime> {
    modified(dir, name).filter(|changed| now.is_some_and(|now| tells_changes(*changed, now)))
}

/// When a name was last added to a folder or taken out of it. Only Unix is known to note that on every
/// disk.
fn modified(dir: &Path, name: &str) -> Option<SystemTime> {
    let found = cfg!(unix).then(|| fs::symlink_metadata(dir.join(name)).ok()).flatten()?;
    found.modified().ok().filter(|_| found.is_dir())
}

fn stamp_of_manifest(dir: &Path) -> String {
    let found = fs::symlink_metadata(dir.join(manifest::NAME)).ok().filter(fs::Metadata::is_file);
    found.map_or_else(String::new, |found| format!("{} {:?}", found.len(), found.modified().ok()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written_and_believed_only_whole() {
        let temp = tempfile::tempdir().unwrap();
        let (dir, file) = (temp.path().join("site"), temp.path().join("list"));
        fs::create_dir_all(dir.join("a b/c")).unwrap();
        let hash = sha256(b"");
        let manifest = format!("# 1\n{hash}  0  a b/c/1\n{hash}  0  z\n");
        fs::write(dir.join(manifest::NAME), &manifest).unwrap();
        let now = fs::metadata(dir.join("a b/c")).unwrap().modified().unwrap();
        let later = now + Duration::from_secs(60);
        let none = BTreeSet::new;
        let taken = BTreeSet::from(["a b/".to_owned()]);
        let folders = Folders::of(&dir, &manifest, taken.clone(), Some(later));
        assert_eq!(folders.times.keys().collect::<Vec<_>>(), ["", "a b", "a b/c"]);
        assert!(folders.changed(&dir).is_empty() && folders.are_same_below(&dir, "a b/"));
        folders.write(&file);
        let found = Folders::read(&file, &dir);
        assert_eq!((found.times, found.taken_over), (folders.times.clone(), taken));

        // Just now: a change may follow at the same time.
        let fresh = Folders::of(&dir, &manifest, none(), Some(now));
        assert_eq!(fresh.changed(&dir).len(), 3);
        fresh.write(&file);
        assert_eq!(Folders::read(&file, &dir).times, fresh.times);

        folders.write(&file);
        fs::write(dir.join("a b/c/2"), "").unwrap();
        let found = Folders::read(&file, &dir);
        assert_eq!(found.changed(&dir), ["a b/c"]);
        assert!(!found.are_same_below(&dir, "a b/"));
        assert!(!found.are_same_below(&dir, "other/"));

        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text.replace("a b", "a c")).unwrap();
        assert!(Folders::read(&file, &dir).is_empty(), "it was damaged");
        fs::write(&file, text).unwrap();
        fs::write(dir.join(manifest::NAME), "another").unwrap();
        assert!(Folders::read(&file, &dir).is_empty(), "another tree has taken its place");
    }
}
