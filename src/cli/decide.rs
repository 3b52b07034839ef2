//! `recoup decide`.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::acceptability::{AcceptabilityCurve, Over};
use crate::analysis::decision::{Decision, DecisionOptions, Known, Survey};
use crate::analysis::frontier::Standing;
use crate::analysis::information::LEAST_DRAWS;
use crate::analysis::scenarios::least_regret;
use crate::analysis::summary::best_of;
use crate::cli::progress::Progress;
use crate::cli::table::{figures, table};
use crate::cli::{Done, StudyOptions, terminal};
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::language::{Words, say};
use crate::output::report::figures::variants;
use crate::output::report::headline::{elsewhere, weighted};
use crate::output::variant::{Subject, holding};
use crate::pipeline::{DecisionRun, decide};

/// Inputs and groups listed in the terminal.
const LISTED: usize = 8;
/// Strategies side by side in a table of model variants.
const MOST_ACROSS: usize = 6;

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
    /// Whether the choice holds in other models: every model variant, at the point values
    #[arg(long)]
    variants: bool,
    /// Folder for tables and charts [default: none]
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
    progress.stage(say!(options.study_options.words(), "progress-stage", stage = "evaluating"));
    let asked = DecisionOptions {
        groups: options.groups.clone(),
        surveys: options.surveys.clone(),
        survey_cost: options.survey_cost,
        variants: options.variants,
    };
    let request = options.study_options.request(&options.study);
    let mut run = decide(&request, &asked, options.out.as_deref(), &progress)?;
    progress.finish();
    run.said.extend(options.study_options.without_use(&run.study));
    if options.json {
        terminal::print(&format!("{:#}\n", run.json))?;
    } else if !options.quiet {
        terminal::print(&answer(&run))?;
    }
    if !options.quiet {
        terminal::say_all(&terminal::beside_an_answer(run.said));
    }
    Ok(())
}

fn answer(run: &DecisionRun) -> String {
    let words = Words::of(run.study.language);
    let first = &run.decisions[0];
    let mut text = format!("\n{}\n\n{}", run.study.title, headline(run, words, first));
    for found in &run.decisions {
        if run.decisions.len() > 1 {
            text.push_str(&format!("\n{}", say!(words, "run-scenario", scenario = &*found.scenario)));
        }
        text.push_str(&strategies(run, words, found));
    }
    text.push_str(&other_models(run, words));
    text.push_str(&regret(run, words));
    text.push_str(&pairs(run, words, first));
    text.push_str(&frontier(run, words, first));
    text.push_str(&acceptability(run, words, first));
    text.push_str(&information(run, words, first));
    if let Some(folder) = &run.folder {
        let folder = folder.display().to_string();
        text.push_str(&format!("\n{}\n", say!(words, "files-tables-and-charts", folder = folder)));
    }
    text
}

