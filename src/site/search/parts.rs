//! Cuts the index into parts.
//!
//! Entries are sorted by key. Each part is between half full and full, and ends at a key chosen by
//! a checksum of the key alone. An added word therefore changes one or two parts and not all that
//! follow. A reader needs only the first key of each part.

use std::cmp::Ordering;

use rayon::prelude::*;

/// Maximum number of characters of a part, for the smallest and the largest index. A single entry
/// may be longer.
pub(super) const PART_SIZE: std::ops::RangeInclusive<usize> = 3_000..=8_000;
/// The limit is chosen so that this many full parts would hold the index. Parts are about three
/// quarters full.
const FULL_PARTS: usize = 900;
/// The limit grows with the index in steps of this size.
const SIZE_STEP: usize = 500;

/// A key of the index, followed by its sets as they are written.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) text: String,
    /// The length of the key in bytes.
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
    /// The first key of each part.
    pub(super) firsts: Vec<String>,
    /// The entries of each part, joined by semicolons.
    pub(super) bodies: Vec<String>,
}

/// Sorts the entries in the order in which the script compares, and cuts them.
pub(super) fn cut(mut entries: Vec<Entry>) -> Parts {
    // Without characters outside the basic plane, byte order equals UTF-16 order.
    let beyond = entries.iter().any(|entry| entry.key().bytes().any(|byte| byte >= 0xf0));
    let order = if beyond { utf16_order } else { <str>::cmp };
    entries.par_sort_unstable_by(|a, b| order(a.key(), b.key()));
    cut_sorted(&entries)
}

/// Cuts sorted entries.
fn cut_sorted(entries: &[Entry]) -> Parts {
    let limit = size_limit(entries.iter().map(|entry| entry.text.len() + 1).sum());
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

/// The maximum number of characters of a part, given the length of all entries with separators.
///
/// It grows in steps, because a limit that changed with each new word would move all cuts.
fn size_limit(total: usize) -> usize {
    (total / FULL_PARTS).next_multiple_of(SIZE_STEP).clamp(*PART_SIZE.start(), *PART_SIZE.end())
}

/// Number of entries in the next part. At least one, unless there are none.
///
/// Among the cuts that leave the part at least half full, the one before the key with the least
/// checksum is chosen, unless an entry is too long. A cut therefore stays in place when entries
/// before it are added or removed, whereas filling each part to the limit would change all that
/// follow.
fn next_part<'e>(limit: usize, entries: impl Iterator<Item = &'e str>) -> usize {
    let (mut length, mut seen) = (0, 0);
    let mut best: Option<(u64, usize)> = None;
    for (count, entry) in entries.enumerate() {
        if count > 0 {
            if 2 * length >= limit {
                let cut = (checksum(key_of(entry)), count);
                best = Some(best.map_or(cut, |best| best.min(cut)));
            }
            if length + 1 + entry.len() > limit {
                return best.map_or(count, |(_, count)| count);
            }
        }
        length += usize::from(count > 0) + entry.len();
        seen = count + 1;
    }
    // All remaining entries fit.
    seen
}

/// FNV-1a of a key.
///
/// The hasher of our tables is not used here, because it may change and would then move all cuts of
/// a published index.
fn checksum(key: &str) -> u64 {
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

/// Compares in UTF-16 order, given UTF-8. The two differ only in that characters outside the basic
/// plane sort before U+E000 to U+FFFF.
fn utf16_order(a: &str, b: &str) -> Ordering {
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
                assert_eq!(utf16_order(a, b), a.encode_utf16().cmp(b.encode_utf16()), "{a} {b}");
            }
        }
    }
}
