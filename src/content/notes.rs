//! Parts a note into YAML front matter and Markdown body.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Place};
use crate::source::FileId;

/// Where the two parts of a note stand in its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts {
    /// The YAML between the two `---` lines.
    pub front: Range<usize>,
    /// Everything after.
    pub body: Range<usize>,
}

/// Why a note cannot be parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontMatterFault {
    /// The first line is not `---`.
    Missing,
    /// No second `---` line.
    Unclosed,
}

impl FrontMatterFault {
    /// The complaint about it.
    pub fn at(self, file: FileId) -> Diagnostic {
        let code = match self {
            FrontMatterFault::Missing => "front-matter-missing",
            FrontMatterFault::Unclosed => "front-matter-unclosed",
        };
        Diagnostic::error(code, Place::bytes(file, 0..0))
    }
}

/// Parts the text of a note.
///
/// # Errors
///
/// When it does not begin with `---`, YAML, `---`, each mark on a line of its own.
pub fn split(text: &str) -> Result<Parts, FrontMatterFault> {
    let is_mark = |line: &str| line.trim_end() == "---";
    let mut at = 0;
    let mut front = None;
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        match front {
            None if is_mark(line) => front = Some(next),
            None if line.trim().is_empty() => {}
            None => return Err(FrontMatterFault::Missing),
            Some(start) if is_mark(line) => {
                return Ok(Parts { front: start..at, body: next..text.len() });
            }
            Some(_) => {}
        }
        at = next;
    }
    Err(if front.is_some() { FrontMatterFault::Unclosed } else { FrontMatterFault::Missing })
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
        assert_eq!(split("title: a\n"), Err(FrontMatterFault::Missing));
        assert_eq!(split(""), Err(FrontMatterFault::Missing));
        assert_eq!(split("---\ntitle: a\n"), Err(FrontMatterFault::Unclosed));
    }
}
