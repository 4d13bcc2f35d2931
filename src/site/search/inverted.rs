//! Which words stand where: sets of subjects by word, pair of neighbouring words, beginning of a
//! word and group of synonyms, as the script reads them. Knows nothing of tasks.
//!
//! A set is written as the gaps between its numbers, five bits a character, so that a word which
//! stands everywhere packs to nothing. The entries are sorted by their keys and cut into parts of
//! much the same size; a reader of the parts needs only the first key of each.

use std::collections::BTreeMap;

use crate::vietnamese;

/// Looked up only, and sorted before anything is written.
#[expect(clippy::disallowed_types, reason = "millions of look-ups; sorted before it is written")]
type Table<K, V> = std::collections::HashMap<K, V>;

/// Where in a subject a word stands; the first is worth most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// Number, symbol, short name.
    Code,
    /// Title or name.
    Title,
    /// Who and where: agencies, places, standings.
    Names,
    /// Everything else.
    Text,
}

/// Parts hold about so many characters: at least, and at most while a word fits.
const PART: std::ops::RangeInclusive<usize> = 2_500..=6_000;
/// So many parts are aimed at.
const PARTS: usize = 1_200;
/// Longer beginnings of words are not looked up.
const LONGEST_BEGINNING: usize = 12;
/// The digits of a gap; the second half says that more follow.
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// Ascending numbers, each added once.
#[derive(Clone, Debug, Default)]
struct Set {
    /// One more than the last.
    next: u32,
    gaps: Vec<u8>,
}

impl Set {
    fn push(&mut self, number: u32) {
        let mut gap = (number - self.next) as usize;
        self.next = number + 1;
        while gap >= 32 {
            self.gaps.push(DIGITS[32 + gap % 32]);
            gap /= 32;
        }
        self.gaps.push(DIGITS[gap]);
    }

    fn numbers(&self) -> impl Iterator<Item = u32> {
        let mut next = 0;
        let (mut gap, mut shift) = (0, 0);
        self.gaps.iter().filter_map(move |digit| {
            let value = DIGITS.iter().position(|d| d == digit).unwrap_or(0) as u32;
            gap |= (value % 32) << shift;
            shift += 5;
            if value >= 32 {
                return None;
            }
            let number = next + gap;
            (next, gap, shift) = (number + 1, 0, 0);
            Some(number)
        })
    }

    fn write(&self, variant: &str, field: usize, out: &mut String) {
        if !self.gaps.is_empty() {
            out.push(',');
            out.push_str(variant);
            out.push(':');
            out.push(char::from(DIGITS[field]));
            out.extend(self.gaps.iter().map(|digit| char::from(*digit)));
        }
    }
}

/// The subjects that hold something, each under the best field in which it does.
#[derive(Clone, Debug, Default)]
struct Found {
    /// One more than the last subject.
    seen: u32,
    sets: [Set; 4],
}

impl Found {
    /// Fields come in their order, so the first is the best.
    fn see(&mut self, subject: u32, field: Field) {
        if self.seen <= subject {
            self.seen = subject + 1;
            self.sets[field as usize].push(subject);
        }
    }

    fn write(&self, variant: &str, out: &mut String) {
        for (field, set) in self.sets.iter().enumerate() {
            set.write(variant, field, out);
        }
    }
}

/// A word as it is written with its marks.
#[derive(Debug)]
struct Form {
    word: vietnamese::Word,
    found: Found,
}

/// The subjects in which two words stand side by side: before the text, and in it.
#[derive(Debug, Default)]
struct Pair {
    seen: u32,
    above: Set,
    text: Set,
}

/// Synonyms, as numbers of forms.
#[derive(Debug)]
struct Phrase {
    forms: Vec<u32>,
    group: usize,
}

/// What is known so far.
#[derive(Debug, Default)]
pub(super) struct Inverted {
    forms: Vec<Form>,
    form_of: BTreeMap<vietnamese::Word, u32>,
    /// What stands between two spaces, and its forms: most of it comes again and again.
    chunks: Table<String, Vec<u32>>,
    /// The number of each form without its marks.
    folded: Vec<u32>,
    folded_of: BTreeMap<String, u32>,
    pairs: Table<(u32, u32), Pair>,
    phrases: BTreeMap<u32, Vec<Phrase>>,
    groups: Vec<Found>,
    subjects: u32,
}

/// The index, cut into parts.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The first key of each.
    pub(super) firsts: Vec<String>,
    pub(super) bodies: Vec<String>,
}

