//! Rereads single files of a content folder, replacing what was read before.
//!
//! A preview reads the folder once, and then only the files that were saved. Handles number the
//! files of a folder in order, so a new or deleted file makes it necessary to read the whole folder
//! again.

use std::path::Path;

use super::files::{self, FileKind};
use super::yaml::LANGUAGES;
use super::{Content, Record, copies, read, translated};
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, SourceFile, Sources};

impl Content {
    /// Rereads the file at `path`, or takes the bytes of `instead`. `diagnostics` holds the diagnostics about the form of all files.
    ///
    /// Returns false and changes nothing if the whole folder has to be read: the file is new or
    /// gone, or it is not a plain record of a known kind.
    pub fn reread(
        &mut self,
        root: &Path,
        path: &Path,
        instead: Option<&[u8]>,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        let on_disk = path.symlink_metadata().ok();
        let relative = path.strip_prefix(root).unwrap_or(path);
        let shown = files::shown(root, &files::slashed(relative));
        let known = sources.find(&shown);
        if on_disk.is_none() && known.is_none() || files::is_litter_below(relative) {
            // A temporary file of an editor.
            return true;
        }
        let on_disk = on_disk.filter(std::fs::Metadata::is_file);
        let found = on_disk.and_then(|on_disk| files::named(root, relative, on_disk.len()));
        let Some((mut found, file)) = found.zip(known) else { return false };
        found.instead = instead.map(<[u8]>::to_vec);
        found.size = instead.map_or(found.size, |bytes| bytes.len() as u64);
        let stems: Vec<&str> = match found.kind {
            FileKind::Task => self.tasks.iter().map(|task| task.stem.as_str()).collect(),
            FileKind::Note => self.notes.iter().map(|note| note.stem.as_str()).collect(),
            _ => Vec::new(),
        };
        let unread = self.unread.iter().filter(|(kind, _)| *kind == found.kind);
        let others = stems.into_iter().chain(unread.map(|(_, stem)| stem.as_str()));
        if copies::may_be(&found.stem, others) {
            return false;
        }
        if found.kind == FileKind::Site {
            // In another language, other files have other texts.
            let (text, _) = files::read_text(&found, file);
            let language = text.and_then(|text| translated::language(&text));
            if language.unwrap_or(LANGUAGES[0]) != self.language {
                return false;
            }
        }
        let was_read = self.forget(found.kind, file);
        let was_unread = (found.kind, found.stem.clone());
        let known_fault = self.unread.iter().position(|unread| *unread == was_unread);
        if !was_read {
            match known_fault {
                Some(at) => drop(self.unread.remove(at)),
                None => return false,
            }
        }
        let read = read(&found, file, self.language);
        if matches!(read.record, Record::Nothing) {
            self.unread.push((found.kind, found.stem.clone()));
        }
        diagnostics.retain(|diagnostic| diagnostic.place.file != file);
        diagnostics.append(read.diagnostics);
        sources.replace(file, SourceFile::new(found.shown, read.text, read.index));
        self.take(read.record, found.stem, found.relative, file);
        self.documents.sort_by_key(|list| list.file);
        self.tasks.sort_by_key(|task| task.file);
        self.notes.sort_by_key(|note| note.file);
        true
    }

    /// Removes the record of a file. Returns false if there was none.
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
            FileKind::Documents => {
                let before = self.documents.len();
                self.documents.retain(|list| list.file != file);
                self.documents.len() < before
            }
            FileKind::Moved => one(&mut self.moved, file),
            FileKind::Publications => one(&mut self.publications, file),
            FileKind::Task | FileKind::Note => {
                self.tasks.retain(|task| task.file != file);
                self.notes.retain(|note| note.file != file);
                self.tasks.len() + self.notes.len() < before
            }
            FileKind::Attachment => false,
        }
    }
}
