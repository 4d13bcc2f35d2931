//! Links records into the model and says what is wrong with them, on any date.
//!
//! First every name is linked to a handle and every text read as what it stands for; what leads
//! nowhere is reported and dropped, so that there always is a model. Then the [`rules`] look at
//! the whole. `check` never sees a date: a content folder that is right today is right tomorrow.

pub mod rules;

mod circles;
mod header;
mod linker;
mod moved;
mod notes;
mod registers;
mod targets;
mod tasks;
mod whole;

use rayon::prelude::*;

use crate::content::Content;
use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::source::Sources;
use linker::Linker;
use rules::Check;
use whole::Whole;

/// Links the records and looks them over.
pub fn check(content: &Content, sources: &Sources) -> (Model, Diagnostics) {
    let mut faults = Diagnostics::default();
    let linker = &mut Linker::new(&mut faults, sources);
    linker.unread(content);
    linker.registers(content);
    linker.tasks_and_priorities(content);
    linker.complain_of_ids();
    let documents = linker.documents(content);
    let mut settings = linker.settings(content);
    let (directive, priorities) = linker.directive(content);
    if settings.title.is_empty() {
        settings.title = directive.name();
    }
    let mut model = Model {
        settings,
        directive,
        priorities,
        tasks: Vec::new(),
        agencies: linker.agencies(content),
        places: linker.places(content),
        documents,
        notes: Vec::new(),
        attachments: linker.take_attachments(),
        moved: Vec::new(),
    };
    model.tasks = linker.tasks(content, &model);
    for (n, task) in model.tasks.iter().enumerate() {
        model.priorities[task.priority.0].tasks.push(crate::model::TaskIx(n));
    }
    model.notes = linker.notes(content);
    model.moved = linker.moved(content, &model);
    let bodies = linker.note_links(content, &model);
    rules::number_as_id::check(sources, linker.faults);
    let dated = linker.has_date(content);
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
