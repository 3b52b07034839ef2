//! What `run` prints: the answer first, then the figures behind it.

use crate::analysis::frontier::Standing;
use crate::analysis::scenarios::least_regret;
use crate::analysis::selection::{LEAST, Limit};
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::cli::table::figures as set;
use crate::language::{Locale, tr};
use crate::model::word_of_mouth::lost_per_unhappy_customer;
use crate::output::figures::{self, Figures};
use crate::output::level::level;
use crate::output::report::data::About;
use crate::output::report::headline::headline;
use crate::output::strategy::timing;
use crate::pipeline::Run;
use crate::scenario::study::EngineKind;

/// Strategies side by side in a table of model variants.
const MOST_ACROSS: usize = 6;
/// Rows of a table by segment beyond which only the reference and the best strategy are shown.
const MOST_ROWS: usize = 24;

/// The whole text.
pub(super) fn answer(run: &Run) -> String {
    let study = &run.study;
    let locale = Locale::of(study.language);
    let first = &run.findings.comparisons[0];
    let horizon = &study.scenarios[0].strategies[0].parameters.point.horizon;
    let periods = locale.periods(u64::from(horizon.periods), horizon.period.name());
    let mut text = format!("\n{}\n", study.title);
    text.push_str(&format!("{}\n\n", tr!(locale, "run-head", horizon = &periods, how = how(run, locale))));
    let about = About::of(study);
    text.push_str(&headline(&about, &run.findings, locale));
    text.push_str(&settling(run, locale));
    if run.findings.comparisons.len() == 1 {
        text.push('\n');
    }
    for (scenario, comparison) in run.findings.comparisons.iter().enumerate() {
        if run.findings.comparisons.len() > 1 {
            text.push_str(&format!("\n{}\n", tr!(locale, "run-scenario", scenario = &*comparison.scenario)));
        }
        text.push_str(&set(locale, &figures::strategies(locale, &about, &run.findings, scenario), false));
        text.push('\n');
    }
    let over = match (study.is_uncertain(), study.has_chance()) {
        (true, true) => "inputs-and-luck",
        (true, false) => "inputs",
        (false, true) => "luck",
        (false, false) => "nothing",
    };
    let reference = &*first.strategies[0].name;
    let money = tr!(locale, "run-money", currency = &study.currency, reference = reference, over = over);
    text.push_str(&format!("{money}\n"));
    text.push_str(&timings(run, locale));
    if let Some(number) = first.corrected_by {
        text.push_str(&format!("{}\n", tr!(locale, "corrected-by", number = number)));
    }
    text.push_str(&shared_luck(run, locale, first));
    text.push_str(&error_budget(&about, locale, first));
    text.push_str(&turned(run, locale, first));
    text.push_str(&regret(run, locale));
    text.push_str(&knowing_more(run, locale));
    text.push_str(&set(locale, &figures::losses(locale, first), false));
    text.push_str(&segments(run, locale, first));
    text.push_str(&table(locale, figures::account_differences(locale, first, &study.currency)));
    text.push_str(&table(locale, figures::desk(locale, first, &periods)));
    text.push_str(&word_of_mouth(run, locale));
    text.push_str(&curves(run, locale));
    text.push_str(&files(run, locale));
    text
}

fn how(run: &Run, locale: &Locale) -> String {
    let settings = &run.study.settings;
    let seed = settings.seed.to_string();
    match settings.engine {
        EngineKind::Expected if settings.draws == 1 => tr!(locale, "run-how-point"),
        EngineKind::Expected => tr!(locale, "run-how-draws", number = settings.draws, seed = seed),
        engine => {
            tr!(locale, "run-how-histories", engine = engine.name(), number = settings.simulations(), seed = seed)
        }
    }
}

/// A table, where there is one.
fn table(locale: &Locale, found: Option<Figures>) -> String {
    found.map_or(String::new(), |found| set(locale, &found, false))
}

