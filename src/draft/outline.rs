//! Orders the items of a letter by their labels, and finds which of them are the priorities.

use std::collections::BTreeSet;

use super::Piece;
use super::agencies::{self, Names};
use super::clauses::{self, Role};
use super::tables;
use super::words::{SECTIONS_NONE, SECTIONS_OPEN, bare, tokens};
use crate::letter::{Label, Level, Line, Table};
use crate::vietnamese::fold;

/// A priority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Priority {
    /// Its id.
    pub id: String,
    /// Its number as printed, if that is not its id.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Whether the title was made from the words of a task.
    pub is_guess: bool,
    /// Its item, if it has one.
    pub(super) item: Option<usize>,
}

/// An item: a paragraph with what stands below it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) label: Option<Label>,
    pub(super) line: Line,
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) is_heading: bool,
    /// The heading, if the item has one of its own or in front of its text.
    pub(super) title: Option<String>,
    /// The byte at which running text begins.
    pub(super) text_from: usize,
    /// Who leads everything in the item.
    pub(super) lead: Option<Names>,
    pub(super) lead_words: Option<String>,
    pub(super) support: Names,
    /// Whether the item holds no tasks.
    pub(super) is_none: bool,
}

/// The items of a part of a letter.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) items: Vec<Item>,
    /// Tables, each with the item in which it stands, and whether it stands in an annex.
    pub(super) tables: Vec<(Option<usize>, Table, bool)>,
    /// The title in front of the first table.
    pub(super) heading: Option<String>,
}

/// The key under which a column of a table, or a line below a task, says what it holds.
pub(super) use tables::attribute;

