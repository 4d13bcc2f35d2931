//! Detects the type of a file from its first bytes, whatever its name.

/// Number of bytes that are looked at. PDF readers search this far for the header.
pub const HEAD_BYTES: u64 = 1024;

/// The type of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// The file is empty.
    Empty,
    /// A PDF document.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A WebP picture.
    Webp,
    /// A ZIP archive, which includes modern office documents.
    Zip,
    /// An office document of the old format, or an encrypted one.
    OldOffice,
    /// HTML, SVG or other text that a browser would run.
    Web,
    /// A program or a script.
    Program,
    /// Anything else, including plain text.
    Other,
}

impl Looks {
    /// Detects the type from the first bytes of a file.
    pub fn of(head: &[u8]) -> Self {
        const STARTS: [(&[u8], Looks); 8] = [
            (b"\x89PNG", Looks::Png),
            (b"\xff\xd8\xff", Looks::Jpeg),
            (b"PK\x03\x04", Looks::Zip),
            (b"PK\x05\x06", Looks::Zip),
            (b"\xd0\xcf\x11\xe0", Looks::OldOffice),
            (b"\x7fELF", Looks::Program),
            (b"MZ", Looks::Program),
            (b"#!", Looks::Program),
        ];
        if head.is_empty() {
            return Looks::Empty;
        }
        if let Some((_, looks)) = STARTS.iter().find(|(start, _)| head.starts_with(start)) {
            return *looks;
        }
        if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
            return Looks::Webp;
        }
        if head.windows(4).any(|bytes| bytes == b"%PDF") {
            return Looks::Pdf;
        }
        let text = String::from_utf8_lossy(head).to_ascii_lowercase();
        let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
        let web = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php"];
        if web.iter().any(|start| text.starts_with(start)) { Looks::Web } else { Looks::Other }
    }

    /// Whether a file of this type may have this file extension, given in lower case.
    pub fn fits(self, ending: &str) -> bool {
        match ending {
            "pdf" => self == Looks::Pdf,
            "png" => self == Looks::Png,
            "jpg" | "jpeg" => self == Looks::Jpeg,
            "webp" => self == Looks::Webp,
            "docx" | "xlsx" | "odt" | "ods" => self == Looks::Zip,
            "csv" | "txt" => self == Looks::Other,
            _ => true,
        }
    }

    /// The key of the type's name in the locales.
    pub fn name(self) -> &'static str {
        match self {
            Looks::Empty => "empty",
            Looks::Pdf => "pdf",
            Looks::Png => "png",
            Looks::Jpeg => "jpeg",
            Looks::Webp => "webp",
            Looks::Zip => "zip",
            Looks::OldOffice => "old-office",
            Looks::Web => "web",
            Looks::Program => "program",
            Looks::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_decide() {
        for (head, looks) in [
            (&b""[..], Looks::Empty),
            (b"%PDF-1.7", Looks::Pdf),
            (b"\n\n%PDF-1.7", Looks::Pdf),
            (b"\x89PNG\r\n", Looks::Png),
            (b"\xff\xd8\xff\xe0", Looks::Jpeg),
            (b"RIFF\x10\0\0\0WEBPVP8", Looks::Webp),
            (b"PK\x03\x04", Looks::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", Looks::OldOffice),
            (b"\xef\xbb\xbf <!DOCTYPE html>", Looks::Web),
            (b"<SVG onload=x>", Looks::Web),
            (b"MZ\x90", Looks::Program),
            (b"#!/bin/sh", Looks::Program),
            ("Ngày,Số".as_bytes(), Looks::Other),
        ] {
            assert_eq!(Looks::of(head), looks, "{head:?}");
        }
        assert!(Looks::Zip.fits("docx") && !Looks::Web.fits("txt") && !Looks::Empty.fits("pdf"));
    }
}
