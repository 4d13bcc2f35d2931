//! What the preview adds to a page: diagnostics, and the script that reloads the page.
//!
//! Its templates are always the built-in ones, so that no replaced template can hide a diagnostic.

use std::collections::BTreeMap;

use serde::Serialize;

use super::render::{Engine, RenderError, TemplateError};
use super::templates::Templates;

/// The templates of the preview.
pub struct Overlay {
    engine: Engine,
}

impl Overlay {
    /// Reads the built-in templates. Their words are passed in with each view.
    ///
    /// # Errors
    ///
    /// If a template cannot be read. A test rules this out.
    pub fn new() -> Result<Self, TemplateError> {
        Ok(Overlay { engine: Templates::embedded().engine(&BTreeMap::new())? })
    }

    /// Renders the diagnostics as HTML.
    ///
    /// # Errors
    ///
    /// If the template does not fit. A test rules this out.
    pub fn banner<V: Serialize>(&self, view: &V) -> Result<String, RenderError> {
        let html = self.engine.fill("preview.html", &(), view)?;
        Ok(String::from_utf8_lossy(&html).into_owned())
    }

    /// Renders a page that replaces one that cannot be rendered.
    ///
    /// # Errors
    ///
    /// If the template does not fit. A test rules this out.
    pub fn broken<V: Serialize>(&self, view: &V) -> Result<String, RenderError> {
        let html = self.engine.fill("preview_broken.html", &(), view)?;
        Ok(String::from_utf8_lossy(&html).into_owned())
    }

    /// The script.
    pub fn script(&self) -> Vec<u8> {
        self.engine.asset("assets/preview.js")
    }

    /// The style sheet.
    pub fn style(&self) -> Vec<u8> {
        self.engine.asset("assets/preview.css")
    }
}
