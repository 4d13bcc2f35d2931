//! The editor: the records in the browser on the clerk's machine. `tiendo edit`.
//!
//! The pages are plain forms. A form that was sent is judged before anything is written: the records
//! are read as they would be, and new errors stand at their fields. What is written takes the road of
//! the command line: byte ranges, one change at a time, in the journal. See [`door`] for who may
//! write.

mod door;
mod draft;
mod faults;
mod form;
mod keeper;
mod screens;
mod upload;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;

use crate::content::LoadError;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::locale::Locale;
use crate::output::journal::{self, Label};
use crate::output::replace::ReplaceError;
use crate::pipeline::Recording;
use crate::serve::ShownDiagnostic;
use crate::serve::watch::Changes;
use crate::site::screens::Screens;
use crate::site::{TemplateError, Templates};
use crate::source::Sources;
use crate::sum::sha256;

use draft::Drafts;
use form::Fault;
use keeper::{Done, Keeper, Plan, Records, Stop};
use screens::frame::{Banner, Frame};
use screens::show::ChangedFile;
use screens::{Planned, Screen};

pub(super) use door::{Door, Passed, Refusal};
pub(super) use form::{Form, MAX_FORM_BYTES};
pub(super) use upload::{BodyError, is_multipart, read as read_parts};

/// What the command line lends to the editor: its clock and its words for the system's refusals.
pub trait Clerk: Send + Sync {
    /// Today in Vietnam.
    fn today(&self) -> NaiveDate;
    /// The time, as RFC 3339.
    fn now(&self) -> String;
    /// A time of the journal as people write it.
    fn moment(&self, when: &str) -> String;
    /// Prepares a diagnostic for a page.
    fn describe(&self, diagnostic: &Diagnostic, sources: &Sources) -> ShownDiagnostic;
    /// Says why a file was not written.
    fn refused(&self, error: &ReplaceError) -> String;
    /// Says why a file cannot be read.
    fn unreadable(&self, error: &io::Error) -> String;
    /// The templates of the site, for a package.
    fn templates(&self) -> Templates;
}

/// Why the editor cannot start.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// The content cannot be read.
    #[error(transparent)]
    Content(#[from] LoadError),
    /// A template cannot be read. A test rules this out.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// The system refused random numbers.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// The editor of a content folder.
pub struct Editor {
    content: PathBuf,
    /// The address of the preview.
    preview: String,
    locale: &'static Locale,
    clerk: Arc<dyn Clerk>,
    door: Door,
    pages: Screens,
    keeper: Keeper,
    drafts: Drafts,
    /// Why nothing can be written.
    protected: Option<String>,
    /// What a killed program had left in part, until it was told.
    recovered: Option<String>,
    /// The change that was made last.
    last: Mutex<Option<Done>>,
}

/// A request that the door let in.
pub(super) struct Request {
    pub(super) path: Vec<String>,
    pub(super) query: Form,
    /// The form, if one was sent.
    pub(super) form: Option<Result<Form, BodyError>>,
}

/// An answer.
#[derive(Debug, Default)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) bytes: Vec<u8>,
    /// Where the browser goes on.
    pub(super) location: Option<String>,
    pub(super) cookie: Option<String>,
    /// The name under which a browser saves the file.
    pub(super) saved_as: Option<String>,
}

impl Answer {
    fn page(status: u16, html: Vec<u8>) -> Self {
        Answer { status, kind: super::content_type::HTML, bytes: html, ..Answer::default() }
    }

    fn to(location: String) -> Self {
        let kind = "text/plain; charset=utf-8";
        Answer { status: 303, kind, location: Some(location), ..Answer::default() }
    }
}

/// How a form is shown again.
#[derive(Default)]
struct Again {
    status: u16,
    faults: Vec<Fault>,
    banners: Vec<Banner>,
    /// Whether the file has changed since the form was shown.
    is_conflict: bool,
    /// What the form would write.
    lines: Vec<ChangedFile>,
}

impl Editor {
    /// Reads the records. The editor will answer at this port.
    ///
    /// # Errors
    ///
    /// See [`EditError`].
    pub fn new(
        content: PathBuf,
        (port, preview): (u16, String),
        language: &str,
        clerk: Arc<dyn Clerk>,
    ) -> Result<Self, EditError> {
        let locale = Locale::of(language);
        let keeper = Keeper::new(&content, locale.tag())?;
        let drafts = Drafts::new(&content);
        let recovered = match keeper.recover() {
            Ok(recovered) => recovered.map(|change| {
                let files: Vec<&str> = change.files.iter().map(|file| file.path.as_str()).collect();
                locale.format("edit-recovered", &[("files", files.join(", ").into())])
            }),
            Err(_) => None,
        };
        let protected = journal::try_writing(&content).err().map(|error| clerk.unreadable(&error));
        Ok(Editor {
            preview,
            locale,
            clerk,
            door: Door::new(port)?,
            pages: Screens::new(locale)?,
            keeper,
            drafts,
            protected,
            recovered,
            last: Mutex::new(None),
            content,
        })
    }

