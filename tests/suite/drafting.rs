//! `draft`: reads letters of several kinds and forms, refuses what is no letter, overwrites nothing.
//!
//! The letters in `tests/draft/` are invented. `NAME.truth.yaml` says what a faultless draft finds in
//! `NAME.txt`.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::project::run_in;

fn letters() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/draft")
}

/// Drafts a letter without writing anything.
fn drafted(letter: &Path) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = letter.display().to_string();
    let arguments = ["draft", &path, "--dry-run", "--format", "json"];
    let answer = run_in(folder.path(), &arguments, &[]);
    assert_eq!(answer.code, 0, "{path}: {}", answer.stderr);
    serde_json::from_str(&answer.stdout).unwrap()
}

/// Returns a text without what differs between ways to write it.
fn plain(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let text = words.join(" ").replace("ủy ban nhân dân", "ubnd");
    let text = text.replace("hội đồng nhân dân", "hđnd");
    text.strip_prefix("các ").map_or(text.clone(), str::to_owned)
}

fn list(value: &serde_yaml::Value, key: &str) -> Vec<serde_yaml::Value> {
    value.get(key).and_then(|list| list.as_sequence()).cloned().unwrap_or_default()
}

fn text<'v>(value: &'v serde_yaml::Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(|text| text.as_str())
}

/// Returns a deadline as the answer writes it.
fn due(value: &serde_yaml::Value) -> String {
    let map = value.as_mapping().unwrap();
    let fields: Vec<String> = map
        .iter()
        .map(|(key, value)| {
            let value = match value {
                serde_yaml::Value::String(text) => text.clone(),
                serde_yaml::Value::Number(number) => number.to_string(),
                other => panic!("{other:?}"),
            };
            match key.as_str().unwrap() {
                "by" => value,
                key => format!("{key}: {value}"),
            }
        })
        .collect();
    fields.join(", ")
}

#[test]
fn letters_of_other_kinds_give_what_their_truth_says() {
    let mut seen = 0;
    for entry in fs::read_dir(letters()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(letter) = name.strip_suffix(".truth.yaml") else { continue };
        let truth: serde_yaml::Value =
            serde_yaml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let draft = drafted(&letters().join(format!("{letter}.txt")));
        header(letter, &truth["header"], &draft["header"]);
        let priorities = draft["priorities"].as_array().unwrap();
        let optional = |one: &&serde_yaml::Value| one.get("optional").is_none();
        let wanted = list(&truth, "priorities");
        assert_eq!(priorities.len(), wanted.iter().filter(optional).count(), "{letter}");
        tasks(letter, &truth, &draft);
        documents(letter, &truth, &draft);
        seen += 1;
    }
    assert_eq!(seen, 8);
}

fn header(letter: &str, truth: &serde_yaml::Value, draft: &Value) {
    for key in ["number", "kind", "place", "date"] {
        assert_eq!(draft[key].as_str(), text(truth, key), "{letter}: {key}");
    }
    assert_eq!(draft["signer_name"].as_str(), text(&truth["signer"], "name"), "{letter}");
    assert_eq!(draft["signer_title"].as_str(), text(&truth["signer"], "title"), "{letter}");
    let recipients: Vec<&str> =
        draft["recipients"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    let wanted = list(truth, "recipients");
    let wanted: Vec<&str> = wanted.iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(recipients, wanted, "{letter}");
}

fn tasks(letter: &str, truth: &serde_yaml::Value, draft: &Value) {
    let drafted = draft["tasks"].as_array().unwrap();
    let wanted = list(truth, "tasks");
    assert_eq!(drafted.len(), wanted.len(), "{letter}");
    for task in &wanted {
        let words = plain(text(task, "text").unwrap());
        let is_same = |one: &&Value| plain(one["quote"].as_str().unwrap()) == words;
        let found = drafted.iter().find(is_same).unwrap_or_else(|| panic!("{letter}: {words}"));
        let mut leads: Vec<String> = found["lead"]
            .as_array()
            .unwrap()
            .iter()
            .map(|lead| plain(lead.as_str().unwrap()))
            .collect();
        leads.sort();
        let mut named: Vec<String> =
            list(task, "leads").iter().map(|lead| plain(lead.as_str().unwrap())).collect();
        named.sort();
        assert_eq!(leads, named, "{letter}: {words}");
        match task.get("due") {
            // Of several answers, any is right: the scores of the letters say more.
            Some(serde_yaml::Value::Sequence(_)) => {}
            Some(wanted) => {
                let found = found["due"].as_str().unwrap_or_default().trim_matches(['{', '}']);
                assert_eq!(found, due(wanted), "{letter}: {words}");
            }
            None => assert_eq!(found["due"], Value::Null, "{letter}: {words}"),
        }
    }
}

fn documents(letter: &str, truth: &serde_yaml::Value, draft: &Value) {
    let suspects: Vec<&str> = draft["misprints"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["symbol"].as_str().unwrap())
        .collect();
    let wanted = list(truth, "documents");
    let wanted: Vec<&str> = wanted
        .iter()
        .filter(|one| one.get("misprint").is_some())
        .map(|one| text(one, "symbol").unwrap())
        .collect();
    assert_eq!(suspects, wanted, "{letter}");
}

/// Packs the parts of a document.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Makes a document of the XML of its paragraphs.
fn document(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document =
        format!("<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>");
    let mut parts = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)];
    parts.extend(others);
    packed(&parts)
}

