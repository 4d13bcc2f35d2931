//! Makes a content folder of any size. Equal sizes give equal bytes on every machine.
//!
//! It is uneven on purpose, as real content is: a fifth of the agencies leads most tasks, some
//! tasks have a long ledger and others none, and notes cluster at the ends of months. Nothing in it
//! is real.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// How much content there is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    /// Tasks, twenty to a priority.
    pub(super) tasks: usize,
    /// Notes, each on two tasks.
    pub(super) notes: usize,
}

const AGENCIES: usize = 60;
const PLACES: usize = 40;
const DOCUMENTS: usize = 500;
const TASKS_OF_A_PRIORITY: usize = 20;

const WORDS: &str = "\
    rà soát tổng hợp báo cáo thẩm định trình phê duyệt dự án quy hoạch đầu tư công giải ngân \
    vốn hạ tầng giao thông cấp nước nông thôn mới tiêm chủng giáo dục chuyển đổi số thủ tục \
    hành chính khu nghiệp môi trường lao động an sinh xã hội thu chi kiểm tra giám sát hướng \
    dẫn tập huấn khai đối thoại doanh đất đai đền bù tái cư tháng tuần quý năm kế khó khăn \
    vướng mắc kiến nghị đề xuất phối các sở ngành địa phương tiến độ";

/// Writes the folder, which must be empty or not exist.
///
/// # Errors
///
/// If the system refuses to write.
pub(super) fn write(root: &Path, size: Size) -> io::Result<()> {
    for folder in ["tasks", "notes"] {
        fs::create_dir_all(root.join(folder))?;
    }
    let priorities = size.tasks.div_ceil(TASKS_OF_A_PRIORITY).max(1);
    fs::write(root.join("site.yaml"), SITE)?;
    fs::write(root.join("directive.yaml"), directive(priorities))?;
    fs::write(root.join("agencies.yaml"), agencies())?;
    fs::write(root.join("places.yaml"), places())?;
    fs::write(root.join("documents.yaml"), documents())?;
    for n in 0..size.tasks {
        fs::write(root.join(format!("tasks/{}.yaml", id(n))), task(n))?;
    }
    for n in 0..size.notes {
        let (name, text) = note(n, size.tasks.max(1));
        fs::write(root.join(format!("notes/{name}.md")), text)?;
    }
    Ok(())
}

/// Writes the content folder of a portal: the same lists, and as many directives of this size.
///
/// # Errors
///
/// If the system refuses to write.
pub(super) fn write_portal(root: &Path, size: Size, directives: usize) -> io::Result<()> {
    for n in 0..directives {
        let folder = root.join(format!("directives/kh-{n:04}"));
        write(&folder, size)?;
        let head = folder.join("directive.yaml");
        let text = fs::read_to_string(&head)?;
        let number = text.lines().find(|line| line.starts_with("number:")).unwrap_or_default();
        fs::write(&head, text.replacen(number, &format!("number: {}/KH-UBND", n + 1), 1))?;
        for shared in ["site.yaml", "agencies.yaml", "places.yaml", "documents.yaml"] {
            if n == 0 {
                fs::copy(folder.join(shared), root.join(shared))?;
            }
            fs::remove_file(folder.join(shared))?;
        }
    }
    Ok(())
}

/// Changes the words of one note and nothing else, so that the next build has little to do.
///
/// # Errors
///
/// If the note cannot be read or written.
pub(super) fn touch(root: &Path, size: Size, nth: usize) -> io::Result<PathBuf> {
    let n = nth % size.notes.max(1);
    let (name, text) = note(n, size.tasks.max(1));
    let path = PathBuf::from(format!("notes/{name}.md"));
    fs::write(root.join(&path), format!("{text}\nĐã bổ sung lần thứ {nth}.\n"))?;
    Ok(path)
}

const SITE: &str = "\
title: Tiến độ Chương trình hành động thử
publisher: Văn phòng Ủy ban nhân dân tỉnh thử nghiệm
contact: tiendo@thu.example
base_url: https://thu.example/
language: vi
notice: Dữ liệu sinh ra bằng máy để đo.
as_of: 2025-06-30
periods: [2024-06-30, 2024-12-31, 2025-06-30]
";

fn directive(priorities: usize) -> String {
    let mut text = String::from(
        "number: 01/CTr-UBND\ndate: 2024-01-10\nplace: Nơi thử\nsubject: Chương trình hành động thử\n\
         kind: Chương trình\nissuer: Ủy ban nhân dân tỉnh thử nghiệm\n\
         signer: {title: Chủ tịch, name: Người Ký}\nperiod: {from: 2024-01-10, to: 2025-12-31}\n\
         labels:\n  priority: {one: nhóm, many: nhóm}\n  task: {one: việc, many: việc}\npriorities:\n",
    );
    for n in 1..=priorities {
        let dice = &mut Dice::new(1, n);
        let (title, summary) = (phrase(dice, 7), phrase(dice, 20));
        let _ = writeln!(text, "  - {{id: \"{n}\", title: {title} {n}, summary: {summary}}}");
    }
    text
}

fn agencies() -> String {
    list(AGENCIES, |n, dice| {
        format!(
            "{{id: cq-{n}, name: Cơ quan thứ {n} {}, short: CQ {n}, kind: sở}}",
            phrase(dice, 3)
        )
    })
}

