//! Collects the tasks of items and tables, with what is guessed about each.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use super::agencies::{self, Agency, Names, starts_agency};
use super::clauses::{self, Clause, Role, Why};
use super::deadlines::{self, CellDue, Clock, cycle, in_clause};
use super::documents::{Citation, Document, citations};
use super::outline::{Chosen, Item, Outline, Priority};
use super::tables::{self, Attribute, Row, TableTask, attribute};
use super::words::{CLOSING, ONGOING, PRODUCT_VERBS, PRODUCTS, RESTRICTED, bare, low, tokens};
use super::{Draft, Nothing};
use crate::letter::{Letter, Line};
use crate::model::Deadline;
use crate::vietnamese::{capitalised, first_free, fold, slug};

/// A drafted task.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// Its id.
    pub id: String,
    /// Its priority.
    pub priority: usize,
    /// Where it stands: the label of its item, `dòng` or `bảng`.
    pub section: String,
    /// The words that it was taken from.
    pub quote: String,
    /// Its title.
    pub title: String,
    /// `deliverable`, `ongoing` or `duty`.
    pub kind: &'static str,
    /// The reason for the kind, as a key of words.
    pub kind_reason: &'static str,
    /// What is owed.
    pub product: Option<String>,
    /// The agencies that lead, by their place in the register.
    pub lead: Vec<usize>,
    /// The words that name them, if they stand in the quote or a heading.
    pub lead_words: Option<String>,
    /// The agencies that support.
    pub support: Vec<usize>,
    /// The words that name them.
    pub support_words: Option<String>,
    /// Its deadline.
    pub due: Option<Deadline>,
    /// The words of the deadline.
    pub due_words: Option<String>,
    /// Words of earlier dates in the same clause.
    pub other_dates: Vec<String>,
    /// Its reporting cycle.
    pub report_every: Option<&'static str>,
    /// The words of a cycle that records cannot hold.
    pub cycle_words: Option<String>,
    /// The documents that it cites.
    pub documents: Vec<usize>,
    /// Whether only its standing may be published.
    pub restricted: bool,
    /// What a person should look at first.
    pub doubts: Vec<Doubt>,
    /// Its position: see [`Draft::is_text`].
    pub at: usize,
    /// The item it stands in, or the folded title of its group in a table.
    home: Home,
}

/// What is doubtful about a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No rule decided its kind.
    Kind,
    /// Of several dates, the last was taken.
    Dates,
    /// Its deadline stands in a clause behind several tasks.
    SharedDeadline,
    /// A person is told to act, who is no agency.
    Person,
    /// It stands behind the last item.
    BehindLast,
    /// A group of agencies leads.
    Group,
}

impl Doubt {
    /// The word for it in keys of messages and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Doubt::Kind => "kind",
            Doubt::Dates => "dates",
            Doubt::SharedDeadline => "shared-deadline",
            Doubt::Person => "person",
            Doubt::BehindLast => "behind-last",
            Doubt::Group => "group",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Home {
    #[default]
    Nowhere,
    Item(usize),
    /// A row of a table of the body or the annex; the title of its group.
    Row {
        group: Option<String>,
        label: Option<String>,
        item: Option<usize>,
        is_annex: bool,
    },
}

/// A task with the names of its agencies.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    task: Task,
    leads: Vec<Agency>,
    supports: Vec<Agency>,
    symbols: Vec<String>,
    is_general: bool,
}

