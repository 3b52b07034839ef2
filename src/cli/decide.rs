//! `recoup decide`.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::acceptability::{AcceptabilityCurve, Over};
use crate::analysis::decision::{Decision, DecisionOptions, Known, Survey};
use crate::analysis::frontier::Standing;
use crate::analysis::information::LEAST_DRAWS;
use crate::analysis::scenarios::{AcrossScenarios, least_regret};
use crate::cli::progress::Progress;
use crate::cli::table::table;
use crate::cli::{Done, StudyOptions, terminal};
use crate::diagnostic::Level;
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::output::format::{compact, count, share, share_whole, signed, signed_count};
use crate::pipeline::{DecisionRun, decide};

/// Inputs and groups listed in the terminal.
const LISTED: usize = 8;
/// A regression that misses by more standard errors than this is said to.
const MISFIT: f64 = 4.0;

#[derive(Args, Debug)]
pub struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    study_options: StudyOptions,
    /// What knowing these inputs together is worth: keys or tables of keys, with commas (repeatable)
    #[arg(long = "group", value_name = "KEY,KEY")]
    groups: Vec<String>,
    /// What asking N customers about an uncertain share is worth, e.g. severity.minor.complain=400 (repeatable)
    #[arg(long = "survey", value_name = "KEY=N")]
    surveys: Vec<String>,
    /// What each survey costs
    #[arg(long, value_name = "MONEY", requires = "surveys")]
    survey_cost: Option<f64>,
    /// Folder for tables and acceptability curves [default: none]
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

