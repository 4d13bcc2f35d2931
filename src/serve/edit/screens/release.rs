//! What the records say otherwise than what was published, and the reasons for it.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::super::Editor;
use super::super::faults::{href_of, key_in};
use super::super::form::{Fault, Field, Form, Section};
use super::super::keeper::Records;
use super::days::{day, day_fields};
use super::frame::Frame;
use super::handover::KEPT;
use super::pick::{self, Kind};
use super::report::{cannot, task, task_file};
use super::{Answer, FormParts, Planned, Screen};
use crate::content::records::TaskRecord;
use crate::fix::entry::{id, scalar};
use crate::fix::list;
use crate::gate::{Changed, Finding};
use crate::model::target::TargetPlace;
use crate::model::{Model, TaskIx};
use crate::output::manifest;
use crate::pipeline::{self, Verdict};
use crate::publish::published::Published;
use crate::site::Site;
use crate::sum::sha256;

/// Maximum number of packages beside the content that are offered.
const MAX_PACKAGES: usize = 10;

/// A published site, or a package of one.
struct Release {
    name: String,
    path: PathBuf,
}

impl Release {
    /// How an address names it.
    fn handle(&self) -> String {
        short_sum(&self.path.display().to_string())
    }
}

/// How an address names a change.
fn named(finding: &Finding) -> String {
    short_sum(&format!("{} {}", finding.subject, finding.write))
}

fn short_sum(text: &str) -> String {
    let mut sum = sha256(text.as_bytes());
    sum.truncate(16);
    sum
}

/// The releases that can be compared with: folders that are published to, the package that was
/// fetched last, and packages beside the content, the newest first.
fn releases(editor: &Editor, model: &Model) -> Vec<Release> {
    let home = editor.content.parent().unwrap_or(Path::new(""));
    let mut all = Vec::new();
    for target in &model.settings.targets {
        if let TargetPlace::Folder { path, .. } = &target.place {
            let path = home.join(path);
            if path.join(manifest::NAME).is_file() {
                all.push(Release { name: target.name.clone(), path });
            }
        }
    }
    let kept = editor.content.join(KEPT);
    if kept.is_file() {
        all.push(Release { name: editor.locale.text("edit-release-kept"), path: kept });
    }
    let home = if home.as_os_str().is_empty() { Path::new(".") } else { home };
    let entries = fs::read_dir(home).into_iter().flatten().flatten();
    let mut zips: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip")))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .collect();
    zips.sort();
    all.extend(zips.into_iter().rev().take(MAX_PACKAGES).map(|(_, path)| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Release { name, path }
    }));
    all
}

/// The releases as links.
pub(super) fn links(editor: &Editor, records: &Records) -> Vec<(String, String)> {
    if records.directives.is_some() {
        // What was published of a portal is compared directive by directive.
        return Vec::new();
    }
    let link = |one: Release| (format!("/thay-doi/so/{}", one.handle()), one.name);
    releases(editor, records.model()).into_iter().map(link).collect()
}

/// Compares the records with a release.
fn compare(editor: &Editor, records: &Records, path: &Path) -> Result<(Site, Verdict), String> {
    let locale = editor.locale;
    let unreadable = || locale.text("edit-release-unreadable");
    if records.loaded.diagnostics.has_errors() {
        return Err(locale.text("edit-release-errors"));
    }
    let earlier = Published::open(path).and_then(|site| pipeline::earlier(&site));
    let earlier = earlier.map_err(|_| unreadable())?;
    let mut model = records.model().clone();
    let as_of = pipeline::as_of(&model, None);
    let assessment =
        pipeline::assess(&mut model, as_of).map_err(|_| locale.text("edit-week-before"))?;
    let site =
        Site::new(model, assessment, &editor.clerk.templates()).map_err(|error| error.message)?;
    let verdict = pipeline::gate(&earlier, &site).map_err(|error| error.message(locale))?;
    Ok((site, verdict))
}

