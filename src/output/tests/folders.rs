//! Which folders a build may replace, and what it keeps of them.

use super::*;

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
