//! Documents: the list, a new one with its file, and the facts of one that is there.

use std::path::PathBuf;

use serde::Serialize;

use super::super::form::{Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use super::days::typed_day;
use super::frame::Frame;
use super::{FormParts, Planned, Screen};
use crate::check::rules::attachment_type::TYPES;
use crate::fix::apply;
use crate::fix::entry::scalar;
use crate::model::{Document, Id};
use crate::output::journal::FileChange;
use crate::pipeline::{self, DocumentError, DocumentFile, NewDocument};
use crate::reading::names::Names;
use crate::source::{SourceFile, Style};

/// A new document.
pub(super) struct New;

/// The facts of a document.
pub(super) struct Edit {
    pub(super) id: String,
}

/// The fields of a document: name behind the prefix, label, key of the record.
const FIELDS: [(&str, &str, &str); 6] = [
    ("so", "edit-doc-symbol", "symbol"),
    ("ten", "edit-doc-title", "title"),
    ("ngay", "edit-doc-date", "date"),
    ("noi", "edit-doc-issuer", "issuer"),
    ("loai", "edit-doc-kind", "kind"),
    ("url", "edit-doc-url", "url"),
];

/// The fields of a new document, within another form: symbol, title, date and file.
pub(super) fn fields(editor: &Editor, form: &Form, prefix: &str) -> Vec<Field> {
    let text = |key: &str| editor.locale.text(key);
    let mut fields: Vec<Field> = (FIELDS.iter().take(3))
        .map(|(name, label, _)| {
            let name = format!("{prefix}{name}");
            let value = form.line(&name);
            field(&name, text(label), &value)
        })
        .collect();
    fields[0].is_short = true;
    fields[2] = fields[2].clone().hint(text("edit-day-hint")).short();
    fields.push(Field::file("tep", text("edit-file")).hint(text("edit-file-hint")));
    fields
}

/// A field of a document. A title may be long.
fn field(name: &str, label: String, value: &str) -> Field {
    if name.ends_with("ten") {
        Field::area(name, label, value, 2)
    } else {
        Field::line(name, label, value)
    }
}

/// The field that holds what stands at a path of `documents.yaml`.
pub(super) fn input_of(path: &str, prefix: &str) -> Option<String> {
    let key = super::super::faults::key_in(path, "")?;
    if key == "file" {
        return Some("tep".to_owned());
    }
    let (name, ..) = FIELDS.iter().find(|(.., known)| *known == key)?;
    Some(format!("{prefix}{name}"))
}

/// The document that a form adds, if it does: its id and the files that change.
pub(super) fn added(
    editor: &Editor,
    records: &Records,
    form: &Form,
    prefix: &str,
) -> Result<Option<(String, Vec<FileChange>)>, Vec<Fault>> {
    let locale = editor.locale;
    let line = |name: &str| form.line(&format!("{prefix}{name}"));
    let sum = form.raw("tep-sum");
    let is_empty = FIELDS.iter().all(|(name, ..)| line(name).is_empty()) && sum.is_empty();
    if is_empty {
        return Ok(None);
    }
    let (symbol, mut title) = (line("so"), line("ten"));
    if title.is_empty() && !symbol.is_empty() {
        title = locale.format("evidence-title", &[("symbol", (&symbol).into())]);
    }
    if title.is_empty() {
        let field = format!("{prefix}so");
        return Err(vec![Fault::of(&field, locale.text("edit-doc-missing"))]);
    }
    let document = NewDocument {
        symbol,
        title,
        date: typed_day(records, &line("ngay")),
        issuer: line("noi"),
        kind: line("loai"),
        url: line("url"),
    };
    let bytes = received(editor, form)?;
    let name = form.line("tep-ten");
    let file = bytes.as_ref().map(|bytes| DocumentFile { bytes, name: &name });
    let of_directive =
        |id: &str| records.directives.as_ref().is_some_and(|all| all.has_document(id));
    let added = document.add(&editor.content, records.model(), file, of_directive);
    if added.is_ok()
        && let Some(directives) = &records.directives
        && let Some((of, id)) = directives.with_document(&document.symbol)
    {
        let value = (&document.symbol).into();
        let args = [("value", value), ("directive", (&of.name).into()), ("id", id.into())];
        let text = locale.format("edit-doc-below", &args);
        return Err(vec![Fault::of(&format!("{prefix}so"), text)]);
    }
    let called = if document.symbol.is_empty() { &document.title } else { &document.symbol };
    added.map(Some).map_err(|error| vec![refused(editor, &error, called, prefix)])
}

/// The bytes of the file that a form holds, if it does.
fn received(editor: &Editor, form: &Form) -> Result<Option<Vec<u8>>, Vec<Fault>> {
    let sum = form.raw("tep-sum");
    if sum.is_empty() {
        return Ok(None);
    }
    let lost = |_| vec![Fault::of("tep", editor.locale.text("edit-file-lost"))];
    editor.drafts.staged(sum).map(Some).map_err(lost)
}

/// Why a document cannot be added, at its field.
fn refused(editor: &Editor, error: &DocumentError, called: &str, prefix: &str) -> Fault {
    let locale = editor.locale;
    let symbol = format!("{prefix}so");
    match error {
        DocumentError::Known(id) => {
            let args = [("value", called.into()), ("id", id.into())];
            Fault::of(&symbol, locale.format("edit-doc-known", &args))
        }
        DocumentError::NoId => Fault::of(&symbol, locale.text("edit-doc-no-id")),
        DocumentError::Content { ending, looks } => {
            let args = [("ending", ending.into()), ("read", looks.name().into())];
            Fault::of("tep", locale.format("attachment-content", &args))
        }
        DocumentError::Kind(ending) => {
            let args = [("read", ending.into()), ("known", TYPES.join(", ").into())];
            Fault::of("tep", locale.format("edit-file-kind", &args))
        }
        DocumentError::Style => {
            let args = [("file", "documents.yaml".into())];
            Fault {
                href: "/tep/van-ban".to_owned(),
                ..Fault::of("", locale.format("edit-cannot", &args))
            }
        }
    }
}

/// The id of a document that is there.
pub(super) fn known(records: &Records, id: &str) -> Option<String> {
    let id = Id::parse(id).ok()?;
    records.model().document_by_id(&id).map(|_| id.to_string())
}

impl Screen for New {
    fn path(&self) -> String {
        "van-ban/moi".to_owned()
    }

    fn parts(&self, editor: &Editor, _records: &Records, form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        let mut all = fields(editor, form, "vb-");
        let file = all.pop();
        for (name, label, _) in &FIELDS[3..] {
            let name = format!("vb-{name}");
            let value = form.line(&name);
            all.push(Field::line(&name, text(label), &value));
        }
        all.extend(file);
        FormParts {
            title: text("edit-doc-new-title"),
            sections: vec![Section::of(all)],
            save: text("edit-save-document"),
            has_file: true,
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        match added(editor, records, form, "vb-")? {
            Some((id, files)) => {
                Ok(Planned { files, about: vec![id], command: "new", faults: Vec::new() })
            }
            None => Err(vec![Fault::of("vb-so", editor.locale.text("edit-doc-missing"))]),
        }
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        match file {
            "documents.yaml" => input_of(path, "vb-"),
            file if file.starts_with("attachments/") => Some("tep".to_owned()),
            _ => None,
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        vec!["documents.yaml".into()]
    }

    fn after(&self) -> String {
        "van-ban".to_owned()
    }
}

/// The values of a document as a form shows them, in the order of [`FIELDS`].
fn values(editor: &Editor, document: &Document) -> [String; 6] {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        some(&document.symbol),
        document.title.clone(),
        document.date.map(|day| editor.locale.short_date(day)).unwrap_or_default(),
        some(&document.issuer),
        some(&document.kind),
        some(&document.url),
    ]
}

impl Screen for Edit {
    fn path(&self) -> String {
        format!("van-ban/{}", self.id)
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let Some(document) = find(records, &self.id) else { return FormParts::default() };
        let there = values(editor, document);
        let mut on_disk = Vec::new();
        let fields = FIELDS.iter().zip(&there).map(|((name, label, _), there)| {
            let name = format!("vb-{name}");
            let label = editor.locale.text(label);
            if !form.has(&name) {
                return field(&name, label, there);
            }
            let typed = form.line(&name);
            if typed != *there {
                on_disk.push((label.clone(), there.clone()));
            }
            field(&name, label, &typed)
        });
        let mut fields: Vec<Field> = fields.collect();
        // A file that is there was published, and stays.
        let has_file = document.attachment.is_none();
        if has_file {
            let hint = editor.locale.text("edit-file-hint");
            fields.push(Field::file("tep", editor.locale.text("edit-file")).hint(hint));
        }
        let args = [("document", document.symbol.as_ref().unwrap_or(&document.title).into())];
        FormParts {
            title: editor.locale.format("edit-doc-edit-title", &args),
            sections: vec![Section::of(fields)],
            save: editor.locale.text("edit-save"),
            has_file,
            on_disk,
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let Some(document) = find(records, &self.id) else { return Err(Vec::new()) };
        let cannot = || {
            let text = editor.locale.format("edit-cannot", &[("file", "documents.yaml".into())]);
            vec![Fault { text, href: "/tep/van-ban".to_owned(), ..Fault::default() }]
        };
        let path = editor.content.join("documents.yaml");
        let raw = crate::pipeline::read_record(&editor.content, &path).map_err(|_| cannot())?;
        let old = std::str::from_utf8(&raw).map_err(|_| cannot())?;
        let bare = old.trim_start_matches('\u{feff}');
        let source = own_list(editor, records).filter(|source| *source.text == *bare);
        let source = source.ok_or_else(cannot)?;
        let at = place(records, source, &self.id).ok_or_else(cannot)?;
        let from = old.len() - bare.len();
        let mut edits = Vec::new();
        for ((name, _, key), there) in FIELDS.iter().zip(values(editor, document)) {
            let typed = form.line(&format!("vb-{name}"));
            if typed == there {
                continue;
            }
            let written = match *key {
                "date" => typed_day(records, &typed),
                _ if typed.is_empty() => String::new(),
                _ => scalar(&typed, is_in_flow(source, at)),
            };
            let edit = item_edit(source, at, key, &written).ok_or_else(cannot)?;
            let range = edit.range.start + from..edit.range.end + from;
            edits.push(crate::diagnostic::Edit { range, text: edit.text });
        }
        let mut files = Vec::new();
        let bytes = received(editor, form)?.filter(|_| document.attachment.is_none());
        if let Some(bytes) = bytes {
            let file = DocumentFile { bytes: &bytes, name: &form.line("tep-ten") };
            let attached = pipeline::attach(&editor.content, &self.id, file);
            let (name, file) =
                attached.map_err(|error| vec![refused(editor, &error, &self.id, "vb-")])?;
            let written = scalar(&name, is_in_flow(source, at));
            let edit = item_edit(source, at, "file", &written).ok_or_else(cannot)?;
            let range = edit.range.start + from..edit.range.end + from;
            edits.push(crate::diagnostic::Edit { range, text: edit.text });
            files.push(file);
        }
        if edits.is_empty() {
            return Err(vec![Fault::of("vb-ten", editor.locale.text("edit-nothing-changed"))]);
        }
        let new = apply(old, edits);
        files.push(FileChange { path, old: Some(raw), new: Some(new.into_bytes()) });
        Ok(Planned { files, about: vec![self.id.clone()], command: "edit", faults: Vec::new() })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        match file {
            "documents.yaml" => input_of(path, "vb-"),
            file if file.starts_with("attachments/") => Some("tep".to_owned()),
            _ => None,
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        vec!["documents.yaml".into()]
    }

    fn above(&self, editor: &Editor, records: &Records) -> Option<PathBuf> {
        let is_own = own_list(editor, records);
        let is_own = is_own.is_some_and(|own| place(records, own, &self.id).is_some());
        (!is_own).then(|| "documents.yaml".into())
    }

    fn base(&self, editor: &Editor, _records: &Records) -> Option<PathBuf> {
        Some(editor.content.join("documents.yaml"))
    }

    fn adds(&self) -> bool {
        false
    }

    fn after(&self) -> String {
        "van-ban".to_owned()
    }
}

fn find<'r>(records: &'r Records, id: &str) -> Option<&'r Document> {
    records.model().documents.iter().find(|document| document.id.as_str() == id)
}

/// The list of documents in the content folder itself.
fn own_list<'r>(editor: &Editor, records: &'r Records) -> Option<&'r SourceFile> {
    let mut files = records.sources().iter();
    files.find(|(_, file)| editor.inside(&file.path) == "documents.yaml").map(|(_, file)| file)
}

