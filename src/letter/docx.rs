//! Reads a `.docx` (the only file of this room that knows `zip`).

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::numbering::Numbering;
use super::xml::{Element, tree};
use super::{
    Block, Cell, Footnote, Letter, LetterError, Line, MAX_BLOCKS, Table, cleaned, is_rule,
};
use super::{goes_on, label, text};
use crate::vietnamese::legacy::Encoding;

/// Maximum size of all unpacked parts in bytes.
const MAX_UNPACKED: u64 = 160 * 1024 * 1024;
/// Maximum number of files in the zip.
const MAX_PARTS: usize = 2_000;

/// Stands for the mark of a footnote in a text that is being read. Letters have no such character.
const MARK: char = '\u{fff9}';
/// Ends the mark.
const MARK_END: char = '\u{fffb}';

pub(super) fn read(bytes: &[u8]) -> Result<Letter, LetterError> {
    let parts = parts(bytes)?;
    let part = |name: &str| parts.get(name).map(|part| tree(part)).transpose();
    let document = part("word/document.xml")?.ok_or(LetterError::NoLetter)?;
    let styles = part("word/styles.xml")?;
    let numbering = part("word/numbering.xml")?;
    let footnotes = part("word/footnotes.xml")?;
    let endnotes = part("word/endnotes.xml")?;
    let mut reader = DocxReader {
        numbering: Numbering::read(numbering.as_ref(), styles.as_ref()),
        fonts: fonts_of(styles.as_ref()),
        letter: Letter::default(),
        paragraphs: 0,
        gap: true,
        field: Field::None,
        has_picture: false,
    };
    let body = document.at(&["document", "body"]).ok_or(LetterError::Damaged)?;
    reader.blocks(body)?;
    for (part, root, name) in
        [(&footnotes, "footnotes", "footnote"), (&endnotes, "endnotes", "endnote")]
    {
        let notes = part.as_ref().and_then(|part| part.child(root));
        for note in notes.iter().flat_map(|notes| &notes.children).filter(|note| note.name == name)
        {
            let texts: Vec<String> = paragraphs(note).map(|p| reader.text_of(p)).collect();
            let text = cleaned(&texts.join(" "));
            if let Some(id) = note.attribute("id").filter(|_| !text.is_empty()) {
                let mark = format!("{name} {id}");
                reader.letter.notes.push(Footnote { mark, text });
            }
        }
    }
    let has_text = !reader.letter.blocks.is_empty();
    if !has_text && reader.has_picture {
        return Err(LetterError::Scan);
    }
    Ok(text::finished(reader.letter, None))
}

/// Unpacks the needed parts, by name.
fn parts(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, LetterError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| LetterError::Damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(LetterError::TooLarge);
    }
    let wanted = ["document", "styles", "numbering", "footnotes", "endnotes"];
    let mut parts = BTreeMap::new();
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).map_err(|_| LetterError::Damaged)?;
        let name = String::from_utf8_lossy(file.name_raw()).replace('\\', "/");
        let name = name.trim_start_matches('/').to_ascii_lowercase();
        if name == "content.xml" || name == "mimetype" {
            return Err(LetterError::OpenDocument);
        }
        if file.encrypted() {
            return Err(LetterError::Password);
        }
        let inner = name.strip_prefix("word/").and_then(|name| name.strip_suffix(".xml"));
        if !inner.is_some_and(|inner| wanted.contains(&inner.trim_end_matches('2'))) {
            continue;
        }
        let mut content = Vec::new();
        let read = file.by_ref().take(left + 1).read_to_end(&mut content);
        let read = read.map_err(|_| LetterError::Damaged)? as u64;
        left = left.checked_sub(read).ok_or(LetterError::TooLarge)?;
        let name = name.replace("document2.xml", "document.xml");
        parts.insert(name, content);
    }
    Ok(parts)
}

/// The font of every paragraph style, by id; that of the whole document under the empty id.
fn fonts_of(styles: Option<&Element>) -> BTreeMap<String, String> {
    let Some(styles) = styles.and_then(|part| part.child("styles")) else { return BTreeMap::new() };
    let font = |properties: Option<&Element>| {
        properties?.at(&["rFonts"])?.attribute("ascii").map(str::to_owned)
    };
    let whole = font(styles.at(&["docDefaults", "rPrDefault", "rPr"]));
    let mut fonts: BTreeMap<String, String> =
        whole.into_iter().map(|font| (String::new(), font)).collect();
    for style in styles.children.iter().filter(|child| child.name == "style") {
        if let (Some(id), Some(font)) = (style.attribute("styleId"), font(style.child("rPr"))) {
            if style.attribute("default") == Some("1")
                && style.attribute("type") == Some("paragraph")
            {
                fonts.insert(String::new(), font.clone());
            }
            fonts.insert(id.to_owned(), font);
        }
    }
    fonts
}

