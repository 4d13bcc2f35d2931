//! Lists and blocks are nested more than 32 levels deep.
//!
//! No record needs more than five levels. Deeper nesting comes from a
//! damaged file, a key that was held down, or a file made to harm programs that read it.
//!
//! Wrong:
//!
//! ```yaml
//! lead: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[so-tc]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
//! ```
//!
//! Right:
//!
//! ```yaml
//! lead: [so-tc]
//! ```
//!
//! Go to the marked place and delete the superfluous levels. If somebody else sent you the file,
//! ask before you use it.
//!
//! # Tiếng Việt
//!
//! Danh sách và các đoạn lồng nhau sâu quá 32 tầng.
//!
//! Không tệp dữ liệu nào cần quá năm tầng. Nhiều dấu ngoặc hoặc thụt đầu dòng đến thế thường là do
//! tệp hỏng, do phím bị giữ, hoặc do ai đó cố ý làm ra để gây hại cho phần mềm đọc tệp.
//!
//! Sai:
//!
//! ```yaml
//! lead: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[so-tc]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! lead: [so-tc]
//! ```
//!
//! Xem chỗ được chỉ và bỏ bớt phần thừa. Nếu tệp do nơi khác gửi đến thì chưa nên dùng khi bên gửi
//! chưa giải thích.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("yaml-too-deep", include_str!("yaml_too_deep.rs"));
