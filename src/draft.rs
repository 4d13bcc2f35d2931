//! Reads a directive as it was sent, and drafts the first content folder for a person to correct.
//!
//! Rules and lists of words, no network: the same letter gives the same bytes. A value is found in
//! the letter or left out; a guess says what it was taken from. Nothing is mended: what looks like a
//! misprint is only pointed at.
//!
//! [`letter`](crate::letter) gives lines and tables. The lines before the first item are the head,
//! those behind the last one the foot. Between them, labels form a tree of items (`outline`). The text
//! of an item is cut into clauses, each of which assigns a task or says why not (`clauses`). A row of
//! a table of tasks is a task (`tables`). `write` turns the result into records.

mod agencies;
mod clauses;
mod deadlines;
mod documents;
mod header;
mod outline;
mod tables;
mod tasks;
mod words;
mod write;

use chrono::NaiveDate;

use crate::letter::{Block, Letter, Level, Line, Table};
use deadlines::Clock;

pub use agencies::{Agency, Register};
pub use clauses::Why;
pub use documents::Document;
pub use header::Header;
pub use outline::Priority;
pub use tasks::{Doubt, ListRow, ListTask, Task, list_task};
pub use write::{due_value, files};

/// What was drafted from a letter.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// What the letter says about itself.
    pub header: Header,
    /// The priorities in their order.
    pub priorities: Vec<Priority>,
    /// The agencies that lead or support tasks.
    pub agencies: Register,
    /// The documents that the letter cites.
    pub documents: Vec<Document>,
    /// The documents that its preamble cites.
    pub basis: Vec<usize>,
    /// The tasks in the order of their ids.
    pub tasks: Vec<Task>,
    /// Clauses that became no task.
    pub nothing: Vec<Nothing>,
    /// Lines that a portal added.
    pub dropped: Vec<Nothing>,
    /// Fonts from before Unicode whose text was converted.
    pub fonts: Vec<String>,
    /// Whether positions are lines of a text; otherwise they count paragraphs.
    pub is_text: bool,
}

/// A part of a letter that became no task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nothing {
    /// Its words.
    pub text: String,
    /// Why; `None` for a line of a portal.
    pub why: Option<Why>,
    /// Its position: see [`Draft::is_text`].
    pub at: usize,
}

