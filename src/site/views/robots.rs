//! The rules for search engines, which may read everything except the embeds, and the address of
//! the sitemap.

use serde::Serialize;

use crate::site::context::PageContext;
use crate::site::pages::EMBEDS;
use crate::site::route::Route;

#[derive(Serialize)]
pub(super) struct View {
    sitemap: Option<String>,
    /// The sitemap in the second language.
    second: Option<String>,
    /// The folder of the embeds, which repeat what the pages show.
    fragments: String,
}

pub(super) fn view(ctx: &PageContext<'_>) -> View {
    let base = ctx.model.settings.base_url.as_ref();
    // The path of the site on its host.
    let folder = base
        .and_then(|base| base.split_once("://")?.1.split_once('/'))
        .map_or("", |(_, folder)| folder);
    View {
        fragments: format!("/{folder}{EMBEDS}"),
        sitemap: base.map(|base| format!("{base}{}", Route::Sitemap.path(ctx.model))),
        second: base.zip(ctx.model.settings.twin).map(|(base, twin)| {
            format!("{base}{}{}", twin.language.folder(), Route::Sitemap.path(ctx.model))
        }),
    }
}
