//! The addresses of all pages, for search engines.

use serde::Serialize;

use crate::site::route;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    addresses: Vec<String>,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let base = sheet.model.settings.base_url.as_deref().unwrap_or_default();
    let pages = route::all(sheet.model, sheet.index).into_iter().filter(|route| route.is_page());
    let address = |route: route::Route| match route {
        route::Route::Overview => base.to_owned(),
        _ => format!("{base}{}", route.path(sheet.model)),
    };
    View { addresses: pages.map(address).collect() }
}
