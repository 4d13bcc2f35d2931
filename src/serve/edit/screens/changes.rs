//! The changes that were made, each of which can be taken back.

use serde::Serialize;

use super::super::form::{Fault, Form};
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use super::frame::{Frame, what};
use super::{FormParts, Planned, Screen, release};
use crate::output::journal::{self, Change, State, UndoError};

/// Number of changes on the list.
const MAX_ROWS: usize = 50;
/// Number of files of a change that are named.
const MAX_FILES: usize = 3;

#[derive(Serialize)]
struct View {
    /// What was published and can be compared with: address and name.
    releases: Vec<(String, String)>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    when: String,
    what: String,
    files: String,
    href: String,
    /// Why it cannot be taken back any more.
    remark: String,
}

fn files(editor: &Editor, change: &Change) -> String {
    let names: Vec<&str> = change.files.iter().map(|file| file.path.as_str()).collect();
    let shown = names.iter().take(MAX_FILES).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MAX_FILES) {
        0 => shown,
        more => {
            let args = [("files", shown.into()), ("count", more.into())];
            editor.locale.format("edit-change-files", &args)
        }
    }
}

/// The list of changes, the newest first.
pub(super) fn list(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let changes = journal::list(&editor.content);
    let row = |change: &Change| Row {
        when: editor.clerk.moment(&change.label.when),
        what: match change.undoes {
            Some(number) => {
                let undone = changes.iter().find(|one| one.number == number);
                let undone = undone.map(|one| what(editor, one)).unwrap_or_default();
                editor.locale.format("edit-change-undoes", &[("what", undone.into())])
            }
            None => what(editor, change),
        },
        files: files(editor, change),
        href: format!("/thay-doi/{}", change.number),
        remark: match change.state {
            State::Undone => editor.locale.text("edit-change-undone"),
            State::Pending | State::Done => String::new(),
        },
    };
    let releases = release::links(editor, records);
    let view = View { releases, rows: changes.iter().take(MAX_ROWS).map(row).collect() };
    let frame = Frame::new(editor, editor.locale.text("edit-menu-changes"), "thay-doi", query);
    Answer::page(200, editor.filled("edit/changes.html", &frame, &view))
}

/// Takes a change back.
pub(super) struct Undo {
    pub(super) number: u32,
}

impl Undo {
    fn change(&self, editor: &Editor) -> Option<Change> {
        journal::one(&editor.content, self.number)
    }
}

impl Screen for Undo {
    fn path(&self) -> String {
        format!("thay-doi/{}", self.number)
    }

    fn parts(&self, editor: &Editor, _records: &Records, _form: &Form) -> FormParts {
        let locale = editor.locale;
        let Some(change) = self.change(editor) else {
            let text = locale.format("undo-unknown", &[("number", self.number.into())]);
            return FormParts {
                title: locale.text("edit-undo"),
                blocked: Some((text, "/thay-doi".to_owned())),
                ..FormParts::default()
            };
        };
        let said = what(editor, &change);
        let blocked = (change.state == State::Undone)
            .then(|| (locale.text("edit-change-undone"), "/thay-doi".to_owned()));
        FormParts {
            title: locale.format("edit-undo-title", &[("what", said.into())]),
            intro: vec![editor.clerk.moment(&change.label.when), files(editor, &change)],
            save: locale.text("edit-undo"),
            no_draft: true,
            blocked,
            ..FormParts::default()
        }
    }

    fn plan(
        &self,
        editor: &Editor,
        _records: &Records,
        _form: &Form,
    ) -> Result<Planned, Vec<Fault>> {
        let locale = editor.locale;
        let about = self.change(editor).map(|change| change.label.about).unwrap_or_default();
        let files = journal::inverse(&editor.content, self.number).map_err(|error| {
            let text = match error {
                UndoError::Unknown => {
                    locale.format("undo-unknown", &[("number", self.number.into())])
                }
                UndoError::Differs { path, inserted } => {
                    let args = [("file", path.into()), ("inserted", inserted.trim_end().into())];
                    locale.format("undo-differs", &args)
                }
                UndoError::Unreadable { error, .. } => editor.clerk.unreadable(&error),
            };
            vec![Fault { text, href: "/thay-doi".to_owned(), ..Fault::default() }]
        })?;
        Ok(Planned { files, about, command: "undo", faults: Vec::new() })
    }

    fn after(&self) -> String {
        "thay-doi".to_owned()
    }

    fn undoes(&self) -> Option<u32> {
        Some(self.number)
    }
}
