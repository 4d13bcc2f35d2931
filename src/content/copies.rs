//! Finds files that are copies of others: made by a program that keeps folders in step, by the file
//! manager or by hand.
//!
//! A copy is told by its name, if only programs name files in this way (`1.1 (1)`, `1.1 - Copy`,
//! `1.1.sync-conflict-20250630-…`), or by a name that begins with that of another file together
//! with nearly the same content (`1.1-hoa-laptop`). An id such as `1.1-a` with a title or a ledger of
//! its own is another record.

use std::collections::BTreeMap;

use super::files::{FileKind, Found, MAX_RECORD_BYTES, Stray, names_of_lists};
use super::open;
use super::records::{NoteRecord, TaskRecord, UpdateRecord};
use super::rules::copied_file::{self, How};
use super::{Read, Record};
use crate::diagnostic::Diagnostic;
use crate::source::FileId;
use crate::vietnamese::fold;

/// Minimum share of the lines of the shorter text that both have, in per cent.
const ALIKE: usize = 50;

/// The files of a folder by their kind and name, in lower case.
type Originals<'a> = BTreeMap<(u8, String), Vec<usize>>;

/// Reports every copy in place of whatever else is wrong with it, and leaves out its record, so
/// that nothing is counted twice.
pub(super) fn leave_out(found: &[Found], read: &mut [Read]) {
    let originals = originals(found);
    let mut copies: Vec<(usize, usize, How)> = Vec::new();
    for (n, file) in found.iter().enumerate() {
        if let Some((original, how)) = original_of(n, file, found, read, &originals) {
            copies.push((n, original, how));
        }
    }
    for (n, original, how) in copies {
        let diagnostic = copied_file::diagnostic(
            FileId::nth(n),
            &found[n].shown,
            FileId::nth(original),
            &found[original].shown,
            found[n].kind,
            how,
        );
        if found[n].kind == FileKind::Attachment {
            read[n].diagnostics.push(diagnostic);
            continue;
        }
        read[n].record = Record::Nothing;
        read[n].diagnostics = Default::default();
        read[n].diagnostics.push(diagnostic);
    }
}

/// Returns the diagnostic for a file that is not read because it is a copy of a list or of a record
/// with another ending.
pub(super) fn stray(
    stray: &Stray,
    file: FileId,
    found: &[Found],
    read: &[Read],
) -> Option<Diagnostic> {
    let (kind, name) = match &stray.meant {
        Some((kind, name)) if !name.is_empty() => (Some(*kind), name.clone()),
        _ => {
            let name = stray.relative.strip_suffix(".yaml")?;
            (None, name.to_owned())
        }
    };
    let report = |original: usize, how| {
        let (first, kind) = (&found[original], found[original].kind);
        let id = FileId::nth(original);
        copied_file::diagnostic(file, &stray.shown, id, &first.shown, kind, how)
    };
    let position = |name: &str| {
        found.iter().position(|file| {
            let same_kind = match kind {
                Some(kind) => file.kind == kind,
                None => names_of_lists().any(|(_, list)| list == file.kind),
            };
            same_kind && file.stem == name
        })
    };
    if let Some(base) = unmarked(&name)
        && let Some(original) = position(base)
    {
        return Some(report(original, How::Name));
    }
    // A list whose name goes on: `agencies-hoa-laptop.yaml`.
    if kind.is_some() || stray.relative.contains('/') {
        return None;
    }
    let original = bases(&name).find_map(position)?;
    let path = found[original].root().join(&stray.relative);
    let text = open::whole(found[original].root(), &path, MAX_RECORD_BYTES).ok()?;
    let text = String::from_utf8_lossy(&text);
    are_alike(&text, &read[original].text).then(|| report(original, How::Content))
}

/// Returns whether a file may be a copy of another of its kind, or that other file. The preview then
/// reads the whole folder.
pub(super) fn may_be<'s>(stem: &str, mut others: impl Iterator<Item = &'s str>) -> bool {
    if unmarked(stem).is_some() {
        return true;
    }
    others.any(|other| {
        bases(stem).any(|base| base.eq_ignore_ascii_case(other))
            || bases(other).any(|base| base.eq_ignore_ascii_case(stem))
            || unmarked(other).is_some_and(|base| base.eq_ignore_ascii_case(stem))
    })
}

fn kind_number(kind: FileKind) -> Option<u8> {
    match kind {
        FileKind::Task => Some(0),
        FileKind::Note => Some(1),
        FileKind::Attachment => Some(2),
        _ => None,
    }
}

fn originals(found: &[Found]) -> Originals<'_> {
    let mut originals = Originals::new();
    for (n, file) in found.iter().enumerate() {
        if let Some(kind) = kind_number(file.kind) {
            originals.entry((kind, file.stem.to_lowercase())).or_default().push(n);
        }
    }
    originals
}

