//! Progress notes: the list, and a note with its text beside it as readers will see it.

use std::path::PathBuf;

use serde::Serialize;

use super::super::Answer;
use super::super::Editor;
use super::super::form::{Choice, Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::days::typed_day;
use super::frame::Frame;
use super::pick::{self, Kind};
use super::{FormParts, Planned, Screen};
use crate::content::notes;
use crate::content::records::NoteRecord;
use crate::fix::value::{self, Value, record};
use crate::fix::{apply, lines};
use crate::markdown::{self, Href, Options, Words};
use crate::model::Id;
use crate::output::journal::FileChange;
use crate::pipeline::read_record;
use crate::source::SourceFile;
use crate::vietnamese::slug;

/// A note that is there, or a new one.
pub(super) struct Note {
    pub(super) id: Option<String>,
}

/// The id of a note whose file was read, a draft too.
pub(super) fn known(records: &Records, id: &str) -> Option<String> {
    let id = Id::parse(id).ok()?.to_string();
    file_of(records, &id).map(|_| id)
}

fn file_of<'r>(records: &'r Records, id: &str) -> Option<&'r SourceFile> {
    let ending = format!("/notes/{id}.md");
    records.sources().iter().map(|(_, file)| file).find(|file| file.path.ends_with(&ending))
}

/// The lists of ids of a note: field, label, kind, key of the front matter.
const LISTS: [(&str, &str, Kind, &str); 5] = [
    ("tac-gia", "edit-note-author", Kind::Agencies, "author"),
    ("viec", "edit-note-tasks", Kind::Tasks, "tasks"),
    ("muc", "edit-note-priorities", Kind::Priorities, "priorities"),
    ("dia-ban", "edit-places", Kind::Places, "places"),
    ("minh-chung", "edit-evidence", Kind::Documents, "evidence"),
];

/// The keys behind which a new one is put, the best first.
const AFTER: &[&str] = &["priorities", "tasks", "author", "title", "date"];

/// The values of a front matter as its file has them.
struct There {
    date: String,
    title: String,
    is_draft: bool,
    lists: Vec<Vec<String>>,
    body: String,
}

impl There {
    fn of(source: &SourceFile) -> Self {
        let list = |key: &str| match source.index.get(key) {
            None => Vec::new(),
            Some(_) => {
                let items: Vec<String> = (0..)
                    .map_while(|n| {
                        let path = format!("{key}[{n}]");
                        source.index.get(&path).map(|_| source.text_at(&path).to_owned())
                    })
                    .collect();
                match items.is_empty() {
                    true => Some(source.text_at(key).to_owned())
                        .into_iter()
                        .filter(|id| !id.is_empty() && !id.starts_with('['))
                        .collect(),
                    false => items,
                }
            }
        };
        let body = notes::split(&source.text).map(|parts| source.text[parts.body].to_owned());
        There {
            date: source.text_at("date").to_owned(),
            title: source.text_at("title").to_owned(),
            is_draft: source.text_at("draft") == "true",
            lists: LISTS.iter().map(|(.., key)| list(key)).collect(),
            body: body.unwrap_or_default(),
        }
    }
}

/// What was typed.
struct Typed {
    date: String,
    title: String,
    is_draft: bool,
    lists: Vec<Vec<String>>,
}

impl Typed {
    fn of(records: &Records, form: &Form) -> Self {
        Typed {
            date: typed_day(records, &form.line("ngay")),
            title: form.line("ten"),
            is_draft: form.raw("nhap-thoi") == "co",
            lists: LISTS.iter().map(|(field, ..)| pick::chosen(form, field)).collect(),
        }
    }