/// The place of a document in its list.
fn place(records: &Records, list: &SourceFile, id: &str) -> Option<usize> {
    (0..records.model().documents.len()).find(|n| list.text_at(&format!("[{n}].id")) == id)
}

fn is_in_flow(source: &SourceFile, at: usize) -> bool {
    source.index.get(&format!("[{at}]")).is_some_and(|item| item.style == Style::FlowMapping)
}

/// The edit that gives a key of an item another value. `None` where only the author should change it.
fn item_edit(
    source: &SourceFile,
    at: usize,
    key: &str,
    written: &str,
) -> Option<crate::diagnostic::Edit> {
    use crate::diagnostic::Edit;
    let text: &str = &source.text;
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let is_flow = is_in_flow(source, at);
    let node = source.index.get(&format!("[{at}].{key}"));
    match node {
        Some(node) if matches!(node.style, Style::Plain | Style::Quoted) => {
            let value = text.get(node.value.clone())?;
            let kept = value.trim_end().len();
            let range = node.value.start..node.value.start + kept;
            if value[..kept].contains('\n') || value.starts_with(['|', '>']) {
                return None;
            }
            if !written.is_empty() {
                return Some(Edit { range, text: written.to_owned() });
            }
            if is_flow {
                return None;
            }
            let line = text[..node.key.start].rfind('\n').map_or(0, |at| at + 1);
            // The first key stands behind the dash.
            if text[line..node.key.start].contains('-') {
                return None;
            }
            let next = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1);
            Some(Edit { range: line..next, text: String::new() })
        }
        Some(_) => None,
        None => {
            let id = source.index.get(&format!("[{at}].id"))?;
            if is_flow {
                let end = id.value.end;
                return Some(Edit { range: end..end, text: format!(", {key}: {written}") });
            }
            let line = text[..id.key.start].rfind('\n').map_or(0, |at| at + 1);
            let indent = " ".repeat(id.key.start - line);
            let end =
                text[id.value.end..].find('\n').map_or(text.len(), |at| id.value.end + at + 1);
            let gap = if text[..end].ends_with('\n') { "" } else { line_end };
            Some(Edit { range: end..end, text: format!("{gap}{indent}{key}: {written}{line_end}") })
        }
    }
}

