//! What matters, in words and tables.

use crate::analysis::screening::Effect;
use crate::analysis::sensitivity::{KeyBar, MANY, OutputIndices, Sensitivity, Shares};
use crate::analysis::sobol::{Estimate, Indices};
use crate::analysis::sweep::unit;
use crate::ask::sensitivity::Matters;
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::figures::{Column, Figure, Figures, Kind, Line, Medium, capital, strategy};
use crate::output::label::{label, label_of};
use crate::output::level::level;
use crate::output::report::document::Section;
use crate::output::sensitivity::{charts, tables};

/// Inputs listed.
const LISTED: usize = 12;
/// An index that is surely smaller is none to two digits.
const SMALL: f64 = 0.005;

/// The analysis.
pub fn sensitivity(answer: &Answer<Matters>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found.0;
    let indices = match &found.shares {
        Shares::Sobol(all) => sobol(answer, locale, &all[0], &all[1..]),
        Shares::Morris(all) => morris(answer, locale, &all[0]),
    };
    let title = tr!(locale, "sensitivity-head", title = &subject.study().title, scenario = &*found.scenario);
    // The methods draw for themselves, more than once.
    let frame = frame(subject, subject.study().settings.draws.max(2));
    Rendered {
        document: document(&title, headline(answer, locale), vec![tornado_table(answer, locale), indices]),
        charts: charts(&frame, found),
        tables: tables(found),
    }
}

fn what(locale: &Locale, found: &Sensitivity) -> String {
    let name = |s: usize| &*found.strategies[s];
    match found.contender {
        0 => tr!(locale, "sensitivity-of-npv", name = name(0)),
        s => tr!(locale, "sensitivity-of-difference", name = name(s), reference = name(0)),
    }
}

fn headline(answer: &Answer<Matters>, locale: &Locale) -> Vec<String> {
    let found = &answer.found.0;
    let ranking = found.ranking();
    let first = &found.factors[ranking[0]];
    let what = what(locale, found);
    let mut sentences = vec![match &found.shares {
        Shares::Sobol(all) if all[0].indices.variance == 0.0 => tr!(locale, "sensitivity-nothing-moves", what = what),
        Shares::Sobol(all) => {
            let share = locale.share_whole(all[0].indices.total[ranking[0]].value.min(1.0));
            tr!(locale, "sensitivity-most", input = label_of(&first.name, locale), share = share, what = what)
        }
        Shares::Morris(_) => tr!(locale, "sensitivity-most-effect", input = label_of(&first.name, locale), what = what),
    }];
    if found.strategies.len() > 1 {
        let flips: Vec<_> = found.tornado.iter().filter(|bar| !bar.bar.flips.is_empty()).collect();
        let best = &*found.strategies[found.best_at_point];
        sentences.push(match flips.first() {
            None => tr!(locale, "sensitivity-no-flip", best = best),
            Some(bar) => {
                let flip = bar.bar.flips[0];
                tr!(
                    locale,
                    "sensitivity-flips",
                    number = flips.len(),
                    best = best,
                    input = label(&bar.key, locale),
                    side = if flip.value < bar.point { "below" } else { "above" },
                    level = level(locale, flip.value, unit(&bar.key)),
                    name = &*found.strategies[flip.to],
                )
            }
        });
    }
    sentences
}

fn tornado_table(answer: &Answer<Matters>, locale: &Locale) -> Section {
    let found = &answer.found.0;
    let shown = |npv: &[f64]| if found.contender > 0 { npv[found.contender] - npv[0] } else { npv[0] };
    let [low, high] = [0.05, 0.95].map(|share| locale.share_whole(share));
    let input = tr!(locale, "head-input");
    let ends = [tr!(locale, "book-lower", what = capital(&input)), tr!(locale, "book-upper", what = capital(&input))];
    let columns = vec![
        Column::new(input, Kind::Key),
        Column::new(tr!(locale, "range", low = &low, high = &high), Kind::Number).with_ends(ends),
        Column::new(tr!(locale, "head-at", share = low), Kind::Amount),
        Column::new(tr!(locale, "head-at", share = high), Kind::Amount),
        Column::new(tr!(locale, "head-flips"), Kind::Words),
    ];
    let row = |bar: &KeyBar| {
        let level = |value: f64| Figure::Level(value, unit(&bar.key));
        let flips = bar.bar.flips.iter().map(|flip| {
            tr!(locale, "sensitivity-flip", name = &*found.strategies[flip.to], level = level(flip.value).text(locale))
        });
        Line::of_key(
            &bar.key.to_string(),
            [
                Figure::Interval(Box::new([level(bar.bar.low.value), level(bar.bar.high.value)])),
                Figure::SignedShort(shown(&bar.bar.low.npv)),
                Figure::SignedShort(shown(&bar.bar.high.npv)),
                Figure::Text(locale.series(&flips.collect::<Vec<String>>())),
            ],
        )
    };
    let rows = found.tornado.iter().take(LISTED).map(row).collect();
    let more = found.tornado.len().saturating_sub(LISTED);
    let amount = locale.in_currency(locale.signed(shown(&found.point)), &answer.currency);
    let caption = tr!(locale, "sensitivity-tornado", what = what(locale, found), amount = amount);
    let mut figures = Figures::new(caption, columns, rows);
    if more > 0 {
        figures.remarks.push(tr!(locale, "sensitivity-more", number = more));
    }
    Section::of_figures("tornado", figures)
}

