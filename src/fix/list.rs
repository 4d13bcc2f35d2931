//! Adds items to a list of a record, in the style of its file.

use serde::de::DeserializeOwned;

use super::entry::{front, last_leaf};
use crate::content::yaml;
use crate::diagnostic::Edit;
use crate::source::{FileId, Node, Style};

/// Returns the edit that adds items at the end of the list at `path`: a key of the record, or the
/// empty path where the whole file is the list. Each item is the lines of a mapping without
/// indentation. `None` if the YAML has a style that only its author should continue.
pub fn append<T: DeserializeOwned>(text: &str, path: &str, items: &[String]) -> Option<Edit> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (_, index, _) = yaml::read::<T>(text, start..text.len(), FileId::nth(0));
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { end };
    let at_end = |front: &str, indent: &str| {
        let item = written(items, indent, "- ", end);
        Some(Edit { range: text.len()..text.len(), text: format!("{gap}{front}{item}") })
    };
    let Some(list) = index.get(path) else {
        let root_is_open = index.get("").is_none_or(|root| root.style == Style::BlockMapping);
        return match path {
            "" => at_end("", ""),
            key if root_is_open => at_end(&format!("{key}:{end}"), "  "),
            _ => None,
        };
    };
    let inside: Vec<&Node> = index.inside(path).collect();
    match (list.style, inside.last()) {
        (Style::BlockList, Some(last)) => {
            let (indent, dash) = front(&text[start..], last.value.start - start)?;
            let leaf = last_leaf(&index, &list.value)?;
            let leaf = text[..leaf].trim_end().len();
            let line_end = text[leaf..].find('\n').map(|at| leaf + at + 1);
            let parted = is_parted(text, &inside);
            let mut item = String::new();
            for one in items {
                item.push_str(if parted { end } else { "" });
                item.push_str(&written(std::slice::from_ref(one), indent, dash, end));
            }
            match line_end {
                Some(at) => Some(Edit { range: at..at, text: item }),
                None => Some(Edit { range: text.len()..text.len(), text: format!("{gap}{item}") }),
            }
        }
        // A list of days goes on between its brackets.
        (Style::FlowList, Some(last)) if items.iter().all(|item| is_word(item)) => {
            let at = last.value.start + text[last.value.clone()].trim_end().len();
            Some(Edit { range: at..at, text: format!(", {}", items.join(", ")) })
        }
        (Style::FlowList, None) if path.is_empty() => {
            let item = written(items, "", "- ", end);
            Some(Edit { range: list.value.clone(), text: item.trim_end().to_owned() })
        }
        (Style::FlowList, None) => {
            let item = written(items, "  ", "- ", end);
            let from = list.key.end + 1;
            Some(Edit { range: from..list.value.end, text: format!("{end}{}", item.trim_end()) })
        }
        (Style::Plain, _) if text[list.value.clone()].trim().is_empty() && !path.is_empty() => {
            let item = written(items, "  ", "- ", end);
            let at = text[list.key.end..].find('\n').map(|at| list.key.end + at + 1);
            match at {
                Some(at) => Some(Edit { range: at..at, text: item }),
                None => at_end("", "  "),
            }
        }
        _ => None,
    }
}

/// Whether an item is a word that stands between brackets as it is.
fn is_word(item: &str) -> bool {
    item.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether an empty line parts the last two items of a list.
fn is_parted(text: &str, items: &[&Node]) -> bool {
    let [.., before, last] = items else { return false };
    let between = &text[before.value.start..last.value.start];
    between.contains("\n\n") || between.contains("\n\r\n")
}

/// Writes items below each other.
fn written(items: &[String], indent: &str, dash: &str, end: &str) -> String {
    let inner = " ".repeat(indent.len() + dash.len());
    let mut text = String::new();
    for item in items {
        for (n, line) in item.lines().enumerate() {
            let front = if n == 0 { format!("{indent}{dash}") } else { inner.clone() };
            text.push_str(&format!("{front}{line}{end}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::records::{AgencyRecord, SiteRecord};
    use crate::fix::apply;

    fn grown(text: &str) -> Option<String> {
        let items = ["id: b\nname: B".to_owned()];
        let edit = append::<Vec<AgencyRecord>>(text, "", &items)?;
        Some(apply(text, vec![edit]))
    }

    #[test]
    fn items_follow_the_style_of_the_list() {
        for (text, wanted) in [
            ("", "- id: b\n  name: B\n"),
            ("[]\n", "- id: b\n  name: B\n"),
            ("# Cơ quan\n", "# Cơ quan\n- id: b\n  name: B\n"),
            ("- id: a\n  name: A", "- id: a\n  name: A\n- id: b\n  name: B\n"),
            (
                "- {id: a, name: A} # đầu\n# cuối\n",
                "- {id: a, name: A} # đầu\n- id: b\n  name: B\n# cuối\n",
            ),
            (
                "- id: a\n  name: A\n\n- id: c\n  name: C\n",
                "- id: a\n  name: A\n\n- id: c\n  name: C\n\n- id: b\n  name: B\n",
            ),
            (
                "-   id: a\r\n    name: A\r\n",
                "-   id: a\r\n    name: A\r\n-   id: b\r\n    name: B\r\n",
            ),
        ] {
            assert_eq!(grown(text).as_deref(), Some(wanted), "{text:?}");
        }
        assert_eq!(grown("[{id: a, name: A}]\n"), None);
        let periods = |text: &str| {
            let items = ["2025-04-30".to_owned()];
            let edit = append::<SiteRecord>(text, "periods", &items)?;
            Some(apply(text, vec![edit]))
        };
        for (text, wanted) in [
            (
                "periods: [2025-01-31, 2025-03-31] # mốc\n",
                "periods: [2025-01-31, 2025-03-31, 2025-04-30] # mốc\n",
            ),
            ("periods: []\n", "periods:\n  - 2025-04-30\n"),
            ("periods:\n  - 2025-03-31\n", "periods:\n  - 2025-03-31\n  - 2025-04-30\n"),
            ("title: a\n", "title: a\nperiods:\n  - 2025-04-30\n"),
        ] {
            assert_eq!(periods(text).as_deref(), Some(wanted), "{text:?}");
        }
    }
}
