//! What a build may do to a folder, and what it must not, whatever happens to it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use tempfile::TempDir;

mod folders;
mod interruptions;
mod kills;
mod spare;

use super::*;

/// A folder to play in; the site is `output` in it.
struct Yard(TempDir);

impl Yard {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn dir(&self) -> PathBuf {
        self.root().join("output")
    }

    fn stage(&self) -> Result<Staging, Error> {
        stage(&self.dir(), || panic!("nobody else is at work"))
    }

    fn build(&self, files: &[(&str, &str)]) -> Written {
        self.build_by(files, swap::exchange)
    }

    fn build_by(&self, files: &[(&str, &str)], exchange: Exchange) -> Written {
        let staging = self.stage().unwrap();
        for (path, text) in files {
            staging.write(path, text.as_bytes()).unwrap();
        }
        staging.commit_with(exchange).unwrap()
    }

    /// Puts a file there by hand.
    fn put(&self, path: &str, text: &str) {
        let full = self.root().join(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.dir().join(path)).unwrap()
    }

    /// Every file and link below `dir`, with its text.
    fn tree(&self) -> BTreeMap<String, String> {
        files_below(&self.dir())
    }

    /// What lies beside the site.
    fn siblings(&self) -> Vec<String> {
        let names = fs::read_dir(self.root()).unwrap();
        let mut names: Vec<_> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Makes a file of the site look old, so that a time that was kept can be told from a new one.
    fn age(&self, path: &str) {
        let file = File::options().write(true).open(self.dir().join(path)).unwrap();
        file.set_modified(old_time()).unwrap();
    }

    fn time(&self, path: &str) -> SystemTime {
        fs::metadata(self.dir().join(path)).unwrap().modified().unwrap()
    }
}

fn old_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000)
}

fn files_below(dir: &Path) -> BTreeMap<String, String> {
    walkdir::WalkDir::new(dir)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let path = entry.path().strip_prefix(dir).unwrap().to_str().unwrap();
            let path = path.replace(std::path::MAIN_SEPARATOR, "/");
            (path, fs::read_to_string(entry.path()).unwrap_or_default())
        })
        .collect()
}

/// Panics unless the folder holds its manifest's files, all of them, with those bytes, and no other.
fn assert_whole(dir: &Path) {
    let mut tree = files_below(dir);
    let list = tree.remove(manifest::NAME).expect("there is a manifest");
    for entry in manifest::parse(&list).unwrap() {
        let text = tree.remove(&entry.path).unwrap_or_else(|| panic!("{} is missing", entry.path));
        assert_eq!(manifest::sha256(text.as_bytes()), entry.sha256, "{}", entry.path);
        assert_eq!(text.len() as u64, entry.size, "{}", entry.path);
    }
    assert!(tree.is_empty(), "not in the manifest: {tree:?}");
}

fn cannot_exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

const LOCK: &str = ".output.tiendo-lock";

#[test]
fn a_first_build_makes_the_folder_and_counts() {
    let yard = Yard::new();
    let written = yard.build(&[("index.html", "home"), ("viec/1.3.html", "task"), ("e", "")]);
    let list = yard.read(manifest::NAME);
    assert_eq!(
        written,
        Written {
            files: 3,
            bytes: 8,
            unchanged: 0,
            removed: 0,
            manifest_sha256: manifest::sha256(list.as_bytes()),
        }
    );
    assert!(list.starts_with("# tiendo manifest 1\n"), "{list}");
    assert_eq!(yard.read("viec/1.3.html"), "task");
    assert_whole(&yard.dir());
    assert_eq!(yard.siblings(), [LOCK, "output"]);
}

#[test]
fn a_site_without_files_is_a_site() {
    let yard = Yard::new();
    assert_eq!(yard.build(&[]).files, 0);
    assert_whole(&yard.dir());
    yard.build(&[("a", "a")]);
    assert_eq!(yard.build(&[]).removed, 1);
}

