//! Reads the head and the foot of a letter: number, date, kind, subject, issuer, signer, recipients.

use chrono::NaiveDate;

use super::words::{AGENCIES, DOC_KINDS, HEADS, OFFICES, bare, low, tokens};
use crate::letter::Line;
use crate::letter::label::roman;
use crate::vietnamese::{capitalised, fold};

/// What a letter says about itself. What it leaves blank is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Its number and symbol.
    pub number: Option<String>,
    /// Whether the number is left blank in the letter.
    pub number_is_blank: bool,
    /// Its kind.
    pub kind: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Where it was issued.
    pub place: Option<String>,
    /// Its subject.
    pub subject: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// The office of who signed it.
    pub signer_title: Option<String>,
    /// Who signed it.
    pub signer_name: Option<String>,
    /// The first and last day of the period that the subject names.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// To whom it is addressed and sent.
    pub recipients: Vec<String>,
}

/// Whether a line is written in capitals.
pub(super) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some()
        && text.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !text.chars().any(char::is_lowercase)
}

/// Whether a line is the name of the state or its motto.
fn is_motto(text: &str) -> bool {
    let text = fold(text);
    ["cong hoa xa hoi", "doc lap", "dang cong san viet nam"]
        .iter()
        .any(|words| text.starts_with(words))
}

/// Reads the lines before the first item.
pub(super) fn head(lines: &[&Line], all: &str) -> Header {
    let mut header = Header::default();
    let mut issuer: Vec<&str> = Vec::new();
    let mut issuer_is_over = false;
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let text = line.text.as_str();
        at += 1;
        if line.label.is_some() {
            continue;
        }
        if let Some(rest) = number(text) {
            let is_portal = text.starts_with("Số hiệu") || text.starts_with("Số, ký hiệu");
            issuer_is_over |= !is_portal;
            if header.number.is_none() && !header.number_is_blank {
                let (number, subject) = match find_word(rest, "V/v") {
                    Some(cut) => (&rest[..cut], Some(&rest[cut..])),
                    None => (rest, None),
                };
                let number: String = number.split_whitespace().collect();
                let number = number.trim_matches(['.', ',', ';']).to_owned();
                if number.starts_with(|c: char| c.is_ascii_digit()) {
                    header.number = Some(number);
                } else {
                    header.number_is_blank = true;
                }
                if let Some(subject) = subject {
                    at = subject_of_letter(&mut header, subject, lines, at);
                }
            }
            continue;
        }
        if let Some((place, date)) = place_and_date(text) {
            if header.place.is_none() {
                header.place = place;
                header.date = header.date.or(date);
            }
            issuer_is_over = true;
            continue;
        }
        if let Some(rest) = fold_prefix(text, "ngay ban hanh") {
            header.date = header.date.or_else(|| first_date(rest));
            continue;
        }
        if is_motto(text) {
            continue;
        }
        if starts_with_word(text, "V/v") || starts_with_word(text, "V/V") {
            at = subject_of_letter(&mut header, text, lines, at);
            continue;
        }
        if header.kind.is_none()
            && let Some((kind, rest)) = kind(text)
        {
            header.kind = Some(kind);
            issuer_is_over = true;
            at = subject(&mut header, rest, lines, at);
            continue;
        }
        if is_capitals(text) && !issuer_is_over && issuer.len() < 4 {
            issuer.push(text);
        }
    }
    if !issuer.is_empty() {
        header.issuer = Some(proper(&issuer.join(" "), all));
    }
    header.period = header.subject.as_deref().and_then(period);
    header
}

