//! Tells from names, sizes and times whether files have changed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Size, time and number of a file, or nothing if there is none.
pub(super) fn stamp_of_file(path: &Path) -> String {
    let stamp =
        |found: fs::Metadata| format!("{} {:?} {}", found.len(), changed(&found), number(&found));
    fs::metadata(path).map(stamp).unwrap_or_default()
}

/// Names, sizes and times of all files of a folder, and the newest time.
pub(super) fn stamps(folder: &Path) -> (String, Option<SystemTime>) {
    let (mut text, mut newest) = (String::new(), None);
    let is_read = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !name.starts_with('.')
    };
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(is_read) {
        let found = entry.ok().and_then(|entry| Some((entry.metadata().ok()?, entry)));
        let Some((metadata, entry)) = found else {
            // What cannot be looked at is read again each time.
            return (text, None);
        };
        if metadata.is_dir() {
            continue;
        }
        let changed = changed(&metadata);
        newest = newest.max(changed);
        if entry.path_is_symlink() {
            // What the link leads to may lie where nothing is looked at.
            let _ = write!(text, "{} ", stamp_of_file(entry.path()));
            let target = fs::metadata(entry.path());
            newest = newest.max(target.ok().and_then(|target| self::changed(&target)));
        }
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let _ = writeln!(
            text,
            "{} {} {changed:?} {}",
            path.display(),
            metadata.len(),
            number(&metadata)
        );
    }
    (text, newest)
}

/// When a file was last changed in any way. Unlike the time of its content, no program can set it.
#[cfg(unix)]
fn changed(metadata: &fs::Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt as _;
    let seconds = u64::try_from(metadata.ctime()).ok()?;
    let nanos = u32::try_from(metadata.ctime_nsec()).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(std::time::Duration::new(seconds, nanos))
}

#[cfg(not(unix))]
fn changed(metadata: &fs::Metadata) -> Option<SystemTime> {
    metadata.modified().ok()
}

/// The number of a file on its disk, which changes when another file takes its place.
#[cfg(unix)]
fn number(metadata: &fs::Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt as _;
    metadata.ino()
}

#[cfg(not(unix))]
fn number(_: &fs::Metadata) -> u64 {
    0
}
