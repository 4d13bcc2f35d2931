//! The built-in templates and assets, and the files that replace them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::pages::table;
use super::render::{Engine, Parsed, TemplateError};

macro_rules! embedded {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../templates/", $name)))),*]
    };
}

macro_rules! pages {
    (
        pages { $($page:ident $(($($of:tt)+))? $path:literal $view:ident
            $(of $all:ident)? $(, $passing:ident)?;)+ }
        files $files:tt
    ) => {
        /// The templates of the pages, each named after its view.
        const PAGES: &[(&str, &str)] = &[$((
            concat!(stringify!($view), ".html"),
            include_str!(concat!("../../templates/", stringify!($view), ".html")),
        )),+];
    };
}

table!(pages);

/// All other files of `templates/`. A test compares both lists with the folder.
const OTHERS: &[(&str, &str)] = embedded![
    "404.html"
    "assets/edit.css"
    "assets/edit.js"
    "assets/embed.css"
    "assets/icon.svg"
    "assets/preview.css"
    "assets/preview.js"
    "assets/search.js"
    "assets/site.css"
    "assets/site.js"
    "base.html"
    "divided.html"
    "edit/base.html"
    "edit/changes.html"
    "edit/check.html"
    "edit/documents.html"
    "edit/fields.html"
    "edit/form.html"
    "edit/handover.html"
    "edit/message.html"
    "edit/notes.html"
    "edit/release.html"
    "edit/review.html"
    "edit/rows.html"
    "edit/shared.html"
    "edit/status.html"
    "edit/week.html"
    "embed.html"
    "embed_badge.svg"
    "embed_box.html"
    "embed_frame.html"
    "former.html"
    "former_fragment.html"
    "frame_assets.html"
    "frame_footer.html"
    "frame_header.html"
    "handover.html"
    "hosting/htaccess.txt"
    "hosting/nginx.conf"
    "hosting/web.config"
    "note_task.html"
    "parts.html"
    "portal.html"
    "portal_data.html"
    "portal_directives.html"
    "portal_group.html"
    "portal_overview.html"
    "preview.html"
    "preview_broken.html"
    "robots.txt"
    "short.html"
    "sitemap.xml"
];

fn embedded() -> impl Iterator<Item = (&'static str, &'static str)> {
    PAGES.iter().chain(OTHERS).copied()
}

/// Number of sets of words for which the templates are kept parsed.
const KEPT: usize = 8;

/// The texts of all templates and assets, by name.
#[derive(Clone)]
pub struct Templates {
    texts: BTreeMap<&'static str, Cow<'static, str>>,
    /// The templates as they were parsed, each time with other words: most directives of a portal use
    /// the same. Copies share them.
    parsed: Arc<Mutex<Vec<Arc<Parsed>>>>,
}

impl Templates {
    /// The built-in templates and assets.
    pub fn embedded() -> Self {
        let texts = embedded().map(|(name, text)| (name, Cow::Borrowed(text))).collect();
        Templates { texts, parsed: Arc::default() }
    }

    /// Replaces a template or asset. Returns false, and changes nothing, if there is none of this
    /// name.
    pub fn replace(&mut self, name: &str, text: String) -> bool {
        match self.texts.iter_mut().find(|(known, _)| **known == name) {
            Some((_, place)) => {
                *place = Cow::Owned(text);
                self.parsed = Arc::default();
                true
            }
            None => false,
        }
    }

    /// The texts of all templates and assets, by name.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.texts.iter().map(|(name, text)| (*name, text.as_ref()))
    }

    /// The names of all templates and assets, any of which can be replaced.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let mut names: Vec<&str> = embedded().map(|(name, _)| name).collect();
        names.sort_unstable();
        names.into_iter()
    }

    /// The name and text of each template and asset, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(name, text)| (*name, text.as_ref()))
    }

    /// What renders pages with these words.
    pub(super) fn engine(&self, words: &BTreeMap<String, String>) -> Result<Engine, TemplateError> {
        let mut known = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        let parsed = match known.iter().position(|parsed| parsed.words() == words) {
            Some(at) => known.remove(at),
            None => Arc::new(Parsed::new(&self.texts, words)?),
        };
        known.truncate(KEPT - 1);
        known.insert(0, Arc::clone(&parsed));
        Ok(Engine::new(parsed))
    }
}

impl Default for Templates {
    fn default() -> Self {
        Templates::embedded()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_list_is_that_of_the_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let files = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
        let mut found: Vec<String> = files
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned())
            .collect();
        found.sort();
        let listed: Vec<&str> = Templates::names().collect();
        assert_eq!(found, listed);
    }

    #[test]
    fn templates_are_parsed_once_for_the_same_words_and_again_when_replaced() {
        let words = |text: &str| BTreeMap::from([("word".to_owned(), text.to_owned())]);
        let mut templates = Templates::embedded();
        let copy = templates.clone();
        let kept = || copy.parsed.lock().unwrap().len();
        for (text, expected) in [("a", 1), ("a", 1), ("b", 2), ("a", 2)] {
            templates.engine(&words(text)).unwrap();
            assert_eq!(kept(), expected);
        }
        templates.replace("task.html", "{{".into());
        assert!(templates.engine(&words("a")).is_err());
        assert!(copy.engine(&words("a")).is_ok());
        (0..20).for_each(|n| drop(copy.engine(&words(&n.to_string()))));
        assert_eq!(kept(), KEPT);
    }

    #[test]
    fn only_what_exists_can_be_replaced() {
        let mut templates = Templates::embedded();
        assert!(templates.replace("task.html", "x".into()));
        assert!(!templates.replace("taks.html", "x".into()));
        assert!(templates.iter().any(|(name, text)| name == "task.html" && text == "x"));
    }
}
