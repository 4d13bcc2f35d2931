//! Computes the figures named by placeholders in notes.

use super::{Assessment, Fraction, Standing, Tally};
use crate::model::Kind;
use crate::model::quantity::{Figure, Measure, Quantity, Scope};

impl Assessment {
    /// Returns the figure named by a placeholder.
    pub fn figure(&self, quantity: &Quantity) -> Figure {
        let tally = match quantity.scope {
            Scope::Directive => &self.directive,
            Scope::Priority(ix) => &self[ix],
            Scope::Agency(ix) => &self[ix].tally,
        };
        of(quantity.measure, tally)
    }
}

fn of(measure: Measure, tally: &Tally) -> Figure {
    let fraction = |Fraction { part, whole }| Figure::Fraction(part, whole);
    let number = Figure::Number;
    match measure {
        Measure::Done => fraction(tally.completion),
        Measure::OnTime => fraction(tally.on_time),
        Measure::Reported => fraction(tally.reporting),
        Measure::Overdue => number(tally.overdue()),
        Measure::Silent => number(
            [Standing::NoReport, Standing::Stale, Standing::ReportMissing]
                .map(|standing| tally.standing(standing))
                .into_iter()
                .sum(),
        ),
        Measure::Stopped => number(tally.stopped()),
        Measure::Deliverables => number(tally.kind(Kind::Deliverable)),
        Measure::Ongoing => number(tally.kind(Kind::Ongoing)),
        Measure::Tasks => number(tally.total()),
    }
}
