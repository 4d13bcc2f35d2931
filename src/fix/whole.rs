//! What a whole file needs: no byte order mark, one kind of line ends, normal form C, a last line
//! that ends.

use crate::vietnamese::nfc;

/// What was done to a whole file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// A byte order mark was taken away.
    pub mark: bool,
    /// So many lines ended in the way of Windows or of old Macs.
    pub line_ends: usize,
    /// Letters were put together with their accents.
    pub decomposed: bool,
    /// The last line was ended.
    pub last_line: bool,
}

/// The text as it should be, and what was done to it.
pub(super) fn normal(text: &str) -> (String, Whole) {
    let mut whole = Whole::default();
    let mut plain = text.trim_start_matches('\u{feff}');
    whole.mark = plain.len() < text.len();
    let unix;
    if plain.contains('\r') {
        let windows = plain.matches("\r\n").count();
        whole.line_ends = windows + plain.matches('\r').count() - windows;
        unix = plain.replace("\r\n", "\n").replace('\r', "\n");
        plain = &unix;
    }
    let mut composed = nfc(plain).into_owned();
    whole.decomposed = composed != plain;
    if !composed.is_empty() && !composed.ends_with('\n') {
        composed.push('\n');
        whole.last_line = true;
    }
    (composed, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_file_is_put_in_order_once() {
        let read = "\u{feff}title: Vie\u{302}\u{323}c\r\nkind: a\rlead: b";
        let (plain, whole) = normal(read);
        assert_eq!(plain, "title: Việc\nkind: a\nlead: b\n");
        assert_eq!(whole, Whole { mark: true, line_ends: 2, decomposed: true, last_line: true });
        assert_eq!(normal(&plain), (plain.clone(), Whole::default()));
        assert_eq!(normal(""), (String::new(), Whole::default()));
    }
}
