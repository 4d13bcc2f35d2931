//! Changes files of a folder all together or not at all, one change at a time, and keeps a journal
//! from which each change can be undone.
//!
//! The journal is the hidden folder `.tiendo` inside the folder:
//!
//! - `lock` is locked while a change is written;
//! - `changes/000017.json` describes a change: of each file the sums before and after, and the one
//!   range in which they differ with the bytes that were removed and inserted;
//! - `objects/SUM` holds the bytes of files that were deleted and are no text.
//!
//! A description is flushed to the disk as *pending* before the first file is touched and marked as
//! done after the last. If the program is killed in between, the next change puts back what the
//! pending one has written, as the sums tell.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::interrupt;
use super::patience::patiently;
use super::replace::{ReplaceError, TEMPORARY, create, replace};
use crate::disk::{create_hidden_folder, lock_file};
use crate::sum::sha256;

/// The name of the journal's folder.
const FOLDER: &str = ".tiendo";
/// How long to wait for another change, and how often to look.
const PATIENCE: Duration = Duration::from_secs(3);
const LOOK: Duration = Duration::from_millis(50);
/// Maximum number of changes that are kept.
const MAX_CHANGES: usize = 1_000;

/// A file to be changed.
#[derive(Clone, Debug)]
pub struct FileChange {
    /// The path of the file, inside the folder.
    pub path: PathBuf,
    /// Its bytes before. `None` if it does not exist.
    pub old: Option<Vec<u8>>,
    /// Its bytes after. `None` to delete it.
    pub new: Option<Vec<u8>>,
}

/// What a change is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The time, as RFC 3339. The caller knows the clock.
    pub when: String,
    /// The command that makes the change, such as `update`.
    pub command: String,
    /// The ids of the records that it is about.
    pub about: Vec<String>,
}

/// A change as the journal describes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Change {
    version: u32,
    /// Its number, counted from 1.
    #[serde(default)]
    pub number: u32,
    /// What it is about.
    #[serde(flatten)]
    pub label: Label,
    /// How far it has come.
    pub state: State,
    /// The change that this one takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<u32>,
    /// The files, in the order in which they were written.
    pub files: Vec<FileRecord>,
}

/// How far a change has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It may be written in part.
    Pending,
    /// It is written.
    Done,
    /// It was written and was taken back.
    Undone,
}

/// A changed file as the journal describes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FileRecord {
    /// The path inside the folder, with `/` between its parts.
    pub path: String,
    /// SHA-256 of the bytes before. `None` if the file did not exist.
    pub before: Option<String>,
    /// SHA-256 of the bytes after. `None` if it was deleted.
    pub after: Option<String>,
    /// Where the bytes differ, as an offset in bytes.
    at: usize,
    /// The text that stood there. `None` if the bytes are no text; then they are an object, or the
    /// file itself.
    removed: Option<String>,
    /// The text that stands there.
    inserted: Option<String>,
}

impl FileRecord {
    /// Whether the path names a file inside the folder, and each sum is one.
    fn is_inside(&self) -> bool {
        let mut parts = Path::new(&self.path).components().peekable();
        let is_sum = |sum: &String| {
            sum.len() == 64 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        parts.peek().is_some()
            && parts.all(|part| matches!(part, Component::Normal(_)))
            && self.before.iter().chain(&self.after).all(is_sum)
    }
}

/// Why a change was not made.
#[derive(Debug)]
pub struct WriteError {
    /// The cause.
    pub error: ReplaceError,
    /// Files that were written and could not be put back.
    pub left: Vec<PathBuf>,
}

impl From<ReplaceError> for WriteError {
    fn from(error: ReplaceError) -> Self {
        WriteError { error, left: Vec::new() }
    }
}

/// Why a change cannot be undone.
#[derive(Debug)]
pub enum UndoError {
    /// There is no change of this number, or it was undone already.
    Unknown,
    /// The file was changed since, and what the change inserted does not stand there exactly once.
    Differs {
        /// The path inside the folder.
        path: String,
        /// What the change inserted.
        inserted: String,
    },
    /// The journal or a file cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The error of the system.
        error: io::Error,
    },
}

/// A change that was written.
#[derive(Debug)]
pub struct Written {
    /// Its number.
    pub number: u32,
    /// The change that a killed program had left in part, and that was put back before this one.
    pub recovered: Option<Change>,
}

