//! What people write into cells: states, days, deadlines, percentages.

use chrono::{Datelike, NaiveDate};

use crate::model::{Deadline, State, Term};
use crate::spreadsheet::{Cell, Value, read};
use crate::vietnamese::{Month, Quarter, YEARS, Year, fold};

/// A state, as a cell has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// This one.
    State(State),
    /// Nothing about the state: an empty cell, a dash, "chưa có báo cáo", a plain report.
    Nothing,
    /// What the program works out by itself: "quá hạn 5 ngày".
    Derived,
    /// It could mean two of them: "chưa xong".
    Unsure,
    /// Something else.
    Unknown,
}

/// The words for each state, folded.
const STATES: [(State, &[&str]); 6] = [
    (
        State::NotStarted,
        &[
            "chua",
            "chua lam",
            "chua trien khai",
            "chua thuc hien",
            "chua bat dau",
            "chua tien hanh",
            "chua khoi dong",
            "not started",
        ],
    ),
    (
        State::InProgress,
        &[
            "dang",
            "dang lam",
            "dang thuc hien",
            "dang trien khai",
            "dang tien hanh",
            "dang xu ly",
            "dang hoan thien",
            "da trien khai",
            "in progress",
            "under way",
        ],
    ),
    (
        State::Blocked,
        &[
            "vuong",
            "vuong mac",
            "co vuong mac",
            "con vuong mac",
            "gap vuong mac",
            "dang vuong",
            "dang vuong mac",
            "kho khan",
            "gap kho khan",
            "kho khan vuong mac",
            "blocked",
            "facing obstacles",
        ],
    ),
    (
        State::Done,
        &[
            "xong",
            "da xong",
            "lam xong",
            "da lam xong",
            "hoan thanh",
            "da hoan thanh",
            "bao hoan thanh",
            "da bao hoan thanh",
            "bao cao hoan thanh",
            "da bao cao hoan thanh",
            "hoan tat",
            "da hoan tat",
            "da thuc hien xong",
            "thuc hien xong",
            "done",
            "completed",
            "reported done",
        ],
    ),
    (State::Cancelled, &["dung", "da dung", "huy", "da huy", "cancelled", "stopped"]),
    (State::Superseded, &["thay the", "duoc thay the", "da thay the", "superseded", "replaced"]),
];

/// What says nothing about the state.
const NOTHING: &[&str] = &[
    "",
    "0",
    "khong",
    "khong co",
    "chua co bao cao",
    "chua bao cao",
    "chua cap nhat",
    "bao cao",
    "report",
    "no report",
];

/// What comes behind a state and is worked out from the days.
const QUALIFIERS: &[&str] = &[
    "dung han",
    "qua han",
    "tre han",
    "cham",
    "cham han",
    "trong han",
    "som han",
    "truoc han",
    "dung tien do",
    "cham tien do",
    "dam bao tien do",
    "khong quy dinh thoi han",
    "chua den han",
    "sap den han",
    "on time",
    "late",
    "overdue",
];

/// The state that a text means.
pub fn state(text: &str) -> Said {
    let mut plain = squeezed(text);
    if NOTHING.contains(&plain.as_str()) {
        return Said::Nothing;
    }
    if matches!(plain.as_str(), "chua xong" | "chua hoan thanh" | "chua dat" | "tam dung") {
        return Said::Unsure;
    }
    loop {
        if let Some((state, _)) = STATES.iter().find(|(state, words)| {
            state.name().replace('_', " ") == plain || words.contains(&plain.as_str())
        }) {
            return Said::State(*state);
        }
        if let Some(rest) = plain.strip_suffix(" ngay") {
            let rest = rest.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
            plain.truncate(rest.len());
        }
        if QUALIFIERS.contains(&plain.as_str()) {
            return Said::Derived;
        }
        let Some(shorter) =
            QUALIFIERS.iter().find_map(|word| plain.strip_suffix(word)?.strip_suffix(' '))
        else {
            return Said::Unknown;
        };
        plain.truncate(shorter.len());
    }
}

/// A text as headers and words are compared: folded, letters and digits only, one space between.
pub fn squeezed(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a cell under the name of a state is ticked.
pub fn is_tick(cell: &Cell) -> bool {
    match &cell.value {
        Value::Truth(truth) => *truth,
        Value::Number(n) => *n == 1.0,
        Value::Text(text) => {
            matches!(
                fold(text.trim()).as_str(),
                "x" | "v" | "✓" | "✔" | "√" | "co" | "yes" | "1" | "ü" | "þ" | "xx"
            )
        }
        _ => false,
    }
}

/// In which years a day without one can lie.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// The day of the directive.
    pub from: NaiveDate,
    /// The last day of its period.
    pub to: Option<NaiveDate>,
}

