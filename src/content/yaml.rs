//! Guards, indexes and reads YAML (the only file that knows the YAML crates).
//!
//! One pass over the events of the parser refuses what records never need and what could hurt
//! (depth, size, anchors, aliases, tags, merge keys, second documents, doubled keys) and notes
//! where every value lies. Only then is the text read into typed records. A key or value that
//! does not fit is reported, blanked out and the text read again, so that one run names every
//! fault of a file and still yields the rest of the record.

mod direct;
mod slips;

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, StructureStyle};
use serde::de::DeserializeOwned;

use super::rules::{
    doubled_key, empty_file, empty_item, invisible_character, unknown_key, wrong_shape, yaml_alias,
    yaml_anchor, yaml_bracket, yaml_colon, yaml_colon_in_text, yaml_complex_key, yaml_dash,
    yaml_escape, yaml_indent, yaml_lookalike, yaml_merge_key, yaml_nbsp, yaml_needs_quotes,
    yaml_nul, yaml_quote, yaml_second_document, yaml_smart_quote, yaml_space, yaml_tab, yaml_tag,
    yaml_too_deep, yaml_too_many,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, nearest};
use crate::source::{FileId, Index, NodeId, Step, Style};
use crate::vietnamese::{Suspicion, SuspicionKind, suspicious};
use direct::{Events, Written};

pub(crate) use super::rules::yaml_smart_quote::CURLY;

/// Deepest nesting of lists and mappings in a record file.
pub const MAX_DEPTH: usize = 32;
/// Most values in a record file.
pub const MAX_NODES: usize = 50_000;
/// Most faults of form that are looked for in one file; each costs another reading.
const MAX_FAULTS: usize = 200;
/// Most bytes that are read again for the sake of further faults: large files get fewer readings.
const MAX_REREAD_BYTES: usize = 8 * 1024 * 1024;

/// Reads the YAML in `range` of `text` into a record.
///
/// Gives the record, unless the text is no YAML at all; the index of its values, with positions in
/// the whole `text`; and every complaint about its form.
pub fn read<T: DeserializeOwned>(
    text: &str,
    range: Range<usize>,
    file: FileId,
) -> (Option<T>, Index, Diagnostics) {
    let mut guard = Guard::new(text, range.clone(), file);
    let whole = guard.pass();
    let Guard { mut index, mut faults, dropped, events, .. } = guard;
    if !whole {
        return (None, index, faults);
    }
    if dropped.is_empty()
        && let Some(record) = events.read()
    {
        return (Some(record), index, faults);
    }
    let mut yaml = text.as_bytes()[range.clone()].to_vec();
    for node in &dropped {
        blank_out(&mut yaml, range.start, &index, *node);
    }
    index.leave_out(&dropped);
    let record = read_typed(&mut yaml, range.start, &mut index, file, &mut faults);
    (record, index, faults)
}

/// Reads again and again, each time without the entry that failed, until it succeeds.
fn read_typed<T: DeserializeOwned>(
    yaml: &mut [u8],
    offset: usize,
    index: &mut Index,
    file: FileId,
    faults: &mut Diagnostics,
) -> Option<T> {
    let readings = (MAX_REREAD_BYTES / yaml.len().max(1)).clamp(4, MAX_FAULTS);
    for _ in 0..readings {
        let error =
            match serde_path_to_error::deserialize(serde_yaml::Deserializer::from_slice(yaml)) {
                Ok(record) => return Some(record),
                Err(error) => error,
            };
        let path = match error.path().to_string() {
            root if root == "." => String::new(),
            path => path,
        };
        let id = index.id(&path);
        // What holds nothing but left-out entries is empty because of us.
        let ours = index.get(&path).is_some_and(|node| {
            matches!(node.style, Style::BlockMapping | Style::BlockList)
                && yaml[shifted(&node.value, offset, yaml.len())]
                    .iter()
                    .all(|b| is_blank(*b) || *b == b'-')
        });
        // A file of nothing but dashes looks the same, and must not be passed over in silence.
        if !ours || path.is_empty() && !faults.has_errors() {
            let message = error.inner().to_string();
            let dashed =
                message.contains("expected a sequence").then(|| index.get(&path)).flatten();
            let dashed = dashed.filter(|node| node.style == Style::Plain).and_then(|node| {
                let value = &yaml[shifted(&node.value, offset, yaml.len())];
                let sign = yaml_lookalike::hyphen(std::str::from_utf8(value).ok()?)?;
                let what = named(std::str::from_utf8(&value[sign.clone()]).ok()?);
                let range = node.value.start..node.value.start + sign.end;
                Some(Slip { rule: &yaml_lookalike::RULE, range, what, fix: None })
            });
            faults.push(match dashed {
                Some(slip) => slip.complaint(file, 0),
                None => shape_fault(&message, &path, index, file),
            });
        }
        let id = id?;
        if path.is_empty() || index.nodes()[id as usize].left_out {
            return None;
        }
        blank_out(yaml, offset, index, id);
        index.leave_out(&[id]);
    }
    None
}

