//! Adds the records that an office's list has and the content does not.

use std::fs;
use std::path::{Path, PathBuf};

use super::ledgers::Record;
use super::propose::{new_errors, path_of};
use super::{Loaded, load_instead};
use crate::content::portal::top_of;
use crate::content::records::{AgencyRecord, DirectiveRecord};
use crate::content::{Instead, LoadError};
use crate::diagnostic::{Diagnostics, Edit};
use crate::draft::due_value;
use crate::fix::entry::{id, scalar};
use crate::fix::{apply, list};
use crate::import::{NewRecords, NewTask};
use crate::output::journal::FileChange;

/// New records, and what they do to the content. Nothing is written yet.
#[derive(Debug)]
pub struct Growth {
    /// Files that are there and get longer.
    pub grown: Vec<Record>,
    /// Files that are new, with their texts.
    pub created: Vec<(PathBuf, String)>,
    /// Files that only their authors should continue, by the path that diagnostics show.
    pub refused: Vec<String>,
    /// In a portal, the file that its directives share, and what has to be added to it first.
    pub shared: Option<(PathBuf, String)>,
    /// The content as it would be.
    pub loaded: Loaded,
    /// Errors that were not there before.
    pub new_errors: Diagnostics,
}

impl Growth {
    /// The changes of all files.
    pub fn changes(&self) -> Vec<FileChange> {
        let created = self.created.iter().map(|(path, text)| FileChange {
            path: path.clone(),
            old: None,
            new: Some(text.clone().into_bytes()),
        });
        self.grown.iter().map(Record::change).chain(created).collect()
    }
}

/// Writes the texts of new records and reads the whole folder with them in place.
///
/// # Errors
///
/// If the folder itself cannot be read.
pub fn grow(root: &Path, before: &Loaded, new: &NewRecords) -> Result<Growth, LoadError> {
    let mut files = Files::default();
    let priorities: Vec<String> = new
        .priorities
        .iter()
        .map(|one| {
            let number = one.number.as_deref().map(|number| format!("number: {}\n", id(number)));
            let title = scalar(&one.title, false);
            format!("id: {}\n{}title: {title}", id(&one.id), number.unwrap_or_default())
        })
        .collect();
    let agencies: Vec<String> = new
        .agencies
        .iter()
        .map(|one| {
            let short =
                one.short.as_deref().map(|short| format!("\nshort: {}", scalar(short, false)));
            let name = scalar(&one.name, false);
            format!("id: {}\nname: {name}{}", id(&one.id), short.unwrap_or_default())
        })
        .collect();
    let of_directive =
        |text: &str| list::append::<DirectiveRecord>(text, "priorities", &priorities);
    let of_agencies = |text: &str| list::append::<Vec<AgencyRecord>>(text, "", &agencies);
    if !priorities.is_empty() {
        register(root, "directive.yaml", of_directive, &mut files);
    }
    // The directives of a portal share the list of agencies; nothing is written there unasked.
    let top = top_of(root).filter(|_| !agencies.is_empty());
    if !agencies.is_empty() && top.is_none() {
        register(root, "agencies.yaml", of_agencies, &mut files);
    }
    for one in &new.tasks {
        files.created.push((root.join("tasks").join(format!("{}.yaml", one.id)), task(one)));
    }
    let Files { grown, created, refused } = files;
    let longer = grown.iter().map(|one| (one.path.clone(), Some(one.new.clone().into_bytes())));
    let added = created.iter().map(|(path, text)| (path.clone(), Some(text.clone().into_bytes())));
    let instead: Instead = longer.chain(added).collect();
    let loaded = load_instead(root, &instead)?;
    let mut new_errors = new_errors(before, &loaded);
    let shared = top.map(|top| {
        // What they name is not there yet.
        new_errors = Diagnostics::default();
        (top.join("agencies.yaml"), list::append::<Vec<AgencyRecord>>("", "", &agencies))
    });
    let shared = shared.and_then(|(path, edit)| Some((path, apply("", vec![edit?]))));
    Ok(Growth { grown, created, refused, shared, loaded, new_errors })
}

/// The files that change.
#[derive(Default)]
struct Files {
    grown: Vec<Record>,
    created: Vec<(PathBuf, String)>,
    refused: Vec<String>,
}

/// Makes a register longer, or creates it.
fn register(root: &Path, name: &str, edit: impl Fn(&str) -> Option<Edit>, files: &mut Files) {
    let path = path_of(root, name).unwrap_or_else(|| root.join(name));
    let there = fs::read(&path).ok();
    let was = match &there {
        None => Some(""),
        Some(bytes) => std::str::from_utf8(bytes).ok(),
    };
    let longer = was.and_then(|was| Some(apply(was, vec![edit(was)?])));
    match (longer, there) {
        (Some(new), None) => files.created.push((path, new)),
        (Some(new), Some(old)) => {
            files.grown.push(Record { path, shown: name.to_owned(), old, new });
        }
        (None, _) => files.refused.push(name.to_owned()),
    }
}

/// Returns the text of a task.
fn task(task: &NewTask) -> String {
    let ids = |all: &[String]| match all {
        [] => None,
        [one] => Some(id(one)),
        many => {
            let ids: Vec<String> = many.iter().map(|one| id(one)).collect();
            Some(format!("[{}]", ids.join(", ")))
        }
    };
    let lead = ids(&task.leads).map(|lead| format!("{lead}\nlead_source: office"));
    let support = (!task.supports.is_empty()).then(|| {
        let ids: Vec<String> = task.supports.iter().map(|one| id(one)).collect();
        format!("[{}]", ids.join(", "))
    });
    let fields = [
        ("priority", Some(id(&task.priority))),
        ("number", task.number.as_deref().map(id)),
        ("title", Some(scalar(&task.title, false))),
        ("kind", Some(task.kind.to_owned())),
        ("product", task.product.as_deref().map(|product| scalar(product, false))),
        ("lead", lead),
        ("support", support),
        ("due", task.due.as_ref().map(due_value)),
        ("report_every", task.report_every.map(str::to_owned)),
        ("visibility", task.restricted.then(|| "status_only".to_owned())),
    ];
    let written = fields.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
    written.map(|(key, value)| format!("{key}: {value}\n")).collect()
}
