//! Inputs that could hang, exhaust or confuse the program, given to the real command: a clear
//! diagnostic with its line, in both languages, the right exit code, bounded time and memory.
//!
//! On Linux each command runs under resource limits (1 GB of address space, a minute of processor
//! time, two minutes of real time), so a test that would hang or grow fails instead.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::project::{Answer, Project, run_in};

/// A project with two valid tasks, the first of which may be altered.
fn sound() -> Project {
    Project::new().task("1.1", "kind: duty").task("1.2", "kind: duty")
}

/// Runs a command under limits.
fn limited(project: &Project, arguments: &[&str]) -> Answer {
    if !cfg!(target_os = "linux") {
        return run_in(project.root(), arguments, &[]);
    }
    let output = Command::new("timeout")
        .args(["120", "sh", "-c", "ulimit -v 1048576; ulimit -t 60; exec \"$0\" \"$@\""])
        .arg(env!("CARGO_BIN_EXE_tiendo"))
        .args(arguments)
        .env("RAYON_NUM_THREADS", "2")
        .current_dir(project.root())
        .output()
        .unwrap();
    Answer {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The lines of `check --format short`, without the folder. Checks that nothing panicked and that
/// every message exists in both languages.
fn diagnostics(project: &Project) -> (i32, Vec<String>) {
    let vietnamese = limited(project, &["check", "--format", "short"]);
    let english = limited(project, &["check", "--format", "short", "--lang", "en"]);
    let text = limited(project, &["check"]);
    for answer in [&vietnamese, &english, &text] {
        assert!(!answer.stderr.contains("panicked"), "{}", answer.stderr);
        assert_eq!(answer.code, vietnamese.code, "{}", answer.stderr);
        // However many diagnostics there are, the output stays readable.
        assert!(answer.stderr.len() < 400_000, "{} bytes", answer.stderr.len());
    }
    let places = |answer: &Answer| -> Vec<String> {
        let parts = |line: &str| {
            let (place, rest) = line.split_once("]: ").unwrap_or((line, ""));
            assert!(!rest.trim().is_empty(), "{line}");
            let (place, code) = place.rsplit_once('[').unwrap_or((place, ""));
            let place = place.rsplit_once(": ").map_or(place, |(place, _)| place);
            format!("{} {code}", place.trim_start_matches("content/"))
        };
        answer.stdout.lines().map(parts).collect()
    };
    assert_eq!(places(&vietnamese), places(&english));
    if vietnamese.code == 1 {
        assert_ne!(vietnamese.stdout, english.stdout);
        let build = limited(project, &["build"]);
        assert_eq!(build.code, 1, "{}", build.stderr);
        assert!(!project.output().join("index.html").exists());
    }
    (vietnamese.code, places(&vietnamese))
}

/// Checks that this is the first diagnostic and that it stops the build.
fn refused(name: &str, project: &Project, expected: &str) {
    let (code, found) = diagnostics(project);
    assert_eq!(code, 1, "{name}: {found:?}");
    assert_eq!(found.first().map(String::as_str), Some(expected), "{name}");
}

/// Checks that the text is shown and not refused. That its markup has no effect may be reported.
fn shown(name: &str, project: &Project) {
    let (code, found) = diagnostics(project);
    let is_odd =
        |line: &String| line.ends_with("markup-as-text") || line.ends_with("text-not-shown");
    assert!(code == 0 && found.len() <= 200 && found.iter().all(is_odd), "{name}: {found:?}");
    let build = limited(project, &["build"]);
    assert_eq!(build.code, 0, "{name}: {}", build.stderr);
}

fn task(text: impl AsRef<[u8]>) -> Project {
    sound().file("tasks/1.1.yaml", text)
}

fn body(text: &str) -> Project {
    sound().note("2024-03-15-a", "date: 2024-03-15\ntitle: a\ntasks: [\"1.1\"]", text)
}

/// The content has a task for every priority.
const DIRECTIVE: &str = "number: 1/KH\ndate: 2024-03-01\nsubject: Thử\npriorities: [{id: \"1\", title: Một, no_tasks: Chưa giao}]\n";
const TASK: &str = "priority: \"1\"\ntitle: a\nkind: duty\n";

#[test]
fn aliases_anchors_tags_merge_keys_and_second_documents() {
    // A billion laughs, and its relatives.
    let mut laughs = String::from("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (last, next) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let list = vec![format!("*{last}"); 9].join(", ");
        laughs.push_str(&format!("{next}: &{next} [{list}]\n"));
    }
    refused("a billion laughs", &task(&laughs), "tasks/1.1.yaml:1:4 yaml-anchor");
    let at_4 = |name: &str, line: &str, expected: &str| {
        refused(name, &task(format!("{TASK}{line}\n")), &format!("tasks/1.1.yaml:{expected}"));
    };
    at_4("an alias of nothing", "product: *x", "4:10 yaml-alias");
    at_4("an anchor that holds itself", "product: &x [*x]", "4:10 yaml-anchor");
    at_4("an anchor without a name", "product: & x", "4:10 yaml-needs-quotes");
    at_4("an anchored key", "&k product: x", "4:1 yaml-anchor");
    at_4("a merge key", "<<: {product: x}", "4:1 yaml-merge-key");
    at_4("a merge of an alias", "<<: *x", "4:1 yaml-merge-key");
    at_4("a tag", "product: !!str x", "4:10 yaml-tag");
    at_4("a tag that would run", "product: !!python/object/apply:os.system [id]", "4:10 yaml-tag");
    at_4("a tag of our own", "product: !<tag:x,2024:y> x", "4:10 yaml-tag");
    at_4("binary", "product: !!binary aGk=", "4:10 yaml-tag");
    at_4("a doubled key", "kind: ongoing", "4:1 doubled-key");
    at_4("a doubled key in quotes", "\"kind\": ongoing", "4:1 doubled-key");
    at_4("a doubled key by escapes", "\"k\\u0069nd\": ongoing", "4:1 doubled-key");
    at_4("a second document", "---\ntitle: b", "4:1 yaml-second-document");
    at_4("the same after an end", "...\n---\ntitle: b", "5:1 yaml-second-document");
    at_4("a list as a key", "? [a]\n: b", "4:3 yaml-complex-key");
    for path in ["site.yaml", "directive.yaml", "agencies.yaml", "places.yaml", "documents.yaml"] {
        let project = sound().file(path, "- &a [1]\n- *a\n");
        refused(path, &project, &format!("{path}:1:3 yaml-anchor"));
    }
    let note = "date: 2024-03-15\ntitle: &a a\ntasks: [\"1.1\"]";
    let project = sound().note("2024-03-15-a", note, "a");
    refused("front matter", &project, "notes/2024-03-15-a.md:3:8 yaml-anchor");
}

#[test]
fn yaml_nested_a_hundred_thousand_deep() {
    const DEEP: usize = 100_000;
    let at = |name: &str, text: String, expected: &str| {
        refused(name, &task(text), &format!("tasks/1.1.yaml:{expected}"));
    };
    at("brackets", "[".repeat(DEEP), "1:256 yaml-too-deep");
    at("closed brackets", "[".repeat(DEEP) + &"]".repeat(DEEP), "1:256 yaml-too-deep");
    at("braces", "{a: ".repeat(DEEP), "1:1021 yaml-too-deep");
    at("mixed", "[{a: ".repeat(DEEP), "1:637 yaml-too-deep");
    at("items", "- ".repeat(DEEP), "1:65 yaml-too-deep");
    at("keys", "? ".repeat(DEEP), "1:3 yaml-complex-key");
    let steps: String = (0..1_400).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    at("steps", steps, "33:33 yaml-too-deep");
    let front = sound().note("2024-03-15-a", &"[".repeat(DEEP), "a");
    refused("front matter", &front, "notes/2024-03-15-a.md:2:256 yaml-too-deep");
}

#[test]
fn markdown_nested_a_hundred_thousand_deep() {
    const DEEP: usize = 100_000;
    let too_deep = |name: &str, text: String, column: usize| {
        let expected = format!("notes/2024-03-15-a.md:6:{column} note-too-deep");
        refused(name, &body(&text), &expected);
    };
    too_deep("quotes", ">".repeat(DEEP), 513);
    too_deep("quotes with blanks", "> ".repeat(DEEP), 1025);
    too_deep("lists", "- ".repeat(DEEP), 1025);
    too_deep("numbers", "1. ".repeat(80_000), 1538);
    too_deep("mixed", "> - ".repeat(60_000), 1025);
    let open = body(&"[a](".repeat(60_000));
    refused("open links", &open, "notes/2024-03-15-a.md:6:1 malformed-link");
    for (name, text) in [
        ("brackets", "[".repeat(DEEP)),
        ("closed brackets", "[".repeat(DEEP) + &"]".repeat(DEEP)),
        ("images", "![".repeat(DEEP)),
        ("parentheses", "(".repeat(DEEP)),
        ("stars", "*".repeat(DEEP)),
        ("open emphasis", "*a ".repeat(80_000)),
        ("open emphasis of two kinds", "*a _b ".repeat(40_000)),
        ("underscores", "_a".repeat(DEEP)),
        ("backticks", "`".repeat(DEEP)),
        ("tags", "<b>".repeat(80_000)),
        ("pipes", "|".repeat(DEEP)),
        ("entities", "&".repeat(DEEP)),
        ("hashes", "#".repeat(DEEP)),
        ("footnotes", "[^1]".repeat(60_000)),
    ] {
        shown(name, &body(&text));
    }
    let nested =
        |open: &str, close: &str| format!("{}a{}", open.repeat(9_000), close.repeat(9_000));
    for (name, text) in [
        ("emphasis", nested("*a ", " b*")),
        ("strong", nested("**a ", " b**")),
        ("links", nested("[a ", "](task:1.1)")),
        ("images", nested("![", "](https://a.example)")),
    ] {
        let (code, found) = diagnostics(&body(&text));
        // Either it is read as text, or it is refused at its line.
        let told = found.iter().all(|line| line.starts_with("notes/2024-03-15-a.md:6:"));
        assert!(code == 0 && found.is_empty() || code == 1 && told, "{name}: {code} {found:?}");
    }
}

#[test]
fn files_that_are_too_large_are_not_read() {
    // A sparse file: a hundred million bytes that take no space.
    let large = |path: &str, limit: &str| {
        let project = body("a");
        let path_on_disk = project.content().join(path);
        fs::create_dir_all(path_on_disk.parent().unwrap()).unwrap();
        let file = fs::File::create(&path_on_disk).unwrap();
        file.set_len(100_000_000).unwrap();
        refused(path, &project, &format!("{path}:1:1 {limit}"));
    };
    for path in ["site.yaml", "directive.yaml", "agencies.yaml", "tasks/1.1.yaml"] {
        large(path, "file-too-large");
    }
    large("notes/2024-03-15-a.md", "file-too-large");
    large("attachments/a.pdf", "attachment-too-large");
    refused(
        "a line of ten million characters",
        &task(format!("{TASK}product: {}", "đ".repeat(5_000_000))),
        "tasks/1.1.yaml:1:1 file-too-large",
    );
    shown("a line of a million", &task(format!("{TASK}product: {}", "a".repeat(1_000_000))));
}

#[test]
fn a_million_keys() {
    let keys = |count: usize| (0..count).map(|n| format!("k{n}: x\n")).collect::<String>();
    refused("a million keys", &task(keys(1_000_000)), "tasks/1.1.yaml:1:1 file-too-large");
    refused("what fits", &task(keys(90_000)), "tasks/1.1.yaml:50000:1 yaml-too-many");
    let items = format!("[{}]", "a,".repeat(500_000));
    refused("a million items", &task(items), "tasks/1.1.yaml:1:100000 yaml-too-many");
}

#[test]
fn bytes_that_are_no_utf_8() {
    let text = format!("{TASK}product: Báo cáo\n");
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &[u8]| {
        mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    let utf32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    for (name, bytes) in [
        ("UTF-16 LE", utf16(u16::to_le_bytes, &[0xff, 0xfe])),
        ("UTF-16 BE", utf16(u16::to_be_bytes, &[0xfe, 0xff])),
        ("UTF-16 LE without its mark", utf16(u16::to_le_bytes, &[])),
        ("UTF-16 BE without its mark", utf16(u16::to_be_bytes, &[])),
        ("UTF-32", utf32),
    ] {
        refused(name, &task(bytes), "tasks/1.1.yaml:1:1 not-utf8");
    }
    for (name, bytes, expected) in [
        ("a byte too many", &b"\xff"[..], "4:10 not-utf8"),
        ("a character cut short", b"\xe1\xba", "4:10 not-utf8"),
        ("a longer way to write /", b"\xc0\xaf", "4:10 not-utf8"),
        ("half a surrogate pair", b"\xed\xa0\x80", "4:10 not-utf8"),
        ("beyond Unicode", b"\xf4\x90\x80\x80", "4:10 not-utf8"),
        ("nothing", b"\0", "4:10 yaml-nul"),
        ("escape", b"\x1b[2J", "4:10 invisible-character"),
    ] {
        let bytes = [TASK.as_bytes(), b"product: ", bytes, b"\n"].concat();
        refused(name, &task(bytes), &format!("tasks/1.1.yaml:{expected}"));
    }
    let escaped = task(format!("{TASK}product: \"a\\0b\\e[2J\\u202e\"\n"));
    let (code, found) = diagnostics(&escaped);
    assert_eq!(code, 1, "escapes are no way around: {found:?}");
    let marked = [&b"\xef\xbb\xbf"[..], TASK.as_bytes()].concat();
    shown("a byte order mark", &task(marked));
    refused(
        "the line is right behind a byte order mark",
        &task([&b"\xef\xbb\xbf"[..], TASK.as_bytes(), b"lead: so-x\n"].concat()),
        "tasks/1.1.yaml:4:7 unknown-agency",
    );
    let twice = [&b"\xef\xbb\xbf\xef\xbb\xbf"[..], TASK.as_bytes()].concat();
    assert_eq!(diagnostics(&task(twice)).0, 1, "two marks are one too many");
}

#[cfg(unix)]
#[test]
fn links_pipes_sockets_and_devices() {
    use std::os::unix::fs::symlink;
    let project = body("a");
    let content = project.content();
    let outside = project.root().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::write(outside.join("1.9.yaml"), TASK).unwrap();
    project.write("attachments/a.pdf", "%PDF-1.4\n");
    for (target, name) in [
        (outside.join("1.9.yaml").as_path(), "tasks/1.9.yaml"),
        (&outside, "tasks/folder"),
        (Path::new("loop-b.yaml"), "tasks/loop-a.yaml"),
        (Path::new("loop-a.yaml"), "tasks/loop-b.yaml"),
        (Path::new("self.yaml"), "tasks/self.yaml"),
        (Path::new("../.."), "tasks/up"),
        (Path::new("/dev/zero"), "tasks/zero.yaml"),
        (Path::new("/proc/self/mem"), "tasks/memory.yaml"),
        (Path::new("/etc/passwd"), "attachments/passwd.pdf"),
        (Path::new("a.pdf"), "attachments/inside.pdf"),
        (Path::new("/etc/hostname"), "places.yml"),
    ] {
        symlink(target, content.join(name)).unwrap();
    }
    fs::create_dir(content.join("tasks/1.3.yaml")).unwrap();
    fs::create_dir(content.join("notes/a.md")).unwrap();
    let mut special = vec!["tasks/1.4.yaml", "attachments/b.pdf", "notes/pipe.md"];
    let pipes = special.iter().map(|name| content.join(name));
    assert!(Command::new("mkfifo").args(pipes).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(content.join("tasks/1.5.yaml")).unwrap();
    special.push("tasks/1.5.yaml");
    // Only the superuser may make a device. Otherwise the link to one is enough.
    let device = content.join("tasks/1.6.yaml");
    let made = Command::new("mknod").arg(&device).args(["c", "1", "5"]).output();
    if made.is_ok_and(|made| made.status.success()) {
        special.push("tasks/1.6.yaml");
    } else {
        println!("SKIPPED: no right to make a device");
    }
    special.extend(["tasks/1.3.yaml", "notes/a.md"]);
    let mut expected: Vec<String> =
        special.iter().map(|name| format!("{name}:1:1 no-regular-file")).collect();
    for name in [
        "tasks/1.9.yaml",
        "tasks/folder",
        "tasks/loop-a.yaml",
        "tasks/loop-b.yaml",
        "tasks/self.yaml",
        "tasks/up",
        "tasks/zero.yaml",
        "tasks/memory.yaml",
        "attachments/passwd.pdf",
        "places.yml",
    ] {
        expected.push(format!("{name}:1:1 link-outside"));
    }
    expected.sort();
    let (code, mut found) = diagnostics(&project);
    found.sort();
    assert_eq!(code, 1);
    assert_eq!(found, expected);
}

#[cfg(unix)]
#[test]
fn a_folder_of_the_format_that_is_something_else() {
    use std::os::unix::fs::symlink;
    let outside = |name: &str| {
        let project = Project::new().file("directive.yaml", DIRECTIVE);
        let outside = project.root().join("outside");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("1.1.yaml"), TASK).unwrap();
        symlink(&outside, project.content().join(name)).unwrap();
        project
    };
    for name in ["tasks", "notes", "attachments"] {
        refused(name, &outside(name), &format!("{name}:1:1 link-outside"));
    }
    let inside = Project::new().file("old/1.1.yaml", TASK);
    symlink("old", inside.content().join("tasks")).unwrap();
    let (_, found) = diagnostics(&inside);
    assert!(found.iter().any(|line| line.starts_with("tasks:1:1 ")), "not in silence: {found:?}");
    let pipe = Project::new().file("directive.yaml", DIRECTIVE);
    let site = pipe.content().join("site.yaml");
    fs::remove_file(&site).unwrap();
    assert!(Command::new("mkfifo").arg(&site).status().unwrap().success());
    refused("a pipe as site.yaml", &pipe, "site.yaml:1:1 no-regular-file");
    for name in ["tasks", "notes", "attachments"] {
        let project = Project::new().file(name, TASK);
        let (_, found) = diagnostics(&project);
        assert!(
            found.iter().any(|line| line.starts_with(name)),
            "{name}: not in silence: {found:?}"
        );
    }
    let file = Project::new();
    for (name, expected) in [("content/site.yaml", 3), ("no-such-folder", 3), ("/dev/null", 3)] {
        let answer = limited(&file, &["check", "--content", name]);
        assert_eq!(answer.code, expected, "{name}: {}", answer.stderr);
        assert!(answer.stderr.contains(name), "{}", answer.stderr);
    }
    symlink(file.content(), file.root().join("link")).unwrap();
    assert_eq!(limited(&file, &["check", "--content", "link"]).code, 0, "a link to the content");
}

/// Run as an unprivileged user, since the superuser may read everything.
#[cfg(target_os = "linux")]
#[test]
fn what_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let mode =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let project = body("a");
    project.write("attachments/a.pdf", "%PDF");
    project.write("tasks/deep/1.2.yaml", TASK);
    let content = project.content();
    let sealed = ["tasks/1.1.yaml", "tasks/deep", "notes", "places.yaml"];
    let program = project.root().join("tiendo");
    fs::copy(env!("CARGO_BIN_EXE_tiendo"), &program).unwrap();
    mode(&program, 0o755);
    mode(project.root(), 0o755);
    for name in sealed {
        mode(&content.join(name), 0);
    }
    let superuser = fs::read(content.join("places.yaml")).is_ok();
    let mut command = if superuser {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        command
    } else {
        Command::new(&program)
    };
    let output = command.args(["check", "--format", "short"]).current_dir(project.root()).output();
    for name in sealed {
        mode(&content.join(name), 0o755);
    }
    let output = match output {
        Ok(output) if output.status.code() != Some(127) && output.status.code() != Some(126) => {
            output
        }
        _ => return println!("SKIPPED: no way to become nobody here"),
    };
    let found = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        output.status.code(),
        Some(1),
        "{found} {}",
        String::from_utf8_lossy(&output.stderr)
    );
    for name in sealed {
        let line = format!("content/{name}:1:1: LỖI[unreadable-file]: ");
        assert!(found.contains(&line), "{name} is not named in\n{found}");
    }
    assert_eq!(found.lines().count(), sealed.len(), "and nothing else is wrong:\n{found}");
    mode(&content, 0);
    let output = if superuser {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        command.arg("check").current_dir(project.root()).output().unwrap()
    } else {
        Command::new(&program).arg("check").current_dir(project.root()).output().unwrap()
    };
    mode(&content, 0o755);
    assert_eq!(
        output.status.code(),
        Some(3),
        "the folder itself: trouble, not a diagnostic of content"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn names_of_files() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let named = |name: &[u8], text: &str| {
        let project = sound();
        let path = project.content().join(OsStr::from_bytes(name));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        project
    };
    let first = |name: &[u8], text: &str, code: &str| {
        let (exit, found) = diagnostics(&named(name, text));
        let shown = String::from_utf8_lossy(name).replace(char::is_control, "\u{fffd}");
        assert_eq!(exit, 1, "{shown}: {found:?}");
        // Some letters have a diagnostic of their own.
        let codes = [code, "look-alike-letter", "wrong-capitals"];
        let told = found.first().and_then(|line| line.strip_prefix(&format!("{shown}:1:1 ")));
        assert!(told.is_some_and(|told| codes.contains(&told)), "{found:?}");
    };
    first(b"tasks/2\xff.yaml", TASK, "file-name-not-utf8");
    first(b"attachments/\xe9.pdf", "%PDF", "file-name-not-utf8");
    first("tasks/1.đ.yaml".as_bytes(), TASK, "bad-id");
    // The name as macOS writes it.
    first("tasks/1.o\u{302}.yaml".as_bytes(), TASK, "bad-id");
    first(b"tasks/con.yaml", TASK, "id-is-device");
    first(b"tasks/1.A.yaml", TASK, "bad-id");
    first(b"tasks/a b.yaml", TASK, "bad-id");
    first(b"tasks/<script>.yaml", TASK, "bad-id");
    first(b"tasks/a\x1b[2J.yaml", TASK, "bad-id");
    first(b"tasks/a\nb.yaml", TASK, "bad-id");
    first(format!("tasks/{}.yaml", "a".repeat(61)).as_bytes(), TASK, "id-too-long");
    first(format!("tasks/{}.yaml", "a".repeat(250)).as_bytes(), TASK, "id-too-long");
    first(
        format!("tasks/{}/1.3.yaml", vec!["d".repeat(200); 12].join("/")).as_bytes(),
        "x",
        "wrong-shape",
    );
}

/// A file system may change the normal form of names: macOS separates letters and accents.
#[test]
fn an_attachment_is_found_in_either_normal_form() {
    let cited =
        "- {id: bc-1, title: Báo cáo, file: attachments/ảnh số 1.png}\n- {id: qd-1, title: b}\n";
    let apart: String =
        "attachments/ảnh số 1.png".replace('ả', "a\u{309}").replace('ố', "o\u{302}\u{301}");
    for name in ["attachments/ảnh số 1.png", &apart] {
        let project = sound().file("documents.yaml", cited).file(name, b"\x89PNG\r\n\x1a\n");
        let project =
            project.task("1.1", "kind: duty\nupdates: [{date: 2024-03-20, evidence: [bc-1]}]");
        shown(name, &project);
    }
}

#[test]
fn more_records_than_any_office_has() {
    let empty = |count: usize| "- {}\n".repeat(count);
    let project = sound()
        .file("agencies.yaml", empty(40_000))
        .file("places.yaml", empty(40_000))
        .file("documents.yaml", empty(20_001));
    let (code, found) = diagnostics(&project);
    assert_eq!(code, 1);
    assert!(found.iter().any(|line| line.ends_with("too-many-records")), "{:?}", found.first());
}

/// A folder in use while it is read: files appear, disappear, grow and shrink.
#[test]
fn files_that_vanish_grow_and_change_while_they_are_read() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let project = body("a");
    for n in 2..14 {
        project.write(&format!("tasks/1.{n}.yaml"), TASK);
        project.write(&format!("attachments/a{n}.pdf"), "%PDF");
    }
    let content = project.content();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let long = "# a comment\n".repeat(2_000);
            let mut n = 0;
            while !done.load(Ordering::Relaxed) {
                n += 1;
                let path = content.join(format!("tasks/1.{}.yaml", 2 + n % 12));
                let note = content.join("notes/2024-03-15-a.md");
                let _ = match n % 6 {
                    0 => fs::remove_file(&path),
                    1 => fs::write(&path, TASK),
                    2 => fs::write(&path, format!("{TASK}{long}")),
                    3 => fs::write(&path, ""),
                    4 => fs::rename(&note, content.join("notes/2024-03-16-b.md")),
                    _ => fs::rename(content.join("notes/2024-03-16-b.md"), &note),
                };
            }
        });
        for _ in 0..25 {
            // Whatever was read, there is a result, and every diagnostic is inside what was read.
            let loaded = tiendo::pipeline::load(&content).unwrap();
            crate::fuzz::promises::check_diagnostics(&loaded.diagnostics, &loaded.sources);
        }
        done.store(true, Ordering::Relaxed);
    });
}

