//! Holds a website, as its visitors get it, against the manifest that it serves.
//!
//! What nobody lists cannot be seen from outside: a folder or a zip says more. A server may compress
//! what it sends, redirect, or answer with a page of its own and "200 OK" where there is nothing;
//! none of these is taken for an altered page, nor a page that is not there for one that is.

use std::io::Read as _;
use std::sync::{Mutex, PoisonError};

use flate2::read::MultiGzDecoder;

use super::store::{Store, Trouble, side_by_side};
use super::verify::Verdict;
use crate::output::manifest::{self, Entry, Fault};

/// Longer manifests are not read.
const MAX_MANIFEST: u64 = 64 * 1024 * 1024;
/// So much of a page that should not be there is compared.
const MAX_PAGE: u64 = 1024 * 1024;

/// Why a website could not be held against its manifest.
#[derive(Debug, thiserror::Error)]
pub enum ServedError {
    /// The server cannot be read.
    #[error(transparent)]
    Store(#[from] Trouble),
    /// There is no manifest, or another file, such as a page that says so with "200 OK".
    #[error("there is no manifest that tiendo wrote")]
    NoManifest,
    /// The manifest was altered.
    #[error("line {0} of the manifest is damaged")]
    DamagedManifest(usize),
}

/// Reads every file that the manifest lists. `begins` is told how many there are, `on_file` is
/// called for each.
///
/// # Errors
///
/// [`ServedError`], where a file can neither be read nor be said to be missing.
pub fn verify(
    store: &dyn Store,
    jobs: usize,
    begins: impl FnOnce(usize),
    on_file: &(dyn Fn() + Sync),
) -> Result<Verdict, ServedError> {
    let list = store.read(manifest::NAME, MAX_MANIFEST)?.ok_or(ServedError::NoManifest)?;
    let list = unzipped(&list, MAX_MANIFEST).unwrap_or(list);
    let entries =
        manifest::parse(&String::from_utf8_lossy(&list)).map_err(|fault| match fault {
            Fault::Header => ServedError::NoManifest,
            Fault::Line(line) => ServedError::DamagedManifest(line),
        })?;
    let manifest_sha256 = manifest::sha256(&list);
    // What the server says of a page that there cannot be.
    let nowhere = format!("khong-co-trang-{}.html", &manifest_sha256[..12]);
    let nothing = store.read(&nowhere, MAX_PAGE)?;

    begins(entries.len());
    let (missing, altered) = (Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    let note = |list: &Mutex<Vec<String>>, entry: &Entry| {
        list.lock().unwrap_or_else(PoisonError::into_inner).push(entry.path.clone());
    };
    side_by_side(&entries, jobs, |entry| {
        match store.read(&entry.path, entry.size.max(MAX_PAGE))? {
            None => note(&missing, entry),
            Some(bytes) if is(entry, &bytes) => {}
            Some(bytes) if nothing.as_ref() == Some(&bytes) => note(&missing, entry),
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
    Ok(Verdict {
        manifest_sha256,
        files: entries.len(),
        bytes: entries.iter().map(|entry| entry.size).sum(),
        missing: sorted(missing),
        altered: sorted(altered),
        unknown: Vec::new(),
    })
}

fn is(entry: &Entry, bytes: &[u8]) -> bool {
    let same =
        |bytes: &[u8]| bytes.len() as u64 == entry.size && manifest::sha256(bytes) == entry.sha256;
    same(bytes) || unzipped(bytes, entry.size).is_some_and(|bytes| same(&bytes))
}

/// What a server compressed without having been asked to; one byte more than `limit` at most.
fn unzipped(bytes: &[u8], limit: u64) -> Option<Vec<u8>> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return None;
    }
    let mut plain = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(limit + 1);
    reader.read_to_end(&mut plain).ok().map(|_| plain)
}
