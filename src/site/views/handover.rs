//! The sheet that goes with a package: what is handed over, how to put it up, how to check it.

use serde::Serialize;

use super::overview;
use super::pieces::Link;
use super::task::{Fact, directive_name};
use crate::site::sheet::Sheet;

/// What was packed.
#[derive(Clone, Copy, Debug)]
pub struct Handover<'a> {
    /// Pages for people.
    pub pages: usize,
    /// Files of the site but its manifest.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// SHA-256 of the site's manifest, in hexadecimal.
    pub manifest_sha256: &'a str,
    /// Files added, changed and removed since the package before, if one was named.
    pub since: Option<(usize, usize, usize)>,
}

#[derive(Serialize)]
pub(super) struct View<'a> {
    lang: &'static str,
    title: String,
    subject: String,
    facts: Vec<Fact>,
    answer: String,
    notice: Option<&'a str>,
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
        since,
        hash: handover.manifest_sha256.to_owned(),
    }
}
