//! Files that copying or a program has put beside others: none is counted twice, and each original
//! is named.

use tiendo::diagnostic::Diagnostics;

use crate::project::Project;

const TASK: &str = "priority: \"1\"\ntitle: Trồng rừng phòng hộ\nkind: deliverable\nlead: so-a\ndue: 2024-08-15\nupdates:\n  - {date: 2024-04-03, state: in_progress, text: Đã giao cây giống}\n";

/// The names of the files that are told to be copies, with their originals.
fn copies(diagnostics: &Diagnostics) -> Vec<(String, String)> {
    let copies = diagnostics.iter().filter(|diagnostic| diagnostic.code == "copied-file");
    let arg = |args: &[(std::borrow::Cow<'_, str>, String)], name: &str| {
        args.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap()
    };
    copies.map(|copy| (arg(&copy.args, "copy"), arg(&copy.args, "original"))).collect()
}

#[test]
fn a_copy_is_no_second_task_whatever_it_is_called() {
    for name in [
        "1.3 (1)",
        "1.3 - Copy",
        "1.3 - Copy (2)",
        "1.3 - Bản sao",
        "1.3 copy 2",
        "1.3 (conflicted copy 2024-06-30)",
        "1.3.sync-conflict-20240630-101112-AB12CD3",
        "Bản sao của 1.3",
        "1.3-lan-may2",
        "1.3-LAN-PC",
        "1.3_van_thu",
    ] {
        let file = format!("tasks/{name}.yaml");
        let project = Project::new().file("tasks/1.3.yaml", TASK).file(&file, TASK);
        let (model, sources, diagnostics) = project.load();
        let told = copies(&diagnostics);
        assert_eq!(told, [(format!("{name}.yaml"), "1.3.yaml".to_owned())], "{name}");
        let of_copy = |place: tiendo::source::FileId| sources.get(place).path.ends_with(&file);
        let said = diagnostics.iter().filter(|diagnostic| of_copy(diagnostic.place.file));
        assert_eq!(said.count(), 1, "{name}: nothing else is said of a copy");
        assert_eq!(model.tasks.len(), 1, "{name}");
    }
}

#[test]
fn a_copy_that_was_continued_is_still_a_copy() {
    let entry = "  - {date: 2024-05-20, state: done, text: Đã trồng xong, evidence: [bc-1]}\n";
    let changes: [(&str, String); 4] = [
        ("an entry more", format!("{TASK}{entry}")),
        ("another entry", TASK.replace("Đã giao cây giống", "Đã chọn đất")),
        ("a later deadline", TASK.replace("2024-08-15", "2024-09-15")),
        ("a slip in the title", TASK.replace("phòng hộ", "phòng hộj")),
    ];
    for (what, text) in changes {
        let project = Project::new().file("tasks/1.3.yaml", TASK).file("tasks/1.3-lan.yaml", text);
        assert_eq!(copies(&project.load().2).len(), 1, "{what}");
    }
}

#[test]
fn a_task_of_its_own_may_have_an_id_that_begins_alike() {
    let others: [(&str, String); 4] = [
        ("another title", TASK.replace("phòng hộ", "sản xuất")),
        ("another place", format!("{TASK}places: [huyen-a]\n")),
        (
            "another quarter",
            TASK.replace("2024-08-15", "2024-11-15").replace("2024-04-03", "2024-07-03"),
        ),
        ("another number", TASK.replace("phòng hộ", "phòng hộ đợt 2")),
    ];
    for (what, text) in others {
        let project = Project::new().file("tasks/1.3.yaml", TASK).file("tasks/1.3-a.yaml", text);
        let (model, _, diagnostics) = project.load();
        assert!(copies(&diagnostics).is_empty(), "{what}");
        assert_eq!(model.tasks.len(), 2, "{what}");
    }
}

#[test]
fn of_a_copy_without_its_original_the_name_of_the_original_is_proposed() {
    for (name, meant) in [("1.3 (1)", "1.3"), ("1.3 - Copy", "1.3"), ("II.1.đ", "ii.1.dd")] {
        let project = Project::new().file(&format!("tasks/{name}.yaml"), TASK);
        let (_, _, diagnostics) = project.load();
        let bad = diagnostics.iter().find(|diagnostic| diagnostic.code == "bad-id");
        let bad = bad.unwrap_or_else(|| panic!("{name}: {diagnostics:#?}"));
        assert_eq!(bad.suggestion.as_deref(), Some(meant), "{name}");
    }
}

#[test]
fn lists_and_attachments_have_copies_too() {
    let agencies = "- {id: so-a, name: Sở A}\n- {id: so-b, name: Sở B}\n- {id: so-c, name: Sở C}\n";
    let project = Project::new()
        .file("tasks/1.3.yaml", TASK)
        .file("agencies (1).yaml", agencies)
        .file("agencies-lan-may2.yaml", agencies)
        .file("attachments/a.pdf", "%PDF-1.4\n")
        .file("attachments/a (1).pdf", "%PDF-1.4\n")
        .file("attachments/b (1).pdf", "%PDF-1.4\n")
        .file("attachments/b.pdf", "%PDF-1.5\n");
    let (_, _, diagnostics) = project.load();
    let told = copies(&diagnostics);
    let names: Vec<&str> = told.iter().map(|(copy, _)| copy.as_str()).collect();
    assert_eq!(names, ["agencies (1).yaml", "agencies-lan-may2.yaml", "a (1).pdf"]);
}
