//! `recoup optimize`.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::analysis::cautions::Caution;
use crate::analysis::lever::Lever;
use crate::analysis::optimize::{MOST_COMBINATIONS, Problem, Range, Risk, Split};
use crate::analysis::picture;
use crate::analysis::sweep::unit;
use crate::analysis::view::{LeverUnit, RoiCurve, RoiPoint};
use crate::cli::Done;
use crate::cli::question::{Question, QuestionOptions, all, key_and_numbers, level};
use crate::cli::table::table;
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::language::{Language, Locale, tr};
use crate::output::chart::roi_curve;
use crate::output::table::{Chunk, Values};

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 100;
/// Most levers.
const MOST_LEVERS: usize = 8;

#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    question: QuestionOptions,
    /// Money per year that the levers may cost together
    #[arg(long)]
    budget: f64,
    /// A lever and how far it may move (repeatable)
    #[arg(long, value_name = "KEY=LO:HI", required = true)]
    lever: Vec<String>,
    /// The strategy whose levers move [default: the best that has them all]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// What a split is judged by
    #[arg(long, value_enum, default_value = "mean")]
    risk: By,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    /// The mean NPV over the parameter draws
    Mean,
    /// The mean NPV of the worst 5 % of draws (conditional value at risk, as in `decide`)
    Cvar,
    /// The mean gain over the reference of the worst tenth of draws
    WorstTenth,
}

pub fn run(options: &Options) -> Done {
    let question = options.question.load()?;
    if !(options.budget > 0.0 && options.budget.is_finite()) {
        return Err(Error::Usage("--budget is money per year, above 0".to_string()));
    }
    if options.lever.len() > MOST_LEVERS {
        return Err(Error::Usage(format!("at most {MOST_LEVERS} levers at a time")));
    }
    let evaluator = question.evaluator();
    let best = question.best_rival(&evaluator, 50)?;
    let strategy = match &options.strategy {
        Some(name) => {
            let strategy = all(vec![question.strategy(name)])?.remove(0);
            if strategy == 0 {
                let diagnostic = Diagnostic::error("S042", format!("the reference `{name}` is never optimised"));
                return Err(Error::Refused(vec![
                    diagnostic
                        .with_help("name another strategy: a split is judged by what it gains over the reference"),
                ]));
            }
            strategy
        }
        None => {
            let has_all = |i: usize| options.lever.iter().all(|text| range(&question, text, i).is_ok());
            std::iter::once(best).chain(1..evaluator.strategies()).find(|&i| has_all(i)).unwrap_or(best)
        }
    };
    let ranges = all(options.lever.iter().map(|text| range(&question, text, strategy)).collect())?;
    for (i, range) in ranges.iter().enumerate() {
        if ranges[..i].iter().any(|other| other.lever.key == range.lever.key) {
            return Err(Error::Usage(format!("`{}` is given twice", range.lever.key)));
        }
    }
    let whole = ranges.iter().filter(|range| range.lever.is_whole());
    let combinations: f64 = whole.map(|range| (range.high.floor() - range.low.ceil() + 1.0).max(0.0)).product();
    if !(1.0..=MOST_COMBINATIONS as f64).contains(&combinations) {
        let message = format!(
            "levers in whole numbers have {} combinations: 1 to {MOST_COMBINATIONS} can be tried",
            Locale::of(Language::English).count(combinations)
        );
        return Err(Error::Usage(message));
    }
    let parameters = &question.scenario().strategies[strategy].parameters.point;
    let free = ranges.iter().filter_map(|range| range.lever.caution(parameters));
    let cautions: Vec<Caution> = free.chain(question.gap_caution(&[[strategy, 0]])).collect();
    let draws = question.draws(USUAL_DRAWS);
    let risk = match options.risk {
        By::Mean => Risk::Mean,
        By::Cvar => Risk::Cvar,
        By::WorstTenth => Risk::WorstTenthOfGain,
    };
    let problem = Problem { evaluator: &evaluator, strategy, parameters, ranges, risk, points: evaluator.draws(draws) };
    let Some(found) = problem.split(options.budget, None) else {
        let least: Vec<f64> = problem.ranges.iter().map(|range| range.low).collect();
        let cost = Locale::of(Language::English).count(problem.cost(&least));
        let message = format!("the least levels alone cost {cost} a year, more than --budget");
        return Err(Error::Usage(message));
    };
    let frontier = problem.frontier(&found);
    let text = told(&question, &problem, &found, &frontier, draws);
    let json = json!({
        "study": question.study.name,
        "scenario": &*question.scenario().name,
        "strategy": question.name(strategy),
        "draws": draws,
        "risk": risk.name(),
        "best": split_json(&problem, &found),
        "frontier": frontier.iter().map(|split| split_json(&problem, split)).collect::<Vec<_>>(),
    });
    let curve = frontier_curve(&question, strategy, &found, &frontier);
    let mut frame = picture::frame(&question.study, question.scenario());
    frame.draws = draws;
    let charts = vec![("frontier", roi_curve::draw(&frame, &[curve]))];
    let tables = vec![("frontier", rows(&problem, &frontier))];
    drop(problem);
    question.answer(text, json, cautions, tables, charts)
}

