//! The icon of the program for Windows is the drawing `windows/tiendo.svg`, at every size that
//! Windows shows. `TIENDO_BLESS=1` draws it again.

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

use crate::golden;

const SIZES: [u16; 7] = [16, 20, 24, 32, 48, 64, 256];

/// The drawing as a PNG of this width and height.
fn png(drawing: &Tree, size: u16) -> Vec<u8> {
    let mut picture = Pixmap::new(size.into(), size.into()).unwrap();
    let scale = f32::from(size) / drawing.size().width();
    resvg::render(drawing, Transform::from_scale(scale, scale), &mut picture.as_mut());
    let pixels = picture.pixels().iter().map(PremultipliedColorU8::demultiply);
    let pixels: Vec<u8> = pixels.flat_map(|c| [c.red(), c.green(), c.blue(), c.alpha()]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, size.into(), size.into());
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}

/// Pictures as an icon: a directory with one entry a picture, then the pictures.
fn icon(pictures: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let count = u16::try_from(pictures.len()).unwrap();
    let mut bytes = [0_u16, 1, count].map(u16::to_le_bytes).concat();
    let mut at = bytes.len() + 16 * pictures.len();
    for (size, png) in pictures {
        // A width of 256 is written as 0. One plane, 32 bits a pixel.
        let side = u8::try_from(*size).unwrap_or(0);
        bytes.extend([side, side, 0, 0, 1, 0, 32, 0]);
        bytes.extend(u32::try_from(png.len()).unwrap().to_le_bytes());
        bytes.extend(u32::try_from(at).unwrap().to_le_bytes());
        at += png.len();
    }
    bytes.extend(pictures.iter().flat_map(|(_, png)| png));
    bytes
}

#[test]
fn the_icon_is_the_drawing() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("windows");
    let drawing = std::fs::read_to_string(root.join("tiendo.svg")).unwrap();
    let drawing = Tree::from_str(&drawing, &Options::default()).unwrap();
    let drawn = icon(&SIZES.map(|size| (size, png(&drawing, size))));
    let path = root.join("tiendo.ico");
    if golden::blessing() {
        std::fs::write(&path, &drawn).unwrap();
    }
    assert!(std::fs::read(&path).unwrap() == drawn, "TIENDO_BLESS=1 draws the icon again");
}
