//! Links what a task is divided into and measured by: parts, periodic reports, targets, handovers.

use chrono::{NaiveDate, NaiveTime};

use super::context::Context;
use super::fields::{self, join};
use super::{deadlines, references, rules};
use crate::content::records::{
    DueRecord, GoalRecord, HandoverRecord, OneOrMany, PartRecord, PartsRecord, ReportsRecord,
    TaskRecord,
};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{
    AgencyIx, Bound, Deadline, Directive, Figure, Frequency, Handover, Id, Kind, Level, Model,
    Named, Part, PlaceIx, ReportPeriod, Reports, Split, State, TaskTarget, Term, Value,
};
use crate::source::FileId;

/// Words for `parts:` of a task.
pub(super) const SPLITS: [(&str, Split); 2] = [("places", Split::Places), ("leads", Split::Leads)];

/// Days of the week in `reports:`, from Monday.
pub(super) const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A task while its parts are linked.
pub(super) struct Division<'a> {
    pub(super) record: &'a TaskRecord,
    pub(super) file: FileId,
    pub(super) kind: Kind,
    pub(super) leads: &'a [AgencyIx],
    pub(super) places: &'a [PlaceIx],
    pub(super) due: Option<&'a Deadline>,
}

impl Division<'_> {
    /// Links the parts of a task.
    pub(super) fn parts(&self, cx: &mut Context<'_>, model: &Model) -> (Option<Split>, Vec<Part>) {
        let Some(parts) = &self.record.parts else { return (None, Vec::new()) };
        let place = Place::key(self.file, "parts");
        let bad = |how: &'static str| rules::parts_form::diagnostic(how, "", place.clone());
        if self.kind != Kind::Deliverable {
            let other = Place::value(self.file, "kind");
            cx.diagnostics.push(bad("kind").also(other));
            return (None, Vec::new());
        }
        let (split, parts) = match parts {
            PartsRecord::Word(word) => {
                let split = SPLITS.iter().find(|(known, _)| *known == word.trim());
                match split.map(|(_, split)| *split) {
                    None => {
                        let place = Place::value(self.file, "parts");
                        let how = if word.trim().is_empty() { "empty" } else { "word" };
                        cx.diagnostics.push(rules::parts_form::diagnostic(how, word.trim(), place));
                        return (None, Vec::new());
                    }
                    Some(Split::Leads) if self.record.handovers.is_some() => {
                        cx.diagnostics.push(bad("leads").also(Place::key(self.file, "handovers")));
                        return (None, Vec::new());
                    }
                    Some(Split::Leads) => (Split::Leads, of_agencies(model, self.leads)),
                    Some(_) => (Split::Places, of_places(model, self.places)),
                }
            }
            PartsRecord::List(records) => (Split::Listed, self.listed(cx, records)),
        };
        // A list whose items have been reported is not empty.
        let had_some = match &self.record.parts {
            Some(PartsRecord::List(records)) => !records.is_empty(),
            _ => match split {
                Split::Leads => self.record.lead.as_ref().is_some_and(|l| !l.values.is_empty()),
                _ => self.record.places.as_ref().is_some_and(|places| !places.is_empty()),
            },
        };
        if parts.is_empty() && !had_some {
            let how = match split {
                Split::Places => "no-places",
                Split::Leads => "no-leads",
                Split::Listed => "empty",
            };
            cx.diagnostics.push(bad(how));
        }
        ((!parts.is_empty()).then_some(split), parts)
    }

    fn listed(&self, cx: &mut Context<'_>, records: &[PartRecord]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for (at, record) in records.iter().enumerate() {
            let path = format!("parts[{at}]");
            let field = |name: &str| join(&path, name);
            let file = self.file;
            let id = fields::required(cx, &record.id, file, &path, "id");
            let place = references::optional(
                cx,
                |known| &known.places,
                &record.place,
                file,
                &field("place"),
            );
            let agency = references::optional(
                cx,
                |known| &known.agencies,
                &record.agency,
                file,
                &field("agency"),
            );
            let title = match record.place.is_some() || record.agency.is_some() {
                true => fields::trimmed(&record.title),
                false => fields::required(cx, &record.title, file, &path, "title"),
            };
            let due_path = field("due");
            let due = record.due.as_ref();
            let due = due.and_then(|due| deadlines::link(cx, due, file, &due_path));
            if record.due.is_some() && self.record.due.is_none() {
                cx.report(&rules::part_due_alone::RULE, Place::key(file, &*due_path));
            }
            if let (Some(part), Some(task)) = (&due, self.due) {
                let day = |due: &Deadline| due.last_good_day(NaiveDate::MAX);
                if let (Some(part), Some(task)) = (day(part), day(task))
                    && part > task
                {
                    let diagnostic = Diagnostic::of(
                        &rules::part_due_later::RULE,
                        Place::value(file, &*due_path),
                    )
                    .also(Place::value(file, "due"));
                    cx.diagnostics.push(diagnostic.arg("day", part).arg("last", task));
                }
            }
            let Some(text) = id else { continue };
            let spot = Place::value(file, field("id"));
            let id = match Id::parse(&text) {
                Ok(id) => id,
                Err(_) => {
                    cx.diagnostics.push(rules::bad_id::diagnostic(&text, spot));
                    continue;
                }
            };
            let first = parts.iter().find(|part| part.id == id).and_then(|part| part.at);
            if id.as_str() == "all" || first.is_some() {
                let how = if first.is_some() { "doubled" } else { "all" };
                let diagnostic =
                    Diagnostic::of(&rules::doubled_part::RULE, spot).arg("id", &id).arg("how", how);
                let first = first.map(|n| Place::value(file, format!("parts[{n}].id")));
                cx.diagnostics.push(first.into_iter().fold(diagnostic, Diagnostic::also));
                continue;
            }
            parts.push(Part { id, title, due, place, agency, at: Some(at) });
        }
        parts
    }

    /// Links the periodic reports of a task.
    pub(super) fn reports(&self, cx: &mut Context<'_>) -> Option<Reports> {
        let record = self.record.reports.as_ref()?;
        let (file, path) = (self.file, "reports");
        let bad = |how: &'static str, place: Place| rules::reports_form::diagnostic(how, "", place);
        if self.kind != Kind::Ongoing {
            let diagnostic = bad("kind", Place::key(file, path));
            cx.diagnostics.push(diagnostic.also(Place::value(file, "kind")));
            return None;
        }
        if self.record.report_every.is_some() {
            let diagnostic = bad("every", Place::key(file, "report_every"));
            cx.diagnostics.push(diagnostic.also(Place::key(file, path)));
        }
        let every = fields::required(cx, &record.every, file, path, "every");
        let every = fields::choice(cx, &every, &Frequency::ALL, file, "reports.every");
        let limit = match (&record.by, &record.before) {
            (Some(by), None) => Some((false, by, "reports.by")),
            (None, Some(before)) => Some((true, before, "reports.before")),
            _ => {
                let left_out = |field| fields::was_left_out(cx, file, path, field);
                if !left_out("by") && !left_out("before") {
                    cx.diagnostics.push(bad("limit", Place::key(file, path)));
                }
                None
            }
        };
        let every = every?;
        let day = limit.and_then(|(_, text, path)| report_day(cx, every, text, file, path));
        let offset = offset(cx, every, record, file);
        let from = period(cx, every, &record.from, file, "reports.from");
        let to = period(cx, every, &record.to, file, "reports.to");
        if let (Some(from), Some(to)) = (from, to)
            && to.first_day < from.first_day
        {
            let diagnostic = bad("reversed", Place::value(file, "reports.to"));
            cx.diagnostics.push(diagnostic.also(Place::value(file, "reports.from")));
            return None;
        }
        let (is_before, ..) = limit?;
        Some(Reports { every, is_before, day: day?, offset: offset?, from, to })
    }

    /// Links the targets of a task.
    pub(super) fn targets(&self, cx: &mut Context<'_>) -> Vec<TaskTarget> {
        let Some(records) = &self.record.targets else { return Vec::new() };
        if self.kind == Kind::Duty {
            let place = Place::key(self.file, "targets");
            let diagnostic = rules::target_bound::diagnostic("duty", place);
            cx.diagnostics.push(diagnostic.also(Place::value(self.file, "kind")));
            return Vec::new();
        }
        let linked = records.iter().enumerate();
        linked.filter_map(|(at, record)| target(cx, record, self.file, at)).collect()
    }

    /// Links the handovers of a task.
    pub(super) fn handovers(&self, cx: &mut Context<'_>) -> Vec<Handover> {
        let mut handovers = Vec::new();
        let records: &[HandoverRecord] = self.record.handovers.as_deref().unwrap_or_default();
        for (place, record) in records.iter().enumerate() {
            let path = format!("handovers[{place}]");
            let field = |name: &str| join(&path, name);
            let file = self.file;
            let date = fields::required_date(cx, &record.date, file, &path, "date");
            if record.lead.as_ref().is_none_or(|lead| lead.values.is_empty()) {
                fields::missing(cx, file, &path, "lead");
            }
            let leads = references::agencies(cx, record.lead.as_ref(), file, &field("lead"));
            let document = references::document(cx, &record.document, file, &field("document"));
            let recorded = fields::recorded(cx, &record.recorded, file, &field("recorded"), date);
            if let (Some(date), Some(recorded), false) = (date, recorded, leads.is_empty()) {
                let reason = fields::trimmed(&record.reason);
                handovers.push(Handover { date, recorded, leads, document, reason, place });
            }
        }
        handovers.sort_by_key(|handover: &Handover| handover.date);
        handovers
    }
}

