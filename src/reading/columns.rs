//! The titles of columns in lists of tasks, folded, with the most reliable first.
//!
//! Trackers and the tables of letters use the same words.

/// A running number.
pub const NUMBER: &[&str] = &["stt", "tt", "so", "so tt", "so thu tu", "no"];
/// The group of a task.
pub const PRIORITY: &[&str] = &["muc", "nhom", "nhom nhiem vu", "linh vuc", "priority"];
/// The task.
pub const TASK: &[&str] = &[
    "nhiem vu",
    "ten nhiem vu",
    "noi dung nhiem vu",
    "noi dung cong viec",
    "cong viec",
    "ten cong viec",
    "nhiem vu duoc giao",
    "nhiem vu cu the",
    "noi dung chi dao",
    "noi dung giao",
    "noi dung",
    "title",
    "task",
];
/// Who leads.
pub const LEAD: &[&str] = &[
    "co quan chu tri",
    "don vi chu tri",
    "cq chu tri",
    "dv chu tri",
    "chu tri",
    "don vi thuc hien",
    "co quan thuc hien",
    "don vi duoc giao",
    "co quan don vi chu tri",
    "lead agency",
    "lead",
];
/// Who supports.
pub const SUPPORT: &[&str] = &[
    "co quan phoi hop",
    "don vi phoi hop",
    "cq phoi hop",
    "dv phoi hop",
    "phoi hop",
    "co quan don vi phoi hop",
    "don vi phoi hop thuc hien",
];
/// What is owed.
pub const PRODUCT: &[&str] = &[
    "san pham",
    "san pham du kien",
    "san pham dau ra",
    "san pham hoan thanh",
    "ket qua dau ra",
    "ket qua san pham",
    "san pham ket qua",
];
/// The deadline.
pub const DUE: &[&str] = &[
    "thoi han",
    "han",
    "thoi han hoan thanh",
    "han hoan thanh",
    "thoi han thuc hien",
    "han xu ly",
    "thoi gian hoan thanh",
    "thoi gian thuc hien",
    "deadline",
    "due",
];
