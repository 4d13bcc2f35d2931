//! The help of every command in both languages, shell completions and the manual.

use std::path::Path;
use std::process::Command;

use crate::golden;
use crate::project::{Project, run_in};

/// No locale, whatever the machine has.
const NONE: [(&str, &str); 4] =
    [("TIENDO_LANG", ""), ("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "")];

/// The commands that the help lists.
fn commands(folder: &Path) -> Vec<String> {
    let help = run_in(folder, &["--help", "--lang", "en"], &[]).stdout;
    let list = help.split_once("Commands:\n").unwrap().1.split("\n\n").next().unwrap();
    let words = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    words.map(|line| line.split_whitespace().next().unwrap().to_owned()).collect()
}

#[test]
fn every_command_has_help_in_both_languages() {
    let project = Project::new();
    let commands = commands(project.root());
    assert!(commands.len() > 10, "{commands:?}");
    for language in ["vi", "en"] {
        let mut said = String::new();
        for command in &commands {
            let answer = run_in(project.root(), &[command, "--help", "--lang", language], &[]);
            assert_eq!(answer.code, 0, "{command}: {}", answer.stderr);
            for english in ["Usage:", "Options:", "[default", "Print help"] {
                let alien = language == "vi" && answer.stdout.contains(english);
                assert!(!alien, "{command}: {}", answer.stdout);
            }
            said.push_str(&format!("$ tiendo {command} --help\n{}", answer.stdout));
        }
        golden::text(&format!("transcripts/help-all.{language}.txt"), &said);
    }
}

#[test]
fn the_language_is_requested_or_detected() {
    let project = Project::new();
    let speaks = |arguments: &[&str], set: &[(&str, &str)]| {
        let environment: Vec<_> = NONE.iter().chain(set).copied().collect();
        let answer = run_in(project.root(), arguments, &environment);
        let said = answer.stdout + &answer.stderr;
        match (
            said.contains("Cách dùng") || said.contains("nội dung"),
            said.contains("Usage") || said.contains("content folder"),
        ) {
            (true, false) => "vi",
            (false, true) => "en",
            other => panic!("{other:?}: {said}"),
        }
    };
    let (help, message) = (&["check", "--help"][..], &["check", "--content", "khong-co"][..]);
    // No language is requested: Vietnamese.
    assert_eq!((speaks(help, &[]), speaks(message, &[])), ("vi", "vi"));
    assert_eq!(speaks(help, &[("LANG", "C.UTF-8")]), "vi");
    // The locale decides the language of the help and nothing else.
    assert_eq!(speaks(help, &[("LANG", "en_US.UTF-8")]), "en");
    assert_eq!(speaks(&[], &[("LANG", "en_GB")]), "en");
    assert_eq!(speaks(message, &[("LANG", "en_US.UTF-8")]), "vi");
    assert_eq!(speaks(help, &[("LC_ALL", "vi_VN.UTF-8"), ("LANG", "en_US.UTF-8")]), "vi");
    assert_eq!(speaks(help, &[("LC_MESSAGES", "en_US.UTF-8"), ("LANG", "vi_VN")]), "en");
    // The variable decides everything, and the flag overrides it.
    assert_eq!(speaks(message, &[("TIENDO_LANG", "en")]), "en");
    assert_eq!(speaks(help, &[("TIENDO_LANG", "vi"), ("LANG", "en_US.UTF-8")]), "vi");
    let flagged = ["check", "--content", "khong-co", "--lang=vi"];
    assert_eq!(speaks(&flagged, &[("TIENDO_LANG", "en")]), "vi");
    let flagged = ["check", "--help", "--lang", "en"];
    assert_eq!(speaks(&flagged, &[("LC_ALL", "vi_VN")]), "en");
}

#[test]
fn the_site_does_not_depend_on_the_locale() {
    let project = Project::new().task("1.1", "kind: ongoing");
    let built = |set: &[(&str, &str)]| {
        let environment: Vec<_> = NONE.iter().chain(set).copied().collect();
        assert_eq!(run_in(project.root(), &["build"], &environment).code, 0);
        let files = golden::files(&project.output());
        std::fs::remove_dir_all(project.output()).unwrap();
        files
    };
    let plain = built(&[]);
    for variable in ["LANG", "LC_ALL", "TIENDO_LANG"] {
        assert!(plain == built(&[(variable, "en_US.UTF-8")]), "{variable}");
    }
}

#[test]
fn a_typing_error_gets_a_suggestion_and_a_pointer_to_help() {
    let project = Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-10");
    for language in ["vi", "en"] {
        let mut said = String::new();
        for arguments in [
            &["update", "1.1", "--state", "đã xong", "--on", "2024-06-01"][..],
            &["update", "1.1", "--state", "dane", "--on", "2024-06-01"],
            &["update", "9.99", "--ask"],
            &["update", "viec 1", "--ask"],
            &["update", "1.1", "--nhanh"],
            &["update", "1.1"],
            &["new", "viec"],
            &["new", "task"],
            &["chek"],
            &["verify", ".", "--content", "content"],
            &["init", "moi", "--content", "content"],
        ] {
            let arguments = [arguments, &["--lang", language]].concat();
            let answer = run_in(project.root(), &arguments, &NONE);
            said.push_str(&format!(
                "$ tiendo {}\n{}{}[{}]\n",
                arguments.join(" "),
                answer.stdout,
                answer.stderr,
                answer.code
            ));
        }
        golden::text(&format!("transcripts/slips.{language}.txt"), &said);
    }
    assert!(!project.root().join("moi").exists());
}

#[test]
fn completions_know_every_command_in_the_language_asked_for() {
    let project = Project::new();
    let commands = commands(project.root());
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run_in(project.root(), &["completions", shell, "--lang", "vi"], &[]).stdout;
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell} does not know {command}");
        }
        // Bash shows no descriptions.
        let speaks = script.contains("Dựng toàn bộ trang");
        assert_eq!(speaks, shell != "bash", "{shell}");
        let english = run_in(project.root(), &["completions", shell, "--lang", "en"], &[]).stdout;
        assert!(!english.contains("Dựng toàn bộ"), "{shell}");
        let path = project.root().join(format!("completions.{shell}"));
        std::fs::write(&path, &script).unwrap();
        // If the shell is installed, it reads the script.
        if matches!(shell, "bash" | "zsh" | "fish")
            && let Ok(read) = Command::new(shell).arg("-n").arg(&path).output()
        {
            assert!(read.status.success(), "{shell}: {}", String::from_utf8_lossy(&read.stderr));
        }
    }
    let answer = run_in(project.root(), &["completions", "cmd"], &[]);
    assert_eq!(answer.code, 2, "{}", answer.stderr);
    assert!(answer.stderr.contains("bash, elvish, fish, powershell, zsh"), "{}", answer.stderr);
}

#[test]
fn the_manual_stands_in_both_languages_without_a_warning_of_groff() {
    let project = Project::new();
    let answer = run_in(project.root(), &["man", "man"], &[]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let count = commands(project.root()).len() + 1;
    for (folder, name) in [("man/man1", ".SH \"NAME\""), ("man/vi/man1", ".SH \"TÊN\"")] {
        let pages = golden::files(&project.root().join(folder));
        assert_eq!(pages.len(), count, "{folder}");
        for (page, bytes) in &pages {
            let text = std::str::from_utf8(bytes).unwrap();
            assert!(text.contains(name), "{folder}/{page}");
            let path = project.root().join(folder).join(page);
            let lint = ["-man", "-Kutf8", "-Tutf8", "-ww", "-z"];
            if let Ok(read) = Command::new("groff").args(lint).arg(&path).output() {
                let said = String::from_utf8_lossy(&read.stderr);
                assert!(read.status.success() && said.is_empty(), "{folder}/{page}: {said}");
            }
        }
    }
}