/// Returns a part for each agency, groups unfolded, each agency once.
fn of_agencies(model: &Model, leads: &[AgencyIx]) -> Vec<Part> {
    let part = |agency: AgencyIx| Part {
        id: model[agency].id.clone(),
        title: None,
        due: None,
        place: None,
        agency: Some(agency),
        at: None,
    };
    unfolded(leads, |lead| &model[lead].members, part)
}

/// Returns a part for each place, groups unfolded, each place once.
fn of_places(model: &Model, places: &[PlaceIx]) -> Vec<Part> {
    let part = |place: PlaceIx| Part {
        id: model[place].id.clone(),
        title: None,
        due: None,
        place: Some(place),
        agency: None,
        at: None,
    };
    unfolded(places, |place| &model[place].members, part)
}

/// Returns a part for each of these, with the members in place of a group.
fn unfolded<'m, Ix: Copy + 'm>(
    given: &[Ix],
    members: impl Fn(Ix) -> &'m [Ix],
    part: impl Fn(Ix) -> Part,
) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for one in given {
        let members = members(*one);
        for one in if members.is_empty() { std::slice::from_ref(one) } else { members } {
            let part = part(*one);
            if parts.iter().all(|known| known.id != part.id) {
                parts.push(part);
            }
        }
    }
    parts
}

