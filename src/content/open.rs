//! Opens a file as what it was found to be: a regular file inside the content folder.
//!
//! Between the walk through the folder and the reading of a file somebody may put something else
//! in its place: a pipe, which would be waited for without end, or a link that leads outside,
//! which would be published. So nothing is waited for, no link is followed unseen, and the kind is
//! asked of the open file, which nobody can exchange any more.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Why a file is not read.
#[derive(Debug)]
pub enum Refusal {
    /// It is a link that leads outside the content folder, or nowhere.
    LinkOutside,
    /// It is a folder, a pipe, a socket or a device.
    NoFile,
    /// The system refused.
    System(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Refusal::System(error)
    }
}

impl From<Refusal> for io::Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::LinkOutside => io::ErrorKind::PermissionDenied.into(),
            Refusal::NoFile => io::ErrorKind::InvalidInput.into(),
            Refusal::System(error) => error,
        }
    }
}

/// Opens `path`, which lies in the content folder `root`.
///
/// # Errors
///
/// When there is no regular file inside the folder, or the system refuses.
pub fn regular(root: &Path, path: &Path) -> Result<File, Refusal> {
    sized(root, path).map(|(file, _)| file)
}

/// Opens a file as [`regular`] does, and says how many bytes it has.
fn sized(root: &Path, path: &Path) -> Result<(File, u64), Refusal> {
    let file = match open(path) {
        Err(error) if is_link(path, &error) => {
            let target = path.canonicalize().map_err(|_| Refusal::LinkOutside)?;
            if !target.starts_with(root.canonicalize()?) {
                return Err(Refusal::LinkOutside);
            }
            open(&target)?
        }
        opened => opened?,
    };
    let found = file.metadata()?;
    if found.is_file() { Ok((file, found.len())) } else { Err(Refusal::NoFile) }
}

/// Reads a whole file of the content folder `root` that is no larger than `limit`.
///
/// # Errors
///
/// As [`regular`], and when the file is larger.
pub fn whole(root: &Path, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let bytes = beginning(root, path, limit + 1)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
    }
    Ok(bytes)
}

/// Reads at most so many bytes of a file of the content folder `root`.
///
/// # Errors
///
/// As [`regular`].
pub fn beginning(root: &Path, path: &Path, count: u64) -> Result<Vec<u8>, Refusal> {
    let (file, size) = sized(root, path)?;
    // With room to spare the end is found by one reading more, and not by a search for it.
    let mut bytes = Vec::with_capacity(size.min(count) as usize + ROOM);
    file.take(count).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Spare bytes with which the standard library asks the system for the rest at once.
const ROOM: usize = 64;

/// Opens without waiting and without following a link in the place of the file.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

/// Elsewhere a look before must do.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn open(path: &Path) -> io::Result<File> {
    let kind = path.symlink_metadata()?.file_type();
    if !kind.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    OpenOptions::new().read(true).open(path)
}

/// Whether it could not be opened since it is a link.
fn is_link(path: &Path, error: &io::Error) -> bool {
    error.kind() != io::ErrorKind::NotFound
        && path.symlink_metadata().is_ok_and(|found| found.is_symlink())
}

#[cfg(all(test, any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    /// What stands in the place of a file when it is opened at last.
    #[test]
    fn what_took_the_place_of_a_file_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("content");
        fs::create_dir_all(root.join("tasks")).unwrap();
        let path = root.join("tasks/1.1.yaml");
        let secret = folder.path().join("secret");
        fs::write(&secret, "kept").unwrap();
        fs::write(root.join("tasks/1.2.yaml"), "told").unwrap();
        let pipe = |path: &Path| {
            assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
        };
        let said = |make: &dyn Fn(&Path)| {
            make(&path);
            let said = match whole(&root, &path, 8) {
                Ok(bytes) => String::from_utf8(bytes).unwrap(),
                Err(Refusal::System(error)) => error.kind().to_string(),
                Err(refusal) => format!("{refusal:?}"),
            };
            if path.symlink_metadata().is_ok_and(|found| found.is_dir()) {
                fs::remove_dir(&path).unwrap();
            } else {
                let _ = fs::remove_file(&path);
            }
            said
        };
        let to = |target: &str, path: &Path| symlink(target, path).unwrap();
        assert_eq!(said(&|path| fs::write(path, "eight at").unwrap()), "eight at");
        assert_eq!(said(&|path| fs::write(path, "nine at a").unwrap()), "file too large");
        assert_eq!(said(&|_| {}), "entity not found");
        assert_eq!(said(&pipe), "NoFile");
        assert_eq!(said(&|path| fs::create_dir(path).unwrap()), "NoFile");
        assert_eq!(said(&|path| to("1.2.yaml", path)), "told");
        assert_eq!(said(&|path| symlink(root.join("tasks/1.2.yaml"), path).unwrap()), "told");
        assert_eq!(said(&|path| to("../../secret", path)), "LinkOutside");
        assert_eq!(said(&|path| symlink(&secret, path).unwrap()), "LinkOutside");
        assert_eq!(said(&|path| to("/dev/zero", path)), "LinkOutside");
        assert_eq!(said(&|path| to("nowhere", path)), "LinkOutside");
        assert_eq!(said(&|path| to("1.1.yaml", path)), "LinkOutside");
        pipe(&root.join("tasks/1.3.yaml"));
        assert_eq!(said(&|path| to("1.3.yaml", path)), "NoFile");
    }
}