/// Files are replaced between being found and being read.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
#[test]
fn a_file_that_becomes_a_pipe_or_leads_outside_is_neither_waited_for_nor_published() {
    use std::os::unix::fs::symlink;
    use tiendo::content::files;
    use tiendo::pipeline::{self, BuildError, Folders, Progress};
    use tiendo::site::Templates;
    use tiendo::source::FileId;
    let project = Project::new()
        .file("documents.yaml", "- {id: v, title: a, file: attachments/a.pdf}\n")
        .task("1.1", "kind: duty\ndocuments: [v]")
        .file("attachments/a.pdf", "%PDF");
    let content = project.content();
    let secret = project.root().join("secret");
    fs::write(&secret, "%PDF kept").unwrap();
    let (found, _) = files::find(&content).unwrap();
    let mut loaded = pipeline::load(&content).unwrap();
    for (way, code) in [("pipe", "no-regular-file"), ("link", "link-outside")] {
        for file in &found {
            fs::remove_file(&file.path).unwrap();
            match way {
                "pipe" => {
                    assert!(Command::new("mkfifo").arg(&file.path).status().unwrap().success());
                }
                _ => symlink(&secret, &file.path).unwrap(),
            }
            let diagnostics = match file.kind {
                files::FileKind::Attachment => files::look_at(file, FileId::nth(0)).1,
                _ => files::read_text(file, FileId::nth(0)).1,
            };
            let codes: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
            assert_eq!(codes, [code], "{}", file.relative);
        }
    }
    struct Silent;
    impl Progress for Silent {
        fn waits(&self) {}
        fn begins(&self, _: usize) {}
        fn advances(&self) {}
        fn ends(&self) {}
    }
    let output = project.root().join("public");
    let as_of = pipeline::as_of(&loaded.model, None);
    let assessment = pipeline::assess(&mut loaded.model, as_of).unwrap();
    let folders = Folders { content: &content, output: &output };
    let built = pipeline::build(loaded.model, assessment, &Templates::embedded(), folders, &Silent);
    assert!(matches!(built, Err(BuildError::Attachment { .. })), "{built:?}");
    assert!(!output.exists());
}
