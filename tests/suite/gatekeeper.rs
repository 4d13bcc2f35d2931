//! `publish` and the gate: a site that changes published facts without a reason is not sent.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::project::{Answer, Project};

const DONE: &str = "kind: deliverable\ndue: 2024-06-10\nupdates:\n  - {date: 2024-04-10, state: done, text: Xong., evidence: [bc-1]}";

/// A project that was packaged as `old.zip` and published into `web/`.
fn published() -> Project {
    let project = Project::new().task("1.1", DONE).task("1.2", "kind: duty");
    fs::create_dir(web(&project)).unwrap();
    assert_eq!(project.run(&["package", "--zip", "old.zip"]).code, 0);
    let answer = build_and_publish(&project, &[]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    project
}

fn web(project: &Project) -> PathBuf {
    project.root().join("web")
}

fn build_and_publish(project: &Project, more: &[&str]) -> Answer {
    assert_eq!(project.run(&["build"]).code, 0);
    publish(project, more)
}

fn publish(project: &Project, more: &[&str]) -> Answer {
    project.run(&[&["publish", "./web", "--yes", "--format", "json"], more].concat())
}

/// Everything at the target, including the hidden folder.
fn seen(project: &Project) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = walkdir::WalkDir::new(web(project))
        .into_iter()
        .map(Result::unwrap)
        .filter(|found| found.file_type().is_file())
        .map(|found| (found.path().to_owned(), fs::read(found.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn nothing_is_sent_until_the_record_gives_the_reason() {
    let project = published();
    let before = seen(&project);
    project.write(
        "tasks/1.1.yaml",
        format!("priority: \"1\"\ntitle: Việc 1.1\n{}\n", DONE.replace("06-10", "07-10")),
    );
    for more in [&["--dry-run"][..], &[]] {
        let answer = build_and_publish(&project, more);
        assert_eq!(answer.code, 1, "{}", answer.stderr);
        let told: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(told["findings"][0]["subject"], "task:1.1");
        assert!(told["findings"][0]["write"].as_str().unwrap().contains("2024-06-10"));
    }
    assert!(before == seen(&project), "something was sent");

    let corrected = "corrections:\n  - {of: deadline, was: 2024-06-10, date: 2024-06-01, reason: Gõ nhầm tháng.}";
    project.write(
        "tasks/1.1.yaml",
        format!(
            "priority: \"1\"\ntitle: Việc 1.1\n{}\n{corrected}\n",
            DONE.replace("06-10", "07-10")
        ),
    );
    let answer = build_and_publish(&project, &[]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert!(before != seen(&project));
}

#[test]
fn a_page_that_was_published_never_becomes_nothing() {
    let project = published();
    let before = seen(&project);
    fs::remove_file(project.content().join("tasks/1.2.yaml")).unwrap();
    assert_eq!(build_and_publish(&project, &[]).code, 1);
    assert!(before == seen(&project));
    project.write(
        "moved.yaml",
        "- {was: task:1.2, title: Việc 1.2, date: 2024-06-01, reason: Ghi trùng với việc 1.1., to: task:1.1}\n",
    );
    let answer = build_and_publish(&project, &[]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let page = fs::read_to_string(web(&project).join("nhiem-vu/1.2.html")).unwrap();
    assert!(
        page.contains("Ghi trùng với việc 1.1.") && page.contains("href=\"1.1.html\""),
        "{page}"
    );
}

#[test]
fn what_was_not_built_from_these_records_is_not_sent() {
    let project = published();
    let before = seen(&project);
    project.write("tasks/1.3.yaml", "priority: \"1\"\ntitle: Việc 1.3\nkind: duty\n");
    let answer = publish(&project, &[]);
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("tiendo build"), "{}", answer.stderr);
    assert!(before == seen(&project));
    assert_eq!(build_and_publish(&project, &[]).code, 0);
}

#[test]
fn a_defaced_site_is_put_right_with_the_package_of_the_office() {
    let project = published();
    let data = web(&project).join("du-lieu/tasks.json");
    fs::write(&data, "{\"version\": 1, \"rows\": []}").unwrap();
    let answer = build_and_publish(&project, &[]);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
    assert!(answer.stderr.contains("--since"), "{}", answer.stderr);

    // A package that was never published there proves nothing.
    let other = Project::new().task("9", "kind: duty");
    assert_eq!(other.run(&["package", "--zip", "other.zip"]).code, 0);
    let other = other.root().join("other.zip").display().to_string();
    assert_eq!(publish(&project, &["--since", &other]).code, 2);

    let answer = publish(&project, &["--since", "old.zip", "--full"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(
        fs::read(&data).unwrap(),
        fs::read(project.output().join("du-lieu/tasks.json")).unwrap()
    );
    assert_eq!(project.run(&["verify", "web", "--allow", ".tiendo"]).code, 0);
}
