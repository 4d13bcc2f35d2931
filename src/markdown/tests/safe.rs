//! Checks that HTML has exactly the form that the writer is allowed to write.

use std::collections::BTreeSet;

const ELEMENTS: &[&str] = &[
    "p",
    "blockquote",
    "pre",
    "code",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "img",
    "sup",
    "section",
    "br",
    "hr",
];
const ATTRIBUTES: &[(&str, &str)] = &[
    ("a", "href"),
    ("a", "rel"),
    ("a", "class"),
    ("a", "aria-label"),
    ("img", "src"),
    ("img", "alt"),
    ("img", "loading"),
    ("sup", "class"),
    ("sup", "id"),
    ("h2", "id"),
    ("h3", "id"),
    ("h4", "id"),
    ("h5", "id"),
    ("h6", "id"),
    ("ol", "start"),
    ("ol", "class"),
    ("ul", "class"),
    ("li", "value"),
    ("li", "id"),
    ("table", "class"),
    ("th", "scope"),
    ("th", "class"),
    ("td", "class"),
    ("td", "data-label"),
    ("td", "colspan"),
    ("section", "class"),
];

/// Parses HTML in exactly the form that is allowed and panics at anything else.
pub(super) fn assert_safe(source: &str, html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut ids = BTreeSet::new();
    let mut targets = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(['<', '>']) {
        assert!(rest[start..].starts_with('<'), "stray > for {source:?}: {html}");
        let end = start + rest[start..].find('>').expect("an open tag");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "balance for {source:?}: {html}");
            continue;
        }
        let (name, mut attributes) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
        assert!(ELEMENTS.contains(&name), "<{name}> for {source:?}: {html}");
        assert!(name != "a" || !open.contains(&"a"), "link in link for {source:?}: {html}");
        let in_text = open.iter().any(|o| matches!(*o, "p" | "h2" | "h3" | "a" | "em" | "strong"));
        let is_inline = matches!(name, "a" | "img" | "sup" | "br" | "em" | "strong" | "code");
        assert!(!in_text || is_inline, "<{name}> in text for {source:?}: {html}");
        if !matches!(name, "br" | "hr" | "img") {
            open.push(name);
        }
        while let Some(attribute) = attributes.strip_prefix(' ') {
            let (key, value) = attribute.split_once("=\"").expect("a quoted value");
            let (value, after) = value.split_once('"').expect("a closed value");
            assert!(ATTRIBUTES.contains(&(name, key)), "{name} {key} for {source:?}: {html}");
            match key {
                "id" => {
                    assert!(value.starts_with("n-"), "{value}");
                    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
                    assert!(value.chars().all(plain), "{value}");
                    assert!(ids.insert(value), "{value} twice for {source:?}: {html}");
                }
                "href" | "src" => {
                    let good = ["http://", "https://", "mailto:", "../", "#n-"];
                    assert!(good.iter().any(|g| value.starts_with(g)), "{value} for {source:?}");
                    assert!(!value.contains(char::is_whitespace), "{value}");
                    targets.extend(value.strip_prefix('#'));
                }
                _ => {}
            }
            attributes = after;
        }
        assert!(attributes.is_empty(), "{attributes} for {source:?}: {html}");
    }
    assert_eq!(open, Vec::<&str>::new(), "balance for {source:?}: {html}");
    for target in targets {
        assert!(ids.contains(target), "#{target} leads nowhere for {source:?}: {html}");
    }
}
