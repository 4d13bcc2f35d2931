//! What rules may look at when the model is not enough: the records as written, the bodies of
//! notes, and every use of a record.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::content::{Content, FoundAttachment};
use crate::diagnostic::{Diagnostic, Diagnostics, Place as Spot, Rule};
use crate::markdown::{self, Link, MarkdownText, OddityKind};
use crate::model::link::{Target, decoded_path};
use crate::model::moved::Successor;
use crate::model::{
    AgencyIx, Attachment, AttachmentIx, DocumentIx, Id, Model, PlaceIx, PriorityIx, TaskIx,
};
use crate::source::{FileId, Sources};

/// The model together with the records it was linked from.
pub(super) struct Whole<'a> {
    pub(super) model: &'a Model,
    pub(super) content: &'a Content,
    pub(super) sources: &'a Sources,
    /// The bodies of notes, drafts included.
    pub(super) bodies: &'a [Body],
    /// What the note of each body names, in the order of `bodies`.
    pub(super) named: Vec<Named>,
    /// The records that are used. `None` if a record could not be read, since its references are
    /// unknown.
    pub(super) uses: Option<Uses>,
    /// The positions of agencies, places, documents and priorities in the lists of records.
    records: Records,
}

/// The body of a note and what was found in it.
pub(super) struct Body {
    /// The note's index in the content.
    pub(super) note: usize,
    pub(super) file: FileId,
    pub(super) text: Arc<MarkdownText>,
}

impl Body {
    /// Returns the place of a range of the body in its file.
    pub(super) fn place(&self, range: &Range<usize>) -> Spot {
        let start = self.text.start();
        Spot::bytes(self.file, range.start + start..range.end + start)
    }

    /// Returns the place of a link's target, or of the whole link.
    pub(super) fn link(&self, link: &Link) -> Spot {
        self.place(link.target_range.as_ref().unwrap_or(&link.range))
    }
}

/// The records that a note names, in its front matter and by links.
#[derive(Default)]
pub(super) struct Named {
    pub(super) tasks: Vec<TaskIx>,
    pub(super) priorities: Vec<PriorityIx>,
}

/// Which records of the lists another record names.
pub(super) struct Uses {
    pub(super) agencies: Vec<bool>,
    pub(super) places: Vec<bool>,
    pub(super) documents: Vec<bool>,
    pub(super) attachments: Vec<bool>,
}

/// The position of each handle's record in its list.
struct Records {
    agencies: Vec<usize>,
    places: Vec<usize>,
    documents: Vec<usize>,
    priorities: Vec<usize>,
    attachments: Vec<usize>,
}

impl<'a> Whole<'a> {
    pub(super) fn new(
        model: &'a Model,
        content: &'a Content,
        sources: &'a Sources,
        bodies: &'a [Body],
        has_errors: bool,
    ) -> Self {
        let names = Names::of(model);
        let left_out = |(_, file): (FileId, &crate::source::SourceFile)| {
            file.index.nodes().iter().any(|node| node.left_out)
        };
        let is_whole = !has_errors && content.unread.is_empty() && !sources.iter().any(left_out);
        Whole {
            model,
            content,
            sources,
            bodies,
            named: bodies.par_iter().map(|body| names.named(content, body)).collect(),
            uses: is_whole.then(|| names.uses(model, content, bodies)),
            records: Records::of(model, content),
        }
    }

    /// Returns the place of a field of an agency's record.
    pub(super) fn agency(&self, agency: AgencyIx, field: &str) -> Option<Spot> {
        let list = self.content.agencies.as_ref()?;
        let n = self.records.agencies.get(agency.0)?;
        Some(Spot::value(list.file, format!("[{n}].{field}")))
    }

    /// Returns the place of a field of a place's record.
    pub(super) fn place(&self, place: PlaceIx, field: &str) -> Option<Spot> {
        let list = self.content.places.as_ref()?;
        let n = self.records.places.get(place.0)?;
        Some(Spot::value(list.file, format!("[{n}].{field}")))
    }

