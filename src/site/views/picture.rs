//! The geometry of pictures.
//!
//! Horizontal lengths are percentages, because a page may have any width. Vertical lengths are
//! pixels. Both are whole hundredths, so that they are equal on every machine.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Serialize, Serializer};

/// Least distance between the middles of two columns on an axis of time, in hundredths of a per cent.
const LEAST_PITCH: u64 = 250;
/// Greatest width of a column on an axis of time, in hundredths of a per cent.
const MOST_WIDTH: u64 = 1_600;

/// A length in hundredths of a per cent or of a pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hundredths(pub(super) u64);

/// A column of stacked blocks.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Column {
    /// Left edge in per cent.
    pub(super) x: Hundredths,
    /// Width in per cent.
    pub(super) width: Hundredths,
    /// Middle of the label in per cent.
    pub(super) middle: Hundredths,
    pub(super) blocks: Vec<Block>,
}

/// A block of a column.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Block {
    pub(super) fill: &'static str,
    /// Upper edge in pixels.
    pub(super) y: Hundredths,
    /// Height in pixels.
    pub(super) height: Hundredths,
}

/// A horizontal line of the grid.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct GridLine {
    /// Distance from the top in pixels.
    pub(super) y: Hundredths,
    pub(super) value: u32,
}

impl Hundredths {
    /// The share `part / whole` of a length of `length` units.
    pub(super) fn share(part: u64, whole: u64, length: u64) -> Self {
        Hundredths(part * length * 100 / whole.max(1))
    }

    fn minus(self, other: Self) -> Self {
        Hundredths(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Hundredths {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(out, "{whole}"),
            _ if rest.is_multiple_of(10) => write!(out, "{whole}.{}", rest / 10),
            _ => write!(out, "{whole}.{rest:02}"),
        }
    }
}

impl Serialize for Hundredths {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The horizontal position of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Slot {
    /// Left edge in per cent.
    pub(super) x: Hundredths,
    /// Width in per cent.
    pub(super) width: Hundredths,
}

impl Slot {
    /// Slots of equal width, side by side, with gaps of `gap` per cent of a slot.
    pub(super) fn evenly(n: usize, gap: u64) -> Vec<Self> {
        let slot = |at: usize| {
            let edge = |at: usize| Hundredths::share(at as u64, n as u64, 100);
            let (left, right) = (edge(at), edge(at + 1));
            let inset = (right.0 - left.0) * gap / 200;
            Slot { x: Hundredths(left.0 + inset), width: Hundredths(right.0 - left.0 - inset * 2) }
        };
        (0..n).map(slot).collect()
    }

    /// Slots of equal width whose middles stand as far apart as these days, which must ascend.
    ///
    /// The width leaves a gap between the two nearest days, within limits. A day that is too near to
    /// the next one that has a slot has none.
    pub(super) fn in_time(days: &[u64]) -> Vec<Option<Self>> {
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
        let span = (last - first).max(1);
        let least = span * LEAST_PITCH / 10_000;
        let mut kept = vec![false; days.len()];
        let mut next: Option<u64> = None;
        for (at, day) in days.iter().enumerate().rev() {
            kept[at] = next.is_none_or(|next| next - day > least);
            if kept[at] {
                next = Some(*day);
            }
        }
        let shown: Vec<u64> =
            (days.iter().zip(&kept)).filter(|(_, k)| **k).map(|(d, _)| *d).collect();
        let nearest = shown.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap_or(span);
        let width = (nearest * 7_200 / span).clamp(LEAST_PITCH * 3 / 4, MOST_WIDTH);
        let slot = |day: u64| Slot {
            x: Hundredths((day - first) * (10_000 - width) / span),
            width: Hundredths(width),
        };
        days.iter().zip(kept).map(|(day, kept)| kept.then(|| slot(*day))).collect()
    }

