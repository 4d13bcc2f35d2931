//! Writes a content folder of any size: `cargo bench --bench generate -- DIR TASKS NOTES
//! [DIRECTIVES]`, the last for a portal with as many directives of this size.

#![allow(clippy::print_stderr, reason = "a tool that says how it is used")]

#[expect(dead_code, reason = "changing a note is for benches of stages")]
mod content;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let ([folder, tasks, notes] | [folder, tasks, notes, _]) = &arguments[..] else {
        // `cargo bench` runs every bench; without a folder there is nothing to do.
        eprintln!("generate: DIR TASKS NOTES [DIRECTIVES]");
        return ExitCode::SUCCESS;
    };
    let (Ok(tasks), Ok(notes)) = (tasks.parse(), notes.parse()) else {
        eprintln!("generate: {tasks} and {notes} should be numbers");
        return ExitCode::FAILURE;
    };
    let size = content::Size { tasks, notes };
    let directives = arguments.get(3).and_then(|directives| directives.parse().ok());
    let written = match directives {
        Some(directives) => content::write_portal(Path::new(folder), size, directives),
        None => content::write(Path::new(folder), size),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {folder}: {error}");
            ExitCode::FAILURE
        }
    }
}
