//! A target that is published to file by file: a folder, SFTP, WebDAV or S3.
//!
//! Files that no manifest of tiendo lists are neither overwritten nor deleted.

use std::path::PathBuf;
use std::sync::Arc;

use super::HIDDEN;
use super::archive::kept_release;
use super::destination::{Destination, Snapshot};
use super::error::PublishError;
use super::history::{History, Release};
use super::lease::{Claim, Lease};
use super::options::SendOptions;
use super::plan::{self, Plan};
use super::send::{self, Sent, Session};
use super::site::{Site, Source};
use super::snapshot::StoreSnapshot;
use super::store::Store;
use crate::output::manifest::Entry;

/// A target that holds files.
pub struct Files {
    store: Arc<dyn Store>,
    /// Its path, if it is a folder of this machine.
    folder: Option<PathBuf>,
}

impl Files {
    /// A target in a store; `folder` is its path, if it is a folder of this machine.
    pub fn new(store: Arc<dyn Store>, folder: Option<PathBuf>) -> Self {
        Files { store, folder }
    }
}

impl Destination for Files {
    fn lease(&self, claim: &Claim, on_wait: &dyn Fn()) -> Result<Lease, PublishError> {
        match &self.folder {
            Some(folder) => Lease::of_folder(&folder.join(HIDDEN), on_wait),
            None => Lease::of_store(Arc::clone(&self.store), claim, on_wait),
        }
    }

    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, PublishError> {
        Ok(Box::new(StoreSnapshot::read(self.store.as_ref())?))
    }
}

impl Snapshot for StoreSnapshot<'_> {
    fn published(&self) -> Option<(&str, &[Entry])> {
        self.manifest()
    }

    fn history(&self) -> &History {
        &self.history
    }

    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError> {
        self.read_file(path)
    }

    fn plan(&self, site: &Site, options: SendOptions) -> Result<Plan, PublishError> {
        plan::plan(self, site, options)
    }

    fn sends_all(&self) -> bool {
        false
    }

    fn send(
        &self,
        plan: &Plan,
        site: &Site,
        source: &dyn Source,
        session: &Session<'_>,
    ) -> Result<Sent, PublishError> {
        send::send(self, plan, site, source, session)
    }

    fn plan_rollback(&self, to: &Release, options: SendOptions) -> Result<Plan, PublishError> {
        let (site, _) = kept_release(self, to)?;
        plan::plan(self, &site, options)
    }

    fn roll_back(&self, to: &Release, session: &Session<'_>) -> Result<Sent, PublishError> {
        send::roll_back(self, to, session)
    }
}
