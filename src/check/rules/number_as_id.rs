//! An id without quotes would turn into another number.
//!
//! To YAML, 9.10 is the number 9.1. This program keeps what is written, but Excel, a script or an
//! editor that saves the file again could turn task 9.10 into task 9.1 without anybody noticing.
//!
//! Wrong:
//!
//! ```yaml
//! related: [9.10]
//! ```
//!
//! Right:
//!
//! ```yaml
//! related: ["9.10"]
//! ```
//!
//! Put straight double quotes around the id. `tiendo check --fix` can do this for all ids at once.
//!
//! # Tiếng Việt
//!
//! Mã không để trong dấu nháy kép sẽ bị biến thành một số khác.
//!
//! Với YAML, 9.10 là một số, và số đó bằng 9.1. Phần mềm này giữ đúng chữ đã ghi, nhưng Excel, một
//! đoạn mã hay một trình soạn thảo khi lưu lại tệp sẽ biến nhiệm vụ 9.10 thành 9.1 mà không ai hay.
//!
//! Sai:
//!
//! ```yaml
//! related: [9.10]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! related: ["9.10"]
//! ```
//!
//! Thêm dấu nháy kép thẳng ở hai đầu mã. Lệnh `tiendo check --fix` có thể sửa tất cả cùng một lúc.

use super::unquoted_id;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::{Index, Node, Sources, Step, Style};

pub(in crate::check) const RULE: Rule =
    Rule::error("number-as-id", include_str!("number_as_id.rs"));

/// Keys of lists of ids.
const LISTS: [&str; 9] = [
    "related",
    "documents",
    "evidence",
    "basis",
    "tasks",
    "priorities",
    "places",
    "support",
    "lead",
];

/// Keys that hold an id.
const FIELDS: [&str; 7] =
    ["id", "number", "priority", "lead", "superseded_by", "document", "successor"];

/// Checks every id of every record. To another program, 9.10 is 9.1.
pub(in crate::check) fn check(sources: &Sources, diagnostics: &mut Diagnostics) {
    for (file, source) in sources.iter() {
        for node in source.index.nodes() {
            let text = source.text.get(node.value.clone()).unwrap_or_default();
            if node.style != Style::Plain || !holds_id(node, &source.index) || !is_decimal(text) {
                continue;
            }
            let becomes = shortest(text);
            let place = Place::bytes(file, node.value.clone());
            let diagnostic = if becomes == text {
                Diagnostic::of(&unquoted_id::RULE, place).arg("id", text)
            } else {
                Diagnostic::of(&RULE, place).arg("becomes", becomes).arg("id", text)
            };
            diagnostics.push(diagnostic.fixed_by(node.value.clone(), format!("\"{text}\"")));
        }
    }
}

fn holds_id(node: &Node, index: &Index) -> bool {
    match &node.step {
        Step::Root => false,
        Step::Key(key) => FIELDS.contains(&&**key),
        Step::Item(_) => index.parent(node).is_some_and(
            |parent| matches!(&parent.step, Step::Key(key) if LISTS.contains(&&**key)),
        ),
    }
}

/// Returns what a program that reads and writes numbers makes of a decimal number.
fn shortest(text: &str) -> String {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match rest.trim_end_matches('0') {
        "" => whole.to_owned(),
        rest => format!("{whole}.{rest}"),
    }
}

/// Whether YAML reads the text as a decimal number.
fn is_decimal(text: &str) -> bool {
    text.split_once('.').is_some_and(|(whole, rest)| {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        digits(whole) && digits(rest)
    })
}