/// Returns the file of which a file is a copy, and how that was told.
fn original_of(
    n: usize,
    file: &Found,
    found: &[Found],
    read: &[Read],
    originals: &Originals<'_>,
) -> Option<(usize, How)> {
    let kind = kind_number(file.kind)?;
    let stem = file.stem.to_lowercase();
    let of = |base: &str| {
        let files = originals.get(&(kind, base.trim().to_lowercase()));
        files.into_iter().flatten().copied().filter(move |other| *other != n)
    };
    if file.kind == FileKind::Attachment {
        let base = unmarked(&stem)?;
        let same = |other: &usize| is_same_attachment(file, &found[*other]);
        return of(base).find(same).map(|original| (original, How::Name));
    }
    let mut base = unmarked(&stem);
    while let Some(name) = base {
        if let Some(original) = of(name).next() {
            return Some((original, How::Name));
        }
        base = unmarked(name);
    }
    let alike = |other: &usize| are_alike_records(&read[n], &read[*other]);
    let original = bases(&stem).find_map(|base| of(base).find(alike))?;
    Some((original, How::Content))
}

/// Whether two attachments of one folder have the same ending and the same bytes.
fn is_same_attachment(copy: &Found, original: &Found) -> bool {
    let place = |file: &Found| {
        let stem = file.relative.rfind(&file.stem)?;
        let ending = file.relative.rsplit_once('.').map_or("", |(_, ending)| ending);
        Some((file.relative[..stem].to_owned(), ending.to_owned()))
    };
    copy.size == original.size
        && place(copy) == place(original)
        && matches!((copy.read(copy.size), original.read(copy.size)), (Ok(a), Ok(b)) if a == b)
}

/// The beginnings of a name that end before a separator, the longest first.
fn bases(name: &str) -> impl Iterator<Item = &str> {
    let ends = name.char_indices().rev().filter(|(at, c)| *at > 0 && is_separator(*c));
    ends.map(|(at, _)| name[..at].trim_end_matches(is_separator)).filter(|base| !base.is_empty())
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '_' | '(' | '[' | '\u{a0}' | '–')
}

/// Returns a name without the mark of a copy, if it has one that only programs make.
pub fn unmarked(name: &str) -> Option<&str> {
    let folded = fold(name);
    for of in ["copy of ", "ban sao cua ", "sao chep cua "] {
        // The words before the name have as many characters with accents as without.
        if folded.starts_with(of) {
            return name.char_indices().nth(of.len()).map(|(at, _)| &name[at..]);
        }
    }
    let ends = name.char_indices().rev().filter(|(at, c)| *at > 0 && is_separator(*c));
    for (at, _) in ends {
        let base = name[..at].trim_end_matches(is_separator);
        if !base.is_empty() && is_mark(&name[at..]) {
            return Some(base);
        }
    }
    None
}

/// Whether the end of a name is one that programs add to the name of a copy.
fn is_mark(end: &str) -> bool {
    let folded = fold(end);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    // People write an id with hyphens, programs put spaces and brackets.
    let is_set_apart = folded.starts_with(' ') || folded.contains(['(', '[']);
    let said = words.join(" ");
    let begins = |mark: &str| said == mark || said.starts_with(&format!("{mark} "));
    let is_bracketed = folded.trim().starts_with(['(', '[']) && folded.trim().ends_with([')', ']']);
    let count = |bracket: char| folded.matches(bracket).count();
    let is_cut = count('(') != count(')');
    match words.as_slice() {
        [number] if is_bracketed && is_number(number) => true,
        ["copy"] | ["ban", "sao"] | ["sao", "chep"] => is_set_apart,
        ["copy", number] | ["ban", "sao", number] | ["sao", "chep", number] => {
            is_set_apart && is_number(number)
        }
        ["sync", "conflict", rest @ ..] => rest.first().is_some_and(|day| day.len() >= 8),
        ["backup" | "base" | "local" | "remote", number] => {
            end.starts_with('_') && number.bytes().all(|b| b.is_ascii_digit())
        }
        ["desktop" | "laptop", rest] => end.contains('-') && rest.len() >= 7 && has_digit(rest),
        _ => {
            let tells = ["conflicted copy", "conflict copy", "ban sao xung dot", "case conflict"];
            let begins_so = ["conflicted copy", "sfconflict", "conflict", "xung dot"];
            is_bracketed && tells.iter().any(|words| said.contains(words))
                || is_set_apart && !is_cut && begins_so.iter().any(|words| begins(words))
        }
    }
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|b| b.is_ascii_digit())
}

/// Whether two records are so much alike that one must be a copy.
fn are_alike_records(a: &Read, b: &Read) -> bool {
    match (&a.record, &b.record) {
        (Record::Task(task), Record::Task(other)) => are_alike_tasks(task, other),
        (Record::Note(note, _), Record::Note(other, _)) => {
            are_alike_notes(note, other) && are_alike(&a.text, &b.text)
        }
        _ => !a.text.is_empty() && a.text == b.text,
    }
}

