//! Parts, periodic reports, hours, targets, handovers and groups against the worked examples of
//! `tests/records/examples.yaml`, and around the days on which they turn.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Map, Value, json};
use tiendo::assess::{Assessed, Assessment, PartStanding, Reach, Tally};
use tiendo::model::{Kind, Model, TaskIx};

use crate::project::{Project, day};

const EXAMPLES: &str = include_str!("../records/examples.yaml");

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

/// Collects the ids that records name under some keys, at any depth.
fn named(value: &Value, keys: &[&str], into: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                if keys.contains(&key.as_str()) {
                    let list = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
                    for id in list.iter().filter_map(Value::as_str) {
                        into.entry(id.to_owned()).or_insert_with(|| json!({"id": id, "name": id}));
                    }
                }
                named(value, keys, into);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| named(value, keys, into)),
        _ => {}
    }
}

/// Makes the content folder of an example. `None` for one of several directives.
fn project(defaults: &Value, example: &Value) -> Option<Project> {
    let tasks = object(example.get("tasks")?);
    let merged = |key: &str| {
        let mut all = object(&defaults[key]);
        all.extend(object(example.get(key).unwrap_or(&Value::Null)));
        all
    };
    let mut site = merged("site");
    site.insert("title".to_owned(), json!("Thử"));
    let mut directive = merged("directive");
    let priorities = example.get("priorities").unwrap_or(&defaults["priorities"]);
    let priorities: Vec<Value> = priorities
        .as_array()?
        .iter()
        .map(|priority| {
            let mut priority = object(priority);
            priority.entry("title").or_insert(json!("Mục"));
            Value::Object(priority)
        })
        .collect();
    directive.insert("priorities".to_owned(), json!(priorities));
    directive.entry("subject").or_insert(json!("Thử"));

    let register = |key: &str, keys: &[&str]| {
        let mut all = BTreeMap::new();
        let listed = example.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let ids: Vec<String> = listed.iter().map(|record| text(&record["id"])).collect();
        named(&Value::Object(tasks.clone()), keys, &mut all);
        named(&json!(listed), &["members"], &mut all);
        let listed = listed.into_iter().map(|record| {
            let mut record = object(&record);
            let id = record["id"].clone();
            record.entry("name").or_insert(id);
            Value::Object(record)
        });
        let others = all.into_iter().filter(|(id, _)| !ids.contains(id)).map(|(_, record)| record);
        json!(listed.chain(others).collect::<Vec<_>>())
    };
    let mut project = Project::new()
        .file("site.yaml", json!(site).to_string())
        .file("directive.yaml", json!(directive).to_string())
        .file("agencies.yaml", register("agencies", &["lead", "agency"]).to_string())
        .file("places.yaml", register("places", &["places", "place"]).to_string())
        .file(
            "documents.yaml",
            json!([{"id": "mc", "title": "Minh chứng"}, {"id": "qd", "title": "Quyết định"}])
                .to_string(),
        );
    for (id, record) in &tasks {
        let mut task = object(&defaults["task"]);
        task.insert("title".to_owned(), json!(format!("Việc {id}")));
        task.extend(object(record));
        project = project.file(&format!("tasks/{id}.yaml"), json!(task).to_string());
    }
    Some(project)
}

/// How a task stands, in the words of the examples.
pub(crate) fn told(model: &Model, ix: TaskIx, assessed: &Assessed) -> String {
    let task = &model[ix];
    let mut said = assessed.standing.name().to_owned();
    let mut push = |text: String| {
        said.push(' ');
        said.push_str(&text);
    };
    if let Some(days) = assessed.days {
        push(days.to_string());
    }
    if let Some(cycles) = assessed.cycles {
        push(format!("{}/{}", cycles.reported, cycles.ended));
    }
    let causes = &assessed.causes;
    let own = assessed.standing.name();
    for (mark, holds) in [
        ("blocked", causes.blocked),
        ("awaiting_evidence", causes.awaiting_evidence),
        ("no_report", causes.no_report),
    ] {
        if holds && own != mark {
            push(format!("+{mark}"));
        }
    }
    if let Some(days) = causes.stale {
        push(format!("+stale {days}"));
    }
    if assessed.slip_days > 0 {
        push(format!("+late_before {}", assessed.slip_days));
    }
    let counts = assessed.parts.counts;
    if !assessed.standing.is_stopped() {
        if task.split.is_some() {
            push(format!("+parts {}/{}", counts.done, counts.total));
        }
        if counts.overdue > 0 {
            push(format!("+parts_overdue {}", counts.overdue));
        }
    }
    let levels = || assessed.levels.iter().flatten();
    if levels().next().is_some() {
        let reached = levels().filter(|level| level.reach.is_reached()).count();
        push(format!("+levels {reached}/{}", levels().count()));
    }
    said
}

fn with_days(name: &str, days: Option<u32>) -> String {
    days.map_or_else(|| name.to_owned(), |days| format!("{name} {days}"))
}

fn parts(assessed: &Assessed) -> BTreeMap<String, String> {
    let one = |part: &tiendo::assess::AssessedPart| {
        let mut said = with_days(part.standing.name(), part.days);
        if part.blocked {
            said.push_str(" +blocked");
        }
        if part.awaiting_evidence {
            said.push_str(" +awaiting_evidence");
        }
        if part.slip_days > 0 {
            said.push_str(&format!(" +late_before {}", part.slip_days));
        }
        (part.id.to_string(), said)
    };
    assessed.parts.list.iter().map(one).collect()
}

