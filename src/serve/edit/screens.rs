//! The screens of the editor, one file each, and which address shows which.

mod changes;
mod check;
mod correct;
mod dates;
mod days;
mod document;
mod extend;
mod file;
pub(super) mod frame;
mod handover;
mod languages;
mod note;
mod office;
mod pick;
mod release;
mod report;
mod shared;
pub(super) mod show;
mod status;
mod task;
mod week;

use std::path::PathBuf;

use super::form::{Fault, Form, Section};
use super::keeper::Records;
use super::{Answer, Editor};
use crate::content::portal::belongs_above;
use crate::output::journal::FileChange;

/// A screen that is a form.
pub(super) trait Screen {
    /// The steps of its address.
    fn path(&self) -> String;

    /// What it shows. `form` holds what was typed so far, and is empty at first.
    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts;

    /// The change that a form asks for.
    ///
    /// # Errors
    ///
    /// What is wrong with it before it can be judged by the rules.
    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>>;

    /// The field that holds what stands at a path of a record.
    fn input_of(&self, _file: &str, _path: &str) -> Option<String> {
        None
    }

    /// The files that it is about, relative to the content folder.
    fn files(&self) -> Vec<PathBuf> {
        Vec::new()
    }

    /// The file that must be as it was when the form was shown.
    fn base(&self, _editor: &Editor, _records: &Records) -> Option<PathBuf> {
        None
    }

    /// The file of the portal that holds its record, if that is not the directive's own.
    fn above(&self, _editor: &Editor, _records: &Records) -> Option<PathBuf> {
        self.files().into_iter().find(|file| belongs_above(file))
    }

    /// Whether the form adds something, so that a file which others made longer is no conflict of
    /// values.
    fn adds(&self) -> bool {
        true
    }

    /// Where the browser goes after the change.
    fn after(&self) -> String {
        String::new()
    }

    /// Whether the change is shown in words before it is made.
    fn reviews(&self, _form: &Form) -> bool {
        false
    }

    /// Whether the change may leave errors that were there before.
    fn mends(&self) -> bool {
        false
    }

    /// Whether its record cannot be read, so that nothing can be written.
    fn is_unread(&self) -> bool {
        false
    }

    /// The change that it takes back.
    fn undoes(&self) -> Option<u32> {
        None
    }
}

/// What a form shows.
#[derive(Default)]
pub(super) struct FormParts {
    pub(super) title: String,
    /// Facts about the record.
    pub(super) intro: Vec<String>,
    /// The explanation of a standing, folded.
    pub(super) why: Vec<String>,
    pub(super) sections: Vec<Section>,
    /// The word on the button.
    pub(super) save: String,
    pub(super) has_file: bool,
    /// Whether it can be shown as readers will see it.
    pub(super) can_preview: bool,
    /// The text as readers will see it.
    pub(super) preview: String,
    /// Entries of the ledger, the newest first.
    pub(super) ledger: Vec<LedgerLine>,
    pub(super) links: Vec<(String, String)>,
    /// What stands on the disk where that differs, in a conflict of values: label and text.
    pub(super) on_disk: Vec<(String, String)>,
    /// Whether nothing can be kept as a draft.
    pub(super) no_draft: bool,
    /// Whether the record cannot be read, so that the form is not shown.
    pub(super) blocked: Option<(String, String)>,
}

/// An entry of a ledger.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct LedgerLine {
    pub(super) date: String,
    pub(super) state: String,
    pub(super) text: String,
    pub(super) evidence: String,
    /// Its place in the file, from 0.
    pub(super) place: usize,
}

/// A change that a form asks for.
pub(super) struct Planned {
    pub(super) files: Vec<FileChange>,
    /// The ids of the records that it is about.
    pub(super) about: Vec<String>,
    /// The command that would make it.
    pub(super) command: &'static str,
    /// What the form lacks although its change could be judged.
    pub(super) faults: Vec<Fault>,
}

