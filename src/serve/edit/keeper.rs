//! Keeps the records that the screens show, and makes every change of them, one at a time.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::NaiveDate;

use crate::assess::{Assessment, assess_as_known};
use crate::content::files::{self, MAX_ATTACHMENT_BYTES};
use crate::content::portal::FOLDER;
use crate::content::{Instead, LoadError, open};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::model::Model;
use crate::output::journal::{self, Change, FileChange, Label};
use crate::output::replace::ReplaceError;
use crate::pipeline::portal::shared::{self, Directives};
use crate::pipeline::portal::{is_portal, newest_of_all};
use crate::pipeline::{self, KeptContent, Loaded};
use crate::serve::watch::Changes;
use crate::site::words::Words;
use crate::source::{FileId, Sources};

/// Number of sent forms whose outcome is remembered, so that none is written twice.
const MAX_REMEMBERED: usize = 500;

/// The records as they are on the disk.
pub(super) struct Records {
    pub(super) loaded: Loaded,
    /// The date on which they are judged.
    pub(super) as_of: NaiveDate,
    /// The directives, if the records are those that the directives of a portal share.
    pub(super) directives: Option<Directives>,
    /// The records as known on the as-of date, and how they stand. `None` if the as-of date lies
    /// before the directive, or the records are shared.
    pub(super) judged: Option<(Model, Assessment)>,
    pub(super) words: Words,
}

impl Records {
    /// `of_portal` is the newest fact of the portal, if no settings name a date.
    fn of(Read { loaded, directives }: Read, language: &str, of_portal: Option<NaiveDate>) -> Self {
        let words = Words::new(&loaded.model, language);
        if let Some(directives) = directives {
            let as_of = directives.as_of;
            return Records { loaded, as_of, directives: Some(directives), judged: None, words };
        }
        let own = pipeline::as_of(&loaded.model, None);
        let of_portal = of_portal.filter(|_| loaded.model.settings.as_of.is_none());
        let as_of = of_portal.map_or(own, |of_portal| of_portal.max(own));
        let judged = assess_as_known(&loaded.model, as_of, as_of).ok();
        let judged = judged.map(|judged| (judged.model.into_owned(), judged.assessment));
        Records { loaded, as_of, directives: None, judged, words }
    }

    pub(super) fn model(&self) -> &Model {
        &self.loaded.model
    }

    pub(super) fn sources(&self) -> &Sources {
        &self.loaded.sources
    }

    /// The standing of a task in words, with its causes.
    pub(super) fn standing(&self, id: &str) -> Option<String> {
        let (model, assessment) = self.judged.as_ref()?;
        let assessed = &assessment[model.task_by_id(id)?];
        let mut said = vec![self.words.standing(assessed)];
        said.extend(self.words.causes(assessed));
        Some(said.join(", "))
    }

    /// Whether a file cannot be read as a record, as between the marks of a merge conflict.
    pub(super) fn is_unread(&self, file: FileId) -> bool {
        self.loaded.sources.get(file).index.nodes().is_empty()
    }
}

/// What was read of a content folder.
struct Read {
    loaded: Loaded,
    /// The directives, if the folder is the top of a portal.
    directives: Option<Directives>,
}

impl From<Loaded> for Read {
    fn from(loaded: Loaded) -> Self {
        Read { loaded, directives: None }
    }
}

impl From<(Loaded, Directives)> for Read {
    fn from((loaded, directives): (Loaded, Directives)) -> Self {
        Read { loaded, directives: Some(directives) }
    }
}

/// A change that is to be made.
pub(super) struct Plan<'a> {
    pub(super) label: Label,
    pub(super) undoes: Option<u32>,
    pub(super) files: Vec<FileChange>,
    /// The number of the form that was sent.
    pub(super) nonce: &'a str,
    /// Whether a merge that is not finished does not stop it.
    pub(super) mends: bool,
}

/// A change that was made.
#[derive(Clone, Debug)]
pub(super) struct Done {
    /// Its number in the journal.
    pub(super) number: u32,
    /// Warnings that were not there before.
    pub(super) warnings: Vec<(String, Diagnostic)>,
}

/// Why a change was not made. Nothing is written then.
pub(super) enum Stop {
    /// It would bring errors: the records as they would be, and the errors.
    Errors(Box<Loaded>, Diagnostics),
    /// Git is at work in the folder: the file that shows it.
    Git(PathBuf),
    /// A folder leads out of the content.
    Outside(PathBuf),
    /// The content cannot be read.
    Content(LoadError),
    /// The disk refuses, or the files have changed.
    Disk(ReplaceError),
    /// Files could not be put back.
    Left(Vec<PathBuf>),
}

/// The keeper of the records.
pub(super) struct Keeper {
    root: PathBuf,
    /// Whether the folder is the top of a portal.
    is_portal: bool,
    language: &'static str,
    /// The newest fact of the portal to which the directive belongs when the editor was started, if no
    /// settings name a date.
    of_portal: Option<NaiveDate>,
    inner: Mutex<Inner>,
    shown: RwLock<Arc<Records>>,
}

