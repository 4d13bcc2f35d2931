//! tiendo
pub mod assess;
pub mod content;
pub mod diagnostic;
pub mod locale;
pub mod model;
pub mod source;
pub mod vietnamese;
