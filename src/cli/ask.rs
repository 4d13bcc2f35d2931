//! Questions on the terminal, for those who do not know the flags by heart.

use std::cell::Cell;
use std::io::{BufRead as _, IsTerminal as _};

use super::report::Report;
use crate::model::Model;
use crate::vietnamese::{fold, without_apostrophes};

/// Asks questions if there is a terminal.
pub(super) struct Ask<'a> {
    report: &'a Report,
    asks: bool,
    has_asked: Cell<bool>,
}

/// A record that can be chosen, by its id or any of its names.
pub(super) struct Choice {
    pub(super) id: String,
    name: String,
    search: String,
}

/// Maximum number of choices that are listed.
const LISTED: usize = 12;

impl<'a> Ask<'a> {
    /// Asks on a terminal, or always if `forced`.
    pub(super) fn new(report: &'a Report, forced: bool) -> Self {
        let terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Ask { report, asks: forced || terminal, has_asked: Cell::new(false) }
    }

    /// Asks the question with this key; returns `None` without an answer.
    pub(super) fn line(&self, key: &str) -> Option<String> {
        if !self.asks {
            return None;
        }
        self.has_asked.set(true);
        self.report.question(&self.report.locale().text(key));
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line).ok()?;
        let line = line.trim().to_owned();
        (read > 0 && !line.is_empty()).then_some(line)
    }

    /// Asks whether to go on if any question was asked before; otherwise returns true.
    pub(super) fn confirms(&self) -> bool {
        if !self.has_asked.get() {
            return true;
        }
        let answer = self.line("ask-write").unwrap_or_default();
        !fold(&answer).starts_with(['k', 'n'])
    }

    /// One of the choices, by its number in the list, its id or any of its words, without accents
    /// if need be; asked again until one is meant.
    pub(super) fn choose(&self, key: &str, choices: &[Choice]) -> Option<String> {
        let mut offered: Vec<&Choice> = choices.iter().collect();
        loop {
            if offered.len() <= LISTED {
                for (n, choice) in offered.iter().enumerate() {
                    self.report.aside(&format!("  {}) {choice}", n + 1));
                }
            }
            let answer = self.line(key)?;
            if let Some(choice) = choices.iter().find(|choice| choice.id == answer) {
                return Some(choice.id.clone());
            }
            let number = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            if offered.len() <= LISTED
                && let Some(choice) = number.and_then(|n| offered.get(n))
            {
                return Some(choice.id.clone());
            }
            let meant = meant(&answer, choices);
            match meant.as_slice() {
                [choice] => {
                    self.report.aside(&format!("  → {choice}"));
                    return Some(choice.id.clone());
                }
                [] => self.report.aside(&self.report.locale().text("ask-none")),
                many => {
                    let args = [("count", many.len().into())];
                    self.report.aside(&self.report.locale().format("ask-many", &args));
                    offered = meant;
                }
            }
        }
    }
}

impl Choice {
    pub(super) fn new(id: &str, name: &str, others: &[&str]) -> Self {
        let search = plain(&format!("{id} {name} {}", others.join(" ")));
        Choice { id: id.to_owned(), name: name.to_owned(), search }
    }

    /// Whether each word of the answer is a whole word of an id or a name.
    pub(super) fn has_words(&self, answer: &str) -> bool {
        let own: Vec<&str> = self.search.split(' ').collect();
        plain(answer).split(' ').all(|word| own.contains(&word))
    }

    /// The tasks of a model.
    pub(super) fn tasks(model: &Model) -> Vec<Choice> {
        let tasks = model.tasks.iter();
        tasks.map(|task| Choice::new(task.id.as_str(), &task.title, &[&task.number])).collect()
    }

    /// The agencies of a model.
    pub(super) fn agencies(model: &Model) -> Vec<Choice> {
        let agencies = model.agencies.iter().map(|agency| {
            let mut others: Vec<&str> = agency.aliases.iter().map(String::as_str).collect();
            others.extend(agency.short.as_deref());
            Choice::new(agency.id.as_str(), &agency.name, &others)
        });
        agencies.collect()
    }

    /// The priorities of a model.
    pub(super) fn priorities(model: &Model) -> Vec<Choice> {
        let priorities = model.priorities.iter();
        priorities.map(|p| Choice::new(p.id.as_str(), &p.title, &[&p.number])).collect()
    }
}

impl std::fmt::Display for Choice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}  {}", self.id, self.name)
    }
}

/// The form in which names are compared.
fn plain(text: &str) -> String {
    fold(&without_apostrophes(text))
}

/// Returns the choices that contain the answer as a phrase, or else every word of it.
pub(super) fn meant<'c>(answer: &str, choices: &'c [Choice]) -> Vec<&'c Choice> {
    let answer = plain(answer);
    let whole = format!(" {answer} ");
    let exact: Vec<&Choice> =
        choices.iter().filter(|choice| format!(" {} ", choice.search).contains(&whole)).collect();
    if !exact.is_empty() {
        return exact;
    }
    let holds = |choice: &&Choice| answer.split(' ').all(|word| choice.search.contains(word));
    choices.iter().filter(holds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_meant_without_its_accents() {
        let choices = [
            Choice::new("so-yt", "Sở Y tế", &["SYT"]),
            Choice::new("so-khdt", "Sở Kế hoạch và Đầu tư", &[]),
            Choice::new("xa-dak-rlap", "Ủy ban nhân dân xã Đắk R’Lấp", &[]),
        ];
        let found =
            |answer| meant(answer, &choices).iter().map(|c| c.id.as_str()).collect::<Vec<_>>();
        assert_eq!(found("so y te"), ["so-yt"]);
        assert_eq!(found("dau tu"), ["so-khdt"]);
        assert_eq!(found("syt"), ["so-yt"]);
        assert_eq!(found("so").len(), 2);
        assert_eq!(found("so-kh"), ["so-khdt"]);
        for answer in ["dak rlap", "R'Lấp", "r’lap", "đắk r lấp"] {
            assert_eq!(found(answer), ["xa-dak-rlap"], "{answer}");
        }
        assert!(choices[1].has_words("Đầu tư"));
        assert!(!choices[1].has_words("so-kh"), "half an id is a slip, not a name");
        assert!(found("tai chinh").is_empty());
    }
}
