//! Texts that records may hold in two languages: a field for each.

use super::super::Editor;
use super::super::form::{Field, Form};
use super::super::keeper::Records;
use crate::content::{translated, yaml};
use crate::fix::value::Value;

/// A text of a record, with a field for each language of the site.
pub(super) struct Text {
    label: String,
    parts: Vec<Part>,
    /// Whether the record has it in one language, without naming that.
    is_plain: bool,
}

/// The text in one language.
struct Part {
    /// The name of its field.
    field: String,
    language: &'static str,
    /// What the record has.
    there: String,
}

impl Text {
    /// The text at `key` of the record `yaml`, which the model has as `shown`. Its first field is
    /// `field`.
    pub(super) fn of(
        records: &Records,
        (field, label): (&str, String),
        yaml: &str,
        key: &str,
        shown: &str,
    ) -> Self {
        let first = records.model().settings.language.tag();
        let second = translated::second(records.sources(), first);
        let written = in_languages(yaml, key);
        let is_plain = written.is_empty();
        let there = |language: &str| match written.iter().find(|(known, _)| *known == language) {
            Some((_, text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            None if is_plain && language == first => shown.to_owned(),
            None => String::new(),
        };
        let part = |(n, language): (usize, &'static str)| Part {
            field: if n == 0 { field.to_owned() } else { format!("{field}-{language}") },
            language,
            there: there(language),
        };
        let languages = std::iter::once(first).chain(second);
        Text { label, parts: languages.enumerate().map(part).collect(), is_plain }
    }

    /// A text that is not in the records yet.
    pub(super) fn new(records: &Records, field: &str, label: String) -> Self {
        Text::of(records, (field, label), "", "", "")
    }

    /// What the form says in a language, or the record if it was not asked.
    fn typed(part: &Part, form: &Form) -> String {
        if form.has(&part.field) { form.line(&part.field) } else { part.there.clone() }
    }

    fn label(&self, editor: &Editor, part: &Part) -> String {
        if self.parts.len() == 1 {
            return self.label.clone();
        }
        let language = editor.locale.text(&format!("language-{}", part.language));
        let args = [("what", (&self.label).into()), ("language", language.into())];
        editor.locale.format("edit-in-language", &args)
    }

    /// The fields: areas of so many lines, or lines if there are none.
    pub(super) fn fields(&self, editor: &Editor, form: &Form, rows: usize) -> Vec<Field> {
        let fields = self.parts.iter().map(|part| Field {
            kind: if rows > 0 { "area" } else { "text" },
            rows,
            lang: if self.parts.len() > 1 { part.language } else { "" },
            ..Field::line(&part.field, self.label(editor, part), &Self::typed(part, form))
        });
        fields.collect()
    }

    /// What the record has where the form says otherwise, each with its label.
    pub(super) fn on_disk(&self, editor: &Editor, form: &Form) -> Vec<(String, String)> {
        let other = self.parts.iter().filter(|part| Self::typed(part, form) != part.there);
        other.map(|part| (self.label(editor, part), part.there.clone())).collect()
    }

    /// Whether the form says otherwise than the record.
    pub(super) fn is_changed(&self, form: &Form) -> bool {
        self.parts.iter().any(|part| Self::typed(part, form) != part.there)
    }

    /// What the form says. A text in the first language alone is written without naming it, unless
    /// the record names it.
    pub(super) fn value(&self, form: &Form) -> Value {
        let texts = self.parts.iter().map(|part| (part.language, Self::typed(part, form)));
        let texts: Vec<_> = texts.filter(|(_, text)| !text.is_empty()).collect();
        match texts.as_slice() {
            [] => Value::Text(String::new()),
            [(language, text)] if self.is_plain && *language == self.parts[0].language => {
                Value::Text(text.clone())
            }
            _ => Value::Languages(texts),
        }
    }
}

/// The path of the text that is shown of a key: inside it, if it is written in languages.
pub(super) fn path(records: &Records, yaml: &str, key: &str) -> String {
    let first = records.model().settings.language.tag();
    let mut written = in_languages(yaml, key);
    written.retain(|(_, text)| !text.is_empty());
    let shown = written.iter().find(|(language, _)| *language == first).or(written.first());
    shown.map_or_else(|| key.to_owned(), |(language, _)| format!("{key}.{language}"))
}

/// The texts at a key of a record that names their languages.
fn in_languages(yaml: &str, key: &str) -> Vec<(&'static str, String)> {
    let values = yaml::values(yaml).unwrap_or_default();
    let of = |(path, text): (String, String)| {
        let language = path.strip_prefix(key)?.strip_prefix('.')?;
        let language = yaml::LANGUAGES.into_iter().find(|known| *known == language)?;
        Some((language, text))
    };
    values.into_iter().filter_map(of).collect()
}
