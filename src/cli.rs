//! The command line: arguments, dispatch, and what a result means as an exit code.
//!
//! One command a file; [`report`] is the only printer. `cli` alone may read the clock, and only
//! for `--as-of today`.

mod ask;
mod build;
mod check;
mod diff;
mod explain;
mod export;
mod forecast;
mod gate;
mod import;
mod init;
mod new;
mod package;
mod paper;
#[cfg(feature = "publish")]
mod publish;
mod remind;
mod report;
#[cfg(feature = "publish")]
mod rollback;
mod scope;
#[cfg(feature = "serve")]
mod serve;
mod status;
mod trouble;
mod update;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::content::LoadError;
use crate::locale::Locale;
use crate::pipeline::{self, Loaded};
use crate::vietnamese;
use report::{Color, Report};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything is fine: 0.
    Fine,
    /// The content has errors: 1.
    ContentErrors,
    /// The command was used wrongly: 2.
    WrongUse,
    /// The disk or the network failed: 3.
    Trouble,
}

impl Outcome {
    /// The exit code.
    pub fn code(self) -> u8 {
        match self {
            Outcome::Fine => 0,
            Outcome::ContentErrors => 1,
            Outcome::WrongUse => 2,
            Outcome::Trouble => 3,
        }
    }
}

/// A command that stops where something is wrong, and is fine at its end.
impl From<Result<(), Outcome>> for Outcome {
    fn from(result: Result<(), Outcome>) -> Self {
        result.err().unwrap_or(Outcome::Fine)
    }
}

#[derive(Parser)]
#[command(name = "tiendo", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Subcommand)]
enum Command {
    Build(build::BuildArguments),
    Check(check::CheckArguments),
    Diff(diff::DiffArguments),
    Explain(explain::ExplainArguments),
    Export(export::ExportArguments),
    Forecast(forecast::ForecastArguments),
    Import(import::ImportArguments),
    Init(init::InitArguments),
    New(new::NewArguments),
    Package(package::PackageArguments),
    #[cfg(feature = "publish")]
    Publish(publish::PublishArguments),
    Remind(remind::RemindArguments),
    #[cfg(feature = "publish")]
    Rollback(rollback::RollbackArguments),
    #[cfg(feature = "serve")]
    Serve(serve::ServeArguments),
    Status(status::StatusArguments),
    Update(update::UpdateArguments),
    Verify(verify::VerifyArguments),
}

/// What every command takes.
#[derive(Args)]
struct Common {
    #[arg(long, global = true, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    #[arg(long, global = true, default_value = "vi", value_name = "vi|en")]
    lang: Lang,
    #[arg(long, global = true, default_value = "auto", value_name = "auto|always|never")]
    color: Color,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Vi,
    En,
}

/// The shape of an answer.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person.
    Text,
    /// For a program.
    Json,
}

/// Runs the command line and prints what there is to say.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let locale = Locale::new(language_of(&arguments));
    let report = Report::new(locale);
    let command = speaking(Arguments::command(), report.locale(), "");
    let parsed = command
        .try_get_matches_from(&arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let Arguments { command, common } = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error, &report),
    };
    report.color(common.color);
    match command {
        Command::Build(arguments) => build::run(&arguments, &common, &report),
        Command::Check(arguments) => check::run(&arguments, &common, &report),
        Command::Diff(arguments) => diff::run(&arguments, &common, &report),
        Command::Explain(arguments) => explain::run(&arguments, &common, &report),
        Command::Export(arguments) => export::run(&arguments, &common, &report),
        Command::Forecast(arguments) => forecast::run(&arguments, &common, &report),
        Command::Import(arguments) => import::run(&arguments, &common, &report),
        Command::Init(arguments) => init::run(&arguments, &report),
        Command::New(arguments) => new::run(&arguments, &common, &report),
        Command::Package(arguments) => package::run(&arguments, &common, &report),
        #[cfg(feature = "publish")]
        Command::Publish(arguments) => publish::run(&arguments, &common, &report),
        Command::Remind(arguments) => remind::run(&arguments, &common, &report),
        #[cfg(feature = "publish")]
        Command::Rollback(arguments) => rollback::run(&arguments, &common, &report),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments, &common, &report),
        Command::Status(arguments) => status::run(&arguments, &common, &report),
        Command::Update(arguments) => update::run(&arguments, &common, &report),
        Command::Verify(arguments) => verify::run(&arguments, &report),
    }
}