/// Every scalar of a YAML text with the path that leads to it, in the order of the text; `None` when
/// the text is no YAML that records may be written in.
pub fn values(yaml: &str) -> Option<Vec<(String, String)>> {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.simple_key_max_lookahead = 4096;
    let mut values = Vec::new();
    // The path of each list or mapping that is open; in a list the number of the next item, in a
    // mapping the path of the value that comes next.
    let mut open: Vec<(String, Option<u32>, Option<String>)> = Vec::new();
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(yaml, options) {
        let event = event.ok()?.0;
        let (text, begins_list) = match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return None;
                }
                continue;
            }
            Event::Scalar(text, ..) => (Some(text), false),
            Event::SequenceStart(..) => (None, true),
            Event::MappingStart(..) => (None, false),
            Event::SequenceEnd | Event::MappingEnd => {
                open.pop();
                continue;
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => return None,
            _ => continue,
        };
        if open.len() > MAX_DEPTH || values.len() > MAX_NODES {
            return None;
        }
        let path = match open.last_mut() {
            None => String::new(),
            Some((path, Some(item), _)) => {
                *item += 1;
                format!("{path}[{}]", *item - 1)
            }
            Some((path, None, value @ None)) => {
                let key = text?;
                let dot = if path.is_empty() { "" } else { "." };
                *value = Some(format!("{path}{dot}{key}"));
                continue;
            }
            Some((_, None, value)) => value.take()?,
        };
        match text {
            Some(text) => values.push((path, text.into_owned())),
            None => open.push((path, begins_list.then_some(0), None)),
        }
    }
    Some(values)
}

/// Turns what serde says into a complaint. Its sentences are fixed by serde's own `Error` trait.
fn shape_fault(message: &str, path: &str, index: &Index, file: FileId) -> Diagnostic {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if message.contains("unknown field") {
        let (key, known) = quoted.split_first().map_or(("", &[][..]), |(key, known)| (*key, known));
        return Diagnostic::of(&unknown_key::RULE, Place::bytes(file, spot(index, path, true)))
            .arg("key", key)
            .arg("known", known.join(", "))
            .suggest(nearest(key, known.iter().copied()));
    }
    let expected = message.rsplit_once("expected ").map_or("", |(_, rest)| rest);
    let expected = match expected {
        e if e.starts_with("a string or a sequence") => "text-or-list",
        e if e.starts_with("a date") => "deadline",
        e if e.starts_with("a string") => "text",
        e if e.starts_with("a sequence") => "list",
        _ => "mapping",
    };
    let read = match index.get(path).map(|node| node.style) {
        Some(Style::BlockList | Style::FlowList) => "list",
        Some(Style::BlockMapping | Style::FlowMapping) => "mapping",
        _ => "text",
    };
    Diagnostic::of(&wrong_shape::RULE, Place::bytes(file, spot(index, path, false)))
        .arg("read", read)
        .arg("expected", expected)
        .arg("field", path.rsplit('.').next().unwrap_or_default())
}

/// The bytes of a key or a value now: later faults may change which item a path means.
fn spot(index: &Index, path: &str, key: bool) -> Range<usize> {
    let Some(node) = index.get(path) else { return 0..0 };
    if key && !node.key.is_empty() || node.value.is_empty() {
        return node.key.clone();
    }
    node.value.clone()
}

