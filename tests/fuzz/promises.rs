//! Properties that hold for any bytes: functions that panic if one does not.
//!
//! libFuzzer calls them through `targets/`. `cargo test` calls them with the seeds and with altered
//! seeds (`tests/suite/fuzz.rs`).

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tiendo::content::records::{AgencyRecord, DirectiveRecord, NoteRecord, SiteRecord, TaskRecord};
use tiendo::content::{notes, yaml};
use tiendo::diagnostic::{Diagnostic, Diagnostics};
use tiendo::markdown;
use tiendo::pipeline::{self, Loaded};
use tiendo::site::links::LinkCheck;
use tiendo::site::{Site, Templates};
use tiendo::source::{FileId, Position, SourceFile, Sources};

#[path = "markup.rs"]
pub mod markup;

/// The files that [`records`] may alter. The first byte chooses one.
const FILES: [&str; 8] = [
    "tasks/1.1.yaml",
    "site.yaml",
    "directive.yaml",
    "agencies.yaml",
    "places.yaml",
    "documents.yaml",
    "notes/2024-03-15-a.md",
    "attachments/a.svg",
];

/// A valid folder in which one file is altered.
const GOOD: [(&str, &str); 5] = [
    ("site.yaml", "title: Tiến độ\n"),
    (
        "directive.yaml",
        "number: 1/KH\ndate: 2024-03-01\nsubject: Thử\npriorities: [{id: \"1\", title: Một}]\n",
    ),
    ("agencies.yaml", "- {id: so-a, name: Sở A}\n- {id: so-b, name: Sở B}\n"),
    ("documents.yaml", "- {id: bc-1, title: Báo cáo}\n- {id: qd-1, title: Quyết định}\n"),
    ("places.yaml", "- {id: huyen-a, name: Huyện A}\n"),
];

/// Any bytes as one file of a folder: every diagnostic is in its file.
pub fn records(data: &[u8]) {
    let folder = one_spoilt(data);
    let loaded = pipeline::load(folder.path()).expect("the folder is there");
    check_diagnostics(&loaded.diagnostics, &loaded.sources);
}

/// Any bytes as one file of a folder, through the command line, which also prints excerpts.
pub fn printed(data: &[u8]) {
    let folder = one_spoilt(data);
    let way = data.get(1).copied().unwrap_or_default() as usize;
    let format = ["text", "short", "json"][way % 3];
    let language = ["vi", "en"][way % 2];
    let words = ["tiendo", "check", "--format", format, "--lang", language, "--content"];
    let mut words: Vec<std::ffi::OsString> = words.into_iter().map(Into::into).collect();
    words.push(folder.path().into());
    tiendo::cli::run(words);
}

fn one_spoilt(data: &[u8]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for files");
    let (which, text) = data.split_first().map_or((0, data), |(first, rest)| (*first, rest));
    for (path, text) in GOOD {
        write(folder.path(), Path::new(path), text.as_bytes());
    }
    write(folder.path(), Path::new(FILES[which as usize % FILES.len()]), text);
    folder
}

fn write(root: &Path, path: &Path, text: &[u8]) {
    let path = root.join(path);
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder);
    }
    let _ = fs::write(path, text);
}

/// Any text as a note and as each kind of record, in memory: the parts of a note are complete,
/// index and diagnostics are inside the text, and reading it twice gives equal results.
pub fn front_matter(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(parts) = notes::split(&text) {
        assert!(text.get(parts.front.clone()).is_some() && text.get(parts.body.clone()).is_some());
        assert!(parts.front.end < parts.body.start && parts.body.end == text.len());
        assert_eq!(text[parts.front.end..parts.body.start].trim_end(), "---");
        form::<NoteRecord>(&text, parts.front);
    }
    let whole = 0..text.len();
    form::<TaskRecord>(&text, whole.clone());
    form::<DirectiveRecord>(&text, whole.clone());
    form::<SiteRecord>(&text, whole.clone());
    form::<Vec<AgencyRecord>>(&text, whole);
}

