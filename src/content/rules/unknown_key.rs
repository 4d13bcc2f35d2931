//! A key is written that does not exist here.
//!
//! Each kind of record has its own keys, and the words before the colon must be one of them, in
//! English and in small letters. A misspelt key would otherwise be passed over in silence: a
//! deadline under `deu:` would be no deadline, and a task that is late would look as if it had
//! none.
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
//! The complaint names the keys that may stand here and, where one is near, the one that was
//! probably meant. A key may also be right but indented wrongly, so that it belongs to another
//! block. Remarks for colleagues go behind a `#`.
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
