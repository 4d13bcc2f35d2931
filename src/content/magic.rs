//! Says from its first bytes what a file is, whatever its name ends in.

/// So many bytes decide; readers of PDF look this far for its mark.
pub const HEAD_BYTES: u64 = 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// It holds nothing.
    Empty,
    /// A PDF document.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A WebP picture.
    Webp,
    /// An archive, which office documents are.
    Zip,
    /// An office document of the old kind, or one with a password.
    OldOffice,
    /// A web page, a drawing or another text that a browser would run.
    Web,
    /// A program or a script.
    Program,
    /// Anything else; plain text is.
    Other,
}

impl Looks {
    /// What these first bytes begin.
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

    /// Whether a file of this ending, in small letters, may look so.
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

    /// The word under which the locales have it.
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