fn headline(run: &DecisionRun, words: &Words, found: &Decision) -> String {
    let currency = &run.study.currency;
    let best = &found.strategies[found.best];
    let equals = found.equals();
    let mut names = vec![format!("`{}`", best.name)];
    names.extend(equals.iter().map(|&s| format!("`{}`", found.strategies[s].name)));
    let p_best = best.p_best + equals.iter().map(|&s| found.strategies[s].p_best).sum::<f64>();
    let mut choice = match (equals.is_empty(), found.second()) {
        (true, _) => say!(words, "decide-choose", name = &*best.name),
        (false, Some(_)) => say!(words, "decide-choose-equal", names = words.either(&names)),
        (false, None) => say!(words, "decide-nothing-to-choose", names = words.list(&names)),
    };
    if let Some(second) = found.second() {
        let second = &found.strategies[second];
        choice = say!(
            words,
            "decide-above",
            text = choice,
            amount = words.money(best.npv.mean - second.npv.mean, currency),
            second = &*second.name,
            who = if equals.is_empty() { "alone" } else { "equal" },
            share = words.share_whole(p_best),
        );
    }
    let amount = words.money(found.perfect.value, currency);
    let mut text = format!("{}\n", words.sentence(choice));
    let holds = run.variants.first().and_then(|models| holding(words, models, found.best, &equals, Subject::Named));
    text.push_str(&holds.map_or(String::new(), |holds| format!("{holds}\n")));
    text.push_str(&format!("{}\n", say!(words, "decide-cost-of-choosing", amount = amount)));
    let least = found.least_regret();
    if least != found.best && !equals.contains(&least) {
        text.push_str(&format!("{}\n", say!(words, "decide-cautious", name = &*found.strategies[least].name)));
    }
    let best = |d: &'_ Decision| (d.scenario.to_string(), d.strategies[d.best].name.to_string());
    let best: Vec<(String, String)> = run.decisions.iter().map(best).collect();
    let best: Vec<(&str, &str)> = best.iter().map(|(scenario, name)| (&**scenario, &**name)).collect();
    if let Some(number) = found.corrected_by {
        text.push_str(&format!("{}\n", say!(words, "corrected-by", number = number)));
    }
    let more = [elsewhere(words, &best), weighted(words, &run.across, currency)];
    more.iter().flatten().for_each(|line| text.push_str(&format!("{line}\n")));
    text
}

fn strategies(run: &DecisionRun, words: &Words, found: &Decision) -> String {
    let head = [
        say!(words, "head-strategy"),
        say!(words, "head-npv"),
        say!(words, "head-quantile", share = words.share_whole(0.05)),
        say!(words, "head-quantile", share = words.share_whole(0.95)),
        say!(words, "head-p-best"),
        say!(words, "head-expected-loss"),
        say!(words, "head-regret"),
        say!(words, "head-worst", share = words.share_whole(0.05)),
    ];
    let mut table = table(&head, 1..8);
    for s in &found.strategies {
        table.add_row([
            s.name.to_string(),
            words.count(s.npv.mean),
            words.count(s.npv.p05),
            words.count(s.npv.p95),
            words.share_whole(s.p_best),
            words.count(s.expected_loss),
            words.count(s.greatest_regret),
            words.count(s.cvar),
        ]);
    }
    let what = say!(words, "decide-strategies", number = found.draws, currency = &run.study.currency);
    format!("\n{what}\n{table}\n")
}

/// The strategies in every model variant, scenario by scenario.
fn other_models(run: &DecisionRun, words: &Words) -> String {
    let mut text = String::new();
    for (found, models) in run.decisions.iter().zip(&run.variants) {
        let table = variants(words, models, None, MOST_ACROSS, &run.study.currency);
        if run.decisions.len() > 1 && table.is_some() {
            text.push_str(&format!("\n{}", say!(words, "run-scenario", scenario = &*found.scenario)));
        }
        match table {
            Some(table) => text.push_str(&figures(words, &table, true)),
            None => text.push_str(&format!("\n{}\n", say!(words, "decide-no-variants"))),
        }
    }
    text
}

fn regret(run: &DecisionRun, words: &Words) -> String {
    if run.decisions.len() < 2 {
        return String::new();
    }
    let mut header = vec![say!(words, "head-scenario-regret")];
    header.extend(run.decisions.iter().map(|d| say!(words, "in-scenario", scenario = &*d.scenario)));
    header.push(say!(words, "head-greatest"));
    let weighted = run.across.iter().all(|a| a.weighted_difference.is_some());
    if weighted {
        header.push(say!(words, "head-weighted"));
    }
    let mut table = table(&header, 1..header.len());
    for a in &run.across {
        let mut row = vec![a.strategy.to_string()];
        row.extend(a.regret.iter().chain([&a.greatest_regret]).map(|r| words.count(*r)));
        row.extend(a.weighted_difference.map(|difference| words.signed_count(difference)));
        table.add_row(row);
    }
    let least = least_regret(&run.across).map(|i| run.across[i].strategy.to_string()).unwrap_or_default();
    let amounts: Option<Vec<f64>> = run.across.iter().map(|a| a.weighted_difference).collect();
    let weights = amounts.map_or(String::new(), |amounts| {
        let [best, reference] = [best_of(&amounts), 0].map(|i| &*run.across[i].strategy);
        format!("{}\n", say!(words, "decide-weighted", name = best, reference = reference))
    });
    format!(
        "\n{}\n{table}\n{}\n{weights}",
        say!(words, "decide-regret"),
        say!(words, "decide-least-regret", name = least)
    )
}

