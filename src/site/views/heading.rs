//! The heading of a page: its title, and the pages above it.

use super::components::Link;
use crate::site::context::PageContext;
use crate::site::route::Route;
use chrono::NaiveDate;

/// Maximum length of the description for search engines and previews, in characters.
pub(super) const DESCRIPTION: usize = 155;

/// The title of a page, and the pages above it.
pub(super) struct Heading {
    pub(super) title: String,
    /// The last item of the breadcrumb, if it differs from the title.
    pub(super) here: Option<String>,
    /// A short name for reporting mistakes on the page, if the title is too long for that.
    pub(super) code: Option<String>,
    /// The pages from the overview down to the parent of this page.
    pub(super) crumbs: Vec<Link>,
    /// The description shown in search results, if the page has a better one than its title and the
    /// date.
    pub(super) description: Option<String>,
    /// The absolute address of the page's successor.
    pub(super) canonical: Option<String>,
}

impl Heading {
    /// A page directly below the overview.
    pub(super) fn new(ctx: &PageContext<'_>, title: String) -> Self {
        let overview = Link::new(ctx.to(Route::Overview), ctx.text("nav-overview"));
        Heading { crumbs: vec![overview], ..Heading::top(title) }
    }

    /// A page with nothing above it.
    pub(super) fn top(title: String) -> Self {
        let (here, code, description, canonical) = (None, None, None, None);
        Heading { title, here, code, crumbs: Vec::new(), description, canonical }
    }

    /// A page of a list, with its number from the second page on.
    pub(super) fn list(ctx: &PageContext<'_>, key: &str, page: usize) -> Self {
        Heading::new(ctx, ctx.text(key)).page(ctx, page)
    }

    /// Adds the page number, from the second page on.
    pub(super) fn page(self, ctx: &PageContext<'_>, page: usize) -> Self {
        if page == 1 {
            return self;
        }
        let args = [("title", (&self.title).into()), ("page", page.into())];
        Heading { title: ctx.say("title-page", &args), ..self }
    }

    /// Adds a page above this one.
    pub(super) fn below(mut self, above: Link) -> Self {
        self.crumbs.push(above);
        self
    }

    /// Adds a list above this page.
    pub(super) fn in_list(self, ctx: &PageContext<'_>, list: Route, key: &str) -> Self {
        self.below(Link::new(ctx.to(list), ctx.text(key)))
    }

    /// Sets the short name for reporting mistakes.
    pub(super) fn code(self, code: String) -> Self {
        Heading { code: Some(code), ..self }
    }

    /// Sets the description.
    pub(super) fn description(self, description: String) -> Self {
        Heading { description: Some(description), ..self }
    }
}

/// The default description, made of a title and a date.
pub(super) fn described(ctx: &PageContext<'_>, title: &str, date: NaiveDate) -> String {
    let (site, date) = (&ctx.model.settings.title, ctx.short(date));
    let args = [("title", title.into()), ("site", site.into()), ("date", (&date).into())];
    ctx.say("page-description", &args)
}

/// The name of the directive's document type, such as "Công văn".
pub(super) fn directive_name(ctx: &PageContext<'_>) -> String {
    let kind = ctx.model.directive.kind.clone();
    kind.unwrap_or_else(|| ctx.text("directive-kind"))
}
