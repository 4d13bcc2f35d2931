//! What a browser sends with a form, and the fields that a form shows.

use serde::{Deserialize, Serialize};

use crate::sum::sha256;
use crate::vietnamese::nfc;

/// Maximum number of fields of a form.
pub(super) const MAX_FIELDS: usize = 200;
/// Maximum size of a form without a file, in bytes.
pub(crate) const MAX_FORM_BYTES: usize = 1024 * 1024;
/// Maximum number of hits of a search for records.
pub(super) const MAX_HITS: usize = 12;

/// What a browser has sent: the values of the fields by their names, and perhaps a file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Form {
    fields: Vec<(String, String)>,
    #[serde(skip)]
    pub(crate) file: Option<Received>,
}

/// A file that was sent.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// The name that the browser gives it. It never reaches the disk.
    pub(crate) name: String,
    /// Its bytes. Empty if it is too large.
    pub(crate) bytes: Vec<u8>,
    /// Whether it is larger than an attachment may be.
    pub(crate) is_too_large: bool,
}

/// A form with more fields than any screen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManyFields;

impl Form {
    /// Reads `name=value&…`, of a body or an address.
    pub(crate) fn decoded(text: &[u8]) -> Result<Self, TooManyFields> {
        let mut form = Form::default();
        for (name, value) in form_urlencoded::parse(text) {
            form.push(&name, &value)?;
        }
        Ok(form)
    }

    /// Adds a value.
    pub(crate) fn push(&mut self, name: &str, value: &str) -> Result<(), TooManyFields> {
        if self.fields.len() >= MAX_FIELDS {
            return Err(TooManyFields);
        }
        self.fields.push((name.to_owned(), value.to_owned()));
        Ok(())
    }

    /// Gives a field one value, or none.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
    }

    /// The number of the form and a sum of what was sent. Empty if the form has no number.
    pub(super) fn nonce(&self) -> String {
        if self.raw("lan").is_empty() {
            return String::new();
        }
        let all: Vec<&str> =
            self.fields.iter().flat_map(|(name, value)| [name.as_str(), value]).collect();
        sha256(all.join("\0").as_bytes())
    }

    /// Whether a field was sent, if only without a value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// The value of a field exactly as it was sent. Empty if there is none.
    pub(super) fn raw(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The value of a field on one line, in normal form C.
    pub(super) fn line(&self, name: &str) -> String {
        let value = nfc(self.raw(name));
        let lines = value.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join(" ")
    }

    /// The value of a field with several lines, in normal form C.
    pub(super) fn text(&self, name: &str) -> String {
        let value = nfc(self.raw(name)).replace("\r\n", "\n").replace('\r', "\n");
        value.trim().to_owned()
    }

    /// All values of a field, each once.
    pub(super) fn all(&self, name: &str) -> Vec<&str> {
        let mut values = Vec::new();
        for (known, value) in &self.fields {
            if known == name && !value.is_empty() && !values.contains(&value.as_str()) {
                values.push(value.as_str());
            }
        }
        values
    }

    /// The fields except these.
    pub(super) fn without(&self, names: &[&str]) -> Vec<(String, String)> {
        let kept = self.fields.iter().filter(|(name, _)| !names.contains(&name.as_str()));
        kept.cloned().collect()
    }

    /// The form without these fields and without its file.
    pub(super) fn stripped(&self, names: &[&str]) -> Form {
        Form { fields: self.without(names), file: None }
    }
}

/// A field of a form, ready to be shown.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Field {
    /// `text`, `area`, `radio`, `check`, `choose` or `file`.
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) value: String,
    /// The language of what is typed, if it is not that of the page.
    pub(super) lang: &'static str,
    /// Number of lines of an area.
    pub(super) rows: usize,
    pub(super) options: Vec<Choice>,
    /// What is wrong with it, by lines, and what to type instead.
    pub(super) errors: Vec<(String, String)>,
    /// What is wrong with it is told beside this choice, in a field below it.
    pub(super) note: String,
    /// Kind of records that are searched for.
    pub(super) of: &'static str,
    pub(super) is_short: bool,
    /// Whether its choices are long, and stand below each other.
    pub(super) is_column: bool,
}

/// Something that is wrong with a form.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Fault {
    /// The name of the field. Empty: it is not about a field.
    pub(super) field: String,
    pub(super) text: String,
    /// Where it can be put right.
    pub(super) href: String,
    /// What to type instead.
    pub(super) help: String,
}

impl Fault {
    /// A fault of a field.
    pub(super) fn of(field: &str, text: String) -> Self {
        let href = format!("#f-{field}");
        Fault { field: field.to_owned(), text, href, help: String::new() }
    }
}

/// Something that can be chosen.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) aside: String,
    pub(super) is_chosen: bool,
}

/// Fields under a heading.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) is_folded: bool,
    pub(super) is_open: bool,
    pub(super) fields: Vec<Field>,
}

impl Field {
    pub(super) fn line(name: &str, label: String, value: &str) -> Self {
        Field { kind: "text", name: name.into(), label, value: value.into(), ..Field::default() }
    }

    pub(super) fn area(name: &str, label: String, value: &str, rows: usize) -> Self {
        Field { kind: "area", rows, ..Field::line(name, label, value) }
    }

    pub(super) fn radios(name: &str, label: String, options: Vec<Choice>) -> Self {
        Field { kind: "radio", options, ..Field::line(name, label, "") }
    }

    pub(super) fn checks(name: &str, label: String, options: Vec<Choice>) -> Self {
        Field { kind: "check", options, ..Field::line(name, label, "") }
    }

    pub(super) fn file(name: &str, label: String) -> Self {
        Field { kind: "file", ..Field::line(name, label, "") }
    }

    pub(super) fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    pub(super) fn short(mut self) -> Self {
        self.is_short = true;
        self
    }
}

impl Choice {
    pub(super) fn new(value: &str, label: String, is_chosen: bool) -> Self {
        Choice { value: value.to_owned(), label, aside: String::new(), is_chosen }
    }
}

impl Section {
    pub(super) fn of(fields: Vec<Field>) -> Self {
        Section { fields, ..Section::default() }
    }

    pub(super) fn folded(title: String, is_open: bool, fields: Vec<Field>) -> Self {
        Section { title, is_folded: true, is_open, fields }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_browsers_send_it() {
        let form =
            Form::decoded("a=1&b=x+y%0D%0Az&a=2&a=1&c=&d=Vie%CC%82%CC%A3c".as_bytes()).unwrap();
        assert_eq!(form.all("a"), ["1", "2"]);
        assert_eq!((form.raw("b"), form.line("b").as_str()), ("x y\r\nz", "x y z"));
        assert_eq!(form.text("b"), "x y\nz");
        assert!(form.has("c") && !form.has("e") && form.all("c").is_empty());
        assert_eq!(form.line("d"), "Việc");
        let many = "a=1&".repeat(MAX_FIELDS + 1);
        assert_eq!(Form::decoded(many.as_bytes()).unwrap_err(), TooManyFields);
    }
}