fn shifted(range: &Range<usize>, offset: usize, length: usize) -> Range<usize> {
    let end = range.end.saturating_sub(offset).min(length);
    range.start.saturating_sub(offset).min(end)..end
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Blanks out an entry of a mapping or an item of a list, keeping every other byte in its place.
fn blank_out(yaml: &mut [u8], offset: usize, index: &Index, id: NodeId) {
    let node = &index.nodes()[id as usize];
    let start = if node.key.is_empty() { node.value.start } else { node.key.start };
    let Range { start: mut from, end: mut to } =
        shifted(&(start..node.value.end.max(node.key.end)), offset, yaml.len());
    let blanks = |bytes: &[u8]| bytes.iter().take_while(|b| is_blank(**b)).count();
    let blanks_before = |bytes: &[u8]| bytes.iter().rev().take_while(|b| is_blank(**b)).count();
    match index.parent(node).map(|parent| parent.style) {
        Some(Style::FlowMapping | Style::FlowList) => {
            // Without its comma, or the rest would have an empty entry. A key without a value
            // may have its colon.
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

/// The pass over the events.
struct Guard<'t> {
    text: &'t str,
    range: Range<usize>,
    file: FileId,
    index: Index,
    faults: Diagnostics,
    /// Entries that were complained of and must not be read: second ones of doubled keys, and
    /// keys that are none.
    dropped: Vec<NodeId>,
    open: Vec<Open>,
    /// What was seen, for whoever reads the record.
    events: Events<'t>,
}

/// A mapping or list that has begun.
struct Open {
    node: NodeId,
    /// In a mapping: its keys so far; in a list: nothing.
    keys: Option<BTreeMap<String, Range<usize>>>,
    /// In a mapping: the key whose value comes next.
    key: Option<(String, Range<usize>)>,
    items: u32,
}

impl<'t> Guard<'t> {
    fn new(text: &'t str, range: Range<usize>, file: FileId) -> Self {
        Guard {
            events: Events::of(&text[range.clone()]),
            text,
            range,
            file,
            index: Index::default(),
            faults: Diagnostics::default(),
            dropped: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Whether the text is YAML that may be read further.
    fn pass(&mut self) -> bool {
        let yaml = &self.text[self.range.clone()];
        let mut options = Options::default();
        options.emit_unresolved_aliases = true;
        options.simple_key_max_lookahead = 4096;
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(yaml, options) {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or(yaml.len());
                    let slip = syntax_slip(yaml, at, error.kind());
                    if self.faults.iter().any(|known| known.code == slip.rule.code) {
                        return false;
                    }
                    let fault = slip.mended(yaml, 0).complaint(self.file, self.range.start);
                    self.faults.push(fault.arg("detail", error.kind()));
                    return false;
                }
            };
            let range = self.shift(span.byte_range().unwrap_or(0..0));
            let going = match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    documents == 1 || self.refuse(&yaml_second_document::RULE, range, "")
                }
                Event::Alias(_) | Event::UnresolvedAlias(_) => {
                    self.refuse(&yaml_alias::RULE, range.clone(), &self.text[range])
                }
                Event::Scalar(value, style, anchor, tag) => {
                    let going = self.plain_node(range.clone(), anchor, tag.is_some())
                        && self.scalar(&value, style, range.clone());
                    let written_as = match style {
                        ScalarStyle::Plain => Written::Plain,
                        ScalarStyle::SingleQuoted => Written::Quoted('\''),
                        ScalarStyle::DoubleQuoted => Written::Quoted('"'),
                        _ => Written::Block,
                    };
                    self.events.scalar(value, written_as, self.text, range);
                    going
                }
                Event::SequenceStart(style, anchor, tag) => {
                    let style = match style {
                        StructureStyle::Block => Style::BlockList,
                        StructureStyle::Flow => Style::FlowList,
                    };
                    self.plain_node(range.clone(), anchor, tag.is_some())
                        && self.begin(style, range)
                }
                Event::MappingStart(style, anchor, tag) => {
                    let style = match style {
                        StructureStyle::Block => Style::BlockMapping,
                        StructureStyle::Flow => Style::FlowMapping,
                    };
                    self.plain_node(range.clone(), anchor, tag.is_some())
                        && self.begin(style, range)
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    self.events.end();
                    if let Some(open) = self.open.pop() {
                        self.index.close(open.node, range.end);
                    }
                    true
                }
                _ => true,
            };
            if !going {
                return false;
            }
        }
        if self.index.nodes().is_empty() {
            let start = self.range.start;
            return self.refuse(&empty_file::RULE, start..start, "");
        }
        true
    }

    fn shift(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.range.start..range.end + self.range.start
    }

    fn refuse(&mut self, rule: &'static Rule, range: Range<usize>, what: &str) -> bool {
        let place = Place::bytes(self.file, range);
        self.faults.push(Diagnostic::of(rule, place).arg("what", what));
        false
    }

    fn plain_node(&mut self, range: Range<usize>, anchor: usize, tagged: bool) -> bool {
        if anchor > 0 || tagged {
            // The event's span is the value; what is refused stands before it on the line.
            let line = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            let mark = if anchor > 0 { '&' } else { '!' };
            let before = self.text[line..range.start]
                .rfind(mark)
                .map_or("", |at| &self.text[line..=line + at]);
            let from = line + before.trim_end_matches(mark).len();
            let what: String =
                self.text[from..].chars().take_while(|c| !c.is_whitespace()).take(60).collect();
            let rule = if anchor > 0 { &yaml_anchor::RULE } else { &yaml_tag::RULE };
            return self.refuse(rule, from..from + what.len(), &what);
        }
        if self.index.nodes().len() >= MAX_NODES {
            return self.refuse(&yaml_too_many::RULE, range, &MAX_NODES.to_string());
        }
        true
    }

    fn scalar(&mut self, value: &str, style: ScalarStyle, range: Range<usize>) -> bool {
        if style == ScalarStyle::DoubleQuoted
            && let Some(Suspicion { kind: SuspicionKind::Invisible(c), .. }) = suspicious(value)
        {
            // Escaped, or the file would have been refused before.
            let at = escape_of(&self.text[range.clone()], c);
            let place = Place::bytes(self.file, range.start + at.start..range.start + at.end);
            self.faults.push(match c {
                '\0' => Diagnostic::of(&yaml_nul::RULE, place),
                c => Diagnostic::of(&invisible_character::RULE, place)
                    .arg("read", format!("U+{:04X}", u32::from(c))),
            });
            self.dropped.push(self.index.nodes().len() as NodeId);
        }
        if let Some(open) = self.open.last_mut()
            && let Some(keys) = &mut open.keys
            && open.key.is_none()
        {
            if value == "<<" && style == ScalarStyle::Plain {
                return self.refuse(&yaml_merge_key::RULE, range, value);
            }
            if let Some(first) = keys.get(value) {
                let first = first.clone();
                self.faults.push(
                    Diagnostic::of(&doubled_key::RULE, Place::bytes(self.file, range.clone()))
                        .arg("key", value)
                        .also(Place::bytes(self.file, first)),
                );
                self.dropped.push(self.index.nodes().len() as NodeId);
            } else if let Some(slip) = key_slip(&self.text[range.clone()], style) {
                // As it is written: a key over several lines reads otherwise.
                let slip = slip.mended(self.text, range.start);
                self.faults.push(slip.complaint(self.file, range.start));
                self.dropped.push(self.index.nodes().len() as NodeId);
            } else {
                keys.insert(value.to_owned(), range.clone());
            }
            open.key = Some((value.to_owned(), range));
            return true;
        }
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            _ => Style::Quoted,
        };
        // Nothing was written: the parser says `~`, but of no width.
        let empty = style == Style::Plain && range.is_empty();
        if empty && self.open.is_empty() {
            let start = self.range.start;
            return self.refuse(&empty_file::RULE, start..start, "");
        }
        // All of the file is one text, since its first line has no key.
        if style == Style::Plain && self.open.is_empty() {
            let yaml = &self.text[self.range.clone()];
            let line = line_around(yaml, range.start - self.range.start);
            let slip = lookalike(yaml, &line).or_else(|| unjoined(yaml, &line));
            // A lone word may be anything.
            if let Some(slip) = slip.filter(|slip| slip.what.contains([' ', ':'])) {
                self.faults.push(slip.complaint(self.file, self.range.start));
                return false;
            }
        }
        if empty && self.open.last().is_some_and(|open| open.keys.is_none()) {
            // The dash is what can be seen of the item.
            let dash = empty_item::dash_before(&self.text[..range.start], self.range.start);
            let at = dash.unwrap_or(range.start);
            let dash_end = (at + 1).min(self.text.len());
            self.faults
                .push(Diagnostic::of(&empty_item::RULE, Place::bytes(self.file, at..dash_end)));
            self.dropped.push(self.index.nodes().len() as NodeId);
            if dash.is_some() {
                self.node(style, dash_end..dash_end);
                return true;
            }
        }
        self.node(style, range);
        true
    }

    fn begin(&mut self, style: Style, range: Range<usize>) -> bool {
        let mapping = matches!(style, Style::BlockMapping | Style::FlowMapping);
        match style {
            _ if mapping => self.events.mapping(style == Style::FlowMapping),
            _ => self.events.list(style == Style::FlowList),
        }
        // `-⇥key: value` is read in two ways by two parsers.
        if matches!(style, Style::BlockMapping | Style::BlockList)
            && let Some(tab) = yaml_tab::before(&self.text[..range.start])
        {
            return self.refuse(&yaml_tab::RULE, tab, "");
        }
        if self.open.len() >= MAX_DEPTH {
            return self.refuse(&yaml_too_deep::RULE, range, &MAX_DEPTH.to_string());
        }
        if self.open.last().is_some_and(|open| open.keys.is_some() && open.key.is_none()) {
            return self.refuse(&yaml_complex_key::RULE, range, "");
        }
        let node = self.node(style, range);
        let keys = mapping.then(BTreeMap::new);
        self.open.push(Open { node, keys, key: None, items: 0 });
        true
    }

    fn node(&mut self, style: Style, value: Range<usize>) -> NodeId {
        let (parent, step, key) = match self.open.last_mut() {
            None => (None, Step::Root, 0..0),
            Some(open) => match open.key.take() {
                Some((key, range)) => (Some(open.node), Step::Key(key.into()), range),
                None => {
                    open.items += 1;
                    (Some(open.node), Step::Item(open.items - 1), 0..0)
                }
            },
        };
        self.index.push(parent, step, key, value, style)
    }
}

