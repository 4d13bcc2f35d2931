//! Contents with mistakes: every mistake is reported at the line that has to be changed, and
//! nothing else is reported.
//!
//! A case is a valid content with one file changed, and all diagnostics that it must give:
//! `line:column code` in that file, or `file:line:column code`. Those that do not stop the build
//! are marked `(warning)` or `(hint)`. Its twin, if any, is what the clerk should have written, and
//! has no diagnostics.
//! have written, and is met with silence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tiendo::diagnostic::Severity;

use crate::project::Project;

/// A content with a mistake.
struct Case {
    /// Files that replace or join those of [`good`]. Diagnostics name the first without its path.
    files: Vec<(String, Vec<u8>)>,
    /// The diagnostics, in order.
    expected: Vec<String>,
    /// The suggestion that the first of them must make.
    meant: Option<&'static str>,
    /// The same files as they should be.
    twin: Option<Vec<(String, Vec<u8>)>>,
    /// Completes the part of a file that a case gives.
    wrap: fn(&str) -> String,
}

/// A task, a note and the lists that they refer to: a content without diagnostics.
fn good() -> Project {
    Project::new()
        .file("tasks/1.1.yaml", task_text(GOOD_TASK))
        .file("tasks/1.2.yaml", "priority: \"1\"\ntitle: Việc 1.2\nkind: ongoing\n")
        .file("notes/2024-03-15-a.md", note_text(GOOD_NOTE))
        .file("attachments/bc-1.pdf", "%PDF")
        .file("notes/2024-03-15-z.md", note_text(CITING_NOTE))
}

const GOOD_TASK: &str = "kind: deliverable\nlead: so-a\ndue: 2024-06-30\nupdates:\n  - date: 2024-03-20\n    state: in_progress\n";
const GOOD_NOTE: &str = "date: 2024-03-15\ntitle: Ghi chú\nplaces: [huyen-a]\n---\nNội dung.\n";
/// Cites the attachment, so that it is used in every case.
const CITING_NOTE: &str =
    "date: 2024-03-15\ntitle: Báo cáo\nplaces: [huyen-a]\n---\n[Báo cáo](attachments/bc-1.pdf)\n";

fn task_text(lines: &str) -> String {
    format!("priority: \"1\"\ntitle: Việc 1.1\n{lines}\n")
}

fn note_text(lines: &str) -> String {
    format!("---\n{lines}")
}

fn body_text(body: &str) -> String {
    note_text(&format!("date: 2024-03-15\ntitle: Ghi chú\ntasks: [\"1.1\"]\n---\n{body}\n"))
}

fn case(path: &str, text: impl AsRef<[u8]>, expected: &[&str], wrap: fn(&str) -> String) -> Case {
    Case {
        files: vec![(path.to_owned(), text.as_ref().to_owned())],
        expected: expected.iter().map(|line| (*line).to_owned()).collect(),
        meant: None,
        twin: None,
        wrap,
    }
}

/// `tasks/1.1.yaml`. The lines begin with line 3, after its priority and title.
fn task(lines: &str, expected: &[&str]) -> Case {
    case("tasks/1.1.yaml", task_text(lines), expected, task_text)
}

/// `notes/2024-03-15-a.md`. The lines begin with line 2, after the first mark.
fn note(lines: &str, expected: &[&str]) -> Case {
    case("notes/2024-03-15-a.md", note_text(lines), expected, note_text)
}

/// The body of a note that is otherwise valid. It begins on line 6.
fn body(text: &str, expected: &[&str]) -> Case {
    case("notes/2024-03-15-a.md", body_text(text), expected, body_text)
}

/// Any file, with its whole text.
fn file(path: &str, text: impl AsRef<[u8]>, expected: &[&str]) -> Case {
    case(path, text, expected, str::to_owned)
}

impl Case {
    fn twin(mut self, text: &str) -> Self {
        let path = self.files[0].0.clone();
        self.twin = Some(vec![(path, (self.wrap)(text).into_bytes())]);
        self
    }

    /// A twin under another file name.
    fn twin_file(mut self, path: &str, text: &str) -> Self {
        self.twin = Some(vec![(path.to_owned(), text.as_bytes().to_owned())]);
        self
    }

    /// Adds another file, valid or not.
    fn with(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.push((path.to_owned(), text.as_ref().to_owned()));
        self
    }

    fn meant(mut self, suggestion: &'static str) -> Self {
        self.meant = Some(suggestion);
        self
    }

    fn project(&self) -> Project {
        let project = good();
        for (path, text) in &self.files {
            project.write(path, text);
        }
        project
    }

    /// Describes what is wrong with the case itself, for a failed test.
    fn verdict(&self) -> Option<String> {
        let project = self.project();
        let found = diagnostics(&project, &self.files[0].0);
        let mut verdict = String::new();
        if found != self.expected {
            let (expected, found) = (self.expected.join(" | "), found.join(" | "));
            verdict = format!("  expected: {expected}\n  found:    {found}\n");
        }
        if let Some(meant) = self.meant {
            let (_, _, diagnostics) = project.load();
            let offered =
                diagnostics.iter().next().and_then(|diagnostic| diagnostic.suggestion.clone());
            if offered.as_deref() != Some(meant) {
                verdict.push_str(&format!("  should offer {meant}, offers {offered:?}\n"));
            }
        }
        if let Some(twin) = &self.twin {
            let project = good();
            for (path, text) in twin.iter().chain(&self.files[1..]) {
                project.write(path, text);
            }
            let found = diagnostics(&project, &twin[0].0);
            if !found.is_empty() {
                verdict.push_str(&format!("  the twin is not silent: {found:?}\n"));
            }
        }
        let text = String::from_utf8_lossy(&self.files[0].1);
        let shown: String = text.chars().take(300).collect();
        (!verdict.is_empty()).then(|| format!("{}:\n{shown}\n{verdict}", self.files[0].0))
    }
}

/// The diagnostics, each as the tables write them.
fn diagnostics(project: &Project, main: &str) -> Vec<String> {
    let (_, sources, diagnostics) = project.load();
    let root = format!("{}/", project.content().display());
    diagnostics
        .iter()
        .map(|diagnostic| {
            let position = diagnostic.position(&sources);
            let path = sources.get(diagnostic.place.file).path.replace(&root, "");
            let path = if path == main { String::new() } else { format!("{path}:") };
            let severity = match diagnostic.severity {
                Severity::Error => "",
                Severity::Warning => " (warning)",
                Severity::Hint => " (hint)",
            };
            format!("{path}{}:{} {}{severity}", position.line, position.column, diagnostic.code)
        })
        .collect()
}

fn judge(cases: &[Case]) {
    let failures: Vec<String> = cases.iter().filter_map(Case::verdict).collect();
    let count = failures.len();
    assert!(failures.is_empty(), "{count} of {}:\n{}", cases.len(), failures.join("\n"));
}