/// A column of indices, and that of their intervals in the workbook.
fn index_columns(locale: &Locale, head: String) -> [Column; 2] {
    [Column::new(head, Kind::Number), Column::interval(locale, Kind::Number).from(Medium::Workbook)]
}

/// An index with its interval. In words it is never a bare number where the interval includes 0, and never above the whole,
/// which an estimate may exceed by noise. Workbook, tables and JSON have it as estimated.
fn index(locale: &Locale, estimate: Estimate) -> [Figure; 2] {
    let share = |x: f64| locale.fixed(x.clamp(0.0, 1.0), 2);
    let high = share(estimate.p95);
    let text = if estimate.p95 < SMALL {
        tr!(locale, "below", value = share(2.0 * SMALL))
    } else if estimate.is_distinguishable() {
        tr!(locale, "sensitivity-index", value = share(estimate.value), low = share(estimate.p05), high = high)
    } else {
        tr!(locale, "sensitivity-no-index", high = high)
    };
    let ends = [estimate.p05, estimate.p95].map(|end| Figure::Number(end, 2));
    [Figure::Worded(estimate.value, text), Figure::Interval(Box::new(ends))]
}

fn sobol(
    answer: &Answer<Matters>,
    locale: &Locale,
    first: &OutputIndices<Indices>,
    others: &[OutputIndices<Indices>],
) -> Section {
    let found = &answer.found.0;
    let input = || Column::new(tr!(locale, "head-input"), Kind::Key);
    let with_others = || index_columns(locale, tr!(locale, "head-with-others"));
    let mut columns = vec![input()];
    columns.extend(index_columns(locale, tr!(locale, "head-alone")));
    columns.extend(with_others());
    let row = |&f: &usize| {
        let indices = &first.indices;
        let [alone, total] = [indices.first[f], indices.total[f]].map(|estimate| index(locale, estimate));
        Line::of_key(&found.factors[f].name, alone.into_iter().chain(total))
    };
    let sd = locale.in_currency(locale.compact(first.indices.variance.sqrt()), &answer.currency);
    let caption = tr!(locale, "sensitivity-sobol", what = what(locale, found), sd = sd);
    let mut figures = Figures::new(caption, columns, found.ranking().iter().take(LISTED).map(row).collect());
    let (rows, evaluations) = (locale.count(found.rows as f64), locale.count(found.evaluations as f64));
    figures.remarks.push(tr!(locale, "sensitivity-rows", rows = rows, evaluations = evaluations));
    let mut section = Section::of_figures("indices", figures);
    if others.len() > 1 {
        let mut columns = vec![strategy(locale), input()];
        columns.extend(with_others());
        let row = |output: &OutputIndices<Indices>| {
            let total = &output.indices.total;
            let most = (0..total.len()).max_by(|&a, &b| total[a].value.total_cmp(&total[b].value))?;
            let key = Figure::Key(found.factors[most].name.clone());
            Some(Line::of(&found.strategies[output.strategy], [key].into_iter().chain(index(locale, total[most]))))
        };
        let rows = others.iter().filter_map(row).collect();
        section.figures(Figures::new(tr!(locale, "sensitivity-npv-itself"), columns, rows));
    }
    section
}

fn morris(answer: &Answer<Matters>, locale: &Locale, first: &OutputIndices<Vec<Effect>>) -> Section {
    let found = &answer.found.0;
    let columns = vec![
        Column::new(tr!(locale, "head-input"), Kind::Key),
        Column::new(tr!(locale, "head-mu"), Kind::Amount),
        Column::interval(locale, Kind::Amount).from(Medium::Workbook),
        Column::new("mu".to_string(), Kind::Amount),
        Column::new("sigma".to_string(), Kind::Amount),
    ];
    let row = |f: usize| {
        let effect = first.indices[f];
        let absolute = effect.absolute;
        let [value, low, high] = [absolute.value, absolute.p05, absolute.p95].map(|x| locale.compact(x));
        Line::of_key(
            &found.factors[f].name,
            [
                Figure::Worded(absolute.value, tr!(locale, "sensitivity-index", value = value, low = low, high = high)),
                Figure::Interval(Box::new([absolute.p05, absolute.p95].map(Figure::Amount))),
                Figure::SignedShort(effect.mean),
                Figure::Short(effect.sd),
            ],
        )
    };
    let rows = found.ranking().into_iter().take(LISTED).map(row).collect();
    let caption = tr!(
        locale,
        "sensitivity-morris",
        what = what(locale, found),
        currency = &answer.currency,
        many = if found.factors.len() > MANY { "yes" } else { "no" },
    );
    let mut figures = Figures::new(caption, columns, rows);
    let (rows, evaluations) = (locale.count(found.rows as f64), locale.count(found.evaluations as f64));
    figures.remarks.push(tr!(locale, "sensitivity-paths", rows = rows, evaluations = evaluations));
    Section::of_figures("effects", figures)
}
