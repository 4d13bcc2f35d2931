//! Prepares the site again after each change.

use std::sync::Arc;
use std::time::Instant;

use serde::Serialize;

use super::watch::Changes;
use super::{Host, Prepared, Preview, ShownDiagnostic, Trouble};
use crate::diagnostic::{Diagnostics, Severity};
use crate::pipeline::portal::is_portal;
use crate::pipeline::portal::preview::{KeptPortal, NotShown, Sites};
use crate::pipeline::{self, KeptContent};
use crate::site::preview::Overlay;
use crate::site::{Route, Site, Templates};
use crate::source::Sources;

/// Maximum number of diagnostics shown on a page.
const MAX_SHOWN: usize = 5;

/// The site that was prepared last, and the records that were read for it.
pub(super) struct Preparer<'h> {
    preview: &'h Preview,
    host: &'h dyn Host,
    overlay: Arc<Overlay>,
    kept: Kept,
    site: Option<Arc<Site>>,
    /// The sites of a portal's directives.
    sites: Option<Arc<Sites>>,
    /// Whether the content of the site has no errors.
    is_sound: bool,
    templates: Templates,
    /// Whether no site was prepared with the templates yet.
    templates_changed: bool,
    templates_version: usize,
    /// The banner that was reported last.
    last_banner: String,
}

/// What was read, for the next change.
enum Kept {
    /// One directive. `None` until it is read.
    Directive(Option<Box<KeptContent>>),
    /// A portal, and the texts of the files that something is said about.
    Portal(KeptPortal, Sources),
}

impl Kept {
    fn sources(&self) -> Option<&Sources> {
        match self {
            Kept::Directive(kept) => kept.as_deref().map(KeptContent::sources),
            Kept::Portal(_, sources) => Some(sources),
        }
    }
}

/// Diagnostics or trouble, ready to be laid over a page.
#[derive(Serialize)]
struct Banner<'a> {
    title: String,
    below: String,
    /// What is wrong, if it is not the content.
    trouble: Option<String>,
    diagnostics: Vec<BannerItem>,
    more: Option<String>,
    code_name: &'a str,
    help_name: String,
}

/// A diagnostic and the page that it is about.
#[derive(Serialize)]
struct BannerItem {
    diagnostic: ShownDiagnostic,
    page: Option<AffectedPage>,
}

#[derive(Serialize)]
struct AffectedPage {
    href: String,
    text: String,
}

impl<'h> Preparer<'h> {
    pub(super) fn new(preview: &'h Preview, host: &'h dyn Host, overlay: Arc<Overlay>) -> Self {
        Preparer {
            preview,
            host,
            overlay,
            kept: match is_portal(&preview.content) {
                true => Kept::Portal(
                    KeptPortal::new(&preview.content, preview.as_of),
                    Sources::default(),
                ),
                false => Kept::Directive(None),
            },
            site: None,
            sites: None,
            is_sound: false,
            templates: Templates::default(),
            templates_changed: false,
            templates_version: 0,
            last_banner: String::new(),
        }
    }

    /// Prepares the first site. Content with errors is shown as far as possible.
    pub(super) fn first(&mut self) -> Result<Prepared, Trouble> {
        let everything = Changes { whole: true, templates: true, ..Changes::default() };
        let diagnostics = self.prepare(&everything)?;
        let banner = self.banner_of_content(&diagnostics);
        self.print_new_errors(&banner, &diagnostics);
        self.shown(banner).ok_or_else(|| Trouble::Template(String::new()))
    }

    /// Prepares the site after a change. `None` if there is nothing to show, which only the first
    /// site could cause.
    pub(super) fn follow(&mut self, changes: &Changes) -> Option<Prepared> {
        let started = Instant::now();
        let banner = match self.prepare(changes) {
            Ok(diagnostics) => {
                let banner = self.banner_of_content(&diagnostics);
                let mended = banner.is_empty() && !self.last_banner.is_empty();
                self.print_new_errors(&banner, &diagnostics);
                let locale = self.host.locale();
                if mended {
                    self.host.line(&locale.text("serve-mended"));
                } else if banner.is_empty() {
                    let spent = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
                    let args = [("what", self.named(changes).into()), ("spent", spent.into())];
                    self.host.line(&locale.format("serve-updated", &args));
                }
                banner
            }
            Err(trouble) => {
                let text = self.host.trouble(&trouble);
                let banner = self.banner_of_trouble(text.clone());
                if banner != self.last_banner {
                    self.host.failure(&text);
                    self.host.line(&self.host.locale().text("serve-waits"));
                }
                self.last_banner.clone_from(&banner);
                banner
            }
        };
        self.shown(banner)
    }

