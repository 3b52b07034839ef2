//! A decision in words and tables.

use crate::analysis::acceptability::{AcceptabilityCurve, Over};
use crate::analysis::decision::{Decision, Known, Survey};
use crate::analysis::frontier::Standing;
use crate::analysis::information::LEAST_DRAWS;
use crate::analysis::scenarios::least_regret;
use crate::analysis::summary::best_of;
use crate::analysis::variants::Variants;
use crate::ask::decide::Decided;
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document};
use crate::output::decision::{charts, tables};
use crate::output::figures::{decision, regret, variants};
use crate::output::report::document::{Block, Section, Table};
use crate::output::report::headline::{elsewhere, weighted};
use crate::output::variant::{Subject as Named, holding};

/// Inputs and groups listed.
const LISTED: usize = 8;
/// Strategies side by side in a table of model variants.
const MOST_ACROSS: usize = 6;

/// The decisions.
pub fn decide(answer: &Answer<Decided>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let Decided { decisions, variants, .. } = &answer.found;
    let first = &decisions[0];
    let mut sections = Vec::new();
    for found in decisions {
        let title = || tr!(locale, "run-scenario", scenario = &*found.scenario);
        let mut section = Section::new("strategies", if decisions.len() > 1 { title() } else { String::new() });
        section.figures(decision(locale, found, &answer.currency));
        sections.push(section);
    }
    sections.extend(other_models(answer, locale));
    sections.extend([
        regret_over_scenarios(answer, locale),
        pairs(answer, locale, first),
        frontier(answer, locale, first),
        acceptability(answer, subject, locale, first),
        information(answer, locale, first),
    ]);
    Rendered {
        document: document(&subject.study().title, headline(answer, locale, first), sections),
        charts: charts(subject.study(), decisions, variants),
        tables: tables(decisions),
    }
}

fn headline(answer: &Answer<Decided>, locale: &Locale, found: &Decision) -> Vec<String> {
    let currency = &answer.currency;
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
    let mut sentences = vec![locale.sentence(choice)];
    let models = answer.found.variants.first();
    sentences.extend(models.and_then(|models| holding(locale, models, found.best, &equals, Named::Named)));
    sentences.push(tr!(locale, "decide-cost-of-choosing", amount = amount));
    let least = found.least_regret();
    if least != found.best && !equals.contains(&least) {
        sentences.push(tr!(locale, "decide-cautious", name = &*found.strategies[least].name));
    }
    sentences.extend(found.corrected_by.map(|number| tr!(locale, "corrected-by", number = number)));
    let best = |d: &'_ Decision| (d.scenario.to_string(), d.strategies[d.best].name.to_string());
    let best: Vec<(String, String)> = answer.found.decisions.iter().map(best).collect();
    let best: Vec<(&str, &str)> = best.iter().map(|(scenario, name)| (&**scenario, &**name)).collect();
    sentences.extend(elsewhere(locale, &best));
    sentences.extend(weighted(locale, &answer.found.across, currency));
    sentences
}

/// The strategies in every model variant, scenario by scenario.
fn other_models(answer: &Answer<Decided>, locale: &Locale) -> Vec<Section> {
    let several = answer.found.decisions.len() > 1;
    let of_scenario = |(found, models): (&Decision, &Variants)| {
        let title = || tr!(locale, "run-scenario", scenario = &*found.scenario);
        let mut section = Section::new("variants", if several { title() } else { String::new() });
        match variants(locale, models, None, MOST_ACROSS, &answer.currency) {
            Some(table) => section.figures(table),
            None => section.text(tr!(locale, "decide-no-variants")),
        }
        section
    };
    answer.found.decisions.iter().zip(&answer.found.variants).map(of_scenario).collect()
}

