//! A line is indented with a tab.
//!
//! YAML counts columns, and each program gives a tab another width, so YAML does not allow tabs at
//! the beginning of a line. On the screen a tab looks just like spaces.
//!
//! Wrong, where the tab is written as `<TAB>`:
//!
//! ```yaml
//! updates:
//! <TAB>- date: 2021-07-24
//! ```
//!
//! Right:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//! ```
//!
//! Delete the tab and type two spaces for each level. `tiendo check --fix` shows the change for the
//! whole file, and makes it with `--yes`. Most editors can insert spaces for the Tab key. A tab
//! after a colon or inside a text is allowed.
//!
//! # Tiếng Việt
//!
//! Dòng được thụt vào bằng phím Tab.
//!
//! YAML đếm cột, mà ký tự tab thì mỗi phần mềm hiện rộng hẹp khác nhau, nên YAML không cho dùng ở
//! đầu dòng. Nhìn trên màn hình thì nó giống hệt dấu cách.
//!
//! Sai, ký tự tab ở đây viết là `<TAB>`:
//!
//! ```yaml
//! updates:
//! <TAB>- date: 2021-07-24
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! updates:
//!   - date: 2021-07-24
//! ```
//!
//! Xóa ký tự tab, mỗi cấp gõ hai dấu cách. Lệnh `tiendo check --fix` cho xem thay đổi của cả tệp,
//! thêm `--yes` thì sửa. Có thể đặt phần mềm soạn thảo để phím Tab chèn dấu cách. Tab nằm sau dấu
//! hai chấm hoặc giữa câu thì được phép.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule = Rule::error("yaml-tab", include_str!("yaml_tab.rs"));
