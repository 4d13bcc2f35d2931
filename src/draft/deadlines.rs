//! Finds deadlines and reporting cycles in running text and in cells, in the precision in which they
//! are written.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::agencies::text_of;
use super::words::{OPENERS, Token, VERBS, tokens};
use crate::letter::label::roman;
use crate::model::{Deadline, Term};
use crate::vietnamese::{Month, Quarter, YEARS, Year};

/// What gives a date without a year its year.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    /// The date of the letter.
    pub(super) letter: Option<NaiveDate>,
    /// The first and last day of its period.
    pub(super) period: Option<(NaiveDate, NaiveDate)>,
}

impl Clock {
    /// Returns the year of a day or month without one: the period's, else the first not before the
    /// letter.
    fn year(self, month: u32, day: Option<u32>) -> Option<i32> {
        let last_day = |year: i32| match day {
            Some(day) => NaiveDate::from_ymd_opt(year, month, day),
            None => {
                NaiveDate::from_ymd_opt(year, month, 1).map(|first| Month::of(first).last_day())
            }
        };
        if let Some((from, to)) = self.period {
            let inside = (from.year()..=to.year()).find(|year| {
                last_day(*year).is_some_and(|day| {
                    day >= from && day <= to && self.letter.is_none_or(|letter| day >= letter)
                })
            });
            if inside.is_some() {
                return inside;
            }
        }
        let letter = self.letter?;
        (letter.year()..=letter.year() + 8)
            .find(|year| last_day(*year).is_some_and(|day| day >= letter))
    }

    fn is_past(self, term: Term) -> bool {
        self.letter.is_some_and(|letter| term.last_day() < letter)
    }
}

/// A deadline in a text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) deadline: Deadline,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

