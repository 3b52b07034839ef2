//! `recoup why`.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::analysis::flip::{FARTHEST, Flip, flip, flip_to};
use crate::analysis::picture;
use crate::analysis::summary::best_of;
use crate::analysis::sweep::unit;
use crate::analysis::view::BenefitSteps;
use crate::analysis::why::{Explanation, Grouping, LeverPart, explain};
use crate::cli::Done;
use crate::cli::question::{Question, QuestionOptions, all, level};
use crate::cli::table::table;
use crate::engine::channels::Channel;
use crate::error::Error;
use crate::language::{Language, Locale, tr};
use crate::output::chart::{tornado, waterfall};
use crate::output::table::{Chunk, Values};
use crate::scenario::key::Key;

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;
/// Inputs of a flip that are shown: those that carry a hundredth of it or more.
const SHOWN: f64 = 0.01;

#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    question: QuestionOptions,
    /// The strategy to explain [default: the best beside the reference]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// The one it is compared with [default: the reference]
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
    /// Whether levers are told key by key or table by table
    #[arg(long, value_enum, default_value = "table")]
    by: By,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    /// Every key by itself
    Key,
    /// The keys of one table together
    Table,
}

pub fn run(options: &Options) -> Done {
    let question = options.question.load()?;
    let draws = question.draws(USUAL_DRAWS);
    let evaluator = question.evaluator();
    all([&options.strategy, &options.against].into_iter().flatten().map(|name| question.strategy(name)).collect())?;
    let of = match &options.strategy {
        Some(name) => question.strategy(name).unwrap_or(0),
        None => question.best_rival(&evaluator, draws.min(200))?,
    };
    let against = options.against.as_ref().map_or(0, |name| question.strategy(name).unwrap_or(0));
    if of == against {
        return Err(Error::Usage(format!("`{}` does not differ from itself: name two strategies", question.name(of))));
    }
    let grouping = match options.by {
        By::Key => Grouping::Key,
        By::Table => Grouping::Table,
    };
    let seed = question.study.settings.seed;
    let found = explain(&evaluator, question.scenario(), against, of, grouping, draws, seed);
    let records = evaluator.records_at(&evaluator.draws(draws.min(found.draws as u64)));
    let sum = |i: usize| records.iter().map(|draw| draw[i].npv()).sum::<f64>();
    let best = best_of(&(0..evaluator.strategies()).map(sum).collect::<Vec<f64>>());
    // Asked about two strategies, what would turn these two; else what would turn the decision.
    let is_about_two = options.strategy.is_some() || options.against.is_some();
    let (ahead, behind) = if found.npv_difference < 0.0 { (against, of) } else { (of, against) };
    let (ahead, turned) = match is_about_two {
        true => (ahead, flip_to(&evaluator, ahead, &[behind])),
        false => (best, flip(&evaluator, best)),
    };
    let has_inputs = !evaluator.inputs().columns().is_empty();
    let uncertain = question.study.is_uncertain() && has_inputs;
    let (name, other) = (question.name(of), question.name(against));

    let locale = question.locale();
    let currency = &question.study.currency;
    let mut text = sentence(locale, &found, name, other, currency);
    let draws = tr!(locale, "draws", number = found.draws);
    text.push_str(&format!("{}\n", tr!(locale, "why-how", draws = draws)));
    text.push_str(&lever_table(locale, &found.levers, currency));
    text.push_str(&channel_table(locale, &found, currency));
    if uncertain {
        text.push_str(&flip_text(turned.as_ref(), &question, ahead));
    } else if has_inputs {
        text.push_str(&format!("\n{}\n", tr!(locale, "why-at-point-values")));
    } else {
        text.push_str(&format!("\n{}\n", tr!(locale, "why-nothing-uncertain")));
    }
    let json = json!({
        "study": question.study.name,
        "scenario": &*question.scenario().name,
        "strategy": name,
        "against": other,
        "draws": found.draws,
        "npv_difference": found.npv_difference,
        "programme_difference": found.programme_difference,
        "levers": found.levers.iter().map(lever_json).collect::<Vec<_>>(),
        "channels": found.channels.iter().map(|part| json!({
            "channel": part.channel.name(),
            "npv": part.total(),
            "customers": part.customers,
            "acquisition": part.acquisition,
        })).collect::<Vec<_>>(),
        "flip": turned.as_ref().filter(|_| uncertain).map(|flip| flip_json(flip, &question)),
    });
    let steps = steps(locale, &found, name, other);
    let mut frame = picture::frame(&question.study, question.scenario());
    frame.draws = found.draws as u64;
    let charts = vec![("10-benefit", waterfall::draw(&frame, &steps))];
    let mut tables = vec![("levers", lever_rows(&found.levers)), ("channels", channel_rows(&found))];
    if let Some(flip) = turned.as_ref().filter(|_| uncertain) {
        tables.push(("flip", flip_rows(flip)));
    }
    let cautions = question.gap_caution(&[[of, against]]).into_iter().collect();
    question.answer(text, json, cautions, tables, charts)
}

