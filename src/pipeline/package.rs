//! Renders the site into one zip: `tiendo package`.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::gate::gate;
use super::portal::BuiltPortal;
use super::render::{BuildError, Progress, pages, render_below};
use crate::assess::Assessment;
use crate::gate::{Changed, Earlier};
use crate::model::Model;
use crate::output::manifest::{self, List};
use crate::publish::package::{Packing, SITE, Since};
use crate::publish::signature::{self, SigningKey};
use crate::site::{Handover, Retold, Site, Templates};

/// A finished package.
#[derive(Clone, Debug)]
pub struct Packaged {
    /// Number of files that are pages for people.
    pub pages: usize,
    /// Number of files of the site, without its manifest.
    pub files: usize,
    /// Their total size in bytes.
    pub bytes: u64,
    /// Size of the zip in bytes.
    pub zipped: u64,
    /// SHA-256 of the site's manifest.
    pub manifest_sha256: String,
    /// Differences from the earlier site, if one was named.
    pub since: Option<Since>,
    /// Changes to the facts of that site.
    pub changed: Option<Changed>,
}

/// What a package may continue and carry.
#[derive(Clone, Copy, Default)]
pub struct PackageOptions<'a> {
    /// The published site that it continues.
    pub earlier: Option<&'a Earlier>,
    /// The key that signs the manifest.
    pub key: Option<&'a SigningKey>,
}

/// Renders the site into a zip at `to`, with what its publisher needs: a hand-over sheet, sums, the
/// list of files to delete, and sample settings for web servers.
///
/// # Errors
///
/// See [`BuildError`]. An existing package of that name is unchanged then.
pub fn package(
    model: Model,
    assessment: Assessment,
    templates: &Templates,
    content: &Path,
    to: &Path,
    options: PackageOptions<'_>,
    progress: &dyn Progress,
) -> Result<Packaged, BuildError> {
    let site = Site::new(model, assessment, templates)?;
    let verdict = options.earlier.map(|earlier| gate(earlier, &site)).transpose()?;
    if let Some(verdict) = verdict.as_ref().filter(|verdict| !verdict.findings.is_empty()) {
        return Err(BuildError::Held(Box::new(verdict.clone())));
    }
    let packing = Packing::default();
    // The links of a directive to its portal lead out of the package.
    let below = site.place();
    render_below(
        &site,
        content,
        &below,
        progress,
        |_| None,
        |path, bytes| packing.add(path, bytes),
    )?;
    progress.ends();
    let changed = verdict.map(|verdict| verdict.changed);
    wrap(&site, pages(&site), packing, changed, to, options)
}

/// Renders the shared pages and all directives of a portal that was built into `folder` into a zip at
/// `to`, like [`package`].
///
/// # Errors
///
/// See [`BuildError`].
pub fn package_portal(
    built: &BuiltPortal,
    folder: &Path,
    to: &Path,
    options: PackageOptions<'_>,
) -> Result<Packaged, BuildError> {
    let packing = Packing::default();
    let read = |path: &str| {
        let from = folder.join(path);
        let failed = |error| BuildError::Attachment { path: from.display().to_string(), error };
        fs::read(&from).map_err(failed)
    };
    let list = read(manifest::NAME)?;
    let list = List::read(list).unwrap_or_default();
    (0..list.len()).into_par_iter().try_for_each(|n| {
        let path = list.path(n);
        packing.add(path, &read(path)?).map_err(BuildError::from)
    })?;
    wrap(&built.site, built.built.pages, packing, None, to, options)
}

/// Adds what a publisher needs, and writes the zip.
fn wrap(
    site: &Site,
    pages: usize,
    packing: Packing,
    changed: Option<Changed>,
    to: &Path,
    options: PackageOptions<'_>,
) -> Result<Packaged, BuildError> {
    let PackageOptions { earlier, key } = options;
    let as_of = site.assessment().as_of;
    let filled = packing.fill();
    let mut packaged = Packaged {
        pages,
        files: filled.entries().count(),
        bytes: filled.entries().map(|entry| entry.size).sum(),
        zipped: 0,
        manifest_sha256: manifest::sha256(filled.manifest.as_bytes()),
        since: earlier.map(|earlier| filled.since(&earlier.entries)),
        changed,
    };
    let since = packaged.since.as_ref();
    let sheet = site.handover(&Handover {
        pages: packaged.pages,
        files: packaged.files,
        bytes: packaged.bytes,
        manifest_sha256: &packaged.manifest_sha256,
        since: since.map(|since| (since.added, since.changed, since.removed.len())),
        retold: packaged.changed.as_ref().map(retold),
    })?;
    let removed: String =
        since.iter().flat_map(|since| &since.removed).map(|path| format!("{path}\r\n")).collect();
    let mut beside = vec![
        ("phieu-ban-giao.html", sheet),
        ("SHA256SUMS", filled.sums().into_bytes()),
        ("da-xoa.txt", removed.into_bytes()),
    ];
    beside.extend(site.hosting_samples());
    let signed = format!("{SITE}{}", signature::NAME);
    if let Some(key) = key {
        let model = site.model();
        let named = [&model.directive.number, &model.settings.title];
        let name = named.into_iter().find(|name| !name.is_empty());
        let comment = format!("{} {as_of}", name.map_or("", String::as_str));
        let signature = signature::sign(key, filled.manifest.as_bytes(), &comment);
        beside.push((&signed, signature.map_err(|_| BuildError::Unsigned)?.into_bytes()));
    }
    packaged.zipped = filled.write(to, &beside)?;
    Ok(packaged)
}

/// The changes of a verdict, under the keys of their words.
fn retold(changed: &Changed) -> Retold<'_> {
    Retold { from: changed.from, gone: &changed.gone, tasks: changed.by_kind().into() }
}
