//! A required file is missing.
//!
//! `site.yaml` names the publisher of the site, and `directive.yaml` describes the letter and its
//! priorities. Without them there is nothing to show. The other lists are optional.
//!
//! Wrong:
//!
//! ```text
//! content/
//!   tasks/1.3.yaml
//! ```
//!
//! Right:
//!
//! ```text
//! content/
//!   site.yaml
//!   directive.yaml
//!   tasks/1.3.yaml
//! ```
//!
//! Most often the command was started in another folder. Give the content folder with `--content`,
//! for example `tiendo check --content D:\tien-do\content`. Otherwise create the file, or check
//! whether it is really named `site.yaml.txt`, since Windows hides known extensions.
//!
//! # Tiếng Việt
//!
//! Thiếu một tệp mà không có thì không dựng được trang.
//!
//! `site.yaml` ghi ai công bố trang, `directive.yaml` ghi văn bản giao việc và các mục của văn bản;
//! thiếu hai tệp này thì không có gì để hiển thị. Các danh sách khác có thể chưa có.
//!
//! Sai:
//!
//! ```text
//! content/
//!   tasks/1.3.yaml
//! ```
//!
//! Đúng:
//!
//! ```text
//! content/
//!   site.yaml
//!   directive.yaml
//!   tasks/1.3.yaml
//! ```
//!
//! Thường là do chạy lệnh ở thư mục khác: chỉ rõ thư mục nội dung bằng `--content`, ví dụ
//! `tiendo check --content D:\tien-do\content`. Nếu không phải thì tạo tệp, hoặc xem tệp có đang
//! mang tên `site.yaml.txt` không, vì Windows thường giấu đuôi tệp.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("missing-file", include_str!("missing_file.rs"));
