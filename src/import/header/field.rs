//! The fields that a column of a tracker can have.

use crate::model::State;

/// The content of a column of a tracker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A task's id or number.
    Id,
    /// A running number, which may be the number of the task.
    Number,
    /// A priority; not read.
    Priority,
    /// A task's title.
    Title,
    /// The agencies in charge; compared, never changed.
    Lead,
    /// The agencies that support; read for new tasks.
    Support,
    /// What is owed; read for new tasks.
    Product,
    /// The deadline; compared, never changed.
    Due,
    /// The day before which the task is due.
    DueBefore,
    /// The day of the entry.
    Date,
    /// The day on which the task was completed.
    DoneOn,
    /// The state.
    State,
    /// A tick that gives the task this state.
    Tick(State),
    /// What happened.
    Text,
    /// Self-assessment in percent.
    Percent,
    /// Documents that serve as evidence.
    Evidence,
    /// The parts or the reporting period that the row is about.
    Part,
    /// A target, in a table of values.
    Target,
    /// A measured value.
    Value,
    /// The whole that the value is a part of.
    Of,
    /// Not read.
    Ignored,
}

impl Field {
    /// The fields with the names that a mapping uses.
    pub const NAMED: [(&'static str, Field); 20] = [
        ("id", Field::Id),
        ("number", Field::Number),
        ("priority", Field::Priority),
        ("title", Field::Title),
        ("lead", Field::Lead),
        ("support", Field::Support),
        ("product", Field::Product),
        ("due", Field::Due),
        ("due_before", Field::DueBefore),
        ("date", Field::Date),
        ("done_on", Field::DoneOn),
        ("state", Field::State),
        ("text", Field::Text),
        ("percent", Field::Percent),
        ("evidence", Field::Evidence),
        ("part", Field::Part),
        ("target", Field::Target),
        ("value", Field::Value),
        ("of", Field::Of),
        ("ignore", Field::Ignored),
    ];

    /// Returns the name in mappings and in JSON output.
    pub fn name(self) -> String {
        match self {
            Field::Tick(state) => format!("tick_{}", state.name()),
            field => Self::NAMED
                .iter()
                .find(|(_, known)| *known == field)
                .map_or("", |(name, _)| name)
                .to_owned(),
        }
    }

    /// Returns whether the field is part of an entry.
    pub(in crate::import) fn is_progress(self) -> bool {
        matches!(
            self,
            Field::Date
                | Field::DoneOn
                | Field::State
                | Field::Tick(_)
                | Field::Text
                | Field::Percent
                | Field::Evidence
                | Field::Value
        )
    }

    /// Returns whether the field belongs to a table of values.
    pub(in crate::import) fn is_of_values(self) -> bool {
        matches!(self, Field::Target | Field::Value | Field::Of)
    }
}
