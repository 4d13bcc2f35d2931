//! The pages that the directives of a portal share: the overview, the list of directives, agencies
//! and places across directives, the open data.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::components::{Capped, Link, ratio};
use super::figures::{Bar, Figures, GroupWord};
use super::heading::Heading;
use super::overview::{self, ReadOut};
use super::portal_kept as kept;
use super::{agency, frame};
use crate::assess::{Tally, Word};
use crate::model::{AgencyIx, PlaceIx};
use crate::site::context::PageContext;
use crate::site::data::table::{Form, Table};
use crate::site::index::TASKS_PER_PAGE;
use crate::site::pages::{DATA, HOME};
use crate::site::portal::{Card, CardChange, CardRow, Portal, Share};
use crate::site::render::{Engine, Rendered};
use crate::site::route::Route;
use crate::site::shared::{self, TABLES};

/// Number of days within which a deadline is listed as falling due.
const NEXT_DAYS: u64 = 30;
const MAX_OVERDUE: usize = 10;
const MAX_NEXT: usize = 10;
const MAX_CHANGES: usize = 8;
/// Maximum number of directives on the overview. Their list has all of them.
const MAX_DIRECTIVES: usize = 20;

/// Renders a file that the directives share. `None` for files that a single site has in the same
/// form.
pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>, portal: &Portal) -> Option<Rendered> {
    let heading = || heading(ctx).unwrap_or_else(|| Heading::top(String::new()));
    Some(match ctx.route {
        Route::Overview => {
            frame::fill(engine, ctx, "portal_overview.html", heading(), &overview(ctx, portal))
        }
        Route::Directive => {
            frame::fill(engine, ctx, "portal_directives.html", heading(), &directives(ctx, portal))
        }
        Route::Agency(ix) => {
            frame::fill(engine, ctx, "portal_group.html", heading(), &of_agency(ctx, portal, ix))
        }
        Route::Place(ix) => {
            frame::fill(engine, ctx, "portal_group.html", heading(), &of_place(ctx, portal, ix))
        }
        Route::Data => frame::fill(engine, ctx, "portal_data.html", heading(), &data(ctx, portal)),
        Route::Feed(scope) => Ok(shared::feed(ctx, portal, scope)),
        Route::Calendar(scope) => Ok(shared::calendar(ctx, portal, scope)),
        Route::DataTable(table @ (Table::Tasks | Table::Documents), Form::Csv) => {
            Ok(shared::table(ctx, portal, table).bytes)
        }
        _ => return None,
    })
}

/// The heading of a page that the directives share. `None` for other pages.
pub(super) fn heading(ctx: &PageContext<'_>) -> Option<Heading> {
    Some(match ctx.route {
        Route::Overview => {
            let (title, here) = (ctx.model.settings.title.clone(), Some(ctx.text("nav-overview")));
            Heading { here, ..Heading::top(title) }
                .description(overview::answer(ctx, &ctx.assessment.directive))
        }
        Route::Directive => Heading::new(ctx, ctx.text("portal-directives")),
        Route::Agency(ix) => agency::heading(ctx, ix),
        Route::Place(ix) => super::place::heading(ctx, ix),
        Route::Data => Heading::new(ctx, ctx.text("data-title")),
        _ => return None,
    })
}

#[derive(Serialize)]
struct Overview {
    title: String,
    answer: String,
    readouts: Vec<ReadOut>,
    bars: Vec<Bar>,
    lines: Vec<String>,
    scope: String,
    method: String,
    words: Vec<Worded>,
    directives: Capped<Row>,
    overdue: Capped<TaskLine>,
    next: Capped<TaskLine>,
    changes: Vec<ChangeLine>,
}

/// How many directives have a word.
#[derive(Serialize)]
struct Worded {
    class: &'static str,
    label: String,
    count: String,
}

/// A directive as a row.
#[derive(Serialize)]
struct Row {
    href: String,
    name: String,
    subject: String,
    /// Date, issuer, and whether it is settled.
    meta: String,
    tag: GroupWord,
    /// Since when its figures stand still, if they do.
    kept: Option<String>,
    done: String,
    on_time: String,
    overdue: String,
    late: bool,
    reported: String,
    total: String,
}

/// A task of any directive, in the form of a row of tasks.
#[derive(Serialize)]
struct TaskLine {
    href: String,
    number: String,
    title: String,
    tag: Label,
    causes: Vec<String>,
    lead: String,
    due: Option<String>,
    /// The directive.
    aside: String,
}

#[derive(Serialize)]
struct Label {
    class: String,
    label: String,
}

#[derive(Serialize)]
struct ChangeLine {
    date: String,
    date_iso: String,
    what: String,
    text: Option<String>,
    href: String,
    number: String,
    title: String,
    directive: String,
}

