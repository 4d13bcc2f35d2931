//! A title names a place or an agency that the record does not list.
//!
//! The page of a place lists the tasks that name it in `places`, the page of an agency those that
//! name it in `lead` or `support`. A name that stands only in the title, the product or the quoted
//! clause is missing there. The rule looks for the names in `places.yaml` and `agencies.yaml`, as
//! whole words.
//!
//! Wrong:
//!
//! ```yaml
//! title: Hold an exercise in Phú Lương district
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Hold an exercise in Phú Lương district
//! places: [phu-luong]
//! ```
//!
//! # Tiếng Việt
//!
//! Tên nhiệm vụ nêu một địa bàn hay cơ quan mà hồ sơ không ghi.
//!
//! Trang của địa bàn liệt kê những nhiệm vụ ghi địa bàn ấy ở `places`, trang của cơ quan liệt kê
//! những nhiệm vụ ghi cơ quan ấy ở `lead` hoặc `support`. Nếu chỉ nêu trong tên, sản phẩm hay
//! nguyên văn thì ở đó thiếu nhiệm vụ này. Quy tắc tìm các tên có trong `places.yaml` và
//! `agencies.yaml`, trọn từ.
//!
//! Sai:
//!
//! ```yaml
//! title: Diễn tập tại huyện Phú Lương
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Diễn tập tại huyện Phú Lương
//! places: [phu-luong]
//! ```

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{AgencyIx, Model, PlaceIx, Task};
use crate::source::Sources;
use crate::vietnamese::find_name;

pub(super) const RULE: Rule = Rule::warning("name-not-listed", include_str!("name_not_listed.rs"));

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    for (_, task) in model.tasks() {
        let texts = [
            ("title", Some(task.title.as_str())),
            ("product", task.product.as_deref()),
            ("clause", task.clause.as_deref()),
        ];
        for (field, text) in texts {
            let Some(text) = text else { continue };
            if let Some(missing) = missing(model, task, text) {
                let diagnostic = Diagnostic::of(&RULE, Place::value(task.file, field));
                diagnostics.push(
                    diagnostic
                        .arg("name", missing.name)
                        .arg("field", missing.field)
                        .arg("id", missing.id),
                );
            }
        }
    }
}

/// A name in a text, with the field in which its id belongs.
struct Missing<'m> {
    name: &'m str,
    field: &'static str,
    id: &'m str,
}

/// The first place or agency that a text names and the task does not list.
fn missing<'m>(model: &'m Model, task: &Task, text: &str) -> Option<Missing<'m>> {
    // A place inside the name of an agency is not meant as a place.
    let mut rest = text.to_owned();
    let mut unlisted = None;
    for (n, agency) in model.agencies.iter().enumerate() {
        let Some(found) = find_name(&rest, &agency.name, None) else { continue };
        rest.replace_range(found, "·");
        if !is_listed(model, task, AgencyIx(n)) {
            unlisted = unlisted.or(Some(Missing {
                name: &agency.name,
                field: "support",
                id: agency.id.as_str(),
            }));
        }
    }
    let place = model.places.iter().enumerate().find(|(n, place)| {
        !task.places.contains(&PlaceIx(*n))
            && find_name(&rest, &place.name, place.kind.as_deref()).is_some()
    });
    let place = place.map(|(_, place)| Missing {
        name: &place.name,
        field: "places",
        id: place.id.as_str(),
    });
    place.or(unlisted)
}

/// Whether a task names an agency, one that it replaced, or one that replaced it.
fn is_listed(model: &Model, task: &Task, agency: AgencyIx) -> bool {
    let follows = |from: AgencyIx, to: AgencyIx| {
        let heirs = std::iter::successors(Some(from), |ix| model[*ix].successor);
        heirs.take(model.agencies.len()).any(|ix| ix == to)
    };
    let named = task.leads.iter().chain(&task.support);
    named.into_iter().any(|ix| follows(*ix, agency) || follows(agency, *ix))
}