/// Makes a change: of all files or of none.
///
/// A file must hold `old` still, or not exist still. If a file cannot be written, those before it
/// are put back.
///
/// # Errors
///
/// [`WriteError`], which names the file and those that could not be put back.
pub fn write(
    root: &Path,
    label: &Label,
    undoes: Option<u32>,
    files: &[FileChange],
) -> Result<Written, WriteError> {
    // All of them or none, also if the operator interrupts.
    let _hold = interrupt::hold();
    let journal = Journal::open(root)?;
    let recovered = journal.recover()?;
    for file in files {
        check_unchanged(file)?;
    }
    let number = journal.numbers().last().map_or(1, |last| last + 1);
    let mut change = Change {
        version: 1,
        number,
        label: label.clone(),
        state: State::Pending,
        undoes,
        files: files.iter().map(|file| describe(root, file)).collect::<Result<_, _>>()?,
    };
    for file in files.iter().filter(|file| file.new.is_none()) {
        journal.keep_object(file.old.as_deref().unwrap_or_default())?;
    }
    journal.save(&change, None)?;
    for (at, file) in files.iter().enumerate() {
        if let Err(error) = put(&file.path, file.old.as_deref(), file.new.as_deref()) {
            let back = |done: &&FileChange| {
                put(&done.path, done.new.as_deref(), done.old.as_deref()).is_err()
            };
            let left: Vec<PathBuf> =
                files[..at].iter().filter(back).map(|done| done.path.clone()).collect();
            if left.is_empty() {
                journal.forget(number);
            }
            return Err(WriteError { error, left });
        }
    }
    let pending = change.clone();
    change.state = State::Done;
    journal.save(&change, Some(&pending))?;
    if let Some(undone) = undoes.and_then(|number| journal.read(number).ok()) {
        let after = Change { state: State::Undone, ..undone.clone() };
        journal.save(&after, Some(&undone))?;
    }
    journal.prune();
    Ok(Written { number, recovered })
}

/// Puts back what a killed program has left in part, if it has, and returns that change.
///
/// # Errors
///
/// If the journal cannot be opened or a file cannot be put back.
pub fn recover(root: &Path) -> Result<Option<Change>, ReplaceError> {
    // A folder without a journal, which may be read-only, gets none.
    if !root.join(FOLDER).join("changes").is_dir() {
        return Ok(None);
    }
    let _hold = interrupt::hold();
    Journal::open(root)?.recover()
}

/// Writes and removes a file in the journal, to learn whether changes can be written.
///
/// # Errors
///
/// The error of the system, if they cannot.
pub fn try_writing(root: &Path) -> io::Result<()> {
    let folder = root.join(FOLDER);
    create_hidden_folder(&folder)?;
    let ignore = folder.join(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "*\n")?;
    }
    let path = folder.join("test");
    fs::write(&path, "")?;
    fs::remove_file(&path)
}

/// Returns the changes that were written, the newest first. A description that cannot be read is
/// left out.
pub fn list(root: &Path) -> Vec<Change> {
    let journal = Journal { folder: root.join(FOLDER), root: root.to_owned(), _lock: None };
    let numbers = journal.numbers().into_iter().rev();
    numbers.filter_map(|number| journal.read(number).ok()).collect()
}

/// Returns the change with this number, if its description can be read.
pub fn one(root: &Path, number: u32) -> Option<Change> {
    let journal = Journal { folder: root.join(FOLDER), root: root.to_owned(), _lock: None };
    journal.read(number).ok()
}

/// Returns what has to be written to take a change back, judged by the files as they are now.
///
/// A file that has not changed since gets its bytes of before. In one that has, the text that the
/// change inserted is replaced by what it removed, if it stands there exactly once.
///
/// # Errors
///
/// [`UndoError`]. Nothing is written.
pub fn inverse(root: &Path, number: u32) -> Result<Vec<FileChange>, UndoError> {
    let journal = Journal { folder: root.join(FOLDER), root: root.to_owned(), _lock: None };
    let change = journal.read(number).map_err(|_| UndoError::Unknown)?;
    if change.state != State::Done {
        return Err(UndoError::Unknown);
    }
    change.files.iter().rev().map(|file| journal.taken_back(file)).collect()
}

struct Journal {
    root: PathBuf,
    folder: PathBuf,
    /// Locked while it is open.
    _lock: Option<File>,
}

