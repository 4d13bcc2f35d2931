//! The frame around every page: title, date, navigation, breadcrumb, contact.

use serde::Serialize;

use super::card;
use super::components::Link;
use super::follow::Follow;
use super::heading::{DESCRIPTION, Heading, described};
use super::{linked_data, portal_kept};
use crate::site::address::relative;
use crate::site::context::PageContext;
use crate::site::raster::{HEIGHT, WIDTH};
use crate::site::render::{Engine, Partial, RenderError, Rendered};
use crate::site::route::{Route, published};
use crate::site::shared::to_portal;
use crate::site::text::cut;

/// Maximum length of the title in browser tabs and previews, in characters.
const MAX_HEAD_TITLE: usize = 58;

#[derive(Serialize)]
struct Frame {
    lang: &'static str,
    head_title: String,
    description: String,
    canonical: Option<String>,
    /// Whether search engines should leave out the page.
    noindex: bool,
    /// The same page in the other language.
    twin: Option<TwinPage>,
    picture: Option<Picture>,
    linked_data: Option<String>,
    site_title: String,
    home: String,
    is_home: bool,
    notice: Option<String>,
    contact: Option<String>,
    crumbs: Vec<Link>,
    here: String,
    /// Feeds and calendars about the subject of the page.
    follow: Follow,
    /// The rendered `frame_assets.html`, `frame_header.html` and `frame_footer.html`.
    assets: Partial,
    header: Partial,
    footer: Partial,
}

/// The files that a page loads.
#[derive(Serialize)]
struct Assets {
    stylesheet: String,
    script: String,
    icon: String,
}

/// The top of a page.
#[derive(Serialize)]
struct Header {
    logo: Option<String>,
    site_title: String,
    home: String,
    is_home: bool,
    as_of: String,
    as_of_iso: String,
    notice: Option<String>,
    /// Directives of a portal whose figures are older than the others'.
    kept: Option<String>,
    /// The address of the search form. `None` on the search page, which has its own form.
    search: Option<String>,
    nav: Vec<Entry>,
}

/// The foot of a page.
#[derive(Serialize)]
struct Footer {
    as_of: String,
    next_update: Option<String>,
    publisher: Option<String>,
    /// Links to pages that are not in the menu.
    further: Vec<Link>,
}

#[derive(Serialize)]
struct Entry {
    href: String,
    text: String,
    current: bool,
    inside: bool,
}

/// Renders a page with its template and the frame around it.
pub(super) fn fill<V: Serialize>(
    engine: &Engine,
    ctx: &PageContext<'_>,
    template: &'static str,
    heading: Heading,
    view: &V,
) -> Rendered {
    engine.fill(template, &Frame::of(engine, ctx, heading)?, view)
}

impl Frame {
    fn of(engine: &Engine, ctx: &PageContext<'_>, heading: Heading) -> Result<Self, RenderError> {
        let settings = &ctx.model.settings;
        let Heading { title, here, code, crumbs, description, canonical } = heading;
        let path = ctx.route.path(ctx.model);
        let own = settings.base_url.as_ref().filter(|_| ctx.route.is_page());
        let canonical = canonical.or_else(|| own.map(|base| published(base, &path)));
        let here = here.unwrap_or_else(|| title.clone());
        let description = description.unwrap_or_else(|| described(ctx, &here, ctx.as_of()));
        // Whoever reads only the preview must know that the figures are illustrative.
        let description = match &settings.notice {
            Some(notice) => format!("{notice} {}", cut(&description, DESCRIPTION)),
            None => cut(&description, DESCRIPTION),
        };
        let linked_data = linked_data::of(ctx, canonical.as_deref(), &description, &crumbs);
        let portal = settings.portal.iter().map(|of| Link::new(to_portal(ctx), of.title.clone()));
        let crumbs = portal.chain(crumbs).collect();
        let key = frame_key(ctx, &path);
        Ok(Frame {
            lang: ctx.tag(),
            description,
            head_title: cut(&title, MAX_HEAD_TITLE),
            canonical,
            noindex: matches!(ctx.route, Route::Former(_)),
            twin: TwinPage::of(ctx),
            picture: Picture::of(ctx),
            linked_data,
            site_title: settings.title.clone(),
            home: ctx.to(Route::Overview),
            is_home: ctx.route == Route::Overview,
            notice: settings.notice.clone(),
            contact: settings.contact.as_ref().map(|contact| {
                let code = code.as_ref().unwrap_or(&title);
                let args = [("contact", contact.into()), ("code", code.into())];
                ctx.say("contact-line", &args)
            }),
            crumbs,
            here,
            follow: Follow::of(ctx),
            assets: engine.partial("frame_assets.html", &key, || Assets::of(ctx))?,
            header: engine.partial("frame_header.html", &key, || Header::of(ctx))?,
            footer: engine.partial("frame_footer.html", &key, || Footer::of(ctx))?,
        })
    }
}

