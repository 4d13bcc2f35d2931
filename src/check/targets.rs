//! Links `targets` of `site.yaml`: where the site is published, each kind with its own fields.

use std::collections::BTreeMap;

use super::linker::{Linker, join};
use super::rules::{doubled_id, secret_in_target, target_field, target_form};
use crate::content::records::TargetRecord;
use crate::diagnostic::Place;
use crate::model::Id;
use crate::model::target::{KEEP, MAX_KEEP, Target, TargetKind, TargetPlace};
use crate::source::FileId;

impl Linker<'_> {
    pub(super) fn targets(&mut self, records: &[TargetRecord], file: FileId) -> Vec<Target> {
        let mut names: BTreeMap<String, Place> = BTreeMap::new();
        let mut targets = Vec::new();
        for (n, record) in records.iter().enumerate() {
            let path = format!("targets[{n}]");
            let Some(target) = self.target(record, file, &path) else { continue };
            let place = Place::value(file, join(&path, "name"));
            match names.get(&target.name) {
                Some(first) => {
                    let first = first.clone();
                    self.faults.push(doubled_id::complaint(&target.name, place, first));
                }
                None => {
                    names.insert(target.name.clone(), place);
                    targets.push(target);
                }
            }
        }
        targets
    }

    fn target(&mut self, record: &TargetRecord, file: FileId, path: &str) -> Option<Target> {
        let TargetRecord {
            name,
            kind,
            path: folder,
            releases,
            host,
            port,
            user,
            endpoint,
            bucket,
            region,
            root,
            keep,
            password,
            passphrase,
            token,
            secret,
            access_key_id,
            secret_access_key,
            session_token,
        } = record;
        for (field, value) in [
            ("password", password),
            ("passphrase", passphrase),
            ("token", token),
            ("secret", secret),
            ("access_key_id", access_key_id),
            ("secret_access_key", secret_access_key),
            ("session_token", session_token),
        ] {
            if value.is_some() {
                let place = Place::key(file, join(path, field));
                self.faults.push(secret_in_target::complaint(field, place));
            }
        }
        let name = self.required(name, file, path, "name");
        let keep = self.number(keep, 0..=MAX_KEEP, file, &join(path, "keep"));
        let kind = match Self::text(kind) {
            None => {
                self.missing(file, path, "kind");
                None
            }
            Some(_) => self.choice(kind, &TargetKind::ALL, file, &join(path, "kind")),
        }?;
        for (field, value, kinds) in [
            ("path", folder, &[TargetKind::Folder][..]),
            ("releases", releases, &[TargetKind::Folder]),
            ("host", host, &[TargetKind::Sftp]),
            ("port", port, &[TargetKind::Sftp]),
            ("user", user, &[TargetKind::Sftp, TargetKind::Webdav]),
            ("endpoint", endpoint, &[TargetKind::Webdav, TargetKind::S3]),
            ("bucket", bucket, &[TargetKind::S3]),
            ("region", region, &[TargetKind::S3]),
            ("root", root, &[TargetKind::Sftp, TargetKind::Webdav, TargetKind::S3]),
        ] {
            if value.is_some() && !kinds.contains(&kind) {
                let place = Place::key(file, join(path, field));
                self.faults.push(target_field::complaint(field, kind.name(), place));
            }
        }
        let mut text = |value: &Option<String>, field: &'static str, needed: bool| {
            self.field(value, file, path, field, needed)
        };
        let place = match kind {
            TargetKind::Folder => {
                let folder = text(folder, "path", true);
                let releases = self.yes_or_no(releases, file, &join(path, "releases"));
                TargetPlace::Folder { path: folder?, releases: releases.unwrap_or_default() }
            }
            TargetKind::Sftp => {
                let host = text(host, "host", true);
                let user = text(user, "user", false);
                let root = text(root, "root", true);
                let port = self.number(port, 1..=65535, file, &join(path, "port"));
                let port = port.and_then(|port| u16::try_from(port).ok());
                TargetPlace::Sftp { host: host?, port, user, root: root? }
            }
            TargetKind::Webdav => {
                let user = text(user, "user", false);
                let root = text(root, "root", false).unwrap_or_else(|| "/".to_owned());
                if Self::text(endpoint).is_none() {
                    self.missing(file, path, "endpoint");
                }
                let endpoint = self.endpoint(endpoint, file, path);
                TargetPlace::Webdav { endpoint: endpoint?, user, root }
            }
            TargetKind::S3 => {
                let bucket = text(bucket, "bucket", true);
                let region = text(region, "region", false);
                let root = text(root, "root", false).unwrap_or_else(|| "/".to_owned());
                let wanted = Self::text(endpoint).is_some();
                let endpoint = self.endpoint(endpoint, file, path);
                if wanted && endpoint.is_none() {
                    return None;
                }
                TargetPlace::S3 { bucket: bucket?, endpoint, region, root }
            }
        };
        let name = name?;
        if Id::parse(&name).is_err() {
            let place = Place::value(file, join(path, "name"));
            self.faults.push(target_form::complaint(&name, "name", place));
            return None;
        }
        Some(Target { name, place, keep: keep.map_or(KEEP, |keep| keep as usize) })
    }

    /// A field's text, if it can be one; a secret in it is refused first, and never repeated.
    fn field(
        &mut self,
        value: &Option<String>,
        file: FileId,
        path: &str,
        field: &'static str,
        needed: bool,
    ) -> Option<String> {
        let text = match Self::text(value) {
            Some(text) => text,
            None if needed => return self.required(value, file, path, field),
            None => return None,
        };
        let place = Place::value(file, join(path, field));
        if secret_in_target::is_in(&text) || (field == "user" && text.contains(':')) {
            self.faults.push(secret_in_target::complaint(field, place));
            return None;
        }
        if !target_form::is_fine(&text, field) {
            self.faults.push(target_form::complaint(&text, field, place));
            return None;
        }
        Some(text)
    }

    /// An http(s) address without an account in it.
    fn endpoint(&mut self, value: &Option<String>, file: FileId, path: &str) -> Option<String> {
        let text = Self::text(value)?;
        let field = join(path, "endpoint");
        if secret_in_target::is_in(&text) {
            let place = Place::value(file, field);
            self.faults.push(secret_in_target::complaint("endpoint", place));
            return None;
        }
        self.url(value, file, &field)
    }
}