impl Journal {
    /// Opens the journal for a change, waiting for another one to end.
    fn open(root: &Path) -> Result<Self, ReplaceError> {
        let folder = root.join(FOLDER);
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |error| ReplaceError::Disk { path, error }
        };
        create_hidden_folder(&folder).map_err(failed(&folder))?;
        fs::create_dir_all(folder.join("changes")).map_err(failed(&folder))?;
        let ignore = folder.join(".gitignore");
        if !ignore.exists() {
            fs::write(&ignore, "*\n").map_err(failed(&ignore))?;
        }
        let path = folder.join("lock");
        let file = lock_file(&path).map_err(failed(&path))?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if waited < PATIENCE => {
                    std::thread::sleep(LOOK);
                    waited += LOOK;
                }
                Err(TryLockError::WouldBlock) => return Err(ReplaceError::Busy { path }),
                // Some network shares know no locks. The files are compared before they are replaced.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    break;
                }
                Err(TryLockError::Error(error)) => return Err(ReplaceError::Disk { path, error }),
            }
        }
        Ok(Journal { root: root.to_owned(), folder, _lock: Some(file) })
    }

    fn path(&self, number: u32) -> PathBuf {
        self.folder.join("changes").join(format!("{number:06}.json"))
    }

    /// The numbers of the changes, in order.
    fn numbers(&self) -> Vec<u32> {
        let entries = fs::read_dir(self.folder.join("changes")).into_iter().flatten().flatten();
        let mut numbers: Vec<u32> = entries
            .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".json")?.parse().ok())
            .collect();
        numbers.sort_unstable();
        numbers
    }

    /// Reads the description of a change.
    ///
    /// # Errors
    ///
    /// `InvalidData` if it was cut off, or names a file outside the folder: a folder of records may
    /// come from elsewhere, with a journal that this program did not write.
    fn read(&self, number: u32) -> io::Result<Change> {
        let bytes = fs::read(self.path(number))?;
        let change = Change { number, ..serde_json::from_slice(&bytes)? };
        if !change.files.iter().all(FileRecord::is_inside) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(change)
    }

    /// Writes the description of a change, in place of `before`.
    fn save(&self, change: &Change, before: Option<&Change>) -> Result<(), ReplaceError> {
        let bytes = |change: &Change| {
            let mut bytes = serde_json::to_vec_pretty(change)
                .unwrap_or_else(|_| unreachable!("strings and numbers can always be written"));
            bytes.push(b'\n');
            bytes
        };
        let path = self.path(change.number);
        match before {
            None => create(&path, &bytes(change)),
            Some(before) => replace(&path, &bytes(before), &bytes(change)),
        }
    }

    fn forget(&self, number: u32) {
        let _ = fs::remove_file(self.path(number));
    }

    /// Puts back what a killed program has left in part. Only the last change can be pending.
    fn recover(&self) -> Result<Option<Change>, ReplaceError> {
        sweep(&self.folder.join("changes"));
        let Some(last) = self.numbers().last().copied() else { return Ok(None) };
        let path = self.path(last);
        let failed = |error| ReplaceError::Disk { path: path.clone(), error };
        let change = match self.read(last) {
            Ok(change) => change,
            // A description that was cut off: no file was touched yet.
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                self.forget(last);
                return Ok(None);
            }
            Err(error) => return Err(failed(error)),
        };
        if change.state != State::Pending {
            return Ok(None);
        }
        for file in change.files.iter().rev() {
            let path = self.root.join(&file.path);
            let now = read_if_there(&path).map_err(failed)?;
            if now.as_deref().map(sha256) == file.after
                && let Ok(back) = self.taken_back(file)
            {
                put(&back.path, back.old.as_deref(), back.new.as_deref())?;
            }
            path.parent().into_iter().for_each(sweep);
        }
        self.forget(last);
        Ok(Some(change))
    }

    /// The change that takes back what a change did to a file.
    fn taken_back(&self, file: &FileRecord) -> Result<FileChange, UndoError> {
        let path = self.root.join(&file.path);
        let unreadable = |error| UndoError::Unreadable { path: path.clone(), error };
        let now = read_if_there(&path).map_err(unreadable)?;
        let differs = || UndoError::Differs {
            path: file.path.clone(),
            inserted: file.inserted.clone().unwrap_or_default(),
        };
        let sum = now.as_deref().map(sha256);
        let new = match (&file.before, &now) {
            // The file was created: it is deleted again if nobody has changed it.
            (None, _) if sum == file.after => None,
            (None, _) => return Err(differs()),
            // It was deleted: its bytes were kept.
            (Some(before), None) if file.after.is_none() => {
                let object = self.folder.join("objects").join(before);
                Some(fs::read(&object).map_err(unreadable)?)
            }
            (Some(_), None) => return Err(differs()),
            (Some(_), Some(now)) => {
                let (Some(removed), Some(inserted)) = (&file.removed, &file.inserted) else {
                    return Err(differs());
                };
                let at = if sum == file.after {
                    file.at
                } else {
                    only_place(now, inserted.as_bytes()).ok_or_else(differs)?
                };
                let end = at + inserted.len();
                if now.get(at..end) != Some(inserted.as_bytes()) {
                    return Err(differs());
                }
                Some([&now[..at], removed.as_bytes(), &now[end..]].concat())
            }
        };
        Ok(FileChange { path, old: now, new })
    }

    fn keep_object(&self, bytes: &[u8]) -> Result<(), ReplaceError> {
        let path = self.folder.join("objects").join(sha256(bytes));
        match create(&path, bytes) {
            Err(ReplaceError::Exists { .. }) => Ok(()),
            kept => kept,
        }
    }

    /// Removes the oldest descriptions above the limit.
    fn prune(&self) {
        let numbers = self.numbers();
        for number in &numbers[..numbers.len().saturating_sub(MAX_CHANGES)] {
            self.forget(*number);
        }
    }
}

