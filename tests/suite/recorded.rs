//! Commands write on which day a fact was recorded, so that what is typed late changes no published
//! figures.

use std::fs;

use crate::project::{Answer, Project};
use crate::spreadsheets::rows;

/// The first task is due on 26 July; without an as-of date, the records are old.
fn project(as_of: &str) -> Project {
    Project::new()
        .file("site.yaml", format!("title: Tiến độ\ncontact: a@b.example\n{as_of}\n"))
        .task(
            "1.1",
            "kind: deliverable\ndue: 2024-07-26\nupdates:\n  - {date: 2024-07-01, text: Họp.}",
        )
        .task("1.2", "kind: deliverable\ndue: 2024-12-31")
}

const JULY: &str = "as_of: 2024-07-31";
const AUGUST: &str = "as_of: 2024-08-31";

fn fine(answer: Answer) -> String {
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    answer.stdout
}

/// What `update` adds to the first task.
fn added(project: &Project, on: &str, more: &[&str]) -> String {
    let update = ["update", "1.1", "--on", on, "--text", "Đã nộp."];
    let diff = fine(project.run(&[&update[..], more].concat()));
    let record = fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    let entry = record.lines().last().unwrap().trim().to_owned();
    assert!(diff.contains(&format!("+  {entry}")), "the diff shows what is written: {diff}");
    entry
}

#[test]
fn an_entry_counts_in_the_figures_that_are_being_prepared() {
    for (as_of, on, more, entry) in [
        (JULY, "24/7/2024", &[][..], "{date: 2024-07-24, recorded: 2024-07-31, text: Đã nộp.}"),
        (JULY, "31/7/2024", &[], "{date: 2024-07-31, text: Đã nộp.}"),
        (
            JULY,
            "24/7/2024",
            &["--recorded", "12/8/2024"],
            "{date: 2024-07-24, recorded: 2024-08-12, text: Đã nộp.}",
        ),
        (JULY, "24/7/2024", &["--recorded", "24/7/2024"], "{date: 2024-07-24, text: Đã nộp.}"),
        ("", "24/7/2024", &[], "{date: 2024-07-24, text: Đã nộp.}"),
    ] {
        let entry = format!("- {entry}");
        assert_eq!(added(&project(as_of), on, more), entry, "{as_of} {on} {more:?}");
    }
}

#[test]
fn a_fact_after_the_data_date_is_recorded_on_the_day_on_which_it_is_typed() {
    let entry = added(&project(JULY), "5/8/2024", &[]);
    let recorded = entry.strip_prefix("- {date: 2024-08-05, recorded: ").unwrap();
    // Whatever day it is today, it is later.
    assert!(&recorded[..10] > "2024-08-05", "{entry}");
}

#[test]
fn a_late_report_leaves_published_figures_and_counts_in_the_next() {
    let project = project(JULY);
    let done = ["update", "1.1", "--on", "24/7/2024", "--state", "done", "--evidence", "bc-1"];
    let late = [&done[..], &["--text", "Đã nộp.", "--recorded", "12/8/2024"]].concat();
    let said = fine(project.run(&late));
    assert!(said.contains("Quá hạn 5 ngày → Quá hạn 5 ngày"), "{said}");
    assert!(said.contains("chưa được tính"), "{said}");
    let standing = |as_of: &str| fine(project.run(&["explain", "1.1", "--as-of", as_of]));
    assert!(standing("31/7/2024").contains("Quá hạn 5 ngày"), "{}", standing("31/7/2024"));
    assert!(standing("31/8/2024").contains("Hoàn thành đúng hạn"), "{}", standing("31/8/2024"));
}

#[test]
fn nothing_is_recorded_before_it_happened() {
    let project = project(AUGUST);
    for command in [
        &["update", "1.1", "--text", "Đã nộp."][..],
        &["new", "note", "2024-08-05-hop", "--title", "Họp", "--task", "1.1"],
    ] {
        let days = ["--on", "5/8/2024", "--recorded", "4/8/2024"];
        let answer = project.run(&[command, &days[..]].concat());
        assert_eq!(answer.code, 2, "{}", answer.stdout);
        assert!(answer.stderr.contains("hãy ghi --recorded 05/8/2024"), "{}", answer.stderr);
    }
}

#[test]
fn a_note_says_when_it_was_recorded() {
    let note = |more: &[&str]| {
        let new = ["new", "note", "hop", "--title", "Họp", "--task", "1.1", "--on", "24/7/2024"];
        fine(project(JULY).run(&[&new[..], more].concat()))
    };
    let shown = note(&[]);
    assert!(shown.contains("+date: 2024-07-24\n+recorded: 2024-07-31\n+title"), "{shown}");
    let shown = note(&["--recorded", "12/8/2024"]);
    assert!(shown.contains("+date: 2024-07-24\n+recorded: 2024-08-12\n+title"), "{shown}");
    assert!(!note(&["--recorded", "24/7/2024"]).contains("recorded"));
}

#[test]
fn an_import_shows_and_writes_when_its_entries_were_recorded() {
    let tracker = rows(&[
        &["Mã", "Ngày", "Kết quả"],
        &["1.1", "24/7/2024", "Đã nộp."],
        &["1.2", "20/8/2024", "Đã giao việc."],
    ]);
    for (as_of, more, said, written) in [
        (
            AUGUST,
            &[][..],
            ["24/7/2024 (ghi ngày 31/8/2024)", "20/8/2024 (ghi ngày 31/8/2024)"],
            ["recorded: 2024-08-31, text: Đã nộp.", "    recorded: 2024-08-31\n"],
        ),
        (
            AUGUST,
            &["--recorded", "12/8/2024"],
            ["24/7/2024 (ghi ngày 12/8/2024)", "20/8/2024 · "],
            ["recorded: 2024-08-12, text: Đã nộp.", "  - date: 2024-08-20\n    text"],
        ),
        (
            "",
            &[],
            ["24/7/2024 · ", "20/8/2024 · "],
            ["date: 2024-07-24, text", "  - date: 2024-08-20\n    text"],
        ),
    ] {
        let project = project(as_of);
        fs::write(project.root().join("bang.xlsx"), &tracker).unwrap();
        let shown = fine(project.run(&[&["import", "bang.xlsx"][..], more].concat()));
        fine(project.run(&[&["import", "bang.xlsx", "--write"][..], more].concat()));
        for (task, (said, written)) in ["1.1", "1.2"].iter().zip(said.iter().zip(written)) {
            assert!(shown.contains(said), "{as_of} {more:?}: {said}\n{shown}");
            let file = project.content().join(format!("tasks/{task}.yaml"));
            let record = fs::read_to_string(file).unwrap();
            assert!(record.contains(written), "{as_of} {more:?}: {record}");
        }
        // Where nothing is written, there is nothing to undo.
        let listed = fine(project.run(&["undo", "--list"]));
        let again = fine(project.run(&["import", "bang.xlsx", "--write"]));
        assert!(again.contains("Không có gì mới"), "{again}");
        assert_eq!(fine(project.run(&["undo", "--list"])), listed);
    }
}
