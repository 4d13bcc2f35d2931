//! The rules for imports: never from a higher floor, never in a circle, and no address of the site
//! outside the table of paths. Reads the text of every file in `src/`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use walkdir::WalkDir;

/// The floors of the house, from the top. `ARCHITECTURE.md` shows them too.
const FLOORS: &[&[&str]] = &[
    &["cli"],
    &["serve"],
    &["pipeline"],
    &["export", "gate"],
    &["check", "site", "import", "draft", "fix", "schema"],
    &["content", "assess", "publish", "reading"],
    &["model", "diagnostic", "output"],
    &["source", "spreadsheet", "word", "letter", "markdown", "vietnamese", "locale", "sum", "disk"],
];

/// Imports that are forbidden although they go down.
const ABSENT: &[(&str, &[&str])] = &[
    ("model", &["diagnostic", "output", "locale"]),
    ("diagnostic", &["model", "output", "locale", "markdown"]),
    ("assess", &["content", "publish", "diagnostic", "output", "source", "locale", "markdown"]),
    ("content", &["model", "output", "assess", "publish", "reading", "locale"]),
    (
        "reading",
        &["content", "assess", "publish", "output", "source", "markdown", "locale", "spreadsheet"],
    ),
    ("site", &["content", "check", "import", "output", "publish", "diagnostic", "source"]),
    (
        "schema",
        &["check", "site", "import", "fix", "assess", "output", "publish", "diagnostic", "source"],
    ),
    ("output", &["model", "diagnostic", "source", "markdown", "vietnamese", "locale"]),
    (
        "fix",
        &["check", "site", "import", "model", "assess", "output", "publish", "locale", "markdown"],
    ),
    ("check", &["site", "import", "assess", "output", "publish", "locale", "spreadsheet"]),
    ("import", &["check", "site", "fix", "assess", "output", "publish", "locale", "markdown"]),
    ("export", &["check", "import", "fix", "content", "output", "publish", "diagnostic", "source"]),
    ("word", &["source", "spreadsheet", "markdown", "vietnamese", "locale", "sum"]),
    (
        "draft",
        &[
            "check",
            "site",
            "import",
            "assess",
            "output",
            "publish",
            "locale",
            "markdown",
            "spreadsheet",
        ],
    ),
    ("letter", &["source", "spreadsheet", "markdown", "locale"]),
    (
        "spreadsheet",
        &["source", "markdown", "vietnamese", "locale", "model", "diagnostic", "output", "content"],
    ),
];

fn floor(room: &str) -> usize {
    FLOORS.iter().position(|rooms| rooms.contains(&room)).unwrap_or_else(|| {
        panic!("{room} stands on no floor: add it to FLOORS and to ARCHITECTURE.md")
    })
}

/// Texts that look like an address of the site but are not: the room or file, the text, and its
/// meaning.
const NO_ADDRESSES: &[(&str, &[&str], &str)] = &[
    ("publish", &["index.html"], "the page that every web server shows for a folder"),
    ("publish", &["khong-co-trang-{}.html"], "a page that no site has"),
    ("pipeline", &["phieu-ban-giao.html"], "lies in a package, beside the site"),
    ("site::views::filter", &["muc", "co-quan", "dia-ban", "tinh-trang"], "names in a query"),
    ("model::quantity", &["muc", "co-quan"], "words in notes"),
    ("check::rules::broken_link", &["nhiem-vu"], "what authors take for a folder"),
    (
        "serve::edit::screens",
        &["ghi-chep", "ghi-chep/{}", "dia-ban", "muc", "co-quan"],
        "addresses and fields of the editor",
    ),
    ("reading::columns", &["muc"], "the title of a column"),
    ("vietnamese", &["muc"], "the slug of a text without letters"),
];

/// A file of `src/`, without its comments and its tests.
struct Source {
    /// The code. Every string literal is replaced by `""`.
    code: String,
    /// The string literals.
    texts: Vec<String>,
}

/// Every file of `src/` by the path of its module, such as `site::views::task`.
fn sources() -> &'static BTreeMap<String, Source> {
    static SOURCES: OnceLock<BTreeMap<String, Source>> = OnceLock::new();
    SOURCES.get_or_init(read_sources)
}

