//! The ways to narrow down the list of tasks: pages by standing for every reader, and the choices
//! of the filter that the script adds. Both use the same words in addresses.

use std::collections::BTreeSet;

use chrono::Datelike;
use serde::Serialize;

use super::components::{Link, class};
use crate::assess::Standing;
use crate::model::{AgencyIx, Kind, PlaceIx};
use crate::site::context::PageContext;
use crate::site::route::{Route, standing_word};
use crate::vietnamese;

/// Number of days within which a deadline counts as "soon".
pub(super) const SOON: u32 = 30;

/// The choices of the filter.
#[derive(Serialize)]
pub(super) struct Filter {
    /// Addresses of the data, separated by spaces.
    sources: String,
    /// The text "# of 69 tasks". The script replaces `#` with the number.
    count: String,
    groups: Vec<Choice>,
    standings: Vec<Choice>,
    selects: Vec<Select>,
    sorts: Vec<Choice>,
}

/// A list of choices, one of which can be selected.
#[derive(Serialize)]
struct Select {
    name: &'static str,
    label: String,
    /// The label of the empty choice.
    any: String,
    options: Vec<Choice>,
}

/// A choice: its value in addresses, and its label.
#[derive(Serialize)]
pub(super) struct Choice {
    value: String,
    label: String,
    class: &'static str,
    /// Number of tasks, if it is shown.
    count: Option<String>,
    /// The page that lists these tasks without a script.
    href: Option<String>,
    current: bool,
}

impl Choice {
    fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        let (value, label) = (value.into(), label.into());
        Choice { value, label, class: "", count: None, href: None, current: false }
    }
}

/// A group of standings: its value in addresses, and the message key of its label.
type Group = (&'static str, &'static str, &'static [Standing]);

/// The groups that most readers choose from, the most urgent first. Every standing is in one.
const GROUPS: [Group; 4] = [
    ("qua-han", "filter-group-overdue", &[Standing::Overdue]),
    (
        "can-chu-y",
        "filter-group-attention",
        &[
            Standing::Blocked,
            Standing::AwaitingEvidence,
            Standing::NoReport,
            Standing::Stale,
            Standing::ReportMissing,
        ],
    ),
    (
        "dang-lam",
        "filter-group-going",
        &[
            Standing::DueSoon,
            Standing::NotStarted,
            Standing::InProgress,
            Standing::NotYetDue,
            Standing::Reported,
        ],
    ),
    (
        "da-xong",
        "filter-group-over",
        &[
            Standing::DoneOnTime,
            Standing::DoneLate,
            Standing::Done,
            Standing::Duty,
            Standing::Superseded,
            Standing::Cancelled,
        ],
    ),
];

/// The value in addresses of the group of a standing.
pub(super) fn group_of(standing: Standing) -> &'static str {
    GROUPS.iter().find(|(_, _, of)| of.contains(&standing)).map_or("", |(value, _, _)| value)
}

fn groups(ctx: &PageContext<'_>) -> Vec<Choice> {
    let count = |of: &[Standing]| -> u64 {
        of.iter().map(|standing| ctx.index.with_standing(*standing).len() as u64).sum()
    };
    let choice = |(value, key, of): Group| Choice {
        class: class(of[0]),
        count: Some(ctx.number(count(of))),
        ..Choice::new(value, ctx.text(key))
    };
    GROUPS.into_iter().map(choice).collect()
}

/// The standings that occur, with their pages and counts.
pub(super) fn standings(ctx: &PageContext<'_>) -> Vec<Choice> {
    choices(ctx, ctx.index.standings())
}

/// All standings, also those that no task has.
pub(super) fn all_standings(ctx: &PageContext<'_>) -> Vec<Choice> {
    choices(ctx, Standing::ALL.into_iter())
}

fn choices(ctx: &PageContext<'_>, standings: impl Iterator<Item = Standing>) -> Vec<Choice> {
    let choice = |standing: Standing| Choice {
        class: class(standing),
        count: Some(ctx.number(ctx.index.with_standing(standing).len() as u64)),
        href: Some(ctx.to(Route::Standing(standing, 1))),
        current: matches!(ctx.route, Route::Standing(here, _) if here == standing),
        ..Choice::new(standing_word(standing), ctx.standing_alone(standing))
    };
    standings.map(choice).collect()
}

/// Links to the other lists of tasks.
pub(super) fn lists(ctx: &PageContext<'_>) -> Vec<Link> {
    let overview = format!("{}#h-priorities", ctx.to(Route::Overview));
    let list = |route, key: &str| Link::new(ctx.to(route), ctx.text(key));
    let mut lists = vec![Link::new(overview, ctx.text("browse-priorities"))];
    lists.push(list(Route::Agencies, "browse-agencies"));
    if !ctx.index.places.is_empty() {
        lists.push(list(Route::Places, "browse-places"));
    }
    lists.push(list(Route::Deadlines(1), "browse-deadlines"));
    lists
}