/// Reads “Số: …”, “Số 12-CT/TU”, “Số hiệu: …”.
fn number(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("Số").or_else(|| text.strip_prefix("SỐ"))?;
    let rest = rest
        .strip_prefix(" hiệu")
        .or_else(|| rest.strip_prefix(" ký hiệu"))
        .or_else(|| rest.strip_prefix(", ký hiệu"))
        .unwrap_or(rest);
    let trimmed = rest.trim_start();
    if let Some(rest) = trimmed.strip_prefix(':') {
        return Some(rest.trim());
    }
    let is_number =
        trimmed.starts_with(|c: char| c.is_ascii_digit()) && trimmed.contains(['/', '-']);
    let is_blank = trimmed.starts_with(['/', '-', '…', '.', '_']);
    (rest.starts_with(' ') && (is_number || is_blank) && trimmed.len() < 60).then_some(trimmed)
}

fn find_word(text: &str, word: &str) -> Option<usize> {
    text.find(word)
}

fn starts_with_word(text: &str, word: &str) -> bool {
    text.starts_with(word)
}

fn fold_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (before, rest) = text.split_once(':')?;
    (fold(before).trim() == prefix).then_some(rest.trim())
}

/// Reads the first date of a text.
fn first_date(text: &str) -> Option<NaiveDate> {
    text.split_whitespace().find_map(|word| {
        let parts: Vec<u32> = word
            .trim_matches(|c: char| !c.is_ascii_digit())
            .split(['/', '-', '.'])
            .map(|part| part.parse().ok())
            .collect::<Option<_>>()?;
        match parts.as_slice() {
            [day, month, year] => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day),
            _ => None,
        }
    })
}

/// Reads “Thanh Giang, ngày 08 tháng 7 năm 2024”, of which the day may be blank.
fn place_and_date(text: &str) -> Option<(Option<String>, Option<NaiveDate>)> {
    if text.chars().count() > 90 {
        return None;
    }
    let at = text.find("ngày")?;
    let place = text[..at].trim().trim_end_matches(',').trim();
    let rest = &text[at + "ngày".len()..];
    let named = !place.is_empty()
        && place.starts_with(char::is_uppercase)
        && text[..at].trim_end().ends_with(',')
        && place.split(' ').count() <= 6;
    if !named {
        return None;
    }
    let words: Vec<&str> = rest.split_whitespace().collect();
    let is_date = words.contains(&"tháng") && words.contains(&"năm") || first_date(rest).is_some();
    if !is_date {
        return None;
    }
    let number = |word: Option<&&str>| {
        word.and_then(|word| word.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok())
    };
    let behind = |name: &str| {
        words.iter().position(|word| *word == name).and_then(|at| number(words.get(at + 1)))
    };
    let day = number(words.first());
    let date = match (day, behind("tháng"), behind("năm")) {
        (Some(day), Some(month), Some(year)) => {
            i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        }
        _ => first_date(rest),
    };
    Some((Some(place.to_owned()), date))
}

/// Reads the name of a kind in capitals at the start of a line.
fn kind(text: &str) -> Option<(String, &str)> {
    let kinds = DOC_KINDS.lines.iter().map(|line| line[0].as_str());
    let found = kinds
        .filter(|kind| {
            let capitals = kind.to_uppercase();
            text.strip_prefix(capitals.as_str())
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                || low(text) == low(kind) && is_capitals(text)
        })
        .max_by_key(|kind| kind.len())?;
    let rest = text.get(found.to_uppercase().len()..).unwrap_or_default();
    let kind = if found == "Thông báo kết luận" { "Thông báo" } else { found };
    let rest = if kind == found { rest } else { text.get("THÔNG BÁO".len()..).unwrap_or(rest) };
    Some((kind.to_owned(), rest.trim()))
}

