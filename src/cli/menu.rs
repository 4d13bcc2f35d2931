//! The menu that a double click opens, and the handling of a folder, workbook or letter that was dragged
//! onto the program.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, IsTerminal as _};
use std::path::{Path, PathBuf};

use clap::CommandFactory as _;

use super::report::Report;
use super::{Arguments, Outcome};
use crate::pipeline::portal;
use crate::vietnamese::slug;

/// The entries of the menu in order: the key of the text, the command, and what it works on in a
/// portal. Commands that this program was built without are left out.
const ITEMS: [(&str, &[&str], Scope); 12] = [
    ("menu-edit", &["edit", "--open"], Scope::Either),
    ("menu-check", &["check"], Scope::Portal),
    ("menu-build", &["build"], Scope::Portal),
    ("menu-serve", &["serve", "--open"], Scope::Portal),
    ("menu-package", &["package"], Scope::Portal),
    ("menu-publish", &["publish"], Scope::Portal),
    ("menu-update", &["update"], Scope::Directive),
    ("menu-undo", &["undo"], Scope::Either),
    ("menu-status", &["status"], Scope::Directive),
    ("menu-remind", &["remind"], Scope::Directive),
    ("menu-report", &["report"], Scope::Directive),
    ("menu-export", &["export"], Scope::Directive),
];

/// What a command works on in a portal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// All directives at once.
    Portal,
    /// One directive, which is asked for.
    Directive,
    /// One directive, or what the directives share.
    Either,
}

/// What the program was started with, if not with a command.
pub(super) enum Start {
    /// No arguments.
    Bare,
    /// An existing folder.
    Folder(PathBuf),
    /// An existing workbook.
    Workbook(PathBuf),
    /// A directive as Word or plain text.
    Letter(PathBuf),
}

/// Recognises arguments without a command: none, or one existing folder, workbook or letter,
/// with or without `--lang` and its value.
pub(super) fn start(arguments: &[OsString]) -> Option<Start> {
    let mut given = Vec::new();
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        match argument.to_str() {
            Some("--lang") => drop(rest.next()),
            Some(text) if text.starts_with("--lang=") => {}
            _ => given.push(argument.as_os_str()),
        }
    }
    match given.as_slice() {
        [] => Some(Start::Bare),
        [one] => dragged(one),
        _ => None,
    }
}

/// Runs the menu until the user leaves it. `None` if there is no terminal to ask.
pub(super) fn run(
    start: &Start,
    report: &Report,
    again: impl Fn(&[OsString]) -> Outcome,
) -> Option<Outcome> {
    if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
        return None;
    }
    let menu = Menu { report, again: &again };
    match start {
        Start::Workbook(file) => {
            let outcome = menu.tiendo(&[OsStr::new("import"), file.as_os_str()]);
            menu.answer("menu-close");
            Some(outcome)
        }
        Start::Letter(letter) => match menu.drafted(letter) {
            Some(folder) => Some(menu.open(&folder)),
            None => {
                menu.answer("menu-close");
                Some(Outcome::WrongUse)
            }
        },
        Start::Folder(folder) => Some(menu.open(folder)),
        Start::Bare => Some(menu.open(Path::new("."))),
    }
}

struct Menu<'a> {
    report: &'a Report,
    again: &'a dyn Fn(&[OsString]) -> Outcome,
}

