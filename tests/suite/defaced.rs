//! Attacks on a published folder, against `verify`, the next `publish` and `rollback`: every change
//! is reported or repaired, no link is followed out of the site, and no unknown file is silently
//! deleted.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tiendo::output::manifest::{self, Entry};

use crate::golden;
use crate::project::{Answer, Project};

const PAGE: &str = "nhiem-vu/1.1.html";

/// A project that was published twice, into `www` and behind the link `live`, with files beside
/// them that must not be touched.
struct Published {
    project: Project,
    first: BTreeMap<String, Vec<u8>>,
    second: BTreeMap<String, Vec<u8>>,
}

/// A published project as a tar archive, with its two sites.
struct Archived {
    tar: Vec<u8>,
    first: BTreeMap<String, Vec<u8>>,
    second: BTreeMap<String, Vec<u8>>,
}

impl Published {
    /// A copy of one project for each test: publishing it takes six commands, unpacking it takes one.
    fn new() -> Self {
        static ARCHIVED: OnceLock<Archived> = OnceLock::new();
        let archived = ARCHIVED.get_or_init(|| {
            let Published { project, first, second } = Published::from_commands();
            let tar = Command::new("tar")
                .args(["--format=posix", "-cf", "-", "."])
                .current_dir(project.root())
                .output()
                .unwrap();
            assert!(tar.status.success(), "{tar:?}");
            Archived { tar: tar.stdout, first, second }
        });
        let project = Project::new();
        let mut tar = Command::new("tar")
            .args(["-xpf", "-"])
            .current_dir(project.root())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        tar.stdin.take().unwrap().write_all(&archived.tar).unwrap();
        assert!(tar.wait().unwrap().success());
        Published { project, first: archived.first.clone(), second: archived.second.clone() }
    }

    fn from_commands() -> Self {
        let project = Project::new()
            .task("1.1", "kind: deliverable\ndue: 2024-06-10")
            .task("1.2", "kind: ongoing")
            .file("site.yaml", "title: Tiến độ\npublisher: Văn phòng\ncontact: a@b.example\ntargets:\n  - {name: cong, kind: folder, path: www}\n  - {name: ban, kind: folder, path: live, releases: true}\n");
        fs::create_dir(project.root().join("www")).unwrap();
        fs::create_dir(project.root().join("outside")).unwrap();
        fs::write(project.root().join("outside/index.html"), "theirs").unwrap();
        fs::write(project.root().join("outside/1.1.html"), "theirs").unwrap();
        let send = || {
            fine(&project.run(&["build"]));
            fine(&project.run(&["publish", "cong", "--yes"]));
            fine(&project.run(&["publish", "ban", "--yes"]));
            golden::files(&project.output())
        };
        let first = send();
        project.write("tasks/1.1.yaml", "priority: \"1\"\ntitle: Việc\nkind: deliverable\ndue: 2024-06-10\nupdates:\n  - {date: 2024-04-10, state: in_progress, text: Đang làm.}\n");
        let second = send();
        Published { project, first, second }
    }

    fn www(&self) -> PathBuf {
        self.project.root().join("www")
    }

    /// The site as visitors see it, without the hidden folder.
    fn seen(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = golden::files(&self.www());
        files.retain(|path, _| !path.starts_with(".tiendo/"));
        files
    }

    fn publish(&self, more: &[&str]) -> Answer {
        self.project.run(&[&["publish", "cong", "--yes", "--lang", "en"], more].concat())
    }

    fn rollback(&self, more: &[&str]) -> Answer {
        self.project.run(&[&["rollback", "cong", "--yes", "--lang", "en"], more].concat())
    }

    /// What `verify` reports.
    fn named(&self) -> String {
        let answer = self.project.run(&["verify", "www", "--lang", "en"]);
        assert_ne!(answer.code, 0, "verify sees nothing");
        assert!(answer.code == 1 || answer.code == 3, "{}", answer.stderr);
        format!("{}{}", answer.stdout, answer.stderr)
    }

    fn is_untouched_outside(&self) {
        let files = golden::files(&self.project.root().join("outside"));
        assert!(files.values().all(|bytes| bytes == b"theirs"), "something outside was written");
        assert_eq!(files.len(), 2, "something outside was made or deleted");
        let all = fs::read_dir(self.project.root().join("outside")).unwrap().count();
        assert_eq!(all, 2, "a folder outside was made");
    }