    /// The path and query by which the browser enters.
    pub fn entrance(&self) -> String {
        self.door.entrance()
    }

    /// What a killed program had left in part and was put back.
    pub fn recovered(&self) -> Option<&str> {
        self.recovered.as_deref()
    }

    /// What the operator should know at the start.
    pub fn remarks(&self) -> Vec<String> {
        let protected = self
            .protected
            .as_ref()
            .map(|why| self.locale.format("edit-protected", &[("reason", why.into())]));
        self.recovered.iter().cloned().chain(protected).collect()
    }

    pub(super) fn door(&self) -> &Door {
        &self.door
    }

    /// Reads what changed on the disk.
    pub(super) fn follow(&self, changes: &Changes) {
        self.keeper.follow(changes);
    }

    /// Lets a browser in that was given the key.
    pub(super) fn enter(&self) -> Answer {
        Answer { cookie: Some(self.door.cookie()), ..Answer::to("/".to_owned()) }
    }

    /// Answers a request that the door refuses.
    pub(super) fn refused(&self, refusal: Refusal) -> Answer {
        self.message(refusal.status(), &self.locale.text(refusal.key()))
    }

    /// Answers a request.
    pub(super) fn answer(&self, request: Request) -> Answer {
        let Request { path, query, form } = request;
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        match form {
            None => self.read(&path, &query),
            Some(Ok(form)) if form.raw("phien") == self.door.token() => self.written(&path, form),
            Some(Ok(_)) => self.message(403, &self.locale.text("edit-refused-token")),
            Some(Err(error)) => {
                let (status, key) = match error {
                    BodyError::Large => (413, "edit-refused-size"),
                    BodyError::Fields => (413, "edit-refused-fields"),
                    BodyError::Malformed => (400, "edit-refused-form"),
                    BodyError::Kind => (415, "edit-refused-form"),
                };
                self.message(status, &self.locale.text(key))
            }
        }
    }

    fn read(&self, path: &[&str], query: &Form) -> Answer {
        if let Some(asset) = self.asset(path) {
            return asset;
        }
        let records = self.keeper.records();
        if path == ["goc"] {
            return self.base_now(&records, query);
        }
        if let Some(screen) = screens::form(path, &records) {
            let draft = self.drafts.read(&screen.path());
            let is_draft = draft.is_some();
            let form = draft.unwrap_or_default();
            let mut again = Again { status: 200, ..Again::default() };
            if is_draft {
                again.banners.push(Banner::draft(self));
            }
            return self.form(&*screen, &records, &form, again, query);
        }
        if let Some(answer) = screens::read(self, &records, path, query) {
            return answer;
        }
        self.message(404, &self.locale.text("edit-missing"))
    }

    /// The sum of the file that the form of a screen is about, for a page that is open. A stream of
    /// events would hold one of the six connections that a browser opens to a port.
    fn base_now(&self, records: &Records, query: &Form) -> Answer {
        let steps: Vec<&str> = query.raw("o").split('/').filter(|step| !step.is_empty()).collect();
        let screen = screens::form(&steps, records);
        let base = screen.and_then(|screen| self.base(&*screen, records)).unwrap_or_default();
        let kind = "text/plain; charset=utf-8";
        Answer { status: 200, kind, bytes: base.into_bytes(), ..Answer::default() }
    }

    fn written(&self, path: &[&str], form: Form) -> Answer {
        if path == ["nhap"] {
            return self.keep_draft(&form);
        }
        let records = self.keeper.records();
        match screens::form(path, &records) {
            Some(screen) => self.sent(&*screen, &records, form),
            None => screens::written(self, &records, path, &form)
                .unwrap_or_else(|| self.message(404, &self.locale.text("edit-missing"))),
        }
    }

    /// Keeps a draft that the script sends while somebody types.
    fn keep_draft(&self, form: &Form) -> Answer {
        let path = form.raw("o").to_owned();
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
        match screens::form(&steps, &self.keeper.records()) {
            Some(screen) if self.save_draft(&*screen, form).is_ok() => {
                Answer { status: 204, kind: "text/plain; charset=utf-8", ..Answer::default() }
            }
            _ => self.message(404, &self.locale.text("edit-missing")),
        }
    }

    fn save_draft(&self, screen: &dyn Screen, form: &Form) -> Result<(), ReplaceError> {
        let kept = form.stripped(&["phien", "lan", "nut", "o", "xac-nhan", "tep"]);
        self.drafts.save(&screen.path(), &kept)
    }

