//! The first screen of the editor at the top of a portal: what the directives share, and how each
//! of them stands. What belongs to one directive has an editor of its own.

use std::cmp::Reverse;
use std::path::Path;

use serde::Serialize;

use super::super::form::Form;
use super::super::keeper::Records;
use super::super::{Answer, Editor};
use super::frame::Frame;
use super::status::{figures, head};
use crate::assess::Tally;
use crate::pipeline::portal::shared::{Directives, Summary};

/// Number of directives on a page.
const ROWS: usize = 50;

#[derive(Serialize)]
struct View {
    /// How the editor of a directive is opened.
    how: String,
    head: Vec<String>,
    rows: Vec<Row>,
    pages: Vec<(String, String, bool)>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    subject: String,
    cells: Vec<String>,
    /// Why there are no figures.
    remark: String,
}

/// Shows the directives, the newest first.
pub(super) fn home(editor: &Editor, records: &Records, query: &Form) -> Answer {
    let locale = editor.locale;
    let frame = Frame::first(editor, locale.text("edit-shared-title"), query);
    let mut all: Vec<&Summary> =
        records.directives.iter().flat_map(Directives::summaries).collect();
    all.sort_by_key(|summary| Reverse(summary.date));
    let count = all.len().div_ceil(ROWS).max(1);
    let page = query.raw("trang").parse().unwrap_or(1).clamp(1, count);
    let row = |summary: &&Summary| Row {
        id: summary.id.clone(),
        name: summary.name.clone(),
        subject: summary.subject.clone(),
        cells: tally(summary).map(|tally| figures(records, tally)).unwrap_or_default(),
        remark: match tally(summary) {
            Some(_) => String::new(),
            None => without_figures(editor, summary),
        },
    };
    let pages = (1..=count).map(|n| (format!("/?trang={n}"), n.to_string(), n == page));
    let command = command(&editor.content, Some(&locale.text("edit-shared-id")));
    let view = View {
        how: locale.format("edit-shared-how", &[("command", command.into())]),
        head: head(editor).to_vec(),
        rows: all.iter().skip((page - 1) * ROWS).take(ROWS).map(row).collect(),
        pages: if count > 1 { pages.collect() } else { Vec::new() },
    };
    Answer::page(200, editor.filled("edit/shared.html", &frame, &view))
}

/// The tally of a directive without errors.
fn tally(summary: &Summary) -> Option<&Tally> {
    summary.tally.as_ref().filter(|_| !summary.is_faulty)
}

/// Why a directive has no figures: its records have errors, or it is issued later.
fn without_figures(editor: &Editor, summary: &Summary) -> String {
    let locale = editor.locale;
    if summary.is_faulty {
        return locale.text("edit-shared-faulty");
    }
    locale.format("edit-shared-later", &[("date", locale.short_date(summary.date).into())])
}

/// The command that opens the editor of a directive, or of what the directives of a portal share.
pub(super) fn command(top: &Path, directive: Option<&str>) -> String {
    let mut words = vec!["tiendo edit".to_owned()];
    if top != Path::new("content") {
        let top = top.display().to_string();
        let quotes = if top.contains(char::is_whitespace) { "\"" } else { "" };
        words.push(format!("--content {quotes}{top}{quotes}"));
    }
    words.extend(directive.map(|id| format!("--directive {id}")));
    words.join(" ")
}

/// How the figures of directives change: of the whole portal, and of each directive in which they do.
pub(super) fn changes(
    editor: &Editor,
    before: &Records,
    after: &Records,
) -> Vec<(String, String, String)> {
    let (Some(was), Some(is)) = (&before.directives, &after.directives) else { return Vec::new() };
    let told = |tally: &Tally| {
        let args = [
            ("done", before.words.fraction(tally.completion).into()),
            ("overdue", tally.overdue().into()),
            ("reported", before.words.fraction(tally.reporting).into()),
        ];
        editor.locale.format("edit-shared-stands", &args)
    };
    let of = |summary: &Summary| match tally(summary) {
        Some(tally) => told(tally),
        None => without_figures(editor, summary),
    };
    let sum = |directives: &Directives| {
        let mut sum = Tally::default();
        directives.summaries().filter_map(tally).for_each(|tally| sum.merge(tally));
        told(&sum)
    };
    let mut changes = vec![(editor.locale.text("edit-shared-all"), sum(was), sum(is))];
    let mut differing: Vec<_> = (was.summaries())
        .filter_map(|was| Some((was.name.clone(), of(was), of(is.summary(&was.id)?))))
        .filter(|(_, was, is)| was != is)
        .collect();
    let more = differing.len().saturating_sub(ROWS);
    differing.truncate(ROWS);
    changes.append(&mut differing);
    if more > 0 {
        let text = editor.locale.format("edit-shared-more", &[("count", more.into())]);
        changes.push((text, String::new(), String::new()));
    }
    changes
}
