//! The data available to a page while it is rendered, and its links to other files.

use std::ops::Deref;

use chrono::NaiveDate;

use super::address::relative;
use super::data::files::Files;
use super::index::Index;
use super::portal::Portal;
use super::route::Route;
use super::words::Words;
use crate::assess::Assessment;
use crate::markdown::MarkdownText;
use crate::model::{
    AgencyIx, AttachmentIx, DocumentIx, Model, NoteIx, PlaceIx, PriorityIx, TaskIx,
};

/// The page that is being rendered, with the data it may use.
pub(super) struct PageContext<'s> {
    pub(super) model: &'s Model,
    pub(super) assessment: &'s Assessment,
    pub(super) index: &'s Index,
    pub(super) words: &'s Words,
    pub(super) files: &'s Files,
    /// What the page of a portal shows. `None` for the page of a directive.
    pub(super) portal: Option<&'s Portal>,
    /// The page itself. Links are relative to it.
    pub(super) route: Route,
    path: String,
}

impl<'s> PageContext<'s> {
    pub(super) fn new(
        model: &'s Model,
        assessment: &'s Assessment,
        index: &'s Index,
        words: &'s Words,
        files: &'s Files,
        route: Route,
    ) -> Self {
        let path = route.path(model);
        PageContext { model, assessment, index, words, files, portal: None, route, path }
    }

    /// The context of a page that the directives of a portal share.
    pub(super) fn shared(self, portal: Option<&'s Portal>) -> Self {
        PageContext { portal, ..self }
    }

    /// A context with the same data for another page.
    pub(super) fn at(&self, route: Route) -> PageContext<'s> {
        let PageContext { model, assessment, index, words, files, portal, .. } = *self;
        PageContext::new(model, assessment, index, words, files, route).shared(portal)
    }

    /// The beginning of a public note, at most `max_chars` characters long.
    pub(super) fn excerpt(&self, note: NoteIx, max_chars: usize) -> String {
        self.index.excerpt(self.model, note, max_chars)
    }

    /// The text of a note, with its figures filled in.
    pub(super) fn note_text(&self, note: NoteIx) -> &'s MarkdownText {
        self.index.text(self.model, note)
    }

    /// Whether records use what only some directives need.
    pub(super) fn is_extended(&self) -> bool {
        let of_portal = || self.portal.is_some_and(|portal| portal.cards().any(|c| c.extended));
        self.model.is_extended() || of_portal()
    }

    /// The as-of date.
    pub(super) fn as_of(&self) -> NaiveDate {
        self.assessment.as_of
    }

    /// The link from this page to another file of the site.
    pub(super) fn to(&self, route: Route) -> String {
        self.to_path(&route.path(self.model))
    }

    /// The link from this page to a path in the site.
    ///
    /// The page for missing addresses is served at any depth, so its links begin with the site's
    /// address if that is known.
    pub(super) fn to_path(&self, path: &str) -> String {
        match (self.route, &self.model.settings.base_url) {
            (Route::NotFound, Some(base)) => format!("{base}{path}"),
            // An embed is shown on another website.
            (route, Some(base)) if route.is_fragment() => format!("{base}{path}"),
            _ => relative(&self.path, path),
        }
    }

    pub(super) fn to_task(&self, task: TaskIx) -> String {
        self.to(Route::Task(task))
    }

    /// The link to a task of another directive of the portal. `None` for a task of this directive,
    /// and on days before the other directive.
    pub(super) fn to_elsewhere(&self, task: TaskIx) -> Option<String> {
        let elsewhere = self.model[task].elsewhere.as_ref()?;
        let path = || format!("../{}/{}", elsewhere.directive, Route::Task(task).path(self.model));
        (elsewhere.date <= self.as_of()).then(|| self.to_path(&path()))
    }

    pub(super) fn to_priority(&self, priority: PriorityIx) -> String {
        self.to(Route::Priority(priority))
    }

    pub(super) fn to_note(&self, note: NoteIx) -> String {
        self.to(Route::Note(note))
    }

    /// The link to an agency. `None` if nothing public names it.
    pub(super) fn to_agency(&self, agency: AgencyIx) -> Option<String> {
        self.index.agencies.binary_search(&agency).is_ok().then(|| self.to(Route::Agency(agency)))
    }

    /// The link to a place. `None` if nothing public names it.
    pub(super) fn to_place(&self, place: PlaceIx) -> Option<String> {
        self.index.places.binary_search(&place).is_ok().then(|| self.to(Route::Place(place)))
    }

    /// The link to a document. `None` if nothing public cites it.
    pub(super) fn to_document(&self, document: DocumentIx) -> Option<String> {
        let page = self.index.page_of(document)?;
        let page = self.to(Route::Documents(page));
        Some(format!("{page}#{}", anchor_of(&self.model[document].id)))
    }

    /// The link to an attachment. `None` if nothing public cites it.
    pub(super) fn to_attachment(&self, attachment: AttachmentIx) -> Option<String> {
        let copied = self.index.attachments.contains(&attachment);
        copied.then(|| self.to_path(&self.model[attachment].site_path))
    }

    /// The number and title of a task.
    pub(super) fn task_title(&self, task: TaskIx) -> String {
        format!("{} {}", self.model[task].number, self.model[task].title)
    }

    /// The name and title of a priority.
    pub(super) fn priority_title(&self, priority: PriorityIx) -> String {
        let priority = &self.model[priority];
        format!("{}. {}", self.priority_name(&priority.number), priority.title)
    }

    /// The number and symbol of a document, or its title if it has none.
    pub(super) fn document_name(&self, document: DocumentIx) -> &'s str {
        let document = &self.model[document];
        document.symbol.as_deref().unwrap_or(&document.title)
    }

    /// The short name of an agency, or its full name if it has none.
    pub(super) fn agency_name(&self, agency: AgencyIx) -> &'s str {
        let agency = &self.model[agency];
        agency.short.as_deref().unwrap_or(&agency.name)
    }
}

/// The anchor of a document in the list of documents.
pub(super) fn anchor_of(document: &crate::model::Id) -> String {
    format!("vb-{document}")
}

impl Deref for PageContext<'_> {
    type Target = Words;
    fn deref(&self) -> &Words {
        self.words
    }
}
