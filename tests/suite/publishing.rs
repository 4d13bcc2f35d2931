//! `publish` and `rollback`: the order in which files are sent, what an interruption leaves, that
//! the next run repairs it, and what is never touched. Real servers are tested in `tests/servers/`.

#![allow(clippy::print_stderr, reason = "figures of the long run are told")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use tiendo::output::manifest::{self, Entry};
use tiendo::publish::destination::Snapshot as _;
use tiendo::publish::error::{FileList, PublishError};
use tiendo::publish::history::Release;
use tiendo::publish::lease::Lease;
use tiendo::publish::options::SendOptions;
use tiendo::publish::send::{Sent, Session};
use tiendo::publish::site::{Site, Source};
use tiendo::publish::snapshot::StoreSnapshot;
use tiendo::publish::store::{Store, StoreError, StoreErrorKind};

use crate::golden;
use crate::project::{Answer, Project, run_in};

/// A target in memory that can fail before any step.
#[derive(Default)]
struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    log: Mutex<Vec<String>>,
    /// The number of changing steps that still succeed.
    steps: AtomicI64,
    renames: bool,
}

impl Memory {
    fn new(renames: bool) -> Self {
        Memory { renames, steps: AtomicI64::new(i64::MAX), ..Memory::default() }
    }

    fn step(&self, what: String) -> Result<(), StoreError> {
        if self.steps.fetch_sub(1, Ordering::Relaxed) <= 0 {
            return Err(StoreError::new(StoreErrorKind::Unreachable, "", "cut"));
        }
        self.log.lock().unwrap().push(what);
        Ok(())
    }

    fn put(&self, path: &str, bytes: &str) {
        self.files.lock().unwrap().insert(path.to_owned(), bytes.as_bytes().to_vec());
    }

    /// The files that visitors can see, without the hidden folder.
    fn visible(&self) -> BTreeMap<String, String> {
        let files = self.files.lock().unwrap();
        let seen = files.iter().filter(|(path, _)| !path.starts_with(".tiendo/"));
        let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).unwrap();
        seen.map(|(path, bytes)| (path.clone(), text(bytes))).collect()
    }

    fn logged(&self) -> Vec<String> {
        std::mem::take(&mut self.log.lock().unwrap())
    }
}

impl Store for Memory {
    fn read(&self, path: &str, _: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.files.lock().unwrap().get(path).cloned())
    }
    fn size(&self, path: &str) -> Result<Option<u64>, StoreError> {
        Ok(self.files.lock().unwrap().get(path).map(|bytes| bytes.len() as u64))
    }
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), StoreError> {
        self.step(format!("write {path}"))?;
        self.files.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }
    fn create(&self, path: &str, bytes: &[u8]) -> Result<bool, StoreError> {
        if self.size(path)?.is_some() {
            return Ok(false);
        }
        self.write(path, bytes).map(|()| true)
    }
    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        self.step(format!("move {to}"))?;
        let mut files = self.files.lock().unwrap();
        let bytes = files.remove(from).unwrap();
        files.insert(to.to_owned(), bytes);
        Ok(())
    }
    fn delete(&self, path: &str) -> Result<(), StoreError> {
        self.step(format!("delete {path}"))?;
        self.files.lock().unwrap().remove(path);
        Ok(())
    }
    fn delete_empty_folder(&self, _: &str) {}
    fn list(&self, folder: &str) -> Result<Vec<(String, u64)>, StoreError> {
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let files = self.files.lock().unwrap();
        let mut found = BTreeSet::new();
        for (path, bytes) in files.iter() {
            let Some(rest) = path.strip_prefix(&folder) else { continue };
            match rest.split_once('/') {
                Some((below, _)) => found.insert((format!("{folder}{below}/"), 0)),
                None => found.insert((path.clone(), bytes.len() as u64)),
            };
        }
        Ok(found.into_iter().collect())
    }
    fn make_folder(&self, _: &str) -> Result<(), StoreError> {
        Ok(())
    }
    fn renames(&self) -> bool {
        self.renames
    }
    fn creates_atomically(&self) -> bool {
        true
    }
    fn needs_folders(&self) -> bool {
        false
    }
}

/// A site in memory.
struct Pages(BTreeMap<String, String>);

impl Pages {
    fn new(files: &[(&str, &str)]) -> Self {
        Pages(files.iter().map(|(p, t)| ((*p).to_owned(), (*t).to_owned())).collect())
    }

    fn site(&self) -> Site {
        let entries: Vec<Entry> = (self.0.iter())
            .map(|(path, text)| Entry {
                sha256: manifest::sha256(text.as_bytes()),
                size: text.len() as u64,
                path: path.clone(),
            })
            .collect();
        Site { manifest: manifest::render(&entries).into_bytes(), entries, label: String::new() }
    }

    /// The site with its manifest, as visitors see it.
    fn seen(&self) -> BTreeMap<String, String> {
        let mut seen = self.0.clone();
        let list = String::from_utf8(self.site().manifest).unwrap();
        seen.insert(manifest::NAME.to_owned(), list);
        seen
    }
}

impl Source for Pages {
    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, PublishError> {
        Ok(self.0[&entry.path].clone().into_bytes())
    }
}

const OPTIONS: SendOptions = SendOptions { jobs: 1, reads_all: false, overwrites: false, keep: 3 };

fn publish_in(store: &Memory, pages: &Pages, options: SendOptions) -> Result<Sent, PublishError> {
    let site = pages.site();
    let snapshot = StoreSnapshot::read(store)?;
    let plan = snapshot.plan(&site, options)?;
    let session = Session { options, lease: &Lease::default(), time: "", on_file: &|| () };
    snapshot.send(&plan, &site, pages, &session)
}

/// The releases of a target.
fn releases(store: &Memory) -> Vec<Release> {
    StoreSnapshot::read(store).unwrap().history().releases().to_vec()
}

