//! Compares a site with what was published of it where the records have errors, so that they can give
//! no reason: it may only say more.

use chrono::NaiveDate;

use super::published::{Published, Task};
use super::words::same_words;

/// The first fact that was published and that the site no longer tells, by its name in `moved.yaml`:
/// `task:1.3`.
pub fn first_retold(published: &Published, now: &Published) -> Option<String> {
    if now.as_of < published.as_of {
        return Some(format!("as-of:{}", published.as_of));
    }
    let tells = |before: &&Task| now.tasks.iter().any(|now| says_no_less(before, now));
    let retold = published.tasks.iter().find(|before| !tells(before))?;
    Some(format!("task:{}", retold.id))
}

/// Whether a task still tells what was published of it.
fn says_no_less(before: &Task, now: &Task) -> bool {
    let has_new_deadline = now.extensions.len() > before.extensions.len();
    promise(before) == promise(now)
        && same_words(&before.title, &now.title)
        && (has_new_deadline || before.last_good_day == now.last_good_day)
        && before.is_done() <= now.is_done()
        && before.entries.iter().all(|entry| now.entries.contains(entry))
        && before.extensions.iter().all(|extension| now.extensions.contains(extension))
        && before.parts.iter().all(|part| {
            now.parts.iter().any(|now| {
                part.part == now.part
                    && part.title == now.title
                    && (has_new_deadline || part.last_good_day == now.last_good_day)
                    && part.is_done() <= now.is_done()
            })
        })
}

/// What only a correction may change.
fn promise(task: &Task) -> (&str, &str, &str, Option<&str>, &[String], Option<NaiveDate>) {
    let Task { id, priority, visibility, product, leads, first_last_good_day, .. } = task;
    (id, priority, visibility, product.as_deref(), leads, *first_last_good_day)
}
