//! The site has no title, or the directive has no subject.
//!
//! Both appear in large letters at the top of every page, in search results and in the browser tab.
//! Without them the site shows the number of the directive instead, which means little to most
//! readers.
//!
//! Wrong:
//!
//! ```yaml
//! # directive.yaml
//! number: 3413/UBND-TH
//! subject:
//! # site.yaml without a title
//! ```
//!
//! Right:
//!
//! ```yaml
//! # directive.yaml
//! number: 3413/UBND-TH
//! subject: Một số nhiệm vụ trọng tâm 6 tháng cuối năm 2021
//! # site.yaml
//! title: Tiến độ thực hiện Công văn 3413
//! ```
//!
//! Add the line that the message shows. `subject` is the text under the number in the printed
//! letter. You choose the `title`: make it short and plain.
//!
//! # Tiếng Việt
//!
//! Trang chưa có tên, hoặc văn bản giao việc chưa ghi trích yếu.
//!
//! Cả hai hiện bằng chữ lớn ở đầu mọi trang, trong kết quả tìm kiếm và trên thẻ trình duyệt. Nếu
//! thiếu, trang chỉ hiện số văn bản, người dân khó biết nói về việc gì.
//!
//! Sai:
//!
//! ```yaml
//! # directive.yaml
//! number: 3413/UBND-TH
//! subject:
//! # site.yaml không có title
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! # directive.yaml
//! number: 3413/UBND-TH
//! subject: Một số nhiệm vụ trọng tâm 6 tháng cuối năm 2021
//! # site.yaml
//! title: Tiến độ thực hiện Công văn 3413
//! ```
//!
//! Thêm dòng mà thông báo đưa ra. `subject` là trích yếu in dưới số của văn bản; `title` thì tự
//! đặt, ngắn và dễ hiểu.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::warning("missing-heading", include_str!("missing_heading.rs"));
