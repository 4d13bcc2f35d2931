//! The properties of the fuzz targets, on their seeds and on seeds altered by a fixed generator: a
//! short run on stable Rust for every `cargo test`. The long run is in `tests/fuzz/`, see
//! `tests/README.md`.

use std::fs;
use std::path::PathBuf;

#[allow(unreachable_pub, dead_code, reason = "in tests/fuzz it is a library of its own")]
#[path = "../fuzz/promises.rs"]
pub(crate) mod promises;

/// xorshift64*, which gives the same numbers on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Dice(seed | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit.max(1)
    }
}

fn seeds(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(target);
    let mut seeds: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    seeds.sort();
    assert!(!seeds.is_empty());
    seeds
}

/// The quoted words of libFuzzer's dictionary.
fn dictionary() -> Vec<Vec<u8>> {
    let lines = include_str!("../fuzz/dictionary").lines().filter(|line| line.starts_with('"'));
    lines.map(|line| unescaped(&line[1..line.rfind('"').unwrap()])).collect()
}

fn unescaped(word: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = word;
    while let Some(at) = rest.find('\\') {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let used = if let Some(hex) = rest.strip_prefix('x') {
            out.push(u8::from_str_radix(&hex[..2], 16).unwrap());
            3
        } else {
            out.push(rest.as_bytes()[0]);
            1
        };
        rest = &rest[used..];
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// Cuts, repeats, joins and inserts.
fn spoil(bytes: &[u8], other: &[u8], words: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(out.len() + 1);
        let end = (at + dice.below(12)).min(out.len());
        match dice.below(6) {
            0 => drop(out.drain(at..end)),
            1 => drop(out.splice(at..end, words[dice.below(words.len())].iter().copied())),
            2 => out.insert(at, dice.below(256) as u8),
            3 => {
                let line = out[at..].iter().position(|b| *b == b'\n').map_or(out.len(), |n| at + n);
                let copy = out[at..line].to_vec();
                let to = dice.below(out.len() + 1);
                drop(out.splice(to..to, copy));
            }
            4 => {
                let from = dice.below(other.len() + 1);
                let to = (from + dice.below(60)).min(other.len());
                drop(out.splice(at..at, other[from..to].iter().copied()));
            }
            _ => {
                if let Some(byte) = out.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
        }
    }
    out
}

#[expect(clippy::print_stdout, reason = "shown when the test fails")]
fn run(target: &str, rounds: usize, promise: fn(&[u8])) {
    let (seeds, words) = (seeds(target), dictionary());
    let mut dice = Dice::new(3413);
    for (path, seed) in &seeds {
        println!("{}", path.display());
        promise(seed);
    }
    for _ in 0..rounds {
        let (_, seed) = &seeds[dice.below(seeds.len())];
        let (_, other) = &seeds[dice.below(seeds.len())];
        let spoilt = spoil(seed, other, &words, &mut dice);
        // Printed if the test fails.
        println!("{:?}", String::from_utf8_lossy(&spoilt));
        promise(&spoilt);
    }
}

#[test]
fn records_from_seeds() {
    run("records", 400, promises::records);
}

#[test]
fn front_matter_from_seeds() {
    run("front_matter", 1_000, promises::front_matter);
}

#[test]
fn markdown_from_seeds() {
    run("markdown", 2_000, promises::markdown);
}

#[test]
fn trees_from_seeds() {
    run("tree", 40, promises::tree);
}
