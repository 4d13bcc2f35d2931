//! Reads YAML: rejects what records never need, indexes every value, and deserializes records.
//!
//! Only this file and its folder know the YAML crates. One pass over the parser's events (`guard`)
//! rejects what could do harm or hide a mistake: deep nesting, too many values, anchors, aliases,
//! tags, merge keys, second documents and repeated keys. It also records where every value is, so
//! that each diagnostic can point at its place. If the parser stops, `syntax` finds the mistake
//! behind it. Only then does serde read the text into a record.
//!
//! If serde fails, `fit` finds every key and value that does not fit. They are reported and
//! overwritten with blanks, which keeps all other positions, and the text is read once more. One
//! run therefore reports every mistake of a file and still returns the rest of the record.
//!
//! Scalars stay text until `check` interprets them. A wrong date is then one diagnostic among
//! others, and `number: 1.10` does not become 1.1.

mod blank;
mod fit;
mod guard;
mod hash;
mod languages;
mod limits;
mod lines;
mod mistake;
mod signs;
mod syntax;

use std::ops::Range;

use granit_parser::Event;
use serde::de::DeserializeOwned;

use super::conflicts;
use super::rules::{decimal_comma, unknown_key, wrong_shape, yaml_lookalike};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, nearest};
use crate::source::{FileId, Index, Node, Step, Style};
use fit::{Misfit, Wanted};
use guard::Guard;
use mistake::{Mistake, named};

pub use languages::{Choice, LANGUAGES};
pub use limits::{MAX_DEPTH, MAX_NODES};
pub(crate) use signs::CURLY;

/// Maximum number of misfits that are looked for in one file. Each needs another walk.
const MAX_MISFITS: usize = 200;
/// Maximum number of values visited while looking for misfits, so large files get fewer walks.
const MAX_VISITS: usize = 1_000_000;

/// Reads the YAML in `range` of `text` into a record.
///
/// Returns the record, unless the text is not YAML at all; the index of its values, with positions
/// in the whole `text`; and all diagnostics about its form.
pub fn read<T: DeserializeOwned>(
    text: &str,
    range: Range<usize>,
    file: FileId,
) -> (Option<T>, Index, Diagnostics) {
    read_in(text, range, file, Choice::default())
}

/// Reads YAML like [`read`]. A text in several languages is read in the one that is chosen.
pub fn read_in<T: DeserializeOwned>(
    text: &str,
    range: Range<usize>,
    file: FileId,
    choice: Choice,
) -> (Option<T>, Index, Diagnostics) {
    // Between two versions of a text, every line would be a mistake of its own.
    let conflicts = conflicts::find(text, file);
    if conflicts.has_errors() {
        return (None, Index::default(), conflicts);
    }
    let mut guard = Guard::new(text, range.clone(), file);
    let whole = guard.pass();
    let Guard { mut index, mut diagnostics, dropped, .. } = guard;
    if !whole {
        return (None, index, diagnostics);
    }
    let yaml = languages::choose(&mut index, text, range.clone(), choice);
    if dropped.is_empty()
        && let Ok(record) = serde_yaml::from_str(&yaml)
    {
        return (Some(record), index, diagnostics);
    }
    index.leave_out(&dropped);
    let mut left_out = dropped;
    let walks = (MAX_VISITS / index.nodes().len()).clamp(4, MAX_MISFITS);
    for _ in 0..walks {
        let Some(misfit) = fit::misfit::<T>(&index, text) else { break };
        let node = misfit.node();
        diagnostics.push(misfit_diagnostic(&misfit, &index, text, file));
        if node == 0 {
            return (None, index, diagnostics);
        }
        index.leave_out(&[node]);
        left_out.push(node);
    }
    let mut yaml = yaml.into_owned().into_bytes();
    for node in left_out {
        blank::out(&mut yaml, range.start, &index, node);
    }
    let record = serde_yaml::from_slice(&yaml).ok();
    if record.is_none() && !diagnostics.has_errors() {
        // serde's parser refuses what the first one accepted.
        let misfit = Misfit::of(0, Wanted::Mapping);
        diagnostics.push(misfit_diagnostic(&misfit, &index, text, file));
    }
    (record, index, diagnostics)
}

