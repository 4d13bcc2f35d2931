//! What was typed and does not reach the reader as it was typed.

use std::ops::Range;

/// A part of a source that readers do not see as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oddity {
    /// What it is.
    pub kind: OddityKind,
    /// Its range in the source.
    pub range: Range<usize>,
    /// The bytes to replace and their replacement, if only one text can have been meant.
    pub fix: Option<(Range<usize>, String)>,
}

impl Oddity {
    pub(super) fn new(kind: OddityKind, range: Range<usize>) -> Self {
        Oddity { kind, range, fix: None }
    }

    pub(super) fn fixed_by(mut self, range: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some((range, text.into()));
        self
    }
}

/// The kinds of [`Oddity`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OddityKind {
    /// Signs between words or figures that became emphasis or a quotation: `3*4*5`.
    Sign,
    /// A backslash before a character that needs none.
    Backslash,
    /// A character written as `&name;`.
    Entity,
    /// Cells of a row beyond the head of its table.
    Cells,
    /// A footnote that nothing refers to, or the second of one name.
    Footnote,
    /// The address of a link that nothing refers to, or the second of one name.
    Definition,
    /// The words in quotation marks after the address of a link.
    LinkTitle,
    /// The words after the opening fence of code.
    CodeTitle,
    /// A heading without words.
    EmptyHeading,
    /// A number of a list that begins with 0.
    Number,
    /// Anything else that was typed and is not shown.
    Other,
    /// Marks of emphasis that are shown.
    Emphasis,
    /// The name of a record that is no link.
    Record,
    /// A link by a name that is not defined: `[a][b]`.
    LinkReference,
    /// A reference to a footnote that does not exist.
    FootnoteReference,
    /// A tag of HTML.
    Html,
    /// A row of a table that is none.
    Table,
    /// A heading without the blank after its marks.
    Heading,
    /// A fence of code that is never closed.
    Fence,
    /// Code because of its indentation.
    Indentation,
    /// A link or image that is shown as typed.
    Link,
    /// A heading because of the line under it.
    Underline,
    /// An HTML comment, which is left out.
    Comment,
    /// An HTML comment that is never closed and is shown.
    OpenComment,
    /// A picture that is not a file of the site.
    OutsideImage,
}

impl OddityKind {
    /// Returns whether part of what was typed is missing on the page.
    pub fn is_lost(self) -> bool {
        self <= OddityKind::Other
    }

    /// Returns whether markup is shown as it was typed.
    pub fn is_left(self) -> bool {
        self > OddityKind::Other && self <= OddityKind::Indentation
    }

    /// The word by which messages choose their sentence.
    pub fn name(self) -> &'static str {
        match self {
            OddityKind::Sign => "sign",
            OddityKind::Backslash => "backslash",
            OddityKind::Entity => "entity",
            OddityKind::Cells => "cells",
            OddityKind::Footnote => "footnote",
            OddityKind::Definition => "definition",
            OddityKind::LinkTitle => "link-title",
            OddityKind::CodeTitle => "code-title",
            OddityKind::EmptyHeading => "empty-heading",
            OddityKind::Number => "number",
            OddityKind::Other => "other",
            OddityKind::Emphasis => "emphasis",
            OddityKind::Record => "record",
            OddityKind::LinkReference => "link-reference",
            OddityKind::Link => "link",
            OddityKind::FootnoteReference => "footnote-reference",
            OddityKind::Html => "html",
            OddityKind::Table => "table",
            OddityKind::Heading => "heading",
            OddityKind::Fence => "fence",
            OddityKind::Indentation => "indentation",
            OddityKind::Underline => "underline",
            OddityKind::Comment => "comment",
            OddityKind::OpenComment => "open-comment",
            OddityKind::OutsideImage => "outside-image",
        }
    }
}
