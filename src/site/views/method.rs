//! The page that explains the site: every label and rule, with thresholds and an example.

use serde::Serialize;

use super::components::{Tag, class};
use super::frame;
use super::heading::Heading;
use super::task::directive_name;
use crate::assess::{Fraction, Standing, Word};
use crate::model::Kind;
use crate::site::context::PageContext;
use crate::site::render::{Engine, Rendered};

#[derive(Serialize)]
pub(super) struct View {
    dates: Vec<String>,
    deliverables: Vec<Rule>,
    ongoing: Vec<Rule>,
    others: Vec<Rule>,
    causes: Vec<Cause>,
    ratios: Vec<Formula>,
    example: Vec<String>,
    words: Vec<Meaning>,
    thresholds: Vec<Threshold>,
    /// How parts, periodic reports, hours and targets are judged, where records have any.
    parts: Option<String>,
    /// How the directives of a portal are added up.
    shared: Option<String>,
}

#[derive(Serialize)]
struct Rule {
    tag: Tag,
    meaning: String,
}

#[derive(Serialize)]
struct Cause {
    label: String,
    meaning: String,
}

#[derive(Serialize)]
struct Formula {
    label: String,
    rule: String,
    value: String,
    percent: Option<String>,
}

#[derive(Serialize)]
struct Meaning {
    label: String,
    meaning: String,
}

#[derive(Serialize)]
struct Threshold {
    label: String,
    value: String,
}

/// The standings of deliverables, in the order in which their rules are tried.
const DELIVERABLES: [Standing; 11] = [
    Standing::DoneOnTime,
    Standing::DoneLate,
    Standing::Done,
    Standing::Overdue,
    Standing::AwaitingEvidence,
    Standing::Blocked,
    Standing::NoReport,
    Standing::Stale,
    Standing::DueSoon,
    Standing::InProgress,
    Standing::NotStarted,
];

const ONGOING: [Standing; 4] =
    [Standing::Reported, Standing::NotYetDue, Standing::ReportMissing, Standing::NoReport];

const OTHERS: [Standing; 3] = [Standing::Cancelled, Standing::Superseded, Standing::Duty];

pub(super) fn heading(ctx: &PageContext<'_>) -> Heading {
    Heading::new(ctx, ctx.text("method-title"))
}

pub(super) fn render(engine: &Engine, ctx: &PageContext<'_>) -> Rendered {
    frame::fill(engine, ctx, "method.html", heading(ctx), &view(ctx))
}

pub(super) fn view(ctx: &PageContext<'_>) -> View {
    let rule = |prefix: &'static str| {
        move |standing: &Standing| Rule {
            tag: Tag { class: class(*standing), label: ctx.standing_alone(*standing) },
            meaning: rule_text(ctx, prefix, *standing),
        }
    };
    View {
        dates: dates(ctx),
        deliverables: DELIVERABLES.iter().map(rule("rule")).collect(),
        ongoing: ONGOING.iter().map(rule("cycle-rule")).collect(),
        others: OTHERS.iter().map(rule("rule")).collect(),
        causes: causes(ctx),
        ratios: ratios(ctx),
        example: example(ctx),
        words: Word::ALL
            .into_iter()
            .filter(|word| ctx.is_extended() || *word != Word::HasLateParts(0))
            .map(|word| meaning(ctx, word))
            .collect(),
        thresholds: thresholds(ctx),
        parts: ctx.is_extended().then(|| ctx.text("parts-method")),
        shared: ctx.portal.map(|_| ctx.text("portal-method")),
    }
}

fn rule_text(ctx: &PageContext<'_>, prefix: &str, standing: Standing) -> String {
    let thresholds = &ctx.model.settings.thresholds;
    let args =
        [("soon", thresholds.due_soon_days.into()), ("stale", thresholds.stale_after_days.into())];
    ctx.say(&format!("{prefix}-{}", standing.name().replace('_', "-")), &args)
}

fn dates(ctx: &PageContext<'_>) -> Vec<String> {
    let (date, name) = (ctx.long(ctx.as_of()), directive_name(ctx));
    let args = [
        ("date", (&date).into()),
        ("directive", (&name).into()),
        ("number", (&ctx.model.directive.number).into()),
    ];
    let mut said = vec![ctx.say("method-as-of", &args)];
    if let Some(next) = ctx.model.settings.next_update {
        said.push(ctx.say("next-update", &[("date", (&ctx.short(next)).into())]));
    }
    said
}

