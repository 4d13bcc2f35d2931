//! Ctrl+C while the program asks, writes records or builds: no file is cut, none is left behind.

#![cfg(unix)]

use std::fs;
use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use walkdir::WalkDir;

use crate::project::Project;

/// The exit code after an interruption.
const INTERRUPTED: i32 = 130;

fn start(project: &Project, arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
    command.args(arguments).current_dir(project.root());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn interrupt(child: &Child) {
    let id = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
}

/// The names of what lies in the project and is hidden, apart from locks.
fn hidden(project: &Project) -> Vec<String> {
    let entries = WalkDir::new(project.root()).into_iter().map(Result::unwrap);
    let names = entries.skip(1).map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with('.') && !name.ends_with("-lock")).collect()
}

#[test]
fn at_a_question_nothing_is_written() {
    let project = Project::new().task("1.1", "kind: ongoing");
    let before = fs::read(project.content().join("tasks/1.1.yaml")).unwrap();
    let mut child = start(&project, &["update", "1.1", "--ask", "--lang", "en"]);
    // Held open to the end: at the end of its input, the command would go on without an answer.
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"5/5/2024\n2\nHalf a\n").unwrap();
    let mut said = Vec::new();
    let mut byte = [0];
    let stderr = child.stderr.as_mut().unwrap();
    while !String::from_utf8_lossy(&said).contains("Evidence") {
        assert_eq!(stderr.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(&said));
        said.push(byte[0]);
    }
    interrupt(&child);
    assert_eq!(child.wait().unwrap().code(), Some(INTERRUPTED));
    drop(stdin);
    assert_eq!(fs::read(project.content().join("tasks/1.1.yaml")).unwrap(), before);
    assert_eq!(hidden(&project), Vec::<String>::new());
}

#[test]
fn while_records_are_written_each_is_whole_and_nothing_is_left() {
    const TASKS: usize = 300;
    let old = "priority: \"1\"\ntitle: Việc\nkind: deliverable\ndue: 30/6/2024\n";
    let new = old.replace("30/6/2024", "2024-06-30");
    for round in 0..3 {
        let mut project = Project::new();
        for n in 0..TASKS {
            project = project.file(&format!("tasks/1.{n}.yaml"), old);
        }
        let path = |n: usize| project.content().join(format!("tasks/1.{n}.yaml"));
        let mut child = start(&project, &["check", "--fix", "--yes"]);
        drop(child.stderr.take());
        // The first files are those whose names sort first.
        let begun = Instant::now();
        while fs::read_to_string(path(0)).unwrap() == old {
            assert!(begun.elapsed() < Duration::from_secs(60), "nothing was written");
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(700 * round));
        interrupt(&child);
        child.wait().unwrap();
        for n in 0..TASKS {
            assert_eq!(fs::read_to_string(path(n)).unwrap(), new, "all of them or none");
        }
        assert_eq!(hidden(&project), [".tiendo", ".gitignore"]);
    }
}

#[test]
fn a_build_leaves_only_its_lock() {
    let mut project = Project::new();
    for n in 0..400 {
        project = project.task(&format!("1.{n}"), "kind: ongoing");
    }
    let mut child = start(&project, &["build"]);
    drop(child.stderr.take());
    let staging = project.root().join(".output.tiendo-staging");
    let begun = Instant::now();
    while !staging.exists() && child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < Duration::from_secs(60), "no build began");
        std::thread::yield_now();
    }
    interrupt(&child);
    let code = child.wait().unwrap().code();
    assert!(matches!(code, Some(INTERRUPTED | 0)), "{code:?}");
    // A thread that was writing may have made a folder again, which the next build deletes.
    let left = hidden(&project).len();
    assert!(left <= 8, "{left} files are left of a build");
}
