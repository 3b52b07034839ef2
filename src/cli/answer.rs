//! What `run` prints: the answer first, then the figures behind it.

use comfy_table::Table;

use crate::analysis::frontier::Standing;
use crate::analysis::scenarios::least_regret;
use crate::analysis::selection::{LEAST, Limit};
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::cli::table::figures;
use crate::language::{Words, say};
use crate::model::money::Account;
use crate::model::word_of_mouth::lost_per_unhappy_customer;
use crate::output::report::data::About;
use crate::output::report::figures::{desk as by_desk, segments as by_segment, variants};
use crate::output::report::headline::headline;
use crate::output::strategy::timing;
use crate::pipeline::Run;
use crate::scenario::study::EngineKind;
use crate::units::{Outcome, period_number};

/// Strategies side by side in a table of model variants.
const MOST_ACROSS: usize = 6;
/// Rows of a table by segment beyond which only the reference and the best strategy are shown.
const MOST_ROWS: usize = 24;

/// The whole text.
pub fn answer(run: &Run) -> String {
    let study = &run.study;
    let words = Words::of(study.language);
    let first = &run.findings.comparisons[0];
    let horizon = &study.scenarios[0].strategies[0].case.point.horizon;
    let periods = words.periods(u64::from(horizon.periods), horizon.period.name());
    let mut text = format!("\n{}\n", study.title);
    text.push_str(&format!("{}\n\n", say!(words, "run-head", horizon = &periods, how = how(run, words))));
    let about = About::of(study);
    text.push_str(&headline(&about, &run.findings, words));
    text.push_str(&settling(run, words));
    text.push('\n');
    for comparison in &run.findings.comparisons {
        if run.findings.comparisons.len() > 1 {
            text.push_str(&format!("\n{}\n", say!(words, "run-scenario", scenario = &*comparison.scenario)));
        }
        text.push_str(&comparison_table(words, comparison, horizon.period.name(), about.is_one_history()));
        text.push('\n');
    }
    let over = match (study.is_uncertain(), study.has_luck()) {
        (true, true) => "inputs-and-luck",
        (true, false) => "inputs",
        (false, true) => "luck",
        (false, false) => "nothing",
    };
    let reference = &*first.strategies[0].name;
    let money = say!(words, "run-money", currency = &study.currency, reference = reference, over = over);
    text.push_str(&format!("{money}\n"));
    text.push_str(&timings(run, words));
    if let Some(number) = first.corrected_by {
        text.push_str(&format!("{}\n", say!(words, "corrected-by", number = number)));
    }
    text.push_str(&shared_luck(run, words, first));
    text.push_str(&error_budget(run, words, first));
    text.push_str(&turned(run, words, first));
    text.push_str(&regret(run, words));
    text.push_str(&knowing_more(run, words));
    text.push_str(&losses(words, first));
    text.push_str(&segments(run, words, first));
    text.push_str(&accounts(words, first, &study.currency));
    text.push_str(&desk(words, first, &periods));
    text.push_str(&word_of_mouth(run, words));
    text.push_str(&curves(run, words));
    text.push_str(&files(run, words));
    text
}

fn how(run: &Run, words: &Words) -> String {
    let settings = &run.study.settings;
    let seed = settings.seed.to_string();
    match settings.engine {
        EngineKind::Expected if settings.draws == 1 => say!(words, "run-how-point"),
        EngineKind::Expected => say!(words, "run-how-draws", number = settings.draws, seed = seed),
        engine => {
            say!(words, "run-how-histories", engine = engine.name(), number = settings.histories(), seed = seed)
        }
    }
}

/// A table whose columns but the first are numbers.
fn table<S: AsRef<str>>(head: &[S]) -> Table {
    crate::cli::table::table(head, 1..head.len())
}

fn comparison_table(words: &Words, comparison: &Comparison, period: &str, is_one: bool) -> String {
    let period = say!(words, "period-name", period = period);
    let mut table = table(&[
        say!(words, "head-strategy"),
        say!(words, "head-npv"),
        say!(words, "head-difference"),
        say!(words, "head-interval"),
        say!(words, "head-roi"),
        say!(words, "head-payback", period = period),
        say!(words, "head-p-best"),
        say!(words, "head-kept"),
    ]);
    for (i, s) in comparison.strategies.iter().enumerate() {
        let d = &s.difference.npv;
        let against = |text: String| if i == 0 { say!(words, "run-reference") } else { text };
        let or_dash = |text: String| if i == 0 { "–".to_string() } else { text };
        let payback = s.payback_period.map(|t| words.count(period_number(t as usize) as f64));
        table.add_row([
            s.name.to_string(),
            words.count(s.worth.npv.mean),
            against(words.signed_count(d.mean)),
            match is_one {
                true => "–".to_string(),
                false => or_dash(say!(words, "range", low = words.signed(d.p05), high = words.signed(d.p95))),
            },
            or_dash(roi(words, s)),
            match s.differs() {
                true => or_dash(payback.unwrap_or_else(|| say!(words, "run-never"))),
                false => "–".to_string(),
            },
            words.share_whole(s.p_best),
            or_dash(words.signed_count(s.customers_kept.mean)),
        ]);
    }
    format!("{table}\n")
}

