//! A build that takes up what the last one left: the bytes are those of a whole build, whatever
//! changed in the content or was done to the site in between.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::golden;
use crate::project::{Answer, Project, run_in};

/// Whether the last build put only some files into the site: a whole build leaves no spare.
fn was_amended(project: &Project) -> bool {
    project.root().join(".output.tiendo-spare").exists()
}

/// Whether files can be linked, folders exchanged and files known by their stamps here: elsewhere
/// every build is a whole one. Says so where it is not.
pub(crate) fn can_amend(test: &str) -> bool {
    let project = small();
    assert_eq!(project.run(&["build"]).code, 0);
    let note = project.content().join("notes/n-0.md");
    let text = fs::read_to_string(&note).unwrap();
    fs::write(&note, format!("{text}\nThêm.\n")).unwrap();
    assert_eq!(project.run(&["build"]).code, 0);
    let can = was_amended(&project);
    if !can {
        crate::crash::skipped(test, "this file system cannot link, exchange or date files");
    }
    can
}

fn last(project: &Project) -> PathBuf {
    project.root().join(".output.tiendo-last")
}

/// Builds, and holds the site against a whole build in another folder.
fn build(project: &Project, more: &[&str], what: &str) -> Answer {
    let answer = project.run(&[&["build"], more].concat());
    let anew = project.run(&[&["build", "--full", "--output", "anew"], more].concat());
    assert_eq!(answer.code, anew.code, "{what}: {} {}", answer.stderr, anew.stderr);
    if answer.code == 0 {
        let (found, expected) =
            (golden::files(&project.output()), golden::files(&project.root().join("anew")));
        let other: Vec<_> =
            expected.iter().filter(|(path, b)| found.get(*path) != Some(b)).collect();
        let other: Vec<&String> = other.into_iter().map(|(path, _)| path).collect();
        assert!(other.is_empty(), "{what}: other than a whole build makes them: {other:?}");
        assert_eq!(found.len(), expected.len(), "{what}: files too many");
    }
    assert_eq!(answer.stderr, anew.stderr, "{what}: what is said");
    answer
}

/// The real content of the province of the tests.
fn province() -> Project {
    let project = Project::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/province/content");
    for (path, bytes) in golden::files(&from) {
        project.write(&path, bytes);
    }
    project
}

fn body_from(text: &str) -> usize {
    4 + text[4..].find("---\n").unwrap() + 4
}