#[derive(Default, Serialize)]
struct View {
    from: String,
    failure: String,
    same: String,
    groups: Vec<Group>,
    held_title: String,
    held: Vec<Held>,
}

#[derive(Serialize)]
struct Group {
    label: String,
    tasks: Vec<(String, String)>,
}

/// A change that the records give no reason for.
#[derive(Serialize)]
struct Held {
    text: String,
    href: String,
    /// Whether the reason can be given in a form.
    has_form: bool,
    file: String,
    lines: String,
}

/// The tasks that changed, by how.
fn groups(editor: &Editor, model: &Model, changed: &Changed) -> Vec<Group> {
    let link = |ix: &TaskIx| (format!("/viec/{}", model[*ix].id), model[*ix].number.clone());
    let mut lists = changed.by_kind();
    // What was added comes first.
    lists.rotate_right(1);
    let lists = lists.into_iter().filter(|(_, tasks)| !tasks.is_empty());
    let mut groups: Vec<Group> = lists
        .map(|(key, tasks)| Group {
            label: format!("{} ({})", editor.locale.text(key), tasks.len()),
            tasks: tasks.iter().map(link).collect(),
        })
        .collect();
    if !changed.gone.is_empty() {
        let label = editor.locale.text("handover-vanished");
        let gone = changed.gone.iter().map(|(number, title)| format!("{number} {title}"));
        let label = format!("{label} ({}): {}", gone.len(), gone.collect::<Vec<_>>().join("; "));
        groups.push(Group { label, tasks: Vec::new() });
    }
    groups
}

/// Shows what the records say otherwise than a release.
pub(super) fn show(
    editor: &Editor,
    records: &Records,
    handle: &str,
    query: &Form,
) -> Option<Answer> {
    let locale = editor.locale;
    let release =
        releases(editor, records.model()).into_iter().find(|one| one.handle() == handle)?;
    let view = match compare(editor, records, &release.path) {
        Err(failure) => View { failure, ..View::default() },
        Ok((site, Verdict { findings, changed })) => {
            let groups = groups(editor, site.model(), &changed);
            let held = findings.iter().map(|finding| {
                let has_form = is_corrected(finding);
                let sum = named(finding);
                Held {
                    text: finding.message(locale),
                    href: match has_form {
                        true => format!("/thay-doi/ly-do/{handle}/{sum}"),
                        false => href_of(&finding.file),
                    },
                    has_form,
                    file: finding.file.clone(),
                    lines: finding.write.clone(),
                }
            });
            let args = [("date", locale.short_date(changed.from).into())];
            View {
                from: locale.format("handover-from", &args),
                failure: String::new(),
                same: match groups.is_empty() {
                    true => locale.text("handover-same"),
                    false => String::new(),
                },
                groups,
                held_title: locale.format("edit-release-held", &[("count", findings.len().into())]),
                held: held.collect(),
            }
        }
    };
    let title = locale.format("edit-release-title", &[("name", (&release.name).into())]);
    let frame = Frame::new(editor, title, "thay-doi", query);
    Some(Answer::page(200, editor.filled("edit/release.html", &frame, &view)))
}

/// Whether a correction is the reason that a change asks for.
fn is_corrected(finding: &Finding) -> bool {
    finding.key == Some("corrections") && finding.write.contains("reason: …")
}

/// The reason for a change of what was published.
pub(super) struct Reason {
    pub(super) release: String,
    pub(super) finding: String,
}

impl Reason {
    fn find(&self, editor: &Editor, records: &Records) -> Option<Finding> {
        let all = releases(editor, records.model());
        let release = all.into_iter().find(|one| one.handle() == self.release)?;
        let (_, verdict) = compare(editor, records, &release.path).ok()?;
        let mut findings = verdict.findings.into_iter().filter(is_corrected);
        findings.find(|one| named(one) == self.finding)
    }

