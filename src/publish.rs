//! Packages a site, publishes it, and checks that it arrived whole.
//!
//! This room knows files and their SHA-256 sums, and nothing of tasks. From the outside in:
//!
//! - [`package`] writes a zip for somebody else to put online; [`verify`] compares a published site,
//!   opened by [`published`], with its own manifest; `served` does so over HTTP.
//!   `line_ends` tells files apart whose line ends alone were changed on the way, and [`samples`]
//!   knows the settings for web servers that a package carries.
//! - [`target`] opens a [`destination::Destination`], which is one of two kinds: [`files`] replaces
//!   a site file by file, [`releases`] switches a link from one release to the next.
//! - File by file, [`snapshot`] reads what is published, `listing` names and sizes of all files,
//!   [`plan`] finds what differs, [`send`] sends
//!   it, and [`archive`] keeps what a rollback needs.
//! - [`history`] lists the releases, and [`lease`] keeps two publishers apart.
//! - [`store`] reads and writes files: in a folder, or over the network with the feature `remote`.

pub mod archive;
pub mod chained;
pub mod destination;
pub mod error;
pub mod files;
pub mod history;
pub mod lease;
mod line_ends;
mod listing;
pub mod options;
pub mod package;
pub mod plan;
pub mod published;
pub mod releases;
pub mod samples;
pub mod send;
#[cfg(feature = "remote")]
pub mod served;
pub mod signature;
pub mod site;
pub mod snapshot;
pub mod store;
pub mod target;
pub mod verify;

/// The folder at a target that holds what publishing needs for itself.
pub const HIDDEN: &str = ".tiendo";

/// The path of a file in [`HIDDEN`].
fn hidden(path: &str) -> String {
    format!("{HIDDEN}/{path}")
}
