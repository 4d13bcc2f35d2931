//! The index of words with the texts of a few subjects replaced, made of the parts that were
//! written before: exactly what [`parts`](super::inverted::parts) would make of all texts anew.
//!
//! Old and new texts tell which entries a subject leaves and which it joins; of the parts only those
//! that hold such an entry are read, and their neighbours where a cut may move. What remains is the
//! beginnings of words, which have an entry only where several words share them: of those that a
//! word leaves or joins, the words are counted again.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::inverted::starts;
use super::parts::{Body, Parts, as_script, key_of, limit, next_part};
use super::set::{Field, Set};
use super::written::Written;
use crate::vietnamese::{self, Word};

/// A subject with other texts than it had, those of the best field first.
#[derive(Debug)]
pub(super) struct Replaced {
    pub(super) subject: u32,
    pub(super) before: Vec<(Field, String)>,
    pub(super) now: Vec<(Field, String)>,
}

/// Replaces the texts of these subjects; parts that stay as they are have no body. None where the
/// parts are not such as we write them, or do not hold what was there before.
pub(super) fn replace(
    written: &Written<'_>,
    groups: &[Vec<String>],
    replaced: &[Replaced],
) -> Option<Parts> {
    let mut index = Index::of(written, groups);
    for replaced in replaced {
        index.replace(replaced)?;
    }
    let parts = index.cut();
    written.is_sound().then_some(parts)
}

/// The sets of an entry: by variant, those of each field.
type Sets = BTreeMap<String, [Vec<u32>; 4]>;

struct Index<'w> {
    written: &'w Written<'w>,
    /// What replaces entries, or is new; without sets: it is gone.
    edited: BTreeMap<String, Sets>,
    /// Words of synonyms, which are words of the index even where they stand nowhere.
    of_synonyms: BTreeSet<String>,
    /// For each phrase its words and the number of its group.
    phrases: Vec<(Vec<Word>, usize)>,
}

/// Whether a key is that of a word, not of a pair, a beginning or a group.
fn is_word(key: &str) -> bool {
    !key.contains([' ', '*', '='])
}

