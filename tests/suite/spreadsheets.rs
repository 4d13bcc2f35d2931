//! `import` and `export`: what a row of a tracker changes, that nothing else changes, and what a
//! workbook from outside cannot do.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Note, Workbook, Worksheet};
use tiendo::fix::entry::Entry;
use tiendo::import::{self, ImportOptions, StateReading};
use tiendo::locale::Locale;
use tiendo::model::{State, TaskIx};
use tiendo::output::journal;
use tiendo::pipeline::{self, ledgers};
use tiendo::spreadsheet::read::{ReadError, book};

use crate::commands::transcript;
use crate::golden;
use crate::project::Project;

/// The bytes of a workbook with one sheet, "TH".
pub(crate) fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("TH").unwrap();
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

/// The bytes of a workbook with rows of text. Empty texts are empty cells.
pub(crate) fn rows(rows: &[&[&str]]) -> Vec<u8> {
    workbook(|sheet| {
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                if !cell.is_empty() {
                    sheet.write_string(row, column, *cell).unwrap();
                }
            }
        }
    })
}

pub(crate) fn project() -> Project {
    Project::new()
        .task("1.1", "kind: deliverable\nlead: so-a\ndue: {before: 2024-07-25}\nupdates:\n  - date: 2024-03-05\n    state: in_progress\n    text: Đã họp bàn.  # giữ nguyên")
        .task("1.2", "# chú thích đầu\nkind: ongoing\nlead: [so-a, so-b]")
        .task("1.3", "kind: deliverable\nvisibility: status_only\nupdates: [{date: 2024-03-06, state: blocked, text: \"=1+1\"}]")
}

/// The entries that a workbook adds, as `task date state text`, and its errors, as `cell code`.
fn read(project: &Project, bytes: &[u8]) -> (Vec<String>, Vec<String>) {
    let model = project.model();
    let import = import::read(&book(bytes).unwrap(), &model, &ImportOptions::default());
    let entries = import.entries.iter().map(|entry| {
        let state = entry.state.map_or("-", State::name);
        format!("{} {} {state} {}", model[entry.task].id, entry.date, entry.text)
    });
    let errors =
        import.diagnostics.iter().filter(|diagnostic| diagnostic.severity.name() == "error");
    (
        entries.collect(),
        errors.map(|diagnostic| format!("{} {}", diagnostic.at, diagnostic.code)).collect(),
    )
}

#[test]
fn a_row_is_compared_with_the_ledger_before_it_is_new() {
    let project = project();
    let header: &[&str] = &["Mã", "Nhiệm vụ", "Trạng thái", "Ngày", "Kết quả"];
    for (row, new) in [
        // An entry that exists already, whole or in part.
        (&["1.1", "Việc 1.1", "đang làm", "05/3/2024", "Đã họp  bàn."], &[][..]),
        (&["1.1", "", "", "5/3", "Đã họp bàn."], &[]),
        (&["1.1", "", "Đang thực hiện", "", "Đã họp bàn."], &[]),
        (&["1.1", "", "Đang thực hiện", "", ""], &[]),
        (&["1.1", "", "", "", ""], &[]),
        // A state alone, without a day, is no report.
        (&["1.1", "Việc 1.1", "xong", "", ""], &[]),
        // New entries.
        (&["1.1", "", "xong", "6/3", ""], &["1.1 2024-03-06 done "]),
        (&["1.1", "", "đang làm", "6/3", ""], &["1.1 2024-03-06 in_progress "]),
        (&["1.1", "", "", "6/3", "Đã trình."], &["1.1 2024-03-06 - Đã trình."]),
        (&["", "việc 1.2", "đang làm", "6/3", ""], &["1.2 2024-03-06 in_progress "]),
    ] {
        let (entries, errors) = read(&project, &rows(&[header, row]));
        assert_eq!(entries, new, "{row:?}");
        assert!(errors.is_empty(), "{row:?}: {errors:?}");
    }
    for (row, error) in [
        (["1.1", "Việc 1.1", "xong", "", "Đã ký."], "TH!2 import-no-day"),
        (["1.2", "", "xong", "6/3", ""], "TH!C2 import-done-ongoing"),
        (["9.9", "", "xong", "6/3", ""], "TH!A2 import-id-unknown"),
        (["1.1", "Trồng cây xanh", "xong", "6/3", ""], "TH!A2 import-other-title"),
    ] {
        let (entries, errors) = read(&project, &rows(&[header, &row]));
        assert!(entries.is_empty(), "{row:?}: {entries:?}");
        assert_eq!(errors, [error], "{row:?}");
    }
}

