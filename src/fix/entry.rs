//! Adds an entry to the ledger of a task, or an extension to its deadlines, in the style of its
//! record.

use std::ops::Range;

use crate::content::records::TaskRecord;
use crate::content::yaml;
use crate::diagnostic::Edit;
use crate::source::{FileId, Index, Node, Style};

/// An entry of the ledger as it is written. Empty fields are left out.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// ISO date.
    pub date: String,
    /// The ISO date on which it was put into the records, if that was later.
    pub recorded: String,
    /// Ids of parts or periods, or `all`.
    pub parts: Vec<String>,
    /// The name of a state.
    pub state: String,
    /// What happened.
    pub text: String,
    /// Self-assessment in percent.
    pub percent: String,
    /// Ids of documents.
    pub evidence: Vec<String>,
    /// The id of the document that stops the task.
    pub document: String,
    /// The ids of the tasks that replace it.
    pub superseded_by: Vec<String>,
}

/// A later deadline as it is written. Empty fields are left out.
#[derive(Clone, Debug, Default)]
pub struct Extension {
    /// The ISO date of the decision.
    pub decided: String,
    /// The ISO date on which it was put into the records, if that was later.
    pub recorded: String,
    /// The new deadline in YAML, such as `{by: 2024-10-31}`.
    pub due: String,
    /// The id of the document that decides it.
    pub document: String,
}

/// The fields of an item of a list, in the order of the format.
type Fields = Vec<(&'static str, Value)>;

/// The value of a field, which is left out if it is empty.
enum Value {
    /// YAML, as it is.
    Yaml(String),
    /// A text.
    Text(String),
    /// An id.
    Id(String),
    /// Ids.
    Ids(Vec<String>),
}

impl Entry {
    fn fields(&self) -> Fields {
        let one_or_many = |ids: &[String]| match ids {
            [one] => Value::Id(one.clone()),
            several => Value::Ids(several.to_vec()),
        };
        vec![
            ("date", Value::Yaml(self.date.clone())),
            ("recorded", Value::Yaml(self.recorded.clone())),
            ("part", one_or_many(&self.parts)),
            ("state", Value::Yaml(self.state.clone())),
            ("text", Value::Text(self.text.clone())),
            ("percent", Value::Yaml(self.percent.clone())),
            ("evidence", Value::Ids(self.evidence.clone())),
            ("document", Value::Id(self.document.clone())),
            ("superseded_by", one_or_many(&self.superseded_by)),
        ]
    }
}

impl Extension {
    fn fields(&self) -> Fields {
        vec![
            ("decided", Value::Yaml(self.decided.clone())),
            ("recorded", Value::Yaml(self.recorded.clone())),
            ("due", Value::Yaml(self.due.clone())),
            ("document", Value::Id(self.document.clone())),
        ]
    }
}

/// Returns the edit that adds an entry to the text of a task, or `None` if its YAML has a style that
/// only its author should continue.
pub fn append(text: &str, entry: &Entry) -> Option<Edit> {
    append_to("updates", text, &entry.fields())
}

/// Returns the edit that adds an extension to the text of a task, or `None` if its YAML has a style
/// that only its author should continue.
pub fn extend(text: &str, extension: &Extension) -> Option<Edit> {
    append_to("extensions", text, &extension.fields())
}

fn append_to(list: &str, text: &str, entry: &Fields) -> Option<Edit> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (_, index, _) = yaml::read::<TaskRecord>(text, start..text.len(), FileId::nth(0));
    let root = index.get("")?;
    if root.style != Style::BlockMapping {
        return None;
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let insert = |at: usize, text: String| Some(Edit { range: at..at, text });
    let Some(ledger) = index.get(list) else {
        let gap = if text.ends_with('\n') { "" } else { end };
        let item = block_item(entry, "  ", "- ", end, false);
        return insert(text.len(), format!("{gap}{list}:{end}{item}"));
    };
    let items: Vec<&Node> = index.inside(list).collect();
    match (ledger.style, items.last()) {
        (Style::BlockList, Some(last)) => {
            let (indent, dash) = front(&text[start..], last.value.start - start)?;
            let quoted = quotes_text(text, list, &index, items.len());
            let item = match last.style {
                Style::FlowMapping => format!("{indent}{dash}{}{end}", flow_item(entry, quoted)),
                Style::BlockMapping => block_item(entry, indent, dash, end, quoted),
                _ => return None,
            };
            let leaf = last_leaf(&index, &ledger.value)?;
            let written = text[..leaf].trim_end().len();
            match text[written..].find('\n') {
                Some(line_end) => insert(written + line_end + 1, item),
                None => insert(text.len(), format!("{end}{}", item.trim_end())),
            }
        }
        (Style::FlowList, Some(last)) => {
            insert(last.value.end, format!(", {}", flow_item(entry, false)))
        }
        (Style::FlowList, None) => {
            let item = block_item(entry, "  ", "- ", end, false);
            let rest = text[ledger.value.end..].lines().next().unwrap_or_default();
            // The space before the bracket is removed too; a comment stays where it is.
            Some(Edit {
                range: ledger.key.end + 1..ledger.value.end + rest.len(),
                text: format!("{}{end}{}", rest.trim_end(), item.trim_end()),
            })
        }
        (Style::Plain, _) if text[ledger.value.clone()].trim().is_empty() => {
            let item = block_item(entry, "  ", "- ", end, false);
            match text[ledger.key.end..].find('\n') {
                Some(line_end) => insert(ledger.key.end + line_end + 1, item),
                None => insert(text.len(), format!("{end}{}", item.trim_end())),
            }
        }
        _ => None,
    }
}

/// Returns what stands before the item at `at` of a block list: its indentation, and the dash with the
/// spaces behind it. `None` if anything else stands there.
pub(super) fn front(text: &str, at: usize) -> Option<(&str, &str)> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let (indent, dash) = text[line..at].split_at(text[line..at].rfind('-')?);
    (indent.chars().all(|c| c == ' ') && dash.trim() == "-").then_some((indent, dash))
}

