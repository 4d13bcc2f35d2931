//! What is typed as an option, as an answer or in a record: days, deadlines, states and names are
//! read by the same readers, an answer that cannot be used is asked for again, and nothing typed is
//! lost.

use std::fs;

use crate::project::{Answer, Project, answer_in};

/// Two tasks with the numbers of a letter, two departments, one of them with a comma in its name.
fn project() -> Project {
    Project::new()
        .file(
            "directive.yaml",
            "number: 1/KH-UBND\ndate: 2024-03-01\nsubject: Thử\npriorities:\n  - {id: \"1\", number: I, title: \"Nông nghiệp, nông thôn\"}\n  - {id: \"2\", number: II, title: \"Y tế; dân số, trẻ em\"}\n",
        )
        .file(
            "agencies.yaml",
            "- {id: so-nn, name: Sở Nông nghiệp}\n- {id: so-vh, name: \"Sở Văn hóa, Thể thao\", short: SVHTT}\n",
        )
        .file(
            "documents.yaml",
            "- {id: bc-9, symbol: 9/BC-SNN, title: Báo cáo mùa vụ}\n- {id: qd-1, symbol: 15/QĐ-UBND, title: Quyết định dừng}\n",
        )
        .file("site.yaml", "title: Tiến độ\ncontact: a@b.example\nas_of: 2024-06-20\n")
        .file("tasks/ii.1.d.yaml", "priority: \"2\"\nnumber: II.1.d\ntitle: Tiêm chủng\nkind: duty\n")
        .file("tasks/ii.1.dd.yaml", "priority: \"2\"\nnumber: II.1.đ\ntitle: Khám mắt\nkind: duty\n")
        .file("tasks/1.1.yaml", "priority: \"1\"\ntitle: Gieo cấy\nkind: deliverable\ndue: 2024-07-31\n")
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.content().join(path)).unwrap()
}

fn typed(project: &Project, arguments: &[&str], lines: &[&str]) -> Answer {
    let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
    answer_in(project.root(), arguments, &lines)
}

/// The record that `new task` would write.
fn new_task(more: &[&str]) -> Answer {
    let arguments = ["new", "task", "1.2", "--priority", "1", "--title", "X", "--dry-run"];
    project().run(&[&arguments[..], more].concat())
}

#[test]
fn the_number_that_pages_show_names_a_task_in_every_command() {
    let project = project();
    for number in ["II.1.đ", "ii.1.Đ", "II.1.đ.", "ii.1.dd"] {
        let answer = project.run(&["explain", number]);
        assert!(answer.stdout.starts_with("II.1.đ  Khám mắt"), "{number}: {}", answer.stdout);
        let update = ["update", number, "--on", "1/6/2024", "--text", "Đã khám", "--dry-run"];
        let answer = project.run(&update);
        assert!(answer.stdout.starts_with("content/tasks/ii.1.dd.yaml"), "{}", answer.stderr);
    }
    let answer = project.run(&["explain", "II.1.D"]);
    assert!(answer.stdout.starts_with("II.1.d  Tiêm chủng"), "{}", answer.stdout);
    let answer = project.run(&["status", "--priority", "ii"]);
    assert!(answer.stdout.contains("II. Y tế"), "{}", answer.stdout);
    let note = ["new", "note", "--title", "Còn hai xã", "--on", "1/6/2024", "--task", "II.1.đ"];
    let answer = project.run(&note);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert!(read(&project, "notes/2024-06-01-con-hai-xa.md").contains("tasks: [ii.1.dd]"));
}

#[test]
fn a_record_that_names_a_number_is_told_the_id_and_mended() {
    for (line, right) in [
        ("related: [\"II.1.đ\"]", "related: [ii.1.dd]"),
        ("related: [ii.1.Đ]", "related: [ii.1.dd]"),
        ("lead: Sở Nông nghiệp", "lead: so-nn"),
    ] {
        let project = project();
        let text = format!(
            "priority: \"1\"\ntitle: Gieo cấy\nkind: deliverable\ndue: 2024-07-31\n{line}\n"
        );
        project.write("tasks/1.1.yaml", &text);
        let answer = project.run(&["check"]);
        assert_eq!(answer.code, 1, "{line}");
        assert!(answer.stderr.contains("trong tệp phải ghi mã"), "{}", answer.stderr);
        project.run(&["check", "--fix", "--yes"]);
        assert!(read(&project, "tasks/1.1.yaml").contains(right), "{line}");
        assert_eq!(project.run(&["check"]).code, 0, "{line}");
    }
}

