//! The releases of a target, in the order in which they were shown.

use std::fmt::Write as _;

use crate::output::manifest::{self, Entry};

/// The first line of the list. The number changes with the format.
const HEADER: &str = "# tiendo releases 1";

/// A site that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its number at this target, which is never used twice.
    pub number: u32,
    /// SHA-256 of its manifest.
    pub sha256: String,
    /// The number of its files.
    pub files: u64,
    /// The size of all its files.
    pub bytes: u64,
    /// The date of its figures, by which people know it. May be empty.
    pub label: String,
    /// When it was published, in UTC as in RFC 3339. Empty if an earlier version published it.
    pub time: String,
}

impl Release {
    /// A release that has no number yet.
    pub(super) fn new(sha256: String, entries: &[Entry], label: &str) -> Self {
        Release {
            number: 0,
            sha256,
            files: entries.len() as u64,
            bytes: entries.iter().map(|entry| entry.size).sum(),
            label: label.to_owned(),
            time: String::new(),
        }
    }
}

/// The releases of a target, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    releases: Vec<Release>,
}

impl History {
    /// Parses a list. A damaged one counts as empty: its releases can be published again.
    pub fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return History::default();
        }
        let releases: Option<Vec<Release>> = lines.map(parse_release).collect();
        History { releases: releases.unwrap_or_default() }
    }

    /// The text of the list.
    pub fn render(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for Release { number, sha256, files, bytes, label, time } in &self.releases {
            let gap = if time.is_empty() { "" } else { "  " };
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{number}  {sha256}  {files}  {bytes}  {label}{gap}{time}");
        }
        text
    }

    /// All releases, oldest first.
    pub fn releases(&self) -> &[Release] {
        &self.releases
    }

    /// The release whose manifest has this SHA-256.
    pub fn of(&self, sha256: &str) -> Option<&Release> {
        self.releases.iter().rev().find(|release| release.sha256 == sha256)
    }

    /// The release that was shown before the one whose manifest has this SHA-256.
    pub fn before(&self, sha256: &str) -> Option<&Release> {
        let at = self.releases.iter().rposition(|release| release.sha256 == sha256)?;
        self.releases.get(at.checked_sub(1)?)
    }

    /// Finds a release by its number, or by the first six or more digits of its SHA-256.
    pub fn find(&self, text: &str) -> Option<&Release> {
        let text = text.trim().to_lowercase();
        let number = || self.releases.iter().find(|release| release.number.to_string() == text);
        let sum = || {
            let mut found = self.releases.iter().filter(|r| r.sha256.starts_with(&text));
            found.next().filter(|_| text.len() >= 6 && found.next().is_none())
        };
        number().or_else(sum)
    }

    /// Adds a release that replaces `current`, and returns its number.
    pub fn add(&mut self, current: Option<Release>, new: Release) -> u32 {
        let next = |releases: &[Release]| releases.iter().map(|r| r.number).max().unwrap_or(0) + 1;
        if let Some(mut current) = current.filter(|current| current.sha256 != new.sha256) {
            // After a rollback the current release is not the last in the list. The new one has to
            // follow it.
            match self.releases.iter().rposition(|release| release.sha256 == current.sha256) {
                Some(at) => current = self.releases.remove(at),
                None => current.number = next(&self.releases),
            }
            self.releases.push(current);
        }
        let number = next(&self.releases);
        self.releases.retain(|release| release.sha256 != new.sha256);
        self.releases.push(Release { number, ..new });
        number
    }

    /// Adds the release that is shown, unless it is listed with its number.
    pub fn add_shown(&mut self, shown: Release) {
        let is_it = |r: &&Release| r.sha256 == shown.sha256 && r.number == shown.number;
        if self.releases.iter().find(is_it).is_none() {
            let known = self.of(&shown.sha256);
            let known = known.map(|known| (known.label.clone(), known.time.clone()));
            let (label, time) = known.unwrap_or_default();
            self.releases.retain(|release| release.sha256 != shown.sha256);
            self.releases.push(Release { label, time, ..shown });
        }
    }

    /// Removes all but the last `keep` releases and the one whose manifest has this SHA-256.
    pub fn forget(&mut self, keep: usize, current: &str) {
        let others = self.releases.iter().filter(|release| release.sha256 != current).count();
        let mut too_many = others.saturating_sub(keep);
        self.releases.retain(|release| {
            let goes = release.sha256 != current && too_many > 0;
            too_many -= usize::from(goes);
            !goes
        });
    }
}

fn parse_release(line: &str) -> Option<Release> {
    let mut parts = line.splitn(6, "  ");
    let mut part = || parts.next();
    let (number, sha256) = (part()?.parse().ok()?, part()?);
    let (files, bytes, label) = (part()?.parse().ok()?, part()?.parse().ok()?, part()?);
    let time = part().unwrap_or_default();
    manifest::is_sha256(sha256).then(|| Release {
        number,
        sha256: sha256.to_owned(),
        files,
        bytes,
        label: label.to_owned(),
        time: time.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(what: &str) -> Release {
        let sha256 = manifest::sha256(what.as_bytes());
        let time = if what == "b" { "2024-04-01T02:00:00Z" } else { "" }.to_owned();
        Release { number: 0, sha256, files: 1, bytes: 2, label: what.to_owned(), time }
    }

    fn labels(history: &History) -> Vec<&str> {
        history.releases.iter().map(|release| release.label.as_str()).collect()
    }

    #[test]
    fn a_rollback_returns_to_what_was_shown_before() {
        let mut history = History::default();
        history.add(None, of("a"));
        history.add(Some(of("a")), of("b"));
        assert_eq!(history.before(&of("b").sha256).map(|r| r.label.as_str()), Some("a"));
        assert_eq!(history.before(&of("a").sha256), None);
        // Back at a, then c is published: before c there was a.
        history.add(Some(of("a")), of("c"));
        assert_eq!(labels(&history), ["b", "a", "c"]);
        assert_eq!(history.find("2").map(|r| r.label.as_str()), Some("b"));
        assert_eq!(history.find(&of("b").sha256[..8]).map(|r| r.number), Some(2));
        assert_eq!(History::parse(history.render().as_bytes()), history);
        history.forget(1, &of("c").sha256);
        assert_eq!(labels(&history), ["a", "c"]);
        assert_eq!(history.add(Some(of("c")), of("d")), 4);
    }

    #[test]
    fn an_unlisted_release_is_listed_with_the_next() {
        let mut history = History::default();
        history.add(Some(of("a")), of("b"));
        assert_eq!(labels(&history), ["a", "b"]);
        assert_eq!(History::parse(b"# tiendo releases 1\n1  xyz  1  1  \n"), History::default());
    }
}
