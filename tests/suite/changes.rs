//! The one road by which commands change records: undone, listed, with files and documents, refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::golden;
use crate::project::Project;

/// The files of the content folder without the journal.
fn records(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let mut files = golden::files(&project.content());
    files.retain(|path, _| !path.starts_with(".tiendo"));
    files
}

fn project() -> Project {
    Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-10").task("1.2", "kind: ongoing")
}

fn scan(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path.display().to_string()
}

#[test]
fn every_command_that_writes_can_be_undone() {
    let project = project();
    let note = ["new", "note", "--title", "Đã họp", "--on", "2024-05-02", "--task", "1.1"];
    let task = ["new", "task", "1.9", "--title", "Việc mới", "--priority", "1"];
    let extend =
        ["extend", "1.1", "--due", "30/6/2024", "--decided", "1/6/2024", "--document", "qd-1"];
    let update = ["update", "1.2", "--on", "2024-05-03", "--text", "Đã nộp"];
    for command in [&note[..], &task, &extend, &update] {
        let before = records(&project);
        let answer = project.run(command);
        assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
        assert_ne!(records(&project), before, "{command:?}");
        let answer = project.run(&["undo"]);
        assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
        assert_eq!(records(&project), before, "{command:?}");
    }
    let listed = project.run(&["undo", "--list", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.stdout).unwrap();
    let changes = listed["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 8);
    assert_eq!(changes[0]["undoes"], 7);
    assert_eq!(changes[1]["command"], "update");
    assert_eq!(changes[1]["undone"], true);
    // An undo can be taken back too, by its number.
    assert_eq!(project.run(&["undo", "8"]).code, 0);
    let text = fs::read_to_string(project.content().join("tasks/1.2.yaml")).unwrap();
    assert!(text.contains("Đã nộp"), "{text}");
}

#[test]
fn check_fix_is_one_change_of_many_files() {
    let project = project()
        .task("1.3", "kind: deliverable\ndue: 30/6/2024")
        .task("1.4", "kind: deliverable\ndue: 30/6/2024");
    let before = records(&project);
    assert_eq!(project.run(&["check", "--fix", "--yes"]).code, 0);
    assert_ne!(records(&project), before);
    assert_eq!(project.run(&["undo"]).code, 0);
    assert_eq!(records(&project), before);
}

#[test]
fn evidence_comes_with_its_document_and_goes_with_it() {
    let project = project();
    let before = records(&project);
    let file = scan(project.root(), "báo cáo.pdf.exe", b"%PDF-1.4\n");
    let update = |document: &str| {
        let arguments = ["update", "1.1", "--on", "2024-06-09", "--state", "done"];
        let more = ["--evidence-file", &file, "--document", document];
        project.run(&[&arguments[..], &more].concat())
    };
    let answer = update("45/BC-SKHĐT, 12/7/2024");
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    let attachment = fs::read(project.content().join("attachments/bc-45.pdf")).unwrap();
    assert_eq!(attachment, b"%PDF-1.4\n");
    assert_eq!(project.standing("2024-06-20"), "done_on_time");
    let documents = fs::read_to_string(project.content().join("documents.yaml")).unwrap();
    assert!(documents.contains("symbol: 45/BC-SKHĐT"), "{documents}");
    // The same symbol is known now, so that a second copy is not made.
    let again = update("45/BC-SKHĐT, 12/7/2024");
    assert_eq!(again.code, 2);
    assert!(again.stderr.contains("--evidence bc-45"), "{}", again.stderr);
    assert_eq!(project.run(&["undo"]).code, 0);
    assert_eq!(records(&project), before);
}

#[test]
fn evidence_that_is_not_what_it_says_is_refused() {
    let project = project();
    let before = records(&project);
    let large = vec![b' '; 20 * 1024 * 1024 + 1];
    for (name, bytes, document) in [
        ("trang.pdf", &b"<html><script>alert(1)</script>"[..], "9/BC, 1/6/2024"),
        ("chay.exe", b"MZ\x90", "9/BC, 1/6/2024"),
        ("lon.txt", &large, "9/BC, 1/6/2024"),
        ("dung.pdf", b"%PDF", "9/BC"),
        ("dung.pdf", b"%PDF", "9/BC, 32/6/2024"),
    ] {
        let file = scan(project.root(), name, bytes);
        let arguments = ["update", "1.1", "--on", "2024-06-09", "--state", "done"];
        let more = ["--evidence-file", &file, "--document", document];
        let answer = project.run(&[&arguments[..], &more].concat());
        assert!(matches!(answer.code, 1 | 2), "{name}: {}{}", answer.stdout, answer.stderr);
        assert_eq!(records(&project), before, "{name}");
    }
}

#[test]
fn an_undo_that_would_break_the_records_is_refused() {
    let project = project();
    let task = ["new", "task", "1.9", "--title", "Việc mới", "--priority", "1"];
    assert_eq!(project.run(&task).code, 0);
    let note = ["new", "note", "--title", "Đã họp", "--on", "2024-05-02", "--task", "1.9"];
    assert_eq!(project.run(&note).code, 0);
    let before = records(&project);
    let answer = project.run(&["undo", "1"]);
    assert_eq!(answer.code, 1, "{}{}", answer.stdout, answer.stderr);
    assert_eq!(records(&project), before);
    for number in ["7", "0"] {
        assert_eq!(project.run(&["undo", number]).code, 2);
    }
}

#[test]
fn an_extension_is_judged_before_it_is_written() {
    let project = project();
    let before = records(&project);
    for arguments in [
        &["extend", "1.2", "--due", "30/6/2024", "--decided", "1/6/2024"][..],
        &["extend", "1.1", "--due", "32/6/2024", "--decided", "1/6/2024"],
        &["extend", "1.1", "--due", "30/6/2024"],
        &["extend", "1.1", "--due", "30/6/2024", "--decided", "1/6/2024", "--document", "không có"],
    ] {
        let answer = project.run(arguments);
        assert!(matches!(answer.code, 1 | 2), "{arguments:?}: {}{}", answer.stdout, answer.stderr);
        assert_eq!(records(&project), before);
    }
    let extend = ["extend", "1.1", "--before", "1/7/2024", "--decided", "1/6/2024"];
    assert_eq!(project.run(&extend).code, 0);
    let text = fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    assert!(text.contains("due: {before: 2024-07-01}"), "{text}");
}

/// A task that is split is replaced by several, everywhere.
#[test]
fn a_task_that_is_split_is_replaced_by_several() {
    let project = Project::new()
        .task("1.1", "kind: deliverable\nlead: so-a\ndue: 2024-06-10")
        .task("1.2", "kind: deliverable\nlead: so-a\ndue: 2024-06-10")
        .task("1.3", "kind: deliverable\nlead: so-b\ndue: 2024-06-10");
    let split = [
        "update",
        "1.1",
        "--on",
        "1/5/2024",
        "--state",
        "superseded",
        "--document",
        "qd-1",
        "--superseded-by",
        "1.2, 1.3",
    ];
    let answer = project.run(&split);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let text = std::fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    assert!(text.ends_with("superseded_by: [\"1.2\", \"1.3\"]\n"), "{text}");
    assert_eq!(project.run(&["check"]).code, 0);
    assert_eq!(project.run(&["build"]).code, 0);
    let page = std::fs::read_to_string(project.output().join("nhiem-vu/1.1.html")).unwrap();
    assert!(page.contains("1.2.html") && page.contains("1.3.html"));
    let table = std::fs::read_to_string(project.output().join("du-lieu/updates.csv")).unwrap();
    assert!(table.contains(",1.2,2024-05-01,so-a,1.2;1.3"), "{table}");
    // Two tasks that replace each other are a circle, also where one was split.
    let back = "- {date: 2024-05-02, state: superseded, document: qd-1, superseded_by: [\"1.2\", \"1.1\"]}";
    project.write(
        "tasks/1.3.yaml",
        format!(
            "priority: \"1\"\ntitle: Việc 1.3\nkind: deliverable\nlead: so-b\nupdates:\n  {back}\n"
        ),
    );
    let answer = project.run(&["check"]);
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("superseded-loop"), "{}", answer.stderr);
}