/// Collects tasks, agencies and documents in the order of the letter.
pub(super) struct Collector<'a> {
    clock: Clock,
    letter: &'a Letter,
    own_number: Option<String>,
    pub(super) found: Vec<Found>,
    documents: Vec<Document>,
    basis: Vec<usize>,
    nothing: Vec<Nothing>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(clock: Clock, letter: &'a Letter, own_number: Option<&str>) -> Self {
        Collector {
            clock,
            letter,
            own_number: own_number.map(str::to_lowercase),
            found: Vec::new(),
            documents: Vec::new(),
            basis: Vec::new(),
            nothing: Vec::new(),
        }
    }

    /// Takes the documents of the lines before the first item.
    pub(super) fn preamble(&mut self, lines: &[&Line]) {
        for line in lines {
            self.cited(line);
        }
        self.basis = (0..self.documents.len()).collect();
    }

    /// Takes the documents that a line and its footnotes cite.
    pub(super) fn cited(&mut self, line: &Line) {
        for citation in self.of_text(&line.text) {
            self.register(&citation.document);
        }
        for (_, mark) in &line.marks {
            for document in self.of_note(mark) {
                self.register(&document);
            }
        }
    }

    /// Takes the tasks of the items from `first` on, in the order of the letter.
    pub(super) fn items(&mut self, outline: &Outline, first: usize) {
        for at in first..outline.items.len() {
            let item = &outline.items[at];
            let is_attribute =
                item.parent.is_some_and(|parent| self.attributes(&item.line, parent));
            if !is_attribute {
                self.item(outline, at);
            }
        }
        // “1. Sở Y tế rà soát …” is no mere heading if nothing below it is a task.
        for at in first..outline.items.len() {
            let item = &outline.items[at];
            let has_tasks = || outline.below(at).any(|below| self.has_task_of(below));
            if item.is_heading && !item.is_none && !has_tasks() {
                self.heading(item, at);
            }
        }
    }

    fn of_text(&self, text: &str) -> Vec<Citation> {
        let all = citations(text, self.clock.letter);
        let own = self.own_number.as_deref();
        all.into_iter()
            .filter(|citation| Some(citation.document.symbol.to_lowercase().as_str()) != own)
            .collect()
    }

    fn of_note(&self, mark: &str) -> Vec<Document> {
        let notes = self.letter.notes.iter().filter(|note| note.mark == mark);
        notes.flat_map(|note| self.of_text(&note.text)).map(|citation| citation.document).collect()
    }

    fn register(&mut self, document: &Document) {
        let same =
            |known: &&mut Document| known.symbol.to_lowercase() == document.symbol.to_lowercase();
        if let Some(known) = self.documents.iter_mut().find(same) {
            known.date = known.date.or(document.date);
            known.kind = known.kind.take().or_else(|| document.kind.clone());
            known.issuer = known.issuer.take().or_else(|| document.issuer.clone());
            return;
        }
        let taken = |id: &str| self.documents.iter().any(|known| known.id == id);
        let id = first_free(slug(&document.symbol), taken);
        self.documents.push(Document { id, ..document.clone() });
    }

    fn nothing(&mut self, text: &str, why: Why, at: usize) {
        if text.chars().any(char::is_alphabetic) {
            self.nothing.push(Nothing { text: text.to_owned(), why: Some(why), at });
        }
    }

    /// Applies a line such as “Cơ quan chủ trì: Sở Nội vụ” to the task above it. Returns whether the
    /// line is one.
    fn attributes(&mut self, line: &Line, parent: usize) -> bool {
        if attribute(&line.text).is_none() {
            return false;
        }
        let Some(last) =
            self.found.iter_mut().rev().find(|found| found.task.home == Home::Item(parent))
        else {
            return false;
        };
        for part in line
            .text
            .split(['.', ';'])
            .flat_map(|part| if attribute(part).is_some() { vec![part] } else { Vec::new() })
            .chain(std::iter::once(line.text.as_str()))
        {
            let Some((what, value)) = attribute(part) else { continue };
            match what {
                Attribute::Lead => {
                    if let Some(names) = agencies::whole(value) {
                        last.leads = names.agencies;
                        last.task.lead_words = Some(bare(part).to_owned());
                    }
                }
                Attribute::Support => {
                    if let Some(names) = agencies::whole(value) {
                        last.supports = names.agencies;
                        last.task.support_words = Some(bare(part).to_owned());
                    }
                }
                Attribute::Due => cell_due(&mut last.task, value, false, self.clock),
                Attribute::Product => last.task.product = Some(bare(value).to_owned()),
            }
        }
        true
    }

    /// Takes the tasks of an item's own text.
    fn item(&mut self, outline: &Outline, at: usize) {
        let item = &outline.items[at];
        let text = item.line.text.clone();
        if item.is_none {
            if !item.is_heading {
                self.nothing(&text, Why::Section, item.line.at);
            }
            return;
        }
        if item.is_heading {
            if item.title.is_none() || text.ends_with(':') {
                self.nothing(&text, Why::LeadIn, item.line.at);
            }
            return;
        }
        let offset = item.text_from;
        let body = &text[offset..];
        let mut all = clauses::clauses(body);
        for clause in &mut all {
            clause.range = clause.range.start + offset..clause.range.end + offset;
            clause.action += offset;
            for words in [&mut clause.lead_words, &mut clause.support_words] {
                *words = words.take().map(|range| range.start + offset..range.end + offset);
            }
        }
        let above = outline.lead(at);
        let heading = above.map(|item| {
            (item.lead.clone().unwrap_or_default(), item.lead_words.clone(), item.support.clone())
        });
        let is_bullet = item.label.is_some();
        self.clauses(&item.line, at, &text, all, heading.as_ref(), is_bullet);
    }

    /// Whether an item has a task of its own.
    fn has_task_of(&self, item: usize) -> bool {
        self.found.iter().any(|found| found.task.home == Home::Item(item))
    }

    /// Takes a heading for a task if it says who does what.
    fn heading(&mut self, item: &Item, at: usize) {
        let text = item.line.text.clone();
        let all = clauses::clauses(&text);
        let assigns =
            |clause: &Clause| clause.role == Role::Task && clause.lead.is_some() && clause.acts;
        if !text.ends_with(':') && all.iter().all(assigns) {
            self.clauses(&item.line, at, &text, all, None, true);
        }
    }

    fn clauses(
        &mut self,
        line: &Line,
        item: usize,
        text: &str,
        mut all: Vec<Clause>,
        heading: Option<&(Names, Option<String>, Names)>,
        is_labelled: bool,
    ) {
        let first_new = self.found.len();
        let cited = self.of_text(text);
        let skip: Vec<Range<usize>> = cited.iter().map(|citation| citation.range.clone()).collect();
        // Tasks of this paragraph by the number of their clause.
        let mut made: Vec<(usize, usize)> = Vec::new();
        let mut carried: Option<(Names, Option<String>, Names, Option<String>)> = None;
        let mut sentence = usize::MAX;
        let lone = all.iter().filter(|clause| clause.role == Role::Task).count() == 0;
        for n in 0..all.len() {
            let clause = all[n].clone();
            if clause.sentence != sentence {
                sentence = clause.sentence;
                carried = None;
            }
            let inside = text[clause.range.clone()].to_owned();
            let dues: Vec<deadlines::Found> =
                in_clause(&inside, self.clock, &shifted(&skip, clause.range.start));
            let cycle = cycle(&inside);
            let mut role = clause.role;
            if role == Role::Closing {
                let earlier: Vec<usize> = made
                    .iter()
                    .filter(|(at, _)| all[*at].sentence == sentence)
                    .map(|(_, found)| *found)
                    .collect();
                let reports = self.reports(&inside);
                if cycle.is_some() && reports {
                    role = Role::Task;
                } else if earlier.is_empty() {
                    let only_ends = !reports;
                    let before: Vec<usize> = made.iter().map(|(_, found)| *found).collect();
                    if only_ends && !before.is_empty() {
                        let last_sentence = made.last().map(|(at, _)| all[*at].sentence);
                        let targets: Vec<usize> = made
                            .iter()
                            .filter(|(at, _)| Some(all[*at].sentence) == last_sentence)
                            .map(|(_, found)| *found)
                            .collect();
                        self.give(&targets, &dues, &inside);
                    } else if only_ends
                        && first_new > 0
                        && !is_labelled
                        && self.found[first_new - 1].task.home == Home::Item(item)
                    {
                        self.give(&[first_new - 1], &dues, &inside);
                    } else if reports && (!dues.is_empty() || lone && is_labelled) {
                        role = Role::Task;
                    }
                } else {
                    let targets = self.run(&all, &made, n, sentence);
                    // “báo cáo hằng tháng …; báo cáo năm gửi trước ngày 15/12”: a report of its own.
                    let in_cycles = targets.iter().all(|target| {
                        let task = &self.found[*target].task;
                        task.report_every.is_some() || task.cycle_words.is_some()
                    });
                    if reports && in_cycles && !dues.is_empty() {
                        role = Role::Task;
                    } else {
                        let gave = self.give(&targets, &dues, &inside);
                        if !gave && !dues.is_empty() {
                            self.nothing(&inside, Why::ClosingWords, line.at);
                        }
                    }
                }
                if role == Role::Closing && made.is_empty() && is_labelled {
                    self.nothing(&inside, Why::ClosingWords, line.at);
                }
            }
            // An unknown verb, told to somebody by the heading.
            if role == Role::Nothing(Why::NoVerb)
                && n == 0
                && is_labelled
                && heading.is_some_and(|(lead, ..)| !lead.agencies.is_empty())
            {
                let words = tokens(&inside);
                let states = words
                    .iter()
                    .take(7)
                    .any(|word| matches!(word.low.as_str(), "được" | "đã" | "là" | "còn" | "có"));
                if !states && words.len() >= 4 {
                    role = Role::Task;
                }
            }
            all[n].role = role;
            match role {
                Role::Nothing(why) => {
                    if let Role::Nothing(_) = clause.role {
                        self.nothing(&inside, why, line.at);
                    }
                    continue;
                }
                Role::Closing => continue,
                Role::Task => {}
            }
            let mut found = Found::default();
            let inline = inline_lead(&inside, clause.action - clause.range.start);
            let words =
                |range: &Option<Range<usize>>| range.clone().map(|range| text[range].to_owned());
            if let Some(lead) = &clause.lead {
                carried = Some((
                    lead.clone(),
                    words(&clause.lead_words),
                    clause.support.clone(),
                    words(&clause.support_words),
                ));
            } else if let Some((names, quoted)) = inline {
                carried = None;
                found.leads = names.agencies;
                found.task.lead_words = Some(quoted);
            }
            if found.leads.is_empty() {
                if let Some((lead, lead_words, support, support_words)) = &carried {
                    found.leads = lead.agencies.clone();
                    found.supports = support.agencies.clone();
                    found.task.lead_words =
                        lead_words.clone().filter(|words| inside.contains(words.as_str()));
                    found.task.support_words =
                        support_words.clone().filter(|words| inside.contains(words.as_str()));
                    if lead.persons {
                        found.task.doubts.push(Doubt::Person);
                    }
                } else if let Some((lead, lead_words, support)) = heading {
                    found.leads = lead.agencies.clone();
                    found.supports = support.agencies.clone();
                    found.task.lead_words.clone_from(lead_words);
                }
            }
            found.supports.extend(
                clause
                    .support
                    .agencies
                    .iter()
                    .filter(|agency| !found.supports.contains(agency))
                    .cloned()
                    .collect::<Vec<_>>(),
            );
            if found.task.support_words.is_none() && clause.lead.is_none() {
                found.task.support_words = words(&clause.support_words);
            }
            found.is_general = carried.is_some()
                && !found.leads.is_empty()
                && found.leads.iter().all(|agency| agency.is_group);
            let task = &mut found.task;
            task.quote.clone_from(&inside);
            task.at = line.at;
            task.home = Home::Item(item);
            task.title = title(&text[clause.action..clause.range.end]);
            task.section = String::new();
            let reports = self.reports(&text[clause.action..clause.range.end]);
            if let Some(cycle) = &cycle {
                task.report_every = cycle.every;
                if cycle.every.is_none() {
                    task.cycle_words = Some(cycle.text.clone());
                }
            }
            if (cycle.is_none()
                || !reports
                    && dues
                        .iter()
                        .any(|due| matches!(due.deadline, Deadline::By(_) | Deadline::Before(_))))
                && let Some((last, earlier)) = dues.split_last()
            {
                if let Some(span) = span_of_duty(&inside, clause.action - clause.range.start, last)
                {
                    task.cycle_words = Some(span);
                } else {
                    task.due = Some(last.deadline.clone());
                    task.due_words = Some(closing_words(&inside, &last.range).to_owned());
                    task.other_dates =
                        earlier.iter().map(|due| inside[due.range.clone()].to_owned()).collect();
                    task.report_every = None;
                    if !earlier.is_empty() {
                        task.doubts.push(Doubt::Dates);
                    }
                }
            }
            task.product = product(&text[clause.action..clause.range.end]);
            let own = |citation: &&Citation| clause.range.contains(&citation.range.start);
            found.symbols =
                cited.iter().filter(own).map(|citation| citation.document.symbol.clone()).collect();
            for (_, mark) in line
                .marks
                .iter()
                .filter(|(at, _)| *at > clause.range.start && *at <= clause.range.end)
            {
                found
                    .symbols
                    .extend(self.of_note(mark).into_iter().map(|document| document.symbol));
            }
            found.task.restricted = is_restricted(text, &clause);
            made.push((n, self.found.len()));
            let closes = closing_in(&inside)
                .is_some_and(|from| dues.last().is_some_and(|due| due.range.end > from));
            self.found.push(found);
            if closes && !dues.is_empty() {
                let targets = self.run(&all, &made, n, sentence);
                let words = inside[closing_in(&inside).unwrap_or(0)..].to_owned();
                self.give(&targets, &dues, &words);
            }
        }
    }

    /// Returns the tasks of a sentence to which a closing clause behind them refers: back to the last
    /// that names who leads.
    fn run(
        &self,
        all: &[Clause],
        made: &[(usize, usize)],
        end: usize,
        sentence: usize,
    ) -> Vec<usize> {
        let mut targets = Vec::new();
        for (at, found) in
            made.iter().rev().filter(|(at, _)| *at <= end && all[*at].sentence == sentence)
        {
            targets.push(*found);
            if all[*at].starts_run {
                break;
            }
        }
        targets
    }

    /// Gives a deadline to tasks that have none. Returns whether one took it.
    fn give(&mut self, targets: &[usize], dues: &[deadlines::Found], words: &str) -> bool {
        let Some(due) = dues.last() else { return false };
        let mut gave = false;
        for target in targets {
            let task = &mut self.found[*target].task;
            if task.due.is_some() || task.report_every.is_some() || task.cycle_words.is_some() {
                continue;
            }
            gave = true;
            task.due = Some(due.deadline.clone());
            task.due_words = Some(bare(words).to_owned());
            if targets.len() > 1 {
                task.doubts.push(Doubt::SharedDeadline);
            }
        }
        gave
    }

    /// Whether a clause tells to report.
    fn reports(&self, text: &str) -> bool {
        let words = tokens(text);
        (0..words.len()).any(|at| {
            let low = words[at].low.as_str();
            low == "báo" && words.get(at + 1).is_some_and(|next| next.low == "cáo")
                || matches!(low, "gửi" | "trình")
        })
    }

    /// Takes the rows of a table of tasks.
    fn table(&mut self, rows: &[Row], item: Option<usize>, is_annex: bool) {
        let mut label = None;
        for row in rows {
            match row {
                Row::Group(own) => label = own.as_ref().map(|label| label.printed.clone()),
                Row::Task(row) => self.row(row, label.clone(), item, is_annex),
            }
        }
    }

    fn row(&mut self, row: &TableTask, label: Option<String>, item: Option<usize>, is_annex: bool) {
        let mut found = Found::default();
        let text = bare(&row.text).to_owned();
        let clause_range = 0..text.len();
        for citation in self.of_text(&text) {
            self.register(&citation.document);
            found.symbols.push(citation.document.symbol);
        }
        let names = |cells: &[String]| -> Vec<Agency> {
            let mut all: Vec<Agency> = Vec::new();
            for cell in cells {
                all.extend(agencies::of_cell(cell));
            }
            all
        };
        found.leads = names(&row.lead);
        found.supports = names(&row.support);
        let task = &mut found.task;
        task.title = title(&text);
        task.at = row.at;
        task.section =
            if row.number.is_empty() { String::new() } else { bare(&row.number).to_owned() };
        task.home = Home::Row { group: row.group.clone(), label, item, is_annex };
        if !row.lead.is_empty() {
            task.lead_words = Some(row.lead.join("; "));
        }
        if !row.support.is_empty() {
            task.support_words = Some(row.support.join("; "));
        }
        cell_due(task, &row.due, row.due_before, self.clock);
        if task.due.is_none()
            && row.due.is_empty()
            && let Some(due) = in_clause(&text, self.clock, &[]).pop()
        {
            task.due_words = Some(text[due.range.clone()].to_owned());
            task.due = Some(due.deadline);
        }
        let product = bare(&row.product);
        task.product = (!product.is_empty()).then(|| product.to_owned());
        let clause = Clause { range: clause_range, ..Clause::default() };
        task.restricted = is_restricted(&text, &clause);
        task.quote = text;
        self.found.push(found);
    }

    /// Chooses the priorities, gives the tasks their ids and fills the draft.
    pub(super) fn finish(mut self, main: &Outline, draft: &mut Draft) {
        let mut groups: BTreeSet<String> = BTreeSet::new();
        for (item, table, is_annex) in &main.tables {
            let rows = tables::rows(table).unwrap_or_default();
            self.table(&rows, *item, *is_annex);
        }
        for found in &self.found {
            if let Home::Row { group: Some(group), .. } = &found.task.home {
                groups.insert(fold(group));
            }
        }
        let busy: BTreeSet<usize> = self
            .found
            .iter()
            .filter_map(|found| match &found.task.home {
                Home::Item(item) => Some(*item),
                Home::Row { group: None, item, .. } => *item,
                _ => None,
            })
            .collect();
        let chosen = main.priorities(&busy, &groups);
        let mut priorities: Vec<Priority> =
            chosen.iter().map(|one| numbered(main, &chosen, *one)).collect();
        unique_ids(&mut priorities);
        self.place(main, &mut priorities, main.heading.as_deref());
        self.fill(main, priorities, draft);
    }

    /// Finds the priority of every task; adds those that only tables have.
    fn place(&mut self, main: &Outline, priorities: &mut Vec<Priority>, annex: Option<&str>) {
        for found in &mut self.found {
            let by_item = |item: usize, priorities: &[Priority]| {
                main.above(item).into_iter().find_map(|above| {
                    priorities.iter().position(|priority| priority.item == Some(above))
                })
            };
            let task = &mut found.task;
            let home = task.home.clone();
            let at = match &home {
                Home::Item(item) => {
                    let own = by_item(*item, priorities);
                    // What stands behind the last item belongs to it.
                    let is_loose = own.is_none() && !priorities.is_empty();
                    if is_loose {
                        task.doubts.push(Doubt::BehindLast);
                    }
                    own.or_else(|| {
                        let before = (0..priorities.len())
                            .rev()
                            .find(|at| priorities[*at].item.is_some_and(|there| there < *item));
                        before.or_else(|| (!priorities.is_empty()).then_some(0))
                    })
                }
                Home::Row { group, label, item, is_annex } => {
                    let titled = |title: &str, priorities: &[Priority]| {
                        priorities.iter().position(|priority| fold(&priority.title) == fold(title))
                    };
                    match group {
                        Some(group) => Some(titled(group, priorities).unwrap_or_else(|| {
                            priorities.push(added(group, label.as_deref(), priorities));
                            priorities.len() - 1
                        })),
                        None => item.and_then(|item| by_item(item, priorities)).or_else(|| {
                            let title = annex.filter(|_| *is_annex)?;
                            Some(titled(title, priorities).unwrap_or_else(|| {
                                priorities.push(added(title, None, priorities));
                                priorities.len() - 1
                            }))
                        }),
                    }
                }
                Home::Nowhere => None,
            };
            task.priority = at.unwrap_or_else(|| {
                if priorities.is_empty() {
                    priorities.push(Priority {
                        id: "1".to_owned(),
                        is_guess: true,
                        ..Priority::default()
                    });
                }
                priorities.len() - 1
            });
        }
    }

    fn fill(mut self, main: &Outline, mut priorities: Vec<Priority>, draft: &mut Draft) {
        self.found.sort_by_key(|found| found.task.priority);
        let last = self
            .found
            .iter()
            .filter(|found| matches!(found.task.home, Home::Item(_)))
            .map(|found| found.task.priority)
            .max();
        let mut counts = vec![0; priorities.len()];
        for found in &mut self.found {
            let Found { task, leads, supports, symbols, is_general } = found;
            counts[task.priority] += 1;
            let priority = &mut priorities[task.priority];
            task.id = format!("{}.{}", priority.id, counts[task.priority]);
            if priority.title.is_empty() {
                priority.title = short(&task.title);
                priority.is_guess = true;
            }
            if let Home::Item(item) = task.home {
                let labelled = main
                    .above(item)
                    .into_iter()
                    .filter_map(|at| main.items.get(at)?.label.as_ref())
                    .find(|label| !label.level.is_bullet());
                task.section = labelled.map(|label| label.printed.clone()).unwrap_or_default();
            }
            for lead in leads.iter() {
                let at = draft.agencies.add(lead);
                if !task.lead.contains(&at) {
                    task.lead.push(at);
                }
                if lead.is_group && !task.doubts.contains(&Doubt::Group) {
                    task.doubts.push(Doubt::Group);
                }
            }
            for support in supports.iter() {
                let at = draft.agencies.add(support);
                if !task.lead.contains(&at) && !task.support.contains(&at) {
                    task.support.push(at);
                }
            }
            for symbol in symbols.iter() {
                let at = self
                    .documents
                    .iter()
                    .position(|document| document.symbol.to_lowercase() == symbol.to_lowercase());
                if let Some(at) = at.filter(|at| !task.documents.contains(at)) {
                    task.documents.push(at);
                }
            }
            let is_last = Some(task.priority) == last
                && matches!(task.home, Home::Item(_))
                && task.priority > 0;
            kind(task, *is_general && is_last);
        }
        for (priority, count) in priorities.iter_mut().zip(&counts) {
            if priority.title.is_empty() && *count == 0 {
                priority.title.clone_from(&priority.id);
            }
        }
        draft.priorities = priorities;
        draft.tasks = self.found.into_iter().map(|found| found.task).collect();
        draft.documents = self.documents;
        draft.basis = self.basis;
        draft.nothing = self.nothing;
    }
}