fn form<T: serde::de::DeserializeOwned + std::fmt::Debug>(
    text: &str,
    range: std::ops::Range<usize>,
) {
    let (record, index, diagnostics) = yaml::read::<T>(text, range.clone(), FileId::nth(0));
    let (again, _, as_many) = yaml::read::<T>(text, range.clone(), FileId::nth(0));
    assert_eq!(format!("{record:?}"), format!("{again:?}"));
    assert_eq!(diagnostics.iter().count(), as_many.iter().count());
    assert!(record.is_some() || diagnostics.has_errors(), "nothing read and nothing said");
    for node in index.nodes() {
        for part in [&node.key, &node.value] {
            assert!(text.get(part.clone()).is_some(), "{node:?}");
            let inside = part.is_empty() || range.start <= part.start && part.end <= range.end;
            assert!(inside, "{node:?} in {range:?}");
        }
    }
    let mut sources = Sources::default();
    sources.add(SourceFile::new("a.yaml".into(), text, index));
    check_diagnostics(&diagnostics, &sources);
}

/// Any text as Markdown: its HTML has only elements of Markdown, and its links are inside the text.
pub fn markdown(data: &[u8]) {
    let source = String::from_utf8_lossy(data);
    let resolve = |target: &str| {
        let known = ["task:", "doc:", "note:", "attachments/"];
        known.iter().any(|scheme| target.starts_with(scheme)).then(|| markdown::Href {
            href: format!("../x/{}", target.replace(':', "/")),
            external: false,
        })
    };
    let unresolved = |_: &str| None;
    let words = markdown::Words { footnotes: "Chú thích", footnote_back: "Về" };
    for resolve in [&resolve as &dyn Fn(&str) -> Option<markdown::Href>, &unresolved] {
        let options = markdown::Options { id_prefix: "n-", heading_shift: 1, resolve, words };
        let html = markdown::to_html(&source, &options);
        assert_eq!(html, markdown::to_html(&source, &options));
        let problems = markup::problems(&html, markup::Kind::Prose);
        assert!(problems.is_empty(), "{problems:?}\n{html}");
    }
    match markdown::facts(&source) {
        Err(deep) => assert!(source.get(deep.range).is_some_and(|text| !text.is_empty())),
        Ok(facts) => {
            for link in facts.links {
                assert!(source.get(link.range.clone()).is_some_and(|text| !text.is_empty()));
                if let Some(range) = link.target_range {
                    let target = link.target.trim_start_matches("mailto:");
                    let read = source.get(range).map(|text| text.trim_start_matches("mailto:"));
                    assert_eq!(read, Some(target));
                }
            }
        }
    }
    let text = markdown::MarkdownText::new(source.as_ref().into(), 0);
    let line = &text.facts().line;
    for limit in [0, 1, 20, 200] {
        assert!(markdown::shortened(line, limit).chars().count() <= limit);
    }
}

/// Any folder is read, linked, assessed and rendered. The bytes are files one after another, each
/// after a line `== PATH`. A line `=> PATH TARGET` is a symbolic link.
pub fn tree(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder for files");
    unpack(data, folder.path());
    whole(folder.path());
}

/// Reads, links, assesses and renders a folder.
pub fn whole(root: &Path) {
    let loaded = pipeline::load(root).expect("the folder is there");
    check_diagnostics(&loaded.diagnostics, &loaded.sources);
    let Loaded { mut model, diagnostics, .. } = loaded;
    let sound = !diagnostics.has_errors();
    let as_of = pipeline::as_of(&model, None);
    let Ok(assessment) = pipeline::assess(&mut model, as_of) else { return };
    for task in &assessment.tasks {
        assert!(task.days.is_none_or(|days| i64::from(days) >= 0), "{task:?}");
    }
    let site = Site::new(model, assessment, &Templates::embedded()).expect("our own templates");
    let links = LinkCheck::new();
    let mut paths = std::collections::BTreeSet::new();
    for route in site.routes() {
        let path = site.path(*route);
        let bytes = site.render(*route).unwrap_or_else(|error| panic!("{path}: {error}"));
        shown(&path, &bytes, sound);
        links.page(&path, &bytes);
        // With duplicate ids, which are errors, two records have one page.
        assert!(paths.insert(path.to_lowercase()) || !sound, "{path} twice");
    }
    for (from, to) in site.copies() {
        if let Ok(bytes) = fs::read(root.join(from)) {
            links.page(to, &bytes);
        } else {
            assert!(!sound, "{from} is promised and cannot be read");
        }
    }
    let broken = links.finish();
    assert!(!sound || broken.is_empty(), "{broken:?}");
}

