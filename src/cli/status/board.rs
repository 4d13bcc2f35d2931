//! The state of the directive as a page for the terminal: bars, and the tasks that need attention.

use chrono::NaiveDate;

use crate::assess::standing::due_soon;
use crate::assess::{Assessed, AssessedPart, Assessment, Fraction, Standing, parts};
use crate::cli::build::readouts;
use crate::cli::scope::Scope;
use crate::locale::Locale;
use crate::model::{Model, Task, TaskIx};
use crate::site::words::Words;

/// Maximum width of a title, in characters.
const TITLE_WIDTH: usize = 40;
/// Width of a bar, in cells.
const BAR: usize = 8;

const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const YELLOW: &str = "\u{1b}[33m";
const BLUE: &str = "\u{1b}[34m";
const PLAIN: &str = "\u{1b}[0m";

/// The whole page, with colours. The printer removes them if they are not wanted.
pub(super) fn draw(
    model: &Model,
    assessment: &Assessment,
    wanted: Scope,
    locale: &Locale,
) -> String {
    let words = Words::new(model, locale.tag());
    let board = Board { model, assessment, wanted, locale, words };
    let mut parts = vec![board.head()];
    if wanted.is_part() {
        parts.extend(board.tasks());
    } else {
        parts.push(board.priorities());
        let overdue = |_: &Task, assessed: &Assessed| assessed.standing == Standing::Overdue;
        parts.extend(board.section("status-overdue", RED, overdue));
        parts.extend(board.overdue_parts());
        let soon = |task: &Task, assessed: &Assessed| {
            due_soon(model, task, assessed, assessment.as_of).is_some()
        };
        parts.extend(board.section("status-due-soon", YELLOW, soon));
        parts.extend(board.parts_due_soon());
        parts.extend(board.silent());
    }
    parts.join("\n\n")
}

struct Board<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    wanted: Scope,
    locale: &'a Locale,
    words: Words,
}