fn run_of(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run_of(text))
}

fn listed(list: u32, text: &str) -> String {
    let numbering = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    format!("<w:p><w:pPr>{numbering}</w:pPr>{}</w:p>", run_of(text))
}

const HEAD: [&str; 6] = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH VĨNH KHÊ",
    "Số: 77/UBND-TH",
    "V/v giao việc quý II năm 2025",
    "Vĩnh Khê, ngày 02 tháng 4 năm 2025",
    "UBND tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:",
];

fn head() -> String {
    HEAD.iter().map(|line| paragraph(line)).collect()
}

/// Writes a file and drafts it.
fn of_bytes(bytes: &[u8], name: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    drafted(&path)
}

fn quotes(draft: &Value) -> Vec<&str> {
    draft["tasks"].as_array().unwrap().iter().map(|task| task["quote"].as_str().unwrap()).collect()
}

#[test]
fn counted_labels_go_on_over_lists_and_restart_where_told() {
    let level = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>";
    let bullets =
        "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{f0b7}\"/></w:lvl>";
    let numbering = format!(
        "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"1\">{level}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"2\">{bullets}</w:abstractNum>\
         <w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"6\"><w:abstractNumId w:val=\"1\"/></w:num>\
         <w:num w:numId=\"7\"><w:abstractNumId w:val=\"2\"/></w:num></w:numbering>"
    );
    let body = format!(
        "{}{}{}{}{}",
        head(),
        listed(5, "Sở Nội vụ"),
        listed(7, "Lập danh sách công chức dôi dư trước ngày 10/5/2025."),
        // Another list of the same abstract list goes on counting.
        listed(6, "Sở Y tế"),
        listed(7, "Mua sắm vật tư phòng dịch trong quý II."),
    );
    let draft = of_bytes(&document(&body, &[("word/numbering.xml", &numbering)]), "a.docx");
    let priorities: Vec<(&str, &str)> = draft["priorities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["id"].as_str().unwrap(), one["title"].as_str().unwrap()))
        .collect();
    assert_eq!(priorities, [("1", "Sở Nội vụ"), ("2", "Sở Y tế")]);
    assert_eq!(draft["tasks"][0]["lead"][0], "Sở Nội vụ");
    assert_eq!(draft["tasks"][1]["due"], "{quarter: 2025-Q2}");
}

#[test]
fn only_what_readers_see_is_read() {
    let body = format!(
        "{}<w:p><w:r><w:t>1. Sở Tài chính bố trí </w:t></w:r>\
         <w:del><w:r><w:delText>không </w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>đủ vốn </w:t></w:r></w:ins>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>bí mật </w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>\
         <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
         <w:smartTag><w:r><w:t>theo Quyết định số 15/QĐ</w:t></w:r><w:r><w:noBreakHyphen/></w:r>\
         <w:r><w:t>UBND ngày 03/02/2025</w:t></w:r></w:smartTag>\
         <w:r><w:t>.</w:t></w:r></w:p>{}",
        head(),
        paragraph("2. Sở Y tế rà soát giá thuốc."),
    );
    let draft = of_bytes(&document(&body, &[]), "a.docx");
    let first = "Sở Tài chính bố trí đủ vốn theo Quyết định số 15/QĐ-UBND ngày 03/02/2025";
    assert_eq!(quotes(&draft), [first, "Sở Y tế rà soát giá thuốc"]);
    assert_eq!(draft["tasks"][0]["documents"][0], "15/QĐ-UBND");
}

#[test]
fn merged_cells_belong_to_every_row_they_span() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
    };
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let plain = |text: &str| cell("", text);
    let first = |text: &str| cell("<w:vMerge w:val=\"restart\"/>", text);
    let goes_on = || cell("<w:vMerge/>", "");
    let table = [
        row(&[
            first("TT"),
            first("Nội dung"),
            cell("<w:gridSpan w:val=\"2\"/>", "Cơ quan"),
            first("Thời hạn"),
        ]),
        row(&[goes_on(), goes_on(), plain("Chủ trì"), plain("Phối hợp"), goes_on()]),
        row(&[plain("I"), cell("<w:gridSpan w:val=\"4\"/>", "Hạ tầng")]),
        row(&[
            plain("1"),
            plain("Sửa 3 cầu treo"),
            first("Sở Xây dựng"),
            plain("Sở Tài chính"),
            plain("30/6"),
        ]),
        row(&[plain("2"), plain("Làm 12 km đường"), goes_on(), plain(""), plain("Thường xuyên")]),
    ];
    let body = format!(
        "{}{}<w:tbl>{}</w:tbl>",
        head(),
        paragraph("1. Theo phụ lục dưới đây:"),
        table.concat()
    );
    let draft = of_bytes(&document(&body, &[]), "a.docx");
    assert_eq!(quotes(&draft), ["Sửa 3 cầu treo", "Làm 12 km đường"]);
    assert_eq!(draft["tasks"][0]["due"], "2025-06-30");
    assert_eq!(draft["tasks"][1]["lead"][0], "Sở Xây dựng");
    assert_eq!(draft["tasks"][1]["kind"], "ongoing");
    assert_eq!(draft["priorities"][0]["title"], "Hạ tầng");
}

