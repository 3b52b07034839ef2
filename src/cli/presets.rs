//! `recoup presets`.

use clap::Args;

use crate::cli::table::table;
use crate::cli::{Done, LanguageOption, terminal};
use crate::error::Error;
use crate::input::shipped::{PRESETS, find};
use crate::language::say;

#[derive(Args, Debug)]
pub struct Options {
    /// Print this preset, with its sources
    name: Option<String>,
    #[command(flatten)]
    language: LanguageOption,
}

pub fn run(options: &Options) -> Done {
    if let Some(name) = &options.name {
        let name = name.strip_prefix("preset:").unwrap_or(name);
        let text = find(PRESETS, name)
            .ok_or_else(|| Error::Usage(format!("no preset `{name}`; `recoup presets` lists them")))?;
        return terminal::print(text);
    }
    let words = options.language.words();
    let mut table = table(&[say!(words, "head-preset"), say!(words, "head-what-it-is")], []);
    for (name, text) in PRESETS {
        let values: toml::Table = text.parse().unwrap_or_default();
        let word = |key: &str| values.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_string();
        table.add_row([name.to_string(), format!("{}. {}", word("title").trim_end_matches('.'), word("summary"))]);
    }
    terminal::print(&format!("{table}\n\n{}\n", say!(words, "presets-how")))
}
