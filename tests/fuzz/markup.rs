//! Parses HTML with a real tokenizer: what could run, load or lead where it should not, and the
//! structure for comparing two pages.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// How strict the checks are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// HTML from Markdown, which has few elements.
    Prose,
    /// A page of a valid site.
    Page,
    /// A page of content with errors, in which no character is refused.
    PageWithFaults,
}

/// The elements that Markdown can become.
const PROSE: &[&str] = &[
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
    "div",
    "figure",
    "figcaption",
    "span",
];
/// Elements that no page of the site has.
const NEVER: &[&str] = &[
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "base",
    "style",
    "math",
    "foreignobject",
    "animate",
    "set",
    "handler",
    "listener",
    "portal",
    "marquee",
    "xmp",
    "plaintext",
    "noembed",
    "noframes",
    "template",
    "textarea",
    "isindex",
    "keygen",
];
/// Attributes whose value is an address.
const ADDRESSES: &[&str] = &[
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "cite",
    "background",
    "srcset",
    "longdesc",
    "usemap",
    "xlink:href",
    "ping",
    "manifest",
    "archive",
    "codebase",
    "classid",
];

/// The start tag of an element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name in lower case.
    pub name: String,
    /// Its attributes, decoded.
    pub attributes: BTreeMap<String, String>,
}

/// A parsed page.
#[derive(Default, Debug)]
pub struct Page {
    /// Every element, in order.
    pub elements: Vec<Element>,
    /// The text between the tags, decoded, without scripts.
    pub text: String,
    /// The contents of `script` elements.
    pub scripts: Vec<(Element, String)>,
    /// Comments.
    pub comments: Vec<String>,
    /// The errors of the tokenizer.
    pub errors: Vec<String>,
}

/// Parses HTML.
pub fn parse(html: &str) -> Page {
    let mut emitter: DefaultEmitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let text_of = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut page = Page::default();
    let mut script: Option<(Element, String)> = None;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter();
                let attributes =
                    attributes.map(|(key, value)| (text_of(key), text_of(&value.value)));
                let element =
                    Element { name: text_of(&tag.name), attributes: attributes.collect() };
                if element.name == "script" {
                    script = Some((element.clone(), String::new()));
                }
                page.elements.push(element);
            }
            Token::EndTag(tag) => {
                if &**tag.name == b"script" {
                    page.scripts.extend(script.take());
                } else {
                    page.text.push(' ');
                }
            }
            Token::String(text) => match &mut script {
                Some((_, script)) => script.push_str(&text_of(&text.value)),
                None => page.text.push_str(&text_of(&text.value)),
            },
            Token::Comment(text) => page.comments.push(text_of(&text.value)),
            Token::Doctype(_) => {}
            Token::Error(error) => page.errors.push(error.value.to_string()),
        }
    }
    page.scripts.extend(script);
    page
}

/// Finds what could run, load or lead where it should not.
pub fn problems(html: &str, kind: Kind) -> Vec<String> {
    problems_of(&parse(html), kind)
}

/// Finds what could run, load or lead where it should not in a parsed page.
pub fn problems_of(page: &Page, kind: Kind) -> Vec<String> {
    let mut problems = Vec::new();
    for element in &page.elements {
        let Element { name, attributes } = element;
        if NEVER.contains(&name.as_str()) || kind == Kind::Prose && !PROSE.contains(&name.as_str())
        {
            problems.push(format!("<{name}>"));
        }
        if name == "meta" && attributes.contains_key("http-equiv") {
            problems.push("meta http-equiv".to_owned());
        }
        for (key, value) in attributes {
            let plain =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == ':';
            let runs = key.starts_with("on") || matches!(key.as_str(), "style" | "srcdoc");
            if runs || !key.chars().all(plain) {
                problems.push(format!("<{name} {key}>"));
            }
            if ADDRESSES.contains(&key.as_str()) && !is_harmless(value) {
                problems.push(format!("<{name} {key}={value:?}>"));
            }
            let loads = matches!(name.as_str(), "script" | "img" | "link" | "source" | "use");
            let canonical = attributes.get("rel").is_some_and(|rel| rel == "canonical");
            let leaves = value.contains("://") || value.starts_with("//");
            if loads && matches!(key.as_str(), "src" | "href") && leaves && !canonical {
                problems.push(format!("<{name}> loads {value:?}"));
            }
        }
    }
    for (script, text) in &page.scripts {
        let data = script.attributes.get("type").is_some_and(|kind| kind == "application/ld+json");
        let loads = script.attributes.contains_key("src");
        if loads && !text.is_empty() || !loads && !data {
            problems.push(format!("script {text:?}"));
        }
        if data && serde_json::from_str::<serde_json::Value>(text).is_err() {
            problems.push(format!("no JSON: {text:?}"));
        }
        if text.contains('<') {
            problems.push(format!("< in a script: {text:?}"));
        }
    }
    if !page.comments.is_empty() {
        problems.push(format!("comments {:?}", page.comments));
    }
    if kind != Kind::PageWithFaults {
        problems.extend(page.errors.iter().cloned());
    }
    problems
}

/// Whether an address is relative, or has a scheme that only leads away.
pub fn is_harmless(address: &str) -> bool {
    // Browsers remove these characters before they read the scheme.
    let kept = |c: &char| !matches!(c, '\t' | '\n' | '\r');
    let address: String = address.chars().filter(kept).collect();
    let address = address.trim_start_matches(|c: char| c <= ' ').to_ascii_lowercase();
    let end = address.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
    let scheme = end.filter(|end| address[*end..].starts_with(':')).map(|end| &address[..end]);
    match scheme {
        None => {
            !address.starts_with("//") && !address.starts_with("/\\") && !address.starts_with('\\')
        }
        Some(scheme) => matches!(scheme, "http" | "https" | "mailto" | "webcal" | "tel"),
    }
}
