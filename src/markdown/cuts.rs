//! Takes out of a source what is not part of its text: HTML comments, and the blanks that a word
//! processor puts before the first line of a paragraph.
//!
//! A comment is a remark between authors. Four blanks or a tab would turn a paragraph into code,
//! with dead links inside; whoever wants code has fences. Both are found by the parser itself, so
//! that what stands in code stays. The source is then parsed again without them, and every range
//! is converted back to the source as it was typed.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

/// An event of the parser and its range.
type Located<'a> = (Event<'a>, Range<usize>);

/// Part of a source that is not parsed.
pub(super) struct Cut {
    pub(super) range: Range<usize>,
    pub(super) is_comment: bool,
}

/// A source without its cuts.
pub(super) struct CutText<'s> {
    source: &'s str,
    /// The text that is left.
    pub(super) text: String,
    /// The removed ranges of the source, sorted.
    removed: Vec<Range<usize>>,
    /// For each removed range, its position in `text` and the number of bytes removed up to its end.
    shifts: Vec<(usize, usize)>,
}

impl<'s> CutText<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        CutText { source, text: source.to_owned(), removed: Vec::new(), shifts: Vec::new() }
    }

    /// Removes more. The ranges are those of `text` so far.
    pub(super) fn cut(&mut self, cuts: &[Cut]) {
        let cuts: Vec<_> = cuts.iter().map(|cut| self.original(&cut.range)).collect();
        self.removed.extend(cuts);
        self.removed.sort_by_key(|range| range.start);
        self.removed.dedup_by(|next, before| {
            let joined = next.start <= before.end;
            before.end = if joined { before.end.max(next.end) } else { before.end };
            joined
        });
        self.text.clear();
        self.shifts.clear();
        let mut at = 0;
        for range in &self.removed {
            self.text.push_str(&self.source[at..range.start]);
            at = range.end;
            self.shifts.push((self.text.len(), at - self.text.len()));
        }
        self.text.push_str(&self.source[at..]);
    }

    /// Converts a range of the text to the source.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let before = |count: usize| count.checked_sub(1).map_or(0, |last| self.shifts[last].1);
        let start = range.start + before(self.shifts.partition_point(|(at, _)| *at <= range.start));
        let end = range.end + before(self.shifts.partition_point(|(at, _)| *at < range.end));
        start..end.max(start)
    }

    /// Converts an event to the source. Text around a cut becomes several events.
    pub(super) fn original_events(&self, (event, range): Located<'_>) -> Vec<Located<'static>> {
        let event = event.into_static();
        let Event::Text(text) = &event else { return vec![(event, self.original(&range))] };
        let first = self.shifts.partition_point(|(at, _)| *at <= range.start);
        let last = self.shifts.partition_point(|(at, _)| *at < range.end);
        if first >= last || text.len() != range.len() {
            return vec![(event, self.original(&range))];
        }
        let mut from = range.start;
        let ends = self.shifts[first..last].iter().map(|(at, _)| *at).chain([range.end]);
        let piece = |end: usize| {
            let piece = from..end;
            from = end;
            let text = text[piece.start - range.start..piece.end - range.start].to_owned();
            (Event::Text(text.into()), self.original(&piece))
        };
        ends.map(piece).collect()
    }
}

/// Finds what has to be cut. With `is_first`, lines that are indented together stay indented
/// against each other.
pub(super) fn find(text: &str, events: &[Located<'_>], is_first: bool) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some((event, range)) = events.get(at) {
        match event {
            Event::InlineHtml(html) if html.starts_with("<!--") && html.ends_with("-->") => {
                cuts.push(Cut { range: range.clone(), is_comment: true });
            }
            Event::Start(Tag::HtmlBlock) => comments_of_block(text, range, &mut cuts),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                let inside = events[at + 1..].iter();
                let lines: Vec<_> = inside
                    .take_while(|(event, _)| *event != Event::End(TagEnd::CodeBlock))
                    .filter(|(_, range)| !text[range.clone()].trim().is_empty())
                    .map(|(_, range)| range.start)
                    .collect();
                at += lines.len();
                dedent(text, &lines, is_first, &mut cuts);
            }
            _ => {}
        }
        at += 1;
    }
    cuts
}

/// Finds the closed comments of an HTML block, with their lines if nothing else stands there.
fn comments_of_block(text: &str, block: &Range<usize>, cuts: &mut Vec<Cut>) {
    let mut from = block.start;
    while let Some(start) = text[from..block.end].find("<!--").map(|n| from + n) {
        // `<!-->` is a whole comment.
        let Some(end) = text[start + 2..block.end].find("-->").map(|n| start + n + 5) else {
            return;
        };
        from = end;
        let line = text[..start].rfind('\n').map_or(0, |n| n + 1);
        let rest = text[end..].find('\n').map_or(text.len(), |n| end + n + 1);
        let is_alone = text[line..start].trim().is_empty() && text[end..rest].trim().is_empty();
        let range = if is_alone && rest <= block.end { line..rest } else { start..end };
        cuts.push(Cut { range, is_comment: true });
    }
}

/// Removes the indentation that turns lines into code. Each line is given by the byte at which its
/// code begins.
fn dedent(text: &str, lines: &[usize], is_first: bool, cuts: &mut Vec<Cut>) {
    struct Line {
        blanks: Range<usize>,
        /// The columns at which the blanks begin and end.
        from: usize,
        width: usize,
        /// The column that the block around the code requires.
        required: usize,
    }
    let is_blank = |c: char| matches!(c, ' ' | '\t');
    let lines = lines.iter().map(|at| {
        let start = text[..*at].rfind('\n').map_or(0, |n| n + 1);
        let blanks = start + text[start..*at].trim_end_matches(is_blank).len()
            ..text.len() - text[*at..].trim_start_matches(is_blank).len();
        let from = columns(0, &text[start..blanks.start]);
        let width = columns(from, &text[blanks.clone()]);
        let required = columns(from, &text[blanks.start..*at]).saturating_sub(4);
        Line { blanks, from, width, required }
    });
    let lines: Vec<_> = lines.collect();
    let common = lines.iter().map(|line| line.width - line.required).min().unwrap_or(0);
    for Line { blanks, from, width, required } in lines {
        let kept = if is_first { width - common } else { required };
        let (mut column, mut end) = (from, blanks.start);
        while column < kept && end < blanks.end {
            column = columns(column, &text[end..=end]);
            end += 1;
        }
        cuts.push(Cut { range: end..blanks.end, is_comment: false });
    }
}

/// Returns the column after a text that begins in a column, counted from 0.
fn columns(from: usize, text: &str) -> usize {
    text.chars().fold(from, |column, c| if c == '\t' { column / 4 * 4 + 4 } else { column + 1 })
}