impl Inverted {
    /// Nothing but groups of phrases that mean the same.
    pub(super) fn new(groups: &[Vec<String>]) -> Self {
        let mut inverted =
            Inverted { groups: vec![Found::default(); groups.len()], ..Self::default() };
        for (group, phrases) in groups.iter().enumerate() {
            for phrase in phrases {
                let forms = inverted.forms_of(phrase);
                if let Some(first) = forms.first() {
                    let phrases = inverted.phrases.entry(*first).or_default();
                    phrases.push(Phrase { forms, group });
                }
            }
        }
        inverted
    }

    /// Adds the next subject with its texts, those of the best field first.
    pub(super) fn add(&mut self, texts: &[(Field, String)]) {
        let subject = self.subjects;
        self.subjects += 1;
        debug_assert!(texts.is_sorted_by_key(|(field, _)| *field), "the best field comes first");
        for (field, text) in texts {
            let forms = self.forms_of(text);
            for (at, form) in forms.iter().enumerate() {
                self.forms[*form as usize].found.see(subject, *field);
                if let Some(next) = forms.get(at + 1) {
                    let pair = (self.folded[*form as usize], self.folded[*next as usize]);
                    let pair = self.pairs.entry(pair).or_default();
                    if pair.seen <= subject {
                        pair.seen = subject + 1;
                        let set =
                            if *field == Field::Text { &mut pair.text } else { &mut pair.above };
                        set.push(subject);
                    }
                }
                for phrase in self.phrases.get(form).into_iter().flatten() {
                    if forms[at..].starts_with(&phrase.forms) {
                        self.groups[phrase.group].see(subject, *field);
                    }
                }
            }
        }
    }

    /// Everything, sorted and cut.
    pub(super) fn parts(self) -> Parts {
        let mut entries = self.beginnings();
        let Inverted { forms, folded_of, folded, pairs, groups, .. } = self;
        let mut by_folded: Vec<Vec<&Form>> = vec![Vec::new(); folded_of.len()];
        for (form, folded) in forms.iter().zip(&folded) {
            by_folded[*folded as usize].push(form);
        }
        let mut words = vec![""; folded_of.len()];
        for (word, number) in &folded_of {
            words[*number as usize] = word;
        }
        for (word, forms) in words.iter().zip(&mut by_folded) {
            forms.sort_by_key(|form| &form.word);
            let mut value = String::new();
            for Form { word, found } in forms {
                let variant = if word.exact == word.folded { "" } else { &word.exact };
                found.write(variant, &mut value);
            }
            entries.push(((*word).to_owned(), value));
        }
        for ((first, second), pair) in pairs {
            let mut value = String::new();
            pair.above.write("", Field::Title as usize, &mut value);
            pair.text.write("", Field::Text as usize, &mut value);
            entries.push((format!("{} {}", words[first as usize], words[second as usize]), value));
        }
        for (number, found) in groups.iter().enumerate() {
            let mut value = String::new();
            found.write("", &mut value);
            entries.push((format!("={number}"), value));
        }
        // Words of nothing but synonyms stand nowhere.
        entries.retain(|(_, value)| !value.is_empty());
        cut(entries)
    }

    /// The forms of a text, in their order.
    fn forms_of(&mut self, text: &str) -> Vec<u32> {
        let mut forms = Vec::new();
        for chunk in text.split_whitespace() {
            if let Some(known) = self.chunks.get(chunk) {
                forms.extend_from_slice(known);
                continue;
            }
            let found: Vec<u32> =
                vietnamese::words(chunk).into_iter().map(|word| self.form(word)).collect();
            forms.extend_from_slice(&found);
            self.chunks.insert(chunk.to_owned(), found);
        }
        forms
    }

    fn form(&mut self, word: vietnamese::Word) -> u32 {
        if let Some(known) = self.form_of.get(&word) {
            return *known;
        }
        let number = self.forms.len() as u32;
        let next = self.folded_of.len() as u32;
        self.folded.push(*self.folded_of.entry(word.folded.clone()).or_insert(next));
        self.form_of.insert(word.clone(), number);
        self.forms.push(Form { word, found: Found::default() });
        number
    }

