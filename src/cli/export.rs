//! `tiendo export FILE.xlsx`: the tracker as a workbook, to be continued and read again by `import`.

use std::path::PathBuf;

use clap::Args;

use super::deliver::{deliver, expect_ending};
use super::given::GivenDay;
use super::report::Report;
use super::scope::ScopeArguments;
use super::{Common, Outcome, assess, directive, load_sound};
use crate::export;
use crate::model::TaskIx;
use crate::vietnamese::slug;

#[derive(Args)]
pub(super) struct ExportArguments {
    #[arg(id = "export_to", value_name = "FILE.xlsx")]
    to: Option<PathBuf>,
    #[command(flatten)]
    scope: ScopeArguments,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
    #[arg(long)]
    replace: bool,
}

pub(super) fn run(
    arguments: &ExportArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    if let Some(to) = &arguments.to {
        expect_ending(to, "xlsx", "export-ending", report)?;
    }
    let mut loaded = load_sound(common, report)?;
    let assessment = assess(&mut loaded, arguments.as_of.clone(), common, report)?;
    let model = &loaded.model;
    let scope = arguments.scope.find(model, report)?;
    scope.tell_successor(model, assessment.as_of, report);
    let tasks: Vec<TaskIx> = (model.tasks())
        .filter(|(ix, task)| scope.holds(task, &assessment[*ix]))
        .map(|(ix, _)| ix)
        .collect();
    let bytes = export::workbook(model, &assessment, &tasks, locale.tag())
        .unwrap_or_else(|error| unreachable!("sheets are kept within limits: {error}"));
    let to = arguments.to.clone().unwrap_or_else(|| {
        let number = slug(&model.directive.number);
        format!("theo-doi-{number}-{}.xlsx", assessment.as_of).into()
    });
    deliver(&to, &bytes, arguments.replace, report)?;
    let restricted = tasks.iter().filter(|task| model[**task].restricted).count();
    let args = [
        ("file", to.display().to_string().into()),
        ("tasks", tasks.len().into()),
        ("day", locale.short_date(assessment.as_of).into()),
        ("directive", directive::option(common).into()),
        ("count", restricted.into()),
    ];
    report.text(&locale.format("export-done", &args));
    if restricted > 0 {
        report.text(&locale.format("export-done-restricted", &args));
    }
    Ok(Outcome::Fine)
}
