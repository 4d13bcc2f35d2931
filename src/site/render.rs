//! Puts views into templates (the only file that knows Tera).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;

use serde::Serialize;
use tera::{Context, Tera};

use super::templates::Templates;

/// A template cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("a template cannot be read: {message}")]
pub struct TemplateError {
    /// What is wrong, with the template's name, line and column.
    pub message: String,
}

/// A template does not fit the page that it is for.
#[derive(Debug, thiserror::Error)]
#[error("the template {template} does not fit its page: {message}")]
pub struct RenderError {
    /// The template.
    pub template: &'static str,
    /// What is wrong.
    pub message: String,
}

/// All templates, ready to be filled.
pub(super) struct Engine {
    tera: Tera,
    assets: BTreeMap<&'static str, Cow<'static, str>>,
    /// As they were given, for other words.
    templates: Templates,
}

impl Engine {
    /// Reads the templates; `words` are the words that stand by themselves, as `t`.
    pub(super) fn new(
        templates: Templates,
        words: &BTreeMap<String, String>,
    ) -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml", ".svg"]);
        let (assets, pages): (Vec<_>, Vec<_>) = (templates.clone().into_iter())
            .partition(|(name, _)| name.starts_with("assets/") || name.starts_with("hosting/"));
        tera.add_raw_templates(pages).map_err(|error| TemplateError { message: whole(&error) })?;
        tera.global_context().insert("t", words);
        let assets = assets.into_iter().collect();
        Ok(Engine { tera, assets, templates })
    }

    /// The templates that it was made of.
    pub(super) fn templates(&self) -> Templates {
        self.templates.clone()
    }

    /// Fills a template with the frame that all pages share and with the page's own view.
    pub(super) fn fill<P: Serialize, V: Serialize>(
        &self,
        template: &'static str,
        page: &P,
        view: &V,
    ) -> Result<Vec<u8>, RenderError> {
        let mut context = Context::new();
        context.insert("page", page);
        context.insert("view", view);
        self.tera
            .render(template, &context)
            .map(|text| without_empty_lines(&text).into_bytes())
            .map_err(|error| RenderError { template, message: whole(&error) })
    }

    /// The text of an asset.
    pub(super) fn asset(&self, name: &str) -> Vec<u8> {
        self.assets.get(name).map(|text| text.as_bytes().to_vec()).unwrap_or_default()
    }
}

/// An error with everything that led to it.
fn whole(error: &dyn Error) -> String {
    let mut message = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        message = format!("{message}: {error}");
        source = error.source();
    }
    message
}

/// Templates are written to be read, and leave lines that hold nothing; in `pre` an empty line
/// means something and is kept.
fn without_empty_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut verbatim = false;
    for line in text.lines() {
        let kept = if verbatim { line } else { line.trim_start() };
        if line.contains("<pre") {
            verbatim = true;
        }
        if line.contains("</pre>") {
            verbatim = false;
        }
        if verbatim || !kept.is_empty() {
            out.push_str(kept);
            out.push('\n');
        }
    }
    out
}