fn report_day(
    cx: &mut Context<'_>,
    every: Frequency,
    text: &str,
    file: FileId,
    path: &str,
) -> Option<u32> {
    let text = text.trim();
    let place = Place::value(file, path);
    if every == Frequency::Week {
        let day = WEEKDAYS.iter().position(|day| *day == text);
        if day.is_none() {
            cx.diagnostics.push(rules::reports_form::diagnostic("weekday", text, place));
        }
        return day.and_then(|n| u32::try_from(n + 1).ok());
    }
    let plain = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
    let day = text.parse().ok().filter(|day| plain && (1..=31).contains(day));
    if day.is_none() {
        cx.diagnostics.push(rules::reports_form::diagnostic("day", text, place));
    }
    day
}

fn offset(
    cx: &mut Context<'_>,
    every: Frequency,
    record: &ReportsRecord,
    file: FileId,
) -> Option<i32> {
    let Some(text) = fields::trimmed(&record.offset) else { return Some(0) };
    let bounds = if every == Frequency::Week { -1..=4 } else { -11..=12 };
    let digits = text.strip_prefix(['-', '−']).unwrap_or(&text);
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let number = text.replace('−', "-").parse().ok().filter(|n| plain && bounds.contains(n));
    if number.is_none() {
        let how = if every == Frequency::Week { "offset-weeks" } else { "offset" };
        let place = Place::value(file, "reports.offset");
        cx.diagnostics.push(rules::reports_form::diagnostic(how, &text, place));
    }
    number
}

fn period(
    cx: &mut Context<'_>,
    every: Frequency,
    text: &Option<String>,
    file: FileId,
    path: &str,
) -> Option<ReportPeriod> {
    let text = fields::trimmed(text)?;
    let period = ReportPeriod::parse(&text).filter(|period| period.every == every);
    if period.is_none() {
        let place = Place::value(file, path);
        cx.diagnostics.push(rules::bad_period::diagnostic(&text, every, place));
    }
    period
}

