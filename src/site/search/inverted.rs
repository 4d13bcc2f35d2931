//! Which words stand where: sets of subjects by word, pair of neighbouring words, beginning of a
//! word and group of synonyms, as the script reads them. Knows nothing of tasks.
//!
//! A set is written as the gaps between its numbers, five bits a character, so that a word which
//! stands everywhere packs to nothing. The entries are sorted by their keys and cut into parts,
//! half full to full, at keys that tell it by themselves: a word more changes a part or two, not all
//! that follow. A reader of the parts needs only the first key of each.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::written::key_of;
use crate::vietnamese;

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

/// How many characters parts may have, from the smallest index to the largest; a single entry may
/// be longer.
const PART: std::ops::RangeInclusive<usize> = 3_000..=8_000;
/// Parts are full to three quarters: of so many full ones it would be made.
const PARTS: usize = 900;
/// In such steps the size of parts grows with the index.
const STEP: usize = 500;
/// Longer beginnings of words are not looked up.
const LONGEST_BEGINNING: usize = 12;
/// The digits of a gap; the second half says that more follow.
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// Ascending numbers, each added once.
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    /// One more than the last.
    next: u32,
    /// As they are written, but the digits' values.
    gaps: Vec<u8>,
}

impl Set {
    pub(super) fn push(&mut self, number: u32) {
        let mut gap = number - self.next;
        self.next = number + 1;
        while gap >= 32 {
            self.gaps.push(32 + (gap % 32) as u8);
            gap /= 32;
        }
        self.gaps.push(gap as u8);
    }

    fn numbers(&self) -> impl Iterator<Item = u32> {
        numbers(self.gaps.iter().copied())
    }

    /// The numbers of a set as it was written.
    pub(super) fn read(written: &str) -> impl Iterator<Item = u32> {
        numbers(written.bytes().map(|digit| VALUES[usize::from(digit)]))
    }

    pub(super) fn write(&self, variant: &str, field: usize, out: &mut String) {
        if !self.gaps.is_empty() {
            out.push(',');
            out.push_str(variant);
            out.push(':');
            out.push(char::from(DIGITS[field]));
            out.extend(self.gaps.iter().map(|digit| char::from(DIGITS[usize::from(*digit)])));
        }
    }

    fn clear(&mut self) {
        self.next = 0;
        self.gaps.clear();
    }
}

/// The value of each digit; none is written of other characters.
const VALUES: [u8; 256] = {
    let mut values = [0; 256];
    let mut value = 0;
    while value < DIGITS.len() {
        values[DIGITS[value] as usize] = value as u8;
        value += 1;
    }
    values
};

/// What the gaps between numbers say, given as the values of their digits.
fn numbers(gaps: impl Iterator<Item = u8>) -> impl Iterator<Item = u32> {
    let mut next = 0_u32;
    let (mut gap, mut shift) = (0_u32, 0);
    gaps.filter_map(move |digit| {
        gap |= (u32::from(digit) % 32).checked_shl(shift).unwrap_or_default();
        shift += 5;
        if digit >= 32 {
            return None;
        }
        let number = next.wrapping_add(gap);
        (next, gap, shift) = (number.wrapping_add(1), 0, 0);
        Some(number)
    })
}

/// The subjects that hold something, each under the best field in which it does.
#[derive(Clone, Debug, Default)]
struct Occurrences {
    /// One more than the last subject.
    seen: u32,
    sets: [Set; 4],
}

impl Occurrences {
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

/// A key of the index and the sets below it, as they are written one behind the other.
#[derive(Debug)]
struct Entry {
    text: String,
    /// Where the key ends.
    key: usize,
}

impl Entry {
    fn new(key: String) -> Self {
        Entry { key: key.len(), text: key }
    }

    fn key(&self) -> &str {
        &self.text[..self.key]
    }