    /// Returns the place of a field of a document's record.
    pub(super) fn document(&self, document: DocumentIx, field: &str) -> Option<Spot> {
        let mut n = *self.records.documents.get(document.0)?;
        let lists = self.content.documents.iter();
        let list = lists.into_iter().find(|list| match n.checked_sub(list.record.len()) {
            Some(behind) => {
                n = behind;
                false
            }
            None => true,
        })?;
        Some(Spot::value(list.file, format!("[{n}].{field}")))
    }

    /// Returns the place of a field of a priority's record.
    pub(super) fn priority(&self, priority: PriorityIx, field: &str) -> Option<Spot> {
        let directive = self.content.directive.as_ref()?;
        let n = self.records.priorities.get(priority.0)?;
        Some(Spot::value(directive.file, format!("priorities[{n}].{field}")))
    }

    /// Returns the file of an attachment.
    pub(super) fn attachment(&self, attachment: AttachmentIx) -> Option<&FoundAttachment> {
        self.content.attachments.get(*self.records.attachments.get(attachment.0)?)
    }

    /// Returns the attachments of the model, each with its file.
    pub(super) fn attachments(&self) -> impl Iterator<Item = (&Attachment, &FoundAttachment)> {
        let attachments = self.model.attachments.iter().enumerate();
        attachments.filter_map(|(n, a)| Some((a, self.attachment(AttachmentIx(n))?)))
    }

    /// Returns the place of the item of a list that names this id, or of the list if none does.
    pub(super) fn item(&self, file: FileId, list: &str, id: &Id) -> Spot {
        let source = self.sources.get(file);
        let count = source.index.inside(list).count();
        let items = (0..count).map(|n| format!("{list}[{n}]"));
        let item = items.into_iter().find(|item| source.text_at(item) == id.as_str());
        Spot::value(file, item.unwrap_or_else(|| list.to_owned()))
    }

    /// Reports what readers of notes do not see as it was typed, if its kind belongs to a rule.
    pub(super) fn oddities(
        &self,
        rule: &'static Rule,
        of_rule: impl Fn(OddityKind) -> bool,
        diagnostics: &mut Diagnostics,
    ) {
        const QUOTED: usize = 60;
        const MARKED: usize = 200;
        // Nobody reads more, and the rest is told once these are mended.
        const MOST: usize = 200;
        for body in self.bodies {
            let source = body.text.source();
            for oddity in
                body.text.facts().oddities.iter().filter(|odd| of_rule(odd.kind)).take(MOST)
            {
                // What is marked is the beginning, or an excerpt could be as long as the note.
                let whole = &source[oddity.range.clone()];
                let line = whole.split('\n').next().unwrap_or_default().trim_end();
                let marked = line.floor_char_boundary(MARKED);
                let read = whole.split_whitespace().collect::<Vec<_>>();
                let place = body.place(&(oddity.range.start..oddity.range.start + marked));
                let diagnostic = Diagnostic::of(rule, place)
                    .arg("kind", oddity.kind.name())
                    .arg("read", markdown::shortened(&read.join(" "), QUOTED));
                diagnostics.push(match &oddity.fix {
                    Some((range, text)) => {
                        let start = body.text.start();
                        diagnostic.fixed_by(range.start + start..range.end + start, text)
                    }
                    None => diagnostic,
                });
            }
        }
    }

    /// Returns the place of `as_of` in `site.yaml`.
    pub(super) fn as_of(&self) -> Option<Spot> {
        self.content.site.as_ref().map(|site| Spot::value(site.file, "as_of"))
    }
}