fn target(
    cx: &mut Context<'_>,
    record: &GoalRecord,
    file: FileId,
    at: usize,
) -> Option<TaskTarget> {
    let path = format!("targets[{at}]");
    let title = fields::required(cx, &record.title, file, &path, "title");
    let unit = fields::trimmed(&record.unit);
    let own = [&record.at_least, &record.at_most, &record.above, &record.below];
    let has_bound = own.iter().any(|limit| limit.is_some());
    let bad = |how, place| rules::target_bound::diagnostic(how, place);
    let mut levels = Vec::new();
    match &record.levels {
        Some(_) if has_bound => {
            cx.diagnostics.push(bad("both", Place::key(file, join(&path, "levels"))));
        }
        Some(records) if records.is_empty() => {
            cx.diagnostics.push(bad("none", Place::key(file, join(&path, "levels"))));
        }
        Some(records) => {
            for (n, level) in records.iter().enumerate() {
                let path = format!("{path}.levels[{n}]");
                let due_path = join(&path, "due");
                let due = level.due.as_ref();
                if let Some(DueRecord::Date(text)) = due
                    && let Some((_, hour)) = fields::with_hour(text)
                {
                    let place = Place::value(file, &*due_path);
                    cx.diagnostics.push(rules::hour_misplaced::diagnostic(hour, place));
                    continue;
                }
                let due = due.and_then(|due| deadlines::link(cx, due, file, &due_path));
                if let Some(Deadline::By(Term::Hour(..)) | Deadline::Before(Term::Hour(..))) = &due
                {
                    let place = Place::value(file, &*due_path);
                    cx.diagnostics.push(rules::hour_misplaced::diagnostic("", place));
                }
                let limits = [&level.at_least, &level.at_most, &level.above, &level.below];
                if limits.iter().all(|limit| limit.is_none()) {
                    if !cx.sources.get(file).index.inside(&path).any(|node| node.left_out) {
                        cx.diagnostics.push(bad("none", Place::value(file, &*path)));
                    }
                    continue;
                }
                levels.extend(bound(cx, limits, file, &path).map(|bound| Level { due, bound }));
            }
        }
        None if has_bound => {
            levels.extend(bound(cx, own, file, &path).map(|bound| Level { due: None, bound }));
        }
        None => {
            if !cx.sources.get(file).index.inside(&path).any(|node| node.left_out) {
                cx.diagnostics.push(bad("none", Place::value(file, &*path)));
            }
        }
    }
    let values = values(cx, record, unit.as_deref(), file, &path);
    if levels.is_empty() {
        return None;
    }
    Some(TaskTarget {
        title: title?,
        unit,
        levels,
        has_levels: record.levels.is_some(),
        values,
        at,
    })
}

fn bound(
    cx: &mut Context<'_>,
    [at_least, at_most, above, below]: [&Option<String>; 4],
    file: FileId,
    path: &str,
) -> Option<Bound> {
    let written =
        [at_least, at_most, above, below].into_iter().filter(|text| text.is_some()).count();
    let mut read = |text: &Option<String>, field: &str| figure(cx, text, file, &join(path, field));
    let bound = Bound {
        at_least: read(at_least, "at_least"),
        at_most: read(at_most, "at_most"),
        above: read(above, "above"),
        below: read(below, "below"),
    };
    // A limit that could not be read must not let values pass.
    (bound.limits().count() == written).then_some(bound)
}

fn figure(cx: &mut Context<'_>, text: &Option<String>, file: FileId, path: &str) -> Option<Figure> {
    let text = text.as_deref()?.trim();
    match Figure::parse(text) {
        Ok(figure) => Some(figure),
        Err(error) => {
            let place = Place::value(file, path);
            cx.diagnostics.push(rules::bad_figure::diagnostic(text, error, place));
            None
        }
    }
}

fn values(
    cx: &mut Context<'_>,
    record: &GoalRecord,
    unit: Option<&str>,
    file: FileId,
    target: &str,
) -> Vec<Value> {
    let records = record.values.as_deref().unwrap_or_default();
    let some_have_whole = records.iter().any(|record| record.of.is_some());
    let mut values = Vec::new();
    for (place, record) in records.iter().enumerate() {
        let path = format!("{target}.values[{place}]");
        let field = |name: &str| join(&path, name);
        let date = fields::required_date(cx, &record.date, file, &path, "date");
        fields::required(cx, &record.value, file, &path, "value");
        let value = fields::trimmed(&record.value);
        let value = figure(cx, &value, file, &field("value"));
        let of = figure(cx, &record.of, file, &field("of"));
        let source = references::document(cx, &record.source, file, &field("source"));
        let recorded = fields::recorded(cx, &record.recorded, file, &field("recorded"), date);
        let bad = |how, field| rules::value_of_whole::diagnostic(how, Place::value(file, field));
        let wrong = if record.of.is_none() {
            some_have_whole.then(|| ("missing", path.clone()))
        } else if unit != Some("%") {
            Some(("unit", field("of")))
        } else if of.is_some_and(Figure::is_not_positive) {
            Some(("zero", field("of")))
        } else if of.zip(value).is_some_and(|(of, value)| value > of || value.is_negative()) {
            Some(("below", field("of")))
        } else {
            None
        };
        if let Some((how, at)) = wrong {
            cx.diagnostics.push(bad(how, at));
            continue;
        }
        if record.of.is_some() && of.is_none() {
            continue;
        }
        if let (Some(date), Some(recorded), Some(value)) = (date, recorded, value) {
            let note = fields::trimmed(&record.note);
            values.push(Value { date, recorded, value, of, source, note, place });
        }
    }
    values.sort_by_key(|value: &Value| value.date);
    values
}

