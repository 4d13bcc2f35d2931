//! Reads an XML part into a tree, within limits (the only file of this room that knows `quick_xml`).

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::LetterError;

/// Maximum depth of elements.
const MAX_DEPTH: usize = 200;
/// Maximum number of elements and texts.
const MAX_NODES: usize = 4_000_000;

/// An element. Names are without their prefix.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// The text of a `t` element.
    pub(super) text: String,
}

impl Element {
    /// Returns the first child with a name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Returns the element at the end of a path of names.
    pub(super) fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Returns an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Returns the `val` attribute of the element at the end of a path.
    pub(super) fn value(&self, path: &[&str]) -> Option<&str> {
        self.at(path)?.attribute("val")
    }

    /// Returns whether a property is switched on: `<w:b/>`, `<w:b w:val="1"/>`.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.child(name)
            .is_some_and(|on| !matches!(on.attribute("val"), Some("0" | "false" | "off" | "none")))
    }
}

/// Reads a part.
pub(super) fn tree(part: &[u8]) -> Result<Element, LetterError> {
    let text = std::str::from_utf8(part).map_err(|_| LetterError::Damaged)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open = vec![Element::default()];
    let mut left = MAX_NODES;
    loop {
        let event = reader.read_event().map_err(|_| LetterError::Damaged)?;
        left = left.checked_sub(1).ok_or(LetterError::TooLarge)?;
        match event {
            Event::Start(start) => {
                if open.len() > MAX_DEPTH {
                    return Err(LetterError::Damaged);
                }
                open.push(element(&start));
            }
            Event::Empty(start) => {
                if let Some(parent) = open.last_mut() {
                    parent.children.push(element(&start));
                }
            }
            Event::End(_) => {
                let done = open.pop().ok_or(LetterError::Damaged)?;
                open.last_mut().ok_or(LetterError::Damaged)?.children.push(done);
            }
            Event::Text(text) => push(&mut open, &text),
            Event::CData(text) => push(&mut open, &text),
            Event::GeneralRef(reference) => {
                let text = quick_xml::escape::unescape(&format!("&{};", &*reference))
                    .map_err(|_| LetterError::Damaged)?
                    .into_owned();
                push(&mut open, &text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match (open.pop(), open.is_empty()) {
        (Some(root), true) => Ok(root),
        _ => Err(LetterError::Damaged),
    }
}

fn push(open: &mut [Element], text: &str) {
    if let Some(parent) =
        open.last_mut().filter(|parent| matches!(&*parent.name, "t" | "instrText"))
    {
        parent.text.push_str(text);
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attributes = start.attributes().flatten().filter_map(|attribute| {
        let value = quick_xml::escape::unescape(&attribute.value).ok()?.into_owned();
        Some((attribute.key.local_name().as_ref().to_owned(), value))
    });
    Element {
        name: start.local_name().as_ref().to_owned(),
        attributes: attributes.collect(),
        ..Element::default()
    }
}