fn shifted(ranges: &[Range<usize>], by: usize) -> Vec<Range<usize>> {
    ranges
        .iter()
        .filter(|range| range.start >= by)
        .map(|range| range.start - by..range.end - by)
        .collect()
}

/// Reads the cell of a deadline.
fn cell_due(task: &mut Task, cell: &str, before: bool, clock: Clock) {
    match deadlines::in_cell(cell, clock) {
        CellDue::Nothing => {}
        CellDue::Due(due) => {
            task.due = Some(match due {
                Deadline::By(term) if before => Deadline::Before(term),
                due => due,
            });
            task.due_words = Some(bare(cell).to_owned());
        }
        CellDue::Ongoing(every) => {
            task.report_every = every;
            task.cycle_words = Some(bare(cell).to_owned());
        }
    }
}

/// Returns the words of a span in which something is kept up: “duy trì … từ ngày 15/5 đến hết ngày
/// 30/11”. It is no deadline.
fn span_of_duty(text: &str, action: usize, last: &deadlines::Found) -> Option<String> {
    let words = tokens(&text[action..]);
    let until = tokens(&text[last.range.clone()]);
    let is_until = until.first().is_some_and(|word| matches!(word.low.as_str(), "đến" | "tới"));
    let before = tokens(&text[..last.range.start]);
    let from = before.iter().rev().take(8).find(|word| word.low == "từ")?;
    (is_until && starts_ongoing(&words)).then(|| text[from.range.start..last.range.end].to_owned())
}

