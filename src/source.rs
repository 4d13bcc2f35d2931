//! Keeps every text that was read and locates paths inside records in it.
//!
//! Records are plain structs without positions. A diagnostic about a record carries the file and
//! the path inside it (`updates[0].evidence[1]`). Only when the diagnostic is printed is the path
//! converted to bytes by the [`Index`], which was made while reading, and the bytes to line and
//! column by [`SourceFile::position`].

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Identifies a file in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// Returns the handle of the n-th file. It is known before the files are read in parallel.
    pub fn nth(n: usize) -> Self {
        FileId(u32::try_from(n).unwrap_or(u32::MAX))
    }

    /// Returns the handle of the file when its sources stand behind `count` other files.
    pub fn behind(self, count: usize) -> Self {
        FileId::nth(self.0 as usize + count)
    }
}

/// All texts of one run, in the order in which they were read.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file and returns the handle by which records and diagnostics refer to it.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId::nth(self.files.len());
        self.files.push(file);
        id
    }

    /// Returns the file of a handle.
    ///
    /// # Panics
    ///
    /// Panics if the handle belongs to other `Sources`, which cannot happen: there is one per run.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Adds the files of other sources. A handle of theirs is [moved](FileId::behind) by the number
    /// of files that were here before, which is returned.
    pub fn append(&mut self, other: Sources) -> usize {
        let count = self.files.len();
        self.files.extend(other.files);
        count
    }

    /// Keeps the texts of these files only, and of no file where its values lie.
    pub fn keep_texts(&mut self, of: &BTreeSet<FileId>) {
        for (n, file) in self.files.iter_mut().enumerate() {
            let text =
                if of.contains(&FileId::nth(n)) { Arc::clone(&file.text) } else { "".into() };
            *file = SourceFile::new(std::mem::take(&mut file.path), text, Index::default());
        }
    }

    /// Replaces a file that was read again.
    pub fn replace(&mut self, id: FileId, file: SourceFile) {
        if let Some(place) = self.files.get_mut(id.0 as usize) {
            *place = file;
        }
    }

    /// Returns the handle of the file that diagnostics show under a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
    }

    /// Returns all files with their handles.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(n, file)| (FileId(n as u32), file))
    }
}

/// A text that was read, or a folder in which a text is missing.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path as the user would type it: the content folder as given, then forward slashes.
    pub path: String,
    /// The whole text without a byte order mark; empty if it could not be read.
    pub text: Arc<str>,
    /// Where each value of its YAML lies. Shared by copies of the file, as its text is.
    pub index: Arc<Index>,
    /// Computed when the first position is needed.
    lines: OnceLock<Lines>,
}

impl SourceFile {
    /// Creates a file from its text and the index of its values.
    pub fn new(path: String, text: impl Into<Arc<str>>, index: Index) -> Self {
        SourceFile { path, text: text.into(), index: Arc::new(index), lines: OnceLock::new() }
    }

    /// Returns the line and column of a byte. Columns count characters, as editors do.
    pub fn position(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        self.lines.get_or_init(|| Lines::of(&self.text)).position(&self.text, byte)
    }

    /// Returns the bytes of a spot; for a path that does not exist, the key of its nearest ancestor.
    pub fn range(&self, spot: &Spot) -> Range<usize> {
        match spot {
            Spot::File => 0..0,
            Spot::Bytes(range) => range.start.min(self.text.len())..range.end.min(self.text.len()),
            Spot::Value(path) => match self.index.find(path) {
                Lookup::Exact(node) if !node.value.is_empty() => self.trim(node.value.clone()),
                Lookup::Exact(node) | Lookup::Ancestor(node) => self.trim(self.start(node)),
                Lookup::Nothing => 0..0,
            },
            Spot::Key(path) => match self.index.find(path) {
                Lookup::Exact(node) | Lookup::Ancestor(node) => self.trim(self.start(node)),
                Lookup::Nothing => 0..0,
            },
        }
    }

    /// Returns the key of a node. Without a key, returns its value; of a block mapping only the first
    /// entry.
    fn start(&self, node: &Node) -> Range<usize> {
        let whole = node.key_or_start();
        let first = node.children.first().and_then(|first| self.index.nodes.get(*first as usize));
        match first.filter(|first| node.key.is_empty() && !first.key.is_empty()) {
            Some(first) if node.style == Style::BlockMapping => {
                whole.start..first.value.end.max(first.key.end)
            }
            _ => whole,
        }
    }

