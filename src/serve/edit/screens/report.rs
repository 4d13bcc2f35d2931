//! An entry of a task's ledger: what was reported, with its evidence.

use std::path::PathBuf;

use super::super::Editor;
use super::super::faults::key_in;
use super::super::form::{Choice, Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::days::{day, day_fields};
use super::pick::{self, Kind};
use super::{FormParts, LedgerLine, Planned, Screen, document};
use crate::assess::ledger::in_force;
use crate::fix::entry::{self, Entry, scalar};
use crate::model::{Kind as TaskKind, State, Task, TaskIx};
use crate::pipeline::{self, ChangeError, Reasons};

/// Number of entries of the ledger that are shown.
const MAX_SHOWN: usize = 12;

pub(super) struct Report {
    pub(super) task: String,
}

/// The states that an entry may report, by the kind of the task.
fn states(kind: TaskKind) -> &'static [State] {
    use State::{Blocked, Cancelled, Done, InProgress, NotStarted, Superseded};
    match kind {
        TaskKind::Deliverable => &[InProgress, Blocked, Done, NotStarted, Cancelled, Superseded],
        TaskKind::Ongoing => &[InProgress, Blocked, Cancelled, Superseded],
        TaskKind::Duty => &[Cancelled, Superseded],
    }
}

/// The task of a screen.
pub(super) fn task<'r>(records: &'r Records, id: &str) -> Option<(TaskIx, &'r Task)> {
    let ix = records.model().task_by_id(id)?;
    Some((ix, &records.model()[ix]))
}

/// The number and title of a task.
pub(super) fn name(task: &Task) -> String {
    format!("{} {}", task.number, task.title)
}

/// The file of a task in the content folder.
pub(super) fn task_file(editor: &Editor, records: &Records, ix: TaskIx) -> PathBuf {
    pipeline::path_on_disk(&editor.content, &records.loaded, records.model()[ix].file)
}

/// The sentence for a record that its form cannot change.
pub(super) fn cannot(editor: &Editor, error: &ChangeError, file: &str) -> Vec<Fault> {
    let text = match error {
        ChangeError::Style => editor.locale.format("edit-cannot", &[("file", file.into())]),
        ChangeError::Unreadable(error) => editor.clerk.unreadable(error),
    };
    let id = file.rsplit('/').next().unwrap_or_default().trim_end_matches(".yaml");
    let href = format!("/tep/viec/{id}");
    vec![Fault { text, href, ..Fault::default() }]
}

/// What stands above every form of a task: who leads it, its deadline, its standing.
pub(super) fn intro(editor: &Editor, records: &Records, ix: TaskIx) -> (Vec<String>, Vec<String>) {
    let (model, words, locale) = (records.model(), &records.words, editor.locale);
    let task = &model[ix];
    let mut intro = Vec::new();
    let leads: Vec<&str> = task.leads.iter().map(|lead| model[*lead].name.as_str()).collect();
    let lead = match leads.as_slice() {
        [] => locale.text("edit-no-lead"),
        leads => locale.format("edit-lead", &[("agencies", leads.join("; ").into())]),
    };
    intro.push(lead);
    let mut why = Vec::new();
    if let Some((known, assessment)) = &records.judged {
        let assessed = &assessment[ix];
        if let Some(due) = in_force(&known[ix], assessment.as_of) {
            let due = words.deadline(due.deadline, assessment.as_of);
            intro.push(locale.format("edit-deadline", &[("deadline", due.into())]));
        }
        let standing = records.standing(task.id.as_str()).unwrap_or_default();
        intro.push(locale.format("edit-standing", &[("standing", standing.into())]));
        why.push(words.rule(known, assessed));
        let reasons = Reasons {
            sources: records.sources(),
            model: known,
            task: &known[ix],
            assessed,
            as_of: assessment.as_of,
            words,
            locale,
        };
        why.extend(reasons.whole().into_iter().map(|input| format!("· {}", input.fact)));
        why.push(words.say("why-date", &[("date", words.short(assessment.as_of).into())]));
    }
    (intro, why)
}

/// The entries of a ledger, the newest first.
pub(super) fn ledger(records: &Records, task: &Task) -> Vec<LedgerLine> {
    let (model, words) = (records.model(), &records.words);
    let mut lines: Vec<LedgerLine> = (task.updates.iter().enumerate())
        .map(|(n, update)| {
            let evidence = update.evidence.iter().chain(&update.document);
            let evidence: Vec<&str> = evidence
                .map(|ix| model[*ix].symbol.as_deref().unwrap_or(&model[*ix].title))
                .collect();
            LedgerLine {
                date: words.days(update.date, update.recorded),
                state: words.state(task, n),
                text: update.text.clone().unwrap_or_default(),
                evidence: evidence.join("; "),
                place: update.place,
            }
        })
        .collect();
    lines.reverse();
    lines
}

