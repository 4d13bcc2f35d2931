//! Whatever a content folder contains, reading it never panics, every diagnostic points into its
//! file, and the work is bounded.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use tiendo::diagnostic::Diagnostics;
use tiendo::source::Sources;

use crate::project::Project;

const TASK: &str = "priority: \"1\"\ntitle: Việc “một”\nkind: deliverable\nlead: [so-a, so-b]\ndue: {before: {month: 2024-10}}\nextensions:\n  - {decided: 2024-04-01, due: 2024-07-31, document: qd-1}\nrelated: [\"1.2\"]\nupdates:\n  - date: 2024-03-20\n    state: done\n    text: >\n      Đã trình.\n    evidence: [bc-1]\n  - date: 21/3/2024\n    percent: 50\n";
const NOTE: &str = "---\ndate: 2024-03-15\ntitle: Ghi chú\ntasks: [\"1.1\"]\n---\nXem [việc](task:1.1), [văn bản](doc:bc-1)[^1].\n\n[^1]: > - a\n";
const AGENCIES: &str = "- id: so-a\n  name: Sở A\n  aliases: [A]\n  valid_until: 2024-12-31\n  successor: so-b\n- {id: so-b, name: Sở B}\n";
const DIRECTIVE: &str = "number: 1/KH\ndate: 2024-03-01\nsubject: Thử\nsigner: {title: CT, name: A}\nbasis: [qd-1]\npriorities:\n  - {id: \"1\", title: Một}\n";

/// The files that a case may alter, each with a valid text.
const FILES: [(&str, &str); 8] = [
    ("tasks/1.1.yaml", TASK),
    ("notes/2024-03-15-a.md", NOTE),
    ("agencies.yaml", AGENCIES),
    ("directive.yaml", DIRECTIVE),
    ("site.yaml", "title: a\nperiods: [2024-06-30]\ncycle_day: 3\n"),
    (
        "documents.yaml",
        "- id: bc-1\n  title: a\n  printed: {date: 31/2/2024}\n- {id: qd-1, title: b}\n",
    ),
    ("places.yaml", "- {id: huyen-a, name: Huyện A}\n"),
    ("attachments/a.pdf", "%PDF"),
];

/// Fragments that have a meaning in YAML, in Markdown or for the checks.
#[rustfmt::skip]
const PIECES: [&str; 44] = [
    ":", ": ", "\n", "\n  ", "- ", "-", "{", "}", "[", "]", ",", "\"", "'", "#", "&a ", "*a", "!t ",
    "|\n", ">\n", "\t", "\u{a0}", "\u{200b}", "\0", "\r", "---\n", "...\n", "? ", "<<: ", "~", "null",
    "title", "updates", "due", "before", "id", "so-a", "1.10", "31/2/2024", "2024-Q5", "“", "đ",
    "e\u{301}", "[a](task:", "> ",
];

fn load(project: &Project) -> (Sources, Diagnostics) {
    let (_, sources, diagnostics) = project.load();
    for diagnostic in diagnostics.iter() {
        for place in [Some(&diagnostic.place), diagnostic.second.as_ref()].into_iter().flatten() {
            let file = sources.get(place.file);
            let range = file.range(&place.spot);
            assert!(file.text.get(range.clone()).is_some(), "{diagnostic:?} at {range:?}");
            let (start, end) = (file.position(range.start), file.position(range.end));
            assert!(start <= end, "{diagnostic:?}");
        }
        if let Some(fix) = &diagnostic.fix {
            let text = &sources.get(diagnostic.place.file).text;
            assert!(text.get(fix.range.clone()).is_some(), "{diagnostic:?}");
        }
    }
    // Line and column, counted independently.
    if sources.iter().all(|(_, file)| file.text.len() < 10_000) {
        crate::fuzz::promises::check_diagnostics(&diagnostics, &sources);
    }
    (sources, diagnostics)
}

fn spoilt(n: usize, text: &[u8]) -> Project {
    let project = Project::new();
    for (path, text) in FILES {
        project.write(path, text);
    }
    project.write(FILES[n].0, text);
    project
}