impl Outline {
    /// Reads lines and tables. With `only_tables`, lines count only as titles of tables. Returns the
    /// first new item.
    pub(super) fn read(&mut self, pieces: &[Piece<'_>], only_tables: bool) -> usize {
        let outline = self;
        let first = outline.items.len();
        let is_annex = first > 0;
        let mut stack: Vec<(Option<Level>, usize)> = Vec::new();
        // The head of an annex is no item.
        let is_item = |piece: &Piece<'_>| matches!(piece, Piece::Line(line) if line.label.as_ref().is_some_and(|label| !label.level.is_bullet()));
        let items =
            if is_annex { pieces.iter().position(is_item).unwrap_or(pieces.len()) } else { 0 };
        for (n, piece) in pieces.iter().enumerate() {
            let only_tables = only_tables || n < items;
            match piece {
                Piece::Table(table) => {
                    let item = stack
                        .iter()
                        .rev()
                        .find(|(level, _)| level.is_some_and(|level| !level.is_bullet()));
                    outline.tables.push((item.map(|(_, item)| *item), (*table).clone(), is_annex));
                }
                Piece::Line(line) if only_tables => {
                    let is_title = line.label.is_none()
                        && super::header::is_capitals(&line.text)
                        && !fold(&line.text).starts_with("phu luc");
                    if is_title && outline.tables.is_empty() {
                        outline.heading = Some(line.text.clone());
                    }
                }
                Piece::Line(line) => {
                    outline.add(line, &mut stack);
                }
            }
        }
        outline.describe(first);
        first
    }

    fn add(&mut self, line: &Line, stack: &mut Vec<(Option<Level>, usize)>) {
        let level = line.label.as_ref().map(|label| label.level);
        // “Phần II” stands alone, and its heading below it.
        if level.is_none()
            && let Some(last) = self.items.last_mut()
            && last.line.text.is_empty()
            && last.label.is_some()
        {
            last.line.text.clone_from(&line.text);
            last.line.marks.clone_from(&line.marks);
            return;
        }
        match level {
            None => {
                while stack.last().is_some_and(|(level, _)| level.is_none_or(Level::is_bullet)) {
                    stack.pop();
                }
            }
            Some(level) => {
                if let Some(at) = stack.iter().position(|(there, _)| *there == Some(level)) {
                    stack.truncate(at);
                }
                // `1.1` below `1`, never below a letter or bullet.
                if let Level::Number(_) | Level::Roman | Level::Article | Level::Part = level {
                    while stack.last().is_some_and(|(there, _)| {
                        there.is_none_or(super::super::letter::label::Level::is_bullet)
                    }) {
                        stack.pop();
                    }
                }
            }
        }
        let parent = stack.last().map(|(_, item)| *item);
        let at = self.items.len();
        if let Some(parent) = parent {
            self.items[parent].children.push(at);
        }
        self.items.push(Item {
            label: line.label.clone(),
            line: line.clone(),
            parent,
            children: Vec::new(),
            is_heading: false,
            title: None,
            text_from: 0,
            lead: None,
            lead_words: None,
            support: Names::default(),
            is_none: false,
        });
        let opens = line.text.trim_end().ends_with(':');
        if level.is_some() || opens {
            stack.push((level, at));
        }
    }

    /// Finds headings, who leads below them, and sections without tasks.
    fn describe(&mut self, first: usize) {
        for at in first..self.items.len() {
            let has_children = self.items[at]
                .children
                .iter()
                .any(|child| attribute(&self.items[*child].line.text).is_none());
            let item = &mut self.items[at];
            let text = item.line.text.trim().to_owned();
            let opens = text.ends_with(':');
            let closes = text.ends_with(['.', ';', ',']);
            let whole = agencies::whole(unassigned(&text));
            let is_short = text.chars().count() <= 250;
            let is_open = is_short && (!closes || whole.is_some());
            item.is_heading = has_children && (opens || is_open);
            // A line without a verb, in a section of running text, names a subject.
            if item.is_heading && item.label.is_some() {
                item.title = Some(bare(&text).to_owned());
            }
            if item.is_heading {
                if let Some(names) = whole {
                    item.lead_words = Some(bare(&text).to_owned());
                    item.lead = Some(names);
                } else {
                    let found = clauses::clauses(&text);
                    if let Some(last) = found.iter().rev().find(|clause| clause.lead.is_some())
                        && (opens || item.label.is_none())
                    {
                        item.lead.clone_from(&last.lead);
                        item.support = last.support.clone();
                        item.lead_words =
                            last.lead_words.clone().map(|range| text[range].to_owned());
                    }
                }
                item.text_from = item.line.text.len();
            } else {
                run_in(item);
            }
            let title = item.title.clone();
            let parent_none = item.parent.is_some_and(|parent| self.items[parent].is_none);
            self.items[at].is_none =
                parent_none || title.is_some_and(|title| section(&title) == Section::None);
        }
    }

    /// Returns who leads an item by its heading or one above it.
    pub(super) fn lead(&self, item: usize) -> Option<&Item> {
        let mut at = Some(item);
        while let Some(item) = at {
            if self.items[item].lead.is_some() {
                return Some(&self.items[item]);
            }
            at = self.items[item].parent;
        }
        None
    }

    /// Finds the priorities. `busy` are the items that hold tasks, `groups` the folded titles of
    /// groups in tables.
    pub(super) fn priorities(
        &self,
        busy: &BTreeSet<usize>,
        groups: &BTreeSet<String>,
    ) -> Vec<Chosen> {
        let tops: Vec<usize> =
            (0..self.items.len()).filter(|at| self.items[*at].parent.is_none()).collect();
        let mut chosen = Vec::new();
        let numbered = tops.iter().any(|at| self.is_numbered(*at));
        for top in tops {
            if numbered && !self.is_numbered(top) {
                continue;
            }
            self.choose(top, None, busy, groups, &mut chosen);
        }
        chosen
    }

    fn is_numbered(&self, item: usize) -> bool {
        self.items[item].label.as_ref().is_some_and(|label| !label.level.is_bullet())
    }

    fn choose(
        &self,
        item: usize,
        within: Option<usize>,
        busy: &BTreeSet<usize>,
        groups: &BTreeSet<String>,
        chosen: &mut Vec<Chosen>,
    ) {
        let this = &self.items[item];
        if this.is_none {
            return;
        }
        let children: Vec<usize> =
            this.children.iter().copied().filter(|child| self.is_numbered(*child)).collect();
        let title = this.title.clone().unwrap_or_default();
        let opens = section(&title) == Section::Open && !children.is_empty();
        let inner = |at: &usize| {
            self.items[*at].title.as_ref().is_some_and(|title| section(title) == Section::Open)
                && self.items[*at].children.iter().any(|child| self.is_numbered(*child))
        };
        let has_inner =
            !opens && !children.is_empty() && within.is_none() && children.iter().any(inner);
        if opens {
            for child in children {
                let inner_title = self.items[child].title.as_deref().unwrap_or_default();
                let nests = section(inner_title) == Section::Open
                    && self.items[child].children.iter().any(|inner| {
                        let label = self.items[*inner].label.as_ref();
                        label.is_some_and(|label| {
                            matches!(label.level, Level::Number(_) | Level::Roman | Level::Capital)
                        })
                    });
                if nests {
                    self.choose(child, Some(item), busy, groups, chosen);
                } else if !self.items[child].is_none {
                    chosen.push(Chosen { item: child, opened: Some(item) });
                }
            }
            return;
        }
        if has_inner {
            for child in children {
                self.choose(child, Some(item), busy, groups, chosen);
            }
            return;
        }
        let has_tasks = self.below(item).any(|at| busy.contains(&at));
        if has_tasks || groups.contains(&fold(&title)) && !title.is_empty() {
            chosen.push(Chosen { item, opened: within });
        }
    }

    /// Returns an item and all below it.
    pub(super) fn below(&self, item: usize) -> impl Iterator<Item = usize> {
        let mut all = vec![item];
        let mut at = 0;
        while at < all.len() {
            all.extend(&self.items[all[at]].children);
            at += 1;
        }
        all.into_iter()
    }

    /// Returns the item and those above it.
    pub(super) fn above(&self, item: usize) -> Vec<usize> {
        let mut all = vec![item];
        while let Some(parent) = self.items[all[all.len() - 1]].parent {
            all.push(parent);
        }
        all
    }
}

/// An item that is a priority.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chosen {
    pub(super) item: usize,
    /// The section that was opened to reach it.
    pub(super) opened: Option<usize>,
}

