//! `recoup sensitivity`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::analysis::sensitivity::{MANY, Method, OutputIndices, Sensitivity, SensitivityOptions, Shares};
use crate::analysis::sobol::{Estimate, Indices};
use crate::cli::progress::Progress;
use crate::cli::table::table;
use crate::cli::{Done, StudyOptions, terminal};
use crate::diagnostic::Level;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::language::{Language, Words};
use crate::output::chart::tornado::level;
use crate::output::format::{compact, count, fixed, plural, share_whole, signed};
use crate::pipeline::{SensitivityRun, sensitivity};

/// Inputs listed in the terminal.
const LISTED: usize = 12;

#[derive(Args, Debug)]
pub struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    study_options: StudyOptions,
    /// Scenario to look at [default: the first]
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// How the shares of variance are estimated
    #[arg(long, value_enum, default_value = "auto")]
    method: MethodName,
    /// Rows of the Sobol design; each takes two evaluations and one more an input
    #[arg(long, default_value_t = 4096, value_parser = clap::value_parser!(u64).range(64..=1 << 24))]
    rows: u64,
    /// Folder for tables and the tornado [default: none]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Threads [default: one per core]; moves no result
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
    /// Print nothing but errors (and the JSON, if asked for)
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MethodName {
    /// Sobol indices, elementary effects of more than 20 inputs
    Auto,
    /// Sobol indices: shares of variance
    Sobol,
    /// Elementary effects (Morris): a quick screening of many inputs
    Morris,
}

pub fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let progress = Progress::new(options.quiet);
    progress.stage("evaluating");
    let method = match options.method {
        MethodName::Auto => Method::Auto,
        MethodName::Sobol => Method::Sobol,
        MethodName::Morris => Method::Morris,
    };
    let asked = SensitivityOptions { method, rows: options.rows };
    let request = options.study_options.request(&options.study);
    let mut run = sensitivity(&request, options.scenario.as_deref(), &asked, options.out.as_deref(), &progress)?;
    progress.finish();
    run.said.extend(options.study_options.without_use());
    if options.json {
        terminal::print(&format!("{:#}\n", run.json))?;
    } else if !options.quiet {
        terminal::print(&answer(&run))?;
    }
    if !options.quiet {
        let warnings: Vec<_> = run.said.into_iter().filter(|said| said.level >= Level::Warning).collect();
        terminal::say_all(&warnings);
    }
    Ok(())
}

fn answer(run: &SensitivityRun) -> String {
    let found = &run.found;
    let mut text = format!("\n{}, scenario `{}`\n\n{}\n", run.study.title, found.scenario, headline(run));
    text.push_str(&tornado(run));
    match &found.shares {
        Shares::Sobol(all) => text.push_str(&sobol(run, &all[0], &all[1..])),
        Shares::Morris(all) => text.push_str(&morris(run, &all[0])),
    }
    if let Some(folder) = &run.folder {
        text.push_str(&format!("\nTables and the tornado are in {}\n", folder.display()));
    }
    text
}

fn what(found: &Sensitivity) -> String {
    let name = |s: usize| &found.strategies[s];
    match found.contender {
        0 => format!("the NPV of `{}`", name(0)),
        s => format!("the NPV difference between `{}` and `{}`", name(s), name(0)),
    }
}

fn headline(run: &SensitivityRun) -> String {
    let found = &run.found;
    let ranking = found.ranking();
    let first = &found.factors[ranking[0]];
    let mut text = match &found.shares {
        Shares::Sobol(all) => {
            let total = all[0].indices.total[ranking[0]].value;
            format!(
                "`{}` matters most: {} of the variance of {} hangs on it, alone or together with others.",
                first.name,
                share_whole(total.min(1.0)),
                what(found)
            )
        }
        Shares::Morris(_) => format!("`{}` matters most to {}.", first.name, what(found)),
    };
    if found.strategies.len() > 1 {
        let flips: Vec<_> = found.tornado.iter().filter(|bar| !bar.bar.flips.is_empty()).collect();
        let best = &found.strategies[found.best_at_point];
        text.push_str(&match flips.first() {
            None => format!(
                "\nNo input alone, between its 5 % and 95 % quantiles, makes another strategy better than `{best}`."
            ),
            Some(bar) => {
                let flip = bar.bar.flips[0];
                let side = if flip.value < bar.point { "below" } else { "above" };
                format!(
                    "\n{} can take the lead from `{best}`; `{}` does so {side} {}: then `{}` is better.",
                    match flips.len() {
                        1 => "One input alone".to_string(),
                        n => format!("{n} inputs alone"),
                    },
                    bar.key,
                    level(Words::of(Language::English), &bar.key, flip.value),
                    found.strategies[flip.to],
                )
            }
        });
    }
    text.push('\n');
    text
}

