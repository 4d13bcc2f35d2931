//! The rows that the script of the task list filters.
//!
//! They are written as script files, because pages that are opened from a folder may load scripts
//! but not read data.
//!
//! A restricted task has only what its row shows: no kind, no places, no supporting agencies, and
//! no search words except its number, title and lead agencies.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::Days;
use serde::Serialize;

use super::components::{TaskRow, class};
use super::filter;
use crate::assess::{Standing, ledger};
use crate::model::{AgencyIx, PlaceIx, TaskIx};
use crate::site::context::PageContext;
use crate::site::index::TASKS_PER_PART;
use crate::site::route::standing_word;
use crate::vietnamese::{fold, without_apostrophes};

use super::components::page_of;

/// The standings, from the most urgent.
const BY_URGENCY: [Standing; 17] = [
    Standing::Overdue,
    Standing::Blocked,
    Standing::DueSoon,
    Standing::AwaitingEvidence,
    Standing::NoReport,
    Standing::Stale,
    Standing::ReportMissing,
    Standing::NotStarted,
    Standing::InProgress,
    Standing::NotYetDue,
    Standing::Reported,
    Standing::DoneLate,
    Standing::DoneOnTime,
    Standing::Done,
    Standing::Duty,
    Standing::Superseded,
    Standing::Cancelled,
];

#[derive(Serialize)]
struct Part {
    part: usize,
    of: usize,
    /// The as-of date. `until` is the last day that counts as "soon".
    from: String,
    until: String,
    /// Label, class, whether the task is still open, and group, from the most urgent.
    standings: Vec<(String, &'static str, bool, &'static str)>,
    /// Agencies with their search words, listed once so that rows need not repeat them.
    agencies: Vec<(String, String)>,
    places: Vec<(String, String)>,
    priorities: Vec<String>,
    rows: Vec<Row>,
}

/// A task, written as an array in this order.
#[derive(Serialize)]
struct Row(
    String,
    String,
    String,
    /// Search words.
    String,
    /// Index in `standings`.
    usize,
    /// The label of the standing.
    String,
    /// The line below the title.
    String,
    /// The kind. Empty for a restricted task.
    &'static str,
    /// Index in `priorities`.
    usize,
    Vec<usize>,
    Vec<usize>,
    Vec<usize>,
    /// The last day of the deadline, `?` without a calendar day, empty without a deadline.
    String,
    /// The day of the last change.
    String,
);

/// Renders a part of the data as a script.
pub(super) fn script(ctx: &PageContext<'_>, part: usize) -> Vec<u8> {
    let json = serde_json::to_string(&data(ctx, part))
        .unwrap_or_else(|_| unreachable!("strings, numbers and lists can always be written"));
    format!("tiendo.tasks({json});\n").into_bytes()
}

fn data(ctx: &PageContext<'_>, part: usize) -> Part {
    let model = ctx.model;
    let agencies = filter::agencies(ctx);
    let places = filter::places(ctx);
    let lookup = Lookup {
        agencies: agencies.iter().enumerate().map(|(n, ix)| (*ix, n)).collect(),
        places: places.iter().enumerate().map(|(n, ix)| (*ix, n)).collect(),
    };
    let all: Vec<TaskIx> = model.tasks().map(|(ix, _)| ix).collect();
    let shown = page_of(&all, part, TASKS_PER_PART);
    let agency = |ix: &AgencyIx| {
        let agency = &model[*ix];
        let names = [Some(&agency.name), agency.short.as_ref()].into_iter().flatten();
        let names: Vec<&str> = names.map(String::as_str).collect();
        (agency.id.to_string(), searchable(&names.join(" ")))
    };
    let until = ctx.as_of().checked_add_days(Days::new(filter::SOON.into()));
    Part {
        part,
        of: ctx.index.task_data_parts(),
        from: ctx.as_of().to_string(),
        until: until.unwrap_or(ctx.as_of()).to_string(),
        standings: BY_URGENCY
            .into_iter()
            .map(|s| {
                let open = !s.is_done() && !s.is_stopped() && s != Standing::Duty;
                (standing_word(s), class(s), open, filter::group_of(s))
            })
            .collect(),
        agencies: agencies.iter().map(agency).collect(),
        places: (places.iter())
            .map(|ix| (model[*ix].id.to_string(), searchable(&model[*ix].name)))
            .collect(),
        priorities: model.priorities.iter().map(|p| p.id.to_string()).collect(),
        rows: shown.iter().map(|ix| row(ctx, &lookup, *ix)).collect(),
    }
}

