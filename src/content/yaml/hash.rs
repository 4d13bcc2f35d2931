//! Finds ` #` in a text without quotes, where YAML begins a comment and the author went on writing.
//!
//! Only values that readers see as sentences or names are looked at. After a date, an id or a word
//! of the records a comment is normal, and so it is after quotes, which show where the value ends.

use std::ops::Range;

use super::super::rules::{yaml_hash, yaml_hash_in_text};
use super::lines::line_around;
use super::mistake::{Mistake, shorten};
use super::signs::is_key_byte;

/// Fields whose values are sentences or names.
const TEXTS: [&str; 20] = [
    "title",
    "text",
    "product",
    "clause",
    "summary",
    "subject",
    "name",
    "short",
    "issuer",
    "publisher",
    "contact",
    "notice",
    "note",
    "reason",
    "no_tasks",
    "place",
    "recipients",
    "aliases",
    "one",
    "many",
];

/// Finds what is cut off from the value of a field. `indent` is the column of the field.
pub(super) fn cut_off(
    text: &str,
    field: &str,
    value: &Range<usize>,
    indent: usize,
) -> Option<Mistake> {
    if !TEXTS.contains(&field) || value.is_empty() {
        return None;
    }
    let line = value.end..line_around(text, value.end).end;
    let rest = text[line.clone()].trim_end();
    let (start, end) = match rest.trim_start_matches([' ', '\t']) {
        behind if behind.starts_with('#') => {
            (line.start + rest.len() - behind.len(), line.start + rest.len())
        }
        "" => continued(text, line.end, indent)?,
        _ => return None,
    };
    let what = shorten(&text[start..end]);
    // `#2` is hardly a comment; `# remark` may be either.
    let is_text = text[start + 1..].starts_with(char::is_alphanumeric);
    let whole = value.start..last_line(text, end, indent);
    if !is_text && whole.end == end {
        return Some(Mistake { rule: &yaml_hash::RULE, range: start..end, what, fix: None });
    }
    let fix = Some((whole.clone(), quoted(&text[whole])));
    Some(Mistake { rule: &yaml_hash_in_text::RULE, range: start..end, what, fix })
}

/// Returns the end of the text that goes on after a comment: lines that are indented deeper than
/// its field and are no fields themselves.
fn last_line(text: &str, end: usize, indent: usize) -> usize {
    let mut last = end;
    let mut line = line_around(text, end);
    while line.end < text.len() {
        line = line_around(text, line.end + 1);
        let written = text[line.clone()].trim_end();
        let body = written.trim_start_matches(' ');
        let key = body.split(':').next().unwrap_or_default();
        let is_field = key.len() < body.len() && key.bytes().all(is_key_byte);
        if body.is_empty()
            || written.len() - body.len() <= indent
            || is_field
            || body.starts_with(['#', '-'])
        {
            break;
        }
        last = line.start + written.len();
    }
    last
}

/// Finds a line after a text that goes on with `#2`, indented like the text's other lines.
fn continued(text: &str, line_end: usize, indent: usize) -> Option<(usize, usize)> {
    let line = line_around(text, text.get(line_end + 1..).map(|_| line_end + 1)?);
    let body = text[line.clone()].trim_end();
    let behind = body.trim_start_matches(' ');
    let is_deeper = body.len() - behind.len() > indent;
    let is_text = behind.strip_prefix('#')?.starts_with(char::is_alphanumeric);
    (is_deeper && is_text)
        .then(|| (line.start + body.len() - behind.len(), line.start + body.len()))
}

/// Finds the comment inside a bracket that is never closed.
pub(super) fn in_brackets(yaml: &str, open: usize) -> Option<Mistake> {
    let line = open..line_around(yaml, open).end;
    let at = line.start + comment(&yaml[line.clone()])?;
    let range = at..line.start + yaml[line].trim_end().len();
    Some(Mistake { fix: None, ..Mistake::of(&yaml_hash_in_text::RULE, yaml, range) })
}

/// Returns where a comment begins in a line without quotes.
fn comment(line: &str) -> Option<usize> {
    let quoted = line.contains(['"', '\'']);
    let at = line.match_indices('#').map(|(at, _)| at);
    let mut at = at.filter(|at| line[..*at].is_empty() || line[..*at].ends_with([' ', '\t']));
    at.next().filter(|_| !quoted)
}

/// Returns a text in double quotes.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
