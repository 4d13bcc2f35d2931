//! What a build leaves beside its site for the next one: how each file of the site was left, and
//! whatever the builder wants to find again; in two bundles of pieces, one that every build writes
//! and one that only whole builds write.
//!
//! They may be deleted at any time, and are not believed where a sum is wrong, where the site's
//! manifest is another, or where a later version wrote them: then the next build is a whole one.
//! They hold nothing that must last, so nothing waits for the disk. Only their owner may read them.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::manifest;
use super::place::Place;
use crate::stamp::Stamp;

/// How a bundle begins; the number changes with the format. Then come how many pieces there are, the
/// length and the sum of each, the sum of all that, and the pieces.
const MARK: &[u8] = b"tiendo last 1\n";
/// More pieces than this nobody writes.
const MAX_PIECES: u64 = 16;

/// SHA-256.
type Sum = [u8; 32];

/// How a site was left.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Left {
    /// SHA-256 of the site's manifest.
    pub(super) manifest_sha256: String,
    /// The stamp of each file that the manifest names, in its order, then the manifest's own.
    pub(super) stamps: Vec<Stamp>,
    /// When that was seen, since 1970, by the file system's own clock.
    pub(super) seen: Duration,
    /// By which the bundle of whole builds is known.
    once: Sum,
}

/// Pieces for the next build.
#[derive(Debug)]
pub struct Leaving {
    /// Those that every build writes.
    pub often: Vec<Vec<u8>>,
    /// Those that only whole builds write, each in chunks that are put one behind the other.
    pub once: Vec<Vec<Vec<u8>>>,
}

/// What was left, opened. Pieces are read when they are asked for.
#[derive(Debug)]
pub(super) struct Last {
    pub(super) left: Left,
    often: Bundle,
    once: Bundle,
}

impl Last {
    /// Opens what lies beside a site; none where there is nothing that can be believed.
    pub(super) fn open(place: &Place) -> Option<Self> {
        let often = Bundle::open(&place.last)?;
        let left: Left = postcard::from_bytes(&often.piece(0)?).ok()?;
        let once = Bundle::open(&place.once)?;
        (once.sum == left.once && manifest::is_sha256(&left.manifest_sha256)).then_some(Last {
            left,
            often,
            once,
        })
    }

    /// The n-th of the pieces that every build writes.
    pub(super) fn often(&self, n: usize) -> Option<Vec<u8>> {
        self.often.piece(n + 1)
    }

    /// The n-th of those that only whole builds write.
    pub(super) fn once(&self, n: usize) -> Option<Vec<u8>> {
        self.once.piece(n)
    }

    /// A range of such a piece, which no sum proves.
    pub(super) fn once_in(&self, n: usize, range: Range<usize>) -> Option<Vec<u8>> {
        self.once.range(n, range)
    }

    /// Leaves other pieces of those that every build writes.
    pub(super) fn renew(&mut self, place: &Place, often: &[Vec<u8>]) -> io::Result<()> {
        write_often(place, &mut self.left, often)
    }
}

/// Leaves everything, in the place of what there is.
pub(super) fn write(
    place: &Place,
    manifest_sha256: String,
    stamps: Vec<Stamp>,
    leaving: &Leaving,
) -> io::Result<()> {
    let once: Vec<&[Vec<u8>]> = leaving.once.iter().map(Vec::as_slice).collect();
    let mut new = New::create(&place.next)?;
    let once = new.fill(&once)?;
    new.put(&place.once)?;
    let mut left = Left { manifest_sha256, stamps, seen: Duration::ZERO, once };
    write_often(place, &mut left, &leaving.often)
}

fn write_often(place: &Place, left: &mut Left, often: &[Vec<u8>]) -> io::Result<()> {
    let mut new = New::create(&place.next)?;
    left.seen = new.made()?;
    let head = postcard::to_stdvec(left).map_err(io::Error::other)?;
    let pieces: Vec<&[Vec<u8>]> =
        std::iter::once(&head).chain(often).map(std::slice::from_ref).collect();
    new.fill(&pieces)?;
    new.put(&place.last)
}

/// A bundle that is being written, beside its place.
struct New<'p> {
    path: &'p Path,
    file: File,
}

impl<'p> New<'p> {
    /// A new file that nobody else may read.
    fn create(path: &'p Path) -> io::Result<Self> {
        super::swap::remove(path).map_err(io::Error::other)?;
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(New { path, file: options.open(path)? })
    }

    /// When it was made, since 1970, by the file system's own clock.
    fn made(&self) -> io::Result<Duration> {
        let stamp = Stamp::of(&self.file.metadata()?).ok_or(io::ErrorKind::Unsupported)?;
        Ok(stamp.touched())
    }

    /// Writes the pieces, each of them in chunks; gives the sum by which the bundle is known.
    fn fill(&mut self, pieces: &[&[Vec<u8>]]) -> io::Result<Sum> {
        let mut head = [MARK, &(pieces.len() as u64).to_le_bytes()[..]].concat();
        let sums: Vec<Sum> = pieces.par_iter().map(|chunks| manifest::sum_of(chunks)).collect();
        for (chunks, sum) in pieces.iter().zip(sums) {
            let length: usize = chunks.iter().map(Vec::len).sum();
            head.extend_from_slice(&(length as u64).to_le_bytes());
            head.extend_from_slice(&sum);
        }
        let sum = manifest::sum(&head);
        let mut out = BufWriter::with_capacity(64 * 1024, &self.file);
        out.write_all(&head)?;
        out.write_all(&sum)?;
        pieces.iter().copied().flatten().try_for_each(|chunk| out.write_all(chunk))?;
        out.flush()?;
        Ok(sum)
    }

