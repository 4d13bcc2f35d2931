//! Helpers for lines of YAML text.

use std::ops::Range;

pub(super) fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    start..end
}

pub(super) fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let end = text[range.clone()].find('\n').map_or(range.end, |n| range.start + n);
    range.start..end
}

/// Returns the nearest line before `at` that has more than blanks or a comment.
pub(super) fn previous_line(text: &str, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    while end > 0 {
        let line = line_around(text, end - 1);
        let body = text[line.clone()].trim();
        if !body.is_empty() && !body.starts_with('#') {
            return Some(line);
        }
        end = line.start;
    }
    None
}

/// Returns the start of the value in a `key: value` or `- value` line.
pub(super) fn value_start(yaml: &str, line: &Range<usize>) -> Option<usize> {
    let text = &yaml[line.clone()];
    let body = text.trim_start();
    let value = match body.split_once(": ") {
        Some((_, value)) => value.trim_start(),
        None => body.strip_prefix("- ")?.trim_start(),
    };
    Some(line.end - value.len())
}

/// Finds the hyphen of an item without a value. `text` ends where the value should begin, and its
/// YAML begins at `start`. Comments may come between.
pub(super) fn dash_before(text: &str, start: usize) -> Option<usize> {
    let mut end = text.len();
    while end > start {
        let line = text[start..end].rfind('\n').map_or(start, |n| start + n + 1);
        let body = &text[line..end];
        let comment = body
            .match_indices('#')
            .find(|(at, _)| body[..*at].is_empty() || body[..*at].ends_with([' ', '\t']));
        let body = comment.map_or(body, |(at, _)| &body[..at]).trim_end();
        if !body.is_empty() {
            return body.ends_with('-').then(|| line + body.len() - 1);
        }
        end = line.saturating_sub(1);
    }
    None
}
