//! A file or folder of the content is named with wrong capitals.
//!
//! Windows takes `Agencies.yaml` and `agencies.yaml` for one file; the server that builds and
//! serves the site takes them for two, and would leave the first one out. So the names of the
//! format are always in small letters.
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
