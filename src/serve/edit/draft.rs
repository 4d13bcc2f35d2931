//! Keeps what was typed and not saved, and files that were received, in `.tiendo` of the content
//! folder. They outlive the program, and the port on which it answers.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::form::Form;
use crate::output::replace::{self, ReplaceError};
use crate::sum::sha256;

/// Maximum number of drafts and of received files that are kept.
const MAX_KEPT: usize = 200;

/// The drafts of a content folder.
#[derive(Debug)]
pub(super) struct Drafts {
    folder: PathBuf,
}

impl Drafts {
    pub(super) fn new(content: &Path) -> Self {
        Drafts { folder: content.join(".tiendo") }
    }

    /// The draft of a screen.
    pub(super) fn read(&self, screen: &str) -> Option<Form> {
        serde_json::from_slice(&fs::read(self.draft(screen)).ok()?).ok()
    }

    /// Keeps a draft, in place of an earlier one.
    pub(super) fn save(&self, screen: &str, form: &Form) -> Result<(), ReplaceError> {
        let path = self.draft(screen);
        let bytes = serde_json::to_vec(form).unwrap_or_default();
        self.make_room("drafts");
        match fs::read(&path) {
            Ok(old) if old == bytes => Ok(()),
            Ok(old) => replace::replace(&path, &old, &bytes),
            Err(_) => replace::create(&path, &bytes),
        }
    }

    /// Forgets a draft.
    pub(super) fn remove(&self, screen: &str) {
        let _ = fs::remove_file(self.draft(screen));
    }

    /// Keeps a received file and returns its sum, by which a form names it.
    pub(super) fn stage(&self, bytes: &[u8]) -> Result<String, ReplaceError> {
        let sum = sha256(bytes);
        self.make_room("uploads");
        match replace::create(&self.folder.join("uploads").join(&sum), bytes) {
            Err(ReplaceError::Exists { .. }) => Ok(sum),
            kept => kept.map(|()| sum),
        }
    }

    /// The bytes of a received file.
    pub(super) fn staged(&self, sum: &str) -> io::Result<Vec<u8>> {
        fs::read(self.upload(sum).ok_or(io::ErrorKind::NotFound)?)
    }

    /// Forgets a received file.
    pub(super) fn unstage(&self, sum: &str) {
        if let Some(path) = self.upload(sum) {
            let _ = fs::remove_file(path);
        }
    }

    /// Screens are named by the steps of their path, which are letters, digits, hyphens and full
    /// stops.
    fn draft(&self, screen: &str) -> PathBuf {
        self.folder.join("drafts").join(format!("{}.json", screen.replace('/', "_")))
    }

    fn upload(&self, sum: &str) -> Option<PathBuf> {
        let is_sum = sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_sum.then(|| self.folder.join("uploads").join(sum))
    }

    /// Removes the oldest files of a folder above the limit.
    fn make_room(&self, folder: &str) {
        let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten().flatten();
        let mut files: Vec<_> = entries
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        files.sort();
        for (_, path) in &files[..(files.len() + 1).saturating_sub(MAX_KEPT)] {
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_and_a_file_are_kept_by_their_names_alone() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::new(folder.path());
        assert!(drafts.read("viec/1.1").is_none());
        for typed in ["noi-dung=a", "noi-dung=b%0D%0A"] {
            drafts.save("viec/1.1", &Form::decoded(typed.as_bytes()).unwrap()).unwrap();
        }
        assert_eq!(drafts.read("viec/1.1").unwrap().raw("noi-dung"), "b\r\n");
        drafts.remove("viec/1.1");
        assert!(drafts.read("viec/1.1").is_none());
        let sum = drafts.stage(b"%PDF").unwrap();
        assert_eq!(drafts.stage(b"%PDF").unwrap(), sum);
        assert_eq!(drafts.staged(&sum).unwrap(), b"%PDF");
        for odd in ["../drafts", "", "zz", &"../".repeat(22)[..64]] {
            assert!(drafts.staged(odd).is_err());
        }
        drafts.unstage(&sum);
        assert!(drafts.staged(&sum).is_err());
    }
}
