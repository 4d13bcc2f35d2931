//! Escapes plain text for Markdown.

/// Escapes a text so that Markdown shows it unchanged, on one line.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~'
            | '!' => {
                out.extend(['\\', c]);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_is_taken_for_markup() {
        assert_eq!(escaped("**a** <b>\n# {{x}}"), r"\*\*a\*\* \<b\> \# \{\{x\}\}");
        assert_eq!(escaped("Sở Y tế, 5/7"), "Sở Y tế, 5/7");
    }
}
