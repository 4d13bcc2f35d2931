//! The sheet that goes with a package: what is handed over, how to put it up, how to check it.

use chrono::NaiveDate;
use serde::Serialize;

use super::components::Link;
use super::overview;
use super::task::{Fact, directive_name};
use crate::model::TaskIx;
use crate::site::context::PageContext;

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

pub(super) fn view<'a>(ctx: &PageContext<'a>, handover: &Handover<'_>) -> View<'a> {
    let directive = &ctx.model.directive;
    let count = |n: usize| ctx.number(n as u64);
    let fact = |label: &str, text| Fact::of(ctx, label, vec![Link::plain(text)], None);
    let kilobytes = ctx.number(handover.bytes.div_ceil(1000));
    let since = match handover.since {
        None => ctx.text("handover-first"),
        Some((added, changed, removed)) => {
            let args = [
                ("added", count(added).into()),
                ("changed", count(changed).into()),
                ("removed", count(removed).into()),
            ];
            ctx.say("handover-since", &args)
        }
    };
    let name = directive_name(ctx);
    let args = [("directive", (&name).into()), ("number", (&directive.number).into())];
    View {
        lang: ctx.tag(),
        title: ctx.say("handover-title", &args),
        subject: directive.subject.clone(),
        facts: vec![
            fact("handover-as-of", ctx.long(ctx.as_of())),
            fact("handover-pages", count(handover.pages)),
            fact("handover-files", count(handover.files)),
            fact("handover-size", ctx.say("handover-kilobytes", &[("n", kilobytes.into())])),
        ],
        answer: overview::answer(ctx, &ctx.assessment.directive),
        notice: ctx.model.settings.notice.as_deref(),
        retold: handover.retold.as_ref().map(|r| lines(ctx, r)).unwrap_or_default(),
        since,
        hash: handover.manifest_sha256.to_owned(),
    }
}

fn lines(ctx: &PageContext<'_>, retold: &Retold<'_>) -> Vec<String> {
    let from = ctx.say("handover-from", &[("date", (&ctx.short(retold.from)).into())]);
    let line = |label: &str, numbers: &[&str]| {
        let more = numbers.len().saturating_sub(NAMED);
        let named = numbers[..numbers.len() - more].join(", ");
        let key = if more == 0 { "handover-list" } else { "handover-list-more" };
        let args = [
            ("label", ctx.text(label).into()),
            ("count", numbers.len().into()),
            ("tasks", (&named).into()),
            ("more", more.into()),
        ];
        ctx.say(key, &args)
    };
    let mut lines = vec![from];
    for (label, tasks) in retold.tasks.iter().filter(|(_, tasks)| !tasks.is_empty()) {
        let numbers: Vec<&str> =
            tasks.iter().map(|task| ctx.model[*task].number.as_str()).collect();
        lines.push(line(label, &numbers));
    }
    if !retold.gone.is_empty() {
        let numbers: Vec<&str> = retold.gone.iter().map(|(number, _)| number.as_str()).collect();
        lines.push(line("handover-vanished", &numbers));
    }
    if lines.len() == 1 {
        lines.push(ctx.text("handover-same"));
    }
    lines
}