fn all() -> Vec<Case> {
    [
        yaml_cases(),
        shape_cases(),
        date_cases(),
        deadline_cases(),
        word_cases(),
        reference_cases(),
        id_cases(),
        ledger_cases(),
        header_cases(),
        register_cases(),
        note_cases(),
        text_cases(),
        file_cases(),
        several_cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Mistakes in YAML syntax.
fn yaml_cases() -> Vec<Case> {
    vec![
        task("kind: deliverable\nupdates:\n\t- date: 2024-03-20", &["5:1 yaml-tab"])
            .twin("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    text: Họp."),
        task("kind: deliverable\nupdates:\n  - date: 2024-03-20\n\tstate: done", &["6:1 yaml-tab"]),
        task("kind:\tdeliverable", &[]),
        // Curly quotes are letters to YAML: the values are unknown words, and a colon breaks the
        // line.
        task("kind: “deliverable”", &["3:7 unknown-word"]).meant("deliverable"),
        task("kind: deliverable\nlead: “so-a”", &["4:7 unknown-agency"]).meant("so-a"),
        task("kind: deliverable\ndue: “2024-06-30”", &["4:6 date-form"]).meant("2024-06-30"),
        task("“kind”: deliverable", &["3:1 yaml-smart-quote"]).meant("kind"),
        task("kind: deliverable\nproduct: “Kế hoạch: phần 1”", &["4:10 yaml-smart-quote"])
            .meant("\"Kế hoạch: phần 1\"")
            .twin("kind: deliverable\nproduct: \"Kế hoạch: phần 1\""),
        // A non-breaking space after the colon joins key and value.
        task("kind:\u{a0}deliverable", &["3:6 yaml-nbsp"]).twin("kind: deliverable"),
        task("kind: deliverable\n\u{a0}\u{a0}lead: so-a", &["4:1 yaml-nbsp"]),
        task("kind: deliverable\ndue: {before:\u{a0}2024-06-30}", &["4:14 yaml-nbsp"]),
        task("kind: deliverable\nlead: so-a\u{a0}", &[]),
        task("kind deliverable", &["3:1 yaml-colon"]).twin("kind: deliverable"),
        task("kind deliverable\nlead: so-a", &["3:1 yaml-colon"]),
        task("kind: deliverable\nlead so-a\ndue: 2024-06-30", &["4:1 yaml-colon"]),
        task("kind:deliverable", &["3:1 yaml-space"]).twin("kind: deliverable"),
        task("kind: deliverable\nlead:so-a\ndue: 2024-06-30", &["4:1 yaml-space"]),
        task(
            "kind: deliverable\nupdates:\n  - date:2024-03-20\n    state: done",
            &["5:5 yaml-space"],
        ),
        task(
            "kind: deliverable\nupdates:\n  - date: 2024-03-20\n    state:done",
            &["6:5 yaml-space"],
        ),
        task(
            "kind: deliverable\nupdates:\n  -date: 2024-03-20\n   state: done",
            &["5:3 yaml-dash"],
        )
        .twin("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    state: in_progress"),
        task("kind: deliverable\nproduct: \"Báo cáo\nlead: so-a", &["4:10 yaml-quote"])
            .twin("kind: deliverable\nproduct: \"Báo cáo\"\nlead: so-a"),
        task("kind: deliverable\nproduct: 'Báo cáo\nlead: so-a", &["4:10 yaml-quote"]),
        task("kind: deliverable\nproduct: \"Đề án \"Một cửa\"\"\nlead: so-a", &["4:18 yaml-quote"]),
        task("kind: deliverable\nproduct: \"Báo cáo\nlead: \"so-a\"", &["4:10 yaml-quote"]),
        task("kind: deliverable\nproduct: \"Thư mục C:\\tmp\\đ\"", &["4:25 yaml-escape"])
            .twin("kind: deliverable\nproduct: 'Thư mục C:\\tmp\\đ'"),
        task("kind: deliverable\nrelated: [\"1.2\"\nlead: so-a", &["4:10 yaml-bracket"])
            .twin("kind: deliverable\nrelated: [\"1.2\"]\nlead: so-a"),
        task("kind: deliverable\nrelated: \"1.2\"]\nlead: so-a", &["4:15 yaml-bracket"]),
        task("kind: deliverable\ndue: {before: 2024-06-30\nlead: so-a", &["4:6 yaml-bracket"]),
        task("kind: deliverable\ndue: {before: 2024-06-30]\nlead: so-a", &["4:6 yaml-bracket"]),
        task("kind: deliverable\nproduct: [Khẩn] Báo cáo\nlead: so-a", &["4:10 yaml-needs-quotes"]),
        task("kind: deliverable\n lead: so-a", &["4:2 yaml-indent"])
            .twin("kind: deliverable\nlead: so-a"),
        task(
            "kind: deliverable\nupdates:\n  - date: 2024-03-20\n   state: done",
            &["6:4 yaml-indent"],
        ),
        task(
            "kind: deliverable\nupdates:\n  - date: 2024-03-20\n     state: done",
            &["6:6 yaml-indent"],
        ),
        task(
            "kind: deliverable\nupdates:\n  - date: 2024-03-20\n - date: 2024-03-21",
            &["6:2 yaml-indent"],
        ),
        task("kind: deliverable\nproduct: Kế hoạch: phần 1", &["4:10 yaml-colon-in-text"]),
        task("kind: deliverable\nproduct: @vanphong", &["4:10 yaml-needs-quotes"])
            .twin("kind: deliverable\nproduct: \"@vanphong\""),
        task("kind: deliverable\nproduct: `Báo cáo`", &["4:10 yaml-needs-quotes"]),
        task("kind: deliverable\nproduct: %KH", &["4:10 yaml-needs-quotes"]),
        task("kind: deliverable\nproduct: & Báo cáo", &["4:10 yaml-needs-quotes"]),
        task("kind: deliverable\nproduct: *bao-cao", &["4:10 yaml-alias"])
            .twin("kind: deliverable\nproduct: \"*bao-cao\""),
        task("kind: deliverable\nproduct: &a Báo cáo", &["4:10 yaml-anchor"])
            .twin("kind: deliverable\nproduct: \"&a Báo cáo\""),
        task("kind: deliverable\nproduct: !Khẩn Báo cáo", &["4:10 yaml-tag"])
            .twin("kind: deliverable\nproduct: \"!Khẩn Báo cáo\""),
        task("kind: deliverable\nproduct: !!str 1", &["4:10 yaml-tag"]),
        task("kind: deliverable\n<<: {lead: so-a}", &["4:1 yaml-merge-key"])
            .twin("kind: deliverable\nlead: so-a"),
        task("kind: deliverable\n? [a, b]\n: c", &["4:3 yaml-complex-key"])
            .twin("kind: deliverable\nlead: [so-a, so-b]"),
        task("kind: deliverable\n---\ntitle: Việc khác", &["4:1 yaml-second-document"])
            .twin("kind: deliverable"),
        file(
            "tasks/1.1.yaml",
            format!("{}---\n", task_text("kind: deliverable")),
            &["4:1 yaml-second-document"],
        ),
        file("tasks/1.1.yaml", format!("---\n{}", task_text("kind: deliverable")), &[]),
        task("kind: deliverable\ntitle: Việc khác", &["4:1 doubled-key"]).twin("kind: deliverable"),
        task(
            "kind: deliverable\nupdates:\n  - {date: 2024-03-20, state: done, date: 2024-03-21}",
            &["5:5 evidence-missing (warning)", "5:37 doubled-key"],
        ),
        file("tasks/1.1.yaml", "", &["1:1 empty-file"]).twin(&task_text("kind: duty")),
        file("tasks/1.1.yaml", "\n\n", &["1:1 empty-file"]),
        file("tasks/1.1.yaml", "# chưa có gì\n# cả\n", &["1:1 empty-file"]),
        file("tasks/1.1.yaml", "---\n", &["1:1 empty-file"]),
        file("agencies.yaml", "", &["1:1 empty-file"]).twin("- {id: so-a, name: Sở A}\n"),
        file("tasks/1.1.yaml", "null\n", &["1:1 wrong-shape"]),
        task(
            &format!("kind: deliverable\nproduct: {}{}", "[".repeat(40), "]".repeat(40)),
            &["4:41 yaml-too-deep"],
        )
        .twin("kind: deliverable\nproduct: Báo cáo"),
        task(
            &format!("kind: deliverable\nproduct: {}", "{a: ".repeat(100_000)),
            &["4:134 yaml-too-deep"],
        ),
        task(
            &format!("kind: deliverable\nrelated: [{}]", "a,".repeat(60_000)),
            &["4:100001 yaml-too-many"],
        )
        .twin("kind: deliverable\nrelated: [\"1.2\"]"),
    ]
}

/// Values of the wrong shape, keys that do not exist, and missing fields.
fn shape_cases() -> Vec<Case> {
    vec![
        task("kind: deliverable\nproduct: [Báo cáo]", &["4:10 wrong-shape"])
            .twin("kind: deliverable\nproduct: Báo cáo"),
        task("kind: [deliverable]", &["3:7 wrong-shape"]),
        task("kind: deliverable\nrelated: \"1.2\"", &["4:10 wrong-shape"])
            .twin("kind: deliverable\nrelated: [\"1.2\"]"),
        task("kind: deliverable\nsupport: so-a, so-b", &["4:10 wrong-shape"]),
        task("kind: deliverable\nupdates: Đã xong", &["4:10 wrong-shape"]),
        task("kind: deliverable\nupdates:\n  date: 2024-03-20\n  state: done", &["5:3 wrong-shape"])
            .twin("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    state: in_progress"),
        task("kind: deliverable\nupdates:\n  - 2024-03-20\n  - {date: 2024-03-21, text: Họp.}", &[
            "5:5 wrong-shape",
        ]),
        task("kind: deliverable\nextensions:\n  - 2024-07-31", &["5:5 wrong-shape"]),
        // A value after an unreadable item is still reported at its place.
        task("kind: deliverable\nupdates:\n  - 2024-03-20\n  - Đã họp\n  - date: 31/4/2024", &[
            "5:5 wrong-shape",
            "6:5 wrong-shape",
            "7:11 date-no-such-day",
        ]),
        task("kind: deliverable\nsupport: [[so-a], so-b, so-c9]", &[
            "4:11 wrong-shape",
            "4:25 unknown-agency",
        ]),
        task("kind: deliverable\nsupport:\n  -\n  - so-a\n  - so-c9", &[
            "5:3 empty-item",
            "7:5 unknown-agency",
        ]),
        file("documents.yaml", "- bc-9\n- {id: bc-1, title: a, url: b}\n- {id: Bc, title: c}\n", &[
            "1:3 wrong-shape",
            "2:29 bad-url",
            "3:8 bad-id",
        ]),
        file(
            "directive.yaml",
            "number: 1\ndate: 2024-03-01\nsubject: a\npriorities:\n  - Một\n  - {id: \"1\", title: a, visibility: kín}\n",
            &["5:5 wrong-shape", "6:37 unknown-word"],
        ),
        task("kind: deliverable\nlead: {id: so-a}", &["4:7 wrong-shape"]),
        task("kind: deliverable\ndue: [2024-06-30]", &["4:6 wrong-shape"]),
        task("kind: deliverable\ndue:\n  - before: 2024-06-30", &["5:3 wrong-shape"]),
        task("kind: deliverable\nlead: [so-a, [so-b]]", &["4:14 wrong-shape"]),
        file("tasks/1.1.yaml", "- priority: \"1\"\n  title: Việc\n", &["1:1 wrong-shape"]),
        file("tasks/1.1.yaml", "Chỉ có một câu\n", &["1:1 wrong-shape"]),
        file("agencies.yaml", "so-a: Sở A\n", &["1:1 wrong-shape"]).twin("- {id: so-a, name: Sở A}"),
        file("agencies.yaml", "- so-a\n- {id: so-b, name: Sở B}\n", &["1:3 wrong-shape"])
            .with("tasks/1.1.yaml", task_text("kind: deliverable")),
        // An empty value counts as missing.
        task("kind:", &["3:1 missing-field"]).twin("kind: duty"),
        task("kind: deliverable\nlead:\nsupport:\nrelated:\nupdates:\ndue:", &[]),
        task("kind: deliverable\nsupport:\n  -", &["5:3 empty-item"])
            .twin("kind: deliverable\nsupport:\n  - so-a"),
        task("kind: \"\"", &["3:1 missing-field"]),
        // Unknown keys, at each level.
        task("kind: deliverable\nleads: so-a", &["4:1 unknown-key"])
            .meant("lead")
            .twin("kind: deliverable\nlead: so-a"),
        task("kind: deliverable\nLead: so-a", &["4:1 unknown-key"]).meant("lead"),
        task("kind: deliverable\nstatus: done", &["4:1 unknown-key"]),
        task("kind: deliverable\ndeadline: 2024-06-30", &["4:1 unknown-key"]),
        task("kind: deliverable\nlead source: office", &["4:1 unknown-key"]).meant("lead_source"),
        task("kind: deliverable\ndue: {befor: 2024-06-30}", &["4:7 unknown-key"]).meant("before"),
        task("kind: deliverable\nupdates:\n  - dat: 2024-03-20\n    state: in_progress", &["5:5 unknown-key"])
        .meant("date"),
        task(
            "kind: deliverable\nextensions:\n  - {decided: 2024-04-01, due: 2024-07-31, docment: qd-1}",
            &["5:44 unknown-key"],
        )
        .meant("document"),
        file("site.yaml", "title: Tiến độ\nbase-url: https://a.example/\n", &["2:1 unknown-key"])
            .meant("base_url")
            .twin("title: Tiến độ\nbase_url: https://a.example/\n"),
        file("agencies.yaml", "- {id: so-a, nam: Sở A}\n", &["1:14 unknown-key"]),
        file("documents.yaml", "- id: bc-1\n  title: Báo cáo\n  printed: {so: 1}\n", &[
            "3:13 unknown-key",
        ]),
        file(
            "directive.yaml",
            "number: 1/KH\ndate: 2024-03-01\nsubject: Thử\nsigner: {ten: A, title: CT}\nlabels: {priority: {one: mục, nhieu: mục}}\npriorities:\n  - {id: \"1\", titel: Một}\n",
            &["4:1 signer-without-name (warning)", "4:10 unknown-key", "5:31 unknown-key", "7:15 unknown-key"],
        ),
        note("date: 2024-03-15\ntitle: Ghi chú\ntask: [\"1.1\"]\n---\n", &["4:1 unknown-key"])
        .meant("tasks")
        .twin("date: 2024-03-15\ntitle: Ghi chú\ntasks: [\"1.1\"]\n---\n"),
        // Missing fields, one by one.
        file("tasks/1.1.yaml", "title: Việc\nkind: duty\n", &["1:1 missing-field"])
            .twin("priority: \"1\"\ntitle: Việc\nkind: duty\n"),
        file("tasks/1.1.yaml", "priority: \"1\"\nkind: duty\n", &["1:1 missing-field"]),
        file("tasks/1.1.yaml", "priority: \"1\"\ntitle: Việc\n", &["1:1 missing-field"]),
        task("kind: deliverable\nupdates:\n  - state: in_progress", &["5:5 missing-field"]),
        task("kind: deliverable\nextensions:\n  - {due: 2024-07-31}", &["5:5 missing-field"]),
        task("kind: deliverable\nextensions:\n  - {decided: 2024-04-01}", &["5:5 missing-field"])
            .twin("kind: deliverable\nextensions:\n  - {decided: 2024-04-01, due: 2024-07-31}"),
        task("kind: deliverable\ndue: {days: 15}", &["4:1 missing-field"])
            .twin("kind: deliverable\ndue: {days: 15, after: nhận hướng dẫn}"),
        task("kind: deliverable\ndue: {after: nhận hướng dẫn}", &["4:1 missing-field"]),
        task("kind: deliverable\ndue: {event: \"\"}", &["4:7 missing-field"]),
        file("site.yaml", "publisher: Văn phòng\n", &["1:1 missing-heading (warning)"]),
        file("agencies.yaml", "- name: Sở A\n- {id: so-b, name: Sở B}\n", &["1:3 missing-field"])
            .with("tasks/1.1.yaml", task_text("kind: deliverable")),
        file("places.yaml", "- id: huyen-a\n", &["1:3 missing-field"])
            .twin("- {id: huyen-a, name: Huyện A}\n"),
        file("documents.yaml", "- id: bc-1\n", &["1:3 missing-field"]),
        file("directive.yaml", "subject: Thử\npriorities: [{id: \"1\", title: Một}]\n", &[
            "1:1 missing-field",
            "1:1 missing-field",
        ]),
        file("directive.yaml", "number: 1\ndate: 2024-03-01\npriorities: [{id: \"1\"}]\n", &[
            "1:1 missing-heading (warning)",
            "3:14 missing-field",
        ]),
        file(
            "directive.yaml",
            "number: 1\ndate: 2024-03-01\nsubject: a\nlabels: {task: {many: việc}}\npriorities: [{id: \"1\", title: a}, {title: b}]\n",
            &["4:10 missing-field", "5:35 missing-field"],
        ),
        note("title: Ghi chú\ntasks: [\"1.1\"]\n---\n", &["2:1 missing-field"]),
        note("date: 2024-03-15\ntasks: [\"1.1\"]\n---\n", &["2:1 missing-field"]),
    ]
}

/// Dates as people type them.
fn date_cases() -> Vec<Case> {
    let due = |date: &str, code: &str| {
        let expected = format!("4:6 {code}");
        task(&format!("kind: deliverable\ndue: {date}"), &[&expected])
            .twin("kind: deliverable\ndue: 25/7/2024")
    };
    vec![
        due("7/25/2024", "date-month-first").meant("2024-07-25"),
        due("2024-25-07", "date-month-first").meant("2024-07-25"),
        due("25/7/24", "date-short-year").meant("2024-07-25"),
        due("30/2/2024", "date-no-such-day"),
        due("2024-02-30", "date-no-such-day"),
        due("31/9/2024", "date-no-such-day"),
        due("29/2/2023", "date-no-such-day"),
        due("2024-13-01", "date-month-first").meant("2024-01-13"),
        due("2024-13-20", "date-no-such-month"),
        due("1/13/2024", "date-month-first"),
        due("40/13/2024", "date-no-such-month"),
        due("12/6/20241", "date-year"),
        due("12/6/1924", "date-year"),
        due("2024-7-5", "date-form").meant("2024-07-05"),
        due("25.7.2024", "date-form").meant("2024-07-25"),
        due("25-7-2024", "date-form").meant("2024-07-25"),
        due("ngày 25/7/2024", "date-form"),
        due("trước ngày 25/7/2024", "deadline-form").meant("{before: 2024-07-25}"),
        due("25 tháng 7 năm 2024", "date-form"),
        due("45498", "date-form"),
        due("cuối năm", "date-form"),
        task(
            "kind: deliverable\nupdates:\n  - date: 31/4/2024\n    state: in_progress",
            &["5:11 date-no-such-day"],
        )
        .twin("kind: deliverable\nupdates:\n  - date: 10/4/2024\n    state: in_progress"),
        task(
            "kind: deliverable\nextensions:\n  - {decided: 4/31/2024, due: 2024-07-31}",
            &["5:15 date-no-such-month"],
        ),
        note("date: 15/3/20244\ntitle: Ghi chú\ntasks: [\"1.1\"]\n---\n", &["2:7 date-year"]),
    ]
}

/// Deadlines in each form.
fn deadline_cases() -> Vec<Case> {
    let due =
        |due: &str, expected: &str| task(&format!("kind: deliverable\ndue: {due}"), &[expected]);
    let good = "kind: deliverable\ndue: {quarter: 2024-Q3}";
    vec![
        due("{quarter: Q5}", "4:16 bad-quarter").twin(good),
        due("{quarter: 2024-Q5}", "4:16 bad-quarter"),
        due("{quarter: III/2024}", "4:16 bad-quarter").meant("2024-Q3"),
        due("{quarter: quý 3 năm 2024}", "4:16 bad-quarter").meant("2024-Q3"),
        due("{month: tháng 10/2024}", "4:14 bad-month").meant("2024-10"),
        due("{year: năm 2024}", "4:13 bad-year").meant("2024"),
        due("trong quý III/2024", "4:6 deadline-form").meant("{quarter: 2024-Q3}"),
        due("tháng 10 năm 2024", "4:6 deadline-form").meant("{month: 2024-10}"),
        due("trước ngày 25/7/2024", "4:6 deadline-form").meant("{before: 2024-07-25}"),
        due("trước tháng 10/2024", "4:6 deadline-form").meant("{before: {month: 2024-10}}"),
        due("chậm nhất ngày 25/7/2024", "4:6 deadline-form").meant("2024-07-25"),
        due("{month: 2024-13}", "4:14 bad-month").twin("kind: deliverable\ndue: {month: 2024-10}"),
        due("{month: tháng 10}", "4:14 bad-month"),
        due("{month: 10}", "4:14 bad-month"),
        due("{year: 24}", "4:13 bad-year").twin("kind: deliverable\ndue: {year: 2024}"),
        due("{year: 1924}", "4:13 date-year"),
        due("Q3", "4:6 date-form"),
        due("2024-Q3", "4:6 deadline-form").meant("{quarter: 2024-Q3}"),
        due("2024-10", "4:6 deadline-form").meant("{month: 2024-10}"),
        due("2024", "4:6 deadline-form").meant("{year: 2024}"),
        due("{by: 2024-06-30, before: 2024-07-01}", "4:6 deadline-form")
            .twin("kind: deliverable\ndue: {by: 2024-06-30}"),
        due("{}", "4:6 deadline-form"),
        due("{before: {}}", "4:15 deadline-form"),
        due("{before: {event: mùa mưa}}", "4:15 deadline-form"),
        due("{before: {month: 2024-13}}", "4:23 bad-month")
            .twin("kind: deliverable\ndue: {before: {month: 2024-12}}"),
        task("kind: duty\nrelated: [tasks/1.2.yaml]", &["4:11 unknown-task"]).meant("1.2"),
        task("kind: duty\nrelated: [\"1,2\"]", &["4:11 unknown-task"]).meant("1.2"),
        task("kind: duty\nvisibility: Công khai", &["4:13 unknown-word"]).meant("public"),
        due("{days: mười lăm, after: nhận hướng dẫn}", "4:13 bad-number")
            .twin("kind: deliverable\ndue: {days: 15, after: nhận hướng dẫn}"),
        due("{days: 15, after: nhận hướng dẫn, happened: 31/6/2024}", "4:50 date-no-such-day"),
        task("kind: ongoing\ndue: 2024-06-30", &["4:1 due-without-end"]).twin("kind: ongoing"),
        task("kind: duty\ndue: 2024-06-30", &["4:1 due-without-end"]),
        task(
            "kind: ongoing\nextensions:\n  - {decided: 2024-04-01, due: 2024-07-31}",
            &["4:1 due-without-end"],
        ),
        task(
            "kind: deliverable\nextensions:\n  - {decided: 2024-04-01, due: 2024-03-31}",
            &["5:32 extension-not-later (warning)"],
        )
        .twin("kind: deliverable\nextensions:\n  - {decided: 2024-04-01, due: 2024-04-30}"),
    ]
}

/// Fixed words, numbers and addresses.
fn word_cases() -> Vec<Case> {
    let update = |line: &str, expected: &str| {
        task(&format!("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    {line}"), &[expected])
    };
    vec![
        task("kind: deliverables", &["3:7 unknown-word"])
            .meant("deliverable")
            .twin("kind: deliverable"),
        task("kind: Deliverable", &["3:7 unknown-word"]).meant("deliverable"),
        task("kind: thường xuyên", &["3:7 unknown-word"]),
        task("kind: deliverable\nlead: so-a\nlead_source: ubnd", &["5:14 unknown-word"])
            .twin("kind: deliverable\nlead: so-a\nlead_source: office"),
        task("kind: deliverable\nvisibility: hidden", &["4:13 unknown-word"])
            .twin("kind: deliverable\nvisibility: public"),
        task("kind: ongoing\nreport_every: ngày", &["4:15 unknown-word"])
            .twin("kind: ongoing\nreport_every: week"),
        update("state: Done", "6:12 unknown-word").meant("done"),
        update("state: in progress", "6:12 unknown-word").meant("in_progress"),
        update("state: completed", "6:12 unknown-word"),
        update("state: xong", "6:12 unknown-word"),
        update("percent: 120", "6:14 bad-number")
            .twin("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    percent: 90"),
        update("percent: -5", "6:14 bad-number"),
        update("percent: \"abc\"", "6:14 bad-number"),
        update("percent: 50%", "6:14 bad-number"),
        update("percent: 12,5", "6:14 bad-number"),
        file("site.yaml", "title: a\nbase_url: tiendo.example\n", &["2:11 bad-url"])
            .twin("title: a\nbase_url: https://tiendo.example\n"),
        file("site.yaml", "title: a\nbase_url: ftp://tiendo.example/\n", &["2:11 bad-url"]),
        file("site.yaml", "title: a\nbase_url: javascript:alert(1)\n", &["2:11 bad-url"]),
        file("site.yaml", "title: a\ncycle_day: 31\n", &["2:12 bad-number"])
            .twin("title: a\ncycle_day: 28\n"),
        file("site.yaml", "title: a\nlanguage: fr\n", &["2:11 unknown-word"])
            .twin("title: a\nlanguage: en\n"),
        file("site.yaml", "title: a\nevidence_required: có\n", &["2:20 unknown-word"])
            .twin("title: a\nevidence_required: false\n"),
        file(
            "site.yaml",
            "title: a\nstale_after_days: 0\ndue_soon_days: bảy\n",
            &["2:19 bad-number", "3:16 bad-number"],
        ),
        file(
            "site.yaml",
            "title: a\nperiods: [2024-06-30, 31/11/2024]\nnext_update: mai\n",
            &["2:23 date-no-such-day", "3:14 date-form"],
        ),
        note(
            "date: 2024-03-15\ntitle: a\ntasks: [\"1.1\"]\ndraft: có\n---\n",
            &["5:8 unknown-word"],
        )
        .twin("date: 2024-03-15\ntitle: a\ntasks: [\"1.1\"]\ndraft: false\n---\n"),
    ]
}

/// References to nothing.
fn reference_cases() -> Vec<Case> {
    let lead = |lead: &str| {
        task(&format!("kind: deliverable\nlead: {lead}"), &["4:7 unknown-agency"])
            .twin("kind: deliverable\nlead: so-a")
    };
    vec![
        lead("Sở A").meant("so-a"),
        lead("sở a").meant("so-a"),
        lead("So-A").meant("so-a"),
        lead("sở-a").meant("so-a"),
        lead("so_a").meant("so-a"),
        lead("soa").meant("so-a"),
        lead("khong-co-co-quan-nay"),
        file(
            "agencies.yaml",
            "- {id: so-khdt, name: Sở Kế hoạch và Đầu tư, short: Sở KH&ĐT}\n",
            &["tasks/1.1.yaml:4:7 unknown-agency"],
        )
        .with("tasks/1.1.yaml", task_text("kind: deliverable\nlead: Sở KH&ĐT"))
        .meant("so-khdt"),
        task("kind: deliverable\nlead: [so-a, so-c]", &["4:14 unknown-agency"]),
        task("kind: deliverable\nlead: so-a, so-b", &["4:7 unknown-agency"]),
        task("kind: deliverable\nsupport:\n  - so-a\n  - so-x1", &["6:5 unknown-agency"])
            .twin("kind: deliverable\nsupport:\n  - so-a\n  - so-b"),
        task("kind: deliverable\nplaces: [huyen-b]", &["4:10 unknown-place"])
            .meant("huyen-a")
            .twin("kind: deliverable\nplaces: [huyen-a]"),
        task("kind: deliverable\ndocuments: [\"1/KH-UBND\"]", &["4:13 unknown-document"])
            .twin("kind: deliverable\ndocuments: [bc-1]"),
        task("kind: deliverable\nrelated: [\"1.3\"]", &["4:11 unknown-task"])
            .twin("kind: deliverable\nrelated: [\"1.2\"]"),
        task(
            "kind: deliverable\nrelated: [\"1.2\", \"1.2\"]",
            &["4:18 doubled-reference (warning)"],
        )
        .twin("kind: deliverable\nrelated: [\"1.2\"]"),
        task("kind: deliverable\nrelated: [\"1.1\"]", &["4:11 related-to-itself (warning)"])
            .twin("kind: deliverable\nrelated: [\"1.2\"]"),
        file(
            "tasks/1.1.yaml",
            "priority: \"9\"\ntitle: Việc\nkind: duty\n",
            &["1:11 unknown-priority"],
        )
        .twin("priority: \"1\"\ntitle: Việc\nkind: duty\n"),
        file(
            "tasks/1.1.yaml",
            "priority: Một\ntitle: Việc\nkind: duty\n",
            &["1:11 unknown-priority"],
        )
        .meant("1"),
        task(
            "kind: deliverable\nupdates:\n  - {date: 2024-03-20, state: done, evidence: [bc-9]}",
            &["5:48 unknown-document"],
        )
        .twin("kind: deliverable\nupdates:\n  - {date: 2024-03-20, state: done, evidence: [bc-1]}"),
        task(
            "kind: deliverable\nextensions:\n  - {decided: 2024-04-01, due: 2024-07-31, document: qd-9}",
            &["5:54 unknown-document"],
        ),
        file(
            "documents.yaml",
            "- {id: bc-1, title: a, file: attachments/bc1.pdf}\n",
            &["1:30 unknown-attachment"],
        )
        .meant("attachments/bc-1.pdf")
        .twin("- {id: bc-1, title: a, file: attachments/bc-1.pdf}\n"),
        file(
            "documents.yaml",
            "- {id: bc-1, title: a, file: bc-1.pdf}\n",
            &["1:30 unknown-attachment"],
        )
        .meant("attachments/bc-1.pdf"),
        file("site.yaml", "title: a\nlogo: logo.png\n", &["2:7 unknown-attachment"]),
    ]
}

/// Ids and file names.
fn id_cases() -> Vec<Case> {
    let duty = task_text("kind: duty");
    let named = |path: &str, expected: &str| {
        file(path, task_text("kind: duty"), &[expected])
            .twin_file("tasks/2.1.yaml", &task_text("kind: duty"))
    };
    vec![
        named("tasks/2.1A.yaml", "1:1 bad-id").meant("2.1a"),
        named("tasks/nhiệm vụ 2.yaml", "1:1 bad-id").meant("nhiem-vu-2"),
        named("tasks/2.1 .yaml", "1:1 bad-id"),
        named("tasks/2..1.yaml", "1:1 bad-id"),
        named("tasks/2.1.yml", "1:1 wrong-ending"),
        named("tasks/2.1.yaml.txt", "1:1 wrong-ending"),
        named("tasks/2.1.txt", "1:1 wrong-ending"),
        named("tasks/2.1.YAML", "1:1 wrong-ending"),
        named("tasks/2.1", "1:1 wrong-ending"),
        named("tasks/con.yaml", "1:1 id-is-device"),
        named(&format!("tasks/{}.yaml", "a".repeat(61)), "1:1 id-too-long"),
        named("tasks/2.1.xlsx", "1:1 ignored-file (warning)"),
        file("notes/Báo cáo.md", note_text(GOOD_NOTE), &["1:1 bad-id"]).meant("bao-cao"),
        file("notes/2024-03-16-b.txt", note_text(GOOD_NOTE), &["1:1 wrong-ending"])
            .twin_file("notes/2024-03-16-b.md", &note_text(GOOD_NOTE)),
        file("notes/2024-03-16-b.yaml", note_text(GOOD_NOTE), &["1:1 wrong-ending"]),
        file("tasks/muc-2/1.1.yaml", &duty, &["1:1 doubled-id"])
            .twin_file("tasks/muc-2/2.1.yaml", &duty),
        file("notes/cu/2024-03-15-a.md", note_text(GOOD_NOTE), &["1:1 doubled-id"]),
        file(
            "agencies.yaml",
            "- {id: so-a, name: Sở A}\n- {id: so-a, name: Sở B}\n",
            &["2:8 doubled-id"],
        )
        .twin("- {id: so-a, name: Sở A}\n- {id: so-b, name: Sở B}\n"),
        file(
            "agencies.yaml",
            "- {id: so-a, name: Sở A}\n- {id: Sở B, name: Sở B}\n",
            &["2:8 bad-id"],
        )
        .meant("so-b"),
        file(
            "places.yaml",
            "- {id: a, name: A}\n- {id: huyen-a, name: B}\n- {id: a, name: C}\n",
            &["3:8 doubled-id"],
        ),
        file("documents.yaml", "- {id: 1/KH, title: a}\n", &["1:8 bad-id"]).meant("1-kh"),
        file(
            "directive.yaml",
            "number: 1\ndate: 2024-03-01\nsubject: a\npriorities:\n  - {id: \"1\", title: a}\n  - {id: \"1\", title: b}\n",
            &["6:10 doubled-id"],
        ),
        // A number loses its last zero in other programs.
        task("kind: deliverable\nrelated: [1.10]", &["4:11 number-as-id"])
            .with("tasks/1.10.yaml", &duty)
            .twin("kind: deliverable\nrelated: [\"1.10\"]"),
        task("kind: deliverable\nrelated: [1.2]", &["4:11 unquoted-id (hint)"])
            .twin("kind: deliverable\nrelated: [\"1.2\"]"),
        file(
            "tasks/1.1.yaml",
            "priority: 1\ntitle: a\nkind: duty\nnumber: 9.10\n",
            &["4:9 number-as-id"],
        )
        .twin("priority: 1\ntitle: a\nkind: duty\nnumber: \"9.10\"\n"),
    ]
}

/// Ledgers that contradict themselves or their task.
fn ledger_cases() -> Vec<Case> {
    let update = |line: &str, expected: &[&str]| {
        task(&format!("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    {line}"), expected)
    };
    let done =
        "kind: deliverable\nupdates:\n  - date: 2024-03-20\n    state: done\n    evidence: [bc-1]";
    vec![
        task("kind: ongoing\nupdates:\n  - date: 2024-03-20\n    state: done", &[
            "6:12 done-on-ongoing",
        ])
        .twin("kind: ongoing\nupdates:\n  - date: 2024-03-20\n    state: in_progress"),
        task("kind: duty\nupdates:\n  - date: 2024-03-20\n    state: done", &[
            "6:12 done-on-duty (warning)",
        ])
        .twin("kind: duty\nupdates:\n  - date: 2024-03-20\n    text: a"),
        update("state: cancelled", &["6:12 stop-without-document"])
            .twin("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    state: cancelled\n    document: qd-1"),
        update("state: superseded\n    document: qd-1", &["6:12 superseded-by-nothing"])
            .twin("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    state: superseded\n    document: qd-1\n    superseded_by: \"1.2\""),
        update("state: superseded", &["6:12 stop-without-document", "6:12 superseded-by-nothing"]),
        update("state: superseded\n    document: qd-1\n    superseded_by: \"1.9\"", &[
            "8:20 unknown-task",
        ]),
        update("state: superseded\n    document: qd-1\n    superseded_by: \"1.1\"", &[
            "8:20 superseded-by-itself",
        ])
        .twin("kind: deliverable\nupdates:\n  - date: 2024-03-20\n    state: superseded\n    document: qd-1\n    superseded_by: \"1.2\""),
        update("state: in_progress\n    superseded_by: \"1.2\"", &["7:5 replacement-without-state"])
            .twin(done),
        update("state: in_progress\n    document: qd-1", &["7:5 document-without-stop (warning)"])
            .twin(done),
        update("state: done", &["5:5 evidence-missing (warning)"]).twin(done),
        task("kind: deliverable\nupdates:\n  - {date: 2024-03-20, text: a}\n  - {date: 2024-03-19, text: b}", &[
            "6:12 ledger-order (warning)",
        ])
        .twin("kind: deliverable\nupdates:\n  - {date: 2024-03-19, text: b}\n  - {date: 2024-03-20, text: a}"),
        task("kind: deliverable\nupdates:\n  - {date: 2023-03-20, text: a}\n  - {date: 2024-03-20, text: b}", &[
            "5:12 entry-before-directive (warning)",
        ])
        .twin("kind: deliverable\nupdates:\n  - {date: 2024-03-01, text: a}"),
        task("kind: deliverable\nupdates:\n  - {date: 2024-03-20, text: a}\n  - {date: 2025-03-20, text: b}", &[
            "6:12 newest-fact-alone (warning)",
        ])
        .with("site.yaml", "title: a\n"),
        note("date: 2024-03-25\ntitle: a\ntasks: [\"1.1\"]\n---\n", &["2:7 note-newer-than-entry (hint)"])
        .twin("date: 2024-03-20\ntitle: a\ntasks: [\"1.1\"]\n---\n"),
    ]
}

/// `site.yaml` and `directive.yaml`.
fn header_cases() -> Vec<Case> {
    let directive = |lines: &str, expected: &[&str]| {
        case("directive.yaml", directive_text(lines), expected, directive_text)
    };
    vec![
        file("site.yaml", "title: a\nas_of: 2024-02-29\n", &["2:8 as-of-before-directive"])
            .twin("title: a\nas_of: 2024-03-31\n"),
        directive("period: {from: 2024-12-31, to: 2024-03-01}", &["5:32 dates-reversed"])
            .twin("period: {from: 2024-03-01, to: 2024-12-31}"),
        directive("signer: {title: Chủ tịch}", &["5:1 signer-without-name (warning)"])
            .twin("signer: {title: Chủ tịch, name: Nguyễn Văn A}"),
        directive("basis: [qd-9]", &["5:9 unknown-document"]).twin("basis: [qd-1]"),
        directive("recipients: Các sở", &["5:13 wrong-shape"]).twin("recipients: [Các sở]"),
        file(
            "directive.yaml",
            "number: 1\ndate: 2024-03-01\nsubject: a\npriorities:\n  - {id: \"1\", title: a}\n  - {id: \"2\", title: b}\n",
            &["6:10 priority-without-tasks (warning)"],
        ),
        file(
            "directive.yaml",
            "number: 1\ndate: 2024-03-01\nsubject: a\npriorities:\n  - {id: \"1\", title: a, no_tasks: Không}\n",
            &["5:25 no-tasks-but-tasks (warning)"],
        ),
        file(
            "directive.yaml",
            "number: 1\ndate: 2024-03-01\nsubject: a\npriorities:\n  - {id: Mục 9, title: c}\n  - {id: \"1\", title: a, no_tasks: Không}\n",
            &["5:10 bad-id", "6:25 no-tasks-but-tasks (warning)"],
        ),
        file(
            "directive.yaml",
            "number: 1\ndate: 2024-03-01\nsubject: a\npriorities:\n  - {id: \"1\", title: a, visibility: status_only}\n",
            &["tasks/1.1.yaml:4:13 public-in-restricted"],
        )
        .with("tasks/1.1.yaml", task_text("kind: duty\nvisibility: public")),
        // An unreadable list is one diagnostic, not one for each id in it.
        file("directive.yaml", "number: 1\n\tdate: 2024-03-01\n", &["2:1 yaml-tab"]),
        file("directive.yaml", "number: 1\ndate: 31/2/2024\nsubject: a\npriorities: [{id: \"1\", title: a}]\n", &[
            "2:7 date-no-such-day",
        ]),
        file("site.yaml", "- title: a\n", &["1:1 wrong-shape"]),
    ]
}

fn directive_text(lines: &str) -> String {
    let head = "number: 1\ndate: 2024-03-01\nsubject: a\npriorities: [{id: \"1\", title: a}]\n";
    format!("{head}{lines}\n")
}

/// `agencies.yaml`, `places.yaml`, `documents.yaml`.
fn register_cases() -> Vec<Case> {
    vec![
        file("agencies.yaml", "- {id: so-a, name: Sở A, valid_from: 2024-01-01, valid_until: 2023-12-31}\n", &[
            "1:63 dates-reversed",
            "tasks/1.1.yaml:4:7 agency-not-valid (warning)",
        ])
        .twin("- {id: so-a, name: Sở A, valid_from: 2024-01-01, valid_until: 2024-12-31}\n"),
        file("agencies.yaml", "- {id: so-a, name: Sở A, valid_from: 2024-05-01}\n", &[
            "tasks/1.1.yaml:4:7 agency-not-valid (warning)",
        ])
        .twin("- {id: so-a, name: Sở A, valid_from: 2024-03-01}\n"),
        file(
            "agencies.yaml",
            "- {id: so-a, name: Sở A, valid_until: 2024-12-31, successor: so-b}\n- {id: so-b, name: Sở B, valid_until: 2024-12-31, successor: so-a}\n",
            &["1:62 successor-loop", "2:62 successor-loop"],
        )
        .twin("- {id: so-a, name: Sở A, valid_until: 2024-12-31, successor: so-b}\n- {id: so-b, name: Sở B}\n"),
        file("agencies.yaml", "- {id: so-a, name: Sở A, valid_until: 2024-12-31, successor: so-a}\n", &[
            "1:62 successor-loop",
        ]),
        file("agencies.yaml", "- {id: so-a, name: Sở A, successor: so-b}\n- {id: so-b, name: Sở B}\n", &[
            "1:26 successor-without-end (warning)",
        ]),
        file("agencies.yaml", "- {id: so-a, name: Sở A, valid_until: 2024-12-31, successor: so-x9}\n", &[
            "1:62 unknown-agency",
        ]),
        // A record that cannot be read completely is still known by its id.
        file("agencies.yaml", "- {id: so-a, nmae: Sở A}\n", &["1:14 unknown-key"]),
        file("agencies.yaml", "- id: so-a\n  name: Sở A\n   short: A\n", &["3:4 yaml-indent"]),
        file("agencies.yaml", "- id: so-a\n  name: Sở A\n-id: so-b\n", &["3:1 yaml-dash"]),
        file("documents.yaml", "- {id: bc-1, title: a, url: www.a.example}\n", &["1:29 bad-url"])
            .twin("- {id: bc-1, title: a, url: \"https://www.a.example/?a=1\"}\n"),
        file("documents.yaml", "- {id: bc-1, title: a, date: 31/2/2024, printed: {date: 31/2/2024}}\n", &[
            "1:30 date-no-such-day",
        ])
        .twin("- {id: bc-1, title: a, printed: {date: 31/2/2024}, correction: {date: 2024-02-29}}\n"),
        file("documents.yaml", "- {id: bc-1, title: a, correction: {date: sai}}\n", &["1:43 date-form"]),
    ]
}

/// Notes: front matter, and links in the body.
fn note_cases() -> Vec<Case> {
    let hidden = |path: &str| {
        let hidden = "notes/2024-03-16-b.md:4:8 note-without-page (hint)";
        body("[a](note:2024-03-16-b)", &["6:5 link-to-hidden-note", hidden])
            .with(path, note_text("date: 2024-03-16\ntitle: b\ntasks: [\"1.3\"]\n---\n"))
    };
    vec![
        file("notes/2024-03-15-a.md", "Chỉ có nội dung.\n", &["1:1 front-matter-missing"])
            .twin(&body_text("a")),
        file("notes/2024-03-15-a.md", "", &["1:1 front-matter-missing"]),
        file("notes/2024-03-15-a.md", "date: 2024-03-15\ntitle: a\ntasks: [\"1.1\"]\n---\nNội dung\n", &[
            "1:1 front-matter-missing",
        ]),
        file("notes/2024-03-15-a.md", "---\ndate: 2024-03-15\ntitle: a\ntasks: [\"1.1\"]\n\nNội dung\n", &[
            "5:1 front-matter-unclosed",
        ])
        .twin(&body_text("a")),
        file("notes/2024-03-15-a.md", "---\ndate: 2024-03-15\ntitle: a\ntasks: [\"1.1\"]\n----\nNội dung\n", &[
            "5:1 front-matter-unclosed",
        ]),
        note("---\nNội dung\n", &["2:1 empty-file"]),
        note("date: 2024-03-15\ntitle: a: b\ntasks: [\"1.1\"]\n---\n", &["3:8 yaml-colon-in-text"]),
        note("date: 2024-03-15\n\ttitle: a\n---\n", &["3:1 yaml-tab"]),
        note("date: 2024-03-15\ntitle: a\n---\n", &["2:1 note-names-nothing"])
            .twin("date: 2024-03-15\ntitle: a\nplaces: [huyen-a]\n---\n"),
        note("date: 2024-03-15\ntitle: a\ntasks: []\n---\n", &["4:1 note-names-nothing"]),
        note("date: 2024-03-15\ntitle: a\ntasks: [\"1.1\"]\nauthor: Sở A\n---\n", &[
            "5:9 unknown-agency",
        ])
        .meant("so-a"),
        note("date: 2024-03-15\ntitle: a\ntasks: [\"1.8\"]\npriorities: [\"7\"]\nplaces: [x]\nevidence: [y]\n---\n", &[
            "4:9 unknown-task",
            "5:14 unknown-priority",
            "6:10 unknown-place",
            "7:12 unknown-document",
        ]),
        body("Xem [việc](task:1.9).", &["6:12 unknown-task"]).twin("Xem [việc](task:1.2)."),
        body("Xem\n[a](note:khong-co)", &["7:5 unknown-note"]).twin("[a](note:2024-03-15-a)"),
        body("[a](doc:bc-9)", &["6:5 unknown-document"]).twin("[a](doc:bc-1)"),
        body("[a](agency:so-c9)", &["6:5 unknown-agency"]).twin("[a](agency:so-a)"),
        body("[a](place:xa-x)", &["6:5 unknown-place"]).twin("[a](place:huyen-a)"),
        body("[a](priority:8)", &["6:5 unknown-priority"]).twin("[a](priority:1)"),
        body("[a](attachments/bc-9.pdf)", &["6:5 unknown-attachment"])
            .twin("[a](attachments/bc-1.pdf)"),
        body("[a](../tasks/1.2.yaml)", &["6:5 broken-link"]),
        body("[a](1.2)", &["6:5 broken-link"]),
        body("[a](www.chinhphu.example)", &["6:5 broken-link"])
            .meant("https://www.chinhphu.example"),
        body("[a](javascript:alert(1))", &["6:5 broken-link"]).twin("[a](https://a.example/)"),
        body("[a](#muc-1)", &["6:5 broken-link"]),
        body("![a](anh.png)", &["6:6 broken-link"]),
        body("[a][x] và [b][x]\n\n[x]: task:1.9", &["8:6 unknown-task"])
            .twin("[a][x] và [b][x]\n\n[x]: task:1.2"),
        body("[a](note:2024-03-16-b)", &["6:5 link-to-draft"]).with(
            "notes/2024-03-16-b.md",
            note_text("date: 2024-03-16\ntitle: b\ntasks: [\"1.1\"]\ndraft: true\n---\n"),
        ),
        hidden("notes/2024-03-16-b.md").with(
            "tasks/1.3.yaml",
            "priority: \"1\"\ntitle: a\nkind: deliverable\nvisibility: status_only\nupdates: [{date: 2024-03-16, text: a}]\n",
        ),
        body(&format!("{}a", "> ".repeat(70)), &["6:129 note-too-deep"]).twin("> > > a"),
        file("notes/2024-03-15-a.md", body_text(&"a ".repeat(140_000)), &["1:1 file-too-large"])
            .twin(&body_text(&"a ".repeat(100_000))),
    ]
}

/// Bytes and characters.
fn text_cases() -> Vec<Case> {
    let utf16 = |text: &str| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xff, 0xfe].into_iter().chain(units).collect::<Vec<u8>>()
    };
    let title = |title: &str| format!("priority: \"1\"\ntitle: {title}\nkind: duty\n");
    let mut latin = task_text("kind: duty\nproduct: B").into_bytes();
    latin.truncate(latin.len() - 1);
    latin.extend(b"\xe1o c\xe1o\n");
    let mut nul = title("Việc").into_bytes();
    nul.splice(20..20, *b"\0");
    vec![
        file("tasks/1.1.yaml", &latin, &["4:11 not-utf8"]).twin(&title("Báo cáo")),
        file("tasks/1.1.yaml", utf16(&title("Việc")), &["1:1 not-utf8"]),
        file("tasks/1.1.yaml", &utf16(&title("Viec"))[2..], &["1:1 not-utf8"]),
        file(
            "notes/2024-03-15-a.md",
            b"---\ndate: 2024-03-15\ntitle: \xd0\n---\n",
            &["3:8 not-utf8"],
        ),
        file("tasks/1.1.yaml", nul, &["2:7 yaml-nul"]).twin(&title("Việc")),
        body("a\0b", &["6:2 yaml-nul"]),
        file("tasks/1.1.yaml", format!("\u{feff}{}", title("Việc")), &[]),
        file("tasks/1.1.yaml", title("Việc").replace('\n', "\r\n"), &[]),
        file(
            "tasks/1.1.yaml",
            title("Việc").replace('\n', "\r\n") + "lead: so-c9\r\n",
            &["4:7 unknown-agency"],
        ),
        file("tasks/1.1.yaml", title("Việc").replace('\n', "\r"), &["1:14 old-line-ends (hint)"])
            .twin(&title("Việc")),
        file("tasks/1.1.yaml", title("Việc\r 1"), &["2:12 invisible-character"]),
        file("tasks/1.1.yaml", title("Tiáº¿n Ä‘á»™"), &["2:8 legacy-encoding"])
            .twin(&title("Tiến độ")),
        file("tasks/1.1.yaml", title("Vie\u{323}\u{302}c"), &["2:10 not-nfc (hint)"])
            .twin(&title("Việc")),
        file("tasks/1.1.yaml", title("§ång Hû"), &["2:8 legacy-encoding"]).twin(&title("Đồng Hỷ")),
        file("tasks/1.1.yaml", title("Tiêm vắc\u{200b}xin"), &["2:16 invisible-character"])
            .twin(&title("Tiêm vắc-xin")),
        file("tasks/1.1.yaml", title("Báo cáo \u{202e}gnourt"), &["2:16 invisible-character"]),
        file("tasks/1.1.yaml", title("Báo \u{200f}cáo\u{2066}"), &["2:12 invisible-character"]),
        body("Tiêm vắc\u{200b}xin", &["6:9 invisible-character"]),
        file(
            "tasks/1.1.yaml",
            format!("{}# {}\n", title("Việc"), "a".repeat(2 << 20)),
            &["1:1 file-too-large"],
        ),
    ]
}

