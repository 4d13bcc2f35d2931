//! Reads the state of a task from cells.

pub use crate::reading::states::{StateReading, read_state};

use crate::spreadsheet::{Cell, Value};
use crate::vietnamese::fold;

/// Returns whether a cell in the column of a state is ticked.
pub(super) fn is_tick(cell: &Cell) -> bool {
    match &cell.value {
        Value::Boolean(is_true) => *is_true,
        Value::Number(n) => *n == 1.0,
        Value::Text(text) => {
            matches!(
                fold(text.trim()).as_str(),
                "x" | "v" | "✓" | "✔" | "√" | "co" | "yes" | "1" | "ü" | "þ" | "xx"
            )
        }
        _ => false,
    }
}

/// Returns whether a cell in the column of a state says that the task is not in this state.
pub(super) fn is_blank(cell: &Cell) -> bool {
    match &cell.value {
        Value::Nothing => true,
        Value::Boolean(is_true) => !is_true,
        Value::Number(n) => *n == 0.0,
        Value::Text(text) => {
            matches!(fold(text.trim()).as_str(), "" | "-" | "–" | "0" | "o" | "khong" | "no")
        }
        _ => false,
    }
}