    /// Returns the scalar at `path` without its quotes; empty if there is none.
    pub fn text_at(&self, path: &str) -> &str {
        let node = self.index.get(path);
        let text = node.and_then(|node| self.text.get(node.value.clone())).unwrap_or_default();
        text.trim().trim_matches(['"', '\'']).trim()
    }

    /// Cuts a range to its first line without trailing blanks. The range of a block value extends to
    /// the start of what follows it.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let first = text.split('\n').next().unwrap_or_default().trim_end();
        range.start..range.start + first.len()
    }
}

/// The starts of lines and the numbers of characters before each block of a text.
///
/// They make the computation of a position fast, however long the text and its lines are.
#[derive(Clone, Debug)]
struct Lines {
    starts: Vec<usize>,
    characters: Vec<usize>,
}

impl Lines {
    const BLOCK_BYTES: usize = 256;

    fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        for block in text.as_bytes().chunks(Self::BLOCK_BYTES) {
            characters.push(characters.last().unwrap_or(&0) + count_chars(block));
        }
        Lines { starts, characters }
    }

    fn position(&self, text: &str, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = line.checked_sub(1).map_or(0, |line| self.starts[line]);
        let column = self.before(text, byte) - self.before(text, start) + 1;
        Position { line: line.max(1), column }
    }

    /// Returns the number of characters that begin before a byte.
    fn before(&self, text: &str, byte: usize) -> usize {
        let block = byte / Self::BLOCK_BYTES;
        self.characters[block] + count_chars(&text.as_bytes()[block * Self::BLOCK_BYTES..byte])
    }
}

/// Returns the number of characters that begin in some bytes of a text.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

/// A line and a column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// A spot inside a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A range of bytes.
    Bytes(Range<usize>),
    /// The key at a path; for an item of a list, its beginning.
    Key(String),
    /// The value at a path.
    Value(String),
}

impl Spot {
    /// Creates the spot of the value at `path`.
    pub fn value(path: impl Into<String>) -> Self {
        Spot::Value(path.into())
    }

    /// Creates the spot of the key at `path`.
    pub fn key(path: impl Into<String>) -> Self {
        Spot::Key(path.into())
    }
}

/// The positions of the values of a YAML text: a tree of nodes in the order of the text.
///
/// A path is written as keys joined by dots, with `[n]` for the n-th item of a list, counted
/// from 0: `extensions[0].due.before`. The empty path is the root.
#[derive(Clone, Debug, Default)]
pub struct Index {
    nodes: Vec<Node>,
    translated: Vec<(NodeId, Vec<Box<str>>)>,
}

/// A value and, if it belongs to a mapping, its key.
#[derive(Clone, Debug)]
pub struct Node {
    parent: Option<u32>,
    /// The last step of the path.
    pub step: Step,
    /// The bytes of the key; empty for items of lists and for the root.
    pub key: Range<usize>,
    /// The bytes of the value; may be empty.
    pub value: Range<usize>,
    /// The style of the value.
    pub style: Style,
    /// Whether it was reported and left out of the record.
    pub left_out: bool,
    /// The nodes inside, without the items that were left out, so that positions are those of the
    /// record.
    children: Vec<NodeId>,
}

impl Node {
    fn key_or_start(&self) -> Range<usize> {
        if self.key.is_empty() { self.value.clone() } else { self.key.clone() }
    }
}

/// The last step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The document itself.
    Root,
    /// A key of a mapping.
    Key(Box<str>),
    /// An item of a list, counted from 0.
    Item(u32),
}

/// The YAML style of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes. YAML may read it as a number, a date or null.
    Plain,
    /// In quotes, or as a block of text.
    Quoted,
    /// `key: value` lines.
    BlockMapping,
    /// `{key: value}`.
    FlowMapping,
    /// `- item` lines.
    BlockList,
    /// `[item]`.
    FlowList,
}

/// The handle of a node.
pub type NodeId = u32;

