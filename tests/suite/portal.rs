//! A portal: many directives in one content folder, each with its own site, and the pages that they
//! share.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;
use tiendo::locale::Locale;
use tiendo::pipeline::portal;

use crate::project::{Answer, Project};

/// A content folder with two directives, of which each has one priority.
pub(crate) struct Portal {
    project: Project,
}

impl Portal {
    pub(crate) fn new() -> Self {
        let project = Project::new();
        fs::remove_file(project.content().join("directive.yaml")).unwrap();
        let portal = Portal { project };
        portal.directive("kh-1", "number: 1/KH-UBND\nkind: Kế hoạch\ndate: 2024-03-01");
        portal.directive("kh-2", "number: 2/KH-UBND\nkind: Kế hoạch\ndate: 2024-03-01");
        portal.task("kh-1", "0", "kind: duty");
        portal.task("kh-2", "0", "kind: duty");
        portal
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        self.project.write(path, text);
    }

    fn directive(&self, id: &str, head: &str) {
        let priorities = "subject: Thử nghiệm\npriorities:\n  - {id: \"1\", title: Một}\n";
        self.write(&format!("directives/{id}/directive.yaml"), &format!("{head}\n{priorities}"));
    }

    pub(crate) fn task(&self, directive: &str, id: &str, lines: &str) {
        let text = format!("priority: \"1\"\ntitle: Việc {id} của {directive}\n{lines}\n");
        self.write(&format!("directives/{directive}/tasks/{id}.yaml"), &text);
    }

    pub(crate) fn project(&self) -> &Project {
        &self.project
    }

    /// The content folder.
    pub(crate) fn content(&self) -> PathBuf {
        self.project.content()
    }

    /// The diagnostics of all directives, each as `file:line:col code`.
    pub(crate) fn said(&self) -> Vec<String> {
        let checked = portal::check(&self.project.content()).unwrap();
        let root = format!("{}/", self.project.content().display());
        let line = |d: &tiendo::diagnostic::Diagnostic| {
            for locale in ["vi", "en"].map(Locale::of) {
                assert!(locale.has(d.code), "no message {}", d.code);
            }
            let position = d.position(&checked.sources);
            let path = checked.sources.get(d.place.file).path.replace(&root, "");
            format!("{path}:{}:{} {}", position.line, position.column, d.code)
        };
        checked.diagnostics.iter().map(line).collect()
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        self.project.run(arguments)
    }

    fn build(&self, arguments: &[&str]) -> Answer {
        let answer = self.run(&[&["build"], arguments].concat());
        assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
        answer
    }

    fn read(&self, path: &str) -> String {
        let path = self.project.output().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn has(&self, path: &str) -> bool {
        self.project.output().join(path).exists()
    }

    /// The value of a column in the row of a table that begins with these cells.
    fn cell(&self, table: &str, row: &str, column: &str) -> String {
        self.cell_of(&format!("du-lieu/{table}"), row, column)
    }

    fn cell_of(&self, table: &str, row: &str, column: &str) -> String {
        let text = self.read(&format!("{table}.csv"));
        let mut lines = text.trim_start_matches('\u{feff}').lines();
        let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
        let at = heads.iter().position(|head| *head == column).unwrap();
        let row = lines.find(|line| line.starts_with(&format!("{row},")));
        let row = row.unwrap_or_else(|| panic!("no such row in {text}"));
        row.split(',').nth(at).unwrap().to_owned()
    }
}

/// All files of a folder, by path.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(root).unwrap().to_string_lossy().into_owned();
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}

/// E25 of the worked examples: one plan hands a task over to a later resolution.
fn handed_over() -> Portal {
    let portal = Portal::new();
    for id in ["kh-1", "kh-2"] {
        fs::remove_dir_all(portal.project.content().join("directives").join(id)).unwrap();
    }
    portal.write("agencies.yaml", "- {id: a, name: Sở A}\n- {id: b, name: Sở B}\n");
    portal
        .write("documents.yaml", "- {id: mc, title: Minh chứng}\n- {id: qd, title: Quyết định}\n");
    portal.directive(
        "kh-12-2023",
        "number: 12/KH-UBND\ndate: 2023-12-20\nperiod: {from: 2024-01-01, to: 2024-06-30}",
    );
    let done = "updates: [{date: 2024-03-20, state: done, evidence: [mc]}]";
    portal.task("kh-12-2023", "1", &format!("kind: deliverable\nlead: a\ndue: 2024-03-31\n{done}"));
    let replaced = "updates:\n  - {date: 2024-02-01, state: in_progress}\n  - {date: 2024-06-10, state: superseded, document: qd, superseded_by: nq-05-2024/1}";
    portal.task(
        "kh-12-2023",
        "2",
        &format!("kind: deliverable\nlead: b\ndue: 2024-05-31\n{replaced}"),
    );
    let told = "updates: [{date: 2024-05-15, text: Báo cáo}]";
    portal.task("kh-12-2023", "3", &format!("kind: ongoing\nlead: a\n{told}"));
    portal.directive("nq-05-2024", "number: 05/NQ-HĐND\ndate: 2024-06-01\nreport_every: quarter");
    let begun = "updates: [{date: 2024-06-12, state: in_progress}]";
    portal.task(
        "nq-05-2024",
        "1",
        &format!("kind: deliverable\nlead: [a, b]\ndue: {{year: \"2024\"}}\n{begun}"),
    );
    portal.task("nq-05-2024", "2", "kind: ongoing\nlead: b");
    portal
}

