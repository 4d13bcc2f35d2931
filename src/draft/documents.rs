//! Finds the documents that a text cites: kind, symbol, date and issuer, as printed.

use std::ops::Range;

use chrono::NaiveDate;

use super::agencies;
use super::words::{DOC_ISSUERS, DOC_KINDS, Token, low, tokens};
use crate::vietnamese::capitalised;

/// A cited document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// Its symbol, without spaces.
    pub symbol: String,
    /// Its name as printed: kind and symbol.
    pub title: String,
    /// Its kind, as printed or as inherited in a list.
    pub kind: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// Its date as printed, where that is no date.
    pub printed_date: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What is suspected to be misprinted: `date`, `type`, `issuer`.
    pub suspects: Vec<&'static str>,
}

/// A citation in a text.
#[derive(Clone, Debug)]
pub(super) struct Citation {
    pub(super) document: Document,
    /// The bytes of the whole citation: kind, symbol and date.
    pub(super) range: Range<usize>,
}

/// Finds the citations of a text.
pub(super) fn citations(text: &str, letter: Option<NaiveDate>) -> Vec<Citation> {
    let tokens = tokens(text);
    let mut found: Vec<Citation> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((symbol, behind)) = symbol(&tokens, at) else {
            at += 1;
            continue;
        };
        let mut start = at;
        if start > 0 && tokens[start - 1].is(":") {
            start -= 1;
        }
        if start > 0 && tokens[start - 1].low == "số" {
            start -= 1;
        }
        let kind = (1..=4).rev().find_map(|back| {
            let from = start.checked_sub(back)?;
            let (length, line) = DOC_KINDS.at(&tokens, from)?;
            (length == back).then(|| (from, DOC_KINDS.lines[line][0].clone()))
        });
        let mut document = Document { symbol, ..Document::default() };
        let mut first = start;
        // “Luật Đất đai số 31/2024/QH15”
        let law = || {
            let is_law =
                letters(&document.symbol).first().is_some_and(|code| code.starts_with("QH"));
            let back = (start.saturating_sub(12)..start)
                .rev()
                .find(|at| matches!(tokens[*at].text, "Luật" | "Nghị"));
            back.filter(|_| is_law).map(|at| {
                (at, if tokens[at].text == "Luật" { "Luật" } else { "Nghị quyết" }.to_owned())
            })
        };
        if let Some((from, kind)) = kind.or_else(law) {
            first = from;
            document.kind = Some(kind);
        } else if let (Some(last), Some(end)) = (found.last(), ends.last())
            && tokens[*end..start].iter().all(|token| {
                token.is(",") || token.is(";") || matches!(token.low.as_str(), "và" | "số")
            })
        {
            document.kind.clone_from(&last.document.kind);
        }
        document.title =
            capitalised(text[tokens[first].range.start..tokens[behind - 1].range.end].trim());
        let mut end = behind;
        if let Some((printed, date, next)) = date(&tokens, end) {
            match date {
                Some(date) => {
                    document.date = Some(date);
                    if letter.is_some_and(|letter| date > letter) {
                        document.suspects.push("date");
                    }
                }
                None => {
                    document.printed_date = Some(printed);
                    document.suspects.push("date");
                }
            }
            end = next;
        }
        let mut behind = end;
        // “(sau đây gọi là …)” is passed over.
        if tokens.get(behind).is_some_and(|token| token.is("(")) {
            let close = tokens[behind..].iter().position(|token| token.is(")"));
            behind = close.map_or(behind, |close| behind + close + 1);
        }
        if tokens.get(behind).is_some_and(|token| token.low == "của")
            && let Some((issuer, next)) = issuer(&tokens, behind + 1)
        {
            // Of “A và B của X”, X issued both.
            let mut next_start = first;
            for (citation, end) in found.iter_mut().zip(&ends).rev() {
                let joined = *end <= next_start
                    && tokens[*end..next_start]
                        .iter()
                        .all(|token| token.is(",") || token.low == "và" || token.low == "số");
                if !joined || citation.document.issuer.is_some() {
                    break;
                }
                citation.document.issuer = Some(issuer.clone());
                next_start = tokens
                    .iter()
                    .position(|token| token.range.start == citation.range.start)
                    .unwrap_or(0);
            }
            document.issuer = Some(issuer);
            behind = next;
        }
        let range = tokens[first].range.start..tokens[end - 1].range.end;
        found.push(Citation { document, range });
        ends.push(end);
        at = behind.max(end).max(at + 1);
    }
    for citation in &mut found {
        judge(&mut citation.document);
    }
    found
}

