//! Walks through the XML parts of a workbook.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Reads the relations of a part: by id, the kind and the lower-case path of the target.
pub(super) fn relations(
    parts: &BTreeMap<String, Vec<u8>>,
    path: &str,
) -> BTreeMap<String, (String, String)> {
    let mut relations = BTreeMap::new();
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some(part) = parts.get(&format!("{folder}/_rels/{name}.rels")) else { return relations };
    each_element(part, "Relationship", |element| {
        let read = |name| attribute(element, name);
        if let (Some(id), Some(kind), Some(target)) = (read("Id"), read("Type"), read("Target")) {
            let target = target.to_ascii_lowercase();
            let mut steps: Vec<&str> = match target.strip_prefix('/') {
                Some(_) => Vec::new(),
                None => folder.split('/').collect(),
            };
            for step in target.split('/') {
                match step {
                    ".." => drop(steps.pop()),
                    "." | "" => {}
                    step => steps.push(step),
                }
            }
            relations.insert(id, (kind, steps.join("/")));
        }
    });
    relations
}

pub(super) fn each_element(part: &[u8], name: &str, mut take: impl FnMut(&BytesStart<'_>)) {
    let Ok(text) = std::str::from_utf8(part) else { return };
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element))
                if element.local_name().as_ref() == name =>
            {
                take(&element);
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).ok()?.into_owned())
}

/// Returns whether an attribute is set: `1` or `true`.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

/// Returns the character that an entity stands for.
pub(super) fn entity(name: &str) -> Option<String> {
    Some(quick_xml::escape::unescape(&format!("&{name};")).ok()?.into_owned())
}

/// Returns the path of the part of every sheet, by the name of the sheet.
pub(super) fn sheet_paths(parts: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let mut paths = BTreeMap::new();
    let Some(path) = parts.keys().find(|name| name.ends_with("workbook.xml")) else {
        return paths;
    };
    let targets = relations(parts, path);
    each_element(&parts[path], "sheet", |element| {
        if let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
            && let Some((_, sheet)) = targets.get(&id)
        {
            paths.insert(name, sheet.clone());
        }
    });
    paths
}
