//! `recoup decide`.

use std::path::PathBuf;

use clap::Args;

use crate::analysis::acceptability::{AcceptabilityCurve, Over};
use crate::analysis::decision::{Decision, DecisionOptions, Known, Survey};
use crate::analysis::frontier::Standing;
use crate::analysis::information::LEAST_DRAWS;
use crate::analysis::scenarios::least_regret;
use crate::analysis::summary::best_of;
use crate::cli::progress::TerminalProgress;
use crate::cli::table::{figures, table};
use crate::cli::{Done, StudyOptions, terminal};
use crate::engine::simulate::use_threads;
use crate::error::Error;
use crate::language::{Locale, tr};
use crate::output::figures::{decision, variants};
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
    let progress = TerminalProgress::new(options.quiet);
    progress.stage(tr!(options.study_options.locale(), "progress-stage", stage = "evaluating"));
    let asked = DecisionOptions {
        groups: options.groups.clone(),
        surveys: options.surveys.clone(),
        survey_cost: options.survey_cost,
        variants: options.variants,
    };
    let request = options.study_options.request(&options.study);
    let mut run = decide(&request, &asked, options.out.as_deref(), &progress)?;
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

fn answer(run: &DecisionRun) -> String {
    let locale = Locale::of(run.study.language);
    let first = &run.decisions[0];
    let mut text = format!("\n{}\n\n{}", run.study.title, headline(run, locale, first));
    for found in &run.decisions {
        if run.decisions.len() > 1 {
            text.push_str(&format!("\n{}", tr!(locale, "run-scenario", scenario = &*found.scenario)));
        }
        text.push_str(&strategies(run, locale, found));
    }
    text.push_str(&other_models(run, locale));
    text.push_str(&regret(run, locale));
    text.push_str(&pairs(run, locale, first));
    text.push_str(&frontier(run, locale, first));
    text.push_str(&acceptability(run, locale, first));
    text.push_str(&information(run, locale, first));
    if let Some(folder) = &run.folder {
        let folder = folder.display().to_string();
        text.push_str(&format!("\n{}\n", tr!(locale, "files-tables-and-charts", folder = folder)));
    }
    text
}

fn headline(run: &DecisionRun, locale: &Locale, found: &Decision) -> String {
    let currency = &run.study.currency;
    let best = &found.strategies[found.best];
    let equals = found.equals();
    let mut names = vec![format!("`{}`", best.name)];
    names.extend(equals.iter().map(|&s| format!("`{}`", found.strategies[s].name)));
    let p_best = best.p_best + equals.iter().map(|&s| found.strategies[s].p_best).sum::<f64>();
    let mut choice = match (equals.is_empty(), found.second()) {
        (true, _) => tr!(locale, "decide-choose", name = &*best.name),
        (false, Some(_)) => tr!(locale, "decide-choose-equal", names = locale.either(&names)),
        (false, None) => tr!(locale, "decide-nothing-to-choose", names = locale.list(&names)),
    };
    if let Some(second) = found.second() {
        let second = &found.strategies[second];
        choice = tr!(
            locale,
            "decide-above",
            text = choice,
            amount = locale.money(best.npv.mean - second.npv.mean, currency),
            second = &*second.name,
            who = if equals.is_empty() { "alone" } else { "equal" },
            share = locale.share_whole(p_best),
        );
    }
    let amount = locale.money(found.perfect.value, currency);
    let mut text = format!("{}\n", locale.sentence(choice));
    let holds = run.variants.first().and_then(|models| holding(locale, models, found.best, &equals, Subject::Named));
    text.push_str(&holds.map_or(String::new(), |holds| format!("{holds}\n")));
    text.push_str(&format!("{}\n", tr!(locale, "decide-cost-of-choosing", amount = amount)));
    let least = found.least_regret();
    if least != found.best && !equals.contains(&least) {
        text.push_str(&format!("{}\n", tr!(locale, "decide-cautious", name = &*found.strategies[least].name)));
    }
    let best = |d: &'_ Decision| (d.scenario.to_string(), d.strategies[d.best].name.to_string());
    let best: Vec<(String, String)> = run.decisions.iter().map(best).collect();
    let best: Vec<(&str, &str)> = best.iter().map(|(scenario, name)| (&**scenario, &**name)).collect();
    if let Some(number) = found.corrected_by {
        text.push_str(&format!("{}\n", tr!(locale, "corrected-by", number = number)));
    }
    let more = [elsewhere(locale, &best), weighted(locale, &run.across, currency)];
    more.iter().flatten().for_each(|line| text.push_str(&format!("{line}\n")));
    text
}

fn strategies(run: &DecisionRun, locale: &Locale, found: &Decision) -> String {
    figures(locale, &decision(locale, found, &run.study.currency), false)
}

