//! The errors of writing a site, and the steps at which they happen.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::path_rule::PathFault;

/// The operator's trouble with the output folder. In every case the old site is whole.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refused a step.
    #[error("{}: cannot {step}: {source}", path.display())]
    Disk {
        /// The file or folder at which it happened.
        path: PathBuf,
        /// What was being done.
        step: Step,
        /// What the system says.
        source: io::Error,
    },
    /// The folder has no name of its own (`/`, `C:\`), so nothing can lie beside it.
    #[error("{}: name a folder, not the root of a disk", dir.display())]
    NoName {
        /// The folder as given.
        dir: PathBuf,
    },
    /// The folder's name ends with a dot or a space, which Windows drops.
    #[error("{}: ends with a dot or a space; name another folder", dir.display())]
    Ending {
        /// The folder as given.
        dir: PathBuf,
    },
    /// A file stands where the folder should be.
    #[error("{}: is not a folder; name another, or move it away", dir.display())]
    NotAFolder {
        /// What stands there.
        dir: PathBuf,
    },
    /// The folder is a mount point or part of a container's image: it cannot be replaced in one move.
    #[error("{}: is a mount point, or part of a container image, and cannot be replaced in one move; name a folder inside it", dir.display())]
    Pinned {
        /// The folder.
        dir: PathBuf,
    },
    /// The folder is not empty, and tiendo did not make it.
    #[error("{}: was not made by tiendo and is not empty ({}); name another folder", dir.display(), Names(files, *more))]
    NotOurs {
        /// The folder.
        dir: PathBuf,
        /// Up to five of the files and folders in it.
        files: Vec<String>,
        /// How many there are beside those.
        more: usize,
    },
    /// The folder is ours, but holds files that tiendo did not write and will not delete.
    #[error("{}: holds files that tiendo did not write ({}); move them away", dir.display(), Names(files, *more))]
    Strangers {
        /// The folder.
        dir: PathBuf,
        /// Up to five of the files, relative to the folder.
        files: Vec<String>,
        /// How many there are beside those.
        more: usize,
    },
    /// The old site's manifest was altered, so it does not say which files are ours.
    #[error("{}: line {line} is damaged; restore the file, or move the folder away", path.display())]
    DamagedManifest {
        /// The manifest.
        path: PathBuf,
        /// The first line that does not read, counted from 1.
        line: usize,
    },
    /// A path that a site cannot hold was written.
    #[error("{path:?} cannot be a path in the site: {fault}")]
    Path {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        fault: PathFault,
    },
    /// A commit was asked for although the write of this file failed or never ended.
    #[error("{path}: was not written to its end, so the site is not complete")]
    Incomplete {
        /// The first such file.
        path: String,
    },
    /// The move failed halfway and the old site could not be put back; the next build tries again.
    #[error("{}: cannot move the new site here: {source}; the old one is whole and lies at {}, build again to put it back", dir.display(), aside.display())]
    Stranded {
        /// Where the site should be.
        dir: PathBuf,
        /// Where the old site is.
        aside: PathBuf,
        /// Why the new one could not be moved.
        source: io::Error,
    },
}

/// What was being done when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Find the folder behind a name.
    Resolve,
    /// Create a folder.
    CreateFolder,
    /// Take the lock that keeps two builds apart.
    Lock,
    /// Look at what is there.
    Inspect,
    /// Delete what an earlier build left.
    CleanUp,
    /// Put the old site back after an interruption.
    PutBack,
    /// Write a file.
    Write,
    /// Flush the new site to disk.
    Flush,
    /// Move the new site into place.
    Move,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resolve => "find the folder",
            Self::CreateFolder => "create the folder",
            Self::Lock => "lock the folder for this build",
            Self::Inspect => "look at what is there",
            Self::CleanUp => "delete what an earlier build left",
            Self::PutBack => "put the old site back",
            Self::Write => "write",
            Self::Flush => "flush to disk",
            Self::Move => "move the new site into place",
        })
    }
}

/// Names in a sentence: `a, b, and 3 more`.
struct Names<'a>(&'a [String], usize);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))?;
        if self.1 > 0 { write!(f, ", and {} more", self.1) } else { Ok(()) }
    }
}

/// Adds the place and the step to what the system says.
pub(super) fn disk(path: &Path, step: Step) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Disk { path: path.to_owned(), step, source }
}
