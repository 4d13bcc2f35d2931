//! Overwrites entries of a text with blanks, so that the rest can be read.

use std::ops::Range;

use crate::source::{Index, NodeId, Style};

/// Overwrites an entry of a mapping or an item of a list with blanks. All other bytes keep their
/// position.
pub(super) fn out(yaml: &mut [u8], offset: usize, index: &Index, id: NodeId) {
    let node = &index.nodes()[id as usize];
    let start = if node.key.is_empty() { node.value.start } else { node.key.start };
    let Range { start: mut from, end: mut to } =
        shifted(&(start..node.value.end.max(node.key.end)), offset, yaml.len());
    let blanks = |bytes: &[u8]| bytes.iter().take_while(|b| is_blank(**b)).count();
    let blanks_before = |bytes: &[u8]| bytes.iter().rev().take_while(|b| is_blank(**b)).count();
    match index.parent(node).map(|parent| parent.style) {
        Some(Style::FlowMapping | Style::FlowList) => {
            // The comma has to go too, or an empty entry remains. A key without a value may have a
            // colon.
            let colon = blanks(&yaml[to..]);
            if node.value.is_empty() && yaml.get(to + colon) == Some(&b':') {
                to += colon + 1;
            }
            let after = blanks(&yaml[to..]);
            if yaml.get(to + after) == Some(&b',') {
                to += after + 1;
            } else {
                let before = blanks_before(&yaml[..from]);
                if from > before && yaml[from - before - 1] == b',' {
                    from -= before + 1;
                }
            }
        }
        Some(Style::BlockList) => {
            let before = blanks_before(&yaml[..from]);
            if from > before && yaml[from - before - 1] == b'-' {
                from -= before + 1;
            }
        }
        _ => {
            // `key:` without a value ends at its colon.
            if yaml.get(to) == Some(&b':') {
                to += 1;
            }
        }
    }
    for byte in &mut yaml[from..to] {
        if !matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
}

fn shifted(range: &Range<usize>, offset: usize, length: usize) -> Range<usize> {
    let end = range.end.saturating_sub(offset).min(length);
    range.start.saturating_sub(offset).min(end)..end
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}
