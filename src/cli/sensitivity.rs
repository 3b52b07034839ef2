//! `recoup sensitivity`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::analysis::sensitivity::{MANY, Method, OutputIndices, Sensitivity, SensitivityOptions, Shares};
use crate::analysis::sobol::{Estimate, Indices};
use crate::cli::progress::TerminalProgress;
use crate::cli::table::table;
use crate::cli::{Done, StudyOptions, terminal};
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::chart::tornado::level;
use crate::pipeline::{SensitivityRun, sensitivity};

/// Inputs listed in the terminal.
const LISTED: usize = 12;
/// An index that is surely smaller is none to two digits.
const SMALL: f64 = 0.005;

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
    let progress = TerminalProgress::new(options.quiet);
    progress.stage(tr!(options.study_options.locale(), "progress-stage", stage = "evaluating"));
    let method = match options.method {
        MethodName::Auto => Method::Auto,
        MethodName::Sobol => Method::Sobol,
        MethodName::Morris => Method::Morris,
    };
    let asked = SensitivityOptions { method, rows: options.rows };
    let request = options.study_options.request(&options.study);
    let mut run = sensitivity(&request, options.scenario.as_deref(), &asked, options.out.as_deref(), &progress)?;
    progress.finish();
    run.diagnostics.extend(options.study_options.without_use(&run.study));
    if options.json {
        terminal::print(&format!("{:#}\n", run.json))?;
    } else if !options.quiet {
        terminal::print(&answer(&run))?;
    }
    if !options.quiet {
        terminal::say_all(&terminal::beside_an_answer(run.diagnostics));
    }
    Ok(())
}

fn answer(run: &SensitivityRun) -> String {
    let locale = Locale::of(run.study.language);
    let found = &run.found;
    let head = tr!(locale, "sensitivity-head", title = &run.study.title, scenario = &*found.scenario);
    let mut text = format!("\n{head}\n\n{}", headline(run, locale));
    text.push_str(&tornado(run, locale));
    match &found.shares {
        Shares::Sobol(all) => text.push_str(&sobol(run, locale, &all[0], &all[1..])),
        Shares::Morris(all) => text.push_str(&morris(run, locale, &all[0])),
    }
    if let Some(folder) = &run.folder {
        let folder = folder.display().to_string();
        text.push_str(&format!("\n{}\n", tr!(locale, "files-tornado", folder = folder)));
    }
    text
}

fn what(locale: &Locale, found: &Sensitivity) -> String {
    let name = |s: usize| &*found.strategies[s];
    match found.contender {
        0 => tr!(locale, "sensitivity-of-npv", name = name(0)),
        s => tr!(locale, "sensitivity-of-difference", name = name(s), reference = name(0)),
    }
}

fn headline(run: &SensitivityRun, locale: &Locale) -> String {
    let found = &run.found;
    let ranking = found.ranking();
    let first = &found.factors[ranking[0]];
    let what = what(locale, found);
    let mut text = match &found.shares {
        Shares::Sobol(all) if all[0].indices.variance == 0.0 => tr!(locale, "sensitivity-nothing-moves", what = what),
        Shares::Sobol(all) => {
            let share = locale.share_whole(all[0].indices.total[ranking[0]].value.min(1.0));
            tr!(locale, "sensitivity-most", input = &*first.name, share = share, what = what)
        }
        Shares::Morris(_) => tr!(locale, "sensitivity-most-effect", input = &*first.name, what = what),
    };
    if found.strategies.len() > 1 {
        let flips: Vec<_> = found.tornado.iter().filter(|bar| !bar.bar.flips.is_empty()).collect();
        let best = &*found.strategies[found.best_at_point];
        text.push('\n');
        text.push_str(&match flips.first() {
            None => tr!(locale, "sensitivity-no-flip", best = best),
            Some(bar) => {
                let flip = bar.bar.flips[0];
                tr!(
                    locale,
                    "sensitivity-flips",
                    number = flips.len(),
                    best = best,
                    input = bar.key.to_string(),
                    side = if flip.value < bar.point { "below" } else { "above" },
                    level = level(locale, &bar.key, flip.value),
                    name = &*found.strategies[flip.to],
                )
            }
        });
    }
    text.push('\n');
    text
}

