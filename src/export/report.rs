//! Writes the progress report as a document for Word, in the words of the site: one page for the
//! leaders, or the full report with an annex.

use chrono::NaiveDate;

use super::form::{Form, SMALL, heading, shortened, text};
use crate::assess::ledger::in_force;
use crate::assess::{Assessment, Changes, Fraction};
use crate::model::{AgencyIx, Model, TaskIx};
use crate::site::situation::{Part, Row, Situation, Subject, leads};
use crate::site::text::cut;
use crate::site::words::Words;
use crate::word::write::{self, WriteError};
use crate::word::{Align, Block, Column, Document, Paragraph, Span, TEXT_HEIGHT, Table, measure};

/// Maximum number of rows of a table in the full report.
const MAX_ROWS: usize = 2_000;
/// Maximum length of a title in the table of the one page, in characters.
const PAGE_TITLE: usize = 90;
/// The widths of the columns of that table.
const PAGE_SHARES: [u16; 4] = [7, 49, 29, 15];
/// Maximum length of the names of the leads in that table, in characters.
const PAGE_LEAD: usize = 50;
/// Room that stays free at the bottom of the one page, in points, because word processors break
/// lines in slightly different places.
const SPARE: f64 = 20.0;

/// A progress report that can be written.
pub struct ProgressReport<'a> {
    /// The records, as known on the date.
    pub model: &'a Model,
    /// Their assessment on the date.
    pub assessment: &'a Assessment,
    /// The changes since an earlier date.
    pub changes: &'a Changes,
    /// The agency whose tasks alone are reported.
    pub agency: Option<AgencyIx>,
    /// The words of the report.
    pub words: &'a Words,
}

/// What a page has no room for.
#[derive(Default)]
struct Left {
    /// Number of items that are only counted.
    count: usize,
    /// Whether the page says that they are in the annex.
    is_told: bool,
}

/// A report, and what it has no room for.
pub struct Written {
    /// The bytes of the .docx file.
    pub bytes: Vec<u8>,
    /// Number of items that are only counted, as "and n more".
    pub left: usize,
    /// Number of restricted tasks, of which only the status is given.
    pub restricted: usize,
}

