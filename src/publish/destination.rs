//! What every kind of target can do, however it is published to.

use super::error::PublishError;
use super::history::{History, Release};
use super::lease::{Claim, Lease};
use super::options::SendOptions;
use super::plan::Plan;
use super::send::{Sent, Session};
use super::site::{Site, Source};
use crate::output::manifest::Entry;

/// A target that can be reached.
pub trait Destination {
    /// Keeps all other publishers out while the lease lives. Calls `on_wait` once if another one
    /// is publishing, and waits for it.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if the target refuses.
    fn lease(&self, claim: &Claim, on_wait: &dyn Fn()) -> Result<Lease, PublishError>;

    /// Reads what is published. Writes nothing.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if it cannot be read or was not published by tiendo.
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, PublishError>;
}

/// What is published at a target.
pub trait Snapshot {
    /// The SHA-256 and the entries of the published manifest; none if nothing is published.
    fn published(&self) -> Option<(&str, &[Entry])>;

    /// The releases so far.
    fn history(&self) -> &History;

    /// Reads a published file; none if the published manifest does not list it, or if it was
    /// altered.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if the target refuses.
    fn file(&self, path: &str) -> Result<Option<Vec<u8>>, PublishError>;

    /// Finds what differs between the target and a site. Writes nothing.
    ///
    /// # Errors
    ///
    /// [`PublishError`], among others if foreign files are in the way.
    fn plan(&self, site: &Site, options: SendOptions) -> Result<Plan, PublishError>;

    /// Whether every file of a site is sent, not only those that differ.
    fn sends_all(&self) -> bool;

    /// Publishes a site.
    ///
    /// # Errors
    ///
    /// [`PublishError`]; the next run continues from there.
    fn send(
        &self,
        plan: &Plan,
        site: &Site,
        source: &dyn Source,
        session: &Session<'_>,
    ) -> Result<Sent, PublishError>;

    /// Finds what differs between the target and an earlier release.
    ///
    /// # Errors
    ///
    /// [`PublishError`], if files of that release are no longer kept.
    fn plan_rollback(&self, to: &Release, options: SendOptions) -> Result<Plan, PublishError>;

    /// Publishes an earlier release again.
    ///
    /// # Errors
    ///
    /// [`PublishError`]; if files of that release are no longer kept, nothing was changed.
    fn roll_back(&self, to: &Release, session: &Session<'_>) -> Result<Sent, PublishError>;
}