/// Writes a text as a YAML scalar: plain if that is safe, else in quotes.
pub fn scalar(text: &str, in_flow: bool) -> String {
    if is_plain(text, in_flow) {
        return text.to_owned();
    }
    quoted(text)
}

/// Writes an id as a YAML scalar, in quotes if a program could take it for a number.
pub fn id(text: &str) -> String {
    let numeric = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if numeric || !is_plain(text, true) { quoted(text) } else { text.to_owned() }
}

/// Writes a text as a YAML scalar in quotes, as it must be before a comment.
pub fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) && !text.contains('\'') && !text.contains(char::is_control) {
        return format!("'{text}'");
    }
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let special = |c: char| "-?:,[]{}#&*!|>'\"%@`=<~".contains(c);
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
    );
    let number = text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '.')
        && text.chars().all(|c| c.is_ascii_digit() || "+-.:_eExXoO/".contains(c));
    !(text.is_empty()
        || text.trim() != text
        || text.starts_with(special)
        || text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':')
        || text.contains(|c: char| c.is_control() || c.is_whitespace() && c != ' ')
        || in_flow && text.contains([',', '[', ']', '{', '}', ':'])
        || word
        || number)
}

/// Returns whether a text has lines that YAML can hold as they are.
fn is_block(text: &str) -> bool {
    let is_odd = |c: char| {
        c != '\n' && (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'))
    };
    text.trim() == text && text.contains('\n') && !text.contains(is_odd)
}

/// Writes the lines of a text as a literal block, without the indentation of its key.
fn block(text: &str) -> String {
    let lines = text.lines().map(str::trim_end).map(|line| match line {
        "" => "\n".to_owned(),
        line => format!("\n  {line}"),
    });
    format!("|{}", lines.collect::<String>())
}

/// Returns the fields that are not empty as YAML.
fn fields(entry: &Fields, in_flow: bool, quoted_text: bool) -> Vec<String> {
    let written = |value: &Value| match value {
        Value::Yaml(yaml) => yaml.clone(),
        Value::Text(text) if text.is_empty() => String::new(),
        Value::Text(text) if !in_flow && is_block(text) => block(text),
        Value::Text(text) if quoted_text => quoted(text),
        Value::Text(text) => scalar(text, in_flow),
        Value::Id(text) if text.is_empty() => String::new(),
        Value::Id(text) => id(text),
        Value::Ids(ids) if ids.is_empty() => String::new(),
        Value::Ids(ids) => {
            let ids: Vec<String> = ids.iter().map(|text| id(text)).collect();
            format!("[{}]", ids.join(", "))
        }
    };
    entry
        .iter()
        .map(|(key, value)| (key, written(value)))
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key}: {value}"))
        .collect()
}

