//! Changes to the files of the staff: `check --fix`, `new` and `update` do what they print and
//! change no other byte.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;
use tiendo::content::yaml;
use tiendo::fix::apply;
use tiendo::fix::entry::{Entry, append};
use unicode_normalization::UnicodeNormalization as _;

use crate::golden;
use crate::project::{Project, answer_in};

const TASK: &str = "# Ghi chú của người nhập: giữ nguyên  \npriority: \"1\"\ntitle: Đề xuất với UBND tỉnh\nkind: deliverable # loại\nlead: so-a\ndue: {before: 2024-06-30}\nrelated: [\"9.10\"]\nupdates:\n  - date: 2024-03-20\n    state: in_progress\n    text: \"Đã trình: lần 1\"\n\n  # lần hai\n  - date: 2024-04-20\n    text: |\n      Dòng một.  \n      Dòng hai.\n    evidence: [bc-1]\n";
const NOTE: &str = "---\ndate: 2024-03-15\ntitle: Ghi chú\ntasks: [\"1.1\"]\n---\nMột dòng  \nngắt bằng hai dấu cách.\n\n\tmã thụt bằng tab 25/7/2024\n\n“Trích: dẫn” 9.10\u{a0}km\n";

fn sound() -> Project {
    Project::new()
        .file("tasks/1.1.yaml", TASK)
        .file("tasks/9.10.yaml", "priority: \"1\"\ntitle: Hai\nkind: ongoing\n")
        .file("notes/2024-03-15-a.md", NOTE)
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.content().join(path)).unwrap()
}

/// The task as `check --fix --yes` leaves it.
fn fixed(text: impl AsRef<[u8]>) -> String {
    let project = sound().file("tasks/1.1.yaml", text);
    project.run(&["check", "--fix", "--yes"]);
    read(&project, "tasks/1.1.yaml")
}

#[test]
fn a_mistake_with_one_right_answer_is_fixed() {
    let plain = TASK.replace("nguyên  \n", "nguyên\n");
    for (what, spoilt) in [
        ("trailing blanks of a comment", TASK.to_owned()),
        ("line ends of Windows", plain.replace('\n', "\r\n")),
        ("line ends of old Macs", plain.replace('\n', "\r")),
        ("byte order mark", format!("\u{feff}{plain}")),
        ("accents apart", plain.nfd().collect()),
        ("an id without quotes", plain.replace("\"9.10\"", "9.10")),
        ("curly quotes around an id", plain.replace("\"9.10\"", "“9.10”")),
        ("a day as people write it", plain.replace("2024-06-30", "30/6/2024")),
        ("a day with points", plain.replace("2024-06-30", "30.6.2024")),
        ("a last line without end", plain.trim_end().to_owned()),
        ("tabs", plain.replace("    text", "\ttext")),
        (
            "a tab for each level",
            plain
                .replace("    ", "\t\t")
                .replace("  - ", "\t- ")
                .replace("\t\t  Dòng", "\t\t\tDòng"),
        ),
        ("a special space", plain.replace("lead: so-a", "lead:\u{a0}so-a")),
        ("curly quotes that break", plain.replace("\"Đã trình: lần 1\"", "“Đã trình: lần 1”")),
        ("a curly key", plain.replace("title:", "“title”:")),
        (
            "blanks at an end",
            plain.replace("so-a\n", "so-a   \n").replace("updates:\n", "updates:\t\n"),
        ),
    ] {
        let got = fixed(&spoilt);
        // Tabs inside a block of text belong to its author, and the rest of the file is unchanged.
        if what == "a tab for each level" {
            assert!(yaml::values(&got).is_some() || got == spoilt, "{what}:\n{got}");
            continue;
        }
        assert_eq!(got, plain, "{what}");
    }
}

#[test]
fn a_text_that_a_hash_cuts_off_is_quoted() {
    let title = "title: Đề xuất với UBND tỉnh";
    for (cut, whole) in [
        ("title: Lô #7", "title: \"Lô #7\""),
        ("title: Lô #7 \"mới\" và D:\\x", "title: \"Lô #7 \\\"mới\\\" và D:\\\\x\""),
        ("title: Lô\n  #7 và\n  lô 8", "title: \"Lô\n  #7 và\n  lô 8\""),
        // It may be a remark.
        ("title: Lô # 7", "title: Lô # 7"),
    ] {
        let plain = TASK.replace("nguyên  \n", "nguyên\n");
        assert_eq!(fixed(plain.replace(title, cut)), plain.replace(title, whole), "{cut}");
    }
}

