//! Takes a site out of the house and says whether it arrived whole. Knows files and their hashes,
//! no tasks.

pub mod package;
pub mod published;
pub mod verify;
