//! Words on shelves, one shelf per thread.
//!
//! Each shelf goes through all texts and records where its own words occur and which words follow
//! them.

use super::lexicon::{Lexicon, Text};
use super::parts::Entry;
use super::set::{Field, Occurrences, Set};

/// The word that follows another one, the subject, and whether this is only in its text.
///
/// Sorted, these values are the sets of all pairs that begin with the first word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Follower(u64);

impl Follower {
    fn new(second: u32, subject: u32, field: Field) -> Self {
        let is_text = u64::from(field == Field::Text);
        Follower((u64::from(second) << 32) | (u64::from(subject) << 1) | is_text)
    }

    fn second(self) -> u32 {
        (self.0 >> 32) as u32
    }

    fn subject(self) -> u32 {
        (self.0 as u32) >> 1
    }

    fn is_text(self) -> bool {
        self.0 & 1 == 1
    }
}

/// Assigns words to shelves. There is one per thread, because each goes through all texts.
#[derive(Clone, Copy)]
pub(super) struct Shelving {
    bits: u32,
}

impl Shelving {
    pub(super) fn of(threads: usize) -> Self {
        Shelving { bits: threads.clamp(1, 16).next_power_of_two().trailing_zeros() }
    }

    pub(super) fn shelves(self) -> u32 {
        1 << self.bits
    }

    /// The shelf of a word.
    fn shelf(self, word: u32) -> u32 {
        word & (self.shelves() - 1)
    }

    /// The position of a word on its shelf.
    fn position(self, word: u32) -> usize {
        (word >> self.bits) as usize
    }
}

/// A share of the words, and the pairs that begin with them.
#[derive(Debug)]
pub(super) struct Shelf {
    pub(super) found: Vec<(u32, Occurrences)>,
    pub(super) pairs: Vec<Entry>,
}

impl Shelf {
    pub(super) fn of(number: u32, shelving: Shelving, lexicon: &Lexicon, texts: &[Text]) -> Self {
        let count = lexicon.words.len() as u32;
        let here = (number..count).step_by(shelving.shelves() as usize);
        let mut found = vec![Occurrences::default(); here.clone().count()];
        for Text { subject, field, forms } in texts {
            for form in forms.iter().filter(|form| shelving.shelf(**form) == number) {
                found[shelving.position(*form)].add(*subject, *field);
            }
        }
        let found = here.zip(found).filter(|(_, found)| found.next > 0);
        Shelf { found: found.collect(), pairs: pairs(number, shelving, lexicon, texts) }
    }
}

/// An entry for each pair of neighbouring words whose first word belongs to a shelf.
///
/// Subjects that have the pair only in their text are listed separately.
fn pairs(number: u32, shelving: Shelving, lexicon: &Lexicon, texts: &[Text]) -> Vec<Entry> {
    let firsts = lexicon.folded_words.len() as u32;
    let here = (number..firsts).step_by(shelving.shelves() as usize);
    let folded = |form: &u32| lexicon.folded[*form as usize];
    let each = |forms: &[u32], put: &mut dyn FnMut(u32, u32)| {
        for (first, second) in forms.iter().zip(forms.iter().skip(1)) {
            let first = folded(first);
            if shelving.shelf(first) == number {
                put(first, folded(second));
            }
        }
    };
    // Counting first lets all followers of a word be stored together and sorted separately.
    let mut ends = vec![0; here.clone().count()];
    for text in texts {
        each(&text.forms, &mut |first, _| ends[shelving.position(first)] += 1);
    }
    let mut count = 0;
    for end in &mut ends {
        // First the start of each range, which advances to its end as values are stored.
        count += std::mem::replace(end, count);
    }
    let mut followers = vec![Follower::default(); count];
    for Text { subject, field, forms } in texts {
        each(forms, &mut |first, second| {
            let end = &mut ends[shelving.position(first)];
            followers[*end] = Follower::new(second, *subject, *field);
            *end += 1;
        });
    }
    let (mut entries, mut begin) = (Vec::new(), 0);
    let (mut above, mut in_text) = (Set::default(), Set::default());
    for (first, end) in here.zip(ends) {
        let of_first = &mut followers[std::mem::replace(&mut begin, end)..end];
        of_first.sort_unstable();
        for pair in of_first.chunk_by(|one, other| one.second() == other.second()) {
            above.clear();
            in_text.clear();
            // The first value of each subject has its best field.
            for place in pair.chunk_by(|one, other| one.subject() == other.subject()) {
                let set = if place[0].is_text() { &mut in_text } else { &mut above };
                set.push(place[0].subject());
            }
            let word = |number: u32| lexicon.folded_words[number as usize].as_str();
            let mut entry = Entry::new([word(first), " ", word(pair[0].second())].concat());
            entry.text.reserve_exact(above.gaps.len() + in_text.gaps.len() + 6);
            above.write("", Field::Title as usize, &mut entry.text);
            in_text.write("", Field::Text as usize, &mut entry.text);
            entries.push(entry);
        }
    }
    entries
}
