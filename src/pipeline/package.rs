//! Renders the site into one zip: `tiendo package`.

use std::path::Path;

use super::gate::gate;
use super::render::{BuildError, Progress, pages, render};
use crate::assess::Assessment;
use crate::gate::{Changed, Earlier};
use crate::model::Model;
use crate::output::manifest;
use crate::publish::package::{Packing, Since};
use crate::site::{Handover, Retold, Site, Templates};

/// A package that was made.
#[derive(Clone, Debug)]
pub struct Packaged {
    /// How many of the site's files are pages for people.
    pub pages: usize,
    /// All files of the site but its manifest.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// The bytes of the zip.
    pub zipped: u64,
    /// SHA-256 of the site's manifest.
    pub manifest_sha256: String,
    /// What is new against the earlier site, if one was named.
    pub since: Option<Since>,
    /// What its tasks tell otherwise.
    pub changed: Option<Changed>,
}

/// Renders the site into one zip at `to`, with what its publisher needs: a hand-over sheet, sums,
/// the files to be deleted, samples for web servers.
///
/// # Errors
///
/// See [`BuildError`]. A package of that name that was there stands untouched.
pub fn package(
    model: Model,
    assessment: Assessment,
    templates: Templates,
    content: &Path,
    to: &Path,
    earlier: Option<&Earlier>,
    progress: &dyn Progress,
) -> Result<Packaged, BuildError> {
    let site = Site::new(model, assessment, templates)?;
    let verdict = earlier.map(|earlier| gate(earlier, &site)).transpose()?;
    if let Some(verdict) = verdict.as_ref().filter(|verdict| !verdict.findings.is_empty()) {
        return Err(BuildError::Held(Box::new(verdict.clone())));
    }
    let packing = Packing::default();
    render(&site, content, progress, |path, bytes| packing.add(path, bytes))?;
    progress.ends();
    let filled = packing.fill();
    let mut packaged = Packaged {
        pages: pages(&site),
        files: filled.entries().count(),
        bytes: filled.entries().map(|entry| entry.size).sum(),
        zipped: 0,
        manifest_sha256: manifest::sha256(filled.manifest.as_bytes()),
        since: earlier.map(|earlier| filled.since(&earlier.entries)),
        changed: verdict.map(|verdict| verdict.changed),
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
    packaged.zipped = filled.write(to, &beside)?;
    Ok(packaged)
}

/// What changed in content, under the keys of its words.
fn retold(changed: &Changed) -> Retold<'_> {
    Retold {
        from: changed.from,
        gone: &changed.gone,
        tasks: vec![
            ("handover-done", &changed.done),
            ("handover-overdue", &changed.overdue),
            ("handover-redated", &changed.redated),
            ("handover-reopened", &changed.reopened),
            ("handover-stopped", &changed.stopped),
            ("handover-added", &changed.added),
        ],
    }
}
