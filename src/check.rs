//! Links records into the model and reports what is wrong with them, whatever the date.
//!
//! First every id is resolved to a handle and every text is parsed. What cannot be resolved is
//! reported and dropped, so there is always a model. Then the [`rules`] look at the model. `check`
//! never sees the as-of date: content without errors today has none tomorrow.

pub mod rules;

mod circles;
mod context;
mod corrections;
mod deadlines;
mod divided;
mod entries;
mod fields;
mod header;
mod moved;
mod names;
mod notes;
mod publications;
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

pub use rules::as_of_ahead::diagnostic as as_of_ahead;
pub use rules::as_of_before_directive::diagnostic as as_of_before_directives;
pub use rules::doubled_directive::diagnostic as doubled_directive;
pub use rules::fact_ahead_of_portal::diagnostic as ahead_of_portal;

/// Links the records and applies all rules.
pub fn check(content: &Content, sources: &Sources) -> (Model, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let cx = &mut Context::new(&mut diagnostics, sources);
    cx.diagnostics.extend(rules::directive_folder::diagnostics(content));
    cx.unread(content);
    registers::register(cx, content);
    tasks::register(cx, content);
    cx.report_misnamed();
    let documents = registers::documents(cx, content);
    let mut settings = header::settings(cx, content);
    let (directive, priorities) = header::directive(cx, content);
    header::directive_cycles(cx, content, &mut settings.thresholds);
    settings.portal = header::membership(content, &settings);
    if settings.title.is_empty() || settings.portal.is_some() {
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
        publications: publications::link(cx, content),
        records_sum: String::new(),
        second: None,
    };
    model.tasks = tasks::link(cx, content, &model);
    let own = model.tasks.iter().enumerate().filter(|(_, task)| task.elsewhere.is_none());
    for (n, task) in own {
        model.priorities[task.priority.0].tasks.push(crate::model::TaskIx(n));
    }
    model.notes = notes::link(cx, content);
    model.moved = moved::link(cx, content, &model);
    let bodies = notes::note_links(cx, content, &model);
    rules::number_as_id::check(sources, cx.diagnostics);
    let dated = header::has_date(content);
    diagnostics.append(side_by_side(|check, diagnostics| match check {
        Check::Model(check) => check(&model, sources, diagnostics),
        Check::Dated(check) if dated => check(&model, sources, diagnostics),
        _ => {}
    }));
    let whole = Whole::new(&model, content, sources, &bodies, diagnostics.has_errors());
    diagnostics.append(side_by_side(|check, diagnostics| match check {
        Check::Whole(check) => check(&whole, diagnostics),
        Check::DatedWhole(check) if dated => check(&whole, diagnostics),
        _ => {}
    }));
    (model, diagnostics)
}

/// Runs the rules with `run`, in parallel, and collects their diagnostics in the rules' order.
fn side_by_side(run: impl Fn(&Check, &mut Diagnostics) + Sync) -> Diagnostics {
    let one = |check| {
        let mut diagnostics = Diagnostics::default();
        run(check, &mut diagnostics);
        diagnostics
    };
    let of_each: Vec<Diagnostics> = rules::CHECKS.par_iter().map(one).collect();
    let mut all = Diagnostics::default();
    of_each.into_iter().for_each(|diagnostics| all.append(diagnostics));
    all
}