fn roi(words: &Words, summary: &StrategySummary) -> String {
    match summary.roi.value {
        Some(roi) => words.share(roi),
        None if summary.costs_less() => say!(words, "run-costs-less"),
        None => say!(words, "run-no-cost"),
    }
}

/// What it would be worth to know the inputs before choosing, and which of them; strategies that no budget
/// should buy.
fn knowing_more(run: &Run, words: &Words) -> String {
    let Some(decision) = run.findings.decisions.first() else { return String::new() };
    let error = words.compact(decision.perfect.standard_error);
    let worth = words.money(decision.perfect.value, &run.study.currency);
    let mut evpi = say!(words, "run-evpi", worth = worth, error = error);
    let poor = decision.poor_inputs();
    if !poor.is_empty() {
        let inputs = words.series(&poor.iter().map(|name| format!("`{name}`")).collect::<Vec<String>>());
        evpi = say!(words, "run-evpi-poor", text = evpi, inputs = inputs);
    } else if let Some(input) = decision.inputs.first().filter(|input| input.worth.is_distinguishable()) {
        let worth = words.count(input.worth.value.value);
        let error = words.compact(input.worth.value.standard_error);
        evpi = say!(words, "run-evpi-most", text = evpi, input = &*input.name, worth = worth, error = error);
    }
    let mut text = format!("\n{}", words.sentence(evpi));
    let dominated = decision.strategies.iter().filter_map(|s| match s.standing {
        Standing::Dominated { .. } => Some(say!(words, "run-dominated", name = &*s.name)),
        Standing::ExtendedlyDominated { .. } => Some(say!(words, "run-dominated-by-mix", name = &*s.name)),
        Standing::Efficient { .. } | Standing::Equal { .. } => None,
    });
    let dominated: Vec<String> = dominated.collect();
    if !dominated.is_empty() {
        text.push_str(&format!("\n{}", say!(words, "run-no-budget", names = words.series(&dominated))));
    }
    let commands = ["`recoup decide`", "`sensitivity`", "`why`", "`breakeven`", "`sweep`", "`optimize`"];
    text.push_str(&format!("\n{}\n", say!(words, "run-more", commands = words.series(&commands))));
    text
}

/// What it is worth that strategies share their draws.
fn shared_luck(run: &Run, words: &Words, comparison: &Comparison) -> String {
    if !run.study.has_luck() || run.study.settings.histories() < 2 {
        return String::new();
    }
    let factor = |s: &StrategySummary| {
        let factor = words.fixed(s.variance_reduction?.sqrt(), 1);
        Some(say!(words, "run-shared-luck-of", factor = factor, name = &*s.name))
    };
    let factors: Vec<String> = comparison.strategies[1..].iter().filter_map(factor).collect();
    if factors.is_empty() {
        return String::new();
    }
    let reference = &*comparison.strategies[0].name;
    format!("{}\n", say!(words, "run-shared-luck", reference = reference, factors = words.series(&factors)))
}

/// How a run that went on until settled ended.
fn settling(run: &Run, words: &Words) -> String {
    if run.findings.comparisons[0].strategies.len() < 2 {
        return String::new();
    }
    let Some(settling) = &run.settling else { return String::new() };
    let (limit, most) = match settling.limit {
        Limit::ProbabilityWrong(most) => ("chance", words.share(most)),
        Limit::ExpectedLoss(most) => ("loss", words.count(most)),
    };
    let settled = say!(
        words,
        "run-settled",
        settled = if settling.is_settled { "yes" } else { "no" },
        draws = words.count(run.study.settings.draws as f64),
        chance = small_share(words, settling.probability_wrong),
        loss = words.money(settling.expected_loss, &run.study.currency),
        scenarios = if run.findings.comparisons.len() > 1 { "many" } else { "one" },
        limit = limit,
        most = most,
        looks = settling.looks,
    );
    format!("{settled}\n")
}