/// Takes the subject of a letter without a kind: “V/v …” and the lines below it.
fn subject_of_letter(header: &mut Header, first: &str, lines: &[&Line], mut at: usize) -> usize {
    let mut parts = vec![
        first
            .trim_start_matches("V/v")
            .trim_start_matches("V/V")
            .trim_start_matches([':', ' '])
            .to_owned(),
    ];
    while let Some(line) = lines.get(at) {
        let text = line.text.as_str();
        let ends = line.gap
            || line.label.is_some()
            || is_motto(text)
            || is_capitals(text)
            || place_and_date(text).is_some()
            || number(text).is_some()
            || fold(text).starts_with("kinh gui");
        if ends || parts.len() > 6 {
            break;
        }
        parts.push(text.to_owned());
        at += 1;
    }
    header.kind.get_or_insert_with(|| "Công văn".to_owned());
    if header.subject.is_none() {
        header.subject = Some(bare(&parts.join(" ")).to_owned());
    }
    at
}

/// Takes the subject below the name of a kind.
fn subject(header: &mut Header, rest: &str, lines: &[&Line], mut at: usize) -> usize {
    const STOPS: [&str; 16] = [
        "can cu",
        "thuc hien",
        "kinh gui",
        "xet",
        "theo",
        "ngay",
        "de",
        "nham",
        "sau khi",
        "trong",
        "ubnd",
        "uy ban",
        "(",
        "chu tich uy",
        "hoi dong",
        "thi hanh",
    ];
    let mut parts: Vec<String> = Vec::new();
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    let mut centered = None;
    while let Some(line) = lines.get(at) {
        let text = line.text.as_str();
        let folded = fold(text);
        let is_first = parts.is_empty();
        let stops = |words: &str| {
            folded.strip_prefix(words).is_some_and(|rest| {
                rest.is_empty() || words == "(" || rest.starts_with([' ', ',', ':'])
            })
        };
        let known_stop = STOPS.iter().any(|words| stops(words))
            && !(is_first
                && !folded.starts_with("can cu")
                && !folded.starts_with("kinh gui")
                && !folded.starts_with('('));
        let is_long = text.chars().count() > if is_first { 400 } else { 160 };
        let other_style = !is_first && centered.is_some_and(|centered| centered != line.centered);
        let capitals = !is_first && is_capitals(text) && !is_capitals(&parts[0]);
        let closes = !is_first && text.ends_with([';', ':']) || text.ends_with("./.");
        if line.label.is_some()
            || known_stop
            || is_long
            || other_style
            || capitals
            || closes
            || is_motto(text)
            || place_and_date(text).is_some()
            || number(text).is_some()
        {
            break;
        }
        if line.gap && !is_first && !(text.starts_with(char::is_lowercase)) {
            break;
        }
        centered.get_or_insert(line.centered);
        parts.push(text.to_owned());
        at += 1;
    }
    if header.subject.is_none() && !parts.is_empty() {
        header.subject = Some(bare(&parts.join(" ")).to_owned());
    }
    at
}

/// Words of one syllable for units that have names.
const UNITS: [&str; 5] = ["tỉnh", "huyện", "quận", "phường", "xã"];

