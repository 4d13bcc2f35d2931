//! Opens the targets that `site.yaml` names.

use std::path::Path;
use std::sync::Arc;

use super::destination::Destination;
use super::error::PublishError;
use super::files::Files;
use super::options::Access;
use super::releases::Releases;
use super::store::folder::Folder;
use crate::model::target::{Target, TargetPlace};

/// Opens a target. The path of a folder is relative to `base`.
///
/// # Errors
///
/// [`PublishError`], if it does not exist or cannot be reached.
pub fn open(
    target: &Target,
    base: &Path,
    access: &Access,
) -> Result<Box<dyn Destination>, PublishError> {
    Ok(match &target.place {
        TargetPlace::Folder { path, releases: true } => Box::new(Releases::open(&base.join(path))?),
        TargetPlace::Folder { path, releases: false } => {
            let folder = base.join(path);
            Box::new(Files::new(Arc::new(Folder::open(&folder)?), Some(folder)))
        }
        TargetPlace::Sftp { .. } | TargetPlace::Webdav { .. } | TargetPlace::S3 { .. } => {
            remote(target, access)?
        }
    })
}

/// Whether this program can publish to a target, so that nothing is read or asked in vain.
///
/// # Errors
///
/// [`PublishError::NeedsRemote`], if it was built without the feature that this target needs.
pub fn check_support(target: &Target) -> Result<(), PublishError> {
    match target.place {
        TargetPlace::Folder { .. } => Ok(()),
        _ if cfg!(feature = "remote") => Ok(()),
        _ => Err(PublishError::NeedsRemote),
    }
}

#[cfg(feature = "remote")]
fn remote(target: &Target, access: &Access) -> Result<Box<dyn Destination>, PublishError> {
    let store = super::store::remote::Remote::open(target, access)?;
    Ok(Box::new(Files::new(Arc::new(store), None)))
}

#[cfg(not(feature = "remote"))]
fn remote(_: &Target, _: &Access) -> Result<Box<dyn Destination>, PublishError> {
    Err(PublishError::NeedsRemote)
}
