//! Reads the labels in front of paragraphs: `Điều 2.`, `III.`, `1.1.`, `a)`, `-`.

/// The number or bullet of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The form of the label.
    pub level: Level,
    /// The label without its closing mark: `III`, `1.1`, `đ`, `-`.
    pub printed: String,
    /// The last number of the label: 3 of `III`, 1 of `2.1`; 0 of a bullet.
    pub value: u32,
}

/// The form of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// `Phần I`, `PHẦN THỨ NHẤT`.
    Part,
    /// `Điều 2`.
    Article,
    /// `III.`
    Roman,
    /// `Một là,`, `Thứ hai,`
    Ordinal,
    /// `B.`
    Capital,
    /// `2.`, `2.1.`, `2.1.3.`: the count of its numbers.
    Number(usize),
    /// `2)`, `(2)`
    Paren,
    /// `đ)`
    Letter,
    /// `-`, `•`
    Dash,
    /// `+`
    Plus,
}

impl Level {
    /// Returns whether the label is a bullet, which counts nothing.
    pub fn is_bullet(self) -> bool {
        matches!(self, Level::Dash | Level::Plus)
    }
}

/// The letters that number items, in their order.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Reads the label at the start of a line. Returns it with the length in bytes of everything before
/// the text.
pub fn typed(line: &str) -> Option<(Label, usize)> {
    let (label, length) = front(line)?;
    let rest = &line[length..];
    let spaces = rest.len() - rest.trim_start().len();
    Some((label, length + spaces))
}

/// Reads the label that a word processor counts.
pub(super) fn counted(text: &str) -> Option<Label> {
    let text = text.trim();
    if let Some((label, _)) =
        front(&format!("{text} x")).filter(|(_, length)| *length >= text.len())
    {
        return Some(label);
    }
    front(&format!("{text}. x")).map(|(label, _)| label)
}

fn front(line: &str) -> Option<(Label, usize)> {
    let label = |level, printed: &str, value| Label { level, printed: printed.to_owned(), value };
    let first = line.chars().next()?;
    let behind = &line[first.len_utf8()..];
    let is_bare = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_digit() || "-_".contains(c));
    match first {
        '-' | '–' | '—' if is_bare(behind) => {
            return Some((label(Level::Dash, "-", 0), first.len_utf8()));
        }
        '•' | '●' | '▪' | '■' | '◦' | '○' | '❖' | '➢' | '✓' | '·' | '\u{f0b7}' | '\u{f0a7}' =>
        {
            return Some((label(Level::Dash, "-", 0), first.len_utf8()));
        }
        '*' if behind.starts_with(' ') => return Some((label(Level::Dash, "-", 0), 1)),
        '+' if is_bare(behind) => return Some((label(Level::Plus, "+", 0), 1)),
        _ => {}
    }
    for (word, level) in [("điều", Level::Article), ("phần", Level::Part)] {
        if let Some(found) = worded(line, word, level) {
            return Some(found);
        }
    }
    if let Some(found) = ordinal(line) {
        return Some(found);
    }
    if let Some(inside) = line.strip_prefix('(') {
        let (inside, rest) = inside.split_once(')')?;
        let value = number_or_letter(inside)?;
        let is_fit = rest.starts_with(' ') || rest.starts_with(char::is_alphabetic);
        return is_fit.then(|| (label(Level::Paren, inside, value), inside.len() + 2));
    }
    let head: &str =
        line.split(|c: char| c.is_whitespace() || matches!(c, ')' | '/' | '-' | '–')).next()?;
    let closed = line[head.len()..].starts_with([')', '/']) || dashed(&line[head.len()..]);
    if first.is_ascii_digit() {
        return numbered(line, closed);
    }
    // `a)`, `b.`, `IV.`, `A.`, `II/`
    let (name, close) = match head.find('.') {
        Some(at) => (&head[..at], true),
        None => (head, closed),
    };
    let mark = line[name.len()..].chars().next()?;
    let length = name.len() + mark.len_utf8();
    let rest = line.get(length..)?;
    let follows = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let tight = rest.starts_with(|c: char| c.is_alphabetic() && c.is_uppercase());
    if !close || !(follows || tight) || name.is_empty() {
        return None;
    }
    let mut letters = name.chars();
    let (one, more) = (letters.next()?, letters.next());
    if more.is_none() && one.is_lowercase() && (follows || line[name.len()..].starts_with(')')) {
        let value = number_or_letter(name)?;
        return Some((label(Level::Letter, name, value), length));
    }
    if !follows && more.is_none() {
        return None;
    }
    if let Some(value) = roman(name) {
        // `C.` and `D.` are letters; a series of capitals gets to `I` rarely.
        if !matches!(name, "C" | "D" | "L" | "M") {
            return Some((label(Level::Roman, name, value), length));
        }
    }
    let value = number_or_letter(&name.to_lowercase())?;
    (more.is_none() && one.is_uppercase()).then(|| (label(Level::Capital, name, value), length))
}

