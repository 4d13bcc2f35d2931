//! Phrases parts, periodic reports, targets and handovers.

use super::Words;
use crate::assess::parts::{PartCounts, Parts};
use crate::assess::{
    AssessedPart, LevelStanding, PartStanding, Reach, ReportCounts, Standing, Tally,
};
use crate::model::{Bound, Figure, Frequency, Model, Named, ReportPeriod, Task, Value};

impl Words {
    /// What stands beside the label of a task with parts or periodic reports, unless it is stopped.
    pub(super) fn beside_parts(&self, standing: Standing, parts: &Parts) -> Vec<String> {
        let mut said = Vec::new();
        if standing.is_stopped() {
            return said;
        }
        let PartCounts { total, done, overdue, open, blocked, .. } = parts.counts;
        let is_periodic = parts.list.iter().any(|part| part.period.is_some());
        if is_periodic {
            if overdue > 0 {
                said.push(self.count("parts-owed", overdue));
            }
            return said;
        }
        if total > 0 {
            said.push(self.say("parts-done", &[("part", done.into()), ("whole", total.into())]));
        }
        if overdue > 0 {
            said.push(self.count("parts-overdue", overdue));
        }
        if open > 0 && blocked == open {
            said.push(self.count("parts-blocked", blocked));
        }
        said
    }

    /// What the page of a restricted task says of its parts: how many are done and overdue.
    pub fn parts_alone(&self, assessed: &crate::assess::Assessed) -> Vec<String> {
        let mut said = self.beside_parts(assessed.standing, &assessed.parts);
        let blocked = assessed.parts.counts;
        if blocked.open > 0 && blocked.blocked == blocked.open {
            let hidden = self.count("parts-blocked", blocked.blocked);
            said.retain(|mark| *mark != hidden);
        }
        said
    }

    /// The name of a part or a period.
    pub fn part_name(&self, model: &Model, task: &Task, part: &AssessedPart) -> String {
        if let Some(period) = part.period {
            return self.period_name(period);
        }
        let Some(listed) = part.index.map(|index| &task.parts[index]) else {
            return part.id.to_string();
        };
        let place = || listed.place.map(|place| model[place].name.clone());
        let agency = || listed.agency.map(|agency| model[agency].name.clone());
        listed.title.clone().or_else(place).or_else(agency).unwrap_or_else(|| part.id.to_string())
    }

    /// A reporting period: "tháng 3/2023", "quý I/2023".
    pub fn period_name(&self, period: ReportPeriod) -> String {
        use chrono::Datelike;
        let (year, month) = (period.first_day.year(), period.first_day.month());
        let roman = ["I", "II", "III", "IV"];
        let (key, n, year) = match period.every {
            Frequency::Week => {
                let week = period.first_day.iso_week();
                ("period-week", week.week().to_string(), week.year())
            }
            Frequency::Month => return self.locale.month(period.first_day),
            Frequency::Quarter => ("period-quarter", roman[month as usize / 3].to_owned(), year),
            Frequency::Half => ("period-half", (month / 6 + 1).to_string(), year),
            Frequency::Year => ("period-year", String::new(), year),
        };
        self.say(key, &[("n", (&n).into()), ("year", (&year.to_string()).into())])
    }

    /// What an entry or an extension names: the names of its parts, or "every open part".
    pub fn named(&self, model: &Model, task: &Task, named: &Named) -> Option<String> {
        let of_id = |id: &crate::model::Id| {
            let place = |part: &&crate::model::Part| part.id == *id;
            let listed = task.parts.iter().find(place);
            let name = listed.and_then(|part| {
                let place = || part.place.map(|place| model[place].name.clone());
                let agency = || part.agency.map(|agency| model[agency].name.clone());
                part.title.clone().or_else(place).or_else(agency)
            });
            let period = || Some(self.period_name(ReportPeriod::parse(id.as_str())?));
            name.or_else(period).unwrap_or_else(|| id.to_string())
        };
        match named {
            Named::Whole => None,
            Named::All => Some(self.text("part-all")),
            Named::These(ids) => Some(ids.iter().map(of_id).collect::<Vec<_>>().join(", ")),
        }
    }

    /// What an entry says of the state, and of which parts.
    pub fn entry(&self, model: &Model, task: &Task, entry: usize) -> String {
        let state = self.state(task, entry);
        match self.named(model, task, &task.updates[entry].parts) {
            Some(parts) => format!("{state}, {parts}"),
            None => state,
        }
    }

