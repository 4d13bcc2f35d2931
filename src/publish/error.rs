//! Why a site was not published.

use std::io;
use std::path::{Path, PathBuf};

use super::published;
use super::store::StoreError;

/// The number of file names in an error.
const NAMED: usize = 5;

/// Why a site was not published, or only in part.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The target refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The operating system of this machine refused.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// The site to publish cannot be read.
    #[error(transparent)]
    Source(#[from] published::Error),
    /// A file differs from its line in the manifest.
    #[error("{path} is not what the manifest says")]
    Altered {
        /// The file.
        path: String,
    },
    /// Files that tiendo did not publish have the names of files of the site.
    #[error("files that tiendo did not publish are in the way: {files}")]
    InTheWay {
        /// The files.
        files: FileList,
    },
    /// The manifest at the target is damaged, so it cannot say which files belong to the site.
    #[error("line {line} of the published manifest is damaged")]
    DamagedManifest {
        /// The first damaged line, counted from 1.
        line: usize,
    },
    /// No site is published at the target.
    #[error("nothing is published there")]
    NothingPublished,
    /// Another publisher took over the target. The next run completes what was sent.
    #[error("another publisher took over")]
    LostLease,
    /// Files of an earlier release are no longer kept.
    #[error("files of that release are no longer kept: {files}")]
    NotKept {
        /// The files.
        files: FileList,
    },
    /// A folder with files stands where the link to a release should be.
    #[error("{} is a folder with files, not a link to a release", path.display())]
    NoLink {
        /// The folder.
        path: PathBuf,
    },
    /// This system has no symbolic links, so releases cannot be switched.
    #[error("this system cannot switch releases by a link")]
    NoSwitch,
    /// The target is reached over the network, and this program was built without `remote`.
    #[error("built without the feature `remote`, which publishing over the network needs")]
    NeedsRemote,
}

impl PublishError {
    /// Wraps an error of this machine's system, for `map_err`.
    pub(super) fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| PublishError::Disk { path: path.to_owned(), source }
    }

    /// The error for files that are no longer kept, unless there are none.
    pub(super) fn not_kept(files: Vec<String>) -> Result<(), Self> {
        match FileList::new(files) {
            Some(files) => Err(PublishError::NotKept { files }),
            None => Ok(()),
        }
    }
}

/// The first names of a list of files, and how many were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileList {
    /// At most five names.
    pub names: Vec<String>,
    /// The number of files that are not named.
    pub more: usize,
}

impl FileList {
    /// Shortens a list of files; none if it is empty.
    pub fn new(mut names: Vec<String>) -> Option<Self> {
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        (!names.is_empty()).then_some(FileList { names, more })
    }

    /// The list of one file.
    pub(super) fn of(name: &str) -> Self {
        FileList { names: vec![name.to_owned()], more: 0 }
    }
}

impl std::fmt::Display for FileList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.names.join(", "))?;
        if self.more > 0 { write!(f, " (+{})", self.more) } else { Ok(()) }
    }
}