/// The strategies in every model variant, scenario by scenario.
fn other_models(run: &DecisionRun, locale: &Locale) -> String {
    let mut text = String::new();
    for (found, models) in run.decisions.iter().zip(&run.variants) {
        let table = variants(locale, models, None, MOST_ACROSS, &run.study.currency);
        if run.decisions.len() > 1 && table.is_some() {
            text.push_str(&format!("\n{}", tr!(locale, "run-scenario", scenario = &*found.scenario)));
        }
        match table {
            Some(table) => text.push_str(&figures(locale, &table, true)),
            None => text.push_str(&format!("\n{}\n", tr!(locale, "decide-no-variants"))),
        }
    }
    text
}

fn regret(run: &DecisionRun, locale: &Locale) -> String {
    if run.decisions.len() < 2 {
        return String::new();
    }
    let mut header = vec![tr!(locale, "head-scenario-regret")];
    header.extend(run.decisions.iter().map(|d| tr!(locale, "in-scenario", scenario = &*d.scenario)));
    header.push(tr!(locale, "head-greatest"));
    let weighted = run.across.iter().all(|a| a.weighted_difference.is_some());
    if weighted {
        header.push(tr!(locale, "head-weighted"));
    }
    let mut table = table(&header, 1..header.len());
    for a in &run.across {
        let mut row = vec![a.strategy.to_string()];
        row.extend(a.regret.iter().chain([&a.greatest_regret]).map(|r| locale.count(*r)));
        row.extend(a.weighted_difference.map(|difference| locale.signed_count(difference)));
        table.add_row(row);
    }
    let least = least_regret(&run.across).map(|i| run.across[i].strategy.to_string()).unwrap_or_default();
    let amounts: Option<Vec<f64>> = run.across.iter().map(|a| a.weighted_difference).collect();
    let weights = amounts.map_or(String::new(), |amounts| {
        let [best, reference] = [best_of(&amounts), 0].map(|i| &*run.across[i].strategy);
        format!("{}\n", tr!(locale, "decide-weighted", name = best, reference = reference))
    });
    format!(
        "\n{}\n{table}\n{}\n{weights}",
        tr!(locale, "decide-regret"),
        tr!(locale, "decide-least-regret", name = least)
    )
}

fn pairs(run: &DecisionRun, locale: &Locale, found: &Decision) -> String {
    let name = |s: usize| found.strategies[s].name.to_string();
    let head = [
        tr!(locale, "head-first"),
        tr!(locale, "head-second"),
        tr!(locale, "head-first-less-second"),
        tr!(locale, "head-interval"),
        tr!(locale, "head-p-first"),
    ];
    let mut table = table(&head, 2..5);
    let shown = found.deciding_pairs();
    for pair in &shown {
        let d = &pair.difference;
        table.add_row([
            name(pair.first),
            name(pair.second),
            locale.signed(d.mean),
            tr!(locale, "range", low = locale.signed(d.p05), high = locale.signed(d.p95)),
            locale.share_whole(pair.p_first),
        ]);
    }
    let left = found.pairs.len() - shown.len();
    let left = if left > 0 { format!("{}\n", tr!(locale, "decide-more-pairs", number = left)) } else { String::new() };
    format!("\n{}\n{table}\n{left}", tr!(locale, "decide-pairs", currency = &run.study.currency))
}

fn frontier(run: &DecisionRun, locale: &Locale, found: &Decision) -> String {
    let name = |s: usize| &*found.strategies[s].name;
    let mut order: Vec<usize> = (0..found.strategies.len()).collect();
    order.sort_by(|&a, &b| found.strategies[a].programme.total_cmp(&found.strategies[b].programme));
    let head = [
        tr!(locale, "head-strategy"),
        tr!(locale, "head-programme"),
        tr!(locale, "head-contribution"),
        tr!(locale, "head-incremental-roi"),
        tr!(locale, "head-frontier"),
    ];
    let mut table = table(&head, 1..4);
    for s in order {
        let strategy = &found.strategies[s];
        let none = "–".to_string();
        let (roi, place) = match strategy.standing {
            Standing::Efficient { after: None, .. } => (none, tr!(locale, "decide-cheapest")),
            Standing::Efficient { after: Some(after), incremental_roi } => {
                let roi = incremental_roi.map_or(none, |roi| locale.share(roi));
                (roi, tr!(locale, "decide-after", name = name(after)))
            }
            Standing::Equal { to } => (none, tr!(locale, "decide-same-as", name = name(to))),
            Standing::Dominated { by } => (none, tr!(locale, "decide-dominated", name = name(by))),
            Standing::ExtendedlyDominated { by: [a, b] } => {
                (none, tr!(locale, "decide-dominated-by-mix", first = name(a), second = name(b)))
            }
        };
        let (programme, contribution) = (locale.count(strategy.programme), locale.count(strategy.contribution));
        table.add_row([strategy.name.to_string(), programme, contribution, roi, place]);
    }
    format!("\n{}\n{table}\n", tr!(locale, "decide-frontier", currency = &run.study.currency))
}

