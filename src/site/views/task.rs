//! A task: how it stands and why, what it promises, its deadlines, its ledger, its notes.

use serde::Serialize;

use super::former::{self, Correction};
use super::ledger::{Entry, entries, pager};
use super::pieces::{Capped, Link, NoteRow, Pager, Tag, TaskRow};
use super::why::{self, Why};
use crate::assess::Origin;
use crate::assess::ledger;
use crate::model::{Kind, LeadSource, TaskIx};
use crate::site::route::Route;
use crate::site::sheet::Sheet;

const NOTES: usize = 30;

#[derive(Serialize)]
pub(super) struct View {
    number: String,
    title: String,
    tag: Tag,
    meaning: String,
    causes: Vec<String>,
    restricted: bool,
    facts: Vec<Fact>,
    lineage: Vec<Due>,
    ledger: Vec<Entry>,
    older: Option<Pager>,
    ledger_absent: String,
    corrections: Vec<Correction>,
    notes: Capped<NoteRow>,
    related: Vec<TaskRow>,
    why: Option<Why>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A line of the summary list.
#[derive(Serialize)]
pub(super) struct Fact {
    label: String,
    items: Vec<Link>,
    /// What is said where there is nothing.
    absent: bool,
}

/// A deadline in the order in which they were set.
#[derive(Serialize)]
struct Due {
    label: String,
    deadline: String,
    document: Option<Link>,
    in_force: bool,
}

pub(super) fn view(sheet: &Sheet<'_>, ix: TaskIx) -> View {
    let task = &sheet.model[ix];
    let assessed = &sheet.assessment[ix];
    let public = !task.restricted;
    let neighbour = |n: Option<usize>| {
        let n = n.filter(|n| *n < sheet.model.tasks.len())?;
        let other = &sheet.model.tasks[n];
        let text = format!("{} {}", other.number, other.title);
        Some(Link::new(sheet.to_task(TaskIx(n)), text))
    };
    let related = if public { task.related.as_slice() } else { &[] };
    View {
        number: task.number.clone(),
        title: task.title.clone(),
        tag: Tag::of(sheet, ix),
        meaning: sheet.text(&format!("meaning-{}", assessed.standing.name().replace('_', "-"))),
        causes: if public { sheet.causes(assessed) } else { Vec::new() },
        restricted: task.restricted,
        facts: facts(sheet, ix),
        lineage: if public { lineage(sheet, ix) } else { Vec::new() },
        ledger: if public { entries(sheet, ix, 1) } else { Vec::new() },
        older: if public { pager(sheet, ix, 1) } else { None },
        ledger_absent: sheet.text(match task.kind {
            Kind::Duty => "ledger-absent-duty",
            Kind::Deliverable | Kind::Ongoing => "ledger-absent",
        }),
        corrections: if public { former::corrections(sheet, ix) } else { Vec::new() },
        notes: Capped::of(
            sheet,
            &sheet.index.notes_of_task[ix.0],
            NOTES,
            Route::Notes(1),
            |note| NoteRow::of(sheet, *note, true),
        ),
        related: related.iter().map(|other| TaskRow::of(sheet, *other)).collect(),
        why: public.then(|| why::of(sheet, ix)),
        previous: neighbour(ix.0.checked_sub(1)),
        next: neighbour(Some(ix.0 + 1)),
    }
}

fn facts(sheet: &Sheet<'_>, ix: TaskIx) -> Vec<Fact> {
    let task = &sheet.model[ix];
    let assessed = &sheet.assessment[ix];
    let mut facts = vec![Fact::of(sheet, "fact-lead", leads(sheet, ix), Some("no-lead"))];
    if task.restricted {
        facts.push(Fact::of(sheet, "fact-deadline", deadline(sheet, ix), None));
        facts.extend(last_change(sheet, ix));
        facts.extend(cycles(sheet, ix));
        return facts.into_iter().filter(Fact::says_something).collect();
    }
    let agencies = task.support.iter().map(|agency| Link::agency(sheet, *agency)).collect();
    facts.push(Fact::of(sheet, "fact-support", agencies, None));
    let mut kind = Link::plain(sheet.kind(task.kind));
    if task.kind == Kind::Ongoing {
        kind.aside = Some(sheet.frequency(task.report_every));
    }
    facts.push(Fact::of(sheet, "fact-kind", vec![kind], None));
    let product = task.product.iter().map(Link::plain).collect();
    facts.push(Fact::of(sheet, "fact-product", product, None));
    let no_deadline = (task.kind == Kind::Deliverable).then_some("no-deadline");
    facts.push(Fact::of(sheet, "fact-deadline", deadline(sheet, ix), no_deadline));
    if let Some(completion) = assessed.completion.filter(|_| task.kind == Kind::Deliverable) {
        let date = Link::plain(sheet.short(completion.on));
        facts.push(Fact::of(sheet, "fact-completed", vec![date], None));
    }
    facts.extend(last_change(sheet, ix));
    facts.extend(cycles(sheet, ix));
    let places = task.places.iter().map(|place| Link {
        href: sheet.to_place(*place),
        text: sheet.model[*place].name.clone(),
        ..Link::default()
    });
    facts.push(Fact::of(sheet, "fact-places", places.collect(), None));
    let documents = task.documents.iter().map(|document| Link::document(sheet, *document));
    facts.push(Fact::of(sheet, "fact-documents", documents.collect(), None));
    facts.into_iter().filter(Fact::says_something).collect()
}

impl Fact {
    /// With no items the absence is said, or nothing stands there.
    pub(super) fn of(
        sheet: &Sheet<'_>,
        label: &str,
        items: Vec<Link>,
        absence: Option<&str>,
    ) -> Self {
        let absent = items.is_empty();
        let said = absence.filter(|_| absent).map(|key| {
            let kind = directive_name(sheet);
            Link::plain(sheet.say(key, &[("directive", (&kind).into())]))
        });
        let items = if absent { said.into_iter().collect() } else { items };
        Fact { label: sheet.text(label), items, absent }
    }

