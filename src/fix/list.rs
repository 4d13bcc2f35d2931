//! Adds a record to a list of records, in the style of the list.

use crate::content::yaml;
use crate::diagnostic::Edit;
use crate::source::{FileId, Style};

/// Returns the edit that adds a record at the end of a list such as `documents.yaml`, or `None` if
/// its YAML has a style that only its author should continue.
///
/// The fields are keys with values in YAML, the empty ones left out. Records are parted by an empty line if
/// the last two are, or if there are fewer.
pub fn append(text: &str, fields: &[(&str, String)]) -> Option<Edit> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let (_, index, _) =
        yaml::read::<Vec<serde::de::IgnoredAny>>(text, start..text.len(), FileId::nth(0));
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let written = fields.iter().filter(|(_, value)| !value.is_empty());
    let lines = written.enumerate().map(|(n, (key, value))| {
        let lead = if n == 0 { "- " } else { "  " };
        format!("{lead}{key}: {value}{end}")
    });
    let item: String = lines.collect();
    let items = (0..).map_while(|n| index.get(&format!("[{n}]"))).collect::<Vec<_>>();
    let Some(last) = items.last() else {
        // A file of comments, or an empty one.
        let only_comments = |line: &str| line.trim().is_empty() || line.trim().starts_with('#');
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { end };
        let all = text[start..].lines().all(only_comments);
        return all.then(|| Edit { range: text.len()..text.len(), text: format!("{gap}{item}") });
    };
    let line = text[..last.value.start].rfind('\n').map_or(start, |at| at + 1);
    let is_record = matches!(last.style, Style::BlockMapping | Style::FlowMapping);
    if !is_record || &text[line..last.value.start] != "- " {
        return None;
    }
    let parted = items.len() < 2 || {
        let before = text[..line].trim_end_matches([' ', '\t']);
        before.ends_with("\n\n") || before.ends_with("\n\r\n")
    };
    let body = text.trim_end();
    let gap = if parted { format!("{end}{end}") } else { end.to_owned() };
    Some(Edit { range: body.len()..text.len(), text: format!("{gap}{item}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fix::edits::apply;

    fn added(text: &str) -> Option<String> {
        let fields =
            [("id", "bc-52"), ("symbol", "52/BC-SCT"), ("date", ""), ("title", "\"Đủ: 1\"")];
        let fields = fields.map(|(key, value)| (key, value.to_owned()));
        append(text, &fields).map(|edit| apply(text, vec![edit]))
    }

    #[test]
    fn a_record_has_the_style_of_its_list() {
        const ITEM: &str = "- id: bc-52\n  symbol: 52/BC-SCT\n  title: \"Đủ: 1\"\n";
        for (before, after) in [
            ("", ITEM.to_owned()),
            ("# Văn bản\n", format!("# Văn bản\n{ITEM}")),
            ("- id: a\n  title: A\n", format!("- id: a\n  title: A\n\n{ITEM}")),
            ("- id: a\n\n- id: b\n\n", format!("- id: a\n\n- id: b\n\n{ITEM}")),
            ("- id: a\n- id: b\n", format!("- id: a\n- id: b\n{ITEM}")),
            (
                "- id: a\r\n\r\n- id: b",
                format!("- id: a\n\n- id: b\n\n{ITEM}").replace('\n', "\r\n"),
            ),
        ] {
            assert_eq!(added(before).as_deref(), Some(after.as_str()), "{before}");
        }
        let beside = added("- {id: a}\n- {id: b}\n").unwrap();
        assert_eq!(beside, format!("- {{id: a}}\n- {{id: b}}\n{ITEM}"));
        for odd in ["[{id: a}]\n", "- a\n", "  - id: a\n"] {
            assert_eq!(added(odd), None, "{odd}");
        }
    }
}
