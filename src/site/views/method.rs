//! How to read the site: every label and rule, with its thresholds and a worked example.

use serde::Serialize;

use super::pieces::{Tag, class};
use super::task::directive_name;
use crate::assess::{Fraction, Standing, Word};
use crate::model::Kind;
use crate::site::sheet::Sheet;

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

/// In the order in which they are tried.
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

pub(super) fn view(sheet: &Sheet<'_>) -> View {
    let rule = |prefix: &'static str| {
        move |standing: &Standing| Rule {
            tag: Tag { class: class(*standing), label: sheet.standing_alone(*standing) },
            meaning: rule_text(sheet, prefix, *standing),
        }
    };
    View {
        dates: dates(sheet),
        deliverables: DELIVERABLES.iter().map(rule("rule")).collect(),
        ongoing: ONGOING.iter().map(rule("cycle-rule")).collect(),
        others: OTHERS.iter().map(rule("rule")).collect(),
        causes: causes(sheet),
        ratios: ratios(sheet),
        example: example(sheet),
        words: Word::ALL.into_iter().map(|word| meaning(sheet, word)).collect(),
        thresholds: thresholds(sheet),
    }
}

fn rule_text(sheet: &Sheet<'_>, prefix: &str, standing: Standing) -> String {
    let thresholds = &sheet.model.settings.thresholds;
    let args =
        [("soon", thresholds.due_soon_days.into()), ("stale", thresholds.stale_after_days.into())];
    sheet.say(&format!("{prefix}-{}", standing.name().replace('_', "-")), &args)
}

fn dates(sheet: &Sheet<'_>) -> Vec<String> {
    let (date, name) = (sheet.long(sheet.as_of()), directive_name(sheet));
    let args = [
        ("date", (&date).into()),
        ("directive", (&name).into()),
        ("number", (&sheet.model.directive.number).into()),
    ];
    let mut said = vec![sheet.say("method-as-of", &args)];
    if let Some(next) = sheet.model.settings.next_update {
        said.push(sheet.say("next-update", &[("date", (&sheet.short(next)).into())]));
    }
    said
}

fn causes(sheet: &Sheet<'_>) -> Vec<Cause> {
    ["blocked", "awaiting-evidence", "no-report", "stale", "slip"]
        .into_iter()
        .map(|name| Cause {
            label: match name {
                "stale" | "slip" => sheet.text(&format!("cause-{name}-alone")),
                _ => sheet.text(&format!("cause-{name}")),
            },
            meaning: rule_cause(sheet, name),
        })
        .collect()
}

fn rule_cause(sheet: &Sheet<'_>, name: &str) -> String {
    let stale = sheet.model.settings.thresholds.stale_after_days;
    sheet.say(&format!("cause-rule-{name}"), &[("stale", stale.into())])
}

fn ratios(sheet: &Sheet<'_>) -> Vec<Formula> {
    let tally = &sheet.assessment.directive;
    let formula = |label: &str, rule: &str, fraction: Fraction| Formula {
        label: sheet.text(label),
        rule: sheet.text(rule),
        value: sheet.fraction(fraction),
        percent: sheet.percent(fraction),
    };
    vec![
        formula("ratio-completion", "method-completion", tally.completion),
        formula("ratio-on-time", "method-on-time", tally.on_time),
        formula("ratio-reporting", "method-reporting", tally.reporting),
    ]
}

/// The three formulas with the site's own figures.
fn example(sheet: &Sheet<'_>) -> Vec<String> {
    let tally = &sheet.assessment.directive;
    let deliverable = |standing| tally.count(Kind::Deliverable, standing);
    let stopped = deliverable(Standing::Cancelled) + deliverable(Standing::Superseded);
    let mut said = Vec::new();
    if tally.kind(Kind::Deliverable) > 0 {
        said.push(sheet.say(
            "example-completion",
            &[
                ("all", tally.kind(Kind::Deliverable).into()),
                ("stopped", stopped.into()),
                ("whole", tally.completion.whole.into()),
                ("part", tally.completion.part.into()),
                ("high", tally.completion_high.into()),
                ("value", (&sheet.fraction(tally.completion)).into()),
            ],
        ));
        said.push(sheet.say(
            "example-on-time",
            &[
                ("part", tally.on_time.part.into()),
                ("late", deliverable(Standing::DoneLate).into()),
                ("overdue", tally.overdue().into()),
                ("value", (&sheet.fraction(tally.on_time)).into()),
                ("slips", tally.slips.into()),
            ],
        ));
    }
    if tally.kind(Kind::Ongoing) > 0 {
        said.push(sheet.say(
            "example-reporting",
            &[
                ("all", tally.kind(Kind::Ongoing).into()),
                ("whole", tally.reporting.whole.into()),
                ("part", tally.reporting.part.into()),
                ("value", (&sheet.fraction(tally.reporting)).into()),
            ],
        ));
    }
    said
}

fn meaning(sheet: &Sheet<'_>, word: Word) -> Meaning {
    let name = word.name().replace('_', "-");
    let label = match word {
        Word::HasOverdue(_) | Word::HasObstacles(_) => sheet.text(&format!("group-{name}-alone")),
        _ => sheet.group(word),
    };
    let days = sheet.model.settings.thresholds.seriously_late_days;
    Meaning { label, meaning: sheet.say(&format!("group-rule-{name}"), &[("days", days.into())]) }
}

fn thresholds(sheet: &Sheet<'_>) -> Vec<Threshold> {
    let thresholds = &sheet.model.settings.thresholds;
    let days =
        |label: &str, n: u32| Threshold { label: sheet.text(label), value: sheet.count("days", n) };
    let evidence = if thresholds.evidence_required { "yes" } else { "no" };
    vec![
        days("threshold-due-soon", thresholds.due_soon_days),
        days("threshold-stale", thresholds.stale_after_days),
        days("threshold-seriously-late", thresholds.seriously_late_days),
        Threshold {
            label: sheet.text("threshold-report-every"),
            value: sheet.frequency(thresholds.report_every),
        },
        Threshold {
            label: sheet.text("threshold-cycle-day"),
            value: sheet.number(thresholds.cycle_day),
        },
        Threshold { label: sheet.text("threshold-evidence"), value: sheet.text(evidence) },
    ]
}