impl<'w> Index<'w> {
    fn of(written: &'w Written<'_>, groups: &[Vec<String>]) -> Self {
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

    /// Takes a subject out of the sets that only its old texts ask for, and puts it into those that
    /// only its new ones do.
    fn replace(&mut self, Replaced { subject, before, now }: &Replaced) -> Option<()> {
        let (before, now) = (Wanted::of(before, &self.phrases), Wanted::of(now, &self.phrases));
        let mut counted = BTreeSet::new();
        for key in differing(&before.entries, &now.entries) {
            let stood = self.stands(key);
            let mut sets = self.take(key)?;
            for (variant, field) in before.entries.get(key).into_iter().flatten() {
                let set = &mut sets.get_mut(variant)?[*field as usize];
                set.remove(set.binary_search(subject).ok()?);
            }
            for (variant, field) in now.entries.get(key).into_iter().flatten() {
                insert(&mut sets, variant, *field, *subject);
            }
            self.edited.insert(key.clone(), sets);
            if is_word(key) && stood != self.stands(key) {
                counted.extend(starts(key).into_iter().map(|at| key[..at].to_owned()));
            }
        }
        for start in &counted {
            self.recount(start, *subject)?;
        }
        let moved: BTreeSet<&String> = differing(&before.begun, &now.begun).collect();
        for start in moved.union(&counted.iter().collect()).copied() {
            let key = format!("{start}*");
            if self.stands(&key) || counted.contains(start) && self.is_shared(start) {
                let mut sets = self.take(&key)?;
                sets.values_mut().flatten().for_each(|set| set.retain(|other| other != subject));
                if let Some(field) = now.begun.get(start) {
                    insert(&mut sets, "", *field, *subject);
                }
                self.edited.insert(key, sets);
            }
        }
        Some(())
    }

    /// Whether an entry is there and not empty.
    fn stands(&self, key: &str) -> bool {
        match self.edited.get(key) {
            Some(sets) => sets.values().flatten().any(|set| !set.is_empty()),
            None => self.written.entry(key).is_some(),
        }
    }

    /// The sets of an entry as they are by now.
    fn sets(&self, key: &str) -> Option<Sets> {
        match (self.edited.get(key), self.written.entry(key)) {
            (Some(sets), _) => Some(sets.clone()),
            (None, Some(entry)) => parsed(entry.split_once(',')?.1),
            (None, None) => Some(Sets::new()),
        }
    }

    /// The same, to be edited and put back.
    fn take(&mut self, key: &str) -> Option<Sets> {
        match self.edited.remove(key) {
            Some(sets) => Some(sets),
            None => self.sets(key),
        }
    }

    /// Words that begin so came or went: is that beginning still shared, or shared at last?
    fn recount(&mut self, start: &str, subject: u32) -> Option<()> {
        let key = format!("{start}*");
        if !self.is_shared(start) {
            self.edited.insert(key, Sets::new());
        } else if !self.stands(&key) {
            let mut best: BTreeMap<u32, usize> = BTreeMap::new();
            let words: BTreeSet<String> = self.words_from(start).map(str::to_owned).collect();
            for word in words {
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
        Some(())
    }

    /// Whether several words begin so, and not with a full stop at the end.
    fn is_shared(&self, start: &str) -> bool {
        if start.ends_with('.') {
            return false;
        }
        let nowhere = self.of_synonyms.range(start.to_owned()..).map(String::as_str);
        let nowhere = nowhere.take_while(|word| word.starts_with(start));
        // Parts are read no further than to the second word.
        let mut words = nowhere.filter(|word| *word != start).chain(self.words_from(start));
        let Some(first) = words.next() else { return false };
        words.any(|word| word != first)
    }

    /// The longer words that begin so and stand somewhere; some twice.
    fn words_from<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        let edited = self.edited.range(start.to_owned()..).map(|(key, _)| key.as_str());
        let edited = edited.take_while(move |key| key.starts_with(start));
        let written = self.written.entries_from(start).map(key_of);
        let written = written.take_while(move |key| key.starts_with(start));
        let is_one = move |key: &&str| *key != start && is_word(key) && self.stands(key);
        edited.chain(written).filter(is_one)
    }

    /// The new parts.
    fn cut(&self) -> Parts {
        let written = self.written;
        let mut edited: Vec<(&str, Option<String>)> =
            self.edited.iter().map(|(key, sets)| (key.as_str(), text(key, sets))).collect();
        edited.sort_by(|(a, _), (b, _)| as_script(a, b));
        let old = written.characters();
        let mut whole = old;
        for (key, text) in &edited {
            whole -= written.entry(key).map_or(0, |entry| entry.len() + 1);
            whole += text.as_ref().map_or(0, |text| text.len() + 1);
        }
        let same_limit = limit(old) == limit(whole);
        let touched: BTreeSet<usize> = edited.iter().map(|(key, _)| written.part(key)).collect();
        // Where a part ends is decided by it, the next one and the first entry behind that.
        let stays = |part: usize| same_limit && touched.range(part..=part + 2).next().is_none();
        let mut parts = Parts::default();
        let mut begin = merged(written, &edited, "").next();
        while let Some(first) = begin.map(key_of) {
            let part = written.part(first);
            if written.first(part) == Some(first) && stays(part) {
                parts.push_same(first);
                begin = written.first(part + 1);
                continue;
            }
            let count = next_part(limit(whole), merged(written, &edited, first));
            let mut entries = merged(written, &edited, first);
            parts.push(entries.by_ref().take(count));
            begin = entries.next();
        }
        // A part has its number in it.
        for (n, (body, first)) in parts.bodies.iter_mut().zip(&parts.firsts).enumerate() {
            let is_old = written.first(n) == Some(first);
            match body {
                Body::Same if !is_old => {
                    *body = Body::New(written.body(written.part(first)).to_owned());
                }
                Body::New(text) if is_old && text == written.body(n) => *body = Body::Same,
                _ => {}
            }
        }
        parts
    }
}

/// The entries from a key on, as they are by now: some of those that were written are edited, some
/// are gone, some are new.
fn merged<'e>(
    written: &'e Written<'_>,
    edited: &'e [(&str, Option<String>)],
    from: &'e str,
) -> impl Iterator<Item = &'e str> {
    let at = edited.partition_point(|(key, _)| as_script(key, from).is_lt());
    let mut edited = edited[at..].iter().peekable();
    let mut written = written.entries_from(from).peekable();
    std::iter::from_fn(move || {
        loop {
            let order = match (written.peek(), edited.peek()) {
                (None, None) => return None,
                (Some(_), None) => return written.next(),
                (None, Some(_)) => Ordering::Greater,
                (Some(entry), Some((key, _))) => as_script(key_of(entry), key),
            };
            if order == Ordering::Less {
                return written.next();
            }
            if order == Ordering::Equal {
                written.next();
            }
            if let Some((_, Some(text))) = edited.next() {
                return Some(text);
            }
        }
    })
}

/// The keys under which two maps hold different things.
fn differing<'m, V: PartialEq>(
    one: &'m BTreeMap<String, V>,
    other: &'m BTreeMap<String, V>,
) -> impl Iterator<Item = &'m String> {
    let gone = one.iter().filter(|(key, value)| other.get(*key) != Some(*value));
    let new = other.keys().filter(|key| !one.contains_key(*key));
    gone.map(|(key, _)| key).chain(new)
}

fn insert(sets: &mut Sets, variant: &str, field: Field, subject: u32) {
    let set = &mut sets.entry(variant.to_owned()).or_default()[field as usize];
    if let Err(at) = set.binary_search(&subject) {
        set.insert(at, subject);
    }
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
}