    /// Whether there is anything to print.
    pub(super) fn says_something(&self) -> bool {
        !self.items.is_empty()
    }
}

/// What kind of text the directive is: "Công văn".
pub(super) fn directive_name(sheet: &Sheet<'_>) -> String {
    let kind = sheet.model.directive.kind.clone();
    kind.unwrap_or_else(|| sheet.text("directive-kind"))
}

fn leads(sheet: &Sheet<'_>, ix: TaskIx) -> Vec<Link> {
    let task = &sheet.model[ix];
    let leads = sheet.assessment[ix].leads.iter().map(|lead| {
        let mut link = Link::agency(sheet, lead.agency);
        let mut asides = Vec::new();
        if !lead.formerly.is_empty() && !task.restricted {
            let names: Vec<&str> =
                lead.formerly.iter().map(|agency| sheet.model[*agency].name.as_str()).collect();
            asides.push(sheet.say("formerly", &[("agencies", (&names.join(", ")).into())]));
        }
        if task.lead_source == LeadSource::Office && !task.restricted {
            asides.push(sheet.text("lead-by-office"));
        }
        link.aside = (!asides.is_empty()).then(|| asides.join("; "));
        link
    });
    leads.collect()
}

fn deadline(sheet: &Sheet<'_>, ix: TaskIx) -> Vec<Link> {
    let in_force = ledger::in_force(&sheet.model[ix], sheet.as_of());
    in_force
        .map(|due| {
            let extended = due.origin != Origin::First && !sheet.model[ix].restricted;
            Link {
                text: sheet.deadline(due.deadline, sheet.as_of()),
                aside: extended.then(|| sheet.text("deadline-extended")),
                ..Link::default()
            }
        })
        .into_iter()
        .collect()
}

fn last_change(sheet: &Sheet<'_>, ix: TaskIx) -> Option<Fact> {
    let date = sheet.assessment[ix].last_entry?;
    Some(Fact::of(sheet, "fact-last-change", vec![Link::plain(sheet.short(date))], None))
}

fn cycles(sheet: &Sheet<'_>, ix: TaskIx) -> Option<Fact> {
    let cycles = sheet.assessment[ix].cycles?;
    let args = [("part", cycles.reported.into()), ("whole", cycles.ended.into())];
    let key = if cycles.ended > 0 { "cycles" } else { "cycles-none" };
    Some(Fact::of(sheet, "fact-cycles", vec![Link::plain(sheet.say(key, &args))], None))
}

fn lineage(sheet: &Sheet<'_>, ix: TaskIx) -> Vec<Due> {
    let task = &sheet.model[ix];
    let decided = ledger::decided(task, sheet.as_of());
    let last = decided.len();
    if last == 0 {
        // The facts say it already.
        return Vec::new();
    }
    let first = task.due.iter().map(|due| Due {
        label: sheet.text("lineage-first"),
        deadline: sheet.deadline(due, sheet.as_of()),
        document: None,
        in_force: false,
    });
    let extensions = decided.iter().enumerate().map(|(n, extension)| Due {
        label: sheet.say(
            "lineage-extension",
            &[("n", (n + 1).into()), ("date", (&sheet.short(extension.decided)).into())],
        ),
        deadline: sheet.deadline(&extension.due, sheet.as_of()),
        document: extension.document.map(|document| Link::document(sheet, document)),
        in_force: n + 1 == last,
    });
    first.chain(extensions).collect()
}