    fn is_empty(&self) -> bool {
        self.text.len() == self.key
    }
}

/// That a word stands before a second one: the second, the subject, and whether only in its text.
/// Sorted, these are the sets of all pairs that begin with the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Follows(u64);

impl Follows {
    fn new(second: u32, subject: u32, field: Field) -> Self {
        let is_text = u64::from(field == Field::Text);
        Follows((u64::from(second) << 32) | (u64::from(subject) << 1) | is_text)
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

/// The index, cut into parts.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The first key of each.
    pub(super) firsts: Vec<String>,
    pub(super) bodies: Vec<Body>,
}

/// What a part holds.
#[derive(Debug)]
pub(super) enum Body {
    New(String),
    /// What it held before; only where an index was made of an older one.
    Same,
}

/// The index of these subjects, by the texts of each, those of the best field first, and by groups
/// of phrases that mean the same.
///
/// Subjects are read side by side, then every shelf takes what belongs to its words. Neither the
/// number of threads nor that of a word shows in what is written: it is sorted by the keys.
pub(super) fn parts<S: Sync>(
    groups: &[Vec<String>],
    subjects: &[S],
    texts: impl Fn(&S) -> Vec<(Field, String)> + Sync,
) -> Parts {
    let batch = subjects.len().div_ceil(BATCHES).max(1);
    let batches: Vec<Batch> =
        subjects.par_chunks(batch).map(|subjects| Batch::of(subjects, &texts)).collect();
    let mut lexicon = Lexicon::default();
    let phrases = lexicon.phrases(groups);
    let mut numbered = Vec::new();
    let mut first = 0;
    for Batch { words, texts, subjects } in batches {
        let numbers: Vec<u32> = words.into_iter().map(|word| lexicon.form(word)).collect();
        numbered.push((texts, first, numbers));
        first += subjects;
    }
    let read = (numbered.into_par_iter()).flat_map_iter(|(mut texts, first, numbers)| {
        for text in &mut texts {
            text.subject += first;
            text.forms.iter_mut().for_each(|form| *form = numbers[*form as usize]);
        }
        texts
    });
    let read: Vec<Text> = read.collect();
    let shelving = Shelving::of(rayon::current_num_threads());
    let shelf = |number| Shelf::of(number, shelving, &lexicon, &read);
    let (shelves, groups): (Vec<Shelf>, _) = rayon::join(
        || (0..shelving.shelves()).into_par_iter().map(shelf).collect(),
        || found_groups(groups.len(), &phrases, &lexicon, &read),
    );
    drop(read);
    let mut found = vec![None; lexicon.words.len()];
    let mut pairs = Vec::new();
    for shelf in shelves {
        for (form, of_form) in shelf.found {
            found[form as usize] = Some(of_form);
        }
        pairs.extend(shelf.pairs);
    }
    let (mut entries, whole_words) =
        rayon::join(|| lexicon.beginnings(&found, first), || lexicon.whole_words(&found));
    entries.extend(whole_words);
    entries.append(&mut pairs);
    for (number, found) in groups.iter().enumerate() {
        let mut entry = Entry::new(format!("={number}"));
        found.write("", &mut entry.text);
        entries.push(entry);
    }
    // Words of nothing but synonyms stand nowhere.
    entries.retain(|entry| !entry.is_empty());
    cut(entries)
}

/// Batches in which subjects are read: enough to keep several threads busy, few enough that the
/// words of a batch come again and again.
const BATCHES: usize = 8;

/// How words are put on shelves: one for each thread, since every shelf goes through all texts.
#[derive(Clone, Copy)]
struct Shelving {
    bits: u32,
}

impl Shelving {
    fn of(threads: usize) -> Self {
        Shelving { bits: threads.clamp(1, 16).next_power_of_two().trailing_zeros() }
    }

    fn shelves(self) -> u32 {
        1 << self.bits
    }

    /// On which shelf a word stands.
    fn shelf(self, word: u32) -> u32 {
        word & (self.shelves() - 1)
    }