/// Writes a name that is printed in capitals as running text writes it: as the letter itself does
/// elsewhere, else by the lists.
pub(super) fn proper(capitals: &str, all: &str) -> String {
    let tokens = tokens(capitals);
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    let mut in_place = false;
    while at < tokens.len() {
        let known = AGENCIES
            .at(&tokens, at)
            .map(|(length, line)| (length, AGENCIES.lines[line][0].clone()));
        let head =
            HEADS.at(&tokens, at).map(|(length, line)| (length, HEADS.lines[line][0].clone()));
        let best = match (known, head) {
            (Some(known), Some(head)) => Some(if known.0 > head.0 { known } else { head }),
            (known, head) => known.or(head),
        };
        let token = &tokens[at];
        if let Some((length, _)) = best.filter(|(_, form)| {
            !matches!(form.as_str(), "Ban" | "Bộ" | "Hội" | "Phòng" | "Trung tâm" | "Cục" | "Sở")
        }) {
            // Short forms stay as printed: UBND, HĐND.
            let written = super::agencies::text_of(&tokens, at, at + length);
            let same = |known: &&String| low_words(known) == low_words(&written);
            let forms = AGENCIES.lines.iter().chain(&HEADS.lines).flatten();
            out.push(forms.clone().find(same).cloned().unwrap_or(written));
            at += length;
            // “Ủy ban nhân dân tỉnh” is followed by the name of the province.
            in_place = UNITS.contains(&tokens[at - 1].low.as_str());
            continue;
        }
        let pair = tokens.get(at + 1).map_or("", |token| token.low.as_str());
        let place = match (token.low.as_str(), pair) {
            (one, _) if UNITS.contains(&one) => 1,
            ("thành", "phố") | ("thị", "xã" | "trấn") => 2,
            _ => 0,
        };
        // A unit alone says nothing about the name behind it.
        let elsewhere = as_elsewhere(&tokens, at, all).filter(|(_, length)| *length > place);
        if let Some((form, length)) = elsewhere {
            out.push(form);
            at += length;
            in_place = false;
            continue;
        }
        if place > 0 {
            for n in 0..place {
                out.push(tokens[at + n].low.clone());
            }
            at += place;
            in_place = true;
            continue;
        }
        let first = out.is_empty();
        out.push(if !token.is_word() {
            token.text.to_owned()
        } else if first || in_place {
            capitalised(&token.low)
        } else {
            token.low.clone()
        });
        at += 1;
    }
    out.join(" ").replace(" ,", ",")
}

fn low_words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.low).collect()
}

