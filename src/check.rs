//! Links records into the model and says what is wrong with them, on any date.
//!
//! First every name is linked to a handle and every text read as what it stands for; what leads
//! nowhere is reported and dropped, so that there always is a model. Then the [`rules`] look at
//! the whole. `check` never sees a date: a content folder that is right today is right tomorrow.

pub mod rules;

mod circles;
mod context;
mod deadlines;
mod fields;
mod header;
mod moved;
mod names;
mod notes;
mod references;
mod registers;
mod targets;
mod tasks;
mod whole;

use rayon::prelude::*;

use crate::content::Content;
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::source::Sources;
use context::Context;
use rules::Check;
use whole::Whole;

/// Links the records and looks them over.
pub fn check(content: &Content, sources: &Sources) -> (Model, Diagnostics) {
    let mut faults = Diagnostics::default();
    let cx = &mut Context::new(&mut faults, sources);
    cx.unread(content);
    registers::register(cx, content);
    tasks::register(cx, content);
    cx.report_misnamed();
    let documents = registers::documents(cx, content);
    let mut settings = header::settings(cx, content);
    let (directive, priorities) = header::directive(cx, content);
    if settings.title.is_empty() {
        settings.title = directive.name();
    }
    let mut model = Model {
        settings,
        directive,
        priorities,
        tasks: Vec::new(),
        agencies: registers::agencies(cx, content),
        places: registers::places(cx, content),
        documents,
        notes: Vec::new(),
        attachments: std::mem::take(&mut cx.attachment_list),
        moved: Vec::new(),
    };
    model.tasks = tasks::link(cx, content, &model);
    for (n, task) in model.tasks.iter().enumerate() {
        model.priorities[task.priority.0].tasks.push(crate::model::TaskIx(n));
    }
    model.notes = notes::link(cx, content);
    model.moved = moved::link(cx, content, &model);
    let bodies = notes::note_links(cx, content, &model);
    rules::number_as_id::check(sources, cx.faults);
    let dated = header::has_date(content);
    faults.append(side_by_side(|check, faults| match check {
        Check::Model(check) => check(&model, sources, faults),
        Check::Dated(check) if dated => check(&model, sources, faults),
        _ => {}
    }));
    let whole = Whole::new(&model, content, sources, &bodies, faults.has_errors());
    faults.append(side_by_side(|check, faults| match check {
        Check::Whole(check) => check(&whole, faults),
        Check::DatedWhole(check) if dated => check(&whole, faults),
        _ => {}
    }));
    (model, faults)
}

/// What the rules report when each is run by `run`, in their order.
fn side_by_side(run: impl Fn(&Check, &mut Diagnostics) + Sync) -> Diagnostics {
    let one = |check| {
        let mut faults = Diagnostics::default();
        run(check, &mut faults);
        faults
    };
    let of_each: Vec<Diagnostics> = rules::CHECKS.par_iter().map(one).collect();
    let mut all = Diagnostics::default();
    of_each.into_iter().for_each(|faults| all.append(faults));
    all
}