fn read_sources() -> BTreeMap<String, Source> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = BTreeMap::new();
    for entry in WalkDir::new(&src).into_iter().map(Result::unwrap) {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let relative = path.strip_prefix(&src).unwrap().with_extension("");
        let module: Vec<&str> = relative.iter().map(|part| part.to_str().unwrap()).collect();
        let module = module.join("::");
        if !matches!(module.as_str(), "lib" | "main")
            && !module.ends_with("::tests")
            && !module.contains("::tests::")
        {
            sources.insert(module, Source::read(&fs::read_to_string(path).unwrap()));
        }
    }
    sources
}

impl Source {
    fn read(text: &str) -> Self {
        let end = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
        let (mut code, mut texts) = (String::new(), Vec::new());
        let mut rest = &text[..end];
        while let Some(c) = rest.chars().next() {
            let behind_name = code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let hashes = rest[1.min(rest.len())..].bytes().take_while(|b| *b == b'#').count();
            let is_raw = c == 'r' && !behind_name && rest[1..][hashes..].starts_with('"');
            if rest.starts_with("//") {
                rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
            } else if is_raw {
                let inside = &rest[hashes + 2..];
                let close = format!("\"{}", "#".repeat(hashes));
                let end = inside.find(&close).unwrap();
                texts.push(inside[..end].to_owned());
                code.push_str("\"\"");
                rest = &inside[end + close.len()..];
            } else if c == '"' {
                let mut escaped = false;
                let end = rest[1..].find(|c| {
                    let closes = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    closes
                });
                let end = end.unwrap() + 1;
                texts.push(rest[1..end].to_owned());
                code.push_str("\"\"");
                rest = &rest[end + 1..];
            } else if let Some(length) = character(rest) {
                code.push_str("' '");
                rest = &rest[length..];
            } else {
                code.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        Source { code, texts }
    }

    /// Returns the trees of the `use` lines, and the code without them.
    fn uses(&self) -> (Vec<&str>, String) {
        let (mut trees, mut code, mut rest) = (Vec::new(), String::new(), self.code.as_str());
        while let Some(at) = rest.find("use ") {
            let is_word = rest[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let tree = rest[at..].find(';').filter(|_| !is_word).map(|end| &rest[at + 4..at + end]);
            code.push_str(&rest[..at]);
            rest = &rest[at + 4 + tree.map_or(0, str::len)..];
            trees.extend(tree);
        }
        (trees, code + rest)
    }
}

/// Returns the length of the character literal at the start of the code, or `None` for a lifetime.
fn character(code: &str) -> Option<usize> {
    let inside = code.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    let from = if first == '\\' { 2 } else { first.len_utf8() };
    let end = inside.get(from..)?.find('\'')?;
    (first == '\\' || end == 0).then_some(from + end + 2)
}

/// Returns the paths of a `use` tree, each with the name that it introduces.
fn flattened(tree: &str, before: &[&str], out: &mut Vec<(Vec<String>, String)>) {
    let (mut depth, mut from) = (0, 0);
    let mut parts = Vec::new();
    for (at, c) in tree.char_indices().chain([(tree.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(&tree[std::mem::replace(&mut from, at + 1)..at]),
            _ => {}
        }
    }
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        let steps = |path: &'_ str| -> Vec<String> {
            let path = path.split("::").map(|step| step.trim().to_owned());
            before.iter().map(|step| (*step).to_owned()).chain(path).collect()
        };
        if let Some((path, inside)) = part.split_once('{') {
            let steps = steps(path.trim().trim_end_matches("::"));
            let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
            flattened(inside.trim_end().strip_suffix('}').unwrap_or(inside), &steps, out);
            continue;
        }
        let (path, name) = part.split_once(" as ").unwrap_or((part, ""));
        let mut steps = steps(path);
        steps.retain(|step| step != "self" || before.is_empty());
        let name =
            if name.is_empty() { steps.last().cloned().unwrap() } else { name.trim().into() };
        out.push((steps, name));
    }
}

/// Returns which files import which.
///
/// - A path counts anywhere: in a `use` line or in the code, from `crate` or `super`.
/// - It counts for the file that defines the item. A re-exported name (`pub use child::Name`)
///   counts for the file that it comes from.
/// - A file depends on the files in its folder, even without `mod child`, because it assembles
///   them.
/// - Items of a file are also for its folder: if `a/b.rs` uses `super::Kind` from `a.rs`, this does
///   not count. A sibling's item does, even if the parent re-exports it.
fn imports(sources: &BTreeMap<String, Source>) -> BTreeMap<String, BTreeSet<String>> {
    let mut named: BTreeMap<&str, Vec<(Vec<String>, String)>> = BTreeMap::new();
    let mut inline: BTreeMap<&str, Vec<Vec<String>>> = BTreeMap::new();
    for (module, source) in sources {
        let (trees, code) = source.uses();
        let of_file = named.entry(module).or_default();
        trees.into_iter().for_each(|tree| flattened(tree, &[], of_file));
        let is_path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':');
        let paths = code
            .split(|c| !is_path(c))
            .filter(|path| path.starts_with("crate::") || path.starts_with("super::"));
        let steps =
            |path: &str| path.trim_end_matches(':').split("::").map(str::to_owned).collect();
        inline.insert(module, paths.map(steps).collect());
    }
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for module in sources.keys() {
        let paths = named[module.as_str()].iter().map(|(path, _)| path);
        for path in paths.chain(&inline[module.as_str()]) {
            let target = home(module, path, sources, &named, 0);
            let is_above =
                |target: &String| format!("{module}::").starts_with(&format!("{target}::"));
            let target = target.filter(|target| !is_above(target));
            imports.entry(module.clone()).or_default().extend(target);
        }
        if let Some((parent, _)) = module.rsplit_once("::") {
            imports.entry(parent.to_owned()).or_default().insert(module.clone());
        }
    }
    imports
}

/// Returns the file that defines what a path names, or `None` if it is outside `src/`.
fn home(
    module: &str,
    path: &[String],
    sources: &BTreeMap<String, Source>,
    named: &BTreeMap<&str, Vec<(Vec<String>, String)>>,
    depth: usize,
) -> Option<String> {
    let child = |at: &str, step: &str| {
        let child = if at.is_empty() { step.to_owned() } else { format!("{at}::{step}") };
        sources.contains_key(&child).then_some(child)
    };
    let ups = path.iter().take_while(|step| *step == "super").count();
    let mut steps = path[ups..].iter();
    let mut at = match path.first()?.as_str() {
        "crate" => {
            steps.next();
            String::new()
        }
        "super" => module.rsplitn(ups + 1, "::").nth(ups).unwrap_or_default().to_owned(),
        _ => child(module, steps.next()?)?,
    };
    while let Some(step) = steps.next() {
        if let Some(below) = child(&at, step) {
            at = below;
            continue;
        }
        let passed_on = named.get(at.as_str()).into_iter().flatten().find(|(_, name)| name == step);
        let Some((path, _)) = passed_on.filter(|_| depth < 8) else { break };
        let path: Vec<String> = path.iter().chain(steps).cloned().collect();
        return home(&at, &path, sources, named, depth + 1).or(Some(at));
    }
    (!at.is_empty()).then_some(at)
}

/// Finds the circles of a graph, each as short as possible.
fn circles(imports: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    // A file whose imports lead nowhere is in no circle.
    let mut left: BTreeSet<&str> = imports.keys().map(String::as_str).collect();
    loop {
        let leads_on = |from: &&str| imports[*from].iter().any(|to| left.contains(to.as_str()));
        let kept: BTreeSet<&str> = left.iter().copied().filter(leads_on).collect();
        if kept.len() == left.len() {
            break;
        }
        left = kept;
    }
    let mut circles = Vec::new();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for start in left.iter().copied() {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut next = VecDeque::from([start]);
        while let Some(at) = next.pop_front() {
            for to in imports[at].iter().map(String::as_str).filter(|to| left.contains(to)) {
                if !came_from.contains_key(to) {
                    came_from.insert(to, at);
                    next.push_back(to);
                }
            }
        }
        if !came_from.contains_key(start) || known.contains(start) {
            continue;
        }
        let mut way = vec![start, came_from[start]];
        while way.last() != Some(&start) {
            way.push(came_from[way[way.len() - 1]]);
        }
        known.extend(&way);
        way.reverse();
        circles.push(way.join(" -> "));
    }
    circles
}

/// Returns the rooms that each room of `src/` names, with the files that name them.
fn rooms() -> BTreeMap<(String, String), String> {
    let mut rooms = BTreeMap::new();
    for (module, of_module) in imports(sources()) {
        for to in of_module {
            let room = |module: &str| module.split("::").next().unwrap().to_owned();
            if room(&module) != room(&to) {
                rooms.insert((room(&module), room(&to)), module.clone());
            }
        }
    }
    rooms
}

#[test]
fn an_import_never_goes_up() {
    let rooms = rooms();
    assert!(rooms.len() > 15, "the test no longer finds the imports");
    for ((room, named), file) in &rooms {
        assert!(floor(room) <= floor(named), "{file}: {room} must not know {named}");
    }
}

#[test]
fn no_rooms_know_each_other_in_a_circle() {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (room, named) in rooms().into_keys() {
        graph.entry(room).or_default().insert(named);
    }
    assert_eq!(circles(&graph), [""; 0]);
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let imports = imports(sources());
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 500, "the imports are not found");
    assert_eq!(circles(&imports), [""; 0]);
}

