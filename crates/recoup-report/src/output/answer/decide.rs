//! A decision in words and tables.

use crate::analysis::acceptability::{AcceptabilityCurve, Over};
use crate::analysis::decision::{Decision, Known, StrategyDecision, Survey};
use crate::analysis::frontier::Standing;
use crate::analysis::information::LEAST_DRAWS;
use crate::analysis::variants::Variants;
use crate::ask::decide::Decided;
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::verdict::Verdict;
use crate::output::answer::{Rendered, document};
use crate::output::decision::{charts, tables};
use crate::output::figures::{self, Knowing, MOST_ACROSS, Turned};
use crate::output::report::data::About;
use crate::output::report::document::Section;

/// The decisions.
pub fn decide(answer: &Answer<Decided>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let Decided { decisions, variants, .. } = &answer.found;
    let first = &decisions[0];
    let mut sections = Vec::new();
    for found in decisions {
        let title = || tr!(locale, "run-scenario", scenario = &*found.scenario);
        let mut section = Section::new("strategies", if decisions.len() > 1 { title() } else { String::new() });
        section.figures(figures::decision(locale, found, &answer.currency));
        sections.push(section);
    }
    sections.extend(other_models(answer, locale));
    sections.extend([
        regret_over_scenarios(answer, locale),
        pairs(answer, locale, first),
        frontier(answer, locale, first),
        acceptability(answer, subject, locale, first),
        worth_knowing(answer, locale, first),
    ]);
    Rendered {
        document: document(&subject.study().title, headline(answer, subject, locale, first), sections),
        charts: charts(subject.study(), decisions, variants),
        tables: tables(decisions),
    }
}

fn headline(answer: &Answer<Decided>, subject: &Subject<'_>, locale: &Locale, found: &Decision) -> Vec<String> {
    let Decided { decisions, across, variants, .. } = &answer.found;
    let about = About::of(subject.study());
    let mut sentences = Verdict::of_decision(&about, decisions, across, variants.first()).sentences(locale);
    sentences.push(perfect(locale, found, &answer.currency));
    sentences.extend(cautious(locale, found));
    sentences.extend(found.corrected_by.map(|number| tr!(locale, "corrected-by", number = number)));
    sentences
}

/// What it would be worth to know all inputs.
pub(super) fn perfect(locale: &Locale, found: &Decision, currency: &str) -> String {
    let (worth, error) =
        (locale.compact_money(found.perfect.value, currency), locale.compact(found.perfect.standard_error));
    tr!(locale, "decide-perfect", worth = worth, error = error)
}

/// What to choose where the worst case matters most; nothing where that is what is best on average.
pub(super) fn cautious(locale: &Locale, found: &Decision) -> Option<String> {
    let least = found.least_regret();
    let is_other = least != found.best && !found.equals().contains(&least);
    is_other.then(|| tr!(locale, "decide-cautious", name = &*found.strategies[least].name))
}

/// Which strategies no budget makes right; nothing where there are none.
pub(super) fn no_budget(locale: &Locale, found: &Decision) -> String {
    let is_dominated =
        |s: &&StrategyDecision| matches!(s.standing, Standing::Dominated { .. } | Standing::ExtendedlyDominated { .. });
    let dominated = found.strategies.iter().filter(is_dominated).map(|s| format!("`{}`", s.name));
    let dominated: Vec<String> = dominated.collect();
    match dominated.is_empty() {
        true => String::new(),
        false => tr!(locale, "decide-no-budget", names = locale.list(&dominated)),
    }
}

/// Adds what it is worth to know single inputs, and `groups` of them.
pub(super) fn information(section: &mut Section, locale: &Locale, found: &Decision, groups: &[Known], currency: &str) {
    if found.draws < LEAST_DRAWS {
        section.text(tr!(locale, "decide-few-draws", number = LEAST_DRAWS));
        return;
    }
    section.figures(figures::information(locale, &found.inputs, Knowing::Inputs, currency));
    section.figures(figures::information(locale, groups, Knowing::Groups, currency));
    section.text(tr!(locale, "decide-explains"));
}

/// The strategies in every model variant, scenario by scenario.
fn other_models(answer: &Answer<Decided>, locale: &Locale) -> Vec<Section> {
    let several = answer.found.decisions.len() > 1;
    let of_scenario = |(found, models): (&Decision, &Variants)| {
        let title = || tr!(locale, "run-scenario", scenario = &*found.scenario);
        let mut section = Section::new("variants", if several { title() } else { String::new() });
        match figures::variants(locale, models, Turned::AndOthers, MOST_ACROSS, &answer.currency) {
            Some(table) => section.figures(table),
            None => section.text(tr!(locale, "decide-no-variants")),
        }
        section
    };
    answer.found.decisions.iter().zip(&answer.found.variants).map(of_scenario).collect()
}

fn regret_over_scenarios(answer: &Answer<Decided>, locale: &Locale) -> Section {
    let Decided { decisions, across, .. } = &answer.found;
    let scenarios: Vec<&str> = decisions.iter().map(|decision| &*decision.scenario).collect();
    let mut section = Section::new("regret", String::new());
    section.figures(figures::regret(locale, &scenarios, across, &answer.currency));
    section
}

fn pairs(answer: &Answer<Decided>, locale: &Locale, found: &Decision) -> Section {
    let shown = found.deciding_pairs();
    let mut section = Section::new("pairs", String::new());
    section.figures(figures::pairs(locale, found, &shown, &answer.currency));
    let left = found.pairs.len() - shown.len();
    if left > 0 {
        section.text(tr!(locale, "decide-more-pairs", number = left));
    }
    section
}

fn frontier(answer: &Answer<Decided>, locale: &Locale, found: &Decision) -> Section {
    let mut section = Section::new("frontier", String::new());
    section.figures(figures::frontier(locale, found, &answer.currency));
    section
}

fn acceptability(answer: &Answer<Decided>, subject: &Subject<'_>, locale: &Locale, found: &Decision) -> Section {
    let currency = &answer.currency;
    let period = subject.study().scenarios[0].strategies[0].parameters.point.horizon.period.name();
    let mut section = Section::new("acceptability", tr!(locale, "decide-acceptability"));
    let mut lines = Vec::new();
    let from = |curve: &AcceptabilityCurve, x: f64| match curve.over {
        Over::Horizon => locale.period(x as u64, period),
        _ => locale.compact_money(x, currency),
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
    section.list(lines);
    section
}

fn worth_knowing(answer: &Answer<Decided>, locale: &Locale, found: &Decision) -> Section {
    let mut section = Section::new("information", String::new());
    information(&mut section, locale, found, &found.groups, &answer.currency);
    for survey in &found.surveys {
        section.text(survey_sentence(locale, survey, &answer.currency));
    }
    section
}

fn survey_sentence(locale: &Locale, survey: &Survey, currency: &str) -> String {
    let (worth, key) = (&survey.worth, survey.key.to_string());
    let value = worth.sample.value;
    let customers = locale.count(worth.customers as f64);
    let (amount, error) = (locale.compact_money(value.value, currency), locale.compact(value.standard_error));
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