/// The parts and periods that entries and extensions of a task may name.
pub(super) struct Nameable<'a> {
    pub(super) split: Option<Split>,
    pub(super) parts: &'a [Part],
    pub(super) reports: Option<(&'a Reports, &'a Directive)>,
    /// Whether parts or reports were written but could not be linked.
    pub(super) is_unclear: bool,
}

impl Nameable<'_> {
    /// Links `part:` of an entry or an extension. `None` if it names nothing that is known: the
    /// fact is then left out, so that it is not taken for one about the task as a whole.
    pub(super) fn link(
        &self,
        cx: &mut Context<'_>,
        record: &Option<OneOrMany>,
        file: FileId,
        path: &str,
        may_be_all: bool,
    ) -> Option<Named> {
        let Some(record) = record else { return Some(Named::Whole) };
        if self.is_unclear {
            return None;
        }
        let known_ids: Vec<&str> = self.parts.iter().map(|part| part.id.as_str()).collect();
        let known = self.examples();
        let unknown = |how, text: &str, place| {
            rules::unknown_part::diagnostic(how, text, &known, &known_ids, place)
        };
        if self.split.is_none() && self.reports.is_none() {
            cx.diagnostics.push(unknown("none", "", Place::key(file, path)));
            return None;
        }
        let mut ids: Vec<Id> = Vec::new();
        let mut is_all = false;
        let mut is_clear = !record.values.is_empty();
        if record.values.is_empty() {
            cx.diagnostics.push(unknown("empty", "", Place::value(file, path)));
        }
        for (n, text) in record.values.iter().enumerate() {
            let at = if record.is_list { format!("{path}[{n}]") } else { path.to_owned() };
            let (text, place) = (text.trim(), Place::value(file, at));
            if text == "all" {
                if may_be_all && self.split.is_some() && record.values.len() == 1 {
                    is_all = true;
                } else {
                    cx.diagnostics.push(unknown("all", text, place));
                    is_clear = false;
                }
                continue;
            }
            match self.id(text) {
                Some(id) if ids.contains(&id) => {
                    let diagnostic = Diagnostic::of(&rules::doubled_reference::RULE, place);
                    cx.diagnostics.push(diagnostic.arg("id", text));
                }
                Some(id) => ids.push(id),
                None => {
                    cx.diagnostics.push(unknown("unknown", text, place));
                    is_clear = false;
                }
            }
        }
        is_clear.then_some(if is_all { Named::All } else { Named::These(ids) })
    }

    /// Lists a few parts or periods for a message.
    fn examples(&self) -> String {
        const EXAMPLES: usize = 5;
        let ids = self.parts.iter().map(|part| part.id.to_string());
        let mut known: Vec<String> = ids.take(EXAMPLES).collect();
        if let Some((reports, directive)) = self.reports {
            known.push(reports.first(directive).id());
            known.push("…".to_owned());
            known.extend(reports.last(directive).map(ReportPeriod::id));
        } else if self.parts.len() > EXAMPLES {
            known.push("…".to_owned());
        }
        known.join(", ")
    }

    fn id(&self, text: &str) -> Option<Id> {
        if let Some((reports, directive)) = self.reports {
            let period = reports.period(directive, text)?;
            return crate::model::reports::period_id(period);
        }
        self.parts.iter().find(|part| part.id.as_str() == text).map(|part| part.id.clone())
    }
}

/// Refuses what only a whole task can be.
pub(super) fn refuse_superseded(
    cx: &mut Context<'_>,
    named: Option<&Named>,
    state: Option<State>,
    place: Place,
) -> bool {
    let is_wrong = state == Some(State::Superseded) && named.is_some_and(Named::is_of_parts);
    if is_wrong {
        cx.report(&rules::part_superseded::RULE, place);
    }
    is_wrong
}

/// Reads a date that may have an hour.
pub(super) fn moment(
    cx: &mut Context<'_>,
    text: &Option<String>,
    file: FileId,
    record: &str,
    field: &'static str,
) -> (Option<NaiveDate>, Option<NaiveTime>) {
    let Some(text) = fields::required(cx, text, file, record, field) else { return (None, None) };
    fields::read_moment(cx, &text, Place::value(file, join(record, field)))
}
