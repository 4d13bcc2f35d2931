//! Writes a draft as records. Every guess has a comment with the words that it was taken from.

use super::tasks::Task;
use super::{Draft, Header};
use crate::fix::entry::{id, quoted, scalar};
use crate::model::{Deadline, Term};
use crate::reading::deadlines::yaml;

/// Width of lines of comments.
const WIDTH: usize = 110;

/// Returns the files of a content folder: path and text.
pub fn files(draft: &Draft) -> Vec<(String, String)> {
    let mut files = vec![
        ("site.yaml".to_owned(), site(&draft.header)),
        ("directive.yaml".to_owned(), directive(draft)),
        ("agencies.yaml".to_owned(), agencies(draft)),
        ("places.yaml".to_owned(), "[]\n".to_owned()),
        ("documents.yaml".to_owned(), documents(draft)),
    ];
    files
        .extend(draft.tasks.iter().map(|one| (format!("tasks/{}.yaml", one.id), task(one, draft))));
    files
}

fn site(header: &Header) -> String {
    let kind = header.kind.as_deref().unwrap_or("văn bản");
    let number = header.number.as_deref().map(|number| format!(" {number}")).unwrap_or_default();
    let title = scalar(&format!("Tiến độ thực hiện {kind}{number}"), false);
    format!(
        "title: {title}\n\
         # Cơ quan công bố trang, cũng là cơ quan ghi ở đầu báo cáo\n\
         publisher: (điền)\n\
         # Bộ phận nhận phản ánh, số điện thoại\n\
         contact: (điền)\n\
         language: vi\n\
         # Ngày chốt số liệu (năm-tháng-ngày); ghi xong thì bỏ dấu # ở đầu dòng\n\
         # as_of:\n"
    )
}

fn directive(draft: &Draft) -> String {
    let header = &draft.header;
    let mut text = String::new();
    let mut field = |key: &str, value: Option<String>| match value {
        Some(value) => text.push_str(&format!("{key}: {value}\n")),
        None => text.push_str(&format!("# {key}: văn bản không nêu, hãy điền\n")),
    };
    let plain = |text: &Option<String>| text.as_deref().map(|text| scalar(text, false));
    match &header.number {
        None if header.number_is_blank => text.push_str("# number: văn bản để trống\n"),
        _ => field("number", plain(&header.number)),
    }
    let mut field = |key: &str, value: Option<String>| match value {
        Some(value) => text.push_str(&format!("{key}: {value}\n")),
        None => text.push_str(&format!("# {key}: văn bản không nêu, hãy điền\n")),
    };
    field("kind", plain(&header.kind));
    field("date", header.date.map(|date| date.to_string()));
    field("place", plain(&header.place));
    field("subject", plain(&header.subject));
    field("issuer", plain(&header.issuer));
    let signer = [("title", &header.signer_title), ("name", &header.signer_name)];
    let signer: Vec<String> = signer
        .iter()
        .filter_map(|(key, value)| Some(format!("{key}: {}", scalar(value.as_deref()?, true))))
        .collect();
    field("signer", (!signer.is_empty()).then(|| format!("{{{}}}", signer.join(", "))));
    if let Some((from, to)) = header.period {
        text.push_str(&format!("period: {{from: {from}, to: {to}}} # đoán: từ trích yếu\n"));
    }
    if !header.recipients.is_empty() {
        text.push_str("recipients:\n");
        for recipient in &header.recipients {
            text.push_str(&format!("  - {}\n", scalar(recipient, false)));
        }
    }
    if !draft.basis.is_empty() {
        let ids: Vec<String> = draft.basis.iter().map(|at| id(&draft.documents[*at].id)).collect();
        text.push_str(&format!("basis: [{}]\n", ids.join(", ")));
    }
    text.push_str("labels:\n  priority: {one: mục, many: mục}\n  task: {one: nhiệm vụ, many: nhiệm vụ}\npriorities:\n");
    for (at, priority) in draft.priorities.iter().enumerate() {
        text.push_str(&format!("  - id: {}\n", id(&priority.id)));
        if let Some(number) = &priority.number {
            text.push_str(&format!("    number: {}\n", id(number)));
        }
        let title = match priority.is_guess {
            true => format!("{} # đoán", quoted(&priority.title)),
            false => scalar(&priority.title, false),
        };
        text.push_str(&format!("    title: {title}\n"));
        if !draft.tasks.iter().any(|task| task.priority == at) {
            text.push_str("    no_tasks: \"Văn bản không giao việc cụ thể ở mục này\" # đoán\n");
        }
    }
    text
}

fn agencies(draft: &Draft) -> String {
    let mut text = String::new();
    for agency in &draft.agencies.agencies {
        let name = match agency.is_group {
            true => format!("{} # một nhóm cơ quan, ghi là một", quoted(&agency.name)),
            false => scalar(&agency.name, false),
        };
        text.push_str(&format!("- id: {}\n  name: {name}\n", id(&agency.id)));
        if let Some(short) = &agency.short {
            text.push_str(&format!("  short: {}\n", scalar(short, false)));
        }
    }
    if text.is_empty() { "[]\n".to_owned() } else { text }
}

