//! Draws an address as a QR code. This is the only file that knows `qrcode`.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// Width of the white edge that readers of codes need, in modules.
const EDGE: usize = 4;

/// The code of an address as an SVG picture. Empty if the address is longer than a code can hold.
pub(super) fn svg(address: &str) -> Vec<u8> {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else {
        return Vec::new();
    };
    let (width, modules) = (code.width(), code.to_colors());
    let mut d = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let (left, top, n) = (x + EDGE, y + EDGE, run.len());
                // Writing to a String cannot fail.
                let _ = write!(d, "M{left} {top}h{n}v1h-{n}z");
            }
            x += run.len();
        }
    }
    let size = width + 2 * EDGE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/>\
         <path d=\"{d}\"/></svg>\n"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_edge_and_the_three_finders() {
        let svg = String::from_utf8(svg("https://example.com/n/1.3/")).unwrap();
        // 26 characters fit into version 2 or 3, of 25 or 29 modules.
        assert!(svg.contains("viewBox=\"0 0 33 33\"") || svg.contains("viewBox=\"0 0 37 37\""));
        assert!(svg.contains("M4 4h7v1h-7z"), "{svg}");
        assert!(super::svg(&"a".repeat(4000)).is_empty());
    }
}
