//! The figures of a group of tasks: its summary word, a bar for each kind of task, three ratios as
//! fractions, and the count of every standing.

use serde::Serialize;

use super::components::class;
use crate::assess::{Fraction, Standing, Tally, Word};
use crate::model::Kind;
use crate::site::context::PageContext;

#[derive(Debug, Serialize)]
pub(super) struct Figures {
    pub(super) word: GroupWord,
    pub(super) bars: Vec<Bar>,
    pub(super) ratios: Vec<Ratio>,
    /// Sentences about the parts and periodic reports of the group.
    lines: Vec<String>,
    pub(super) counts: Vec<Count>,
    pub(super) total: String,
    /// Sentences about the tasks that no ratio counts.
    pub(super) beside: Vec<String>,
}

/// The summary word for a group.
#[derive(Debug, Serialize)]
pub(super) struct GroupWord {
    pub(super) class: &'static str,
    pub(super) label: String,
}

/// A ratio with its label, such as "3/12".
#[derive(Debug, Serialize)]
pub(super) struct Ratio {
    label: String,
    value: String,
    percent: Option<String>,
    aside: Option<String>,
}

/// The number of tasks with a standing, by kind.
#[derive(Debug, Serialize)]
pub(super) struct Count {
    class: &'static str,
    label: String,
    deliverables: Option<String>,
    ongoing: Option<String>,
    duties: Option<String>,
    total: String,
}

/// A stacked bar of the tasks of one kind. Widths are percentages, because a page may have any
/// width.
#[derive(Debug, Serialize)]
pub(super) struct Bar {
    /// The kind and the number of its tasks in the bar, such as "39 việc có sản phẩm".
    label: String,
    pub(super) sentence: String,
    pub(super) segments: Vec<Segment>,
}

#[derive(Debug, Serialize)]
pub(super) struct Segment {
    fill: &'static str,
    x: String,
    width: String,
    label: String,
}

/// A part of a bar: the name of its fill, and its standings.
pub(super) type Part = (&'static str, &'static [Standing]);

/// The parts of a bar of deliverables.
const DELIVERABLE: &[Part] = &[
    ("done", &[Standing::DoneOnTime, Standing::DoneLate, Standing::Done]),
    ("going", &[Standing::InProgress, Standing::DueSoon, Standing::AwaitingEvidence]),
    ("held", &[Standing::Blocked, Standing::NotStarted]),
    ("silent", &[Standing::Stale, Standing::NoReport]),
    ("late", &[Standing::Overdue]),
];

/// The parts of a bar of ongoing tasks. Tasks whose first cycle has not ended are a part of their
/// own: nothing was reported, and nothing is missing.
const ONGOING: &[Part] = &[
    ("reported", &[Standing::Reported]),
    ("not-yet", &[Standing::NotYetDue]),
    ("silent", &[Standing::ReportMissing, Standing::NoReport]),
];

/// The kinds of tasks that have a bar. The two are never blended, because an ongoing task with a
/// report is not done.
pub(super) const KINDS: [Kind; 2] = [Kind::Deliverable, Kind::Ongoing];

/// The parts of a bar of tasks of a kind. Stopped tasks belong to none, and duties have no bar.
pub(super) fn parts(kind: Kind) -> &'static [Part] {
    match kind {
        Kind::Deliverable => DELIVERABLE,
        Kind::Ongoing => ONGOING,
        Kind::Duty => &[],
    }
}

/// Number of tasks of a kind in a part.
pub(super) fn part_count(tally: &Tally, kind: Kind, (_, standings): Part) -> u32 {
    standings.iter().map(|standing| tally.count(kind, *standing)).sum()
}

/// The part of a bar that shows a task, or "beside" if none does.
pub(super) fn part_of(kind: Kind, standing: Standing) -> &'static str {
    let part = parts(kind).iter().find(|(_, of)| of.contains(&standing));
    part.map_or("beside", |(fill, _)| fill)
}

impl Figures {
    pub(super) fn of(ctx: &PageContext<'_>, tally: &Tally) -> Self {
        Figures {
            word: GroupWord::of(ctx, tally),
            bars: Bar::all(ctx, tally),
            ratios: ratios(ctx, tally),
            lines: ctx.pieces(tally),
            counts: counts(ctx, tally),
            total: ctx.number(tally.total()),
            beside: beside(ctx, tally),
        }
    }
}

/// A large figure of a group of tasks.
#[derive(Serialize)]
pub(super) struct Figure {
    pub(super) class: &'static str,
    pub(super) value: String,
    pub(super) label: String,
}

/// The large figures of a group of tasks.
pub(super) fn figures(ctx: &PageContext<'_>, tally: &Tally) -> Vec<Figure> {
    let figure = |class, value, label: &str| Figure { class, value, label: ctx.text(label) };
    let ratio = |class, fraction: Fraction, label: &str| {
        (fraction.whole > 0).then(|| figure(class, ctx.fraction(fraction), label))
    };
    let overdue = figure("late", ctx.number(tally.overdue()), "readout-overdue");
    let figures = [
        ratio("done", tally.completion, "readout-done"),
        Some(overdue),
        ratio("told", tally.reporting, "readout-reported"),
    ];
    figures.into_iter().flatten().collect()
}

impl GroupWord {
    /// The summary word, followed by the number of overdue tasks if there are any.
    pub(super) fn of(ctx: &PageContext<'_>, tally: &Tally) -> Self {
        let mut word = GroupWord::alone(ctx, tally);
        if tally.overdue() > 0 && !matches!(tally.word, Word::HasOverdue(_)) {
            let overdue = ctx.count("group-and-overdue", tally.overdue());
            word.label = format!("{} · {overdue}", word.label);
        }
        word
    }

