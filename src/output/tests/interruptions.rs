//! Failed writes and moves, leftovers, and builds that wait for each other.

use super::*;

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