fn acceptability(run: &DecisionRun, locale: &Locale, found: &Decision) -> String {
    let currency = &run.study.currency;
    let period = run.study.scenarios[0].strategies[0].parameters.point.horizon.period.name();
    let mut text = format!("\n{}\n", tr!(locale, "decide-acceptability"));
    let from = |curve: &AcceptabilityCurve, x: f64| match curve.over {
        Over::Horizon => locale.period(x as u64, period),
        _ => locale.money(x, currency),
    };
    for curve in &found.acceptability {
        let mut changes: Vec<(f64, usize, f64)> = Vec::new();
        for point in &curve.points {
            if changes.last().is_none_or(|last| last.1 != point.best) {
                changes.push((point.x, point.best, point.p_best[point.best]));
            }
        }
        let part = |&(x, best, p): &(f64, usize, f64)| {
            let (name, share) = (&*found.strategies[best].name, locale.share_whole(p));
            tr!(locale, "decide-acceptability-part", name = name, from = from(curve, x), share = share)
        };
        let parts: Vec<String> = changes.iter().map(part).collect();
        let what = tr!(locale, "decide-acceptability-over", over = curve.over.name());
        let line = tr!(locale, "decide-acceptability-line", what = what, parts = locale.series(&parts));
        text.push_str(&format!("  {line}\n"));
    }
    text
}

fn information(run: &DecisionRun, locale: &Locale, found: &Decision) -> String {
    let currency = &run.study.currency;
    let (worth, error) = (locale.count(found.perfect.value), locale.compact(found.perfect.standard_error));
    let mut text = format!(
        "\n{}\n{}\n",
        tr!(locale, "decide-information", currency = currency),
        tr!(locale, "decide-everything", worth = worth, error = error)
    );
    if found.draws < LEAST_DRAWS {
        text.push_str(&format!("{}\n", tr!(locale, "decide-few-draws", number = LEAST_DRAWS)));
        return text;
    }
    for (what, all) in [(tr!(locale, "head-input"), &found.inputs), (tr!(locale, "head-group"), &found.groups)] {
        if all.is_empty() {
            continue;
        }
        let head = [
            what,
            tr!(locale, "head-worth-knowing"),
            tr!(locale, "head-standard-error"),
            tr!(locale, "head-explains"),
            tr!(locale, "head-fit"),
        ];
        let mut table = table(&head, 1..4);
        for known in all.iter().take(LISTED) {
            table.add_row(row(locale, known));
        }
        text.push_str(&format!("{table}\n"));
        if all.len() > LISTED {
            text.push_str(&format!("{}\n", tr!(locale, "decide-more-inputs", number = all.len() - LISTED)));
        }
    }
    text.push_str(&format!("{}\n", tr!(locale, "decide-explains")));
    for survey in &found.surveys {
        text.push_str(&format!("\n{}\n", survey_words(locale, survey, currency)));
    }
    text
}

fn row(locale: &Locale, known: &Known) -> [String; 5] {
    let worth = &known.worth;
    let value = worth.value;
    // A value that its own error swallows is none.
    let shown = if !worth.is_distinguishable() && value.value > 0.0 {
        tr!(locale, "not-distinguishable", value = locale.compact(value.value))
    } else {
        locale.count(value.value)
    };
    let fit = tr!(locale, "decide-fit", fit = if worth.is_poor() { "poor" } else { "good" });
    [known.name.clone(), shown, locale.compact(value.standard_error), locale.share_whole(worth.explained), fit]
}

fn survey_words(locale: &Locale, survey: &Survey, currency: &str) -> String {
    let (worth, key) = (&survey.worth, survey.key.to_string());
    let value = worth.sample.value;
    let customers = locale.count(worth.customers as f64);
    let (amount, error) = (locale.money(value.value, currency), locale.compact(value.standard_error));
    let (after, before) = (locale.share(worth.sd_after), locale.share(worth.sd_before));
    let effect = match value.value > 0.0 {
        false => "none",
        true if !worth.sample.is_distinguishable() || worth.sample.is_poor() => "unclear",
        true => "some",
    };
    match survey.cost {
        None => tr!(
            locale,
            "decide-survey",
            customers = customers,
            key = key,
            effect = effect,
            worth = amount,
            error = error,
            after = after,
            before = before,
        ),
        Some(cost) => tr!(
            locale,
            "decide-survey-cost",
            customers = customers,
            key = key,
            effect = effect,
            worth = amount,
            error = error,
            cost = locale.money(cost, currency),
            pays = match effect {
                "unclear" => "unclear",
                _ if value.value > cost => "yes",
                _ => "no",
            },
            net = locale.signed(value.value - cost),
            after = after,
            before = before,
        ),
    }
}
