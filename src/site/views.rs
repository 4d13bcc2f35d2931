//! The views of all pages and other rendered files, one module per kind. A page's view is named
//! after its template. The table in `pages.rs` declares both.

mod card;
mod changes;
mod components;
mod correction;
mod course;
mod cycle_strip;
mod delays;
mod divided;
mod embeds;
mod figures;
mod filter;
mod flow;
mod follow;
mod former;
mod frame;
mod handover;
mod heading;
mod lede;
mod linked_data;
mod matrix;
mod not_found;
mod picture;
mod portal;
mod portal_card;
mod portal_kept;
mod redated;
mod robots;
mod series;
mod short;
mod sitemap;
mod supplement;
mod task_data;
mod timeline;
mod why;

use super::context::PageContext;
use super::pages::table;
use super::render::{Engine, Rendered};
use super::route::Route;
use super::{calendar, data as open_data, feed};
pub(super) use card::svg as card;
pub(super) use components::class as standing_class;
pub(super) use components::{EXCERPT, TaskRow};
pub use handover::{Handover, Retold};
use heading::Heading;
pub(super) use portal_card::of as portal_card;
pub(super) use search::words_of_page;

macro_rules! pages {
    (
        pages { $($page:ident $(($($of:ident: $kind:ty),+))? $path:literal $view:ident
            $(of $all:ident)? $(, $passing:ident)?;)+ }
        files $files:tt
    ) => {
        $(mod $view;)+

        /// The bytes of a page. `None` for other files.
        fn page(engine: &Engine, ctx: &PageContext<'_>) -> Option<Rendered> {
            match ctx.route {
                $(Route::$page $(($($of),+))? => Some($view::render(engine, ctx $($(, $of)+)?)),)+
                _ => None,
            }
        }

        /// The heading of a page. `None` for other files.
        fn heading(ctx: &PageContext<'_>) -> Option<Heading> {
            match ctx.route {
                $(Route::$page $(($($of),+))? => Some($view::heading(ctx $($(, $of)+)?)),)+
                _ => None,
            }
        }
    };
}

table!(pages);

/// The title of a page.
pub(super) fn title(ctx: &PageContext<'_>) -> String {
    let shared = ctx.portal.and_then(|_| portal::heading(ctx));
    shared.or_else(|| heading(ctx)).map(|heading| heading.title).unwrap_or_default()
}

/// Renders the file that the context is for.
pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    if let Some(page) = ctx.portal.and_then(|portal| portal::render(engine, ctx, portal)) {
        return page;
    }
    if let Some(page) = page(engine, ctx) {
        return page;
    }
    match ctx.route {
        Route::NotFound => not_found::render(engine, ctx),
        Route::Former(old) => former::render(engine, ctx, old),
        Route::Sitemap => engine.fill("sitemap.xml", &(), &sitemap::view(ctx, None)),
        Route::SitemapPart(part) => {
            engine.fill("sitemap.xml", &(), &sitemap::view(ctx, Some(part)))
        }
        Route::Short(ix) => short::render(engine, ctx, ix),
        Route::ShortCode(ix) => Ok(short::code(ctx, ix)),
        Route::Robots => engine.fill("robots.txt", &(), &robots::view(ctx)),
        Route::TaskData(part) => Ok(task_data::script(ctx, part)),
        Route::Feed(scope) => Ok(feed::feed(ctx, scope)),
        Route::Calendar(scope) => Ok(calendar::calendar(ctx, scope)),
        Route::PublicationData => Ok(publications::data(ctx)),
        Route::DataTable(table, form) => Ok(open_data::table(ctx, table, form).bytes.clone()),
        Route::Workbook => Ok(open_data::workbook(ctx).bytes.clone()),
        Route::DataPackage => Ok(open_data::package(ctx)),
        Route::Catalog => Ok(open_data::catalog(ctx)),
        // Built-in assets are named after their address.
        Route::Stylesheet | Route::Script | Route::Icon | Route::SearchScript => {
            Ok(engine.asset(&ctx.route.path(ctx.model)))
        }
        _ => embeds::render(engine, ctx),
    }
}

/// Renders the handover sheet of a package.
pub(super) fn handover(
    engine: &Engine,
    ctx: &PageContext<'_>,
    handover: &Handover<'_>,
) -> Rendered {
    engine.fill("handover.html", &(), &handover::view(ctx, handover))
}
