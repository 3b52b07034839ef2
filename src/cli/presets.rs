//! `recoup presets`.

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::terminal::Screen;
use crate::cli::{render, terminal};
use crate::error::Error;
use crate::input::shipped::{POLICIES, PRESETS, find};
use crate::input::source::not_shipped;
use crate::output::answer::presets::presets;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Print this preset, or the policy `strategy:NAME`, with its sources
    name: Option<String>,
    #[command(flatten)]
    language: LanguageOption,
}

pub(super) fn run(options: &Options) -> Done {
    if let Some(name) = &options.name {
        let (kind, list, name) = match name.strip_prefix("strategy:") {
            Some(policy) => ("policy", POLICIES, policy),
            None => ("preset", PRESETS, name.strip_prefix("preset:").unwrap_or(name)),
        };
        let text = find(list, name).ok_or_else(|| Error::Refused(vec![not_shipped(kind, name, list)]))?;
        return terminal::print_data(text);
    }
    let locale = options.language.locale();
    terminal::print_data(&render::document(&presets(locale), &Screen::stdout(), locale))
}
