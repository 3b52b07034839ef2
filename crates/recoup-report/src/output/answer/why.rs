//! A difference explained in words, tables and a chart.

use crate::analysis::form::FARTHEST;
use crate::analysis::sweep::unit;
use crate::analysis::view::BenefitSteps;
use crate::ask::why::{LeverReason, Reasons, TurningInput, TurningPoint, Uncertainty};
use crate::ask::{Answer, Subject};
use crate::engine::channels::Channel;
use crate::language::{Language, Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::chart::waterfall;
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::label::named;
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::Section;
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
    let amount = locale.compact_money(total.abs(), &answer.currency);
    let mut text = tr!(locale, "why-worth", name = name, amount = amount, more = more, other = other);
    let lever = found.levers.iter().max_by(|a, b| toward(a.npv).total_cmp(&toward(b.npv)));
    let channel = steps(found, locale).steps.into_iter().max_by(|a, b| toward(a.1).total_cmp(&toward(b.1)));
    if let (Some(lever), Some((channel, by_channel))) = (lever, channel) {
        text = tr!(
            locale,
            "why-most",
            text = text,
            levers = locale.list(&lever.keys.iter().map(|key| named(key, locale)).collect::<Vec<_>>()),
            by_levers = locale.signed(lever.npv),
            channel = channel,
            by_channel = locale.signed(by_channel),
        );
    }
    locale.sentence(text)
}

fn levers(answer: &Answer<Reasons>, locale: &Locale) -> Section {
    let levers = &answer.found.levers;
    let is_sampled = levers.iter().any(|part| part.standard_error.is_some());
    let mut columns = vec![
        Column::new(tr!(locale, "head-lever"), Kind::Key),
        Column::new(tr!(locale, "head-npv-in", currency = &answer.currency), Kind::Amount),
        Column::new(tr!(locale, "head-contribution"), Kind::Amount),
        Column::new(tr!(locale, "head-programme"), Kind::Amount),
    ];
    columns.extend(is_sampled.then(|| Column::new(tr!(locale, "head-standard-error"), Kind::Amount)));
    let row = |part: &LeverReason| {
        let amounts = [part.npv, part.contribution, -part.programme].map(Figure::Signed);
        let error = is_sampled.then(|| part.standard_error.map_or(Figure::Nothing, Figure::Amount));
        Line::of_key(&part.keys.join(", "), amounts.into_iter().chain(error))
    };
    let caption = tr!(locale, "why-levers", sampled = if is_sampled { "yes" } else { "no" });
    Section::of_figures("levers", Figures::new(caption, columns, levers.iter().map(row).collect()))
}

fn channels(answer: &Answer<Reasons>, locale: &Locale) -> Section {
    let found = &answer.found;
    let columns = vec![
        Column::new(tr!(locale, "head-channel"), Kind::Words),
        Column::new(tr!(locale, "head-npv-in", currency = &answer.currency), Kind::Amount),
        Column::new(tr!(locale, "head-through-customers"), Kind::Amount),
        Column::new(tr!(locale, "head-acquisition-saved"), Kind::Amount),
    ];
    let mut rows: Vec<Line> = Vec::new();
    for part in &found.channels {
        let amounts = [part.npv, part.customers, part.acquisition].map(Figure::Signed);
        rows.push(Line::of(&channel_name(locale, part.channel), amounts));
    }
    let rest = [
        (tr!(locale, "channel-name", channel = "programme"), -found.programme_difference),
        (tr!(locale, "npv-difference"), found.npv_difference),
    ];
    for (name, npv) in rest {
        let empty = || Figure::Text(String::new());
        rows.push(Line::of(&name, [Figure::Signed(npv), empty(), empty()]));
    }
    if let Some(sum) = rows.last_mut() {
        sum.is_sum = true;
    }
    Section::of_figures("channels", Figures::new(tr!(locale, "why-channels"), columns, rows))
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
            section.figures(turning_table(flip, locale));
            if !flip.in_order {
                section.text(tr!(locale, "why-order"));
            }
        }
    }
    section
}

fn turning_table(flip: &TurningPoint, locale: &Locale) -> Figures {
    let (name, rival, distance) = (&flip.best, &flip.rival, locale.fixed(flip.distance.abs(), 2));
    let caption = if flip.distance < 0.0 {
        tr!(locale, "why-turned", name = name, rival = rival, distance = distance)
    } else {
        let chance = locale.share_whole(flip.probability);
        tr!(locale, "why-turn", rival = rival, name = name, distance = distance, chance = chance)
    };
    let columns = vec![
        Column::new(tr!(locale, "head-input"), Kind::Key),
        Column::new(tr!(locale, "head-median"), Kind::Number),
        Column::new(tr!(locale, "head-at-turn"), Kind::Number),
        Column::new(tr!(locale, "head-deviations"), Kind::Number),
        Column::new(tr!(locale, "head-share-of-change"), Kind::Share),
    ];
    let mut inputs: Vec<&TurningInput> = flip.inputs.iter().filter(|input| input.importance >= SHOWN).collect();
    inputs.sort_by(|a, b| b.importance.total_cmp(&a.importance));
    let row = |input: &TurningInput| {
        let shown = |x: f64| match Key::parse(&input.key) {
            Some(key) => Figure::Level(x, unit(&key)),
            None => Figure::Short(x),
        };
        let moved = [shown(input.median), shown(input.value), Figure::Number(input.moved, 2)];
        Line::of_key(&input.key, moved.into_iter().chain([Figure::Chance(input.importance)]))
    };
    Figures::new(caption, columns, inputs.into_iter().map(row).collect())
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
