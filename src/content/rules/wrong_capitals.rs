//! The name of a file or folder has the wrong capitals.
//!
//! To Windows, `Agencies.yaml` and `agencies.yaml` are the same file. To the server that builds the
//! site they are different, and the first would be left out. So the names of the format are always
//! in lower case.
//!
//! Wrong:
//!
//! ```text
//! Agencies.yaml
//! TASKS/1.3.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! agencies.yaml
//! tasks/1.3.yaml
//! ```
//!
//! Rename the file or folder to the name in the message. Windows may refuse to change only
//! capitals: rename it to something else first, such as `a.yaml`, and then to the right name.
//!
//! # Tiếng Việt
//!
//! Tên tệp hoặc thư mục trong nội dung viết sai chữ hoa, chữ thường.
//!
//! Với Windows, `Agencies.yaml` và `agencies.yaml` là một tệp; với máy chủ dựng và đăng trang thì
//! đó là hai tệp, và tệp thứ nhất sẽ bị bỏ qua. Vì vậy tên tệp và thư mục luôn viết chữ thường.
//!
//! Sai:
//!
//! ```text
//! Agencies.yaml
//! TASKS/1.3.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! agencies.yaml
//! tasks/1.3.yaml
//! ```
//!
//! Đổi tên thành đúng tên nêu trong thông báo. Windows có thể không cho đổi khi chỉ khác chữ hoa:
//! hãy đổi sang một tên tạm, ví dụ `a.yaml`, rồi đổi lại thành tên đúng.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("wrong-capitals", include_str!("wrong_capitals.rs"));
