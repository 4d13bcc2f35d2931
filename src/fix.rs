//! Fixes mistakes that have a single right answer, in memory. The caller decides what is written.
//!
//! A record file gets Unix line ends, normal form C, a clean indentation, ISO dates and the edits
//! that diagnostics carry. Comments, order and every other byte stay. Prose is not changed: the
//! body of a note and the inside of a text are only touched when a whole file is normalised. A date
//! such as 7/25/2021 is not fixed, because its author may have written the month first in other
//! dates too. A tab is replaced only if all sensible readings of it agree.
//!
//! `fix` knows neither the disk nor `check`. `pipeline::mend` reads the folder, applies fixes, and
//! reads it again with the fixed texts in place of the files, until nothing changes. Every fix is
//! verified: a file that would get other values or a new diagnostic is left alone ([`verify`]).
//!
//! New entries are added in a similar way (`entry`): the text is edited in one place and the folder
//! is read with the new text. The file is replaced only if it has not changed since it was read.

mod dates;
mod edits;
pub mod entry;
mod layout;
pub mod lines;
pub mod list;
pub mod measured;
pub mod value;
mod whole;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::content::files::{self, FileKind, MAX_NOTE_BYTES, MAX_RECORD_BYTES};
use crate::content::{self, Instead, yaml};
use crate::diagnostic::{Diagnostics, Edit};
use crate::source::{FileId, SourceFile, Sources};
use crate::vietnamese::parse_date;

pub use edits::{apply, yaml_part};
pub use whole::WholeFileChanges;

/// A file that is being fixed.
#[derive(Debug)]
pub struct Draft {
    /// The path of the file.
    pub path: PathBuf,
    /// The path as diagnostics show it.
    pub shown: String,
    /// The kind of file.
    pub kind: FileKind,
    /// The bytes that were read.
    pub raw: Vec<u8>,
    /// What was normalised in the whole file.
    pub whole: WholeFileChanges,
    /// The normalised text without any other fix.
    normal: String,
    /// The first text that can be parsed: the normalised text, or the one with its syntax fixed.
    parseable: String,
    /// The text as fixed so far.
    pub text: String,
    /// Values that diagnostics replaced by others, such as a number by the id of its record.
    replaced: Vec<(String, String)>,
    /// Why the file is left unchanged, if it is.
    pub left_alone: Option<LeftAlone>,
}

/// The reason why a file is left unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftAlone {
    /// The file cannot be parsed even after the fixes.
    StillUnreadable,
    /// Its values would change.
    OtherValues,
    /// It would get a new diagnostic with this code.
    NewDiagnostic(&'static str),
}

impl Draft {
    /// Returns whether the file differs from what was read.
    pub fn is_changed(&self) -> bool {
        self.text.as_bytes() != self.raw
    }

    /// Returns the normalised text, with which the fixed text is compared in a diff.
    pub fn before(&self) -> &str {
        &self.normal
    }

    fn leave_alone(&mut self, why: LeftAlone) {
        self.text = String::from_utf8_lossy(&self.raw).into_owned();
        self.left_alone = Some(why);
    }
}

/// Reads all texts of the content folder, except those that are too large or not UTF-8, for which
/// loading gives a diagnostic.
///
/// # Errors
///
/// Fails if `root` cannot be read as a folder.
pub fn drafts(root: &Path) -> io::Result<Vec<Draft>> {
    let (found, _) = files::find(root)?;
    let texts = found.into_iter().filter(|found| match found.kind {
        FileKind::Attachment => false,
        FileKind::Note => found.size <= MAX_NOTE_BYTES,
        _ => found.size <= MAX_RECORD_BYTES,
    });
    Ok(texts
        .filter_map(|found| {
            let raw = found.read(MAX_RECORD_BYTES).ok()?;
            let (normal, whole) = whole::normalize(std::str::from_utf8(&raw).ok()?);
            Some(Draft {
                path: found.path,
                shown: found.shown,
                kind: found.kind,
                raw,
                whole,
                text: normal.clone(),
                parseable: normal.clone(),
                replaced: Vec::new(),
                normal,
                left_alone: None,
            })
        })
        .collect())
}

/// Returns the bytes of the drafts as they were read.
pub fn unmended(drafts: &[Draft]) -> Instead {
    drafts.iter().map(|draft| (draft.path.clone(), Some(draft.raw.clone()))).collect()
}

/// Returns the bytes of the drafts as fixed so far.
pub fn mended(drafts: &[Draft]) -> Instead {
    drafts.iter().map(|draft| (draft.path.clone(), Some(draft.text.clone().into_bytes()))).collect()
}

