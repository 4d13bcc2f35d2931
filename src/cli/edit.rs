//! `tiendo edit`: the records in the browser on this machine.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::Args;

use super::build::templates_of;
use super::given::today;
use super::publish::now;
use super::report::Report;
use super::rollback::moment;
use super::serve::{Lent, failure, wanted_port};
use super::trouble::{not_written_text, reason};
use super::{Common, Outcome};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::output::replace::ReplaceError;
use crate::serve::{self, Clerk, Listener, Preview, ShownDiagnostic};
use crate::site::Templates;
use crate::source::Sources;

#[derive(Args)]
pub(super) struct EditArguments {
    #[arg(id = "edit_port", long = "port", value_name = "N")]
    port: Option<String>,
    #[arg(id = "edit_open", long = "open")]
    open: bool,
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// What the editor borrows: the clock, and the words of the command line.
struct Desk {
    report: Report,
    templates: Option<PathBuf>,
}

pub(super) fn run(
    arguments: &EditArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let wanted = wanted_port(arguments.port.as_deref(), report)?;
    let content = common.content.clone();
    let preview = Preview { content, templates: arguments.templates.clone(), as_of: None };
    let key = if arguments.open { "edit-opened" } else { "edit-open" };
    let lent = Lent::new(report, arguments.templates.clone(), arguments.open, key);
    let listener = Listener::open(wanted).map_err(|error| failure(&error, &lent))?;
    // The editor answers at the next port, or at any that is free.
    let writer = Listener::open(listener.port.checked_add(1).filter(|_| listener.port > 0));
    let writer = writer.or_else(|_| Listener::open(Some(0)));
    let writer = writer.map_err(|error| failure(&error, &lent))?;
    let locale = Locale::of(report.locale().tag());
    let desk = Desk { report: Report::new(locale), templates: arguments.templates.clone() };
    serve::edit(&preview, (listener, writer), &lent, Arc::new(desk))
        .map_err(|error| failure(&error, &lent))?;
    Ok(Outcome::Fine)
}

impl Clerk for Desk {
    fn today(&self) -> NaiveDate {
        today()
    }

    fn now(&self) -> String {
        now()
    }

    fn moment(&self, when: &str) -> String {
        moment(when, self.report.locale()).unwrap_or_default()
    }

    fn describe(&self, diagnostic: &Diagnostic, sources: &Sources) -> ShownDiagnostic {
        self.report.for_preview(diagnostic, sources)
    }

    fn refused(&self, error: &ReplaceError) -> String {
        not_written_text(error, self.report.locale())
    }

    fn unreadable(&self, error: &io::Error) -> String {
        reason(error, self.report.locale())
    }

    fn templates(&self) -> Templates {
        templates_of(self.templates.as_deref()).unwrap_or_default()
    }
}
