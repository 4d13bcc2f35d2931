//! A note on a restricted task may name a private person.
//!
//! Restricted tasks are often about complaints, health or money. A note that also names a public
//! task is published, and a name cannot be taken back from the web. The rule looks for “ông”, “bà”,
//! “Mr” and similar words before a name or initials, for mobile phone numbers and for identity card
//! numbers. A person named with an office (“Chủ tịch”, “Giám đốc”, …) is not private.
//! cards. A person with an office beside the name (“Chủ tịch”, “Giám đốc”, …) is not private.
//!
//! Wrong:
//!
//! ```markdown
//! ---
//! tasks: ["6.1"]   # visibility: status_only
//! ---
//! Mr Nguyễn Văn A (0912 345 678) has not taken the money.
//! ```
//!
//! Right:
//!
//! ```markdown
//! ---
//! tasks: ["6.1"]
//! ---
//! One household has not taken the money.
//! ```
//!
//! # Tiếng Việt
//!
//! Ghi chép về việc công khai hạn chế có thể nêu danh tính cá nhân.
//!
//! Việc công khai hạn chế thường liên quan khiếu nại, sức khỏe, tiền bạc. Ghi chép có nhắc cả việc
//! công khai thì vẫn được đăng, và tên đã lên mạng thì không thu lại được. Quy tắc tìm “ông”, “bà”
//! và các cách gọi tương tự đứng trước tên hoặc chữ viết tắt tên, số điện thoại di động, số căn
//! cước hay chứng minh nhân dân. Người có ghi chức vụ bên cạnh (Chủ tịch, Giám đốc, …) không bị
//! nhắc.
//!
//! Sai:
//!
//! ```markdown
//! ---
//! tasks: ["6.1"]   # visibility: status_only
//! ---
//! Ông Nguyễn Văn A (0912 345 678) chưa nhận tiền.
//! ```
//!
//! Đúng:
//!
//! ```markdown
//! ---
//! tasks: ["6.1"]
//! ---
//! Còn một hộ chưa nhận tiền.
//! ```

use std::ops::Range;

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};

pub(super) const RULE: Rule = Rule::warning("private-person", include_str!("private_person.rs"));

/// Forms of address, and the number of words of a name that must follow. "Em" and "anh" have other
/// meanings too.
const FORMS: [(&str, usize); 12] = [
    ("ông", 1),
    ("bà", 1),
    ("anh", 2),
    ("chị", 2),
    ("cô", 2),
    ("cụ", 2),
    ("em", 2),
    ("cháu", 2),
    ("nhân", 2),
    ("mr", 1),
    ("mrs", 1),
    ("ms", 1),
];
/// Offices. A person who holds one is not private.
const OFFICES: [&str; 22] = [
    "chủ tịch",
    "giám đốc",
    "bí thư",
    "trưởng",
    "phó",
    "chánh",
    "bộ trưởng",
    "cục trưởng",
    "chủ nhiệm",
    "đại biểu",
    "đại diện",
    "người phát ngôn",
    "chuyên viên",
    "ủy viên",
    "uỷ viên",
    "thanh tra viên",
    "kế toán",
    "hiệu trưởng",
    "chairman",
    "director",
    "head of",
    "secretary",
];
/// Words that come before the number of an identity card.
const CARDS: [&str; 5] = ["cccd", "cmnd", "cmtnd", "căn cước", "chứng minh"];
/// Maximum distance between a name and its office, in characters.
const NEAR: usize = 60;

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    for (body, named) in whole.bodies.iter().zip(&whole.named) {
        let restricted = named.tasks.iter().any(|task| model[*task].restricted)
            || named.priorities.iter().any(|priority| model[*priority].restricted);
        if !restricted {
            continue;
        }
        let text = body.text.source();
        let in_address = |found: &Range<usize>| {
            let targets =
                body.text.facts().links.iter().filter_map(|link| link.target_range.as_ref());
            targets
                .chain(&body.text.facts().bare)
                .any(|t| t.start <= found.start && found.end <= t.end)
        };
        for found in people(text).into_iter().filter(|found| !in_address(found)) {
            let read = text.get(found.clone()).unwrap_or_default();
            diagnostics.push(Diagnostic::of(&RULE, body.place(&found)).arg("read", read));
        }
        let title = whole.content.notes[body.note].record.title.as_deref().unwrap_or_default();
        if let Some(read) = people(title).into_iter().next().and_then(|found| title.get(found)) {
            let diagnostic = Diagnostic::of(&RULE, Place::value(body.file, "title"));
            diagnostics.push(diagnostic.arg("read", read));
        }
    }
}

/// Finds names, phone numbers and card numbers of people without an office.
fn people(text: &str) -> Vec<Range<usize>> {
    let mut found = names(text);
    found.extend(numbers(text));
    found.sort_by_key(|range| range.start);
    found
}

