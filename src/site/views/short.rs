//! The short address of a task, for paper: a page that leads on to the task's own, and its code.

use serde::Serialize;

use super::components::Link;
use crate::model::TaskIx;
use crate::site::code;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::{Route, published};

/// The short address as the task's page shows it on paper.
#[derive(Serialize)]
pub(super) struct Short {
    address: String,
    code: String,
}

#[derive(Serialize)]
struct View {
    lang: &'static str,
    title: String,
    site: String,
    to: Link,
    canonical: Option<String>,
    notice: Option<String>,
}

impl Short {
    /// `None` if the address of the site is unknown.
    pub(super) fn of(ctx: &PageContext<'_>, ix: TaskIx) -> Option<Self> {
        Some(Short { address: address(ctx, ix)?, code: ctx.to(Route::ShortCode(ix)) })
    }
}

/// The folder of the short page, which every web server answers with the page in it.
fn address(ctx: &PageContext<'_>, ix: TaskIx) -> Option<String> {
    let base = ctx.model.settings.base_url.as_ref()?;
    let path = Route::Short(ix).path(ctx.model);
    let folder = path.rfind('/').map_or("", |at| &path[..=at]);
    Some(published(base, folder))
}

/// The code of the short address of a task.
pub(super) fn code(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<u8> {
    code::svg(&address(ctx, ix).unwrap_or_default())
}

/// Renders the page at the short address of a task.
pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: TaskIx) -> Rendered {
    let base = ctx.model.settings.base_url.as_deref();
    let view = View {
        lang: ctx.tag(),
        title: ctx.task_title(ix),
        site: ctx.model.settings.title.clone(),
        notice: ctx.model.settings.notice.clone(),
        to: Link::task(ctx, ix),
        canonical: base.map(|base| published(base, &Route::Task(ix).path(ctx.model))),
    };
    engine.fill("short.html", &(), &view)
}
