//! The index of words with the texts of a few subjects replaced, made of the parts that were
//! written before: exactly what [`parts`](super::inverted::parts) would make of all texts anew.
//!
//! The parts tell nearly everything. A subject is first taken out of every set that it is in, then
//! put into those that its new texts ask for. What remains is the beginnings of words, which have
//! an entry only where several words share them: of those that a word leaves or joins, the words
//! are counted again.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use memchr::{memchr, memchr_iter};

use super::inverted::{Field, Parts, Set, VALUES, as_script, cut_sorted, starts};
use crate::vietnamese::{self, Word};

/// A subject's number and its new texts, those of the best field first.
pub(super) type Replaced = (u32, Vec<(Field, String)>);

/// Replaces the texts of these subjects. None where the parts are not such as we write them.
pub(super) fn replace(
    bodies: &[String],
    groups: &[Vec<String>],
    replaced: &[Replaced],
) -> Option<Parts> {
    let mut index = Index::read(bodies, groups);
    for (subject, texts) in replaced {
        index.take_out(*subject)?;
        index.put_in(*subject, texts)?;
    }
    Some(index.cut())
}

/// The sets of an entry: by variant, those of each field.
type Sets = BTreeMap<String, [Vec<u32>; 4]>;

struct Index<'p> {
    /// As they were written, sorted by key.
    written: Vec<&'p str>,
    /// What replaces entries, or is new; without sets: it is gone.
    edited: BTreeMap<Key, Sets>,
    /// Words of synonyms, which are words of the index even where they stand nowhere.
    of_synonyms: BTreeSet<String>,
    /// For each phrase its words and the number of its group.
    phrases: Vec<(Vec<Word>, usize)>,
}

/// Keys in the order of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key(String);

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        as_script(&self.0, &other.0)
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn key_of(entry: &str) -> &str {
    &entry[..memchr(b',', entry.as_bytes()).unwrap_or(entry.len())]
}

/// Whether a key is that of a word, not of a pair, a beginning or a group.
fn is_word(key: &str) -> bool {
    !key.contains([' ', '*', '='])
}

impl<'p> Index<'p> {
    fn read(bodies: &'p [String], groups: &[Vec<String>]) -> Self {
        let mut written = Vec::new();
        for body in bodies {
            let mut from = 0;
            for end in memchr_iter(b';', body.as_bytes()).chain([body.len()]) {
                written.push(&body[from..end]);
                from = end + 1;
            }
        }
        let (mut of_synonyms, mut phrases) = (BTreeSet::new(), Vec::new());
        for (number, group) in groups.iter().enumerate() {
            for phrase in group {
                let words = words(phrase);
                of_synonyms.extend(words.iter().map(|word| word.folded.clone()));
                if !words.is_empty() {
                    phrases.push((words, number));
                }
            }
        }
        Index { written, edited: BTreeMap::new(), of_synonyms, phrases }
    }

    /// Takes a subject out of all sets.
    fn take_out(&mut self, subject: u32) -> Option<()> {
        for sets in self.edited.values_mut() {
            sets.values_mut().flatten().for_each(|set| set.retain(|other| *other != subject));
        }
        let mut vanished = Vec::new();
        for entry in &self.written {
            let (key, sets) = entry.split_once(',')?;
            if !holds(sets, subject) {
                continue;
            }
            if let Entry::Vacant(vacant) = self.edited.entry(Key(key.to_owned())) {
                let mut sets = parsed(sets)?;
                sets.values_mut().flatten().for_each(|set| set.retain(|other| *other != subject));
                vacant.insert(sets);
            }
        }
        for (key, sets) in &self.edited {
            if is_word(&key.0) && sets.values().flatten().all(Vec::is_empty) {
                vanished.push(key.0.clone());
            }
        }
        for word in vanished {
            self.recount(&word, subject)?;
        }
        Some(())
    }

