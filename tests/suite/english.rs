//! A directive in English: no word of its site, documents and messages is Vietnamese.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::run_in;

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/english/content");

/// Letters that Vietnamese has and English has not.
fn is_vietnamese(c: char) -> bool {
    "ăâđêôơưĂÂĐÊÔƠƯ".contains(c)
        || ('\u{1ea0}'..='\u{1ef9}').contains(&c)
        || "àáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝĩĨũŨ".contains(c)
}

/// The words of a text that hold a Vietnamese letter, each with what stands before it.
fn vietnamese(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        if let Some((at, _)) = line.char_indices().find(|(_, c)| is_vietnamese(*c)) {
            let from = line[..at].char_indices().rev().nth(60).map_or(0, |(from, _)| from);
            found.push(line[from..].chars().take(120).collect());
        }
    }
    found
}

/// Where one thing is named in the plural, as in "1 actions".
fn plural_of_one(text: &str) -> Vec<String> {
    const PLURALS: [&str; 14] = [
        "actions",
        "tasks",
        "chapters",
        "agencies",
        "days",
        "reports",
        "entries",
        "places",
        "documents",
        "notes",
        "files",
        "parts",
        "deadlines",
        "times",
    ];
    let plain = text.replace("&nbsp;", " ");
    let mut found = Vec::new();
    for plural in PLURALS {
        for (at, _) in plain.match_indices(&format!("1 {plural}")) {
            let before = plain[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || ".,/-".contains(c)) {
                found.push(plain[at..].chars().take(60).collect());
            }
        }
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { all.extend(files(&entry)) } else { all.push(entry) }
    }
    all.sort();
    all
}

/// The text of a zip's members, for documents and workbooks.
fn members(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for n in 0..archive.len() {
        let mut member = archive.by_index(n).unwrap();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut member, &mut bytes).unwrap();
        text.push_str(&String::from_utf8_lossy(&bytes));
        text.push('\n');
    }
    text
}

#[test]
fn the_site_of_an_english_directive_has_no_vietnamese_word() {
    let folder = tempfile::tempdir().unwrap();
    let answer = run_in(
        folder.path(),
        &["build", "--content", CONTENT, "--output", "site", "--lang", "en"],
        &[],
    );
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(vietnamese(&(answer.stdout + &answer.stderr)), [""; 0]);
    let site = folder.path().join("site");
    let (mut faults, mut read) = (Vec::new(), 0);
    for path in files(&site) {
        let name = path.strip_prefix(&site).unwrap().display().to_string();
        let bytes = fs::read(&path).unwrap();
        let text = match path.extension().and_then(|ending| ending.to_str()) {
            Some("png") => continue,
            Some("xlsx") => members(&bytes),
            // Titles and meanings of columns are there in both languages; the program speaks both.
            _ if name == "du-lieu/datapackage.json" => {
                let mut whole: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
                without_translations(&mut whole);
                whole.to_string()
            }
            _ => String::from_utf8(bytes).unwrap(),
        };
        // The scripts know the Vietnamese letter that loses its stroke when accents are ignored.
        if matches!(name.as_str(), "assets/site.js" | "assets/search.js") {
            continue;
        }
        read += 1;
        let found = vietnamese(&text).into_iter().chain(plural_of_one(&text));
        faults.extend(found.map(|words| format!("{name}: {words}")));
    }
    assert!(read > 80, "{read}");
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults[..faults.len().min(40)].join("\n"));
}

fn without_translations(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(map) => {
            map.remove("translations");
            map.values_mut().for_each(without_translations);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(without_translations),
        _ => {}
    }
}

#[test]
fn commands_and_documents_about_an_english_directive_are_english() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        &["check"][..],
        &["status"],
        &["status", "--agency", "ashwick"],
        &["explain", "1.3"],
        &["explain", "1.4"],
        &["explain", "2.1"],
        &["remind", "--agency", "transport"],
        &["remind", "--agency", "transport", "--format", "docx", "--output", "letter.docx"],
        &["report", "--output", "report.docx"],
        &["report", "--full", "--output", "full.docx"],
        &["export", "tracker.xlsx"],
        &["forecast", "--as-of", "2024-12-31"],
        &["diff", "--from", "2024-08-31", "--to", "2024-11-15"],
    ] {
        let all = [arguments, &["--content", CONTENT, "--lang", "en"]].concat();
        let answer = run_in(folder.path(), &all, &[]);
        assert_eq!(answer.code, 0, "{arguments:?} {}", answer.stderr);
        let said = answer.stdout + &answer.stderr;
        assert_eq!(vietnamese(&said), [""; 0], "{arguments:?}");
        assert_eq!(plural_of_one(&said), [""; 0], "{arguments:?}");
    }
    let mut documents = 0;
    for path in files(folder.path()) {
        documents += 1;
        let text = members(&fs::read(&path).unwrap());
        let found: Vec<String> = [vietnamese(&text), plural_of_one(&text)].concat();
        assert_eq!(found, [""; 0], "{}", path.display());
    }
    assert_eq!(documents, 4);
}
