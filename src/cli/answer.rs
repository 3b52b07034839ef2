//! What `run` prints: the answer first, then the figures behind it.

use comfy_table::Table;

use crate::analysis::cautions::{PUBLISHED_ROI, roi_outside_published};
use crate::analysis::frontier::Standing;
use crate::analysis::scenarios::least_regret;
use crate::analysis::selection::Limit;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::model::money::Account;
use crate::model::word_of_mouth::lost_per_unhappy_customer;
use crate::output::format::{compact, count, plural, share, share_whole, signed, signed_count};
use crate::pipeline::Run;
use crate::scenario::study::EngineKind;
use crate::units::Outcome;

/// The whole text.
pub fn answer(run: &Run) -> String {
    let study = &run.study;
    let first = &run.findings.comparisons[0];
    let horizon = &study.scenarios[0].strategies[0].case.point.horizon;
    let periods = plural(u64::from(horizon.periods), horizon.period.name());
    let mut text = format!("\n{}\n", study.title);
    text.push_str(&format!("{}, {}\n\n", periods, how(run)));
    text.push_str(&headline(run, first, &periods));
    text.push_str(&settling(run));
    text.push('\n');
    for comparison in &run.findings.comparisons {
        if run.findings.comparisons.len() > 1 {
            text.push_str(&format!("\nScenario `{}`\n", comparison.scenario));
        }
        text.push_str(&comparison_table(comparison, horizon.period.name()));
        text.push('\n');
    }
    text.push_str(&format!(
        "Money is net present value in {} against `{}`; ranges are 90 % intervals over {}.\n",
        study.currency,
        first.strategies[0].name,
        match (study.is_uncertain(), study.has_luck()) {
            (true, true) => "draws of inputs and customers",
            (true, false) => "draws of inputs",
            (false, true) => "the luck of customers at the point values",
            (false, false) => "nothing: the point values",
        }
    ));
    text.push_str(&shared_luck(run, first));
    text.push_str(&error_budget(run, first));
    text.push_str(&regret(run));
    text.push_str(&knowing_more(run));
    text.push_str(&losses(first));
    text.push_str(&accounts(first, &study.currency));
    text.push_str(&word_of_mouth(run));
    text.push_str(&curves(run));
    text.push_str(&files(run));
    text
}

fn how(run: &Run) -> String {
    let settings = &run.study.settings;
    match settings.engine {
        EngineKind::Expected if settings.draws == 1 => "expected engine at the point values".to_string(),
        EngineKind::Expected => {
            format!("expected engine, {} parameter draws, seed {}", count(settings.draws as f64), settings.seed)
        }
        engine => format!(
            "{} engine, {} histories, seed {}",
            engine.name(),
            count(settings.histories() as f64),
            settings.seed
        ),
    }
}

