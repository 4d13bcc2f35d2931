//! Pieces for other websites: fragments without a script, a page for a frame, a small picture, and
//! the page that shows how to use them.
//!
//! A fragment has no `<html>`: it is put into the content box of a portal. Its links name the
//! whole address where `base_url` is set, its classes begin with `tiendo-`, and it reads well when
//! the portal takes its style sheet away.

use serde::Serialize;

use super::frame::{Frame, cut};
use super::pieces::Link;
use super::task::directive_name;
use crate::assess::{Fraction, Standing, Tally};
use crate::model::{PriorityIx, TaskIx};
use crate::site::render::{Engine, RenderError};
use crate::site::route::{Embed, Route};
use crate::site::context::PageContext;

/// Overdue tasks in a fragment: it lives in a box.
const LATE: usize = 5;
/// Fragments that the page names; the others are named alike.
const NAMED: usize = 60;
/// Longest text in the picture, in characters.
const BADGE_TEXT: usize = 36;

/// The bytes of a piece.
pub(super) fn render(
    engine: &Engine,
    ctx: &PageContext<'_>,
    embed: Embed,
) -> Result<Vec<u8>, RenderError> {
    let nothing = ();
    match embed {
        Embed::How => {
            let whole = PageContext::new(
                ctx.model,
                ctx.assessment,
                ctx.index,
                ctx.words,
                Route::Embed(Embed::Overview),
            );
            let code = engine.fill("embed_box.html", &nothing, &Piece::overview(&whole))?;
            let code = String::from_utf8_lossy(&code).into_owned();
            engine.fill("embed_how.html", &Frame::of(engine, ctx)?, &how(ctx, code))
        }
        Embed::Overview => engine.fill("embed_box.html", &nothing, &Piece::overview(ctx)),
        Embed::Priority(ix) => engine.fill("embed_box.html", &nothing, &Piece::priority(ctx, ix)),
        Embed::Agency(ix) => {
            let name = ctx.model[ix].name.clone();
            let group = &ctx.assessment[ix];
            let href = ctx.to(Route::Agency(ix));
            let piece = Piece::of(ctx, name, href, &group.tally, &group.tasks);
            engine.fill("embed_box.html", &nothing, &piece)
        }
        Embed::Frame => engine.fill("embed_frame.html", &nothing, &Piece::overview(ctx)),
        Embed::Badge => engine.fill("embed_badge.svg", &nothing, &badge(ctx)),
        Embed::Style => Ok(engine.asset("assets/embed.css")),
    }
}

/// A fragment.
#[derive(Serialize)]
struct Piece {
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
struct Figure {
    class: &'static str,
    value: String,
    label: String,
}

#[derive(Serialize)]
struct Line {
    href: String,
    number: String,
    title: String,
    label: String,
}

impl Piece {
    fn overview(ctx: &PageContext<'_>) -> Self {
        let title = ctx.model.settings.title.clone();
        let all: Vec<TaskIx> = ctx.model.tasks().map(|(ix, _)| ix).collect();
        let tally = &ctx.assessment.directive;
        Piece { word: None, ..Piece::of(ctx, title, ctx.to(Route::Overview), tally, &all) }
    }

    fn priority(ctx: &PageContext<'_>, ix: PriorityIx) -> Self {
        let priority = &ctx.model[ix];
        let title = format!("{}. {}", ctx.priority_name(&priority.number), priority.title);
        let href = ctx.to_priority(ix);
        Piece::of(ctx, title, href, &ctx.assessment[ix], &priority.tasks)
    }