/// The result of looking up a path.
enum Lookup<'a> {
    Exact(&'a Node),
    Ancestor(&'a Node),
    Nothing,
}

impl Index {
    /// Adds a node below `parent`. Nodes must be added in the order of the text.
    pub fn push(
        &mut self,
        parent: Option<NodeId>,
        step: Step,
        key: Range<usize>,
        value: Range<usize>,
        style: Style,
    ) -> NodeId {
        let id = self.nodes.len() as NodeId;
        let children = Vec::new();
        self.nodes.push(Node { parent, step, key, value, style, left_out: false, children });
        if let Some(parent) = parent.and_then(|parent| self.nodes.get_mut(parent as usize)) {
            parent.children.push(id);
        }
        id
    }

    /// Sets the end of a mapping or list.
    pub fn close(&mut self, id: NodeId, end: usize) {
        if let Some(node) = self.nodes.get_mut(id as usize) {
            node.value.end = end.max(node.value.start);
        }
    }

    /// Returns all nodes in the order of the text.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Returns the node at `path`.
    pub fn get(&self, path: &str) -> Option<&Node> {
        match self.find(path) {
            Lookup::Exact(node) => Some(node),
            Lookup::Ancestor(_) | Lookup::Nothing => None,
        }
    }

    /// Marks values that were reported and left out of the record. The items after them move up, as
    /// they do in the record.
    pub fn leave_out(&mut self, ids: &[NodeId]) {
        let mut lists = BTreeSet::new();
        for id in ids {
            let Some(node) = self.nodes.get_mut(*id as usize) else { continue };
            node.left_out = true;
            if let Step::Item(_) = node.step {
                lists.extend(node.parent);
            }
        }
        for list in lists {
            let mut children = std::mem::take(&mut self.nodes[list as usize].children);
            children.retain(|child| !self.nodes[*child as usize].left_out);
            self.nodes[list as usize].children = children;
        }
    }

    /// Lets one entry of a mapping stand for the mapping: a text in one of several languages. The
    /// others are forgotten, except for their keys.
    pub fn choose(&mut self, id: NodeId, chosen: NodeId) {
        let Some(Node { value, style, .. }) = self.nodes.get(chosen as usize).cloned() else {
            return;
        };
        let Some(node) = self.nodes.get_mut(id as usize) else { return };
        let children = std::mem::take(&mut node.children);
        (node.value, node.style) = (value, style);
        let keys = children.iter().filter_map(|child| match &self.nodes[*child as usize].step {
            Step::Key(key) => Some(key.clone()),
            Step::Root | Step::Item(_) => None,
        });
        self.translated.push((id, keys.collect()));
    }

    /// Returns the values that are written in several languages, with the keys of these.
    pub fn translated(&self) -> &[(NodeId, Vec<Box<str>>)] {
        &self.translated
    }

    /// Returns the path of a node, without the numbers of items: `priorities[].title`.
    pub fn pattern(&self, id: NodeId) -> String {
        let mut steps = Vec::new();
        let mut next = Some(id);
        while let Some(node) = next.and_then(|id| self.nodes.get(id as usize)) {
            match &node.step {
                Step::Root => {}
                Step::Item(_) => steps.push("[]".to_owned()),
                Step::Key(key) => steps.push(format!(".{key}")),
            }
            next = node.parent;
        }
        steps.reverse();
        steps.concat().trim_start_matches('.').to_owned()
    }

    /// Returns the handle of the node at `path`.
    pub fn id(&self, path: &str) -> Option<NodeId> {
        match self.walk(path) {
            (id, true) => id,
            (_, false) => None,
        }
    }

    /// Returns the nodes inside the value at `path`.
    pub fn inside(&self, path: &str) -> impl Iterator<Item = &Node> {
        let children = self.get(path).map_or(&[][..], |node| &node.children);
        children.iter().filter_map(|id| self.nodes.get(*id as usize))
    }

    /// Returns the handles of what is inside a node, without what was left out.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let node = self.nodes.get(id as usize);
        let children = node.map_or(&[][..], |node| &node.children).iter().copied();
        children.filter(|id| self.nodes.get(*id as usize).is_some_and(|node| !node.left_out))
    }

    /// Returns the mapping or list that contains a node.
    pub fn parent(&self, node: &Node) -> Option<&Node> {
        node.parent.and_then(|parent| self.nodes.get(parent as usize))
    }

    fn find(&self, path: &str) -> Lookup<'_> {
        let (id, exact) = self.walk(path);
        match id.and_then(|id| self.nodes.get(id as usize)) {
            Some(node) if exact => Lookup::Exact(node),
            Some(node) => Lookup::Ancestor(node),
            None => Lookup::Nothing,
        }
    }

    /// Returns the last existing node on the way to `path`, and whether it is the node at `path`.
    fn walk(&self, path: &str) -> (Option<NodeId>, bool) {
        let Some(mut node) = self.nodes.first() else { return (None, false) };
        let mut id = 0;
        for step in steps(path) {
            let child = match &step {
                Step::Item(n) => node.children.get(*n as usize),
                step => node.children.iter().find(|c| self.nodes[**c as usize].step == *step),
            };
            match child {
                Some(child) if matches!(step, Step::Item(_)) == self.is_item(*child) => {
                    id = *child;
                    node = &self.nodes[id as usize];
                }
                _ => return (Some(id), false),
            }
        }
        (Some(id), true)
    }

    fn is_item(&self, id: NodeId) -> bool {
        matches!(self.nodes[id as usize].step, Step::Item(_))
    }
}

