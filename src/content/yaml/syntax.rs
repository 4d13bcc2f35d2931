//! Finds the mistake behind YAML that cannot be read or that is read as something else.
//!
//! The parser stops where YAML no longer makes sense, which is often after the mistake. [`mistake`]
//! looks for common mistakes at that position and just before it. [`key_mistake`] finds mistakes in
//! keys that YAML accepts. [`only_text_mistake`] finds those that turn a whole file into one text.

use std::ops::Range;

use granit_parser::{ErrorKind, ScalarStyle};

use super::super::rules::{
    yaml_bracket, yaml_colon, yaml_colon_in_text, yaml_dash, yaml_escape, yaml_indent,
    yaml_lookalike, yaml_nbsp, yaml_needs_quotes, yaml_nul, yaml_quote, yaml_smart_quote,
    yaml_space, yaml_tab, yaml_tag, yaml_too_deep,
};
use super::hash;
use super::limits::MAX_DEPTH;
use super::lines::{first_line, line_around, previous_line, value_start};
use super::mistake::{Mistake, named, shorten};
use super::signs::{self, is_key_byte};
use crate::diagnostic::Rule;

/// Finds the mistake in a key that YAML accepts.
pub(super) fn key_mistake(key: &str, style: ScalarStyle) -> Option<Mistake> {
    if style != ScalarStyle::Plain {
        return None;
    }
    let mistake = |rule, range| Mistake { rule, range, what: shorten(key), fix: None };
    if let Some((mark, name)) = signs::quotes_around_key(key) {
        let fix = name.bytes().all(is_key_byte).then(|| (0..key.len(), name.to_owned()));
        return Some(Mistake { fix, ..mistake(&yaml_smart_quote::RULE, mark) });
    }
    let lookalike = |range: Range<usize>, fix| Mistake {
        what: named(&key[range.clone()]),
        fix,
        ..mistake(&yaml_lookalike::RULE, range)
    };
    if let Some(hyphen) = signs::hyphen(key) {
        let spaced = key[hyphen.end..].starts_with(' ');
        let fix = spaced.then(|| (hyphen.clone(), "-".to_owned()));
        return Some(lookalike(hyphen, fix));
    }
    if let Some((letter, name)) = signs::foreign_letter(key) {
        return Some(lookalike(letter, Some((0..key.len(), name))));
    }
    if let Some(space) = signs::odd_spaces(key).next() {
        return Some(mistake(&yaml_nbsp::RULE, space));
    }
    if let Some(gap) = signs::missing_space(key) {
        let fix = Some((gap, " ".to_owned()));
        return Some(Mistake { fix, ..mistake(&yaml_space::RULE, 0..key.len()) });
    }
    signs::joins_its_hyphen(key).then(|| mistake(&yaml_dash::RULE, 0..key.len()))
}

/// Finds the mistake that turns a whole file into one text. Its first line, at `at`, has no key.
pub(super) fn only_text_mistake(yaml: &str, at: usize) -> Option<Mistake> {
    let line = line_around(yaml, at);
    let mistake = lookalike(yaml, &line).or_else(|| unjoined(yaml, &line));
    // A single word may mean anything.
    mistake.filter(|mistake| mistake.what.contains([' ', ':']))
}

/// Finds the mistake that made the parser stop at byte `at`.
pub(super) fn mistake(yaml: &str, at: usize, kind: &ErrorKind) -> Mistake {
    let stop = Stop::new(yaml, at);
    stop.indented_by_tab()
        .or_else(|| stop.at_or_before(lookalike))
        .or_else(|| stop.of_kind(kind))
        .or_else(|| stop.at_or_before(hyphen_without_space))
        .or_else(|| first_character(yaml, &stop.line))
        .or_else(|| stop.at_or_before(unjoined))
        .unwrap_or_else(|| stop.of_line())
}

/// The position at which the parser stopped.
struct Stop<'t> {
    yaml: &'t str,
    at: usize,
    line: Range<usize>,
}

impl<'t> Stop<'t> {
    fn new(yaml: &'t str, at: usize) -> Self {
        let mut at = at.min(yaml.len());
        while !yaml.is_char_boundary(at) {
            at -= 1;
        }
        // At the end of the text there is nothing to show, so the last written text is marked.
        if yaml[at..].trim().is_empty() {
            at = yaml.trim_end().char_indices().next_back().map_or(0, |(n, _)| n);
        }
        Stop { yaml, at, line: line_around(yaml, at) }
    }

    /// Applies `find` to the previous line, then to the line itself.
    fn at_or_before(&self, find: fn(&str, &Range<usize>) -> Option<Mistake>) -> Option<Mistake> {
        let before = previous_line(self.yaml, self.line.start);
        before.and_then(|line| find(self.yaml, &line)).or_else(|| find(self.yaml, &self.line))
    }