fn roll_back(store: &Memory, to: &Release, options: SendOptions) -> Result<Sent, PublishError> {
    let session = Session { options, lease: &Lease::default(), time: "", on_file: &|| () };
    StoreSnapshot::read(store)?.roll_back(to, &session)
}

fn publish(store: &Memory, pages: &Pages) -> Result<Sent, PublishError> {
    publish_in(store, pages, OPTIONS)
}

fn first() -> Pages {
    Pages::new(&[
        ("assets/site.css", "old"),
        ("index.html", "one"),
        ("muc/1.html", "same"),
        ("muc/2.html", "gone"),
        ("muc/3.html", "page"),
    ])
}

fn second() -> Pages {
    Pages::new(&[
        ("assets/site.css", "new"),
        ("assets/new.css", "brand new"),
        ("index.html", "two"),
        ("muc/1.html", "same"),
        // The file keeps its length, so only its bytes differ.
        ("muc/3.html", "PAGE"),
        ("muc/4.html", "longer than it was"),
    ])
}

fn third() -> Pages {
    Pages::new(&[
        ("assets/site.css", "new"),
        ("index.html", "three"),
        ("muc/3.html", "page"),
        ("muc/5.html", "a fifth"),
    ])
}

#[test]
fn new_files_go_first_then_parts_pages_the_index_deletions_and_the_manifest() {
    for renames in [false, true] {
        let store = Memory::new(renames);
        publish(&store, &first()).unwrap();
        assert_eq!(store.logged().iter().filter(|step| step.contains("index.html")).count(), 1);
        let sent = publish(&store, &second()).unwrap();
        let verb = if renames { "move" } else { "write" };
        let expected = [
            "write assets/new.css".to_owned(),
            "write muc/4.html".to_owned(),
            format!("{verb} assets/site.css"),
            format!("{verb} muc/3.html"),
            format!("{verb} index.html"),
            "delete muc/2.html".to_owned(),
            format!("{verb} manifest.txt"),
        ];
        let visible: Vec<String> =
            store.logged().into_iter().filter(|step| !step.contains(" .tiendo/")).collect();
        assert_eq!(visible, expected);
        assert_eq!((sent.new, sent.changed, sent.removed, sent.same), (2, 3, 1, 1));
        assert_eq!(store.visible(), second().seen());
        // A second run has nothing to do.
        assert_eq!(publish(&store, &second()).unwrap().bytes, 0);
    }
}

#[test]
fn an_interrupted_run_is_never_whole_and_is_repaired_by_the_next() {
    for renames in [false, true] {
        for steps in 0.. {
            let store = Memory::new(renames);
            publish(&store, &first()).unwrap();
            store.steps.store(steps, Ordering::Relaxed);
            let answer = publish(&store, &second());
            store.steps.store(i64::MAX, Ordering::Relaxed);
            let seen = store.visible();
            if seen[manifest::NAME] == second().seen()[manifest::NAME] {
                assert_eq!(seen, second().seen(), "cut after {steps}");
            } else {
                assert_eq!(seen[manifest::NAME], first().seen()[manifest::NAME]);
            }
            // Another site than the one that was being sent.
            publish(&store, &third()).unwrap();
            assert_eq!(store.visible(), third().seen(), "cut after {steps}");
            // The last complete site can still be restored.
            roll_back(&store, &releases(&store)[0], OPTIONS).unwrap();
            assert_eq!(store.visible(), first().seen(), "cut after {steps}");
            if answer.is_ok() {
                assert!(steps > 10);
                break;
            }
        }
    }
}

#[test]
fn two_interruptions_in_a_row_are_repaired() {
    for (one, two) in (0..20).flat_map(|one| (0..20).map(move |two| (one, two))) {
        let store = Memory::new(false);
        publish(&store, &first()).unwrap();
        for (steps, pages) in [(one, second()), (two, third())] {
            store.steps.store(steps, Ordering::Relaxed);
            let _ = publish(&store, &pages);
        }
        store.steps.store(i64::MAX, Ordering::Relaxed);
        publish(&store, &second()).unwrap();
        assert_eq!(store.visible(), second().seen(), "cut after {one} and {two}");
    }
}

#[test]
fn after_an_interrupted_first_run_nothing_is_sent_twice() {
    let store = Memory::new(false);
    store.steps.store(4, Ordering::Relaxed);
    assert!(publish(&store, &second()).is_err());
    let arrived = store.visible().len();
    assert!(arrived > 1);
    store.steps.store(i64::MAX, Ordering::Relaxed);
    let sent = publish(&store, &second()).unwrap();
    assert_eq!(sent.same, arrived);
    assert_eq!(store.visible(), second().seen());
}

#[test]
fn going_back_restores_the_bytes_and_forward_again() {
    let store = Memory::new(true);
    publish(&store, &first()).unwrap();
    publish(&store, &second()).unwrap();
    publish(&store, &third()).unwrap();
    let numbers =
        |store: &Memory| releases(store).iter().map(|release| release.number).collect::<Vec<_>>();
    assert_eq!(numbers(&store), [1, 2, 3]);
    for (number, pages) in [(1, first()), (3, third()), (2, second())] {
        let snapshot = StoreSnapshot::read(&store).unwrap();
        let to = snapshot.history().find(&number.to_string()).unwrap();
        roll_back(&store, to, OPTIONS).unwrap();
        assert_eq!(store.visible(), pages.seen());
        assert_eq!(numbers(&store), [1, 2, 3]);
    }
    // Bytes that no kept release needs are deleted.
    let kept: BTreeSet<String> =
        store.list(".tiendo/objects").unwrap().into_iter().map(|f| f.0).collect();
    let shown: BTreeSet<String> = second().site().entries.into_iter().map(|e| e.sha256).collect();
    assert!(kept.iter().all(|path| !shown.contains(path.rsplit('/').next().unwrap())), "{kept:?}");
    // With `keep: 1` only the last release is kept.
    let fourth = Pages::new(&[("index.html", "four")]);
    publish_in(&store, &fourth, SendOptions { keep: 1, ..OPTIONS }).unwrap();
    assert_eq!(numbers(&store), [2, 4]);
}

