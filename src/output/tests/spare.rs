//! Folders that are taken over, from the site or from the tree before it.

use super::*;

/// Builds a site that takes the folder `a/x/` over and writes one more file.
fn take_over(yard: &Yard, more: &str, exchange: Exchange) -> Written {
    let staging = yard.stage().unwrap();
    assert!(staging.keep("a/x/").unwrap(), "the folder is there");
    staging.write("more", more.as_bytes()).unwrap();
    staging.commit_with(exchange).unwrap()
}

fn whole(yard: &Yard, more: &str) {
    assert_whole(&yard.dir());
    let tree = yard.tree();
    let files: Vec<(&str, &str)> = tree.iter().map(|(path, text)| (&**path, &**text)).collect();
    let expected = [("a/x/1", "one"), ("a/x/sub/2", "two"), ("more", more)];
    assert_eq!(files[..2], expected[..2]);
    assert_eq!(files.last(), Some(&expected[2]));
}

const FIRST: [(&str, &str); 3] = [("a/x/1", "one"), ("a/x/sub/2", "two"), ("a/y/3", "three")];
pub(super) const SPARE: &str = ".output.tiendo-spare";

#[test]
fn a_folder_is_taken_over_from_whichever_tree_has_it() {
    for way in [swap::exchange as Exchange, cannot_exchange] {
        let yard = Yard::new();
        yard.build(&FIRST);
        for more in ["1", "2", "3"] {
            let written = take_over(&yard, more, way);
            assert_eq!((written.files, written.bytes), (3, 7));
            whole(&yard, more);
            assert_eq!(yard.siblings(), [LOCK, SPARE, "output"]);
        }
        // A build that takes nothing over needs no tree before it.
        yard.build(&FIRST);
        assert_eq!(yard.siblings(), [LOCK, "output"]);
    }
}

#[cfg(unix)]
#[test]
fn from_the_tree_before_the_site_a_folder_is_moved() {
    use std::os::unix::fs::MetadataExt as _;
    let yard = Yard::new();
    yard.build(&FIRST);
    take_over(&yard, "1", swap::exchange);
    let number = |path: PathBuf| fs::metadata(path).unwrap().ino();
    let before = number(yard.root().join(SPARE).join("a/x"));
    take_over(&yard, "2", swap::exchange);
    assert_eq!(number(yard.dir().join("a/x")), before);
}

#[test]
fn a_tree_that_is_not_whole_is_not_used() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 5] = [
        ("a missing file", |spare| fs::remove_file(spare.join("a/x/sub/2")).unwrap()),
        ("a stranger", |spare| fs::write(spare.join("a/x/strange"), "x").unwrap()),
        ("no manifest", |spare| fs::remove_file(spare.join(manifest::NAME)).unwrap()),
        ("a damaged manifest", |spare| fs::write(spare.join(manifest::NAME), "x").unwrap()),
        ("other files", |spare| {
            let list = spare.join(manifest::NAME);
            let text = fs::read_to_string(&list).unwrap();
            fs::write(&list, text.replace("  3  a/x/1", "  4  a/x/1")).unwrap();
        }),
    ];
    for (what, damage) in damages {
        let yard = Yard::new();
        yard.build(&FIRST);
        take_over(&yard, "1", swap::exchange);
        damage(&yard.root().join(SPARE));
        take_over(&yard, "2", swap::exchange);
        whole(&yard, "2");
        take_over(&yard, "3", swap::exchange);
        assert_eq!(yard.siblings(), [LOCK, SPARE, "output"], "{what}");
        whole(&yard, "3");
    }
}

#[test]
fn a_folder_that_changed_since_is_not_moved() {
    let yard = Yard::new();
    yard.build(&FIRST);
    take_over(&yard, "1", swap::exchange);
    // The site gets another `a/x/`, which the tree before it does not have.
    let staging = yard.stage().unwrap();
    for (path, text) in [("a/x/1", "eins"), ("a/x/sub/2", "two")] {
        staging.write(path, text.as_bytes()).unwrap();
    }
    staging.write("more", b"2").unwrap();
    staging.commit().unwrap();
    let staging = yard.stage().unwrap();
    assert!(staging.keep("a/x/").unwrap());
    staging.commit().unwrap();
    assert_whole(&yard.dir());
    assert_eq!(yard.read("a/x/1"), "eins");
}

#[test]
fn a_build_that_is_given_up_leaves_the_site() {
    let yard = Yard::new();
    yard.build(&FIRST);
    take_over(&yard, "1", swap::exchange);
    let staging = yard.stage().unwrap();
    assert!(staging.keep("a/x/").unwrap());
    drop(staging);
    whole(&yard, "1");
    take_over(&yard, "2", swap::exchange);
    whole(&yard, "2");
}