/// What a clerk most likely did, in a key or where the parser stopped.
struct Slip {
    rule: &'static Rule,
    range: Range<usize>,
    what: String,
    /// The one right answer: what to put in the place of which bytes.
    fix: Option<(Range<usize>, String)>,
}

impl Slip {
    /// The slip with its one right answer, where there is one; it lies at byte `offset` of `text`.
    fn mended(mut self, text: &str, offset: usize) -> Self {
        if self.fix.is_none() {
            let range = self.range.start + offset..self.range.end + offset;
            let edit = slips::mend(self.rule.code, text, &range);
            self.fix =
                edit.map(|edit| (edit.range.start - offset..edit.range.end - offset, edit.text));
        }
        self
    }

    /// The complaint about it, in a text that begins at byte `offset` of the file.
    fn complaint(self, file: FileId, offset: usize) -> Diagnostic {
        let shift = |range: Range<usize>| range.start + offset..range.end + offset;
        let place = Place::bytes(file, shift(self.range));
        let fault = Diagnostic::of(self.rule, place).arg("what", self.what);
        match self.fix {
            Some((range, text)) => {
                let suggestion =
                    Some(text.clone()).filter(|text| text.contains(char::is_alphanumeric));
                fault.suggest(suggestion).fixed_by(shift(range), text)
            }
            None => fault,
        }
    }
}

