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
        assert_eq!(yard.time(manifest::NAME), old_time(), "the manifest is a file like others");
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

#[test]
fn names_may_be_given_in_many_ways() {
    let yard = Yard::new();
    for name in ["output/", "./output", "sub/../output/.", "deep/er/output"] {
        let dir = yard.root().join(name);
        fs::create_dir_all(yard.root().join("sub")).unwrap();
        let staging = stage(&dir, || panic!("nobody waits")).unwrap();
        staging.write("a", b"1").unwrap();
        staging.commit().unwrap();
        assert_whole(&dir);
    }
    assert!(yard.root().join("deep/er/.output.tiendo-lock").exists());
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_and_the_work_is_done_beside_the_real_one() {
    use std::os::unix::fs::symlink;
    let yard = Yard::new();
    fs::create_dir_all(yard.root().join("disk/real")).unwrap();
    symlink("disk/real", yard.dir()).unwrap();
    for text in ["1", "2"] {
        yard.build(&[("a", text)]);
        assert!(fs::symlink_metadata(yard.dir()).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(yard.root().join("disk/real/a")).unwrap(), text);
    }
    assert_eq!(yard.siblings(), ["disk", "output"]);
    assert!(yard.root().join("disk/.real.tiendo-lock").exists());
}

#[test]
fn an_empty_folder_or_one_that_only_git_keeps_is_taken_and_its_keepers_stay() {
    let yard = Yard::new();
    fs::create_dir(yard.dir()).unwrap();
    yard.build(&[("a", "1")]);

    let yard = Yard::new();
    yard.put("output/.gitkeep", "");
    yard.put("output/.gitignore", "*\n");
    yard.put("output/.DS_Store", "litter");
    yard.age(".gitignore");
    for round in 0..3 {
        let way = if round == 1 { cannot_exchange } else { swap::exchange };
        assert_eq!(yard.build_by(&[("a", "1")], way).files, 1);
        let names: Vec<_> = yard.tree().into_keys().collect();
        assert_eq!(names, [".gitignore", ".gitkeep", "a", "manifest.txt"]);
        assert_eq!(yard.read(".gitignore"), "*\n");
        assert_eq!(yard.time(".gitignore"), old_time());
        assert!(!yard.read(manifest::NAME).contains(".git"));
    }
}

#[test]
fn a_folder_that_tiendo_did_not_make_is_refused_untouched() {
    for (path, text) in [
        ("output/thesis.docx", "years of work"),
        ("output/manifest.txt", "# somebody's manifest\n"),
        ("output/manifest.txt", "# tiendo manifest 2\n"),
        ("output/manifest.txt/x", "a folder"),
        ("output/sub/.gitkeep", ""),
        ("output/.gitkeep/x", ""),
    ] {
        let yard = Yard::new();
        yard.put(path, text);
        let before = yard.tree();
        let refused = yard.stage();
        assert!(matches!(refused, Err(Error::NotOurs { .. })), "{path}: {refused:?}");
        assert_eq!(yard.tree(), before);
        assert_eq!(yard.siblings(), [LOCK, "output"]);
    }
}

#[test]
fn files_that_somebody_put_into_the_site_are_named_and_left() {
    let yard = Yard::new();
    yard.build(&[("a", "1"), ("sub/b", "2")]);
    for n in 1..=7 {
        yard.put(&format!("output/sub/hand-made-{n}.html"), "by hand");
    }
    yard.put("output/sub/.gitkeep", "not at the root: a stranger");
    let before = yard.tree();
    let refused = yard.stage().unwrap_err();
    assert_eq!(yard.tree(), before);
    let said = refused.to_string();
    let Error::Strangers { dir, files, more } = refused else { panic!("{refused:?}") };
    assert_eq!(dir, yard.dir());
    assert_eq!(files[..2], ["sub/.gitkeep", "sub/hand-made-1.html"]);
    assert_eq!((files.len(), more), (5, 3));
    assert!(said.contains("sub/hand-made-4.html, and 3 more); move them away"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_is_a_stranger() {
    use std::os::unix::ffi::OsStrExt as _;
    let yard = Yard::new();
    yard.build(&[("a", "1")]);
    fs::write(yard.dir().join(std::ffi::OsStr::from_bytes(b"b\xff")), "by hand").unwrap();
    let Err(Error::Strangers { files, .. }) = yard.stage() else { panic!("it is not ours") };
    assert_eq!(files, ["b\u{fffd}"]);
}

#[test]
fn a_stranger_that_comes_during_the_build_stops_the_move() {
    let yard = Yard::new();
    yard.build(&[("a", "1")]);
    let staging = yard.stage().unwrap();
    staging.write("a", b"2").unwrap();
    yard.put("output/late.html", "by hand");
    assert!(matches!(staging.commit(), Err(Error::Strangers { .. })));
    assert_eq!(yard.read("a"), "1");
    assert_eq!(yard.read("late.html"), "by hand");
    assert_eq!(yard.siblings(), [LOCK, "output"]);
}

#[test]
fn litter_of_operating_systems_is_dropped() {
    let yard = Yard::new();
    yard.build(&[("a", "1"), ("sub/b", "2")]);
    for litter in ["Thumbs.db", "sub/desktop.ini", "sub/.DS_Store", "THUMBS.DB"] {
        yard.put(&format!("output/{litter}"), "litter");
    }
    fs::create_dir(yard.dir().join("empty")).unwrap();
    assert_eq!(yard.build(&[("a", "1"), ("sub/b", "2")]).unchanged, 2);
    assert_whole(&yard.dir());
    assert!(!yard.dir().join("empty").exists());
}

#[test]
fn a_damaged_manifest_is_no_ground_to_delete() {
    let yard = Yard::new();
    yard.build(&[("a", "1"), ("b", "1")]);
    let list = yard.read(manifest::NAME).replacen("  1  b", "  1 b", 1);
    yard.put("output/manifest.txt", &list);
    let refused = yard.stage();
    assert!(matches!(refused, Err(Error::DamagedManifest { line: 3, .. })), "{refused:?}");
}

#[test]
fn a_file_in_the_folders_place_is_said() {
    let yard = Yard::new();
    yard.put("output", "a file");
    assert!(matches!(yard.stage(), Err(Error::NotAFolder { .. })));
    let below = stage(&yard.dir().join("sub/site"), || ());
    assert!(matches!(below, Err(Error::Disk { step: Step::CreateFolder, .. })), "{below:?}");
    assert_eq!(fs::read_to_string(yard.dir()).unwrap(), "a file");
}

#[cfg(unix)]
#[test]
fn links_inside_the_old_site_are_never_followed() {
    use std::os::unix::fs::symlink;
    let yard = Yard::new();
    yard.put("precious/file", "1");
    yard.build(&[("file", "1"), ("sub/file", "1")]);

    // In the place of a file of ours: the link goes, what it leads to stays, also with equal bytes.
    fs::remove_file(yard.dir().join("file")).unwrap();
    symlink(yard.root().join("precious/file"), yard.dir().join("file")).unwrap();
    assert_eq!(yard.build(&[("file", "1"), ("sub/file", "1")]).unchanged, 1);
    assert!(!fs::symlink_metadata(yard.dir().join("file")).unwrap().is_symlink());

    // In the place of a folder of ours: a stranger.
    fs::remove_dir_all(yard.dir().join("sub")).unwrap();
    symlink(yard.root().join("precious"), yard.dir().join("sub")).unwrap();
    let refused = yard.stage();
    let Err(Error::Strangers { files, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(files, ["sub"]);
    assert_eq!(fs::read_to_string(yard.root().join("precious/file")).unwrap(), "1");

    // In what an interrupted build left.
    fs::remove_file(yard.dir().join("sub")).unwrap();
    let staging = yard.root().join(".output.tiendo-staging");
    fs::create_dir(&staging).unwrap();
    symlink(yard.root().join("precious"), staging.join("link")).unwrap();
    yard.build(&[]);
    assert_eq!(fs::read_to_string(yard.root().join("precious/file")).unwrap(), "1");
}

#[cfg(unix)]
#[test]
fn the_folder_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt as _;
    let yard = Yard::new();
    yard.build(&[]);
    fs::set_permissions(yard.dir(), fs::Permissions::from_mode(0o2770)).unwrap();
    yard.build(&[("a", "1")]);
    let mode = fs::metadata(yard.dir()).unwrap().permissions().mode();
    assert_eq!(mode & 0o7777, 0o2770);
}

#[test]
fn a_failed_write_forbids_the_commit_and_leaves_the_old_site() {
    let yard = Yard::new();
    yard.build(&[("a", "1")]);
    let staging = yard.stage().unwrap();
    staging.write("a", b"2").unwrap();
    // The disk fails: the staged tree is no longer there.
    fs::remove_dir_all(yard.root().join(".output.tiendo-staging")).unwrap();
    let failed = staging.write("b", b"2");
    assert!(matches!(failed, Err(Error::Disk { step: Step::Write, .. })), "{failed:?}");
    let failed = staging.commit();
    assert!(matches!(&failed, Err(Error::Incomplete { path }) if path == "b"), "{failed:?}");
    assert_whole(&yard.dir());
    assert_eq!(yard.read("a"), "1");
}

#[test]
fn a_move_that_fails_leaves_the_old_site() {
    fn no_exchange(_: &Path, _: &Path) -> io::Result<bool> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
    fn busy(_: &Path, _: &Path) -> io::Result<bool> {
        Err(io::ErrorKind::ResourceBusy.into())
    }
    /// Makes the second rename of the fallback fail.
    fn lose_the_new_tree(new: &Path, _: &Path) -> io::Result<bool> {
        fs::remove_dir_all(new)?;
        Ok(false)
    }
    let yard = Yard::new();
    yard.build(&[("a", "1")]);
    for (way, pinned) in
        [(no_exchange as Exchange, false), (busy, true), (lose_the_new_tree, false)]
    {
        let staging = yard.stage().unwrap();
        staging.write("a", b"2").unwrap();
        match staging.commit_with(way).unwrap_err() {
            Error::Disk { step: Step::Move, .. } if !pinned => {}
            Error::Pinned { .. } if pinned => {}
            other => panic!("{other:?}"),
        }
        assert_eq!(yard.read("a"), "1");
        assert_whole(&yard.dir());
        assert_eq!(yard.siblings(), [LOCK, "output"]);
    }
}

#[test]
fn an_interruption_between_the_two_renames_is_mended() {
    let yard = Yard::new();
    yard.build(&[("a", "1")]);
    let aside = yard.root().join(".output.tiendo-aside");
    fs::rename(yard.dir(), &aside).unwrap();
    yard.put(".output.tiendo-staging/a", "2");
    drop(yard.stage().unwrap());
    assert_eq!(yard.read("a"), "1");
    assert_eq!(yard.siblings(), [LOCK, "output"]);

    // After the second rename, while the old tree is deleted: the new site stands.
    yard.put(".output.tiendo-aside/sub/a", "0");
    drop(yard.stage().unwrap());
    assert_eq!(yard.read("a"), "1");
    assert_eq!(yard.siblings(), [LOCK, "output"]);
}

#[test]
fn what_was_set_aside_outlives_an_empty_folder_in_its_place_until_there_is_a_new_site() {
    for way in [cannot_exchange, swap::exchange as Exchange] {
        let yard = Yard::new();
        yard.build(&[("a", "1")]);
        fs::rename(yard.dir(), yard.root().join(".output.tiendo-aside")).unwrap();
        yard.put("output/.gitkeep", "as git checkout would");
        drop(yard.stage().unwrap());
        assert_whole(&yard.root().join(".output.tiendo-aside"));
        yard.build_by(&[("a", "2")], way);
        assert_eq!(yard.read("a"), "2");
        assert_eq!(yard.siblings(), [LOCK, "output"]);
    }
}

#[test]
fn leftovers_of_any_kind_are_cleaned() {
    let yard = Yard::new();
    yard.put(".output.tiendo-staging", "a file");
    yard.build(&[("a", "1")]);
    yard.put(".output.tiendo-staging/deep/er/file", "half a tree");
    yard.put(".output.tiendo-aside/file", "half a tree");
    yard.build(&[("a", "1")]);
    assert_whole(&yard.dir());
    assert_eq!(yard.siblings(), [LOCK, "output"]);
}

#[test]
fn a_second_build_in_the_same_folder_waits() {
    let yard = Yard::new();
    let first = yard.stage().unwrap();
    let (waits, ready) = (AtomicBool::new(false), std::sync::mpsc::channel());
    std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let told = || {
                waits.store(true, Ordering::SeqCst);
                ready.0.send(()).unwrap();
            };
            let staging = stage(&yard.dir(), told).unwrap();
            assert_eq!(yard.read("a"), "first", "the first is done when the second begins");
            staging.write("a", b"second").unwrap();
            staging.commit().unwrap();
        });
        ready.1.recv().unwrap();
        assert!(waits.load(Ordering::SeqCst) && !second.is_finished());
        first.write("a", b"first").unwrap();
        first.commit().unwrap();
        second.join().unwrap();
    });
    assert_eq!(yard.read("a"), "second");
    assert_eq!(yard.siblings(), [LOCK, "output"]);
}

#[test]
fn builds_in_many_threads_take_turns() {
    let yard = Yard::new();
    std::thread::scope(|scope| {
        for thread in 0..6 {
            let dir = yard.dir();
            scope.spawn(move || {
                for round in 0..5 {
                    let staging = stage(&dir, || ()).unwrap();
                    for n in 0..20 {
                        let text = format!("{thread} {round}");
                        staging.write(&format!("{n}"), text.as_bytes()).unwrap();
                    }
                    staging.commit().unwrap();
                    drop(stage(&dir, || ()).unwrap());
                }
            });
        }
    });
    assert_whole(&yard.dir());
    let tree = yard.tree();
    assert!((1..20).all(|n| tree[&n.to_string()] == tree["0"]), "one build's files only");
}

#[test]
fn errors_say_where_and_what() {
    let source = || io::Error::other("the disk is full");
    let dir = || PathBuf::from("output");
    let files = vec!["x".to_owned(), "y".to_owned()];
    for (error, said) in [
        (
            Error::Disk { path: dir(), step: Step::Flush, source: source() },
            "output: cannot flush to disk: the disk is full",
        ),
        (
            Error::NotOurs { dir: dir(), files, more: 0 },
            "output: was not made by tiendo and is not empty (x, y); name another folder",
        ),
        (
            Error::Path { path: "../a".to_owned(), fault: PathFault::Dots },
            "\"../a\" cannot be a path in the site: it has a part that is `.` or `..`",
        ),
    ] {
        assert_eq!(error.to_string(), said);
    }
}

// Builds that are killed. The test binary runs itself; the child builds until it dies.

const CHILD_DIR: &str = "TIENDO_TEST_OUTPUT_DIR";
const CHILD_RENAMES: &str = "TIENDO_TEST_OUTPUT_RENAMES";
const CHILD_TEST: &str = "output::tests::child_that_builds_until_it_is_killed";

/// Not a test by itself: the body of the child below.
#[expect(clippy::disallowed_methods, reason = "the child of a test is told by its environment")]
#[test]
fn child_that_builds_until_it_is_killed() {
    let Some(dir) = env::var_os(CHILD_DIR) else { return };
    let way = if env::var_os(CHILD_RENAMES).is_some() { cannot_exchange } else { swap::exchange };
    for round in 0_u64.. {
        let staging = stage(Path::new(&dir), || ()).unwrap();
        (0..60).into_par_iter().for_each(|n| {
            // Some files never change, some always, some come and go.
            let path = format!("{}/{n}.html", n % 4);
            match n % 3 {
                0 => staging.write(&path, b"always the same").unwrap(),
                1 => staging.write(&path, format!("{round}").repeat(n * 50).as_bytes()).unwrap(),
                _ if round % 2 == 0 => staging.write(&path, b"now and then").unwrap(),
                _ => {}
            }
        });
        staging.commit_with(way).unwrap();
    }
}

/// Kills the child on drop, so that a test that fails leaves no process.
struct Builder(Child);

impl Builder {
    fn start(dir: &Path, renames: bool) -> Self {
        let mut child = Command::new(env::current_exe().unwrap());
        child.args(["--exact", CHILD_TEST, "--nocapture"]).env(CHILD_DIR, dir);
        if renames {
            child.env(CHILD_RENAMES, "1");
        }
        Self(child.stdout(Stdio::null()).spawn().unwrap())
    }

    fn kill(&mut self) {
        assert!(self.0.try_wait().unwrap().is_none(), "the child never ends by itself");
        // SIGKILL, or TerminateProcess: no destructor runs.
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Builder {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Kills builds at many moments; returns how many of them left something to clean.
fn kill_builds(renames: bool) -> usize {
    let yard = Yard::new();
    yard.build(&[("index.html", "the first site")]);
    let mut interrupted = 0;
    // Spread over a build without a clock: a fixed sequence of waits, in steps of a tenth of a
    // millisecond. What the system does meanwhile makes the moments random enough.
    let mut wait: u64 = 7;
    for _ in 0..40 {
        let mut builder = Builder::start(&yard.dir(), renames);
        wait = (wait * 137 + 71) % 397;
        std::thread::sleep(Duration::from_millis(8) + Duration::from_micros(wait * 100));
        builder.kill();
        interrupted += usize::from(yard.siblings() != [LOCK, "output"]);
        if !renames {
            assert_whole(&yard.dir());
        }
        drop(yard.stage().unwrap());
        assert_whole(&yard.dir());
        assert_eq!(yard.siblings(), [LOCK, "output"]);
    }
    interrupted
}

#[test]
fn a_killed_build_leaves_a_whole_site_and_the_next_one_cleans() {
    assert!(kill_builds(false) >= 10, "too few kills met a build at work");
}

#[test]
fn a_killed_build_that_moves_by_renames_is_mended_by_the_next() {
    assert!(kill_builds(true) >= 10, "too few kills met a build at work");
}

#[test]
fn two_processes_take_turns() {
    let yard = Yard::new();
    let mut other = Builder::start(&yard.dir(), false);
    // The child's loop takes the lock again and again; each of these gets its turn between.
    for round in 0..5 {
        let staging = stage(&yard.dir(), || ()).unwrap();
        staging.write("here", format!("{round}").as_bytes()).unwrap();
        staging.commit().unwrap();
    }
    other.kill();
    drop(yard.stage().unwrap());
    assert_whole(&yard.dir());
}
