//! Rewrites dates in the Vietnamese form as ISO dates.

use crate::diagnostic::Edit;
use crate::source::{Node, SourceFile, Step};
use crate::vietnamese::parse_date;

/// The keys whose values are dates.
const FIELDS: [&str; 12] = [
    "date",
    "decided",
    "due",
    "by",
    "before",
    "happened",
    "from",
    "to",
    "valid_from",
    "valid_until",
    "as_of",
    "next_update",
];
/// The list whose items are dates.
const LIST: &str = "periods";
/// The key of values that are quoted from paper and stay as printed.
const AS_PRINTED: &str = "printed";

/// Returns the edits that rewrite every date in ISO form.
pub(super) fn iso(source: &SourceFile) -> Vec<Edit> {
    let nodes = source.index.nodes().iter();
    nodes.filter(|node| is_date(source, node)).filter_map(|node| edit(source, node)).collect()
}

fn is_date(source: &SourceFile, node: &Node) -> bool {
    let above: Vec<&Node> =
        std::iter::successors(source.index.parent(node), |node| source.index.parent(node))
            .collect();
    let is_key = |node: &Node, key: &str| matches!(&node.step, Step::Key(step) if **step == *key);
    let named = match &node.step {
        Step::Key(_) => FIELDS.iter().any(|field| is_key(node, field)),
        Step::Item(_) => above.first().is_some_and(|list| is_key(list, LIST)),
        Step::Root => false,
    };
    named && !node.left_out && !above.iter().any(|node| is_key(node, AS_PRINTED))
}

fn edit(source: &SourceFile, node: &Node) -> Option<Edit> {
    let value = source.text.get(node.value.clone())?;
    let written = value.trim().trim_matches(['"', '\'']).trim();
    let date = parse_date(written).ok()?.to_string();
    if date == written {
        return None;
    }
    let start = node.value.start + value.find(written)?;
    Some(Edit { range: start..start + written.len(), text: date })
}
