//! The target of a link in a note: a record, a file, or an external address.

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

fn is_outside(scheme: &str) -> bool {
    ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

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
