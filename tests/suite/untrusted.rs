//! Untrusted text stays text: hostile content in any field is refused, or shown exactly as written.
//! `tests/browser/parts/hostile.mjs` tests this in a browser, with contents that are written here
//! to `target/hostile/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use rayon::prelude::*;
use tiendo::diagnostic::Severity;
use tiendo::pipeline;
use tiendo::site::{Site, Templates};
use zip::ZipArchive;

use crate::fuzz::promises::{self, markup};
use crate::payloads::{content, harmless, payloads, quoted, refused};
use crate::project::Project;

/// Number of payloads in one site.
const GROUP: usize = 24;

fn project(files: &[(String, String)]) -> Project {
    let project = Project::new();
    for (path, text) in files {
        project.write(path, text);
    }
    project
}

/// A file of a site. A page is parsed only once.
struct File {
    text: String,
    /// The structure of a page.
    bones: Vec<String>,
    /// The text that a page shows.
    words: String,
}

/// Every file of the site, by path. The content must be valid.
fn site(project: &Project) -> BTreeMap<String, File> {
    let mut loaded = pipeline::load(&project.content()).unwrap();
    let errors: Vec<_> = loaded
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let as_of = pipeline::as_of(&loaded.model, None);
    let assessment = pipeline::assess(&mut loaded.model, as_of).unwrap();
    let site = Site::new(loaded.model, assessment, &Templates::embedded()).unwrap();
    let file = |route: &tiendo::site::Route| {
        let (path, bytes) = (site.path(*route), site.render(*route).unwrap());
        let page = promises::shown(&path, &bytes, true);
        let text = if path.ends_with(".xlsx") {
            workbook(&bytes)
        } else {
            String::from_utf8(bytes).unwrap()
        };
        let bones = page.as_ref().map(bones).unwrap_or_default();
        (path, File { text, bones, words: page.map(|page| page.text).unwrap_or_default() })
    };
    // A card is a picture whose letters are drawn: no text of the records is in its bytes.
    let is_read = |route: &&tiendo::site::Route| !route.is_card();
    site.routes().par_iter().filter(is_read).map(file).collect()
}

/// The parts of a workbook one after another, each after its name.
fn workbook(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for n in 0..archive.len() {
        let mut part = archive.by_index(n).unwrap();
        text.push_str(&format!("\n== {}\n", part.name().unwrap()));
        part.read_to_string(&mut text).unwrap();
    }
    text
}

/// The errors of a content, by code.
fn errors(project: &Project) -> BTreeSet<&'static str> {
    let (_, _, problems) = project.load();
    let errors = problems.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|problem| problem.code).collect()
}

