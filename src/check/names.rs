//! The ids of one kind of record, and suggestions for ids that do not exist.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeMap, BTreeSet};

use super::rules;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, nearest};
use crate::model::Id;
use crate::model::id::IdError;
use crate::reading::names::{is_code, plain};
use crate::source::{FileId, Sources};
use crate::vietnamese;

/// The ids of one kind of record.
pub(super) struct Names<T> {
    /// The rule for a reference to nothing, e.g. `unknown-agency`.
    rule: &'static Rule,
    by_id: BTreeMap<String, (T, Place)>,
    /// Other ways to write a name, each with its id. Used for suggestions, never for links.
    aliases: Vec<(String, String)>,
    /// Ids of records that exist but have errors and cannot be linked. A reference to one is not
    /// reported.
    unlinked: BTreeSet<String>,
    /// Malformed ids, kept until all ids are known.
    misnamed: Vec<(String, IdError, Place)>,
    /// Examples of ids for messages, computed once all ids are known.
    examples: OnceCell<String>,
    /// Whether some records could not be read. Then any id may exist, and no reference is reported.
    partial: bool,
    /// Number of comparisons left for suggestions. Bounds the work, however many references are
    /// wrong.
    comparisons: Cell<usize>,
}

/// Maximum number of comparisons for suggestions in one run, for each kind of record.
const MAX_COMPARISONS: usize = 200_000;

impl<T: Copy> Names<T> {
    pub(super) fn new(rule: &'static Rule) -> Self {
        Names {
            rule,
            by_id: BTreeMap::new(),
            aliases: Vec::new(),
            unlinked: BTreeSet::new(),
            misnamed: Vec::new(),
            examples: OnceCell::new(),
            partial: false,
            comparisons: Cell::new(MAX_COMPARISONS),
        }
    }

    pub(super) fn get(&self, id: &str) -> Option<T> {
        self.by_id.get(id).map(|(handle, _)| *handle)
    }

    /// Returns the handle of an id if its first definition is in this file.
    pub(super) fn get_in(&self, id: &str, file: FileId) -> Option<T> {
        self.by_id.get(id).filter(|(_, place)| place.file == file).map(|(handle, _)| *handle)
    }

    /// Registers the id of a record. Returns `None` if it is malformed or taken.
    pub(super) fn define(
        &mut self,
        text: &str,
        handle: T,
        place: Place,
        diagnostics: &mut Diagnostics,
    ) -> Option<Id> {
        let id = match Id::parse(text) {
            Ok(id) => id,
            Err(error) => {
                self.unlinked(text);
                if let Some(found) = rules::look_alike_letter::find(text) {
                    self.unlinked(&found.text);
                }
                self.misnamed.push((text.to_owned(), error, place));
                return None;
            }
        };
        if let Some((_, first)) = self.by_id.get(text) {
            diagnostics.push(rules::doubled_id::diagnostic(text, place, first.clone()));
            return None;
        }
        self.by_id.insert(text.to_owned(), (handle, place));
        Some(id)
    }

    /// Registers a path, which is not an id.
    pub(super) fn add_path(&mut self, path: &str, handle: T, place: Place) {
        self.by_id.insert(path.to_owned(), (handle, place));
    }

    /// Adds another way to write a name.
    pub(super) fn alias(&mut self, alias: &str, id: &Id) {
        self.aliases.push((alias.to_owned(), id.to_string()));
    }

    /// Records that the record of this id cannot be linked.
    pub(super) fn unlinked(&mut self, id: &str) {
        self.unlinked.insert(id.to_owned());
    }

    /// Records that some records could not be read.
    pub(super) fn partial(&mut self) {
        self.partial = true;
    }

    pub(super) fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether an unknown id may belong to a record that could not be read.
    pub(super) fn may_exist(&self, id: &str) -> bool {
        self.partial || self.unlinked.contains(id)
    }

    /// Returns the diagnostic for a reference to nothing.
    pub(super) fn unknown(&self, text: &str, place: Place) -> Diagnostic {
        let called = self.called(text);
        let how = if called.is_some() { "called" } else { "unknown" };
        Diagnostic::of(self.rule, place)
            .arg("id", text)
            .arg("how", how)
            .arg("right", called.unwrap_or_default())
            .suggest(called.or_else(|| self.meant(text)).map(str::to_owned))
            .arg("some", if self.by_id.is_empty() { "no" } else { "yes" })
            .arg("known", self.examples())
    }

