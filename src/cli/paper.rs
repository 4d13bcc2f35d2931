//! A short report as plain text for the terminal, or as Markdown to paste elsewhere.

use clap::ValueEnum;

use crate::markdown::escaped;
use crate::model::Task;
use crate::site::words::Words;

/// Output format of a command whose answer may be pasted into a report.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shape {
    /// For a person.
    Text,
    /// For a program.
    Json,
    /// For a report.
    Markdown,
}

/// A report that is being written.
pub(super) struct Paper {
    markdown: bool,
    text: String,
}

impl Paper {
    /// An empty paper, unless the answer is for a program.
    pub(super) fn new(shape: Shape) -> Option<Self> {
        let markdown = match shape {
            Shape::Json => return None,
            Shape::Text => false,
            Shape::Markdown => true,
        };
        Some(Paper { markdown, text: String::new() })
    }

    /// Adds the main heading.
    pub(super) fn title(&mut self, text: &str) {
        let line = if self.markdown { format!("## {}\n", escaped(text)) } else { text.to_owned() };
        self.push(&line);
    }

    /// Adds the heading of a section, with its number of items.
    pub(super) fn section(&mut self, text: &str, count: usize) {
        let line = match self.markdown {
            true => format!("\n### {} ({count})\n", escaped(text)),
            false => format!("\n{text} ({count})"),
        };
        self.push(&line);
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: &str) {
        let line = if self.markdown { format!("{}\n", escaped(text)) } else { text.to_owned() };
        self.push(&line);
    }

    /// Adds an item: a number or date, a title and details.
    pub(super) fn item(&mut self, number: &str, title: &str, detail: &str) {
        let colon = if detail.is_empty() { "" } else { ": " };
        let line = match self.markdown {
            true => {
                let (number, title) = (escaped(number), escaped(title));
                format!("- **{number}** {title}{colon}{}", escaped(detail))
            }
            false => format!("  {number}  {title}{colon}{detail}"),
        };
        self.push(&line);
    }

    /// Adds a task. A restricted one is marked, since the reader may pass the paper on.
    pub(super) fn task(&mut self, task: &Task, detail: &str, words: &Words) {
        let mut title = task.title.clone();
        if task.restricted {
            title = format!("{title} {}", words.text("diff-restricted"));
        }
        self.item(&task.number, &title, detail);
    }

    /// Adds a table; the first column is text, the others are figures.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) {
        let Some((head, body)) = rows.split_first() else { return };
        if self.markdown {
            let line = |row: &[String]| {
                let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
                format!("| {} |", cells.join(" | "))
            };
            self.push(&line(head));
            let rule = (0..head.len()).map(|n| if n == 0 { "---" } else { "---:" });
            self.push(&format!("| {} |", rule.collect::<Vec<_>>().join(" | ")));
            for row in body {
                self.push(&line(row));
            }
            return;
        }
        let width = |n: usize| {
            rows.iter().filter_map(|row| row.get(n)).map(|cell| cell.chars().count()).max()
        };
        let widths: Vec<usize> = (0..head.len()).map(|n| width(n).unwrap_or_default()).collect();
        for row in rows {
            let cells = row.iter().zip(&widths).enumerate().map(|(n, (cell, width))| {
                let blank = " ".repeat(width.saturating_sub(cell.chars().count()));
                if n == 0 { format!("{cell}{blank}") } else { format!("{blank}{cell}") }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            self.push(line.trim_end());
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_no_markup() {
        let mut paper = Paper::new(Shape::Markdown).unwrap();
        paper.item("1.1", "<b> [x](y) | *z*", "");
        assert_eq!(paper.finish(), "- **1.1** \\<b\\> \\[x\\](y) \\| \\*z\\*\n");
    }

    #[test]
    fn columns_line_up() {
        let mut paper = Paper::new(Shape::Text).unwrap();
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        paper.table(&[row(["Mục", "Xong"]), row(["1. Phòng, chống dịch", "3/12"])]);
        assert_eq!(paper.finish(), "Mục                   Xong\n1. Phòng, chống dịch  3/12\n");
    }
}