/// The key by which pages share the parts of the frame.
///
/// Pages share them if they are in the same folder and under the same entry of the menu. A few
/// pages have a frame of their own.
fn frame_key(ctx: &PageContext<'_>, path: &str) -> String {
    if matches!(ctx.route, Route::Period(_) | Route::Search | Route::NotFound) {
        return path.to_owned();
    }
    let folder = path.rfind('/').map_or("", |at| &path[..=at]);
    let states = menu(ctx.route).map(|(entry, _, inside)| match inside {
        _ if entry == ctx.route => '=',
        true => '>',
        false => ' ',
    });
    folder.chars().chain(states).collect()
}

impl Assets {
    fn of(ctx: &PageContext<'_>) -> Self {
        Assets {
            stylesheet: ctx.to(Route::Stylesheet),
            script: ctx.to(Route::Script),
            icon: ctx.to(Route::Icon),
        }
    }
}

impl Header {
    fn of(ctx: &PageContext<'_>) -> Self {
        let settings = &ctx.model.settings;
        Header {
            logo: settings.logo.and_then(|logo| ctx.to_attachment(logo)),
            site_title: settings.title.clone(),
            home: ctx.to(Route::Overview),
            is_home: ctx.route == Route::Overview,
            as_of: as_of(ctx),
            as_of_iso: ctx.as_of().to_string(),
            notice: settings.notice.clone(),
            kept: portal_kept::sentence(ctx),
            search: (ctx.route != Route::Search).then(|| ctx.to(Route::Search)),
            nav: nav(ctx),
        }
    }
}

impl Footer {
    fn of(ctx: &PageContext<'_>) -> Self {
        let settings = &ctx.model.settings;
        let next_update = settings
            .next_update
            .map(|day| ctx.say("next-update", &[("date", (&ctx.short(day)).into())]));
        let publisher = settings.publisher.as_ref();
        let further = further().into_iter();
        Footer {
            as_of: as_of(ctx),
            next_update,
            publisher: publisher.map(|name| ctx.say("published-by", &[("name", name.into())])),
            further: further
                .filter(|(route, _)| is_there(ctx, *route))
                .map(|(route, key)| Link::new(ctx.to(route), ctx.text(key)))
                .collect(),
        }
    }
}

fn as_of(ctx: &PageContext<'_>) -> String {
    ctx.say(as_of_key(ctx), &[("date", (&ctx.short(ctx.as_of())).into())])
}

