//! A character looks like the right one and is another.
//!
//! Word turns the hyphen at the beginning of a line into a dash (–) or a dot (•), some people write
//! `*` or `+` before an item as in Markdown, some keyboards type a wide colon (：), and a Cyrillic
//! `а` looks just like a Latin `a`. People see no difference; to YAML the list is no list and the
//! key is one that does not exist.
//!
//! Wrong, where a dash stands for the hyphen:
//!
//! ```yaml
//! updates:
//!   – date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Delete the marked character and type it again: a hyphen (`-`) before an item, a colon (`:`) and
//! a space behind a key, keys in the letters a to z. `tiendo check --fix` can do it where one
//! answer is sure. Inside a text such characters are right and stay. In Word, “AutoFormat as you
//! type” makes the dashes; an editor such as Notepad does not.
//!
//! # Tiếng Việt
//!
//! Ký tự nhìn giống ký tự đúng nhưng là ký tự khác.
//!
//! Word tự đổi dấu gạch nối ở đầu dòng thành gạch dài (–) hoặc dấu chấm tròn (•), có người ghi `*`
//! hoặc `+` như trong Markdown, có bàn phím gõ ra dấu hai chấm rộng (：), còn chữ `а` của tiếng Nga
//! giống hệt chữ `a` của ta. Mắt người không phân biệt được; với YAML thì danh sách không còn là
//! danh sách, còn tên trường là tên không dùng được.
//!
//! Sai, ở đây dấu gạch dài đứng thay dấu gạch nối:
//!
//! ```yaml
//! updates:
//!   – date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//!     text: Đã họp
//! ```
//!
//! Xóa ký tự được chỉ rồi gõ lại: dấu gạch nối (`-`) trước mỗi phần tử, dấu hai chấm (`:`) và một
//! dấu cách sau tên trường, tên trường chỉ dùng chữ từ a đến z. Lệnh `tiendo check --fix` sửa được
//! ở chỗ chắc chắn. Nằm trong câu thì các ký tự này là đúng và được giữ. Trong Word, tính năng tự
//! định dạng khi gõ tạo ra gạch dài; Notepad thì không.

use std::ops::Range;

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-lookalike", include_str!("yaml_lookalike.rs"));

/// What stands for the hyphen of an item where a word processor made a list.
const HYPHENS: [char; 14] =
    ['–', '—', '−', '‐', '‑', '‒', '―', '－', '﹣', '•', '·', '▪', '●', '◦'];
/// What stands for a colon.
const COLONS: [char; 3] = ['：', '∶', '﹕'];
/// Letters of other alphabets that look like those in keys, each before its Latin twin.
const LETTERS: &str = "аaсcеeоoрpхxуyіiѕsјjһhԁdοoαaνvιiκkρpτtυuıi";

/// The sign at the start of an item that stands for its hyphen; its key or value may follow at once.
pub(in crate::content) fn hyphen(item: &str) -> Option<Range<usize>> {
    // Markdown knows these two, and no text begins with one and a space.
    if item.starts_with("* ") || item.starts_with("+ ") {
        return Some(0..1);
    }
    let first = item.chars().next().filter(|first| HYPHENS.contains(first))?;
    let rest = &item[first.len_utf8()..];
    let joined = rest.starts_with(|c: char| c.is_whitespace() || c.is_alphanumeric());
    joined.then(|| 0..first.len_utf8())
}

/// The sign that stands for the colon behind a key, in a line without its indentation.
pub(in crate::content) fn colon(body: &str) -> Option<Range<usize>> {
    let at = body.find(|c: char| !c.is_ascii_lowercase() && c != '_').filter(|at| *at > 0)?;
    let sign = body[at..].chars().next().filter(|sign| COLONS.contains(sign))?;
    Some(at..at + sign.len_utf8())
}

/// The first letter of another alphabet in a key that is otherwise fit to be one, and the key in
/// Latin letters.
pub(in crate::content) fn letter(key: &str) -> Option<(Range<usize>, String)> {
    let (at, odd) = key.char_indices().find(|(_, c)| !c.is_ascii())?;
    let latin: Option<String> = key.chars().map(latin).collect();
    latin.map(|latin| (at..at + odd.len_utf8(), latin))
}

/// The letter of a key that this one is or looks like.
fn latin(c: char) -> Option<char> {
    match c {
        'a'..='z' | '_' => Some(c),
        // Full-width letters.
        'ａ'..='ｚ' => char::from_u32(u32::from(c) - u32::from('ａ') + u32::from('a')),
        '＿' => Some('_'),
        _ => {
            let mut pairs = LETTERS.chars();
            std::iter::from_fn(|| Some((pairs.next()?, pairs.next()?)))
                .find(|(odd, _)| *odd == c)
                .map(|(_, latin)| latin)
        }
    }
}
