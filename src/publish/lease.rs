//! Keeps two publishers apart: a file at the target that its holder renews.
//!
//! Two machines share no clock, so the file contains no time. Its holder increases a count in it
//! every few seconds. Another publisher that sees the count stand still for long enough takes over.
//! In a folder the operating system's own lock is used, which falls with its process.
//!
//! A holder that could not renew its lease in time, because its machine slept or its network
//! failed, checks that the lease is still its own before it writes again. Writes that a server has
//! already received cannot be called back.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::error::PublishError;
use super::store::{Store, StoreError};
use super::{HIDDEN, hidden};
use crate::disk::{create_hidden_folder, lock_file};

/// How often the holder renews its lease, and how often a waiting publisher looks.
const INTERVAL: Duration = Duration::from_secs(5);
/// The number of looks without a new count after which the holder counts as dead.
const DEAD_AFTER: u32 = 4;
/// A holder that has not renewed its lease for this long (its machine slept, its network failed)
/// makes sure that it still has it before it goes on. Shorter than what makes others take over.
const TRUSTED: Duration = Duration::from_secs(15);
/// How long to wait for a competing write to arrive, if the store cannot create a file atomically.
const SETTLE: Duration = Duration::from_secs(2);
/// The largest size of the file that is read.
const MAX_SIZE: u64 = 1024;

/// The right to write to a target, given back when dropped. The default one guards nothing.
#[derive(Default)]
pub struct Lease {
    form: Form,
}

#[derive(Default)]
enum Form {
    #[default]
    Nothing,
    /// The file whose lock is held.
    Folder {
        _locked: File,
    },
    Store(Arc<Held>, Option<JoinHandle<()>>),
}

/// A lease at a store.
struct Held {
    store: Arc<dyn Store>,
    path: String,
    token: String,
    count: AtomicU64,
    /// When it was last renewed.
    renewed: Mutex<Instant>,
    /// Locked while it is being renewed.
    renewing: Mutex<()>,
    is_lost: AtomicBool,
    /// Whether the holder has finished; `wakes` is notified then.
    is_done: Mutex<bool>,
    wakes: Condvar,
}

/// Who asks for a lease, and how.
#[derive(Clone, Debug)]
pub struct Claim {
    /// A text that no other publisher has.
    pub token: String,
    /// Whether the operator knows that the present holder is dead.
    pub takes_over: bool,
}

impl Lease {
    /// Acquires the lease of a store. Calls `on_wait` once if another publisher has it, and waits.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if the store refuses.
    pub fn of_store(
        store: Arc<dyn Store>,
        claim: &Claim,
        on_wait: &dyn Fn(),
    ) -> Result<Self, PublishError> {
        let path = hidden("lock");
        if store.needs_folders() {
            store.make_folder(HIDDEN)?;
        }
        acquire(store.as_ref(), &path, claim, on_wait)?;
        let held = Arc::new(Held {
            store,
            path,
            token: claim.token.clone(),
            count: AtomicU64::new(0),
            renewed: Mutex::new(Instant::now()),
            renewing: Mutex::new(()),
            is_lost: AtomicBool::new(false),
            is_done: Mutex::new(false),
            wakes: Condvar::new(),
        });
        let renewer = std::thread::spawn({
            let held = Arc::clone(&held);
            move || held.keep_renewing()
        });
        Ok(Lease { form: Form::Store(held, Some(renewer)) })
    }

    /// Locks a folder of this machine with the file `lock` in it. Calls `on_wait` once if another
    /// process has the lock, and waits.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if the system refuses, or if something else stands in the place of either.
    pub fn of_folder(folder: &Path, on_wait: &dyn Fn()) -> Result<Self, PublishError> {
        let path = folder.join("lock");
        let failed = |source| PublishError::Disk { path: path.clone(), source };
        // Links are not followed, and nothing waits at a pipe.
        for (at, is_folder) in [(folder, true), (path.as_path(), false)] {
            match fs::symlink_metadata(at) {
                Ok(found) if is_folder && found.is_dir() || !is_folder && found.is_file() => {}
                Ok(_) => return Err(StoreError::blocked(&at.display().to_string()).into()),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(failed(error)),
            }
        }
        create_hidden_folder(folder).map_err(failed)?;
        let file = lock_file(&path).map_err(failed)?;
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
            // Some network drives have no locks. If two runs mix there, the next one repairs it.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        Ok(Lease { form: Form::Folder { _locked: file } })
    }