/// Files and folders that do not belong. Links and pipes are tested separately.
fn file_cases() -> Vec<Case> {
    vec![
        file("attachments/bc.exe", "MZ", &["1:1 attachment-type"])
            .twin_file("attachments/bc-1.pdf", "%PDF"),
        file("attachments/bc.html", "<script>", &["1:1 attachment-type"]),
        file("attachments/bc", "?", &["1:1 attachment-type"]),
        file("attachments/ảnh.svg", "<svg>", &["1:1 attachment-type"]),
        file("attachments/BC 1.pdf", "%PDF", &["attachments/bc-1.pdf:1:1 attachment-collision"]),
        file("attachments/BC 2.pdf", "%PDF", &["1:1 unused-attachment (hint)"]),
        file("task/2.1.yaml", "a", &["task:1:1 ignored-file (warning)"]),
        file("agency.yaml", "a", &["1:1 ignored-file (warning)"]).meant("agencies.yaml"),
        file("documents.yml", "a", &["1:1 wrong-ending"]),
        file("site.yaml.txt", "a", &["1:1 wrong-ending"]),
        file("Agencies.yaml", "a", &["1:1 wrong-capitals"]),
        file("Tasks/2.1.yaml", "a", &["Tasks:1:1 wrong-capitals"]),
        file("ghi-chu.docx", "a", &["1:1 ignored-file (warning)"]),
        file(".git/x", "a", &[]),
        file("tasks/~$2.1.yaml", "a", &[]),
        file("README.md", "a", &[]),
    ]
}

