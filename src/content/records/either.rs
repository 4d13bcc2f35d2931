//! Values that may be written in one of two shapes.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Passes YAML numbers and truth values on as text.
macro_rules! scalars_as_text {
    () => {
        scalars_as_text! {
            visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128,
            visit_f64: f64
        }
    };
    ($($visit:ident: $type:ty),*) => {
        $(fn $visit<E: Error>(self, scalar: $type) -> Result<Self::Value, E> {
            self.visit_str(&scalar.to_string())
        })*
    };
}

pub(super) use scalars_as_text;

/// One text, or a list of them.
#[derive(Clone, Debug, Default)]
pub struct OneOrMany {
    /// The texts.
    pub values: Vec<String>,
    /// Whether a list was written. Decides the path of each value: `lead[0]` or `lead`.
    pub is_list: bool,
}

impl JsonSchema for OneOrMany {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "OneOrMany".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
        })
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = OneOrMany;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a sequence")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany { values: vec![text.to_owned()], is_list: false })
            }
            scalars_as_text!();
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMany, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element()? {
                    values.push(value);
                }
                Ok(OneOrMany { values, is_list: true })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// A deadline: a date, or a mapping that says what kind it is.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum DueRecord {
    /// `due: 2021-07-25`
    #[schemars(extend("x-form" = "moment"))]
    Date(String),
    /// `due: {before: 2021-07-25}` and the like.
    Parts(Box<DueParts>),
}

/// The mapping form of a deadline.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DueParts {
    /// On that day at the latest.
    pub by: Option<DueRecord>,
    /// Before that day, month, quarter or year.
    pub before: Option<DueRecord>,
    /// `2021-10`
    #[schemars(extend("x-form" = "month"))]
    pub month: Option<String>,
    /// `2021-Q3`
    #[schemars(extend("x-form" = "quarter"))]
    pub quarter: Option<String>,
    /// `2021`
    #[schemars(extend("x-form" = "year"))]
    pub year: Option<String>,
    /// Number of days after `after`.
    #[schemars(extend("x-form" = "number", "minimum" = 0, "maximum" = 3650))]
    pub days: Option<String>,
    /// The event from which `days` are counted.
    pub after: Option<String>,
    /// The day on which that event happened.
    #[schemars(extend("x-form" = "date"))]
    pub happened: Option<String>,
    /// An event that is the deadline itself.
    pub event: Option<String>,
}

impl<'de> Deserialize<'de> for DueRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = DueRecord;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date or a mapping")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<DueRecord, E> {
                Ok(DueRecord::Date(text.to_owned()))
            }
            scalars_as_text!();
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DueRecord, A::Error> {
                DueParts::deserialize(MapAccessDeserializer::new(map))
                    .map(|parts| DueRecord::Parts(Box::new(parts)))
            }
        }
        deserializer.deserialize_any(Either)
    }
}
