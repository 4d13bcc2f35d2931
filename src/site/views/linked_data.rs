//! Structured data for search engines (schema.org). It states only what the page shows.

use serde::Serialize;

use super::components::Link;
use crate::model::{NoteIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::route::{Route, published};

/// The description of a page. Fields are in alphabetical order.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Data<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Legislation<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Named<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breadcrumb: Option<Breadcrumb<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    description: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<&'s str>,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Named<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Named<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'s str>,
}

/// The directive.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Legislation<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    legislation_date: String,
    legislation_identifier: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_passed_by: Option<Named<'s>>,
    name: &'s str,
}

/// An organization, or the site as a whole.
#[derive(Serialize)]
struct Named<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'s str>,
}

/// The breadcrumb of the page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Breadcrumb<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<Step<'s>>,
}

#[derive(Serialize)]
struct Step<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: String,
    name: &'s str,
    position: usize,
}

/// The text of a page's data block, which no value can close. `None` for pages without one.
pub(super) fn of(
    ctx: &PageContext<'_>,
    canonical: Option<&str>,
    description: &str,
    crumbs: &[Link],
) -> Option<String> {
    let mut data = match ctx.route {
        Route::Overview => overview(ctx),
        Route::Task(ix) => task(ctx, ix),
        Route::Note(ix) => note(ctx, ix),
        _ => return None,
    };
    data.context = "https://schema.org";
    data.description = description;
    data.in_language = ctx.tag();
    data.url = canonical;
    // Only a WebPage has this property.
    if let (Route::Task(_), Some(_)) = (ctx.route, canonical) {
        data.breadcrumb = breadcrumb(ctx, crumbs);
    }
    data.publisher = ctx.model.settings.publisher.as_deref().map(organization);
    Some(in_a_script(&data))
}

fn overview<'s>(ctx: &PageContext<'s>) -> Data<'s> {
    let directive = &ctx.model.directive;
    Data {
        kind: "WebSite",
        about: ctx.portal.is_none().then(|| Legislation {
            kind: "Legislation",
            legislation_date: directive.date.to_string(),
            legislation_identifier: &directive.number,
            legislation_passed_by: directive.issuer.as_deref().map(organization),
            name: &directive.subject,
        }),
        date_modified: Some(ctx.as_of().to_string()),
        name: Some(ctx.model.settings.title.clone()),
        ..Data::default()
    }
}

fn task<'s>(ctx: &PageContext<'s>, ix: TaskIx) -> Data<'s> {
    let changed = ctx.assessment[ix].last_entry.unwrap_or(ctx.as_of());
    Data {
        kind: "WebPage",
        date_modified: Some(changed.to_string()),
        is_part_of: Some(website(ctx)),
        name: Some(ctx.task_title(ix)),
        ..Data::default()
    }
}

fn note<'s>(ctx: &PageContext<'s>, ix: NoteIx) -> Data<'s> {
    let note = &ctx.model[ix];
    Data {
        kind: "Report",
        author: note.author.map(|author| organization(&ctx.model[author].name)),
        date_published: Some(note.date.to_string()),
        headline: Some(&note.title),
        is_part_of: Some(website(ctx)),
        ..Data::default()
    }
}

fn website<'s>(ctx: &PageContext<'s>) -> Named<'s> {
    let settings = &ctx.model.settings;
    Named { kind: "WebSite", name: &settings.title, url: settings.base_url.as_deref() }
}

fn organization(name: &str) -> Named<'_> {
    Named { kind: "Organization", name, url: None }
}

/// The breadcrumb of the page, with absolute addresses.
fn breadcrumb<'s>(ctx: &PageContext<'_>, crumbs: &'s [Link]) -> Option<Breadcrumb<'s>> {
    let base = ctx.model.settings.base_url.as_ref()?;
    let items = crumbs.iter().enumerate().map(|(n, crumb)| {
        let href = crumb.href.as_deref().unwrap_or_default();
        // Pages with a breadcrumb are at most one folder deep.
        let path = href
            .strip_prefix("../")
            .map_or_else(|| format!("{}{href}", folder(&ctx.route.path(ctx.model))), str::to_owned);
        Step { kind: "ListItem", item: published(base, &path), name: &crumb.text, position: n + 1 }
    });
    let items: Vec<Step<'_>> = items.collect();
    (!items.is_empty()).then_some(Breadcrumb { kind: "BreadcrumbList", item_list_element: items })
}

fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

/// Serializes a value as JSON that is safe inside a script element, whatever it contains.
fn in_a_script<V: Serialize>(value: &V) -> String {
    let json = serde_json::to_string(value)
        .unwrap_or_else(|_| unreachable!("texts and lists can always be written"));
    if !json.contains(['<', '>', '&']) {
        return json;
    }
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn no_value_can_close_the_script() {
        let value = json!({"name": "</script><!--<script>&amp;"});
        let text = in_a_script(&value);
        assert!(!text.contains(['<', '>', '&']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
