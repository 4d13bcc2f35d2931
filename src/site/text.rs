//! Shortens texts and splits them into lines.

/// Shortens a text to at most `limit` characters, cutting between words.
pub fn cut(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let at = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..at].trim_end_matches([',', '.', ';', ':']))
}

/// The lines of a text that hold something.
pub(super) fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// Splits a text at empty lines into paragraphs, and each paragraph into its lines.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(|lines| lines.iter().map(|line| (*line).to_owned()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_lines_and_empty_lines_part_paragraphs() {
        let text = "Đã họp:\r\n - tổ 1\n- tổ 2\n\n\n  Tuần sau họp tiếp.\n";
        let expected = [vec!["Đã họp:", "- tổ 1", "- tổ 2"], vec!["Tuần sau họp tiếp."]];
        assert_eq!(paragraphs(text), expected);
        assert_eq!(paragraphs(" \n"), Vec::<Vec<String>>::new());
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        assert_eq!(cut("một hai ba", 10), "một hai ba");
        assert_eq!(cut("một hai, ba bốn", 10), "một hai…");
        assert_eq!(cut("mộthaibabốn", 5), "mộtha…");
    }
}
