//! Represents words, and the texts that contain them, as numbers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::set::Field;
use crate::vietnamese;

/// A text, split into words.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) subject: u32,
    pub(super) field: Field,
    /// The numbers of its spellings, in order.
    pub(super) forms: Vec<u32>,
}

/// Subjects that were read in one batch, with numbers of words that hold only within it.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) subjects: u32,
    pub(super) words: Vec<vietnamese::Word>,
    pub(super) texts: Vec<Text>,
}

impl Batch {
    pub(super) fn of<S>(subjects: &[S], texts: &impl Fn(&S) -> Vec<(Field, String)>) -> Self {
        let mut batch = Batch::default();
        let mut number_of: FxHashMap<vietnamese::Word, u32> = FxHashMap::default();
        let mut number = |word: vietnamese::Word, words: &mut Vec<vietnamese::Word>| {
            *number_of.entry(word).or_insert_with_key(|word| {
                words.push(word.clone());
                words.len() as u32 - 1
            })
        };
        // Caches the words between two spaces, because most of them recur.
        let mut chunks: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for subject in subjects {
            let texts = texts(subject);
            debug_assert!(texts.is_sorted_by_key(|(field, _)| *field), "the best comes first");
            for (field, text) in texts {
                let mut forms = Vec::new();
                // Apart from the others, so that they are nobody's neighbours.
                let mut joined = Vec::new();
                let mut before = "";
                for chunk in text.split_whitespace() {
                    if let Some(name) = as_one_word(before, chunk) {
                        let words = vietnamese::words(&name).into_iter();
                        joined.extend(words.map(|word| number(word, &mut batch.words)));
                    }
                    before = chunk;
                    if let Some(known) = chunks.get(chunk) {
                        forms.extend_from_slice(known);
                        continue;
                    }
                    let from = forms.len();
                    let words = vietnamese::words(chunk).into_iter();
                    forms.extend(words.map(|word| number(word, &mut batch.words)));
                    chunks.insert(chunk.to_owned(), forms[from..].to_vec());
                }
                let subject = batch.subjects;
                batch.texts.push(Text { subject, field, forms });
                for form in joined {
                    batch.texts.push(Text { subject, field, forms: vec![form] });
                }
            }
            batch.subjects += 1;
        }
        batch
    }
}

/// A name that readers may type as one word: with an apostrophe ("H'Mông"), or a short word and the
/// next one, both with a capital ("Ê Đê", "Cơ Tu").
fn as_one_word(before: &str, chunk: &str) -> Option<String> {
    let has_capital = |word: &str| word.starts_with(char::is_uppercase);
    if let Cow::Owned(name) = vietnamese::without_apostrophes(chunk) {
        return Some(name);
    }
    let is_name = has_capital(before)
        && has_capital(chunk)
        && vietnamese::fold(before).len() < 3
        && before.chars().all(char::is_alphabetic);
    is_name.then(|| format!("{before}{chunk}"))
}

/// A phrase and the group of synonyms it belongs to, as numbers.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) forms: Vec<u32>,
    pub(super) group: usize,
}

/// All words by number: their spellings with marks, and the words without.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) words: Vec<vietnamese::Word>,
    pub(super) number_of: BTreeMap<vietnamese::Word, u32>,
    /// For each spelling, the number of its word without marks.
    pub(super) folded: Vec<u32>,
    pub(super) folded_words: Vec<String>,
    folded_of: BTreeMap<String, u32>,
}

impl Lexicon {
    pub(super) fn form(&mut self, word: vietnamese::Word) -> u32 {
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

    /// The synonymous phrases, by their first words.
    pub(super) fn phrases(&mut self, groups: &[Vec<String>]) -> BTreeMap<u32, Vec<Phrase>> {
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
}
