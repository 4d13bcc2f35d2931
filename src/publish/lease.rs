//! One publisher at a time: a lease that its holder renews, and that falls when nobody does.
//!
//! There is no clock that two machines share, so a lease names no time. Its holder counts up in it
//! every few seconds; who waits and sees the count stand still for long enough takes it over. In a
//! folder the system's own lock is used, which falls with its process.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::HIDDEN;
use super::send::SendError;
use super::store::{Store, Trouble, blocked};

/// So often the holder counts up, and so often a waiting one looks.
const BEAT: Duration = Duration::from_secs(5);
/// A count that stands still for so many looks is a dead one's.
const DEAD_AFTER: u32 = 4;
/// A holder that has not counted up for so long, since it was put to sleep or cut off, looks whether
/// the lease is still its own before it goes on. Less than what takes it for dead.
const TRUSTED: Duration = Duration::from_secs(15);
/// Time for the write of another to arrive, where no write is alone.
const SETTLE: Duration = Duration::from_secs(2);

/// A lease that is held.
#[derive(Default)]
pub struct Lease<'a> {
    lost: AtomicBool,
    /// None in a folder, whose lock falls with its process and not before.
    text: Option<Text<'a>>,
}

/// The lease as it stands at the target.
struct Text<'a> {
    store: &'a dyn Store,
    path: &'a str,
    token: &'a str,
    count: AtomicU64,
    /// When it was last counted up.
    counted: Mutex<Instant>,
    /// Held while it is.
    counting: Mutex<()>,
}

/// How to come to a lease.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// A text that nobody else has.
    pub token: &'a str,
    /// Whether somebody knows that whoever holds it is dead.
    pub takes_over: bool,
}

impl Lease<'_> {
    /// # Errors
    ///
    /// [`SendError::LostLease`], where another publisher has taken it over: nothing more may be
    /// written then. Or what the store says, where that cannot be told.
    pub fn check(&self) -> Result<(), SendError> {
        if let Some(text) = &self.text
            && text.is_old()
        {
            let _alone = text.counting.lock().unwrap_or_else(PoisonError::into_inner);
            if text.is_old() {
                self.count(text)?;
            }
        }
        if self.lost.load(Ordering::Relaxed) { Err(SendError::LostLease) } else { Ok(()) }
    }

    /// Counts up, if the lease is still our own; notes if it is not.
    fn count(&self, text: &Text<'_>) -> Result<(), Trouble> {
        let now = Instant::now();
        match read(text.store, text.path)? {
            Some(found) if is_of(&found, text.token) => {
                let count = text.count.fetch_add(1, Ordering::Relaxed) + 1;
                text.store.write(text.path, self::text(text.token, count).as_bytes())?;
                *text.counted.lock().unwrap_or_else(PoisonError::into_inner) = now;
            }
            _ => self.lost.store(true, Ordering::Relaxed),
        }
        Ok(())
    }
}

impl Text<'_> {
    fn is_old(&self) -> bool {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner).elapsed() > TRUSTED
    }
}