fn names(part: &LeverPart) -> String {
    part.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn channel_name(locale: &Locale, channel: Channel) -> String {
    tr!(locale, "channel-name", channel = channel.name())
}

fn programme(locale: &Locale) -> String {
    tr!(locale, "channel-name", channel = "programme")
}

fn steps(locale: &Locale, found: &Explanation, name: &str, other: &str) -> BenefitSteps {
    let mut steps: Vec<(String, f64)> =
        found.channels.iter().map(|part| (channel_name(locale, part.channel), part.total())).collect();
    steps.push((programme(locale), -found.programme_difference));
    BenefitSteps { strategy: name.to_string(), against: other.to_string(), steps }
}

fn sentence(locale: &Locale, found: &Explanation, name: &str, other: &str, currency: &str) -> String {
    let total = found.npv_difference;
    if found.levers.iter().all(|part| part.npv == 0.0 && part.programme == 0.0) && total == 0.0 {
        return format!("{}\n", tr!(locale, "why-same", name = name, other = other));
    }
    let more = if total < 0.0 { "less" } else { "more" };
    let toward = |amount: f64| if total < 0.0 { -amount } else { amount };
    let amount = locale.money(total.abs(), currency);
    let mut text = tr!(locale, "why-worth", name = name, amount = amount, more = more, other = other);
    let lever = found.levers.iter().max_by(|a, b| toward(a.npv).total_cmp(&toward(b.npv)));
    let channels = found.channels.iter().map(|part| (channel_name(locale, part.channel), part.total()));
    let channels = channels.chain([(programme(locale), -found.programme_difference)]);
    let channel = channels.max_by(|a, b| toward(a.1).total_cmp(&toward(b.1)));
    if let (Some(lever), Some((channel, by_channel))) = (lever, channel) {
        text = tr!(
            locale,
            "why-most",
            text = text,
            levers = names(lever),
            by_levers = locale.signed_count(lever.npv),
            channel = channel,
            by_channel = locale.signed_count(by_channel),
        );
    }
    format!("{}\n", locale.sentence(text))
}

fn lever_table(locale: &Locale, levers: &[LeverPart], currency: &str) -> String {
    if levers.is_empty() {
        return String::new();
    }
    let sampled = levers.iter().any(|part| part.standard_error.is_some());
    let mut head = vec![
        tr!(locale, "head-lever"),
        tr!(locale, "head-npv-in", currency = currency),
        tr!(locale, "head-contribution"),
        tr!(locale, "head-programme"),
    ];
    if sampled {
        head.push(tr!(locale, "head-standard-error"));
    }
    let mut rows = table(&head, 1..head.len());
    for part in levers {
        let mut row = vec![names(part)];
        row.extend([part.npv, part.contribution, -part.programme].map(|amount| locale.signed_count(amount)));
        row.extend(part.standard_error.filter(|_| sampled).map(|error| locale.count(error)));
        rows.add_row(row);
    }
    let what = tr!(locale, "why-levers", sampled = if sampled { "yes" } else { "no" });
    format!("\n{what}\n{rows}\n")
}

fn channel_table(locale: &Locale, found: &Explanation, currency: &str) -> String {
    let head = [
        tr!(locale, "head-channel"),
        tr!(locale, "head-npv-in", currency = currency),
        tr!(locale, "head-through-customers"),
        tr!(locale, "head-acquisition-saved"),
    ];
    let mut rows = table(&head, 1..4);
    for part in &found.channels {
        rows.add_row([
            channel_name(locale, part.channel),
            locale.signed_count(part.total()),
            locale.signed_count(part.customers),
            locale.signed_count(part.acquisition),
        ]);
    }
    let programme_cost = locale.signed_count(-found.programme_difference);
    rows.add_row([programme(locale), programme_cost, String::new(), String::new()]);
    let difference = locale.signed_count(found.npv_difference);
    rows.add_row([tr!(locale, "npv-difference"), difference, String::new(), String::new()]);
    format!("\n{}\n{rows}\n", tr!(locale, "why-channels"))
}

fn flip_text(flip: Option<&Flip>, question: &Question, best: usize) -> String {
    let locale = question.locale();
    let name = question.name(best);
    let Some(flip) = flip else {
        let told = tr!(locale, "why-no-turn", distance = locale.count(FARTHEST), name = name);
        return format!("\n{told}\n");
    };
    let rival = question.name(flip.rival);
    let distance = locale.fixed(flip.distance.abs(), 2);
    let told = if flip.distance < 0.0 {
        tr!(locale, "why-turned", name = name, rival = rival, distance = distance)
    } else {
        let chance = locale.share_whole(flip.probability);
        tr!(locale, "why-turn", rival = rival, name = name, distance = distance, chance = chance)
    };
    let head = [
        tr!(locale, "head-input"),
        tr!(locale, "head-median"),
        tr!(locale, "head-at-turn"),
        tr!(locale, "head-deviations"),
        tr!(locale, "head-share-of-change"),
    ];
    let mut rows = table(&head, 1..5);
    let mut inputs: Vec<_> = flip.inputs.iter().filter(|input| input.importance >= SHOWN).collect();
    inputs.sort_by(|a, b| b.importance.total_cmp(&a.importance));
    for input in inputs {
        let shown = |x: f64| match Key::parse(&input.name) {
            Some(key) if x.abs() >= 0.1 => level(locale, x, unit(&key)),
            Some(key) => tornado::level(locale, &key, x),
            None => locale.compact(x),
        };
        rows.add_row([
            input.name.clone(),
            shown(input.median),
            shown(input.value),
            locale.fixed(input.moved, 2),
            locale.share_whole(input.importance),
        ]);
    }
    let mut text = format!("\n{told}\n{rows}\n");
    if !flip.is_in_order {
        text.push_str(&format!("{}\n", tr!(locale, "why-order")));
    }
    text
}

fn lever_json(part: &LeverPart) -> Value {
    json!({
        "keys": part.keys.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "npv": part.npv,
        "contribution": part.contribution,
        "programme": part.programme,
        "standard_error": part.standard_error,
    })
}

fn flip_json(flip: &Flip, question: &Question) -> Value {
    let inputs = flip.inputs.iter().map(|input| {
        json!({ "key": input.name, "median": input.median, "value": input.value, "moved": input.moved, "importance": input.importance })
    });
    json!({
        "best": question.name(flip.best),
        "rival": question.name(flip.rival),
        "distance": flip.distance,
        "probability": flip.probability,
        "in_order": flip.is_in_order,
        "inputs": inputs.collect::<Vec<_>>(),
    })
}

fn lever_rows(levers: &[LeverPart]) -> Chunk {
    let number = |part: fn(&LeverPart) -> f64| Values::Number(levers.iter().map(part).collect());
    vec![
        ("levers".to_string(), Values::Text(levers.iter().map(names).collect())),
        ("npv".to_string(), number(|part| part.npv)),
        ("contribution".to_string(), number(|part| part.contribution)),
        ("programme".to_string(), number(|part| part.programme)),
        ("standard_error".to_string(), Values::Maybe(levers.iter().map(|part| part.standard_error).collect())),
    ]
}

/// Names in tables are English, whatever the language of the answer.
fn channel_rows(found: &Explanation) -> Chunk {
    let steps = steps(Locale::of(Language::English), found, "", "").steps;
    vec![
        ("channel".to_string(), Values::Text(steps.iter().map(|(name, _)| name.clone()).collect())),
        ("npv".to_string(), Values::Number(steps.iter().map(|(_, amount)| *amount).collect())),
    ]
}

fn flip_rows(flip: &Flip) -> Chunk {
    let number =
        |part: fn(&crate::analysis::flip::FlippedInput) -> f64| Values::Number(flip.inputs.iter().map(part).collect());
    vec![
        ("key".to_string(), Values::Text(flip.inputs.iter().map(|input| input.name.clone()).collect())),
        ("median".to_string(), number(|input| input.median)),
        ("value".to_string(), number(|input| input.value)),
        ("moved".to_string(), number(|input| input.moved)),
        ("importance".to_string(), number(|input| input.importance)),
    ]
}
