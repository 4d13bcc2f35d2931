//! The editor, run by the real command: who may write, what each form writes, to the byte, and what
//! happens when something comes in between.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use walkdir::WalkDir;

use crate::bilingual;
#[cfg(target_os = "linux")]
use crate::crash::{Disk, skipped};
use crate::payloads::payloads;
use crate::portal::Portal;
use crate::project::Project;

/// A running editor, and a browser that was given the key.
struct Edited {
    child: Child,
    port: u16,
    cookie: String,
    /// What was printed before the address.
    told: String,
}

/// A response.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn location(&self) -> &str {
        let line = self.head.lines().find_map(|line| line.strip_prefix("location: "));
        line.unwrap_or_else(|| panic!("{} {}", self.status, self.body))
    }

    /// The value of a hidden field.
    fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let rest = self.body.split(&mark).nth(1).unwrap_or_else(|| panic!("{name}: {}", self.body));
        rest.split('"').next().unwrap().to_owned()
    }

    fn errors(&self) -> Vec<(String, String)> {
        let parts = self.body.split("<p class=\"error\" id=\"e-").skip(1);
        parts
            .map(|part| {
                let (name, rest) = part.split_once("\">").unwrap();
                let said = rest.split("</p>").next().unwrap().split(" <span").next().unwrap();
                (name.to_owned(), unescaped(said))
            })
            .collect()
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

impl Edited {
    fn new(project: &Project) -> Self {
        Self::with(project, &[])
    }

    fn with(project: &Project, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tiendo"))
            .args(["edit", "--port", "0"])
            .args(arguments)
            .current_dir(project.root())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let (mut told, mut line) = (String::new(), String::new());
        while !line.contains("/vao?k=") {
            told.push_str(&line);
            line.clear();
            assert!(stdout.read_line(&mut line).unwrap() > 0, "{told}");
        }
        // What is printed later is read by nobody, and must not fill the pipe.
        std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()));
        let address = line.split("http://127.0.0.1:").nth(1).unwrap();
        let (port, rest) = address.split_once('/').unwrap();
        let entrance = rest.split(' ').next().unwrap().trim();
        let port = port.parse().unwrap();
        let mut edited = Edited { child, port, cookie: String::new(), told };
        let answer = edited.ask("GET", &format!("/{entrance}"), "", b"");
        assert_eq!((answer.status, answer.location()), (303, "/"));
        let cookie =
            answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        assert!(cookie.contains("httponly; samesite=strict; path=/"), "{cookie}");
        edited.cookie = cookie.split(';').next().unwrap().to_owned();
        edited
    }

    fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        let head =
            head.replace("\r\n", "\n").lines().map(lower_name).collect::<Vec<_>>().join("\n");
        Answer { status, head, body: body.to_owned() }
    }

    fn ask(&self, method: &str, target: &str, headers: &str, body: &[u8]) -> Answer {
        let port = self.port;
        let mut request = format!(
            "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{headers}"
        )
        .into_bytes();
        if !body.is_empty() {
            request.extend(format!("Content-Length: {}\r\n", body.len()).bytes());
        }
        request.extend(b"\r\n");
        request.extend(body);
        self.raw(&request)
    }

    /// Asks for a page as the browser that was given the key.
    fn get(&self, path: &str) -> Answer {
        let headers = format!("Cookie: {}\r\nSec-Fetch-Site: same-origin\r\n", self.cookie);
        self.ask("GET", path, &headers, b"")
    }

    fn headers(&self, kind: &str) -> String {
        format!(
            "Cookie: {}\r\nOrigin: http://127.0.0.1:{}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: {kind}\r\n",
            self.cookie, self.port
        )
    }

    /// Sends a form as the browser would.
    fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let kind = "application/x-www-form-urlencoded";
        self.ask("POST", path, &self.headers(kind), encoded(fields).as_bytes())
    }

    /// Sends a form with a file.
    fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> Answer {
        let mut body = Vec::new();
        for (field, value) in fields {
            let part = format!(
                "--xx\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
            body.extend(part.bytes());
        }
        let front = format!(
            "--xx\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"
        );
        body.extend(front.bytes());
        body.extend(bytes);
        body.extend(b"\r\n--xx--\r\n");
        self.ask("POST", path, &self.headers("multipart/form-data; boundary=xx"), &body)
    }

    /// The hidden fields of a form that was opened, with what is typed into it.
    fn filled<'f>(&self, page: &'f Answer, typed: &[(&'f str, &'f str)]) -> Vec<(&'f str, String)> {
        let own = ["phien", "lan", "goc", "so-muc"].map(|name| (name, page.hidden(name)));
        let typed = typed.iter().map(|(name, value)| (*name, (*value).to_owned()));
        own.into_iter().chain(typed).collect()
    }

    /// Opens a form, fills it in and sends it.
    fn send(&self, path: &str, typed: &[(&str, &str)]) -> Answer {
        let page = self.get(path);
        assert_eq!(page.status, 200, "{path}");
        let fields = self.filled(&page, typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        self.post(path, &fields)
    }

    /// Sends a form that is shown for review, and confirms it.
    fn confirm(&self, path: &str, typed: &[(&str, &str)]) -> Answer {
        let review = self.send(path, typed);
        assert_eq!(review.status, 200, "{:?} {}", review.errors(), review.body);
        assert!(review.body.contains("name=\"xac-nhan\""), "{}", review.body);
        let form = review.body.split("<form").nth(1).unwrap();
        let hidden = form.split("<input type=\"hidden\" name=\"").skip(1).map(|part| {
            let (name, rest) = part.split_once("\" value=\"").unwrap();
            (name.to_owned(), unescaped(rest.split('"').next().unwrap()))
        });
        let mut fields: Vec<(String, String)> = hidden.collect();
        fields.push(("nut".to_owned(), "ghi".to_owned()));
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.post(path, &fields)
    }
}

impl Drop for Edited {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lower_name(line: &str) -> String {
    match line.split_once(": ") {
        Some((name, value)) if name.eq_ignore_ascii_case("set-cookie") => {
            format!(
                "set-cookie: {}",
                value
                    .replace("HttpOnly", "httponly")
                    .replace("SameSite=Strict", "samesite=strict")
                    .replace("Path=", "path=")
            )
        }
        Some((name, value)) => format!("{}: {value}", name.to_ascii_lowercase()),
        None => line.to_owned(),
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in fields {
        let _ = write!(text, "{}{name}=", if text.is_empty() { "" } else { "&" });
        for byte in value.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                    text.push(byte.into());
                }
                _ => drop(write!(text, "%{byte:02X}")),
            }
        }
    }
    text
}

/// A copy of the real content.
fn real() -> Project {
    let project = Project::new();
    fs::remove_dir_all(project.content()).unwrap();
    for entry in WalkDir::new("content").into_iter().map(Result::unwrap) {
        let to = project.root().join(entry.path());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    project
}

fn small() -> Project {
    Project::new().task("1.1", "kind: deliverable\nlead: so-a\ndue: 2024-06-10").note(
        "2024-03-10-a",
        "date: 2024-03-10\ntitle: Ghi chép\ntasks: [\"1.1\"]",
        "Lời đầu.",
    )
}

/// Every file of the content with its bytes, without the journal.
fn files(project: &Project) -> Vec<(String, Vec<u8>)> {
    let root = project.content();
    let entries = WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .filter(|(path, _)| !path.starts_with(".tiendo/"))
        .collect()
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.content().join(path)).unwrap()
}

const TEXT: &str = "Sở Công Thương: đã gửi báo cáo \"tuần\" #52";

const REPORT: [(&str, &str); 6] = [
    ("ngay", "khac"),
    ("ngay-khac", "30/12/2021"),
    ("trang-thai", "in_progress"),
    ("noi-dung", TEXT),
    ("minh-chung", "mh-01"),
    ("nut", "ghi"),
];

#[test]
fn a_report_is_written_as_the_command_line_writes_it_and_undone() {
    let (project, other) = (real(), real());
    let before = files(&project);
    let edited = Edited::new(&project);
    let answer = edited.send("/viec/1.1", &REPORT);
    assert_eq!((answer.status, answer.location()), (303, "/?xong=1"), "{:?}", answer.errors());
    let update = [
        "update",
        "1.1",
        "--on",
        "30/12/2021",
        "--state",
        "in_progress",
        "--text",
        TEXT,
        "--evidence",
        "mh-01",
    ];
    assert_eq!(other.run(&update).code, 0);
    assert_eq!(files(&project), files(&other));
    let (old, new) =
        (fs::read("content/tasks/1.1.yaml").unwrap(), read(&project, "tasks/1.1.yaml"));
    assert!(new.as_bytes().starts_with(&old) && new.len() > old.len());
    let page = edited.get("/?xong=1");
    assert!(page.body.contains("Đã ghi: Ghi tiến độ 1.1."), "{}", page.body);
    let phien = page.hidden("phien");
    let undone = edited.post("/thay-doi/1", &[("phien", &phien), ("nut", "ghi")]);
    assert_eq!((undone.status, undone.location()), (303, "/thay-doi?xong=2"));
    assert_eq!(files(&project), before);
    assert!(edited.get("/thay-doi").body.contains("đã hoàn tác"));
}