/// What is wrong with a key that YAML accepts, and where in it.
fn key_slip(key: &str, style: ScalarStyle) -> Option<Slip> {
    if style != ScalarStyle::Plain {
        return None;
    }
    let slip = |rule, range| Slip { rule, range, what: shorten(key), fix: None };
    if let Some((mark, name)) = yaml_smart_quote::around_key(key) {
        let fix = name.bytes().all(is_key_byte).then(|| (0..key.len(), name.to_owned()));
        return Some(Slip { fix, ..slip(&yaml_smart_quote::RULE, mark) });
    }
    let lookalike = |range: Range<usize>, fix| Slip {
        what: named(&key[range.clone()]),
        fix,
        ..slip(&yaml_lookalike::RULE, range)
    };
    if let Some(hyphen) = yaml_lookalike::hyphen(key) {
        let spaced = key[hyphen.end..].starts_with(' ');
        let fix = spaced.then(|| (hyphen.clone(), "-".to_owned()));
        return Some(lookalike(hyphen, fix));
    }
    if let Some((letter, name)) = yaml_lookalike::letter(key) {
        return Some(lookalike(letter, Some((0..key.len(), name))));
    }
    if let Some(space) = yaml_nbsp::find(key) {
        return Some(slip(&yaml_nbsp::RULE, space));
    }
    if let Some(gap) = yaml_space::within(key) {
        let fix = Some((gap, " ".to_owned()));
        return Some(Slip { fix, ..slip(&yaml_space::RULE, 0..key.len()) });
    }
    yaml_dash::joins(key).then(|| slip(&yaml_dash::RULE, 0..key.len()))
}

/// A character with its number, since its looks do not tell.
fn named(character: &str) -> String {
    let number = character.chars().next().map_or(0, u32::from);
    format!("{character} (U+{number:04X})")
}

fn shorten(text: &str) -> String {
    text.trim().chars().take(60).collect()
}

