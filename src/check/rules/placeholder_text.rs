//! A text still contains a placeholder that should have been filled in.
//!
//! “TODO”, “TBD”, “xxx”, “lorem ipsum”, “?”, a row of dots (“Số ......”) or a value of only “…” are
//! left over from a form. Readers would see them. The rule checks titles, products, texts of
//! entries, summaries and notes, and in `site.yaml` the “(điền)” that `draft` leaves to be replaced
//! in `publisher` and `contact`. A single “…” inside a sentence is allowed.
//!
//! Wrong:
//!
//! ```yaml
//! title: Report no. ....../BC-UBND
//! text: TODO
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Report 12/BC-UBND
//! text: The draft was sent to all departments.
//! ```
//!
//! # Tiếng Việt
//!
//! Trong nội dung còn chỗ chưa điền.
//!
//! “TODO”, “TBD”, “xxx”, “lorem ipsum”, “?”, dãy chấm (“Số ......”) hay giá trị chỉ có “…” là phần
//! để điền còn sót lại. Người dân sẽ đọc thấy. Quy tắc xem tên, sản phẩm, nội dung cập nhật, tóm
//! tắt và ghi chép, và chữ “(điền)” mà lệnh `draft` để lại ở `publisher`, `contact` trong
//! `site.yaml`; dấu “…” giữa câu thì không sao.
//!
//! Sai:
//!
//! ```yaml
//! title: Báo cáo số ....../BC-UBND
//! text: TODO
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Báo cáo số 12/BC-UBND
//! text: Đã gửi dự thảo tới các sở.
//! ```

use std::ops::Range;

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{DocumentIx, PriorityIx};
use crate::vietnamese::every_byte;

pub(super) const RULE: Rule =
    Rule::warning("placeholder-text", include_str!("placeholder_text.rs"));

/// Words that mark a gap. [`may_be_gap`] knows their first letters.
const WORDS: [&str; 4] = ["TODO", "FIXME", "TBD", "XXXX"];

/// What `draft` writes where the letter says nothing.
const TO_FILL_IN: &str = "(điền)";

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    let mut look = |text: &str, place: &dyn Fn(Range<usize>) -> Option<Place>| {
        let Some(found) = placeholder(text) else { return };
        let Some(place) = place(found.clone()) else { return };
        let read: String = text[found].chars().take(20).collect();
        diagnostics.push(Diagnostic::of(&RULE, place).arg("read", read));
    };
    if let Some(site) = &whole.content.site {
        let settings = &model.settings;
        for (key, text) in [("publisher", &settings.publisher), ("contact", &settings.contact)] {
            let text = text.as_deref().unwrap_or_default();
            look(text, &|_| Some(Place::value(site.file, key)));
        }
    }
    for (_, task) in model.tasks() {
        look(&task.title, &|_| Some(Place::value(task.file, "title")));
        let product = task.product.as_deref().unwrap_or_default();
        look(product, &|_| Some(Place::value(task.file, "product")));
        let clause = task.clause.as_deref().unwrap_or_default();
        look(clause, &|_| Some(Place::value(task.file, "clause")));
        for update in &task.updates {
            let path = || format!("updates[{}].text", update.place);
            let text = update.text.as_deref().unwrap_or_default();
            look(text, &|_| Some(Place::value(task.file, path())));
        }
    }
    for (n, priority) in model.priorities.iter().enumerate() {
        let ix = PriorityIx(n);
        look(&priority.title, &|_| whole.priority(ix, "title"));
        let summary = priority.summary.as_deref().unwrap_or_default();
        look(summary, &|_| whole.priority(ix, "summary"));
    }
    for (n, document) in model.documents.iter().enumerate() {
        look(&document.title, &|_| whole.document(DocumentIx(n), "title"));
    }
    for note in &model.notes {
        look(&note.title, &|_| Some(Place::value(note.file, "title")));
    }
    for body in whole.bodies {
        // A draft may still have gaps.
        let draft = whole.content.notes[body.note].record.draft.as_deref().map(str::trim);
        if draft != Some("true") {
            look(body.text.source(), &|found| Some(body.place(&found)));
        }
    }
}

/// Finds the first placeholder in a text.
fn placeholder(text: &str) -> Option<Range<usize>> {
    let trimmed = text.trim();
    let is_gap = |c: char| ".…?_-xX".contains(c);
    let is_form = trimmed == TO_FILL_IN
        || !trimmed.is_empty()
            && trimmed.chars().all(is_gap)
            && (trimmed.chars().count() < 2 || !trimmed.chars().all(|c| c == 'X'));
    if is_form {
        let start = text.len() - text.trim_start().len();
        return Some(start..start + trimmed.len());
    }
    if every_byte(text.as_bytes(), |_, byte, next, third| !may_be_gap(byte, next, third)) {
        return None;
    }
    let mut found = dots(text);
    let mut see = |range: Range<usize>| {
        if found.as_ref().is_none_or(|first| range.start < first.start) {
            found = Some(range);
        }
    };
    let alone = |range: &Range<usize>| {
        !text[..range.start].ends_with(char::is_alphanumeric)
            && !text[range.end..].starts_with(char::is_alphanumeric)
    };
    let words = WORDS.iter().chain(&["xxx", "xxxx", "lorem ipsum", "Lorem ipsum"]);
    for word in words {
        let ranges = text.match_indices(word).map(|(at, word)| at..at + word.len());
        if let Some(range) = ranges.into_iter().find(alone) {
            see(range);
        }
    }
    found
}

/// Whether three consecutive bytes may be part of a placeholder. Rules out nearly every text
/// quickly.
fn may_be_gap(byte: u8, next: u8, third: u8) -> bool {
    let is = |word: &[u8; 3]| (byte == word[0]) & (next == word[1]) & (third == word[2]);
    is(b"TOD") | is(b"FIX") | is(b"TBD") | is(b"XXX") | is(b"xxx") | is(b"ore") | is(b"...")
        // The end of one ellipsis and the beginning of the next.
        | is(&[0x80, 0xa6, 0xe2])
}

/// Whether a text has five consecutive full stops or two ellipses, as forms do.
fn dots(text: &str) -> Option<Range<usize>> {
    let starts = [".....", "……"].map(|line| text.find(line));
    let start = starts.into_iter().flatten().min()?;
    let end = text[start..].find(|c| !matches!(c, '.' | '…')).map_or(text.len(), |n| start + n);
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::placeholder;

    #[test]
    fn no_gap_is_passed_over() {
        let words = ["xxx", "xxxx", "lorem ipsum", "Lorem ipsum", ".....", "……"];
        for word in super::WORDS.into_iter().chain(words) {
            assert!(placeholder(&format!("Nộp {word}")).is_some(), "{word}");
        }
    }

    #[test]
    fn gaps_are_found_and_words_are_not() {
        for (text, expected) in [
            ("…", Some("…")),
            (" ??? ", Some("???")),
            ("-", Some("-")),
            ("xxx", Some("xxx")),
            ("Số ......../BC", Some("........")),
            ("Số ……/BC", Some("……")),
            ("Nộp TODO hồ sơ", Some("TODO")),
            ("Lorem ipsum dolor", Some("Lorem ipsum")),
            ("XX", None),
            ("Đại hội XXX", None),
            ("Các sở, ngành… đã họp...", None),
            ("TODOS", None),
            ("", None),
        ] {
            assert_eq!(placeholder(text).map(|range| &text[range]), expected, "{text}");
        }
    }
}
