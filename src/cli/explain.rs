//! `recoup explain`.

use clap::Args;
use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};

use crate::cli::table::table;
use crate::cli::{Done, terminal};
use crate::error::Error;
use crate::evidence::ledger::{Entry, entries};
use crate::evidence::words;

#[derive(Args, Debug)]
pub struct Options {
    /// A key such as voice.solicit, or a part of one; none lists all keys
    key: Option<String>,
}

pub fn run(options: &Options) -> Done {
    let Some(asked) = &options.key else {
        return terminal::print(&list(&entries().iter().collect::<Vec<_>>()));
    };
    let found = words::find(asked);
    match found.as_slice() {
        [] => {
            let near =
                words::nearest(asked).map(|entry| format!("; did you mean `{}`?", entry.path)).unwrap_or_default();
            Err(Error::Usage(format!("no key `{asked}`{near}")))
        }
        [entry] => terminal::print(&one(entry)),
        several => terminal::print(&list(several)),
    }
}

fn one(entry: &Entry) -> String {
    let mut table = Table::new();
    table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    for (name, value) in words::facts(entry) {
        table.add_row([name.to_string(), value]);
    }
    format!("{}\n{table}\n", entry.path)
}

fn list(found: &[&Entry]) -> String {
    let mut table = table(&["key", "default", "status", "meaning"], []);
    for entry in found {
        let meaning = entry.meaning.split(". ").next().unwrap_or_default().trim_end_matches('.').to_string();
        table.add_row([entry.path.clone(), words::default(entry), entry.status.to_string(), meaning]);
    }
    format!("{table}\n")
}