#[test]
fn pages_that_changed_places_are_brought_back() {
    for renames in [false, true] {
        let store = Memory::new(renames);
        let before = Pages::new(&[("a.html", "one"), ("b.html", "two"), ("index.html", "i")]);
        let after = Pages::new(&[("a.html", "two"), ("b.html", "one"), ("index.html", "i")]);
        publish(&store, &before).unwrap();
        publish(&store, &after).unwrap();
        roll_back(&store, &releases(&store)[0], OPTIONS).unwrap();
        assert_eq!(store.visible(), before.seen());
    }
}

#[test]
fn a_rollback_that_cannot_be_ended_is_not_begun() {
    let store = Memory::new(false);
    publish(&store, &first()).unwrap();
    publish(&store, &second()).unwrap();
    // The file is the same in both releases and was altered since, so its bytes exist nowhere else.
    store.put("muc/1.html", "s4me");
    let before = store.visible();
    let options = SendOptions { reads_all: true, ..OPTIONS };
    let back = roll_back(&store, &releases(&store)[0], options);
    let Err(PublishError::NotKept { files: FileList { names: files, more: 0 } }) = back else {
        panic!("{back:?}")
    };
    assert_eq!(files, ["muc/1.html"]);
    assert_eq!(store.visible(), before);
}

#[test]
fn a_kept_file_that_was_altered_is_not_brought_back() {
    let store = Memory::new(false);
    publish(&store, &first()).unwrap();
    publish(&store, &second()).unwrap();
    let (object, _) = store.list(".tiendo/objects").unwrap().remove(0);
    store.put(&object, "casino");
    let back = roll_back(&store, &releases(&store)[0], OPTIONS);
    assert!(matches!(back, Err(PublishError::NotKept { .. })), "{back:?}");
}

