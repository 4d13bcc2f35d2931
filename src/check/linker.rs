//! Turns the texts of records into what they stand for: handles, dates, numbers, words.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::rules;
use crate::content::Content;
use crate::content::files::FileKind;
use crate::content::yaml::CURLY;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, nearest};
use crate::model::id::IdError;
use crate::model::{
    AgencyIx, Attachment, AttachmentIx, DocumentIx, Id, NoteIx, PlaceIx, PriorityIx, TaskIx,
};
use crate::source::{FileId, Sources, Step};
use crate::vietnamese::{self, DateError};

/// Known names, the list of complaints, and the ways to read a text.
pub(super) struct Linker<'a> {
    pub(super) faults: &'a mut Diagnostics,
    pub(super) sources: &'a Sources,
    pub(super) agencies: Names<AgencyIx>,
    pub(super) places: Names<PlaceIx>,
    pub(super) documents: Names<DocumentIx>,
    pub(super) priorities: Names<PriorityIx>,
    pub(super) tasks: Names<TaskIx>,
    pub(super) notes: Names<NoteIx>,
    pub(super) attachments: Names<AttachmentIx>,
    pub(super) attachment_list: Vec<Attachment>,
    /// Notes that are drafts: known, but not to be linked to.
    pub(super) drafts: Names<()>,
}

/// The names of one kind of record.
pub(super) struct Names<T> {
    /// The rule about a reference to nothing, e.g. `unknown-agency`.
    rule: &'static Rule,
    by_id: BTreeMap<String, (T, Place)>,
    /// Other ways to write a name, each with its id: only for suggestions, never for links.
    aliases: Vec<(String, String)>,
    /// Ids of records that are there but too faulty to be linked; a reference to one is no
    /// second fault.
    faulty: BTreeSet<String>,
    /// What was given as an id and is none, until all ids are known.
    misnamed: Vec<(String, IdError, Place)>,
    /// Some of the ids as complaints name them, once all are known.
    examples: OnceCell<String>,
    /// Some of the records could not be read, so nobody knows which names there are: no reference
    /// is wrong.
    partial: bool,
    /// How many names may still be compared for suggestions: the work is bounded, whatever the
    /// number of wrong references.
    comparisons: Cell<usize>,
}

/// Names compared for suggestions in one run, for each kind of record.
const MAX_COMPARISONS: usize = 200_000;

impl<T: Copy> Names<T> {
    fn new(rule: &'static Rule) -> Self {
        Names {
            rule,
            by_id: BTreeMap::new(),
            aliases: Vec::new(),
            faulty: BTreeSet::new(),
            misnamed: Vec::new(),
            examples: OnceCell::new(),
            partial: false,
            comparisons: Cell::new(MAX_COMPARISONS),
        }
    }

    pub(super) fn get(&self, id: &str) -> Option<T> {
        self.by_id.get(id).map(|(handle, _)| *handle)
    }

    /// The handle of an id, if it was defined in this very file: of two of one name, the first.
    pub(super) fn get_in(&self, id: &str, file: FileId) -> Option<T> {
        self.by_id.get(id).filter(|(_, place)| place.file == file).map(|(handle, _)| *handle)
    }

    /// Registers a path, which is no id.
    pub(super) fn add_path(&mut self, path: &str, handle: T, place: Place) {
        self.by_id.insert(path.to_owned(), (handle, place));
    }

    pub(super) fn alias(&mut self, alias: &str, id: &Id) {
        self.aliases.push((alias.to_owned(), id.to_string()));
    }

    pub(super) fn faulty(&mut self, id: &str) {
        self.faulty.insert(id.to_owned());
    }

    pub(super) fn partial(&mut self) {
        self.partial = true;
    }

    pub(super) fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Some of the ids there are, for whoever has to choose one.
    fn examples(&self) -> String {
        const EXAMPLES: usize = 5;
        let written = self.examples.get_or_init(|| {
            let mut ids: Vec<&str> = self.by_id.keys().map(String::as_str).collect();
            ids.sort_by(|a, b| vietnamese::natural_cmp(a, b));
            if ids.len() > EXAMPLES {
                ids.truncate(EXAMPLES);
                ids.push("…");
            }
            ids.join(", ")
        });
        written.clone()
    }

