//! The geometry of pictures.
//!
//! Horizontal lengths are percentages, because a page may have any width. Vertical lengths are
//! pixels. Both are whole hundredths, so that they are equal on every machine.

use std::fmt;

use serde::{Serialize, Serializer};

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

/// Lays out columns of equal width, side by side with gaps.
///
/// A column that holds `most` is `height` pixels high. Neighbouring blocks share an edge exactly.
pub(super) fn columns(
    counts: &[Vec<(&'static str, u32)>],
    most: u32,
    height: u64,
    gap: u64,
) -> Vec<Column> {
    let n = counts.len() as u64;
    let slot = |at: u64| Hundredths::share(at, n, 100);
    let floor = Hundredths(height * 100);
    let column = |(at, parts): (usize, &Vec<(&'static str, u32)>)| {
        let (left, right) = (slot(at as u64), slot(at as u64 + 1));
        let inset = Hundredths((right.0 - left.0) * gap / 200);
        let (mut below, mut blocks) = (0, Vec::new());
        for (fill, n) in parts.iter().filter(|(_, n)| *n > 0) {
            let top = |n: u32| floor.minus(Hundredths::share(n.into(), most.into(), height));
            let (lower, upper) = (top(below), top(below + n));
            blocks.push(Block { fill, y: upper, height: lower.minus(upper) });
            below += n;
        }
        Column {
            x: Hundredths(left.0 + inset.0),
            width: right.minus(left).minus(Hundredths(inset.0 * 2)),
            middle: Hundredths(u64::midpoint(left.0, right.0)),
            blocks,
        }
    };
    counts.iter().enumerate().map(column).collect()
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
        let columns = columns(&counts, 7, 100, 20);
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
            for column in columns(&counts, 40, 160, 30) {
                assert!(column.x.0 + column.width.0 <= 10_000);
                assert!(column.blocks.iter().all(|b| b.y.0 + b.height.0 <= 16_000));
            }
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
