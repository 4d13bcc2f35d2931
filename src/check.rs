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
    let looks: Vec<_> = rules::LOOKS.iter().chain(rules::DATED.iter().filter(|_| dated)).collect();
    faults.append(side_by_side(&looks, |look, faults| look(&model, sources, faults)));
    let whole = Whole::new(&model, content, sources, &bodies, faults.has_errors());
    let looks: Vec<_> =
        rules::WIDE.iter().chain(rules::WIDE_DATED.iter().filter(|_| dated)).collect();
    faults.append(side_by_side(&looks, |look, faults| look(&whole, faults)));
    (model, faults)
}

/// What each of these rules complains of, in their order.
fn side_by_side<L: Sync>(
    looks: &[L],
    complain: impl Fn(&L, &mut Diagnostics) + Sync,
) -> Diagnostics {
    let one = |look| {
        let mut faults = Diagnostics::default();
        complain(look, &mut faults);
        faults
    };
    let of_each: Vec<Diagnostics> = looks.par_iter().map(one).collect();
    let mut all = Diagnostics::default();
    of_each.into_iter().for_each(|faults| all.append(faults));
    all
}
