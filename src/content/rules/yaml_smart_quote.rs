//! Curly quotation marks are used where YAML needs straight ones.
//!
//! Word turns "straight" marks into “curly” ones. To YAML these are ordinary letters: a key in
//! curly marks does not exist, and a value in curly marks is not protected, so that a colon in it
//! breaks the line.
//!
//! Wrong:
//!
//! ```yaml
//! “title”: Báo cáo quý
//! product: “Kế hoạch: phần 1”
//! ```
//!
//! Right:
//!
//! ```yaml
//! title: Báo cáo quý
//! product: "Kế hoạch: phần 1"
//! ```
//!
//! Delete the curly marks and type straight ones, or none; keys never need any. `tiendo check
//! --fix` can fix both. Curly marks inside a text, as in `title: Đề án “Một cửa”`, are allowed.
//!
//! # Tiếng Việt
//!
//! Dấu nháy cong đứng ở chỗ YAML cần dấu nháy thẳng.
//!
//! Word tự đổi dấu nháy "thẳng" thành “cong”. Với YAML, dấu cong chỉ là chữ như mọi chữ khác: tên
//! trường để trong nháy cong là tên trường không có, còn giá trị để trong nháy cong thì không được
//! bảo vệ, gặp dấu hai chấm là hỏng cả dòng.
//!
//! Sai:
//!
//! ```yaml
//! “title”: Báo cáo quý
//! product: “Kế hoạch: phần 1”
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! title: Báo cáo quý
//! product: "Kế hoạch: phần 1"
//! ```
//!
//! Xóa dấu cong rồi gõ dấu thẳng, hoặc bỏ hẳn; tên trường thì không bao giờ cần dấu nháy. Lệnh
//! `tiendo check --fix` sửa được cả hai. Dấu cong nằm trong câu, như `title: Đề án “Một cửa”`, là
//! đúng và được giữ.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-smart-quote", include_str!("yaml_smart_quote.rs"));
