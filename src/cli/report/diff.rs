//! What would change in a file, line by line (the only file that knows the diff crate).

use similar::{ChangeTag, TextDiff};

use super::visible_character;

/// Unchanged lines shown around a change.
const CONTEXT: usize = 2;
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const CYAN: &str = "\u{1b}[36m";
const PLAIN: &str = "\u{1b}[0m";

/// The changed lines with those around them, with colours; what goes is shown with marks for
/// blanks that cannot be seen.
pub(super) fn render(before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut shown = String::new();
    for group in diff.grouped_ops(CONTEXT) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let (old, new) = (
            first.old_range().start..last.old_range().end,
            first.new_range().start..last.new_range().end,
        );
        shown.push_str(&format!(
            "{CYAN}@@ -{},{} +{},{} @@{PLAIN}\n",
            old.start + 1,
            old.len(),
            new.start + 1,
            new.len()
        ));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let line = change.value().trim_end_matches('\n');
            let line = match change.tag() {
                ChangeTag::Delete => format!("{RED}-{}{PLAIN}", marked(line)),
                ChangeTag::Insert => format!("{GREEN}+{}{PLAIN}", visible(line)),
                ChangeTag::Equal => format!(" {}", visible(line)),
            };
            shown.push_str(&line);
            shown.push('\n');
        }
    }
    shown
}

/// A line whose blanks at the end, tabs and special spaces can be seen.
fn marked(line: &str) -> String {
    let body = line.trim_end_matches([' ', '\t']);
    let blanks = line[body.len()..].replace(' ', "·");
    let body: String = body
        .chars()
        .map(|c| if c.is_whitespace() && !matches!(c, ' ' | '\t') { '⍽' } else { c })
        .collect();
    visible(&format!("{body}{blanks}").replace('\t', "→"))
}

/// A line that cannot steer the terminal.
fn visible(line: &str) -> String {
    line.chars().map(|c| if c == '\t' { c } else { visible_character(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_can_be_seen() {
        let text = render("a: 1\nb:\u{a0}2  \n\tc: 3\n", "a: 1\nb: 2\n  c: 3\n");
        let plain =
            [RED, GREEN, CYAN, PLAIN].iter().fold(text, |text, mark| text.replace(mark, ""));
        assert_eq!(plain, "@@ -1,3 +1,3 @@\n a: 1\n-b:⍽2··\n-→c: 3\n+b: 2\n+  c: 3\n");
    }
}