impl Years {
    /// The day of a day and month: in the directive's year, or in the next one where only that
    /// lies within its period.
    fn day(self, day: u32, month: u32) -> Option<NaiveDate> {
        let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        let first = in_year(self.from.year());
        let next =
            in_year(self.from.year() + 1).filter(|next| self.to.is_some_and(|to| *next <= to));
        match (first, next) {
            (Some(first), Some(next)) if first < self.from => Some(next),
            (first, next) => first.or(next),
        }
    }
}

/// Why a cell holds no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// The month stands first; the day that must be meant.
    MonthFirst(NaiveDate),
    /// There is no such day.
    NoSuchDay,
    /// A month or more, where a day is needed.
    NotOneDay,
    /// Something else.
    Shape,
}

/// The day that a cell holds; `None` where it is empty.
///
/// # Errors
///
/// [`NoDay`], where it holds something else.
pub fn day(cell: &Cell, text: &str, years: Years) -> Result<Option<NaiveDate>, NoDay> {
    match &cell.value {
        Value::Nothing => Ok(None),
        Value::Day(day) if !YEARS.contains(&day.year()) => Err(NoDay::NoSuchDay),
        Value::Day(_) if is_month_format(&cell.format) => Err(NoDay::NotOneDay),
        Value::Day(day) => Ok(Some(*day)),
        Value::Number(n) => serial(*n).map(Some).ok_or(NoDay::Shape),
        Value::Text(_) if matches!(text.trim(), "" | "-" | "–") => Ok(None),
        Value::Text(_) => typed_day(text, years).map(Some),
        _ => Err(NoDay::Shape),
    }
}

/// The day of a serial number that nobody gave the look of a date.
fn serial(n: f64) -> Option<NaiveDate> {
    let whole = n.fract() == 0.0;
    read::day(n, false).filter(|day| whole && YEARS.contains(&day.year()))
}

fn is_month_format(format: &str) -> bool {
    let format = format.to_ascii_lowercase();
    format.contains("mmm") && format.contains('y') && !format.contains('d')
}

/// The words and numbers of a text, folded.
fn tokens(text: &str) -> (Vec<String>, Vec<String>) {
    let folded = fold(text);
    let mut words = Vec::new();
    let mut numbers = Vec::new();
    for token in folded.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()) {
        let digits = token.find(|c: char| c.is_ascii_digit());
        match digits {
            None => words.push(token.to_owned()),
            Some(0) if token.bytes().all(|b| b.is_ascii_digit()) => numbers.push(token.to_owned()),
            // T12, Q3
            Some(at) if at > 0 && token[at..].bytes().all(|b| b.is_ascii_digit()) => {
                words.push(token[..at].to_owned());
                numbers.push(token[at..].to_owned());
            }
            Some(_) => words.push(token.to_owned()),
        }
    }
    (words, numbers)
}

fn typed_day(text: &str, years: Years) -> Result<NaiveDate, NoDay> {
    let (words, numbers) = tokens(text);
    let is_of_days =
        |word: &String| matches!(word.as_str(), "ngay" | "thang" | "nam" | "den" | "tinh");
    if !words.iter().all(is_of_days) {
        return Err(
            if words.iter().any(|word| matches!(word.as_str(), "t" | "thang" | "quy" | "q")) {
                NoDay::NotOneDay
            } else {
                NoDay::Shape
            },
        );
    }
    day_of_numbers(&numbers, years)
}

fn day_of_numbers(numbers: &[String], years: Years) -> Result<NaiveDate, NoDay> {
    let parsed: Vec<u32> = numbers.iter().map(|n| n.parse().unwrap_or(u32::MAX)).collect();
    let (day, month, year) = match (parsed.as_slice(), numbers) {
        ([year, month, day, ..], [first, ..]) if first.len() == 4 => (*day, *month, Some(*year)),
        ([day, month, year], [.., last]) if last.len() == 4 => (*day, *month, Some(*year)),
        ([day, month, year], [.., last]) if last.len() == 2 => (*day, *month, Some(2000 + year)),
        ([day, month], [_, last]) if last.len() <= 2 => (*day, *month, None),
        ([_, year], [_, last]) if last.len() == 4 && *year > 0 => return Err(NoDay::NotOneDay),
        _ => return Err(NoDay::Shape),
    };
    let make = |day, month| match year {
        None => years.day(day, month),
        Some(year) => i32::try_from(year)
            .ok()
            .filter(|year| YEARS.contains(year))
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day)),
    };
    match (make(day, month), make(month, day)) {
        (Some(day), _) => Ok(day),
        (None, Some(meant)) => Err(NoDay::MonthFirst(meant)),
        (None, None) => Err(NoDay::NoSuchDay),
    }
}

