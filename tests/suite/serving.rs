//! The preview, run by the real command: what it answers, what it refuses, and how it follows the
//! content. Tests wait for lines and events, never for a time.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use walkdir::WalkDir;

use crate::bilingual;
use crate::golden;
use crate::project::Project;

/// A running preview.
struct Served {
    child: Child,
    stdout: BufReader<ChildStdout>,
    port: u16,
}

/// A response.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

/// The event stream of an open page.
struct Stream {
    lines: BufReader<TcpStream>,
}

/// The state that an open page receives.
#[derive(Debug, serde::Deserialize)]
struct State {
    page: String,
    diagnostics: String,
    banner: String,
}

impl Served {
    fn new(project: &Project, arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tiendo"))
            .args(["serve", "--port", "0"])
            .args(arguments)
            .current_dir(project.root())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let port = line.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.unwrap_or_else(|| panic!("no address in {line:?}")).parse().unwrap();
        Served { child, stdout, port }
    }

    /// The next line that the preview prints.
    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        // With a timeout, a bug shows as a failure and not as a test that never ends.
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Sends these bytes and returns the response.
    fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        // The server may close the connection before everything is written.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        let port = self.port;
        let request = format!(
            "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{headers}\r\n"
        );
        self.raw(request.as_bytes())
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    fn open(&self, page: &str) -> Stream {
        let mut stream = self.connect();
        let port = self.port;
        let request = format!(
            "GET /.tiendo/events?page={page} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        Stream { lines: BufReader::new(stream) }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Stream {
    /// The next state.
    fn state(&mut self) -> State {
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "the stream ended");
            if let Some(json) = line.strip_prefix("data: ") {
                return serde_json::from_str(json.trim_end()).unwrap();
            }
        }
    }

    /// The next state that satisfies the condition.
    fn until(&mut self, holds: impl Fn(&State) -> bool) -> State {
        loop {
            let state = self.state();
            if holds(&state) {
                return state;
            }
        }
    }
}

const FRONT: &str = "date: 2024-03-10\ntitle: Ghi chú\ntasks: [\"1.1\"]";
const NOTE: &str = "2024-03-10-a";

/// A page without what the preview lays over it. Embeds are left as they are.
fn bare(page: &str) -> String {
    let Some(overlay) = page.split("<div id=\"tiendo-preview\"").nth(1) else {
        return page.to_owned();
    };
    let overlay = format!("<div id=\"tiendo-preview\"{}", overlay.split("</div>").next().unwrap());
    let added = "<link rel=\"stylesheet\" href=\"/.tiendo/preview.css\">\n<script src=\"/.tiendo/preview.js\" defer></script>\n";
    page.replace(&format!("\n{overlay}</div>"), "").replace(added, "")
}

fn project() -> Project {
    Project::new().task("1.1", "kind: ongoing").note(NOTE, FRONT, "Lời đầu.")
}

