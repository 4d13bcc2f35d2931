//! Takes a site out of the house and says whether it arrived whole. Knows files and their hashes,
//! no tasks.

pub mod package;
pub mod published;
pub mod verify;

#[cfg(feature = "publish")]
pub mod history;
#[cfg(feature = "publish")]
pub mod lease;
#[cfg(feature = "publish")]
pub mod releases;
#[cfg(feature = "publish")]
pub mod send;
#[cfg(feature = "publish")]
pub mod served;
#[cfg(feature = "publish")]
pub mod store;
#[cfg(feature = "publish")]
pub mod target;

/// The folder at a target in which publishing keeps what is its own.
pub const HIDDEN: &str = ".tiendo";