fn overview(ctx: &PageContext<'_>, portal: &Portal) -> Overview {
    let tally = &ctx.assessment.directive;
    let all: Vec<(&Card, &CardRow)> = tasks(portal, |_| true);
    let settled = portal.cards().filter(|card| card.settled).count();
    let scope = [
        ("n", (portal.cards().len() - settled).into()),
        ("settled", settled.into()),
        ("tasks", ctx.number(tally.total()).into()),
    ];
    Overview {
        title: ctx.model.settings.title.clone(),
        answer: overview::answer(ctx, &ctx.assessment.directive),
        readouts: overview::readouts(ctx, tally),
        bars: Bar::all(ctx, tally),
        lines: ctx.pieces(tally),
        scope: ctx.say("portal-scope", &scope),
        method: ctx.to(Route::Method),
        words: words(ctx, portal),
        directives: Capped::of(ctx, &portal.in_order(), MAX_DIRECTIVES, Route::Directive, |card| {
            row(ctx, card, &card.tally)
        }),
        overdue: overdue(ctx, &all, MAX_OVERDUE),
        next: next(ctx, &all, MAX_NEXT),
        changes: changes(ctx, portal),
    }
}

/// How many directives have each word, in the order in which words are considered.
fn words(ctx: &PageContext<'_>, portal: &Portal) -> Vec<Worded> {
    let mut counts: BTreeMap<usize, (u64, &Tally)> = BTreeMap::new();
    for card in portal.cards() {
        let place = Word::ALL.iter().position(|word| word.name() == card.tally.word.name());
        counts.entry(place.unwrap_or_default()).or_insert((0, &card.tally)).0 += 1;
    }
    let worded = |(place, (n, tally)): (usize, (u64, &Tally))| Worded {
        class: GroupWord::alone(ctx, tally).class,
        // Without the number of tasks, which differs from directive to directive.
        label: ctx.group_alone(Word::ALL[place]),
        count: ctx.count("portal-directives-n", n),
    };
    counts.into_iter().map(worded).collect()
}

fn row(ctx: &PageContext<'_>, card: &Card, tally: &Tally) -> Row {
    let date = ctx.short(card.date);
    let settled = card.settled.then(|| ctx.text("directive-settled"));
    Row {
        href: ctx.to_path(&card.path(HOME)),
        name: card.name.clone(),
        subject: card.subject.clone(),
        meta: [Some(date), card.issuer.clone(), settled]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        tag: GroupWord::of(ctx, tally),
        kept: kept::mark(ctx, card),
        done: ratio(ctx, tally.completion),
        on_time: ratio(ctx, tally.on_time),
        overdue: ctx.number(tally.overdue()),
        late: tally.overdue() > 0,
        reported: ratio(ctx, tally.reporting),
        total: ctx.number(tally.total()),
    }
}

/// The tasks of all directives that `is_meant`.
fn tasks(portal: &Portal, is_meant: impl Fn(&CardRow) -> bool) -> Vec<(&Card, &CardRow)> {
    let all = portal.cards().flat_map(|card| card.tasks.iter().map(move |task| (card, task)));
    all.filter(|(_, task)| is_meant(task)).collect()
}

/// The overdue tasks, the longest overdue first.
fn overdue(ctx: &PageContext<'_>, tasks: &[(&Card, &CardRow)], limit: usize) -> Capped<TaskLine> {
    let mut late: Vec<_> =
        tasks.iter().filter(|(_, task)| task.overdue.is_some()).copied().collect();
    late.sort_by_key(|(_, task)| Reverse(task.overdue));
    capped(ctx, &late, limit)
}

/// The deliverables that fall due within a month, the nearest first.
fn next(ctx: &PageContext<'_>, tasks: &[(&Card, &CardRow)], limit: usize) -> Capped<TaskLine> {
    let until = ctx.as_of().checked_add_days(Days::new(NEXT_DAYS)).unwrap_or(NaiveDate::MAX);
    let is_near = |(_, task): &&(&Card, &CardRow)| {
        task.last_good_day.is_some_and(|day| (ctx.as_of()..=until).contains(&day))
    };
    let mut near: Vec<_> = tasks.iter().filter(is_near).copied().collect();
    near.sort_by_key(|(_, task)| task.last_good_day);
    capped(ctx, &near, limit)
}

/// The first rows. The rest is on the pages of the directives, whose list is linked.
fn capped(ctx: &PageContext<'_>, tasks: &[(&Card, &CardRow)], limit: usize) -> Capped<TaskLine> {
    Capped::of(ctx, tasks, limit, Route::Directive, |(card, task)| TaskLine {
        href: ctx.to_path(&card.path(&task.path)),
        number: task.number.clone(),
        title: task.title.clone(),
        tag: Label { class: task.class.clone(), label: task.label.clone() },
        causes: task.causes.clone(),
        lead: task.lead.clone(),
        due: task.due.clone(),
        aside: kept::name(ctx, card),
    })
}