#[derive(Serialize)]
struct View {
    query: String,
    rows: Vec<Row>,
    more: String,
}

#[derive(Serialize)]
struct Row {
    href: String,
    symbol: String,
    title: String,
    date: String,
    file: String,
}

/// Number of documents on the list.
const MAX_ROWS: usize = 50;

/// The list of documents, the newest of the list first.
pub(super) fn list(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let model = records.model();
    let text = query.line("tim");
    let all = model.documents.len();
    let found: Vec<usize> = match text.as_str() {
        "" => (0..all).rev().collect(),
        text => Names::documents(model).search(text),
    };
    let row = |at: &usize| {
        let document = &model.documents[*at];
        let file = document.attachment.map(|ix| model[ix].path.clone()).unwrap_or_default();
        Row {
            href: format!("/van-ban/{}", document.id),
            symbol: document.symbol.clone().unwrap_or_default(),
            title: document.title.clone(),
            date: document.date.map(|day| editor.locale.short_date(day)).unwrap_or_default(),
            file: file.trim_start_matches("attachments/").to_owned(),
        }
    };
    let more = found.len().saturating_sub(MAX_ROWS);
    let more = match (found.len(), more) {
        (0, _) => editor.locale.format("edit-pick-none", &[("query", (&text).into())]),
        (_, 0) => String::new(),
        (_, more) => editor.locale.format("edit-pick-more", &[("count", more.into())]),
    };
    let view = View { query: text, rows: found.iter().take(MAX_ROWS).map(row).collect(), more };
    let title = editor.locale.text("edit-menu-documents");
    let frame = Frame::new(editor, title, "van-ban", query);
    Answer::page(200, editor.filled("edit/documents.html", &frame, &view))
}
