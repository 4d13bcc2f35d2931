//! A new document with its file, which an entry cites as evidence:
//! `update --evidence-file SCAN.pdf --document "45/BC-SKHĐT, 12/7/2021"`.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use super::Common;
use super::given::{Given, Refusal};
use super::trouble::reason;
use crate::content::files::MAX_ATTACHMENT_BYTES;
use crate::content::magic::{HEAD_BYTES, Looks};
use crate::content::records::DocumentRecord;
use crate::fix::entry::{self, scalar};
use crate::fix::{apply, list};
use crate::model::Id;
use crate::output::journal::FileChange;
use crate::reading::names::{Found, Names};
use crate::vietnamese::{nfc, slug};

/// A document that is not in `documents.yaml` yet.
pub(super) struct NewDocument {
    /// Its id.
    pub(super) id: String,
    /// Its file, and the list with the document added.
    pub(super) files: Vec<FileChange>,
}

impl NewDocument {
    /// Reads the file, and the description: symbol, date, and optionally title, with commas between.
    ///
    /// The name of the published file follows from the symbol and from what the file holds, never
    /// from its own name.
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
        let date = given.day(date)?;
        let title = match parts.next().filter(|title| !title.is_empty()) {
            Some(title) => nfc(title).into_owned(),
            None => locale.format("evidence-title", &[("symbol", (&symbol).into())]),
        };
        if let Found::One(at) = Names::documents(given.model).find(&symbol) {
            let id = given.model.documents[at].id.to_string();
            let args = [("value", (&symbol).into()), ("id", id.into())];
            return Err(Refusal::new(locale.format("evidence-known", &args)));
        }
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
        let ending = ending(file, &bytes);
        let looks = Looks::of(&bytes[..bytes.len().min(HEAD_BYTES as usize)]);
        if !looks.fits(&ending) {
            let args = [("ending", (&ending).into()), ("read", looks.name().into())];
            let said = locale.format("attachment-content", &args);
            return Err(Refusal::new(format!("{}: {said}", file.display())));
        }
        let ids = ids(&symbol).into_iter();
        let is_free =
            |id: &String| Id::parse(id).is_ok_and(|id| given.model.document_by_id(&id).is_none());
        let id = ids.into_iter().find(is_free);
        let id = id.ok_or_else(|| say("evidence-no-id", symbol.clone()))?;
        let attached = format!("{id}.{ending}");
        let registered = common.content.join("documents.yaml");
        let old = fs::read(&registered).ok();
        let text = old.clone().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        let fields = [
            ("id", entry::id(&id)),
            ("symbol", scalar(&symbol, false)),
            ("title", scalar(&title, false)),
            ("date", date.to_string()),
            ("file", format!("attachments/{attached}")),
        ];
        let lines: Vec<String> =
            fields.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let edit = list::append::<Vec<DocumentRecord>>(&text, "", &[lines.join("\n")])
            .ok_or_else(|| say("update-cannot", registered.display().to_string()))?;
        let attachment = FileChange {
            path: common.content.join("attachments").join(&attached),
            old: None,
            new: Some(bytes),
        };
        let new = apply(&text, vec![edit]).into_bytes();
        let documents = FileChange { path: registered, old, new: Some(new) };
        Ok(NewDocument { id, files: vec![attachment, documents] })
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

/// Ids for a document with this symbol, the best first: of "52/BC-SCT" bc-52, bc-52-sct.
fn ids(symbol: &str) -> Vec<String> {
    let whole = slug(symbol);
    let Some((number, rest)) = symbol.split_once('/') else { return vec![whole] };
    let mut words = rest.split('-').map(slug).filter(|word| !word.is_empty());
    // A year may stand between the number and the type: "34/2023/QĐ-UBND".
    let year = rest.split_once('/').map(|(year, _)| slug(year));
    let kind = match (&year, rest.split_once('/')) {
        (Some(_), Some((_, kind))) => kind.split('-').next().map(slug),
        _ => words.next(),
    };
    let Some(kind) = kind else { return vec![whole] };
    let short = format!("{kind}-{}", slug(number));
    let issuer = rest.rsplit('-').next().map(slug).filter(|issuer| *issuer != kind);
    let with_issuer = issuer.map(|issuer| format!("{short}-{issuer}"));
    let with_year = year.map(|year| format!("{short}-{year}"));
    [Some(short), with_issuer, with_year, Some(whole)].into_iter().flatten().collect()
}

/// The ending of the published file, by what the file holds. Its own ending decides only among
/// office documents and plain texts, which look alike.
fn ending(path: &Path, bytes: &[u8]) -> String {
    let own =
        path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    match Looks::of(bytes) {
        Looks::Pdf => "pdf".to_owned(),
        Looks::Png => "png".to_owned(),
        Looks::Jpeg => "jpg".to_owned(),
        Looks::Webp => "webp".to_owned(),
        _ if own.is_empty() || !own.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            "bin".to_owned()
        }
        _ => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_from_symbols() {
        for (symbol, first, last) in [
            ("52/BC-SCT", "bc-52", "52-bc-sct"),
            ("34/2023/QĐ-UBND", "qd-34", "34-2023-qd-ubnd"),
            ("45/BC-SKHĐT", "bc-45", "45-bc-skhdt"),
            ("Giấy mời", "giay-moi", "giay-moi"),
        ] {
            let ids = ids(symbol);
            assert_eq!((ids[0].as_str(), ids.last().unwrap().as_str()), (first, last), "{symbol}");
            assert!(ids.iter().all(|id| Id::parse(id).is_ok()), "{ids:?}");
        }
        assert_eq!(ids("34/2023/QĐ-UBND")[2], "qd-34-2023");
    }

    #[test]
    fn the_ending_follows_from_the_bytes() {
        for (name, bytes, expected) in [
            ("báo cáo.pdf.exe", &b"%PDF-1.7"[..], "pdf"),
            ("x.docx", b"PK\x03\x04", "docx"),
            ("anh", b"\xff\xd8\xff\xe0", "jpg"),
            ("x.pdf", b"<html>", "pdf"),
            ("x.p/df", b"text", "bin"),
        ] {
            assert_eq!(ending(Path::new(name), bytes), expected, "{name}");
        }
    }
}
