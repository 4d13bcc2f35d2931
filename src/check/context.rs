//! What all linking functions share: known names, file texts, and the list of diagnostics.

use super::names::Names;
use super::rules;
use crate::content::Content;
use crate::content::files::FileKind;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, is_like};
use crate::model::{
    AgencyIx, Attachment, AttachmentIx, DocumentIx, NoteIx, PlaceIx, PriorityIx, TaskIx,
};
use crate::source::{FileId, Sources, Step};

/// The known names, and the list that diagnostics go to.
pub(super) struct Context<'a> {
    pub(super) diagnostics: &'a mut Diagnostics,
    pub(super) sources: &'a Sources,
    pub(super) known: Known,
    /// The attachments, in the order of their handles.
    pub(super) attachment_list: Vec<Attachment>,
}

/// The known names of every kind of record.
pub(super) struct Known {
    pub(super) agencies: Names<AgencyIx>,
    pub(super) places: Names<PlaceIx>,
    pub(super) documents: Names<DocumentIx>,
    pub(super) priorities: Names<PriorityIx>,
    pub(super) tasks: Names<TaskIx>,
    pub(super) notes: Names<NoteIx>,
    pub(super) attachments: Names<AttachmentIx>,
    /// Notes that are drafts. They exist, but nothing may link to them.
    pub(super) drafts: Names<()>,
}

impl<'a> Context<'a> {
    pub(super) fn new(diagnostics: &'a mut Diagnostics, sources: &'a Sources) -> Self {
        Context {
            diagnostics,
            sources,
            known: Known {
                agencies: Names::new(&rules::unknown_agency::RULE),
                places: Names::new(&rules::unknown_place::RULE),
                documents: Names::new(&rules::unknown_document::RULE),
                priorities: Names::new(&rules::unknown_priority::RULE),
                tasks: Names::new(&rules::unknown_task::RULE),
                notes: Names::new(&rules::unknown_note::RULE),
                attachments: Names::new(&rules::unknown_attachment::RULE),
                drafts: Names::new(&rules::unknown_note::RULE),
            },
            attachment_list: Vec::new(),
        }
    }

    /// Reports a diagnostic that has no arguments.
    pub(super) fn report(&mut self, rule: &'static Rule, place: Place) {
        self.diagnostics.push(Diagnostic::of(rule, place));
    }

    /// Reports every malformed id. Called when all ids are known, because the diagnostics suggest
    /// free ones.
    pub(super) fn report_misnamed(&mut self) {
        let sources = self.sources;
        let diagnostics = [
            self.known.agencies.misnamed(sources),
            self.known.places.misnamed(sources),
            self.known.documents.misnamed(sources),
            self.known.priorities.misnamed(sources),
            self.known.tasks.misnamed(sources),
            self.known.notes.misnamed(sources),
        ];
        self.diagnostics.extend(diagnostics.into_iter().flatten());
    }

    /// Records which ids may belong to records that could not be read.
    pub(super) fn unread(&mut self, content: &Content) {
        for (kind, stem) in &content.unread {
            match kind {
                FileKind::Agencies => self.known.agencies.partial(),
                FileKind::Places => self.known.places.partial(),
                FileKind::Documents => self.known.documents.partial(),
                FileKind::Directive => self.known.priorities.partial(),
                FileKind::Task => self.known.tasks.unlinked(stem),
                FileKind::Note => self.known.notes.unlinked(stem),
                FileKind::Site
                | FileKind::Moved
                | FileKind::Publications
                | FileKind::Attachment => {}
            }
        }
        if content.agencies.as_ref().is_some_and(|list| self.lacks_records(list.file)) {
            self.known.agencies.partial();
        }
        if content.places.as_ref().is_some_and(|list| self.lacks_records(list.file)) {
            self.known.places.partial();
        }
        if content.documents.iter().any(|list| self.lacks_records(list.file)) {
            self.known.documents.partial();
        }
        if content.directive.as_ref().is_some_and(|directive| self.lacks_records(directive.file)) {
            self.known.priorities.partial();
        }
    }

    /// Whether an item, an id or the list of priorities of this file was left out.
    fn lacks_records(&self, file: FileId) -> bool {
        let left_out = self.sources.get(file).index.nodes().iter().filter(|node| node.left_out);
        left_out.map(|node| &node.step).any(|step| match step {
            Step::Root | Step::Item(_) => true,
            Step::Key(key) => ["id", "priorities"].iter().any(|field| is_like(key, field)),
        })
    }
}
