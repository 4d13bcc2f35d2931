//! One zip with a site and what its publisher needs. The same files give the same bytes.
//!
//! Files are compressed one by one as they arrive, from any thread, and put together in the order of
//! their paths. Memory holds the compressed site, never the whole one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Cursor, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::output::manifest::{self, Entry};
use crate::output::patience::patiently;
use crate::output::{self, PathFault};

/// The folder of the package that holds the site.
pub const SITE: &str = "trang/";

/// Why no package was written. An older one of the same name is untouched.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A path that a site cannot have, or has already.
    #[error("{path:?} cannot be a path in the site: {fault}")]
    Path {
        /// The path.
        path: String,
        /// What is wrong with it.
        fault: PathFault,
    },
    /// The operating system refused.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The zip or its folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
}

/// A package to which files are being added.
#[derive(Debug, Default)]
pub struct Packing {
    /// By path in lower case: paths that differ only in case are one file on Windows and macOS.
    files: Mutex<BTreeMap<String, Packed>>,
}

#[derive(Debug)]
struct Packed {
    entry: Entry,
    /// A zip of this one file.
    zipped: Vec<u8>,
}

/// A complete site, ready to be written as a package.
#[derive(Debug)]
pub struct Filled {
    files: Vec<Packed>,
    /// The text of the manifest.
    pub manifest: String,
}

/// How a site differs from an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The number of files that the earlier one did not have.
    pub added: usize,
    /// The number of files with other bytes.
    pub changed: usize,
    /// The paths that the publisher has to delete.
    pub removed: Vec<String>,
}

impl Packing {
    /// Adds one file of the site, from any thread.
    ///
    /// # Errors
    ///
    /// [`Error::Path`].
    pub fn add(&self, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let refused = |fault| Error::Path { path: path.to_owned(), fault };
        output::check_path(path).map_err(refused)?;
        let zipped = zipped(&format!("{SITE}{path}"), bytes).map_err(disk(Path::new(path)))?;
        let size = bytes.len() as u64;
        let entry = Entry { sha256: manifest::sha256(bytes), size, path: path.to_owned() };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        match files.insert(path.to_lowercase(), Packed { entry, zipped }) {
            None => Ok(()),
            Some(taken) => Err(refused(PathFault::Taken(taken.entry.path))),
        }
    }

    /// Completes the site.
    pub fn fill(self) -> Filled {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut files: Vec<Packed> = files.into_values().collect();
        files.sort_unstable_by(|a, b| a.entry.path.cmp(&b.entry.path));
        let manifest = manifest::render(files.iter().map(|file| &file.entry));
        Filled { files, manifest }
    }
}

impl Filled {
    /// The files of the site, by path.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.files.iter().map(|file| &file.entry)
    }

    /// The list of files in the format of `sha256sum -c`, relative to the folder [`SITE`].
    pub fn sums(&self) -> String {
        let own = format!("{}  {}\n", manifest::sha256(self.manifest.as_bytes()), manifest::NAME);
        let lines = self.entries().map(|entry| format!("{}  {}\n", entry.sha256, entry.path));
        lines.chain([own]).collect()
    }

    /// Compares the site with an earlier one.
    pub fn since(&self, earlier: &[Entry]) -> Since {
        let earlier: BTreeMap<&str, &str> =
            earlier.iter().map(|entry| (entry.path.as_str(), entry.sha256.as_str())).collect();
        let now: BTreeSet<&str> = self.entries().map(|entry| entry.path.as_str()).collect();
        let old = |entry: &Entry| earlier.get(entry.path.as_str()).copied();
        Since {
            added: self.entries().filter(|entry| old(entry).is_none()).count(),
            changed: (self.entries())
                .filter(|entry| old(entry).is_some_and(|sha256| sha256 != entry.sha256))
                .count(),
            removed: (earlier.into_keys().filter(|path| !now.contains(path)))
                .map(str::to_owned)
                .collect(),
        }
    }

    /// Writes the zip: first the files `beside` the site, then the site. Returns its size in bytes.
    ///
    /// It is written to a hidden file in the same folder, flushed, and then moved into place. The
    /// remains of a killed run are overwritten. Two runs at once wait for each other.
    ///
    /// # Errors
    ///
    /// [`Error::Disk`].
    pub fn write(&self, to: &Path, beside: &[(&str, Vec<u8>)]) -> Result<u64, Error> {
        let folder = match to.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        fs::create_dir_all(folder).map_err(disk(folder))?;
        let (staged, mut file) = staged(folder, to).map_err(disk(to))?;
        let written = self.put(&mut file, beside).and_then(|size| {
            file.sync_all()?;
            patiently(|| fs::rename(&staged, to))?;
            Ok(size)
        });
        let size = match written {
            Ok(size) => size,
            Err(error) => {
                let _ = fs::remove_file(&staged);
                return Err(disk(to)(error));
            }
        };
        // The package is complete. That its name might not outlast a power cut is no failure.
        if cfg!(unix) {
            let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(size)
    }

    fn put(&self, file: &mut fs::File, beside: &[(&str, Vec<u8>)]) -> io::Result<u64> {
        let mut zip = ZipWriter::new(io::BufWriter::new(file));
        for (name, bytes) in beside {
            zip.start_file(*name, options(bytes))?;
            zip.write_all(bytes)?;
        }
        for file in &self.files {
            let mut one = ZipArchive::new(Cursor::new(&file.zipped))?;
            zip.raw_copy_file(one.by_index_raw(0)?)?;
        }
        zip.start_file(format!("{SITE}{}", manifest::NAME), options(self.manifest.as_bytes()))?;
        zip.write_all(self.manifest.as_bytes())?;
        let mut file = zip.finish()?;
        file.flush()?;
        file.stream_position()
    }
}