fn places() -> String {
    list(PLACES, |n, _| format!("{{id: xa-{n}, name: Xã thứ {n}, kind: xã}}"))
}

fn documents() -> String {
    list(DOCUMENTS, |n, dice| {
        // Older than all records that cite them.
        let (title, date) = (phrase(dice, 9), day(dice, 0, 10));
        let issuer = dice.below(AGENCIES);
        format!(
            "{{id: vb-{n}, symbol: {n}/BC-UBND, title: {title} {n}, date: {date}, \
             issuer: Cơ quan thứ {issuer}, kind: Báo cáo}}"
        )
    })
}

fn list(count: usize, item: impl Fn(usize, &mut Dice) -> String) -> String {
    (0..count).map(|n| format!("- {}\n", item(n, &mut Dice::new(2, n)))).collect()
}

/// The id of the n-th task.
fn id(n: usize) -> String {
    format!("{}.{}", n / TASKS_OF_A_PRIORITY + 1, n % TASKS_OF_A_PRIORITY + 1)
}

fn task(n: usize) -> String {
    let dice = &mut Dice::new(3, n);
    let ongoing = dice.below(4) == 0;
    let priority = n / TASKS_OF_A_PRIORITY + 1;
    let (lead, place) = (dice.skewed(AGENCIES), dice.skewed(PLACES));
    // The lead agency does not support the task too.
    let support = (lead + 1 + dice.below(AGENCIES - 1)) % AGENCIES;
    let length = 6 + dice.below(18);
    let mut text = format!(
        "priority: \"{priority}\"\ntitle: {} {}\nkind: {}\nlead: cq-{lead}\nsupport: [cq-{support}]\n\
         places: [xa-{place}]\ndocuments: [vb-{}]\n",
        phrase(dice, length),
        id(n),
        if ongoing { "ongoing" } else { "deliverable" },
        dice.below(DOCUMENTS),
    );
    if !ongoing {
        let _ = writeln!(text, "due: {}", day(dice, 90, 600));
    }
    let entries = if dice.below(50) == 0 { 60 } else { dice.below(8) };
    let mut days: Vec<usize> = (0..entries).map(|_| 10 + dice.below(500)).collect();
    days.sort_unstable();
    days.dedup();
    if !days.is_empty() {
        text.push_str("updates:\n");
    }
    for (at, days) in days.iter().enumerate() {
        let last = at + 1 == entries;
        let state = match dice.below(4) {
            0 => "blocked",
            1 if last && !ongoing => "done",
            _ => "in_progress",
        };
        let said = phrase(dice, 14);
        let evidence = dice.below(DOCUMENTS);
        let _ = writeln!(
            text,
            "  - {{date: {}, state: {state}, text: {said}, evidence: [vb-{evidence}]}}",
            date(*days),
        );
    }
    text
}

/// The name of the n-th note, and its text.
fn note(n: usize, tasks: usize) -> (String, String) {
    let dice = &mut Dice::new(4, n);
    let date = day(dice, 10, 520);
    let first = dice.below(tasks);
    let second = (first + 1 + dice.below(tasks.saturating_sub(1).max(1))) % tasks;
    let (first, second) = (id(first), id(second));
    let named = match first == second {
        true => format!("\"{first}\""),
        false => format!("\"{first}\", \"{second}\""),
    };
    let mut text =
        format!("---\ndate: {date}\ntitle: {} {n}\ntasks: [{named}]\n---\n", phrase(dice, 8));
    for part in 0..4 {
        if part == 2 {
            let _ = writeln!(text, "\n## {}", phrase(dice, 5));
        }
        let (before, after) = (phrase(dice, 40), phrase(dice, 20));
        let _ = writeln!(text, "\n{before} [việc {first}](task:{first}) **{after}**.");
    }
    let _ = write!(
        text,
        "\n- {}\n- {}\n\n| Chỉ tiêu | Kết quả |\n|---|--:|\n| {} | {} |\n\nChú thích[^1].\n\n[^1]: {}.\n",
        phrase(dice, 4),
        phrase(dice, 6),
        phrase(dice, 3),
        dice.below(1000),
        phrase(dice, 4),
    );
    (format!("{date}-ghi-chu-{n}"), text)
}

/// A random day within `span` days, beginning `from` days after 10 January 2024.
fn day(dice: &mut Dice, from: usize, span: usize) -> String {
    date(from + dice.below(span))
}

/// The day this many days after 10 January 2024.
fn date(days: usize) -> String {
    let first = chrono::NaiveDate::from_ymd_opt(2024, 1, 10).unwrap_or_default();
    (first + chrono::Days::new(days as u64)).to_string()
}

/// This many words, the first with a capital.
fn phrase(dice: &mut Dice, length: usize) -> String {
    static LIST: LazyLock<Vec<&str>> = LazyLock::new(|| WORDS.split(' ').collect());
    let mut text = String::from("Nội dung");
    for _ in 1..length {
        text.push(' ');
        text.push_str(LIST[dice.below(LIST.len())]);
    }
    text
}

/// SplitMix64: numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn new(kind: u64, n: usize) -> Self {
        Dice((kind << 40) + n as u64)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// A few of the choices get most of the weight.
    fn skewed(&mut self, limit: usize) -> usize {
        let few = (limit / 5).max(1);
        if self.below(3) == 0 { self.below(limit) } else { self.below(few) }
    }
}
