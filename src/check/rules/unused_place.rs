//! A place is not used by any record.
//!
//! No task and no note is about it. Either a task in this place has lost its `places`, or the place
//! is left over. Lists are often filled in ahead of the tasks or copied whole, so this hint is not
//! given for lists of three or fewer, while half of the list or more is unused, or while there are
//! errors.
//!
//! Wrong:
//!
//! ```yaml
//! # places.yaml
//! - {id: huyen-c, name: Huyện C}
//! # no file names huyen-c
//! ```
//!
//! Right:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! places: [huyen-c]
//! ```
//!
//! # Tiếng Việt
//!
//! Địa bàn không được nhắc tới ở đâu.
//!
//! Không nhiệm vụ hay ghi chép nào nói về địa bàn này. Hoặc nhiệm vụ quên ghi `places`, hoặc địa
//! bàn bị thừa. Danh mục hay được nhập trước hoặc chép cả bảng, nên danh mục không quá ba mục, danh
//! mục từ một nửa trở lên chưa dùng tới, hoặc khi còn lỗi, thì không nhắc.
//!
//! Sai:
//!
//! ```yaml
//! # places.yaml
//! - {id: huyen-c, name: Huyện C}
//! # no file names huyen-c
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # tasks/1.1.yaml
//! places: [huyen-c]
//! ```

use crate::check::whole::{Whole, forgotten};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::model::PlaceIx;

pub(super) const RULE: Rule = Rule::hint("unused-place", include_str!("unused_place.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let Some(uses) = &whole.uses else { return };
    for n in forgotten(&uses.places) {
        let place = PlaceIx(n);
        let Some(spot) = whole.place(place, "id") else { continue };
        diagnostics.push(Diagnostic::of(&RULE, spot).arg("id", &whole.model[place].id));
    }
}
