//! The directive itself: its header, whom it went to, what it rests on, its priorities in our words.

use serde::Serialize;

use super::pieces::Link;
use super::task::{Fact, directive_name};
use crate::model::PriorityIx;
use crate::site::sheet::Sheet;

#[derive(Serialize)]
pub(super) struct View {
    name: String,
    subject: String,
    facts: Vec<Fact>,
    priorities: Vec<Clause>,
}

#[derive(Serialize)]
struct Clause {
    href: String,
    number: String,
    title: String,
    summary: Option<String>,
    tasks: String,
}

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let directive = &sheet.model.directive;
    let priorities = sheet.model.priorities.iter().enumerate().map(|(n, priority)| Clause {
        href: sheet.to_priority(PriorityIx(n)),
        number: priority.number.clone(),
        title: priority.title.clone(),
        summary: priority.summary.clone().filter(|_| !priority.restricted),
        tasks: sheet.count("clause-tasks", priority.tasks.len() as u64),
    });
    View {
        name: format!("{} {}", directive_name(sheet), directive.number),
        subject: directive.subject.clone(),
        facts: facts(sheet),
        priorities: priorities.collect(),
    }
}

/// The directive's header as a list.
pub(super) fn facts(sheet: &Sheet<'_>) -> Vec<Fact> {
    let directive = &sheet.model.directive;
    let plain = |text: &Option<String>| text.iter().map(Link::plain).collect::<Vec<_>>();
    let signer = directive.signer.as_ref().map(|signer| {
        let parts = [signer.title.clone(), signer.name.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let period = match (directive.period.from, directive.period.to) {
        (Some(from), Some(to)) => {
            let (from, to) = (sheet.short(from), sheet.short(to));
            let args = [("from", (&from).into()), ("to", (&to).into())];
            Some(sheet.say("period-both", &args))
        }
        (Some(from), None) => {
            Some(sheet.say("period-from", &[("from", (&sheet.short(from)).into())]))
        }
        (None, Some(to)) => Some(sheet.say("period-to", &[("to", (&sheet.short(to)).into())])),
        (None, None) => None,
    };
    let facts = [
        Fact::of(sheet, "directive-number", vec![Link::plain(&directive.number)], None),
        Fact::of(sheet, "directive-kind-label", plain(&directive.kind), None),
        Fact::of(sheet, "directive-date", vec![Link::plain(sheet.long(directive.date))], None),
        Fact::of(sheet, "directive-place", plain(&directive.place), None),
        Fact::of(sheet, "directive-issuer", plain(&directive.issuer), Some("directive-no-issuer")),
        Fact::of(sheet, "directive-signer", plain(&signer), None),
        Fact::of(sheet, "directive-period", plain(&period), Some("directive-no-period")),
        Fact::of(
            sheet,
            "directive-basis",
            directive.basis.iter().map(|d| Link::document(sheet, *d)).collect(),
            None,
        ),
        Fact::of(
            sheet,
            "directive-recipients",
            directive.recipients.iter().map(Link::plain).collect(),
            None,
        ),
    ];
    facts.into_iter().filter(Fact::says_something).collect()
}
