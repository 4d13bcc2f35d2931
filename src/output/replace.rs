//! Replaces one file completely or not at all.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, PersistError};

use super::interrupt;
use super::patience::{may_pass, patiently};
use crate::disk::real_path;

/// The beginning of the names of temporary files.
pub(super) const TEMPORARY: &str = ".tiendo-";

/// Why a file was not replaced. The file is unchanged.
#[derive(Debug, thiserror::Error)]
pub enum ReplaceError {
    /// The file has changed since it was read.
    #[error("{path} has changed since it was read")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The file exists already.
    #[error("{path} is there already")]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Another program of ours is writing.
    #[error("{path} is held by another change")]
    Busy {
        /// The lock.
        path: PathBuf,
    },
    /// Another program has the file open, on Windows.
    #[error("{path} is open in another program")]
    Held {
        /// The file.
        path: PathBuf,
    },
    /// The file is read-only.
    #[error("{path} is write-protected")]
    Protected {
        /// The file.
        path: PathBuf,
    },
    /// The disk refused.
    #[error("cannot write {path}: {error}")]
    Disk {
        /// The file.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
}

/// Replaces the contents `old` of a file by `new`.
///
/// The bytes are written beside the file, flushed and moved over it in one step, with its
/// permissions. A link stays a link, and the file it leads to is replaced.
///
/// # Errors
///
/// [`ReplaceError`], among others if the file does not hold `old`. Nothing has changed then.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<(), ReplaceError> {
    let failed = |error| ReplaceError::Disk { path: path.to_owned(), error };
    let _hold = interrupt::hold();
    let real = real_path(path).map_err(failed)?;
    let permissions = fs::metadata(&real).map_err(failed)?.permissions();
    if permissions.readonly() {
        return Err(ReplaceError::Protected { path: path.to_owned() });
    }
    let mut beside = beside(&real).map_err(failed)?;
    beside.write_all(new).map_err(failed)?;
    beside.as_file().set_permissions(permissions).map_err(failed)?;
    beside.as_file().sync_all().map_err(failed)?;
    // Compared as late as possible, so that a save in the meantime is not lost.
    if fs::read(&real).map_err(failed)? != old {
        return Err(ReplaceError::Changed { path: path.to_owned() });
    }
    match moved(beside, |beside| beside.persist(&real)) {
        Ok(()) => sync_folder(&real).map_err(failed),
        Err(error) if may_pass(&error) => Err(ReplaceError::Held { path: path.to_owned() }),
        Err(error) => Err(failed(error)),
    }
}

/// Writes a file that must not exist yet.
///
/// # Errors
///
/// [`ReplaceError`]. Nothing has changed then, except that parent folders may exist.
pub fn create(path: &Path, new: &[u8]) -> Result<(), ReplaceError> {
    let failed = |error| ReplaceError::Disk { path: path.to_owned(), error };
    let _hold = interrupt::hold();
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(failed(io::ErrorKind::InvalidFilename.into()));
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::create_dir_all(folder).map_err(failed)?;
    // The form in which Windows accepts long paths.
    let real = real_path(folder).map_err(failed)?.join(name);
    let mut beside = beside(&real).map_err(failed)?;
    beside.write_all(new).map_err(failed)?;
    #[cfg(unix)]
    {
        // A temporary file is readable by its owner only; this one is for others to read.
        use std::os::unix::fs::PermissionsExt as _;
        let all = fs::Permissions::from_mode(0o644);
        beside.as_file().set_permissions(all).map_err(failed)?;
    }
    beside.as_file().sync_all().map_err(failed)?;
    moved(beside, |beside| beside.persist_noclobber(&real)).map_err(|error| {
        match error.kind() {
            io::ErrorKind::AlreadyExists => ReplaceError::Exists { path: path.to_owned() },
            _ => failed(error),
        }
    })?;
    sync_folder(&real).map_err(failed)
}

/// Moves a temporary file into place, and removes it if that fails.
fn moved(
    beside: NamedTempFile,
    mut into_place: impl FnMut(NamedTempFile) -> Result<File, PersistError>,
) -> io::Result<()> {
    let mut beside = Some(beside);
    patiently(|| {
        let Some(file) = beside.take() else { return Ok(()) };
        into_place(file).map(drop).map_err(|refused| {
            beside = Some(refused.file);
            refused.error
        })
    })
}

/// A hidden file in the same folder, which is removed unless it is moved into place.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder.unwrap_or(Path::new(".")))
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(path: &Path) -> io::Result<()> {
    // Folders cannot be flushed on other systems.
    File::open(path).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_only_if_it_is_as_it_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "old").unwrap();
        replace(&path, b"old", b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(matches!(replace(&path, b"old", b"x"), Err(ReplaceError::Changed { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_file_is_created_only_where_there_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tasks/a.yaml");
        create(&path, b"one").unwrap();
        assert!(matches!(create(&path, b"two"), Err(ReplaceError::Exists { .. })));
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.yaml"), folder.path().join("b.yaml"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        replace(&link, b"old", b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(matches!(replace(&path, b"new", b"x"), Err(ReplaceError::Protected { .. })));
    }
}
