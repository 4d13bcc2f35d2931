//! Generates JSON Schemas of the records, with which editors complete and explain keys and values.
//!
//! The shapes come from [`crate::content::records`], the choices from the model, the descriptions
//! from `locales/`. The schemas use draft 7, which editors support best for YAML. A schema sees a
//! single file, so it finds fewer mistakes than `check`. It accepts everything that `check` accepts,
//! except a required key without a value.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::content::records::{
    AgencyRecord, DirectiveRecord, DocumentRecord, MovedRecord, NoteRecord, PlaceRecord,
    PublicationRecord, SiteRecord, TaskRecord,
};
use crate::locale::Locale;
use crate::model::Amended;
use crate::model::id::MAX_LENGTH;
use crate::model::target::TargetKind;
use crate::model::{Frequency, Kind, Language, LeadSource, State, VISIBILITY};

/// The schema of one kind of file.
pub struct FileSchema {
    /// The kind of file: `task`, `site`, …
    pub name: &'static str,
    /// The pattern of its files below the content folder.
    pub files: &'static str,
    /// The schema.
    pub schema: Value,
}

impl FileSchema {
    /// Returns the name of the schema file, such as `task.schema.json`.
    pub fn file_name(&self) -> String {
        format!("{}.schema.json", self.name)
    }
}

/// Generates the schemas of all kinds of files, with descriptions in two languages.
pub fn all(first: &Locale, second: &Locale) -> Vec<FileSchema> {
    let generator = Descriptions { first, second };
    vec![
        generator.schema::<SiteRecord>("site", "site.yaml"),
        generator.schema::<DirectiveRecord>("directive", "directive.yaml"),
        generator.schema::<Vec<AgencyRecord>>("agencies", "agencies.yaml"),
        generator.schema::<Vec<PlaceRecord>>("places", "places.yaml"),
        generator.schema::<Vec<DocumentRecord>>("documents", "documents.yaml"),
        generator.schema::<Vec<MovedRecord>>("moved-list", "moved.yaml"),
        generator.schema::<Vec<PublicationRecord>>("publication-list", "publications.yaml"),
        generator.schema::<TaskRecord>("task", "tasks/*.yaml"),
        generator.schema::<NoteRecord>("note", "notes/*.md"),
    ]
}

/// The pattern of the years that dates may have.
const YEAR: &str = "(20[0-9]{2}|2100)";

struct Descriptions<'a> {
    first: &'a Locale,
    second: &'a Locale,
}