    /// Puts a subject into the sets that its texts ask for.
    fn put_in(&mut self, subject: u32, texts: &[(Field, String)]) -> Option<()> {
        // The first field is the best.
        let mut forms: BTreeMap<Word, Field> = BTreeMap::new();
        let mut pairs: BTreeMap<String, Field> = BTreeMap::new();
        let mut groups: BTreeMap<usize, Field> = BTreeMap::new();
        let mut begun: BTreeMap<String, Field> = BTreeMap::new();
        for (field, text) in texts {
            let words = words(text);
            for (at, word) in words.iter().enumerate() {
                for (phrase, group) in &self.phrases {
                    if words[at..].starts_with(phrase) {
                        groups.entry(*group).or_insert(*field);
                    }
                }
                if let Some(next) = words.get(at + 1) {
                    let above = if *field == Field::Text { Field::Text } else { Field::Title };
                    pairs.entry(format!("{} {}", word.folded, next.folded)).or_insert(above);
                }
            }
            for word in words {
                for at in starts(&word.folded) {
                    begun.entry(word.folded[..at].to_owned()).or_insert(*field);
                }
                forms.entry(word).or_insert(*field);
            }
        }
        let mut appeared = Vec::new();
        for (word, field) in forms {
            if !self.stands(&word.folded) {
                appeared.push(word.folded.clone());
            }
            let variant = if word.exact == word.folded { String::new() } else { word.exact };
            self.add(word.folded, variant, field, subject)?;
        }
        for (pair, field) in pairs {
            self.add(pair, String::new(), field, subject)?;
        }
        for (group, field) in groups {
            self.add(format!("={group}"), String::new(), field, subject)?;
        }
        for word in appeared {
            self.recount(&word, subject)?;
        }
        for (start, field) in begun {
            let key = format!("{start}*");
            if self.stands(&key) || self.is_shared(&start) {
                self.add(key, String::new(), field, subject)?;
            }
        }
        Some(())
    }

    /// Whether an entry is there and not empty.
    fn stands(&self, key: &str) -> bool {
        match self.edited.get(&Key(key.to_owned())) {
            Some(sets) => sets.values().flatten().any(|set| !set.is_empty()),
            None => self.entry(key).is_some(),
        }
    }

