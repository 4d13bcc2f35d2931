//! Prepares a new document of `documents.yaml` with its file, before anything is written.
//!
//! The name of the published file follows from the symbol and from what the file holds, never from
//! its own name.

use std::fs;
use std::path::Path;

use crate::check::rules::attachment_type::TYPES;
use crate::content::magic::{HEAD_BYTES, Looks};
use crate::content::records::DocumentRecord;
use crate::fix::entry::{self, scalar};
use crate::fix::{apply, list};
use crate::model::{Id, Model};
use crate::output::journal::FileChange;
use crate::reading::names::{Found, Names};
use crate::vietnamese::slug;

/// A document that is not in `documents.yaml` yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDocument {
    /// Number and symbol.
    pub symbol: String,
    /// What it is about.
    pub title: String,
    /// The day as records hold it. Empty: unknown.
    pub date: String,
    /// Who issued it. Empty: unknown.
    pub issuer: String,
    /// Resolution, report, …: free text. May be empty.
    pub kind: String,
    /// Where it can be read. May be empty.
    pub url: String,
}

/// The file of a document.
#[derive(Clone, Copy, Debug)]
pub struct DocumentFile<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The name under which it was given.
    pub name: &'a str,
}

/// Why a document cannot be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentError {
    /// The document with this id has the symbol.
    Known(String),
    /// All ids that follow from the symbol are taken.
    NoId,
    /// The file is not what its ending says.
    Content {
        /// The ending.
        ending: String,
        /// What the file holds.
        looks: Looks,
    },
    /// Files with this ending are not published.
    Kind(String),
    /// `documents.yaml` has a style that only its author should continue.
    Style,
}

/// Maximum number of files whose names begin with the same id.
const MAX_FILES: usize = 9;
/// Maximum number of letters of a title that become an id.
const TITLE_LENGTH: usize = 40;

impl NewDocument {
    /// Returns the id of the document, and the files that change: the attachment, if there is one,
    /// and the list of documents. `is_elsewhere` tells ids that directives of the portal have already.
    ///
    /// # Errors
    ///
    /// [`DocumentError`].
    pub fn add(
        &self,
        root: &Path,
        model: &Model,
        file: Option<DocumentFile<'_>>,
        is_elsewhere: impl Fn(&str) -> bool,
    ) -> Result<(String, Vec<FileChange>), DocumentError> {
        let called = if self.symbol.is_empty() { &self.title } else { &self.symbol };
        if let Found::One(at) = Names::documents(model).named(called) {
            return Err(DocumentError::Known(model.documents[at].id.to_string()));
        }
        let ending = file.map(|file| ending(file)).transpose()?;
        let is_free = |id: &String| {
            let taken = |id: &Id| model.document_by_id(id).is_some();
            let attached = ending.as_ref().map(|ending| attachment(id, ending));
            let exists = attached.is_some_and(|name| root.join(name).symlink_metadata().is_ok());
            Id::parse(id).is_ok_and(|id| !taken(&id)) && !exists && !is_elsewhere(id)
        };
        let short: String = slug(called).chars().take(TITLE_LENGTH).collect();
        let short = short.trim_end_matches('-').to_owned();
        let id = ids(called).into_iter().chain([short]).find(is_free).ok_or(DocumentError::NoId)?;
        let attached = ending.map(|ending| attachment(&id, &ending));
        let registered = root.join("documents.yaml");
        let old = fs::read(&registered).ok();
        let text = old.clone().map_or(Ok(String::new()), String::from_utf8);
        let text = text.map_err(|_| DocumentError::Style)?;
        let free = |text: &String| if text.is_empty() { text.clone() } else { scalar(text, false) };
        let fields = [
            ("id", entry::id(&id)),
            ("symbol", free(&self.symbol)),
            ("title", scalar(&self.title, false)),
            ("date", self.date.clone()),
            ("issuer", free(&self.issuer)),
            ("kind", free(&self.kind)),
            ("url", free(&self.url)),
            ("file", attached.clone().unwrap_or_default()),
        ];
        let lines: Vec<String> = (fields.iter().filter(|(_, value)| !value.is_empty()))
            .map(|(key, value)| format!("{key}: {value}"))
            .collect();
        let edit = list::append::<Vec<DocumentRecord>>(&text, "", &[lines.join("\n")])
            .ok_or(DocumentError::Style)?;
        let new = apply(&text, vec![edit]).into_bytes();
        let attachment = file.zip(attached).map(|(file, attached)| FileChange {
            path: root.join(attached),
            old: None,
            new: Some(file.bytes.to_vec()),
        });
        let documents = FileChange { path: registered, old, new: Some(new) };
        Ok((id, attachment.into_iter().chain([documents]).collect()))
    }
}

/// Returns the path of a new attachment of the document with this id, as records name it, and the
/// file to be written.
///
/// # Errors
///
/// [`DocumentError`], if the file is of another kind than its ending says, or not to be published.
pub fn attach(
    root: &Path,
    id: &str,
    file: DocumentFile<'_>,
) -> Result<(String, FileChange), DocumentError> {
    let ending = ending(file)?;
    let further = (2..=MAX_FILES).map(|n| attachment(&format!("{id}-{n}"), &ending));
    let mut names = [attachment(id, &ending)].into_iter().chain(further);
    let is_free = |name: &String| root.join(name).symlink_metadata().is_err();
    let name = names.find(is_free).ok_or(DocumentError::NoId)?;
    let path = root.join(&name);
    Ok((name, FileChange { path, old: None, new: Some(file.bytes.to_vec()) }))
}

/// The path of the attachment of a document in the content folder.
fn attachment(id: &str, ending: &str) -> String {
    format!("attachments/{id}.{ending}")
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
fn ending(file: DocumentFile<'_>) -> Result<String, DocumentError> {
    let own = Path::new(file.name).extension().and_then(|ending| ending.to_str());
    let own = own.unwrap_or_default().to_lowercase();
    let looks = Looks::of(&file.bytes[..file.bytes.len().min(HEAD_BYTES as usize)]);
    let ending = match looks {
        Looks::Pdf => "pdf",
        Looks::Png => "png",
        Looks::Jpeg => "jpg",
        Looks::Webp => "webp",
        _ => own.as_str(),
    };
    if !looks.fits(ending) {
        return Err(DocumentError::Content { ending: ending.to_owned(), looks });
    }
    if !TYPES.contains(&ending) || matches!(looks, Looks::Program | Looks::Web | Looks::Empty) {
        return Err(DocumentError::Kind(own));
    }
    Ok(ending.to_owned())
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
        let looks =
            |ending: &str, looks| Err(DocumentError::Content { ending: ending.to_owned(), looks });
        let kind = |ending: &str| Err(DocumentError::Kind(ending.to_owned()));
        for (name, bytes, expected) in [
            ("báo cáo.pdf.exe", &b"%PDF-1.7"[..], Ok("pdf".to_owned())),
            ("..\\..\\x.docx", b"PK\x03\x04", Ok("docx".to_owned())),
            ("anh", b"\xff\xd8\xff\xe0", Ok("jpg".to_owned())),
            ("x.pdf", b"<html>", looks("pdf", Looks::Web)),
            ("x.p/df", b"text", kind("")),
            ("x.txt", b"text", Ok("txt".to_owned())),
            ("x.doc", b"\xd0\xcf\x11\xe0", kind("doc")),
            ("x", b"", kind("")),
        ] {
            assert_eq!(ending(DocumentFile { bytes, name }), expected, "{name}");
        }
    }
}
