//! Runs the command line and turns its result into an exit code.

use std::process::ExitCode;

use tiendo::output::interrupt;

/// The exit code of a program that was interrupted, as shells give it.
const INTERRUPTED: i32 = 130;

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "an interruption ends the program at once")]
    let _ = interrupt::on_interruption(Some(|| std::process::exit(INTERRUPTED)));
    // Without a handler, an interruption ends the program in the way of the system.
    let _ = ctrlc::set_handler(interrupt::interrupted);
    ExitCode::from(tiendo::cli::run(std::env::args_os()).code())
}
