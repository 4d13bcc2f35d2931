//! The target of a link in a note: a record, a file, or an external address.

use crate::vietnamese;

/// The target of a link, by its scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// `task:1.3`
    Task(&'a str),
    /// `priority:1`
    Priority(&'a str),
    /// `note:2021-07-24-x`
    Note(&'a str),
    /// `doc:cv-2673`
    Document(&'a str),
    /// `agency:so-yt`
    Agency(&'a str),
    /// `place:phu-luong`
    Place(&'a str),
    /// `attachments/x.pdf`
    Attachment(&'a str),
    /// `https://…`, `http://…`, `mailto:…`
    Outside(&'a str),
    /// Anything else, which is not a valid link.
    Unknown,
}

impl<'a> Target<'a> {
    /// Reads the target of a link.
    pub fn parse(target: &'a str) -> Self {
        let text = target.trim();
        match text.split_once(':') {
            Some(("task", id)) => Target::Task(id),
            Some(("priority", id)) => Target::Priority(id),
            Some(("note", id)) => Target::Note(id),
            Some(("doc", id)) => Target::Document(id),
            Some(("agency", id)) => Target::Agency(id),
            Some(("place", id)) => Target::Place(id),
            Some((scheme, _)) if is_outside(scheme) => Target::Outside(text),
            Some(_) => Target::Unknown,
            None if text.starts_with("attachments/") => Target::Attachment(text),
            None => Target::Unknown,
        }
    }
}

/// Decodes the bytes that editors write as `%20` in the path of an attachment. Returns `None` if
/// there are none, or if they are no text.
pub fn decoded_path(path: &str) -> Option<String> {
    if !path.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, behind @ ..] = rest {
        let hex = behind.get(..2).filter(|_| *first == b'%');
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match byte.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    // Some systems encode the letters and their marks apart.
    let text = String::from_utf8(bytes).ok().filter(|text| text != path)?;
    Some(vietnamese::nfc(&text).into_owned())
}

fn is_outside(scheme: &str) -> bool {
    ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_bytes_of_a_path_are_decoded_if_they_are_a_text() {
        for (path, expected) in [
            ("attachments/S%E1%BB%95%20tay.pdf", Some("attachments/Sổ tay.pdf")),
            ("attachments/So%CC%82%CC%89.pdf", Some("attachments/Sổ.pdf")),
            ("attachments/100%.pdf", None),
            ("attachments/a%2", None),
            ("attachments/%FF.pdf", None),
            ("attachments/a.pdf", None),
        ] {
            assert_eq!(decoded_path(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn the_scheme_decides() {
        assert_eq!(Target::parse("task:1.3"), Target::Task("1.3"));
        assert_eq!(Target::parse("attachments/a.pdf"), Target::Attachment("attachments/a.pdf"));
        assert_eq!(Target::parse("https://a.vn/"), Target::Outside("https://a.vn/"));
        for unknown in ["javascript:alert(1)", "../x.html", "tasks/1.3.yaml", "", "data:x"] {
            assert_eq!(Target::parse(unknown), Target::Unknown, "{unknown}");
        }
    }
}
