//! Reads the text of a file, within limits, and reports invalid or suspicious characters.

use std::io::Read;

use super::super::magic::{HEAD_BYTES, Looks};
use super::super::open;
use super::super::rules::{
    file_too_large, invisible_character, legacy_encoding, not_nfc, not_utf8, old_line_ends,
    yaml_nul,
};
use super::found::{FileKind, Found, StrayKind};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::source::FileId;
use crate::vietnamese::{self, SuspicionKind};

/// Maximum size of a record file in bytes.
pub const MAX_RECORD_BYTES: u64 = 1024 * 1024;
/// Maximum size of a note in bytes.
pub const MAX_NOTE_BYTES: u64 = 256 * 1024;
/// Maximum size of an attachment in bytes.
pub const MAX_ATTACHMENT_BYTES: u64 = 20 * 1024 * 1024;
/// Maximum number of diagnostics about the characters of one file.
const MAX_CHARACTER_DIAGNOSTICS: usize = 5;

/// Reads a text and normalises it: UTF-8, no byte order mark, normal form C, modern line ends.
///
/// Returns `None` if there is no text to show. The diagnostics say why.
pub fn read_text(found: &Found, file: FileId) -> (Option<String>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let limit = match found.kind {
        FileKind::Note => MAX_NOTE_BYTES,
        FileKind::Attachment => MAX_ATTACHMENT_BYTES,
        _ => MAX_RECORD_BYTES,
    };
    let read = match &found.instead {
        Some(instead) => Ok(instead[..instead.len().min(limit as usize + 1)].to_vec()),
        None => open::beginning(found.root(), &found.path, limit + 1),
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(refusal) => {
            diagnostics.push(StrayKind::from(refusal).at(Place::file(file)));
            return (None, diagnostics);
        }
    };
    if bytes.len() as u64 > limit {
        let size = found.size.max(bytes.len() as u64);
        diagnostics.push(
            Diagnostic::of(&file_too_large::RULE, Place::file(file))
                .arg("size", size.div_ceil(1024))
                .arg("limit", limit / 1024),
        );
        return (None, diagnostics);
    }
    if is_utf16(&bytes) {
        diagnostics.push(Diagnostic::of(&not_utf8::RULE, Place::file(file)).arg("read", "UTF-16"));
        return (None, diagnostics);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            // The text before the invalid byte is kept, so that its line and column are known.
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let place = Place::bytes(file, at..at + '\u{fffd}'.len_utf8());
            diagnostics
                .push(Diagnostic::of(&not_utf8::RULE, place).arg("read", format!("0x{byte:02X}")));
            return (Some(text), diagnostics);
        }
    };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let text = match modern_line_ends(&text, file) {
        Some((mended, diagnostic)) => {
            diagnostics.push(diagnostic);
            mended
        }
        None => text,
    };
    let text = match normal_form(&text, file) {
        Some((mended, diagnostic)) => {
            diagnostics.push(diagnostic);
            mended
        }
        None => text,
    };
    suspicions(&text, file, &mut diagnostics);
    (Some(text), diagnostics)
}

/// Whether the bytes are UTF-16: they have its mark, or very many null bytes.
fn is_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    let nulls = start.iter().filter(|byte| **byte == 0).count();
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || nulls > start.len() / 4
}

/// Converts lone carriage returns to line feeds, if all lines end in them, and reports the first.
/// All bytes keep their position. A single one among other line ends is an invisible character.
fn modern_line_ends(text: &str, file: FileId) -> Option<(String, Diagnostic)> {
    let first = text.find(['\r', '\n'])?;
    if text.contains('\n') {
        return None;
    }
    let diagnostic = Diagnostic::of(&old_line_ends::RULE, Place::bytes(file, first..first));
    Some((text.replace('\r', "\n"), diagnostic))
}

/// Converts the text to normal form C, if necessary, and reports the first letter that differs.
fn normal_form(text: &str, file: FileId) -> Option<(String, Diagnostic)> {
    let normal = vietnamese::nfc(text);
    if normal == text {
        return None;
    }
    let same = text.bytes().zip(normal.bytes()).take_while(|(a, b)| a == b).count();
    let at = (0..=same).rev().find(|at| normal.is_char_boundary(*at)).unwrap_or(0);
    let end = at + normal[at..].chars().next().map_or(0, char::len_utf8);
    let diagnostic = Diagnostic::of(&not_nfc::RULE, Place::bytes(file, at..end));
    Some((normal.into_owned(), diagnostic))
}

fn suspicions(text: &str, file: FileId, diagnostics: &mut Diagnostics) {
    let mut from = 0;
    for _ in 0..MAX_CHARACTER_DIAGNOSTICS {
        let Some(suspicion) = vietnamese::suspicious(&text[from..]) else { return };
        let range = from + suspicion.range.start..from + suspicion.range.end;
        let place = Place::bytes(file, range.clone());
        diagnostics.push(match suspicion.kind {
            SuspicionKind::LegacyEncoding => Diagnostic::of(&legacy_encoding::RULE, place)
                .arg("read", &text[range.clone()])
                .arg("cause", "old-font"),
            SuspicionKind::MisreadUtf8 => Diagnostic::of(&legacy_encoding::RULE, place)
                .arg("read", &text[range.clone()])
                .arg("cause", "misread"),
            SuspicionKind::Invisible('\0') => Diagnostic::of(&yaml_nul::RULE, place),
            SuspicionKind::Invisible(c) => Diagnostic::of(&invisible_character::RULE, place)
                .arg("read", format!("U+{:04X}", u32::from(c))),
        });
        // The rest of a line in the wrong encoding is wrong too and is not reported again.
        from = text[range.end..].find('\n').map_or(text.len(), |n| range.end + n);
    }
}

/// Detects the type of an attachment. Only its first bytes are read.
pub fn look_at(found: &Found, file: FileId) -> (Looks, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut head = Vec::new();
    if let Some(instead) = &found.instead {
        return (Looks::of(&instead[..instead.len().min(HEAD_BYTES as usize)]), diagnostics);
    }
    let read = found.open().and_then(|f| Ok(f.take(HEAD_BYTES).read_to_end(&mut head)?));
    if let Err(refusal) = read {
        diagnostics.push(StrayKind::from(refusal).at(Place::file(file)));
        return (Looks::Other, diagnostics);
    }
    (Looks::of(&head), diagnostics)
}
