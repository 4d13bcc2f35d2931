//! A figure typed in a note differs from the computed figure.
//!
//! `{{hoan-thanh = 12/35}}` shows the figure that the author typed, and checks it: it must equal
//! the figure that the program computes on the note's own date, from the records of that day.
//! Either the figure is wrong, or the records lack an entry or its evidence. Figures are compared
//! only while the records have no errors.
//!
//! Wrong, when 11 of 35 are done with evidence on the date of the note:
//!
//! ```markdown
//! Đến nay {{hoan-thanh = 12/35}} nhiệm vụ đã xong.
//! ```
//!
//! Right:
//!
//! ```markdown
//! Đến nay {{hoan-thanh = 11/35}} nhiệm vụ đã xong.
//! ```
//!
//! # Tiếng Việt
//!
//! Con số ghi trong ghi chép khác con số chương trình tính được.
//!
//! `{{hoan-thanh = 12/35}}` hiện đúng con số người viết đã ghi, và ràng buộc nó: phải bằng con số
//! chương trình tính vào đúng ngày của ghi chép, từ sổ theo dõi đến ngày ấy. Hoặc con số sai, hoặc
//! sổ theo dõi còn thiếu một lần cập nhật hay minh chứng.
//!
//! Sai, khi vào ngày của ghi chép có 11 trong 35 việc xong kèm minh chứng:
//!
//! ```markdown
//! Đến nay {{hoan-thanh = 12/35}} nhiệm vụ đã xong.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! Đến nay {{hoan-thanh = 11/35}} nhiệm vụ đã xong.
//! ```

use crate::diagnostic::{Diagnostic, Place, Rule};

pub(super) const RULE: Rule = Rule::warning("figure-differs", include_str!("figure_differs.rs"));

/// Returns the diagnostic for a placeholder. The pipeline, which knows the dates, decides whether
/// it applies.
pub(crate) fn diagnostic(place: Place) -> Diagnostic {
    Diagnostic::of(&RULE, place)
}