fn group(model: &Model, assessment: &Assessment, name: &str) -> Map<String, Value> {
    let id = |id: &str| tiendo::model::Id::parse(id).unwrap();
    let mut told = Map::new();
    let tally: &Tally = match name.split_once(':') {
        None => &assessment.directive,
        Some(("priority", text)) => &assessment[model.priority_by_id(&id(text)).unwrap()],
        Some(("section", text)) => {
            let of = |p: &tiendo::model::Priority| {
                p.sections.iter().position(|section| section.id.as_str() == text)
            };
            let found =
                model.priorities.iter().enumerate().find_map(|(p, own)| Some((p, of(own)?)));
            let (priority, section) = found.unwrap();
            &assessment.sections[priority][section]
        }
        Some(("agency", text)) => {
            let group = &assessment[model.agency_by_id(&id(text)).unwrap()];
            let via: Vec<&str> = group.via.iter().map(|task| model[*task].id.as_str()).collect();
            told.insert("via_group".to_owned(), json!(via));
            &group.tally
        }
        Some((_, text)) => {
            let place = model.places.iter().position(|place| place.id.as_str() == text).unwrap();
            &assessment.places[place].tally
        }
    };
    let ratio = |fraction: tiendo::assess::Fraction, high: Option<u32>| match fraction.whole {
        0 => Value::Null,
        whole => match high {
            Some(high) => json!([fraction.part, whole, high]),
            None => json!([fraction.part, whole]),
        },
    };
    use tiendo::assess::Word;
    let word = match tally.word {
        Word::HasOverdue(n) | Word::HasLateParts(n) | Word::HasObstacles(n) => {
            format!("{} {n}", tally.word.name())
        }
        word => word.name().to_owned(),
    };
    let pieces: Map<String, Value> = PartStanding::ALL
        .into_iter()
        .filter(|standing| tally.part(*standing) > 0)
        .map(|standing| (standing.name().to_owned(), json!(tally.part(standing))))
        .collect();
    let reports: Map<String, Value> = [
        ("on_time", tally.reports.on_time),
        ("late", tally.reports.late),
        ("missing", tally.reports.missing),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(name, n)| (name.to_owned(), json!(n)))
    .collect();
    told.extend([
        ("completion".to_owned(), ratio(tally.completion, Some(tally.completion_high))),
        ("on_time".to_owned(), ratio(tally.on_time, None)),
        ("reporting".to_owned(), ratio(tally.reporting, None)),
        ("slips".to_owned(), json!(tally.slips)),
        ("total".to_owned(), json!(tally.total())),
        ("word".to_owned(), json!(word)),
        ("pieces".to_owned(), json!(pieces)),
        ("reports".to_owned(), json!(reports)),
    ]);
    told
}

#[test]
fn the_worked_examples_hold() {
    let all: Value = serde_yaml::from_str(EXAMPLES).unwrap();
    let mut failed = Vec::new();
    for example in all["examples"].as_array().unwrap() {
        let name = text(&example["id"]);
        let Some(project) = project(&all["defaults"], example) else { continue };
        let model = project.model();
        for (date, expected) in object(&example["expect"]) {
            let assessment =
                tiendo::assess::assess_as_known(&model, day(&date), day(&date)).unwrap();
            let (records, assessment) = assessment.both();
            let mut compare = |what: &str, expected: &Value, found: Value| {
                let same = match (expected, &found) {
                    (Value::String(a), Value::String(b)) => a == b,
                    (a, b) => a == b,
                };
                if !same {
                    failed.push(format!(
                        "{name} {date} {what}\n  expected {expected}\n  found    {found}"
                    ));
                }
            };
            let ix = |id: &str| records.task_by_id(id).unwrap();
            for (id, expected) in object(&expected["tasks"]) {
                let found = told(records, ix(&id), &assessment[ix(&id)]);
                compare(&id, &expected, json!(found));
            }
            for (id, expected) in object(&expected["parts"]) {
                let found = parts(&assessment[ix(&id)]);
                for (part, expected) in object(&expected) {
                    let found = found.get(&part);
                    compare(&format!("{id} part {part}"), &expected, json!(found));
                }
            }
            for (id, expected) in object(&expected["levels"]) {
                let levels = assessment[ix(&id)].levels.iter().flatten();
                let found: Vec<String> =
                    levels.map(|level| with_days(level.reach.name(), level.days)).collect();
                compare(&format!("{id} levels"), &expected, json!(found));
            }
            for (id, expected) in object(&expected["leads"]) {
                let leads = assessment[ix(&id)].leads.iter();
                let found: Vec<&str> = leads.map(|lead| records[lead.agency].id.as_str()).collect();
                compare(&format!("{id} leads"), &expected, json!(found));
            }
            for (group_name, expected) in object(&expected["groups"]) {
                let found = group(records, assessment, &group_name);
                for (key, expected) in object(&expected) {
                    compare(&format!("{group_name} {key}"), &expected, found[&key].clone());
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} differences:\n{}", failed.len(), failed.join("\n"));
    assert!(Reach::ALL.len() == 5 && Kind::ALL.len() == 3);
}

/// How the first task of a project stands on each date, in the words of the examples.
fn stands(project: &Project, dates: &[(&str, &str)]) {
    let model = project.model();
    for (date, expected) in dates {
        let assessment = tiendo::assess::assess(&model, day(date)).unwrap();
        let ix = TaskIx(0);
        let mut said = vec![told(&model, ix, &assessment[ix])];
        said.extend(parts(&assessment[ix]).into_iter().map(|(id, part)| format!("{id} {part}")));
        let levels = assessment[ix].levels.iter().flatten();
        said.extend(levels.map(|level| with_days(level.reach.name(), level.days)));
        assert_eq!(said.join("; "), *expected, "on {date}");
    }
}

#[test]
fn a_part_turns_late_on_the_day_after_its_own_deadline() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\ndue: 2024-06-30\nparts:\n  - {id: a, title: A, due: 2024-04-30}\n  - {id: b, title: B}\n\
         extensions:\n  - {part: a, decided: 2024-05-02, due: 2024-05-10, document: qd-1}\n\
         updates: [{date: 2024-04-01, state: in_progress}]",
    );
    stands(
        &project,
        &[
            ("2024-04-30", "in_progress +parts 0/2; a open; b open"),
            ("2024-05-01", "in_progress +parts 0/2 +parts_overdue 1; a overdue 1; b open"),
            ("2024-05-02", "in_progress +parts 0/2; a open +late_before 1; b open"),
            ("2024-05-10", "in_progress +parts 0/2; a open +late_before 1; b open"),
            (
                "2024-05-11",
                "in_progress +parts 0/2 +parts_overdue 1; a overdue 1 +late_before 1; b open",
            ),
            (
                "2024-06-30",
                "due_soon 0 +parts 0/2 +parts_overdue 1; a overdue 51 +late_before 1; b open",
            ),
            (
                "2024-07-01",
                "overdue 1 +stale 91 +parts 0/2 +parts_overdue 2; a overdue 52 +late_before 1; b overdue 1",
            ),
        ],
    );
}

#[test]
fn stopping_a_task_stops_its_open_parts_and_keeps_their_marks() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\ndue: 2024-06-30\nparts:\n  - {id: a, title: A, due: 2024-04-30}\n  - {id: b, title: B}\n\
         updates:\n  - {date: 2024-04-20, part: b, state: done, evidence: [bc-1]}\n  - {date: 2024-05-03, state: cancelled, document: qd-1}\n  - {date: 2024-05-05, state: in_progress, text: Tiếp tục thực hiện theo yêu cầu}",
    );
    stands(
        &project,
        &[
            ("2024-05-02", "in_progress +parts 1/2 +parts_overdue 1; a overdue 2; b done_on_time"),
            ("2024-05-03", "cancelled; a cancelled +late_before 2; b done_on_time"),
            (
                "2024-05-05",
                "in_progress +parts 1/2 +parts_overdue 1; a overdue 5 +late_before 2; b done_on_time",
            ),
        ],
    );
}

