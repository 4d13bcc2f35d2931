//! Writes a document as the bytes of a .docx file (the only file that uses `docx-rs`).
//!
//! The parts are packed here and not by the crate: compressed, dated alike, and marked as made on
//! Unix wherever they were made. The same document gives the same bytes.

use std::io::{Cursor, Write as _};

use docx_rs::{
    AlignmentType, Docx, Header, HeightRule, LineSpacing, LineSpacingType, PageMargin, PageNum,
    Paragraph as DocxParagraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, Run,
    RunFonts, SpecialIndentType, Style, StyleType, Table as DocxTable, TableCell, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, WidthType,
};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::measure::CELL_PADDING;
use super::{
    Align, Block, Columns, Document, Paragraph, RULE_SIZE, Span, TEXT_WIDTH, Table, clean,
};

/// The font of all texts.
const FONT: &str = "Times New Roman";
/// The style of headings.
const HEADING: &str = "Heading1";
/// The size of the letters where nothing else is said, and of page numbers, in points.
const SIZE: usize = 13;
/// Units of a page in a point: twentieths.
const UNITS: f64 = 20.0;
/// Units of a page in a millimetre, as whole numbers for margins.
const fn mm(millimetres: i32) -> i32 {
    millimetres * 1440 * 10 / 254
}
/// A row with this height is a header. The crate cannot write `w:tblHeader`, so it replaces this
/// height, which no row needs. Texts cannot hold it: their angle brackets are escaped.
const HEADER_MARK: &str = r#"<w:trHeight w:val="0" w:hRule="atLeast" />"#;
const HEADER_ROW: &str = "<w:tblHeader />";

/// The error for a document that cannot be written, which is a bug in tiendo.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct WriteError(#[from] std::io::Error);

/// Writes a document.
///
/// # Errors
///
/// Fails if the zip crate refuses the document, which is a bug in tiendo.
pub fn document(document: &Document) -> Result<Vec<u8>, WriteError> {
    let fonts = || RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let number = DocxParagraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
    let mut docx = Docx::new()
        .default_fonts(fonts())
        .default_size(SIZE * 2)
        .default_line_spacing(LineSpacing::new().before(0).after(0).line(240))
        .add_style(
            Style::new(HEADING, StyleType::Paragraph).name("heading 1").bold().outline_lvl(0),
        )
        .page_size(mm(210).unsigned_abs(), mm(297).unsigned_abs())
        .page_margin(
            (PageMargin::new().top(mm(20)).bottom(mm(20)).left(mm(30)).right(mm(15)))
                .header(mm(10))
                .footer(mm(10)),
        )
        .header(Header::new().add_paragraph(number))
        // The first page has no number.
        .first_header(Header::new().add_paragraph(DocxParagraph::new()));
    for block in &document.blocks {
        docx = match block {
            Block::Paragraph(one) => docx.add_paragraph(paragraph(one, TEXT_WIDTH)),
            Block::Table(one) => docx.add_table(table(one)),
            Block::Columns(one) => docx.add_table(columns(one)),
        };
    }
    // Word processors expect a paragraph after the last table.
    let last = Paragraph::new(Vec::new(), RULE_SIZE);
    pack(docx.add_paragraph(paragraph(&last, TEXT_WIDTH)), document)
}

fn pack(docx: Docx, document: &Document) -> Result<Vec<u8>, WriteError> {
    let parts = docx.build();
    let text = String::from_utf8_lossy(&parts.document).replace(HEADER_MARK, HEADER_ROW);
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), parts.content_type),
        ("_rels/.rels".to_owned(), parts.rels),
        ("docProps/app.xml".to_owned(), parts.doc_props.app),
        ("docProps/core.xml".to_owned(), core(document).into_bytes()),
        ("docProps/custom.xml".to_owned(), parts.doc_props.custom),
        ("word/_rels/document.xml.rels".to_owned(), parts.document_rels),
        ("word/document.xml".to_owned(), text.into_bytes()),
        ("word/styles.xml".to_owned(), parts.styles),
        ("word/settings.xml".to_owned(), parts.settings),
        ("word/fontTable.xml".to_owned(), parts.font_table),
        ("word/comments.xml".to_owned(), parts.comments),
        ("word/numbering.xml".to_owned(), parts.numberings),
        ("word/commentsExtended.xml".to_owned(), parts.comments_extended),
    ];
    // The crate also returns relations of headers that do not exist.
    for (n, (header, relations)) in (1..).zip(parts.headers.into_iter().zip(parts.header_rels)) {
        files.push((format!("word/header{n}.xml"), header));
        files.push((format!("word/_rels/header{n}.xml.rels"), relations));
    }
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .system(zip::System::Unix)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, options).map_err(std::io::Error::from)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish().map_err(std::io::Error::from)?.into_inner())
}

