//! The date on which everything is judged, and when readers may expect the next one.

use std::path::PathBuf;

use super::super::Editor;
use super::super::form::{Choice, Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::days::typed_day;
use super::task::changed;
use super::{FormParts, Planned, Screen};
use crate::content::records::SiteRecord;
use crate::fix::value::Value;
use crate::fix::{apply, list, says_the_same_and_more};

pub(super) struct Dates {
    /// Whether the date holds for a whole portal. Then what changes is shown first.
    pub(super) of_portal: bool,
}

/// The keys of `site.yaml` behind which new ones are put.
const ORDER: &[&str] = &["language", "notice", "as_of", "next_update"];

/// A day in the form in which the record has it, if it is one.
fn shown(editor: &Editor, day: Option<chrono::NaiveDate>) -> String {
    day.map(|day| editor.locale.short_date(day)).unwrap_or_default()
}

fn typed_or(form: &Form, name: &str, there: String) -> String {
    if form.has(name) { form.line(name) } else { there }
}

impl Screen for Dates {
    fn path(&self) -> String {
        "chot-so-lieu".to_owned()
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        let settings = &records.model().settings;
        let as_of = typed_or(form, "chot", shown(editor, settings.as_of));
        let next = typed_or(form, "ky-toi", shown(editor, settings.next_update));
        let keeps = !form.has("chot") || form.raw("moc") == "co";
        let options = vec![Choice::new("co", text("edit-period"), keeps)];
        let mut on_disk = Vec::new();
        for (label, typed, there) in [
            ("edit-as-of", &as_of, shown(editor, settings.as_of)),
            ("edit-next-update", &next, shown(editor, settings.next_update)),
        ] {
            if *typed != there {
                on_disk.push((text(label), there));
            }
        }
        let intro = match settings.as_of {
            Some(_) => Vec::new(),
            None => {
                let args = [("date", editor.locale.short_date(records.as_of).into())];
                vec![editor.locale.format("edit-as-of-newest", &args)]
            }
        };
        FormParts {
            title: text("edit-dates-title"),
            intro,
            sections: vec![Section::of(vec![
                Field::line("chot", text("edit-as-of"), &as_of).hint(text("edit-day-hint")).short(),
                Field::checks("moc", text("edit-periods"), options),
                Field::line("ky-toi", text("edit-next-update"), &next)
                    .hint(text("edit-next-update-hint"))
                    .short(),
            ])],
            save: text("edit-save-dates"),
            on_disk,
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let settings = &records.model().settings;
        let day = |name: &str| typed_day(records, &form.line(name));
        let (as_of, next) = (day("chot"), day("ky-toi"));
        let written =
            |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
        let mut changes = Vec::new();
        if as_of != written(settings.as_of) {
            changes.push(("as_of", Value::Yaml(as_of.clone())));
        }
        if next != written(settings.next_update) {
            changes.push(("next_update", Value::Yaml(next)));
        }
        let cannot = || {
            let text = editor.locale.format("edit-cannot", &[("file", "site.yaml".into())]);
            vec![Fault { text, href: "/tep/site".to_owned(), ..Fault::default() }]
        };
        let path = editor.content.join("site.yaml");
        let mut file =
            changed::<SiteRecord>(editor, path, &changes, ORDER).map_err(|_| cannot())?;
        let is_new = as_of.parse().is_ok_and(|day| !settings.periods.contains(&day));
        if form.raw("moc") == "co" && is_new {
            let bytes = file.new.take().unwrap_or_default();
            let old = String::from_utf8(bytes).map_err(|_| cannot())?;
            let edit = list::append::<SiteRecord>(&old, "periods", &[as_of]).ok_or_else(cannot)?;
            let new = apply(&old, vec![edit]);
            if !says_the_same_and_more(&old, &new, "periods") {
                return Err(cannot());
            }
            file.new = Some(new.into_bytes());
        }
        if file.new == file.old {
            return Err(vec![Fault::of("chot", editor.locale.text("edit-nothing-changed"))]);
        }
        Ok(Planned { files: vec![file], about: Vec::new(), command: "edit", faults: Vec::new() })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        if file != "site.yaml" {
            return None;
        }
        let field = match path {
            "next_update" => "ky-toi",
            path if path == "as_of" || path.starts_with("periods") => "chot",
            _ => return None,
        };
        Some(field.to_owned())
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

    fn reviews(&self, _form: &Form) -> bool {
        self.of_portal
    }
}