/// Which strategies start late or ramp.
fn timings(run: &Run, words: &Words) -> String {
    let horizon = &run.study.scenarios[0].strategies[0].case.point.horizon;
    let of_strategy = |summary: &StrategySummary| {
        let timing = timing(words, &run.findings.changes, &summary.name, horizon.period.name())?;
        Some(format!("{}\n", say!(words, "run-timing", name = &*summary.name, timing = timing)))
    };
    run.findings.comparisons[0].strategies.iter().filter_map(of_strategy).collect()
}

/// The model variants that make another strategy the best.
fn turned(run: &Run, words: &Words, comparison: &Comparison) -> String {
    let Some(found) = run.findings.variants.first() else { return String::new() };
    // Where point values have another best strategy, the headline has said so.
    if found.best != comparison.best() {
        return String::new();
    }
    let table = variants(words, found, Some(found.best), MOST_ACROSS, &run.study.currency);
    table.map_or(String::new(), |table| {
        format!("{}{}\n", figures(words, &table, false), say!(words, "run-all-variants"))
    })
}

/// Customers and money by segment; of many rows those of the reference and the best strategy.
fn segments(run: &Run, words: &Words, comparison: &Comparison) -> String {
    let strategies = comparison.strategies.len();
    let rows = strategies * comparison.strategies[0].segments.len();
    let mut shown: Vec<usize> = (0..strategies).collect();
    if rows > MOST_ROWS {
        shown.retain(|&s| s == 0 || s == comparison.best());
    }
    let tables = by_segment(words, comparison, &shown, &run.study.currency);
    tables.map_or(String::new(), |tables| tables.iter().map(|table| figures(words, table, false)).collect())
}

fn desk(words: &Words, comparison: &Comparison, horizon: &str) -> String {
    by_desk(words, comparison, horizon).map_or(String::new(), |table| figures(words, &table, false))
}

/// What spreads the differences, how far more draws could move their means, and how far shorter periods.
fn error_budget(run: &Run, words: &Words, comparison: &Comparison) -> String {
    let study = &run.study;
    if comparison.strategies.len() < 2 {
        return String::new();
    }
    let by_time_step = |s: &StrategySummary| s.time_step.map_or("–".to_string(), |error| words.signed_count(error));
    if study.settings.histories() < 2 || !(study.is_uncertain() || study.has_luck()) {
        if comparison.strategies.iter().all(|s| s.time_step.is_none()) {
            return String::new();
        }
        let mut table = table(&[say!(words, "head-difference-of"), say!(words, "head-time-step")]);
        for s in &comparison.strategies[1..] {
            table.add_row([s.name.to_string(), by_time_step(s)]);
        }
        return format!("\n{}\n{table}\n", say!(words, "run-time-step", currency = &study.currency));
    }
    let mut table = table(&[
        say!(words, "head-difference-of"),
        say!(words, "head-inputs"),
        say!(words, "head-luck"),
        say!(words, "head-error-of-mean"),
        say!(words, "head-time-step"),
    ]);
    for s in &comparison.strategies[1..] {
        let budget = &s.error_budget;
        let parts = budget.parts();
        let deviation =
            |part: usize| parts.map_or("–".to_string(), |parts| format!("± {}", words.count(parts[part].sqrt())));
        let share =
            |share: Option<f64>| share.map_or(String::new(), |share| format!(" ({})", words.share_whole(share)));
        table.add_row([
            s.name.to_string(),
            deviation(0) + &share(budget.knowledge_share()),
            deviation(1) + &share(budget.knowledge_share().map(|share| 1.0 - share)),
            format!("± {}", words.count(budget.standard_error)),
            by_time_step(s),
        ]);
    }
    let selection = &comparison.selection;
    let name = &*comparison.strategies[selection.best].name;
    let selected = say!(
        words,
        "run-selection",
        known = if selection.risk.is_some() { "yes" } else { "no" },
        name = name,
        chance = small_share(words, selection.risk.map_or(0.0, |risk| risk.probability_wrong)),
        least = LEAST,
    );
    let mut text = format!("\n{}\n{table}\n{selected}\n", say!(words, "run-spread", currency = &study.currency));
    if let Some(by) = &comparison.by_histories {
        let told = say!(
            words,
            "run-by-histories",
            name = name,
            share = words.share_whole(by.p_best[selection.best]),
            worth = words.count(by.evpi),
            seeming = words.count(by.evpi_uncorrected),
        );
        text.push_str(&format!("{told}\n"));
    }
    text
}

/// A share that is a bound, to a tenth of a per cent at least.
fn small_share(words: &Words, x: f64) -> String {
    words.share(x.max(0.001))
}