/// Links between the forms of a task.
pub(super) fn links(editor: &Editor, task: &Task, here: &str) -> Vec<(String, String)> {
    let id = &task.id;
    let mut links = vec![("", "edit-link-report")];
    if task.kind == TaskKind::Deliverable {
        links.push(("/gia-han", "edit-link-extend"));
    }
    links.push(("/dinh-chinh", "edit-link-correct"));
    links.push(("/sua", "edit-link-edit"));
    let others = links.into_iter().filter(|(end, _)| *end != here);
    others.map(|(end, key)| (format!("/viec/{id}{end}"), editor.locale.text(key))).collect()
}

/// Why a record cannot be changed by a form, if it cannot be read.
pub(super) fn blocked(
    editor: &Editor,
    records: &Records,
    file: crate::source::FileId,
    href: String,
) -> Option<(String, String)> {
    let shown = editor.inside(&records.sources().get(file).path);
    let text = editor.locale.format("edit-unread", &[("file", shown.into())]);
    records.is_unread(file).then_some((text, href))
}

/// The form of what is added to a record beside its ledger: with the words for its title and its
/// button, and its address behind that of the task.
pub(super) fn added_to(
    editor: &Editor,
    records: &Records,
    ix: TaskIx,
    (title, save): (&str, &str),
    here: &str,
    fields: Vec<Field>,
) -> FormParts {
    let task = &records.model()[ix];
    let (intro, why) = intro(editor, records, ix);
    FormParts {
        title: editor.locale.format(title, &[("task", name(task).into())]),
        intro,
        why,
        sections: vec![Section::of(fields)],
        save: editor.locale.text(save),
        ledger: ledger(records, task),
        links: links(editor, task, here),
        blocked: blocked(editor, records, task.file, format!("/tep/viec/{}", task.id)),
        ..FormParts::default()
    }
}