#[test]
fn every_style_of_a_file_is_continued() {
    for (before, after) in [
        ("kind: ongoing\r\n# cuối\r\n", "updates:\r\n  - date: 2024-05-01\r\n    text: Một\r\n"),
        (
            "kind: ongoing\nupdates: [{date: 2024-04-01, text: A}] # sổ\n",
            ", {date: 2024-05-01, text: Một}",
        ),
        (
            "kind: ongoing\nupdates:\n  - date: 2024-04-01 # đầu\n    text: 'A'\n\n# cuối\n",
            "  - date: 2024-05-01\n    text: \"Một\"\n",
        ),
    ] {
        let project = Project::new();
        let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
        let old = format!("\u{feff}priority: \"1\"{end}title: Việc{end}{before}");
        project.write("tasks/1.1.yaml", &old);
        let edited = Edited::new(&project);
        let typed =
            [("ngay", "khac"), ("ngay-khac", "1.5.2024"), ("noi-dung", "Một"), ("nut", "ghi")];
        let answer = edited.send("/viec/1.1", &typed);
        assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
        let new = read(&project, "tasks/1.1.yaml");
        let put = new.find(after).unwrap_or_else(|| panic!("{new:?}"));
        let without = format!("{}{}", &new[..put], &new[put + after.len()..]);
        assert_eq!(without, old);
    }
}

#[test]
fn what_is_wrong_stands_at_its_field_in_the_words_of_the_rules() {
    let project = real();
    let before = files(&project);
    let edited = Edited::new(&project);
    let page = edited.get("/viec/1.1");
    let typed = [
        ("ngay", "khac"),
        ("ngay-khac", "7/25/2021"),
        ("noi-dung", "Đã   gửi <b>\r\n  hai dòng"),
        ("phan-tram", "140 %"),
        ("minh-chung", "mh-99"),
        ("nut", "ghi"),
    ];
    let fields = edited.filled(&page, &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let answer = edited.upload("/viec/1.1", &fields, "scan.pdf", b"%PDF-1.4");
    assert_eq!(answer.status, 422);
    let named: Vec<String> = answer.errors().into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, ["ngay-khac", "phan-tram", "minh-chung", "vb-so"], "a file needs its symbol");
    assert!(answer.body.contains("Có phải ý bạn là “25/7/2021”?"), "as it is typed in forms");
    let sum = answer.hidden("tep-sum");
    assert!(answer.body.contains("Đã nhận tệp “scan.pdf”"));
    let again =
        [&fields[..], &[("tep-sum", &sum), ("tep-ten", "scan.pdf"), ("vb-so", "9/BC-X")]].concat();
    let answer = edited.post("/viec/1.1", &again);
    assert_eq!(answer.status, 422);
    let named: Vec<String> = answer.errors().into_iter().map(|(name, _)| name).collect();
    assert_eq!(named, ["ngay-khac", "phan-tram", "minh-chung"]);
    assert!(answer.body.contains("<h2 id=\"faults\">Có 3 chỗ cần sửa</h2>"));
    assert!(answer.body.contains("<title>Lỗi: Ghi tiến độ"));
    assert!(answer.body.contains("tabindex=\"-1\" autofocus"));
    for name in named {
        assert!(answer.body.contains(&format!("href=\"#f-{name}\"")), "{name}");
        assert!(answer.body.contains(&format!("id=\"f-{name}\"")), "{name}");
    }
    assert!(answer.body.contains("Đã   gửi &lt;b&gt;\r\n  hai dòng</textarea>"), "{}", answer.body);
    assert_eq!(answer.hidden("tep-sum"), sum);
    assert_eq!(files(&project), before);
    // The sentences are those of check.
    let text = read(&project, "tasks/1.1.yaml");
    project.write(
        "tasks/1.1.yaml",
        format!(
            "{text}  - date: 7/25/2021\n    text: a\n    percent: 140\n    evidence: [mh-99]\n"
        ),
    );
    let checked = project.run(&["check"]).stderr;
    for (_, said) in answer.errors() {
        let said =
            said.split("<br>").next().unwrap().split(". Có phải").next().unwrap().trim().to_owned();
        assert!(checked.contains(&said), "{said}\n{checked}");
    }
}

