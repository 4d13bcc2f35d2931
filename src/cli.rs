//! The command line: arguments, dispatch and exit codes.
//!
//! Each command has a file of its own; only [`report`] prints. `cli` alone may read the clock, and only
//! for `--as-of today`.

mod ask;
mod build;
mod change;
mod check;
mod completions;
mod deliver;
mod diff;
mod directive;
mod draft;
mod due;
#[cfg(feature = "serve")]
mod edit;
mod evidence;
mod explain;
mod export;
mod extend;
mod forecast;
mod gate;
mod given;
mod import;
mod init;
mod menu;
mod new;
mod official;
mod package;
mod paper;
mod publish;
mod published;
mod recorded;
mod remind;
mod report;
mod rollback;
mod schema;
mod scope;
#[cfg(feature = "serve")]
mod serve;
mod status;
mod target;
mod trouble;
mod undo;
mod update;
mod verify;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::assess::BeforeDirective;
use crate::content::LoadError;
use crate::diagnostic::nearest;
use crate::locale::Locale;
use crate::pipeline::{self, Loaded};
use crate::reading::words::fixed_word;
use given::{BadDay, GivenDay};
use report::{Color, Report};

/// Commands that read no records.
const WITHOUT_CONTENT: [&str; 5] = ["completions", "draft", "init", "man", "verify"];

/// Options that tell where records are.
const OF_CONTENT: [&str; 2] = ["content", "directive"];

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
    Completions(completions::CompletionsArguments),
    Diff(diff::DiffArguments),
    Draft(draft::DraftArguments),
    #[cfg(feature = "serve")]
    Edit(edit::EditArguments),
    Explain(explain::ExplainArguments),
    Export(export::ExportArguments),
    Extend(extend::ExtendArguments),
    Forecast(forecast::ForecastArguments),
    Import(import::ImportArguments),
    Init(init::InitArguments),
    Man(completions::ManArguments),
    New(Box<new::NewArguments>),
    Package(package::PackageArguments),
    Publish(publish::PublishArguments),
    Remind(remind::RemindArguments),
    Report(official::ReportArguments),
    Rollback(rollback::RollbackArguments),
    Schema(schema::SchemaArguments),
    #[cfg(feature = "serve")]
    Serve(serve::ServeArguments),
    Status(status::StatusArguments),
    Undo(undo::UndoArguments),
    Update(update::UpdateArguments),
    Verify(verify::VerifyArguments),
}

/// Options that every command has.
#[derive(Args)]
struct Common {
    #[arg(long, global = true, default_value = "content", value_name = "DIR")]
    content: PathBuf,
    #[arg(long, global = true, value_name = "ID")]
    directive: Option<String>,
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

/// Output format of a command.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person.
    Text,
    /// For a program.
    Json,
}

/// Runs the command line, printing its answer.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let report = Report::new(Locale::of(language_of(&arguments)));
    if let Some(start) = menu::start(&arguments) {
        let outcome = menu::run(&start, &report, |arguments| run(arguments.to_vec()));
        if let Some(outcome) = outcome {
            return outcome;
        }
    }
    let named = named(&arguments);
    let parsed = command(report.locale()).try_get_matches_from(&arguments).and_then(|matches| {
        refuse_useless(&matches)?;
        Arguments::from_arg_matches(&matches)
    });
    let Arguments { mut command, mut common } = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error, named.as_deref(), &report),
    };
    report.color(common.color);
    if let Err(outcome) = directive::find(&mut command, &mut common, &report) {
        return outcome;
    }
    let ended = match command {
        Command::Build(arguments) => build::run(&arguments, &common, &report),
        Command::Check(arguments) => check::run(&arguments, &common, &report),
        Command::Completions(arguments) => completions::run(&arguments, &report),
        Command::Diff(arguments) => diff::run(&arguments, &common, &report),
        Command::Draft(arguments) => draft::run(&arguments, &report),
        #[cfg(feature = "serve")]
        Command::Edit(arguments) => edit::run(&arguments, &common, &report),
        Command::Explain(arguments) => explain::run(&arguments, &common, &report),
        Command::Export(arguments) => export::run(&arguments, &common, &report),
        Command::Forecast(arguments) => forecast::run(&arguments, &common, &report),
        Command::Import(arguments) => import::run(&arguments, &common, &report),
        Command::Init(arguments) => init::run(&arguments, &report),
        Command::Man(arguments) => completions::man(&arguments, &report),
        Command::New(arguments) => new::run(&arguments, &common, &report),
        Command::Package(arguments) => package::run(&arguments, &common, &report),
        Command::Publish(arguments) => publish::run(&arguments, &common, &report),
        Command::Remind(arguments) => remind::run(&arguments, &common, &report),
        Command::Extend(arguments) => extend::run(&arguments, &common, &report),
        Command::Undo(arguments) => undo::run(&arguments, &common, &report),
        Command::Report(arguments) => official::run(&arguments, &common, &report),
        Command::Rollback(arguments) => rollback::run(&arguments, &common, &report),
        Command::Schema(arguments) => schema::run(&arguments, &common, &report),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments, &common, &report),
        Command::Status(arguments) => status::run(&arguments, &common, &report),
        Command::Update(arguments) => update::run(&arguments, &common, &report),
        Command::Verify(arguments) => verify::run(&arguments, &report),
    };
    ended.unwrap_or_else(|outcome| outcome)
}

