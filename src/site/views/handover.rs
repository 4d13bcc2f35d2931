//! The handover sheet of a package: what is handed over, how to install it, and how to check it.

use chrono::NaiveDate;
use serde::Serialize;

use super::components::Link;
use super::overview;
use super::task::{Fact, directive_name};
use crate::model::TaskIx;
use crate::site::context::PageContext;
use crate::site::portal::path_below;

/// The contents of a package.
#[derive(Clone, Debug)]
pub struct Handover<'a> {
    /// Number of pages that readers open.
    pub pages: usize,
    /// Number of files of the site, without its manifest.
    pub files: usize,
    /// Total size of these files in bytes.
    pub bytes: u64,
    /// SHA-256 of the site's manifest, in hexadecimal.
    pub manifest_sha256: &'a str,
    /// The changes to published tasks since the previous package.
    pub retold: Option<Retold<'a>>,
    /// Number of files added, changed and removed since the previous package, if one was named.
    pub since: Option<(usize, usize, usize)>,
}

/// The changes to published tasks since the previous package.
#[derive(Clone, Debug)]
pub struct Retold<'a> {
    /// The as-of date of the previous package.
    pub from: NaiveDate,
    /// Number and title of the removed tasks.
    pub gone: &'a [(String, String)],
    /// The changed tasks, by the message key of the kind of change.
    pub tasks: Vec<(&'static str, &'a Vec<TaskIx>)>,
}

/// Maximum number of tasks named in a line, so that the sheet fits one page.
const MAX_TASKS: usize = 10;

#[derive(Serialize)]
pub(super) struct View<'a> {
    lang: &'static str,
    title: String,
    subject: String,
    facts: Vec<Fact>,
    answer: String,
    notice: Option<&'a str>,
    /// The changes to published tasks, one line per kind.
    retold: Vec<String>,
    since: String,
    /// How to install it.
    steps: Vec<String>,
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
        title: match ctx.portal {
            Some(_) => ctx.say("handover-title-portal", &[]),
            None => ctx.say("handover-title", &args),
        },
        subject: match (ctx.portal, &ctx.model.settings.portal) {
            (Some(_), _) => ctx.model.settings.title.clone(),
            // Where its files belong.
            (None, Some(of)) => {
                let folder = path_below(of.id.as_str(), "");
                let args = [("subject", (&directive.subject).into()), ("folder", folder.into())];
                ctx.say("handover-below", &args)
            }
            (None, None) => directive.subject.clone(),
        },
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
        steps: steps(ctx),
        hash: handover.manifest_sha256.to_owned(),
    }
}

/// How to install the files. Those of one directive of a portal go below its folder, without their
/// manifest: the portal has one for all files.
fn steps(ctx: &PageContext<'_>) -> Vec<String> {
    let portal = ctx.model.settings.portal.as_ref().filter(|_| ctx.portal.is_none());
    let Some(of) = portal else {
        let keys = ["files", "index", "delete", "server"];
        return keys.map(|key| ctx.text(&format!("handover-step-{key}"))).into();
    };
    let folder = path_below(of.id.as_str(), "");
    let args = [("folder", (&folder).into())];
    let keys = ["files-below", "index-below", "delete-below", "shared-below"];
    keys.map(|key| ctx.say(&format!("handover-step-{key}"), &args)).into()
}

fn lines(ctx: &PageContext<'_>, retold: &Retold<'_>) -> Vec<String> {
    let from = ctx.say("handover-from", &[("date", (&ctx.short(retold.from)).into())]);
    let line = |label: &str, numbers: &[&str]| {
        let more = numbers.len().saturating_sub(MAX_TASKS);
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