/// The parser stops where YAML no longer makes sense, which is often after the mistake. This
/// looks for the usual mistakes at and just before that place.
fn syntax_slip(yaml: &str, at: usize, kind: &ErrorKind) -> Slip {
    let mut at = at.min(yaml.len());
    while !yaml.is_char_boundary(at) {
        at -= 1;
    }
    // At the very end there is nothing to show: point at the last thing that was written.
    if yaml[at..].trim().is_empty() {
        at = yaml.trim_end().char_indices().next_back().map_or(0, |(n, _)| n);
    }
    let line = line_around(yaml, at);
    let text = &yaml[line.clone()];
    let fault = |rule, range: Range<usize>| Slip {
        rule,
        what: shorten(&yaml[range.clone()]),
        range,
        fix: None,
    };
    let indent = text.len() - text.trim_start().len();
    for line in [line.clone(), line_around(yaml, (line.end + 1).min(yaml.len()))] {
        let text = &yaml[line.clone()];
        if let Some(tab) = text[..text.len() - text.trim_start().len()].find('\t') {
            return fault(&yaml_tab::RULE, line.start + tab..line.start + tab + 1);
        }
    }
    for line in [previous_line(yaml, line.start), Some(line.clone())].into_iter().flatten() {
        if let Some(slip) = lookalike(yaml, &line) {
            return slip;
        }
    }
    match kind {
        ErrorKind::RecursionLimitExceeded => {
            return Slip {
                what: MAX_DEPTH.to_string(),
                ..fault(
                    &yaml_too_deep::RULE,
                    at..at + yaml[at..].chars().next().map_or(0, char::len_utf8),
                )
            };
        }
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => {
            if yaml[at..].starts_with([']', '}']) {
                return fault(&yaml_bracket::RULE, at..at + 1);
            }
            // On its own line, the parser knows better where the text went wrong.
            let from = open_quote(yaml, &line).filter(|from| *from < line.start).unwrap_or(at);
            return fault(&yaml_quote::RULE, first_line(yaml, from..line_around(yaml, from).end));
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidUnicodeEscape => {
            let slash = yaml_escape::find(&yaml[at..]).map_or(at, |n| at + n);
            let end = slash + yaml[slash..].chars().take(2).map(char::len_utf8).sum::<usize>();
            return fault(&yaml_escape::RULE, slash..end);
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::InvalidColonPlacement => {
            // A bracket that was opened on an earlier line is the place to mend.
            let next = yaml[at..].chars().next().map_or(0, char::len_utf8);
            let open = yaml_bracket::unclosed(&yaml[..at + next]);
            let from = open.unwrap_or(at);
            return fault(&yaml_bracket::RULE, first_line(yaml, from..line_around(yaml, from).end));
        }
        ErrorKind::UnexpectedCharacter { character } if *character == '\0' => {
            return fault(&yaml_nul::RULE, at..at + 1);
        }
        ErrorKind::UnexpectedCharacter { .. } => {
            return fault(&yaml_needs_quotes::RULE, at..line.end);
        }
        ErrorKind::MissingAnchorOrAliasName if text.trim_start().starts_with("* ") => {
            let what = named("*");
            return Slip {
                what,
                ..fault(&yaml_lookalike::RULE, line.start + indent..line.start + indent + 1)
            };
        }
        ErrorKind::MissingAnchorOrAliasName | ErrorKind::UnknownAnchor => {
            return fault(&yaml_needs_quotes::RULE, at..line.end);
        }
        _ => {}
    }
    // `-date:`, a dash without its space.
    for line in [previous_line(yaml, line.start), Some(line.clone())].into_iter().flatten() {
        let body = yaml[line.clone()].trim_start();
        let key = body.split_once(':').map_or("", |(key, _)| key);
        if yaml_dash::joins(key) && key[1..].bytes().all(is_key_byte) {
            return fault(&yaml_dash::RULE, line.end - body.len()..line.end);
        }
    }
    // A value whose first character means something else to YAML.
    if let Some((rule, range)) = first_character(yaml, &line) {
        return fault(rule, range);
    }
    for line in [previous_line(yaml, line.start), Some(line.clone())].into_iter().flatten() {
        if let Some(slip) = unjoined(yaml, &line) {
            return slip;
        }
    }
    let body = text.trim_start().trim_start_matches("- ");
    if body.matches(": ").count() > 1 {
        let value = body.find(": ").map_or(0, |n| n + 2);
        let start = line.end - body.len() + value;
        return fault(&yaml_colon_in_text::RULE, start..line.end);
    }
    fault(&yaml_indent::RULE, line.start + indent..line.end)
}

/// A character that looks like the right one and is none to YAML: an odd space in the indentation
/// or behind a colon or hyphen, a dash for a hyphen, a wide colon, a curly quotation mark around a
/// value that needs straight ones.
fn lookalike(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let text = &yaml[line.clone()];
    let odd = yaml_nbsp::all(text).find(|space| {
        let before = text[..space.start].trim_end();
        before.is_empty() || before.ends_with([':', '-'])
    });
    if let Some(odd) = odd {
        let range = line.start + odd.start..line.start + odd.end;
        // Elsewhere than behind its colon, how many spaces there should be is not sure.
        let behind_colon = text[..odd.start].ends_with(':');
        let fix = behind_colon.then(|| (range.clone(), " ".to_owned()));
        return Some(Slip { rule: &yaml_nbsp::RULE, range, what: shorten(text), fix });
    }
    let body = text.trim_start();
    let indent = text.len() - body.len();
    let key = body.trim_start_matches("- ");
    // A line of a longer text may well begin with a dash; with a dash and a key hardly.
    let hyphen = yaml_lookalike::hyphen(body).filter(|sign| {
        let item = body[sign.end..].trim_start();
        let key = item.split_once(':').map_or("", |(key, _)| key);
        !key.is_empty() && key.bytes().all(is_key_byte)
    });
    let hyphen = hyphen.map(|sign| (line.start + indent, sign, "-"));
    let colon = yaml_lookalike::colon(key).map(|sign| (line.end - key.len(), sign, ": "));
    if let Some((from, sign, right)) = hyphen.or(colon) {
        let range = from + sign.start..from + sign.end;
        let what = named(&yaml[range.clone()]);
        let spaced = yaml[range.end..].starts_with(' ');
        let right = if spaced { right.trim_end() } else { right };
        let fix = (spaced || right != "-").then(|| (range.clone(), right.to_owned()));
        return Some(Slip { rule: &yaml_lookalike::RULE, range, what, fix });
    }
    let start = value_start(yaml, line)?;
    let value = yaml[start..line.end].trim_end();
    let mark = yaml_smart_quote::around_value(value)?;
    let fix = yaml_smart_quote::straightened(value);
    Some(Slip {
        rule: &yaml_smart_quote::RULE,
        range: start + mark.start..start + mark.end,
        what: shorten(value),
        fix: fix.map(|text| (start..start + value.len(), text)),
    })
}

/// `key value` or `key:value`.
fn unjoined(yaml: &str, line: &Range<usize>) -> Option<Slip> {
    let body = yaml[line.clone()].trim_start().trim_start_matches("- ");
    let start = line.end - body.len();
    let key = body.split([':', ' ']).next().unwrap_or_default();
    let is_key = !key.is_empty() && key.bytes().all(is_key_byte);
    if !is_key || body.contains(": ") || body.trim_end().ends_with(':') {
        return None;
    }
    let range = start..start + body.trim_end().len();
    let what = shorten(body);
    if !body[key.len()..].starts_with(':') {
        return Some(Slip { rule: &yaml_colon::RULE, range, what, fix: None });
    }
    // `https://…` is most likely the rest of a text.
    let behind = start + key.len() + 1;
    let fix = (!yaml[behind..].starts_with("//")).then(|| (behind..behind, " ".to_owned()));
    Some(Slip { rule: &yaml_space::RULE, range, what, fix })
}

/// The escape by which a text in double quotes names a character; else all of the text.
fn escape_of(quoted: &str, wanted: char) -> Range<usize> {
    let mut from = 0;
    while let Some(at) = quoted[from..].find('\\').map(|n| from + n) {
        let sign = quoted[at + 1..].chars().next().unwrap_or_default();
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let end = at + 1 + sign.len_utf8() + digits;
        let named = match sign {
            '0' => Some('\0'),
            'a' => Some('\u{7}'),
            'b' => Some('\u{8}'),
            'v' => Some('\u{b}'),
            'f' => Some('\u{c}'),
            'r' => Some('\r'),
            'e' => Some('\u{1b}'),
            'N' => Some('\u{85}'),
            'L' => Some('\u{2028}'),
            'P' => Some('\u{2029}'),
            _ => quoted
                .get(end - digits..end)
                .and_then(|hex| u32::from_str_radix(hex, 16).ok())
                .and_then(char::from_u32),
        };
        if named == Some(wanted) {
            return at..end;
        }
        from = end.min(quoted.len());
        while !quoted.is_char_boundary(from) {
            from -= 1;
        }
    }
    0..quoted.len()
}

fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte == b'_'
}

/// Where the value of a `key: value` or `- value` line begins.
fn value_start(yaml: &str, line: &Range<usize>) -> Option<usize> {
    let text = &yaml[line.clone()];
    let body = text.trim_start();
    let value = match body.split_once(": ") {
        Some((_, value)) => value.trim_start(),
        None => body.strip_prefix("- ")?.trim_start(),
    };
    Some(line.end - value.len())
}

/// A value that begins with a tag's mark, or with a bracket that ends before it does.
fn first_character(yaml: &str, line: &Range<usize>) -> Option<(&'static Rule, Range<usize>)> {
    let start = value_start(yaml, line)?;
    let value = yaml[start..line.end].trim_end();
    let first = value.chars().next()?;
    let range = start..start + value.len();
    let close = match first {
        '!' => {
            let word = value.find(char::is_whitespace).unwrap_or(value.len());
            return Some((&yaml_tag::RULE, start..start + word));
        }
        '[' => ']',
        '{' => '}',
        _ => return begins_a_block(value).then_some((&yaml_needs_quotes::RULE, range)),
    };
    let rest = &value[value.find(close)? + 1..];
    (!rest.is_empty() && !rest.trim_start().starts_with('#'))
        .then_some((&yaml_needs_quotes::RULE, range))
}

/// Whether a value begins with a sign that begins a block of lines, but goes on on its own line.
fn begins_a_block(value: &str) -> bool {
    match value.strip_prefix(['|', '>']) {
        Some(rest) => {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "+-".contains(c));
            !rest.is_empty() && !rest.trim_start().starts_with('#')
        }
        None => value.starts_with("- ") || value.starts_with("? "),
    }
}

