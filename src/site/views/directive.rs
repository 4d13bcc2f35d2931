//! The directive: its header, its recipients, its legal basis, and a summary of its priorities.

use serde::Serialize;

use super::components::Link;
use super::frame;
use super::heading::Heading;
use super::task::{Fact, directive_name};
use crate::model::PriorityIx;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};

#[derive(Serialize)]
struct View {
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

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("directive-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "directive.html", heading(ctx), &view(ctx))
}

fn view(ctx: &PageContext<'_>) -> View {
    let directive = &ctx.model.directive;
    let priorities = ctx.model.priorities.iter().enumerate().map(|(n, priority)| Clause {
        href: ctx.to_priority(PriorityIx(n)),
        number: priority.number.clone(),
        title: priority.title.clone(),
        summary: priority.summary.clone().filter(|_| !priority.restricted),
        tasks: ctx.count("clause-tasks", priority.tasks.len() as u64),
    });
    View {
        name: format!("{} {}", directive_name(ctx), directive.number),
        subject: directive.subject.clone(),
        facts: facts(ctx),
        priorities: priorities.collect(),
    }
}

/// The header of the directive as a list of facts.
pub(super) fn facts(ctx: &PageContext<'_>) -> Vec<Fact> {
    let directive = &ctx.model.directive;
    let plain = |text: &Option<String>| text.iter().map(Link::plain).collect::<Vec<_>>();
    let signer = directive.signer.as_ref().map(|signer| {
        let parts = [signer.title.clone(), signer.name.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    });
    let period = match (directive.period.from, directive.period.to) {
        (Some(from), Some(to)) => {
            let (from, to) = (ctx.short(from), ctx.short(to));
            let args = [("from", (&from).into()), ("to", (&to).into())];
            Some(ctx.say("period-both", &args))
        }
        (Some(from), None) => Some(ctx.say("period-from", &[("from", (&ctx.short(from)).into())])),
        (None, Some(to)) => Some(ctx.say("period-to", &[("to", (&ctx.short(to)).into())])),
        (None, None) => None,
    };
    let facts = [
        Fact::of(ctx, "directive-number", vec![Link::plain(&directive.number)], None),
        Fact::of(ctx, "directive-kind-label", plain(&directive.kind), None),
        Fact::of(ctx, "directive-date", vec![Link::plain(ctx.long(directive.date))], None),
        Fact::of(ctx, "directive-place", plain(&directive.place), None),
        Fact::of(ctx, "directive-issuer", plain(&directive.issuer), Some("directive-no-issuer")),
        Fact::of(ctx, "directive-signer", plain(&signer), None),
        Fact::of(ctx, "directive-period", plain(&period), Some("directive-no-period")),
        Fact::of(
            ctx,
            "directive-basis",
            directive.basis.iter().map(|d| Link::document(ctx, *d)).collect(),
            None,
        ),
        Fact::of(
            ctx,
            "directive-recipients",
            directive.recipients.iter().map(Link::plain).collect(),
            None,
        ),
    ];
    facts.into_iter().filter(Fact::has_text).collect()
}