#[test]
fn a_planted_circle_is_found() {
    let found = |files: &[(&str, &str)]| {
        let mut sources: BTreeMap<String, Source> = BTreeMap::new();
        for (module, text) in [("site", ""), ("gate", "")].iter().chain(files) {
            sources.insert((*module).to_owned(), Source::read(text));
        }
        circles(&imports(&sources))
    };
    let (a, b) = (("site::a", "use super::b::B;"), ("site::b", "use crate::site::{a::A, c};"));
    assert_eq!(found(&[a, b]), ["site::a -> site::b -> site::a"]);
    // In the code, in a nested tree, through a third file, and between rooms.
    for back in
        ["fn f() -> super::a::A {}", "use super::{c, a::{A, B as C}};", "use crate::site::a;"]
    {
        assert_eq!(found(&[a, ("site::b", back)]).len(), 1, "{back}");
    }
    let c = ("gate::c", "const C: u8 = crate::site::a::A;");
    assert_eq!(found(&[a, ("site::b", "use crate::gate::c::C;"), c]).len(), 1);
    // Re-exported by the parent, and through a parent that assembles a folder.
    let parent = ("site", "mod a; mod b; pub use a::A; pub struct Site;");
    assert_eq!(found(&[parent, a, ("site::b", "use super::A;")]).len(), 1);
    let folder = ("site::b", "mod below; pub struct B;");
    assert_eq!(found(&[a, folder, ("site::b::below", "use crate::site::a::A;")]).len(), 1);
    // Not circles: items of the parent; comments, texts and tests; equal names elsewhere.
    for back in [
        "use super::Site;",
        "// use super::a::A;\nconst B: &str = \"super::a\"; const C: char = '\"';",
        "struct B;\n#[cfg(test)]\nmod tests { use super::super::a::A; }",
        "use std::a::A;",
        "use super::c::a;",
    ] {
        assert_eq!(found(&[parent, a, ("site::b", back), ("site::c", "")]), [""; 0], "{back}");
    }
}

