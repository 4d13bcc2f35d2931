//! Finds the values of a text that do not fit their record.
//!
//! When serde cannot read a record, its error is only a sentence. To tell an unknown key from a
//! list that should be a text, the record type is deserialized again, from the shapes in the
//! [`Index`] instead of the text. serde asks a [`Shaped`] for what the record expects. If the text
//! has another shape there, the [`Misfit`] says what was expected and where. No value is read:
//! every text is empty.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Unexpected,
    Visitor,
};
use serde::forward_to_deserialize_any;

use crate::source::{Index, NodeId, Step, Style};

/// A value that does not fit.
#[derive(Debug)]
pub(super) struct Misfit {
    /// The node of the value. `None` only until the deserializer of the value fills it in.
    node: Option<NodeId>,
    /// What the record expects there.
    pub(super) wanted: Wanted,
}

/// What a record expects at a value that has another shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// One of these keys.
    Key(&'static [&'static str]),
    Text,
    List,
    Mapping,
    TextOrList,
    TextOrMapping,
}

impl Misfit {
    /// Creates a misfit at this value.
    pub(super) fn of(node: NodeId, wanted: Wanted) -> Self {
        Misfit { node: Some(node), wanted }
    }

    /// Returns the node of the value.
    pub(super) fn node(&self) -> NodeId {
        self.node.unwrap_or_default()
    }

    fn at(self, node: NodeId) -> Self {
        Misfit { node: self.node.or(Some(node)), ..self }
    }
}

/// Finds the first value of `text` that does not fit a record of this type. Entries that were
/// already left out are skipped.
pub(super) fn misfit<T: DeserializeOwned>(index: &Index, text: &str) -> Option<Misfit> {
    index.nodes().first()?;
    T::deserialize(Shaped { index, text, node: 0 }).err()
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    /// Required by the trait. A record is a mapping and never calls it.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Misfit { node: None, wanted: Wanted::Mapping }
    }

    fn unknown_field(_: &str, known: &'static [&'static str]) -> Self {
        Misfit { node: None, wanted: Wanted::Key(known) }
    }

    /// Only types with two shapes receive a value without asking for its shape first.
    fn invalid_type(unexpected: Unexpected<'_>, _: &dyn de::Expected) -> Self {
        let wanted = match unexpected {
            Unexpected::Map => Wanted::TextOrList,
            Unexpected::Seq => Wanted::TextOrMapping,
            _ => Wanted::Mapping,
        };
        Misfit { node: None, wanted }
    }
}

/// A value of the index, without its text.
#[derive(Clone, Copy)]
struct Shaped<'a> {
    index: &'a Index,
    text: &'a str,
    node: NodeId,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Nothing,
    Text,
    List,
    Mapping,
}

impl<'a> Shaped<'a> {
    fn shape(self) -> Shape {
        let node = &self.index.nodes()[self.node as usize];
        match node.style {
            Style::Plain if node.value.is_empty() => Shape::Nothing,
            // If all children were left out, nothing remains of the value.
            Style::BlockMapping | Style::BlockList if self.children().next().is_none() => {
                Shape::Nothing
            }
            Style::Plain | Style::Quoted => Shape::Text,
            Style::BlockList | Style::FlowList => Shape::List,
            Style::BlockMapping | Style::FlowMapping => Shape::Mapping,
        }
    }

    /// Whether the value is one of YAML's words for null.
    fn is_null(self) -> bool {
        let node = &self.index.nodes()[self.node as usize];
        let text = self.text.get(node.value.clone()).unwrap_or_default();
        node.style == Style::Plain && matches!(text, "~" | "null" | "Null" | "NULL")
    }

    /// Returns the children that were not left out.
    fn children(self) -> impl Iterator<Item = Shaped<'a>> {
        let Shaped { index, text, node } = self;
        index.children(node).map(move |node| Shaped { index, text, node })
    }

    fn inside(self) -> Inside<'a, impl Iterator<Item = Shaped<'a>>> {
        Inside { children: self.children(), entry: None }
    }

    fn unfit<T>(self, wanted: Wanted) -> Result<T, Misfit> {
        Err(Misfit::of(self.node, wanted))
    }
}

