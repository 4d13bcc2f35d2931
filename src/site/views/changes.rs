//! The changes since the reporting date before the as-of date.

use serde::Serialize;

use super::components::{Link, Tag};
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::route::Route;

#[derive(Serialize)]
pub(super) struct Changes {
    /// The date before, and the number of changes.
    sentence: String,
    caption: String,
    rows: Vec<Row>,
    more: Option<Link>,
    /// A sentence about the tasks that changed and are in no row.
    restricted: Option<String>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    number: String,
    title: String,
    before: String,
    tag: Tag,
}

impl Changes {
    /// `None` if there is no reporting date before. Restricted tasks are left out, because only
    /// their present status is public.
    pub(super) fn of(ctx: &PageContext<'_>, limit: usize) -> Option<Self> {
        let before = ctx.index.history.previous.as_ref()?;
        let (restricted, changed): (Vec<TaskIx>, Vec<TaskIx>) = (ctx.model.tasks())
            .filter(|(ix, task)| {
                let is_new = !task.exists(before.as_of, before.known);
                is_new || before[*ix].standing != ctx.assessment[*ix].standing
            })
            .map(|(ix, _)| ix)
            .partition(|ix| ctx.model[*ix].restricted);
        let date = ctx.short(before.as_of);
        let args = [("date", (&date).into()), ("n", changed.len().into())];
        let rest = changed.len().saturating_sub(limit);
        let row = |ix: &TaskIx| Row {
            href: ctx.to_task(*ix),
            number: ctx.model[*ix].number.clone(),
            title: ctx.model[*ix].title.clone(),
            before: match ctx.model[*ix].exists(before.as_of, before.known) {
                true => ctx.standing(&before[*ix]),
                false => ctx.event_title("added"),
            },
            tag: Tag::of(ctx, *ix),
        };
        Some(Changes {
            sentence: ctx.say("changes-sentence", &args),
            caption: ctx.say("changes-caption", &args),
            rows: changed.iter().take(limit).map(row).collect(),
            more: (rest > 0)
                .then(|| Link::new(ctx.to(Route::Tasks(1)), ctx.count("more", rest as u64))),
            restricted: (!restricted.is_empty())
                .then(|| ctx.count("changes-restricted", restricted.len() as u64)),
        })
    }
}
