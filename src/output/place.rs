//! The folders of a build: the real folder behind a name, and the hidden names beside it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::{fs, io, path};

use super::{Error, Step, disk};

/// The folder of a site and its hidden siblings. They are siblings because a rename is atomic only
/// within one file system, and their names are fixed so that the next build finds what an
/// interrupted one left.
#[derive(Debug)]
pub(super) struct Place {
    /// The site itself: an absolute path whose last part is not a symlink.
    pub(super) dir: PathBuf,
    /// The folder that holds it.
    pub(super) parent: PathBuf,
    /// The new tree while it is written; after the exchange, the old tree until it is deleted.
    pub(super) staging: PathBuf,
    /// The old tree between two renames, where the file system cannot exchange folders.
    pub(super) aside: PathBuf,
    /// What a build keeps for the next one.
    pub(super) store: PathBuf,
    /// The tree before the site, from which the next build takes folders that have not changed.
    pub(super) spare: PathBuf,
    /// Files and folders that version 0.1.0 kept for its next build. Nothing reads them any more.
    pub(super) obsolete: [PathBuf; 3],
    /// The file whose lock marks a build in progress. It stays: if it were deleted, two builds
    /// could hold locks on two files of one name.
    pub(super) lock: PathBuf,
}

impl Place {
    /// Resolves the name to the real folder, which need not exist yet.
    pub(super) fn find(dir: &Path) -> Result<Self, Error> {
        // Windows would silently write to the folder without the ending.
        let given = dir.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
        if given.ends_with(['.', ' ']) {
            return Err(Error::Ending { dir: dir.to_owned() });
        }
        let (parent, name) = real(dir)?;
        let beside = |what: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(&name);
            hidden.push(".tiendo-");
            hidden.push(what);
            parent.join(hidden)
        };
        Ok(Self {
            dir: parent.join(&name),
            staging: beside("staging"),
            aside: beside("aside"),
            spare: beside("spare"),
            obsolete: ["last", "once", "next"].map(beside),
            lock: beside("lock"),
            store: beside("store"),
            parent,
        })
    }

    /// What is known of the folders of the site. It lies with the tree before it, as no site has such
    /// a file.
    pub(super) fn folders_of_site(&self) -> PathBuf {
        self.spare.join(".tiendo-site")
    }

    /// What is known of the folders of the tree before it.
    pub(super) fn folders_of_spare(&self) -> PathBuf {
        self.spare.join(".tiendo-spare")
    }
}

/// Parent and last part of the real folder. Only links in the last part are resolved, and by hand:
/// a link may lead to a folder that does not exist yet, or that an interrupted build has set aside.
fn real(dir: &Path) -> Result<(PathBuf, OsString), Error> {
    let failed = |source| disk(dir, Step::Resolve)(source);
    let mut path = path::absolute(dir).map_err(failed)?;
    // As many links as Linux follows.
    for _ in 0..40 {
        if path.file_name().is_none() {
            // `/`, or a path that ends in `..`.
            path = path.canonicalize().map_err(failed)?;
        }
        let (Some(parent), Some(name)) = (path.parent(), path.file_name().map(OsStr::to_owned))
        else {
            return Err(Error::NoName { dir: dir.to_owned() });
        };
        // Joined again, since with a trailing slash the name would mean the target of the link.
        let bare = parent.join(&name);
        match fs::symlink_metadata(&bare) {
            Ok(found) if found.is_symlink() => {
                let target = fs::read_link(&bare).map_err(failed)?;
                path = parent.join(target);
            }
            // Any other fault of the path is reported by the step that meets it.
            _ => return Ok((parent.to_owned(), name)),
        }
    }
    Err(failed(io::ErrorKind::TooManyLinks.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_absolute_and_loses_its_slash() {
        let here = std::env::current_dir().unwrap();
        for name in ["output", "output/", "./output", "output/."] {
            let place = Place::find(Path::new(name)).unwrap();
            assert_eq!(place.dir, here.join("output"), "{name}");
            assert_eq!(place.parent, here, "{name}");
            assert_eq!(place.staging, here.join(".output.tiendo-staging"), "{name}");
            assert_eq!(place.lock, here.join(".output.tiendo-lock"), "{name}");
        }
        assert_eq!(Place::find(Path::new(".")).unwrap().dir, here);
        assert_eq!(Place::find(Path::new("src/..")).unwrap().dir, here.canonicalize().unwrap());
    }

    #[test]
    fn the_root_and_the_empty_name_are_refused() {
        assert!(matches!(Place::find(Path::new("/")), Err(Error::NoName { .. })));
        let empty = Place::find(Path::new(""));
        assert!(matches!(empty, Err(Error::Disk { step: Step::Resolve, .. })), "{empty:?}");
    }

    #[test]
    fn a_name_that_windows_would_change_is_refused() {
        for name in ["site.", "a/site ", "site./"] {
            assert!(matches!(Place::find(Path::new(name)), Err(Error::Ending { .. })), "{name}");
        }
        assert!(Place::find(Path::new("a. /site")).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_even_to_what_is_not_there() {
        use std::os::unix::fs::symlink;
        let temp = tempfile::tempdir().unwrap();
        let root = temp.path().canonicalize().unwrap();
        fs::create_dir(root.join("sub")).unwrap();
        symlink("sub/second", root.join("first")).unwrap();
        symlink(root.join("real"), root.join("sub/second")).unwrap();
        let place = Place::find(&root.join("first/")).unwrap();
        assert_eq!(place.dir, root.join("real"));
        assert_eq!(place.staging, root.join(".real.tiendo-staging"));
        symlink("loop", root.join("loop")).unwrap();
        let looped = Place::find(&root.join("loop"));
        assert!(matches!(looped, Err(Error::Disk { step: Step::Resolve, .. })), "{looped:?}");
    }
}