/// Whether a dash closes a label, as in letters of the party: `I- `, `2.1- `.
fn dashed(rest: &str) -> bool {
    let behind = rest.strip_prefix(['-', '–']);
    behind.is_some_and(|behind| {
        let word = behind.trim_start();
        behind.starts_with(' ') && word.starts_with(|c: char| c.is_alphabetic())
            || behind.starts_with(char::is_uppercase)
    })
}

/// Reads `2.`, `2)`, `2/`, `2.1`, `2.1.`.
fn numbered(line: &str, closed: bool) -> Option<(Label, usize)> {
    let bytes = line.as_bytes();
    let mut at = 0;
    let mut numbers: Vec<&str> = Vec::new();
    loop {
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 || digits > 2 {
            break;
        }
        numbers.push(&line[at..at + digits]);
        at += digits;
        let goes_on = bytes.get(at) == Some(&b'.')
            && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
            && numbers.len() < 5;
        if !goes_on {
            break;
        }
        at += 1;
    }
    let value = numbers.last()?.parse().ok()?;
    let printed = &line[..at];
    let rest = &line[at..];
    let label = |level| Label { level, printed: printed.to_owned(), value };
    if numbers.len() == 1 && value == 0 {
        return None;
    }
    let opens = |rest: &str| {
        rest.is_empty()
            || rest
                .starts_with(|c: char| c.is_whitespace() || c.is_alphabetic() || "“\"(".contains(c))
    };
    if let Some(after) = rest.strip_prefix('.') {
        return opens(after).then(|| (label(Level::Number(numbers.len())), at + 1));
    }
    if closed && numbers.len() == 1 {
        if let Some(after) = rest.strip_prefix(')') {
            return opens(after).then(|| (label(Level::Paren), at + 1));
        }
        if let Some(after) = rest.strip_prefix('/') {
            return after.starts_with(' ').then(|| (label(Level::Number(1)), at + 1));
        }
    }
    if dashed(rest) {
        let dash = rest.chars().next()?.len_utf8();
        return Some((label(Level::Number(numbers.len())), at + dash));
    }
    let is_pair = numbers.len() >= 2 && numbers.iter().all(|number| !number.starts_with('0'));
    (is_pair && rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase))
        .then(|| (label(Level::Number(numbers.len())), at))
}

/// Reads `Một là,` and `Thứ hai,`.
fn ordinal(line: &str) -> Option<(Label, usize)> {
    const COUNTS: [&str; 10] =
        ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    const ORDERS: [&str; 10] =
        ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let (head, _) = line.split_once([',', ':'])?;
    if !head.starts_with(char::is_uppercase) || head.chars().count() > 12 {
        return None;
    }
    let low = head.to_lowercase();
    let at = match low.strip_suffix(" là") {
        Some(count) => COUNTS.iter().position(|known| *known == count)?,
        None => ORDERS.iter().position(|known| low.strip_prefix("thứ ") == Some(known))?,
    };
    let value = u32::try_from(at).ok()? + 1;
    Some((Label { level: Level::Ordinal, printed: value.to_string(), value }, head.len() + 1))
}

