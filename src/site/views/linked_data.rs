//! What search engines are told in their own vocabulary (schema.org): only what the page says.

use serde_json::{Map, Value, json};

use super::pieces::Link;
use crate::model::{AgencyIx, NoteIx, TaskIx};
use crate::site::route::Route;
use crate::site::sheet::Sheet;

/// The text of a data block, which no value can close; none for pages without one.
pub(super) fn of(
    sheet: &Sheet<'_>,
    canonical: Option<&str>,
    description: &str,
    crumbs: &[Link],
) -> Option<String> {
    let mut data = match sheet.route {
        Route::Overview => overview(sheet),
        Route::Task(ix) => task(sheet, ix),
        Route::Note(ix) => note(sheet, ix),
        _ => return None,
    };
    data.insert("@context".into(), "https://schema.org".into());
    data.insert("description".into(), description.into());
    data.insert("inLanguage".into(), sheet.tag().into());
    if let Some(url) = canonical {
        data.insert("url".into(), url.into());
        // Only a WebPage has one.
        if let (Route::Task(_), Some(breadcrumb)) = (sheet.route, breadcrumb(sheet, crumbs)) {
            data.insert("breadcrumb".into(), breadcrumb);
        }
    }
    if let Some(publisher) = &sheet.model.settings.publisher {
        data.insert("publisher".into(), organization(publisher));
    }
    Some(in_a_script(&Value::Object(data)))
}

fn overview(sheet: &Sheet<'_>) -> Map<String, Value> {
    let directive = &sheet.model.directive;
    let mut about = object(json!({
        "@type": "Legislation",
        "name": directive.subject,
        "legislationIdentifier": directive.number,
        "legislationDate": directive.date.to_string(),
    }));
    if let Some(issuer) = &directive.issuer {
        about.insert("legislationPassedBy".into(), organization(issuer));
    }
    object(json!({
        "@type": "WebSite",
        "name": sheet.model.settings.title,
        "dateModified": sheet.as_of().to_string(),
        "about": about,
    }))
}

fn task(sheet: &Sheet<'_>, ix: TaskIx) -> Map<String, Value> {
    let task = &sheet.model[ix];
    let changed = sheet.assessment[ix].last_entry.unwrap_or(sheet.as_of());
    object(json!({
        "@type": "WebPage",
        "name": format!("{} {}", task.number, task.title),
        "dateModified": changed.to_string(),
        "isPartOf": website(sheet),
    }))
}

fn note(sheet: &Sheet<'_>, ix: NoteIx) -> Map<String, Value> {
    let note = &sheet.model[ix];
    let mut data = object(json!({
        "@type": "Report",
        "headline": note.title,
        "datePublished": note.date.to_string(),
        "isPartOf": website(sheet),
    }));
    if let Some(author) = note.author {
        data.insert("author".into(), agency(sheet, author));
    }
    data
}

fn website(sheet: &Sheet<'_>) -> Value {
    let settings = &sheet.model.settings;
    let mut site = object(json!({"@type": "WebSite", "name": settings.title}));
    if let Some(base) = &settings.base_url {
        site.insert("url".into(), base.as_str().into());
    }
    Value::Object(site)
}

fn agency(sheet: &Sheet<'_>, ix: AgencyIx) -> Value {
    organization(&sheet.model[ix].name)
}

fn organization(name: &str) -> Value {
    json!({"@type": "Organization", "name": name})
}

/// The way to the page, with full addresses.
fn breadcrumb(sheet: &Sheet<'_>, crumbs: &[Link]) -> Option<Value> {
    let base = sheet.model.settings.base_url.as_ref()?;
    let items = crumbs.iter().enumerate().map(|(n, crumb)| {
        let href = crumb.href.as_deref().unwrap_or_default();
        // A page with crumbs lies one folder deep at most.
        let path = href.strip_prefix("../").map_or_else(
            || format!("{}{href}", folder(&sheet.route.path(sheet.model))),
            str::to_owned,
        );
        let path = if path == "index.html" { "" } else { &path };
        json!({"@type": "ListItem", "position": n + 1, "name": crumb.text, "item": format!("{base}{path}")})
    });
    let items: Vec<Value> = items.collect();
    (!items.is_empty()).then(|| json!({"@type": "BreadcrumbList", "itemListElement": items}))
}

fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// JSON that means the same inside a script element, whatever a record holds.
fn in_a_script(value: &Value) -> String {
    let json = value.to_string();
    if !json.contains(['<', '>', '&']) {
        return json;
    }
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_can_close_the_script() {
        let value = json!({"name": "</script><!--<script>&amp;"});
        let text = in_a_script(&value);
        assert!(!text.contains(['<', '>', '&']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
