//! Draws a vector picture as a PNG that names what it was drawn from. This is the only file that
//! knows `resvg` and `png`.

use memchr::memmem;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use rustc_hash::FxHashMap;

use crate::sum::sha256;

/// Width of a card in pixels, as Zalo and Facebook ask for.
pub(super) const WIDTH: u32 = 1200;
/// Height of a card in pixels.
pub(super) const HEIGHT: u32 = 630;

/// The keyword of the text in the PNG that holds the key.
const KEYWORD: &str = "tiendo";
/// Number of this way of drawing. It changes with the bytes that a picture yields.
const DRAWING: &str = "1";
/// Number of equal pixels that are recognised in one step.
const RUN: usize = 16;
/// Shades of each colour. Few enough that the edges of letters fit into a palette.
const SHADES: u32 = 31;

/// The key of a picture: what its PNG is drawn from, and by which program.
pub(super) fn key(svg: &str) -> String {
    let program = env!("CARGO_PKG_VERSION");
    sha256(format!("{DRAWING} {program}\n{svg}").as_bytes())
}

/// Whether a PNG says that it was drawn from the picture with this key.
pub(super) fn is_drawn_from(png: &[u8], key: &str) -> bool {
    let mark = format!("tEXt{KEYWORD}\0{key}");
    memmem::find(png, mark.as_bytes()).is_some()
}

/// Draws a picture. Empty if it cannot be drawn.
pub(super) fn png(svg: &str) -> Vec<u8> {
    drawn(svg).unwrap_or_default()
}

fn drawn(svg: &str) -> Option<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    let mut picture = Pixmap::new(WIDTH, HEIGHT)?;
    picture.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(KEYWORD.to_owned(), key(svg)).ok()?;
    // The picture is opaque, so its colours are not premultiplied by anything.
    let pixels = picture.data();
    let data = match palette(pixels) {
        Some((palette, indexes)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.set_filter(png::Filter::NoFilter);
            indexes
        }
        None => {
            encoder.set_color(png::ColorType::Rgba);
            pixels.to_vec()
        }
    };
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&data).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The nearest of the few shades of a colour. White stays white.
fn shade(value: u8) -> u8 {
    let step = (u32::from(value) * SHADES + 127) / 255;
    // At most 255.
    ((step * 255 + SHADES / 2) / SHADES) as u8
}

/// The colours in the order in which they appear, and the number of each pixel's colour. `None` if
/// there are more than a palette can hold.
fn palette(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut numbers: FxHashMap<[u8; 3], u8> = FxHashMap::default();
    let mut colours = Vec::new();
    let mut indexes = Vec::with_capacity(pixels.len() / 4);
    let mut rest = pixels;
    while let [r, g, b, a, ..] = *rest {
        // Most pixels look like the one before.
        let mut pixel = [0; 4 * RUN];
        pixel.chunks_exact_mut(4).for_each(|copy| copy.copy_from_slice(&[r, g, b, a]));
        let colour = [r, g, b].map(shade);
        let number = match numbers.get(&colour) {
            Some(number) => *number,
            None => {
                let number = u8::try_from(numbers.len()).ok()?;
                numbers.insert(colour, number);
                colours.extend(colour);
                number
            }
        };
        let mut run = 0;
        while rest[4 * run..].starts_with(&pixel) {
            run += RUN;
        }
        let run = run.max(1);
        indexes.resize(indexes.len() + run, number);
        rest = &rest[4 * run..];
    }
    Some((colours, indexes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_names_what_it_was_drawn_from() {
        let svg = |fill| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\" fill=\"{fill}\"/></svg>"
            )
        };
        let (red, blue) = (svg("red"), svg("blue"));
        let drawn = png(&red);
        assert_eq!(drawn, png(&red));
        assert!(is_drawn_from(&drawn, &key(&red)));
        assert!(!is_drawn_from(&drawn, &key(&blue)));
        assert_eq!(&drawn[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 × 630");
        assert!(png("no picture").is_empty());
    }

    #[test]
    fn shades_keep_both_ends() {
        assert_eq!([0, 255].map(shade), [0, 255]);
        assert!((0..=255u8).all(|v| shade(v).abs_diff(v) <= 5));
    }
}
