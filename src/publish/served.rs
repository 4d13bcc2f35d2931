//! Compares a website, as its visitors get it, with the manifest that it serves.
//!
//! Files that are not listed cannot be seen from outside. A server may compress what it sends,
//! redirect, or answer "200 OK" with a page of its own if a file does not exist. The first two do not
//! count as altered pages, and the last counts as a missing one.

use std::io::Read as _;
use std::sync::{Mutex, PoisonError};

use flate2::read::MultiGzDecoder;

use super::line_ends;
use super::store::{Store, StoreError, in_parallel};
use super::verify::Verdict;
use crate::output::manifest::{self, Entry, Fault};

/// The largest manifest that is read.
const MAX_MANIFEST: u64 = 64 * 1024 * 1024;
/// The largest answer for a page that does not exist.
const MAX_PAGE: u64 = 1024 * 1024;

/// Why a website could not be compared with its manifest.
#[derive(Debug, thiserror::Error)]
pub enum ServedError {
    /// The server cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no manifest, or the server answered with another file.
    #[error("there is no manifest that tiendo wrote")]
    NoManifest,
    /// The manifest is damaged.
    #[error("line {0} of the manifest is damaged")]
    DamagedManifest(usize),
}

/// Reads every file that the manifest lists. Calls `on_start` with their number, and `on_file` for
/// each of them.
///
/// # Errors
///
/// [`ServedError`], if the server cannot be read.
pub fn verify(
    store: &dyn Store,
    jobs: usize,
    on_start: impl FnOnce(usize),
    on_file: &(dyn Fn() + Sync),
) -> Result<Verdict, ServedError> {
    let list = store.read(manifest::NAME, MAX_MANIFEST)?.ok_or(ServedError::NoManifest)?;
    let list = decompressed(&list, MAX_MANIFEST).unwrap_or(list);
    let entries =
        manifest::parse(&String::from_utf8_lossy(&list)).map_err(|fault| match fault {
            Fault::Header => ServedError::NoManifest,
            Fault::Line(line) => ServedError::DamagedManifest(line),
        })?;
    let has_other_line_ends = list.contains(&b'\r');
    let written = manifest::render(&entries);
    let manifest_sha256 =
        manifest::sha256(if has_other_line_ends { written.as_bytes() } else { &list });
    // The server's answer for a page that cannot exist.
    let nowhere = format!("khong-co-trang-{}.html", &manifest_sha256[..12]);
    let not_found = store.read(&nowhere, MAX_PAGE)?;

    on_start(entries.len());
    let [missing, altered, line_ends] = [(); 3].map(|()| Mutex::new(Vec::new()));
    let note = |list: &Mutex<Vec<String>>, entry: &Entry| {
        list.lock().unwrap_or_else(PoisonError::into_inner).push(entry.path.clone());
    };
    in_parallel(&entries, jobs, |entry| {
        match store.read(&entry.path, line_ends::largest(entry).max(MAX_PAGE))? {
            None => note(&missing, entry),
            Some(bytes) if is_same(entry, &bytes) => {}
            Some(bytes) if not_found.as_ref() == Some(&bytes) => note(&missing, entry),
            Some(bytes) if differ_in_line_ends(entry, &bytes) => note(&line_ends, entry),
            Some(_) => note(&altered, entry),
        }
        on_file();
        Ok::<(), ServedError>(())
    })?;
    let sorted = |list: Mutex<Vec<String>>| {
        let mut list = list.into_inner().unwrap_or_else(PoisonError::into_inner);
        list.sort_unstable();
        list
    };
    let mut line_ends = sorted(line_ends);
    if has_other_line_ends {
        line_ends.push(manifest::NAME.to_owned());
    }
    Ok(Verdict {
        manifest_sha256,
        files: entries.len(),
        bytes: entries.iter().map(|entry| entry.size).sum(),
        missing: sorted(missing),
        altered: sorted(altered),
        line_ends,
        unknown: Vec::new(),
    })
}

/// Whether the server sent the listed bytes, compressed or not.
fn is_same(entry: &Entry, bytes: &[u8]) -> bool {
    entry.describes(bytes)
        || decompressed(bytes, entry.size).is_some_and(|bytes| entry.describes(&bytes))
}

/// Whether the server sent the listed bytes with other line ends, compressed or not.
fn differ_in_line_ends(entry: &Entry, bytes: &[u8]) -> bool {
    let plain = decompressed(bytes, line_ends::largest(entry));
    line_ends::differ_alone(entry, plain.as_deref().unwrap_or(bytes))
}

/// Decompresses what a server compressed without being asked; at most one byte more than `limit`.
fn decompressed(bytes: &[u8], limit: u64) -> Option<Vec<u8>> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return None;
    }
    let mut plain = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(limit + 1);
    reader.read_to_end(&mut plain).ok().map(|_| plain)
}