impl Screen for Report {
    fn path(&self) -> String {
        format!("viec/{}", self.task)
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let Some((ix, task)) = task(records, &self.task) else { return FormParts::default() };
        let (locale, words) = (editor.locale, &records.words);
        let text = |key: &str| locale.text(key);
        let state = form.raw("trang-thai");
        let mut options = vec![Choice::new("", text("edit-state-report"), state.is_empty())];
        options.extend(states(task.kind).iter().map(|known| {
            let label = words.text(&format!("state-{}", known.name().replace('_', "-")));
            Choice::new(known.name(), label, state == known.name())
        }));
        let mut first = day_fields(editor, form, "ngay", text("edit-date"));
        if task.is_divided() {
            first.push(parts_field(editor, records, task, form));
        }
        first.push(Field::radios("trang-thai", text("edit-state"), options));
        first.push(Field::area("noi-dung", text("edit-text"), form.raw("noi-dung"), 4));
        if task.kind != TaskKind::Duty {
            let percent = form.line("phan-tram");
            let field = Field::line("phan-tram", text("edit-percent"), &percent).short();
            first.push(field.hint(text("edit-percent-hint")));
        }
        let evidence = ("minh-chung", text("edit-evidence"));
        first.push(pick::field(editor, records, form, evidence, Kind::Documents, &[]));
        let new_document = document::fields(editor, form, "vb-");
        let is_new = new_document.iter().any(|field| !field.value.is_empty());
        let is_new = is_new || !form.raw("tep-sum").is_empty();
        let is_stop = matches!(state, "cancelled" | "superseded");
        let reason = ("can-cu", text("edit-stop-document"));
        let by = ("thay-boi", text("edit-superseded-by"));
        let stop = vec![
            pick::field(editor, records, form, reason, Kind::Documents, &[]),
            pick::field(editor, records, form, by, Kind::Tasks, &[]),
        ];
        let (intro, why) = intro(editor, records, ix);
        let mut ledger = ledger(records, task);
        ledger.truncate(MAX_SHOWN);
        FormParts {
            title: locale.format("edit-report-title", &[("task", name(task).into())]),
            intro,
            why,
            sections: vec![
                Section::of(first),
                Section::folded(text("edit-new-document"), is_new, new_document),
                Section::folded(text("edit-stop"), is_stop, stop),
            ],
            save: text("edit-save-entry"),
            has_file: true,
            ledger,
            links: links(editor, task, ""),
            blocked: blocked(editor, records, task.file, format!("/tep/viec/{}", task.id)),
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let Some((ix, task)) = task(records, &self.task) else { return Err(Vec::new()) };
        let mut faults = Vec::new();
        let date = day(editor, records, form, "ngay").unwrap_or_else(|fault| {
            faults.push(fault);
            editor.clerk.today().to_string()
        });
        let recorded = date.parse().map(|date| editor.recording(records).written(date));
        let known = |word: &str| State::ALL.iter().any(|(known, _)| *known == word);
        let state = Some(form.raw("trang-thai")).filter(|word| known(word)).unwrap_or_default();
        let mut entry = Entry {
            date,
            recorded: recorded.unwrap_or_default(),
            parts: parts_of(form),
            state: state.to_owned(),
            text: form.text("noi-dung"),
            percent: percent(&form.line("phan-tram")),
            evidence: pick::chosen(form, "minh-chung"),
            document: pick::chosen(form, "can-cu").into_iter().next().unwrap_or_default(),
            superseded_by: pick::chosen(form, "thay-boi"),
        };
        let mut files = Vec::new();
        match document::added(editor, records, form, "vb-") {
            Ok(None) => {}
            Ok(Some((id, added))) => {
                let is_stop = matches!(state, "cancelled" | "superseded");
                if is_stop && entry.document.is_empty() {
                    entry.document = id;
                } else {
                    entry.evidence.push(id);
                }
                files = added;
            }
            Err(found) => faults.extend(found),
        }
        if entry.state.is_empty() && entry.text.is_empty() && entry.evidence.is_empty() {
            faults.push(Fault::of("noi-dung", editor.locale.text("edit-says-nothing")));
        }
        let edit = |old: &str| entry::append(old, &entry);
        let longer = pipeline::longer_record(&editor.content, &records.loaded, ix, "updates", edit);
        let file = editor.inside(&records.sources().get(task.file).path);
        files.push(longer.map_err(|error| cannot(editor, &error, &file))?);
        Ok(Planned { files, about: vec![self.task.clone()], command: "update", faults })
    }

    fn input_of(&self, file: &str, path: &str) -> Option<String> {
        if file == "documents.yaml" {
            return document::input_of(path, "vb-");
        }
        if file.starts_with("attachments/") {
            return Some("tep".to_owned());
        }
        if file != format!("tasks/{}.yaml", self.task) {
            return None;
        }
        let field = match key_in(path, "updates")? {
            "date" | "recorded" => "ngay-khac",
            "part" => "phan",
            "state" => "trang-thai",
            "text" | "" => "noi-dung",
            "percent" => "phan-tram",
            "evidence" => "minh-chung",
            "document" => "can-cu",
            "superseded_by" => "thay-boi",
            _ => return None,
        };
        Some(field.to_owned())
    }

    fn files(&self) -> Vec<PathBuf> {
        vec![format!("tasks/{}.yaml", self.task).into(), "documents.yaml".into()]
    }

    fn base(&self, editor: &Editor, records: &Records) -> Option<PathBuf> {
        task(records, &self.task).map(|(ix, _)| task_file(editor, records, ix))
    }

    fn reviews(&self, form: &Form) -> bool {
        matches!(form.raw("trang-thai"), "done" | "cancelled" | "superseded")
    }
}

/// The parts, or the reporting periods, that an entry is about.
fn parts_field(editor: &Editor, records: &Records, task: &Task, form: &Form) -> Field {
    let label = editor.locale.text("edit-parts");
    if task.parts.is_empty() {
        let typed = form.line("phan");
        let hint = editor.locale.text("edit-periods-hint");
        return Field::line("phan", label, &typed).hint(hint).short();
    }
    let chosen = form.all("phan");
    let options = task.parts.iter().map(|part| {
        let id = part.id.as_str();
        let place = || part.place.map(|place| records.model()[place].name.clone());
        let agency = || part.agency.map(|agency| records.model()[agency].name.clone());
        let title = part.title.clone().or_else(place).or_else(agency);
        let title = title.unwrap_or_else(|| id.to_owned());
        Choice::new(id, title, chosen.contains(&id))
    });
    Field::checks("phan", label, options.collect()).hint(editor.locale.text("edit-parts-hint"))
}

/// The parts that were chosen, or typed with commas between them.
fn parts_of(form: &Form) -> Vec<String> {
    let typed = form.all("phan").into_iter().flat_map(|list| list.split([',', ' ']));
    typed.map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// A percentage as a record holds it, or what was typed, for the rule to judge.
pub(super) fn percent(typed: &str) -> String {
    let typed = typed.trim_end_matches('%').trim_end();
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return typed.to_owned();
    }
    scalar(typed, true)
}
