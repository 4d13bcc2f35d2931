//! What was known when: figures of published dates never change by what is recorded later.

use std::fs;

use tiendo::assess::{Changes, assess_as_known};
use tiendo::model::Model;

use crate::golden;
use crate::project::{Project, day};

/// Done in time by a report that was recorded ten days after the deadline.
const LATE: &str = "kind: deliverable\ndue: 2024-06-10\nupdates:\n  \
    - {date: 2024-06-08, recorded: 2024-06-20, state: done, text: Xong., evidence: [bc-1]}";

fn standing(model: &Model, as_of: &str, known: &str) -> String {
    let judged = assess_as_known(model, day(as_of), day(known)).unwrap();
    let assessed = &judged.assessment.tasks[0];
    format!("{} {}", assessed.standing.name(), assessed.days.unwrap_or_default())
}

#[test]
fn a_fact_counts_from_the_day_on_which_it_was_recorded() {
    let model = Project::new().task("1.1", LATE).model();
    for (as_of, known, expected) in [
        ("2024-06-08", "2024-06-08", "no_report 0"),
        ("2024-06-19", "2024-06-19", "overdue 9"),
        ("2024-06-20", "2024-06-20", "done_on_time 0"),
        ("2024-06-08", "2024-06-19", "no_report 0"),
        ("2024-06-08", "2024-06-20", "done_on_time 0"),
        ("2024-06-07", "2024-06-20", "no_report 0"),
        ("2024-06-30", "2024-06-19", "overdue 20"),
    ] {
        assert_eq!(standing(&model, as_of, known), expected, "{as_of}, known {known}");
    }
}

#[test]
fn an_extension_is_in_force_from_the_day_on_which_it_was_recorded() {
    let task = "kind: deliverable\ndue: 2024-06-10\nextensions:\n  \
        - {decided: 2024-06-05, recorded: 2024-06-15, due: 2024-07-01, document: qd-1}\n\
        updates:\n  - {date: 2024-06-01, text: Đang làm.}";
    let model = Project::new().task("1.1", task).model();
    for (as_of, known, expected) in [
        ("2024-06-14", "2024-06-14", "overdue 4"),
        ("2024-06-14", "2024-06-15", "in_progress 0"),
        ("2024-06-15", "2024-06-15", "in_progress 0"),
        ("2024-07-02", "2024-07-02", "overdue 1"),
    ] {
        assert_eq!(standing(&model, as_of, known), expected, "{as_of}, known {known}");
    }
}

#[test]
fn a_task_counts_from_the_day_on_which_it_was_added() {
    let project = Project::new()
        .task("1.1", "kind: deliverable\ndue: 2024-06-10")
        .task("1.2", "kind: deliverable\ndue: 2024-06-12\nadded: 2024-05-20\ndocument: qd-1")
        .task("1.3", "kind: deliverable\ndue: 2024-06-12\nrecorded: 2024-05-25");
    let model = project.model();
    for (as_of, known, expected) in [
        ("2024-05-19", "2024-05-19", 1),
        ("2024-05-20", "2024-05-20", 2),
        ("2024-05-24", "2024-05-24", 2),
        ("2024-05-25", "2024-05-25", 3),
        ("2024-05-19", "2024-05-25", 2),
        ("2024-06-20", "2024-05-19", 1),
    ] {
        let judged = assess_as_known(&model, day(as_of), day(known)).unwrap();
        assert_eq!(judged.assessment.directive.total(), expected, "{as_of}, known {known}");
        assert_eq!(judged.assessment.priorities[0].total(), expected, "{as_of}, known {known}");
        assert_eq!(judged.model.tasks().count() as u32, expected);
    }
    // A site of an earlier date has no page of a task that came later, nor a link to it.
    assert_eq!(project.run(&["build", "--as-of", "2024-05-19"]).code, 0);
    assert!(!project.output().join("nhiem-vu/1.2.html").exists());
    assert!(project.output().join("nhiem-vu/1.1.html").exists());
    assert_eq!(project.run(&["build", "--as-of", "2024-05-20"]).code, 0);
    assert!(project.output().join("nhiem-vu/1.2.html").exists());
}