/// What it would be worth to know the inputs before choosing, and which of them; strategies that no budget
/// should buy.
fn knowing_more(run: &Run, locale: &Locale) -> String {
    let Some(decision) = run.findings.decisions.first() else { return String::new() };
    let error = locale.compact(decision.perfect.standard_error);
    let worth = locale.money(decision.perfect.value, &run.study.currency);
    let mut evpi = tr!(locale, "run-evpi", worth = worth, error = error);
    let poor = decision.poor_inputs();
    if !poor.is_empty() {
        let inputs = locale.series(&poor.iter().map(|name| format!("`{name}`")).collect::<Vec<String>>());
        evpi = tr!(locale, "run-evpi-poor", text = evpi, inputs = inputs);
    } else if let Some(input) = decision.inputs.first().filter(|input| input.worth.is_distinguishable()) {
        let worth = locale.count(input.worth.value.value);
        let error = locale.compact(input.worth.value.standard_error);
        evpi = tr!(locale, "run-evpi-most", text = evpi, input = &*input.name, worth = worth, error = error);
    }
    let mut text = format!("\n{}", locale.sentence(evpi));
    let dominated = decision.strategies.iter().filter_map(|s| match s.standing {
        Standing::Dominated { .. } => Some(tr!(locale, "run-dominated", name = &*s.name)),
        Standing::ExtendedlyDominated { .. } => Some(tr!(locale, "run-dominated-by-mix", name = &*s.name)),
        Standing::Efficient { .. } | Standing::Equal { .. } => None,
    });
    let dominated: Vec<String> = dominated.collect();
    if !dominated.is_empty() {
        text.push_str(&format!("\n{}", tr!(locale, "run-no-budget", names = locale.series(&dominated))));
    }
    let commands = ["`recoup decide`", "`sensitivity`", "`why`", "`breakeven`", "`sweep`", "`optimize`"];
    text.push_str(&format!("\n{}\n", tr!(locale, "run-more", commands = locale.series(&commands))));
    text
}

/// What it is worth that strategies share their draws.
fn shared_luck(run: &Run, locale: &Locale, comparison: &Comparison) -> String {
    if !run.study.has_chance() || run.study.settings.simulations() < 2 {
        return String::new();
    }
    let factor = |s: &StrategySummary| {
        let factor = locale.fixed(s.variance_reduction?.sqrt(), 1);
        Some(tr!(locale, "run-shared-luck-of", factor = factor, name = &*s.name))
    };
    let factors: Vec<String> = comparison.strategies[1..].iter().filter_map(factor).collect();
    if factors.is_empty() {
        return String::new();
    }
    let reference = &*comparison.strategies[0].name;
    format!("{}\n", tr!(locale, "run-shared-luck", reference = reference, factors = locale.series(&factors)))
}

/// How a run that went on until settled ended.
fn settling(run: &Run, locale: &Locale) -> String {
    if run.findings.comparisons[0].strategies.len() < 2 {
        return String::new();
    }
    let Some(settling) = &run.settling else { return String::new() };
    let (limit, most) = match settling.limit {
        Limit::ProbabilityWrong(most) => ("chance", locale.share(most)),
        Limit::ExpectedLoss(most) => ("loss", locale.count(most)),
    };
    let settled = tr!(
        locale,
        "run-settled",
        settled = if settling.is_settled { "yes" } else { "no" },
        draws = locale.count(run.study.settings.draws as f64),
        chance = small_share(locale, settling.probability_wrong),
        loss = locale.money(settling.expected_loss, &run.study.currency),
        scenarios = if run.findings.comparisons.len() > 1 { "many" } else { "one" },
        limit = limit,
        most = most,
        looks = settling.looks,
    );
    format!("{settled}\n")
}

/// Which strategies start late or ramp.
fn timings(run: &Run, locale: &Locale) -> String {
    let horizon = &run.study.scenarios[0].strategies[0].parameters.point.horizon;
    let of_strategy = |summary: &StrategySummary| {
        let timing = timing(locale, &run.findings.changes, &summary.name, horizon.period.name())?;
        Some(format!("{}\n", tr!(locale, "run-timing", name = &*summary.name, timing = timing)))
    };
    run.findings.comparisons[0].strategies.iter().filter_map(of_strategy).collect()
}

/// The model variants that make another strategy the best.
fn turned(run: &Run, locale: &Locale, comparison: &Comparison) -> String {
    let Some(found) = run.findings.variants.first() else { return String::new() };
    // Where point values have another best strategy, the headline has said so.
    if found.best != comparison.best() {
        return String::new();
    }
    let mut table = figures::variants(locale, found, Some(found.best), MOST_ACROSS, &run.study.currency);
    table.iter_mut().for_each(|table| table.remarks.push(tr!(locale, "run-all-variants")));
    self::table(locale, table)
}