fn causes(ctx: &PageContext<'_>) -> Vec<Cause> {
    ["blocked", "awaiting-evidence", "no-report", "stale", "slip"]
        .into_iter()
        .map(|name| Cause {
            label: match name {
                "stale" | "slip" => ctx.text(&format!("cause-{name}-alone")),
                _ => ctx.text(&format!("cause-{name}")),
            },
            meaning: rule_cause(ctx, name),
        })
        .collect()
}

fn rule_cause(ctx: &PageContext<'_>, name: &str) -> String {
    let stale = ctx.model.settings.thresholds.stale_after_days;
    ctx.say(&format!("cause-rule-{name}"), &[("stale", stale.into())])
}

fn ratios(ctx: &PageContext<'_>) -> Vec<Formula> {
    let tally = &ctx.assessment.directive;
    let formula = |label: &str, rule: &str, fraction: Fraction| Formula {
        label: ctx.text(label),
        rule: ctx.text(rule),
        value: ctx.fraction(fraction),
        percent: ctx.percent(fraction),
    };
    vec![
        formula("ratio-completion", "method-completion", tally.completion),
        formula("ratio-on-time", "method-on-time", tally.on_time),
        formula("ratio-reporting", "method-reporting", tally.reporting),
    ]
}

/// The three formulas, applied to the figures of the site.
fn example(ctx: &PageContext<'_>) -> Vec<String> {
    let tally = &ctx.assessment.directive;
    let deliverable = |standing| tally.count(Kind::Deliverable, standing);
    let stopped = deliverable(Standing::Cancelled) + deliverable(Standing::Superseded);
    let mut said = Vec::new();
    if tally.kind(Kind::Deliverable) > 0 {
        said.push(ctx.say(
            "example-completion",
            &[
                ("all", tally.kind(Kind::Deliverable).into()),
                ("stopped", stopped.into()),
                ("whole", tally.completion.whole.into()),
                ("part", tally.completion.part.into()),
                ("high", tally.completion_high.into()),
                ("value", (&ctx.fraction(tally.completion)).into()),
            ],
        ));
        said.push(ctx.say(
            "example-on-time",
            &[
                ("part", tally.on_time.part.into()),
                ("late", deliverable(Standing::DoneLate).into()),
                ("overdue", tally.overdue().into()),
                ("value", (&ctx.fraction(tally.on_time)).into()),
                ("slips", tally.slips.into()),
            ],
        ));
    }
    if tally.kind(Kind::Ongoing) > 0 {
        said.push(ctx.say(
            "example-reporting",
            &[
                ("all", tally.kind(Kind::Ongoing).into()),
                ("whole", tally.reporting.whole.into()),
                ("part", tally.reporting.part.into()),
                ("value", (&ctx.fraction(tally.reporting)).into()),
            ],
        ));
    }
    said
}

fn meaning(ctx: &PageContext<'_>, word: Word) -> Meaning {
    let name = word.name().replace('_', "-");
    let label = ctx.group_alone(word);
    let days = ctx.model.settings.thresholds.seriously_late_days;
    Meaning { label, meaning: ctx.say(&format!("group-rule-{name}"), &[("days", days.into())]) }
}

fn thresholds(ctx: &PageContext<'_>) -> Vec<Threshold> {
    let thresholds = &ctx.model.settings.thresholds;
    let days =
        |label: &str, n: u32| Threshold { label: ctx.text(label), value: ctx.count("days", n) };
    let evidence = if thresholds.evidence_required { "yes" } else { "no" };
    vec![
        days("threshold-due-soon", thresholds.due_soon_days),
        days("threshold-stale", thresholds.stale_after_days),
        days("threshold-seriously-late", thresholds.seriously_late_days),
        Threshold {
            label: ctx.text("threshold-report-every"),
            value: ctx.frequency(thresholds.report_every),
        },
        Threshold {
            label: ctx.text("threshold-cycle-day"),
            value: ctx.number(thresholds.cycle_day),
        },
        Threshold { label: ctx.text("threshold-evidence"), value: ctx.text(evidence) },
    ]
}