impl Board<'_> {
    /// The heading: the directive, the date and the two read-outs.
    fn head(&self) -> String {
        let Board { model, assessment, wanted, locale, words, .. } = self;
        let args = [
            ("number", (&model.directive.number).into()),
            ("date", locale.short_date(assessment.as_of).into()),
        ];
        let mut lines = vec![format!("{BOLD}{}{PLAIN}", locale.format("status-title", &args))];
        if let Some(agency) = wanted.agency {
            lines.push(model[agency].name.clone());
        }
        if let Some(priority) = wanted.priority {
            lines.push(format!("{}. {}", model[priority].number, model[priority].title));
        }
        let tally = match (wanted.agency, wanted.priority) {
            (None, None) => Some(&assessment.directive),
            (Some(agency), None) => Some(&assessment.agencies[agency.0].tally),
            (None, Some(priority)) => Some(&assessment.priorities[priority.0]),
            (Some(_), Some(_)) => None,
        };
        if let Some(tally) = tally {
            lines.push(readouts(tally, locale));
            if tally.reported_early() > 0 {
                lines.push(words.count("beside-early", tally.reported_early()));
            }
        }
        lines.join("\n")
    }

    /// The priorities, one per row.
    fn priorities(&self) -> String {
        let Board { model, assessment, locale, words, .. } = self;
        let mut rows = vec![[
            Cell::plain(words.text("column-of-priority")),
            Cell::plain(locale.text("status-column-deliverables")),
            Cell::plain(locale.text("status-column-overdue")),
            Cell::plain(locale.text("status-column-ongoing")),
            Cell::plain(locale.text("status-column-word")),
        ]];
        for (priority, tally) in model.priorities.iter().zip(&assessment.priorities) {
            let overdue = Cell::plain(tally.overdue().to_string());
            let is_late = tally.overdue() > 0;
            rows.push([
                Cell::plain(shortened(&format!("{}. {}", priority.number, priority.title))),
                bar(tally.completion, GREEN),
                if is_late { overdue.painted(RED) } else { overdue },
                bar(tally.reporting, BLUE),
                Cell::plain(words.group(tally.word)),
            ]);
        }
        table(&rows)
    }

    /// The tasks for which `is_listed` is true, under a heading. Empty if there are none.
    fn section(
        &self,
        key: &str,
        color: &str,
        is_listed: impl Fn(&Task, &Assessed) -> bool,
    ) -> Option<String> {
        let tasks = self.model.tasks().map(|(ix, task)| (task, &self.assessment[ix]));
        let lines: Vec<String> = tasks
            .filter(|(task, assessed)| is_listed(task, assessed))
            .map(|(task, assessed)| self.line(task, assessed, ""))
            .collect();
        self.under(key, color, &lines)
    }

    /// The overdue parts, and of each task that owes periodic reports the first of them.
    fn overdue_parts(&self) -> Option<String> {
        let mut lines = Vec::new();
        for (ix, task) in self.model.tasks() {
            let assessed = &self.assessment[ix];
            let owed = assessed.parts.list.iter().filter(|part| part.is_overdue());
            let limit = if task.reports.is_some() { 1 } else { usize::MAX };
            for part in owed.take(limit) {
                let mut line = self.part_line(task, part);
                let owed = assessed.parts.counts.overdue;
                if part.period.is_some() && owed > 1 {
                    line.push_str(&format!(", {}", self.words.count("parts-owed", owed)));
                }
                lines.push(line);
            }
        }
        self.under("status-overdue-parts", RED, &lines)
    }

    /// The parts and periodic reports that have a near day of their own.
    fn parts_due_soon(&self) -> Option<String> {
        let as_of = self.assessment.as_of;
        let of_task = |(ix, task): (TaskIx, &Task)| {
            let dated = parts::dated(task, &self.assessment[ix].parts, as_of);
            let soon = dated.filter(|(.., part)| parts::is_due_soon(self.model, part, as_of));
            let line = |(day, _, part): (NaiveDate, usize, &AssessedPart)| {
                format!("{} ({})", self.part_line(task, part), self.locale.short_date(day))
            };
            soon.map(line).collect::<Vec<_>>()
        };
        let lines: Vec<String> = self.model.tasks().flat_map(of_task).collect();
        self.under("status-parts-due-soon", YELLOW, &lines)
    }

    fn part_line(&self, task: &Task, part: &AssessedPart) -> String {
        let (name, label) =
            (self.words.part_name(self.model, task, part), self.words.part_label(part));
        format!("  {}  {name} – {}: {label}", task.number, task.title)
    }

    /// The silent tasks by agency. Silence never means that nothing was done.
    fn silent(&self) -> Option<String> {
        let model = self.model;
        let mut lines = Vec::new();
        let silent = |assessed: &Assessed| {
            let standings = [Standing::NoReport, Standing::Stale, Standing::ReportMissing];
            let causes = &assessed.causes;
            standings.contains(&assessed.standing) || causes.no_report || causes.stale.is_some()
        };
        let mut line = |name: &str, numbers: Vec<&str>| {
            if !numbers.is_empty() {
                lines.push(format!("  {name} ({}): {}", numbers.len(), numbers.join(", ")));
            }
        };
        for (agency, group) in model.agencies.iter().zip(&self.assessment.agencies) {
            let tasks = group.tasks.iter().filter(|ix| silent(&self.assessment[**ix]));
            line(&agency.name, tasks.map(|ix| model[*ix].number.as_str()).collect());
        }
        let without = model.tasks().filter(|(ix, _)| {
            self.assessment[*ix].leads.is_empty() && silent(&self.assessment[*ix])
        });
        line(
            &self.words.text("row-no-lead"),
            without.map(|(_, task)| task.number.as_str()).collect(),
        );
        self.under("status-silent", YELLOW, &lines)
    }

    /// The requested tasks, one per line, each with its standing.
    fn tasks(&self) -> Option<String> {
        let tasks = self.model.tasks().map(|(ix, task)| (task, &self.assessment[ix]));
        let lines: Vec<String> = tasks
            .filter(|(task, assessed)| self.wanted.holds(task, assessed))
            .map(|(task, assessed)| self.line(task, assessed, color_of(assessed.standing)))
            .collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    fn under(&self, key: &str, color: &str, lines: &[String]) -> Option<String> {
        let heading = format!("{color}{}{PLAIN}", self.locale.text(key));
        (!lines.is_empty()).then(|| format!("{heading}\n{}", lines.join("\n")))
    }

    fn line(&self, task: &Task, assessed: &Assessed, color: &str) -> String {
        let mut told = self.words.standing(assessed);
        for cause in self.words.causes(assessed) {
            told.push_str(", ");
            told.push_str(&cause);
        }
        let told = Cell { text: told, color: color.to_owned() };
        format!("  {}  {}: {}", task.number, task.title, told.shown())
    }
}