/// The deadline that a cell holds; `None` where it cannot be told. Under a header that says
/// "trước", days are those before which a promise is kept.
pub fn deadline(cell: &Cell, text: &str, before: bool, years: Years) -> Option<Deadline> {
    let day = |day: NaiveDate, before: bool| match before {
        true => Deadline::Before(Term::Day(day)),
        false => Deadline::By(Term::Day(day)),
    };
    match &cell.value {
        Value::Day(first) if is_month_format(&cell.format) => {
            Some(Deadline::By(Term::Month(Month::of(*first))))
        }
        Value::Day(read) => Some(day(*read, before)),
        Value::Number(n) => serial(*n).map(|read| day(read, before)),
        Value::Text(_) => {
            let (words, numbers) = tokens(text);
            let has = |word: &str| words.iter().any(|known| known == word);
            let before = before || has("truoc");
            let known = |word: &String| {
                let word = word.as_str();
                matches!(
                    word,
                    "truoc"
                        | "ngay"
                        | "thang"
                        | "nam"
                        | "quy"
                        | "t"
                        | "q"
                        | "han"
                        | "cham"
                        | "nhat"
                        | "la"
                        | "den"
                        | "het"
                        | "trong"
                        | "cuoi"
                        | "muon"
                        | "hoan"
                        | "thanh"
                        | "xong"
                        | "i"
                        | "ii"
                        | "iii"
                        | "iv"
                )
            };
            if !words.iter().all(known) {
                return None;
            }
            let year = || years.from.year();
            let full_year = |text: &String| {
                text.parse::<i32>().ok().filter(|year| text.len() == 4 && YEARS.contains(year))
            };
            let term = if has("quy") || has("q") {
                let roman = ["i", "ii", "iii", "iv"].iter().position(|roman| has(roman));
                let (quarter, rest) = match (roman, numbers.split_first()) {
                    (Some(at), _) => (at + 1, numbers.as_slice()),
                    (None, Some((first, rest))) => (first.parse().ok()?, rest),
                    (None, None) => return None,
                };
                let year = rest.first().map_or_else(|| Some(year()), full_year)?;
                let month = u32::try_from(quarter).ok().filter(|q| (1..=4).contains(q))? * 3;
                Term::Quarter(Quarter::of(NaiveDate::from_ymd_opt(year, month, 1)?))
            } else if let ([month, last], true) = (numbers.as_slice(), !has("ngay"))
                && let Some(year) = full_year(last)
            {
                Term::Month(Month::of(NaiveDate::from_ymd_opt(year, month.parse().ok()?, 1)?))
            } else if let ([month], true) = (numbers.as_slice(), has("thang") || has("t")) {
                Term::Month(Month::of(NaiveDate::from_ymd_opt(year(), month.parse().ok()?, 1)?))
            } else if let ([only], false) = (numbers.as_slice(), has("ngay")) {
                let last = NaiveDate::from_ymd_opt(full_year(only)?, 12, 31)?;
                Term::Year(Year::of(last))
            } else {
                Term::Day(day_of_numbers(&numbers, years).ok()?)
            };
            Some(if before { Deadline::Before(term) } else { Deadline::By(term) })
        }
        _ => None,
    }
}

/// It is no number from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPercentage;

