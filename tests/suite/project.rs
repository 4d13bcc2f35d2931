//! A content folder for one test, built file by file and read in process or by the real command.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use tempfile::TempDir;
use tiendo::assess::{self, Assessed, Assessment};
use tiendo::diagnostic::{Diagnostics, Severity};
use tiendo::locale::Locale;
use tiendo::model::Model;
use tiendo::source::Sources;
use tiendo::{check, content};

/// A folder with `content/` and whatever the commands make beside it.
pub(crate) struct Project {
    folder: TempDir,
}

/// The output and exit code of a command.
pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Project {
    /// The smallest content without a diagnostic: a directive of 1 March 2024 with two priorities,
    /// two agencies, two documents, and no task yet.
    pub(crate) fn new() -> Self {
        let project = Project { folder: tempfile::tempdir().unwrap() };
        project
            .file("site.yaml", "title: Tiến độ\npublisher: Văn phòng\ncontact: a@b.example\n")
            .file(
                "directive.yaml",
                "number: 1/KH-UBND\ndate: 2024-03-01\nsubject: Thử nghiệm\nperiod: {from: 2024-03-01, to: 2024-12-31}\n\
                 priorities:\n  - {id: \"1\", title: Một}\n  - {id: \"2\", title: Hai, no_tasks: Chưa giao việc}\n",
            )
            .file(
                "agencies.yaml",
                "- {id: so-a, name: Sở A}\n- {id: so-b, name: Sở B}\n",
            )
            .file("places.yaml", "- {id: huyen-a, name: Huyện A}\n")
            .file(
                "documents.yaml",
                "- {id: bc-1, title: Báo cáo 1}\n- {id: qd-1, title: Quyết định 1}\n",
            )
    }

    /// Adds or replaces a file in `content/`.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// Writes a file in `content/`.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.content().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Adds a task of priority 1, with `lines` after its title and priority.
    pub(crate) fn task(self, id: &str, lines: &str) -> Self {
        let text = format!("priority: \"1\"\ntitle: Việc {id}\n{lines}\n");
        self.file(&format!("tasks/{id}.yaml"), text)
    }

    /// Adds a note with this front matter and body.
    pub(crate) fn note(self, id: &str, front: &str, body: &str) -> Self {
        self.file(&format!("notes/{id}.md"), format!("---\n{front}\n---\n{body}\n"))
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    pub(crate) fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    /// The content, read and linked in process.
    pub(crate) fn load(&self) -> (Model, Sources, Diagnostics) {
        let (records, sources, mut diagnostics) = content::load(&self.content()).unwrap();
        let (model, more) = check::check(&records, &sources);
        diagnostics.append(more);
        diagnostics.sort(&sources);
        (model, sources, diagnostics)
    }

    /// The content, which must be without errors.
    pub(crate) fn model(&self) -> Model {
        let (model, sources, diagnostics) = self.load();
        let errors: Vec<_> = diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?} {sources:?}");
        model
    }

    /// The diagnostics, each as `file:line:col code`, without the folder.
    pub(crate) fn diagnostics(&self) -> Vec<String> {
        let (_, sources, diagnostics) = self.load();
        let root = format!("{}/", self.content().display());
        diagnostics
            .iter()
            .map(|d| {
                for locale in ["vi", "en"].map(Locale::of) {
                    let second = format!("{}.second", d.code);
                    assert!(d.second.is_none() || locale.has(&second), "no message {second}");
                }
                let position = d.position(&sources);
                let path = sources.get(d.place.file).path.replace(&root, "");
                format!("{path}:{}:{} {}", position.line, position.column, d.code)
            })
            .collect()
    }

    pub(crate) fn assess(&self, date: &str) -> Assessment {
        assess::assess(&self.model(), day(date)).unwrap()
    }

    /// The standing of the only task.
    pub(crate) fn judge(&self, date: &str) -> Assessed {
        self.assess(date).tasks.remove(0)
    }

    /// The standing of the only task with its days, such as `overdue 3`.
    pub(crate) fn standing(&self, date: &str) -> String {
        let assessed = self.judge(date);
        let days = assessed.days.map(|days| format!(" {days}")).unwrap_or_default();
        format!("{}{days}", assessed.standing.name())
    }

    /// Runs the real command in the project's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        self.run_with(arguments, &[])
    }

    /// Runs the real command in the project's folder with environment variables.
    pub(crate) fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Answer {
        run_in(self.root(), arguments, environment)
    }
}

/// Runs the real command in a folder.
pub(crate) fn run_in(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Answer {
    let output = Command::new(env!("CARGO_BIN_EXE_tiendo"))
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(folder)
        .output()
        .unwrap();
    Answer {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the real command in a folder, with these lines typed in.
pub(crate) fn answer_in(folder: &Path, arguments: &[&str], typed: &str) -> Answer {
    use std::io::Write as _;
    use std::process::Stdio;
    let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
    command.args(arguments).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    running.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = running.wait_with_output().unwrap();
    Answer {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