#[test]
fn a_corrected_fact_stood_as_published_until_it_was_corrected() {
    let correct = |task: &str, correction: &str| {
        format!("{task}\ncorrections:\n  - {{{correction}, date: 2024-06-20, reason: Gõ nhầm.}}")
    };
    let open =
        "kind: deliverable\nupdates:\n  - {date: 2024-06-01, text: Thu 118 tỷ., percent: 40}";
    let deadline = |due: &str| {
        format!(
            "kind: deliverable\ndue: {due}\nupdates:\n  - {{date: 2024-06-01, text: Đang làm.}}"
        )
    };
    for (task, before, after) in [
        (
            correct(&deadline("2024-08-10"), "of: deadline, was: 2024-06-10"),
            "overdue 9",
            "in_progress 0",
        ),
        (
            correct(
                open,
                "of: entry, was: 2024-06-05, as_published: {state: done, evidence: [bc-1]}",
            ),
            "done 0",
            "in_progress 0",
        ),
    ] {
        let model = Project::new().task("1.1", &task).model();
        assert_eq!(standing(&model, "2024-06-19", "2024-06-19"), before, "{task}");
        assert_eq!(standing(&model, "2024-06-19", "2024-06-20"), after, "{task}");
    }
    let lines = "corrections:\n  \
        - {of: product, was: Báo cáo 5 trang, date: 2024-06-20, reason: Gõ nhầm.}\n  \
        - {of: percent, was: 90, entry: 2024-06-01, date: 2024-06-20, reason: Gõ nhầm.}\n  \
        - {of: text, was: Thu 181 tỷ., entry: 2024-06-01, date: 2024-06-20, reason: Gõ nhầm.}\n  \
        - {of: text, was: Việc 1.0, date: 2024-06-20, reason: Gõ nhầm.}";
    let model = Project::new().task("1.1", &format!("{open}\nproduct: Báo cáo\n{lines}")).model();
    let known = model.as_known(day("2024-06-19"), day("2024-06-19"));
    let task = &known.tasks[0];
    let entry = &task.updates[0];
    assert_eq!(task.product.as_deref(), Some("Báo cáo 5 trang"));
    assert_eq!((entry.percent, entry.text.as_deref()), (Some(90), Some("Thu 181 tỷ.")));
    assert_eq!(task.title, "Việc 1.0");
    let now = model.as_known(day("2024-06-20"), day("2024-06-20"));
    assert_eq!(now.tasks[0].updates[0].text.as_deref(), Some("Thu 118 tỷ."));
}

/// A month that is published, and the records as they go on.
fn month() -> Project {
    Project::new()
        .task("1.1", "kind: deliverable\ndue: 2024-04-10")
        .task("1.2", "kind: deliverable\ndue: 2024-04-20")
        .file("site.yaml", SITE.replace("AS_OF", "2024-04-30"))
}

const SITE: &str = "title: Tiến độ\npublisher: Văn phòng\ncontact: a@b.example\nas_of: AS_OF\n\
    base_url: https://example.com/td/\nperiods: [2024-03-31, 2024-04-30, 2024-05-31]\n";

