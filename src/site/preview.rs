//! What the preview lays over a page: complaints, and the script that follows the content.
//!
//! Its pieces are always the built-in ones, so that no template of an operator can hide what is
//! wrong with it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::render::{Engine, RenderError, TemplateError};
use super::templates::Templates;

/// The pieces of the preview, ready to be filled.
pub struct Overlay {
    engine: Engine,
}

impl Overlay {
    /// Reads the built-in pieces; their words come with what is put into them.
    ///
    /// # Errors
    ///
    /// When a piece cannot be read, which a test rules out.
    pub fn new() -> Result<Self, TemplateError> {
        Ok(Overlay { engine: Engine::new(Templates::embedded(), &BTreeMap::new())? })
    }

    /// The complaints as HTML.
    ///
    /// # Errors
    ///
    /// When the piece does not fit, which a test rules out.
    pub fn banner<V: Serialize>(&self, view: &V) -> Result<String, RenderError> {
        let html = self.engine.fill("preview.html", &(), view)?;
        Ok(String::from_utf8_lossy(&html).into_owned())
    }

    /// A page in place of one that cannot be rendered.
    ///
    /// # Errors
    ///
    /// When the piece does not fit, which a test rules out.
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
