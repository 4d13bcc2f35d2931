//! The page for the person who corrects a draft: what is doubtful first, then a row a task.

use crate::cli::due::in_words;
use crate::draft::{Draft, Task};
use crate::locale::Locale;

/// Returns the page as Markdown.
pub(super) fn markdown(draft: &Draft, file: &str, locale: &Locale) -> String {
    let mut page = format!(
        "# {}\n\n{}\n",
        locale.format("review-title", &[("file", file.into())]),
        locale.text("review-intro")
    );
    let mut section = |title: &str, lines: Vec<String>| {
        page.push_str(&format!("\n## {}\n\n", locale.text(title)));
        if lines.is_empty() {
            page.push_str(&format!("{}\n", locale.text("review-none")));
        }
        for line in lines {
            page.push_str(&line);
            page.push('\n');
        }
    };
    let mut unsure: Vec<String> = Vec::new();
    let blank = blank(draft);
    if !blank.is_empty() {
        let args = [("fields", blank.join(", ").into())];
        unsure.push(format!("- {}", locale.format("review-header-blank", &args)));
    }
    for task in draft.tasks.iter().filter(|task| !task.doubts.is_empty()) {
        let why: Vec<String> = task
            .doubts
            .iter()
            .map(|doubt| locale.text(&format!("review-doubt-{}", doubt.name())))
            .collect();
        unsure.push(format!(
            "- {} ({}): {}. “{}”",
            task.id,
            place(draft, task.at, locale),
            why.join("; "),
            cell(&task.quote)
        ));
    }
    if !draft.fonts.is_empty() {
        let args = [("fonts", draft.fonts.join(", ").into())];
        unsure.push(format!("- {}", locale.format("review-fonts", &args)));
    }
    section("review-unsure", unsure);
    let columns = locale.text("review-columns");
    let count = columns.split('|').count();
    let mut rows = vec![format!("| {columns} |"), format!("|{}", " --- |".repeat(count))];
    rows.extend(draft.tasks.iter().map(|task| row(draft, task, locale)));
    section("review-tasks", rows);
    let nothing = draft.nothing.iter().map(|one| {
        let why = one
            .why
            .map(|why| locale.text(&format!("review-why-{}", why.name())))
            .unwrap_or_default();
        format!("- {} ({why}): “{}”", place(draft, one.at, locale), cell(&one.text))
    });
    section("review-nothing", nothing.collect());
    let misprints = draft.documents.iter().flat_map(|document| {
        document.suspects.iter().map(|suspect| {
            let date = document
                .printed_date
                .as_deref()
                .map(|date| format!(" ({date})"))
                .unwrap_or_default();
            format!(
                "- {}{date}: {}",
                cell(&document.title),
                locale.text(&format!("review-misprint-{suspect}"))
            )
        })
    });
    section("review-misprints", misprints.collect());
    if !draft.dropped.is_empty() {
        let dropped = draft
            .dropped
            .iter()
            .map(|one| format!("- {}: “{}”", place(draft, one.at, locale), cell(&one.text)));
        section("review-dropped", dropped.collect());
    }
    page
}

fn row(draft: &Draft, task: &Task, locale: &Locale) -> String {
    let leads: Vec<&str> =
        task.lead.iter().map(|at| draft.agencies.agencies[*at].name.as_str()).collect();
    let cells = [
        task.id.clone(),
        place(draft, task.at, locale),
        task.quote.clone(),
        locale.text(&format!("review-kind-{}", task.kind)),
        leads.join("; "),
        task.due.as_ref().map(|due| in_words(due, locale)).unwrap_or_default(),
    ];
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("| {} |", cells.join(" | "))
}

/// Returns where something stands in the letter.
fn place(draft: &Draft, at: usize, locale: &Locale) -> String {
    let key = if draft.is_text { "review-line" } else { "review-paragraph" };
    locale.format(key, &[("at", at.into())])
}

/// Returns the fields that the letter leaves blank.
fn blank(draft: &Draft) -> Vec<&'static str> {
    let header = &draft.header;
    let fields = [
        ("number", header.number.is_none()),
        ("kind", header.kind.is_none()),
        ("date", header.date.is_none()),
        ("place", header.place.is_none()),
        ("subject", header.subject.is_none()),
        ("issuer", header.issuer.is_none()),
        ("signer", header.signer_name.is_none()),
    ];
    fields.into_iter().filter(|(_, is_blank)| *is_blank).map(|(name, _)| name).collect()
}

/// Returns a text that cannot end a cell or begin markup.
fn cell(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '|' | '\\' | '`' | '<' | '*' | '_' | '[' | ']' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