/// Customers and money by segment; of many rows those of the reference and the best strategy.
fn segments(run: &Run, locale: &Locale, comparison: &Comparison) -> String {
    let strategies = comparison.strategies.len();
    let rows = strategies * comparison.strategies[0].segments.len();
    let mut shown: Vec<usize> = (0..strategies).collect();
    if rows > MOST_ROWS {
        shown.retain(|&s| s == 0 || s == comparison.best());
    }
    let tables = figures::segments(locale, comparison, &shown, &run.study.currency);
    tables.map_or(String::new(), |tables| tables.iter().map(|table| set(locale, table, false)).collect())
}

/// What spreads the differences, how far more draws could move their means, and how far shorter periods.
fn error_budget(about: &About, locale: &Locale, comparison: &Comparison) -> String {
    let mut text = table(locale, figures::error_budget(locale, about, comparison));
    if text.is_empty() || !about.has_error_budget() {
        return text;
    }
    let selection = &comparison.selection;
    let name = &*comparison.strategies[selection.best].name;
    let selected = tr!(
        locale,
        "run-selection",
        known = if selection.risk.is_some() { "yes" } else { "no" },
        name = name,
        chance = small_share(locale, selection.risk.map_or(0.0, |risk| risk.probability_wrong)),
        least = LEAST,
    );
    text.push_str(&format!("{selected}\n"));
    if let Some(by) = &comparison.by_simulations {
        let told = tr!(
            locale,
            "run-by-histories",
            name = name,
            share = locale.share_whole(by.p_best[selection.best]),
            worth = locale.count(by.evpi),
            seeming = locale.count(by.evpi_uncorrected),
        );
        text.push_str(&format!("{told}\n"));
    }
    text
}

/// A share that is a bound, to a tenth of a per cent at least.
fn small_share(locale: &Locale, x: f64) -> String {
    locale.share(x.max(0.001))
}

fn regret(run: &Run, locale: &Locale) -> String {
    let table = figures::regret(locale, &run.findings.scenario_names(), &run.findings.across, &run.study.currency);
    let across = &run.findings.across;
    let (Some(mut table), Some(least)) = (table, least_regret(across)) else { return String::new() };
    table.remarks.push(tr!(locale, "run-least-regret", name = &*across[least].strategy));
    set(locale, &table, false)
}

fn word_of_mouth(run: &Run, locale: &Locale) -> String {
    let parameters = run.study.scenarios[0].strategies[0].parameters.with_point_values();
    let hundredths = |x: f64| locale.fixed(x, 2);
    let told = tr!(
        locale,
        "run-word-of-mouth",
        prospects = hundredths(lost_per_unhappy_customer(&parameters)),
        low = hundredths(0.07),
        high = hundredths(0.93),
    );
    format!("\n{told}\n")
}

fn curves(run: &Run, locale: &Locale) -> String {
    let mut text = String::new();
    let first = &run.findings.comparisons[0].scenario;
    for (_, curve) in run.findings.curves.iter().filter(|(scenario, _)| **scenario == **first) {
        let level = |x: f64| level(locale, x, curve.unit);
        let mut told = tr!(
            locale,
            "run-curve",
            name = &curve.strategy,
            key = &curve.key,
            peak = if curve.over_investment.is_some() { "inside" } else { "none" },
            level = curve.over_investment.map(level).unwrap_or_default(),
        );
        if let Some(x) = curve.break_even {
            told = tr!(locale, "run-curve-break-even", text = told, level = level(x));
        }
        text.push_str(&format!("\n{}", locale.sentence(told)));
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn files(run: &Run, locale: &Locale) -> String {
    let here = std::env::current_dir().ok();
    let folder =
        here.and_then(|here| run.folder.strip_prefix(here).map(|p| p.to_path_buf()).ok()).unwrap_or(run.folder.clone());
    let charts = run.files.iter().filter(|name| name.ends_with(".png")).count();
    format!("\n{}\n", tr!(locale, "run-files", folder = folder.display().to_string(), number = charts))
}
