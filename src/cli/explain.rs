//! `recoup explain`.

use clap::Args;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::terminal::Screen;
use crate::cli::{render, terminal};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::evidence::ledger::entries;
use crate::evidence::search::{nearest, search};
use crate::output::answer::explain::{found, list};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A key such as voice.solicit, a table of keys, or a word in English, Chinese or Spanish such as churn or voucher
    /// [default: lists all keys]
    key: Option<String>,
    #[command(flatten)]
    language: LanguageOption,
}

pub(super) fn run(options: &Options) -> Done {
    let locale = options.language.locale();
    let document = match &options.key {
        None => list(&entries().iter().collect::<Vec<_>>(), locale),
        Some(asked) => {
            let hits = search(asked);
            if hits.entries.is_empty() {
                let mut diagnostic = Diagnostic::error("S010", format!("no key fits `{asked}`"));
                let near = nearest(asked).map(|near| format!("did you mean `{near}`?"));
                diagnostic.help = near.or_else(|| Some("`recoup explain` lists all keys".to_string()));
                return Err(Error::Refused(vec![diagnostic]));
            }
            found(asked, &hits, locale)
        }
    };
    terminal::print_data(&render::document(&document, &Screen::stdout(), locale))
}
