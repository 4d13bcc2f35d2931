//! The sheet that goes with a package: what is handed over, how to put it up, how to check it.

use chrono::NaiveDate;
use serde::Serialize;

use super::overview;
use super::pieces::Link;
use super::task::{Fact, directive_name};
use crate::model::TaskIx;
use crate::site::sheet::Sheet;

/// What was packed.
#[derive(Clone, Debug)]
pub struct Handover<'a> {
    /// Pages for people.
    pub pages: usize,
    /// Files of the site but its manifest.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// SHA-256 of the site's manifest, in hexadecimal.
    pub manifest_sha256: &'a str,
    /// What its tasks tell otherwise than the package before.
    pub retold: Option<Retold<'a>>,
    /// Files added, changed and removed since the package before, if one was named.
    pub since: Option<(usize, usize, usize)>,
}

/// What is told otherwise than before, by the keys of the words for it.
#[derive(Clone, Debug)]
pub struct Retold<'a> {
    /// The date of the figures before.
    pub from: NaiveDate,
    /// Number and title of tasks that are gone.
    pub gone: &'a [(String, String)],
    /// The others.
    pub tasks: Vec<(&'static str, &'a Vec<TaskIx>)>,
}

/// Tasks that a line names: the sheet is one page of paper.
const NAMED: usize = 12;

#[derive(Serialize)]
pub(super) struct View<'a> {
    lang: &'static str,
    title: String,
    subject: String,
    facts: Vec<Fact>,
    answer: String,
    notice: Option<&'a str>,
    /// What changed in content, a line for each kind.
    retold: Vec<String>,
    since: String,
    hash: String,
}

pub(super) fn view<'a>(sheet: &Sheet<'a>, handover: &Handover<'_>) -> View<'a> {
    let directive = &sheet.model.directive;
    let count = |n: usize| sheet.number(n as u64);
    let fact = |label: &str, text| Fact::of(sheet, label, vec![Link::plain(text)], None);
    let kilobytes = sheet.number(handover.bytes.div_ceil(1000));
    let since = match handover.since {
        None => sheet.text("handover-first"),
        Some((added, changed, removed)) => {
            let args = [
                ("added", count(added).into()),
                ("changed", count(changed).into()),
                ("removed", count(removed).into()),
            ];
            sheet.say("handover-since", &args)
        }
    };
    let name = directive_name(sheet);
    let args = [("directive", (&name).into()), ("number", (&directive.number).into())];
    View {
        lang: sheet.tag(),
        title: sheet.say("handover-title", &args),
        subject: directive.subject.clone(),
        facts: vec![
            fact("handover-as-of", sheet.long(sheet.as_of())),
            fact("handover-pages", count(handover.pages)),
            fact("handover-files", count(handover.files)),
            fact("handover-size", sheet.say("handover-kilobytes", &[("n", kilobytes.into())])),
        ],
        answer: overview::answer(sheet, &sheet.assessment.directive),
        notice: sheet.model.settings.notice.as_deref(),
        retold: handover.retold.as_ref().map(|r| lines(sheet, r)).unwrap_or_default(),
        since,
        hash: handover.manifest_sha256.to_owned(),
    }
}

fn lines(sheet: &Sheet<'_>, retold: &Retold<'_>) -> Vec<String> {
    let from = sheet.say("handover-from", &[("date", (&sheet.short(retold.from)).into())]);
    let line = |label: &str, numbers: &[&str]| {
        let more = numbers.len().saturating_sub(NAMED);
        let named = numbers[..numbers.len() - more].join(", ");
        let key = if more == 0 { "handover-list" } else { "handover-list-more" };
        let args = [
            ("label", sheet.text(label).into()),
            ("count", numbers.len().into()),
            ("tasks", (&named).into()),
            ("more", more.into()),
        ];
        sheet.say(key, &args)
    };
    let mut lines = vec![from];
    for (label, tasks) in retold.tasks.iter().filter(|(_, tasks)| !tasks.is_empty()) {
        let numbers: Vec<&str> =
            tasks.iter().map(|task| sheet.model[*task].number.as_str()).collect();
        lines.push(line(label, &numbers));
    }
    if !retold.gone.is_empty() {
        let numbers: Vec<&str> = retold.gone.iter().map(|(number, _)| number.as_str()).collect();
        lines.push(line("handover-vanished", &numbers));
    }
    if lines.len() == 1 {
        lines.push(sheet.text("handover-same"));
    }
    lines
}