fn flow_item(entry: &Fields, quoted: bool) -> String {
    format!("{{{}}}", fields(entry, true, quoted).join(", "))
}

fn block_item(entry: &Fields, indent: &str, dash: &str, end: &str, quoted: bool) -> String {
    let deeper = " ".repeat(dash.len());
    let lines = fields(entry, false, quoted).into_iter().enumerate().map(|(n, field)| {
        let lead = if n == 0 { dash } else { deeper.as_str() };
        let mut lines = field.lines();
        let first = lines.next().unwrap_or_default();
        let rest = lines.map(|line| match line {
            "" => end.to_owned(),
            line => format!("{end}{indent}{deeper}{line}"),
        });
        format!("{indent}{lead}{first}{}{end}", rest.collect::<String>())
    });
    lines.collect()
}

/// Returns whether the record has all texts of its ledger in quotes.
fn quotes_text(text: &str, list: &str, index: &Index, items: usize) -> bool {
    let texts = (0..items).filter_map(|n| index.get(&format!("{list}[{n}].text")));
    let styles: Vec<bool> =
        texts.map(|node| text[node.value.clone()].starts_with(['"', '\''])).collect();
    !styles.is_empty() && styles.iter().all(|quoted| *quoted)
}

/// Returns the end of the last scalar in a list. The range of a block extends to what follows it.
pub(super) fn last_leaf(index: &Index, list: &Range<usize>) -> Option<usize> {
    let block = |style| matches!(style, Style::BlockMapping | Style::BlockList);
    let inside = index.nodes().iter().filter(|node| {
        !block(node.style) && node.value.start >= list.start && node.value.start < list.end
    });
    inside.map(|node| node.value.end.max(node.key.end + 1)).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fix::edits::apply;

    fn added(text: &str) -> String {
        let entry = Entry {
            date: "2024-05-01".into(),
            recorded: "2024-05-09".into(),
            state: "done".into(),
            text: "Xong: đủ".into(),
            evidence: vec!["bc-1".into(), "9.10".into()],
            ..Entry::default()
        };
        apply(text, vec![append(text, &entry).unwrap()])
    }

    #[test]
    fn an_extension_is_added_like_an_entry() {
        let extension = Extension {
            decided: "2024-05-01".into(),
            due: "{by: 2024-10-31}".into(),
            document: "cv-9".into(),
            ..Extension::default()
        };
        let added = |text: &str| apply(text, vec![extend(text, &extension).unwrap()]);
        assert_eq!(
            added("title: a\n"),
            "title: a\nextensions:\n  - decided: 2024-05-01\n    due: {by: 2024-10-31}\n    document: cv-9\n"
        );
        assert_eq!(
            added("extensions:\n  - {decided: 2024-04-01, due: 2024-05-01}\nlead: x\n"),
            "extensions:\n  - {decided: 2024-04-01, due: 2024-05-01}\n  - {decided: 2024-05-01, due: {by: 2024-10-31}, document: cv-9}\nlead: x\n"
        );
    }

    #[test]
    fn lines_of_a_text_stay_lines() {
        let text = "- Xã A: xong\n\n# 2: còn \"nợ\"";
        let entry = Entry { date: "2024-05-01".into(), text: text.into(), ..Entry::default() };
        let block =
            "  - date: 2024-05-01\n    text: |\n      - Xã A: xong\n\n      # 2: còn \"nợ\"\n";
        let added = |text: &str| apply(text, vec![append(text, &entry).unwrap()]);
        assert_eq!(added("title: a\n"), format!("title: a\nupdates:\n{block}"));
        let twice = added(&added("title: a\n"));
        assert_eq!(twice, format!("title: a\nupdates:\n{block}{block}"));
        let windows = added("title: a\r\n");
        assert_eq!(windows, format!("title: a\nupdates:\n{block}").replace('\n', "\r\n"));
        let flow = added("updates: [{date: 2024-04-01}]\n");
        assert!(flow.contains("text: \"- Xã A: xong\\n\\n# 2: còn \\\"nợ\\\"\"}]"), "{flow}");
    }

    #[test]
    fn an_entry_has_the_style_of_the_record() {
        const BLOCK: &str = "  - date: 2024-05-01\n    recorded: 2024-05-09\n    state: done\n    text: \"Xong: đủ\"\n    evidence: [bc-1, \"9.10\"]\n";
        const FLOW: &str = "{date: 2024-05-01, recorded: 2024-05-09, state: done, text: \"Xong: đủ\", evidence: [bc-1, \"9.10\"]}";
        for (before, after) in [
            ("title: a\n", format!("title: a\nupdates:\n{BLOCK}")),
            ("title: a", format!("title: a\nupdates:\n{BLOCK}")),
            ("updates: []\ntitle: a\n", format!("updates:\n{BLOCK}title: a\n")),
            ("updates: []  # sổ\ntitle: a\n", format!("updates:  # sổ\n{BLOCK}title: a\n")),
            ("updates:\n", format!("updates:\n{BLOCK}")),
            ("updates: # sổ\ntitle: a\n", format!("updates: # sổ\n{BLOCK}title: a\n")),
            (
                "updates:\n  - date: 2024-04-01\n    text: a # b\n\n# cuối\ntitle: a\n",
                format!("updates:\n  - date: 2024-04-01\n    text: a # b\n{BLOCK}\n# cuối\ntitle: a\n"),
            ),
            (
                "updates:\n  - {date: 2024-04-01}\n",
                format!("updates:\n  - {{date: 2024-04-01}}\n  - {FLOW}\n"),
            ),
            (
                "updates: [{date: 2024-04-01}]\n",
                format!("updates: [{{date: 2024-04-01}}, {FLOW}]\n"),
            ),
            (
                "updates:\n- date: 2024-04-01",
                "updates:\n- date: 2024-04-01\n- date: 2024-05-01\n  recorded: 2024-05-09\n  state: done\n  text: \"Xong: đủ\"\n  evidence: [bc-1, \"9.10\"]".to_owned(),
            ),
            (
                "updates:\r\n  - date: 2024-04-01\r\n",
                format!("updates:\r\n  - date: 2024-04-01\r\n{}", BLOCK.replace('\n', "\r\n")),
            ),
            (
                "updates:\n  - date: 2024-04-01\n    text: |\n      a\n\n      b\nlead: x\n",
                format!("updates:\n  - date: 2024-04-01\n    text: |\n      a\n\n      b\n{BLOCK}lead: x\n"),
            ),
        ] {
            assert_eq!(added(before), after, "{before}");
        }
    }

    #[test]
    fn ambiguous_scalars_are_quoted() {
        for (text, written) in [
            ("Đã xong", "Đã xong"),
            ("Kế hoạch: phần 1", "\"Kế hoạch: phần 1\""),
            ("đạt 50 % #1", "\"đạt 50 % #1\""),
            ("Đề án \"Một cửa\"", "Đề án \"Một cửa\""),
            ("\"Một cửa\" xong", "'\"Một cửa\" xong'"),
            ("123", "\"123\""),
            ("hai\ndòng", "\"hai\\ndòng\""),
            ("no", "\"no\""),
            ("- gạch", "\"- gạch\""),
        ] {
            assert_eq!(scalar(text, false), written);
        }
        assert_eq!((id("9.10"), id("so-a")), ("\"9.10\"".to_owned(), "so-a".to_owned()));
    }
}
