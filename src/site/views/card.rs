//! The picture that Zalo and Facebook show beside a shared link: what the page is, how it stands,
//! and on which date.

use std::fmt::Write as _;

use super::components::Tag;
use super::figures::{Figure, GroupWord, figures};
use super::heading::directive_name;
use crate::assess::Tally;
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::lettering::{Weight, line, width, wrapped};
use crate::site::raster::{HEIGHT, WIDTH};
use crate::site::route::Route;

/// Left and right edge of the text, in pixels.
const EDGE: f32 = 72.0;
/// Maximum number of lines of a title.
const MAX_TITLE: usize = 3;
/// Maximum number of lines of the notice.
const MAX_NOTICE: usize = 2;

const INK: &str = "#16191d";
const QUIET: &str = "#4d545c";
const MAIN: &str = "#0b3d73";

/// What a card shows. Of a restricted task it shows no more than the status.
struct Card {
    /// The kind of page, such as "Mục 3".
    kind: String,
    title: String,
    tag: Option<Tag>,
    figures: Vec<Figure>,
}

/// The card of a page, by its route: its own, or that of the overview.
pub(super) fn of_page(route: Route) -> Route {
    match route {
        Route::Priority(ix) => Route::CardPriority(ix),
        Route::Task(ix) | Route::Ledger(ix, _) | Route::PartList(ix, _) => Route::CardTask(ix),
        Route::Agency(ix) => Route::CardAgency(ix),
        Route::Place(ix) => Route::CardPlace(ix),
        _ => Route::CardOverview,
    }
}

/// The text of a card for people who do not see it.
pub(super) fn alt(ctx: &PageContext<'_>, route: Route) -> Option<String> {
    let Card { kind, title, tag, figures } = card(ctx, route)?;
    let figures = figures.into_iter().map(|Figure { value, label, .. }| format!("{value} {label}"));
    let parts = [kind, title].into_iter().chain(tag.map(|tag| tag.label)).chain(figures);
    let notice = ctx.model.settings.notice.clone();
    let parts: Vec<String> = parts.chain([as_of(ctx)]).chain(notice).collect();
    Some(parts.join(" · "))
}

/// The drawing of a card. `None` for other files.
pub(in crate::site) fn svg(ctx: &PageContext<'_>) -> Option<String> {
    Some(draw(ctx, &card(ctx, ctx.route)?))
}

fn card(ctx: &PageContext<'_>, route: Route) -> Option<Card> {
    Some(match route {
        Route::CardOverview => Card {
            kind: ctx.text("nav-overview"),
            title: ctx.model.settings.title.clone(),
            tag: None,
            figures: figures(ctx, &ctx.assessment.directive),
        },
        Route::CardPriority(ix) => {
            let priority = &ctx.model[ix];
            let kind = ctx.priority_name(&priority.number);
            group(ctx, kind, priority.title.clone(), &ctx.assessment[ix])
        }
        Route::CardAgency(ix) => {
            let (kind, agency) = (ctx.text("nav-agencies"), &ctx.model[ix]);
            group(ctx, kind, agency.name.clone(), &ctx.assessment[ix].tally)
        }
        Route::CardPlace(ix) => {
            let (kind, place) = (ctx.text("nav-places"), &ctx.model[ix]);
            group(ctx, kind, place.name.clone(), &ctx.assessment[ix].tally)
        }
        Route::CardTask(ix) => task(ctx, ix),
        _ => return None,
    })
}

fn task(ctx: &PageContext<'_>, ix: TaskIx) -> Card {
    let task = &ctx.model[ix];
    let kind = ctx.say("card-task", &[("number", (&task.number).into())]);
    let tag = Some(Tag::of(ctx, ix));
    Card { kind, title: task.title.clone(), tag, figures: Vec::new() }
}

fn group(ctx: &PageContext<'_>, kind: String, title: String, tally: &Tally) -> Card {
    let GroupWord { class, label } = GroupWord::alone(ctx, tally);
    let figures = if tally.total() == 0 { Vec::new() } else { figures(ctx, tally) };
    Card { kind, title, tag: Some(Tag { class, label }), figures }
}

fn as_of(ctx: &PageContext<'_>) -> String {
    ctx.say("as-of", &[("date", (&ctx.short(ctx.as_of())).into())])
}