/// Reads `Điều 2.` or `Phần thứ nhất`.
fn worded(line: &str, word: &str, level: Level) -> Option<(Label, usize)> {
    let mut words = line.split(' ');
    let head = words.next()?;
    if head.to_lowercase() != word || !head.starts_with(char::is_uppercase) {
        return None;
    }
    let mut length = head.len() + 1;
    let mut number = words.next()?;
    if number.to_lowercase() == "thứ" {
        length += number.len() + 1;
        number = words.next()?;
    }
    let bare = number.trim_end_matches(['.', ':']);
    let ordinals = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy"];
    let ordinal = ordinals.iter().position(|ordinal| *ordinal == bare.to_lowercase());
    let value = match (bare.parse::<u32>(), roman(bare), ordinal) {
        (Ok(value), _, _) => value,
        (_, Some(value), _) => value,
        (_, _, Some(at)) if level == Level::Part => u32::try_from(at).ok()? + 1,
        _ => return None,
    };
    // “Điều 5 của Nghị định …” cites an article.
    let is_closed = bare.len() < number.len();
    let end = length + number.len();
    if !is_closed && level == Level::Article && !line[end..].trim().is_empty() {
        return None;
    }
    Some((Label { level, printed: line[..length + bare.len()].to_owned(), value }, end))
}

fn number_or_letter(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse::<u32>() {
        return (1..100).contains(&number).then_some(number);
    }
    let mut letters = text.chars();
    let one = letters.next().filter(|_| letters.clone().next().is_none())?;
    let at = LETTERS.chars().position(|letter| letter == one)?;
    u32::try_from(at).ok().map(|at| at + 1)
}

/// Reads a Roman number up to 39.
pub fn roman(text: &str) -> Option<u32> {
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        'D' => Some(500),
        'M' => Some(1000),
        _ => None,
    };
    let values: Vec<i32> = text.chars().map(value).collect::<Option<_>>()?;
    let (mut sum, mut last) = (0, 0);
    for value in values.into_iter().rev() {
        if value < last {
            sum -= value;
        } else {
            sum += value;
        }
        last = last.max(value);
    }
    (text.len() <= 8).then(|| u32::try_from(sum).ok()).flatten().filter(|sum| *sum > 0)
}

/// Writes a Roman number.
pub(super) fn as_roman(mut n: u32) -> String {
    let mut text = String::new();
    for (value, letters) in
        [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    {
        while n >= value {
            text.push_str(letters);
            n -= value;
        }
    }
    text
}

/// Returns the letter that numbers the n-th item in Vietnamese order, from 1.
pub(super) fn as_letter(n: u32) -> Option<char> {
    "abcdefghijklmnopqrstuvwxyz".chars().nth(usize::try_from(n).ok()?.checked_sub(1)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_text() {
        for (line, printed, level) in [
            ("Điều 2. Nhiệm vụ", "Điều 2", Level::Article),
            ("PHẦN THỨ BA", "PHẦN THỨ BA", Level::Part),
            ("III. NHIỆM VỤ", "III", Level::Roman),
            ("I- QUAN ĐIỂM", "I", Level::Roman),
            ("C. PHÂN CÔNG", "C", Level::Capital),
            ("2.1- Đảng ủy", "2.1", Level::Number(2)),
            ("1.Đẩy mạnh", "1", Level::Number(1)),
            ("đ) Rà soát", "đ", Level::Letter),
            ("2) Lập danh sách", "2", Level::Paren),
            ("Hai là, rà soát", "2", Level::Ordinal),
            ("– Kiểm tra", "-", Level::Dash),
        ] {
            let (label, length) = typed(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((label.printed.as_str(), label.level), (printed, level), "{line}");
            assert!(line.is_char_boundary(length), "{line}");
        }
        for line in
            ["30.6 là hạn", "2.000 hộ", "2024. Năm", "TP. Đông Lâm", "Điều 5 của Luật", "-5 độ"]
        {
            assert_eq!(typed(line), None, "{line}");
        }
    }

    #[test]
    fn roman_numbers_are_read_as_they_are_written() {
        for n in 1..40 {
            assert_eq!(roman(&as_roman(n)), Some(n));
        }
    }
}