/// Returns the diagnostic for a value that does not fit. It gives a byte range and not a path,
/// because leaving out an item changes the paths of later ones.
fn misfit_diagnostic(misfit: &Misfit, index: &Index, text: &str, file: FileId) -> Diagnostic {
    let node = &index.nodes()[misfit.node() as usize];
    let expected = match misfit.wanted {
        Wanted::Key(known) => {
            let key = key_of(node).unwrap_or_default();
            let shown = if node.key.is_empty() { &node.value } else { &node.key };
            if let Some(diagnostic) = decimal_comma::diagnostic(text, shown, file) {
                return diagnostic;
            }
            return Diagnostic::of(&unknown_key::RULE, Place::bytes(file, shown.clone()))
                .arg("key", key)
                .arg("known", known.join(", "))
                .suggest(nearest(key, known.iter().copied()));
        }
        Wanted::Text => "text",
        Wanted::List => match odd_hyphen(node, text) {
            Some(mistake) => return mistake.diagnostic(file, 0),
            None => "list",
        },
        Wanted::Mapping => "mapping",
        Wanted::TextOrList => "text-or-list",
        Wanted::TextOrMapping => "deadline",
    };
    let read = match node.style {
        Style::BlockList | Style::FlowList => "list",
        Style::BlockMapping | Style::FlowMapping => "mapping",
        Style::Plain | Style::Quoted => "text",
    };
    Diagnostic::of(&wrong_shape::RULE, Place::bytes(file, node.value.clone()))
        .arg("read", read)
        .arg("expected", expected)
}

/// Finds a character typed in place of the hyphen of a list's only item, which turns the list into
/// text.
fn odd_hyphen(node: &Node, text: &str) -> Option<Mistake> {
    let value = text.get(node.value.clone()).filter(|_| node.style == Style::Plain)?;
    let sign = signs::hyphen(value)?;
    let what = named(&value[sign.clone()]);
    let range = node.value.start + sign.start..node.value.start + sign.end;
    Some(Mistake { rule: &yaml_lookalike::RULE, range, what, fix: None })
}

/// Returns the key of an entry.
fn key_of(node: &Node) -> Option<&str> {
    match &node.step {
        Step::Key(key) => Some(key),
        Step::Root | Step::Item(_) => None,
    }
}