/// Several mistakes, in one file and in many, in one run.
fn several_cases() -> Vec<Case> {
    vec![
        task(
            "kind: deliverables\nlead: so-c9\ndue: 31/9/2024\nowner: a\nupdates:\n  - date: 7/25/2024\n    state: finished\n    percent: 101\n    evidence: bc-1",
            &[
                "3:7 unknown-word",
                "4:7 unknown-agency",
                "5:6 date-no-such-day",
                "6:1 unknown-key",
                "8:11 date-month-first",
                "9:12 unknown-word",
                "10:14 bad-number",
                "11:15 wrong-shape",
            ],
        ),
        file(
            "site.yaml",
            "title: a\ncycle_day: 31\n",
            &[
                "agencies.yaml:2:3 missing-field",
                "directive.yaml:5:32 dates-reversed",
                "notes/2024-03-15-a.md:1:1 front-matter-missing",
                "2:12 bad-number",
                "tasks/1.1.yaml:4:1 yaml-colon",
                "tasks/1.2.yml:1:1 wrong-ending",
                "tasks/1.3.yaml:3:7 unknown-word",
            ],
        )
        .with("agencies.yaml", "- {id: so-a, name: Sở A}\n- {id: so-b}\n")
        .with("directive.yaml", directive_text("period: {from: 2024-12-31, to: 2024-03-01}"))
        .with("notes/2024-03-15-a.md", "a\n")
        .with("tasks/1.1.yaml", task_text("kind: duty\nlead so-a"))
        .with("tasks/1.2.yml", task_text("kind: duty"))
        .with("tasks/1.3.yaml", task_text("kind: x")),
        // A task that cannot be read still exists, so references to it are not reported.
        task("kind: [", &["3:7 yaml-bracket"]),
        task("kind: x\nkind: y", &["3:7 unknown-word", "4:1 doubled-key"]),
    ]
}