#[test]
fn foreign_files_are_neither_overwritten_nor_deleted() {
    let store = Memory::new(true);
    store.put("robots.txt", "theirs");
    store.put("web.config", "theirs");
    store.put("index.html", "their first page");
    let refused = publish(&store, &first());
    let Err(PublishError::InTheWay { files: FileList { names: files, more: 0 } }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(files, ["index.html"]);
    assert_eq!(store.visible().len(), 3);
    publish_in(&store, &first(), SendOptions { overwrites: true, ..OPTIONS }).unwrap();
    publish(&store, &third()).unwrap();
    let mut expected = third().seen();
    expected.insert("robots.txt".into(), "theirs".into());
    expected.insert("web.config".into(), "theirs".into());
    assert_eq!(store.visible(), expected);
}

#[test]
fn what_is_there_already_with_the_same_bytes_is_taken_over() {
    let store = Memory::new(false);
    for (path, text) in &first().0 {
        store.put(path, text);
    }
    let sent = publish(&store, &first()).unwrap();
    assert_eq!((sent.new, sent.changed, sent.same), (0, 0, 5));
    assert_eq!(store.visible(), first().seen());
}

#[test]
fn a_published_manifest_with_hostile_names_is_refused() {
    let sum = manifest::sha256(b"");
    for name in ["../../etc/passwd", "/etc/passwd", "a/../../b", ".tiendo/lock", "C:/x"] {
        let store = Memory::new(false);
        store.put(manifest::NAME, &format!("{}\n{sum}  0  {name}\n", manifest::HEADER));
        let refused = publish(&store, &first());
        assert!(matches!(refused, Err(PublishError::DamagedManifest { line: 2 })), "{name}");
        assert_eq!(store.visible().len(), 1, "{name}");
    }
    let store = Memory::new(false);
    store.put(manifest::NAME, "somebody else's list\n");
    assert!(matches!(publish(&store, &first()), Err(PublishError::InTheWay { .. })));
}

#[test]
fn altered_pages_are_found_and_replaced_where_everything_is_read() {
    let store = Memory::new(true);
    publish(&store, &first()).unwrap();
    store.put("muc/1.html", "s4me");
    assert_eq!(publish(&store, &first()).unwrap().changed, 0);
    let sent = publish_in(&store, &first(), SendOptions { reads_all: true, ..OPTIONS }).unwrap();
    assert_eq!((sent.changed, sent.altered), (1, 1));
    assert_eq!(store.visible(), first().seen());
}

#[test]
fn what_others_did_at_the_target_is_found_by_name_and_size() {
    for renames in [false, true] {
        let store = Memory::new(renames);
        let plan = |pages: &Pages, options| {
            StoreSnapshot::read(&store).unwrap().plan(&pages.site(), options).unwrap()
        };
        store.put("web.config", "theirs");
        assert_eq!(plan(&first(), OPTIONS).strange, ["web.config"]);
        assert_eq!(plan(&first(), OPTIONS).compared, 0);
        publish(&store, &first()).unwrap();
        assert!(plan(&first(), OPTIONS).is_done());
        store.put("muc/1.html", "casino");
        store.put("muc/3.html", "PAGE");
        store.put("muc/shell.aspx", "theirs");
        store.put("uploads/a/b.php", "theirs");
        store.put("Thumbs.db", "litter");
        store.files.lock().unwrap().remove("assets/site.css");
        let found = plan(&first(), OPTIONS);
        assert_eq!(found.damaged, ["assets/site.css", "muc/1.html"]);
        assert_eq!(found.strange, ["muc/shell.aspx", "uploads/", "web.config"]);
        assert_eq!((found.compared, found.new.len(), found.changed.len()), (5, 1, 1));
        // A page of the same size is found by its bytes only.
        let read = SendOptions { reads_all: true, ..OPTIONS };
        assert_eq!(plan(&first(), read).damaged.last().unwrap(), "muc/3.html");
        // Another site puts right what it shares with the damaged one.
        publish(&store, &second()).unwrap();
        let mut expected = second().seen();
        for (path, text) in store.visible() {
            if text == "theirs" || text == "litter" {
                expected.insert(path, text);
            }
        }
        assert_eq!(store.visible(), expected);
        // What an interrupted run left behind, nobody damaged.
        store.steps.store(8, Ordering::Relaxed);
        publish(&store, &third()).unwrap_err();
        store.steps.store(i64::MAX, Ordering::Relaxed);
        let found = plan(&third(), OPTIONS);
        assert_eq!((found.damaged.len(), found.strange.len()), (0, 3), "{found:?}");
    }
}

// The tests below run the real command on real folders.

/// A project with two tasks, built, and a folder to publish to.
fn built() -> Project {
    let project = Project::new()
        .task("1.1", "kind: deliverable\ndue: 2024-06-10")
        .task("1.2", "kind: ongoing")
        .file("site.yaml", "title: Tiến độ\npublisher: Văn phòng\ncontact: a@b.example\ntargets:\n  - {name: cong, kind: folder, path: www}\n  - {name: ban, kind: folder, path: live, releases: true, keep: 2}\n");
    fs::create_dir(project.root().join("www")).unwrap();
    assert_eq!(project.run(&["build"]).code, 0);
    project
}

/// Builds another site: one task more, one less, and what follows from that.
fn rebuilt(project: &Project) {
    project.write("tasks/1.3.yaml", "priority: \"1\"\ntitle: Việc mới\nkind: duty\n");
    fs::remove_file(project.content().join("tasks/1.2.yaml")).unwrap();
    gone(project, "1.2");
    let answer = project.run(&["build"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
}

/// Gives the reason why a published task no longer exists.
fn gone(project: &Project, id: &str) {
    let entry =
        format!("- {{was: task:{id}, title: Việc, date: 2024-04-01, reason: Ghi trùng.}}\n");
    project.write("moved.yaml", entry);
}

/// The files of a folder, without the hidden folder.
fn visible(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = golden::files(folder);
    files.retain(|path, _| !path.starts_with(".tiendo/"));
    files
}

fn fine(answer: &Answer) {
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
}

#[test]
fn a_folder_gets_what_was_built_and_verify_is_content() {
    let project = built();
    let www = project.root().join("www");
    fs::write(www.join("web.config"), "theirs").unwrap();
    fine(&project.run(&["publish", "cong", "--yes"]));
    let before = golden::files(&project.output());
    let first = visible(&www);
    rebuilt(&project);
    let answer = project.run(&["publish", "cong", "--yes", "--format", "json"]);
    fine(&answer);
    let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let mut expected = golden::files(&project.output());
    // The new task, the list of moved pages, and the number of parts of the search index.
    let new = expected.keys().filter(|path| !before.contains_key(*path)).count();
    let removed = before.keys().filter(|path| !expected.contains_key(*path)).count();
    assert!(new >= 2);
    assert_eq!(told["new"], new, "{told}");
    assert_eq!(told["removed"], removed, "{told}");
    assert_eq!(told["release"], 2, "{told}");
    expected.insert("web.config".into(), b"theirs".to_vec());
    assert!(visible(&www) == expected);
    fine(&project.run(&["verify", "www", "--allow", "web.config"]));
    fine(&project.run(&["rollback", "cong", "--yes"]));
    assert!(visible(&www) == first);
    fine(&project.run(&["verify", "www", "--allow", "web.config"]));
    fine(&project.run(&["rollback", "cong", "--to", "2", "--yes"]));
    assert!(visible(&www) == expected);
    assert_eq!(before.len() + 1, first.len());
    // Unknown files beside the kept ones are found.
    fs::write(www.join(".tiendo/objects/casino.html"), "x").unwrap();
    assert_eq!(project.run(&["verify", "www", "--allow", "web.config"]).code, 1);
}

#[test]
fn a_dry_run_changes_nothing() {
    let project = built();
    let all = || golden::files(project.root());
    let before = all();
    fine(&project.run(&["publish", "cong", "--dry-run"]));
    fine(&project.run(&["publish", "ban", "--dry-run"]));
    assert!(all() == before);
    assert!(!project.root().join("www/.tiendo").exists());
    fine(&project.run(&["publish", "cong", "--yes"]));
    rebuilt(&project);
    let before = all();
    let answer = project.run(&["publish", "cong", "--dry-run", "--format", "json"]);
    fine(&answer);
    let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let mut removed = told["paths"]["remove"].as_array().unwrap().clone();
    // The number of parts of the index depends on the words.
    removed.retain(|path| !path.as_str().unwrap().starts_with("assets/search/"));
    assert_eq!(removed, [""; 0], "pages of standings stay");
    assert_eq!(told["paths"]["send"][0], "da-chuyen.html");
    assert!(all() == before);
}

#[test]
fn an_output_that_was_touched_is_not_published() {
    let project = built();
    fs::write(project.output().join("index.html"), "x").unwrap();
    let answer = project.run(&["publish", "cong", "--yes"]);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert!(visible(&project.root().join("www")).is_empty());
}

#[test]
fn without_anybody_to_ask_yes_must_be_said() {
    let project = built();
    assert_eq!(project.run(&["publish", "cong"]).code, 2);
    assert!(visible(&project.root().join("www")).is_empty());
}

#[test]
fn a_target_that_cannot_be_written_is_trouble_and_the_old_site_stands() {
    let project = built();
    let www = project.root().join("www");
    fine(&project.run(&["publish", "cong", "--yes"]));
    let before = visible(&www);
    rebuilt(&project);
    // A file in place of a folder: not even root can write below it.
    fs::remove_dir_all(www.join(".tiendo")).unwrap();
    fs::write(www.join(".tiendo"), "").unwrap();
    let answer = project.run(&["publish", "cong", "--yes"]);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
    assert!(visible(&www).iter().filter(|(path, _)| *path != ".tiendo").eq(before.iter()));
    let answer = project.run(&["publish", "./nowhere", "--yes"]);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
}

#[cfg(unix)]
#[test]
fn releases_are_switched_in_one_step_and_back() {
    let project = built();
    let live = project.root().join("live");
    fine(&project.run(&["publish", "ban", "--yes"]));
    assert!(fs::symlink_metadata(&live).unwrap().is_symlink());
    let first = golden::files(&project.output());
    assert!(golden::files(&live) == first);
    rebuilt(&project);
    fine(&project.run(&["publish", "ban", "--yes"]));
    let second = golden::files(&project.output());
    assert!(golden::files(&live) == second);
    fine(&project.run(&["verify", "live"]));
    fine(&project.run(&["rollback", "ban", "--yes"]));
    assert!(golden::files(&live) == first);
    let answer = project.run(&["rollback", "ban", "--yes"]);
    assert_eq!(answer.code, 2, "there is nothing before the first: {}", answer.stderr);
    // An altered release is not shown again.
    let home = project.root().join(".live.tiendo-releases");
    let folder = fs::read_dir(&home).unwrap().map(Result::unwrap).map(|entry| entry.path());
    let folder = folder.into_iter().find(|path| path.to_string_lossy().contains("/0002-")).unwrap();
    fs::write(folder.join("index.html"), "casino").unwrap();
    assert_eq!(project.run(&["rollback", "ban", "--to", "2", "--yes"]).code, 3);
    assert!(golden::files(&live) == first);
}

#[cfg(unix)]
#[test]
fn a_folder_with_files_is_not_replaced_by_a_link() {
    let project = built();
    fs::create_dir(project.root().join("live")).unwrap();
    fs::write(project.root().join("live/theirs.txt"), "x").unwrap();
    assert_eq!(project.run(&["publish", "ban", "--yes"]).code, 2);
    assert!(project.root().join("live/theirs.txt").exists());
}

/// A folder with releases whose publisher was killed between the switch and the list.
#[cfg(unix)]
#[test]
fn killed_between_the_switch_and_its_note_the_next_run_ends_it() {
    for again in [true, false] {
        let (project, files) = two_sites();
        let home = project.root().join(".live.tiendo-releases");
        let publish = |site: usize| {
            let arguments = towards("ban", SITES[site]);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            fine(&run_in(project.root(), &arguments, &[]));
        };
        publish(0);
        let note = fs::read(home.join("releases.txt")).unwrap();
        publish(1);
        fs::write(home.join("releases.txt"), note).unwrap();
        // The site that is already shown, under a number that no list has; or another site.
        publish(usize::from(again));
        let live = project.root().join("live");
        assert!(golden::files(&live) == files[usize::from(again)]);
        fine(&project.run(&["verify", "live"]));
        fine(&project.run(&["rollback", "ban", "--yes"]));
        assert!(golden::files(&live) == files[usize::from(!again)]);
        let folders = fs::read_dir(&home).unwrap().map(|entry| entry.unwrap().path());
        assert_eq!(folders.filter(|path| path.is_dir()).count(), 2, "what nobody shows is deleted");
    }
}

/// The number of kills. `TIENDO_CRASHES=300` is for the long run.
#[expect(clippy::disallowed_methods, reason = "a test may ask its runner")]
fn crashes() -> u32 {
    std::env::var("TIENDO_CRASHES").ok().and_then(|n| n.parse().ok()).unwrap_or(8)
}

/// Starts publishing and kills it after a while. Returns whether it had ended by then.
fn kill_after(project: &Project, target: &str, site: &str, micros: u64) -> bool {
    let mut running = Command::new(env!("CARGO_BIN_EXE_tiendo"))
        .args(towards(target, site))
        .current_dir(project.root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_micros(micros));
    let had_ended = running.try_wait().unwrap().is_some();
    running.kill().unwrap();
    running.wait().unwrap();
    had_ended
}

/// Two sites of one project, built from different records. Either may follow the other.
const SITES: [&str; 2] = ["one", "two"];

fn two_sites() -> (Project, [BTreeMap<String, Vec<u8>>; 2]) {
    let project = built();
    gone(&project, "1.3");
    assert_eq!(project.run(&["build"]).code, 0);
    let keep = |name: &str| {
        fs::rename(project.output(), project.root().join(name)).unwrap();
        let records = project.root().join(format!("{name}-content"));
        for (path, bytes) in golden::files(&project.content()) {
            let path = records.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    };
    keep(SITES[0]);
    rebuilt(&project);
    keep(SITES[1]);
    let files = SITES.map(|name| golden::files(&project.root().join(name)));
    (project, files)
}

/// The arguments that publish one of the two sites.
fn towards(target: &str, site: &str) -> Vec<String> {
    let records = format!("{site}-content");
    ["publish", target, "--yes", "--content", &records, "--output", site].map(str::to_owned).into()
}

/// Publishes the two sites in turn, each killed at another moment, and inspects what is left.
fn crash_loop(
    target: &str,
    look: impl Fn(&Project, &[BTreeMap<String, Vec<u8>>; 2], usize) -> &'static str,
) {
    let (project, files) = two_sites();
    let publish = |site: &str| {
        let arguments = towards(target, site);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        run_in(project.root(), &arguments, &[])
    };
    fine(&publish(SITES[0]));
    // The duration of a run that has something to send.
    let start = std::time::Instant::now();
    fine(&publish(SITES[1]));
    fine(&publish(SITES[0]));
    let whole = u64::try_from(start.elapsed().as_micros()).unwrap() / 2;
    let mut random: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for round in 0..crashes() as usize {
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let next = (round + 1) % 2;
        let had_ended =
            kill_after(&project, target, SITES[next], (random >> 33) % (whole * 11 / 10));
        *seen.entry(look(&project, &files, next)).or_default() += 1;
        *seen.entry("ended before").or_default() += u32::from(had_ended);
        fine(&publish(SITES[next]));
        let state = look(&project, &[files[next].clone(), files[next].clone()], next);
        assert_eq!(state, "new", "the next run mends");
    }
    eprintln!("{target}: {} kills within {whole} µs: {seen:?}", crashes());
}

#[cfg(unix)]
#[test]
fn killed_at_any_moment_a_folder_is_whole_or_known_to_be_interrupted_and_repaired() {
    crash_loop("cong", |project, files, next| {
        let www = project.root().join("www");
        let seen = visible(&www);
        let new = &files[next];
        let is_known_to_be_cut =
            fs::read_dir(www.join(".tiendo/pending")).unwrap().next().is_some();
        if seen[manifest::NAME] == new[manifest::NAME] {
            assert!(seen == *new, "it says that it is the new one");
            return "new";
        }
        if seen == files[1 - next] {
            return "old";
        }
        assert!(is_known_to_be_cut, "nothing says that it was cut");
        "between"
    });
}

#[cfg(unix)]
#[test]
fn killed_at_any_moment_a_link_leads_to_a_whole_release() {
    crash_loop("ban", |project, files, next| {
        let seen = golden::files(&project.root().join("live"));
        assert!(files.contains(&seen));
        if seen == files[next] { "new" } else { "old" }
    });
}

#[cfg(unix)]
#[test]
fn of_two_runs_at_once_one_publishes_a_whole_site() {
    let (project, files) = two_sites();
    for target in ["cong", "ban"] {
        let mut running: Vec<_> = (SITES.iter())
            .map(|site| {
                Command::new(env!("CARGO_BIN_EXE_tiendo"))
                    .args(towards(target, site))
                    .current_dir(project.root())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .spawn()
                    .unwrap()
            })
            .collect();
        for one in &mut running {
            assert!(one.wait().unwrap().success());
        }
        let folder = if target == "cong" { "www" } else { "live" };
        assert!(files.contains(&visible(&project.root().join(folder))), "{target}");
    }
}

/// Publishes the second site over the first, in a shell that may set limits.
#[cfg(unix)]
fn limited(project: &Project, target: &str, limits: &str) -> (i32, String) {
    let line = format!("{limits}; exec \"$0\" \"$@\"");
    let answer = Command::new("sh")
        .args(["-c", &line, env!("CARGO_BIN_EXE_tiendo")])
        .args(towards(target, SITES[1]))
        .args(["--lang", "en"])
        .current_dir(project.root())
        .output()
        .unwrap();
    (answer.status.code().unwrap_or(-1), String::from_utf8(answer.stderr).unwrap())
}

/// Checks that visitors still see every page of the old site. Prepared files are not in its
/// manifest.
#[cfg(unix)]
fn old_pages_stand(shown: &Path, old: &BTreeMap<String, Vec<u8>>) {
    let seen = visible(shown);
    for (path, bytes) in old {
        assert!(seen.get(path) == Some(bytes), "{path} is another");
    }
}

/// A limit on file sizes, as a quota sets it. The run gets an error or is killed.
#[cfg(unix)]
#[test]
fn a_quota_in_the_middle_of_a_file_leaves_the_old_pages_and_the_next_run_ends_it() {
    for (target, folder) in [("cong", "www"), ("ban", "live")] {
        for signal in ["trap '' XFSZ", "true"] {
            let (project, files) = two_sites();
            let publish = |site| {
                let arguments = towards(target, site);
                let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
                fine(&run_in(project.root(), &arguments, &[]));
            };
            publish(SITES[0]);
            let shown = project.root().join(folder);
            let (code, said) = limited(&project, target, &format!("{signal}; ulimit -f 8"));
            assert_ne!(code, 0, "{said}");
            if signal != "true" {
                assert_eq!(code, 3, "{said}");
                assert!(
                    said.contains("no space left") || said.contains("exceeds a size limit"),
                    "{said}"
                );
            }
            old_pages_stand(&shown, &files[0]);
            publish(SITES[1]);
            assert!(visible(&shown) == files[1], "{target}");
            fine(&project.run(&["verify", folder]));
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_target_and_a_write_protected_one_keep_their_pages() {
    use crate::crash::{Disk, skipped};
    for (target, folder) in [("cong", "www"), ("ban", "live")] {
        let (project, files) = two_sites();
        let at = project.root().join("disk");
        let Some(disk) = Disk::new(&at, 16_000) else {
            return skipped("a_full_target", "a file system cannot be mounted here");
        };
        for site in SITES {
            let path = project.root().join(format!("{site}-content/site.yaml"));
            let text = fs::read_to_string(&path).unwrap();
            let text = text.replace("path: ", "path: disk/");
            fs::write(path, text).unwrap();
        }
        fs::create_dir(at.join("www")).unwrap();
        let publish = |site| {
            let arguments = towards(target, site);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            fine(&run_in(project.root(), &arguments, &[]));
        };
        publish(SITES[0]);
        let shown = at.join(folder);
        let mut refused = 0;
        // The target is full after more and more files.
        for room in (0..).map(|n| n * 12) {
            let fill = format!(
                "head -c 16000000 /dev/zero >disk/ballast 2>&-; truncate -s -{room}K disk/ballast"
            );
            let (code, said) = limited(&project, target, &fill);
            fs::remove_file(at.join("ballast")).unwrap();
            if code == 0 {
                break;
            }
            refused += 1;
            assert_eq!(code, 3, "{said}");
            assert!(said.contains("no space left") || said.contains("disk is full"), "{said}");
            old_pages_stand(&shown, &files[0]);
        }
        assert!(refused > 3, "{target}: {refused}");
        assert!(visible(&shown) == files[1], "{target}: with room it ends");
        disk.remount("ro");
        let arguments = towards(target, SITES[0]);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let answer = run_in(project.root(), &arguments, &[]);
        assert_eq!(answer.code, 3, "{}", answer.stderr);
        assert!(visible(&shown) == files[1], "{target}");
        disk.remount("rw");
        publish(SITES[0]);
        assert!(visible(&shown) == files[0], "{target}");
    }
}

/// `tests/run.sh` asks the same of the program that `cargo build` makes.
#[cfg(not(feature = "remote"))]
#[test]
fn a_program_without_the_network_says_what_it_lacks() {
    let project = built().file(
        "site.yaml",
        "title: a\npublisher: b\ncontact: a@b.example\ntargets:\n\
         \x20 - {name: ssh, kind: sftp, host: may-chu, root: /a}\n\
         \x20 - {name: dav, kind: webdav, endpoint: \"http://127.0.0.1:9/\"}\n\
         \x20 - {name: s3, kind: s3, bucket: b}\n",
    );
    for arguments in [
        ["publish", "ssh", "--yes"],
        ["publish", "dav", "--dry-run"],
        ["publish", "s3", "--yes"],
        ["rollback", "ssh", "--yes"],
        ["rollback", "dav", "--list"],
        ["verify", "https://example.org/", "--jobs=2"],
    ] {
        for language in ["vi", "en"] {
            let answer = project.run(&[&arguments[..], &["--lang", language]].concat());
            assert_eq!(answer.code, 2, "{arguments:?}: {}", answer.stderr);
            assert_eq!(answer.stdout, "", "{arguments:?}");
            assert!(answer.stderr.contains("--features remote"), "{}", answer.stderr);
            assert_eq!(answer.stderr.lines().count(), 1, "{}", answer.stderr);
        }
    }
}

#[test]
fn no_secret_is_ever_printed() {
    let secret = "hunter22-sehr-geheim";
    let project = built().file(
        "site.yaml",
        "title: a\npublisher: b\ncontact: a@b.example\ntargets:\n\
         \x20 - {name: dav, kind: webdav, endpoint: \"http://127.0.0.1:9/\", root: /a, user: nguoi}\n\
         \x20 - {name: s3, kind: s3, bucket: b, endpoint: \"http://127.0.0.1:9/\"}\n",
    );
    assert_eq!(project.run(&["build"]).code, 0);
    let environment = [
        ("TIENDO_WEBDAV_PASSWORD", secret),
        ("AWS_ACCESS_KEY_ID", "AKIA-geheim-eins"),
        ("AWS_SECRET_ACCESS_KEY", secret),
        ("NO_PROXY", "127.0.0.1"),
    ];
    for (target, format) in [("dav", "text"), ("s3", "json")] {
        let arguments = ["publish", target, "--yes", "--format", format];
        let answer = project.run_with(&arguments, &environment);
        let code = if cfg!(feature = "remote") { 3 } else { 2 };
        assert_eq!(answer.code, code, "{}", answer.stderr);
        let said = format!("{}{}", answer.stdout, answer.stderr);
        assert!(!said.contains("geheim"), "{said}");
    }
    let written = project.file(
        "site.yaml",
        format!("title: a\npublisher: b\ncontact: a@b.example\ntargets:\n  - name: dav\n    kind: webdav\n    endpoint: https://a:{secret}@example.org/\n    password: {secret}\n"),
    );
    for format in ["text", "json", "short", "sarif", "github"] {
        let answer = written.run(&["check", "--format", format]);
        assert_eq!(answer.code, 1);
        let said = format!("{}{}", answer.stdout, answer.stderr);
        assert!(said.contains("secret-in-target"), "{said}");
        assert!(!said.contains("geheim"), "{said}");
    }
}

/// Removes what changes with every page: sums, sizes, numbers of files, and which search and data
/// files differ.
fn lasting(text: &str) -> String {
    let kept = text.lines().filter(|line| {
        let path = ["SỬA   ", "CHANGE  "].iter().find_map(|key| line.strip_prefix(key));
        path.is_none_or(|path| path.starts_with("nhiem-vu/"))
    });
    let word = |word: &str| {
        let bare = word.trim_start_matches('(').trim_end_matches([',', ')', '.']);
        let is_sum = bare.len() >= 12 && bare.bytes().all(|b| b.is_ascii_hexdigit());
        let is_count = bare.len() >= 2 && bare.bytes().all(|b| b.is_ascii_digit());
        if is_sum || is_count { word.replace(bare, "…") } else { word.to_owned() }
    };
    kept.map(|line| line.split(' ').map(word).collect::<Vec<_>>().join(" ") + "\n").collect()
}

#[test]
fn transcripts_of_publishing() {
    for language in ["vi", "en"] {
        let project = built();
        let mut said = String::new();
        let mut say = |arguments: &[&str]| {
            let arguments = [arguments, &["--lang", language]].concat();
            let answer = project.run_with(&arguments, &[("SOURCE_DATE_EPOCH", "1714582800")]);
            let root = project.root().display().to_string();
            let clean = |text: &str| lasting(&text.replace(&root, "…"));
            let (stdout, stderr) = (clean(&answer.stdout), clean(&answer.stderr));
            let between = if stderr.is_empty() { "" } else { "--- stderr\n" };
            let typed = arguments.join(" ");
            said.push_str(&format!(
                "$ tiendo {typed}\n{stdout}{between}{stderr}[{}]\n",
                answer.code
            ));
        };
        say(&["publish"]);
        say(&["publish", "nha"]);
        say(&["publish", "cong"]);
        say(&["publish", "cong", "--yes"]);
        say(&["publish", "cong", "--yes"]);
        rebuilt(&project);
        say(&["publish", "cong", "--dry-run"]);
        say(&["publish", "cong", "--yes"]);
        say(&["rollback", "cong", "--list"]);
        say(&["rollback", "cong", "--yes"]);
        say(&["rollback", "cong", "--yes"]);
        say(&["rollback", "cong", "--to", "9"]);
        fs::write(project.root().join("www/manifest.txt"), "# tiendo manifest 1\n../x\n").unwrap();
        say(&["publish", "cong", "--yes"]);
        fs::create_dir(project.root().join("khac")).unwrap();
        fs::write(project.root().join("khac/index.html"), "theirs").unwrap();
        say(&["publish", "./khac", "--yes"]);
        say(&["publish", "./khong-co", "--yes"]);
        say(&["publish", "--help"]);
        say(&["rollback", "--help"]);
        golden::text(&format!("transcripts/publish.{language}.txt"), &said);
    }
}

/// The list of releases tells when each was published, in the time of Vietnam.
#[test]
fn the_releases_are_listed_with_the_time_of_their_publication() {
    for target in if cfg!(unix) { &["cong", "ban"][..] } else { &["cong"] } {
        let project = built();
        let publish = |seconds| {
            let arguments = ["publish", target, "--yes"];
            fine(&project.run_with(&arguments, &[("SOURCE_DATE_EPOCH", seconds)]));
        };
        publish("1714582800");
        // The same site again: what was published then is still shown.
        if *target == "cong" {
            publish("1714669200");
        }
        rebuilt(&project);
        publish("1714755600");
        let list = |format| project.run(&["rollback", target, "--list", "--format", format]);
        let told: serde_json::Value = serde_json::from_str(&list("json").stdout).unwrap();
        let times: Vec<&str> = (told["releases"].as_array().unwrap().iter())
            .map(|release| release["published"].as_str().unwrap())
            .collect();
        assert_eq!(times, ["2024-05-02T00:00:00+07:00", "2024-05-04T00:00:00+07:00"]);
        let text = list("text").stdout;
        assert!(text.contains("lúc 00:00 ngày 04/5/2024"), "{text}");
        // A list that an earlier version wrote.
        let home = if *target == "cong" { "www/.tiendo" } else { ".live.tiendo-releases" };
        let path = project.root().join(home).join("releases.txt");
        let old = fs::read_to_string(&path).unwrap();
        fs::write(&path, old.replace("  2024-05-01T17:00:00Z", "")).unwrap();
        let told: serde_json::Value = serde_json::from_str(&list("json").stdout).unwrap();
        assert_eq!(told["releases"][0]["published"], serde_json::Value::Null);
        assert_eq!(told["releases"].as_array().unwrap().len(), 2);
        assert!(list("text").stdout.contains("không rõ lúc nào"));
    }
}

/// Without being asked to read every byte, a publication finds a page that grew, one that is gone and
/// one that was added, and says how far it looked.
#[test]
fn a_publication_says_what_it_compared_and_what_it_found() {
    for (target, folder) in [("cong", "www"), ("ban", "live")] {
        if target == "ban" && !cfg!(unix) {
            continue;
        }
        let project = built();
        let publish = |more: &[&str]| {
            let arguments = ["publish", target, "--yes", "--format", "json"];
            let answer = project.run(&[&arguments[..], more].concat());
            fine(&answer);
            serde_json::from_str::<serde_json::Value>(&answer.stdout).unwrap()
        };
        assert_eq!(publish(&[])["compared"], 0);
        let shown = project.root().join(folder);
        let site = visible(&shown);
        let told = publish(&[]);
        assert_eq!(told["compared"], site.len() - 1);
        assert_eq!(told["compared_bytes"], false);
        fs::write(shown.join("index.html"), "casino").unwrap();
        fs::remove_file(shown.join("404.html")).unwrap();
        fs::write(shown.join("shell.aspx"), "x").unwrap();
        let plan = project.run(&["publish", target, "--dry-run", "--lang", "en"]);
        fine(&plan);
        assert!(plan.stderr.contains("404.html, index.html"), "{}", plan.stderr);
        assert!(plan.stderr.contains("shell.aspx"), "{}", plan.stderr);
        assert!(plan.stdout.contains("names and sizes"), "{}", plan.stdout);
        let told = publish(&[]);
        assert_eq!(told["damaged"], serde_json::json!(["404.html", "index.html"]));
        assert_eq!(told["strange"], serde_json::json!(["shell.aspx"]));
        let mut seen = visible(&shown);
        seen.remove("shell.aspx");
        assert!(seen == site, "{target}");
        let told = publish(&["--full"]);
        assert_eq!(
            (&told["compared_bytes"], &told["damaged"]),
            (&true.into(), &serde_json::json!([]))
        );
    }
}

/// A strict umask hides no page from the web server; what publishing keeps for itself stays private.
#[cfg(unix)]
#[test]
fn a_strict_umask_leaves_every_page_readable() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = built();
    let strictly = |arguments: &[&str]| {
        let answer = Command::new("sh")
            .args(["-c", "umask 077; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_tiendo")])
            .args(arguments)
            .current_dir(project.root())
            .output()
            .unwrap();
        assert!(answer.status.success(), "{answer:?}");
    };
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let unreadable = |folder: &Path| -> Vec<String> {
        let is_own = |path: &Path| path.components().any(|part| part.as_os_str() == ".tiendo");
        (walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap))
            .filter(|found| !is_own(found.path()))
            .filter(|found| {
                let wanted = if found.file_type().is_dir() { 0o755 } else { 0o644 };
                mode(found.path()) & wanted != wanted
            })
            .map(|found| found.path().display().to_string())
            .collect()
    };
    let root = project.root();
    let chmod = |folder: &Path| {
        for found in walkdir::WalkDir::new(folder).min_depth(1).contents_first(true) {
            let found = found.unwrap();
            let private = if found.file_type().is_dir() { 0o700 } else { 0o600 };
            fs::set_permissions(found.path(), fs::Permissions::from_mode(private)).unwrap();
        }
    };
    let (output, www, home) =
        (project.output(), root.join("www"), root.join(".live.tiendo-releases"));
    // The files of an older program, which are kept since their bytes are the same.
    chmod(&output);
    strictly(&["build"]);
    assert_eq!(unreadable(&output), [""; 0]);
    for _ in 0..2 {
        strictly(&["publish", "cong", "--yes"]);
        assert_eq!(unreadable(&www), [""; 0]);
        assert_eq!(mode(&www.join(".tiendo/releases.txt")), 0o600);
        strictly(&["publish", "ban", "--yes"]);
        assert_eq!(mode(&home), 0o755);
        assert_eq!(unreadable(&fs::canonicalize(root.join("live")).unwrap()), [""; 0]);
        chmod(&www);
    }
    rebuilt(&project);
    strictly(&["publish", "cong", "--yes"]);
    strictly(&["rollback", "cong", "--yes"]);
    assert_eq!(unreadable(&www), [""; 0]);
}