/// A tree of lists, mappings and scalars, written in flow style.
fn tree() -> impl Strategy<Value = String> {
    let keys = prop::sample::select(vec![
        "title",
        "priority",
        "kind",
        "due",
        "before",
        "month",
        "updates",
        "date",
        "state",
        "lead",
        "id",
        "name",
        "priorities",
        "extensions",
        "a b",
        "\"“x”\"",
        "tasks",
        "signer",
    ]);
    let leaf = prop_oneof![
        Just(String::new()),
        prop::sample::select(vec!["x", "1", "1.10", "~", "true", "2024-03-01", "\"đ: y\"", "so-a"])
            .prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(
                inner.clone().prop_map(|v| if v.is_empty() { "y".into() } else { v }),
                0..5
            )
            .prop_map(|items| format!("[{}]", items.join(", "))),
            prop::collection::vec((keys.clone(), inner), 0..5).prop_map(|entries| {
                let entries: Vec<String> =
                    entries.into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{{}}}", entries.join(", "))
            }),
        ]
    })
}

/// Ids that records use for themselves and each other. Some exist, some do not, some are malformed.
fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a", "b", "c", "1.1", "1.2", "1.10", "d", "\"1\"", "x-y", "A", "con", "\"\"", "Sở A",
    ])
}

fn names() -> impl Strategy<Value = String> {
    prop::collection::vec(name(), 0..4).prop_map(|names| format!("[{}]", names.join(", ")))
}

fn date() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "2024-03-01",
        "2024-02-28",
        "30/6/2024",
        "2024-12-31",
        "2024-02-30",
        "7/25/2024",
        "~",
    ])
}

/// A task with arbitrary references.
fn any_task() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(vec!["deliverable", "ongoing", "duty", "deliverables"]);
    let state = prop::sample::select(vec![
        "done",
        "in_progress",
        "blocked",
        "cancelled",
        "superseded",
        "finished",
    ]);
    let visibility = prop::sample::select(vec!["public", "status_only", "secret"]);
    let due = prop::sample::select(vec![
        "2024-06-30",
        "{before: {month: 2024-05}}",
        "{quarter: 2024-Q3}",
        "{event: mưa}",
        "{days: 5, after: x}",
        "{}",
    ]);
    let entry = (date(), state, names(), name()).prop_map(|(date, state, evidence, by)| {
        format!("  - {{date: {date}, state: {state}, text: đã làm, evidence: {evidence}, superseded_by: {by}, document: {by}}}\n")
    });
    let head = (name(), kind, names(), names(), names(), visibility, due);
    (head, prop::collection::vec(entry, 0..4), date()).prop_map(
        |((priority, kind, lead, places, related, visibility, due), entries, decided)| {
            let entries = if entries.is_empty() { "  []\n".to_owned() } else { entries.concat() };
            format!(
                "priority: {priority}\ntitle: Việc\nkind: {kind}\nlead: {lead}\nplaces: {places}\nrelated: {related}\nvisibility: {visibility}\n\
                 due: {due}\nextensions: [{{decided: {decided}, due: {due}, document: a}}]\nupdates:\n{entries}"
            )
        },
    )
}

/// A note with arbitrary references, in its front matter and its links.
fn any_note() -> impl Strategy<Value = String> {
    (date(), name(), names(), names(), prop::collection::vec((prop::sample::select(vec!["task", "doc", "note", "agency", "place", "priority", "attachments"]), name()), 0..4)).prop_map(
        |(date, author, tasks, priorities, links)| {
            let links: String = links.iter().map(|(kind, name)| format!("[á]({kind}:{name}) ")).collect();
            format!("---\ndate: {date}\ntitle: Ghi chú\nauthor: {author}\ntasks: {tasks}\npriorities: {priorities}\n---\n{links}\n")
        },
    )
}