#[test]
fn levels_turn_on_the_day_after_their_own_deadline() {
    let project = Project::new().task(
        "1.1",
        "kind: ongoing\nreport_every: year\ntargets:\n  - title: A\n    levels: [{due: 2024-05-10, at_least: 5}, {at_least: 9}]\n    values: [{date: 2024-05-01, value: 4}, {date: 2024-05-11, value: 5}]",
    );
    stands(
        &project,
        &[
            ("2024-04-30", "not_yet_due 0/0 +levels 0/2; no_value; no_value"),
            ("2024-05-10", "not_yet_due 0/0 +levels 0/2; short; short"),
            ("2024-05-11", "not_yet_due 0/0 +levels 1/2; reached_late 1; short"),
        ],
    );
}

#[test]
fn an_entry_about_parts_is_written_and_explained() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\ndue: 2024-06-30\nparts: [{id: a, title: Xã A}, {id: b, title: Xã B}]",
    );
    let done = project.run(&[
        "update",
        "1.1",
        "--on",
        "2024-05-02",
        "--part",
        "a",
        "--state",
        "done",
        "--evidence",
        "bc-1",
    ]);
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    let record = std::fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    assert!(record.contains("part: a"), "{record}");
    let wrong =
        project.run(&["update", "1.1", "--on", "2024-05-02", "--part", "c", "--state", "done"]);
    assert_eq!(wrong.code, 1, "{}{}", wrong.stdout, wrong.stderr);
    let told = project.run(&["explain", "1.1", "--as-of", "2024-05-02"]);
    assert!(told.stdout.contains("1/2 phần đã xong"), "{}", told.stdout);
    assert!(
        told.stdout.contains("Xã B (b)") && !told.stdout.contains("Xã A (a)"),
        "{}",
        told.stdout
    );
    let part = project.run(&["explain", "1.1", "--part", "a", "--as-of", "2024-05-02"]);
    assert!(part.stdout.contains("Hoàn thành đúng hạn"), "{}", part.stdout);
    assert_eq!(project.run(&["explain", "1.1", "--part", "zz"]).code, 2);
}

#[test]
fn a_restricted_task_shows_how_many_parts_and_not_which() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\nvisibility: status_only\ndue: 2024-06-30\nlead: so-a\n\
         parts: [{id: a, title: BÍ-MẬT, due: 2024-04-30}, {id: b, title: Xã B}]\n\
         handovers: [{date: 2024-04-01, lead: so-b, document: qd-1, reason: RIÊNG-TƯ}]\n\
         targets: [{title: CHỈ-TIÊU, at_least: 1, values: [{date: 2024-04-01, value: 2}]}]\n\
         updates: [{date: 2024-05-02, part: b, state: done, evidence: [bc-1]}]",
    );
    let built = project.run(&["build", "--as-of", "2024-05-03"]);
    assert_eq!(built.code, 0, "{}{}", built.stdout, built.stderr);
    let page = std::fs::read_to_string(project.output().join("nhiem-vu/1.1.html")).unwrap();
    assert!(page.contains("1/2 phần đã xong") && page.contains("1 phần quá hạn"), "{page}");
    for entry in walk(&project.output()) {
        let text = String::from_utf8_lossy(&std::fs::read(&entry).unwrap()).into_owned();
        for hidden in ["BÍ-MẬT", "RIÊNG-TƯ", "CHỈ-TIÊU"] {
            assert!(!text.contains(hidden), "{hidden} in {}", entry.display());
        }
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else {
            files.push(path);
        }
    }
    files
}

