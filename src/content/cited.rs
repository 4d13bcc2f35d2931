//! Tasks of other directives of a portal that records cite.

use std::collections::BTreeSet;
use std::path::Path;

use super::portal::{CitedTask, Layout, entries, folder_of, top_of};
use super::records::{DirectiveRecord, TaskRecord, UpdateRecord};
use super::{Content, files, open, yaml};
use crate::source::{FileId, SourceFile, Sources};

impl Content {
    /// Reads the tasks of other directives that the records cite, and those that have replaced them.
    /// What is not there is left out, so that the reference is reported.
    pub(super) fn cite(&mut self, root: &Path, sources: &mut Sources) {
        let Some(top) = top_of(root).filter(|_| self.layout == Layout::Directive) else { return };
        let mut cited = self.cited();
        if cited.is_empty() {
            return;
        }
        let known = entries(&top).unwrap_or_default().folders;
        let mut met = BTreeSet::new();
        while let Some((directive, task)) = cited.pop_first() {
            let is_own = self.id.as_ref() == Some(&directive);
            let is_known = known.contains(&directive) && is_file_name(&task);
            if is_own || !is_known || !met.insert((directive.clone(), task.clone())) {
                continue;
            }
            let file = FileId::nth(sources.iter().count());
            let Some(read) = read_at(&top, &directive, &task, file) else { continue };
            let path = files::shown(&folder_of(&top, &directive), &name_of(&task));
            sources.add(SourceFile::without_text(path));
            cited.extend(read.replaced_by());
            self.elsewhere.push(read);
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
                link.target.strip_prefix("task:").into_iter().for_each(&mut take);
            }
        }
        cited
    }
}

impl CitedTask {
    /// The tasks that have replaced it, by directive and task.
    pub fn replaced_by(&self) -> Vec<(String, String)> {
        let mut updates = self.record.updates.iter().flatten();
        let last = updates.rfind(|update| update.state.is_some());
        let is_replaced =
            |update: &&UpdateRecord| update.state.as_deref().map(str::trim) == Some("superseded");
        let by = last.filter(is_replaced).and_then(|update| update.superseded_by.as_ref());
        let whole = |text: &String| match text.trim().split_once('/') {
            Some((directive, task)) => (directive.to_owned(), task.to_owned()),
            None => (self.directive.clone(), text.trim().to_owned()),
        };
        by.iter().flat_map(|by| &by.values).map(whole).collect()
    }
}

/// Reads a task of a directive of the portal `top`, with its directive. `None` if it is not there.
pub fn read_task(top: &Path, directive: &str, task: &str) -> Option<CitedTask> {
    read_at(top, directive, task, FileId::nth(0))
}

fn read_at(top: &Path, directive: &str, task: &str, file: FileId) -> Option<CitedTask> {
    let folder = folder_of(top, directive);
    if !folder.join(name_of(task)).is_file() {
        return None;
    }
    let of = read::<DirectiveRecord>(&folder, "directive.yaml", file);
    let record = read::<TaskRecord>(&folder, &name_of(task), file);
    let is_read = of.is_some() && record.is_some();
    let (of, record) = (of.unwrap_or_default(), record.unwrap_or_default());
    let (directive, task) = (directive.to_owned(), task.to_owned());
    Some(CitedTask { directive, task, of, record, is_read, file })
}

fn name_of(task: &str) -> String {
    format!("tasks/{task}.yaml")
}

/// Reads a record of another directive.
fn read<T: serde::de::DeserializeOwned>(folder: &Path, name: &str, file: FileId) -> Option<T> {
    let bytes = open::whole(folder, &folder.join(name), files::MAX_RECORD_BYTES).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    yaml::read(text, 0..text.len(), file).0
}

/// Whether a text is the name of a file and no path.
fn is_file_name(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    !text.starts_with('.') && text.bytes().all(plain)
}
