//! Cuts running text into clauses, each of which may assign one task.
//!
//! Sentences are cut at semicolons, and at commas behind which a listed word begins a task with an
//! object of its own. A piece that begins with neither an agency nor a verb goes on with the piece
//! before it, so that lists of nouns stay whole.

use std::ops::Range;

use super::agencies::{self, Names, starts_agency};
use super::words::{
    ABBREVIATIONS, AIMS, ASSESSMENTS, CLOSING, CLOSING_WORDS, CUTTERS, DECISIONS, DOC_KINDS,
    EMPTY_ACTIONS, OPENERS, Token, VERBS, tokens,
};

/// A clause of a sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// The byte at which its action begins, behind whoever is told to act.
    pub(super) action: usize,
    /// Who leads, if the clause names it.
    pub(super) lead: Option<Names>,
    /// The bytes of the words that name the lead.
    pub(super) lead_words: Option<Range<usize>>,
    /// Who supports.
    pub(super) support: Names,
    /// The bytes of the words that name the support.
    pub(super) support_words: Option<Range<usize>>,
    /// Whether an action begins behind whoever is told to act.
    pub(super) acts: bool,
    /// What it is.
    pub(super) role: Role,
    /// Whether it begins its sentence's run of clauses with the same lead.
    pub(super) starts_run: bool,
    /// The number of its sentence in the text.
    pub(super) sentence: usize,
}

/// What a clause is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Assigns a task.
    #[default]
    Task,
    /// Only says whom to report to and when the others end.
    Closing,
    /// Assigns nothing: why.
    Nothing(Why),
}

/// Why a clause assigns nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It assesses the situation.
    Assessment,
    /// It decides.
    Decision,
    /// Every letter ends so.
    ClosingWords,
    /// It states an aim.
    Aim,
    /// It has no listed verb.
    NoVerb,
    /// It leads in a list.
    LeadIn,
    /// It belongs to a section without tasks.
    Section,
}

impl Why {
    /// The word for it in keys of messages and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Why::Assessment => "assessment",
            Why::Decision => "decision",
            Why::ClosingWords => "closing-words",
            Why::Aim => "aim",
            Why::NoVerb => "no-verb",
            Why::LeadIn => "lead-in",
            Why::Section => "section",
        }
    }
}

/// Cuts a text into sentences.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0i32);
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (n, &(at, c)) in chars.iter().enumerate() {
        match c {
            '(' | '“' => depth += 1,
            ')' | '”' => depth = (depth - 1).max(0),
            _ => {}
        }
        if !matches!(c, '.' | '!' | '?') || depth > 0 {
            continue;
        }
        let before = &text[start..at];
        let word =
            before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        let next = chars.get(n + 1).map(|(_, c)| *c);
        let behind = text[at + c.len_utf8()..].trim_start_matches(['.', '/']).trim_start();
        let is_number = next.is_some_and(|c| c.is_ascii_digit())
            && word.ends_with(|c: char| c.is_ascii_digit());
        let is_short = ABBREVIATIONS.contains(&word.to_lowercase().as_str())
            || word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        let is_tight = next.is_some_and(char::is_alphanumeric);
        let goes_on = behind.starts_with(char::is_lowercase) && !behind.is_empty();
        if is_number
            || is_short
            || is_tight
            || goes_on
            || matches!(next, Some('.'))
            || word.is_empty() && before.trim().is_empty()
        {
            continue;
        }
        found.push(start..at);
        start = at + c.len_utf8();
    }
    found.push(start..text.len());
    let trimmed = found.into_iter().map(|range| trimmed(text, range));
    trimmed.filter(|range| text[range.clone()].contains(char::is_alphabetic)).collect()
}

/// Returns a range without spaces and closing marks at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = &text[range.clone()];
    let front = inside.len()
        - inside.trim_start_matches(|c: char| c.is_whitespace() || ",;./:".contains(c)).len();
    let inside =
        inside[front..].trim_end_matches(|c: char| c.is_whitespace() || ",;./:".contains(c));
    range.start + front..range.start + front + inside.len()
}

/// Cuts a text into clauses.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let mut all = Vec::new();
    for (n, sentence) in sentences(text).into_iter().enumerate() {
        let mut clauses = of_sentence(text, sentence);
        for (at, clause) in clauses.iter_mut().enumerate() {
            clause.sentence = n;
            clause.starts_run = at == 0 || clause.lead.is_some();
        }
        all.extend(clauses);
    }
    all
}

