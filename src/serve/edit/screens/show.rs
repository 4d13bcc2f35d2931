//! Shows a form, its faults, its conflicts, and the change before it is made.

use serde::Serialize;

use super::super::form::{Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::super::{Again, Answer, Editor, door};
use super::frame::Frame;
use super::shared::{changes, command};
use super::{FormParts, LedgerLine, Planned, Screen};
use crate::content::portal::top_of;
use crate::output::journal::FileChange;

#[derive(Serialize)]
struct View {
    action: String,
    nonce: String,
    base: String,
    /// Number of entries of the ledger that the form was shown with.
    seen: usize,
    intro: Vec<String>,
    why: Vec<String>,
    sections: Vec<Section>,
    faults: Vec<Fault>,
    faults_title: String,
    save: String,
    has_file: bool,
    staged: Option<Staged>,
    can_preview: bool,
    preview: String,
    ledger: Vec<LedgerLine>,
    links: Vec<(String, String)>,
    conflict: Option<Conflict>,
    has_draft: bool,
    no_draft: bool,
    blocked: Option<(String, String)>,
    /// Whether the lines that the form would write can be shown.
    has_lines: bool,
    lines: Vec<ChangedFile>,
}

/// A file that was received.
#[derive(Serialize)]
struct Staged {
    sum: String,
    name: String,
    said: String,
}

/// What has changed on the disk since the form was shown.
#[derive(Serialize)]
struct Conflict {
    adds: bool,
    entries: Vec<LedgerLine>,
    on_disk: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Review {
    action: String,
    hidden: Vec<(String, String)>,
    says: Vec<(String, String, String)>,
    files: Vec<ChangedFile>,
    save: String,
}

/// A file and the lines of it that change.
#[derive(Serialize)]
pub(in super::super) struct ChangedFile {
    path: String,
    lines: Vec<(String, String)>,
    /// Said of a file that is no text, or goes.
    remark: String,
}

/// Maximum number of faults of a form that are listed: a shared record may have one in each directive.
const MAX_FAULTS: usize = 20;
/// Maximum number of them that stand at one field.
const MAX_AT_FIELD: usize = 3;

/// Fields of a form that every sending makes anew.
const OWN: [&str; 8] = ["phien", "lan", "goc", "so-muc", "nut", "xac-nhan", "tep", "o"];

impl Editor {
    /// Shows a form, again if it was sent.
    pub(in super::super) fn form(
        &self,
        screen: &dyn Screen,
        records: &Records,
        form: &Form,
        again: Again,
        query: &Form,
    ) -> Answer {
        let locale = self.locale;
        let FormParts {
            title,
            intro,
            why,
            mut sections,
            save,
            has_file,
            can_preview,
            preview,
            ledger,
            links,
            on_disk,
            no_draft,
            blocked,
        } = screen.parts(self, records, form);
        let blocked =
            self.shared_with_others(screen, records).map(|text| (text, String::new())).or(blocked);
        let mut frame = Frame::new(self, title, &screen.path(), query);
        let mut faults = again.faults;
        let mut inputs: Vec<&mut Field> =
            sections.iter_mut().flat_map(|section| &mut section.fields).collect();
        for fault in faults.iter_mut().filter(|fault| !fault.field.is_empty()) {
            match inputs.iter_mut().find(|input| input.name == fault.field) {
                Some(input) if input.errors.len() == MAX_AT_FIELD => {}
                Some(input) => input.errors.push((fault.text.clone(), fault.help.clone())),
                None => fault.href = String::new(),
            }
        }
        for section in sections.iter_mut().filter(|section| section.is_folded) {
            section.is_open |= section.fields.iter().any(|field| !field.errors.is_empty());
        }
        if !faults.is_empty() {
            frame.with_faults(self);
        }
        frame.banners.extend(again.banners);
        // Only the newest entries are shown.
        let count = ledger.iter().map(|entry| entry.place + 1).max().unwrap_or(0);
        let seen: usize = form.raw("so-muc").parse().unwrap_or(count);
        let conflict = again.is_conflict.then(|| Conflict {
            adds: screen.adds(),
            entries: ledger.iter().filter(|entry| entry.place >= seen).cloned().collect(),
            on_disk,
        });
        let staged = (!form.raw("tep-sum").is_empty()).then(|| Staged {
            sum: form.raw("tep-sum").to_owned(),
            name: form.line("tep-ten"),
            said: locale.format("edit-file-kept", &[("file", form.line("tep-ten").into())]),
        });
        let save = match &conflict {
            Some(conflict) if conflict.adds => locale.text("edit-save-after"),
            Some(_) => locale.text("edit-save-over"),
            None => save,
        };
        let faults_title = locale.format("edit-faults", &[("count", faults.len().into())]);
        let more = faults.len().saturating_sub(MAX_FAULTS);
        if more > 0 {
            faults.truncate(MAX_FAULTS);
            let text = locale.format("edit-faults-more", &[("count", more.into())]);
            faults.push(Fault { text, ..Fault::default() });
        }
        // The sum stays the one that the form was first made from, until a conflict was shown.
        let base = match form.raw("goc") {
            base if !base.is_empty() && !again.is_conflict => base.to_owned(),
            _ => self.base(screen, records).unwrap_or_default(),
        };
        let view = View {
            action: format!("/{}", screen.path()),
            nonce: door::secret().unwrap_or_default(),
            base,
            seen: if again.is_conflict { count } else { seen },
            intro,
            why,
            sections,
            faults,
            faults_title,
            save,
            has_file,
            staged,
            can_preview,
            preview,
            ledger,
            links,
            conflict,
            has_draft: self.drafts.read(&screen.path()).is_some(),
            no_draft,
            blocked,
            has_lines: !no_draft && !can_preview && screen.adds(),
            lines: again.lines,
        };
        Answer::page(again.status, self.filled("edit/form.html", &frame, &view))
    }

    /// Why a screen cannot write: its records belong to the portal, and not to this directive.
    fn shared_with_others(&self, screen: &dyn Screen, records: &Records) -> Option<String> {
        let top = top_of(&self.content)?;
        let file = top.join(screen.above(self, records)?).display().to_string();
        let args = [("file", file.into()), ("command", command(&top, None).into())];
        Some(self.locale.format("edit-shared", &args))
    }

    /// Shows a change in words before it is made.
    pub(in super::super) fn review(
        &self,
        screen: &dyn Screen,
        records: &Records,
        after: &Records,
        form: &Form,
        planned: &Planned,
    ) -> Answer {
        let locale = self.locale;
        let parts = screen.parts(self, records, form);
        let title = locale.format("edit-review-title", &[("title", (&parts.title).into())]);
        let frame = Frame::new(self, title, &screen.path(), &Form::default());
        let mut says = changes(self, records, after);
        for id in &planned.about {
            let (was, is) = (records.standing(id), after.standing(id));
            if was.is_some() || is.is_some() {
                let number = after.model().task_by_id(id).map(|ix| &after.model()[ix].number);
                let args = [("number", number.map_or(id, |number| number).into())];
                let none = || "–".to_owned();
                says.push((
                    locale.format("edit-review-standing", &args),
                    was.unwrap_or_else(none),
                    is.unwrap_or_else(none),
                ));
            }
        }
        let mut hidden = form.without(&OWN);
        for name in ["goc", "so-muc", "lan"] {
            hidden.push((name.to_owned(), form.raw(name).to_owned()));
        }
        let view = Review {
            action: format!("/{}", screen.path()),
            hidden,
            says,
            files: planned.files.iter().map(|file| self.changed(file)).collect(),
            save: parts.save,
        };
        Answer::page(200, self.filled("edit/review.html", &frame, &view))
    }

    /// The path of a file in the content folder, as diagnostics show it without the folder.
    pub(in super::super) fn inside(&self, shown: &str) -> String {
        let root = crate::content::files::shown(&self.content, "");
        shown.strip_prefix(&root).unwrap_or(shown).to_owned()
    }

    /// A file and the lines of it that change.
    pub(in super::super) fn changed(&self, file: &FileChange) -> ChangedFile {
        let inside = file.path.strip_prefix(&self.content).unwrap_or(&file.path);
        let path = crate::content::files::slashed(inside);
        let text = |bytes: &Option<Vec<u8>>| match bytes {
            None => Some(String::new()),
            Some(bytes) => String::from_utf8(bytes.clone()).ok(),
        };
        let remark = match &file.new {
            None => self.locale.text("edit-review-gone"),
            Some(new) if std::str::from_utf8(new).is_err() || path.starts_with("attachments/") => {
                let size = new.len().div_ceil(1000);
                self.locale.format("edit-review-file", &[("size", size.into())])
            }
            Some(_) => String::new(),
        };
        let lines = match (text(&file.old), text(&file.new)) {
            (Some(old), Some(new)) if remark.is_empty() => lines_that_change(&old, &new),
            _ => Vec::new(),
        };
        ChangedFile { path, lines, remark }
    }
}

/// Maximum number of changed lines that are shown.
const MAX_LINES: usize = 200;

/// Maximum distance at which an unchanged line between two changes is looked for.
const MAX_GAP: usize = 50;

/// The lines that differ, each with `-` or `+`.
fn lines_that_change(old: &str, new: &str) -> Vec<(String, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let (mut old, mut new) = (old.as_slice(), new.as_slice());
    let mut lines = Vec::new();
    while !(old.is_empty() && new.is_empty()) && lines.len() < MAX_LINES {
        let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        (old, new) = (&old[same..], &new[same..]);
        let (removed, added) = next_unchanged(old, new).unwrap_or((old.len(), new.len()));
        let line = |sign: &'static str| move |line: &&str| (sign.to_owned(), (*line).to_owned());
        lines.extend(old[..removed].iter().map(line("-")));
        lines.extend(new[..added].iter().map(line("+")));
        (old, new) = (&old[removed..], &new[added..]);
    }
    lines.truncate(MAX_LINES);
    lines
}

/// The place in both texts of the nearest line that they have in common.
fn next_unchanged(old: &[&str], new: &[&str]) -> Option<(usize, usize)> {
    let is_same =
        |(a, b): &(usize, usize)| old.get(*a).is_some_and(|line| new.get(*b) == Some(line));
    (1..=MAX_GAP).flat_map(|sum| (0..=sum).map(move |a| (a, sum - a))).find(is_same)
}
