//! Reads the mark with which an item of a list was typed.

/// The mark of an item: `-`, `*`, `+`, or a number with `.` or `)`.
pub(super) struct Marker<'s> {
    /// The number.
    pub(super) number: Option<u64>,
    /// The mark without its number.
    pub(super) mark: &'s str,
    /// The whole mark as typed.
    pub(super) text: &'s str,
}

impl<'s> Marker<'s> {
    /// Reads the mark of the item, or of the list's first item, that begins at a byte of the source.
    pub(super) fn at(source: &'s str, at: usize) -> Self {
        let item = source.get(at..).unwrap_or_default().trim_start_matches([' ', '\t']);
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        let end = (digits + 1).min(item.len());
        let text = item.get(..end).unwrap_or_default();
        Marker {
            number: text[..digits.min(text.len())].parse().ok(),
            mark: &text[digits.min(text.len())..],
            text,
        }
    }

    /// Returns whether a reader sees the mark itself rather than a dot.
    pub(super) fn is_text(&self) -> bool {
        self.number.is_some() || self.mark == "+"
    }
}