/// Removes the temporary files that a killed program has left in a folder. Nobody else is writing:
/// the journal is locked.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(TEMPORARY) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Describes the change of a file. Its range is that between the common beginning and the common end.
fn describe(root: &Path, file: &FileChange) -> Result<FileRecord, ReplaceError> {
    let inside = file.path.strip_prefix(root).ok();
    let parts: Option<Vec<&str>> = inside.and_then(|inside| {
        let part = |part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        };
        inside.components().map(part).collect()
    });
    let Some(parts) = parts else {
        let error = io::Error::from(io::ErrorKind::InvalidInput);
        return Err(ReplaceError::Disk { path: file.path.clone(), error });
    };
    let (old, new) =
        (file.old.as_deref().unwrap_or_default(), file.new.as_deref().unwrap_or_default());
    let texts = std::str::from_utf8(old).ok().zip(std::str::from_utf8(new).ok());
    let (at, removed, inserted) = match texts {
        Some((old, new)) => {
            let (from, old_end, new_end) = differing(old, new);
            (from, Some(old[from..old_end].to_owned()), Some(new[from..new_end].to_owned()))
        }
        None => (0, None, None),
    };
    Ok(FileRecord {
        path: parts.join("/"),
        before: file.old.as_deref().map(sha256),
        after: file.new.as_deref().map(sha256),
        at,
        removed,
        inserted,
    })
}

/// The start of the range in which two texts differ, and its end in each of them.
fn differing(old: &str, new: &str) -> (usize, usize, usize) {
    let mut from = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    while !old.is_char_boundary(from) || !new.is_char_boundary(from) {
        from -= 1;
    }
    let (rest_old, rest_new) = (&old.as_bytes()[from..], &new.as_bytes()[from..]);
    let same = rest_old.iter().rev().zip(rest_new.iter().rev()).take_while(|(a, b)| a == b);
    let mut tail = same.count();
    while !old.is_char_boundary(old.len() - tail) || !new.is_char_boundary(new.len() - tail) {
        tail -= 1;
    }
    (from, old.len() - tail, new.len() - tail)
}

/// Where a text stands, if it stands there exactly once.
fn only_place(text: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return None;
    }
    let first = memchr::memmem::find(text, part)?;
    (memchr::memmem::rfind(text, part) == Some(first)).then_some(first)
}

fn check_unchanged(file: &FileChange) -> Result<(), ReplaceError> {
    let path = file.path.clone();
    match (read_if_there(&file.path), &file.old) {
        (Ok(None), None) => Ok(()),
        (Ok(Some(now)), Some(old)) if now == *old => Ok(()),
        (Ok(Some(_)), None) => Err(ReplaceError::Exists { path }),
        (Ok(_), Some(_)) => Err(ReplaceError::Changed { path }),
        (Err(error), _) => Err(ReplaceError::Disk { path, error }),
    }
}

