//! Mends what has one right answer, in memory; what is written to the disk is decided elsewhere.
//!
//! A file of records gets its line ends, its normal form, its indentation, its dates and the edits
//! that complaints carry; comments, order and every other byte stay. Prose is nobody's to mend: the
//! body of a note and the inside of a text are touched only where the whole file is put into normal
//! form C or given one kind of line ends. Nothing is taken on trust: a mended file must say what it
//! said before, and no new complaint may follow, or it is left alone ([`verify`]).

mod dates;
pub mod entry;
mod layout;
mod whole;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::content::files::{self, FileKind, MAX_NOTE_BYTES, MAX_RECORD_BYTES};
use crate::content::{self, Instead, notes, yaml};
use crate::diagnostic::{Diagnostics, Edit};
use crate::source::{FileId, SourceFile, Sources};
use crate::vietnamese::parse_date;

pub use whole::Whole;

/// A file on its way to being mended.
#[derive(Debug)]
pub struct Draft {
    /// Where it lies.
    pub path: PathBuf,
    /// Its path as complaints show it.
    pub shown: String,
    /// What it is for.
    pub kind: FileKind,
    /// What was on the disk when it was read.
    pub raw: Vec<u8>,
    /// What the whole file needs.
    pub whole: Whole,
    /// The text of the disk with what the whole file needs, but nothing else.
    plain: String,
    /// The first text that could be read: the plain one, or that without slips of form.
    legible: String,
    /// The text as mended so far.
    pub text: String,
    /// Why it must be left as it is.
    pub left_alone: Option<LeftAlone>,
}

/// Why a file that could be mended was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftAlone {
    /// What can be mended is not all that makes it unreadable: somebody has to mend the rest first.
    StillUnreadable,
    /// It would not say the same.
    OtherValues,
    /// There would be a complaint that there was not: its code.
    NewComplaint(&'static str),
}

impl Draft {
    /// Whether there is something to write.
    pub fn is_changed(&self) -> bool {
        self.text.as_bytes() != self.raw
    }

    /// The text without the changes that cannot be seen, to be compared with the mended one.
    pub fn before(&self) -> &str {
        &self.plain
    }

    fn leave_alone(&mut self, why: LeftAlone) {
        self.text = String::from_utf8_lossy(&self.raw).into_owned();
        self.left_alone = Some(why);
    }
}

/// Reads every text of the content folder that can be mended at all: what is too large or is not
/// UTF-8 is complained of when it is loaded.
///
/// # Errors
///
/// When `root` cannot be read as a folder.
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
            let (plain, whole) = whole::normal(std::str::from_utf8(&raw).ok()?);
            Some(Draft {
                path: found.path,
                shown: found.shown,
                kind: found.kind,
                raw,
                whole,
                text: plain.clone(),
                legible: plain.clone(),
                plain,
                left_alone: None,
            })
        })
        .collect())
}

/// The drafts as they were read.
pub fn unmended(drafts: &[Draft]) -> Instead {
    drafts.iter().map(|draft| (draft.path.clone(), draft.raw.clone())).collect()
}

/// The drafts as mended so far.
pub fn mended(drafts: &[Draft]) -> Instead {
    drafts.iter().map(|draft| (draft.path.clone(), draft.text.clone().into_bytes())).collect()
}

/// Mends what `sources` and `diagnostics` show, which are of the drafts as they are now, or, when
/// `unmended`, as they were read. Tells whether anything has changed, so that it is worth to look
/// again.
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
            // What was read has other line ends, or is no text that can be shown: its places are
            // not those of the draft.
            changed |= unmended;
            continue;
        }
        let mut listed = edits.remove(file).unwrap_or_default();
        let text = if values(draft.kind, &draft.text).is_some() {
            let part = yaml_part(draft.kind, &draft.text);
            listed.extend(layout::trailing_blanks(source, part));
            listed.extend(dates::iso(source));
            apply(&draft.text, listed)
        } else {
            // The parser stopped at a fault; behind it may be others.
            draft.legible = slips(draft.kind, apply(&draft.text, listed));
            draft.legible.clone()
        };
        changed |= text != draft.text;
        draft.text = text;
    }
    changed
}

/// Looks whether every mended draft says what it said, without a new complaint; others are left
/// as they were, which is told.
pub fn verify(
    drafts: &mut [Draft],
    before: (&Sources, &Diagnostics),
    after: (&Sources, &Diagnostics),
) -> bool {
    let (was, is) = (counts(before.0, before.1), counts(after.0, after.1));
    let mut reasons = Vec::new();
    // What could not be read says more when it can, and not only in its own file.
    let mut said_more = false;
    for draft in drafts.iter() {
        let changed = draft.is_changed() && draft.left_alone.is_none();
        let read = |text| values(draft.kind, text);
        reasons.push(match changed.then(|| (read(&draft.legible), read(&draft.text))) {
            None => None,
            Some((Some(old), Some(new))) => {
                said_more |= draft.legible != draft.plain;
                let same = letters(&draft.plain) == letters(&draft.legible) && same(&old, &new);
                (!same).then_some(LeftAlone::OtherValues)
            }
            Some(_) => Some(LeftAlone::StillUnreadable),
        });
    }
    let none = BTreeMap::new();
    for (draft, reason) in drafts.iter().zip(&mut reasons) {
        if said_more || !draft.is_changed() || draft.left_alone.is_some() || reason.is_some() {
            continue;
        }
        let was = was.get(draft.shown.as_str()).unwrap_or(&none);
        let is = is.get(draft.shown.as_str()).unwrap_or(&none);
        let new = is.iter().find(|(code, count)| was.get(*code).is_none_or(|was| was < count));
        *reason = new.map(|(code, _)| LeftAlone::NewComplaint(code));
    }
    let mut all_well = true;
    for (draft, reason) in drafts.iter_mut().zip(reasons) {
        if let Some(reason) = reason {
            draft.leave_alone(reason);
            all_well = false;
        }
    }
    all_well
}

