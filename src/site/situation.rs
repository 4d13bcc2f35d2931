//! The situation on a date, as a leader asks for it: what is overdue, what changed, what falls due,
//! who is silent, what is in the way.
//!
//! The report page and the report for Word share this selection and these sentences. Of a restricted
//! task only what is public is said.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::text::cut;
use super::words::Words;
use crate::assess::standing::Causes;
use crate::assess::{Assessed, AssessedPart, Assessment, Changes, Standing, Tally, ledger};
use crate::locale::Arg;
use crate::model::{AgencyIx, Kind, Model, State, Task, TaskIx};

/// Number of days within which a deadline is listed as falling due.
const DUE_DAYS: u64 = 14;
/// Maximum length of a title in a short list, in characters.
const SHORT_TITLE: usize = 60;
/// Maximum length of the names of the leads in a short list, in characters.
const SHORT_LEAD: usize = 48;
/// Maximum length of the text of an obstacle in a short list, in characters.
const SHORT_TEXT: usize = 90;

/// The situation on a date.
#[derive(Clone, Debug)]
pub struct Situation {
    /// A sentence with the number of tasks of each kind.
    pub scope: String,
    /// A sentence that sums up the figures.
    pub answer: String,
    /// The parts, in the order of a report.
    pub parts: Vec<Part>,
    /// A sentence about restricted tasks, if there are any.
    pub restricted: Option<String>,
}

/// What a part is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Overdue tasks.
    Overdue,
    /// What changed since an earlier date.
    Changes,
    /// Deadlines in the next two weeks.
    Due,
    /// Agencies with tasks on which there is no recent report.
    Silent,
    /// Reported obstacles.
    Obstacles,
}

/// A part of the situation, as a table and as a short list.
#[derive(Clone, Debug)]
pub struct Part {
    /// What the part is about.
    pub subject: Subject,
    /// The title.
    pub title: String,
    /// A sentence that sums up the part.
    pub sentence: String,
    /// How to understand the figures, where they could be taken for something else.
    pub remark: Option<String>,
    /// The titles of the columns.
    pub columns: Vec<String>,
    /// The rows, the most urgent first.
    pub rows: Vec<Row>,
    /// The same in short lists, each with a label that may be empty.
    pub lists: Vec<ShortList>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The task that the row is about.
    pub task: Option<TaskIx>,
    /// The agency that the row is about.
    pub agency: Option<AgencyIx>,
    /// A text for each column.
    pub cells: Vec<String>,
    /// The cause that weighs most, in a word or two.
    pub mark: Option<String>,
}

/// A short list.
#[derive(Clone, Debug)]
pub struct ShortList {
    /// What the items have in common; may be empty.
    pub label: String,
    /// The items.
    pub items: Vec<String>,
}

/// Returns the reporting date before a date, or the date of the directive if there is none.
pub fn date_before(model: &Model, as_of: NaiveDate) -> NaiveDate {
    super::history::date_before(model, as_of).unwrap_or(model.directive.date)
}

impl Situation {
    /// Describes the situation on the date of an assessment.
    ///
    /// `changes` are those since an earlier date; they are left out if there are none to compare
    /// with. With an agency, only the tasks that it leads on the date count.
    pub fn new(
        model: &Model,
        assessment: &Assessment,
        changes: Option<&Changes>,
        agency: Option<AgencyIx>,
        words: &Words,
    ) -> Self {
        let tasks: Vec<TaskIx> = match agency {
            Some(agency) => assessment.agencies[agency.0].tasks.clone(),
            None => model.tasks().map(|(ix, _)| ix).collect(),
        };
        let tally = match agency {
            Some(agency) => &assessment.agencies[agency.0].tally,
            None => &assessment.directive,
        };
        let teller = Teller { model, assessment, words, tasks: &tasks, agency };
        let scope = match agency {
            Some(agency) => scope_of_agency(words, &model[agency].name, tally),
            None => scope(words, model.priorities.len(), tally),
        };
        let restricted = tasks.iter().filter(|task| model[**task].restricted).count();
        let parts = [
            Some(teller.overdue()),
            changes.map(|changes| teller.changes(changes, agency)),
            Some(teller.due()),
            Some(teller.silent()),
            Some(teller.obstacles()),
        ];
        Situation {
            scope,
            answer: answer(words, assessment.as_of, tally),
            parts: parts.into_iter().flatten().collect(),
            restricted: (restricted > 0)
                .then(|| words.count("situation-restricted", restricted as u64)),
        }
    }

