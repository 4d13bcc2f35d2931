//! Figures in prose that are computed: what a placeholder in a note names, and of which tasks.
//!
//! `{{hoan-thanh}}` stands for the figure on the date that is shown, `{{qua-han muc:1}}` for that
//! of a priority, `{{hoan-thanh = 12/35}}` for a figure that the author typed and that must agree
//! with the computed one on the note's own date.

use super::{AgencyIx, Id, Model, PriorityIx};
use crate::vietnamese::fold;

/// The figure that a placeholder asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What is counted.
    pub measure: Measure,
    /// Of which tasks.
    pub scope: Scope,
    /// The figure that the author typed, if the placeholder carries one.
    pub typed: Option<Figure>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Deliverables done with evidence, of those not stopped.
    Done,
    /// Done on time, of what was done with a deadline or is overdue.
    OnTime,
    /// Ongoing tasks with a report, of those not stopped with an ended cycle.
    Reported,
    /// Tasks overdue.
    Overdue,
    /// Tasks whose label is that nothing recent was heard.
    Silent,
    /// Tasks stopped or replaced.
    Stopped,
    /// Deliverables.
    Deliverables,
    /// Ongoing tasks.
    Ongoing,
    /// All tasks.
    Tasks,
}

impl Measure {
    /// All, with the names that notes use.
    pub const ALL: [(&'static str, Measure); 9] = [
        ("hoan-thanh", Measure::Done),
        ("dung-han", Measure::OnTime),
        ("co-bao-cao", Measure::Reported),
        ("qua-han", Measure::Overdue),
        ("chua-co-tin", Measure::Silent),
        ("da-dung", Measure::Stopped),
        ("co-san-pham", Measure::Deliverables),
        ("thuong-xuyen", Measure::Ongoing),
        ("tong-so", Measure::Tasks),
    ];

    /// Whether it is so many of so many.
    pub fn is_fraction(self) -> bool {
        matches!(self, Measure::Done | Measure::OnTime | Measure::Reported)
    }
}

/// Of which tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All.
    Directive,
    /// Those of a priority.
    Priority(PriorityIx),
    /// Those that an agency leads.
    Agency(AgencyIx),
}

/// A figure as typed or computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A part of a whole.
    Fraction(u32, u32),
    /// A number.
    Number(u32),
}

/// A placeholder that names nothing, and what it may have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// There is no such measure.
    Measure(String),
    /// There is no such scope.
    Scope(String),
    /// No priority has this id.
    Priority(String),
    /// No agency has this id.
    Agency(String),
    /// The typed figure is not of the measure's form.
    Figure(String),
}

/// The word for priorities in a scope.
pub const PRIORITY: &str = "muc";
/// The word for agencies in a scope.
pub const AGENCY: &str = "co-quan";

impl Quantity {
    /// Reads the text between the braces. In the names, accents and capitals do not matter, and
    /// blanks may replace hyphens.
    ///
    /// # Errors
    ///
    /// [`Unknown`], with the first part that names nothing.
    /// With the first part that names nothing.
    pub fn read(inside: &str, model: &Model) -> Result<Self, Unknown> {
        let (names, typed) = match inside.split_once('=') {
            Some((names, typed)) => (names, Some(typed.trim())),
            None => (inside, None),
        };
        let (name, scope) = match names.split_once(':') {
            // The scope's word is the last one before the colon: "hoan-thanh muc: 1".
            Some((before, id)) => match before.trim().rsplit_once(char::is_whitespace) {
                Some((name, word)) => (name, Some((word.trim(), id.trim()))),
                None => return Err(Unknown::Measure(before.trim().to_owned())),
            },
            None => (names, None),
        };
        let name_plain = plain(name);
        let measure = (Measure::ALL.iter().find(|(known, _)| *known == name_plain))
            .map(|(_, measure)| *measure)
            .ok_or_else(|| Unknown::Measure(name.trim().to_owned()))?;
        let scope = match scope {
            None => Scope::Directive,
            Some((word, id)) => match plain(word).as_str() {
                PRIORITY => {
                    let place = place_of(model.priorities.iter().map(|p| &p.id), id);
                    let place = place.ok_or_else(|| Unknown::Priority(id.to_owned()))?;
                    Scope::Priority(PriorityIx(place))
                }
                AGENCY => {
                    let place = place_of(model.agencies.iter().map(|a| &a.id), id);
                    let place = place.ok_or_else(|| Unknown::Agency(id.to_owned()))?;
                    Scope::Agency(AgencyIx(place))
                }
                _ => return Err(Unknown::Scope(word.to_owned())),
            },
        };
        let typed = match typed {
            None => None,
            Some(text) => Some(
                Figure::read(text)
                    .filter(|figure| {
                        matches!(figure, Figure::Fraction(..)) == measure.is_fraction()
                    })
                    .ok_or_else(|| Unknown::Figure(text.to_owned()))?,
            ),
        };
        Ok(Quantity { measure, scope, typed })
    }
}

impl Figure {
    /// "12/35", "1.234", "7".
    fn read(text: &str) -> Option<Self> {
        let number = |text: &str| {
            let text = text.trim();
            let digits: String = text.chars().filter(|c| !matches!(c, '.' | ',')).collect();
            let plain = text.starts_with(|c: char| c.is_ascii_digit())
                && text.ends_with(|c: char| c.is_ascii_digit());
            digits.parse::<u32>().ok().filter(|_| plain)
        };
        match text.split_once('/') {
            Some((part, whole)) => Some(Figure::Fraction(number(part)?, number(whole)?)),
            None => Some(Figure::Number(number(text)?)),
        }
    }
}

/// A name as it is compared.
fn plain(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join("-")
}

fn place_of<'m>(mut ids: impl Iterator<Item = &'m Id>, id: &str) -> Option<usize> {
    ids.position(|known| known.as_str() == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_people_type_them() {
        for (text, expected) in [
            ("12/35", Some(Figure::Fraction(12, 35))),
            ("1.234 / 2.345", Some(Figure::Fraction(1234, 2345))),
            ("7", Some(Figure::Number(7))),
            ("1,234", Some(Figure::Number(1234))),
            ("", None),
            ("bảy", None),
            ("7 %", None),
            ("-7", None),
            ("1/2/3", None),
            (".5", None),
        ] {
            assert_eq!(Figure::read(text), expected, "{text}");
        }
    }
}