impl Records {
    fn of(model: &Model, content: &Content) -> Self {
        /// Both lists have the same order. Records that could not be linked are only in the first.
        fn places<'r>(
            records: impl Iterator<Item = Option<&'r str>>,
            mut linked: impl Iterator<Item = &'r str>,
        ) -> Vec<usize> {
            let mut places = Vec::new();
            let mut next = linked.next();
            for (n, record) in records.enumerate() {
                if next.is_some() && record.map(str::trim) == next {
                    places.push(n);
                    next = linked.next();
                }
            }
            places
        }
        let directive = content.directive.as_ref().and_then(|d| d.record.priorities.as_ref());
        let agencies = content.agencies.iter().flat_map(|list| &list.record);
        let lists = content.places.iter().flat_map(|list| &list.record);
        let documents = content.documents.iter().flat_map(|list| &list.record);
        let files = content.attachments.iter().map(|found| Some(found.path.as_str()));
        Records {
            agencies: places(
                agencies.map(|record| record.id.as_deref()),
                model.agencies.iter().map(|agency| agency.id.as_str()),
            ),
            places: places(
                lists.map(|record| record.id.as_deref()),
                model.places.iter().map(|place| place.id.as_str()),
            ),
            documents: places(
                documents.map(|record| record.id.as_deref()),
                model.documents.iter().map(|document| document.id.as_str()),
            ),
            priorities: places(
                directive.into_iter().flatten().map(|record| record.id.as_deref()),
                model.priorities.iter().map(|priority| priority.id.as_str()),
            ),
            attachments: places(files, model.attachments.iter().map(|file| file.path.as_str())),
        }
    }
}

/// Resolves ids to handles.
struct Names<'m> {
    agencies: BTreeMap<&'m str, AgencyIx>,
    places: BTreeMap<&'m str, PlaceIx>,
    documents: BTreeMap<&'m str, DocumentIx>,
    attachments: BTreeMap<&'m str, AttachmentIx>,
    tasks: BTreeMap<&'m str, TaskIx>,
    priorities: BTreeMap<&'m str, PriorityIx>,
}