/// Which strategy pays, by how much, how sure.
fn headline(run: &Run, comparison: &Comparison, periods: &str) -> String {
    let currency = &run.study.currency;
    let best = &comparison.strategies[comparison.best()];
    let reference = &comparison.strategies[0].name;
    let mut text = if comparison.strategies.len() == 1 {
        format!(
            "`{}` is worth {} {currency} over {periods} (90 % interval {} to {}). There is no second strategy to compare it with.",
            best.name,
            count(best.worth.npv.mean),
            compact(best.worth.npv.p05),
            compact(best.worth.npv.p95)
        )
    } else if comparison.best() == 0 {
        let equals = comparison.equals(0);
        let same = listed(equals.iter().map(|&i| &*comparison.strategies[i].name));
        match (equals.len(), comparison.strategies.len() - 1) {
            (0, _) => {
                format!("None of the strategies beats `{reference}`: each costs more than it brings over {periods}.")
            }
            (n, all) if n == all => {
                format!("There is nothing to choose: over {periods} {same} and `{reference}` come to the same.")
            }
            _ => format!(
                "None of the strategies beats `{reference}` over {periods}: {same} and `{reference}` come to the same, each other one costs more than it brings."
            ),
        }
    } else {
        let d = &best.difference.npv;
        let mut text = format!(
            "`{}` pays best: {} {currency} more than `{reference}` over {periods} (90 % interval {} to {})",
            best.name,
            count(d.mean),
            signed(d.p05),
            signed(d.p95)
        );
        match best.roi.value {
            Some(roi) => text.push_str(&format!(", a return of {} on what it costs", share(roi))),
            None => text.push_str("; it costs less than the reference, so it has no return on investment"),
        }
        text.push('.');
        let equals = comparison.equals(comparison.best());
        if !equals.is_empty() {
            let same = listed(equals.iter().map(|&i| &*comparison.strategies[i].name));
            text.push_str(&format!(" It is not alone: {same} and `{}` come to the same.", best.name));
        }
        text
    };
    let equals = comparison.equals(comparison.best());
    let rivals = comparison.strategies.len() > 1 + equals.len();
    if rivals && run.study.is_uncertain() {
        let best_or_equal = equals.iter().map(|&i| comparison.strategies[i].p_best).sum::<f64>() + best.p_best;
        let sure = share_whole(best_or_equal);
        let who = if equals.is_empty() { "it is the best strategy" } else { "no other strategy is better" };
        text.push_str(&format!("\nGiven what is uncertain about the inputs, {who} in {sure} of draws"));
        if run.study.has_luck() && comparison.best() != 0 {
            let beats = share_whole(best.p_beats_reference);
            text.push_str(&format!("; in a single market it would beat `{reference}` {beats} of the time"));
        }
        text.push('.');
    } else if rivals && run.study.has_luck() && comparison.best() != 0 {
        text.push_str(&format!(
            "\nNo input is uncertain; the luck of customers alone leaves a standard error of {} on that mean, and in a single market it would beat `{reference}` {} of the time.",
            compact(best.difference_standard_error),
            share_whole(best.p_beats_reference)
        ));
    }
    if let (Some(roi), Some(reason)) = (best.roi.value, roi_outside_published(best)) {
        text.push_str(&format!(
            "\nPublished returns of service recovery run from {} to {}; {} lies outside: {reason}.",
            share_whole(PUBLISHED_ROI[0]),
            share_whole(PUBLISHED_ROI[1]),
            share(roi)
        ));
    }
    text.push('\n');
    text
}

/// `a`, `b` and `c`.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}

/// A table whose columns but the first are numbers.
fn table<S: AsRef<str>>(head: &[S]) -> Table {
    crate::cli::table::table(head, 1..head.len())
}

fn comparison_table(comparison: &Comparison, period: &str) -> String {
    let payback = format!("payback ({period})");
    let mut table = table(&[
        "strategy",
        "NPV",
        "difference",
        "90 % interval",
        "ROI",
        payback.as_str(),
        "P(best)",
        "customers kept",
    ]);
    for (i, s) in comparison.strategies.iter().enumerate() {
        let d = &s.difference.npv;
        let against = |text: String| if i == 0 { "reference".to_string() } else { text };
        let or_dash = |text: String| if i == 0 { "–".to_string() } else { text };
        table.add_row([
            s.name.to_string(),
            count(s.worth.npv.mean),
            against(signed_count(d.mean)),
            or_dash(format!("{} to {}", signed(d.p05), signed(d.p95))),
            or_dash(roi(s)),
            or_dash(s.payback_period.map_or("never".to_string(), |t| count(f64::from(t) + 1.0))),
            share_whole(s.p_best),
            or_dash(signed_count(s.customers_kept.mean)),
        ]);
    }
    format!("{table}\n")
}

fn roi(summary: &StrategySummary) -> String {
    match summary.roi.value {
        Some(roi) => share(roi),
        None if summary.difference.programme.mean < 0.0 => "costs less".to_string(),
        None => "no cost".to_string(),
    }
}

/// What it would be worth to know the inputs before choosing, and which of them; strategies that no budget
/// should buy.
fn knowing_more(run: &Run) -> String {
    let Some(decision) = run.findings.decisions.first() else { return String::new() };
    let currency = &run.study.currency;
    let mut text = format!(
        "\nTo know all inputs before choosing would be worth {} {currency} (EVPI)",
        count(decision.perfect.value)
    );
    if let Some(input) = decision.inputs.first().filter(|input| input.worth.value.value > 0.0) {
        text.push_str(&format!("; most of any, `{}` alone {}", input.name, count(input.worth.value.value)));
    }
    text.push('.');
    let dominated = decision.strategies.iter().filter_map(|s| match s.standing {
        Standing::Dominated { .. } => Some(format!("`{}` (another costs less and brings more)", s.name)),
        Standing::ExtendedlyDominated { .. } => Some(format!("`{}` (a mix of others does better)", s.name)),
        Standing::Efficient { .. } | Standing::Equal { .. } => None,
    });
    let dominated: Vec<String> = dominated.collect();
    if !dominated.is_empty() {
        text.push_str(&format!("\nNo budget should buy {}.", dominated.join(", ")));
    }
    text.push_str("\nMore: `recoup decide`, `sensitivity`, `why`, `breakeven`, `sweep`, `optimize`.\n");
    text
}

