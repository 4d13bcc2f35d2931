//! A record names a place that is not in `places.yaml`.
//!
//! Districts, towns and communes are defined once and referred to by id, so that one page shows
//! everything about a place. A mistyped id would be a place that nobody knows.
//!
//! Wrong:
//!
//! ```yaml
//! places: [Phú Lương]
//! ```
//!
//! Right:
//!
//! ```yaml
//! places: [phu-luong]
//! ```
//!
//! Type the id that the message suggests, if it is the right one. Otherwise look it up in
//! `places.yaml`, or add the place there: `- {id: phu-luong, name: Huyện Phú Lương}`.
//!
//! # Tiếng Việt
//!
//! Bản ghi nhắc tới một địa bàn chưa có trong `places.yaml`.
//!
//! Huyện, thị xã, xã, phường được ghi một lần và nhắc bằng mã, để mọi việc của một địa bàn nằm trên
//! cùng một trang. Gõ sai mã thì thành một địa bàn không ai biết.
//!
//! Sai:
//!
//! ```yaml
//! places: [Phú Lương]
//! ```
//!
//! Đúng:
//!
//! ```yaml
//! places: [phu-luong]
//! ```
//!
//! Gõ mã mà thông báo gợi ý nếu đúng. Nếu không, tra trong `places.yaml`, hoặc thêm địa bàn vào tệp
//! đó: `- {id: phu-luong, name: Huyện Phú Lương}`.

use crate::diagnostic::Rule;

pub(in crate::check) const RULE: Rule =
    Rule::error("unknown-place", include_str!("unknown_place.rs"));