    /// The complaints about what was given as an id and is none.
    fn misnamed(&mut self, sources: &Sources) -> Vec<Diagnostic> {
        let misnamed = std::mem::take(&mut self.misnamed);
        if misnamed.is_empty() {
            return Vec::new();
        }
        // Ids by their letters alone, with where each was first met.
        let mut met: BTreeMap<String, (String, Place)> = BTreeMap::new();
        for (id, (_, place)) in &self.by_id {
            met.insert(id.clone(), (id.clone(), place.clone()));
        }
        let mut faults = Vec::new();
        for (text, error, place) in misnamed {
            let folded = vietnamese::fold(&text);
            let twin = met.get(&folded).filter(|(other, _)| *other != text).cloned();
            let alike = rules::look_alike_letter::find(&text);
            faults.push(match (error, alike, twin) {
                (_, Some(found), _) => {
                    let first = met.get(&found.text).map(|(_, first)| first.clone());
                    let fault =
                        rules::look_alike_letter::complaint(&text, found, place.clone(), sources);
                    first.into_iter().fold(fault, Diagnostic::also)
                }
                (_, None, Some((other, first))) => {
                    rules::colliding_id::complaint(&text, place.clone(), &other, first)
                }
                (IdError::Form, ..) => rules::bad_id::complaint(&text, place.clone()),
                (IdError::TooLong, ..) => rules::id_too_long::complaint(&text, place.clone()),
                (IdError::Device, ..) => rules::id_is_device::complaint(&text, place.clone()),
            });
            met.entry(folded).or_insert((text, place));
        }
        faults
    }

    /// The id that was most likely meant.
    fn meant(&self, read: &str) -> Option<&str> {
        let names = self.by_id.len() + 2 * self.aliases.len();
        let left = self.comparisons.get().checked_sub(names)?;
        self.comparisons.set(left);
        let quotes: &[char] = &['“', '”', '‘', '’', '«', '»', '"', '\'', ' ', '\u{a0}'];
        let read = read.trim_matches(quotes);
        let folded = vietnamese::fold(read);
        let exact = self.aliases.iter().find(|(alias, _)| vietnamese::fold(alias) == folded);
        exact.map(|(_, id)| id.as_str()).or_else(|| {
            let ids = || self.by_id.keys().map(String::as_str);
            // A path instead of an id, or the name of a file without its folder.
            let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
            let named = name(&folded).replace(',', ".");
            let bare = [".yaml", ".yml", ".md"].iter().find_map(|end| named.strip_suffix(end));
            let bare = bare.unwrap_or(&named);
            let whole = self.by_id.get_key_value(bare).map(|(id, _)| id.as_str());
            let file = || ids().find(|id| id.contains('/') && vietnamese::fold(&name(id)) == named);
            whole.or_else(file).or_else(|| nearest(read, ids())).or_else(|| {
                let alias = nearest(read, self.aliases.iter().map(|(alias, _)| alias.as_str()))?;
                self.aliases.iter().find(|(known, _)| known == alias).map(|(_, id)| id.as_str())
            })
        })
    }
}

impl<'a> Linker<'a> {
    pub(super) fn new(faults: &'a mut Diagnostics, sources: &'a Sources) -> Self {
        Linker {
            faults,
            sources,
            agencies: Names::new(&rules::unknown_agency::RULE),
            places: Names::new(&rules::unknown_place::RULE),
            documents: Names::new(&rules::unknown_document::RULE),
            priorities: Names::new(&rules::unknown_priority::RULE),
            tasks: Names::new(&rules::unknown_task::RULE),
            notes: Names::new(&rules::unknown_note::RULE),
            attachments: Names::new(&rules::unknown_attachment::RULE),
            attachment_list: Vec::new(),
            drafts: Names::new(&rules::unknown_note::RULE),
        }
    }

    pub(super) fn complain(&mut self, rule: &'static Rule, place: Place) {
        self.faults.push(Diagnostic::of(rule, place));
    }

