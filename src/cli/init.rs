//! `tiendo init DIR`: creates a content folder whose comments explain it, in the language of the
//! terminal. Asks nothing and downloads nothing.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::report::Report;
use super::schema::{EDITOR, set_up};
use super::trouble::not_created;
use crate::content::portal::FOLDER as DIRECTIVES;
use crate::locale::Locale;
use crate::output::interrupt;

#[derive(Args)]
pub(super) struct InitArguments {
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    #[arg(long)]
    portal: bool,
}

macro_rules! starter {
    ($language:literal: $($name:literal)*) => {
        &[$((
            $name,
            include_str!(concat!("../../locales/", $language, "/starter/", $name)),
        )),*]
    };
}

/// The files of a new folder, below `content/`: Vietnamese, the language of the offices.
const VIETNAMESE: &[(&str, &str)] = starter!["vi":
    "agencies.yaml"
    "directive.yaml"
    "documents.yaml"
    "notes/2025-02-28-kich-ban-tang-truong.md"
    "places.yaml"
    "publications.yaml"
    "site.yaml"
    "tasks/1.1.yaml"
];

/// The files of a new folder for an office that writes English.
const ENGLISH: &[(&str, &str)] = starter!["en":
    "agencies.yaml"
    "directive.yaml"
    "documents.yaml"
    "notes/2025-02-28-growth-scenario.md"
    "places.yaml"
    "publications.yaml"
    "site.yaml"
    "tasks/1.1.yaml"
];

/// The id of the directive in a new portal.
const STARTER: &str = "kh-01-2025";

pub(super) fn run(arguments: &InitArguments, report: &Report) -> Result<Outcome, Outcome> {
    let folder = &arguments.folder;
    let locale = report.locale();
    let args = [("folder", folder.display().to_string().into())];
    if !lay_down(folder, arguments.portal, locale)
        .map_err(|(path, error)| not_created(&path, &error, report))?
    {
        report.failure(&locale.format("init-not-empty", &args));
        return Err(Outcome::WrongUse);
    }
    report.text(&locale.format("init-done", &args));
    Ok(Outcome::Fine)
}

/// The place of a file of the starter and its text: in a portal, what belongs to the directive is in a
/// folder of its own. `None` if a portal has no such file.
fn placed<'s>(
    name: &'s str,
    text: &'s str,
    portal: bool,
    locale: &Locale,
) -> Option<(Cow<'s, str>, Cow<'s, str>)> {
    let of_directive =
        name == "directive.yaml" || name.starts_with("tasks/") || name.starts_with("notes/");
    match name {
        _ if !portal => Some((name.into(), text.into())),
        "publications.yaml" => None,
        "site.yaml" => {
            // The directive has a title of its own.
            let line = text.lines().find(|line| line.starts_with("title:"))?;
            let title = format!("title: {}", locale.text("init-portal-title"));
            Some((name.into(), text.replacen(line, &title, 1).into()))
        }
        _ if of_directive => Some((format!("{DIRECTIVES}/{STARTER}/{name}").into(), text.into())),
        _ => Some((name.into(), text.into())),
    }
}

/// Writes the files into a folder that does not exist or is empty. Returns `false` if it has other
/// contents. The files are written beside the folder and moved in one step, so that a failure
/// leaves nothing half done.
fn lay_down(folder: &Path, portal: bool, locale: &Locale) -> Result<bool, (PathBuf, io::Error)> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| (path, error)
    };
    let _hold = interrupt::hold();
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let content = folder.join("content");
    if fs::read_dir(folder).map_err(failed(folder))?.next().is_some() {
        return Ok(false);
    }
    let staging = tempfile::Builder::new().prefix(".tiendo-").tempdir_in(folder);
    let staging = staging.map_err(failed(folder))?;
    let staged = staging.path().join("content");
    let starter = if locale.tag() == "en" { ENGLISH } else { VIETNAMESE };
    for (name, text) in starter {
        let Some((name, text)) = placed(name, text, portal, locale) else { continue };
        let path = staged.join(&*name);
        let parent = path.parent().unwrap_or(&staged);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, &*text))
            .map_err(failed(&path))?;
    }
    let attachments = staged.join("attachments");
    fs::create_dir(&attachments).map_err(failed(&attachments))?;
    set_up(staging.path(), locale)?;
    let editor = folder.join(EDITOR);
    fs::rename(staging.path().join(EDITOR), &editor).map_err(failed(&editor))?;
    fs::rename(&staged, &content).map_err(failed(&content))?;
    Ok(true)
}