fn tornado(run: &SensitivityRun, locale: &Locale) -> String {
    let found = &run.found;
    let shown = |npv: &[f64]| if found.contender > 0 { npv[found.contender] - npv[0] } else { npv[0] };
    let ends = [0.05, 0.95].map(|share| locale.share_whole(share));
    let head = [
        tr!(locale, "head-input"),
        tr!(locale, "range", low = &ends[0], high = &ends[1]),
        tr!(locale, "head-at", share = &ends[0]),
        tr!(locale, "head-at", share = &ends[1]),
        tr!(locale, "head-flips"),
    ];
    let mut table = table(&head, 1..4);
    for bar in found.tornado.iter().take(LISTED) {
        let level = |value: f64| level(locale, &bar.key, value);
        let flips =
            bar.bar.flips.iter().map(|flip| {
                tr!(locale, "sensitivity-flip", name = &*found.strategies[flip.to], level = level(flip.value))
            });
        let flips: Vec<String> = flips.collect();
        table.add_row([
            bar.key.to_string(),
            tr!(locale, "range", low = level(bar.bar.low.value), high = level(bar.bar.high.value)),
            locale.signed(shown(&bar.bar.low.npv)),
            locale.signed(shown(&bar.bar.high.npv)),
            locale.series(&flips),
        ]);
    }
    let more = found.tornado.len().saturating_sub(LISTED);
    let more = if more > 0 { format!("{}\n", tr!(locale, "sensitivity-more", number = more)) } else { String::new() };
    let amount = locale.in_currency(locale.signed(shown(&found.point)), &run.study.currency);
    let told = tr!(locale, "sensitivity-tornado", what = what(locale, found), amount = amount);
    format!("\n{told}\n{table}\n{more}")
}

/// An index in words: never a bare number where the interval includes 0, and never above the whole, which an
/// estimate may exceed by noise. Tables and JSON have it as estimated.
fn index(locale: &Locale, estimate: Estimate) -> String {
    let share = |x: f64| locale.fixed(x.clamp(0.0, 1.0), 2);
    let high = share(estimate.p95);
    if estimate.p95 < SMALL {
        tr!(locale, "below", value = share(2.0 * SMALL))
    } else if estimate.is_distinguishable() {
        tr!(locale, "sensitivity-index", value = share(estimate.value), low = share(estimate.p05), high = high)
    } else {
        tr!(locale, "sensitivity-no-index", high = high)
    }
}

fn sobol(
    run: &SensitivityRun,
    locale: &Locale,
    first: &OutputIndices<Indices>,
    others: &[OutputIndices<Indices>],
) -> String {
    let found = &run.found;
    let (input, with_others) = (tr!(locale, "head-input"), tr!(locale, "head-with-others"));
    let mut table = table(&[&input, &tr!(locale, "head-alone"), &with_others], 1..3);
    let ranking = found.ranking();
    for &f in ranking.iter().take(LISTED) {
        let indices = &first.indices;
        table.add_row([
            found.factors[f].name.clone(),
            index(locale, indices.first[f]),
            index(locale, indices.total[f]),
        ]);
    }
    let sd = locale.in_currency(locale.compact(first.indices.variance.sqrt()), &run.study.currency);
    let (rows, evaluations) = (locale.count(found.rows as f64), locale.count(found.evaluations as f64));
    let mut text = format!(
        "\n{}\n{table}\n{}\n",
        tr!(locale, "sensitivity-sobol", what = what(locale, found), sd = sd),
        tr!(locale, "sensitivity-rows", rows = rows, evaluations = evaluations)
    );
    if others.len() > 1 {
        text.push_str(&format!("\n{}\n", tr!(locale, "sensitivity-npv-itself")));
        let mut table = self::table(&[&tr!(locale, "head-strategy"), &input, &with_others], 2..3);
        for output in others {
            let total = &output.indices.total;
            let Some(most) = (0..total.len()).max_by(|&a, &b| total[a].value.total_cmp(&total[b].value)) else {
                continue;
            };
            table.add_row([
                found.strategies[output.strategy].to_string(),
                found.factors[most].name.clone(),
                index(locale, total[most]),
            ]);
        }
        text.push_str(&format!("{table}\n"));
    }
    text
}

fn morris(
    run: &SensitivityRun,
    locale: &Locale,
    first: &OutputIndices<Vec<crate::analysis::screening::Effect>>,
) -> String {
    let found = &run.found;
    let mut table =
        table(&[tr!(locale, "head-input"), tr!(locale, "head-mu"), "mu".to_string(), "sigma".to_string()], 1..4);
    for f in found.ranking().into_iter().take(LISTED) {
        let effect = first.indices[f];
        let [value, low, high] =
            [effect.absolute.value, effect.absolute.p05, effect.absolute.p95].map(|x| locale.compact(x));
        table.add_row([
            found.factors[f].name.clone(),
            tr!(locale, "sensitivity-index", value = value, low = low, high = high),
            locale.signed(effect.mean),
            locale.compact(effect.sd),
        ]);
    }
    let told = tr!(
        locale,
        "sensitivity-morris",
        what = what(locale, found),
        currency = &run.study.currency,
        many = if found.factors.len() > MANY { "yes" } else { "no" },
    );
    let (rows, evaluations) = (locale.count(found.rows as f64), locale.count(found.evaluations as f64));
    format!("\n{told}\n{table}\n{}\n", tr!(locale, "sensitivity-paths", rows = rows, evaluations = evaluations))
}