/// Does some work while holding the lease of a store; waits for it if need be, after `on_wait`.
///
/// # Errors
///
/// What the work or the store says.
pub fn hold<T>(
    store: &dyn Store,
    claim: Claim<'_>,
    on_wait: impl FnOnce(),
    work: impl FnOnce(&Lease<'_>) -> Result<T, SendError>,
) -> Result<T, SendError> {
    let path = path();
    if store.has_folders() {
        store.make_folder(HIDDEN)?;
    }
    acquire(store, &path, claim, on_wait)?;
    let text = Text {
        store,
        path: &path,
        token: claim.token,
        count: AtomicU64::new(0),
        counted: Mutex::new(Instant::now()),
        counting: Mutex::new(()),
    };
    let lease = Lease { lost: AtomicBool::new(false), text: Some(text) };
    let done = (Mutex::new(false), Condvar::new());
    let answer = std::thread::scope(|scope| {
        scope.spawn(|| beat(&lease, &done));
        let answer = work(&lease);
        *done.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        done.1.notify_all();
        answer
    });
    if let Ok(Some(found)) = read(store, &path)
        && is_of(&found, claim.token)
    {
        // What cannot be deleted is taken over by the next.
        let _ = store.delete(&path);
    }
    answer
}

/// The same for a folder that this system can lock.
///
/// # Errors
///
/// What the work or the disk says.
pub fn hold_folder<T>(
    folder: &Path,
    on_wait: impl FnOnce(),
    work: impl FnOnce(&Lease<'_>) -> Result<T, SendError>,
) -> Result<T, SendError> {
    let path = folder.join("lock");
    let failed = |source| SendError::Disk { path: path.clone(), source };
    // What somebody put in the place of ours is neither followed nor waited for.
    for (ours, is_folder) in [(folder, true), (path.as_path(), false)] {
        match fs::symlink_metadata(ours) {
            Ok(found) if is_folder && found.is_dir() || !is_folder && found.is_file() => {}
            Ok(_) => return Err(blocked(&ours.display().to_string()).into()),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error)),
        }
    }
    fs::create_dir_all(folder).map_err(failed)?;
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(failed)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            on_wait();
            loop {
                match file.lock() {
                    Ok(()) => break,
                    Err(signal) if signal.kind() == ErrorKind::Interrupted => {}
                    Err(source) => return Err(failed(source)),
                }
            }
        }
        // Some network drives know no locks; what is written there is mended by the next run.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(source)) => return Err(failed(source)),
    }
    work(&Lease::default())
}

fn path() -> String {
    format!("{HIDDEN}/lock")
}

fn text(token: &str, count: u64) -> String {
    format!("# tiendo lock 1\n{token}\n{count}\n")
}

fn is_of(found: &[u8], token: &str) -> bool {
    String::from_utf8_lossy(found).lines().nth(1) == Some(token)
}

fn read(store: &dyn Store, path: &str) -> Result<Option<Vec<u8>>, Trouble> {
    store.read(path, 1024)
}

fn acquire(
    store: &dyn Store,
    path: &str,
    claim: Claim<'_>,
    on_wait: impl FnOnce(),
) -> Result<(), SendError> {
    let mine = text(claim.token, 0);
    let is_mine =
        || read(store, path).map(|found| found.is_some_and(|found| is_of(&found, claim.token)));
    let mut on_wait = Some(on_wait);
    let mut seen = None;
    let mut still = 0;
    loop {
        let alone = store.creates_alone();
        if store.create(path, mine.as_bytes())? {
            if !alone {
                std::thread::sleep(SETTLE);
            }
            if alone || is_mine()? {
                return Ok(());
            }
        }
        let Some(found) = read(store, path)? else { continue };
        // A try that arrived, although its answer did not.
        if is_of(&found, claim.token) {
            return Ok(());
        }
        if claim.takes_over || still >= DEAD_AFTER {
            store.write(path, mine.as_bytes())?;
            std::thread::sleep(SETTLE);
            if is_mine()? {
                return Ok(());
            }
            still = 0;
            continue;
        }
        if let Some(on_wait) = on_wait.take() {
            on_wait();
        }
        still = if seen.as_ref() == Some(&found) { still + 1 } else { 0 };
        seen = Some(found);
        std::thread::sleep(BEAT);
    }
}

/// Counts up until the work is done, or until the lease is another's.
fn beat(lease: &Lease<'_>, (done, wakes): &(Mutex<bool>, Condvar)) {
    let Some(text) = &lease.text else { return };
    let mut ends = done.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let waited = wakes.wait_timeout_while(ends, BEAT, |ends| !*ends);
        ends = waited.unwrap_or_else(PoisonError::into_inner).0;
        if *ends || lease.lost.load(Ordering::Relaxed) {
            return;
        }
        drop(ends);
        {
            let _alone = text.counting.lock().unwrap_or_else(PoisonError::into_inner);
            // A count that does not arrive is counted again; the work meets the same trouble and
            // says so.
            let _ = lease.count(text);
        }
        ends = done.lock().unwrap_or_else(PoisonError::into_inner);
    }
}