impl<'de> Deserializer<'de> for Shaped<'_> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let visited = match self.shape() {
            Shape::Nothing => visitor.visit_unit(),
            Shape::Text => visitor.visit_str(""),
            Shape::List => visitor.visit_seq(self.inside()),
            Shape::Mapping => visitor.visit_map(self.inside()),
        };
        visited.map_err(|misfit| misfit.at(self.node))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.shape() {
            Shape::Nothing | Shape::Text => visitor.visit_str(""),
            Shape::List | Shape::Mapping => self.unfit(Wanted::Text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.shape() == Shape::Nothing || self.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.shape() {
            Shape::Nothing | Shape::List => visitor.visit_seq(self.inside()),
            Shape::Text | Shape::Mapping => self.unfit(Wanted::List),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.shape() {
            Shape::Nothing | Shape::Mapping => visitor.visit_map(self.inside()),
            Shape::Text | Shape::List => self.unfit(Wanted::Mapping),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        newtype_struct tuple tuple_struct enum identifier ignored_any
    }
}

/// The remaining items of a list or entries of a mapping.
struct Inside<'a, I> {
    children: I,
    /// The entry whose key was read and whose value comes next.
    entry: Option<Shaped<'a>>,
}

impl<'a, 'de, I: Iterator<Item = Shaped<'a>>> SeqAccess<'de> for Inside<'a, I> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        self.children.next().map(|item| seed.deserialize(item)).transpose()
    }
}

impl<'a, 'de, I: Iterator<Item = Shaped<'a>>> MapAccess<'de> for Inside<'a, I> {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        self.entry = self.children.next();
        let Some(entry) = self.entry else { return Ok(None) };
        let key = match &entry.index.nodes()[entry.node as usize].step {
            Step::Key(key) => key,
            Step::Root | Step::Item(_) => "",
        };
        let read = seed.deserialize(StrDeserializer::new(key));
        read.map(Some).map_err(|misfit: Misfit| misfit.at(entry.node))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        match self.entry.take() {
            Some(entry) => seed.deserialize(entry),
            None => Err(de::Error::custom("a value was asked for before its key")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::guard::Guard;
    use super::{Wanted, misfit};
    use crate::content::records::TaskRecord;
    use crate::source::FileId;

    /// Returns what the record expects at the first misfit, or `None` if the guard rejects the
    /// text.
    fn wanted(yaml: &str) -> Option<Option<Wanted>> {
        let mut guard = Guard::new(yaml, 0..yaml.len(), FileId::nth(0));
        let is_whole = guard.pass() && guard.dropped.is_empty();
        is_whole.then(|| misfit::<TaskRecord>(&guard.index, yaml).map(|misfit| misfit.wanted))
    }

    #[test]
    fn a_misfit_says_what_the_record_wants() {
        for (yaml, expected) in [
            ("title: [a]\n", Wanted::Text),
            ("related: a\n", Wanted::List),
            ("updates:\n  - a\n", Wanted::Mapping),
            ("lead: {a: b}\n", Wanted::TextOrList),
            ("due: [a]\n", Wanted::TextOrMapping),
        ] {
            assert_eq!(wanted(yaml), Some(Some(expected)), "{yaml}");
        }
        assert!(
            matches!(wanted("a: b\n"), Some(Some(Wanted::Key(known))) if known.contains(&"due"))
        );
        for yaml in ["title:\nupdates: ~\n", "due: NULL\nlead: [~]\n", "updates:\n  - {}\n"] {
            assert_eq!(wanted(yaml), Some(None), "{yaml}");
        }
    }

    proptest! {
        #[test]
        fn what_fits_is_read_and_what_does_not_is_not(
            lines in prop::collection::vec((
                "(title|kind|priority|lead|due|places|updates|number|  - date|    text|  - )",
                "(: |:| :)",
                "(null|~|true|12|1e3|0x1f|0o7|1_0|99999999999999999999|\\.inf|-\\.5|2024-05-06|\\[a, b\\]|\\[[a]\\]|\\{by: 2024-01-02\\}|\\[\\{date: 2024-01-01, text: (a b|a:b|\"c\"|)\\}\\]|''|\"a\"|'a'b|'b' # c|[A-Za-zđế0-9 ,.:#'\"{}&*!|>%@`?~\\[\\]()/-]{0,8})",
                "(\n|\r\n|\n\n| # x\n)",
            ), 1..6)
        ) {
            let yaml: String = lines.iter().map(|(key, colon, value, end)| format!("{key}{colon}{value}{end}")).collect();
            if let Some(wanted) = wanted(&yaml) {
                let read = serde_yaml::from_str::<TaskRecord>(&yaml);
                prop_assert_eq!(wanted.is_none(), read.is_ok(), "{:?} {:?}\n{}", wanted, read, yaml);
            }
        }
    }
}