#[test]
fn markup_that_does_not_work_is_mended_in_notes() {
    let note = |body: &str| {
        format!("---\ndate: 2024-03-15\ntitle: Ghi chú\ntasks: [\"1.1\"]\n---\n{body}\n")
    };
    let spoilt = note("**Ý kiến:**đồng ý, 7 m<sup>3</sup>, [việc] (task:1.1), 5 *6 và 7* 8.");
    let project = sound().file("notes/2024-03-15-a.md", spoilt);
    project.run(&["check", "--fix", "--yes"]);
    let mended = note("**Ý kiến:** đồng ý, 7 m³, [việc](task:1.1), 5 \\*6 và 7\\* 8.");
    assert_eq!(read(&project, "notes/2024-03-15-a.md"), mended);
}

#[test]
fn nothing_is_written_without_yes() {
    let spoilt = TASK.replace("2024-06-30", "30/6/2024");
    let project = sound().file("tasks/1.1.yaml", &spoilt);
    let answer = project.run(&["check", "--fix"]);
    assert!(answer.stdout.contains("+due: {before: 2024-06-30}"), "{}", answer.stdout);
    assert_eq!(read(&project, "tasks/1.1.yaml"), spoilt);
    assert_eq!(answer.code, 0);
}

#[test]
fn files_that_are_too_large_or_not_text_are_left_to_the_loader() {
    let large = format!("---\ndate: 1/2/2024\r\n---\n{}", "a".repeat(300 * 1024));
    let project = sound()
        .file("notes/2024-03-16-b.md", &large)
        .file("tasks/1.2.yaml", b"title: \xff\r\n")
        .file("tasks/1.3.yaml", "title: a\0\r\n");
    assert_eq!(project.run(&["check", "--fix", "--yes"]).code, 1);
    assert!(read(&project, "notes/2024-03-16-b.md") == large);
    assert_eq!(read(&project, "tasks/1.3.yaml"), "title: a\0\r\n");
}

#[test]
fn prose_stays_as_it_is() {
    let project = sound();
    project.run(&["check", "--fix", "--yes"]);
    assert_eq!(read(&project, "notes/2024-03-15-a.md"), NOTE);
}

#[test]
fn what_is_quoted_from_paper_stays_as_printed() {
    let text = "- id: bc-1\n  title: Báo cáo 1\n  date: 7/7/2023\n  printed: {date: 17/7/2023}\n- {id: qd-1, title: Quyết định 1}\n";
    let project = sound().file("documents.yaml", text);
    project.run(&["check", "--fix", "--yes"]);
    assert_eq!(read(&project, "documents.yaml"), text.replace("7/7/2023\n  p", "2023-07-07\n  p"));
}

#[test]
fn ambiguous_mistakes_are_left_alone_and_reported() {
    let open = TASK.replace("lead: so-a", "lead:\u{a0}so-a\nsupport: [");
    let project = sound().file("tasks/1.1.yaml", &open);
    let answer = project.run(&["check", "--fix", "--yes", "--lang", "en"]);
    assert_eq!(read(&project, "tasks/1.1.yaml"), open, "still no YAML");
    assert!(answer.stderr.contains("left unchanged"), "{}", answer.stderr);
    assert_eq!(answer.code, 1);
    // The indentation of a line of text is part of the text.
    let line = TASK.replace("      Dòng hai", "\tDòng hai").replace("nguyên  \n", "nguyên\n");
    let project = sound().file("tasks/1.1.yaml", &line);
    assert_eq!(project.run(&["check", "--fix", "--yes"]).code, 1);
    assert_eq!(read(&project, "tasks/1.1.yaml"), line);
}

#[cfg(unix)]
#[test]
fn links_permissions_and_protected_files() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let project = sound().file("tasks/1.1.yaml", TASK.replace("2024-06-30", "30/6/2024"));
    let (link, real) =
        (project.content().join("tasks/1.1.yaml"), project.content().join("attachments/that.yaml"));
    fs::create_dir_all(real.parent().unwrap()).unwrap();
    fs::rename(&link, &real).unwrap();
    symlink("../attachments/that.yaml", &link).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    project.run(&["check", "--fix", "--yes"]);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(read(&project, "tasks/1.1.yaml").contains("before: 2024-06-30"));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    fs::write(&real, TASK.replace("2024-06-30", "30/6/2024")).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(project.run(&["check", "--fix", "--yes"]).code, 3);
    assert!(read(&project, "tasks/1.1.yaml").contains("30/6/2024"));
}