#[test]
fn the_valid_content_has_no_diagnostics() {
    assert_eq!(good().diagnostics(), Vec::<String>::new());
}

#[test]
fn mistakes_in_yaml_syntax() {
    judge(&yaml_cases());
}

#[test]
fn values_of_the_wrong_shape_and_missing_ones() {
    judge(&shape_cases());
}

#[test]
fn dates() {
    judge(&date_cases());
}

#[test]
fn deadlines() {
    judge(&deadline_cases());
}

#[test]
fn words_numbers_and_addresses() {
    judge(&word_cases());
}

#[test]
fn references() {
    judge(&reference_cases());
}

#[test]
fn ids_and_file_names() {
    judge(&id_cases());
}

#[test]
fn ledgers() {
    judge(&ledger_cases());
}

#[test]
fn header_files() {
    judge(&header_cases());
}

#[test]
fn registers() {
    judge(&register_cases());
}

#[test]
fn notes_and_links() {
    judge(&note_cases());
}

#[test]
fn bytes_and_characters() {
    judge(&text_cases());
}

#[test]
fn files_and_folders() {
    judge(&file_cases());
}

#[test]
fn several_mistakes_in_one_run() {
    judge(&several_cases());
}

/// Every code of the locales has a case, here or in `tests/rules`.
#[test]
fn every_code_has_a_case() {
    // Tested separately below, or impossible to test.
    let elsewhere = [
        "attachment-too-large",
        "cited-task-unread",
        "directive-folder",
        "doubled-directive",
        "fact-ahead-of-portal",
        "file-name-not-utf8",
        "later-directive",
        "link-outside",
        "missing-file",
        "no-regular-file",
        "too-many-records",
        "unreadable-file",
        "wrong-level",
    ];
    let words = include_str!("../../locales/vi/rules.ftl");
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    let mut last = "";
    for line in words.lines() {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '#'])) {
            last = name;
        }
        if line.trim_start().starts_with(".help =") {
            codes.insert(last);
        }
    }
    assert!(codes.len() > 80, "{codes:?}");
    let cases = all();
    for case in &cases {
        for line in &case.expected {
            let code = line.split(' ').nth(1).unwrap();
            assert!(codes.contains(code), "no words for {code}");
        }
    }
    let named: BTreeSet<&str> =
        cases.iter().flat_map(|c| &c.expected).filter_map(|l| l.split(' ').nth(1)).collect();
    // Newer rules are tested with folders, see `rules.rs`.
    let shown = |code: &str| {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules")).join(code).is_dir()
    };
    let missing: Vec<_> = codes
        .iter()
        .filter(|c| !named.contains(**c) && !elsewhere.contains(c) && !shown(c))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(cases.len() >= 90, "{}", cases.len());
}

