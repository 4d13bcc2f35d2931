//! Compares output with files under `tests/golden`.
//!
//! `TIENDO_BLESS=1 cargo test` writes the current output. Read the diff before you commit.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

pub(crate) fn blessing() -> bool {
    #[expect(clippy::disallowed_methods, reason = "a test may ask its runner")]
    std::env::var_os("TIENDO_BLESS").is_some()
}

/// Compares a text with `tests/golden/<name>`.
pub(crate) fn text(name: &str, actual: &str) {
    written(&format!("tests/golden/{name}"), actual);
}

/// Compares a text with a file of this repository that the program writes.
pub(crate) fn written(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if blessing() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == actual, "{name} differs:\n{}\n{HOW}", first_difference(&expected, actual));
}

/// Compares a site with `tests/golden/<name>`, file by file. Assets are files of `templates/`, and
/// the manifest follows from the rest.
pub(crate) fn site(name: &str, actual: &Path) {
    let path = golden().join(name);
    let mut actual = files(actual);
    actual.retain(|file, _| !file.starts_with("assets/") && file != "manifest.txt");
    // A workbook cannot be reviewed as text. The tables beside it have the same data.
    actual.retain(|file, _| !file.ends_with(".xlsx"));
    // Pictures cannot be reviewed as text. `cards.rs` holds the sums of some.
    actual.retain(|file, _| !file.starts_with("chia-se/"));
    if blessing() {
        let _ = fs::remove_dir_all(&path);
        for (file, bytes) in &actual {
            let to = path.join(file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
        return;
    }
    let expected = files(&path);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&expected), names(&actual), "{name} has other files. {HOW}");
    for (file, bytes) in &actual {
        let (old, new) = (String::from_utf8_lossy(&expected[file]), String::from_utf8_lossy(bytes));
        assert!(old == new, "{name}/{file} differs:\n{}\n{HOW}", first_difference(&old, &new));
    }
}

const HOW: &str = "If this is meant: TIENDO_BLESS=1 cargo test, then read the diff.";

/// Every file of a folder by its path.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap();
            let name = name.to_str().unwrap().replace('\\', "/");
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

fn first_difference(old: &str, new: &str) -> String {
    let (mut old, mut new) = (old.lines(), new.lines());
    for line in 1.. {
        match (old.next(), new.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                return format!(
                    "line {line}\n- {}\n+ {}",
                    a.unwrap_or("(end)"),
                    b.unwrap_or("(end)")
                );
            }
        }
    }
    "only line ends differ".to_owned()
}