/// A folder of many files that refer to each other, rightly or wrongly.
fn any_folder() -> impl Strategy<Value = Vec<(String, String)>> {
    let list = |other: &'static str| {
        prop::collection::vec((name(), name(), date()), 0..5).prop_map(move |items| {
            let items: Vec<String> = items
                .iter()
                .map(|(id, to, date)| {
                    format!(
                        "- {{id: {id}, name: Tên, title: Tên{}}}\n",
                        other.replace('@', to).replace('#', date)
                    )
                })
                .collect();
            if items.is_empty() { "[]\n".to_owned() } else { items.concat() }
        })
    };
    let file =
        prop::sample::select(vec!["a", "b", "1.1", "1.2", "1.10", "d", "X", "sub/a", "sub/1.3"]);
    let tasks = prop::collection::vec((file.clone(), any_task()), 0..5);
    let notes = prop::collection::vec((file, any_note()), 0..4);
    let lists = (
        list(", successor: @, valid_until: #"),
        list(""),
        list(", date: #, file: attachments/@"),
        list(", summary: t"),
    );
    (tasks, notes, lists).prop_map(|(tasks, notes, (agencies, places, documents, priorities))| {
        let priorities: String = priorities.lines().map(|line| format!("  {line}\n")).collect();
        let mut files = vec![
            ("directive.yaml".to_owned(), format!("number: 1/KH\ndate: 2024-03-01\nsubject: Thử\nbasis: [a, c]\npriorities:\n{priorities}")),
            ("agencies.yaml".to_owned(), agencies),
            ("places.yaml".to_owned(), places),
            ("documents.yaml".to_owned(), documents),
        ];
        files.extend(tasks.into_iter().map(|(id, text)| (format!("tasks/{id}.yaml"), text)));
        files.extend(notes.into_iter().map(|(id, text)| (format!("notes/{id}.md"), text)));
        files
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the records refer to, every diagnostic is in its file and every page can be
    /// rendered.
    #[test]
    fn any_folder_of_records_that_name_each_other(files in any_folder()) {
        let project = Project::new().file("attachments/a", "x").file("attachments/b.pdf", "x");
        for (path, text) in files {
            project.write(&path, text);
        }
        crate::fuzz::promises::whole(&project.content());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn diagnostics_of_any_bytes_are_inside_the_file(
        n in 0..FILES.len(),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        load(&spoilt(n, &bytes));
    }

    #[test]
    fn a_good_record_may_be_cut_and_joined_at_will(
        n in 0..FILES.len(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..12usize, prop::sample::select(PIECES.to_vec())), 1..6),
    ) {
        let mut text = FILES[n].1.to_owned();
        for (at, length, piece) in cuts {
            let mut at = at.index(text.len() + 1);
            while !text.is_char_boundary(at) { at -= 1; }
            let mut end = (at + length).min(text.len());
            while !text.is_char_boundary(end) { end -= 1; }
            text.replace_range(at..end.max(at), piece);
        }
        load(&spoilt(n, text.as_bytes()));
    }

    #[test]
    fn any_pieces_in_any_order(
        n in 0..FILES.len(),
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
    ) {
        load(&spoilt(n, pieces.concat().as_bytes()));
    }

    #[test]
    fn any_tree_in_any_file(n in 0..FILES.len() - 1, tree in tree()) {
        let text = if FILES[n].0.ends_with(".md") { format!("---\n{tree}\n---\na\n") } else { tree };
        load(&spoilt(n, text.as_bytes()));
    }
}

/// Files of the maximum size, each of a shape that could cost more than linear time.
#[test]
fn hostile_shapes_take_bounded_time() {
    let many = |n: usize, part: &dyn Fn(usize) -> String| (0..n).map(part).collect::<String>();
    let shapes = [
        ("unknown keys", "tasks/1.1.yaml", many(24_000, &|n| format!("key{n}: x\n"))),
        ("doubled keys", "tasks/1.1.yaml", many(24_000, &|_| "title: x\n".to_owned())),
        (
            "doubled keys in a line",
            "tasks/1.1.yaml",
            format!("{{{}}}", many(24_000, &|_| "a: x, ".to_owned())),
        ),
        ("keys that are none", "tasks/1.1.yaml", many(24_000, &|n| format!("-k{n}: x\n"))),
        (
            "empty items",
            "tasks/1.1.yaml",
            format!("related:\n{}", many(49_000, &|_| "-\n".to_owned())),
        ),
        (
            "unknown tasks",
            "tasks/1.1.yaml",
            format!(
                "priority: \"1\"\ntitle: a\nkind: duty\nrelated: [{}]",
                many(49_000, &|n| format!("x{n}, "))
            ),
        ),
        (
            "unknown agencies in lines",
            "tasks/1.1.yaml",
            format!(
                "priority: \"1\"\ntitle: a\nkind: duty\nsupport:\n{}",
                many(49_000, &|n| format!("- x{n}\n"))
            ),
        ),
        (
            "wrong entries",
            "tasks/1.1.yaml",
            format!("updates:\n{}", many(49_000, &|n| format!("- {n}\n"))),
        ),
        (
            "entries without dates",
            "tasks/1.1.yaml",
            format!(
                "priority: \"1\"\ntitle: a\nkind: duty\nupdates:\n{}",
                many(16_000, &|_| "- {state: x, percent: y}\n".to_owned())
            ),
        ),
        (
            "agencies of one id",
            "agencies.yaml",
            many(16_000, &|_| "- {id: a, name: A}\n".to_owned()),
        ),
        (
            "a chain of agencies",
            "agencies.yaml",
            many(12_000, &|n| format!("- {{id: a{n}, name: A, successor: a{}}}\n", n + 1)),
        ),
        ("a long line", "tasks/1.1.yaml", format!("title: {}\nkind: x", "đ ".repeat(330_000))),
        (
            "a long wrong id",
            "tasks/1.1.yaml",
            format!("priority: {}\ntitle: a\nkind: duty", "a".repeat(1_000_000)),
        ),
        ("a long key", "tasks/1.1.yaml", format!("{}: a", "a".repeat(1_000_000))),
        ("brackets", "tasks/1.1.yaml", "[".repeat(1_000_000)),
        ("quotes", "tasks/1.1.yaml", "\"\n".repeat(500_000)),
        ("dashes", "tasks/1.1.yaml", "- ".repeat(500_000)),
        ("colons", "tasks/1.1.yaml", "a:\n".repeat(300_000)),
        ("nbsp", "tasks/1.1.yaml", "\u{a0}\n".repeat(300_000)),
        ("links", "notes/a.md", format!("{NOTE}{}", "[a](task:9)\n".repeat(18_000))),
        ("open links", "notes/a.md", format!("{NOTE}{}", "[a](".repeat(60_000))),
        ("emphasis", "notes/a.md", format!("{NOTE}{}", "*a _b ".repeat(40_000))),
    ];
    // Unoptimised code takes about twelve times as long.
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 15 } else { 2 });
    for (name, path, text) in shapes {
        assert!(text.len() <= 1 << 20, "{name}: {}", text.len());
        let project = spoilt(7, b"%PDF");
        project.write(path, text);
        let start = Instant::now();
        let (sources, diagnostics) = load(&project);
        assert!(diagnostics.has_errors(), "{name}");
        let lines: usize =
            diagnostics.iter().map(|diagnostic| diagnostic.position(&sources).line).sum();
        let time = start.elapsed();
        println!("{name}: {time:?} {lines}");
        assert!(time < limit, "{name}: {time:?}");
    }
}

