//! `report` and `remind --format docx`: what the documents say, that they say no more of restricted
//! tasks than their status, that they are the same bytes everywhere, and that nothing is overwritten.
//!
//! How they look is tested with python-docx and LibreOffice, in `tests/word`.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use crate::golden;
use crate::project::Project;

fn province() -> Project {
    let project = Project::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/province/content");
    fs::remove_dir_all(project.content()).unwrap();
    for (path, bytes) in golden::files(&from) {
        project.write(&path, bytes);
    }
    project
}

/// A part of a document.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(zip.by_name(name).unwrap()).unwrap()
}

/// The text of a document: a line for each paragraph, cells parted by bars.
fn text(bytes: &[u8]) -> String {
    let mut said = String::new();
    let document = part(bytes, "word/document.xml");
    for piece in document.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        match tag.split_whitespace().next().unwrap() {
            "w:t" => said.push_str(text),
            "/w:p" => said.push('\n'),
            "/w:tc" => {
                said.truncate(said.trim_end_matches('\n').len());
                said.push_str(" | ");
            }
            "/w:tr" => {
                said.truncate(said.trim_end_matches(" | ").len());
                said.push('\n');
            }
            _ => {}
        }
    }
    said.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn document(project: &Project, arguments: &[&str]) -> Vec<u8> {
    let arguments = [arguments, &["--output", "x.docx", "--replace"]].concat();
    let answer = project.run(&arguments);
    assert_eq!(answer.code, 0, "{arguments:?}: {}", answer.stderr);
    fs::read(project.root().join("x.docx")).unwrap()
}

#[test]
fn what_the_documents_say() {
    let project = province();
    let letter = ["remind", "--agency", "ubnd-dong-vong", "--format", "docx"];
    for (name, arguments) in [
        ("page", &["report"][..]),
        ("full", &["report", "--full"]),
        ("agency", &["report", "--agency", "nguon luc", "--since", "1/6/2024"]),
        ("begin", &["report", "--as-of", "2024-01-10"]),
        ("letter", &letter),
    ] {
        for language in ["vi", "en"] {
            let bytes = document(&project, &[arguments, &["--lang", language]].concat());
            golden::text(&format!("word/{name}.{language}.txt"), &text(&bytes));
        }
    }
}

#[test]
fn what_the_commands_answer() {
    let project = province();
    let letter = ["remind", "--agency", "ubnd-dong-vong", "--format", "docx"];
    let with = |more: &[&'static str]| [&letter[..], more].concat();
    for language in ["vi", "en"] {
        let mut said = String::new();
        for arguments in [
            vec!["report"],
            vec!["report"],
            vec!["report", "--replace", "--full"],
            vec!["report", "--output", "bao-cao.doc"],
            vec!["report", "--since", "2024-12-01"],
            vec!["report", "--as-of", "2023-01-01"],
            vec!["report", "--agency", "khong co"],
            vec!["report", "--agency", "so-nguon-luc"],
            with(&[]),
            with(&[]),
            with(&["--output", "a.txt"]),
            vec!["remind", "--agency", "ubnd-dong-vong", "--output", "a.docx"],
            vec![
                "remind",
                "--agency",
                "hoi khuyen hoc",
                "--format",
                "docx",
                "--as-of",
                "2024-02-01",
            ],
        ] {
            let arguments = [&arguments[..], &["--lang", language]].concat();
            let answer = project.run(&arguments);
            let command = arguments.join(" ");
            said.push_str(&format!("$ tiendo {command}\n{}{}", answer.stdout, answer.stderr));
            said.push_str(&format!("[{}]\n", answer.code));
        }
        golden::text(&format!("transcripts/word.{language}.txt"), &said);
        for entry in fs::read_dir(project.root()).unwrap().map(Result::unwrap) {
            if entry.path().extension().is_some_and(|ending| ending == "docx") {
                fs::remove_file(entry.path()).unwrap();
            }
        }
    }
}

#[test]
fn a_document_is_the_same_bytes_everywhere_and_is_never_overwritten() {
    let (here, there) = (province(), province());
    let first = document(&here, &["report", "--full"]);
    let settings = [("TZ", "America/Lima"), ("LANG", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "1")];
    let full = ["report", "--full", "--output", "x.docx"];
    assert_eq!(there.run_with(&full, &settings).code, 0);
    assert!(first == fs::read(there.root().join("x.docx")).unwrap(), "other bytes");
    // A file that is there stays, whatever it is.
    fs::write(there.root().join("x.docx"), "của tôi").unwrap();
    assert_eq!(there.run(&full).code, 2);
    assert_eq!(fs::read(there.root().join("x.docx")).unwrap(), "của tôi".as_bytes());
}

#[test]
fn of_a_restricted_task_only_the_status_is_said() {
    let restricted = "kind: deliverable\nlead: so-a\ndue: 2024-04-01\nvisibility: status_only\nupdates:\n  \
                      - {date: 2024-03-10, state: in_progress, text: BÍ MẬT MỘT}\n  \
                      - {date: 2024-03-20, state: blocked, text: BÍ MẬT HAI}\n";
    let public = restricted.replace("visibility: status_only\n", "").replace("BÍ MẬT", "CÔNG KHAI");
    let project = Project::new().task("1.1", restricted).task("1.2", &public);
    for arguments in [
        &["report", "--as-of", "2024-04-11"][..],
        &["report", "--as-of", "2024-04-11", "--full"],
        &["report", "--as-of", "2024-03-25", "--full", "--agency", "so-a"],
        &["remind", "--as-of", "2024-04-11", "--agency", "so-a", "--format", "docx"],
    ] {
        let text = text(&document(&project, arguments));
        assert!(!text.contains("BÍ MẬT"), "{arguments:?}: {text}");
        assert!(text.contains("1.1") && text.contains("1.2"), "{arguments:?}: {text}");
    }
    let full = text(&document(&project, &["report", "--as-of", "2024-04-11", "--full"]));
    let row = |number: &str| {
        let rows = full.lines().filter(|line| line.starts_with(number));
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    // Overdue, and in the annex; the change and the obstacle are only those of the public task.
    assert_eq!(
        row("1.1 "),
        [
            "1.1 | Việc 1.1 | Sở A | 02/4/2024 | 10",
            "1.1 | Việc 1.1 | Sở A | chậm nhất ngày 01/4/2024 | Quá hạn 10 ngày"
        ]
    );
    assert!(row("1.2 ").iter().any(|row| row.contains("CÔNG KHAI HAI")), "{full}");
    assert!(full.contains("chỉ công khai tình trạng, không nêu nội dung"), "{full}");
}

#[test]
fn hostile_texts_stay_texts() {
    let title = "priority: \"1\"\ntitle: '</w:t><w:trHeight w:val=\"0\" w:hRule=\"atLeast\" /> & <b>''=1+1'\n\
                 kind: deliverable\nlead: so-a\ndue: 2024-04-01\n";
    let project = Project::new().file("tasks/1.1.yaml", title);
    let bytes = document(&project, &["report", "--full", "--as-of", "2024-04-11"]);
    let shown = text(&bytes);
    assert!(shown.contains("</w:t><w:trHeight w:val=\"0\""), "{shown}");
    let document = part(&bytes, "word/document.xml");
    assert!(!document.contains("<b>") && !document.contains("</w:t><w:trHeight"), "{document}");
    // One header row in each table with borders.
    let tables = document.matches("<w:tbl>").count();
    let layout = document.matches("CỘNG HÒA").count() + document.matches("THỦ TRƯỞNG").count();
    assert_eq!(document.matches("<w:tblHeader").count(), tables - layout);
}
