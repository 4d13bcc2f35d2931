//! Every rule explains itself and is tested: `tests/rules/CODE/bad` has diagnostics at the marked
//! lines and nowhere else, and its twin `tests/rules/CODE/good` has none.
//!
//! `tests/README.md` says how to write such a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tiendo::check::rules;
use tiendo::content;
use tiendo::content::files::MAX_ATTACHMENT_BYTES;
use tiendo::diagnostic::Rule;
use tiendo::locale::Locale;

use crate::golden;
use crate::portal::Portal;
use crate::project::Project;

/// Rules that a folder of files cannot show. Each has a test of its name below.
const MADE_HERE: &[(&str, &str)] = &[
    ("cited-task-unread", "a twin lies over a single directive, not over a portal"),
    ("doubled-directive", "a twin lies over a single directive, not over a portal"),
    ("directive-folder", "a twin lies over a single directive, not over a portal"),
    ("fact-ahead-of-portal", "a twin lies over a single directive, not over a portal"),
    ("later-directive", "a twin lies over a single directive, not over a portal"),
    ("wrong-level", "a twin lies over a single directive, not over a portal"),
    ("attachment-too-large", "a file of 20 MB does not belong into a repository"),
    (
        "figure-differs",
        "check knows no dates: the pipeline compares figures, on the date of the note",
    ),
    ("file-name-not-utf8", "git and other systems change such a name"),
    ("file-too-large", "a file over the limit is too large to keep"),
    ("link-outside", "a symbolic link is not kept everywhere"),
    ("missing-file", "a twin lies over files that are there"),
    ("too-many-records", "100,001 records are too many to keep"),
    ("unreadable-file", "permissions are not kept, and nobody forbids root to read"),
    ("yaml-too-many", "50,001 values are too many to keep"),
];

/// An expected diagnostic: file, line, optional column, code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ExpectedDiagnostic {
    path: String,
    line: usize,
    column: Option<usize>,
    code: String,
}

impl ExpectedDiagnostic {
    /// Reads `path:line CODE` or `path:line:column CODE`.
    fn parse(text: &str) -> Option<Self> {
        let (place, code) = text.trim().rsplit_once(' ')?;
        let (rest, last) = place.trim().rsplit_once(':')?;
        let last = last.parse().ok()?;
        let (path, line, column) = match rest.rsplit_once(':') {
            Some((path, line)) if line.parse::<usize>().is_ok() => {
                (path, line.parse().ok()?, Some(last))
            }
            _ => (rest, last, None),
        };
        Some(ExpectedDiagnostic { path: path.to_owned(), line, column, code: code.to_owned() })
    }

    /// Whether the program reported this. Without a column, any column matches.
    fn is_met_by(&self, found: &ExpectedDiagnostic) -> bool {
        let column = self.column.is_none() || self.column == found.column;
        column && (&self.path, self.line, &self.code) == (&found.path, found.line, &found.code)
    }
}

/// One twin of a rule's folder: `bad`, `good`, `bad-2`, …
struct Twin {
    code: String,
    name: String,
    files: BTreeMap<String, Vec<u8>>,
    /// Diagnostics that are expected besides those marked in the files.
    listed: Result<Vec<ExpectedDiagnostic>, String>,
}

impl Twin {
    fn is_bad(&self) -> bool {
        self.name.starts_with("bad")
    }

    /// The expected diagnostics: the marks in the files and the lines of the list.
    fn expected(&self) -> Result<Vec<ExpectedDiagnostic>, String> {
        let mut expected = self.listed.clone()?;
        for (path, bytes) in &self.files {
            expected.extend(marks(path, &String::from_utf8_lossy(bytes)));
        }
        Ok(expected)
    }