#[test]
fn the_words_of_the_site_for_states_are_understood() {
    for tag in ["vi", "en"] {
        let locale = Locale::of(tag);
        for (name, state) in State::ALL {
            let word = locale.text(&format!("state-{}", name.replace('_', "-")));
            assert_eq!(import::read_state(&word), StateReading::State(state), "{word}");
        }
        assert_eq!(import::read_state(&locale.text("state-report")), StateReading::Nothing);
    }
}

/// Offices keep the trackers that they exported under earlier words.
#[test]
fn the_words_of_earlier_trackers_are_still_understood() {
    let project = project();
    let model = project.model();
    for header in [
        &["Số", "Nhiệm vụ", "Trạng thái", "Ngày", "Minh chứng"],
        &["TT", "Nhiệm vụ", "Trạng thái do đơn vị báo cáo", "Ngày", "Văn bản, tài liệu minh chứng"],
    ] {
        for state in ["Báo hoàn thành", "Đã báo hoàn thành", "Đã báo cáo hoàn thành"]
        {
            let bytes = rows(&[header, &["7", "Việc 1.1", state, "6/3/2024", ""]]);
            let import = import::read(&book(&bytes).unwrap(), &model, &ImportOptions::default());
            let fields = import.tables[0].header.columns.iter().map(|column| column.field.name());
            let fields: Vec<_> = fields.collect();
            assert_eq!(fields, ["number", "title", "state", "date", "evidence"], "{header:?}");
            let states: Vec<_> = import.entries.iter().map(|entry| entry.state).collect();
            assert_eq!(states, [Some(State::Done)], "{header:?} {state}");
        }
    }
}

#[test]
fn two_rows_about_one_task_agree_or_are_an_error() {
    let project = project();
    let header: &[&str] = &["Mã", "Trạng thái", "Ngày"];
    let (entries, errors) =
        read(&project, &rows(&[header, &["1.1", "xong", "6/3"], &["1.1", "xong", "6/3"]]));
    assert_eq!((entries.len(), errors.len()), (1, 0));
    let (entries, errors) =
        read(&project, &rows(&[header, &["1.1", "xong", "6/3"], &["1.1", "vướng", "6/3"]]));
    assert_eq!((entries.len(), errors), (1, vec!["TH!3 import-two-rows".to_owned()]));
}