    /// Finds a tab in the indentation of this line or the next.
    fn indented_by_tab(&self) -> Option<Mistake> {
        let next = line_around(self.yaml, (self.line.end + 1).min(self.yaml.len()));
        [self.line.clone(), next].into_iter().find_map(|line| {
            let text = &self.yaml[line.clone()];
            let tab = line.start + text[..text.len() - text.trim_start().len()].find('\t')?;
            Some(self.mistake(&yaml_tab::RULE, tab..tab + 1))
        })
    }

    /// Finds the mistake that this kind of parser error indicates.
    fn of_kind(&self, kind: &ErrorKind) -> Option<Mistake> {
        let Stop { yaml, at, ref line } = *self;
        let here = yaml[at..].chars().next().map_or(0, char::len_utf8);
        let body = yaml[line.clone()].trim_start();
        Some(match kind {
            ErrorKind::RecursionLimitExceeded => Mistake {
                what: MAX_DEPTH.to_string(),
                ..self.mistake(&yaml_too_deep::RULE, at..at + here)
            },
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidTrailingSingleQuotedScalar
            | ErrorKind::InvalidTrailingDoubleQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent => {
                if yaml[at..].starts_with([']', '}']) {
                    return Some(self.mistake(&yaml_bracket::RULE, at..at + 1));
                }
                // On a single line the parser's own position is better.
                let from = open_quote(yaml, line).filter(|from| *from < line.start);
                self.rest_of_line(&yaml_quote::RULE, from.unwrap_or(at))
            }
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidUnicodeEscape => {
                let slash = signs::unknown_escape(&yaml[at..]).map_or(at, |n| at + n);
                let end = slash + yaml[slash..].chars().take(2).map(char::len_utf8).sum::<usize>();
                self.mistake(&yaml_escape::RULE, slash..end)
            }
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::InvalidColonPlacement => {
                // If a bracket was opened on an earlier line, that is the place to fix.
                let open = signs::unclosed_bracket(&yaml[..at + here]);
                if let Some(mistake) = open.and_then(|open| hash::in_brackets(yaml, open)) {
                    return Some(mistake);
                }
                self.rest_of_line(&yaml_bracket::RULE, open.unwrap_or(at))
            }
            ErrorKind::UnexpectedCharacter { character: '\0' } => {
                self.mistake(&yaml_nul::RULE, at..at + 1)
            }
            ErrorKind::MissingAnchorOrAliasName if body.starts_with("* ") => {
                let star = line.end - body.len();
                Mistake { what: named("*"), ..self.mistake(&yaml_lookalike::RULE, star..star + 1) }
            }
            ErrorKind::UnexpectedCharacter { .. }
            | ErrorKind::MissingAnchorOrAliasName
            | ErrorKind::UnknownAnchor => self.mistake(&yaml_needs_quotes::RULE, at..line.end),
            _ => return None,
        })
    }

    /// The fallback: a colon in a text, or a line in the wrong column.
    fn of_line(&self) -> Mistake {
        let indented = self.yaml[self.line.clone()].trim_start();
        let body = indented.trim_start_matches("- ");
        if body.matches(": ").count() > 1 {
            let value = body.find(": ").map_or(0, |n| n + 2);
            let start = self.line.end - body.len() + value;
            return self.mistake(&yaml_colon_in_text::RULE, start..self.line.end);
        }
        self.mistake(&yaml_indent::RULE, self.line.end - indented.len()..self.line.end)
    }

    fn mistake(&self, rule: &'static Rule, range: Range<usize>) -> Mistake {
        Mistake::of(rule, self.yaml, range)
    }

    /// Creates a mistake that reaches from `from` to the end of its line.
    fn rest_of_line(&self, rule: &'static Rule, from: usize) -> Mistake {
        self.mistake(rule, first_line(self.yaml, from..line_around(self.yaml, from).end))
    }
}

/// Finds a lookalike character: a special space in the indentation or after a colon or hyphen, a
/// dash for a hyphen, a wide colon, or a curly quotation mark around a value that needs straight
/// ones.
fn lookalike(yaml: &str, line: &Range<usize>) -> Option<Mistake> {
    odd_space(yaml, line)
        .or_else(|| odd_hyphen_or_colon(yaml, line))
        .or_else(|| curly_quote(yaml, line))
}

fn odd_space(yaml: &str, line: &Range<usize>) -> Option<Mistake> {
    let text = &yaml[line.clone()];
    let odd = signs::odd_spaces(text).find(|space| {
        let before = text[..space.start].trim_end();
        before.is_empty() || before.ends_with([':', '-'])
    })?;
    let range = line.start + odd.start..line.start + odd.end;
    // The intended number of spaces is certain only after the key's colon.
    let behind_colon = text[..odd.start].ends_with(':');
    let fix = behind_colon.then(|| (range.clone(), " ".to_owned()));
    Some(Mistake { rule: &yaml_nbsp::RULE, range, what: shorten(text), fix })
}