    /// Describes what is wrong with this twin, for a failed test.
    fn verdict(&self) -> Option<String> {
        let expected = match self.expected() {
            Ok(expected) => expected,
            Err(line) => return Some(format!("cannot read the line {line:?} of its list")),
        };
        let project = laid_over(&self.files);
        let said = project.diagnostics();
        let found: Vec<ExpectedDiagnostic> =
            said.iter().filter_map(|l| ExpectedDiagnostic::parse(l)).collect();
        assert_eq!(said.len(), found.len(), "{said:?}");
        let mut verdict = String::new();
        for diagnostic in &expected {
            if !found.iter().any(|f| diagnostic.is_met_by(f)) {
                let column = diagnostic.column.map(|c| format!(":{c}")).unwrap_or_default();
                let ExpectedDiagnostic { path, line, code, .. } = diagnostic;
                verdict.push_str(&format!("\n  expected, not said: {path}:{line}{column} {code}"));
            }
        }
        for (diagnostic, said) in found.iter().zip(&said) {
            if !expected.iter().any(|e| e.is_met_by(diagnostic)) {
                verdict.push_str(&format!("\n  said, not expected: {said}"));
            }
        }
        let own = expected.iter().any(|diagnostic| diagnostic.code == self.code);
        match (self.is_bad(), own) {
            (true, false) => verdict.push_str("\n  the rule's own code is not expected anywhere"),
            (false, true) => verdict.push_str("\n  a good twin expects the rule's own code"),
            _ => {}
        }
        (!verdict.is_empty()).then_some(verdict)
    }
}

/// The smallest content with these files over it, and a task that is always valid, so that its
/// priority is not empty.
fn laid_over(files: &BTreeMap<String, Vec<u8>>) -> Project {
    let project = Project::new().task("0", "kind: duty");
    for (path, bytes) in files {
        match std::str::from_utf8(bytes) {
            Ok(text) => project.write(path, without_marks(text)),
            Err(_) => project.write(path, bytes),
        };
    }
    project
}

/// Removes the comments that mark their own line. After a text, a comment would be a mistake itself.
fn without_marks(text: &str) -> String {
    let without = |line: &str| match line.split_once(" #~") {
        Some((before, mark)) if !before.trim().is_empty() => {
            let end = if mark.ends_with('\n') { "\n" } else { "" };
            format!("{}{end}", before.trim_end_matches([' ', '\t']))
        }
        _ => line.to_owned(),
    };
    text.split_inclusive('\n').map(without).collect()
}

/// The diagnostics that a file's comments expect: `#~ CODE …` for its own line, `#~^ CODE …` for
/// the line before, one line further up for each `^`.
fn marks(path: &str, text: &str) -> Vec<ExpectedDiagnostic> {
    let mut marks = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let Some(at) = line.find("#~").filter(|at| *at == 0 || line[..*at].ends_with([' ', '\t']))
        else {
            continue;
        };
        let mark = &line[at + 2..];
        let up = mark.bytes().take_while(|b| *b == b'^').count();
        for code in mark[up..].split_whitespace() {
            let (line, code) = ((n + 1).saturating_sub(up), code.to_owned());
            marks.push(ExpectedDiagnostic { path: path.to_owned(), line, column: None, code });
        }
    }
    marks
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// Every twin of every folder in `tests/rules`.
fn twins() -> Vec<Twin> {
    let mut twins = Vec::new();
    for code in names(&root()) {
        let folder = root().join(&code);
        for name in names(&folder).into_iter().filter(|name| folder.join(name).is_dir()) {
            // `bad-2` has its list in `expected-2.txt`, `good-2` in `expected-good-2.txt`.
            let list = match name.strip_prefix("bad") {
                Some(rest) => format!("expected{rest}.txt"),
                None => format!("expected-{name}.txt"),
            };
            let list = fs::read_to_string(folder.join(list)).unwrap_or_default();
            let listed = (list.lines())
                .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
                .map(|line| ExpectedDiagnostic::parse(line).ok_or_else(|| line.to_owned()))
                .collect();
            let files = golden::files(&folder.join(&name));
            twins.push(Twin { code: code.clone(), name, files, listed });
        }
    }
    twins
}

/// The codes that have messages in a language.
fn codes_with_words(language: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let mut codes = BTreeSet::new();
    for name in names(&path).into_iter().filter(|name| name.ends_with(".ftl")) {
        let mut last = String::new();
        for line in fs::read_to_string(path.join(name)).unwrap().lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase())
                && let Some((key, _)) = line.split_once(" =")
            {
                key.clone_into(&mut last);
            }
            if line.trim_start().starts_with(".help =") {
                codes.insert(last.clone());
            }
        }
    }
    codes
}

fn codes() -> BTreeSet<String> {
    rules::all().iter().map(|rule| rule.code.to_owned()).collect()
}

/// The files of `src/*/rules/` that hold a rule, by path.
fn rule_files() -> BTreeMap<String, String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = BTreeMap::new();
    for room in ["content", "check"] {
        let folder = src.join(room).join("rules");
        for name in names(&folder).into_iter().filter(|name| name.ends_with(".rs")) {
            let text = fs::read_to_string(folder.join(&name)).unwrap();
            if ["Rule::error(", "Rule::warning(", "Rule::hint("]
                .iter()
                .any(|new| text.contains(new))
            {
                files.insert(format!("src/{room}/rules/{name}"), text);
            }
        }
    }
    files
}