#[test]
fn a_scan_becomes_a_document_and_evidence_in_one_change() {
    let project = real();
    let before = files(&project);
    let edited = Edited::new(&project);
    let page = edited.get("/viec/1.1");
    let typed = [
        ("ngay", "khac"),
        ("ngay-khac", "30/12/2021"),
        ("noi-dung", "Đã gửi báo cáo"),
        ("vb-so", "52/BC-SCT"),
        ("vb-ngay", "30/12/2021"),
        ("nut", "ghi"),
    ];
    let fields = edited.filled(&page, &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let scan = b"%PDF-1.7\n\x00\xff binary";
    let answer = edited.upload("/viec/1.1", &fields, "..\\..\\báo cáo.pdf.exe", scan);
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    assert_eq!(fs::read(project.content().join("attachments/bc-52.pdf")).unwrap(), scan);
    let documents = read(&project, "documents.yaml");
    assert!(documents.starts_with(&fs::read_to_string("content/documents.yaml").unwrap()));
    assert!(read(&project, "tasks/1.1.yaml").ends_with("evidence: [bc-52]\n"));
    let staged = project.content().join(".tiendo/uploads");
    assert_eq!(fs::read_dir(staged).unwrap().count(), 0);
    assert_eq!(project.run(&["undo"]).code, 0);
    assert_eq!(files(&project), before);
}

#[test]
fn a_scan_that_comes_later_is_added_to_its_document() {
    let project = small();
    let before = files(&project);
    let edited = Edited::new(&project);
    let page = edited.get("/van-ban/qd-1");
    assert!(page.body.contains("type=\"file\""), "{}", page.body);
    let value = |name: &str| {
        let rest = page.body.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
        let value = rest.split("value=\"").nth(1).unwrap_or_default();
        unescaped(value.split('"').next().unwrap())
    };
    let title = page.body.split("</textarea>").next().unwrap().rsplit('\n').next().unwrap();
    let names = ["vb-so", "vb-ngay", "vb-noi", "vb-loai", "vb-url"];
    let values = names.map(|name| (name, value(name)));
    let mut typed: Vec<(&str, &str)> =
        values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    typed.extend([("vb-ten", title), ("nut", "ghi")]);
    let fields = edited.filled(&page, &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let answer = edited.upload("/van-ban/qd-1", &fields, "quét.pdf.exe", b"%PDF-1.4 a");
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    let attached = project.content().join("attachments/qd-1.pdf");
    assert_eq!(fs::read(&attached).unwrap(), b"%PDF-1.4 a");
    assert!(read(&project, "documents.yaml").contains("attachments/qd-1.pdf"));
    assert!(!edited.get("/van-ban/qd-1").body.contains("type=\"file\""), "it stays");
    drop(edited);
    assert_eq!(project.run(&["undo"]).code, 0);
    assert_eq!(files(&project), before);
}

#[test]
fn files_that_are_not_what_they_say_are_refused_in_words() {
    let project = small();
    let before = files(&project);
    let edited = Edited::new(&project);
    let page = edited.get("/viec/1.1");
    let typed = [("noi-dung", "Giữ lại"), ("vb-so", "1/BC"), ("ngay", "hom-nay"), ("nut", "ghi")];
    let fields = edited.filled(&page, &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let large = vec![b'%'; 20 * 1024 * 1024 + 1];
    for (name, bytes, said) in [
        ("a.pdf", &b"<html><script>alert(1)</script>"[..], "trang web"),
        ("a.exe", b"MZ\x90", "Không nhận tệp"),
        ("a.pdf", &large, "lớn hơn 20 MB"),
    ] {
        let answer = edited.upload("/viec/1.1", &fields, name, bytes);
        assert_eq!(answer.status, 422, "{}", answer.body);
        assert!(
            answer.errors().iter().any(|(field, text)| field == "tep" && text.contains(said)),
            "{:?}",
            answer.errors()
        );
        assert!(answer.body.contains("Giữ lại</textarea>"));
    }
    let many: Vec<(&str, &str)> = (0..201).map(|_| ("a", "1")).collect();
    assert_eq!(edited.post("/viec/1.1", &many).status, 413);
    assert_eq!(edited.upload("/viec/1.1", &many, "a.pdf", b"%PDF").status, 413);
    let huge = "a".repeat(1024 * 1024 + 1);
    assert_eq!(edited.post("/viec/1.1", &[("noi-dung", &huge)]).status, 413);
    assert_eq!(files(&project), before);
}

#[test]
fn an_entry_of_another_window_is_shown_and_both_are_kept() {
    let project = small();
    let edited = Edited::new(&project);
    let (one, other) = (edited.get("/viec/1.1"), edited.get("/viec/1.1"));
    let typed =
        |text| [("ngay", "khac"), ("ngay-khac", "1/5/2024"), ("noi-dung", text), ("nut", "ghi")];
    let send = |page: &Answer, text| {
        let typed = typed(text);
        let fields = edited.filled(page, &typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        edited.post("/viec/1.1", &fields)
    };
    assert_eq!(send(&one, "Lần một").status, 303);
    // A double click sends the same form again.
    assert_eq!(send(&one, "Lần một").status, 303);
    assert_eq!(read(&project, "tasks/1.1.yaml").matches("Lần một").count(), 1);
    let stopped = send(&other, "Lần hai");
    assert_eq!(stopped.status, 409);
    assert!(stopped.body.contains("Ghi tiếp sau lần này"));
    assert!(stopped.body.contains("Lần hai</textarea>") && stopped.body.contains("Lần một</p>"));
    assert!(!read(&project, "tasks/1.1.yaml").contains("Lần hai"));
    assert_eq!(send(&stopped, "Lần hai").status, 303);
    let text = read(&project, "tasks/1.1.yaml");
    assert!(text.contains("Lần một") && text.contains("Lần hai"), "{text}");
    // Another program may have written in between too.
    let page = edited.get("/viec/1.1");
    let update = ["update", "1.1", "--on", "2/5/2024", "--text", "Dòng lệnh"];
    assert_eq!(project.run(&update).code, 0);
    assert_eq!(send(&page, "Lần ba").status, 409);
}

#[test]
fn a_note_that_was_changed_elsewhere_is_not_overwritten_unasked() {
    let project = small();
    let note = "---\r\ndate: 2024-03-10\r\ntitle: Ghi chép # tên\r\ntasks: [\"1.1\"]\r\n---\r\nMột.\r\nHai.\r\nBa.\r\n";
    project.write("notes/2024-03-10-a.md", note);
    let edited = Edited::new(&project);
    let page = edited.get("/ghi-chep/2024-03-10-a");
    let body = "Một.\r\nHai sửa.\r\nBa.\r\n";
    let typed = [
        ("ten", "Ghi chép"),
        ("ngay", "10/3/2024"),
        ("viec", "1.1"),
        ("chu", body),
        ("nut", "ghi"),
    ];
    let send = |page: &Answer| {
        let fields = edited.filled(page, &typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        edited.post("/ghi-chep/2024-03-10-a", &fields)
    };
    project.write("notes/2024-03-10-a.md", note.replace("Ba.", "Ba khác."));
    let stopped = send(&page);
    assert_eq!(stopped.status, 409, "{}", stopped.body);
    assert!(stopped.body.contains("Ba khác.") && stopped.body.contains("Hai sửa.\r\nBa."));
    assert!(stopped.body.contains("Ghi đè bằng bản của tôi"));
    assert!(edited.get("/ghi-chep/2024-03-10-a").body.contains("Ba khác."));
    let written = send(&stopped);
    assert_eq!(written.status, 303, "{:?}", written.errors());
    let expected = note.replace("Hai.", "Hai sửa.");
    assert_eq!(read(&project, "notes/2024-03-10-a.md"), expected);
}

#[test]
fn only_pages_of_the_editor_write() {
    let project = small();
    let before = files(&project);
    let edited = Edited::new(&project);
    let page = edited.get("/viec/1.1");
    let typed = [("ngay", "hom-nay"), ("noi-dung", "Xấu"), ("nut", "ghi")];
    let fields = edited.filled(&page, &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let body = encoded(&fields);
    let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    let (port, cookie) = (edited.port, format!("Cookie: {}\r\n", edited.cookie));
    let origin = format!("Origin: http://127.0.0.1:{port}\r\n");
    for (headers, status) in [
        (format!("{cookie}{kind}"), 403),
        (format!("{origin}{kind}"), 403),
        (format!("{cookie}Origin: null\r\n{kind}"), 403),
        (format!("{cookie}Origin: http://127.0.0.1:9000\r\n{kind}"), 403),
        (format!("{cookie}Origin: http://localhost:{port}\r\n{kind}"), 403),
        (format!("{cookie}{origin}Sec-Fetch-Site: same-site\r\n{kind}"), 403),
        (format!("{cookie}{origin}Sec-Fetch-Site: cross-site\r\n{kind}"), 403),
        (format!("{cookie}{origin}Content-Type: text/plain\r\n"), 415),
        (format!("{cookie}{origin}Content-Type: application/json\r\n"), 415),
    ] {
        let answer = edited.ask("POST", "/viec/1.1", &headers, body.as_bytes());
        assert_eq!(answer.status, status, "{headers}");
        assert!(!answer.body.contains("phien"));
    }
    let wrong = body.replace(&page.hidden("phien"), &"0".repeat(32));
    let answer = edited.ask(
        "POST",
        "/viec/1.1",
        &edited.headers("application/x-www-form-urlencoded"),
        wrong.as_bytes(),
    );
    assert_eq!(answer.status, 403);
    for (method, status) in [("PUT", 405), ("DELETE", 405), ("OPTIONS", 405)] {
        assert_eq!(
            edited.ask(method, "/viec/1.1", &format!("{cookie}{origin}"), b"").status,
            status
        );
    }
    for path in
        ["/viec/..%2fsite", "/viec/con%00", "/viec/%2e%2e/site", "/viec//1.1", "/tep/viec/../../x"]
    {
        let answer = edited.get(path);
        assert_eq!(answer.status, 400, "{path}");
    }
    for path in [
        "/viec/con",
        "/viec/9.9",
        "/tep/viec/con",
        "/ghi-chep/nul",
        "/thay-doi/x",
        "/kiem-tra/sua/x",
    ] {
        assert_eq!(edited.get(path).status, 404, "{path}");
    }
    for headers in ["", "Cookie: tiendo-1=x\r\n"] {
        for path in ["/", "/viec/1.1", "/vao?k=", "/vao?k=x", "/edit.js", "/ban-giao/goi.zip"] {
            let answer = edited.ask("GET", path, headers, b"");
            assert_eq!(answer.status, 403, "{path}");
            assert!(!answer.body.contains("Việc 1.1"));
        }
    }
    let host =
        format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\n{cookie}Connection: close\r\n\r\n");
    assert_eq!(edited.raw(host.as_bytes()).status, 421);
    let framed = format!(
        "{cookie}Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n"
    );
    assert_eq!(edited.ask("GET", "/", &framed, b"").status, 403);
    // Reading addresses that would write changes nothing.
    edited.get(&format!("/viec/1.1?{body}"));
    edited.get("/kiem-tra/sua-tat-ca?nut=ghi");
    for header in [
        "frame-ancestors 'none'",
        "x-frame-options: DENY",
        "referrer-policy: same-origin",
        "cross-origin-opener-policy: same-origin",
        "nosniff",
    ] {
        assert!(page.head.contains(header), "{}", page.head);
    }
    assert_eq!(files(&project), before);
}

#[test]
fn texts_from_forms_and_records_are_never_markup() {
    let evil = "<script>alert(1)</script>\"'&lt;{{7*7}}";
    let project = Project::new().file(
        "tasks/1.1.yaml",
        format!(
            "priority: \"1\"\ntitle: {}\nkind: ongoing\nlead: so-a\n",
            serde_json::to_string(evil).unwrap()
        ),
    );
    let edited = Edited::new(&project);
    let pages =
        ["/", "/viec/1.1", "/viec/1.1/sua", "/viec/1.1/dinh-chinh", "/tep/viec/1.1", "/kiem-tra"];
    for path in pages {
        let page = edited.get(path);
        assert!(!page.body.contains("<script>alert"), "{path}");
    }
    let typed = [
        ("ngay", evil),
        ("ngay-khac", evil),
        ("noi-dung", evil),
        ("phan-tram", evil),
        ("minh-chung", evil),
        ("minh-chung-tim", evil),
        ("vb-so", evil),
        ("vb-ten", evil),
        ("vb-ngay", evil),
        ("can-cu", evil),
        ("trang-thai", evil),
        ("thay-boi", evil),
        ("tep-ten", evil),
        ("tep-sum", evil),
        ("goc", evil),
        ("so-muc", evil),
        ("lan", evil),
    ];
    for button in ["ghi", "tim", "xem", evil] {
        let page = edited.get("/viec/1.1");
        let phien = page.hidden("phien");
        let fields = [&typed[..], &[("phien", phien.as_str()), ("nut", button)]].concat();
        let answer = edited.post("/viec/1.1", &fields);
        assert!(matches!(answer.status, 200 | 409 | 422), "{}", answer.status);
        assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
        assert!(unescaped(&answer.body).contains(evil));
    }
    let lines = "2024-05-01\n    state: done\n  - date: 2024-05-02";
    let answer = edited.send(
        "/viec/1.1",
        &[("ngay", "khac"), ("ngay-khac", lines), ("noi-dung", "a"), ("nut", "ghi")],
    );
    assert_eq!(answer.status, 422);
    let answer = edited.send(
        "/viec/1.1",
        &[("ngay", "khac"), ("ngay-khac", "1/5/2024"), ("noi-dung", evil), ("nut", "ghi")],
    );
    assert_eq!(answer.status, 303);
    assert!(!edited.get("/viec/1.1").body.contains("<script>alert"));
}

/// The elements of a page and their attributes, without their values.
fn shape(html: &str) -> Vec<String> {
    use html5gum::{Token, Tokenizer};
    let tokens = Tokenizer::new(html).map(Result::unwrap);
    tokens
        .filter_map(|token| match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let keys =
                    tag.attributes.keys().map(|key| String::from_utf8_lossy(key).into_owned());
                Some(std::iter::once(name).chain(keys).collect::<Vec<_>>().join(" "))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn no_hostile_text_in_any_field_changes_the_shape_of_a_page() {
    let project = small();
    let before = files(&project);
    let edited = Edited::new(&project);
    let phien = edited.get("/viec/1.1").hidden("phien");
    let screens: [(&str, &[&str]); 4] = [
        (
            "/viec/1.1",
            &[
                "ngay-khac",
                "noi-dung",
                "phan-tram",
                "minh-chung",
                "vb-so",
                "vb-ten",
                "vb-ngay",
                "can-cu",
                "thay-boi",
                "tep-ten",
                "goc",
            ],
        ),
        ("/viec/moi", &["ten", "ma", "san-pham", "han", "chu-tri", "muc", "van-ban"]),
        ("/ghi-chep/moi", &["ten", "ngay", "viec", "minh-chung", "tac-gia"]),
        ("/van-ban/moi", &["vb-so", "vb-ten", "vb-ngay", "vb-noi", "vb-loai", "vb-url"]),
    ];
    let answer = |path: &str, names: &[&str], text: &str| {
        let own = [("phien", phien.as_str()), ("nut", "xem"), ("trang-thai", "superseded")];
        let typed = names.iter().map(|name| (*name, text));
        let answer = edited.post(path, &own.into_iter().chain(typed).collect::<Vec<_>>());
        assert_eq!(answer.status, 200, "{path} {text}");
        answer.body
    };
    for (path, names) in screens {
        let harmless = shape(&answer(path, names, "x y"));
        for payload in payloads() {
            // The names of files and ids of records are on one line.
            let text = payload.replace(['\0', '\n', '\r'], " ");
            if text.trim().is_empty() {
                continue;
            }
            assert_eq!(shape(&answer(path, names, &text)), harmless, "{path} {text}");
        }
    }
    assert_eq!(files(&project), before);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_one_that_can_only_be_read_lose_nothing() {
    let project = small();
    let at = project.root().join("disk");
    let Some(disk) = Disk::new(&at, 3_000) else {
        return skipped("editing::a_full_disk", "a file system cannot be mounted here");
    };
    let content = at.join("content");
    fs::create_dir(&content).unwrap();
    for (path, bytes) in files(&project) {
        fs::create_dir_all(content.join(&path).parent().unwrap()).unwrap();
        fs::write(content.join(&path), bytes).unwrap();
    }
    let listed = || {
        let entries = WalkDir::new(&content).sort_by_file_name().into_iter().map(Result::unwrap);
        let entries = entries.filter(|entry| {
            entry.file_type().is_file() && !entry.path().starts_with(content.join(".tiendo"))
        });
        entries
            .map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap()))
            .collect::<Vec<_>>()
    };
    let before = listed();
    let folder = content.to_str().unwrap().to_owned();
    let edited = Edited::with(&project, &["--content", &folder]);
    let typed =
        [("ngay", "khac"), ("ngay-khac", "1/5/2024"), ("noi-dung", "Giữ lại"), ("nut", "ghi")];
    let mut fill = fs::File::create(at.join("fill")).unwrap();
    while fill.write_all(&[0; 4096]).is_ok() {}
    let answer = edited.send("/viec/1.1", &typed);
    assert_eq!(answer.status, 507, "{}", answer.body);
    assert!(answer.body.contains("Giữ lại</textarea>"));
    assert_eq!(listed(), before);
    drop(fill);
    fs::remove_file(at.join("fill")).unwrap();
    drop(edited);
    disk.remount("ro");
    let edited = Edited::with(&project, &["--content", &folder]);
    assert!(edited.told.contains("Chỉ xem được"), "{}", edited.told);
    let page = edited.get("/viec/1.1");
    assert!(page.body.contains("class=\"main\" disabled"), "{}", page.body);
    let answer = edited.send("/viec/1.1", &typed);
    assert_eq!(answer.status, 423);
    assert!(answer.body.contains("Giữ lại</textarea>"));
    assert_eq!(listed(), before);
}

#[test]
fn a_draft_waits_until_the_form_is_opened_again() {
    let project = small();
    let edited = Edited::new(&project);
    let phien = edited.get("/viec/1.1").hidden("phien");
    let typed = [("o", "/viec/1.1"), ("phien", phien.as_str()), ("noi-dung", "Gõ dở\r\n dang")];
    assert_eq!(edited.post("/nhap", &typed).status, 204);
    drop(edited);
    let edited = Edited::new(&project);
    let page = edited.get("/viec/1.1");
    assert!(page.body.contains("Gõ dở\r\n dang</textarea>") && page.body.contains("Bỏ nháp"));
    let kept = fs::read_to_string(project.content().join(".tiendo/drafts/viec_1.1.json")).unwrap();
    assert!(!kept.contains(&phien), "{kept}");
    let answer =
        edited.send("/viec/1.1", &[("noi-dung", "Gõ xong"), ("ngay", "hom-nay"), ("nut", "ghi")]);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    assert!(!edited.get("/viec/1.1").body.contains("Bỏ nháp"));
    assert_eq!(edited.send("/viec/1.1", &[("noi-dung", "x"), ("nut", "nhap")]).status, 303);
    assert_eq!(edited.send("/viec/1.1", &[("nut", "bo-nhap")]).status, 303);
    assert!(!edited.get("/viec/1.1").body.contains("Bỏ nháp"));
}

#[test]
fn done_and_stopped_are_shown_in_words_before_they_are_written() {
    let project = small();
    let before = files(&project);
    let edited = Edited::new(&project);
    let done = [
        ("ngay", "khac"),
        ("ngay-khac", "5/6/2024"),
        ("trang-thai", "done"),
        ("noi-dung", "Xong"),
        ("minh-chung", "bc-1"),
        ("nut", "ghi"),
    ];
    let review = edited.send("/viec/1.1", &done);
    assert_eq!(review.status, 200);
    assert!(
        review.body.contains("Hoàn thành đúng hạn")
            && review.body.contains("+   - date: 2024-06-05"),
        "{}",
        review.body
    );
    assert_eq!(files(&project), before);
    assert_eq!(edited.confirm("/viec/1.1", &done).status, 303);
    assert!(read(&project, "tasks/1.1.yaml").contains("state: done"));
}

#[test]
fn each_form_writes_what_it_says() {
    let project = small();
    let edited = Edited::new(&project);
    let extension = [
        ("ngay", "khac"),
        ("ngay-khac", "1/6/2024"),
        ("han", "quý III/2024"),
        ("han-kieu", "by"),
        ("can-cu", "qd-1"),
        ("nut", "ghi"),
    ];
    let answer = edited.confirm("/viec/1.1/gia-han", &extension);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let text = read(&project, "tasks/1.1.yaml");
    assert!(text.ends_with("extensions:\n  - decided: 2024-06-01\n    due: {quarter: 2024-Q3}\n    document: qd-1\n"), "{text}");

    let edit = [
        ("ten", "Việc mới: 2"),
        ("san-pham", "Báo cáo"),
        ("chu-tri", "so-b"),
        ("phoi-hop", "so-a"),
        ("nut", "ghi"),
    ];
    let answer = edited.send("/viec/1.1/sua", &edit);
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    let text = read(&project, "tasks/1.1.yaml");
    assert!(text.starts_with("priority: \"1\"\ntitle: \"Việc mới: 2\"\nkind: deliverable\nproduct: Báo cáo\nlead: so-b\nsupport: [so-a]\ndue:"), "{text}");

    let correction = [
        ("dieu", "deadline-3"),
        ("ngay", "khac"),
        ("ngay-khac", "2/6/2024"),
        ("ly-do", "In nhầm"),
        ("nut", "ghi"),
    ];
    let answer = edited.confirm("/viec/1.1/dinh-chinh", &correction);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let text = read(&project, "tasks/1.1.yaml");
    assert!(text.ends_with("corrections:\n  - date: 2024-06-02\n    of: deadline\n    was: 2024-06-10\n    reason: In nhầm\n"), "{text}");

    let task = [
        ("ten", "Việc hai"),
        ("muc", "1"),
        ("ma", ""),
        ("loai", "deliverable"),
        ("han", "31/12/2024"),
        ("han-kieu", "before"),
        ("chu-tri", "so-a"),
        ("nut", "ghi"),
    ];
    let answer = edited.confirm("/viec/moi", &task);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    assert_eq!(
        read(&project, "tasks/1.2.yaml"),
        "priority: \"1\"\ntitle: Việc hai\nkind: deliverable\nlead: so-a\nlead_source: office\ndue: {before: 2024-12-31}\n"
    );
    let taken = task.map(|(name, value)| if name == "ma" { (name, "1.2") } else { (name, value) });
    assert_eq!(edited.send("/viec/moi", &taken).status, 422, "the id is taken");

    let document =
        [("vb-so", "9/BC-SA"), ("vb-ten", "Báo cáo 9"), ("vb-ngay", "3/6/2024"), ("nut", "ghi")];
    assert_eq!(edited.send("/van-ban/moi", &document).status, 303);
    assert!(
        read(&project, "documents.yaml")
            .ends_with("- id: bc-9\n  symbol: 9/BC-SA\n  title: Báo cáo 9\n  date: 2024-06-03\n")
    );
    let document = [
        ("vb-so", "9/BC-SA"),
        ("vb-ten", "Báo cáo số 9"),
        ("vb-ngay", "3/6/2024"),
        ("vb-noi", "Sở A"),
        ("nut", "ghi"),
    ];
    let answer = edited.send("/van-ban/bc-9", &document);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    assert!(read(&project, "documents.yaml").ends_with("- id: bc-9\n  issuer: Sở A\n  symbol: 9/BC-SA\n  title: Báo cáo số 9\n  date: 2024-06-03\n"), "{}", read(&project, "documents.yaml"));

    let note = [
        ("ten", "Họp giao ban"),
        ("ngay", "4/6/2024"),
        ("viec", "1.1"),
        ("nhap-thoi", "co"),
        ("chu", "## Kết quả\r\nTốt."),
        ("nut", "ghi"),
    ];
    let answer = edited.send("/ghi-chep/moi", &note);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let text = read(&project, "notes/2024-06-04-hop-giao-ban.md");
    assert!(
        text.contains(
            "title: Họp giao ban\ntasks: [\"1.1\"]\ndraft: true\n---\n\n## Kết quả\nTốt.\n"
        ),
        "{text}"
    );
    assert!(edited.get("/ghi-chep").body.contains("Họp giao ban"));
    let phien = edited.get("/ghi-chep/moi").hidden("phien");
    let preview =
        edited.post("/xem-truoc", &[("phien", &phien), ("chu", "## A\r\n\r\n**b** <i>x")]);
    assert!(preview.body.contains("<strong>b</strong> &lt;i&gt;"), "{}", preview.body);

    let dates = [("chot", "30/6/2024"), ("moc", "co"), ("ky-toi", "31/7/2024"), ("nut", "ghi")];
    let answer = edited.send("/chot-so-lieu", &dates);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let site = read(&project, "site.yaml");
    assert!(
        site.contains("as_of: 2024-06-30\n")
            && site.contains("next_update: 2024-07-31\n")
            && site.contains("periods:\n  - 2024-06-30\n"),
        "{site}"
    );
    assert_eq!(project.run(&["check"]).code, 0);
    // All of it can be taken back, the last first.
    let start = files(&small());
    for _ in 0..8 {
        assert_eq!(project.run(&["undo"]).code, 0);
    }
    assert_eq!(files(&project), start);
}

#[test]
fn a_text_in_two_languages_has_a_field_for_each_and_loses_neither() {
    let project = bilingual::project();
    let edited = Edited::new(&project);
    let before = read(&project, "tasks/1.1.yaml");
    let form = edited.get("/viec/1.1/sua");
    for part in [
        "Tên nhiệm vụ (Tiếng Việt)</label>",
        "lang=\"vi\">\nĐắp đê Gò Sim</textarea>",
        "Tên nhiệm vụ (English)</label>",
        "name=\"ten-en\" rows=\"2\" lang=\"en\">\nBuild the Go Sim dyke</textarea>",
    ] {
        assert!(form.body.contains(part), "{part}: {}", form.body);
    }
    let filled = |vi, en, product, product_en| {
        [
            ("ten", vi),
            ("ten-en", en),
            ("san-pham", product),
            ("san-pham-en", product_en),
            ("chu-tri", "so-a"),
            ("nut", "ghi"),
        ]
    };
    let (vi, en) = ("Đắp đê Gò Sim", "Build the Go Sim dyke");
    let send = |form: &[(&str, &str)]| {
        let answer = edited.send("/viec/1.1/sua", form);
        (answer.status, answer.errors())
    };
    assert_eq!(send(&filled(vi, en, "", "")).0, 422, "nothing has changed");
    let rest = before.split_once("kind:").unwrap().1;
    let head = "priority: \"1\"\ntitle: ";
    for (form, expected) in [
        (
            filled("Đắp đê: Gò Sim", en, "", ""),
            format!("{head}{{vi: \"Đắp đê: Gò Sim\", en: Build the Go Sim dyke}}\nkind:{rest}"),
        ),
        (
            filled(vi, "Build, then raise it", "Đê", "Dyke"),
            format!(
                "{head}{{vi: Đắp đê Gò Sim, en: \"Build, then raise it\"}}\nkind: deliverable\nproduct: {{vi: Đê, en: Dyke}}{}",
                rest.strip_prefix(" deliverable").unwrap()
            ),
        ),
        (filled("", "Build", "", ""), format!("{head}{{en: Build}}\nkind:{rest}")),
    ] {
        let sent = send(&form);
        assert_eq!(sent.0, 303, "{sent:?}");
        assert_eq!(read(&project, "tasks/1.1.yaml"), expected);
        assert_eq!(project.run(&["undo"]).code, 0);
        assert_eq!(read(&project, "tasks/1.1.yaml"), before);
    }

    // A text in one language stays so, or gets the other.
    let plain = read(&project, "tasks/2.1.yaml");
    let old = "title: Trồng 30 ha bần chua & đước\n";
    for (en, title) in
        [("", "title: Trồng cây\n"), ("Plant trees", "title: {vi: Trồng cây, en: Plant trees}\n")]
    {
        let form = [("ten", "Trồng cây"), ("ten-en", en), ("chu-tri", "so-b"), ("nut", "ghi")];
        let answer = edited.send("/viec/2.1/sua", &form);
        assert_eq!(answer.status, 303, "{:?}", answer.errors());
        assert_eq!(read(&project, "tasks/2.1.yaml"), plain.replace(old, title));
        assert_eq!(project.run(&["undo"]).code, 0);
    }

    // A correction puts the right text in place in the language that is shown.
    let correction = [
        ("dieu", "text-0"),
        ("dung", "Đắp đê Gò Mới"),
        ("ngay", "khac"),
        ("ngay-khac", "2/6/2024"),
        ("ly-do", "In nhầm"),
        ("nut", "ghi"),
    ];
    let answer = edited.confirm("/viec/1.1/dinh-chinh", &correction);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let text = read(&project, "tasks/1.1.yaml");
    assert!(text.starts_with(&before.replace("Gò Sim", "Gò Mới")), "{text}");

    let site = [
        ("ten", "Tiến độ"),
        ("ten-en", "The dykes"),
        ("don-vi", "Văn phòng Ủy ban"),
        ("don-vi-en", "The Office"),
        ("lien-he", "a@b.example"),
        ("nut", "ghi"),
    ];
    let answer = edited.send("/trang", &site);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let text = read(&project, "site.yaml");
    let lines =
        "title: {vi: Tiến độ, en: The dykes}\npublisher: {vi: Văn phòng Ủy ban, en: The Office}\n";
    assert!(text.starts_with(lines), "{text}");

    let agency = [("ten", "Sở Mới"), ("ten-en", "New Department"), ("tat", "SM"), ("nut", "ghi")];
    let answer = edited.send("/don-vi/moi", &agency);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let text = read(&project, "agencies.yaml");
    let lines = "- id: so-moi\n  name: {vi: Sở Mới, en: New Department}\n  short: SM\n";
    assert!(text.ends_with(lines), "{text}");
    assert_eq!(project.run(&["check"]).code, 0);
}

#[test]
fn a_correction_puts_the_right_fact_in_place() {
    let record = "kind: deliverable\nlead: so-a\ndue: {before: 2024-06-10} # hạn\nupdates:\n  - {date: 2024-05-01, text: Đã làm 3 việc, percent: 30} # một\n  - date: 2024-05-20\n    text: >-\n      Đã làm\n      5 việc";
    let project = Project::new().task("1.1", record);
    let edited = Edited::new(&project);
    let page = edited.get("/viec/1.1/dinh-chinh");
    let value = |start: &str, label: &str| {
        let options = page.body.split("name=\"dieu\" value=\"").skip(1);
        let mut found = options.filter(|one| one.starts_with(start) && one.contains(label));
        found.next().unwrap_or_else(|| panic!("{start}")).split('"').next().unwrap().to_owned()
    };
    let mut expected = read(&project, "tasks/1.1.yaml");
    let mut is_first = true;
    for (fact, typed, from, to, of) in [
        ("percent", "35", "percent: 30", "percent: 35", "percent"),
        (
            "deadline",
            "quý III/2024",
            "{before: 2024-06-10} #",
            "{before: {quarter: 2024-Q3}} #",
            "deadline",
        ),
        (
            "text",
            "Đã làm 6 việc, xong",
            ">-\n      Đã làm\n      5 việc",
            "Đã làm 6 việc, xong",
            "text",
        ),
        ("entry", "2/5/2024", "date: 2024-05-01", "date: 2024-05-02", "entry"),
    ] {
        let key = match fact {
            "text" => value("text", "5 việc"),
            fact => value(fact, ""),
        };
        let sent = [
            ("dieu", key.as_str()),
            ("dung", typed),
            ("ngay", "khac"),
            ("ngay-khac", "21/5/2024"),
            ("ly-do", "Gõ nhầm"),
            ("nut", "ghi"),
        ];
        let answer = edited.confirm("/viec/1.1/dinh-chinh", &sent);
        assert_eq!(answer.status, 303, "{fact}: {:?} {}", answer.errors(), answer.body);
        let text = read(&project, "tasks/1.1.yaml");
        expected = expected.replacen(from, to, 1);
        let (front, _) = text.split_once("corrections:").unwrap();
        assert_eq!(front.trim_end(), expected.trim_end(), "{fact}");
        assert!(text.contains(&format!("of: {of}")), "{text}");
        if is_first {
            assert_eq!(project.run(&["undo"]).code, 0);
            assert_eq!(edited.confirm("/viec/1.1/dinh-chinh", &sent).status, 303);
        }
        is_first = false;
    }
    let wrong = [("dieu", value("percent", "")), ("dung", "140".to_owned())];
    let [dieu, dung] = &wrong;
    let sent = [
        (dieu.0, dieu.1.as_str()),
        (dung.0, dung.1.as_str()),
        ("ngay", "hom-nay"),
        ("ly-do", "Gõ nhầm"),
        ("nut", "ghi"),
    ];
    let refused = edited.send("/viec/1.1/dinh-chinh", &sent);
    assert_eq!(refused.status, 422);
    assert_eq!(refused.errors()[0].0, "dung", "{:?}", refused.errors());
}

#[test]
fn what_was_published_is_compared_and_each_change_gets_its_reason() {
    let project = small();
    project.write(
        "tasks/1.2.yaml",
        "priority: \"1\"\ntitle: Trồng 30 ha rừng\nkind: deliverable\ndue: 2024-06-30\n",
    );
    assert_eq!(project.run(&["package", "--zip", "goi.zip"]).code, 0);
    let edited = Edited::new(&project);
    let edit = [("ten", "Trồng 40 ha rừng"), ("chu-tri", "so-a"), ("nut", "ghi")];
    let answer = edited.send("/viec/1.2/sua", &edit);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let held = project.run(&["package", "--since", "goi.zip", "--zip", "b.zip"]);
    assert_eq!(held.code, 1, "{}", held.stdout);
    let list = edited.get("/thay-doi");
    let link = |answer: &Answer, start: &str, label: &str| {
        let mark = format!("href=\"{start}");
        let links = answer.body.split(&mark).skip(1);
        let mut named = links.filter(|one| one.split("</a>").next().unwrap().contains(label));
        let found = named.next().unwrap_or_else(|| panic!("{start}: {}", answer.body));
        format!("{start}{}", found.split('"').next().unwrap())
    };
    let address = link(&list, "/thay-doi/so/", "goi.zip");
    let compared = edited.get(&address);
    assert!(compared.body.contains("Phải nêu lý do (1)"), "{}", compared.body);
    assert!(compared.body.contains("Trồng 30 ha rừng"), "{}", compared.body);
    let reason = link(&compared, "/thay-doi/ly-do/", "Nêu lý do");
    let refused = edited.send(&reason, &[("ngay", "hom-nay"), ("nut", "ghi")]);
    assert_eq!(refused.errors()[0].0, "ly-do");
    let typed = [
        ("ngay", "khac"),
        ("ngay-khac", "21/5/2024"),
        ("ly-do", "Giao thêm: 10 ha"),
        ("can-cu", "qd-1"),
        ("nut", "ghi"),
    ];
    let answer = edited.confirm(&reason, &typed);
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    let text = read(&project, "tasks/1.2.yaml");
    assert!(
        text.ends_with("corrections:\n  - of: text\n    was: \"Trồng 30 ha rừng\"\n    date: 2024-05-21\n    reason: \"Giao thêm: 10 ha\"\n    document: qd-1\n"),
        "{text}"
    );
    assert!(edited.get(&address).body.contains("Phải nêu lý do (0)"));
    assert!(edited.get(&reason).body.contains("đã có lý do"));
    let passed = project.run(&["package", "--since", "goi.zip", "--zip", "b.zip"]);
    assert_eq!(passed.code, 0, "{}", passed.stderr);
    // No address names a file.
    for odd in ["/thay-doi/so/goi.zip", "/thay-doi/so/0000000000000000", "/thay-doi/ly-do/a/b"] {
        let answer = edited.get(odd);
        assert!(answer.status == 404 || answer.body.contains("đã có lý do"), "{odd}");
    }
}

#[test]
fn a_number_leads_to_its_task_and_lines_are_shown_before_they_are_written() {
    let project = small();
    let before = files(&project);
    let edited = Edited::new(&project);
    let found = edited.get("/?viec=1.1&co-quan=");
    assert_eq!((found.status, found.location()), (303, "/viec/1.1"));
    assert!(edited.get("/?viec=viec").body.contains("Kết quả tìm"));
    let typed =
        [("ngay", "khac"), ("ngay-khac", "1/5/2024"), ("noi-dung", "Đã: gửi"), ("nut", "dong")];
    let shown = edited.send("/viec/1.1", &typed);
    assert_eq!(shown.status, 200);
    assert!(unescaped(&shown.body).contains("+     text: \"Đã: gửi\""), "{}", shown.body);
    assert_eq!(files(&project), before);
    let status = edited.get("/tinh-hinh");
    assert!(status.body.contains("/don-doc/so-a.docx"), "{}", status.body);
    let letter = edited.get("/don-doc/so-a.docx");
    assert_eq!(letter.status, 200);
    assert!(letter.head.contains("attachment; filename=\"") && letter.body.starts_with("PK"));
    assert_eq!(edited.get("/don-doc/khong-co.docx").status, 404);
    let page = edited.get("/viec/1.1");
    assert!(page.body.contains("Nhiệm vụ có sản phẩm"), "every input is told: {}", page.body);
}

#[test]
fn records_are_mended_after_the_change_was_shown() {
    let project = small()
        .file("tasks/1.2.yaml", "priority: \"1\"\ntitle: Hai \nkind: duty\nrelated: [1.1]\n");
    let edited = Edited::new(&project);
    let page = edited.get("/kiem-tra");
    let all =
        edited.post("/kiem-tra/sua-tat-ca", &[("phien", &page.hidden("phien")), ("nut", "ghi")]);
    assert_eq!(all.status, 200, "{}", all.body);
    assert!(
        all.body.contains("- title: Hai ") && all.body.contains("+ title: Hai"),
        "{}",
        all.body
    );
    let confirmed =
        [("phien", page.hidden("phien")), ("nut", "ghi".into()), ("xac-nhan", "1".into())];
    let confirmed: Vec<(&str, &str)> = confirmed.iter().map(|(n, v)| (*n, v.as_str())).collect();
    assert_eq!(edited.post("/kiem-tra/sua-tat-ca", &confirmed).status, 303);
    assert!(read(&project, "tasks/1.2.yaml").contains("title: Hai\n"));
}

#[test]
fn between_the_marks_of_a_merge_only_the_text_can_be_changed() {
    let project = small();
    let text = read(&project, "tasks/1.1.yaml");
    let edited = Edited::new(&project);
    let page = edited.get("/viec/1.1");
    let marks = format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> b\n");
    project.write("tasks/1.1.yaml", &marks);
    fs::create_dir_all(project.root().join(".git")).unwrap();
    fs::write(project.root().join(".git/MERGE_HEAD"), "x").unwrap();
    let typed = [("ngay", "hom-nay"), ("noi-dung", "Giữ"), ("nut", "ghi")];
    let fields = edited.filled(&page, &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let answer = edited.post("/viec/1.1", &fields);
    assert!(matches!(answer.status, 404 | 409 | 423), "{}", answer.status);
    assert_eq!(read(&project, "tasks/1.1.yaml"), marks);
    let mended = text.replace('\n', "\r\n");
    let answer = edited.send("/tep/viec/1.1", &[("chu", &mended), ("nut", "ghi")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(read(&project, "tasks/1.1.yaml"), text);
    let answer = edited.send("/viec/1.1", &typed);
    assert_eq!(answer.status, 423, "a merge is not finished");
    assert!(answer.body.contains("MERGE_HEAD") && answer.body.contains("Giữ</textarea>"));
}

#[test]
fn another_program_at_work_and_a_killed_one_are_told() {
    let project = small();
    let edited = Edited::new(&project);
    let held = fs::File::options().write(true).open(project.content().join(".tiendo/lock"));
    let lock = project.content().join(".tiendo/lock");
    let held = held.or_else(|_| fs::File::create(&lock)).unwrap();
    held.lock().unwrap();
    let typed = [("ngay", "hom-nay"), ("noi-dung", "Giữ"), ("nut", "ghi")];
    let answer = edited.send("/viec/1.1", &typed);
    assert_eq!(answer.status, 423);
    assert!(answer.body.contains("Giữ</textarea>"));
    held.unlock().unwrap();
    assert_eq!(edited.send("/viec/1.1", &typed).status, 303);
    drop(edited);
    // The program was killed between the first file and the last.
    let path = project.content().join(".tiendo/changes/000001.json");
    let change = fs::read_to_string(&path).unwrap().replace("\"done\"", "\"pending\"");
    fs::write(&path, change).unwrap();
    let edited = Edited::new(&project);
    assert!(edited.told.contains("tasks/1.1.yaml"), "{}", edited.told);
    assert!(!read(&project, "tasks/1.1.yaml").contains("Giữ"));
    assert!(edited.get("/").body.contains("Lần ghi trước bị ngắt giữa chừng"));
}

#[test]
fn a_kill_at_any_moment_leaves_all_of_a_change_or_none() {
    let project = small();
    let before = files(&project);
    let (mut all, mut none) = (0, 0);
    for moment in 0..kills() {
        let edited = Edited::new(&project);
        let page = edited.get("/viec/1.1");
        let typed = [
            ("ngay", "khac"),
            ("ngay-khac", "1/5/2024"),
            ("noi-dung", "Đã gửi"),
            ("vb-so", "52/BC-SCT"),
            ("nut", "ghi"),
        ];
        let fields = edited.filled(&page, &typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let (pid, port) = (edited.child.id(), edited.port);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(Duration::from_micros(moment * 60_000 / kills()));
                let _ = Command::new("kill").args(["-9", &pid.to_string()]).status();
            });
            let _ = edited.upload("/viec/1.1", &fields, "a.pdf", b"%PDF-1.4");
        });
        drop(edited);
        assert!(port > 0);
        // The next program puts back what was written in part, and says so.
        let edited = Edited::new(&project);
        let after = files(&project);
        if after == before {
            none += 1;
            continue;
        }
        all += 1;
        let names: Vec<&String> = after.iter().map(|(path, _)| path).collect();
        assert_eq!(after.len(), before.len() + 1, "{names:?}");
        assert_eq!(fs::read(project.content().join("attachments/bc-52.pdf")).unwrap(), b"%PDF-1.4");
        assert!(read(&project, "documents.yaml").contains("52/BC-SCT"));
        assert!(read(&project, "tasks/1.1.yaml").contains("bc-52"));
        drop(edited);
        assert_eq!(project.run(&["undo"]).code, 0);
        assert_eq!(files(&project), before);
    }
    println!("{all} written, {none} not");
}

/// The road of every write, killed at each call that changes the disk.
#[cfg(target_os = "linux")]
#[test]
fn a_kill_between_any_two_writes_leaves_all_of_a_change_or_none() {
    let project = small();
    fs::write(project.root().join("a.pdf"), b"%PDF-1.4").unwrap();
    let before = files(&project);
    let update = ["update", "1.1", "--on", "1/5/2024", "--text", "Đã gửi", "--evidence-file"];
    let update = [&update[..], &["a.pdf", "--document", "52/BC-SCT, 30/4/2024"]].concat();
    let calls = "rename,renameat,renameat2,link,linkat,unlink,unlinkat,fsync,fdatasync";
    let (mut all, mut none) = (0, 0);
    for call in 1.. {
        let _ = fs::remove_dir_all(project.content().join(".tiendo"));
        let ended = Command::new("strace")
            .args(["-f", "-o", "/dev/null", "-e"])
            .arg(format!("inject={calls}:signal=KILL:when={call}"))
            .arg(env!("CARGO_BIN_EXE_tiendo"))
            .args(&update)
            .current_dir(project.root())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let Ok(ended) = ended else {
            return skipped("a_kill_between_any_two_writes", "strace is not here");
        };
        if ended.success() {
            assert!(call > 8, "only {call} calls: strace injects nothing");
            break;
        }
        drop(Edited::new(&project));
        let after = files(&project);
        if after == before {
            none += 1;
            continue;
        }
        all += 1;
        assert_eq!(after.len(), before.len() + 1, "call {call}");
        assert!(read(&project, "documents.yaml").contains("52/BC-SCT"), "call {call}");
        assert!(read(&project, "tasks/1.1.yaml").contains("bc-52"), "call {call}");
        assert_eq!(project.run(&["undo"]).code, 0);
        assert_eq!(files(&project), before, "call {call}");
    }
    assert!(all > 0 && none > 3, "{all} written, {none} not");
}

/// How many moments of a kill are tried.
#[allow(clippy::disallowed_methods, reason = "a test may be told how long to try")]
fn kills() -> u64 {
    std::env::var("TIENDO_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(12)
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_or_leads_out_is_left_alone() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let project = small();
    let outside = project.root().join("outside");
    fs::create_dir(&outside).unwrap();
    fs::remove_dir_all(project.content().join("notes")).unwrap();
    symlink(&outside, project.content().join("notes")).unwrap();
    let edited = Edited::new(&project);
    let note = [
        ("ten", "Ra ngoài"),
        ("ngay", "4/6/2024"),
        ("viec", "1.1"),
        ("nhap-thoi", "co"),
        ("chu", "a"),
        ("nut", "ghi"),
    ];
    let answer = edited.send("/ghi-chep/moi", &note);
    assert_eq!(answer.status, 423, "{}", answer.body);
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
    drop(edited);
    if fs::File::create("/proc/self/none").is_ok()
        || fs::metadata("/root").is_ok_and(|_| fs::read_dir("/root").is_ok())
    {
        // Whoever may do everything writes in protected folders too.
        return;
    }
    let project = small();
    let mode =
        |mode| fs::set_permissions(project.content(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let edited = Edited::new(&project);
    assert!(edited.told.contains("Chỉ xem được"), "{}", edited.told);
    assert!(edited.get("/viec/1.1").body.contains("disabled"));
    assert_eq!(
        edited.send("/viec/1.1", &[("ngay", "hom-nay"), ("noi-dung", "x"), ("nut", "ghi")]).status,
        423
    );
    drop(edited);
    mode(0o755);
    assert!(!project.content().join(".tiendo").exists());
}

#[test]
fn every_screen_speaks_english_too_and_stays_small() {
    let project = real();
    let edited = Edited::with(&project, &["--lang", "en"]);
    for path in [
        "/",
        "/viec/1.1",
        "/viec/1.3",
        "/viec/1.3/gia-han",
        "/viec/1.3/dinh-chinh",
        "/viec/1.3/sua",
        "/viec/moi",
        "/ghi-chep",
        "/ghi-chep/moi",
        "/van-ban",
        "/van-ban/moi",
        "/van-ban/mh-01",
        "/chot-so-lieu",
        "/kiem-tra",
        "/thay-doi",
        "/ban-giao",
        "/tep/viec/1.1",
        "/tep/site",
        "/tep/van-ban",
        "/tep/van-ban-chi-dao",
        "/tep/co-quan",
        "/tep/dia-ban",
        "/tinh-hinh",
        "/trang",
        "/don-vi/moi",
    ] {
        let page = edited.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("<html lang=\"en\">") && page.body.contains("<h1>"), "{path}");
        assert!(!page.body.contains("does not fit"), "{path}: {}", page.body);
        assert!(page.body.len() < 40_000, "{path}: {}", page.body.len());
    }
    assert_eq!(edited.get("/ban-giao/goi.zip").status, 404, "reading makes no package");
    let token = edited.get("/ban-giao").hidden("phien");
    assert_eq!(edited.post("/ban-giao/goi.zip", &[("phien", "x")]).status, 403);
    let package = edited.post("/ban-giao/goi.zip", &[("phien", &token)]);
    assert!(
        package.head.contains("filename=\"tien-do-3413-ubnd-th-2021-12-31.zip\"")
            && package.body.starts_with("PK")
    );
    for (path, limit) in [("/edit.css", 16_000), ("/edit.js", 12_000)] {
        assert!(edited.get(path).body.len() < limit);
    }
    let site = Path::new("templates/edit");
    assert!(site.is_dir());
}

/// In a portal, the screens of what directives share say where it is.
#[test]
fn what_a_portal_shares_is_not_changed_in_a_directive() {
    let portal = Portal::new();
    let edited = Edited::with(portal.project(), &["--directive", "kh-1"]);
    for (screen, file) in
        [("trang", "site.yaml"), ("chot-so-lieu", "site.yaml"), ("don-vi/moi", "agencies.yaml")]
    {
        let page = edited.get(&format!("/{screen}"));
        let file = format!("content/{file}");
        assert!(page.body.contains("dùng chung cho mọi văn bản"), "{screen}: {}", page.body);
        assert!(page.body.contains(&file), "{screen}: {}", page.body);
        assert!(page.body.contains("chạy lệnh tiendo edit."), "{screen}: {}", page.body);
        // Two windows are told apart.
        assert!(page.body.contains("– Kế hoạch 1/KH-UBND – Nhập liệu</title>"), "{}", page.body);
        assert!(page.body.contains("Nhập liệu · Kế hoạch 1/KH-UBND</p>"), "{}", page.body);
        assert!(!page.body.contains("name=\"nut\""), "{screen}: there is nothing to press");
    }
}

/// The next id follows the directive's own tasks, not those of others that it cites.
#[test]
fn the_next_id_of_a_directive_that_cites_another_is_its_own() {
    let portal = two();
    portal.task("kh-1", "1.1", "kind: duty\nrelated: [kh-2/1]");
    let edited = Edited::with(portal.project(), &["--directive", "kh-1"]);
    let task = [("muc", "1"), ("ten", "Việc mới"), ("loai", "duty"), ("nut", "ghi")];
    let review = edited.send("/viec/moi", &task);
    assert!(review.body.contains("tasks/1.2.yaml"), "{}", review.body);
}

/// A portal of two directives with a deliverable each, and a data date before both deadlines.
fn two() -> Portal {
    let portal = Portal::new();
    portal.write(
        "site.yaml",
        "title: Cổng\npublisher: Văn phòng\ncontact: a@b.example\n# Ngày chốt\nas_of: 2024-04-15\n",
    );
    let begun = "updates: [{date: 2024-04-01, state: in_progress}]";
    portal.task("kh-1", "1", &format!("kind: deliverable\nlead: so-a\ndue: 2024-04-30\n{begun}"));
    portal.task("kh-2", "1", &format!("kind: deliverable\nlead: so-b\ndue: 2024-05-31\n{begun}"));
    assert_eq!(portal.said(), Vec::<String>::new());
    portal
}

/// The data date holds for all directives: what it changes in each is shown before it is written.
#[test]
fn the_data_date_of_a_portal_moves_for_all_directives() {
    let portal = two();
    let project = portal.project();
    let before = files(project);
    let edited = Edited::new(project);
    let home = edited.get("/");
    for said in ["tiendo edit --directive MÃ", "<code>kh-1</code>", "<code>kh-2</code>"] {
        assert!(home.body.contains(said), "{}", home.body);
    }
    assert!(home.body.contains("<b>15/4/2024</b>") && home.body.contains("Kế hoạch 1/KH-UBND"));

    let dates = [("chot", "15/5/2024"), ("ky-toi", "15/6/2024"), ("nut", "ghi")];
    let review = edited.send("/chot-so-lieu", &dates);
    assert_eq!(files(project), before, "what changes is shown first");
    let stands = |overdue: u32| {
        format!("hoàn thành 0/1 · quá hạn {overdue} · có báo cáo trong kỳ không áp dụng")
    };
    let row = |name: &str, was: u32, is: u32| {
        let cells = [(was, "Trước"), (is, "Sau")]
            .map(|(overdue, label)| format!("<td data-label=\"{label}\">{}</td>", stands(overdue)));
        format!("<th scope=\"row\">{name}</th>{}{}", cells[0], cells[1])
    };
    assert!(review.body.contains(&row("Kế hoạch 1/KH-UBND", 0, 1)), "{}", review.body);
    assert!(!review.body.contains("Kế hoạch 2/KH-UBND"), "nothing changes in it: {}", review.body);
    let answer = edited.confirm("/chot-so-lieu", &dates);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    let site = read(project, "site.yaml");
    assert!(site.contains("# Ngày chốt\nas_of: 2024-05-15\nnext_update: 2024-06-15\n"), "{site}");
    let told = edited.get(answer.location());
    assert!(
        told.body.contains("b-done") && told.body.contains("<b>15/5/2024</b>"),
        "{}",
        told.body
    );
    assert!(portal.content().join(".tiendo/changes/000001.json").is_file());

    // The command line takes it back, and the editor follows.
    let listed = portal.project().run(&["undo", "--list"]);
    assert!(listed.stdout.contains("site.yaml"), "{}", listed.stdout);
    let undone = portal.project().run(&["undo"]);
    assert_eq!(undone.code, 0, "{}{}", undone.stdout, undone.stderr);
    assert_eq!(files(project), before);
    let nothing = portal.project().run(&["undo"]);
    assert!(nothing.code == 2 && nothing.stderr.contains("--directive"), "{}", nothing.stderr);
}

/// An error in any directive stops a change of what all share.
#[test]
fn a_shared_change_that_breaks_a_directive_is_refused() {
    let portal = two();
    let project = portal.project();
    let later = "number: 3/KH-UBND\nkind: Kế hoạch\ndate: 2024-04-10\nsubject: Muộn\npriorities:\n  - {id: \"1\", title: Một}\n";
    portal.write("directives/kh-3/directive.yaml", later);
    portal.task("kh-3", "0", "kind: duty");
    let before = files(project);
    let edited = Edited::new(project);
    // A directive that is issued later does not exist yet; before all of them there is nothing.
    let review = edited.send("/chot-so-lieu", &[("chot", "5/4/2024"), ("nut", "ghi")]);
    assert_eq!(review.status, 200, "{}", review.body);
    let later = "<td data-label=\"Sau\">Ban hành ngày 10/4/2024, sau ngày chốt nên chưa tính.</td>";
    assert!(review.body.contains(later), "{}", review.body);
    let refused = edited.send("/chot-so-lieu", &[("chot", "5/4/2020"), ("nut", "ghi")]);
    assert_eq!(refused.status, 422, "{}", refused.body);
    let errors = refused.errors();
    assert!(errors.len() == 1 && errors[0].0 == "chot", "{errors:?}");

    // The text of a list: kh-2 would name an agency that is gone.
    let text = [("chu", "- {id: so-a, name: Sở A}\n"), ("nut", "ghi")];
    let refused = edited.send("/tep/co-quan", &text);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(unescaped(&refused.body).contains("<li>Văn bản kh-2: "), "{}", refused.body);
    assert_eq!(files(project), before);

    // What is already wrong in a directive stops no change of what is shared, and is not put right
    // from here.
    portal.write(
        "directives/kh-3/tasks/0.yaml",
        "priority: \"1\"\ntitle: Việc\nkind: duty\nlead: so-x\n",
    );
    let title = [("ten", "Cổng mới"), ("nut", "ghi")];
    let answer = edited.send("/trang", &title);
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    let found = edited.get("/kiem-tra");
    assert!(found.body.contains("directives/kh-3/tasks/0.yaml:4:7"), "{}", found.body);
    assert!(!found.body.contains("/kiem-tra/sua"), "{}", found.body);
    assert!(edited.get("/").body.contains("Hồ sơ đang có lỗi"));
    let undone = edited.send("/thay-doi/1", &[("nut", "ghi")]);
    assert_eq!(undone.status, 303, "{}", undone.body);
    assert!(read(project, "site.yaml").starts_with("title: Cổng\n"));

    // Nor does an error that a directive has because of another one.
    portal.task("kh-2", "2", "kind: duty\nrelated: [kh-1/1]");
    assert_eq!(edited.send("/trang", &title).status, 303);
    fs::remove_file(portal.content().join("directives/kh-1/tasks/1.yaml")).unwrap();
    let title = [("ten", "Cổng khác"), ("nut", "ghi")];
    assert_eq!(edited.send("/trang", &title).status, 303);
    assert!(edited.get("/kiem-tra").body.contains("directives/kh-2/tasks/2.yaml"));
}

/// An agency that is added at the top is there for a directive whose editor is open.
#[test]
fn a_new_agency_can_be_named_by_a_directive_at_once() {
    let portal = two();
    let project = portal.project();
    let (top, own) = (Edited::new(project), Edited::with(project, &["--directive", "kh-1"]));
    let agency = [("ten", "Sở Mới"), ("tat", "SM"), ("nut", "ghi")];
    let answer = top.send("/don-vi/moi", &agency);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    assert!(
        read(project, "agencies.yaml").ends_with("- id: so-moi\n  name: Sở Mới\n  short: SM\n")
    );
    let is_there = || own.get("/chon?loai=agencies&q=so+moi").body.contains("so-moi");
    assert!((0..200).any(|_| is_there() || {
        std::thread::sleep(Duration::from_millis(50));
        false
    }));
    let task = [("ten", "Việc 1"), ("chu-tri", "so-moi"), ("nut", "ghi")];
    let answer = own.send("/viec/1/sua", &task);
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    assert!(read(project, "directives/kh-1/tasks/1.yaml").contains("lead: so-moi\n"));
    // Now it cannot be taken back any more.
    let refused = top.send("/thay-doi/1", &[("nut", "ghi")]);
    assert_eq!(refused.status, 422, "{}", refused.body);
    let undo = portal.project().run(&["undo"]);
    assert_eq!(undo.code, 1, "{}{}", undo.stdout, undo.stderr);
    assert_eq!(portal.said(), Vec::<String>::new());
}

/// A shared document is changed where it stands.
#[test]
fn shared_documents_are_edited_at_the_top() {
    let portal = two();
    let project = portal.project();
    portal
        .write("directives/kh-1/documents.yaml", "- {id: bc-7, symbol: 7/BC, title: Báo cáo 7}\n");
    let edited = Edited::new(project);
    let scan = b"%PDF-1.4 x";
    let page = edited.get("/van-ban/moi");
    let typed = [("vb-so", "9/BC-SA"), ("vb-ten", "Báo cáo 9"), ("vb-ngay", "3/6"), ("nut", "ghi")];
    let fields = edited.filled(&page, &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let answer = edited.upload("/van-ban/moi", &fields, "9.pdf", scan);
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    assert_eq!(fs::read(portal.content().join("attachments/bc-9.pdf")).unwrap(), scan);
    // A day without a year is near the data date.
    assert!(read(project, "documents.yaml").contains("date: 2024-06-03\n"));
    assert_eq!(edited.get("/van-ban/bc-7").status, 404, "it is the directive's own");
    // An id that a directive's own document has already is not given again.
    let twice = [("vb-so", "7/BC-SA"), ("vb-ten", "Báo cáo khác"), ("nut", "ghi")];
    let answer = edited.send("/van-ban/moi", &twice);
    assert_eq!(answer.status, 303, "{:?} {}", answer.errors(), answer.body);
    assert!(read(project, "documents.yaml").contains("id: bc-7-sa\n"));
    // The same symbol is the same document.
    let same = [("vb-so", "7/BC"), ("vb-ten", "Báo cáo 7"), ("nut", "ghi")];
    let refused = edited.send("/van-ban/moi", &same);
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(
        refused.errors()[0].1.starts_with("Kế hoạch 1/KH-UBND đã có 7/BC "),
        "{}",
        refused.body
    );
    // From a directive, the document is seen but not changed.
    let own = Edited::with(project, &["--directive", "kh-1"]);
    let page = own.get("/van-ban/bc-9");
    assert!(page.body.contains("dùng chung cho mọi văn bản"), "{}", page.body);
    assert!(own.get("/van-ban/bc-7").body.contains("name=\"nut\""));
}

/// Without a date in the settings, the newest fact of any directive dates the portal.
#[test]
fn the_newest_fact_of_a_portal_is_the_date_at_its_top() {
    let portal = Portal::new();
    portal.task("kh-2", "1", "kind: ongoing\nupdates: [{date: 2024-03-20, text: Đã gửi}]");
    let head = "number: 3/KH\ndate: 2024-03-02\nsubject: <i>Thử</i>\npriorities:\n  - {id: \"1\", title: Một}\n";
    portal.write("directives/kh-3/directive.yaml", head);
    portal.task("kh-3", "0", "kind: duty");
    let edited = Edited::new(portal.project());
    let home = edited.get("/").body;
    assert!(home.contains("<b>20/3/2024</b>") && home.contains("&lt;i&gt;Thử"), "{home}");
    assert!(!home.contains("<i>Thử"), "{home}");
    assert!(edited.get("/chot-so-lieu").body.contains("20/3/2024"));
    portal.task("kh-1", "1", "kind: ongoing\nupdates: [{date: 2024-03-25, text: Đã gửi}]");
    // A day without a year is near that date.
    let dates = [("chot", "31/3"), ("nut", "ghi")];
    let answer = edited.confirm("/chot-so-lieu", &dates);
    assert_eq!(answer.status, 303, "{:?}", answer.errors());
    assert!(read(portal.project(), "site.yaml").contains("as_of: 2024-03-31\n"));
}

/// At the top there are the screens of what is shared, and no others.
#[test]
fn the_top_of_a_portal_has_the_screens_of_what_is_shared() {
    let portal = two();
    let edited = Edited::with(portal.project(), &["--lang", "en"]);
    for path in [
        "/",
        "/chot-so-lieu",
        "/trang",
        "/don-vi/moi",
        "/van-ban",
        "/van-ban/moi",
        "/van-ban/bc-1",
        "/kiem-tra",
        "/thay-doi",
        "/tep/site",
        "/tep/van-ban",
        "/tep/co-quan",
        "/tep/dia-ban",
    ] {
        let page = edited.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("<html lang=\"en\">") && page.body.contains("<h1>"), "{path}");
        assert!(!page.body.contains("does not fit"), "{path}: {}", page.body);
        for href in ["/ghi-chep", "/tinh-hinh", "/ban-giao", "/viec"] {
            assert!(!page.body.contains(&format!("href=\"{href}")), "{path}: {href}");
        }
    }
    for path in
        ["/viec/1", "/viec/moi", "/ghi-chep", "/tinh-hinh", "/ban-giao", "/tep/van-ban-chi-dao"]
    {
        assert_eq!(edited.get(path).status, 404, "{path}");
    }
    let token = edited.get("/trang").hidden("phien");
    for path in ["/ban-giao/goi.zip", "/xem-truoc", "/viec/moi"] {
        assert_eq!(edited.post(path, &[("phien", &token), ("nut", "ghi")]).status, 404, "{path}");
    }
}