    /// The keys whose values differ.
    fn changes(&self, there: &There, date_as_written: &str) -> Vec<(&'static str, Value)> {
        let mut changes = Vec::new();
        if self.date != date_as_written {
            changes.push(("date", Value::Yaml(self.date.clone())));
        }
        if self.title != there.title {
            changes.push(("title", Value::Text(self.title.clone())));
        }
        for ((.., key), (typed, there)) in LISTS.iter().zip(self.lists.iter().zip(&there.lists)) {
            if typed != there {
                changes.push((key, list_value(key, typed.clone())));
            }
        }
        if self.is_draft != there.is_draft {
            let word = if self.is_draft { "true" } else { "" };
            changes.push(("draft", Value::Yaml(word.to_owned())));
        }
        changes
    }
}

fn list_value(key: &str, ids: Vec<String>) -> Value {
    match key {
        "author" => Value::Id(ids.into_iter().next().unwrap_or_default()),
        _ => Value::Ids(ids),
    }
}

impl Screen for Note {
    fn path(&self) -> String {
        format!("ghi-chep/{}", self.id.as_deref().unwrap_or("moi"))
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let locale = editor.locale;
        let text = |key: &str| locale.text(key);
        let source = self.id.as_deref().and_then(|id| file_of(records, id));
        let there = source.map(There::of);
        let is_sent = form.has("ten");
        let empty = There {
            date: locale.short_date(editor.clerk.today()),
            title: String::new(),
            is_draft: true,
            lists: vec![Vec::new(); LISTS.len()],
            body: headings(editor),
        };
        let there = there.as_ref().unwrap_or(&empty);
        let date = if is_sent { form.line("ngay") } else { shown_day(editor, &there.date) };
        let title = if is_sent { form.line("ten") } else { there.title.clone() };
        let body = if is_sent { form.raw("chu").to_owned() } else { there.body.clone() };
        let is_draft = if is_sent { form.raw("nhap-thoi") == "co" } else { there.is_draft };
        let options = vec![Choice::new("co", text("edit-note-draft"), is_draft)];
        let mut fields = vec![
            Field::area("ten", text("edit-note-title"), &title, 2),
            Field::line("ngay", text("edit-note-date"), &date).hint(text("edit-day-hint")).short(),
        ];
        let body_label = text("edit-note-body");
        fields.push(Field::area("chu", body_label, &body, 16).hint(text("edit-note-body-hint")));
        for ((field, label, kind, _), ids) in LISTS.into_iter().zip(&there.lists) {
            fields.push(pick::field(editor, records, form, (field, text(label)), kind, ids));
        }
        fields.push(Field::checks("nhap-thoi", text("edit-note-publish"), options));
        let mut on_disk = Vec::new();
        let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        if is_sent && title != there.title {
            on_disk.push((text("edit-note-title"), there.title.clone()));
        }
        if is_sent && plain(&body) != plain(&there.body) {
            on_disk.push((text("edit-note-body"), there.body.clone()));
        }
        let blocked = source.filter(|file| file.index.nodes().is_empty()).map(|file| {
            let args = [("file", editor.inside(&file.path).into())];
            (locale.format("edit-unread", &args), format!("/tep/{}", self.path()))
        });
        FormParts {
            title: match &self.id {
                Some(_) => {
                    locale.format("edit-note-edit-title", &[("title", (&there.title).into())])
                }
                None => text("edit-note-new-title"),
            },
            sections: vec![Section::of(fields)],
            save: text("edit-save-note"),
            can_preview: true,
            preview: html(editor, records, &body),
            on_disk,
            blocked,
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let locale = editor.locale;
        let typed = Typed::of(records, form);
        let mut faults = Vec::new();
        if typed.title.is_empty() {
            faults.push(Fault::of("ten", locale.text("edit-title-missing-field")));
        }
        if typed.date.is_empty() {
            faults.push(Fault::of("ngay", locale.text("edit-day-missing")));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        match &self.id {
            None => self.create(editor, records, form, &typed),
            Some(id) => self.change(editor, records, form, &typed, id),
        }
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        let is_own = match &self.id {
            Some(id) => file == format!("notes/{id}.md"),
            None => file.starts_with("notes/"),
        };
        if !is_own {
            return None;
        }
        let key = path.split(['.', '[']).next().unwrap_or_default();
        let field = match key {
            "date" | "recorded" => "ngay",
            "title" => "ten",
            "draft" => "nhap-thoi",
            key => match LISTS.iter().find(|(.., known)| *known == key) {
                Some((field, ..)) => field,
                None => "chu",
            },
        };
        Some(field.to_owned())
    }

    fn files(&self) -> Vec<PathBuf> {
        self.id.iter().map(|id| format!("notes/{id}.md").into()).collect()
    }

    fn base(&self, editor: &Editor, _records: &Records) -> Option<PathBuf> {
        self.id.as_ref().map(|id| editor.content.join("notes").join(format!("{id}.md")))
    }

    fn adds(&self) -> bool {
        false
    }

    fn after(&self) -> String {
        "ghi-chep".to_owned()
    }
}

impl Note {
    fn create(
        &self,
        editor: &Editor,
        records: &Records,
        form: &Form,
        typed: &Typed,
    ) -> Result<Planned, Vec<Fault>> {
        // Of a day that cannot be read, the rule says what is wrong with it.
        let date = typed.date.parse().unwrap_or_else(|_| editor.clerk.today());
        let recorded = editor.recording(records).written(date);
        let mut fields = vec![
            ("date", Value::Yaml(typed.date.clone())),
            ("recorded", Value::Yaml(recorded)),
            ("title", Value::Text(typed.title.clone())),
        ];
        for ((.., key), ids) in LISTS.iter().zip(&typed.lists) {
            fields.push((key, list_value(key, ids.clone())));
        }
        if typed.is_draft {
            fields.push(("draft", Value::Yaml("true".to_owned())));
        }
        let body = form.text("chu");
        let text = format!("---\n{}---\n\n{body}\n", record(&fields));
        let taken = |id: &str| {
            let path = editor.content.join("notes").join(format!("{id}.md"));
            path.symlink_metadata().is_ok()
        };
        let id = ids(date, &typed.title).find(|id| Id::parse(id).is_ok() && !taken(id));
        let Some(id) = id else {
            return Err(vec![Fault::of("ten", editor.locale.text("edit-note-no-id"))]);
        };
        let path = editor.content.join("notes").join(format!("{id}.md"));
        let file = FileChange { path, old: None, new: Some(text.into_bytes()) };
        Ok(Planned { files: vec![file], about: vec![id], command: "new", faults: Vec::new() })
    }

    fn change(
        &self,
        editor: &Editor,
        records: &Records,
        form: &Form,
        typed: &Typed,
        id: &str,
    ) -> Result<Planned, Vec<Fault>> {
        let file = format!("notes/{id}.md");
        let cannot = || {
            let text = editor.locale.format("edit-cannot", &[("file", (&file).into())]);
            vec![Fault { text, href: format!("/tep/ghi-chep/{id}"), ..Fault::default() }]
        };
        let source = file_of(records, id).ok_or_else(cannot)?;
        let path = editor.content.join(&file);
        let raw = read_record(&editor.content, &path).map_err(|_| cannot())?;
        let old = std::str::from_utf8(&raw).map_err(|_| cannot())?;
        let bare = old.trim_start_matches('\u{feff}');
        let mark = &old[..old.len() - bare.len()];
        let there = There::of(source);
        // A day in the Vietnamese form stays as its author wrote it.
        let as_written = typed_day(records, &there.date);
        let mut new = bare.to_owned();
        for (key, value) in typed.changes(&there, &as_written) {
            let front = notes::split(&new).map_err(|_| cannot())?.front;
            let edit = value::set::<NoteRecord>(&new, front, key, &value, AFTER);
            new = apply(&new, vec![edit.ok_or_else(cannot)?]);
        }
        let body = notes::split(&new).map_err(|_| cannot())?.body;
        let merged = lines::merged(&new[body.clone()], form.raw("chu"));
        new.replace_range(body, &merged);
        let new = format!("{mark}{new}");
        if new == old {
            return Err(vec![Fault::of("chu", editor.locale.text("edit-nothing-changed"))]);
        }
        let file = FileChange { path, old: Some(raw.clone()), new: Some(new.into_bytes()) };
        Ok(Planned {
            files: vec![file],
            about: vec![id.to_owned()],
            command: "edit",
            faults: Vec::new(),
        })
    }
}

/// Ids for a note of this day and title, the best first.
fn ids(date: chrono::NaiveDate, title: &str) -> impl Iterator<Item = String> {
    let name = format!("{date}-{}", slug(title));
    let short: String = name.chars().take(56).collect();
    let short = short.trim_end_matches(['-', '.']).to_owned();
    (1..20).map(move |n| if n == 1 { short.clone() } else { format!("{short}-{n}") })
}

/// A day of a record as people write it.
fn shown_day(editor: &Editor, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| editor.locale.short_date(day))
}

/// The headings that a new note begins with.
fn headings(editor: &Editor) -> String {
    let keys =
        ["new-note-results", "new-note-obstacles", "new-note-proposals", "new-note-documents"];
    keys.map(|key| format!("## {}\n", editor.locale.text(key))).join("\n")
}

/// A text as readers will see it. Links to records lead to their screens.
fn html(editor: &Editor, records: &Records, body: &str) -> String {
    let model = records.model();
    let resolve = |target: &str| {
        let (kind, id) = target.split_once(':')?;
        let href = match kind {
            "task" => format!("/viec/{}", model.tasks[model.task_by_id(id)?.0].id),
            "note" => format!("/ghi-chep/{}", known(records, id)?),
            "doc" => format!("/van-ban/{}", super::document::known(records, id)?),
            _ => return None,
        };
        Some(Href { href, external: false })
    };
    let words = Words {
        footnotes: &editor.locale.text("footnotes"),
        footnote_back: &editor.locale.text("footnote-back"),
    };
    let options = Options { id_prefix: "xem-", heading_shift: 1, resolve: &resolve, words };
    markdown::to_html(&body.replace("\r\n", "\n"), &options)
}

/// The text of a form as readers will see it, for the script.
pub(super) fn preview(editor: &Editor, records: &Records, form: &Form) -> Answer {
    Answer::page(200, html(editor, records, form.raw("chu")).into_bytes())
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
    title: String,
    date: String,
    is_draft: bool,
}

/// Number of notes on the list.
const MAX_ROWS: usize = 50;

/// The list of notes, drafts too, the newest first.
pub(super) fn list(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let text = query.line("tim");
    let wanted = crate::reading::normalized(&text);
    let mut rows: Vec<Row> = (records.sources().iter())
        .filter_map(|(_, file)| {
            let name = editor.inside(&file.path);
            let id = name.strip_prefix("notes/")?.strip_suffix(".md")?.to_owned();
            let title = file.text_at("title").to_owned();
            let is_found = crate::reading::normalized(&title).contains(&wanted);
            is_found.then(|| Row {
                href: format!("/ghi-chep/{id}"),
                title: if title.is_empty() { id } else { title },
                date: file.text_at("date").to_owned(),
                is_draft: file.text_at("draft") == "true",
            })
        })
        .collect();
    rows.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.href.cmp(&b.href)));
    let more = rows.len().saturating_sub(MAX_ROWS);
    let more = match (rows.len(), more) {
        (0, _) => editor.locale.format("edit-pick-none", &[("query", (&text).into())]),
        (_, 0) => String::new(),
        (_, more) => editor.locale.format("edit-pick-more", &[("count", more.into())]),
    };
    rows.truncate(MAX_ROWS);
    for row in &mut rows {
        row.date = shown_day(editor, &row.date);
    }
    let view = View { query: text, rows, more };
    let frame = Frame::new(editor, editor.locale.text("edit-menu-notes"), "ghi-chep", query);
    Answer::page(200, editor.filled("edit/notes.html", &frame, &view))
}
