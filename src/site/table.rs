//! Tables in which much is looked up: a hundred links a page, every word of every note.

use std::hash::{BuildHasherDefault, Hasher};

/// Looked up only; whatever is told of it is sorted first.
#[expect(clippy::disallowed_types, reason = "millions of look-ups; sorted before it is told")]
pub(super) type Table<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Mixed>>;

/// Mixes numbers and words; whoever chose words to make it slow would wait for his own site.
#[derive(Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        for eight in eights {
            self.write_u64(u64::from_le_bytes(*eight));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        // With the length, so that zeros at the end count.
        self.write_u64(u64::from_le_bytes(last) ^ ((bytes.len() as u64) << 56));
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }

    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}
