//! Reads which parts of a task, or which of its reporting periods, a text names.

use super::names::Names;
use super::normalized;
use super::reports::period;
use crate::model::reports::period_id;
use crate::model::{Model, Named, Task};

/// Words for every open part, folded.
const ALL: [&str; 6] =
    ["all", "tat ca", "tat ca cac phan", "moi phan con lai", "cac phan con lai", "every open part"];

/// Returns the parts or periods that a text names by ids, names or words such as "tháng 3/2023",
/// between commas or semicolons. A task that has neither is meant as a whole.
///
/// # Errors
///
/// The text that names nothing.
pub fn named(model: &Model, task: &Task, text: &str) -> Result<Named, String> {
    if !task.is_divided() {
        return Ok(Named::Whole);
    }
    let ids = match &task.reports {
        Some(reports) => {
            let names = text.split([';', ',', '\n']).map(str::trim).filter(|n| !n.is_empty());
            let id = |name: &str| {
                let period = period(name, reports, &model.directive).and_then(period_id);
                period.ok_or_else(|| name.to_owned())
            };
            names.map(id).collect::<Result<Vec<_>, _>>()?
        }
        None if ALL.contains(&normalized(text).as_str()) => return Ok(Named::All),
        None => {
            let found = Names::parts(model, task).list(text).map_err(|unclear| unclear.text)?;
            found.into_iter().map(|at| task.parts[at].id.clone()).collect()
        }
    };
    Ok(if ids.is_empty() { Named::Whole } else { Named::These(ids) })
}
