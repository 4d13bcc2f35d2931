//! Reads the comments on cells.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::xml::{attribute, entity, relations};
use crate::spreadsheet::position;

/// Maximum number of characters of a comment that are kept.
const MAX_NOTE: usize = 2_000;

/// Comments by row and column.
pub(super) type Notes = BTreeMap<(u32, u32), String>;

/// Reads the comments of the sheet with a path, by cell. Broken references are ignored.
pub(super) fn of_sheet(parts: &BTreeMap<String, Vec<u8>>, sheet: &str) -> Notes {
    let mut notes = Notes::new();
    for (kind, target) in relations(parts, sheet).values() {
        if kind.ends_with("/comments")
            && let Some(part) = parts.get(target)
        {
            notes.extend(comments(part));
        }
    }
    notes
}

/// Reads the comments of one part, by cell.
fn comments(part: &[u8]) -> Notes {
    let mut comments = Notes::new();
    let Ok(text) = std::str::from_utf8(part) else { return comments };
    let mut reader = Reader::from_str(text);
    let mut authors: Vec<String> = Vec::new();
    let mut comment: Option<Comment> = None;
    let (mut in_text, mut in_author) = (false, false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "author" => {
                    in_author = true;
                    authors.push(String::new());
                }
                "comment" => {
                    let cell = attribute(&element, "ref").as_deref().and_then(position);
                    let author = attribute(&element, "authorId").and_then(|id| id.parse().ok());
                    comment = cell.map(|cell| Comment { cell, author, text: String::new() });
                }
                "t" => in_text = true,
                _ => {}
            },
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "author" => in_author = false,
                "t" => in_text = false,
                "comment" => {
                    if let Some(Comment { cell, author, text }) = comment.take() {
                        let author = author.and_then(|at: usize| authors.get(at));
                        let text = without_author(&text, author.map_or("", String::as_str));
                        if !text.is_empty() {
                            comments.insert(cell, text);
                        }
                    }
                }
                _ => {}
            },
            Ok(Event::Text(text)) if in_author => {
                if let Some(author) = authors.last_mut() {
                    author.push_str(&text);
                }
            }
            Ok(Event::Text(text)) if in_text => append(&mut comment, &text),
            Ok(Event::GeneralRef(reference)) if in_text => {
                if let Some(text) = entity(&reference) {
                    append(&mut comment, &text);
                }
            }
            Ok(Event::Eof) | Err(_) => return comments,
            Ok(_) => {}
        }
    }
}

/// A comment that is being read.
struct Comment {
    cell: (u32, u32),
    /// The position of the author in the list of authors.
    author: Option<usize>,
    text: String,
}

fn append(comment: &mut Option<Comment>, text: &str) {
    if let Some(comment) = comment
        && comment.text.len() < 4 * MAX_NOTE
    {
        comment.text.push_str(text);
    }
}

/// Removes what a program puts before a comment: the name of the author, or the notice above a
/// thread.
fn without_author(text: &str, author: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut plain = text.trim();
    if plain.starts_with("[Threaded comment]")
        && let Some((_, thread)) = plain.split_once("Comment:")
    {
        plain = thread.trim();
    }
    if let Some((first, rest)) = plain.split_once('\n')
        && first.trim().strip_suffix(':').is_some_and(|name| author.is_empty() || name == author)
    {
        plain = rest.trim();
    }
    plain.chars().take(MAX_NOTE).collect()
}
