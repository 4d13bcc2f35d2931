//! How large a record file may be.

/// Deepest nesting of lists and mappings in a record file.
pub const MAX_DEPTH: usize = 32;
/// Maximum number of values in a record file.
pub const MAX_NODES: usize = 50_000;
