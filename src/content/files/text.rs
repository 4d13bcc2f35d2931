//! Reads the text of a file, within limits, and says what is wrong with its characters.

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

/// Largest record file, in bytes.
pub const MAX_RECORD_BYTES: u64 = 1024 * 1024;
/// Largest note, in bytes.
pub const MAX_NOTE_BYTES: u64 = 256 * 1024;
/// Largest attachment, in bytes.
pub const MAX_ATTACHMENT_BYTES: u64 = 20 * 1024 * 1024;
/// Most complaints about the characters of one file.
const MAX_SUSPICIONS: usize = 5;

/// Reads a text: UTF-8 within the limits, without a byte order mark, in normal form C,
/// with line ends that editors of our day write.
///
/// `None` when there is nothing to show; what is wrong with it is in the list.
pub fn read_text(found: &Found, file: FileId) -> (Option<String>, Diagnostics) {
    let mut faults = Diagnostics::default();
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
            faults.push(StrayKind::from(refusal).at(Place::file(file)));
            return (None, faults);
        }
    };
    if bytes.len() as u64 > limit {
        let size = found.size.max(bytes.len() as u64);
        faults.push(
            Diagnostic::of(&file_too_large::RULE, Place::file(file))
                .arg("size", size.div_ceil(1024))
                .arg("limit", limit / 1024),
        );
        return (None, faults);
    }
    if is_utf16(&bytes) {
        faults.push(Diagnostic::of(&not_utf8::RULE, Place::file(file)).arg("read", "UTF-16"));
        return (None, faults);
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[at];
            // The text before the fault is right, so its line and column can be told.
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let place = Place::bytes(file, at..at + '\u{fffd}'.len_utf8());
            faults
                .push(Diagnostic::of(&not_utf8::RULE, place).arg("read", format!("0x{byte:02X}")));
            return (Some(text), faults);
        }
    };
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let text = match modern_line_ends(&text, file) {
        Some((mended, fault)) => {
            faults.push(fault);
            mended
        }
        None => text,
    };
    let text = match normal_form(&text, file) {
        Some((mended, fault)) => {
            faults.push(fault);
            mended
        }
        None => text,
    };
    suspicions(&text, file, &mut faults);
    (Some(text), faults)
}

/// UTF-16 with its mark, or so many null bytes that it can be nothing else.
fn is_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(512)];
    let nulls = start.iter().filter(|byte| **byte == 0).count();
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || nulls > start.len() / 4
}

/// The text with line feeds, if all its lines end in lone carriage returns, and the complaint at
/// the first of them. No byte moves. A stray one among other line ends is an invisible character.
fn modern_line_ends(text: &str, file: FileId) -> Option<(String, Diagnostic)> {
    let first = text.find(['\r', '\n'])?;
    if text.contains('\n') {
        return None;
    }
    let fault = Diagnostic::of(&old_line_ends::RULE, Place::bytes(file, first..first));
    Some((text.replace('\r', "\n"), fault))
}

/// The text in normal form C, if it was not, and the complaint at the first letter that differs.
fn normal_form(text: &str, file: FileId) -> Option<(String, Diagnostic)> {
    let normal = vietnamese::nfc(text);
    if normal == text {
        return None;
    }
    let same = text.bytes().zip(normal.bytes()).take_while(|(a, b)| a == b).count();
    let at = (0..=same).rev().find(|at| normal.is_char_boundary(*at)).unwrap_or(0);
    let end = at + normal[at..].chars().next().map_or(0, char::len_utf8);
    let fault = Diagnostic::of(&not_nfc::RULE, Place::bytes(file, at..end));
    Some((normal.into_owned(), fault))
}

fn suspicions(text: &str, file: FileId, faults: &mut Diagnostics) {
    let mut from = 0;
    for _ in 0..MAX_SUSPICIONS {
        let Some(suspicion) = vietnamese::suspicious(&text[from..]) else { return };
        let range = from + suspicion.range.start..from + suspicion.range.end;
        let place = Place::bytes(file, range.clone());
        faults.push(match suspicion.kind {
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
        // The rest of a line in the wrong encoding is wrong in the same way.
        from = text[range.end..].find('\n').map_or(text.len(), |n| range.end + n);
    }
}

/// What an attachment is by its first bytes; nobody reads more of it before it is copied.
pub fn look_at(found: &Found, file: FileId) -> (Looks, Diagnostics) {
    let mut faults = Diagnostics::default();
    let mut head = Vec::new();
    let read = found.open().and_then(|f| Ok(f.take(HEAD_BYTES).read_to_end(&mut head)?));
    if let Err(refusal) = read {
        faults.push(StrayKind::from(refusal).at(Place::file(file)));
        return (Looks::Other, faults);
    }
    (Looks::of(&head), faults)
}
