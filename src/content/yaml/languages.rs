//! Texts in several languages: `title: {vi: …, en: …}` in place of `title: …`.
//!
//! A record holds one language. Before it is read, the text in the chosen language takes the place
//! of the mapping, and everything else of the mapping is overwritten with blanks, which keeps all
//! positions. If a text lacks the chosen language, it is read in the one it has.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::{Index, NodeId, Style};

/// The languages of texts, as records name them.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Which texts of a file may be written in several languages, and which language is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choice {
    /// The paths of the texts, such as `priorities[].title`.
    pub keys: &'static [&'static str],
    /// The language that is read.
    pub language: &'static str,
}

/// Returns the YAML in `range` of `text` with every text in one language.
pub(super) fn choose<'t>(
    index: &mut Index,
    text: &'t str,
    range: Range<usize>,
    choice: Choice,
) -> Cow<'t, str> {
    let yaml = &text[range.clone()];
    if choice.keys.is_empty() {
        return Cow::Borrowed(yaml);
    }
    let found: Vec<(NodeId, NodeId)> = (0..index.nodes().len() as NodeId)
        .filter_map(|id| Some((id, chosen(index, id, choice)?)))
        .collect();
    if found.is_empty() {
        return Cow::Borrowed(yaml);
    }
    let mut bytes = yaml.as_bytes().to_vec();
    for (id, chosen) in found {
        let whole = index.nodes()[id as usize].value.clone();
        let kept = index.nodes()[chosen as usize].value.clone();
        for part in [whole.start..kept.start, kept.end..whole.end.max(kept.end)] {
            let part = part.start.saturating_sub(range.start)..part.end.saturating_sub(range.start);
            for byte in bytes.get_mut(part).unwrap_or_default() {
                if !matches!(byte, b'\n' | b'\r') {
                    *byte = b' ';
                }
            }
        }
        index.choose(id, chosen);
    }
    // Whole texts were overwritten, so the rest is UTF-8.
    String::from_utf8(bytes).map_or(Cow::Borrowed(yaml), Cow::Owned)
}

/// The entry that stands for a mapping of languages. `None` if the node is anything else.
fn chosen(index: &Index, id: NodeId, choice: Choice) -> Option<NodeId> {
    let node = &index.nodes()[id as usize];
    if !matches!(node.style, Style::BlockMapping | Style::FlowMapping) {
        return None;
    }
    let mut first = None;
    let mut chosen = None;
    for child in index.children(id) {
        let entry = &index.nodes()[child as usize];
        let key = super::key_of(entry)?;
        if !LANGUAGES.contains(&key) {
            return None;
        }
        if !matches!(entry.style, Style::Plain | Style::Quoted) {
            return None;
        }
        if entry.value.is_empty() {
            continue;
        }
        if key == choice.language {
            chosen = Some(child);
        }
        first = first.or(Some(child));
    }
    let chosen = chosen.or(first)?;
    choice.keys.contains(&index.pattern(id).as_str()).then_some(chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::records::TaskRecord;
    use crate::source::FileId;

    const KEYS: &[&str] = &["title", "product"];

    fn title(text: &str, language: &'static str) -> (Option<String>, Vec<&'static str>) {
        let choice = Choice { keys: KEYS, language };
        let (record, _, diagnostics) =
            super::super::read_in::<TaskRecord>(text, 0..text.len(), FileId::nth(0), choice);
        let record = record.unwrap();
        assert_eq!(record.priority.as_deref(), Some("1"), "{text}");
        (record.title, diagnostics.iter().map(|diagnostic| diagnostic.code).collect())
    }

    #[test]
    fn a_text_is_read_in_the_chosen_language() {
        for text in [
            "title: {vi: Đắp đê, en: Build the dyke}\npriority: 1\n",
            "title: {en: \"Build the dyke\", vi: 'Đắp đê'}\npriority: 1\n",
            "title:\n  vi: Đắp đê\n  en: Build the dyke\npriority: 1\n",
            "title: # both\n  en: Build the dyke # here\n  # and\n  vi: Đắp đê\npriority: 1\n",
            "title:\n  vi: >\n    Đắp\n    đê\n  en: >-\n    Build\n    the dyke\npriority: 1\n",
            "title:\r\n  vi: \"Đắp\r\n    đê\"\r\n  en: Build the dyke\r\npriority: 1\r\n",
            "{title: {vi: Đắp đê, en: Build the dyke}, priority: 1}\n",
        ] {
            for (language, expected) in [("vi", "Đắp đê"), ("en", "Build the dyke")] {
                let (read, codes) = title(text, language);
                assert_eq!(read.unwrap_or_default().trim(), expected, "{text}");
                assert_eq!(codes, [""; 0], "{text}");
            }
        }
    }

    #[test]
    fn a_text_that_lacks_a_language_is_read_in_the_other() {
        let text = "title: {vi: Đắp đê, en: }\npriority: 1\n";
        assert_eq!(title(text, "en").0.as_deref(), Some("Đắp đê"));
    }

    #[test]
    fn what_is_no_text_in_languages_does_not_fit() {
        for text in [
            "title: {vi: Đắp đê, fr: Digue}\npriority: 1\n",
            "title: {vi: [Đắp đê]}\npriority: 1\n",
            "title: {}\npriority: 1\n",
            "kind: {vi: duty}\npriority: 1\n",
        ] {
            assert_eq!(title(text, "vi").1, ["wrong-shape"], "{text}");
        }
    }

    #[test]
    fn a_mistake_beside_it_is_told_and_the_text_still_read() {
        let text = "titel: x\ntitle: {vi: Đắp đê, en: Build}\npriority: 1\n";
        let (read, codes) = title(text, "en");
        assert_eq!((read.as_deref(), &codes[..]), (Some("Build"), &["unknown-key"][..]));
    }
}