#[test]
fn an_unedited_export_adds_nothing() {
    let project = project();
    for language in ["vi", "en"] {
        let file = format!("x.{language}.xlsx");
        let done = project.run(&["export", &file, "--lang", language]);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let bytes = std::fs::read(project.root().join(&file)).unwrap();
        assert_eq!(read(&project, &bytes), (vec![], vec![]));
        let again = project.run(&["export", "again.xlsx", "--replace", "--lang", language]);
        assert_eq!(again.code, 0, "{}", again.stderr);
        let again = std::fs::read(project.root().join("again.xlsx")).unwrap();
        assert!(bytes == again, "the same input gives the same bytes");
    }
    // A text that looks like a formula is written as text.
    let bytes = std::fs::read(project.root().join("x.vi.xlsx")).unwrap();
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The workbook with one of its parts changed.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let own = String::from_utf8(file.name_raw().to_vec()).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        writer.start_file(own.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&if own == name { change(content) } else { content }).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn the_transcripts() {
    let tracker = workbook(|sheet| {
        let day = Format::new().set_num_format("dd/mm/yyyy");
        sheet.merge_range(0, 0, 0, 5, "THEO DÕI KẾ HOẠCH 1/KH-UBND", &Format::new()).unwrap();
        for (column, title) in
            (0..).zip(["TT", "Nhiệm vụ", "CQ chủ trì", "Thời hạn", "Tiến độ", "Ngày", "Ghi chú"])
        {
            sheet.write_string(2, column, title).unwrap();
        }
        sheet.write_number(3, 0, 1).unwrap();
        sheet.write_string(3, 1, "Việc 1.1").unwrap();
        sheet.write_string(3, 2, "Sở B").unwrap();
        sheet.write_string(3, 3, "trước 30/7").unwrap();
        sheet.write_string(3, 4, "đã xong").unwrap();
        sheet.write_number_with_format(3, 5, 45_360.0, &day).unwrap();
        sheet.insert_note(3, 4, &Note::new("Hỏi lại Sở A").set_author("Lan")).unwrap();
        sheet.write_string(4, 1, "Việc 1.2").unwrap();
        sheet.write_string(4, 4, "đang làm").unwrap();
        sheet.write_string(4, 5, "T3").unwrap();
        sheet.write_string(5, 1, "1.3").unwrap();
        sheet.write_string(5, 4, "vướng").unwrap();
        sheet.write_string(5, 5, "6/3").unwrap();
    });
    for language in ["vi", "en"] {
        let project = project();
        std::fs::write(project.root().join("theo-doi.xlsx"), &tracker).unwrap();
        std::fs::write(project.root().join("cu.xlsx"), "Mã;Trạng thái").unwrap();
        let mut said = String::new();
        for command in [
            &["import", "theo-doi.xlsx"][..],
            &["import", "theo-doi.xlsx", "--write"],
            &["import", "theo-doi.xlsx", "--write", "--skip-faulty"],
            &["import", "theo-doi.xlsx", "--skip-faulty"],
            &["import", "theo-doi.xlsx", "--format", "json"],
            &["import", "cu.xlsx"],
            &["import", "khong-co.xlsx"],
            &["import"],
            &["export", "xuat.xlsx"],
            &["export", "xuat.xlsx"],
            &["export", "xuat.xls"],
            &["export", "mot-muc.xlsx", "--agency", "so b"],
            &["import", "xuat.xlsx"],
            &["import", "--help"],
            &["export", "--help"],
        ] {
            let arguments = [command, &["--lang", language]].concat();
            said.push_str(&transcript(project.root(), &arguments));
        }
        golden::text(&format!("transcripts/import.{language}.txt"), &said);
    }
}

/// A row as it is typed, and the ledger of its task before.
#[derive(Clone, Debug)]
struct Typed {
    task: usize,
    state: &'static str,
    day: u32,
    text: String,
}

fn typed() -> impl Strategy<Value = Typed> {
    let states = ["", "đã xong", "đang làm", "chưa", "vướng", "Đang thực hiện (quá hạn)"];
    let text = r#"[ a-zđếưỢÁ:#'"\-=+@{}\[\]|>&*!%.,\n]{0,24}"#;
    (0..3_usize, 0..states.len(), 2..28_u32, text).prop_map(move |(task, state, day, text)| Typed {
        task,
        state: states[state],
        day,
        text,
    })
}

/// Ways to write a record.
const LEDGERS: [&str; 6] = [
    "",
    "\n# cuối tệp",
    "\nupdates: []",
    "\nupdates:\n  # đoạn đầu\n  - date: 2024-03-05\n    state: in_progress\n    text: >\n      Đã họp\n      bàn.\n\n# cuối",
    "\nupdates: [{date: 2024-03-05, text: \"a: b\"}]",
    "\nupdates:\n- {date: 5/3/2024, state: blocked}\n\n\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn an_import_changes_nothing_but_what_it_says_and_a_second_one_nothing(
        typed in proptest::collection::vec(typed(), 1..5),
        styles in proptest::array::uniform3(0..LEDGERS.len()),
        windows in any::<bool>(),
    ) {
        let mut project = Project::new();
        for (n, style) in styles.iter().enumerate() {
            let text = format!(
                "# {n}\npriority: \"1\"\ntitle:   Việc {n}   # tên\nkind: deliverable{}\n",
                LEDGERS[*style]
            );
            let text = if windows { text.replace('\n', "\r\n") } else { text };
            project = project.file(&format!("tasks/1.{n}.yaml"), text);
        }
        let bytes = workbook(|sheet| {
            for (column, title) in (0..).zip(["Mã", "Trạng thái", "Ngày", "Kết quả"]) {
                sheet.write_string(1, column, title).unwrap();
            }
            for (row, typed) in (2..).zip(&typed) {
                sheet.write_string(row, 0, format!("1.{}", typed.task)).unwrap();
                sheet.write_string(row, 1, typed.state).unwrap();
                sheet.write_string(row, 2, format!("{}/3/2024", typed.day)).unwrap();
                sheet.write_string(row, 3, &typed.text).unwrap();
            }
        });
        let book = book(&bytes).unwrap();
        let files = || {
            let mut files = golden::files(&project.content());
            // The journal is not part of the records.
            files.retain(|path, _| !path.starts_with(".tiendo"));
            files
        };
        let before = files();
        let written = write(&project.content(), &book);
        let after = files();
        prop_assert_eq!(before.len(), after.len());
        for ((path, old), (_, new)) in before.iter().zip(&after) {
            if old == new {
                continue;
            }
            prop_assert!(written.iter().any(|shown| shown.ends_with(path.as_str())), "{}", path);
            // One piece was inserted. Without it the file is unchanged, except for `updates: []`,
            // whose end may also be that of the piece.
            let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
            let end = (old.iter().rev().zip(new.iter().rev()))
                .take(old.len() - start)
                .take_while(|(a, b)| a == b)
                .count();
            let gone = String::from_utf8_lossy(&old[start..old.len() - end]).into_owned();
            prop_assert!(matches!(gone.trim(), "" | "[]" | "[" | "]"), "{:?} is gone from {}", gone, path);
        }
        let again = write(&project.content(), &book);
        prop_assert!(again.is_empty(), "a second import writes {:?}", again);
        prop_assert_eq!(after, files());
    }

    #[test]
    fn a_spoilt_workbook_is_read_or_refused(
        part in 0..5_usize,
        at in 0.0..1.0_f64,
        put in proptest::collection::vec(any::<u8>(), 0..6),
        cut in 0..40_usize,
    ) {
        let sound = workbook(|sheet| {
            sheet.merge_range(0, 0, 0, 3, "Tiêu đề", &Format::new()).unwrap();
            for (column, title) in (0..).zip(["Mã", "Trạng thái", "Ngày", "Kết quả"]) {
                sheet.write_string(1, column, title).unwrap();
            }
            sheet.write_string(2, 0, "1.1").unwrap();
            sheet.write_number(2, 2, 45_360.0).unwrap();
            sheet.write_formula(2, 3, "=1+1").unwrap();
            sheet.insert_note(2, 1, &Note::new("Ghi chú")).unwrap();
        });
        let name = [
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/comments1.xml",
        ][part];
        let spoilt = with_part(&sound, name, |mut content| {
            let from = (at * content.len() as f64) as usize;
            let to = (from + cut).min(content.len());
            content.splice(from..to, put.iter().copied());
            content
        });
        let _ = book(&spoilt);
        let from = (at * sound.len() as f64) as usize;
        let mut bytes = sound;
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, put);
        let _ = book(&bytes);
    }
}

