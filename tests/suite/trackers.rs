//! `import` of trackers as offices keep them: nothing in them is lost, altered or published in
//! silence.

use rust_xlsxwriter::{Color, Format, Note, Workbook, Worksheet};
use tiendo::import::{self, ImportOptions};
use tiendo::model::State;
use tiendo::source::FileId;
use tiendo::spreadsheet::read::book;

use crate::project::run_in;
use crate::spreadsheets::{project, rows, workbook};

const HEADER: &[&str] = &["Mã", "Nhiệm vụ", "Trạng thái", "Ngày", "Kết quả"];

/// What an import adds, as `+ task date state text percent`, and says, as `severity cell code`.
fn said_with(bytes: &[u8], options: &ImportOptions) -> Vec<String> {
    let model = project().model();
    let import = import::read(&book(bytes).unwrap(), &model, options);
    let entries = import.entries.iter().map(|entry| {
        let state = entry.state.map_or("-", State::name);
        let percent = entry.percent.map(|percent| format!(" {percent}%")).unwrap_or_default();
        let task = &model[entry.task].id;
        format!("+ {task} {} {state} {}{percent}", entry.date, entry.text)
    });
    let diagnostics = import.diagnostics.iter().map(|diagnostic| {
        format!("{} {} {}", diagnostic.severity.name(), diagnostic.at, diagnostic.code)
    });
    entries.chain(diagnostics).collect()
}

fn said(bytes: &[u8]) -> Vec<String> {
    said_with(bytes, &ImportOptions::default())
}

fn on(day: &str) -> ImportOptions {
    ImportOptions { on: day.parse().ok(), ..ImportOptions::default() }
}

