//! Changes one value of a record, in the style of its file.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::entry::{id, last_leaf, scalar};
use crate::content::yaml;
use crate::diagnostic::Edit;
use crate::source::{FileId, Index, Node, Style};

/// A value of a record. An empty one is not in the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// An id, or another word that must not be taken for a number.
    Id(String),
    /// One id, or a list of several.
    OneOrMany(Vec<String>),
    /// A list of ids.
    Ids(Vec<String>),
    /// A list of days.
    Days(Vec<String>),
    /// YAML, as it is.
    Yaml(String),
}

impl Value {
    /// The value as YAML. Empty: it is to be left out.
    pub fn written(&self) -> String {
        let list = |items: &[String], write: fn(&str) -> String| match items {
            [] => String::new(),
            items => {
                let items: Vec<String> = items.iter().map(|item| write(item)).collect();
                format!("[{}]", items.join(", "))
            }
        };
        match self {
            Value::Text(text) | Value::Id(text) | Value::Yaml(text) if text.is_empty() => {
                String::new()
            }
            Value::Text(text) => scalar(text, false),
            Value::Id(text) => id(text),
            Value::Yaml(yaml) => yaml.clone(),
            Value::OneOrMany(ids) => match ids.as_slice() {
                [one] => id(one),
                several => list(several, id),
            },
            Value::Ids(ids) => list(ids, id),
            Value::Days(days) => list(days, str::to_owned),
        }
    }
}

/// Returns the lines of a record with these keys, without those that have no value.
pub fn record(fields: &[(&str, Value)]) -> String {
    let written = fields.iter().map(|(key, value)| (key, value.written()));
    let written = written.filter(|(_, value)| !value.is_empty());
    written.map(|(key, value)| format!("{key}: {value}\n")).collect()
}

/// Returns the edit that gives the key `key`, at the top of the YAML in `part`, another value. A new
/// key is put behind the first of `after` that the record has. `None` if the YAML has a style that
/// only its author should change, such as a comment inside the value.
pub fn set<T: DeserializeOwned>(
    text: &str,
    part: Range<usize>,
    key: &str,
    value: &Value,
    after: &[&str],
) -> Option<Edit> {
    let yaml = &text[part.clone()];
    let start = part.start + yaml.len() - yaml.trim_start_matches('\u{feff}').len();
    let (_, index, _) = yaml::read::<T>(text, start..part.end, FileId::nth(0));
    if index.get("").is_none_or(|root| root.style != Style::BlockMapping) {
        return None;
    }
    let written = value.written();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let Some(node) = index.get(key) else {
        if written.is_empty() {
            return Some(Edit { range: start..start, text: String::new() });
        }
        let before = after.iter().find_map(|known| index.get(known));
        let line = format!("{key}: {written}{line_end}");
        let at = match before {
            Some(before) => behind(text, &index, before)?.min(part.end),
            None => part.end,
        };
        let gap = if text[..at].is_empty() || text[..at].ends_with('\n') { "" } else { line_end };
        let line = if at == text.len() && !gap.is_empty() { line.trim_end() } else { &line };
        return Some(Edit { range: at..at, text: format!("{gap}{line}") });
    };
    let is_translated = matches!(node.style, Style::BlockMapping | Style::FlowMapping);
    if is_translated && matches!(value, Value::Text(_)) {
        // One text would take the place of both languages.
        return None;
    }
    let end = leaf_end(text, &index, node)?;
    let from = node.key.end + text[node.key.end..].find(':')? + 1;
    let old = text.get(from..end)?;
    if old.contains('\n') && has_comment(old) {
        return None;
    }
    if written.is_empty() {
        // The whole line goes, with the comment behind the value.
        let line = text[..node.key.start].rfind('\n').map_or(start, |at| at + 1).max(start);
        let next = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        return Some(Edit { range: line..next, text: String::new() });
    }
    Some(Edit { range: from..end, text: format!(" {written}") })
}

/// The end of the last line of a value.
fn behind(text: &str, index: &Index, node: &Node) -> Option<usize> {
    let end = leaf_end(text, index, node)?;
    Some(text[end..].find('\n').map_or(text.len(), |at| end + at + 1))
}

/// The end of a value without the blanks and comments that follow it.
fn leaf_end(text: &str, index: &Index, node: &Node) -> Option<usize> {
    let end = match node.style {
        Style::BlockList | Style::BlockMapping => last_leaf(index, &node.value)?,
        _ => node.value.end.max(node.key.end + 1),
    };
    let from = node.key.end;
    Some(from + text.get(from..end)?.trim_end().len())
}

/// Whether a comment may stand inside a value of several lines.
fn has_comment(value: &str) -> bool {
    value.lines().any(|line| line.trim_start().starts_with('#') || line.contains(" #"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::records::TaskRecord;
    use crate::fix::{apply, says_only};

    const TASK: &str = "# đầu\npriority: \"1\" # mục\ntitle: Một  # tên\nkind: duty\nlead:\n  - so-a\n  - so-b\nsupport: [so-c] # giúp\nupdates:\n  - {date: 2024-05-01}\n";

    fn changed(text: &str, key: &str, value: &Value) -> Option<String> {
        let edit = set::<TaskRecord>(text, 0..text.len(), key, value, &["kind", "title"])?;
        let new = apply(text, vec![edit]);
        assert!(says_only(text, &new, &[key]), "{new}");
        Some(new)
    }

    #[test]
    fn a_value_changes_and_nothing_else() {
        let text = |text: &str| Value::Text(text.to_owned());
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        for (key, value, from, to) in [
            ("title", text("Hai: ba"), "title: Một  # tên", "title: \"Hai: ba\"  # tên"),
            ("product", text("Báo cáo"), "kind: duty\n", "kind: duty\nproduct: Báo cáo\n"),
            (
                "lead",
                Value::OneOrMany(ids(&["so-a"])),
                "lead:\n  - so-a\n  - so-b\n",
                "lead: so-a\n",
            ),
            ("lead", Value::OneOrMany(vec![]), "lead:\n  - so-a\n  - so-b\n", ""),
            ("support", Value::Ids(ids(&["so-c", "9.10"])), "[so-c] #", "[so-c, \"9.10\"] #"),
            ("support", Value::Ids(vec![]), "support: [so-c] # giúp\n", ""),
        ] {
            for line_end in ["\n", "\r\n"] {
                let plain = |text: &str| text.replace('\n', line_end);
                let wanted = plain(TASK).replacen(&plain(from), &plain(to), 1);
                assert_eq!(changed(&plain(TASK), key, &value), Some(wanted), "{key}");
            }
        }
        assert_eq!(changed("\u{feff}title: a", "title", &text("b")).unwrap(), "\u{feff}title: b");
        assert_eq!(changed("title: a", "product", &text("b")).unwrap(), "title: a\nproduct: b");
        assert_eq!(changed("title: |\n  a\n", "title", &text("b")).unwrap(), "title: b\n");
        assert_eq!(changed("lead:\n  - a # x\n  - b\n", "lead", &Value::Ids(vec![])), None);
        assert_eq!(changed("{title: a}\n", "title", &text("b")), None);
        // A text in two languages is only its author's to change; what stands beside it is not.
        for title in ["title: {vi: a, en: b}\n", "title:\n  vi: a\n  en: b\n"] {
            assert_eq!(changed(title, "title", &text("c")), None);
            let longer = changed(title, "product", &text("c")).unwrap();
            assert_eq!(longer, format!("{title}product: c\n"));
        }
    }
}