/// Finds “(Sở Y tế chủ trì)”, “do Sở Y tế chủ trì” inside a clause.
fn inline_lead(text: &str, from: usize) -> Option<(Names, String)> {
    let words = tokens(text);
    for at in 0..words.len() {
        if words[at].range.start <= from || !starts_agency(&words, at) {
            continue;
        }
        let Some((names, end)) = agencies::list(&words, at) else { continue };
        let leads = words.get(end).is_some_and(|word| word.low == "chủ")
            && words.get(end + 1).is_some_and(|word| word.low == "trì")
            || words.get(end).is_some_and(|word| word.low == "làm")
                && words.get(end + 1).is_some_and(|word| word.low == "đầu");
        if leads && !names.agencies.is_empty() {
            return Some((names, text[words[at].range.start..words[end + 1].range.end].to_owned()));
        }
    }
    None
}

/// Returns where the closing clause behind the last comma of a text begins.
fn closing_in(text: &str) -> Option<usize> {
    let words = tokens(text);
    (1..words.len()).rev().find_map(|at| {
        let is_closing = words[at - 1].is(",") && CLOSING.len_at(&words, at) > 0;
        is_closing.then_some(words[at].range.start)
    })
}

/// Returns the words of a deadline with the verb of its closing clause.
fn closing_words<'t>(text: &'t str, due: &Range<usize>) -> &'t str {
    match closing_in(text) {
        Some(from) if from < due.start => text[from..due.end].trim(),
        _ => &text[due.clone()],
    }
}