    /// Reads, links and judges the content. Replaces the site, unless the content has errors and
    /// the site has none.
    fn prepare(&mut self, changes: &Changes) -> Result<Diagnostics, Trouble> {
        if changes.templates {
            self.templates = self.host.templates().map_err(Trouble::Template)?;
            self.templates_changed = true;
        }
        let kept = match &mut self.kept {
            Kept::Directive(kept) => kept,
            Kept::Portal(kept, sources) => {
                let changed = (!changes.whole && !changes.templates).then_some(&changes.files);
                let shown = kept.follow(changed, &self.templates).map_err(trouble)?;
                *sources = shown.checked.sources;
                self.site = Some(Arc::new(shown.shared));
                self.sites = Some(shown.sites);
                self.templates_version += usize::from(std::mem::take(&mut self.templates_changed));
                self.is_sound = !shown.checked.diagnostics.has_errors();
                return Ok(shown.checked.diagnostics);
            }
        };
        let again = kept.take().filter(|_| !changes.whole);
        let again = again.and_then(|mut kept| kept.reread(&changes.files).then_some(kept));
        let again = match again {
            Some(kept) => kept,
            None => Box::new(KeptContent::load(&self.preview.content).map_err(Trouble::Content)?),
        };
        let kept = kept.insert(again);
        let (mut model, diagnostics) = kept.check_languages().map_err(Trouble::Content)?;
        if diagnostics.has_errors() && self.is_sound {
            return Ok(diagnostics);
        }
        let as_of = pipeline::as_of(&model, self.preview.as_of);
        let assessment = pipeline::assess(&mut model, as_of).map_err(Trouble::Date)?;
        let site = Site::preview(model, assessment, &self.templates)
            .map_err(|error| Trouble::Template(error.message))?;
        self.site = Some(Arc::new(site));
        self.templates_version += usize::from(std::mem::take(&mut self.templates_changed));
        self.is_sound = !diagnostics.has_errors();
        Ok(diagnostics)
    }

    fn shown(&self, banner: String) -> Option<Prepared> {
        let site = Arc::clone(self.site.as_ref()?);
        let copies = site.languages().flat_map(|(folder, site)| {
            let copies = site.copies().into_iter();
            copies.map(move |(from, to)| ([folder, to].concat(), from.to_owned()))
        });
        Some(Prepared {
            routes: site.table(),
            copies: copies.collect(),
            site: Arc::clone(&site),
            sites: self.sites.clone(),
            banner,
            templates_version: self.templates_version,
        })
    }

    /// Prints the errors, unless they were printed last time.
    fn print_new_errors(&mut self, banner: &str, diagnostics: &Diagnostics) {
        let is_new = !banner.is_empty() && banner != self.last_banner;
        if let Some(sources) = self.kept.sources().filter(|_| is_new) {
            self.host.print_diagnostics(diagnostics, sources);
        }
        banner.clone_into(&mut self.last_banner);
    }

    fn banner_of_content(&self, diagnostics: &Diagnostics) -> String {
        let count = diagnostics.count(Severity::Error);
        let Some(sources) = self.kept.sources().filter(|_| count > 0) else { return String::new() };
        let locale = self.host.locale();
        let errors = diagnostics.iter().filter(|error| error.severity == Severity::Error);
        let items = errors.take(MAX_SHOWN).map(|error| {
            let file = &sources.get(error.place.file).path;
            BannerItem { diagnostic: self.host.describe(error, sources), page: self.affected(file) }
        });
        let below = if self.is_sound { "serve-banner-last-good" } else { "serve-banner-as-is" };
        let more = count.saturating_sub(MAX_SHOWN);
        self.filled(&Banner {
            title: locale.format("serve-banner-errors", &[("count", count.into())]),
            below: locale.text(below),
            trouble: None,
            diagnostics: items.collect(),
            more: (more > 0).then(|| locale.format("serve-banner-more", &[("count", more.into())])),
            code_name: "tiendo check --explain",
            help_name: locale.text("help-name"),
        })
    }

    fn banner_of_trouble(&self, trouble: String) -> String {
        let locale = self.host.locale();
        self.filled(&Banner {
            title: locale.text("serve-banner-trouble"),
            below: locale.text("serve-banner-last-good"),
            trouble: Some(trouble),
            diagnostics: Vec::new(),
            more: None,
            code_name: "",
            help_name: String::new(),
        })
    }

    fn filled(&self, banner: &Banner<'_>) -> String {
        // The template is built in and rendered by a test; if it still fails, plain text is shown.
        self.overlay.banner(banner).unwrap_or_else(|error| error.message)
    }

    /// The page of the record in a file, if the current site has it.
    fn affected(&self, shown: &str) -> Option<AffectedPage> {
        let (rest, name) = shown.rsplit_once('/')?;
        let (stem, _) = name.rsplit_once('.')?;
        let site = self.site.as_ref()?;
        let model = site.model();
        let folder = rest.rsplit('/').next()?;
        let is_of_file = |route: &&Route| match **route {
            Route::Task(ix) => folder == "tasks" && model[ix].id.as_str() == stem,
            Route::Note(ix) => folder == "notes" && model[ix].id.as_str() == stem,
            _ => false,
        };
        let path = site.path(*site.routes().iter().find(is_of_file)?);
        let text = self.host.locale().format("serve-banner-page", &[("page", (&path).into())]);
        Some(AffectedPage { href: format!("/{path}"), text })
    }

    /// Describes a change in words.
    fn named(&self, changes: &Changes) -> String {
        let locale = self.host.locale();
        let mut files = changes.files.iter();
        match (files.next(), files.next()) {
            (Some(file), None) => file.display().to_string(),
            (None, _) if changes.templates => locale.text("serve-templates"),
            (None, _) => locale.text("serve-everything"),
            _ => locale.format("serve-files", &[("count", changes.files.len().into())]),
        }
    }
}

fn trouble(not_shown: NotShown) -> Trouble {
    match not_shown {
        NotShown::Load(error) => Trouble::Content(error),
        NotShown::Date(error) => Trouble::Date(error),
        NotShown::Template(error) => Trouble::Template(error.message),
    }
}
