//! The places that a public task or note names.

use serde::Serialize;

use super::pieces::Link;
use crate::model::PlaceIx;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    place: Link,
    kind: Option<String>,
    tasks: String,
    overdue: String,
    late: bool,
    notes: String,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let mut places = sheet.index.places.clone();
    places.sort_by_cached_key(|ix| crate::vietnamese::sort_key(&sheet.model[*ix].name));
    View { rows: places.into_iter().map(|ix| row(sheet, ix)).collect() }
}

fn row(sheet: &Sheet<'_>, ix: PlaceIx) -> Row {
    let place = &sheet.model[ix];
    let tally = &sheet.assessment[ix].tally;
    Row {
        place: Link { href: sheet.to_place(ix), text: place.name.clone(), ..Link::default() },
        kind: place.kind.clone(),
        tasks: sheet.number(tally.total()),
        overdue: sheet.number(tally.overdue()),
        late: tally.overdue() > 0,
        notes: sheet.number(sheet.index.notes_of_place[ix.0].len() as u64),
    }
}