    /// Where on its shelf.
    fn place(self, word: u32) -> usize {
        (word >> self.bits) as usize
    }
}

/// A text that was read.
#[derive(Debug)]
struct Text {
    subject: u32,
    field: Field,
    /// The numbers of its words, in their order.
    forms: Vec<u32>,
}

/// Subjects that were read, with numbers of their own.
#[derive(Debug, Default)]
struct Batch {
    subjects: u32,
    words: Vec<vietnamese::Word>,
    texts: Vec<Text>,
}

impl Batch {
    fn of<S>(subjects: &[S], texts: &impl Fn(&S) -> Vec<(Field, String)>) -> Self {
        let mut batch = Batch::default();
        let mut number_of: FxHashMap<vietnamese::Word, u32> = FxHashMap::default();
        // What stands between two spaces, and its words: most of it comes again and again.
        let mut chunks: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for subject in subjects {
            let texts = texts(subject);
            debug_assert!(texts.is_sorted_by_key(|(field, _)| *field), "the best comes first");
            for (field, text) in texts {
                let mut forms = Vec::new();
                for chunk in text.split_whitespace() {
                    if let Some(known) = chunks.get(chunk) {
                        forms.extend_from_slice(known);
                        continue;
                    }
                    let from = forms.len();
                    for word in vietnamese::words(chunk) {
                        let next = batch.words.len() as u32;
                        forms.push(*number_of.entry(word).or_insert_with_key(|word| {
                            batch.words.push(word.clone());
                            next
                        }));
                    }
                    chunks.insert(chunk.to_owned(), forms[from..].to_vec());
                }
                batch.texts.push(Text { subject: batch.subjects, field, forms });
            }
            batch.subjects += 1;
        }
        batch
    }
}

/// Synonyms, as numbers of forms.
#[derive(Debug)]
struct Phrase {
    forms: Vec<u32>,
    group: usize,
}

/// All words, by number: the forms with their marks, and without.
#[derive(Debug, Default)]
struct Lexicon {
    words: Vec<vietnamese::Word>,
    number_of: BTreeMap<vietnamese::Word, u32>,
    /// For each form the number of its word without marks.
    folded: Vec<u32>,
    folded_words: Vec<String>,
    folded_of: BTreeMap<String, u32>,
}

impl Lexicon {
    fn form(&mut self, word: vietnamese::Word) -> u32 {
        if let Some(known) = self.number_of.get(&word) {
            return *known;
        }
        let number = self.words.len() as u32;
        let next = self.folded_words.len() as u32;
        let folded = *self.folded_of.entry(word.folded.clone()).or_insert_with_key(|folded| {
            self.folded_words.push(folded.clone());
            next
        });
        self.folded.push(folded);
        self.number_of.insert(word.clone(), number);
        self.words.push(word);
        number
    }

    /// Phrases that mean the same, by their first words.
    fn phrases(&mut self, groups: &[Vec<String>]) -> BTreeMap<u32, Vec<Phrase>> {
        let mut phrases: BTreeMap<u32, Vec<Phrase>> = BTreeMap::new();
        for (group, of_group) in groups.iter().enumerate() {
            for phrase in of_group {
                let chunks = phrase.split_whitespace().flat_map(vietnamese::words);
                let forms: Vec<u32> = chunks.map(|word| self.form(word)).collect();
                if let Some(first) = forms.first() {
                    phrases.entry(*first).or_default().push(Phrase { forms, group });
                }
            }
        }
        phrases
    }

    /// An entry for each word without marks, with the sets of its forms.
    fn whole_words(&self, found: &[Option<Occurrences>]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = self.folded_words.iter().cloned().map(Entry::new).collect();
        // In the order of the forms' words.
        for (word, form) in &self.number_of {
            let Some(found) = &found[*form as usize] else { continue };
            let variant = if word.exact == word.folded { "" } else { &word.exact };
            found.write(variant, &mut entries[self.folded[*form as usize] as usize].text);
        }
        entries
    }