#[test]
fn a_reporting_date_keeps_its_published_figures_and_says_what_was_added() {
    let project = month();
    assert_eq!(project.run(&["build"]).code, 0);
    let data = |name: &str| fs::read_to_string(project.output().join(name)).unwrap();
    let published = (data("du-lieu/tasks.csv"), data("du-lieu/tallies.csv"));
    project.write("site.yaml", SITE.replace("AS_OF", "2024-05-31"));
    project.write(
        "tasks/1.1.yaml",
        "priority: \"1\"\ntitle: Việc 1.1\nkind: deliverable\ndue: 2024-04-10\nupdates:\n  \
         - {date: 2024-04-08, recorded: 2024-05-06, state: done, text: Xong., evidence: [bc-1]}\n",
    );
    project.write(
        "tasks/1.3.yaml",
        "priority: \"1\"\ntitle: Việc 1.3\nkind: deliverable\ndue: 2024-06-30\nadded: 2024-05-10\n",
    );
    let answer = project.run(&["build"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(data("du-lieu/ky/2024-04-30/tasks.csv"), published.0);
    assert_eq!(data("du-lieu/ky/2024-04-30/tallies.csv"), published.1);
    let page = data("ky-bao-cao/2024-04-30.html");
    for said in ["Đã bổ sung sau ngày chốt", "06/5/2024", "0/2", "1/2", "Việc 1.1"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Việc 1.3"), "it did not exist then");
    assert!(data("nhiem-vu/1.1.html").contains("(ghi ngày 06/5/2024)"));
    assert!(data("dien-bien.html").contains("30/4/2024</time></a>*"));
    let older = data("ky-bao-cao/2024-03-31.html");
    assert!(!older.contains("Đã bổ sung"), "nothing was added to that date");
    // The feed dates the report by the day on which it became known.
    let feed = data("tin/tat-ca.xml");
    assert!(feed.contains(":task:1.1:report:2024-05-06"), "{feed}");
    assert!(feed.contains("Việc ngày 08/4/2024, ghi vào sổ ngày 06/5/2024"), "{feed}");
    assert!(feed.contains(":task:1.3:added:2024-05-10"), "{feed}");
}

#[test]
fn a_late_report_is_in_the_period_in_which_it_became_known() {
    let model = Project::new().task("1.1", LATE).model();
    let on = |date: &str| assess_as_known(&model, day(date), day(date)).unwrap();
    let events = |from: &str, to: &str| {
        let changes = Changes::between(on(from).both(), on(to).both());
        let mut said = Vec::new();
        for change in &changes.tasks {
            said.extend(change.events.iter().map(|event| event.name().to_owned()));
            said.extend(change.entries.iter().map(|n| format!("entry {n}")));
        }
        said.join(" ")
    };
    assert_eq!(events("2024-06-09", "2024-06-19"), "overdue");
    assert_eq!(
        events("2024-06-19", "2024-06-20"),
        "done no_longer_overdue heard_again entry 0".replace(" heard_again", "")
    );
    assert_eq!(events("2024-06-07", "2024-06-09"), "");
}

#[test]
fn what_diff_says_of_late_reports() {
    let project = Project::new().task("1.1", LATE).task(
        "1.2",
        "kind: deliverable\ndue: 2024-08-10\ncorrections:\n  \
         - {of: deadline, was: 2024-06-10, date: 2024-06-20, reason: Gõ nhầm tháng.}",
    );
    let mut transcript = String::new();
    for by in ["known", "happened"] {
        let arguments = ["diff", "--from", "2024-06-15", "--to", "2024-06-30", "--by", by];
        for lang in ["vi", "en"] {
            let answer = project.run(&[&arguments[..], &["--lang", lang]].concat());
            transcript.push_str(&format!("{by} {lang}\n{}{}\n", answer.stdout, answer.stderr));
        }
    }
    golden::text("transcripts/known.txt", &transcript);
}

#[test]
fn lines_of_products_and_reasons_stay_lines() {
    let project = Project::new().task(
        "1.1",
        "kind: deliverable\nproduct: |\n  Báo cáo\n  Danh sách\ncorrections:\n  - of: product\n    was: Tờ trình\n    date: 2024-04-02\n    reason: |\n      Chép nhầm.\n      Đã đối chiếu.",
    );
    assert_eq!(project.run(&["build"]).code, 0);
    let page = fs::read_to_string(project.output().join("nhiem-vu/1.1.html")).unwrap();
    assert!(page.contains("<dd>Báo cáo</dd>\n<dd>Danh sách</dd>"), "{page}");
    assert!(page.contains("Chép nhầm.<br>Đã đối chiếu."), "{page}");
}