/// What it is worth that strategies share their draws.
fn shared_luck(run: &Run, comparison: &Comparison) -> String {
    if !run.study.has_luck() || run.study.settings.histories() < 2 {
        return String::new();
    }
    let factor = |s: &StrategySummary| {
        let factor = s.variance_reduction?;
        Some(format!("{:.1} times for `{}`", factor.sqrt(), s.name))
    };
    let factors: Vec<String> = comparison.strategies[1..].iter().filter_map(factor).collect();
    if factors.is_empty() {
        return String::new();
    }
    format!(
        "Strategies meet the same draws, which makes the standard error of the difference to `{}` smaller: {} (variance-reduction factors of all pairs are in result.json).\n",
        comparison.strategies[0].name,
        factors.join(", ")
    )
}

/// How a run that went on until settled ended.
fn settling(run: &Run) -> String {
    let Some(settling) = &run.settling else { return String::new() };
    let draws = count(run.study.settings.draws as f64);
    let asked = match settling.limit {
        Limit::ProbabilityWrong(most) => format!("a chance of {}", share(most)),
        Limit::ExpectedLoss(most) => format!("an expected loss of {}", count(most)),
    };
    let verdict = if settling.is_settled {
        format!("Settled with {draws} draws")
    } else {
        format!("Not settled with {draws} draws, the most that are tried")
    };
    let everywhere = if run.findings.comparisons.len() > 1 { ", in the least sure scenario" } else { "" };
    format!(
        "{verdict}: the chance that another strategy is better on average is {}, the expected loss of stopping {} {}{everywhere} (the limit is {asked}).\n",
        small_share(settling.probability_wrong),
        count(settling.expected_loss),
        run.study.currency,
    )
}

/// What spreads the differences, and how far more draws could move their means.
fn error_budget(run: &Run, comparison: &Comparison) -> String {
    let study = &run.study;
    if comparison.strategies.len() < 2 || !(study.is_uncertain() || study.has_luck()) {
        return String::new();
    }
    let mut table = table(&["difference of", "uncertain inputs", "luck of customers", "Monte Carlo error of the mean"]);
    for s in &comparison.strategies[1..] {
        let budget = &s.error_budget;
        let deviation = |variance: f64| format!("± {}", count(variance.sqrt()));
        let share = |share: Option<f64>| share.map_or(String::new(), |share| format!(" ({})", share_whole(share)));
        table.add_row([
            s.name.to_string(),
            deviation(budget.parameters) + &share(budget.knowledge_share()),
            deviation(budget.customers) + &share(budget.knowledge_share().map(|share| 1.0 - share)),
            format!("± {}", count(budget.standard_error)),
        ]);
    }
    let selection = &comparison.selection;
    let mut text = format!(
        "\nWhat spreads the differences: standard deviations in {}, and shares of the variance of one market\n{table}\nWith so many draws the chance that another strategy than `{}` is better on average is {}.\n",
        study.currency,
        comparison.strategies[selection.best].name,
        small_share(selection.probability_wrong)
    );
    if let Some(by) = &comparison.by_histories {
        text.push_str(&format!(
            "By histories alone, the luck of customers taken out, `{}` is best in {} of draws and perfect information is worth {}; with luck taken for knowledge it would seem worth {}.\n",
            comparison.strategies[selection.best].name,
            share_whole(by.p_best[selection.best]),
            count(by.evpi),
            count(by.evpi_uncorrected)
        ));
    }
    text
}

/// A share, to a tenth of a per cent.
fn small_share(x: f64) -> String {
    if x < 0.001 { "below 0.1 %".to_string() } else { share(x) }
}

