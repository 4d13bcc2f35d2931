//! Turns lines of text into the outlines of a font, so that a picture needs no font where it is
//! drawn. This is the only file that knows `skrifa`.
//!
//! Vietnamese letters are precomposed, so each character is one glyph and no shaping is needed.

use std::fmt::Write as _;
use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};

use super::text::cut;

/// The weight of a font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Maximum number of letters in a line.
const MAX_LETTERS: usize = 200;
/// Units of the font to the em.
const UNITS: f32 = 1000.0;

static REGULAR: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::new(include_bytes!("../../fonts/NotoSans-Regular.ttf")).ok());
static BOLD: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::new(include_bytes!("../../fonts/NotoSans-Bold.ttf")).ok());

fn font(weight: Weight) -> Option<&'static FontRef<'static>> {
    match weight {
        Weight::Regular => REGULAR.as_ref(),
        Weight::Bold => BOLD.as_ref(),
    }
}

/// The width of a text in pixels, at a size in pixels.
pub(super) fn width(text: &str, weight: Weight, size: f32) -> f32 {
    let advance = advances(weight);
    text.chars().map(advance).sum::<f32>() * size / UNITS
}

/// The longest beginning of a text that is at most `room` pixels wide.
fn beginning(text: &str, weight: Weight, size: f32, room: f32) -> &str {
    let advance = advances(weight);
    let (mut x, mut end) = (0.0, 0);
    for (at, c) in text.char_indices() {
        x += advance(c);
        if x * size / UNITS > room {
            break;
        }
        end = at + c.len_utf8();
    }
    &text[..end]
}

/// The widths of letters, in units of the font.
fn advances(weight: Weight) -> impl Fn(char) -> f32 {
    let font = font(weight)
        .map(|font| (font.charmap(), font.glyph_metrics(Size::unscaled(), LocationRef::default())));
    move |c| {
        let Some((letters, advances)) = &font else { return 0.0 };
        advances.advance_width(letters.map(c).unwrap_or_default()).unwrap_or(0.0)
    }
}

/// Draws a line of text as an SVG group, with its baseline starting at `x`, `y`.
pub(super) fn line(text: &str, weight: Weight, size: f32, (x, y): (f32, f32)) -> String {
    let Some(font) = font(weight) else { return String::new() };
    let letters = font.charmap();
    let advances = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let outlines = font.outline_glyphs();
    let mut pen = Pen::default();
    for c in text.chars() {
        let glyph = letters.map(c).unwrap_or_default();
        if let Some(outline) = outlines.get(glyph) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            // The font is part of the program, and a test draws every glyph.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.x += advances.advance_width(glyph).unwrap_or(0.0);
    }
    let scale = size / UNITS;
    let d = pen.d;
    format!("<path transform=\"matrix({scale} 0 0 {scale} {x} {y})\" d=\"{d}\"/>")
}

/// Breaks a text into at most `limit` lines between its words. If it is longer, the last line ends
/// in an ellipsis. A word that is wider than a line is broken too.
pub(super) fn wrapped(
    text: &str,
    weight: Weight,
    size: f32,
    room: f32,
    limit: usize,
) -> Vec<String> {
    let mut lines = vec![String::new()];
    // No line is so long, and marks have no width.
    let text = cut(text, limit * MAX_LETTERS);
    let mut words: Vec<&str> = text.split_whitespace().rev().collect();
    while let Some(word) = words.pop() {
        let is_last = lines.len() == limit;
        let Some(last) = lines.last_mut() else { break };
        let space = if last.is_empty() { "" } else { " " };
        let longer = format!("{last}{space}{word}");
        if width(&longer, weight, size) <= room {
            *last = longer;
        } else if is_last {
            let kept = beginning(&longer, weight, size, room - width("…", weight, size));
            // Cut between words where there is one.
            let end = kept.rfind(' ').unwrap_or(kept.len());
            *last = format!("{}…", kept[..end].trim_end_matches([' ', ',', '.', ';', ':']));
            break;
        } else if last.is_empty() {
            let first = word.chars().next().map_or(0, char::len_utf8);
            let end = beginning(word, weight, size, room).len().max(first);
            *last = word[..end].to_owned();
            lines.push(String::new());
            words.push(&word[end..]);
        } else {
            lines.push(String::new());
            words.push(word);
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Writes outlines as SVG path data, in units of the font and with y pointing down.
#[derive(Default)]
struct Pen {
    d: String,
    x: f32,
}

impl Pen {
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.d.push(command);
        for (n, (x, y)) in points.iter().enumerate() {
            let space = if n == 0 { "" } else { " " };
            // Writing to a String cannot fail. Adding 0 turns -0 into 0.
            let _ = write!(self.d, "{space}{} {}", x + self.x, 0.0 - y);
        }
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.put('Q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.put('C', &[(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.d.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_has_an_outline_of_its_own() {
        let box_ = line("\u{10ffff}", Weight::Regular, 10.0, (0.0, 0.0));
        for weight in [Weight::Regular, Weight::Bold] {
            let letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy0123456789“”–…%/·₫";
            let toned: String = ('\u{1ea0}'..='\u{1ef9}').collect();
            for c in letters.chars().chain(letters.to_uppercase().chars()).chain(toned.chars()) {
                let drawn = line(&c.to_string(), weight, 10.0, (0.0, 0.0));
                assert!(drawn.contains("d=\"M"), "{c} has no outline");
                assert_ne!(drawn, box_, "{c} is missing");
                assert!(width(&c.to_string(), weight, 10.0) > 0.0);
            }
        }
        assert!(box_.contains("d=\"M"), "a missing character must show");
    }

    #[test]
    fn long_texts_are_wrapped_and_what_is_cut_is_said() {
        let wrap = |text: &str, room, limit| wrapped(text, Weight::Regular, 20.0, room, limit);
        assert_eq!(wrap("một hai ba", 1000.0, 2), ["một hai ba"]);
        assert_eq!(wrap("một hai ba", 60.0, 3), ["một", "hai ba"]);
        assert_eq!(wrap("một hai, ba bốn năm", 60.0, 2), ["một", "hai…"]);
        let broken = wrap(&"ệ".repeat(100), 100.0, 3);
        assert_eq!(broken.len(), 3);
        assert!(broken[2].ends_with('…'));
        assert!(broken.iter().all(|line| width(line, Weight::Regular, 20.0) <= 100.0));
        assert_eq!(wrap("", 100.0, 3), [""; 0]);
        // Neither a word without end nor marks without width make a picture large.
        for letter in ["a", "e\u{301}\u{316}", "<b>"] {
            let lines = wrap(&letter.repeat(100_000), 1000.0, 3);
            assert!(lines.concat().chars().count() <= 3 * MAX_LETTERS + 2, "{letter}");
        }
    }
}
