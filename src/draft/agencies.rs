//! Reads the names of agencies: known ones by the list, others by their head noun and the words up
//! to the verb.

use super::words::{
    AGENCIES, DOC_KINDS, GROUP_NOUNS, GROUPS, HEADS, OFFICERS, OPENERS, Token, VERBS, low, tokens,
};
use crate::vietnamese::{first_free, slug};

/// The kinds of places that end a name or begin the place in it.
const PLACES: [&str; 12] =
    ["tỉnh", "huyện", "xã", "phường", "quận", "trung", "thị", "thành", "cấp", "khu", "liên", "đặc"];

/// An agency that a letter names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The short form that the letter prints, if the name is from the list.
    pub short: Option<String>,
    /// Whether it stands for a group: “UBND các huyện”.
    pub is_group: bool,
}

/// Names found at a place of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) agencies: Vec<Agency>,
    /// Whether something is named that is no agency: a person.
    pub(super) persons: bool,
}

/// Reads a list of agencies from a token on. Returns them and the first token behind them.
pub(super) fn list(tokens: &[Token<'_>], from: usize) -> Option<(Names, usize)> {
    let mut names = Names::default();
    let (mut at, mut end) = (from, from);
    while let Some(next) = one(tokens, at, &mut names) {
        end = next;
        at = next;
        // “, ”, “; ”, “và ”, “cùng ”, “, và ”
        let mut step = at;
        if tokens.get(step).is_some_and(|token| token.is(",") || token.is(";")) {
            step += 1;
        }
        if tokens.get(step).is_some_and(|token| matches!(token.low.as_str(), "và" | "cùng" | "với"))
        {
            step += 1;
        }
        if step == at {
            break;
        }
        at = step;
    }
    (end > from).then_some((names, end))
}

/// Reads all agencies of a cell or a heading. `None` if the text has other words.
pub(super) fn whole(text: &str) -> Option<Names> {
    let tokens = tokens(text.trim_end_matches(['.', ';', ':', ',']));
    let (mut names, end) = list(&tokens, 0)?;
    let end = lengthened(&tokens, end, &mut names);
    let rest = &tokens[end..];
    let is_over = rest.iter().all(|token| {
        !token.is_word()
            || matches!(
                token.low.as_str(),
                "tỉnh" | "của" | "trên" | "địa" | "bàn" | "có" | "liên" | "quan" | "và"
            )
    });
    is_over.then_some(names)
}

/// Lengthens the last name of a cell or heading by words that no verb is among, and returns the
/// token behind them: “Phòng Quản lý nhà và thị trường bất động sản”. Known names are complete.
fn lengthened(tokens: &[Token<'_>], end: usize, names: &mut Names) -> usize {
    const STOPS: [&str; 14] = [
        "các", "của", "có", "liên", "trên", "được", "chủ", "phối", "cùng", "tỉnh", "theo", "do",
        "thuộc", "tại",
    ];
    let Some(last) = names.agencies.last().filter(|last| !last.is_group && last.short.is_none())
    else {
        return end;
    };
    let Some(from) = (0..end).rev().find(|at| text_of(tokens, *at, end) == last.name) else {
        return end;
    };
    let mut to = end;
    while let Some(token) = tokens.get(to) {
        // “Trung tâm Xúc tiến đầu tư, thương mại và du lịch”
        let is_inner = token.is(",")
            && tokens.get(to + 1).is_some_and(|next| {
                next.is_word() && !next.is_capital() && GROUP_NOUNS.len_at(tokens, to + 1) == 0
            });
        if !token.is_word() && !is_inner {
            break;
        }
        if STOPS.contains(&token.low.as_str()) || VERBS.len_at(tokens, to) > 1 {
            break;
        }
        to += 1;
    }
    let is_whole = tokens.get(to).is_none_or(|token| token.is(";") || token.is(","));
    let is_known = tokens[from].low == "sở" && AGENCIES.len_at(tokens, from) == end - from;
    if to < end + 2 || to > end + 8 || !is_whole || is_known || tokens[end].is_capital() {
        return end;
    }
    let name = text_of(tokens, from, to);
    names.agencies.pop();
    push(names, &name, None, false);
    to
}

/// Reads the agencies of a cell. Every part of it names one, known or not: “VNPT Bình Khê”.
pub(super) fn of_cell(text: &str) -> Vec<Agency> {
    if let Some(names) = whole(text) {
        return names.agencies;
    }
    let tokens = tokens(text.trim_end_matches(['.', ';', ':', ',']));
    let mut names = Names::default();
    let mut at = 0;
    while at < tokens.len() {
        let end = match list(&tokens, at) {
            Some((read, end)) => {
                let mut read = read;
                let end = lengthened(&tokens, end, &mut read);
                for agency in read.agencies {
                    push(&mut names, &agency.name, agency.short, agency.is_group);
                }
                end
            }
            None => {
                let is_end = |token: &Token<'_>| token.is(";") || token.is(",") || token.is("(");
                let end = (at..tokens.len()).find(|n| is_end(&tokens[*n])).unwrap_or(tokens.len());
                let is_name = tokens[at].is_capital()
                    && end - at <= 8
                    && (at..end).all(|n| VERBS.len_at(&tokens, n) < 2);
                if !is_name {
                    break;
                }
                push(&mut names, &text_of(&tokens, at, end), None, false);
                end
            }
        };
        let goes_on = |at: usize| {
            tokens.get(at).is_some_and(|token| token.is(",") || token.is(";") || token.low == "và")
        };
        if !goes_on(end) {
            break;
        }
        at = end + 1;
    }
    names.agencies
}

/// Reads one agency, or several that share a head noun.
fn one(tokens: &[Token<'_>], from: usize, names: &mut Names) -> Option<usize> {
    let mut at = from;
    // Articles and titles of heads.
    loop {
        let officer = OFFICERS.len_at(tokens, at);
        let before = at;
        if officer > 0 && starts_agency(tokens, at + officer) {
            at += officer;
        } else if is_word(tokens, at, "đồng")
            && is_word(tokens, at + 1, "chí")
            && starts_agency(tokens, at + 2)
        {
            at += 2;
        }
        if at == before {
            break;
        }
    }
    if let Some(end) = person(tokens, at) {
        names.persons = true;
        return Some(end);
    }
    if let Some(end) = shared(tokens, at, names) {
        return Some(end);
    }
    let group = GROUPS.len_at(tokens, at);
    if group > 0 {
        let mut end = at + group;
        // “các sở, ban, ngành của tỉnh” names the same group.
        let spoken = text_of(tokens, at, end);
        let is_related = is_word(tokens, end, "liên") && is_word(tokens, end + 1, "quan")
            || is_word(tokens, end, "có") && is_word(tokens, end + 1, "liên");
        let mut spoken = spoken;
        if is_word(tokens, end, "của") && is_word(tokens, end + 1, "tỉnh")
            || is_word(tokens, end, "cấp") && is_word(tokens, end + 1, "tỉnh")
        {
            end += 2;
        } else if is_word(tokens, end, "tỉnh") {
            end += 1;
        } else if end < tokens.len() && is_place(tokens, end) {
            end +=
                if is_word(tokens, end, "thành") || is_word(tokens, end, "thị") { 2 } else { 1 };
            spoken = text_of(tokens, at, end);
        }
        if is_related {
            return Some(end + if is_word(tokens, end, "có") { 3 } else { 2 });
        }
        // “các đơn vị kinh doanh vận tải”, if that leads up to a verb.
        if let Some(longer) = generic_group(tokens, at).filter(|longer| *longer > end) {
            let acts = VERBS.len_at(tokens, longer).max(OPENERS.len_at(tokens, longer)) > 0;
            let negated = is_word(tokens, longer, "không");
            if acts || negated {
                push(names, &uncapital(&text_of(tokens, at, longer)), None, true);
                return Some(longer);
            }
        }
        push(names, &uncapital(&spoken), None, true);
        return Some(end);
    }
    if let Some(end) = generic_group(tokens, at) {
        let spoken = text_of(tokens, at, end);
        match spoken.strip_suffix(" liên quan") {
            Some(_) => {}
            None => push(names, &uncapital(&spoken), None, true),
        }
        return Some(end);
    }
    let (name, short, end) = named(tokens, at)?;
    let related = is_word(tokens, end, "liên") && is_word(tokens, end + 1, "quan");
    if related {
        return Some(end + 2);
    }
    let is_group = tokens[at..end].iter().any(|token| token.low == "các" || token.text == "cấp");
    push(names, &name, short, is_group);
    Some(end)
}

/// Returns the count of tokens of the noun that heads an agency's name. A verb or a common noun at
/// the start of a sentence is none: “Ban hành”, “Báo cáo”, “Bộ chỉ số”, “Thanh tra việc …”.
fn head_at(tokens: &[Token<'_>], at: usize) -> usize {
    let length = HEADS.len_at(tokens, at);
    if length == 0 || !tokens[at].is_capital() {
        return 0;
    }
    let is_short = tokens[at].text.chars().filter(|c| c.is_uppercase()).count() > 1;
    if is_short || tokens[at].low == "sở" || AGENCIES.len_at(tokens, at) > length {
        return length;
    }
    let next = tokens.get(at + length);
    let is_named = next.is_some_and(Token::is_capital)
        || next.is_some() && is_place(tokens, at + length)
        || next.is_some_and(|next| matches!(next.low.as_str(), "các" | "cấp"));
    let verb = VERBS.len_at(tokens, at);
    if verb > length || (verb == length || length == 1) && !is_named { 0 } else { length }
}

/// Reads “các trường trung học phổ thông”, “các Trung tâm Y tế khu vực”: a plural up to the verb.
fn generic_group(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if !is_word(tokens, at, "các") {
        return None;
    }
    let noun = GROUP_NOUNS.len_at(tokens, at + 1).max(head_at(tokens, at + 1));
    let from = at + 1 + noun;
    if noun == 0 {
        return None;
    }
    let behind = |from: usize| match VERBS.len_at(tokens, from).max(OPENERS.len_at(tokens, from)) {
        0 => name_end(tokens, at, from),
        _ => from,
    };
    let mut end = behind(from);
    // “các doanh nghiệp, hợp tác xã”
    while tokens.get(end).is_some_and(|token| token.is(",") || token.low == "và")
        && tokens.get(end + 1).is_some_and(|next| !next.is_capital())
        && GROUP_NOUNS.len_at(tokens, end + 1) > 0
    {
        let noun = GROUP_NOUNS.len_at(tokens, end + 1);
        end = behind(end + 1 + noun);
    }
    Some(end)
}

/// Whether an agency begins at a token.
pub(super) fn starts_agency(tokens: &[Token<'_>], at: usize) -> bool {
    let is_head = head_at(tokens, at) > 0;
    let is_group = GROUPS.len_at(tokens, at) > 0
        || is_word(tokens, at, "các")
            && (GROUP_NOUNS.len_at(tokens, at + 1) > 0
                || is_word(tokens, at + 1, "sở")
                || head_at(tokens, at + 1) > 0);
    is_head || is_group || OFFICERS.len_at(tokens, at) > 0 && starts_office(tokens, at)
}

fn starts_office(tokens: &[Token<'_>], at: usize) -> bool {
    let officer = OFFICERS.len_at(tokens, at);
    let next = at + officer;
    next < tokens.len()
        && (head_at(tokens, next) > 0
            || GROUPS.len_at(tokens, next) > 0
            || is_word(tokens, next, "các"))
}

/// Reads “đồng chí Phó Chủ tịch UBND tỉnh”, “ông Nguyễn Văn A”: nobody who is an agency.
fn person(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let low = |n: usize| tokens.get(at + n).map_or("", |token| token.low.as_str());
    let starts = match (low(0), low(1)) {
        ("đồng", "chí") => 2,
        ("các", "đồng") if low(2) == "chí" => 3,
        ("ông" | "bà", _) if tokens.get(at + 1).is_some_and(Token::is_capital) => 1,
        ("phó", "chủ" | "giám") => 0,
        _ => return None,
    };
    let mut end = at + starts;
    while let Some(token) = tokens.get(end).filter(|_| end < at + 18) {
        // “phụ trách khối …” describes the person, “phụ trách việc …” is the task.
        let describes = token.low == "phụ"
            && matches!(tokens.get(end + 2).map(|next| next.low.as_str()), Some("khối" | "lĩnh"));
        if describes {
            end += 3;
            continue;
        }
        let acts = !token.is_capital()
            && (VERBS.len_at(tokens, end) > 1 || OPENERS.len_at(tokens, end) > 0);
        if acts || !token.is_word() && !token.is("-") {
            break;
        }
        end += 1;
    }
    (end > at).then_some(end)
}

/// Reads “các Sở: Nội vụ, Y tế, Tư pháp” and “Các sở Nội vụ, Tài chính”.
fn shared(tokens: &[Token<'_>], from: usize, names: &mut Names) -> Option<usize> {
    let mut at = from;
    if is_word(tokens, at, "các") {
        at += 1;
    }
    let head = tokens.get(at)?;
    let is_plural = at > from;
    let noun = match head.low.as_str() {
        "sở" => "Sở",
        "phòng" => "Phòng",
        "ban" => "Ban",
        _ => return None,
    };
    at += 1;
    // “các sở, ngành: Y tế, Công an tỉnh”
    let mut mixed = at;
    while tokens.get(mixed).is_some_and(|token| {
        token.is(",")
            || matches!(
                token.low.as_str(),
                "ban" | "ngành" | "đơn" | "vị" | "cơ" | "quan" | "phòng"
            )
    }) {
        mixed += 1;
    }
    let colon = tokens.get(mixed).is_some_and(|token| token.is(":"));
    if colon {
        at = mixed + 1;
    } else if !is_plural || !tokens.get(at).is_some_and(Token::is_capital) {
        return None;
    }
    let mut found = 0;
    let mut end = at;
    let before = names.agencies.len();
    loop {
        let start = at;
        if found > 0 && starts_agency(tokens, start) && colon {
            let mut inner = Names::default();
            if let Some(next) = one(tokens, start, &mut inner) {
                names.agencies.extend(inner.agencies);
                end = next;
                found += 1;
            } else {
                break;
            }
        } else if found > 0 && starts_agency(tokens, start) {
            break;
        } else if let Some((name, short, next)) = with_head(tokens, start, noun) {
            push(names, &name, short, false);
            end = next;
            found += 1;
        } else {
            break;
        }
        at = end;
        let mut step = at;
        if tokens.get(step).is_some_and(|token| token.is(",")) {
            step += 1;
        }
        if tokens.get(step).is_some_and(|token| token.low == "và") {
            step += 1;
        }
        if step == at {
            break;
        }
        at = step;
    }
    if !colon && found < 2 {
        names.agencies.truncate(before);
        return None;
    }
    (found > 0).then_some(end)
}

/// Reads the rest of a name whose head noun stands elsewhere.
fn with_head(
    tokens: &[Token<'_>],
    at: usize,
    noun: &str,
) -> Option<(String, Option<String>, usize)> {
    tokens.get(at).filter(|token| token.is_capital())?;
    // The longest known name.
    let known = AGENCIES.lines.iter().flat_map(|forms| {
        forms.iter().filter_map(move |form| {
            let words: Vec<String> =
                self::tokens(form).into_iter().map(|token| token.low).collect();
            let rest = words.strip_prefix(&[noun.to_lowercase()][..]).unwrap_or(&words);
            let fits = !rest.is_empty()
                && rest
                    .iter()
                    .enumerate()
                    .all(|(n, word)| tokens.get(at + n).is_some_and(|token| token.low == *word));
            (fits && forms[0].starts_with(noun)).then(|| (rest.len(), forms[0].clone()))
        })
    });
    // The short form of such a name is printed nowhere as a whole.
    if let Some((length, name)) = known.max_by_key(|(length, _)| *length) {
        return Some((name, None, at + length));
    }
    let end = name_end(tokens, at, at + 1);
    let text = text_of(tokens, at, end);
    Some((format!("{noun} {text}"), None, end))
}

/// Reads a name by the list, else by its head noun.
fn named(tokens: &[Token<'_>], at: usize) -> Option<(String, Option<String>, usize)> {
    let token = tokens.get(at)?;
    let head = head_at(tokens, at);
    let known = AGENCIES.at(tokens, at).filter(|_| head > 0);
    let list_end = known.map(|(length, _)| at + length);
    if let Some((length, line)) = known {
        let end = at + length;
        let forms = &AGENCIES.lines[line];
        // “UBND tỉnh Thanh Giang”, “Công an tỉnh Tân Xuyên”
        let more = place_name(tokens, end);
        let joined = tokens.get(end).is_some_and(|next| next.low == "và")
            && tokens.get(end + 1).is_some_and(Token::is_capital)
            && !starts_agency(tokens, end + 1)
            && DOC_KINDS.len_at(tokens, end + 1) == 0;
        let next = tokens.get(end).map_or("", |next| next.low.as_str());
        let described = matches!(token.low.as_str(), "phòng" | "công")
            && tokens.get(end).is_some_and(|next| next.is_word() && !next.is_capital())
            && VERBS.len_at(tokens, end).max(OPENERS.len_at(tokens, end)) == 0
            && !matches!(
                next,
                "và" | "của"
                    | "có"
                    | "chủ"
                    | "phối"
                    | "cùng"
                    | "được"
                    | "đã"
                    | "là"
                    | "liên"
                    | "theo"
                    | "không"
                    | "trong"
                    | "trước"
                    | "thường"
                    | "cần"
                    | "phải"
            );
        let longer = joined
            || described
            || tokens.get(end).is_some_and(|next| next.is_capital() && next.is_word())
            || end < tokens.len() && names_place(tokens, end);
        if more == end && !longer {
            let written = text_of(tokens, at, end);
            let is_short = low(&written) != low(&forms[0])
                && !written.contains(' ')
                    | written.contains('&')
                    | written.chars().filter(|c| c.is_uppercase()).count().gt(&3);
            if is_short && low(&written) != low(&forms[0]) {
                return Some((forms[0].clone(), Some(written), end));
            }
            return Some((written, None, end));
        }
    }
    if head == 0 || !token.is_capital() {
        return None;
    }
    let end = name_end(tokens, at, list_end.unwrap_or(0).max(at + head));
    // A mere head noun names nobody: “Ban”, “Hội”.
    let is_bare = end == at + head
        && !token.text.chars().all(char::is_uppercase)
        && HEADS.lines.iter().all(|line| {
            low(&line[0]).split(' ').count() < 2 || low(&line[0]) != low(&text_of(tokens, at, end))
        });
    (!is_bare).then(|| (text_of(tokens, at, end), None, end))
}

/// Returns the token behind the name of a place: “tỉnh Thanh Giang”, “huyện Đồng Lau”.
fn place_name(tokens: &[Token<'_>], mut at: usize) -> usize {
    if !(at > 0 && PLACES.contains(&tokens[at - 1].low.as_str())
        || at > 1 && tokens[at - 1].low == "phố")
    {
        return at;
    }
    while tokens.get(at).is_some_and(|token| token.is_capital() && token.is_word())
        && !starts_agency(tokens, at)
        && VERBS.len_at(tokens, at) == 0
    {
        at += 1;
    }
    at
}

/// Returns the token behind a name that begins at `from` and whose words from `at` on are open.
fn name_end(tokens: &[Token<'_>], from: usize, mut at: usize) -> usize {
    const STOPS: [&str; 52] = [
        "chủ",
        "phối",
        "cùng",
        "có",
        "được",
        "đã",
        "sẽ",
        "cần",
        "phải",
        "theo",
        "về",
        "để",
        "trước",
        "trong",
        "trên",
        "tại",
        "từ",
        "vào",
        "do",
        "khi",
        "nếu",
        "mà",
        "là",
        "với",
        "cho",
        "như",
        "thì",
        "kịp",
        "khẩn",
        "thường",
        "chịu",
        "căn",
        "đề",
        "báo",
        "trực",
        "nghiêm",
        "tiếp",
        "tập",
        "hằng",
        "hàng",
        "định",
        "sớm",
        "ngay",
        "quyết",
        "không",
        "chưa",
        "vẫn",
        "còn",
        "đến",
        "chậm",
        "bằng",
        "ban",
    ];
    let group = is_word(tokens, at, "các") || is_word(tokens, at, "cấp");
    if group && group_end(tokens, at + 1) > at + 1 {
        return group_end(tokens, at + 1);
    }
    let start = at;
    while let Some(token) = tokens.get(at) {
        let low = token.low.as_str();
        if token.is("-") || token.is("–") {
            let goes_on = tokens.get(at + 1).is_some_and(Token::is_capital);
            if !goes_on {
                break;
            }
            at += 1;
            continue;
        }
        if token.is("(") || !token.is_word() && !token.is(",") {
            break;
        }
        if token.is(",") {
            // “Phòng, chống thiên tai và Tìm kiếm”, “Văn hóa, Thể thao và Du lịch”
            let inside = tokens.get(at + 1).is_some_and(|next| {
                (next.is_capital()
                    && !starts_agency(tokens, at + 1)
                    && OFFICERS.len_at(tokens, at + 1) == 0
                    || next.low == "chống")
                    && next.is_word()
            });
            if !inside || at == start {
                break;
            }
            at += 1;
            continue;
        }
        if low == "và" {
            let inside = tokens.get(at + 1).is_some_and(|next| {
                next.is_capital()
                    && !starts_agency(tokens, at + 1)
                    && DOC_KINDS.len_at(tokens, at + 1) == 0
            });
            if !inside {
                break;
            }
            at += 1;
            continue;
        }
        // A known agency inside the name of another: “Văn phòng Ban Chỉ huy Phòng, chống thiên tai …”.
        let inner = AGENCIES.len_at(tokens, at);
        if inner > 2 && token.is_capital() {
            at += inner;
            continue;
        }
        if low == "các" {
            let end = group_end(tokens, at + 1);
            at = end.max(at + 1);
            continue;
        }
        // “Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh”: the head noun of the agency that it belongs to.
        let noun = HEADS.len_at(tokens, at);
        if noun > 1 && token.is_capital() {
            at += noun;
            continue;
        }
        if low == "trực" && tokens[at - 1].low == "thường" {
            at += 1;
            continue;
        }
        if is_place(tokens, at) {
            at += if is_word(tokens, at, "thành") || is_word(tokens, at, "thị") { 2 } else { 1 };
            while tokens.get(at).is_some_and(|token| token.is_capital() && token.is_word())
                && !starts_agency(tokens, at)
            {
                at += 1;
            }
            break;
        }
        if token.is_capital() {
            // Two names never stand side by side: “Ban Dân vận Tỉnh ủy” is one.
            at += 1;
            continue;
        }
        let leads = low != "chủ" || is_word(tokens, at + 1, "trì");
        // “Giám định” begins with a capital; “định kỳ” behind it does not.
        let first = &tokens[at - 1];
        let is_second = first.is_capital()
            && first.text.chars().filter(|c| c.is_uppercase()).count() == 1
            && matches!(low, "định" | "báo" | "đề" | "tập" | "tiếp" | "quyết")
            && !(at >= 2 && tokens[at - 2].is_capital() && at - 1 > start);
        if STOPS.contains(&low) && leads && !is_second {
            break;
        }
        let verb = VERBS.len_at(tokens, at).max(OPENERS.len_at(tokens, at));
        // “Phòng Kinh tế vật liệu xây dựng công bố …”: a trade, then the verb.
        let trade = matches!(low, "xây" | "vận" | "sản" | "kinh")
            && verb > 1
            && VERBS.len_at(tokens, at + verb) > 1;
        if trade {
            at += verb;
            continue;
        }
        if verb > 0 && at > start && !ends_with_place(tokens, at) {
            // The second syllable of a word of the name is no verb: “Giao thông”, “Phục vụ”.
            let proper = at >= 2 && tokens[at - 2].is_capital() && at - 1 > start;
            let second = tokens[at - 1].is_capital() && verb == 1 && !proper;
            if !second {
                break;
            }
        }
        if at - from > 14 {
            break;
        }
        at += 1;
    }
    while at > start && !tokens[at - 1].is_word() {
        at -= 1;
    }
    at
}

/// Whether a verb-like word is inside a name that ends with a place: “đầu tư xây dựng tỉnh”.
fn ends_with_place(tokens: &[Token<'_>], at: usize) -> bool {
    const BREAKS: [&str; 14] = [
        "của", "cho", "về", "theo", "trước", "tại", "trên", "để", "với", "trong", "từ", "ở", "đến",
        "và",
    ];
    for n in at..(at + 7).min(tokens.len()) {
        let token = &tokens[n];
        if !token.is_word() || BREAKS.contains(&token.low.as_str()) || token.is_capital() {
            return false;
        }
        if matches!(token.low.as_str(), "tỉnh" | "huyện") {
            let next = tokens.get(n + 1);
            return next.is_none_or(|next| next.low != "lộ");
        }
    }
    false
}

/// Whether the kind of a place begins at a token: “thành phố” does, “thành lập” does not.
fn names_place(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1).map_or("", |next| next.low.as_str());
    match tokens[at].low.as_str() {
        "thành" => next == "phố",
        "thị" => matches!(next, "xã" | "trấn"),
        "đặc" => next == "khu",
        "xã" => next != "hội",
        low => PLACES.contains(&low) && !matches!(low, "cấp" | "trung" | "khu"),
    }
}

fn is_place(tokens: &[Token<'_>], at: usize) -> bool {
    let low = tokens[at].low.as_str();
    match low {
        "tỉnh" | "huyện" | "phường" | "quận" | "xã" => {
            let is_other = low == "xã" && is_word(tokens, at + 1, "hội");
            let is_road = is_word(tokens, at + 1, "lộ");
            !tokens[at].is_capital() && !is_other && !is_road
        }
        "thành" => is_word(tokens, at + 1, "phố") && !tokens[at].is_capital(),
        "thị" => {
            matches!(tokens.get(at + 1).map(|token| token.low.as_str()), Some("xã" | "trấn"))
        }
        _ => false,
    }
}

/// Reads “huyện, thị xã, thành phố”, “khu công nghiệp” behind “các”.
fn group_end(tokens: &[Token<'_>], mut at: usize) -> usize {
    let mut last = at;
    loop {
        let low = |n: usize| tokens.get(at + n).map_or("", |token| token.low.as_str());
        let length = match (low(0), low(1)) {
            ("thành", "phố") | ("thị", "xã" | "trấn") | ("địa", "phương") | ("đặc", "khu") => {
                2
            }
            ("khu", "công" | "kinh" | "du") => 3,
            ("cụm", "công") => 3,
            ("huyện" | "xã" | "phường" | "quận" | "tỉnh" | "cấp", _) => 1,
            _ => break,
        };
        at += length;
        last = at;
        if tokens.get(at).is_some_and(|token| token.is(",")) || is_word(tokens, at, "và") {
            at += 1;
        } else {
            break;
        }
    }
    // “các khu công nghiệp tỉnh”
    if is_word(tokens, last, "tỉnh") && !is_word(tokens, last + 1, "lộ") {
        last += 1;
    } else if is_word(tokens, last, "trên")
        && is_word(tokens, last + 1, "địa")
        && is_word(tokens, last + 2, "bàn")
    {
        last += if is_word(tokens, last + 3, "tỉnh") { 4 } else { 3 };
    }
    last
}

fn is_word(tokens: &[Token<'_>], at: usize, word: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.low == word)
}

/// Returns the text from one token to before another.
pub(super) fn text_of(tokens: &[Token<'_>], from: usize, to: usize) -> String {
    let mut text = String::new();
    for n in from..to.min(tokens.len()) {
        if n > from && tokens[n].range.start > tokens[n - 1].range.end {
            text.push(' ');
        }
        text.push_str(tokens[n].text);
    }
    text
}

fn uncapital(text: &str) -> String {
    match text.strip_prefix("Các ") {
        Some(rest) => format!("các {}", lower_first(rest)),
        None => lower_first(text),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first: String = chars.next().map(|c| c.to_lowercase().collect()).unwrap_or_default();
    first + chars.as_str()
}

fn push(names: &mut Names, name: &str, short: Option<String>, is_group: bool) {
    let name =
        name.trim_end_matches(" trên địa bàn tỉnh").trim_end_matches(" trên địa bàn").to_owned();
    let agency = Agency { id: String::new(), name, short, is_group };
    if !names.agencies.iter().any(|known| key(&known.name) == key(&agency.name)) {
        names.agencies.push(agency);
    }
}

/// Returns the form in which names of agencies are compared.
pub(super) fn key(name: &str) -> String {
    let folded = low_words(name);
    let folded = folded.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd");
    let folded = folded.strip_prefix("các ").unwrap_or(&folded).to_owned();
    let folded =
        folded.strip_prefix("vp ").map_or(folded.clone(), |rest| format!("văn phòng {rest}"));
    for end in [" của tỉnh", " cấp tỉnh"] {
        if let Some(before) = folded.strip_suffix(end) {
            return before.to_owned();
        }
    }
    folded
}

fn low_words(text: &str) -> String {
    let words: Vec<String> =
        tokens(text).into_iter().filter(Token::is_word).map(|token| token.low).collect();
    words.join(" ")
}

/// The agencies of a letter, each with an id.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// In the order in which the letter names them.
    pub agencies: Vec<Agency>,
}

impl Register {
    /// Adds an agency, or finds the same one under another form of its name. Returns its place.
    pub(super) fn add(&mut self, agency: &Agency) -> usize {
        let wanted = key(&agency.name);
        if let Some(at) = self.agencies.iter().position(|known| key(&known.name) == wanted) {
            if self.agencies[at].short.is_none() {
                self.agencies[at].short.clone_from(&agency.short);
            }
            return at;
        }
        let taken = |id: &str| self.agencies.iter().any(|known| known.id == id);
        let id = first_free(id_of(&agency.name), taken);
        self.agencies.push(Agency { id, ..agency.clone() });
        self.agencies.len() - 1
    }
}

/// Makes an id of a name, of at most 40 characters.
fn id_of(name: &str) -> String {
    let slug = slug(name);
    if slug.len() <= 40 {
        return slug;
    }
    let cut = slug[..41].rfind('-').unwrap_or(40);
    slug[..cut].to_owned()
}

/// Returns the token behind the name of an agency or of its head, if one begins at a token.
pub(super) fn name(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let officer = OFFICERS.len_at(tokens, at);
    named(tokens, at + officer).map(|(_, _, end)| end)
}
