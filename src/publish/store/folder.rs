//! A folder of this machine, or a drive that is mounted on it.
//!
//! No link is ever followed: whoever can write into the folder could otherwise lead tiendo out of
//! the site. A file is written to a hidden folder, flushed, and then moved into place, so readers
//! see the old file or the new one.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::{Store, StoreError, StoreErrorKind};
use crate::output::manifest;
use crate::output::patience::patiently;
use crate::output::readable::make_readable;
use crate::publish::{HIDDEN, hidden};

/// A folder that holds a published site.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
}

/// What exists at a path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File(u64),
    Folder,
    /// A link, a pipe or a device.
    Other,
}

impl Folder {
    /// Opens a folder, which must exist.
    ///
    /// # Errors
    ///
    /// [`StoreError`], if it does not exist.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        if !root.is_dir() {
            let path = root.display().to_string();
            return Err(system_error(&ErrorKind::NotFound.into(), &path));
        }
        Ok(Folder { root: root.to_owned() })
    }

    /// Returns what exists at a path, if anything.
    ///
    /// Fails if a folder on the way is a link or a file.
    fn kind(&self, path: &str) -> Result<Option<Kind>, StoreError> {
        let mut at = self.root.clone();
        let segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        for (n, segment) in segments.iter().enumerate() {
            at.push(segment);
            let found = match fs::symlink_metadata(&at) {
                Ok(found) => found,
                Err(error) if is_absence(&error) => return Ok(None),
                Err(error) => return Err(system_error(&error, path)),
            };
            if n + 1 == segments.len() {
                return Ok(Some(Kind::of(&found)));
            }
            if !found.is_dir() {
                return Err(StoreError::blocked(&segments[..=n].join("/")));
            }
        }
        Ok(Some(Kind::Folder))
    }

    /// Makes sure that a file can be written to a path: creates its folder, and deletes an empty
    /// folder in its place.
    fn prepare(&self, path: &str) -> Result<(), StoreError> {
        if self.kind(path)? == Some(Kind::Folder) {
            fs::remove_dir(self.root.join(path)).map_err(|_| StoreError::blocked(path))?;
        }
        match path.rsplit_once('/') {
            Some((folder, _)) => self.make_folder(folder),
            None => Ok(()),
        }
    }

    /// Moves a file, which is made readable if it becomes one of the site.
    fn moved(&self, from: &str, to: &str) -> io::Result<()> {
        let (from, target) = (self.root.join(from), self.root.join(to));
        if !is_hidden(to) {
            make_readable(&from)?;
        }
        patiently(|| fs::rename(&from, &target))
    }

    /// Deletes what is no folder.
    fn remove(&self, path: &str) -> Result<(), StoreError> {
        match patiently(|| fs::remove_file(self.root.join(path))) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(system_error(&error, path)),
            _ => Ok(()),
        }
    }
}

impl Kind {
    fn of(found: &Metadata) -> Self {
        match found {
            found if found.is_file() => Kind::File(found.len()),
            found if found.is_dir() => Kind::Folder,
            _ => Kind::Other,
        }
    }
}

impl Store for Folder {
    fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(Kind::File(_)) = self.kind(path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let read = File::open(self.root.join(path))
            .and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(system_error(&error, path)),
        }
    }

    fn size(&self, path: &str) -> Result<Option<u64>, StoreError> {
        Ok(self.kind(path)?.map(|kind| match kind {
            Kind::File(size) => size,
            Kind::Folder | Kind::Other => u64::MAX,
        }))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.prepare(path)?;
        let staged = hidden(&format!("up/{}", manifest::sha256(path.as_bytes())));
        self.prepare(&staged)?;
        // What a killed run left there is not written through: it may be a link by now.
        self.remove(&staged)?;
        let written = File::create_new(self.root.join(&staged)).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        let moved = written.and_then(|()| self.moved(&staged, path));
        moved.map_err(|error| {
            let _ = self.remove(&staged);
            system_error(&error, path)
        })
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, StoreError> {
        self.prepare(path)?;
        match File::create_new(self.root.join(path)).and_then(|mut file| file.write_all(bytes)) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(system_error(&error, path)),
        }
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        self.prepare(to)?;
        self.moved(from, to).map_err(|error| system_error(&error, to))
    }

    fn delete(&self, path: &str) -> Result<(), StoreError> {
        match self.kind(path)? {
            Some(Kind::File(_) | Kind::Other) => self.remove(path),
            // tiendo published no folder in the place of a file.
            Some(Kind::Folder) | None => Ok(()),
        }
    }

    fn delete_empty_folder(&self, path: &str) {
        if matches!(self.kind(path), Ok(Some(Kind::Folder))) {
            let _ = fs::remove_dir(self.root.join(path));
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<(String, u64)>, StoreError> {
        match self.kind(folder)? {
            Some(Kind::Folder) => {}
            Some(Kind::Other) => return Err(StoreError::blocked(folder)),
            Some(Kind::File(_)) | None => return Ok(Vec::new()),
        }
        let failed = |error: io::Error| system_error(&error, folder);
        let mut listed = Vec::new();
        for entry in fs::read_dir(self.root.join(folder)).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            match entry.metadata() {
                Ok(found) => listed.push(match Kind::of(&found) {
                    Kind::File(size) => (path, size),
                    Kind::Folder => (format!("{path}/"), 0),
                    Kind::Other => (path, 0),
                }),
                Err(error) if is_absence(&error) => {}
                Err(error) => return Err(failed(error)),
            }
        }
        listed.sort_unstable();
        Ok(listed)
    }

    fn make_folder(&self, path: &str) -> Result<(), StoreError> {
        // The name below it proves that the path itself is a folder, and no link to one.
        self.kind(&format!("{path}/x"))?;
        fs::create_dir_all(self.root.join(path)).map_err(|error| system_error(&error, path))?;
        if is_hidden(path) { Ok(()) } else { self.make_readable(path) }
    }

    fn make_readable(&self, path: &str) -> Result<(), StoreError> {
        let folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        for at in folders.chain([path]) {
            match make_readable(&self.root.join(at)) {
                Err(error) if !is_absence(&error) => return Err(system_error(&error, at)),
                _ => {}
            }
        }
        Ok(())
    }

    fn renames(&self) -> bool {
        true
    }

    fn creates_atomically(&self) -> bool {
        true
    }

    fn needs_folders(&self) -> bool {
        false
    }
}

/// Whether a path leads to the hidden folder, or into it.
fn is_hidden(path: &str) -> bool {
    path.split('/').next() == Some(HIDDEN)
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Translates an error of this machine's system.
fn system_error(error: &io::Error, path: &str) -> StoreError {
    let kind = match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => StoreErrorKind::Denied,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            StoreErrorKind::Full
        }
        ErrorKind::NotFound => StoreErrorKind::Gone,
        _ => StoreErrorKind::Other,
    };
    let system = match error.raw_os_error() {
        // Another program has the file open.
        Some(32 | 33) if cfg!(windows) => Some(ErrorKind::ResourceBusy),
        _ => (kind != StoreErrorKind::Other).then(|| error.kind()),
    };
    StoreError { system, ..StoreError::new(kind, path, error.to_string()) }
}
