//! Adds a measured value to a target of a task's record, in the style of its file.

use super::entry::{front, last_leaf};
use crate::content::records::TaskRecord;
use crate::content::yaml;
use crate::diagnostic::Edit;
use crate::source::{FileId, Style};

/// A value as it is written into a record.
#[derive(Clone, Debug)]
pub struct Measured {
    /// The index of the target in the record.
    pub target: usize,
    /// The day.
    pub date: String,
    /// The day on which it is recorded, if that is another one; else empty.
    pub recorded: String,
    /// The figure, or the part of `of`, as YAML.
    pub value: String,
    /// The whole; may be empty.
    pub of: String,
}

impl Measured {
    /// The path of the list that the value belongs to.
    pub fn path(&self) -> String {
        format!("targets[{}].values", self.target)
    }

    fn written(&self) -> String {
        let mut fields = vec![format!("date: {}", self.date)];
        fields.extend((!self.recorded.is_empty()).then(|| format!("recorded: {}", self.recorded)));
        fields.push(format!("value: {}", self.value));
        fields.extend((!self.of.is_empty()).then(|| format!("of: {}", self.of)));
        format!("{{{}}}", fields.join(", "))
    }
}

/// Returns the edit that adds a value at the end of the values of its target. `None` if the YAML has
/// a style that only its author should continue.
pub fn append(text: &str, value: &Measured) -> Option<Edit> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (_, index, _) = yaml::read::<TaskRecord>(text, start..text.len(), FileId::nth(0));
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let item = value.written();
    let insert = |at: usize, text: String| Some(Edit { range: at..at, text });
    let below = |leaf: usize, line: String| {
        let leaf = text[..leaf].trim_end().len();
        match text[leaf..].find('\n') {
            Some(at) => insert(leaf + at + 1, format!("{line}{end}")),
            None => insert(text.len(), format!("{end}{line}{end}")),
        }
    };
    let path = value.path();
    if let Some(list) = index.get(&path) {
        let last = index.inside(&path).last();
        return match (list.style, last) {
            (Style::FlowList, Some(last)) => insert(last.value.end, format!(", {item}")),
            (Style::FlowList, None) => {
                Some(Edit { range: list.value.clone(), text: format!("[{item}]") })
            }
            (Style::BlockList, Some(last)) => {
                let (indent, dash) = front(&text[start..], last.value.start - start)?;
                below(last_leaf(&index, &list.value)?, format!("{indent}{dash}{item}"))
            }
            _ => None,
        };
    }
    let path = format!("targets[{}]", value.target);
    let target = index.get(&path)?;
    match target.style {
        Style::FlowMapping => {
            let inside = text[..target.value.end].strip_suffix('}')?.trim_end().len();
            insert(inside, format!(", values: [{item}]"))
        }
        Style::BlockMapping => {
            let first = index.inside(&path).next()?;
            let line = text[..first.key.start].rfind('\n').map_or(0, |at| at + 1);
            let indent = " ".repeat(text[line..first.key.start].chars().count());
            below(last_leaf(&index, &target.value)?, format!("{indent}values: [{item}]"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fix::{apply, says_the_same_and_more};

    #[test]
    fn a_value_follows_the_style_of_its_target() {
        let value = |figure: &str, of: Option<&str>| Measured {
            target: 0,
            date: "2024-05-01".into(),
            recorded: String::new(),
            value: figure.to_owned(),
            of: of.unwrap_or_default().to_owned(),
        };
        for (text, value, wanted) in [
            (
                "targets: [{title: A, at_least: 1}]\nkind: duty\n",
                value("98", Some("120")),
                "targets: [{title: A, at_least: 1, values: [{date: 2024-05-01, value: 98, of: 120}]}]\nkind: duty\n",
            ),
            (
                "targets:\n  - title: A\n    at_least: 1 # mức\nkind: duty\n",
                value("13.67", None),
                "targets:\n  - title: A\n    at_least: 1 # mức\n    values: [{date: 2024-05-01, value: 13.67}]\nkind: duty\n",
            ),
            (
                "targets:\n- title: A\n  at_least: 1\n  values:\n  - date: 2024-04-01\n    value: 3\n",
                value("\"0,125\"", None),
                "targets:\n- title: A\n  at_least: 1\n  values:\n  - date: 2024-04-01\n    value: 3\n  - {date: 2024-05-01, value: \"0,125\"}\n",
            ),
            (
                "targets:\n  - {title: A, at_least: 1, values: [{date: 2024-04-01, value: 3}]}",
                value("4", None),
                "targets:\n  - {title: A, at_least: 1, values: [{date: 2024-04-01, value: 3}, {date: 2024-05-01, value: 4}]}",
            ),
            (
                "targets:\n  - {title: A, at_least: 1, values: []}\n",
                value("4", None),
                "targets:\n  - {title: A, at_least: 1, values: [{date: 2024-05-01, value: 4}]}\n",
            ),
        ] {
            let edit = append(text, &value).unwrap();
            let longer = apply(text, vec![edit]);
            assert_eq!(longer, wanted);
            assert!(says_the_same_and_more(text, &longer, &value.path()), "{text}");
        }
    }
}
