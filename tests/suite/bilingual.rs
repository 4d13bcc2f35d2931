//! Records with texts in two languages: pages in the second one, what is not translated, and content
//! in one language, of which nothing changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use crate::project::Project;

/// A project whose header, first priority, agency `so-a` and task 1.1 are in two languages.
pub(crate) fn project() -> Project {
    Project::new()
        .file(
            "site.yaml",
            "title: {vi: Tiến độ, en: Progress}\npublisher: Văn phòng Ủy ban\ncontact: a@b.example\n\
             base_url: https://tinh.example/tien-do/\n",
        )
        .file(
            "directive.yaml",
            "number: 1/KH-UBND\ndate: 2024-03-01\nkind: {vi: Kế hoạch, en: Plan}\n\
             subject: {vi: Nâng cấp đê biển, en: Raise the sea dykes}\n\
             period: {from: 2024-03-01, to: 2024-12-31}\n\
             labels: {task: {one: {vi: việc, en: action}, many: {vi: việc, en: actions}}}\n\
             priorities:\n  - {id: \"1\", title: {vi: Đê biển, en: Sea dykes}}\n\
             \x20 - {id: \"2\", title: Trồng rừng ngập mặn}\n",
        )
        .file(
            "agencies.yaml",
            "- {id: so-a, name: {vi: Sở Nông nghiệp, en: Department of Agriculture}}\n\
             - {id: so-b, name: Sở Tài chính}\n",
        )
        .file(
            "tasks/1.1.yaml",
            "priority: \"1\"\ntitle:\n  vi: Đắp đê Gò Sim\n  en: Build the Go Sim dyke\n\
             kind: deliverable\nlead: so-a\ndue: 2024-10-31\n\
             updates:\n  - {date: 2024-05-02, state: in_progress, text: Đã đắp được 2 km.}\n",
        )
        .file(
            "tasks/2.1.yaml",
            "priority: \"2\"\ntitle: Trồng 30 ha bần chua & đước\nkind: deliverable\nlead: so-b\n\
             due: 2024-11-30\nupdates:\n  - {date: 2024-05-03, state: in_progress}\n",
        )
        .note(
            "2024-05-04-de",
            "date: 2024-05-04\ntitle: Kiểm tra đê\ntasks: [\"1.1\"]",
            "Đoàn kiểm tra đã đi **hiện trường** ở Gò Sim.",
        )
}

fn built(project: &Project) -> impl Fn(&str) -> String {
    let answer = project.run(&["build"]);
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    let output = project.output();
    move |path: &str| fs::read_to_string(output.join(path)).unwrap_or_else(|_| panic!("{path}"))
}

