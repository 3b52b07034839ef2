//! `recoup why`.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::analysis::flip::{FARTHEST, Flip, flip, flip_to};
use crate::analysis::picture;
use crate::analysis::view::BenefitSteps;
use crate::analysis::why::{Explanation, Grouping, LeverPart, explain};
use crate::cli::Done;
use crate::cli::question::{Question, QuestionOptions, all};
use crate::cli::table::table;
use crate::error::Error;
use crate::output::chart::waterfall;
use crate::output::format::{compact, fixed, plural, share_whole, signed_count};
use crate::output::table::{Chunk, Values};

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
    let mean = |i: usize| records.iter().map(|draw| draw[i].npv()).sum::<f64>();
    let best = (0..evaluator.strategies()).fold(0, |best, i| if mean(i) > mean(best) { i } else { best });
    // Asked about two strategies, what would turn these two; else what would turn the decision.
    let is_about_two = options.strategy.is_some() || options.against.is_some();
    let (ahead, behind) = if found.npv_difference < 0.0 { (against, of) } else { (of, against) };
    let (ahead, turned) = match is_about_two {
        true => (ahead, flip_to(&evaluator, ahead, &[behind])),
        false => (best, flip(&evaluator, best)),
    };
    let has_inputs = !evaluator.parameters().columns().is_empty();
    let uncertain = question.study.is_uncertain() && has_inputs;
    let (name, other) = (question.name(of), question.name(against));

    let mut text = sentence(&found, name, other, &question.study.currency);
    text.push_str(&format!(
        "Means over {} of the inputs, expected engine; the parts sum to the difference.\n",
        plural(found.draws as u64, "draw")
    ));
    text.push_str(&lever_table(&found.levers, &question.study.currency));
    text.push_str(&channel_table(&found, &question.study.currency));
    if uncertain {
        text.push_str(&flip_text(turned.as_ref(), &question, ahead));
    } else if has_inputs {
        text.push_str("\nThe inputs stand at their point values: take more than one draw to see what would turn it.\n");
    } else {
        text.push_str("\nNo input is uncertain here, so none is looked at for what would turn it.\n");
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
    let steps = steps(&found, name, other);
    let mut frame = picture::frame(&question.study, question.scenario());
    frame.draws = found.draws as u64;
    let charts = vec![("10-benefit", waterfall::draw(&frame, &steps))];
    let mut tables = vec![("levers", lever_rows(&found.levers)), ("channels", step_rows(&steps))];
    if let Some(flip) = turned.as_ref().filter(|_| uncertain) {
        tables.push(("flip", flip_rows(flip)));
    }
    question.answer(text, json, Vec::new(), tables, charts)
}

