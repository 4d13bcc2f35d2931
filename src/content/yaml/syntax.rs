//! Finds the mistake behind YAML that cannot be read, or that is read as something else.
//!
//! The parser stops where YAML no longer makes sense, which is often after the mistake. [`slip`]
//! looks for the usual mistakes at and just before that place. [`key_slip`] finds those in keys that
//! YAML accepts, [`only_text_slip`] those that turn a whole file into one text.

use std::ops::Range;

use granit_parser::{ErrorKind, ScalarStyle};

use super::super::rules::{
    yaml_bracket, yaml_colon, yaml_colon_in_text, yaml_dash, yaml_escape, yaml_indent,
    yaml_lookalike, yaml_nbsp, yaml_needs_quotes, yaml_nul, yaml_quote, yaml_smart_quote,
    yaml_space, yaml_tab, yaml_tag, yaml_too_deep,
};
use super::limits::MAX_DEPTH;
use super::lines::{first_line, line_around, previous_line, value_start};
use super::signs::{self, is_key_byte};
use super::slip::{Slip, named, shorten};
use crate::diagnostic::Rule;

/// What is wrong with a key that YAML accepts, and where in it.
pub(super) fn key_slip(key: &str, style: ScalarStyle) -> Option<Slip> {
    if style != ScalarStyle::Plain {
        return None;
    }
    let slip = |rule, range| Slip { rule, range, what: shorten(key), fix: None };
    if let Some((mark, name)) = signs::quotes_around_key(key) {
        let fix = name.bytes().all(is_key_byte).then(|| (0..key.len(), name.to_owned()));
        return Some(Slip { fix, ..slip(&yaml_smart_quote::RULE, mark) });
    }
    let lookalike = |range: Range<usize>, fix| Slip {
        what: named(&key[range.clone()]),
        fix,
        ..slip(&yaml_lookalike::RULE, range)
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
        return Some(slip(&yaml_nbsp::RULE, space));
    }
    if let Some(gap) = signs::missing_space(key) {
        let fix = Some((gap, " ".to_owned()));
        return Some(Slip { fix, ..slip(&yaml_space::RULE, 0..key.len()) });
    }
    signs::joins_its_hyphen(key).then(|| slip(&yaml_dash::RULE, 0..key.len()))
}

/// The mistake that makes one text of a whole file: its first line, at `at`, has no key.
pub(super) fn only_text_slip(yaml: &str, at: usize) -> Option<Slip> {
    let line = line_around(yaml, at);
    let slip = lookalike(yaml, &line).or_else(|| unjoined(yaml, &line));
    // A lone word may be anything.
    slip.filter(|slip| slip.what.contains([' ', ':']))
}

/// The mistake that made the parser stop at byte `at`.
pub(super) fn slip(yaml: &str, at: usize, kind: &ErrorKind) -> Slip {
    let stop = Stop::new(yaml, at);
    stop.indented_by_tab()
        .or_else(|| stop.at_or_before(lookalike))
        .or_else(|| stop.of_kind(kind))
        .or_else(|| stop.at_or_before(hyphen_without_space))
        .or_else(|| first_character(yaml, &stop.line))
        .or_else(|| stop.at_or_before(unjoined))
        .unwrap_or_else(|| stop.of_line())
}

