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
    /// A text in several languages, each with its name.
    Languages(Vec<(&'static str, String)>),
    /// YAML, as it is.
    Yaml(String),
}

impl Value {
    /// The value as YAML. Empty: it is to be left out.
    pub fn written(&self) -> String {
        self.written_in(false)
    }

    /// The value as YAML, which may stand between braces.
    fn written_in(&self, is_flow: bool) -> String {
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
            Value::Text(text) => scalar(text, is_flow),
            Value::Id(text) => id(text),
            Value::Yaml(yaml) => yaml.clone(),
            Value::OneOrMany(ids) => match ids.as_slice() {
                [one] => id(one),
                several => list(several, id),
            },
            Value::Ids(ids) => list(ids, id),
            Value::Days(days) => list(days, str::to_owned),
            Value::Languages(texts) => {
                let text =
                    |(name, text): &(&str, String)| format!("{name}: {}", scalar(text, true));
                let texts: Vec<String> = texts.iter().map(text).collect();
                if texts.is_empty() { String::new() } else { format!("{{{}}}", texts.join(", ")) }
            }
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
    if is_one_for_several(value, node) {
        return None;
    }
    let range = value_range(text, &index, node)?;
    if written.is_empty() {
        // The whole line goes, with the comment behind the value.
        let line = text[..node.key.start].rfind('\n').map_or(start, |at| at + 1).max(start);
        let next = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1);
        return Some(Edit { range: line..next, text: String::new() });
    }
    Some(Edit { range, text: format!(" {written}") })
}

/// Returns the edit that gives the key at a path of a record, such as `updates[2].text`, another
/// value. `None` if it is not there, or only its author should change it.
pub fn set_at<T: DeserializeOwned>(text: &str, path: &str, value: &Value) -> Option<Edit> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (_, index, _) = yaml::read::<T>(text, start..text.len(), FileId::nth(0));
    let node = index.get(path).filter(|node| !is_one_for_several(value, node))?;
    let is_flow = index.parent(node).is_some_and(|parent| parent.style == Style::FlowMapping);
    let written = value.written_in(is_flow);
    let range = value_range(text, &index, node).filter(|_| !written.is_empty())?;
    Some(Edit { range, text: format!(" {written}") })
}

/// Whether one text would take the place of texts in several languages.
fn is_one_for_several(value: &Value, node: &Node) -> bool {
    let is_mapping = matches!(node.style, Style::BlockMapping | Style::FlowMapping);
    is_mapping && matches!(value, Value::Text(_))
}

/// From the colon behind a key to the end of its value. `None` if a comment may stand in between.
fn value_range(text: &str, index: &Index, node: &Node) -> Option<Range<usize>> {
    let end = leaf_end(text, index, node)?;
    let from = node.key.end + text[node.key.end..].find(':')? + 1;
    let old = text.get(from..end)?;
    (!(old.contains('\n') && has_comment(old))).then_some(from..end)
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
    fn a_value_inside_a_list_changes_and_nothing_else() {
        let task = "due: {before: 2025-03-31} # hạn\nupdates:\n  - {date: 2024-05-01, text: một, percent: 5} # a\n  - date: 2024-06-01\n    text: >-\n      hai\n      ba\n    state: done # b\n";
        for (path, value, from, to) in [
            ("updates[0].text", Value::Text("a, b".into()), "text: một,", "text: \"a, b\","),
            ("updates[0].percent", Value::Yaml("6".into()), "percent: 5}", "percent: 6}"),
            (
                "updates[1].date",
                Value::Yaml("2024-06-02".into()),
                "date: 2024-06-01",
                "date: 2024-06-02",
            ),
            (
                "updates[1].text",
                Value::Text("c".into()),
                "text: >-\n      hai\n      ba\n",
                "text: c\n",
            ),
            (
                "due",
                Value::Yaml("{by: 2025-04-30}".into()),
                "{before: 2025-03-31} #",
                "{by: 2025-04-30} #",
            ),
        ] {
            let edit = set_at::<TaskRecord>(task, path, &value).unwrap();
            assert_eq!(apply(task, vec![edit]), task.replacen(from, to, 1), "{path}");
        }
        for path in ["updates[2].text", "updates[0].state"] {
            assert_eq!(set_at::<TaskRecord>(task, path, &Value::Text("x".into())), None);
        }
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
            assert_eq!(set_at::<TaskRecord>(title, "title", &text("c")), None);
            let longer = changed(title, "product", &text("c")).unwrap();
            assert_eq!(longer, format!("{title}product: c\n"));
            let both = Value::Languages(vec![("vi", "c, d".to_owned()), ("en", "e".to_owned())]);
            assert_eq!(changed(title, "title", &both).unwrap(), "title: {vi: \"c, d\", en: e}\n");
            let edit = set_at::<TaskRecord>(title, "title.vi", &text("c")).unwrap();
            assert_eq!(apply(title, vec![edit]), title.replace("vi: a", "vi: c"));
        }
        let commented = "title:\n  vi: a # one\n  en: b\n";
        let both = Value::Languages(vec![("vi", "c".to_owned()), ("en", "e".to_owned())]);
        assert_eq!(changed(commented, "title", &both), None);
    }
}
