//! Questions on the terminal, for those who do not know the flags by heart. Each answer is judged
//! when it is typed: one that cannot be used is asked for again, and the others are kept.

use std::cell::Cell;
use std::io::{BufRead as _, IsTerminal as _};

use super::given::{Given, Refusal};
use super::report::Report;
use crate::reading::names::Names;
use crate::vietnamese::fold;

/// Asks questions if there is a terminal.
pub(super) struct Ask<'a> {
    report: &'a Report,
    asks: bool,
    has_asked: Cell<bool>,
}

/// Records to choose from, and their kind.
#[derive(Clone, Copy)]
pub(super) struct Choices<'a> {
    pub(super) names: &'a Names,
    pub(super) what: &'a str,
}

/// A line that was typed.
enum Typed {
    Line(String),
    Nothing,
    /// The input has ended, or nobody can be asked.
    Ended,
}

/// Maximum number of choices that are listed.
const LISTED: usize = 12;

impl<'a> Ask<'a> {
    /// Asks on a terminal, or always if `forced`.
    pub(super) fn new(report: &'a Report, forced: bool) -> Self {
        let terminal = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
        Ask { report, asks: forced || terminal, has_asked: Cell::new(false) }
    }

    /// Asks the question with this key once; returns `None` without an answer.
    pub(super) fn line(&self, key: &str) -> Option<String> {
        self.maybe(key, |answer| Ok(answer.to_owned()))
    }

    /// Asks the question with this key until the answer can be used; returns `None` without an
    /// answer.
    pub(super) fn maybe<T>(
        &self,
        key: &str,
        judge: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        loop {
            let Typed::Line(answer) = self.typed(key) else { return None };
            match judge(&answer) {
                Ok(value) => return Some(value),
                Err(refusal) => refusal.say(self.report),
            }
        }
    }

    /// Asks the question with this key until there is an answer that can be used; returns `None`
    /// only if nobody can be asked.
    pub(super) fn must<T>(
        &self,
        key: &str,
        judge: impl Fn(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        loop {
            match self.typed(key) {
                Typed::Ended => return None,
                Typed::Nothing => self.needed(),
                Typed::Line(answer) => match judge(&answer) {
                    Ok(value) => return Some(value),
                    Err(refusal) => refusal.say(self.report),
                },
            }
        }
    }

    /// Asks whether to go on if any question was asked before; otherwise returns true.
    pub(super) fn confirms(&self) -> bool {
        if !self.has_asked.get() {
            return true;
        }
        match self.typed("ask-write") {
            Typed::Line(answer) => !fold(&answer).starts_with(['k', 'n']),
            _ => true,
        }
    }

    /// One of the choices, by its number in the list, its id or any of its words, without accents
    /// if need be; asked again until one is meant.
    pub(super) fn choose(&self, key: &str, choices: Choices<'_>, is_needed: bool) -> Option<usize> {
        self.choose_from(key, choices, is_needed, |_| None)?.first().copied()
    }

    /// Some of the choices, like [`Ask::choose`], with commas between them.
    pub(super) fn choose_some(
        &self,
        key: &str,
        choices: Choices<'_>,
        given: Given<'_>,
    ) -> Vec<usize> {
        let several = |answer: &str| {
            answer.contains([',', ';']).then(|| {
                choices.names.list(answer).map_err(|unclear| {
                    given.unclear(&unclear.text, choices.names, &unclear.many, choices.what)
                })
            })
        };
        self.choose_from(key, choices, false, several).unwrap_or_default()
    }

    fn choose_from(
        &self,
        key: &str,
        choices: Choices<'_>,
        is_needed: bool,
        several: impl Fn(&str) -> Option<Result<Vec<usize>, Refusal>>,
    ) -> Option<Vec<usize>> {
        let names = choices.names;
        let mut offered: Vec<usize> = (0..names.iter().count()).collect();
        loop {
            if offered.len() <= LISTED {
                for (n, choice) in offered.iter().enumerate() {
                    self.report.aside(&format!("  {}) {}", n + 1, names.get(*choice)));
                }
            }
            let answer = match self.typed(key) {
                Typed::Line(answer) => answer,
                Typed::Nothing if is_needed => {
                    self.needed();
                    continue;
                }
                _ => return None,
            };
            if let Some(choice) = names.iter().position(|name| name.id == answer) {
                return Some(vec![choice]);
            }
            let number = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            if offered.len() <= LISTED
                && let Some(choice) = number.and_then(|n| offered.get(n))
            {
                return Some(vec![*choice]);
            }
            let found = names.search(&answer);
            match (found.as_slice(), several(&answer)) {
                ([], Some(Err(refusal))) => refusal.say(self.report),
                ([one], _) => {
                    self.report.aside(&format!("  → {}", names.get(*one)));
                    return Some(found);
                }
                (_, Some(Ok(some))) => {
                    some.iter()
                        .for_each(|at| self.report.aside(&format!("  → {}", names.get(*at))));
                    return Some(some);
                }
                ([], None) => self.report.aside(&self.report.locale().text("ask-none")),
                (many, _) => {
                    let args = [("count", many.len().into())];
                    self.report.aside(&self.report.locale().format("ask-many", &args));
                    offered = found;
                }
            }
        }
    }

    fn needed(&self) {
        self.report.aside(&format!("  {}", self.report.locale().text("ask-needed")));
    }

    fn typed(&self, key: &str) -> Typed {
        if !self.asks {
            return Typed::Ended;
        }
        self.has_asked.set(true);
        self.report.question(&self.report.locale().text(key));
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => Typed::Ended,
            Ok(_) if line.trim().is_empty() => Typed::Nothing,
            Ok(_) => Typed::Line(line.trim().to_owned()),
        }
    }
}