fn draw(ctx: &PageContext<'_>, card: &Card) -> String {
    let room = WIDTH as f32 - 2.0 * EDGE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\
         <rect width=\"20\" height=\"{HEIGHT}\" fill=\"{MAIN}\"/>"
    );
    let mut put = |text: &str, weight, size, x, y, fill| {
        // Writing to a String cannot fail.
        let _ = write!(svg, "<g fill=\"{fill}\">{}</g>", line(text, weight, size, (x, y)));
    };
    let directive = format!("{} {}", directive_name(ctx), ctx.model.directive.number);
    let kind = wrapped(&card.kind, Weight::Regular, 30.0, room / 2.0, 1).concat();
    let kind_width = width(&kind, Weight::Regular, 30.0);
    let name = wrapped(&directive, Weight::Bold, 30.0, room - kind_width - 40.0, 1);
    put(&name.concat(), Weight::Bold, 30.0, EDGE, 84.0, MAIN);
    put(&kind, Weight::Regular, 30.0, WIDTH as f32 - EDGE - kind_width, 84.0, QUIET);
    let title = wrapped(&card.title, Weight::Bold, 50.0, room, MAX_TITLE);
    for (n, text) in title.iter().enumerate() {
        put(text, Weight::Bold, 50.0, EDGE, 164.0 + 68.0 * n as f32, INK);
    }
    // The status and the figures stand above the foot, wherever the title ends.
    let notice = ctx.model.settings.notice.as_deref().unwrap_or_default();
    let notice = wrapped(notice, Weight::Regular, 26.0, room, MAX_NOTICE);
    let foot =
        HEIGHT as f32 - if notice.is_empty() { 0.0 } else { notice.len() as f32 * 38.0 + 22.0 };
    let date = as_of(ctx);
    put(&date, Weight::Regular, 30.0, EDGE, foot - 32.0, INK);
    let mut bottom = foot - 92.0;
    if !card.figures.is_empty() {
        let step = room / card.figures.len() as f32;
        let label = |figure: &Figure| wrapped(&figure.label, Weight::Regular, 26.0, step - 24.0, 2);
        let labels: Vec<Vec<String>> = card.figures.iter().map(label).collect();
        let lines = labels.iter().map(Vec::len).max().unwrap_or(0) as f32;
        bottom -= 36.0 * lines;
        for (n, (Figure { class, value, .. }, label)) in card.figures.iter().zip(labels).enumerate()
        {
            let x = EDGE + step * n as f32;
            let fill = if *class == "late" && value != "0" { "#b3261e" } else { INK };
            put(value, Weight::Bold, 54.0, x, bottom, fill);
            for (row, text) in label.iter().enumerate() {
                put(text, Weight::Regular, 26.0, x, bottom + 36.0 * (row as f32 + 1.0), QUIET);
            }
        }
        bottom -= 72.0;
    }
    for (n, text) in notice.iter().enumerate() {
        let y = foot + 38.0 + 38.0 * n as f32;
        put(text, Weight::Regular, 26.0, EDGE, y, "#4a3a00");
    }
    if let Some(tag) = &card.tag {
        svg.push_str(&status(tag, bottom, room));
    }
    if !notice.is_empty() {
        let strip = format!(
            "<rect y=\"{foot}\" width=\"{WIDTH}\" height=\"{}\" fill=\"#fdf1c7\"/>",
            HEIGHT as f32 - foot
        );
        // Below the text, above the white ground.
        let at = svg.find("<g").unwrap_or(svg.len());
        svg.insert_str(at, &strip);
    }
    svg.push_str("</svg>");
    svg
}

/// A status tag with its lower edge at `bottom`: shape and word on a tint.
fn status(Tag { class, label }: &Tag, bottom: f32, room: f32) -> String {
    let (text, tint, fill) = colours(class);
    let label = wrapped(label, Weight::Bold, 36.0, room - 100.0, 1).concat();
    let width = width(&label, Weight::Bold, 36.0) + 100.0;
    let (top, middle) = (bottom - 60.0, bottom - 30.0);
    let shape = shape(class);
    let word = line(&label, Weight::Bold, 36.0, (EDGE + 72.0, bottom - 17.0));
    let x = EDGE + 40.0;
    format!(
        "<rect x=\"{EDGE}\" y=\"{top}\" width=\"{width}\" height=\"64\" rx=\"6\" fill=\"{tint}\"/>\
         <g transform=\"translate({x} {middle}) scale(2.8)\" fill=\"{fill}\" stroke=\"{fill}\" \
         stroke-width=\"0\">{shape}</g><g fill=\"{text}\">{word}</g>"
    )
}

/// The colours of a status tag: its text, its tint and its shape. Those of the light theme.
fn colours(class: &str) -> (&'static str, &'static str, &'static str) {
    match class {
        "done" => ("#0a4d2e", "#dff3e6", "#1b7f4b"),
        "done-late" | "blocked" => ("#4a3a00", "#fdf1c7", "#8a6d00"),
        "going" | "soon" | "waiting" => ("#0b3d73", "#e1edf9", "#1f6fb8"),
        "overdue" => ("#7a0f14", "#fde4e4", "#b3261e"),
        "reported" | "not-yet" | "duty" => ("#40216b", "#eee6f8", "#6f48a8"),
        _ => ("#3b3f45", "#eceef0", "#6b7178"),
    }
}

/// The shape of a status tag, as on the pages.
fn shape(class: &str) -> &'static str {
    const RING: &str = "<circle r=\"4.8\" fill=\"none\" stroke-width=\"1.6\"/>";
    match class {
        "done" => "<circle r=\"5.5\"/>",
        "done-late" => "<circle r=\"3.6\"/><circle r=\"5.2\" fill=\"none\" stroke-width=\"1.2\"/>",
        "going" => {
            "<circle r=\"4.8\" fill=\"none\" stroke-width=\"1.6\"/>\
             <path d=\"M0-4.8a4.8 4.8 0 0 0 0 9.6z\"/>"
        }
        "soon" => {
            "<circle r=\"4.8\" fill=\"none\" stroke-width=\"1.6\"/>\
             <path d=\"M0 0V-4.8a4.8 4.8 0 1 1-4.8 4.8z\"/>"
        }
        "waiting" => "<circle r=\"4.8\" fill=\"none\" stroke-width=\"1.6\"/><circle r=\"2\"/>",
        "blocked" => "<path d=\"M-5-5h10v10h-10z\"/>",
        "overdue" => "<path d=\"M0-6L6 5H-6z\"/>",
        "silent" => {
            "<circle r=\"4.8\" fill=\"none\" stroke-width=\"1.6\" stroke-dasharray=\"1.8 1.97\"/>"
        }
        "reported" => {
            "<path d=\"M3.4 3.4A4.8 4.8 0 1 1 3.4-3.4\" fill=\"none\" stroke-width=\"1.6\"/>\
             <circle r=\"1.8\"/>"
        }
        "not-yet" => {
            "<path d=\"M3.4 3.4A4.8 4.8 0 1 1 3.4-3.4\" fill=\"none\" stroke-width=\"1.6\"/>"
        }
        "duty" | "stopped" => "<path d=\"M-5-1.5h10v3h-10z\"/>",
        _ => RING,
    }
}
