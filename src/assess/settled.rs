//! Whether a directive has come to its end: nothing in it is expected any more.

use super::{Assessment, cycles, parts};
use crate::model::{Kind, Model, Task};

/// Returns true if the directive is settled on the date of its assessment.
///
/// It has a deliverable or an ongoing task; every deliverable is done or stopped; every ongoing task
/// is stopped, or all its periodic reports have fallen due or are cancelled, or the directive's
/// period and the last reporting cycle have ended. The rule is that of the method page
/// (`cach-doc.html`).
pub fn is_settled(model: &Model, assessment: &Assessment) -> bool {
    let mut counted = model.tasks().filter(|(_, task)| task.kind != Kind::Duty).peekable();
    counted.peek().is_some()
        && counted.all(|(ix, task)| {
            let standing = assessment[ix].standing;
            let over = || task.kind == Kind::Ongoing && reports_are_over(model, task, assessment);
            standing.is_stopped() || standing.is_done() || over()
        })
}

fn reports_are_over(model: &Model, task: &Task, assessment: &Assessment) -> bool {
    match &task.reports {
        Some(reports) => reports
            .last(&model.directive)
            .is_some_and(|last| parts::are_over(model, task, assessment.as_of, last)),
        None => cycles::are_over(model, task, assessment.as_of),
    }
}