/// The whole command line, with its texts in a language.
fn command(locale: &Locale) -> clap::Command {
    speaking(Arguments::command(), locale, "")
}

/// The command that the arguments name.
fn named(arguments: &[OsString]) -> Option<String> {
    let known = Arguments::command();
    let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
    let word = words.find(|word| known.find_subcommand(word).is_some())?;
    Some(word.to_owned())
}

/// Fails if an option that tells where records are is given to a command that reads none.
fn refuse_useless(matches: &clap::ArgMatches) -> Result<(), clap::Error> {
    use clap::error::{ContextKind, ContextValue};
    let typed = Some(clap::parser::ValueSource::CommandLine);
    let useless = matches.subcommand().and_then(|(name, matches)| {
        let useless = || WITHOUT_CONTENT.contains(&name);
        OF_CONTENT.into_iter().find(|option| useless() && matches.value_source(option) == typed)
    });
    let Some(option) = useless else { return Ok(()) };
    let mut error = clap::Error::new(ErrorKind::UnknownArgument);
    error.insert(ContextKind::InvalidArg, ContextValue::String(format!("--{option}")));
    Err(error)
}

/// Reports an argument that a command cannot do without.
fn missing(argument: &str, command: &str, report: &Report) -> Outcome {
    let args = [("value", argument.into())];
    report.failure(&report.locale().format("usage-missing-argument", &args));
    see_help(command, report);
    Outcome::WrongUse
}

/// Points to the help of a command.
fn see_help(command: &str, report: &Report) {
    let command = format!("tiendo {command}").trim_end().to_owned();
    report.aside(&report.locale().format("usage-see-help", &[("command", command.into())]));
}

/// Prints a clap error in the user's language; help and version are not errors.
fn usage(error: &clap::Error, command: Option<&str>, report: &Report) -> Outcome {
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
            let typed = context(ContextKind::InvalidSubcommand);
            let args = [("value", (&typed).into())];
            report.failure(&report.locale().format("usage-unknown-command", &args));
            let known = Arguments::command();
            let known: Vec<&str> = known.get_subcommands().map(clap::Command::get_name).collect();
            if let Some(near) = nearest(&typed, known) {
                let args = [("suggestion", near.into())];
                report.aside(&report.locale().format("did-you-mean", &args));
            }
            see_help("", report);
            return Outcome::WrongUse;
        }
        // `--content` with nothing behind it.
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            ("usage-missing-argument", context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => {
            let known = context(ContextKind::ValidValue);
            let value = context(ContextKind::InvalidValue);
            let meant = meant_word(&value, &known);
            let args = [("value", value.into()), ("known", known.into())];
            report.failure(&report.locale().format("usage-bad-choice", &args));
            if let Some(word) = meant {
                let args = [("suggestion", word.into())];
                report.aside(&report.locale().format("did-you-mean", &args));
            }
            see_help(command.unwrap_or_default(), report);
            return Outcome::WrongUse;
        }
        ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            let bad = std::error::Error::source(error).and_then(|why| why.downcast_ref::<BadDay>());
            report.failure(&bad.map_or_else(
                || report.locale().format("usage-bad-date", &[("value", (&value).into())]),
                |bad| bad.message(&value, report),
            ));
            see_help(command.unwrap_or_default(), report);
            return Outcome::WrongUse;
        }
        ErrorKind::MissingRequiredArgument => {
            ("usage-missing-argument", context(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            let args = [
                ("value", context(ContextKind::InvalidArg).into()),
                ("other", context(ContextKind::PriorArg).into()),
            ];
            let twice = context(ContextKind::InvalidArg) == context(ContextKind::PriorArg);
            let key = if twice { "usage-twice" } else { "usage-conflict" };
            report.failure(&report.locale().format(key, &args));
            see_help(command.unwrap_or_default(), report);
            return Outcome::WrongUse;
        }
        _ => ("usage-wrong", context(ContextKind::InvalidArg)),
    };
    report.failure(&report.locale().format(key, &[("value", (&value).into())]));
    let near = context(ContextKind::SuggestedArg);
    if !near.is_empty() {
        report.aside(&report.locale().format("did-you-mean", &[("suggestion", near.into())]));
    }
    see_help(command.unwrap_or_default(), report);
    Outcome::WrongUse
}

/// Returns the value meant by a misspelling or by another name of it: "đã xong" means `done`.
fn meant_word(value: &str, known: &str) -> Option<String> {
    let known: Vec<&str> = known.split(", ").collect();
    fixed_word(value, &known).or_else(|| nearest(value, known)).map(str::to_owned)
}

