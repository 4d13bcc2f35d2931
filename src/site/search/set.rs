//! Sets of subjects in the format that the script reads: the gaps between their numbers, five bits
//! per character, so that a word that occurs everywhere compresses to almost nothing.

/// The field of a subject that contains a word. The first field weighs most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// Number, symbol, short name.
    Code,
    /// Title or name.
    Title,
    /// Agencies, places and standings.
    Names,
    /// Everything else.
    Text,
}

impl Field {
    /// All fields, from the first.
    pub(super) const ALL: [Field; 4] = [Field::Code, Field::Title, Field::Names, Field::Text];
}

/// The digits of a gap. Those in the second half mean that more follow.
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// A set of numbers, which must be added in ascending order.
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    /// The last number, plus 1.
    next: u32,
    /// The gaps, as values of their digits.
    pub(super) gaps: Vec<u8>,
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

    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> {
        numbers(self.gaps.iter().copied())
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

    pub(super) fn clear(&mut self) {
        self.next = 0;
        self.gaps.clear();
    }
}

/// Decodes the numbers from the digits of their gaps.
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

/// The subjects that contain something, each listed under the best field that contains it.
#[derive(Clone, Debug, Default)]
pub(super) struct Occurrences {
    /// The last subject, plus 1.
    pub(super) next: u32,
    pub(super) sets: [Set; 4],
}

impl Occurrences {
    /// Adds a subject under this field, unless it was already added under a better one. Fields must
    /// be passed from the best.
    pub(super) fn add(&mut self, subject: u32, field: Field) {
        if self.next <= subject {
            self.next = subject + 1;
            self.sets[field as usize].push(subject);
        }
    }

    pub(super) fn write(&self, variant: &str, out: &mut String) {
        for (field, set) in self.sets.iter().enumerate() {
            set.write(variant, field, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_read_as_it_was_written() {
        let numbers = [0, 1, 5, 37, 38, 1_062, 1_100, 70_000];
        let mut set = Set::default();
        numbers.iter().for_each(|n| set.push(*n));
        assert_eq!(set.numbers().collect::<Vec<_>>(), numbers);
    }
}