#[test]
fn what_is_deliberately_absent_stays_absent() {
    for ((room, named), file) in &rooms() {
        let absent = ABSENT.iter().find(|(known, _)| known == room).map_or(&[][..], |(_, a)| a);
        assert!(!absent.contains(&named.as_str()), "{file}: {room} must not know {named}");
    }
}

/// The addresses of the table without gaps or with optional gaps, and the folders.
fn addresses(table: &Source) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut fixed, mut folders) = (BTreeSet::new(), BTreeSet::new());
    for text in &table.texts {
        let address = text.replace("{page}", "");
        if let Some((folder, _)) = address.split_once('/').filter(|(folder, _)| *folder != "assets")
        {
            folders.insert(folder.to_owned());
        }
        if address.contains('.') && !address.contains('{') {
            fixed.insert(address);
        }
    }
    (fixed, folders)
}

#[test]
fn no_address_is_written_out_beside_the_table_of_paths() {
    let sources = sources();
    let (fixed, folders) = addresses(&sources["site::pages"]);
    assert!(fixed.len() > 30 && folders.len() > 8, "the table is not found");
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut written = BTreeSet::new();
    for (module, source) in sources.iter().filter(|(module, _)| *module != "site::pages") {
        for text in &source.texts {
            let folder = text.split('/').next().unwrap_or_default();
            let is_page = text.ends_with(".html") && !text.starts_with('.') && !text.contains(' ');
            // `n` alone is an argument of messages.
            let is_folder = folders.contains(folder) && (folder.len() > 1 || text.contains('/'));
            let is_address = fixed.contains(text) || is_folder || is_page;
            // Templates and assets have their own names, some of which are also addresses.
            if is_address && !templates.join(text).is_file() {
                written.insert((module.as_str(), text.as_str()));
            }
        }
    }
    let within = |module: &str, room: &str| format!("{module}::").starts_with(&format!("{room}::"));
    written.retain(|(module, text)| {
        !NO_ADDRESSES.iter().any(|(room, texts, _)| within(module, room) && texts.contains(text))
    });
    assert_eq!(written, BTreeSet::new(), "take it from src/site/pages.rs");
}