/// Makes a title of the words of an action.
fn title(action: &str) -> String {
    const LIMIT: usize = 110;
    let text = bare(action);
    if text.chars().count() <= LIMIT {
        return capitalised(text);
    }
    let cut: String = text.chars().take(LIMIT).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    format!("{}…", capitalised(bare(cut)))
}

/// Shortens a title to its first words.
fn short(title: &str) -> String {
    let title = title.trim_end_matches('…');
    let words = tokens(title);
    const STOPS: [&str; 15] = [
        "theo", "tại", "trong", "trước", "để", "của", "cho", "về", "ở", "đã", "được", "trên",
        "với", "nhằm", "từ",
    ];
    let mut end = 0;
    for (n, word) in words.iter().enumerate() {
        let stops =
            !word.is_word() && !word.is("-") && !word.is("–") || STOPS.contains(&word.low.as_str());
        if n >= 4 && stops || n >= 12 {
            break;
        }
        end = word.range.end;
    }
    bare(&title[..end]).to_owned()
}

/// Finds the product behind its verb.
fn product(action: &str) -> Option<String> {
    let words = tokens(action);
    for at in 0..words.len().min(12) {
        let verb = PRODUCT_VERBS.len_at(&words, at);
        if verb == 0 || at > 0 && words[at - 1].low == "không" {
            continue;
        }
        for from in at + verb..(at + verb + 2).min(words.len()) {
            let length = PRODUCTS.len_at(&words, from);
            if length > 0 {
                let text = agencies::text_of(&words, from, from + length);
                return Some(text);
            }
            if !matches!(words[from].low.as_str(), "và" | "các" | "bản") {
                break;
            }
        }
    }
    None
}

