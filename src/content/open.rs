//! Opens regular files inside the content folder, and nothing else.
//!
//! Between finding a file and reading it, somebody may replace it with a pipe, which would block
//! for ever, or with a link to a file outside, which would be published. So files are opened
//! without blocking and without following links, and the type is checked on the open file, which
//! can no longer be exchanged.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Why a file is refused.
#[derive(Debug)]
pub enum Refusal {
    /// A link that leads outside the content folder, or nowhere.
    LinkOutside,
    /// A folder, a pipe, a socket or a device.
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

/// Opens `path`, which is inside the content folder `root`.
///
/// # Errors
///
/// If it is not a regular file inside the folder, or the system refuses.
pub fn regular(root: &Path, path: &Path) -> Result<File, Refusal> {
    sized(root, path).map(|(file, _)| file)
}

/// Opens a file with the checks of [`regular`], and returns its size.
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

/// Reads a whole file of the content folder `root`, if it is at most `limit` bytes long.
///
/// # Errors
///
/// See [`regular`]. A larger file is refused too.
pub fn whole(root: &Path, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let bytes = beginning(root, path, limit + 1)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge).into());
    }
    Ok(bytes)
}

/// Reads at most `count` bytes of a file of the content folder `root`.
///
/// # Errors
///
/// See [`regular`].
pub fn beginning(root: &Path, path: &Path, count: u64) -> Result<Vec<u8>, Refusal> {
    let (file, size) = sized(root, path)?;
    // With spare capacity, one further read detects the end of the file.
    let mut bytes = Vec::with_capacity(size.min(count) as usize + ROOM);
    file.take(count).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Spare capacity that lets the standard library read to the end directly.
const ROOM: usize = 64;

/// Opens a file without blocking and without following a link.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn open(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY;
    OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
}

/// Opens a file. On other systems the check before opening has to be enough.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn open(path: &Path) -> io::Result<File> {
    let kind = path.symlink_metadata()?.file_type();
    if !kind.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    OpenOptions::new().read(true).open(path)
}

/// Whether opening failed because the path is a link.
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

    /// The path is replaced between finding the file and opening it.
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
