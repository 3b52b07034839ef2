//! Documents made from the program itself; a test holds them fresh.

use clap::CommandFactory;

use crate::cases::cookbook::page as cookbook;
use crate::cases::page::{gallery, page as case_page};
use crate::cases::{CaseRun, overview};
use crate::cli::commands::Cli;
use crate::error::Error;
use crate::evidence::schema::schema_text;
use crate::evidence::words::key_reference;
use crate::input::diagnostic_codes::page;
use crate::language::Language;
use crate::output::answer::published::page as published_page;
use crate::output::chart::{ChartError, png_at};
use crate::verify::published::published;

/// Every generated document: its path in the repository, and its text. `runs` are those of all shipped cases.
///
/// # Errors
/// A shipped recipe is refused.
pub fn generated_documents(runs: &[CaseRun]) -> Result<Vec<(String, String)>, Error> {
    let mut documents = vec![
        ("docs/keys.md".to_string(), key_reference()),
        ("docs/study.schema.json".to_string(), schema_text()),
        ("docs/commands.md".to_string(), commands()),
        ("docs/diagnostics.md".to_string(), page()),
        ("docs/published.md".to_string(), published_page(&published())),
        ("docs/cookbook.md".to_string(), cookbook()?),
        ("docs/cases/README.md".to_string(), gallery(runs)),
    ];
    documents.extend(runs.iter().map(|run| (format!("docs/cases/{}.md", run.study.name), case_page(run))));
    Ok(documents)
}

/// Width of the charts of the cases, in pixels.
const CHART_WIDTH: u32 = 1000;

/// The charts of the cases as PNG: path in the repository, and bytes. Drawn on request only.
///
/// # Errors
/// A chart cannot be drawn.
pub fn case_charts(runs: &[CaseRun]) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let failed = |name: &str| {
        let chart = name.to_string();
        move |error: ChartError| Error::Chart { chart, reason: error.to_string() }
    };
    let path = |name: &str| format!("docs/gallery/cases/{name}.png");
    let drawn = |run: &CaseRun| -> Result<(String, Vec<u8>), Error> {
        let name = &run.study.name;
        let chart = run.chart().map_err(failed(name))?;
        Ok((path(name), png_at(&chart.svg, CHART_WIDTH).map_err(failed(name))?))
    };
    let mut charts = runs.iter().map(drawn).collect::<Result<Vec<_>, _>>()?;
    let all = overview(runs, Language::English).map_err(failed("returns"))?;
    charts.push((path("returns"), png_at(&all.svg, CHART_WIDTH).map_err(failed("returns"))?));
    Ok(charts)
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
    text.push_str(EXIT_CODES);
    text
}

const EXIT_CODES: &str = "
## Exit codes

| code | meaning |
|---|---|
| 0 | done; there may be warnings |
| 1 | failed: a file or folder cannot be used, another process writes it, or a study of a batch was refused or failed |
| 2 | refused, and nothing was written: the command line, the study, or a result folder that holds something else |
| 3 | `recoup verify`: the engines do not agree with the closed forms |
| 130 | stopped by Ctrl-C, by SIGTERM, or by the hangup of a terminal (SIGHUP). A second Ctrl-C stops at once |

Under `nohup` a hangup does not stop the program. Where the program was killed (`kill -9`), shells say 137; the next command that
writes to the same place removes what was left.
";

fn plain(help: &str) -> String {
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}
