//! What the office says of itself and of others: the facts of the site, and a new agency.

use std::path::PathBuf;

use super::super::Editor;
use super::super::faults::key_in;
use super::super::form::{Fault, Form, Section};
use super::super::keeper::Records;
use super::languages::Text;
use super::report::cannot;
use super::task::changed;
use super::{FormParts, Planned, Screen};
use crate::content::files;
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

/// The texts of the site, in the order of [`FIELDS`].
fn texts(editor: &Editor, records: &Records) -> [Text; 4] {
    let Settings { title, publisher, contact, notice, .. } = &records.model().settings;
    let shown = [Some(title), publisher.as_ref(), contact.as_ref(), notice.as_ref()];
    let file = records.sources().find(&files::shown(&editor.content, "site.yaml"));
    let yaml = file.map_or("", |file| &records.sources().get(file).text);
    let mut shown = shown.into_iter().map(|text| text.map_or("", String::as_str));
    FIELDS.map(|(field, label, key)| {
        let label = editor.locale.text(label);
        Text::of(records, (field, label), yaml, key, shown.next().unwrap_or_default())
    })
}

impl Screen for Site {
    fn path(&self) -> String {
        "trang".to_owned()
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let mut on_disk = Vec::new();
        let mut fields = Vec::new();
        for ((_, _, key), text) in FIELDS.iter().zip(texts(editor, records)) {
            on_disk.extend(text.on_disk(editor, form));
            let hint = format!("edit-site-{key}-hint");
            let hint =
                if editor.locale.has(&hint) { editor.locale.text(&hint) } else { String::new() };
            let of_each = text.fields(editor, form, 2).into_iter();
            fields.extend(of_each.map(|field| field.hint(hint.clone())));
        }
        FormParts {
            title: editor.locale.text("edit-site"),
            sections: vec![Section::of(fields)],
            save: editor.locale.text("edit-save"),
            on_disk,
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let changes: Vec<(&str, Value)> = (FIELDS.iter().zip(texts(editor, records)))
            .filter(|(_, text)| text.is_changed(form))
            .map(|((_, _, key), text)| (*key, text.value(form)))
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
        let path = path.split('.').next().unwrap_or_default();
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

/// Its name, and its short name.
fn agency_texts(editor: &Editor, records: &Records) -> [Text; 2] {
    [("ten", "edit-agency-name"), ("tat", "edit-agency-short")]
        .map(|(field, label)| Text::new(records, field, editor.locale.text(label)))
}

impl Screen for NewAgency {
    fn path(&self) -> String {
        "don-vi/moi".to_owned()
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        let [name, short] = agency_texts(editor, records);
        let mut fields = name.fields(editor, form, 0);
        let short = short.fields(editor, form, 0).into_iter();
        fields.extend(short.map(|field| field.hint(text("edit-agency-short-hint")).short()));
        FormParts {
            title: text("edit-agency-new"),
            sections: vec![Section::of(fields)],
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
        let [name_texts, short_texts] = agency_texts(editor, records);
        let lines = record(&[
            ("id", Value::Id(id.clone())),
            ("name", name_texts.value(form)),
            ("short", short_texts.value(form)),
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