/// Replaces, creates or deletes a file that holds `old`.
fn put(path: &Path, old: Option<&[u8]>, new: Option<&[u8]>) -> Result<(), ReplaceError> {
    match (old, new) {
        (Some(old), Some(new)) => replace(path, old, new),
        (None, Some(new)) => create(path, new),
        (Some(_), None) => patiently(|| fs::remove_file(path))
            .map_err(|error| ReplaceError::Disk { path: path.to_owned(), error }),
        (None, None) => Ok(()),
    }
}

fn read_if_there(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new(files: &[(&str, &str)]) -> Self {
            let folder = tempfile::tempdir().unwrap();
            for (name, text) in files {
                let path = folder.path().join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            Folder(folder)
        }

        fn root(&self) -> &Path {
            self.0.path()
        }

        fn change(&self, name: &str, new: Option<&str>) -> FileChange {
            let path = self.root().join(name);
            let old = read_if_there(&path).unwrap();
            FileChange { path, old, new: new.map(|text| text.as_bytes().to_vec()) }
        }

        fn text(&self, name: &str) -> Option<String> {
            let bytes = read_if_there(&self.root().join(name)).unwrap();
            bytes.map(|bytes| String::from_utf8(bytes).unwrap())
        }

        fn write(&self, files: &[FileChange]) -> Result<Written, WriteError> {
            let label = Label { command: "update".into(), ..Label::default() };
            write(self.root(), &label, None, files)
        }

        fn undo(&self, number: u32) -> Result<Written, UndoError> {
            let files = inverse(self.root(), number)?;
            let label = Label { command: "undo".into(), ..Label::default() };
            Ok(write(self.root(), &label, Some(number), &files).unwrap())
        }
    }

    #[test]
    fn a_change_is_of_all_files_or_of_none_and_can_be_undone() {
        let folder = Folder::new(&[("a.yaml", "một\n"), ("tasks/b.yaml", "hai\n")]);
        let files = [
            folder.change("a.yaml", Some("một\nhai\n")),
            folder.change("tasks/b.yaml", None),
            folder.change("attachments/c.pdf", Some("%PDF")),
        ];
        assert_eq!(folder.write(&files).unwrap().number, 1);
        assert_eq!(folder.text("a.yaml").as_deref(), Some("một\nhai\n"));
        assert_eq!(folder.text("tasks/b.yaml"), None);
        let changes = list(folder.root());
        assert_eq!((changes.len(), changes[0].state), (1, State::Done));
        assert_eq!(changes[0].files[0].inserted.as_deref(), Some("hai\n"));
        folder.undo(1).unwrap();
        assert_eq!(folder.text("a.yaml").as_deref(), Some("một\n"));
        assert_eq!(folder.text("tasks/b.yaml").as_deref(), Some("hai\n"));
        assert_eq!(folder.text("attachments/c.pdf"), None);
        assert!(matches!(folder.undo(1), Err(UndoError::Unknown)));
        // What was taken back can be taken back.
        folder.undo(2).unwrap();
        assert_eq!(folder.text("attachments/c.pdf").as_deref(), Some("%PDF"));
        assert_eq!(folder.text("tasks/b.yaml"), None);
    }

    #[test]
    fn what_was_written_since_stays_or_the_undo_is_refused() {
        let folder = Folder::new(&[("a.yaml", "- 1\n")]);
        folder.write(&[folder.change("a.yaml", Some("- 1\n- 2\n"))]).unwrap();
        folder.write(&[folder.change("a.yaml", Some("- 1\n- 2\n- 3\n"))]).unwrap();
        folder.undo(1).unwrap();
        assert_eq!(folder.text("a.yaml").as_deref(), Some("- 1\n- 3\n"));
        folder.write(&[folder.change("a.yaml", Some("- 1\n- 3\n- 4\n"))]).unwrap();
        fs::write(folder.root().join("a.yaml"), "- 4\n- 4\n").unwrap();
        assert!(matches!(folder.undo(4), Err(UndoError::Differs { .. })));
        assert_eq!(folder.text("a.yaml").as_deref(), Some("- 4\n- 4\n"));
    }

    #[test]
    fn a_file_that_changed_stops_everything() {
        let folder = Folder::new(&[("a", "1"), ("b", "1")]);
        let files = [folder.change("a", Some("2")), folder.change("b", Some("2"))];
        fs::write(folder.root().join("b"), "other").unwrap();
        let stopped = folder.write(&files).unwrap_err();
        assert!(matches!(stopped.error, ReplaceError::Changed { .. }) && stopped.left.is_empty());
        assert_eq!(folder.text("a").as_deref(), Some("1"));
        assert!(list(folder.root()).is_empty());
        let outside = FileChange { path: "/etc/x".into(), old: None, new: Some(Vec::new()) };
        assert!(matches!(folder.write(&[outside]).unwrap_err().error, ReplaceError::Disk { .. }));
    }

    #[test]
    fn a_change_that_was_cut_off_is_put_back() {
        // Killed after the description, after the first file, and after the second.
        for written in 0..3 {
            let folder = Folder::new(&[("a", "1\n"), ("b", "1\n")]);
            let files = [
                folder.change("a", Some("1\n2\n")),
                folder.change("c", Some("new")),
                folder.change("b", Some("2\n")),
            ];
            let journal = Journal::open(folder.root()).unwrap();
            let change = Change {
                version: 1,
                number: 1,
                label: Label::default(),
                state: State::Pending,
                undoes: None,
                files: files.iter().map(|f| describe(folder.root(), f).unwrap()).collect(),
            };
            journal.save(&change, None).unwrap();
            for file in &files[..written] {
                put(&file.path, file.old.as_deref(), file.new.as_deref()).unwrap();
            }
            drop(journal);
            let next = [folder.change("d", Some("next"))];
            let done = folder.write(&next).unwrap();
            assert_eq!(done.recovered.unwrap().files.len(), 3);
            assert_eq!(folder.text("a").as_deref(), Some("1\n"));
            assert_eq!(folder.text("b").as_deref(), Some("1\n"));
            assert_eq!(folder.text("c"), None);
            assert_eq!(folder.text("d").as_deref(), Some("next"));
        }
    }

    #[test]
    fn a_foreign_journal_reaches_no_file_outside_the_folder() {
        let around = Folder::new(&[("secret", "after"), ("records/a", "1")]);
        let outside = around.root().join("secret");
        let root = around.root().join("records");
        let sum = sha256(b"after");
        let paths = ["../secret", "tasks/../../secret", outside.to_str().unwrap(), ""];
        let sums = ["../../../secret", "", "A"];
        for (path, before) in paths
            .map(|path| (path, sum.as_str()))
            .into_iter()
            .chain(sums.map(|before| ("gone", before)))
        {
            for state in ["pending", "done"] {
                let after = if before == sum { json!(sum) } else { json!(null) };
                let file = json!({"path": path, "before": before, "after": after, "at": 0,
                                  "removed": "overwritten", "inserted": "after"});
                let change = json!({"version": 1, "when": "", "command": "update", "about": [],
                                    "state": state, "files": [file]});
                let changes = root.join(FOLDER).join("changes");
                fs::create_dir_all(&changes).unwrap();
                fs::write(changes.join("000001.json"), change.to_string()).unwrap();
                assert!(matches!(inverse(&root, 1), Err(UndoError::Unknown)), "{path} {before}");
                assert!(list(&root).is_empty());
                let label = Label::default();
                let next = FileChange { path: root.join("b"), old: None, new: Some(vec![]) };
                write(&root, &label, None, &[next]).unwrap();
                assert_eq!(around.text("secret").as_deref(), Some("after"), "{path} {before}");
                assert_eq!(around.text("records/gone"), None);
                fs::remove_dir_all(root.join(FOLDER)).unwrap();
                fs::remove_file(root.join("b")).unwrap();
            }
        }
    }

    #[test]
    fn one_change_at_a_time() {
        let folder = Folder::new(&[("a", "1")]);
        let held = Journal::open(folder.root()).unwrap();
        let stopped = folder.write(&[folder.change("a", Some("2"))]).unwrap_err();
        assert!(matches!(stopped.error, ReplaceError::Busy { .. }), "{stopped:?}");
        drop(held);
        folder.write(&[folder.change("a", Some("2"))]).unwrap();
    }

    proptest! {
        #[test]
        fn any_change_of_a_text_can_be_taken_back(old in "\\PC{0,40}", new in "\\PC{0,40}") {
            let folder = Folder::new(&[("a", &old)]);
            folder.write(&[folder.change("a", Some(&new))]).unwrap();
            folder.undo(1).unwrap();
            prop_assert_eq!(folder.text("a").unwrap(), old);
        }
    }
}