fn zipped(name: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, options(bytes))?;
    zip.write_all(bytes)?;
    Ok(zip.finish()?.into_inner())
}

/// Options that depend on the bytes alone, so that packages can be compared: the first date that a
/// zip can hold, readable by all. Files that are compressed already are stored as they are.
fn options(bytes: &[u8]) -> SimpleFileOptions {
    let packed = [&b"PK\x03\x04"[..], b"\x89PNG", b"\xff\xd8\xff"]
        .iter()
        .any(|magic| bytes.starts_with(magic));
    let method = if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    SimpleFileOptions::default()
        // The same bytes on every system.
        .system(zip::System::Unix)
        .compression_method(method)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644)
        .large_file(u32::try_from(bytes.len()).is_err())
}

/// Opens the hidden file beside `to` in which a package is written, empty and kept from other runs.
/// It is free again with the file, even if the process is killed.
fn staged(folder: &Path, to: &Path) -> io::Result<(PathBuf, fs::File)> {
    let name = to.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy();
    let path = folder.join(format!(".{name}.tiendo-staging"));
    loop {
        // A link would lead to another file.
        if fs::symlink_metadata(&path).is_ok_and(|found| !found.is_file()) {
            fs::remove_file(&path)?;
        }
        if let Some(file) = taken(&path)? {
            file.set_len(0)?;
            return Ok((path, file));
        }
    }
}

/// Opens and locks a file, after the run that has it. None if that run has moved it into place: it is
/// a package now.
#[cfg(unix)]
fn taken(path: &Path) -> io::Result<Option<fs::File>> {
    use std::os::unix::fs::MetadataExt as _;
    let file = fs::File::options().create(true).truncate(false).write(true).open(path)?;
    match file.lock() {
        Ok(()) => {}
        Err(signal) if signal.kind() == io::ErrorKind::Interrupted => return Ok(None),
        Err(error) => return Err(error),
    }
    let opened = file.metadata()?;
    match fs::symlink_metadata(path) {
        Ok(found) if (found.dev(), found.ino()) == (opened.dev(), opened.ino()) => Ok(Some(file)),
        Ok(_) => Ok(None),
        Err(gone) if gone.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Opens a file that nobody else can open meanwhile. Sharing it for deletion lets it be moved into
/// place while it is open. None, after a pause, if another run has it.
#[cfg(not(unix))]
fn taken(path: &Path) -> io::Result<Option<fs::File>> {
    use std::os::windows::fs::OpenOptionsExt as _;
    const SHARED_FOR_DELETION: u32 = 4;
    const OPEN_ELSEWHERE: i32 = 32;
    let mut options = fs::File::options();
    options.create(true).truncate(false).write(true).share_mode(SHARED_FOR_DELETION);
    match options.open(path) {
        Err(error) if error.raw_os_error() == Some(OPEN_ELSEWHERE) => {
            std::thread::sleep(std::time::Duration::from_millis(50));
            Ok(None)
        }
        opened => opened.map(Some),
    }
}

fn disk<E: Into<io::Error>>(path: &Path) -> impl FnOnce(E) -> Error {
    move |source| Error::Disk { path: path.to_owned(), source: source.into() }
}