fn odd_hyphen_or_colon(yaml: &str, line: &Range<usize>) -> Option<Mistake> {
    let body = yaml[line.clone()].trim_start();
    let key = body.trim_start_matches("- ");
    // A line of a longer text may begin with a dash, but hardly with a dash and a key.
    let hyphen = signs::hyphen(body).filter(|sign| {
        let item = body[sign.end..].trim_start();
        let key = item.split_once(':').map_or("", |(key, _)| key);
        !key.is_empty() && key.bytes().all(is_key_byte)
    });
    let hyphen = hyphen.map(|sign| (line.end - body.len(), sign, "-"));
    let colon = signs::colon(key).map(|sign| (line.end - key.len(), sign, ": "));
    let (from, sign, right) = hyphen.or(colon)?;
    let range = from + sign.start..from + sign.end;
    let what = named(&yaml[range.clone()]);
    let spaced = yaml[range.end..].starts_with(' ');
    let right = if spaced { right.trim_end() } else { right };
    let fix = (spaced || right != "-").then(|| (range.clone(), right.to_owned()));
    Some(Mistake { rule: &yaml_lookalike::RULE, range, what, fix })
}

fn curly_quote(yaml: &str, line: &Range<usize>) -> Option<Mistake> {
    let start = value_start(yaml, line)?;
    let value = yaml[start..line.end].trim_end();
    let mark = signs::quote_before_value(value)?;
    let fix = signs::straightened(value);
    Some(Mistake {
        rule: &yaml_smart_quote::RULE,
        range: start + mark.start..start + mark.end,
        what: shorten(value),
        fix: fix.map(|text| (start..start + value.len(), text)),
    })
}

/// Finds a hyphen without its space, as in `-date:`.
fn hyphen_without_space(yaml: &str, line: &Range<usize>) -> Option<Mistake> {
    let body = yaml[line.clone()].trim_start();
    let key = body.split_once(':').map_or("", |(key, _)| key);
    let joined = signs::joins_its_hyphen(key) && key[1..].bytes().all(is_key_byte);
    joined.then(|| Mistake::of(&yaml_dash::RULE, yaml, line.end - body.len()..line.end))
}

/// Finds `key value` and `key:value`.
fn unjoined(yaml: &str, line: &Range<usize>) -> Option<Mistake> {
    let body = yaml[line.clone()].trim_start().trim_start_matches("- ");
    let start = line.end - body.len();
    let key = body.split([':', ' ']).next().unwrap_or_default();
    let is_key = !key.is_empty() && key.bytes().all(is_key_byte);
    if !is_key || body.contains(": ") || body.trim_end().ends_with(':') {
        return None;
    }
    let range = start..start + body.trim_end().len();
    if !body[key.len()..].starts_with(':') {
        return Some(Mistake::of(&yaml_colon::RULE, yaml, range));
    }
    // `https://…` is most likely part of a text.
    let behind = start + key.len() + 1;
    let fix = (!yaml[behind..].starts_with("//")).then(|| (behind..behind, " ".to_owned()));
    Some(Mistake { fix, ..Mistake::of(&yaml_space::RULE, yaml, range) })
}

/// Finds a value whose first character has a meaning in YAML: a tag, a block indicator, or a
/// bracket that closes before the value ends.
fn first_character(yaml: &str, line: &Range<usize>) -> Option<Mistake> {
    let start = value_start(yaml, line)?;
    let value = yaml[start..line.end].trim_end();
    let needs_quotes = || Mistake::of(&yaml_needs_quotes::RULE, yaml, start..start + value.len());
    let close = match value.chars().next()? {
        '!' => {
            let word = value.find(char::is_whitespace).unwrap_or(value.len());
            return Some(Mistake::of(&yaml_tag::RULE, yaml, start..start + word));
        }
        '[' => ']',
        '{' => '}',
        _ => return begins_a_block(value).then(needs_quotes),
    };
    let rest = &value[value.find(close)? + 1..];
    (!rest.is_empty() && !rest.trim_start().starts_with('#')).then(needs_quotes)
}

/// Whether a value begins with a block indicator but continues on its own line.
fn begins_a_block(value: &str) -> bool {
    match value.strip_prefix(['|', '>']) {
        Some(rest) => {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
            !rest.is_empty() && !rest.trim_start().starts_with('#')
        }
        None => value.starts_with("- ") || value.starts_with("? "),
    }
}

/// Finds the quotation mark that an earlier line opens and does not close, if the line at which the
/// parser stopped closes its own.
fn open_quote(yaml: &str, line: &Range<usize>) -> Option<usize> {
    let mut line = line.clone();
    for _ in 0..50 {
        let start = value_start(yaml, &line).unwrap_or(line.end);
        let value = yaml[start..line.end].trim_end();
        if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\''))
            && value.matches(quote).count() % 2 == 1
        {
            return Some(start);
        }
        line = previous_line(yaml, line.start)?;
    }
    None
}
