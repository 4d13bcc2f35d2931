//! Turns a model and its assessment on a date into a website: a table of routes, each rendered on
//! demand.
//!
//! This module accesses no content folder, no disk and no clock. Routes can be rendered from
//! several threads at once. The caller decides where the bytes go.

mod address;
mod calendar;
mod code;
mod context;
pub mod data;
mod feed;
mod foreign;
pub mod former;
mod history;
mod index;
mod inventory;
mod lettering;
pub mod links;
mod naming;
mod pages;
pub mod portal;
pub mod preview;
mod quantities;
mod raster;
mod render;
pub mod route;
pub mod screens;
mod search;
mod shared;
pub mod situation;
mod templates;
pub mod text;
mod views;
pub mod words;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::assess::Assessment;
use crate::model::Model;

pub use pages::{CHAIN, GATED, HOME, PARTS};
pub use render::{RenderError, TemplateError};
pub use route::{Route, Scope};
pub use templates::Templates;
pub use views::{Handover, Retold};

use context::PageContext;
use data::files::Files;
use data::table::{Form, Table};
use foreign::Foreign;
use index::Index;
use portal::{Card, Portal};
use render::Engine;
use search::Search;
use words::Words;

/// A model whose site lies below that of its portal, if it belongs to one.
fn placed(mut model: Model) -> Model {
    if let (Some(of), Some(base)) = (&model.settings.portal, &mut model.settings.base_url) {
        base.push_str(&portal::path_below(of.id.as_str(), ""));
    }
    model
}

/// A website whose files can be rendered one by one.
pub struct Site {
    model: Model,
    assessment: Assessment,
    words: Words,
    index: Index,
    files: Files,
    engine: Engine,
    /// The search index, built when it is first requested.
    search: OnceLock<Search>,
    routes: Vec<Route>,
    /// The texts that are shown in the language of the first site, in the second one.
    foreign: Option<Foreign>,
    /// The same pages in the second language.
    second: Option<Box<Site>>,
    /// What a site of shared pages shows. `None` for the site of a directive.
    portal: Option<Portal>,
}

impl Site {
    /// Prepares what the pages share, without rendering any.
    ///
    /// # Errors
    ///
    /// If a template cannot be read.
    pub fn new(
        model: Model,
        assessment: Assessment,
        templates: &Templates,
    ) -> Result<Self, TemplateError> {
        Ok(Self::preview(model, assessment, templates)?.with_search())
    }

    /// Prepares a site of which only a few files will be requested.
    ///
    /// The files of the search index are not among its routes. The index is built when
    /// [`Site::search_route`] first needs it.
    ///
    /// # Errors
    ///
    /// If a template cannot be read.
    pub fn preview(
        mut model: Model,
        assessment: Assessment,
        templates: &Templates,
    ) -> Result<Self, TemplateError> {
        let second = match model.second.take() {
            Some(second) => {
                let mut foreign = Foreign::between(&model, &second);
                let mut site = Site::preview(*second, assessment.clone(), templates)?;
                // Notes are written in one language.
                for note in &site.index.notes {
                    foreign.add(&site.index.excerpt(&site.model, *note, views::EXCERPT));
                }
                // Search engines ask for this file at the top of a server only.
                site.routes.retain(|route| *route != Route::Robots);
                site.foreign = Some(foreign);
                Some(Box::new(site))
            }
            None => None,
        };
        let model = placed(model);
        let words = Words::new(&model, model.settings.language.tag());
        let filled = quantities::fill(&model, &assessment, &words);
        let index = Index::new(&model, &assessment, filled);
        let routes = inventory::all(&model, &index);
        let site = Site::assembled(model, assessment, words, index, routes, templates)?;
        Ok(Site { second, ..site })
    }

    fn assembled(
        model: Model,
        assessment: Assessment,
        words: Words,
        index: Index,
        routes: Vec<Route>,
        templates: &Templates,
    ) -> Result<Self, TemplateError> {
        let engine = templates.engine(words.table())?;
        let (files, search) = (Files::default(), OnceLock::new());
        let (foreign, second, portal) = (None, None, None);
        Ok(Site {
            model,
            assessment,
            words,
            index,
            files,
            engine,
            search,
            routes,
            foreign,
            second,
            portal,
        })
    }