    /// What begins alike, for the last word of a query, which may not be whole: each beginning
    /// that several words share. Of the others the reader finds the one word itself.
    fn beginnings(&self) -> Vec<(String, String)> {
        let mut by_beginning: BTreeMap<&str, Vec<&Form>> = BTreeMap::new();
        let mut words: BTreeMap<&str, usize> = BTreeMap::new();
        for form in self.forms.iter().filter(|form| form.found.seen > 0) {
            let word = form.word.folded.as_str();
            for (at, _) in word.char_indices().skip(1).take(LONGEST_BEGINNING) {
                by_beginning.entry(&word[..at]).or_default().push(form);
            }
        }
        for word in self.folded_of.keys() {
            for (at, _) in word.char_indices().skip(1).take(LONGEST_BEGINNING) {
                *words.entry(&word[..at]).or_default() += 1;
            }
        }
        let mut best = vec![u8::MAX; self.subjects as usize];
        let shared = by_beginning.into_iter().filter(|(start, _)| {
            !start.ends_with('.') && words.get(start).is_some_and(|words| *words > 1)
        });
        shared
            .map(|(start, forms)| {
                best.fill(u8::MAX);
                for form in forms {
                    for (field, set) in form.found.sets.iter().enumerate() {
                        for subject in set.numbers() {
                            let best = &mut best[subject as usize];
                            *best = (*best).min(field as u8);
                        }
                    }
                }
                let mut sets: [Set; 4] = Default::default();
                for (subject, field) in best.iter().enumerate() {
                    if let Some(set) = sets.get_mut(usize::from(*field)) {
                        set.push(subject as u32);
                    }
                }
                let mut value = String::new();
                for (field, set) in sets.iter().enumerate() {
                    set.write("", field, &mut value);
                }
                (format!("{start}*"), value)
            })
            .collect()
    }
}

/// Sorts as the script compares, and cuts.
fn cut(mut entries: Vec<(String, String)>) -> Parts {
    entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
    let whole: usize = entries.iter().map(|(key, value)| key.len() + value.len() + 1).sum();
    let limit = (whole / PARTS).clamp(*PART.start(), *PART.end());
    let mut parts = Parts::default();
    let mut body = String::new();
    for (key, value) in entries {
        if !body.is_empty() && body.len() + key.len() + value.len() > limit {
            parts.bodies.push(std::mem::take(&mut body));
        }
        if body.is_empty() {
            parts.firsts.push(key.clone());
        } else {
            body.push(';');
        }
        body.push_str(&key);
        body.push_str(&value);
    }
    if !body.is_empty() {
        parts.bodies.push(body);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(texts: &[&str], groups: &[Vec<String>]) -> String {
        let mut inverted = Inverted::new(groups);
        for text in texts {
            inverted.add(&[(Field::Text, (*text).to_owned())]);
        }
        inverted.parts().bodies.concat()
    }

    #[test]
    fn a_set_is_read_as_it_was_written() {
        let numbers = [0, 1, 5, 37, 38, 1_062, 1_100, 70_000];
        let mut set = Set::default();
        numbers.iter().for_each(|n| set.push(*n));
        assert_eq!(set.numbers().collect::<Vec<_>>(), numbers);
    }

    #[test]
    fn words_pairs_and_beginnings() {
        let written = index(&["Phú Lương", "phu hồ", "Phương"], &[]);
        let expected = "ho,hôF:31;luong,lươngX:30;phu,:31,phuS:30";
        assert!(!written.contains(expected), "the tone of lương is none");
        for entry in ["luong,lương:30", "phu,:31,phuS:30", "phu luong,:30", "ph*,:3000", "hu*"] {
            assert_eq!(written.contains(entry), entry != "hu*", "{entry} in {written}");
        }
    }

    #[test]
    fn synonyms_are_found_with_their_marks() {
        let groups = vec![vec!["covid".to_owned(), "cô vít".to_owned()]];
        let written = index(&["chống Covid-19", "cô vít", "có vịt", "khác"], &groups);
        assert!(written.contains("=0,:300;"), "{written}");
    }

    #[test]
    fn the_order_of_the_parts_is_that_of_their_keys() {
        let texts: Vec<String> = (0..400).map(|n| format!("từ{n} tiếng{}", n * 7 % 400)).collect();
        let mut inverted = Inverted::new(&[]);
        for text in &texts {
            inverted.add(&[(Field::Title, text.clone())]);
        }
        let parts = inverted.parts();
        assert!(parts.bodies.len() > 2 && parts.firsts.is_sorted());
        assert_eq!(parts.firsts.len(), parts.bodies.len());
        for (first, body) in parts.firsts.iter().zip(&parts.bodies) {
            assert!(body.starts_with(first) && body.len() <= *PART.end());
        }
    }
}
