//! Finds characters that cannot be seen or that change the direction of the text around them.

use crate::vietnamese::letters::is_invisible;

/// Returns the first such character of a line and its position.
///
/// Emoji may keep their joiners and variation selectors, a line may end in CR LF, and the first
/// line of a text may begin with a byte order mark.
pub(super) fn first_invisible(line: &str, is_first_line: bool) -> Option<(usize, char)> {
    // The last character that is not itself a modifier: the base of a joiner or selector.
    let mut base = None;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let is_allowed = match c {
            '\n' | '\t' => true,
            '\r' => next == Some('\n'),
            '\u{feff}' => is_first_line && at == 0,
            '\u{200d}' => base.is_some_and(is_emoji) && next.is_some_and(is_emoji),
            '\u{fe0e}' | '\u{fe0f}' => base.is_some_and(takes_selector),
            _ => !c.is_control() && !is_invisible(c),
        };
        if !is_allowed {
            return Some((at, c));
        }
        if !matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}') {
            base = Some(c);
        }
    }
    None
}

fn is_emoji(c: char) -> bool {
    matches!(c,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | '〰' | '〽' | '㊗' | '㊙'
        | '\u{2190}'..='\u{21ff}'
        | '\u{2300}'..='\u{23ff}'
        | '\u{24c2}'
        | '\u{25a0}'..='\u{27bf}'
        | '\u{2900}'..='\u{297f}'
        | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}')
}

/// Returns whether a variation selector may follow. Digits take one inside a keycap.
fn takes_selector(c: char) -> bool {
    is_emoji(c) || matches!(c, '0'..='9' | '#' | '*')
}