/// The message key of the as-of date.
///
/// A page about a past date has figures of its own, so its frame says that the as-of date is that
/// of the latest figures.
fn as_of_key(ctx: &PageContext<'_>) -> &'static str {
    match ctx.route {
        Route::Period(date) if date != ctx.as_of() => "as-of-newest",
        _ => "as-of",
    }
}

/// Pages that are not in the menu.
fn further() -> [(Route, &'static str); 6] {
    [
        (Route::Search, "search-title"),
        (Route::Lookup(1), "lookup-title"),
        (Route::Progress, "progress-title"),
        (Route::Report, "report-title"),
        (Route::Data, "data-title"),
        (Route::Embeds, "embed-title"),
    ]
}

/// The same page of the site in the other language.
#[derive(Serialize)]
struct TwinPage {
    lang: &'static str,
    href: String,
    text: String,
    /// The whole address, for search engines, and that of this page.
    address: Option<String>,
    own: Option<String>,
}

impl TwinPage {
    fn of(ctx: &PageContext<'_>) -> Option<Self> {
        let settings = &ctx.model.settings;
        let twin = settings.twin.filter(|_| ctx.route.is_page())?;
        let own = ctx.route.path(ctx.model);
        // How many pages the index by letter has depends on the language.
        let there = match ctx.route {
            Route::Lookup(_) => Route::Lookup(1),
            route => route,
        };
        let there = there.path(ctx.model);
        let (here, there, base) = if twin.is_first {
            let folder = settings.language.folder();
            let base = settings.base_url.as_deref().and_then(|base| base.strip_suffix(folder));
            ([folder, &own].concat(), there, base)
        } else {
            let there = [twin.language.folder(), &there].concat();
            (own.clone(), there, settings.base_url.as_deref())
        };
        Some(TwinPage {
            lang: twin.language.tag(),
            href: relative(&here, &there),
            text: ctx.text(&format!("language-{}", twin.language.tag())),
            address: base.map(|base| published(base, &there)),
            own: base.map(|base| published(base, &here)),
        })
    }
}

/// The picture for previews, which must not be a vector picture and needs an absolute address.
#[derive(Serialize)]
struct Picture {
    address: String,
    width: u32,
    height: u32,
    alt: String,
}

impl Picture {
    fn of(ctx: &PageContext<'_>) -> Option<Self> {
        let is_single = ctx.route.is_page() && ctx.portal.is_none();
        let base = ctx.model.settings.base_url.as_ref().filter(|_| is_single)?;
        let card = card::of_page(ctx.route);
        Some(Picture {
            address: published(base, &card.path(ctx.model)),
            width: WIDTH,
            height: HEIGHT,
            alt: card::alt(ctx, card)?,
        })
    }
}

/// The entries of the menu, each with whether the page `here` belongs to it.
fn menu(here: Route) -> [(Route, &'static str, bool); 9] {
    [
        (Route::Overview, "nav-overview", matches!(here, Route::Priority(_))),
        (
            Route::Tasks(1),
            "nav-tasks",
            matches!(here, Route::Task(_) | Route::Tasks(_) | Route::Standing(..)),
        ),
        (Route::Deadlines(1), "nav-deadlines", matches!(here, Route::Deadlines(_))),
        (Route::Agencies, "nav-agencies", matches!(here, Route::Agency(_))),
        (Route::Places, "nav-places", matches!(here, Route::Place(_))),
        (Route::Notes(1), "nav-notes", matches!(here, Route::Note(_) | Route::Notes(_))),
        (Route::Documents(1), "nav-documents", matches!(here, Route::Documents(_))),
        (Route::Directive, "nav-directive", false),
        (Route::Method, "nav-method", false),
    ]
}

/// Whether the site has a page of the menu or of the footer.
pub(super) fn is_there(ctx: &PageContext<'_>, route: Route) -> bool {
    let of_portal = [
        Route::Overview,
        Route::Directive,
        Route::Agencies,
        Route::Places,
        Route::Method,
        Route::Search,
        Route::Data,
    ];
    let has_places = route != Route::Places || !ctx.index.places.is_empty();
    has_places && (ctx.portal.is_none() || of_portal.contains(&route))
}

fn is_list_of_directives(ctx: &PageContext<'_>, route: Route) -> bool {
    route == Route::Directive && ctx.portal.is_some()
}

fn nav(ctx: &PageContext<'_>) -> Vec<Entry> {
    let here = ctx.route;
    menu(here)
        .into_iter()
        .filter(|(route, _, _)| is_there(ctx, *route))
        .map(|(route, key, inside)| Entry {
            href: ctx.to(route),
            text: ctx.text(if is_list_of_directives(ctx, route) { "nav-directives" } else { key }),
            current: here == route,
            inside: inside && here != route,
        })
        .collect()
}