/// The pages of a project on a date, as text between the tags.
fn texts(project: &Project, date: &str) -> impl Fn(&str) -> String {
    let built = project.run(&["build", "--as-of", date]);
    assert_eq!(built.code, 0, "{}{}", built.stdout, built.stderr);
    let output = project.output();
    move |path| {
        let page = std::fs::read_to_string(output.join(path)).unwrap();
        let main = page.split("<main").nth(1).unwrap().split("</main").next().unwrap();
        let mut text = String::new();
        for piece in main.split('<') {
            text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
            text.push(' ');
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A task with parts by place and agency, one with periodic reports, and groups.
fn pieces() -> Project {
    Project::new()
        .file("agencies.yaml", "- {id: so-a, name: Sở A}\n- {id: so-b, name: Sở B}\n- {id: nhom, name: Các sở, members: [so-a, so-b]}\n")
        .file("places.yaml", "- {id: xa-a, name: Xã A}\n- {id: xa-b, name: Xã B}\n- {id: cum, name: Cụm, members: [xa-b]}\n")
        .file(
            "directive.yaml",
            "number: 1/KH\ndate: 2024-01-01\nsubject: Thử\nkind: Kế hoạch\n\
             labels: {section: {one: nhóm việc, many: nhóm việc}}\n\
             priorities:\n  - {id: \"1\", title: Một, sections: [{id: \"1.a\", number: I.1, title: Hồ chứa}]}\n\
             \x20 - {id: \"2\", title: Hai, no_tasks: Chưa}\n",
        )
        .task(
            "1.1",
            "kind: deliverable\ndue: 2024-06-30\nlead: nhom\nsection: \"1.a\"\n\
             parts: [{id: m, title: Mốc, due: 2024-03-31}, {id: a, place: xa-a},\n\
             \x20       {id: b, place: cum, due: 2024-04-10}, {id: c, title: Phần C, agency: so-b}]\n\
             updates: [{date: 2024-04-05, part: a, state: done, evidence: [bc-1]}]",
        )
        .task(
            "1.2",
            "kind: ongoing\nlead: so-a\nreports: {every: month, by: 25}\n\
             updates: [{date: 2024-01-20, part: 2024-01, state: done}]",
        )
}

#[test]
fn groups_show_their_parts_and_periods_beside_the_ratios() {
    let project = pieces();
    let page = texts(&project, "2024-04-30");
    let parts = "4 phần: 1 xong đúng hạn, 1 chưa xong, 2 quá hạn.";
    let reports = "4 kỳ báo cáo đã đến hạn: 1 kỳ nộp đúng hạn, 3 kỳ còn nợ.";
    for path in ["index.html", "muc/1.html"] {
        let text = page(path);
        assert!(text.contains(parts) && text.contains(reports), "{path}: {text}");
        let overdue = text.split("Phần việc và kỳ báo cáo quá hạn").nth(1).unwrap();
        let at = |name: &str| overdue.find(name).unwrap_or_else(|| panic!("{name}: {overdue}"));
        assert!(at("Còn nợ, quá hạn 65 ngày 1.2 tháng 2 năm 2024") < at("Quá hạn 30 ngày 1.1 Mốc"));
        assert!(at("Mốc") < at("Quá hạn 20 ngày 1.1 Cụm") && overdue.contains("3 kỳ còn nợ"));
        assert!(!overdue.contains("tháng 3 năm 2024"), "{overdue}");
    }
    let priority = page("muc/1.html");
    assert!(priority.contains("I.1: 4 phần: 1 xong đúng hạn"), "{priority}");
    assert!(priority.contains("Nhóm việc Hoàn thành") && priority.contains("Hồ chứa 0/1"));
    assert!(page("nhiem-vu/1.1.html").contains("Nhóm việc I.1 Hồ chứa"));

    // The group leads; a member lists the task under the group, with its own part.
    let member = page("co-quan/so-b.html");
    assert!(member.contains("Cơ quan này không chủ trì") || !member.contains("Hoàn thành, trên"));
    assert!(member.contains("1 phần: 1 chưa xong."), "{member}");
    let via = member.split("Qua nhóm Các sở").nth(1).unwrap();
    assert!(via.contains("1.1") && via.contains("phần của đơn vị: Chưa xong"), "{member}");
    assert!(page("co-quan/nhom.html").contains("1.1"));
    assert!(page("co-quan/so-a.html").contains("Qua nhóm Các sở"));

    // A place named by a part only has no word and no task, and a group stands for its members.
    let place = page("dia-ban/xa-a.html");
    assert!(place.contains("1 phần: 1 xong đúng hạn.") && place.contains("Xã A – "), "{place}");
    assert!(page("dia-ban/xa-b.html").contains("1 phần: 1 quá hạn."));
    assert!(page("dia-ban/cum.html").contains("Quá hạn 20 ngày 1.1 Cụm"));
}

#[test]
fn parts_and_periods_are_in_deadlines_calendars_forecast_and_status() {
    let project = pieces();
    let page = texts(&project, "2024-04-20");
    let deadlines = page("thoi-han.html");
    let march = deadlines.split("Tháng 3").nth(1).unwrap();
    assert!(march.contains("31/3/2024 Quá hạn 20 ngày 1.1 Mốc – Việc 1.1"), "{deadlines}");
    assert!(deadlines.contains("25/4/2024 Chưa xong 1.2 tháng 4 năm 2024 – Việc 1.2"));
    // What is due with its task stands there once.
    assert!(!deadlines.contains("Phần C"), "{deadlines}");
    let soon = page("index.html");
    let soon = soon.split("Phần việc và kỳ báo cáo sắp đến hạn").nth(1).unwrap();
    assert!(soon.contains("1.2 tháng 4 năm 2024"), "{soon}");

    let calendar = |name: &str| {
        let path = project.output().join(format!("lich/{name}.ics"));
        std::fs::read_to_string(path).unwrap().replace("\r\n ", "")
    };
    let all = calendar("tat-ca");
    for part in ["1.1:part:m:", "1.1:part:b:", "1.2:part:2024-02:", "1.2:part:2024-04:"] {
        assert!(all.contains(&format!(":task:{part}deadline")), "{part} {all}");
    }
    assert!(!all.contains("1.1:part:c:") && !all.contains("2024-05"), "{all}");
    assert!(calendar("co-quan-so-a").contains("1.2:part:2024-04:"));
    assert!(!calendar("co-quan-so-b").contains(":part:m:"));

    let told = project.run(&["status", "--as-of", "2024-04-20"]).stdout;
    let (late, soon) = told.split_once("Phần việc, kỳ báo cáo sắp đến hạn:").unwrap();
    let late = late.split("Phần việc, kỳ báo cáo quá hạn:").nth(1).unwrap();
    assert!(late.contains("1.1  Mốc – Việc 1.1: Quá hạn 20 ngày"), "{told}");
    assert!(late.contains("tháng 2 năm 2024") && late.contains("2 kỳ còn nợ"), "{told}");
    assert!(soon.contains("tháng 4 năm 2024 – Việc 1.2: Chưa xong (25/4/2024)"), "{told}");

    let told = project.run(&["forecast", "--as-of", "2024-04-20"]).stdout;
    assert!(told.contains("Cụm: quá hạn 10 ngày (hạn cuối 10/4/2024)"), "{told}");
    assert!(told.contains("tháng 4 năm 2024: sắp đến hạn, còn 5 ngày"), "{told}");
    assert!(!told.contains("Mốc:"), "what is late already is not told again: {told}");
    let json = project.run(&["forecast", "--as-of", "2024-04-20", "--format", "json"]);
    assert!(json.stdout.contains("\"part_due_soon\""), "{}", json.stdout);
}

/// A task whose part is done and moved, whose target is missed and reached, and which is handed over.
fn eventful(visibility: &str) -> Project {
    Project::new().task(
        "1.1",
        &format!(
            "kind: deliverable\ndue: 2024-06-30\nlead: so-a\nvisibility: {visibility}\n\
             parts: [{{id: m, title: Mốc, due: 2024-03-31}}, {{id: x, title: Xã X}}]\n\
             extensions: [{{decided: 2024-04-02, due: 2024-05-31, part: m, document: qd-1}}]\n\
             handovers: [{{date: 2024-04-15, lead: so-b, document: qd-1, reason: Sáp nhập}}]\n\
             targets:\n  - title: Hộ\n    levels: [{{at_least: 100, due: 2024-03-31}}]\n\
             \x20   values: [{{date: 2024-03-01, value: 90}}, {{date: 2024-04-10, value: 100}}]\n\
             updates:\n  - {{date: 2024-03-15, part: x, state: in_progress}}\n\
             \x20 - {{date: 2024-04-20, part: x, state: done, evidence: [bc-1]}}\n"
        ),
    )
}

#[test]
fn feeds_and_diff_tell_of_parts_levels_and_handovers() {
    let project = eventful("public");
    drop(texts(&project, "2024-04-30"));
    let feed = std::fs::read_to_string(project.output().join("tin/tat-ca.xml")).unwrap();
    for expected in [
        "Đã báo cáo hoàn thành, Xã X",
        "thời hạn mới của Mốc: chậm nhất ngày 31/5/2024",
        "Thời hạn của Mốc đổi thành “chậm nhất ngày 31/5/2024”, theo Quyết định 1.",
        "bàn giao cho Sở B",
        "lý do: Sáp nhập",
        "chỉ tiêu “Hộ”, từ 100 trở lên: Quá hạn 1 ngày",
        "chỉ tiêu “Hộ”, từ 100 trở lên: Đạt, trễ 10 ngày",
        ":task:1.1:handover:2024-04-15",
        ":task:1.1:level:2024-04-01",
    ] {
        assert!(feed.contains(expected), "{expected}: {feed}");
    }
    let diff = |arguments: &[&str]| {
        let dates = ["diff", "--from", "2024-03-31", "--to", "2024-04-30"];
        project.run(&[&dates[..], arguments].concat()).stdout
    };
    let told = diff(&[]);
    for expected in [
        "Phần việc, kỳ báo cáo đã xong",
        "Thay đổi thời hạn của phần việc, kỳ báo cáo",
        "Mốc: ngày cuối của hạn: 31/3/2024 → 31/5/2024",
        "Đổi cơ quan chủ trì",
        "Hộ, từ 100 trở lên: Đạt, trễ 10 ngày",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    let json = diff(&["--format", "json"]);
    for expected in ["\"parts_done\"", "\"parts_moved\"", "\"levels\"", "\"reached_late\""] {
        assert!(json.contains(expected), "{expected}: {json}");
    }
    let english = diff(&["--lang", "en"]);
    assert!(english.contains("Targets reached or missed"), "{english}");

    let hidden = eventful("status_only");
    drop(texts(&hidden, "2024-04-30"));
    for path in walk(&hidden.output()) {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for word in ["Mốc", "Xã X", "Sáp nhập", "Hộ,", ":part:"] {
            assert!(!text.contains(word), "{word} in {}", path.display());
        }
    }
}

/// Imports a table into a project and returns what the command says, and the record of a task.
fn imported(project: &Project, table: &[&[&str]], task: &str) -> (String, String) {
    std::fs::write(project.root().join("a.xlsx"), crate::spreadsheets::rows(table)).unwrap();
    let told = project.run(&["import", "a.xlsx", "--write"]);
    let record = project.content().join(format!("tasks/{task}.yaml"));
    (format!("{}{}", told.stdout, told.stderr), std::fs::read_to_string(record).unwrap())
}

#[test]
fn a_tracker_names_parts_and_periods_as_offices_do() {
    let project = pieces();
    let header: &[&str] =
        &["Mã", "Địa bàn", "Ngày cập nhật", "Trạng thái", "Kết quả", "Minh chứng"];
    let (told, record) = imported(
        &project,
        &[
            header,
            &["1.1", "mốc", "10/4/2024", "đã xong", "Xong mốc.", "bc-1"],
            &["1.1", "Cụm; phần c", "10/4/2024", "đang làm", "Đang làm.", ""],
            &["1.1", "tất cả", "11/4/2024", "", "Họp giao ban.", ""],
            &["1.2", "tháng 2/2024", "12/4/2024", "đã xong", "", ""],
            &["1.2", "2024-03", "12/4/2024", "đã xong", "", ""],
        ],
        "1.1",
    );
    assert!(record.contains("part: m") && record.contains("part: [b, c]"), "{told}{record}");
    assert!(record.contains("part: all"), "{record}");
    let periodic = std::fs::read_to_string(project.content().join("tasks/1.2.yaml")).unwrap();
    assert!(periodic.contains("2024-02") && periodic.contains("2024-03"), "{periodic}");
    assert_eq!(project.run(&["check"]).code, 0, "{record}");
    // Read again, nothing is new: two parts and two periods on one day do not contradict.
    let (again, same) = imported(
        &project,
        &[
            header,
            &["1.1", "m", "10/4/2024", "đã xong", "Xong mốc.", "bc-1"],
            &["1.2", "tháng 3 năm 2024", "12/4/2024", "đã xong", "", ""],
        ],
        "1.1",
    );
    assert!(same == record && again.contains("Không có gì mới"), "{again}");
    for (row, code) in [
        (
            ["1.1", "Xã Z", "12/4/2024", "đang làm", "A.", ""],
            "không phải phần nào của nhiệm vụ 1.1",
        ),
        (["1.2", "quý I/2024", "12/4/2024", "đã xong", "A.", ""], "không phải kỳ báo cáo nào"),
        (["1.2", "", "12/4/2024", "đã xong", "A.", ""], "“hoàn thành” phải nêu kỳ"),
        (["1.1", "", "13/4/2024", "đã xong", "A.", ""], "chưa phần nào xong"),
    ] {
        let (told, _) = imported(&project, &[header, &row], "1.1");
        assert!(told.contains(code), "{code}: {told}");
    }
    // Where no task has parts, such a column says nothing.
    let plain = Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-30");
    let (told, record) =
        imported(&plain, &[header, &["1.1", "Xã A", "10/4/2024", "đang làm", "A.", ""]], "1.1");
    assert!(record.contains("state: in_progress") && !record.contains("part"), "{told}{record}");
}

#[test]
fn a_tracker_holds_values_of_targets() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\ndue: 2024-06-30\ntargets:\n  - title: Trả lời đúng hạn\n    unit: \"%\"\n    at_least: 95\n\
         \x20 - {title: Hộ, at_least: 100, values: [{date: 2024-03-01, value: 90}]}",
    );
    let header: &[&str] =
        &["Mã", "Nhiệm vụ", "Chỉ tiêu", "Ngày của giá trị", "Giá trị", "Trên tổng số"];
    let (told, record) = imported(
        &project,
        &[
            header,
            &["1.1", "", "Trả lời đúng hạn", "31/3/2024", "98", "120"],
            &["1.1", "", "Hộ", "31/3/2024", "95,5", ""],
            &["1.1", "", "Hộ", "01/3/2024", "90", ""],
            &["1.1", "", "Hộ", "", "", ""],
        ],
        "1.1",
    );
    assert!(
        record.contains("    values: [{date: 2024-03-31, value: 98, of: 120}]"),
        "{told}{record}"
    );
    assert!(
        record.contains("value: 90}, {date: 2024-03-31, ") && record.contains("value: 95.5}]}")
    );
    assert!(told.contains("Giá trị mới của chỉ tiêu: 2"), "{told}");
    for (row, said) in [
        (["1.1", "", "Khác", "31/3/2024", "1", ""], "không phải chỉ tiêu nào"),
        (["1.1", "", "Hộ", "31/3/2024", "1.234", ""], "không đọc được là số"),
        (["1.1", "", "Hộ", "", "7", ""], "ngày"),
    ] {
        let (told, same) = imported(&project, &[header, &row], "1.1");
        assert!(told.contains(said) && same == record, "{said}: {told}");
    }
}

#[test]
fn an_export_tells_of_parts_and_takes_entries_for_them() {
    for (language, sheets, told) in [
        ("vi", ["Theo dõi", "Phần việc", "Chỉ tiêu"], "1/4; còn: Mốc, Cụm, Phần C"),
        ("en", ["Tracker", "Parts", "Targets"], "1/4; missing: Mốc, Cụm, Phần C"),
    ] {
        let project = pieces().task(
            "1.3",
            "kind: deliverable\ndue: 2024-06-30\ntargets: [{title: Hộ, at_least: 100, values: [{date: 2024-03-01, value: 90}]}]",
        );
        let done = project.run(&["export", "a.xlsx", "--as-of", "2024-04-30", "--lang", language]);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let bytes = std::fs::read(project.root().join("a.xlsx")).unwrap();
        let book = tiendo::spreadsheet::read::book(&bytes).unwrap();
        let cells = |name: &str| -> Vec<String> {
            let sheet = book.sheets.iter().find(|sheet| sheet.name == name).unwrap();
            let text = |cell: &tiendo::spreadsheet::Cell| format!("{:?}", cell.value);
            sheet.cells.values().map(text).collect()
        };
        let tracker = cells(sheets[0]).join("\n");
        assert!(tracker.contains(told), "{tracker}");
        let parts = cells(sheets[1]).join("\n");
        for name in ["Mốc", "Cụm", "Phần C"] {
            assert!(parts.contains(&format!("\"{name}\"")), "{name} {parts}");
        }
        let february = if language == "vi" { "tháng 2 năm 2024" } else { "February 2024" };
        assert!(parts.contains(february) && !parts.contains("xa-a"), "{parts}");
        assert!(cells(sheets[2]).iter().any(|cell| cell.contains("90 (")), "{language}");
        // Nothing was typed, so nothing is new, and every sheet is understood.
        let again = project.run(&["import", "a.xlsx", "--lang", language]);
        assert_eq!(again.code, 0, "{}{}", again.stdout, again.stderr);
        for sheet in sheets {
            assert!(again.stdout.contains(sheet), "{}", again.stdout);
        }
    }
    let plain = Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-30");
    assert_eq!(plain.run(&["export", "a.xlsx"]).code, 0);
    let bytes = std::fs::read(plain.root().join("a.xlsx")).unwrap();
    let book = tiendo::spreadsheet::read::book(&bytes).unwrap();
    let names: Vec<_> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Theo dõi", "Hướng dẫn", "Danh mục"]);
}

/// The size of a file in a package, where it is compressed.
fn compressed(project: &Project, path: &str) -> u64 {
    let bytes = std::fs::read(project.output().join(path)).unwrap();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("a", options).unwrap();
    std::io::Write::write_all(&mut zip, &bytes).unwrap();
    let mut zip = zip::ZipArchive::new(zip.finish().unwrap()).unwrap();
    zip.by_index(0).unwrap().compressed_size()
}

#[test]
fn many_parts_and_periods_go_on_over_further_pages() {
    let parts: Vec<String> = (1..=60)
        .map(|n| {
            format!("{{id: xa-{n}, title: \"Xã Nguyễn Văn {n}\", due: 2024-0{}-15}}", n % 6 + 1)
        })
        .collect();
    let entries: Vec<String> = (1..=40)
        .map(|n| {
            format!("  - {{date: 2024-04-{:02}, part: xa-{n}, state: done, text: Đã bàn giao nhà cho các hộ của xã {n}., evidence: [bc-1]}}\n", n % 28 + 1)
        })
        .collect();
    let weeks: Vec<String> = (0..150)
        .map(|n| {
            let day = day("2020-02-07") + chrono::Days::new(7 * n);
            let week = tiendo::model::ReportPeriod::holding(tiendo::model::Frequency::Week, day);
            format!(
                "  - {{date: {day}, part: {}, state: done, text: Đã nộp báo cáo tuần.}}\n",
                week.id()
            )
        })
        .collect();
    let project = Project::new()
        .file(
            "directive.yaml",
            "number: 1/KH\ndate: 2020-01-01\nsubject: Thử\nkind: Kế hoạch\npriorities:\n  - {id: \"1\", title: Một}\n",
        )
        .task(
            "1.1",
            &format!(
                "kind: deliverable\ndue: 2024-12-31\nlead: so-a\nparts: [{}]\nupdates:\n{}",
                parts.join(", "),
                entries.concat()
            ),
        )
        .task(
            "1.2",
            &format!(
                "kind: ongoing\nlead: so-a\nreports: {{every: week, by: fri}}\nupdates:\n{}",
                weeks.concat()
            ),
        );
    let page = texts(&project, "2024-05-01");
    for (id, further, title) in [
        ("1.1", 2, "Các phần việc của 1.1 Việc 1.1"),
        ("1.2", 8, "Các kỳ báo cáo của 1.2 Việc 1.2"),
    ] {
        let size = compressed(&project, &format!("nhiem-vu/{id}.html"));
        assert!(size < 10_000, "{id}: {size} bytes");
        assert!(page(&format!("nhiem-vu/{id}.html")).contains("Trang 1 trên"), "{id}");
        let last = page(&format!("phan-viec/{id}-{further}.html"));
        assert!(last.contains(title), "{last}");
        assert!(!project.output().join(format!("phan-viec/{id}-{}.html", further + 1)).exists());
    }
    // Every part stands on exactly one of the pages; periods stand newest first.
    let first = page("nhiem-vu/1.1.html");
    let second = page("phan-viec/1.1-2.html");
    assert!(
        first.contains("Xã Nguyễn Văn 30 chậm nhất") && second.contains("Xã Nguyễn Văn 31 chậm")
    );
    assert!(!second.contains("Xã Nguyễn Văn 30 chậm"), "{second}");
    assert!(
        page("phan-viec/1.2-8.html").contains("tuần 1/2020")
            || page("phan-viec/1.2-8.html").contains("tuần 2/2020")
    );
}

#[test]
fn periodic_reports_have_a_strip_a_grid_and_a_reason() {
    let project = pieces();
    let page = texts(&project, "2024-04-30");
    let task = page("nhiem-vu/1.2.html");
    assert!(
        task.contains("Đã nộp 1/4 kỳ đã đến hạn; còn nợ: tháng 2 năm 2024, tháng 3 năm 2024, tháng 4 năm 2024."),
        "{task}"
    );
    assert!(
        task.contains("tháng 01 năm 2024: Hoàn thành đúng hạn")
            || task.contains("tháng 1 năm 2024: Hoàn thành đúng hạn"),
        "{task}"
    );
    for said in [
        "Kỳ gần nhất đã đến hạn là tháng 4 năm 2024 (hạn 25/4/2024): Còn nợ, quá hạn 5 ngày; đã nộp 1/4 kỳ",
        "Kỳ tới là tháng 5 năm 2024, hạn 25/5/2024.",
    ] {
        assert!(task.contains(said), "{said}: {task}");
    }
    let grid = page("bao-cao-dinh-ky.html");
    assert!(grid.contains("kỳ gần nhất đã đến hạn (tháng 4 năm 2024) có 0 báo cáo"), "{grid}");
    assert!(
        grid.contains("1/2024 2/2024 3/2024 4/2024") && grid.contains("1/1 0/1 0/1 0/1"),
        "{grid}"
    );
    let whole = page("nhiem-vu/1.1.html");
    for said in [
        "Đã xong 1/4 phần; cả việc hoàn thành khi mọi phần đã xong",
        "Còn: Mốc (Quá hạn 30 ngày), Cụm (Quá hạn 20 ngày), Phần C (Chưa xong).",
    ] {
        assert!(whole.contains(said), "{said}: {whole}");
    }
}

/// The bytes of a site whose records use no key of parts, reports, targets, handovers or groups, by
/// the sum of each file. A change here changes every site.
#[test]
fn a_directive_without_these_keys_keeps_its_bytes() {
    let project = Project::new();
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ledger/content");
    let folder = content.to_str().unwrap();
    let built = project.run(&["build", "--content", folder, "--as-of", "2024-06-30"]);
    assert_eq!(built.code, 0, "{}{}", built.stdout, built.stderr);
    let manifest = std::fs::read_to_string(project.output().join("manifest.txt")).unwrap();
    crate::golden::text("plain-manifest.txt", &manifest);
}

#[test]
fn parts_and_periods_are_named_in_words_on_the_command_line() {
    let project = Project::new()
        .task("1", "kind: ongoing\nlead: so-a\nreports: {every: month, by: 25}")
        .task("2", "kind: deliverable\nlead: so-a\ndue: 2024-06-30\nparts: [{id: m1, title: Mốc thứ nhất}, {id: m2, title: Mốc thứ hai}]");
    let update = |task: &str, part: &str| {
        let line = ["update", task, "--part", part, "--on", "2024-04-20", "--state", "in_progress"];
        let answer = project.run(&line);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
        fs::read_to_string(project.content().join(format!("tasks/{task}.yaml"))).unwrap()
    };
    let written = update("1", "tháng 4/2024");
    let forms = ["part: \"2024-04\"", "part: 2024-04,", "part: 2024-04\n"];
    assert!(forms.iter().any(|form| written.contains(form)), "{written}");
    assert!(update("2", "moc thu hai").contains("part: m2"));
    assert!(update("2", "tất cả").contains("part: all"));
    let answer = project.run(&["explain", "2", "--part", "Mốc thứ nhất"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert!(answer.stdout.contains("Mốc thứ nhất"), "{}", answer.stdout);
    let answer =
        project.run(&["update", "2", "--part", "mốc thứ năm", "--on", "2024-04-21", "--text", "x"]);
    assert_eq!(answer.code, 1, "{}", answer.stdout);
}

#[test]
fn the_report_lists_overdue_parts_and_owed_periods() {
    let project = Project::new()
        .task("1", "kind: ongoing\nlead: so-a\nreports: {every: month, by: 25}")
        .task("2", "kind: deliverable\nlead: so-a\ndue: 2024-12-31\nparts: [{id: m1, title: Mốc thứ nhất, due: 2024-04-30}, {id: m2, title: Mốc thứ hai}]");
    let answer = project.run(&["build", "--as-of", "2024-05-10"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let page = fs::read_to_string(project.output().join("bao-cao.html")).unwrap();
    for said in ["Mốc thứ nhất", "tháng 3 năm 2024"] {
        assert!(page.to_lowercase().contains(&said.to_lowercase()), "{said}: {page}");
    }
    assert!(!page.contains("Mốc thứ hai"));
}
