//! `tiendo schema [DIR]`: writes JSON Schemas of the records for editors. Without a folder, it also
//! writes the settings of VS Code.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Map, Value, json};

use super::report::Report;
use super::trouble::not_created;
use super::{Common, Outcome};
use crate::locale::Locale;
use crate::schema::{self, FileSchema};

/// The folder in which VS Code looks for settings.
pub(super) const EDITOR: &str = ".vscode";
/// The default folder of the schemas.
const SCHEMAS: &str = ".vscode/tiendo";

#[derive(Args)]
pub(super) struct SchemaArguments {
    #[arg(id = "schemas", value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub(super) fn run(
    arguments: &SchemaArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    write(arguments, common, report).map_err(|(path, error)| not_created(&path, &error, report))?;
    Ok(Outcome::Fine)
}

fn write(
    arguments: &SchemaArguments,
    common: &Common,
    report: &Report,
) -> Result<(), (PathBuf, io::Error)> {
    let locale = report.locale();
    let folder = arguments.folder.as_deref().unwrap_or(Path::new(SCHEMAS));
    let schemas = write_schemas(folder, locale)?;
    let args = [("count", schemas.len().into()), ("folder", folder.display().to_string().into())];
    report.text(&locale.format("schema-done", &args));
    if arguments.folder.is_some() {
        return Ok(());
    }
    for (name, text) in editor_files(&schemas, &common.content) {
        let path = Path::new(EDITOR).join(name);
        let args = [("file", path.display().to_string().into())];
        match fs::read_to_string(&path) {
            Ok(there) if there == text => {}
            Ok(_) => {
                report.aside(&locale.format("schema-editor-kept", &args));
                report.aside(&text);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::write(&path, text).map_err(|error| (path.clone(), error))?;
                report.text(&locale.format("schema-editor-done", &args));
            }
            Err(error) => return Err((path, error)),
        }
    }
    Ok(())
}

/// The files that an editor needs for a folder `root` whose records are in `content` below it.
pub(super) fn set_up(root: &Path, locale: &Locale) -> Result<(), (PathBuf, io::Error)> {
    let schemas = write_schemas(&root.join(SCHEMAS), locale)?;
    for (name, text) in editor_files(&schemas, Path::new("content")) {
        let path = root.join(EDITOR).join(name);
        fs::write(&path, text).map_err(|error| (path, error))?;
    }
    Ok(())
}

/// Writes the schemas, replacing older ones.
fn write_schemas(folder: &Path, locale: &Locale) -> Result<Vec<FileSchema>, (PathBuf, io::Error)> {
    fs::create_dir_all(folder).map_err(|error| (folder.to_owned(), error))?;
    let other = Locale::of(if locale.tag() == "vi" { "en" } else { "vi" });
    let schemas = schema::all(locale, other);
    for written in &schemas {
        let path = folder.join(written.file_name());
        fs::write(&path, pretty(&written.schema)).map_err(|error| (path, error))?;
    }
    Ok(schemas)
}

/// Settings and recommended extensions. Paths begin at the opened folder; nothing refers to the
/// network or to absolute paths.
fn editor_files(schemas: &[FileSchema], content: &Path) -> [(&'static str, String); 2] {
    let content = content.display().to_string().replace('\\', "/");
    let content = content.trim_start_matches("./").trim_end_matches('/');
    let of_yaml = schemas.iter().filter(|written| written.files.ends_with(".yaml"));
    let schemas: Map<String, Value> = of_yaml
        .map(|written| {
            let schema = format!("./{SCHEMAS}/{}", written.file_name());
            (schema, json!(format!("{content}/{}", written.files)))
        })
        .collect();
    let settings = json!({
        "[yaml]": {"editor.insertSpaces": true, "editor.tabSize": 2},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "redhat.telemetry.enabled": false,
        "yaml.format.enable": false,
        "yaml.schemaStore.enable": false,
        "yaml.schemas": schemas,
    });
    let extensions = json!({"recommendations": ["redhat.vscode-yaml"]});
    [("settings.json", pretty(&settings)), ("extensions.json", pretty(&extensions))]
}

fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