/// Imports and writes. Returns the files that were written.
fn write(root: &Path, book: &tiendo::spreadsheet::Book) -> Vec<String> {
    let before = pipeline::load(root).unwrap();
    let import = import::read(book, &before.model, &ImportOptions::default());
    let entries: Vec<(TaskIx, Entry)> = import
        .entries
        .iter()
        .map(|new| {
            let entry = Entry {
                date: new.date.to_string(),
                state: new.state.map_or("", State::name).to_owned(),
                text: new.text.clone(),
                ..Entry::default()
            };
            (new.task, entry)
        })
        .collect();
    let continued = ledgers::continue_ledgers(root, &before, &entries, &[]).unwrap();
    assert!(continued.refused.is_empty(), "{:?}", continued.refused);
    assert!(!continued.new_errors.has_errors(), "{:?}", continued.new_errors);
    let files: Vec<_> = continued.records.iter().map(ledgers::Record::change).collect();
    journal::write(root, &journal::Label::default(), None, &files).unwrap();
    continued.records.into_iter().map(|record| record.shown).collect()
}

#[test]
fn a_file_that_is_not_a_workbook_is_named_for_what_it_is() {
    let mut compound = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    compound.resize(4096, 0);
    let mut locked = compound.clone();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    for (bytes, error) in [
        (compound, ReadError::OldExcel),
        (locked, ReadError::Password),
        ("Mã;Trạng thái\n".into(), ReadError::PlainText),
        (Vec::new(), ReadError::NoWorkbook),
        (vec![0; 500], ReadError::NoWorkbook),
    ] {
        assert_eq!(book(&bytes).unwrap_err(), error);
    }
    assert!(matches!(book(b"PK\x03\x04 and no more").unwrap_err(), ReadError::Damaged(_)));
}

#[test]
fn a_table_of_strings_reserves_no_memory_on_its_word() {
    let sound = rows(&[&["Mã", "Trạng thái", "Ngày"], &["1.1", "xong", "6/3/2024"]]);
    let boasting = with_part(&sound, "xl/sharedStrings.xml", |content| {
        let text = String::from_utf8(content).unwrap();
        text.replace("uniqueCount=\"", "uniqueCount=\"9999999999999999").into_bytes()
    });
    assert_eq!(read(&project(), &boasting).0.len(), 1);
}

#[test]
fn a_number_with_a_letter_of_its_own_is_no_other_number() {
    let project = Project::new()
        .file("tasks/i.2.d.yaml", "priority: \"1\"\nnumber: I.2.d\ntitle: Đo mưa\nkind: ongoing\n")
        .file(
            "tasks/i.2.dd.yaml",
            "priority: \"1\"\nnumber: I.2.đ\ntitle: Đắp đê\nkind: ongoing\n",
        );
    let header = ["Mã", "Ngày cập nhật", "Kết quả"];
    let bytes = rows(&[&header, &["I.2.Đ", "5/4/2024", "Xong đoạn một"]]);
    let (entries, errors) = read(&project, &bytes);
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(entries, ["i.2.dd 2024-04-05 - Xong đoạn một"]);
}