fn pages(folder: &Path) -> BTreeSet<String> {
    let files = WalkDir::new(folder).into_iter().map(|found| found.unwrap().into_path());
    let pages = files.filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    pages.map(|path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect()
}

#[test]
fn every_page_is_there_in_both_languages_and_leads_to_the_other() {
    let project = project();
    let read = built(&project);
    let all = pages(&project.output());
    let (second, first): (BTreeSet<&str>, BTreeSet<&str>) =
        all.iter().map(String::as_str).partition(|path| path.starts_with("en/"));
    let second: BTreeSet<&str> =
        second.iter().filter_map(|path| path.strip_prefix("en/")).collect();
    assert_eq!(first, second);
    for (path, language, other, link) in [
        ("nhiem-vu/1.1.html", "vi", "en", "../en/nhiem-vu/1.1.html"),
        ("en/nhiem-vu/1.1.html", "en", "vi", "../../nhiem-vu/1.1.html"),
        ("index.html", "vi", "en", "en/index.html"),
        ("en/index.html", "en", "vi", "../index.html"),
    ] {
        let page = read(path);
        assert!(page.contains(&format!("<html lang=\"{language}\">")), "{path}");
        let link = format!("<a href=\"{link}\" lang=\"{other}\" hreflang=\"{other}\">");
        assert!(page.contains(&link), "{path}: {link}");
    }
    let page = read("en/nhiem-vu/1.1.html");
    for part in [
        "<link rel=\"canonical\" href=\"https://tinh.example/tien-do/en/nhiem-vu/1.1.html\">",
        "hreflang=\"en\" href=\"https://tinh.example/tien-do/en/nhiem-vu/1.1.html\"",
        "hreflang=\"vi\" href=\"https://tinh.example/tien-do/nhiem-vu/1.1.html\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!project.output().join("en/robots.txt").exists());
    let robots = read("robots.txt");
    assert!(robots.contains("Sitemap: https://tinh.example/tien-do/en/sitemap.xml"), "{robots}");
}

#[test]
fn each_language_has_its_own_texts_in_pages_feeds_data_and_search() {
    let project = project();
    let read = built(&project);
    assert!(read("nhiem-vu/1.1.html").contains(" Đắp đê Gò Sim</h1>"));
    assert!(!read("nhiem-vu/1.1.html").contains("Go Sim dyke"));
    let page = read("en/nhiem-vu/1.1.html");
    assert!(page.contains(" Build the Go Sim dyke</h1>"), "{page}");
    assert!(page.contains("Department of Agriculture") && !page.contains("Sở Nông nghiệp"));
    assert!(read("en/chi-dao.html").contains("Plan 1/KH-UBND"));
    assert!(read("en/du-lieu/tasks.csv").contains("Build the Go Sim dyke"));
    assert!(read("du-lieu/tasks.csv").contains("Đắp đê Gò Sim"));
    assert!(read("en/tin/tat-ca.xml").contains("Build the Go Sim dyke"));
    assert!(read("en/lich/tat-ca.ics").contains("Build the Go Sim dyke"));
    let search = WalkDir::new(project.output().join("en/assets/search")).into_iter();
    let rows = search.filter_map(|file| fs::read_to_string(file.unwrap().path()).ok());
    assert!(rows.into_iter().any(|text| text.contains("Build the Go Sim dyke")));
}

#[test]
fn what_is_not_translated_is_shown_with_its_language() {
    let project = project();
    let read = built(&project);
    let page = read("en/nhiem-vu/2.1.html");
    let title = "<span lang=\"vi\">Trồng 30 ha bần chua &amp; đước</span></h1>";
    assert!(page.contains(title), "{page}");
    assert!(page.contains("<span lang=\"vi\">Sở Tài chính</span>"), "{page}");
    assert!(read("en/nhiem-vu/1.1.html").contains("<span lang=\"vi\">Đã đắp được 2 km.</span>"));
    let note = read("en/ghi-chep/2024-05-04-de.html");
    assert!(note.contains("<div class=\"prose\" lang=\"vi\">"), "{note}");
    assert!(note.contains("<h1><span lang=\"vi\">Kiểm tra đê</span></h1>"), "{note}");
    // Only pages have markup, and only those of the second language.
    for path in ["en/du-lieu/tasks.json", "en/tin/tat-ca.xml", "nhiem-vu/2.1.html"] {
        assert!(!read(path).contains("<span lang="), "{path}");
    }
}

#[test]
fn check_lists_what_lacks_a_language() {
    let mut found = project().diagnostics();
    found.retain(|diagnostic| diagnostic.ends_with(" untranslated"));
    assert_eq!(
        found,
        [
            "agencies.yaml:2:20 untranslated",
            "directive.yaml:9:22 untranslated",
            "site.yaml:2:12 untranslated",
            "tasks/2.1.yaml:2:8 untranslated",
        ]
    );
}

#[test]
fn records_may_be_english_first() {
    let project = project().file(
        "site.yaml",
        "title: {vi: Tiến độ, en: Progress}\nlanguage: en\npublisher: Office\ncontact: a@b.example\n",
    );
    let read = built(&project);
    assert!(read("nhiem-vu/1.1.html").contains(" Build the Go Sim dyke</h1>"));
    assert!(read("vi/nhiem-vu/1.1.html").contains(" Đắp đê Gò Sim</h1>"));
    assert!(read("vi/nhiem-vu/1.1.html").contains("<html lang=\"vi\">"));
    assert!(!project.output().join("en").exists());
}

#[test]
fn content_in_one_language_has_one_site() {
    let project = Project::new().task("1.1", "kind: duty");
    let _ = built(&project);
    assert!(!project.output().join("en").exists());
    assert_eq!(project.diagnostics(), [""; 0]);
    for path in pages(&project.output()) {
        assert!(!fs::read_to_string(project.output().join(&path)).unwrap().contains("hreflang"));
    }
}

#[test]
fn the_package_holds_both_and_is_whole() {
    let project = project();
    assert_eq!(project.run(&["package", "--zip", "goi.zip"]).code, 0);
    assert_eq!(project.run(&["verify", "goi.zip"]).code, 0);
    let _ = built(&project);
    let manifest = fs::read_to_string(project.output().join("manifest.txt")).unwrap();
    assert!(manifest.contains("  en/index.html") || manifest.contains(" en/index.html"));
}

#[test]
fn a_record_in_two_languages_is_continued_like_any_other() {
    let project = project();
    let before = fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    let answer = project.run(&["update", "1.1", "--on", "2024-06-01", "--text", "Đã đắp 3 km."]);
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    let after = fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    assert!(after.starts_with(&before) && after.contains("Đã đắp 3 km."), "{after}");
}

/// Editors offer two languages exactly where the program reads them.
#[test]
fn the_schemas_allow_two_languages_where_they_are_read() {
    use tiendo::content::translated::TRANSLATED;
    use tiendo::locale::Locale;

    fn collect(
        schema: &serde_json::Value,
        root: &serde_json::Value,
        path: &str,
        found: &mut BTreeSet<String>,
    ) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            return collect(&root["definitions"][name], root, path, found);
        }
        let shapes = schema["anyOf"].as_array();
        if shapes.is_some_and(|shapes| shapes.iter().any(|s| s["properties"].get("vi").is_some())) {
            found.insert(path.trim_start_matches('.').to_owned());
            return;
        }
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            collect(property, root, &format!("{path}.{key}"), found);
        }
        if schema["items"].is_object() {
            collect(&schema["items"], root, &format!("{path}[]"), found);
        }
        shapes.into_iter().flatten().for_each(|shape| collect(shape, root, path, found));
    }

    let mut offered = BTreeSet::new();
    for file in tiendo::schema::all(Locale::of("vi"), Locale::of("en")) {
        let mut found = BTreeSet::new();
        collect(&file.schema, &file.schema, "", &mut found);
        offered.extend(found.into_iter().map(|path| format!("{}: {path}", file.name)));
    }
    let read = TRANSLATED.iter().flat_map(|(kind, paths)| {
        let name = format!("{kind:?}").to_lowercase();
        paths.iter().map(move |path| format!("{name}: {path}"))
    });
    assert_eq!(offered, read.collect());
}