/// What a section holds by its title.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    None,
    Open,
    Other,
}

fn section(title: &str) -> Section {
    let tokens = tokens(title);
    if tokens.len() > 40 {
        return Section::Other;
    }
    let start = tokens.iter().position(super::words::Token::is_word).unwrap_or(0);
    let skip = usize::from(
        tokens.get(start).is_some_and(|token| matches!(token.low.as_str(), "về" | "các" | "một")),
    );
    let none =
        SECTIONS_NONE.len_at(&tokens, start).max(SECTIONS_NONE.len_at(&tokens, start + skip));
    let open = SECTIONS_OPEN.within(&tokens).is_some();
    let organises =
        matches!(tokens.get(start).map(|token| token.low.as_str()), Some("tổ" | "phân" | "tổng"));
    let names_agency = tokens
        .iter()
        .enumerate()
        .skip(start + none)
        .any(|(at, _)| agencies::starts_agency(&tokens, at));
    match () {
        () if open
            && !organises
            && (none == 0
                || tokens.iter().any(|token| token.low == "nhiệm" || token.low == "giải")) =>
        {
            Section::Open
        }
        () if none > 0 && !names_agency => Section::None,
        () => Section::Other,
    }
}

/// Returns a heading without “Giao”, “Yêu cầu”, “Đề nghị”.
fn unassigned(text: &str) -> &str {
    let text = text.trim();
    ["Giao cho ", "Giao ", "Yêu cầu ", "Đề nghị ", "Đối với ", "Trách nhiệm của "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
}

/// Finds a heading in front of running text: “Sở Y tế: …”, “Về công tác quy hoạch: …”.
fn run_in(item: &mut Item) {
    let text = item.line.text.clone();
    // “Các sở: Tài chính, Y tế rà soát …”: that colon is inside the names.
    let told = text.len() - unassigned(&text).len();
    let names = {
        let words = tokens(&text[told..]);
        let end = agencies::list(&words, 0).map(|(_, end)| words[end - 1].range.end);
        told + end.unwrap_or(0)
    };
    let colon = text[names..].find(": ").map(|at| names + at);
    let colon = colon.or_else(|| text.strip_suffix(':').map(str::len));
    if let Some(at) = colon {
        let before = &text[..at];
        let words = before.split(' ').count();
        let told = unassigned(before);
        if let Some(names) = agencies::whole(told).filter(|_| words <= 60) {
            item.lead = Some(names);
            item.lead_words = Some(before.to_owned());
            item.text_from = (at + 1).min(text.len());
            let is_title = told.len() == before.len()
                || before.starts_with("Đối với ")
                || before.starts_with("Trách nhiệm ");
            if is_title && item.label.as_ref().is_some_and(|label| !label.level.is_bullet()) {
                item.title = Some(bare(before).to_owned());
            }
            return;
        }
        // “Chế độ báo cáo: các đơn vị gửi …”
        let after = clauses::clauses(&text[at + 1..]);
        if item.label.is_none()
            && words <= 8
            && clauses::clauses(before).iter().all(|clause| clause.role != Role::Task)
            && after.first().is_some_and(|clause| clause.role == Role::Task)
        {
            item.text_from = at + 1;
            return;
        }
        if words <= 16 && item.label.is_some() {
            let found = clauses::clauses(before);
            let leads = found.iter().any(|clause| clause.lead.is_some());
            let is_subject = starts_subject(before)
                || section(before) != Section::Other
                || found.iter().all(|clause| clause.role != Role::Task);
            if !leads
                && is_subject
                && !before.contains([',', ';'])
                    | starts_subject(before)
                    | (section(before) != Section::Other)
            {
                item.title = Some(bare(before).to_owned());
                item.text_from = at + 1;
                return;
            }
        }
    }
    let numbered = item.label.as_ref().is_some_and(|label| !label.level.is_bullet());
    if let Some(first) = clauses::sentences(&text).first().cloned()
        && numbered
        && first.end + 2 < text.len()
        && text[first.clone()].split(' ').count() <= 16
        && starts_subject(&text[first.clone()])
        && !text[first.clone()].contains(';')
        && text[first.end..].starts_with('.')
    {
        item.title = Some(bare(&text[first.clone()]).to_owned());
        item.text_from = first.end + 1;
    }
}

fn starts_subject(text: &str) -> bool {
    ["Về ", "Đối với ", "Công tác ", "Lĩnh vực ", "Nhóm ", "Trong lĩnh vực "]
        .iter()
        .any(|word| text.starts_with(word))
}
