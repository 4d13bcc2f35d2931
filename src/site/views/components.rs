//! Components that several pages share: links, status tags, rows, pagination.

use serde::Serialize;

use crate::assess::{Fraction, Standing};
use crate::model::{AgencyIx, DocumentIx, NoteIx, PriorityIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::data::table::{Form, Table};
use crate::site::route::Route;
use crate::site::situation;

/// A text that may be a link, followed by an optional remark.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Link {
    pub(super) href: Option<String>,
    pub(super) text: String,
    pub(super) aside: Option<String>,
    pub(super) external: bool,
}

impl Link {
    pub(super) fn new(href: String, text: impl Into<String>) -> Self {
        Link { href: Some(href), text: text.into(), ..Link::default() }
    }

    pub(super) fn plain(text: impl Into<String>) -> Self {
        Link { text: text.into(), ..Link::default() }
    }

    pub(super) fn priority(ctx: &PageContext<'_>, priority: PriorityIx) -> Self {
        Link::new(ctx.to_priority(priority), ctx.priority_title(priority))
    }

    pub(super) fn task(ctx: &PageContext<'_>, task: TaskIx) -> Self {
        if let Some(elsewhere) = &ctx.model[task].elsewhere {
            let href = ctx.to_elsewhere(task);
            // A directive of a later day is named by its number alone.
            let text = match &href {
                Some(_) => format!("{}: {}", elsewhere.name, ctx.task_title(task)),
                None => elsewhere.name.clone(),
            };
            return Link { href, text, ..Link::default() };
        }
        Link::new(ctx.to_task(task), ctx.task_title(task))
    }

    pub(super) fn agency(ctx: &PageContext<'_>, agency: AgencyIx) -> Self {
        let text = ctx.model[agency].name.clone();
        Link { href: ctx.to_agency(agency), text, ..Link::default() }
    }

    /// A table of the open data as CSV.
    pub(super) fn data(ctx: &PageContext<'_>, table: Table) -> Self {
        let to = ctx.to(Route::DataTable(table, Form::Csv));
        Link::new(to, format!("{}.{}", table.name(), Form::Csv.ending()))
    }

    pub(super) fn document(ctx: &PageContext<'_>, document: DocumentIx) -> Self {
        let text = ctx.document_name(document).to_owned();
        let aside = ctx.model[document].symbol.as_ref().map(|_| ctx.model[document].title.clone());
        Link { href: ctx.to_document(document), text, aside, external: false }
    }
}

/// A status tag. Its class determines shape and colour.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct Tag {
    pub(in crate::site) class: &'static str,
    pub(in crate::site) label: String,
}

impl Tag {
    pub(super) fn of(ctx: &PageContext<'_>, task: TaskIx) -> Self {
        let assessed = &ctx.assessment[task];
        Tag { class: class(assessed.standing), label: ctx.standing(assessed) }
    }
}

/// The class of a status tag. Standings that look alike share one.
pub(in crate::site) fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::DoneOnTime | Standing::Done => "done",
        Standing::DoneLate => "done-late",
        Standing::InProgress => "going",
        Standing::DueSoon => "soon",
        Standing::AwaitingEvidence => "waiting",
        Standing::Blocked => "blocked",
        Standing::NotStarted => "idle",
        Standing::Overdue => "overdue",
        Standing::Stale | Standing::NoReport | Standing::ReportMissing => "silent",
        Standing::Reported => "reported",
        Standing::NotYetDue => "not-yet",
        Standing::Duty => "duty",
        Standing::Cancelled | Standing::Superseded => "stopped",
    }
}

/// A task as a row that is one link.
#[derive(Debug, Serialize)]
pub(in crate::site) struct TaskRow {
    pub(in crate::site) href: String,
    pub(in crate::site) number: String,
    pub(in crate::site) title: String,
    pub(in crate::site) tag: Tag,
    pub(in crate::site) causes: Vec<String>,
    pub(in crate::site) lead: String,
    pub(in crate::site) due: Option<String>,
    pub(super) aside: Option<String>,
}

impl TaskRow {
    pub(in crate::site) fn of(ctx: &PageContext<'_>, ix: TaskIx) -> Self {
        let task = &ctx.model[ix];
        let assessed = &ctx.assessment[ix];
        let due = crate::assess::ledger::in_force(task, ctx.as_of())
            .map(|due| ctx.deadline(due.deadline, ctx.as_of()));
        let cycles = assessed.cycles.filter(|cycles| cycles.ended > 0).map(|cycles| {
            let (part, whole) = (cycles.reported.into(), cycles.ended.into());
            ctx.say("cycles-short", &[("part", part), ("whole", whole)])
        });
        TaskRow {
            href: ctx.to_task(ix),
            number: task.number.clone(),
            title: task.title.clone(),
            tag: Tag::of(ctx, ix),
            causes: if task.restricted { ctx.parts_alone(assessed) } else { ctx.causes(assessed) },
            lead: leads(ctx, ix),
            due: due.map(|due| ctx.say("row-due", &[("due", (&due).into())])).or(cycles),
            aside: None,
        }
    }
}

