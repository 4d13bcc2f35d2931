//! The index of words as it was written: its parts are read when they are asked for.

use std::cell::{Cell, OnceCell};

use memchr::memchr;
use serde::Deserialize;

use super::parts::{as_script, key_of};
use super::{argument, script};
use crate::site::route::Route;
use crate::site::saved::Before;

/// A written index, of which no more is in memory than was asked for.
pub(in crate::site) struct Written<'b> {
    /// The bytes of a part, without what stands around it; parts count from 0.
    read: Box<dyn Fn(usize) -> Option<String> + 'b>,
    /// The first key of each part, and how long it is.
    firsts: Vec<String>,
    lengths: Vec<usize>,
    bodies: Vec<OnceCell<String>>,
    /// Whether each part that was read is one of ours.
    sound: Cell<bool>,
}

/// Of what [`Search::directory`](super::Search::directory) writes.
#[derive(Deserialize)]
struct Directory {
    parts: Vec<String>,
}

impl<'b> Written<'b> {
    /// Opens the index of an old site; `path` names its files. None where there is none of ours.
    pub(in crate::site) fn open(
        before: &'b dyn Before,
        path: impl Fn(Route) -> String + 'b,
    ) -> Option<Self> {
        let directory = before.file(&path(Route::SearchDirectory))?;
        let Directory { parts: firsts } = argument("directory", &directory)?;
        let length = |part: usize| {
            let size = usize::try_from(before.size(&path(Route::SearchPart(part + 1)))?).ok()?;
            size.checked_sub(script("part", &(part + 1, "")).len())
        };
        let lengths: Option<Vec<usize>> = (0..firsts.len()).map(length).collect();
        let read = move |part: usize| {
            let bytes = before.file(&path(Route::SearchPart(part + 1)))?;
            // Words and digits need no escaping, or this would be none.
            let (number, body): (usize, &str) = argument("part", &bytes)?;
            (number == part + 1).then(|| body.to_owned())
        };
        Self::of(firsts, lengths?, read)
    }

    fn of(
        firsts: Vec<String>,
        lengths: Vec<usize>,
        read: impl Fn(usize) -> Option<String> + 'b,
    ) -> Option<Self> {
        let is_sorted = firsts.is_sorted_by(|a, b| as_script(a, b).is_lt());
        let bodies = firsts.iter().map(|_| OnceCell::new()).collect();
        let (read, sound) = (Box::new(read), Cell::new(true));
        let there = !firsts.is_empty() && is_sorted;
        there.then_some(Written { read, firsts, lengths, bodies, sound })
    }

    /// An index that is in memory.
    #[cfg(test)]
    pub(super) fn in_memory(bodies: &'b [String]) -> Option<Self> {
        let firsts = bodies.iter().map(|body| key_of(body).to_owned()).collect();
        let lengths = bodies.iter().map(String::len).collect();
        Self::of(firsts, lengths, |part| bodies.get(part).cloned())
    }

    /// The same, telling of each part that is read.
    #[cfg(test)]
    pub(super) fn watched(self, told: impl Fn(usize) + 'b) -> Self {
        let read = self.read;
        let read = Box::new(move |part| {
            told(part);
            read(part)
        });
        Written { read, ..self }
    }

    /// How many parts there are.
    pub(in crate::site) fn count(&self) -> usize {
        self.firsts.len()
    }

    /// How many characters all entries have, each with its separator.
    pub(super) fn characters(&self) -> usize {
        self.lengths.iter().map(|length| length + 1).sum()
    }

    /// The first key of a part.
    pub(super) fn first(&self, part: usize) -> Option<&str> {
        self.firsts.get(part).map(String::as_str)
    }

    /// A part; empty where it cannot be read or is none of ours ([`Written::is_sound`]).
    pub(super) fn body(&self, part: usize) -> &str {
        self.bodies.get(part).map_or("", |body| {
            body.get_or_init(|| {
                let is_ours = |body: &String| {
                    self.lengths.get(part) == Some(&body.len())
                        && self.first(part) == Some(key_of(body))
                };
                (self.read)(part).filter(is_ours).unwrap_or_else(|| {
                    self.sound.set(false);
                    String::new()
                })
            })
        })
    }

    /// Whether all that was read so far is as we write it.
    pub(super) fn is_sound(&self) -> bool {
        self.sound.get()
    }

    /// The part in which a key stands, or would stand.
    pub(super) fn part(&self, key: &str) -> usize {
        self.firsts.partition_point(|first| as_script(first, key).is_le()).saturating_sub(1)
    }

    /// The entries from a key on.
    pub(super) fn entries_from<'w>(&'w self, key: &'w str) -> impl Iterator<Item = &'w str> {
        let entries = (self.part(key)..self.count()).flat_map(|part| entries(self.body(part)));
        entries.skip_while(move |entry| as_script(key_of(entry), key).is_lt())
    }

    /// The entry with a key.
    pub(super) fn entry(&self, key: &str) -> Option<&str> {
        entries(self.body(self.part(key))).find(|entry| key_of(entry) == key)
    }
}

/// The entries of a part.
fn entries(body: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(body).filter(|body| !body.is_empty());
    std::iter::from_fn(move || {
        let body = rest?;
        let end = memchr(b';', body.as_bytes());
        rest = end.map(|end| &body[end + 1..]);
        Some(&body[..end.unwrap_or(body.len())])
    })
}