    /// Returns the part about a subject.
    pub fn part(&self, subject: Subject) -> Option<&Part> {
        self.parts.iter().find(|part| part.subject == subject)
    }
}

/// A sentence that summarises a tally.
pub(in crate::site) fn answer(words: &Words, as_of: NaiveDate, tally: &Tally) -> String {
    let date = words.long(as_of);
    let args = [
        ("date", (&date).into()),
        ("done", tally.completion.part.into()),
        ("deliverables", tally.completion.whole.into()),
        ("overdue", tally.overdue().into()),
        ("reported", tally.reporting.part.into()),
        ("ongoing", tally.reporting.whole.into()),
    ];
    let key = match (tally.completion.whole > 0, tally.reporting.whole > 0) {
        (true, true) => "answer-both",
        (true, false) => "answer-deliverables",
        (false, true) => "answer-ongoing",
        (false, false) => "answer-neither",
    };
    words.say(key, &args)
}

/// A sentence with the number of tasks of each kind in the whole directive.
pub(in crate::site) fn scope(words: &Words, priorities: usize, tally: &Tally) -> String {
    let kinds = kinds(tally);
    let args: Vec<_> =
        std::iter::once(("priority_count", priorities.into())).chain(kinds).collect();
    words.say("scope", &args)
}

fn scope_of_agency(words: &Words, agency: &str, tally: &Tally) -> String {
    let kinds = kinds(tally);
    let args: Vec<_> = std::iter::once(("agency", agency.into())).chain(kinds).collect();
    words.say("situation-scope-agency", &args)
}

fn kinds(tally: &Tally) -> [(&'static str, Arg<'static>); 5] {
    [
        ("total", tally.total().into()),
        ("deliverables", tally.kind(Kind::Deliverable).into()),
        ("ongoing", tally.kind(Kind::Ongoing).into()),
        ("duties", tally.kind(Kind::Duty).into()),
        ("stopped", tally.stopped().into()),
    ]
}

/// The names of the agencies that lead a task, or a phrase if there are none.
pub fn leads(model: &Model, assessed: &Assessed, words: &Words) -> String {
    if assessed.leads.is_empty() {
        return words.text("row-no-lead");
    }
    let names: Vec<&str> =
        assessed.leads.iter().map(|lead| agency_name(model, lead.agency)).collect();
    names.join(", ")
}

fn agency_name(model: &Model, agency: AgencyIx) -> &str {
    let agency = &model[agency];
    agency.short.as_deref().unwrap_or(&agency.name)
}

/// A text without the full stop at its end, because it stands within a sentence.
fn ended(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

/// Makes the parts about some tasks.
struct Teller<'a> {
    model: &'a Model,
    assessment: &'a Assessment,
    words: &'a Words,
    tasks: &'a [TaskIx],
    /// The agency that leads all of them, if they were chosen so.
    agency: Option<AgencyIx>,
}

