//! `recoup explain`.

use clap::Args;
use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};

use crate::cli::options::{Done, LanguageOption};
use crate::cli::table::table;
use crate::cli::terminal;
use crate::error::Error;
use crate::evidence::ledger::{Entry, entries};
use crate::evidence::words;
use crate::language::{Locale, tr};

#[derive(Args, Debug)]
pub(super) struct Options {
    /// A key such as voice.solicit, or part of one [default: lists all keys]
    key: Option<String>,
    #[command(flatten)]
    language: LanguageOption,
}

pub(super) fn run(options: &Options) -> Done {
    let spoken = options.language.locale();
    let Some(asked) = &options.key else {
        return terminal::print(&list(spoken, &entries().iter().collect::<Vec<_>>()));
    };
    let found = words::find(asked);
    match found.as_slice() {
        [] => {
            let near =
                words::nearest(asked).map(|entry| format!("; did you mean `{}`?", entry.path)).unwrap_or_default();
            Err(Error::Usage(format!("no key `{asked}`{near}")))
        }
        [entry] => terminal::print(&one(spoken, entry)),
        several => terminal::print(&list(spoken, several)),
    }
}

fn one(spoken: &Locale, entry: &Entry) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    for (name, value) in words::facts(entry) {
        table.add_row([tr!(spoken, "explain-fact", fact = short(name)), value]);
    }
    format!("{}\n{table}\n", entry.path)
}

/// The name of a heading in messages.
fn short(fact: &str) -> &str {
    match fact {
        "published range" => "range",
        "plausible range" => "plausible",
        "may be uncertain" => "uncertain",
        fact => fact,
    }
}

fn list(spoken: &Locale, found: &[&Entry]) -> String {
    let head =
        [tr!(spoken, "head-key"), tr!(spoken, "head-default"), tr!(spoken, "head-status"), tr!(spoken, "head-meaning")];
    let mut table = table(&head, []);
    for entry in found {
        let meaning = entry.meaning.split(". ").next().unwrap_or_default().trim_end_matches('.').to_string();
        table.add_row([entry.path.clone(), words::default(entry), entry.status.to_string(), meaning]);
    }
    format!("{table}\n")
}