/// Writes a header and rows of text.
fn fill(sheet: &mut Worksheet, table: &[&[&str]]) {
    for (row, cells) in (0..).zip([&[HEADER], table].concat()) {
        for (column, cell) in (0..).zip(cells) {
            if !cell.is_empty() {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
}

const TWO: &[&[&str]] = &[
    &["1.1", "", "đang làm", "6/3", "Đã họp dân"],
    &["1.2", "", "đang làm", "7/3", "Còn vướng ông B"],
];

#[test]
fn what_is_hidden_is_named_and_left_out_unless_asked_for() {
    let hidden = ImportOptions { with_hidden: true, ..ImportOptions::default() };
    let all =
        ["+ 1.1 2024-03-06 in_progress Đã họp dân", "+ 1.2 2024-03-07 in_progress Còn vướng ông B"];
    type Hide = fn(&mut Worksheet);
    let row: Hide = |sheet| {
        sheet.set_row_hidden(2).unwrap();
    };
    let flat: Hide = |sheet| {
        sheet.set_row_height(2, 0).unwrap();
    };
    let group: Hide = |sheet| {
        sheet.group_rows_collapsed(2, 2).unwrap();
    };
    let filter: Hide = |sheet| {
        let wanted = rust_xlsxwriter::FilterCondition::new().add_list_filter("1.1");
        sheet.autofilter(0, 0, 2, 4).unwrap().filter_column(0, &wanted).unwrap();
    };
    for hide in [row, flat, group, filter] {
        let bytes = workbook(|sheet| {
            fill(sheet, TWO);
            hide(sheet);
        });
        assert_eq!(said(&bytes), [all[0], "warning TH!3 import-hidden-row"]);
        assert_eq!(said_with(&bytes, &hidden), all);
    }
    let column: Hide = |sheet| {
        sheet.set_column_hidden(4).unwrap();
    };
    let narrow: Hide = |sheet| {
        sheet.set_column_width(4, 0).unwrap();
    };
    for hide in [column, narrow] {
        let bytes = workbook(|sheet| {
            fill(sheet, TWO);
            hide(sheet);
        });
        let states = ["+ 1.1 2024-03-06 in_progress ", "+ 1.2 2024-03-07 in_progress "];
        assert_eq!(said(&bytes), [&states[..], &["warning TH!E import-hidden-column"]].concat());
        assert_eq!(said_with(&bytes, &hidden), all);
    }
    let bytes = workbook(|sheet| {
        fill(sheet, TWO);
        let white = Format::new().set_font_color(Color::White);
        sheet.write_string_with_format(1, 4, "Đã họp dân", &white).unwrap();
        let nothing = Format::new().set_num_format(";;;");
        sheet.write_string_with_format(2, 4, "Còn vướng ông B", &nothing).unwrap();
        // White letters on blue are seen.
        let seen = white.set_background_color(Color::Blue);
        sheet.write_string_with_format(2, 2, "đang làm", &seen).unwrap();
    });
    let cells = ["warning TH!E2 import-hidden-cell", "warning TH!E3 import-hidden-cell"];
    assert_eq!(said(&bytes)[2..], cells);
    assert_eq!(said_with(&bytes, &hidden), all);
}

#[test]
fn a_hidden_row_that_adds_nothing_is_not_worth_a_word() {
    let bytes = workbook(|sheet| {
        fill(sheet, &[&["1.1", "", "đang làm", "5/3/2024", "Đã họp bàn."], TWO[1]]);
        sheet.set_row_hidden(1).unwrap();
        // A hidden column of ids publishes nothing.
        sheet.set_column_hidden(0).unwrap();
    });
    assert_eq!(said(&bytes), ["+ 1.2 2024-03-07 in_progress Còn vướng ông B"]);
}

#[test]
fn a_hidden_sheet_is_named() {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("TH").unwrap(), &TWO[..1]);
    fill(book.add_worksheet().set_name("Nháp").unwrap().set_hidden(true), &TWO[1..]);
    let bytes = book.save_to_buffer().unwrap();
    let first = "+ 1.1 2024-03-06 in_progress Đã họp dân";
    assert_eq!(said(&bytes), [first, "warning Nháp import-hidden-sheet"]);
    let hidden = ImportOptions { with_hidden: true, ..ImportOptions::default() };
    assert_eq!(said_with(&bytes, &hidden).len(), 2);
}

#[test]
fn what_is_struck_through_is_named_and_left_out_unless_asked_for() {
    let struck = Format::new().set_font_strikethrough();
    let plain = Format::new();
    let bytes = workbook(|sheet| {
        fill(sheet, TWO);
        for (column, text) in (0..).zip(TWO[0]).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(1, column, *text, &struck).unwrap();
        }
        let runs =
            [(&plain, "Đã làm "), (&struck, "2 km"), (&plain, "3 km & cống"), (&struck, " cũ")];
        sheet.write_rich_string(2, 4, &runs).unwrap();
        sheet.write_string_with_format(2, 2, "đang làm", &struck).unwrap();
    });
    assert_eq!(
        said(&bytes),
        [
            "+ 1.2 2024-03-07 - Đã làm 3 km & cống",
            "warning TH!2 import-struck-row",
            "warning TH!C3 import-struck-cell",
            "warning TH!E3 import-struck-words",
        ]
    );
    let struck = ImportOptions { with_struck: true, ..ImportOptions::default() };
    assert_eq!(
        said_with(&bytes, &struck),
        [
            "+ 1.1 2024-03-06 in_progress Đã họp dân",
            "+ 1.2 2024-03-07 in_progress Đã làm 2 km3 km & cống cũ",
        ]
    );
}

#[test]
fn a_comment_on_a_cell_is_imported_only_on_request_and_in_its_own_lines() {
    let bytes = workbook(|sheet| {
        fill(sheet, &TWO[..1]);
        sheet.insert_note(1, 4, &Note::new("Hỏi lại\nxã C").set_author("Lan")).unwrap();
    });
    let text = "+ 1.1 2024-03-06 in_progress Đã họp dân";
    assert_eq!(said(&bytes), [text]);
    let comments = ImportOptions { with_comments: true, ..ImportOptions::default() };
    assert_eq!(said_with(&bytes, &comments), [format!("{text}\nHỏi lại\nxã C")]);
}

#[test]
fn the_lines_of_a_cell_are_lines_in_the_record() {
    let project = project();
    let row = ["1.1", "", "đang làm", "6/3", "- Xã A: xong\n  - Xã B: còn\r\n\n\n3 hộ"];
    std::fs::write(project.root().join("b.xlsx"), rows(&[HEADER, &row])).unwrap();
    let done = project.run(&["import", "b.xlsx", "--write"]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.contains("“- Xã A: xong\n        - Xã B: còn\n"), "{}", done.stdout);
    let record = std::fs::read_to_string(project.content().join("tasks/1.1.yaml")).unwrap();
    let text = "    text: |\n      - Xã A: xong\n      - Xã B: còn\n\n      3 hộ\n";
    assert!(record.contains(text), "{record}");
    let again = run_in(project.root(), &["import", "b.xlsx", "--format", "json"], &[]);
    assert!(again.stdout.contains("\"new\": 0"), "{}", again.stdout);
}

#[test]
fn a_column_decides_what_its_numbers_and_days_mean() {
    let percent = |numbers: [f64; 2]| {
        workbook(|sheet| {
            fill(sheet, TWO);
            sheet.write_string(0, 5, "Tiến độ (%)").unwrap();
            for (row, n) in (1..).zip(numbers) {
                sheet.write_number(row, 5, n).unwrap();
            }
        })
    };
    let percents = |numbers| {
        let said = said(&percent(numbers)).into_iter();
        said.map(|line| line.rsplit(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(percents([0.25, 1.0]), ["25%", "100%"]);
    assert_eq!(percents([25.0, 1.0]), ["25%", "1%"]);
    assert_eq!(said(&percent([0.0, 1.0]))[1], "error TH!F3 import-percent-unclear");

    let days = |days: [&str; 2]| {
        workbook(|sheet| {
            fill(sheet, TWO);
            let format = Format::new().set_num_format("d/m/yyyy");
            for (row, day) in (1..).zip(days) {
                let is_iso = day.len() == 10 && day.as_bytes()[4] == b'-';
                match rust_xlsxwriter::ExcelDateTime::parse_from_str(day) {
                    Ok(day) if is_iso => {
                        sheet.write_datetime_with_format(row, 3, &day, &format).unwrap()
                    }
                    _ => sheet.write_string(row, 3, day).unwrap(),
                };
            }
        })
    };
    let first = "+ 1.1 2024-03-06 in_progress Đã họp dân";
    let second = "+ 1.2 2024-04-05 in_progress Còn vướng ông B";
    assert_eq!(said(&days(["06/3/2024 08:15", "2024-04-05"])), [first, second]);
    // 5 April may be 4 May if the spreadsheet left 16/3 as text.
    let swapped = said(&days(["16/3/2024", "2024-04-05"]));
    assert_eq!(swapped[1..], ["error TH!D3 import-day-swapped"]);
    let zone = said(&days(["2024-03-05T17:30Z", "2024-04-05"]));
    assert_eq!(zone, [first, second, "warning TH!D2 import-day-zone"]);
    for text in ["1/3-6/3/2024", "từ 1/3 đến 6/3/2024", "2024-03-01 - 2024-03-06"] {
        let range = said(&days([text, "2024-04-05"]));
        assert_eq!(range, [second, "error TH!D2 import-day-range"], "{text}");
    }
}

#[test]
fn a_deadline_of_several_terms_is_compared_at_its_end_and_told() {
    for (due, codes) in [
        ("T6-T7/2024", &["import-deadline-range", "import-deadline"][..]),
        ("01/7 - 24/7/2024", &["import-deadline-range"]),
        ("ngày 25 mỗi tháng", &["import-deadline-unread"]),
        ("trước 25/7/2024", &[]),
    ] {
        let header = [HEADER, &["Thời hạn"]].concat();
        let row = [TWO[0], &[due]].concat();
        let said = said(&rows(&[&header, &row]));
        let codes: Vec<_> = codes.iter().map(|code| format!("warning TH!F2 {code}")).collect();
        assert_eq!(said[1..], codes, "{due}");
    }
}

#[test]
fn what_stands_below_a_table_is_told_from_a_row_with_a_mistake() {
    let header: &[&str] = &["TT", "Nhiệm vụ", "Trạng thái", "Ngày", "Kết quả"];
    let row: &[&str] = &["1", "Việc 1.1", "đang làm", "6/3", "Đã họp"];
    let entry = "+ 1.1 2024-03-06 in_progress Đã họp";
    for foot in [
        &["Tổng cộng", "", "1", "", ""][..],
        &["", "Tổng số: 12", "5", "", "7"],
        &["", "NGƯỜI LẬP", "", "", "TRƯỞNG BAN"],
        &["", "Lê Thị X", "", "", "Hà Văn Y"],
        &["", "Tỷ lệ chung", "", "", "34 %"],
        &["", "Ghi chú: theo báo cáo tháng", "", "", "xem biểu sau"],
        &["Nơi nhận:", "", "", "", "(Đã ký)"],
        &["- Như trên;", "", "", "Ngày 7 tháng 3 năm 2024", ""],
        &["", "", "", "Bản Mới, ngày 7 tháng 3 năm 2024", ""],
    ] {
        let said = said(&rows(&[header, row, foot]));
        assert_eq!(said[0], entry, "{foot:?}");
        assert!(said[1].starts_with("hint TH!3 import-"), "{foot:?}: {said:?}");
        assert_eq!(said.len(), 2, "{foot:?}: {said:?}");
    }
    for mistyped in [
        ["9", "LÀM CẦU TREO", "", "", "XONG MÓNG"],
        ["", "Làm cầu treo", "", "", "Xong móng"],
        ["", "Làm cầu treo", "đang làm", "", ""],
        ["", "LÀM CẦU TREO", "", "7/3", ""],
        ["", "", "đang làm", "7/3", "Xong móng"],
    ] {
        let said = said(&rows(&[header, row, &mistyped]));
        assert!(said[1].starts_with("error TH!"), "{mistyped:?}: {said:?}");
    }
    // Above another task, a row without a number is a mistake too, but a sum or a header is not.
    let said = said(&rows(&[header, &["", "NGƯỜI LẬP", "", "", "TRƯỞNG BAN"], header, row]));
    assert_eq!(said, [entry, "error TH!B2 import-title-unknown"]);
}

#[test]
fn all_columns_together_decide_what_each_holds() {
    let fields = |titles: &[&str], below: &[&str]| {
        let bytes = workbook(|sheet| {
            let plain = Format::new();
            for column in 0..2 {
                sheet
                    .merge_range(0, column, 1, column, titles[usize::from(column)], &plain)
                    .unwrap();
            }
            let last = u16::try_from(titles.len() - 1).unwrap();
            sheet.merge_range(0, 2, 0, last, "Kết quả thực hiện", &plain).unwrap();
            for (column, title) in (2..).zip(&titles[2..]) {
                sheet.write_string(1, column, *title).unwrap();
            }
            for (column, text) in (0..).zip(below) {
                sheet.write_string(2, column, *text).unwrap();
            }
        });
        let import = import::read(&book(&bytes).unwrap(), &project().model(), &on("2024-03-06"));
        let columns = import.tables[0].header.columns.iter();
        let fields = columns.map(|column| column.field.name()).collect::<Vec<_>>().join(" ");
        let codes = import.diagnostics.iter().map(|diagnostic| diagnostic.code);
        (fields, codes.collect::<Vec<_>>())
    };
    let row = ["1", "Việc 1.1", "đang làm", "Đã họp", "khác"];
    for (titles, expected, codes) in [
        (
            ["TT", "Nhiệm vụ", "Tình trạng", "Nội dung kết quả", "Tài liệu kèm theo"],
            "number title state text evidence",
            &["import-document"][..],
        ),
        (
            ["TT", "Nhiệm vụ", "Tình trạng", "Nội dung", "Ghi chú"],
            "number title state text ignore",
            &[],
        ),
        (
            ["TT", "Nhiệm vụ", "Tình trạng", "Cụ thể", "Ghi chú"],
            "number title state text ignore",
            &["import-column-guessed"],
        ),
        (
            ["TT", "Nhiệm vụ", "Tình trạng", "Việc đã làm", "Diễn giải"],
            "number title state text ignore",
            &["import-column-rival"],
        ),
        (
            ["TT", "Nhiệm vụ", "Tình trạng", "Lần một", "Lần hai"],
            "number title state text ignore",
            &["import-column-guessed", "import-columns-equal"],
        ),
    ] {
        assert_eq!(fields(&titles, &row), (expected.to_owned(), codes.to_vec()), "{titles:?}");
    }
}

#[test]
fn a_state_alone_is_no_report_even_with_a_day_for_all_rows() {
    let said = said_with(
        &rows(&[HEADER, &["1.2", "", "đang làm", "", ""], &["1.1", "", "đã xong", "", "Đã ký"]]),
        &on("2024-03-31"),
    );
    assert_eq!(said, ["+ 1.1 2024-03-31 done Đã ký", "warning TH!C2 import-bare-state"]);
}

#[test]
fn a_text_merged_over_tasks_is_named_and_a_text_is_no_tick() {
    let bytes = workbook(|sheet| {
        fill(sheet, TWO);
        sheet.merge_range(1, 4, 2, 4, "Đã họp dân", &Format::new()).unwrap();
    });
    assert_eq!(said(&bytes)[2..], ["warning TH!E2 import-merged"]);
    let ticks = workbook(|sheet| {
        let plain = Format::new();
        for (column, title) in [(0, "Mã"), (1, "Ngày")] {
            sheet.merge_range(0, column, 1, column, title, &plain).unwrap();
        }
        sheet.merge_range(0, 2, 0, 3, "Tiến độ", &plain).unwrap();
        for (column, title) in [(2, "Đã hoàn thành"), (3, "Đang thực hiện")] {
            sheet.write_string(1, column, title).unwrap();
        }
        for (row, cells) in (2..).zip([["1.1", "6/3", "x"], ["1.3", "6/3", "một phần"]]) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        sheet.write_string(4, 0, "1.2").unwrap();
        sheet.write_string(4, 1, "6/3").unwrap();
        sheet.write_string(4, 3, "x").unwrap();
    });
    assert_eq!(
        said(&ticks),
        [
            "+ 1.1 2024-03-06 done ",
            "+ 1.2 2024-03-06 in_progress ",
            "error TH!C4 import-tick-unread",
        ]
    );
}

#[test]
fn a_mapping_the_wrong_way_round_is_refused_with_the_right_one() {
    let read =
        import::mapping::read("columns: {text: E, evidence: Văn bản}", "m.yaml", FileId::nth(0));
    let codes: Vec<_> = read.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, ["import-mapping-turned"; 2]);
    assert!(read.mapping.columns.is_empty());
    let known = read.diagnostics.iter().map(|diagnostic| diagnostic.args[1].1.as_str());
    assert_eq!(known.collect::<Vec<_>>(), ["Văn bản: evidence", "E: text"]);
}
