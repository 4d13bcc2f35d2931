//! Reads what people type: days, deadlines, the fixed words of the format, and names of records.
//!
//! Options, answers to questions, cells of a tracker and the diagnostics of records use the same
//! readers, so that a text which one of them understands is understood by all. A text that can mean
//! two things is never decided here: the caller refuses it or asks.

pub mod columns;
pub mod days;
pub mod deadlines;
pub mod names;
pub mod parts;
mod ranges;
pub mod reports;
pub mod states;
pub mod times;
pub mod words;

/// The months in English, in small letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

use crate::vietnamese::fold;

/// Returns a text folded, with letters and digits only and single spaces between words.
pub fn normalized(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
