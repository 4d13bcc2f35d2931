//! Changes a text by its lines, so that those that stay keep every byte.

use crate::vietnamese::nfc;

/// Returns the new text of a file, of which `typed` was typed in a form: browsers send every line end
/// as CRLF. Lines before and after the first and the last that differ keep their bytes; new lines
/// get the line end of the file.
pub fn merged(old: &str, typed: &str) -> String {
    let line_end = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
    let new: Vec<&str> = typed.split('\n').collect();
    // Each line without its line end, and the line end. The last has none.
    let mut kept: Vec<(&str, &str)> = (old.split_inclusive('\n'))
        .map(|line| {
            let bare = line.strip_suffix('\n').map_or(line, |line| line.trim_end_matches('\r'));
            line.split_at(bare.len())
        })
        .collect();
    if kept.last().is_none_or(|(_, end)| !end.is_empty()) {
        kept.push(("", ""));
    }
    let same = |old: &str, new: &str| old == new || nfc(old) == nfc(new);
    let most = kept.len().min(new.len());
    let front = (0..most).take_while(|n| same(kept[*n].0, new[*n])).count();
    let back = (0..most - front)
        .take_while(|n| same(kept[kept.len() - 1 - n].0, new[new.len() - 1 - n]))
        .count();
    let mut text = String::with_capacity(old.len().max(typed.len()));
    for (n, line) in new.iter().enumerate() {
        let stays = match n {
            n if n < front => Some(kept[n]),
            n if n >= new.len() - back => Some(kept[n + kept.len() - new.len()]),
            _ => None,
        };
        match stays {
            Some((line, _)) => text.push_str(line),
            None => text.push_str(&nfc(line)),
        }
        if n + 1 < new.len() {
            let end = stays.map(|(_, end)| end).filter(|end| !end.is_empty());
            text.push_str(end.unwrap_or(line_end));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_that_stay_keep_their_bytes() {
        for (old, typed, new) in [
            ("a\r\nb\r\nc\r\n", "a\r\nx\r\nc\r\n", "a\r\nx\r\nc\r\n"),
            ("a\nb\nc\n", "a\r\nx\r\ny\r\nc\r\n", "a\nx\ny\nc\n"),
            ("a\r\nb\nc\n", "a\r\nb\r\nd\r\n", "a\r\nb\nd\r\n"),
            ("a\n", "a\r\nb", "a\nb"),
            ("a", "a\r\nb\r\n", "a\nb\n"),
            ("a\nb\n", "a\r\n", "a\n"),
            ("Vie\u{302}\u{323}c\na\n", "Việc\r\nb\r\n", "Vie\u{302}\u{323}c\nb\n"),
            ("", "a\r\n", "a\n"),
            ("a\n", "", ""),
        ] {
            assert_eq!(merged(old, typed), new, "{old:?} {typed:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_typed_is_what_stands_there(old in "[ab\n]{0,12}", typed in "[ab\n]{0,12}") {
            let sent = typed.replace('\n', "\r\n");
            prop_assert_eq!(merged(&old, &sent), typed.clone());
            let windows = old.replace('\n', "\r\n");
            prop_assert_eq!(merged(&windows, &sent).replace("\r\n", "\n"), typed);
            prop_assert_eq!(merged(&windows, &windows), windows);
        }
    }
}
