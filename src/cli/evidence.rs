//! A new document with its file, which an entry cites as evidence:
//! `update --evidence-file SCAN.pdf --document "45/BC-SKHĐT, 12/7/2021"`.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::Common;
use super::given::{Given, Refusal};
use super::trouble::reason;
use crate::check::rules::attachment_type::TYPES;
use crate::content::files::MAX_ATTACHMENT_BYTES;
use crate::output::journal::FileChange;
use crate::pipeline::{DocumentError, DocumentFile, NewDocument};
use crate::vietnamese::nfc;

/// A document that is added with the entry that cites it.
pub(super) struct Attached {
    /// Its id.
    pub(super) id: String,
    /// Its file, and the list with the document added.
    pub(super) files: Vec<FileChange>,
}

impl Attached {
    /// Reads the file, and the description: symbol, date, and optionally title, with commas between.
    pub(super) fn take(
        file: &Path,
        described: Option<&str>,
        common: &Common,
        given: Given<'_>,
    ) -> Result<Self, Refusal> {
        let locale = given.report.locale();
        let say =
            |key: &str, value: String| Refusal::new(locale.format(key, &[("value", value.into())]));
        let described = described.unwrap_or_default();
        let mut parts = described.splitn(3, ',').map(str::trim);
        let symbol = nfc(parts.next().unwrap_or_default()).into_owned();
        let date = parts.next().unwrap_or_default();
        if symbol.is_empty() || date.is_empty() {
            return Err(say("evidence-not-described", described.to_owned()));
        }
        let date = given.day(date)?.to_string();
        let title = match parts.next().filter(|title| !title.is_empty()) {
            Some(title) => nfc(title).into_owned(),
            None => locale.format("evidence-title", &[("symbol", (&symbol).into())]),
        };
        let bytes = read(file).map_err(|error| match error {
            Unread::TooLarge => say("evidence-too-large", file.display().to_string()),
            Unread::Disk(error) => {
                let args = [
                    ("path", file.display().to_string().into()),
                    ("reason", reason(&error, locale).into()),
                ];
                Refusal::new(locale.format("trouble-read", &args))
            }
        })?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let document = NewDocument {
            symbol,
            title,
            date,
            issuer: String::new(),
            kind: String::new(),
            url: String::new(),
        };
        let attached = DocumentFile { bytes: &bytes, name: &name };
        let added = document.add(&common.content, given.model, Some(attached), |_| false);
        let (id, files) = added.map_err(|error| match error {
            DocumentError::Known(id) => {
                let args = [("value", (&document.symbol).into()), ("id", id.into())];
                Refusal::new(locale.format("evidence-known", &args))
            }
            DocumentError::NoId => say("evidence-no-id", document.symbol.clone()),
            DocumentError::Content { ending, looks } => {
                let args = [("ending", ending.into()), ("read", looks.name().into())];
                let said = locale.format("attachment-content", &args);
                Refusal::new(format!("{}: {said}", file.display()))
            }
            DocumentError::Kind(ending) => {
                let args = [("read", ending.into()), ("known", TYPES.join(", ").into())];
                let said = locale.format("attachment-type", &args);
                Refusal::new(format!("{}: {said}", file.display()))
                    .and(locale.format("attachment-type.help", &args))
            }
            DocumentError::Style => {
                let path = common.content.join("documents.yaml");
                say("update-cannot", path.display().to_string())
            }
        })?;
        Ok(Attached { id, files })
    }
}

enum Unread {
    TooLarge,
    Disk(std::io::Error),
}

fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Unread::Disk)?;
    file.take(MAX_ATTACHMENT_BYTES + 1).read_to_end(&mut bytes).map_err(Unread::Disk)?;
    if bytes.len() as u64 > MAX_ATTACHMENT_BYTES { Err(Unread::TooLarge) } else { Ok(bytes) }
}
