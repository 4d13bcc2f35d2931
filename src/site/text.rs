//! Shortens texts.

/// Shortens a text to at most `limit` characters, cutting between words.
pub(super) fn cut(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let at = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..at].trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_are_cut_between_words() {
        assert_eq!(cut("một hai ba", 10), "một hai ba");
        assert_eq!(cut("một hai, ba bốn", 10), "một hai…");
        assert_eq!(cut("mộthaibabốn", 5), "mộtha…");
    }
}
