//! Characters that YAML reads differently than people do: lookalikes of a hyphen, colon, space or
//! quotation mark, and marks that lack their space or their partner.

use std::ops::Range;

/// Typographic quotation marks, which are ordinary letters to YAML.
pub(crate) const CURLY: [char; 10] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '″', '＂'];

/// Characters that word processors put in place of a list item's hyphen.
const HYPHENS: [char; 14] =
    ['–', '—', '−', '‐', '‑', '‒', '―', '－', '﹣', '•', '·', '▪', '●', '◦'];

/// Characters that look like a colon.
const COLONS: [char; 3] = ['：', '∶', '﹕'];

/// Letters of other alphabets that look like Latin ones, each followed by the Latin letter.
const LETTERS: &str = "аaсcеeоoрpхxуyіiѕsјjһhԁdοoαaνvιiκkρpτtυuıi";

/// Whether a byte may be part of a key.
pub(super) fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte == b'_'
}

/// Finds a character at the start of an item that was typed in place of its hyphen. A space after
/// it is not required.
pub(super) fn hyphen(item: &str) -> Option<Range<usize>> {
    // These two are list markers of Markdown, and no text begins with one and a space.
    if item.starts_with("* ") || item.starts_with("+ ") {
        return Some(0..1);
    }
    let first = item.chars().next().filter(|first| HYPHENS.contains(first))?;
    let rest = &item[first.len_utf8()..];
    let joined = rest.starts_with(|c: char| c.is_whitespace() || c.is_alphanumeric());
    joined.then(|| 0..first.len_utf8())
}

/// Finds a character that was typed in place of the colon after a key, in a line without its
/// indentation.
pub(super) fn colon(body: &str) -> Option<Range<usize>> {
    let at = body.find(|c: char| !c.is_ascii_lowercase() && c != '_').filter(|at| *at > 0)?;
    let sign = body[at..].chars().next().filter(|sign| COLONS.contains(sign))?;
    Some(at..at + sign.len_utf8())
}

/// Finds the first letter of another alphabet in an otherwise valid key. Returns its range and the
/// key in Latin letters.
pub(super) fn foreign_letter(key: &str) -> Option<(Range<usize>, String)> {
    let (at, odd) = key.char_indices().find(|(_, c)| !c.is_ascii())?;
    let latin: Option<String> = key.chars().map(latin).collect();
    latin.map(|latin| (at..at + odd.len_utf8(), latin))
}

/// Returns the letter of a key that this character is or looks like.
fn latin(c: char) -> Option<char> {
    match c {
        'a'..='z' | '_' => Some(c),
        // Full-width letters.
        'ａ'..='ｚ' => char::from_u32(u32::from(c) - u32::from('ａ') + u32::from('a')),
        '＿' => Some('_'),
        _ => {
            let mut pairs = LETTERS.chars();
            std::iter::from_fn(|| Some((pairs.next()?, pairs.next()?)))
                .find(|(odd, _)| *odd == c)
                .map(|(_, latin)| latin)
        }
    }
}

/// Finds every character that looks like a space but is not one to YAML.
pub(super) fn odd_spaces(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.char_indices().filter(|(_, c)| is_odd_space(*c)).map(|(at, c)| at..at + c.len_utf8())
}

/// Whether a character looks like a space but is not one to YAML.
pub(super) fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Finds the first curly mark at either end of a key. Returns its range and the key without the
/// marks.
pub(super) fn quotes_around_key(key: &str) -> Option<(Range<usize>, &str)> {
    let mark = match (key.chars().next()?, key.chars().next_back()?) {
        (first, _) if CURLY.contains(&first) => 0..first.len_utf8(),
        (_, last) if CURLY.contains(&last) => key.len() - last.len_utf8()..key.len(),
        _ => return None,
    };
    let name = key.trim_matches(|c: char| CURLY.contains(&c) || matches!(c, '"' | '\''));
    Some((mark, name.trim()))
}

/// Finds a curly mark that opens a value which needs straight ones: the value contains a colon or
/// continues on the next line.
pub(super) fn quote_before_value(value: &str) -> Option<Range<usize>> {
    let first = value.chars().next().filter(|first| CURLY.contains(first))?;
    let rest = &value[first.len_utf8()..];
    let unfit = rest.contains(": ") || !rest.contains(CURLY);
    unfit.then(|| 0..first.len_utf8())
}

/// Returns the value in straight marks, if it has no other marks inside.
pub(super) fn straightened(value: &str) -> Option<String> {
    let inner = value.strip_prefix(CURLY)?.strip_suffix(CURLY)?;
    let plain = !inner.contains(CURLY) && !inner.contains(['"', '\\']);
    plain.then(|| format!("\"{inner}\""))
}

/// Finds the missing space in a key that includes its value, such as `before:2021-07-25`.
pub(super) fn missing_space(key: &str) -> Option<Range<usize>> {
    let (name, value) = key.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(is_key_byte);
    let is_value = !value.is_empty() && !value.starts_with("//");
    (is_name && is_value).then(|| name.len() + 1..name.len() + 1)
}

/// Whether a key begins with the hyphen of its item, as in `-date`.
pub(super) fn joins_its_hyphen(key: &str) -> bool {
    let item = key.strip_prefix('-').unwrap_or_default();
    item.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Finds the tab among the blanks at the end of a text. Before a block they are its indentation.
pub(super) fn tab_before(text: &str) -> Option<Range<usize>> {
    let blanks = text.trim_end_matches([' ', '\t']).len();
    let tab = blanks + text[blanks..].find('\t')?;
    Some(tab..tab + 1)
}

/// Finds the first backslash that does not begin an escape of YAML's double quotes.
pub(super) fn unknown_escape(text: &str) -> Option<usize> {
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            let (_, escaped) = characters.next()?;
            if !"0abtnvfe \"/\\N_LP\t\n\r".contains(escaped) {
                return Some(at);
            }
        }
    }
    None
}

/// Finds the first bracket that is opened and not closed.
pub(super) fn unclosed_bracket(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '[' | '{' => open.push(at),
            ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
    }
    open.first().copied()
}

/// Finds the escape of a character in a text in double quotes. Returns the whole range if there is
/// none.
pub(super) fn escape_of(quoted: &str, wanted: char) -> Range<usize> {
    let mut from = 0;
    while let Some(at) = quoted[from..].find('\\').map(|n| from + n) {
        let sign = quoted[at + 1..].chars().next().unwrap_or_default();
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let end = at + 1 + sign.len_utf8() + digits;
        let named = match sign {
            '0' => Some('\0'),
            'a' => Some('\u{7}'),
            'b' => Some('\u{8}'),
            'v' => Some('\u{b}'),
            'f' => Some('\u{c}'),
            'r' => Some('\r'),
            'e' => Some('\u{1b}'),
            'N' => Some('\u{85}'),
            'L' => Some('\u{2028}'),
            'P' => Some('\u{2029}'),
            _ => quoted
                .get(end - digits..end)
                .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                .and_then(char::from_u32),
        };
        if named == Some(wanted) {
            return at..end;
        }
        from = end.min(quoted.len());
        while !quoted.is_char_boundary(from) {
            from -= 1;
        }
    }
    0..quoted.len()
}