impl Teller<'_> {
    fn overdue(&self) -> Part {
        let mut late: Vec<(NaiveDate, TaskIx)> = (self.tasks.iter())
            .filter(|ix| self.assessment[**ix].standing == Standing::Overdue)
            .filter_map(|ix| Some((self.last_good_day(*ix)?.succ_opt()?, *ix)))
            .collect();
        late.sort_by_key(|(since, _)| *since);
        let days = |ix: &TaskIx| self.assessment[*ix].days.unwrap_or(0);
        let threshold = self.model.settings.thresholds.seriously_late_days;
        let serious = late.iter().filter(|(_, ix)| days(ix) > threshold).count();
        let agencies: BTreeSet<AgencyIx> = (late.iter())
            .flat_map(|(_, ix)| self.assessment[*ix].leads.iter().map(|lead| lead.agency))
            .filter(|_| self.agency.is_none())
            .collect();
        let (since, longest) = match late.first() {
            Some((since, ix)) => (self.words.short(*since), days(ix)),
            None => (String::new(), 0),
        };
        let args = [
            ("n", late.len().into()),
            ("agencies", agencies.len().into()),
            ("since", since.into()),
            ("days", longest.into()),
            ("serious", serious.into()),
            ("threshold", threshold.into()),
        ];
        let row = |(since, ix): &(NaiveDate, TaskIx)| {
            let cells = [self.words.short(*since), self.words.number(days(ix)), self.causes(*ix)];
            self.row(*ix, cells)
        };
        let item = |(since, ix): &(NaiveDate, TaskIx)| {
            let args = [
                ("task", self.short(*ix).into()),
                ("lead", self.short_leads(*ix).into()),
                ("since", self.words.short(*since).into()),
                ("days", days(ix).into()),
            ];
            self.words.say("situation-overdue-item", &args)
        };
        let pieces = self.overdue_parts();
        let piece = |(ix, part): &(TaskIx, &AssessedPart)| {
            let since = part.last_good_day.and_then(|day| day.succ_opt());
            let since = since.map_or_else(String::new, |since| self.words.short(since));
            let days = self.words.number(part.days.unwrap_or(0));
            self.row(*ix, [since, days, self.words.part_name(self.model, &self.model[*ix], part)])
        };
        let piece_item = |(ix, part): &(TaskIx, &AssessedPart)| {
            let name = self.words.part_name(self.model, &self.model[*ix], part);
            format!("{} – {name}: {}", self.short(*ix), self.words.part_label(part))
        };
        let mut lists =
            vec![ShortList { label: String::new(), items: late.iter().map(item).collect() }];
        if !pieces.is_empty() {
            let label = self.words.text("pieces-overdue-title");
            lists.push(ShortList { label, items: pieces.iter().map(piece_item).collect() });
        }
        Part {
            subject: Subject::Overdue,
            title: self.words.text("situation-overdue"),
            sentence: self.words.say("situation-overdue-sentence", &args),
            remark: None,
            columns: self.columns(&["since", "days", "causes"]),
            rows: late.iter().map(row).chain(pieces.iter().map(piece)).collect(),
            lists,
        }
    }

    /// The overdue parts of public tasks, and of each task that owes periodic reports the oldest, the
    /// longest overdue first.
    fn overdue_parts(&self) -> Vec<(TaskIx, &AssessedPart)> {
        let of_task = |ix: TaskIx| {
            let owed = self.assessment[ix].parts.list.iter().filter(|part| part.is_overdue());
            let most = if self.model[ix].reports.is_some() { 1 } else { usize::MAX };
            owed.take(most).map(move |part| (ix, part))
        };
        let public = self.tasks.iter().copied().filter(|ix| !self.model[*ix].restricted);
        let mut parts: Vec<_> = public.flat_map(of_task).collect();
        parts.sort_by_key(|(_, part)| Reverse(part.days));
        parts
    }

    fn changes(&self, changes: &Changes, agency: Option<AgencyIx>) -> Part {
        let pair = match agency {
            Some(agency) => &changes.agencies[agency.0],
            None => &changes.directive,
        };
        let kept: BTreeSet<TaskIx> = self.tasks.iter().copied().collect();
        let mut sections = self.words.sections(self.model, changes, true);
        for section in &mut sections {
            // Without an agency the changes hold every task; with one, those that it gave away too.
            section.rows.retain(|row| agency.is_none() || kept.contains(&row.task));
        }
        sections.retain(|section| !section.rows.is_empty());
        let changed: BTreeSet<TaskIx> =
            sections.iter().flat_map(|section| section.rows.iter().map(|row| row.task)).collect();
        let date = self.words.short(changes.from);
        let args = [
            ("done_before", pair.before.completion.part.into()),
            ("done", pair.after.completion.part.into()),
            ("overdue_before", pair.before.overdue().into()),
            ("overdue", pair.after.overdue().into()),
        ];
        let rows = sections.iter().flat_map(|section| {
            section
                .rows
                .iter()
                .map(|row| self.row(row.task, [section.title.clone(), row.detail.clone()]))
        });
        let lists = sections.iter().map(|section| ShortList {
            label: section.title.clone(),
            items: section.rows.iter().map(|row| self.short(row.task)).collect(),
        });
        Part {
            subject: Subject::Changes,
            title: self.words.say("situation-changes", &[("date", (&date).into())]),
            sentence: self.words.say("situation-changes-sentence", &args),
            remark: Some(self.words.count("situation-changes-remark", changed.len() as u64)),
            columns: self.columns(&["change", "detail"]),
            rows: rows.collect(),
            lists: lists.collect(),
        }
    }

    fn due(&self) -> Part {
        let from = self.assessment.as_of;
        let to = from.checked_add_days(Days::new(DUE_DAYS)).unwrap_or(NaiveDate::MAX);
        let mut due: Vec<(NaiveDate, TaskIx)> = (self.tasks.iter())
            .filter(|ix| self.model[**ix].kind == Kind::Deliverable && self.is_active(**ix))
            .filter_map(|ix| Some((self.last_good_day(*ix)?, *ix)))
            .filter(|(day, _)| (from..=to).contains(day))
            .collect();
        due.sort_by_key(|(day, _)| *day);
        let silent = due.iter().filter(|(_, ix)| self.is_silent(*ix)).count();
        let args = [
            ("n", due.len().into()),
            ("from", self.words.short(from).into()),
            ("to", self.words.short(to).into()),
            ("silent", silent.into()),
        ];
        let row = |(day, ix): &(NaiveDate, TaskIx)| {
            let mut standing = vec![self.words.standing(&self.assessment[*ix])];
            standing.extend(Some(self.causes(*ix)).filter(|causes| !causes.is_empty()));
            self.row(*ix, [self.words.short(*day), standing.join("; ")])
        };
        let item = |(day, ix): &(NaiveDate, TaskIx)| {
            let args = [
                ("task", self.short(*ix).into()),
                ("lead", self.short_leads(*ix).into()),
                ("day", self.words.short(*day).into()),
            ];
            self.words.say("situation-due-item", &args)
        };
        Part {
            subject: Subject::Due,
            title: self.words.text("situation-due"),
            sentence: self.words.say("situation-due-sentence", &args),
            remark: None,
            columns: self.columns(&["due", "standing"]),
            rows: due.iter().map(row).collect(),
            lists: vec![ShortList { label: String::new(), items: due.iter().map(item).collect() }],
        }
    }

    fn silent(&self) -> Part {
        let active = self.tasks.iter().copied().filter(|ix| self.is_active(*ix));
        let mut groups: BTreeMap<Option<AgencyIx>, Group> = BTreeMap::new();
        let mut silent = 0_u64;
        for ix in active {
            let is_silent = self.is_silent(ix);
            silent += u64::from(is_silent);
            let leads = &self.assessment[ix].leads;
            let nobody = leads.is_empty().then_some(None);
            let leads = leads.iter().map(|lead| lead.agency);
            let leads = leads.filter(|lead| self.agency.is_none_or(|agency| agency == *lead));
            for agency in leads.map(Some).chain(nobody) {
                let group = groups.entry(agency).or_default();
                group.active += 1;
                group.last = group.last.max(self.assessment[ix].last_entry);
                group.silent.extend(is_silent.then_some(ix));
            }
        }
        groups.retain(|_, group| !group.silent.is_empty());
        // Tasks that nobody leads come last.
        let mut groups: Vec<(Option<AgencyIx>, Group)> = groups.into_iter().collect();
        groups.sort_by_key(|(agency, group)| (agency.is_none(), Reverse(group.silent.len())));
        let led = groups.iter().filter(|(agency, _)| agency.is_some() && self.agency.is_none());
        let whole = led.clone().filter(|(_, group)| group.silent.len() == group.active).count();
        let nobody = groups.iter().find(|(agency, _)| agency.is_none());
        let args = [
            ("n", silent.into()),
            ("agencies", led.count().into()),
            ("whole", whole.into()),
            ("nobody", nobody.map_or(0, |(_, group)| group.silent.len()).into()),
        ];
        let name = |agency: &Option<AgencyIx>, full: bool| match agency {
            Some(agency) if full => self.model[*agency].name.clone(),
            Some(agency) => agency_name(self.model, *agency).to_owned(),
            None => self.words.text("row-no-lead"),
        };
        let row = |(agency, group): &(Option<AgencyIx>, Group)| {
            let numbers: Vec<&str> =
                group.silent.iter().map(|ix| self.model[*ix].number.as_str()).collect();
            let last = group.last.map(|day| self.words.short(day));
            let cells = vec![
                name(agency, true),
                format!("{}/{}", group.silent.len(), group.active),
                numbers.join(", "),
                last.unwrap_or_else(|| self.words.text("situation-never")),
            ];
            Row { task: None, agency: *agency, cells, mark: None }
        };
        let item = |(agency, group): &(Option<AgencyIx>, Group)| {
            if agency.is_none() || self.agency.is_some() {
                let numbers = group.silent.iter().map(|ix| self.model[*ix].number.as_str());
                let numbers = cut(&numbers.collect::<Vec<_>>().join(", "), SHORT_TEXT);
                return self.words.say("situation-silent-tasks", &[("numbers", numbers.into())]);
            }
            let args = [
                ("agency", cut(&name(agency, false), SHORT_LEAD).into()),
                ("part", group.silent.len().into()),
                ("whole", group.active.into()),
            ];
            self.words.say("situation-silent-item", &args)
        };
        // Who leads nothing is no agency; such tasks are listed if there are no others.
        let is_anyone = groups.iter().any(|(agency, _)| agency.is_some());
        let listed = groups.iter().filter(|(agency, _)| agency.is_some() || !is_anyone);
        let columns = ["agency", "silent", "tasks", "last"];
        Part {
            subject: Subject::Silent,
            title: self.words.text("situation-silent"),
            sentence: self.words.say("situation-silent-sentence", &args),
            remark: (silent > 0).then(|| self.words.text("situation-silent-remark")),
            columns: columns.iter().map(|key| self.column(key)).collect(),
            rows: groups.iter().map(row).collect(),
            lists: vec![ShortList { label: String::new(), items: listed.map(item).collect() }],
        }
    }

    fn obstacles(&self) -> Part {
        // Of a restricted task the obstacle is public only if it is the task's label.
        let shows = |ix: &TaskIx| {
            let (task, assessed) = (&self.model[*ix], &self.assessment[*ix]);
            match task.restricted {
                true => assessed.standing == Standing::Blocked,
                false => self.is_active(*ix) && assessed.state(task) == Some(State::Blocked),
            }
        };
        let blocked: Vec<TaskIx> = self.tasks.iter().copied().filter(shows).collect();
        let text = |ix: TaskIx| -> Option<(NaiveDate, &str)> {
            let task: &Task = &self.model[ix];
            let entries = ledger::known(task, self.assessment.as_of);
            let entries = entries.iter().rev().filter(|_| !task.restricted);
            let mut told = entries.filter(|entry| entry.state == Some(State::Blocked));
            told.find_map(|entry| Some((entry.date, entry.text.as_deref()?)))
        };
        let row = |ix: &TaskIx| {
            let told = text(*ix).map(|(date, text)| {
                let args = [("date", self.words.short(date).into()), ("text", ended(text).into())];
                self.words.say("situation-obstacle-told", &args)
            });
            self.row(*ix, [told.unwrap_or_else(|| self.words.text("situation-obstacle-untold"))])
        };
        let item = |ix: &TaskIx| {
            let (task, lead) = (self.short(*ix), self.short_leads(*ix));
            let mut args = vec![("task", Arg::from(task)), ("lead", lead.into())];
            let Some((_, text)) = text(*ix) else {
                return self.words.say("situation-obstacle-item-untold", &args);
            };
            let text = cut(ended(text), SHORT_TEXT);
            args.push(("text", text.into()));
            self.words.say("situation-obstacle-item", &args)
        };
        Part {
            subject: Subject::Obstacles,
            title: self.words.text("situation-obstacles"),
            sentence: self.words.count("situation-obstacles-sentence", blocked.len() as u64),
            remark: None,
            columns: self.columns(&["obstacle"]),
            rows: blocked.iter().map(row).collect(),
            lists: vec![ShortList {
                label: String::new(),
                items: blocked.iter().map(item).collect(),
            }],
        }
    }

    /// A row that begins with the number, title and leads of a task.
    fn row<const N: usize>(&self, ix: TaskIx, more: [String; N]) -> Row {
        let task = &self.model[ix];
        let lead = leads(self.model, &self.assessment[ix], self.words);
        let cells = [task.number.clone(), task.title.clone(), lead].into_iter().chain(more);
        Row { task: Some(ix), agency: None, cells: cells.collect(), mark: self.mark(ix) }
    }

    /// The columns of a table of tasks, followed by others.
    fn columns(&self, more: &[&str]) -> Vec<String> {
        let keys = ["number", "task", "lead"].iter().chain(more);
        keys.map(|key| self.column(key)).collect()
    }

    fn column(&self, key: &str) -> String {
        self.words.text(&format!("situation-column-{key}"))
    }

    fn short(&self, ix: TaskIx) -> String {
        let task = &self.model[ix];
        format!("{} {}", task.number, cut(&task.title, SHORT_TITLE))
    }

    fn short_leads(&self, ix: TaskIx) -> String {
        cut(&leads(self.model, &self.assessment[ix], self.words), SHORT_LEAD)
    }

    /// What is true of a task beside its label; nothing of a restricted task.
    fn causes(&self, ix: TaskIx) -> String {
        match self.model[ix].restricted {
            true => String::new(),
            false => self.words.causes(&self.assessment[ix]).join("; "),
        }
    }

    /// The cause of a task that weighs most, in a word or two.
    fn mark(&self, ix: TaskIx) -> Option<String> {
        let causes = &self.assessment[ix].causes;
        let key = match causes {
            _ if self.model[ix].restricted => return None,
            Causes { awaiting_evidence: true, .. } => "situation-mark-awaiting-evidence",
            Causes { blocked: true, .. } => "situation-mark-blocked",
            Causes { no_report: true, .. } => "situation-mark-no-report",
            Causes { stale: Some(_), .. } => "situation-mark-stale",
            _ => return None,
        };
        Some(self.words.text(key))
    }

    fn last_good_day(&self, ix: TaskIx) -> Option<NaiveDate> {
        ledger::in_force(&self.model[ix], self.assessment.as_of)?.last_good_day
    }

    fn is_active(&self, ix: TaskIx) -> bool {
        self.assessment[ix].is_active(self.model[ix].kind)
    }

    /// Whether there is no recent report on an active task. Of a restricted task, its label decides.
    fn is_silent(&self, ix: TaskIx) -> bool {
        let (task, assessed) = (&self.model[ix], &self.assessment[ix]);
        let label = matches!(
            assessed.standing,
            Standing::NoReport | Standing::ReportMissing | Standing::Stale
        );
        match task.kind {
            Kind::Deliverable if !task.restricted => self.is_active(ix) && assessed.silent,
            _ => label,
        }
    }
}

/// The active tasks of an agency.
#[derive(Default)]
struct Group {
    active: usize,
    silent: Vec<TaskIx>,
    last: Option<NaiveDate>,
}
