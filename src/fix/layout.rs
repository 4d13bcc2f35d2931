//! Fixes the layout of YAML: trailing blanks and tabs in the indentation.

use std::ops::Range;

use super::edits::yaml_part;
use crate::content::files::FileKind;
use crate::content::{read_alone, yaml};
use crate::diagnostic::{Edit, Severity};
use crate::source::{SourceFile, Style};

/// Returns the edits that remove trailing blanks outside of values. Those inside may be part of a
/// text.
pub(super) fn trailing_blanks(source: &SourceFile, part: Option<Range<usize>>) -> Vec<Edit> {
    let Some(part) = part else { return Vec::new() };
    let values: Vec<&Range<usize>> = (source.index.nodes().iter())
        .filter(|node| matches!(node.style, Style::Plain | Style::Quoted))
        .map(|node| &node.value)
        .collect();
    let mut edits = Vec::new();
    let mut at = part.start;
    for line in source.text[part].split_inclusive('\n') {
        let body = line.strip_suffix('\n').unwrap_or(line);
        let blanks = at + body.trim_end_matches([' ', '\t']).len()..at + body.len();
        at += line.len();
        // Only the last value that begins before the blanks can contain them.
        let before = values.partition_point(|value| value.start <= blanks.start);
        let inside = before > 0 && values[before - 1].end > blanks.start;
        if !blanks.is_empty() && !inside {
            edits.push(Edit { range: blanks, text: String::new() });
        }
    }
    edits
}

/// The widths that a tab may have had, in spaces.
const WIDTHS: [usize; 6] = [2, 4, 8, 1, 3, 6];

/// Replaces the tabs that indent lines by spaces, if the result is unambiguous.
///
/// Every width of a tab is tried. The readings with the fewest errors and then the most values must
/// all have the same values.
pub(super) fn without_tabs(kind: FileKind, text: &str) -> Option<String> {
    let part = yaml_part(kind, text)?;
    let mut candidates: Vec<String> =
        WIDTHS.iter().map(|width| indented(text, &part, Tab::Spaces(*width))).collect();
    candidates.push(indented(text, &part, Tab::AsAbove));
    let mut readings = Vec::new();
    for candidate in candidates {
        let errors = read_alone(kind, &candidate).1.count(Severity::Error);
        let part = yaml_part(kind, &candidate)?;
        if let Some(values) = yaml::values(&candidate[part]) {
            readings.push((errors, values, candidate));
        }
    }
    let fewest = readings.iter().map(|(errors, ..)| *errors).min()?;
    readings.retain(|(errors, ..)| *errors == fewest);
    // A line that can be a known key is one, and not part of the text above it.
    let most = readings.iter().map(|(_, values, _)| values.len()).max()?;
    readings.retain(|(_, values, _)| values.len() == most);
    let (_, values, first) = readings.first()?;
    readings.iter().all(|(_, other, _)| other == values).then(|| first.clone())
}

/// What a tab in the indentation stands for.
#[derive(Clone, Copy)]
enum Tab {
    /// A number of spaces.
    Spaces(usize),
    /// The indentation of the line above; below `- key:`, that of the key.
    AsAbove,
}

fn indented(text: &str, part: &Range<usize>, tab: Tab) -> String {
    let mut fixed = text[..part.start].to_owned();
    let mut above = 0;
    for line in text[part.clone()].split_inclusive('\n') {
        let body = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - body.len()];
        let blank = body.trim().is_empty();
        if blank || !indent.contains('\t') {
            fixed.push_str(indent);
        } else {
            let width = match tab {
                Tab::Spaces(width) => {
                    indent.chars().map(|c| if c == '\t' { width } else { 1 }).sum()
                }
                Tab::AsAbove => above,
            };
            fixed.extend(std::iter::repeat_n(' ', width));
        }
        fixed.push_str(body);
        if !blank {
            let written = fixed.lines().next_back().unwrap_or_default();
            let key = written.trim_start_matches([' ', '\t']);
            let dash = if key.starts_with("- ") { 2 } else { 0 };
            above = written.len() - key.len() + dash;
        }
    }
    fixed.push_str(&text[part.end..]);
    fixed
}
