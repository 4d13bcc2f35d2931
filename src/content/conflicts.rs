//! Finds the marks of a merge that nobody finished: `<<<<<<<`, `|||||||`, `=======`, `>>>>>>>`.

use std::ops::Range;

use memchr::memmem;

use super::files::{Found, MAX_ATTACHMENT_BYTES};
use super::rules::merge_conflict;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::source::FileId;

/// Returns one diagnostic for each conflict in a text, which names all of its marks.
///
/// A row of `=` alone may underline a heading, so it counts only together with another mark.
pub(super) fn find(text: &str, file: FileId) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let holds = |mark: &[u8]| memmem::find(text.as_bytes(), mark).is_some();
    if !holds(b"<<<<<<<") && !holds(b">>>>>>>") {
        return diagnostics;
    }
    let mut marks: Vec<(u8, usize, Range<usize>)> = Vec::new();
    let mut at = 0;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        let start = at + line.len() - line.trim_start().len();
        if let Some(sign) = mark(line.trim()) {
            marks.push((sign, n + 1, start..start + line.trim().len()));
        }
        at += line.len();
    }
    let mut rest = &marks[..];
    while !rest.is_empty() {
        // A conflict ends with `>`, or where the next one begins.
        let ends = |(n, (sign, ..)): (usize, &(u8, usize, Range<usize>))| match sign {
            b'>' => Some(n + 1),
            b'<' if n > 0 => Some(n),
            _ => None,
        };
        let end = rest.iter().enumerate().find_map(ends).unwrap_or(rest.len());
        let (conflict, others) = rest.split_at(end);
        rest = others;
        if conflict.iter().any(|(sign, ..)| matches!(sign, b'<' | b'>')) {
            let lines: Vec<String> = conflict.iter().map(|(_, line, _)| line.to_string()).collect();
            let place = Place::bytes(file, conflict[0].2.clone());
            let diagnostic = Diagnostic::of(&merge_conflict::RULE, place);
            diagnostics.push(diagnostic.arg("lines", lines.join(", ")));
        }
    }
    diagnostics
}

/// Returns the sign of a line that is a mark: seven times the same, alone or before a name.
fn mark(line: &str) -> Option<u8> {
    let sign = *line.as_bytes().first()?;
    let count = line.bytes().take_while(|byte| *byte == sign).count();
    let is_alone = line.len() == count;
    let is_mark = match sign {
        b'=' => is_alone,
        b'<' | b'>' | b'|' => is_alone || line[count..].starts_with(' '),
        _ => false,
    };
    (is_mark && count == 7).then_some(sign)
}

/// Looks for conflicts in an attachment that is a text. Returns the text if there are any.
pub(super) fn of_attachment(found: &Found, file: FileId) -> Option<(String, Diagnostics)> {
    let ending = found.relative.rsplit('.').next().unwrap_or_default();
    if !["csv", "txt"].iter().any(|text| ending.eq_ignore_ascii_case(text)) {
        return None;
    }
    let bytes = found.read(MAX_ATTACHMENT_BYTES).ok()?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let diagnostics = find(&text, file);
    diagnostics.has_errors().then_some((text, diagnostics))
}
