//! Reads a record from the events of the one pass, where there is only one way to read its text.
//!
//! The text of nearly every record is plain: one-line values, plain or in simple quotes. Of such a
//! text two parsers make the same, so it need not be parsed a second time by the one that serde
//! knows. Whatever is less plain, and whatever does not fit the record, is left to that one: this
//! reader complains of nothing, it only gives up.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// The events of a text, as far as a record needs them.
#[derive(Default)]
pub(super) struct Events<'t> {
    list: Vec<Step<'t>>,
    /// Whether a value was seen that another parser might read otherwise.
    is_doubtful: bool,
    /// How many of the open lists and mappings are in brackets.
    brackets: usize,
}

/// How a value is written.
#[derive(Clone, Copy)]
pub(super) enum Written {
    /// Without quotes.
    Plain,
    /// Between two of these.
    Quoted(char),
    /// As lines of text.
    Block,
}

enum Step<'t> {
    Text { text: Cow<'t, str>, is_plain: bool },
    List,
    Mapping,
    End,
}

impl<'t> Events<'t> {
    /// No events yet of this text.
    pub(super) fn of(yaml: &str) -> Self {
        Events { is_doubtful: !is_tame(yaml), ..Events::default() }
    }

    /// A value or a key, which lies in these bytes of `yaml`.
    pub(super) fn scalar(
        &mut self,
        value: Cow<'t, str>,
        written_as: Written,
        yaml: &str,
        range: Range<usize>,
    ) {
        if self.is_doubtful {
            return;
        }
        let written = yaml.get(range).unwrap_or_default();
        let inside = |quote: char| {
            let inside = written.strip_prefix(quote)?.strip_suffix(quote)?;
            (!inside.contains([quote, '\\', '\n'])).then_some(inside)
        };
        let tame = match written_as {
            Written::Plain => {
                let odd_start = |c: char| c.is_ascii_punctuation() && !matches!(c, '(' | '/' | '.');
                let begins_plain = !written.is_empty() && !written.starts_with(odd_start);
                let may_be_a_key = self.brackets > 0 && written.contains([':', '?']);
                begins_plain && !may_be_a_key && *written == *value
            }
            Written::Quoted(quote) => inside(quote) == Some(&*value),
            Written::Block => false,
        };
        let is_plain = matches!(written_as, Written::Plain);
        self.is_doubtful = !tame;
        self.list.push(Step::Text { text: value, is_plain });
    }

    /// A list begins, in brackets or in lines.
    pub(super) fn list(&mut self, in_brackets: bool) {
        self.brackets += usize::from(in_brackets || self.brackets > 0);
        self.list.push(Step::List);
    }

    /// A mapping begins, in brackets or in lines.
    pub(super) fn mapping(&mut self, in_brackets: bool) {
        self.brackets += usize::from(in_brackets || self.brackets > 0);
        self.list.push(Step::Mapping);
    }

    /// The last list or mapping ends.
    pub(super) fn end(&mut self) {
        self.brackets = self.brackets.saturating_sub(1);
        self.list.push(Step::End);
    }

    /// The record, if there is no doubt about it.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Option<T> {
        if self.is_doubtful {
            return None;
        }
        let mut reader = Reader { steps: &self.list };
        T::deserialize(&mut reader).ok().filter(|_| reader.steps.is_empty())
    }
}

/// Whether all parsers see the same lines and tokens in a text: no tabs, no marks of documents, no
/// characters that end a line for some, no comment that touches a value.
fn is_tame(yaml: &str) -> bool {
    let fine = |c: char| {
        matches!(c, ' '..='~' | '\n' | '\r' | '\u{a0}'..='\u{d7ff}')
            && !matches!(c, '\u{2028}' | '\u{2029}')
            || c >= '\u{e000}' && !matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    yaml.chars().all(fine)
        && yaml.split_inclusive('\n').all(|line| {
            let body = line.strip_suffix('\n').unwrap_or(line);
            let body = body.strip_suffix('\r').unwrap_or(body);
            !line.starts_with(['%', '?'])
                && !line.starts_with("---")
                && !line.starts_with("...")
                && !body.contains('\r')
                && !body.trim_start().starts_with('?')
                && (body.match_indices('#'))
                    .all(|(at, _)| at == 0 || body.as_bytes()[at - 1] == b' ')
        })
}

/// It is not sure what the text says, or it does not fit.
#[derive(Debug)]
struct Unsure;

impl fmt::Display for Unsure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unsure")
    }
}

impl std::error::Error for Unsure {}

impl de::Error for Unsure {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Unsure
    }
}

/// What is left to read.
struct Reader<'r, 't> {
    steps: &'r [Step<'t>],
}

impl<'r, 't> Reader<'r, 't> {
    fn next(&mut self) -> Result<&'r Step<'t>, Unsure> {
        let (first, rest) = self.steps.split_first().ok_or(Unsure)?;
        self.steps = rest;
        Ok(first)
    }

    /// The next step, if it is no end.
    fn inside(&mut self) -> bool {
        match self.steps.first() {
            Some(Step::End) => {
                self.steps = &self.steps[1..];
                false
            }
            _ => true,
        }
    }
}

