//! A difference explained in words, tables and a chart.

use crate::analysis::flip::FARTHEST;
use crate::analysis::sweep::unit;
use crate::analysis::view::BenefitSteps;
use crate::ask::why::{LeverReason, Reasons, TurningInput, TurningPoint, Uncertainty};
use crate::ask::{Answer, Subject};
use crate::engine::channels::Channel;
use crate::language::{Language, Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::chart::waterfall;
use crate::output::level::level;
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::{Cell, Section, Table};
use crate::output::table::{Chunk, Values};
use crate::scenario::key::Key;

/// Inputs of a turning point that are shown: those that carry a hundredth of it or more.
const SHOWN: f64 = 0.01;

/// The reasons.
pub fn why(answer: &Answer<Reasons>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let draws = tr!(locale, "draws", number = found.draws);
    let sentences = vec![sentence(answer, locale), tr!(locale, "why-how", draws = draws)];
    let sections = vec![levers(answer, locale), channels(answer, locale), turning(found, locale)];
    let mut tables =
        vec![NamedTable::new("levers", lever_rows(found)), NamedTable::new("channels", channel_rows(found))];
    tables.extend(found.flip.as_ref().map(|flip| NamedTable::new("flip", flip_rows(flip))));
    Rendered {
        document: document(&subject.study().title, sentences, sections),
        charts: vec![NamedChart::new(
            "10-benefit",
            waterfall::draw(&frame(subject, found.draws as u64), &steps(found, locale)),
        )],
        tables,
    }
}

fn channel_name(locale: &Locale, channel: Channel) -> String {
    tr!(locale, "channel-name", channel = channel.name())
}

/// What each channel adds, programme cost last.
fn steps(found: &Reasons, locale: &Locale) -> BenefitSteps {
    let mut steps: Vec<(String, f64)> =
        found.channels.iter().map(|part| (channel_name(locale, part.channel), part.npv)).collect();
    steps.push((tr!(locale, "channel-name", channel = "programme"), -found.programme_difference));
    BenefitSteps { strategy: found.strategy.clone(), against: found.against.clone(), steps }
}

fn sentence(answer: &Answer<Reasons>, locale: &Locale) -> String {
    let found = &answer.found;
    let (name, other, total) = (&found.strategy, &found.against, found.npv_difference);
    if found.levers.iter().all(|part| part.npv == 0.0 && part.programme == 0.0) && total == 0.0 {
        return tr!(locale, "why-same", name = name, other = other);
    }
    let more = if total < 0.0 { "less" } else { "more" };
    let toward = |amount: f64| if total < 0.0 { -amount } else { amount };
    let amount = locale.money(total.abs(), &answer.currency);
    let mut text = tr!(locale, "why-worth", name = name, amount = amount, more = more, other = other);
    let lever = found.levers.iter().max_by(|a, b| toward(a.npv).total_cmp(&toward(b.npv)));
    let channel = steps(found, locale).steps.into_iter().max_by(|a, b| toward(a.1).total_cmp(&toward(b.1)));
    if let (Some(lever), Some((channel, by_channel))) = (lever, channel) {
        text = tr!(
            locale,
            "why-most",
            text = text,
            levers = lever.keys.join(", "),
            by_levers = locale.signed_count(lever.npv),
            channel = channel,
            by_channel = locale.signed_count(by_channel),
        );
    }
    locale.sentence(text)
}

fn levers(answer: &Answer<Reasons>, locale: &Locale) -> Section {
    let levers = &answer.found.levers;
    let is_sampled = levers.iter().any(|part| part.standard_error.is_some());
    let mut head = vec![
        tr!(locale, "head-lever"),
        tr!(locale, "head-npv-in", currency = &answer.currency),
        tr!(locale, "head-contribution"),
        tr!(locale, "head-programme"),
    ];
    head.extend(is_sampled.then(|| tr!(locale, "head-standard-error")));
    let caption = tr!(locale, "why-levers", sampled = if is_sampled { "yes" } else { "no" });
    let mut table = Table::new(caption, 1, head);
    for part in levers {
        let mut cells = vec![Cell::key(&part.keys.join(", "))];
        let amounts = [part.npv, part.contribution, -part.programme];
        cells.extend(amounts.map(|amount| Cell::figure(locale.signed_count(amount))));
        cells.extend(part.standard_error.filter(|_| is_sampled).map(|error| Cell::figure(locale.count(error))));
        table.row(cells);
    }
    let mut section = Section::new("levers", String::new());
    section.table(table);
    section
}

fn channels(answer: &Answer<Reasons>, locale: &Locale) -> Section {
    let found = &answer.found;
    let head = vec![
        tr!(locale, "head-channel"),
        tr!(locale, "head-npv-in", currency = &answer.currency),
        tr!(locale, "head-through-customers"),
        tr!(locale, "head-acquisition-saved"),
    ];
    let mut table = Table::new(tr!(locale, "why-channels"), 1, head);
    let amount = |amount: f64| Cell::figure(locale.signed_count(amount));
    for part in &found.channels {
        let name = channel_name(locale, part.channel);
        table.row(vec![Cell::words(&name), amount(part.npv), amount(part.customers), amount(part.acquisition)]);
    }
    let rest = [
        (tr!(locale, "channel-name", channel = "programme"), -found.programme_difference),
        (tr!(locale, "npv-difference"), found.npv_difference),
    ];
    for (name, npv) in rest {
        table.row(vec![Cell::words(&name), amount(npv), Cell::figure(String::new()), Cell::figure(String::new())]);
    }
    let mut section = Section::new("channels", String::new());
    section.table(table);
    section
}

fn turning(found: &Reasons, locale: &Locale) -> Section {
    let mut section = Section::new("turn", String::new());
    match (found.uncertain, &found.flip) {
        (Uncertainty::AtPointValues, _) => section.text(tr!(locale, "why-at-point-values")),
        (Uncertainty::Certain, _) => section.text(tr!(locale, "why-nothing-uncertain")),
        (Uncertainty::Uncertain, None) => {
            section.text(tr!(locale, "why-no-turn", distance = locale.count(FARTHEST), name = &found.ahead));
        }
        (Uncertainty::Uncertain, Some(flip)) => {
            section.table(turning_table(flip, locale));
            if !flip.in_order {
                section.text(tr!(locale, "why-order"));
            }
        }
    }
    section
}

fn turning_table(flip: &TurningPoint, locale: &Locale) -> Table {
    let (name, rival, distance) = (&flip.best, &flip.rival, locale.fixed(flip.distance.abs(), 2));
    let caption = if flip.distance < 0.0 {
        tr!(locale, "why-turned", name = name, rival = rival, distance = distance)
    } else {
        let chance = locale.share_whole(flip.probability);
        tr!(locale, "why-turn", rival = rival, name = name, distance = distance, chance = chance)
    };
    let head = vec![
        tr!(locale, "head-input"),
        tr!(locale, "head-median"),
        tr!(locale, "head-at-turn"),
        tr!(locale, "head-deviations"),
        tr!(locale, "head-share-of-change"),
    ];
    let mut table = Table::new(caption, 1, head);
    let mut inputs: Vec<&TurningInput> = flip.inputs.iter().filter(|input| input.importance >= SHOWN).collect();
    inputs.sort_by(|a, b| b.importance.total_cmp(&a.importance));
    for input in inputs {
        let shown = |x: f64| match Key::parse(&input.key) {
            Some(key) => level(locale, x, unit(&key)),
            None => locale.compact(x),
        };
        table.row(vec![
            Cell::key(&input.key),
            Cell::figure(shown(input.median)),
            Cell::figure(shown(input.value)),
            Cell::figure(locale.fixed(input.moved, 2)),
            Cell::figure(locale.share_whole(input.importance)),
        ]);
    }
    table
}

fn lever_rows(found: &Reasons) -> Chunk {
    let number = |part: fn(&LeverReason) -> f64| Values::Number(found.levers.iter().map(part).collect());
    vec![
        ("levers".to_string(), Values::Text(found.levers.iter().map(|part| part.keys.join(", ")).collect())),
        ("npv".to_string(), number(|part| part.npv)),
        ("contribution".to_string(), number(|part| part.contribution)),
        ("programme".to_string(), number(|part| part.programme)),
        ("standard_error".to_string(), Values::Maybe(found.levers.iter().map(|part| part.standard_error).collect())),
    ]
}

/// Names in tables are English, whatever the language of the answer.
fn channel_rows(found: &Reasons) -> Chunk {
    let steps = steps(found, Locale::of(Language::English)).steps;
    vec![
        ("channel".to_string(), Values::Text(steps.iter().map(|(name, _)| name.clone()).collect())),
        ("npv".to_string(), Values::Number(steps.iter().map(|(_, amount)| *amount).collect())),
    ]
}

fn flip_rows(flip: &TurningPoint) -> Chunk {
    let number = |part: fn(&TurningInput) -> f64| Values::Number(flip.inputs.iter().map(part).collect());
    vec![
        ("key".to_string(), Values::Text(flip.inputs.iter().map(|input| input.key.clone()).collect())),
        ("median".to_string(), number(|input| input.median)),
        ("value".to_string(), number(|input| input.value)),
        ("moved".to_string(), number(|input| input.moved)),
        ("importance".to_string(), number(|input| input.importance)),
    ]
}