/// Returns the paragraphs below an element, through whatever wraps them.
fn paragraphs(element: &Element) -> Box<dyn Iterator<Item = &Element> + '_> {
    Box::new(element.children.iter().flat_map(|child| match child.name.as_str() {
        "p" => Box::new(std::iter::once(child)),
        "tbl" | "tr" | "tc" | "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => {
            paragraphs(child)
        }
        _ => Box::new(std::iter::empty()) as Box<dyn Iterator<Item = &Element>>,
    }))
}

/// The part of a field that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    None,
    /// Its code.
    Code,
    /// Its result, which readers see.
    Result,
    /// The result of a field that numbers pages or gives today's date.
    Dropped,
}

struct DocxReader {
    numbering: Numbering,
    fonts: BTreeMap<String, String>,
    letter: Letter,
    paragraphs: usize,
    gap: bool,
    field: Field,
    has_picture: bool,
}

impl DocxReader {
    fn blocks(&mut self, parent: &Element) -> Result<(), LetterError> {
        for child in &parent.children {
            match child.name.as_str() {
                "p" => {
                    let lines = self.lines(child)?;
                    self.letter.blocks.extend(lines.into_iter().map(Block::Line));
                }
                "tbl" => {
                    let table = self.table(child)?;
                    self.letter.blocks.push(Block::Table(table));
                    self.gap = true;
                }
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => {
                    self.blocks(child)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Returns the lines of a paragraph; none if it is empty or only drawn.
    fn lines(&mut self, paragraph: &Element) -> Result<Vec<Line>, LetterError> {
        self.paragraphs += 1;
        if self.paragraphs > MAX_BLOCKS {
            return Err(LetterError::TooLarge);
        }
        let at = self.paragraphs;
        let centered = paragraph.value(&["pPr", "jc"]) == Some("center");
        let text = self.text_of(paragraph);
        let is_empty = |text: &str| text.trim().is_empty() || is_rule(text);
        if is_empty(&text) {
            // An empty paragraph of a list counts nothing in most programs, except in cells.
            let label = self.numbering.label(paragraph);
            self.gap = true;
            let alone = Line { label, at, ..Line::default() };
            return Ok(if alone.label.is_some() { vec![alone] } else { Vec::new() });
        }
        let mut label = self.numbering.label(paragraph);
        let mut lines: Vec<Line> = Vec::new();
        let mut pieces: Vec<String> = Vec::new();
        for piece in text.split('\n').filter(|piece| !is_empty(piece)) {
            match pieces.last_mut() {
                Some(last) if goes_on(last, piece.trim(), None) => {
                    last.push(' ');
                    last.push_str(piece.trim());
                }
                _ => pieces.push(piece.trim_matches(' ').to_owned()),
            }
        }
        for piece in pieces {
            let gap = std::mem::take(&mut self.gap);
            let mut line = line_of(&piece, at);
            line.gap = gap;
            line.centered = centered;
            if let Some(label) = label.take() {
                line.label = Some(label);
            }
            lines.push(line);
        }
        Ok(lines)
    }

    fn table(&mut self, table: &Element) -> Result<Table, LetterError> {
        let mut read = Table { rows: Vec::new(), at: self.paragraphs + 1 };
        for row in rows(table) {
            let mut cells: Vec<Cell> = Vec::new();
            let before = row.value(&["trPr", "gridBefore"]).and_then(|n| n.parse().ok());
            let mut column: usize = before.unwrap_or(0).min(100);
            if column > 0 {
                cells.push(Cell { span: column, ..Cell::default() });
            }
            for cell in wrapped(row, "tc") {
                let span = cell.value(&["tcPr", "gridSpan"]).and_then(|n| n.parse().ok());
                let span: usize = span.unwrap_or(1).clamp(1, 100);
                let merged = cell.at(&["tcPr", "vMerge"]);
                let continues =
                    merged.is_some_and(|merged| merged.attribute("val") != Some("restart"));
                let mut lines = Vec::new();
                self.gap = true;
                for paragraph in paragraphs(cell) {
                    lines.extend(self.lines(paragraph)?);
                }
                for line in lines.iter_mut().filter(|line| line.label.is_none()) {
                    text::take_label(line, label::typed);
                }
                if continues {
                    let above = read.rows.last().and_then(|above: &Vec<Cell>| at(above, column));
                    lines = above.map(|above| above.lines.clone()).unwrap_or_default();
                }
                cells.push(Cell { lines, span, continues });
                column += span;
            }
            read.rows.push(cells);
        }
        Ok(read)
    }

    /// Returns the text of a paragraph with marks of footnotes and line breaks.
    fn text_of(&mut self, paragraph: &Element) -> String {
        let mut text = String::new();
        let style = paragraph.value(&["pPr", "pStyle"]).unwrap_or_default();
        let font = self.fonts.get(style).or_else(|| self.fonts.get("")).cloned();
        self.inline(paragraph, font.as_deref(), &mut text);
        text
    }

    fn inline(&mut self, parent: &Element, font: Option<&str>, text: &mut String) {
        for child in &parent.children {
            match child.name.as_str() {
                "r" => self.run(child, font, text),
                "hyperlink" | "smartTag" | "sdt" | "sdtContent" | "ins" | "moveTo"
                | "customXml" | "dir" | "bdo" => self.inline(child, font, text),
                "fldSimple" if !is_dropped(child.attribute("instr").unwrap_or_default()) => {
                    self.inline(child, font, text);
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element, font: Option<&str>, text: &mut String) {
        let properties = run.child("rPr");
        if properties.is_some_and(|properties| properties.is_on("vanish")) {
            return;
        }
        let own = properties.and_then(|own| own.at(&["rFonts"])?.attribute("ascii"));
        let font = own.or(font).unwrap_or_default();
        for child in &run.children {
            match child.name.as_str() {
                "fldChar" => {
                    self.field = match child.attribute("fldCharType") {
                        Some("begin") => Field::Code,
                        Some("separate") if self.field == Field::Code => Field::Result,
                        Some("end") => Field::None,
                        _ => self.field,
                    }
                }
                "instrText" if is_dropped(&child.text) => self.field = Field::Dropped,
                _ if matches!(self.field, Field::Code | Field::Dropped) => {}
                "t" => text.push_str(&self.decoded(&child.text, font)),
                "tab" | "ptab" => text.push('\t'),
                "br" if child.attribute("type").is_none_or(|kind| kind == "textWrapping") => {
                    text.push('\n');
                }
                "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('-'),
                "footnoteReference" | "endnoteReference" => {
                    let kind = child.name.trim_end_matches("Reference");
                    if let Some(id) = child.attribute("id") {
                        text.push(MARK);
                        text.push_str(&format!("{kind} {id}"));
                        text.push(MARK_END);
                    }
                }
                "drawing" | "pict" | "object" => self.has_picture = true,
                "AlternateContent" => {
                    self.has_picture = true;
                    if let Some(choice) = child.child("Choice") {
                        self.inline(choice, Some(font), text);
                    }
                }
                _ => {}
            }
        }
    }

    /// Converts text of a font from before Unicode.
    fn decoded(&mut self, text: &str, font: &str) -> String {
        let decoded = Encoding::of_font(font).and_then(|encoding| encoding.decode(text));
        match decoded {
            Some(decoded) if decoded != text => {
                if !self.letter.fonts.iter().any(|known| known == font) {
                    self.letter.fonts.push(font.to_owned());
                }
                decoded
            }
            _ => text.to_owned(),
        }
    }
}

/// Returns the cell of a row that covers a column.
fn at(row: &[Cell], column: usize) -> Option<&Cell> {
    let mut from = 0;
    row.iter().find(|cell| {
        let covers = (from..from + cell.span).contains(&column);
        from += cell.span;
        covers
    })
}

/// Returns the rows of a table that were not deleted.
fn rows(table: &Element) -> impl Iterator<Item = &Element> {
    let is_deleted = |row: &&Element| row.at(&["trPr", "del"]).is_some();
    wrapped(table, "tr").filter(move |row| !is_deleted(row))
}

/// Returns the children with a name, also those that content controls wrap.
fn wrapped<'a>(
    parent: &'a Element,
    name: &'static str,
) -> Box<dyn Iterator<Item = &'a Element> + 'a> {
    Box::new(parent.children.iter().flat_map(move |child| match child.name.as_str() {
        found if found == name => Box::new(std::iter::once(child)),
        "sdt" | "sdtContent" | "ins" | "customXml" => wrapped(child, name),
        _ => Box::new(std::iter::empty()) as Box<dyn Iterator<Item = &Element>>,
    }))
}

/// Whether the result of a field depends on the page or the day.
fn is_dropped(code: &str) -> bool {
    let name = code.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
    matches!(
        name.as_str(),
        "PAGE"
            | "NUMPAGES"
            | "SECTIONPAGES"
            | "DATE"
            | "TIME"
            | "PRINTDATE"
            | "SAVEDATE"
            | "FILENAME"
    )
}

/// Makes a line of a text with marks. Tabs stay, since they may part cells.
fn line_of(piece: &str, at: usize) -> Line {
    let mut plain = String::new();
    let mut marks = Vec::new();
    let mut rest = piece;
    while let Some((before, behind)) = rest.split_once(MARK) {
        push_clean(&mut plain, before);
        let (mark, behind) = behind.split_once(MARK_END).unwrap_or(("", behind));
        marks.push((plain.trim_end().len(), mark.to_owned()));
        rest = behind;
    }
    push_clean(&mut plain, rest);
    let plain = plain.trim_end_matches(' ').to_owned();
    Line { text: plain, marks, at, ..Line::default() }
}

/// Appends text in normal form, with single spaces and tabs.
fn push_clean(into: &mut String, text: &str) {
    for (n, cell) in text.split('\t').enumerate() {
        if n > 0 {
            into.truncate(into.trim_end_matches(' ').len());
            into.push('\t');
        }
        let starts = cell.starts_with(char::is_whitespace)
            && !into.ends_with([' ', '\t'])
            && !into.is_empty();
        let clean = cleaned(cell);
        if starts && !clean.is_empty() {
            into.push(' ');
        }
        into.push_str(&clean);
        if !clean.is_empty() && cell.ends_with(char::is_whitespace) {
            into.push(' ');
        }
    }
}