fn names(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut words = words(text).peekable();
    let mut before: Option<Range<usize>> = None;
    while let Some(word) = words.next() {
        let form = &text[word.clone()];
        let lower = form.to_lowercase();
        let known = FORMS.iter().find(|(form, _)| *form == lower.trim_end_matches('.'));
        let known = known.filter(|_| {
            // "Bệnh nhân" is a form of address, but "công nhân" and "nhân" alone are not.
            let last = before.clone().map(|range| text[range].to_lowercase());
            lower != "nhân" || last.as_deref() == Some("bệnh")
        });
        let starts = before.as_ref().is_none_or(|last| {
            text[last.end..word.start].contains(['.', '!', '?', '\n', ':', '-', '|'])
        });
        before = Some(word.clone());
        let Some((_, least)) = known else { continue };
        let is_capital =
            form.starts_with(char::is_uppercase) && form.is_ascii() == lower.is_ascii();
        let is_english = ["mr", "mrs", "ms"].contains(&lower.trim_end_matches('.'));
        let mut name: Option<Range<usize>> = None;
        let mut count = 0;
        let mut has_initial = false;
        while let Some(next) = words.peek() {
            let end = name.as_ref().map_or(word.end, |name| name.end);
            let gap = &text[end..next.start];
            let part = &text[next.clone()];
            if !part.starts_with(char::is_uppercase)
                || !gap.trim_matches([' ', '\u{a0}', '*', '.']).is_empty()
            {
                break;
            }
            has_initial |= is_initials(part);
            count += 1;
            name = Some(name.map_or(next.start, |name| name.start)..next.end);
            before = words.next();
        }
        let Some(name) = name else { continue };
        // Inside a sentence, "Bà" is part of the name of a street or a province.
        let is_place = is_capital && !is_english && (!starts || count == 1 && !has_initial);
        let enough = count >= *least || has_initial;
        if enough && !is_place && !has_office(text, word.start, name.end) {
            found.push(word.start..name.end);
        }
    }
    found
}

/// Whether the word consists of initials: "A", "N.V.A", "T.T.H."
fn is_initials(word: &str) -> bool {
    word.trim_end_matches('.').split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

/// Whether an office is next to a name, in the same sentence.
fn has_office(text: &str, start: usize, end: usize) -> bool {
    let ends = |c: char| matches!(c, '.' | ';' | '!' | '?' | '\n');
    let before: String = text[..start].chars().rev().take(NEAR).take_while(|c| !ends(*c)).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[end..].chars().take(NEAR).take_while(|c| !ends(*c)).collect();
    [before, after].iter().any(|near| {
        let near = near.to_lowercase();
        OFFICES.iter().any(|office| near.contains(office))
    })
}

/// Finds the words of a text. Initials keep the full stops between them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphabetic)?;
        let mut end = start;
        let mut letters = text[start..].char_indices().peekable();
        while let Some((offset, c)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let joins = c == '.' && next.is_some_and(char::is_uppercase) && end - start < 8;
            if !c.is_alphanumeric() && !joins {
                break;
            }
            end = start + offset + c.len_utf8();
        }
        at = end;
        Some(start..end)
    })
}

/// Finds mobile phone numbers and identity card numbers.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let start = at + offset;
        let mut digits = String::new();
        let mut end = start;
        let mut blanks = 0;
        for (n, c) in text[start..].char_indices() {
            if c.is_ascii_digit() {
                digits.push(c);
                end = start + n + 1;
                blanks = 0;
            } else if matches!(c, ' ' | '.' | '-' | '\u{a0}') && blanks == 0 && digits.len() < 13 {
                blanks = 1;
            } else {
                break;
            }
        }
        let before = &text[..start];
        let is_alone = !before.ends_with(|c: char| c.is_alphanumeric() || "/-_".contains(c))
            && !text[end..].starts_with(|c: char| c.is_alphanumeric() || "/_".contains(c));
        if is_alone && (is_mobile(&digits, before) || is_card(&digits, before)) {
            found.push(start..end);
        }
        at = end;
    }
    found
}

fn is_mobile(digits: &str, before: &str) -> bool {
    let rest = match digits.strip_prefix("84").filter(|_| before.ends_with('+')) {
        Some(rest) => rest,
        None => digits.strip_prefix('0').unwrap_or_default(),
    };
    rest.len() == 9 && rest.starts_with(['3', '5', '7', '8', '9'])
}

fn is_card(digits: &str, before: &str) -> bool {
    let near: String = before.chars().rev().take(30).collect();
    let near: String = near.chars().rev().collect::<String>().to_lowercase();
    matches!(digits.len(), 9 | 12) && CARDS.iter().any(|card| near.contains(card))
}

#[cfg(test)]
mod tests {
    use super::people;

    #[test]
    fn private_people_are_found_and_officials_are_not() {
        for (text, expected) in [
            ("Ông Nguyễn Văn A chưa nhận.", &["Ông Nguyễn Văn A"][..]),
            ("Hộ bà N.T.B và ông C. đã ký.", &["bà N.T.B", "ông C"]),
            (
                "gia đình anh Lê Văn Tám, bệnh nhân Trần Thị Tư",
                &["anh Lê Văn Tám", "nhân Trần Thị Tư"],
            ),
            ("Gọi 0912.345.678 hoặc +84 912 345 678.", &["0912.345.678", "84 912 345 678"]),
            ("Số CCCD: 012345678901", &["012345678901"]),
            ("Mr. Nguyen Van A called.", &["Mr. Nguyen Van A"]),
            ("Ông Nguyễn Văn A, Chủ tịch UBND xã, đã dự.", &[]),
            ("Phó Giám đốc Sở, bà Trần Thị B kết luận", &[]),
            ("Chủ tịch UBND tỉnh Trịnh Văn Hai dự", &[]),
            ("Tỉnh Bà Rịa - Vũng Tàu, đường Bà Triệu", &[]),
            ("Bà Rịa có 3 xã. Các ông bà đã họp, anh em Công an, chị em Phụ nữ", &[]),
            ("công nhân Việt Nam, cá nhân Điển hình tiên tiến", &[]),
            ("Chi 1.234.567.890 đồng, số 0208 385 6789, ngày 09.12.2024, mã 0912345678/BC", &[]),
            ("", &[]),
        ] {
            let found: Vec<_> = people(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
