//! Normalises a whole file: no byte order mark, Unix line ends, normal form C, a final line end.

use crate::vietnamese::nfc;

/// The changes to a whole file, which a diff would not show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WholeFileChanges {
    /// Whether a byte order mark was removed.
    pub mark: bool,
    /// Number of lines with the line ends of Windows or of old Macs.
    pub line_ends: usize,
    /// Whether letters and combining accents were composed.
    pub decomposed: bool,
    /// Whether the last line got a line end.
    pub last_line: bool,
}

/// Normalises a text and returns what was changed.
pub(super) fn normalize(text: &str) -> (String, WholeFileChanges) {
    let mut whole = WholeFileChanges::default();
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
    fn a_file_is_normalized_once() {
        let read = "\u{feff}title: Vie\u{302}\u{323}c\r\nkind: a\rlead: b";
        let (plain, whole) = normalize(read);
        assert_eq!(plain, "title: Việc\nkind: a\nlead: b\n");
        assert_eq!(
            whole,
            WholeFileChanges { mark: true, line_ends: 2, decomposed: true, last_line: true }
        );
        assert_eq!(normalize(&plain), (plain.clone(), WholeFileChanges::default()));
        assert_eq!(normalize(""), (String::new(), WholeFileChanges::default()));
    }
}
