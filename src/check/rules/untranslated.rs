//! Texts of a file are written in one language, while others are written in two.
//!
//! As soon as one text has two languages (`title: {vi: …, en: …}`), the site also has pages in the
//! second one, below `en/`. A text that lacks a language is shown there in the other. This is no
//! mistake: translate what readers need most, such as the subject, the priorities and the agencies.
//! Texts of entries and notes have one language and are not counted.
//!
//! Wrong:
//!
//! ```yaml
//! title: Nâng cấp đê biển
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: {vi: Nâng cấp đê biển, en: Raise the sea dyke}
//! ```
//!
//! # Tiếng Việt
//!
//! Có chữ trong tệp mới viết một thứ tiếng, trong khi chỗ khác đã viết hai.
//!
//! Chỉ cần một chỗ có hai thứ tiếng (`title: {vi: …, en: …}`), trang có thêm các trang bằng tiếng
//! thứ hai, trong thư mục `en/`. Chỗ nào chưa dịch thì ở đó hiện bằng tiếng kia. Đây không phải là
//! lỗi: nên dịch trước những gì người đọc cần nhất, như trích yếu, tên các mục, tên cơ quan. Lời của
//! các lần cập nhật và ghi chép chỉ có một thứ tiếng, không tính ở đây.
//!
//! Sai:
//!
//! ```yaml
//! title: Nâng cấp đê biển
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: {vi: Nâng cấp đê biển, en: Raise the sea dyke}
//! ```

use crate::check::whole::Whole;
use crate::content::files::FileKind;
use crate::content::portal::Layout;
use crate::content::translated;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::FileId;

pub(super) const RULE: Rule = Rule::hint("untranslated", include_str!("untranslated.rs"));

pub(super) fn check(whole: &Whole<'_>, diagnostics: &mut Diagnostics) {
    let content = whole.content;
    if content.layout != Layout::Single {
        return;
    }
    let Some(second) = translated::second(whole.sources, content.language) else { return };
    let both = [content.language, second];
    let mut report = |file: FileId, kind: FileKind| {
        let source = whole.sources.get(file);
        let lacking = translated::lacking(source, kind, both);
        let Some(first) = lacking.first() else { return };
        let range = source.index.nodes()[*first as usize].value.clone();
        let place = Place::bytes(file, range);
        let diagnostic = Diagnostic::of(&RULE, place).arg("count", lacking.len());
        diagnostics.push(diagnostic.arg("language", second));
    };
    let lists = [
        (content.site.as_ref().map(|loaded| loaded.file), FileKind::Site),
        (content.directive.as_ref().map(|loaded| loaded.file), FileKind::Directive),
        (content.agencies.as_ref().map(|loaded| loaded.file), FileKind::Agencies),
    ];
    for (file, kind) in lists {
        if let Some(file) = file {
            report(file, kind);
        }
    }
    for task in &content.tasks {
        report(task.file, FileKind::Task);
    }
}