fn names(part: &LeverPart) -> String {
    part.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn steps(found: &Explanation, name: &str, other: &str) -> BenefitSteps {
    let mut steps: Vec<(String, f64)> =
        found.channels.iter().map(|part| (part.channel.words().to_string(), part.total())).collect();
    steps.push(("programme cost".to_string(), -found.programme_difference));
    BenefitSteps { strategy: name.to_string(), against: other.to_string(), steps }
}

fn sentence(found: &Explanation, name: &str, other: &str, currency: &str) -> String {
    let total = found.npv_difference;
    if found.levers.iter().all(|part| part.npv == 0.0 && part.programme == 0.0) && total == 0.0 {
        return format!("`{name}` and `{other}` come to the same: nothing that differs between them acts.\n");
    }
    let more = if total < 0.0 { "less" } else { "more" };
    let toward = |amount: f64| if total < 0.0 { -amount } else { amount };
    let amount = crate::output::format::count(total.abs());
    let mut text = format!("`{name}` is worth {amount} {currency} {more} than `{other}`");
    let lever = found.levers.iter().max_by(|a, b| toward(a.npv).total_cmp(&toward(b.npv)));
    let channels = found.channels.iter().map(|part| (part.channel.words(), part.total()));
    let channel = channels.chain([("programme cost", -found.programme_difference)]);
    let channel = channel.max_by(|a, b| toward(a.1).total_cmp(&toward(b.1)));
    if let (Some(lever), Some((channel, amount))) = (lever, channel) {
        text.push_str(&format!(
            ", most of it by {} ({}), through {channel} ({})",
            names(lever),
            signed_count(lever.npv),
            signed_count(amount)
        ));
    }
    text.push_str(".\n");
    text
}

fn lever_table(levers: &[LeverPart], currency: &str) -> String {
    if levers.is_empty() {
        return String::new();
    }
    let sampled = levers.iter().any(|part| part.standard_error.is_some());
    let npv = format!("NPV, {currency}");
    let mut head = vec!["lever", npv.as_str(), "contribution", "programme cost"];
    if sampled {
        head.push("standard error");
    }
    let mut rows = table(&head, 1..head.len());
    for part in levers {
        let mut row =
            vec![names(part), signed_count(part.npv), signed_count(part.contribution), signed_count(-part.programme)];
        row.extend(part.standard_error.filter(|_| sampled).map(crate::output::format::count));
        rows.add_row(row);
    }
    let how = if sampled { "Shapley values from sampled orders" } else { "Shapley values, exact" };
    format!("\nBy what the strategies do differently ({how})\n{rows}\n")
}

fn channel_table(found: &Explanation, currency: &str) -> String {
    let npv = format!("NPV, {currency}");
    let mut rows = table(&["channel", npv.as_str(), "through customers who are there", "acquisition cost saved"], 1..4);
    for part in &found.channels {
        rows.add_row([
            part.channel.words().to_string(),
            signed_count(part.total()),
            signed_count(part.customers),
            signed_count(part.acquisition),
        ]);
    }
    rows.add_row([
        "programme cost".to_string(),
        signed_count(-found.programme_difference),
        String::new(),
        String::new(),
    ]);
    rows.add_row(["NPV difference".to_string(), signed_count(found.npv_difference), String::new(), String::new()]);
    format!("\nBy how it works (Shapley values, exact)\n{rows}\n")
}

fn flip_text(flip: Option<&Flip>, question: &Question, best: usize) -> String {
    let name = question.name(best);
    let Some(flip) = flip else {
        return format!(
            "\nNo joint change of the uncertain inputs within {FARTHEST:.0} standard deviations puts another strategy before `{name}`.\n"
        );
    };
    let rival = question.name(flip.rival);
    let distance = fixed(flip.distance.abs(), 2);
    let mut text = if flip.distance < 0.0 {
        format!(
            "\n`{name}` is best on the mean, but at the medians of the inputs `{rival}` is ahead: it takes {distance} standard deviations to turn that.\n"
        )
    } else {
        format!(
            "\nWhat would turn it: the nearest joint change of the inputs that puts `{rival}` before `{name}` is {distance} standard deviations away (chance of being beyond, to first order: {}).\n",
            share_whole(flip.probability)
        )
    };
    let mut rows = table(&["input", "median", "at the turn", "standard deviations", "share of the change"], 1..5);
    let mut inputs: Vec<_> = flip.inputs.iter().filter(|input| input.importance >= SHOWN).collect();
    inputs.sort_by(|a, b| b.importance.total_cmp(&a.importance));
    for input in inputs {
        rows.add_row([
            input.name.clone(),
            compact(input.median),
            compact(input.value),
            fixed(input.moved, 2),
            share_whole(input.importance),
        ]);
    }
    text.push_str(&format!("{rows}\n"));
    if !flip.is_in_order {
        text.push_str("There an [[order]] of the study does not hold: with it, the turn is farther away.\n");
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

fn step_rows(steps: &BenefitSteps) -> Chunk {
    vec![
        ("channel".to_string(), Values::Text(steps.steps.iter().map(|(name, _)| name.clone()).collect())),
        ("npv".to_string(), Values::Number(steps.steps.iter().map(|(_, amount)| *amount).collect())),
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
