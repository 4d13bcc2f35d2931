//! Provides the texts of the site and of messages by language (the only file that uses Fluent).
//!
//! The texts are in `locales/<language>/*.ftl`; a test checks that all languages have the same keys.
//! Dates and numbers are formatted here too, because each language has its own form.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::vietnamese;

/// The built-in languages: the tag, then the files with their texts.
const TEXTS: [(&str, &[(&str, &str)]); 2] = [
    (
        "vi",
        &[
            ("cli.ftl", include_str!("../locales/vi/cli.ftl")),
            ("data.ftl", include_str!("../locales/vi/data.ftl")),
            ("draft.ftl", include_str!("../locales/vi/draft.ftl")),
            ("edit.ftl", include_str!("../locales/vi/edit.ftl")),
            ("fix.ftl", include_str!("../locales/vi/fix.ftl")),
            ("gate.ftl", include_str!("../locales/vi/gate.ftl")),
            ("import.ftl", include_str!("../locales/vi/import.ftl")),
            ("menu.ftl", include_str!("../locales/vi/menu.ftl")),
            ("publish.ftl", include_str!("../locales/vi/publish.ftl")),
            ("report.ftl", include_str!("../locales/vi/report.ftl")),
            ("rules.ftl", include_str!("../locales/vi/rules.ftl")),
            ("schema.ftl", include_str!("../locales/vi/schema.ftl")),
            ("search.ftl", include_str!("../locales/vi/search.ftl")),
            ("serve.ftl", include_str!("../locales/vi/serve.ftl")),
            ("site.ftl", include_str!("../locales/vi/site.ftl")),
            ("time.ftl", include_str!("../locales/vi/time.ftl")),
        ],
    ),
    (
        "en",
        &[
            ("cli.ftl", include_str!("../locales/en/cli.ftl")),
            ("data.ftl", include_str!("../locales/en/data.ftl")),
            ("draft.ftl", include_str!("../locales/en/draft.ftl")),
            ("edit.ftl", include_str!("../locales/en/edit.ftl")),
            ("fix.ftl", include_str!("../locales/en/fix.ftl")),
            ("gate.ftl", include_str!("../locales/en/gate.ftl")),
            ("import.ftl", include_str!("../locales/en/import.ftl")),
            ("menu.ftl", include_str!("../locales/en/menu.ftl")),
            ("publish.ftl", include_str!("../locales/en/publish.ftl")),
            ("report.ftl", include_str!("../locales/en/report.ftl")),
            ("rules.ftl", include_str!("../locales/en/rules.ftl")),
            ("schema.ftl", include_str!("../locales/en/schema.ftl")),
            ("search.ftl", include_str!("../locales/en/search.ftl")),
            ("serve.ftl", include_str!("../locales/en/serve.ftl")),
            ("site.ftl", include_str!("../locales/en/site.ftl")),
            ("time.ftl", include_str!("../locales/en/time.ftl")),
        ],
    ),
];

/// A hash table, because a site looks up hundreds of thousands of messages.
#[expect(clippy::disallowed_types, reason = "looked up by key, never iterated")]
type MessageTable<V> = std::collections::HashMap<String, V>;

/// The texts of one language.
pub struct Locale {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// The messages of texts and values only, which do not need Fluent.
    plain: MessageTable<Vec<Piece>>,
    /// The keys of the site's messages without arguments.
    fixed: Vec<String>,
}

/// A part of a plain message.
enum Piece {
    Text(String),
    /// The value of the argument with this name.
    Value(String),
}

/// An argument of a message.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// A text, inserted as it is.
    Text(Cow<'a, str>),
    /// A number, which selects the plural and is formatted for the language.
    Number(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<u32> for Arg<'_> {
    fn from(n: u32) -> Self {
        Arg::Number(u64::from(n))
    }
}

impl From<u64> for Arg<'_> {
    fn from(n: u64) -> Self {
        Arg::Number(n)
    }
}

impl From<usize> for Arg<'_> {
    fn from(n: usize) -> Self {
        Arg::Number(n as u64)
    }
}

