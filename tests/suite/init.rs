//! `init`: makes a folder that works at once and overwrites nothing.

use std::fs;

use crate::project::run_in;

#[test]
fn a_new_folder_needs_no_fixes_and_builds() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), &["init", "a/b"], &[]).code, 0);
    let made = folder.path().join("a/b");
    let answer = run_in(&made, &["check", "--format", "json"], &[]);
    let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["diagnostics"], serde_json::json!([]));
    assert_eq!(run_in(&made, &["build"], &[]).code, 0);
    let page = fs::read_to_string(made.join("output/nhiem-vu/1.1.html")).unwrap();
    assert!(page.contains("Hoàn thành đúng hạn"));
    assert!(page.contains("Nội dung mẫu của tiendo"));
}

#[test]
fn an_english_folder_needs_no_fixes_and_builds_in_english() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), &["init", "a", "--lang", "en"], &[]).code, 0);
    let made = folder.path().join("a");
    let answer = run_in(&made, &["check", "--format", "json"], &[]);
    let told: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["diagnostics"], serde_json::json!([]));
    assert_eq!(run_in(&made, &["build"], &[]).code, 0);
    let page = fs::read_to_string(made.join("output/nhiem-vu/1.1.html")).unwrap();
    assert!(page.contains("Done on time"));
    assert!(page.contains("Sample content of tiendo"));
}

#[test]
fn a_folder_with_files_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("thu.txt"), "x").unwrap();
    let answer = run_in(folder.path(), &["init", "."], &[]);
    assert_eq!(answer.code, 2, "{}", answer.stderr);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    fs::write(folder.path().join("tep"), "x").unwrap();
    assert_eq!(run_in(folder.path(), &["init", "tep"], &[]).code, 3);
}