impl Menu<'_> {
    /// Finds the content folder, asking for it if necessary, and offers the commands for it.
    fn open(&self, folder: &Path) -> Outcome {
        let mut folder = folder.to_owned();
        loop {
            if let Some((root, content)) = records(&folder) {
                // The site and the zip are written beside the content.
                if std::env::set_current_dir(&root).is_ok() {
                    return self.offer(&content);
                }
            }
            let whole = std::path::absolute(&folder).unwrap_or_else(|_| folder.clone());
            let shown = [("folder", whole.display().to_string().into())];
            self.report.aside(&self.report.locale().format("menu-no-content", &shown));
            let Some(answer) = self.answer("menu-where") else { return Outcome::Fine };
            // Terminals put quotation marks around dragged paths.
            let wanted = PathBuf::from(answer.trim_matches(['"', '\'']));
            if is_letter(&wanted) {
                folder = self.drafted(&wanted).unwrap_or(folder);
                continue;
            }
            if !wanted.exists() {
                let made = self.tiendo(&[OsStr::new("init"), wanted.as_os_str()]);
                if made != Outcome::Fine {
                    continue;
                }
            }
            folder = wanted;
        }
    }

    /// Drafts the records of a letter in a folder of its name beside it.
    fn drafted(&self, letter: &Path) -> Option<PathBuf> {
        let name = slug(&letter.file_stem()?.to_string_lossy());
        let folder = letter.with_file_name(if name.is_empty() { "tien-do" } else { &name });
        let content = folder.join("content");
        let output = OsStr::new("--output");
        let made =
            self.tiendo(&[OsStr::new("draft"), letter.as_os_str(), output, content.as_os_str()]);
        (made == Outcome::Fine).then_some(folder)
    }

    /// Builds the site and publishes it to the folder or target that is named.
    fn publish(&self, content: &OsStr) -> Outcome {
        let content = [OsStr::new("--content"), content];
        let built = self.tiendo(&[&[OsStr::new("build")], &content[..]].concat());
        if built != Outcome::Fine {
            return built;
        }
        let mut words = vec![OsString::from("publish")];
        if let Some(answer) = self.answer("menu-publish-where") {
            let typed = answer.trim_matches(['"', '\'']);
            // A folder is told from the name of a target by a slash.
            let is_name = !typed.contains(['/', '\\']) && Path::new(typed).is_dir();
            words.push(if is_name { format!("./{typed}") } else { typed.to_owned() }.into());
        }
        words.extend(content.map(OsStr::to_owned));
        self.tiendo(&words.iter().map(OsString::as_os_str).collect::<Vec<_>>())
    }

    fn offer(&self, content: &OsStr) -> Outcome {
        let known = Arguments::command();
        let items: Vec<_> = ITEMS
            .iter()
            .filter(|(_, words, _)| known.find_subcommand(words[0]).is_some())
            .collect();
        let is_portal = portal::is_portal(Path::new(content));
        let mut outcome = Outcome::Fine;
        loop {
            let place = std::env::current_dir().unwrap_or_default().join(content);
            let args = [("folder", place.display().to_string().into())];
            self.report.aside(&self.report.locale().format("menu-title", &args));
            for (n, (key, ..)) in items.iter().enumerate() {
                self.report.aside(&format!("  {}  {}", n + 1, self.report.locale().text(key)));
            }
            let Some(answer) = self.answer("menu-choose") else { return outcome };
            let chosen = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            let Some((_, words, scope)) = chosen.and_then(|n| items.get(n)) else {
                if answer == "0" {
                    return outcome;
                }
                self.report.aside(&self.report.locale().text("menu-no-such"));
                continue;
            };
            if words[0] == "publish" {
                outcome = self.publish(content);
                self.report.aside("");
                continue;
            }
            let mut words: Vec<&OsStr> = words.iter().map(OsStr::new).collect();
            words.extend([OsStr::new("--content"), content]);
            let directive = match *scope {
                scope if is_portal && scope != Scope::Portal => {
                    let Some(chosen) = self.directive(content, scope) else { continue };
                    chosen
                }
                _ => None,
            };
            words.extend(
                directive.iter().flat_map(|id| [OsStr::new("--directive"), OsStr::new(id)]),
            );
            outcome = self.tiendo(&words);
            self.report.aside("");
        }
    }

    /// Asks for a directive of the portal. `Some(None)` means what the directives share; `None`, that
    /// nothing was chosen.
    fn directive(&self, content: &OsStr, scope: Scope) -> Option<Option<String>> {
        let locale = self.report.locale();
        let ids = portal::directives(Path::new(content)).unwrap_or_default();
        let shared = (scope == Scope::Either).then(|| locale.text("menu-shared"));
        for (n, name) in shared.iter().chain(&ids).enumerate() {
            self.report.aside(&format!("  {}  {name}", n + 1));
        }
        let answer = self.answer("menu-choose-directive")?;
        let place = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let own = match place {
            Some(0) if shared.is_some() => return Some(None),
            Some(place) => ids.get(place - usize::from(shared.is_some())),
            None => ids.iter().find(|id| **id == answer),
        };
        if own.is_none() {
            self.report.aside(&locale.text("menu-no-such"));
        }
        own.cloned().map(Some)
    }

    /// Runs a command as if it had been typed.
    fn tiendo(&self, words: &[&OsStr]) -> Outcome {
        let mut arguments = vec![OsString::from("tiendo")];
        arguments.extend(words.iter().map(OsString::from));
        arguments.extend(["--lang", self.report.locale().tag()].map(OsString::from));
        (self.again)(&arguments)
    }

    /// The line that was typed. `None` for an empty line.
    fn answer(&self, key: &str) -> Option<String> {
        self.report.question(&self.report.locale().text(key));
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line).ok()?;
        let line = line.trim();
        (read > 0 && !line.is_empty()).then(|| line.to_owned())
    }
}

/// The existing folder, workbook or letter that a single argument names, if it is not a command.
fn dragged(argument: &OsStr) -> Option<Start> {
    let path = PathBuf::from(argument);
    let known = Arguments::command();
    let is_command = argument.to_str().is_some_and(|word| known.find_subcommand(word).is_some());
    let is_flag = argument.to_str().is_some_and(|word| word.starts_with('-'));
    if is_command || is_flag {
        return None;
    }
    if path.is_dir() {
        return Some(Start::Folder(path));
    }
    if is_letter(&path) {
        return Some(Start::Letter(path));
    }
    let workbook = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    (workbook && path.is_file() && known.find_subcommand("import").is_some())
        .then_some(Start::Workbook(path))
}

/// Whether a path is that of a directive that can be drafted from.
fn is_letter(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_lowercase();
    path.is_file() && matches!(ending.as_str(), "docx" | "txt")
}

/// The folder to work in, and the name of the content folder inside it.
fn records(folder: &Path) -> Option<(PathBuf, OsString)> {
    let holds =
        |folder: &Path| folder.join("directive.yaml").is_file() || portal::is_portal(folder);
    if holds(&folder.join("content")) {
        return Some((folder.to_owned(), OsString::from("content")));
    }
    let whole = std::path::absolute(folder).ok().filter(|folder| holds(folder))?;
    Some((whole.parent()?.to_owned(), whole.file_name()?.to_owned()))
}