impl ProgressReport<'_> {
    /// Writes the report on one page of A4.
    ///
    /// # Errors
    ///
    /// Fails if the document cannot be written, which is a bug in tiendo.
    pub fn one_page(&self) -> Result<Written, WriteError> {
        let situation = self.situation();
        let mut room = Room::default();
        let fits =
            |room: &Room| measure::height(&self.page(&situation, room).0) <= TEXT_HEIGHT - SPARE;
        for (subject, wanted) in WISHES {
            while room.of(subject) < wanted {
                let larger = room.with_one_more(subject);
                if !fits(&larger) {
                    break;
                }
                room = larger;
            }
        }
        let (blocks, left) = self.page(&situation, &room);
        self.written(blocks, left)
    }

    /// Writes the full report with an annex.
    ///
    /// # Errors
    ///
    /// Fails if the document cannot be written, which is a bug in tiendo.
    pub fn full(&self) -> Result<Written, WriteError> {
        let situation = self.situation();
        let mut left = 0;
        let mut blocks = self.opening(&situation, true);
        for (n, part) in (1..).zip(&situation.parts) {
            blocks.push(Block::Paragraph(heading(&format!("{n}. {}", part.title))));
            let said = std::iter::once(&part.sentence).chain(&part.remark).cloned();
            blocks.push(sentence(&said.collect::<Vec<_>>().join(" ")));
            let rows: Vec<Vec<String>> = part.rows.iter().map(|row| row.cells.clone()).collect();
            left += self.table(&mut blocks, columns(part), rows);
        }
        blocks.push(self.closing(&situation, None));
        blocks.push(self.form().signature(false));
        left += self.annex(&mut blocks);
        self.written(blocks, left)
    }

    fn form(&self) -> Form<'_> {
        Form { model: self.model, words: self.words }
    }

    fn situation(&self) -> Situation {
        let ProgressReport { model, assessment, changes, agency, words } = self;
        Situation::new(model, assessment, Some(changes), *agency, words)
    }

    fn tasks(&self) -> Vec<TaskIx> {
        match self.agency {
            Some(agency) => self.assessment.agencies[agency.0].tasks.clone(),
            None => self.model.tasks().map(|(ix, _)| ix).collect(),
        }
    }

    fn written(&self, blocks: Vec<Block>, left: usize) -> Result<Written, WriteError> {
        let ProgressReport { model, assessment, words, .. } = self;
        let document = Document {
            title: words.say("report-about", &[("directive", self.form().name().into())]),
            author: model.settings.publisher.clone(),
            language: words.tag(),
            made: assessment.as_of,
            blocks,
        };
        let restricted = self.tasks().iter().filter(|task| model[**task].restricted).count();
        Ok(Written { bytes: write::document(&document)?, left, restricted })
    }

    /// The head, the title and the sentences that sum up.
    fn opening(&self, situation: &Situation, is_full: bool) -> Vec<Block> {
        let ProgressReport { model, words, .. } = self;
        let form = self.form();
        let agency = self.agency.map(|agency| shortened(&model[agency].name));
        let name = form.name();
        // The leaders know what the directive is about.
        let directive = if is_full { form.directive_and_subject() } else { form.directive() };
        let mut about = vec![words.say("report-about", &[("directive", (&name).into())])];
        about.extend(
            agency
                .as_ref()
                .map(|agency| words.say("report-about-agency", &[("agency", agency.into())])),
        );
        let mut blocks = vec![form.head("form-number-report", None)];
        blocks.extend(form.title(&words.text("report-type"), &about));
        blocks.extend(form.notice());
        let whom = match form.issuer() {
            Some(issuer) => words.say("form-to-leaders", &[("issuer", issuer.into())]),
            None => words.text("form-to-nobody"),
        };
        blocks.push(form.to(&whom));
        let mut args = vec![("directive", directive.into()), ("office", form.office().into())];
        let key = match &agency {
            Some(agency) => {
                args.push(("agency", agency.into()));
                "report-intro-agency"
            }
            None => "report-intro",
        };
        let intro = words.say(key, &args);
        let intro = match is_full {
            true => vec![intro, format!("{} {}", situation.scope, situation.answer)],
            false => vec![format!("{intro} {}", situation.answer)],
        };
        let intro = intro.into_iter().map(|said| text(vec![Span::plain(said)]));
        blocks.extend(intro.map(Block::Paragraph));
        blocks
    }

    /// The sentence at the end, which asks for what follows from the figures.
    fn closing(&self, situation: &Situation, annex: Option<String>) -> Block {
        let words = self.words;
        // Which parts name agencies that have something to do.
        let named = situation.parts.iter().zip(1_usize..);
        let urged = named.filter(|(part, _)| match part.subject {
            Subject::Overdue => part.rows.iter().any(|row| self.is_led(row.task)),
            Subject::Silent => part.rows.iter().any(|row| row.agency.is_some()),
            Subject::Changes | Subject::Due | Subject::Obstacles => false,
        });
        let numbers: Vec<usize> = urged.map(|(_, n)| n).collect();
        let office = self.form().office();
        let agency = self.agency.map(|agency| shortened(&self.model[agency].name));
        let args = [("agency", agency.unwrap_or_default().into()), ("office", (&office).into())];
        let said = match numbers.as_slice() {
            [] => words.say("report-closing", &args),
            _ if self.agency.is_some() => words.say("report-closing-urge-agency", &args),
            [one, rest @ ..] => {
                let parts = match rest {
                    [other, ..] => {
                        let args = [("one", (*one).into()), ("other", (*other).into())];
                        words.say("report-urge-both", &args)
                    }
                    [] => words.say("report-urge-one", &[("one", (*one).into())]),
                };
                words.say("report-closing-urge", &[("parts", parts.into())])
            }
        };
        let said = situation.restricted.iter().cloned().chain(annex).chain([said]);
        sentence(&said.collect::<Vec<_>>().join(" "))
    }

    fn is_led(&self, task: Option<TaskIx>) -> bool {
        task.is_some_and(|task| !self.assessment[task].leads.is_empty())
    }

    /// The blocks of the one page, and the number of items that are only counted.
    fn page(&self, situation: &Situation, room: &Room) -> (Vec<Block>, usize) {
        let mut left = Left::default();
        let mut blocks = self.opening(situation, false);
        for (n, part) in (1_usize..).zip(&situation.parts) {
            let title = [("number", n.into()), ("title", (&part.title).into())];
            let title = Span::bold(self.words.say("report-part", &title));
            let limit = room.of(part.subject);
            let is_table = part.subject == Subject::Overdue && limit > 0 && !part.rows.is_empty();
            let mut said = vec![part.sentence.clone()];
            if part.rows.is_empty() {
                // Without a list, the remark alone says that there is nothing.
                said.extend(part.remark.clone());
            } else if !is_table {
                said.extend(self.lists(part, limit, &mut left));
            }
            let paragraph = text(vec![title, Span::plain(said.join(" "))]);
            blocks.push(Block::Paragraph(Paragraph { with_next: is_table, ..paragraph }));
            if is_table {
                blocks.extend(self.short_table(part, limit, &mut left));
            }
        }
        let annex = (left.count > 0 && !left.is_told).then(|| self.words.text("report-see-annex"));
        blocks.push(self.closing(situation, annex));
        blocks.push(self.form().signature(false));
        (blocks, left.count)
    }

    /// The first rows of a part as a table of tasks and days.
    fn short_table(&self, part: &Part, limit: usize, left: &mut Left) -> Vec<Block> {
        let mut columns = columns(part);
        columns.truncate(PAGE_SHARES.len());
        for (column, share) in columns.iter_mut().zip(PAGE_SHARES) {
            column.share = share;
        }
        let rows = part.rows.iter().take(limit).map(short_row).collect();
        let mut blocks = vec![gap(), Block::Table(Table { columns, rows, size: SMALL })];
        if let Some(more) = self.more(part.subject, part.rows.len().saturating_sub(limit), left) {
            let more = Paragraph::new(vec![Span::italic(format!("({more})"))], SMALL);
            blocks.push(Block::Paragraph(more));
        }
        blocks
    }

    /// The short lists of a part as sentences, at most `limit` items of each.
    fn lists(&self, part: &Part, limit: usize, left: &mut Left) -> Vec<String> {
        let words = self.words;
        let mut said = Vec::new();
        for list in part.lists.iter().filter(|list| !list.items.is_empty()) {
            let n = ("n", list.items.len().into());
            let label = ("label", (&list.label).into());
            if limit == 0 {
                left.count += list.items.len();
                if !list.label.is_empty() {
                    said.push(words.say("report-label-count", &[n, label]));
                }
                continue;
            }
            let more = self.more(part.subject, list.items.len().saturating_sub(limit), left);
            let items = list.items.iter().take(limit).cloned().chain(more);
            let items = ("items", items.collect::<Vec<_>>().join("; ").into());
            said.push(match list.label.is_empty() {
                true => words.say("report-items", &[items]),
                false => words.say("report-label-items", &[n, label, items]),
            });
        }
        said
    }

    /// Says how many items are only counted, if any. The first time on a page it also says where they
    /// are.
    fn more(&self, subject: Subject, rest: usize, left: &mut Left) -> Option<String> {
        if rest == 0 {
            return None;
        }
        left.count += rest;
        let key = match subject {
            Subject::Silent => "report-more-agencies",
            _ => "report-more-tasks",
        };
        let more = self.words.count(key, rest as u64);
        if std::mem::replace(&mut left.is_told, true) {
            return Some(more);
        }
        Some(self.words.say("report-more-annex", &[("more", more.into())]))
    }

    /// Adds the annex. Returns the number of rows that are left out.
    fn annex(&self, blocks: &mut Vec<Block>) -> usize {
        let ProgressReport { model, words, .. } = self;
        let form = self.form();
        let bold = |text: String| Paragraph::new(vec![Span::bold(text)], 14).centered();
        let title = Paragraph { new_page: true, ..bold(words.text("report-annex")) };
        let office = form.office();
        let of = words.say("report-annex-of", &[("office", office.into())]);
        let of = Paragraph::new(vec![Span::italic(of)], super::form::TEXT).centered();
        blocks.extend([title, of, Paragraph::rule(18)].map(Block::Paragraph));
        blocks.extend(form.notice());
        let number =
            |n: usize, key: &str| Block::Paragraph(heading(&format!("{n}. {}", words.text(key))));
        let mut left = 0;
        let mut n = 1;
        if self.agency.is_none() {
            blocks.push(number(n, "report-annex-priorities"));
            left += self.priorities(blocks);
            n += 1;
        }
        blocks.push(number(n, "report-annex-tasks"));
        left += self.every_task(blocks);
        blocks.push(number(n + 1, "report-annex-method"));
        let thresholds = &model.settings.thresholds;
        let args = [
            ("stale", thresholds.stale_after_days.into()),
            ("serious", thresholds.seriously_late_days.into()),
        ];
        for key in ["report-method", "method-slip"] {
            blocks.push(sentence(&words.say(key, &args)));
        }
        left
    }

    /// Adds the table of priorities. Returns the number of rows that are left out.
    fn priorities(&self, blocks: &mut Vec<Block>) -> usize {
        let ProgressReport { model, assessment, words, .. } = self;
        let columns = vec![
            self.column("situation-column-number", 8, Align::Center),
            self.column("report-column-priority", 38, Align::Left),
            self.column("report-column-done", 13, Align::Center),
            self.column("report-column-overdue", 10, Align::Center),
            self.column("report-column-reported", 13, Align::Center),
            self.column("report-column-word", 26, Align::Left),
        ];
        let priorities = model.priorities.iter().zip(&assessment.priorities);
        let rows = priorities.map(|(priority, tally)| {
            vec![
                priority.number.clone(),
                priority.title.clone(),
                ratio(words, tally.completion),
                words.number(tally.overdue()),
                ratio(words, tally.reporting),
                words.group(tally.word),
            ]
        });
        self.table(blocks, columns, rows.collect())
    }

    /// Adds the table of all tasks. Returns the number of rows that are left out.
    fn every_task(&self, blocks: &mut Vec<Block>) -> usize {
        let ProgressReport { model, assessment, words, .. } = self;
        let columns = vec![
            self.column("situation-column-number", 9, Align::Center),
            self.column("situation-column-task", 36, Align::Left),
            self.column("situation-column-lead", 22, Align::Left),
            self.column("situation-column-due", 18, Align::Left),
            self.column("situation-column-standing", 26, Align::Left),
        ];
        let rows = self.tasks().into_iter().map(|ix| {
            let (task, assessed) = (&model[ix], &assessment[ix]);
            let due = in_force(task, assessment.as_of);
            let mut standing = vec![words.standing(assessed)];
            standing.extend(words.causes(assessed).into_iter().filter(|_| !task.restricted));
            vec![
                task.number.clone(),
                task.title.clone(),
                leads(model, assessed, words),
                due.map_or_else(String::new, |due| words.deadline(due.deadline, assessment.as_of)),
                standing.join("; "),
            ]
        });
        self.table(blocks, columns, rows.collect())
    }

    fn column(&self, key: &str, share: u16, align: Align) -> Column {
        Column { title: self.words.text(key), share, align }
    }

    /// Adds a table, unless it has no rows. Returns the number of rows that are left out.
    fn table(
        &self,
        blocks: &mut Vec<Block>,
        columns: Vec<Column>,
        mut rows: Vec<Vec<String>>,
    ) -> usize {
        if rows.is_empty() {
            return 0;
        }
        let left = rows.len().saturating_sub(MAX_ROWS);
        rows.truncate(MAX_ROWS);
        blocks.push(gap());
        blocks.push(Block::Table(Table { columns, rows, size: SMALL }));
        if left > 0 {
            blocks.push(sentence(&self.words.count("report-rows-left", left as u64)));
        }
        left
    }
}