/// The properties of the file. The crate cannot set the title and the author.
fn core(document: &Document) -> String {
    let text = |text: &str| docx_rs::Text::new(clean(text)).text;
    let (title, made) = (text(&document.title), document.made);
    let author = text(document.author.as_deref().unwrap_or_default());
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{made}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{made}T00:00:00Z</dcterms:modified><dc:language>{language}</dc:language></cp:coreProperties>"#,
        language = document.language,
    )
}

fn paragraph(one: &Paragraph, width: f64) -> DocxParagraph {
    let spacing = |line| LineSpacing::new().before(units(one.before)).after(0).line(line);
    if let Some(share) = one.rule {
        // A line that is narrower than the column: a border between two indents.
        let side = width * f64::from(100 - share.min(100)) / 200.0;
        let side = (side * UNITS) as i32;
        let border = ParagraphBorder::new(ParagraphBorderPosition::Bottom).size(6).space(0);
        let borders = ParagraphBorders::with_empty().set(border.color("000000"));
        let mut rule = DocxParagraph::new()
            .line_spacing(spacing(units(one.size) as i32).line_rule(LineSpacingType::Exact))
            .indent(Some(side), None, Some(side), None)
            .keep_next(one.with_next);
        rule.property = rule.property.set_borders(borders);
        return rule.size(usize::from(one.size) * 2);
    }
    let mut paragraph = DocxParagraph::new()
        .align(match one.align {
            Align::Left => AlignmentType::Left,
            Align::Center => AlignmentType::Center,
            Align::Both => AlignmentType::Both,
        })
        .line_spacing(spacing(240).line_rule(LineSpacingType::Auto))
        // The mark at the end has a size too: it makes empty lines as high as others.
        .size(usize::from(one.size) * 2);
    if one.heading {
        paragraph = paragraph.style(HEADING);
    }
    if one.first_line > 0 {
        let indent = SpecialIndentType::FirstLine(units(one.first_line) as i32);
        paragraph = paragraph.indent(None, Some(indent), None, None);
    }
    if one.with_next {
        paragraph = paragraph.keep_next(true);
    }
    if one.new_page {
        paragraph = paragraph.page_break_before(true);
    }
    one.spans.iter().fold(paragraph, |paragraph, span| paragraph.add_run(run(span, one.size)))
}

fn run(span: &Span, size: u16) -> Run {
    let mut run = Run::new().add_text(clean(&span.text)).size(usize::from(size) * 2);
    if span.bold {
        run = run.bold();
    }
    if span.italic {
        run = run.italic();
    }
    run
}

fn table(one: &Table) -> DocxTable {
    let shares: u16 = one.columns.iter().map(|column| column.share).sum();
    let widths: Vec<usize> = (one.columns.iter())
        .map(|column| wide(TEXT_WIDTH * f64::from(column.share) / f64::from(shares.max(1))))
        .collect();
    let cell = |n: usize, text: &str, is_head: bool| {
        let span = Span { text: text.to_owned(), bold: is_head, italic: false };
        let align = if is_head { Align::Center } else { one.columns[n].align };
        let text = Paragraph { align, ..Paragraph::new(vec![span], one.size) };
        let align = if is_head { VAlignType::Center } else { VAlignType::Top };
        let cell = TableCell::new().width(widths[n], WidthType::Dxa).vertical_align(align);
        cell.add_paragraph(paragraph(&text, TEXT_WIDTH))
    };
    let head = one.columns.iter().enumerate().map(|(n, column)| cell(n, &column.title, true));
    let head = TableRow::new(head.collect()).cant_split();
    let head = head.row_height(0.0).height_rule(HeightRule::AtLeast);
    let rows = one.rows.iter().map(|texts| {
        let texts = texts.iter().take(one.columns.len()).enumerate();
        TableRow::new(texts.map(|(n, text)| cell(n, text, false)).collect()).cant_split()
    });
    let rows = std::iter::once(head).chain(rows).collect();
    laid_out(DocxTable::new(rows), &widths, CELL_SPACE)
}

