//! Collects facts from Markdown and turns it into safe HTML.
//!
//! No other room knows pulldown-cmark. The dialect is CommonMark with tables and footnotes. Other
//! extensions are off on purpose: heading attributes (they let `onclick` through), strikethrough
//! (GitHub's version takes "5~10 và 15~20" for one, and no record needs to strike anything out),
//! task boxes (they have no label) and metadata blocks (front matter is removed elsewhere).
//!
//! The dialect differs from CommonMark where clerks would lose something: a line stays a line, lists
//! keep the numbers that were typed, stars within a word stay stars, a paragraph with blanks before
//! it is no code, and comments are left out. What else a reader does not see as it was typed is an
//! [`Oddity`] of [`facts`](facts()): it is found by comparing the source with its events, not by a
//! list of mistakes.
//!
//! An author's text is never trusted. Raw HTML becomes visible text. A link stays a link only if
//! the caller knows its target or its scheme is `http`, `https` or `mailto`. Everything that
//! reaches an attribute is escaped. All code works on a flat list of events without recursion, so
//! deep nesting exhausts neither the stack nor time. Text nested deeper than [`MAX_DEPTH`], or with
//! a table of more than [`MAX_COLUMNS`], is an error of [`facts`](facts()) and is shown as plain
//! text by the other functions.

mod address;
mod cuts;
mod document;
mod escape;
mod excerpt;
mod facts;
mod html;
mod leftover;
mod marker;
mod oddity;
mod placeholders;
mod shown;
mod tags;
#[cfg(test)]
mod tests;
mod text;
mod unseen;

pub use document::{Limit, MAX_COLUMNS, MAX_DEPTH, OverLimit};
pub use escape::escaped;
pub use excerpt::shortened;
pub use facts::{Facts, Heading, Link, LinkKind, facts};
pub use html::{Href, Options, Words, to_html};
pub use oddity::{Oddity, OddityKind};
pub use placeholders::{Placeholder, filled, placeholders};
pub use text::MarkdownText;