/// The quotation mark that an earlier line opens and does not close, if the line at which the
/// parser stopped closes its own.
fn open_quote(yaml: &str, line: &Range<usize>) -> Option<usize> {
    let mut line = line.clone();
    for _ in 0..50 {
        let start = value_start(yaml, &line).unwrap_or(line.end);
        let value = yaml[start..line.end].trim_end();
        if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\''))
            && value.matches(quote).count() % 2 == 1
        {
            return Some(start);
        }
        line = previous_line(yaml, line.start)?;
    }
    None
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let end = text[at..].find('\n').map_or(text.len(), |n| at + n);
    start..end
}

fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let end = text[range.clone()].find('\n').map_or(range.end, |n| range.start + n);
    range.start..end
}

/// The nearest line before `at` that holds more than blanks or a comment.
fn previous_line(text: &str, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    while end > 0 {
        let line = line_around(text, end - 1);
        let body = text[line.clone()].trim();
        if !body.is_empty() && !body.starts_with('#') {
            return Some(line);
        }
        end = line.start;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::records::TaskRecord;
    use crate::source::{SourceFile, Sources};

    fn faults(text: &str) -> Vec<(String, usize, usize)> {
        let file = FileId::nth(0);
        let (_, index, mut faults) = read::<TaskRecord>(text, 0..text.len(), file);
        let mut sources = Sources::default();
        sources.add(SourceFile::new("t.yaml".into(), text, index));
        faults.sort(&sources);
        faults
            .iter()
            .map(|d| {
                let position = d.position(&sources);
                (d.code.to_owned(), position.line, position.column)
            })
            .collect()
    }

    fn fault(code: &str, line: usize, column: usize) -> (String, usize, usize) {
        (code.to_owned(), line, column)
    }

    #[test]
    fn scalars_keep_their_text() {
        let text = "priority: 3413\nnumber: 1.10\ntitle: '~'\nrelated: [\"9.10\"]\n";
        let (record, ..) = read::<TaskRecord>(text, 0..text.len(), FileId::nth(0));
        let record = record.unwrap();
        assert_eq!(record.priority.as_deref(), Some("3413"));
        assert_eq!(record.number.as_deref(), Some("1.10"));
        assert_eq!(record.title.as_deref(), Some("~"));
    }

    #[test]
    fn every_fault_of_form_is_found_in_one_reading() {
        let text = "priorty: \"1\"\nrelated: 1.4\ntitle: [a]\ndue: {befor: 2021-01-02, x: 1}\n\
                    updates:\n  - dat: x\n    state: done\n  - abc\nlead: {a: b}\n";
        assert_eq!(
            faults(text),
            [
                fault("unknown-key", 1, 1),
                fault("wrong-shape", 2, 10),
                fault("wrong-shape", 3, 8),
                fault("unknown-key", 4, 7),
                fault("unknown-key", 4, 26),
                fault("unknown-key", 6, 5),
                fault("wrong-shape", 8, 5),
                fault("wrong-shape", 9, 7),
            ]
        );
    }

    #[test]
    fn what_is_right_is_read_beside_what_is_wrong() {
        let text = "priorty: \"1\"\ntitle: Tên\nupdates:\n  - {date: 2021-07-24, stat: done}\n";
        let (record, ..) = read::<TaskRecord>(text, 0..text.len(), FileId::nth(0));
        let record = record.unwrap();
        assert_eq!(record.title.as_deref(), Some("Tên"));
        assert_eq!(record.updates.unwrap()[0].date.as_deref(), Some("2021-07-24"));
    }

    #[test]
    fn what_records_never_need_is_refused() {
        for (text, expected) in [
            ("a: &x 1\n", fault("yaml-anchor", 1, 4)),
            ("title: *x\n", fault("yaml-alias", 1, 8)),
            ("title: !!str 1\n", fault("yaml-tag", 1, 8)),
            ("<<: {title: a}\n", fault("yaml-merge-key", 1, 1)),
            ("title: a\n---\ntitle: b\n", fault("yaml-second-document", 2, 1)),
            ("[a]: b\n", fault("yaml-complex-key", 1, 1)),
            ("# nothing\n", fault("empty-file", 1, 1)),
            ("title: a\nkind: x\ntitle: b\n", fault("doubled-key", 3, 1)),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_named_where_it_was_made() {
        for (text, expected) in [
            ("title: a\n\tkind: x\n", fault("yaml-tab", 2, 1)),
            ("title: \"a\nkind: x\n", fault("yaml-quote", 1, 8)),
            ("title: 'it's'\n", fault("yaml-quote", 1, 12)),
            ("related: [\"1.1\", \"1.2\"\nkind: x\n", fault("yaml-bracket", 1, 10)),
            ("due: {before: 2021-01-01\n", fault("yaml-bracket", 1, 6)),
            ("title a\nkind: x\n", fault("yaml-colon", 1, 1)),
            ("title:a\nkind: x\n", fault("yaml-space", 1, 1)),
            ("kind: x\ntitle: Kế hoạch: phần 1\n", fault("yaml-colon-in-text", 2, 8)),
            ("title: @a\n", fault("yaml-needs-quotes", 1, 8)),
            // The parser stops at a letter of several bytes.
            ("due: [a\n}đ: b\n", fault("yaml-bracket", 1, 6)),
            ("{a: {b: c}ế\n", fault("yaml-bracket", 1, 1)),
            ("title: a\n  kind: x\n", fault("yaml-indent", 2, 3)),
            // The parser stops at a letter of several bytes.
            ("due: [a\n}đ: b\n", fault("yaml-bracket", 1, 6)),
            ("{a: {b: c}ế\n", fault("yaml-bracket", 1, 1)),
            (" - ---\n", fault("wrong-shape", 1, 2)),
            ("{title: a, x\n\n\n\n  đ\u{2028}y: b}\n", fault("yaml-nbsp", 5, 4)),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
    }

    #[test]
    fn an_escape_is_no_way_around_the_ban_on_invisible_characters() {
        for (text, expected) in [
            ("title: \"a\\0b\"\n", fault("yaml-nul", 1, 10)),
            ("title: \"đ\\e[2J\"\n", fault("invisible-character", 1, 10)),
            ("title: \"\\\\ \\t \\u202eb\"\n", fault("invisible-character", 1, 15)),
            ("title: \"a\n  \\U0000200Bb\"\n", fault("invisible-character", 2, 3)),
            ("title: \"\\x7f\"\n", fault("invisible-character", 1, 9)),
        ] {
            assert_eq!(faults(text), [expected], "{text}");
        }
        for text in ["title: \"a\\n\\tb\\u00e9\\\\0\\\"\"\n", "title: 'a\\0'\n", "title: a\\e\n"] {
            assert_eq!(faults(text), [], "{text}");
        }
    }

    #[test]
    fn deep_and_huge_files_are_refused_at_once() {
        let deep = format!("title: {}", "[".repeat(100_000));
        assert_eq!(faults(&deep)[0].0, "yaml-too-deep");
        let deep: String = (0..2_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
        assert_eq!(faults(&deep)[0].0, "yaml-too-deep");
        let many = format!("related: [{}]", "a,".repeat(60_000));
        assert_eq!(faults(&many)[0].0, "yaml-too-many");
    }
}