fn tornado(run: &SensitivityRun) -> String {
    let found = &run.found;
    let shown = |npv: &[f64]| if found.contender > 0 { npv[found.contender] - npv[0] } else { npv[0] };
    let mut table = table(&["input", "5 % to 95 %", "at 5 %", "at 95 %", "the best flips"], 1..4);
    for bar in found.tornado.iter().take(LISTED) {
        let flips: Vec<String> = bar
            .bar
            .flips
            .iter()
            .map(|flip| {
                format!(
                    "to `{}` at {}",
                    found.strategies[flip.to],
                    level(Words::of(Language::English), &bar.key, flip.value)
                )
            })
            .collect();
        table.add_row([
            bar.key.to_string(),
            format!(
                "{} to {}",
                level(Words::of(Language::English), &bar.key, bar.bar.low.value),
                level(Words::of(Language::English), &bar.key, bar.bar.high.value)
            ),
            signed(shown(&bar.bar.low.npv)),
            signed(shown(&bar.bar.high.npv)),
            flips.join(", "),
        ]);
    }
    let more = found.tornado.len().saturating_sub(LISTED);
    let more = if more > 0 { format!("{} more move it less.\n", plural(more as u64, "input")) } else { String::new() };
    format!(
        "\nOne input at a time, the others at their point values: {}, {} {}\n{table}\n{more}",
        what(found),
        run.study.currency,
        signed(shown(&found.point)),
    )
}

/// An index in words: never a bare number where the interval includes 0, and never above the whole, which an
/// estimate may exceed by noise. Tables and JSON have it as estimated.
fn index(estimate: Estimate) -> String {
    let share = |x: f64| fixed(x.clamp(0.0, 1.0), 2);
    if estimate.is_distinguishable() {
        format!("{} ({} to {})", share(estimate.value), share(estimate.p05), share(estimate.p95))
    } else {
        format!("not distinguishable from 0 (up to {})", share(estimate.p95))
    }
}

fn sobol(run: &SensitivityRun, first: &OutputIndices<Indices>, others: &[OutputIndices<Indices>]) -> String {
    let found = &run.found;
    let mut table = table(&["input", "alone", "alone and with others"], 1..3);
    let ranking = found.ranking();
    for &f in ranking.iter().take(LISTED) {
        let indices = &first.indices;
        table.add_row([found.factors[f].name.clone(), index(indices.first[f]), index(indices.total[f])]);
    }
    let mut text = format!(
        "\nShares of the variance of {} (sd {} {}): Sobol indices with 90 % intervals\n{table}\n{} rows, {} evaluations of each strategy.\n",
        what(found),
        compact(first.indices.variance.sqrt()),
        run.study.currency,
        count(found.rows as f64),
        count(found.evaluations as f64),
    );
    if others.len() > 1 {
        text.push_str("\nWhat matters most to the NPV itself\n");
        let mut table = self::table(&["strategy", "input", "alone and with others"], 2..3);
        for output in others {
            let total = &output.indices.total;
            let Some(most) = (0..total.len()).max_by(|&a, &b| total[a].value.total_cmp(&total[b].value)) else {
                continue;
            };
            table.add_row([
                found.strategies[output.strategy].to_string(),
                found.factors[most].name.clone(),
                index(total[most]),
            ]);
        }
        text.push_str(&format!("{table}\n"));
    }
    text
}

fn morris(run: &SensitivityRun, first: &OutputIndices<Vec<crate::analysis::screening::Effect>>) -> String {
    let found = &run.found;
    let mut table = table(&["input", "mu* (90 % interval)", "mu", "sigma"], 1..4);
    for f in found.ranking().into_iter().take(LISTED) {
        let effect = first.indices[f];
        let absolute = effect.absolute;
        table.add_row([
            found.factors[f].name.clone(),
            format!("{} ({} to {})", compact(absolute.value), compact(absolute.p05), compact(absolute.p95)),
            signed(effect.mean),
            compact(effect.sd),
        ]);
    }
    let many = if found.factors.len() > MANY { " for so many inputs" } else { "" };
    format!(
        "\nElementary effects on {} in {} over the whole range of an input (Morris){many}\n{table}\n{} paths, {} evaluations of each strategy. sigma beside mu*: the effect depends on other inputs, or bends.\n",
        what(found),
        run.study.currency,
        count(found.rows as f64),
        count(found.evaluations as f64),
    )
}
