//! Words of a text, and lists of phrases from `locales/vi/draft/` that are found among them.
//!
//! Words are compared in lower case with their accents, in either way to place a tone (`hoà`, `hòa`).

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A word or a mark of punctuation.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// As compared.
    pub(super) low: String,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
}

impl Token<'_> {
    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is a word or number, not punctuation.
    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }

    /// Whether it is this mark of punctuation.
    pub(super) fn is(&self, mark: &str) -> bool {
        self.text == mark
    }
}

/// Cuts a text into words and marks.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            let mut last = c;
            while let Some(&(at, next)) = chars.peek() {
                let after = text[at + next.len_utf8()..].chars().next();
                let joins = match next {
                    '/' | '-' | '&' => after.is_some_and(char::is_alphanumeric),
                    '.' | ',' => last.is_ascii_digit() && after.is_some_and(|c| c.is_ascii_digit()),
                    '%' => last.is_ascii_digit(),
                    '\'' | '’' => after.is_some_and(char::is_alphabetic),
                    next => next.is_alphanumeric(),
                };
                if !joins {
                    break;
                }
                last = next;
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let word = &text[start..end];
        tokens.push(Token { text: word, low: low(word), range: start..end });
    }
    tokens
}

/// Returns a word as it is compared.
pub(super) fn low(word: &str) -> String {
    let low = word.to_lowercase();
    if low.is_ascii() {
        return low;
    }
    // The old way puts the tone on the last of two vowels: `hoà`, `thuỷ`.
    const OLD: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    for (old, new) in OLD {
        if let Some(before) = low.strip_suffix(old).filter(|before| !before.ends_with('q')) {
            return format!("{before}{new}");
        }
    }
    low
}

/// A list of phrases.
pub(super) struct Phrases {
    /// By first word: the words and the number of the line.
    by_first: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// The lines, each with the forms that it names.
    pub(super) lines: Vec<Vec<String>>,
}

impl Phrases {
    /// Reads a list: a phrase a line, other forms of it behind ` = `, `#` before a comment.
    fn read(text: &str) -> Self {
        let lines = text.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines: Vec<Vec<String>> = lines
            .map(|line| line.split(" = ").map(|form| form.trim().to_owned()).collect())
            .collect();
        let mut by_first: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            for form in line {
                let words: Vec<String> = tokens(form).into_iter().map(|token| token.low).collect();
                if let Some(first) = words.first() {
                    by_first.entry(first.clone()).or_default().push((words, at));
                }
            }
        }
        for forms in by_first.values_mut() {
            forms.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Phrases { by_first, lines }
    }

    /// Returns the longest phrase at a token: the count of its tokens and the number of its line.
    pub(super) fn at(&self, tokens: &[Token<'_>], at: usize) -> Option<(usize, usize)> {
        let forms = self.by_first.get(&tokens.get(at)?.low)?;
        forms
            .iter()
            .find(|(words, _)| {
                words
                    .iter()
                    .enumerate()
                    .all(|(n, word)| tokens.get(at + n).is_some_and(|token| token.low == *word))
            })
            .map(|(words, line)| (words.len(), *line))
    }

    /// Returns the count of tokens of the longest phrase at a token; 0 if there is none.
    pub(super) fn len_at(&self, tokens: &[Token<'_>], at: usize) -> usize {
        self.at(tokens, at).map_or(0, |(length, _)| length)
    }

    /// Returns the first phrase among tokens: its place and count.
    pub(super) fn within(&self, tokens: &[Token<'_>]) -> Option<(usize, usize)> {
        (0..tokens.len()).find_map(|at| self.at(tokens, at).map(|(length, _)| (at, length)))
    }
}

macro_rules! lists {
    ($($name:ident $file:literal $doc:literal;)*) => {
        $(
            #[doc = $doc]
            pub(super) static $name: LazyLock<Phrases> = LazyLock::new(|| {
                Phrases::read(include_str!(concat!("../../locales/vi/draft/", $file, ".txt")))
            });
        )*
    };
}

lists! {
    AGENCIES "agencies" "Known agencies and their short forms.";
    AIMS "aims" "Words that begin an aim.";
    ASSESSMENTS "assessments" "Words of an assessment of the situation.";
    CLOSING "closing" "Words that begin a clause that only says whom to report to, and when.";
    CLOSING_WORDS "closing_words" "Words of the end of every letter.";
    CUTTERS "cutters" "Words that begin a task of their own behind a comma.";
    DECISIONS "decisions" "Words of a decision.";
    DOC_ISSUERS "doc_issuers" "The ends of symbols and who issues such documents.";
    DOC_KINDS "doc_kinds" "Kinds of documents and their letters in symbols.";
    EMPTY_ACTIONS "empty_actions" "Words that alone assign nothing.";
    GROUPS "groups" "Groups of agencies.";
    GROUP_NOUNS "group_nouns" "Nouns of groups of agencies.";
    HEADS "heads" "Nouns at the head of an agency's name.";
    OFFICERS "officers" "Heads of agencies.";
    OFFICES "offices" "Offices of those who sign.";
    ONGOING "ongoing" "Words of ongoing tasks.";
    OPENERS "openers" "Words before the verb of a task.";
    PRODUCTS "products" "Products of tasks.";
    PRODUCT_VERBS "product_verbs" "Verbs before a product.";
    RESTRICTED "restricted" "Subjects of which only the standing is published.";
    SECTIONS_NONE "sections_none" "Sections without tasks.";
    SECTIONS_OPEN "sections_open" "Sections whose children are the priorities.";
    VERBS "verbs" "Verbs that begin a task.";
}

/// Abbreviations that end in a full stop.
pub(super) static ABBREVIATIONS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../locales/vi/draft/abbreviations.txt").lines();
    lines.filter(|line| !line.starts_with('#')).map(str::trim).collect()
});

/// Returns a text without repeated spaces and outer punctuation.
pub(super) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ".,;:-–/".contains(c))
}