/// The space above and below the text of a cell, in twentieths of a point.
const CELL_SPACE: usize = 20;

fn columns(one: &Columns) -> DocxTable {
    let left = TEXT_WIDTH * f64::from(one.share.min(100)) / 100.0;
    let widths = [left, TEXT_WIDTH - left];
    let cell = |(paragraphs, width): (&Vec<Paragraph>, f64)| {
        let cell = TableCell::new().width(wide(width), WidthType::Dxa);
        // A cell must hold a paragraph.
        let empty = paragraphs.is_empty().then(DocxParagraph::new);
        let paragraphs = paragraphs.iter().map(|one| paragraph(one, width - CELL_PADDING));
        paragraphs.chain(empty).fold(cell, TableCell::add_paragraph)
    };
    let rows = one
        .rows
        .iter()
        .map(|sides| TableRow::new(sides.iter().zip(widths).map(cell).collect()).cant_split());
    laid_out(DocxTable::without_borders(rows.collect()), &widths.map(wide), 0)
}

/// A table with fixed columns from margin to margin.
fn laid_out(table: DocxTable, widths: &[usize], space: usize) -> DocxTable {
    let side = wide(CELL_PADDING / 2.0);
    table
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .set_grid(widths.to_vec())
        .margins(TableCellMargins::new().margin(space, side, space, side))
}

fn units(points: u16) -> u32 {
    u32::from(points) * UNITS as u32
}

fn wide(points: f64) -> usize {
    (points * UNITS) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::Column;

    fn sample() -> Document {
        let column = |title: &str| Column { title: title.to_owned(), share: 1, align: Align::Left };
        let table = Table {
            columns: vec![column("TT"), column("A & <B>")],
            rows: vec![vec!["1".to_owned(), HEADER_MARK.to_owned()]; 2],
            size: 12,
        };
        let columns = Columns { share: 40, rows: vec![[vec![Paragraph::rule(30)], Vec::new()]] };
        Document {
            title: "Báo cáo \u{1}<1>".to_owned(),
            author: Some("Văn phòng & Sở".to_owned()),
            language: "vi",
            made: "2024-10-15".parse().unwrap(),
            blocks: vec![
                Block::Columns(columns),
                Block::Paragraph(Paragraph::new(vec![Span::bold("Kính\u{b} gửi:")], 13)),
                Block::Table(table.clone()),
                Block::Table(table),
            ],
        }
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        let first = document(&sample()).unwrap();
        let others = || document(&sample()).unwrap();
        assert_eq!(first, others());
        // Counters of the crate may belong to a thread.
        assert_eq!(first, std::thread::spawn(others).join().unwrap());
        let mut zip = zip::ZipArchive::new(Cursor::new(&first)).unwrap();
        // A part for each header: those of the first page and of the others, and nothing beside them.
        let names = zip.file_names().map(|name| name.unwrap().into_owned());
        assert_eq!(names.filter(|name| name.contains("header")).count(), 4);
        for n in 0..zip.len() {
            let file = zip.by_index(n).unwrap();
            assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "entry {n}");
        }
        // "Made by" in every entry of the directory: Unix.
        let entries = first.windows(4).enumerate().filter(|(_, four)| four == b"PK\x01\x02");
        let systems: Vec<u8> = entries.map(|(at, _)| first[at + 5]).collect();
        assert_eq!((systems.len(), systems.iter().all(|system| *system == 3)), (zip.len(), true));
    }

    #[test]
    fn every_table_repeats_its_header_and_texts_stay_texts() {
        let bytes = document(&sample()).unwrap();
        let text = part(&bytes, "word/document.xml");
        assert_eq!(text.matches(HEADER_ROW).count(), 2);
        assert_eq!(text.matches("&lt;w:trHeight w:val=").count(), 4);
        assert!(text.contains("A &amp; &lt;B&gt;") && text.contains("Kính gửi:"), "{text}");
        let core = part(&bytes, "docProps/core.xml");
        assert!(core.contains("<dc:title>Báo cáo &lt;1&gt;</dc:title>"), "{core}");
        assert!(core.contains("<dc:creator>Văn phòng &amp; Sở</dc:creator>"), "{core}");
    }
}