fn regret_over_scenarios(answer: &Answer<Decided>, locale: &Locale) -> Section {
    let Decided { decisions, across, .. } = &answer.found;
    let mut section = Section::new("regret", String::new());
    let scenarios: Vec<&str> = decisions.iter().map(|decision| &*decision.scenario).collect();
    let Some(table) = regret(locale, &scenarios, across, &answer.currency) else { return section };
    section.figures(table);
    let least = least_regret(across).map(|i| across[i].strategy.to_string()).unwrap_or_default();
    section.text(tr!(locale, "decide-least-regret", name = least));
    let amounts: Option<Vec<f64>> = across.iter().map(|a| a.weighted_difference).collect();
    if let Some(amounts) = amounts {
        let [best, reference] = [best_of(&amounts), 0].map(|i| &*across[i].strategy);
        section.text(tr!(locale, "decide-weighted", name = best, reference = reference));
    }
    section
}

fn pairs(answer: &Answer<Decided>, locale: &Locale, found: &Decision) -> Section {
    let name = |s: usize| found.strategies[s].name.to_string();
    let head = [
        tr!(locale, "head-first"),
        tr!(locale, "head-second"),
        tr!(locale, "head-first-less-second"),
        tr!(locale, "head-interval"),
        tr!(locale, "head-p-first"),
    ];
    let mut table = Table::with_figures(head, 2..5);
    let shown = found.deciding_pairs();
    for pair in &shown {
        let d = &pair.difference;
        table.add([
            name(pair.first),
            name(pair.second),
            locale.signed(d.mean),
            tr!(locale, "range", low = locale.signed(d.p05), high = locale.signed(d.p95)),
            locale.share_whole(pair.p_first),
        ]);
    }
    let left = found.pairs.len() - shown.len();
    table.caption = tr!(locale, "decide-pairs", currency = &answer.currency);
    let mut section = Section::of("pairs", table);
    if left > 0 {
        section.text(tr!(locale, "decide-more-pairs", number = left));
    }
    section
}

fn frontier(answer: &Answer<Decided>, locale: &Locale, found: &Decision) -> Section {
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
    let mut table = Table::with_figures(head, 1..4);
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
        table.add([strategy.name.to_string(), programme, contribution, roi, place]);
    }
    table.caption = tr!(locale, "decide-frontier", currency = &answer.currency);
    Section::of("frontier", table)
}

fn acceptability(answer: &Answer<Decided>, subject: &Subject<'_>, locale: &Locale, found: &Decision) -> Section {
    let currency = &answer.currency;
    let period = subject.study().scenarios[0].strategies[0].parameters.point.horizon.period.name();
    let mut section = Section::new("acceptability", tr!(locale, "decide-acceptability"));
    let mut lines = Vec::new();
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
        lines.push(tr!(locale, "decide-acceptability-line", what = what, parts = locale.series(&parts)));
    }
    section.blocks.push(Block::List(lines));
    section
}

fn information(answer: &Answer<Decided>, locale: &Locale, found: &Decision) -> Section {
    let currency = &answer.currency;
    let (worth, error) = (locale.count(found.perfect.value), locale.compact(found.perfect.standard_error));
    let mut section = Section::new("information", tr!(locale, "decide-information", currency = currency));
    section.text(tr!(locale, "decide-everything", worth = worth, error = error));
    if found.draws < LEAST_DRAWS {
        section.text(tr!(locale, "decide-few-draws", number = LEAST_DRAWS));
        return section;
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
        let mut table = Table::with_figures(head, 1..4);
        for known in all.iter().take(LISTED) {
            table.add(row(locale, known));
        }
        section.table(table);
        if all.len() > LISTED {
            section.text(tr!(locale, "decide-more-inputs", number = all.len() - LISTED));
        }
    }
    section.text(tr!(locale, "decide-explains"));
    for survey in &found.surveys {
        section.text(survey_sentence(locale, survey, currency));
    }
    section
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

fn survey_sentence(locale: &Locale, survey: &Survey, currency: &str) -> String {
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