/// Gives every command and argument its help text.
fn speaking(command: clap::Command, locale: &Locale, path: &str) -> clap::Command {
    let path = format!("{path}{}", command.get_name());
    let is_root = command.has_subcommands();
    let options = locale.text("help-options");
    // Required arguments stand in angle brackets, optional ones in square brackets.
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
    if WITHOUT_CONTENT.contains(&command.get_name()) {
        // Hides the options that all commands share; `refuse_useless` rejects them.
        let hidden = |option: &'static str| clap::Arg::new(option).long(option).hide(true);
        return command.args(OF_CONTENT.map(hidden));
    }
    if !is_root {
        return command;
    }
    command
        .arg(flag("version", 'V', clap::ArgAction::Version, "argument-version"))
        .subcommand_help_heading(locale.text("help-commands"))
        .arg_required_else_help(true)
        .mut_subcommands(|sub| speaking(sub, locale, &format!("{path} ")))
}

/// Returns an argument as the usage line shows it.
fn in_usage(argument: &clap::Arg) -> String {
    let name = argument.get_value_names().and_then(|names| names.first());
    let name = name.map_or(argument.get_id().as_str(), |name| name.as_str());
    match (argument.get_long(), argument.is_required_set()) {
        (Some(long), _) => format!(" --{long} <{name}>"),
        (None, true) => format!(" <{name}>"),
        (None, false) => format!(" [{name}]"),
    }
}

/// Returns the language of the terminal: `--lang`, else `TIENDO_LANG`, else Vietnamese.
///
/// It is needed before the arguments are parsed, since parsing itself may print messages. Help also
/// follows the locale, because its reader may be anyone. Messages do not: machines of the offices
/// are often set up in English, and their staff read Vietnamese.
fn language_of(arguments: &[OsString]) -> &'static str {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let typed =
        texts.iter().enumerate().find_map(|(n, text)| match text.strip_prefix("--lang")? {
            "" => texts.get(n + 1).copied(),
            rest => rest.strip_prefix('='),
        });
    let helps = match texts.as_slice() {
        [] | [_] => true,
        [_, rest @ ..] => {
            rest[0] == "completions" || rest.iter().any(|text| matches!(*text, "-h" | "--help"))
        }
    };
    // The one place that reads the environment, for the words on the terminal alone.
    #[expect(clippy::disallowed_methods, reason = "which language the terminal speaks")]
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let is_english = |value: &str| value == "en" || value.starts_with("en_");
    let english = match (typed, variable("TIENDO_LANG")) {
        (Some(typed), _) => typed == "en",
        (None, Some(wanted)) => is_english(&wanted),
        (None, None) => {
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
            helps && locale.is_some_and(|locale| is_english(&locale))
        }
    };
    if english { "en" } else { "vi" }
}

/// Loads the content; prints why if the folder cannot be read.
fn load(common: &Common, report: &Report) -> Result<Loaded, Outcome> {
    pipeline::load(&common.content).map_err(|error| unreadable(&error, report))
}

/// Prints that the content folder cannot be read.
fn unreadable(error: &LoadError, report: &Report) -> Outcome {
    let args = [
        ("path", (&error.path).into()),
        ("reason", trouble::reason(&error.error, report.locale()).into()),
    ];
    report.failure(&report.locale().format("trouble-content", &args));
    Outcome::Trouble
}

/// Loads the content and fails if it has errors, printing its diagnostics.
fn load_sound(common: &Common, report: &Report) -> Result<Loaded, Outcome> {
    let loaded = load(common, report)?;
    if loaded.diagnostics.has_errors() {
        report.print_diagnostics(&loaded.diagnostics, &loaded.sources);
        return Err(Outcome::ContentErrors);
    }
    Ok(loaded)
}

/// Assesses all tasks on a date, and leaves in the model what was known on that date. Fails if it is
/// before the date of the directive.
fn assess(
    loaded: &mut Loaded,
    wanted: Option<GivenDay>,
    common: &Common,
    report: &Report,
) -> Result<crate::assess::Assessment, Outcome> {
    let wanted = wanted.map(|day| day.date(&loaded.model, report));
    // All directives of a portal are judged on one date.
    let wanted = wanted.or_else(|| pipeline::portal::newest_of_all(&common.content, &loaded.model));
    let as_of = pipeline::as_of(&loaded.model, wanted);
    pipeline::assess(&mut loaded.model, as_of).map_err(|error| {
        before_directive(&error, report);
        Outcome::WrongUse
    })
}

/// Prints that the as-of date lies before the directive.
fn before_directive(error: &BeforeDirective, report: &Report) {
    let locale = report.locale();
    let args = [
        ("date", locale.short_date(error.as_of).into()),
        ("directive", locale.short_date(error.directive).into()),
    ];
    report.failure(&locale.format("trouble-before-directive", &args));
}