/// How many items of each part the one page shows.
#[derive(Clone, Copy, Default)]
struct Room {
    overdue: usize,
    changes: usize,
    due: usize,
    silent: usize,
    obstacles: usize,
}

/// What the one page shows while there is room, in the order in which a leader wants it.
const WISHES: [(Subject, usize); 15] = [
    (Subject::Overdue, 4),
    (Subject::Obstacles, 1),
    (Subject::Due, 1),
    (Subject::Silent, 2),
    (Subject::Overdue, 6),
    (Subject::Changes, 1),
    (Subject::Obstacles, 2),
    (Subject::Silent, 4),
    (Subject::Overdue, 10),
    (Subject::Due, 4),
    (Subject::Changes, 2),
    (Subject::Obstacles, 4),
    (Subject::Due, 6),
    (Subject::Silent, 10),
    (Subject::Changes, 3),
];

impl Room {
    fn of(&self, subject: Subject) -> usize {
        match subject {
            Subject::Overdue => self.overdue,
            Subject::Changes => self.changes,
            Subject::Due => self.due,
            Subject::Silent => self.silent,
            Subject::Obstacles => self.obstacles,
        }
    }

    fn with_one_more(mut self, subject: Subject) -> Self {
        *match subject {
            Subject::Overdue => &mut self.overdue,
            Subject::Changes => &mut self.changes,
            Subject::Due => &mut self.due,
            Subject::Silent => &mut self.silent,
            Subject::Obstacles => &mut self.obstacles,
        } += 1;
        self
    }
}