    /// Answers a form that was sent.
    fn sent(&self, screen: &dyn Screen, records: &Records, mut form: Form) -> Answer {
        let mut faults = Vec::new();
        if let Some(file) = form.file.take() {
            if file.is_too_large {
                let text = self.locale.format("edit-file-large", &[("file", file.name.into())]);
                faults.push(Fault::of("tep", text));
            } else {
                match self.drafts.stage(&file.bytes) {
                    Ok(sum) => {
                        form.set("tep-sum", &sum);
                        form.set("tep-ten", &file.name);
                    }
                    Err(error) => faults.push(Fault::of("tep", self.clerk.refused(&error))),
                }
            }
        }
        let query = Form::default();
        let shown = |again: Again| self.form(screen, records, &form, again, &query);
        match form.raw("nut") {
            "ghi" if faults.is_empty() => self.save(screen, &form),
            "ghi" => shown(Again { status: 422, faults, ..Again::default() }),
            "nhap" => match self.save_draft(screen, &form) {
                Ok(()) => Answer::to(format!("/{}?nhap=1", screen.path())),
                Err(error) => {
                    let banners = vec![Banner::problem(self.clerk.refused(&error))];
                    shown(Again { status: 507, banners, ..Again::default() })
                }
            },
            "dong" if faults.is_empty() => match screen.plan(self, records, &form) {
                Ok(planned) => {
                    let lines = planned.files.iter().map(|file| self.changed(file)).collect();
                    let Planned { faults, .. } = planned;
                    shown(Again { status: 200, faults, lines, ..Again::default() })
                }
                Err(faults) => shown(Again { status: 422, faults, ..Again::default() }),
            },
            "bo-nhap" => {
                self.drafts.remove(&screen.path());
                Answer::to(format!("/{}", screen.path()))
            }
            _ => shown(Again { status: 200, faults, ..Again::default() }),
        }
    }

    /// Judges a form and writes what it says.
    fn save(&self, screen: &dyn Screen, form: &Form) -> Answer {
        let locale = self.locale;
        let query = Form::default();
        // A double click sends the same form twice; a page that was gone back to sends another.
        let nonce = form.nonce();
        if self.keeper.remembered(&nonce).is_some() {
            return Answer::to(self.goal(screen));
        }
        let records = match self.keeper.refresh(&screen.files()) {
            Ok(records) => records,
            Err(error) => {
                let banners = vec![Banner::problem(self.clerk.unreadable(&error.error))];
                let again = Again { status: 423, banners, ..Again::default() };
                return self.form(screen, &self.keeper.records(), form, again, &query);
            }
        };
        // The record may have gone, or cannot be read any more.
        let path = screen.path();
        let steps: Vec<&str> = path.split('/').collect();
        let Some(screen) = screens::form(&steps, &records) else {
            let _ = self.save_draft(screen, form);
            return self.message(404, &self.locale.text("edit-missing"));
        };
        let screen = &*screen;
        let shown = |again: Again| self.form(screen, &records, form, again, &query);
        let stopped = |status, text| {
            let banners = vec![Banner::problem(text)];
            shown(Again { status, banners, ..Again::default() })
        };
        if let Some(why) = &self.protected {
            return stopped(423, locale.format("edit-protected", &[("reason", why.into())]));
        }
        if self.base(screen, &records).is_some_and(|base| base != form.raw("goc")) {
            return shown(Again { status: 409, is_conflict: true, ..Again::default() });
        }
        let planned = match screen.plan(self, &records, form) {
            Ok(planned) => planned,
            Err(faults) if screen.is_unread() => {
                // What was typed is shown again once the record can be read.
                let _ = self.save_draft(screen, form);
                return shown(Again { status: 423, faults, ..Again::default() });
            }
            Err(faults) => return shown(Again { status: 422, faults, ..Again::default() }),
        };
        let is_complete = planned.faults.is_empty();
        if !is_complete || screen.reviews(form) && form.raw("xac-nhan") != "1" {
            return match self.keeper.judge(&planned.files) {
                Ok((after, errors)) => {
                    if !is_complete || errors.has_errors() && !screen.mends() {
                        let mut faults = planned.faults;
                        faults.extend(self.faults(screen, &after.loaded.sources, &errors));
                        return shown(Again { status: 422, faults, ..Again::default() });
                    }
                    self.review(screen, &records, &after, form, &planned)
                }
                Err(stop) => self.stopped(screen, &records, form, stop),
            };
        }
        let Planned { files, about, command, .. } = planned;
        let label = Label { when: self.clerk.now(), command: command.to_owned(), about };
        let plan =
            Plan { label, undoes: screen.undoes(), files, nonce: &nonce, mends: screen.mends() };
        match self.keeper.write(&plan) {
            Ok(done) => {
                self.drafts.remove(&screen.path());
                self.drafts.unstage(form.raw("tep-sum"));
                *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(done);
                Answer::to(self.goal(screen))
            }
            Err(stop) => self.stopped(screen, &records, form, stop),
        }
    }