    fn task(finding: &Finding) -> &str {
        finding.subject.strip_prefix("task:").unwrap_or_default()
    }

    fn back(&self) -> String {
        format!("thay-doi/so/{}", self.release)
    }
}

impl Screen for Reason {
    fn path(&self) -> String {
        format!("thay-doi/ly-do/{}/{}", self.release, self.finding)
    }

    fn parts(&self, editor: &Editor, records: &Records, form: &Form) -> FormParts {
        let text = |key: &str| editor.locale.text(key);
        let title = text("edit-release-reason");
        let Some(finding) = self.find(editor, records) else {
            let blocked = Some((text("edit-release-told"), format!("/{}", self.back())));
            return FormParts { title, blocked, ..FormParts::default() };
        };
        let mut fields = vec![Field::area("ly-do", text("edit-reason"), form.raw("ly-do"), 3)];
        fields.extend(day_fields(editor, form, "ngay", text("edit-corrected-on")));
        let document = ("can-cu", text("edit-document-optional"));
        fields.push(pick::field(editor, records, form, document, Kind::Documents, &[]));
        FormParts {
            title,
            intro: vec![finding.message(editor.locale)],
            sections: vec![Section::of(fields)],
            save: text("edit-save-correction"),
            ..FormParts::default()
        }
    }

    fn plan(&self, editor: &Editor, records: &Records, form: &Form) -> Result<Planned, Vec<Fault>> {
        let told = || {
            let text = editor.locale.text("edit-release-told");
            vec![Fault { text, href: format!("/{}", self.back()), ..Fault::default() }]
        };
        let finding = self.find(editor, records).ok_or_else(told)?;
        let (ix, _) = task(records, Reason::task(&finding)).ok_or_else(told)?;
        let mut faults = Vec::new();
        let reason = form.text("ly-do").replace('\n', " ");
        if reason.is_empty() {
            faults.push(Fault::of("ly-do", editor.locale.text("edit-reason-missing")));
        }
        let date = day(editor, records, form, "ngay").unwrap_or_else(|fault| {
            faults.push(fault);
            String::new()
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        // What is to be written stands in the finding, but for what only a person knows.
        let lines = finding.write.lines().map(|line| line.get(2..).unwrap_or_default());
        let mut item: String = lines
            .map(|line| match line {
                "date: …" => format!("date: {date}\n"),
                "reason: …" => format!("reason: {}\n", scalar(&reason, false)),
                line => format!("{line}\n"),
            })
            .collect();
        let recorded = date.parse().map(|day| editor.recording(records).written(day));
        if let Some(recorded) = recorded.ok().filter(|day| !day.is_empty()) {
            item.push_str(&format!("recorded: {recorded}\n"));
        }
        if let Some(document) = pick::chosen(form, "can-cu").first() {
            item.push_str(&format!("document: {}\n", id(document)));
        }
        let items = [item];
        let edit = |old: &str| list::append::<TaskRecord>(old, "corrections", &items);
        let longer =
            pipeline::longer_record(&editor.content, &records.loaded, ix, "corrections", edit);
        let longer = longer.map_err(|error| cannot(editor, &error, &finding.file))?;
        let about = vec![Reason::task(&finding).to_owned()];
        Ok(Planned { files: vec![longer], about, command: "correct", faults: Vec::new() })
    }

    fn input_of(&self, _file: &str, path: &str) -> Option<String> {
        let field = match key_in(path, "corrections")? {
            "date" | "recorded" => "ngay-khac",
            "document" => "can-cu",
            _ => "ly-do",
        };
        Some(field.to_owned())
    }

    fn base(&self, editor: &Editor, records: &Records) -> Option<PathBuf> {
        let finding = self.find(editor, records)?;
        let (ix, _) = task(records, Reason::task(&finding))?;
        Some(task_file(editor, records, ix))
    }

    fn after(&self) -> String {
        self.back()
    }

    fn reviews(&self, _form: &Form) -> bool {
        true
    }
}
