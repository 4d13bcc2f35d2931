//! Finds the field of a form that a diagnostic is about.

use std::path::Path;

use super::Editor;
use super::form::Fault;
use crate::content::portal::holder_of;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Index, Node, Sources, Spot, Step};
use crate::vietnamese::short_date;

/// The faults of a form, of which `errors` would follow. `input_of` returns the field that holds what
/// stands at a path of a record.
pub(super) fn of(
    editor: &Editor,
    input_of: &dyn Fn(&str, &str) -> Option<String>,
    sources: &Sources,
    errors: &Diagnostics,
) -> Vec<Fault> {
    errors
        .iter()
        .map(|error| {
            let mut fault = told(editor, error, sources);
            let (file, path) = place(editor, error, sources);
            if let Some(field) = input_of(&file, &path) {
                fault.href = format!("#f-{field}");
                fault.field = field;
            }
            fault
        })
        .collect()
}

/// A diagnostic with a link to the record that it is about.
pub(super) fn told(editor: &Editor, diagnostic: &Diagnostic, sources: &Sources) -> Fault {
    let shown = editor.clerk.describe(diagnostic, sources);
    let (file, _) = place(editor, diagnostic, sources);
    // A day is suggested as people write it, since forms take it so.
    let meant = diagnostic.suggestion.as_ref().map(|meant| match meant.parse() {
        Ok(day) => short_date(day),
        Err(_) => meant.to_string(),
    });
    let text = match &meant {
        Some(meant) => {
            let meant = editor.locale.format("did-you-mean", &[("suggestion", meant.into())]);
            format!("{}. {meant}", shown.message)
        }
        None => shown.message,
    };
    let help = match form_help(editor, diagnostic) {
        help if help.is_empty() => shown.help,
        help => help,
    };
    // What is wrong with a shared record because of a directive names the directive second.
    let second = diagnostic.second.as_ref();
    let second = second.map(|place| editor.inside(&sources.get(place.file).path));
    let mut files = std::iter::once(&file).chain(&second);
    let holder = files.find_map(|file| holder_of(Path::new(file)));
    let text = match holder {
        Some(id) => {
            let args = [("directive", id.into()), ("text", text.into())];
            editor.locale.format("edit-fault-below", &args)
        }
        None => text,
    };
    Fault { field: String::new(), text, href: href_of(&file), help }
}

/// The screen that shows a file of the content folder. Empty for a file of a portal's directive,
/// which has an editor of its own.
pub(super) fn href_of(file: &str) -> String {
    match file.split_once('/') {
        _ if holder_of(Path::new(file)).is_some() => String::new(),
        Some(("tasks", name)) => format!("/viec/{}", name.trim_end_matches(".yaml")),
        Some(("notes", name)) => format!("/ghi-chep/{}", name.trim_end_matches(".md")),
        _ if file == "documents.yaml" => "/van-ban".to_owned(),
        _ if file == "site.yaml" => "/trang".to_owned(),
        _ if file == "directive.yaml" => "/tep/van-ban-chi-dao".to_owned(),
        _ if file == "agencies.yaml" => "/tep/co-quan".to_owned(),
        _ if file == "places.yaml" => "/tep/dia-ban".to_owned(),
        _ => "/kiem-tra".to_owned(),
    }
}

/// The words for somebody who fills in a form, where those for files would mislead.
fn form_help(editor: &Editor, diagnostic: &Diagnostic) -> String {
    let key = format!("{}.form", diagnostic.code);
    if !editor.locale.has(&key) {
        return String::new();
    }
    let args: Vec<_> =
        diagnostic.args.iter().map(|(name, value)| (name.as_ref(), value.into())).collect();
    editor.locale.format(&key, &args)
}

/// The file of a diagnostic in the content folder, and the path inside its record.
pub(super) fn place(
    editor: &Editor,
    diagnostic: &Diagnostic,
    sources: &Sources,
) -> (String, String) {
    let source = sources.get(diagnostic.place.file);
    // Of the files that a directive of a portal read, only those at the top tell where values lie.
    let source = sources.find(&source.path).map_or(source, |first| sources.get(first));
    let path = match &diagnostic.place.spot {
        Spot::Value(path) | Spot::Key(path) => path.to_string(),
        Spot::Bytes(range) => path_at(&source.index, range.start),
        Spot::File => String::new(),
    };
    (editor.inside(&source.path), path)
}

/// The path of the innermost value of a record in which a byte lies.
fn path_at(index: &Index, byte: usize) -> String {
    let holds = |node: &&Node| {
        let start = if node.key.is_empty() { node.value.start } else { node.key.start };
        (start..node.value.end.max(node.key.end)).contains(&byte)
    };
    let Some(node) = index.nodes().iter().rfind(holds) else { return String::new() };
    let mut steps = Vec::new();
    let mut next = Some(node);
    while let Some(node) = next {
        steps.push(&node.step);
        next = index.parent(node);
    }
    let mut path = String::new();
    for step in steps.iter().rev() {
        match step {
            Step::Root => {}
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => path.push_str(&format!(".{key}")),
            Step::Item(n) => path.push_str(&format!("[{n}]")),
        }
    }
    path
}

/// The key of an item of a list: of `updates[4].evidence[0]` in `updates` it is `evidence`.
pub(super) fn key_in<'p>(path: &'p str, list: &str) -> Option<&'p str> {
    let rest = path.strip_prefix(list)?.strip_prefix('[')?;
    let (_, rest) = rest.split_once(']')?;
    let key = rest.trim_start_matches('.');
    Some(key.split(['.', '[']).next().unwrap_or_default())
}