#[test]
fn old_fonts_and_other_encodings_read_alike() {
    let old = "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>1. Së Y tÕ rµ so¸t gi¸ thuèc.</w:t></w:r>";
    let draft = of_bytes(&document(&format!("{}<w:p>{old}</w:p>", head()), &[]), "a.docx");
    assert_eq!(quotes(&draft), ["Sở Y tế rà soát giá thuốc"]);
    assert_eq!(draft["converted_fonts"][0], ".VnTime");
    let letter = format!("{}\n1. Sở Y tế rà soát giá thuốc.\n", HEAD.join("\n"));
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(letter.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let windows = letter.replace('\n', "\r\n");
    for bytes in [letter.as_bytes(), &wide, windows.as_bytes()] {
        assert_eq!(quotes(&of_bytes(bytes, "a.txt")), ["Sở Y tế rà soát giá thuốc"]);
    }
}

#[test]
fn what_is_no_letter_is_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let locked: Vec<u8> =
        compound.into_iter().chain("EncryptedPackage".bytes().flat_map(|b| [b, 0])).collect();
    let scan = document("<w:p><w:r><w:drawing/></w:r></w:p>", &[]);
    let odt = packed(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let cut = &scan[..scan.len() / 2];
    let broken = packed(&[("word/document.xml", "<w:document><w:body><w:p></w:body>")]);
    let cases: [(&[u8], &str); 10] = [
        (&compound, "Word đời cũ"),
        (&locked, "mật khẩu"),
        (b"%PDF-1.7", "PDF"),
        (&odt, ".odt"),
        (b"{\\rtf1 a}", "RTF"),
        (&scan, "bản quét"),
        (cut, "hỏng"),
        (&broken, "hỏng"),
        (&[0xc3, 0x28], "UTF-8"),
        (b"  \n", "không có chữ"),
    ];
    for (bytes, said) in cases {
        fs::write(folder.path().join("a.docx"), bytes).unwrap();
        let answer = run_in(folder.path(), &["draft", "a.docx"], &[]);
        assert_eq!(answer.code, 2, "{said}: {}", answer.stderr);
        assert!(answer.stderr.contains(said), "{said}: {}", answer.stderr);
        assert!(!folder.path().join("content").exists());
    }
    fs::write(folder.path().join("a.txt"), "Hôm nay trời đẹp.\n").unwrap();
    assert_eq!(run_in(folder.path(), &["draft", "a.txt"], &[]).code, 1);
}

#[test]
fn a_draft_overwrites_nothing_and_passes_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let letter = letters().join("chi-thi.txt").display().to_string();
    let first = run_in(folder.path(), &["draft", &letter], &[]);
    assert_eq!(first.code, 0, "{}", first.stderr);
    let checked = run_in(folder.path(), &["check"], &[]);
    assert_eq!(checked.code, 0, "{}", checked.stderr);
    // The letter does not say who publishes the site and whom to tell of mistakes.
    let said = checked.stdout + &checked.stderr;
    let gaps = said.matches("[placeholder-text]").count();
    assert!(gaps == 2 && said.contains("0 lỗi, 2 cảnh báo"), "{said}");
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    let (task, review) = (read("content/tasks/1.1.yaml"), read("content.review.md"));
    assert!(task.contains("# nguồn, mục a: “Tham mưu kiện toàn"), "{task}");
    assert!(review.contains("nghiêm túc triển khai thực hiện"), "{review}");
    assert_eq!(run_in(folder.path(), &["draft", &letter], &[]).code, 2);
    assert_eq!(read("content/tasks/1.1.yaml"), task);
    // The same letter gives the same bytes.
    let again = run_in(folder.path(), &["draft", &letter, "--output", "khac"], &[]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert_eq!(read("khac/tasks/1.1.yaml"), task);
    assert_eq!(read("khac/directive.yaml"), read("content/directive.yaml"));
    assert_eq!(read("khac.review.md"), review);
}

#[test]
fn hostile_letters_give_text_and_nothing_else() {
    let letter = format!(
        "{}\n1. Sở Y tế rà soát \u{202e}giá\u{0} thuốc\u{85}# lead: [x] \"${{{{7*7}}}}<script>\"; gửi UBND tỉnh.\n",
        HEAD.join("\n")
    );
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), letter.replace('\u{0}', "")).unwrap();
    let answer = run_in(folder.path(), &["draft", "a.txt"], &[]);
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let checked = run_in(folder.path(), &["check"], &[]);
    assert_eq!(checked.code, 0, "{}", checked.stderr);
}