/// Whether the action is about what may not be published; the names of agencies do not count.
fn is_restricted(text: &str, clause: &Clause) -> bool {
    let mut inside = text[clause.range.clone()].to_owned();
    for words in [&clause.support_words, &clause.lead_words].into_iter().flatten() {
        let range = words.start.saturating_sub(clause.range.start)
            ..words.end.saturating_sub(clause.range.start).min(inside.len());
        if inside.is_char_boundary(range.start)
            && inside.is_char_boundary(range.end)
            && range.start < range.end
        {
            inside.replace_range(range.clone(), &" ".repeat(range.len()));
        }
    }
    let lowered = low_text(&inside);
    let mut rest = lowered.clone();
    for line in &RESTRICTED.lines {
        if let Some(exception) = line[0].strip_prefix("- ") {
            rest = rest.replace(&low_text(exception), " ");
        }
    }
    RESTRICTED
        .lines
        .iter()
        .filter(|line| !line[0].starts_with('-'))
        .any(|line| rest.contains(&low_text(&line[0])))
}

fn low_text(text: &str) -> String {
    tokens(text).into_iter().map(|token| low(token.text)).collect::<Vec<_>>().join(" ")
}

/// Guesses the kind of a task. The first rule that holds decides.
fn kind(task: &mut Task, general_in_last: bool) {
    let words = tokens(&task.title);
    let responsible = words.first().is_some_and(|word| word.low == "chịu")
        && words.get(1).is_some_and(|word| word.low == "trách");
    let ongoing_cell = task.cycle_words.is_some() && task.due.is_none();
    let (kind, reason) = match () {
        () if task.due.is_some() => ("deliverable", "due"),
        () if task.report_every.is_some() || ongoing_cell => ("ongoing", "cycle"),
        () if words
            .iter()
            .zip(words.iter().skip(1))
            .take(4)
            .any(|(a, b)| a.low == "thường" && b.low == "xuyên") =>
        {
            ("ongoing", "often")
        }
        () if responsible || general_in_last => ("duty", "general"),
        () if task.product.is_some() && !starts_ongoing(&words) => ("deliverable", "product"),
        () if starts_ongoing(&words) => ("ongoing", "verb"),
        () if matches!(task.home, Home::Row { .. }) && task.product.is_some() => {
            ("deliverable", "product")
        }
        () => {
            task.doubts.push(Doubt::Kind);
            ("ongoing", "unsure")
        }
    };
    task.kind = kind;
    task.kind_reason = reason;
    if kind != "ongoing" {
        task.report_every = None;
    }
}

