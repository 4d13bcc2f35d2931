//! Two agencies share a name or an abbreviation.
//!
//! Anyone who reads or imports “TTTT” cannot know which agency is meant, so a task may be assigned
//! to the wrong one. `name`, `short` and `aliases` must differ between agencies; capitals are
//! ignored. Two agencies may share them if one ended before the other began.
//!
//! Wrong:
//!
//! ```yaml
//! - {id: so-tttt, name: Department of Information, short: TTTT}
//! - {id: tt-tt, name: Press Centre, aliases: [TTTT]}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {id: so-tttt, name: Department of Information, short: Sở TTTT}
//! - {id: tt-tt, name: Press Centre, aliases: [TT Thông tin]}
//! ```
//!
//! # Tiếng Việt
//!
//! Hai cơ quan có chung một tên hoặc tên viết tắt.
//!
//! Người đọc hoặc khi nhập từ Excel gặp “TTTT” thì không biết là cơ quan nào, và việc có thể rơi
//! vào nhầm nơi. `name`, `short` và `aliases` của các cơ quan phải khác nhau, không kể chữ hoa chữ
//! thường. Hai cơ quan tồn tại nối tiếp nhau thì được trùng.
//!
//! Sai:
//!
//! ```yaml
//! - {id: so-tttt, name: Sở Thông tin và Truyền thông, short: TTTT}
//! - {id: tt-tt, name: Trung tâm Thông tin, aliases: [TTTT]}
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! - {id: so-tttt, name: Sở Thông tin và Truyền thông, short: Sở TTTT}
//! - {id: tt-tt, name: Trung tâm Thông tin, aliases: [TT Thông tin]}
//! ```

use std::collections::BTreeMap;

use crate::check::whole::Whole;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::{Agency, AgencyIx};

pub(super) const RULE: Rule =
    Rule::warning("shared-abbreviation", include_str!("shared_abbreviation.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let model = whole.model;
    let mut first: BTreeMap<String, (AgencyIx, String)> = BTreeMap::new();
    for (n, agency) in model.agencies.iter().enumerate() {
        for (field, name) in names(agency) {
            let plain = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if plain.is_empty() {
                continue;
            }
            let ix = AgencyIx(n);
            let (other, other_field) = first.entry(plain).or_insert((ix, field.clone()));
            if *other == ix || one_after_the_other(agency, &model[*other]) {
                continue;
            }
            let Some(place) = whole.agency(ix, &field) else { continue };
            let mut diagnostic = Diagnostic::of(&RULE, place);
            diagnostic.second = whole.agency(*other, other_field);
            let diagnostic = diagnostic.arg("name", name).arg("agency", &agency.id);
            diagnostics.push(diagnostic.arg("other", &model[*other].id));
        }
    }
}

/// Returns all names and abbreviations of an agency, with their fields.
fn names(agency: &Agency) -> impl Iterator<Item = (String, &str)> {
    let aliases = agency.aliases.iter().enumerate();
    let aliases = aliases.map(|(n, alias)| (format!("aliases[{n}]"), alias.as_str()));
    let short = agency.short.as_deref().map(|short| ("short".to_owned(), short));
    std::iter::once(("name".to_owned(), agency.name.as_str())).chain(short).chain(aliases)
}

/// Whether one of two agencies ended before the other began.
fn one_after_the_other(a: &Agency, b: &Agency) -> bool {
    let before = |a: &Agency, b: &Agency| {
        a.valid_until.zip(b.valid_from).is_some_and(|(until, from)| until < from)
    };
    before(a, b) || before(b, a)
}
