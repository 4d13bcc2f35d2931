//! The list of a site's files with SHA-256 and size, which people and programs can check.
//!
//! The first line is [`HEADER`]; then one line a file, sorted by the bytes of its path:
//! `<sha256 in hex>  <size in bytes>  <path>`. The list does not name itself. A publisher without
//! tiendo can check any line with `certutil -hashfile` or `sha256sum`.

use super::path_rule;
use std::fmt::Write as _;
use std::ops::Range;

pub use crate::sum::{sha256, sha256_of, sum};

/// The name of the manifest, at the root of the site.
pub const NAME: &str = path_rule::MANIFEST;

/// The first line, which marks a folder as made by tiendo. The number changes with the format.
pub const HEADER: &str = "# tiendo manifest 1";

/// Number of digits of a sum.
const SHA256: usize = 64;

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

/// An entry within the text of a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    /// As in [`Entry`].
    pub sha256: &'t str,
    /// As in [`Entry`].
    pub size: u64,
    /// As in [`Entry`].
    pub path: &'t str,
}

impl Line<'_> {
    /// Writes the line behind a text.
    pub fn write_to(&self, text: &mut String) {
        let Line { sha256, size, path } = self;
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{sha256}  {size}  {path}");
    }

    /// As [`Entry::describes`].
    pub fn describes(&self, bytes: &[u8]) -> bool {
        bytes.len() as u64 == self.size && sha256(bytes) == self.sha256
    }
}

/// A manifest as its text: of hundreds of thousands of files, a copy of each entry would fill the
/// memory.
#[derive(Debug, Default)]
pub struct List {
    /// As [`render`] writes it.
    text: String,
    /// Where each line begins, and the path in it.
    starts: Vec<(usize, usize)>,
}

impl List {
    /// Reads a manifest.
    ///
    /// # Errors
    ///
    /// As [`parse`].
    pub fn read(bytes: Vec<u8>) -> Result<Self, Fault> {
        let text = String::from_utf8(bytes)
            .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        let mut starts = Vec::with_capacity(text.len() / USUAL_LINE);
        let mut is_ours = true;
        let (mut last, mut end) = ("", HEADER.len() + 1);
        for line in lines(&text)? {
            let line = line?;
            let size = line.size.checked_ilog10().unwrap_or_default() as usize + 1;
            let at = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
            let (start, path) = (at(line.sha256), at(line.path));
            is_ours &= start == end && path == start + SHA256 + 2 + size + 2 && last < line.path;
            starts.push((start, path));
            (last, end) = (line.path, path + line.path.len() + 1);
        }
        if is_ours && end == text.len() {
            return Ok(List { text, starts });
        }
        // Other line ends, or another order: it was not written like that.
        let mut entries = parse(&text)?;
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        entries.dedup_by(|a, b| a.path == b.path);
        Self::read(render(&entries).into_bytes())
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The n-th entry.
    pub fn line(&self, n: usize) -> Line<'_> {
        let (start, path) = self.starts.get(n).copied().unwrap_or_default();
        let part = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        let size = part(start + SHA256 + 2..path.saturating_sub(2)).parse().unwrap_or_default();
        Line { sha256: part(start..start + SHA256), size, path: self.path(n) }
    }

    /// The path of the n-th entry.
    pub fn path(&self, n: usize) -> &str {
        let end = self.starts.get(n + 1).map_or(self.text.len(), |(start, _)| *start);
        let path = self.starts.get(n).and_then(|(_, path)| self.text.get(*path..end - 1));
        path.unwrap_or_default()
    }

    /// The place of a path, if it is listed.
    pub fn find(&self, path: &str) -> Option<usize> {
        self.find_in(path, 0..self.len())
    }

    /// The place of a path, if it is listed among these.
    pub fn find_in(&self, path: &str, among: Range<usize>) -> Option<usize> {
        let n = self.behind(among, |listed| listed < path);
        (n < self.len() && self.path(n) == path).then_some(n)
    }