/// Normalises text for comparison: normal form C, one kind of space.
fn plain(text: &str) -> String {
    let text = tiendo::vietnamese::nfc(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The structure of a page without its texts: elements and attribute names, sorted, because names
/// decide the order of some rows.
fn bones(page: &markup::Page) -> Vec<String> {
    let names = |element: &markup::Element| {
        let names: Vec<&str> = element.attributes.keys().map(String::as_str).collect();
        format!("{} {}", element.name, names.join(" "))
    };
    let mut bones: Vec<String> = page.elements.iter().map(names).collect();
    bones.sort();
    bones
}

/// The first difference between two lists.
fn parting(a: &[String], b: &[String]) -> String {
    let at = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let around = |list: &[String]| {
        list[at.saturating_sub(4).min(list.len())..(at + 3).min(list.len())].join(" | ")
    };
    format!("hostile: … {}\n  twin: … {}", around(a), around(b))
}

/// Compares a file that is not a page with its twin.
fn same_shape(path: &str, file: &str, twin: &str) -> Result<(), String> {
    if file == twin {
        return Ok(());
    }
    let forbidden = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t' | '\r') || "\u{2028}\u{2029}".contains(c)
    };
    if let Some(c) = file.chars().find(|c| forbidden(*c)) {
        return Err(format!("holds {c:?}"));
    }
    match path.rsplit('.').next().unwrap_or_default() {
        "js" => {
            // A call or an assignment of data, and nothing else.
            let open = file.find(['{', '[']).ok_or("no data")?;
            let (head, rest) = file.split_at(open);
            let name = |c: char| c.is_ascii_alphanumeric() || "._$ =(".contains(c);
            if !head.chars().all(name) || !twin.starts_with(head) {
                return Err(format!("begins with {head:?}"));
            }
            let data = rest.trim_end().trim_end_matches([';', ')']);
            let data = serde_json::from_str::<serde_json::Value>(data);
            data.map(drop).map_err(|error| error.to_string())
        }
        "json" | "webmanifest" => {
            let shape = |text: &str| -> Result<Vec<String>, String> {
                let value = serde_json::from_str(text).map_err(|error| format!("{error}"))?;
                let mut keys = Vec::new();
                keys_of(&value, &mut keys);
                keys.sort();
                Ok(keys)
            };
            let (file, twin) = (shape(file)?, shape(twin)?);
            if file == twin { Ok(()) } else { Err(parting(&file, &twin)) }
        }
        "xml" | "svg" | "atom" => {
            let (file, twin) = (markup::parse(file), markup::parse(twin));
            if file.comments != twin.comments {
                return Err(format!("comments or CDATA: {:?}", file.comments));
            }
            // An HTML tokenizer does not know XML declarations. The twin has this error too.
            if file.errors != twin.errors {
                return Err(format!("no XML: {:?}", file.errors));
            }
            let (file, twin) = (bones(&file), bones(&twin));
            if file == twin { Ok(()) } else { Err(parting(&file, &twin)) }
        }
        "csv" => {
            let (rows, twin) = (cells(file), cells(twin));
            if rows.iter().map(Vec::len).collect::<Vec<_>>()
                != twin.iter().map(Vec::len).collect::<Vec<_>>()
            {
                return Err("other rows or cells than its twin".into());
            }
            let formula = |cell: &&String| {
                cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
                    && cell.parse::<f64>().is_err()
            };
            match rows.iter().flatten().find(formula) {
                Some(cell) => Err(format!("a formula: {cell:?}")),
                None => Ok(()),
            }
        }
        "ics" => {
            if let Some(line) =
                file.split("\r\n").find(|line| line.len() > 75 || line.contains(['\n', '\r']))
            {
                return Err(format!("a line too long or broken: {line:?}"));
            }
            let names = |text: &str| -> Vec<String> {
                let text = text.replace("\r\n ", "").replace("\r\n\t", "");
                text.split("\r\n")
                    .map(|l| l.split([':', ';']).next().unwrap_or_default().to_owned())
                    .collect()
            };
            let (file, twin) = (names(file), names(twin));
            if file == twin { Ok(()) } else { Err(parting(&file, &twin)) }
        }
        // Equal parts. Every cell is a text or a number, without formulas or links made by cells.
        "xlsx" => {
            let parts = |text: &str| -> Vec<String> {
                text.lines().filter(|line| line.starts_with("== ")).map(str::to_owned).collect()
            };
            let forbidden = ["<f>", "<f ", "<hyperlink", "externalLink", "<oleObject"];
            match forbidden
                .iter()
                .find(|part| file.matches(**part).count() != twin.matches(**part).count())
            {
                Some(part) => Err(format!("holds {part}")),
                None if parts(file) != parts(twin) => Err("other parts than its twin".into()),
                None if file.matches("<c ").count() != twin.matches("<c ").count() => {
                    Err("other cells than its twin".into())
                }
                None => Ok(()),
            }
        }
        // An equal number of lines, each with a word and a path or an address of plain characters.
        "txt" => {
            let plain =
                |c: char| !c.is_control() && !c.is_whitespace() && !"<>\"`{}\\^|".contains(c);
            let is_path = |line: &str| {
                let path = line.strip_prefix("Disallow: /").or(line.strip_prefix("Sitemap: http"));
                path.is_some_and(|path| path.chars().all(plain))
            };
            let fixed = |line: &str| matches!(line, "User-agent: *" | "Allow: /" | "");
            match file.lines().find(|line| !fixed(line) && !is_path(line)) {
                Some(line) => Err(format!("a line of its own: {line:?}")),
                None if file.lines().count() != twin.lines().count() => {
                    Err("other lines than its twin".into())
                }
                None => Ok(()),
            }
        }
        // Nothing of the content, or an equal number of lines.
        "css" => {
            if file.lines().count() == twin.lines().count() {
                Ok(())
            } else {
                Err("other lines than its twin".into())
            }
        }
        kind => Err(format!("nobody knows how to judge .{kind}: say it in same_shape")),
    }
}

fn keys_of(value: &serde_json::Value, keys: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                keys.push(key.clone());
                keys_of(value, keys);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| keys_of(value, keys)),
        _ => {}
    }
}

