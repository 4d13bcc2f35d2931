//! Finds the time of day in a text, with its zone.

use chrono::NaiveTime;

use crate::vietnamese::fold;

/// The zone of Vietnam, in minutes before UTC.
const VIETNAM: i32 = 7 * 60;
/// The zone that is farthest from UTC, in minutes.
const FARTHEST: i32 = 14 * 60;
/// The minutes of a day.
const DAY: i32 = 24 * 60;

/// A time of day that was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The text without the time, folded.
    pub rest: String,
    /// The time in Vietnam; `None` for 24:00.
    pub time: Option<NaiveTime>,
    /// If the text names another zone: how many days later it is in Vietnam.
    pub moved: Option<i64>,
}

/// Finds a time of day: `08:15`, `8h15`, `8 giờ 15 phút`, `17:00Z`, `T17:00:00+07:00`.
pub fn time(text: &str) -> Option<Time> {
    let text = fold(text);
    let is_start = |at: usize| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(|c| c.is_ascii_digit() || c == ':')
    };
    let starts = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && is_start(*at));
    for (start, _) in starts {
        let mut scan = Scan(&text[start..]);
        let Some(minutes) = scan.clock() else { continue };
        let offset = scan.offset();
        if scan.0.starts_with(char::is_alphanumeric) {
            continue;
        }
        let clock = |minutes: i32| {
            let seconds = u32::try_from(minutes * 60).ok()?;
            NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
        };
        let offset = offset.filter(|offset| *offset != VIETNAM);
        let there = offset.map(|offset| minutes - offset + VIETNAM);
        let time = clock(there.map_or(minutes, |there| there.rem_euclid(DAY)));
        let moved = there.map(|there| there.div_euclid(DAY).into());
        let after = scan.0.trim_start_matches([' ', ',']);
        let rest = format!("{} {after}", without_joint(&text[..start]));
        return Some(Time { rest: rest.trim().to_owned(), time, moved });
    }
    None
}

/// Removes what joins a day to a time after it: `T`, "lúc".
fn without_joint(text: &str) -> &str {
    let text = text.trim_end_matches([' ', ',']);
    if let Some(day) = text.strip_suffix('t')
        && day.ends_with(|c: char| c.is_ascii_digit())
    {
        return day;
    }
    let words = ["vao luc", "luc", "vao hoi", "hoi", "vao"];
    words.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text)
}

/// The text that is left to read.
struct Scan<'a>(&'a str);

impl Scan<'_> {
    fn eat(&mut self, words: &[&str]) -> bool {
        let text = self.0.trim_start();
        let rest = words.iter().find_map(|word| text.strip_prefix(word));
        let rest = rest.filter(|rest| !rest.starts_with(char::is_alphabetic));
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn eat_sign(&mut self, sign: char) -> bool {
        let rest = self.0.strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// Reads a number of up to two digits that is part of no longer one.
    fn number(&mut self, digits: std::ops::RangeInclusive<usize>, most: i32) -> Option<i32> {
        let count = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let number = digits.contains(&count).then(|| self.0[..count].parse().ok()).flatten();
        let number = number.filter(|number| *number <= most)?;
        self.0 = &self.0[count..];
        Some(number)
    }

    /// Reads a time in minutes.
    fn clock(&mut self) -> Option<i32> {
        let mut hour = self.number(1..=2, 24)?;
        let mut minute = 0;
        if self.eat_sign(':') {
            minute = self.number(2..=2, 59)?;
            if self.eat_sign(':') {
                self.number(2..=2, 60)?;
                if self.eat_sign('.') || self.eat_sign(',') {
                    self.number(1..=9, i32::MAX)?;
                }
            }
        } else if self.eat(&["gio", "h"]) {
            let mut after = Scan(self.0.trim_start());
            if let Some(read) = after.number(1..=2, 59)
                && !after.0.trim_start().starts_with(['/', '-', '.'])
            {
                (minute, self.0) = (read, after.0);
                self.eat(&["phut", "ph", "p", "'", "’"]);
            }
        } else {
            return None;
        }
        if self.eat(&["pm", "ch", "chieu", "toi"]) && hour < 12 {
            hour += 12;
        } else {
            self.eat(&["am", "sa", "sang"]);
        }
        Some(hour * 60 + minute)
    }

    /// Reads the offset of a zone from UTC in minutes.
    fn offset(&mut self) -> Option<i32> {
        if self.eat(&["z"]) {
            return Some(0);
        }
        let is_named = self.eat(&["utc", "gmt"]);
        let mut scan = Scan(self.0.trim_start());
        let sign = if scan.eat_sign('+') { 1 } else { -1 };
        if sign == 1 || scan.eat_sign('-') {
            let minutes = if is_named { scan.number(1..=2, 14) } else { None };
            let hours = minutes.or_else(|| scan.number(2..=2, 14));
            let whole = hours.map(|hours| {
                let minutes = if scan.eat_sign(':') { scan.number(2..=2, 59) } else { Some(0) };
                minutes.map(|minutes| hours * 60 + minutes)
            });
            let whole = whole.unwrap_or_else(|| {
                scan.number(4..=4, 1_400).map(|both| both / 100 * 60 + both % 100)
            });
            let is_end = !scan.0.starts_with(|c: char| c.is_alphanumeric() || "/-.".contains(c));
            if let Some(whole) = whole.filter(|whole| *whole <= FARTHEST && is_end) {
                self.0 = scan.0;
                return Some(sign * whole);
            }
        }
        is_named.then_some(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_from_the_day_beside_it() {
        for (text, rest, clock) in [
            ("03/07/2025 08:15", "03/07/2025", "08:15"),
            ("8h15 ngày 3/7/2025", "ngay 3/7/2025", "08:15"),
            ("8h 3/7/2025", "3/7/2025", "08:00"),
            ("8 giờ 05 phút, ngày 3/7/2025", "ngay 3/7/2025", "08:05"),
            ("3/7/2025 lúc 14h", "3/7/2025", "14:00"),
            ("3/7/2025 2:15 CH", "3/7/2025", "14:15"),
            ("2025-07-03 00:00:00.000", "2025-07-03", "00:00"),
            ("2025-07-03T08:15:00+07:00", "2025-07-03", "08:15"),
            ("08:15-03/07/2025", "-03/07/2025", "08:15"),
        ] {
            let expected = Time { rest: rest.to_owned(), time: clock.parse().ok(), moved: None };
            assert_eq!(time(text), Some(expected), "{text}");
        }
        assert_eq!(time("3/7/2025 24:00").unwrap().time, None);
        for text in ["3/7/2025", "24:07:2021", "2 hộ", "12:345", "Quý 2", "7/2025"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_of_another_zone_is_counted_in_vietnam() {
        for (text, days, clock) in [
            ("2025-06-30T17:00Z", 1, "00:00"),
            ("2025-06-30T16:59:59Z", 0, "23:59"),
            ("2025-07-01 01:00 +09:00", -1, "23:00"),
            ("2025-07-01 01:00+0900", -1, "23:00"),
            ("2025-07-01 00:30 GMT+9", -1, "22:30"),
            ("2025-06-30T20:00:00-05:00", 1, "08:00"),
            ("2025-06-30 10:00 UTC", 0, "17:00"),
        ] {
            let read = time(text).unwrap();
            assert_eq!((read.moved, read.time), (Some(days), clock.parse().ok()), "{text}");
        }
    }
}
