//! The sitemap for search engines: the addresses of all pages in one file, or an index of several
//! files if there are too many for one.

use serde::Serialize;

use crate::site::context::PageContext;
use crate::site::inventory;
use crate::site::route::{Route, published};
use crate::site::shared;

#[derive(Serialize)]
pub(super) struct View {
    /// The files that hold the addresses, if one file cannot.
    parts: Vec<String>,
    addresses: Vec<String>,
}

/// The view of the sitemap, or of one of its parts, counted from 1.
pub(super) fn view(ctx: &PageContext<'_>, part: Option<usize>) -> View {
    let base = ctx.model.settings.base_url.as_deref().unwrap_or_default();
    let address = |route: &Route| published(base, &route.path(ctx.model));
    if let Some(portal) = ctx.portal {
        let shared = shared::routes(portal, ctx.model).into_iter().filter(|route| route.is_page());
        let parts = portal.cards().map(|card| card.path(&Route::Sitemap.path(ctx.model)));
        let parts: Vec<String> = parts.map(|path| published(base, &path)).collect();
        return match part {
            // A sitemap that lists sitemaps lists no pages.
            None => View {
                parts: std::iter::once(address(&Route::SitemapPart(1))).chain(parts).collect(),
                addresses: Vec::new(),
            },
            Some(_) => View { parts: Vec::new(), addresses: shared.map(|r| address(&r)).collect() },
        };
    }
    let mut routes = inventory::all(ctx.model, ctx.index);
    let parts: Vec<String> =
        routes.iter().filter(|route| matches!(route, Route::SitemapPart(_))).map(address).collect();
    routes.retain(|route| route.is_page());
    let (parts, routes) = match part {
        None if !parts.is_empty() => (parts, Vec::new()),
        None => (Vec::new(), routes),
        Some(part) => {
            let limit = inventory::sitemap_limit(ctx.model);
            let rest = routes.into_iter().skip(part.saturating_sub(1) * limit);
            (Vec::new(), rest.take(limit).collect())
        }
    };
    View { parts, addresses: routes.iter().map(address).collect() }
}
