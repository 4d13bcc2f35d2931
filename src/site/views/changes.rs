//! What stands otherwise than on the reporting date before.

use serde::Serialize;

use super::pieces::{Link, Tag};
use crate::model::TaskIx;
use crate::site::route::Route;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct Changes {
    /// Since when, and how many.
    sentence: String,
    caption: String,
    rows: Vec<Row>,
    more: Option<Link>,
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
    /// None if there is no reporting date before. Of a restricted task only the present status is
    /// public, so it is not here.
    pub(super) fn of(sheet: &Sheet<'_>, limit: usize) -> Option<Self> {
        let before = sheet.index.history.previous.as_ref()?;
        let changed: Vec<TaskIx> = (sheet.model.tasks())
            .filter(|(ix, task)| {
                !task.restricted && before[*ix].standing != sheet.assessment[*ix].standing
            })
            .map(|(ix, _)| ix)
            .collect();
        let date = sheet.short(before.as_of);
        let args = [("date", (&date).into()), ("n", changed.len().into())];
        let rest = changed.len().saturating_sub(limit);
        let row = |ix: &TaskIx| Row {
            href: sheet.to_task(*ix),
            number: sheet.model[*ix].number.clone(),
            title: sheet.model[*ix].title.clone(),
            before: sheet.standing(&before[*ix]),
            tag: Tag::of(sheet, *ix),
        };
        Some(Changes {
            sentence: sheet.say("changes-sentence", &args),
            caption: sheet.say("changes-caption", &args),
            rows: changed.iter().take(limit).map(row).collect(),
            more: (rest > 0)
                .then(|| Link::new(sheet.to(Route::Tasks(1)), sheet.count("more", rest as u64))),
        })
    }
}
