//! What the file system tells of a file without its being read: enough to know that it was not
//! written to.

use std::fs::Metadata;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// Longer than a tick of the clock by which Linux and macOS date files.
const TICK: Duration = Duration::from_millis(20);
/// Longer than a tick where times are kept in seconds, or in pairs of them as FAT does.
const SLOW_TICK: Duration = Duration::from_secs(3);

/// Size, times and number of a file. Whoever writes to a file, or puts another in its place,
/// changes its stamp; but two changes within one tick of the file system's clock leave the same
/// ([`Stamp::is_settled_at`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    /// Since 1970: when its bytes were written, as anybody may set it.
    modified: Duration,
    /// Since 1970: when its bytes, name or rights were changed, as nobody can set it.
    changed: Duration,
    device: u64,
    inode: u64,
}

impl Stamp {
    /// The stamp of a file; none on systems that do not tell when a file was changed.
    #[cfg(unix)]
    pub fn of(found: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        let time = |seconds: i64, nanoseconds: i64| {
            let (seconds, nanoseconds) =
                (u64::try_from(seconds).ok()?, nanoseconds.try_into().ok()?);
            Some(Duration::new(seconds, nanoseconds))
        };
        Some(Stamp {
            size: found.len(),
            modified: time(found.mtime(), found.mtime_nsec())?,
            changed: time(found.ctime(), found.ctime_nsec())?,
            device: found.dev(),
            inode: found.ino(),
        })
    }

    /// The stamp of a file; none on systems that do not tell when a file was changed.
    #[cfg(not(unix))]
    pub fn of(_: &Metadata) -> Option<Self> {
        None
    }

    /// When the file was last changed, since 1970.
    pub fn touched(&self) -> Duration {
        self.modified.max(self.changed)
    }

    /// Whether the file had been left alone for a while at a moment since 1970: then a change after
    /// that moment shows in its stamp. A younger file may have been changed again within the same
    /// tick of the clock.
    pub fn is_settled_at(&self, moment: Duration) -> bool {
        let whole_seconds = self.modified.subsec_nanos() == 0 && self.changed.subsec_nanos() == 0;
        let tick = if whole_seconds { SLOW_TICK } else { TICK };
        self.touched().checked_add(tick).is_some_and(|then| then < moment)
    }

    /// The file's number, which tells it from all others of its file system.
    pub fn inode(&self) -> u64 {
        self.inode
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_stamp_tells_every_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let stamp = || Stamp::of(&fs::metadata(&path).unwrap()).unwrap();
        fs::write(&path, "one").unwrap();
        let first = stamp();
        assert_eq!(stamp(), first);
        let times = fs::metadata(&path).unwrap().modified().unwrap();
        // The same size and the old time again: what an intruder would do.
        std::thread::sleep(Duration::from_millis(20));
        fs::write(&path, "two").unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(times).unwrap();
        assert_ne!(stamp(), first);
        let second = stamp();
        fs::write(folder.path().join("b"), "two").unwrap();
        fs::rename(folder.path().join("b"), &path).unwrap();
        assert_ne!(stamp(), second);
        let after = |stamp: &Stamp, millis| stamp.touched() + Duration::from_millis(millis);
        assert!(
            !second.is_settled_at(second.touched()) && !second.is_settled_at(after(&second, 20))
        );
        assert!(second.is_settled_at(after(&second, 21)));
        let whole = Duration::from_secs(9);
        let slow = Stamp { modified: whole, changed: whole, ..second };
        assert!(!slow.is_settled_at(after(&slow, 2900)) && slow.is_settled_at(after(&slow, 3001)));
    }
}