/// Returns how the letter writes the longest run of these words elsewhere, not in capitals.
fn as_elsewhere(
    words: &[super::words::Token<'_>],
    at: usize,
    all: &str,
) -> Option<(String, usize)> {
    let lowered = all.to_lowercase();
    for length in (2..=(words.len() - at).min(12)).rev() {
        let wanted = super::agencies::text_of(words, at, at + length).to_lowercase();
        let mut from = 0;
        while let Some(found) = lowered[from..].find(&wanted) {
            let start = from + found;
            // Lower case may have another length in bytes; then the texts do not correspond.
            if let Some(written) = all.get(start..start + wanted.len())
                && written.to_lowercase() == wanted
                && !is_capitals(written)
                && written.starts_with(char::is_uppercase)
            {
                return Some((written.to_owned(), length));
            }
            from = start + wanted.chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// Reads the period of a subject. A span without a calendar meaning is none.
pub(super) fn period(subject: &str) -> Option<(NaiveDate, NaiveDate)> {
    let tokens = tokens(subject);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.low.as_str());
    let year = |text: &str| text.parse::<i32>().ok().filter(|year| (2000..=2100).contains(year));
    let span = |from: (i32, u32), to: (i32, u32)| {
        let first = NaiveDate::from_ymd_opt(from.0, from.1, 1)?;
        let last = NaiveDate::from_ymd_opt(to.0, to.1, 1)
            .map(|day| crate::vietnamese::Month::of(day).last_day())?;
        (first <= last).then_some((first, last))
    };
    for at in 0..tokens.len() {
        if word(at) == "giai" && word(at + 1) == "đoạn" {
            let text = word(at + 2);
            let pair = text.split_once(['-', '–']).and_then(|(a, b)| Some((year(a)?, year(b)?)));
            let spaced = || match word(at + 3) {
                "-" | "–" => Some((year(text)?, year(word(at + 4))?)),
                _ => None,
            };
            if let Some((a, b)) = pair.or_else(spaced) {
                return span((a, 1), (b, 12));
            }
        }
    }
    let mut halves = (0..tokens.len()).filter_map(|at| {
        if !matches!(word(at), "6" | "06" | "sáu")
            || word(at + 1) != "tháng"
            || word(at + 3) != "năm"
        {
            return None;
        }
        let year = year(word(at + 4))?;
        match word(at + 2) {
            "đầu" => span((year, 1), (year, 6)),
            "cuối" => span((year, 7), (year, 12)),
            _ => None,
        }
    });
    if let Some(half) = halves.next_back() {
        return Some(half);
    }
    for at in 0..tokens.len() {
        if word(at) != "quý" {
            continue;
        }
        let text = tokens.get(at + 1).map_or("", |token| token.text);
        let (quarter, of) = match text.split_once('/') {
            Some((quarter, of)) => (quarter, year(of)),
            None if word(at + 2) == "năm" => (text, year(word(at + 3))),
            None => (text, None),
        };
        let quarter = roman(&quarter.to_uppercase())
            .or_else(|| quarter.parse().ok())
            .filter(|q| (1..=4).contains(q));
        if let (Some(quarter), Some(of)) = (quarter, of) {
            return span((of, quarter * 3 - 2), (of, quarter * 3));
        }
    }
    for at in 0..tokens.len() {
        if word(at) != "năm" {
            continue;
        }
        let Some(of) = year(word(at + 1)) else { continue };
        let before = at.checked_sub(1).map_or("", word);
        let two = at.checked_sub(2).map_or("", word);
        let is_date = two == "tháng" || before == "tháng" || two == "quý";
        let is_goal = matches!(before, "đến" | "tới" | "hết" | "trước" | "đầu" | "cuối");
        let is_law = tokens[at.saturating_sub(8)..at]
            .iter()
            .any(|token| matches!(token.text, "Luật" | "luật" | "Hiến" | "Pháp"));
        let is_list = word(at + 2) == "-" || word(at + 2) == "–";
        if is_date || is_goal || is_law || is_list {
            continue;
        }
        return span((of, 1), (of, 12));
    }
    None
}

/// Reads “Kính gửi:” and the lines below it. Returns the recipients and the first line behind them.
pub(super) fn addressees(lines: &[&Line]) -> (Vec<String>, usize) {
    let opens = |line: &&Line| fold(&line.text).starts_with("kinh gui") || is_wire(&line.text);
    let Some(at) = lines.iter().position(opens) else {
        return (Vec::new(), 0);
    };
    let mut found = Vec::new();
    let rest = lines[at].text.split_once(':').map_or("", |(_, rest)| rest);
    push_recipients(&mut found, rest);
    let wired = is_wire(&lines[at].text);
    let mut next = at + 1;
    while let Some(line) = lines.get(next) {
        let is_bullet = line.label.as_ref().is_some_and(|label| label.level.is_bullet());
        let is_short = line.text.chars().count() <= 200;
        let is_list =
            found.is_empty() || line.text.ends_with(';') || lines[next - 1].text.ends_with(';');
        let opens =
            ["thuc hien", "can cu", "sau khi", "de ", "trong ", "theo ", "ngay ", "nham ", "xet "]
                .iter()
                .any(|words| fold(&line.text).starts_with(words));
        if !(is_bullet || !wired && line.label.is_none() && is_short && is_list && !opens) {
            break;
        }
        if is_bullet {
            push_listed(&mut found, &line.text);
        } else {
            push_recipients(&mut found, &line.text);
        }
        next += 1;
    }
    (found, next)
}

/// Whether a line says to whom a telegram goes: “CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:”.
fn is_wire(text: &str) -> bool {
    text.trim_end().to_lowercase().ends_with(" điện:")
}

fn push_recipients(found: &mut Vec<String>, text: &str) {
    push_parts(found, text.split(';'));
}

/// Takes a line of a list. It is one recipient as printed, semicolons and all.
fn push_listed(found: &mut Vec<String>, text: &str) {
    push_parts(found, std::iter::once(text));
}

fn push_parts<'t>(found: &mut Vec<String>, parts: impl Iterator<Item = &'t str>) {
    for part in parts {
        let part = part.trim().trim_start_matches(['-', '–', '+', '•']).trim();
        let part = without_brackets(part);
        let part = bare(&part);
        let folded = fold(part);
        let is_formula =
            ["nhu tren", "nhu kinh gui", "nhu dieu", "nhu noi nhan", "nhu tren;", "luu"]
                .iter()
                .any(|words| {
                    folded
                        .strip_prefix(words)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', ',']))
                });
        if !part.is_empty()
            && !is_formula
            && part.chars().any(char::is_alphabetic)
            && !found.iter().any(|known| low(known) == low(part))
        {
            found.push(part.to_owned());
        }
    }
}

/// Removes “(b/c)”, “(để thực hiện)”.
fn without_brackets(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a line begins the list of those to whom a letter is sent.
pub(super) fn is_sent_to(text: &str) -> bool {
    let folded = fold(text);
    folded
        .strip_prefix("noi nhan")
        .is_some_and(|rest| rest.trim().is_empty() || rest.trim_start().starts_with(':'))
}

/// Whether a line is the office of who signs: “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”, “CHÁNH VĂN PHÒNG”.
pub(super) fn is_signing(text: &str) -> bool {
    let text = text.trim();
    let short = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "T/M", "K/T", "T/L"];
    short.iter().any(|mark| text.starts_with(mark)) || is_capitals(text) && office(text).is_some()
}

/// Returns the office that a line in capitals names.
fn office(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = ["KT.", "TL.", "TUQ.", "Q.", "TM.", "K/T", "T/L", "T/M"]
        .iter()
        .find_map(|mark| text.strip_prefix(mark))
        .unwrap_or(text)
        .trim();
    let tokens = tokens(bare);
    let (length, line) = OFFICES.at(&tokens, 0)?;
    let rest = &tokens[length..];
    let mut title = OFFICES.lines[line][0].clone();
    if rest.iter().any(super::words::Token::is_word) {
        title = format!(
            "{title} {}",
            proper(&super::agencies::text_of(&tokens, length, tokens.len()), "")
        );
    }
    Some(title)
}

/// Reads the lines behind the last item: who gets the letter, and who signed it.
pub(super) fn foot(lines: &[&Line], header: &mut Header) {
    let mut at = 0;
    let (mut in_list, mut has_list) = (false, false);
    while at < lines.len() {
        let line = lines[at];
        let text = line.text.trim();
        at += 1;
        let is_bullet = line.label.as_ref().is_some_and(|label| label.level.is_bullet());
        // Beside the signature the list goes on below the name.
        in_list |= has_list && is_bullet;
        if is_sent_to(text) {
            (in_list, has_list) = (true, true);
            push_recipients(
                &mut header.recipients,
                text.split_once(':').map_or("", |(_, rest)| rest),
            );
            continue;
        }
        if is_signing(text) || is_capitals(text) && !text.starts_with('-') && line.label.is_none() {
            in_list = false;
            if let Some(title) = office(text) {
                header.signer_title = Some(title);
                header.signer_name = None;
                let name = lines[at..].iter().take(6).map(|line| line.text.trim());
                header.signer_name = name
                    .take_while(|text| !is_sent_to(text))
                    .find(|text| is_name(text))
                    .map(|name| name_of(name).to_owned());
            }
            continue;
        }
        if in_list && (header.signer_name.as_deref() != Some(text)) {
            let is_item = is_bullet || text.ends_with(';') || text.ends_with('.');
            if is_bullet {
                push_listed(&mut header.recipients, text);
            } else if is_item {
                push_recipients(&mut header.recipients, text);
            } else if line.gap {
                in_list = false;
            }
        }
    }
}

fn name_of(text: &str) -> &str {
    text.trim_start_matches("(Đã ký)")
        .trim_start_matches("(đã ký)")
        .trim_start_matches("Đã ký:")
        .trim()
}

/// Whether a line is the name of a person: two to six words with capitals.
fn is_name(text: &str) -> bool {
    let text = name_of(text);
    let words: Vec<&str> = text.split(' ').collect();
    (2..=6).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || c == '.')
        })
        && !is_signing(text)
        && !fold(text).starts_with("phu luc")
}
