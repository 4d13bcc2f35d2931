//! The addresses of all pages, for search engines: one file, or, where they are too many for one,
//! several and a file that names those.

use serde::Serialize;

use crate::model::Model;
use crate::site::route::{self, Route};
use crate::site::context::PageContext;

/// Most addresses of a file, as search engines agreed.
const ADDRESSES: usize = 50_000;
/// Most bytes of a file, as search engines agreed.
const BYTES: usize = 50 * 1024 * 1024;
/// No path of the site and the tags around it are longer.
const LONGEST: usize = 400;
/// A character of the address may be written as so many.
const ESCAPED: usize = 6;

#[derive(Serialize)]
pub(super) struct View {
    /// The files that hold the addresses, where this one cannot.
    parts: Vec<String>,
    addresses: Vec<String>,
}

/// How many addresses a file holds.
pub(in crate::site) fn limit(model: &Model) -> usize {
    let base = model.settings.base_url.as_ref().map_or(0, String::len);
    (BYTES / (base.saturating_mul(ESCAPED) + LONGEST)).clamp(1, ADDRESSES)
}

/// The file of the site's address, or one of its parts, from 1.
pub(super) fn view(ctx: &PageContext<'_>, part: Option<usize>) -> View {
    let base = ctx.model.settings.base_url.as_deref().unwrap_or_default();
    let address = |route: &Route| match route {
        Route::Overview => base.to_owned(),
        _ => format!("{base}{}", route.path(ctx.model)),
    };
    let mut routes = route::all(ctx.model, ctx.index);
    let parts: Vec<String> =
        routes.iter().filter(|route| matches!(route, Route::SitemapPart(_))).map(address).collect();
    routes.retain(|route| route.is_page());
    let (parts, routes) = match part {
        None if !parts.is_empty() => (parts, Vec::new()),
        None => (Vec::new(), routes),
        Some(part) => {
            let limit = limit(ctx.model);
            let rest = routes.into_iter().skip(part.saturating_sub(1) * limit);
            (Vec::new(), rest.take(limit).collect())
        }
    };
    View { parts, addresses: routes.iter().map(address).collect() }
}