    /// Fails if the lease was lost. To be called before every write.
    ///
    /// # Errors
    ///
    /// [`PublishError::LostLease`], if another publisher took over: nothing more may be written. Or
    /// the store's error, if that cannot be found out.
    pub fn check(&self) -> Result<(), PublishError> {
        let Form::Store(held, _) = &self.form else { return Ok(()) };
        if held.is_old() {
            let _renewing = lock(&held.renewing);
            // Another thread may have renewed it meanwhile.
            if held.is_old() {
                held.renew()?;
            }
        }
        if held.is_lost.load(Ordering::Relaxed) { Err(PublishError::LostLease) } else { Ok(()) }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Form::Store(held, renewer) = &mut self.form else { return };
        *lock(&held.is_done) = true;
        held.wakes.notify_all();
        if let Some(renewer) = renewer.take() {
            let _ = renewer.join();
        }
        // If the file cannot be deleted, the next publisher takes over.
        if held.is_own().unwrap_or(false) {
            let _ = held.store.delete(&held.path);
        }
    }
}

impl Held {
    fn is_old(&self) -> bool {
        lock(&self.renewed).elapsed() > TRUSTED
    }

    fn is_own(&self) -> Result<bool, StoreError> {
        let found = self.store.read(&self.path, MAX_SIZE)?;
        Ok(found.is_some_and(|found| names(&found, &self.token)))
    }

    /// Increases the count if the lease is still its own; notes if it is not.
    fn renew(&self) -> Result<(), StoreError> {
        let now = Instant::now();
        if self.is_own()? {
            let count = self.count.fetch_add(1, Ordering::Relaxed) + 1;
            self.store.write(&self.path, render(&self.token, count).as_bytes())?;
            *lock(&self.renewed) = now;
        } else {
            self.is_lost.store(true, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Renews the lease until its holder has finished, or until another publisher has it.
    fn keep_renewing(&self) {
        let mut is_done = lock(&self.is_done);
        loop {
            let waited = self.wakes.wait_timeout_while(is_done, INTERVAL, |done| !*done);
            is_done = waited.unwrap_or_else(PoisonError::into_inner).0;
            if *is_done || self.is_lost.load(Ordering::Relaxed) {
                return;
            }
            drop(is_done);
            {
                let _renewing = lock(&self.renewing);
                // After a failure the next round tries again; the holder meets the same error.
                let _ = self.renew();
            }
            is_done = lock(&self.is_done);
        }
    }
}

fn acquire(
    store: &dyn Store,
    path: &str,
    claim: &Claim,
    on_wait: &dyn Fn(),
) -> Result<(), PublishError> {
    let own = render(&claim.token, 0);
    let is_own = || {
        let found = store.read(path, MAX_SIZE)?;
        Ok::<bool, StoreError>(found.is_some_and(|found| names(&found, &claim.token)))
    };
    let is_atomic = store.creates_atomically();
    let mut waits = false;
    let mut last = None;
    let mut unchanged = 0;
    loop {
        if store.create(path, own.as_bytes())? {
            if !is_atomic {
                std::thread::sleep(SETTLE);
            }
            if is_atomic || is_own()? {
                return Ok(());
            }
        }
        let Some(found) = store.read(path, MAX_SIZE)? else { continue };
        // The file was created although the store's answer got lost.
        if names(&found, &claim.token) {
            return Ok(());
        }
        if claim.takes_over || unchanged >= DEAD_AFTER {
            store.write(path, own.as_bytes())?;
            std::thread::sleep(SETTLE);
            if is_own()? {
                return Ok(());
            }
            unchanged = 0;
            continue;
        }
        if !waits {
            on_wait();
            waits = true;
        }
        unchanged = if last.as_ref() == Some(&found) { unchanged + 1 } else { 0 };
        last = Some(found);
        std::thread::sleep(INTERVAL);
    }
}

fn render(token: &str, count: u64) -> String {
    format!("# tiendo lock 1\n{token}\n{count}\n")
}

/// Whether the file at the target names this holder.
fn names(found: &[u8], token: &str) -> bool {
    String::from_utf8_lossy(found).lines().nth(1) == Some(token)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
