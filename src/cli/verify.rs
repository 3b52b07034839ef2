//! `recoup verify`.

use clap::Args;
use serde_json::json;

use crate::cli::options::{Done, LanguageOption};
use crate::cli::published::{json_rows, text as published_text};
use crate::cli::table::table;
use crate::cli::terminal;
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::verify::published::published;
use crate::verify::{Check, verify};

#[derive(Args, Debug)]
pub(super) struct Options {
    #[command(flatten)]
    language: LanguageOption,
    /// Print the checks as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let checks = verify();
    let published = published();
    let failed = checks.iter().filter(|check| !check.holds).count();
    if options.json {
        let rows = checks.iter().map(|c| {
            json!({ "check": c.name, "what": c.what, "expected": c.expected, "found": c.found, "allowed": c.allowed, "holds": c.holds })
        });
        let all = json!({ "checks": rows.collect::<Vec<_>>(), "published": json_rows(&published) });
        terminal::print_data(&format!("{all:#}\n"))?;
    } else {
        let locale = options.language.locale();
        terminal::print(&format!("{}\n{}", published_text(locale, &published), text(locale, &checks, failed)))?;
    }
    if failed == 0 { Ok(()) } else { Err(Error::Drift(failed)) }
}

fn text(locale: &Locale, checks: &[Check], failed: usize) -> String {
    let head = [
        tr!(locale, "head-check"),
        tr!(locale, "head-what"),
        tr!(locale, "head-expected"),
        tr!(locale, "head-found"),
        tr!(locale, "head-allowed"),
        tr!(locale, "head-verdict"),
    ];
    let mut table = table(&head, [2, 3]);
    for check in checks {
        table.add_row([
            check.name.clone(),
            check.what.clone(),
            number(check.expected),
            number(check.found),
            check.allowed_in_words.clone(),
            tr!(locale, "verify-verdict", holds = if check.holds { "yes" } else { "no" }),
        ]);
    }
    let verdict = if failed == 0 {
        tr!(locale, "verify-all", number = checks.len())
    } else {
        tr!(locale, "verify-drift", failed = failed, number = checks.len())
    };
    format!("{table}\n{verdict}\n")
}

fn number(value: f64) -> String {
    let text = if value.abs() >= 1000.0 { format!("{value:.1}") } else { format!("{value:.5}") };
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_string() } else { text }
}