struct Inner {
    /// What was read of a single folder. Of a portal, the records that are shown are kept.
    kept: Option<KeptContent>,
    /// Numbers of forms, and what became of them.
    remembered: VecDeque<(String, Done)>,
}

impl Keeper {
    /// Reads the records.
    pub(super) fn new(root: &Path, language: &'static str) -> Result<Self, LoadError> {
        let is_portal = is_portal(root);
        let (read, kept): (Read, _) = match is_portal {
            true => (shared::read(root, &Instead::new())?.into(), None),
            false => {
                let kept = KeptContent::load(root)?;
                (kept.loaded().into(), Some(kept))
            }
        };
        let of_portal = newest_of_all(root, &read.loaded.model);
        let shown = RwLock::new(Arc::new(Records::of(read, language, of_portal)));
        let inner = Mutex::new(Inner { kept, remembered: VecDeque::new() });
        Ok(Keeper { root: root.to_owned(), is_portal, language, of_portal, inner, shown })
    }

    /// The records as they were read last.
    pub(super) fn records(&self) -> Arc<Records> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads what changed on the disk.
    pub(super) fn follow(&self, changes: &Changes) {
        let mut inner = self.lock();
        if !changes.whole && changes.files.iter().all(|file| self.is_current(file)) {
            return;
        }
        // A folder that is gone for a moment leaves the last records.
        let _ = self.reread(&mut inner, changes);
    }

    /// Reads these files again if they have changed. Paths are relative to the content folder.
    pub(super) fn refresh(&self, files: &[PathBuf]) -> Result<Arc<Records>, LoadError> {
        let mut inner = self.lock();
        let is_kept = inner.kept.is_some() || self.is_portal;
        if !is_kept || !files.iter().all(|file| self.is_current(file)) {
            let files = files.iter().cloned().collect();
            self.reread(&mut inner, &Changes { files, ..Changes::default() })?;
        }
        Ok(self.records())
    }

    /// What became of a form that was sent before.
    pub(super) fn remembered(&self, nonce: &str) -> Option<Done> {
        let inner = self.lock();
        let known = inner.remembered.iter().find(|(known, _)| known == nonce);
        known.map(|(_, done)| done.clone())
    }

    /// Reads the records as they would be, and finds the errors that the change would bring.
    pub(super) fn judge(&self, files: &[FileChange]) -> Result<(Records, Diagnostics), Stop> {
        let mut inner = self.lock();
        let read = self.judged(&mut inner, files)?;
        let errors = self.new_errors(&mut inner, &read.loaded)?;
        Ok((Records::of(read, self.language, self.of_portal), errors))
    }

    /// Makes a change, or none of it.
    pub(super) fn write(&self, plan: &Plan<'_>) -> Result<Done, Stop> {
        let mut inner = self.lock();
        // A double click sends the second form while the first is being written.
        if let Some((_, done)) = inner.remembered.iter().find(|(known, _)| known == plan.nonce) {
            return Ok(done.clone());
        }
        if let Some(sign) = git_at_work(&self.root, plan.mends) {
            return Err(Stop::Git(sign));
        }
        for file in &plan.files {
            self.must_be_inside(&file.path)?;
        }
        let read = self.judged(&mut inner, &plan.files)?;
        let loaded = &read.loaded;
        let new_errors = self.new_errors(&mut inner, loaded)?;
        let before = self.records();
        if new_errors.has_errors() && !(plan.mends && is_no_worse(&before.loaded, loaded)) {
            return Err(Stop::Errors(Box::new(read.loaded), new_errors));
        }
        let written = journal::write(&self.root, &plan.label, plan.undoes, &plan.files);
        let written = written.map_err(|error| match error.left.is_empty() {
            true => Stop::Disk(error.error),
            false => Stop::Left(error.left),
        })?;
        let warnings = pipeline::new_diagnostics(&before.loaded, loaded, Severity::Warning);
        let warnings = warnings
            .iter()
            .map(|warning| (loaded.sources.get(warning.place.file).path.clone(), warning.clone()));
        let done = Done { number: written.number, warnings: warnings.collect() };
        // A file that came or went makes it necessary to read the whole folder, which can wait.
        let replaced = plan.files.iter().all(|file| file.old.is_some() && file.new.is_some());
        let paths = plan.files.iter().filter_map(|file| file.path.strip_prefix(&self.root).ok());
        let paths: Vec<PathBuf> = paths.map(Path::to_owned).collect();
        let kept = inner.kept.take().filter(|_| replaced);
        inner.kept = kept.and_then(|mut kept| kept.reread(&paths).then_some(kept));
        self.show(read);
        if !plan.nonce.is_empty() {
            inner.remembered.push_back((plan.nonce.to_owned(), done.clone()));
            if inner.remembered.len() > MAX_REMEMBERED {
                inner.remembered.pop_front();
            }
        }
        Ok(done)
    }

