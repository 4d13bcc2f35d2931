//! `import --new`: an office's own list becomes priorities, agencies and tasks, once.

use std::fs;

use rust_xlsxwriter::Format;

use crate::project::{Project, run_in};
use crate::spreadsheets::{rows, workbook};

/// A project with one priority, two agencies (`so-a`, `so-b`) and the task 1.1.
fn project() -> Project {
    Project::new().task("1.1", "kind: deliverable\nlead: so-a")
}

fn import(project: &Project, bytes: &[u8], more: &[&str]) -> (i32, String) {
    let path = project.root().join("bang.xlsx");
    fs::write(&path, bytes).unwrap();
    let shown = path.display().to_string();
    let arguments = [&["import", &shown, "--new"], more].concat();
    let answer = project.run(&arguments);
    (answer.code, answer.stdout + &answer.stderr)
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.content().join(path)).unwrap()
}

/// A list in the form of many offices: groups in merged rows, numbers that begin anew.
fn list() -> Vec<u8> {
    workbook(|sheet| {
        let table: &[&[&str]] = &[
            &["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Sản phẩm"],
            &["", "", "", "", "", ""],
            &[
                "1",
                "Lập đề án sáp nhập thôn",
                "Phòng Nội vụ",
                "Sở Nội vụ; Công an huyện",
                "Quý II/2024",
                "Đề án",
            ],
            &["2", "Rà soát hộ nghèo", "Phòng Nội vụ", "", "Thường xuyên", ""],
            &["II", "Hạ tầng", "", "", "", ""],
            &["1", "Sửa cầu Bến Lội", "BQL dự án huyện", "", "trước ngày 30/6/2024", ""],
            &["2", "Làm đường vào bản", "", "", "Tháng 9", ""],
        ];
        for (row, cells) in (0..).zip(table) {
            for (column, cell) in (0..).zip(*cells) {
                if !cell.is_empty() {
                    sheet.write_string(row, column, *cell).unwrap();
                }
            }
        }
        sheet.merge_range(1, 0, 1, 5, "I. Sắp xếp bộ máy", &Format::new()).unwrap();
    })
}