/// A clap error in the user's language; help and version are no errors.
fn usage(error: &clap::Error, report: &Report) -> Outcome {
    use clap::error::ContextKind;
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (key, value) = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            report.text(&error.render().ansi().to_string());
            return Outcome::Fine;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            report.text(&error.render().ansi().to_string());
            return Outcome::WrongUse;
        }
        ErrorKind::UnknownArgument => ("usage-unknown-argument", context(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => {
            ("usage-unknown-command", context(ContextKind::InvalidSubcommand))
        }
        // `--content` with nothing behind it.
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            ("usage-missing-argument", context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => {
            let known = context(ContextKind::ValidValue);
            let args =
                [("value", context(ContextKind::InvalidValue).into()), ("known", known.into())];
            report.failure(&report.locale().format("usage-bad-choice", &args));
            report.aside(&report.locale().text("usage-see-help"));
            return Outcome::WrongUse;
        }
        ErrorKind::ValueValidation => ("usage-bad-date", context(ContextKind::InvalidValue)),
        ErrorKind::MissingRequiredArgument => {
            ("usage-missing-argument", context(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            let args = [
                ("value", context(ContextKind::InvalidArg).into()),
                ("other", context(ContextKind::PriorArg).into()),
            ];
            report.failure(&report.locale().format("usage-conflict", &args));
            report.aside(&report.locale().text("usage-see-help"));
            return Outcome::WrongUse;
        }
        _ => {
            report.failure(&error.to_string());
            return Outcome::WrongUse;
        }
    };
    report.failure(&report.locale().format(key, &[("value", (&value).into())]));
    report.aside(&report.locale().text("usage-see-help"));
    Outcome::WrongUse
}

/// Gives every command and argument its words.
fn speaking(command: clap::Command, locale: &Locale, path: &str) -> clap::Command {
    let path = format!("{path}{}", command.get_name());
    let is_root = command.has_subcommands();
    let options = locale.text("help-options");
    // What must be there stands in angle brackets, what may be left out in square ones.
    let mut needed: Vec<&clap::Arg> = command
        .get_arguments()
        .filter(|argument| argument.is_positional() || argument.is_required_set())
        .collect();
    needed.sort_by_key(|argument| argument.get_index().unwrap_or(usize::MAX));
    let needed: String = needed.into_iter().map(in_usage).collect();
    let usage = if is_root {
        format!("{path} <{}> [{}]", locale.text("help-command"), locale.text("help-option"))
    } else {
        format!("{path}{needed} [{}]", locale.text("help-option"))
    };
    let flag = |name: &'static str, short, action, key: &str| {
        let flag = clap::Arg::new(name).long(name).short(short).action(action);
        flag.help(locale.text(key)).help_heading(options.clone())
    };
    let command = command
        .about(locale.text(&format!("command-{}", path.rsplit(' ').next().unwrap_or_default())))
        .help_template(locale.text("help-template"))
        .override_usage(usage)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|argument| {
            let key = format!("argument-{}", argument.get_id().as_str().replace('_', "-"));
            let heading = if argument.is_positional() {
                locale.text("help-arguments")
            } else {
                options.clone()
            };
            let argument = argument.help(locale.text(&key)).help_heading(heading);
            if !argument.get_action().takes_values() {
                return argument;
            }
            argument.hide_default_value(true).hide_possible_values(true)
        })
        .arg(flag("help", 'h', clap::ArgAction::Help, "argument-help"));
    if !is_root {
        return command;
    }
    command
        .arg(flag("version", 'V', clap::ArgAction::Version, "argument-version"))
        .subcommand_help_heading(locale.text("help-commands"))
        .arg_required_else_help(true)
        .mut_subcommands(|sub| speaking(sub, locale, &format!("{path} ")))
}

/// An argument as the line of usage names it.
fn in_usage(argument: &clap::Arg) -> String {
    let name = argument.get_value_names().and_then(|names| names.first());
    let name = name.map_or(argument.get_id().as_str(), |name| name.as_str());
    match (argument.get_long(), argument.is_required_set()) {
        (Some(long), _) => format!(" --{long} <{name}>"),
        (None, true) => format!(" <{name}>"),
        (None, false) => format!(" [{name}]"),
    }
}

/// `--lang` is needed before the arguments are parsed, since parsing itself may have to speak.
fn language_of(arguments: &[OsString]) -> &'static str {
    let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(text) = texts.next() {
        let value = match text.strip_prefix("--lang") {
            Some("") => texts.next(),
            Some(rest) => rest.strip_prefix('='),
            None => continue,
        };
        if value == Some("en") {
            return "en";
        }
    }
    "vi"
}

/// A date, or `today`.
fn parse_as_of(text: &str) -> Result<NaiveDate, String> {
    if text == "today" {
        // The one place that may read the clock.
        #[expect(clippy::disallowed_methods, reason = "--as-of today asks for the clock")]
        return Ok(chrono::Local::now().date_naive());
    }
    vietnamese::parse_date(text).map_err(|_| String::new())
}

/// Reads the content folder; on trouble says so.
fn load(common: &Common, report: &Report) -> Result<Loaded, Outcome> {
    pipeline::load(&common.content).map_err(|error| unreadable(&error, report))
}

/// Says that the content folder itself cannot be read.
fn unreadable(error: &LoadError, report: &Report) -> Outcome {
    let args = [
        ("path", (&error.path).into()),
        ("reason", trouble::reason(&error.error, report.locale()).into()),
    ];
    report.failure(&report.locale().format("trouble-content", &args));
    Outcome::Trouble
}

/// The same, for commands that have nothing to say about content with errors but the errors.
fn load_sound(common: &Common, report: &Report) -> Result<Loaded, Outcome> {
    let loaded = load(common, report)?;
    if loaded.diagnostics.has_errors() {
        report.complaints(&loaded.diagnostics, &loaded.sources);
        return Err(Outcome::ContentErrors);
    }
    Ok(loaded)
}

/// Judges everything on the date wanted; on a date before the directive says so.
fn assess(
    loaded: &Loaded,
    wanted: Option<NaiveDate>,
    report: &Report,
) -> Result<crate::assess::Assessment, Outcome> {
    let as_of = pipeline::as_of(&loaded.model, wanted);
    pipeline::assess(&loaded.model, as_of).map_err(|error| {
        let locale = report.locale();
        let args = [
            ("date", locale.short_date(error.as_of).into()),
            ("directive", locale.short_date(error.directive).into()),
        ];
        report.failure(&locale.format("trouble-before-directive", &args));
        Outcome::WrongUse
    })
}
