//! Sets of subjects, as the script reads them: the gaps between their numbers, five bits a
//! character, so that a word which stands everywhere packs to nothing.

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

/// The digits of a gap; the second half says that more follow.
const DIGITS: &[u8; 64] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

/// Ascending numbers, each added once.
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    /// One more than the last.
    next: u32,
    /// As they are written, but the digits' values.
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
pub(super) struct Occurrences {
    /// One more than the last subject.
    pub(super) seen: u32,
    pub(super) sets: [Set; 4],
}

impl Occurrences {
    /// Fields come in their order, so the first is the best.
    pub(super) fn see(&mut self, subject: u32, field: Field) {
        if self.seen <= subject {
            self.seen = subject + 1;
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