/// Fixes the drafts by their diagnostics, which are those of the drafts as fixed so far, or, with
/// `unmended`, as they were read. Returns whether anything has changed, so that another round may
/// fix more.
pub fn mend(
    drafts: &mut [Draft],
    sources: &Sources,
    diagnostics: &Diagnostics,
    unmended: bool,
) -> bool {
    let files = by_path(sources);
    let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        if let Some(edit) = &diagnostic.fix {
            edits.entry(diagnostic.place.file).or_default().push(edit.clone());
        }
    }
    let mut changed = false;
    for draft in drafts.iter_mut().filter(|draft| draft.left_alone.is_none()) {
        let Some(file) = files.get(draft.shown.as_str()) else { continue };
        let source = sources.get(*file);
        if *source.text != *draft.text {
            // The file as read has other line ends, so the ranges do not fit the draft.
            changed |= unmended;
            continue;
        }
        let mut listed = edits.remove(file).unwrap_or_default();
        let text = if values(draft.kind, &draft.text).is_some() {
            let part = yaml_part(draft.kind, &draft.text);
            draft.replaced.extend(listed.iter().map(|edit| {
                (bare(&draft.text[edit.range.clone()]).to_owned(), bare(&edit.text).to_owned())
            }));
            listed.extend(layout::trailing_blanks(source, part));
            listed.extend(dates::iso(source));
            apply(&draft.text, listed)
        } else {
            // The parser stopped at an error; others may follow.
            draft.parseable = fix_syntax(draft.kind, apply(&draft.text, listed));
            draft.parseable.clone()
        };
        changed |= text != draft.text;
        draft.text = text;
    }
    changed
}

/// Resets every fixed draft that has other values or a new diagnostic. Returns whether there was
/// none.
pub fn verify(
    drafts: &mut [Draft],
    before: (&Sources, &Diagnostics),
    after: (&Sources, &Diagnostics),
) -> bool {
    let (was, is) = (counts(before.0, before.1), counts(after.0, after.1));
    let mut reasons = Vec::new();
    // A file that has become parseable may cause new diagnostics, also in other files.
    let mut has_new_content = false;
    for draft in drafts.iter() {
        let changed = draft.is_changed() && draft.left_alone.is_none();
        let read = |text| values(draft.kind, text);
        reasons.push(match changed.then(|| (read(&draft.parseable), read(&draft.text))) {
            None => None,
            Some((Some(old), Some(new))) => {
                has_new_content |= draft.parseable != draft.normal;
                let same = letters(&draft.normal) == letters(&draft.parseable)
                    && same(&old, &new, &draft.replaced);
                (!same).then_some(LeftAlone::OtherValues)
            }
            Some(_) => Some(LeftAlone::StillUnreadable),
        });
    }
    let none = BTreeMap::new();
    for (draft, reason) in drafts.iter().zip(&mut reasons) {
        if has_new_content || !draft.is_changed() || draft.left_alone.is_some() || reason.is_some()
        {
            continue;
        }
        let was = was.get(draft.shown.as_str()).unwrap_or(&none);
        let is = is.get(draft.shown.as_str()).unwrap_or(&none);
        let new = is.iter().find(|(code, count)| was.get(*code).is_none_or(|was| was < count));
        *reason = new.map(|(code, _)| LeftAlone::NewDiagnostic(code));
    }
    let mut all_verified = true;
    for (draft, reason) in drafts.iter_mut().zip(reasons) {
        if let Some(reason) = reason {
            draft.leave_alone(reason);
            all_verified = false;
        }
    }
    all_verified
}

/// Returns whether a new text of a record has all values of the old text in the same order, and
/// besides them only additional items of `list`.
pub fn says_the_same_and_more(old: &str, new: &str, list: &str) -> bool {
    let read = |text: &str| yaml::values(text.trim_start_matches('\u{feff}'));
    let (Some(old), Some(new)) = (read(old), read(new)) else { return false };
    let (old_list, old): (Vec<_>, Vec<_>) =
        old.into_iter().partition(|(path, _)| path.starts_with(list));
    let (new_list, new): (Vec<_>, Vec<_>) =
        new.into_iter().partition(|(path, _)| path.starts_with(list));
    // `updates:` without a value is not an entry.
    let entries = old_list.iter().filter(|(path, _)| path != list).count();
    old == new
        && new_list.len() > entries
        && old_list.iter().filter(|(path, _)| path != list).eq(&new_list[..entries])
}

/// Returns whether a new text of a record has all values of the old text in the same order, except
/// those of these keys.
pub fn says_only(old: &str, new: &str, keys: &[&str]) -> bool {
    let read = |text: &str| yaml::values(text.trim_start_matches('\u{feff}'));
    let (Some(old), Some(new)) = (read(old), read(new)) else { return false };
    let is_other = |path: &str| {
        !keys.iter().any(|key| {
            path.strip_prefix(key)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
        })
    };
    let others = |values: Vec<(String, String)>| -> Vec<(String, String)> {
        values.into_iter().filter(|(path, _)| is_other(path)).collect()
    };
    others(old) == others(new)
}

/// Returns the values in the YAML of a text, if it can be parsed.
fn values(kind: FileKind, text: &str) -> Option<Vec<(String, String)>> {
    yaml_part(kind, text).and_then(|part| yaml::values(&text[part]))
}