/// A data date in `site.yaml` does what `--as-of` does.
#[test]
fn a_directive_of_a_later_date_does_not_exist_yet() {
    let portal = handed_over();
    portal.build(&["--as-of", "2024-05-31"]);
    let asked = files(&portal.project.output());
    let site = fs::read_to_string(portal.project.content().join("site.yaml")).unwrap();
    portal.write("site.yaml", &format!("{site}as_of: 2024-05-31\n"));
    let checked = portal.run(&["check", "--lang", "en"]);
    assert!(checked.stderr.contains("0 errors"), "{}", checked.stderr);
    let said =
        "later-directive]: 05/NQ-HĐND: issued on 2024-06-01, after the data date (2024-05-31)";
    let all = checked.stdout + &checked.stderr;
    assert!(all.contains(said), "{all}");
    let answer = portal.build(&[]);
    let said = "05/NQ-HĐND: ban hành ngày 01/6/2024, sau ngày chốt nên chưa tính.";
    assert!(answer.stderr.contains(said), "{}", answer.stderr);
    assert!(files(&portal.project.output()) == asked);
    let answer = portal.build(&["--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let later =
        serde_json::json!([{"id": "nq-05-2024", "name": "05/NQ-HĐND", "date": "2024-06-01"}]);
    assert_eq!(answer["later"], later);
    // What cites it has no list of tasks that is empty.
    let cites = "kind: ongoing\nlead: a\nrelated: [nq-05-2024/2]";
    portal.task("kh-12-2023", "4", cites);
    portal.build(&[]);
    let page = portal.read("chi-dao/kh-12-2023/nhiem-vu/4.html");
    assert!(page.contains("h-related") && page.contains("Ở văn bản khác: 05/NQ-HĐND"), "{page}");
    assert!(!page.contains("<ul class=\"rows tasks\">"), "{page}");
    fs::remove_file(portal.content().join("directives/kh-12-2023/tasks/4.yaml")).unwrap();
    portal.build(&[]);

    // Long after all facts of all directives, every agency would be silent.
    portal.write("site.yaml", &format!("{site}as_of: 2099-05-31\n"));
    for command in ["check", "build"] {
        let told = portal.run(&[command, "--lang", "en"]);
        let count = told.stderr.matches("as-of-ahead").count();
        assert_eq!((told.code, count), (0, 1), "{}", told.stderr);
    }
    portal.write("site.yaml", &format!("{site}as_of: 2024-05-31\n"));
    portal.build(&[]);

    portal.write("site.yaml", &format!("{site}as_of: 2019-05-31\n"));
    let checked = portal.run(&["check", "--lang", "en"]);
    assert_eq!(checked.code, 1, "{}", checked.stderr);
    assert!(checked.stderr.contains("content/site.yaml:"), "{}", checked.stderr);
    assert!(checked.stderr.contains("as-of-before-directive"), "{}", checked.stderr);
    assert_eq!(portal.run(&["build"]).code, 1);
    assert!(files(&portal.project.output()) == asked);
}

#[test]
fn directives_are_added_up_on_one_date() {
    let portal = handed_over();
    let row = |row: &str, columns: &[&str]| -> Vec<String> {
        columns.iter().map(|column| portal.cell("tallies", row, column)).collect()
    };
    let figures = ["total", "completion_part", "completion_high", "completion_whole"];
    portal.build(&["--as-of", "2024-05-31"]);
    assert_eq!(row("all,all", &figures), ["3", "1", "2", "2"]);
    assert_eq!(portal.cell("tallies", "agency,a", "total"), "2");
    assert_eq!(portal.cell("tallies", "agency,b", "total"), "1");
    assert_eq!(portal.cell("directives", "kh-12-2023", "settled"), "running");
    // A directive of a later day does not exist: it has no site, and is named without a link.
    assert!(!portal.has("chi-dao/nq-05-2024"));
    assert!(!portal.read("index.html").contains("nq-05-2024"));
    assert_eq!(portal.cell("tasks", "2,2", "standing"), "stale");

    portal.build(&["--as-of", "2024-06-29"]);
    assert_eq!(portal.cell("directives", "kh-12-2023", "settled"), "running");

    portal.build(&["--as-of", "2024-06-30"]);
    assert_eq!(row("all,all", &figures), ["5", "1", "1", "2"]);
    assert_eq!(row("all,all", &["on_time_part", "on_time_whole", "slips"]), ["1", "1", "1"]);
    assert_eq!(row("all,all", &["reporting_part", "reporting_whole"]), ["0", "1"]);
    assert_eq!(row("agency,a", &figures), ["3", "1", "1", "2"]);
    assert_eq!(row("agency,b", &figures), ["3", "0", "0", "1"]);
    assert_eq!(portal.cell("directives", "kh-12-2023", "settled"), "settled");
    assert_eq!(portal.cell("directives", "nq-05-2024", "settled"), "running");
    assert_eq!(portal.cell("tasks", "2,2", "standing"), "superseded");
    // The replacement stands in the other directive, without its standing.
    let page = portal.read("chi-dao/kh-12-2023/nhiem-vu/2.html");
    let link =
        "<a href=\"../../nq-05-2024/nhiem-vu/1.html\">05/NQ-HĐND: 1 Việc 1 của nq-05-2024</a>";
    assert!(page.contains(link), "{page}");
}

/// `tests/oracle/oracle.py --portal` wrote what is expected, from the text of the rules alone.
#[test]
fn sums_and_settled_directives_are_those_of_the_reference() {
    let mut expected = include_str!("../records/portal/expected.tsv").lines();
    let heads: Vec<&str> = expected.next().unwrap().split('\t').collect();
    let rows: Vec<Vec<&str>> = expected.map(|line| line.split('\t').collect()).collect();
    let project = Project::new();
    fs::remove_dir_all(project.content()).unwrap();
    copy(Path::new("tests/records/portal/content"), &project.content());
    let portal = Portal { project };
    let count = |row: &[&str], columns: &[&str]| -> u32 {
        let of = |column: &&str| heads.iter().position(|head| head == column).unwrap();
        columns.iter().map(|column| row[of(column)].parse::<u32>().unwrap()).sum()
    };
    let mut compared = 0;
    let mut date = "";
    for row in &rows {
        if row[0] != date {
            date = row[0];
            portal.build(&["--as-of", date]);
        }
        let (table, name) = match row[1].split_once(':') {
            Some(("directive", id)) => {
                assert_eq!(portal.cell("directives", id, "settled"), row[2], "{row:?}");
                (format!("chi-dao/{id}/du-lieu/tallies"), "all,all".to_owned())
            }
            Some((kind, id)) => ("du-lieu/tallies".to_owned(), format!("{kind},{id}")),
            None => ("du-lieu/tallies".to_owned(), "all,all".to_owned()),
        };
        for (column, parts) in [
            ("total", &["total"][..]),
            ("completion_part", &["completion_done"]),
            ("completion_high", &["completion_high"]),
            ("completion_whole", &["completion_whole"]),
            ("on_time_part", &["on_time"]),
            ("on_time_whole", &["on_time_whole"]),
            ("reporting_part", &["reported_ratio"]),
            ("reporting_whole", &["reporting_whole"]),
            ("slips", &["slips"]),
            ("overdue", &["overdue"]),
            ("no_report", &["no_report_deliverable", "no_report_ongoing"]),
            ("stale", &["stale"]),
            ("report_missing", &["report_missing"]),
            ("cancelled", &["cancelled"]),
        ] {
            let found = portal.cell_of(&table, &name, column);
            assert_eq!(found, count(row, parts).to_string(), "{column} of {row:?}");
            compared += 1;
        }
        let word = row[heads.iter().position(|head| *head == "word").unwrap()];
        // The overview has no word for all directives together.
        if word != "-" {
            assert_eq!(portal.cell_of(&table, &name, "word"), word, "{row:?}");
        }
    }
    assert!(compared > 1_000, "only {compared} figures were compared");
}

#[test]
fn a_date_before_all_directives_is_refused() {
    let portal = handed_over();
    let answer = portal.run(&["build", "--as-of", "2023-12-19"]);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
    assert!(answer.stderr.contains("20/12/2023"), "{}", answer.stderr);
    assert!(!portal.has("index.html"));
}

/// Removes from a page what only a portal has: the link to it in the breadcrumb.
fn without_portal(page: &str) -> String {
    let mut lines: Vec<&str> = page.lines().collect();
    lines.retain(|line| {
        !(line.starts_with("<li><a href=\"") && line.contains("../../index.html\">Cổng</a>"))
    });
    let text = lines.join("\n");
    // The first page has no other breadcrumb.
    let empty = "<nav class=\"crumbs\" aria-label=\"Vị trí trang\">\n<ol>\n</ol>\n</nav>\n";
    text.replace(empty, "")
}

#[test]
fn each_directive_has_the_site_that_it_would_have_alone() {
    let portal = handed_over();
    // References to other directives have no counterpart in a single site.
    let alone = "kind: deliverable\nlead: b\ndue: 2024-05-31\nupdates: [{date: 2024-02-01, state: in_progress}]";
    portal.task("kh-12-2023", "2", alone);
    portal.write(
        "directives/kh-12-2023/notes/2024-06-01-a.md",
        "---\ntitle: Ghi chép\ndate: 2024-06-01\ntasks: [\"1\"]\n---\nXem [việc hai](task:2).\n",
    );
    portal.write(
        "site.yaml",
        "title: Cổng\npublisher: Văn phòng\ncontact: a@b.example\nas_of: 2024-06-30\n",
    );
    portal.build(&[]);
    for id in ["kh-12-2023", "nq-05-2024"] {
        let single = Project::new();
        fs::remove_dir_all(single.content()).unwrap();
        copy(&portal.project.content().join("directives").join(id), &single.content());
        for name in ["agencies.yaml", "places.yaml", "documents.yaml"] {
            fs::copy(portal.project.content().join(name), single.content().join(name)).unwrap();
        }
        let number = if id == "kh-12-2023" { "12/KH-UBND" } else { "05/NQ-HĐND" };
        single.write(
            "site.yaml",
            format!(
                "title: {number}\npublisher: Văn phòng\ncontact: a@b.example\nas_of: 2024-06-30\n"
            ),
        );
        let answer = single.run(&["build"]);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        let mut expected = files(&single.output());
        expected.remove("manifest.txt");
        let found = files(&portal.project.output().join("chi-dao").join(id));
        let paths = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(paths(&found), paths(&expected));
        for (path, bytes) in &expected {
            if path.ends_with(".html") {
                let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                let (found, expected) = (without_portal(&text(&found[path])), text(bytes));
                let differs = found.lines().zip(expected.lines()).find(|(a, b)| a != b);
                assert!(found.trim_end() == expected.trim_end(), "{id}/{path}: {differs:?}");
            } else {
                assert!(found[path] == *bytes, "{id}/{path} differs");
            }
        }
    }
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let to: PathBuf = to.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
}

#[test]
fn errors_in_one_directive_stop_the_build_and_name_all() {
    let portal = handed_over();
    portal.build(&["--as-of", "2024-06-30"]);
    let before = files(&portal.project.output());
    portal.task("kh-12-2023", "1", "kind: deliverable\nlead: so-khong-co");
    portal.task("nq-05-2024", "2", "kind: [");
    let answer = portal.run(&["build", "--as-of", "2024-06-30"]);
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("2 văn bản: kh-12-2023, nq-05-2024"), "{}", answer.stderr);
    assert!(files(&portal.project.output()) == before, "the old site stands");
}

#[test]
fn a_directive_with_errors_keeps_its_last_good_pages() {
    let portal = handed_over();
    portal.build(&["--as-of", "2024-06-20"]);
    let below = portal.project.output().join("chi-dao/nq-05-2024");
    let before = files(&below);
    portal.task("nq-05-2024", "2", "kind: [");
    let more = "kind: ongoing\nlead: a\nupdates: [{date: 2024-06-21, text: Báo cáo mới}]";
    portal.task("kh-12-2023", "3", more);
    let answer = portal.run(&["build", "--as-of", "2024-06-30", "--keep-going"]);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert!(answer.stderr.contains("nq-05-2024 có lỗi, giữ trang số liệu đến ngày 20/6/2024"));
    assert!(files(&below) == before, "its pages are the same, byte for byte");
    assert!(portal.read("chi-dao/kh-12-2023/nhiem-vu/3.html").contains("Báo cáo mới"));
    let said = "số liệu đến ngày 20/6/2024, chờ sửa";
    for page in ["index.html", "chi-dao.html", "co-quan/a.html"] {
        assert!(portal.read(page).contains(said), "{page}");
    }
    assert_eq!(portal.cell("directives", "nq-05-2024", "judged_on"), "2024-06-20");
    // What its pages lead to may go meanwhile.
    let cited = "kind: ongoing\nlead: a\nrelated: [nq-05-2024/2]\nupdates: [{date: 2024-06-21, text: Báo cáo mới}]";
    portal.task("nq-05-2024", "2", "kind: ongoing\nlead: b");
    portal.task("kh-12-2023", "3", cited);
    portal.build(&["--as-of", "2024-06-30"]);
    portal.task("kh-12-2023", "1", "kind: [");
    let gone = portal.project.content().join("directives/nq-05-2024/tasks/2.yaml");
    fs::remove_file(&gone).unwrap();
    let answer = portal.run(&["build", "--as-of", "2024-06-30", "--keep-going"]);
    let said = "Trang của văn bản kh-12-2023 dẫn đến một trang không có (đã bỏ, hoặc văn bản kia đang giữ trang cũ): chi-dao/nq-05-2024/nhiem-vu/2.html";
    assert!(answer.stderr.contains(said), "{}", answer.stderr);
    portal.task("kh-12-2023", "1", "kind: duty");
    portal.task("kh-12-2023", "3", more);
    portal.task("nq-05-2024", "2", "kind: [");
    let said = "số liệu đến ngày";
    // An earlier date than that of its last pages has nothing to keep.
    let answer = portal.run(&["build", "--as-of", "2024-06-15", "--keep-going"]);
    assert_eq!(answer.code, 1);
    assert!(portal.read("index.html").contains(said), "nothing was written");
    // What is shared cannot be kept.
    portal.write("agencies.yaml", "- {id: a\n");
    assert_eq!(portal.run(&["build", "--as-of", "2024-06-30", "--keep-going"]).code, 1);
    // Mended, it is built again.
    portal.write("agencies.yaml", "- {id: a, name: Sở A}\n- {id: b, name: Sở B}\n");
    portal.task("nq-05-2024", "2", "kind: ongoing\nlead: b");
    portal.build(&["--as-of", "2024-06-30"]);
    assert!(!portal.read("index.html").contains("chờ sửa"));
}

/// Whoever sees one page only, or one row, is told which figures are older.
#[test]
fn every_shared_page_and_row_says_which_figures_are_older() {
    let portal = Portal::new();
    portal.write("agencies.yaml", "- {id: a, name: Sở A}\n- {id: b, name: Sở B}\n");
    portal.write("places.yaml", "- {id: xa-a, name: Xã A}\n");
    portal.write(
        "moved.yaml",
        "- {was: agency:cu, title: Sở cũ, date: 2024-03-01, reason: Nhập vào sở khác}\n",
    );
    let due =
        "kind: deliverable\nlead: a\nplaces: [xa-a]\nupdates: [{date: 2024-04-02, text: Họp}]";
    let late = format!("{due}\ndue: 2024-04-30");
    for id in ["kh-1", "kh-2"] {
        portal.task(id, "1", &late);
        portal.task(id, "2", &format!("{due}\ndue: 2024-07-10"));
    }
    portal.task("kh-2", "3", "kind: deliverable\nlead: b\ndue: 2024-05-31");
    portal.build(&["--as-of", "2024-06-20"]);
    let shared = |portal: &Portal| {
        let mut pages = files(&portal.project.output());
        // A piece for other websites at the address of a former page has no figures.
        let is_page = |path: &str| path.ends_with(".html") && !path.starts_with("nhung/");
        pages.retain(|path, _| is_page(path) && !path.starts_with("chi-dao/"));
        let text = |(path, bytes)| (path, String::from_utf8(bytes).unwrap());
        pages.into_iter().map(text).collect::<BTreeMap<_, _>>()
    };
    assert!(shared(&portal).values().all(|page| !page.contains("chờ sửa")));
    portal.task("kh-1", "3", "kind: [");
    assert_eq!(portal.run(&["build", "--as-of", "2024-06-30", "--keep-going"]).code, 1);
    let pages = shared(&portal);
    assert!(pages.contains_key("404.html") && pages.contains_key("co-quan/cu.html"));
    let sentence =
        "1 văn bản chưa có số liệu mới, chờ sửa dữ liệu: Kế hoạch 1/KH-UBND (20/6/2024).";
    for (path, page) in &pages {
        assert_eq!(page.matches(sentence).count(), 1, "{path}");
    }
    let mark = "(số liệu đến ngày 20/6/2024, chờ sửa)";
    let marked = format!("<span>Kế hoạch 1/KH-UBND {mark}</span>");
    for path in ["index.html", "co-quan/a.html", "dia-ban/xa-a.html"] {
        let page = &pages[path];
        // A task that is overdue, and one that falls due.
        assert_eq!(page.matches(&marked).count(), 2, "{path}: {page}");
        assert_eq!(page.matches("<span>Kế hoạch 1/KH-UBND</span>").count(), 0, "{path}");
        assert!(page.contains("<span>Kế hoạch 2/KH-UBND</span>"), "{path}");
    }
    let changes = format!("· Kế hoạch 1/KH-UBND {mark} ·");
    assert!(pages["index.html"].contains(&changes), "{}", pages["index.html"]);
    let row = format!("<span class=\"aside\">Kế hoạch 1/KH-UBND {mark}</span>");
    for path in ["co-quan.html", "dia-ban.html"] {
        assert_eq!(pages[path].matches(&row).count(), 1, "{path}: {}", pages[path]);
    }
    // Days of another date stand beside no other days.
    assert!(pages["co-quan.html"].contains(">61 ngày</td>"), "{}", pages["co-quan.html"]);
    fs::remove_file(portal.content().join("directives/kh-2/tasks/1.yaml")).unwrap();
    assert_eq!(portal.run(&["build", "--as-of", "2024-06-30", "--keep-going"]).code, 1);
    let page = &shared(&portal)["co-quan.html"];
    assert!(page.contains(&format!(">51 ngày {mark}</td>")), "{page}");
    // What explains a table that only the page of a directive has is left out.
    assert!(!page.contains("h-matrix"), "{page}");
}

/// A comma in one directive makes neither those that cite it faulty nor their links broken.
#[test]
fn a_comma_in_a_directive_is_no_fault_of_those_that_cite_it() {
    let portal = handed_over();
    let date = ["--as-of", "2024-06-30", "--keep-going"];
    portal.build(&date[..2]);
    let citing = "kind: ongoing\nlead: b\nrelated: [kh-12-2023/1, kh-12-2023/7]";
    portal.task("nq-05-2024", "2", citing);
    portal.task("kh-12-2023", "1", "kind: [");
    portal.task("kh-12-2023", "7", "kind: ongoing\nlead: a");
    let said = portal.said();
    let errors: Vec<_> = said.iter().filter(|line| !line.contains("nq-05-2024")).collect();
    assert_eq!(said.len(), errors.len(), "{said:?}");
    let answer = portal.run(&["check", "--directive", "nq-05-2024"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let all = answer.stdout + &answer.stderr;
    assert!(all.contains("kh-12-2023/tasks/1.yaml") && all.contains("“kh-12-2023/1”"), "{all}");
    let answer = portal.run(&[&["build"], &date[..]].concat());
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert!(answer.stderr.contains("kh-12-2023 có lỗi"), "{}", answer.stderr);
    assert!(!answer.stderr.contains("nq-05-2024 có lỗi"), "{}", answer.stderr);
    // Its id is shown, and leads to the page that is kept.
    let page = portal.read("chi-dao/nq-05-2024/nhiem-vu/2.html");
    assert!(page.contains("href=\"../../kh-12-2023/nhiem-vu/1.html\""), "{page}");
    // The new task has no page yet, which is told.
    assert!(answer.stderr.contains("chi-dao/kh-12-2023/nhiem-vu/7.html"), "{}", answer.stderr);
    // Mended, the reference has its title again.
    portal.task("kh-12-2023", "1", "kind: duty");
    portal.build(&date[..2]);
    let page = portal.read("chi-dao/nq-05-2024/nhiem-vu/2.html");
    assert!(page.contains("Việc 1 của kh-12-2023"), "{page}");
    assert!(portal.has("chi-dao/kh-12-2023/nhiem-vu/7.html"));
}

/// A directive with errors stops the publication of the others only if its pages take something back.
#[test]
fn kept_pages_are_published_if_they_only_say_more() {
    let portal = handed_over();
    with_target(&portal);
    fs::create_dir(portal.project.root().join("published")).unwrap();
    let publish = || portal.run(&["publish", "t", "--yes"]);
    portal.build(&[]);
    assert_eq!(publish().code, 0);
    let head = "kind: deliverable\nlead: [a, b]\ndue: {year: \"2024\"}\nupdates:";
    let first = "{date: 2024-06-12, state: in_progress}";
    // Built with these entries, and then with a comma in another task.
    let publish_kept = |entries: &str| {
        portal.task("nq-05-2024", "1", &format!("{head} [{entries}]"));
        portal.task("nq-05-2024", "2", "kind: ongoing\nlead: b");
        portal.build(&[]);
        portal.task("nq-05-2024", "2", "kind: [");
        assert_eq!(portal.run(&["build", "--keep-going"]).code, 1);
        publish()
    };
    let answer = publish_kept(&format!("{first}, {{date: 2024-06-20, text: Họp}}"));
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert!(answer.stderr.contains("nq-05-2024"), "{}", answer.stderr);
    let page = portal.project.root().join("published/chi-dao/nq-05-2024/nhiem-vu/1.html");
    assert!(fs::read_to_string(page).unwrap().contains("Họp"));
    // An entry that is gone has no reason that could be read.
    let answer = publish_kept(first);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert!(answer.stderr.contains("vì sao task:1 khác"), "{}", answer.stderr);
    // A package holds the last good pages too, and says so.
    let answer = portal.run(&["package", "--keep-going", "--zip", "kept.zip"]);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert!(answer.stderr.contains("nq-05-2024 có lỗi, giữ trang"), "{}", answer.stderr);
    assert_eq!(portal.run(&["verify", "kept.zip"]).code, 0);
    assert_eq!(portal.run(&["package", "--zip", "none.zip"]).code, 1);
    assert!(!portal.project.root().join("none.zip").exists());
}

/// Waits until the files are old enough for their times to be believed.
fn settle() {
    sleep(Duration::from_millis(2_100));
}

fn reused(answer: &Answer) -> &str {
    let line = answer.stdout.lines().last().unwrap_or_default();
    line.split(", ").nth(1).unwrap_or(line)
}

#[test]
fn an_unchanged_directive_is_taken_over_and_the_site_is_the_same() {
    let portal = handed_over();
    settle();
    let date = ["--as-of", "2024-06-30"];
    assert!(reused(&portal.build(&date)).starts_with("0 "));
    assert!(reused(&portal.build(&date)).starts_with("2 "));
    let whole = |portal: &Portal| {
        let other = TempDir::new_in(portal.project.root()).unwrap();
        let output = other.path().join("whole");
        let output = output.to_str().unwrap();
        portal.build(&["--as-of", "2024-06-30", "--output", output]);
        files(Path::new(output))
    };
    // Each change is one that a time alone, or a size alone, would not tell.
    let task = portal.project.content().join("directives/nq-05-2024/tasks/1.yaml");
    let text = fs::read_to_string(&task).unwrap();
    let times = fs::metadata(&task).unwrap().modified().unwrap();
    fs::write(&task, text.replace("Việc 1", "Việc 9")).unwrap();
    let file = fs::File::options().write(true).open(&task).unwrap();
    file.set_times(fs::FileTimes::new().set_modified(times)).unwrap();
    let answer = portal.build(&date);
    if cfg!(unix) {
        assert!(portal.read("chi-dao/nq-05-2024/nhiem-vu/1.html").contains("Việc 9"));
        // The plan cites the task, so its page is made again too.
        assert!(portal.read("chi-dao/kh-12-2023/nhiem-vu/2.html").contains("Việc 9"));
        assert!(reused(&answer).starts_with("0 "));
    }
    assert!(files(&portal.project.output()) == whole(&portal));
    settle();
    portal.write("agencies.yaml", "- {id: a, name: Sở A mới}\n- {id: b, name: Sở B}\n");
    assert!(reused(&portal.build(&date)).starts_with("0 "));
    assert!(files(&portal.project.output()) == whole(&portal));
    assert!(reused(&portal.build(&["--as-of", "2024-06-29"])).starts_with("0 "));
    assert!(reused(&portal.build(&["--as-of", "2024-06-29", "--full"])).starts_with("0 "));
}

#[test]
fn a_damaged_or_foreign_record_is_never_believed() {
    let portal = handed_over();
    settle();
    let date = ["--as-of", "2024-06-30"];
    portal.build(&date);
    let whole = files(&portal.project.output());
    let store = portal.project.root().join(".output.tiendo-store");
    let record = store.join("nq-05-2024.card");
    let good = fs::read(&record).unwrap();
    let other = fs::read(store.join("kh-12-2023.card")).unwrap();
    let title = "Việc 1 của nq-05-2024".as_bytes();
    let at = good.windows(title.len()).position(|bytes| bytes == title).unwrap();
    let mut invented = good.clone();
    invented[at + title.len() - 1] = b'5';
    for bad in [invented, good[..good.len() / 2].to_owned(), other, Vec::new(), b"{}".to_vec()] {
        fs::write(&record, bad).unwrap();
        assert!(reused(&portal.build(&date)).starts_with("1 "));
        assert!(files(&portal.project.output()) == whole);
    }
    // A page that somebody cut short is made again.
    fs::write(&record, &good).unwrap();
    let page = portal.project.output().join("chi-dao/nq-05-2024/index.html");
    fs::write(&page, "x").unwrap();
    assert!(reused(&portal.build(&date)).starts_with("1 "));
    assert!(files(&portal.project.output()) == whole);
    fs::remove_file(&page).unwrap();
    portal.build(&date);
    assert!(files(&portal.project.output()) == whole);
}

#[test]
fn commands_work_on_one_directive() {
    let portal = handed_over();
    let answer = portal.run(&["status", "--directive", "nq-05-2024"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    // All directives are judged on one date, the newest of the portal.
    assert!(answer.stdout.contains("05/NQ-HĐND, số liệu đến ngày 12/6/2024"), "{}", answer.stdout);
    let answer = portal.run(&["status", "--directive", "kh-12-2023"]);
    assert!(answer.stdout.contains("12/KH-UBND, số liệu đến ngày 12/6/2024"), "{}", answer.stdout);
    let answer = portal.run(&["status"]);
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("kh-12-2023, nq-05-2024"), "{}", answer.stderr);
    let answer = portal.run(&["status", "--directive", "nq-05-2023"]);
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("nq-05-2024"), "{}", answer.stderr);
    // The id of a task may name its directive; a bare one has to be unique.
    assert!(portal.run(&["explain", "nq-05-2024/1"]).stdout.contains("của nq-05-2024"));
    assert!(portal.run(&["explain", "3"]).stdout.contains("của kh-12-2023"));
    let several = portal.run(&["explain", "1"]);
    assert_eq!(several.code, 2);
    assert!(several.stderr.contains("kh-12-2023/1, nq-05-2024/1"), "{}", several.stderr);
    let update = ["update", "3", "--on", "2024-06-11", "--text", "Đã gửi"];
    let answer = portal.run(&update);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let task = portal.project.content().join("directives/kh-12-2023/tasks/3.yaml");
    assert!(fs::read_to_string(task).unwrap().contains("Đã gửi"));
    let single = Project::new().task("0", "kind: duty");
    assert_eq!(single.run(&["status", "--directive", "x"]).code, 2);
}

#[test]
fn a_reference_to_nothing_elsewhere_is_an_error() {
    let portal = handed_over();
    portal.task(
        "nq-05-2024",
        "2",
        "kind: ongoing\nlead: b\nrelated: [kh-12-2023/3, kh-12-2023/9, kh-0/1, ../x/1]",
    );
    let said: Vec<String> = portal.said();
    let lines = ["5:25", "5:39", "5:47"];
    let expected = lines.map(|at| format!("directives/nq-05-2024/tasks/2.yaml:{at} unknown-task"));
    assert_eq!(said, expected);
}

#[test]
fn every_shared_table_names_the_directive_and_joins_different_columns() {
    let portal = handed_over();
    let with_parts = "kind: deliverable\nlead: a\ndue: 2024-12-31\nparts: [{id: p, title: Phần}]";
    portal.task("nq-05-2024", "3", with_parts);
    portal.build(&["--as-of", "2024-06-30"]);
    assert_eq!(portal.cell("tasks", "3,3,Việc 3 của nq-05-2024", "parts_total"), "1");
    assert_eq!(portal.cell("tasks", "3,3,Việc 3 của kh-12-2023", "parts_total"), "");
    let text = portal.read("du-lieu/tasks.csv");
    assert!(text.lines().next().unwrap().ends_with(",as_of,directive"), "{text}");
    assert!(text.lines().skip(1).all(|line| line.ends_with("-2023") || line.ends_with("-2024")));
    // A feed for all, and for each agency; each entry leads to its directive.
    let feed = portal.read("tin/co-quan-b.xml");
    assert!(feed.contains("../chi-dao/nq-05-2024/nhiem-vu/1.html"), "{feed}");
    assert!(!feed.contains("kh-12-2023/nhiem-vu/1.html"), "{feed}");
    let calendar = portal.read("lich/tat-ca.ics");
    assert!(calendar.contains("20241231") && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
}

/// A target in a folder, as the records name it.
const TARGET: &str = "targets:\n  - {name: t, kind: folder, path: published}\n";

fn with_target(portal: &Portal) {
    let site = format!("title: Cổng\nas_of: 2024-06-30\n{TARGET}");
    portal.write("site.yaml", &site);
}

#[test]
fn publishing_sends_only_what_changed_and_is_gated_by_directive() {
    let portal = handed_over();
    with_target(&portal);
    portal.build(&[]);
    let published = portal.project.root().join("published");
    fs::create_dir(&published).unwrap();
    let publish = || portal.run(&["publish", "t", "--yes"]);
    let answer = publish();
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    assert!(files(&published).contains_key("chi-dao/nq-05-2024/nhiem-vu/1.html"));

    // A new report takes nothing back.
    let more = "kind: ongoing\nlead: b\nupdates: [{date: 2024-06-20, text: Báo cáo}]";
    portal.task("nq-05-2024", "2", more);
    portal.build(&[]);
    let plan = portal.run(&["publish", "t", "--dry-run"]);
    assert_eq!(plan.code, 0, "{}", plan.stderr);
    assert!(plan.stdout.contains("chi-dao/nq-05-2024/"), "{}", plan.stdout);
    assert!(!plan.stdout.contains("chi-dao/kh-12-2023/"), "{}", plan.stdout);
    assert_eq!(publish().code, 0);

    // A deadline that moves without a reason is held, in the file of its directive.
    portal.task("nq-05-2024", "1", "kind: deliverable\nlead: [a, b]\ndue: 2025-06-30\nupdates: [{date: 2024-06-12, state: in_progress}]");
    portal.build(&[]);
    let answer = publish();
    assert_eq!(answer.code, 1, "{}", answer.stdout);
    assert!(answer.stderr.contains("directives/nq-05-2024/tasks/1.yaml"), "{}", answer.stderr);

    // So is a directive that is gone, until `moved.yaml` says why.
    fs::remove_dir_all(portal.project.content().join("directives/nq-05-2024")).unwrap();
    let replaced = "kind: deliverable\nlead: b\ndue: 2024-05-31\nupdates: [{date: 2024-02-01, state: in_progress}]";
    portal.task("kh-12-2023", "2", replaced);
    portal.build(&[]);
    let answer = publish();
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("was: directive:nq-05-2024"), "{}", answer.stderr);
    portal.write(
        "moved.yaml",
        "- {was: directive:nq-05-2024, title: Nghị quyết 5, date: 2024-06-30, reason: Nhập nhầm.}\n",
    );
    portal.build(&[]);
    assert!(portal.read("chi-dao/nq-05-2024/index.html").contains("Nhập nhầm."));
    assert!(portal.read("da-chuyen.html").contains("Nghị quyết 5"));
    assert!(!publish().stderr.contains("was: directive:nq-05-2024"));
}

#[test]
fn a_single_site_moves_into_a_portal_and_keeps_its_addresses() {
    let portal = handed_over();
    portal.write("site.yaml", "title: Cổng\nas_of: 2024-06-30\n");
    portal.write(
        "moved.yaml",
        "- {was: site, to: directive:kh-12-2023, title: Trang cũ, date: 2024-06-30, reason: Chuyển vào cổng chung.}\n",
    );
    portal.build(&[]);
    let old = portal.read("nhiem-vu/1.html");
    assert!(old.contains("../chi-dao/kh-12-2023/nhiem-vu/1.html"), "{old}");
    assert!(old.contains("Chuyển vào cổng chung."));
    // An address that the portal needs itself is its own.
    assert!(
        portal.read("index.html").contains("Tiến độ")
            || !portal.read("index.html").contains("Trang cũ")
    );
    assert!(portal.read("co-quan/a.html").contains("Sở A"));
    // Only a portal has directives to name, and a single site can move to one of them only.
    portal
        .write("moved.yaml", "- {was: site, title: Trang cũ, date: 2024-06-30, reason: Chuyển.}\n");
    assert_eq!(portal.said(), ["moved.yaml:1:9 moved-unclear"]);
    portal.write(
        "moved.yaml",
        "- {was: directive:kh-12-2023, title: Cũ, date: 2024-06-30, reason: Chuyển.}\n",
    );
    assert_eq!(portal.said(), ["moved.yaml:1:9 moved-still-there"]);
}

#[test]
fn a_portal_is_published_after_a_directive_is_withdrawn() {
    let portal = with_agencies();
    portal.task("kh-2", "1", "kind: deliverable\nlead: so-a\nplaces: [xa-a]");
    with_target(&portal);
    portal.build(&[]);
    fs::create_dir(portal.project.root().join("published")).unwrap();
    let publish = |what: &str| {
        let answer = portal.run(&["publish", "t", "--yes"]);
        assert_eq!(answer.code, 0, "{what}: {}{}", answer.stdout, answer.stderr);
    };
    publish("the first time");
    fs::remove_dir_all(portal.project.content().join("directives/kh-2")).unwrap();
    let moved = "{was: directive:kh-2, title: Kế hoạch 2, date: 2024-06-30, reason: Nhập nhầm.}";
    portal.write("moved.yaml", &format!("- {moved}\n"));
    portal.build(&[]);
    publish("when it is gone");
    // The page in its place changes with the site around it.
    portal.write("site.yaml", &format!("title: Cổng khác\nas_of: 2024-06-30\n{TARGET}"));
    portal.build(&[]);
    publish("when its page has changed");
}

/// A folder gets another name, and gets its old one back.
#[test]
fn a_directive_that_is_renamed_keeps_its_addresses_and_can_come_back() {
    let portal = handed_over();
    with_target(&portal);
    fs::create_dir(portal.project.root().join("published")).unwrap();
    let publish = || {
        portal.build(&[]);
        portal.run(&["publish", "t", "--yes"])
    };
    assert_eq!(publish().code, 0);
    let content = portal.project.content();
    let (old, new) = ("nq-05-2024", "nghi-quyet-5");
    let folder = |id: &str| content.join("directives").join(id);
    let task = fs::read_to_string(folder("kh-12-2023").join("tasks/2.yaml")).unwrap();
    let rename = |from: &str, to: &str| {
        fs::rename(folder(from), folder(to)).unwrap();
        portal.write("directives/kh-12-2023/tasks/2.yaml", &task.replace(old, to));
        let moved = format!(
            "- {{was: directive:{from}, to: directive:{to}, title: Nghị quyết 5, date: 2024-06-30, reason: Đổi tên.}}\n"
        );
        portal.write("moved.yaml", &moved);
    };
    assert!(task.contains(old), "{task}");
    rename(old, new);
    let answer = publish();
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    for path in ["index.html", "nhiem-vu/1.html", "n/1.html", "nhung/trang.html"] {
        let now = portal.has(&format!("chi-dao/{new}/{path}"));
        assert_eq!(portal.has(&format!("chi-dao/{old}/{path}")), now, "{path}");
    }
    let page = portal.read(&format!("chi-dao/{old}/nhiem-vu/1.html"));
    assert!(page.contains(&format!("chi-dao/{new}/nhiem-vu/1.html")), "{page}");
    assert!(page.contains("Đổi tên."));
    rename(new, old);
    let answer = publish();
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert!(portal.read(&format!("chi-dao/{old}/nhiem-vu/1.html")).contains("Việc 1"));
}

/// A data date before the published one takes directives away without anybody having withdrawn them.
#[test]
fn a_data_date_that_goes_back_is_no_withdrawal() {
    let portal = handed_over();
    with_target(&portal);
    fs::create_dir(portal.project.root().join("published")).unwrap();
    portal.build(&[]);
    assert_eq!(portal.run(&["publish", "t", "--yes"]).code, 0);
    portal.write("site.yaml", &format!("title: Cổng\nas_of: 2024-05-31\n{TARGET}"));
    portal.build(&[]);
    let answer = portal.run(&["publish", "t", "--yes"]);
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("nq-05-2024 đã công bố, nhưng"), "{}", answer.stderr);
    assert!(!answer.stderr.contains("was: directive:"), "{}", answer.stderr);
}

/// An agency that is gone gets the page that it had, and no fragment, of which a portal has none.
#[test]
fn an_agency_that_is_gone_leaves_what_the_portal_had() {
    let portal = handed_over();
    let moved = "{was: agency:so-x, title: Sở X, date: 2024-06-30, reason: Sáp nhập.}";
    portal.write("moved.yaml", &format!("- {moved}\n"));
    portal.build(&[]);
    assert!(portal.read("co-quan/so-x.html").contains("Sáp nhập."));
    assert!(!portal.has("nhung"));
}

#[test]
fn a_site_that_moved_into_a_portal_is_published_where_it_was() {
    let portal = with_agencies();
    let single = portal.project.root().join("single");
    let below = portal.project.content().join("directives/kh-1");
    copy(&below, &single);
    for list in ["agencies.yaml", "places.yaml", "documents.yaml", "attachments/cv.txt"] {
        fs::create_dir_all(single.join("attachments")).unwrap();
        fs::copy(portal.project.content().join(list), single.join(list)).unwrap();
    }
    fs::write(single.join("site.yaml"), format!("title: Riêng\nas_of: 2024-06-30\n{TARGET}"))
        .unwrap();
    fs::create_dir(portal.project.root().join("published")).unwrap();
    for command in [&["build"][..], &["publish", "t", "--yes"]] {
        let answer = portal.run(&[command, &["--content", single.to_str().unwrap()]].concat());
        assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    }
    with_target(&portal);
    portal.write(
        "moved.yaml",
        "- {was: site, to: directive:kh-1, title: Trang cũ, date: 2024-06-30, reason: Vào cổng chung.}\n",
    );
    portal.build(&[]);
    let answer = portal.run(&["publish", "t", "--yes"]);
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
}

#[test]
fn a_package_holds_the_portal_or_one_directive() {
    let portal = handed_over();
    portal.write("site.yaml", "title: Cổng\nas_of: 2024-06-30\n");
    let answer = portal.run(&["package", "--zip", "all.zip"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(portal.run(&["verify", "all.zip"]).code, 0);
    let answer = portal.run(&["package", "--zip", "one.zip", "--directive", "nq-05-2024"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(portal.run(&["verify", "one.zip"]).code, 0);
    let names = |zip: &str| -> Vec<String> {
        let file = fs::File::open(portal.project.root().join(zip)).unwrap();
        let mut zip = zip::ZipArchive::new(file).unwrap();
        (0..zip.len()).map(|n| zip.by_index(n).unwrap().name().unwrap().into_owned()).collect()
    };
    assert!(names("all.zip").contains(&"trang/chi-dao/nq-05-2024/index.html".to_owned()));
    assert!(names("one.zip").contains(&"trang/nhiem-vu/1.html".to_owned()));
    // Copied as the sheet says, the files of a directive leave the portal whole.
    let text = |name: &str| {
        let file = fs::File::open(portal.project.root().join("one.zip")).unwrap();
        let mut zip = zip::ZipArchive::new(file).unwrap();
        let mut bytes = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let sheet = String::from_utf8(text("phieu-ban-giao.html")).unwrap();
    assert!(sheet.contains("Không chép manifest.txt"), "{sheet}");
    assert!(sheet.contains("vào thư mục chi-dao/nq-05-2024/ của cổng"), "{sheet}");
    assert!(sheet.contains("giữ số liệu cũ cho đến khi bàn giao cả cổng"), "{sheet}");
    portal.build(&[]);
    let below = portal.project.output().join("chi-dao/nq-05-2024");
    for name in names("one.zip") {
        let path = name.strip_prefix("trang/").filter(|path| !path.starts_with("manifest.txt"));
        if let Some(path) = path {
            fs::write(below.join(path), text(&name)).unwrap();
        }
    }
    let answer = portal.run(&["verify", "output"]);
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    let left = fs::read_dir(portal.project.root()).unwrap().flatten();
    let left: Vec<_> = left.map(|entry| entry.file_name().into_string().unwrap()).collect();
    assert!(!left.iter().any(|name| name.starts_with(".tiendo-")), "{left:?}");
    // A later package of the portal is gated like a publication.
    portal.task("nq-05-2024", "1", "kind: deliverable\nlead: [a, b]\ndue: 2025-06-30\nupdates: [{date: 2024-06-12, state: in_progress}]");
    let answer = portal.run(&["package", "--zip", "next.zip", "--since", "all.zip"]);
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("nq-05-2024/tasks/1.yaml"), "{}", answer.stderr);
    assert!(!portal.project.root().join("next.zip").exists());
}

/// What a message tells to run next works on the same directive.
#[test]
fn commands_that_messages_name_have_the_directive() {
    let portal = handed_over();
    portal.write("site.yaml", "title: Cổng\nas_of: 2024-06-30\n");
    let of = ["--directive", "kh-12-2023"];
    let run = |arguments: &[&str]| portal.run(&[arguments, &of].concat());
    let answer = run(&["export", "t.xlsx"]);
    let next = "tiendo import t.xlsx --directive kh-12-2023";
    assert!(answer.stdout.contains(next), "{}{}", answer.stdout, answer.stderr);
    let next: Vec<&str> = next.split(' ').skip(1).collect();
    assert_eq!(portal.run(&next).code, 0);
    let answer = run(&["undo", "9"]);
    let next = "tiendo undo --list --directive kh-12-2023";
    assert!(answer.stderr.contains(next), "{}", answer.stderr);
    let answer = run(&["forecast", "--as-of", "2024-06-01"]);
    let next = "tiendo status --directive kh-12-2023 --as-of";
    assert!(answer.stderr.contains(next), "{}", answer.stderr);
    let answer = run(&["new", "task", "1", "--priority", "1", "--title", "Việc"]);
    assert!(answer.stderr.contains("tiendo update kh-12-2023/1"), "{}", answer.stderr);
    let head = ["Mã", "Nhiệm vụ", "Ngày", "Trạng thái", "Kết quả"];
    let rows: [&[&str]; 3] = [
        &head,
        &["1", "Việc 1 của kh-12-2023", "28/6/2024", "Dừng", "Thôi"],
        &["8", "Việc chưa có", "28/6/2024", "Đang thực hiện", "Họp"],
    ];
    fs::write(portal.project.root().join("v.xlsx"), crate::spreadsheets::rows(&rows)).unwrap();
    let answer = run(&["import", "v.xlsx"]);
    let all = answer.stdout + &answer.stderr;
    for next in ["tiendo update 1 --directive kh-12-2023", "tiendo export --directive kh-12-2023"] {
        assert!(all.contains(next), "{next}: {all}");
    }
    // What the machine mends in a directive is not among what all share.
    let task = "priority: \"1\"\ntitle: Việc 7\nkind: duty\nnumber: 1.1\n";
    portal.write("directives/kh-12-2023/tasks/7.yaml", task);
    let answer = portal.run(&["check"]);
    let all = answer.stdout + &answer.stderr;
    assert!(all.contains("tiendo check --fix --directive kh-12-2023"), "{all}");
    let answer = run(&["check", "--fix"]);
    let next = "tiendo check --fix --yes --directive kh-12-2023";
    assert!(answer.stdout.contains(next), "{}{}", answer.stdout, answer.stderr);
    fs::remove_file(portal.content().join("directives/kh-12-2023/tasks/7.yaml")).unwrap();
    // A directive as the content folder is the same.
    let folder = "content/directives/kh-12-2023";
    let answer = portal.run(&["export", "u.xlsx", "--content", folder]);
    let next = "tiendo import u.xlsx --directive kh-12-2023";
    assert!(answer.stdout.contains(next), "{}{}", answer.stdout, answer.stderr);
}

/// A search of the shared pages finds tasks of all directives by their numbers and words.
#[test]
fn the_search_leads_into_each_directive() {
    let portal = handed_over();
    portal.write(
        "directives/nq-05-2024/notes/2024-06-20-hop.md",
        "---\ntitle: Họp giao ban\ndate: 2024-06-20\ntasks: [\"1\"]\n---\nĐã bàn việc *ươm cây giống*.\n",
    );
    portal.build(&["--as-of", "2024-06-30"]);
    let rows: String = files(&portal.project.output().join("assets/search"))
        .into_iter()
        .filter(|(path, _)| path.starts_with("rows-"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    for path in [
        "chi-dao/kh-12-2023/nhiem-vu/1.html",
        "chi-dao/nq-05-2024/nhiem-vu/1.html",
        "chi-dao/nq-05-2024/index.html",
        "chi-dao/nq-05-2024/ghi-chep/2024-06-20-hop.html",
        "co-quan/a.html",
    ] {
        assert!(rows.contains(path), "{path}: {rows}");
    }
    assert!(rows.contains("05/NQ-HĐND · 20/6/2024"), "{rows}");
    // The report that two directives share is shown once; the words of a note lead to it.
    assert_eq!(rows.matches("Minh chứng").count(), 1, "{rows}");
    let parts: String = files(&portal.project.output().join("assets/search"))
        .into_iter()
        .filter(|(path, _)| path.starts_with("words-"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(parts.contains("giong"), "{parts}");
}

#[test]
fn a_new_portal_builds_without_a_complaint() {
    for lang in ["vi", "en"] {
        let folder = TempDir::new().unwrap();
        let project = Project::new();
        let portal = folder.path().join("moi");
        let to = portal.to_str().unwrap();
        assert_eq!(project.run(&["init", to, "--portal", "--lang", lang]).code, 0);
        let content = portal.join("content");
        assert!(content.join("directives/kh-01-2025/tasks/1.1.yaml").is_file());
        assert!(
            !content.join("directive.yaml").exists() && !content.join("publications.yaml").exists()
        );
        let content = content.to_str().unwrap();
        let answer = project.run(&["check", "--content", content, "--format", "short"]);
        assert_eq!((answer.code, answer.stdout.as_str()), (0, ""), "{}", answer.stderr);
        let output = folder.path().join("output");
        let output = output.to_str().unwrap();
        let answer = project.run(&["build", "--content", content, "--output", output]);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
    }
}

/// A build of a portal that is killed leaves the whole old site or the whole new one.
#[test]
fn a_killed_build_leaves_a_whole_site() {
    let portal = handed_over();
    portal.build(&["--as-of", "2024-06-29"]);
    for wait in [20, 60, 120, 250, 400, 600, 900] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
        command.args(["build", "--as-of", "2024-06-30"]).current_dir(portal.project.root());
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_millis(wait));
        let _ = child.kill();
        let _ = child.wait();
        assert_eq!(portal.run(&["verify", "output"]).code, 0, "killed after {wait} ms");
        let date = portal.cell("directives", "kh-12-2023", "judged_on");
        assert!(["2024-06-29", "2024-06-30"].contains(&date.as_str()));
    }
    portal.build(&["--as-of", "2024-06-30"]);
}

/// Whatever is changed, and however often, a build that takes over what has not changed gives the
/// bytes of one that makes everything.
#[test]
fn reuse_and_a_whole_build_agree_after_random_changes() {
    let portal = handed_over();
    let content = portal.project.content();
    let full = portal.project.root().join("full");
    let mut seed = 20_240_630_u32;
    let mut below = |limit: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % limit
    };
    let mut taken_over = 0;
    for step in 0..9 {
        let shared = |list: &str, more: &str| {
            let text = fs::read_to_string(content.join(list)).unwrap();
            portal.write(list, &format!("{text}{more}"));
        };
        let directive = ["kh-12-2023", "nq-05-2024"][below(2) as usize];
        let folder = content.join("directives").join(directive);
        let task = folder.join("tasks/1.yaml");
        let text = fs::read_to_string(&task).unwrap();
        match below(9) {
            0 => fs::write(&task, text.replace("title: ", "title: Sửa ")).unwrap(),
            1 => fs::write(&task, text).unwrap(),
            2 => portal.write(
                &format!("directives/{directive}/notes/2024-06-15-{step}.md"),
                "---\ntitle: Ghi chép\ndate: 2024-06-15\ntasks: [\"1\"]\n---\nThêm.\n",
            ),
            3 => {
                let head = folder.join("directive.yaml");
                let text = fs::read_to_string(&head).unwrap();
                fs::write(&head, text.replace("title: Một", "title: Một nữa")).unwrap();
            }
            4 => portal.write(
                &format!("directives/{directive}/documents.yaml"),
                &format!("- {{id: them-{step}, title: Văn bản thêm}}\n"),
            ),
            5 => shared("agencies.yaml", &format!("- {{id: moi-{step}, name: Mới}}\n")),
            6 => shared("documents.yaml", &format!("- {{id: chung-{step}, title: Chung}}\n")),
            7 => {
                let list = fs::read_to_string(content.join("agencies.yaml")).unwrap();
                portal.write("agencies.yaml", &list.replace("name: Sở", "name: Sở mới"));
            }
            _ => portal.task(directive, &format!("9{step}"), "kind: duty"),
        }
        settle();
        let answer = portal.build(&["--as-of", "2024-06-30"]);
        taken_over += usize::from(!reused(&answer).starts_with("0 "));
        let output = full.to_str().unwrap();
        portal.build(&["--as-of", "2024-06-30", "--full", "--output", output]);
        assert!(files(&portal.project.output()) == files(&full), "step {step}");
    }
    assert!(taken_over > 0, "nothing was ever taken over");
}

/// Two directives with an agency each, and one that neither names.
fn with_agencies() -> Portal {
    let portal = Portal::new();
    portal.task("kh-1", "1", "kind: deliverable\nlead: so-a\nplaces: [xa-a]\ndocuments: [cv-1]");
    portal.task("kh-2", "1", "kind: deliverable\nlead: so-b\nplaces: [xa-a]");
    portal.write(
        "agencies.yaml",
        "- {id: so-a, name: Sở A}\n- {id: so-b, name: Sở B}\n- {id: so-c, name: Sở C}\n",
    );
    portal.write("places.yaml", "- {id: xa-a, name: Xã A}\n- {id: xa-b, name: Xã B}\n");
    portal.write(
        "documents.yaml",
        "- {id: cv-1, title: Công văn, file: attachments/cv.txt}\n- {id: cv-2, title: Khác}\n",
    );
    portal.write("attachments/cv.txt", "Nội dung\n");
    settle();
    portal.build(&["--as-of", "2024-06-30"]);
    portal
}

#[test]
fn a_change_in_a_shared_list_reaches_the_directives_that_name_it() {
    let portal = with_agencies();
    let content = portal.project.content();
    let agencies = |a: &str, b: &str, c: &str| {
        portal.write(
            "agencies.yaml",
            &format!("- {{id: so-a, {a}}}\n- {{id: so-b, {b}}}\n- {{id: so-c, {c}}}\n"),
        );
    };
    let (a, b, c) = ("name: Sở A", "name: Sở B", "name: Sở C");
    let step = |what: &str, taken_over: &str| {
        let answer = portal.build(&["--as-of", "2024-06-30"]);
        assert!(reused(&answer).starts_with(taken_over), "{what}: {}", answer.stdout);
        let full = portal.project.root().join("full");
        portal.build(&["--as-of", "2024-06-30", "--full", "--output", full.to_str().unwrap()]);
        assert!(files(&portal.project.output()) == files(&full), "{what}");
    };
    agencies(a, b, "name: Sở C mới");
    step("an agency that nobody names", "2 ");
    agencies(a, "name: Sở B mới", c);
    step("the agency of one directive", "1 ");
    agencies(a, &format!("{b}, valid_until: 2024-05-01, successor: so-c"), c);
    step("its successor", "1 ");
    agencies(a, &format!("{b}, valid_until: 2024-05-01, successor: so-c"), "name: Sở C nữa");
    step("the name of its successor", "1 ");
    agencies(a, b, "name: Sở C, members: [so-a]");
    portal.write("places.yaml", "- {id: xa-b, name: Xã B khác}\n- {id: xa-a, name: Xã A}\n");
    step("the order of what is not named", "1 ");
    portal.write("attachments/cv.txt", "Sửa nội dung\n");
    step("the file of a document", "1 ");
    portal.write("attachments/khac.txt", "Tệp khác\n");
    step("a file that nobody names", "2 ");
    // An id that hides behind an escape.
    let escaped = "kind: deliverable\nlead: \"so\\x2da\"";
    portal.task("kh-1", "1", escaped);
    settle();
    step("a changed task", "1 ");
    agencies("name: Sở A mới", b, "name: Sở C, members: [so-a]");
    step("the agency behind the escape", "1 ");
    // What is shared may not have the id of a directive's own document.
    portal.write("directives/kh-2/documents.yaml", "- {id: rieng, title: Riêng}\n");
    settle();
    step("an own document", "1 ");
    let text = fs::read_to_string(content.join("documents.yaml")).unwrap();
    portal.write("documents.yaml", &format!("{text}- {{id: rieng, title: Chung}}\n"));
    let answer = portal.run(&["build", "--as-of", "2024-06-30"]);
    assert!(answer.code == 1 && answer.stderr.contains("rieng"), "{}", answer.stderr);
}

#[test]
fn progress_of_a_task_elsewhere_leaves_what_cites_it_alone() {
    let portal = handed_over();
    settle();
    let date = ["--as-of", "2024-06-30"];
    portal.build(&date);
    let begun =
        "updates: [{date: 2024-06-12, state: in_progress}, {date: 2024-06-20, text: Đã họp}]";
    let head = "kind: deliverable\nlead: [a, b]\ndue: {year: \"2024\"}";
    portal.task("nq-05-2024", "1", &format!("{head}\n{begun}"));
    assert!(reused(&portal.build(&date)).starts_with("1 "));
}

#[test]
fn a_damaged_page_does_not_come_back() {
    let portal = handed_over();
    settle();
    let date = ["--as-of", "2024-06-30"];
    let sound = {
        portal.build(&date);
        files(&portal.project.output())
    };
    let page = portal.project.output().join("chi-dao/nq-05-2024/index.html");
    for _ in 0..2 {
        portal.build(&date);
        // Another file in its place, as an upload would leave it.
        fs::remove_file(&page).unwrap();
        fs::write(&page, "hỏng").unwrap();
        for _ in 0..3 {
            portal.build(&date);
            assert!(files(&portal.project.output()) == sound);
        }
    }
}

#[test]
fn a_mistyped_year_moves_the_date_of_no_other_directive() {
    let portal = handed_over();
    portal.write("site.yaml", "title: Cổng\ncontact: a@b.example\n");
    portal.build(&[]);
    let told = "updates: [{date: 2052-01-19, text: Báo cáo}]";
    portal.task("nq-05-2024", "2", &format!("kind: ongoing\nlead: b\n{told}"));
    let answer = portal.run(&["build", "--keep-going"]);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert_eq!(portal.cell("directives", "kh-12-2023", "judged_on"), "2024-06-12");
}

#[test]
fn a_directive_of_a_portal_is_not_built_alone() {
    let portal = handed_over();
    let folder = portal.project.content().join("directives/nq-05-2024");
    let answer = portal.run(&["build", "--content", folder.to_str().unwrap()]);
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("Hãy chỉ --content đến"), "{}", answer.stderr);
}

#[cfg(unix)]
#[test]
fn a_file_behind_a_link_is_followed() {
    let portal = handed_over();
    let folder = portal.project.content().join("directives/nq-05-2024");
    fs::create_dir(folder.join(".an")).unwrap();
    let task = folder.join("tasks/2.yaml");
    fs::rename(&task, folder.join(".an/2.yaml")).unwrap();
    std::os::unix::fs::symlink("../.an/2.yaml", &task).unwrap();
    settle();
    let date = ["--as-of", "2024-06-30"];
    portal.build(&date);
    let text = fs::read_to_string(&task).unwrap();
    fs::write(folder.join(".an/2.yaml"), text.replace("Việc 2", "Việc đã sửa")).unwrap();
    portal.build(&date);
    assert!(portal.read("chi-dao/nq-05-2024/nhiem-vu/2.html").contains("Việc đã sửa"));
}

#[test]
fn a_directive_with_two_kinds_of_errors_is_named_once() {
    let portal = Portal::new();
    portal.task("kh-1", "1", "kind: deliverable\nlead: so-khong-co");
    let ahead = "updates:\n  - {date: 2025-06-01, text: Đã làm}";
    portal.task("kh-2", "1", &format!("kind: deliverable\nlead: so-khong-co\n{ahead}"));
    let checked = portal::check(&portal.project.content()).unwrap();
    let mut faulty = checked.faulty;
    faulty.sort();
    assert_eq!(faulty, ["kh-1", "kh-2"]);
}

/// What directives share is not changed from one of them: neither in its folder, where it would be
/// at the wrong level, nor above.
#[test]
fn a_directive_does_not_change_what_is_shared() {
    let portal = handed_over();
    let before = files(&portal.content());
    let book = crate::spreadsheets::rows(&[
        &["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Sản phẩm", "Thời hạn"],
        &["9", "Xây dựng đề án chuyển đổi số", "Sở Mới", "Đề án", "30/6/2026"],
    ]);
    fs::write(portal.project.root().join("list.xlsx"), book).unwrap();
    let import = ["import", "list.xlsx", "--new", "--priority", "1", "--write"];
    let import = [&import[..], &["--directive", "kh-12-2023"]].concat();
    let answer = portal.run(&import);
    assert_eq!(answer.code, 1, "{}{}", answer.stdout, answer.stderr);
    assert!(answer.stderr.contains("content/agencies.yaml"), "{}", answer.stderr);
    let lines = "- id: so-moi\n  name: Sở Mới\n";
    assert!(answer.stdout.contains(lines), "{}", answer.stdout);
    assert!(files(&portal.content()) == before, "nothing was written");
    // With the lines where they belong, the tasks are created.
    let list = fs::read_to_string(portal.content().join("agencies.yaml")).unwrap();
    portal.write("agencies.yaml", &format!("{list}{lines}"));
    let answer = portal.run(&import);
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    assert_eq!(portal.said(), Vec::<String>::new());
}
