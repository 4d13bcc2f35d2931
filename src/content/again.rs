//! Reads single files of a content folder again, in place of what they held before.
//!
//! A preview reads the folder once and then only what somebody saved. Only the text of a file may
//! have changed: handles count the files of a folder in their order, so a file that is new or gone
//! asks for a reading of the whole folder.

use std::path::Path;

use super::files::{self, FileKind};
use super::{Content, Record, read};
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, SourceFile, Sources};

impl Content {
    /// Reads the file at `path` again. `faults` are the complaints about the form of all files.
    ///
    /// Gives false, and changes nothing, where the whole folder has to be read: the file was not
    /// there before, is there no more, or is no plain record of a known kind.
    pub fn reread(
        &mut self,
        root: &Path,
        path: &Path,
        sources: &mut Sources,
        faults: &mut Diagnostics,
    ) -> bool {
        let on_disk = path.symlink_metadata().ok();
        let relative = path.strip_prefix(root).unwrap_or(path);
        let shown = files::shown(root, &files::slashed(relative));
        let known = sources.find(&shown);
        if on_disk.is_none() && known.is_none() || files::is_litter_below(relative) {
            // What editors put down for a moment.
            return true;
        }
        let on_disk = on_disk.filter(std::fs::Metadata::is_file);
        let found = on_disk.and_then(|on_disk| files::named(root, relative, on_disk.len()));
        let Some((found, file)) = found.zip(known) else { return false };
        let was_read = self.forget(found.kind, file);
        let was_unread = (found.kind, found.stem.clone());
        let known_fault = self.unread.iter().position(|unread| *unread == was_unread);
        if !was_read {
            match known_fault {
                Some(at) => drop(self.unread.remove(at)),
                None => return false,
            }
        }
        let read = read(&found, file);
        if matches!(read.record, Record::Nothing) {
            self.unread.push((found.kind, found.stem.clone()));
        }
        faults.retain(|fault| fault.place.file != file);
        faults.append(read.faults);
        sources.replace(file, SourceFile::new(found.shown, read.text, read.index));
        self.take(read.record, found.stem, found.relative, file);
        self.tasks.sort_by_key(|task| task.file);
        self.notes.sort_by_key(|note| note.file);
        true
    }

    /// Takes a file's record out; false if there was none.
    fn forget(&mut self, kind: FileKind, file: FileId) -> bool {
        fn one<T>(place: &mut Option<super::Loaded<T>>, file: FileId) -> bool {
            place.take_if(|loaded| loaded.file == file).is_some()
        }
        let before = self.tasks.len() + self.notes.len();
        match kind {
            FileKind::Site => one(&mut self.site, file),
            FileKind::Directive => one(&mut self.directive, file),
            FileKind::Agencies => one(&mut self.agencies, file),
            FileKind::Places => one(&mut self.places, file),
            FileKind::Documents => one(&mut self.documents, file),
            FileKind::Moved => one(&mut self.moved, file),
            FileKind::Task | FileKind::Note => {
                self.tasks.retain(|task| task.file != file);
                self.notes.retain(|note| note.file != file);
                self.tasks.len() + self.notes.len() < before
            }
            FileKind::Attachment => false,
        }
    }
}