/// Compares kind and issuer with the symbol.
fn judge(document: &mut Document) {
    let letters = letters(&document.symbol);
    let known = |code: &str| {
        DOC_KINDS.lines.iter().any(|line| line.len() > 1 && line[1].split(' ').any(|c| c == code))
    };
    if let Some(kind) = &document.kind {
        let codes =
            DOC_KINDS.lines.iter().find(|line| line[0] == *kind).and_then(|line| line.get(1));
        let has: Vec<&String> = letters.iter().filter(|code| known(code)).collect();
        if let Some(codes) = codes {
            let fits = match codes.as_str() {
                "-" => has.is_empty() || letters.len() > 1 && !known(&letters[0]),
                "QH" => true,
                codes => {
                    has.is_empty() || codes.split(' ').any(|code| letters.iter().any(|l| l == code))
                }
            };
            if !fits {
                document.suspects.push("type");
            }
        }
    }
    let Some(issuer) = &document.issuer else { return };
    let wanted =
        letters.last().and_then(|last| DOC_ISSUERS.lines.iter().position(|line| line[0] == *last));
    let printed = low(issuer);
    // The issuer's own line is that of its longest form.
    let own = DOC_ISSUERS.lines.iter().enumerate().flat_map(|(n, line)| {
        line[1..]
            .iter()
            .filter(|form| printed.starts_with(&low(form)))
            .map(move |form| (form.len(), n))
    });
    let longest = own.clone().map(|(length, _)| length).max();
    let owns: Vec<usize> =
        own.filter(|(length, _)| Some(*length) == longest).map(|(_, n)| n).collect();
    if let Some(wanted) = wanted
        && !owns.is_empty()
        && !owns.contains(&wanted)
    {
        document.suspects.push("issuer");
    }
}

/// Returns the groups of letters in a symbol: `QĐ` and `TTg` of `43/2021/QĐ-TTg`.
pub(super) fn letters(symbol: &str) -> Vec<String> {
    let groups =
        symbol.split(['/', '-', '.']).filter(|group| group.starts_with(char::is_alphabetic));
    groups.map(str::to_owned).collect()
}

