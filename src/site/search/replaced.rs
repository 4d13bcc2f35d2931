//! The index of words with the texts of a few subjects replaced, made of the parts that were
//! written before: exactly what [`parts`](super::inverted::parts) would make of all texts anew.
//!
//! The parts tell nearly everything. A subject is taken out of the sets that its new texts do not
//! ask for and put into those that they do; where both agree, the entry stays as it was written.
//! What remains is the beginnings of words, which have an entry only where several words share
//! them: of those that a word leaves or joins, the words are counted again.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use memchr::memchr;

use super::inverted::{Cutter, Field, Parts, Set, VALUES, as_script, limit, starts};
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
        index.replace(*subject, texts)?;
    }
    Some(index.cut())
}

/// The sets of an entry: by variant, those of each field.
type Sets = BTreeMap<String, [Vec<u32>; 4]>;

struct Index<'p> {
    /// The parts as they were written, and the first key of each.
    bodies: &'p [String],
    firsts: Vec<&'p str>,
    /// What replaces entries, or is new; without sets: it is gone.
    edited: BTreeMap<String, Sets>,
    /// Words of synonyms, which are words of the index even where they stand nowhere.
    of_synonyms: BTreeSet<String>,
    /// For each phrase its words and the number of its group.
    phrases: Vec<(Vec<Word>, usize)>,
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
        let firsts = bodies.iter().map(|body| key_of(body)).collect();
        Index { bodies, firsts, edited: BTreeMap::new(), of_synonyms, phrases }
    }

    /// Puts a subject into the sets that its texts ask for, and takes it out of all others.
    fn replace(&mut self, subject: u32, texts: &[(Field, String)]) -> Option<()> {
        let mut wanted = Wanted::of(texts, &self.phrases);
        // Most of its words are what they were: those sets stay as they are.
        let mut to_edit: BTreeMap<String, Sets> = BTreeMap::new();
        for entry in self.bodies.iter().flat_map(|body| entries(body)) {
            let end = memchr(b',', entry.as_bytes())?;
            let (key, sets) = (&entry[..end], &entry[end + 1..]);
            if holds(sets, subject) && !self.edited.contains_key(key) {
                let asked = wanted.sets(key);
                if asked.as_ref().is_none_or(|asked| !is_asked(sets, subject, asked)) {
                    to_edit.insert(key.to_owned(), parsed(sets)?);
                } else {
                    wanted.done(key);
                }
            }
        }
        self.edited.append(&mut to_edit);
        for sets in self.edited.values_mut() {
            sets.values_mut().flatten().for_each(|set| set.retain(|other| *other != subject));
        }
        let vanished: Vec<String> = (self.edited.iter())
            .filter(|(key, sets)| is_word(key) && sets.values().flatten().all(Vec::is_empty))
            .map(|(key, _)| key.clone())
            .collect();
        let mut moved = vanished;
        for (key, of_variants) in wanted.entries {
            if is_word(&key) && !self.stands(&key) {
                moved.push(key.clone());
            }
            for (variant, field) in of_variants {
                self.add(&key, variant, field, subject)?;
            }
        }
        for word in moved {
            self.recount(&word, subject)?;
        }
        for (start, field) in wanted.begun {
            let key = format!("{start}*");
            if self.stands(&key) || self.is_shared(&start) {
                self.add(&key, String::new(), field, subject)?;
            }
        }
        Some(())
    }

    /// Whether an entry is there and not empty.
    fn stands(&self, key: &str) -> bool {
        match self.edited.get(key) {
            Some(sets) => sets.values().flatten().any(|set| !set.is_empty()),
            None => self.entry(key).is_some(),
        }
    }

    /// The part in which a key stands, or would stand.
    fn part(&self, key: &str) -> usize {
        self.firsts.partition_point(|first| as_script(first, key).is_le()).saturating_sub(1)
    }

    /// The entries as they were written, from a key on.
    fn entries_from(&self, key: &str) -> impl Iterator<Item = &'p str> {
        let entries = self.bodies[self.part(key)..].iter().flat_map(|body| entries(body));
        entries.skip_while(move |entry| as_script(key_of(entry), key).is_lt())
    }

    fn entry(&self, key: &str) -> Option<&'p str> {
        self.entries_from(key).next().filter(|entry| key_of(entry) == key)
    }

    fn sets(&self, key: &str) -> Option<Sets> {
        match (self.edited.get(key), self.entry(key)) {
            (Some(sets), _) => Some(sets.clone()),
            (None, Some(entry)) => parsed(entry.split_once(',')?.1),
            (None, None) => Some(Sets::new()),
        }
    }

    /// Puts a subject into one set.
    fn add(&mut self, key: &str, variant: String, field: Field, subject: u32) -> Option<()> {
        let mut sets = match self.edited.remove(key) {
            Some(sets) => sets,
            None => self.sets(key)?,
        };
        let set = &mut sets.entry(variant).or_default()[field as usize];
        if let Err(at) = set.binary_search(&subject) {
            set.insert(at, subject);
        }
        self.edited.insert(key.to_owned(), sets);
        Some(())
    }

    /// A word came or went: which of its beginnings are shared now?
    fn recount(&mut self, word: &str, subject: u32) -> Option<()> {
        for at in starts(word) {
            let start = &word[..at];
            let key = format!("{start}*");
            if !self.is_shared(start) {
                self.edited.insert(key, Sets::new());
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
                self.edited.insert(key, Sets::from([(String::new(), sets)]));
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
        let written = self.entries_from(start).map(key_of);
        let written = written.take_while(|key| key.starts_with(start)).filter(|key| is_word(key));
        let edited = self.edited.range(start.to_owned()..).map(|(key, _)| key.as_str());
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
    fn cut(&self) -> Parts {
        let mut edited: Vec<(&String, Option<String>)> =
            self.edited.iter().map(|(key, sets)| (key, text(key, sets))).collect();
        edited.sort_by(|(a, _), (b, _)| as_script(a, b));
        let old: usize = self.bodies.iter().map(|body| body.len() + 1).sum();
        let mut whole = old;
        for (key, text) in &edited {
            whole -= self.entry(key).map_or(0, |entry| entry.len() + 1);
            whole += text.as_ref().map_or(0, |text| text.len() + 1);
        }
        let same_limit = limit(old) == limit(whole);
        let mut cutter = Cutter::of(whole);
        let mut edited = edited.into_iter().peekable();
        for (n, body) in self.bodies.iter().enumerate() {
            let next = self.firsts.get(n + 1);
            let is_here = |key: &str| next.is_none_or(|next| as_script(key, next).is_lt());
            let is_edited = edited.peek().is_some_and(|(key, _)| is_here(key));
            let begins = entries(body).next().is_some_and(|first| cutter.is_full_for(first));
            if same_limit && !is_edited && begins {
                cutter.push_part(body);
                continue;
            }
            for entry in entries(body) {
                let key = key_of(entry);
                let mut replaced = false;
                while let Some((edited, text)) =
                    edited.next_if(|(edited, _)| as_script(edited, key).is_le())
                {
                    replaced |= edited == key;
                    text.iter().for_each(|text| cutter.push(text));
                }
                if !replaced {
                    cutter.push(entry);
                }
            }
            // What comes behind the last entry of a part may come before the first of the next.
            while let Some((_, text)) = edited.next_if(|(edited, _)| is_here(edited)) {
                text.iter().for_each(|text| cutter.push(text));
            }
        }
        // Where there was nothing before.
        edited.filter_map(|(_, text)| text).for_each(|text| cutter.push(&text));
        cutter.finish()
    }
}

/// The entries of a part.
fn entries(body: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(body);
    std::iter::from_fn(move || {
        let body = rest?;
        let end = memchr(b';', body.as_bytes());
        rest = end.map(|end| &body[end + 1..]);
        Some(&body[..end.unwrap_or(body.len())])
    })
}

/// The sets that the texts of a subject ask for.
struct Wanted {
    /// By key, without the beginnings of words.
    entries: BTreeMap<String, Vec<(String, Field)>>,
    /// By beginning.
    begun: BTreeMap<String, Field>,
}

impl Wanted {
    fn of(texts: &[(Field, String)], phrases: &[(Vec<Word>, usize)]) -> Self {
        // The first field is the best.
        let mut forms: BTreeMap<Word, Field> = BTreeMap::new();
        let mut entries: BTreeMap<String, Vec<(String, Field)>> = BTreeMap::new();
        let mut begun: BTreeMap<String, Field> = BTreeMap::new();
        let mut want = |key: String, field: Field| {
            entries.entry(key).or_insert_with(|| vec![(String::new(), field)]);
        };
        for (field, text) in texts {
            let words = words(text);
            for (at, word) in words.iter().enumerate() {
                for (phrase, group) in phrases {
                    if words[at..].starts_with(phrase) {
                        want(format!("={group}"), *field);
                    }
                }
                if let Some(next) = words.get(at + 1) {
                    let above = if *field == Field::Text { Field::Text } else { Field::Title };
                    want(format!("{} {}", word.folded, next.folded), above);
                }
            }
            for word in words {
                for at in starts(&word.folded) {
                    begun.entry(word.folded[..at].to_owned()).or_insert(*field);
                }
                forms.entry(word).or_insert(*field);
            }
        }
        for (word, field) in forms {
            let variant = if word.exact == word.folded { String::new() } else { word.exact };
            entries.entry(word.folded).or_default().push((variant, field));
        }
        Wanted { entries, begun }
    }

    /// The variants and fields under which an entry should hold the subject.
    fn sets(&self, key: &str) -> Option<Cow<'_, [(String, Field)]>> {
        match key.strip_suffix('*') {
            Some(start) => {
                let field = self.begun.get(start)?;
                Some(vec![(String::new(), *field)].into())
            }
            None => self.entries.get(key).map(|sets| sets.as_slice().into()),
        }
    }

    /// An entry holds it already.
    fn done(&mut self, key: &str) {
        match key.strip_suffix('*') {
            Some(start) => drop(self.begun.remove(start)),
            None => drop(self.entries.remove(key)),
        }
    }
}

/// Whether a subject is in these sets and in no others.
fn is_asked(sets: &str, subject: u32, asked: &[(String, Field)]) -> bool {
    let mut count = 0;
    for set in sets.split(',').filter(|set| holds(set, subject)) {
        let Some((variant, digits)) = set.split_once(':') else { return false };
        let field = |field: Field| digits.as_bytes().first() == Some(&(b'0' + field as u8));
        if !asked.iter().any(|(known, of)| known == variant && field(*of)) {
            return false;
        }
        count += 1;
    }
    count == asked.len()
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

/// An entry as it is written, unless all its sets are empty; of a word the variants stand in the
/// order of their forms.
fn text(key: &str, sets: &Sets) -> Option<String> {
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
    (text.len() > key.len()).then_some(text)
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
        let before = all(&[], &old);
        assert!(before.bodies.len() > 5);
        for subject in [450, 0, 899, 17, 451] {
            let before = all(&[], &now);
            let word = ["ấn", "zz", "từ3", "chữ", "m"][subject % 5];
            now[subject] = vec![(Field::Text, format!("{word}{subject} {}", text(subject + 3)))];
            let replaced = vec![(subject as u32, now[subject].clone())];
            let found = replace(&before.bodies, &[], &replaced).unwrap();
            let expected = all(&[], &now);
            assert_eq!((found.firsts, found.bodies), (expected.firsts, expected.bodies));
        }
    }

    #[test]
    fn parts_of_another_make_are_refused() {
        for body in ["a", "a,x", "a,:9z", "a,:"] {
            let replaced = [(0, vec![(Field::Text, "a".to_owned())])];
            assert!(replace(&[body.to_owned()], &[], &replaced).is_none(), "{body}");
        }
    }
}
