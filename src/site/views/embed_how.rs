//! The page that shows the embeds and explains how to use them.

use serde::Serialize;

use super::components::Link;
use super::embeds::{self, Embed};
use super::frame;
use super::heading::Heading;
use crate::model::PriorityIx;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;

/// Maximum number of fragments that the page lists. The others follow the same pattern.
const MAX_FRAGMENTS: usize = 60;

#[derive(Serialize)]
struct View {
    style: String,
    overview: Embed,
    code: String,
    /// Whether the addresses in the code are absolute.
    absolute: bool,
    address: String,
    include: String,
    frame: Link,
    frame_code: String,
    badge: String,
    badge_alt: String,
    badge_code: String,
    style_link: Link,
    priorities: Vec<Link>,
    priorities_more: Option<String>,
    agencies: Vec<Link>,
    agencies_more: Option<String>,
}

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("embed-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    // The code to copy is the fragment itself, including its links.
    let fragment = embeds::fragment(engine, &Embed::overview(&ctx.at(Route::EmbedOverview)))?;
    let code = String::from_utf8_lossy(&fragment).into_owned();
    frame::fill(engine, ctx, "embed_how.html", heading(ctx), &view(ctx, code))
}

fn view(ctx: &PageContext<'_>, code: String) -> View {
    let model = ctx.model;
    let base = model.settings.base_url.as_deref();
    let whole = |embed: Route| format!("{}{}", base.unwrap_or_default(), embed.path(model));
    let home = match base {
        Some(base) => base.to_owned(),
        None => Route::Overview.path(model),
    };
    let title = &model.settings.title;
    let alt = format!("{}: {}", embeds::badge_title(ctx), embeds::badge_figures(ctx));
    let rest =
        |n: usize| n.checked_sub(MAX_FRAGMENTS + 1).map(|n| ctx.count("period-more", n as u64 + 1));
    View {
        style: ctx.to(Route::EmbedStyle),
        overview: Embed::overview(ctx),
        code,
        absolute: base.is_some(),
        address: whole(Route::EmbedOverview),
        include: format!("<!--#include virtual=\"/…/{}\" -->", Route::EmbedOverview.path(model)),
        frame: Link::new(ctx.to(Route::EmbedFrame), ctx.text("embed-frame-open")),
        frame_code: format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"520\" loading=\"lazy\"></iframe>",
            quoted(&whole(Route::EmbedFrame)),
            quoted(title)
        ),
        badge: ctx.to(Route::EmbedBadge),
        badge_code: format!(
            "<a href=\"{}\"><img src=\"{}\" width=\"320\" height=\"84\" alt=\"{}\"></a>",
            quoted(&home),
            quoted(&whole(Route::EmbedBadge)),
            quoted(&alt)
        ),
        badge_alt: alt,
        style_link: Link::new(ctx.to(Route::EmbedStyle), "nhung.css"),
        priorities: (0..model.priorities.len().min(MAX_FRAGMENTS))
            .map(PriorityIx)
            .map(|ix| Link::new(ctx.to(Route::EmbedPriority(ix)), ctx.priority_title(ix)))
            .collect(),
        priorities_more: rest(model.priorities.len()),
        agencies: (ctx.index.agencies.iter().take(MAX_FRAGMENTS))
            .map(|ix| Link::new(ctx.to(Route::EmbedAgency(*ix)), model[*ix].name.clone()))
            .collect(),
        agencies_more: rest(ctx.index.agencies.len()),
    }
}

/// Escapes a text for an attribute in the code to copy.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