/// Maximum number of syntax errors that are fixed in one text. Each costs a parse.
const MAX_SYNTAX_FIXES: usize = 200;
/// Maximum number of bytes that are parsed again to fix syntax errors.
const MAX_REPARSED_BYTES: usize = 16 * 1024 * 1024;

/// Fixes the errors at which the parser stops, one after another.
fn fix_syntax(kind: FileKind, mut text: String) -> String {
    for _ in 0..(MAX_REPARSED_BYTES / text.len().max(1)).clamp(4, MAX_SYNTAX_FIXES) {
        let (_, diagnostics) = content::read_alone(kind, &text);
        let edits = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.clone()).collect();
        let has_tabs = diagnostics.iter().any(|diagnostic| diagnostic.code == "yaml-tab");
        let next = if has_tabs { layout::without_tabs(kind, &text) } else { None };
        let next = next.unwrap_or_else(|| apply(&text, edits));
        if next == text {
            break;
        }
        text = next;
    }
    text
}

fn by_path(sources: &Sources) -> BTreeMap<&str, FileId> {
    sources.iter().map(|(id, file): (FileId, &SourceFile)| (file.path.as_str(), id)).collect()
}

/// Counts the diagnostics of each code, by file.
fn counts<'a>(
    sources: &'a Sources,
    diagnostics: &Diagnostics,
) -> BTreeMap<&'a str, BTreeMap<&'static str, usize>> {
    let mut counts: BTreeMap<&str, BTreeMap<&'static str, usize>> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        let file = counts.entry(&sources.get(diagnostic.place.file).path).or_default();
        *file.entry(diagnostic.code).or_default() += 1;
    }
    counts
}

/// Returns a value without the quotation marks of YAML.
fn bare(text: &str) -> &str {
    text.trim().trim_matches(['"', '\'']).trim()
}

/// Returns whether two parses have the same paths, texts and days, except for the values that
/// diagnostics replaced. Typographic quotation marks may have become those of YAML, and comments
/// behind texts part of them.
fn same(old: &[(String, String)], new: &[(String, String)], replaced: &[(String, String)]) -> bool {
    let is_replaced = |old: &str, new: &str| {
        let pair = (bare(old), bare(new));
        replaced.iter().any(|(was, is)| (was.as_str(), is.as_str()) == pair)
    };
    let bare = |text: &str| text.trim().trim_matches(yaml::CURLY).to_owned();
    old.len() == new.len()
        && old.iter().zip(new).all(|((old_path, old), (path, new))| {
            let same_day =
                || matches!((parse_date_of(old), parse_date_of(new)), (Some(a), Some(b)) if a == b);
            let same_path = bare(old_path) == bare(path) || letters(old_path) == letters(path);
            // Quotes give a text back what YAML took for a comment.
            let same_and_hash =
                || new.strip_prefix(old).is_some_and(|more| more.trim_start().starts_with('#'));
            let same_text = old.trim() == new.trim() || bare(old) == bare(new);
            same_path && (same_text || same_day() || same_and_hash() || is_replaced(old, new))
        })
}

fn parse_date_of(text: &str) -> Option<chrono::NaiveDate> {
    let text = text.trim().trim_matches(yaml::CURLY);
    parse_date(text).ok().or_else(|| match parse_date(text).err()? {
        crate::vietnamese::DateError::Shape { suggestion } => suggestion,
        _ => None,
    })
}

/// Returns a text without blanks and quotation marks.
fn letters(text: &str) -> String {
    let is_ignored = |c: char| c.is_whitespace() || c == '"' || yaml::CURLY.contains(&c);
    text.chars().filter(|c| !is_ignored(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syntax_errors_are_fixed_one_after_another() {
        for (read, mended) in [
            ("title:a\nkind: x\n", "title: a\nkind: x\n"),
            (
                "title: a\nupdates:\n  -date: 2024-01-02\n",
                "title: a\nupdates:\n  - date: 2024-01-02\n",
            ),
            ("title: “Đề án: phần 1”\n", "title: \"Đề án: phần 1\"\n"),
            ("“title”: a\n", "title: a\n"),
            ("title: a\nlead:\u{a0}so-a\n", "title: a\nlead: so-a\n"),
            (
                "updates:\n  - date: 2024-01-02\n\u{a0}\u{a0}\u{a0}\u{a0}state: done\n",
                "updates:\n  - date: 2024-01-02\n    state: done\n",
            ),
            (
                "updates:\n\t- date: 2024-01-02\n\t  state: done\n",
                "updates:\n  - date: 2024-01-02\n    state: done\n",
            ),
            (
                "updates:\n  - date: 2024-01-02\n\tstate: done\n",
                "updates:\n  - date: 2024-01-02\n    state: done\n",
            ),
            ("due:\n\tbefore: 2024-01-02\n", "due:\n  before: 2024-01-02\n"),
        ] {
            assert_eq!(fix_syntax(FileKind::Task, read.to_owned()), mended, "{read}");
        }
    }
}