    /// What begins alike, for the last word of a query, which may not be whole: each beginning
    /// that several words share. Of the others the reader finds the one word itself.
    fn beginnings(&self, found: &[Option<Occurrences>], subjects: u32) -> Vec<Entry> {
        /// By beginning: how many words there are, and the forms that stand somewhere.
        type Shared<'w> = BTreeMap<&'w str, (usize, Vec<&'w Occurrences>)>;
        let mut shared: Shared<'_> = BTreeMap::new();
        for word in &self.folded_words {
            for at in starts(word) {
                shared.entry(&word[..at]).or_default().0 += 1;
            }
        }
        shared.retain(|start, (words, _)| *words > 1 && !start.ends_with('.'));
        for (word, found) in self.words.iter().zip(found) {
            let Some(found) = found else { continue };
            for at in starts(&word.folded) {
                if let Some((_, forms)) = shared.get_mut(&word.folded[..at]) {
                    forms.push(found);
                }
            }
        }
        let mut shared: Vec<(&str, Vec<&Occurrences>)> =
            shared.into_iter().map(|(start, (_, forms))| (start, forms)).collect();
        shared.retain(|(_, forms)| !forms.is_empty());
        (shared.into_par_iter())
            .map_init(
                || vec![u8::MAX; subjects as usize],
                |best, (start, forms)| {
                    best.fill(u8::MAX);
                    for found in forms {
                        for (field, set) in found.sets.iter().enumerate() {
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
                    let mut entry = Entry::new(format!("{start}*"));
                    for (field, set) in sets.iter().enumerate() {
                        set.write("", field, &mut entry.text);
                    }
                    entry
                },
            )
            .collect()
    }
}

/// The words with a share of the numbers, and the pairs that begin with them.
#[derive(Debug)]
struct Shelf {
    found: Vec<(u32, Occurrences)>,
    pairs: Vec<Entry>,
}

impl Shelf {
    fn of(number: u32, shelving: Shelving, lexicon: &Lexicon, texts: &[Text]) -> Self {
        let count = lexicon.words.len() as u32;
        let here = (number..count).step_by(shelving.shelves() as usize);
        let mut found = vec![Occurrences::default(); here.clone().count()];
        for Text { subject, field, forms } in texts {
            for form in forms.iter().filter(|form| shelving.shelf(**form) == number) {
                found[shelving.place(*form)].see(*subject, *field);
            }
        }
        let found = here.zip(found).filter(|(_, found)| found.seen > 0);
        Shelf { found: found.collect(), pairs: pairs(number, shelving, lexicon, texts) }
    }
}

/// The subjects in which two words stand side by side, before the text or in it, for each pair
/// whose first word belongs to a shelf.
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
    // Counted first, so that all that follow one word lie side by side and are sorted by themselves.
    let mut ends = vec![0; here.clone().count()];
    for text in texts {
        each(&text.forms, &mut |first, _| ends[shelving.place(first)] += 1);
    }
    let mut count = 0;
    for end in &mut ends {
        // Where they begin; it moves on to where they end while they are put down.
        count += std::mem::replace(end, count);
    }
    let mut follows = vec![Follows::default(); count];
    for Text { subject, field, forms } in texts {
        each(forms, &mut |first, second| {
            let end = &mut ends[shelving.place(first)];
            follows[*end] = Follows::new(second, *subject, *field);
            *end += 1;
        });
    }
    let (mut entries, mut begin) = (Vec::new(), 0);
    let (mut above, mut in_text) = (Set::default(), Set::default());
    for (first, end) in here.zip(ends) {
        let of_first = &mut follows[std::mem::replace(&mut begin, end)..end];
        of_first.sort_unstable();
        for pair in of_first.chunk_by(|one, other| one.second() == other.second()) {
            above.clear();
            in_text.clear();
            // Of one subject the first is the best.
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

/// Where the phrases of each group stand.
fn found_groups(
    groups: usize,
    phrases: &BTreeMap<u32, Vec<Phrase>>,
    lexicon: &Lexicon,
    texts: &[Text],
) -> Vec<Occurrences> {
    let mut found = vec![Occurrences::default(); groups];
    let mut of_form: Vec<&[Phrase]> = vec![&[]; lexicon.words.len()];
    for (form, phrases) in phrases {
        of_form[*form as usize] = phrases;
    }
    for Text { subject, field, forms } in texts {
        for (at, form) in forms.iter().enumerate() {
            for phrase in of_form[*form as usize] {
                if forms[at..].starts_with(&phrase.forms) {
                    found[phrase.group].see(*subject, *field);
                }
            }
        }
    }
    found
}

/// Where the beginnings of a word end that may be looked up.
pub(super) fn starts(word: &str) -> Vec<usize> {
    word.char_indices().skip(1).take(LONGEST_BEGINNING).map(|(at, _)| at).collect()
}

/// Sorts as the script compares, and cuts.
fn cut(mut entries: Vec<Entry>) -> Parts {
    // Without letters beyond the first plane that is the order of their bytes.
    let beyond = entries.iter().any(|entry| entry.key().bytes().any(|byte| byte >= 0xf0));
    let order = if beyond { as_script } else { <str>::cmp };
    entries.par_sort_unstable_by(|a, b| order(a.key(), b.key()));
    cut_sorted(&entries)
}

/// Cuts entries that are sorted.
fn cut_sorted(entries: &[Entry]) -> Parts {
    let limit = limit(entries.iter().map(|entry| entry.text.len() + 1).sum());
    let mut parts = Parts::default();
    let mut rest = entries;
    while !rest.is_empty() {
        let texts = rest.iter().map(|entry| entry.text.as_str());
        let count = next_part(limit, texts.clone());
        parts.push(texts.take(count));
        rest = &rest[count..];
    }
    parts
}

/// How many characters a part may have where all entries have so many, each with its separator. In
/// steps: a limit that moved with each new word would cut all parts anew.
pub(super) fn limit(whole: usize) -> usize {
    (whole / PARTS).next_multiple_of(STEP).clamp(*PART.start(), *PART.end())
}

/// How many of these entries make the next part: at least one, where there is one.
///
/// A part is at least half full, if what follows is not too long for it, and ends where the key
/// behind the cut has the least sum of all that could stand there. So a cut does not move when
/// something is added or taken out before it: parts that merely were filled would all change.
pub(super) fn next_part<'e>(limit: usize, entries: impl Iterator<Item = &'e str>) -> usize {
    let (mut length, mut seen) = (0, 0);
    let mut best: Option<(u64, usize)> = None;
    for (count, entry) in entries.enumerate() {
        if count > 0 {
            if 2 * length >= limit {
                let cut = (sum(key_of(entry)), count);
                best = Some(best.map_or(cut, |best| best.min(cut)));
            }
            if length + 1 + entry.len() > limit {
                return best.map_or(count, |(_, count)| count);
            }
        }
        length += usize::from(count > 0) + entry.len();
        seen = count + 1;
    }
    // Everything that is left.
    seen
}

/// FNV-1a of a key. Not the hasher of our tables: that may change, and would cut all that is
/// published anew.
fn sum(key: &str) -> u64 {
    key.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl Parts {
    /// Adds a part of these entries.
    pub(super) fn push<'e>(&mut self, entries: impl Iterator<Item = &'e str>) {
        let body = entries.collect::<Vec<_>>().join(";");
        self.firsts.push(key_of(&body).to_owned());
        self.bodies.push(Body::New(body));
    }

    /// Adds a part that is as it was, with its first key.
    pub(super) fn push_same(&mut self, first: &str) {
        self.firsts.push(first.to_owned());
        self.bodies.push(Body::Same);
    }
}

/// The order of UTF-16, by the bytes of UTF-8: only what lies beyond the first plane comes before
/// the end of that.
pub(super) fn as_script(a: &str, b: &str) -> Ordering {
    let rank = |byte: u8| if matches!(byte, 0xee | 0xef) { byte + 0x10 } else { byte };
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a, b)) => rank(a).cmp(&rank(b)),
        None => a.len().cmp(&b.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bodies(parts: &Parts) -> Vec<&str> {
        fn new(body: &Body) -> &str {
            match body {
                Body::New(body) => body,
                Body::Same => unreachable!("nothing was there before"),
            }
        }
        parts.bodies.iter().map(new).collect()
    }

    fn index(texts: &[&str], groups: &[Vec<String>]) -> String {
        let parts = parts(groups, texts, |text| vec![(Field::Text, (*text).to_owned())]);
        bodies(&parts).concat()
    }

    #[test]
    fn a_set_is_read_as_it_was_written() {
        let numbers = [0, 1, 5, 37, 38, 1_062, 1_100, 70_000];
        let mut set = Set::default();
        numbers.iter().for_each(|n| set.push(*n));
        assert_eq!(set.numbers().collect::<Vec<_>>(), numbers);
    }

    #[test]
    fn keys_are_sorted_as_the_script_compares() {
        let texts = ["", "a", "a b", "ab", "b*", "đ", "\u{e000}", "ﬁ", "\u{ffff}", "𝒜", "𝒜b", "a𝒜"];
        for a in texts {
            for b in texts {
                assert_eq!(as_script(a, b), a.encode_utf16().cmp(b.encode_utf16()), "{a} {b}");
            }
        }
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
        let parts = parts(&[], &texts, |text| vec![(Field::Title, text.clone())]);
        assert!(parts.bodies.len() > 2 && parts.firsts.is_sorted());
        assert_eq!(parts.firsts.len(), parts.bodies.len());
        for (first, body) in parts.firsts.iter().zip(bodies(&parts)) {
            assert!(body.starts_with(first) && body.len() <= *PART.end());
        }
    }

    #[test]
    fn a_word_more_moves_few_cuts() {
        let said = |n: usize| format!("từ{} tiếng{} chữ{}", n % 97, n * 7 % 389, n * n % 211);
        let mut texts: Vec<String> = (0..2000).map(said).collect();
        let cut = |texts: &[String]| parts(&[], texts, |text| vec![(Field::Title, text.clone())]);
        let before = cut(&texts);
        assert!(before.bodies.len() > 20);
        for (n, word) in ["an", "chữ7 mới", "từ", "zz", "m chữ1"].into_iter().enumerate() {
            texts[n * 401].push_str(&format!(" {word}"));
            let now = cut(&texts);
            let (old, new) = (bodies(&before), bodies(&now));
            let moved = new.iter().filter(|body| !old.contains(body)).count();
            // Its last word, its pair, its beginnings; what was added before stays added.
            assert!(moved <= 8 * (n + 1), "{moved} of {} for {word}", new.len());
            let half = new.iter().filter(|body| 2 * body.len() >= 3_000 && body.len() <= 3_000);
            assert!(half.count() + 1 >= new.len());
        }
    }
}
