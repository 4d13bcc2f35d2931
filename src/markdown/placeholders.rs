//! Finds the placeholders of computed figures, `{{…}}`, and fills them in.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::document::parse;

/// A `{{…}}` in a source that stands for a computed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// The placeholder with its braces; if it is not closed, to the end of its text.
    pub range: Range<usize>,
    /// The text between the braces; `None` if they are not closed.
    pub inside: Option<String>,
}

/// Returns whether a source can have placeholders. This is fast and does not parse it.
pub(super) fn may_compute(source: &str) -> bool {
    memmem::find(source.as_bytes(), b"{{").is_some()
}

/// Finds all placeholders, in the order of the source.
///
/// In code and after a backslash, braces are just braces.
pub fn placeholders(source: &str) -> Vec<Placeholder> {
    // Most notes have none and need not be parsed.
    if !may_compute(source) {
        return Vec::new();
    }
    let Ok(document) = parse(source) else { return Vec::new() };
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut in_code = false;
    for (event, range) in &document.events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            // The parser splits text wherever markup might have begun.
            Event::Text(_) if !in_code => match runs.last_mut() {
                Some(run) if run.end == range.start => run.end = range.end,
                _ => runs.push(range.clone()),
            },
            _ => {}
        }
    }
    let mut found = Vec::new();
    for run in runs {
        let mut at = run.start;
        while let Some(start) = source[at..run.end].find("{{").map(|n| at + n) {
            if source[..start].ends_with('\\') {
                at = start + 2;
                continue;
            }
            let inside = start + 2..run.end;
            match source[inside.clone()].find("}}") {
                Some(length) => {
                    let inside = inside.start..inside.start + length;
                    at = inside.end + 2;
                    let text = source[inside].to_owned();
                    found.push(Placeholder { range: start..at, inside: Some(text) });
                }
                None => {
                    found.push(Placeholder { range: start..run.end, inside: None });
                    break;
                }
            }
        }
    }
    found
}

/// Replaces the placeholders of a source by the texts that `figure` returns for them. Returns `None`
/// if nothing was replaced.
///
/// The texts are never taken for markup: "7." at the start of a line does not start a list.
pub fn filled(source: &str, figure: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    let mut at = 0;
    for placeholder in placeholders(source) {
        let Some(text) = placeholder.inside.as_deref().and_then(figure) else { continue };
        out.push_str(&source[at..placeholder.range.start]);
        for c in text.chars() {
            match c.is_alphabetic() || c == ' ' {
                true => out.push(c),
                false => out.push_str(&format!("&#{};", u32::from(c))),
            }
        }
        at = placeholder.range.end;
    }
    (at > 0).then(|| out + &source[at..])
}

#[cfg(test)]
mod tests {
    use super::super::facts::facts_or_words;
    use super::*;

    #[test]
    fn placeholders_are_found_in_prose_only() {
        for (source, expected) in [
            ("Xong {{hoan-thanh}}.", vec![Some("hoan-thanh")]),
            ("**{{a_b}}** và [{{c}}](task:1)", vec![Some("a_b"), Some("c")]),
            ("| x |\n|---|\n| {{qua-han muc:1}} |", vec![Some("qua-han muc:1")]),
            ("`{{a}}` và\n\n```\n{{b}}\n```\n\n<!-- {{c}} -->", vec![]),
            ("    {{c}}", vec![Some("c")]),
            ("\\{{a}}", vec![]),
            ("{{a\nb}}", vec![None]),
            ("một { hai } {{ }}", vec![Some(" ")]),
        ] {
            let found = placeholders(source);
            let inside: Vec<_> = found.iter().map(|p| p.inside.as_deref()).collect();
            assert_eq!(inside, expected, "{source}");
        }
        assert_eq!(placeholders("a {{b}} c")[0].range, 2..7);
    }

    #[test]
    fn figures_are_not_taken_for_markup() {
        let fill = |source: &str, text: &str| {
            facts_or_words(&filled(source, &|_| Some(text.to_owned())).unwrap()).line.to_string()
        };
        assert_eq!(fill("{{x}}. Hết", "7"), "7. Hết");
        assert_eq!(fill("{{x}}", "*12*/35 <b>"), "*12*/35 <b>");
        assert_eq!(filled("không có gì", &|_| Some("7".into())), None);
        assert_eq!(filled("{{x}}", &|_| None), None);
    }
}
