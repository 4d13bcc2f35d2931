//! `tiendo serve`: the preview in a browser on this machine.

use std::path::PathBuf;

use clap::Args;

use super::build::{chain, templates_of};
use super::given::GivenDay;
use super::report::Report;
use super::trouble::reason;
use super::{Common, Outcome, load};
use crate::content::LoadError;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::locale::Locale;
use crate::serve::{
    self, EditError, Error, Host, Listener, PORT, Preview, ShownDiagnostic, Trouble,
};
use crate::site::Templates;
use crate::source::Sources;

#[derive(Args)]
pub(super) struct ServeArguments {
    #[arg(long, value_name = "N")]
    port: Option<String>,
    #[arg(long)]
    open: bool,
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    #[arg(long, value_name = "DATE|today", value_parser = GivenDay::parse)]
    as_of: Option<GivenDay>,
}

/// The host of the preview: language, printer and templates of the command line.
pub(super) struct Lent<'a> {
    report: &'a Report,
    templates: Option<PathBuf>,
    opens: bool,
    /// The key of the sentence with the address.
    opened: &'static str,
}

impl<'a> Lent<'a> {
    pub(super) fn new(
        report: &'a Report,
        templates: Option<PathBuf>,
        opens: bool,
        opened: &'static str,
    ) -> Self {
        Lent { report, templates, opens, opened }
    }
}

/// The port that was asked for.
pub(super) fn wanted_port(given: Option<&str>, report: &Report) -> Result<Option<u16>, Outcome> {
    given.map(str::parse::<u16>).transpose().map_err(|_| {
        let value = given.unwrap_or_default();
        report.failure(&report.locale().format("usage-bad-port", &[("value", value.into())]));
        Outcome::WrongUse
    })
}

pub(super) fn run(
    arguments: &ServeArguments,
    common: &Common,
    report: &Report,
) -> Result<Outcome, Outcome> {
    let locale = report.locale();
    let wanted = wanted_port(arguments.port.as_deref(), report)?;
    // A day without a year is completed from the records.
    let as_of = match &arguments.as_of {
        None => None,
        Some(day) => Some(day.date(&load(common, report)?.model, report)),
    };
    let preview =
        Preview { content: common.content.clone(), templates: arguments.templates.clone(), as_of };
    let lent = Lent::new(report, arguments.templates.clone(), arguments.open, "serve-open");
    let listener = Listener::open(wanted).map_err(|error| failure(&error, &lent))?;
    if wanted.is_none() && listener.port != PORT {
        let args = [("port", plain(PORT).into()), ("taken", plain(listener.port).into())];
        report.aside(&locale.format("serve-other-port", &args));
    }
    serve::serve(&preview, listener, &lent).map_err(|error| failure(&error, &lent))?;
    Ok(Outcome::Fine)
}

pub(super) fn failure(error: &Error, lent: &Lent<'_>) -> Outcome {
    let locale = lent.report.locale();
    let text = match error {
        Error::Port { port, error } if error.kind() == std::io::ErrorKind::AddrInUse => {
            locale.format("trouble-port-taken", &[("port", plain(*port).into())])
        }
        Error::Port { port, error } => {
            let args = [("port", plain(*port).into()), ("reason", reason(error, locale).into())];
            locale.format("trouble-port", &args)
        }
        Error::Beginning(trouble) => {
            lent.report.failure(&lent.trouble(trouble));
            return match trouble {
                Trouble::Date(_) => Outcome::WrongUse,
                Trouble::Content(_) | Trouble::Template(_) => Outcome::Trouble,
            };
        }
        Error::Edit(EditError::Content(error)) => {
            lent.report.failure(&lent.trouble_of_content(error));
            return Outcome::Trouble;
        }
        Error::Edit(EditError::Template(error)) => {
            locale.format("trouble-template", &[("reason", (&error.message).into())])
        }
        Error::System(error) | Error::Edit(EditError::System(error)) => {
            locale.format("trouble-serve", &[("reason", reason(error, locale).into())])
        }
    };
    lent.report.failure(&text);
    Outcome::Trouble
}

/// Formatted as text, since a port gets no thousands separator.
fn plain(port: u16) -> String {
    port.to_string()
}

impl Lent<'_> {
    fn trouble_of_content(&self, error: &LoadError) -> String {
        let locale = self.report.locale();
        let why = reason(&error.error, locale);
        let args = [("path", (&error.path).into()), ("reason", why.into())];
        locale.format("trouble-content", &args)
    }
}

impl Host for Lent<'_> {
    fn locale(&self) -> &Locale {
        self.report.locale()
    }

    fn templates(&self) -> Result<Templates, String> {
        templates_of(self.templates.as_deref())
            .map_err(|unusable| unusable.message(self.report.locale()))
    }

    fn trouble(&self, trouble: &Trouble) -> String {
        let locale = self.report.locale();
        match trouble {
            Trouble::Content(error) => self.trouble_of_content(error),
            Trouble::Date(error) => {
                let args = [
                    ("date", locale.short_date(error.as_of).into()),
                    ("directive", locale.short_date(error.directive).into()),
                ];
                locale.format("trouble-before-directive", &args)
            }
            Trouble::Template(text) => {
                locale.format("trouble-template", &[("reason", text.into())])
            }
        }
    }

    fn describe(&self, diagnostic: &Diagnostic, sources: &Sources) -> ShownDiagnostic {
        self.report.for_preview(diagnostic, sources)
    }

    fn print_diagnostics(&self, diagnostics: &Diagnostics, sources: &Sources) {
        self.report.print_diagnostics_down_to(Severity::Error, diagnostics, sources);
    }

    fn line(&self, text: &str) {
        self.report.text(text);
    }

    fn failure(&self, text: &str) {
        self.report.failure(text);
    }

    fn opened(&self, address: &str) {
        let locale = self.report.locale();
        self.report.text(&locale.format(self.opened, &[("address", address.into())]));
        if self.opens
            && let Err(error) = open::that_detached(address)
        {
            let args = [("reason", chain(&error).into())];
            self.report.aside(&locale.format("serve-no-browser", &args));
        }
    }
}