/// Returns every scalar of a YAML text with its path, in the order of the text, or `None` if the
/// text is not YAML that records may use.
pub fn values(yaml: &str) -> Option<Vec<(String, String)>> {
    let mut values = Vec::new();
    // The path of each open list or mapping, the number of the next item of a list, and the path of
    // the next value of a mapping.
    let mut open: Vec<(String, Option<u32>, Option<String>)> = Vec::new();
    let mut documents = 0;
    for event in guard::parser(yaml) {
        let event = event.ok()?.0;
        let (text, begins_list) = match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return None;
                }
                continue;
            }
            Event::Scalar(text, ..) => (Some(text), false),
            Event::SequenceStart(..) => (None, true),
            Event::MappingStart(..) => (None, false),
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
                continue;
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => return None,
            _ => continue,
        };
        if open.len() > MAX_DEPTH || values.len() > MAX_NODES {
            return None;
        }
        let path = match open.last_mut() {
            None => String::new(),
            Some((path, Some(item), _)) => {
                *item += 1;
                format!("{path}[{}]", *item - 1)
            }
            Some((path, None, value @ None)) => {
                let key = text?;
                let dot = if path.is_empty() { "" } else { "." };
                *value = Some(format!("{path}{dot}{key}"));
                continue;
            }
            Some((_, None, value)) => value.take()?,
        };
        match text {
            Some(text) => values.push((path, text.into_owned())),
            None => open.push((path, begins_list.then_some(0), None)),
        }
    }
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::records::TaskRecord;
    use crate::source::{SourceFile, Sources};

    fn diagnostics(text: &str) -> Vec<(String, usize, usize)> {
        let file = FileId::nth(0);
        let (_, index, mut diagnostics) = read::<TaskRecord>(text, 0..text.len(), file);
        let mut sources = Sources::default();
        sources.add(SourceFile::new("t.yaml".into(), text, index));
        diagnostics.sort(&sources);
        diagnostics
            .iter()
            .map(|d| {
                let position = d.position(&sources);
                (d.code.to_owned(), position.line, position.column)
            })
            .collect()
    }

    fn diagnostic(code: &str, line: usize, column: usize) -> (String, usize, usize) {
        (code.to_owned(), line, column)
    }

    #[test]
    fn scalars_keep_their_text() {
        let text = "priority: 3413\nnumber: 1.10\ntitle: '~'\nrelated: [\"9.10\"]\n";
        let (record, ..) = read::<TaskRecord>(text, 0..text.len(), FileId::nth(0));
        let record = record.unwrap();
        assert_eq!(record.priority.as_deref(), Some("3413"));
        assert_eq!(record.number.as_deref(), Some("1.10"));
        assert_eq!(record.title.as_deref(), Some("~"));
    }

    #[test]
    fn every_fault_of_form_is_found_in_one_reading() {
        let text = "priorty: \"1\"\nrelated: 1.4\ntitle: [a]\ndue: {befor: 2021-01-02, x: 1}\n\
                    updates:\n  - dat: x\n    state: done\n  - abc\nlead: {a: b}\n";
        assert_eq!(
            diagnostics(text),
            [
                diagnostic("unknown-key", 1, 1),
                diagnostic("wrong-shape", 2, 10),
                diagnostic("wrong-shape", 3, 8),
                diagnostic("unknown-key", 4, 7),
                diagnostic("unknown-key", 4, 26),
                diagnostic("unknown-key", 6, 5),
                diagnostic("wrong-shape", 8, 5),
                diagnostic("wrong-shape", 9, 7),
            ]
        );
    }

    #[test]
    fn what_is_right_is_read_beside_what_is_wrong() {
        let text = "priorty: \"1\"\ntitle: Tên\nupdates:\n  - {date: 2021-07-24, stat: done}\n";
        let (record, ..) = read::<TaskRecord>(text, 0..text.len(), FileId::nth(0));
        let record = record.unwrap();
        assert_eq!(record.title.as_deref(), Some("Tên"));
        assert_eq!(record.updates.unwrap()[0].date.as_deref(), Some("2021-07-24"));
    }

    #[test]
    fn what_records_never_need_is_refused() {
        for (text, expected) in [
            ("a: &x 1\n", diagnostic("yaml-anchor", 1, 4)),
            ("title: *x\n", diagnostic("yaml-alias", 1, 8)),
            ("title: !!str 1\n", diagnostic("yaml-tag", 1, 8)),
            ("<<: {title: a}\n", diagnostic("yaml-merge-key", 1, 1)),
            ("title: a\n---\ntitle: b\n", diagnostic("yaml-second-document", 2, 1)),
            ("[a]: b\n", diagnostic("yaml-complex-key", 1, 1)),
            ("# nothing\n", diagnostic("empty-file", 1, 1)),
            ("title: a\nkind: x\ntitle: b\n", diagnostic("doubled-key", 3, 1)),
        ] {
            assert_eq!(diagnostics(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_mistake_is_reported_where_it_was_made() {
        for (text, expected) in [
            ("title: a\n\tkind: x\n", diagnostic("yaml-tab", 2, 1)),
            ("title: \"a\nkind: x\n", diagnostic("yaml-quote", 1, 8)),
            ("title: 'it's'\n", diagnostic("yaml-quote", 1, 12)),
            ("related: [\"1.1\", \"1.2\"\nkind: x\n", diagnostic("yaml-bracket", 1, 10)),
            ("due: {before: 2021-01-01\n", diagnostic("yaml-bracket", 1, 6)),
            ("title a\nkind: x\n", diagnostic("yaml-colon", 1, 1)),
            ("title:a\nkind: x\n", diagnostic("yaml-space", 1, 1)),
            ("kind: x\ntitle: Kế hoạch: phần 1\n", diagnostic("yaml-colon-in-text", 2, 8)),
            ("title: @a\n", diagnostic("yaml-needs-quotes", 1, 8)),
            // The parser stops at a multi-byte character.
            ("due: [a\n}đ: b\n", diagnostic("yaml-bracket", 1, 6)),
            ("{a: {b: c}ế\n", diagnostic("yaml-bracket", 1, 1)),
            ("title: a\n  kind: x\n", diagnostic("yaml-indent", 2, 3)),
            (" - ---\n", diagnostic("wrong-shape", 1, 2)),
            ("{title: a, x\n\n\n\n  đ\u{2028}y: b}\n", diagnostic("yaml-nbsp", 5, 4)),
        ] {
            assert_eq!(diagnostics(text), [expected], "{text}");
        }
    }

    #[test]
    fn an_escape_is_no_way_around_the_ban_on_invisible_characters() {
        for (text, expected) in [
            ("title: \"a\\0b\"\n", diagnostic("yaml-nul", 1, 10)),
            ("title: \"đ\\e[2J\"\n", diagnostic("invisible-character", 1, 10)),
            ("title: \"\\\\ \\t \\u202eb\"\n", diagnostic("invisible-character", 1, 15)),
            ("title: \"a\n  \\U0000200Bb\"\n", diagnostic("invisible-character", 2, 3)),
            ("title: \"\\x7f\"\n", diagnostic("invisible-character", 1, 9)),
        ] {
            assert_eq!(diagnostics(text), [expected], "{text}");
        }
        for text in ["title: \"a\\n\\tb\\u00e9\\\\0\\\"\"\n", "title: 'a\\0'\n", "title: a\\e\n"] {
            assert_eq!(diagnostics(text), [], "{text}");
        }
    }

    #[test]
    fn deep_and_huge_files_are_refused_at_once() {
        let deep = format!("title: {}", "[".repeat(100_000));
        assert_eq!(diagnostics(&deep)[0].0, "yaml-too-deep");
        let deep: String = (0..2_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
        assert_eq!(diagnostics(&deep)[0].0, "yaml-too-deep");
        let many = format!("related: [{}]", "a,".repeat(60_000));
        assert_eq!(diagnostics(&many)[0].0, "yaml-too-many");
    }
}