/// Whether an address is that of a screen of what the directives of a portal share.
fn is_shared(path: &[&str]) -> bool {
    match path {
        ["tep", file] => *file != "van-ban-chi-dao",
        ["tep", ..] | ["thay-doi", "so" | "ly-do", ..] => false,
        [] => true,
        [first, ..] => {
            let shared = ["chot-so-lieu", "don-vi", "kiem-tra", "thay-doi", "trang", "van-ban"];
            shared.contains(first)
        }
    }
}

/// The form at an address.
pub(super) fn form(path: &[&str], records: &Records) -> Option<Box<dyn Screen>> {
    if records.directives.is_some() && !is_shared(path) {
        return None;
    }
    let known = |id: &str| records.model().task_by_id(id).map(|_| id.to_owned());
    if let ["viec", id, rest @ ..] = path
        && *id != "moi"
        && known(id).is_none()
        && matches!(rest, [] | ["gia-han" | "dinh-chinh" | "sua"])
    {
        let text = file::Text::of(&["viec", id], records)?;
        return Some(Box::new(file::Unread { path: path.join("/"), text }));
    }
    Some(match path {
        ["viec", "moi"] => Box::new(task::New),
        ["viec", id] => Box::new(report::Report { task: known(id)? }),
        ["viec", id, "gia-han"] => Box::new(extend::Extend { task: known(id)? }),
        ["viec", id, "dinh-chinh"] => Box::new(correct::Correct { task: known(id)? }),
        ["viec", id, "sua"] => Box::new(task::Edit { task: known(id)? }),
        ["ghi-chep", "moi"] => Box::new(note::Note { id: None }),
        ["ghi-chep", id] => Box::new(note::Note { id: Some(note::known(records, id)?) }),
        ["van-ban", "moi"] => Box::new(document::New),
        ["van-ban", id] => Box::new(document::Edit { id: document::known(records, id)? }),
        ["chot-so-lieu"] => Box::new(dates::Dates { of_portal: records.directives.is_some() }),
        ["trang"] => Box::new(office::Site),
        ["don-vi", "moi"] => Box::new(office::NewAgency),
        ["kiem-tra", "sua-tat-ca"] => Box::new(check::MendAll),
        ["kiem-tra", "sua", what] => Box::new(check::MendOne::of(what)?),
        ["thay-doi", "ly-do", release, finding] => {
            let (release, finding) = ((*release).to_owned(), (*finding).to_owned());
            Box::new(release::Reason { release, finding })
        }
        ["thay-doi", number] => Box::new(changes::Undo { number: number.parse().ok()? }),
        ["tep", rest @ ..] => Box::new(file::Text::of(rest, records)?),
        _ => return None,
    })
}

/// The answer of a screen that is no form.
pub(super) fn read(
    editor: &Editor,
    records: &Records,
    path: &[&str],
    query: &Form,
) -> Option<Answer> {
    if records.directives.is_some() && !is_shared(path) {
        return None;
    }
    Some(match path {
        [] if records.directives.is_some() => shared::home(editor, records, query),
        [] => week::week(editor, records, query),
        ["ghi-chep"] => note::list(editor, records, query),
        ["van-ban"] => document::list(editor, records, query),
        ["kiem-tra"] => check::list(editor, records, query),
        ["thay-doi"] => changes::list(editor, records, query),
        ["thay-doi", "so", handle] => return release::show(editor, records, handle, query),
        ["tinh-hinh"] => status::show(editor, records, query),
        ["don-doc", name] => return status::letter(editor, records, name),
        ["ban-giao"] => handover::show(editor, records, query),
        ["chon"] => pick::choices(editor, records, query),
        _ => return None,
    })
}

/// The answer to a form that changes no record.
pub(super) fn written(
    editor: &Editor,
    records: &Records,
    path: &[&str],
    form: &Form,
) -> Option<Answer> {
    match path {
        _ if records.directives.is_some() => None,
        ["xem-truoc"] => Some(note::preview(editor, records, form)),
        // The package is kept, so a page that only leads here must not make it.
        ["ban-giao", "goi.zip"] => Some(handover::package(editor, records)),
        _ => None,
    }
}
