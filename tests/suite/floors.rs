//! An import never goes up: reads the `use crate::` lines of every file in `src/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// The floors of the house, from the top; `ARCHITECTURE.md` draws the same picture.
const FLOORS: &[&[&str]] = &[
    &["cli"],
    &["serve"],
    &["pipeline"],
    &["export"],
    &["check", "site", "import", "fix", "gate", "schema"],
    &["content", "assess", "publish"],
    &["model", "diagnostic", "output"],
    &["source", "spreadsheet", "markdown", "vietnamese", "locale"],
    &["stamp"],
];

/// What a room may not know, although it stands below.
const ABSENT: &[(&str, &[&str])] = &[
    ("model", &["diagnostic", "output", "locale", "markdown"]),
    ("diagnostic", &["model", "output", "locale", "markdown"]),
    ("assess", &["content", "publish", "diagnostic", "output", "source", "locale", "markdown"]),
    ("content", &["model", "output", "assess", "publish", "locale"]),
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

/// The rooms that each room of `src/` names, with the files that name them.
fn imports() -> BTreeMap<(String, String), String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut imports = BTreeMap::new();
    for entry in WalkDir::new(&src).into_iter().map(Result::unwrap) {
        let path = entry.path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let relative = path.strip_prefix(&src).unwrap();
        let room = relative.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if matches!(room, "lib" | "main") {
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            for (at, _) in line.match_indices("crate::") {
                let named = &line[at + "crate::".len()..];
                let named: String =
                    named.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if !named.is_empty() && named != room {
                    imports.insert((room.to_owned(), named), relative.display().to_string());
                }
            }
        }
    }
    imports
}

#[test]
fn an_import_never_goes_up() {
    let imports = imports();
    assert!(imports.len() > 15, "the test no longer finds the imports");
    for ((room, named), file) in &imports {
        assert!(floor(room) <= floor(named), "src/{file}: {room} must not know {named}");
    }
}

#[test]
fn no_two_rooms_of_a_floor_know_each_other() {
    let imports = imports();
    for ((room, named), file) in &imports {
        let back = imports.contains_key(&(named.clone(), room.clone()));
        assert!(!back, "src/{file}: {room} and {named} know each other");
    }
}

#[test]
fn what_is_deliberately_absent_stays_absent() {
    for ((room, named), file) in &imports() {
        let absent = ABSENT.iter().find(|(known, _)| known == room).map_or(&[][..], |(_, a)| a);
        assert!(!absent.contains(&named.as_str()), "src/{file}: {room} must not know {named}");
    }
}