/// A percentage from 0 to 100; `None` where the cell is empty.
///
/// # Errors
///
/// [`NoPercentage`], where it holds something else.
pub fn percent(cell: &Cell, text: &str) -> Result<Option<u8>, NoPercentage> {
    let n = match &cell.value {
        Value::Nothing => return Ok(None),
        // Without the look of a percentage, a part of 1 can only be meant as one.
        Value::Number(n) if !cell.format.contains('%') && *n > 0.0 && *n < 1.0 => n * 100.0,
        Value::Number(n) => *n,
        Value::Text(_) => {
            let plain = text.trim().trim_end_matches('%').trim().replace(',', ".");
            match plain.as_str() {
                "" | "-" => return Ok(None),
                plain => plain.parse().map_err(|_| NoPercentage)?,
            }
        }
        _ => return Err(NoPercentage),
    };
    if !(0.0..=100.0).contains(&n) {
        return Err(NoPercentage);
    }
    Ok(Some(n.round() as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS_OF: fn() -> Years =
        || Years { from: "2021-07-22".parse().unwrap(), to: "2022-03-31".parse().ok() };

    fn cell(text: &str) -> Cell {
        Cell { value: Value::Text(text.to_owned()), ..Cell::default() }
    }

    #[test]
    fn a_state_is_read_from_the_words_of_offices() {
        for (text, state) in [
            ("đã xong", State::Done),
            ("Hoàn thành", State::Done),
            ("ĐÃ HOÀN THÀNH (đúng hạn)", State::Done),
            ("Hoàn thành quá hạn 12 ngày", State::Done),
            ("Báo hoàn thành", State::Done),
            ("Đã báo cáo hoàn thành", State::Done),
            ("đang làm", State::InProgress),
            ("Đang thực hiện, trong hạn", State::InProgress),
            ("chưa", State::NotStarted),
            ("Chưa triển khai", State::NotStarted),
            ("vướng", State::Blocked),
            ("in_progress", State::InProgress),
        ] {
            assert_eq!(super::state(text), Said::State(state), "{text}");
        }
        assert_eq!(super::state("Quá hạn 5 ngày"), Said::Derived);
        assert_eq!(super::state("chưa xong"), Said::Unsure);
        assert_eq!(super::state("Chưa có báo cáo"), Said::Nothing);
        assert_eq!(super::state(" - "), Said::Nothing);
        assert_eq!(super::state("Không hoàn thành"), Said::Unknown);
        assert_eq!(super::state("xong một phần"), Said::Unknown);
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let read = |text: &str| day(&cell(text), text, YEARS_OF());
        let is = |text: &str| Ok(Some(text.parse().unwrap()));
        for (text, date) in [
            ("24/7/2021", "2021-07-24"),
            ("30.6.2021", "2021-06-30"),
            ("24-7-21", "2021-07-24"),
            ("22/7", "2021-07-22"),
            ("15/01", "2022-01-15"),
            ("ngày 24 tháng 7 năm 2021", "2021-07-24"),
            ("2021-07-24 00:00:00", "2021-07-24"),
        ] {
            assert_eq!(read(text), is(date), "{text}");
        }
        assert_eq!(read("7/25/2021"), Err(NoDay::MonthFirst("2021-07-25".parse().unwrap())));
        assert_eq!(read("30/2/2021"), Err(NoDay::NoSuchDay));
        assert_eq!(read("T12"), Err(NoDay::NotOneDay));
        assert_eq!(read("tuần sau"), Err(NoDay::Shape));
        assert_eq!(read("12/6/20201"), Err(NoDay::Shape));
        let number = |n| Cell { value: Value::Number(n), ..Cell::default() };
        assert_eq!(day(&number(44_401.0), "44401", YEARS_OF()), is("2021-07-24"));
        assert_eq!(day(&number(24.7), "24.7", YEARS_OF()), Err(NoDay::Shape));
    }

    #[test]
    fn a_deadline_is_read_in_its_own_precision() {
        let read = |text: &str| deadline(&cell(text), text, false, YEARS_OF());
        let day = |text: &str| Term::Day(text.parse().unwrap());
        let month = |text: &str| Term::Month(Month::of(text.parse().unwrap()));
        let quarter = |text: &str| Term::Quarter(Quarter::of(text.parse().unwrap()));
        for (text, due) in [
            ("trước 25/7", Deadline::Before(day("2021-07-25"))),
            ("Trước ngày 25/7/2021", Deadline::Before(day("2021-07-25"))),
            ("30.6.2021", Deadline::By(day("2021-06-30"))),
            ("T12", Deadline::By(month("2021-12-01"))),
            ("trong tháng 10/2021", Deadline::By(month("2021-10-01"))),
            ("12/2021", Deadline::By(month("2021-12-01"))),
            ("quý III", Deadline::By(quarter("2021-07-01"))),
            ("Quý 4/2021", Deadline::By(quarter("2021-10-01"))),
            ("hết năm 2021", Deadline::By(Term::Year(Year::of("2021-01-01".parse().unwrap())))),
        ] {
            assert_eq!(read(text), Some(due), "{text}");
        }
        assert_eq!(read("thường xuyên"), None);
        assert_eq!(read("khi có hướng dẫn"), None);
    }

    #[test]
    fn a_percentage_is_read_with_or_without_its_sign() {
        let number = |n, format: &str| Cell {
            value: Value::Number(n),
            format: format.to_owned(),
            ..Cell::default()
        };
        assert_eq!(percent(&number(80.0, "0%"), ""), Ok(Some(80)));
        assert_eq!(percent(&number(0.8, "General"), ""), Ok(Some(80)));
        assert_eq!(percent(&number(80.0, ""), ""), Ok(Some(80)));
        assert_eq!(percent(&cell("80 %"), "80 %"), Ok(Some(80)));
        assert_eq!(percent(&cell("120%"), "120%"), Err(NoPercentage));
        assert_eq!(percent(&cell("gần xong"), "gần xong"), Err(NoPercentage));
    }
}