    fn entry(&self, key: &str) -> Option<&'p str> {
        let found = self.written.binary_search_by(|entry| as_script(key_of(entry), key));
        Some(self.written[found.ok()?])
    }

    fn sets(&self, key: &str) -> Option<Sets> {
        match (self.edited.get(&Key(key.to_owned())), self.entry(key)) {
            (Some(sets), _) => Some(sets.clone()),
            (None, Some(entry)) => parsed(entry.split_once(',')?.1),
            (None, None) => Some(Sets::new()),
        }
    }

    /// Puts a subject into one set.
    fn add(&mut self, key: String, variant: String, field: Field, subject: u32) -> Option<()> {
        let mut sets = match self.edited.remove(&Key(key.clone())) {
            Some(sets) => sets,
            None => self.sets(&key)?,
        };
        let of_variant = sets.entry(variant).or_default();
        // A beginning that was counted again knows the subject already.
        of_variant.iter_mut().for_each(|set| set.retain(|other| *other != subject));
        let set = &mut of_variant[field as usize];
        if let Err(at) = set.binary_search(&subject) {
            set.insert(at, subject);
        }
        self.edited.insert(Key(key), sets);
        Some(())
    }

    /// A word came or went: which of its beginnings are shared now?
    fn recount(&mut self, word: &str, subject: u32) -> Option<()> {
        for at in starts(word) {
            let start = &word[..at];
            let key = format!("{start}*");
            if !self.is_shared(start) {
                self.edited.insert(Key(key), Sets::new());
            } else if !self.stands(&key) {
                let mut best: BTreeMap<u32, usize> = BTreeMap::new();
                for word in self.words_from(start) {
                    for sets in self.sets(&word)?.values() {
                        for (field, set) in sets.iter().enumerate() {
                            for other in set.iter().filter(|other| **other != subject) {
                                let known = best.entry(*other).or_insert(field);
                                *known = (*known).min(field);
                            }
                        }
                    }
                }
                let mut sets: [Vec<u32>; 4] = Default::default();
                for (other, field) in best {
                    sets[field].push(other);
                }
                self.edited.insert(Key(key), Sets::from([(String::new(), sets)]));
            }
        }
        Some(())
    }

    /// Whether several words begin so, and not with a full stop at the end.
    fn is_shared(&self, start: &str) -> bool {
        let nowhere = self.of_synonyms.range(start.to_owned()..);
        let nowhere = nowhere.take_while(|word| word.starts_with(start)).cloned();
        let mut words: BTreeSet<String> = self.words_from(start).into_iter().collect();
        words.extend(nowhere.filter(|word| word != start));
        words.len() > 1 && !start.ends_with('.')
    }

    /// The longer words that begin so and stand somewhere.
    fn words_from(&self, start: &str) -> Vec<String> {
        let from = self.written.partition_point(|entry| as_script(key_of(entry), start).is_lt());
        let written = self.written[from..].iter().map(|entry| key_of(entry));
        let written = written.take_while(|key| key.starts_with(start)).filter(|key| is_word(key));
        let edited = self.edited.range(Key(start.to_owned())..).map(|(key, _)| key.0.as_str());
        let edited = edited.take_while(|key| key.starts_with(start)).filter(|key| is_word(key));
        let mut words: Vec<String> = written
            .chain(edited)
            .filter(|key| *key != start && self.stands(key))
            .map(str::to_owned)
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// The new parts.
    fn cut(self) -> Parts {
        let Index { written, edited, .. } = self;
        let mut entries: Vec<Cow<'_, str>> = Vec::with_capacity(written.len() + edited.len());
        let mut written = written.into_iter().peekable();
        for (key, sets) in &edited {
            while let Some(entry) =
                written.next_if(|entry| as_script(key_of(entry), &key.0).is_lt())
            {
                entries.push(entry.into());
            }
            written.next_if(|entry| key_of(entry) == key.0);
            let text = text(&key.0, sets);
            if text.len() > key.0.len() {
                entries.push(text.into());
            }
        }
        entries.extend(written.map(Cow::from));
        cut_sorted(&entries)
    }
}

/// The words of a text, chunk by chunk as the index reads them.
fn words(text: &str) -> Vec<Word> {
    text.split_whitespace().flat_map(vietnamese::words).collect()
}

/// Whether a subject is in one of the sets. Asked of every entry of the index.
fn holds(sets: &str, subject: u32) -> bool {
    let mut sets = sets.as_bytes();
    while let Some(colon) = memchr(b':', sets) {
        // The digit of the field stands before those of the numbers.
        let digits = sets.get(colon + 2..).unwrap_or_default();
        let (mut number, mut gap, mut shift, mut end) = (u64::MAX, 0_u64, 0_u32, digits.len());
        for (at, byte) in digits.iter().enumerate() {
            let value = u64::from(VALUES[usize::from(*byte)]);
            gap |= (value & 31) << (shift & 31);
            if value < 32 {
                // A comma has no value, so that it ends the set like a number.
                if *byte == b',' {
                    end = at;
                    break;
                }
                number = number.wrapping_add(gap + 1);
                if number >= u64::from(subject) {
                    if number == u64::from(subject) {
                        return true;
                    }
                    end = at;
                    break;
                }
                (gap, shift) = (0, 0);
            } else {
                shift += 5;
            }
        }
        sets = &digits[end..];
    }
    false
}

fn parsed(sets: &str) -> Option<Sets> {
    let mut parsed = Sets::new();
    for set in sets.split(',') {
        let (variant, set) = set.split_once(':')?;
        let field = usize::from(*set.as_bytes().first()?).checked_sub(usize::from(b'0'))?;
        let of_variant = parsed.entry(variant.to_owned()).or_default();
        *of_variant.get_mut(field)? = Set::read(set.get(1..)?).collect();
    }
    Some(parsed)
}

