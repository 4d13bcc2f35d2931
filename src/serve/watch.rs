//! Reports which files of the content folder changed, once they are complete. The only file that
//! knows notify.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Config, Event, EventKind, PollWatcher, RecursiveMode, Watcher};

use crate::content::files::is_litter_below;
use crate::content::portal::{is_shared_list, top_of};

/// Delay after a file was closed, moved or deleted: it is complete, so only simultaneous changes
/// are awaited.
const MOMENT: Duration = Duration::from_millis(3);
/// Delay after a write to a file that is still open, which may be incomplete.
const QUIET: Duration = Duration::from_millis(25);
/// Maximum delay, however busy the folder is.
const LONGEST: Duration = Duration::from_millis(250);
/// Interval at which interruptions and a vanished folder are noticed.
const LOOK: Duration = Duration::from_millis(500);
/// Interval at which files are compared where the system reports no changes.
const POLL: Duration = Duration::from_millis(1_000);

/// The changes since the last report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Changed files, relative to the content folder.
    pub(super) files: BTreeSet<PathBuf>,
    /// Whether the whole folder has to be read: the change is unknown, or the folder itself came or
    /// went.
    pub(super) whole: bool,
    /// Whether the operator's templates changed.
    pub(super) templates: bool,
}

impl Changes {
    fn is_empty(&self) -> bool {
        *self == Changes::default()
    }
}

/// Watches a content folder, its parent, the lists that a directive shares with others, and the
/// operator's templates.
pub(super) struct Watch {
    watcher: Box<dyn Watcher + Send>,
    events: Receiver<notify::Result<Event>>,
    polls: bool,
    content: Folder,
    /// The top of the portal, if the content is a directive's.
    top: Option<Folder>,
    templates: Option<Folder>,
}

/// A watched folder.
struct Folder {
    /// The path that is watched.
    path: PathBuf,
    /// The path as events may name it.
    names: Vec<PathBuf>,
    is_there: bool,
}

/// How close to completion a changed file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Writing,
    Whole,
}

impl Watch {
    /// Starts to watch.
    pub(super) fn new(content: &Path, templates: Option<&Path>) -> io::Result<Self> {
        let (sender, events) = channel();
        let mut watch = Watch {
            watcher: Box::new(notify::recommended_watcher(sender).map_err(plain)?),
            events,
            polls: false,
            content: Folder::new(content)?,
            top: top_of(content).map(|top| Folder::new(&top)).transpose()?,
            templates: templates.map(Folder::new).transpose()?,
        };
        if watch.begin().is_err() {
            // Some network drives report no changes, and systems limit watches. Then files are
            // compared.
            let (sender, events) = channel();
            watch.watcher = Box::new(polling(sender)?);
            watch.events = events;
            watch.polls = true;
            watch.begin()?;
        }
        Ok(watch)
    }

    /// Whether files are compared at intervals because the system reports no changes.
    pub(super) fn polls(&self) -> bool {
        self.polls
    }

    /// Waits for the next change. `None` when it is time to stop.
    pub(super) fn next(&mut self, stop: &AtomicBool) -> Option<Changes> {
        let mut changes = Changes::default();
        let mut begun = None;
        let mut stage = Stage::Whole;
        while !stop.load(Ordering::Relaxed) {
            let wait = match begun {
                None => LOOK,
                Some(_) if stage == Stage::Whole => MOMENT,
                Some(_) => QUIET,
            };
            match self.events.recv_timeout(wait) {
                Ok(event) => {
                    if let Some(now) = self.read(event, &mut changes) {
                        stage = now;
                    }
                    if !changes.is_empty() {
                        let begun = *begun.get_or_insert_with(Instant::now);
                        if begun.elapsed() > LONGEST {
                            return Some(changes);
                        }
                    }
                }
                Err(RecvTimeoutError::Timeout) if begun.is_some() => return Some(changes),
                Err(RecvTimeoutError::Timeout) => {
                    if self.content.is_there != self.content.path.is_dir() {
                        self.again();
                        return Some(Changes { whole: true, ..Changes::default() });
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        None
    }

    /// Adds the changes of an event. `None` if it changes nothing.
    fn read(&mut self, event: notify::Result<Event>, changes: &mut Changes) -> Option<Stage> {
        let event = match event {
            Ok(event) if !event.need_rescan() => event,
            _ => {
                changes.whole = true;
                return Some(Stage::Writing);
            }
        };
        let stage = stage(event.kind)?;
        let mut tells = false;
        for path in &event.paths {
            if self.templates.as_ref().is_some_and(|folder| folder.inside(path).is_some()) {
                (changes.templates, tells) = (true, true);
            }
            let shared = self.top.as_ref().and_then(|top| top.inside(path));
            if shared.is_some_and(|inside| is_shared_list(&inside)) {
                (changes.whole, tells) = (true, true);
            }
            match self.content.inside(path) {
                Some(inside) if inside.as_os_str().is_empty() => {
                    // The content folder itself was replaced, so it has to be watched again.
                    if matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_))) {
                        continue;
                    }
                    self.again();
                    (changes.whole, tells) = (true, true);
                }
                Some(inside) if is_litter_below(&inside) => {}
                Some(inside) => {
                    changes.files.insert(inside);
                    tells = true;
                }
                None => {}
            }
        }
        tells.then_some(stage)
    }

    fn begin(&mut self) -> io::Result<()> {
        if let Some(top) = &self.top {
            self.watcher.watch(&top.path, RecursiveMode::NonRecursive).map_err(plain)?;
        }
        for folder in std::iter::once(&mut self.content).chain(&mut self.templates) {
            folder.is_there = folder.path.is_dir();
            if let Some(parent) = folder.path.parent() {
                self.watcher.watch(parent, RecursiveMode::NonRecursive).map_err(plain)?;
            }
            if folder.is_there {
                self.watcher.watch(&folder.path, RecursiveMode::Recursive).map_err(plain)?;
            }
        }
        Ok(())
    }

    /// Watches the content folder that exists now.
    fn again(&mut self) {
        // Fails if the folder that was watched is gone, which needs no message.
        let _ = self.watcher.unwatch(&self.content.path);
        self.content.is_there = self.content.path.is_dir();
        if self.content.is_there {
            let watched = self.watcher.watch(&self.content.path, RecursiveMode::Recursive);
            self.content.is_there = watched.is_ok();
        }
    }
}

impl Folder {
    fn new(path: &Path) -> io::Result<Self> {
        let path = std::path::absolute(path)?;
        let mut names = vec![path.clone()];
        names.extend(path.canonicalize());
        names.dedup();
        Ok(Folder { path, names, is_there: false })
    }

    /// The path inside the folder, relative to it.
    fn inside(&self, path: &Path) -> Option<PathBuf> {
        self.names.iter().find_map(|name| path.strip_prefix(name).ok()).map(Path::to_owned)
    }
}

/// How complete the file of an event is. `None` for events that change nothing, such as reading.
fn stage(kind: EventKind) -> Option<Stage> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Name(_))
        | EventKind::Remove(_) => Some(Stage::Whole),
        EventKind::Access(_)
        | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => None,
        _ => Some(Stage::Writing),
    }
}

fn polling(sender: Sender<notify::Result<Event>>) -> io::Result<PollWatcher> {
    PollWatcher::new(sender, Config::default().with_poll_interval(POLL)).map_err(plain)
}

fn plain(error: notify::Error) -> io::Error {
    match error.kind {
        notify::ErrorKind::Io(error) => error,
        _ => io::Error::other(error.to_string()),
    }
}
