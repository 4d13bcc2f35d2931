//! What the office says of itself and of others: the facts of the site, and a new agency.

use std::path::PathBuf;

use super::super::Editor;
use super::super::faults::key_in;
use super::super::form::{Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::report::cannot;
use super::task::changed;
use super::{FormParts, Planned, Screen};
use crate::content::records::{AgencyRecord, SiteRecord};
use crate::fix::value::{Value, record};
use crate::fix::{apply, list};
use crate::model::{Id, Settings};
use crate::output::journal::FileChange;
use crate::pipeline::{self, ChangeError};
use crate::reading::names::{Found, Names};
use crate::vietnamese::slug;

/// The facts of the site: its title, who publishes it, whom readers can tell.
pub(super) struct Site;

/// The fields of the site: name, label, key of the record. The keys are in the order in which
/// offices write them.
const FIELDS: [(&str, &str, &str); 4] = [
    ("ten", "edit-site-title", "title"),
    ("don-vi", "edit-site-publisher", "publisher"),
    ("lien-he", "edit-site-contact", "contact"),
    ("luu-y", "edit-site-notice", "notice"),
];

/// The values of the site, in the order of [`FIELDS`].
fn values(settings: &Settings) -> [String; 4] {
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let Settings { publisher, contact, notice, .. } = settings;
    [settings.title.clone(), some(publisher), some(contact), some(notice)]
}

impl Screen for Site {
    fn path(&self) -> String {
        "trang".to_owned()
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let mut on_disk = Vec::new();
        let there = values(&records.model().settings);
        let fields = FIELDS.iter().zip(there).map(|((name, label, key), there)| {
            let label = editor.locale.text(label);
            let typed = if form.has(name) { form.line(name) } else { there.clone() };
            if typed != there {
                on_disk.push((label.clone(), there));
            }
            let hint = format!("edit-site-{key}-hint");
            let hint =
                if editor.locale.has(&hint) { editor.locale.text(&hint) } else { String::new() };
            Field::area(name, label, &typed, 2).hint(hint)
        });
        let fields = fields.collect();
        FormParts {
            title: editor.locale.text("edit-site"),
            sections: vec![Section::of(fields)],
            save: editor.locale.text("edit-save"),
            on_disk,
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let there = values(&records.model().settings);
        let changes: Vec<(&str, Value)> = (FIELDS.iter().zip(there))
            .filter(|((name, ..), there)| form.line(name) != *there)
            .map(|((name, _, key), _)| (*key, Value::Text(form.line(name))))
            .collect();
        if changes.is_empty() {
            return Err(vec![Fault::of("ten", editor.locale.text("edit-nothing-changed"))]);
        }
        let order = FIELDS.map(|(_, _, key)| key);
        let path = editor.content.join("site.yaml");
        let file = changed::<SiteRecord>(editor, path, &changes, &order);
        let file = file.map_err(|_| {
            let text = editor.locale.format("edit-cannot", &[("file", "site.yaml".into())]);
            vec![Fault { text, href: "/tep/site".to_owned(), ..Fault::default() }]
        })?;
        Ok(Planned { files: vec![file], about: Vec::new(), command: "edit", faults: Vec::new() })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        let field = FIELDS.iter().find(|(_, _, key)| file == "site.yaml" && *key == path);
        field.map(|(name, ..)| (*name).to_owned())
    }

    fn files(&self) -> Vec<PathBuf> {
        vec!["site.yaml".into()]
    }

    fn base(&self, editor: &Editor, _records: &Records) -> Option<PathBuf> {
        Some(editor.content.join("site.yaml"))
    }

    fn adds(&self) -> bool {
        false
    }
}

/// An agency that is not in `agencies.yaml` yet.
pub(super) struct NewAgency;

impl Screen for NewAgency {
    fn path(&self) -> String {
        "don-vi/moi".to_owned()
    }

    fn parts(&self, editor: &Editor, _records: &Records, form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        FormParts {
            title: text("edit-agency-new"),
            sections: vec![Section::of(vec![
                Field::line("ten", text("edit-agency-name"), &form.line("ten")),
                Field::line("tat", text("edit-agency-short"), &form.line("tat"))
                    .hint(text("edit-agency-short-hint"))
                    .short(),
            ])],
            save: text("edit-save-agency"),
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let (locale, model) = (editor.locale, records.model());
        let name = form.line("ten");
        let fault = |text: String| Err(vec![Fault::of("ten", text)]);
        if name.is_empty() {
            return fault(locale.text("edit-title-missing-field"));
        }
        let names = Names::agencies(model);
        if let Found::One(at) = names.named(&name) {
            let known = &model.agencies[at];
            let args = [("value", (&name).into()), ("id", known.id.to_string().into())];
            return fault(locale.format("edit-agency-known", &args));
        }
        let id = slug(&name);
        let is_free = Id::parse(&id).is_ok() && names.iter().all(|known| known.id != id);
        if !is_free {
            return fault(locale.text("edit-agency-no-id"));
        }
        let path = editor.content.join("agencies.yaml");
        let style = || cannot(editor, &ChangeError::Style, "agencies.yaml");
        let old = match path.symlink_metadata() {
            Ok(_) => Some(pipeline::read_record(&editor.content, &path).map_err(|_| style())?),
            Err(_) => None,
        };
        let text = String::from_utf8(old.clone().unwrap_or_default()).map_err(|_| style())?;
        let lines = record(&[
            ("id", Value::Id(id.clone())),
            ("name", Value::Text(name)),
            ("short", Value::Text(form.line("tat"))),
        ]);
        let lines = lines.trim_end().to_owned();
        let edit = list::append::<Vec<AgencyRecord>>(&text, "", &[lines]).ok_or_else(style)?;
        let new = Some(apply(&text, vec![edit]).into_bytes());
        let files = vec![FileChange { path, old, new }];
        Ok(Planned { files, about: vec![id], command: "new", faults: Vec::new() })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        if file != "agencies.yaml" {
            return None;
        }
        Some(if key_in(path, "") == Some("short") { "tat" } else { "ten" }.to_owned())
    }

    fn files(&self) -> Vec<PathBuf> {
        vec!["agencies.yaml".into()]
    }
}
