//! Documents made from the program itself; a test holds them fresh.

use clap::CommandFactory;

use crate::cli::Cli;
use crate::evidence::schema::schema;
use crate::evidence::words::key_reference;
use crate::input::code::page;

/// Every generated document: its path in the repository, and its text.
pub fn generated_documents() -> Vec<(&'static str, String)> {
    vec![
        ("docs/keys.md", key_reference()),
        ("docs/study.schema.json", format!("{:#}\n", schema().to_value())),
        ("docs/commands.md", commands()),
        ("docs/diagnostics.md", page()),
    ]
}

fn commands() -> String {
    let mut text = String::from("# Commands\n\nGenerated from the program by `cargo run --example generate`.\n");
    let mut root = Cli::command().term_width(100);
    text.push_str(&format!("\n```text\n{}```\n", plain(&root.render_help().to_string())));
    for command in root.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        let name = format!("recoup {}", command.get_name());
        let mut command = command.clone().bin_name(&name).term_width(100);
        text.push_str(&format!("\n## {name}\n\n```text\n{}```\n", plain(&command.render_long_help().to_string())));
    }
    text
}

fn plain(help: &str) -> String {
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}
