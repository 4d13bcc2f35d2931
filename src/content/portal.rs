//! The layout of a portal: one content folder with many directives.
//!
//! ```text
//! content/  site.yaml agencies.yaml places.yaml documents.yaml attachments/ moved.yaml
//!           directives/kh-58-2023/  directive.yaml tasks/ notes/ [documents.yaml attachments/ moved.yaml]
//! ```
//!
//! The folder of one directive can be given wherever a content folder can: the shared lists above
//! it are read with it. So every command that works on one directive works in a portal too.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::found::{FileKind, StrayKind};
use super::files::names::{is_litter_below, names_of_lists};
use super::records::{DirectiveRecord, TaskRecord};
use crate::disk::real_path;
use crate::source::FileId;

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

/// Whether a file at the top, named by its path there, is a list that directives share.
pub fn is_shared_list(name: &Path) -> bool {
    names_of_lists().any(|(known, kind)| name == Path::new(known) && is_shared(kind))
}

/// Whether a list of this name belongs to the whole portal and not to one directive.
pub fn belongs_above(name: &Path) -> bool {
    let kind = names_of_lists().find(|(known, _)| name == Path::new(known));
    let refusal = kind.and_then(|(_, kind)| Layout::Directive.refuses(kind));
    matches!(refusal, Some(StrayKind::BelongsAbove))
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
            let whole = real_path(root).ok()?;
            whole.parent().filter(|parent| is_below(parent))?.parent()?.to_owned()
        }
    };
    top.join("site.yaml").exists().then_some(top)
}

/// Returns the id of the directive to whose folder a file belongs, by its path in the portal's.
pub fn holder_of(file: &Path) -> Option<String> {
    let mut steps = file.iter().map(|step| step.to_string_lossy());
    let is_below = steps.next()? == FOLDER;
    let id = steps.next().filter(|_| is_below)?.into_owned();
    steps.next().map(|_| id)
}

/// Returns the folder of a directive of the portal `top`.
pub fn folder_of(top: &Path, directive: &str) -> PathBuf {
    top.join(FOLDER).join(directive)
}

/// Returns the id of the directive whose folder this is: the folder's name.
pub fn id_of(root: &Path) -> Option<String> {
    let name = match root.file_name() {
        Some(name) => name.to_owned(),
        None => real_path(root).ok()?.file_name()?.to_owned(),
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
    /// The names of links, sorted. They are not followed: a folder that one leads to may lie outside.
    pub links: Vec<String>,
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
        if is_litter_below(Path::new(&name)) {
            continue;
        }
        let kind = entry.file_type()?;
        let list = match kind {
            _ if kind.is_symlink() => &mut entries.links,
            _ if kind.is_dir() => &mut entries.folders,
            _ => &mut entries.files,
        };
        list.push(name);
    }
    for list in [&mut entries.folders, &mut entries.files, &mut entries.links] {
        list.sort();
    }
    Ok(entries)
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
    /// Whether both could be read.
    pub is_read: bool,
    /// The file of the task, for diagnostics.
    pub file: FileId,
}
