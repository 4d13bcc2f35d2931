//! Splits a note into YAML front matter and a Markdown body.

use std::ops::Range;

use super::rules::{front_matter_missing, front_matter_unclosed};
use crate::diagnostic::{Diagnostic, Place};
use crate::source::FileId;

/// The ranges of the two parts of a note.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the two `---` lines.
    pub front: Range<usize>,
    /// Everything after the front matter.
    pub body: Range<usize>,
}

/// Why a note cannot be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontMatterError {
    /// The first line is not `---`.
    Missing,
    /// There is no second `---` line. It belongs at this offset.
    Unclosed(usize),
}

impl FrontMatterError {
    /// Returns the diagnostic.
    pub fn at(self, file: FileId) -> Diagnostic {
        let (rule, at) = match self {
            FrontMatterError::Missing => (&front_matter_missing::RULE, 0),
            FrontMatterError::Unclosed(at) => (&front_matter_unclosed::RULE, at),
        };
        Diagnostic::of(rule, Place::bytes(file, at..at))
    }
}

/// Splits the text of a note.
///
/// # Errors
///
/// If the note does not begin with `---`, YAML and `---`, each mark on a line of its own.
pub fn split(text: &str) -> Result<Parts, FrontMatterError> {
    let is_mark = |line: &str| line.trim_end() == "---";
    let mut at = 0;
    let mut front = None;
    let mut end_of_yaml = None;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        match front {
            None if is_mark(line) => front = Some(next),
            None if line.trim().is_empty() => {}
            None => return Err(FrontMatterError::Missing),
            Some(start) if is_mark(line) => {
                return Ok(Parts { front: start..at, body: next..text.len() });
            }
            Some(_) if end_of_yaml.is_none() && !looks_like_yaml(line) => end_of_yaml = Some(at),
            Some(_) => {}
        }
        at = next;
    }
    Err(match front {
        Some(_) => FrontMatterError::Unclosed(end_of_yaml.unwrap_or(at)),
        None => FrontMatterError::Missing,
    })
}

/// Whether a line may belong to front matter: a key, an item, an indented line or a comment.
fn looks_like_yaml(line: &str) -> bool {
    let line = line.trim_end();
    let key = line.split(':').next().unwrap_or_default();
    let is_key = key.len() < line.len()
        && !key.is_empty()
        && key.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
    is_key
        || line.starts_with([' ', '\t', '#']) && !line.trim().is_empty()
        || line.starts_with("- ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_stands_between_two_marks() {
        let text = "---\r\ntitle: a\r\n---\r\nbody\n---\n";
        let parts = split(text).unwrap();
        assert_eq!(&text[parts.front], "title: a\r\n");
        assert_eq!(&text[parts.body], "body\n---\n");
    }

    #[test]
    fn a_note_without_its_marks_is_refused() {
        assert_eq!(split("title: a\n"), Err(FrontMatterError::Missing));
        assert_eq!(split(""), Err(FrontMatterError::Missing));
        assert_eq!(split("---\ntitle: a\n"), Err(FrontMatterError::Unclosed(13)));
        assert_eq!(split("---\ntitle: a\n----\nb\n"), Err(FrontMatterError::Unclosed(13)));
    }
}