    /// Lists a few existing ids for a message.
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

    /// Returns the diagnostics for malformed ids.
    pub(super) fn misnamed(&mut self, sources: &Sources) -> Vec<Diagnostic> {
        let misnamed = std::mem::take(&mut self.misnamed);
        if misnamed.is_empty() {
            return Vec::new();
        }
        // The ids reduced to plain letters, each with the place of its first occurrence.
        let mut met: BTreeMap<String, (String, Place)> = BTreeMap::new();
        for (id, (_, place)) in &self.by_id {
            met.insert(id.clone(), (id.clone(), place.clone()));
        }
        let mut diagnostics = Vec::new();
        for (text, error, place) in misnamed {
            let folded = vietnamese::fold(&text);
            let twin = met.get(&folded).filter(|(other, _)| *other != text).cloned();
            let alike = rules::look_alike_letter::find(&text);
            diagnostics.push(match (error, alike, twin) {
                (_, Some(found), _) => {
                    let first = met.get(&found.text).map(|(_, first)| first.clone());
                    let diagnostic =
                        rules::look_alike_letter::diagnostic(&text, found, place.clone(), sources);
                    first.into_iter().fold(diagnostic, Diagnostic::also)
                }
                (_, None, Some((other, first))) => {
                    rules::colliding_id::diagnostic(&text, place.clone(), &other, first)
                }
                (IdError::Form, ..) => rules::bad_id::diagnostic(&text, place.clone()),
                (IdError::TooLong, ..) => rules::id_too_long::diagnostic(&text, place.clone()),
                (IdError::Device, ..) => rules::id_is_device::diagnostic(&text, place.clone()),
            });
            met.entry(folded).or_insert((text, place));
        }
        diagnostics
    }

    /// Returns the only id of a record with this number, name or symbol, whatever its capitals.
    pub(super) fn called(&self, read: &str) -> Option<&str> {
        self.afford()?;
        if read.contains(['“', '”', '‘', '’', '«', '»', '"', '\'']) {
            return None;
        }
        let read = plain(read);
        let ids = self.by_id.keys().map(|id| (id.as_str(), id.as_str()));
        let aliases = self.aliases.iter().map(|(alias, id)| (alias.as_str(), id.as_str()));
        let named = ids.chain(aliases).filter(|(name, _)| plain(name) == read);
        let ids: BTreeSet<&str> = named.map(|(_, id)| id).collect();
        let mut ids = ids.into_iter();
        ids.next().filter(|_| ids.next().is_none())
    }

    /// Pays for a comparison with all names. `None` if too many were made.
    fn afford(&self) -> Option<()> {
        let names = self.by_id.len() + 2 * self.aliases.len();
        self.comparisons.set(self.comparisons.get().checked_sub(names)?);
        Some(())
    }

    /// Returns the id that was most likely meant.
    fn meant(&self, read: &str) -> Option<&str> {
        self.afford()?;
        let quotes: &[char] = &['“', '”', '‘', '’', '«', '»', '"', '\'', ' ', '\u{a0}'];
        let read = read.trim_matches(quotes);
        let folded = vietnamese::fold(read);
        let exact = self.aliases.iter().find(|(alias, _)| vietnamese::fold(alias) == folded);
        exact.map(|(_, id)| id.as_str()).or_else(|| {
            let ids = || self.by_id.keys().map(String::as_str);
            // Authors write a path instead of an id, or the name of a file without its folder.
            let name = |path: &str| path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
            let named = name(&folded).replace(',', ".");
            let bare = [".yaml", ".yml", ".md"].iter().find_map(|end| named.strip_suffix(end));
            let bare = bare.unwrap_or(&named);
            let whole = self.by_id.get_key_value(bare).map(|(id, _)| id.as_str());
            let file = || ids().find(|id| id.contains('/') && vietnamese::fold(&name(id)) == named);
            let found = whole.or_else(file);
            // The number of a document is never a misspelling of another.
            if found.is_some() || is_code(read) {
                return found;
            }
            nearest(read, ids()).or_else(|| {
                let alias = nearest(read, self.aliases.iter().map(|(alias, _)| alias.as_str()))?;
                self.aliases.iter().find(|(known, _)| known == alias).map(|(_, id)| id.as_str())
            })
        })
    }
}