#[test]
fn a_folder_whose_file_was_altered_is_not_taken_over() {
    let yard = Yard::new();
    yard.build(&FIRST);
    // As long as before, in place.
    let page = yard.dir().join("a/x/1");
    let old = fs::metadata(&page).unwrap().modified().unwrap();
    fs::write(&page, "six").unwrap();
    let at = |time| File::options().write(true).open(&page).unwrap().set_modified(time).unwrap();
    at(old + Duration::from_secs(1));
    assert!(!yard.stage().unwrap().keep("a/x/").unwrap());
    // In the tree before the site too, whose file may be the same.
    fs::write(&page, "one").unwrap();
    at(old);
    take_over(&yard, "1", swap::exchange);
    take_over(&yard, "2", swap::exchange);
    let spare = yard.root().join(SPARE).join("a/x/1");
    let file = File::options().write(true).open(&spare).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000)).unwrap();
    let staging = yard.stage().unwrap();
    assert!(!staging.spare.give(&staging.place, "a/x/", &staging.old.list, 0..2));
    drop(staging);
    let yard = Yard::new();
    yard.build(&FIRST);
    yard.put("output/a/x/1", "longer");
    assert!(!yard.stage().unwrap().keep("a/x/").unwrap());
    fs::remove_file(yard.dir().join("a/x/1")).unwrap();
    assert!(!yard.stage().unwrap().keep("a/x/").unwrap());
    assert!(!yard.stage().unwrap().keep("a/z/").unwrap());
}

/// A folder that has not changed for long is not looked through twice, and yet nothing that somebody
/// puts into it during a build is lost.
#[cfg(unix)]
#[test]
fn what_is_put_into_an_old_folder_during_a_build_is_noticed() {
    let yard = Yard::new();
    yard.build(&FIRST);
    let age = || {
        let long_ago = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        for folder in ["", "a", "a/x", "a/x/sub", "a/y"] {
            File::open(yard.dir().join(folder)).unwrap().set_modified(long_ago).unwrap();
        }
    };
    for strange in ["a/x/sub/strange", "strange"] {
        age();
        let staging = yard.stage().unwrap();
        staging.write("more", b"1").unwrap();
        fs::write(yard.dir().join(strange), "x").unwrap();
        let refused = staging.commit();
        assert!(matches!(refused, Err(Error::Strangers { .. })), "{refused:?}");
        fs::remove_file(yard.dir().join(strange)).unwrap();
    }
    age();
    take_over(&yard, "1", swap::exchange);
    whole(&yard, "1");
}

/// From one build to the next, only folders that have changed are looked through.
#[cfg(unix)]
#[test]
fn what_is_put_into_a_folder_between_two_builds_is_noticed() {
    let yard = Yard::new();
    yard.build(&FIRST);
    take_over(&yard, "1", swap::exchange);
    // Until a later change has another time.
    std::thread::sleep(Duration::from_millis(2_100));
    take_over(&yard, "2", swap::exchange);
    let sub = yard.dir().join("a/x/sub");
    let before = fs::metadata(&sub).unwrap().modified().unwrap();
    fs::write(sub.join("strange"), "x").unwrap();
    let refused = yard.stage();
    assert!(matches!(refused, Err(Error::Strangers { .. })), "{refused:?}");
    let touch = |time| File::open(&sub).unwrap().set_modified(time).unwrap();
    touch(before);
    assert!(yard.stage().is_ok(), "the time says that nothing has changed");
    touch(before + Duration::from_secs(1));
    assert!(yard.stage().is_err());
    fs::remove_file(sub.join("strange")).unwrap();
    // A file that is gone is no file of the site any more.
    fs::remove_file(sub.join("2")).unwrap();
    let staging = yard.stage().unwrap();
    assert!(!staging.old.has_file("a/x/sub/2") && staging.old.has_file("a/x/1"));
    drop(staging);
    fs::remove_dir(&sub).unwrap();
    let staging = yard.stage().unwrap();
    assert!(!staging.old.has_file("a/x/sub/2") && staging.old.has_file("a/x/1"));
    drop(staging);
    fs::create_dir(&sub).unwrap();
    fs::write(sub.join("2"), "two").unwrap();
    File::options().write(true).open(sub.join("2")).unwrap().set_modified(before).unwrap();
    fs::create_dir(yard.dir().join("a/x/new")).unwrap();
    fs::write(yard.dir().join("a/x/new/strange"), "x").unwrap();
    assert!(yard.stage().is_err());
    fs::remove_dir_all(yard.dir().join("a/x/new")).unwrap();
    take_over(&yard, "3", swap::exchange);
    whole(&yard, "3");
}
