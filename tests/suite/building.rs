//! `tiendo build`: what it writes, what it never writes, and what it leaves alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tiendo::output::manifest;

use crate::golden;
use crate::project::{Answer, Project, run_in};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn province() -> PathBuf {
    repository().join("tests/province/content")
}

/// Builds a content folder into a new folder.
fn build(
    content: &Path,
    more: &[&str],
    environment: &[(&str, &str)],
) -> (tempfile::TempDir, Answer) {
    let folder = tempfile::tempdir().unwrap();
    let mut arguments = vec!["build", "--output", "output", "--content", content.to_str().unwrap()];
    arguments.extend(more);
    let answer = run_in(folder.path(), &arguments, environment);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    (folder, answer)
}

fn manifest_of(folder: &Path) -> String {
    fs::read_to_string(folder.join("output").join(manifest::NAME)).unwrap()
}

/// Checks every file of a site against its manifest, and that there is no other file.
fn whole(site: &Path) {
    let files = golden::files(site);
    let text = String::from_utf8(files[manifest::NAME].clone()).unwrap();
    let entries = manifest::parse(&text).unwrap();
    assert_eq!(entries.len() + 1, files.len(), "files beside those of the manifest");
    for entry in &entries {
        let bytes = &files[&entry.path];
        assert_eq!(entry.sha256, manifest::sha256(bytes), "{}", entry.path);
    }
}

#[test]
fn the_site_of_the_province_is_the_golden_one() {
    let (folder, _) = build(&province(), &[], &[]);
    whole(&folder.path().join("output"));
    golden::site("province", &folder.path().join("output"));
}

#[test]
fn the_real_content_builds_without_a_diagnostic() {
    let (folder, answer) = build(&repository().join("content"), &[], &[]);
    assert_eq!(answer.stderr, "");
    let site = folder.path().join("output");
    let count = |of: &str| fs::read_dir(site.join(of)).unwrap().count();
    assert_eq!((count("muc"), count("nhiem-vu")), (15, 69));
    let notes = fs::read_dir(repository().join("content/notes")).unwrap().count();
    assert_eq!(count("ghi-chep"), notes);
    let notice = "Dữ liệu tiến độ minh họa, không phải số liệu chính thức.";
    for (path, bytes) in golden::files(&site) {
        if path.ends_with(".html") {
            assert!(String::from_utf8(bytes).unwrap().contains(notice), "{path} has no notice");
        }
    }
}

