//! Detects files whose line ends alone were changed on the way, as FTP in text mode does.

use crate::output::manifest::Entry;

/// Whether some way of writing the line ends of `bytes` gives the file that the entry describes.
pub(super) fn differ_alone(entry: &Entry, bytes: &[u8]) -> bool {
    let lines = without_returns(bytes, usize::MAX);
    // A picture or workbook has bytes that only look like line ends: there, one was put before each.
    [with_returns(&lines), without_returns(bytes, 1), lines]
        .iter()
        .any(|candidate| entry.describes(candidate))
}

/// The largest size that a file of this entry can get by other line ends.
pub(super) fn largest(entry: &Entry) -> u64 {
    entry.size.saturating_mul(2).saturating_add(1)
}

/// Removes up to `most` returns before each line feed and at the end.
fn without_returns(bytes: &[u8], most: usize) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    let strip = |kept: &mut Vec<u8>| {
        for _ in 0..most {
            if kept.last() != Some(&b'\r') {
                break;
            }
            kept.pop();
        }
    };
    for &byte in bytes {
        if byte == b'\n' {
            strip(&mut kept);
        }
        kept.push(byte);
    }
    strip(&mut kept);
    kept
}

/// Puts a return before each line feed.
fn with_returns(bytes: &[u8]) -> Vec<u8> {
    let mut longer = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    for &byte in bytes {
        if byte == b'\n' {
            longer.push(b'\r');
        }
        longer.push(byte);
    }
    longer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::manifest::sha256;

    fn of(bytes: &[u8]) -> Entry {
        Entry { sha256: sha256(bytes), size: bytes.len() as u64, path: "a".to_owned() }
    }

    #[test]
    fn other_line_ends_are_told_from_other_text() {
        for (written, arrived) in [
            (&b"a\nb\n"[..], &b"a\r\nb\r\n"[..]),
            (b"a\r\nb\r\n", b"a\nb\n"),
            (b"a\r\nb\r\n", b"a\r\r\nb\r\r\n"),
            (b"a\nb", b"a\r\nb\r"),
            (b"PK\x03\r\n\0\n\r\0", b"PK\x03\r\r\n\0\r\n\r\0"),
        ] {
            assert!(differ_alone(&of(written), arrived), "{written:?} {arrived:?}");
            assert!(arrived.len() as u64 <= largest(&of(written)));
        }
        for (written, arrived) in
            [(&b"a\nb\n"[..], &b"a\nc\n"[..]), (b"a\nb\n", b"a\r\nb\r\n<a>"), (b"ab", b"a\rb")]
        {
            assert!(!differ_alone(&of(written), arrived), "{written:?} {arrived:?}");
        }
    }
}
