//! Two tasks have the same title.
//!
//! Readers who see both tasks in a list cannot tell them apart, and two departments may do the same
//! work twice. Capitals, spaces and a full stop at the end are ignored. Tasks about different
//! `places` may share a title, because the places tell them apart. Titles of one or two words are
//! not compared.
//!
//! Wrong:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! title: Report on the state of the dykes
//! # tasks/2.4.yaml
//! title: Report on the state of the dykes
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! title: Report on the state of the dykes before the rains
//! # tasks/2.4.yaml
//! title: Report on the state of the dykes after the rains
//! ```
//!
//! # Tiếng Việt
//!
//! Hai nhiệm vụ có cùng tên.
//!
//! Người đọc danh sách không phân biệt được hai việc, và có thể hai cơ quan đang làm trùng nhau.
//! Chữ hoa, dấu cách và dấu chấm cuối câu không làm cho tên khác đi. Các việc ở những địa bàn
//! (`places`) khác nhau thì được cùng tên vì địa bàn đã phân biệt. Tên chỉ có một, hai chữ thì
//! không so.
//!
//! Sai:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! title: Báo cáo tình hình đê điều
//! # tasks/2.4.yaml
//! title: Báo cáo tình hình đê điều
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! title: Báo cáo tình hình đê điều trước mùa mưa
//! # tasks/2.4.yaml
//! title: Báo cáo tình hình đê điều sau mùa mưa
//! ```

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::model::{Model, Task};
use crate::source::Sources;

pub(super) const RULE: Rule = Rule::hint("doubled-title", include_str!("doubled_title.rs"));

/// Minimum number of words of a title that is compared. "Báo cáo" may occur anywhere.
const LEAST_WORDS: usize = 3;

pub(super) fn check(model: &Model, _: &Sources, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<String, &Task> = BTreeMap::new();
    for (_, task) in model.tasks() {
        if task.title.split_whitespace().count() < LEAST_WORDS {
            continue;
        }
        let other = *first.entry(plain(&task.title)).or_insert(task);
        let apart = !task.places.is_empty()
            && !other.places.is_empty()
            && task.places.iter().all(|place| !other.places.contains(place));
        if other.id != task.id && !apart {
            let diagnostic = Diagnostic::of(&RULE, Place::value(task.file, "title"));
            let diagnostic = diagnostic.also(Place::value(other.file, "title"));
            diagnostics.push(diagnostic.arg("task", &task.id).arg("other", &other.id));
        }
    }
}

/// Normalises a title: no capitals, no repeated spaces, no full stop at the end.
pub(super) fn plain(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_end_matches(['.', ';']).to_owned()
}
