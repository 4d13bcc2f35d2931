//! Names that outlive the site's address: what a feed reader or a calendar has seen once it knows
//! again, also after the site has moved.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};

use crate::model::Model;
use crate::vietnamese::slug;

/// The civil time of Vietnam, the same all year: an event of a day is dated at its midnight.
const CIVIL: i32 = 7 * 3600;

/// The name of the directive: who issued it, its number and its date, none of which ever changes.
/// Pages take it from the index, which asks once.
pub(super) fn root(model: &Model) -> String {
    let directive = &model.directive;
    let issuer = directive.issuer.as_deref().map(slug).filter(|slug| !slug.is_empty());
    let issuer = issuer.unwrap_or_else(|| "-".to_owned());
    format!("urn:tiendo:{issuer}:{}:{}", slug(&directive.number), directive.date)
}

/// The beginning of a day, 00:00:00+07:00.
pub(super) fn midnight(day: NaiveDate) -> DateTime<FixedOffset> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let zone = FixedOffset::east_opt(CIVIL);
    zone.and_then(|zone| zone.from_local_datetime(&midnight).single())
        .unwrap_or_else(|| midnight.and_utc().fixed_offset())
}