/// The cells of a CSV file, as RFC 4180 reads it.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut rest = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = rest.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted && rest.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => rows.push(vec![String::new()]),
            c => row.last_mut().unwrap().push(c),
        }
    }
    rows
}

fn is_search_part(path: &str) -> bool {
    path.starts_with("assets/search/words-") || path.starts_with("assets/search/rows-")
}

/// Describes what is wrong with a group of payloads, each with its page.
fn judge(group: &[String], bodies: &[bool], twin: &BTreeMap<String, File>) -> Vec<String> {
    let mut wrong = Vec::new();
    let hostile = site(&project(&content(group, bodies)));
    // The number of parts of the search index depends on the words.
    let paths = |site: &BTreeMap<String, File>| -> Vec<String> {
        site.keys().filter(|path| !is_search_part(path)).cloned().collect()
    };
    assert_eq!(paths(&hostile), paths(twin));
    for (path, file) in &hostile {
        let first = path.trim_end_matches(|c: char| c.is_ascii_digit() || ".js".contains(c));
        let twin = &twin[&if is_search_part(path) { format!("{first}1.js") } else { path.clone() }];
        if !path.ends_with(".html") {
            if let Err(problem) = same_shape(path, &file.text, &twin.text) {
                wrong.push(format!("{path}: {problem}"));
            }
            continue;
        }
        let (mut shape, mut twin_shape) = (file.bones.clone(), twin.bones.clone());
        // Everything grouped by its first letter. The number of letters depends on the words.
        if path.starts_with("tra-cuu") {
            shape.dedup();
            twin_shape.dedup();
        }
        // Lines of records stay lines, so their number depends on the text.
        if ["muc/", "nhiem-vu/", "so-tien-do/", "van-ban", "da-chuyen"]
            .iter()
            .any(|folder| path.starts_with(folder))
        {
            for shape in [&mut shape, &mut twin_shape] {
                shape.retain(|bone| !["br ", "dd ", "p ", "p class"].contains(&bone.as_str()));
            }
        }
        // Markdown may produce more than its twin's paragraphs. `shown` has checked it.
        if shape != twin_shape && !path.starts_with("ghi-chep/body") {
            wrong.push(format!("{path}: {}", parting(&shape, &twin_shape)));
        }
    }
    for (n, payload) in group.iter().enumerate() {
        let wanted = plain(payload);
        for path in [
            format!("nhiem-vu/t{n}.html"),
            format!("ghi-chep/n{n}.html"),
            format!("co-quan/a{n}.html"),
            format!("nhung/muc/p{n}.html"),
            format!("nhung/co-quan/a{n}.html"),
            format!("tin/muc-p{n}.xml"),
            format!("tin/co-quan-a{n}.xml"),
        ] {
            let file = &hostile[&path];
            let words = match path.ends_with(".html") {
                true => plain(&file.words),
                false => plain(&markup::parse(&file.text).text),
            };
            if !words.contains(&wanted) {
                wrong.push(format!("{path}: does not show {payload:?}"));
            }
        }
    }
    wrong
}