fn starts_ongoing(words: &[super::words::Token<'_>]) -> bool {
    ONGOING.len_at(words, 0) > 0
}

/// Returns the priority of an item, with its number.
fn numbered(outline: &Outline, chosen: &[Chosen], one: Chosen) -> Priority {
    let item = &outline.items[one.item];
    let label = item.label.as_ref();
    let printed = label.map(|label| label.printed.clone()).unwrap_or_default();
    let value = label.map_or(0, |label| label.value);
    let is_deep = printed.contains('.');
    let with_parent = one
        .opened
        .filter(|opened| chosen.iter().any(|other| other.opened != Some(*opened)) && !is_deep);
    let parent = with_parent.and_then(|opened| outline.items[opened].label.as_ref());
    let (number, id) = match parent {
        Some(parent) => {
            let short = parent.printed.rsplit(' ').next().unwrap_or_default();
            (format!("{short}.{printed}"), format!("{}.{value}", parent.value))
        }
        None if is_deep => (printed.clone(), printed.clone()),
        None => (printed.clone(), value.max(1).to_string()),
    };
    let title = item.title.clone().unwrap_or_default();
    Priority {
        number: (number != id && !number.is_empty()).then_some(number),
        id,
        is_guess: title.is_empty(),
        title,
        item: Some(one.item),
    }
}

/// Returns a priority that only a table has.
fn added(title: &str, label: Option<&str>, known: &[Priority]) -> Priority {
    let value =
        label.and_then(|label| crate::letter::label::roman(label).or_else(|| label.parse().ok()));
    let taken = |id: &str| known.iter().any(|priority| priority.id == id);
    let id = value.map(|value| value.to_string()).filter(|id| !taken(id)).unwrap_or_else(|| {
        (1..=known.len() + 1)
            .map(|n| n.to_string())
            .find(|id| !taken(id))
            .unwrap_or_else(|| "1".to_owned())
    });
    let number = label.filter(|label| {
        *label != id && !known.iter().any(|priority| priority.number.as_deref() == Some(label))
    });
    Priority {
        number: number.map(str::to_owned),
        id,
        title: title.to_owned(),
        is_guess: false,
        item: None,
    }
}

/// Makes ids unique.
fn unique_ids(priorities: &mut [Priority]) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for priority in priorities {
        priority.id = first_free(std::mem::take(&mut priority.id), |id| seen.contains(id));
        seen.insert(priority.id.clone());
    }
}