/// Where the parser stopped.
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
        // At the very end there is nothing to show: point at the last thing that was written.
        if yaml[at..].trim().is_empty() {
            at = yaml.trim_end().char_indices().next_back().map_or(0, |(n, _)| n);
        }
        Stop { yaml, at, line: line_around(yaml, at) }
    }

    /// The mistake that `find` finds in the line before, or else in the line itself.
    fn at_or_before(&self, find: fn(&str, &Range<usize>) -> Option<Slip>) -> Option<Slip> {
        let before = previous_line(self.yaml, self.line.start);
        before.and_then(|line| find(self.yaml, &line)).or_else(|| find(self.yaml, &self.line))
    }

    /// A tab in the indentation of the line or of the next.
    fn indented_by_tab(&self) -> Option<Slip> {
        let next = line_around(self.yaml, (self.line.end + 1).min(self.yaml.len()));
        [self.line.clone(), next].into_iter().find_map(|line| {
            let text = &self.yaml[line.clone()];
            let tab = line.start + text[..text.len() - text.trim_start().len()].find('\t')?;
            Some(self.slip(&yaml_tab::RULE, tab..tab + 1))
        })
    }

    /// The mistake that this kind of error stands for.
    fn of_kind(&self, kind: &ErrorKind) -> Option<Slip> {
        let Stop { yaml, at, ref line } = *self;
        let here = yaml[at..].chars().next().map_or(0, char::len_utf8);
        let body = yaml[line.clone()].trim_start();
        Some(match kind {
            ErrorKind::RecursionLimitExceeded => Slip {
                what: MAX_DEPTH.to_string(),
                ..self.slip(&yaml_too_deep::RULE, at..at + here)
            },
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidTrailingSingleQuotedScalar
            | ErrorKind::InvalidTrailingDoubleQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent => {
                if yaml[at..].starts_with([']', '}']) {
                    return Some(self.slip(&yaml_bracket::RULE, at..at + 1));
                }
                // On its own line, the parser knows better where the text went wrong.
                let from = open_quote(yaml, line).filter(|from| *from < line.start);
                self.rest_of_line(&yaml_quote::RULE, from.unwrap_or(at))
            }
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidUnicodeEscape => {
                let slash = signs::unknown_escape(&yaml[at..]).map_or(at, |n| at + n);
                let end = slash + yaml[slash..].chars().take(2).map(char::len_utf8).sum::<usize>();
                self.slip(&yaml_escape::RULE, slash..end)
            }
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::ExpectedFlowMappingSeparator
            | ErrorKind::ExpectedFlowSequenceSeparator
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::InvalidColonPlacement => {
                // A bracket that was opened on an earlier line is the place to mend.
                let open = signs::unclosed_bracket(&yaml[..at + here]);
                self.rest_of_line(&yaml_bracket::RULE, open.unwrap_or(at))
            }
            ErrorKind::UnexpectedCharacter { character: '\0' } => {
                self.slip(&yaml_nul::RULE, at..at + 1)
            }
            ErrorKind::MissingAnchorOrAliasName if body.starts_with("* ") => {
                let star = line.end - body.len();
                Slip { what: named("*"), ..self.slip(&yaml_lookalike::RULE, star..star + 1) }
            }
            ErrorKind::UnexpectedCharacter { .. }
            | ErrorKind::MissingAnchorOrAliasName
            | ErrorKind::UnknownAnchor => self.slip(&yaml_needs_quotes::RULE, at..line.end),
            _ => return None,
        })
    }

    /// What is left where nothing else was found: a colon in a text, or a line in the wrong column.
    fn of_line(&self) -> Slip {
        let indented = self.yaml[self.line.clone()].trim_start();
        let body = indented.trim_start_matches("- ");
        if body.matches(": ").count() > 1 {
            let value = body.find(": ").map_or(0, |n| n + 2);
            let start = self.line.end - body.len() + value;
            return self.slip(&yaml_colon_in_text::RULE, start..self.line.end);
        }
        self.slip(&yaml_indent::RULE, self.line.end - indented.len()..self.line.end)
    }

    fn slip(&self, rule: &'static Rule, range: Range<usize>) -> Slip {
        Slip::of(rule, self.yaml, range)
    }

    /// A slip that reaches from `from` to the end of its line.
    fn rest_of_line(&self, rule: &'static Rule, from: usize) -> Slip {
        self.slip(rule, first_line(self.yaml, from..line_around(self.yaml, from).end))
    }
}

/// A character that looks like the right one and is none to YAML: an odd space in the indentation
/// or behind a colon or hyphen, a dash for a hyphen, a wide colon, a curly quotation mark around a
/// value that needs straight ones.
fn lookalike(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    odd_space(yaml, line)
        .or_else(|| odd_hyphen_or_colon(yaml, line))
        .or_else(|| curly_quote(yaml, line))
}