impl<'m> Names<'m> {
    fn of(model: &'m Model) -> Self {
        fn by_name<'m, H>(
            names: impl Iterator<Item = &'m str>,
            handle: impl Fn(usize) -> H,
        ) -> BTreeMap<&'m str, H> {
            names.enumerate().map(|(n, name)| (name, handle(n))).collect()
        }
        Names {
            agencies: by_name(model.agencies.iter().map(|a| a.id.as_str()), AgencyIx),
            places: by_name(model.places.iter().map(|p| p.id.as_str()), PlaceIx),
            documents: by_name(model.documents.iter().map(|d| d.id.as_str()), DocumentIx),
            attachments: by_name(model.attachments.iter().map(|a| &*a.path), AttachmentIx),
            tasks: by_name(model.tasks.iter().map(|t| t.id.as_str()), TaskIx),
            priorities: by_name(model.priorities.iter().map(|p| p.id.as_str()), PriorityIx),
        }
    }

    /// Finds what a note names. Reads the record, because drafts are not in the model.
    fn named(&self, content: &Content, body: &Body) -> Named {
        let record = &content.notes[body.note].record;
        let tasks = record.tasks.iter().flatten();
        let priorities = record.priorities.iter().flatten();
        let mut named = Named {
            tasks: tasks.filter_map(|id| self.tasks.get(id.trim()).copied()).collect(),
            priorities: priorities
                .filter_map(|id| self.priorities.get(id.trim()).copied())
                .collect(),
        };
        for link in &body.text.facts().links {
            match Target::parse(&link.target) {
                Target::Task(id) => named.tasks.extend(self.tasks.get(id.trim())),
                Target::Priority(id) => named.priorities.extend(self.priorities.get(id.trim())),
                _ => {}
            }
        }
        named
    }

    fn uses(&self, model: &Model, content: &Content, bodies: &[Body]) -> Uses {
        let mut uses = Uses {
            agencies: vec![false; model.agencies.len()],
            places: vec![false; model.places.len()],
            documents: vec![false; model.documents.len()],
            attachments: vec![false; model.attachments.len()],
        };
        for document in &model.directive.basis {
            uses.documents[document.0] = true;
        }
        for task in &model.tasks {
            for agency in task.leads.iter().chain(&task.support) {
                uses.agencies[agency.0] = true;
            }
            for place in &task.places {
                uses.places[place.0] = true;
            }
            let extensions = task.extensions.iter().filter_map(|extension| extension.document);
            let updates = task.updates.iter();
            let cited = updates.flat_map(|update| update.evidence.iter().chain(&update.document));
            for agency in task.handovers.iter().flat_map(|handover| &handover.leads) {
                uses.agencies[agency.0] = true;
            }
            for part in &task.parts {
                set(&mut uses.agencies, part.agency.as_ref(), |agency| agency.0);
                set(&mut uses.places, part.place.as_ref(), |place| place.0);
            }
            let handed_over = task.handovers.iter().filter_map(|handover| handover.document);
            let values = task.targets.iter().flat_map(|target| &target.values);
            let sources = values.filter_map(|value| value.source);
            let extensions = extensions.chain(handed_over).chain(sources);
            let corrected = task.corrections.iter().filter_map(|correction| correction.document);
            let extensions = extensions.chain(corrected);
            for document in task.documents.iter().copied().chain(extensions).chain(cited.copied()) {
                uses.documents[document.0] = true;
            }
        }
        for moved in &model.moved {
            let to = match moved.to {
                Some(Successor::Document(to)) => Some(to),
                _ => None,
            };
            for document in moved.document.iter().chain(&to) {
                uses.documents[document.0] = true;
            }
            match moved.to {
                Some(Successor::Agency(agency)) => uses.agencies[agency.0] = true,
                Some(Successor::Place(place)) => uses.places[place.0] = true,
                _ => {}
            }
        }
        // An agency that took over work is used by the agency that it took over from.
        for agency in model.agencies.iter().filter_map(|agency| agency.successor) {
            uses.agencies[agency.0] = true;
        }
        // A group is used by naming it, and its members with it.
        for n in 0..model.agencies.len() {
            let is_used = uses.agencies[n];
            for member in model.agencies[n].members.iter().filter(|_| is_used) {
                uses.agencies[member.0] = true;
            }
        }
        for n in 0..model.places.len() {
            let is_used = uses.places[n];
            for member in model.places[n].members.iter().filter(|_| is_used) {
                uses.places[member.0] = true;
            }
        }
        for record in content.notes.iter().map(|note| &note.record) {
            let evidence = record.evidence.iter().flatten();
            for document in evidence.filter_map(|id| self.documents.get(id.trim())) {
                uses.documents[document.0] = true;
            }
            let places = record.places.iter().flatten();
            for place in places.filter_map(|id| self.places.get(id.trim())) {
                uses.places[place.0] = true;
            }
            if let Some(agency) = record.author.as_ref().and_then(|id| self.agencies.get(id.trim()))
            {
                uses.agencies[agency.0] = true;
            }
        }
        for link in bodies.iter().flat_map(|body| &body.text.facts().links) {
            match Target::parse(&link.target) {
                Target::Document(id) => set(&mut uses.documents, self.documents.get(id), |d| d.0),
                Target::Agency(id) => set(&mut uses.agencies, self.agencies.get(id), |a| a.0),
                Target::Place(id) => set(&mut uses.places, self.places.get(id), |p| p.0),
                Target::Attachment(path) => {
                    let exact = self.attachments.get(path);
                    let decoded = || self.attachments.get(decoded_path(path)?.as_str());
                    set(&mut uses.attachments, exact.or_else(decoded), |a| a.0);
                }
                _ => {}
            }
        }
        let files = model.documents.iter().filter_map(|document| document.attachment);
        for attachment in files.chain(model.settings.logo) {
            uses.attachments[attachment.0] = true;
        }
        uses
    }
}

fn set<H>(used: &mut [bool], handle: Option<&H>, place: impl Fn(&H) -> usize) {
    if let Some(handle) = handle {
        used[place(handle)] = true;
    }
}

/// Returns the unused elements of a list of which most are used. A mostly unused list is a
/// directory or was filled in ahead of the tasks, and a short list is no evidence either way.
pub(super) fn forgotten(used: &[bool]) -> Vec<usize> {
    const SHORT: usize = 3;
    let count = used.iter().filter(|used| **used).count();
    if used.len() <= SHORT || 2 * count <= used.len() {
        return Vec::new();
    }
    used.iter().enumerate().filter(|(_, used)| !**used).map(|(n, _)| n).collect()
}
