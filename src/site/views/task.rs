//! A task: its standing and the reasons, its deliverables, its deadlines, its ledger, its notes.

use serde::Serialize;

use super::components::{Capped, Link, NoteRow, Pager, Tag, TaskRow};
use super::correction::{Correction, corrections};
use super::course::Course;
use super::cycle_strip::CycleStrip;
use super::divided::{self, Divided};
use super::frame;
pub(super) use super::heading::directive_name;
use super::heading::{Heading, described};
use super::lede;
use super::ledger::{Entry, entries, pager};
use super::short::Short;
use super::why::{self, Why};
use crate::assess::Origin;
use crate::assess::ledger;
use crate::model::{Kind, LeadSource, Named, TaskIx};
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::text::lines;
use crate::vietnamese::capitalised;

const MAX_NOTES: usize = 30;

#[derive(Serialize)]
struct View {
    number: String,
    title: String,
    tag: Tag,
    lede: String,
    /// The directive's own sentence, by lines.
    clause: Vec<String>,
    clause_of: String,
    causes: Vec<String>,
    restricted: bool,
    facts: Vec<Fact>,
    course: Option<Course>,
    cycles: Option<CycleStrip>,
    divided: Option<Divided>,
    lineage: Vec<Due>,
    ledger: Vec<Entry>,
    older: Option<Pager>,
    ledger_absent: String,
    corrections: Vec<Correction>,
    notes: Capped<NoteRow>,
    related: Vec<TaskRow>,
    /// Related tasks of other directives of the portal.
    elsewhere: Vec<Link>,
    why: Option<Why>,
    short: Option<Short>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A line of the summary list.
#[derive(Serialize)]
pub(super) struct Fact {
    label: String,
    items: Vec<Link>,
    /// Whether the line states that there is nothing.
    absent: bool,
}

/// A deadline in the history of the task's deadlines.
#[derive(Serialize)]
struct Due {
    label: String,
    deadline: String,
    document: Option<Link>,
    in_force: bool,
}

pub(super) fn heading(ctx: &PageContext<'_>, ix: TaskIx) -> Heading {
    let task = &ctx.model[ix];
    let TaskRow { tag, lead, due, .. } = TaskRow::of(ctx, ix);
    let line: Vec<String> = [tag.label, lead].into_iter().chain(due).collect();
    Heading::new(ctx, ctx.task_title(ix))
        .below(Link::priority(ctx, task.priority))
        .code(task.number.clone())
        .description(described(ctx, &line.join(" · "), ctx.as_of()))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, ix: TaskIx) -> Rendered {
    frame::fill(engine, ctx, "task.html", heading(ctx, ix), &view(ctx, ix))
}

fn view(ctx: &PageContext<'_>, ix: TaskIx) -> View {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let public = !task.restricted;
    let exists = |other: &TaskIx| !ctx.model[*other].is_absent;
    let neighbour = |other: Option<TaskIx>| other.map(|other| Link::task(ctx, other));
    let (before, after) = ((0..ix.0).rev(), ix.0 + 1..ctx.model.tasks.len());
    let is_here = |other: &&TaskIx| ctx.model[**other].elsewhere.is_none();
    let related = if public { task.related.as_slice() } else { &[] };
    View {
        number: task.number.clone(),
        title: task.title.clone(),
        tag: Tag::of(ctx, ix),
        lede: lede::of(ctx, ix),
        clause: (task.clause.iter().filter(|_| public)).flat_map(|clause| lines(clause)).collect(),
        clause_of: {
            let directive = format!("{} {}", directive_name(ctx), ctx.model.directive.number);
            ctx.say("clause-of", &[("directive", (&directive).into())])
        },
        causes: if public { ctx.causes(assessed) } else { ctx.parts_alone(assessed) },
        restricted: task.restricted,
        facts: facts(ctx, ix),
        course: if public { Course::of(ctx, ix) } else { None },
        cycles: if public { CycleStrip::of(ctx, ix) } else { None },
        divided: divided::of(ctx, ix),
        lineage: if public { lineage(ctx, ix) } else { Vec::new() },
        ledger: if public { entries(ctx, ix, 1) } else { Vec::new() },
        older: if public { pager(ctx, ix, 1) } else { None },
        ledger_absent: ctx.text(match task.kind {
            Kind::Duty => "ledger-absent-duty",
            Kind::Deliverable | Kind::Ongoing => "ledger-absent",
        }),
        corrections: if public { corrections(ctx, ix) } else { Vec::new() },
        notes: Capped::of(
            ctx,
            &ctx.index.notes_of_task[ix.0],
            MAX_NOTES,
            Route::Notes(1),
            |note| NoteRow::of(ctx, *note, true),
        ),
        related: (related.iter().filter(|other| is_here(other)))
            .map(|other| TaskRow::of(ctx, *other))
            .collect(),
        elsewhere: (related.iter().filter(|other| !is_here(other)))
            .map(|other| Link::task(ctx, *other))
            .collect(),
        why: public.then(|| why::of(ctx, ix)),
        short: Short::of(ctx, ix),
        previous: neighbour(before.map(TaskIx).find(exists)),
        next: neighbour(after.map(TaskIx).find(exists)),
    }
}

fn facts(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<Fact> {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let mut facts = vec![Fact::of(ctx, "fact-lead", leads(ctx, ix), Some("no-lead"))];
    if let Some(section) = task.section.map(|n| &ctx.model[task.priority].sections[n]) {
        let label = capitalised(&ctx.section_labels(ctx.model).0);
        let items = vec![Link::plain(format!("{} {}", section.number, section.title))];
        facts.push(Fact { label, items, absent: false });
    }
    if task.restricted {
        facts.push(Fact::of(ctx, "fact-deadline", deadline(ctx, ix), None));
        facts.extend(last_change(ctx, ix));
        facts.extend(cycles(ctx, ix));
        return facts.into_iter().filter(Fact::has_text).collect();
    }
    if let Some(added) = task.added {
        let mut date = Link::plain(ctx.short(added.date));
        date.aside = added.document.map(|document| ctx.document_name(document).to_owned());
        facts.push(Fact::of(ctx, "fact-added", vec![date], None));
    }
    let agencies = task.support.iter().map(|agency| Link::agency(ctx, *agency)).collect();
    facts.push(Fact::of(ctx, "fact-support", agencies, None));
    let mut kind = Link::plain(ctx.kind(task.kind));
    if task.kind == Kind::Ongoing {
        kind.aside = Some(ctx.frequency(task.report_every));
    }
    facts.push(Fact::of(ctx, "fact-kind", vec![kind], None));
    let product = task.product.iter().flat_map(|product| lines(product));
    let product = product.map(Link::plain).collect();
    facts.push(Fact::of(ctx, "fact-product", product, None));
    let no_deadline = (task.kind == Kind::Deliverable).then_some("no-deadline");
    facts.push(Fact::of(ctx, "fact-deadline", deadline(ctx, ix), no_deadline));
    if let Some(completion) = assessed.completion.filter(|_| task.kind == Kind::Deliverable) {
        let date = Link::plain(ctx.short(completion.on));
        facts.push(Fact::of(ctx, "fact-completed", vec![date], None));
    }
    facts.extend(last_change(ctx, ix));
    facts.extend(cycles(ctx, ix));
    let places = task.places.iter().map(|place| Link {
        href: ctx.to_place(*place),
        text: ctx.model[*place].name.clone(),
        ..Link::default()
    });
    facts.push(Fact::of(ctx, "fact-places", places.collect(), None));
    let documents = task.documents.iter().map(|document| Link::document(ctx, *document));
    facts.push(Fact::of(ctx, "fact-documents", documents.collect(), None));
    facts.into_iter().filter(Fact::has_text).collect()
}

impl Fact {
    /// Creates a line. Without items, it states their absence, or is empty if `absence` is `None`.
    pub(super) fn of(
        ctx: &PageContext<'_>,
        label: &str,
        items: Vec<Link>,
        absence: Option<&str>,
    ) -> Self {
        let absent = items.is_empty();
        let said = absence.filter(|_| absent).map(|key| {
            let kind = directive_name(ctx);
            Link::plain(ctx.say(key, &[("directive", (&kind).into())]))
        });
        let items = if absent { said.into_iter().collect() } else { items };
        Fact { label: ctx.text(label), items, absent }
    }

    /// Whether the line has any text.
    pub(super) fn has_text(&self) -> bool {
        !self.items.is_empty()
    }
}

fn leads(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<Link> {
    let task = &ctx.model[ix];
    let leads = ctx.assessment[ix].leads.iter().map(|lead| {
        let mut link = Link::agency(ctx, lead.agency);
        let mut asides = Vec::new();
        if !lead.formerly.is_empty() && !task.restricted {
            let names: Vec<&str> =
                lead.formerly.iter().map(|agency| ctx.model[*agency].name.as_str()).collect();
            asides.push(ctx.say("formerly", &[("agencies", (&names.join(", ")).into())]));
        }
        if task.lead_source == LeadSource::Office && !task.restricted {
            asides.push(ctx.text("lead-by-office"));
        }
        link.aside = (!asides.is_empty()).then(|| asides.join("; "));
        link
    });
    leads.collect()
}

fn deadline(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<Link> {
    let in_force = ledger::in_force(&ctx.model[ix], ctx.as_of());
    in_force
        .map(|due| {
            let extended = due.origin != Origin::First && !ctx.model[ix].restricted;
            Link {
                text: ctx.deadline(due.deadline, ctx.as_of()),
                aside: extended.then(|| ctx.text("deadline-extended")),
                ..Link::default()
            }
        })
        .into_iter()
        .collect()
}

fn last_change(ctx: &PageContext<'_>, ix: TaskIx) -> Option<Fact> {
    let date = ctx.assessment[ix].last_entry?;
    Some(Fact::of(ctx, "fact-last-change", vec![Link::plain(ctx.short(date))], None))
}

fn cycles(ctx: &PageContext<'_>, ix: TaskIx) -> Option<Fact> {
    let cycles = ctx.assessment[ix].cycles?;
    let args = [("part", cycles.reported.into()), ("whole", cycles.ended.into())];
    let key = if cycles.ended > 0 { "cycles" } else { "cycles-none" };
    Some(Fact::of(ctx, "fact-cycles", vec![Link::plain(ctx.say(key, &args))], None))
}

fn lineage(ctx: &PageContext<'_>, ix: TaskIx) -> Vec<Due> {
    let task = &ctx.model[ix];
    let decided = ledger::decided(task, ctx.as_of());
    let last = decided.iter().rposition(|e| e.parts.is_empty()).map_or(0, |n| n + 1);
    let last = if decided.is_empty() { 0 } else { last.max(usize::from(task.is_divided())) };
    if last == 0 {
        // The summary list states it already.
        return Vec::new();
    }
    let first = task.due.iter().map(|due| Due {
        label: ctx.text("lineage-first"),
        deadline: ctx.deadline(due, ctx.as_of()),
        document: None,
        in_force: false,
    });
    let extensions = decided.iter().enumerate().map(|(n, extension)| Due {
        label: ctx.say(
            "lineage-extension",
            &[("n", (n + 1).into()), ("date", (&ctx.short(extension.decided)).into())],
        ),
        deadline: {
            let parts = Named::These(extension.parts.clone());
            let due = ctx.deadline(&extension.due, ctx.as_of());
            let named = (!extension.parts.is_empty()).then(|| ctx.named(ctx.model, task, &parts));
            let named = named.flatten().map(|parts| format!("{parts}: {due}")).unwrap_or(due);
            match &extension.reason {
                Some(reason) => format!("{named} – {reason}"),
                None => named,
            }
        },
        document: extension.document.map(|document| Link::document(ctx, document)),
        in_force: n + 1 == last && extension.parts.is_empty(),
    });
    first.chain(extensions).collect()
}