/// A row of an office's own list.
#[derive(Clone, Copy, Debug)]
pub struct ListRow<'a> {
    /// The task.
    pub title: &'a str,
    /// Who leads.
    pub lead: &'a str,
    /// Who supports.
    pub support: &'a str,
    /// The deadline.
    pub due: &'a str,
    /// Whether the title of its column says that the task is due before that day.
    pub due_before: bool,
    /// What is owed.
    pub product: &'a str,
}

/// What a row of a list says about its task.
#[derive(Clone, Debug)]
pub struct ListTask {
    /// `deliverable`, `ongoing` or `duty`.
    pub kind: &'static str,
    /// What is owed.
    pub product: Option<String>,
    /// Who leads.
    pub leads: Vec<Agency>,
    /// Who supports.
    pub supports: Vec<Agency>,
    /// The deadline, in its own precision.
    pub due: Option<Deadline>,
    /// The reporting cycle.
    pub report_every: Option<&'static str>,
    /// Whether only its standing may be published.
    pub restricted: bool,
    /// Whether no rule decided its kind.
    pub unsure: bool,
}

/// Reads a row of a list by the rules for tables of letters. `date` is the directive's, `period` its
/// first and last day.
pub fn list_task(
    row: &ListRow<'_>,
    date: NaiveDate,
    period: Option<(NaiveDate, NaiveDate)>,
) -> ListTask {
    let letter = Letter::default();
    let clock = Clock { letter: Some(date), period };
    let mut collector = Collector::new(clock, &letter, None);
    let cell =
        |text: &str| if text.is_empty() { Vec::new() } else { vec![text.replace('\n', "; ")] };
    let row = TableTask {
        text: row.title.to_owned(),
        lead: cell(row.lead),
        support: cell(row.support),
        due: row.due.replace('\n', " "),
        due_before: row.due_before,
        product: row.product.replace('\n', " "),
        ..TableTask::default()
    };
    collector.row(&row, None, None, false);
    let mut found = collector.found.pop().unwrap_or_default();
    kind(&mut found.task, false);
    ListTask {
        kind: found.task.kind,
        product: found.task.product,
        leads: named(found.leads, &row.lead),
        supports: named(found.supports, &row.support),
        due: found.task.due,
        report_every: found.task.report_every,
        restricted: found.task.restricted,
        unsure: found.task.doubts.contains(&Doubt::Kind),
    }
}

/// Returns the agencies that were read, else the parts of the cell as the office wrote them.
fn named(read: Vec<Agency>, cells: &[String]) -> Vec<Agency> {
    if !read.is_empty() {
        return read;
    }
    let parts = cells.iter().flat_map(|cell| cell.split(';')).map(bare);
    let parts =
        parts.filter(|part| part.chars().any(char::is_alphabetic) && part.chars().count() <= 120);
    parts
        .map(|part| Agency {
            id: String::new(),
            name: part.to_owned(),
            short: None,
            is_group: false,
        })
        .collect()
}
