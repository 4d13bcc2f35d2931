//! Published facts change only with a reason in the records.

use std::fs;

use serde_json::Value;

use crate::golden;
use crate::project::{Answer, Project};

const DONE: &str = "kind: deliverable\ndue: 2024-06-10\nupdates:\n  - {date: 2024-03-10, state: in_progress, text: Bắt đầu.}\n  - {date: 2024-04-10, state: done, text: Xong., evidence: [bc-1]}";

/// Packages the project as `old.zip`.
fn published(project: Project) -> Project {
    let answer = project.run(&["package", "--zip", "old.zip"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    project
}

/// Two tasks, one done with evidence, one with a deadline, a note, and a later report on a third.
fn two() -> Project {
    published(
        Project::new()
            .task("1.1", DONE)
            .task("1.9", "kind: ongoing\nupdates:\n  - {date: 2024-04-12, text: Có báo cáo.}")
            .task("1.2", "kind: deliverable\ndue: 2024-06-11")
            .note("2024-04-11-a", "date: 2024-04-11\ntitle: Ghi chú A\ntasks: [\"1.1\"]", "Một."),
    )
}

fn gate(project: &Project) -> Answer {
    project.run(&["package", "--zip", "new.zip", "--since", "old.zip", "--format", "json"])
}

/// Code, subject, file and suggested line of everything that stops the package.
fn held(project: &Project) -> Vec<(String, String, String, String)> {
    let answer = gate(project);
    assert_eq!(answer.code, 1, "{}{}", answer.stdout, answer.stderr);
    assert!(!project.root().join("new.zip").exists());
    let told: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["stopped"], true);
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let all = told["findings"].as_array().unwrap().iter();
    all.map(|f| (text(f, "code"), text(f, "subject"), text(f, "file"), text(f, "write"))).collect()
}

fn codes(project: &Project) -> Vec<(String, String)> {
    held(project).into_iter().map(|(code, subject, ..)| (code, subject)).collect()
}

fn passes(project: &Project) -> Value {
    let answer = gate(project);
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    fs::remove_file(project.root().join("new.zip")).unwrap();
    serde_json::from_str(&answer.stdout).unwrap()
}

fn one(code: &str, subject: &str) -> Vec<(String, String)> {
    vec![(code.to_owned(), subject.to_owned())]
}

fn task(project: &Project, id: &str, lines: &str) {
    project.write(
        &format!("tasks/{id}.yaml"),
        format!("priority: \"1\"\ntitle: Việc {id}\n{lines}\n"),
    );
}

#[test]
fn ordinary_changes_pass() {
    let project = two();
    passes(&project);
    // New entries, also late ones, a new task, corrected words, and an extension by a document.
    task(
        &project,
        "1.1",
        &format!("{}\n  - {{date: 2024-04-01, text: Gõ muộn.}}", DONE.replace("Xong.", "Đã xong.")),
    );
    task(
        &project,
        "1.2",
        "kind: deliverable\ndue: 2024-06-11\nextensions:\n  - {decided: 2024-04-20, due: 2024-07-01, document: qd-1}",
    );
    task(&project, "1.3", "kind: ongoing");
    let told = passes(&project);
    assert_eq!(told["changed"]["redated"], serde_json::json!(["1.2"]));
    assert_eq!(told["changed"]["added"], serde_json::json!(["1.3"]));
    assert_eq!(told["changed"]["done"], serde_json::json!([]));
}

#[test]
fn a_task_that_vanished_needs_a_reason_and_leaves_a_page() {
    let project = two();
    fs::remove_file(project.content().join("tasks/1.2.yaml")).unwrap();
    let held = held(&project);
    assert_eq!(held.len(), 1);
    let (code, subject, file, write) = &held[0];
    assert_eq!((code.as_str(), subject.as_str()), ("vanished", "task:1.2"));
    assert_eq!(file, "moved.yaml");
    // The printed line can be pasted. Its placeholders are refused until they are filled in.
    project.write("moved.yaml", write);
    assert_eq!(project.run(&["check"]).code, 1);
    let reason = "- was: task:1.2\n  title: Việc 1.2\n  date: 2024-04-20\n  reason: Nhập trùng với 1.1.\n  document: qd-1\n";
    project.write("moved.yaml", reason);
    let told = passes(&project);
    assert!(!told["since"]["removed"].to_string().contains("nhiem-vu/"));
    assert_eq!(told["changed"]["gone"], serde_json::json!(["1.2"]));
    assert_eq!(project.run(&["build"]).code, 0);
    let page = fs::read_to_string(project.output().join("nhiem-vu/1.2.html")).unwrap();
    for said in ["Việc 1.2", "Trang này không còn nữa", "Nhập trùng với 1.1.", "20/4/2024"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(page.contains("../van-ban.html#"), "the document has its place");
    assert!(!page.contains("http-equiv"));
    let list = fs::read_to_string(project.output().join("da-chuyen.html")).unwrap();
    assert!(list.contains("nhiem-vu/1.2.html") && list.contains("Nhập trùng"));
}

#[test]
fn a_page_that_moved_leads_on_and_is_in_no_sitemap() {
    let project = two();
    project.write(
        "site.yaml",
        "title: Tiến độ\npublisher: Văn phòng\ncontact: a@b.example\nbase_url: https://example.com/td/\n",
    );
    fs::remove_file(project.content().join("tasks/1.2.yaml")).unwrap();
    project.write(
        "moved.yaml",
        "- {was: task:1.2, title: Việc 1.2, date: 2024-04-20, reason: Gộp., to: task:1.1}\n",
    );
    passes(&project);
    assert_eq!(project.run(&["build"]).code, 0);
    let page = fs::read_to_string(project.output().join("nhiem-vu/1.2.html")).unwrap();
    assert!(page.contains("Trang này đã chuyển"), "{page}");
    assert!(page.contains("<a href=\"1.1.html\">1.1 Việc 1.1</a>"), "{page}");
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://example.com/td/nhiem-vu/1.1.html\">")
    );
    let sitemap = fs::read_to_string(project.output().join("sitemap.xml")).unwrap();
    assert!(!sitemap.contains("nhiem-vu/1.2.html"), "{sitemap}");
}

#[test]
fn a_published_address_never_disappears_in_silence() {
    let project = two();
    fs::remove_file(project.content().join("notes/2024-04-11-a.md")).unwrap();
    assert_eq!(codes(&project), one("gone", "note:2024-04-11-a"));
    project.write(
        "moved.yaml",
        "- {was: note:2024-04-11-a, title: Ghi chú A, date: 2024-04-20, reason: Ghi nhầm việc.}\n",
    );
    passes(&project);
    // The page that is there now has been published, so it may not disappear either.
    let answer = project.run(&["package", "--zip", "old.zip", "--since", "old.zip"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    fs::remove_file(project.content().join("moved.yaml")).unwrap();
    assert_eq!(codes(&project), one("gone", "note:2024-04-11-a"));
}

#[test]
fn a_first_deadline_changes_only_with_a_correction() {
    let project = two();
    task(&project, "1.2", "kind: deliverable\ndue: 2024-07-11");
    assert_eq!(codes(&project), one("first-deadline", "task:1.2"));
    task(
        &project,
        "1.2",
        "kind: deliverable\ndue: 2024-07-11\ncorrections:\n  - {date: 2024-04-20, of: deadline, was: 2024-06-11, reason: Đánh máy nhầm tháng., document: qd-1}",
    );
    passes(&project);
    assert_eq!(project.run(&["build"]).code, 0);
    let page = fs::read_to_string(project.output().join("nhiem-vu/1.2.html")).unwrap();
    assert!(page.contains("Đánh máy nhầm tháng."), "{page}");
    // A reason covers what it names, and nothing else.
    task(
        &project,
        "1.2",
        "kind: deliverable\ndue: 2024-07-11\ncorrections:\n  - {date: 2024-04-20, of: deadline, was: 2024-06-10, reason: Khác.}",
    );
    assert_eq!(codes(&project), one("first-deadline", "task:1.2"));
}

#[test]
fn an_extension_names_its_document_and_stays() {
    let project = two();
    let extended = |more: &str| {
        format!(
            "kind: deliverable\ndue: 2024-06-11\nextensions:\n  - {{decided: 2024-04-11, due: 2024-07-01{more}}}"
        )
    };
    task(&project, "1.2", &extended(""));
    assert_eq!(codes(&project), one("no-document", "task:1.2"));
    task(&project, "1.2", &extended(", document: qd-1"));
    passes(&project);
    let project = published(project);
    task(&project, "1.2", "kind: deliverable\ndue: 2024-06-11");
    assert_eq!(codes(&project), one("decision", "task:1.2"));
    task(&project, "1.2", &extended(", document: qd-1").replace("07-01", "08-01"));
    assert_eq!(codes(&project), one("decision", "task:1.2"));
}

#[test]
fn an_entry_is_not_edited_away() {
    let project = two();
    task(&project, "1.1", &DONE.replace("2024-03-10", "2024-03-12"));
    assert_eq!(codes(&project), one("entry", "task:1.1"));
    let answer = gate(&project);
    assert!(answer.stdout.contains("nay ghi ngày 12/3/2024"), "{}", answer.stdout);
    let corrected = format!(
        "{}\ncorrections:\n  - {{date: 2024-04-20, of: entry, was: 2024-03-10, reason: Nhập nhầm ngày.}}",
        DONE.replace("2024-03-10", "2024-03-12")
    );
    task(&project, "1.1", &corrected);
    passes(&project);
}

#[test]
fn evidence_is_not_lost() {
    let project = two();
    task(&project, "1.1", &DONE.replace("[bc-1]", "[qd-1]"));
    assert_eq!(codes(&project), one("evidence", "task:1.1"));
    let corrected = format!(
        "{}\ncorrections:\n  - {{date: 2024-04-20, of: evidence, was: bc-1, reason: Dẫn nhầm.}}",
        DONE.replace("[bc-1]", "[qd-1]")
    );
    task(&project, "1.1", &corrected);
    passes(&project);
}

#[test]
fn what_was_done_is_reopened_by_an_entry_that_says_why() {
    let project = two();
    let reopened =
        |text: &str| format!("{DONE}\n  - {{date: 2024-04-11, state: in_progress{text}}}");
    task(&project, "1.1", &reopened(""));
    assert_eq!(codes(&project), one("reopened", "task:1.1"));
    task(&project, "1.1", &reopened(", text: Bị trả lại."));
    let told = passes(&project);
    assert_eq!(told["changed"]["reopened"], serde_json::json!(["1.1"]));
    // The entry with `done` is gone: this is reported once.
    task(&project, "1.1", DONE.split("\n  - {date: 2024-04-10").next().unwrap());
    assert_eq!(codes(&project), one("entry", "task:1.1"));
}

/// A task with parts: one done, one with a deadline of its own, one moved by a document.
const PARTS: &str = "kind: deliverable\ndue: 2024-06-30\n\
    parts:\n  - {id: a, title: Xã A}\n  - {id: b, title: Xã B, due: 2024-05-10}\n  - {id: c, title: Xã C}\n\
    extensions:\n  - {decided: 2024-04-02, due: 2024-07-31, part: c, document: qd-1}\n\
    updates:\n  - {date: 2024-04-10, part: a, state: done, text: Xong., evidence: [bc-1]}";

#[test]
fn parts_change_only_with_a_reason() {
    let project = published(Project::new().task("1.1", PARTS));
    let with = |from: &str, to: &str| {
        assert!(PARTS.contains(from), "{from}");
        task(&project, "1.1", &PARTS.replace(from, to));
    };
    let corrected = |from: &str, to: &str, correction: &str| {
        let records = PARTS.replace(from, to);
        task(&project, "1.1", &format!("{records}\ncorrections:\n  - {correction}"));
        passes(&project);
    };
    passes(&project);
    // A part that is gone.
    let (b, none) = ("  - {id: b, title: Xã B, due: 2024-05-10}\n", "");
    with(b, none);
    assert_eq!(codes(&project), one("part-gone", "task:1.1"));
    assert_eq!(held(&project)[0].3, "- of: part\n  was: b\n  date: …\n  reason: …");
    corrected(b, none, "{of: part, was: b, date: 2024-04-11, reason: Ghi thừa}");
    // A part's own deadline.
    let (from, to) = ("title: Xã B, due: 2024-05-10", "title: Xã B, due: 2024-05-20");
    with(from, to);
    assert_eq!(codes(&project), one("part-deadline", "task:1.1"));
    corrected(
        from,
        to,
        "{of: deadline, was: 2024-05-10, part: b, date: 2024-04-11, reason: Gõ nhầm}",
    );
    with(from, to);
    let wrong = "{of: deadline, was: 2024-05-10, part: a, date: 2024-04-11, reason: Gõ nhầm}";
    let records = PARTS.replace(from, to);
    task(&project, "1.1", &format!("{records}\ncorrections:\n  - {wrong}"));
    assert_eq!(codes(&project), one("part-deadline", "task:1.1"), "another part's correction");
    // A decision about another part, and an entry about another part.
    with("due: 2024-07-31, part: c", "due: 2024-07-31, part: b");
    assert!(codes(&project).contains(&one("decision", "task:1.1")[0]));
    with("part: a, state: done", "part: b, state: done");
    assert_eq!(codes(&project), one("named", "task:1.1"));
    let write = &held(&project)[0].3;
    assert!(write.contains("as_published: {state: done, part: [a], text: \"Xong.\""), "{write}");
    with("part: a, state: done", "part: [a, b], state: done");
    assert_eq!(codes(&project), one("named", "task:1.1"));
    // A part that is no longer done.
    let reopened = |text: &str| {
        let entry = format!("  - {{date: 2024-04-11, part: a, state: in_progress{text}}}");
        task(&project, "1.1", &format!("{PARTS}\n{entry}"));
    };
    reopened("");
    assert_eq!(codes(&project), one("part-reopened", "task:1.1"));
    reopened(", text: Bị trả lại.");
    passes(&project);
    for (lang, said) in [
        ("vi", "phần “Xã B” đã công bố, nay không còn"),
        ("en", "“Xã B” was published and is gone"),
    ] {
        with(b, none);
        let told =
            project.run(&["package", "--zip", "new.zip", "--since", "old.zip", "--lang", lang]);
        assert!(told.stderr.contains(said) || told.stdout.contains(said), "{}", told.stderr);
    }
}

#[test]
fn periods_may_go_on_and_a_restricted_task_has_no_parts_to_hold() {
    let reports = "kind: ongoing\nreports: {every: month, by: 25}\n\
        updates: [{date: 2024-03-20, part: 2024-03, state: done, text: Nộp.}]";
    let project = published(Project::new().task("1.1", reports));
    task(
        &project,
        "1.1",
        &reports.replace("Nộp.}]", "Nộp.}, {date: 2024-05-20, part: 2024-05, state: done}]"),
    );
    passes(&project);
    let hidden = "visibility: status_only\n";
    let project = published(Project::new().task("1.1", &format!("{hidden}{PARTS}")));
    task(
        &project,
        "1.1",
        &format!("{hidden}{}", PARTS.replace("{id: b, title: Xã B", "{id: d, title: Xã D")),
    );
    passes(&project);
}

#[test]
fn a_restricted_task_is_held_by_what_was_published_of_it() {
    let restricted = |due: &str, state: &str| {
        format!(
            "kind: deliverable\nvisibility: status_only\ndue: {due}\nupdates:\n  - {{date: 2024-04-10, state: {state}, evidence: [bc-1]}}"
        )
    };
    let project = published(Project::new().task("1.1", &restricted("2024-06-10", "done")));
    task(&project, "1.1", &restricted("2024-06-20", "done"));
    assert_eq!(codes(&project), one("in-force", "task:1.1"));
    task(&project, "1.1", &restricted("2024-06-10", "in_progress"));
    assert_eq!(codes(&project), one("reopened", "task:1.1"));
    let corrected = format!(
        "{}\ncorrections:\n  - {{date: 2024-04-20, of: done, was: 2024-04-10, reason: Lý do mật.}}",
        restricted("2024-06-10", "in_progress")
    );
    task(&project, "1.1", &corrected);
    passes(&project);
    assert_eq!(project.run(&["build"]).code, 0);
    for (path, bytes) in golden::files(&project.output()) {
        assert!(!String::from_utf8_lossy(&bytes).contains("Lý do mật"), "{path}");
    }
}

#[test]
fn older_figures_and_another_directive_are_refused() {
    let project = two();
    let back = ["package", "--zip", "new.zip", "--since", "old.zip", "--as-of", "2024-04-11"];
    let answer = project.run(&back);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert!(answer.stderr.contains("cũ hơn số liệu đã công bố"), "{}", answer.stderr);
    let other = fs::read_to_string(project.content().join("directive.yaml")).unwrap();
    project.write("directive.yaml", other.replace("1/KH-UBND", "2/KH-UBND"));
    passes(&project);
    let other =
        other.replace("1/KH-UBND", "2/KH-UBND").replace("date: 2024-03-01", "date: 2024-03-02");
    project.write("directive.yaml", other);
    let answer = gate(&project);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
    assert!(answer.stderr.contains("1/KH-UBND"), "{}", answer.stderr);
}

#[test]
fn unreadable_published_data_are_reported() {
    let project = two();
    assert_eq!(project.run(&["build", "--output", "old"]).code, 0);
    let root = project.root().join("old");
    let (data, list) = (root.join("du-lieu/tasks.json"), root.join("manifest.txt"));
    let (text, manifest) = (fs::read_to_string(&data).unwrap(), fs::read_to_string(&list).unwrap());
    let sum = tiendo::output::manifest::sha256(text.as_bytes());
    let with = |new: &str| {
        fs::write(&data, new).unwrap();
        let new = format!("{}  {}", tiendo::output::manifest::sha256(new.as_bytes()), new.len());
        fs::write(&list, manifest.replace(&format!("{sum}  {}", text.len()), &new)).unwrap();
    };
    let said = |text: &str| {
        let answer =
            project.run(&["package", "--zip", "new.zip", "--since", "old", "--lang", "en"]);
        assert_eq!(answer.code, 3, "{}", answer.stderr);
        assert!(answer.stderr.contains(text), "{}", answer.stderr);
        assert!(!project.root().join("new.zip").exists());
    };
    fs::write(&data, text.replace("Việc 1.1", "Viec 1.1")).unwrap();
    said("the file was altered");
    with(&text.replace("\"version\": 1", "\"version\": 2"));
    said("uses version 2 of the data");
    with("[]");
    said("cannot be read");
    with(&text.replace("\"id\":\"1.1\"", "\"id\":11"));
    said("cannot be read");
    fs::remove_file(&data).unwrap();
    said("is missing or was altered");
}

#[test]
fn the_sheet_lists_what_changed_in_the_content() {
    let project = two();
    task(
        &project,
        "1.2",
        "kind: deliverable\ndue: 2024-06-11\nupdates:\n  - {date: 2024-04-20, state: done, evidence: [qd-1]}",
    );
    let answer = project.run(&["package", "--zip", "new.zip", "--since", "old.zip"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let file = fs::File::open(project.root().join("new.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    let mut sheet = String::new();
    let mut entry = zip.by_name("phieu-ban-giao.html").unwrap();
    std::io::Read::read_to_string(&mut entry, &mut sheet).unwrap();
    assert!(sheet.contains("So với số liệu đã công bố đến ngày 12/4/2024"), "{sheet}");
    assert!(sheet.contains("Mới hoàn thành (1): 1.2"), "{sheet}");
}

#[test]
fn transcripts_of_the_gate() {
    let project = two();
    task(&project, "1.1", &DONE.replace("2024-03-10", "2024-03-12").replace("[bc-1]", "[qd-1]"));
    fs::remove_file(project.content().join("tasks/1.2.yaml")).unwrap();
    fs::remove_file(project.content().join("notes/2024-04-11-a.md")).unwrap();
    for language in ["vi", "en"] {
        let arguments = ["package", "--zip", "new.zip", "--since", "old.zip", "--lang", language];
        let answer = project.run(&arguments);
        assert_eq!(answer.code, 1);
        let said = format!("$ tiendo {}\n{}", arguments.join(" "), answer.stderr);
        golden::text(&format!("transcripts/gate.{language}.txt"), &said);
    }
}
