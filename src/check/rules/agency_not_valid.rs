//! An agency that leads or supports a task did not exist on the directive's date.
//!
//! A task may be assigned to an agency that was set up later, but more often the wrong one of two
//! agencies with similar names was chosen. `valid_from` and `valid_until` in `agencies.yaml` give
//! the period in which an agency existed. After its last day, its open tasks count under its
//! `successor`.
//!
//! Wrong, for a letter of 22 July 2021:
//!
//! ```yaml
//! # agencies.yaml
//! - {id: so-moi, name: Sở Mới, valid_from: 2025-03-01}
//! # tasks/1.1.yaml
//! lead: so-moi
//! ```
//!
//! Right:
//!
//! ```yaml
//! # agencies.yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! - {id: so-moi, name: Sở Mới, valid_from: 2025-03-01}
//! # tasks/1.1.yaml
//! lead: so-cu
//! ```
//!
//! # Tiếng Việt
//!
//! Cơ quan chủ trì hoặc phối hợp chưa có, hoặc không còn, vào ngày ban hành văn bản.
//!
//! Việc có thể được giao cho một cơ quan thành lập sau, nhưng thường là chọn nhầm một trong hai cơ
//! quan có tên gần giống nhau. `valid_from` và `valid_until` trong `agencies.yaml` cho biết cơ quan
//! tồn tại từ ngày nào đến ngày nào; sau ngày cuối, việc chưa xong tính cho cơ quan kế nhiệm
//! (`successor`).
//!
//! Sai, với công văn ngày 22/7/2021:
//!
//! ```yaml
//! # agencies.yaml
//! - {id: so-moi, name: Sở Mới, valid_from: 2025-03-01}
//! # tasks/1.1.yaml
//! lead: so-moi
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # agencies.yaml
//! - {id: so-cu, name: Sở Cũ, valid_until: 2025-02-28, successor: so-moi}
//! - {id: so-moi, name: Sở Mới, valid_from: 2025-03-01}
//! # tasks/1.1.yaml
//! lead: so-cu
//! ```

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{AgencyIx, Model};
use crate::source::{SourceFile, Sources};

pub(in crate::check) const RULE: Rule =
    Rule::warning("agency-not-valid", include_str!("agency_not_valid.rs"));

pub(super) fn check(model: &Model, sources: &Sources, diagnostics: &mut Diagnostics) {
    let date = model.directive.date;
    let is_valid = |agency: AgencyIx| {
        let agency = &model[agency];
        agency.valid_from.is_none_or(|from| from <= date)
            && agency.valid_until.is_none_or(|until| until >= date)
    };
    for (_, task) in model.tasks() {
        for (field, agencies) in [("lead", &task.leads), ("support", &task.support)] {
            for agency in agencies.iter().filter(|agency| !is_valid(**agency)) {
                let agency = &model[*agency];
                let path = item(sources.get(task.file), field, agency.id.as_str());
                let diagnostic = Diagnostic::of(&RULE, Place::value(task.file, path));
                let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
                let diagnostic = match (day(agency.valid_from), day(agency.valid_until)) {
                    (Some(from), _) if agency.valid_from > Some(date) => {
                        diagnostic.arg("when", "later").arg("day", from)
                    }
                    (_, until) => {
                        diagnostic.arg("when", "earlier").arg("day", until.unwrap_or_default())
                    }
                };
                let diagnostic = diagnostic.arg("agency", &agency.name).arg("id", &agency.id);
                diagnostics.push(diagnostic.arg("date", date));
            }
        }
    }
}

/// Returns the path of an id in a field that holds one id or a list.
fn item(source: &SourceFile, field: &str, id: &str) -> String {
    let paths = (0..).map(|n| format!("{field}[{n}]"));
    let mut items = paths.take_while(|path| source.index.get(path).is_some());
    items.find(|path| source.text_at(path) == id).unwrap_or_else(|| field.to_owned())
}
