//! Tells what stands in a table and is not about a task: sums, repeated headers, and below the last
//! task the signatures and the addressees.

use super::reader::Reader;
use crate::import::cell::cell_text;
use crate::import::days;
use crate::import::header::Field;
use crate::import::states::{self, StateReading};
use crate::reading::normalized;

/// The words of a row of sums, folded.
const SUMS: [&str; 6] = ["tong", "tong cong", "tong so", "tong so nhiem vu", "cong", "total"];
/// The beginnings of such words with something behind them: "Tổng cộng: 12 nhiệm vụ".
const SUMS_OF: [&str; 6] =
    ["tong cong ", "tong so ", "cong muc ", "cong nhom ", "cong phan ", "cong so "];
/// The beginnings of notes and addressees below a table, folded.
const NOTES: [&str; 6] = ["ghi chu", "luu y", "noi nhan", "noi gui", "luu vt", "nguon"];
/// The beginnings of signatures below a table, folded.
const FOOT: [&str; 22] = [
    "nguoi lap",
    "nguoi tong hop",
    "nguoi bao cao",
    "nguoi kiem tra",
    "can bo tong hop",
    "chuyen vien",
    "tm ",
    "kt ",
    "tl ",
    "tuq ",
    "thua lenh",
    "chanh van phong",
    "pho chanh van phong",
    "chu tich",
    "pho chu tich",
    "giam doc",
    "pho giam doc",
    "thu truong",
    "truong phong",
    "pho truong phong",
    "ky ten",
    "xac nhan",
];

/// Maximum number of words of a signature.
const SIGNATURE_WORDS: usize = 12;

impl Reader<'_> {
    /// Returns whether a row repeats the header, as on each printed page.
    pub(super) fn is_repeated_header(&self, row: u32) -> bool {
        let (first, last) = self.header.rows;
        let mut count = 0;
        for ((_, column), cell) in self.sheet.cells.range((row, 0)..=(row, u32::MAX)) {
            let text = normalized(&cell_text(cell).text);
            let is_title = (first..=last).any(|of_header| {
                let title = self.sheet.cells.get(&(of_header, *column));
                title.is_some_and(|title| normalized(&cell_text(title).text) == text)
            });
            if !is_title && !text.is_empty() {
                return false;
            }
            count += usize::from(is_title && !text.is_empty());
        }
        count >= 2
    }

    /// Returns whether a row holds sums.
    pub(super) fn is_sum(&self, row: u32) -> bool {
        let text = self.name_of(row);
        let is_sum = SUMS.contains(&text.as_str())
            || SUMS_OF.iter().any(|words| text.starts_with(words))
            || text.strip_prefix("cong ").is_some_and(is_numeral);
        is_sum && !self.has_number(row) && !self.names.iter().any(|names| names.title == text)
    }

    /// Returns whether a row is like those below a table: it has no number, its title is like that of
    /// no task, it reports nothing, and it is a note, has nothing but sums, or all its texts are
    /// signatures, addressees and names.
    pub(super) fn is_like_foot(&self, row: u32, others_have_numbers: bool) -> bool {
        let title = self.text(row, Field::Title);
        if self.has_number(row) || self.similar_title(&title).is_some() || self.reports(row) {
            return false;
        }
        let texts = |wanted: &dyn Fn(Field) -> bool| -> Vec<String> {
            let columns = self.header.columns.iter().filter(|column| wanted(column.field));
            let cells = columns.filter_map(|column| self.sheet.at(row, column.column));
            cells.map(|cell| cell_text(cell).text).collect()
        };
        let name = self.name_of(row);
        let only_numbers =
            texts(&Field::is_progress).iter().all(|text| !text.contains(char::is_alphabetic));
        NOTES.iter().any(|words| name.starts_with(words))
            || others_have_numbers && only_numbers
            || texts(&|field| field != Field::Ignored).iter().all(|text| is_foot(text))
    }

    /// Returns whether a row has the number or id of a task, whether or not there is such a task.
    pub(super) fn has_number(&self, row: u32) -> bool {
        [Field::Id, Field::Number].iter().any(|field| {
            let text = self.text(row, *field);
            !text.contains(' ') && text.contains(|c: char| c.is_ascii_digit())
                || is_numeral(&normalized(&text))
        })
    }

    /// Returns the texts by which a row would be known.
    pub(super) fn name_of(&self, row: u32) -> String {
        let names = [Field::Title, Field::Number, Field::Id].map(|field| self.text(row, field));
        names.iter().map(|text| normalized(text)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Returns whether a row names a state, or a day together with something else.
    fn reports(&self, row: u32) -> bool {
        let is_state = |text: &str| {
            let mapped = self.options.mapping.state(text);
            mapped.is_some() || matches!(states::read_state(text), StateReading::State(_))
        };
        let has_day = [Field::Date, Field::DoneOn].iter().any(|field| {
            let column = self.header.columns.iter().find(|column| column.field == *field);
            let cell = column.and_then(|column| self.sheet.at(row, column.column));
            cell.is_some_and(|cell| {
                matches!(days::day(cell, &cell_text(cell).text, self.years), Ok(Some(_)))
            })
        });
        let title = self.text(row, Field::Title);
        let has_more = [Field::Text, Field::Percent, Field::Evidence]
            .iter()
            .any(|field| !self.text(row, *field).is_empty())
            || !title.is_empty() && !has_foot_words(&title);
        let is_ticked = self.header.columns.iter().any(|column| {
            let cell = self.sheet.at(row, column.column);
            matches!(column.field, Field::Tick(_)) && cell.is_some_and(states::is_tick)
        });
        is_ticked || is_state(&self.text(row, Field::State)) || has_day && has_more
    }

    fn text(&self, row: u32, field: Field) -> String {
        let column = self.header.columns.iter().find(|column| column.field == field);
        let cell = column.and_then(|column| self.sheet.at(row, column.column));
        cell.map(|cell| cell_text(cell).text).unwrap_or_default()
    }
}

/// Returns whether a text begins like those below a table, or is the day of a signature.
fn has_foot_words(text: &str) -> bool {
    let plain = normalized(text);
    let is_short = plain.split(' ').count() <= SIGNATURE_WORDS;
    is_short && FOOT.iter().any(|words| plain.starts_with(words))
        || NOTES.iter().any(|words| plain.starts_with(words))
        || ["ngay", "thang", "nam"].iter().all(|word| plain.contains(word))
}

/// Returns whether a text may stand below a table: words of a signature, an item of a list, a name
/// ("Nguyễn Văn A", "TRƯỞNG PHÒNG"), a number.
fn is_foot(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_name = words.into_iter().all(|word| word.starts_with(|c: char| !c.is_lowercase()));
    is_name || has_foot_words(text) || text.starts_with(['-', '–', '+', '*', '('])
}

/// Returns whether a text is a Roman number.
fn is_numeral(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| "ivx".contains(c))
}
