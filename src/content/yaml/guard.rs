//! Goes through the parser's events, rejects what records never need, and indexes every value.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};

use super::super::rules::{
    doubled_key, empty_file, empty_item, invisible_character, yaml_alias, yaml_anchor,
    yaml_complex_key, yaml_hash_in_text, yaml_merge_key, yaml_nul, yaml_second_document, yaml_tab,
    yaml_tag, yaml_too_deep, yaml_too_many,
};
use super::limits::{MAX_DEPTH, MAX_NODES};
use super::lines::dash_before;
use super::{hash, signs, syntax};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::source::{FileId, Index, NodeId, Step, Style};
use crate::vietnamese::{Suspicion, SuspicionKind, suspicious};

/// Creates a parser for a text.
pub(super) fn parser(yaml: &str) -> Parser<'_, StrInput<'_>> {
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.simple_key_max_lookahead = 4096;
    Parser::new_from_str_with_options(yaml, options)
}

/// The state and the results of the pass.
pub(super) struct Guard<'t> {
    text: &'t str,
    /// The range of the YAML in `text`.
    range: Range<usize>,
    file: FileId,
    /// The range of every value.
    pub(super) index: Index,
    /// The diagnostics about the form.
    pub(super) diagnostics: Diagnostics,
    /// Entries that were reported and must not be read: repeated keys and malformed keys.
    pub(super) dropped: Vec<NodeId>,
    open: Vec<Open>,
    documents: usize,
}

/// An open mapping or list.
struct Open {
    node: NodeId,
    /// The keys of a mapping so far. `None` for a list.
    keys: Option<BTreeMap<String, Range<usize>>>,
    /// The key of a mapping whose value comes next.
    key: Option<(String, Range<usize>)>,
    items: u32,
}

impl<'t> Guard<'t> {
    pub(super) fn new(text: &'t str, range: Range<usize>, file: FileId) -> Self {
        Guard {
            text,
            range,
            file,
            index: Index::default(),
            diagnostics: Diagnostics::default(),
            dropped: Vec::new(),
            open: Vec::new(),
            documents: 0,
        }
    }

    /// Goes through the text. Returns whether it may be deserialized.
    pub(super) fn pass(&mut self) -> bool {
        let yaml = &self.text[self.range.clone()];
        for event in parser(yaml) {
            let going = match event {
                Ok((event, span)) => {
                    let range = span.byte_range().unwrap_or(0..0);
                    self.event(event, self.shift(range))
                }
                Err(error) => self.stopped(yaml, &error),
            };
            if !going {
                return false;
            }
        }
        if self.index.nodes().is_empty() {
            return self.refuse_empty();
        }
        true
    }