#[test]
fn every_note_of_the_province_may_be_rewritten() {
    let project = province();
    build(&project, &[], "at first");
    let mut notes: Vec<PathBuf> = fs::read_dir(project.content().join("notes"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    notes.sort();
    let mut amended = Vec::new();
    for (n, note) in notes.iter().enumerate() {
        let text = fs::read_to_string(note).unwrap();
        let (front, body) = text.split_at(body_from(&text));
        let new = match n % 3 {
            0 => format!("{front}{body}\nMột câu thêm ở cuối, có chữ lạ: xứ Lạng.\n"),
            1 => format!("{front}\nMột câu thêm ở đầu, trước mọi câu khác.\n\n{body}"),
            _ => format!("{front}{}", body.replace("của", "thuộc")),
        };
        fs::write(note, new).unwrap();
        let name = note.file_name().unwrap().to_string_lossy().into_owned();
        build(&project, &[], &name);
        if was_amended(&project) {
            amended.push(name);
        }
    }
    // Not so a draft, what lies after the date, what names restricted tasks alone, what computes.
    if can_amend("every_note_of_the_province") {
        assert!(amended.len() >= 4, "{amended:?}");
    }
}

/// Steps that differ from one another, the same in every run.
struct Steps(u64);

impl Steps {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn small() -> Project {
    let project = (1..=6).fold(Project::new(), |project, n| {
        let lines = match n % 3 {
            0 => "kind: ongoing\nupdates:\n  - {date: 2024-04-02, text: Đang làm}",
            1 => "kind: deliverable\ndue: 2024-06-10\nlead: [so-a]\nplaces: [huyen-a]\nupdates:\n  - {date: 2024-05-02, state: done, evidence: [bc-1]}",
            _ => "kind: deliverable\ndue: 2024-06-10\nvisibility: status_only\nupdates:\n  - {date: 2024-05-03, text: BIMATCUATOI}",
        };
        project.task(&format!("1.{n}"), lines)
    });
    (0..8).fold(project, |project, n| {
        let front = format!(
            "date: 2024-05-{:02}\ntitle: Ghi chú {n}\ntasks: [\"1.{}\"]",
            n + 1,
            1 + 2 * (n % 3)
        );
        project.note(
            &format!("n-{n}"),
            &front,
            &format!("Nội dung {n} về [việc](task:1.1).\n\nXem [báo cáo](doc:bc-1)."),
        )
    })
}

#[test]
fn whatever_changes_the_bytes_are_those_of_a_whole_build() {
    let (project, mut steps) = (small(), Steps(5));
    build(&project, &[], "at first");
    let (mut amended, rounds) = (0, 70);
    for round in 0..rounds {
        let note = format!("notes/n-{}.md", steps.below(8));
        let path = project.content().join(&note);
        let text = fs::read_to_string(&path).unwrap();
        let (front, body) = text.split_at(body_from(&text));
        let word = ["nước", "nuôi", "tỉnh", "a1.b", "Ôn", "x"][steps.below(6)];
        let site = project.output();
        let page = format!("ghi-chep/n-{}.html", steps.below(8));
        let page = if site.join(&page).exists() { page } else { "index.html".to_owned() };
        let kind = steps.below(24);
        match kind {
            0..=4 => project.write(&note, format!("{text}\nThêm {word} {round}.\n")),
            5..=7 => project.write(&note, format!("{front}\nĐầu {word} {round}.\n{body}")),
            8 => project.write(&note, format!("{front}\n[việc](task:1.1) [b](doc:bc-1) {word}\n")),
            9 => project.write(&note, format!("{front}\nKhông còn liên kết nào, {word}.\n")),
            10 => project.write(&note, format!("{front}{body}\n[c](doc:qd-1) [d](task:1.2)\n")),
            11 => {
                project.write(&note, format!("{front}\nĐã xong {{{{done priority:1}}}} {word}.\n"));
            }
            12 => project.write(&note, text.replace("title: ", "title: Mới ")),
            13 => project.write(&note, format!("{front}\n# Một\n\n### Ba {word}\n")),
            14 => project.write(&note, format!("{front}\n[việc](task:9.9)\n")),
            15 => project.write("notes/n-9.md", format!("{front}\n{word}\n")),
            16 => drop(fs::remove_file(project.content().join("notes/n-9.md"))),
            17 => project.write(
                "tasks/1.1.yaml",
                format!("priority: \"1\"\ntitle: Việc {round}\nkind: ongoing\n"),
            ),
            18 => project.write(&note, &text),
            // What others do to the site and to what lies beside it.
            19 => fs::write(site.join(&page), "defaced").unwrap(),
            20 => fs::remove_file(site.join(&page)).unwrap(),
            21 => alter_unseen(&site.join(&page)),
            22 => drop(fs::remove_dir_all(project.root().join(".output.tiendo-spare"))),
            _ => {
                let mut bytes = fs::read(last(&project)).unwrap_or_default();
                let at = steps.below(bytes.len().max(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 0x20;
                    fs::write(last(&project), bytes).unwrap();
                }
            }
        }
        let before = was_amended(&project);
        let answer = build(&project, &[], &format!("round {round}, kind {kind}"));
        if answer.code != 0 {
            // The next ones begin from something that can be built.
            project.write(&note, &text);
            build(&project, &[], &format!("after round {round}"));
        }
        amended += usize::from(was_amended(&project) && (before || kind < 9));
    }
    if can_amend("whatever_changes") {
        assert!(amended >= 15, "{amended} of {rounds}");
    }
}

/// Writes other bytes of the same number and puts the times back, as an intruder would.
fn alter_unseen(path: &Path) {
    let times = fs::metadata(path).unwrap().modified().unwrap();
    let mut bytes = fs::read(path).unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
    fs::File::options().write(true).open(path).unwrap().set_modified(times).unwrap();
}

#[test]
fn where_nothing_changed_nothing_is_touched() {
    let project = small();
    build(&project, &[], "at first");
    let site = project.output();
    let seen = || -> Vec<(PathBuf, SystemTime)> {
        let files = golden::files(&site);
        files
            .keys()
            .map(|path| {
                let path = site.join(path);
                let time = fs::metadata(&path).unwrap().modified().unwrap();
                (path, time)
            })
            .collect()
    };
    let before = seen();
    std::thread::sleep(Duration::from_millis(30));
    for _ in 0..2 {
        let answer = project.run(&["build", "--format", "json"]);
        let files = golden::files(&site).len() - 1;
        assert!(answer.stdout.contains(&format!("\"unchanged\": {files}")), "{}", answer.stdout);
        assert!(!was_amended(&project), "there was nothing to put in");
        assert_eq!(seen(), before);
    }
}

#[test]
fn other_dates_and_other_templates_are_not_taken_for_the_same() {
    let project = small();
    let templates = project.root().join("mine");
    fs::create_dir(&templates).unwrap();
    let robots = templates.join("robots.txt");
    fs::write(&robots, "# mine\n").unwrap();
    for (n, more) in [
        &[][..],
        &["--as-of", "2024-05-20"],
        &["--as-of", "2024-05-21"],
        &[],
        &["--templates", "mine"],
        &[],
        &["--templates", "mine"],
    ]
    .into_iter()
    .enumerate()
    {
        build(&project, more, &format!("{n}: {more:?}"));
    }
    fs::write(&robots, "# yours\n").unwrap();
    build(&project, &["--templates", "mine"], "another template");
}

#[test]
fn warnings_are_shown_again() {
    let project =
        small().note("tho", "date: 2024-05-09\ntitle: Thô\ntasks: [\"1.1\"]", "TODO viết tiếp");
    let can_amend = can_amend("warnings_are_shown_again");
    for language in ["vi", "en"] {
        let answer = build(&project, &["--lang", language], "at first");
        assert!(answer.stderr.contains("placeholder-text"), "{}", answer.stderr);
        project.write(
            "notes/n-1.md",
            format!(
                "{}\n{language}\n",
                fs::read_to_string(project.content().join("notes/n-1.md")).unwrap()
            ),
        );
        // `build` holds what is said against a whole build.
        let answer = build(&project, &["--lang", language], "again");
        assert_eq!(was_amended(&project), can_amend);
        assert!(answer.stderr.contains("TODO"), "{}", answer.stderr);
    }
    // A new one of its own makes it a whole build.
    project.write(
        "notes/n-2.md",
        "---\ndate: 2024-05-03\ntitle: Ghi chú 2\ntasks: [\"1.5\"]\n---\nTBD\n",
    );
    build(&project, &[], "a second");
}

#[test]
fn what_lies_beside_the_site_is_private_and_tells_no_secret() {
    let front = "date: 2024-05-20\ntitle: BIMATCUATOI\ntasks: [\"1.2\"]";
    let project = small().note("kin", front, "Nội dung BIMATCUATOI.");
    // One that is not public yet either.
    let front = "date: 2099-05-20\ntitle: Mai sau\ntasks: [\"1.1\"]";
    let project = project.note("mai-sau", front, "CHUACONGBO.");
    build(&project, &["--as-of", "2024-12-31"], "at first");
    let once = project.root().join(".output.tiendo-once");
    let bytes = [fs::read(last(&project)).unwrap(), fs::read(&once).unwrap()].concat();
    let holds = |text: &str| memchr::memmem::find(&bytes, text.as_bytes()).is_some();
    assert!(holds("Ghi chú 3") && holds("Nội dung 3"));
    assert!(!holds("BIMATCUATOI") && !holds("CHUACONGBO"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        for path in [last(&project), once] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o077, 0);
        }
    }
    // Nor is it opened where somebody put something else in its place.
    #[cfg(unix)]
    {
        fs::remove_file(last(&project)).unwrap();
        std::os::unix::fs::symlink("/dev/zero", last(&project)).unwrap();
        build(&project, &[], "a link in its place");
        assert!(fs::symlink_metadata(last(&project)).unwrap().is_file());
    }
}

#[test]
fn texts_that_were_altered_beside_the_site_are_not_believed() {
    if !can_amend("texts that were altered") {
        return;
    }
    for is_altered in [false, true] {
        let project = small();
        build(&project, &[], "at first");
        let once = project.root().join(".output.tiendo-once");
        let mut bytes = fs::read(&once).unwrap();
        // The text that it had, and the beginning of another note on the same pages.
        for text in ["Nội dung 3", "Nội dung 4"].iter().filter(|_| is_altered) {
            let at = memchr::memmem::find(&bytes, text.as_bytes()).unwrap();
            bytes[at] = b'X';
            fs::write(&once, &bytes).unwrap();
        }
        let note = project.content().join("notes/n-3.md");
        let text = fs::read_to_string(&note).unwrap();
        fs::write(&note, text.replace("Nội dung 3", "Lời khác")).unwrap();
        build(&project, &[], "after a change");
        assert_eq!(was_amended(&project), !is_altered);
    }
}

#[test]
fn strangers_in_the_site_are_named_as_ever() {
    let project = small();
    build(&project, &[], "at first");
    fs::write(project.output().join("cua-toi.txt"), "x").unwrap();
    let answer = project.run(&["build"]);
    assert!(answer.code == 3 && answer.stderr.contains("cua-toi.txt"), "{}", answer.stderr);
    fs::remove_file(project.output().join("cua-toi.txt")).unwrap();
    // A system's litter is none.
    fs::write(project.output().join("Thumbs.db"), "x").unwrap();
    assert_eq!(run_in(project.root(), &["build"], &[]).code, 0);
}