pub fn run(options: &Options) -> Done {
    use_threads(options.threads.map(usize::from)).map_err(Error::Usage)?;
    let progress = Progress::new(options.quiet);
    progress.stage("evaluating");
    let asked = DecisionOptions {
        groups: options.groups.clone(),
        surveys: options.surveys.clone(),
        survey_cost: options.survey_cost,
    };
    let request = options.study_options.request(&options.study);
    let mut run = decide(&request, &asked, options.out.as_deref(), &progress)?;
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

fn answer(run: &DecisionRun) -> String {
    let first = &run.decisions[0];
    let mut text = format!("\n{}\n\n{}", run.study.title, headline(run, first));
    for found in &run.decisions {
        if run.decisions.len() > 1 {
            text.push_str(&format!("\nScenario `{}`", found.scenario));
        }
        text.push_str(&strategies(run, found));
    }
    text.push_str(&regret(run));
    text.push_str(&pairs(run, first));
    text.push_str(&frontier(run, first));
    text.push_str(&acceptability(run, first));
    text.push_str(&information(run, first));
    if let Some(folder) = &run.folder {
        text.push_str(&format!("\nTables and charts are in {}\n", folder.display()));
    }
    text
}

fn headline(run: &DecisionRun, found: &Decision) -> String {
    let currency = &run.study.currency;
    let best = &found.strategies[found.best];
    let equals = found.equals();
    let mut names = vec![format!("`{}`", best.name)];
    names.extend(equals.iter().map(|&s| format!("`{}`", found.strategies[s].name)));
    let p_best = best.p_best + equals.iter().map(|&s| found.strategies[s].p_best).sum::<f64>();
    let mut text = match (equals.is_empty(), found.second()) {
        (true, _) => format!("Choose {}: its expected NPV is the highest", names[0]),
        (false, Some(_)) => {
            format!("Choose {}, which come to the same: their expected NPV is the highest", names.join(" or "))
        }
        (false, None) => format!("There is nothing to choose: {} come to the same", names.join(" and ")),
    };
    if let Some(second) = found.second() {
        let second = &found.strategies[second];
        text.push_str(&format!(
            ", {} {currency} above that of `{}`, and {} in {} of draws of what is uncertain",
            count(best.npv.mean - second.npv.mean),
            second.name,
            if equals.is_empty() { "it is the best" } else { "no other is better" },
            share_whole(p_best)
        ));
    }
    text.push_str(&format!(
        ".\nChoosing it now costs {} {currency} in expectation against knowing everything first: no study of the inputs is worth more.\n",
        count(found.perfect.value)
    ));
    let least = found.least_regret();
    if least != found.best && !equals.contains(&least) {
        text.push_str(&format!(
            "Who fears the worst case more than he values the mean takes `{}`: its greatest regret over the draws is least.\n",
            found.strategies[least].name
        ));
    }
    text
}

fn strategies(run: &DecisionRun, found: &Decision) -> String {
    let mut table =
        table(&["strategy", "NPV", "5 %", "95 %", "P(best)", "expected loss", "greatest regret", "worst 5 %"], 1..8);
    for s in &found.strategies {
        table.add_row([
            s.name.to_string(),
            count(s.npv.mean),
            count(s.npv.p05),
            count(s.npv.p95),
            share_whole(s.p_best),
            count(s.expected_loss),
            count(s.greatest_regret),
            count(s.cvar),
        ]);
    }
    format!(
        "\nThe strategies over {} draws of what is uncertain, in {}: mean NPV, its quantiles, and its mean in the worst 5 %\n{table}\n",
        count(found.draws as f64),
        run.study.currency
    )
}

fn regret(run: &DecisionRun) -> String {
    if run.decisions.len() < 2 {
        return String::new();
    }
    let mut header = vec!["regret".to_string()];
    header.extend(run.decisions.iter().map(|d| format!("in `{}`", d.scenario)));
    header.push("greatest".to_string());
    let weighted = run.across.iter().all(|a| a.weighted_difference.is_some());
    if weighted {
        header.push("weighted difference".to_string());
    }
    let mut table = table(&header, 1..header.len());
    for a in &run.across {
        let mut row = vec![a.strategy.to_string()];
        row.extend(a.regret.iter().chain([&a.greatest_regret]).map(|r| count(*r)));
        row.extend(a.weighted_difference.map(signed_count));
        table.add_row(row);
    }
    let least = least_regret(&run.across).map(|i| run.across[i].strategy.to_string()).unwrap_or_default();
    let by_weight = |a: &&AcrossScenarios| a.weighted_difference.unwrap_or(f64::NEG_INFINITY);
    let heaviest = run.across.iter().max_by(|a, b| by_weight(a).total_cmp(&by_weight(b))).filter(|_| weighted);
    let weights = heaviest.map_or(String::new(), |best| {
        let reference = &run.across[0].strategy;
        format!(
            "With the scenarios' weights `{}` is best: weighted difference = mean NPV less that of `{reference}`, by the weights.\n",
            best.strategy
        )
    });
    format!(
        "\nNot knowing which scenario holds: mean NPV lost against the best strategy there\n{table}\n`{least}` has the least greatest regret over the scenarios.\n{weights}"
    )
}

fn pairs(run: &DecisionRun, found: &Decision) -> String {
    let name = |s: usize| found.strategies[s].name.to_string();
    let mut table = table(&["first", "second", "first less second", "90 % interval", "P(first better)"], 2..5);
    for pair in &found.pairs {
        let d = &pair.difference;
        table.add_row([
            name(pair.first),
            name(pair.second),
            signed(d.mean),
            format!("{} to {}", signed(d.p05), signed(d.p95)),
            share_whole(pair.p_first),
        ]);
    }
    format!("\nPair by pair, draw by draw, in {}\n{table}\n", run.study.currency)
}

fn frontier(run: &DecisionRun, found: &Decision) -> String {
    let name = |s: usize| format!("`{}`", found.strategies[s].name);
    let mut order: Vec<usize> = (0..found.strategies.len()).collect();
    order.sort_by(|&a, &b| found.strategies[a].programme.total_cmp(&found.strategies[b].programme));
    let mut table = table(&["strategy", "programme cost", "contribution", "incremental ROI", "frontier"], 1..4);
    for s in order {
        let strategy = &found.strategies[s];
        let (roi, place) = match strategy.standing {
            Standing::Efficient { after: None, .. } => ("–".to_string(), "on it: the cheapest".to_string()),
            Standing::Efficient { after: Some(after), incremental_roi } => {
                (incremental_roi.map_or("–".to_string(), share), format!("on it, after {}", name(after)))
            }
            Standing::Equal { to } => ("–".to_string(), format!("the same as {}", name(to))),
            Standing::Dominated { by } => ("–".to_string(), format!("dominated by {}", name(by))),
            Standing::ExtendedlyDominated { by: [a, b] } => {
                ("–".to_string(), format!("extendedly dominated by a mixture of {} and {}", name(a), name(b)))
            }
        };
        table.add_row([strategy.name.to_string(), count(strategy.programme), count(strategy.contribution), roi, place]);
    }
    format!(
        "\nEfficiency: what a strategy costs against what it brings, means in {}; a step is worth its money while its incremental ROI is above 0\n{table}\n",
        run.study.currency
    )
}

fn acceptability(run: &DecisionRun, found: &Decision) -> String {
    let currency = &run.study.currency;
    let period = run.study.scenarios[0].strategies[0].case.point.horizon.period.name();
    let mut text = String::from("\nWhere another choice would be right, on average\n");
    let words = |curve: &AcceptabilityCurve, x: f64| match curve.over {
        Over::Horizon => format!("{period} {}", count(x)),
        _ => format!("{} {currency}", count(x)),
    };
    for curve in &found.acceptability {
        let mut changes: Vec<(f64, usize, f64)> = Vec::new();
        for point in &curve.points {
            if changes.last().is_none_or(|last| last.1 != point.best) {
                changes.push((point.x, point.best, point.p_best[point.best]));
            }
        }
        let what = match curve.over {
            Over::CustomerValue => "if a customer kept were worth so much, and nothing else counted",
            Over::Horizon => "if only cash up to that time counted",
            Over::Budget => "if the programme might cost at most so much more than the reference's",
        };
        let parts: Vec<String> = changes
            .iter()
            .map(|&(x, best, p)| {
                let name = &found.strategies[best].name;
                format!("`{name}` from {} (best in {})", words(curve, x), share_whole(p))
            })
            .collect();
        text.push_str(&format!("  {what}: {}\n", parts.join(", ")));
    }
    text
}

fn information(run: &DecisionRun, found: &Decision) -> String {
    let currency = &run.study.currency;
    let mut text = format!(
        "\nWhat it is worth to know more before choosing, in {currency}\nKnowing everything: {} (standard error {}).\n",
        count(found.perfect.value),
        compact(found.perfect.standard_error)
    );
    if found.draws < LEAST_DRAWS {
        text.push_str(&format!("What single inputs are worth takes {LEAST_DRAWS} draws or more.\n"));
        return text;
    }
    for (what, all) in [("input", &found.inputs), ("group", &found.groups)] {
        if all.is_empty() {
            continue;
        }
        let mut table = table(&[what, "worth knowing", "standard error", "explains", "fit"], 1..4);
        for known in all.iter().take(LISTED) {
            table.add_row(row(known));
        }
        text.push_str(&format!("{table}\n"));
        if all.len() > LISTED {
            text.push_str(&format!("{} more are worth no more than the last.\n", all.len() - LISTED));
        }
    }
    text.push_str(
        "explains = share of the variance of the difference between the best two that the regression finds.\n",
    );
    for survey in &found.surveys {
        text.push_str(&format!("\n{}\n", survey_words(survey, currency)));
    }
    text
}

fn row(known: &Known) -> [String; 5] {
    let worth = &known.worth;
    let value = worth.value;
    // A value that its own error swallows is none.
    let shown = if value.value <= value.standard_error + worth.bias.max(0.0) && value.value > 0.0 {
        format!("not distinguishable from 0 (about {})", compact(value.value))
    } else {
        count(value.value)
    };
    let fit = if worth.misfit > MISFIT { "misses the shape" } else { "good" };
    [known.name.clone(), shown, compact(value.standard_error), share_whole(worth.explained), fit.to_string()]
}

fn survey_words(survey: &Survey, currency: &str) -> String {
    let (worth, key) = (&survey.worth, &survey.key);
    let value = worth.sample.value;
    let asking = format!("Asking {} customers about `{key}`", count(worth.customers as f64));
    let sd = format!(
        "the share is then known to within {} instead of {} (standard deviations)",
        share(worth.sd_after),
        share(worth.sd_before)
    );
    let is_worth =
        format!("is worth {} {currency} (standard error {})", count(value.value), compact(value.standard_error));
    match survey.cost {
        None => format!("{asking} {is_worth}: it pays if it costs less; {sd}."),
        Some(cost) => {
            let net = value.value - cost;
            let verdict = if net > 0.0 { "it pays" } else { "it does not pay" };
            format!("{asking} {is_worth} and costs {}: {verdict}, {} net; {sd}.", count(cost), signed(net))
        }
    }
}
