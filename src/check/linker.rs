//! Turns the texts of records into what they stand for: handles, dates, numbers, words.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::content::Content;
use crate::content::files::FileKind;
use crate::content::yaml::CURLY;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::model::id::IdError;
use crate::model::{
    AgencyIx, Attachment, AttachmentIx, DocumentIx, Id, NoteIx, PlaceIx, PriorityIx, TaskIx,
};
use crate::source::{FileId, Sources, Step, Style};
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
    /// What a wrong reference is called in complaints, e.g. `unknown-agency`.
    code: &'static str,
    by_id: BTreeMap<String, (T, Place)>,
    /// Other ways to write a name, each with its id: only for suggestions, never for links.
    aliases: Vec<(String, String)>,
    /// Ids of records that are there but too faulty to be linked; a reference to one is no
    /// second fault.
    faulty: BTreeSet<String>,
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
    fn new(code: &'static str) -> Self {
        Names {
            code,
            by_id: BTreeMap::new(),
            aliases: Vec::new(),
            faulty: BTreeSet::new(),
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
            // The name of a file without its folder.
            let file = ids().find(|id| id.rsplit_once('/').is_some_and(|(_, name)| name == read));
            file.or_else(|| nearest(read, ids())).or_else(|| {
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
            agencies: Names::new("unknown-agency"),
            places: Names::new("unknown-place"),
            documents: Names::new("unknown-document"),
            priorities: Names::new("unknown-priority"),
            tasks: Names::new("unknown-task"),
            notes: Names::new("unknown-note"),
            attachments: Names::new("unknown-attachment"),
            attachment_list: Vec::new(),
            drafts: Names::new("unknown-note"),
        }
    }

    pub(super) fn error(&mut self, code: &'static str, place: Place) {
        self.faults.push(Diagnostic::error(code, place));
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
            let place = Place::key(file, field);
            self.faults.push(Diagnostic::warning("missing-field", place).arg("field", field));
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
        self.faults.push(Diagnostic::error("missing-field", place).arg("field", field));
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
                FileKind::Site | FileKind::Attachment => {}
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
                let code = match error {
                    IdError::Form => "bad-id",
                    IdError::TooLong => "id-too-long",
                    IdError::Device => "id-is-device",
                };
                let slug = vietnamese::slug(text);
                let suggestion =
                    (error == IdError::Form && Id::parse(&slug).is_ok()).then_some(slug);
                self.faults
                    .push(Diagnostic::error(code, place).arg("id", text).suggest(suggestion));
                names(self).faulty(text);
                return None;
            }
        };
        if let Some((_, first)) = names(self).by_id.get(text) {
            let first = first.clone();
            let fault = Diagnostic::error("doubled-id", place).arg("id", text).also(first);
            self.faults.push(fault);
            return None;
        }
        names(self).by_id.insert(text.to_owned(), (handle, place));
        Some(id)
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
        let suggestion = names.meant(text).map(str::to_owned);
        let known = |bare: &str| names.get(bare).is_some().then(|| bare.to_owned());
        let fault = Diagnostic::error(names.code, place).arg("id", text).suggest(suggestion);
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
        let mut seen = BTreeSet::new();
        for (n, text) in texts.iter().flatten().enumerate() {
            let place = Place::value(file, format!("{path}[{n}]"));
            let Some(handle) = self.reference(names, text, place.clone()) else { continue };
            if !seen.insert(handle) {
                let fault = Diagnostic::warning("doubled-reference", place).arg("id", text.trim());
                self.faults.push(fault);
            } else {
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
        let fault = |code| Diagnostic::error(code, place).arg("read", text);
        let fault = match error {
            DateError::MonthFirst { suggestion } => {
                fault("date-month-first").suggest(Some(suggestion.to_string()))
            }
            DateError::TwoDigitYear { suggestion } => {
                fault("date-short-year").suggest(suggestion.map(|date| date.to_string()))
            }
            DateError::NoSuchDay { days_in_month, month, year, .. } => fault("date-no-such-day")
                .arg("days", days_in_month)
                .arg("month", month)
                .arg("year", year),
            DateError::NoSuchMonth { month } => fault("date-no-such-month").arg("month", month),
            DateError::YearOutOfRange { year } => fault("date-year").arg("year", year),
            DateError::Shape { suggestion } => {
                let fault = fault("date-form").suggest(suggestion.map(|date| date.to_string()));
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
        let suggestion = nearest(&text, words.iter().copied()).map(str::to_owned);
        let fault = Diagnostic::error("unknown-word", Place::value(file, path))
            .arg("read", &text)
            .arg("field", path.rsplit('.').next().unwrap_or(path))
            .arg("known", words.join(", "))
            .suggest(suggestion);
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
        self.faults.push(
            Diagnostic::error("bad-number", Place::value(file, path))
                .arg("read", &text)
                .arg("from", bounds.start())
                .arg("to", bounds.end()),
        );
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
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let host = rest.unwrap_or_default().split(['/', '?', '#']).next().unwrap_or_default();
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
        if !host.is_empty() && !host.contains('@') && text.chars().all(plain) {
            return Some(text);
        }
        self.faults.push(Diagnostic::error("bad-url", Place::value(file, path)).arg("read", &text));
        None
    }

    /// An id that YAML takes for a number changes when another program reads the file: 9.10 is
    /// 9.1 to it. Looks at every place that holds an id.
    pub(super) fn unquoted_numbers(&mut self) {
        const LISTS: [&str; 9] = [
            "related",
            "documents",
            "evidence",
            "basis",
            "tasks",
            "priorities",
            "places",
            "support",
            "lead",
        ];
        const FIELDS: [&str; 7] =
            ["id", "number", "priority", "lead", "superseded_by", "document", "successor"];
        for (file, source) in self.sources.iter() {
            for node in source.index.nodes() {
                if node.style != Style::Plain {
                    continue;
                }
                let is_id = match &node.step {
                    Step::Root => false,
                    Step::Key(key) => FIELDS.contains(&&**key),
                    Step::Item(_) => source.index.parent(node).is_some_and(
                        |parent| matches!(&parent.step, Step::Key(key) if LISTS.contains(&&**key)),
                    ),
                };
                let text = source.text.get(node.value.clone()).unwrap_or_default();
                if is_id && is_decimal(text) {
                    let becomes = shortest(text);
                    let place = Place::bytes(file, node.value.clone());
                    let fault = if becomes == text {
                        Diagnostic::hint("unquoted-id", place)
                    } else {
                        Diagnostic::error("number-as-id", place).arg("becomes", becomes)
                    };
                    let fault = fault.fixed_by(node.value.clone(), format!("\"{text}\""));
                    self.faults.push(fault.arg("id", text));
                }
            }
        }
    }
}

/// The path of a field of the record at `record`.
pub(super) fn join(record: &str, field: &str) -> String {
    if record.is_empty() { field.to_owned() } else { format!("{record}.{field}") }
}

/// What is left of a number with a fraction once a program has read and written it.
fn shortest(text: &str) -> String {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match rest.trim_end_matches('0') {
        "" => whole.to_owned(),
        rest => format!("{whole}.{rest}"),
    }
}

/// Whether YAML reads the text as a number with a fraction.
fn is_decimal(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, rest)| {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        digits(whole) && digits(rest)
    })
}
