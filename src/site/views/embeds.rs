//! Embeds, which other websites can show: fragments without scripts, a page for a frame, and a
//! badge.
//!
//! A fragment has no `<html>`, because it is inserted into a content box of a portal. Its links are
//! absolute if `base_url` is set, its classes begin with `tiendo-`, and it remains readable if the
//! portal removes its style sheet.

use serde::Serialize;

use super::components::Link;
use super::figures::{Figure, figures};
use super::task::directive_name;
use crate::assess::{Standing, Tally};
use crate::model::{AgencyIx, PriorityIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::text::cut;

/// Maximum number of overdue tasks in a fragment, which has little room.
const MAX_OVERDUE: usize = 5;
/// Maximum length of the badge's text, in characters.
const MAX_BADGE_TEXT: usize = 36;

/// The bytes of an embed. Empty for other files.
pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    match ctx.route {
        Route::EmbedOverview => fragment(engine, &Embed::overview(ctx)),
        Route::EmbedPriority(ix) => fragment(engine, &Embed::priority(ctx, ix)),
        Route::EmbedAgency(ix) => fragment(engine, &Embed::agency(ctx, ix)),
        Route::EmbedFrame => engine.fill("embed_frame.html", &(), &Embed::overview(ctx)),
        Route::EmbedBadge => engine.fill("embed_badge.svg", &(), &badge(ctx)),
        Route::EmbedStyle => Ok(engine.asset("assets/embed.css")),
        _ => Ok(Vec::new()),
    }
}

/// Renders a fragment, which a portal inserts into its own page.
pub(super) fn fragment(engine: &Engine, embed: &Embed) -> Rendered {
    engine.fill("embed_box.html", &(), embed)
}

/// The figures of the directive, a priority or an agency, for another website's page.
#[derive(Serialize)]
pub(super) struct Embed {
    lang: &'static str,
    stylesheet: String,
    icon: String,
    title: Link,
    date: String,
    date_iso: String,
    word: Option<String>,
    figures: Vec<Figure>,
    late_title: String,
    late: Vec<Line>,
    more: Option<String>,
    whole: Link,
    publisher: Option<String>,
    notice: Option<String>,
}

#[derive(Serialize)]
struct Line {
    href: String,
    number: String,
    title: String,
    label: String,
}

impl Embed {
    pub(super) fn overview(ctx: &PageContext<'_>) -> Self {
        let title = ctx.model.settings.title.clone();
        let all: Vec<TaskIx> = ctx.model.tasks().map(|(ix, _)| ix).collect();
        let tally = &ctx.assessment.directive;
        Embed { word: None, ..Embed::of(ctx, title, ctx.to(Route::Overview), tally, &all) }
    }

    fn priority(ctx: &PageContext<'_>, ix: PriorityIx) -> Self {
        let priority = &ctx.model[ix];
        Embed::of(
            ctx,
            ctx.priority_title(ix),
            ctx.to_priority(ix),
            &ctx.assessment[ix],
            &priority.tasks,
        )
    }

    fn agency(ctx: &PageContext<'_>, ix: AgencyIx) -> Self {
        let group = &ctx.assessment[ix];
        let (title, href) = (ctx.model[ix].name.clone(), ctx.to(Route::Agency(ix)));
        Embed::of(ctx, title, href, &group.tally, &group.tasks)
    }

    fn of(
        ctx: &PageContext<'_>,
        title: String,
        href: String,
        tally: &Tally,
        tasks: &[TaskIx],
    ) -> Self {
        let settings = &ctx.model.settings;
        let mut late: Vec<TaskIx> = tasks
            .iter()
            .copied()
            .filter(|ix| ctx.assessment[*ix].standing == Standing::Overdue)
            .collect();
        late.sort_by_key(|ix| std::cmp::Reverse(ctx.assessment[*ix].days));
        let rest = late.len().saturating_sub(MAX_OVERDUE);
        let directive = format!("{} {}", directive_name(ctx), ctx.model.directive.number);
        Embed {
            lang: ctx.tag(),
            stylesheet: ctx.to(Route::EmbedStyle),
            icon: ctx.to(Route::Icon),
            title: Link::new(href, title),
            date: ctx.say("as-of", &[("date", ctx.short(ctx.as_of()).into())]),
            date_iso: ctx.as_of().to_string(),
            word: Some(ctx.group(tally.word)),
            figures: figures(ctx, tally),
            late_title: ctx.text("embed-late"),
            late: (late.iter().take(MAX_OVERDUE))
                .map(|ix| Line {
                    href: ctx.to_task(*ix),
                    number: ctx.model[*ix].number.clone(),
                    title: ctx.model[*ix].title.clone(),
                    label: ctx.standing(&ctx.assessment[*ix]),
                })
                .collect(),
            more: (rest > 0).then(|| ctx.count("embed-more", rest as u64)),
            whole: Link::new(
                ctx.to(Route::Overview),
                ctx.say("embed-whole", &[("directive", directive.into())]),
            ),
            publisher: (settings.publisher.as_ref())
                .map(|name| ctx.say("published-by", &[("name", name.into())])),
            notice: settings.notice.clone(),
        }
    }
}

/// The badge, a small picture. Its text is real text, which its title and description repeat.
#[derive(Serialize)]
struct Badge {
    lang: &'static str,
    title: String,
    name: String,
    figures: String,
    date: String,
}

fn badge(ctx: &PageContext<'_>) -> Badge {
    let directive = &ctx.model.directive;
    Badge {
        lang: ctx.tag(),
        title: badge_title(ctx),
        name: cut(&directive.name(), MAX_BADGE_TEXT),
        figures: badge_figures(ctx),
        date: ctx.say("as-of", &[("date", ctx.short(ctx.as_of()).into())]),
    }
}

pub(super) fn badge_title(ctx: &PageContext<'_>) -> String {
    let name = ctx.model.directive.name();
    ctx.say("embed-badge-title", &[("directive", name.into())])
}

pub(super) fn badge_figures(ctx: &PageContext<'_>) -> String {
    let tally = &ctx.assessment.directive;
    // Deliverables take precedence. A directive with only ongoing tasks shows its reports.
    let (key, fraction) = match tally.completion.whole {
        0 => ("embed-badge-reported", tally.reporting),
        _ => ("embed-badge-done", tally.completion),
    };
    let args = [("fraction", ctx.fraction(fraction).into()), ("overdue", tally.overdue().into())];
    ctx.say(key, &args)
}
