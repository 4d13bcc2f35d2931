//! A published site: a folder, or a zip that tiendo or somebody else made.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use walkdir::WalkDir;
use zip::ZipArchive;
use zip::result::ZipError;

use super::line_ends;
use crate::output::manifest::{self, Entry, Fault};

/// The largest manifest that is read.
const MAX_MANIFEST: u64 = 64 * 1024 * 1024;

/// A site that was published or handed over.
#[derive(Debug)]
pub struct Published {
    path: PathBuf,
    form: Form,
}

#[derive(Debug)]
enum Form {
    Folder,
    /// The archive, and the prefix of the site's paths in it (`trang/`, or an empty text).
    Zip(Mutex<ZipArchive<BufReader<File>>>, String),
}

/// Why a published site cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// The file is no zip, or a damaged one.
    #[error("{}: is not a whole zip", path.display())]
    Zip {
        /// The file.
        path: PathBuf,
    },
    /// The zip is locked with a password, or packed in a way that is not read.
    #[error("{}: is a zip with a password or of an unknown kind", path.display())]
    OtherZip {
        /// The file.
        path: PathBuf,
    },
    /// There is no manifest of tiendo, so nobody knows which files the site should have.
    #[error("{}: holds no {} that tiendo wrote", path.display(), manifest::NAME)]
    NoManifest {
        /// The folder or zip.
        path: PathBuf,
    },
    /// The manifest is damaged.
    #[error("{}: line {line} of {} is damaged", path.display(), manifest::NAME)]
    DamagedManifest {
        /// The folder or zip.
        path: PathBuf,
        /// The first damaged line, counted from 1.
        line: usize,
    },
}

/// How a file compares with its line in the manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It has the listed bytes.
    Same,
    /// It has other line ends and nothing else differs.
    LineEnds,
    /// It has other bytes, or is a link, a folder or a device, which are not read.
    Altered,
    /// It does not exist.
    Missing,
}

/// The manifest of a published site.
#[derive(Debug)]
pub struct Listed {
    /// The SHA-256 of the file as tiendo wrote it, whatever line ends it has now.
    pub sha256: String,
    /// Whether its line ends were changed.
    pub has_other_line_ends: bool,
    /// The files that it lists.
    pub entries: Vec<Entry>,
}