    /// The places of the paths below a folder, which ends with a slash; of all for the empty text.
    pub fn below(&self, folder: &str) -> Range<usize> {
        let first = self.behind(0..self.len(), |listed| listed < folder);
        first..self.behind(first..self.len(), |listed| listed.starts_with(folder))
    }

    /// The lines of a range.
    pub fn text_of(&self, range: Range<usize>) -> &str {
        let at = |n: usize| self.starts.get(n).map_or(self.text.len(), |(start, _)| *start);
        self.text.get(at(range.start)..at(range.end)).unwrap_or_default()
    }

    /// The first of these entries whose path does not fulfil a condition that those before it fulfil.
    fn behind(&self, among: Range<usize>, is_before: impl Fn(&str) -> bool) -> usize {
        let Range { start: mut low, end: mut high } = among;
        while low < high {
            let middle = low.midpoint(high);
            match is_before(self.path(middle)) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }
}

impl Entry {
    /// Whether these are the bytes of the file.
    pub fn describes(&self, bytes: &[u8]) -> bool {
        self.line().describes(bytes)
    }

    /// The entry as a line.
    pub fn line(&self) -> Line<'_> {
        Line { sha256: &self.sha256, size: self.size, path: &self.path }
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
    text.len() == SHA256 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// The text of a manifest. The same files give the same text, in whatever order they come.
pub fn render<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let mut sorted: Vec<&Entry> = entries.into_iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    let mut text = String::with_capacity(sorted.len() * USUAL_LINE + HEADER.len());
    text.push_str(HEADER);
    text.push('\n');
    sorted.iter().for_each(|entry| entry.line().write_to(&mut text));
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
    let owned = |line: Line<'_>| Entry {
        sha256: line.sha256.to_owned(),
        size: line.size,
        path: line.path.to_owned(),
    };
    lines(text)?.map(|line| line.map(owned)).collect()
}

/// The entries of a manifest.
fn lines(text: &str) -> Result<impl Iterator<Item = Result<Line<'_>, Fault>>, Fault> {
    let mut lines = text.lines();
    if lines.next() != Some(HEADER) {
        return Err(Fault::Header);
    }
    let sound = |line| entry(line).filter(|entry| path_rule::check(entry.path).is_ok());
    Ok(lines.enumerate().map(move |(at, line)| sound(line).ok_or(Fault::Line(at + 2))))
}

fn entry(line: &str) -> Option<Line<'_>> {
    let (sha256, rest) = line.split_at_checked(SHA256)?;
    let rest = rest.strip_prefix("  ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (size, path) = (&rest[..digits], rest[digits..].strip_prefix("  ")?);
    if !is_sha256(sha256) {
        return None;
    }
    Some(Line { sha256, size: size.parse().ok()?, path })
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
    fn a_list_is_read_from_any_text_that_says_the_same() {
        let text = render(&[of("b.html", b"abc"), of("a/ b", b""), of("c", b"xy")]);
        let hash = sha256(b"");
        let mut turned: Vec<&str> = text.lines().skip(1).collect();
        turned.reverse();
        for other in [
            text.clone(),
            text.replace('\n', "\r\n"),
            text.trim_end().to_owned(),
            text.replace("  3  b", "  003  b"),
            format!("{HEADER}\n{}\n{}\n", turned.join("\n"), turned[0]),
        ] {
            let list = List::read(other.into_bytes()).unwrap();
            assert_eq!(format!("{HEADER}\n{}", list.text_of(0..list.len())), text);
            assert_eq!(list.line(0), Line { sha256: &hash, size: 0, path: "a/ b" });
            assert_eq!((list.len(), list.line(1).size, list.path(2)), (3, 3, "c"));
            assert_eq!(
                (list.find("b.html"), list.find("b"), list.below("a/")),
                (Some(1), None, 0..1)
            );
        }
        assert!(List::read(HEADER.into()).unwrap().is_empty());
        assert_eq!(List::read(b"x".to_vec()).unwrap_err(), Fault::Header);
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
