//! Diagnostics for the pages of the preview: the words of the terminal, in parts.

use super::Report;
use crate::diagnostic::Diagnostic;
use crate::serve::{ExcerptLine, ShownDiagnostic};
use crate::source::{SourceFile, Sources, Spot};

/// Number of lines shown before and after the diagnostic.
const AROUND: usize = 1;
/// Of a long line, so many characters stand on either side of the place.
const LONGEST: usize = 120;

/// Returns a diagnostic in the parts that a page shows.
pub(super) fn shown(
    report: &Report,
    diagnostic: &Diagnostic,
    sources: &Sources,
) -> ShownDiagnostic {
    let file = sources.get(diagnostic.place.file);
    let place = match diagnostic.place.spot {
        Spot::File => file.path.clone(),
        _ => {
            let position = diagnostic.position(sources);
            format!("{}:{}:{}", file.path, position.line, position.column)
        }
    };
    let suggestion = diagnostic.suggestion.as_ref();
    ShownDiagnostic {
        code: diagnostic.code,
        place,
        message: report.say(diagnostic, ""),
        label: report.say(diagnostic, ".label"),
        help: report.say(diagnostic, ".help"),
        suggestion: suggestion.map(|suggestion| {
            report.locale().format("did-you-mean", &[("suggestion", suggestion.into())])
        }),
        excerpt: excerpt(file, &diagnostic.place.spot),
    }
}

fn excerpt(file: &SourceFile, spot: &Spot) -> Vec<ExcerptLine> {
    if *spot == Spot::File || file.text.is_empty() {
        return Vec::new();
    }
    let range = file.range(spot);
    let hit = file.position(range.start).line;
    let mut start = 0;
    let mut lines = Vec::new();
    for (n, line) in file.text.split('\n').enumerate() {
        let (number, from) = (n + 1, start);
        start += line.len() + 1;
        if number + AROUND < hit {
            continue;
        }
        if number > hit + AROUND {
            break;
        }
        let cut = |at: usize| at.clamp(from, from + line.len()) - from;
        let (begin, end) = match number == hit {
            true => (cut(range.start), cut(range.end.max(range.start))),
            false => (line.len(), line.len()),
        };
        let part = |part: std::ops::Range<usize>| line.get(part).unwrap_or_default();
        let mut marked = super::visible(part(begin..end));
        if number == hit && marked.is_empty() {
            // A place without length, such as the end of a file.
            marked = "␣".to_owned();
        }
        lines.push(ExcerptLine {
            number,
            before: last(part(0..begin)),
            marked,
            after: first(part(end..line.len())),
        });
    }
    lines
}

/// The end of a text, if it is long.
fn last(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(LONGEST);
    let mark = if skipped > 0 { "…" } else { "" };
    format!(
        "{mark}{}",
        text.chars().skip(skipped).map(super::visible_character).collect::<String>()
    )
}

/// The beginning of a text, if it is long.
fn first(text: &str) -> String {
    let mark = if text.chars().count() > LONGEST { "…" } else { "" };
    let begun: String = text.chars().take(LONGEST).map(super::visible_character).collect();
    format!("{begun}{mark}")
}
