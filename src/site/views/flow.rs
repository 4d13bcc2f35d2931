//! How the tasks moved from one part of a bar to another between the reporting date before and the
//! as-of date: two bars, and bands between them as wide as the number of tasks.

use serde::Serialize;

use super::figures::{KINDS, part_of, parts};
use super::picture::Hundredths;
use super::series::Key;
use crate::assess::{Assessment, Standing};
use crate::model::{Kind, Task, TaskIx};
use crate::site::context::PageContext;

/// The tasks of one kind on both dates.
#[derive(Serialize)]
pub(super) struct Flow {
    /// The kind and the number of its tasks.
    title: String,
    sentence: String,
    before: Vec<Field>,
    after: Vec<Field>,
    bands: Vec<Band>,
    legend: Vec<Key>,
    /// Every band as a row of a table.
    rows: Vec<Row>,
    dates: [String; 2],
}

/// A part on one of the two dates.
#[derive(Clone, Serialize)]
struct Field {
    fill: &'static str,
    x: Hundredths,
    width: Hundredths,
    /// The number of tasks, where there is room for it.
    number: Option<String>,
    middle: Hundredths,
}

/// The tasks that went from one part to another, or stayed: a band between two stretches.
#[derive(Serialize)]
struct Band {
    from: Hundredths,
    from_end: Hundredths,
    to: Hundredths,
    to_end: Hundredths,
    stayed: bool,
}

#[derive(Serialize)]
struct Row {
    from: String,
    to: String,
    count: String,
}

impl Flow {
    /// A flow for each kind of which a task moved. Tasks that were added or stopped in between belong
    /// to no bar on one of the dates and are left out, as are restricted ones.
    pub(super) fn all(ctx: &PageContext<'_>) -> Vec<Self> {
        let Some(before) = ctx.index.history.previous.as_ref() else { return Vec::new() };
        KINDS.into_iter().filter_map(|kind| Flow::of(ctx, kind, before)).collect()
    }

    fn of(ctx: &PageContext<'_>, kind: Kind, before: &Assessment) -> Option<Self> {
        let fills: Vec<&'static str> = parts(kind).iter().map(|(fill, _)| *fill).collect();
        let position = |standing: Standing| {
            let fill = part_of(kind, standing);
            fills.iter().position(|other| *other == fill)
        };
        let compared = |(_, task): &(TaskIx, &Task)| {
            let existed = task.exists(before.as_of, before.known);
            task.kind == kind && !task.restricted && existed
        };
        let mut counts = vec![vec![0u32; fills.len()]; fills.len()];
        for (ix, _) in ctx.model.tasks().filter(compared) {
            let ends = (position(before[ix].standing), position(ctx.assessment[ix].standing));
            if let (Some(from), Some(to)) = ends {
                counts[from][to] += 1;
            }
        }
        let whole: u32 = counts.iter().flatten().sum();
        let stayed: u32 = (0..fills.len()).map(|n| counts[n][n]).sum();
        if stayed == whole {
            return None;
        }
        let x = |n: u32| Hundredths::share(n.into(), whole.into(), 100);
        let field = |n: usize, below: u32, count: u32| Field {
            fill: fills[n],
            x: x(below),
            width: Hundredths(x(below + count).0 - x(below).0),
            number: (count * 100 / whole >= 5).then(|| ctx.number(count)),
            middle: Hundredths(u64::midpoint(x(below).0, x(below + count).0)),
        };
        let from_sums: Vec<u32> = counts.iter().map(|row| row.iter().sum()).collect();
        let to_sums: Vec<u32> =
            (0..fills.len()).map(|to| counts.iter().map(|row| row[to]).sum()).collect();
        let fields = |sums: &[u32]| -> Vec<Field> {
            let mut below = 0;
            let mut fields = Vec::new();
            for (n, count) in sums.iter().enumerate().filter(|(_, count)| **count > 0) {
                fields.push(field(n, below, *count));
                below += count;
            }
            fields
        };
        let starts = |sums: &[u32]| -> Vec<u32> {
            sums.iter().scan(0, |sum, n| Some(std::mem::replace(sum, *sum + n))).collect()
        };
        let (mut from_at, mut to_at) = (starts(&from_sums), starts(&to_sums));
        let name = |n: usize| ctx.text(&format!("part-{}", fills[n]));
        let (mut bands, mut rows, mut moves) = (Vec::new(), Vec::new(), Vec::new());
        for from in 0..fills.len() {
            for to in 0..fills.len() {
                let count = counts[from][to];
                if count == 0 {
                    continue;
                }
                bands.push(Band {
                    from: x(from_at[from]),
                    from_end: x(from_at[from] + count),
                    to: x(to_at[to]),
                    to_end: x(to_at[to] + count),
                    stayed: from == to,
                });
                from_at[from] += count;
                to_at[to] += count;
                rows.push(Row { from: name(from), to: name(to), count: ctx.number(count) });
                if from != to {
                    moves.push((count, from, to));
                }
            }
        }
        moves.sort_by_key(|(count, from, to)| (std::cmp::Reverse(*count), *from, *to));
        let (count, from, to) = *moves.first()?;
        let (from, to) = (name(from).to_lowercase(), name(to).to_lowercase());
        let args = [
            ("n", (whole - stayed).into()),
            ("whole", whole.into()),
            ("most", count.into()),
            ("from", (&from).into()),
            ("to", (&to).into()),
        ];
        let used = |n: &usize| from_sums[*n] + to_sums[*n] > 0;
        Some(Flow {
            title: ctx.count(label(kind), whole),
            sentence: ctx.say("flow-sentence", &args),
            before: fields(&from_sums),
            after: fields(&to_sums),
            bands,
            legend: (0..fills.len())
                .filter(used)
                .map(|n| Key { fill: fills[n], label: name(n) })
                .collect(),
            rows,
            dates: [ctx.short(before.as_of), ctx.short(ctx.as_of())],
        })
    }
}

/// The message key of the number of public tasks of a kind.
fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Deliverable => "flow-deliverables",
        Kind::Ongoing | Kind::Duty => "flow-ongoing",
    }
}