/// The same title and the same heads, or the same title and an entry in common: what is done again
/// every quarter has other deadlines, and what is done in every district has other places.
fn are_alike_tasks(a: &TaskRecord, b: &TaskRecord) -> bool {
    let head = |task: &TaskRecord| {
        let lead = task.lead.as_ref().map(|lead| lead.values.clone());
        (task.priority.clone(), task.kind.clone(), lead, format!("{:?}", task.due))
    };
    let entries = |task: &TaskRecord| -> Vec<(Option<String>, Option<String>)> {
        let says = |update: &&UpdateRecord| update.text.is_some();
        let updates = task.updates.iter().flatten().filter(says);
        updates.map(|update| (update.date.clone(), update.text.clone())).collect()
    };
    let shares_entry = || {
        let (a, b) = (entries(a), entries(b));
        a.iter().any(|entry| b.contains(entry))
    };
    same_title(a.title.as_deref(), b.title.as_deref())
        && a.places == b.places
        && (head(a) == head(b) || shares_entry())
}

fn are_alike_notes(a: &NoteRecord, b: &NoteRecord) -> bool {
    same_title(a.title.as_deref(), b.title.as_deref())
        && a.date == b.date
        && a.places == b.places
        && a.author == b.author
}

/// Whether two titles are the same but for a slip or two. A title with another number is another.
fn same_title(a: Option<&str>, b: Option<&str>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let plain = |title: &str| {
        let words = fold(title);
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.take(100).collect::<Vec<_>>().join(" ")
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (a, b) = (plain(a), plain(b));
    let slips = a.chars().count().min(b.chars().count()) / 12;
    !a.is_empty() && digits(&a) == digits(&b) && strsim::damerau_levenshtein(&a, &b) <= slips
}

/// Whether at least half of the lines of the shorter text are in both.
fn are_alike(a: &str, b: &str) -> bool {
    fn lines(text: &str) -> BTreeMap<&str, usize> {
        let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
        let says = |line: &&str| line.contains(char::is_alphanumeric) && !line.starts_with('#');
        for line in text.lines().map(str::trim).filter(says) {
            *lines.entry(line).or_default() += 1;
        }
        lines
    }
    let (a, b) = (lines(a), lines(b));
    let count = |lines: &BTreeMap<&str, usize>| lines.values().sum::<usize>();
    let both: usize = a.iter().map(|(line, n)| *n.min(b.get(line).unwrap_or(&0))).sum();
    let shorter = count(&a).min(count(&b));
    shorter > 0 && 100 * both >= ALIKE * shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_a_copy_is_known() {
        for name in [
            "1.1 (1)",
            "1.1(2)",
            "1.1 - Copy",
            "1.1 - Copy (3)",
            "1.1 copy",
            "1.1 copy 2",
            "1.1 - Bản sao",
            "1.1 bản sao 2",
            "1.1 - Sao chép",
            "1.1 (conflicted copy 2025-06-30)",
            "1.1 (Máy của Hoa's conflicted copy 2025-06-30)",
            "1.1 (Bản sao xung đột của Hoa 2025-06-30)",
            "1.1.sync-conflict-20250630-101010-ABCDEFG",
            "1.1 (SFConflict hoa@example.vn 2025-06-30-10-10-10)",
            "1.1 (Case Conflict)",
            "1.1_REMOTE_4711",
            "1.1-DESKTOP-7F3K2QX",
            "Copy of 1.1",
            "Bản sao của 1.1",
        ] {
            let base = unmarked(name);
            assert!(base.is_some(), "{name}");
            let whole = base.and_then(unmarked).or(base);
            assert_eq!(whole, Some("1.1"), "{name}");
        }
        for name in [
            "1.1",
            "1.1-a",
            "1.1-2",
            "1.1.2",
            "1.1-hoa-laptop",
            "chung-thuc-ban-sao",
            "mua-laptop",
            "xu-ly-conflict",
            "copy",
            "(1)",
            "2025-06-30-hop",
        ] {
            assert_eq!(unmarked(name), None, "{name}");
        }
    }

    #[test]
    fn a_title_with_another_number_or_word_is_another() {
        let same = |a, b| same_title(Some(a), Some(b));
        assert!(same("Rà soát giếng khoan", "rà soát giếng  khoan."));
        assert!(same(
            "Rà soát toàn bộ giếng khoan bỏ hoang",
            "Rà soát toàn bộ giếng khoang bỏ hoang"
        ));
        assert!(!same("Báo cáo quý 1", "Báo cáo quý 2"));
        assert!(!same("Rà soát giếng khoan", "Rà soát giếng đào"));
        assert!(!same_title(None, None));
    }
}
