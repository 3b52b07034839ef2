//! `recoup completions`.

use clap::Args;
use clap_complete::Shell;

use crate::cli::options::Done;
use crate::cli::terminal;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// The shell
    shell: Shell,
}

pub(super) fn run(options: &Options, command: &mut clap::Command) -> Done {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, command, "recoup", &mut script);
    terminal::print_data(&String::from_utf8_lossy(&script))
}