fn regret(run: &Run, words: &Words) -> String {
    if run.findings.comparisons.len() < 2 {
        return String::new();
    }
    let across = &run.findings.across;
    let mut header = vec![say!(words, "head-strategy"), say!(words, "head-regret")];
    let scenarios = run.findings.comparisons.iter();
    header.extend(scenarios.map(|c| say!(words, "in-scenario", scenario = &*c.scenario)));
    let mut table = table(&header);
    for a in across {
        let mut row = vec![a.strategy.to_string(), words.count(a.greatest_regret)];
        row.extend(a.regret.iter().map(|&r| words.count(r)));
        table.add_row(row);
    }
    let least = least_regret(across).map(|i| across[i].strategy.to_string()).unwrap_or_default();
    format!("\n{}\n{table}\n{}\n", say!(words, "run-regret"), say!(words, "run-least-regret", name = least))
}

fn losses(words: &Words, comparison: &Comparison) -> String {
    let cause = |cause: &str| say!(words, "head-loss-cause", cause = cause);
    let mut header = vec![say!(words, "head-lost"), cause("natural")];
    header.extend(Outcome::ALL.map(|outcome| cause(outcome.name())));
    header.extend([cause("word-of-mouth"), say!(words, "head-damage")]);
    let mut table = table(&header);
    for s in &comparison.strategies {
        let mut row = vec![s.name.to_string(), words.count(s.lost.natural)];
        row.extend(s.lost.by_outcome.iter().map(|&x| words.count(x)));
        let (customers, margin) = (words.count(s.lost.excess()), words.compact(s.lost_yearly_margin));
        row.extend([
            words.count(s.lost.word_of_mouth),
            say!(words, "run-damage", customers = customers, margin = margin),
        ]);
        table.add_row(row);
    }
    format!("\n{}\n{table}\n", say!(words, "run-losses"))
}

fn accounts(words: &Words, comparison: &Comparison, currency: &str) -> String {
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
    let mut header = vec![say!(words, "head-against-reference")];
    header.extend(comparison.strategies[1..].iter().map(|s| s.name.to_string()));
    let mut table = table(&header);
    for account in shown {
        let mut row = vec![say!(words, "account-name", account = account.name())];
        let sign = account.sign();
        row.extend(
            comparison.strategies[1..]
                .iter()
                .map(|s| words.signed_count(sign * s.account_differences[account as usize])),
        );
        table.add_row(row);
    }
    let mut row = vec![say!(words, "npv-difference")];
    row.extend(comparison.strategies[1..].iter().map(|s| words.signed_count(s.difference.npv.mean)));
    table.add_row(row);
    format!("\n{}\n{table}\n", say!(words, "run-accounts", currency = currency))
}

fn word_of_mouth(run: &Run, words: &Words) -> String {
    let case = run.study.scenarios[0].strategies[0].case.with_point_values();
    let hundredths = |x: f64| words.fixed(x, 2);
    // As published, without the 0 before the point.
    let bare = |x: f64| hundredths(x).trim_start_matches('0').to_string();
    let told = say!(
        words,
        "run-word-of-mouth",
        prospects = hundredths(lost_per_unhappy_customer(&case)),
        low = bare(0.07),
        high = bare(0.93),
    );
    format!("\n{told}\n")
}

fn curves(run: &Run, words: &Words) -> String {
    let mut text = String::new();
    let first = &run.findings.comparisons[0].scenario;
    for (_, curve) in run.findings.curves.iter().filter(|(scenario, _)| **scenario == **first) {
        let shares = curve.points.iter().all(|p| p.x.abs() <= 1.0);
        let level = |x: f64| if shares { words.share(x) } else { words.count(x) };
        let mut told = say!(
            words,
            "run-curve",
            name = &curve.strategy,
            key = &curve.key,
            peak = if curve.over_investment.is_some() { "inside" } else { "none" },
            level = curve.over_investment.map(level).unwrap_or_default(),
        );
        if let Some(x) = curve.break_even {
            told = say!(words, "run-curve-break-even", text = told, level = level(x));
        }
        text.push_str(&format!("\n{}", words.sentence(told)));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn files(run: &Run, words: &Words) -> String {
    let here = std::env::current_dir().ok();
    let folder =
        here.and_then(|here| run.folder.strip_prefix(here).map(|p| p.to_path_buf()).ok()).unwrap_or(run.folder.clone());
    let charts = run.files.iter().filter(|name| name.ends_with(".png")).count();
    format!("\n{}\n", say!(words, "run-files", folder = folder.display().to_string(), number = charts))
}
