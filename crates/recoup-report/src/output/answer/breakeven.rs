//! A break-even in words.

use crate::ask::breakeven::BreakEvenFound;
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, interval};
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::label::named;
use crate::output::level::level_with_currency;
use crate::output::rendered::NamedTable;
use crate::output::report::document::Section;
use crate::output::table::{Chunk, Values};

/// A tie that breaks an order in fewer draws than this share is one that the study itself might draw.
const SELDOM: f64 = 0.05;

/// What was found.
pub fn breakeven(answer: &Answer<BreakEvenFound>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let shown = |x: f64| level_with_currency(locale, x, found.unit, &answer.currency);
    let mut sentences = vec![finding(answer, locale, shown), how(found, locale, shown)];
    if found.all_break_evens.len() > 1 {
        let levels: Vec<String> = found.all_break_evens.iter().map(|&x| shown(x)).collect();
        sentences.push(tr!(locale, "breakeven-roots", levels = locale.series(&levels)));
    }
    if let (Some(x), Some(share)) = (found.break_even, found.share_out_of_order.filter(|share| *share >= SELDOM)) {
        sentences.push(tr!(locale, "breakeven-order", level = shown(x), share = locale.share_whole(share)));
    }
    let section = Section::of_figures("levels", table(answer, locale, shown));
    Rendered {
        document: document(&subject.study().title, sentences, vec![section]),
        charts: Vec::new(),
        tables: vec![NamedTable::new("breakeven", rows(found))],
    }
}

fn finding(answer: &Answer<BreakEvenFound>, locale: &Locale, shown: impl Fn(f64) -> String) -> String {
    let found = &answer.found;
    let (name, other, key) = (&found.strategy, &found.against, &named(&found.key, locale));
    let (difference, [at_low, at_high]) = (found.npv_difference, found.npv_difference_at_ends);
    let [low, high] = found.range.map(&shown);
    let interval = interval(locale, found.break_even_interval.as_ref(), found.unit);
    match found.break_even {
        Some(x) if found.is_stepped => tr!(
            locale,
            "breakeven-change-places",
            name = name,
            other = other,
            key = key,
            level = shown(x),
            interval = interval,
        ),
        Some(x) => {
            tr!(locale, "breakeven-tie", name = name, other = other, key = key, level = shown(x), interval = interval)
        }
        None if found.is_flat && difference != 0.0 => {
            let ahead = if difference > 0.0 { name } else { other };
            let amount = locale.compact_money(difference.abs(), &answer.currency);
            tr!(locale, "breakeven-flat", key = key, name = ahead, amount = amount)
        }
        None if [at_low, at_high] == [0.0, 0.0] && difference == 0.0 => {
            tr!(locale, "breakeven-same", name = name, other = other, key = key, low = low, high = high)
        }
        None => {
            let ahead = if at_low + at_high >= 0.0 { name } else { other };
            tr!(locale, "breakeven-none", key = key, low = low, high = high, name = ahead)
        }
    }
}

fn how(found: &BreakEvenFound, locale: &Locale, shown: impl Fn(f64) -> String) -> String {
    let moves_in = |name: &String| found.moved_in.contains(name);
    let mut moves = match (moves_in(&found.strategy), moves_in(&found.against)) {
        (true, true) => tr!(locale, "breakeven-moves-both"),
        (true, false) => tr!(locale, "breakeven-moves-one", name = &found.strategy),
        (false, _) => tr!(locale, "breakeven-moves-one", name = &found.against),
    };
    if let Some(x) = found.current {
        moves = tr!(locale, "breakeven-today", text = moves, level = shown(x));
    }
    tr!(locale, "breakeven-key", key = named(&found.key, locale), moves = moves, number = found.draws)
}

fn table(answer: &Answer<BreakEvenFound>, locale: &Locale, shown: impl Fn(f64) -> String) -> Figures {
    let found = &answer.found;
    let [low, high] = found.range;
    let difference = tr!(
        locale,
        "breakeven-difference",
        name = &found.strategy,
        other = &found.against,
        currency = &answer.currency
    );
    let columns =
        vec![Column::of_name(&found.key, Kind::of_levels(found.unit)), Column::of_name(&difference, Kind::Amount)];
    let mut levels: Vec<(f64, f64)> =
        found.all_break_evens.iter().copied().zip(found.at_break_evens.iter().copied()).collect();
    levels.extend(found.current.map(|x| (x, found.npv_difference)).filter(|(x, _)| low < *x && *x < high));
    levels.sort_by(|a, b| a.0.total_cmp(&b.0));
    levels.insert(0, (low, found.npv_difference_at_ends[0]));
    levels.push((high, found.npv_difference_at_ends[1]));
    let row = |(x, difference)| Line::new(vec![Figure::Worded(x, shown(x)), Figure::Signed(difference)]);
    Figures::new(String::new(), columns, levels.into_iter().map(row).collect())
}

fn rows(found: &BreakEvenFound) -> Chunk {
    vec![
        ("key".to_string(), Values::Text(vec![found.key.clone(); found.all_break_evens.len()])),
        ("break_even".to_string(), Values::Number(found.all_break_evens.clone())),
    ]
}
