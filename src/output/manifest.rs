//! The list of a site's files with SHA-256 and size, which people and programs can check.
//!
//! The first line is [`HEADER`]; then one line a file, sorted by the bytes of its path:
//! `<sha256 in hex>  <size in bytes>  <path>`. The list does not name itself. A publisher without
//! tiendo can check any line with `certutil -hashfile` or `sha256sum`.

use super::path_rule;
use std::fmt::Write as _;

pub use crate::sum::{sha256, sha256_of, sum};

/// The name of the manifest, at the root of the site.
pub const NAME: &str = path_rule::MANIFEST;

/// The first line, which marks a folder as made by tiendo. The number changes with the format.
pub const HEADER: &str = "# tiendo manifest 1";

/// Approximate size of a line in bytes.
const USUAL_LINE: usize = 120;

/// One file of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// Path from the site's root, with forward slashes.
    pub path: String,
}

impl Entry {
    /// Whether these are the bytes of the file.
    pub fn describes(&self, bytes: &[u8]) -> bool {
        bytes.len() as u64 == self.size && sha256(bytes) == self.sha256
    }
}

/// Why a text is not a manifest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The first line is not [`HEADER`]: the file belongs to something else, or to a later version.
    #[error("the first line is not \"{HEADER}\"")]
    Header,
    /// A line is not made of hash, size and path.
    #[error("line {0} does not read as hash, size, path")]
    Line(usize),
}

/// Whether a text is a hash as the manifest writes it.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// The text of a manifest. The same files give the same text, in whatever order they come.
pub fn render<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let mut sorted: Vec<&Entry> = entries.into_iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    let mut text = String::with_capacity(sorted.len() * USUAL_LINE + HEADER.len());
    text.push_str(HEADER);
    text.push('\n');
    for Entry { sha256, size, path } in sorted {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{sha256}  {size}  {path}");
    }
    text
}

/// Reads a manifest. Line ends may have become `\r\n` on the way (git on Windows, FTP as text).
///
/// # Errors
///
/// [`Fault`], if the text is not a manifest of this version, or if [`render`] could not have
/// written a line of it. A path that leads out of the site is such a case, so every returned path
/// may be joined to the site's folder.
pub fn parse(text: &str) -> Result<Vec<Entry>, Fault> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err(Fault::Header);
    }
    let entry = |line| entry(line).filter(|entry: &Entry| path_rule::check(&entry.path).is_ok());
    lines.enumerate().map(|(at, line)| entry(line).ok_or(Fault::Line(at + 2))).collect()
}

fn entry(line: &str) -> Option<Entry> {
    let (sha256, rest) = line.split_at_checked(64)?;
    let rest = rest.strip_prefix("  ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (size, path) = (&rest[..digits], rest[digits..].strip_prefix("  ")?);
    if !is_sha256(sha256) {
        return None;
    }
    Some(Entry { sha256: sha256.to_owned(), size: size.parse().ok()?, path: path.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, bytes: &[u8]) -> Entry {
        Entry { sha256: sha256(bytes), size: bytes.len() as u64, path: path.to_owned() }
    }

    #[test]
    fn rendered_text_is_sorted_by_bytes_and_reads_back() {
        let text = render(&[of("b.html", b"abc"), of("B.css", b""), of("b/two  spaces.txt", b"x")]);
        assert_eq!(
            text,
            "# tiendo manifest 1\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  0  B.css\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  3  b.html\n\
             2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  1  b/two  spaces.txt\n"
        );
        let entries = parse(&text).unwrap();
        assert_eq!(render(&entries), text);
        assert_eq!(parse(&text.replace('\n', "\r\n")).unwrap(), entries);
        assert_eq!(render(&[]), "# tiendo manifest 1\n");
    }

    #[test]
    fn a_text_that_render_could_not_have_written_is_refused() {
        let hash = sha256(b"");
        assert_eq!(parse(""), Err(Fault::Header));
        assert_eq!(parse("# tiendo manifest 10\n"), Err(Fault::Header));
        assert_eq!(parse("\u{feff}# tiendo manifest 1\n"), Err(Fault::Header));
        for line in [
            String::new(),
            hash.clone(),
            format!("{hash} 0 a"),
            format!("{hash}  +1  a"),
            format!("{hash}    a"),
            format!("{}  0  a", hash.to_uppercase()),
            format!("{}  0  a", &hash[1..]),
            format!("{hash}  99999999999999999999  a"),
            format!("{hash}  0  ../a"),
            format!("{hash}  0  /a"),
            format!("{hash}  0  manifest.txt"),
        ] {
            let text = format!("{HEADER}\n{hash}  0  fine\n{line}\n");
            assert_eq!(parse(&text), Err(Fault::Line(3)), "{line}");
        }
    }
}