/// The words of a text, chunk by chunk as the index reads them.
fn words(text: &str) -> Vec<Word> {
    text.split_whitespace().flat_map(vietnamese::words).collect()
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

    /// The new index must be what all texts give anew, and say of no part that it is the same
    /// unless it is.
    fn expect(groups: &[Vec<String>], old: &[Texts], now: &[Texts]) {
        let before = bodies(&all(groups, old), &[]);
        let expected = all(groups, now);
        if before.is_empty() {
            assert!(Written::in_memory(&before).is_none());
            return;
        }
        let changed = old.iter().zip(now).enumerate().filter(|(_, (old, now))| old != now);
        let replaced: Vec<Replaced> = changed
            .map(|(n, (old, now))| Replaced {
                subject: n as u32,
                before: old.clone(),
                now: now.clone(),
            })
            .collect();
        let written = Written::in_memory(&before).unwrap();
        let found = replace(&written, groups, &replaced).unwrap();
        assert_eq!(found.firsts, expected.firsts);
        assert_eq!(bodies(&found, &before), bodies(&expected, &[]));
        for (n, body) in found.bodies.iter().enumerate() {
            if let Body::New(body) = body {
                assert_ne!(before.get(n), Some(body), "it is the same");
            }
        }
    }

    fn bodies(parts: &Parts, old: &[String]) -> Vec<String> {
        let text = |(n, body): (usize, &Body)| match body {
            Body::New(body) => body.clone(),
            Body::Same => old[n].clone(),
        };
        parts.bodies.iter().enumerate().map(text).collect()
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
            let mut now = old.clone();
            for (index, texts) in new {
                now[index.index(old.len())] = texts;
            }
            expect(&groups, &old, &now);
        }
    }

    proptest! {
        // Each takes a while.
        #![proptest_config(ProptestConfig {
            cases: ProptestConfig::default().cases / 16,
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        /// So many words that there are parts to be cut.
        #[test]
        fn parts_are_cut_alike(
            new in prop::collection::vec((0..900_usize, "[a-zđ]{1,9}", 0..900_usize), 1..4),
        ) {
            let old = many();
            let mut now = old.clone();
            for (at, word, n) in new {
                now[at] = vec![(Field::Text, format!("{word} {}", said(n)))];
            }
            expect(&[], &old, &now);
        }
    }

    fn said(n: usize) -> String {
        format!("từ{} tiếng{} chữ{}", n % 97, n * 7 % 389, n * n % 211)
    }

    fn many() -> Vec<Texts> {
        (0..900).map(|n| vec![(Field::Text, said(n))]).collect()
    }

    #[test]
    fn few_parts_are_read() {
        let old = many();
        let before = bodies(&all(&[], &old), &[]);
        assert!(before.len() > 5);
        let mut now = old[450].clone();
        now.push((Field::Text, "chữ1 từ2".to_owned()));
        let replaced = Replaced { subject: 450, before: old[450].clone(), now };
        let read = std::cell::RefCell::new(BTreeSet::new());
        let written = Written::in_memory(&before).unwrap().watched(|part| {
            read.borrow_mut().insert(part);
        });
        assert!(replace(&written, &[], &[replaced]).is_some());
        assert!(read.borrow().len() < before.len(), "{} of {}", read.borrow().len(), before.len());
    }

    #[test]
    fn many_steps_end_where_one_would() {
        let mut now = many();
        now[450] = vec![(Field::Title, "từ1 mới".to_owned()), (Field::Text, said(17))];
        expect(&[], &many(), &now);
        for subject in [450, 0, 899, 17, 451] {
            let before = now.clone();
            let word = ["ấn", "zz", "từ3", "chữ", "m"][subject % 5];
            now[subject] = vec![(Field::Text, format!("{word}{subject} {}", said(subject + 3)))];
            expect(&[], &before, &now);
        }
    }

    #[test]
    fn parts_of_another_make_are_refused() {
        let replaced = |before: &str, now: &str| Replaced {
            subject: 0,
            before: vec![(Field::Text, before.to_owned())],
            now: vec![(Field::Text, now.to_owned())],
        };
        for body in ["a", "a,x", "a,:9z", "a,:", "a,:31"] {
            let (bodies, replaced) = ([body.to_owned()], [replaced("a", "b")]);
            let written = Written::in_memory(&bodies).unwrap();
            assert!(replace(&written, &[], &replaced).is_none(), "{body}");
        }
        let bodies = ["a,:30".to_owned()];
        let written = Written::in_memory(&bodies).unwrap();
        assert!(replace(&written, &[], &[replaced("b", "a")]).is_none(), "b was never there");
        assert!(replace(&written, &[], &[replaced("a", "b")]).is_some());
    }
}