#[test]
fn a_content_without_its_header_files() {
    let project = good();
    fs::remove_file(project.content().join("site.yaml")).unwrap();
    fs::remove_file(project.content().join("directive.yaml")).unwrap();
    assert_eq!(
        diagnostics(&project, ""),
        ["directive.yaml:1:1 missing-file", "site.yaml:1:1 missing-file",]
    );
}

/// The real commands, for a sample: they report the same places, exit with 1, and leave the old
/// site as it was.
#[test]
fn the_commands_refuse_and_leave_the_old_site() {
    let cases = all();
    let sample: Vec<&Case> =
        cases.iter().filter(|c| c.has_errors() && c.is_small()).step_by(6).collect();
    assert!(sample.len() >= 25, "{}", sample.len());
    let project = good();
    assert_eq!(project.run(&["build"]).code, 0);
    for case in sample {
        let before = snapshot(&project.output());
        for (path, text) in &case.files {
            project.write(path, text);
        }
        let text = project.run(&["check"]);
        let build = project.run(&["build"]);
        let short = project.run(&["check", "--format", "short"]);
        let json = project.run(&["check", "--format", "json"]);
        for answer in [&text, &build, &short, &json] {
            assert_eq!(answer.code, 1, "{}", answer.stderr);
        }
        for line in case.expected.iter().filter(|line| !line.contains('(')) {
            let (place, code) = line.split_once(' ').unwrap();
            let path = if place.starts_with(|c: char| c.is_ascii_digit()) {
                format!("content/{}:{place}", case.files[0].0)
            } else {
                format!("content/{place}")
            };
            // A file without text has no line to show.
            let shown = path.strip_suffix(":1:1").unwrap_or(&path);
            assert!(text.stderr.contains(shown), "{shown} is not in\n{}", text.stderr);
            assert!(build.stderr.contains(shown), "{shown} is not in\n{}", build.stderr);
            assert!(
                text.stderr.contains(&format!("[{code}]")),
                "{code} is not in\n{}",
                text.stderr
            );
            assert!(short.stdout.contains(&format!("{path}: ")), "{path} in\n{}", short.stdout);
        }
        assert_eq!(in_short(&json.stdout), short.stdout, "short and JSON say the same");
        assert_eq!(snapshot(&project.output()), before, "the old site stands");
        let kept = ["lock", "last", "once"].map(|what| format!(".output.tiendo-{what}"));
        let beside = fs::read_dir(project.root()).unwrap().map(|e| e.unwrap().file_name());
        let beside: BTreeSet<_> = beside
            .filter(|name| name != "content" && !kept.iter().any(|k| name == k.as_str()))
            .collect();
        assert_eq!(beside, BTreeSet::from(["output".into()]), "nothing else is written");
        // Restores the valid content.
        fs::remove_dir_all(project.content()).unwrap();
        let fresh = good();
        for (path, text) in snapshot(&fresh.content()) {
            project.write(&path, text);
        }
    }
    assert_eq!(project.run(&["check"]).code, 0);
}