    /// Handles one event. Returns whether the pass goes on.
    fn event(&mut self, event: Event<'_>, range: Range<usize>) -> bool {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                self.documents == 1 || self.refuse(&yaml_second_document::RULE, range, "")
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(&yaml_alias::RULE, range.clone(), &self.text[range])
            }
            Event::Scalar(value, style, anchor, tag) => {
                self.plain_node(range.clone(), anchor, tag.is_some())
                    && self.scalar(&value, style, range)
            }
            Event::SequenceStart(style, anchor, tag) => {
                let style = match style {
                    StructureStyle::Block => Style::BlockList,
                    StructureStyle::Flow => Style::FlowList,
                };
                self.plain_node(range.clone(), anchor, tag.is_some()) && self.begin(style, range)
            }
            Event::MappingStart(style, anchor, tag) => {
                let style = match style {
                    StructureStyle::Block => Style::BlockMapping,
                    StructureStyle::Flow => Style::FlowMapping,
                };
                self.plain_node(range.clone(), anchor, tag.is_some()) && self.begin(style, range)
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    self.index.close(open.node, range.end);
                }
                true
            }
            _ => true,
        }
    }

    /// Reports why the parser stopped, unless that was reported before.
    fn stopped(&mut self, yaml: &str, error: &ScanError) -> bool {
        let at = error.marker().byte_offset().unwrap_or(yaml.len());
        let mistake = syntax::mistake(yaml, at, error.kind());
        let known = [mistake.rule.code, yaml_hash_in_text::RULE.code];
        if !self.diagnostics.iter().any(|reported| known.contains(&reported.code)) {
            let diagnostic = mistake.with_fix(yaml).diagnostic(self.file, self.range.start);
            self.diagnostics.push(diagnostic.arg("detail", error.kind()));
        }
        false
    }

    fn shift(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.range.start..range.end + self.range.start
    }

    fn refuse(&mut self, rule: &'static Rule, range: Range<usize>, what: &str) -> bool {
        let place = Place::bytes(self.file, range);
        self.diagnostics.push(Diagnostic::of(rule, place).arg("what", what));
        false
    }

    fn refuse_empty(&mut self) -> bool {
        let start = self.range.start;
        self.refuse(&empty_file::RULE, start..start, "")
    }

    /// Reports a mistake in the next node and leaves the node out of the record.
    fn drop_next(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
        self.dropped.push(self.index.nodes().len() as NodeId);
    }

    fn plain_node(&mut self, range: Range<usize>, anchor: usize, tagged: bool) -> bool {
        if anchor > 0 || tagged {
            // The event's span is the value. The rejected mark comes before it, perhaps on an
            // earlier line.
            let mark = if anchor > 0 { '&' } else { '!' };
            let yaml = &self.text[self.range.start..range.start];
            let is_first = |at: &usize| {
                yaml[..*at].is_empty() || yaml[..*at].ends_with([' ', '\t', '\n', ',', '[', '{'])
            };
            let marks = yaml.rmatch_indices(mark).map(|(at, _)| at);
            let from =
                marks.into_iter().find(is_first).map_or(range.start, |at| self.range.start + at);
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
        if style == ScalarStyle::DoubleQuoted {
            self.escaped(value, range.clone());
        }
        let at_key = |open: &Open| open.keys.is_some() && open.key.is_none();
        if self.open.last().is_some_and(at_key) {
            return self.key(value, style, range);
        }
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            _ => Style::Quoted,
        };
        // For an absent value the parser reports `~` with an empty span.
        let empty = style == Style::Plain && range.is_empty();
        if empty && self.open.is_empty() {
            return self.refuse_empty();
        }
        if style == Style::Plain && self.open.is_empty() {
            let yaml = &self.text[self.range.clone()];
            if let Some(mistake) = syntax::only_text_mistake(yaml, range.start - self.range.start) {
                self.diagnostics.push(mistake.diagnostic(self.file, self.range.start));
                return false;
            }
        }
        if empty && self.open.last().is_some_and(|open| open.keys.is_none()) {
            // The dash is the visible part of the empty item.
            let dash = dash_before(&self.text[..range.start], self.range.start);
            let at = dash.unwrap_or(range.start);
            let dash_end = (at + 1).min(self.text.len());
            self.drop_next(Diagnostic::of(
                &empty_item::RULE,
                Place::bytes(self.file, at..dash_end),
            ));
            if dash.is_some() {
                self.node(style, dash_end..dash_end);
                return true;
            }
        }
        let node = self.node(style, range);
        if style == Style::Plain {
            self.comment_behind(node);
        }
        true
    }

    /// Reports a comment behind a text without quotes, which was probably part of the text.
    fn comment_behind(&mut self, id: NodeId) {
        let node = &self.index.nodes()[id as usize];
        // An item of a list has the name of its list.
        let named = match &node.step {
            Step::Key(_) => Some(node),
            _ => self.index.parent(node),
        };
        let Some((named, Step::Key(field))) = named.map(|named| (named, &named.step)) else {
            return;
        };
        let line = self.text[..named.key.start].rfind('\n').map_or(0, |n| n + 1);
        let indent = named.key.start - line;
        if let Some(mistake) = hash::cut_off(self.text, field, &node.value, indent) {
            self.diagnostics.push(mistake.diagnostic(self.file, 0));
        }
    }

    /// Reports an invisible character in double quotes. It is written as an escape, because a plain
    /// one would have been rejected while reading the file.
    fn escaped(&mut self, value: &str, range: Range<usize>) {
        let Some(Suspicion { kind: SuspicionKind::Invisible(c), .. }) = suspicious(value) else {
            return;
        };
        let at = signs::escape_of(&self.text[range.clone()], c);
        let place = Place::bytes(self.file, range.start + at.start..range.start + at.end);
        self.drop_next(match c {
            '\0' => Diagnostic::of(&yaml_nul::RULE, place),
            c => Diagnostic::of(&invisible_character::RULE, place)
                .arg("read", format!("U+{:04X}", u32::from(c))),
        });
    }

    /// Handles a key of the open mapping.
    fn key(&mut self, value: &str, style: ScalarStyle, range: Range<usize>) -> bool {
        if value == "<<" && style == ScalarStyle::Plain {
            return self.refuse(&yaml_merge_key::RULE, range, value);
        }
        // The key as written, since a key over several lines has another value.
        let written = &self.text[range.clone()];
        let open = self.open.last_mut();
        let keys = open.and_then(|open| {
            open.key = Some((value.to_owned(), range.clone()));
            open.keys.as_mut()
        });
        let Some(keys) = keys else { return true };
        if let Some(first) = keys.get(value) {
            let first = Place::bytes(self.file, first.clone());
            let diagnostic = Diagnostic::of(&doubled_key::RULE, Place::bytes(self.file, range));
            self.drop_next(diagnostic.arg("key", value).also(first));
        } else if let Some(mistake) = syntax::key_mistake(written, style) {
            self.drop_next(mistake.with_fix(written).diagnostic(self.file, range.start));
        } else {
            keys.insert(value.to_owned(), range);
        }
        true
    }

    fn begin(&mut self, style: Style, range: Range<usize>) -> bool {
        // The two parsers read `-⇥key: value` differently.
        if matches!(style, Style::BlockMapping | Style::BlockList)
            && let Some(tab) = signs::tab_before(&self.text[..range.start])
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
        let mapping = matches!(style, Style::BlockMapping | Style::FlowMapping);
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
