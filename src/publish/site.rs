//! A site that is ready to be published, and where its files are read from.

use super::error::PublishError;
use super::history::Release;
use super::published::Published;
use crate::output::manifest::{self, Entry};

/// A site to publish.
#[derive(Clone, Debug)]
pub struct Site {
    /// The bytes of its manifest.
    pub manifest: Vec<u8>,
    /// The files that the manifest lists.
    pub entries: Vec<Entry>,
    /// The date of its figures, by which people know a release. May be empty.
    pub label: String,
}

impl Site {
    /// The SHA-256 of the manifest, which identifies the site.
    pub fn sha256(&self) -> String {
        manifest::sha256(&self.manifest)
    }

    /// The site as a release that has no number yet.
    pub(super) fn release(&self) -> Release {
        Release::new(self.sha256(), &self.entries, &self.label)
    }
}

/// Where the files of a site are read from.
pub trait Source: Sync {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if the bytes are not those that the entry describes.
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, PublishError>;
}

/// A site that was built into a folder.
impl Source for Published {
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, PublishError> {
        let bytes = self.read(&entry.path, entry.size)?;
        bytes
            .filter(|bytes| entry.describes(bytes))
            .ok_or_else(|| PublishError::Altered { path: entry.path.clone() })
    }
}