fn range(question: &Question, text: &str, strategy: usize) -> Result<Range, Diagnostic> {
    let (key, ends) = key_and_numbers("--lever", text, "KEY=LO:HI")?;
    let lever = Lever::named(&key, question.scenario(), &[strategy])?;
    if lever.is_of_the_world() {
        return Err(Diagnostic::error("S040", format!("`{key}` is a fact of the world or a price, which no strategy chooses"))
            .with_help("see what it does with `recoup sweep` or `breakeven`; money moves it through a [[response]], whose spend is a lever"));
    }
    for &x in &ends {
        lever.accepts(x, question.scenario())?;
    }
    if ends[0] >= ends[1] {
        return Err(Diagnostic::error("S022", format!("--lever `{text}` has no way from LO to HI"))
            .with_help("write KEY=LO:HI with LO below HI"));
    }
    Ok(Range { lever, low: ends[0], high: ends[1] })
}

fn told(question: &Question, problem: &Problem<'_>, found: &Split, frontier: &[Split], draws: u64) -> String {
    let locale = question.locale();
    let currency = &question.study.currency;
    let parts: Vec<String> = problem
        .ranges
        .iter()
        .zip(&found.levels)
        .map(|(range, &x)| format!("{} = {}", range.lever.key, level(locale, x, unit(&range.lever.key))))
        .collect();
    let judged = match problem.risk {
        Risk::Mean => String::new(),
        Risk::Cvar => tr!(locale, "optimize-cvar", amount = locale.count(found.objective)),
        Risk::WorstTenthOfGain => tr!(locale, "optimize-tail", amount = locale.signed_count(found.objective)),
    };
    let unpriced: Vec<String> = problem
        .ranges
        .iter()
        .filter(|range| range.lever.is_free(problem.parameters))
        .map(|range| range.lever.key.to_string())
        .collect();
    let mut text = String::new();
    if !unpriced.is_empty() {
        let free = tr!(locale, "optimize-free", keys = locale.series(&unpriced), number = unpriced.len());
        text.push_str(&format!("{free}\n"));
    }
    let worth = tr!(
        locale,
        "optimize-spend",
        budget = locale.money(found.budget, currency),
        name = question.name(problem.strategy),
        free = if unpriced.is_empty() { "no" } else { "yes" },
        spent = locale.count(found.spent),
        parts = locale.series(&parts),
        worth = locale.in_currency(locale.signed_count(found.npv_difference.mean), currency),
        judged = judged,
        reference = question.name(0),
        low = locale.signed(found.npv_difference.p05),
        high = locale.signed(found.npv_difference.p95),
        gain = found.roi.map_or(String::new(), |roi| tr!(locale, "optimize-return", roi = locale.share(roi))),
    );
    text.push_str(&format!("{worth}\n"));
    if found.spent < 0.99 * found.budget && unpriced.is_empty() {
        text.push_str(&format!("{}\n", tr!(locale, "optimize-rest")));
    }
    let draws = tr!(locale, "draws", number = draws);
    text.push_str(&format!("{}\n", tr!(locale, "optimize-how", draws = draws)));
    let head = [
        tr!(locale, "head-lever"),
        tr!(locale, "head-level"),
        tr!(locale, "head-costs"),
        tr!(locale, "head-marginal-roi"),
    ];
    let mut rows = table(&head, 1..4);
    for (i, range) in problem.ranges.iter().enumerate() {
        let price = range.lever.price_per_year(problem.parameters, found.levels[i]);
        rows.add_row([
            range.lever.key.to_string(),
            level(locale, found.levels[i], unit(&range.lever.key)),
            match price {
                Some(price) => locale.count(price),
                None if range.lever.is_paid_by_case() => tr!(locale, "optimize-paid-by-case"),
                None => tr!(locale, "optimize-no-price"),
            },
            found.marginal_roi[i].map_or("–".to_string(), |roi| locale.share(roi)),
        ]);
    }
    text.push_str(&format!("\n{rows}\n"));
    let mut head = vec![
        tr!(locale, "head-budget"),
        tr!(locale, "head-spent"),
        tr!(locale, "npv-difference"),
        tr!(locale, "head-roi"),
    ];
    head.extend(problem.ranges.iter().map(|range| range.lever.key.to_string()));
    let mut rows = table(&head, 0..head.len());
    for split in frontier {
        let mut row = vec![
            locale.count(split.budget),
            locale.count(split.spent),
            locale.signed_count(split.npv_difference.mean),
            split.roi.map_or("–".to_string(), |roi| locale.share(roi)),
        ];
        row.extend(
            split.levels.iter().zip(&problem.ranges).map(|(&x, range)| level(locale, x, unit(&range.lever.key))),
        );
        rows.add_row(row);
    }
    text.push_str(&format!("\n{}\n{rows}\n", tr!(locale, "optimize-others")));
    text
}