#[test]
fn the_next_build_replaces_drops_and_counts() {
    for way in [swap::exchange as Exchange, cannot_exchange] {
        let yard = Yard::new();
        yard.build(&[("same", "1"), ("changed", "1"), ("sub/gone", "1"), ("turned", "file")]);
        let new = [("same", "1"), ("changed", "2"), ("turned/folder", "x"), ("new", "3")];
        let written = yard.build_by(&new, way);
        assert_eq!((written.files, written.bytes), (4, 4));
        assert_eq!((written.unchanged, written.removed), (1, 2));
        assert_whole(&yard.dir());
        assert_eq!(yard.read("changed"), "2");
        assert!(!yard.dir().join("sub").exists());
        assert_eq!(yard.siblings(), [LOCK, "output"]);
    }
}

#[test]
fn the_manifest_does_not_depend_on_the_order_of_writes() {
    let files = [("b", "1"), ("a/x", "2"), ("a.html", "3"), ("B2", "4")];
    let mut backwards = files;
    backwards.reverse();
    let (one, other) = (Yard::new(), Yard::new());
    assert_eq!(one.build(&files), other.build(&backwards));
    assert_eq!(one.read(manifest::NAME), other.read(manifest::NAME));
    let list = one.read(manifest::NAME);
    let paths: Vec<_> =
        list.lines().skip(1).map(|line| line.rsplit("  ").next().unwrap()).collect();
    assert_eq!(paths, ["B2", "a.html", "a/x", "b"]);
}

#[test]
fn unchanged_files_keep_their_times() {
    for way in [swap::exchange as Exchange, cannot_exchange] {
        let yard = Yard::new();
        let files = [("same", "1"), ("sub/same", "1"), ("empty", ""), ("changed", "1")];
        yard.build(&files);
        for (path, _) in files {
            yard.age(path);
        }
        let mut files = files;
        files[3].1 = "2";
        assert_eq!(yard.build_by(&files, way).unchanged, 3);
        for path in ["same", "sub/same", "empty"] {
            assert_eq!(yard.time(path), old_time(), "{path}");
        }
        assert!(yard.time("changed") > old_time());

        yard.age(manifest::NAME);
        assert_eq!(yard.build_by(&files, way).unchanged, 4);
        assert!(yard.time(manifest::NAME) > old_time(), "it tells when the site was finished");
    }
}

#[cfg(unix)]
#[test]
fn unchanged_files_are_the_same_files() {
    use std::os::unix::fs::MetadataExt as _;
    let yard = Yard::new();
    yard.build(&[("same", "1")]);
    let inode = || fs::metadata(yard.dir().join("same")).unwrap().ino();
    let before = inode();
    yard.build(&[("same", "1")]);
    assert_eq!(inode(), before);
}

#[test]
fn where_links_are_impossible_the_time_is_copied() {
    let yard = Yard::new();
    let path = yard.root().join("copy");
    create(&path, b"1", Some(old_time())).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), old_time());
    assert_eq!(modified_if_same(&path, b"1"), Some(old_time()));
    assert_eq!(modified_if_same(&path, b"2"), None);
    assert_eq!(modified_if_same(&path, b"11"), None);
    assert_eq!(modified_if_same(&yard.root().join("none"), b"1"), None);
}

#[test]
fn long_files_are_compared_to_their_last_byte() {
    let yard = Yard::new();
    let mut text = "tiến độ ".repeat(100_000);
    assert_eq!(yard.build(&[("long", &text)]).unchanged, 0);
    assert_eq!(yard.build(&[("long", &text)]).unchanged, 1);
    text.replace_range(text.len() - 1.., "!");
    assert_eq!(yard.build(&[("long", &text)]).unchanged, 0);
    assert_whole(&yard.dir());
}

