//! The guides are true: every command in `docs/huong-dan.md` and `docs/guide.md` is run, in order and
//! in one folder for each guide, and prints what the guide shows.
//!
//! - ` ```sh ` runs each line. `exit=1` after it is the exit code of the last line, and
//!   `until=TEXT` starts the command, waits for a line with that text, and stops it.
//! - ` ```text ` has lines that the commands before it printed, in this order.
//! - ` ```yaml PATH ` and ` ```txt PATH ` are written into the file.
//!
//! `danh-sach.xlsx`, the reader's own list, lies in the folder from the start.
//! - `` `tiendo …` `` in prose is run in its place.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project::run_in;
use crate::spreadsheets::rows;

const VIETNAMESE: &str = include_str!("../../docs/huong-dan.md");
const ENGLISH: &str = include_str!("../../docs/guide.md");

#[test]
fn every_command_of_the_vietnamese_guide_does_what_the_guide_says() {
    follow(VIETNAMESE);
}

#[test]
fn every_command_of_the_english_guide_does_what_the_guide_says() {
    follow(ENGLISH);
}

/// Does what a guide says, and compares what is printed.
fn follow(guide: &str) {
    let home = tempfile::tempdir().unwrap();
    let list = rows(&[
        &["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        &["I", "Hạ tầng nông thôn", "", ""],
        &["1", "Sửa cầu treo bản Lau", "Phòng Kinh tế và Hạ tầng", "30/6/2025"],
        &["2", "Bê tông hóa 4 km đường bản", "UBND các xã, thị trấn", "Quý IV/2025"],
    ]);
    fs::write(home.path().join("danh-sach.xlsx"), list).unwrap();
    let mut reader = Reader { folder: home.path().to_owned(), said: String::new(), ran: 0 };
    let mut lines = guide.lines().enumerate();
    while let Some((n, line)) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            for command in line.split('`').skip(1).step_by(2) {
                if command.starts_with("tiendo ") {
                    reader.run(command, 0, n + 1);
                }
            }
            continue;
        };
        let block: Vec<&str> =
            lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```").collect();
        let (kind, how) = info.split_once(' ').unwrap_or((info, ""));
        match kind {
            "sh" => reader.block(&block, how, n + 2),
            "text" => reader.compare(&block, n + 2),
            "yaml" | "txt" => {
                fs::write(reader.folder.join(how), block.join("\n") + "\n").unwrap();
            }
            _ => panic!("line {}: a block of kind “{kind}” is not proved", n + 1),
        }
    }
    assert!(reader.ran > 20, "{} commands", reader.ran);
}

#[test]
fn every_picture_of_the_guide_is_there() {
    for guide in [VIETNAMESE, ENGLISH] {
        for picture in guide.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(picture);
            assert!(path.is_file(), "{}", path.display());
        }
    }
}

/// A reader who follows the guide.
struct Reader {
    folder: PathBuf,
    said: String,
    ran: usize,
}

impl Reader {
    fn block(&mut self, commands: &[&str], how: &str, first: usize) {
        if how.is_empty() || how.starts_with("exit=") {
            self.said.clear();
            let code = how.strip_prefix("exit=").map_or(0, |code| code.parse().unwrap());
            for (n, command) in commands.iter().enumerate() {
                let code = if n + 1 == commands.len() { code } else { 0 };
                self.run(command, code, first + n);
            }
        } else if let Some(text) = how.strip_prefix("until=") {
            self.said.clear();
            assert_eq!(commands.len(), 1, "line {first}");
            self.start(commands[0], text, first);
        } else {
            panic!("line {first}: unknown “{how}”");
        }
    }

    fn run(&mut self, command: &str, code: i32, line: usize) {
        if let Some(folder) = command.strip_prefix("cd ") {
            self.folder = self.folder.join(folder);
            assert!(self.folder.is_dir(), "line {line}: {command}");
            return;
        }
        if let Some(folder) = command.strip_prefix("mkdir ") {
            fs::create_dir(self.folder.join(folder)).unwrap();
            return;
        }
        let words = words(command);
        assert_eq!(words[0], "tiendo", "line {line}: {command}");
        let arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        let answer = run_in(&self.folder, &arguments, &[]);
        let said = format!("{}{}", answer.stdout, answer.stderr);
        assert_eq!(answer.code, code, "line {line}: {command}\n{said}");
        self.said.push_str(&said);
        self.ran += 1;
    }

    /// Starts a command that runs until it is stopped.
    fn start(&mut self, command: &str, until: &str, line: usize) {
        let words = words(command);
        let mut running = Command::new(env!("CARGO_BIN_EXE_tiendo"))
            .args(&words[1..])
            .current_dir(&self.folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let stdout = BufReader::new(running.stdout.take().unwrap());
        let mut reached = false;
        for said in stdout.lines().map_while(Result::ok) {
            self.said.push_str(&said);
            self.said.push('\n');
            reached = said.contains(until);
            if reached {
                break;
            }
        }
        running.kill().unwrap();
        running.wait().unwrap();
        assert!(reached, "line {line}: {command}\n{}", self.said);
        self.ran += 1;
    }

    fn compare(&self, expected: &[&str], first: usize) {
        let mut rest = self.said.as_str();
        for (n, line) in expected.iter().enumerate() {
            let found = rest.find(line);
            let end = found.unwrap_or_else(|| {
                panic!("line {}: “{line}” was not said, but\n{}", first + n, self.said)
            });
            rest = &rest[end + line.len()..];
        }
    }
}

/// The words of a command line. Quotation marks keep blanks together.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![];
    for (n, part) in command.split('"').enumerate() {
        if n % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}
