//! Describes the tables as a Frictionless Data Package, with a Table Schema for every file and
//! column, in Vietnamese and English.

use serde_json::{Map, Value, json};

use super::schema::{AS_OF, Column, Extended, Kind, SEPARATOR};
use super::workbook::sheet_name;
use super::{Form, Table, VERSION, columns, table, workbook};
use crate::locale::Locale;
use crate::model::Language;
use crate::site::address::relative;
use crate::site::context::PageContext;
use crate::site::route::Route;

/// The pattern of an id, as a regular expression.
const ID: &str = "[a-z0-9]+(?:[.-][a-z0-9]+)*";

/// A kind of file that is described. The workbook holds all tables at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum File {
    Table(Form),
    Sheet,
}

/// Renders the descriptor.
pub(in crate::site) fn package(ctx: &PageContext<'_>) -> Vec<u8> {
    let (settings, directive) = (&ctx.model.settings, &ctx.model.directive);
    let locales = SiteLocales::new(ctx);
    let files = [File::Table(Form::Csv), File::Table(Form::Json), File::Sheet];
    let resources = files
        .into_iter()
        .flat_map(|file| Table::of(ctx.index.uses).map(move |table| (table, file)))
        .map(|(table, file)| resource(ctx, &locales, table, file));
    let mut package = json!({
        "profile": "data-package",
        "name": format!("tiendo-{}", crate::vietnamese::slug(&directive.number)),
        "title": settings.title,
        "description": ctx.text("data-about"),
        "version": VERSION.to_string(),
        "as_of": ctx.as_of(),
        "language": ctx.tag(),
        "directive": {"name": directive.name(), "number": directive.number, "date": directive.date},
        "notice": settings.notice,
    });
    if let Some(base) = &settings.base_url {
        package["homepage"] = json!(base);
        package["id"] = json!(format!("{base}{}", Route::DataPackage.path(ctx.model)));
    }
    if let Some(publisher) = &settings.publisher {
        package["contributors"] = json!([{"title": publisher, "role": "publisher"}]);
    }
    // A package without a licence omits the list, because an empty list is not allowed.
    if let Some(licence) = &settings.licence {
        package["licenses"] = json!([{"title": licence.name, "path": licence.url}]);
    }
    // One resource per line, because indenting the hundreds of columns would double the size.
    let mut text = String::from("{\n");
    for (name, value) in package.as_object().into_iter().flatten() {
        text.push_str(&format!("{}: {value},\n", json!(name)));
    }
    text.push_str("\"resources\": [\n");
    let resources: Vec<String> = resources.map(|resource| resource.to_string()).collect();
    text.push_str(&resources.join(",\n"));
    text.push_str("\n]\n}\n");
    text.into_bytes()
}

/// The site's own language, and the other languages.
struct SiteLocales {
    own: &'static Locale,
    others: Vec<&'static Locale>,
}

impl SiteLocales {
    fn new(ctx: &PageContext<'_>) -> Self {
        let others = Language::ALL.into_iter().map(|(tag, _)| tag).filter(|tag| *tag != ctx.tag());
        SiteLocales { own: Locale::of(ctx.tag()), others: others.map(Locale::of).collect() }
    }

    /// Adds title and description in the site's language, and by tag in the others.
    fn describe(&self, into: &mut Map<String, Value>, say: &dyn Fn(&Locale) -> (String, String)) {
        let both = |locale: &Locale| {
            let (title, description) = say(locale);
            json!({"title": title, "description": description})
        };
        if let Value::Object(own) = both(self.own) {
            into.extend(own);
        }
        let all: Map<String, Value> =
            self.others.iter().map(|locale| (locale.tag().to_owned(), both(locale))).collect();
        into.insert("translations".into(), Value::Object(all));
    }
}

fn resource_name(table: Table, file: File) -> String {
    match file {
        File::Table(Form::Csv) => table.name().to_owned(),
        File::Table(form) => format!("{}-{}", table.name(), form.ending()),
        File::Sheet => format!("{}-xlsx", table.name()),
    }
}