#[test]
fn hostile_text_in_every_field_is_shown_as_text() {
    let payloads = payloads();
    assert!(payloads.len() >= 200, "{}", payloads.len());
    // Comments are refused everywhere but in notes, where they are left out.
    let (comments, payloads): (Vec<_>, Vec<_>) =
        payloads.into_iter().partition(|payload| payload.contains("<!--"));
    for payload in &comments {
        let errors = errors(&project(&content(std::slice::from_ref(payload), &[true])));
        assert!(errors.contains("comment-shown"), "{payload:?}");
    }
    // Each in its own content first: only links, pictures and unknown figures in the bodies of notes
    // are refused, among them links whose text holds a bracket or a new line.
    let alone = |payload| errors(&project(&content(std::slice::from_ref(payload), &[true])));
    let errors: Vec<_> = payloads.par_iter().map(alone).collect();
    let bodies: Vec<bool> = errors.iter().map(BTreeSet::is_empty).collect();
    let mut refused = Vec::new();
    for (payload, errors) in payloads.iter().zip(errors) {
        let is_link = payload.contains([']', '\n']) || payload.starts_with('<');
        let of_links = ["broken-link", "malformed-link", "image-not-shown"];
        let is_figure = payload.contains("{{");
        if !(errors.is_empty()
            || is_link && errors.iter().all(|code| of_links.contains(code))
            || is_figure && errors == BTreeSet::from(["unknown-quantity"]))
        {
            refused.push(format!("{errors:?} {payload:?}"));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    assert!(bodies.iter().filter(|body| **body).count() >= 200);
    write_for_the_browser(&payloads, &bodies);
    let mut twins = BTreeMap::new();
    let mut wrong = Vec::new();
    for (group, bodies) in payloads.chunks(GROUP).zip(bodies.chunks(GROUP)) {
        let count = group.len();
        let twin = twins
            .entry(count)
            .or_insert_with(|| site(&project(&content(&harmless(count), &vec![true; count]))));
        wrong.extend(judge(group, bodies, twin));
    }
    let first = &wrong[..wrong.len().min(40)];
    assert!(wrong.is_empty(), "{} problems:\n{}", wrong.len(), first.join("\n"));
}

/// `target/hostile/N/` and `N-twin/`, with `N.json`, the payloads.
fn write_for_the_browser(payloads: &[String], bodies: &[bool]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().join("hostile");
    let _ = fs::remove_dir_all(&folder);
    let groups = payloads.chunks(GROUP).zip(bodies.chunks(GROUP));
    for (n, (group, bodies)) in groups.enumerate() {
        for (name, texts) in
            [(format!("{n}"), group.to_vec()), (format!("{n}-twin"), harmless(group.len()))]
        {
            for (path, text) in content(&texts, bodies) {
                let path = folder.join(&name).join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
        }
        fs::write(folder.join(format!("{n}.json")), serde_json::to_string(group).unwrap()).unwrap();
    }
}

#[test]
fn characters_that_no_text_may_hold_are_refused_in_every_file() {
    for text in refused() {
        let c = text.chars().nth(1).unwrap();
        let escaped: String = match u32::from(c) {
            code @ ..=0xffff => format!("\"a\\u{code:04x}b\""),
            code => format!("\"a\\U{code:08x}b\""),
        };
        for (path, record) in [
            ("site.yaml", "title: @\n"),
            (
                "directive.yaml",
                "number: 1\ndate: 2024-03-01\nsubject: @\npriorities: [{id: \"1\", title: a, no_tasks: b}]\n",
            ),
            ("agencies.yaml", "- {id: so-a, name: @}\n"),
            ("places.yaml", "- {id: d, name: @}\n"),
            ("documents.yaml", "- {id: v, title: @}\n"),
            ("tasks/1.1.yaml", "priority: \"1\"\ntitle: @\nkind: duty\n"),
            ("notes/a.md", "---\ndate: 2024-03-02\ntitle: @\npriorities: [\"1\"]\n---\na\n"),
            ("notes/a.md", "---\ndate: 2024-03-02\ntitle: a\npriorities: [\"1\"]\n---\n@\n"),
        ] {
            let is_body = record.ends_with("@\n") && path == "notes/a.md";
            for value in [format!("\"{text}\""), escaped.clone()] {
                if is_body && value == escaped {
                    continue;
                }
                let project = Project::new().file(path, record.replace('@', &value));
                let errors = errors(&project);
                let expected = ["invisible-character", "yaml-nul"];
                assert!(
                    expected.iter().any(|code| errors.contains(code)),
                    "{path} {value:?}: {errors:?}"
                );
            }
        }
    }
}

/// Fields with a fixed form accept no payload, or only harmless ones.
#[test]
fn fields_with_a_form_refuse_what_does_not_fit() {
    let task = "priority: \"1\"\ntitle: a\nkind: deliverable\n";
    let fields = [
        ("site.yaml", "title: a\nlanguage: @\n"),
        ("site.yaml", "title: a\nas_of: @\n"),
        ("site.yaml", "title: a\nperiods: [@]\n"),
        ("site.yaml", "title: a\ncycle_day: @\n"),
        ("site.yaml", "title: a\nlogo: @\n"),
        ("agencies.yaml", "- {id: @, name: a}\n"),
        ("agencies.yaml", "- {id: a, name: a, valid_until: @}\n"),
        ("agencies.yaml", "- {id: a, name: a, successor: @}\n"),
        ("places.yaml", "- {id: @, name: a}\n"),
        ("documents.yaml", "- {id: @, title: a}\n"),
        ("documents.yaml", "- {id: a, title: a, file: @}\n"),
        ("documents.yaml", "- {id: a, title: a, date: @}\n"),
        ("tasks/1.1.yaml", "priority: @\ntitle: a\nkind: duty\n"),
        ("tasks/1.1.yaml", "priority: \"1\"\ntitle: a\nkind: @\n"),
        ("tasks/1.1.yaml", &format!("{task}lead: @\n")),
        ("tasks/1.1.yaml", &format!("{task}places: [@]\n")),
        ("tasks/1.1.yaml", &format!("{task}related: [@]\n")),
        ("tasks/1.1.yaml", &format!("{task}visibility: @\n")),
        ("tasks/1.1.yaml", &format!("{task}due: @\n")),
        ("tasks/1.1.yaml", &format!("{task}due: {{month: @}}\n")),
        ("tasks/1.1.yaml", &format!("{task}updates: [{{date: @}}]\n")),
        ("tasks/1.1.yaml", &format!("{task}updates: [{{date: 2024-03-20, state: @}}]\n")),
        ("tasks/1.1.yaml", &format!("{task}updates: [{{date: 2024-03-20, percent: @}}]\n")),
        ("tasks/1.1.yaml", &format!("{task}updates: [{{date: 2024-03-20, evidence: [@]}}]\n")),
        ("notes/a.md", "---\ndate: @\ntitle: a\npriorities: [\"1\"]\n---\na\n"),
        ("notes/a.md", "---\ndate: 2024-03-20\ntitle: a\ntasks: [@]\n---\na\n"),
        ("notes/a.md", "---\ndate: 2024-03-20\ntitle: a\npriorities: [\"1\"]\nauthor: @\n---\na\n"),
        ("notes/a.md", "---\ndate: 2024-03-20\ntitle: a\npriorities: [\"1\"]\ndraft: @\n---\na\n"),
    ];
    // Words and numbers that happen to be valid in some field.
    let fits = ["0", "true", "con", "nul.html", "constructor", "\"", "'", "`", "“"];
    let payloads = payloads();
    for (n, (path, record)) in fields.iter().enumerate() {
        // Each field gets every seventh payload, each payload four fields.
        let some = payloads.iter().skip(n % 7).step_by(7);
        for payload in some.filter(|payload| !fits.contains(&payload.trim())) {
            let id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
            if record.contains("id: @") && payload.chars().all(id) {
                continue;
            }
            let project = Project::new().file(path, record.replace('@', &quoted(payload)));
            assert!(!errors(&project).is_empty(), "{path}: {record}: {payload:?} is accepted");
        }
    }
}

/// Accepted addresses lead away over http(s) and break out of nothing.
#[test]
fn addresses_are_of_the_web_and_stay_in_their_attribute() {
    let mut tried = payloads();
    tried.retain(|payload| payload.len() < 300);
    tried = tried.into_iter().step_by(2).collect();
    let behind: Vec<String> =
        tried.iter().map(|payload| format!("https://a.example/{payload}")).collect();
    tried.extend(behind);
    tried.extend(
        [
            "http://[::1",
            "https://",
            "https:a",
            "https:///a",
            "//a.example/",
            "https://a b/",
            "https://a.example\\@b.example/",
        ]
        .map(str::to_owned),
    );
    let documents = |urls: &[String]| -> String {
        urls.iter()
            .enumerate()
            .map(|(n, url)| format!("- {{id: v{n}, title: a, url: {}}}\n", quoted(url)))
            .collect()
    };
    let project = |urls: &[String]| {
        let cited: Vec<String> = (0..urls.len()).map(|n| format!("v{n}")).collect();
        Project::new()
            .file("documents.yaml", documents(urls))
            .task("1.1", &format!("kind: duty\ndocuments: [{}]", cited.join(", ")))
    };
    let accepted: Vec<String> = tried
        .iter()
        .filter(|url| errors(&project(&[(*url).clone()])).is_empty())
        .cloned()
        .collect();
    for url in &accepted {
        assert!(url.starts_with("https://") || url.starts_with("http://"), "{url:?} is accepted");
    }
    assert!(!accepted.is_empty());
    let twins: Vec<String> =
        (0..accepted.len()).map(|n| format!("https://a.example/{n}")).collect();
    let (hostile, twin) = (site(&project(&accepted)), site(&project(&twins)));
    for (path, file) in hostile.iter().filter(|(path, _)| path.ends_with(".html")) {
        let (shape, twin) = (&file.bones, &twin[path].bones);
        assert!(shape == twin, "{path}: {}", parting(shape, twin));
    }
    let usual = "title: a\nbase_url: https://a.example/x/\n";
    let usual = site(&Project::new().file("site.yaml", usual));
    for payload in &tried {
        let settings = format!("title: a\nbase_url: {}\n", quoted(payload));
        let project = Project::new().file("site.yaml", settings);
        if errors(&project).is_empty() {
            assert!(
                payload.starts_with("https://") || payload.starts_with("http://"),
                "{payload:?}"
            );
            for (path, file) in &site(&project) {
                let twin = &usual[path];
                if path.ends_with(".html") {
                    let (shape, twin) = (&file.bones, &twin.bones);
                    assert!(shape == twin, "{payload:?}: {path}: {}", parting(shape, twin));
                } else if let Err(problem) = same_shape(path, &file.text, &twin.text) {
                    panic!("{payload:?}: {path}: {problem}");
                }
            }
        }
    }
}

/// Names of attachments become addresses of plain letters, or are refused.
#[cfg(unix)]
#[test]
fn attachments_of_any_name_get_a_plain_address() {
    for payload in payloads().into_iter().step_by(2) {
        let name: String = payload.chars().filter(|c| !matches!(c, '/' | '\0')).take(60).collect();
        let path = format!("attachments/{name}.pdf");
        let project = Project::new()
            .file("documents.yaml", format!("- {{id: v, title: a, file: {}}}\n", quoted(&path)))
            .task("1.1", "kind: duty\ndocuments: [v]")
            .file(&path, "%PDF");
        if errors(&project).is_empty() {
            promises::whole(&project.content());
            let loaded = pipeline::load(&project.content()).unwrap();
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-./".contains(c);
            for attachment in &loaded.model.attachments {
                assert!(attachment.site_path.chars().all(plain), "{:?}", attachment.site_path);
                assert!(!attachment.site_path.contains(".."), "{:?}", attachment.site_path);
            }
        }
    }
}