    fn of(ctx: &PageContext<'_>, title: String, href: String, tally: &Tally, tasks: &[TaskIx]) -> Self {
        let settings = &ctx.model.settings;
        let mut late: Vec<TaskIx> = tasks
            .iter()
            .copied()
            .filter(|ix| ctx.assessment[*ix].standing == Standing::Overdue)
            .collect();
        late.sort_by_key(|ix| std::cmp::Reverse(ctx.assessment[*ix].days));
        let rest = late.len().saturating_sub(LATE);
        let figure = |class, value, label: &str| Figure { class, value, label: ctx.text(label) };
        let ratio = |class, fraction: Fraction, label: &str| {
            (fraction.whole > 0).then(|| figure(class, ctx.fraction(fraction), label))
        };
        let overdue = figure("late", ctx.number(tally.overdue()), "readout-overdue");
        let figures = [
            ratio("done", tally.completion, "readout-done"),
            Some(overdue),
            ratio("told", tally.reporting, "readout-reported"),
        ];
        let directive = format!("{} {}", directive_name(ctx), ctx.model.directive.number);
        Piece {
            lang: ctx.tag(),
            stylesheet: ctx.to(Route::Embed(Embed::Style)),
            icon: ctx.to(Route::Icon),
            title: Link::new(href, title),
            date: ctx.say("as-of", &[("date", ctx.short(ctx.as_of()).into())]),
            date_iso: ctx.as_of().to_string(),
            word: Some(ctx.group(tally.word)),
            figures: figures.into_iter().flatten().collect(),
            late_title: ctx.text("embed-late"),
            late: (late.iter().take(LATE))
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

/// The small picture; its text is text, and its title and description say the same.
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
        name: cut(&directive.name(), BADGE_TEXT),
        figures: badge_figures(ctx),
        date: ctx.say("as-of", &[("date", ctx.short(ctx.as_of()).into())]),
    }
}

fn badge_title(ctx: &PageContext<'_>) -> String {
    let name = ctx.model.directive.name();
    ctx.say("embed-badge-title", &[("directive", name.into())])
}

fn badge_figures(ctx: &PageContext<'_>) -> String {
    let tally = &ctx.assessment.directive;
    // Of deliverables first; a directive of ongoing tasks alone is told by its reports.
    let (key, fraction) = match tally.completion.whole {
        0 => ("embed-badge-reported", tally.reporting),
        _ => ("embed-badge-done", tally.completion),
    };
    let args = [("fraction", ctx.fraction(fraction).into()), ("overdue", tally.overdue().into())];
    ctx.say(key, &args)
}

/// The page that shows how.
#[derive(Serialize)]
struct How {
    style: String,
    piece: Piece,
    code: String,
    /// Whether addresses in the code are whole.
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

fn how(ctx: &PageContext<'_>, code: String) -> How {
    let model = ctx.model;
    let base = model.settings.base_url.as_deref();
    let whole = |embed: Embed| {
        let path = Route::Embed(embed).path(model);
        format!("{}{path}", base.unwrap_or_default())
    };
    let home = match base {
        Some(base) => base.to_owned(),
        None => Route::Overview.path(model),
    };
    let to = |embed: Embed| ctx.to(Route::Embed(embed));
    let title = &model.settings.title;
    let alt = format!("{}: {}", badge_title(ctx), badge_figures(ctx));
    let rest =
        |n: usize| n.checked_sub(NAMED + 1).map(|n| ctx.count("period-more", n as u64 + 1));
    How {
        style: to(Embed::Style),
        piece: Piece::overview(ctx),
        code,
        absolute: base.is_some(),
        address: whole(Embed::Overview),
        include: format!(
            "<!--#include virtual=\"/…/{}\" -->",
            Route::Embed(Embed::Overview).path(model)
        ),
        frame: Link::new(to(Embed::Frame), ctx.text("embed-frame-open")),
        frame_code: format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"520\" loading=\"lazy\"></iframe>",
            quoted(&whole(Embed::Frame)),
            quoted(title)
        ),
        badge: to(Embed::Badge),
        badge_code: format!(
            "<a href=\"{}\"><img src=\"{}\" width=\"320\" height=\"84\" alt=\"{}\"></a>",
            quoted(&home),
            quoted(&whole(Embed::Badge)),
            quoted(&alt)
        ),
        badge_alt: alt,
        style_link: Link::new(to(Embed::Style), "nhung.css"),
        priorities: (model.priorities.iter().enumerate().take(NAMED))
            .map(|(n, priority)| {
                let text = format!("{}. {}", ctx.priority_name(&priority.number), priority.title);
                Link::new(to(Embed::Priority(PriorityIx(n))), text)
            })
            .collect(),
        priorities_more: rest(model.priorities.len()),
        agencies: (ctx.index.agencies.iter().take(NAMED))
            .map(|ix| Link::new(to(Embed::Agency(*ix)), model[*ix].name.clone()))
            .collect(),
        agencies_more: rest(ctx.index.agencies.len()),
    }
}

/// A text as it stands in an attribute of the code that a reader copies.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