    /// Checks that the site is whole again, apart from these unknown files.
    fn is_healed(&self, beside: &[&str]) {
        let mut seen = self.seen();
        for path in beside {
            assert!(seen.remove(*path).is_some(), "{path} is gone");
        }
        assert!(seen == self.second, "not healed");
        self.is_untouched_outside();
    }
}

fn fine(answer: &Answer) {
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
}

/// Changes the manifest of a folder.
fn forge(folder: &Path, change: impl FnOnce(&mut Vec<Entry>)) {
    let path = folder.join(manifest::NAME);
    let mut entries = manifest::parse(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut entries);
    fs::write(path, manifest::render(&entries)).unwrap();
}

fn entry(path: &str, bytes: &[u8]) -> Entry {
    Entry { sha256: manifest::sha256(bytes), size: bytes.len() as u64, path: path.to_owned() }
}

#[test]
fn altered_added_and_lost_pages_are_reported_and_repaired() {
    let site = Published::new();
    let page = site.www().join(PAGE);
    // The file keeps its size and its time.
    let good = fs::read(&page).unwrap();
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    let mut bad = good.clone();
    *bad.last_mut().unwrap() = b'x';
    fs::write(&page, &bad).unwrap();
    fs::File::options().write(true).open(&page).unwrap().set_modified(time).unwrap();
    fs::remove_file(site.www().join("index.html")).unwrap();
    let odd = [
        "casino.html",
        "NHIEM-VU/1.1.HTML",
        "nhiem-vu/1.1.html ",
        "a\nb.html",
        "%2e%2e.html",
        ".an",
    ];
    for path in odd {
        let path = site.www().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "casino").unwrap();
    }
    let named = site.named();
    for line in [format!("ALTERED  {PAGE}"), "MISSING  index.html".into()] {
        assert!(named.contains(&line), "{named}");
    }
    assert!(named.contains("1 files missing, 1 altered, 6 unknown"), "{named}");
    fine(&site.publish(&["--full"]));
    site.is_healed(&odd);
}

#[test]
fn a_rollback_brings_back_what_was_altered_too() {
    let site = Published::new();
    // A file that is the same in both releases, and that comparing the lists would not send again.
    assert_eq!(site.first["assets/site.css"], site.second["assets/site.css"]);
    fs::write(site.www().join("assets/site.css"), "casino").unwrap();
    let answer = site.rollback(&[]);
    // Its bytes exist nowhere else: this is reported, and nothing is changed.
    assert_eq!(answer.code, 3, "{}{}", answer.stdout, answer.stderr);
    assert!(answer.stderr.contains("assets/site.css"), "{}", answer.stderr);
    assert_eq!(site.seen()["index.html"], site.second["index.html"]);
    assert!(fs::read_dir(site.www().join(".tiendo/pending")).unwrap().next().is_none());
    fine(&site.publish(&["--full"]));
    fine(&site.rollback(&[]));
    assert!(site.seen() == site.first);
}

#[test]
fn a_manifest_that_was_altered_is_not_believed() {
    type Deed = fn(&Path);
    let deeds: [(&str, Deed); 6] = [
        ("deleted", |www| fs::remove_file(www.join(manifest::NAME)).unwrap()),
        ("emptied", |www| fs::write(www.join(manifest::NAME), "").unwrap()),
        ("cut", |www| {
            let text = fs::read(www.join(manifest::NAME)).unwrap();
            fs::write(www.join(manifest::NAME), &text[..text.len() / 2]).unwrap();
        }),
        ("with a page that was altered to match", |www| {
            fs::write(www.join(PAGE), "casino").unwrap();
            forge(www, |entries| {
                *entries.iter_mut().find(|entry| entry.path == PAGE).unwrap() =
                    entry(PAGE, b"casino");
            });
        }),
        ("with a page that was added", |www| {
            fs::write(www.join("theirs.html"), "theirs").unwrap();
            forge(www, |entries| entries.push(entry("theirs.html", b"theirs")));
        }),
        ("hostile", |www| {
            let text = format!(
                "{}\n{}  1  ../outside/index.html\n",
                manifest::HEADER,
                manifest::sha256(b"x")
            );
            fs::write(www.join(manifest::NAME), text).unwrap();
        }),
    ];
    for (what, deed) in deeds {
        let site = Published::new();
        let sum = manifest::sha256(&site.second[manifest::NAME]);
        fs::write(site.www().join("theirs.html"), "theirs").unwrap();
        deed(&site.www());
        let answer = site.project.run(&["verify", "www", "--hash", &sum, "--allow", "theirs.html"]);
        assert_eq!(answer.code, 1, "{what}: {}{}", answer.stdout, answer.stderr);
        let answer = site.publish(&[]);
        fine(&answer);
        assert!(
            answer.stderr.contains("not one that tiendo published there"),
            "{what}: {}",
            answer.stderr
        );
        // Files that only a forged list claims are not deleted.
        site.is_healed(&["theirs.html"]);
        let quiet = site.publish(&[]);
        fine(&quiet);
        assert!(!quiet.stderr.contains("not one that"), "{what}: {}", quiet.stderr);

        deed(&site.www());
        fine(&site.rollback(&[]));
        let mut seen = site.seen();
        seen.remove("theirs.html").unwrap();
        assert!(seen == site.first, "{what}: rolled back");
    }
}

