//! The file of a record has the wrong extension and would be missed.
//!
//! Tasks and lists end in `.yaml` and notes in `.md`, in lower case. A file with another extension
//! is not read, so its task would silently be missing from the site. Notepad adds `.txt` by itself,
//! and Windows often hides it.
//!
//! Wrong:
//!
//! ```text
//! tasks/1.3.yml
//! tasks/1.4.yaml.txt
//! notes/2021-07-24-hop.txt
//! ```
//!
//! Right:
//!
//! ```text
//! tasks/1.3.yaml
//! tasks/1.4.yaml
//! notes/2021-07-24-hop.md
//! ```
//!
//! Rename the file. To see extensions in Windows, open View, Show, File name extensions in
//! Explorer. When saving in Notepad, choose “All files” under “Save as type”.
//!
//! # Tiếng Việt
//!
//! Tệp dữ liệu sai đuôi nên sẽ bị bỏ sót.
//!
//! Tệp nhiệm vụ và danh sách có đuôi `.yaml`, ghi chép có đuôi `.md`, viết thường. Tệp có đuôi khác
//! không được đọc, nhiệm vụ trong đó sẽ biến mất khỏi trang mà không ai hay. Notepad hay tự thêm
//! `.txt`, còn Windows thường giấu đuôi đi.
//!
//! Sai:
//!
//! ```text
//! tasks/1.3.yml
//! tasks/1.4.yaml.txt
//! notes/2021-07-24-hop.txt
//! ```
//!
//! Đúng:
//!
//! ```text
//! tasks/1.3.yaml
//! tasks/1.4.yaml
//! notes/2021-07-24-hop.md
//! ```
//!
//! Đổi tên tệp. Muốn thấy đuôi tệp trên Windows: trong Explorer mở View, Show, File name
//! extensions. Khi lưu bằng Notepad, ở ô “Save as type” chọn “All files”.

use crate::diagnostic::Rule;

pub(in crate::content) const RULE: Rule =
    Rule::error("wrong-ending", include_str!("wrong_ending.rs"));
