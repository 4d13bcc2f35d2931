//! Kills, full disks, missing permissions and concurrent runs: the site is always the old or the
//! new one, complete, and the next run cleans up.
//!
//! `TIENDO_KILLS` gives the number of moments tried for each command (few by default). Tests that
//! need their own file system or a tracer print a message if they are skipped.

#![allow(clippy::print_stderr, reason = "what is skipped is said aloud")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tiendo::output::manifest;

use crate::golden;
use crate::project::{Project, run_in};

#[allow(clippy::disallowed_methods, reason = "a test may be told how long to try")]
fn kills() -> u64 {
    std::env::var("TIENDO_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12)
}

/// Prints that a test was skipped, so that silence is not mistaken for success.
pub(crate) fn skipped(test: &str, why: &str) {
    eprintln!("SKIPPED {test}: {why}");
}

/// Moments that vary within a test and are the same in every run of the test.
struct Moments(u64);

impl Moments {
    fn next(&mut self, upto: Duration) -> Duration {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let share = (self.0 >> 33) as f64 / f64::from(1_u32 << 31);
        upto.mul_f64(share)
    }
}

fn project(tasks: usize) -> Project {
    (1..=tasks).fold(Project::new(), |project, n| project.task(&format!("1.{n}"), "kind: ongoing"))
}

fn retitle(project: &Project, title: &str) {
    project.write("tasks/1.1.yaml", format!("priority: \"1\"\ntitle: {title}\nkind: ongoing\n"));
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_tiendo"))
        .args(arguments)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Starts the command and kills it after this time, unless it has ended.
fn kill_after(moment: Duration, folder: &Path, arguments: &[&str]) {
    let mut child = start(folder, arguments);
    std::thread::sleep(moment);
    let _ = child.kill();
    child.wait().unwrap();
}

/// Compares every file with the site's manifest. Returns the manifest's sum.
fn whole(site: &Path) -> String {
    let files = golden::files(site);
    let list = &files[manifest::NAME];
    let entries = manifest::parse(std::str::from_utf8(list).unwrap()).unwrap();
    assert_eq!(entries.len() + 1, files.len(), "files beside those of the manifest");
    for entry in &entries {
        assert_eq!(entry.sha256, manifest::sha256(&files[&entry.path]), "{}", entry.path);
    }
    manifest::sha256(list)
}

/// Lists unexpected files beside the site: everything except the lock and what the next build uses.
fn left_over(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.map(|name| name.into_string().unwrap());
    names.filter(|name| name.starts_with('.') && !name.ends_with("-lock")).collect()
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_or_the_new_site() {
    let project = project(60);
    let mut sums = BTreeMap::new();
    let mut length = Duration::ZERO;
    for title in ["Hai", "Một"] {
        retitle(&project, title);
        let begun = Instant::now();
        assert_eq!(project.run(&["build"]).code, 0);
        length = begun.elapsed();
        sums.insert(title, whole(&project.output()));
    }
    let (mut moments, mut seen, mut left) = (Moments(7), BTreeMap::new(), 0);
    let mut stands = sums["Một"].clone();
    for round in 0..kills() {
        let title = if round % 2 == 0 { "Hai" } else { "Một" };
        retitle(&project, title);
        kill_after(moments.next(length.mul_f64(1.1)), project.root(), &["build"]);
        let sum = whole(&project.output());
        assert!(sum == stands || sum == sums[title], "neither the old nor the new site");
        *seen.entry(if sum == stands { "old" } else { "new" }).or_insert(0) += 1;
        stands = sum;
        left += usize::from(!left_over(project.root()).is_empty());
        // The next run cleans up whatever was left.
        if round % 10 == 9 {
            assert_eq!(project.run(&["build"]).code, 0);
            stands = whole(&project.output());
            assert_eq!(stands, sums[title]);
            assert!(left_over(project.root()).is_empty());
        }
    }
    assert_eq!(project.run(&["build"]).code, 0);
    assert!(left_over(project.root()).is_empty());
    eprintln!("{} kills within {length:?}: {seen:?}, {left} left something for the next", kills());
}

#[test]
fn a_package_killed_at_any_moment_leaves_the_old_or_the_new_one() {
    let project = project(60);
    let zip = project.root().join("a.zip");
    let package = ["package", "--zip", "a.zip"];
    let mut sums = BTreeMap::new();
    let mut length = Duration::ZERO;
    for title in ["Hai", "Một"] {
        retitle(&project, title);
        let begun = Instant::now();
        assert_eq!(project.run(&package).code, 0);
        length = begun.elapsed();
        sums.insert(title, manifest::sha256(&fs::read(&zip).unwrap()));
    }
    let (mut moments, mut stands) = (Moments(11), sums["Một"].clone());
    for round in 0..kills() {
        let title = if round % 2 == 0 { "Hai" } else { "Một" };
        retitle(&project, title);
        kill_after(moments.next(length.mul_f64(1.1)), project.root(), &package);
        let sum = manifest::sha256(&fs::read(&zip).unwrap());
        assert!(sum == stands || sum == sums[title], "neither the old nor the new package");
        stands = sum;
    }
    assert_eq!(project.run(&package).code, 0);
    assert!(left_over(project.root()).is_empty(), "{:?}", left_over(project.root()));
}

#[test]
fn two_packages_at_once_both_end_well() {
    let project = project(5);
    let package = ["package", "--zip", "a.zip"];
    let children: Vec<_> = (0..4).map(|_| start(project.root(), &package)).collect();
    for mut child in children {
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    assert_eq!(project.run(&["verify", "a.zip"]).code, 0);
    assert!(left_over(project.root()).is_empty());
}

/// A limit on file sizes, as a quota sets it. The command gets an error or is killed.
#[cfg(unix)]
#[test]
fn a_quota_in_the_middle_of_a_file_leaves_the_old_site_and_package() {
    let project = project(20);
    assert_eq!(project.run(&["build"]).code, 0);
    assert_eq!(project.run(&["package", "--zip", "a.zip"]).code, 0);
    let (site, zip) = (whole(&project.output()), fs::read(project.root().join("a.zip")).unwrap());
    retitle(&project, "Mới");
    let package = "package --zip a.zip";
    for (signal, command) in
        [("trap '' XFSZ", "build"), ("trap '' XFSZ", package), ("true", "build"), ("true", package)]
    {
        let line = format!("{signal}; ulimit -f 8; exec \"$0\" {command}");
        let answer = Command::new("sh")
            .args(["-c", &line, env!("CARGO_BIN_EXE_tiendo")])
            .current_dir(project.root())
            .output()
            .unwrap();
        assert!(!answer.status.success(), "{line}");
        if signal != "true" {
            assert_eq!(answer.status.code(), Some(3), "{line}");
            assert!(left_over(project.root()).is_empty(), "{line}");
        }
        assert_eq!(whole(&project.output()), site, "{line}");
        assert!(fs::read(project.root().join("a.zip")).unwrap() == zip, "{line}");
    }
    assert_eq!(project.run(&["build"]).code, 0);
    assert_eq!(project.run(&["package", "--zip", "a.zip"]).code, 0);
    assert!(left_over(project.root()).is_empty());
}

/// A small file system, if the system permits one.
#[cfg(target_os = "linux")]
pub(crate) struct Disk(PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    pub(crate) fn new(at: &Path, kilobytes: u32) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let size = format!("size={kilobytes}k");
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(at)
            .stderr(Stdio::null())
            .status();
        mount.is_ok_and(|status| status.success()).then(|| Disk(at.to_owned()))
    }

    pub(crate) fn remount(&self, how: &str) {
        let options = format!("remount,{how}");
        let done = Command::new("mount").args(["-o", &options]).arg(&self.0).status().unwrap();
        assert!(done.success());
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_a_write_protected_one_leave_the_old_site() {
    let project = project(30);
    let at = project.root().join("disk");
    let Some(disk) = Disk::new(&at, 16_000) else {
        return skipped("a_full_disk", "a file system cannot be mounted here");
    };
    let build = ["build", "--output", "disk/site", "--lang", "en"];
    let answer = project.run(&build);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let site = whole(&at.join("site"));
    // Every page gets another title, so that no file can be linked to the old site's.
    project.write("site.yaml", "title: Khác\npublisher: Văn phòng\ncontact: a@b.example\n");
    fs::write(at.join("ballast"), vec![1; 10]).unwrap();
    let mut refused = 0;
    for room in (0..).map(|n| n * 100_000) {
        // The disk is full after more and more files.
        let free = 16_000_000_u64.saturating_sub(golden_size(&at) + room);
        fs::write(at.join("ballast"), vec![1; usize::try_from(free).unwrap()]).unwrap_or_default();
        let answer = project.run(&build);
        if answer.code == 0 {
            break;
        }
        refused += 1;
        assert_eq!(answer.code, 3, "{}", answer.stderr);
        assert!(answer.stderr.contains("disk/.site.tiendo-"), "{}", answer.stderr);
        assert_eq!(whole(&at.join("site")), site);
        assert!(left_over(&at).is_empty(), "{:?}", left_over(&at));
        fs::write(at.join("ballast"), "").unwrap();
    }
    assert!(refused > 3, "{refused}");
    let site = whole(&at.join("site"));
    disk.remount("ro");
    let answer = project.run(&build);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
    assert_eq!(whole(&at.join("site")), site);
    disk.remount("rw");
    assert_eq!(project.run(&build).code, 0);
    assert!(left_over(&at).is_empty());
}

/// The size of the files in a folder, without the ballast.
#[cfg(target_os = "linux")]
fn golden_size(folder: &Path) -> u64 {
    let files = golden::files(folder);
    let pages = files.iter().filter(|(path, _)| *path != "ballast");
    pages.map(|(_, bytes)| (bytes.len() as u64).div_ceil(4096) * 4096).sum()
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_keeps_its_site() {
    use std::os::unix::fs::PermissionsExt as _;
    let project = project(3);
    fs::create_dir(project.root().join("www")).unwrap();
    let build = ["build", "--output", "www/site"];
    assert_eq!(project.run(&build).code, 0);
    let folder = project.root().join("www");
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    if fs::write(folder.join("x"), "").is_ok() {
        mode(0o755);
        return skipped("a_folder_that_may_not_be_written", "nobody forbids root to write");
    }
    let site = whole(&folder.join("site"));
    retitle(&project, "Mới");
    let answer = project.run(&build);
    mode(0o755);
    assert_eq!(answer.code, 3, "{}", answer.stderr);
    assert_eq!(whole(&folder.join("site")), site);
}

/// After a power cut, everything must have been flushed before it replaced the old files.
#[cfg(target_os = "linux")]
#[test]
fn everything_is_flushed_before_it_is_moved() {
    let project = project(3);
    let note = |text: &str| {
        let front = "date: 2024-05-01\ntitle: Ghi chú\ntasks: [\"1.2\"]";
        project.write("notes/mot.md", format!("---\n{front}\n---\n{text}\n"));
    };
    note("Một.");
    assert_eq!(project.run(&["build"]).code, 0);
    retitle(&project, "Mới");
    let traced = |arguments: &[&str]| {
        let log = project.root().join("trace");
        let calls =
            "trace=syncfs,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,rmdir,write";
        let status = Command::new("strace")
            .args(["-f", "-y", "-e", calls, "-o"])
            .arg(&log)
            .arg(env!("CARGO_BIN_EXE_tiendo"))
            .args(arguments)
            .current_dir(project.root())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        status.ok().filter(std::process::ExitStatus::success)?;
        Some(fs::read_to_string(log).unwrap())
    };
    let Some(build) = traced(&["build"]) else {
        return skipped("everything_is_flushed", "strace is not here or may not trace");
    };
    let at = |log: &str, what: &str| log.lines().position(|line| line.contains(what)).unwrap();
    let last = |log: &str, what: &str| {
        log.lines().collect::<Vec<_>>().iter().rposition(|line| line.contains(what)).unwrap()
    };
    let (log, tree) = (&build, ".output.tiendo-staging");
    let moved = at(log, "RENAME_EXCHANGE");
    assert!(at(log, "syncfs(") < moved, "{log}");
    let written = |line: &str| line.contains("write(") && line.contains(tree);
    let late = log.lines().skip(at(log, "syncfs(")).find(|line| written(line));
    assert_eq!(late, None, "nothing is written after the flush");
    let lasting = log.lines().skip(moved).position(|line| line.contains("fsync("));
    let deleted = log.lines().skip(moved).position(|line| line.contains("unlink"));
    assert!(lasting < deleted, "the move is flushed before the old site is deleted");

    let package = traced(&["package", "--zip", "a.zip"]).unwrap();
    let moved = at(&package, "rename");
    assert!(last(&package, "write(") < moved || at(&package, "fsync(") < moved, "{package}");
    assert!(at(&package, "fsync(") < moved, "{package}");
}

/// Version 0.1.0 kept files beside the site for its next build.
#[test]
fn what_an_earlier_version_left_beside_the_site_is_removed() {
    let project = project(2);
    for name in [".output.tiendo-last", ".output.tiendo-once", ".output.tiendo-next"] {
        fs::write(project.root().join(name), "old").unwrap();
    }
    fs::create_dir_all(project.root().join(".output.tiendo-spare/muc")).unwrap();
    fs::write(project.root().join(".output.tiendo-spare/muc/1.html"), "old").unwrap();
    assert_eq!(project.run(&["build"]).code, 0);
    assert_eq!(left_over(project.root()), [""; 0]);
}

#[test]
fn a_build_that_was_killed_between_two_renames_is_put_back() {
    let project = project(2);
    assert_eq!(project.run(&["build"]).code, 0);
    let site = whole(&project.output());
    let aside = project.root().join(".output.tiendo-aside");
    fs::rename(project.output(), &aside).unwrap();
    fs::create_dir(project.root().join(".output.tiendo-staging")).unwrap();
    fs::write(project.root().join(".output.tiendo-staging/index.html"), "half").unwrap();
    // The content has an error: nothing is built, and nothing is lost.
    project.write("tasks/1.2.yaml", "kind: nonsense\n");
    assert_eq!(run_in(project.root(), &["build"], &[]).code, 1);
    retitle(&project, "Việc 1.1");
    project.write("tasks/1.2.yaml", "priority: \"1\"\ntitle: Việc 1.2\nkind: ongoing\n");
    assert_eq!(project.run(&["build"]).code, 0);
    assert_eq!(whole(&project.output()), site);
    assert!(left_over(project.root()).is_empty());
}