    /// The summary word alone, for tables with a separate column of overdue tasks.
    pub(super) fn alone(ctx: &PageContext<'_>, tally: &Tally) -> Self {
        let class = match tally.word {
            Word::NoTasks | Word::Closed => "stopped",
            Word::GeneralDuty => "duty",
            Word::SeriouslyLate | Word::HasOverdue(_) => "overdue",
            Word::NotEnoughData => "silent",
            Word::HasLateParts(_) => "overdue",
            Word::HasObstacles(_) => "blocked",
            Word::Completed | Word::DatedCompleted => "done",
            Word::CompletedSomeLate | Word::DatedCompletedSomeLate => "done-late",
            Word::NotStarted => "idle",
            Word::InTime => "going",
        };
        GroupWord { class, label: ctx.group(tally.word) }
    }
}

impl Bar {
    /// The bars of the kinds that have tasks in a part.
    pub(super) fn all(ctx: &PageContext<'_>, tally: &Tally) -> Vec<Self> {
        KINDS.into_iter().filter_map(|kind| Bar::of(ctx, tally, kind)).collect()
    }

    /// `None` if no task of the kind belongs to a part.
    pub(super) fn of(ctx: &PageContext<'_>, tally: &Tally, kind: Kind) -> Option<Self> {
        let counts = || parts(kind).iter().map(|part| (part.0, part_count(tally, kind, *part)));
        let whole: u32 = counts().map(|(_, n)| n).sum();
        if whole == 0 {
            return None;
        }
        let mut before = 0;
        let mut segments = Vec::new();
        for (fill, n) in counts() {
            if n > 0 {
                segments.push(Segment {
                    fill,
                    x: share(before, whole),
                    width: share(n, whole),
                    label: ctx.count(&format!("bar-{fill}"), n),
                });
            }
            before += n;
        }
        let said: Vec<&str> = segments.iter().map(|segment| segment.label.as_str()).collect();
        let (label, said) = (ctx.count(bar_label(kind), whole), said.join(", "));
        let args = [("label", (&label).into()), ("parts", (&said).into())];
        Some(Bar { sentence: ctx.say("bar-sentence", &args), label, segments })
    }
}

/// The message key of the number of tasks of a kind.
pub(super) fn bar_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Deliverable => "bar-deliverables",
        Kind::Ongoing => "bar-ongoing",
        Kind::Duty => "row-duties",
    }
}

impl Ratio {
    /// The ratio of completed deliverables, with its range if reports are missing.
    pub(super) fn completion(ctx: &PageContext<'_>, tally: &Tally) -> Self {
        let Fraction { part, whole } = tally.completion;
        let aside = (tally.completion_high > part).then(|| {
            let args = [
                ("low", part.into()),
                ("high", tally.completion_high.into()),
                ("whole", whole.into()),
                ("open", (tally.completion_high - part).into()),
            ];
            ctx.say("completion-interval", &args)
        });
        Ratio::new(ctx, "ratio-completion", tally.completion, aside)
    }

    /// The ratio of deliverables completed on time.
    pub(super) fn on_time(ctx: &PageContext<'_>, tally: &Tally) -> Self {
        let aside = (tally.slips > 0).then(|| ctx.count("slips", tally.slips));
        Ratio::new(ctx, "ratio-on-time", tally.on_time, aside)
    }

    /// The ratio of ongoing tasks with a report.
    pub(super) fn reporting(ctx: &PageContext<'_>, tally: &Tally) -> Self {
        Ratio::new(ctx, "ratio-reporting", tally.reporting, None)
    }

    fn new(ctx: &PageContext<'_>, key: &str, fraction: Fraction, aside: Option<String>) -> Self {
        Ratio {
            label: ctx.text(key),
            value: ctx.fraction(fraction),
            percent: ctx.percent(fraction),
            aside,
        }
    }
}

fn ratios(ctx: &PageContext<'_>, tally: &Tally) -> Vec<Ratio> {
    vec![Ratio::completion(ctx, tally), Ratio::on_time(ctx, tally), Ratio::reporting(ctx, tally)]
}

fn counts(ctx: &PageContext<'_>, tally: &Tally) -> Vec<Count> {
    let present = Standing::ALL.into_iter().filter(|standing| tally.standing(*standing) > 0);
    let number = |kind, standing| {
        let n = tally.count(kind, standing);
        (n > 0).then(|| ctx.number(n))
    };
    present
        .map(|standing| Count {
            class: class(standing),
            label: ctx.standing_alone(standing),
            deliverables: number(Kind::Deliverable, standing),
            ongoing: number(Kind::Ongoing, standing),
            duties: number(Kind::Duty, standing),
            total: ctx.number(tally.standing(standing)),
        })
        .collect()
}

fn beside(ctx: &PageContext<'_>, tally: &Tally) -> Vec<String> {
    let duties = tally.standing(Standing::Duty);
    let stopped = tally.stopped();
    let said = |n: u32, key: &str| (n > 0).then(|| ctx.count(key, n));
    let elsewhere = tally.obstacles.saturating_sub(tally.standing(Standing::Blocked));
    let obstacles = (elsewhere > 0).then(|| {
        let args = [("n", tally.obstacles.into()), ("elsewhere", elsewhere.into())];
        ctx.say("beside-obstacles", &args)
    });
    let early = said(tally.reported_early(), "beside-early");
    let others = [said(duties, "beside-duties"), said(stopped, "beside-stopped")];
    obstacles.into_iter().chain(early).chain(others.into_iter().flatten()).collect()
}

/// Formats a share of a bar as "12.3%".
fn share(part: u32, whole: u32) -> String {
    let tenths = u64::from(part) * 1_000 / u64::from(whole.max(1));
    match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        rest => format!("{}.{rest}%", tenths / 10),
    }
}