    /// Shows a form again because nothing could be written.
    fn stopped(&self, screen: &dyn Screen, records: &Records, form: &Form, stop: Stop) -> Answer {
        let locale = self.locale;
        let query = Form::default();
        let shown = |again: Again| self.form(screen, records, form, again, &query);
        let told = |status, text| {
            let banners = vec![Banner::problem(text)];
            shown(Again { status, banners, ..Again::default() })
        };
        match stop {
            Stop::Errors(loaded, errors) => {
                let faults = self.faults(screen, &loaded.sources, &errors);
                shown(Again { status: 422, faults, ..Again::default() })
            }
            Stop::Git(sign) => {
                let args = [("file", sign.display().to_string().into())];
                told(423, locale.format("edit-git", &args))
            }
            Stop::Outside(path) => {
                let args = [("file", path.display().to_string().into())];
                told(423, locale.format("edit-outside", &args))
            }
            Stop::Content(error) => told(423, self.clerk.unreadable(&error.error)),
            Stop::Disk(ReplaceError::Changed { .. } | ReplaceError::Exists { .. }) => {
                shown(Again { status: 409, is_conflict: true, ..Again::default() })
            }
            Stop::Disk(error @ (ReplaceError::Busy { .. } | ReplaceError::Held { .. })) => {
                told(423, self.clerk.refused(&error))
            }
            Stop::Disk(error) => told(507, self.clerk.refused(&error)),
            Stop::Left(files) => {
                let files: Vec<String> =
                    files.iter().map(|file| file.display().to_string()).collect();
                told(507, locale.format("change-left", &[("files", files.join(", ").into())]))
            }
        }
    }

    /// What is wrong with a form, of which `errors` would follow.
    fn faults(&self, screen: &dyn Screen, sources: &Sources, errors: &Diagnostics) -> Vec<Fault> {
        faults::of(self, &|file, path| screen.input_of(file, path), sources, errors)
    }

    /// Where the browser goes after a change.
    fn goal(&self, screen: &dyn Screen) -> String {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let number = last.as_ref().map_or(0, |done| done.number);
        format!("/{}?xong={number}", screen.after())
    }

    /// The sum of the file that a form was made from.
    fn base(&self, screen: &dyn Screen, records: &Records) -> Option<String> {
        let path = screen.base(self, records)?;
        let bytes = crate::pipeline::read_record(&self.content, &path).unwrap_or_default();
        Some(sha256(&bytes))
    }

    /// The day on which facts count as recorded.
    fn recording(&self, records: &Records) -> Recording {
        Recording::of_model(records.model(), self.clerk.today())
    }

    /// The change that was made last, if `query` names it.
    fn done(&self, query: &Form) -> Option<(journal::Change, Vec<Fault>)> {
        let number: u32 = query.raw("xong").parse().ok()?;
        let change = journal::one(&self.content, number)?;
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let records = self.keeper.records();
        let warnings = last.iter().filter(|done| done.number == number).flat_map(|d| &d.warnings);
        let warnings = warnings.filter_map(|(path, warning)| {
            let file = records.sources().find(path)?;
            let place = crate::diagnostic::Place { file, ..warning.place.clone() };
            let warning = Diagnostic { place, second: None, ..warning.clone() };
            Some(faults::told(self, &warning, records.sources()))
        });
        Some((change, warnings.collect()))
    }

    fn message(&self, status: u16, text: &str) -> Answer {
        Answer::page(status, screens::frame::message(self, status, text))
    }

    fn asset(&self, path: &[&str]) -> Option<Answer> {
        let (name, kind) = match path {
            ["edit.css"] => ("assets/edit.css", "text/css; charset=utf-8"),
            ["edit.js"] => ("assets/edit.js", "text/javascript; charset=utf-8"),
            _ => return None,
        };
        Some(Answer { status: 200, kind, bytes: self.pages.asset(name), ..Answer::default() })
    }

    /// Fills a template.
    fn filled<V: serde::Serialize>(
        &self,
        template: &'static str,
        frame: &Frame,
        view: &V,
    ) -> Vec<u8> {
        // The templates are built in and rendered by tests; if one still fails, plain text is shown.
        self.pages.fill(template, frame, view).unwrap_or_else(|error| {
            format!(
                "<!DOCTYPE html><meta charset=\"utf-8\"><pre>{}</pre>",
                error.message.replace(['<', '&'], " ")
            )
            .into_bytes()
        })
    }
}