impl Case {
    fn has_errors(&self) -> bool {
        self.expected.iter().any(|line| !line.contains('('))
    }

    fn is_small(&self) -> bool {
        self.files.iter().all(|(_, text)| text.len() < 10_000)
    }
}

/// Every file below a folder with its bytes.
fn snapshot(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

/// The JSON output in the short format.
fn in_short(json: &str) -> String {
    let answer: serde_json::Value = serde_json::from_str(json).unwrap();
    let word = |severity: &str| match severity {
        "error" => "LỖI",
        "warning" => "CẢNH BÁO",
        _ => "GỢI Ý",
    };
    let line = |d: &serde_json::Value| {
        let text = |name: &str| d[name].as_str().unwrap().to_owned();
        let severity = word(&text("severity"));
        format!(
            "{}:{}:{}: {severity}[{}]: {}\n",
            text("file"),
            d["line"],
            d["column"],
            text("code"),
            text("message")
        )
    };
    answer["diagnostics"].as_array().unwrap().iter().map(line).collect()
}

#[cfg(unix)]
#[test]
fn links_pipes_and_folders_that_pose_as_records() {
    use std::os::unix::fs::symlink;
    let project = good();
    let tasks = project.content().join("tasks");
    let outside = project.root().join("outside.yaml");
    fs::write(&outside, task_text("kind: duty")).unwrap();
    symlink(&outside, tasks.join("2.1.yaml")).unwrap();
    symlink("2.3.yaml", tasks.join("2.2.yaml")).unwrap();
    symlink("2.2.yaml", tasks.join("2.3.yaml")).unwrap();
    symlink("1.2.yaml", tasks.join("2.4.yaml")).unwrap();
    symlink(project.root(), tasks.join("up")).unwrap();
    symlink("../tasks", tasks.join("again")).unwrap();
    symlink("/etc/passwd", project.content().join("attachments/x.pdf")).unwrap();
    fs::create_dir(tasks.join("2.5.yaml")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(tasks.join("2.6.yaml")).status().unwrap();
    assert!(pipe.success());
    assert_eq!(
        diagnostics(&project, ""),
        [
            "attachments/x.pdf:1:1 link-outside",
            "tasks/2.1.yaml:1:1 link-outside",
            "tasks/2.2.yaml:1:1 link-outside",
            "tasks/2.3.yaml:1:1 link-outside",
            "tasks/2.5.yaml:1:1 no-regular-file",
            "tasks/2.6.yaml:1:1 no-regular-file",
            "tasks/again:1:1 ignored-file (warning)",
            "tasks/up:1:1 link-outside",
        ]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let project = good();
    let name = std::ffi::OsStr::from_bytes(b"2\xff.yaml");
    fs::write(project.content().join("tasks").join(name), "a").unwrap();
    assert_eq!(diagnostics(&project, ""), ["tasks/2\u{fffd}.yaml:1:1 file-name-not-utf8"]);
}