/// Finds the deadlines of a clause, the last of which holds. Dates inside `skip` belong to documents.
pub(super) fn in_clause(text: &str, clock: Clock, skip: &[Range<usize>]) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = tokens[at].range.start;
        if skip.iter().any(|range| range.contains(&start)) {
            at += 1;
            continue;
        }
        match deadline_at(&tokens, at, clock) {
            Some((deadline, end)) => {
                let range = start..tokens[end - 1].range.end;
                if !skip.iter().any(|cited| cited.start < range.end && range.start < cited.end) {
                    found.push(Found { deadline, range });
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn word<'t>(tokens: &'t [Token<'_>], at: usize) -> &'t str {
    tokens.get(at).map_or("", |token| token.low.as_str())
}

/// How a marker counts the day behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Before,
    By,
    /// “đến”: may belong to a condition.
    Until,
}

fn deadline_at(tokens: &[Token<'_>], at: usize, clock: Clock) -> Option<(Deadline, usize)> {
    if let Some(found) = days_after(tokens, at) {
        return Some(found);
    }
    if let Some(found) = event(tokens, at) {
        return Some(found);
    }
    if let Some(found) = bracketed(tokens, at, clock).or_else(|| held(tokens, at, clock)) {
        return Some(found);
    }
    let (how, mut next) = marker(tokens, at)?;
    let previous = |back: usize| at.checked_sub(back).map_or("", |n| word(tokens, n));
    if matches!(previous(1), "từ" | "bắt")
        || previous(1) == "đầu" && previous(2) == "bắt"
        || previous(1) == "ngày" && how == How::Before
    {
        return None;
    }
    let mut how = how;
    if let Some(behind) = hour(tokens, next) {
        next = behind;
        how = How::By;
    }
    let (term, end) = term(tokens, next, clock)?;
    if clock.is_past(term) {
        return None;
    }
    if how == How::Until && is_condition(tokens, end) {
        return None;
    }
    // “phát sinh trong năm 2024”: the year belongs to the noun unless it ends the clause.
    let deadline = match how {
        How::Before => Deadline::Before(term),
        _ => Deadline::By(term),
    };
    Some((deadline, end))
}

/// Reads “(quý III/2025)”, “(tháng 5 và tháng 9 năm 2025)”: brackets that hold nothing but terms, of
/// which the last counts.
fn bracketed(tokens: &[Token<'_>], at: usize, clock: Clock) -> Option<(Deadline, usize)> {
    if !tokens.get(at)?.is("(") || !matches!(word(tokens, at + 1), "tháng" | "quý") {
        return None;
    }
    let mut next = at + 1;
    let mut last = None;
    while let Some((found, end)) = term(tokens, next, clock) {
        last = Some(found);
        next = end;
        if matches!(word(tokens, next), "và" | "," | "-" | "–") {
            next += 1;
        }
    }
    let term = last.filter(|term| {
        tokens.get(next).is_some_and(|token| token.is(")")) && !clock.is_past(*term)
    })?;
    Some((Deadline::By(term), next + 1))
}

/// Reads the year of something that is held once: “tổ chức diễn tập … năm 2024”.
fn held(tokens: &[Token<'_>], at: usize, clock: Clock) -> Option<(Deadline, usize)> {
    if word(tokens, at) != "năm" || at > 0 && !tokens[at - 1].is_capital() {
        return None;
    }
    let is_held = tokens[..at].windows(2).any(|pair| {
        matches!(
            (pair[0].low.as_str(), pair[1].low.as_str()),
            ("diễn", "tập") | ("hội", "thao" | "thi" | "diễn") | ("liên", "hoan") | ("lễ", "hội")
        )
    });
    let (term, end) =
        term(tokens, at, clock).filter(|(term, _)| is_held && !clock.is_past(*term))?;
    Some((Deadline::By(term), end))
}

/// Whether words behind a date go on with the verb of a noun: “dự án đến hết ngày … giải ngân dưới”.
fn is_condition(tokens: &[Token<'_>], end: usize) -> bool {
    let next = word(tokens, end);
    matches!(next, "chưa" | "đã" | "còn" | "mà" | "có" | "không" | "vẫn" | "mới" | "đạt")
        || VERBS.len_at(tokens, end) > 0 && !matches!(next, "báo" | "gửi" | "trình" | "hoàn")
}

/// Reads the words before a date.
fn marker(tokens: &[Token<'_>], at: usize) -> Option<(How, usize)> {
    let w = |n: usize| word(tokens, at + n);
    let (how, mut next) = match (w(0), w(1), w(2)) {
        ("trước", "ngày", _) => (How::Before, at + 1),
        ("trước", "hạn" | "đây" | "đó" | "mắt" | "hết", _) => return None,
        ("trước", ..) => (How::Before, at + 1),
        ("chậm" | "muộn", "nhất", "trước") => return None,
        ("chậm" | "muộn", "nhất", "là" | "vào" | "đến" | "trong") => (How::By, at + 3),
        ("chậm" | "muộn", "nhất", _) => (How::By, at + 2),
        ("đến", "hết", _) => (How::Until, at + 2),
        ("tính", "đến", _) => return None,
        ("đến", "năm", _) => return None,
        ("đến" | "tới", ..) => {
            if at > 0 && word(tokens, at - 1) == "tính" {
                return None;
            }
            (How::Until, at + 1)
        }
        ("hết", ..) if at > 0 && word(tokens, at - 1) == "đến" => return None,
        ("hết", ..) => (How::By, at + 1),
        ("vào" | "trong", "thời", "gian") => return None,
        ("trong", "ngày", _) => (How::By, at + 1),
        ("vào" | "trong" | "xong" | "cuối", ..) => (How::By, at + 1),
        ("hoàn", "thành" | "tất", _) => (How::By, at + 2),
        ("kết", "thúc", _) => (How::By, at + 2),
        ("không", "quá", _) => (How::By, at + 2),
        ("thời", "gian" | "hạn", "hoàn" | "thực" | "xử") => (How::By, at + 4),
        ("thời", "gian" | "hạn", _) => (How::By, at + 2),
        ("hạn", "hoàn" | "chót" | "cuối", _) => {
            (How::By, at + if w(1) == "hoàn" { 3 } else { 2 })
        }
        _ => return None,
    };
    if tokens.get(next).is_some_and(|token| token.is(":")) || word(tokens, next) == "là" {
        next += 1;
    }
    // Chains: “hoàn thành trong”, “thời hạn: trước”, “xong trước”.
    if (next > at + 1 || matches!(w(0), "xong"))
        && let Some((inner, behind)) = marker(tokens, next)
    {
        return Some((if how == How::Until { how } else { inner }, behind));
    }
    if word(tokens, next) == "cuối" {
        next += 1;
    }
    Some((how, next))
}

/// Reads an hour before a day: “17 giờ 00”, “17h00”, “16 giờ 30 phút,”. The day must follow.
fn hour(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let first = word(tokens, at);
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let mut next = if digits(first) && word(tokens, at + 1) == "giờ" {
        let mut next = at + 2;
        if digits(word(tokens, next)) {
            next += 1;
        }
        if word(tokens, next) == "phút" {
            next += 1;
        }
        next
    } else if first
        .split_once(['h', 'g'])
        .is_some_and(|(hour, minute)| digits(hour) && (minute.is_empty() || digits(minute)))
    {
        at + 1
    } else {
        return None;
    };
    if tokens.get(next).is_some_and(|token| token.is(",")) {
        next += 1;
    }
    (word(tokens, next) == "ngày").then_some(next)
}

/// Reads a day, month, quarter or year.
fn term(tokens: &[Token<'_>], at: usize, clock: Clock) -> Option<(Term, usize)> {
    let number = |n: usize| word(tokens, n).parse::<u32>().ok();
    let year_behind = |n: usize| match word(tokens, n) {
        "năm" => number(n + 1).and_then(known_year).map(|year| (year, n + 2)),
        _ => None,
    };
    match word(tokens, at) {
        "ngày" => {
            if let Some(found) = slashed(tokens, at + 1, clock, true) {
                return Some(found);
            }
            if word(tokens, at + 2) == "tháng" {
                let day = number(at + 1)?;
                // “ngày 10 tháng 4/2025”
                let (month, year, end) = match word(tokens, at + 3).split_once('/') {
                    Some((month, year)) => {
                        (month.parse().ok()?, known_year(year.parse().ok()?), at + 4)
                    }
                    None => {
                        let month = number(at + 3)?;
                        let year = year_behind(at + 4);
                        (month, year.map(|(year, _)| year), year.map_or(at + 4, |(_, end)| end))
                    }
                };
                let year = year.or_else(|| clock.year(month, Some(day)))?;
                return Some((Term::Day(NaiveDate::from_ymd_opt(year, month, day)?), end));
            }
            None
        }
        // “trước 25 tháng 8”
        day if word(tokens, at + 1) == "tháng" && day.len() <= 2 && number(at).is_some() => {
            let (day, month) = (number(at)?, number(at + 2)?);
            let year = year_behind(at + 3);
            let end = year.map_or(at + 3, |(_, end)| end);
            let year = year.map(|(year, _)| year).or_else(|| clock.year(month, Some(day)))?;
            Some((Term::Day(NaiveDate::from_ymd_opt(year, month, day)?), end))
        }
        "tháng" => {
            let text = word(tokens, at + 1);
            if let Some((month, year)) = text.split_once(['/', '-']) {
                let year = known_year(year.parse().ok()?)?;
                let first = NaiveDate::from_ymd_opt(year, month.parse().ok()?, 1)?;
                return Some((Term::Month(Month::of(first)), at + 2));
            }
            let month: u32 = text.parse().ok()?;
            let (year, end) = year_behind(at + 2)
                .map_or((clock.year(month, None), at + 2), |(year, end)| (Some(year), end));
            Some((Term::Month(Month::of(NaiveDate::from_ymd_opt(year?, month, 1)?)), end))
        }
        "quý" => {
            let text = tokens.get(at + 1)?.text.to_uppercase();
            let (quarter, year) = match text.split_once(['/', '-']) {
                Some((quarter, year)) => {
                    (quarter.to_owned(), Some(known_year(year.parse().ok()?)?))
                }
                None => (text, None),
            };
            let quarter =
                roman(&quarter).or_else(|| quarter.parse().ok()).filter(|q| (1..=4).contains(q))?;
            let last = quarter * 3;
            let (year, end) = match year {
                Some(year) => (Some(year), at + 2),
                None => year_behind(at + 2)
                    .map_or((clock.year(last, None), at + 2), |(year, end)| (Some(year), end)),
            };
            Some((Term::Quarter(Quarter::of(NaiveDate::from_ymd_opt(year?, last, 1)?)), end))
        }
        "năm" => {
            let year = known_year(number(at + 1)?)?;
            Some((Term::Year(Year::of(NaiveDate::from_ymd_opt(year, 1, 1)?)), at + 2))
        }
        _ => slashed(tokens, at, clock, false),
    }
}

/// Reads `30/9/2025`, `30/9`, `9/2025`.
fn slashed(tokens: &[Token<'_>], at: usize, clock: Clock, is_day: bool) -> Option<(Term, usize)> {
    let text = word(tokens, at);
    let text = text.strip_prefix('t').unwrap_or(text);
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let term = match (numbers.as_slice(), parts.as_slice()) {
        ([day, month, year], [.., y]) if y.len() == 4 => {
            Term::Day(NaiveDate::from_ymd_opt(known_year(*year)?, *month, *day)?)
        }
        ([month, year], [_, y]) if y.len() == 4 => {
            Term::Month(Month::of(NaiveDate::from_ymd_opt(known_year(*year)?, *month, 1)?))
        }
        ([day, month], [d, m])
            if (1..=2).contains(&d.len())
                && (1..=2).contains(&m.len())
                && (text.contains('/') || is_day) =>
        {
            let year = clock.year(*month, Some(*day))?;
            Term::Day(NaiveDate::from_ymd_opt(year, *month, *day)?)
        }
        _ => return None,
    };
    Some((term, at + 1))
}

fn known_year(year: u32) -> Option<i32> {
    i32::try_from(year).ok().filter(|year| YEARS.contains(year))
}

/// Reads “trong thời hạn 30 ngày kể từ ngày …”.
fn days_after(tokens: &[Token<'_>], at: usize) -> Option<(Deadline, usize)> {
    let w = |n: usize| word(tokens, at + n);
    let mut next = match (w(0), w(1), w(2)) {
        ("trong", "thời", "hạn" | "gian") => at + 3,
        ("trong", "vòng", _) => at + 2,
        ("trong", ..) => at + 1,
        ("chậm" | "muộn", "nhất", "sau" | "là" | "trong") => at + 3,
        ("chậm" | "muộn", "nhất", _) => at + 2,
        ("không", "quá", _) => at + 2,
        ("sau", ..) => at + 1,
        _ => return None,
    };
    if matches!(word(tokens, next), "là" | "tối") {
        next += if word(tokens, next) == "tối" { 2 } else { 1 };
    }
    let days: u32 = word(tokens, next).parse().ok().filter(|days| (1..=3650).contains(days))?;
    next += 1;
    if tokens.get(next).is_some_and(|token| token.is("(")) {
        next += tokens[next..].iter().position(|token| token.is(")"))? + 1;
    }
    let unit = word(tokens, next);
    if !matches!(unit, "ngày" | "tuần" | "tháng" | "giờ") {
        return None;
    }
    next += 1;
    let working = word(tokens, next) == "làm" && word(tokens, next + 1) == "việc";
    if working {
        next += 2;
    }
    if tokens.get(next).is_some_and(|token| token.is(",")) {
        next += 1;
    }
    let is_counted = matches!(
        (word(tokens, next), word(tokens, next + 1)),
        ("kể" | "tính", "từ") | ("sau", "khi" | "ngày") | ("từ", "ngày" | "khi")
    );
    if !is_counted {
        return None;
    }
    next += if word(tokens, next + 1) == "từ" { 2 } else { 1 };
    if matches!(word(tokens, next), "ngày" | "khi" | "thời") {
        next += if word(tokens, next) == "thời" { 2 } else { 1 };
    }
    let end = phrase_end(tokens, next);
    if end == next {
        return None;
    }
    let event = text_of(tokens, next, end);
    let deadline = if unit == "ngày" && !working {
        Deadline::After { days, event, happened: None }
    } else {
        Deadline::Event(text_of(tokens, at, end))
    };
    Some((deadline, end))
}

/// Reads seasons, sessions and other events: “trước mùa mưa bão”, “trước khi khai giảng …”, “trong
/// tuần đầu tháng 4/2025”.
fn event(tokens: &[Token<'_>], at: usize) -> Option<(Deadline, usize)> {
    let w = |n: usize| word(tokens, at + n);
    let is_notice = at > 0 && word(tokens, at - 1) == "ngày";
    let fits = match (w(0), w(1), w(2)) {
        (
            "trước",
            "khi",
            "trình" | "ban" | "phê" | "thực" | "triển" | "quyết" | "ký" | "đưa" | "tổ" | "công"
            | "báo" | "gửi" | "cấp",
        ) => false,
        ("trước", "khi" | "mùa" | "kỳ" | "tết" | "phiên" | "lễ" | "dịp" | "rằm", _) => {
            true
        }
        ("trước", "thời", "điểm")
        | ("trước", "đại", "hội")
        | ("trước", "năm", "học")
        | ("trước", "vụ", _) => true,
        ("trong", "tuần", next) => !next.is_empty(),
        ("trong", "đầu" | "nửa", _) => true,
        ("trong", "6" | "9", "tháng") => true,
        ("tại" | "vào" | "trong", "kỳ", "họp") => {
            tokens[..at].iter().any(|token| matches!(token.low.as_str(), "trình" | "cáo"))
        }
        _ => false,
    };
    if !fits || is_notice {
        return None;
    }
    let mut end = phrase_end(tokens, at + 1);
    // “trong 6 tháng đầu năm 2026 đề xuất …”: the phrase ends before the verb.
    if w(0) == "trong" {
        end = (at + 3..end).find(|n| VERBS.len_at(tokens, *n) > 1).unwrap_or(end);
    }
    (end > at + 1).then(|| (Deadline::Event(text_of(tokens, at, end)), end))
}

/// Returns the end of a phrase: the next comma or closing mark.
fn phrase_end(tokens: &[Token<'_>], from: usize) -> usize {
    let stops = |token: &Token<'_>| matches!(token.text, "," | ";" | "." | ")" | "(" | ":");
    let mut end = from;
    while let Some(token) = tokens.get(end) {
        let is_list = token.is(",")
            && tokens
                .get(end + 1)
                .is_some_and(|next| next.text.starts_with(|c: char| c.is_ascii_digit()));
        if stops(token) && !is_list {
            break;
        }
        end += 1;
    }
    end
}

/// How often something is reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cycle {
    /// `week`, `month`, `quarter`; `None` for other cycles, which are only told.
    pub(super) every: Option<&'static str>,
    /// Its words.
    pub(super) text: String,
}

/// Finds a reporting cycle.
pub(super) fn cycle(text: &str) -> Option<Cycle> {
    let tokens = tokens(text);
    let mut bare = None;
    let found =
        |every, at: usize, length: usize| Cycle { every, text: text_of(&tokens, at, at + length) };
    for at in 0..tokens.len() {
        let w = |n: usize| word(&tokens, at + n);
        let every = |unit: &str| match unit {
            "tuần" => Some(Some("week")),
            "tháng" => Some(Some("month")),
            "quý" => Some(Some("quarter")),
            "ngày" | "năm" | "kỳ" | "vụ" => Some(None),
            _ => None,
        };
        if matches!(w(0), "hằng" | "hàng" | "mỗi")
            && let Some(every) = every(w(1))
        {
            return Some(found(every, at, 2));
        }
        if w(0) == "định" && w(1) == "kỳ" {
            if let Some(every) = every(w(2)) {
                return Some(found(every, at, 3));
            }
            // “định kỳ 6 tháng”, “định kỳ 03 tháng một lần”, “định kỳ hằng quý”
            if !matches!(w(2), "hằng" | "hàng" | "mỗi") {
                let n: Option<u32> = w(2).parse().ok();
                let every = match (n, w(3)) {
                    (Some(1), "tháng") => Some("month"),
                    (Some(3), "tháng") => Some("quarter"),
                    (Some(1), "tuần") => Some("week"),
                    _ => None,
                };
                if n.is_some() {
                    return Some(found(every, at, 4));
                }
                bare.get_or_insert_with(|| found(None, at, 2));
            }
        }
        // “6 tháng/lần”, “01 lần/quý”
        if w(0).parse::<u32>().is_ok()
            && matches!(
                w(1),
                "tháng/lần"
                    | "năm/lần"
                    | "tuần/lần"
                    | "quý/lần"
                    | "lần/tháng"
                    | "lần/quý"
                    | "lần/tuần"
                    | "lần/năm"
            )
        {
            let n = w(0).parse::<u32>().unwrap_or(0);
            let every = match (n, w(1)) {
                (1, "tháng/lần" | "lần/tháng") => Some("month"),
                (3, "tháng/lần") | (1, "quý/lần" | "lần/quý") => Some("quarter"),
                (1, "tuần/lần" | "lần/tuần") => Some("week"),
                _ => None,
            };
            return Some(found(every, at, 2));
        }
    }
    bare
}

/// What a cell of a column of deadlines says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellDue {
    /// Nothing.
    Nothing,
    /// A deadline.
    Due(Deadline),
    /// An ongoing task, with its cycle.
    Ongoing(Option<&'static str>),
}

/// Reads a cell: a bare day is a deadline there.
pub(super) fn in_cell(text: &str, clock: Clock) -> CellDue {
    let tokens = tokens(text);
    if !tokens.iter().any(Token::is_word) {
        return CellDue::Nothing;
    }
    if let Some(found) = in_clause(text, clock, &[]).pop() {
        return CellDue::Due(found.deadline);
    }
    // “Tháng 4 - tháng 10”: the last of several terms.
    let mut last = None;
    let is_school_year = word(&tokens, 0) == "năm" && word(&tokens, 1) == "học";
    if !is_school_year {
        let mut at = 0;
        let mut unit = "";
        while at < tokens.len() {
            // “Quý I, II/2026”: the unit of the first term is that of the next.
            let is_listed =
                at > 0 && matches!(word(&tokens, at - 1), "," | "-" | "–" | "và" | "đến");
            let again = format!("{unit} {}", tokens[at].text);
            let listed = (is_listed && !unit.is_empty())
                .then(|| term(&self::tokens(&again), 0, clock))
                .flatten()
                .map(|(term, _)| (term, at + 1));
            match term(&tokens, at, clock).or(listed) {
                Some((term, end)) => {
                    last = Some(term);
                    unit = match term {
                        Term::Month(_) => "tháng",
                        Term::Quarter(_) => "quý",
                        _ => "",
                    };
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    if let Some(term) = last {
        return CellDue::Due(Deadline::By(term));
    }
    if let Some(cycle) = cycle(text) {
        return CellDue::Ongoing(cycle.every);
    }
    let ongoing = ["thường", "liên"];
    if ongoing.contains(&word(&tokens, 0)) || tokens.iter().any(|token| token.low == "xuyên") {
        return CellDue::Ongoing(None);
    }
    let single_year = match tokens.as_slice() {
        [one] => one.text.parse::<u32>().ok().and_then(known_year),
        _ => None,
    };
    if let Some(first) = single_year.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)) {
        return CellDue::Due(Deadline::By(Term::Year(Year::of(first))));
    }
    let is_span = word(&tokens, 0) == "giai"
        || tokens.len() <= 3
            && tokens.iter().all(|token| !token.text.starts_with(char::is_alphabetic));
    if is_span || OPENERS.len_at(&tokens, 0) == tokens.len() {
        return CellDue::Nothing;
    }
    CellDue::Due(Deadline::Event(text.trim_end_matches(['.', ';']).trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the last deadline of a clause as records write it, for a letter of 1 March 2025.
    fn due(text: &str) -> Option<String> {
        let clock = Clock { letter: NaiveDate::from_ymd_opt(2025, 3, 1), period: None };
        in_clause(text, clock, &[]).pop().map(|found| written(&found.deadline))
    }

    fn written(deadline: &Deadline) -> String {
        match deadline {
            Deadline::After { days, event, .. } => format!("{days} days after {event}"),
            Deadline::Event(event) => format!("event {event}"),
            calendar => crate::reading::deadlines::yaml(calendar).unwrap_or_default(),
        }
    }

    #[test]
    fn every_precision_is_kept() {
        for (text, wanted) in [
            ("báo cáo trước ngày 20/7/2025", "{before: 2025-07-20}"),
            ("xong trước 25 tháng 8", "{before: 2025-08-25}"),
            ("chậm nhất là ngày 05/01", "2026-01-05"),
            ("trước 17 giờ 00 ngày 28/3/2025", "2025-03-28"),
            ("hoàn thành trong tháng 4", "{month: 2025-04}"),
            ("khởi công trong quý IV năm 2025", "{quarter: 2025-Q4}"),
            ("diễn tập tại huyện Khe Sậy năm 2025", "{year: 2025}"),
            ("từ ngày 05/4 đến ngày 15/4/2025", "2025-04-15"),
            ("trong thời hạn 30 ngày kể từ ngày nhận bàn giao", "30 days after nhận bàn giao"),
            (
                "trong vòng 10 ngày làm việc kể từ ngày nhận hồ sơ",
                "event trong vòng 10 ngày làm việc kể từ ngày nhận hồ sơ",
            ),
            ("xong trước mùa mưa bão", "event trước mùa mưa bão"),
        ] {
            assert_eq!(due(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_no_deadline_gives_none() {
        for text in [
            "thu hồi vốn của dự án đến hết ngày 15/10/2025 giải ngân dưới 40%",
            "trả kết quả trước hạn",
            "đề án giai đoạn 2025-2027",
            "thông báo trước 05 ngày",
            "áp dụng từ ngày 01/7/2025",
            "hồ sơ nộp trước ngày 01/01/2020",
            "chịu trách nhiệm trước UBND tỉnh",
            "báo cáo trước ngày 25 hằng tháng",
            "đến năm 2030 đạt 95%",
        ] {
            assert_eq!(due(text), None, "{text}");
        }
    }

    #[test]
    fn cells_say_days_cycles_and_spans() {
        let clock = Clock { letter: NaiveDate::from_ymd_opt(2025, 3, 1), period: None };
        let read = |text| match in_cell(text, clock) {
            CellDue::Nothing => "-".to_owned(),
            CellDue::Due(due) => written(&due),
            CellDue::Ongoing(every) => format!("ongoing {every:?}"),
        };
        for (text, wanted) in [
            ("30/6/2025", "2025-06-30"),
            ("Trước 30/6", "{before: 2025-06-30}"),
            ("Tháng 4 - tháng 10", "{month: 2025-10}"),
            ("Quý I, II/2026", "{quarter: 2026-Q2}"),
            ("2025", "{year: 2025}"),
            ("Thường xuyên", "ongoing None"),
            ("Hàng quý", "ongoing Some(\"quarter\")"),
            ("6 tháng/lần", "ongoing None"),
            ("Giai đoạn 2025-2027", "-"),
            ("Năm học 2025-2026", "event Năm học 2025-2026"),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }
}
