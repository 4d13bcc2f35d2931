//! Finds the directive of a portal that a command works on.
//!
//! The folder of a directive can be given wherever a content folder can, so a command need not know
//! of portals: it is given that folder.

use super::report::Report;
use super::{Command, Common, Outcome, unreadable};
use crate::content::portal::{folder_of, top_of};
use crate::diagnostic::nearest;
use crate::disk::real_path;
use crate::model::settings::directive_option;
use crate::pipeline::portal;

/// Points `common` to the folder of the directive that `--directive` or the id of a task names. Fails
/// if the command needs one directive and none is named.
pub(super) fn find(
    command: &mut Command,
    common: &mut Common,
    report: &Report,
) -> Result<(), Outcome> {
    let needs_content = !matches!(
        command,
        Command::Completions(_)
            | Command::Draft(_)
            | Command::Init(_)
            | Command::Man(_)
            | Command::Verify(_)
    );
    if !needs_content || !portal::is_portal(&common.content) {
        if common.directive.is_some() {
            report.failure(&report.locale().text("directive-no-portal"));
            return Err(Outcome::WrongUse);
        }
        if let (true, Some(top)) = (makes_whole_site(command), top_of(&common.content)) {
            let args = [("top", top.display().to_string().into())];
            report.failure(&report.locale().format("directive-alone", &args));
            return Err(Outcome::WrongUse);
        }
        return Ok(());
    }
    let ids = portal::directives(&common.content).map_err(|error| unreadable(&error, report))?;
    let named = match common.directive.take() {
        Some(named) => Some(named),
        None => of_task(command, &common.content, &ids).map_err(|several| {
            let args = [("known", several.join(", ").into())];
            report.failure(&report.locale().format("directive-several", &args));
            Outcome::WrongUse
        })?,
    };
    let Some(id) = named else {
        return if works_on_all(command) { Ok(()) } else { Err(unnamed(&ids, report)) };
    };
    if !ids.contains(&id) {
        let args = [("id", (&id).into()), ("known", ids.join(", ").into())];
        report.failure(&report.locale().format("directive-unknown", &args));
        if let Some(near) = nearest(&id, ids.iter().map(String::as_str)) {
            report.aside(&report.locale().format("did-you-mean", &[("suggestion", near.into())]));
        }
        return Err(Outcome::WrongUse);
    }
    if makes_whole_site(command) {
        report.failure(&report.locale().text("directive-whole-site"));
        return Err(Outcome::WrongUse);
    }
    common.content = folder_of(&common.content, &id);
    Ok(())
}

/// What follows a command that a message names, so that it works on the same directive: empty outside
/// portals.
pub(super) fn option(common: &Common) -> String {
    directive_option(id(common).as_deref())
}

/// The id that the command line has for a task: in a portal, with that of the directive.
pub(super) fn task(common: &Common, task: &str) -> String {
    id(common).map_or_else(|| task.to_owned(), |id| format!("{id}/{task}"))
}

/// The directive of a portal that the content folder holds.
fn id(common: &Common) -> Option<String> {
    let folder = top_of(&common.content).and_then(|_| real_path(&common.content).ok())?;
    Some(folder.file_name()?.to_string_lossy().into_owned())
}

/// Whether a command makes or changes the site of the whole portal.
fn makes_whole_site(command: &Command) -> bool {
    matches!(command, Command::Build(_) | Command::Publish(_) | Command::Rollback(_))
}

/// Whether a command works on all directives at once, or on what they share.
fn works_on_all(command: &Command) -> bool {
    matches!(
        command,
        Command::Build(_)
            | Command::Check(_)
            | Command::Package(_)
            | Command::Publish(_)
            | Command::Rollback(_)
            | Command::Schema(_)
            | Command::Undo(_)
    ) || is_served(command)
}

#[cfg(feature = "serve")]
fn is_served(command: &Command) -> bool {
    matches!(command, Command::Edit(_) | Command::Serve(_))
}

/// This program has no preview and no editor.
#[cfg(not(feature = "serve"))]
fn is_served(_: &Command) -> bool {
    false
}

/// The directive that the id of a task names: `kh-58-2023/1.3`, or `1.3` if only one directive has a
/// task of this id. The command is left with the task's own id. Fails with the tasks that the id may
/// mean, if there are several.
fn of_task(
    command: &mut Command,
    content: &std::path::Path,
    ids: &[String],
) -> Result<Option<String>, Vec<String>> {
    let task = match command {
        Command::Explain(arguments) => Some(arguments.task()),
        Command::Extend(arguments) => arguments.task(),
        Command::Update(arguments) => arguments.task(),
        _ => None,
    };
    let Some(task) = task else { return Ok(None) };
    if let Some((directive, own)) = task.split_once('/') {
        let directive = directive.trim().to_owned();
        *task = own.trim().to_owned();
        return Ok(Some(directive));
    }
    let own = task.trim();
    let file = format!("{own}.yaml");
    let having: Vec<&String> = (ids.iter())
        .filter(|id| folder_of(content, id).join("tasks").join(&file).is_file())
        .collect();
    match having.as_slice() {
        [] => Ok(None),
        [one] => Ok(Some((*one).clone())),
        several => Err(several.iter().map(|id| format!("{id}/{own}")).collect()),
    }
}

/// Prints that a directive has to be named.
fn unnamed(ids: &[String], report: &Report) -> Outcome {
    report
        .failure(&report.locale().format("directive-unnamed", &[("known", ids.join(", ").into())]));
    Outcome::WrongUse
}