/// A line or a table of tasks, in the order of the letter.
#[derive(Clone, Copy, Debug)]
enum Piece<'a> {
    Line(&'a Line),
    Table(&'a Table),
}

/// Drafts the records of a letter.
pub fn read(letter: &Letter) -> Draft {
    let laid_out = flattened(letter);
    let pieces: Vec<Piece<'_>> = laid_out
        .iter()
        .map(|block| match block {
            Block::Line(line) => Piece::Line(line),
            Block::Table(table) => Piece::Table(table),
        })
        .collect();
    let zones = Zones::find(&pieces);
    let lines =
        |range: std::ops::Range<usize>| -> Vec<&Line> { lines_of(&pieces[range]).collect() };
    let all: Vec<&str> = lines(0..pieces.len()).iter().map(|line| line.text.as_str()).collect();
    let head = lines(0..zones.body);
    let mut header = header::head(&head, &all.join("\n"));
    header.date = header.date.or_else(|| dropped_date(letter));
    header.recipients = header::addressees(&head).0;
    header::foot(&lines(zones.foot..zones.annex), &mut header);
    let clock = Clock { letter: header.date, period: header.period };
    let mut draft = Draft {
        header,
        fonts: letter.fonts.clone(),
        is_text: letter.is_text,
        dropped: letter
            .dropped
            .iter()
            .map(|line| Nothing { text: line.text.clone(), why: None, at: line.at })
            .collect(),
        ..Draft::default()
    };
    let mut collector = tasks::Collector::new(clock, letter, draft.header.number.as_deref());
    collector.preamble(&head);
    let mut outline = outline::Outline::default();
    let body = &pieces[zones.body..zones.foot];
    let annex = &pieces[zones.annex..];
    // The items of an annex count if the letter itself assigns nothing, as a decision that issues a
    // plan.
    for part in [body, annex] {
        lines_of(part).for_each(|line| collector.cited(line));
        let has_tasks = !collector.found.is_empty();
        let first = outline.read(part, has_tasks);
        collector.items(&outline, first);
    }
    collector.finish(&outline, &mut draft);
    // Headings in capitals are read as sentences; names keep the form that the letter gives them.
    let whole = all.join("\n");
    let titles = draft.priorities.iter_mut().map(|priority| &mut priority.title);
    for title in titles.chain(draft.header.subject.iter_mut()) {
        if header::is_capitals(title) {
            *title = header::proper(title, &whole);
        }
    }
    draft
}

fn lines_of<'a>(pieces: &'a [Piece<'a>]) -> impl Iterator<Item = &'a Line> {
    pieces.iter().filter_map(|piece| match piece {
        Piece::Line(line) => Some(*line),
        Piece::Table(_) => None,
    })
}

/// Turns tables that only lay out text into lines, column by column.
fn flattened(letter: &Letter) -> Vec<Block> {
    let mut blocks = Vec::new();
    for block in &letter.blocks {
        let Block::Table(table) = block else {
            blocks.push(block.clone());
            continue;
        };
        if tables::is_of_tasks(table) {
            blocks.push(block.clone());
            continue;
        }
        let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        if table.rows.len() == 1 || width <= 2 {
            for column in 0..width {
                let mut first = true;
                for cell in table
                    .rows
                    .iter()
                    .filter_map(|row| row.get(column))
                    .filter(|cell| !cell.continues)
                {
                    for line in &cell.lines {
                        let mut line = line.clone();
                        line.gap |= std::mem::take(&mut first);
                        blocks.push(Block::Line(line));
                    }
                }
            }
        }
    }
    blocks
}

/// Reads “Ngày ban hành: …” among the lines of a portal. The day of a page, “Ngày đăng”, is never
/// that of a letter.
fn dropped_date(letter: &Letter) -> Option<NaiveDate> {
    let lines: Vec<&Line> =
        letter.dropped.iter().filter(|line| line.text.starts_with("Ngày ban hành")).collect();
    header::head(&lines, "").date
}

/// Where the parts of a letter begin.
struct Zones {
    body: usize,
    foot: usize,
    annex: usize,
}

impl Zones {
    fn find(pieces: &[Piece<'_>]) -> Self {
        let line = |at: usize| match pieces.get(at) {
            Some(Piece::Line(line)) => Some(*line),
            _ => None,
        };
        let end = pieces.len();
        let addressed = (0..end)
            .find(|at| {
                line(*at).is_some_and(|line| line.text.to_lowercase().starts_with("kính gửi"))
            })
            .unwrap_or(0);
        let is_foot = |at: usize| {
            line(at).is_some_and(|line| {
                header::is_sent_to(&line.text)
                    || line.label.is_none() && header::is_signing(&line.text)
            })
        };
        let first_item = (addressed..end).find(|at| {
            line(*at).is_some_and(|line| {
                line.label.as_ref().is_some_and(|label| {
                    !label.level.is_bullet()
                        && label.value == 1
                        && (!line.text.is_empty()
                            || matches!(label.level, Level::Part | Level::Article))
                })
            })
        });
        // The names of offices in a head are in capitals too.
        let sent_to =
            (0..end).find(|at| line(*at).is_some_and(|line| header::is_sent_to(&line.text)));
        let body = match first_item {
            Some(item) if sent_to.is_none_or(|sent| item < sent) => item,
            _ => unnumbered(pieces, addressed, sent_to.unwrap_or(end)),
        };
        let foot = (body..end).find(|at| is_foot(*at)).unwrap_or(end);
        let annex = (foot..end).find(|at| match &pieces[*at] {
            Piece::Table(_) => true,
            Piece::Line(line) => {
                crate::vietnamese::fold(&line.text).starts_with("phu luc")
                    || line.label.is_none() && is_kind(&line.text)
            }
        });
        Zones { body, foot, annex: annex.unwrap_or(end).max(foot) }
    }
}

fn is_kind(text: &str) -> bool {
    header::is_capitals(text)
        && ["KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN", "QUY CHẾ", "DANH MỤC"]
            .iter()
            .any(|kind| text.starts_with(kind))
}

/// Returns where the body of a letter without numbered items begins: behind the line that leads in.
fn unnumbered(pieces: &[Piece<'_>], from: usize, end: usize) -> usize {
    let leads_in = |at: &usize| matches!(pieces[*at], Piece::Line(line) if line.text.ends_with(':') && line.text.chars().count() > 60);
    if let Some(at) = (from..end).find(leads_in) {
        return at + 1;
    }
    let is_long = |at: &usize| matches!(pieces[*at], Piece::Line(line) if line.label.is_none() && line.text.chars().count() > 120);
    match (from..end).find(is_long) {
        Some(at) if end > at + 1 => at + 1,
        Some(at) => at,
        None => end,
    }
}