#[test]
fn options_read_days_and_deadlines_as_import_does() {
    for (due, written) in [
        ("31.8.2024", "due: 2024-08-31"),
        ("31/8", "due: 2024-08-31"),
        ("ngày 31 tháng 8 năm 2024", "due: 2024-08-31"),
        ("quý III/2024", "due: {quarter: 2024-Q3}"),
        ("quý III", "due: {quarter: 2024-Q3}"),
        ("tháng 8/2024", "due: {month: 2024-08}"),
        ("trước ngày 31/8/2024", "due: {before: 2024-08-31}"),
        ("17h thứ bảy, 31/8/2024", "due: 2024-08-31T17:00"),
        ("{event: \"sau vụ gặt\"}", "due: {event: \"sau vụ gặt\"}"),
    ] {
        let answer = new_task(&["--due", due]);
        assert!(answer.stdout.contains(&format!("+{written}\n")), "{due}: {}", answer.stderr);
    }
    let answer = new_task(&["--due", "31/8"]);
    assert!(
        answer.stderr.contains("“31/8” được hiểu là chậm nhất ngày 31/8/2024"),
        "{}",
        answer.stderr
    );
    for (due, said) in [
        ("8/31/2024", "ngày viết trước tháng: 31/8/2024"),
        ("31/9/2024", "trong lịch không có ngày"),
        ("sau vụ gặt", "không phải là thời hạn"),
        ("T9-T10/2024", "thời hạn cuối là: trong tháng 10 năm 2024"),
        ("trước 1-15/8/2024", "thời hạn cuối là: trước ngày 15/8/2024"),
        ("ngày 25 hằng tháng", "không phải là thời hạn"),
    ] {
        let answer = new_task(&["--due", due]);
        assert!(answer.code == 2 && answer.stderr.contains(said), "{due}: {}", answer.stderr);
    }
    let project = project();
    let answer = project.run(&["status", "--as-of", "20.6"]);
    assert!(answer.stdout.contains("số liệu đến ngày 20/6/2024"), "{}", answer.stdout);
    let answer = project.run(&["status", "--as-of", "tháng 6/2024"]);
    assert!(answer.stderr.contains("cần đúng một ngày"), "{}", answer.stderr);
    for (days, last) in [("1-15/7/2024", "15/7/2024"), ("1/6 - 15/7", "15/7")] {
        let answer = project.run(&["update", "1.1", "--on", days, "--text", "X", "--dry-run"]);
        assert_eq!(answer.code, 2, "{days}");
        let said = format!("ngày cuối là {last}\n");
        assert!(answer.stderr.contains(&said), "{days}: {}", answer.stderr);
    }
    let zone = ["update", "1.1", "--on", "2024-06-14T18:00Z", "--text", "X", "--dry-run"];
    let answer = project.run(&zone);
    assert!(answer.stderr.contains("được hiểu là 01:00 15/6/2024"), "{}", answer.stderr);
    assert!(answer.stdout.contains("date: 2024-06-15T01:00"), "{}", answer.stdout);
}

#[test]
fn an_hour_that_is_typed_is_written_or_told() {
    let project = project();
    for (on, written) in [
        ("16h30 ngày 14/6/2024", "date: 2024-06-14T16:30\n"),
        ("2024-06-14T16:30", "date: 2024-06-14T16:30\n"),
        ("14/6/2024 00:00", "date: 2024-06-14\n"),
    ] {
        let answer = project.run(&["update", "1.1", "--on", on, "--text", "X", "--dry-run"]);
        assert!(answer.stdout.contains(written), "{on}: {} {}", answer.stdout, answer.stderr);
    }
    for (due, written) in [
        ("17h ngày 31/7/2024", "due: 2024-07-31T17:00\n"),
        ("trước 17 giờ 30 ngày 31/7/2024", "due: {before: 2024-07-31T17:30}\n"),
    ] {
        let answer = new_task(&["--due", due]);
        assert!(answer.stdout.contains(written), "{due}: {} {}", answer.stdout, answer.stderr);
    }
    let answer = project.run(&["status", "--as-of", "17h 20/6/2024"]);
    assert!(answer.stderr.contains("“17h 20/6/2024” được hiểu là 20/6/2024"), "{}", answer.stderr);
}

#[test]
fn options_read_states_kinds_and_names_in_the_words_of_offices() {
    let project = project();
    let update = ["update", "1.1", "--on", "1/6/2024", "--state", "Đang thực hiện", "--dry-run"];
    assert!(project.run(&update).stdout.contains("+    state: in_progress"));
    for (lead, written) in [
        ("so nong nghiep", "lead: so-nn"),
        ("so-nn, so-vh", "lead: [so-nn, so-vh]"),
        ("Sở Văn hóa, Thể thao", "lead: so-vh"),
        ("sở văn hóa, thể thao; so nong nghiep", "lead: [so-vh, so-nn]"),
    ] {
        let answer = new_task(&["--lead", lead, "--kind", "thường xuyên"]);
        assert!(answer.stdout.contains(&format!("+{written}\n")), "{lead}: {}", answer.stderr);
        assert!(answer.stdout.contains("+kind: ongoing"));
    }
    for (words, number) in [("nông thôn", "I."), ("dan so", "II."), ("trẻ em", "II.")] {
        let answer = project.run(&["status", "--priority", words]);
        assert!(answer.stdout.contains(number), "{words}: {}", answer.stderr);
    }
    let evidence = ["--evidence", "Báo cáo số 9/BC-SNN ngày 1/6/2024", "--dry-run"];
    let answer = project
        .run(&[&["update", "1.1", "--on", "1/6/2024", "--text", "a"], &evidence[..]].concat());
    assert!(answer.stdout.contains("evidence: [bc-9]"), "{}", answer.stderr);
}

