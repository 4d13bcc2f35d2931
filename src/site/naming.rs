//! Names that outlive the site's address, so that feed readers and calendars recognise an entry
//! even after the site has moved.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone};

use crate::model::Model;
use crate::vietnamese::slug;

/// The offset of Vietnamese civil time in seconds, which has no daylight saving. Events that have
/// only a day are dated at its midnight.
const VIETNAM_OFFSET: i32 = 7 * 3600;

/// The name of the directive, made of its issuer, number and date, none of which ever changes.
///
/// Pages take it from the index, which computes it once.
pub(super) fn directive_urn(model: &Model) -> String {
    let directive = &model.directive;
    let issuer = directive.issuer.as_deref().map(slug).filter(|slug| !slug.is_empty());
    let issuer = issuer.unwrap_or_else(|| "-".to_owned());
    format!("urn:tiendo:{issuer}:{}:{}", slug(&directive.number), directive.date)
}

/// The beginning of a day, 00:00:00+07:00.
pub(super) fn midnight(day: NaiveDate) -> DateTime<FixedOffset> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let zone = FixedOffset::east_opt(VIETNAM_OFFSET);
    zone.and_then(|zone| zone.from_local_datetime(&midnight).single())
        .unwrap_or_else(|| midnight.and_utc().fixed_offset())
}