#[test]
fn links_and_pipes_in_place_of_files_are_neither_followed_nor_waited_for() {
    type Deed = fn(&Path);
    let deeds: [(&str, Deed); 4] = [
        ("a link to a file", |page| symlink("../../outside/1.1.html", page).unwrap()),
        ("a link to itself", |page| symlink("1.1.html", page).unwrap()),
        ("a pipe", |page| {
            assert!(Command::new("mkfifo").arg(page).status().unwrap().success());
        }),
        ("an empty folder", |page| fs::create_dir(page).unwrap()),
    ];
    for (what, deed) in deeds {
        for path in [PAGE, manifest::NAME] {
            let site = Published::new();
            let page = site.www().join(path);
            fs::remove_file(&page).unwrap();
            deed(&page);
            let named = site.named();
            assert!(named.contains(path), "{what}: {named}");
            fine(&site.publish(&["--full"]));
            site.is_healed(&[]);
            fs::remove_file(&page).unwrap();
            deed(&page);
            fine(&site.rollback(&[]));
            assert!(site.seen() == site.first, "{what}: {path}");
            site.is_untouched_outside();
        }
    }
}

#[test]
fn folders_in_the_way_and_links_to_folders_are_reported() {
    type Deed = fn(&Path);
    let deeds: [(&str, &str, Deed); 4] = [
        ("nhiem-vu", "a link to a folder", |www| {
            fs::rename(www.join("nhiem-vu"), www.join("aside")).unwrap();
            symlink("../outside", www.join("nhiem-vu")).unwrap();
        }),
        (PAGE, "a folder with files", |www| {
            fs::remove_file(www.join(PAGE)).unwrap();
            fs::create_dir(www.join(PAGE)).unwrap();
            fs::write(www.join(PAGE).join("index.html"), "casino").unwrap();
        }),
        ("nhiem-vu", "a file where a folder was", |www| {
            fs::rename(www.join("nhiem-vu"), www.join("aside")).unwrap();
            fs::write(www.join("nhiem-vu"), "casino").unwrap();
        }),
        (".tiendo", "a link in the place of what is kept", |www| {
            fs::remove_dir_all(www.join(".tiendo")).unwrap();
            symlink("../outside", www.join(".tiendo")).unwrap();
        }),
    ];
    for (path, what, deed) in deeds {
        let site = Published::new();
        deed(&site.www());
        assert!(site.named().contains(path), "{what}");
        let before = site.seen();
        for answer in
            [site.publish(&["--full"]), site.publish(&["--dry-run", "--full"]), site.rollback(&[])]
        {
            if answer.code == 0 {
                // A plan may still be printed.
                assert!(answer.stdout.contains("--dry-run"), "{what}: {}", answer.stdout);
                continue;
            }
            assert_eq!(answer.code, 3, "{what}: {}{}", answer.stdout, answer.stderr);
            assert!(answer.stderr.contains(path), "{what}: {}", answer.stderr);
        }
        site.is_untouched_outside();
        for path in before.keys().filter(|path| path.starts_with("aside/") || path.contains(PAGE)) {
            assert!(site.seen().contains_key(path), "{what}: {path} was deleted");
        }
    }
}

#[test]
fn a_link_that_is_named_like_litter_is_reported() {
    let site = Published::new();
    fs::write(site.www().join("Thumbs.db"), "x").unwrap();
    assert_eq!(site.project.run(&["verify", "www"]).code, 0);
    fs::remove_file(site.www().join("Thumbs.db")).unwrap();
    symlink("../outside", site.www().join("Thumbs.db")).unwrap();
    assert!(site.named().contains("Thumbs.db"));
}