fn steps(path: &str) -> impl Iterator<Item = Step> + '_ {
    path.split(['.', '[']).filter(|part| !part.is_empty()).map(|part| {
        match part.strip_suffix(']') {
            Some(n) => Step::Item(n.parse().unwrap_or(u32::MAX)),
            None => Step::Key(part.into()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> SourceFile {
        let text = "a: á\nb:\n  - x: 1\n".to_owned();
        let mut index = Index::default();
        let root = index.push(None, Step::Root, 0..0, 0..text.len(), Style::BlockMapping);
        index.push(Some(root), Step::Key("a".into()), 0..1, 3..5, Style::Plain);
        let b = index.push(Some(root), Step::Key("b".into()), 6..7, 11..18, Style::BlockList);
        let item = index.push(Some(b), Step::Item(0), 0..0, 13..18, Style::BlockMapping);
        index.push(Some(item), Step::Key("x".into()), 13..14, 16..17, Style::Plain);
        SourceFile::new("content/a.yaml".into(), text, index)
    }

    #[test]
    fn a_path_has_its_bytes() {
        let file = file();
        assert_eq!(file.range(&Spot::value("b[0].x")), 16..17);
        assert_eq!(file.range(&Spot::key("b[0].x")), 13..14);
        assert_eq!(file.range(&Spot::key("b.x")), 6..7, "a list has no keys");
    }

    #[test]
    fn an_unknown_path_has_the_bytes_of_the_nearest_key() {
        let file = file();
        assert_eq!(file.range(&Spot::value("b[0].y")), 13..17);
        assert_eq!(file.range(&Spot::value("b[7].y")), 6..7);
        assert!(file.index.get("b[7]").is_none());
    }

    #[test]
    fn items_after_one_that_was_left_out_move_up() {
        let text = "- a\n- b\n".to_owned();
        let mut index = Index::default();
        let root = index.push(None, Step::Root, 0..0, 0..text.len(), Style::BlockList);
        let first = index.push(Some(root), Step::Item(0), 0..0, 2..3, Style::Plain);
        index.push(Some(root), Step::Item(1), 0..0, 6..7, Style::Plain);
        index.leave_out(&[first]);
        let file = SourceFile::new("a.yaml".into(), text, index);
        assert_eq!(file.range(&Spot::value("[0]")), 6..7);
    }

    #[test]
    fn positions_are_right_far_into_a_text() {
        let text = "ạb\n".repeat(300) + &"ệ".repeat(1000);
        let file = SourceFile::new("a.yaml".into(), text, Index::default());
        assert_eq!(file.position(5 * 200), Position { line: 201, column: 1 });
        assert_eq!(file.position(5 * 200 + 3), Position { line: 201, column: 2 });
        assert_eq!(file.position(usize::MAX), Position { line: 301, column: 1001 });
    }

    #[test]
    fn columns_count_characters() {
        let file = file();
        assert_eq!(file.position(5), Position { line: 1, column: 5 });
        assert_eq!(file.position(16), Position { line: 3, column: 8 });
        assert_eq!(file.position(4), Position { line: 1, column: 4 }, "inside á");
    }
}