#[test]
fn a_document_number_is_not_corrected_to_its_neighbour() {
    let project = project();
    let answer = project.run(&[
        "update",
        "1.1",
        "--on",
        "1/6/2024",
        "--text",
        "a",
        "--evidence",
        "8/BC-SNN",
    ]);
    assert_eq!(answer.code, 2);
    assert!(answer.stderr.contains("chưa có văn bản “8/BC-SNN”"), "{}", answer.stderr);
    assert!(!answer.stderr.contains("Có phải ý bạn"), "{}", answer.stderr);
}

#[test]
fn an_answer_that_cannot_be_used_is_asked_again_and_the_others_are_kept() {
    let project = project();
    let lines = [
        "II.1.d",             // taken
        "Kho thóc",           // no id
        "I.5",                // a number: its id is i.5
        "",                   // a title is needed
        "Xây kho thóc",       //
        "y hoc",              // no such priority
        "nong thon",          //
        "so nong nghiep, la", // one of them is unknown
        "so nong nghiep",     //
        "so tai",             // no deadline
        "quý III",            //
        "",                   // write
    ];
    let answer = typed(&project, &["new", "task", "--ask"], &lines);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(
        read(&project, "tasks/i.5.yaml"),
        "priority: \"1\"\nnumber: I.5\ntitle: Xây kho thóc\nkind: deliverable\nlead: so-nn\ndue: {quarter: 2024-Q3}\n"
    );

    let lines = [
        "mai",
        "31/5",
        "chưa xong",
        "đang làm",
        "Đã gieo xong.",
        "8/BC-SNN",
        "bc-9, 8/BC-SNN",
        "9/BC-SNN",
        "",
    ];
    let answer = typed(&project, &["update", "1.1", "--ask"], &lines);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let record = read(&project, "tasks/1.1.yaml");
    let entry = "  - date: 2024-05-31\n    recorded: 2024-06-20\n    state: in_progress\n    text: Đã gieo xong.\n    evidence: [bc-9]\n";
    assert!(record.ends_with(entry), "{record}");
}

#[test]
fn what_stops_a_task_is_asked_for() {
    let project = project();
    let lines = ["1/6", "5", "", "", "99/QĐ", "15/QĐ-UBND", ""];
    let answer = typed(&project, &["update", "1.1", "--ask"], &lines);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let record = read(&project, "tasks/1.1.yaml");
    assert!(record.ends_with("    state: cancelled\n    document: qd-1\n"), "{record}");
}

#[test]
fn after_a_merger_every_command_follows_the_successor() {
    let project = Project::new()
        .file(
            "agencies.yaml",
            "- {id: so-gt, name: Sở Giao thông, valid_until: 2024-04-30, successor: so-xd}\n- {id: so-xd, name: Sở Xây dựng}\n",
        )
        .file("site.yaml", "title: Tiến độ\ncontact: a@b.example\nas_of: 2024-06-20\n")
        .task("1.1", "kind: deliverable\nlead: so-gt\ndue: 2024-05-31")
        .task("1.2", "kind: deliverable\nlead: so-xd\ndue: 2024-05-31");
    let told = "“Sở Giao thông” hoạt động đến hết ngày 30/4/2024";

    let exported = project.run(&["export", "x.xlsx", "--agency", "so-xd"]);
    assert!(exported.stdout.contains("Đã ghi 2 nhiệm vụ"), "{}", exported.stdout);
    let read = project.run(&["import", "x.xlsx"]);
    assert!(
        !read.stdout.contains("CẢNH BÁO") && !read.stderr.contains("CẢNH BÁO"),
        "{}",
        read.stdout
    );
    let of_old = project.run(&["export", "y.xlsx", "--agency", "so-gt"]);
    assert!(of_old.stdout.contains("Đã ghi 0 nhiệm vụ") && of_old.stderr.contains(told));

    let letter = project.run(&["remind", "--agency", "so-xd"]).stdout;
    assert!(letter.contains("Quá hạn (2)"), "{letter}");
    let letter = project.run(&["remind", "--agency", "so-gt"]).stdout;
    assert!(letter.contains(told) && letter.contains("--agency so-xd"), "{letter}");
    assert!(!letter.contains("Kính gửi"), "{letter}");
    assert!(project.run(&["status", "--agency", "giao thong"]).stderr.contains(told));

    // On a day before the merger nothing has been handed over yet.
    let letter = project.run(&["remind", "--agency", "so-gt", "--as-of", "30/4/2024"]).stdout;
    assert!(letter.contains("Kính gửi: Sở Giao thông"), "{letter}");
    let before = ["export", "z.xlsx", "--agency", "so-gt", "--as-of", "30/4/2024"];
    assert!(project.run(&before).stdout.contains("Đã ghi 1 nhiệm vụ"));
}
