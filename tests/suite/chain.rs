//! The chain of publications: kept after each one, and named at its first wrong link.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tiendo::model::chain::Publication;
use tiendo::output::manifest;

use crate::project::Project;

const LIST: &str = "du-lieu/publications.json";

/// A project that has been published four times to `w`, and copies of each state.
fn published() -> (Project, Vec<PathBuf>) {
    let project = Project::new()
        .file("publications.yaml", "# Do chương trình ghi.\n")
        .task("1.1", "kind: deliverable\ndue: 2024-06-10");
    let target = project.root().join("w");
    fs::create_dir(&target).unwrap();
    let mut copies = Vec::new();
    for n in 1..=4 {
        project.write(
            &format!("tasks/2.{n}.yaml"),
            format!("priority: \"1\"\ntitle: Việc 2.{n}\nkind: deliverable\nadded: 2024-05-0{n}\n"),
        );
        for command in [&["build"][..], &["publish", "./w", "--yes"]] {
            let answer = project.run(command);
            assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
        }
        let copy = project.root().join(format!("w{n}"));
        copied(&target, &copy);
        copies.push(copy);
    }
    (project, copies)
}

fn copied(from: &Path, to: &Path) {
    for (path, bytes) in crate::golden::files(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn verified(project: &Project, site: &Path, older: Option<&Path>) -> String {
    let mut arguments = vec!["verify", "--chain", site.to_str().unwrap(), "--format", "json"];
    if let Some(older) = older {
        arguments.extend(["--older", older.to_str().unwrap()]);
    }
    let answer = project.run(&arguments);
    let told: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(told["whole"], answer.code == 0, "{}", answer.stdout);
    match told["wrong"].as_str() {
        Some(wrong) => format!("{wrong} {}", told["number"]),
        None => format!("whole {}", told["publications"]),
    }
}

/// A copy of a site whose list of publications was changed, with a manifest that fits.
fn forged(
    site: &Path,
    name: &str,
    change: impl FnOnce(&mut Vec<Publication>),
    sums: bool,
) -> PathBuf {
    let copy = site.with_file_name(name);
    copied(site, &copy);
    let path = copy.join(LIST);
    let mut data: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let mut list: Vec<Publication> = serde_json::from_value(data["publications"].take()).unwrap();
    change(&mut list);
    if sums {
        let mut previous = String::new();
        for (n, publication) in list.iter_mut().enumerate() {
            publication.number = u32::try_from(n + 1).unwrap();
            publication.sum = publication.sum_after(&previous);
            previous.clone_from(&publication.sum);
        }
        data["previous"] = previous.into();
    }
    data["publications"] = serde_json::to_value(list).unwrap();
    let bytes = serde_json::to_vec(&data).unwrap();
    let text = fs::read_to_string(copy.join("manifest.txt")).unwrap();
    let mut entries = manifest::parse(&text).unwrap();
    let entry = entries.iter_mut().find(|entry| entry.path == LIST).unwrap();
    (entry.size, entry.sha256) = (bytes.len() as u64, manifest::sha256(&bytes));
    fs::write(copy.join("manifest.txt"), manifest::render(&entries)).unwrap();
    fs::write(path, bytes).unwrap();
    copy
}

#[test]
fn a_chain_is_kept_and_breaks_at_its_first_wrong_link() {
    let (project, copies) = published();
    let last = &copies[3];
    assert_eq!(verified(&project, last, None), "whole 3");
    for older in &copies {
        assert_eq!(verified(&project, last, Some(older)), "whole 3", "{older:?}");
    }
    type Change = fn(&mut Vec<Publication>);
    let rename: Change = |list| list[1].changes = "Không có gì".into();
    let cases: [(&str, Change, bool, &str, &str); 6] = [
        ("changed", rename, false, "link 2", "link 2"),
        ("removed", |list| drop(list.remove(1)), false, "link 2", "link 2"),
        ("cut", |list| drop(list.pop()), false, "shortened 3", "shortened 3"),
        // With new sums everywhere, only an older copy tells.
        ("rewritten", rename, true, "whole 3", "forked 2"),
        ("dropped", |list| drop(list.remove(0)), true, "whole 2", "forked 1"),
        ("shortened", |list| list.truncate(1), true, "whole 1", "shortened 2"),
    ];
    for (name, change, sums, alone, against) in cases {
        let site = forged(last, name, change, sums);
        assert_eq!(verified(&project, &site, None), alone, "{name}");
        assert_eq!(verified(&project, &site, Some(&copies[2])), against, "{name}");
    }
    // An altered list is not believed at all.
    let altered = last.with_file_name("altered");
    copied(last, &altered);
    fs::write(altered.join(LIST), "{}").unwrap();
    let answer = project.run(&["verify", "--chain", altered.to_str().unwrap()]);
    assert_eq!(answer.code, 1, "{}", answer.stdout);
    assert!(answer.stderr.contains("đã bị sửa"), "{}", answer.stderr);
}

#[test]
fn sending_the_same_records_again_is_no_new_publication() {
    let (project, _) = published();
    let kept = || fs::read_to_string(project.content().join("publications.yaml")).unwrap();
    let before = kept();
    for _ in 0..2 {
        assert_eq!(project.run(&["build"]).code, 0);
        let answer = project.run(&["publish", "./w", "--yes"]);
        assert_eq!(answer.code, 0, "{}", answer.stderr);
    }
    assert_eq!(kept(), before);
    assert_eq!(before.matches("- as_of").count(), 4);
    let page = fs::read_to_string(project.root().join("w/cong-bo.html")).unwrap();
    assert!(page.contains("Giao thêm: 1"), "{page}");
}

#[test]
fn an_old_copy_of_the_records_cannot_replace_a_publication_in_silence() {
    let (project, _) = published();
    let list = fs::read_to_string(project.content().join("publications.yaml")).unwrap();
    let second = list.match_indices("- as_of").nth(1).unwrap().0;
    project.write("publications.yaml", &list[..second]);
    assert_eq!(project.run(&["build"]).code, 0);
    let answer = project.run(&["publish", "./w", "--yes", "--format", "json"]);
    assert_eq!(answer.code, 1, "{}", answer.stdout);
    let told: Value = serde_json::from_str(&answer.stdout).unwrap();
    let finding = &told["findings"][0];
    assert_eq!(
        (&finding["code"], &finding["file"]),
        (&"publications".into(), &"publications.yaml".into())
    );
    // The printed lines restore what the published site holds.
    project.write(
        "publications.yaml",
        format!("{}{}", &list[..second], finding["write"].as_str().unwrap()),
    );
    assert_eq!(project.run(&["check"]).code, 0);
    assert_eq!(project.run(&["build"]).code, 0);
    assert_eq!(project.run(&["publish", "./w", "--yes"]).code, 0);
}

#[test]
fn packages_hand_the_chain_on() {
    let project = Project::new()
        .file("publications.yaml", "")
        .task("1.1", "kind: deliverable\ndue: 2024-06-10");
    assert_eq!(project.run(&["package", "--zip", "one.zip"]).code, 0);
    project.write(
        "tasks/1.2.yaml",
        "priority: \"1\"\ntitle: Việc 1.2\nkind: deliverable\nadded: 2024-05-01\n",
    );
    let answer = project.run(&["package", "--zip", "two.zip", "--since", "one.zip"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let (one, two) = (project.root().join("one.zip"), project.root().join("two.zip"));
    assert_eq!(verified(&project, &one, None), "whole 0");
    assert_eq!(verified(&project, &two, Some(&one)), "whole 1");
    assert_eq!(project.run(&["verify", "two.zip"]).code, 0);
}

/// Its public key.
const PUBLIC: &str =
    "untrusted comment: test\nRWRIVO6kjIriIr0lRXcK7IOf3rz8K3wg2qPwxi024CxXJvAzhOBWDD9Q\n";

/// A key without a password, made by minisign for this test.
const SECRET: &str = "untrusted comment: test\nRWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAASFTupIyK4iI79LKYyWfDZwLgaHIrH/KGkKHqIDN6rYOlQEv6aFpFjr0lRXcK7IOf3rz8K3wg2qPwxi024CxXJvAzhOBWDD9QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

#[test]
fn a_signed_package_proves_its_manifest() {
    let project = Project::new().task("1.1", "kind: deliverable\ndue: 2024-06-10");
    let root = project.root();
    fs::write(root.join("key.sec"), SECRET).unwrap();
    fs::write(root.join("key.pub"), PUBLIC).unwrap();
    let answer = project.run(&["package", "--zip", "p.zip", "--sign", "key.sec"]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let answer = project.run(&["verify", "p.zip", "--key", "key.pub"]);
    assert_eq!(answer.code, 0, "{}{}", answer.stdout, answer.stderr);
    assert!(answer.stdout.contains("Chữ ký đúng"), "{}", answer.stdout);
    assert_eq!(project.run(&["package", "--zip", "q.zip"]).code, 0);
    let answer = project.run(&["verify", "q.zip", "--key", "key.pub"]);
    assert_eq!(answer.code, 1, "{}", answer.stdout);
    assert!(answer.stdout.contains("không có chữ ký"), "{}", answer.stdout);
    let answer = project.run(&["package", "--zip", "r.zip", "--sign", "key.pub"]);
    assert_eq!(answer.code, 2, "{}", answer.stderr);
    project.write("key.sec", SECRET);
    let answer = project.run(&["package", "--zip", "r.zip", "--sign", "content/key.sec"]);
    assert_eq!(answer.code, 2, "{}", answer.stderr);
    assert!(answer.stderr.contains("thư mục nội dung"), "{}", answer.stderr);
}