#[test]
fn a_file_that_was_tampered_with_is_written_anew_although_its_size_and_manifest_agree() {
    let yard = Yard::new();
    yard.build(&[("index.html", "right")]);
    yard.put("output/index.html", "wrong");
    assert_eq!(yard.build(&[("index.html", "right")]).unchanged, 0);
    assert_eq!(yard.read("index.html"), "right");
}

#[test]
fn a_listed_file_that_is_missing_is_written_anew() {
    let yard = Yard::new();
    yard.build(&[("a", "1"), ("b", "2")]);
    fs::remove_file(yard.dir().join("a")).unwrap();
    let written = yard.build(&[("a", "1")]);
    assert_eq!((written.unchanged, written.removed), (0, 1));
    assert_whole(&yard.dir());
}

#[test]
fn a_staging_that_is_dropped_leaves_the_old_site() {
    let yard = Yard::new();
    yard.build(&[("index.html", "old")]);
    let before = yard.tree();
    let staging = yard.stage().unwrap();
    staging.write("index.html", b"new").unwrap();
    staging.write("other.html", b"new").unwrap();
    drop(staging);
    assert_eq!(yard.tree(), before);
    assert_eq!(yard.siblings(), [LOCK, "output"]);
}

#[test]
fn a_first_staging_that_is_dropped_leaves_no_folder() {
    let yard = Yard::new();
    drop(yard.stage().unwrap());
    assert_eq!(yard.siblings(), [LOCK]);
}

#[test]
fn paths_that_are_taken_are_refused() {
    let yard = Yard::new();
    let staging = yard.stage().unwrap();
    staging.write("a/B.html", b"").unwrap();
    staging.write("Đ/x", b"").unwrap();
    for (path, by) in [
        ("a/B.html", "a/B.html"),
        ("a/b.html", "a/B.html"),
        ("A/c.html", "a"),
        ("a", "a"),
        ("a/B.html/c", "a/B.html"),
        ("đ/y", "Đ"),
    ] {
        match staging.write(path, b"") {
            Err(Error::Path { path: said, fault: PathFault::Taken(taken) }) => {
                assert_eq!((said.as_str(), taken.as_str()), (path, by));
            }
            other => panic!("{path}: {other:?}"),
        }
    }
    let written = staging.commit().unwrap();
    assert_eq!(written.files, 2, "what was refused does not spoil the rest");
    assert_whole(&yard.dir());
}

#[test]
fn paths_that_lead_elsewhere_are_refused() {
    let yard = Yard::new();
    let staging = yard.stage().unwrap();
    for path in ["", "/a", "../a", "a/../../b", r"a\b", "a//b", "manifest.txt", ".gitkeep", "NUL"] {
        let refused = staging.write(path, b"");
        assert!(matches!(refused, Err(Error::Path { .. })), "{path:?}: {refused:?}");
    }
    assert!(fs::read_dir(yard.root().join(".output.tiendo-staging")).unwrap().next().is_none());
}

#[test]
fn many_threads_write_one_site() {
    let yard = Yard::new();
    for round in 0..3 {
        let staging = yard.stage().unwrap();
        (0..2_000).into_par_iter().for_each(|n| {
            let path = format!("{}/{}/{n}.html", n % 7, n % 3);
            let text = if n % 2 == 0 { format!("{n}") } else { format!("{n} {round}") };
            staging.write(&path, text.as_bytes()).unwrap();
        });
        let written = staging.commit().unwrap();
        assert_eq!(written.files, 2_000);
        assert_eq!(written.unchanged, if round == 0 { 0 } else { 1_000 });
        assert_whole(&yard.dir());
    }
}

#[test]
fn of_two_threads_with_one_path_one_wins() {
    let yard = Yard::new();
    let staging = yard.stage().unwrap();
    let won: usize =
        (0..64).into_par_iter().map(|_| usize::from(staging.write("a/b", b"1").is_ok())).sum();
    assert_eq!(won, 1);
}
