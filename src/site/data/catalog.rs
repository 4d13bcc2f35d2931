//! The same described for data portals: a DCAT catalogue with one dataset, as JSON-LD.

use serde_json::{Map, Value, json};

use super::package::XLSX;
use super::{Form, Table, address, table, workbook};
use crate::locale::Locale;
use crate::site::context::PageContext;
use crate::site::naming::root;
use crate::site::route::Route;

/// Where an office of the European Union keeps the words for formats that portals agree on.
const FILE_TYPES: &str = "http://publications.europa.eu/resource/authority/file-type/";

const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// The catalogue. Without an address of the site its own addresses are relative to the file.
pub(in crate::site) fn catalog(ctx: &PageContext<'_>) -> Vec<u8> {
    let (settings, directive) = (&ctx.model.settings, &ctx.model.directive);
    let here = |route: Route| match settings.base_url {
        Some(_) => address(ctx, route),
        None => ctx.to(route),
    };
    let catalog = here(Route::Catalog);
    let page = here(Route::Data);
    let tag = ctx.tag();
    let text = |text: &str| json!({"@value": text, "@language": tag});
    let day = |day: chrono::NaiveDate| json!({"@value": day, "@type": "xsd:date"});
    let publisher =
        (settings.publisher.as_ref()).or(directive.issuer.as_ref()).unwrap_or(&settings.title);
    let publisher = json!({"@id": format!("{catalog}#publisher"), "@type": "foaf:Agent",
        "foaf:name": text(publisher)});

    let mut distributions = Vec::new();
    let mut distribution = |id: String,
                            title: &str,
                            route: Route,
                            bytes: usize,
                            kind: (&str, &str)| {
        let (media, file_type) = kind;
        let mut one = json!({
            "@id": format!("{catalog}#{id}"),
            "@type": "dcat:Distribution",
            "dct:title": text(title),
            "dcat:accessURL": {"@id": page},
            "dcat:downloadURL": {"@id": here(route)},
            "dcat:mediaType": {"@id": format!("{MEDIA_TYPES}{media}"), "@type": "dct:MediaType"},
            "dct:format": {"@id": format!("{FILE_TYPES}{file_type}"), "@type": "dct:MediaTypeOrExtent"},
            "dcat:byteSize": {"@value": bytes.to_string(), "@type": "xsd:nonNegativeInteger"},
            "dct:conformsTo": {"@id": here(Route::DataPackage), "@type": "dct:Standard"},
            "dct:modified": day(ctx.as_of()),
        });
        if let Some(licence) = &settings.licence {
            one["dct:license"] = json!({"@id": licence.url, "@type": "dct:LicenseDocument"});
        }
        distributions.push(one);
    };
    let locale = Locale::of(tag);
    for of in Table::ALL {
        for form in Form::ALL {
            let title =
                format!("{} ({})", locale.text(&format!("data-{}", of.name())), form.ending());
            let kind = match form {
                Form::Csv => ("text/csv", "CSV"),
                Form::Json => ("application/json", "JSON"),
            };
            let bytes = table(ctx, of, form).bytes.len();
            let id = format!("{}-{}", of.name(), form.ending());
            distribution(id, &title, Route::DataTable(of, form), bytes, kind);
        }
    }
    let bytes = workbook(ctx).bytes.len();
    let title = locale.text("data-workbook");
    distribution("workbook".into(), &title, Route::Workbook, bytes, (XLSX, "XLSX"));

    let mut dataset = json!({
        "@id": format!("{catalog}#dataset"),
        "@type": "dcat:Dataset",
        "dct:identifier": root(ctx.model),
        "dct:title": text(&settings.title),
        "dct:description": text(&about(ctx)),
        "dct:publisher": {"@id": format!("{catalog}#publisher")},
        "dct:issued": day(directive.date),
        "dct:modified": day(ctx.as_of()),
        "dct:language": language(tag),
        "dcat:landingPage": {"@id": page, "@type": "foaf:Document"},
        "dcat:keyword": [text(&directive.name()), text(&directive.number)],
        "dcat:distribution": distributions,
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
            json!({"@type": ["vcard:Kind", "vcard:Organization"], "vcard:fn": text(contact)});
    }
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
        "dct:title": text(&settings.title),
        "dct:description": text(&about(ctx)),
        "dct:publisher": publisher,
        "dct:language": language(tag),
        "dct:modified": day(ctx.as_of()),
        "foaf:homepage": {"@id": here(Route::Overview), "@type": "foaf:Document"},
        "dcat:dataset": [dataset],
    });
    if let Some(licence) = &settings.licence {
        whole["dct:license"] = json!({"@id": licence.url, "@type": "dct:LicenseDocument"});
    }
    let text = serde_json::to_string_pretty(&whole);
    let mut text = text.unwrap_or_else(|_| unreachable!("a JSON value can always be written"));
    text.push('\n');
    text.into_bytes()
}

/// What the data is, with the notice that every page shows.
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
