//! What all screens share: the title, the menu, and what is told above the screen.

use serde::Serialize;

use super::super::Editor;
use super::super::form::{Fault, Form};
use super::is_shared;
use crate::output::journal::{Change, State};

/// The frame of a screen.
#[derive(Debug, Default, Serialize)]
pub(in super::super) struct Frame {
    lang: &'static str,
    /// The title of the browser's window.
    head_title: String,
    /// The directive whose records these are, if there are others beside it.
    directive: String,
    pub(super) title: String,
    menu: Vec<MenuItem>,
    preview: String,
    /// The as-of date in words.
    data_date: String,
    pub(super) banners: Vec<Banner>,
    token: String,
    /// Whether nothing can be written.
    is_protected: bool,
}

#[derive(Debug, Serialize)]
struct MenuItem {
    href: &'static str,
    text: String,
    is_current: bool,
}

/// Something that is told above a screen.
#[derive(Clone, Debug, Default, Serialize)]
pub(in super::super) struct Banner {
    /// `done`, `draft`, `look` or `problem`.
    kind: &'static str,
    text: String,
    lines: Vec<Fault>,
    /// The change that can be taken back.
    undo: Option<u32>,
}

impl Banner {
    /// What keeps a form from being written.
    pub(in super::super) fn problem(text: String) -> Self {
        Banner { kind: "problem", text, ..Banner::default() }
    }

    /// The form holds what was typed earlier.
    pub(in super::super) fn draft(editor: &Editor) -> Self {
        let text = editor.locale.text("edit-draft-shown");
        Banner { kind: "draft", text, ..Banner::default() }
    }

    pub(super) fn look(text: String, lines: Vec<Fault>) -> Self {
        Banner { kind: "look", text, lines, undo: None }
    }
}

/// The entries of the menu: address and word.
const MENU: [(&str, &str); 7] = [
    ("/", "edit-menu-week"),
    ("/ghi-chep", "edit-menu-notes"),
    ("/van-ban", "edit-menu-documents"),
    ("/tinh-hinh", "edit-menu-status"),
    ("/kiem-tra", "edit-menu-check"),
    ("/thay-doi", "edit-menu-changes"),
    ("/ban-giao", "edit-menu-handover"),
];

/// The steps of an address.
fn steps(address: &str) -> Vec<&str> {
    address.split('/').filter(|step| !step.is_empty()).collect()
}

impl Frame {
    /// The frame of a screen with this title. `path` is its address.
    pub(in super::super) fn new(editor: &Editor, title: String, path: &str, query: &Form) -> Self {
        let locale = editor.locale;
        let records = editor.keeper.records();
        let errors = records.loaded.diagnostics.iter();
        let errors = errors.filter(|d| d.severity == crate::diagnostic::Severity::Error).count();
        let part = format!("/{}", path.trim_start_matches('/').split('/').next().unwrap_or(""));
        let part = match part.as_str() {
            "/viec" | "/chot-so-lieu" | "/trang" | "/don-vi" | "/tep" => "/",
            other => other,
        };
        let is_top = records.directives.is_some();
        let menu = MENU.iter().filter(|(href, _)| !is_top || is_shared(&steps(href)));
        let menu = menu.map(|(href, key)| {
            let mut text =
                locale.text(if is_top && *href == "/" { "edit-menu-shared" } else { key });
            if *href == "/kiem-tra" && errors > 0 {
                text = format!("{text} ({errors})");
            }
            MenuItem { href, text, is_current: *href == part }
        });
        let mut frame = Frame {
            lang: locale.tag(),
            head_title: title.clone(),
            directive: match &records.model().settings.portal {
                Some(_) => records.model().directive.name(),
                None => String::new(),
            },
            title,
            menu: menu.collect(),
            preview: editor.preview.clone(),
            data_date: locale.short_date(records.as_of),
            banners: Vec::new(),
            token: editor.door.token().to_owned(),
            is_protected: editor.protected.is_some(),
        };
        if let Some(why) = &editor.protected {
            let text = locale.format("edit-protected", &[("reason", why.into())]);
            frame.banners.push(Banner::problem(text));
        }
        if let Some((change, warnings)) = editor.done(query) {
            let args = [("what", what(editor, &change).into())];
            let is_done = change.state == State::Done;
            let text = locale.format("edit-done", &args);
            let undo = is_done.then_some(change.number);
            frame.banners.push(Banner { kind: "done", text, undo, lines: Vec::new() });
            if !warnings.is_empty() {
                frame.banners.push(Banner::look(locale.text("edit-look"), warnings));
            }
        }
        if query.has("nhap") {
            let text = locale.text("edit-draft-kept");
            frame.banners.push(Banner { kind: "done", text, ..Banner::default() });
        }
        frame
    }

    /// The frame of the screen with which the editor begins. It tells what was put back.
    pub(super) fn first(editor: &Editor, title: String, query: &Form) -> Self {
        let mut frame = Frame::new(editor, title, "", query);
        if let Some(text) = editor.recovered() {
            frame.banners.push(Banner::look(text.to_owned(), Vec::new()));
        }
        frame
    }

    /// Says in the title of the window that the form has faults.
    pub(super) fn with_faults(&mut self, editor: &Editor) {
        let args = [("title", (&self.title).into())];
        self.head_title = editor.locale.format("edit-title-faults", &args);
    }
}

/// A change in words: “Ghi tiến độ 1.1”.
pub(super) fn what(editor: &Editor, change: &Change) -> String {
    let key = format!("edit-change-{}", change.label.command);
    let mut about = change.label.about.join(", ");
    if about.is_empty() {
        // A change of a list or of the settings is about the file.
        let files: Vec<&str> = change.files.iter().map(|file| file.path.as_str()).collect();
        about = files.join(", ");
    }
    if !editor.locale.has(&key) {
        return format!("tiendo {} {about}", change.label.command).trim_end().to_owned();
    }
    let said = editor.locale.format(&key, &[("about", about.into())]);
    said.trim_end().to_owned()
}

#[derive(Serialize)]
struct Message<'a> {
    lang: &'a str,
    title: String,
    text: &'a str,
}

/// A page that says one thing, for those who may not see the records.
pub(in super::super) fn message(editor: &Editor, status: u16, text: &str) -> Vec<u8> {
    let key = if status == 404 { "edit-title-missing" } else { "edit-title-refused" };
    let message = Message { lang: editor.locale.tag(), title: editor.locale.text(key), text };
    editor.filled("edit/message.html", &Frame::default(), &message)
}
