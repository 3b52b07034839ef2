//! `recoup presets`.

use clap::Args;
use comfy_table::Table;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::table::table;
use crate::cli::terminal;
use crate::error::Error;
use crate::input::shipped::{POLICIES, PRESETS, Shipped, find};
use crate::input::source::not_shipped;
use crate::language::tr;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Print this preset, or this policy as `strategy:NAME`, with its sources
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
    let what = tr!(locale, "head-what-it-is");
    terminal::print(&format!(
        "{}\n\n{}\n\n{}\n\n{}\n",
        listed([tr!(locale, "head-preset"), what.clone()], PRESETS),
        tr!(locale, "presets-how"),
        listed([tr!(locale, "cases-head-policy"), what], POLICIES),
        tr!(locale, "cases-policies-how"),
    ))
}

/// A table of shipped texts, each with its title and summary.
fn listed(heads: [String; 2], list: &[Shipped]) -> Table {
    let mut table = table(&heads, []);
    for (name, text) in list {
        let values: toml::Table = text.parse().unwrap_or_default();
        let word = |key: &str| values.get(key).and_then(toml::Value::as_str);
        let title = word("title").map(|title| format!("{}. ", title.trim_end_matches('.')));
        table.add_row([name.to_string(), title.unwrap_or_default() + word("summary").unwrap_or_default()]);
    }
    table
}