    /// The middle in per cent.
    pub(super) fn middle(self) -> Hundredths {
        Hundredths(self.x.0 + self.width.0 / 2)
    }
}

/// Lays out stacked columns in their slots.
///
/// A column that holds `most` is `height` pixels high. Neighbouring blocks share an edge exactly.
pub(super) fn columns(
    slots: &[Slot],
    counts: &[Vec<(&'static str, u32)>],
    most: u32,
    height: u64,
) -> Vec<Column> {
    let floor = Hundredths(height * 100);
    let column = |(slot, parts): (&Slot, &Vec<(&'static str, u32)>)| {
        let (mut below, mut blocks) = (0, Vec::new());
        for (fill, n) in parts.iter().filter(|(_, n)| *n > 0) {
            let top = |n: u32| floor.minus(Hundredths::share(n.into(), most.into(), height));
            let (lower, upper) = (top(below), top(below + n));
            blocks.push(Block { fill, y: upper, height: lower.minus(upper) });
            below += n;
        }
        Column { x: slot.x, width: slot.width, middle: slot.middle(), blocks }
    };
    slots.iter().zip(counts).map(column).collect()
}

/// Grid lines at 0 and at most four round numbers, none above `most`.
pub(super) fn grid(most: u32, height: u64) -> Vec<GridLine> {
    let steps = (0..9u32).flat_map(|power| [1, 2, 5].map(|n| n * 10u32.pow(power)));
    let step = steps.into_iter().find(|step| most / step <= 4).unwrap_or(most.max(1));
    let line = |value: u32| GridLine {
        y: Hundredths(height * 100).minus(Hundredths::share(value.into(), most.into(), height)),
        value,
    };
    (0..=most / step).map(|n| line(n * step)).collect()
}

/// The beginning of a month on an axis of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Month {
    /// The first day.
    pub(super) first: NaiveDate,
    /// Whether there is room for its name.
    pub(super) named: bool,
}

/// The months that begin between two days, at most `max_labels` of them named, by a step that divides
/// the year. Of more than three years only the named ones are returned.
pub(super) fn months(from: NaiveDate, to: NaiveDate, max_labels: u32) -> Vec<Month> {
    let first = from.with_day(1).unwrap_or(from);
    let count =
        (to.year() - first.year()) * 12 + to.month0().cast_signed() - first.month0().cast_signed();
    let count = u32::try_from(count).unwrap_or(0) + 1;
    let steps = [1, 2, 3, 6].into_iter().chain((1..).map(|years| years * 12));
    let step = steps.into_iter().find(|step| count.div_ceil(*step) <= max_labels).unwrap_or(12);
    let named = |day: NaiveDate| {
        let months = day.year().unsigned_abs() * 12 + day.month0();
        months.is_multiple_of(step)
    };
    (0..count)
        .filter_map(|n| first.checked_add_months(Months::new(n)))
        .map(|first| Month { first, named: named(first) })
        .filter(|month| (from..=to).contains(&month.first) && (count <= 36 || month.named))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_short() {
        for (n, expected) in [(0, "0"), (100, "1"), (150, "1.5"), (1234, "12.34"), (105, "1.05")] {
            assert_eq!(Hundredths(n).to_string(), expected);
        }
    }

    #[test]
    fn blocks_stand_on_each_other_without_a_gap() {
        let counts = [vec![("a", 3), ("b", 0), ("c", 4)], vec![("a", 1), ("b", 1), ("c", 1)]];
        let columns = columns(&Slot::evenly(2, 20), &counts, 7, 100);
        for column in &columns {
            let mut floor = 10_000;
            for block in &column.blocks {
                assert_eq!(block.y.0 + block.height.0, floor);
                floor = block.y.0;
            }
        }
        assert_eq!(columns[0].blocks.len(), 2);
        assert_eq!(columns[0].blocks[1].y, Hundredths(0));
        assert_eq!((columns[0].x, columns[0].width), (Hundredths(500), Hundredths(4000)));
        assert_eq!((columns[1].x, columns[1].middle), (Hundredths(5500), Hundredths(7500)));
    }

    #[test]
    fn nothing_is_drawn_beyond_the_edges() {
        for n in 1..40 {
            let counts: Vec<_> = (0..n).map(|i| vec![("a", i), ("b", 40 - i)]).collect();
            for column in columns(&Slot::evenly(counts.len(), 30), &counts, 40, 160) {
                assert!(column.x.0 + column.width.0 <= 10_000);
                assert!(column.blocks.iter().all(|b| b.y.0 + b.height.0 <= 16_000));
            }
        }
    }

    #[test]
    fn columns_stand_as_far_apart_as_their_days() {
        let slots: Vec<Slot> = Slot::in_time(&[0, 91, 183, 198]).into_iter().flatten().collect();
        let middles: Vec<u64> = slots.iter().map(|slot| slot.middle().0).collect();
        let width = slots[0].width.0;
        let at = |day: u64| width / 2 + day * (10_000 - width) / 198;
        assert_eq!(middles, [at(0), at(91), at(183), at(198)]);
        for pair in slots.windows(2) {
            assert!(pair[0].x.0 + width < pair[1].x.0, "{pair:?}");
        }
        assert_eq!(slots[3].x.0 + width, 10_000);
    }

    #[test]
    fn a_day_too_near_to_the_next_has_no_column() {
        let slots = Slot::in_time(&[0, 999, 1000]);
        assert_eq!(slots.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(Slot::in_time(&[5]).len(), 1);
        assert!(Slot::in_time(&[]).is_empty());
        for n in 1..60u64 {
            let days: Vec<u64> = (0..n).map(|day| day * day).collect();
            for slot in Slot::in_time(&days).into_iter().flatten() {
                assert!(slot.x.0 + slot.width.0 <= 10_000);
            }
        }
    }

    #[test]
    fn few_months_are_named() {
        for (from, to) in [
            ("2021-07-01", "2021-07-01"),
            ("2021-07-01", "2021-12-31"),
            ("2021-07-22", "2026-12-31"),
            ("2000-01-01", "2100-12-31"),
        ] {
            let months = months(from.parse().unwrap(), to.parse().unwrap(), 6);
            assert!(months.len() <= 37, "{}", months.len());
            assert!(months.iter().filter(|month| month.named).count() <= 7);
        }
    }

    #[test]
    fn the_grid_has_round_numbers() {
        let values = |most| grid(most, 100).into_iter().map(|line| line.value).collect::<Vec<_>>();
        for (most, expected) in [
            (0, vec![0]),
            (3, vec![0, 1, 2, 3]),
            (9, vec![0, 2, 4, 6, 8]),
            (51, vec![0, 20, 40]),
            (1000, vec![0, 500, 1000]),
        ] {
            assert_eq!(values(most), expected, "{most}");
        }
        assert_eq!(grid(0, 100)[0].y, Hundredths(10_000));
    }
}