#[test]
fn a_file_is_served_as_it_will_be_published_with_the_preview_laid_over_pages() {
    let project = project();
    let served = Served::new(&project, &[]);
    assert_eq!(project.run(&["build"]).code, 0);
    let published = |path: &str| fs::read_to_string(project.output().join(path)).unwrap();
    for (path, kind) in [
        ("assets/site.css", "text/css; charset=utf-8"),
        ("assets/site.js", "text/javascript; charset=utf-8"),
        ("assets/icon.svg", "image/svg+xml"),
        ("assets/search/directory.js", "text/javascript; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("tin/tat-ca.xml", "application/xml; charset=utf-8"),
        ("lich/tat-ca.ics", "text/calendar; charset=utf-8"),
        ("du-lieu/datapackage.json", "application/json; charset=utf-8"),
    ] {
        let answer = served.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.head.contains(&format!("content-type: {kind}\r\n")), "{}", answer.head);
        assert_eq!(answer.body, published(path), "{path}");
    }
    for path in ["index.html", "nhiem-vu/1.1.html", "ghi-chep/2024-03-10-a.html"] {
        assert_eq!(bare(&served.get(&format!("/{path}")).body), published(path), "{path}");
    }
    let nginx = fs::read_to_string("templates/hosting/nginx.conf").unwrap();
    let policy = nginx.split("Content-Security-Policy \"").nth(1).unwrap();
    let policy = policy.split('"').next().unwrap();
    let answer = served.get("/");
    assert!(answer.head.contains(&format!("content-security-policy: {policy}")), "{}", answer.head);
    for header in ["x-content-type-options: nosniff", "cache-control: no-store"] {
        assert!(answer.head.contains(header), "{}", answer.head);
    }
    let head = served.ask("HEAD", "/", "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(served.get("/.tiendo/preview.js").status, 200);
    assert!(served.get("/.tiendo/preview.css").head.contains("text/css"));
}

#[test]
fn both_languages_are_served_as_they_will_be_published() {
    let project = bilingual::project();
    let served = Served::new(&project, &[]);
    let built = || {
        assert_eq!(project.run(&["build"]).code, 0);
        let output = project.output();
        let files = WalkDir::new(&output).into_iter().map(|found| found.unwrap().into_path());
        let files = files.filter(|path| path.is_file() && !path.ends_with("manifest.txt"));
        let path = |path: &Path| path.strip_prefix(&output).unwrap().to_str().unwrap().to_owned();
        files.map(|file| (path(&file), fs::read(&file).unwrap())).collect::<Vec<_>>()
    };
    let compare = |served: &Served| {
        for (path, published) in built() {
            let answer = served.get(&format!("/{path}"));
            assert_eq!(answer.status, 200, "{path}");
            let published = String::from_utf8_lossy(&published);
            let text = if path.ends_with(".html") { bare(&answer.body) } else { answer.body };
            assert!(text == published, "{path}");
        }
    };
    compare(&served);
    assert_eq!(served.get("/en/robots.txt").status, 404);
    assert_eq!(served.get("/en/").body, served.get("/en/index.html").body);
    let missing = served.get("/en/khong-co.html");
    assert_eq!(missing.status, 404);
    for part in ["<html lang=\"en\">", " href=\"/en/index.html\"", " href=\"/en/assets/site.css"] {
        assert!(missing.body.contains(part), "{part}: {}", missing.body);
    }

    // Each language follows its own text, and both wait until a mistake is mended.
    let task = project.content().join("tasks/1.1.yaml");
    let text = fs::read_to_string(&task).unwrap();
    let mut page = served.open("en/nhiem-vu/1.1.html");
    let first = page.state();
    let changed = text.replace("Build the Go Sim dyke", "Raise the Go Sim dyke");
    fs::write(&task, &changed).unwrap();
    page.until(|state| state.page != first.page);
    compare(&served);
    fs::write(&task, changed.replace("so-a", "so-x").replace("Raise", "Finish")).unwrap();
    page.until(|state| !state.banner.is_empty());
    assert!(served.get("/en/nhiem-vu/1.1.html").body.contains("Raise the Go Sim dyke"));
    fs::write(&task, changed.replace("Raise", "Finish")).unwrap();
    page.until(|state| state.banner.is_empty());
    assert!(served.get("/en/nhiem-vu/1.1.html").body.contains("Finish the Go Sim dyke"));
    compare(&served);
}

/// A portal of two directives, of which one cites the other and a shared file.
fn portal() -> Project {
    let project = Project::new();
    fs::remove_file(project.content().join("directive.yaml")).unwrap();
    for id in ["kh-1", "kh-2"] {
        let head =
            "date: 2024-03-01\nsubject: Thử nghiệm\npriorities:\n  - {id: \"1\", title: Một}\n";
        project.write(&format!("directives/{id}/directive.yaml"), format!("number: {id}\n{head}"));
        project.write(
            &format!("directives/{id}/tasks/1.yaml"),
            format!("priority: \"1\"\ntitle: Việc của {id}\nkind: deliverable\nlead: so-a\ndocuments: [cv]\n"),
        );
    }
    project.write("agencies.yaml", "- {id: so-a, name: Sở A}\n");
    project.write("documents.yaml", "- {id: cv, title: Công văn, file: attachments/cv.txt}\n");
    project.write("attachments/cv.txt", "Nội dung\n");
    project
}

#[test]
fn a_portal_is_served_as_it_will_be_published() {
    let project = portal();
    let built = project.run(&["build", "--as-of", "2024-06-30"]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let mut served = Served::new(&project, &["--as-of", "2024-06-30"]);
    let output = project.output();
    let mut compared = 0;
    for entry in WalkDir::new(&output) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(&output).unwrap().to_str().unwrap();
        let is_text = [".html", ".xml", ".ics", ".csv", ".js", ".css", ".txt"];
        if path == "manifest.txt" || !is_text.iter().any(|end| path.ends_with(end)) {
            continue;
        }
        let answer = served.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        let expected = fs::read_to_string(entry.path()).unwrap();
        assert!(bare(&answer.body) == expected, "{path} differs");
        compared += 1;
    }
    assert!(compared > 200, "only {compared} files were compared");
    // A folder of no directive, and a page that a directive does not have.
    for path in
        ["/chi-dao/kh-3/index.html", "/chi-dao/kh-1/nhiem-vu/9.html", "/chi-dao/../site.yaml"]
    {
        assert!(matches!(served.get(path).status, 400 | 404), "{path}");
    }

    let mut shared = served.open("index.html");
    let mut own = served.open("chi-dao/kh-1/nhiem-vu/1.html");
    let (before, own_before) = (shared.state(), own.state());
    project.write(
        "directives/kh-1/tasks/1.yaml",
        "priority: \"1\"\ntitle: Việc đã sửa\nkind: deliverable\nlead: so-a\ndue: 2024-05-31\n",
    );
    own.until(|state| state.page != own_before.page);
    shared.until(|state| state.page != before.page);
    assert!(served.get("/index.html").body.contains("Việc đã sửa"), "it is overdue now");
    served.line();

    // What is wrong is shown on every page; the last state of the directive stays on shared pages.
    project.write("directives/kh-1/tasks/1.yaml", "kind: [\n");
    let wrong = shared.until(|state| !state.banner.is_empty());
    assert!(wrong.banner.contains("directives/kh-1/tasks/1.yaml"), "{}", wrong.banner);
    assert!(served.get("/index.html").body.contains("Việc đã sửa"));
    fs::remove_dir_all(project.content().join("directives/kh-1")).unwrap();
    shared.until(|state| state.banner.is_empty());
    assert_eq!(served.get("/chi-dao/kh-1/index.html").status, 404);
    assert!(!served.get("/chi-dao.html").body.contains("kh-1"));
}

#[test]
fn the_second_language_comes_and_goes_with_the_first_translation() {
    let project = project();
    let served = Served::new(&project, &[]);
    assert_eq!(served.get("/en/index.html").status, 404);
    let mut page = served.open("en/index.html");
    let missing = page.state();
    let one = "priority: \"1\"\ntitle: Việc\nkind: ongoing\n";
    project.write("tasks/1.1.yaml", one.replace("Việc", "{vi: Việc, en: Action}"));
    page.until(|state| state.page != missing.page);
    assert_eq!(served.get("/en/nhiem-vu/1.1.html").status, 200);
    project.write("tasks/1.1.yaml", one);
    page.until(|state| state.page == missing.page);
    assert_eq!(served.get("/en/nhiem-vu/1.1.html").status, 404);
}

#[test]
fn only_the_site_is_served_and_only_to_this_machine() {
    let project = project().file("secret.txt", "SECRET");
    fs::write(project.root().join("secret.txt"), "SECRET").unwrap();
    let mut documents = fs::read_to_string(project.content().join("documents.yaml")).unwrap();
    documents.push_str("- {id: bc-2, title: Báo cáo 2, file: attachments/a.pdf}\n");
    project.write("documents.yaml", documents);
    project.write("attachments/a.pdf", "%PDF-1.4 told");
    project.write("attachments/b.pdf", "%PDF-1.4 SECRET: nobody cites it");
    project.write(
        "tasks/1.1.yaml",
        "priority: \"1\"\ntitle: Việc\nkind: ongoing\ndocuments: [bc-2]\n",
    );
    let served = Served::new(&project, &[]);
    let told = served.get("/attachments/a.pdf");
    assert_eq!((told.status, told.body.as_str()), (200, "%PDF-1.4 told"));
    let port = served.port;
    let own = format!("Host: 127.0.0.1:{port}\r\n");
    for (status, target) in [
        (404, "/attachments/b.pdf"),
        (404, "/secret.txt"),
        (404, "/content/site.yaml"),
        (404, "/site.yaml"),
        (404, "/tasks/1.1.yaml"),
        (404, "/.tiendo/"),
        (404, "/notes/"),
        (404, "/.tiendo/x"),
        (404, "/INDEX.HTML"),
        (400, "/../secret.txt"),
        (400, "/..%2fsecret.txt"),
        (400, "/%2e%2e/secret.txt"),
        (400, "/%252e%252e/secret.txt"),
        (400, "/attachments/..%5c..%5csecret.txt"),
        (400, "/attachments/../../secret.txt"),
        (400, "/attachments//a.pdf"),
        (400, "/a%00.pdf"),
        (400, "/%ff"),
        (400, "//evil.example/"),
        (400, "/c:/windows/win.ini"),
        (414, &format!("/{}", "a".repeat(4_000))),
    ] {
        // Two addresses that a URL library would normalise.
        let answer = served
            .raw(format!("GET {target} HTTP/1.1\r\n{own}Connection: close\r\n\r\n").as_bytes());
        assert_eq!(answer.status, status, "{target}");
        assert!(!answer.body.contains("SECRET"), "{target}");
    }
    for (status, request) in [
        (421, "GET / HTTP/1.1\r\nHost: evil.example\r\n".to_owned()),
        (421, format!("GET / HTTP/1.1\r\nHost: evil.example:{port}\r\n")),
        (421, format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", port ^ 1)),
        (421, "GET / HTTP/1.0\r\n".to_owned()),
        (421, format!("GET / HTTP/1.1\r\n{own}Host: evil.example\r\n")),
        (421, format!("GET http://evil.example/ HTTP/1.1\r\n{own}")),
        (403, format!("GET / HTTP/1.1\r\n{own}Origin: http://evil.example\r\n")),
        (403, format!("GET / HTTP/1.1\r\n{own}Origin: null\r\n")),
        (403, format!("GET / HTTP/1.1\r\n{own}Sec-Fetch-Site: cross-site\r\n")),
        (403, format!("GET / HTTP/1.1\r\n{own}Sec-Fetch-Site: same-site\r\n")),
        (
            403,
            format!(
                "GET /.tiendo/events?page=index.html HTTP/1.1\r\n{own}Sec-Fetch-Site: cross-site\r\n"
            ),
        ),
        (405, format!("POST / HTTP/1.1\r\n{own}Content-Length: 0\r\n")),
        (405, format!("DELETE / HTTP/1.1\r\n{own}")),
        (405, format!("OPTIONS / HTTP/1.1\r\n{own}")),
        (413, format!("GET / HTTP/1.1\r\n{own}Content-Length: 1\r\n")),
        (431, format!("GET / HTTP/1.1\r\n{own}X-A: {}\r\n", "a".repeat(20_000))),
        (200, format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nSec-Fetch-Site: none\r\n")),
    ] {
        let answer = served.raw(format!("{request}Connection: close\r\n\r\n").as_bytes());
        assert_eq!(answer.status, status, "{request}");
        assert_eq!(status == 200, answer.body.contains("<html"), "{request}");
    }
    assert_eq!(served.raw(b"\x00\x01\x02\r\n\r\n").status, 400);
    assert!(served.ask("POST", "/", "").head.contains("allow: get, head"));
    assert!(!project.output().exists(), "the preview writes nothing");
}

#[cfg(unix)]
#[test]
fn an_attachment_that_became_a_link_to_somewhere_else_is_not_served() {
    let project = project();
    fs::write(project.root().join("secret.pdf"), "%PDF-1.4 SECRET").unwrap();
    project.write("documents.yaml", "- {id: bc-1, title: Báo cáo 1, file: attachments/a.pdf}\n- {id: qd-1, title: Quyết định 1}\n");
    project.write("attachments/a.pdf", "%PDF-1.4 told");
    project.write(
        "tasks/1.1.yaml",
        "priority: \"1\"\ntitle: Việc\nkind: ongoing\ndocuments: [bc-1]\n",
    );
    let served = Served::new(&project, &[]);
    assert_eq!(served.get("/attachments/a.pdf").body, "%PDF-1.4 told");
    let path = project.content().join("attachments/a.pdf");
    fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("../../secret.pdf", &path).unwrap();
    let answer = served.get("/attachments/a.pdf");
    assert_eq!(answer.status, 404);
    assert!(!answer.body.contains("SECRET"));
}

#[test]
fn a_page_follows_its_note_shows_what_is_wrong_and_forgets_it_when_mended() {
    let project = project();
    let mut served = Served::new(&project, &[]);
    let mut note = served.open("ghi-chep%2F2024-03-10-a.html");
    let mut other = served.open("chi-dao.html");
    let first = note.state();
    let elsewhere = other.state();
    assert_eq!(first.banner, "");

    project.write(&format!("notes/{NOTE}.md"), format!("---\n{FRONT}\n---\nLời sau.\n"));
    let second = note.until(|state| state.page != first.page);
    assert!(served.get("/ghi-chep/2024-03-10-a.html").body.contains("Lời sau."));
    assert!(served.line().contains("2024-03-10-a.md"), "the terminal names the file");

    let broken = FRONT.replace("1.1", "<img src=x onerror=alert(1)>");
    project.write(&format!("notes/{NOTE}.md"), format!("---\n{broken}\n---\nLời hỏng.\n"));
    let third = note.until(|state| !state.banner.is_empty());
    assert_eq!(third.page, second.page, "the last good text stays");
    assert!(third.banner.contains("notes/2024-03-10-a.md:4:9"), "{}", third.banner);
    assert!(third.banner.contains("&lt;img src=x onerror=alert(1)&gt;"), "{}", third.banner);
    assert!(!third.banner.contains("<img"), "{}", third.banner);
    assert!(third.banner.contains("href=\"/ghi-chep/2024-03-10-a.html\""), "{}", third.banner);
    for (path, status) in [("/ghi-chep/2024-03-10-a.html", 200), ("/khong-co.html", 404)] {
        let answer = served.get(path);
        assert_eq!(answer.status, status);
        assert!(answer.body.contains(&third.banner), "{path}");
        assert!(!answer.body.contains("Lời hỏng"), "{path}");
    }
    let told = other.until(|state| !state.banner.is_empty());
    assert_eq!(told.page, elsewhere.page, "only the diagnostics changed there");

    project.write(&format!("notes/{NOTE}.md"), format!("---\n{FRONT}\n---\nLời lành.\n"));
    let fourth = note.until(|state| state.banner.is_empty());
    assert!(fourth.page != second.page && fourth.diagnostics == first.diagnostics);
    assert!(served.get("/ghi-chep/2024-03-10-a.html").body.contains("Lời lành."));
}

#[test]
fn files_that_come_and_go_are_followed() {
    let project = project();
    let served = Served::new(&project, &[]);
    let mut page = served.open("nhiem-vu%2F1.2.html");
    let missing = page.state();
    assert_eq!(served.get("/nhiem-vu/1.2.html").status, 404);
    project.write("tasks/1.2.yaml", "priority: \"1\"\ntitle: Việc mới\nkind: duty\n");
    page.until(|state| state.page != missing.page && state.banner.is_empty());
    assert!(served.get("/nhiem-vu/1.2.html").body.contains("Việc mới"));

    // Editors save by writing another file and renaming it.
    let path = project.content().join("tasks/1.2.yaml");
    let aside = project.content().join("tasks/.1.2.yaml.swp");
    fs::write(&aside, "priority: \"1\"\ntitle: Việc khác\nkind: duty\n").unwrap();
    let before = served.get("/nhiem-vu/1.2.html").body;
    fs::rename(&aside, &path).unwrap();
    page.until(|_| served.get("/nhiem-vu/1.2.html").body != before);
    assert!(served.get("/nhiem-vu/1.2.html").body.contains("Việc khác"));

    fs::remove_file(&path).unwrap();
    page.until(|state| state.page == missing.page);
    assert_eq!(served.get("/nhiem-vu/1.2.html").status, 404);
}

#[test]
fn a_content_folder_that_moves_away_and_back_is_waited_for() {
    let project = project();
    let mut served = Served::new(&project, &[]);
    let mut page = served.open("index.html");
    let first = page.state();
    let aside = project.root().join("aside");
    fs::rename(project.content(), &aside).unwrap();
    let away = page.until(|state| !state.banner.is_empty());
    assert_eq!(away.page, first.page, "the last good text stays");
    assert!(away.banner.contains("content"), "{}", away.banner);
    fs::rename(&aside, project.content()).unwrap();
    page.until(|state| state.banner.is_empty());
    let mut said = served.line();
    while !said.contains("hết lỗi") {
        said = served.line();
    }
    // The new folder is watched.
    let text = fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    project.write("tasks/1.1.yaml", text.replace("Việc 1.1", "Việc đổi tên"));
    let mut task = served.open("nhiem-vu%2F1.1.html");
    task.until(|_| served.get("/nhiem-vu/1.1.html").body.contains("Việc đổi tên"));
}

#[test]
fn a_broken_template_is_reported_and_the_last_pages_stay() {
    let project = project();
    let folder = project.root().join("mau");
    fs::create_dir(&folder).unwrap();
    fs::write(
        folder.join("404.html"),
        "{% extends \"base.html\" %}{% block main %}Riêng{% endblock main %}",
    )
    .unwrap();
    let served = Served::new(&project, &["--templates", "mau"]);
    assert!(served.get("/x").body.contains("Riêng"));
    let mut page = served.open("index.html");
    let first = page.state();
    fs::write(folder.join("404.html"), "{% if %}").unwrap();
    let broken = page.until(|state| !state.banner.is_empty());
    assert_eq!(broken.page, first.page);
    assert!(broken.banner.contains("404.html"), "{}", broken.banner);
    assert!(served.get("/x").body.contains("Riêng"));
    fs::write(folder.join("404.html"), "{{ page.khong_co.x }}").unwrap();
    page.until(|state| state.banner.is_empty());
    let answer = served.get("/x");
    assert_eq!(answer.status, 404);
    fs::write(folder.join("404.html"), "Mới").unwrap();
    page.until(|_| served.get("/x").body.contains("Mới"));
}

#[test]
fn content_with_errors_is_previewed_as_far_as_it_goes() {
    let project = project().task("1.2", "kind: duti");
    let served = Served::new(&project, &[]);
    let answer = served.get("/");
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("tasks/1.2.yaml:3:7"), "{}", answer.body);
    let mut page = served.open("index.html");
    assert!(!page.state().banner.is_empty());
    project.write("tasks/1.2.yaml", "priority: \"1\"\ntitle: Việc\nkind: duty\n");
    page.until(|state| state.banner.is_empty());
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_it_cleanly() {
    let project = project();
    for signal in ["-INT", "-TERM", "-HUP"] {
        let mut served = Served::new(&project, &[]);
        let mut page = served.open("index.html");
        page.state();
        let id = served.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        assert_eq!(served.child.wait().unwrap().code(), Some(0), "{signal}");
        assert_eq!(served.line(), "Đã dừng xem trước.");
    }
}

#[test]
fn what_prevents_the_start_is_reported() {
    let project = project();
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for language in ["vi", "en"] {
        let mut said = String::new();
        for arguments in [
            &["serve", "--help"][..],
            &["serve", "--port", &port],
            &["serve", "--port", "65536"],
            &["serve", "--port", "0", "--content", "khong-co"],
            &["serve", "--port", "0", "--as-of", "2020-01-01"],
            &["serve", "--port", "0", "--templates", "khong-co"],
        ] {
            let arguments = [arguments, &["--lang", language]].concat();
            let answer = project.run(&arguments);
            let command = format!("$ tiendo {}\n", arguments.join(" "));
            said.push_str(&command.replace(&port, "PORT"));
            for text in [&answer.stdout, &answer.stderr] {
                said.push_str(&text.replace(&port, "PORT"));
            }
            said.push_str(&format!("[{}]\n", answer.code));
        }
        golden::text(&format!("transcripts/serve.{language}.txt"), &said);
    }
    assert!(!Path::new(&project.output()).exists());
}
