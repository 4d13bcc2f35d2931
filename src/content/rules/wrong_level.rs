//! A record lies on the wrong level of a portal.
//!
//! A content folder with a folder `directives` holds many directives. What they share is at the
//! top: `site.yaml`, `agencies.yaml`, `places.yaml`. What belongs to one directive is in its own
//! folder: `directive.yaml`, `tasks`, `notes`. A record on the other level would be missed without
//! a word.
//!
//! Wrong:
//!
//! ```text
//! content/
//!   directives/kh-58-2023/agencies.yaml
//!   directive.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! content/
//!   agencies.yaml
//!   directives/kh-58-2023/directive.yaml
//! ```
//!
//! Move the file or folder. Documents, attachments and `moved.yaml` may be on both levels.
//!
//! # Tiếng Việt
//!
//! Một bản ghi nằm sai cấp trong cổng nhiều văn bản.
//!
//! Thư mục nội dung có thư mục `directives` thì chứa nhiều văn bản. Phần dùng chung nằm ở cấp trên:
//! `site.yaml`, `agencies.yaml`, `places.yaml`. Phần của riêng một văn bản nằm trong thư mục của văn
//! bản đó: `directive.yaml`, `tasks`, `notes`. Để sai cấp thì bản ghi bị bỏ qua mà không ai hay.
//!
//! Sai:
//!
//! ```text
//! content/
//!   directives/kh-58-2023/agencies.yaml
//!   directive.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! content/
//!   agencies.yaml
//!   directives/kh-58-2023/directive.yaml
//! ```
//!
//! Chuyển tệp hoặc thư mục về đúng cấp. Văn bản trích dẫn, tệp đính kèm và `moved.yaml` có thể ở cả
//! hai cấp.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("wrong-level", include_str!("wrong_level.rs"));
