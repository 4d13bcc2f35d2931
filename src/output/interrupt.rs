//! Lets an interruption (Ctrl+C, a closed terminal) neither cut a write nor leave a temporary file.
//!
//! Whoever installs the handler of the system calls [`on_interruption`] once and
//! [`interrupted`] from the handler. A short write holds an interruption off until it is done
//! ([`hold`]); what takes long names the path that is to be deleted ([`temporary`]).

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is going on when an interruption comes.
struct State {
    /// Ends the program. None if nobody handles interruptions.
    leave: Option<fn()>,
    /// Number of writes that must not be cut.
    writes: usize,
    /// An interruption came during such a write.
    is_due: bool,
    /// What is deleted before the program ends.
    temporary: Vec<PathBuf>,
}

static STATE: Mutex<State> =
    Mutex::new(State { leave: None, writes: 0, is_due: false, temporary: Vec::new() });

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sets what an interruption does once no write is going on, and returns what it did before.
pub fn on_interruption(leave: Option<fn()>) -> Option<fn()> {
    std::mem::replace(&mut state().leave, leave)
}

/// Ends the program, now or after the write that is going on.
pub fn interrupted() {
    let mut state = state();
    match state.writes {
        0 => end(&state),
        _ => state.is_due = true,
    }
}

/// Deletes what is left and ends the program. No write can begin in the meantime, since the caller
/// holds the lock.
fn end(state: &State) {
    let Some(leave) = state.leave else { return };
    for path in &state.temporary {
        // What cannot be deleted is left for the next run, as after a power failure.
        let _ = fs::remove_dir_all(path);
    }
    leave();
}

/// A write during which the program does not end.
#[derive(Debug)]
pub struct Hold(());

/// Holds an interruption off until the result is dropped.
pub fn hold() -> Hold {
    state().writes += 1;
    Hold(())
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut state = state();
        state.writes -= 1;
        if state.writes == 0 && state.is_due {
            end(&state);
        }
    }
}

/// A folder that is deleted if the program is interrupted.
#[derive(Debug)]
pub struct Temporary(PathBuf);

/// Names a folder that is to be deleted if the program is interrupted before the result is dropped.
pub fn temporary(path: PathBuf) -> Temporary {
    state().temporary.push(path.clone());
    Temporary(path)
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let mut state = state();
        if let Some(at) = state.temporary.iter().position(|path| *path == self.0) {
            state.temporary.swap_remove(at);
        }
    }
}