/// Words that rules look for, and similar ones.
#[rustfmt::skip]
const PHRASES: [&str; 16] = [
    "Họp.", "Đã hoàn thành.", "Rà soát đê điều", "rà soát  đê điều.", "TODO", "…", "Số ......", "xxx",
    "Ông Nguyễn Văn A", "bà N.T.B.", "0912 345 678", "+84 912.345.678", "CCCD 012345678901",
    "Chủ tịch, ông Ẩ Ệ", "ông\u{a0}Ạ.", "Bà",
];
/// Fragments of the body of a note.
#[rustfmt::skip]
const BODY: [&str; 20] = [
    "\n\n", "\n# ", "\n#### ", "Kết quả", " [a](task:1.0)", " [a](doc:bc-1)", " ![](attachments/a.pdf)",
    " ![ả](x)", " <http://a.vn>", " [a](HTTP://ẹ.vn)", " https://ả.vn/ệ,", " www.", " www.a.vn.", " a_b@c.vn",
    " @", "ệ@ệ.ệ;", " ://", "> ", "- ", "`",
];

#[derive(Clone, Debug)]
struct RandomTask {
    priority: usize,
    title: usize,
    kind: usize,
    restricted: bool,
    named: usize,
    due: Option<i64>,
    entries: Vec<(i64, usize, Option<u8>, usize, usize)>,
}

fn random_task() -> impl Strategy<Value = RandomTask> {
    let entry = (-9..60i64, 0..7usize, proptest::option::of(0..=100u8), 0..17usize, 0..4usize);
    let entries = prop::collection::vec(entry, 0..5);
    let due = proptest::option::of(-30..60i64);
    (0..2usize, 0..16usize, 0..3usize, any::<bool>(), 0..4usize, due, entries).prop_map(
        |(priority, title, kind, restricted, named, due, entries)| RandomTask {
            priority,
            title,
            kind,
            restricted,
            named,
            due,
            entries,
        },
    )
}