fn sentence(said: &str) -> Block {
    Block::Paragraph(text(vec![Span::plain(said)]))
}

/// A little room above a table.
fn gap() -> Block {
    Block::Paragraph(Paragraph { with_next: true, ..Paragraph::new(Vec::new(), 4) })
}

fn columns(part: &Part) -> Vec<Column> {
    let shares: &[u16] = match part.subject {
        Subject::Overdue => &[9, 34, 22, 17, 10, 26],
        Subject::Changes => &[9, 36, 22, 20, 33],
        Subject::Due => &[9, 40, 24, 16, 26],
        Subject::Silent => &[40, 14, 36, 18],
        Subject::Obstacles => &[9, 32, 22, 47],
    };
    let is_first = |n: usize| n == 0 && part.subject != Subject::Silent;
    let centered = |n: usize| {
        is_first(n)
            || match part.subject {
                Subject::Overdue => n == 3 || n == 4,
                Subject::Due => n == 3,
                Subject::Silent => n == 1 || n == 3,
                Subject::Changes | Subject::Obstacles => false,
            }
    };
    let columns = part.columns.iter().zip(shares).enumerate();
    columns
        .map(|(n, (title, share))| Column {
            title: title.clone(),
            share: *share,
            align: if centered(n) { Align::Center } else { Align::Left },
        })
        .collect()
}

/// A row of overdue tasks for the one page: what is recorded of a task follows its title.
fn short_row(row: &Row) -> Vec<String> {
    let cell = |n: usize| row.cells.get(n).map_or("", String::as_str);
    let title = cut(cell(1), PAGE_TITLE);
    let title = match &row.mark {
        Some(mark) => format!("{title} ({mark})"),
        None => title,
    };
    vec![cell(0).to_owned(), title, cut(cell(2), PAGE_LEAD), cell(3).to_owned()]
}

/// A fraction in a table. A ratio that does not apply is a dash.
fn ratio(words: &Words, fraction: Fraction) -> String {
    if fraction.whole > 0 { words.fraction(fraction) } else { "–".to_owned() }
}

/// The name of the file of a report if none is given.
pub fn file_name(agency: Option<&str>, as_of: NaiveDate) -> String {
    match agency {
        Some(agency) => format!("bao-cao-{agency}-{as_of}.docx"),
        None => format!("bao-cao-{as_of}.docx"),
    }
}