    fn put(self, place: &Path) -> io::Result<()> {
        drop(self.file);
        fs::rename(self.path, place)
    }
}

/// A bundle that was opened.
#[derive(Debug)]
struct Bundle {
    file: File,
    /// By which it is known.
    sum: Sum,
    /// Of each piece where it begins, its length and its sum.
    pieces: Vec<(u64, u64, Sum)>,
}

impl Bundle {
    /// Opens a bundle, if its head is as it was written and it is as long as that says.
    fn open(path: &Path) -> Option<Self> {
        // A link or a pipe in its place is not ours.
        let length = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?.len();
        let mut file = File::open(path).ok()?;
        let mut head = vec![0; MARK.len() + 8];
        file.read_exact(&mut head).ok()?;
        let number = |bytes: &[u8]| Some(u64::from_le_bytes(bytes.try_into().ok()?));
        let count = number(head.strip_prefix(MARK)?)?;
        if count > MAX_PIECES {
            return None;
        }
        let told = head.len();
        head.resize(told + count as usize * (8 + size_of::<Sum>()), 0);
        file.read_exact(&mut head[told..]).ok()?;
        let mut sum = Sum::default();
        file.read_exact(&mut sum).ok()?;
        let mut at = (head.len() + sum.len()) as u64;
        let mut pieces = Vec::new();
        for told in head[told..].chunks(8 + size_of::<Sum>()) {
            let (length, sum) = (number(&told[..8])?, told[8..].try_into().ok()?);
            pieces.push((at, length, sum));
            at = at.checked_add(length)?;
        }
        (manifest::sum(&head) == sum && at == length).then_some(Bundle { file, sum, pieces })
    }

    /// Reads a piece, if it is as it was written.
    fn piece(&self, n: usize) -> Option<Vec<u8>> {
        let (_, length, sum) = *self.pieces.get(n)?;
        let bytes = self.range(n, 0..usize::try_from(length).ok()?)?;
        (manifest::sum(&bytes) == sum).then_some(bytes)
    }

    /// Reads a range of a piece.
    fn range(&self, n: usize, range: Range<usize>) -> Option<Vec<u8>> {
        let (at, length, _) = *self.pieces.get(n)?;
        let (from, to) = (u64::try_from(range.start).ok()?, u64::try_from(range.end).ok()?);
        let wanted = to.checked_sub(from).filter(|_| to <= length)?;
        let mut file = &self.file;
        file.seek(SeekFrom::Start(at + from)).ok()?;
        let mut bytes = Vec::with_capacity(range.len());
        file.take(wanted).read_to_end(&mut bytes).ok()?;
        (bytes.len() == range.len()).then_some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_reads_back_and_what_was_altered_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::find(&folder.path().join("site")).unwrap();
        let stamp = Stamp::of(&fs::metadata(folder.path()).unwrap());
        let stamps: Vec<Stamp> = stamp.into_iter().collect();
        let bytes = |text: &str| text.as_bytes().to_vec();
        let leaving = Leaving {
            often: vec![bytes("first"), bytes(""), bytes("third")],
            once: vec![vec![bytes("a")], vec![bytes(""), bytes("b"), bytes("c")]],
        };
        assert!(Last::open(&place).is_none());
        let sha256 = manifest::sha256(b"x");
        write(&place, sha256.clone(), stamps.clone(), &leaving).unwrap();
        let look = || {
            let last = Last::open(&place)?;
            assert!(last.left.stamps == stamps && last.left.manifest_sha256 == sha256);
            assert!(last.left.seen > Duration::ZERO);
            let often: Option<Vec<_>> = (0..3).map(|n| last.often(n)).collect();
            let once: Option<Vec<_>> = (0..2).map(|n| last.once(n)).collect();
            assert!(last.often(3).is_none() && last.once(2).is_none());
            Some((often?, once?))
        };
        let once: Vec<_> = leaving.once.iter().map(|chunks| chunks.concat()).collect();
        assert_eq!(look().unwrap(), (leaving.often.clone(), once.clone()));
        let mut last = Last::open(&place).unwrap();
        assert_eq!(last.once_in(1, 0..1).unwrap(), bytes("b"));
        assert_eq!(last.once_in(1, 0..2).unwrap(), bytes("bc"));
        assert_eq!(last.once_in(1, 1..1).unwrap(), bytes(""));
        assert!(last.once_in(1, 0..3).is_none() && last.once_in(2, 0..0).is_none());
        let others = vec![bytes("1"), bytes("2"), bytes("3")];
        last.renew(&place, &others).unwrap();
        assert_eq!(look().unwrap(), (others, once));
        for path in [&place.last, &place.once] {
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o077, 0);
            }
            // Every single byte counts.
            let good = fs::read(path).unwrap();
            for at in 0..good.len() {
                let mut altered = good.clone();
                altered[at] ^= 1;
                fs::write(path, &altered).unwrap();
                assert!(look().is_none(), "byte {at} of {path:?}");
                fs::write(path, &good[..at]).unwrap();
                assert!(look().is_none(), "{path:?} cut at {at}");
            }
            fs::write(path, [&good[..], b"x"].concat()).unwrap();
            assert!(look().is_none(), "a byte too many");
            // With a sum of its own, but more pieces than there can be.
            let head = [MARK, &u64::MAX.to_le_bytes()].concat();
            fs::write(path, [&head[..], &manifest::sum(&head)].concat()).unwrap();
            assert!(look().is_none());
            fs::write(path, good).unwrap();
        }
        // The one of another build.
        write(&place, sha256.clone(), stamps.clone(), &Leaving { once: vec![], ..leaving })
            .unwrap();
        assert!(look().is_none());
    }
}