impl Descriptions<'_> {
    fn schema<T: JsonSchema>(&self, name: &'static str, files: &'static str) -> FileSchema {
        let generator = SchemaSettings::draft07().for_deserialize().into_generator();
        let mut root = Schema::to_value(generator.into_root_schema_for::<T>());
        let mut definitions = match root.as_object_mut().and_then(|o| o.remove("definitions")) {
            Some(Value::Object(definitions)) => definitions,
            _ => Map::new(),
        };
        if let Some(record) = root.get("title").and_then(Value::as_str).map(str::to_owned) {
            self.finish(&record, &mut root);
        }
        for (record, definition) in &mut definitions {
            self.finish(record, definition);
        }
        // The values of `by` and `before` are some of the forms of a deadline.
        if let Some(parts) = definitions.get("DueParts").cloned() {
            definitions.insert("Term".to_owned(), self.term(&parts));
        }
        let Value::Object(root) = root else { return FileSchema { name, files, schema: root } };
        let mut schema = Map::new();
        schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        schema.insert("title".to_owned(), json!(format!("tiendo: {name}")));
        self.describe(&mut schema, &format!("schema-{name}"));
        schema.extend(root.into_iter().filter(|(key, _)| {
            !matches!(key.as_str(), "$schema" | "title" | "description" | "markdownDescription")
        }));
        if !definitions.is_empty() {
            schema.insert("definitions".to_owned(), Value::Object(definitions));
        }
        FileSchema { name, files, schema: Value::Object(schema) }
    }

    /// Adds descriptions to the schema of a record, and rules that involve several keys.
    fn finish(&self, record: &str, schema: &mut Value) {
        let Some(object) = schema.as_object_mut() else { return };
        object.remove("default");
        object.remove("title");
        object.remove("description");
        let key = format!("schema-{}", kebab(record.trim_end_matches("Record")));
        if object.contains_key("properties") {
            self.describe(object, &key);
        }
        let mut required = Vec::new();
        for (field, property) in
            object.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten()
        {
            let Some(property) = property.as_object_mut() else { continue };
            property.remove("default");
            let wanted = property.remove("x-required").is_some();
            self.form(property);
            if wanted {
                required.push(json!(field));
                if property.get("type").is_some_and(Value::is_array) {
                    // Blanks alone do not count as a value.
                    property.entry("pattern").or_insert_with(|| json!("\\S"));
                }
                if let Some(text) = property.get_mut("anyOf").and_then(|shapes| shapes.get_mut(0))
                    && text["type"] == json!(["string", "number", "boolean"])
                {
                    text["pattern"] = json!("\\S");
                }
            }
            if wanted || record == "DueParts" {
                never_null(property);
            }
            self.describe(property, &format!("{key}.{field}"));
        }
        if !required.is_empty() {
            object.insert("required".to_owned(), json!(required));
        }
        if object.contains_key("anyOf") {
            self.form(object);
        }
        match record {
            "DueParts" => self.deadline(object),
            "UpdateRecord" => self.entry(object),
            "TaskRecord" => self.kinds(object),
            _ => {}
        }
    }

    /// Adds the description that editors show for a key.
    fn describe(&self, object: &mut Map<String, Value>, key: &str) {
        let (first, second) = (self.first.text(key), self.second.text(key));
        object.insert("description".to_owned(), json!(first));
        object.insert("markdownDescription".to_owned(), json!(format!("{first}\n\n*{second}*")));
    }

    /// Replaces the name of a form, `x-form`, by what the form allows. A text without a form may be
    /// any single value.
    fn form(&self, property: &mut Map<String, Value>) {
        let form = property.remove("x-form");
        let form = form.as_ref().and_then(Value::as_str).unwrap_or("text").to_owned();
        let bounds = [property.remove("minimum"), property.remove("maximum")];
        self.apply_form(&form, &bounds, property);
    }

    /// Applies a form to every text in a property: the property itself, the items of a list, or one
    /// of several shapes.
    fn apply_form(&self, form: &str, bounds: &[Option<Value>; 2], at: &mut Map<String, Value>) {
        let (is_text, may_be_null) = match at.get("type") {
            Some(Value::String(one)) => (one == "string", false),
            Some(Value::Array(many)) => {
                (many.contains(&json!("string")), many.contains(&json!("null")))
            }
            _ => (false, false),
        };
        if is_text {
            at.remove("type");
            at.extend(self.allowed(form, bounds));
            if may_be_null {
                or_null(at);
            }
            return;
        }
        if let Some(items) = at.get_mut("items").and_then(Value::as_object_mut) {
            self.apply_form(form, bounds, items);
        }
        for shape in at.get_mut("anyOf").and_then(Value::as_array_mut).into_iter().flatten() {
            let Some(shape) = shape.as_object_mut() else { continue };
            shape.remove("description");
            if shape.contains_key("x-form") {
                self.form(shape);
            } else {
                self.apply_form(form, bounds, shape);
            }
        }
    }

    /// Returns the schema of a form.
    fn allowed(&self, form: &str, bounds: &[Option<Value>; 2]) -> Map<String, Value> {
        let text = |pattern: String| {
            let pattern = format!("^\\s*{pattern}\\s*$");
            json!({
                "type": "string",
                "pattern": pattern,
                "patternErrorMessage": self.first.text(&format!("schema-form.{form}")),
            })
        };
        let month = "(0[1-9]|1[0-2])";
        let day = "(0[1-9]|[12][0-9]|3[01])";
        let value = match form {
            "date" => {
                let (day1, month1) = ("(0?[1-9]|[12][0-9]|3[01])", "(0?[1-9]|1[0-2])");
                text(format!("({YEAR}-{month}-{day}|{day1}/{month1}/{YEAR})"))
            }
            "moment" => {
                let (day1, month1) = ("(0?[1-9]|[12][0-9]|3[01])", "(0?[1-9]|1[0-2])");
                let hour = "([T ]\\s*[0-2]?[0-9][:h][0-5][0-9])?";
                text(format!("({YEAR}-{month}-{day}|{day1}/{month1}/{YEAR}){hour}"))
            }
            // A period of a year looks like a number.
            "part" | "period" => json!({"type": ["string", "integer"]}),
            "report_day" => json!({"type": ["string", "integer"]}),
            "figure" => json!({"type": ["string", "number"]}),
            "offset" => json!({"type": ["string", "integer"]}),
            "split" => self.choice(form, &["places", "leads"]),
            "month" => text(format!("({YEAR}-{month}|(0?[1-9]|1[0-2])/{YEAR})")),
            "quarter" => text(format!("({YEAR}-[Qq]0?[1-4]|[Qq]0?[1-4]/{YEAR})")),
            "year" => number(2000, 2100),
            "number" => {
                let bound = |n: usize| bounds[n].as_ref().and_then(Value::as_u64).unwrap_or(0);
                number(bound(0), bound(1))
            }
            "id" => {
                let mut id = text("[a-z0-9]+([.-][a-z0-9]+)*".to_owned());
                // A whole number needs no quotes, but 9.10 without quotes would become 9.1.
                id["type"] = json!(["string", "integer"]);
                id["maxLength"] = json!(MAX_LENGTH);
                id["errorMessage"] = json!(self.first.text("schema-form.id"));
                id
            }
            // Unlike an id, this number is only shown and may be II.3.
            "numeral" => json!({"type": ["string", "integer"]}),
            "url" => text("https?://[^\\s/?#@\"<>\\\\^`{|}][^\\s\"<>\\\\^`{|}]*".to_owned()),
            "attachment" => text("attachments/.+".to_owned()),
            "state" => self.choice(form, &State::ALL.map(|(word, _)| word)),
            "kind" => self.choice(form, &Kind::ALL.map(|(word, _)| word)),
            "lead_source" => self.choice(form, &LeadSource::ALL.map(|(word, _)| word)),
            "visibility" => self.choice(form, &VISIBILITY.map(|(word, _)| word)),
            "frequency" => self.choice(form, &Frequency::ALL.map(|(word, _)| word)),
            "target_kind" => self.choice(form, &TargetKind::ALL.map(|(word, _)| word)),
            "amended" => self.choice(form, &Amended::NAMES.map(|(word, _)| word)),
            "language" => self.choice(form, &Language::ALL.map(|(word, _)| word)),
            "flag" => json!({"enum": [true, false, "true", "false"]}),
            // One text, or one in each language.
            "words" => {
                let one = json!({"type": ["string", "number", "boolean"]});
                let languages = Language::ALL.map(|(tag, _)| {
                    let mut in_language = json!({"type": ["string", "number", "boolean", "null"]});
                    if let Some(in_language) = in_language.as_object_mut() {
                        self.describe(in_language, &format!("schema-language.{tag}"));
                    }
                    (tag.to_owned(), in_language)
                });
                json!({"anyOf": [one, {
                    "type": "object",
                    "properties": Map::from_iter(languages),
                    "additionalProperties": false,
                    "minProperties": 1,
                }]})
            }
            // A title may be 2021, which is read as text.
            _ => json!({"type": ["string", "number", "boolean"]}),
        };
        match value {
            Value::Object(value) => value,
            _ => Map::new(),
        }
    }

    /// Returns the schema of a choice, with a description of each value.
    fn choice(&self, form: &str, words: &[&str]) -> Value {
        let key = |word: &&str| format!("schema-{}.{word}", form.replace('_', "-"));
        let first = words.iter().map(|word| self.first.text(&key(word)));
        let both = words.iter().map(|word| {
            // Editors show each description on one line of a list.
            format!("{} · *{}*", self.first.text(&key(word)), self.second.text(&key(word)))
        });
        json!({
            "enum": words,
            "enumDescriptions": first.collect::<Vec<_>>(),
            "markdownEnumDescriptions": both.collect::<Vec<_>>(),
        })
    }

    /// Requires exactly one form of a deadline, and an event if it is a number of days.
    fn deadline(&self, object: &mut Map<String, Value>) {
        let forms = ["by", "before", "month", "quarter", "year", "event"];
        let mut one_of: Vec<Value> = forms.iter().map(|form| json!({"required": [form]})).collect();
        one_of.push(json!({"required": ["days", "after"]}));
        object.insert("oneOf".to_owned(), json!(one_of));
        object.insert("errorMessage".to_owned(), json!(self.first.text("schema-form.deadline")));
        let pair = json!({"days": ["after"], "after": ["days"], "happened": ["days", "after"]});
        object.insert("dependencies".to_owned(), pair);
        for field in ["by", "before"] {
            if let Some(property) = object.get_mut("properties").and_then(|p| p.get_mut(field)) {
                property["anyOf"] = json!([{"$ref": "#/definitions/Term"}]);
            }
        }
    }

    /// Returns the schema of a day, month, quarter or year.
    fn term(&self, parts: &Value) -> Value {
        let mut date = self.allowed("moment", &[None, None]);
        date.remove("errorMessage");
        let fields = ["month", "quarter", "year"];
        let properties: Map<String, Value> = fields
            .iter()
            .map(|name| ((*name).to_owned(), parts["properties"][name].clone()))
            .collect();
        json!({
            "anyOf": [date, {
                "type": "object",
                "properties": properties,
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1,
            }],
        })
    }

    /// Requires the document that stops a task and the task that replaces it.
    fn entry(&self, object: &mut Map<String, Value>) {
        let stops: Vec<&str> =
            State::ALL.iter().filter(|(_, state)| state.is_stop()).map(|(word, _)| *word).collect();
        let is = |words: &[&str]| json!({"required": ["state"], "properties": {"state": {"enum": words}}});
        let never = |field: &str| {
            let key = format!("schema-form.{}", kebab(field));
            json!({"properties": {field: {"type": "null", "errorMessage": self.first.text(&key)}}})
        };
        let rules = json!([
            {"if": is(&stops), "then": {"required": ["document"]}, "else": never("document")},
            {
                "if": is(&[State::Superseded.name()]),
                "then": {"required": ["superseded_by"]},
                "else": never("superseded_by"),
            },
        ]);
        object.insert("allOf".to_owned(), rules);
    }

    /// Allows deadlines and the state `done` only for deliverables. On other tasks extensions and
    /// `done` must name a period.
    fn kinds(&self, object: &mut Map<String, Value>) {
        let endless: Vec<&str> = Kind::ALL
            .iter()
            .filter(|(_, kind)| *kind != Kind::Deliverable)
            .map(|(word, _)| *word)
            .collect();
        let no_end = self.first.text("schema-form.no-end");
        let not_done = self.first.text("schema-form.not-done");
        object.insert(
            "if".to_owned(),
            json!({"required": ["kind"], "properties": {"kind": {"enum": endless}}}),
        );
        object.insert(
            "then".to_owned(),
            json!({"properties": {
                "due": {"type": "null", "errorMessage": no_end},
                "extensions": {"items": {"required": ["part"], "errorMessage": no_end}},
                "updates": {"items": {
                    "if": {"required": ["part"]},
                    "else": {"properties": {"state": {
                        "not": {"const": State::Done.name()},
                        "errorMessage": not_done,
                    }}},
                }},
            }}),
        );
    }
}

