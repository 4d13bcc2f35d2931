//! A number of a target cannot be read.
//!
//! A number has at most 15 digits, then perhaps a comma or a point and up to 6 decimals. It has no
//! marks between thousands: a point before exactly three digits could mean 1234 or 1,234.
//!
//! Wrong:
//!
//! ```yaml
//! at_least: 1.234
//! ```
//!
//! Right:
//!
//! ```yaml
//! at_least: 1234
//! ```
//!
//! Write the digits without grouping and without the unit. In braces, a number with a comma needs
//! quotes: `value: "13,67"`.
//!
//! # Tiếng Việt
//!
//! Không đọc được con số của chỉ tiêu.
//!
//! Số có nhiều nhất 15 chữ số, sau đó có thể là dấu phẩy hoặc dấu chấm và không quá 6 chữ số lẻ.
//! Không tách hàng nghìn: dấu chấm trước đúng ba chữ số có thể hiểu là 1234 hoặc 1,234.
//!
//! Sai:
//!
//! ```yaml
//! at_least: 1.234
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! at_least: 1234
//! ```
//!
//! Ghi liền các chữ số, không kèm đơn vị. Trong ngoặc nhọn, số có dấu phẩy phải để trong dấu nháy:
//! `value: "13,67"`.

use crate::diagnostic::{Diagnostic, Place, Rule};
use crate::model::figure::FigureError;

pub(in crate::check) const RULE: Rule = Rule::error("bad-figure", include_str!("bad_figure.rs"));

/// Returns the diagnostic for a text that is not a number, with both readings of a point.
pub(in crate::check) fn diagnostic(text: &str, error: FigureError, place: Place) -> Diagnostic {
    let how = match error {
        FigureError::Ambiguous => "ambiguous",
        FigureError::TooLong => "long",
        FigureError::Form => "form",
    };
    let is_one = text.matches('.').count() == 1;
    Diagnostic::of(&RULE, place)
        .arg("read", text)
        .arg("how", how)
        .arg("whole", text.replace('.', ""))
        .arg("decimal", if is_one { text.replace('.', ",") } else { String::new() })
        .arg("both", if is_one && error == FigureError::Ambiguous { "yes" } else { "no" })
}