/// A piece of text and its colour, if any.
struct Cell {
    text: String,
    color: String,
}

impl Cell {
    fn plain(text: String) -> Self {
        Cell { text, color: String::new() }
    }

    fn painted(self, color: &str) -> Self {
        Cell { color: color.to_owned(), ..self }
    }

    fn width(&self) -> usize {
        self.text.chars().count()
    }

    fn shown(&self) -> String {
        match self.color.as_str() {
            "" => self.text.clone(),
            color => format!("{color}{}{PLAIN}", self.text),
        }
    }
}

/// The colour of a standing that needs attention. `None` for all others.
fn color_of(standing: Standing) -> &'static str {
    match standing {
        Standing::Overdue => RED,
        Standing::DueSoon
        | Standing::AwaitingEvidence
        | Standing::Blocked
        | Standing::Stale
        | Standing::NoReport
        | Standing::ReportMissing => YELLOW,
        Standing::DoneOnTime
        | Standing::DoneLate
        | Standing::Done
        | Standing::InProgress
        | Standing::NotStarted
        | Standing::Reported
        | Standing::NotYetDue
        | Standing::Duty
        | Standing::Cancelled
        | Standing::Superseded => "",
    }
}

/// A bar with its fraction. It is full only if everything is done, and empty only if nothing is.
fn bar(fraction: Fraction, color: &str) -> Cell {
    let (part, whole) = (fraction.part as usize, fraction.whole as usize);
    if whole == 0 {
        return Cell::plain("–".to_owned());
    }
    let cells = match part * BAR / whole {
        0 if part > 0 => 1,
        cells => cells,
    };
    let text = format!("{}{} {part:>2}/{whole:<2}", "█".repeat(cells), "░".repeat(BAR - cells));
    Cell { text, color: color.to_owned() }
}

/// Aligns columns: the first and the last to the left, figures to the right.
fn table(rows: &[[Cell; 5]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let line = |row: &[Cell; 5]| {
        let cells = row.iter().enumerate().map(|(n, cell)| {
            let blank = " ".repeat(widths[n] - cell.width());
            let shown = cell.shown();
            if matches!(n, 0 | 4) { format!("{shown}{blank}") } else { format!("{blank}{shown}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= TITLE_WIDTH {
        return title.to_owned();
    }
    title.chars().take(TITLE_WIDTH - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_never_overstates_and_never_hides() {
        let drawn = |part, whole| bar(Fraction { part, whole }, "").text;
        assert_eq!(drawn(0, 40), "░░░░░░░░  0/40");
        assert_eq!(drawn(1, 40), "█░░░░░░░  1/40");
        assert_eq!(drawn(39, 40), "███████░ 39/40");
        assert_eq!(drawn(40, 40), "████████ 40/40");
        assert_eq!(drawn(0, 0), "–");
    }
}
