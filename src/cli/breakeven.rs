//! `recoup breakeven`.

use clap::Args;
use serde_json::json;

use crate::analysis::breakeven::{break_even, share_out_of_order};
use crate::analysis::cautions::Caution;
use crate::analysis::lever::Lever;
use crate::analysis::sweep::{is_stepped, unit};
use crate::analysis::view::LeverUnit;
use crate::cli::Done;
use crate::cli::question::{QuestionOptions, all, key_and_numbers, level, spread_json, spread_words};
use crate::cli::table::table;
use crate::error::Error;
use crate::language::tr;
use crate::output::table::Values;

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 1_000;
/// A tie that breaks an order in fewer draws than this share is one that the study itself might draw.
const SELDOM: f64 = 0.05;

#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    question: QuestionOptions,
    /// The number at which two strategies may tie
    #[arg(long, value_name = "KEY")]
    key: String,
    /// Where to look [default: the key's domain, or up to thirty times its value]
    #[arg(long, value_name = "LO:HI")]
    range: Option<String>,
    /// One strategy [default: the best beside the reference]
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// The other [default: the reference]
    #[arg(long, value_name = "NAME")]
    against: Option<String>,
}

pub fn run(options: &Options) -> Done {
    let question = options.question.load()?;
    let draws = question.draws(USUAL_DRAWS);
    let evaluator = question.evaluator();
    let named = [&options.strategy, &options.against].into_iter().flatten();
    all(named.map(|name| question.strategy(name)).collect())?;
    let of = match &options.strategy {
        Some(name) => question.strategy(name).unwrap_or(0),
        None => question.best_rival(&evaluator, draws)?,
    };
    let against = options.against.as_ref().map_or(0, |name| question.strategy(name).unwrap_or(0));
    if of == against {
        return Err(Error::Usage(format!("`{}` always ties with itself: name two strategies", question.name(of))));
    }
    let lever = all(vec![
        Lever::named(&options.key, question.scenario(), &[of])
            .or_else(|trouble| Lever::named(&options.key, question.scenario(), &[against]).map_err(|_| trouble)),
    ])?
    .remove(0);
    let range = match &options.range {
        None => None,
        Some(text) => {
            let (_, ends) = all(vec![key_and_numbers("--range", &format!("x={text}"), "LO:HI")])?.remove(0);
            all(ends.iter().map(|&x| lever.accepts(x, question.scenario())).collect::<Vec<_>>())?;
            if ends[0] >= ends[1] {
                return Err(Error::Usage("--range is LO:HI with LO below HI".to_string()));
            }
            Some([ends[0], ends[1]])
        }
    };
    let found = break_even(&evaluator, &lever, against, of, range, draws);
    let range = found.range;
    let unit = unit(&lever.key);
    let (name, other) = (question.name(of), question.name(against));
    let currency = &question.study.currency;
    let locale = question.locale();
    let shown = |x: f64| match unit {
        LeverUnit::Money => locale.in_currency(level(locale, x, unit), currency),
        LeverUnit::Share | LeverUnit::Number => level(locale, x, unit),
    };
    let key = lever.key.to_string();
    let [low, high] = range.map(shown);
    let told = match found.value {
        Some(x) if is_stepped(&lever.key) => tr!(
            locale,
            "breakeven-change-places",
            name = name,
            other = other,
            key = &key,
            level = shown(x),
            interval = spread_words(locale, &found.by_draw, unit),
        ),
        Some(x) => tr!(
            locale,
            "breakeven-tie",
            name = name,
            other = other,
            key = &key,
            level = shown(x),
            interval = spread_words(locale, &found.by_draw, unit),
        ),
        None if found.is_flat() && found.difference != 0.0 => {
            let ahead = if found.difference > 0.0 { name } else { other };
            let amount = locale.money(found.difference.abs(), currency);
            tr!(locale, "breakeven-flat", key = &key, name = ahead, amount = amount)
        }
        None if found.at_ends == [0.0, 0.0] && found.difference == 0.0 => {
            tr!(locale, "breakeven-same", name = name, other = other, key = &key, low = low, high = high)
        }
        None => {
            let ahead = if found.at_ends[0] + found.at_ends[1] >= 0.0 { name } else { other };
            tr!(locale, "breakeven-none", key = &key, low = low, high = high, name = ahead)
        }
    };
    let mut moves = if lever.moves(against) && lever.moves(of) {
        tr!(locale, "breakeven-moves-both")
    } else {
        tr!(locale, "breakeven-moves-one", name = question.name(if lever.moves(of) { of } else { against }))
    };
    if let Some(x) = lever.current {
        moves = tr!(locale, "breakeven-today", text = moves, level = shown(x));
    }
    let how = tr!(locale, "breakeven-key", key = &key, moves = moves, number = found.draws);
    let mut text = format!("{told}\n{how}\n");
    if found.roots.len() > 1 {
        let list: Vec<String> = found.roots.iter().map(|&x| shown(x)).collect();
        text.push_str(&format!("{}\n", tr!(locale, "breakeven-roots", levels = locale.series(&list))));
    }
    let orders = &question.study.orders;
    let out_of_order = found.value.map(|x| share_out_of_order(&evaluator, orders, &lever, &[against, of], x, draws));
    if let (Some(x), Some(share)) = (found.value, out_of_order.filter(|share| *share >= SELDOM)) {
        let told = tr!(locale, "breakeven-order", level = shown(x), share = locale.share_whole(share));
        text.push_str(&format!("{told}\n"));
    }
    let difference = tr!(locale, "breakeven-difference", name = name, other = other, currency = currency);
    let mut rows = table(&[key, difference], [0, 1]);
    rows.add_row([shown(range[0]), locale.signed_count(found.at_ends[0])]);
    let mut between: Vec<(f64, f64)> = found.roots.iter().copied().zip(found.at_roots.iter().copied()).collect();
    between.extend(lever.current.map(|x| (x, found.difference)).filter(|(x, _)| range[0] < *x && *x < range[1]));
    between.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (x, difference) in between {
        rows.add_row([shown(x), locale.signed_count(difference)]);
    }
    rows.add_row([shown(range[1]), locale.signed_count(found.at_ends[1])]);
    text.push_str(&format!("\n{rows}\n"));
    let json = json!({
        "study": question.study.name,
        "scenario": &*question.scenario().name,
        "draws": found.draws,
        "key": lever.key.to_string(),
        "strategy": name,
        "against": other,
        "moved_in": lever.moves_in.iter().map(|&i| question.name(i)).collect::<Vec<_>>(),
        "range": found.range,
        "current": lever.current,
        "break_even": found.value,
        "break_even_interval": spread_json(&found.by_draw),
        "all_break_evens": found.roots,
        "share_out_of_order": out_of_order,
        "npv_difference": found.difference,
        "npv_difference_at_ends": found.at_ends,
    });
    let chunk = vec![
        ("key".to_string(), Values::Text(vec![lever.key.to_string(); found.roots.len()])),
        ("break_even".to_string(), Values::Number(found.roots.clone())),
    ];
    let caution = lever.caution(&question.scenario().strategies[of].parameters.point);
    let cautions: Vec<Caution> = caution.into_iter().chain(question.gap_caution(&[[of, against]])).collect();
    question.answer(text, json, cautions, vec![("breakeven", chunk)], Vec::new())
}
