//! The ways into the list of tasks: pages by standing for every reader, and the choices of the
//! filter that appears where scripts run. The words in addresses are the same in both.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::Serialize;

use super::pieces::{Link, class};
use crate::assess::Standing;
use crate::model::{AgencyIx, Kind, PlaceIx};
use crate::site::route::{Route, standing_word};
use crate::site::sheet::Sheet;
use crate::vietnamese;

/// "Soon" for deadlines, in days.
pub(super) const SOON: u32 = 30;

/// What the filter offers.
#[derive(Serialize)]
pub(super) struct Filter {
    /// Addresses of the data, apart by spaces.
    sources: String,
    /// "# of 69 tasks": the script puts the number in.
    count: String,
    standings: Vec<Choice>,
    selects: Vec<Select>,
    sorts: Vec<Choice>,
}

/// A list to choose one from.
#[derive(Serialize)]
struct Select {
    name: &'static str,
    label: String,
    /// What the empty choice says.
    any: String,
    options: Vec<Choice>,
}

/// A value in addresses, and what readers see.
#[derive(Serialize)]
pub(super) struct Choice {
    value: String,
    label: String,
    class: &'static str,
    /// How many tasks it stands for, where that is said.
    count: Option<String>,
    /// The page that shows the same.
    href: Option<String>,
    current: bool,
}

impl Choice {
    fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        let (value, label) = (value.into(), label.into());
        Choice { value, label, class: "", count: None, href: None, current: false }
    }
}

/// The standings that occur, with their pages and counts.
pub(super) fn standings(sheet: &Sheet<'_>) -> Vec<Choice> {
    let choice = |standing: Standing| Choice {
        class: class(standing),
        count: Some(sheet.number(sheet.index.with_standing(standing).len() as u64)),
        href: Some(sheet.to(Route::Standing(standing, 1))),
        current: matches!(sheet.route, Route::Standing(here, _) if here == standing),
        ..Choice::new(standing_word(standing), sheet.standing_alone(standing))
    };
    sheet.index.standings().map(choice).collect()
}

/// The other lists, each with its page.
pub(super) fn lists(sheet: &Sheet<'_>) -> Vec<Link> {
    let overview = format!("{}#h-priorities", sheet.to(Route::Overview));
    let list = |route, key: &str| Link::new(sheet.to(route), sheet.text(key));
    let mut lists = vec![Link::new(overview, sheet.text("browse-priorities"))];
    lists.push(list(Route::Agencies, "browse-agencies"));
    if !sheet.index.places.is_empty() {
        lists.push(list(Route::Places, "browse-places"));
    }
    lists.push(list(Route::Deadlines(1), "browse-deadlines"));
    lists
}

/// The address of the filtered list of what an agency leads or supports.
pub(super) fn of_agency(sheet: &Sheet<'_>, agency: AgencyIx, supports: bool) -> String {
    let role = if supports { "&vai-tro=phoi-hop" } else { "" };
    format!("{}?co-quan={}{role}", sheet.to(Route::Tasks(1)), sheet.model[agency].id)
}

/// The address of the filtered list of the tasks that name a place.
pub(super) fn of_place(sheet: &Sheet<'_>, place: PlaceIx) -> String {
    format!("{}?dia-ban={}", sheet.to(Route::Tasks(1)), sheet.model[place].id)
}

/// Agencies that lead or support a task, by name.
pub(super) fn agencies(sheet: &Sheet<'_>) -> Vec<AgencyIx> {
    let busy = |ix: &AgencyIx| {
        !sheet.assessment[*ix].tasks.is_empty() || !sheet.index.supported[ix.0].is_empty()
    };
    let mut agencies: Vec<AgencyIx> = sheet.index.agencies.iter().copied().filter(busy).collect();
    agencies.sort_by_cached_key(|ix| vietnamese::sort_key(&sheet.model[*ix].name));
    agencies
}

