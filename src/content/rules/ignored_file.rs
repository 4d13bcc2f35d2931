//! A file or folder in the content folder is not read.
//!
//! Only `site.yaml`, `directive.yaml`, `agencies.yaml`, `places.yaml` and `documents.yaml` at the
//! top, and the files in `tasks/`, `notes/` and `attachments/`, become part of the site. Other
//! files do no harm, but one may be a record in the wrong place that somebody believes to be
//! published.
//!
//! Wrong:
//!
//! ```text
//! content/task/1.3.yaml
//! content/co-quan.yaml
//! content/bao-cao.docx
//! ```
//!
//! Right:
//!
//! ```text
//! content/tasks/1.3.yaml
//! content/agencies.yaml
//! content/attachments/bao-cao.pdf
//! ```
//!
//! Move the file to the right place and give it the right name in lower-case letters, or remove it
//! from the folder. `README.md` and files whose names begin with a full stop or `~$` may stay.
//!
//! # Tiếng Việt
//!
//! Trong thư mục nội dung có tệp hoặc thư mục không được đọc.
//!
//! Chỉ có `site.yaml`, `directive.yaml`, `agencies.yaml`, `places.yaml`, `documents.yaml` ở ngoài
//! cùng và các tệp trong `tasks/`, `notes/`, `attachments/` được đưa lên trang. Tệp khác không gây
//! hại, nhưng có thể là một tệp dữ liệu để sai chỗ mà mọi người tưởng đã công khai.
//!
//! Sai:
//!
//! ```text
//! content/task/1.3.yaml
//! content/co-quan.yaml
//! content/bao-cao.docx
//! ```
//!
//! Đúng:
//!
//! ```text
//! content/tasks/1.3.yaml
//! content/agencies.yaml
//! content/attachments/bao-cao.pdf
//! ```
//!
//! Chuyển tệp về đúng chỗ, đặt tên đúng như trên bằng chữ thường, hoặc đưa ra khỏi thư mục. Tệp có
//! tên bắt đầu bằng dấu chấm hoặc `~$`, và `README.md`, có thể để nguyên: phần mềm bỏ qua, không
//! nhắc.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::warning("ignored-file", include_str!("ignored_file.rs"));