/// What YAML takes for nothing, a truth or a number, and what comes near.
fn is_no_text(plain: &str) -> bool {
    // Dates begin with digits too, but have no two hyphens in a number.
    let is_date = plain.len() == 10
        && plain.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        && plain.as_bytes()[4] == b'-'
        && plain.as_bytes()[7] == b'-';
    let is_word = plain.len() > 5 && plain.starts_with(char::is_alphabetic)
        || plain.contains(|c: char| c.is_alphabetic() && !c.is_ascii())
        || plain.contains(' ')
        || plain.starts_with(char::is_alphabetic) && plain.contains('-');
    let infinite = plain.eq_ignore_ascii_case("infinity");
    !is_date && (!is_word || infinite)
}

fn is_nothing(plain: &str) -> bool {
    matches!(plain, "" | "~") || plain.eq_ignore_ascii_case("null")
}

impl<'de> Deserializer<'de> for &mut Reader<'_, '_> {
    type Error = Unsure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.next()? {
            Step::Text { text, is_plain: true } if is_no_text(text) => Err(Unsure),
            Step::Text { text, .. } => visitor.visit_str(text),
            Step::List => visitor.visit_seq(self),
            Step::Mapping => visitor.visit_map(self),
            Step::End => Err(Unsure),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.next()? {
            Step::Text { text, .. } => visitor.visit_str(text),
            _ => Err(Unsure),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.steps.first() {
            Some(Step::Text { text, is_plain: true }) if is_nothing(text) => Err(Unsure),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.next()? {
            Step::List => visitor.visit_seq(self),
            _ => Err(Unsure),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsure> {
        match self.next()? {
            Step::Mapping => visitor.visit_map(self),
            _ => Err(Unsure),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unsure> {
        self.deserialize_map(visitor)
    }

    /// No record has any other.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Unsure> {
        Err(Unsure)
    }

    /// A number or a truth is never asked for, or this would give a text where one stands.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unsure> {
        Err(Unsure)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct identifier
    }
}

impl<'de> SeqAccess<'de> for &mut Reader<'_, '_> {
    type Error = Unsure;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unsure> {
        if self.inside() { seed.deserialize(&mut **self).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for &mut Reader<'_, '_> {
    type Error = Unsure;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unsure> {
        if !self.inside() {
            return Ok(None);
        }
        match self.next()? {
            Step::Text { text, .. } => seed.deserialize(StrDeserializer::new(text)).map(Some),
            _ => Err(Unsure),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unsure> {
        seed.deserialize(&mut **self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Guard, read_typed};
    use crate::content::records::TaskRecord;
    use crate::diagnostic::Diagnostics;
    use crate::source::FileId;

    /// The record as read from the events, and as read from the text; none if it is not read so.
    fn both(yaml: &str) -> Option<(String, String)> {
        let file = FileId::nth(0);
        let mut guard = Guard::new(yaml, 0..yaml.len(), file);
        if !guard.pass() || !guard.dropped.is_empty() {
            return None;
        }
        let direct: TaskRecord = guard.events.read()?;
        let mut faults = Diagnostics::default();
        let mut bytes = yaml.as_bytes().to_vec();
        let again: Option<TaskRecord> =
            read_typed(&mut bytes, 0, &mut guard.index, file, &mut faults);
        assert_eq!(faults.iter().count(), 0, "{yaml}");
        Some((format!("{:?}", Some(direct)), format!("{again:?}")))
    }

    #[test]
    fn plain_records_are_read_at_once_and_others_are_not() {
        for yaml in [
            "priority: \"1\"\ntitle: Rà soát, báo cáo\nlead: so-yt\ndue: 2024-05-06\n",
            "lead: [so-a, 'so-b']\ndue: {by: 2024-05-06}\nupdates:\n  - {date: 2024-05-06, text: a b}\n",
            "updates:\r\n- date: 2024-05-06 # a day\r\n  evidence: [a-1]\r\n",
            "title: 12\nkind: true\n",
        ] {
            let (direct, again) = both(yaml).unwrap();
            assert_eq!(direct, again, "{yaml}");
        }
        for yaml in [
            "title: null\n",
            "title:\n",
            "due: 2024\n",
            "lead: true\n",
            "title: |\n  a\n",
            "title: a\n  b\n",
            "title: \"a\\nb\"\n",
            "title: 'a''b'\n",
            "---\ntitle: a\n",
            "title: a\tb\n",
            "updates: [{text: a:b}]\n",
            "nothing: a\n",
            "updates: a\n",
        ] {
            assert_eq!(both(yaml), None, "{yaml}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_at_once_is_read_so_again(
            lines in prop::collection::vec((
                "(title|kind|priority|lead|due|places|updates|number|  - date|    text|  - )",
                "(: |:| :)",
                "(null|~|true|12|1e3|0x1f|0o7|1_0|\\.inf|-\\.5|2024-05-06|\\[a, b\\]|\\{by: 2024-01-02\\}|\\[\\{date: 2024-01-01, text: (a b|a:b|\"c\"|)\\}\\]|''|\"a\"|'a'b|'b' # c|[A-Za-zđế0-9 ,.:#'\"{}&*!|>%@`?~\\[\\]()/-]{0,8})",
                "(\n|\r\n|\n\n| # x\n)",
            ), 1..6)
        ) {
            let yaml: String = lines.iter().map(|(key, colon, value, end)| format!("{key}{colon}{value}{end}")).collect();
            if let Some((direct, again)) = both(&yaml) {
                prop_assert_eq!(direct, again);
            }
        }
    }
}
