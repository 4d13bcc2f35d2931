//! Sorts ids and item numbers in the order in which people count.

use std::cmp::Ordering;

/// Compares ids and item numbers in the order in which people count: 9.2 before 9.10, 9c before
/// 10a, 9.1 before 9a.
///
/// Texts are compared segment by segment, split at `.` and `-`. Within a segment, runs of digits
/// are compared as numbers of any length. Only equal texts compare as equal.
pub fn natural_cmp(a: &str, b: &str) -> Ordering {
    let split = |c: char| c == '.' || c == '-';
    let (mut left, mut right) = (a.split(split), b.split(split));
    loop {
        let order = match (left.next(), right.next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(l), Some(r)) => Pieces(l).cmp(Pieces(r)),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// Splits a segment into alternating runs of digits and other characters.
struct Pieces<'a>(&'a str);

/// A run of digits or other characters. Numbers come before letters.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    /// The number of digits without leading zeros, then these digits: a longer number is greater.
    Number(usize, &'a str),
    Letters(&'a str),
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let first = self.0.chars().next()?;
        let is_number = first.is_ascii_digit();
        let end = self.0.find(|c: char| c.is_ascii_digit() != is_number).unwrap_or(self.0.len());
        let (piece, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(if is_number {
            let piece = piece.trim_start_matches('0');
            Piece::Number(piece.len(), piece)
        } else {
            Piece::Letters(piece)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_sort_as_people_count() {
        let mut ids = vec![
            "10a",
            "9.10",
            "9c",
            "9.2",
            "9",
            "9-1",
            "9a",
            "1.3",
            "1.03",
            "a",
            "a1",
            "a10",
            "a2",
            "99999999999999999999999999",
            "100000000000000000000000000",
            "9.2.1",
            "",
        ];
        ids.sort_by(|a, b| natural_cmp(a, b));
        assert_eq!(
            ids,
            [
                "",
                "1.03",
                "1.3",
                "9",
                "9-1",
                "9.2",
                "9.2.1",
                "9.10",
                "9a",
                "9c",
                "10a",
                "99999999999999999999999999",
                "100000000000000000000000000",
                "a",
                "a1",
                "a2",
                "a10"
            ]
        );
    }

    proptest! {
        #[test]
        fn natural_order_is_total(a in "[0-3ab.-]{0,5}", b in "[0-3ab.-]{0,5}", c in "[0-3ab.-]{0,5}") {
            prop_assert_eq!(natural_cmp(&a, &b), natural_cmp(&b, &a).reverse());
            prop_assert_eq!(natural_cmp(&a, &b).is_eq(), a == b);
            if natural_cmp(&a, &b).is_le() && natural_cmp(&b, &c).is_le() {
                prop_assert!(natural_cmp(&a, &c).is_le());
            }
        }
    }
}
