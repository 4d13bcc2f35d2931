//! The search page: its form, the messages of its script, and the texts by which general pages are
//! found.

use serde::Serialize;

use super::frame::{self, is_there};
use super::heading::Heading;
use serde_json::Value;

use super::components::Link;
use super::{directive, method, overview};
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

#[derive(Serialize)]
struct View {
    action: String,
    script: String,
    lookup: String,
    /// The messages of the script, with `#` for a number and `%` for the query.
    says: ScriptMessages,
    /// Links to other ways of finding something.
    ways: Vec<Link>,
}

#[derive(Serialize)]
struct ScriptMessages {
    one: String,
    many: String,
    none: String,
    nearest: String,
    missing: String,
    matches: String,
    elsewhere: String,
    as_of: String,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("search-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "search.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let ways = [
        (Route::Tasks(1), "nav-tasks"),
        (Route::Agencies, "nav-agencies"),
        (Route::Places, "nav-places"),
        (Route::Deadlines(1), "nav-deadlines"),
        (Route::Notes(1), "nav-notes"),
        (Route::Documents(1), "nav-documents"),
    ];
    let said = |key: &str| ctx.say(key, &[("n", "#".into()), ("query", "%".into())]);
    View {
        action: ctx.to(Route::Search),
        script: ctx.to(Route::SearchScript),
        lookup: ctx.to(if ctx.portal.is_some() { Route::Directive } else { Route::Lookup(1) }),
        says: ScriptMessages {
            one: said("search-one"),
            many: said("search-many"),
            none: said("search-none"),
            nearest: said("search-nearest"),
            missing: said("search-missing"),
            matches: said("search-matches"),
            elsewhere: said("search-elsewhere"),
            as_of: ctx.say("search-as-of", &[("date", (&ctx.short(ctx.as_of())).into())]),
        },
        ways: ways
            .into_iter()
            .filter(|(route, _)| is_there(ctx, *route))
            .map(|(route, key)| Link::new(ctx.to(route), ctx.text(key)))
            .collect(),
    }
}

/// The text by which a general page is found, in addition to its title.
///
/// Lists have none, because their items are found by themselves.
pub(in crate::site) fn words_of_page(ctx: &PageContext<'_>) -> String {
    match ctx.route {
        Route::Overview => overview::answer(ctx, &ctx.assessment.directive),
        // Its clauses are subjects of their own.
        Route::Directive if ctx.portal.is_none() => {
            format!("{} {}", ctx.model.directive.subject, strings(&directive::facts(ctx)))
        }
        Route::Method => {
            let fixed = ctx.words.table().iter().filter(|(key, _)| key.starts_with("method_"));
            let fixed: Vec<&str> = fixed.map(|(_, text)| text.as_str()).collect();
            format!("{} {}", strings(&method::view(ctx)), fixed.join(" "))
        }
        _ => String::new(),
    }
}

/// All texts of a view, without addresses and classes.
fn strings<V: Serialize>(view: &V) -> String {
    fn collect(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::String(text) => out.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| collect(value, out)),
            Value::Object(map) => {
                let said = map.iter().filter(|(key, _)| !["href", "class"].contains(&key.as_str()));
                said.for_each(|(_, value)| collect(value, out));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    if let Ok(value) = serde_json::to_value(view) {
        collect(&value, &mut out);
    }
    out.join(" ")
}
