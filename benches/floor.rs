//! The lower bound for any generator: `cargo bench --bench floor -- write FROM TO` only writes the
//! files of one folder into another, and `read FROM` reads and hashes them. Prints CPU and wall
//! seconds of the writing or the reading alone.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool that says what it measured")]

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use tiendo::output::manifest::sha256;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let measured = match arguments[..] {
        ["write", from, to] => write(Path::new(from), Path::new(to)),
        ["read", from] => read_and_hash(Path::new(from)),
        _ => {
            // `cargo bench` runs every bench; without a folder there is nothing to do.
            eprintln!("floor: write FROM TO, or read FROM");
            return ExitCode::SUCCESS;
        }
    };
    match measured {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("floor: {error}");
            ExitCode::FAILURE
        }
    }
}

fn read_and_hash(from: &Path) -> io::Result<String> {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    read(from, Path::new(""), &mut folders, &mut files)?;
    for (_, bytes) in &files {
        black_box(sha256(bytes));
    }
    let bytes = files.iter().map(|(_, bytes)| bytes.len()).sum();
    Ok(told(files.len(), bytes, cpu_seconds() - cpu, start.elapsed().as_secs_f64()))
}

fn write(from: &Path, to: &Path) -> io::Result<String> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    read(from, Path::new(""), &mut folders, &mut files)?;
    let (start, cpu) = (Instant::now(), cpu_seconds());
    fs::create_dir_all(to)?;
    for folder in &folders {
        fs::create_dir(to.join(folder))?;
    }
    let mut bytes = 0;
    for (path, text) in &files {
        fs::write(to.join(path), text)?;
        bytes += text.len();
    }
    Ok(told(files.len(), bytes, cpu_seconds() - cpu, start.elapsed().as_secs_f64()))
}

fn told(files: usize, bytes: usize, cpu: f64, wall: f64) -> String {
    format!("{{\"files\": {files}, \"bytes\": {bytes}, \"cpu\": {cpu:.3}, \"wall\": {wall:.3}}}")
}

/// A file with its bytes.
type Copied = (PathBuf, Vec<u8>);

fn read(
    root: &Path,
    below: &Path,
    folders: &mut Vec<PathBuf>,
    files: &mut Vec<Copied>,
) -> io::Result<()> {
    let mut entries: Vec<_> = fs::read_dir(root.join(below))?.collect::<io::Result<_>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            folders.push(path.clone());
            read(root, &path, folders, files)?;
        } else {
            files.push((path, fs::read(entry.path())?));
        }
    }
    Ok(())
}

/// CPU time of this process, which has one thread. Only known on Linux, 0 elsewhere.
fn cpu_seconds() -> f64 {
    let text = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let first = text.split_whitespace().next().and_then(|n| n.parse::<f64>().ok());
    first.unwrap_or_default() / 1e9
}
