//! The names of one kind of record, and what a wrong one most likely means.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use super::rules;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, nearest};
use crate::model::Id;
use crate::model::id::IdError;
use crate::source::{FileId, Sources};
use crate::vietnamese;

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
    /// Some of the ids as messages name them, once all are known.
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
    pub(super) fn new(rule: &'static Rule) -> Self {
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

    /// Registers the id of a record; `None` when it is none or is taken.
    pub(super) fn define(
        &mut self,
        text: &str,
        handle: T,
        place: Place,
        faults: &mut Diagnostics,
    ) -> Option<Id> {
        let id = match Id::parse(text) {
            Ok(id) => id,
            Err(error) => {
                self.faulty(text);
                if let Some(found) = rules::look_alike_letter::find(text) {
                    self.faulty(&found.text);
                }
                self.misnamed.push((text.to_owned(), error, place));
                return None;
            }
        };
        if let Some((_, first)) = self.by_id.get(text) {
            faults.push(rules::doubled_id::complaint(text, place, first.clone()));
            return None;
        }
        self.by_id.insert(text.to_owned(), (handle, place));
        Some(id)
    }

    /// Registers a path, which is no id.
    pub(super) fn add_path(&mut self, path: &str, handle: T, place: Place) {
        self.by_id.insert(path.to_owned(), (handle, place));
    }

    /// Notes another way to write a name.
    pub(super) fn alias(&mut self, alias: &str, id: &Id) {
        self.aliases.push((alias.to_owned(), id.to_string()));
    }

    /// Notes that the record of this id cannot be linked.
    pub(super) fn faulty(&mut self, id: &str) {
        self.faulty.insert(id.to_owned());
    }

    /// Notes that some of the records could not be read.
    pub(super) fn partial(&mut self) {
        self.partial = true;
    }

    pub(super) fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether a name that is not known may be that of a record that could not be read.
    pub(super) fn may_exist(&self, id: &str) -> bool {
        self.partial || self.faulty.contains(id)
    }

    /// The diagnostic about a reference to nothing.
    pub(super) fn unknown(&self, text: &str, place: Place) -> Diagnostic {
        Diagnostic::of(self.rule, place)
            .arg("id", text)
            .suggest(self.meant(text).map(str::to_owned))
            .arg("some", if self.by_id.is_empty() { "no" } else { "yes" })
            .arg("known", self.examples())
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

    /// The diagnostics about what was given as an id and is none.
    pub(super) fn misnamed(&mut self, sources: &Sources) -> Vec<Diagnostic> {
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