impl Published {
    /// Opens a folder, or a zip that has a site at any depth.
    ///
    /// # Errors
    ///
    /// [`Error`], if it cannot be read, or if a zip has no manifest.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let path = path.to_owned();
        if fs::metadata(&path).map_err(disk(&path))?.is_dir() {
            return Ok(Published { path, form: Form::Folder });
        }
        let file = BufReader::new(File::open(&path).map_err(disk(&path))?);
        let archive = ZipArchive::new(file).map_err(broken(&path))?;
        let names: Vec<_> =
            archive.file_names().collect::<Result<_, _>>().map_err(broken(&path))?;
        let prefix = (names.iter())
            .filter_map(|name| name.strip_suffix(manifest::NAME).map(str::to_owned))
            .filter(|prefix| prefix.is_empty() || prefix.ends_with('/'))
            .min_by_key(|prefix| (prefix.matches('/').count(), prefix.clone()));
        match prefix {
            Some(prefix) => Ok(Published { path, form: Form::Zip(Mutex::new(archive), prefix) }),
            None => Err(Error::NoManifest { path }),
        }
    }

    /// Reads the manifest.
    ///
    /// # Errors
    ///
    /// [`Error`], if tiendo wrote none, or if it is damaged.
    pub fn manifest(&self) -> Result<Listed, Error> {
        let bytes = self.read(manifest::NAME, MAX_MANIFEST)?;
        let bytes = bytes.ok_or_else(|| Error::NoManifest { path: self.path.clone() })?;
        match manifest::parse(&String::from_utf8_lossy(&bytes)) {
            Ok(entries) => {
                let written = manifest::render(&entries);
                let has_other_line_ends = bytes.contains(&b'\r');
                let bytes = if has_other_line_ends { written.as_bytes() } else { &bytes };
                Ok(Listed { sha256: manifest::sha256(bytes), has_other_line_ends, entries })
            }
            Err(Fault::Header) => Err(Error::NoManifest { path: self.path.clone() }),
            Err(Fault::Line(line)) => Err(Error::DamagedManifest { path: self.path.clone(), line }),
        }
    }

    /// Reads one file; none if it does not exist, is no file, or is longer than `limit`.
    ///
    /// # Errors
    ///
    /// [`Error`], if it exists and cannot be read.
    pub fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, Error> {
        let mut bytes = Vec::new();
        let read = self.with(path, |file, size| {
            if size > limit {
                return Ok(false);
            }
            // The sizes in a zip cannot be trusted.
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok(true)
        })?;
        Ok((read == Some(true) && bytes.len() as u64 <= limit).then_some(bytes))
    }

    /// Compares a file with its entry.
    pub(super) fn compare(&self, entry: &Entry) -> Result<State, Error> {
        let same = self.with(&entry.path, |file, size| {
            // The sizes in a zip cannot be trusted.
            Ok(size == entry.size
                && manifest::sha256_of(&mut file.take(size + 1))? == (size, entry.sha256.clone()))
        })?;
        Ok(match same {
            Some(true) => State::Same,
            Some(false) if self.differs_in_line_ends(entry)? => State::LineEnds,
            Some(false) => State::Altered,
            None if self.is_there(&entry.path) => State::Altered,
            None => State::Missing,
        })
    }

    /// Whether a file has the size of its entry, and the bytes too if they are to be read.
    pub(super) fn is_as_listed(&self, entry: &Entry, reads: bool) -> Result<bool, Error> {
        if reads {
            return Ok(self.compare(entry)? == State::Same);
        }
        Ok(self.with(&entry.path, |_, size| Ok(size == entry.size))? == Some(true))
    }

    fn differs_in_line_ends(&self, entry: &Entry) -> Result<bool, Error> {
        let bytes = self.read(&entry.path, line_ends::largest(entry))?;
        Ok(bytes.is_some_and(|bytes| line_ends::differ_alone(entry, &bytes)))
    }

    /// The paths of everything but folders, unsorted.
    pub(super) fn paths(&self) -> Result<Vec<String>, Error> {
        match &self.form {
            Form::Folder => (WalkDir::new(&self.path).min_depth(1).into_iter())
                .filter(|found| !found.as_ref().is_ok_and(|found| found.file_type().is_dir()))
                .map(|found| {
                    let found = found.map_err(|error| {
                        let path = error.path().unwrap_or(&self.path).to_owned();
                        Error::Disk { path, source: error.into() }
                    })?;
                    let path = found.path().strip_prefix(&self.path).unwrap_or(found.path());
                    Ok(path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/"))
                })
                .collect(),
            Form::Zip(archive, prefix) => {
                let archive = archive.lock().unwrap_or_else(PoisonError::into_inner);
                let mut paths = Vec::new();
                for name in archive.file_names() {
                    let name = name.map_err(broken(&self.path))?;
                    let path = name.strip_prefix(prefix.as_str());
                    paths.extend(path.filter(|path| !path.ends_with('/')).map(str::to_owned));
                }
                Ok(paths)
            }
        }
    }

    /// Whether a folder on the way to a file is a link. What is behind a link is not part of the
    /// site.
    fn is_behind_a_link(&self, path: &str) -> bool {
        path.match_indices('/').any(|(end, _)| {
            fs::symlink_metadata(self.path.join(&path[..end])).is_ok_and(|found| found.is_symlink())
        })
    }

    /// Whether a path is a regular file, and no link to one.
    pub(super) fn is_file(&self, path: &str) -> bool {
        match &self.form {
            Form::Folder => {
                fs::symlink_metadata(self.path.join(path)).is_ok_and(|found| found.is_file())
            }
            Form::Zip(..) => true,
        }
    }

    fn is_there(&self, path: &str) -> bool {
        match &self.form {
            Form::Folder => fs::symlink_metadata(self.path.join(path)).is_ok(),
            Form::Zip(..) => false,
        }
    }

    /// Opens a regular file, and calls `read` with it and its size; none if it does not exist.
    fn with<T>(
        &self,
        path: &str,
        read: impl FnOnce(&mut dyn Read, u64) -> io::Result<T>,
    ) -> Result<Option<T>, Error> {
        match &self.form {
            Form::Folder if self.is_behind_a_link(path) => Ok(None),
            Form::Folder => {
                let path = self.path.join(path);
                match fs::symlink_metadata(&path) {
                    Ok(found) if found.is_file() => {
                        let file = File::open(&path);
                        let value = file.and_then(|mut file| read(&mut file, found.len()));
                        value.map(Some).map_err(disk(&path))
                    }
                    Ok(_) => Ok(None),
                    Err(error) => match error.kind() {
                        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Ok(None),
                        _ => Err(disk(&path)(error)),
                    },
                }
            }
            Form::Zip(archive, prefix) => {
                let mut archive = archive.lock().unwrap_or_else(PoisonError::into_inner);
                let mut file = match archive.by_name(&format!("{prefix}{path}")) {
                    Ok(file) => file,
                    Err(ZipError::FileNotFound) => return Ok(None),
                    Err(error) => return Err(broken(&self.path)(error)),
                };
                let size = file.size();
                let value = read(&mut file, size);
                value.map(Some).map_err(|_| Error::Zip { path: self.path.clone() })
            }
        }
    }
}

fn disk(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Disk { path: path.to_owned(), source }
}

fn broken(path: &Path) -> impl FnOnce(ZipError) -> Error {
    let path = path.to_owned();
    move |error| match error {
        ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword => Error::OtherZip { path },
        ZipError::Io(source) if source.kind() != io::ErrorKind::UnexpectedEof => {
            Error::Disk { path, source }
        }
        _ => Error::Zip { path },
    }
}
