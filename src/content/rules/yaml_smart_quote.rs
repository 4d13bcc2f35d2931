//! Curly quotation marks stand where YAML needs straight ones.
//!
//! Word turns "straight" marks into “curly” ones. To YAML these are letters like any other: a key
//! in curly marks is a key that does not exist, and a value in curly marks is not protected, so
//! that a colon in it breaks the line.
//!
//! Wrong:
//!
//! ```yaml
//! “title”: Báo cáo quý
//! product: “Kế hoạch: phần 1”
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Báo cáo quý
//! product: "Kế hoạch: phần 1"
//! ```
//!
//! Delete the curly marks and type straight ones, or none; keys never need any.
//! `tiendo check --fix` can mend both. Curly marks inside a text, as in `title: Đề án “Một cửa”`,
//! are right and stay.
//!
//! # Tiếng Việt
//!
//! Dấu nháy cong đứng ở chỗ YAML cần dấu nháy thẳng.
//!
//! Word tự đổi dấu nháy "thẳng" thành “cong”. Với YAML, dấu cong chỉ là chữ như mọi chữ khác: tên
//! trường để trong nháy cong là tên trường không có, còn giá trị để trong nháy cong thì không được
//! bảo vệ, gặp dấu hai chấm là hỏng cả dòng.
//!
//! Sai:
//!
//! ```yaml
//! “title”: Báo cáo quý
//! product: “Kế hoạch: phần 1”
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Báo cáo quý
//! product: "Kế hoạch: phần 1"
//! ```
//!
//! Xóa dấu cong rồi gõ dấu thẳng, hoặc bỏ hẳn; tên trường thì không bao giờ cần dấu nháy. Lệnh
//! `tiendo check --fix` sửa được cả hai. Dấu cong nằm trong câu, như `title: Đề án “Một cửa”`, là
//! đúng và được giữ.

use std::ops::Range;

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-smart-quote", include_str!("yaml_smart_quote.rs"));

/// Quotation marks that are letters to YAML, as word processors make them.
pub(crate) const CURLY: [char; 10] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '″', '＂'];

/// The first curly mark at either end of a key, and the key without its marks.
pub(in crate::content) fn around_key(key: &str) -> Option<(Range<usize>, &str)> {
    let mark = match (key.chars().next()?, key.chars().next_back()?) {
        (first, _) if CURLY.contains(&first) => 0..first.len_utf8(),
        (_, last) if CURLY.contains(&last) => key.len() - last.len_utf8()..key.len(),
        _ => return None,
    };
    let name = key.trim_matches(|c: char| CURLY.contains(&c) || matches!(c, '"' | '\''));
    Some((mark, name.trim()))
}

/// The curly mark that opens a value which YAML can only read in straight marks: it holds a colon,
/// or the text goes on in the next line.
pub(in crate::content) fn around_value(value: &str) -> Option<Range<usize>> {
    let first = value.chars().next().filter(|first| CURLY.contains(first))?;
    let rest = &value[first.len_utf8()..];
    let unfit = rest.contains(": ") || !rest.contains(CURLY);
    unfit.then(|| 0..first.len_utf8())
}

/// The value in straight marks, if those at its ends are the only ones in it.
pub(in crate::content) fn straightened(value: &str) -> Option<String> {
    let inner = value.strip_prefix(CURLY)?.strip_suffix(CURLY)?;
    let plain = !inner.contains(CURLY) && !inner.contains(['"', '\\']);
    plain.then(|| format!("\"{inner}\""))
}