fn split_json(problem: &Problem<'_>, split: &Split) -> Value {
    let levers = problem.ranges.iter().enumerate().map(|(i, range)| {
        json!({ "key": range.lever.key.to_string(), "level": split.levels[i], "marginal_roi": split.marginal_roi[i] })
    });
    let b = split.npv_difference;
    json!({
        "budget": split.budget,
        "spent": split.spent,
        "objective": split.objective,
        "npv_difference": { "mean": b.mean, "p05": b.p05, "p50": b.p50, "p95": b.p95 },
        "roi": split.roi,
        "levers": levers.collect::<Vec<_>>(),
    })
}

fn frontier_curve(question: &Question, strategy: usize, found: &Split, frontier: &[Split]) -> RoiCurve {
    let point = |split: &Split| RoiPoint { x: split.budget, npv_difference: split.npv_difference, roi: split.roi };
    RoiCurve {
        strategy: question.name(strategy).to_string(),
        key: "budget".to_string(),
        key_label: Some(tr!(question.locale(), "optimize-axis")),
        unit: LeverUnit::Money,
        points: frontier.iter().map(point).collect(),
        break_even: None,
        over_investment: None,
        current: Some(found.budget),
    }
}

fn rows(problem: &Problem<'_>, frontier: &[Split]) -> Chunk {
    let number = |part: &dyn Fn(&Split) -> f64| Values::Number(frontier.iter().map(part).collect());
    let mut chunk = vec![
        ("budget".to_string(), number(&|s| s.budget)),
        ("spent".to_string(), number(&|s| s.spent)),
        ("npv_difference".to_string(), number(&|s| s.npv_difference.mean)),
        ("npv_difference_p05".to_string(), number(&|s| s.npv_difference.p05)),
        ("npv_difference_p95".to_string(), number(&|s| s.npv_difference.p95)),
        ("roi".to_string(), Values::Maybe(frontier.iter().map(|s| s.roi).collect())),
    ];
    for (i, range) in problem.ranges.iter().enumerate() {
        chunk.push((range.lever.key.to_string(), number(&|s| s.levels[i])));
    }
    chunk
}