#[test]
fn a_list_gives_priorities_agencies_and_tasks() {
    let project = project();
    let (code, said) = import(&project, &list(), &[]);
    assert_eq!(code, 0, "{said}");
    assert!(!project.content().join("tasks/2.1.yaml").exists());
    let (code, said) = import(&project, &list(), &["--write"]);
    assert_eq!(code, 0, "{said}");
    let directive = read(&project, "directive.yaml");
    assert!(directive.contains("title: Sắp xếp bộ máy"), "{directive}");
    assert!(directive.contains("title: Hạ tầng"), "{directive}");
    let agencies = read(&project, "agencies.yaml");
    for name in ["Phòng Nội vụ", "Sở Nội vụ", "Công an huyện", "BQL dự án huyện"]
    {
        assert_eq!(agencies.matches(&format!("name: {name}\n")).count(), 1, "{agencies}");
    }
    let tasks: Vec<String> = fs::read_dir(project.content().join("tasks"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let task = |title: &str| {
        tasks.iter().find(|text| text.contains(&format!("title: {title}\n"))).unwrap().clone()
    };
    let first = task("Lập đề án sáp nhập thôn");
    assert!(first.contains("due: {quarter: 2024-Q2}\n"), "{first}");
    assert!(first.contains("product: Đề án\n"), "{first}");
    assert!(first.contains("support: [so-noi-vu, cong-an-huyen]\n"), "{first}");
    assert!(task("Rà soát hộ nghèo").contains("kind: ongoing\n"));
    assert!(task("Sửa cầu Bến Lội").contains("due: {before: 2024-06-30}\n"));
    assert!(task("Làm đường vào bản").contains("due: {month: 2024-09}\n"));
    let checked = project.run(&["check"]);
    assert_eq!(checked.code, 0, "{}", checked.stderr);
}

#[test]
fn a_second_run_changes_nothing_and_known_rows_stay() {
    let project = project();
    assert_eq!(import(&project, &list(), &["--write"]).0, 0);
    let all = || {
        let mut files: Vec<(String, String)> = walkdir::WalkDir::new(project.content())
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            // The journal is not part of the records.
            .filter(|entry| !entry.path().components().any(|part| part.as_os_str() == ".tiendo"))
            .map(|entry| {
                (entry.path().display().to_string(), fs::read_to_string(entry.path()).unwrap())
            })
            .collect();
        files.sort();
        files
    };
    let before = all();
    let (code, said) = import(&project, &list(), &["--write"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(all(), before);
    // One row more: one task more.
    let longer = rows(&[
        &["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        &["II", "Hạ tầng", "", ""],
        &["1", "Sửa cầu Bến Lội", "BQL dự án huyện", "trước ngày 30/6/2024"],
        &["3", "Trồng 40 km cây xanh", "Phòng Nội vụ", "Năm 2024"],
    ]);
    let (code, said) = import(&project, &longer, &["--write"]);
    assert_eq!(code, 0, "{said}");
    let after = all();
    assert_eq!(after.len(), before.len() + 1, "{said}");
    assert!(before.iter().all(|file| after.contains(file)));
}

/// Letters print the deadline behind the task, lists in a column of its own.
#[test]
fn a_title_without_its_deadline_is_the_task_of_the_letter() {
    let letter = |title: &str| format!("priority: \"1\"\ntitle: {title}\nlead: so-a\n");
    let project = project()
        .file("tasks/1.2.yaml", letter("Khởi công cầu Bến Lội trong quý III/2024"))
        .file("tasks/1.3.yaml", letter("\"Rà soát 40 hộ dân ở vùng sạt lở ven sông và ven…\""));
    let list = rows(&[
        &["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
        &["I", "Một", "", ""],
        &["1", "Khởi công cầu Bến Lội", "Sở A", "Quý III/2024"],
        &["2", "Rà soát 40 hộ dân ở vùng sạt lở ven sông và ven suối", "Sở A", "Tháng 9"],
        &["3", "Khởi công cầu Bến Lội mới", "Sở A", "Quý IV/2024"],
    ]);
    let (code, said) = import(&project, &list, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("0 mục, 0 cơ quan, 1 nhiệm vụ"), "{said}");
    // Not the same words: the office decides.
    assert!(said.contains("giống nhiệm vụ 1.2 đã có"), "{said}");
    assert_eq!(import(&project, &list, &["--write"]).0, 0);
    // The running number of a row is no number of the letter.
    let task = read(&project, "tasks/1.4.yaml");
    assert!(task.contains("Bến Lội mới") && !task.contains("number:"), "{task}");
}

#[test]
fn the_proposed_mapping_reads_the_table_the_same_way() {
    let project = project();
    let mapping = project.root().join("cach-doc.yaml").display().to_string();
    assert_eq!(import(&project, &list(), &["--mapping-out", &mapping]).0, 0);
    let (code, said) = import(&project, &list(), &["--mapping", &mapping]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Lập đề án sáp nhập thôn"), "{said}");
    // It is never replaced.
    assert_eq!(import(&project, &list(), &["--mapping-out", &mapping]).0, 3);
    let turned = fs::read_to_string(&mapping).unwrap().replace("TT: number", "number: TT");
    fs::write(&mapping, turned).unwrap();
    assert_ne!(import(&project, &list(), &["--mapping", &mapping]).0, 0);
}

#[test]
fn rows_in_no_group_need_a_priority() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run_in(folder.path(), &["init", "."], &[]).code, 0);
    let list = rows(&[&["Nhiệm vụ", "Cơ quan chủ trì"], &["Vá ổ gà", "Đội Quản lý đường bộ"]]);
    fs::write(folder.path().join("a.xlsx"), list).unwrap();
    let arguments = ["import", "a.xlsx", "--new", "--write"];
    let answer = run_in(folder.path(), &arguments, &[]);
    assert_eq!(answer.code, 1, "{}", answer.stderr);
    assert!(answer.stderr.contains("--priority"), "{}", answer.stderr);
    let answer = run_in(folder.path(), &[&arguments[..], &["--priority", "2"]].concat(), &[]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let text = fs::read_to_string(folder.path().join("content/tasks/2.1.yaml")).unwrap();
    assert!(text.contains("lead: doi-quan-ly-duong-bo\nlead_source: office\n"), "{text}");
}

#[test]
fn new_task_sets_whatever_a_record_has() {
    let project = project();
    let arguments = [
        "new",
        "task",
        "1.2",
        "--priority",
        "1",
        "--title",
        "Lập sổ",
        "--kind",
        "ongoing",
        "--number",
        "1",
        "--lead",
        "so-a",
        "--lead-source",
        "office",
        "--support",
        "so-b",
        "--related",
        "1.1",
        "--report-every",
        "quarter",
        "--visibility",
        "status_only",
    ];
    let answer = project.run(&arguments);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    assert_eq!(
        read(&project, "tasks/1.2.yaml"),
        "priority: \"1\"\nnumber: \"1\"\ntitle: Lập sổ\nkind: ongoing\nlead: so-a\nlead_source: office\n\
         support: [so-b]\nrelated: [\"1.1\"]\nvisibility: status_only\nreport_every: quarter\n"
    );
}