    /// Adds the files of the search index to its routes, in each language.
    pub fn with_search(mut self) -> Self {
        self.second = self.second.map(|second| Box::new(second.with_search()));
        let search: Vec<Route> = self.search().routes().collect();
        self.routes.extend(search);
        self.routes.sort_by_cached_key(|route| route.path(&self.model));
        self
    }

    /// The site and, in a folder of its own, the one in the second language: each with its folder.
    pub fn languages(&self) -> impl Iterator<Item = (&'static str, &Site)> {
        let second = self.second.as_deref();
        let second = second.map(|second| (second.model.settings.language.folder(), second));
        std::iter::once(("", self)).chain(second)
    }

    /// The site in whose folder a path lies, and the path within that folder.
    pub fn holding<'p>(&self, path: &'p str) -> (&Site, &'p str) {
        let inside =
            self.languages().filter_map(|(folder, site)| Some((site, path.strip_prefix(folder)?)));
        // The first site lies at the top, so every path lies in its folder.
        inside.last().unwrap_or((self, path))
    }

    /// Prepares the shared pages of a portal, like [`Site::preview`] without the files of the search
    /// index. `model` holds what its directives share, and no tasks.
    ///
    /// # Errors
    ///
    /// If a template cannot be read.
    pub fn shared(
        model: Model,
        as_of: NaiveDate,
        portal: Portal,
        templates: &Templates,
    ) -> Result<Self, TemplateError> {
        let words = Words::new(&model, model.settings.language.tag());
        let assessment = portal.assess(&model, as_of);
        let mut index = Index::without_history(&model, &assessment);
        (index.agencies, index.places) = (portal.agencies(), portal.places());
        index.uses = portal.uses();
        let routes = shared::routes(&portal, &model);
        let site = Site::assembled(model, assessment, words, index, routes, templates)?;
        Ok(Site { portal: Some(portal), ..site })
    }

    /// The folder of the site in that of its portal. Empty if it belongs to none.
    pub fn place(&self) -> String {
        let portal = self.model.settings.portal.as_ref();
        portal.map_or_else(String::new, |of| portal::path_below(of.id.as_str(), ""))
    }

    /// What the shared pages of the portal show of this directive. `shared` is what its directives
    /// share.
    pub fn card(&self, id: &str, shared: &Model) -> Card {
        let ctx = self.ctx(Route::Overview);
        Card { found: search::on_card(&ctx, shared), ..views::portal_card(&ctx, id) }
    }

    /// The directives of a portal, of which these are the shared pages.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.portal.iter().flat_map(Portal::cards)
    }

    /// All files of the site, pages and assets, sorted by path.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// The path of a file within the site: lower-case ASCII with forward slashes.
    pub fn path(&self, route: Route) -> String {
        route.path(&self.model)
    }

    /// Renders a file.
    ///
    /// # Errors
    ///
    /// If a replaced template does not fit its page.
    pub fn render(&self, route: Route) -> Result<Vec<u8>, RenderError> {
        let ctx = self.ctx(route);
        match route {
            Route::SearchDirectory => Ok(self.search().directory(&ctx)),
            Route::SearchPart(part) => Ok(self.search().part(part)),
            Route::SearchRows(file) => Ok(self.search().rows(&ctx, file)),
            Route::PastTable(date, table) => Ok(self.past_table(date, table)),
            route if route.is_card() => Ok(self.picture(route, |_| None)),
            _ => {
                let page = views::render(&self.engine, &ctx)?;
                match &self.foreign {
                    Some(foreign) if self.path(route).ends_with(".html") => {
                        Ok(foreign.marked(&page))
                    }
                    _ => Ok(page),
                }
            }
        }
    }

    /// Renders a file like [`Site::render`], and takes a picture that was drawn before if nothing in
    /// it has changed. `earlier` returns the bytes that an earlier site has at a path.
    ///
    /// # Errors
    ///
    /// Like [`Site::render`].
    pub fn render_again(
        &self,
        route: Route,
        earlier: impl FnOnce(&str) -> Option<Vec<u8>>,
    ) -> Result<Vec<u8>, RenderError> {
        if route.is_card() { Ok(self.picture(route, earlier)) } else { self.render(route) }
    }

    /// The picture of a page for sharing. Drawing it takes longer than rendering the page.
    fn picture(&self, route: Route, earlier: impl FnOnce(&str) -> Option<Vec<u8>>) -> Vec<u8> {
        let Some(svg) = views::card(&self.ctx(route)) else { return Vec::new() };
        let key = raster::key(&svg);
        let drawn = earlier(&self.path(route)).filter(|png| raster::is_drawn_from(png, &key));
        drawn.unwrap_or_else(|| raster::png(&svg))
    }

    /// A table of the open data as it was published on an earlier reporting date.
    fn past_table(&self, date: NaiveDate, table: Table) -> Vec<u8> {
        let Some(past) = self.index.history.on(&self.model, date) else { return Vec::new() };
        let (model, assessment) = past.both();
        // Only the tallies list what something public named then.
        let then = (table == Table::Tallies).then(|| Index::without_history(model, assessment));
        let index = then.as_ref().unwrap_or(&self.index);
        let files = Files::default();
        // Addresses in the table are the same wherever the file lies.
        let route = Route::DataTable(table, Form::Csv);
        let ctx = PageContext::new(model, assessment, index, &self.words, &files, route);
        data::table(&ctx, table, Form::Csv).bytes.clone()
    }

    /// The files of the content folder that are copied into the site, each with its path in the
    /// site.
    ///
    /// These are the logo and the files that a public record cites.
    pub fn copies(&self) -> Vec<(&str, &str)> {
        let attachments = self.index.attachments.iter().map(|attachment| &self.model[*attachment]);
        attachments.map(|file| (file.path.as_str(), file.site_path.as_str())).collect()
    }

    /// The paths of all files of the site, except its manifest.
    pub fn paths(&self) -> BTreeSet<String> {
        let of_each = self.languages().flat_map(|(folder, site)| {
            let routes = site.routes.iter().map(|route| site.path(*route));
            let copies = site.copies().into_iter().map(|(_, to)| to.to_owned());
            let own: Vec<String> = routes.chain(copies).collect();
            own.into_iter().map(move |path| [folder, &path].concat())
        });
        of_each.collect()
    }

    /// Renders the handover sheet of a package: what is handed over, and how to check that it
    /// arrived.
    ///
    /// # Errors
    ///
    /// If a replaced template does not fit the sheet.
    pub fn handover(&self, handover: &Handover<'_>) -> Result<Vec<u8>, RenderError> {
        views::handover(&self.engine, &self.ctx(Route::Overview), handover)
    }

    /// Sample configurations for web servers, with their paths in a package. They are never
    /// required.
    pub fn hosting_samples(&self) -> Vec<(&'static str, Vec<u8>)> {
        ["web.config", "htaccess.txt", "nginx.conf"]
            .into_iter()
            .zip(["mau/web.config", "mau/htaccess.txt", "mau/nginx.conf"])
            .map(|(name, path)| (path, self.engine.asset(&format!("hosting/{name}"))))
            .collect()
    }

    /// The route of each file by its path, in both languages, without the files of the search index
    /// if the site was prepared for a preview.
    pub fn table(&self) -> BTreeMap<String, Route> {
        let of_each = self.languages().flat_map(|(folder, site)| {
            let routes = site.routes.iter();
            routes.map(move |route| ([folder, &site.path(*route)].concat(), *route))
        });
        of_each.collect()
    }

    /// The route of a file of the search index.
    pub fn search_route(&self, path: &str) -> Option<Route> {
        let mut routes = path.starts_with(pages::SEARCH).then(|| self.search().routes())?;
        routes.find(|route| self.path(*route) == path)
    }

    fn search(&self) -> &Search {
        self.search.get_or_init(|| Search::new(&self.ctx(Route::Search)))
    }

    fn ctx(&self, route: Route) -> PageContext<'_> {
        let Site { model, assessment, index, words, files, .. } = self;
        let portal = self.portal.as_ref();
        PageContext::new(model, assessment, index, words, files, route).shared(portal)
    }

    /// The model that the site shows.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The assessment of the model on the date of the site.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }
}
