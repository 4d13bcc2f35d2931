//! The menu after a double click, on a terminal made by `script`, and items that are dragged onto
//! the program.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::golden;
use crate::portal::Portal;
use crate::project::{Project, run_in};

/// What is typed to check and to build. The editor is the first item of the menu, if it is there.
const CHECK: &str = if cfg!(feature = "serve") { "2\n\n" } else { "1\n\n" };
const BUILD: &str = if cfg!(feature = "serve") { "3\n\n" } else { "2\n\n" };

/// What a terminal of 80 columns shows while these lines are typed. `None` if `script` is not
/// installed.
fn on_a_terminal(folder: &Path, arguments: &str, typed: &str) -> Option<String> {
    let program = format!("'{}' {arguments}", env!("CARGO_BIN_EXE_tiendo"));
    let mut command = Command::new("script");
    command.args(["-q", "-e", "-E", "never", "-c", &program, "/dev/null"]).current_dir(folder);
    command.env("TERM", "dumb").env_remove("LANG").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().ok()?;
    running.stdin.take()?.write_all(typed.as_bytes()).ok()?;
    let output = running.wait_with_output().ok()?;
    let text = String::from_utf8(output.stdout).unwrap().replace('\r', "");
    let real = folder.canonicalize().unwrap();
    Some(text.replace(&*real.to_string_lossy(), "…"))
}

#[test]
fn a_double_click_opens_the_menu() {
    let project = Project::new().task("1.1", "kind: ongoing");
    let mut said = String::new();
    for language in ["vi", "en"] {
        let typed = "2\n13\n\n";
        let Some(shown) = on_a_terminal(project.root(), &format!("--lang {language}"), typed)
        else {
            return;
        };
        assert!(shown.contains("content"), "{shown}");
        said.push_str(&format!("== {language}\n{shown}\n"));
    }
    // What the menu offers depends on the commands that this program was built with.
    if cfg!(feature = "serve") {
        golden::text("transcripts/menu.txt", &said);
    }
}

#[test]
fn a_folder_that_is_dragged_onto_the_program_is_worked_in() {
    let project = Project::new().task("1.1", "kind: ongoing");
    let elsewhere = tempfile::tempdir().unwrap();
    for dragged in [project.root().to_owned(), project.content()] {
        let argument = format!("'{}'", dragged.display());
        let Some(shown) = on_a_terminal(elsewhere.path(), &argument, BUILD) else { return };
        assert!(shown.contains("XONG"), "{shown}");
        assert!(project.output().join("index.html").is_file(), "{shown}");
        std::fs::remove_dir_all(project.output()).unwrap();
    }
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

/// A portal has the same menu; commands for one directive ask which.
#[test]
fn in_a_portal_a_directive_is_asked_for() {
    if !cfg!(feature = "serve") {
        return;
    }
    let portal = Portal::new();
    // How kh-2 stands; nothing to take back in what is shared; a check of all; no such directive.
    let typed = "9\n2\n8\n1\n2\n9\nkh-9\n\n";
    let Some(shown) = on_a_terminal(portal.project().root(), "", typed) else { return };
    for said in [
        "  2  kh-2\n",
        "2/KH-UBND",
        "  1  Phần dùng chung",
        "Không có lần ghi nào",
        "2 nhiệm vụ",
        "Không có số này",
    ] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
}

#[test]
fn a_folder_without_records_is_asked_about_and_a_new_one_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let Some(shown) = on_a_terminal(folder.path(), "", &format!("tien-do\n{CHECK}")) else {
        return;
    };
    assert!(folder.path().join("tien-do/content/site.yaml").is_file(), "{shown}");
    assert!(shown.contains("1 nhiệm vụ"), "{shown}");
    let Some(shown) = on_a_terminal(folder.path(), "", "\n") else { return };
    assert!(shown.contains("directive.yaml"), "{shown}");
}

#[test]
fn a_letter_is_drafted_from_and_the_site_is_published() {
    let letter = "ỦY BAN NHÂN DÂN TỈNH KHE SẬY\nSố: 12/KH-UBND\n\nKhe Sậy, ngày 10 tháng 01 năm 2025\n\nKẾ HOẠCH\nPhát triển năm 2025\n\n1. Sở Tài chính lập phương án, báo cáo trước ngày 31/3/2025.\n\nNơi nhận:\n- Lưu: VT.\n";
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("Kế hoạch 12.txt"), letter).unwrap();
    let typed = format!("'Kế hoạch 12.txt'\n{CHECK}");
    let Some(shown) = on_a_terminal(folder.path(), "", &typed) else { return };
    let made = folder.path().join("ke-hoach-12");
    assert!(made.join("content/directive.yaml").is_file(), "{shown}");
    assert!(shown.contains("1 nhiệm vụ"), "{shown}");
    if cfg!(feature = "serve") {
        std::fs::create_dir(folder.path().join("web")).unwrap();
        let argument = format!("'{}'", made.display());
        let shown = on_a_terminal(folder.path(), &argument, "6\n../web/\nc\n\n").unwrap();
        assert!(folder.path().join("web/nhiem-vu/1.1.html").is_file(), "{shown}");
    }
    // What is dragged onto the program is drafted beside it.
    let other = folder.path().join("Công văn.txt");
    std::fs::write(&other, letter).unwrap();
    let shown = on_a_terminal(made.as_path(), &format!("'{}'", other.display()), CHECK).unwrap();
    assert!(folder.path().join("cong-van/content/tasks/1.1.yaml").is_file(), "{shown}");
}

#[test]
fn without_a_terminal_there_is_help_and_no_question() {
    let project = Project::new();
    let answer = run_in(project.root(), &[], &[("LANG", "C")]);
    assert_eq!(answer.code, 2);
    assert!(answer.stdout.contains("tiendo <LỆNH>"), "{}", answer.stdout);
    let answer = run_in(project.root(), &["content"], &[]);
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("không có lệnh “content”"), "{}", answer.stderr);
}
