//! Who stands in for an agency that has ended.

use chrono::NaiveDate;

use crate::model::{AgencyIx, Model};

/// Returns who stands in for an agency on `as_of`, and the agencies passed on the way, the first
/// included. `is_over` says whether the work was done or stopped by an agency's last day.
pub(super) fn successor(
    model: &Model,
    first: AgencyIx,
    as_of: NaiveDate,
    is_over: impl Fn(NaiveDate) -> bool,
) -> (AgencyIx, Vec<AgencyIx>) {
    let mut agency = first;
    let mut formerly = Vec::new();
    while let (Some(last_day), Some(successor)) =
        (model[agency].valid_until, model[agency].successor)
    {
        let goes_on = last_day < as_of
            && !formerly.contains(&successor)
            && successor != agency
            && !is_over(last_day);
        if !goes_on {
            break;
        }
        formerly.push(agency);
        agency = successor;
    }
    (agency, formerly)
}