/// Places that a public task names, by name.
pub(super) fn places(sheet: &Sheet<'_>) -> Vec<PlaceIx> {
    let named = |ix: &PlaceIx| !sheet.assessment[*ix].tasks.is_empty();
    let mut places: Vec<PlaceIx> = sheet.index.places.iter().copied().filter(named).collect();
    places.sort_by_cached_key(|ix| vietnamese::sort_key(&sheet.model[*ix].name));
    places
}

impl Filter {
    pub(super) fn of(sheet: &Sheet<'_>) -> Self {
        let parts = (1..=sheet.index.task_data_parts()).map(|n| sheet.to(Route::TaskData(n)));
        let all = sheet.model.tasks.len();
        Filter {
            sources: parts.collect::<Vec<_>>().join(" "),
            count: sheet.say("filter-count", &[("shown", "#".into()), ("n", all.into())]),
            standings: standings(sheet),
            selects: selects(sheet),
            sorts: [("", "sort-number"), ("han", "sort-due"), ("moi", "sort-changed")]
                .into_iter()
                .chain([("tinh-trang", "sort-standing")])
                .map(|(value, key)| Choice::new(value, sheet.text(key)))
                .collect(),
        }
    }
}

fn selects(sheet: &Sheet<'_>) -> Vec<Select> {
    let model = sheet.model;
    let select = |name, key: &str, options| Select {
        name,
        label: sheet.text(key),
        any: sheet.text("filter-any"),
        options,
    };
    let public = |kind| model.tasks.iter().any(|task| task.kind == kind && !task.restricted);
    let kinds = [Kind::Deliverable, Kind::Ongoing, Kind::Duty].into_iter().filter(|k| public(*k));
    let priorities = model.priorities.iter().filter(|priority| !priority.tasks.is_empty());
    let named = |number: &str, title: &str| format!("{number}. {title}");
    let agencies = agencies(sheet).into_iter().map(|ix| &model[ix]);
    let places = places(sheet).into_iter().map(|ix| &model[ix]);
    let support = sheet.index.supported.iter().any(|tasks| !tasks.is_empty());
    let role = |value, key| Choice::new(value, sheet.text(key));
    let mut selects = vec![
        select(
            "muc",
            "filter-priority",
            priorities.map(|p| Choice::new(p.id.as_str(), named(&p.number, &p.title))).collect(),
        ),
        select(
            "loai",
            "filter-kind",
            kinds.map(|k| Choice::new(k.name(), sheet.kind(k))).collect(),
        ),
        select(
            "co-quan",
            "filter-agency",
            agencies.map(|a| Choice::new(a.id.as_str(), &a.name)).collect(),
        ),
        Select {
            any: sheet.text("role-lead"),
            ..select(
                "vai-tro",
                "filter-role",
                if support {
                    vec![role("phoi-hop", "role-support"), role("ca-hai", "role-either")]
                } else {
                    Vec::new()
                },
            )
        },
        select(
            "dia-ban",
            "filter-place",
            places.map(|p| Choice::new(p.id.as_str(), &p.name)).collect(),
        ),
        select("han", "filter-due", deadlines(sheet)),
    ];
    selects.retain(|select| !select.options.is_empty());
    selects
}

fn deadlines(sheet: &Sheet<'_>) -> Vec<Choice> {
    let mut choices = Vec::new();
    let mut add = |value: &str, label| choices.push(Choice::new(value, label));
    add("qua-han", sheet.text("due-overdue"));
    add("30-ngay", sheet.count("due-within", SOON));
    add("khong", sheet.text("due-none"));
    if !sheet.index.due_without_day.is_empty() {
        add("chua-ro", sheet.text("due-open"));
    }
    let months = sheet.index.due.iter().filter_map(|(day, _)| day.with_day(1));
    for month in months.collect::<BTreeSet<_>>() {
        add(&month.format("%Y-%m").to_string(), sheet.month(month));
    }
    choices
}