    /// The label of a part, with what is true beside it.
    pub fn part_label(&self, part: &AssessedPart) -> String {
        let is_report = part.period.is_some();
        let mut said = match (part.standing, part.days) {
            (PartStanding::Open, _) => self.text("part-open"),
            (PartStanding::Cancelled, _) => self.text("standing-cancelled"),
            (PartStanding::Overdue, Some(days)) if is_report => self.count("part-missing", days),
            (PartStanding::Overdue, Some(days)) => self.label(Standing::Overdue, Some(days)),
            (PartStanding::DoneLate, Some(days)) => self.label(Standing::DoneLate, Some(days)),
            (PartStanding::DoneOnTime, _) => self.standing_alone(Standing::DoneOnTime),
            (PartStanding::AwaitingEvidence, _) => self.standing_alone(Standing::AwaitingEvidence),
            (PartStanding::Blocked, _) => self.standing_alone(Standing::Blocked),
            (PartStanding::Done | PartStanding::Overdue | PartStanding::DoneLate, _) => {
                self.standing_alone(Standing::Done)
            }
        };
        let mut beside = Vec::new();
        if part.blocked {
            beside.push(self.text("cause-blocked"));
        }
        if part.awaiting_evidence {
            beside.push(self.text("cause-awaiting-evidence"));
        }
        if part.slip_days > 0 {
            beside.push(self.count("cause-slip", part.slip_days));
        }
        for mark in beside {
            said.push_str(", ");
            said.push_str(&mark);
        }
        said
    }

    /// What the directive calls a section, and several of them.
    pub fn section_labels(&self, model: &Model) -> (String, String) {
        match &model.directive.section_label {
            Some(label) => (label.one.clone(), label.many.clone()),
            None => (self.text("level-section"), self.text("level-sections")),
        }
    }

    /// The lines about parts and periodic reports beside the ratios of a group, where not empty.
    pub fn pieces(&self, tally: &Tally) -> Vec<String> {
        let listed = |counts: Vec<(String, u32)>| {
            let some = counts.into_iter().filter(|(_, n)| *n > 0);
            some.map(|(key, n)| self.count(&key, n)).collect::<Vec<_>>().join(", ")
        };
        let line = |key: &str, n: u32, list: String| {
            (n > 0).then(|| self.say(key, &[("n", n.into()), ("list", (&list).into())]))
        };
        let parts = PartStanding::ALL.into_iter().map(|standing| {
            (format!("pieces-{}", standing.name().replace('_', "-")), tally.part(standing))
        });
        let ReportCounts { on_time, late, missing } = tally.reports;
        let reports = [("on-time", on_time), ("late", late), ("missing", missing)];
        let reports = reports.map(|(name, n)| (format!("pieces-report-{name}"), n)).to_vec();
        let lines = [
            line("pieces-parts", tally.parts(), listed(parts.collect())),
            line("pieces-reports", tally.reports.total(), listed(reports)),
        ];
        lines.into_iter().flatten().collect()
    }

    /// A handover: from which day who leads, by which document, why, and the days overdue on the day
    /// before.
    pub fn handover(&self, model: &Model, task: &Task, n: usize) -> String {
        let handover = &task.handovers[n];
        let names: Vec<&str> =
            handover.leads.iter().map(|agency| model[*agency].name.as_str()).collect();
        let date = self.short(handover.date);
        let names = names.join(", ");
        let args = [("date", (&date).into()), ("agencies", (&names).into())];
        let mut said = self.say("handover-line", &args);
        if let Some(document) = handover.document.map(|document| &model[document]) {
            let name = document.symbol.as_deref().unwrap_or(&document.title);
            said.push_str(&format!(" ({name})"));
        }
        if let Some(reason) = &handover.reason {
            said.push_str("; ");
            said.push_str(&self.say("handover-reason", &[("reason", reason.into())]));
        }
        let before = handover.date.pred_opt().unwrap_or(handover.date);
        if before >= model.directive.date {
            let (standing, days) = crate::assess::standing::label(model, task, before);
            if standing == Standing::Overdue {
                said.push_str("; ");
                said.push_str(&self.count("handed-over-overdue", days.unwrap_or(0)));
            }
        }
        said
    }

    /// How the values stand against a level.
    pub fn reach(&self, level: &LevelStanding) -> String {
        let key = format!("reach-{}", level.reach.name().replace('_', "-"));
        match (level.reach, level.days) {
            (Reach::Missed | Reach::ReachedLate, Some(days)) => self.count(&key, days),
            _ => self.text(&key),
        }
    }

    /// A bound in words: "từ 95 % trở lên".
    pub fn bound(&self, bound: &Bound, unit: Option<&str>) -> String {
        let one = |(word, figure): (&str, Figure)| {
            let value = self.figure(figure, unit);
            self.say(&format!("bound-{}", word.replace('_', "-")), &[("value", (&value).into())])
        };
        bound.limits().map(one).collect::<Vec<_>>().join(", ")
    }

    /// A number with its unit, written as the language writes decimals.
    pub fn figure(&self, figure: Figure, unit: Option<&str>) -> String {
        let mut said = figure.to_string();
        if self.locale.tag() == "vi" {
            said = said.replace('.', ",");
        }
        if let Some(unit) = unit {
            said.push('\u{a0}');
            said.push_str(unit);
        }
        said
    }

    /// A measured value: "98/120 (81,66 %)" or "118 căn".
    pub fn measured(&self, value: &Value, unit: Option<&str>) -> String {
        match value.of {
            Some(of) => {
                let share = self.figure(value.value.share(of), unit);
                let (part, whole) = (self.figure(value.value, None), self.figure(of, None));
                format!("{part}/{whole} ({share})")
            }
            None => self.figure(value.value, unit),
        }
    }
}