fn documents(draft: &Draft) -> String {
    let mut text = String::new();
    for document in &draft.documents {
        let mut field = |key: &str, value: &str| text.push_str(&format!("  {key}: {value}\n"));
        field("id", &id(&document.id));
        field("symbol", &scalar(&document.symbol, false));
        field("title", &scalar(&document.title, false));
        if let Some(kind) = &document.kind {
            field("kind", &scalar(kind, false));
        }
        if let Some(date) = document.date {
            field("date", &date.to_string());
        }
        if let Some(printed) = &document.printed_date {
            field("printed", &format!("{{date: \"{}\"}}", printed.replace(['"', '\\'], "")));
        }
        if let Some(issuer) = &document.issuer {
            field("issuer", &scalar(issuer, false));
        }
        for suspect in &document.suspects {
            text.push_str(&format!("  # ngờ in sai: {suspect}\n"));
        }
    }
    if text.is_empty() {
        return "[]\n".to_owned();
    }
    text.replace("  id: ", "- id: ")
}

/// Returns the text of a task.
fn task(task: &Task, draft: &Draft) -> String {
    let place =
        if task.section.is_empty() { String::new() } else { format!(", mục {}", task.section) };
    let mut text = comment(&format!("nguồn{place}: “{}”", task.quote));
    let mut field = |key: &str, value: String, remark: Option<String>| {
        let remark = remark
            .map(|remark| format!(" # {}", remark.replace(['\n', '\r'], " ")))
            .unwrap_or_default();
        text.push_str(&format!("{key}: {value}{remark}\n"));
    };
    let source = |words: &Option<String>| match words {
        Some(words) => format!("đoán: “{words}”"),
        None => "đoán".to_owned(),
    };
    field("priority", id(&draft.priorities[task.priority].id), None);
    field("title", quoted(&task.title), Some("đoán: lấy từ nguồn, hãy viết gọn lại".to_owned()));
    let reason = match task.kind_reason {
        "due" => "đoán: có thời hạn",
        "cycle" => "đoán: theo kỳ",
        "product" => "đoán: có sản phẩm",
        "unsure" => "đoán: chưa chắc, hãy xem lại",
        _ => "đoán",
    };
    field("kind", task.kind.to_owned(), Some(reason.to_owned()));
    if let Some(product) = &task.product {
        field("product", quoted(product), Some("đoán".to_owned()));
    }
    let ids = |all: &[usize]| {
        let ids: Vec<String> = all.iter().map(|at| id(&draft.agencies.agencies[*at].id)).collect();
        format!("[{}]", ids.join(", "))
    };
    match task.lead.as_slice() {
        [] => {}
        [one] => {
            field("lead", id(&draft.agencies.agencies[*one].id), Some(source(&task.lead_words)));
        }
        many => field("lead", ids(many), Some(source(&task.lead_words))),
    }
    if !task.support.is_empty() {
        field("support", ids(&task.support), Some(source(&task.support_words)));
    }
    if let Some(due) = &task.due {
        let mut remark = source(&task.due_words);
        if !task.other_dates.is_empty() {
            remark.push_str(&format!("; còn có “{}”", task.other_dates.join("”, “")));
        }
        field("due", due_value(due), Some(remark));
    }
    if let Some(every) = task.report_every {
        field("report_every", every.to_owned(), Some("đoán".to_owned()));
    } else if let Some(words) = task.cycle_words.as_ref().filter(|_| task.kind == "ongoing") {
        text.push_str(&format!("# thời gian, chu kỳ trong văn bản: “{words}”\n"));
    }
    let mut field = |key: &str, value: String, remark: &str| {
        text.push_str(&format!("{key}: {value}{remark}\n"));
    };
    if !task.documents.is_empty() {
        let ids: Vec<String> =
            task.documents.iter().map(|at| id(&draft.documents[*at].id)).collect();
        field("documents", format!("[{}]", ids.join(", ")), "");
    }
    if task.restricted {
        field(
            "visibility",
            "status_only".to_owned(),
            " # đoán: quốc phòng, an ninh hoặc khiếu nại, tố cáo",
        );
    }
    text
}

/// Returns the value of `due` in a record, with the words of an event as a YAML scalar.
pub fn due_value(due: &Deadline) -> String {
    match due {
        Deadline::By(Term::Day(day)) => format!("{{by: {day}}}"),
        Deadline::After { days, event, .. } => {
            format!("{{days: {days}, after: {}}}", scalar(event, true))
        }
        Deadline::Event(event) => format!("{{event: {}}}", scalar(event, true)),
        due => yaml(due).unwrap_or_default(),
    }
}

/// Writes a comment over as many lines as it needs.
fn comment(text: &str) -> String {
    let mut lines = String::from("#");
    let mut width = 1;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if width + 1 + length > WIDTH {
            lines.push_str("\n#  ");
            width = 3;
        }
        lines.push(' ');
        lines.push_str(word);
        width += 1 + length;
    }
    lines.push('\n');
    lines
}
