//! The table of progress: the number of tasks by standing on every reporting date, as published, of
//! the whole directive and of each priority.

use chrono::NaiveDate;

use super::{Row, row};
use crate::assess::{Standing, Tally};
use crate::model::Kind as TaskKind;
use crate::site::context::PageContext;
use crate::site::data::schema::{Column, Kind, Value, Vocabulary};

row! {
    /// The tasks of a group that are of one kind and stood alike on a reporting date.
    Count<'m> {
        date: NaiveDate = Kind::Day,
        group_type: &'m str = Kind::Word(Vocabulary::GroupType),
        group: &'m str = Kind::Text,
        kind: &'m str = Kind::Word(Vocabulary::TaskKind),
        standing: &'m str = Kind::Word(Vocabulary::Standing),
        tasks: u32 = Kind::Number,
    }
}

pub(super) const COLUMNS: &[Column] = Count::COLUMNS;

/// Passes each row of the table to `show`, the earliest date first. Zeros are left out.
pub(super) fn each(ctx: &PageContext<'_>, show: &mut dyn FnMut(&dyn Row)) {
    for period in &ctx.index.history.periods {
        let mut group = |group_type, group, tally: &Tally| {
            for kind in [TaskKind::Deliverable, TaskKind::Ongoing, TaskKind::Duty] {
                for standing in Standing::ALL {
                    let tasks = tally.count(kind, standing);
                    if tasks > 0 {
                        show(&Count {
                            date: period.to,
                            group_type,
                            group,
                            kind: kind.name(),
                            standing: standing.name(),
                            tasks,
                        });
                    }
                }
            }
        };
        group("all", "all", &period.directive.after);
        for (priority, pair) in ctx.model.priorities.iter().zip(&period.priorities) {
            group("priority", priority.id.as_str(), &pair.after);
        }
    }
}