#[test]
fn same_input_same_bytes_whatever_the_folder_zone_language_and_threads() {
    let (first, _) = build(&province(), &[], &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC")]);
    let copy = tempfile::tempdir().unwrap();
    let content = copy.path().join("nơi khác/content");
    for (path, bytes) in golden::files(&province()) {
        let to = content.join(path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
    for (threads, zone, language) in
        [("2", "Asia/Ho_Chi_Minh", "C"), ("7", "Pacific/Kiritimati", "vi_VN.UTF-8")]
    {
        let environment = [
            ("RAYON_NUM_THREADS", threads),
            ("TZ", zone),
            ("LANG", language),
            ("LC_ALL", language),
        ];
        let (other, _) = build(&content, &["--lang", "en"], &environment);
        assert_eq!(manifest_of(first.path()), manifest_of(other.path()));
    }
}

#[test]
fn restricted_text_and_the_future_appear_nowhere() {
    for date in ["2024-02-29", "2024-08-31", "2024-10-15"] {
        let (folder, _) = build(&province(), &["--as-of", date], &[]);
        for (path, bytes) in golden::files(&folder.path().join("output")) {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for secret in ["bimat", "tuonglai"] {
                let found = text.find(secret).map(|at| {
                    let from = text[..at].char_indices().rev().nth(80).map_or(0, |(n, _)| n);
                    text[from..].chars().take(160).collect::<String>()
                });
                assert!(found.is_none(), "{date} {path}: …{}…", found.unwrap_or_default());
                assert!(!path.contains(secret), "{date} {path}");
            }
        }
    }
}

#[test]
fn a_second_build_keeps_what_did_not_change_and_drops_what_is_gone() {
    let project = Project::new()
        .task("1.1", "kind: ongoing")
        .note("2024-03-05-a", "date: 2024-03-05\ntitle: A\ntasks: [\"1.1\"]", "Một.")
        .note("2024-03-06-b", "date: 2024-03-06\ntitle: B\ntasks: [\"1.1\"]", "Hai.");
    assert_eq!(project.run(&["build"]).code, 0);
    let page = project.output().join("cach-doc.html");
    let time = fs::metadata(&page).unwrap().modified().unwrap();
    let gone = project.output().join("ghi-chep/2024-03-05-a.html");
    assert!(gone.exists());

    fs::remove_file(project.content().join("notes/2024-03-05-a.md")).unwrap();
    let answer = project.run(&["build", "--format", "json"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert!(!gone.exists());
    assert_eq!(fs::metadata(&page).unwrap().modified().unwrap(), time);
    let answer: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(answer["removed"], 1);
    assert!(answer["unchanged"].as_u64().unwrap() > 5);
    whole(&project.output());
}

#[test]
fn content_with_an_error_leaves_the_old_site_as_it_was() {
    let project = Project::new().task("1.1", "kind: ongoing");
    assert_eq!(project.run(&["build"]).code, 0);
    let before = golden::files(&project.output());
    project.write("tasks/1.2.yaml", "priority: \"1\"\ntitle: Hai\nkind: ongoin\n");
    let answer = project.run(&["build"]);
    assert_eq!(answer.code, 1);
    assert!(answer.stderr.contains("content/tasks/1.2.yaml:3:7"), "{}", answer.stderr);
    assert_eq!(golden::files(&project.output()), before);
}

#[test]
fn a_long_ledger_goes_on_over_pages_and_a_restricted_one_has_none() {
    let day = |n: u64| crate::project::day("2024-03-01") + chrono::Days::new(n);
    let entries: String =
        (0..95).map(|n| format!("  - {{date: {}, text: Dòng {n}.}}\n", day(n))).collect();
    let project = Project::new()
        .task("1.1", &format!("kind: ongoing\nupdates:\n{entries}"))
        .task("1.2", &format!("kind: ongoing\nvisibility: status_only\nupdates:\n{entries}"));
    assert_eq!(project.run(&["build"]).code, 0);
    let files = golden::files(&project.output());
    let pages: Vec<&str> =
        files.keys().filter(|path| path.starts_with("so-tien-do/")).map(String::as_str).collect();
    assert_eq!(pages, ["so-tien-do/1.1-2.html", "so-tien-do/1.1-3.html"]);
    let mut seen = Vec::new();
    for page in ["nhiem-vu/1.1.html", pages[0], pages[1]] {
        let text = String::from_utf8(files[page].clone()).unwrap();
        seen.extend((0..95).rev().filter(|n| text.contains(&format!(">Dòng {n}.<"))));
    }
    let newest_first: Vec<u32> = (0..95).rev().collect();
    assert_eq!(seen, newest_first, "every entry once, newest first");
}

#[test]
fn a_folder_that_tiendo_did_not_make_is_refused() {
    let project = Project::new().task("1.1", "kind: ongoing");
    fs::create_dir_all(project.output()).unwrap();
    fs::write(project.output().join("thư tình.doc"), "x").unwrap();
    let answer = project.run(&["build"]);
    assert_eq!(answer.code, 3);
    assert!(answer.stderr.contains("thư tình.doc"), "{}", answer.stderr);
    assert_eq!(fs::read(project.output().join("thư tình.doc")).unwrap(), b"x");
    assert_eq!(golden::files(&project.output()).len(), 1);
}

#[test]
fn a_date_before_the_directive_is_wrong_use() {
    let project = Project::new().task("1.1", "kind: ongoing");
    let answer = project.run(&["build", "--as-of", "2024-02-29"]);
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("01/3/2024"), "{}", answer.stderr);
    assert!(!project.output().exists());
}

#[test]
fn two_builds_at_once_both_end_well() {
    let project = Project::new().task("1.1", "kind: ongoing");
    let children: Vec<_> = (0..4)
        .map(|_| {
            Command::new(env!("CARGO_BIN_EXE_tiendo"))
                .arg("build")
                .current_dir(project.root())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    whole(&project.output());
}

#[test]
fn every_page_renders_on_every_date_of_the_tables() {
    let (records, sources, _) = tiendo::content::load(&province()).unwrap();
    for date in [
        "2024-01-10",
        "2024-01-21",
        "2024-02-29",
        "2024-03-01",
        "2024-06-27",
        "2024-06-30",
        "2024-07-25",
        "2024-07-26",
        "2024-08-31",
        "2024-09-01",
        "2024-09-30",
        "2024-10-01",
        "2024-12-31",
        "2025-03-31",
    ] {
        let (model, _) = tiendo::check::check(&records, &sources);
        let assessment = tiendo::assess::assess(&model, crate::project::day(date)).unwrap();
        let templates = tiendo::site::Templates::embedded();
        let site = tiendo::site::Site::new(model, assessment, &templates).unwrap();
        let links = tiendo::site::links::LinkCheck::new();
        // Drawing pictures takes long, and `cards.rs` tests them. A page never links to one.
        for route in site.routes().iter().filter(|route| !route.is_card()) {
            links.page(&site.path(*route), &site.render(*route).unwrap());
        }
        for (_, to) in site.copies() {
            links.page(to, b"");
        }
        assert_eq!(links.finish(), [], "on {date}");
    }
}

/// A sitemap may have 50 MiB. With a very long base address, few entries are enough to reach it.
#[test]
fn a_large_sitemap_is_split_into_files_and_an_index() {
    let mut project = Project::new();
    for n in 1..40 {
        project = project.task(&format!("1.{n}"), "kind: ongoing");
    }
    let base = format!("https://example.com/{}/", "a".repeat(200_000));
    let site = format!("title: T\npublisher: P\ncontact: a@b.example\nbase_url: {base}\n");
    project.write("site.yaml", site);
    assert_eq!(project.run(&["build"]).code, 0);
    let read = |name: &str| fs::read_to_string(project.output().join(name)).unwrap();
    let index = read("sitemap.xml");
    assert!(index.contains("<sitemapindex"));
    let parts = index.matches("<sitemap><loc>").count();
    assert!(parts > 1, "{parts}");
    let mut seen = std::collections::BTreeSet::new();
    for part in 1..=parts {
        assert!(index.contains(&format!("{base}sitemap-{part}.xml")));
        let text = read(&format!("sitemap-{part}.xml"));
        assert!(text.len() < 50 * 1024 * 1024 && text.contains("<urlset"));
        for line in text.lines().filter_map(|line| line.strip_prefix("<url><loc>")) {
            assert!(seen.insert(line.to_owned()), "twice: …{}", &line[line.len() - 40..]);
        }
    }
    let tasks = seen.iter().filter(|line| line.contains("/nhiem-vu/")).count();
    assert_eq!(tasks, 39);
    assert!(!project.output().join(format!("sitemap-{}.xml", parts + 1)).exists());
}