#[test]
fn every_bad_twin_is_reported_where_it_is_marked_and_no_good_one_is() {
    let twins = twins();
    let verdicts: Vec<String> = twins
        .iter()
        .filter_map(|twin| Some(format!("{}/{}:{}", twin.code, twin.name, twin.verdict()?)))
        .collect();
    let count = verdicts.len();
    assert!(count == 0, "{count} of {} folders:\n{}", twins.len(), verdicts.join("\n"));
}

#[test]
fn every_rule_has_a_bad_and_a_good_twin() {
    let twins = twins();
    let has = |code: &str, start: &str| {
        twins.iter().any(|twin| twin.code == code && twin.name.starts_with(start))
    };
    let mut problems = Vec::new();
    for code in codes() {
        let made_here = MADE_HERE.iter().any(|(known, _)| *known == code);
        for start in ["bad", "good"] {
            if !has(&code, start) && !made_here {
                problems.push(format!("tests/rules/{code}/{start} is missing"));
            }
        }
    }
    for twin in &twins {
        let (code, name) = (&twin.code, &twin.name);
        if !codes().contains(code) {
            problems.push(format!("tests/rules/{code} is no rule's folder"));
        }
        if !name.starts_with("bad") && !name.starts_with("good") {
            problems.push(format!("tests/rules/{code}/{name} is neither bad nor good"));
        }
        if twin.files.is_empty() {
            problems.push(format!("tests/rules/{code}/{name} holds no file"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// A rule without a folder has a reason and a test that mentions its code.
#[test]
fn what_no_folder_can_show_is_shown_here() {
    let text = include_str!("rules.rs");
    for (code, reason) in MADE_HERE {
        assert!(codes().contains(*code), "{code} is no rule");
        assert!(reason.len() > 10, "{code} needs a reason");
        let name = format!("fn {}()", code.replace('-', "_"));
        assert!(text.contains(&name), "there is no test {name}");
    }
}

/// On the note's own date, 0 of 1 are done, though 1 of 1 is today.
#[test]
fn figure_differs() {
    let done = "kind: deliverable\nupdates:\n  - {date: 2024-05-10, state: done, evidence: [bc-1]}";
    let front = "date: 2024-05-01\ntitle: Ghi\ntasks: [\"1.1\"]";
    let body = "Xong {{hoan-thanh = 0/1}}.\nXong {{hoan-thanh muc:1 = 1/1}}, {{qua-han = 0}}.";
    let project = Project::new().task("1.1", done).note("2024-05-01-a", front, body);
    let loaded = tiendo::pipeline::load(&project.content()).unwrap();
    let said: Vec<String> = (loaded.diagnostics.iter())
        .map(|d| {
            let position = d.position(&loaded.sources);
            format!("{}:{} {} {:?}", position.line, position.column, d.code, d.args)
        })
        .collect();
    let args = "[(\"typed\", \"1/1\"), (\"computed\", \"0/1\"), (\"date\", \"2024-05-01\")]";
    assert_eq!(said, [format!("7:6 figure-differs {args}")]);
}

#[test]
fn attachment_too_large() {
    let limit = usize::try_from(MAX_ATTACHMENT_BYTES).unwrap();
    let project = Project::new().task("0", "kind: duty");
    project.write("documents.yaml", "- {id: bc-1, title: Báo cáo, file: attachments/a.pdf}\n");
    let pdf = |length| [b"%PDF".to_vec(), vec![b' '; length - 4]].concat();
    project.write("attachments/a.pdf", pdf(limit));
    assert_eq!(project.diagnostics(), [""; 0]);
    project.write("attachments/a.pdf", pdf(limit + 1));
    assert_eq!(project.diagnostics(), ["attachments/a.pdf:1:1 attachment-too-large"]);
}

/// Names that Windows cannot hold cannot lie in this repository either.
#[cfg(unix)]
#[test]
fn windows_path_of_a_device() {
    let project = Project::new().task("0", "kind: duty");
    for name in ["Con.pdf", "lpt1.bc.pdf", "Báo cáo: quý 3.pdf"] {
        let list = format!("- {{id: bc-1, title: Báo cáo, file: \"attachments/{name}\"}}\n");
        project.write("documents.yaml", list);
        project.write(&format!("attachments/{name}"), "%PDF");
        assert_eq!(project.diagnostics(), [format!("attachments/{name}:1:1 windows-path")]);
        std::fs::remove_file(project.content().join("attachments").join(name)).unwrap();
    }
}

#[test]
fn every_rule_has_messages_in_every_language() {
    for language in ["vi", "en"] {
        let words = codes_with_words(language);
        let missing: Vec<_> = codes().difference(&words).cloned().collect();
        assert!(missing.is_empty(), "locales/{language}: no words for {missing:?}");
    }
}

#[test]
fn every_message_belongs_to_a_rule() {
    let missing: Vec<_> = codes_with_words("vi").difference(&codes()).cloned().collect();
    assert!(missing.is_empty(), "no rule for {missing:?}");
}

#[test]
fn a_rule_has_one_file_of_its_name_and_is_listed_once() {
    let files = rule_files();
    let mut problems = Vec::new();
    for (path, text) in &files {
        let name = path.rsplit('/').next().unwrap();
        let code = name.trim_end_matches(".rs").replace('_', "-");
        if !text.contains(&format!("\"{code}\"")) {
            problems.push(format!("{path} does not name the code {code}"));
        }
        if !text.contains(&format!("include_str!(\"{name}\")")) {
            problems.push(format!("{path} does not explain itself with its own text"));
        }
        match rules::all().iter().filter(|rule| rule.code == code).count() {
            1 => {}
            n => problems.push(format!("{path}: {code} is listed {n} times")),
        }
    }
    assert_eq!(files.len(), rules::all().len(), "each rule has a file of its own");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What is wrong with the explanation in one language.
fn problems_of(text: &str, wrong: &str, right: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut problems = Vec::new();
    let title = lines.first().copied().unwrap_or_default();
    if !title.ends_with('.') || title.chars().count() > 110 || title.starts_with('#') {
        problems.push(format!("its first line is no short sentence: {title:?}"));
    }
    if lines.get(1).is_some_and(|line| !line.is_empty()) {
        problems.push("its title is not alone".to_owned());
    }
    let fences = lines.iter().filter(|line| line.starts_with("```")).count();
    let at =
        |word: &str| lines.iter().position(|line| line.starts_with(word) && line.ends_with(':'));
    match (at(wrong), at(right)) {
        (Some(wrong), Some(right)) if wrong < right && fences >= 4 && fences % 2 == 0 => {}
        _ => {
            problems.push(format!("it needs an example under “{wrong}:” and one under “{right}:”"));
        }
    }
    if let Some(long) = lines.iter().find(|line| line.chars().count() > 100) {
        problems.push(format!("a line is too long for a terminal: {long}"));
    }
    if !(12..=45).contains(&lines.len()) {
        problems.push(format!("{} lines; 12 to 45 are read", lines.len()));
    }
    problems
}

#[test]
fn every_rule_explains_itself_in_both_languages() {
    let mut problems = Vec::new();
    for rule in rules::all() {
        let Rule { code, .. } = rule;
        let (english, vietnamese) = (rule.explanation("en"), rule.explanation("vi"));
        if english == vietnamese {
            problems.push(format!("{code} speaks one language only"));
        }
        for problem in problems_of(&english, "Wrong", "Right") {
            problems.push(format!("{code} (en): {problem}"));
        }
        for problem in problems_of(&vietnamese, "Sai", "Đúng") {
            problems.push(format!("{code} (vi): {problem}"));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The language and text of the fenced block after the line that begins with `word`.
fn example<'t>(text: &'t str, word: &str) -> Option<(&'t str, String)> {
    let mut lines =
        text.lines().skip_while(|line| !(line.starts_with(word) && line.ends_with(':')));
    let language = lines.find_map(|line| line.strip_prefix("```"))?;
    let block: Vec<&str> = lines.take_while(|line| !line.starts_with("```")).collect();
    let mut block = block.join("\n") + "\n";
    let unseen = [("NBSP", "\u{a0}"), ("TAB", "\t"), ("NUL", "\0"), ("U+200B", "\u{200b}")];
    for (name, character) in
        unseen.into_iter().chain([("U+0302", "\u{302}"), ("U+0301", "\u{301}")])
    {
        block = block.replace(&format!("<{name}>"), character);
    }
    Some((language, block))
}

/// The examples of reading rules are true: the wrong one has the diagnostic, and the right one has
/// none.
#[test]
fn the_examples_of_reading_are_true() {
    let read: Vec<&str> = content::rules::RULES.iter().map(|rule| rule.code).collect();
    let said = |path: &str, text: &str| -> Vec<String> {
        let project = Project::new().task("0", "kind: duty").file(path, text);
        let diagnostics = project.diagnostics();
        diagnostics.iter().filter_map(|line| line.rsplit(' ').next()).map(str::to_owned).collect()
    };
    let mut problems = Vec::new();
    for rule in content::rules::RULES {
        for (language, wrong, right) in [("en", "Wrong", "Right"), ("vi", "Sai", "Đúng")] {
            let text = rule.explanation(language);
            let path = |kind: &str| match kind {
                "yaml" => Some("tasks/1.1.yaml"),
                "markdown" => Some("notes/2021-07-24-a.md"),
                _ => None,
            };
            let wrong = example(&text, wrong).and_then(|(kind, text)| Some((path(kind)?, text)));
            let right = example(&text, right).and_then(|(kind, text)| Some((path(kind)?, text)));
            if let Some((path, text)) = wrong {
                let codes = said(path, &text);
                if !codes.iter().any(|code| code == rule.code) {
                    problems.push(format!("{} ({language}), wrong: {codes:?}\n{text}", rule.code));
                }
            }
            if let Some((path, text)) = right {
                let codes = said(path, &text);
                if codes.iter().any(|code| read.contains(&code.as_str())) {
                    problems.push(format!("{} ({language}), right: {codes:?}\n{text}", rule.code));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The text around the rules on the page of all rules, in one language.
struct Frame {
    language: &'static str,
    file: &'static str,
    title: &'static str,
    intro: &'static str,
    header: &'static str,
}

const PAGES: [Frame; 2] = [
    Frame {
        language: "en",
        file: "docs/rules.md",
        title: "What tiendo checks",
        intro: "An **error** keeps the site from being built, a **warning** should be looked at, a \
                **hint** is a remark. `tiendo check` names every place in one run; \
                `tiendo --lang en check --explain CODE` prints the text below. In Vietnamese: \
                [quy-tac.md](quy-tac.md).",
        header: "| Code | | What is wrong |",
    },
    Frame {
        language: "vi",
        file: "docs/quy-tac.md",
        title: "Những điều tiendo kiểm tra",
        intro: "**Lỗi** thì trang chưa được dựng, **cảnh báo** là chỗ nên xem lại, **gợi ý** là điều \
                nên biết. Lệnh `tiendo check` chỉ ra mọi chỗ trong một lần chạy; \
                `tiendo check --explain MÃ` in ra phần giải thích dưới đây. Bản tiếng Anh: \
                [rules.md](rules.md).",
        header: "| Mã | | Điều sai |",
    },
];

impl Frame {
    /// The page: a table of all rules, then each rule in full.
    fn page(&self) -> String {
        let locale = Locale::of(self.language);
        let word =
            |rule: &Rule| locale.text(&format!("severity-{}", rule.severity.name())).to_lowercase();
        let rules = rules::all();
        let Frame { title, intro, header, .. } = self;
        let mut page =
            format!("# {title}\n\n<!-- {BLESSED} -->\n\n{intro}\n\n{header}\n|---|---|---|\n");
        for rule in &rules {
            let text = rule.explanation(self.language);
            let title = harmless(text.lines().next().unwrap_or_default()).replace('|', "\\|");
            let code = rule.code;
            page.push_str(&format!("| [`{code}`](#{code}) | {} | {title} |\n", word(rule)));
        }
        for rule in &rules {
            let text = rule.explanation(self.language);
            let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
            let (title, code) = (harmless(title), rule.code);
            page.push_str(&format!("\n## {code}\n\n**{title}** ({})\n", word(rule)));
            let mut fenced = false;
            for line in rest.lines() {
                let fence = line.starts_with("```");
                fenced ^= fence;
                page.push_str(&if fenced || fence { line.to_owned() } else { harmless(line) });
                page.push('\n');
            }
        }
        page
    }
}

const BLESSED: &str = "Written by `TIENDO_BLESS=1 cargo test` from the rules' own files in src/content/rules and src/check/rules: change those.";

/// A line of Markdown in which nothing outside code can be mistaken for HTML.
fn harmless(line: &str) -> String {
    let parts = line.split('`').enumerate();
    let parts: Vec<String> = parts
        .map(|(n, part)| if n % 2 == 0 { part.replace('<', "&lt;") } else { part.to_owned() })
        .collect();
    parts.join("`")
}

#[test]
fn the_pages_of_all_rules_say_what_the_rules_say() {
    for frame in PAGES {
        golden::written(frame.file, &frame.page());
    }
}

#[test]
fn the_command_explains_a_rule() {
    let project = Project::new();
    for rule in rules::all() {
        // One command as a sample. All texts come from the same function.
        if rule.code.len() % 7 != 0 && rule.code != "yaml-alias" {
            continue;
        }
        let english = project.run(&["--lang", "en", "check", "--explain", rule.code]);
        let vietnamese = project.run(&["check", "--explain", rule.code]);
        assert_eq!(english.stdout.trim(), rule.explanation("en"));
        assert_eq!(vietnamese.stdout.trim(), rule.explanation("vi"));
    }
    let unknown = project.run(&["check", "--explain", "yaml-alia"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("yaml-alias"), "{}", unknown.stderr);
}

#[test]
fn marks_and_lists_are_read_as_the_readme_says() {
    let diagnostic = |line, column, code: &str| ExpectedDiagnostic {
        path: "a.yaml".to_owned(),
        line,
        column,
        code: code.to_owned(),
    };
    let text = "a: 1 #~ b-c d\n#~^ e\nx#~ f\n  #~^^^ g\n";
    assert_eq!(
        marks("a.yaml", text),
        [
            diagnostic(1, None, "b-c"),
            diagnostic(1, None, "d"),
            diagnostic(1, None, "e"),
            diagnostic(1, None, "g")
        ]
    );
    assert_eq!(ExpectedDiagnostic::parse("a.yaml:3 b-c"), Some(diagnostic(3, None, "b-c")));
    assert_eq!(ExpectedDiagnostic::parse("a.yaml:3:5 b-c"), Some(diagnostic(3, Some(5), "b-c")));
    assert_eq!(ExpectedDiagnostic::parse("a b c"), None);
    assert!(diagnostic(3, None, "b").is_met_by(&diagnostic(3, Some(9), "b")));
    assert!(!diagnostic(3, Some(8), "b").is_met_by(&diagnostic(3, Some(9), "b")));
}

/// Checks the diagnostics of a project.
#[track_caller]
fn assert_diagnostics(project: &Project, expected: &[&str]) {
    assert_eq!(project.diagnostics(), expected);
}

#[cfg(target_os = "linux")]
#[test]
fn file_name_not_utf8() {
    use std::os::unix::ffi::OsStrExt;
    let project = laid_over(&BTreeMap::new());
    let name = std::ffi::OsStr::from_bytes(b"th\xe1ng-7.yaml");
    fs::write(project.content().join("tasks").join(name), "a").unwrap();
    assert_diagnostics(&project, &["tasks/th\u{fffd}ng-7.yaml:1:1 file-name-not-utf8"]);
}

#[test]
fn file_too_large() {
    let project = laid_over(&BTreeMap::new());
    let blanks = |bytes: usize| " ".repeat(bytes);
    let task = "priority: \"1\"\ntitle: a\nkind: duty\n";
    let note = "---\ndate: 2024-03-15\ntitle: a\nplaces: [huyen-a]\n---\na\n";
    project.write("tasks/1.1.yaml", format!("{task}{}", blanks((1 << 20) - task.len())));
    project.write("notes/a.md", format!("{note}{}", blanks((256 << 10) - note.len())));
    assert_diagnostics(&project, &[]);
    project.write("tasks/1.1.yaml", format!("{task}{}", blanks((1 << 20) - task.len() + 1)));
    project.write("notes/a.md", format!("{note}{}", blanks((256 << 10) - note.len() + 1)));
    assert_diagnostics(
        &project,
        &["notes/a.md:1:1 file-too-large", "tasks/1.1.yaml:1:1 file-too-large"],
    );
}

#[cfg(unix)]
#[test]
fn link_outside() {
    use std::os::unix::fs::symlink;
    let project = laid_over(&BTreeMap::new());
    let tasks = project.content().join("tasks");
    fs::write(project.root().join("outside.yaml"), "priority: \"1\"\n").unwrap();
    symlink("../../outside.yaml", tasks.join("1.1.yaml")).unwrap();
    symlink("nowhere.yaml", tasks.join("1.2.yaml")).unwrap();
    symlink("1.4.yaml", tasks.join("1.3.yaml")).unwrap();
    symlink("1.3.yaml", tasks.join("1.4.yaml")).unwrap();
    symlink("0.yaml", tasks.join("1.5.yaml")).unwrap();
    assert_diagnostics(
        &project,
        &[
            "tasks/1.1.yaml:1:1 link-outside",
            "tasks/1.2.yaml:1:1 link-outside",
            "tasks/1.3.yaml:1:1 link-outside",
            "tasks/1.4.yaml:1:1 link-outside",
        ],
    );
}

#[test]
fn directive_folder() {
    let portal = Portal::new();
    assert_eq!(portal.said(), Vec::<String>::new());
    portal.write("directives/Kế hoạch 58/directive.yaml", "number: 1\n");
    portal.write("directives/ghi-chu.txt", "x");
    let said = portal.said();
    let expected =
        ["directives/Kế hoạch 58:1:1 directive-folder", "directives/ghi-chu.txt:1:1 ignored-file"];
    assert_eq!(said, expected);
}

#[test]
#[cfg(unix)]
fn a_link_is_no_directive() {
    let portal = Portal::new();
    portal.write("directives/kh-9.yaml", "number: 1\n");
    let link = portal.content().join("directives/kh-3");
    std::os::unix::fs::symlink("kh-1", link).unwrap();
    let expected = ["directives/kh-3:1:1 link-outside", "directives/kh-9.yaml:1:1 wrong-level"];
    assert_eq!(portal.said(), expected);
}

#[test]
fn cited_task_unread() {
    let portal = Portal::new();
    portal.task("kh-1", "1", "kind: ongoing\nlead: so-a\nrelated: [kh-2/0]");
    assert_eq!(portal.said(), Vec::<String>::new());
    portal.write("directives/kh-2/tasks/0.yaml", "title: \"Một\n");
    // The file has its own error; that it is cited is told where the other directive is looked at.
    assert!(portal.said().iter().all(|line| line.starts_with("directives/kh-2/")));
    let folder = portal.content().join("directives/kh-1");
    let loaded = tiendo::pipeline::load(&folder).unwrap();
    let said: Vec<_> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(said, ["cited-task-unread"]);
}

#[test]
fn doubled_directive() {
    let portal = Portal::new();
    let head = fs::read_to_string(portal.content().join("directives/kh-1/directive.yaml")).unwrap();
    portal.write("directives/kh-2/directive.yaml", &head.replace("1/KH-UBND", "1/KH-HĐND"));
    assert_eq!(portal.said(), Vec::<String>::new());
    portal.write("directives/kh-2/directive.yaml", &head);
    let expected =
        ["kh-1", "kh-2"].map(|id| format!("directives/{id}/directive.yaml:1:9 doubled-directive"));
    assert_eq!(portal.said(), expected);
    portal.write("directives/kh-2/directive.yaml", &head.replace("2024-03-01", "2024-03-02"));
    assert_eq!(portal.said(), Vec::<String>::new());
}

/// Tasks replace one another in a circle that leads through other directives.
#[test]
fn a_circle_through_directives_is_found() {
    let portal = Portal::new();
    portal.write(
        "documents.yaml",
        "- {id: cv-1, symbol: 1/UBND, date: 2024-04-01, title: Công văn}\n",
    );
    let by = |other: &str| {
        format!(
            "kind: ongoing\nlead: so-a\nupdates:\n  - {{date: 2024-04-02, state: superseded, superseded_by: {other}, document: cv-1}}"
        )
    };
    portal.task("kh-1", "1", &by("kh-2/1"));
    portal.task("kh-2", "1", &by("\"2\""));
    portal.task("kh-2", "2", "kind: ongoing\nlead: so-a");
    assert_eq!(portal.said(), Vec::<String>::new());
    portal.task("kh-2", "2", &by("kh-1/1"));
    let said: Vec<String> = portal.said();
    let expected = ["kh-1/tasks/1", "kh-2/tasks/1", "kh-2/tasks/2"]
        .map(|file| format!("directives/{file}.yaml:6:58 superseded-loop"));
    assert_eq!(said, expected);
}

#[test]
fn wrong_level() {
    let portal = Portal::new();
    portal.write("directive.yaml", "number: 1\n");
    portal.write("tasks/1.yaml", "title: x\n");
    portal.write("directives/kh-1/agencies.yaml", "- {id: so-x, name: Sở X}\n");
    let expected = [
        "directive.yaml:1:1 wrong-level",
        "directives/kh-1/agencies.yaml:1:1 wrong-level",
        "tasks:1:1 wrong-level",
    ];
    assert_eq!(portal.said(), expected);
}

#[test]
fn fact_ahead_of_portal() {
    let portal = Portal::new();
    let entry = |date: &str| {
        format!("kind: deliverable\nlead: so-a\nupdates:\n  - {{date: {date}, text: Đã làm}}")
    };
    // One day within the limit, and one beyond it.
    portal.task("kh-1", "1", &entry("2024-05-01"));
    portal.task("kh-2", "1", &entry("2024-06-01"));
    assert_eq!(portal.said(), Vec::<String>::new());
    portal.task("kh-2", "1", &entry("2024-06-02"));
    assert_eq!(portal.said(), ["directives/kh-2/tasks/1.yaml:6:12 fact-ahead-of-portal"]);
    portal.write("site.yaml", "title: Cổng\nas_of: 2024-06-30\n");
    assert!(!portal.said().iter().any(|line| line.contains("fact-ahead-of-portal")));
}

#[test]
fn later_directive() {
    let portal = Portal::new();
    let site = |date: &str| portal.write("site.yaml", &format!("title: Cổng\nas_of: {date}\n"));
    let head = fs::read_to_string(portal.content().join("directives/kh-2/directive.yaml")).unwrap();
    portal.write("directives/kh-2/directive.yaml", &head.replace("2024-03-01", "2024-04-02"));
    assert_eq!(portal.said(), Vec::<String>::new());
    site("2024-04-02");
    assert_eq!(portal.said(), Vec::<String>::new());
    site("2024-04-01");
    assert_eq!(portal.said(), ["directives/kh-2/directive.yaml:3:7 later-directive"]);
}

#[test]
fn missing_file() {
    let project = laid_over(&BTreeMap::new());
    for name in ["agencies.yaml", "documents.yaml", "places.yaml"] {
        fs::remove_file(project.content().join(name)).unwrap();
    }
    assert_diagnostics(&project, &[]);
    fs::remove_file(project.content().join("site.yaml")).unwrap();
    assert_diagnostics(&project, &["site.yaml:1:1 missing-file"]);
}

#[test]
fn too_many_records() {
    let project = laid_over(&BTreeMap::new());
    for name in ["agencies.yaml", "documents.yaml", "places.yaml"] {
        project.write(name, "- {}\n".repeat(33_000));
    }
    assert!(!project.diagnostics().iter().any(|line| line.ends_with(" too-many-records")));
    for name in ["agencies.yaml", "documents.yaml", "places.yaml"] {
        project.write(name, "- {}\n".repeat(33_400));
    }
    assert!(project.diagnostics().iter().any(|line| line.ends_with(" too-many-records")));
}

/// A path longer than the system's limit cannot be opened by anybody.
#[cfg(target_os = "linux")]
#[test]
fn unreadable_file() {
    let project = laid_over(&BTreeMap::new());
    let name = "n".repeat(200);
    let deep = |top: &Path| std::iter::repeat_n(&name, 12).fold(top.to_owned(), |at, n| at.join(n));
    let (one, two) = (project.content().join("notes"), project.root().join("two"));
    fs::create_dir_all(deep(&one)).unwrap();
    fs::create_dir_all(deep(&two)).unwrap();
    fs::rename(&two, deep(&one).join("two")).unwrap();
    let diagnostics = project.diagnostics();
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    assert!(diagnostics[0].ends_with(":1:1 unreadable-file"), "{diagnostics:?}");
}

#[test]
fn yaml_too_many() {
    let task = |values: usize| {
        let ids = "so-b, ".repeat(values);
        format!("priority: \"1\"\ntitle: a\nkind: duty\nsupport: [{ids}]\n")
    };
    let project = laid_over(&BTreeMap::new());
    project.write("tasks/1.1.yaml", task(49_990));
    assert!(!project.diagnostics().iter().any(|line| line.ends_with(" yaml-too-many")));
    project.write("tasks/1.1.yaml", task(50_000));
    let diagnostics = project.diagnostics();
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
    assert!(diagnostics[0].starts_with("tasks/1.1.yaml:4:"), "{diagnostics:?}");
    assert!(diagnostics[0].ends_with(" yaml-too-many"), "{diagnostics:?}");
}