/// The latest entries of all directives, newest first.
fn changes(ctx: &PageContext<'_>, portal: &Portal) -> Vec<ChangeLine> {
    let all = portal.cards();
    let mut all: Vec<_> =
        all.flat_map(|card| card.changes.iter().map(move |change| (card, change))).collect();
    all.sort_by_key(|(_, change)| Reverse(change.known));
    let line = |(card, change): (&Card, &CardChange)| ChangeLine {
        date: change.date.clone(),
        date_iso: change.day.to_string(),
        what: change.what.clone(),
        text: change.text.clone(),
        href: ctx.to_path(&card.path(&change.path)),
        number: change.number.clone(),
        title: change.title.clone(),
        directive: kept::name(ctx, card),
    };
    all.into_iter().take(MAX_CHANGES).map(line).collect()
}

#[derive(Serialize)]
struct Directives {
    scope: String,
    running: Vec<Row>,
    settled: Vec<Row>,
}

fn directives(ctx: &PageContext<'_>, portal: &Portal) -> Directives {
    let rows = |settled| {
        let cards = portal.in_order().into_iter().filter(move |card| card.settled == settled);
        cards.map(|card| row(ctx, card, &card.tally)).collect()
    };
    Directives {
        scope: ctx.count("portal-directives-n", portal.cards().len() as u64),
        running: rows(false),
        settled: rows(true),
    }
}

/// An agency or a place across directives.
#[derive(Serialize)]
struct Group {
    name: String,
    kind: Option<String>,
    facts: Vec<String>,
    successor: Option<Link>,
    answer: Option<String>,
    figures: Option<Figures>,
    /// Sentences about parts, by directive.
    lines: Vec<String>,
    caption: String,
    rows: Vec<Row>,
    overdue: Capped<TaskLine>,
    next: Capped<TaskLine>,
}

fn of_agency(ctx: &PageContext<'_>, portal: &Portal, ix: AgencyIx) -> Group {
    let agency = &ctx.model[ix];
    let lifetime = agency::lifetime(ctx, ix).into_iter();
    let short = agency.short.iter().map(|short| format!("{}: {short}", ctx.text("agency-short")));
    let led = tasks(portal, |task| task.leads.iter().any(|lead| lead == agency.id.as_str()));
    let shares: Vec<_> = portal.agency(ix).collect();
    let tally = &ctx.assessment[ix].tally;
    Group {
        name: agency.name.clone(),
        kind: agency.kind.clone(),
        facts: short.chain(lifetime).collect(),
        successor: agency.successor.map(|next| Link::agency(ctx, next)),
        answer: (tally.total() > 0).then(|| agency::answer(ctx, tally)),
        caption: ctx.text("portal-agency-caption"),
        ..group(ctx, tally, &shares, &led)
    }
}

fn of_place(ctx: &PageContext<'_>, portal: &Portal, ix: PlaceIx) -> Group {
    let place = &ctx.model[ix];
    let named = tasks(portal, |task| task.places.iter().any(|id| id == place.id.as_str()));
    let shares: Vec<_> = portal.place(ix).collect();
    Group {
        name: place.name.clone(),
        kind: place.kind.clone(),
        caption: ctx.text("portal-place-caption"),
        ..group(ctx, &ctx.assessment[ix].tally, &shares, &named)
    }
}

fn group(
    ctx: &PageContext<'_>,
    tally: &Tally,
    shares: &[(&Card, &Share)],
    tasks: &[(&Card, &CardRow)],
) -> Group {
    let lines = shares.iter().flat_map(|(card, share)| {
        share.lines.iter().map(move |line| format!("{}: {line}", kept::name(ctx, card)))
    });
    Group {
        name: String::new(),
        kind: None,
        facts: Vec::new(),
        successor: None,
        answer: None,
        figures: (tally.total() > 0).then(|| Figures::of(ctx, tally)),
        lines: lines.collect(),
        caption: String::new(),
        rows: shares.iter().map(|(card, share)| row(ctx, card, &share.tally)).collect(),
        overdue: overdue(ctx, tasks, TASKS_PER_PAGE),
        next: next(ctx, tasks, TASKS_PER_PAGE),
    }
}

#[derive(Serialize)]
struct Data {
    licence: Option<Link>,
    tables: Vec<TableFiles>,
    directives: Vec<Link>,
}

#[derive(Serialize)]
struct TableFiles {
    title: String,
    about: String,
    files: Vec<Link>,
}

fn data(ctx: &PageContext<'_>, portal: &Portal) -> Data {
    let table = |(table, forms): (Table, &[Form])| {
        let key = format!("data-{}", table.name());
        let file = |form: &Form| {
            let name = format!("{}.{}", table.name(), form.ending());
            Link::new(ctx.to(Route::DataTable(table, *form)), name)
        };
        TableFiles {
            title: ctx.text(&key),
            about: ctx.text(&format!("{key}.about")),
            files: forms.iter().map(file).collect(),
        }
    };
    let licence = ctx.model.settings.licence.as_ref();
    let of = |card: &&Card| Link::new(ctx.to_path(&card.path(DATA)), card.name.clone());
    Data {
        licence: licence
            .map(|l| Link { external: true, ..Link::new(l.url.clone(), l.name.clone()) }),
        tables: TABLES.into_iter().map(table).collect(),
        directives: portal.in_order().iter().map(of).collect(),
    }
}
