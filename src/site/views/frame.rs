//! What stands around every page: title, date, navigation, breadcrumb, contact.

use serde::Serialize;

use super::follow::Follow;
use super::pieces::{Link, TaskRow};
use super::{former, linked_data, overview};
use crate::model::{Language, PriorityIx};
use crate::site::render::{Engine, Piece, RenderError};
use crate::site::route::{Embed, Route};
use crate::site::context::PageContext;

/// Longest title in the tab and in previews, in characters.
const HEAD_TITLE: usize = 58;
/// Longest description for search engines and previews.
const DESCRIPTION: usize = 155;

#[derive(Serialize)]
pub(super) struct Frame {
    lang: &'static str,
    head_title: String,
    description: String,
    canonical: Option<String>,
    /// Search engines shall not list the page.
    noindex: bool,
    /// The language and country of previews.
    og_locale: &'static str,
    linked_data: Option<String>,
    site_title: String,
    home: String,
    is_home: bool,
    notice: Option<String>,
    contact: Option<String>,
    crumbs: Vec<Link>,
    here: String,
    /// What changes on the page, for feed readers and calendars.
    follow: Follow,
    /// `frame_assets.html`, `frame_header.html` and `frame_footer.html`, filled.
    assets: Piece,
    header: Piece,
    footer: Piece,
}

/// What a page loads.
#[derive(Serialize)]
struct Assets {
    /// Previews draw no vector pictures, and need a full address.
    og_image: Option<String>,
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
    /// Where the form leads; none on the search page, which has its own.
    search: Option<String>,
    nav: Vec<Entry>,
}

/// What stands at the foot of every page.
#[derive(Serialize)]
struct Footer {
    as_of: String,
    next_update: Option<String>,
    publisher: Option<String>,
    /// Pages that are not in the menu.
    further: Vec<Link>,
}

#[derive(Serialize)]
struct Entry {
    href: String,
    text: String,
    current: bool,
    inside: bool,
}

impl Frame {
    pub(super) fn of(engine: &Engine, ctx: &PageContext<'_>) -> Result<Self, RenderError> {
        let settings = &ctx.model.settings;
        let place = Place::of(ctx);
        let path = ctx.route.path(ctx.model);
        let is_page = ctx.route.is_page();
        let title = match ctx.route {
            Route::Overview => settings.title.clone(),
            _ => place.title.clone(),
        };
        let code = place.code.unwrap_or_else(|| title.clone());
        let canonical =
            settings.base_url.as_ref().filter(|_| is_page).map(|base| {
                if path == "index.html" { base.clone() } else { format!("{base}{path}") }
            });
        let canonical = match ctx.route {
            Route::Former(n, _) => former::canonical(ctx, &ctx.model.moved[n]),
            _ => canonical,
        };
        let description = cut(&describe(ctx, &place.title), DESCRIPTION);
        let linked_data = linked_data::of(ctx, canonical.as_deref(), &description, &place.crumbs);
        let key = alike(ctx, &path);
        Ok(Frame {
            lang: ctx.tag(),
            description,
            head_title: cut(&title, HEAD_TITLE),
            canonical,
            noindex: matches!(ctx.route, Route::Former(..)),
            og_locale: match settings.language {
                Language::Vi => "vi_VN",
                Language::En => "en_GB",
            },
            linked_data,
            site_title: settings.title.clone(),
            home: ctx.to(Route::Overview),
            is_home: ctx.route == Route::Overview,
            notice: settings.notice.clone(),
            contact: settings.contact.as_ref().map(|contact| {
                let args = [("contact", contact.into()), ("code", (&code).into())];
                ctx.say("contact-line", &args)
            }),
            crumbs: place.crumbs,
            here: place.title,
            follow: Follow::of(ctx),
            assets: engine.piece("frame_assets.html", &key, || Assets::of(ctx))?,
            header: engine.piece("frame_header.html", &key, || Header::of(ctx))?,
            footer: engine.piece("frame_footer.html", &key, || Footer::of(ctx))?,
        })
    }
}