/// Checks one file of a site: nothing in it runs, loads or leads where it should not. Returns a
/// page as parsed.
pub fn shown(path: &str, bytes: &[u8], sound: bool) -> Option<markup::Page> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "./-_".contains(c);
    assert!(path.chars().all(plain) && !path.contains("..") || !sound, "{path}");
    if path.ends_with(".xlsx") {
        assert!(bytes.starts_with(b"PK"), "{path} is no workbook");
        return None;
    }
    if path.ends_with(".png") {
        assert!(bytes.starts_with(b"\x89PNG"), "{path} is no picture");
        return None;
    }
    let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    if !path.ends_with(".html") {
        return None;
    }
    let page = markup::parse(text);
    let kind = if sound { markup::Kind::Page } else { markup::Kind::PageWithFaults };
    let mut problems = markup::problems_of(&page, kind);
    // These are served at any address or shown on another site's page, so they name the site's own
    // files in full.
    let anywhere = path == "404.html" || path.starts_with("nhung/");
    problems.retain(|problem| !anywhere || !problem.contains("> loads"));
    // A short address leads on at once, and only within the site.
    if path.starts_with("n/") {
        let onward = "http-equiv=\"refresh\" content=\"0; url=../../nhiem-vu/";
        assert!(text.contains(onward), "{path} leads elsewhere");
        problems.retain(|problem| problem != "meta http-equiv");
    }
    assert!(problems.is_empty(), "{path}: {problems:?}");
    Some(page)
}

/// Every diagnostic is in its file, on character boundaries, and its line and column are right.
pub fn check_diagnostics(diagnostics: &Diagnostics, sources: &Sources) {
    for diagnostic in diagnostics.iter() {
        check_diagnostic(diagnostic, sources);
    }
}

fn check_diagnostic(diagnostic: &Diagnostic, sources: &Sources) {
    for place in [Some(&diagnostic.place), diagnostic.second.as_ref()].into_iter().flatten() {
        let file = sources.get(place.file);
        let range = file.range(&place.spot);
        assert!(
            file.text.get(range.clone()).is_some(),
            "{diagnostic:?} at {range:?} of {}",
            file.path
        );
        for at in [range.start, range.end] {
            let before = &file.text[..at];
            let line = before.matches('\n').count() + 1;
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let column = before[start..].chars().count() + 1;
            assert_eq!(file.position(at), Position { line, column }, "{diagnostic:?}");
        }
    }
    if let Some(edit) = &diagnostic.fix {
        let file = sources.get(diagnostic.place.file);
        assert!(file.text.get(edit.range.clone()).is_some(), "{diagnostic:?}: {edit:?}");
    }
}

/// Writes the files, then the links, so that no file is written through a link.
fn unpack(data: &[u8], root: &Path) {
    const MOST: usize = 64;
    let mut file: Option<(PathBuf, Vec<u8>)> = None;
    let mut links = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n').take(20_000) {
        if let Some(name) = line.strip_prefix(b"== ") {
            if let Some((path, text)) = file.take() {
                write(root, &path, &text);
            }
            file = safe(name).map(|path| (path, Vec::new()));
        } else if let Some(words) = line.strip_prefix(b"=> ") {
            let mut words = words.splitn(2, |byte| *byte == b' ');
            if let (Some(name), Some(target)) = (words.next(), words.next())
                && links.len() < MOST
            {
                links.extend(safe(name).zip(name_of(target)));
            }
        } else if let Some((_, text)) = &mut file {
            text.extend_from_slice(line);
        }
    }
    if let Some((path, text)) = file {
        write(root, &path, &text);
    }
    for (path, target) in links {
        let path = root.join(path);
        if path.symlink_metadata().is_err() && parent_is_real(root, &path) {
            #[cfg(unix)]
            let _ = std::os::unix::fs::symlink(target, path);
            #[cfg(not(unix))]
            let _ = (target, path);
        }
    }
}

/// Whether no folder on the path is a link.
fn parent_is_real(root: &Path, path: &Path) -> bool {
    let parents = path.ancestors().skip(1).take_while(|parent| *parent != root);
    parents
        .into_iter()
        .all(|parent| parent.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()))
}

/// Returns the path if it stays below the root.
fn safe(name: &[u8]) -> Option<PathBuf> {
    let name = name_of(name)?;
    let parts: Vec<_> = name.components().collect();
    let normal = |part: &std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
    (!parts.is_empty() && parts.len() <= 4 && parts.iter().all(normal)).then_some(name)
}

fn name_of(bytes: &[u8]) -> Option<PathBuf> {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    if bytes.is_empty() || bytes.len() > 300 || bytes.contains(&0) {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        Some(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
    }
    #[cfg(not(unix))]
    Some(PathBuf::from(String::from_utf8_lossy(bytes).into_owned()))
}