/// An entry as it is written; of a word the variants stand in the order of their forms.
fn text(key: &str, sets: &Sets) -> String {
    let mut text = key.to_owned();
    let mut variants: Vec<(&str, &[Vec<u32>; 4])> =
        sets.iter().map(|(variant, sets)| (variant.as_str(), sets)).collect();
    variants.sort_by_key(|(variant, _)| if variant.is_empty() { key } else { *variant });
    for (variant, sets) in variants {
        for (field, numbers) in sets.iter().enumerate() {
            let mut set = Set::default();
            numbers.iter().for_each(|number| set.push(*number));
            set.write(variant, field, &mut text);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::inverted::parts;
    use super::*;

    type Texts = Vec<(Field, String)>;

    fn all(groups: &[Vec<String>], texts: &[Texts]) -> Parts {
        parts(groups, texts, Clone::clone)
    }

    /// Words that share beginnings, differ only in their marks, hold dots, belong to synonyms,
    /// or lie beyond the first plane.
    fn word() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "Phú",
            "phu",
            "phụ",
            "phương",
            "Phường",
            "luong",
            "lương",
            "1.3",
            "1.30",
            "1.x",
            "a",
            "á",
            "ab",
            "cô",
            "vít",
            "covid",
            "covid-19",
            "m²",
            "𝒜b",
            "đ",
            "đường",
            "duong",
            "ﬁ",
        ]);
        prop_oneof![4 => known.prop_map(str::to_owned), 1 => "[a-cđ]{1,3}"]
    }

    fn texts() -> impl Strategy<Value = Texts> {
        let field =
            prop::sample::select(vec![Field::Code, Field::Title, Field::Names, Field::Text]);
        let text = (field, prop::collection::vec(word(), 0..6)).prop_map(|(f, w)| (f, w.join(" ")));
        prop::collection::vec(text, 0..4).prop_map(|mut texts| {
            texts.sort_by_key(|(field, _)| *field);
            texts
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn it_is_what_all_texts_would_give_anew(
            old in prop::collection::vec(texts(), 1..40),
            new in prop::collection::vec((any::<prop::sample::Index>(), texts()), 0..4),
        ) {
            let groups = vec![
                vec!["covid".to_owned(), "cô vít".to_owned()],
                vec!["phường".to_owned(), "abx".to_owned()],
            ];
            let before = all(&groups, &old);
            let mut now = old.clone();
            let mut replaced: BTreeMap<u32, Texts> = BTreeMap::new();
            for (index, texts) in new {
                let n = index.index(old.len());
                now[n] = texts.clone();
                replaced.insert(n as u32, texts);
            }
            let replaced: Vec<Replaced> = replaced.into_iter().collect();
            let found = replace(&before.bodies, &groups, &replaced).unwrap();
            let expected = all(&groups, &now);
            prop_assert_eq!(found.firsts, expected.firsts);
            prop_assert_eq!(found.bodies, expected.bodies);
        }
    }

    #[test]
    fn many_parts_are_cut_alike() {
        let text = |n: usize| format!("từ{} tiếng{} chữ{}", n % 97, n * 7 % 389, n * n % 211);
        let old: Vec<Texts> = (0..900).map(|n| vec![(Field::Text, text(n))]).collect();
        let mut now = old.clone();
        now[450] = vec![(Field::Title, "từ1 mới".to_owned()), (Field::Text, text(17))];
        let replaced = vec![(450, now[450].clone())];
        let before = all(&[], &old);
        assert!(before.bodies.len() > 5);
        let found = replace(&before.bodies, &[], &replaced).unwrap();
        let expected = all(&[], &now);
        assert_eq!((found.firsts, found.bodies), (expected.firsts, expected.bodies));
    }

    #[test]
    fn parts_of_another_make_are_refused() {
        for body in ["a", "a,x", "a,:9z", "a,:"] {
            let replaced = [(0, vec![(Field::Text, "a".to_owned())])];
            assert!(replace(&[body.to_owned()], &[], &replaced).is_none(), "{body}");
        }
    }
}
