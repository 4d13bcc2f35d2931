//! The text of a record, for a record that no form can change: the last resort.

use std::path::PathBuf;

use super::super::Editor;
use super::super::form::{Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::{FormParts, Planned, Screen, note};
use crate::content::files::MAX_RECORD_BYTES;
use crate::fix::lines;
use crate::model::Id;
use crate::output::journal::FileChange;
use crate::pipeline::read_record;

/// A record that is shown as text. It is named by what it is, never by a path.
pub(super) enum Text {
    Task(String),
    Note(String),
    /// A file of the content folder that every folder has: its step in the address, and its name.
    Listed(&'static str, &'static str),
}

/// The files of [`Text::Listed`].
const LISTED: [(&str, &str); 5] = [
    ("van-ban", "documents.yaml"),
    ("site", "site.yaml"),
    ("van-ban-chi-dao", "directive.yaml"),
    ("co-quan", "agencies.yaml"),
    ("dia-ban", "places.yaml"),
];

impl Text {
    /// The record at an address.
    pub(super) fn of(path: &[&str], records: &Records) -> Option<Self> {
        match path {
            ["viec", id] => {
                // A task that cannot be read is no task of the model.
                let id = Id::parse(id).ok()?.to_string();
                let ending = format!("/tasks/{id}.yaml");
                let is_there =
                    records.sources().iter().any(|(_, file)| file.path.ends_with(&ending));
                is_there.then_some(Text::Task(id))
            }
            ["ghi-chep", id] => note::known(records, id).map(Text::Note),
            [step] => {
                let (step, file) = LISTED.iter().find(|(known, _)| known == step)?;
                Some(Text::Listed(step, file))
            }
            _ => None,
        }
    }

    fn file(&self) -> String {
        match self {
            Text::Task(id) => format!("tasks/{id}.yaml"),
            Text::Note(id) => format!("notes/{id}.md"),
            Text::Listed(_, file) => (*file).to_owned(),
        }
    }
}

impl Screen for Text {
    fn path(&self) -> String {
        match self {
            Text::Task(id) => format!("tep/viec/{id}"),
            Text::Note(id) => format!("tep/ghi-chep/{id}"),
            Text::Listed(step, _) => format!("tep/{step}"),
        }
    }

    fn parts(&self, editor: &Editor, _records: &Records, form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        let raw = read_record(&editor.content, &editor.content.join(self.file()));
        let raw = raw.unwrap_or_default();
        let there = String::from_utf8_lossy(&raw).into_owned();
        let there = there.trim_start_matches('\u{feff}').to_owned();
        let typed = if form.has("chu") { form.raw("chu") } else { &there };
        let rows = there.lines().count().clamp(8, 40);
        let plain = |text: &str| text.replace("\r\n", "\n");
        let on_disk = if plain(typed) == plain(&there) {
            Vec::new()
        } else {
            vec![(text("edit-on-disk"), there.clone())]
        };
        FormParts {
            title: editor.locale.format("edit-file-title", &[("file", self.file().into())]),
            intro: vec![text("edit-file-intro")],
            sections: vec![Section::of(vec![Field::area(
                "chu",
                text("edit-file-text"),
                typed,
                rows,
            )])],
            save: text("edit-save"),
            on_disk,
            ..FormParts::default()
        }
    }

    fn plan(
        &self,
        editor: &Editor,
        _records: &Records,
        form: &Form,
    ) -> Result<Planned, Vec<Fault>> {
        let fault = |key: &str| vec![Fault::of("chu", editor.locale.text(key))];
        let path = editor.content.join(self.file());
        let raw = read_record(&editor.content, &path).map_err(|_| fault("edit-file-unreadable"))?;
        let old = std::str::from_utf8(&raw).map_err(|_| fault("edit-file-unreadable"))?.to_owned();
        let bare = old.trim_start_matches('\u{feff}');
        let mark = &old[..old.len() - bare.len()];
        let new = format!("{mark}{}", lines::merged(bare, form.raw("chu")));
        if new.as_bytes() == raw {
            return Err(fault("edit-nothing-changed"));
        }
        if new.len() as u64 > MAX_RECORD_BYTES {
            return Err(fault("edit-refused-size"));
        }
        let about = match self {
            Text::Task(id) | Text::Note(id) => vec![id.clone()],
            Text::Listed(..) => Vec::new(),
        };
        let file = FileChange { path, old: Some(raw), new: Some(new.into_bytes()) };
        Ok(Planned { files: vec![file], about, command: "edit", faults: Vec::new() })
    }

    fn input_of(&self, file: &str, _path: &str) -> Option<String> {
        (file == self.file()).then(|| "chu".to_owned())
    }

    fn files(&self) -> Vec<PathBuf> {
        vec![self.file().into()]
    }

    fn base(&self, editor: &Editor, _records: &Records) -> Option<PathBuf> {
        Some(editor.content.join(self.file()))
    }

    fn adds(&self) -> bool {
        false
    }

    fn after(&self) -> String {
        "kiem-tra".to_owned()
    }

    fn mends(&self) -> bool {
        true
    }
}

/// A record that cannot be read, in place of its forms.
pub(super) struct Unread {
    pub(super) path: String,
    pub(super) text: Text,
}

impl Screen for Unread {
    fn path(&self) -> String {
        self.path.clone()
    }

    fn parts(&self, editor: &Editor, _records: &Records, _form: &Form) -> FormParts {
        let text = editor.locale.format("edit-unread", &[("file", self.text.file().into())]);
        FormParts {
            title: self.text.file(),
            blocked: Some((text, format!("/{}", self.text.path()))),
            ..FormParts::default()
        }
    }

    fn plan(
        &self,
        editor: &Editor,
        _records: &Records,
        _form: &Form,
    ) -> Result<Planned, Vec<Fault>> {
        let text = editor.locale.text("edit-unread-kept");
        Err(vec![Fault { text, ..Fault::default() }])
    }

    fn files(&self) -> Vec<PathBuf> {
        vec![self.text.file().into()]
    }

    fn is_unread(&self) -> bool {
        true
    }
}