/// What editors may do to a file.
#[derive(Clone, Debug)]
enum Mishap {
    Crlf,
    Nfd,
    Mark,
    NoEnd,
    Blanks(usize),
    Tab(usize),
    Days,
}

fn mishap() -> impl Strategy<Value = Mishap> {
    prop_oneof![
        Just(Mishap::Crlf),
        Just(Mishap::Nfd),
        Just(Mishap::Mark),
        Just(Mishap::NoEnd),
        Just(Mishap::Days),
        (0..20usize).prop_map(Mishap::Blanks),
        (0..20usize).prop_map(Mishap::Tab),
    ]
}

/// Returns the text after a mishap. The inside of texts is not touched.
fn befallen(text: &str, mishaps: &[Mishap]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let prose = |line: &str| line.contains("Dòng") || line.trim().is_empty();
    for mishap in mishaps {
        match mishap {
            Mishap::Blanks(n) => {
                let line = n % lines.len();
                if !prose(&lines[line]) && !lines[line].contains("text: |") {
                    lines[line].push_str(" \t ");
                }
            }
            Mishap::Tab(n) => {
                let line = n % lines.len();
                if lines[line].starts_with("    ") && !prose(&lines[line]) {
                    lines[line] = format!("\t{}", lines[line].trim_start());
                }
            }
            Mishap::Days => {
                for line in &mut lines {
                    *line =
                        line.replace("2024-03-20", "20/3/2024").replace("2024-06-30", "30/06/2024");
                }
            }
            _ => {}
        }
    }
    let mut text = lines.join("\n") + "\n";
    for mishap in mishaps {
        text = match mishap {
            Mishap::Nfd => text.nfd().collect(),
            Mishap::NoEnd => text.trim_end_matches(['\r', '\n']).to_owned(),
            _ => text,
        };
    }
    if mishaps.iter().any(|m| matches!(m, Mishap::Crlf)) {
        text = text.replace('\n', "\r\n");
    }
    if mishaps.iter().any(|m| matches!(m, Mishap::Mark)) {
        text.insert(0, '\u{feff}');
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happened to a valid record, `--fix --yes` restores it, with comments and prose, and
    /// a second run changes nothing.
    #[test]
    fn a_sound_record_comes_back(mishaps in proptest::collection::vec(mishap(), 1..6)) {
        let plain = TASK.replace("nguyên  \n", "nguyên\n");
        let spoilt = befallen(&plain, &mishaps);
        let project = sound().file("tasks/1.1.yaml", &spoilt);
        let answer = project.run(&["check", "--fix", "--yes"]);
        prop_assert_eq!(read(&project, "tasks/1.1.yaml"), plain, "{:?} {}", mishaps, answer.stderr);
        let before = golden::files(&project.content());
        project.run(&["check", "--fix", "--yes"]);
        prop_assert_eq!(golden::files(&project.content()), before);
    }

    /// `update` inserts bytes in one place and leaves all others as they were.
    #[test]
    fn an_update_changes_no_other_byte(
        head in prop::sample::select(vec!["", "# đầu\n", "\u{feff}", "title: Một\n\n"]),
        ledger in prop::sample::select(vec![
            "", "updates:\n", "updates: []\n", "updates: [{date: 2024-04-01}]\n",
            "updates:\n  - date: 2024-04-01\n    text: 'a' # cuối\n\n",
            "updates:\n- {date: 2024-04-01, text: a}\n",
            "updates:\n    -   date: 2024-04-01\n        text: >\n          dài\n\n          hơn\n",
        ]),
        tail in prop::sample::select(vec!["", "lead: so-a\n", "# hết\n", "lead: so-a # x"]),
        windows in any::<bool>(),
        said in "[ -~à-ỹ]{0,30}",
    ) {
        let mut text = format!("{head}{ledger}{tail}");
        if windows {
            text = text.replace('\n', "\r\n");
        }
        let entry = Entry {
            date: "2024-05-01".into(),
            state: "done".into(),
            text: said.clone(),
            evidence: vec!["bc-1".into()],
            ..Entry::default()
        };
        let Some(edit) = append(&text, &entry) else {
            // There is no record to add an entry to.
            let empty = text.trim_start_matches('\u{feff}').lines().all(|l| l.starts_with('#'));
            prop_assert!(empty);
            return Ok(());
        };
        let (start, end) = (edit.range.start, edit.range.end);
        let replaced = text[edit.range.clone()].trim().to_owned();
        prop_assert!(replaced.is_empty() || replaced == "[]", "{replaced:?}");
        let added = apply(&text, vec![edit]);
        prop_assert!(added.starts_with(&text[..start]) && added.ends_with(&text[end..]));
        let values = yaml::values(added.trim_start_matches('\u{feff}'));
        let values = values.ok_or_else(|| TestCaseError::fail(format!("no YAML: {added}")))?;
        let texts: Vec<&str> = values
            .iter()
            .filter(|(path, _)| path.starts_with("updates[") && path.ends_with(".text"))
            .map(|(_, text)| text.as_str())
            .collect();
        if !said.is_empty() {
            prop_assert_eq!(texts.last().copied(), Some(said.as_str()), "{}", added);
        }
        prop_assert!(!text.contains("\r\n") || !added.replace("\r\n", "").contains('\n'), "{:?}", added);
    }
}

/// The transcript of a command, without the folder's own name.
fn transcript(project: &Project, arguments: &[&str], typed: &str) -> String {
    let answer = answer_in(project.root(), arguments, typed);
    let shown: Vec<String> = arguments
        .iter()
        .map(|word| if word.contains(' ') { format!("\"{word}\"") } else { (*word).to_owned() })
        .collect();
    let typed: String = typed.lines().map(|line| format!("> {line}\n")).collect();
    format!(
        "$ tiendo {}\n{typed}{}{}{}[{}]\n\n",
        shown.join(" "),
        answer.stdout,
        if answer.stderr.is_empty() { "" } else { "--- stderr\n" },
        answer.stderr,
        answer.code
    )
}

#[test]
fn transcripts_of_fixing() {
    for language in ["vi", "en"] {
        let spoilt = TASK
            .replace("2024-06-30", "30/6/2024")
            .replace("\"9.10\"", "9.10")
            .replace("lead: so-a\n", "lead: “so-a”\t\n");
        let project = sound()
            .file("tasks/1.1.yaml", format!("\u{feff}{}", spoilt.replace('\n', "\r\n")))
            .file("tasks/1.2.yaml", "priority: \"1\"\ntitle: Ba\nkind:\u{a0}ongoing\nlead: [so-a\n")
            .file("tasks/1.3.yaml", "priority: \"1\"\ntitle: Ba\nkind: deliverable\ndue: 7/25/2024\nupdates:\n\t- date: 2024-04-01\n\t  state: done\n");
        let mut said = String::new();
        for arguments in [
            &["check", "--lang", language][..],
            &["check", "--fix", "--lang", language],
            &["check", "--fix", "--yes", "--lang", language],
            &["check", "--fix", "--yes", "--lang", language],
            &["check", "--fix", "--format", "json", "--lang", language],
            &["check", "--yes", "--lang", language],
        ] {
            said.push_str(&transcript(&project, arguments, ""));
        }
        golden::text(&format!("transcripts/fix.{language}.txt"), &said);
    }
}

#[test]
fn transcripts_of_new_and_update() {
    for language in ["vi", "en"] {
        let project = sound().file(
            "agencies.yaml",
            "- {id: so-a, name: Sở Y tế, short: SYT}\n- {id: so-b, name: Sở B}\n",
        );
        let mut said = String::new();
        let mut say = |arguments: &[&str], typed: &str| {
            let arguments = [arguments, &["--lang", language]].concat();
            said.push_str(&transcript(&project, &arguments, typed));
        };
        say(
            &[
                "update",
                "1.1",
                "--on",
                "5/5/2024",
                "--state",
                "done",
                "--text",
                "Xong: đủ",
                "--evidence",
                "bc-1",
                "--dry-run",
            ],
            "",
        );
        say(
            &[
                "update",
                "1.1",
                "--on",
                "5/5/2024",
                "--state",
                "done",
                "--text",
                "Xong: đủ",
                "--evidence",
                "bc-1",
            ],
            "",
        );
        say(
            &[
                "update",
                "1.1",
                "--on",
                "5/5/2024",
                "--state",
                "done",
                "--text",
                "Xong: đủ",
                "--evidence",
                "bc-1",
            ],
            "",
        );
        say(&["update", "1.1", "--on", "2024-05-06", "--evidence", "bc1"], "");
        say(&["update", "1.l", "--on", "2024-05-06", "--text", "a"], "");
        say(&["update", "1.1", "--text", "a"], "");
        say(&["update", "1.1", "--on", "2024-05-06", "--state", "xong"], "");
        say(&["update", "1.1", "--on", "2024-05-06", "--text", "Đảo \u{202e} chiều"], "");
        say(&["update", "9.10", "--on", "2024-05-06", "--state", "done"], "");
        say(&["update", "--ask"], "hai\n31/13/2024\n6/5/2024\n2\nĐang làm\n\n");
        say(
            &[
                "new",
                "task",
                "1.5",
                "--title",
                "Kế hoạch: phần 1",
                "--priority",
                "1",
                "--lead",
                "so-a,so-b",
                "--before",
                "25/7/2024",
            ],
            "",
        );
        say(&["new", "task", "1.5", "--title", "Nữa", "--priority", "1"], "");
        say(&["new", "task", "1.6", "--title", "Nữa", "--priority", "7"], "");
        say(&["new", "task", "../1.6", "--title", "Nữa", "--priority", "1"], "");
        say(&["new", "task", "Việc 8", "--title", "Nữa", "--priority", "1"], "");
        say(&["new", "task", "--ask"], "1.7\nViệc mới\nmot\nso y te\n25/7/2024\nk\n");
        say(
            &[
                "new",
                "note",
                "--title",
                "Họp giao ban",
                "--on",
                "2024-05-07",
                "--task",
                "1.1,9.10",
                "--author",
                "so-a",
            ],
            "",
        );
        golden::text(&format!("transcripts/update.{language}.txt"), &said);
    }
}

#[test]
fn what_an_agency_owes() {
    let project = Project::new();
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/province/content");
    for (path, bytes) in golden::files(&from) {
        project.write(&path, bytes);
    }
    for language in ["vi", "en"] {
        let mut said = String::new();
        for arguments in [
            &["remind", "--agency", "so-nguon-nuoc"][..],
            &["remind", "--agency", "nguon luc", "--format", "markdown"],
            &["remind", "--agency", "hoi khuyen hoc", "--as-of", "2024-02-01"],
            &["remind", "--agency", "so"],
            &["remind"],
            &["status", "--agency", "suc khoe"],
            &["status", "--priority", "2", "--agency", "so-nguon-luc"],
            &["status", "--priority", "99"],
        ] {
            let arguments = [arguments, &["--lang", language]].concat();
            said.push_str(&transcript(&project, &arguments, ""));
        }
        golden::text(&format!("transcripts/remind.{language}.txt"), &said);
    }
}

#[test]
fn sarif_output_conforms_to_its_schema() {
    let project = sound()
        .file(
            "tasks/1.1.yaml",
            TASK.replace("\"9.10\"", "9.10").replace("kind:", "lead: so-b\nkind:"),
        )
        .file("tasks/1.2.yaml", "title: [\n");
    let answer = project.run(&["check", "--format", "sarif", "--lang", "en"]);
    assert_eq!(answer.code, 1);
    let log: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 3, "{results:#?}");
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["shortDescription"]["text"].is_string() && rule["help"]["text"].is_string());
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert!(place["artifactLocation"]["uri"].as_str().unwrap().starts_with("content/"));
        let region = &place["region"];
        assert!(region["startLine"].as_u64().unwrap() >= 1 && region["endColumn"].is_u64());
    }
    let of = |code: &str| results.iter().find(|result| result["ruleId"] == code).unwrap();
    let replaced = &of("number-as-id")["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replaced["insertedContent"]["text"], "\"9.10\"");
    assert_eq!(replaced["deletedRegion"]["startLine"], 8);
    assert_eq!(
        of("doubled-key")["relatedLocations"][0]["physicalLocation"]["region"]["startLine"],
        4
    );
}
