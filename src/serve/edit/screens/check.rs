//! What is wrong with the records, and what can be put right at once.

use std::path::Path;

use serde::Serialize;

use super::super::faults;
use super::super::form::{Fault, Form};
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use super::frame::Frame;
use super::{FormParts, Planned, Screen};
use crate::content::portal::holder_of;
use crate::diagnostic::{Diagnostic, Severity};
use crate::fix::{Draft, apply};
use crate::output::journal::FileChange;
use crate::pipeline::{self, read_record};
use crate::sum::sha256;

/// Number of diagnostics on a page.
const MAX_ROWS: usize = 50;

#[derive(Serialize)]
struct View {
    groups: Vec<Group>,
    can_mend: bool,
    more: String,
    clean: String,
}

#[derive(Serialize)]
struct Group {
    title: String,
    severity: &'static str,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    text: String,
    help: String,
    place: String,
    href: String,
    mend: String,
}

/// How an address names a diagnostic that can be put right: by its code, file and place.
fn handle(records: &Records, diagnostic: &Diagnostic) -> String {
    let source = records.sources().get(diagnostic.place.file);
    let fix = diagnostic.fix.as_ref().map(|edit| (edit.range.clone(), edit.text.clone()));
    let mut sum = sha256(format!("{} {} {fix:?}", diagnostic.code, source.path).as_bytes());
    sum.truncate(24);
    sum
}

/// Whether a diagnostic can be put right here: in a portal, only in what directives share.
fn can_mend(editor: &Editor, records: &Records, diagnostic: &Diagnostic) -> bool {
    let file = editor.inside(&records.sources().get(diagnostic.place.file).path);
    diagnostic.fix.is_some() && holder_of(Path::new(&file)).is_none()
}

/// The list of diagnostics.
pub(super) fn list(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let diagnostics = &records.loaded.diagnostics;
    let mut shown = 0;
    let mut groups = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let all: Vec<&Diagnostic> =
            diagnostics.iter().filter(|one| one.severity == severity).collect();
        let rows: Vec<Row> = (all.iter().take(MAX_ROWS.saturating_sub(shown)))
            .map(|one| {
                let told = faults::told(editor, one, records.sources());
                let position = one.position(records.sources());
                let (file, _) = faults::place(editor, one, records.sources());
                Row {
                    text: told.text,
                    help: told.help,
                    place: format!("{file}:{}:{}", position.line, position.column),
                    href: told.href,
                    mend: match can_mend(editor, records, one) {
                        true => format!("/kiem-tra/sua/{}", handle(records, one)),
                        false => String::new(),
                    },
                }
            })
            .collect();
        shown += rows.len();
        if !all.is_empty() {
            let key = format!("edit-check-{}", severity.name());
            let title = editor.locale.format(&key, &[("count", all.len().into())]);
            groups.push(Group { title, severity: severity.name(), rows });
        }
    }
    let count = diagnostics.iter().count();
    let more = count.saturating_sub(shown);
    let view = View {
        can_mend: diagnostics.iter().any(|one| can_mend(editor, records, one)),
        more: match more {
            0 => String::new(),
            more => editor.locale.format("edit-check-more", &[("count", more.into())]),
        },
        clean: if count == 0 { editor.locale.text("edit-check-clean") } else { String::new() },
        groups,
    };
    let frame = Frame::new(editor, editor.locale.text("edit-menu-check"), "kiem-tra", query);
    Answer::page(200, editor.filled("edit/check.html", &frame, &view))
}

/// Puts one diagnostic right.
pub(super) struct MendOne {
    handle: String,
}

impl MendOne {
    pub(super) fn of(handle: &str) -> Option<Self> {
        let is_sum = handle.len() == 24 && handle.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_sum.then(|| MendOne { handle: handle.to_owned() })
    }

    fn find<'r>(&self, editor: &Editor, records: &'r Records) -> Option<&'r Diagnostic> {
        let all = records.loaded.diagnostics.iter();
        let mut all = all.filter(|one| can_mend(editor, records, one));
        all.find(|one| handle(records, one) == self.handle)
    }
}

impl Screen for MendOne {
    fn path(&self) -> String {
        format!("kiem-tra/sua/{}", self.handle)
    }

    fn parts(&self, editor: &Editor, records: &Records, _form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        let told =
            self.find(editor, records).map(|one| faults::told(editor, one, records.sources()));
        let intro = match told {
            Some(told) => vec![told.text],
            None => vec![text("edit-mend-gone")],
        };
        FormParts {
            title: text("edit-mend-title"),
            intro,
            save: text("edit-mend"),
            no_draft: true,
            ..FormParts::default()
        }
    }

    fn plan(
        &self,
        editor: &Editor,
        records: &Records,
        _form: &Form,
    ) -> Result<Planned, Vec<Fault>> {
        let gone = || {
            let text = editor.locale.text("edit-mend-gone");
            vec![Fault { text, href: "/kiem-tra".to_owned(), ..Fault::default() }]
        };
        let found = self.find(editor, records).ok_or_else(gone)?;
        let source = records.sources().get(found.place.file);
        let path = pipeline::path_on_disk(&editor.content, &records.loaded, found.place.file);
        let raw = read_record(&editor.content, &path).map_err(|_| gone())?;
        let old = std::str::from_utf8(&raw).map_err(|_| gone())?;
        let bare = old.trim_start_matches('\u{feff}');
        if *bare != *source.text {
            return Err(gone());
        }
        let mark = &old[..old.len() - bare.len()];
        let new = format!("{mark}{}", apply(bare, found.fix.iter().cloned().collect()));
        let file = FileChange { path, old: Some(raw.clone()), new: Some(new.into_bytes()) };
        Ok(Planned { files: vec![file], about: Vec::new(), command: "check", faults: Vec::new() })
    }

    fn after(&self) -> String {
        "kiem-tra".to_owned()
    }

    fn reviews(&self, _form: &Form) -> bool {
        true
    }

    fn mends(&self) -> bool {
        true
    }
}

/// Puts right whatever has one right answer: `tiendo check --fix`.
pub(super) struct MendAll;

impl Screen for MendAll {
    fn path(&self) -> String {
        "kiem-tra/sua-tat-ca".to_owned()
    }

    fn parts(&self, editor: &Editor, _records: &Records, _form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        FormParts {
            title: text("edit-mend-all-title"),
            intro: vec![text("edit-mend-all-intro")],
            save: text("edit-mend-all"),
            no_draft: true,
            ..FormParts::default()
        }
    }

    fn plan(
        &self,
        editor: &Editor,
        _records: &Records,
        _form: &Form,
    ) -> Result<Planned, Vec<Fault>> {
        let fault = |text| vec![Fault { text, href: "/kiem-tra".to_owned(), ..Fault::default() }];
        let mended = pipeline::mend(&editor.content)
            .map_err(|error| fault(editor.clerk.unreadable(&error.error)))?;
        let file = |draft: &Draft| FileChange {
            path: draft.path.clone(),
            old: Some(draft.raw.clone()),
            new: Some(draft.text.clone().into_bytes()),
        };
        let files: Vec<FileChange> =
            mended.drafts.iter().filter(|draft| draft.is_changed()).map(file).collect();
        if files.is_empty() {
            return Err(fault(editor.locale.text("fix-nothing")));
        }
        Ok(Planned { files, about: Vec::new(), command: "check", faults: Vec::new() })
    }

    fn after(&self) -> String {
        "kiem-tra".to_owned()
    }

    fn reviews(&self, _form: &Form) -> bool {
        true
    }

    fn mends(&self) -> bool {
        true
    }
}
