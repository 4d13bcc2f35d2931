//! What the commands print, word for word, in both languages.

use std::path::Path;

use crate::golden;
use crate::project::{Project, run_in};

/// The transcript of a command: what was typed, what was printed, and the exit code.
pub(crate) fn transcript(folder: &Path, arguments: &[&str]) -> String {
    let answer = run_in(folder, arguments, &[]);
    let root = folder.display().to_string();
    let clean = |text: &str| timeless(&text.replace(&root, "…"));
    format!(
        "$ tiendo {}\n{}{}{}[{}]\n",
        arguments.join(" "),
        clean(&answer.stdout),
        if answer.stderr.is_empty() { "" } else { "--- stderr\n" },
        clean(&answer.stderr),
        answer.code
    )
}

/// Removes the time that a build took.
fn timeless(text: &str) -> String {
    let words = text.split(' ').collect::<Vec<_>>();
    let mut said = Vec::new();
    for (n, word) in words.iter().enumerate() {
        let next = words.get(n + 1).copied().unwrap_or_default();
        said.push(if next.starts_with("giây,") || next == "s," { "…" } else { word });
    }
    said.join(" ")
}

fn province() -> Project {
    let project = Project::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/province/content");
    std::fs::remove_dir_all(project.content()).unwrap();
    for (path, bytes) in golden::files(&from) {
        project.write(&path, bytes);
    }
    project
}

#[test]
fn help_of_every_command() {
    let project = Project::new();
    for language in ["vi", "en"] {
        let mut said = String::new();
        for command in [
            &["--help"][..],
            &["build", "--help"],
            &["check", "--help"],
            &["status", "--help"],
            &["explain", "--help"],
        ] {
            let arguments = [command, &["--lang", language]].concat();
            said.push_str(&transcript(project.root(), &arguments));
        }
        golden::text(&format!("transcripts/help.{language}.txt"), &said);
    }
}

#[test]
fn wrong_use() {
    let project = Project::new().task("1.1", "kind: ongoing");
    for language in ["vi", "en"] {
        let mut said = String::new();
        for command in [
            &["bild"][..],
            &["build", "--as-of", "7/25/2024"],
            &["build", "--as-of", "2023-01-01"],
            &["build", "--nhanh"],
            &["check", "--format", "xml"],
            &["explain"],
            &["explain", "1.l"],
            &["check", "--content", "khong-co"],
        ] {
            let arguments = [command, &["--lang", language]].concat();
            said.push_str(&transcript(project.root(), &arguments));
        }
        golden::text(&format!("transcripts/wrong-use.{language}.txt"), &said);
    }
}

#[test]
fn the_province_checked_built_shown_and_explained() {
    let project = province();
    for language in ["vi", "en"] {
        let mut said = String::new();
        for command in [
            &["check"][..],
            &["build"],
            &["status"],
            &["status", "--as-of", "2024-06-27"],
            &["explain", "1.1"],
            &["explain", "2.3.dd"],
            &["explain", "2.11"],
            &["explain", "3.3"],
            &["explain", "9.2", "--format", "json"],
        ] {
            let arguments = [command, &["--lang", language]].concat();
            said.push_str(&transcript(project.root(), &arguments));
            let _ = std::fs::remove_dir_all(project.output());
        }
        golden::text(&format!("transcripts/province.{language}.txt"), &said);
    }
}

#[test]
fn the_answer_for_programs() {
    let project = province();
    golden::text(
        "transcripts/status.json.txt",
        &transcript(project.root(), &["status", "--format", "json"]),
    );
    project.write(
        "tasks/1.1.yaml",
        "priority: \"99\"\ntitle: Một\nkind: deliverable\ndue: 7/25/2024\n",
    );
    golden::text(
        "transcripts/check.json.txt",
        &transcript(project.root(), &["check", "--format", "json"]),
    );
    golden::text(
        "transcripts/check.short.txt",
        &transcript(project.root(), &["check", "--format", "short"]),
    );
}

#[test]
fn the_dashboard_has_colours_only_where_they_are_wanted() {
    let project = Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-10");
    let shown = |color| project.run(&["status", "--as-of", "2024-06-12", "--color", color]).stdout;
    let (plain, colored) = (shown("never"), shown("always"));
    assert!(!plain.contains('\u{1b}') && colored.contains("\u{1b}[31m"), "{colored}");
    // A pipe is not a terminal.
    assert_eq!(shown("auto"), plain);
}
