//! A key does not exist in this place.
//!
//! Each kind of record has its own keys, and the word before the colon must be one of them, in
//! English and in lower case. A misspelt key must not be ignored: with `deu:` a task would have no
//! deadline, and would never be shown as overdue.
//!
//! Wrong, in `tasks/1.3.yaml`:
//!
//! ```yaml
//! titel: Báo cáo quý
//! deadline: 2021-07-25
//! ```
//!
//! Right, in `tasks/1.3.yaml`:
//!
//! ```yaml
//! title: Báo cáo quý
//! due: 2021-07-25
//! ```
//!
//! The message lists the keys that are allowed here and suggests the one that was probably meant.
//! The key may also be right but indented wrongly, so that it belongs to another block. Put remarks
//! for colleagues after a `#`.
//!
//! # Tiếng Việt
//!
//! Tên trường này không dùng được ở đây.
//!
//! Mỗi loại dữ liệu có các trường riêng; chữ trước dấu hai chấm phải là một trong các tên trường
//! đó, viết bằng tiếng Anh, chữ thường. Nếu không báo, tên trường gõ sai sẽ bị bỏ qua trong im
//! lặng: thời hạn ghi dưới `deu:` thì không thành thời hạn, và việc đã trễ sẽ trông như chưa từng
//! có hạn.
//!
//! Sai, trong `tasks/1.3.yaml`:
//!
//! ```yaml
//! titel: Báo cáo quý
//! deadline: 2021-07-25
//! ```
//!
//! Đúng, trong `tasks/1.3.yaml`:
//!
//! ```yaml
//! title: Báo cáo quý
//! due: 2021-07-25
//! ```
//!
//! Thông báo liệt kê các tên trường dùng được ở chỗ này và tên trường gần giống nhất nếu có. Cũng
//! có khi tên trường viết đúng nhưng thụt đầu dòng sai nên rơi vào đoạn khác. Muốn nhắn đồng nghiệp
//! điều gì thì ghi sau dấu `#`.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("unknown-key", include_str!("unknown_key.rs"));