impl Locale {
    /// Returns the language with a tag, or Vietnamese if there is no such language. Each language is
    /// read once.
    ///
    /// # Panics
    ///
    /// Panics if a built-in file is not valid Fluent, which a test rules out.
    pub fn of(tag: &str) -> &'static Self {
        static READ: [OnceLock<Locale>; TEXTS.len()] = [const { OnceLock::new() }; TEXTS.len()];
        let n = TEXTS.iter().position(|(known, _)| *known == tag).unwrap_or_default();
        READ[n].get_or_init(|| Self::read(&TEXTS[n]))
    }

    #[expect(clippy::panic, reason = "a bug: the files are part of the program")]
    fn read((tag, files): &(&'static str, &[(&str, &str)])) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Fluent would put invisible direction marks around values.
        bundle.set_use_isolating(false);
        let vietnamese = *tag == "vi";
        bundle.set_formatter(Some(if vietnamese { format_vi } else { format_en }));
        let mut fixed = Vec::new();
        let mut plain = MessageTable::default();
        for (name, text) in *files {
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("locales/{tag}/{name}: {errors:?}"));
            let of_pages = !matches!(
                *name,
                "cli.ftl"
                    | "edit.ftl"
                    | "fix.ftl"
                    | "import.ftl"
                    | "menu.ftl"
                    | "publish.ftl"
                    | "report.ftl"
                    | "rules.ftl"
                    | "schema.ftl"
                    | "serve.ftl"
            );
            for (key, pieces) in plain_messages(&resource) {
                if of_pages && pieces.iter().all(|piece| matches!(piece, Piece::Text(_))) {
                    fixed.push(key.clone());
                }
                plain.insert(key, pieces);
            }
            if let Err(errors) = bundle.add_resource(resource) {
                panic!("locales/{tag}/{name}: {errors:?}");
            }
        }
        Locale { tag, bundle, plain, fixed }
    }

    /// Returns the BCP 47 tag.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Returns whether the message `key`, or an attribute as `key.attribute`, exists.
    pub fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
    }

    /// Returns the message `key`, or an attribute as `key.attribute`, without arguments.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message; see [`Locale::format`].
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// Returns the message `key`, or an attribute as `key.attribute`, with arguments.
    ///
    /// # Panics
    ///
    /// Panics if there is no such message. That is a bug and never a mistake of an author: tests
    /// render every template and every diagnostic in every language.
    pub fn format(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.format_among(key, args, &[])
    }

    /// Formats a message like [`Locale::format`], with further arguments that many messages share.
    pub fn format_among(
        &self,
        key: &str,
        args: &[(&str, Arg<'_>)],
        shared: &[(&str, Arg<'_>)],
    ) -> String {
        let plain = self.plain.get(key).and_then(|pieces| self.concatenate(pieces, args, shared));
        plain.unwrap_or_else(|| self.ask_fluent(key, shared.iter().chain(args)))
    }

    /// Formats a plain message; `None` if an argument is missing.
    fn concatenate(
        &self,
        pieces: &[Piece],
        args: &[(&str, Arg<'_>)],
        shared: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let mut out = String::with_capacity(80);
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Value(name) => {
                    let all = args.iter().rev().chain(shared);
                    match all.into_iter().find(|(known, _)| known == name)?.1 {
                        Arg::Text(ref text) => out.push_str(text),
                        Arg::Number(n) => out.push_str(&self.number(n)),
                    }
                }
            }
        }
        Some(out)
    }

    #[expect(clippy::panic, reason = "a bug: the texts are part of the program")]
    fn ask_fluent<'a>(
        &self,
        key: &str,
        args: impl Iterator<Item = &'a (&'a str, Arg<'a>)>,
    ) -> String {
        let pattern = self
            .pattern(key)
            .unwrap_or_else(|| panic!("locales/{}: there is no message {key}", self.tag));
        let mut values = FluentArgs::new();
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_ref()),
                Arg::Number(n) => FluentValue::from(*n),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        debug_assert!(errors.is_empty(), "locales/{}: {key}: {errors:?}", self.tag);
        text.into_owned()
    }

    /// Returns the site's messages without arguments, with `_` for `-` in their keys.
    pub fn fixed_words(&self) -> BTreeMap<String, String> {
        self.fixed.iter().map(|key| (key.replace('-', "_"), self.text(key))).collect()
    }

    /// Formats a date in full: "ngày 22 tháng 7 năm 2021", "22 July 2021".
    pub fn long_date(&self, date: NaiveDate) -> String {
        match self.tag {
            "vi" => vietnamese::long_date(date),
            _ => format!("{} {} {}", date.day(), MONTHS[date.month0() as usize], date.year()),
        }
    }

    /// Formats a date in short: "22/7/2021", "22 Jul 2021".
    pub fn short_date(&self, date: NaiveDate) -> String {
        match self.tag {
            "vi" => vietnamese::short_date(date),
            _ => format!("{} {} {}", date.day(), &MONTHS[date.month0() as usize][..3], date.year()),
        }
    }

    /// Formats a month: "tháng 7 năm 2021", "July 2021".
    pub fn month(&self, date: NaiveDate) -> String {
        match self.tag {
            "vi" => format!("tháng {} năm {}", date.month(), date.year()),
            _ => format!("{} {}", MONTHS[date.month0() as usize], date.year()),
        }
    }

    /// Formats a number with separated thousands: "1.234", "1,234".
    pub fn number(&self, n: u64) -> String {
        number(n, self.tag == "vi")
    }

    /// Formats a percentage that is given in tenths: 874 is "87,4 %", "87.4%"; 500 is "50 %".
    pub fn percent(&self, tenths: u32) -> String {
        let (whole, rest) = (tenths / 10, tenths % 10);
        match (self.tag, rest) {
            ("vi", 0) => format!("{whole} %"),
            ("vi", _) => format!("{whole},{rest} %"),
            (_, 0) => format!("{whole}%"),
            _ => format!("{whole}.{rest}%"),
        }
    }

    /// Returns the messages without arguments whose keys begin so, with `_` for `-` in their keys.
    pub fn words_of(&self, beginning: &str) -> BTreeMap<String, String> {
        let is_fixed = |pieces: &[Piece]| pieces.iter().all(|one| matches!(one, Piece::Text(_)));
        let found = self
            .plain
            .iter()
            .filter(|(key, pieces)| key.starts_with(beginning) && is_fixed(pieces));
        found.map(|(key, _)| (key.replace('-', "_"), self.text(key))).collect()
    }

    fn pattern(&self, key: &str) -> Option<&Pattern<&str>> {
        let (message, attribute) = match key.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(message)?;
        match attribute {
            Some(attribute) => Some(message.get_attribute(attribute)?.value()),
            None => message.value(),
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn format_vi(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    plain_number(value).map(|n| number(n, true))
}

fn format_en(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    plain_number(value).map(|n| number(n, false))
}

fn plain_number(value: &FluentValue<'_>) -> Option<u64> {
    match value {
        FluentValue::Number(n) if n.value >= 0.0 && n.value.fract() == 0.0 => Some(n.value as u64),
        _ => None,
    }
}

fn number(n: u64, vietnamese: bool) -> String {
    let point = vietnamese::number(n);
    if vietnamese { point } else { point.replace('.', ",") }
}

/// Returns the messages that consist of texts and plain values, by key.
fn plain_messages(resource: &FluentResource) -> Vec<(String, Vec<Piece>)> {
    use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement};
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Some(Piece::Value(id.name.to_owned())),
            _ => None,
        },
        PatternElement::Placeable { .. } => None,
    };
    let entries = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    });
    entries
        .filter_map(|message| {
            let pieces: Option<Vec<Piece>> =
                message.value.as_ref()?.elements.iter().map(piece).collect();
            Some((message.id.name.to_owned(), pieces?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Returns the messages and attributes of a file with the arguments that they use.
    fn keys(text: &str) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        let mut message = String::new();
        for line in text.lines() {
            let body = line.trim_start();
            if let Some((key, _)) = body.split_once(" =") {
                let name = key.trim_start_matches('.');
                let is_key = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
                if is_key && line.starts_with(|c: char| c.is_ascii_lowercase()) {
                    message = name.to_owned();
                    keys.insert(message.clone());
                } else if is_key && key.starts_with('.') {
                    keys.insert(format!("{message}.{name}"));
                }
            }
            for (at, _) in body.match_indices('$') {
                let name: String = body[at + 1..]
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                // Languages may need different forms of the name of a level.
                let name = match name.to_ascii_lowercase().as_str() {
                    "task" | "tasks" => "task".to_owned(),
                    "priority" | "priorities" => "priority".to_owned(),
                    _ => name,
                };
                keys.insert(format!("{message} ${name}"));
            }
        }
        keys
    }

    #[test]
    fn every_language_has_the_same_keys_and_arguments() {
        let (_, vi) = &TEXTS[0];
        for (tag, files) in &TEXTS[1..] {
            for ((name, first), (_, other)) in vi.iter().zip(*files) {
                let (first, other) = (keys(first), keys(other));
                let missing: Vec<_> = first.symmetric_difference(&other).collect();
                assert!(missing.is_empty(), "{name}: vi and {tag} differ in {missing:?}");
            }
        }
    }

    #[test]
    fn no_message_is_defined_twice() {
        for (tag, _) in TEXTS {
            Locale::of(tag);
        }
    }

    #[test]
    fn numbers_and_dates_have_the_form_of_the_language() {
        let day: NaiveDate = "2021-02-05".parse().unwrap();
        let (vi, en) = (Locale::of("vi"), Locale::of("en"));
        assert_eq!(vi.short_date(day), "05/02/2021");
        assert_eq!(en.short_date(day), "5 Feb 2021");
        assert_eq!(vi.long_date(day), "ngày 05 tháng 02 năm 2021");
        assert_eq!(en.long_date(day), "5 February 2021");
        assert_eq!((vi.percent(874), en.percent(874)), ("87,4 %".into(), "87.4%".into()));
        assert_eq!((vi.percent(500), en.percent(1000)), ("50 %".into(), "100%".into()));
        assert_eq!((vi.number(1_234), en.number(1_234)), ("1.234".into(), "1,234".into()));
    }
}
