//! Answers with one file of the site. Pages get the diagnostics and the script that follows the
//! content.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::{Prepared, content_type, guard};
use crate::content::files::MAX_ATTACHMENT_BYTES;
use crate::content::open;
use crate::content::portal::located;
use crate::locale::Locale;
use crate::output::manifest;
use crate::site::preview::Overlay;
use crate::site::{Route, Site, portal};

/// The folder of the preview's own files. No file of a site begins with a dot.
pub(super) const SCRIPT: &str = ".tiendo/preview.js";
pub(super) const STYLE: &str = ".tiendo/preview.css";
pub(super) const EVENTS: &str = ".tiendo/events";

/// Renders requested files.
pub(super) struct Pages {
    content: PathBuf,
    overlay: Arc<Overlay>,
    locale: &'static Locale,
}

/// An answer.
pub(super) struct Page {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// A file that is asked for.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    /// The site that has it.
    site: &'w Site,
    /// The folder of the records.
    content: &'w Path,
    /// Its path.
    path: &'w str,
    /// Its path in the site.
    inside: &'w str,
    /// How it is rendered, unless it belongs to the search index.
    route: Option<Route>,
    /// The file of the records that it is a copy of.
    copy: Option<&'w str>,
    /// The address of the published site, if it is known.
    base: Option<&'w str>,
}

/// What an open page needs to know to stay current.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct State {
    /// A sum of the page's text and the templates.
    page: String,
    /// A sum of the diagnostics.
    diagnostics: String,
    /// The diagnostics as HTML.
    banner: String,
}

/// A page that cannot be rendered.
#[derive(Serialize)]
struct Broken<'a> {
    lang: &'a str,
    title: String,
    text: String,
}

impl Pages {
    pub(super) fn new(content: PathBuf, overlay: Arc<Overlay>, language: &str) -> Self {
        Pages { content, overlay, locale: Locale::of(language) }
    }

    /// The page for a refused request.
    pub(super) fn refused(&self, refusal: guard::Refusal) -> Page {
        let text = self.locale.text(refusal.key());
        Page {
            status: refusal.status(),
            kind: "text/plain; charset=utf-8",
            bytes: format!("{text}\n").into_bytes(),
        }
    }

    /// The page for an internal error.
    pub(super) fn failed(&self) -> Page {
        self.broken(self.locale.text("serve-page-fault"))
    }

    /// The file at a path of the site.
    pub(super) fn page(&self, shown: &Prepared, path: &str) -> Page {
        match path {
            SCRIPT => return found(path, self.overlay.script()),
            STYLE => return found(path, self.overlay.style()),
            _ => {}
        }
        let mut page = self.plain(shown, path);
        if page.kind == content_type::HTML {
            let state = self.state_of(shown, &page);
            page.bytes = self.laid_over(&page.bytes, path, &state);
        }
        page
    }

    /// The state of the page at a path.
    pub(super) fn state(&self, shown: &Prepared, path: &str) -> State {
        self.state_of(shown, &self.plain(shown, path))
    }

    fn state_of(&self, shown: &Prepared, page: &Page) -> State {
        let mut sum = manifest::sha256(&page.bytes);
        sum.truncate(24);
        let mut diagnostics = manifest::sha256(shown.banner.as_bytes());
        diagnostics.truncate(24);
        State {
            page: format!("{sum}-{}", shown.templates_version),
            diagnostics,
            banner: shown.banner.clone(),
        }
    }

    /// The bytes of a file, exactly as they will be published.
    fn plain(&self, shown: &Prepared, path: &str) -> Page {
        let base = shown.site.model().settings.base_url.as_deref();
        let of_directive = shown.sites.as_ref().zip(portal::below(path));
        let of_directive = of_directive
            .and_then(|(sites, (id, inside))| Some((sites.site(id)?, sites.folder(id), inside)));
        if let Some((site, content, inside)) = of_directive {
            let route = site.routes().iter().find(|route| site.path(**route) == inside).copied();
            let copy = site.copies().into_iter().find(|(_, to)| *to == inside);
            let copy = copy.map(|(from, _)| from);
            return self.file(&Wanted {
                site: &site,
                content: &content,
                path,
                inside,
                route,
                copy,
                base,
            });
        }
        let (site, inside) = shown.site.holding(path);
        let route = shown.routes.get(path).copied();
        let copy = shown.copies.get(path).map(String::as_str);
        self.file(&Wanted { site, content: &self.content, path, inside, route, copy, base })
    }

