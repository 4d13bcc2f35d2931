//! What search engines may read: everything, and where the sitemap lies.

use serde::Serialize;

use crate::site::route::Route;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    sitemap: Option<String>,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let base = sheet.model.settings.base_url.as_ref();
    View { sitemap: base.map(|base| format!("{base}{}", Route::Sitemap.path(sheet.model))) }
}
