//! The schemas for editors: every key is explained, bounds equal those of `check`, nothing is
//! overwritten. `tests/schema/` tests what they accept and refuse.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tiendo::locale::Locale;
use tiendo::schema;

use crate::golden;
use crate::project::{Project, run_in};

/// Calls `look` with every object of a schema and the path to it.
fn walk(value: &Value, path: &str, look: &mut impl FnMut(&str, &Value)) {
    look(path, value);
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                walk(inner, &format!("{path}/{key}"), look);
            }
        }
        Value::Array(items) => {
            for (n, inner) in items.iter().enumerate() {
                walk(inner, &format!("{path}/{n}"), look);
            }
        }
        _ => {}
    }
}

#[test]
fn every_key_and_every_word_is_explained_in_both_languages() {
    let (vi, en) = (Locale::of("vi"), Locale::of("en"));
    let mut keys = 0;
    for (vietnamese, english) in schema::all(vi, en).iter().zip(&schema::all(en, vi)) {
        walk(&vietnamese.schema, vietnamese.name, &mut |path, schema| {
            // A condition mentions a key without explaining it.
            let conditional = ["/then", "/else", "/if", "/allOf/"].iter().any(|c| path.contains(c));
            if conditional || !path.ends_with("/properties") {
                return;
            }
            for (key, property) in schema.as_object().unwrap() {
                keys += 1;
                let first = property["description"].as_str().unwrap_or_default();
                let both = property["markdownDescription"].as_str().unwrap_or_default();
                assert!(!first.is_empty(), "{path}/{key} has no description");
                assert!(both.starts_with(first), "{path}/{key}: {both}");
                let pointer = path.split_once('/').unwrap().1;
                let other = english.schema.pointer(&format!("/{pointer}/{key}")).unwrap();
                assert!(both.ends_with(&format!("*{}*", other["description"].as_str().unwrap())));
            }
        });
        walk(&vietnamese.schema, vietnamese.name, &mut |path, schema| {
            assert!(!path.contains("x-form"), "{path}");
            if let (Some(words), false) =
                (schema["enumDescriptions"].as_array(), path.contains("/if"))
            {
                let known = schema["enum"].as_array().unwrap();
                assert_eq!(
                    words.len(),
                    known.iter().filter(|word| !word.is_null()).count(),
                    "{path}"
                );
            }
        });
    }
    assert!(keys > 100, "only {keys} keys were found");
}

/// Every key that a Vietnamese message tells somebody to write is a key of some record: `khóa: giá
/// trị` at a place where YAML could begin, or a word with an underscore.
#[test]
fn the_keys_that_messages_name_exist() {
    let (vi, en) = (Locale::of("vi"), Locale::of("en"));
    let mut known = std::collections::BTreeSet::new();
    for file in schema::all(vi, en) {
        walk(&file.schema, file.name, &mut |path, schema| {
            if let Some(keys) = schema.as_object().filter(|_| path.ends_with("/properties")) {
                known.extend(keys.keys().cloned());
            }
            let words = schema["enum"].as_array().into_iter().flatten();
            known.extend(words.filter_map(Value::as_str).map(str::to_owned));
        });
    }
    // Words of prose before a colon, names of values, and prefixes of links.
    let prose = [
        "https",
        "http",
        "ghi",
        "sai",
        "trang",
        "nhau",
        "nhưng",
        "như",
        "note",
        "from_key",
        "until_key",
    ];
    let mut seen = 0;
    for file in ["rules.ftl", "gate.ftl"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/vi").join(file);
        let text =
            fs::read_to_string(path).unwrap().replace("{\"{\"}", "{").replace("{\"}\"}", "}");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let words = line.split(|c: char| !(c.is_alphabetic() || "_:.".contains(c)));
            for word in words {
                let is_key = word.ends_with(':') && !line.trim_start().starts_with(word);
                let name = word.trim_end_matches([':', '.']);
                let plain =
                    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                if plain && (is_key || name.contains('_')) && !prose.contains(&name) {
                    assert!(known.contains(name), "{file}: “{name}” is no key: {line}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} keys were found");
}

#[test]
fn the_bounds_of_numbers_are_those_of_check() {
    let vi = Locale::of("vi");
    let all = schema::all(vi, vi);
    let site = &all.iter().find(|written| written.name == "site").unwrap().schema;
    let mut fields = 0;
    for (field, property) in site["properties"].as_object().unwrap() {
        let shapes = property["anyOf"].as_array().into_iter().flatten();
        for whole in shapes.filter(|shape| shape["type"] == "integer") {
            fields += 1;
            let bound = |name: &str| whole[name].as_i64().unwrap();
            for (value, right) in [
                (bound("minimum"), true),
                (bound("maximum"), true),
                (bound("minimum") - 1, false),
                (bound("maximum") + 1, false),
            ] {
                let text = format!("title: Tiến độ\npublisher: A\ncontact: B\n{field}: {value}\n");
                let diagnostics = Project::new().file("site.yaml", text).diagnostics();
                let refused =
                    diagnostics.iter().any(|diagnostic| diagnostic.ends_with("bad-number"));
                assert_eq!(refused, !right, "{field}: {value}: {diagnostics:?}");
            }
        }
    }
    assert_eq!(fields, 4);
}

#[test]
fn the_schemas_of_this_repository_are_those_of_this_program() {
    let (vi, en) = (Locale::of("vi"), Locale::of("en"));
    for written in schema::all(vi, en) {
        let mut text = serde_json::to_string_pretty(&written.schema).unwrap();
        text.push('\n');
        golden::written(&format!(".vscode/tiendo/{}", written.file_name()), &text);
    }
}

#[test]
fn settings_that_are_there_are_left_alone() {
    let project = Project::new();
    let mut said = String::new();
    let mut step = |arguments: &[&str]| {
        let answer = project.run(arguments);
        said.push_str(&format!(
            "$ tiendo {}\n{}--- stderr\n{}[{}]\n",
            arguments.join(" "),
            answer.stdout,
            answer.stderr,
            answer.code
        ));
    };
    step(&["schema"]);
    let settings = project.root().join(".vscode/settings.json");
    fs::write(&settings, "{}\n").unwrap();
    step(&["schema"]);
    assert_eq!(fs::read_to_string(&settings).unwrap(), "{}\n");
    step(&["schema", "noi-khac"]);
    step(&["schema", "elsewhere", "--lang", "en"]);
    step(&["schema", "content/site.yaml"]);
    golden::text("transcripts/schema.txt", &said);
}

#[test]
fn init_sets_up_the_editor_with_paths_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), &["init", "a"], &[]).code, 0);
    let settings = fs::read_to_string(folder.path().join("a/.vscode/settings.json")).unwrap();
    assert!(!settings.contains(&*folder.path().to_string_lossy()), "{settings}");
    let settings: Value = serde_json::from_str(&settings).unwrap();
    for (schema, files) in settings["yaml.schemas"].as_object().unwrap() {
        assert!(folder.path().join("a").join(schema).is_file(), "{schema}");
        assert!(files.as_str().unwrap().starts_with("content/"), "{files}");
    }
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(".vscode/settings.json");
    assert_eq!(settings, serde_json::from_str::<Value>(&fs::read_to_string(own).unwrap()).unwrap());
}
