//! `tiendo completions SHELL` and `tiendo man DIR`: the words of `--help` for shells and for `man`.

use std::fs;
use std::io;
use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;
use clap_mangen::Man;

use super::report::Report;
use super::trouble::not_created;
use super::{Outcome, command};
use crate::locale::Locale;

#[derive(Args)]
pub(super) struct CompletionsArguments {
    #[arg(value_name = "bash|zsh|fish|powershell|elvish")]
    shell: Shell,
}

#[derive(Args)]
pub(super) struct ManArguments {
    #[arg(id = "pages", value_name = "DIR")]
    folder: PathBuf,
}

/// Prints a script that completes commands and options.
pub(super) fn run(arguments: &CompletionsArguments, report: &Report) -> Result<Outcome, Outcome> {
    let mut script = Vec::new();
    let mut command = command(report.locale());
    clap_complete::generate(arguments.shell, &mut command, "tiendo", &mut script);
    report.text(&String::from_utf8_lossy(&script));
    Ok(Outcome::Fine)
}

/// Writes the manual in both languages, as `man` looks for it: `DIR/man1`, `DIR/vi/man1`.
pub(super) fn man(arguments: &ManArguments, report: &Report) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let pages = ["vi", "en"].into_iter().flat_map(|tag| {
        let folder = arguments.folder.join(if tag == "en" { "man1" } else { "vi/man1" });
        manual(Locale::of(tag)).into_iter().map(move |(name, page)| (folder.join(name), page))
    });
    let mut count = 0usize;
    for (path, page) in pages {
        let folder = path.parent().unwrap_or(&arguments.folder);
        let written = fs::create_dir_all(folder).and(page).and_then(|page| fs::write(&path, page));
        written.map_err(|error| not_created(&path, &error, report))?;
        count += 1;
    }
    let folder = arguments.folder.display().to_string();
    report.text(&locale.format("man-done", &[("count", count.into()), ("folder", folder.into())]));
    Ok(Outcome::Fine)
}

/// A page for the program and one for each command.
fn manual(locale: &Locale) -> Vec<(String, io::Result<String>)> {
    let mut whole = command(locale);
    whole.build();
    let commands = whole.get_subcommands().map(|sub| {
        let name = format!("tiendo-{}", sub.get_name());
        (format!("{name}.1"), page(sub.clone().name(name.clone()).display_name(name), locale))
    });
    let mut pages: Vec<_> = commands.collect();
    pages.push(("tiendo.1".to_owned(), page(whole, locale)));
    pages
}

fn page(command: clap::Command, locale: &Locale) -> io::Result<String> {
    let mut roff = Vec::new();
    Man::new(command).manual("tiendo").render(&mut roff)?;
    let text = String::from_utf8_lossy(&roff);
    // The headings that the crate writes itself; those of arguments are ours already.
    let headings = ["NAME", "SYNOPSIS", "DESCRIPTION", "VERSION"];
    let lines = text.lines().map(|line| match line.strip_prefix(".SH ") {
        Some(heading) if headings.contains(&heading) => {
            format!(".SH \"{}\"\n", locale.text(&format!("man-{}", heading.to_lowercase())))
        }
        _ => format!("{line}\n"),
    });
    Ok(lines.collect())
}
