//! Writes, reads, compares and sorts text, dates and numbers the way Vietnamese readers expect.
//!
//! This room knows nothing of tasks and holds no sentences: errors are data, and the caller
//! chooses the words.
//!
//! - Matching: [`fold`], [`slug`], [`nfc`]; [`first_free`] for ids; [`words`] and [`without_apostrophes`] for searching.
//! - Names in running text: [`find_name`].
//! - Order: [`sort_key`] and [`initial`] for names; [`natural_cmp`] for ids and item numbers.
//! - Dates: [`parse_date`], [`short_date`], [`long_date`]; [`Month`], [`Quarter`] and [`Year`].
//! - Numbers: [`number`]. Capitals: [`capitalised`].
//! - Bad text: [`suspicious()`] finds it, [`legacy`] converts text of old fonts to Unicode.

mod collation;
mod dates;
pub mod legacy;
mod letters;
mod matching;
mod naming;
mod natural;
mod numbers;
mod periods;
mod plain;
#[cfg(test)]
mod samples;
mod suspicious;

pub use collation::{SortKey, initial, sort_key};
pub use dates::{DateError, YEARS, long_date, parse_date, short_date};
pub use letters::capitalised;
pub use matching::{Word, first_free, fold, nfc, slug, without_apostrophes, words};
pub use naming::find_name;
pub use natural::natural_cmp;
pub use numbers::number;
pub use periods::{Month, PeriodError, Quarter, Year, parse_month, parse_quarter, parse_year};
pub use plain::{every_byte, is_common};
pub use suspicious::{Suspicion, SuspicionKind, suspicious};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn long_input_takes_linear_time() {
        let started = std::time::Instant::now();
        for unit in ["a", "µ", "aù", "ñ", "\n", "- ", "9.", "0", "\u{301}", "ậ"] {
            let text = unit.repeat(200_000);
            let _ = (suspicious(&text), fold(&text), slug(&text), parse_date(&text));
            let _ = (natural_cmp(&text, &format!("{text}1")), nfc(&text).len());
        }
        assert!(started.elapsed().as_secs() < 60);
    }

    proptest! {
        #[test]
        fn readers_take_any_text(text in any::<String>()) {
            let _ = (parse_date(&text), parse_month(&text), parse_quarter(&text), parse_year(&text));
            if let Some(found) = suspicious(&text) {
                prop_assert!(!text[found.range].is_empty());
            }
        }
    }
}