/// Pages of one folder share what the frame always says, but for the entry of the menu under which
/// they stand. A few pages have something of their own to say there.
fn alike(ctx: &PageContext<'_>, path: &str) -> String {
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
            og_image: og_image(ctx),
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
                .map(|(route, key)| Link::new(ctx.to(route), ctx.text(key)))
                .collect(),
        }
    }
}

fn as_of(ctx: &PageContext<'_>) -> String {
    ctx.say(as_of_key(ctx), &[("date", (&ctx.short(ctx.as_of())).into())])
}

/// A page about a past date has figures of its own: there the frame says that its date is that of
/// the newest ones.
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
        (Route::Embed(Embed::How), "embed-title"),
    ]
}

/// The title of a page.
pub(in crate::site) fn heading(ctx: &PageContext<'_>) -> String {
    match ctx.route {
        Route::Overview => ctx.model.settings.title.clone(),
        _ => Place::of(ctx).title,
    }
}

/// What search results and previews say below the title: the answer, where the page gives one.
fn describe(ctx: &PageContext<'_>, title: &str) -> String {
    match ctx.route {
        Route::Overview => return overview::answer(ctx, &ctx.assessment.directive),
        Route::Note(ix) => {
            let text = ctx.excerpt(ix, DESCRIPTION);
            if !text.is_empty() {
                return text;
            }
        }
        _ => {}
    }
    let site = &ctx.model.settings.title;
    let date = ctx.short(match ctx.route {
        Route::Period(date) => date,
        _ => ctx.as_of(),
    });
    let title = match ctx.route {
        Route::Task(ix) => {
            let TaskRow { tag, lead, due, .. } = TaskRow::of(ctx, ix);
            let line: Vec<String> = [tag.label, lead].into_iter().chain(due).collect();
            line.join(" · ")
        }
        _ => title.to_owned(),
    };
    let args = [("title", (&title).into()), ("site", site.into()), ("date", (&date).into())];
    ctx.say("page-description", &args)
}

fn og_image(ctx: &PageContext<'_>) -> Option<String> {
    let settings = &ctx.model.settings;
    let path = &ctx.model[settings.logo?].site_path;
    let drawn = [".png", ".jpg", ".jpeg"].iter().any(|ending| path.ends_with(ending));
    settings.base_url.as_ref().filter(|_| drawn).map(|base| format!("{base}{path}"))
}

/// Where a page stands among the others.
struct Place {
    title: String,
    /// What a reader quotes when something is wrong, if that is shorter than the title.
    code: Option<String>,
    crumbs: Vec<Link>,
}

