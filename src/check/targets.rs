//! Links `targets` of `site.yaml`: where the site is published. Each kind has its own fields.

use std::collections::BTreeMap;

use super::context::Context;
use super::fields::{self, join};
use super::rules::{doubled_id, secret_in_target, target_field, target_form};
use crate::content::records::TargetRecord;
use crate::diagnostic::Place;
use crate::model::Id;
use crate::model::target::{KEEP, MAX_KEEP, Target, TargetKind, TargetPlace};
use crate::source::FileId;

pub(super) fn link(cx: &mut Context<'_>, records: &[TargetRecord], file: FileId) -> Vec<Target> {
    let mut names: BTreeMap<String, Place> = BTreeMap::new();
    let mut targets = Vec::new();
    for (n, record) in records.iter().enumerate() {
        let path = format!("targets[{n}]");
        let Some(target) = target(cx, record, file, &path) else { continue };
        let place = Place::value(file, join(&path, "name"));
        match names.get(&target.name) {
            Some(first) => {
                let first = first.clone();
                cx.diagnostics.push(doubled_id::diagnostic(&target.name, place, first));
            }
            None => {
                names.insert(target.name.clone(), place);
                targets.push(target);
            }
        }
    }
    targets
}

fn target(cx: &mut Context<'_>, record: &TargetRecord, file: FileId, path: &str) -> Option<Target> {
    refuse_secrets(cx, record, file, path);
    let name = fields::required(cx, &record.name, file, path, "name");
    let keep = fields::number(cx, &record.keep, 0..=MAX_KEEP, file, &join(path, "keep"));
    fields::required(cx, &record.kind, file, path, "kind")?;
    let kind = fields::choice(cx, &record.kind, &TargetKind::ALL, file, &join(path, "kind"))?;
    refuse_fields_of_others(cx, record, kind, file, path);
    let place = place(cx, record, kind, file, path)?;
    let name = name?;
    if Id::parse(&name).is_err() {
        let place = Place::value(file, join(path, "name"));
        cx.diagnostics.push(target_form::diagnostic(&name, "name", place));
        return None;
    }
    Some(Target { name, place, keep: keep.map_or(KEEP, |keep| keep as usize) })
}

/// Reports fields that hold secrets.
fn refuse_secrets(cx: &mut Context<'_>, record: &TargetRecord, file: FileId, path: &str) {
    for (field, value) in [
        ("password", &record.password),
        ("passphrase", &record.passphrase),
        ("token", &record.token),
        ("secret", &record.secret),
        ("access_key_id", &record.access_key_id),
        ("secret_access_key", &record.secret_access_key),
        ("session_token", &record.session_token),
    ] {
        if value.is_some() {
            let place = Place::key(file, join(path, field));
            cx.diagnostics.push(secret_in_target::diagnostic(field, place));
        }
    }
}

/// Reports fields that only targets of other kinds have.
fn refuse_fields_of_others(
    cx: &mut Context<'_>,
    record: &TargetRecord,
    kind: TargetKind,
    file: FileId,
    path: &str,
) {
    for (field, value, kinds) in [
        ("path", &record.path, &[TargetKind::Folder][..]),
        ("releases", &record.releases, &[TargetKind::Folder]),
        ("host", &record.host, &[TargetKind::Sftp]),
        ("port", &record.port, &[TargetKind::Sftp]),
        ("user", &record.user, &[TargetKind::Sftp, TargetKind::Webdav]),
        ("endpoint", &record.endpoint, &[TargetKind::Webdav, TargetKind::S3]),
        ("bucket", &record.bucket, &[TargetKind::S3]),
        ("region", &record.region, &[TargetKind::S3]),
        ("root", &record.root, &[TargetKind::Sftp, TargetKind::Webdav, TargetKind::S3]),
    ] {
        if value.is_some() && !kinds.contains(&kind) {
            let place = Place::key(file, join(path, field));
            cx.diagnostics.push(target_field::diagnostic(field, kind.name(), place));
        }
    }
}

/// Reads the address of a target from the fields of its kind.
fn place(
    cx: &mut Context<'_>,
    record: &TargetRecord,
    kind: TargetKind,
    file: FileId,
    path: &str,
) -> Option<TargetPlace> {
    let mut text = |value: &Option<String>, name: &'static str, needed: bool| {
        field(cx, value, file, path, name, needed)
    };
    Some(match kind {
        TargetKind::Folder => {
            let folder = text(&record.path, "path", true);
            let releases = fields::yes_or_no(cx, &record.releases, file, &join(path, "releases"));
            TargetPlace::Folder { path: folder?, releases: releases.unwrap_or_default() }
        }
        TargetKind::Sftp => {
            let host = text(&record.host, "host", true);
            let user = text(&record.user, "user", false);
            let root = text(&record.root, "root", true);
            let port = fields::number(cx, &record.port, 1..=65535, file, &join(path, "port"));
            let port = port.and_then(|port| u16::try_from(port).ok());
            TargetPlace::Sftp { host: host?, port, user, root: root? }
        }
        TargetKind::Webdav => {
            let user = text(&record.user, "user", false);
            let root = text(&record.root, "root", false).unwrap_or_else(|| "/".to_owned());
            fields::required(cx, &record.endpoint, file, path, "endpoint");
            let endpoint = endpoint(cx, &record.endpoint, file, path);
            TargetPlace::Webdav { endpoint: endpoint?, user, root }
        }
        TargetKind::S3 => {
            let bucket = text(&record.bucket, "bucket", true);
            let region = text(&record.region, "region", false);
            let root = text(&record.root, "root", false).unwrap_or_else(|| "/".to_owned());
            let wanted = fields::trimmed(&record.endpoint).is_some();
            let endpoint = endpoint(cx, &record.endpoint, file, path);
            if wanted && endpoint.is_none() {
                return None;
            }
            TargetPlace::S3 { bucket: bucket?, endpoint, region, root }
        }
    })
}

/// Reads a field. A secret in it is reported first and never quoted.
fn field(
    cx: &mut Context<'_>,
    value: &Option<String>,
    file: FileId,
    path: &str,
    field: &'static str,
    needed: bool,
) -> Option<String> {
    let text = match fields::trimmed(value) {
        Some(text) => text,
        None if needed => return fields::required(cx, value, file, path, field),
        None => return None,
    };
    let place = Place::value(file, join(path, field));
    if secret_in_target::is_in(&text) || (field == "user" && text.contains(':')) {
        cx.diagnostics.push(secret_in_target::diagnostic(field, place));
        return None;
    }
    if !target_form::is_fine(&text, field) {
        cx.diagnostics.push(target_form::diagnostic(&text, field, place));
        return None;
    }
    Some(text)
}

/// Reads an http(s) address that contains no account.
fn endpoint(
    cx: &mut Context<'_>,
    value: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<String> {
    let text = fields::trimmed(value)?;
    let field = join(path, "endpoint");
    if secret_in_target::is_in(&text) {
        let place = Place::value(file, field);
        cx.diagnostics.push(secret_in_target::diagnostic("endpoint", place));
        return None;
    }
    fields::url(cx, value, file, &field)
}
