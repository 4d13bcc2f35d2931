//! The parts of a task.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

use super::either::{DueRecord, scalars_as_text};

/// One of `parts:` of a task.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PartRecord {
    /// Id, unique within the task.
    #[schemars(extend("x-required" = true, "x-form" = "id"))]
    pub id: Option<String>,
    /// Title, unless its place or agency names it.
    pub title: Option<String>,
    /// Its own deadline.
    pub due: Option<DueRecord>,
    /// Id of the place that it is about.
    #[schemars(extend("x-form" = "id"))]
    pub place: Option<String>,
    /// Id of the agency in charge of it.
    #[schemars(extend("x-form" = "id"))]
    pub agency: Option<String>,
}

/// The parts of a task: a word that says how it is divided, or a list.
#[derive(Debug, JsonSchema)]
#[schemars(untagged)]
pub enum PartsRecord {
    /// `parts: places` or `parts: leads`
    #[schemars(extend("x-form" = "split"))]
    Word(String),
    /// A list of parts.
    List(Vec<PartRecord>),
}

impl<'de> Deserialize<'de> for PartsRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = PartsRecord;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a sequence")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<PartsRecord, E> {
                Ok(PartsRecord::Word(text.to_owned()))
            }
            scalars_as_text!();
            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<PartsRecord, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(PartsRecord::List)
            }
        }
        deserializer.deserialize_any(Either)
    }
}
