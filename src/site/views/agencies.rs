//! The agencies in a table: what each leads, and how that stands.

use serde::Serialize;

use super::figures::GroupWord;
use super::matrix::Matrix;
use super::pieces::{Link, ratio};
use crate::assess::{Standing, Tally};
use crate::model::AgencyIx;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    rows: Vec<Row>,
    matrix: Option<Matrix>,
    others: Vec<Link>,
    joint: bool,
    without: Option<String>,
}

#[derive(Serialize)]
struct Row {
    agency: Link,
    leads: String,
    done: String,
    on_time: String,
    overdue: String,
    late: bool,
    silent: String,
    reported: String,
    word: GroupWord,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let agencies = &sheet.index.agencies;
    let leading = |ix: &&AgencyIx| !sheet.assessment[**ix].tasks.is_empty();
    let mut leads: Vec<AgencyIx> = agencies.iter().filter(leading).copied().collect();
    leads.sort_by_cached_key(|ix| crate::vietnamese::sort_key(&sheet.model[*ix].name));
    let others = agencies.iter().filter(|ix| !leading(ix));
    let without = sheet.assessment.tasks.iter().filter(|task| task.leads.is_empty()).count();
    View {
        matrix: Matrix::of(sheet, &leads),
        rows: leads.into_iter().map(|ix| row(sheet, ix)).collect(),
        others: others.map(|ix| Link::agency(sheet, *ix)).collect(),
        joint: sheet.assessment.tasks.iter().any(|task| task.leads.len() > 1),
        without: (without > 0).then(|| sheet.count("agencies-without", without as u64)),
    }
}

fn row(sheet: &Sheet<'_>, ix: AgencyIx) -> Row {
    let tally = &sheet.assessment[ix].tally;
    Row {
        agency: Link::agency(sheet, ix),
        leads: sheet.number(tally.total()),
        done: ratio(sheet, tally.completion),
        on_time: ratio(sheet, tally.on_time),
        overdue: sheet.number(tally.overdue()),
        late: tally.overdue() > 0,
        silent: sheet.number(silent(tally)),
        reported: ratio(sheet, tally.reporting),
        word: GroupWord::of(sheet, tally),
    }
}

/// Tasks whose label says that nothing was heard.
pub(super) fn silent(tally: &Tally) -> u32 {
    let labels = [Standing::NoReport, Standing::Stale, Standing::ReportMissing];
    labels.into_iter().map(|standing| tally.standing(standing)).sum()
}
