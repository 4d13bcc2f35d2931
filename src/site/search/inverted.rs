//! Maps words, pairs of neighbouring words, prefixes of words and groups of synonyms to sets of
//! subjects, in the format that the script reads. This module does not know what the subjects are.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::lexicon::{Batch, Lexicon, Phrase, Text};
use super::parts::{Entry, Parts, cut};
use super::set::{Field, Occurrences, Set};
use super::shelf::{Shelf, Shelving};

/// Maximum length of a prefix that can be looked up.
const MAX_PREFIX: usize = 12;

/// Builds the index of these subjects from their texts, ordered from the best field, and from
/// groups of synonymous phrases.
///
/// Subjects are read in parallel. Then each shelf collects the entries of its words. The output is
/// sorted by key and does not depend on the number of threads or the numbers of words.
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
        rayon::join(|| prefixes(&lexicon, &found, first), || words(&lexicon, &found));
    entries.extend(whole_words);
    entries.append(&mut pairs);
    for (number, found) in groups.iter().enumerate() {
        let mut entry = Entry::new(format!("={number}"));
        found.write("", &mut entry.text);
        entries.push(entry);
    }
    // Words that occur only in synonyms have no subjects.
    entries.retain(|entry| !entry.is_empty());
    cut(entries)
}

/// Number of batches of subjects: enough to occupy several threads, few enough that the words of a
/// batch recur.
const BATCHES: usize = 8;

/// An entry for each word without marks, with the sets of its spellings.
fn words(lexicon: &Lexicon, found: &[Option<Occurrences>]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = lexicon.folded_words.iter().cloned().map(Entry::new).collect();
    // In the order of the spellings.
    for (word, form) in &lexicon.number_of {
        let Some(found) = &found[*form as usize] else { continue };
        let variant = if word.exact == word.folded { "" } else { &word.exact };
        found.write(variant, &mut entries[lexicon.folded[*form as usize] as usize].text);
    }
    entries
}

/// An entry for each prefix that several words share, for the last word of a query, which may be
/// incomplete. For other prefixes, the reader finds the one word itself.
fn prefixes(lexicon: &Lexicon, found: &[Option<Occurrences>], subjects: u32) -> Vec<Entry> {
    /// By prefix: the number of words, and the spellings that occur.
    type Shared<'w> = BTreeMap<&'w str, (usize, Vec<&'w Occurrences>)>;
    let mut shared: Shared<'_> = BTreeMap::new();
    for word in &lexicon.folded_words {
        for at in prefix_ends(word) {
            shared.entry(&word[..at]).or_default().0 += 1;
        }
    }
    shared.retain(|start, (words, _)| *words > 1 && !start.ends_with('.'));
    for (word, found) in lexicon.words.iter().zip(found) {
        let Some(found) = found else { continue };
        for at in prefix_ends(&word.folded) {
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

/// An entry for each group of phrases.
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
                    found[phrase.group].add(*subject, *field);
                }
            }
        }
    }
    found
}

/// The end positions of those prefixes of a word that can be looked up.
fn prefix_ends(word: &str) -> Vec<usize> {
    word.char_indices().skip(1).take(MAX_PREFIX).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::super::parts::PART_SIZE;
    use super::*;

    fn index(texts: &[&str], groups: &[Vec<String>]) -> String {
        let parts = parts(groups, texts, |text| vec![(Field::Text, (*text).to_owned())]);
        parts.bodies.concat()
    }

    #[test]
    fn words_pairs_and_prefixes() {
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
    fn names_are_found_as_one_word_too() {
        let written = index(&["người H’Mông", "làng Ê Đê", "xã Cơ Tu", "ở Đắk R'Lấp,"], &[]);
        for entry in [
            "hmong,hmông:30",
            "h mong,:30",
            "mong,mông:30",
            "ede,êđê:31",
            "e de,:31",
            "cotu,cơtu:32",
            "rlap,rlâpS:33",
            "dak r,:33",
        ] {
            assert!(written.contains(entry), "{entry} in {written}");
        }
        // Not every two words are a name, and one word is nobody's neighbour.
        for entry in ["langede", "odak", "xacotu", "hmong e", "mong hmong"] {
            assert!(!written.contains(entry), "{entry} in {written}");
        }
    }

    #[test]
    fn the_order_of_the_parts_is_that_of_their_keys() {
        let texts: Vec<String> = (0..400).map(|n| format!("từ{n} tiếng{}", n * 7 % 400)).collect();
        let parts = parts(&[], &texts, |text| vec![(Field::Title, text.clone())]);
        assert!(parts.bodies.len() > 2 && parts.firsts.is_sorted());
        assert_eq!(parts.firsts.len(), parts.bodies.len());
        for (first, body) in parts.firsts.iter().zip(&parts.bodies) {
            assert!(body.starts_with(first) && body.len() <= *PART_SIZE.end());
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
            let (old, new) = (&before.bodies, &now.bodies);
            let moved = new.iter().filter(|body| !old.contains(body)).count();
            // A new word adds its entry, its pair and its prefixes to those added before.
            assert!(moved <= 8 * (n + 1), "{moved} of {} for {word}", new.len());
            let half = new.iter().filter(|body| 2 * body.len() >= 3_000 && body.len() <= 3_000);
            assert!(half.count() + 1 >= new.len());
        }
    }
}