    fn file(&self, wanted: &Wanted<'_>) -> Page {
        let Wanted { site, content, path, inside, route, copy, base } = *wanted;
        if let Some(route) = route.or_else(|| site.search_route(inside)) {
            return match site.render(route) {
                Ok(bytes) => found(path, bytes),
                Err(error) => {
                    let args = [("reason", error.to_string().into())];
                    self.broken(self.locale.format("trouble-template", &args))
                }
            };
        }
        if let Some(from) = copy {
            // A directive of a portal may use a file that it shares with others.
            let (folder, from) = located(content, from);
            if let Ok(bytes) = open::whole(&folder, &from, MAX_ATTACHMENT_BYTES) {
                return found(path, bytes);
            }
        }
        match site.render(Route::NotFound) {
            Ok(bytes) => {
                let folder = path.strip_suffix(inside).unwrap_or_default();
                let html = from_the_top(&String::from_utf8_lossy(&bytes), base, folder);
                let bytes = html.into_bytes();
                Page { status: 404, kind: content_type::HTML, bytes }
            }
            Err(_) => Page { status: 404, ..self.broken(self.locale.text("serve-page-missing")) },
        }
    }

    fn broken(&self, text: String) -> Page {
        let title = self.locale.text("serve-banner-trouble");
        let view = Broken { lang: self.locale.tag(), title, text };
        let html = self.overlay.broken(&view).unwrap_or_else(|error| error.message);
        Page { status: 500, kind: content_type::HTML, bytes: html.into_bytes() }
    }

    /// Adds the diagnostics at the top of a page, and the preview's script and style sheet. Embeds
    /// have no head and are left as they are.
    fn laid_over(&self, bytes: &[u8], path: &str, state: &State) -> Vec<u8> {
        let text = String::from_utf8_lossy(bytes);
        let Some((head, rest)) = text.split_once("</head>") else { return bytes.to_vec() };
        let Some((tag, body)) = rest.split_once("<body>") else { return bytes.to_vec() };
        let (page, lost) = (guard::encoded(path), self.locale.text("serve-lost"));
        let State { page: sum, diagnostics, banner } = state;
        format!(
            "{head}<link rel=\"stylesheet\" href=\"/{STYLE}\">\n<script src=\"/{SCRIPT}\" defer></script>\n\
             </head>{tag}<body>\n<div id=\"tiendo-preview\" role=\"alert\" data-events=\"/{EVENTS}?page={page}\" \
             data-page=\"{sum}\" data-diagnostics=\"{diagnostics}\" data-lost=\"{lost}\">{banner}</div>{body}"
        )
        .into_bytes()
    }
}

fn found(path: &str, bytes: Vec<u8>) -> Page {
    Page { status: 200, kind: content_type::of(path), bytes }
}

/// The page for missing addresses is shown at any depth, so its links begin at the root of the
/// preview, or the folder of its language there, even where they would lead to the published site.
fn from_the_top(html: &str, base: Option<&str>, folder: &str) -> String {
    let top = format!("/{folder}");
    let mut html = match base {
        Some(base) => html.replace(&format!("\"{base}"), "\"/"),
        None => html.to_owned(),
    };
    for name in [" href=\"", " src=\"", " action=\""] {
        let mut parts = html.split(name);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let value = part.split('"').next().unwrap_or_default();
            let stays = value.starts_with(['/', '#']) || value.contains(':');
            out.push_str(name);
            out.push_str(if stays { "" } else { &top });
            out.push_str(part);
        }
        html = out;
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_the_missing_page_begin_at_the_top() {
        let base = Some("https://a.example/x/");
        assert_eq!(
            from_the_top(
                "<a href=\"https://a.example/x/muc/1.html\"><link href=\"assets/site.css\"><a href=\"#main\"><a href=\"mailto:a@b\"><form action=\"tim-kiem.html\">",
                base,
                "",
            ),
            "<a href=\"/muc/1.html\"><link href=\"/assets/site.css\"><a href=\"#main\"><a href=\"mailto:a@b\"><form action=\"/tim-kiem.html\">"
        );
        let page = "<a href=\"https://a.example/x/en/muc/1.html\"><link href=\"assets/site.css\">";
        assert_eq!(
            from_the_top(page, base, "en/"),
            "<a href=\"/en/muc/1.html\"><link href=\"/en/assets/site.css\">"
        );
    }
}