/// Whether a record says all that it said, in the same order, and beside it only more of `list`.
pub fn says_the_same_and_more(old: &str, new: &str, list: &str) -> bool {
    let read = |text: &str| yaml::values(text.trim_start_matches('\u{feff}'));
    let (Some(old), Some(new)) = (read(old), read(new)) else { return false };
    let (old_list, old): (Vec<_>, Vec<_>) =
        old.into_iter().partition(|(path, _)| path.starts_with(list));
    let (new_list, new): (Vec<_>, Vec<_>) =
        new.into_iter().partition(|(path, _)| path.starts_with(list));
    // `updates:` without a value is no entry.
    let entries = old_list.iter().filter(|(path, _)| path != list).count();
    old == new
        && new_list.len() > entries
        && old_list.iter().filter(|(path, _)| path != list).eq(&new_list[..entries])
}

/// What the YAML of a text says, if it can be read.
fn values(kind: FileKind, text: &str) -> Option<Vec<(String, String)>> {
    yaml_part(kind, text).and_then(|part| yaml::values(&text[part]))
}

/// The YAML of a text: all of it, or the front matter of a note.
pub fn yaml_part(kind: FileKind, text: &str) -> Option<std::ops::Range<usize>> {
    match kind {
        FileKind::Note => notes::split(text).ok().map(|parts| parts.front),
        _ => Some(0..text.len()),
    }
}

/// The text with these edits; of two that overlap, the one that comes first.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let Some(kept) = text.get(at..edit.range.start) else { continue };
        if text.get(edit.range.clone()).is_none() {
            continue;
        }
        mended.push_str(kept);
        mended.push_str(&edit.text);
        at = edit.range.end;
    }
    mended.push_str(text.get(at..).unwrap_or_default());
    mended
}

/// Most slips that are looked for in one text; each costs a reading.
const MAX_SLIPS: usize = 200;
/// Most bytes that are read again for the sake of slips.
const MAX_REREAD_BYTES: usize = 16 * 1024 * 1024;

/// Mends the faults at which the parser stops, one after the other.
fn slips(kind: FileKind, mut text: String) -> String {
    for _ in 0..(MAX_REREAD_BYTES / text.len().max(1)).clamp(4, MAX_SLIPS) {
        let (_, faults) = content::read_alone(kind, &text);
        let edits: Vec<Edit> = faults.iter().filter_map(|fault| fault.fix.clone()).collect();
        let tabs = faults.iter().any(|fault| fault.code == "yaml-tab");
        let next = if tabs { layout::without_tabs(kind, &text) } else { None };
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

/// How often each code is complained of, by file.
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

/// Whether two readings say the same: the same paths, the same texts, the same days; quotation
/// marks that Word made may have become YAML's.
fn same(old: &[(String, String)], new: &[(String, String)]) -> bool {
    let bare = |text: &str| text.trim().trim_matches(yaml::CURLY).to_owned();
    old.len() == new.len()
        && old.iter().zip(new).all(|((old_path, old), (path, new))| {
            let same_day =
                || matches!((parse_date_of(old), parse_date_of(new)), (Some(a), Some(b)) if a == b);
            let same_path = bare(old_path) == bare(path) || letters(old_path) == letters(path);
            same_path && (old.trim() == new.trim() || bare(old) == bare(new) || same_day())
        })
}

fn parse_date_of(text: &str) -> Option<chrono::NaiveDate> {
    let text = text.trim().trim_matches(yaml::CURLY);
    parse_date(text).ok().or_else(|| match parse_date(text).err()? {
        crate::vietnamese::DateError::Shape { suggestion } => suggestion,
        _ => None,
    })
}

/// All of a text but its spaces and quotation marks.
fn letters(text: &str) -> String {
    let is_dress = |c: char| c.is_whitespace() || c == '"' || yaml::CURLY.contains(&c);
    text.chars().filter(|c| !is_dress(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_applied_in_the_order_of_the_text_and_never_twice() {
        let edit = |range, text: &str| Edit { range, text: text.to_owned() };
        let edits = vec![edit(4..5, "E"), edit(0..1, "A"), edit(0..3, "x"), edit(90..91, "y")];
        assert_eq!(apply("abcde", edits), "AbcdE");
    }

    #[test]
    fn slips_of_form_are_mended_one_after_the_other() {
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
            assert_eq!(slips(FileKind::Task, read.to_owned()), mended, "{read}");
        }
    }
}