fn regret(run: &Run) -> String {
    if run.findings.comparisons.len() < 2 {
        return String::new();
    }
    let across = &run.findings.across;
    let mut header = vec!["greatest regret".to_string()];
    header.extend(run.findings.comparisons.iter().map(|c| format!("in `{}`", c.scenario)));
    let mut header: Vec<&str> = header.iter().map(String::as_str).collect();
    header.insert(0, "strategy");
    let mut table = table(&header);
    for a in across {
        let mut row = vec![a.strategy.to_string(), count(a.greatest_regret)];
        row.extend(a.regret.iter().map(|&r| count(r)));
        table.add_row(row);
    }
    let least = least_regret(across).map(|i| across[i].strategy.to_string()).unwrap_or_default();
    format!(
        "\nRegret: what is lost by the strategy where another would have been better\n{table}\n`{least}` has the least greatest regret.\n"
    )
}

fn losses(comparison: &Comparison) -> String {
    let mut header = vec!["customers lost", "natural"];
    header.extend(Outcome::ALL.map(Outcome::name));
    header.extend(["word of mouth", "market damage"]);
    let mut table = table(&header);
    for s in &comparison.strategies {
        let mut row = vec![s.name.to_string(), count(s.lost.natural)];
        row.extend(s.lost.by_outcome.iter().map(|&x| count(x)));
        row.extend([
            count(s.lost.word_of_mouth),
            format!("{} ({} a year)", count(s.lost.excess()), compact(s.lost_yearly_margin)),
        ]);
        table.add_row(row);
    }
    format!(
        "\nWhere customers are lost: in excess of what would have left anyway, and the yearly margin that goes with them\n{table}\n"
    )
}

fn accounts(comparison: &Comparison, currency: &str) -> String {
    if comparison.strategies.len() < 2 {
        return String::new();
    }
    let shown: Vec<Account> = Account::ALL
        .into_iter()
        .filter(|&a| comparison.strategies.iter().any(|s| s.account_differences[a as usize].abs() >= 0.5))
        .collect();
    if shown.is_empty() {
        return String::new();
    }
    let mut header = vec!["against the reference".to_string()];
    header.extend(comparison.strategies[1..].iter().map(|s| s.name.to_string()));
    let mut table = table(&header);
    let label = |account: Account| match account {
        Account::Margin => "margin of active customers".to_string(),
        Account::Retention => "retention cost".to_string(),
        Account::Acquisition => "acquisition cost".to_string(),
        other => other.name().replace('_', " "),
    };
    for account in shown {
        let mut row = vec![label(account)];
        let sign = account.sign();
        row.extend(
            comparison.strategies[1..].iter().map(|s| signed_count(sign * s.account_differences[account as usize])),
        );
        table.add_row(row);
    }
    let mut row = vec!["NPV difference".to_string()];
    row.extend(comparison.strategies[1..].iter().map(|s| signed_count(s.difference.npv.mean)));
    table.add_row(row);
    format!("\nWhere the money comes from, in {currency} (plus: better than the reference)\n{table}\n")
}

fn word_of_mouth(run: &Run) -> String {
    let case = run.study.scenarios[0].strategies[0].case.with_point_values();
    format!(
        "\nWord of mouth costs {:.2} prospects per unhappy customer as the study is written; published figures run from .07 to .93.\n",
        lost_per_unhappy_customer(&case)
    )
}

fn curves(run: &Run) -> String {
    let mut text = String::new();
    let first = &run.findings.comparisons[0].scenario;
    for (_, curve) in run.findings.curves.iter().filter(|(scenario, _)| **scenario == **first) {
        let level = |x: f64| if curve.points.iter().all(|p| p.x.abs() <= 1.0) { share(x) } else { count(x) };
        text.push_str(&format!("\nROI curve of `{}` over {}: ", curve.strategy, curve.key));
        text.push_str(&match curve.over_investment {
            Some(x) => format!("the next unit loses money beyond {}", level(x)),
            None => "the difference has no peak inside the range".to_string(),
        });
        if let Some(x) = curve.break_even {
            text.push_str(&format!("; break-even at {}", level(x)));
        }
        text.push('.');
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn files(run: &Run) -> String {
    let here = std::env::current_dir().ok();
    let folder =
        here.and_then(|here| run.folder.strip_prefix(here).map(|p| p.to_path_buf()).ok()).unwrap_or(run.folder.clone());
    let charts = run.files.iter().filter(|name| name.ends_with(".png")).count();
    format!(
        "\nIn {}: {} as SVG and PNG, tables as Parquet and CSV, result.json, study.toml\n",
        folder.display(),
        plural(charts as u64, "chart")
    )
}
