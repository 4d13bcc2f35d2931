//! A site where it was put: a folder, or a zip that a package or somebody by hand made.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use walkdir::WalkDir;
use zip::ZipArchive;

use crate::output::manifest::{self, Entry, Fault};

/// A manifest that is longer lists more files than a site has; nobody reads it into memory.
const MAX_MANIFEST: u64 = 64 * 1024 * 1024;

/// A site that was handed over or published.
#[derive(Debug)]
pub struct Published {
    path: PathBuf,
    form: Form,
}

#[derive(Debug)]
enum Form {
    Folder,
    /// The archive, and what stands before the paths of the site in it (`trang/`, or nothing).
    Zip(Mutex<ZipArchive<BufReader<File>>>, String),
}

/// Why a published site cannot be looked at.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refused.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is no zip, or a broken one.
    #[error("{}: is not a whole zip: {reason}", path.display())]
    Zip {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// There is no manifest, so nobody knows what the site should hold.
    #[error("{}: holds no {} that tiendo wrote", path.display(), manifest::NAME)]
    NoManifest {
        /// The folder or zip.
        path: PathBuf,
    },
    /// The manifest itself was altered.
    #[error("{}: line {line} of {} is damaged", path.display(), manifest::NAME)]
    DamagedManifest {
        /// The folder or zip.
        path: PathBuf,
        /// The first line that does not read, counted from 1.
        line: usize,
    },
}

/// How a file of a published site compares with what the manifest lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The very bytes.
    Same,
    /// Other bytes; or a link, a folder or a device, which nobody reads through.
    Altered,
    /// Nothing.
    Missing,
}

/// The list that a site carries of itself.
#[derive(Debug)]
pub struct Listed {
    /// SHA-256 of `manifest.txt` as it lies there.
    pub sha256: String,
    /// What it lists.
    pub entries: Vec<Entry>,
}

impl Published {
    /// Opens a folder, or a zip: a package of ours, or a site that somebody zipped, at any depth.
    ///
    /// # Errors
    ///
    /// [`Error`], where it cannot be read or holds no manifest.
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

    /// The manifest that lies there.
    ///
    /// # Errors
    ///
    /// [`Error`], where there is none of ours, or where it was damaged.
    pub fn manifest(&self) -> Result<Listed, Error> {
        let bytes = self.read(manifest::NAME, MAX_MANIFEST)?;
        let bytes = bytes.ok_or_else(|| Error::NoManifest { path: self.path.clone() })?;
        match manifest::parse(&String::from_utf8_lossy(&bytes)) {
            Ok(entries) => Ok(Listed { sha256: manifest::sha256(&bytes), entries }),
            Err(Fault::Header) => Err(Error::NoManifest { path: self.path.clone() }),
            Err(Fault::Line(line)) => Err(Error::DamagedManifest { path: self.path.clone(), line }),
        }
    }

    /// The bytes of one file; none if it is not there, is no file, or is longer than `limit`.
    ///
    /// # Errors
    ///
    /// [`Error`], where it is there and cannot be read.
    pub fn read(&self, path: &str, limit: u64) -> Result<Option<Vec<u8>>, Error> {
        let mut bytes = Vec::new();
        let read = self.with(path, |file, size| {
            if size > limit {
                return Ok(false);
            }
            // What a zip says of its sizes is not to be believed.
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
            Ok(true)
        })?;
        Ok((read == Some(true) && bytes.len() as u64 <= limit).then_some(bytes))
    }

    /// How the file of an entry compares with it.
    pub(super) fn compare(&self, entry: &Entry) -> Result<State, Error> {
        let same = self.with(&entry.path, |file, size| {
            // What a zip says of its sizes is not to be believed.
            Ok(size == entry.size
                && manifest::sha256_of(&mut file.take(size + 1))? == (size, entry.sha256.clone()))
        })?;
        Ok(match same {
            Some(true) => State::Same,
            Some(false) => State::Altered,
            None if self.is_there(&entry.path) => State::Altered,
            None => State::Missing,
        })
    }

    /// The path of everything that is there and no folder, unsorted.
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

    /// Whether a folder on the way to a file is none, but a link to one: what is behind it is not of
    /// the site, whatever it holds.
    fn is_behind_a_link(&self, path: &str) -> bool {
        path.match_indices('/').any(|(end, _)| {
            fs::symlink_metadata(self.path.join(&path[..end])).is_ok_and(|found| found.is_symlink())
        })
    }

    /// Whether a regular file lies there, and no link to one.
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

    /// Reads a regular file with its size; none where there is no such file.
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
                    Err(zip::result::ZipError::FileNotFound) => return Ok(None),
                    Err(error) => return Err(broken(&self.path)(error)),
                };
                let size = file.size();
                read(&mut file, size).map(Some).map_err(|error| Error::Zip {
                    path: self.path.clone(),
                    reason: format!("{path}: {error}"),
                })
            }
        }
    }
}

fn disk(path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Disk { path: path.to_owned(), source }
}

fn broken(path: &Path) -> impl FnOnce(zip::result::ZipError) -> Error {
    move |error| Error::Zip { path: path.to_owned(), reason: error.to_string() }
}
