//! A progress note: its text as safe HTML, its subjects and its evidence.

use memchr::memmem;
use serde::Serialize;

use super::components::{Capped, Link, TaskRow};
use super::frame;
use super::heading::{DESCRIPTION, Heading};
use crate::markdown;
use crate::model::{NoteIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::render::{Engine, Partial, RenderError, Rendered};
use crate::site::route::Route;

const MAX_TASKS: usize = 50;

#[derive(Serialize)]
struct View {
    title: String,
    date: String,
    date_iso: String,
    author: Option<Link>,
    /// The language of the body, if it is another than that of the page.
    lang: Option<&'static str>,
    body: String,
    /// A sentence with the date of the computed figures in the text.
    computed: Option<String>,
    /// The tasks. Each row is rendered once for all notes about that task.
    tasks: Capped<Partial>,
    priorities: Vec<Link>,
    places: Vec<Link>,
    evidence: Vec<Link>,
    newer: Option<Link>,
    older: Option<Link>,
}

pub(super) fn heading(ctx: &PageContext<'_>, ix: NoteIx) -> Heading {
    let note = &ctx.model[ix];
    let text = ctx.excerpt(ix, DESCRIPTION);
    let heading = Heading::new(ctx, note.title.clone())
        .in_list(ctx, Route::Notes(1), "nav-notes")
        .code(note.id.to_string());
    if text.is_empty() { heading } else { heading.description(text) }
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: NoteIx) -> Rendered {
    frame::fill(engine, ctx, "note.html", heading(ctx, ix), &view(engine, ctx, ix)?)
}

fn view(engine: &Engine, ctx: &PageContext<'_>, ix: NoteIx) -> Result<View, RenderError> {
    let note = &ctx.model[ix];
    let public: Vec<TaskIx> =
        note.tasks.iter().copied().filter(|task| !ctx.model[*task].restricted).collect();
    let priorities = note.priorities.iter().filter(|p| !ctx.model[**p].restricted);
    let places = note.places.iter().map(|place| Link {
        href: ctx.to_place(*place),
        text: ctx.model[*place].name.clone(),
        ..Link::default()
    });
    let notes = &ctx.index.notes;
    let at = notes.binary_search(&ix).ok();
    let neighbour = |at: Option<usize>| {
        let other = *notes.get(at?)?;
        Some(Link::new(ctx.to_note(other), ctx.model[other].title.clone()))
    };
    let row = |task: &TaskIx| {
        engine.partial("note_task.html", ctx.model[*task].id.as_str(), || TaskRow::of(ctx, *task))
    };
    Ok(View {
        title: note.title.clone(),
        date: ctx.long(note.date),
        date_iso: note.date.to_string(),
        author: note.author.map(|author| Link::agency(ctx, author)),
        lang: ctx.model.settings.twin.filter(|twin| twin.is_first).map(|twin| twin.language.tag()),
        body: body(ctx, ctx.note_text(ix).source()),
        computed: ctx.index.is_computed(ix).then(|| {
            let date = ctx.long(ctx.as_of());
            ctx.say("note-computed", &[("date", date.into())])
        }),
        tasks: Capped::of(ctx, &public, MAX_TASKS, Route::Tasks(1), row).transpose()?,
        priorities: priorities.map(|p| Link::priority(ctx, *p)).collect(),
        places: places.collect(),
        evidence: note.evidence.iter().map(|d| Link::document(ctx, *d)).collect(),
        newer: neighbour(at.and_then(|at| at.checked_sub(1))),
        older: neighbour(at.map(|at| at + 1)),
    })
}

fn body(ctx: &PageContext<'_>, source: &str) -> String {
    let resolve = |target: &str| {
        let href = destination(ctx, target)?;
        Some(markdown::Href { href, external: false })
    };
    let footnotes = ctx.text("footnotes");
    let footnote_back = ctx.text("footnote-back");
    let options = markdown::Options {
        id_prefix: "n-",
        heading_shift: 0,
        resolve: &resolve,
        words: markdown::Words { footnotes: &footnotes, footnote_back: &footnote_back },
    };
    in_order(&markdown::to_html(source, &options))
}

/// The target of a link between records. `None` if it is not public.
fn destination(ctx: &PageContext<'_>, target: &str) -> Option<String> {
    match target.split_once(':') {
        Some(("task", id)) => {
            let task = ctx.index.task(id)?;
            if ctx.model[task].elsewhere.is_some() {
                return ctx.to_elsewhere(task);
            }
            (!ctx.model[task].restricted).then(|| ctx.to_task(task))
        }
        Some(("priority", id)) => {
            let priority = ctx.index.priority(id)?;
            (!ctx.model[priority].restricted).then(|| ctx.to_priority(priority))
        }
        Some(("agency", id)) => ctx.to_agency(ctx.index.agency(id)?),
        Some(("place", id)) => ctx.to_place(ctx.index.place(id)?),
        Some(("note", id)) => ctx.index.note(id).map(|note| ctx.to_note(note)),
        Some(("doc", id)) => ctx.to_document(ctx.index.document(id)?),
        _ => ctx.to_attachment(ctx.index.attachment(target)?),
    }
}

/// Moves the headings of a note below the page's own heading, without skipping a level.
///
/// Authors begin with `#` as often as with `##`.
fn in_order(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut open: Vec<u8> = Vec::new();
    let mut rest = html;
    while let Some(at) = memmem::find(rest.as_bytes(), b"<h") {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let level = match tag.as_bytes() {
            [_, _, level @ b'1'..=b'6', b' ' | b'>', ..] => *level,
            _ => {
                out.push_str("<h");
                rest = &tag[2..];
                continue;
            }
        };
        let close = format!("</h{}>", char::from(level));
        let Some(end) = tag.find(&close) else { break };
        while open.last().is_some_and(|last| *last >= level) {
            open.pop();
        }
        open.push(level);
        let new = (open.len() + 1).min(6);
        out.push_str(&format!("<h{new}{}</h{new}>", &tag[3..end]));
        rest = &tag[end + close.len()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_moved_below_the_title_without_gaps() {
        for (html, expected) in [
            ("<h1 id=\"a\">A</h1><p>x</p><h2>B</h2>", "<h2 id=\"a\">A</h2><p>x</p><h3>B</h3>"),
            ("<h2>A</h2><h2>B</h2>", "<h2>A</h2><h2>B</h2>"),
            ("<h4>A</h4><hr><h2>B</h2><h4>C</h4>", "<h2>A</h2><hr><h2>B</h2><h3>C</h3>"),
        ] {
            assert_eq!(in_order(html), expected);
        }
    }
}