/// Returns the schema of a whole number, with or without quotes.
fn number(least: u64, most: u64) -> Value {
    json!({"anyOf": [
        {"type": "integer", "minimum": least, "maximum": most},
        {"type": "string", "pattern": "^\\s*[0-9]+\\s*$"},
    ]})
}

/// Allows a key without a value. `null` is not added to choices, where editors would offer it.
fn or_null(at: &mut Map<String, Value>) {
    if let Some(shapes) = at.get_mut("anyOf").and_then(Value::as_array_mut) {
        shapes.push(json!({"type": "null"}));
        return;
    }
    match at.get_mut("type") {
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(one) => *one = json!([one.clone(), "null"]),
        None => {}
    }
}

/// Requires a value: removes what [`or_null`] added.
fn never_null(property: &mut Map<String, Value>) {
    let null = json!("null");
    if let Some(shapes) = property.get_mut("anyOf").and_then(Value::as_array_mut) {
        shapes.retain(|shape| shape.get("type") != Some(&null));
    }
    if let Some(types) = property.get_mut("type").and_then(Value::as_array_mut) {
        types.retain(|one| *one != null);
    }
}

/// Converts a name to kebab case: `DueParts` to `due-parts`, `superseded_by` to `superseded-by`.
fn kebab(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    for c in name.chars() {
        match c {
            '_' => out.push('-'),
            c if c.is_ascii_uppercase() => {
                if !out.is_empty() {
                    out.push('-');
                }
                out.push(c.to_ascii_lowercase());
            }
            c => out.push(c),
        }
    }
    out
}
