//! Limits on the structure of a record file.

/// Maximum nesting of lists and mappings in a record file.
pub const MAX_DEPTH: usize = 32;
/// Maximum number of values in a record file.
pub const MAX_NODES: usize = 50_000;