/// A day close to the directive's date.
fn near(n: i64) -> String {
    (crate::project::day("2024-03-01") + chrono::Duration::days(n)).to_string()
}

fn task_record(task: &RandomTask, count: usize) -> String {
    let kind = ["deliverable", "ongoing", "duty"][task.kind];
    let mut text = format!(
        "priority: \"{}\"\ntitle: \"{}\"\nkind: {kind}\n",
        task.priority + 1,
        PHRASES[task.title]
    );
    text.push_str(["", "lead: so-a\n", "lead: [so-a, so-b]\n", "places: [huyen-a]\n"][task.named]);
    if task.restricted {
        text.push_str("visibility: status_only\n");
    }
    if let Some(due) = task.due.filter(|_| task.kind == 0) {
        text.push_str(&format!("due: {}\n", near(due)));
    }
    if !task.entries.is_empty() {
        text.push_str("updates:\n");
    }
    for (day, state, percent, phrase, evidence) in &task.entries {
        text.push_str(&format!("  - date: {}\n", near(*day)));
        let states =
            ["", "not_started", "in_progress", "blocked", "done", "cancelled", "superseded"];
        if !states[*state].is_empty() {
            text.push_str(&format!("    state: {}\n", states[*state]));
        }
        if *state >= 5 {
            text.push_str("    document: qd-1\n");
        }
        if *state == 6 {
            text.push_str(&format!("    superseded_by: \"1.{}\"\n", *phrase % count));
        }
        if let Some(percent) = percent {
            text.push_str(&format!("    percent: {percent}\n"));
        }
        if let Some(phrase) = PHRASES.get(*phrase) {
            text.push_str(&format!("    text: \"{phrase}\"\n"));
        }
        text.push_str(
            ["", "    evidence: [bc-1]\n", "    evidence: [qd-1, bc-1]\n", "    text2: a\n"]
                [*evidence],
        );
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Records that can be linked, so that every rule looks at them.
    #[test]
    fn rules_on_random_models(
        tasks in prop::collection::vec(random_task(), 1..5),
        notes in prop::collection::vec(
            (0..60i64, 0..5usize, any::<bool>(), prop::collection::vec((0..36usize, any::<bool>()), 0..12)),
            0..4,
        ),
        as_of in proptest::option::of(0..400i64),
        head in prop::collection::vec(any::<u8>(), 0..20),
        ending in prop::sample::select(vec!["pdf", "exe.pdf", "csv", "con.png", "docx"]),
    ) {
        let mut site = "title: a\npublisher: b\n".to_owned();
        site.push_str(&as_of.map_or("as_of:\n".to_owned(), |day| format!("as_of: {}\n", near(day))));
        let project = Project::new()
            .file("site.yaml", site)
            .file(
                "directive.yaml",
                "number: 1/KH\ndate: 2024-03-01\nsubject: Thử\npriorities:\n  - {id: \"1\", title: Một, summary: một}\n  - {id: \"2\", title: Hai}\n",
            )
            .file(
                "agencies.yaml",
                "- {id: so-a, name: Sở A, short: SA}\n- {id: so-b, name: Sở B, aliases: [sa, SỞ A]}\n",
            )
            .file(
                "documents.yaml",
                "- {id: bc-1, title: Báo cáo 1, date: 2024-03-20}\n- {id: qd-1, title: b, date: 2024-04-30, correction: {date: 2024-03-05}}\n",
            )
            .file(&format!("attachments/a.{ending}"), head);
        for (n, task) in tasks.iter().enumerate() {
            project.write(&format!("tasks/1.{n}.yaml"), task_record(task, tasks.len()));
        }
        for (n, (day, task, draft, pieces)) in notes.iter().enumerate() {
            let body: String = (pieces.iter())
                .map(|(piece, blank)| {
                    let piece = BODY.iter().chain(&PHRASES).nth(*piece).copied().unwrap_or_default();
                    if *blank { format!(" {piece}") } else { piece.to_owned() }
                })
                .collect();
            let task = task % tasks.len();
            let front = format!("date: {}\ntitle: Ghi chú\ntasks: [\"1.{task}\"]\ndraft: {draft}", near(*day));
            project.write(&format!("notes/n-{n}.md"), format!("---\n{front}\n---\n{body}\n"));
        }
        load(&project);
    }
}