/// Indices of agencies and places in the lists of a part.
struct Lookup {
    agencies: BTreeMap<AgencyIx, usize>,
    places: BTreeMap<PlaceIx, usize>,
}

fn row(ctx: &PageContext<'_>, lookup: &Lookup, ix: TaskIx) -> Row {
    let task = &ctx.model[ix];
    let assessed = &ctx.assessment[ix];
    let TaskRow { number, title, tag, causes, lead, due, .. } = TaskRow::of(ctx, ix);
    let line: Vec<String> = std::iter::once(lead).chain(due).chain(causes).collect();
    let deadline = ledger::in_force(task, ctx.as_of());
    let last_good_day = deadline.map_or_else(String::new, |due| {
        due.last_good_day.map_or_else(|| "?".to_owned(), |day| day.to_string())
    });
    let leads = assessed.leads.iter().filter_map(|lead| lookup.agencies.get(&lead.agency).copied());
    let mut words = format!("{number} {title}");
    let (mut kind, mut support, mut places) = ("", Vec::new(), Vec::new());
    if !task.restricted {
        kind = task.kind.name();
        support = task.support.iter().filter_map(|a| lookup.agencies.get(a).copied()).collect();
        places = task.places.iter().filter_map(|p| lookup.places.get(p).copied()).collect();
        if let Some(product) = &task.product {
            words = format!("{words} {product}");
        }
    }
    Row(
        task.id.to_string(),
        number,
        title,
        searchable(&words),
        BY_URGENCY.iter().position(|s| *s == assessed.standing).unwrap_or(BY_URGENCY.len() - 1),
        tag.label,
        line.join(" · "),
        kind,
        task.priority.0,
        leads.collect(),
        support,
        places,
        last_good_day,
        assessed.last_entry.map_or_else(String::new, |day| day.to_string()),
    )
}

/// The folded words of a text, separated by single spaces; at the end the names with an apostrophe
/// once more, as one word. Dots inside numbers are kept.
fn searchable(text: &str) -> String {
    let mut out = folded_words(text);
    for word in text.split_whitespace() {
        if let Cow::Owned(name) = without_apostrophes(word) {
            out.push(' ');
            out.push_str(&folded_words(&name));
        }
    }
    out
}

fn folded_words(text: &str) -> String {
    let folded: Vec<char> = fold(text).chars().collect();
    let word =
        |n: Option<usize>| n.and_then(|n| folded.get(n)).is_some_and(|c| c.is_alphanumeric());
    let mut out = String::new();
    for (n, c) in folded.iter().enumerate() {
        let kept =
            c.is_alphanumeric() || (*c == '.' && word(n.checked_sub(1)) && word(Some(n + 1)));
        if kept {
            out.push(*c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_has_its_urgency() {
        let mut sorted = BY_URGENCY;
        sorted.sort();
        assert_eq!(sorted, Standing::ALL);
    }

    #[test]
    fn words_stand_apart_by_one_space() {
        for (text, expected) in [
            ("Tiêm vắc-xin: Đợt 2.", "tiem vac xin dot 2"),
            ("10.1  “Đề án”… (1.000 m²)", "10.1 de an 1.000 m²"),
            ("II.3.đ", "ii.3.d"),
            ("Xã Đắk R’Lấp (cũ)", "xa dak r lap cu rlap"),
            (". — .", ""),
        ] {
            assert_eq!(searchable(text), expected);
        }
    }
}
