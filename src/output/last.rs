//! What a build leaves beside its site for the next one: how each file of the site was left, and
//! whatever the builder wants to find again.
//!
//! It may be deleted at any time, and is not believed where its own sum is wrong, where the site's
//! manifest is another, or where a later version wrote it: then the next build is a whole one. It
//! holds nothing that must last, so nothing waits for the disk. Only its owner may read it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::manifest;
use crate::stamp::Stamp;

/// How the file begins; the number changes with the format. Then come how many pieces there are, the
/// length and the sum of each, the sum of all that, and the pieces.
const MARK: &[u8] = b"tiendo last 1\n";
/// Bytes of a sum, and of what is told of a piece.
const SUM: usize = 32;
const TOLD: usize = 8 + SUM;
/// More pieces than this nobody writes.
const MAX_PIECES: u64 = 16;

/// How a site was left.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Left {
    /// SHA-256 of the site's manifest.
    pub(super) manifest_sha256: String,
    /// The stamp of each file that the manifest names, in its order, then the manifest's own.
    pub(super) stamps: Vec<Stamp>,
    /// When that was seen, since 1970, by the file system's own clock.
    pub(super) seen: Duration,
}

/// What was read back.
#[derive(Debug)]
pub(super) struct Last {
    pub(super) left: Left,
    bytes: Vec<u8>,
    /// Where the builder's own pieces lie, with their sums.
    pieces: Vec<(Range<usize>, [u8; SUM])>,
}

impl Last {
    /// The builder's own pieces, in the order in which they were written.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.pieces.iter().map(|(piece, _)| &self.bytes[piece.clone()])
    }

    /// Writes it again with some pieces replaced.
    pub(super) fn renew(
        &mut self,
        path: &Path,
        beside: &Path,
        pieces: &[Option<Vec<u8>>],
    ) -> io::Result<()> {
        let Last { left, bytes, pieces: old } = self;
        let old = old.iter().map(|(piece, sum)| (&bytes[piece.clone()], *sum));
        let pieces = pieces.iter().zip(old).map(|(new, old)| match new {
            Some(new) => summed(new),
            None => old,
        });
        put(path, beside, left, pieces.collect())
    }
}

/// Puts it in the place of what is there, through a file beside it.
pub(super) fn write(
    path: &Path,
    beside: &Path,
    left: &mut Left,
    pieces: &[impl AsRef<[u8]>],
) -> io::Result<()> {
    put(path, beside, left, pieces.iter().map(|piece| summed(piece.as_ref())).collect())
}

/// A piece and its sum.
type Piece<'p> = (&'p [u8], [u8; SUM]);

fn summed(piece: &[u8]) -> Piece<'_> {
    (piece, manifest::sum(piece))
}

fn put(path: &Path, beside: &Path, left: &mut Left, pieces: Vec<Piece<'_>>) -> io::Result<()> {
    super::swap::remove(beside).map_err(io::Error::other)?;
    let mut file = private(beside)?;
    let made = Stamp::of(&file.metadata()?).ok_or(io::ErrorKind::Unsupported)?;
    left.seen = made.touched();
    let first = postcard::to_stdvec(left).map_err(io::Error::other)?;
    let pieces: Vec<Piece<'_>> = std::iter::once(summed(&first)).chain(pieces).collect();
    let mut head = [MARK, &(pieces.len() as u64).to_le_bytes()[..]].concat();
    for (piece, sum) in &pieces {
        head.extend_from_slice(&(piece.len() as u64).to_le_bytes());
        head.extend_from_slice(sum);
    }
    let sum = manifest::sum(&head);
    head.extend_from_slice(&sum);
    file.write_all(&head)?;
    for (piece, _) in &pieces {
        file.write_all(piece)?;
    }
    drop(file);
    fs::rename(beside, path)
}

/// A new file that nobody else may read.
fn private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Reads it back; none where there is none that can be believed.
pub(super) fn read(path: &Path) -> Option<Last> {
    // A link or a pipe in its place is not ours.
    fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    let bytes = fs::read(path).ok()?;
    let rest = bytes.strip_prefix(MARK)?;
    let number = |bytes: &[u8]| Some(u64::from_le_bytes(bytes.try_into().ok()?));
    let count = number(rest.get(..8)?).filter(|count| (1..=MAX_PIECES).contains(count))? as usize;
    let told = rest.get(8..8 + count * TOLD)?;
    let mut at = MARK.len() + 8 + count * TOLD;
    let sum = bytes.get(at..at + SUM)?;
    if manifest::sum(&bytes[..at])[..] != *sum {
        return None;
    }
    at += SUM;
    let mut pieces = Vec::new();
    for told in told.chunks(TOLD) {
        let (length, sum) = told.split_at(8);
        let piece = at..at.checked_add(usize::try_from(number(length)?).ok()?)?;
        let sum: [u8; SUM] = sum.try_into().ok()?;
        if manifest::sum(bytes.get(piece.clone())?) != sum {
            return None;
        }
        at = piece.end;
        pieces.push((piece, sum));
    }
    let (first, _) = pieces.remove(0);
    let left: Left = postcard::from_bytes(&bytes[first]).ok()?;
    (at == bytes.len() && manifest::is_sha256(&left.manifest_sha256)).then_some(Last {
        left,
        bytes,
        pieces,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_reads_back_and_what_was_altered_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let (path, beside) = (folder.path().join("last"), folder.path().join("next"));
        let stamp = Stamp::of(&fs::metadata(folder.path()).unwrap());
        let mut left = Left {
            manifest_sha256: manifest::sha256(b"x"),
            stamps: stamp.into_iter().collect(),
            seen: Duration::ZERO,
        };
        assert!(read(&path).is_none());
        write(&path, &beside, &mut left, &["first", "", "third"]).unwrap();
        let last = read(&path).unwrap();
        assert_eq!(last.left.stamps, left.stamps);
        assert_eq!(last.left.manifest_sha256, left.manifest_sha256);
        assert!(last.left.seen > Duration::ZERO && last.left.seen == left.seen);
        assert_eq!(last.pieces().collect::<Vec<_>>(), [&b"first"[..], b"", b"third"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o077, 0);
        }
        // Every single byte counts.
        let bytes = fs::read(&path).unwrap();
        for at in 0..bytes.len() {
            let mut altered = bytes.clone();
            altered[at] ^= 1;
            fs::write(&path, &altered).unwrap();
            assert!(read(&path).is_none(), "byte {at}");
            fs::write(&path, &bytes[..at]).unwrap();
            assert!(read(&path).is_none(), "cut at {at}");
        }
        // With sums of their own only what fits is believed.
        let summed = |told: &[u8], pieces: &[u8]| {
            [MARK, told, &manifest::sum(&[MARK, told].concat()), pieces].concat()
        };
        let piece =
            |length: u64, bytes: &[u8]| [&length.to_le_bytes()[..], &manifest::sum(bytes)].concat();
        let told = |count: u64, piece: &[u8]| [&count.to_le_bytes()[..], piece].concat();
        for bytes in [
            summed(&told(0, b""), b""),
            summed(&told(u64::MAX, b""), b""),
            summed(&told(1, &piece(1, b"a")), b""),
            summed(&told(1, &piece(u64::MAX, b"a")), b"a"),
            summed(&told(1, &piece(1, b"a")), b"a"),
        ] {
            fs::write(&path, &bytes).unwrap();
            assert!(read(&path).is_none(), "{bytes:?}");
        }
    }
}
