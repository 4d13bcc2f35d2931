//! Renders the screens of the editor. Their templates are always the built-in ones.

use std::collections::BTreeMap;

use serde::Serialize;

use super::render::{Engine, RenderError, TemplateError};
use super::templates::Templates;
use super::views;
use crate::assess::Standing;
use crate::locale::Locale;

/// The templates of the editor, with its words in one language.
pub struct Screens {
    engine: Engine,
}

impl Screens {
    /// Reads the built-in templates.
    ///
    /// # Errors
    ///
    /// If a template cannot be read. A test rules this out.
    pub fn new(locale: &Locale) -> Result<Self, TemplateError> {
        let words: BTreeMap<String, String> = locale.words_of("edit-");
        Ok(Screens { engine: Templates::embedded().engine(&words)? })
    }

    /// Renders a screen exactly as its template lays it out: what was typed keeps every blank.
    ///
    /// # Errors
    ///
    /// If the template does not fit. A test rules this out.
    pub fn fill<P: Serialize, V: Serialize>(
        &self,
        template: &'static str,
        page: &P,
        view: &V,
    ) -> Result<Vec<u8>, RenderError> {
        self.engine.fill_exactly(template, page, view)
    }

    /// The bytes of a style sheet or a script.
    pub fn asset(&self, name: &str) -> Vec<u8> {
        self.engine.asset(name)
    }
}

/// The class of a status tag.
pub fn standing_class(standing: Standing) -> &'static str {
    views::standing_class(standing)
}
