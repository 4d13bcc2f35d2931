//! A DCAT catalogue of the open data for data portals: one dataset, as JSON-LD.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::package::XLSX;
use super::{Form, Table, address, table, workbook};
use crate::locale::Locale;
use crate::site::context::PageContext;
use crate::site::naming::directive_urn;
use crate::site::route::Route;

/// The European Union's vocabulary of file formats, which data portals share.
const FILE_TYPES: &str = "http://publications.europa.eu/resource/authority/file-type/";

const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// Renders the catalogue. If the site's address is unknown, its links are relative to the file.
pub(in crate::site) fn catalog(ctx: &PageContext<'_>) -> Vec<u8> {
    let (settings, directive) = (&ctx.model.settings, &ctx.model.directive);
    let catalog = here(ctx, Route::Catalog);
    let publisher =
        (settings.publisher.as_ref()).or(directive.issuer.as_ref()).unwrap_or(&settings.title);
    let mut whole = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": format!("{catalog}#catalog"),
        "@type": "dcat:Catalog",
        "dct:title": text(ctx, &settings.title),
        "dct:description": text(ctx, &about(ctx)),
        "dct:publisher": {"@id": format!("{catalog}#publisher"), "@type": "foaf:Agent",
            "foaf:name": text(ctx, publisher)},
        "dct:language": language(ctx.tag()),
        "dct:modified": day(ctx.as_of()),
        "foaf:homepage": {"@id": here(ctx, Route::Overview), "@type": "foaf:Document"},
        "dcat:dataset": [dataset(ctx, &catalog)],
    });
    if let Some(licence) = &settings.licence {
        whole["dct:license"] = json!({"@id": licence.url, "@type": "dct:LicenseDocument"});
    }
    let text = serde_json::to_string_pretty(&whole);
    let mut text = text.unwrap_or_else(|_| unreachable!("a JSON value can always be written"));
    text.push('\n');
    text.into_bytes()
}

/// Describes all tables as one dataset.
fn dataset(ctx: &PageContext<'_>, catalog: &str) -> Value {
    let (settings, directive) = (&ctx.model.settings, &ctx.model.directive);
    let mut dataset = json!({
        "@id": format!("{catalog}#dataset"),
        "@type": "dcat:Dataset",
        "dct:identifier": directive_urn(ctx.model),
        "dct:title": text(ctx, &settings.title),
        "dct:description": text(ctx, &about(ctx)),
        "dct:publisher": {"@id": format!("{catalog}#publisher")},
        "dct:issued": day(directive.date),
        "dct:modified": day(ctx.as_of()),
        "dct:language": language(ctx.tag()),
        "dcat:landingPage": {"@id": here(ctx, Route::Data), "@type": "foaf:Document"},
        "dcat:keyword": [text(ctx, &directive.name()), text(ctx, &directive.number)],
        "dcat:distribution": distributions(ctx, catalog),
    });
    let mut period = Map::new();
    if let Some(from) = directive.period.from {
        period.insert("dcat:startDate".into(), day(from));
    }
    if let Some(to) = directive.period.to {
        period.insert("dcat:endDate".into(), day(to));
    }
    if !period.is_empty() {
        period.insert("@type".into(), json!("dct:PeriodOfTime"));
        dataset["dct:temporal"] = Value::Object(period);
    }
    if let Some(contact) = &settings.contact {
        dataset["dcat:contactPoint"] =
            json!({"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": text(ctx, contact)});
    }
    dataset
}

/// The files of the dataset, the workbook last.
fn distributions(ctx: &PageContext<'_>, catalog: &str) -> Vec<Value> {
    let locale = Locale::of(ctx.tag());
    let mut distributions = Vec::new();
    for of in Table::of(ctx.index.uses) {
        for form in Form::ALL {
            let kind = match form {
                Form::Csv => ("text/csv", "CSV"),
                Form::Json => ("application/json", "JSON"),
            };
            let title = locale.text(&format!("data-{}", of.name()));
            let title = format!("{title} ({})", form.ending());
            let id = format!("{catalog}#{}-{}", of.name(), form.ending());
            let bytes = table(ctx, of, form).bytes.len();
            let route = Route::DataTable(of, form);
            distributions.push(distribution(ctx, &id, &title, route, bytes, kind));
        }
    }
    let (id, title) = (format!("{catalog}#workbook"), locale.text("data-workbook"));
    let bytes = workbook(ctx).bytes.len();
    let kind = (XLSX, "XLSX");
    distributions.push(distribution(ctx, &id, &title, Route::Workbook, bytes, kind));
    distributions
}

/// Describes a file of the dataset. `kind` is its media type and its word in [`FILE_TYPES`].
fn distribution(
    ctx: &PageContext<'_>,
    id: &str,
    title: &str,
    route: Route,
    bytes: usize,
    (media, file_type): (&str, &str),
) -> Value {
    let mut one = json!({
        "@id": id,
        "@type": "dcat:Distribution",
        "dct:title": text(ctx, title),
        "dcat:accessURL": {"@id": here(ctx, Route::Data)},
        "dcat:downloadURL": {"@id": here(ctx, route)},
        "dcat:mediaType": {"@id": format!("{MEDIA_TYPES}{media}"), "@type": "dct:MediaType"},
        "dct:format": {"@id": format!("{FILE_TYPES}{file_type}"), "@type": "dct:MediaTypeOrExtent"},
        "dcat:byteSize": {"@value": bytes.to_string(), "@type": "xsd:nonNegativeInteger"},
        "dct:conformsTo": {"@id": here(ctx, Route::DataPackage), "@type": "dct:Standard"},
        "dct:modified": day(ctx.as_of()),
    });
    if let Some(licence) = &ctx.model.settings.licence {
        one["dct:license"] = json!({"@id": licence.url, "@type": "dct:LicenseDocument"});
    }
    one
}

fn here(ctx: &PageContext<'_>, route: Route) -> String {
    match ctx.model.settings.base_url {
        Some(_) => address(ctx, route),
        None => ctx.to(route),
    }
}

fn text(ctx: &PageContext<'_>, text: &str) -> Value {
    json!({"@value": text, "@language": ctx.tag()})
}

fn day(day: NaiveDate) -> Value {
    json!({"@value": day, "@type": "xsd:date"})
}

/// The description of the data, including the notice that every page shows.
fn about(ctx: &PageContext<'_>) -> String {
    let about = ctx.text("data-about");
    match &ctx.model.settings.notice {
        Some(notice) => format!("{about} {notice}"),
        None => about,
    }
}

fn language(tag: &str) -> Value {
    let code = if tag == "vi" { "VIE" } else { "ENG" };
    json!({"@id": format!("http://publications.europa.eu/resource/authority/language/{code}"),
        "@type": "dct:LinguisticSystem"})
}
