//! A split budget in words, tables and a chart.

use crate::analysis::optimize::Risk;
use crate::analysis::view::{LeverUnit, RoiCurve, RoiPoint};
use crate::ask::optimize::{BudgetSplit, LeverLevel, Optimum, Price};
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame, roi};
use crate::output::chart::roi_curve;
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::label::named;
use crate::output::level::level;
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::Section;
use crate::output::table::{Chunk, Values};

/// The best split, and those of other budgets.
pub fn optimize(answer: &Answer<Optimum>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let levers = Section::of_figures("levers", lever_table(found, locale));
    let budgets = Section::of_figures("budgets", budget_table(found, locale));
    Rendered {
        document: document(&subject.study().title, sentences(answer, locale), vec![levers, budgets]),
        charts: vec![NamedChart::new(
            "frontier",
            roi_curve::draw(&frame(subject, found.draws), &[curve(found, locale)]),
        )],
        tables: vec![NamedTable::new("frontier", rows(found))],
    }
}

fn shown(lever: &LeverLevel, locale: &Locale) -> String {
    level(locale, lever.level, lever.unit)
}

fn sentences(answer: &Answer<Optimum>, locale: &Locale) -> Vec<String> {
    let (found, best) = (&answer.found, &answer.found.best);
    let mut sentences = Vec::new();
    let free = best.levers.iter().filter(|lever| lever.price == Price::Free);
    let free: Vec<String> = free.map(|lever| named(&lever.key, locale)).collect();
    if !free.is_empty() {
        sentences.push(tr!(locale, "optimize-free", keys = locale.series(&free), number = free.len()));
    }
    let judged = match found.risk {
        Risk::Mean => String::new(),
        Risk::Cvar => tr!(locale, "optimize-cvar", amount = locale.compact(best.objective)),
        Risk::WorstTenthOfGain => tr!(locale, "optimize-tail", amount = locale.signed(best.objective)),
    };
    let parts: Vec<String> =
        best.levers.iter().map(|lever| format!("{} = {}", named(&lever.key, locale), shown(lever, locale))).collect();
    let gain = &best.npv_difference;
    sentences.push(tr!(
        locale,
        "optimize-spend",
        budget = locale.money(best.budget, &answer.currency),
        name = &found.strategy,
        free = if free.is_empty() { "no" } else { "yes" },
        spent = locale.compact(best.spent),
        parts = locale.series(&parts),
        worth = locale.in_currency(locale.signed(gain.mean), &answer.currency),
        judged = judged,
        reference = &found.reference,
        low = locale.signed(gain.p05),
        high = locale.signed(gain.p95),
        gain = best.roi.map_or(String::new(), |roi| tr!(locale, "optimize-return", roi = locale.share(roi))),
    ));
    if best.spent < 0.99 * best.budget && free.is_empty() {
        sentences.push(tr!(locale, "optimize-rest"));
    }
    let at_end = best.levers.iter().filter(|lever| lever.is_at_end);
    let at_end: Vec<String> = at_end.map(|lever| named(&lever.key, locale)).collect();
    if !at_end.is_empty() {
        sentences.push(tr!(locale, "optimize-at-end", keys = locale.series(&at_end), number = at_end.len()));
    }
    sentences.push(tr!(locale, "optimize-how", draws = tr!(locale, "draws", number = found.draws)));
    sentences
}

fn lever_table(found: &Optimum, locale: &Locale) -> Figures {
    let columns = vec![
        Column::new(tr!(locale, "head-lever"), Kind::Key),
        Column::new(tr!(locale, "head-level"), Kind::Number),
        Column::new(tr!(locale, "head-costs"), Kind::Amount),
        Column::new(tr!(locale, "head-marginal-roi"), Kind::Share),
    ];
    let row = |lever: &LeverLevel| {
        let price = match lever.price {
            Price::PerYear(price) => Figure::Amount(price),
            Price::PerCase => Figure::Text(tr!(locale, "optimize-paid-by-case")),
            Price::Free => Figure::Text(tr!(locale, "optimize-no-price")),
        };
        Line::of_key(&lever.key, [Figure::Level(lever.level, lever.unit), price, roi(lever.marginal_roi)])
    };
    Figures::new(String::new(), columns, found.best.levers.iter().map(row).collect())
}

fn budget_table(found: &Optimum, locale: &Locale) -> Figures {
    let mut columns = vec![
        Column::new(tr!(locale, "head-budget"), Kind::Amount),
        Column::new(tr!(locale, "head-spent"), Kind::Amount),
        Column::new(tr!(locale, "npv-difference"), Kind::Amount),
        Column::new(tr!(locale, "head-roi"), Kind::Share),
    ];
    let levers = &found.best.levers;
    columns.extend(levers.iter().map(|lever| Column::of_name(&lever.key, Kind::of_levels(lever.unit))));
    let row = |split: &BudgetSplit| {
        let mut cells = vec![
            Figure::Amount(split.budget),
            Figure::Amount(split.spent),
            Figure::Signed(split.npv_difference.mean),
            roi(split.roi),
        ];
        cells.extend(split.levers.iter().map(|lever| Figure::Level(lever.level, lever.unit)));
        Line::new(cells)
    };
    Figures::new(tr!(locale, "optimize-others"), columns, found.frontier.iter().map(row).collect())
}

fn curve(found: &Optimum, locale: &Locale) -> RoiCurve {
    let point =
        |split: &BudgetSplit| RoiPoint { x: split.budget, npv_difference: split.npv_difference, roi: split.roi };
    RoiCurve {
        strategy: found.strategy.clone(),
        key: "budget".to_string(),
        key_label: Some(tr!(locale, "optimize-axis")),
        unit: LeverUnit::Money,
        points: found.frontier.iter().map(point).collect(),
        break_even: None,
        over_investment: None,
        current: Some(found.best.budget),
    }
}

fn rows(found: &Optimum) -> Chunk {
    let splits = &found.frontier;
    let number = |part: &dyn Fn(&BudgetSplit) -> f64| Values::Number(splits.iter().map(part).collect());
    let mut chunk = vec![
        ("budget".to_string(), number(&|s| s.budget)),
        ("spent".to_string(), number(&|s| s.spent)),
        ("npv_difference".to_string(), number(&|s| s.npv_difference.mean)),
        ("npv_difference_p05".to_string(), number(&|s| s.npv_difference.p05)),
        ("npv_difference_p95".to_string(), number(&|s| s.npv_difference.p95)),
        ("roi".to_string(), Values::Maybe(splits.iter().map(|s| s.roi).collect())),
    ];
    for (i, lever) in found.best.levers.iter().enumerate() {
        chunk.push((lever.key.clone(), number(&|s| s.levers[i].level)));
    }
    chunk
}
