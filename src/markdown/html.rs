//! Turns Markdown into HTML that is safe on any page.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::address::{Address, AddressKind};
use super::document::{Located, ends_of, name_key, parse, target_of, text_of};
use super::excerpt::{one_line, shortened};
use super::marker::Marker;
use super::shown::escaped;
use crate::vietnamese::slug;

/// The options of [`to_html`].
pub struct Options<'a> {
    /// The prefix of every id, so that the notes of one page do not collide with each other or with
    /// the page: letters, digits and hyphens, best with a hyphen at the end.
    pub id_prefix: &'a str,
    /// Number of levels by which headings are lowered: with 1, `#` becomes `h2`. The last is `h6`.
    pub heading_shift: u8,
    /// Returns the address for a target, or `None` if the target is unknown. An unknown target with
    /// the scheme `http`, `https` or `mailto` is linked as it is, any other becomes plain text.
    pub resolve: &'a dyn Fn(&str) -> Option<Href>,
    /// The words that appear in the HTML.
    pub words: Words<'a>,
}

/// The address of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Href {
    /// The address, relative to the page. Like in a source, only paths, `http`, `https` and
    /// `mailto` are allowed.
    pub href: String,
    /// Whether the address is outside the site. Such links get `rel="external"`, such images are
    /// not shown.
    pub external: bool,
}

/// Words in the language of the reader, as plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words<'a> {
    /// The heading over the footnotes.
    pub footnotes: &'a str,
    /// The label of the arrow after a footnote, to which the number of the footnote is added.
    pub footnote_back: &'a str,
}

/// Converts a source to HTML that is safe on any page with a strict content security policy.
///
/// Footnotes are numbered in the order of their first reference and stand at the end; those without
/// a reference are left out, as on GitHub. The cells of a table repeat the heading of their column
/// in `data-label`, so that a style sheet can show a row as a labelled list on a phone. A line that
/// was typed is a line on the page, and the items of a list keep the numbers that were typed. A
/// source over a limit is shown as written.
pub fn to_html(source: &str, options: &Options<'_>) -> String {
    let Ok(document) = parse(source) else {
        return format!("<pre>{}</pre>\n", escaped(source));
    };
    let (body, footnotes) = document.split_footnotes();
    let mut writer = Writer {
        options,
        source,
        numbering: Vec::new(),
        notes: &footnotes,
        numbers: BTreeMap::new(),
        cited: Vec::new(),
        ids: BTreeSet::new(),
        headings: BTreeMap::new(),
        out: String::with_capacity(source.len() + source.len() / 2),
    };
    writer.blocks(&body);
    writer.footnotes();
    writer.out
}

/// Maximum length of a column label in characters. It is repeated in every row.
const LABEL_CHARS: usize = 60;

struct Writer<'o, 'n, 'a> {
    options: &'o Options<'o>,
    source: &'o str,
    /// For each open list the number that a browser gives to its next item.
    numbering: Vec<u64>,
    notes: &'n BTreeMap<String, Vec<Located<'a>>>,
    /// The numbers of the footnotes with a reference, from 1.
    numbers: BTreeMap<&'n str, usize>,
    /// The footnotes with a reference in the order of their numbers, each with the number of
    /// references so far.
    cited: Vec<(&'n str, usize)>,
    /// The ids of headings, without the prefix.
    ids: BTreeSet<String>,
    /// The last number that was appended to each name of a heading.
    headings: BTreeMap<String, usize>,
    out: String,
}

/// The state of a table that is being written.
struct Table<'e> {
    columns: &'e [Alignment],
    labels: Vec<String>,
    column: usize,
    in_head: bool,
}

