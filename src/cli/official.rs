//! `tiendo report`: the progress report for Word, ready for a number and a signature.

use std::path::PathBuf;

use clap::Args;

use super::deliver::{deliver, expect_ending};
use super::given::{Given, GivenDay};
use super::report::Report;
use super::{Common, Outcome, before_directive, load_sound, scope};
use crate::assess::{Changes, assess_as_known};
use crate::export::report::{ProgressReport, file_name};
use crate::pipeline;
use crate::site::situation::date_before;
use crate::site::words::Words;

#[derive(Args)]
pub(super) struct ReportArguments {
    #[arg(long)]
    full: bool,
    #[arg(id = "report_since", long = "since", value_name = "DATE", value_parser = GivenDay::parse)]
    since: Option<GivenDay>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(long, value_name = "ID")]
    agency: Option<String>,
    #[arg(id = "report_to", long = "output", value_name = "FILE.docx")]
    output: Option<PathBuf>,
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(
    arguments: &ReportArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    if let Some(to) = &arguments.output {
        expect_ending(to, "docx", "report-docx-ending", report)?;
    }
    let loaded = load_sound(common, report)?;
    let model = &loaded.model;
    let given = Given { model, report };
    let agency = arguments.agency.as_deref().map(|wanted| given.agency(wanted)).transpose();
    let agency = agency.map_err(|refusal| refusal.fail(report))?;
    let as_of = arguments.as_of.as_ref().map(|day| day.date(model, report));
    let as_of = pipeline::as_of(model, as_of);
    let since = arguments.since.as_ref().map(|day| day.date(model, report));
    let since = since.unwrap_or_else(|| date_before(model, as_of));
    let judged = |on| {
        assess_as_known(model, on, on).map_err(|error| {
            before_directive(&error, report);
            Outcome::WrongUse
        })
    };
    let after = judged(as_of)?;
    if since > as_of {
        let (from, to) = (locale.short_date(since), locale.short_date(as_of));
        let args = [("from", from.into()), ("to", to.into())];
        report.failure(&locale.format("report-wrong-order", &args));
        return Err(Outcome::WrongUse);
    }
    let before = judged(since)?;
    let model = &*after.model;
    if let Some(agency) = agency
        && let Some(handed_over) = scope::handed_over(model, agency, as_of)
    {
        report.aside(&handed_over.sentence(model, agency, locale));
    }
    let words = Words::new(model, locale.tag());
    let changes = Changes::between(before.both(), after.both());
    let assessment = &after.assessment;
    let about = ProgressReport { model, assessment, changes: &changes, agency, words: &words };
    let written = if arguments.full { about.full() } else { about.one_page() };
    let written =
        written.unwrap_or_else(|error| unreachable!("a document can always be written: {error}"));
    let id = agency.map(|agency| model[agency].id.as_str());
    let to = arguments.output.clone().unwrap_or_else(|| file_name(id, as_of).into());
    deliver(&to, &written.bytes, arguments.replace, report)?;
    let args = [
        ("file", to.display().to_string().into()),
        ("day", locale.short_date(as_of).into()),
        ("since", locale.short_date(since).into()),
    ];
    report.text(&words.say("report-done", &args));
    if written.left > 0 {
        let agency = id.map_or_else(String::new, |id| format!(" --agency {id}"));
        let command = format!("tiendo report --full{agency}");
        let args = [("n", written.left.into()), ("command", command.into())];
        report.text(&words.say("report-done-left", &args));
    }
    if written.restricted > 0 {
        report.text(&words.count("report-done-restricted", written.restricted as u64));
    }
    Ok(Outcome::Fine)
}
