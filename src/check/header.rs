//! Links `site.yaml` and `directive.yaml`.

use chrono::NaiveDate;

use super::linker::{Linker, join};
use super::rules;
use crate::content::Content;
use crate::content::records::{LabelRecord, LicenceRecord};
use crate::diagnostic::{Diagnostic, Place};
use crate::model::settings::{Licence, Thresholds};
use crate::model::{
    AttachmentIx, Directive, Frequency, Label, Language, Period, Priority, PriorityIx, Settings,
    Signer, VISIBILITY,
};
use crate::source::FileId;

impl Linker<'_> {
    pub(super) fn settings(&mut self, content: &Content) -> Settings {
        let mut settings = Settings {
            title: String::new(),
            publisher: None,
            contact: None,
            base_url: None,
            language: Language::default(),
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
        settings.title = self.wanted(&site.title, file, "title").unwrap_or_default();
        settings.publisher = Self::text(&site.publisher);
        settings.contact = Self::text(&site.contact);
        let address = self.url(&site.base_url, file, "base_url").filter(|address| {
            let fault = rules::base_url::complaint(address, Place::value(file, "base_url"));
            let fine = fault.is_none();
            self.faults.extend(fault);
            fine
        });
        settings.base_url = address.map(|mut url| {
            if !url.ends_with('/') {
                url.push('/');
            }
            url
        });
        settings.language =
            self.choice(&site.language, &Language::ALL, file, "language").unwrap_or_default();
        settings.notice = Self::text(&site.notice);
        settings.logo = self.attachment(&site.logo, file, "logo");
        settings.as_of = self.date(&site.as_of, file, "as_of");
        settings.next_update = self.date(&site.next_update, file, "next_update");
        for (n, period) in site.periods.iter().flatten().enumerate() {
            let place = Place::value(file, format!("periods[{n}]"));
            settings.periods.extend(self.read_date(period.trim(), place));
        }
        settings.periods.sort_unstable();
        settings.periods.dedup();
        let phrases = |line: &String| line.split('=').map(|p| p.trim().to_owned()).collect();
        settings.synonyms = site.synonyms.iter().flatten().map(phrases).collect();

        let defaults = Thresholds::default();
        settings.thresholds = Thresholds {
            due_soon_days: self
                .number(&site.due_soon_days, 0..=365, file, "due_soon_days")
                .unwrap_or(defaults.due_soon_days),
            stale_after_days: self
                .number(&site.stale_after_days, 1..=3650, file, "stale_after_days")
                .unwrap_or(defaults.stale_after_days),
            report_every: self
                .choice(&site.report_every, &Frequency::ALL, file, "report_every")
                .unwrap_or(defaults.report_every),
            cycle_day: self
                .number(&site.cycle_day, 1..=28, file, "cycle_day")
                .unwrap_or(defaults.cycle_day),
            seriously_late_days: self
                .number(&site.seriously_late_days, 0..=3650, file, "seriously_late_days")
                .unwrap_or(defaults.seriously_late_days),
            evidence_required: self
                .yes_or_no(&site.evidence_required, file, "evidence_required")
                .unwrap_or(defaults.evidence_required),
        };
        settings.licence = site.licence.as_ref().and_then(|licence| self.licence(licence, file));
        settings.targets = self.targets(site.targets.as_deref().unwrap_or_default(), file);
        settings
    }

    /// A name without an address, or an address without a name, is no licence.
    fn licence(&mut self, record: &LicenceRecord, file: FileId) -> Option<Licence> {
        let name = self.required(&record.name, file, "licence", "name");
        let url = self.required(&record.url, file, "licence", "url");
        let url = url.and_then(|url| self.url(&Some(url), file, "licence.url"));
        Some(Licence { name: name?, url: url? })
    }

    pub(super) fn directive(&mut self, content: &Content) -> (Directive, Vec<Priority>) {
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
            file: content.directive.as_ref().map(|loaded| loaded.file),
        };
        let Some(loaded) = &content.directive else { return (directive, Vec::new()) };
        let (record, file) = (&loaded.record, loaded.file);
        directive.number = self.required(&record.number, file, "", "number").unwrap_or_default();
        directive.date = self.required_date(&record.date, file, "", "date").unwrap_or_default();
        directive.place = Self::text(&record.place);
        directive.kind = Self::text(&record.kind);
        directive.subject =
            self.wanted(&record.subject, file, "subject").unwrap_or_else(|| directive.name());
        directive.issuer = Self::text(&record.issuer);
        if let Some(signer) = &record.signer {
            let name = Self::text(&signer.name);
            if name.is_none() && !self.was_left_out(file, "signer", "name") {
                let place = Place::key(file, "signer");
                let fault = Diagnostic::of(&rules::signer_without_name::RULE, place);
                let title = Self::text(&signer.title).unwrap_or_default();
                let holds = if title.is_empty() { "nothing" } else { "title" };
                self.faults.push(fault.arg("title", title).arg("holds", holds));
            }
            directive.signer = Some(Signer { title: Self::text(&signer.title), name });
        }
        if let Some(period) = &record.period {
            directive.period = Period {
                from: self.date(&period.from, file, "period.from"),
                to: self.date(&period.to, file, "period.to"),
            };
            let day = |day, key: &'static str| (day, key, Place::value(file, join("period", key)));
            let (from, to) = (day(directive.period.from, "from"), day(directive.period.to, "to"));
            self.faults.extend(rules::dates_reversed::complaint(from, to));
        }
        directive.recipients = record
            .recipients
            .iter()
            .flatten()
            .filter_map(|r| Self::text(&Some(r.clone())))
            .collect();
        directive.basis = self.references(|l| &l.documents, &record.basis, file, "basis");
        if let Some(labels) = &record.labels {
            directive.priority_label = self.label(&labels.priority, file, "labels.priority");
            directive.task_label = self.label(&labels.task, file, "labels.task");
        }
        self.refuse_date_before_directive(content, &directive);
        let priorities = self.priorities(content);
        (directive, priorities)
    }

    fn label(&mut self, label: &Option<LabelRecord>, file: FileId, path: &str) -> Option<Label> {
        let label = label.as_ref()?;
        let one = self.required(&label.one, file, path, "one");
        let many = Self::text(&label.many);
        one.map(|one| Label { many: many.unwrap_or_else(|| one.clone()), one })
    }

    /// Whether the directive's date could be read.
    pub(super) fn has_date(&self, content: &Content) -> bool {
        let date = content.directive.as_ref().and_then(|d| d.record.date.as_deref());
        date.is_some_and(|date| crate::vietnamese::parse_date(date.trim()).is_ok())
    }

    fn refuse_date_before_directive(&mut self, content: &Content, directive: &Directive) {
        let Some(site) = content.site.as_ref().filter(|_| self.has_date(content)) else { return };
        let as_of =
            site.record.as_of.as_deref().map(|day| crate::vietnamese::parse_date(day.trim()));
        if let Some(Ok(as_of)) = as_of {
            let fault = rules::as_of_before_directive::complaint(as_of, site.file, directive);
            self.faults.extend(fault);
        }
    }

    /// The priorities whose ids `tasks_and_priorities` has registered.
    fn priorities(&mut self, content: &Content) -> Vec<Priority> {
        let Some(loaded) = &content.directive else { return Vec::new() };
        let file = loaded.file;
        let mut priorities: Vec<Priority> = Vec::new();
        for (n, record) in loaded.record.priorities.iter().flatten().enumerate() {
            let path = format!("priorities[{n}]");
            let title = self.required(&record.title, file, &path, "title").unwrap_or_default();
            let restricted = self
                .choice(&record.visibility, &VISIBILITY, file, &join(&path, "visibility"))
                .unwrap_or_default();
            let Some(id) = Self::text(&record.id) else { continue };
            if self.priorities.get(&id) != Some(PriorityIx(priorities.len())) {
                continue;
            }
            let Ok(id) = crate::model::Id::parse(&id) else { continue };
            priorities.push(Priority {
                number: Self::text(&record.number).unwrap_or_else(|| id.to_string()),
                id,
                title,
                summary: Self::text(&record.summary),
                restricted,
                no_tasks: Self::text(&record.no_tasks),
                tasks: Vec::new(),
            });
        }
        priorities
    }

    /// The attachment that a path means.
    pub(super) fn attachment(
        &mut self,
        text: &Option<String>,
        file: FileId,
        path: &str,
    ) -> Option<AttachmentIx> {
        let text = Self::text(text)?;
        self.reference(|l| &l.attachments, &text, Place::value(file, path))
    }
}