impl Place {
    fn of(ctx: &PageContext<'_>) -> Self {
        let model = ctx.model;
        let overview = || Link::new(ctx.to(Route::Overview), ctx.text("nav-overview"));
        let list = |route, key: &str| Link::new(ctx.to(route), ctx.text(key));
        let under = |crumbs: Vec<Link>, title: String, code: Option<String>| {
            let crumbs = std::iter::once(overview()).chain(crumbs).collect();
            Place { title, code, crumbs }
        };
        let priority_link = |ix: PriorityIx| {
            let name = ctx.priority_name(&model[ix].number);
            Link::new(ctx.to_priority(ix), format!("{name}. {}", model[ix].title))
        };
        match ctx.route {
            Route::Priority(ix) => {
                let name = ctx.priority_name(&model[ix].number);
                under(vec![], format!("{name}. {}", model[ix].title), Some(name))
            }
            Route::Task(ix) => {
                let task = &model[ix];
                let title = format!("{} {}", task.number, task.title);
                under(vec![priority_link(task.priority)], title, Some(task.number.clone()))
            }
            Route::Ledger(ix, page) => {
                let task = &model[ix];
                let name = format!("{} {}", task.number, task.title);
                let title = ctx.say("ledger-title", &[("task_name", (&name).into())]);
                let crumbs = vec![Link::new(ctx.to_task(ix), name)];
                under(crumbs, with_page(ctx, title, page), Some(task.number.clone()))
            }
            Route::Note(ix) => {
                let note = &model[ix];
                let list = list(Route::Notes(1), "nav-notes");
                under(vec![list], note.title.clone(), Some(note.id.to_string()))
            }
            Route::Agency(ix) => {
                under(vec![list(Route::Agencies, "nav-agencies")], model[ix].name.clone(), None)
            }
            Route::Place(ix) => {
                under(vec![list(Route::Places, "nav-places")], model[ix].name.clone(), None)
            }
            Route::Notes(page) => under(vec![], numbered(ctx, "notes-title", page), None),
            Route::Tasks(page) => under(vec![], numbered(ctx, "tasks-title", page), None),
            Route::Deadlines(page) => under(vec![], numbered(ctx, "deadlines-title", page), None),
            Route::Standing(standing, page) => {
                let name = ctx.standing_alone(standing);
                let title = ctx.say("standing-title", &[("standing", (&name).into())]);
                let title = with_page(ctx, title, page);
                under(vec![list(Route::Tasks(1), "nav-tasks")], title, None)
            }
            Route::Documents(page) => under(vec![], numbered(ctx, "documents-title", page), None),
            Route::Agencies => under(vec![], ctx.text("agencies-title"), None),
            Route::Places => under(vec![], ctx.text("places-title"), None),
            Route::Directive => under(vec![], ctx.text("directive-title"), None),
            Route::Method => under(vec![], ctx.text("method-title"), None),
            Route::Progress => under(vec![], ctx.text("progress-title"), None),
            Route::Report => under(vec![], ctx.text("report-title"), None),
            Route::Data => under(vec![], ctx.text("data-title"), None),
            Route::NotFound => under(vec![], ctx.text("not-found-title"), None),
            Route::Period(date) => {
                let args = [("date", ctx.short(date).into())];
                let title = ctx.say("period-title", &args);
                under(vec![list(Route::Progress, "progress-title")], title, None)
            }
            Route::Embed(Embed::How) => under(vec![], ctx.text("embed-title"), None),
            Route::Former(n, _) => {
                let title = ctx.model.moved[n].title.clone();
                under(vec![list(Route::FormerList, "former-title")], title, None)
            }
            Route::FormerList => under(vec![], ctx.text("former-title"), None),
            Route::Search => under(vec![], ctx.text("search-title"), None),
            Route::Lookup(page) => under(vec![], numbered(ctx, "lookup-title", page), None),
            Route::Overview
            | Route::Sitemap
            | Route::SitemapPart(_)
            | Route::Robots
            | Route::Stylesheet
            | Route::Script
            | Route::TaskData(_)
            | Route::Embed(_)
            | Route::Feed(_)
            | Route::Calendar(_)
            | Route::DataTable(..)
            | Route::Workbook
            | Route::DataPackage
            | Route::Catalog
            | Route::SearchScript
            | Route::SearchDirectory
            | Route::SearchPart(_)
            | Route::SearchRows(_)
            | Route::Icon => {
                Place { title: ctx.text("nav-overview"), code: None, crumbs: vec![] }
            }
        }
    }
}

fn numbered(ctx: &PageContext<'_>, key: &str, page: usize) -> String {
    with_page(ctx, ctx.text(key), page)
}

fn with_page(ctx: &PageContext<'_>, title: String, page: usize) -> String {
    if page == 1 {
        return title;
    }
    ctx.say("title-page", &[("title", (&title).into()), ("page", page.into())])
}

/// The entries of the menu, each with whether a page stands inside of it.
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

fn nav(ctx: &PageContext<'_>) -> Vec<Entry> {
    let here = ctx.route;
    menu(here)
        .into_iter()
        .filter(|(route, _, _)| *route != Route::Places || !ctx.index.places.is_empty())
        .map(|(route, key, inside)| Entry {
            href: ctx.to(route),
            text: ctx.text(key),
            current: here == route,
            inside: inside && here != route,
        })
        .collect()
}

/// The text, cut between words.
pub(in crate::site) fn cut(text: &str, limit: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let at = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..at].trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_are_cut_between_words() {
        assert_eq!(cut("một hai ba", 10), "một hai ba");
        assert_eq!(cut("một hai, ba bốn", 10), "một hai…");
        assert_eq!(cut("mộthaibabốn", 5), "mộtha…");
    }
}
