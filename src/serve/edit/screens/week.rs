//! This week's work: the tasks of which somebody has to be reminded.

use serde::Serialize;

use super::super::form::Form;
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use super::frame::Frame;
use crate::assess::Standing;
use crate::assess::owed::{Debt, debts};
use crate::model::{AgencyIx, Task, TaskIx};
use crate::reading::names::Names;
use crate::site::screens::standing_class;

/// Number of rows of a page.
const ROWS: usize = 50;
/// Number of hits of a search for a task.
const MAX_HITS: usize = 30;

#[derive(Serialize)]
struct View {
    agency: String,
    query: String,
    /// How many tasks were reported on, and how many are open.
    summary: String,
    groups: Vec<Group>,
    /// The hits of a search.
    hits: Option<Vec<Row>>,
    note: String,
    pages: Vec<(String, String, bool)>,
}

#[derive(Serialize)]
struct Group {
    name: &'static str,
    title: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    href: String,
    number: String,
    title: String,
    leads: String,
    class: &'static str,
    standing: String,
    last: String,
}

/// Shows the work of the week.
pub(super) fn week(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let locale = editor.locale;
    let frame = Frame::first(editor, locale.text("edit-menu-week"), query);
    let (agency, wanted) = (query.line("co-quan"), query.line("viec"));
    let Some((model, assessment)) = &records.judged else {
        let view = View {
            agency,
            query: wanted,
            summary: locale.text("edit-week-before"),
            groups: Vec::new(),
            hits: None,
            note: String::new(),
            pages: Vec::new(),
        };
        return Answer::page(200, editor.filled("edit/week.html", &frame, &view));
    };
    // A number names one task: its form is what is wanted.
    let is_named = |task: &&Task| task.number == wanted || task.id.as_str() == wanted;
    let named = model.own_tasks().find(is_named);
    if let Some(task) = named {
        return Answer::to(format!("/viec/{}", task.id));
    }
    let names = Names::agencies(model);
    let agencies: Vec<AgencyIx> = match agency.as_str() {
        "" => Vec::new(),
        text => names.search(text).into_iter().map(AgencyIx).collect(),
    };
    let mut note = String::new();
    if !agency.is_empty() {
        let found: Vec<&str> = agencies.iter().map(|ix| model[*ix].name.as_str()).collect();
        note = match found.as_slice() {
            [] => locale.format("edit-pick-none", &[("query", (&agency).into())]),
            found => locale.format("edit-week-of", &[("agencies", found.join("; ").into())]),
        };
    }
    let is_of = |ix: TaskIx| {
        let leads = &assessment[ix].leads;
        agency.is_empty() || leads.iter().any(|lead| agencies.contains(&lead.agency))
    };
    let row = |ix: TaskIx| {
        let (task, assessed) = (&model[ix], &assessment[ix]);
        let leads = assessed.leads.iter().map(|lead| {
            let agency = &model[lead.agency];
            agency.short.as_ref().unwrap_or(&agency.name).as_str()
        });
        Row {
            href: format!("/viec/{}", task.id),
            number: task.number.clone(),
            title: task.title.clone(),
            leads: leads.collect::<Vec<_>>().join("; "),
            class: standing_class(assessed.standing),
            standing: records.words.standing(assessed),
            last: match assessed.last_entry {
                Some(day) => {
                    locale.format("edit-week-last", &[("date", locale.short_date(day).into())])
                }
                // The tag says so already.
                None if assessed.standing == Standing::NoReport => String::new(),
                None => locale.text("edit-week-never"),
            },
        }
    };
    let hits = (!wanted.is_empty()).then(|| {
        let found = Names::tasks(model).search(&wanted);
        found.into_iter().take(MAX_HITS).map(|at| row(TaskIx(at))).collect::<Vec<_>>()
    });
    if hits.as_ref().is_some_and(Vec::is_empty) {
        note = locale.format("edit-pick-none", &[("query", (&wanted).into())]);
    }
    let owed: Vec<(Debt, TaskIx)> =
        debts(model, assessment).into_iter().filter(|(_, ix)| is_of(*ix)).collect();
    let order = |debt: Debt| Debt::ALL.iter().position(|one| *one == debt);
    let mut sorted = owed.clone();
    sorted.sort_by_key(|(debt, ix)| (order(*debt), *ix));
    let page: usize = query.raw("trang").parse().unwrap_or(1);
    let count = sorted.len().div_ceil(ROWS).max(1);
    let page = page.clamp(1, count);
    let shown = &sorted[(page - 1) * ROWS..sorted.len().min(page * ROWS)];
    let groups = Debt::ALL.into_iter().filter_map(|debt| {
        let rows: Vec<Row> =
            shown.iter().filter(|(one, _)| *one == debt).map(|(_, ix)| row(*ix)).collect();
        let all = owed.iter().filter(|(one, _)| *one == debt).count();
        let key = format!("edit-week-{}", debt.name());
        let title = locale.format(&key, &[("count", all.into())]);
        (!rows.is_empty()).then_some(Group { name: debt.name(), title, rows })
    });
    let open = model.tasks().filter(|(ix, _)| is_of(*ix)).count();
    let args = [("owed", owed.len().into()), ("all", open.into())];
    let pages = (1..=count).map(|n| {
        let agency: String = form_urlencoded::byte_serialize(agency.as_bytes()).collect();
        (format!("/?co-quan={agency}&trang={n}"), n.to_string(), n == page)
    });
    let view = View {
        summary: locale.format("edit-week-summary", &args),
        groups: groups.collect(),
        hits,
        note,
        pages: if count > 1 { pages.collect() } else { Vec::new() },
        agency,
        query: wanted,
    };
    Answer::page(200, editor.filled("edit/week.html", &frame, &view))
}
