//! What a page says of itself to the frame around it: its title, and where it stands.

use super::components::Link;
use crate::site::context::PageContext;
use crate::site::route::Route;
use chrono::NaiveDate;

/// Longest description for search engines and previews, in characters.
pub(super) const DESCRIPTION: usize = 155;

/// The title of a page, and the pages above it.
pub(super) struct Heading {
    pub(super) title: String,
    /// The last step of the way to the page, if that is not its title.
    pub(super) here: Option<String>,
    /// What a reader quotes when something is wrong, if that is shorter than the title.
    pub(super) code: Option<String>,
    /// The way from the overview to the page above this one.
    pub(super) crumbs: Vec<Link>,
    /// What search results show below the title, if the page has something better to say than its
    /// title and the date.
    pub(super) description: Option<String>,
    /// The full address of the page that takes the place of this one.
    pub(super) canonical: Option<String>,
}

impl Heading {
    /// A page right below the overview.
    pub(super) fn new(ctx: &PageContext<'_>, title: String) -> Self {
        let overview = Link::new(ctx.to(Route::Overview), ctx.text("nav-overview"));
        Heading { crumbs: vec![overview], ..Heading::top(title) }
    }

    /// A page with nothing above it.
    pub(super) fn top(title: String) -> Self {
        let (here, code, description, canonical) = (None, None, None, None);
        Heading { title, here, code, crumbs: Vec::new(), description, canonical }
    }

    /// A page of a list, with its number from the second on.
    pub(super) fn list(ctx: &PageContext<'_>, key: &str, page: usize) -> Self {
        Heading::new(ctx, ctx.text(key)).page(ctx, page)
    }

    /// With the number of the page, from the second on.
    pub(super) fn page(self, ctx: &PageContext<'_>, page: usize) -> Self {
        if page == 1 {
            return self;
        }
        let args = [("title", (&self.title).into()), ("page", page.into())];
        Heading { title: ctx.say("title-page", &args), ..self }
    }

    /// With a page above it.
    pub(super) fn below(mut self, above: Link) -> Self {
        self.crumbs.push(above);
        self
    }

    /// With a list above it.
    pub(super) fn in_list(self, ctx: &PageContext<'_>, list: Route, key: &str) -> Self {
        self.below(Link::new(ctx.to(list), ctx.text(key)))
    }

    /// With what a reader quotes.
    pub(super) fn code(self, code: String) -> Self {
        Heading { code: Some(code), ..self }
    }

    /// With a description of its own.
    pub(super) fn description(self, description: String) -> Self {
        Heading { description: Some(description), ..self }
    }
}

/// The description of a page that is known by its title and a date.
pub(super) fn described(ctx: &PageContext<'_>, title: &str, date: NaiveDate) -> String {
    let (site, date) = (&ctx.model.settings.title, ctx.short(date));
    let args = [("title", title.into()), ("site", site.into()), ("date", (&date).into())];
    ctx.say("page-description", &args)
}