fn pairs(run: &DecisionRun, words: &Words, found: &Decision) -> String {
    let name = |s: usize| found.strategies[s].name.to_string();
    let head = [
        say!(words, "head-first"),
        say!(words, "head-second"),
        say!(words, "head-first-less-second"),
        say!(words, "head-interval"),
        say!(words, "head-p-first"),
    ];
    let mut table = table(&head, 2..5);
    let shown = found.deciding_pairs();
    for pair in &shown {
        let d = &pair.difference;
        table.add_row([
            name(pair.first),
            name(pair.second),
            words.signed(d.mean),
            say!(words, "range", low = words.signed(d.p05), high = words.signed(d.p95)),
            words.share_whole(pair.p_first),
        ]);
    }
    let left = found.pairs.len() - shown.len();
    let left = if left > 0 { format!("{}\n", say!(words, "decide-more-pairs", number = left)) } else { String::new() };
    format!("\n{}\n{table}\n{left}", say!(words, "decide-pairs", currency = &run.study.currency))
}

fn frontier(run: &DecisionRun, words: &Words, found: &Decision) -> String {
    let name = |s: usize| &*found.strategies[s].name;
    let mut order: Vec<usize> = (0..found.strategies.len()).collect();
    order.sort_by(|&a, &b| found.strategies[a].programme.total_cmp(&found.strategies[b].programme));
    let head = [
        say!(words, "head-strategy"),
        say!(words, "head-programme"),
        say!(words, "head-contribution"),
        say!(words, "head-incremental-roi"),
        say!(words, "head-frontier"),
    ];
    let mut table = table(&head, 1..4);
    for s in order {
        let strategy = &found.strategies[s];
        let none = "–".to_string();
        let (roi, place) = match strategy.standing {
            Standing::Efficient { after: None, .. } => (none, say!(words, "decide-cheapest")),
            Standing::Efficient { after: Some(after), incremental_roi } => {
                let roi = incremental_roi.map_or(none, |roi| words.share(roi));
                (roi, say!(words, "decide-after", name = name(after)))
            }
            Standing::Equal { to } => (none, say!(words, "decide-same-as", name = name(to))),
            Standing::Dominated { by } => (none, say!(words, "decide-dominated", name = name(by))),
            Standing::ExtendedlyDominated { by: [a, b] } => {
                (none, say!(words, "decide-dominated-by-mix", first = name(a), second = name(b)))
            }
        };
        let (programme, contribution) = (words.count(strategy.programme), words.count(strategy.contribution));
        table.add_row([strategy.name.to_string(), programme, contribution, roi, place]);
    }
    format!("\n{}\n{table}\n", say!(words, "decide-frontier", currency = &run.study.currency))
}