/// Reads a symbol from a token on: `43/2021/QĐ-TTg`, `247-KL/TU`, `12 - CT/TU`.
fn symbol(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    let first = tokens.get(at)?;
    if !first.text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut symbol = first.text.to_owned();
    let mut end = at + 1;
    let is_named = at > 0
        && (tokens[at - 1].low == "số"
            || tokens[at - 1].is(":") && at > 1 && tokens[at - 2].low == "số");
    // Separators with spaces around them, only behind “số”.
    let is_mark = |token: &&Token<'_>| is_named && matches!(token.text, "/" | "-" | "–");
    while let Some(mark) = tokens.get(end).filter(is_mark) {
        let Some(next) = tokens
            .get(end + 1)
            .filter(|next| next.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
        else {
            break;
        };
        if !symbol.contains(char::is_alphabetic)
            || mark.range.start == tokens[end - 1].range.end
            || next.range.start == mark.range.end
        {
            symbol.push_str(if mark.text == "–" { "-" } else { mark.text });
            symbol.push_str(next.text);
            end += 2;
        } else {
            break;
        }
    }
    is_symbol(&symbol).then_some((symbol, end))
}

/// Whether a word has the form of a symbol.
fn is_symbol(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    if digits == 0 || digits > 6 {
        return false;
    }
    let mut rest = &word[digits..];
    // `12a/KH-UBND`
    if rest.starts_with(|c: char| c.is_lowercase()) {
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
    }
    if !rest.starts_with(['/', '-']) {
        return false;
    }
    let mut groups = rest[1..].split(['/', '-']).peekable();
    if groups.peek().is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
    {
        groups.next();
    }
    let mut count = 0;
    for group in groups {
        let letters = group.chars().filter(|c| c.is_alphabetic()).count();
        let capital = group.starts_with(char::is_uppercase);
        let fits = group.chars().all(|c| c.is_alphanumeric() || matches!(c, '&' | '.' | '(' | ')'));
        if !capital || !fits || letters < 2 && count == 0 {
            return count > 0 && group.is_empty();
        }
        count += 1;
    }
    let is_law = letters(word).first().is_some_and(|code| code.starts_with("QH"));
    let has_kind = is_law
        || letters(word)
            .iter()
            .any(|group| group.chars().filter(|c| c.is_uppercase()).count() >= 2);
    count > 0 && has_kind
}

/// Reads the date behind a symbol: as printed, the date if it is one, and the next token.
fn date(tokens: &[Token<'_>], at: usize) -> Option<(String, Option<NaiveDate>, usize)> {
    let mut from = at;
    if tokens.get(from).is_some_and(|token| token.is(",")) {
        from += 1;
    }
    if tokens.get(from).is_none_or(|token| token.low != "ngày") {
        return None;
    }
    let from = from + 1;
    let token = tokens.get(from)?;
    let parts: Vec<&str> = token.text.split(['/', '-', '.']).collect();
    if let [day, month, year] = parts.as_slice() {
        let number = |text: &str| text.parse::<u32>().ok();
        let (day, month, year) = (number(day)?, number(month)?, number(year)?);
        let date = i32::try_from(year)
            .ok()
            .filter(|year| (1945..=2100).contains(year))
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        return Some((token.text.to_owned(), date, from + 1));
    }
    // “ngày 28 tháng 10 năm 2024”
    let word = |n: usize| tokens.get(from + n).map_or("", |token| token.low.as_str());
    if word(1) == "tháng" && word(3) == "năm" {
        let number = |n: usize| word(n).parse::<u32>().ok();
        let (day, month, year) = (number(0)?, number(2)?, number(4)?);
        let date =
            i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        let printed = agencies::text_of(tokens, from, from + 5);
        return Some((printed, date, from + 5));
    }
    None
}

/// Reads who issued a document.
fn issuer(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    tokens.get(at)?;
    // Bodies of the state and the party, then agencies.
    const BODIES: [&str; 20] = [
        "Chính phủ",
        "Thủ tướng Chính phủ",
        "Thủ tướng",
        "Bộ Chính trị",
        "Ban Bí thư",
        "Ban Bí thư Trung ương Đảng",
        "Ban Chấp hành Trung ương",
        "Ban Chấp hành Trung ương Đảng",
        "Quốc hội",
        "Ủy ban Thường vụ Quốc hội",
        "Ban Thường vụ Tỉnh ủy",
        "Ban Chấp hành Đảng bộ tỉnh",
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Ban Thường vụ Huyện ủy",
        "Ban Chấp hành Đảng bộ huyện",
        "Ban Thường vụ Thành ủy",
        "Phó Thủ tướng Chính phủ",
        "Tỉnh ủy",
        "Huyện ủy",
    ];
    let body = BODIES.iter().filter_map(|body| {
        let words: Vec<String> = self::tokens(body).into_iter().map(|token| token.low).collect();
        let fits = words
            .iter()
            .enumerate()
            .all(|(n, word)| tokens.get(at + n).is_some_and(|token| token.low == *word));
        fits.then_some(words.len())
    });
    if let Some(length) = body.max() {
        let mut end = at + length;
        while tokens.get(end).is_some_and(|token| token.is_capital() && token.is_word())
            && !agencies::starts_agency(tokens, end)
        {
            end += 1;
        }
        return Some((agencies::text_of(tokens, at, end), end));
    }
    // “Phó Chủ tịch UBND tỉnh” issues in person, too.
    let from = at + usize::from(tokens[at].low == "phó");
    let end = agencies::name(tokens, from)?;
    Some((agencies::text_of(tokens, at, end), end))
}