#[test]
fn altered_kept_files_are_reported_and_never_shown() {
    let site = Published::new();
    let kept = site.www().join(".tiendo");
    let objects: Vec<PathBuf> =
        fs::read_dir(kept.join("objects")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!objects.is_empty());
    for object in &objects {
        fs::write(object, "casino").unwrap();
    }
    assert!(site.named().contains(".tiendo/objects/"));
    let answer = site.rollback(&[]);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
    assert!(site.seen().values().all(|bytes| bytes != b"casino"));
    fine(&site.publish(&[]));
    site.is_healed(&[]);

    // Files prepared for the next run, with the right size and wrong bytes.
    let site = Published::new();
    fine(&site.rollback(&[]));
    fs::create_dir_all(site.www().join(".tiendo/new")).unwrap();
    for (path, bytes) in &site.second {
        let of_path = &manifest::sha256(path.as_bytes())[..16];
        let aside = format!(".tiendo/new/{}-{of_path}", manifest::sha256(bytes));
        fs::write(site.www().join(aside), vec![b'x'; bytes.len()]).unwrap();
    }
    fine(&site.publish(&[]));
    site.is_healed(&[]);

    // Folders in place of lists, and a list of releases that names nothing.
    for folder in ["pending/x.txt", "releases/y.txt", "objects/z", "new/z"] {
        fs::create_dir_all(site.www().join(".tiendo").join(folder)).unwrap();
        fs::write(site.www().join(".tiendo").join(folder).join("theirs"), "theirs").unwrap();
    }
    fine(&site.rollback(&[]));
    fs::write(site.www().join(".tiendo/releases.txt"), "# tiendo releases 1\nx\n").unwrap();
    fine(&site.publish(&[]));
    site.is_healed(&[]);
    assert!(site.www().join(".tiendo/releases/y.txt/theirs").exists());
}

#[test]
fn a_release_that_was_defaced_is_replaced_or_left() {
    let live = |site: &Published| site.project.root().join("live");
    let publish = |site: &Published, more: &[&str]| {
        site.project.run(&[&["publish", "ban", "--yes", "--lang", "en"], more].concat())
    };
    // Altered pages: the next release is whole again, and unknown files are reported.
    let site = Published::new();
    fs::write(live(&site).join(PAGE), "casino").unwrap();
    fs::write(live(&site).join("web.config"), "theirs").unwrap();
    assert_eq!(site.project.run(&["verify", "live"]).code, 1);
    let answer = publish(&site, &[]);
    fine(&answer);
    assert!(answer.stderr.contains("web.config"), "{}", answer.stderr);
    assert!(golden::files(&live(&site)) == site.second);
    fine(&site.project.run(&["verify", "live"]));

    // An altered manifest: publishing stops, since the past is unknown, and both ways out work.
    for text in ["", "x", "# tiendo manifest 1\n"] {
        let site = Published::new();
        fs::write(live(&site).join(manifest::NAME), text).unwrap();
        fs::write(live(&site).join(PAGE), "casino").unwrap();
        let answer = publish(&site, &[]);
        assert_eq!(answer.code, 3, "{text}: {}", answer.stderr);
        assert!(answer.stderr.contains("--since"), "{}", answer.stderr);
        fine(&publish(&site, &["--since", "output"]));
        assert!(golden::files(&live(&site)) == site.second, "{text}");

        let site = Published::new();
        fs::write(live(&site).join(manifest::NAME), text).unwrap();
        fine(&site.project.run(&["rollback", "ban", "--yes"]));
        assert!(golden::files(&live(&site)) == site.first, "{text}");
        // The altered release is not shown again.
        assert_eq!(site.project.run(&["rollback", "ban", "--yes", "--to", "2"]).code, 3);
        assert!(golden::files(&live(&site)) == site.first, "{text}");
    }

    // A link that leads elsewhere is not replaced, and its target stays.
    let site = Published::new();
    fs::remove_file(live(&site)).unwrap();
    symlink("outside", live(&site)).unwrap();
    assert_eq!(publish(&site, &[]).code, 2);
    site.is_untouched_outside();
    // A list that is a link is not written through.
    let site = Published::new();
    let home = site.project.root().join(".live.tiendo-releases");
    symlink("../outside/index.html", home.join("releases.new")).unwrap();
    symlink("../outside", home.join("partial")).unwrap();
    let answer = publish(&site, &[]);
    assert!(answer.code == 0 || answer.stderr.contains("partial"), "{}", answer.stderr);
    fs::remove_file(home.join("partial")).unwrap_or_default();
    fine(&publish(&site, &[]));
    site.is_untouched_outside();
}
