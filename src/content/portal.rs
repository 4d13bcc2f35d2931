//! The layout of a portal: one content folder with many directives.
//!
//! ```text
//! content/  site.yaml agencies.yaml places.yaml documents.yaml attachments/ moved.yaml
//!           directives/kh-58-2023/  directive.yaml tasks/ notes/ [documents.yaml attachments/ moved.yaml]
//! ```
//!
//! The folder of one directive can be given wherever a content folder can: the shared lists above
//! it are read with it. So every command that works on one directive works in a portal too.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, FileKind, StrayKind};
use super::records::{DirectiveRecord, TaskRecord};
use super::rules::directive_folder;
use super::{Content, open, yaml};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::Id;
use crate::model::link::Target;
use crate::source::{FileId, SourceFile, Sources};

/// The folder below the top that holds one folder a directive.
pub const FOLDER: &str = "directives";

/// How the records lie in a content folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One directive with everything that belongs to it.
    #[default]
    Single,
    /// The top of a portal: what all directives share.
    Top,
    /// A directive of a portal, with what it shares.
    Directive,
}

impl Layout {
    /// Returns the layout of a content folder.
    pub fn of(root: &Path) -> Self {
        if root.join(FOLDER).is_dir() {
            Layout::Top
        } else if top_of(root).is_some() {
            Layout::Directive
        } else {
            Layout::Single
        }
    }

    /// Returns why a file or folder of this kind does not belong into the folder itself.
    pub(super) fn refuses(self, kind: FileKind) -> Option<StrayKind> {
        use FileKind::{Agencies, Directive, Note, Places, Publications, Site, Task};
        match (self, kind) {
            (Layout::Top, Directive | Task | Note) => Some(StrayKind::BelongsBelow),
            // The list of publications belongs to the records of one directive.
            (Layout::Top, Publications) => Some(StrayKind::Unknown(None)),
            (Layout::Directive, Site | Agencies | Places | Publications) => {
                Some(StrayKind::BelongsAbove)
            }
            _ => None,
        }
    }
}

/// Whether directives share files of this kind.
pub(super) fn is_shared(kind: FileKind) -> bool {
    use FileKind::{Agencies, Attachment, Documents, Places, Site};
    matches!(kind, Site | Agencies | Places | Documents | Attachment)
}

/// Returns the content folder of the portal to which the folder of a directive belongs.
pub fn top_of(root: &Path) -> Option<PathBuf> {
    let is_below = |folder: &Path| folder.file_name().is_some_and(|name| name == FOLDER);
    let lexical = root.parent().filter(|parent| is_below(parent)).and_then(Path::parent);
    let top = match lexical {
        Some(top) if top.as_os_str().is_empty() => PathBuf::from("."),
        Some(top) => top.to_owned(),
        // `.` inside the folder of a directive.
        None => {
            let whole = root.canonicalize().ok()?;
            whole.parent().filter(|parent| is_below(parent))?.parent()?.to_owned()
        }
    };
    top.join("site.yaml").exists().then_some(top)
}

/// Returns the folder of a directive of the portal `top`.
pub fn folder_of(top: &Path, directive: &str) -> PathBuf {
    top.join(FOLDER).join(directive)
}

/// Returns the id of the directive whose folder this is: the folder's name.
pub fn id_of(root: &Path) -> Option<String> {
    let name = match root.file_name() {
        Some(name) => name.to_owned(),
        None => root.canonicalize().ok()?.file_name()?.to_owned(),
    };
    Some(name.to_string_lossy().into_owned())
}

/// Returns where a file of the content folder `root` is: the folder that holds it, and its path. A
/// directive of a portal may use a file that it shares with others.
pub fn located(root: &Path, relative: &str) -> (PathBuf, PathBuf) {
    let own = root.join(relative);
    match top_of(root).filter(|_| !own.exists()) {
        Some(top) => (top.clone(), top.join(relative)),
        None => (root.to_owned(), own),
    }
}

/// What lies in the folder of the directives.
#[derive(Debug, Default)]
pub struct Entries {
    /// The names of its folders, sorted.
    pub folders: Vec<String>,
    /// The names of files that do not belong there, sorted.
    pub files: Vec<String>,
}

