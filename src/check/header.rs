//! Links `site.yaml` and `directive.yaml`.

use chrono::NaiveDate;

use super::context::Context;
use super::fields::{self, join};
use super::{references, rules, targets};
use crate::content::Content;
use crate::content::records::{LabelRecord, LicenceRecord, PriorityRecord, SiteRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::settings::{Licence, Thresholds};
use crate::model::{
    Directive, Frequency, Id, Label, Language, Membership, Period, Priority, PriorityIx, Section,
    Settings, Signer, VISIBILITY,
};
use crate::source::FileId;

pub(super) fn settings(cx: &mut Context<'_>, content: &Content) -> Settings {
    let mut settings = Settings {
        portal: None,
        title: String::new(),
        publisher: None,
        contact: None,
        base_url: None,
        language: Language::default(),
        twin: None,
        notice: None,
        logo: None,
        as_of: None,
        next_update: None,
        periods: Vec::new(),
        synonyms: Vec::new(),
        thresholds: Thresholds::default(),
        licence: None,
        targets: Vec::new(),
    };
    let Some(loaded) = &content.site else { return settings };
    let (site, file) = (&loaded.record, loaded.file);
    settings.title = fields::wanted(cx, &site.title, file, "title").unwrap_or_default();
    settings.publisher = fields::trimmed(&site.publisher);
    settings.contact = fields::trimmed(&site.contact);
    let address = fields::url(cx, &site.base_url, file, "base_url").filter(|address| {
        let diagnostic = rules::base_url::diagnostic(address, Place::value(file, "base_url"));
        let fine = diagnostic.is_none();
        cx.diagnostics.extend(diagnostic);
        fine
    });
    settings.base_url = address.map(|mut url| {
        if !url.ends_with('/') {
            url.push('/');
        }
        url
    });
    settings.language =
        fields::choice(cx, &site.language, &Language::ALL, file, "language").unwrap_or_default();
    settings.notice = fields::trimmed(&site.notice);
    settings.logo = references::attachment(cx, &site.logo, file, "logo");
    settings.as_of = fields::date(cx, &site.as_of, file, "as_of");
    settings.next_update = fields::date(cx, &site.next_update, file, "next_update");
    for (n, period) in site.periods.iter().flatten().enumerate() {
        let place = Place::value(file, format!("periods[{n}]"));
        settings.periods.extend(fields::read_date(cx, period.trim(), place));
    }
    settings.periods.sort_unstable();
    settings.periods.dedup();
    let phrases = |line: &String| line.split('=').map(|p| p.trim().to_owned()).collect();
    settings.synonyms = site.synonyms.iter().flatten().map(phrases).collect();
    settings.thresholds = thresholds(cx, site, file);
    settings.licence = site.licence.as_ref().and_then(|record| licence(cx, record, file));
    settings.targets = targets::link(cx, site.targets.as_deref().unwrap_or_default(), file);
    settings
}

/// Returns the portal to which the directive belongs.
pub(super) fn membership(content: &Content, settings: &Settings) -> Option<Membership> {
    let id = Id::parse(content.id.as_deref()?).ok()?;
    Some(Membership { id, title: settings.title.clone() })
}

/// Reads the site's thresholds. A threshold that is absent or invalid gets its default.
fn thresholds(cx: &mut Context<'_>, site: &SiteRecord, file: FileId) -> Thresholds {
    let defaults = Thresholds::default();
    Thresholds {
        due_soon_days: fields::number(cx, &site.due_soon_days, 0..=365, file, "due_soon_days")
            .unwrap_or(defaults.due_soon_days),
        stale_after_days: fields::number(
            cx,
            &site.stale_after_days,
            1..=3650,
            file,
            "stale_after_days",
        )
        .unwrap_or(defaults.stale_after_days),
        report_every: fields::choice(cx, &site.report_every, &Frequency::ALL, file, "report_every")
            .unwrap_or(defaults.report_every),
        cycle_day: fields::number(cx, &site.cycle_day, 1..=28, file, "cycle_day")
            .unwrap_or(defaults.cycle_day),
        seriously_late_days: fields::number(
            cx,
            &site.seriously_late_days,
            0..=3650,
            file,
            "seriously_late_days",
        )
        .unwrap_or(defaults.seriously_late_days),
        evidence_required: fields::yes_or_no(
            cx,
            &site.evidence_required,
            file,
            "evidence_required",
        )
        .unwrap_or(defaults.evidence_required),
    }
}

/// Reads the licence, which needs both a name and an address.
fn licence(cx: &mut Context<'_>, record: &LicenceRecord, file: FileId) -> Option<Licence> {
    let name = fields::required(cx, &record.name, file, "licence", "name");
    let url = fields::required(cx, &record.url, file, "licence", "url");
    let url = url.and_then(|url| fields::url(cx, &Some(url), file, "licence.url"));
    Some(Licence { name: name?, url: url? })
}

pub(super) fn directive(cx: &mut Context<'_>, content: &Content) -> (Directive, Vec<Priority>) {
    let mut directive = Directive {
        number: String::new(),
        date: NaiveDate::default(),
        place: None,
        subject: String::new(),
        kind: None,
        issuer: None,
        signer: None,
        period: Period::default(),
        recipients: Vec::new(),
        basis: Vec::new(),
        priority_label: None,
        task_label: None,
        section_label: None,
        file: content.directive.as_ref().map(|loaded| loaded.file),
    };
    let Some(loaded) = &content.directive else { return (directive, Vec::new()) };
    let (record, file) = (&loaded.record, loaded.file);
    directive.number = fields::required(cx, &record.number, file, "", "number").unwrap_or_default();
    directive.date = fields::required_date(cx, &record.date, file, "", "date").unwrap_or_default();
    directive.place = fields::trimmed(&record.place);
    directive.kind = fields::trimmed(&record.kind);
    directive.subject =
        fields::wanted(cx, &record.subject, file, "subject").unwrap_or_else(|| directive.name());
    directive.issuer = fields::trimmed(&record.issuer);
    if let Some(signer) = &record.signer {
        let name = fields::trimmed(&signer.name);
        if name.is_none() && !fields::was_left_out(cx, file, "signer", "name") {
            let place = Place::key(file, "signer");
            let diagnostic = Diagnostic::of(&rules::signer_without_name::RULE, place);
            let title = fields::trimmed(&signer.title).unwrap_or_default();
            let holds = if title.is_empty() { "nothing" } else { "title" };
            cx.diagnostics.push(diagnostic.arg("title", title).arg("holds", holds));
        }
        directive.signer = Some(Signer { title: fields::trimmed(&signer.title), name });
    }
    if let Some(period) = &record.period {
        directive.period = Period {
            from: fields::date(cx, &period.from, file, "period.from"),
            to: fields::date(cx, &period.to, file, "period.to"),
        };
        let day = |day, key: &'static str| (day, key, Place::value(file, join("period", key)));
        let (from, to) = (day(directive.period.from, "from"), day(directive.period.to, "to"));
        cx.diagnostics.extend(rules::dates_reversed::diagnostic(from, to));
    }
    directive.recipients = record
        .recipients
        .iter()
        .flatten()
        .filter_map(|r| fields::trimmed(&Some(r.clone())))
        .collect();
    directive.basis = references::all(cx, |known| &known.documents, &record.basis, file, "basis");
    if let Some(labels) = &record.labels {
        directive.priority_label = label(cx, &labels.priority, file, "labels.priority");
        directive.task_label = label(cx, &labels.task, file, "labels.task");
        directive.section_label = label(cx, &labels.section, file, "labels.section");
    }
    refuse_date_before_directive(cx, content, &directive);
    let priorities = priorities(cx, content);
    (directive, priorities)
}

/// Reads the reporting cycles of the directive, which go before those of the site.
pub(super) fn directive_cycles(
    cx: &mut Context<'_>,
    content: &Content,
    thresholds: &mut Thresholds,
) {
    let Some(loaded) = &content.directive else { return };
    let (record, file) = (&loaded.record, loaded.file);
    let every = fields::choice(cx, &record.report_every, &Frequency::ALL, file, "report_every");
    let day = fields::number(cx, &record.cycle_day, 1..=28, file, "cycle_day");
    thresholds.report_every = every.unwrap_or(thresholds.report_every);
    thresholds.cycle_day = day.unwrap_or(thresholds.cycle_day);
}

fn label(
    cx: &mut Context<'_>,
    label: &Option<LabelRecord>,
    file: FileId,
    path: &str,
) -> Option<Label> {
    let label = label.as_ref()?;
    let one = fields::required(cx, &label.one, file, path, "one");
    let many = fields::trimmed(&label.many);
    one.map(|one| Label { many: many.unwrap_or_else(|| one.clone()), one })
}

/// Whether the directive's date could be read.
pub(super) fn has_date(content: &Content) -> bool {
    let date = content.directive.as_ref().and_then(|d| d.record.date.as_deref());
    date.is_some_and(|date| crate::vietnamese::parse_date(date.trim()).is_ok())
}

fn refuse_date_before_directive(cx: &mut Context<'_>, content: &Content, directive: &Directive) {
    // In a portal it does not exist on an earlier day.
    let is_alone = content.id.is_none();
    let Some(site) = content.site.as_ref().filter(|_| is_alone && has_date(content)) else {
        return;
    };
    let as_of = site.record.as_of.as_deref().map(|day| crate::vietnamese::parse_date(day.trim()));
    if let Some(Ok(as_of)) = as_of {
        let diagnostic = rules::as_of_before_directive::diagnostic(
            as_of,
            site.file,
            directive.date,
            directive.file,
        );
        cx.diagnostics.extend(diagnostic);
    }
}

/// Links the priorities that `tasks_and_priorities` has registered.
fn priorities(cx: &mut Context<'_>, content: &Content) -> Vec<Priority> {
    let Some(loaded) = &content.directive else { return Vec::new() };
    let file = loaded.file;
    let mut priorities: Vec<Priority> = Vec::new();
    let mut seen: std::collections::BTreeMap<String, Place> = std::collections::BTreeMap::new();
    for (n, record) in loaded.record.priorities.iter().flatten().enumerate() {
        let path = format!("priorities[{n}]");
        let title = fields::required(cx, &record.title, file, &path, "title").unwrap_or_default();
        let restricted =
            fields::choice(cx, &record.visibility, &VISIBILITY, file, &join(&path, "visibility"))
                .unwrap_or_default();
        let sections = sections(cx, record, file, &path, &mut seen);
        let Some(id) = fields::trimmed(&record.id) else { continue };
        if cx.known.priorities.get(&id) != Some(PriorityIx(priorities.len())) {
            continue;
        }
        let Ok(id) = crate::model::Id::parse(&id) else { continue };
        priorities.push(Priority {
            number: fields::trimmed(&record.number).unwrap_or_else(|| id.to_string()),
            id,
            title,
            summary: fields::trimmed(&record.summary),
            restricted,
            no_tasks: fields::trimmed(&record.no_tasks),
            sections,
            tasks: Vec::new(),
        });
    }
    priorities
}

/// Links the sections of a priority. Their ids are unique in the directive.
fn sections(
    cx: &mut Context<'_>,
    record: &PriorityRecord,
    file: FileId,
    path: &str,
    seen: &mut std::collections::BTreeMap<String, Place>,
) -> Vec<Section> {
    let mut sections = Vec::new();
    for (n, record) in record.sections.iter().flatten().enumerate() {
        let path = format!("{path}.sections[{n}]");
        let title = fields::required(cx, &record.title, file, &path, "title");
        let Some(text) = fields::required(cx, &record.id, file, &path, "id") else { continue };
        let place = Place::value(file, join(&path, "id"));
        let Ok(id) = Id::parse(&text) else {
            cx.diagnostics.push(rules::bad_id::diagnostic(&text, place));
            continue;
        };
        if let Some(first) = seen.get(&text) {
            cx.diagnostics.push(rules::doubled_id::diagnostic(&text, place, first.clone()));
            continue;
        }
        seen.insert(text, place);
        let number = fields::trimmed(&record.number).unwrap_or_else(|| id.to_string());
        sections.push(Section { id, number, title: title.unwrap_or_default() });
    }
    sections
}