/// The words in front of an action.
struct Head {
    /// Token of the verb or of its opener; the first one if there is no verb.
    action: usize,
    lead: Option<Names>,
    lead_words: Option<Range<usize>>,
    support: Names,
    support_words: Option<Range<usize>>,
    /// Whether an action begins here.
    acts: bool,
    /// Whether somebody is told to act.
    assigned: bool,
}

fn of_sentence(text: &str, sentence: Range<usize>) -> Vec<Clause> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for piece in at_semicolons(text, sentence) {
        let words = tokens(&text[piece.clone()]);
        let starts = is_start(&words);
        match pieces.last_mut() {
            // “Giao các sở, ban, ngành; UBND các huyện …” names several before it says what to do.
            Some(last) if only_names(&tokens(&text[last.clone()])) => last.end = piece.end,
            // Lists of nouns, and aims, go on with the piece before them.
            Some(last) if !starts => last.end = piece.end,
            _ => pieces.push(piece),
        }
    }
    let mut clauses: Vec<Clause> = Vec::new();
    for piece in pieces {
        clauses.extend(of_piece(text, piece));
    }
    clauses
}

/// Whether a piece begins an action or a closing clause of its own.
fn is_start(words: &[Token<'_>]) -> bool {
    let at = openers_end(words, 0);
    if AIMS.len_at(words, 0) > 0 || AIMS.len_at(words, at) > 0 {
        return false;
    }
    let head = head(words);
    let is_result = word(words, 0) == "kết" && word(words, 1) == "quả";
    head.acts
        || head.assigned
        || is_result
        || CLOSING.len_at(words, at) > 0
        || DECISIONS.len_at(words, 0) > 0
}

/// Whether a piece says who acts and not what to do.
fn only_names(words: &[Token<'_>]) -> bool {
    let head = head(words);
    head.assigned && head.action >= words.len()
}

fn at_semicolons(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut start, mut depth) = (sentence.start, 0i32);
    for (at, c) in text[sentence.clone()].char_indices() {
        match c {
            '(' | '“' => depth += 1,
            ')' | '”' => depth = (depth - 1).max(0),
            ';' if depth == 0 => {
                pieces.push(start..sentence.start + at);
                start = sentence.start + at + 1;
            }
            _ => {}
        }
    }
    pieces.push(start..sentence.end);
    let trimmed = pieces.into_iter().map(|range| trimmed(text, range));
    trimmed.filter(|range| text[range.clone()].contains(char::is_alphabetic)).collect()
}

/// Cuts a piece at commas, and finds out what each part is.
fn of_piece(text: &str, piece: Range<usize>) -> Vec<Clause> {
    let words = tokens(&text[piece.clone()]);
    let whole = head(&words);
    let mut cuts = vec![0];
    let mut from = whole.action;
    let mut depth = 0i32;
    for at in 0..words.len() {
        match words[at].text {
            "(" | "“" => depth += 1,
            ")" | "”" => depth = (depth - 1).max(0),
            "," if depth == 0 && at > whole.action => {
                if let Some(next) = cut_at(&words, from, at) {
                    cuts.push(next);
                    from = head_from(&words, next);
                }
            }
            _ => {}
        }
    }
    let mut clauses = Vec::new();
    for (n, &cut) in cuts.iter().enumerate() {
        let end = cuts.get(n + 1).map_or(piece.end, |next| piece.start + words[*next].range.start);
        let start = piece.start + words.get(cut).map_or(0, |word| word.range.start);
        clauses.push(clause(text, trimmed(text, start..end)));
    }
    clauses
}

fn head_from(words: &[Token<'_>], at: usize) -> usize {
    at + head(&words[at..]).action
}

/// Returns the token at which a task of its own begins behind a comma.
fn cut_at(words: &[Token<'_>], from: usize, comma: usize) -> Option<usize> {
    // “định kỳ 6 tháng, hằng năm báo cáo”: the comma belongs to the cycle.
    let cycle = (from..comma).rev().take(6).find(|at| word(words, *at) == "kỳ");
    if cycle.is_some_and(|at| cycle_end(words, at + 1) >= comma) {
        return None;
    }
    let mut next = comma + 1;
    let also = word(words, next) == "đồng" && word(words, next + 1) == "thời";
    if also {
        next += 2;
    }
    let is_assigned = word(words, next) == "giao" && starts_agency(words, next + 1);
    if is_assigned {
        return Some(comma + 1);
    }
    let cutter = CUTTERS.len_at(words, next);
    if cutter == 0 && !also || AIMS.len_at(words, next) > 0 || !acts(words, next) {
        return None;
    }
    // Both sides need an object of their own.
    if objects(words, from, comma) < 2 || objects(words, next, words.len()) < 2 {
        return None;
    }
    if also {
        return Some(comma + 1);
    }
    let verbs = verbs_end(words, openers_end(words, next));
    let is_opener = OPENERS.len_at(words, next) > 0 && verbs > openers_end(words, next);
    let plain = VERBS.len_at(words, next) > 0 && !is_opener;
    let before = &words[from..comma];
    // “tuần tra, xử lý nghiêm các hành vi”: verbs that share an object.
    let shares = comma > from + 1
        && matches!(
            (word(words, comma - 2), word(words, comma - 1)),
            ("tuần" | "kiểm" | "thanh", "tra")
                | ("giám", "sát")
                | ("rà", "soát")
                | ("kiểm", "soát")
                | ("phát", "hiện")
                | ("ngăn", "chặn")
                | ("theo", "dõi")
        );
    if plain && (shares || tells_others(words, from, comma)) {
        return None;
    }
    if plain {
        let is_chain = before.iter().enumerate().any(|(n, token)| {
            matches!(token.low.as_str(), "để" | "nhằm")
                || matches!(token.low.as_str(), "việc" | "tác" | "động")
                    && VERBS.len_at(words, from + n + 1) > 0
                    && token.low != "động"
                || token.low == "tác" && n > 0 && before[n - 1].low == "công"
        });
        if is_chain {
            return None;
        }
    }
    Some(comma + 1)
}

/// Whether what others are told to do goes on behind a comma: “hướng dẫn các xã đo đạc, lập hồ sơ”.
fn tells_others(words: &[Token<'_>], from: usize, comma: usize) -> bool {
    let at = openers_end(words, from);
    let tells = matches!(
        (word(words, at), word(words, at + 1)),
        ("hướng", "dẫn")
            | ("chỉ", "đạo")
            | ("đôn", "đốc")
            | ("vận", "động")
            | ("yêu", "cầu")
            | ("hỗ", "trợ")
    );
    let Some((_, end)) = agencies::list(words, at + 2).filter(|_| tells) else { return false };
    let verb = VERBS.len_at(words, end);
    verb > 0 && end + verb == comma
}

/// Counts the words of an object, from a token with openers and verbs up to the next comma.
fn objects(words: &[Token<'_>], from: usize, to: usize) -> usize {
    let at = verbs_end(words, openers_end(words, from));
    let end = (at..to).find(|n| words[*n].is(",")).unwrap_or(to);
    let adverbs = [
        "chặt", "chẽ", "nghiêm", "tốt", "hiệu", "quả", "mạnh", "mẽ", "triệt", "để", "có", "ngay",
        "kịp", "thời",
    ];
    // “nhân rộng trong quý 4” has no object.
    if matches!(word(words, at), "trong" | "trước" | "chậm" | "vào" | "đến" | "xong" | "từ")
    {
        return 0;
    }
    (at..end).filter(|n| words[*n].is_word() && !adverbs.contains(&words[*n].low.as_str())).count()
}

/// Returns the token behind a cycle in figures: “6 tháng, hằng năm”.
fn cycle_end(words: &[Token<'_>], from: usize) -> usize {
    let is_unit = |at: usize| matches!(word(words, at), "tuần" | "tháng" | "quý" | "năm");
    let is_count = |at: usize| {
        let text = word(words, at);
        matches!(text, "hằng" | "hàng" | "mỗi" | "một" | "và" | "," | "lần")
            || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let until = (from..words.len().min(from + 10)).take_while(|at| is_unit(*at) || is_count(*at));
    until.filter(|at| is_unit(*at)).last().map_or(from, |at| at + 1)
}

/// Returns the token behind the openers that begin at a token.
fn openers_end(words: &[Token<'_>], mut at: usize) -> usize {
    loop {
        let length = OPENERS.len_at(words, at);
        // An opener that is also a verb is the verb if none follows.
        if length == 0 || VERBS.len_at(words, at) >= length && !acts_behind(words, at + length) {
            return at;
        }
        at += length;
        at = cycle_end(words, at);
        if word(words, at) == ","
            && (OPENERS.len_at(words, at + 1) > 0 || VERBS.len_at(words, at + 1) > 0)
        {
            at += 1;
        }
        if word(words, at) == "," && word(words, at + 1) == "trước" {
            // “định kỳ hằng tháng, trước ngày 25, báo cáo”
            let close = (at + 1..words.len()).find(|n| words[*n].is(","));
            if let Some(close) = close.filter(|close| close - at < 9) {
                at = close + 1;
            }
        }
        // “định kỳ hằng quý (trước ngày 10) gửi”, “định kỳ trước ngày 20 hằng tháng báo cáo”
        if word(words, at) == "("
            && let Some(close) = words[at..].iter().take(20).position(|token| token.is(")"))
        {
            at += close + 1;
        }
        let is_day = matches!(word(words, at), "trước" | "vào")
            && word(words, at + 1) == "ngày"
            && word(words, at + 2).parse::<u32>().is_ok();
        if is_day {
            at += 3;
        }
    }
}

fn acts_behind(words: &[Token<'_>], at: usize) -> bool {
    let at = if word(words, at) == "và" { at + 1 } else { at };
    VERBS.len_at(words, at) > 0
        || OPENERS.len_at(words, at) > 0
            && OPENERS.len_at(words, at) < 4
            && VERBS.len_at(words, at + OPENERS.len_at(words, at)) > 0
}

/// Returns the token behind the verbs that begin at a token: “thanh tra, kiểm tra”, “rà soát và xử lý”.
fn verbs_end(words: &[Token<'_>], mut at: usize) -> usize {
    loop {
        let length = VERBS.len_at(words, at);
        if length == 0 {
            return at;
        }
        at += length;
        let step = match word(words, at) {
            "," if VERBS.len_at(words, at + 1) > 0 => 1,
            "và" if VERBS.len_at(words, at + 1) > 0 => 1,
            _ if VERBS.len_at(words, at) > 0 => 0,
            _ => return at,
        };
        at += step;
    }
}

fn acts(words: &[Token<'_>], at: usize) -> bool {
    VERBS.len_at(words, openers_end(words, at)) > 0 || VERBS.len_at(words, at) > 0
}

fn word<'t>(words: &'t [Token<'_>], at: usize) -> &'t str {
    words.get(at).map_or("", |token| token.low.as_str())
}

/// Finds what a part is.
fn clause(text: &str, range: Range<usize>) -> Clause {
    let words = tokens(&text[range.clone()]);
    let head = head(&words);
    let byte = |at: usize| range.start + words.get(at).map_or(range.len(), |word| word.range.start);
    let shifted = |inner: Range<usize>| range.start + inner.start..range.start + inner.end;
    let mut clause = Clause {
        action: byte(head.action),
        acts: head.acts,
        lead: head.lead,
        lead_words: head.lead_words.map(shifted),
        support: head.support,
        support_words: head.support_words.map(shifted),
        range: range.clone(),
        ..Clause::default()
    };
    clause.role = role(&words, head.action, head.acts, head.assigned || clause.lead.is_some());
    clause
}

fn role(words: &[Token<'_>], action: usize, acts: bool, assigned: bool) -> Role {
    let at = openers_end(words, action);
    if is_closing_words(words) || is_empty_action(words, action) {
        return Role::Nothing(Why::ClosingWords);
    }
    if DECISIONS.len_at(words, 0) > 0 && !assigned || DECISIONS.len_at(words, action) > 0 {
        return Role::Nothing(Why::Decision);
    }
    if ASSESSMENTS.within(words).is_some() && !(assigned && acts) {
        let place = ASSESSMENTS.within(words).map_or(0, |(place, _)| place);
        // “các dự án còn chậm” may be the object of a task.
        if !acts || place < action + 4 {
            return Role::Nothing(Why::Assessment);
        }
    }
    let is_result = word(words, 0) == "kết"
        && word(words, 1) == "quả"
        && words.iter().take(9).any(|token| matches!(token.low.as_str(), "gửi" | "báo"));
    if is_result && !assigned {
        return Role::Closing;
    }
    let closing = CLOSING.len_at(words, at);
    if closing > 0 && !assigned && !has_own_object(words, at + closing) {
        return Role::Closing;
    }
    if AIMS.len_at(words, 0) > 0 && !acts || word(words, 0) == "phấn" {
        return Role::Nothing(Why::Aim);
    }
    if !acts && !assigned {
        return Role::Nothing(Why::NoVerb);
    }
    if !acts
        && matches!(
            word(words, action),
            "được" | "đã" | "còn" | "là" | "có" | "vẫn" | "chưa" | "đang" | "mới"
        )
    {
        return Role::Nothing(Why::Assessment);
    }
    Role::Task
}

/// Whether an action names nothing that is done: “khẩn trương triển khai thực hiện Chỉ thị này”.
fn is_empty_action(words: &[Token<'_>], action: usize) -> bool {
    let mut at = action;
    let mut count = 0;
    while at < words.len() {
        let length = EMPTY_ACTIONS.len_at(words, at);
        let refers = DOC_KINDS.len_at(words, at);
        at += match () {
            () if length > 0 => length,
            () if refers > 0 && word(words, at + refers) == "này" => refers + 1,
            () if words[at].is(",") => 1,
            () => return false,
        };
        count += 1;
    }
    count > 0
}

fn is_closing_words(words: &[Token<'_>]) -> bool {
    let Some((at, length)) = CLOSING_WORDS.within(words) else { return false };
    let rest = &words[at + length..];
    let repeats = ["thực", "hiện", "triển", "khai", "tổ", "chức", "nghiêm", "túc"];
    let count = rest
        .iter()
        .filter(|token| token.is_word() && !repeats.contains(&token.low.as_str()))
        .count();
    let refers = rest.iter().any(|token| token.low == "này");
    match word(words, at) {
        "trong" | "quá" | "nhận" => at == 0,
        "nghiêm" | "triển" | "thực" | "tổ" => count == 0 || refers && count <= 14,
        _ => true,
    }
}

/// Whether the words behind the verb of a closing clause name something to be done.
fn has_own_object(words: &[Token<'_>], mut at: usize) -> bool {
    if words.get(at).is_some_and(|token| token.is(":") || token.is(",")) {
        at += 1;
    }
    // “hoàn thành và đưa vào sử dụng trước ngày …”
    let next = at + usize::from(word(words, at) == "và");
    if word(words, next) == "đưa" {
        at = next + CLOSING.len_at(words, next);
    }
    // “báo cáo và đề xuất UBND tỉnh về những vấn đề …”
    if word(words, at) == "và" {
        at = verbs_end(words, at + 1).max(at);
    }
    if at >= words.len() {
        return false;
    }
    let next = word(words, at);
    let is_empty = matches!(
        next,
        "kết"
            | "trước"
            | "chậm"
            | "muộn"
            | "về"
            | "để"
            | "theo"
            | "đúng"
            | "xong"
            | "cho"
            | "cấp"
            | "trong"
            | "vào"
            | "đến"
            | "lên"
            | "tại"
            | "qua"
            | "cơ"
            | "xin"
            | "ngay"
            | "là"
            | "từ"
            | "quý"
            | "tháng"
            | "ngày"
            | "năm"
            | "việc"
            | "đề"
            | "hết"
            | "và"
            | "các"
            | "tiến"
            | "hoàn"
            | "thực"
            | "chủ"
            | "thường"
    ) || !words[at].is_word()
        || words[at].text.starts_with(|c: char| c.is_ascii_digit()) && !counts_things(words, at);
    let is_addressee =
        starts_agency(words, at) || words[at].is_capital() && agencies::name(words, at).is_some();
    if is_addressee && let Some((_, end)) = agencies::list(words, at) {
        if word(words, end) == "về" {
            return matches!(word(words, end + 1), "những" | "các" | "vấn" | "việc" | "tình");
        }
        // “báo cáo UBND tỉnh tình hình thu, chi” does, “tình hình thực hiện” does not.
        if word(words, end) == "tình" && word(words, end + 1) == "hình" {
            let behind = word(words, end + 2);
            return words.get(end + 2).is_some_and(Token::is_word)
                && !matches!(behind, "thực" | "triển" | "trước" | "chậm" | "trong" | "để" | "về");
        }
    }
    match next {
        "các" => !is_addressee,
        // “hoàn thành Đề án”, “hoàn thành việc di dời” do; “báo cáo, đề xuất” does not.
        "đề" => word(words, at + 1) != "xuất",
        "việc" => matches!(word(words, at - 1), "thành" | "tất" | "thúc"),
        _ => !(is_empty || is_addressee),
    }
}

/// Whether a number behind the verb of an end counts things: “hoàn thành 12 trạm y tế”. Shares, days
/// and times count none.
fn counts_things(words: &[Token<'_>], at: usize) -> bool {
    let text = words[at].text;
    matches!(word(words, at.saturating_sub(1)), "thành" | "tất" | "dụng" | "hành")
        && !text.contains(['/', '%', '-'])
        && words.get(at + 1).is_some_and(|next| next.text.starts_with(char::is_alphabetic))
        && !matches!(
            word(words, at + 1),
            "giờ" | "ngày" | "tuần" | "tháng" | "quý" | "năm" | "lần" | "phần"
        )
}

/// Reads who is told to act.
fn head(words: &[Token<'_>]) -> Head {
    let mut head = Head {
        action: 0,
        lead: None,
        lead_words: None,
        support: Names::default(),
        support_words: None,
        acts: false,
        assigned: false,
    };
    let mut at = 0;
    while matches!((word(words, at), word(words, at + 1)), ("đồng", "thời")) {
        at += 2;
        if word(words, at) == "," {
            at += 1;
        }
    }
    at = adverbial(words, at);
    at = assigner(words, at);
    // “Thống nhất giao Sở Y tế …” decides and assigns.
    if matches!((word(words, at), word(words, at + 1)), ("thống", "nhất") | ("đồng", "ý"))
        && word(words, at + 2) == "giao"
        && starts_agency(words, at + 3)
    {
        at += 2;
    }
    if matches!(word(words, at), "giao" | "yêu" | "đề" | "phân" | "chỉ" | "ủy" | "đồng")
    {
        let verb = match (word(words, at), word(words, at + 1), word(words, at + 2)) {
            ("giao", "cho" | "trách", _) => 2,
            ("giao", "nhiệm", "vụ") => 3,
            ("giao", ..) => 1,
            ("yêu", "cầu", _) | ("đề", "nghị", _) | ("phân", "công", _) | ("chỉ", "đạo", _) => {
                2
            }
            _ => 0,
        };
        let behind = at + verb;
        let behind = if word(words, behind) == ":" { behind + 1 } else { behind };
        if verb > 0 && (starts_agency(words, behind) || agencies::list(words, behind).is_some()) {
            head.assigned = true;
            head.lead_words = words.get(at).map(|token| token.range.clone());
            at = behind;
        }
    }
    let start = at;
    let is_person = word(words, at) == "đồng" && word(words, at + 1) == "chí";
    if starts_agency(words, at) || head.assigned || is_person {
        if let Some((names, end)) = agencies::list(words, at) {
            let from = head
                .lead_words
                .take()
                .map_or_else(|| words[start].range.start, |range| range.start);
            at = end;
            head.assigned = head.assigned || !names.agencies.is_empty();
            let mut last = end;
            let mut is_group = true;
            while is_group {
                let before = at;
                if word(words, at) == "("
                    && let Some(close) = words[at..].iter().position(|token| token.is(")"))
                {
                    at += close + 1;
                }
                let mark = match (
                    word(words, at),
                    word(words, at + 1),
                    word(words, at + 2),
                    word(words, at + 3),
                ) {
                    ("chủ", "trì", ..) => 2,
                    ("làm", "đầu", "mối", _) => 3,
                    ("là", "cơ" | "đơn", "quan" | "vị", "chủ") => 5,
                    ("chịu", "trách", "nhiệm", "chủ") => 5,
                    ("có", "trách", "nhiệm", "chủ") => 5,
                    ("có", "trách", "nhiệm", _) => 3,
                    _ => 0,
                };
                if mark > 0 {
                    at += mark;
                    last = at;
                }
                if mark > 0 && word(words, at) == "và" && word(words, at + 1) == "phối" {
                    at += 1;
                }
                let comma = usize::from(word(words, at) == ",");
                let with = support_marker(words, at + comma);
                if with > 0 {
                    let names_at = at + comma + with;
                    if let Some((support, end)) = agencies::list(words, names_at) {
                        head.support_words =
                            Some(words[at + comma].range.start..words[end - 1].range.end);
                        head.support.agencies.extend(support.agencies);
                        at = end;
                    } else {
                        at = names_at;
                        at = unnamed_end(words, at);
                    }
                }
                is_group = at > before;
            }
            let to = words[last - 1].range.end;
            head.lead_words = Some(from..to);
            if !names.agencies.is_empty() || names.persons {
                head.lead = Some(names);
            } else {
                head.lead = None;
            }
        }
    } else if word(words, at) == "chủ"
        && word(words, at + 1) == "trì"
        && support_marker(words, at + 2 + usize::from(word(words, at + 2) == ",")) > 0
    {
        let names_at = at + 2 + usize::from(word(words, at + 2) == ",");
        let with = support_marker(words, names_at);
        match agencies::list(words, names_at + with) {
            Some((support, end)) => {
                head.support_words = Some(words[names_at].range.start..words[end - 1].range.end);
                head.support = support;
                at = end;
            }
            None => at = unnamed_end(words, names_at + with),
        }
    } else if let with @ 1.. = support_marker(words, at) {
        // “Phối hợp với Sở Y tế kiểm tra …” names nobody who leads.
        if let Some((support, end)) = agencies::list(words, at + with)
            && (acts(words, end) || word(words, end) == ",")
        {
            head.support_words = Some(words[at].range.start..words[end - 1].range.end);
            head.support = support;
            at = end;
        }
    }
    if word(words, at) == "," || word(words, at) == ":" {
        at += 1;
    }
    // “căn cứ chỉ đạo của … khẩn trương …”, “theo chức năng, nhiệm vụ, …”
    if head.assigned && !acts(words, at) {
        at = adverbial(words, at);
        let mut search = at;
        while search < words.len()
            && search < at + 16
            && !(OPENERS.len_at(words, search) > 0
                && acts(words, search)
                && word(words, search) != "chỉ")
        {
            search += 1;
        }
        if matches!(word(words, at), "căn" | "theo" | "trên" | "dựa")
            && search < words.len()
            && search < at + 16
        {
            at = search;
        }
    }
    // “UBND các xã còn lại xây dựng …”: words between the name and the verb.
    if head.lead.is_some() && !acts(words, at) {
        for next in at + 1..(at + 9).min(words.len()) {
            let before = word(words, next - 1);
            let is_statement =
                matches!(before, "không" | "được" | "đã" | "là" | "chưa" | "vẫn" | "đang" | "mới");
            if !words[next - 1].is_word() || is_statement {
                break;
            }
            if acts(words, next) {
                at = next;
                break;
            }
        }
    }
    head.action = at;
    head.acts = acts(words, at);
    head
}

/// Returns the token behind “các cơ quan liên quan” and the like.
fn unnamed_end(words: &[Token<'_>], mut at: usize) -> usize {
    let start = at;
    while at < words.len() && at < start + 12 {
        if word(words, at) == "quan" && word(words, at.saturating_sub(1)) == "liên" {
            return at + 1;
        }
        if at > start && acts(words, at) {
            return at;
        }
        at += 1;
    }
    start
}

/// Counts the words that say who supports.
fn support_marker(words: &[Token<'_>], at: usize) -> usize {
    match (
        word(words, at),
        word(words, at + 1),
        word(words, at + 2),
        word(words, at + 3),
        word(words, at + 4),
    ) {
        ("phối", "hợp", "chặt", "chẽ", "với") => 5,
        ("phối", "hợp", "cùng", "với", _) => 4,
        ("phối", "hợp", "với" | "cùng", ..) => 3,
        ("cùng", "với", ..) => 2,
        ("cùng", "phối", "hợp", "với", _) => 4,
        ("cùng", ..) if starts_agency(words, at + 1) => 1,
        _ => 0,
    }
}

/// Passes over a phrase in front of the main clause, up to its comma: “Trên cơ sở …, ”.
fn adverbial(words: &[Token<'_>], at: usize) -> usize {
    const STARTS: [&str; 22] = [
        "trên",
        "căn",
        "theo",
        "trường",
        "khi",
        "để",
        "trước",
        "trong",
        "đến",
        "từ",
        "sau",
        "đối",
        "nhân",
        "cùng",
        "bên",
        "ngoài",
        "tại",
        "nhằm",
        "qua",
        "với",
        "hết",
        "riêng",
    ];
    // “Riêng UBND xã A hoàn thành …” names who acts.
    if word(words, at) == "riêng" && starts_agency(words, at + 1) {
        return at + 1;
    }
    if !STARTS.contains(&word(words, at))
        || VERBS.len_at(words, at) > 0
        || word(words, at) == "cùng" && starts_agency(words, at + 1)
    {
        return at;
    }
    // “Đến hết quý I/2026 hoàn thành …”: a time without a comma.
    let is_time = |word: &str| {
        const TIMES: [&str; 17] = [
            "trong", "trước", "đến", "hết", "từ", "nay", "ngày", "tháng", "quý", "năm", "tuần",
            "đầu", "cuối", "giữa", "nửa", "kỳ", "vụ",
        ];
        TIMES.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_quarter = |n: usize| n > at && word(words, n - 1) == "quý";
    let after = (at..words.len()).find(|n| !is_time(word(words, *n)) && !is_quarter(*n));
    if let Some(after) = after.filter(|after| *after > at + 1 && acts(words, *after)) {
        return after;
    }
    let mut depth = 0i32;
    let mut best = at;
    for n in at..words.len().min(at + 60) {
        match words[n].text {
            "(" => depth += 1,
            ")" => depth -= 1,
            "," | "thì" if depth == 0 => {
                let next = n + 1;
                let told = matches!(word(words, next), "giao" | "yêu" | "đề" | "phân")
                    && starts_agency(words, next + if word(words, next) == "giao" { 1 } else { 2 });
                if told
                    || starts_agency(words, next) && !is_listed(words, at, n)
                    || acts(words, next)
                {
                    best = next;
                    break;
                }
            }
            _ => {}
        }
    }
    best
}

/// Whether agencies are listed inside a phrase: “theo đề nghị của Sở A, Sở B”.
fn is_listed(words: &[Token<'_>], from: usize, comma: usize) -> bool {
    let recent = from.max(comma.saturating_sub(8));
    (recent..comma).any(|n| starts_agency(words, n))
        && words[from..comma].iter().any(|token| token.low == "của" || token.low == "nghị")
}

/// Passes over “UBND tỉnh yêu cầu”, whose subject is who issued the letter.
fn assigner(words: &[Token<'_>], at: usize) -> usize {
    let Some(end) = agencies::list(words, at).map(|(_, end)| end) else { return at };
    let told = matches!(
        (word(words, end), word(words, end + 1)),
        ("yêu", "cầu") | ("đề", "nghị") | ("phân", "công") | ("giao", _)
    );
    let behind = end + if word(words, end) == "giao" { 1 } else { 2 };
    if told && starts_agency(words, behind) { end } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clauses of a text: what each is, who leads, its words.
    fn cut(text: &str) -> Vec<String> {
        let all = clauses(text).into_iter();
        all.map(|clause| {
            let role = match clause.role {
                Role::Task => "task",
                Role::Closing => "end",
                Role::Nothing(why) => why.name(),
            };
            let lead = clause.lead.unwrap_or_default().agencies;
            let lead: Vec<&str> = lead.iter().map(|one| one.name.as_str()).collect();
            format!("{role} [{}] {}", lead.join("; "), &text[clause.action..clause.range.end])
        })
        .collect()
    }

    #[test]
    fn ends_with_an_object_of_their_own_are_tasks() {
        for (text, wanted) in [
            ("hoàn thành 12 trạm y tế xã trước ngày 30/11/2025", "task"),
            ("hoàn thành 80% trước ngày 30/9/2025", "end"),
            ("hoàn thành và đưa vào sử dụng trước ngày 30/9/2025", "end"),
            ("đưa vào sử dụng 12 phòng học trước ngày 30/9/2025", "task"),
            ("báo cáo UBND tỉnh tình hình thu, chi trước ngày 20/9/2025", "task"),
            ("báo cáo UBND tỉnh tình hình thực hiện trước ngày 20/9/2025", "end"),
            ("báo cáo UBND tỉnh trước ngày 20/9/2025", "end"),
        ] {
            let found = cut(text);
            assert!(found.len() == 1 && found[0].starts_with(wanted), "{text}: {found:?}");
        }
    }

    #[test]
    fn who_is_told_stands_behind_other_words() {
        for (text, wanted) in [
            ("Thống nhất giao Sở Y tế thuê trụ sở tạm", "task [Sở Y tế] thuê trụ sở tạm"),
            (
                "Riêng UBND xã Nậm Tàu và UBND xã Khau Lĩnh hoàn thành bàn giao mặt bằng",
                "task [UBND xã Nậm Tàu; UBND xã Khau Lĩnh] hoàn thành bàn giao mặt bằng",
            ),
            (
                "Các sở: Tài chính, Y tế trả lời cử tri bằng văn bản",
                "task [Sở Tài chính; Sở Y tế] trả lời cử tri bằng văn bản",
            ),
            (
                "Đề nghị Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh phát động ủng hộ",
                "task [Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh] phát động ủng hộ",
            ),
            (
                "Sở Xây dựng và Công an tỉnh thành lập đoàn kiểm tra",
                "task [Sở Xây dựng; Công an tỉnh] thành lập đoàn kiểm tra",
            ),
        ] {
            assert_eq!(cut(text), [wanted], "{text}");
        }
        assert!(cut("Đồng ý cho Sở Y tế thuê trụ sở tạm")[0].starts_with("decision"));
    }

    #[test]
    fn what_others_are_told_to_do_is_one_task() {
        let text = "Hướng dẫn các xã, phường đo đạc, lập hồ sơ địa chính";
        assert_eq!(cut(text), [format!("task [] {text}")]);
        assert_eq!(cut("Theo dõi diễn biến dịch bệnh, chuẩn bị đủ vắc xin cho vụ đông").len(), 2);
    }
}