    /// The text of an optional field: trimmed, and nothing if nothing is left.
    pub(super) fn text(text: &Option<String>) -> Option<String> {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The text of a field that must be there.
    pub(super) fn required(
        &mut self,
        text: &Option<String>,
        file: FileId,
        record: &str,
        field: &'static str,
    ) -> Option<String> {
        let found = Self::text(text);
        if found.is_none() {
            self.missing(file, record, field);
        }
        found
    }

    /// The text of a field that should be there; the site can do without it.
    pub(super) fn wanted(
        &mut self,
        text: &Option<String>,
        file: FileId,
        field: &'static str,
    ) -> Option<String> {
        let found = Self::text(text);
        if found.is_none() {
            let fault = Diagnostic::of(&rules::missing_heading::RULE, Place::key(file, field));
            self.faults.push(fault.arg("field", field));
        }
        found
    }

    /// Complains that a field is not there: at its key, if that much was written.
    pub(super) fn missing(&mut self, file: FileId, record: &str, field: &'static str) {
        if self.was_left_out(file, record, field) {
            return;
        }
        let path = join(record, field);
        let place = match self.sources.get(file).index.get(&path) {
            Some(_) => Place::key(file, path),
            None => Place::key(file, record),
        };
        let fault = Diagnostic::of(&rules::missing_field::RULE, place).arg("field", field);
        self.faults.push(fault);
    }

    /// Whether something was written for this field, could not be read and has been reported: as
    /// a value of the wrong shape, or under a key that is nearly this one.
    pub(super) fn was_left_out(&self, file: FileId, record: &str, field: &str) -> bool {
        let index = &self.sources.get(file).index;
        index.inside(record).filter(|node| node.left_out).any(|node| match &node.step {
            Step::Key(key) => {
                let word = key.split([':', '\u{a0}']).find(|part| !part.is_empty());
                word.is_some_and(|word| nearest(word, [field]).is_some())
            }
            Step::Root | Step::Item(_) => false,
        })
    }

    /// Notes which names are unknown only because a record of them could not be read.
    pub(super) fn unread(&mut self, content: &Content) {
        for (kind, stem) in &content.unread {
            match kind {
                FileKind::Agencies => self.agencies.partial(),
                FileKind::Places => self.places.partial(),
                FileKind::Documents => self.documents.partial(),
                FileKind::Directive => self.priorities.partial(),
                FileKind::Task => self.tasks.faulty(stem),
                FileKind::Note => self.notes.faulty(stem),
                FileKind::Site | FileKind::Moved | FileKind::Attachment => {}
            }
        }
        if content.agencies.as_ref().is_some_and(|list| self.lacks_records(list.file)) {
            self.agencies.partial();
        }
        if content.places.as_ref().is_some_and(|list| self.lacks_records(list.file)) {
            self.places.partial();
        }
        if content.documents.as_ref().is_some_and(|list| self.lacks_records(list.file)) {
            self.documents.partial();
        }
        if content.directive.as_ref().is_some_and(|directive| self.lacks_records(directive.file)) {
            self.priorities.partial();
        }
    }

    /// Whether an item, an id or the list of priorities was left out.
    fn lacks_records(&self, file: FileId) -> bool {
        let left_out = self.sources.get(file).index.nodes().iter().filter(|node| node.left_out);
        left_out.map(|node| &node.step).any(|step| match step {
            Step::Root | Step::Item(_) => true,
            Step::Key(key) => {
                ["id", "priorities"].iter().any(|field| nearest(key, [*field]).is_some())
            }
        })
    }

    /// Registers the id of a record; `None` when it is none or is taken.
    pub(super) fn define<T: Copy>(
        &mut self,
        names: impl Fn(&mut Self) -> &mut Names<T>,
        text: &str,
        handle: T,
        place: Place,
    ) -> Option<Id> {
        let id = match Id::parse(text) {
            Ok(id) => id,
            Err(error) => {
                let names = names(self);
                names.faulty(text);
                if let Some(found) = rules::look_alike_letter::find(text) {
                    names.faulty(&found.text);
                }
                names.misnamed.push((text.to_owned(), error, place));
                return None;
            }
        };
        if let Some((_, first)) = names(self).by_id.get(text) {
            let first = first.clone();
            self.faults.push(rules::doubled_id::complaint(text, place, first));
            return None;
        }
        names(self).by_id.insert(text.to_owned(), (handle, place));
        Some(id)
    }

    /// Complains of every id that is none, now that all are known.
    pub(super) fn complain_of_ids(&mut self) {
        let sources = self.sources;
        let faults = [
            self.agencies.misnamed(sources),
            self.places.misnamed(sources),
            self.documents.misnamed(sources),
            self.priorities.misnamed(sources),
            self.tasks.misnamed(sources),
            self.notes.misnamed(sources),
        ];
        self.faults.extend(faults.into_iter().flatten());
    }

    /// The handle that a reference means.
    pub(super) fn reference<T: Copy>(
        &mut self,
        names: impl Fn(&Self) -> &Names<T>,
        text: &str,
        place: Place,
    ) -> Option<T> {
        let text = text.trim();
        let names = names(self);
        if let Some(handle) = names.get(text) {
            return Some(handle);
        }
        if names.partial || names.faulty.contains(text) {
            return None;
        }
        let alike = rules::look_alike_letter::find(text);
        if let Some(found) = alike.filter(|found| names.get(&found.text).is_some()) {
            let fault = rules::look_alike_letter::complaint(text, found, place, self.sources);
            self.faults.push(fault);
            return None;
        }
        let suggestion = names.meant(text).map(str::to_owned);
        let known = |bare: &str| names.get(bare).is_some().then(|| bare.to_owned());
        let fault = Diagnostic::of(names.rule, place).arg("id", text).suggest(suggestion);
        let fault = fault.arg("some", if names.by_id.is_empty() { "no" } else { "yes" });
        let fault = fault.arg("known", names.examples());
        let fault = self.fixed_quotes(fault, text, known);
        self.faults.push(fault);
        None
    }

    /// The handles of a list of references, each once.
    pub(super) fn references<T: Copy + Ord>(
        &mut self,
        names: impl Fn(&Self) -> &Names<T> + Copy,
        texts: &Option<Vec<String>>,
        file: FileId,
        path: &str,
    ) -> Vec<T> {
        let mut handles = Vec::new();
        let mut seen: BTreeMap<T, Place> = BTreeMap::new();
        for (n, text) in texts.iter().flatten().enumerate() {
            let place = Place::value(file, format!("{path}[{n}]"));
            let Some(handle) = self.reference(names, text, place.clone()) else { continue };
            if let Some(first) = seen.get(&handle) {
                let fault = Diagnostic::of(&rules::doubled_reference::RULE, place);
                self.faults.push(fault.also(first.clone()).arg("id", text.trim()));
            } else {
                seen.insert(handle, place);
                handles.push(handle);
            }
        }
        handles
    }

    /// The handle of an optional reference.
    pub(super) fn optional_reference<T: Copy>(
        &mut self,
        names: impl Fn(&Self) -> &Names<T>,
        text: &Option<String>,
        file: FileId,
        path: &str,
    ) -> Option<T> {
        let text = Self::text(text)?;
        self.reference(names, &text, Place::value(file, path))
    }

    /// An optional date.
    pub(super) fn date(
        &mut self,
        text: &Option<String>,
        file: FileId,
        path: &str,
    ) -> Option<NaiveDate> {
        let text = Self::text(text)?;
        self.read_date(&text, Place::value(file, path))
    }

    /// A date that must be there.
    pub(super) fn required_date(
        &mut self,
        text: &Option<String>,
        file: FileId,
        record: &str,
        field: &'static str,
    ) -> Option<NaiveDate> {
        let text = self.required(text, file, record, field)?;
        self.read_date(&text, Place::value(file, join(record, field)))
    }

    pub(super) fn read_date(&mut self, text: &str, place: Place) -> Option<NaiveDate> {
        let error = match vietnamese::parse_date(text) {
            Ok(date) => return Some(date),
            Err(error) => error,
        };
        let quoted = text.trim_matches(|c| "“”‘’«»\"'".contains(c));
        let error = match (error, vietnamese::parse_date(quoted)) {
            (DateError::Shape { .. }, Ok(date)) => DateError::Shape { suggestion: Some(date) },
            (error, _) => error,
        };
        let fault = |rule| Diagnostic::of(rule, place).arg("read", text);
        let fault = match error {
            DateError::MonthFirst { suggestion } => {
                fault(&rules::date_month_first::RULE).suggest(Some(suggestion.to_string()))
            }
            DateError::TwoDigitYear { suggestion } => fault(&rules::date_short_year::RULE)
                .suggest(suggestion.map(|date| date.to_string())),
            DateError::NoSuchDay { days_in_month, month, year, .. } => {
                fault(&rules::date_no_such_day::RULE)
                    .arg("days", days_in_month)
                    .arg("month", month)
                    .arg("year", year)
            }
            DateError::NoSuchMonth { month } => {
                fault(&rules::date_no_such_month::RULE).arg("month", month)
            }
            DateError::YearOutOfRange { year } => fault(&rules::date_year::RULE).arg("year", year),
            DateError::Shape { suggestion } => {
                let fault =
                    fault(&rules::date_form::RULE).suggest(suggestion.map(|date| date.to_string()));
                // A shape as plain as 2021-7-5 or 25.7.2021 can mean one day only.
                match (suggestion, self.plain_range(&fault.place, text)) {
                    (Some(date), Some(range)) => fault.fixed_by(range, date.to_string()),
                    _ => fault,
                }
            }
        };
        self.faults.push(fault);
        None
    }

    /// The bytes of the value at `place`, if they are this very text without quotes.
    fn plain_range(&self, place: &Place, text: &str) -> Option<std::ops::Range<usize>> {
        let file = self.sources.get(place.file);
        let range = file.range(&place.spot);
        (file.text.get(range.clone()) == Some(text)).then_some(range)
    }

    /// A complaint about a value that is right but for the quotation marks which Word made around
    /// it: `good` gives the value without them, if it is.
    fn fixed_quotes(
        &self,
        fault: Diagnostic,
        text: &str,
        good: impl Fn(&str) -> Option<String>,
    ) -> Diagnostic {
        let bare = text.trim_matches(CURLY).trim();
        match (good(bare), self.plain_range(&fault.place, text)) {
            (Some(good), Some(range)) if bare != text => {
                fault.fixed_by(range, format!("\"{good}\""))
            }
            _ => fault,
        }
    }

    /// One of a list of words.
    pub(super) fn choice<T: Copy>(
        &mut self,
        text: &Option<String>,
        known: &[(&'static str, T)],
        file: FileId,
        path: &str,
    ) -> Option<T> {
        let text = Self::text(text)?;
        if let Some((_, value)) = known.iter().find(|(word, _)| *word == text) {
            return Some(*value);
        }
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let field = path.rsplit('.').next().unwrap_or(path);
        let place = Place::value(file, path);
        let fault = rules::unknown_word::complaint(&text, &words, field, place);
        let known = |bare: &str| words.contains(&bare).then(|| bare.to_owned());
        let fault = self.fixed_quotes(fault, &text, known);
        self.faults.push(fault);
        None
    }

    /// A whole number within bounds.
    pub(super) fn number(
        &mut self,
        text: &Option<String>,
        bounds: std::ops::RangeInclusive<u32>,
        file: FileId,
        path: &str,
    ) -> Option<u32> {
        let text = Self::text(text)?;
        let digits = text.bytes().all(|b| b.is_ascii_digit());
        if let Some(n) = text.parse().ok().filter(|n| digits && bounds.contains(n)) {
            return Some(n);
        }
        let field = path.rsplit('.').next().unwrap_or(path);
        let place = Place::value(file, path);
        self.faults.push(rules::bad_number::complaint(&text, field, &bounds, place));
        None
    }

    /// `true` or `false`.
    pub(super) fn yes_or_no(
        &mut self,
        text: &Option<String>,
        file: FileId,
        path: &str,
    ) -> Option<bool> {
        self.choice(text, &[("true", true), ("false", false)], file, path)
    }

    /// An http(s) address.
    pub(super) fn url(
        &mut self,
        text: &Option<String>,
        file: FileId,
        path: &str,
    ) -> Option<String> {
        let text = Self::text(text)?;
        let fault = rules::bad_url::complaint(&text, Place::value(file, path));
        let fine = fault.is_none();
        self.faults.extend(fault);
        fine.then_some(text)
    }
}

/// The path of a field of the record at `record`.
pub(super) fn join(record: &str, field: &str) -> String {
    if record.is_empty() { field.to_owned() } else { format!("{record}.{field}") }
}
