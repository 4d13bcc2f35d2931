//! What disks and systems do in different ways: when the time of a change tells something, the path
//! behind links and relative names, in the form in which Windows accepts long paths, and files that
//! begin with a dot, which only an attribute hides there.

use std::fs::File;
use std::path::{self, Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};
use std::{fs, io};

/// A file or folder that was changed so shortly before it was read could have been changed again
/// within the resolution of its time.
const FRESH: Duration = Duration::from_secs(2);

/// Whether the time of the last change, read at `now` by the clock of the same disk, tells a later
/// change from this one.
pub fn tells_changes(changed: SystemTime, now: SystemTime) -> bool {
    changed + FRESH <= now
}

/// Returns the real path of a file or folder that exists.
///
/// Some drives of Windows (in memory, made by drivers of their own) cannot tell it, and neither can
/// Wine for long paths. Then it is the absolute path, in which links are left as they are.
///
/// # Errors
///
/// If there is no such file, or the system refuses.
pub fn real_path(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if cfg!(windows) && error.kind() != io::ErrorKind::NotFound => {
            fs::metadata(path)?;
            let absolute = path::absolute(path)?;
            Ok(absolute.to_str().map_or_else(|| absolute.clone(), |path| verbatim(path).into()))
        }
        found => found,
    }
}

/// The form of an absolute path of Windows that may be longer than 260 characters.
fn verbatim(path: &str) -> String {
    match path.strip_prefix(r"\\") {
        Some(rest) if rest.starts_with(['?', '.']) => path.to_owned(),
        Some(share) => format!(r"\\?\UNC\{share}"),
        None => format!(r"\\?\{path}"),
    }
}

/// Makes a folder whose name begins with a dot, if it is not there.
///
/// # Errors
///
/// If the system refuses.
pub fn create_hidden_folder(path: &Path) -> io::Result<()> {
    let is_new = cfg!(windows) && !path.exists();
    fs::create_dir_all(path)?;
    if is_new {
        // The standard library gives attributes only to files. A folder that is seen does no harm.
        let _ = hide(path);
    }
    Ok(())
}

/// Opens a file that is only there to be locked, and makes it if it is not.
///
/// # Errors
///
/// If the system refuses.
pub fn lock_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt as _;
        const HIDDEN: u32 = 0x2;
        options.attributes(HIDDEN);
    }
    options.open(path)
}

/// Sets the attribute that hides a folder.
#[expect(clippy::disallowed_methods, reason = "where Windows lies changes nothing in a site")]
fn hide(path: &Path) -> io::Result<()> {
    let system = std::env::var_os("SystemRoot").ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(Path::new(&system).join(r"System32\attrib.exe"));
    command.arg("+h").arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        const WITHOUT_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(WITHOUT_WINDOW);
    }
    command.status().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drives_and_shares_have_long_forms() {
        for (path, expected) in [
            (r"C:\tiến độ\content", r"\\?\C:\tiến độ\content"),
            (r"\\máy-chủ\chung\content", r"\\?\UNC\máy-chủ\chung\content"),
            (r"\\?\C:\content", r"\\?\C:\content"),
        ] {
            assert_eq!(verbatim(path), expected);
        }
    }

    #[test]
    fn folders_and_locks_are_made_once_and_used_again() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join(".a");
        for _ in 0..2 {
            create_hidden_folder(&folder).unwrap();
            lock_file(&folder.join("lock")).unwrap();
        }
        fs::write(folder.join("lock"), "kept").unwrap();
        lock_file(&folder.join("lock")).unwrap();
        assert_eq!(fs::read_to_string(folder.join("lock")).unwrap(), "kept");
        assert!(lock_file(&folder).is_err() && create_hidden_folder(&folder.join("lock")).is_err());
    }

    #[test]
    fn what_is_not_there_has_no_real_path() {
        let folder = tempfile::tempdir().unwrap();
        assert!(real_path(&folder.path().join("a")).is_err());
        assert_eq!(real_path(folder.path()).unwrap(), folder.path().canonicalize().unwrap());
    }
}
