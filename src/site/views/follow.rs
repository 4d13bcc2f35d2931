//! Links to follow the subject of a page: a feed of changes, a calendar of deadlines.

use serde::Serialize;

use super::components::Link;
use crate::site::context::PageContext;
use crate::site::feed;
use crate::site::route::{Route, Scope};

#[derive(Default, Serialize)]
pub(super) struct Follow {
    feed: Option<Source>,
    /// The links that readers see on the page.
    links: Vec<Link>,
}

/// A feed that is linked in the head of a page.
#[derive(Serialize)]
struct Source {
    href: String,
    title: String,
}

impl Follow {
    pub(super) fn of(ctx: &PageContext<'_>) -> Self {
        let (scope, has_feed, has_calendar) = match ctx.route {
            Route::Overview | Route::Deadlines(_) | Route::Data => (Scope::All, true, true),
            Route::Notes(_) | Route::Progress => (Scope::All, true, false),
            Route::Priority(ix) => (Scope::Priority(ix), !ctx.model[ix].restricted, false),
            Route::Agency(ix) => (Scope::Agency(ix), true, true),
            _ => return Follow::default(),
        };
        let feed = has_feed
            .then(|| Source { href: ctx.to(Route::Feed(scope)), title: feed::title(ctx, scope) });
        let mut links: Vec<Link> = (feed.iter())
            .map(|feed| Link::new(feed.href.clone(), ctx.text("follow-feed")))
            .collect();
        if has_calendar {
            let href = ctx.to(Route::Calendar(scope));
            links.push(Link::new(href, ctx.text("follow-calendar")));
        }
        Follow { feed, links }
    }
}