/// Lists the folder of the directives of the portal `top`, without what systems leave behind.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn entries(top: &Path) -> io::Result<Entries> {
    let mut entries = Entries::default();
    for entry in fs::read_dir(top.join(FOLDER))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if files::is_litter_below(Path::new(&name)) {
            continue;
        }
        // A link is not followed: the folder that it leads to may lie outside.
        let list =
            if entry.file_type()?.is_dir() { &mut entries.folders } else { &mut entries.files };
        list.push(name);
    }
    entries.folders.sort();
    entries.files.sort();
    Ok(entries)
}

/// Returns the diagnostics about the folder of the directives itself: names that are no ids, and
/// files between the folders.
pub(super) fn misplaced(top: &Path, entries: &Entries, sources: &mut Sources) -> Vec<Diagnostic> {
    let Entries { folders, files } = entries;
    let bad = folders.iter().filter(|name| Id::parse(name).is_err()).map(|name| (name, "folder"));
    let names = bad.chain(files.iter().map(|name| (name, "file")));
    let diagnostic = |(name, kind): (&String, &'static str)| {
        let path = super::files::shown(top, &format!("{FOLDER}/{name}"));
        let file = sources.add(SourceFile::without_text(path));
        let meant = crate::vietnamese::slug(name);
        let diagnostic = Diagnostic::of(&directive_folder::RULE, Place::file(file));
        diagnostic.arg("name", name).arg("kind", kind).arg("meant", meant)
    };
    names.map(diagnostic).collect()
}

/// A task of another directive of the portal, as written there.
#[derive(Debug)]
pub struct CitedTask {
    /// The id of the directive.
    pub directive: String,
    /// The id of the task there.
    pub task: String,
    /// The directive.
    pub of: DirectiveRecord,
    /// The task.
    pub record: TaskRecord,
    /// The file of the task, for diagnostics.
    pub file: FileId,
}

impl Content {
    /// Reads the tasks of other directives that the records cite. What cannot be read is left out,
    /// so that the reference is reported.
    pub(super) fn cite(&mut self, root: &Path, sources: &mut Sources) {
        let Some(top) = top_of(root).filter(|_| self.layout == Layout::Directive) else { return };
        for (directive, task) in self.cited() {
            let own = self.id.as_ref() == Some(&directive);
            if own || Id::parse(&directive).is_err() || Id::parse(&task).is_err() {
                continue;
            }
            let folder = folder_of(&top, &directive);
            let file = FileId::nth(sources.iter().count());
            let name = format!("tasks/{task}.yaml");
            let of = read::<DirectiveRecord>(&folder, "directive.yaml", file);
            let Some((of, record)) = of.zip(read::<TaskRecord>(&folder, &name, file)) else {
                continue;
            };
            sources.add(SourceFile::without_text(files::shown(&folder, &name)));
            self.elsewhere.push(CitedTask { directive, task, of, record, file });
        }
    }

    /// The ids of other directives and their tasks that the records name, `kh-58-2023/1.3`.
    fn cited(&self) -> BTreeSet<(String, String)> {
        let mut cited = BTreeSet::new();
        let mut take = |text: &str| {
            if let Some((directive, task)) = text.trim().split_once('/') {
                cited.insert((directive.to_owned(), task.to_owned()));
            }
        };
        for task in &self.tasks {
            task.record.related.iter().flatten().for_each(|text| take(text));
            let updates = task.record.updates.iter().flatten();
            let by = updates.flat_map(|update| &update.superseded_by);
            by.flat_map(|by| &by.values).for_each(|text| take(text));
        }
        for note in &self.notes {
            for link in &note.text.facts().links {
                if let Target::Task(id) = Target::parse(&link.target) {
                    take(id);
                }
            }
        }
        cited
    }
}

/// Reads a record of another directive.
fn read<T: serde::de::DeserializeOwned>(folder: &Path, name: &str, file: FileId) -> Option<T> {
    let bytes = open::whole(folder, &folder.join(name), files::MAX_RECORD_BYTES).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    yaml::read(text, 0..text.len(), file).0
}