    /// Puts back what a killed program has left in part.
    pub(super) fn recover(&self) -> Result<Option<Change>, ReplaceError> {
        let _inner = self.lock();
        journal::recover(&self.root)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the records as they would be: those of all directives, if directives share them.
    fn judged(&self, inner: &mut Inner, files: &[FileChange]) -> Result<Read, Stop> {
        let instead: Instead =
            files.iter().map(|file| (file.path.clone(), file.new.clone())).collect();
        if self.is_portal {
            return shared::read(&self.root, &instead).map(Read::from).map_err(Stop::Content);
        }
        let kept = match &mut inner.kept {
            Some(kept) => kept,
            none => none.insert(KeptContent::load(&self.root).map_err(Stop::Content)?),
        };
        kept.judge(&instead).map(Read::from).map_err(Stop::Content)
    }

    /// The errors that are not among those of the records as they are.
    fn new_errors(&self, inner: &mut Inner, after: &Loaded) -> Result<Diagnostics, Stop> {
        let of =
            |before: &Records| pipeline::new_diagnostics(&before.loaded, after, Severity::Error);
        let found = of(&self.records());
        if !(self.is_portal && found.has_errors()) {
            return Ok(found);
        }
        // A directive that names one of another was not read again when only the other changed.
        let everything = Changes { whole: true, ..Changes::default() };
        self.reread(inner, &everything).map_err(Stop::Content)?;
        Ok(of(&self.records()))
    }

    fn reread(&self, inner: &mut Inner, changes: &Changes) -> Result<(), LoadError> {
        if self.is_portal {
            let known = self.records().directives.clone().filter(|_| !changes.whole);
            let read = match known {
                Some(known) => shared::reread(&self.root, known, &changes.files)?,
                None => shared::read(&self.root, &Instead::new())?,
            };
            self.show(read.into());
            return Ok(());
        }
        let kept = inner.kept.take().filter(|_| !changes.whole);
        let kept = kept.and_then(|mut kept| kept.reread(&changes.files).then_some(kept));
        let kept = match kept {
            Some(kept) => kept,
            None => KeptContent::load(&self.root)?,
        };
        let loaded = kept.loaded();
        inner.kept = Some(kept);
        self.show(loaded.into());
        Ok(())
    }

    fn show(&self, read: Read) {
        let records = Arc::new(Records::of(read, self.language, self.of_portal));
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = records;
    }

    /// Whether the records that are shown are those of a file as it is now.
    fn is_current(&self, file: &Path) -> bool {
        // The texts of directives are not kept.
        if self.is_portal && file.starts_with(FOLDER) {
            return false;
        }
        let records = self.records();
        let path = self.root.join(file);
        let shown = files::shown(&self.root, &files::slashed(file));
        let known = records.sources().find(&shown).map(|id| &records.sources().get(id).text);
        match (fs::read(&path), known) {
            (Ok(bytes), Some(text)) => {
                let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
                !text.is_empty() && bytes == text.as_bytes()
            }
            (Err(_), None) => true,
            _ => false,
        }
    }

    /// Refuses a file in a folder that a link leads out of the content.
    fn must_be_inside(&self, path: &Path) -> Result<(), Stop> {
        let outside = || Stop::Outside(path.to_owned());
        let root = self.root.canonicalize().map_err(|_| outside())?;
        let there = path.ancestors().skip(1).find(|folder| folder.exists()).ok_or_else(outside)?;
        let there = there.canonicalize().map_err(|_| outside())?;
        let is_link = path.symlink_metadata().is_ok_and(|found| found.is_symlink());
        let leads_out = is_link && open::whole(&self.root, path, MAX_ATTACHMENT_BYTES).is_err();
        if there.starts_with(root) && !leads_out { Ok(()) } else { Err(outside()) }
    }
}

/// Whether there are not more errors than before, as after one of several was mended.
fn is_no_worse(before: &Loaded, after: &Loaded) -> bool {
    after.diagnostics.count(Severity::Error) <= before.diagnostics.count(Severity::Error)
}

/// The file that shows that Git is changing the folder, or waits for a merge to be finished.
fn git_at_work(root: &Path, mends: bool) -> Option<PathBuf> {
    let root = root.canonicalize().ok()?;
    let git = root.ancestors().map(|folder| folder.join(".git")).find(|git| git.is_dir())?;
    let lock = git.join("index.lock");
    let merges = ["MERGE_HEAD", "rebase-merge", "rebase-apply", "CHERRY_PICK_HEAD"];
    let merges = merges.map(|name| git.join(name)).into_iter().filter(|_| !mends);
    std::iter::once(lock).chain(merges).find(|sign| sign.exists())
}