fn odd_space(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let text = &yaml[line.clone()];
    let odd = signs::odd_spaces(text).find(|space| {
        let before = text[..space.start].trim_end();
        before.is_empty() || before.ends_with([':', '-'])
    })?;
    let range = line.start + odd.start..line.start + odd.end;
    // Elsewhere than behind its colon, how many spaces there should be is not sure.
    let behind_colon = text[..odd.start].ends_with(':');
    let fix = behind_colon.then(|| (range.clone(), " ".to_owned()));
    Some(Slip { rule: &yaml_nbsp::RULE, range, what: shorten(text), fix })
}

fn odd_hyphen_or_colon(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let body = yaml[line.clone()].trim_start();
    let key = body.trim_start_matches("- ");
    // A line of a longer text may well begin with a dash; with a dash and a key hardly.
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
    Some(Slip { rule: &yaml_lookalike::RULE, range, what, fix })
}

fn curly_quote(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let start = value_start(yaml, line)?;
    let value = yaml[start..line.end].trim_end();
    let mark = signs::quote_before_value(value)?;
    let fix = signs::straightened(value);
    Some(Slip {
        rule: &yaml_smart_quote::RULE,
        range: start + mark.start..start + mark.end,
        what: shorten(value),
        fix: fix.map(|text| (start..start + value.len(), text)),
    })
}

/// `-date:`, a hyphen without its space.
fn hyphen_without_space(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let body = yaml[line.clone()].trim_start();
    let key = body.split_once(':').map_or("", |(key, _)| key);
    let joined = signs::joins_its_hyphen(key) && key[1..].bytes().all(is_key_byte);
    joined.then(|| Slip::of(&yaml_dash::RULE, yaml, line.end - body.len()..line.end))
}

/// `key value` or `key:value`.
fn unjoined(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let body = yaml[line.clone()].trim_start().trim_start_matches("- ");
    let start = line.end - body.len();
    let key = body.split([':', ' ']).next().unwrap_or_default();
    let is_key = !key.is_empty() && key.bytes().all(is_key_byte);
    if !is_key || body.contains(": ") || body.trim_end().ends_with(':') {
        return None;
    }
    let range = start..start + body.trim_end().len();
    if !body[key.len()..].starts_with(':') {
        return Some(Slip::of(&yaml_colon::RULE, yaml, range));
    }
    // `https://…` is most likely the rest of a text.
    let behind = start + key.len() + 1;
    let fix = (!yaml[behind..].starts_with("//")).then(|| (behind..behind, " ".to_owned()));
    Some(Slip { fix, ..Slip::of(&yaml_space::RULE, yaml, range) })
}

/// A value whose first character means something else to YAML: a tag's mark, a sign that begins a
/// block, or a bracket that ends before the value does.
fn first_character(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let start = value_start(yaml, line)?;
    let value = yaml[start..line.end].trim_end();
    let needs_quotes = || Slip::of(&yaml_needs_quotes::RULE, yaml, start..start + value.len());
    let close = match value.chars().next()? {
        '!' => {
            let word = value.find(char::is_whitespace).unwrap_or(value.len());
            return Some(Slip::of(&yaml_tag::RULE, yaml, start..start + word));
        }
        '[' => ']',
        '{' => '}',
        _ => return begins_a_block(value).then(needs_quotes),
    };
    let rest = &value[value.find(close)? + 1..];
    (!rest.is_empty() && !rest.trim_start().starts_with('#')).then(needs_quotes)
}

/// Whether a value begins with a sign that begins a block of lines, but goes on on its own line.
fn begins_a_block(value: &str) -> bool {
    match value.strip_prefix(['|', '>']) {
        Some(rest) => {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
            !rest.is_empty() && !rest.trim_start().starts_with('#')
        }
        None => value.starts_with("- ") || value.starts_with("? "),
    }
}

/// The quotation mark that an earlier line opens and does not close, if the line at which the
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
