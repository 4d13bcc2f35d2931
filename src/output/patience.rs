//! Patience with other programs that have a file open for a moment.
//!
//! Windows refuses to move, replace or delete a file that a virus scanner, a viewer or a program that
//! synchronises folders has open, and to move a folder that holds such a file. Most of them let go
//! at once, so the step is repeated for about two seconds. Other systems let open files be moved.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// The first pause. Each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_millis(15);
/// Number of pauses: together 1.9 seconds.
const PAUSES: u32 = 7;

/// Takes a step, and repeats it while the system refuses it as another program may be the cause.
///
/// # Errors
///
/// The last error of the step.
pub fn patiently<T>(step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    repeated(step, may_pass, thread::sleep)
}

fn repeated<T>(
    mut step: impl FnMut() -> io::Result<T>,
    may_pass: fn(&io::Error) -> bool,
    mut pause: impl FnMut(Duration),
) -> io::Result<T> {
    let mut length = FIRST_PAUSE;
    for _ in 0..PAUSES {
        match step() {
            Err(error) if may_pass(&error) => pause(length),
            done => return done,
        }
        length *= 2;
    }
    step()
}

/// Whether an error may pass by itself: "access denied", which is also the answer to moving a folder
/// that holds an open file, and the two errors for a file that is open or locked elsewhere.
pub(super) fn may_pass(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// The file at or below `path` that another program has open and that keeps it from being moved.
/// None on systems where an open file does not.
#[cfg(windows)]
pub(super) fn held(path: &Path) -> Option<PathBuf> {
    use std::os::windows::fs::OpenOptionsExt as _;
    let is_open = |file: &Path| {
        // Opened without sharing, which fails while anybody else has it open.
        let opened = std::fs::File::options().read(true).share_mode(0).open(file);
        opened.is_err_and(|error| matches!(error.raw_os_error(), Some(32 | 33)))
    };
    let files = walkdir::WalkDir::new(path).into_iter().flatten();
    files
        .filter(|found| found.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .find(|file| is_open(file))
}

/// The file at or below `path` that another program has open and that keeps it from being moved.
/// None on systems where an open file does not.
#[cfg(not(windows))]
pub(super) fn held(_: &Path) -> Option<PathBuf> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused() -> io::Error {
        io::ErrorKind::PermissionDenied.into()
    }

    #[test]
    fn a_step_is_repeated_until_it_succeeds() {
        let (mut steps, mut waited) = (0, Duration::ZERO);
        let step = || {
            steps += 1;
            if steps < 4 { Err(refused()) } else { Ok(steps) }
        };
        assert_eq!(repeated(step, |_| true, |pause| waited += pause).unwrap(), 4);
        assert_eq!(waited, FIRST_PAUSE * (1 + 2 + 4));
    }

    #[test]
    fn patience_ends_after_two_seconds() {
        let (mut steps, mut waited) = (0, Duration::ZERO);
        let step = || {
            steps += 1;
            Err::<(), _>(refused())
        };
        let error = repeated(step, |_| true, |pause| waited += pause).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
        assert_eq!(steps, PAUSES + 1);
        assert!((1..=2).contains(&waited.as_secs()), "{waited:?}");
    }

    #[test]
    fn another_error_is_returned_at_once() {
        let mut steps = 0;
        let step = || {
            steps += 1;
            Err::<(), _>(refused())
        };
        assert!(repeated(step, |_| false, |_| panic!("no pause")).is_err());
        assert_eq!(steps, 1);
    }
}