/// The address of the list of tasks, filtered by an agency that leads or supports them.
pub(super) fn of_agency(ctx: &PageContext<'_>, agency: AgencyIx, supports: bool) -> String {
    let role = if supports { "&vai-tro=phoi-hop" } else { "" };
    format!("{}?co-quan={}{role}", ctx.to(Route::Tasks(1)), ctx.model[agency].id)
}

/// The address of the list of tasks, filtered by a place.
pub(super) fn of_place(ctx: &PageContext<'_>, place: PlaceIx) -> String {
    format!("{}?dia-ban={}", ctx.to(Route::Tasks(1)), ctx.model[place].id)
}

/// Agencies that lead or support a task, sorted by name.
pub(super) fn agencies(ctx: &PageContext<'_>) -> Vec<AgencyIx> {
    let busy = |ix: &AgencyIx| {
        !ctx.assessment[*ix].tasks.is_empty() || !ctx.index.supported[ix.0].is_empty()
    };
    let mut agencies: Vec<AgencyIx> = ctx.index.agencies.iter().copied().filter(busy).collect();
    agencies.sort_by_cached_key(|ix| vietnamese::sort_key(&ctx.model[*ix].name));
    agencies
}

/// Places that a public task names, sorted by name.
pub(super) fn places(ctx: &PageContext<'_>) -> Vec<PlaceIx> {
    let named = |ix: &PlaceIx| !ctx.assessment[*ix].tasks.is_empty();
    let mut places: Vec<PlaceIx> = ctx.index.places.iter().copied().filter(named).collect();
    places.sort_by_cached_key(|ix| vietnamese::sort_key(&ctx.model[*ix].name));
    places
}

impl Filter {
    pub(super) fn of(ctx: &PageContext<'_>) -> Self {
        let parts = (1..=ctx.index.task_data_parts()).map(|n| ctx.to(Route::TaskData(n)));
        let all = ctx.model.tasks().count();
        Filter {
            sources: parts.collect::<Vec<_>>().join(" "),
            count: ctx.say("filter-count", &[("shown", "#".into()), ("n", all.into())]),
            groups: groups(ctx),
            standings: standings(ctx),
            selects: selects(ctx),
            sorts: [("", "sort-number"), ("han", "sort-due"), ("moi", "sort-changed")]
                .into_iter()
                .chain([("tinh-trang", "sort-standing")])
                .map(|(value, key)| Choice::new(value, ctx.text(key)))
                .collect(),
        }
    }
}

fn selects(ctx: &PageContext<'_>) -> Vec<Select> {
    let model = ctx.model;
    let select = |name, key: &str, options| Select {
        name,
        label: ctx.text(key),
        any: ctx.text("filter-any"),
        options,
    };
    let public = |kind| model.tasks().any(|(_, task)| task.kind == kind && !task.restricted);
    let kinds = [Kind::Deliverable, Kind::Ongoing, Kind::Duty].into_iter().filter(|k| public(*k));
    let priorities = model.priorities.iter().filter(|priority| !priority.tasks.is_empty());
    let named = |number: &str, title: &str| format!("{number}. {title}");
    let agencies = agencies(ctx).into_iter().map(|ix| &model[ix]);
    let places = places(ctx).into_iter().map(|ix| &model[ix]);
    let support = ctx.index.supported.iter().any(|tasks| !tasks.is_empty());
    let role = |value, key| Choice::new(value, ctx.text(key));
    let mut selects = vec![
        select(
            "muc",
            "filter-priority",
            priorities.map(|p| Choice::new(p.id.as_str(), named(&p.number, &p.title))).collect(),
        ),
        select("loai", "filter-kind", kinds.map(|k| Choice::new(k.name(), ctx.kind(k))).collect()),
        select(
            "co-quan",
            "filter-agency",
            agencies.map(|a| Choice::new(a.id.as_str(), &a.name)).collect(),
        ),
        Select {
            any: ctx.text("role-lead"),
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
        select("han", "filter-due", deadlines(ctx)),
    ];
    selects.retain(|select| !select.options.is_empty());
    selects
}

fn deadlines(ctx: &PageContext<'_>) -> Vec<Choice> {
    let mut choices = Vec::new();
    let mut add = |value: &str, label| choices.push(Choice::new(value, label));
    add("qua-han", ctx.text("due-overdue"));
    add("30-ngay", ctx.count("due-within", SOON));
    add("khong", ctx.text("due-none"));
    if !ctx.index.due_without_day.is_empty() {
        add("chua-ro", ctx.text("due-open"));
    }
    let months = ctx.index.due.iter().filter_map(|(day, _)| day.with_day(1));
    for month in months.collect::<BTreeSet<_>>() {
        add(&month.format("%Y-%m").to_string(), ctx.month(month));
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_is_in_one_group() {
        for standing in Standing::ALL {
            let groups = GROUPS.iter().filter(|(_, _, of)| of.contains(&standing));
            assert_eq!(groups.count(), 1, "{standing:?}");
        }
    }
}
