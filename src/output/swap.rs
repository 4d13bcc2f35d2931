//! Puts the finished tree in the site's place in one step, and repairs what an interruption left.

use std::path::Path;
use std::{fs, io};

use super::patience::{held, patiently};
use super::place::Place;
use super::{Error, Step, disk};

/// Exchanges two folders atomically. `Ok(false)` if the system or the file system cannot.
pub(super) type Exchange = fn(&Path, &Path) -> io::Result<bool>;

/// Moves the staged tree into place: by one exchange if possible, otherwise by two renames, between
/// which the site is missing for an instant. If this fails, the old site is in place or the error
/// says where it is. If it succeeds, the old tree is at `staging` or `aside`, for the caller to
/// delete.
pub(super) fn install(place: &Place, old_exists: bool, exchange: Exchange) -> Result<(), Error> {
    let failed = |source: io::Error| match source.kind() {
        // A mount point, or a folder from a lower layer of a container's image.
        io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
            Error::Pinned { dir: place.dir.clone() }
        }
        _ => disk(&held(&place.dir).unwrap_or(place.dir.clone()), Step::Move)(source),
    };
    let rename = |from: &Path, to: &Path| patiently(|| fs::rename(from, to));
    if !old_exists {
        return rename(&place.staging, &place.dir).map_err(failed);
    }
    if exchange(&place.staging, &place.dir).map_err(failed)? {
        return Ok(());
    }
    remove(&place.aside)?;
    rename(&place.dir, &place.aside).map_err(failed)?;
    let Err(source) = rename(&place.staging, &place.dir) else { return Ok(()) };
    match rename(&place.aside, &place.dir) {
        Ok(()) => Err(failed(source)),
        Err(_) => {
            let (dir, aside) = (place.dir.clone(), place.aside.clone());
            Err(Error::Stranded { dir, aside, source })
        }
    }
}

/// Puts the old site back if a build stopped between the two renames.
pub(super) fn mend(place: &Place) -> Result<(), Error> {
    let there = |path: &Path| match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(gone) if gone.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(other) => Err(disk(path, Step::Inspect)(other)),
    };
    if there(&place.aside)? && !there(&place.dir)? {
        let put_back = patiently(|| fs::rename(&place.aside, &place.dir));
        put_back
            .map_err(disk(&held(&place.aside).unwrap_or(place.aside.clone()), Step::PutBack))?;
    }
    Ok(())
}

/// Deletes a hidden sibling and everything in it, if it exists. Follows no link.
pub(super) fn remove(path: &Path) -> Result<(), Error> {
    let removed = patiently(|| match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path).or_else(|_| {
            allow_removal(path);
            fs::remove_dir_all(path)
        }),
        Ok(_) => fs::remove_file(path),
        Err(err) => Err(err),
    });
    match removed {
        Err(err) if err.kind() != io::ErrorKind::NotFound => {
            Err(disk(&held(path).unwrap_or(path.to_owned()), Step::CleanUp)(err))
        }
        _ => Ok(()),
    }
}

/// Lets read-only files be deleted, which Windows refuses. Elsewhere the folder decides.
#[cfg(windows)]
fn allow_removal(dir: &Path) {
    for found in walkdir::WalkDir::new(dir).into_iter().flatten() {
        let Ok(metadata) = found.metadata() else { continue };
        let mut permissions = metadata.permissions();
        if metadata.is_file() && permissions.readonly() {
            permissions.set_readonly(false);
            // What still cannot be deleted is reported by the deletion.
            let _ = fs::set_permissions(found.path(), permissions);
        }
    }
}

#[cfg(not(windows))]
fn allow_removal(_: &Path) {}

/// The system's own [`Exchange`].
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        // PERM is what old container sandboxes answer to an unknown call. If permission really is
        // missing, the renames report it.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP | Errno::PERM) => Ok(false),
        Err(err) => Err(err.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
