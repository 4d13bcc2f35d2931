//! Renders views with templates. This is the only file that knows Tera.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::sync::{Arc, PoisonError, RwLock};

use memchr::{memchr_iter, memmem};
use serde::Serialize;
use tera::{Context, Tera, Value};

/// A template that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("a template cannot be read: {message}")]
pub struct TemplateError {
    /// The message, with the template's name, line and column.
    pub message: String,
}

/// A template that does not fit its page.
#[derive(Debug, thiserror::Error)]
#[error("the template {template} does not fit its page: {message}")]
pub struct RenderError {
    /// The name of the template.
    pub template: &'static str,
    /// The message.
    pub message: String,
}

/// Initial capacity in bytes of a page's buffer. Most pages fit, so the buffer need not grow.
const PAGE_CAPACITY: usize = 32 * 1024;

/// The bytes of a file, or the reason why it cannot be rendered.
pub(super) type Rendered = Result<Vec<u8>, RenderError>;

/// A template that is rendered once and inserted into many pages.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Partial(Value);

/// All templates, parsed, with the fixed words that they use as `t`.
pub(super) struct Parsed {
    tera: Tera,
    words: BTreeMap<String, String>,
    assets: BTreeMap<&'static str, Cow<'static, str>>,
}

impl Parsed {
    /// Parses the templates with these names and texts.
    pub(super) fn new(
        texts: &BTreeMap<&'static str, Cow<'static, str>>,
        words: &BTreeMap<String, String>,
    ) -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml", ".svg"]);
        let texts = texts.iter().map(|(name, text)| (*name, text.clone()));
        let (assets, pages): (Vec<_>, Vec<_>) = texts
            .partition(|(name, _)| name.starts_with("assets/") || name.starts_with("hosting/"));
        tera.add_raw_templates(pages)
            .map_err(|error| TemplateError { message: with_causes(&error) })?;
        tera.global_context().insert("t", words);
        Ok(Parsed { tera, words: words.clone(), assets: assets.into_iter().collect() })
    }

    /// The words that the templates use.
    pub(super) fn words(&self) -> &BTreeMap<String, String> {
        &self.words
    }
}

/// Renders the pages of one site.
pub(super) struct Engine {
    parsed: Arc<Parsed>,
    /// The rendered partials, by template and key.
    partials: RwLock<BTreeMap<(&'static str, String), Partial>>,
}

impl Engine {
    /// Renders with these templates.
    pub(super) fn new(parsed: Arc<Parsed>) -> Self {
        Engine { parsed, partials: RwLock::default() }
    }

    /// Renders a template with the frame that all pages share and the page's own view.
    pub(super) fn fill<P: Serialize, V: Serialize>(
        &self,
        template: &'static str,
        page: &P,
        view: &V,
    ) -> Rendered {
        self.fill_exactly(template, page, view).map(|text| without_empty_lines(&text))
    }

    /// Renders a template like [`Engine::fill`], with the blank lines and spaces of the template.
    pub(super) fn fill_exactly<P: Serialize, V: Serialize>(
        &self,
        template: &'static str,
        page: &P,
        view: &V,
    ) -> Rendered {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert("view", view);
        let mut text = Vec::with_capacity(PAGE_CAPACITY);
        self.parsed
            .tera
            .render_to(template, &context, &mut text)
            .map(|()| text)
            .map_err(|error| RenderError { template, message: with_causes(&error) })
    }

    /// Renders a template once for all pages that pass the same key.
    pub(super) fn partial<V: Serialize>(
        &self,
        template: &'static str,
        key: &str,
        view: impl FnOnce() -> V,
    ) -> Result<Partial, RenderError> {
        let place = (template, key.to_owned());
        let known =
            self.partials.read().unwrap_or_else(PoisonError::into_inner).get(&place).cloned();
        if let Some(partial) = known {
            return Ok(partial);
        }
        let mut context = Context::new();
        context.insert("view", &view());
        let text = (self.parsed.tera.render(template, &context))
            .map_err(|error| RenderError { template, message: with_causes(&error) })?;
        let partial = Partial(Value::safe_string(&text));
        let mut partials = self.partials.write().unwrap_or_else(PoisonError::into_inner);
        Ok(partials.entry(place).or_insert(partial).clone())
    }

    /// The bytes of an asset.
    pub(super) fn asset(&self, name: &str) -> Vec<u8> {
        self.parsed.assets.get(name).map(|text| text.as_bytes().to_vec()).unwrap_or_default()
    }
}

/// The messages of an error and of everything that caused it.
fn with_causes(error: &dyn Error) -> String {
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        message = format!("{message}: {error}");
        source = error.source();
    }
    message
}

/// Removes the blank lines that readable templates leave behind, except inside `pre`.
fn without_empty_lines(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() + 1);
    let mut from = 0;
    let has_verbatim = memmem::find(text, b"<pre").is_some();
    let mut verbatim = false;
    for end in memchr_iter(b'\n', text).chain([text.len()]) {
        let line = &text[from..end];
        from = end + 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let kept = if verbatim { line } else { trimmed(line) };
        if has_verbatim && memmem::find(line, b"<pre").is_some() {
            verbatim = true;
        }
        if verbatim && memmem::find(line, b"</pre>").is_some() {
            verbatim = false;
        }
        if (verbatim && end < text.len()) || !kept.is_empty() {
            out.extend_from_slice(kept);
            out.push(b'\n');
        }
    }
    out
}

/// A line without the space at its beginning.
fn trimmed(line: &[u8]) -> &[u8] {
    let line = line.trim_ascii_start();
    match line.first() {
        // Unicode has more white space than ASCII.
        Some(128..) => str::from_utf8(line).map_or(line, |line| line.trim_start().as_bytes()),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_hold_nothing_are_left_out_but_in_verbatim_text() {
        for (text, expected) in [
            ("", ""),
            ("\n\n <p>a</p>\r\n\t\n\u{a0}\u{2003}đ  \n", "<p>a</p>\nđ  \n"),
            ("<p>a\n\n b", "<p>a\nb\n"),
            (" <pre>\n\n  a\n\n b</pre>\n\n  c\n", "<pre>\n\n  a\n\n b</pre>\nc\n"),
            ("<pre>a</pre>\n\n b\n", "<pre>a</pre>\nb\n"),
        ] {
            let found = String::from_utf8(without_empty_lines(text.as_bytes())).unwrap();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
