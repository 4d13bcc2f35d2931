//! What search engines may read: everything but the pieces for other websites, and where the sitemap lies.

use serde::Serialize;

use crate::site::route::Route;
use crate::site::context::PageContext;

#[derive(Serialize)]
pub(super) struct View {
    sitemap: Option<String>,
    /// The folder of the pieces for other websites: they repeat what the pages say.
    fragments: String,
}

pub(super) fn view(ctx: &PageContext<'_>) -> View {
    let base = ctx.model.settings.base_url.as_ref();
    // The path of the site below its host.
    let folder = base
        .and_then(|base| base.split_once("://")?.1.split_once('/'))
        .map_or("", |(_, folder)| folder);
    View {
        fragments: format!("/{folder}nhung/"),
        sitemap: base.map(|base| format!("{base}{}", Route::Sitemap.path(ctx.model))),
    }
}