fn acceptability(run: &DecisionRun, words: &Words, found: &Decision) -> String {
    let currency = &run.study.currency;
    let period = run.study.scenarios[0].strategies[0].case.point.horizon.period.name();
    let mut text = format!("\n{}\n", say!(words, "decide-acceptability"));
    let from = |curve: &AcceptabilityCurve, x: f64| match curve.over {
        Over::Horizon => words.period(x as u64, period),
        _ => words.money(x, currency),
    };
    for curve in &found.acceptability {
        let mut changes: Vec<(f64, usize, f64)> = Vec::new();
        for point in &curve.points {
            if changes.last().is_none_or(|last| last.1 != point.best) {
                changes.push((point.x, point.best, point.p_best[point.best]));
            }
        }
        let part = |&(x, best, p): &(f64, usize, f64)| {
            let (name, share) = (&*found.strategies[best].name, words.share_whole(p));
            say!(words, "decide-acceptability-part", name = name, from = from(curve, x), share = share)
        };
        let parts: Vec<String> = changes.iter().map(part).collect();
        let what = say!(words, "decide-acceptability-over", over = curve.over.name());
        let line = say!(words, "decide-acceptability-line", what = what, parts = words.series(&parts));
        text.push_str(&format!("  {line}\n"));
    }
    text
}

fn information(run: &DecisionRun, words: &Words, found: &Decision) -> String {
    let currency = &run.study.currency;
    let (worth, error) = (words.count(found.perfect.value), words.compact(found.perfect.standard_error));
    let mut text = format!(
        "\n{}\n{}\n",
        say!(words, "decide-information", currency = currency),
        say!(words, "decide-everything", worth = worth, error = error)
    );
    if found.draws < LEAST_DRAWS {
        text.push_str(&format!("{}\n", say!(words, "decide-few-draws", number = LEAST_DRAWS)));
        return text;
    }
    for (what, all) in [(say!(words, "head-input"), &found.inputs), (say!(words, "head-group"), &found.groups)] {
        if all.is_empty() {
            continue;
        }
        let head = [
            what,
            say!(words, "head-worth-knowing"),
            say!(words, "head-standard-error"),
            say!(words, "head-explains"),
            say!(words, "head-fit"),
        ];
        let mut table = table(&head, 1..4);
        for known in all.iter().take(LISTED) {
            table.add_row(row(words, known));
        }
        text.push_str(&format!("{table}\n"));
        if all.len() > LISTED {
            text.push_str(&format!("{}\n", say!(words, "decide-more-inputs", number = all.len() - LISTED)));
        }
    }
    text.push_str(&format!("{}\n", say!(words, "decide-explains")));
    for survey in &found.surveys {
        text.push_str(&format!("\n{}\n", survey_words(words, survey, currency)));
    }
    text
}

fn row(words: &Words, known: &Known) -> [String; 5] {
    let worth = &known.worth;
    let value = worth.value;
    // A value that its own error swallows is none.
    let shown = if !worth.is_distinguishable() && value.value > 0.0 {
        say!(words, "not-distinguishable", value = words.compact(value.value))
    } else {
        words.count(value.value)
    };
    let fit = say!(words, "decide-fit", fit = if worth.is_poor() { "poor" } else { "good" });
    [known.name.clone(), shown, words.compact(value.standard_error), words.share_whole(worth.explained), fit]
}

fn survey_words(words: &Words, survey: &Survey, currency: &str) -> String {
    let (worth, key) = (&survey.worth, survey.key.to_string());
    let value = worth.sample.value;
    let customers = words.count(worth.customers as f64);
    let (amount, error) = (words.money(value.value, currency), words.compact(value.standard_error));
    let (after, before) = (words.share(worth.sd_after), words.share(worth.sd_before));
    let effect = match value.value > 0.0 {
        false => "none",
        true if !worth.sample.is_distinguishable() || worth.sample.is_poor() => "unclear",
        true => "some",
    };
    match survey.cost {
        None => say!(
            words,
            "decide-survey",
            customers = customers,
            key = key,
            effect = effect,
            worth = amount,
            error = error,
            after = after,
            before = before,
        ),
        Some(cost) => say!(
            words,
            "decide-survey-cost",
            customers = customers,
            key = key,
            effect = effect,
            worth = amount,
            error = error,
            cost = words.money(cost, currency),
            pays = match effect {
                "unclear" => "unclear",
                _ if value.value > cost => "yes",
                _ => "no",
            },
            net = words.signed(value.value - cost),
            after = after,
            before = before,
        ),
    }
}