impl Writer<'_, '_, '_> {
    /// Writes a list of events whose elements are balanced.
    fn blocks(&mut self, events: &[Located<'_>]) {
        let ends = ends_of(events);
        // The closing tag of each open element; empty for a link that became plain text.
        let mut closing = Vec::new();
        let mut tables = Vec::new();
        let mut at = 0;
        while let Some((event, range)) = events.get(at) {
            match event {
                Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                    self.image(&target_of(*link_type, dest_url), &text_of(&events[at..ends[at]]));
                    at = ends[at];
                }
                Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                    let inside = &events[at + 1..ends[at]];
                    let open = self.link(&target_of(*link_type, dest_url), inside);
                    closing.push(if open { "</a>" } else { "" });
                }
                Event::Start(Tag::TableCell) if missing_cells(&events[at..]) > 1 => {
                    let count = missing_cells(&events[at..]);
                    self.out.push_str(&format!("<td colspan=\"{count}\"></td>"));
                    at += 2 * count - 1;
                }
                Event::Start(tag @ (Tag::List(_) | Tag::Item)) => {
                    closing.push(self.list(tag, range.start));
                }
                Event::Start(tag) => {
                    let close = self.open(tag, &events[at + 1..ends[at]], &mut tables);
                    closing.push(close);
                }
                Event::End(tag) => {
                    let close = closing.pop().unwrap_or_default();
                    self.out.push_str(close);
                    if matches!(tag, TagEnd::List(_)) {
                        self.numbering.pop();
                    }
                    if *tag == TagEnd::TableHead
                        && let Some(table) = tables.last_mut()
                    {
                        table.in_head = false;
                        // A table with nothing but a head has no body.
                        if matches!(events.get(at + 1), Some((Event::Start(_), _))) {
                            self.out.push_str("<tbody>\n");
                        }
                    } else if *tag == TagEnd::Table {
                        tables.pop();
                    }
                }
                Event::Text(text)
                | Event::InlineHtml(text)
                | Event::Html(text)
                | Event::InlineMath(text)
                | Event::DisplayMath(text) => self.text(text),
                Event::Code(text) => {
                    self.out.push_str("<code>");
                    self.text(text);
                    self.out.push_str("</code>");
                }
                Event::FootnoteReference(name) => self.footnote_reference(name),
                // A line that was typed stays a line.
                Event::SoftBreak | Event::HardBreak => self.out.push_str("<br>\n"),
                Event::Rule => self.out.push_str("<hr>\n"),
                Event::TaskListMarker(_) => {}
            }
            at += 1;
        }
    }

    /// Opens an element and returns its closing tag.
    fn open<'e>(
        &mut self,
        tag: &'e Tag<'_>,
        inside: &[Located<'_>],
        tables: &mut Vec<Table<'e>>,
    ) -> &'static str {
        let (open, close) = match tag {
            Tag::Paragraph | Tag::HtmlBlock => ("<p>", "</p>\n"),
            Tag::BlockQuote(_) => ("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(_) => ("<pre><code>", "</code></pre>\n"),
            Tag::Emphasis => ("<em>", "</em>"),
            Tag::Strong => ("<strong>", "</strong>"),
            Tag::Heading { level, .. } => return self.heading(*level as u8, inside),
            Tag::Table(columns) => {
                tables.push(Table { columns, labels: Vec::new(), column: 0, in_head: true });
                let has_body =
                    inside.iter().any(|(event, _)| *event == Event::Start(Tag::TableRow));
                ("<table class=\"note-table\">\n", table_end(has_body))
            }
            Tag::TableHead => ("<thead>\n<tr>", "</tr>\n</thead>\n"),
            Tag::TableRow => {
                if let Some(table) = tables.last_mut() {
                    table.column = 0;
                }
                ("<tr>", "</tr>\n")
            }
            Tag::TableCell => match tables.last_mut() {
                Some(table) => return self.cell(inside, table),
                None => ("", ""),
            },
            // Extensions that are off, and footnotes, which are written at the end.
            _ => ("", ""),
        };
        self.out.push_str(open);
        close
    }

    /// Opens a list or an item at a byte of the source and returns its closing tag. Both have the
    /// marks and numbers that were typed.
    fn list(&mut self, tag: &Tag<'_>, at: usize) -> &'static str {
        let marker = Marker::at(self.source, at);
        let (name, class, close) = match tag {
            Tag::List(None) if marker.mark == "+" => ("ul", " class=\"plus\"", "</ul>\n"),
            Tag::List(None) => ("ul", "", "</ul>\n"),
            Tag::List(Some(_)) if marker.mark == ")" => ("ol", " class=\"paren\"", "</ol>\n"),
            Tag::List(Some(_)) => ("ol", "", "</ol>\n"),
            _ => ("li", "", "</li>\n"),
        };
        self.out.extend(["<", name, class]);
        match (tag, self.numbering.last_mut()) {
            (Tag::List(start), _) => {
                let start = start.unwrap_or(1);
                if start != 1 {
                    self.out.push_str(&format!(" start=\"{start}\""));
                }
                self.numbering.push(start);
                self.out.push_str(">\n");
                return close;
            }
            (_, Some(next)) => {
                let number = marker.number.unwrap_or(*next);
                if number != *next {
                    self.out.push_str(&format!(" value=\"{number}\""));
                }
                *next = number + 1;
            }
            (_, None) => {}
        }
        self.out.push('>');
        close
    }

    fn heading(&mut self, level: u8, inside: &[Located<'_>]) -> &'static str {
        let text = text_of(inside);
        if text.trim().is_empty() {
            // An empty heading would confuse users of screen readers.
            return "";
        }
        let base = slug(&text);
        // Without the last number, many headings of one name would take quadratic time.
        let next = self.headings.entry(base.clone()).or_insert(1);
        let mut id = base.clone();
        while !self.ids.insert(id.clone()) {
            *next += 1;
            id = format!("{base}-{next}");
        }
        let level = level.saturating_add(self.options.heading_shift).clamp(1, 6);
        self.out.push_str(&format!("<h{level} id=\"{}{id}\">", escaped(self.options.id_prefix)));
        match level {
            1 => "</h1>\n",
            2 => "</h2>\n",
            3 => "</h3>\n",
            4 => "</h4>\n",
            5 => "</h5>\n",
            _ => "</h6>\n",
        }
    }

    fn cell(&mut self, inside: &[Located<'_>], table: &mut Table<'_>) -> &'static str {
        let column = table.column;
        table.column += 1;
        let class = match table.columns.get(column) {
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            _ => "",
        };
        if table.in_head {
            let label = shortened(&one_line(&text_of(inside)), LABEL_CHARS);
            // An empty head cell is not a header.
            let (open, close) = match label.is_empty() {
                true => ("<td", "</td>"),
                false => ("<th scope=\"col\"", "</th>"),
            };
            table.labels.push(escaped(&label).into_owned());
            self.out.extend([open, class, ">"]);
            return close;
        }
        self.out.extend(["<td", class]);
        let label = table.labels.get(column).filter(|label| !label.is_empty());
        if let Some(label) = label.filter(|_| !inside.is_empty()) {
            self.out.extend([" data-label=\"", label, "\""]);
        }
        self.out.push('>');
        "</td>"
    }

    /// Opens a link. Returns whether the target is allowed.
    fn link(&mut self, target: &str, inside: &[Located<'_>]) -> bool {
        let (address, external) = match (self.options.resolve)(target) {
            Some(href) => (Address::new(&href.href), href.external),
            None => (Address::new(target).filter(|a| a.kind != AddressKind::Path), true),
        };
        let Some(address) = address else { return false };
        self.out.push_str("<a href=\"");
        self.text(&address.text);
        self.out.push('"');
        if external && address.kind != AddressKind::Mail {
            self.out.push_str(" rel=\"external\"");
        }
        self.out.push('>');
        if text_of(inside).trim().is_empty() {
            // A link without text could be neither read out nor clicked.
            self.text(&address.text);
        }
        true
    }

    /// Writes an image of this site; the alternative text of any other.
    fn image(&mut self, target: &str, alt: &str) {
        let known = (self.options.resolve)(target).filter(|href| !href.external);
        let address = known.and_then(|href| Address::new(&href.href));
        match address.filter(|address| address.kind == AddressKind::Path) {
            Some(address) => {
                let (src, alt) = (escaped(&address.text), escaped(alt));
                self.out.push_str(&format!("<img src=\"{src}\" alt=\"{alt}\" loading=\"lazy\">"));
            }
            None => self.text(alt),
        }
    }

    fn footnote_reference(&mut self, name: &str) {
        let Some((name, _)) = self.notes.get_key_value(&name_key(name)) else {
            self.text(&format!("[^{name}]"));
            return;
        };
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(name).or_insert(next);
        if number == next {
            self.cited.push((name, 0));
        }
        let Some((_, references)) = self.cited.get_mut(number - 1) else { return };
        *references += 1;
        let reference = *references;
        let id = self.reference_id(number, reference);
        let prefix = escaped(self.options.id_prefix);
        self.out.push_str(&format!(
            "<sup class=\"footnote-ref\" id=\"{id}\"><a href=\"#{prefix}note_{number}\">{number}</a></sup>"
        ));
    }

    /// Writes the footnotes with a reference.
    fn footnotes(&mut self) {
        // A footnote may refer to any other, so the arrows are written after all texts.
        let body = std::mem::take(&mut self.out);
        let mut notes = Vec::new();
        while let Some((name, _)) = self.cited.get(notes.len()) {
            let all = self.notes;
            if let Some(events) = all.get(*name) {
                self.blocks(events);
            }
            notes.push(std::mem::take(&mut self.out));
        }
        self.out = body;
        if notes.is_empty() {
            return;
        }
        let level = self.options.heading_shift.saturating_add(1).min(6);
        let title = escaped(self.options.words.footnotes);
        self.out.push_str(&format!(
            "<section class=\"footnotes\">\n<h{level}>{title}</h{level}>\n<ol>\n"
        ));
        let prefix = escaped(self.options.id_prefix);
        for (at, note) in notes.iter().enumerate() {
            let number = at + 1;
            // The arrows belong in the last paragraph, if the footnote ends with one.
            let (text, end) = match note.strip_suffix("</p>\n") {
                Some(text) => (text, "</p>\n"),
                None => (note.as_str(), ""),
            };
            self.out.push_str(&format!("<li id=\"{prefix}note_{number}\">{text}"));
            let references = self.cited.get(at).map_or(0, |(_, references)| *references);
            for reference in 1..=references {
                let id = self.reference_id(number, reference);
                let back = escaped(self.options.words.footnote_back);
                let (label, mark) = match reference {
                    1 => (number.to_string(), String::new()),
                    _ => (format!("{number}-{reference}"), format!("<sup>{reference}</sup>")),
                };
                // The variation selector keeps phones from drawing an emoji.
                self.out.push_str(&format!(
                    " <a class=\"footnote-back\" href=\"#{id}\" aria-label=\"{back} {label}\">↩\u{fe0e}{mark}</a>"
                ));
            }
            self.out.push_str(end);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    /// Returns the id of a reference to a footnote. The underscore prevents collisions with ids of
    /// headings.
    fn reference_id(&self, number: usize, reference: usize) -> String {
        let prefix = escaped(self.options.id_prefix);
        match reference {
            1 => format!("{prefix}ref_{number}"),
            _ => format!("{prefix}ref_{number}_{reference}"),
        }
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(&escaped(text));
    }
}

/// Returns the number of cells that a row lacks at its end, if the first event is the first of them.
fn missing_cells(events: &[Located<'_>]) -> usize {
    // The parser adds them behind the text of the row.
    let cells = events.chunks_exact(2).take_while(|pair| {
        matches!(&pair[0], (Event::Start(Tag::TableCell), range) if range.is_empty())
            && pair[1].0 == Event::End(TagEnd::TableCell)
    });
    cells.count()
}

fn table_end(has_body: bool) -> &'static str {
    if has_body { "</tbody>\n</table>\n" } else { "</table>\n" }
}