/// The short names of the lead agencies, or a phrase if there are none.
pub(super) fn leads(ctx: &PageContext<'_>, ix: TaskIx) -> String {
    situation::leads(ctx.model, &ctx.assessment[ix], ctx.words)
}

/// A fraction in a table. A ratio that does not apply is a dash, which is explained below the
/// table.
pub(super) fn ratio(ctx: &PageContext<'_>, fraction: Fraction) -> String {
    if fraction.whole > 0 { ctx.fraction(fraction) } else { "–".to_owned() }
}

/// The first rows of a longer list.
#[derive(Debug, Serialize)]
pub(super) struct Capped<T> {
    pub(super) rows: Vec<T>,
    /// The text "n more", with a link to the whole list.
    pub(super) more: Option<Link>,
}

impl<T> Capped<T> {
    /// The first `limit` items as rows, with a link to the route of the whole list if there are
    /// more.
    pub(super) fn of<I>(
        ctx: &PageContext<'_>,
        items: &[I],
        limit: usize,
        whole: Route,
        row: impl Fn(&I) -> T,
    ) -> Self {
        Capped::at(ctx, items, limit, ctx.to(whole), row)
    }

    /// The first `limit` items as rows, with a link to the address of the whole list if there are
    /// more.
    pub(super) fn at<I>(
        ctx: &PageContext<'_>,
        items: &[I],
        limit: usize,
        whole: String,
        row: impl Fn(&I) -> T,
    ) -> Self {
        let rest = items.len().saturating_sub(limit);
        Capped {
            rows: items.iter().take(limit).map(row).collect(),
            more: (rest > 0).then(|| Link::new(whole, ctx.count("more", rest as u64))),
        }
    }
}

impl<T, E> Capped<Result<T, E>> {
    /// Turns rows that may have failed into a result, with the first error.
    pub(super) fn transpose(self) -> Result<Capped<T>, E> {
        Ok(Capped { rows: self.rows.into_iter().collect::<Result<_, _>>()?, more: self.more })
    }
}

/// A note in a list.
#[derive(Debug, Serialize)]
pub(super) struct NoteRow {
    href: String,
    date: String,
    date_iso: String,
    title: String,
    author: Option<String>,
    about: Vec<String>,
    excerpt: Option<String>,
}

/// Maximum number of task numbers in the row of a note.
const MAX_TASK_NUMBERS: usize = 6;

/// Maximum length of the beginning of a note in a list, in characters.
pub(in crate::site) const EXCERPT: usize = 160;

impl NoteRow {
    pub(super) fn of(ctx: &PageContext<'_>, ix: NoteIx, excerpt: bool) -> Self {
        let note = &ctx.model[ix];
        let tasks = note.tasks.iter().map(|task| &ctx.model[*task]).filter(|t| !t.restricted);
        NoteRow {
            href: ctx.to_note(ix),
            date: ctx.short(note.date),
            date_iso: note.date.to_string(),
            title: note.title.clone(),
            author: note.author.map(|author| ctx.agency_name(author).to_owned()),
            about: tasks.take(MAX_TASK_NUMBERS).map(|task| task.number.clone()).collect(),
            excerpt: excerpt.then(|| ctx.excerpt(ix, EXCERPT)).filter(|t| !t.is_empty()),
        }
    }
}

/// The links between the pages of a list.
#[derive(Debug, Serialize)]
pub(super) struct Pager {
    pages: Vec<PagerEntry>,
    previous: Option<String>,
    next: Option<String>,
    position: String,
}

#[derive(Debug, Serialize)]
struct PagerEntry {
    number: String,
    label: String,
    /// `None` for the current page.
    href: Option<String>,
    /// Whether pages were left out before this one.
    gap: bool,
}

impl Pager {
    /// `None` if the list has a single page.
    pub(super) fn of(
        ctx: &PageContext<'_>,
        page: usize,
        pages: usize,
        route: impl Fn(usize) -> Route,
    ) -> Option<Self> {
        if pages < 2 {
            return None;
        }
        let shown = |n: usize| n == 1 || n == pages || n.abs_diff(page) <= 2;
        let mut last = 0;
        let entries = (1..=pages).filter(|n| shown(*n)).map(|n| {
            let gap = n > last + 1;
            last = n;
            PagerEntry {
                number: ctx.number(n as u64),
                label: ctx.count("pager-page", n as u64),
                href: (n != page).then(|| ctx.to(route(n))),
                gap,
            }
        });
        Some(Pager {
            pages: entries.collect(),
            previous: (page > 1).then(|| ctx.to(route(page - 1))),
            next: (page < pages).then(|| ctx.to(route(page + 1))),
            position: ctx.say("pager-position", &[("page", page.into()), ("pages", pages.into())]),
        })
    }
}

/// The items on a page of a list. Pages count from 1.
pub(super) fn page_of<T>(items: &[T], page: usize, per_page: usize) -> &[T] {
    let start = ((page - 1) * per_page).min(items.len());
    &items[start..(start + per_page).min(items.len())]
}
