//! The index cut into parts: the entries are sorted by their keys and cut, half full to full, at keys
//! that tell it by themselves, so that a word more changes a part or two, not all that follow. A
//! reader of the parts needs only the first key of each.

use std::cmp::Ordering;

use rayon::prelude::*;

/// How many characters parts may have, from the smallest index to the largest; a single entry may
/// be longer.
pub(super) const PART: std::ops::RangeInclusive<usize> = 3_000..=8_000;
/// Parts are full to three quarters: of so many full ones it would be made.
const PARTS: usize = 900;
/// In such steps the size of parts grows with the index.
const STEP: usize = 500;

/// A key of the index and the sets below it, as they are written one behind the other.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) text: String,
    /// Where the key ends.
    key: usize,
}

impl Entry {
    pub(super) fn new(key: String) -> Self {
        Entry { key: key.len(), text: key }
    }

    pub(super) fn key(&self) -> &str {
        &self.text[..self.key]
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.len() == self.key
    }
}

/// The index, cut into parts.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The first key of each.
    pub(super) firsts: Vec<String>,
    /// The entries of each, joined by semicolons.
    pub(super) bodies: Vec<String>,
}

/// Sorts as the script compares, and cuts.
pub(super) fn cut(mut entries: Vec<Entry>) -> Parts {
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
fn limit(whole: usize) -> usize {
    (whole / PARTS).next_multiple_of(STEP).clamp(*PART.start(), *PART.end())
}

/// How many of these entries make the next part: at least one, where there is one.
///
/// A part is at least half full, if what follows is not too long for it, and ends where the key
/// behind the cut has the least sum of all that could stand there. So a cut does not move when
/// something is added or taken out before it: parts that merely were filled would all change.
fn next_part<'e>(limit: usize, entries: impl Iterator<Item = &'e str>) -> usize {
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
    fn push<'e>(&mut self, entries: impl Iterator<Item = &'e str>) {
        let body = entries.collect::<Vec<_>>().join(";");
        self.firsts.push(key_of(&body).to_owned());
        self.bodies.push(body);
    }
}

/// The order of UTF-16, by the bytes of UTF-8: only what lies beyond the first plane comes before
/// the end of that.
fn as_script(a: &str, b: &str) -> Ordering {
    let rank = |byte: u8| if matches!(byte, 0xee | 0xef) { byte + 0x10 } else { byte };
    match a.bytes().zip(b.bytes()).find(|(a, b)| a != b) {
        Some((a, b)) => rank(a).cmp(&rank(b)),
        None => a.len().cmp(&b.len()),
    }
}

/// The key of an entry, or of the first entry of a part.
fn key_of(entry: &str) -> &str {
    entry.split_once(',').map_or(entry, |(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_as_the_script_compares() {
        let texts = ["", "a", "a b", "ab", "b*", "đ", "\u{e000}", "ﬁ", "\u{ffff}", "𝒜", "𝒜b", "a𝒜"];
        for a in texts {
            for b in texts {
                assert_eq!(as_script(a, b), a.encode_utf16().cmp(b.encode_utf16()), "{a} {b}");
            }
        }
    }
}