fn resource(ctx: &PageContext<'_>, locales: &SiteLocales, of: Table, file: File) -> Value {
    let here = Route::DataPackage.path(ctx.model);
    let mut resource = Map::new();
    let mut set = |key: &str, value: Value| resource.insert(key.to_owned(), value);
    set("name", json!(resource_name(of, file)));
    let (route, bytes) = match file {
        File::Table(form) => (Route::DataTable(of, form), table(ctx, of, form).bytes.len()),
        File::Sheet => (Route::Workbook, workbook(ctx).bytes.len()),
    };
    set("path", json!(relative(&here, &route.path(ctx.model))));
    // The reference reader does not count the bytes of JSON files and then rejects any stated size.
    if file != File::Table(Form::Json) {
        set("bytes", json!(bytes));
    }
    match file {
        File::Table(Form::Csv) => {
            set("profile", json!("tabular-data-resource"));
            set("format", json!("csv"));
            set("mediatype", json!("text/csv"));
            set("encoding", json!("utf-8"));
            set(
                "dialect",
                json!({"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"",
                "doubleQuote": true, "header": true}),
            );
        }
        File::Table(Form::Json) => {
            set("profile", json!("data-resource"));
            set("format", json!("json"));
            set("mediatype", json!("application/json"));
            set("encoding", json!("utf-8"));
            set("dialect", json!({"json": {"keyed": true, "property": "rows"}}));
        }
        File::Sheet => {
            set("profile", json!("data-resource"));
            set("format", json!("xlsx"));
            set("mediatype", json!(XLSX));
            set("dialect", json!({"excel": {"sheet": sheet_name(locales.own, of)}}));
        }
    }
    set("schema", schema(ctx, locales, of, file));
    locales.describe(&mut resource, &|locale| {
        let key = format!("data-{}", of.name());
        let about = locale.text(&format!("{key}.about"));
        let about = match file {
            File::Table(Form::Csv) => format!("{about} {}", locale.text("data-guard")),
            _ => about,
        };
        (locale.text(&key), about)
    });
    Value::Object(resource)
}

/// The media type of a workbook.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn schema(ctx: &PageContext<'_>, locales: &SiteLocales, of: Table, file: File) -> Value {
    let uses = ctx.index.uses;
    let own = columns(of, uses);
    let name = |column: &str| match file {
        File::Table(_) => column.to_owned(),
        // Sheets have titles for people in place of the column names.
        File::Sheet => own
            .iter()
            .find(|known| known.name == column)
            .map_or_else(String::new, |known| known.title(locales.own, of)),
    };
    let in_target = |target: Table| match file {
        File::Table(_) => "id".to_owned(),
        File::Sheet => columns(target, uses)[0].title(locales.own, target),
    };
    let extended = Extended { any: ctx.model.is_extended(), uses };
    let as_of = (file == File::Table(Form::Csv)).then_some(&AS_OF);
    let fields = own.iter().chain(as_of).map(|column| {
        let mut field = Map::new();
        field.insert("name".into(), json!(name(column.name)));
        if file == File::Sheet {
            field.insert("column".into(), json!(column.name));
        }
        let alone = of.key() == [column.name];
        type_of(&mut field, column, alone, file, ctx.model.settings.base_url.is_some(), extended);
        locales
            .describe(&mut field, &|locale| (column.title(locale, of), column.about(locale, of)));
        Value::Object(field)
    });
    let key: Vec<String> = of.key().iter().map(|column| name(column)).collect();
    let foreign = own.iter().filter_map(|column| {
        let Kind::Reference(target) = column.kind else { return None };
        let resource = if target == of { String::new() } else { resource_name(target, file) };
        Some(json!({"fields": [name(column.name)],
            "reference": {"resource": resource, "fields": [in_target(target)]}}))
    });
    json!({
        "fields": fields.collect::<Vec<Value>>(),
        "missingValues": [""],
        "primaryKey": key,
        "foreignKeys": foreign.collect::<Vec<Value>>(),
    })
}

/// The type of a field, with the constraints that all its values meet.
fn type_of(
    field: &mut Map<String, Value>,
    column: &Column,
    alone: bool,
    file: File,
    full_addresses: bool,
    extended: Extended,
) {
    let mut rules = Map::new();
    if column.needed {
        rules.insert("required".into(), json!(true));
    }
    if alone {
        rules.insert("unique".into(), json!(true));
    }
    let list = |of: &str| format!("{of}(?:{SEPARATOR}{of})*");
    let is_array = file == File::Table(Form::Json);
    let kind = match column.kind {
        Kind::Id | Kind::Reference(_) => {
            rules.insert("pattern".into(), json!(ID));
            "string"
        }
        list if list.is_list() && is_array => "array",
        Kind::References(_) | Kind::Names => {
            rules.insert("pattern".into(), json!(list(ID)));
            "string"
        }
        Kind::Words(words) => {
            rules.insert(
                "pattern".into(),
                json!(list(&format!("(?:{})", words.names(extended).join("|")))),
            );
            "string"
        }
        Kind::Word(words) => {
            rules.insert("enum".into(), json!(words.names(extended)));
            "string"
        }
        Kind::Number => {
            rules.insert("minimum".into(), json!(0));
            "integer"
        }
        Kind::Decimal => "number",
        Kind::Day => "date",
        Kind::Time => {
            rules.insert("pattern".into(), json!("[0-2][0-9]:[0-5][0-9]"));
            "string"
        }
        Kind::Address => {
            // A path within the site is not a valid address by itself.
            if full_addresses || column.name == "source" {
                field.insert("format".into(), json!("uri"));
            }
            "string"
        }
        Kind::Text => "string",
    };
    match column.kind {
        Kind::References(table) => {
            field.insert("references".into(), json!({"table": table.name(), "field": "id"}));
        }
        Kind::Words(words) => {
            field.insert("words".into(), json!(words.names(extended)));
        }
        _ => {}
    }
    field.insert("type".into(), json!(kind));
    if !rules.is_empty() {
        field.insert("constraints".into(), Value::Object(rules));
    }
}
