//! The command line: the only module that uses clap, terminal tables and progress bars.

mod ask;
mod batch;
mod batch_progress;
mod beside;
mod breakeven;
mod cases;
mod check;
mod class;
mod commands;
mod completions;
mod decide;
mod diff;
mod documents;
mod explain;
mod fit;
mod fmea;
mod help;
mod kano;
mod lab;
pub mod memory;
mod merge;
mod new;
mod optimize;
mod options;
mod paradox;
mod presets;
mod program;
mod progress;
mod render;
mod report;
mod run;
mod schema;
mod sensitivity;
mod servqual;
mod stop;
mod story;
mod survey;
mod sweep;
mod synth;
mod table;
mod terminal;
mod variants;
mod verify;
mod why;
mod wrap;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

use crate::cli::commands::{Cli, Command};
pub use crate::cli::documents::{case_charts, generated_documents};
pub use crate::cli::program::use_program;
use crate::language::Locale;

/// Runs the program with the arguments of the process; returns its exit code.
pub fn main() -> u8 {
    main_of(std::env::args_os().collect())
}

/// Runs the program with these arguments, of which the first is its name; returns its exit code. Another program that calls it
/// names by [`use_program`] what is to be started in its place.
pub fn main_of(arguments: Vec<OsString>) -> u8 {
    let locale = Locale::of(help::asked(arguments.iter().map(|argument| argument.to_string_lossy().into_owned())));
    let parsed = help::in_language(Cli::command(), locale).try_get_matches_from(arguments);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            terminal::say_usage(&error);
            // Help and version are no failures.
            return if error.use_stderr() { 2 } else { 0 };
        }
    };
    terminal::use_colour(cli.color);
    let done = match cli.command {
        None => terminal::print(&help::in_language(Cli::command(), locale).render_help().to_string()),
        Some(Command::Run(options)) => run::run(&options),
        Some(Command::Report(options)) => report::run(&options),
        Some(Command::Story(options)) => story::run(&options),
        Some(Command::Kano(options)) => kano::run(&options),
        Some(Command::Servqual(options)) => servqual::run(&options),
        Some(Command::Synth(options)) => synth::run(&options),
        Some(Command::Sensitivity(options)) => sensitivity::run(&options),
        Some(Command::Decide(options)) => decide::run(&options),
        Some(Command::Sweep(options)) => sweep::run(&options),
        Some(Command::Breakeven(options)) => breakeven::run(&options),
        Some(Command::Optimize(options)) => optimize::run(&options),
        Some(Command::Why(options)) => why::run(&options),
        Some(Command::Fmea(options)) => fmea::run(&options),
        Some(Command::Variants(options)) => variants::run(&options),
        Some(Command::Diff(options)) => diff::run(&options),
        Some(Command::Paradox(options)) => paradox::run(&options),
        Some(Command::Class(options)) => class::run(&options),
        Some(Command::Fit(options)) => fit::run(&options),
        Some(Command::Batch(options)) => batch::run(&options),
        Some(Command::Merge(options)) => merge::run(&options),
        Some(Command::Check(options)) => check::run(&options),
        Some(Command::Lab(options)) => lab::run(&options),
        Some(Command::New(options)) => new::run(&options),
        Some(Command::Explain(options)) => explain::run(&options),
        Some(Command::Cases(options)) => cases::run(&options),
        Some(Command::Presets(options)) => presets::run(&options),
        Some(Command::Schema) => schema::run(),
        Some(Command::Verify(options)) => verify::run(&options),
        Some(Command::Completions(options)) => completions::run(&options, &mut Cli::command()),
    };
    match done {
        Ok(()) => 0,
        Err(error) => {
            terminal::complain(&error, locale);
            error.exit_code()
        }
    }
}
